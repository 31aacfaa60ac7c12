//! Rows that get their values.

use ratebook::Error;
use ratebook::records::migration::{FillSource, FilledColumn};
use ratebook::records::schema::{ColumnModel, TableModel};
use ratebook::records::{Cell, ColumnKind, ColumnPart, Entity, Field, FieldKind, cell_value, folded};
use ratebook::time::Instant;
use serde_json::Value;

use super::mason::{Mason, part_of};
use super::rows::{Found, value_of};
use crate::store::change::Record;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{self, Bound};

impl Mason<'_, '_> {
    pub(super) async fn fill(&mut self, filled: &FilledColumn) -> Result<(), Failure> {
        self.open(&filled.table).await?;
        let wanted = self.wanted.table(&filled.table).cloned();
        let wanted = wanted.ok_or_else(|| Failure::defect(format!("`{}` is not wanted", filled.table)))?;
        let Some(name) = &filled.column else {
            return self.fill_table(&wanted, filled.source).await;
        };
        let column = wanted.column(name).cloned();
        let column = column.ok_or_else(|| Failure::defect(format!("`{name}` of `{}` is not wanted", wanted.name)))?;
        match filled.source {
            FillSource::Operator => self.by_operator(&wanted, &column).await,
            FillSource::Computed => self.computed(&wanted, &column).await,
            FillSource::Folded => self.folded(&wanted, &column).await,
            FillSource::Machine => self.by_machine(&wanted, &column).await,
            FillSource::Number => self.numbered(&wanted, &column).await,
            FillSource::Record => {
                let value = match column.name.as_str() {
                    "version" => 1,
                    "created_at" | "updated_at" => self.now,
                    other => return Err(Failure::defect(format!("nobody knows what records have in `{other}`"))),
                };
                self.fill_with(&wanted.name, &column, Bound::Whole(value)).await
            }
            other => Err(Failure::defect(format!("nobody fills a column from {other:?}"))),
        }
    }

    /// Gives every row that lacks a column a value, if it is one.
    pub(super) async fn fill_with(&mut self, table: &str, column: &ColumnModel, value: Bound) -> Result<(), Failure> {
        if matches!(value, Bound::Nothing(_)) {
            return Ok(());
        }
        self.tell(&write::fill(self.dialect, table, &column.name, value)).await
    }

    /// What who runs the upgrade says that every record has.
    async fn by_operator(&mut self, table: &TableModel, column: &ColumnModel) -> Result<(), Failure> {
        let count = self.number(&write::count(self.dialect, &table.name)).await?;
        if count == 0 {
            return Ok(());
        }
        let (entity, field) = self.field_of(&table.name, column)?;
        let name = format!("{}.{}", entity.name(), field.name());
        let sealed = field.kind() == FieldKind::Secret;
        if let Some(given) = self.accepted.value(&name).filter(|_| !sealed) {
            match field.kept(given) {
                Ok(value) => {
                    let bound = part_of(field, column.part, &value);
                    return self.fill_with(&table.name, column, bound).await;
                }
                Err(reason) => self.faults.push(*reason),
            }
        } else if column.part == ColumnPart::Value {
            let message = format!(
                "{count} of `{}` need a value in `{}`, which is new and required: say `{name}=…`, give the field a default, or do not require it",
                entity.name(),
                field.name()
            );
            self.against(entity.name(), field.name(), message);
        }
        self.unfilled.insert((table.name.clone(), column.name.clone()));
        Ok(())
    }

    async fn folded(&mut self, table: &TableModel, column: &ColumnModel) -> Result<(), Failure> {
        let (entity, field) = self.field_of(&table.name, column)?;
        if field.kind() == FieldKind::TranslatedText {
            return self.first_texts(table, column, (entity, field)).await;
        }
        let from = field.column().and_then(|number| entity.column(number));
        let from = from.ok_or_else(|| Failure::defect(format!("`{}` is made of no text", column.name)))?;
        let from = from.name.clone();
        self.tell(&write::fold(self.dialect, &table.name, &column.name, &from))
            .await?;
        let now = self.table(&table.name)?;
        let mut after = Vec::new();
        loop {
            let columns = [from.clone()];
            let found = self.batch(&now, &columns, &after, Some(&column.name)).await?;
            let Some(last) = found.last() else {
                return Ok(());
            };
            after.clone_from(&last.key);
            for Found { key, cells } in found {
                let Some(Cell::Text(text)) = cells.first() else {
                    continue;
                };
                let value = Bound::Text(folded(text));
                self.tell(&write::write(self.dialect, &now, &key, &column.name, value))
                    .await?;
            }
        }
    }

