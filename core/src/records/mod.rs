//! What is kept? A back office as data: entities with their fields, checks, rights, forms, queries and migrations.

mod columns;
mod compiled;
mod countries;
pub mod definition;
mod kinds;
mod query;
mod values;

pub use columns::{Cell, Column, ColumnKind, ColumnPart, folded};
pub use compiled::{Entity, Field, Gather, Pack};
pub use definition::{EntityDefinition, FieldDefinition, FieldKind, PackDefinition};
pub use query::*;
pub use values::value as cell_value;
