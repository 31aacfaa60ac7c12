//! What a file is, by its bytes and not by what it is called.

pub(super) const JPEG: &str = "image/jpeg";
pub(super) const PNG: &str = "image/png";
pub(super) const GIF: &str = "image/gif";
pub(super) const WEBP: &str = "image/webp";

/// So many bytes of a file say what it is.
pub(super) const HEAD: usize = 8 * 1024;

const UNKNOWN: &str = "application/octet-stream";
const TEXT: &str = "text/plain";
/// What a text may be said to be by whoever sends it; nothing of it is carried out by anybody who is shown it.
const TEXTS: [&str; 5] = [
    "text/csv",
    "text/markdown",
    "text/calendar",
    "text/vcard",
    "application/json",
];

/// The type of a file that begins so, which was sent as another.
pub(super) fn type_of(head: &[u8], told: &str) -> &'static str {
    if let Some(found) = infer::get(head) {
        return match found.mime_type() {
            // What browsers and others carry out is called by its one name.
            "application/xhtml+xml" => "text/html",
            "text/xml" | "application/xml" if has(head, "<svg") => "image/svg+xml",
            known => known,
        };
    }
    if !is_text(head) {
        return UNKNOWN;
    }
    for (sign, kind) in [
        ("<svg", "image/svg+xml"),
        ("<html", "text/html"),
        ("<script", "text/html"),
        ("<!doctype html", "text/html"),
        ("<?xml", "text/xml"),
    ] {
        if has(head, sign) {
            return kind;
        }
    }
    TEXTS.into_iter().find(|own| *own == told).unwrap_or(TEXT)
}

/// Whether a browser that shows it carries out nothing: pictures of points, which were written here.
pub(super) fn is_shown_inline(kind: &str) -> bool {
    [JPEG, PNG, GIF, WEBP].contains(&kind)
}

fn has(head: &[u8], sign: &str) -> bool {
    head.windows(sign.len())
        .any(|own| own.eq_ignore_ascii_case(sign.as_bytes()))
}

/// Whether it begins as text does: UTF-8, whose last letter may be cut, without control characters other than those of lines.
fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(_) => head,
        Err(error) if error.error_len().is_none() => head.get(..error.valid_up_to()).unwrap_or_default(),
        Err(_) => return false,
    };
    let lines = |byte: &u8| !byte.is_ascii_control() || b"\t\n\r\x0c".contains(byte);
    !whole.is_empty() && whole.iter().all(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_are() {
        let told = "image/png";
        for (head, kind) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\x0d"[..], PNG),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", JPEG),
            (b"%PDF-1.7\n", "application/pdf"),
            (b"MZ\x90\0\x03", "application/vnd.microsoft.portable-executable"),
            (
                b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
                "image/svg+xml",
            ),
            (b"<?xml version=\"1.0\"?>\n<!-- a -->\n<svg/>", "image/svg+xml"),
            (b"  \n<!DOCTYPE HTML><p>", "text/html"),
            (b"hello <SCRIPT>alert(1)</SCRIPT>", "text/html"),
            (b"name,price\na,1\n", TEXT),
            (b"\0\x01\x02", UNKNOWN),
            (b"", UNKNOWN),
            (b"caf\xc3", TEXT),
            (b"caf\xff", UNKNOWN),
        ] {
            assert_eq!(type_of(head, told), kind, "{}", String::from_utf8_lossy(head));
        }
        assert_eq!(type_of(b"name,price\n", "text/csv"), "text/csv");
        assert_eq!(type_of(b"%PDF-1.7\n", "text/csv"), "application/pdf");
        assert_eq!(type_of(b"plain", "text/html"), TEXT);
        for kind in ["image/svg+xml", "text/html", "application/pdf", TEXT, "text/xml"] {
            assert!(!is_shown_inline(kind), "{kind}");
        }
    }
}
