//! What leads from the tables of one version of a pack to those of the next: steps as pure data, and nothing lost that is not named.

mod apply;
mod columns;
mod derived;
mod fates;
mod fields;
mod parts;
mod refused;
mod renames;
mod steps;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::columns::ColumnKind;
use super::compiled::Pack;
use super::definition::PackDefinition;
use super::schema::{ColumnModel, ForeignKeyModel, IndexModel, TableModel, UniqueModel};
use crate::fault::Limits;
use crate::{Error, JsonSchema, Result};
use ratebook_derive::Build;

/// What has to be done so that the records of one version of a pack are those of another?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct MigrationRequest {
    /// The version whose tables are there; nothing when there are none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<PackDefinition>,
    /// The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is
    /// kept, out of sight.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000), extend("format" = "reference"))]
    pub accept: Vec<String>,
}

/// The way from one version of a pack to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Migration {
    /// Whose.
    #[schemars(extend("format" = "name"))]
    pub pack: String,
    /// The version whose tables are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_before: Option<u32>,
    /// The version whose tables are wanted.
    pub version_after: u32,
    /// What is to be done, in this order.
    pub steps: Vec<MigrationStep>,
    /// What records no longer say afterwards.
    pub losses: Vec<MigrationLoss>,
}

/// A step of a migration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MigrationStep {
    /// Whether it can be done without anybody.
    pub class: MigrationClass,
    /// What it does, for who reads it before it is done.
    #[schemars(extend("format" = "text"))]
    pub sentence: String,
    /// What it does, for who does it.
    pub act: MigrationAct,
    /// The loss that it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub loss: Option<String>,
}

/// Whether a step can be done without anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MigrationClass {
    /// It can, whatever the records are.
    Safe,
    /// Records are to be filled or looked over first.
    NeedsBackfill,
    /// Records say less afterwards.
    Loses,
}

/// What a step does. A table and a column are called as they are when it is their turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MigrationAct {
    /// Records are looked over before anything is changed: when one does not pass, the migration waits.
    CheckRows(CheckedRows),
    /// A field takes more than before; no table changes.
    Widen(WidenedField),
    /// A foreign key is dropped.
    DropForeignKey(NamedPart),
    /// A unique constraint is dropped.
    DropUnique(NamedPart),
    /// An index is dropped.
    DropIndex(NamedPart),
    /// A table is kept under a retired name, without its constraints and indexes.
    ArchiveTable(RenamedTable),
    /// A column is kept under a retired name, and rows may lack it.
    ArchiveColumn(RenamedColumn),
    /// A table is dropped with all its rows.
    DropTable(DroppedTable),
    /// A column is dropped.
    DropColumn(NamedPart),
    /// A table gets another name; its constraints and indexes keep theirs.
    RenameTable(RenamedTable),
    /// A column gets another name.
    RenameColumn(RenamedColumn),
    /// A unique constraint gets another name.
    RenameUnique(RenamedColumn),
    /// A foreign key gets another name.
    RenameForeignKey(RenamedColumn),
    /// An index gets another name.
    RenameIndex(RenamedColumn),
    /// A table is made. Its foreign keys are made when all tables of the migration are there.
    CreateTable(Box<TableModel>),
    /// A column is added.
    AddColumn(AddedColumn),
    /// A column keeps its values in another way, none of them changed.
    ConvertColumn(ConvertedColumn),
    /// Rows get their values.
    Fill(FilledColumn),
    /// Rows may lack a column.
    AllowNothing(NamedPart),
    /// Every row has a column.
    Require(NamedPart),
    /// A unique constraint is made.
    AddUnique(AddedUnique),
    /// A foreign key is made.
    AddForeignKey(AddedForeignKey),
    /// An index is made.
    AddIndex(AddedIndex),
    /// What is kept of records is made again, of all that are there.
    Derive(DerivedAgain),
}

/// Records that are looked over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CheckedRows {
    /// Where.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The columns, as they are before anything is changed.
    #[schemars(extend("format" = "name"))]
    pub columns: Vec<String>,
    /// The field whose new definition says what is wanted; none of what every record has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub field: Option<String>,
    /// What must be true of every row.
    pub rule: RowRule,
}

/// What must be true of every row before a migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RowRule {
    /// There is a value.
    Given,
    /// No two rows have the same.
    Unique,
    /// The number, amount or day is within its bounds.
    Bounds,
    /// The number is no finer than is kept.
    Digits,
    /// The text is long and short enough.
    Length,
    /// The text matches its pattern.
    Pattern,
    /// The text is of the form of the new kind.
    Form,
    /// It is one of the choices.
    Choices,
    /// The amount is in the one currency.
    Currency,
    /// No row was deleted softly: it would be back.
    NoneDeleted,
}

