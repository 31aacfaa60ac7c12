//! What people write: a pack, its entities, and their fields.

mod entity;
mod field;
mod letter;
mod pack;
mod privacy;
mod view;

pub use entity::{
    Deprecation, EntityCheck, EntityDefinition, EntityGrant, EntityMachine, EntityNumber, EntityScope, FieldGroup,
    SeriesRules, SoftDelete,
};
pub use field::{DeletionRule, FieldDefinition, FieldKind, FieldWriter};
pub use letter::{LetterDefinition, LetterReceiver, LetterWords};
pub use pack::{DemoRecord, PackDefinition, PackRule, RuleDecider, Schedule, ScheduleAction};
pub use privacy::{ConsentPurpose, EntityRetention};
pub use view::{PackViewKind, ViewDefinition, ViewPlot, ViewPlotKind};

pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
