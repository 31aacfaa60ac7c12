//! What is kept? A back office as data: entities with their fields, checks, rights, forms, queries and migrations.

mod acts;
mod automation;
mod buckets;
mod change;
mod columns;
mod compiled;
mod contacts;
mod countries;
mod deadlines;
pub mod definition;
mod deletion;
mod documents;
mod due;
mod files;
mod kinds;
mod languages;
mod listing;
mod lives;
mod look_ups;
#[cfg(feature = "server")]
mod machines;
mod mask;
mod merge;
pub mod migration;
mod natives;
mod notice;
mod numbering;
mod openapi;
mod outcome;
#[cfg(feature = "server")]
mod person;
mod query;
mod reach;
mod reckon;
mod reveal;
#[cfg(feature = "server")]
mod roles;
pub mod schema;
mod screen;
mod screens;
mod selling;
mod settings;
#[cfg(feature = "files")]
mod sheet;
mod tags;
mod values;
mod views;
#[cfg(feature = "server")]
mod webhook;

pub use acts::{Deed, RecordAct};
pub use automation::RecordAutomationRequest;
pub use buckets::{Stretch, stretches};

/// As many records of an entity are made, changed or deleted at once.
pub const MOST_AT_ONCE: usize = 500;

#[cfg(feature = "files")]
pub use crate::rates::files::Workbook;
pub use change::{CheckedRecord, RecordCheckRequest};
pub use columns::{Cell, Column, ColumnKind, ColumnPart, folded};
pub use compiled::{CarriedOutRequest, Entity, FIRST_OF_TENANTS, Field, Gather, LONGEST_WORD, Pack};
pub use contacts::{RecordContact, RecordContacts, RecordContactsRequest};
pub use deadlines::{LapsedRecord, RecordLapseRequest};
pub use definition::{
    ConsentPurpose, ContactsDefinition, CustomMachine, DeadlinePlan, Deprecation, DocumentDefinition, DocumentPaper,
    EntityDeadline, EntityDefinition, EntityRetention, FieldDefinition, FieldKind, InboundBelief, InboundContact,
    InboundDefinition, InboundReply, InboundStranger, LetterDefinition, LetterReceiver, LetterWords, PackDefinition,
    PackPolicy, PackTemplate, PackViewKind, Schedule, ScheduleAction, ViewPlot, WebhookAction, WebhookDefinition,
    WebhookEncoding, WebhookFind, WebhookPart, WebhookScheme,
};
pub use deletion::{DeletedRecord, RecordDeleteRequest, Referring, RestoredRecord};
pub use due::RecordDue;
pub use files::{ReadFilesRequest, read_files};
pub use lives::{FiredRecord, RecordFireRequest};
pub use look_ups::{FoundLink, FoundReferring, LookUpsRequest};
#[cfg(feature = "server")]
pub use machines::ChangeMachineRequest;
pub use mask::{HistoryEntry, RecordHistoryRequest, RecordMaskRequest, VisibleRecord};
pub use merge::{MERGED_FROM, MERGED_INTO, MergeSide, MergedRecord, RecordMergeRequest};
pub use migration::{Migration, MigrationRequest};
pub use natives::natives;
pub use notice::{NoticeKind, RecordNotice, RecordNoticeRequest};
pub use numbering::{NumberTaken, NumberWanted};
pub use openapi::{OpenApi, OpenApiRequest, act_names};
pub use outcome::{LinkedRecord, RecordChange, RecordDiffRequest, UniqueKey};
#[cfg(feature = "server")]
pub use person::{AnonymisePersonRequest, AnonymisedPerson, PersonRecords, PersonRecordsRequest};
pub use query::*;
pub use schema::{PackSchema, SchemaRequest};
pub use screen::{FormEvent, FormField, FormGroup, RecordForm, RecordFormRequest};
pub use screens::{EntityScreen, PackScreensRequest, ScreenDocument, ScreenLife, ScreenMove, ScreenState};
pub use settings::{PackSetting, PackSettings, PackSettingsRequest, SettingLayer, SettingSaid};
#[cfg(feature = "files")]
pub use sheet::{ReadRowsRequest, RecordLookup, RecordRow, RowRead, RowsRead, sheet_cell};
pub use tags::Retagging;
pub use values::value as cell_value;
pub use views::{
    Lanes, PackView, PackViewColumn, PackViewRequest, PackViewsRequest, PlannedLane, PlannedSeries, PlannedStretch,
    PlannedView, ViewPlan, ViewSeries, ViewStretch,
};
#[cfg(feature = "server")]
pub use webhook::{VerifiedWebhook, WebhookRequest, WebhookStep};
