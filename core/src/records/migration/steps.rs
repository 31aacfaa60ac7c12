//! The steps, in the order in which they are safe: rows are looked over before anything is changed, what goes is kept before its
//! name is taken, and what is made stands on what is there.

use std::collections::BTreeMap;

use super::super::columns::ColumnPart;
use super::super::compiled::Pack;
use super::super::schema::{PackSchema, TableContent, TableModel, retired};
use super::columns::Columns;
use super::fates::{Fate, Fates};
use super::renames::Renames;
use super::{
    DroppedTable, FillSource, FilledColumn, MigrationAct, MigrationClass, MigrationLoss, MigrationStep, NamedPart,
    RenamedColumn, RenamedTable,
};
use crate::{Code, Reason, Result};

/// The order of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Check,
    Widen,
    DropForeignKeys,
    DropParts,
    Archive,
    RenameTables,
    Rename,
    Create,
    Add,
    Fill,
    Reckon,
    Gather,
    Require,
    Join,
    Derive,
}

/// Two versions side by side, and the steps that were found.
pub(super) struct Weaver<'w> {
    pub(super) before: &'w Pack,
    pub(super) after: &'w Pack,
    pub(super) renames: &'w Renames,
    pub(super) fates: &'w Fates,
    accept: &'w [String],
    /// What tables are called now that go on.
    pub(super) tables: BTreeMap<String, String>,
    steps: Vec<(Phase, MigrationStep)>,
}

pub(super) fn between(
    before: Option<&Pack>,
    after: &Pack,
    renames: &Renames,
    fates: &Fates,
    accept: &[String],
) -> Result<(Vec<MigrationStep>, Vec<MigrationLoss>)> {
    let wanted = after.schema();
    let steps = match before {
        None => wanted
            .tables
            .into_iter()
            .filter(|table| !table.native)
            .map(create)
            .collect(),
        Some(before) => {
            let mut weaver = Weaver {
                before,
                after,
                renames,
                fates,
                accept,
                tables: BTreeMap::new(),
                steps: Vec::new(),
            };
            weaver.weave(&before.schema(), &wanted)?;
            // What was found first comes first within its phase.
            weaver.steps.sort_by_key(|(phase, _)| *phase);
            weaver.steps.into_iter().map(|(_, step)| step).collect()
        }
    };
    let losses = fates.losses.iter().map(|lost| MigrationLoss {
        name: lost.name.clone(),
        sentence: lost.sentence.clone(),
        accepted: accept.contains(&lost.name),
    });
    Ok((steps, losses.collect()))
}

fn create(table: TableModel) -> MigrationStep {
    MigrationStep {
        class: MigrationClass::Safe,
        sentence: format!("make the table `{}`", table.name),
        act: MigrationAct::CreateTable(Box::new(table)),
        loss: None,
    }
}

