//! What is known of people: who it is about, how it is given out, made nameless and forgotten, and what they agreed to.

#[cfg(feature = "server")]
mod anonymise;
#[cfg(feature = "server")]
mod consent;
mod definition;
#[cfg(feature = "server")]
mod export;
mod paths;
#[cfg(feature = "server")]
mod retention;

#[cfg(feature = "server")]
pub use anonymise::{AnonymiseRequest, Anonymised};
#[cfg(feature = "server")]
pub use consent::{ConsentEntry, ConsentRequest, ConsentStanding};
pub use definition::{Anonymising, Privacy, PrivateEntity, PrivateField, RetentionAction, RetentionRule};
#[cfg(feature = "server")]
pub use export::{ExportPersonRequest, PersonExport, PersonalRecord};
#[cfg(feature = "server")]
pub use retention::{RetainedRecord, RetentionClass, RetentionRequest};

pub(super) use definition::CompiledPrivacy;
