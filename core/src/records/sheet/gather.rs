//! Rows as they come: the header says which column is which field.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};

use super::cells::{Read, read};
use super::{ReadRowsRequest, RecordLookup, RecordRow, RowRead, RowsRead};
use crate::fault::{near, shortened};
use crate::rates::files::{RowFault, TakesRows, natural};
use crate::records::columns::{Cell, folded};
use crate::records::compiled::{Entity, Field};
use crate::records::definition::FieldKind;
use crate::records::query::Reader;
use crate::records::reach::unwritable;
use crate::{Code, Error, Reason, Result};

/// As many faults as are told.
const MOST_FAULTS: usize = 1_000;
/// As many rows as are read.
const MOST_RECORDS: u32 = 100_000;

/// What stands in a column.
#[derive(Clone, Debug)]
enum Column<'e> {
    /// Nothing that is read: without a name, or unknown and told.
    Nothing,
    /// The id of the record that a row changes.
    Id,
    /// A field, or a part of one: its currency, its text in a language.
    Field(&'e Field, Option<String>),
}

pub(super) struct SheetRows<'r> {
    reader: &'r Reader<'r>,
    request: &'r ReadRowsRequest,
    header: Option<Vec<(String, Column<'r>)>>,
    /// The rows in which values of unique fields were met, by field and value.
    taken: HashMap<(String, String), u32>,
    answer: RowsRead,
}

impl<'r> SheetRows<'r> {
    pub(super) fn of(reader: &'r Reader<'r>, request: &'r ReadRowsRequest) -> SheetRows<'r> {
        SheetRows {
            reader,
            request,
            header: None,
            taken: HashMap::new(),
            answer: RowsRead {
                rows: Vec::new(),
                faults: Vec::new(),
                more_faults: 0,
                read: 0,
                columns: BTreeMap::new(),
            },
        }
    }

    pub(super) fn finish(self) -> RowsRead {
        self.answer
    }

    fn fault(&mut self, row: u32, column: &str, code: Code, message: String) {
        if self.answer.faults.len() >= MOST_FAULTS {
            self.answer.more_faults = self.answer.more_faults.saturating_add(1);
            return;
        }
        self.answer.faults.push(RowFault {
            row,
            column: column.to_owned(),
            code,
            message,
        });
    }

    fn entity(&self) -> &'r Entity {
        self.reader.entity
    }

