use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::cells::unescaped;
use crate::money::shortened;
use crate::rates::files::unreadable;
use crate::{Code, Error, Reason, Result};

const MIB: u64 = 1024 * 1024;
/// How large any workbook may become when it is unpacked.
const MAX_UNPACKED_BYTES: u64 = 1024 * MIB;
/// How large a small one may, and by how much a large one may grow: spreadsheets grow ten or twenty times, and what grows a thousand
/// times is made to.
const SMALL_UNPACKED_BYTES: u64 = 64 * MIB;
const MOST_GROWTH: u64 = 200;

/// How large a workbook of so many bytes may become when it is unpacked.
pub(super) fn most_unpacked(packed: usize) -> u64 {
    let grown = (packed as u64).saturating_mul(MOST_GROWTH);
    grown.clamp(SMALL_UNPACKED_BYTES, MAX_UNPACKED_BYTES)
}

/// A workbook that cannot be read, and why.
pub(super) fn failed(error: &dyn fmt::Display) -> Error {
    unreadable("the file cannot be read as a workbook", error)
}

fn too_large() -> Error {
    let message = format!(
        "the workbook unpacks to more than is read: {} MiB, or {MOST_GROWTH} times what it has packed, and at most {} MiB",
        SMALL_UNPACKED_BYTES / MIB,
        MAX_UNPACKED_BYTES / MIB
    );
    Error::new(Code::RequestTooLarge, "", message)
}

/// The most bytes of a cell: spreadsheets write 32,767 letters at most.
const MAX_CELL_BYTES: usize = 1024 * 1024;

fn large_cell() -> Error {
    let message = format!("a cell has more than {MAX_CELL_BYTES} bytes");
    Error::from(Reason::new(Code::RequestTooLarge, "", message).with("limit", MAX_CELL_BYTES))
}

/// A workbook's archive, and how much of it may still be unpacked.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left_bytes: Cell<u64>,
}

impl<'b> Package<'b> {
    /// Opens an archive; one that says itself that it unpacks to more than `most_bytes` is refused.
    pub(super) fn open(bytes: &'b [u8], most_bytes: u64) -> Result<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
        let mut unpacked = 0_u64;
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(|error| failed(&error))?;
            unpacked = unpacked.saturating_add(file.size());
        }
        if unpacked > most_bytes {
            return Err(too_large());
        }
        let left_bytes = Cell::new(most_bytes);
        Ok(Package { archive, left_bytes })
    }

    /// Opens a part by its name.
    pub(super) fn part(&mut self, name: &str) -> Result<Part<'_>> {
        let missing = || failed(&format!("it has no part `{}`", shortened(name)));
        let index = self.place_of(name).ok_or_else(missing)?;
        let file = self.archive.by_index(index).map_err(|error| failed(&error))?;
        let metered = Metered {
            file: Box::new(file),
            left_bytes: &self.left_bytes,
        };
        let mut xml = Reader::from_reader(BufReader::new(metered));
        xml.config_mut().expand_empty_elements = true;
        Ok(Part {
            xml,
            buffer: Vec::new(),
            left_bytes: &self.left_bytes,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.place_of(name).is_some()
    }

    /// Some writers differ in case, or write `\` for `/`.
    fn place_of(&self, name: &str) -> Option<usize> {
        let same = |own: &[u8]| {
            let own = own.strip_prefix(b"/").unwrap_or(own);
            let alike = |(one, other): (&u8, u8)| one.eq_ignore_ascii_case(&other) || (*one == b'\\' && other == b'/');
            own.len() == name.len() && own.iter().zip(name.bytes()).all(alike)
        };
        let exact = self.archive.index_for_name(name);
        exact.or_else(|| self.archive.file_names_raw().position(same))
    }
}

/// Bytes as they are unpacked, counted: the sizes that an archive gives of itself may be wrong, and a part may be read
/// more than once.
struct Metered<'p> {
    file: Box<dyn Read + 'p>,
    left_bytes: &'p Cell<u64>,
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        let left = self.left_bytes.get().checked_sub(count as u64);
        self.left_bytes
            .set(left.ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?);
        Ok(count)
    }
}

