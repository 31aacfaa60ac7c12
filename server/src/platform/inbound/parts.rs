//! The parts of a mail, taken apart within bounds: what somebody has written in them, and the files that came along.

use std::borrow::Cow;

use mail_parser::MimeHeaders as _;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use ratebook::Reason;

use super::head::{Head, MOST_BYTES, line_of, parsed, too_large};

/// A mail has at most so many parts.
pub(super) const MOST_PARTS: usize = 100;
/// And they stand in each other at most so deep.
const MOST_DEPTH: usize = 10;
/// The head of a part has at most so many bytes.
const MOST_OF_A_PART: usize = 32 * 1024;
/// As many bytes of text are read of one.
pub(super) const MOST_TEXT: usize = 400_000;

/// A file that came along.
#[derive(Clone, Debug)]
pub(super) struct Attached {
    pub(super) name: String,
    /// As what it was sent.
    pub(super) told: String,
    pub(super) bytes: Vec<u8>,
}

/// What a part is.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    pub(super) name: String,
    boundary: Option<String>,
    charset: Option<String>,
    /// What it is called as a file.
    called: Option<String>,
}

impl Default for Kind {
    fn default() -> Kind {
        Kind {
            name: "text/plain".to_owned(),
            boundary: None,
            charset: None,
            called: None,
        }
    }
}

impl Kind {
    pub(super) fn of(head: &Head) -> Kind {
        let read = parsed("Content-Type", head.first("content-type"), |mail| {
            let own = mail.content_type()?;
            let attribute = |name: &str| own.attribute(name).map(str::to_owned);
            let name = format!("{}/{}", own.ctype(), own.subtype().unwrap_or_default());
            Some(Kind {
                name: name.to_ascii_lowercase(),
                boundary: attribute("boundary").filter(|boundary| !boundary.is_empty()),
                charset: attribute("charset"),
                called: attribute("name"),
            })
        });
        read.flatten().unwrap_or_default()
    }

    fn is_text(&self) -> bool {
        ["text/plain", "text/html"].contains(&self.name.as_str())
    }
}

/// What was found in the parts of a mail so far.
#[derive(Debug, Default)]
pub(super) struct Parts {
    count: usize,
    /// How many bytes their heads have.
    heads: usize,
    /// How many bytes of text were read of them.
    bytes: usize,
    pub(super) files: Vec<Attached>,
}

/// What somebody has written in a part.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) said: String,
    /// Whether some of it was written as HTML.
    is_html: bool,
}

impl Text {
    /// What several parts say.
    fn of(parts: impl Iterator<Item = Text>) -> Text {
        let joined = parts.reduce(|mut one, next| {
            one.said.push_str("\n\n");
            one.said.push_str(&next.said);
            one.is_html |= next.is_html;
            one
        });
        joined.unwrap_or_default()
    }
}

