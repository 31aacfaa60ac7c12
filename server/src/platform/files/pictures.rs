//! Pictures: read within bounds, turned upright, and written anew without what else was in them.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, ImageResult, Limits};
use ratebook::{Code, Reason};

use super::sniff::{GIF, JPEG, PNG, WEBP};
use crate::store::Failure;

/// How many points a picture has at most, whatever it says of itself: four bytes each are held at once, twice where it is turned.
const MOST_POINTS: u64 = 50_000_000;
/// How many points it is wide or high at most.
const MOST_ALONG: u32 = 20_000;
/// How many bytes reading it may take besides.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// How good a JPEG is made.
const QUALITY: u8 = 90;
/// A profile of colours is kept, for without it they are others; a longer one is not.
const MOST_OF_A_PROFILE: usize = 64 * 1024;

/// How much smaller a picture is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// For lists: within 200 points each way.
    Thumb,
    /// For pages: within 1,000 points each way.
    Medium,
}

impl Size {
    /// What it is called in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Size::Thumb => "thumb",
            Size::Medium => "medium",
        }
    }

    fn most(self) -> u32 {
        match self {
            Size::Thumb => 200,
            Size::Medium => 1_000,
        }
    }

    /// What a smaller picture is that was made of one of this type.
    pub(super) fn type_of(of: &str) -> &'static str {
        if of == JPEG { JPEG } else { PNG }
    }
}

/// A picture as it is kept.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) bytes: Vec<u8>,
    pub(super) thumb: Vec<u8>,
    pub(super) medium: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Whether files of a type are pictures here.
pub(super) fn format_of(kind: &str) -> Option<ImageFormat> {
    match kind {
        JPEG => Some(ImageFormat::Jpeg),
        PNG => Some(ImageFormat::Png),
        GIF => Some(ImageFormat::Gif),
        WEBP => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// Reads a picture and writes it anew. It takes a while, on a thread of its own.
pub(super) fn made_of(bytes: &[u8], format: ImageFormat) -> Result<Picture, Failure> {
    let unreadable = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => too_large(),
        error => refused(Code::RequestType, &format!("the picture cannot be read: {error}")),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MOST_ALONG), Some(MOST_ALONG));
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_POINTS || decoder.total_bytes() > MOST_POINTS * 4 {
        return Err(too_large());
    }
    // What says it wrongly stands as it is.
    let turned = decoder.orientation().ok();
    let profile = decoder.icc_profile().ok().flatten();
    let profile = profile.filter(|profile| profile.len() <= MOST_OF_A_PROFILE);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    let unwritten = |error: image::ImageError| Failure::defect(format!("a picture could not be written: {error}"));
    let smaller = |size: Size| {
        let most = size.most();
        let own = if format == ImageFormat::Jpeg {
            format
        } else {
            ImageFormat::Png
        };
        if picture.width() <= most && picture.height() <= most {
            return written(&picture, own, profile.clone());
        }
        written(&picture.thumbnail(most, most), own, profile.clone())
    };
    Ok(Picture {
        thumb: smaller(Size::Thumb).map_err(unwritten)?,
        medium: smaller(Size::Medium).map_err(unwritten)?,
        bytes: written(&picture, format, profile.clone()).map_err(unwritten)?,
        width: picture.width(),
        height: picture.height(),
    })
}

fn written(picture: &DynamicImage, format: ImageFormat, profile: Option<Vec<u8>>) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => {
            // The format has colours of eight bits, or shades of grey.
            let plain = match picture {
                DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => None,
                other => Some(DynamicImage::ImageRgb8(other.to_rgb8())),
            };
            with_profile(
                plain.as_ref().unwrap_or(picture),
                JpegEncoder::new_with_quality(&mut out, QUALITY),
                profile,
            )?;
        }
        ImageFormat::Gif => GifEncoder::new(&mut out).encode_frame(image::Frame::new(picture.to_rgba8()))?,
        ImageFormat::WebP => {
            let plain = if picture.color().has_alpha() {
                DynamicImage::ImageRgba8(picture.to_rgba8())
            } else {
                DynamicImage::ImageRgb8(picture.to_rgb8())
            };
            with_profile(&plain, WebPEncoder::new_lossless(&mut out), profile)?;
        }
        _ => with_profile(picture, PngEncoder::new(&mut out), profile)?,
    }
    Ok(out)
}

