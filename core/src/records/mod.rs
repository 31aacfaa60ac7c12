//! What is kept? A back office as data: entities with their fields, checks, rights, forms, queries and migrations.

mod automation;
mod buckets;
mod change;
mod columns;
mod compiled;
mod countries;
pub mod definition;
mod deletion;
mod due;
mod files;
mod kinds;
mod listing;
mod lives;
mod look_ups;
mod mask;
pub mod migration;
mod natives;
mod numbering;
mod openapi;
mod outcome;
#[cfg(feature = "server")]
mod person;
mod query;
mod reach;
mod reckon;
pub mod schema;
mod screen;
#[cfg(feature = "files")]
mod sheet;
mod values;

pub use automation::RecordAutomationRequest;
pub use buckets::{Stretch, stretches};

/// As many records of an entity are made, changed or deleted at once.
pub const MOST_AT_ONCE: usize = 500;

pub use change::{CheckedRecord, NumberWanted, RecordCheckRequest};
pub use columns::{Cell, Column, ColumnKind, ColumnPart, folded};
pub use compiled::{Entity, Field, Gather, LONGEST_WORD, Pack};
pub use definition::{
    ConsentPurpose, Deprecation, EntityDefinition, EntityRetention, FieldDefinition, FieldKind, LetterDefinition,
    LetterReceiver, LetterWords, PackDefinition, Schedule, ScheduleAction,
};
pub use deletion::{DeletedRecord, RecordDeleteRequest, Referring, RestoredRecord};
pub use due::RecordDue;
pub use files::{ReadFilesRequest, read_files};
pub use lives::{FiredRecord, RecordFireRequest};
pub use look_ups::{FoundLink, FoundReferring, LookUpsRequest};
pub use mask::{HistoryEntry, RecordHistoryRequest, RecordMaskRequest, VisibleRecord};
pub use migration::{Migration, MigrationRequest};
pub use natives::natives;
pub use numbering::NumberTaken;
pub use openapi::{OpenApi, OpenApiRequest};
pub use outcome::{LinkedRecord, RecordChange, RecordDiffRequest, UniqueKey};
#[cfg(feature = "server")]
pub use person::{AnonymisePersonRequest, AnonymisedPerson, PersonRecords, PersonRecordsRequest};
pub use query::*;
pub use schema::{PackSchema, SchemaRequest};
pub use screen::{FormEvent, FormField, FormGroup, RecordForm, RecordFormRequest};
#[cfg(feature = "files")]
pub use sheet::{ReadRowsRequest, RecordLookup, RecordRow, RowsRead, sheet_cell};
pub use values::value as cell_value;
