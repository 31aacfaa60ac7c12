//! Workbooks: the first sheet is read cell by cell, and one sheet of text is written.

mod book;
mod cells;
mod package;
mod write;

use quick_xml::events::{BytesStart, Event};

use self::book::Book;
use self::package::{Package, Part, attributes_of, failed, most_unpacked};
pub use self::write::Workbook;
pub(super) use self::write::write;
use super::{MAX_ROWS, TakesRows};
use crate::money::shortened;
use crate::{Code, Error, Result};

/// Reads the first sheet cell by cell; a row is handed on as soon as the next one begins.
pub(super) fn read(bytes: &[u8], gather: &mut impl TakesRows) -> Result<()> {
    read_within(bytes, most_unpacked(bytes.len()), gather)
}

fn read_within<T: TakesRows>(bytes: &[u8], most_bytes: u64, gather: &mut T) -> Result<()> {
    let mut package = Package::open(bytes, most_bytes)?;
    let book = Book::read(&mut package)?;
    let mut sheet = Sheet {
        part: package.part(&book.sheet)?,
        book: &book,
        raw: String::new(),
        row: 0,
        next_row: 0,
        next_column: 0,
    };
    let mut current = 0;
    let mut row: Vec<String> = Vec::new();
    let mut text = String::new();
    while let Some((number, column)) = sheet.next_cell(&mut text)? {
        if number as usize >= MAX_ROWS {
            return Err(Error::new(
                Code::RequestTooLarge,
                "",
                format!("more than {MAX_ROWS} rows"),
            ));
        }
        if number != current {
            gather_row(gather, current, &mut row)?;
            current = number;
        }
        let column = column as usize;
        if column >= T::MOST_COLUMNS || text.is_empty() {
            continue;
        }
        row.resize(row.len().max(column + 1), String::new());
        if let Some(own) = row.get_mut(column) {
            std::mem::swap(own, &mut text);
        }
    }
    gather_row(gather, current, &mut row)
}

/// Hands a row on and empties its cells; what they had taken of the heap serves the next row.
fn gather_row(gather: &mut impl TakesRows, number: u32, row: &mut [String]) -> Result<()> {
    if row.iter().any(|cell| !cell.is_empty()) {
        gather.row(number + 1, row.iter().map(String::as_str))?;
    }
    row.iter_mut().for_each(String::clear);
    Ok(())
}

/// How a cell says what it holds: its attribute `t`.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Truth,
    Fault,
    Day,
}

/// A sheet as it is read; rows and columns count from nought.
struct Sheet<'s> {
    part: Part<'s>,
    book: &'s Book,
    /// The value of a cell as the file writes it.
    raw: String,
    row: u32,
    /// Where the next row and the next cell are when they do not say so.
    next_row: u32,
    next_column: u32,
}

impl Sheet<'_> {
    /// The row and column of the next cell, its text in `text`; none at the end of the sheet.
    fn next_cell(&mut self, text: &mut String) -> Result<Option<(u32, u32)>> {
        text.clear();
        loop {
            let cell = match self.part.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        self.row = row_of(&element)?.unwrap_or(self.next_row);
                        self.next_row = self.row.saturating_add(1);
                        self.next_column = 0;
                        continue;
                    }
                    "c" => Cell::of(&element)?,
                    _ => continue,
                },
                Event::End(element) if element.local_name().as_ref() == "sheetData" => return Ok(None),
                Event::Eof => return Err(failed(&"its sheet ends early")),
                _ => continue,
            };
            let (row, column) = cell.place.unwrap_or((self.row, self.next_column));
            self.next_column = column.saturating_add(1);
            self.read_value(&cell, text)?;
            return Ok(Some((row, column)));
        }
    }

    fn read_value(&mut self, cell: &Cell, text: &mut String) -> Result<()> {
        loop {
            let (value, inline) = match self.part.event()? {
                Event::Start(element) => (
                    element.local_name().as_ref() == "v",
                    element.local_name().as_ref() == "is",
                ),
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(failed(&"its sheet ends early")),
                _ => continue,
            };
            if inline {
                *text = self.part.rich_text()?;
            } else if value && !matches!(cell.kind, Kind::Inline) {
                self.raw.clear();
                self.part.text(&mut self.raw)?;
                self.take_value(cell, text)?;
            } else {
                self.part.skip()?;
            }
        }
    }

    /// What a cell's value stands for; what is no such value is left as it is, for the column to refuse.
    fn take_value(&mut self, cell: &Cell, text: &mut String) -> Result<()> {
        let raw = self.raw.trim();
        text.clear();
        match cell.kind {
            Kind::Shared if raw.is_empty() => {}
            Kind::Shared => {
                let shared = raw.parse::<usize>().ok().and_then(|index| self.book.texts.get(index));
                let Some(shared) = shared else {
                    let message = format!("the text `{}` of a cell is missing", shortened(raw));
                    return Err(failed(&message));
                };
                self.part.spend(shared.len())?;
                text.push_str(shared);
            }
            Kind::Number => {
                let number = cells::number(raw).unwrap_or_else(|| raw.to_owned());
                let dated = cell.style.is_some_and(|style| self.book.is_dated(style));
                let day = dated.then(|| cells::day(&number, self.book.from_1904)).flatten();
                *text = day.unwrap_or(number);
            }
            Kind::Text | Kind::Inline => text.push_str(&cells::unescaped(&self.raw)),
            Kind::Day => text.push_str(raw.get(..10).unwrap_or(raw)),
            Kind::Truth => text.push_str(match raw {
                "0" => "no",
                "1" => "yes",
                _ if raw.eq_ignore_ascii_case("false") => "no",
                _ if raw.eq_ignore_ascii_case("true") => "yes",
                other => other,
            }),
            Kind::Fault => {}
        }
        Ok(())
    }
}

