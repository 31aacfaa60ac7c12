//! A file as it is answered: by its hash, whole or in part, and shown by no browser unless nothing in it can be carried out.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ratebook::{Code, Reason};

use super::sniff::is_shown_inline;
use super::{Files, Known, Named, Size};
use crate::problem::Problem;
use crate::records::answer::is_known;
use crate::store::Failure;

/// What a name may have in it as it is, by RFC 8187.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');
/// What a browser that opens it by itself lets it do: nothing at all.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// A file that is to be answered, itself or smaller.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) named: Named,
    pub(crate) known: Known,
    pub(crate) size: Option<Size>,
}

/// The size that an address asks for.
pub(crate) fn size_of(text: Option<&str>) -> Result<Option<Size>, Problem> {
    match text {
        None => Ok(None),
        Some("thumb") => Ok(Some(Size::Thumb)),
        Some("medium") => Ok(Some(Size::Medium)),
        Some(_) => {
            let message = "a size is `thumb` or `medium`; without it the file itself is answered";
            Err(Problem::of_reason(
                422,
                Reason::new(Code::RequestRange, "/size", message),
            ))
        }
    }
}

/// How a browser takes a file, and what it calls it.
pub(crate) fn disposition(way: &str, name: &str) -> String {
    format!("{way}; filename*=UTF-8''{}", utf8_percent_encode(name, NAME))
}

/// Which part is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Of(u64, u64),
    Beyond,
}

impl Shown {
    fn tag(&self) -> String {
        let hash = self.known.hash.iter();
        let hash = hash.fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let size = self.size.map_or_else(String::new, |size| format!("-{}", size.name()));
        format!("\"{hash}{size}\"")
    }

    fn headers(&self) -> HeaderMap {
        let kind = match self.size {
            Some(_) => Size::type_of(&self.known.kind),
            None => self.known.kind.as_str(),
        };
        let way = if is_shown_inline(kind) { "inline" } else { "attachment" };
        let own = [
            (header::ETAG, self.tag()),
            (header::ACCEPT_RANGES, "bytes".to_owned()),
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, disposition(way, &self.known.name)),
            (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        ];
        let own = own
            .into_iter()
            .filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?)));
        own.collect()
    }

    /// Answers it as these headers ask for it.
    pub(crate) async fn answer(self, files: &Files, asked: &HeaderMap) -> Result<Response<Body>, Problem> {
        if self.size.is_some() && !self.known.is_picture {
            let message = "the file is no picture, and there is none of it in another size";
            return Err(Problem::of_reason(
                422,
                Reason::new(Code::RequestRange, "/size", message),
            ));
        }
        let (mut headers, tag) = (self.headers(), self.tag());
        let text = |name: header::HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
        if is_known(asked, &tag) {
            return Ok(response(StatusCode::NOT_MODIFIED, headers, Body::empty()));
        }
        // A part of what has changed since is of no use.
        let still = text(header::IF_RANGE).is_none_or(|known| known.trim() == tag);
        let range = text(header::RANGE).filter(|_| still && self.size.is_none());
        let part = range.map_or(Part::Whole, |range| part_of(range, self.known.bytes));
        let (status, range) = match part {
            Part::Whole => (StatusCode::OK, None),
            Part::Of(first, end) => (StatusCode::PARTIAL_CONTENT, Some(first..end)),
            Part::Beyond => {
                let told = HeaderValue::from_str(&format!("bytes */{}", self.known.bytes));
                headers.remove(header::CONTENT_TYPE);
                headers.extend(told.ok().map(|told| (header::CONTENT_RANGE, told)));
                return Ok(response(StatusCode::RANGE_NOT_SATISFIABLE, headers, Body::empty()));
            }
        };
        let got = files.place()?.get(self.named, self.size, range.clone()).await?;
        let length = match &range {
            Some(range) => {
                let told = format!(
                    "bytes {}-{}/{}",
                    range.start,
                    range.end.saturating_sub(1),
                    self.known.bytes
                );
                let told = HeaderValue::from_str(&told).ok();
                headers.extend(told.map(|told| (header::CONTENT_RANGE, told)));
                range.end.saturating_sub(range.start)
            }
            None => got.meta.size,
        };
        if self.size.is_none() && got.meta.size != self.known.bytes {
            return Err(Failure::defect("a file that lies there is of another length than it was kept with").into());
        }
        headers.insert(header::CONTENT_LENGTH, length.into());
        Ok(response(status, headers, Body::from_stream(got.into_stream())))
    }
}

fn response(status: StatusCode, headers: HeaderMap, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// One range of bytes; of several, and of what is none, the whole is answered, as RFC 9110 lets it.
fn part_of(range: &str, bytes: u64) -> Part {
    let ends = range
        .trim()
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'));
    let Some((first, last)) = ends else { return Part::Whole };
    let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse::<u64>().ok(),
        false => None,
    };
    match (first, last) {
        ("", last) => match number(last) {
            Some(0) => Part::Beyond,
            Some(most) => Part::Of(bytes.saturating_sub(most), bytes),
            None => Part::Whole,
        },
        (first, last) => {
            let end = if last.is_empty() {
                Some(bytes)
            } else {
                number(last).and_then(|last| last.checked_add(1))
            };
            match (number(first), end) {
                (Some(first), Some(end)) if first >= end && first < bytes => Part::Whole,
                (Some(first), Some(_)) if first >= bytes => Part::Beyond,
                (Some(first), Some(end)) => Part::Of(first, end.min(bytes)),
                _ => Part::Whole,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, part_of};

    #[test]
    fn a_range_is_within_the_file_or_told_to_be_beyond() {
        for (range, part) in [
            ("bytes=0-3", Part::Of(0, 4)),
            ("bytes=4-", Part::Of(4, 10)),
            ("bytes=-3", Part::Of(7, 10)),
            ("bytes=-30", Part::Of(0, 10)),
            ("bytes=0-99", Part::Of(0, 10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=10-12", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=5-4", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes=--1", Part::Whole),
            ("bytes=99999999999999999999-", Part::Whole),
            ("bytes=0-18446744073709551615", Part::Whole),
            ("lines=0-3", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part_of(range, 10), part, "{range}");
        }
    }
}
