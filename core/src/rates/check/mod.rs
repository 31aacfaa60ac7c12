//! Whether a definition makes sense.

use super::definition::RateListDefinition;
use crate::form::Faults;

pub(crate) fn check(_definition: &RateListDefinition, _faults: &mut Faults) {}
