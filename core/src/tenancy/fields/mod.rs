//! Fields and tags that a tenant adds to what there is.

mod check;
mod definition;
mod tags;

pub use check::{CheckFieldsRequest, CheckedFields};
pub use definition::{CustomField, CustomFieldKind, EntityFields, UnknownFields};

pub(super) use definition::CompiledFields;
