//! Steps carried out one after the other, on tables whose present form is followed along.

use std::collections::BTreeSet;

use ratebook::records::definition::EntityScope;
use ratebook::records::migration::{
    AddedColumn, ConvertedColumn, Derivation, MigrationAct, MigrationStep, NamedPart, RenamedColumn,
};
use ratebook::records::schema::{ColumnModel, ForeignKeyModel, TableModel};
use ratebook::records::{ColumnKind, ColumnPart, Entity, Field, Migration, Pack, PackSchema};
use ratebook::{Code, Error, Reason};

use super::ROLE;
use super::accept::Accepted;
use super::series;
use crate::store::ask::{self, AnyRow, Connection};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{Bound, Dialect, Statement, policies};

/// What carries out the steps of a migration inside a transaction.
pub(super) struct Mason<'m, 'c> {
    pub(super) connection: &'m mut Connection<'c>,
    pub(super) dialect: Dialect,
    pub(super) before: Option<&'m Pack>,
    pub(super) after: &'m Pack,
    pub(super) accepted: &'m Accepted,
    pub(super) now: i64,
    /// The tables as they are wanted.
    pub(super) wanted: PackSchema,
    /// The tables as they are, with what was retired earlier.
    tables: PackSchema,
    /// A migration of one step, by which `tables` follows.
    single: Migration,
    /// The tables that SQLite has to rebuild.
    rebuilt: BTreeSet<String>,
    /// The tables that were made.
    made: Vec<String>,
    /// The tables of PostgreSQL whose owner is not bound by policies for now.
    opened: BTreeSet<String>,
    /// Whether rows have been looked over.
    looked_over: bool,
    /// The columns, by table, that nobody has filled.
    pub(super) unfilled: BTreeSet<(String, String)>,
    /// The fields, by table, whose values were looked over.
    pub(super) checked: BTreeSet<(String, String)>,
    /// What is against it.
    pub(super) faults: Vec<Reason>,
}

