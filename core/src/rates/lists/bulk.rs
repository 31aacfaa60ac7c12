use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ListRef, RateLists};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::{Decimal, Rounding};
use crate::rates::definition::{Blackout, Change, ChildPrice, RateListDefinition, SingleUse};
use crate::rates::{RateList, definition};
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// One change over many lists, to be looked at before it is saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BulkUpdateRequest {
    /// Which lists.
    #[serde(default)]
    pub lists: ListFilter,
    /// What happens to each of them.
    pub change: BulkChange,
}

/// Which lists; what is not given does not matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ListFilter {
    /// Only lists with these codes; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub codes: Vec<String>,
    /// Only lists of this supplier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub supplier: Option<String>,
    /// Only lists of this kind of service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub service_type: Option<String>,
    /// Only lists of this destination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub destination: Option<String>,
    /// Only lists with this tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub tag: Option<String>,
}

/// What happens to each list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BulkChange {
    /// Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative.
    RaisePercent(Decimal),
    /// Every such price rises by an amount, or falls when negative.
    RaiseAmount(Decimal),
    /// The last day of validity is moved.
    ValidLast(Day),
    /// A blackout is added.
    AddBlackout(Blackout),
    /// A tag is added.
    AddTag(#[schemars(extend("format" = "name"))] String),
}

/// What a bulk update would change, and the lists as they would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BulkUpdate {
    /// Every field that changes.
    pub changes: Vec<FieldChange>,
    /// The changed lists, as they would be saved: all of them or none.
    pub lists: Vec<RateListDefinition>,
}

/// One field that changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FieldChange {
    /// In which list.
    pub list: ListRef,
    /// The field, as a JSON pointer.
    pub path: String,
    /// What it was; nothing for a new entry.
    pub before: Option<Value>,
    /// What it becomes.
    pub after: Option<Value>,
}

impl ListFilter {
    fn meets(&self, list: &RateListDefinition) -> bool {
        let same = |asked: &Option<String>, own: Option<&str>| asked.as_deref().is_none_or(|asked| own == Some(asked));
        (self.codes.is_empty() || list.code.as_ref().is_some_and(|code| self.codes.contains(code)))
            && same(&self.supplier, list.supplier.as_deref())
            && same(&self.service_type, Some(&list.service_type))
            && same(&self.destination, list.destination.as_deref())
            && self.tag.as_ref().is_none_or(|tag| list.tags.contains(tag))
    }
}

impl RateLists {
    /// One change over many lists as one set that can be looked at: all lists change or none.
    pub fn bulk_update(&self, request: &BulkUpdateRequest) -> Result<BulkUpdate> {
        request.bounded()?;
        let mut update = BulkUpdate {
            changes: Vec::new(),
            lists: Vec::new(),
        };
        let mut reasons = Vec::new();
        for (index, list) in self
            .lists
            .iter()
            .enumerate()
            .filter(|(_, list)| request.lists.meets(list.definition()))
        {
            let changed = changed(list.definition(), &request.change)
                .and_then(|changed| RateList::new(changed.clone()).map(|_| changed));
            match changed {
                Ok(changed) => {
                    let [before, after] =
                        [list.definition(), &changed].map(|list| serde_json::to_value(list).unwrap_or_default());
                    differences(
                        &self.reference(index),
                        &Pointer::root(),
                        &before,
                        &after,
                        &mut update.changes,
                    );
                    update.lists.push(changed);
                }
                Err(error) => {
                    let own = error.under(&format!("/lists/{index}")).into_reasons();
                    reasons.extend(own.into_iter().map(|reason| reason.with("list", self.reference(index))));
                }
            }
        }
        for code in &request.lists.codes {
            if !self
                .lists
                .iter()
                .any(|list| list.definition().code.as_ref() == Some(code))
            {
                let message = format!("there is no list `{}`", crate::money::shortened(code));
                reasons.push(Reason::new(Code::RequestUnknown, "/lists/codes", message));
            }
        }
        Error::unless_empty(reasons).map(|()| update)
    }
}

