use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::cells::escape_at;
use crate::rates::files::columns::HEADER;
use crate::rates::files::rows::{Row, neutral};
use crate::rates::files::unreadable;
use crate::{Code, Error, Result};

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="NAME" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Writes rate lists as a workbook.
pub(crate) fn write(rows: &[Row]) -> Result<Vec<u8>> {
    let mut book = Workbook::new("rate lists")?;
    book.row(HEADER.iter().copied())?;
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| neutral(cell)).collect();
        book.row(cells.iter().map(String::as_str))?;
    }
    book.finish()
}

/// The most rows that a sheet of a workbook has.
const MAX_ROWS_OF_A_SHEET: u32 = 1_048_576;

fn failed(error: &dyn std::fmt::Display) -> Error {
    unreadable("the workbook cannot be written", error)
}

/// A workbook of one sheet, written row by row. Every cell is text, so that no amount passes through a float; none is made harmless to
/// spreadsheets here.
pub struct Workbook {
    archive: ZipWriter<Cursor<Vec<u8>>>,
    rows: u32,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Workbook({} rows)", self.rows)
    }
}

impl Workbook {
    /// One without rows, whose sheet is called so.
    pub fn new(sheet: &str) -> Result<Workbook> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        let fixed = [
            ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
            ("_rels/.rels", PACKAGE.to_owned()),
            ("xl/workbook.xml", WORKBOOK.replace("NAME", &escaped(sheet))),
            ("xl/_rels/workbook.xml.rels", SHEETS.to_owned()),
        ];
        for (name, content) in fixed {
            archive.start_file(name, options).map_err(|error| failed(&error))?;
            archive.write_all(content.as_bytes()).map_err(|error| failed(&error))?;
        }
        archive
            .start_file("xl/worksheets/sheet1.xml", options)
            .map_err(|error| failed(&error))?;
        let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
        archive.write_all(head.as_bytes()).map_err(|error| failed(&error))?;
        Ok(Workbook { archive, rows: 0 })
    }

    /// Writes the next row.
    pub fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> Result<()> {
        if self.rows >= MAX_ROWS_OF_A_SHEET {
            let message =
                format!("a sheet of a workbook has at most {MAX_ROWS_OF_A_SHEET} rows; write CSV, or less of it");
            return Err(Error::new(Code::RequestTooLarge, "", message));
        }
        self.rows += 1;
        let xml = row_xml(self.rows, cells);
        self.archive.write_all(xml.as_bytes()).map_err(|error| failed(&error))
    }

    /// The bytes of the whole.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.archive
            .write_all(b"</sheetData></worksheet>")
            .map_err(|error| failed(&error))?;
        let written = self.archive.finish().map_err(|error| failed(&error))?;
        Ok(written.into_inner())
    }
}

fn row_xml<'c>(number: u32, row: impl Iterator<Item = &'c str>) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (column, cell) in row.enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let name = column_name(column);
        let _ = write!(
            xml,
            "<c r=\"{name}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(cell)
        );
    }
    xml.push_str("</row>");
    xml
}

/// A, B, … Z, AA, AB…
fn column_name(column: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column))
    }
}

/// Text as XML holds it; what XML cannot hold is left out, and what looks like an escape is told from one.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        match letter {
            '_' if escape_at(text, place).is_some() => escaped.push_str("_x005F_"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' => escaped.push(letter),
            '\r' => escaped.push_str("&#13;"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
