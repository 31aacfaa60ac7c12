use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::cheapest::effective_last;
use super::{ListRef, RateLists};
use crate::Result;
use crate::fault::Limits;
use crate::rates::RateListDefinition;
use crate::rates::definition::{ListStatus, SaleContext};
use crate::time::DayRange;

/// Which overlaps are wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OverlapsRequest {
    /// Only those that touch these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<DayRange>,
}

/// A list that is not saved yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ValidateDatesRequest {
    /// The list, as if it were published.
    pub list: RateListDefinition,
}

/// Two published lists that answer for the same days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Overlap {
    /// One list; none for the one that is not saved yet.
    pub list: Option<ListRef>,
    /// The other list.
    pub other: ListRef,
    /// The days on which both answer.
    pub days: DayRange,
}

impl RateLists {
    /// Every pair of published lists of one supplier, service, destination, product and context whose days meet.
    pub fn overlaps(&self, request: &OverlapsRequest) -> Result<Vec<Overlap>> {
        request.bounded()?;
        let mut order: Vec<(usize, &RateListDefinition)> =
            self.lists.iter().map(|list| list.definition()).enumerate().collect();
        order.retain(|(_, one)| one.status == ListStatus::Published);
        order.sort_by_key(|(index, one)| (key(one), one.valid.first, *index));
        let mut found = Vec::new();
        for (place, (index, one)) in order.iter().enumerate() {
            let later = order.iter().skip(place + 1);
            let meeting =
                later.take_while(|(_, other)| key(other) == key(one) && other.valid.first <= effective_last(one));
            for (other_index, other) in meeting {
                let days = answered(one).intersection(answered(other));
                let wanted = |days: DayRange| request.within.map_or(Some(days), |within| days.intersection(within));
                if let Some(days) = days.filter(|_| other.priority == one.priority).and_then(wanted) {
                    let (first, second) = (*index.min(other_index), *index.max(other_index));
                    found.push(Overlap {
                        list: Some(self.reference(first)),
                        other: self.reference(second),
                        days,
                    });
                }
            }
        }
        found.sort_by_key(|overlap| (overlap.list.as_ref().map(|list| list.index), overlap.other.index));
        Ok(found)
    }

    /// The overlaps that a list would have, without saving it. Other versions of the same list do not count.
    pub fn validate_dates(&self, request: &ValidateDatesRequest) -> Result<Vec<Overlap>> {
        request.bounded()?;
        Ok(self.overlaps_of(&request.list))
    }

    pub(crate) fn overlaps_of(&self, list: &RateListDefinition) -> Vec<Overlap> {
        let others = self.lists.iter().enumerate().filter(|(_, other)| {
            let other = other.definition();
            let same_list = list.code.is_some() && list.code == other.code;
            other.status == ListStatus::Published
                && !same_list
                && key(other) == key(list)
                && other.priority == list.priority
        });
        let overlap = |(index, other): (usize, &crate::rates::RateList)| {
            let days = answered(list).intersection(answered(other.definition()))?;
            Some(Overlap {
                list: None,
                other: self.reference(index),
                days,
            })
        };
        others.filter_map(overlap).collect()
    }
}

/// What two lists must have in common to stand in each other's way.
fn key(list: &RateListDefinition) -> Key<'_> {
    (
        &list.tenant,
        &list.supplier,
        &list.service_type,
        &list.destination,
        &list.product,
        &list.context,
    )
}

type Key<'d> = (
    &'d Option<String>,
    &'d Option<String>,
    &'d str,
    &'d Option<String>,
    &'d Option<String>,
    &'d SaleContext,
);

fn answered(list: &RateListDefinition) -> DayRange {
    DayRange {
        first: list.valid.first,
        last: effective_last(list),
    }
}