    fn read_header<'c>(&mut self, row: u32, cells: impl Iterator<Item = &'c str>) {
        let mut header: Vec<(String, Column<'r>)> = Vec::new();
        let mut seen = HashSet::new();
        for cell in cells {
            let name = natural(cell.trim()).to_owned();
            let column = match self.column(&name) {
                Ok(column) => column,
                Err(reason) => {
                    self.fault(row, &name, reason.code, reason.message);
                    Column::Nothing
                }
            };
            let key = match &column {
                Column::Nothing => None,
                Column::Id => Some(("id".to_owned(), None)),
                Column::Field(field, part) => Some((field.name().to_owned(), part.clone())),
            };
            if key.is_some_and(|key| !seen.insert(key)) {
                let message = format!("`{}` is there twice; keep one column of it", shortened(&name));
                self.fault(row, &name, Code::RequestConflict, message);
                header.push((name, Column::Nothing));
            } else {
                if let Column::Field(field, None) = &column {
                    self.answer.columns.insert(field.name().to_owned(), name.clone());
                }
                header.push((name, column));
            }
        }
        self.header = Some(header);
    }

    /// What a column holds, by the mapping, its field's name or its field's label.
    fn column(&self, name: &str) -> Result<Column<'r>, Box<Reason>> {
        let mapped = self.request.mapping.get(name).map(String::as_str);
        let wanted = mapped.unwrap_or(name);
        if wanted.is_empty() {
            return Ok(Column::Nothing);
        }
        if folded(wanted) == "id" && self.entity().column_named("id").is_some() {
            return Ok(Column::Id);
        }
        let fields = self.entity().fields().iter().enumerate();
        // What may not be seen is not there.
        let seen = fields
            .filter(|(place, _)| self.reader.names(*place))
            .map(|(_, field)| field);
        let called = |field: &&Field, wanted: &str| {
            let (wanted, own) = (folded(wanted), field.name());
            wanted == own || wanted == own.replace('_', " ") || label(field).is_some_and(|label| label == wanted)
        };
        let own: Vec<&'r Field> = seen.collect();
        let whole = own
            .iter()
            .find(|field| called(field, wanted))
            .map(|field| (*field, None));
        let in_part = || {
            // As an export calls it, and as people do.
            let currency = || Some((wanted.strip_suffix("_currency")?, "currency"));
            let (name, part) = wanted.rsplit_once('.').or_else(currency)?;
            let parted = |field: &&&'r Field| match field.kind() {
                FieldKind::Money => part == "currency",
                kind => kind == FieldKind::TranslatedText,
            };
            let field = own.iter().filter(parted).find(|field| called(field, name.trim()))?;
            Some((*field, Some(part.to_owned())))
        };
        let Some((field, part)) = whole.or_else(in_part) else {
            let hint = near(
                wanted,
                own.iter()
                    .filter(|field| unwritable(self.entity(), field).is_none())
                    .map(|field| field.name()),
            );
            let message = format!("`{}` has no field `{}`{hint}", self.entity().name(), shortened(wanted));
            return Err(Box::new(Reason::new(Code::RequestUnknown, "", message)));
        };
        if unwritable(self.entity(), field).is_some() {
            let message = format!("`{}` is written by nobody; leave the column out", field.name());
            return Err(Box::new(Reason::new(Code::RecordsNotWritable, "", message)));
        }
        Ok(Column::Field(field, part))
    }

    fn take(&mut self, row: u32, header: &[(String, Column<'r>)], cells: &[String]) {
        self.answer.read = self.answer.read.saturating_add(1);
        let mut faults: Vec<(String, Reason)> = Vec::new();
        let mut record = Map::new();
        let mut lookups: Vec<RecordLookup> = Vec::new();
        let mut id = None;
        let mut parts: HashMap<&str, Vec<(String, String)>> = HashMap::new();
        for ((_, column), cell) in header.iter().zip(cells) {
            if let Column::Field(field, Some(part)) = column
                && !cell.is_empty()
            {
                parts
                    .entry(field.name())
                    .or_default()
                    .push((part.clone(), cell.clone()));
            }
        }
        for ((name, column), cell) in header.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let field = match column {
                Column::Nothing => continue,
                Column::Id => {
                    match Cell::id(cell) {
                        Some(Cell::Id(own)) => id = Some(Cell::id_text(&own)),
                        _ => {
                            let message = format!("`{}` is no id of a record", shortened(cell));
                            faults.push((name.clone(), Reason::new(Code::RequestType, "", message)));
                        }
                    }
                    continue;
                }
                Column::Field(field, _) if record.contains_key(field.name()) => continue,
                Column::Field(field, part) => (field, part),
            };
            let (field, part) = field;
            let own = parts.get(field.name()).map_or(&[][..], Vec::as_slice);
            // The currency of an amount says nothing by itself.
            if field.kind() == FieldKind::Money && part.is_some() {
                continue;
            }
            let whole = part.is_none().then_some(cell.as_str());
            match read(self.reader, field, whole, own, self.request.style.decimal_comma) {
                Ok(Read::Value(value)) => drop(record.insert(field.name().to_owned(), value)),
                Ok(Read::Lookups(value, found)) => {
                    lookups.extend(found);
                    if let Some(value) = value {
                        record.insert(field.name().to_owned(), value);
                    }
                }
                Err(reason) => faults.push((name.clone(), *reason)),
            }
        }
        if faults.is_empty() {
            self.whole(row, id.is_none(), &record, &lookups, &mut faults);
        }
        if faults.is_empty() {
            self.answer.rows.push(RecordRow {
                row,
                id,
                record,
                lookups,
            });
        }
        for (column, reason) in faults {
            self.fault(row, &column, reason.code, reason.message);
        }
    }

    /// What a field is called in the sheet.
    fn called<'f>(&'f self, field: &'f str) -> &'f str {
        self.answer.columns.get(field).map_or(field, String::as_str)
    }

    /// What is wrong with a row whose cells are well: what it lacks, and what another row has already.
    fn whole(
        &mut self,
        row: u32,
        is_new: bool,
        record: &Map<String, Value>,
        lookups: &[RecordLookup],
        faults: &mut Vec<(String, Reason)>,
    ) {
        for (place, field) in self.entity().fields().iter().enumerate() {
            let own = field.definition();
            let given = record.contains_key(field.name()) || lookups.iter().any(|lookup| lookup.field == field.name());
            let needed = own.required && own.default.is_none() && unwritable(self.entity(), field).is_none();
            if !is_new || !needed || given {
                continue;
            }
            // What is hidden is not named either.
            let (column, message) = if self.reader.names(place) {
                (self.called(field.name()), format!("`{}` is needed", field.name()))
            } else {
                (
                    "",
                    "a field that you may not see is needed; ask somebody who may".to_owned(),
                )
            };
            faults.push((column.to_owned(), Reason::new(Code::RequestMissing, "", message)));
        }
        let unique = self.entity().fields().iter().filter(|field| field.definition().unique);
        for field in unique {
            let Some(value) = record.get(field.name()) else {
                continue;
            };
            let text = match value {
                Value::String(text) if field.definition().is_folded() => folded(text),
                Value::Object(_) if field.kind() == FieldKind::TranslatedText => match field.text_in(value, &[]) {
                    Some(text) => folded(text),
                    None => continue,
                },
                other => other.to_string(),
            };
            let key = (field.name().to_owned(), text);
            if let Some(other) = self.taken.get(&key) {
                let message = format!("row {other} has this `{}` already, and no two may", field.name());
                let column = self.called(field.name()).to_owned();
                faults.push((column, Reason::new(Code::RecordsTaken, "", message)));
            } else if faults.is_empty() {
                self.taken.insert(key, row);
            }
        }
    }
}

