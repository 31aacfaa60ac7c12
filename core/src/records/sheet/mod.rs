//! A sheet of records, as people fill one in: read row by row, so that a bad cell spoils no other row.

mod cells;
mod gather;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::compiled::Pack;
use super::query::Reader;
use crate::fault::Limits;
use crate::rates::files::{FileStyle, RowFault, bytes_of, each_row, neutral};
use crate::tenancy::access::AccessActor;
use crate::time::Instant;
use crate::{Code, Error, JsonSchema, Result};
use gather::{OneByOne, SheetRows};
use ratebook_derive::Build;

/// A sheet to be read as records of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReadRowsRequest {
    /// Of what.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// Who writes them.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
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
    /// The fields of columns that are called otherwise. A column whose field is empty is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "text", "valueFormat" = "reference"))]
    pub mapping: BTreeMap<String, String>,
}

/// What came out of a sheet of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RowsRead {
    /// The rows that can be kept, in the order of the sheet.
    pub rows: Vec<RecordRow>,
    /// What is wrong with the others, by row and column; at most 1,000 are told.
    pub faults: Vec<RowFault>,
    /// How many more are not.
    pub more_faults: u32,
    /// How many rows were read.
    pub read: u32,
    /// What the columns are called in the sheet, by the fields that they hold.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name", "valueFormat" = "text"))]
    pub columns: BTreeMap<String, String>,
}

/// What one row of a sheet has come to, while the sheet is read row by row.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RowRead {
    /// The row as a spreadsheet counts it. The header comes first.
    pub row: u32,
    /// Whether it counts as a row: the header does not, nor one without a value.
    pub counts: bool,
    /// What is to be kept of it.
    pub record: Option<RecordRow>,
    /// What is wrong with it.
    pub faults: Vec<RowFault>,
    /// What the columns are called in the sheet, by the fields that they hold: of the header.
    pub columns: Option<BTreeMap<String, String>>,
}

/// A row of a sheet as a change of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordRow {
    /// The row as a spreadsheet counts it, the header being 1.
    pub row: u32,
    /// The record that it changes, when it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub id: Option<String>,
    /// The fields that it gives, in the form in which they are kept.
    pub record: Map<String, Value>,
    /// The links that it names by numbers: whose ids they are has to be looked up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lookups: Vec<RecordLookup>,
}

/// A record that a cell names by its number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordLookup {
    /// The field of the row that leads to it.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// Of what it is a record.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// The field that holds its number.
    #[schemars(extend("format" = "name"))]
    pub by: String,
    /// The number.
    #[schemars(extend("format" = "text"))]
    pub value: String,
}

/// A cell of a sheet that a spreadsheet takes for no formula: a quote stands before what would begin one, as OWASP has it, and before
/// a quote; [`Pack::rows`] takes it away again. A mere number begins none, whatever its sign.
pub fn sheet_cell(text: &str) -> String {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match is_digits(whole) && is_digits(part) {
        true => text.to_owned(),
        false => neutral(text),
    }
}

impl Pack {
    /// Reads a sheet as records of an entity. What a row gives is checked field by field; conditions of the entity are asked when the
    /// record is kept.
    pub fn rows(&self, request: &ReadRowsRequest) -> Result<RowsRead> {
        request.bounded()?;
        self.read_with(request, |reader| {
            let (text, content) = (request.text.clone(), request.content_base64.clone());
            let (path, bytes) = bytes_of(text, content, &request.style)?;
            let mut rows = SheetRows::of(reader, request);
            each_row(&bytes, &request.style, &mut rows).map_err(|error| of_records(error).under(path))?;
            Ok(rows.finish())
        })
    }

    /// Reads the bytes of a sheet, and hands over each row as it comes: no more of the sheet is held than what its rows have to be told
    /// apart by. What is handed over may end it by a refusal.
    pub fn each_row(
        &self,
        request: &ReadRowsRequest,
        bytes: &[u8],
        take: &mut dyn FnMut(RowRead) -> Result<()>,
    ) -> Result<()> {
        request.bounded()?;
        self.read_with(request, |reader| {
            let rows = SheetRows::of(reader, request);
            each_row(bytes, &request.style, &mut OneByOne { rows, take }).map_err(of_records)
        })
    }

    /// Has a sheet read by whoever may write such records.
    fn read_with<T>(&self, request: &ReadRowsRequest, read: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let entity = self.named(&request.entity)?;
        let holder = self.holder(&request.actor)?;
        let reader = Reader {
            pack: self,
            holder: &holder,
            entity,
        };
        let _ = reader.required(entity.permissions.write, "write")?;
        read(&reader)
    }
}

/// What is wrong with a file, in the words of records.
fn of_records(error: Error) -> Error {
    error.each_reason(|reason| {
        if reason.code == Code::RatesImport {
            reason.code = Code::RecordsRow;
        }
    })
}