impl Parts {
    /// The head of a part, of at most so many bytes, and what stands behind it.
    pub(super) fn head<'b>(&mut self, part: &'b [u8], most: usize) -> Result<(Head, &'b [u8]), Box<Reason>> {
        let (head, body) = Head::read(part, most)?;
        self.heads = self.heads.saturating_add(part.len().saturating_sub(body.len()));
        if self.heads > MOST_BYTES {
            return Err(too_large("the mail has too many bytes in its headers", MOST_BYTES));
        }
        Ok((head, body))
    }

    /// Takes a part, and those within it.
    pub(super) fn take(&mut self, (head, body): (&Head, &[u8]), depth: usize) -> Result<Text, Box<Reason>> {
        self.count = self.count.saturating_add(1);
        if self.count > MOST_PARTS {
            return Err(too_large("the mail has too many parts", MOST_PARTS));
        }
        let kind = Kind::of(head);
        if let Some(boundary) = kind.boundary.as_deref().filter(|_| kind.name.starts_with("multipart/")) {
            if depth >= MOST_DEPTH {
                return Err(too_large(
                    "the parts of the mail stand in each other too deep",
                    MOST_DEPTH,
                ));
            }
            let mut texts = Vec::new();
            for piece in pieces(body, boundary) {
                let (head, body) = self.head(piece, MOST_OF_A_PART)?;
                texts.push(self.take((&head, body), depth.saturating_add(1))?);
            }
            let texts = texts.into_iter().filter(|text| !text.said.is_empty());
            return Ok(match kind.name.as_str() {
                // The same in several ways: plain where it is there so.
                "multipart/alternative" => texts.min_by_key(|text| text.is_html).unwrap_or_default(),
                _ => Text::of(texts),
            });
        }
        let placed = parsed("Content-Disposition", head.first("content-disposition"), |mail| {
            let own = mail.content_disposition()?;
            Some((own.is_attachment(), own.attribute("filename").map(str::to_owned)))
        });
        let (is_attached, called) = placed.flatten().unwrap_or_default();
        let called = called.or_else(|| kind.called.clone());
        let bytes = decoded(head, body);
        if kind.is_text() && !is_attached && called.is_none() {
            return Ok(self.read(&kind, &bytes));
        }
        if !bytes.is_empty() {
            // A mail within a mail is a file like any other: nothing within it is looked at.
            self.files.push(Attached {
                name: called.unwrap_or_default(),
                told: kind.name,
                bytes: bytes.into_owned(),
            });
        }
        Ok(Text::default())
    }

    fn read(&mut self, kind: &Kind, bytes: &[u8]) -> Text {
        let left = MOST_TEXT.saturating_sub(self.bytes);
        let bytes = bytes.get(..left).unwrap_or(bytes);
        self.bytes = self.bytes.saturating_add(bytes.len());
        let decoder = kind
            .charset
            .as_deref()
            .and_then(|name| charset_decoder(name.as_bytes()));
        let text = match decoder {
            Some(decode) => decode(bytes),
            None => String::from_utf8_lossy(bytes).into_owned(),
        };
        let is_html = kind.name == "text/html";
        let text = if is_html { html_to_text(&text) } else { text };
        let said = text.trim().to_owned();
        Text { said, is_html }
    }
}

/// The bytes of a part as they were before they were written for the way.
fn decoded<'b>(head: &Head, body: &'b [u8]) -> Cow<'b, [u8]> {
    let encoding = head.first("content-transfer-encoding");
    let encoding = encoding.split([' ', ';', '(']).next().unwrap_or_default();
    let read = match encoding.to_ascii_lowercase().as_str() {
        "base64" => base64_decode(body),
        "quoted-printable" => quoted_printable_decode(body),
        _ => None,
    };
    // What cannot be read so is taken as it stands there.
    read.map_or(Cow::Borrowed(body), Cow::Owned)
}

/// What stands between lines of a boundary. One more than are read is enough to refuse them.
fn pieces<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mut found = Vec::new();
    let (mut begun, mut at) = (None, 0);
    while at < body.len() && found.len() <= MOST_PARTS {
        let rest = body.get(at..).unwrap_or_default();
        let (line, behind) = line_of(rest);
        let next = body.len().saturating_sub(behind.len());
        if let Some(is_last) = parts_at(line, boundary) {
            found.extend(begun.and_then(|begun| body.get(begun..at)).map(without_end));
            begun = Some(next).filter(|_| !is_last);
            if is_last {
                return found;
            }
        }
        at = next;
    }
    // What does not end ends with the mail.
    found.extend(begun.and_then(|begun| body.get(begun..)));
    found
}

/// Whether a line is one of a boundary, and the last one.
fn parts_at(line: &[u8], boundary: &str) -> Option<bool> {
    let rest = line.strip_prefix(b"--")?.strip_prefix(boundary.as_bytes())?;
    let (rest, is_last) = match rest.strip_prefix(b"--") {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    rest.iter().all(|byte| byte.is_ascii_whitespace()).then_some(is_last)
}

/// The end of the line before a boundary belongs to that.
fn without_end(piece: &[u8]) -> &[u8] {
    let piece = piece.strip_suffix(b"\n").unwrap_or(piece);
    piece.strip_suffix(b"\r").unwrap_or(piece)
}
