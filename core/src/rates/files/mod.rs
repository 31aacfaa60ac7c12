//! Rate lists as CSV and XLSX. One row is one part of a list: the list itself, a season, a discount…; `docs/files.md`
//! describes the columns. What has no column of its own stands in `more` as JSON, so that a file holds the whole list.

mod columns;
mod csv_file;
mod rows;
mod xlsx;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use self::rows::{Gather, Row};
pub(crate) use self::rows::{natural, neutral};
pub use self::xlsx::Workbook;
use super::RateListDefinition;
use super::lists::RateLists;
use crate::fault::Limits;
use crate::money::shortened;
use crate::{Code, Error, Reason, Result};

/// The largest file that is read, before unpacking.
pub const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;
/// The largest number of rows that is read.
pub const MAX_ROWS: usize = 1_000_000;

/// The kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FileFormat {
    /// Comma-separated values.
    #[default]
    Csv,
    /// A workbook; the first sheet counts.
    Xlsx,
}

/// How text is written in bytes. It is declared, never guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16 as its byte order mark says.
    #[serde(rename = "utf-16")]
    Utf16,
    /// Western European, as older spreadsheets write it.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

/// What happens when a row is at fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OnFault {
    /// Nothing is imported.
    #[default]
    ImportNothing,
    /// Lists with faults are left out.
    SkipBad,
}

/// How a file is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FileStyle {
    /// The kind of file.
    #[serde(default)]
    pub format: FileFormat,
    /// The encoding of a CSV file.
    #[serde(default)]
    pub encoding: Encoding,
    /// What separates the columns of a CSV file: `,`, `;` or a tab.
    #[serde(default = "comma")]
    #[schemars(extend("format" = "text"))]
    pub delimiter: String,
    /// Whether amounts have a decimal comma: 124,50.
    #[serde(default)]
    pub decimal_comma: bool,
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ImportRequest {
    /// The text of a CSV file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 67_108_864), extend("format" = "text"))]
    pub text: Option<String>,
    /// The bytes of a file in Base64, for XLSX and encodings other than UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 89_478_488), extend("format" = "text"))]
    pub content_base64: Option<String>,
    /// How the file is written.
    #[serde(default)]
    pub style: FileStyle,
    /// What happens when a row is at fault.
    #[serde(default)]
    pub on_fault: OnFault,
}

/// What came out of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Imported {
    /// The lists, in the order of the file.
    pub lists: Vec<RateListDefinition>,
    /// Every fault, by row and column.
    pub faults: Vec<RowFault>,
    /// How many rows were read.
    pub rows: u32,
}

/// A fault in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RowFault {
    /// The row as a spreadsheet counts it, the header being 1.
    pub row: u32,
    /// The column's name.
    pub column: String,
    /// The code of the fault.
    pub code: Code,
    /// What was expected.
    pub message: String,
}

/// How lists are to be written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportRequest {
    /// How the file is to be written.
    #[serde(default)]
    pub style: FileStyle,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Exported {
    /// The text of a CSV file in UTF-8.
    pub text: Option<String>,
    /// The bytes in Base64, for other files.
    pub content_base64: Option<String>,
    /// How many rows it has, the header included.
    pub rows: u32,
}

/// Reads rate lists from a file; every faulty row is reported with its column.
pub fn import(request: ImportRequest) -> Result<Imported> {
    request.bounded()?;
    let (path, bytes) = bytes_of(request.text, request.content_base64, &request.style)?;
    import_bytes(&bytes, &request.style, request.on_fault).map_err(|error| error.under(path))
}

/// The bytes of a file that was given as text or in Base64, and where it was.
pub(crate) fn bytes_of(
    text: Option<String>,
    content_base64: Option<String>,
    style: &FileStyle,
) -> Result<(&'static str, Vec<u8>)> {
    match (text, content_base64) {
        (Some(text), None) if style.format == FileFormat::Csv => Ok(("/text", text.into_bytes())),
        (None, Some(content)) => Ok(("/content_base64", decoded(&content)?)),
        (Some(_), None) => Err(Error::new(
            Code::RequestConflict,
            "/text",
            "a workbook is given in `content_base64`",
        )),
        _ => Err(Error::new(
            Code::RequestMissing,
            "/text",
            "give either `text` or `content_base64`",
        )),
    }
}

/// What takes the rows of a file, one after the other; the first one names the columns.
pub(crate) trait TakesRows {
    /// As many columns as are looked at.
    const MOST_COLUMNS: usize;

    /// Takes the next row, with its number as a spreadsheet counts it.
    fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = &'c str>) -> Result<()>;
}

/// Hands over every row of a file.
pub(crate) fn each_row(bytes: &[u8], style: &FileStyle, rows: &mut impl TakesRows) -> Result<()> {
    if bytes.len() > MAX_FILE_BYTES {
        let message = format!("the file has {} bytes; at most {MAX_FILE_BYTES} are read", bytes.len());
        return Err(Reason::new(Code::RequestTooLarge, "", message)
            .with("limit", MAX_FILE_BYTES)
            .into());
    }
    match style.format {
        FileFormat::Csv => csv_file::read(bytes, style, rows),
        FileFormat::Xlsx => xlsx::read(bytes, rows),
    }
}

/// The same from the bytes of the file.
pub fn import_bytes(bytes: &[u8], style: &FileStyle, on_fault: OnFault) -> Result<Imported> {
    let mut gather = Gather::new(style.decimal_comma);
    each_row(bytes, style, &mut gather)?;
    let mut imported = gather.finish();
    if on_fault == OnFault::ImportNothing && !imported.faults.is_empty() {
        imported.lists.clear();
    }
    Ok(imported)
}

/// Writes rate lists to the bytes of a file, and tells how many rows it has.
pub fn export_bytes(lists: &[&RateListDefinition], style: &FileStyle) -> Result<(Vec<u8>, u32)> {
    let mut rows: Vec<Row> = Vec::new();
    for list in lists {
        rows::of_list(list, style.decimal_comma, &mut rows);
    }
    let count = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
    let bytes = match style.format {
        FileFormat::Csv => csv_file::write(&rows, style)?,
        FileFormat::Xlsx => xlsx::write(&rows)?,
    };
    Ok((bytes, count))
}

impl RateLists {
    /// Writes the lists to a file, which reads back to the same lists.
    pub fn export(&self, request: &ExportRequest) -> Result<Exported> {
        request.bounded()?;
        let lists: Vec<&RateListDefinition> = self.lists().iter().map(super::RateList::definition).collect();
        let (bytes, rows) = export_bytes(&lists, &request.style)?;
        let plain = request.style.format == FileFormat::Csv && request.style.encoding == Encoding::Utf8;
        Ok(if plain {
            Exported {
                text: String::from_utf8(bytes).ok(),
                content_base64: None,
                rows,
            }
        } else {
            use base64::Engine as _;
            let content = base64::engine::general_purpose::STANDARD.encode(bytes);
            Exported {
                text: None,
                content_base64: Some(content),
                rows,
            }
        })
    }
}

fn decoded(content: &str) -> Result<Vec<u8>> {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.decode(content);
    bytes.map_err(|error| {
        Error::new(
            Code::RequestType,
            "/content_base64",
            format!("the content is not Base64: {error}"),
        )
    })
}

/// A file that cannot be read at all.
fn unreadable(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(
        Code::RatesImport,
        "",
        format!("{what}: {}", shortened(&error.to_string())),
    )
}

fn comma() -> String {
    ",".to_owned()
}
