//! The documents of the workbench as they look, in every language: pages as small pictures, compared with those that somebody has
//! looked at. `RATEBOOK_GOLDEN=write` writes them anew; look at each before it is kept.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so"
)]

mod samples;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder, RgbImage, RgbaImage};
use ratebook::money::Locale;
use ratebook::records::PackDefinition;
use ratebook_documents::{Fonts, Press};
use typst::layout::Abs;
use typst::visualize::Color;
use typst_render::{RenderOptions, render_merged};

use samples::{folder, pack};

/// Points a pixel has, the other way round.
const SCALE: f64 = 0.62;
/// A channel of a pixel that differs by so much is another one: letters are drawn a little differently by other processors.
const NOTABLE: u8 = 48;
/// The points of a tile, each way: what is missing, or stands elsewhere, is most of one, however large the page is.
const TILE: u32 = 16;
/// So many points of a tile may be others.
const MOST_OTHERS: usize = 12;

/// The pages below each other, small.
fn drawn(press: &mut Press, pack: &PackDefinition, document: &str, (language, locale): (&str, Locale)) -> RgbImage {
    let job = samples::job(pack, document, (language, locale));
    let sheets = press
        .sheets(&job)
        .unwrap_or_else(|faults| panic!("{document} in {language}: {faults:#?}"));
    assert_eq!(
        sheets.len(),
        if document == "quote" { 2 } else { 1 },
        "{document} in {language}"
    );
    press
        .pdf(&job)
        .unwrap_or_else(|faults| panic!("{document} in {language}: {faults:#?}"));
    let options = RenderOptions {
        pixel_per_pt: SCALE.into(),
        ..RenderOptions::default()
    };
    let pages = render_merged(sheets.pages(), &options, Abs::pt(6.0), Some(Color::BLACK));
    let picture = RgbaImage::from_raw(pages.width(), pages.height(), pages.data().to_vec()).expect("a picture");
    DynamicImage::ImageRgba8(picture).to_rgb8()
}

/// As few bytes as it takes.
fn encoded(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    let (width, height) = picture.dimensions();
    encoder
        .write_image(picture.as_raw(), width, height, image::ExtendedColorType::Rgb8)
        .expect("a picture");
    bytes.into_inner()
}

/// The tile in which most points are others: how many, and where it is.
fn worst(known: &RgbImage, picture: &RgbImage) -> (usize, u32, u32) {
    let mut tiles: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for ((x, y, one), other) in known.enumerate_pixels().zip(picture.pixels()) {
        let mut channels = one.0.iter().zip(other.0);
        if channels.any(|(one, other)| one.abs_diff(other) >= NOTABLE) {
            *tiles.entry((x / TILE, y / TILE)).or_default() += 1;
        }
    }
    let worst = tiles.into_iter().max_by_key(|(_, count)| *count);
    worst.map_or((0, 0, 0), |((x, y), count)| (count, x * TILE, y * TILE))
}

#[test]
fn a_word_that_is_missing_is_seen_however_large_the_page() {
    let page = RgbImage::from_pixel(600, 900, image::Rgb([255; 3]));
    let mut other = page.clone();
    // As much ink as a word has.
    let word = (300_u32..324).flat_map(|x| (400_u32..404).map(move |y| (x, y)));
    for (x, y) in word.filter(|(x, y)| (*x + *y).is_multiple_of(3)) {
        other.put_pixel(x, y, image::Rgb([0; 3]));
    }
    assert_eq!(worst(&page, &page).0, 0);
    let (count, ..) = worst(&page, &other);
    assert!(count > MOST_OTHERS, "{count}");
}

#[test]
fn every_document_of_the_workbench_looks_as_it_did_in_every_language() {
    let write = std::env::var_os("RATEBOOK_GOLDEN").is_some_and(|word| word == "write");
    let (mut press, pack) = (Press::new(Fonts::of_engine()), pack());
    let mut others = Vec::new();
    for document in ["invoice", "quote", "work_list", "welcome"] {
        for (language, locale) in [
            ("en", Locale::EnUs),
            ("de", Locale::De),
            ("es", Locale::Es),
            ("fr", Locale::Fr),
        ] {
            let picture = drawn(&mut press, &pack, document, (language, locale));
            let path = folder("tests/golden").join(format!("{document}.{language}.png"));
            if write {
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                let bytes = encoded(&picture);
                assert!(bytes.len() <= 30_000, "{}: {} bytes", path.display(), bytes.len());
                fs::write(&path, bytes).expect("written");
                continue;
            }
            let known = image::open(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
                .to_rgb8();
            if known.dimensions() != picture.dimensions() {
                others.push(format!("{document} in {language}: another size"));
                continue;
            }
            let (count, x, y) = worst(&known, &picture);
            if count > MOST_OTHERS {
                others.push(format!(
                    "{document} in {language}: {count} points are others at {x}, {y}"
                ));
            }
        }
    }
    assert!(others.is_empty(), "{others:#?}");
}
