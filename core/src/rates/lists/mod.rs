//! Several lists together: which answers, which is cheapest, where they overlap, what a change would do.

mod bulk;
mod cheapest;
mod overlap;
mod simulate;

pub use bulk::{BulkChange, BulkUpdate, BulkUpdateRequest, FieldChange, ListFilter};
pub use cheapest::{Cheapest, CheapestRequest, Lost, LostWhy, Offer, SelectRequest, Selection};
pub use overlap::{Overlap, OverlapsRequest, ValidateDatesRequest};
pub use simulate::{Difference, SimulateRequest, Simulation};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{RateList, RateListDefinition};
use crate::form::{self, Family};
use crate::{Code, Error, Reason, Result};

/// Several rate lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RateListsDefinition {
    /// The lists, of one tenant.
    pub lists: Vec<RateListDefinition>,
}

/// Several rate lists, checked and compiled, that answer together.
#[derive(Clone, Debug)]
pub struct RateLists {
    lists: Vec<RateList>,
}

/// Which list, by its place, code and version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ListRef {
    /// Its place among the lists, from 0 on.
    pub index: u32,
    /// Its code.
    pub code: Option<String>,
    /// Its version.
    pub version: u32,
    /// Its name.
    pub name: String,
}

impl RateLists {
    /// Checks and compiles every list; every fault of every list is reported at once.
    pub fn load(definition: Value) -> Result<Self> {
        let lists = match definition {
            Value::Object(mut fields) if fields.len() == 1 && fields.get("lists").is_some_and(Value::is_array) => {
                fields.remove("lists")
            }
            other => return Err(malformed(other)),
        };
        let Some(Value::Array(definitions)) = lists else {
            return Ok(RateLists { lists: Vec::new() });
        };
        let mut lists = Vec::with_capacity(definitions.len());
        let mut reasons = Vec::new();
        for (index, definition) in definitions.into_iter().enumerate() {
            match RateList::load(definition) {
                Ok(list) => lists.push(list),
                Err(error) => reasons.extend(error.under(&format!("/lists/{index}")).into_reasons()),
            }
        }
        let lists = RateLists { lists };
        reasons.extend(lists.other_tenants());
        Error::unless_empty(reasons).map(|()| lists)
    }

    /// The lists, in their order.
    pub fn lists(&self) -> &[RateList] {
        &self.lists
    }

    fn other_tenants(&self) -> Vec<Reason> {
        let tenant = self.lists.first().and_then(|list| list.definition().tenant.as_deref());
        let others = self
            .lists
            .iter()
            .enumerate()
            .filter(|(_, list)| list.definition().tenant.as_deref() != tenant);
        let reason = |(index, _)| {
            let message = "the lists belong to several tenants";
            Reason::new(Code::DefinitionConflict, format!("/lists/{index}/tenant"), message)
        };
        others.map(reason).collect()
    }

    fn reference(&self, index: usize) -> ListRef {
        let definition = self.lists.get(index).map(RateList::definition);
        ListRef {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            code: definition.and_then(|one| one.code.clone()),
            version: definition.map_or(0, |one| one.version),
            name: definition.map(|one| one.name.clone()).unwrap_or_default(),
        }
    }
}

/// What is wrong with a definition that is not a plain list of lists.
fn malformed(definition: Value) -> Error {
    match form::read::<RateListsDefinition>(definition, Family::Definition) {
        Ok(_) => Error::new(Code::DefinitionType, "/lists", "needs a list of rate lists"),
        Err(error) => error,
    }
}