impl TakesRows for SheetRows<'_> {
    const MOST_COLUMNS: usize = 2_000;

    fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = &'c str>) -> Result<()> {
        let Some(header) = self.header.take() else {
            self.read_header(number, cells);
            return Ok(());
        };
        let cells: Vec<String> = cells.map(|cell| natural(cell.trim()).to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            if self.answer.read >= MOST_RECORDS {
                let message = format!("more than {MOST_RECORDS} rows; cut the sheet into parts");
                return Err(Error::new(Code::RequestTooLarge, "", message));
            }
            self.take(number, &header, &cells);
        }
        self.header = Some(header);
        Ok(())
    }
}

/// Hands over each row as it was read.
pub(super) struct OneByOne<'r, 't> {
    pub(super) rows: SheetRows<'r>,
    pub(super) take: &'t mut dyn FnMut(RowRead) -> Result<()>,
}

impl TakesRows for OneByOne<'_, '_> {
    const MOST_COLUMNS: usize = <SheetRows<'static> as TakesRows>::MOST_COLUMNS;

    fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = &'c str>) -> Result<()> {
        let (is_header, before) = (self.rows.header.is_none(), self.rows.answer.read);
        self.rows.row(number, cells)?;
        let answer = &mut self.rows.answer;
        (self.take)(RowRead {
            row: number,
            counts: answer.read > before,
            record: answer.rows.pop(),
            faults: std::mem::take(&mut answer.faults),
            columns: is_header.then(|| answer.columns.clone()),
        })
    }
}

fn label(field: &Field) -> Option<String> {
    field.definition().label.as_deref().map(folded)
}
