//! The steps within a table whose rows go on.

use std::collections::{BTreeMap, BTreeSet};

use super::super::columns::ColumnPart;
use super::super::compiled::{Entity, Field};
use super::super::schema::{ColumnModel, IndexModel, TableContent, TableModel};
use super::derived::Compared;
use super::fates::Fate;
use super::fields::{Changed, changed};
use super::parts::weave_parts;
use super::steps::{Phase, Weaver};
use super::{
    AddedColumn, CheckedRows, ConvertedColumn, FillSource, FilledColumn, MigrationAct, MigrationClass, NamedPart,
    RenamedColumn, RowRule, WidenedField,
};

/// A table before and after, and which of its columns go on.
pub(super) struct Columns<'c, 'w> {
    pub(super) weaver: &'c mut Weaver<'w>,
    pub(super) old: &'c TableModel,
    pub(super) new: &'c TableModel,
    /// What columns are called now that go on, by what they were called.
    pub(super) names: BTreeMap<String, String>,
    /// The columns whose rows do not have values before somebody or something gives them.
    filled: BTreeSet<String>,
    /// Those of them that are reckoned anew.
    reckoned: BTreeSet<String>,
}

impl<'c, 'w> Columns<'c, 'w> {
    pub(super) fn of(weaver: &'c mut Weaver<'w>, old: &'c TableModel, new: &'c TableModel) -> Columns<'c, 'w> {
        let mut columns = Columns {
            weaver,
            old,
            new,
            names: BTreeMap::new(),
            filled: BTreeSet::new(),
            reckoned: BTreeSet::new(),
        };
        let names = old.columns.iter().filter_map(|column| {
            let now = columns.name_now(column)?;
            new.column(&now).map(|_| (column.name.clone(), now))
        });
        columns.names = names.collect();
        columns
    }

    pub(super) fn weave(mut self) {
        if self.old.holds == TableContent::Records || self.old.holds == TableContent::Samples {
            self.compare_fields();
        }
        for column in &self.old.columns {
            self.leave_or_rename(column);
        }
        for column in &self.new.columns {
            match self.former(&column.name) {
                Some(old) => self.alter(old, column),
                None => self.add(column),
            }
        }
        weave_parts(&mut self);
    }

    /// What a column is called now, when the values of its field go on.
    fn name_now(&self, column: &ColumnModel) -> Option<String> {
        let of_field = |entity: &str, field: &str, name: &str| {
            let now = self.weaver.renames.entity_now(self.weaver.after, entity)?;
            let stays = self.weaver.fates.field(entity, field) == Fate::Stays;
            let mut fields = now.fields().iter().filter(|_| stays);
            let own = fields.find(|own| self.weaver.renames.field(now.name(), own.name()) == field)?;
            Some(format!("{}{}", own.name(), name.strip_prefix(field)?))
        };
        match &column.field {
            Some(field) => of_field(&self.old.entity, field, &column.name),
            // Beside the table of samples stand their subject and moment, which are fields.
            None if self.old.field.is_some() && self.is_sampled_by(&column.name) => {
                of_field(&self.old.entity, &column.name, &column.name)
            }
            None => Some(column.name.clone()),
        }
    }

    fn is_sampled_by(&self, name: &str) -> bool {
        let entity = self.weaver.before.entity(&self.old.entity);
        let series = entity.and_then(|entity| entity.definition().series.as_ref());
        series.is_some_and(|series| series.subject == name || series.at == name)
    }