/// What a cell says of itself before its value.
struct Cell {
    place: Option<(u32, u32)>,
    style: Option<usize>,
    kind: Kind,
}

impl Cell {
    fn of(element: &BytesStart<'_>) -> Result<Cell> {
        let mut cell = Cell {
            place: None,
            style: None,
            kind: Kind::Number,
        };
        attributes_of(element, |name, value| {
            match name {
                "r" => {
                    let unknown = || failed(&format!("`{}` is no cell", shortened(value)));
                    cell.place = Some(cells::place_of(value).ok_or_else(unknown)?);
                }
                "s" => cell.style = value.parse().ok(),
                "t" => cell.kind = kind_of(value)?,
                _ => {}
            }
            Ok(())
        })?;
        Ok(cell)
    }
}

fn kind_of(name: &str) -> Result<Kind> {
    Ok(match name {
        "n" => Kind::Number,
        "s" => Kind::Shared,
        "inlineStr" => Kind::Inline,
        "str" => Kind::Text,
        "b" => Kind::Truth,
        "e" => Kind::Fault,
        "d" => Kind::Day,
        other => return Err(failed(&format!("there is no kind of cell `{}`", shortened(other)))),
    })
}

fn row_of(element: &BytesStart<'_>) -> Result<Option<u32>> {
    let mut row = None;
    attributes_of(element, |name, value| {
        if name == "r" {
            let number = value.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
            row = Some(number.ok_or_else(|| failed(&format!("`{}` is no row", shortened(value))))?);
        }
        Ok(())
    })?;
    Ok(row)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::super::rows::Gather;
    use super::*;

    fn workbook(texts: &str, rows: &str) -> Result<Vec<u8>> {
        let parts = [
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet id='a'/></sheets></workbook>".to_owned(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='a' Type='worksheet' Target='sheet.xml'/></Relationships>".to_owned(),
            ),
            ("xl/sharedStrings.xml", format!("<sst><si><t>{texts}</t></si></sst>")),
            (
                "xl/sheet.xml",
                format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
            ),
        ];
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file(name, options).map_err(|error| failed(&error))?;
            archive.write_all(content.as_bytes()).map_err(|error| failed(&error))?;
        }
        Ok(archive.finish().map_err(|error| failed(&error))?.into_inner())
    }

    /// The sizes that the archive gives of its parts, in its directory and before each, made to say one byte.
    fn lying(mut bytes: Vec<u8>) -> Vec<u8> {
        for at in 0..bytes.len() {
            let size = match bytes.get(at..at + 4) {
                Some(b"PK\x01\x02") => at + 24,
                Some(b"PK\x03\x04") => at + 22,
                _ => continue,
            };
            if let Some(size) = bytes.get_mut(size..size + 4) {
                size.copy_from_slice(&[1, 0, 0, 0]);
            }
        }
        bytes
    }

    const ROWS: &str = "<row><c t='str'><v>list</v></c><c t='str'><v>part</v></c></row>";

    fn code_within(bytes: &[u8], most_bytes: u64) -> Option<Code> {
        let read = read_within(bytes, most_bytes, &mut Gather::new(false));
        read.err().map(|error| error.code())
    }

    #[test]
    fn a_workbook_that_unpacks_to_much_is_refused() -> Result<()> {
        let large = workbook("", &format!("{ROWS}<row><f>{}</f></row>", " ".repeat(50_000)))?;
        assert_eq!(code_within(&large, 60_000), None);
        assert_eq!(code_within(&large, 40_000), Some(Code::RequestTooLarge));
        assert_eq!(code_within(&lying(large), 40_000), Some(Code::RatesImport));
        Ok(())
    }

    #[test]
    fn what_grows_a_thousand_times_is_refused() -> Result<()> {
        let bomb = workbook("", &format!("{ROWS}<row><f>{}</f></row>", " ".repeat(100 << 20)))?;
        let read = super::read(&bomb, &mut Gather::new(false));
        assert_eq!(read.err().map(|error| error.code()), Some(Code::RequestTooLarge));
        Ok(())
    }

    #[test]
    fn a_text_counts_as_often_as_it_is_used() -> Result<()> {
        let uses = "<row><c t='s'><v>0</v></c></row>".repeat(100);
        let many = workbook(&"x".repeat(1_000), &format!("{ROWS}{uses}"))?;
        assert_eq!(code_within(&many, 200_000), None);
        assert_eq!(code_within(&many, 50_000), Some(Code::RequestTooLarge));
        Ok(())
    }
}