/// A part of a workbook, read as XML. An empty element begins and ends like any other.
pub(super) struct Part<'p> {
    xml: Reader<BufReader<Metered<'p>>>,
    buffer: Vec<u8>,
    left_bytes: &'p Cell<u64>,
}

impl Part<'_> {
    pub(super) fn event(&mut self) -> Result<Event<'_>> {
        self.buffer.clear();
        self.xml
            .read_event_into(&mut self.buffer)
            .map_err(|error| match &error {
                quick_xml::Error::Io(io) if io.kind() == io::ErrorKind::FileTooLarge => too_large(),
                _ => failed(&error),
            })
    }

    /// Counts what is kept as if it had been unpacked: little XML can name much text.
    pub(super) fn spend(&self, bytes: usize) -> Result<()> {
        let left = self.left_bytes.get().checked_sub(bytes as u64);
        self.left_bytes.set(left.ok_or_else(too_large)?);
        Ok(())
    }

    /// Adds the text up to the end of the element that has begun.
    pub(super) fn text(&mut self, text: &mut String) -> Result<()> {
        let mut depth = 0_u64;
        loop {
            match self.event()? {
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(name) => push_entity(&name, text)?,
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(failed(&"it ends within a text")),
                _ => {}
            }
            if text.len() > MAX_CELL_BYTES {
                return Err(large_cell());
            }
        }
    }

    /// Passes over the element that has begun.
    pub(super) fn skip(&mut self) -> Result<()> {
        let mut depth = 0_u64;
        loop {
            match self.event()? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(failed(&"it ends within an element")),
                _ => {}
            }
        }
    }

    /// A text of one run or several, without how it is pronounced, up to the end of the element that has begun.
    pub(super) fn rich_text(&mut self) -> Result<String> {
        let mut whole = String::new();
        let mut run = String::new();
        let mut depth = 0_u64;
        loop {
            let (is_text, kept_spaces) = match self.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "t" => (true, keeps_spaces(&element)?),
                    "rPh" => (false, false),
                    _ => {
                        depth += 1;
                        continue;
                    }
                },
                Event::End(_) if depth == 0 => return Ok(whole),
                Event::End(_) => {
                    depth -= 1;
                    continue;
                }
                Event::Eof => return Err(failed(&"it ends within a text")),
                _ => continue,
            };
            if !is_text {
                self.skip()?;
                continue;
            }
            run.clear();
            self.text(&mut run)?;
            let kept = if kept_spaces {
                run.as_str()
            } else {
                run.trim_matches([' ', '\t', '\r', '\n'])
            };
            whole.push_str(&unescaped(kept));
            if whole.len() > MAX_CELL_BYTES {
                return Err(large_cell());
            }
        }
    }
}

fn keeps_spaces(element: &BytesStart<'_>) -> Result<bool> {
    let mut kept = false;
    attributes_of(element, |name, value| {
        kept |= name == "space" && value == "preserve";
        Ok(())
    })?;
    Ok(kept)
}

/// Hands over each attribute, its name without a prefix.
pub(super) fn attributes_of(element: &BytesStart<'_>, mut take: impl FnMut(&str, &str) -> Result<()>) -> Result<()> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| failed(&error))?;
        let name = attribute.key.local_name();
        if attribute.value.bytes().any(|letter| letter == b'&') {
            let value = unescape(&attribute.value).map_err(|error| failed(&error))?;
            take(name.as_ref(), &value)?;
        } else {
            take(name.as_ref(), &attribute.value)?;
        }
    }
    Ok(())
}

/// Adds what an entity stands for; those that a file declares itself are unknown here, and so cannot grow.
fn push_entity(name: &BytesRef<'_>, text: &mut String) -> Result<()> {
    if let Some(known) = resolve_xml_entity(name) {
        text.push_str(known);
        return Ok(());
    }
    let letter = name.resolve_char_ref().map_err(|error| failed(&error))?;
    text.push(letter.ok_or_else(|| failed(&format!("it has an unknown entity `{}`", shortened(name))))?);
    Ok(())
}
