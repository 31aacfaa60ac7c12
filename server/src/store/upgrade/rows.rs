//! Rows looked over before anything is changed.

use ratebook::records::migration::{CheckedRows, NamedPart, RowRule};
use ratebook::records::schema::{ForeignKeyModel, TableModel};
use ratebook::records::{Cell, ColumnKind, Entity, Field, FieldKind, cell_value};
use serde_json::{Map, Value, json};

use super::mason::{Mason, bound};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::Bound;
use crate::store::sql::migrate as write;

/// How many rows are read at a time.
const BATCH: u32 = 1_000;

/// A row by its key, with the columns that were asked for.
pub(super) struct Found {
    pub(super) key: Vec<Bound>,
    pub(super) cells: Vec<Cell>,
}

impl<'m> Mason<'m, '_> {
    /// The next rows of a table, in the order of its key.
    pub(super) async fn batch(
        &mut self,
        table: &TableModel,
        columns: &[String],
        after: &[Bound],
        unlike: Option<&str>,
    ) -> Result<Vec<Found>, Failure> {
        let kinds = |names: &[String]| -> Result<Vec<ColumnKind>, Failure> {
            let kinds = names.iter().map(|name| table.column(name).map(|column| column.kind));
            let kinds: Option<Vec<ColumnKind>> = kinds.collect();
            kinds.ok_or_else(|| Failure::defect(format!("a column that `{}` lacks", table.name)))
        };
        let (keys, wanted) = (kinds(&table.key)?, kinds(columns)?);
        let statement = write::scan(self.dialect, table, columns, after, unlike, BATCH);
        let rows = self.ask(&statement).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let mut cells = Vec::with_capacity(keys.len() + wanted.len());
            for (place, kind) in keys.iter().chain(&wanted).enumerate() {
                cells.push(row.cell(place, *kind)?);
            }
            let rest = cells.split_off(keys.len());
            let key = cells.into_iter().map(bound).collect();
            found.push(Found { key, cells: rest });
        }
        Ok(found)
    }

    pub(super) async fn check(&mut self, rows: &CheckedRows) -> Result<(), Failure> {
        self.open(&rows.table).await?;
        match rows.rule {
            RowRule::NoneDeleted => {
                for column in &rows.columns {
                    let count = self.number(&write::having(self.dialect, &rows.table, column)).await?;
                    if count > 0 {
                        let entity = self.table(&rows.table)?.entity;
                        let message = format!(
                            "{count} of `{entity}` were deleted softly and would be back; delete them for good, or keep `soft_delete`"
                        );
                        self.against(&entity, column, message);
                    }
                }
                Ok(())
            }
            // Looked at when the constraint is made, which is before anything is kept.
            RowRule::Unique => Ok(()),
            RowRule::Given => {
                let Some(column) = rows.columns.first() else {
                    return Ok(());
                };
                let count = self.number(&write::lacking(self.dialect, &rows.table, column)).await?;
                let (entity, field) = self.after_of(&rows.table, rows.field.as_deref())?;
                if count > 0 {
                    let message = format!(
                        "{count} of `{}` lack `{}`, which is required; give them one, or do not require it",
                        entity.name(),
                        field.name()
                    );
                    self.against(entity.name(), field.name(), message);
                    self.unfilled.insert((rows.table.clone(), column.clone()));
                }
                Ok(())
            }
            _ => self.check_values(rows).await,
        }
    }

    /// The entity of a table that is there, and its field of a name that it has afterwards.
    fn after_of(&self, table: &str, field: Option<&str>) -> Result<(&'m Entity, &'m Field), Failure> {
        let was = self.table(table)?.entity;
        let renamed = |entity: &&Entity| entity.definition().was.as_ref() == Some(&was);
        let entity = self
            .after
            .entity(&was)
            .or_else(|| self.after.entities().iter().find(renamed));
        let found = entity.and_then(|entity| Some((entity, entity.field(field?)?)));
        found.ok_or_else(|| Failure::defect(format!("a field that is not there is looked over in `{table}`")))
    }

    async fn check_values(&mut self, rows: &CheckedRows) -> Result<(), Failure> {
        let (_, field) = self.after_of(&rows.table, rows.field.as_deref())?;
        // All that is said of a field is looked at with each of its values.
        if !self.checked.insert((rows.table.clone(), field.name().to_owned())) {
            return Ok(());
        }
        let (table, columns) = self.place_of(rows, field)?;
        self.open(&table.name).await?;
        let kinds = columns.iter().filter_map(|name| Some(table.column(name)?.kind));
        let kinds: Vec<ColumnKind> = kinds.collect();
        // What is encrypted cannot be looked at, and was checked when it was given.
        if kinds.contains(&ColumnKind::Bytes) || columns.is_empty() {
            return Ok(());
        }
        let (mut after, mut wrong, mut first) = (Vec::new(), 0_u64, None);
        loop {
            let found = self.batch(&table, &columns, &after, None).await?;
            let Some(last) = found.last() else { break };
            after.clone_from(&last.key);
            for row in &found {
                if let Err(message) = passes(field, &kinds, &row.cells) {
                    wrong += 1;
                    first.get_or_insert_with(|| (told(&row.key), message));
                }
            }
        }
        if let Some((key, message)) = first {
            let (entity, _) = self.after_of(&rows.table, rows.field.as_deref())?;
            let entity = entity.name().to_owned();
            let message = format!("{wrong} of `{entity}` do not pass, the first of them {key}: {message}");
            self.against(&entity, field.name(), message);
        }
        Ok(())
    }

    /// Where the values of a field stand: in its columns, or beside the records.
    fn place_of(&self, rows: &CheckedRows, field: &Field) -> Result<(TableModel, Vec<String>), Failure> {
        let table = self.table(&rows.table)?;
        if !rows.columns.is_empty() || field.kind() != FieldKind::TranslatedText {
            return Ok((table, rows.columns.clone()));
        }
        let beside = self.before.and_then(|before| {
            let entity = before.entity(&table.entity)?;
            let was = field.definition().was.as_deref();
            let own = entity.field(field.name()).or_else(|| entity.field(was?))?;
            Some(before.table_beside(entity, own))
        });
        let beside = beside.ok_or_else(|| Failure::defect(format!("no table beside `{}`", table.name)))?;
        Ok((self.table(&beside)?, vec!["text".to_owned()]))
    }

    /// Whether rows lack what every row has to have.
    pub(super) async fn lacks(&mut self, part: &NamedPart) -> Result<bool, Failure> {
        let place = (part.table.clone(), part.name.clone());
        if self.unfilled.contains(&place) {
            return Ok(true);
        }
        self.open(&part.table).await?;
        let count = self
            .number(&write::lacking(self.dialect, &part.table, &part.name))
            .await?;
        if count > 0 {
            let column = self.column(&part.table, &part.name)?;
            let entity = self.table(&part.table)?.entity;
            let field = column.field.unwrap_or(column.name);
            let message = format!("{count} of `{entity}` lack `{field}`, which every one has to have");
            self.against(&entity, &field, message);
        }
        Ok(count > 0)
    }

    /// Whether rows lead to what is not there.
    pub(super) async fn leads_nowhere(&mut self, table: &str, key: &ForeignKeyModel) -> Result<bool, Failure> {
        let count = self.number(&write::orphans(self.dialect, table, key)).await?;
        if count > 0 {
            let entity = self.table(table)?.entity;
            let field = key.columns.last().cloned().unwrap_or_default();
            let message =
                format!("{count} of `{entity}` lead in `{field}` to a record that their tenant does not have");
            self.against(&entity, &field, message);
        }
        Ok(count > 0)
    }

    /// Whether several rows have what only one may have.
    pub(super) async fn repeats(
        &mut self,
        table: &TableModel,
        columns: &[String],
        alive: bool,
        name: &str,
    ) -> Result<bool, Failure> {
        self.open(&table.name).await?;
        let count = self
            .number(&write::repeated(self.dialect, table.name.as_str(), columns, alive))
            .await?;
        if count > 0 {
            let mut own = columns.iter().filter_map(|name| table.column(name)?.field.clone());
            let field = own.next_back().unwrap_or_default();
            let message = format!(
                "{count} values of `{field}` stand in several of `{}`, and no two may have the same (`{name}`)",
                table.entity
            );
            self.against(&table.entity.clone(), &field, message);
        }
        Ok(count > 0)
    }
}

