use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use calamine::{DataRef, Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::columns::HEADER;
use super::rows::{Gather, Row, neutral};
use super::{MAX_ROWS, unreadable};
use crate::{Code, Error, Result};

/// How large a workbook may become when it is unpacked.
const MAX_UNPACKED_BYTES: u64 = 1024 * 1024 * 1024;

/// Reads the first sheet cell by cell; a row is handed on as soon as the next one begins.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) -> Result<()> {
    let failed = |error: &dyn std::fmt::Display| unreadable("the file cannot be read as a workbook", error);
    unpacks_within_limit(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
    let sheet = workbook.sheet_names().first().cloned();
    let sheet = sheet.ok_or_else(|| Error::new(Code::RatesImport, "", "the workbook has no sheet"))?;
    let mut cells = workbook
        .worksheet_cells_reader(&sheet)
        .map_err(|error| failed(&error))?;
    let mut current = 0;
    let mut row: Vec<String> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|error| failed(&error))? {
        let (number, column) = cell.get_position();
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
        if column >= HEADER.len() * 2 {
            continue;
        }
        row.resize(row.len().max(column + 1), String::new());
        if let Some(own) = row.get_mut(column) {
            *own = text_of(cell.get_value());
        }
    }
    gather_row(gather, current, &mut row)
}

fn gather_row(gather: &mut Gather, number: u32, row: &mut Vec<String>) -> Result<()> {
    if row.iter().any(|cell| !cell.is_empty()) {
        gather.row(number + 1, row.iter().map(String::as_str))?;
    }
    row.clear();
    Ok(())
}

/// A number cell is read as the shortest decimal that it stands for, the one that was typed.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        DataRef::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        _ => String::new(),
    }
}

/// A small file must not unpack to a huge one.
fn unpacks_within_limit(bytes: &[u8]) -> Result<()> {
    let failed = |error: zip::result::ZipError| unreadable("the file cannot be read as a workbook", &error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(index).map_err(failed)?.size());
    }
    if unpacked > MAX_UNPACKED_BYTES {
        let message = format!("the workbook unpacks to {unpacked} bytes; at most {MAX_UNPACKED_BYTES} are read");
        return Err(Error::new(Code::RequestTooLarge, "", message));
    }
    Ok(())
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="rate lists" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Writes a workbook of one sheet; every cell is text, so that no amount passes through a float.
pub(super) fn write(rows: &[Row]) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| unreadable("the workbook cannot be written", error);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let fixed = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
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
    let header: Row = HEADER.iter().map(|name| (*name).to_owned()).collect();
    for (number, row) in (1_u32..).zip(std::iter::once(&header).chain(rows)) {
        archive
            .write_all(row_xml(number, row).as_bytes())
            .map_err(|error| failed(&error))?;
    }
    archive
        .write_all(b"</sheetData></worksheet>")
        .map_err(|error| failed(&error))?;
    let written = archive.finish().map_err(|error| failed(&error))?;
    Ok(written.into_inner())
}

fn row_xml(number: u32, row: &Row) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let name = column_name(column);
        let _ = write!(
            xml,
            "<c r=\"{name}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(&neutral(cell))
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

/// Text as XML holds it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
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
