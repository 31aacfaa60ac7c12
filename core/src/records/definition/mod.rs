//! What people write: a pack, its entities, and their fields.

mod contacts;
mod custom_machine;
mod deadline;
mod document;
mod entity;
mod field;
mod inbound;
mod letter;
mod pack;
mod policy;
mod privacy;
mod view;
mod webhook;

pub use contacts::ContactsDefinition;
pub use custom_machine::CustomMachine;
pub use deadline::{DeadlinePlan, EntityDeadline};
pub use document::{DocumentDefinition, DocumentPaper, PackTemplate};
pub use entity::{
    Deprecation, EntityCheck, EntityDefinition, EntityGrant, EntityMachine, EntityMerge, EntityNumber, EntityScope,
    FieldGroup, SeriesRules, SoftDelete,
};
pub use field::{DeletionRule, FieldDefinition, FieldKind, FieldWriter};
pub use inbound::{InboundBelief, InboundContact, InboundDefinition, InboundReply, InboundStranger};
pub use letter::{LetterDefinition, LetterReceiver, LetterWords};
pub use pack::{DemoRecord, PackDefinition, PackRule, RuleDecider, Schedule, ScheduleAction};
pub use policy::PackPolicy;
pub use privacy::{ConsentPurpose, EntityRetention};
pub use view::{PackViewKind, ViewDefinition, ViewPlot, ViewPlotKind};
pub use webhook::{WebhookAction, WebhookDefinition, WebhookEncoding, WebhookFind, WebhookPart, WebhookScheme};

pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