    pub(super) fn former(&self, name: &str) -> Option<&'c ColumnModel> {
        let old = self.names.iter().find(|(_, now)| *now == name)?.0;
        self.old.column(old)
    }

    pub(super) fn is_filled(&self, name: &str) -> bool {
        self.filled.contains(name)
    }

    pub(super) fn is_reckoned(&self, name: &str) -> bool {
        self.reckoned.contains(name)
    }

    fn entity(&self) -> Option<&'w Entity> {
        self.weaver.after.entity(&self.new.entity)
    }

    fn field_before(&self, name: &str) -> Option<&'w Field> {
        let was = self.weaver.renames.field(&self.new.entity, name);
        let stays = self.weaver.fates.field(&self.old.entity, was) == Fate::Stays;
        let field = self.weaver.before.entity(&self.old.entity)?.field(was);
        field.filter(|_| stays)
    }

    /// What fields that go on take now and did not, and the other way round.
    fn compare_fields(&mut self) {
        let compared = self.weaver.compared(&self.new.entity);
        let others = compared.as_ref().map(Compared::others).unwrap_or_default();
        for field in self.entity().map_or(&[][..], Entity::fields) {
            let Some(before) = self.field_before(field.name()) else {
                continue;
            };
            let Changed { wider, checks } = changed(before, field);
            let entity = self.new.entity.clone();
            if !wider.is_empty() {
                let sentence = format!(
                    "`{entity}.{}` takes more than before: {}",
                    field.name(),
                    wider.join(", ")
                );
                let widened = WidenedField {
                    table: self.old.name.clone(),
                    field: field.name().to_owned(),
                    options: wider.iter().map(|name| (*name).to_owned()).collect(),
                };
                self.weaver.safe(Phase::Widen, sentence, MigrationAct::Widen(widened));
            }
            for rule in checks {
                self.check(before, field, rule);
            }
            if compared.is_some_and(|compared| compared.is_numbered(field)) {
                self.fill(field.name(), FillSource::Number);
            }
            let is_kept = before.definition().keeps_first() && field.definition().keeps_first();
            if is_kept && before.first_language() != field.first_language() {
                let own = self.of_field(field.name()).map(|column| column.name.clone());
                let own: Vec<String> = own.collect();
                own.iter().for_each(|column| self.fill(column, FillSource::Folded));
            }
            if field.definition().computed.is_some() && others.contains(field.name()) {
                let columns: Vec<&ColumnModel> = self.of_field(field.name()).collect();
                for column in columns {
                    self.fill(&column.name, FillSource::Computed);
                }
            }
        }
    }

    fn of_field(&self, name: &str) -> impl Iterator<Item = &'c ColumnModel> {
        let columns = self.new.columns.iter();
        columns.filter(move |column| column.field.as_deref() == Some(name))
    }

    /// Has the rows looked over, as they are before anything is changed.
    pub(super) fn check(&mut self, before: &Field, after: &Field, rule: RowRule) {
        let own = self.old.columns.iter();
        let own =
            own.filter(|column| column.field.as_deref() == Some(before.name()) && column.part != ColumnPart::Folded);
        let columns: Vec<String> = own.map(|column| column.name.clone()).collect();
        // What stands in a table of its own is looked over there.
        let table = self.old.name.clone();
        let sentence = format!("look over `{}` of `{table}`: {}", before.name(), told(rule));
        let act = MigrationAct::CheckRows(CheckedRows {
            table,
            columns,
            field: Some(after.name().to_owned()),
            rule,
        });
        self.weaver
            .add(Phase::Check, MigrationClass::NeedsBackfill, sentence, act);
    }

    fn leave_or_rename(&mut self, column: &ColumnModel) {
        let table = &self.old.name;
        if let Some(now) = self.names.get(&column.name) {
            if *now != column.name {
                let sentence = format!("rename `{}` of `{}` to `{now}`", column.name, self.new.name);
                let act = MigrationAct::RenameColumn(RenamedColumn {
                    table: self.new.name.clone(),
                    name: column.name.clone(),
                    renamed: now.clone(),
                });
                self.weaver.safe(Phase::Rename, sentence, act);
            }
            return;
        }
        let name = column.field.as_deref().unwrap_or(&column.name);
        let loss = format!("{}.{name}", self.old.entity);
        let fate = match &column.field {
            Some(field) => self.weaver.fates.field(&self.old.entity, field),
            None => Fate::Gone,
        };
        if column.field.is_none() && column.name == "deleted_at" {
            let sentence = format!("look over `deleted_at` of `{table}`: {}", told(RowRule::NoneDeleted));
            let act = MigrationAct::CheckRows(CheckedRows {
                table: table.clone(),
                columns: vec![column.name.clone()],
                field: None,
                rule: RowRule::NoneDeleted,
            });
            self.weaver
                .add(Phase::Check, MigrationClass::NeedsBackfill, sentence, act);
        }
        self.weaver.leave_column(table, &column.name, column.part, loss, fate);
    }

    /// A column that goes on: how it keeps its values, and whether rows may lack them.
    fn alter(&mut self, old: &ColumnModel, new: &ColumnModel) {
        let table = self.new.name.clone();
        let name = new.name.clone();
        if old.kind != new.kind {
            let sentence = format!("keep the values of `{name}` of `{table}` in another way, unchanged");
            let convert = MigrationAct::ConvertColumn(ConvertedColumn {
                table: table.clone(),
                column: name.clone(),
                before: old.kind,
                after: new.kind,
            });
            self.weaver.safe(Phase::Add, sentence, convert);
        }
        if old.required && !new.required {
            let sentence = format!("let rows of `{table}` lack `{name}`");
            let part = NamedPart { table, name };
            self.weaver
                .safe(Phase::Require, sentence, MigrationAct::AllowNothing(part));
        } else if !old.required && new.required {
            self.require(&name);
        }
    }

    fn require(&mut self, name: &str) {
        let sentence = format!("have `{name}` in every row of `{}`", self.new.name);
        let part = self.part(name);
        self.weaver.add(
            Phase::Require,
            MigrationClass::NeedsBackfill,
            sentence,
            MigrationAct::Require(part),
        );
    }

    fn part(&self, name: &str) -> NamedPart {
        NamedPart {
            table: self.new.name.clone(),
            name: name.to_owned(),
        }
    }

    /// A column that is new.
    fn add(&mut self, column: &ColumnModel) {
        let entity = self.entity();
        let field = column.field.as_deref().and_then(|name| entity?.field(name));
        let goes_on = column
            .field
            .as_deref()
            .is_some_and(|name| self.field_before(name).is_some());
        let default = field.and_then(|field| field.definition().default.clone());
        let source = self.source(column, field, goes_on);
        let mut added = column.clone();
        let constant = default.filter(|_| source.is_none());
        added.required = column.required && (constant.is_some() || self.old.holds == TableContent::Values);
        let sentence = format!("add `{}` to `{}`", column.name, self.new.name);
        let act = MigrationAct::AddColumn(AddedColumn {
            table: self.new.name.clone(),
            column: added.clone(),
            default: constant,
        });
        self.weaver.safe(Phase::Add, sentence, act);
        if let Some(source) = source {
            self.fill(&column.name, source);
        }
        if column.required && !added.required {
            self.require(&column.name);
        }
    }

    /// Where the values of a new column come from; nothing where rows may lack it, or all get the default.
    fn source(&self, column: &ColumnModel, field: Option<&Field>, goes_on: bool) -> Option<FillSource> {
        let Some(field) = field else {
            return match column.name.as_str() {
                "entered_at" | "machine_version" => Some(FillSource::Machine),
                _ => column.required.then_some(FillSource::Record),
            };
        };
        let machine = self.entity().and_then(|entity| entity.definition().machine.as_ref());
        if column.part == ColumnPart::Folded && goes_on {
            return Some(FillSource::Folded);
        }
        if field.definition().computed.is_some() {
            return Some(FillSource::Computed);
        }
        if machine.is_some_and(|machine| machine.field == field.name()) {
            return Some(FillSource::Machine);
        }
        let compared = self.weaver.compared(&self.new.entity);
        if compared.is_some_and(|compared| compared.is_numbered(field)) {
            return (column.part == ColumnPart::Value).then_some(FillSource::Number);
        }
        (column.required && field.definition().default.is_none()).then_some(FillSource::Operator)
    }

    fn fill(&mut self, column: &str, source: FillSource) {
        let sentence = match source {
            FillSource::Operator => format!("say what every row of `{}` has in `{column}`", self.new.name),
            _ => format!("fill `{column}` of `{}`", self.new.name),
        };
        self.filled.insert(column.to_owned());
        if source == FillSource::Computed {
            self.reckoned.insert(column.to_owned());
        }
        let act = MigrationAct::Fill(FilledColumn {
            table: self.new.name.clone(),
            column: Some(column.to_owned()),
            source,
        });
        let phase = match source {
            // Of what all others say.
            FillSource::Computed => Phase::Reckon,
            _ => Phase::Fill,
        };
        self.weaver.add(phase, MigrationClass::NeedsBackfill, sentence, act);
    }

    /// An index of before as it would be called now; nothing when one of its columns does not go on.
    pub(super) fn index_now(&self, index: &IndexModel) -> Option<IndexModel> {
        let mut now = index.clone();
        for column in &mut now.columns {
            column.name.clone_from(self.names.get(&column.name)?);
        }
        Some(now)
    }

    /// The columns of before as they are called now; nothing when one of them does not go on.
    pub(super) fn names_now(&self, names: &[String]) -> Option<Vec<String>> {
        names.iter().map(|name| self.names.get(name).cloned()).collect()
    }

    /// The field of a column, before and after, when its values go on.
    pub(super) fn both(&self, column: &str) -> Option<(&'w Field, &'w Field)> {
        let name = self.new.column(column)?.field.as_deref()?;
        Some((self.field_before(name)?, self.entity()?.field(name)?))
    }
}

/// What is looked for.
fn told(rule: RowRule) -> &'static str {
    match rule {
        RowRule::Given => "every row has a value",
        RowRule::Unique => "no two rows have the same",
        RowRule::Bounds => "every value is within its bounds",
        RowRule::Digits => "no number is finer than it is kept",
        RowRule::Length => "every text is long and short enough",
        RowRule::Pattern => "every text matches the pattern",
        RowRule::Form => "every text is of the form of the new kind",
        RowRule::Choices => "every value is one of the choices",
        RowRule::Currency => "every amount is in the one currency",
        RowRule::NoneDeleted => "no row was deleted softly, for it would be back",
    }
}
