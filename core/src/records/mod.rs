//! What is kept? A back office as data: entities with their fields, checks, rights, forms, queries and migrations.

mod columns;
mod compiled;
mod countries;
pub mod definition;
mod files;
mod kinds;
pub mod migration;
mod openapi;
#[cfg(feature = "server")]
mod person;
mod query;
pub mod schema;
#[cfg(feature = "files")]
mod sheet;
mod values;

pub use columns::{Cell, Column, ColumnKind, ColumnPart, folded};
pub use compiled::{Entity, Field, Gather, Pack};
pub use definition::{EntityDefinition, FieldDefinition, FieldKind, PackDefinition};
pub use files::{ReadFilesRequest, read_files};
pub use migration::{Migration, MigrationRequest};
pub use openapi::{OpenApi, OpenApiRequest};
#[cfg(feature = "server")]
pub use person::{AnonymisePersonRequest, AnonymisedPerson, PersonRecords, PersonRecordsRequest};
pub use query::*;
pub use schema::{PackSchema, SchemaRequest};
#[cfg(feature = "files")]
pub use sheet::{ReadRowsRequest, RecordLookup, RecordRow, RowsRead};
