//! The tables in which a pack's records are kept, as pure data: what makes them adds nothing of its own.

mod build;
mod names;

use serde::{Deserialize, Serialize};

use super::columns::{ColumnKind, ColumnPart};
use super::compiled::{Entity, Field, Pack};
use super::definition::EntityScope;
use crate::fault::Limits;
use crate::{JsonSchema, Result};
use ratebook_derive::Build;

pub(super) use names::retired;

/// What the tables of a pack are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct SchemaRequest {
    /// The entity whose tables are wanted; those of all when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: Option<String>,
}

/// The tables of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PackSchema {
    /// Whose.
    #[schemars(extend("format" = "name"))]
    pub pack: String,
    /// In which version.
    pub version: u32,
    /// The tables: those of entities in their order, each followed by the tables beside it.
    pub tables: Vec<TableModel>,
}

/// A table. Its name is `pack__entity`, or `pack__entity__field` for one that stands beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct TableModel {
    /// What it is called: at most 63 bytes. A longer name is cut, and ends with a hash of the whole.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it holds.
    pub holds: TableContent,
    /// Whose records, or beside whose it stands.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// The field whose values it holds, when it stands beside an entity's table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub field: Option<String>,
    /// Whether its rows are a tenant's or the platform's.
    pub scope: EntityScope,
    /// Whether the engine makes it itself: it is compared, and never changed.
    pub native: bool,
    /// Its columns, the tenant's first.
    pub columns: Vec<ColumnModel>,
    /// The columns of its primary key.
    #[schemars(extend("format" = "name"))]
    pub key: Vec<String>,
    /// What no two rows have in common.
    pub uniques: Vec<UniqueModel>,
    /// The rows of other tables that must be there.
    pub foreign_keys: Vec<ForeignKeyModel>,
    /// What makes lists quick.
    pub indexes: Vec<IndexModel>,
    /// By what it is cut into parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition: Option<PartitionModel>,
}

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TableContent {
    /// Records.
    Records,
    /// Samples of something over time.
    Samples,
    /// The records that a field links to, in their order.
    Links,
    /// The texts of a field by language.
    Texts,
    /// The tags of a field.
    Tags,
    /// The values of fields that tenants give its records.
    Custom,
    /// The values that no two records of the whole platform have: a reference table, keyed by value.
    Values,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ColumnModel {
    /// What it is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// How it keeps its values.
    pub kind: ColumnKind,
    /// Whether every row has a value in it.
    pub required: bool,
    /// Its field; none of what every record has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub field: Option<String>,
    /// What of the field it holds.
    pub part: ColumnPart,
    /// Its number in the plans of queries; none of what they do not name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
}

/// What no two rows have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct UniqueModel {
    /// What it is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// The columns, the tenant's first.
    #[schemars(extend("format" = "name"))]
    pub columns: Vec<String>,
    /// Whether rows that were deleted softly do not count.
    pub alive: bool,
}

/// Rows of another table that must be there. The engine deletes what hangs on a record itself, so that the database only refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ForeignKeyModel {
    /// What it is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// The columns, the tenant's first unless the other table is the platform's.
    #[schemars(extend("format" = "name"))]
    pub columns: Vec<String>,
    /// The other table.
    #[schemars(extend("format" = "name"))]
    pub table: String,
    /// Its columns.
    #[schemars(extend("format" = "name"))]
    pub target: Vec<String>,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct IndexModel {
    /// What it is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// The columns, the tenant's first and what tells rows apart last: in this order pages follow on each other.
    pub columns: Vec<IndexColumn>,
    /// Whether rows that were deleted softly are left out.
    pub alive: bool,
}

/// A column of an index. What is missing comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct IndexColumn {
    /// Which.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Whether it goes down where the first goes up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub descending: bool,
}

/// By what a table is cut into parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PartitionModel {
    /// The column with the moment.
    #[schemars(extend("format" = "name"))]
    pub column: String,
    /// How much of time a part holds.
    pub every: PartitionStep,
}

/// How much of time a part of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PartitionStep {
    /// A month of UTC.
    Month,
}

impl Pack {
    /// Whose the tables of an entity are: the pack's, or the engine's.
    fn owner_of(&self, entity: &Entity) -> &str {
        if entity.is_native() {
            return super::natives::OWNER;
        }
        &self.definition().name
    }

    /// What the table of an entity is called.
    pub fn table_of(&self, entity: &Entity) -> String {
        names::table_name(self.owner_of(entity), entity.name())
    }

    /// What the table is called that stands beside an entity's for a field: of links, or of texts by language.
    pub fn table_beside(&self, entity: &Entity, field: &Field) -> String {
        names::side_table_name(self.owner_of(entity), entity.name(), field.name())
    }

    /// What the table is called that stands beside an entity's for the fields that tenants give its records.
    pub fn custom_table_of(&self, entity: &Entity) -> String {
        names::side_table_name(self.owner_of(entity), entity.name(), "custom")
    }

    /// The tables in which its records are kept.
    pub fn schema(&self) -> PackSchema {
        PackSchema {
            pack: self.definition().name.clone(),
            version: self.definition().version,
            tables: self
                .entities()
                .iter()
                .flat_map(|entity| build::tables(self, entity))
                .collect(),
        }
    }

    /// The tables of one entity or of all.
    pub fn tables(&self, request: &SchemaRequest) -> Result<PackSchema> {
        request.bounded()?;
        let Some(name) = &request.entity else {
            return Ok(self.schema());
        };
        let entity = self.named(name)?;
        Ok(PackSchema {
            pack: self.definition().name.clone(),
            version: self.definition().version,
            tables: build::tables(self, entity),
        })
    }
}

impl PackSchema {
    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<&TableModel> {
        self.tables.iter().find(|table| table.name == name)
    }
}

impl TableModel {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&ColumnModel> {
        self.columns.iter().find(|column| column.name == name)
    }
}
