//! What is known of people: who it is about, how it is given out, made nameless and forgotten, and what they agreed to.

mod anonymise;
mod consent;
mod definition;
mod export;
mod paths;
mod retention;

pub use anonymise::{AnonymiseRequest, Anonymised};
pub use consent::{ConsentEntry, ConsentRequest, ConsentStanding};
pub use definition::{Anonymising, Privacy, PrivateEntity, PrivateField, RetentionAction, RetentionRule};
pub use export::{ExportPersonRequest, PersonExport, PersonalRecord};
pub use retention::{RetainedRecord, RetentionClass, RetentionRequest};

pub(super) use definition::CompiledPrivacy;