    /// Has every record have its text of the pack's first language with it, by which it is sorted and told apart.
    async fn first_texts(
        &mut self,
        table: &TableModel,
        column: &ColumnModel,
        (entity, field): (&Entity, &Field),
    ) -> Result<(), Failure> {
        let beside = self.after.table_beside(entity, field);
        self.open(&beside).await?;
        let language = field.first_language().unwrap_or_default();
        let now = self.table(&table.name)?;
        let key = entity.unique_key(field, &Value::Null);
        let repeated = sql::repeated_texts(self.dialect, &now, (&beside, language), key.freed);
        let count = match field.definition().unique {
            true => self.number(&repeated).await?,
            false => 0,
        };
        if count > 0 {
            let message = format!(
                "{count} texts of `{}` in `{language}` stand in several of `{}`, and no two may have the same",
                field.name(),
                entity.name()
            );
            self.against(entity.name(), field.name(), message);
            return Ok(());
        }
        // One that takes the text of another, which still has it, would be refused.
        self.tell(&sql::clear(self.dialect, &table.name, &column.name)).await?;
        self.tell(&sql::first_texts(self.dialect, &now, &column.name, (&beside, language)))
            .await
    }

    async fn by_machine(&mut self, table: &TableModel, column: &ColumnModel) -> Result<(), Failure> {
        let entity = self.after.entity(&table.entity);
        let machine = entity.and_then(Entity::machine);
        let machine = machine.ok_or_else(|| Failure::defect(format!("`{}` has no machine", table.entity)))?;
        match column.name.as_str() {
            "entered_at" => {
                self.tell(&write::copy(self.dialect, &table.name, &column.name, "updated_at"))
                    .await
            }
            "machine_version" => {
                let version = Bound::Whole(machine.definition().version.into());
                self.fill_with(&table.name, column, version).await
            }
            _ => {
                let (_, field) = self.field_of(&table.name, column)?;
                let first = Value::from(machine.definition().initial.as_str());
                self.fill_with(&table.name, column, part_of(field, column.part, &first))
                    .await
            }
        }
    }

    /// Reckons a column anew for every record.
    async fn computed(&mut self, table: &TableModel, column: &ColumnModel) -> Result<(), Failure> {
        let (entity, field) = self.field_of(&table.name, column)?;
        let own = |other: &Field, _: &Record, _: &Record| other.name() == field.name();
        let is_whole = self.reckoned(entity, |record| entity.reckon(record), own).await?;
        if !is_whole {
            self.unfilled.insert((table.name.clone(), column.name.clone()));
        }
        Ok(())
    }

    /// Reckons anew for every record when it is due, and what is computed of that.
    pub(super) async fn reckon(&mut self, name: &str) -> Result<(), Failure> {
        let entity = self.after.entity(name);
        let entity = entity.ok_or_else(|| Failure::defect(format!("there is no entity {name}")))?;
        let was = self.before.and_then(|before| {
            let was = entity.definition().was.as_deref();
            before.entity(name).or_else(|| before.entity(was?))
        });
        let now = Instant::from_microseconds(self.now).ok_or_else(|| Failure::defect("no moment"))?;
        let others =
            |field: &Field, before: &Record, after: &Record| before.get(field.name()) != after.get(field.name());
        self.open(&self.after.table_of(entity)).await?;
        self.reckoned(entity, |record| entity.derive(was, record, now), others)
            .await
            .map(drop)
    }

    /// Writes of every record what is reckoned anew of these fields; whether of all of them something could be.
    async fn reckoned(
        &mut self,
        entity: &Entity,
        reckon: impl Fn(&mut Record) -> Result<(), Error>,
        wanted: impl Fn(&Field, &Record, &Record) -> bool,
    ) -> Result<bool, Failure> {
        let now = self.table(&self.after.table_of(entity))?;
        let columns: Vec<String> = entity
            .columns()
            .iter()
            .filter(|own| own.kind != ColumnKind::Bytes && now.column(&own.name).is_some())
            .map(|own| own.name.clone())
            .collect();
        let lists = self.lists(entity).await?;
        let mut after = Vec::new();
        loop {
            let found = self.batch(&now, &columns, &after, None).await?;
            let Some(last) = found.last() else {
                return Ok(true);
            };
            after.clone_from(&last.key);
            for Found { key, cells } in found {
                let mut record = record_of(entity, &columns, &cells);
                for (name, beside, is_tags) in &lists {
                    let statement = write::links(self.dialect, beside, &now.key, &key, *is_tags);
                    let kind = if *is_tags { ColumnKind::Text } else { ColumnKind::Id };
                    let rows = self.ask(&statement).await?;
                    let entries = rows.iter().map(|row| Ok(cell_value(kind, &row.cell(0, kind)?)));
                    let entries: Result<Vec<Value>, Failure> = entries.collect();
                    record.insert(name.clone(), entries?.into());
                }
                let before = record.clone();
                if let Err(error) = reckon(&mut record) {
                    self.faults.extend(error.into_reasons());
                    return Ok(false);
                }
                let fields = entity.fields().iter();
                let fields: Vec<&Field> = fields.filter(|field| wanted(field, &before, &record)).collect();
                for field in fields {
                    let value = record.get(field.name()).unwrap_or(&Value::Null);
                    self.write_field((&now, &key), field, value).await?;
                }
            }
        }
    }

