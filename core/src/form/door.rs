use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{read_definition, read_repaired};
use crate::Result;
use crate::fault::{Family, Faults, Limits, Place};

/// What is made of a definition: checked, compiled, and asked often. Whatever the definition comes as, it is read into its type and
/// goes through the same door: limits, then rules, then the compiled shape.
pub trait Load: Sized {
    /// What it is made of.
    type Definition: Serialize + DeserializeOwned + Limits;

    /// The end of the door: the rules of a definition whose form and limits were looked at, with what they found.
    #[doc(hidden)]
    fn checked(definition: Self::Definition, faults: Faults) -> Result<Self>;

    /// Checks a definition and compiles it; every fault is reported at once.
    fn of(definition: Self::Definition) -> Result<Self> {
        through(definition, Faults::new(Family::Definition))
    }

    /// The same from a JSON tree.
    fn of_value(definition: Value) -> Result<Self> {
        let (definition, faults) = read_repaired(definition, Family::Definition)?;
        through(definition, faults)
    }

    /// The same from text: JSON, its compact form, or TOML.
    fn of_text(text: &[u8]) -> Result<Self> {
        let (definition, faults) = read_definition(text)?;
        through(definition, faults)
    }
}

fn through<T: Load>(mut definition: T::Definition, mut faults: Faults) -> Result<T> {
    definition.limits(&Place::Root, &mut faults);
    if faults.is_full() {
        // Rules would add nothing that is told.
        let definition = faults.finish(definition)?;
        return T::checked(definition, Faults::new(Family::Definition));
    }
    if faults.has_beyond() {
        definition.mend();
    }
    T::checked(definition, faults)
}
