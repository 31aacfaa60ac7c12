//! What stands beside the records of a page, by field and record.

use std::collections::HashMap;

use ratebook::records::{ColumnKind, FieldKind, Pack, QueryPlan, cell_value};
use serde_json::{Map, Value};
use sqlx::Error;

use super::rows::RowCells;

/// Lists of links and gathered values, and texts by language.
#[derive(Debug, Default)]
pub(super) struct Lists {
    by_field: HashMap<usize, HashMap<[u8; 16], Value>>,
}

/// How the entries of a field are kept.
pub(super) fn entry_kind(pack: &Pack, plan: &QueryPlan, field: usize) -> ColumnKind {
    let own = pack
        .entities()
        .get(plan.entity)
        .and_then(|entity| entity.fields().get(field));
    match own.map(|field| field.kind()) {
        Some(FieldKind::Links) => ColumnKind::Id,
        Some(FieldKind::Gathered) => {
            let gather = own.and_then(|field| field.gather());
            let column = gather.and_then(|gather| pack.entities().get(gather.entity)?.column(gather.value));
            column.map_or(ColumnKind::Text, |column| column.kind)
        }
        _ => ColumnKind::Text,
    }
}

impl Lists {
    /// Takes the entries of a field: an id, an entry, and the language of a text.
    pub(super) fn read<R: RowCells>(&mut self, field: usize, kind: ColumnKind, rows: &[R]) -> Result<(), Error> {
        let by_record = self.by_field.entry(field).or_default();
        for row in rows {
            let Some(id) = row.id(0)? else {
                continue;
            };
            let entry = cell_value(kind, &row.cell(1, kind)?);
            match row.text(2)? {
                Some(language) => {
                    let texts = by_record.entry(id).or_insert_with(|| Value::Object(Map::new()));
                    if let Value::Object(texts) = texts {
                        texts.insert(language.to_owned(), entry);
                    }
                }
                None => {
                    let list = by_record.entry(id).or_insert_with(|| Value::Array(Vec::new()));
                    if let Value::Array(list) = list {
                        list.push(entry);
                    }
                }
            }
        }
        Ok(())
    }

    /// What a record has in a field; nothing where it has no entries.
    pub(super) fn of(&self, field: usize, id: &[u8; 16]) -> Option<&Value> {
        self.by_field.get(&field)?.get(id)
    }
}