    /// Writes what a record has in the columns of a field.
    pub(super) async fn write_field(
        &mut self,
        (table, key): (&TableModel, &[Bound]),
        field: &Field,
        value: &Value,
    ) -> Result<(), Failure> {
        // Columns are called by their fields as they are wanted.
        let wanted = self.wanted.table(&table.name).map(|table| table.columns.clone());
        let own = wanted.into_iter().flatten();
        for column in own.filter(|own| own.field.as_deref() == Some(field.name())) {
            let value = match part_of(field, column.part, value) {
                Bound::Nothing(_) => Bound::Nothing(column.kind),
                value => value,
            };
            self.tell(&write::write(self.dialect, table, key, &column.name, value))
                .await?;
        }
        Ok(())
    }

    /// The lists of links and tags of which something is reckoned, where they stand, and whether they are tags.
    async fn lists(&mut self, entity: &Entity) -> Result<Vec<(String, String, bool)>, Failure> {
        let mut lists = Vec::new();
        let kinds = [FieldKind::Links, FieldKind::Tags];
        for field in entity.fields().iter().filter(|field| kinds.contains(&field.kind())) {
            let computed = entity
                .fields()
                .iter()
                .filter_map(|own| own.definition().computed.as_ref());
            let deadlines = entity.definition().deadlines.iter();
            let due = deadlines.flat_map(|own| own.paused_while.iter().chain(&own.met_when));
            if computed.chain(due).any(|text| text.contains(field.name())) {
                let beside = self.after.table_beside(entity, field);
                self.open(&beside).await?;
                lists.push((field.name().to_owned(), beside, field.kind() == FieldKind::Tags));
            }
        }
        Ok(lists)
    }

    /// Rows that are made beside records.
    async fn fill_table(&mut self, table: &TableModel, source: FillSource) -> Result<(), Failure> {
        let name = table.field.as_deref().unwrap_or_default();
        let entity = self.after.entity(&table.entity);
        let found = entity.and_then(|entity| Some((entity, entity.field(name)?)));
        let (entity, field) = found.ok_or_else(|| Failure::defect(format!("`{}` is no field's", table.name)))?;
        let records = self.after.table_of(entity);
        self.open(&records).await?;
        if source == FillSource::Field {
            return self.gather(table, &records, (entity, field)).await;
        }
        let count = self.number(&write::count(self.dialect, &records)).await?;
        if count > 0 {
            let message = format!(
                "{count} of `{}` need a value in `{name}`, which is new and required: do not require it until they have one",
                entity.name()
            );
            self.against(entity.name(), name, message);
        }
        Ok(())
    }

    async fn gather(
        &mut self,
        table: &TableModel,
        records: &str,
        (entity, field): (&Entity, &Field),
    ) -> Result<(), Failure> {
        let is_folded = entity.unique_key(field, &Value::Null).folded;
        let own = field.folded_column().filter(|_| is_folded).or(field.column());
        let named = |number: Option<u16>| number.and_then(|number| entity.column(number));
        let pairs = table.columns.iter().map(|column| {
            let other = match column.name.as_str() {
                "value" => named(own).map(|own| own.name.clone()),
                "currency" => named(field.currency_column()).map(|own| own.name.clone()),
                other => Some(other.to_owned()),
            };
            Some((column.name.clone(), other?))
        });
        let pairs: Option<Vec<(String, String)>> = pairs.collect();
        let pairs = pairs.ok_or_else(|| Failure::defect(format!("`{}` is filled from nothing", table.name)))?;
        let frees = entity.definition().soft_delete.as_ref().map(|soft| &soft.frees);
        let alive = frees.is_some_and(|frees| frees.iter().any(|free| free == field.name()));
        let told_apart = pairs.iter().filter(|(name, _)| table.key.contains(name));
        let columns: Vec<String> = told_apart.map(|(_, other)| other.clone()).collect();
        let now = self.table(records)?;
        if self.repeats(&now, &columns, alive, &table.name).await? {
            return Ok(());
        }
        self.tell(&write::gather(self.dialect, &table.name, records, &pairs, alive))
            .await
    }
}

/// A record from the cells of its row.
fn record_of(entity: &Entity, columns: &[String], cells: &[Cell]) -> Record {
    let cell = |number: Option<u16>| {
        let column = entity.column(number?)?;
        let place = columns.iter().position(|name| *name == column.name)?;
        Some((column.kind, cells.get(place)?.clone()))
    };
    let mut record = Record::new();
    for (number, column) in (0_u16..).zip(entity.columns()) {
        if let Some((kind, cell)) = cell(Some(number)).filter(|_| column.field.is_none()) {
            record.insert(column.name.clone(), cell_value(kind, &cell));
        }
    }
    for field in entity.fields() {
        let parts = [cell(field.column()), cell(field.currency_column())];
        let (kinds, cells): (Vec<ColumnKind>, Vec<Cell>) = parts.into_iter().flatten().unzip();
        if !kinds.is_empty() {
            record.insert(field.name().to_owned(), value_of(field, &kinds, &cells));
        }
    }
    record
}