fn changed(list: &RateListDefinition, change: &BulkChange) -> Result<RateListDefinition> {
    let mut changed = list.clone();
    match change {
        BulkChange::RaisePercent(percent) => each_price(&mut changed, &|price| price.plus(percent.percent_of(price)?))?,
        BulkChange::RaiseAmount(amount) => each_price(&mut changed, &|price| price.plus(*amount))?,
        BulkChange::ValidLast(last) => changed.valid.last = *last,
        BulkChange::AddBlackout(blackout) => changed.blackouts.push(blackout.clone()),
        BulkChange::AddTag(tag) if changed.tags.contains(tag) => {}
        BulkChange::AddTag(tag) => changed.tags.push(tag.clone()),
    }
    Ok(changed)
}

/// Changes every price, rounded as the list rounds.
fn each_price(list: &mut RateListDefinition, change: &dyn Fn(Decimal) -> Result<Decimal>) -> Result<()> {
    let rounding = Rounding::to_digits(list.rounding.mode, list.currency.minor_unit());
    let rounding = list.rounding.step.map_or(rounding, |step| Rounding {
        mode: list.rounding.mode,
        step,
    });
    let change = |price: &mut Decimal| -> Result<()> {
        *price = rounding.round(change(*price)?)?;
        Ok(())
    };
    if let Some(prices) = &mut list.prices {
        let named = [
            &mut prices.base,
            &mut prices.per_person,
            &mut prices.extra_adult,
            &mut prices.extra_bed,
            &mut prices.child,
        ];
        named
            .into_iter()
            .flatten()
            .chain(prices.by_adults.values_mut())
            .chain(prices.by_people.values_mut())
            .try_for_each(change)?;
        if let Some(SingleUse::Price(price)) = &mut prices.single_use {
            change(price)?;
        }
    }
    for season in &mut list.seasons {
        let changes = [
            &mut season.price,
            &mut season.extra_adult,
            &mut season.extra_bed,
            &mut season.child,
        ];
        let tables = season.by_adults.values_mut().chain(season.by_people.values_mut());
        let all = changes.into_iter().flatten().chain(tables);
        let fixed = all.filter_map(|one| {
            if let Change::Set(price) = one {
                Some(price)
            } else {
                None
            }
        });
        fixed.into_iter().try_for_each(change)?;
        season
            .age_bands
            .values_mut()
            .filter_map(fixed_of)
            .try_for_each(change)?;
        if let Some(SingleUse::Price(price)) = &mut season.single_use {
            change(price)?;
        }
    }
    for band in &mut list.age_bands {
        let prices = std::iter::once(&mut band.price).chain(band.nth.iter_mut().map(|nth| &mut nth.price));
        prices.filter_map(fixed_of).try_for_each(change)?;
    }
    if let Some(definition::Hours { windows, blocks, .. }) = &mut list.hours {
        let tiers = |window: &'_ mut definition::HourWindow| -> Result<()> {
            change(&mut window.price)?;
            window.tiers.iter_mut().map(|tier| &mut tier.price).try_for_each(change)
        };
        windows.iter_mut().try_for_each(tiers)?;
        blocks.iter_mut().map(|block| &mut block.price).try_for_each(change)?;
    }
    Ok(())
}

fn fixed_of(price: &mut ChildPrice) -> Option<&mut Decimal> {
    match price {
        ChildPrice::Fixed(price) => Some(price),
        ChildPrice::Free | ChildPrice::Percent(_) => None,
    }
}

/// Every leaf that differs between two values.
fn differences(list: &ListRef, at: &Pointer, before: &Value, after: &Value, found: &mut Vec<FieldChange>) {
    if before == after {
        return;
    }
    let mut report = |path: Pointer, before: Option<&Value>, after: Option<&Value>| match (before, after) {
        (Some(before), Some(after)) => differences(list, &path, before, after, found),
        _ => found.push(FieldChange {
            list: list.clone(),
            path: path.into(),
            before: before.cloned(),
            after: after.cloned(),
        }),
    };
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let gone = before.iter().filter(|(name, _)| !after.contains_key(*name));
            gone.for_each(|(name, value)| report(at.join(name), Some(value), None));
            after
                .iter()
                .for_each(|(name, value)| report(at.join(name), before.get(name), Some(value)));
        }
        (Value::Array(before), Value::Array(after)) => {
            for index in 0..before.len().max(after.len()) {
                report(at.join(index), before.get(index), after.get(index));
            }
        }
        _ => {
            let (before, after) = (Some(before.clone()), Some(after.clone()));
            found.push(FieldChange {
                list: list.clone(),
                path: at.into(),
                before,
                after,
            });
        }
    }
}
