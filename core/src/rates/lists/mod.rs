//! Several lists together: which answers, which is cheapest, where they overlap, what a change would do.

mod bulk;
mod cheapest;
mod overlap;
mod select;
mod simulate;

pub use bulk::{BulkChange, BulkUpdate, BulkUpdateRequest, FieldChange, ListFilter};
pub use cheapest::{Buyer, Cheapest, CheapestRequest, Lost, LostWhy, Offer};
pub use overlap::{Overlap, OverlapsRequest, ValidateDatesRequest};
pub use select::{SelectRequest, Selection};
pub use simulate::{Difference, SimulateRequest, Simulation};

use std::borrow::Borrow;

use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{RateList, RateListDefinition};
use crate::JsonSchema;
use crate::fault::{Family, Faults, Limits, Pointer};
use crate::rates::check;
use crate::{Code, Reason, Result};

/// Several rate lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
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
    /// Lists of one tenant that answer together.
    pub fn new(lists: Vec<RateList>) -> Result<Self> {
        let lists = RateLists { lists };
        let mut faults = Faults::new(Family::Definition);
        lists.other_tenants().into_iter().for_each(|reason| faults.add(reason));
        let definitions: Vec<_> = lists.lists.iter().map(RateList::definition).collect();
        look_alikes(&definitions, &Pointer::root().join("lists"), &mut faults);
        faults.finish(lists)
    }

    pub(crate) fn checked(definition: RateListsDefinition, mut faults: Faults) -> Result<Self> {
        let place = |index| Pointer::root().join("lists").join(index);
        for (index, list) in definition.lists.iter().enumerate() {
            let mut part = faults.part(&place(index));
            check::check(list, &mut part);
            faults.absorb(&place(index), part);
        }
        let tenant = definition.lists.first().and_then(|list| list.tenant.as_ref());
        for (index, _) in definition
            .lists
            .iter()
            .enumerate()
            .filter(|(_, list)| list.tenant.as_ref() != tenant)
        {
            faults.add(of_several_tenants(index));
        }
        look_alikes(&definition.lists, &Pointer::root().join("lists"), &mut faults);
        faults.finish(())?;
        let lists = definition.lists.into_iter().map(RateList::compiled);
        Ok(RateLists {
            lists: lists.collect::<Result<_>>()?,
        })
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
        others.map(|(index, _)| of_several_tenants(index)).collect()
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

/// Reports ids and codes that look like those of another list.
pub(crate) fn look_alikes<L: Borrow<RateListDefinition>>(lists: &[L], place: &Pointer, faults: &mut Faults) {
    let lists = lists.iter().map(Borrow::borrow);
    faults.look_alikes_in(place, "id", lists.clone().map(|list| list.id.as_deref()));
    faults.look_alikes_in(place, "code", lists.map(|list| list.code.as_deref()));
}

fn of_several_tenants(index: usize) -> Reason {
    let message = "the lists belong to several tenants";
    Reason::new(Code::DefinitionConflict, format!("/lists/{index}/tenant"), message)
}