impl Weaver<'_> {
    pub(super) fn add(&mut self, phase: Phase, class: MigrationClass, sentence: String, act: MigrationAct) {
        let step = MigrationStep {
            class,
            sentence,
            act,
            loss: None,
        };
        self.put(phase, step);
    }

    pub(super) fn put(&mut self, phase: Phase, step: MigrationStep) {
        self.steps.push((phase, step));
    }

    pub(super) fn safe(&mut self, phase: Phase, sentence: String, act: MigrationAct) {
        self.add(phase, MigrationClass::Safe, sentence, act);
    }

    pub(super) fn accepts(&self, loss: &str) -> bool {
        self.accept.iter().any(|name| name == loss)
    }

    fn weave(&mut self, before: &PackSchema, after: &PackSchema) -> Result<()> {
        let own = |table: &&TableModel| !table.native;
        let mut pairs: Vec<(&TableModel, &TableModel)> = Vec::new();
        let mut gone = Vec::new();
        for table in before.tables.iter().filter(own) {
            match self.goes_on(table, after) {
                Some(other) => {
                    self.tables.insert(table.name.clone(), other.name.clone());
                    pairs.push((table, other));
                }
                None => gone.push(table),
            }
        }
        // Keys lead to the tables of the engine too, which keep their names.
        for table in before.tables.iter().filter(|table| table.native) {
            self.tables.insert(table.name.clone(), table.name.clone());
        }
        for table in gone {
            self.leave(table, after)?;
        }
        let mut known = Vec::new();
        for (old, new) in pairs {
            known.push(new.name.as_str());
            self.rename(old, new);
            Columns::of(self, old, new).weave();
        }
        for table in after
            .tables
            .iter()
            .filter(own)
            .filter(|table| !known.contains(&table.name.as_str()))
        {
            self.steps.push((Phase::Create, create(table.clone())));
            self.fill_beside(table);
        }
        self.derive();
        Ok(())
    }

    /// The table of the version after in which the rows of one go on.
    fn goes_on<'t>(&self, table: &TableModel, after: &'t PackSchema) -> Option<&'t TableModel> {
        if self.fates.entity(&table.entity) != Fate::Stays {
            return None;
        }
        let entity = self.renames.entity_now(self.after, &table.entity)?.name();
        let mut tables = after
            .tables
            .iter()
            .filter(|other| other.entity == entity && other.holds == table.holds);
        let Some(field) = &table.field else {
            return tables.next();
        };
        if self.fates.field(&table.entity, field) != Fate::Stays {
            return None;
        }
        let other = tables.find(|other| {
            let name = other.field.as_deref().unwrap_or_default();
            self.renames.field(entity, name) == field
        })?;
        let kinds = |table: &TableModel| -> Vec<_> { table.columns.iter().map(|own| own.kind).collect() };
        // What is unique in the whole platform is told apart in another way now: its values are made again.
        let made_again = table.holds == TableContent::Values
            && (kinds(table) != kinds(other) || self.folding(table, other) || self.values_differ(entity, other));
        (!made_again).then_some(other)
    }

    /// Whether records have other values in a field by now, or give them up otherwise when they are deleted.
    fn values_differ(&self, entity: &str, table: &TableModel) -> bool {
        let name = table.field.as_deref().unwrap_or_default();
        self.compared(entity)
            .is_some_and(|compared| compared.others().contains(name) || compared.frees_otherwise(name))
    }

    /// Whether capital letters began to count, or ceased to.
    fn folding(&self, before: &TableModel, after: &TableModel) -> bool {
        let folded = |pack: &Pack, table: &TableModel| {
            let field = pack.entity(&table.entity)?.field(table.field.as_deref()?)?;
            Some(field.definition().is_folded())
        };
        folded(self.before, before) != folded(self.after, after)
    }

    /// A table whose rows do not go on.
    fn leave(&mut self, table: &TableModel, after: &PackSchema) -> Result<()> {
        let gone = DroppedTable {
            table: table.name.clone(),
        };
        for key in &table.foreign_keys {
            let part = NamedPart {
                table: table.name.clone(),
                name: key.name.clone(),
            };
            let sentence = format!("drop the foreign key `{}`", key.name);
            self.safe(Phase::DropForeignKeys, sentence, MigrationAct::DropForeignKey(part));
        }
        if table.holds == TableContent::Values {
            let sentence = format!("drop the table `{}`, whose values stand in records", table.name);
            self.safe(Phase::Archive, sentence, MigrationAct::DropTable(gone));
            return Ok(());
        }
        let entity = self.fates.entity(&table.entity);
        let (loss, fate) = match &table.field {
            Some(field) if entity == Fate::Stays => (
                format!("{}.{field}", table.entity),
                self.fates.field(&table.entity, field),
            ),
            None if table.holds == TableContent::Custom && entity == Fate::Stays => {
                (format!("{}.custom", table.entity), Fate::Gone)
            }
            _ => (table.entity.clone(), entity),
        };
        let step = if self.accepts(&loss) {
            MigrationStep {
                class: MigrationClass::Loses,
                sentence: format!("drop the table `{}` with all its rows", table.name),
                act: MigrationAct::DropTable(gone),
                loss: Some(loss),
            }
        } else {
            let renamed = retired(&table.name, self.after.definition().version);
            if after.table(&renamed).is_some() {
                let message = format!(
                    "what is kept of `{loss}` is called `{renamed}`, and so is a table of the pack; rename its field"
                );
                return Err(Reason::new(Code::DefinitionConflict, "/entities", message).into());
            }
            MigrationStep {
                class: class_of(fate),
                sentence: format!("keep the rows of `{}` as `{renamed}`", table.name),
                act: MigrationAct::ArchiveTable(RenamedTable {
                    table: table.name.clone(),
                    renamed,
                }),
                loss: Some(loss),
            }
        };
        self.steps.push((Phase::Archive, step));
        Ok(())
    }

    /// A column whose values do not go on.
    pub(super) fn leave_column(&mut self, table: &str, column: &str, part: ColumnPart, loss: String, fate: Fate) {
        let named = NamedPart {
            table: table.to_owned(),
            name: column.to_owned(),
        };
        let step = if part == ColumnPart::Folded {
            MigrationStep {
                class: MigrationClass::Safe,
                sentence: format!("drop `{column}` of `{table}`, which is made of its text"),
                act: MigrationAct::DropColumn(named),
                loss: None,
            }
        } else if self.accepts(&loss) {
            MigrationStep {
                class: MigrationClass::Loses,
                sentence: format!("drop `{column}` of `{table}` with all its values"),
                act: MigrationAct::DropColumn(named),
                loss: Some(loss),
            }
        } else {
            let renamed = retired(column, self.after.definition().version);
            MigrationStep {
                class: class_of(fate),
                sentence: format!("keep the values of `{column}` of `{table}` as `{renamed}`"),
                act: MigrationAct::ArchiveColumn(RenamedColumn {
                    table: named.table,
                    name: named.name,
                    renamed,
                }),
                loss: Some(loss),
            }
        };
        self.steps.push((Phase::Archive, step));
    }

    fn rename(&mut self, old: &TableModel, new: &TableModel) {
        if old.name != new.name {
            let sentence = format!("rename the table `{}` to `{}`", old.name, new.name);
            let act = MigrationAct::RenameTable(RenamedTable {
                table: old.name.clone(),
                renamed: new.name.clone(),
            });
            self.safe(Phase::RenameTables, sentence, act);
        }
    }

    /// What a new table beside records that are there is filled with.
    fn fill_beside(&mut self, table: &TableModel) {
        let Some(name) = &table.field else {
            return;
        };
        let former = self.renames.entity(&table.entity);
        if self.fates.entity(former) != Fate::Stays {
            return;
        }
        let Some(field) = self.after.entity(&table.entity).and_then(|entity| entity.field(name)) else {
            return;
        };
        let goes_on = self.fates.field(former, self.renames.field(&table.entity, name)) == Fate::Stays;
        let source = match table.holds {
            TableContent::Values if goes_on || field.computed.is_some() => FillSource::Field,
            _ if field.definition().required => FillSource::Operator,
            _ => return,
        };
        let sentence = match source {
            FillSource::Field => format!("fill `{}` with the values that records have", table.name),
            _ => format!("say what every record has in `{name}`: it is required"),
        };
        let act = MigrationAct::Fill(FilledColumn {
            table: table.name.clone(),
            column: None,
            source,
        });
        // What is computed is taken as it is reckoned.
        self.add(Phase::Gather, MigrationClass::NeedsBackfill, sentence, act);
    }
}

/// Of what class it is that something is kept out of sight: where its name says something else now, somebody has to know.
fn class_of(fate: Fate) -> MigrationClass {
    if fate == Fate::Replaced {
        MigrationClass::Loses
    } else {
        MigrationClass::Safe
    }
}
