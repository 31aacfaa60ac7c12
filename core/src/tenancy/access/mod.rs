//! Who may do what with which record, and what they see of it.

mod definition;

pub use definition::{AccessRules, FieldMask, RelationGrant, RoleRules};

use crate::form::{Faults, Pointer};

/// Rules of access, compiled.
#[derive(Clone, Debug)]
pub struct Access {}

impl Access {
    /// Checks the rules and compiles them; every fault is reported.
    pub(super) fn compile(_rules: &AccessRules, _place: &Pointer, _faults: &mut Faults) -> Access {
        Access {}
    }
}