fn with_profile(picture: &DynamicImage, mut encoder: impl ImageEncoder, profile: Option<Vec<u8>>) -> ImageResult<()> {
    if let Some(profile) = profile {
        // A format that takes none goes without.
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder)
}

fn refused(code: Code, message: &str) -> Failure {
    Reason::new(code, "", message).into()
}

fn too_large() -> Failure {
    let message = format!(
        "the picture has more than {MOST_POINTS} points, or more than {MOST_ALONG} along one side; make it smaller"
    );
    Reason::new(Code::RequestRange, "", message)
        .with("max", MOST_POINTS)
        .into()
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;

    fn two_colours() -> DynamicImage {
        let red_left = |x: u32, _| if x < 8 { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) };
        DynamicImage::ImageRgb8(RgbImage::from_fn(16, 8, red_left))
    }

    /// A JPEG with an EXIF that says how it is to be turned, and where it was taken.
    fn photo(turned: u8) -> Vec<u8> {
        let mut plain = Vec::new();
        two_colours()
            .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
            .expect("a picture");
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([turned, 0, 0, 0, 0, 0, 0]);
        exif.extend(b"GPS 52.52 13.40");
        let length = u16::try_from(exif.len() + 2).expect("a length").to_be_bytes();
        let (start, rest) = plain.split_at(2);
        [start, &[0xff, 0xe1], &length, &exif, rest].concat()
    }

    #[test]
    fn a_photo_stands_upright_and_tells_nothing_of_where_it_was_taken() {
        let sent = photo(6);
        assert!(sent.windows(3).any(|own| own == b"GPS"));
        let made = made_of(&sent, ImageFormat::Jpeg).expect("a picture");
        assert_eq!((made.width, made.height), (8, 16));
        for bytes in [&made.bytes, &made.thumb, &made.medium] {
            assert!(!bytes.windows(3).any(|own| own == b"GPS"));
            assert!(!bytes.windows(4).any(|own| own == b"Exif"));
            let again = image::load_from_memory(bytes).expect("a picture").to_rgb8();
            assert_eq!((again.width(), again.height()), (8, 16));
            // A quarter to the right: what was at the left is above.
            assert!(again.get_pixel(4, 2)[0] > 200 && again.get_pixel(4, 13)[2] > 200);
        }
        let straight = made_of(&photo(1), ImageFormat::Jpeg).expect("a picture");
        assert_eq!((straight.width, straight.height), (16, 8));
    }

    #[test]
    fn every_format_stays_what_it_is() {
        for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Jpeg] {
            let mut bytes = Vec::new();
            two_colours()
                .write_to(&mut Cursor::new(&mut bytes), format)
                .expect("a picture");
            bytes.extend(b"<script>alert(1)</script>");
            let made = made_of(&bytes, format).expect("a picture");
            assert_eq!(image::guess_format(&made.bytes).ok(), Some(format));
            assert!(!made.bytes.windows(7).any(|own| own == b"<script"), "{format:?}");
        }
    }

    #[test]
    fn what_would_grow_too_large_is_refused_before_it_does() {
        // A PNG of some bytes that says it is 60,000 points each way.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bomb.extend(60_000_u32.to_be_bytes());
        bomb.extend(60_000_u32.to_be_bytes());
        bomb.extend([8, 2, 0, 0, 0]);
        let sum = crc32(bomb.get(12..).expect("bytes"));
        bomb.extend(sum.to_be_bytes());
        bomb.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        let refused = made_of(&bomb, ImageFormat::Png).expect_err("a refusal");
        assert!(refused.to_string().contains("make it smaller"), "{refused}");
        for cut in [&b""[..], b"\x89PNG\r\n\x1a\n", &photo(1)[..40]] {
            assert!(matches!(made_of(cut, ImageFormat::Png), Err(Failure::Refused(_))));
        }
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let fold = |sum: u32, byte: &u8| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 {
                    (sum >> 1) ^ 0xedb8_8320
                } else {
                    sum >> 1
                }
            })
        };
        !bytes.iter().fold(u32::MAX, fold)
    }
}
