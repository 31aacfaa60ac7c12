//! What is kept? A back office as data: entities with their fields, checks, rights, forms, queries and migrations.

mod change;
mod columns;
mod compiled;
mod countries;
pub mod definition;
mod deletion;
mod kinds;
mod lives;
mod mask;
mod outcome;
mod query;
mod reach;
mod reckon;
mod screen;
mod values;

pub use change::{CheckedRecord, NumberWanted, RecordCheckRequest};

pub use columns::{Cell, Column, ColumnKind, ColumnPart, folded};
pub use compiled::{Entity, Field, Gather, Pack};
pub use definition::{EntityDefinition, FieldDefinition, FieldKind, PackDefinition};
pub use deletion::{DeletedRecord, RecordDeleteRequest, Referring, RestoredRecord};
pub use lives::{FiredRecord, RecordFireRequest};
pub use mask::{HistoryEntry, RecordHistoryRequest, RecordMaskRequest, VisibleRecord};
pub use outcome::{LinkedRecord, RecordChange, RecordDiffRequest, UniqueKey};
pub use query::*;
pub use screen::{FormEvent, FormField, FormGroup, RecordForm, RecordFormRequest};
pub use values::value as cell_value;
