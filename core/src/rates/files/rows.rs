use std::collections::HashSet;

use serde_json::{Map, Value};

use super::columns::{Cell, HEADER, PARTS, Part, place_of};
use super::{Imported, RowFault, TakesRows};
use crate::form::{self, Family};
use crate::money::{Decimal, shortened};
use crate::rates::{RateList, RateListDefinition};
use crate::{Code, Error, Reason};

/// A row: one cell for each column of [`HEADER`].
pub(super) type Row = Vec<String>;

/// Signs at which a spreadsheet would begin a formula.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet takes for a formula: a quote stands before it.
pub(crate) fn neutral(cell: &str) -> String {
    if cell.starts_with(FORMULA_SIGNS) || cell.starts_with('\'') {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell without the quote that keeps spreadsheets away from it.
pub(crate) fn natural(cell: &str) -> &str {
    let inner = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(FORMULA_SIGNS) || rest.starts_with('\''));
    inner.unwrap_or(cell)
}

/// Writes a list as rows: itself, then its parts in the order of [`PARTS`].
pub(super) fn of_list(list: &RateListDefinition, decimal_comma: bool, rows: &mut Vec<Row>) {
    let Ok(Value::Object(mut whole)) = serde_json::to_value(list) else {
        return;
    };
    let (code, version) = (list.code.clone().unwrap_or_default(), list.version.to_string());
    let mut parts: Vec<(&Part, Value)> = Vec::new();
    for part in PARTS.iter().filter(|part| !part.field.is_empty()) {
        match whole.remove(part.field) {
            Some(Value::Array(items)) if part.many => parts.extend(items.into_iter().map(|item| (part, item))),
            Some(value) => parts.push((part, value)),
            None => {}
        }
    }
    whole.remove("version");
    let own = PARTS.first().map(|part| (part, Value::Object(whole)));
    for (part, value) in own.into_iter().chain(parts) {
        let mut row = vec![String::new(); HEADER.len()];
        set(&mut row, "list", code.clone());
        set(&mut row, "version", version.clone());
        set(&mut row, "part", part.name.to_owned());
        fill(part, value, decimal_comma, &mut row);
        rows.push(row);
    }
}

fn set(row: &mut Row, column: &str, text: String) {
    if let Some(cell) = place_of(column).and_then(|place| row.get_mut(place)) {
        *cell = text;
    }
}

/// Moves what has a column into it, and the rest into `more`.
fn fill(part: &Part, mut value: Value, decimal_comma: bool, row: &mut Row) {
    let several_ranges = value.pointer("/days/1").is_some();
    for (column, pointer, kind) in part.columns {
        if several_ranges && pointer.starts_with("/days/0") {
            continue;
        }
        let Some(text) = value
            .pointer(pointer)
            .and_then(|field| written(field, *kind, decimal_comma))
        else {
            continue;
        };
        set(row, column, text);
        take(&mut value, pointer);
    }
    let empty = match &value {
        Value::Object(fields) => fields.is_empty(),
        other => other.is_null(),
    };
    if !empty {
        set(row, "more", value.to_string());
    }
}

fn written(field: &Value, kind: Cell, decimal_comma: bool) -> Option<String> {
    match kind {
        Cell::Text => field
            .as_str()
            .map(str::to_owned)
            .filter(|text| !text.is_empty() && text.trim() == text),
        Cell::Decimal if decimal_comma => field.as_str().map(|text| text.replace('.', ",")),
        Cell::Decimal => field.as_str().map(str::to_owned),
        Cell::Integer => field.as_i64().map(|number| number.to_string()),
        Cell::Truth => field.as_bool().map(|truth| if truth { "yes" } else { "no" }.to_owned()),
        Cell::Words => {
            let words: Vec<&str> = field.as_array()?.iter().map(Value::as_str).collect::<Option<_>>()?;
            let plain = !words.is_empty()
                && words
                    .iter()
                    .all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
            plain.then(|| words.join(" "))
        }
    }
}

/// Takes a field out, and what its going leaves empty.
fn take(value: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.remove(last);
        }
        Some(Value::Array(items)) => items.clear(),
        _ => return,
    }
    let empty = match value.pointer(parent) {
        Some(Value::Object(fields)) => fields.is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        _ => false,
    };
    if empty && !parent.is_empty() {
        take(value, parent);
    }
}

/// A list in the making: its definition, and which row made which place of it.
struct Pending {
    key: (String, String),
    definition: Map<String, Value>,
    rows: Vec<(String, u32, &'static Part)>,
    broken: bool,
}

/// Gathers rows into lists, one list at a time.
pub(super) struct Gather {
    decimal_comma: bool,
    /// For each column of the file the column of [`HEADER`].
    header: Option<Vec<usize>>,
    pending: Option<Pending>,
    seen: HashSet<(String, String)>,
    imported: Imported,
}

impl TakesRows for Gather {
    const MOST_COLUMNS: usize = HEADER.len() * 2;

    fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = &'c str>) -> Result<(), Error> {
        let Some(header) = &self.header else {
            return self.read_header(cells);
        };
        let mut row = vec![String::new(); HEADER.len()];
        for (cell, place) in cells.zip(header) {
            if let Some(own) = row.get_mut(*place) {
                *own = natural(cell.trim()).to_owned();
            }
        }
        if row.iter().all(String::is_empty) {
            return Ok(());
        }
        self.imported.rows += 1;
        self.take_row(number, &row);
        Ok(())
    }
}

impl Gather {
    pub(super) fn new(decimal_comma: bool) -> Self {
        let imported = Imported {
            lists: Vec::new(),
            faults: Vec::new(),
            rows: 0,
        };
        Gather {
            decimal_comma,
            header: None,
            pending: None,
            seen: HashSet::new(),
            imported,
        }
    }

    fn read_header<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> Result<(), Error> {
        let mut header = Vec::new();
        for cell in cells {
            let name = cell.trim();
            let unknown = || {
                let message = format!(
                    "there is no column `{}`; the columns are {}",
                    shortened(name),
                    HEADER.join(", ")
                );
                Reason::new(Code::RatesImport, "", message)
                    .with("row", 1)
                    .with("column", name)
            };
            header.push(place_of(name).ok_or_else(unknown)?);
        }
        for needed in ["list", "part"] {
            if !header.iter().any(|place| HEADER.get(*place) == Some(&needed)) {
                let message = format!("the first row has no column `{needed}`");
                return Err(Reason::new(Code::RatesImport, "", message)
                    .with("row", 1)
                    .with("column", needed)
                    .into());
            }
        }
        self.header = Some(header);
        Ok(())
    }

    fn take_row(&mut self, number: u32, row: &Row) {
        let cell = |column: &str| {
            place_of(column)
                .and_then(|place| row.get(place))
                .cloned()
                .unwrap_or_default()
        };
        let key = (cell("list"), cell("version"));
        let name = cell("part");
        let Some(part) = PARTS.iter().find(|part| part.name == name) else {
            let known: Vec<_> = PARTS.iter().map(|part| part.name).collect();
            let message = format!(
                "`{}` is no part of a list; the parts are {}",
                shortened(&name),
                known.join(", ")
            );
            self.fault(number, "part", Code::RatesImport, message);
            self.spoil(&key);
            return;
        };
        if self
            .pending
            .as_ref()
            .is_none_or(|pending| pending.key != key || part.field.is_empty())
        {
            self.complete();
            if !self.seen.insert(key.clone()) {
                let message = format!("the list `{}` has rows in two places of the file", shortened(&key.0));
                self.fault(number, "list", Code::RatesImport, message);
            }
            self.pending = Some(Pending {
                key,
                definition: Map::new(),
                rows: Vec::new(),
                broken: false,
            });
        }
        let read = self.read_part(part, row, number);
        let Some(pending) = &mut self.pending else { return };
        let Some(value) = read else {
            pending.broken = true;
            return;
        };
        pending.add(part, value, number);
    }

    /// A part from its cells and `more`; none when a cell cannot be read.
    fn read_part(&mut self, part: &'static Part, row: &Row, number: u32) -> Option<Value> {
        let cell = |column: &str| {
            place_of(column)
                .and_then(|place| row.get(place))
                .map_or("", String::as_str)
        };
        let more = cell("more");
        let mut value = Value::Object(Map::new());
        let mut sound = true;
        if !more.is_empty() {
            match form::parse(more.as_bytes(), Family::Definition) {
                Ok(read @ Value::Object(_)) => value = read,
                Ok(_) => {
                    self.fault(number, "more", Code::DefinitionType, "needs a JSON object".to_owned());
                    sound = false;
                }
                Err(error) => {
                    self.fault(number, "more", error.code(), error.to_string());
                    sound = false;
                }
            }
        }
        for (place, column) in HEADER
            .iter()
            .enumerate()
            .filter(|(_, column)| !["list", "version", "part", "more"].contains(column))
        {
            let text = row.get(place).map_or("", String::as_str);
            if text.is_empty() {
                continue;
            }
            let Some((_, pointer, kind)) = part.columns.iter().find(|(own, ..)| own == column) else {
                self.fault(
                    number,
                    column,
                    Code::RatesImport,
                    format!("a row of the part `{}` has no `{column}`", part.name),
                );
                sound = false;
                continue;
            };
            match read_cell(text, *kind, self.decimal_comma) {
                Ok(field) => put(&mut value, pointer, field),
                Err(message) => {
                    self.fault(number, column, Code::DefinitionType, message);
                    sound = false;
                }
            }
        }
        sound.then_some(value)
    }