/// Whether a value passes as its field is now, and the reason why not.
fn passes(field: &Field, kinds: &[ColumnKind], cells: &[Cell]) -> Result<(), String> {
    let value = value_of(field, kinds, cells);
    if value.is_null() {
        return Ok(());
    }
    let kept = field.kept(&value).map_err(|reason| reason.message)?;
    // A text that would be kept in another way is none of the new form.
    if value.is_string() && kept != value {
        return Err(format!("`{}` would be kept in another form", field.name()));
    }
    Ok(())
}

/// The value that cells are, as people say it of the field.
pub(super) fn value_of(field: &Field, kinds: &[ColumnKind], cells: &[Cell]) -> Value {
    let mut values = kinds.iter().zip(cells).map(|(kind, cell)| cell_value(*kind, cell));
    let value = values.next().unwrap_or(Value::Null);
    match (field.kind(), &value) {
        (_, Value::Null) => value,
        (FieldKind::Money, _) => json!({"amount": value, "currency": values.next()}),
        (FieldKind::TranslatedText, _) => Value::Object(Map::from_iter([("en".to_owned(), value)])),
        // A whole number that is a decimal from now on.
        (FieldKind::Decimal | FieldKind::Percent, Value::Number(number)) => number.to_string().into(),
        _ => value,
    }
}

/// A key for who looks for its row.
fn told(key: &[Bound]) -> String {
    let parts = key.iter().map(|part| match part {
        Bound::Id(id) => Cell::id_text(id),
        Bound::Whole(number) => number.to_string(),
        Bound::Text(text) => text.clone(),
        _ => String::new(),
    });
    parts.collect::<Vec<_>>().join(" ")
}