impl<'m, 'c> Mason<'m, 'c> {
    pub(super) async fn new(
        connection: &'m mut Connection<'c>,
        (before, after): (Option<&'m Pack>, &'m Pack),
        (migration, accepted): (&Migration, &'m Accepted),
        now: i64,
    ) -> Result<Mason<'m, 'c>, Failure> {
        let wanted = after.schema();
        let mut tables = before.unwrap_or(after).schema();
        if before.is_none() {
            tables.tables.clear();
        }
        let mut single = migration.clone();
        single.steps.clear();
        let mut mason = Mason {
            dialect: connection.dialect(),
            connection,
            before,
            after,
            accepted,
            now,
            wanted,
            tables,
            single,
            rebuilt: BTreeSet::new(),
            made: Vec::new(),
            opened: BTreeSet::new(),
            looked_over: false,
            unfilled: BTreeSet::new(),
            checked: BTreeSet::new(),
            faults: Vec::new(),
        };
        mason.find_retired().await?;
        Ok(mason)
    }

    /// Columns that were retired earlier are no part of any version, and go along when SQLite rebuilds their table.
    async fn find_retired(&mut self) -> Result<(), Failure> {
        if self.dialect == Dialect::Postgres {
            return Ok(());
        }
        for table in self.tables.tables.iter_mut().filter(|table| !table.native) {
            let asked = "SELECT name, type FROM pragma_table_info($1)";
            let rows = self
                .connection
                .ask_static(asked, &[Bound::Text(table.name.clone())])
                .await?;
            for row in rows {
                let (name, kind) = (row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
                let Some(pattern) = table.columns.first().filter(|_| table.column(name).is_none()) else {
                    continue;
                };
                let mut column = pattern.clone();
                name.clone_into(&mut column.name);
                column.kind = match kind {
                    "TEXT" => ColumnKind::Text,
                    "BLOB" => ColumnKind::Bytes,
                    _ => ColumnKind::Integer,
                };
                column.required = false;
                column.field = None;
                table.columns.push(column);
            }
        }
        Ok(())
    }

    pub(super) async fn step(&mut self, step: &MigrationStep) -> Result<(), Failure> {
        let act = &step.act;
        if !matches!(act, MigrationAct::CheckRows(_)) && !self.looked_over {
            self.settle()?;
            self.looked_over = true;
        }
        match act {
            MigrationAct::CheckRows(rows) => self.check(rows).await?,
            MigrationAct::Fill(filled) => self.fill(filled).await?,
            MigrationAct::Derive(own) if own.what == Derivation::Reckoned => self.reckon(&own.entity).await?,
            // What stands beside records is made once all columns say what they say from now on.
            MigrationAct::Derive(_) => {}
            MigrationAct::AddColumn(added) => self.add_column(added).await?,
            MigrationAct::ConvertColumn(converted) => self.convert(converted).await?,
            MigrationAct::AllowNothing(part) | MigrationAct::Require(part) => {
                let required = matches!(act, MigrationAct::Require(_));
                if required && self.lacks(part).await? {
                    return Ok(());
                }
                self.require(&part.table, &part.name, required).await?;
                self.follow(step)?;
                return self.remake_indexes(part).await;
            }
            MigrationAct::AddUnique(added) => {
                let table = self.table(&added.table)?;
                let unique = &added.unique;
                if !self
                    .repeats(&table, &unique.columns, unique.alive, &unique.name)
                    .await?
                {
                    self.tell(&write::create_unique(self.dialect, &table, unique)).await?;
                }
            }
            MigrationAct::AddIndex(added) => {
                let table = self.table(&added.table)?;
                self.tell(&write::create_index(self.dialect, &table, &added.index))
                    .await?;
            }
            _ => self.alter(act).await?,
        }
        self.follow(step)
    }

    /// Steps that are about keys and indexes.
    async fn alter(&mut self, act: &MigrationAct) -> Result<(), Failure> {
        let dialect = self.dialect;
        match act {
            MigrationAct::DropForeignKey(part) => {
                let statement = write::drop_key(&part.table, &part.name);
                self.tell_or_rebuild(&part.table, &statement).await
            }
            MigrationAct::RenameForeignKey(other) => {
                let statement = write::rename_constraint(&other.table, &other.name, &other.renamed);
                self.tell_or_rebuild(&other.table, &statement).await
            }
            MigrationAct::AddForeignKey(added) => {
                self.open(&added.table).await?;
                self.open(&added.foreign_key.table).await?;
                if self.leads_nowhere(&added.table, &added.foreign_key).await? {
                    return Ok(());
                }
                let statement = write::add_key(&added.table, &added.foreign_key);
                self.tell_or_rebuild(&added.table, &statement).await
            }
            MigrationAct::DropUnique(part) | MigrationAct::DropIndex(part) => {
                self.tell(&write::drop_index(dialect, &part.name)).await
            }
            MigrationAct::RenameUnique(other) | MigrationAct::RenameIndex(other) => self.rename_index(other).await,
            _ => self.alter_table(act).await,
        }
    }

    /// Steps that are about tables and columns, and look at no row.
    async fn alter_table(&mut self, act: &MigrationAct) -> Result<(), Failure> {
        let dialect = self.dialect;
        match act {
            MigrationAct::ArchiveTable(other) => {
                let table = self.table(&other.table)?;
                let names = table.uniques.iter().map(|own| &own.name);
                for name in names.chain(table.indexes.iter().map(|own| &own.name)) {
                    self.tell(&write::drop_index(dialect, name)).await?;
                }
                self.rename_table(&table, &other.renamed).await?;
                if dialect == Dialect::Postgres {
                    self.tell(&write::revoke(&other.renamed, ROLE)).await?;
                }
                Ok(())
            }
            MigrationAct::ArchiveColumn(other) => {
                let required = self.column(&other.table, &other.name)?.required;
                self.tell(&write::rename_column(
                    dialect,
                    &other.table,
                    &other.name,
                    &other.renamed,
                ))
                .await?;
                if required {
                    self.require(&other.table, &other.renamed, false).await?;
                }
                Ok(())
            }
            MigrationAct::DropTable(dropped) => {
                self.release(&dropped.table, None).await?;
                self.rebuilt.remove(&dropped.table);
                self.opened.remove(&dropped.table);
                self.tell(&write::drop_table(dialect, &dropped.table)).await
            }
            MigrationAct::DropColumn(part) => {
                self.release(&part.table, Some(&part.name)).await?;
                // A key that was dropped from the model alone still names the column.
                if self.rebuilt.contains(&part.table) {
                    self.rebuild(&part.table).await?;
                }
                self.tell(&write::drop_column(dialect, &part.table, &part.name)).await
            }
            MigrationAct::RenameTable(other) => {
                let table = self.table(&other.table)?;
                self.rename_table(&table, &other.renamed).await
            }
            MigrationAct::RenameColumn(other) => {
                self.tell(&write::rename_column(
                    dialect,
                    &other.table,
                    &other.name,
                    &other.renamed,
                ))
                .await
            }
            MigrationAct::CreateTable(table) => {
                let made = write::create_table(dialect, table);
                for statement in made.into_iter().chain(write::create_indexes(dialect, table)) {
                    self.tell(&statement).await?;
                }
                self.made.push(table.name.clone());
                Ok(())
            }
            MigrationAct::Widen(_) => Ok(()),
            other => Err(Failure::defect(format!("nobody carries out {other:?}"))),
        }
    }

    /// Has the tables in mind be as the database has them now.
    fn follow(&mut self, step: &MigrationStep) -> Result<(), Failure> {
        self.single.steps = vec![step.clone()];
        Ok(self.tables.apply(&self.single)?)
    }

    /// The end: keys, policies, what SQLite has put off, and a last look.
    pub(super) async fn finish(&mut self) -> Result<(), Failure> {
        self.settle()?;
        if self.dialect == Dialect::Sqlite {
            for table in self.rebuilt.clone() {
                self.rebuild(&table).await?;
            }
            let broken = self.connection.ask_static("PRAGMA foreign_key_check", &[]).await?;
            return match broken.first() {
                Some(row) => Err(Failure::Bound(row.text(0)?.unwrap_or_default().to_owned())),
                None => Ok(()),
            };
        }
        let mut made = self.wanted.clone();
        made.tables.retain(|table| self.made.contains(&table.name));
        for table in &made.tables {
            for key in &table.foreign_keys {
                self.add_key(table, key).await?;
            }
        }
        for text in policies(&made, ROLE) {
            let values = Vec::new();
            self.tell(&Statement { text, values }).await?;
        }
        for table in std::mem::take(&mut self.opened) {
            self.tell(&write::force(&table, true)).await?;
        }
        Ok(())
    }

    async fn add_key(&mut self, table: &TableModel, key: &ForeignKeyModel) -> Result<(), Failure> {
        self.tell(&write::add_key(&table.name, key)).await
    }

    /// An error when something is against it.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        Ok(Error::unless_empty(std::mem::take(&mut self.faults))?)
    }

    pub(super) async fn tell(&mut self, statement: &Statement) -> Result<(), Failure> {
        ask::carry_out(self.connection, statement).await?;
        Ok(())
    }

    pub(super) async fn ask(&mut self, statement: &Statement) -> Result<Vec<AnyRow>, Failure> {
        Ok(self.connection.any_rows(statement).await?)
    }

    /// The one number that a statement answers.
    pub(super) async fn number(&mut self, statement: &Statement) -> Result<i64, Failure> {
        let rows = self.ask(statement).await?;
        let number = rows.first().map(|row| row.whole(0)).transpose()?.flatten();
        Ok(number.unwrap_or(0))
    }

    /// PostgreSQL alters constraints; SQLite rebuilds the table at the end, once for all that has changed.
    async fn tell_or_rebuild(&mut self, table: &str, statement: &Statement) -> Result<(), Failure> {
        if self.dialect == Dialect::Postgres {
            return self.tell(statement).await;
        }
        self.rebuilt.insert(table.to_owned());
        Ok(())
    }

    async fn rebuild(&mut self, table: &str) -> Result<(), Failure> {
        self.rebuilt.remove(table);
        for statement in write::rebuild(&self.table(table)?) {
            self.tell(&statement).await?;
        }
        Ok(())
    }

    async fn require(&mut self, table: &str, column: &str, required: bool) -> Result<(), Failure> {
        let statement = write::require(table, column, required);
        self.tell_or_rebuild(table, &statement).await
    }

    /// PostgreSQL is told where in an index nothing stands, as long as there can be nothing.
    async fn remake_indexes(&mut self, part: &NamedPart) -> Result<(), Failure> {
        if self.dialect == Dialect::Sqlite {
            return Ok(());
        }
        let table = self.table(&part.table)?;
        let over = |index: &&ratebook::records::schema::IndexModel| {
            index.columns.iter().any(|column| column.name == part.name)
        };
        for index in table.indexes.iter().filter(over) {
            self.tell(&write::drop_index(self.dialect, &index.name)).await?;
            self.tell(&write::create_index(self.dialect, &table, index)).await?;
        }
        Ok(())
    }

    async fn rename_table(&mut self, table: &TableModel, renamed: &str) -> Result<(), Failure> {
        for statement in write::rename_table(self.dialect, &table.name, renamed) {
            self.tell(&statement).await?;
        }
        if self.dialect == Dialect::Postgres && table.partition.is_some() {
            series::rename_parts(self.connection, renamed).await?;
        }
        for names in [&mut self.rebuilt, &mut self.opened] {
            if names.remove(&table.name) {
                names.insert(renamed.to_owned());
            }
        }
        Ok(())
    }

    async fn rename_index(&mut self, other: &RenamedColumn) -> Result<(), Failure> {
        if self.dialect == Dialect::Postgres {
            return self.tell(&write::rename_index(&other.name, &other.renamed)).await;
        }
        let table = self.table(&other.table)?;
        self.tell(&write::drop_index(self.dialect, &other.name)).await?;
        if let Some(own) = table.uniques.iter().find(|own| own.name == other.name) {
            let mut unique = own.clone();
            unique.name.clone_from(&other.renamed);
            return self.tell(&write::create_unique(self.dialect, &table, &unique)).await;
        }
        let own = table.indexes.iter().find(|own| own.name == other.name);
        let mut index = own
            .ok_or_else(|| Failure::defect(format!("there is no index {}", other.name)))?
            .clone();
        index.name.clone_from(&other.renamed);
        self.tell(&write::create_index(self.dialect, &table, &index)).await
    }

    async fn add_column(&mut self, added: &AddedColumn) -> Result<(), Failure> {
        let AddedColumn { table, column, .. } = added;
        self.tell(&write::add_column(self.dialect, table, column)).await?;
        if let Some(default) = &added.default {
            self.open(table).await?;
            let (_, field) = self.field_of(table, column)?;
            let value = field.kept(default).map_err(|reason| *reason)?;
            self.fill_with(table, column, part_of(field, column.part, &value))
                .await?;
        }
        if column.required {
            self.require(table, &column.name, true).await?;
        }
        Ok(())
    }

    async fn convert(&mut self, converted: &ConvertedColumn) -> Result<(), Failure> {
        let ConvertedColumn { table, column, .. } = converted;
        let digits = |kind| match kind {
            ColumnKind::Integer => Some(0),
            ColumnKind::Scaled(digits) => Some(i32::from(digits)),
            _ => None,
        };
        let (Some(before), Some(after)) = (digits(converted.before), digits(converted.after)) else {
            let message = format!("nobody knows how `{table}`.`{column}` is kept in another way");
            return Err(Failure::defect(message));
        };
        self.open(table).await?;
        self.tell(&write::scale(self.dialect, table, column, after - before))
            .await
    }

    /// Lets the owner of a table see all its rows until the transaction ends.
    pub(super) async fn open(&mut self, table: &str) -> Result<(), Failure> {
        let walled = self.table(table)?;
        let walled = walled.scope == EntityScope::Tenant && !walled.native;
        let is_new = self.made.iter().any(|own| own == table);
        if self.dialect == Dialect::Postgres && walled && !is_new && self.opened.insert(table.to_owned()) {
            self.tell(&write::force(table, false)).await?;
        }
        Ok(())
    }

    /// A table as it is now.
    pub(super) fn table(&self, name: &str) -> Result<TableModel, Failure> {
        let table = self.tables.table(name).cloned();
        table.ok_or_else(|| Failure::defect(format!("there is no table {name}")))
    }

    pub(super) fn column(&self, table: &str, name: &str) -> Result<ColumnModel, Failure> {
        let column = self.table(table)?.column(name).cloned();
        column.ok_or_else(|| Failure::defect(format!("there is no column {name} in {table}")))
    }

    /// The entity and field that a column of a wanted table is of.
    pub(super) fn field_of(&self, table: &str, column: &ColumnModel) -> Result<(&'m Entity, &'m Field), Failure> {
        let wanted = self.wanted.table(table);
        let entity = wanted.and_then(|table| self.after.entity(&table.entity));
        let field = column.field.as_deref();
        let found = entity.and_then(|entity| Some((entity, entity.field(field?)?)));
        found.ok_or_else(|| Failure::defect(format!("`{}` of `{table}` is no field's", column.name)))
    }

    pub(super) fn against(&mut self, entity: &str, field: &str, message: String) {
        let place = self.after.entities().iter().position(|own| own.name() == entity);
        let place = place.map_or_else(String::new, |place| format!("/entities/{place}/fields/{field}"));
        self.faults.push(Reason::new(Code::DefinitionConflict, place, message));
    }
}

/// What a column of a field holds of a value.
pub(super) fn part_of(field: &Field, part: ColumnPart, value: &serde_json::Value) -> Bound {
    let [own, currency, folded] = field.cells(value);
    bound(match part {
        ColumnPart::Currency => currency,
        ColumnPart::Folded => folded,
        _ => own,
    })
}

/// A cell as it is bound.
pub(super) fn bound(cell: ratebook::records::Cell) -> Bound {
    use ratebook::records::Cell;
    match cell {
        Cell::Null => Bound::Nothing(ColumnKind::Integer),
        Cell::Truth(truth) => Bound::Truth(truth),
        Cell::Whole(number) => Bound::Whole(number),
        Cell::Text(text) => Bound::Text(text),
        Cell::Id(id) => Bound::Id(id),
    }
}