    fn spoil(&mut self, key: &(String, String)) {
        if let Some(pending) = self.pending.as_mut().filter(|pending| pending.key == *key) {
            pending.broken = true;
        }
    }

    fn fault(&mut self, row: u32, column: &str, code: Code, message: String) {
        if self.imported.faults.len() < MOST_FAULTS {
            self.imported.faults.push(RowFault {
                row,
                column: column.to_owned(),
                code,
                message,
            });
        }
    }

    /// Checks the list whose rows have all been read.
    fn complete(&mut self) {
        let Some(mut pending) = self.pending.take().filter(|pending| !pending.broken) else {
            return;
        };
        let (_, version) = &pending.key;
        match version.parse::<u32>() {
            Ok(version) => {
                pending.definition.insert("version".to_owned(), version.into());
            }
            Err(_) if version.is_empty() => {}
            Err(_) => {
                let row = pending.rows.first().map_or(1, |(_, row, _)| *row);
                self.fault(
                    row,
                    "version",
                    Code::DefinitionType,
                    format!("`{}` is no version", shortened(version)),
                );
                return;
            }
        }
        match RateList::load(Value::Object(std::mem::take(&mut pending.definition))) {
            Ok(list) => self.imported.lists.push(list.definition().clone()),
            Err(error) => {
                for reason in error.into_reasons() {
                    let (row, column) = pending.place_of(&reason.path);
                    self.fault(row, &column, reason.code, reason.message);
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Imported {
        self.complete();
        self.imported.faults.sort_by_key(|fault| fault.row);
        self.imported
    }
}

/// How many faults are reported.
const MOST_FAULTS: usize = 10_000;

impl Pending {
    fn add(&mut self, part: &'static Part, value: Value, number: u32) {
        let place = match (part.field, part.many) {
            ("", _) => {
                if let Value::Object(fields) = value {
                    self.definition.extend(fields);
                }
                String::new()
            }
            (field, false) => {
                self.definition.insert(field.to_owned(), value);
                format!("/{field}")
            }
            (field, true) => {
                let items = self.definition.entry(field).or_insert_with(|| Value::Array(Vec::new()));
                let index = items.as_array().map_or(0, Vec::len);
                if let Some(items) = items.as_array_mut() {
                    items.push(value);
                }
                format!("/{field}/{index}")
            }
        };
        self.rows.push((place, number, part));
    }

    /// The row and column of a place in the definition.
    fn place_of(&self, path: &str) -> (u32, String) {
        let within = |place: &str| {
            path.strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let best = self
            .rows
            .iter()
            .filter(|(place, ..)| within(place))
            .max_by_key(|(place, ..)| place.len());
        let Some((place, row, part)) = best else {
            return (1, "list".to_owned());
        };
        let inner = path.get(place.len()..).unwrap_or_default();
        let column = part
            .columns
            .iter()
            .find(|(_, pointer, _)| !inner.is_empty() && (pointer.starts_with(inner) || inner.starts_with(pointer)));
        (*row, column.map_or("more", |(column, ..)| column).to_owned())
    }
}

fn read_cell(text: &str, kind: Cell, decimal_comma: bool) -> Result<Value, String> {
    let told = shortened(text);
    Ok(match kind {
        Cell::Text => text.into(),
        Cell::Words => text.split_whitespace().collect::<Vec<_>>().into(),
        Cell::Integer => text
            .parse::<i64>()
            .map_err(|_| format!("`{told}` is not a whole number"))?
            .into(),
        Cell::Truth => match text {
            "yes" | "true" | "TRUE" => true.into(),
            "no" | "false" | "FALSE" => false.into(),
            _ => return Err(format!("`{told}` is neither `yes` nor `no`")),
        },
        Cell::Decimal => {
            let dotted = if decimal_comma {
                text.replace(',', ".")
            } else {
                text.to_owned()
            };
            let wanted = if decimal_comma { "124,50" } else { "124.50" };
            let ambiguous = decimal_comma && text.contains('.');
            if ambiguous || dotted.parse::<Decimal>().is_err() {
                return Err(format!("`{told}` is not a decimal such as {wanted}"));
            }
            dotted.into()
        }
    })
}

/// Puts a field into a value, making what leads to it; a step that is a number makes a list of one.
fn put(value: &mut Value, pointer: &str, field: Value) {
    let mut place = value;
    for step in pointer.split('/').skip(1) {
        if let Ok(index) = step.parse::<usize>() {
            if !place.is_array() {
                *place = Value::Array(Vec::new());
            }
            let Value::Array(items) = place else { return };
            if items.len() <= index {
                items.push(Value::Null);
            }
            let Some(item) = items.get_mut(index) else { return };
            place = item;
        } else {
            if !place.is_object() {
                *place = Value::Object(Map::new());
            }
            let Value::Object(fields) = place else { return };
            place = fields.entry(step).or_insert(Value::Null);
        }
    }
    *place = field;
}