/// A field that takes more than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct WidenedField {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The field.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// What of its definition was widened.
    #[schemars(extend("format" = "name"))]
    pub options: Vec<String>,
}

/// A part of a table by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NamedPart {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The part.
    #[schemars(extend("format" = "name"))]
    pub name: String,
}

/// A table by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DroppedTable {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
}

/// A table that gets another name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RenamedTable {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// What it is called afterwards.
    #[schemars(extend("format" = "name"))]
    pub renamed: String,
}

/// A part of a table that gets another name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RenamedColumn {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The part.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it is called afterwards.
    #[schemars(extend("format" = "name"))]
    pub renamed: String,
}

/// A column that is added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AddedColumn {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The column.
    pub column: ColumnModel,
    /// What the rows that are there get, as a record says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
}

/// A column that keeps its values in another way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ConvertedColumn {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The column.
    #[schemars(extend("format" = "name"))]
    pub column: String,
    /// How it kept them.
    pub before: ColumnKind,
    /// How it keeps them afterwards.
    pub after: ColumnKind,
}

/// A column, or a whole table beside one of records, whose rows get their values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FilledColumn {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The column; none when the rows themselves are to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub column: Option<String>,
    /// Where the values come from.
    pub source: FillSource,
}

/// Where the values come from that rows get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FillSource {
    /// From who runs the migration: nothing says what they are.
    Operator,
    /// From the expression of the field.
    Computed,
    /// From the text of the same field, in small letters.
    Folded,
    /// From the machine: its first state, its version, the moment of the record's last change.
    Machine,
    /// From the record: its version and moments are those of a new one.
    Record,
    /// From the column of the same field in the entity's table.
    Field,
    /// From the counter of the entity: the next number for every record that has none, in the order in which they were made.
    Number,
}

/// A unique constraint that is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AddedUnique {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The constraint.
    pub unique: UniqueModel,
}

/// A foreign key that is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AddedForeignKey {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The key.
    pub foreign_key: ForeignKeyModel,
}

/// An index that is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AddedIndex {
    /// The table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// The index.
    pub index: IndexModel,
}

/// What is made again of the records of an entity, since it is made otherwise from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DerivedAgain {
    /// The entity, as it is called afterwards.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// What is made.
    pub what: Derivation,
}

/// What is kept of records and follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Derivation {
    /// What its deadlines write into a record, and what is computed.
    Reckoned,
    /// When something happens to a record by itself.
    Timers,
    /// By what a record is found.
    Search,
    /// Whose a record is, over all tenants.
    Owners,
    /// What everybody may read of a record.
    Listing,
    /// When a record is looked at for what is written about it.
    Contacts,
}

/// What records no longer say after a migration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MigrationLoss {
    /// What it is accepted by: `customer`, `customer.fax`.
    #[schemars(extend("format" = "reference"))]
    pub name: String,
    /// What is lost.
    #[schemars(extend("format" = "text"))]
    pub sentence: String,
    /// Whether it was accepted, and the values are dropped; they are kept under a retired name otherwise.
    pub accepted: bool,
}

impl Pack {
    /// The way from the tables of another version of the pack to those of this one; every reason when there is none.
    pub fn migration(&self, request: &MigrationRequest) -> Result<Migration> {
        request.bounded()?;
        let before = match &request.before {
            Some(definition) => Some(Pack::new(definition.clone()).map_err(|error| error.under("/before"))?),
            None => None,
        };
        self.migration_of(before.as_ref(), &request.accept)
    }

    /// The same from a pack that is loaded.
    pub fn migration_of(&self, before: Option<&Pack>, accept: &[String]) -> Result<Migration> {
        Error::unless_empty(refused::own_fields(before, self))?;
        let renames = match before {
            Some(before) => {
                Error::unless_empty(refused::versions(before, self))?;
                renames::between(before, self)?
            }
            None => renames::Renames::default(),
        };
        Error::unless_empty(refused::stranded(before, self, &renames))?;
        let fates = fates::of(before, self, &renames);
        Error::unless_empty(refused::narrowed(before, self, &renames, &fates))?;
        Error::unless_empty(refused::unknown(&fates, accept))?;
        let (steps, losses) = steps::between(before, self, &renames, &fates, accept)?;
        Ok(Migration {
            pack: self.definition().name.clone(),
            version_before: before.map(|before| before.definition().version),
            version_after: self.definition().version,
            steps,
            losses,
        })
    }
}
