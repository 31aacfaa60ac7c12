//! What a step makes of tables: for tests, and for who shows what will be there.

use super::super::schema::PackSchema;
use super::super::schema::TableModel;
use super::{Migration, MigrationAct};
use crate::{Code, Error, Result};

impl PackSchema {
    /// The tables after a migration; an error when a step does not find what it is about.
    pub fn apply(&mut self, migration: &Migration) -> Result<()> {
        for (index, step) in migration.steps.iter().enumerate() {
            if self.step(&step.act).is_none() {
                let message = format!("the tables are not those that the step is of: {}", step.sentence);
                return Err(Error::new(Code::RequestConflict, format!("/steps/{index}"), message));
            }
        }
        self.version = migration.version_after;
        Ok(())
    }

    fn of(&mut self, name: &str) -> Option<&mut TableModel> {
        self.tables.iter_mut().find(|table| table.name == name)
    }

    fn step(&mut self, act: &MigrationAct) -> Option<()> {
        match act {
            MigrationAct::CheckRows(rows) => {
                let table = self.of(&rows.table)?;
                rows.columns
                    .iter()
                    .all(|name| table.column(name).is_some())
                    .then_some(())
            }
            MigrationAct::Widen(field) => self.of(&field.table).map(drop),
            MigrationAct::Fill(fill) => {
                let table = self.of(&fill.table)?;
                fill.column
                    .as_ref()
                    .is_none_or(|name| table.column(name).is_some())
                    .then_some(())
            }
            MigrationAct::CreateTable(table) if self.table(&table.name).is_none() => {
                self.tables.push((**table).clone());
                Some(())
            }
            MigrationAct::CreateTable(_) => None,
            // It stands in no table of the pack, or in columns that are there.
            MigrationAct::Derive(_) => Some(()),
            MigrationAct::DropTable(dropped) => {
                let place = self.tables.iter().position(|table| table.name == dropped.table)?;
                self.tables.remove(place);
                Some(())
            }
            MigrationAct::ArchiveTable(other) => {
                let table = self.of(&other.table)?;
                table.name.clone_from(&other.renamed);
                table.uniques.clear();
                table.foreign_keys.clear();
                table.indexes.clear();
                Some(())
            }
            MigrationAct::RenameTable(other) => {
                self.of(&other.table)?.name.clone_from(&other.renamed);
                let keys = self.tables.iter_mut().flat_map(|table| &mut table.foreign_keys);
                for key in keys.filter(|key| key.table == other.table) {
                    key.table.clone_from(&other.renamed);
                }
                Some(())
            }
            MigrationAct::RenameColumn(other) => self.rename_column(&other.table, &other.name, &other.renamed),
            MigrationAct::ArchiveColumn(other) => {
                let table = self.of(&other.table)?;
                let column = table.columns.iter_mut().find(|column| column.name == other.name)?;
                column.name.clone_from(&other.renamed);
                column.required = false;
                Some(())
            }
            _ => self.part(act),
        }
    }

    /// Steps within one table.
    fn part(&mut self, act: &MigrationAct) -> Option<()> {
        match act {
            MigrationAct::AddColumn(added) => {
                let table = self.of(&added.table)?;
                let is_new = table.column(&added.column.name).is_none();
                is_new.then(|| table.columns.push(added.column.clone()))
            }
            MigrationAct::DropColumn(part) => take(&mut self.of(&part.table)?.columns, |own| own.name == part.name),
            MigrationAct::ConvertColumn(other) => {
                let table = self.of(&other.table)?;
                let mut columns = table.columns.iter_mut();
                columns
                    .find(|own| own.name == other.column && own.kind == other.before)?
                    .kind = other.after;
                Some(())
            }
            MigrationAct::AllowNothing(part) | MigrationAct::Require(part) => {
                let required = matches!(act, MigrationAct::Require(_));
                let table = self.of(&part.table)?;
                table.columns.iter_mut().find(|own| own.name == part.name)?.required = required;
                Some(())
            }
            MigrationAct::DropForeignKey(part) => {
                take(&mut self.of(&part.table)?.foreign_keys, |own| own.name == part.name)
            }
            MigrationAct::DropUnique(part) => take(&mut self.of(&part.table)?.uniques, |own| own.name == part.name),
            MigrationAct::DropIndex(part) => take(&mut self.of(&part.table)?.indexes, |own| own.name == part.name),
            MigrationAct::RenameUnique(other) => {
                let mut own = self.of(&other.table)?.uniques.iter_mut();
                own.find(|own| own.name == other.name)?.name.clone_from(&other.renamed);
                Some(())
            }
            MigrationAct::RenameForeignKey(other) => {
                let mut own = self.of(&other.table)?.foreign_keys.iter_mut();
                own.find(|own| own.name == other.name)?.name.clone_from(&other.renamed);
                Some(())
            }
            MigrationAct::RenameIndex(other) => {
                let mut own = self.of(&other.table)?.indexes.iter_mut();
                own.find(|own| own.name == other.name)?.name.clone_from(&other.renamed);
                Some(())
            }
            MigrationAct::AddUnique(added) => {
                self.of(&added.table)?.uniques.push(added.unique.clone());
                Some(())
            }
            MigrationAct::AddForeignKey(added) => {
                self.of(&added.table)?.foreign_keys.push(added.foreign_key.clone());
                Some(())
            }
            MigrationAct::AddIndex(added) => {
                self.of(&added.table)?.indexes.push(added.index.clone());
                Some(())
            }
            _ => None,
        }
    }

    fn rename_column(&mut self, table: &str, name: &str, renamed: &str) -> Option<()> {
        let own = self.of(table)?;
        let column = own.columns.iter_mut().find(|column| column.name == name)?;
        renamed.clone_into(&mut column.name);
        let uniques = own.uniques.iter_mut().flat_map(|unique| &mut unique.columns);
        let indexed = own.indexes.iter_mut().flat_map(|index| &mut index.columns);
        let named = uniques
            .chain(indexed.map(|column| &mut column.name))
            .chain(&mut own.key);
        let parted = own.partition.iter_mut().map(|partition| &mut partition.column);
        let keys = own.foreign_keys.iter_mut().flat_map(|key| &mut key.columns);
        for place in named.chain(keys).chain(parted).filter(|own| *own == name) {
            renamed.clone_into(place);
        }
        let keys = self.tables.iter_mut().flat_map(|table| &mut table.foreign_keys);
        let targets = keys.filter(|key| key.table == table).flat_map(|key| &mut key.target);
        for place in targets.filter(|own| *own == name) {
            renamed.clone_into(place);
        }
        Some(())
    }
}

fn take<T>(parts: &mut Vec<T>, named: impl Fn(&T) -> bool) -> Option<()> {
    let place = parts.iter().position(named)?;
    parts.remove(place);
    Some(())
}
