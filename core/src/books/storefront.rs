use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::calendar::definition::When;
use crate::calendar::{
    AppliedCommand, ApplyRequest, Availability, Calendar, CalendarDefinition, CheckRequest, SnapshotRequest,
};
use crate::fault::{Family, Faults, Limits, Pointer, shortened};
use crate::money::{Currency, Decimal, Money};
use crate::rates::lists::{Buyer, LostWhy, look_alikes};
use crate::rates::{PriceRequest, RateList, RateListDefinition};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// What is offered: resources, and the rate lists by which they are sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StorefrontDefinition {
    /// The resources and what is taken of them.
    pub calendar: CalendarDefinition,
    /// The rate lists, each with a code of its own.
    pub rate_lists: Vec<RateListDefinition>,
    /// What is sold by which list; a resource may be sold by several.
    #[schemars(length(max = 100000))]
    pub offers: Vec<StorefrontOffer>,
}

/// A resource that is sold by a rate list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StorefrontOffer {
    /// The resource.
    #[schemars(extend("format" = "name"))]
    pub resource: String,
    /// The code of the rate list.
    #[schemars(extend("format" = "name"))]
    pub rate_list: String,
}

/// What is free, and at which price?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AvailabilityAndPriceRequest {
    /// The present moment.
    pub now: Instant,
    /// When.
    pub when: When,
    /// The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given.
    pub request: PriceRequest,
    /// Who asks; lists for others are not offered.
    #[serde(default, skip_serializing_if = "Buyer::is_anybody")]
    pub buyer: Buyer,
    /// Only these resources; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// The partner who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub partner: Option<String>,
    /// A hold of the asker's own, which does not stand in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub hold: Option<String>,
}

/// What is free and at which price, and what is not offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Found {
    /// What is offered, cheapest first; amounts of two currencies have no order, so each currency by itself. Of equal totals the resource of higher priority, then by id and list.
    pub offers: Vec<Offered>,
    /// What is not, and why.
    pub not_offered: Vec<NotOffered>,
}

/// A resource at a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Offered {
    /// The resource.
    pub resource: String,
    /// The code of the rate list.
    pub rate_list: String,
    /// The total.
    pub total: Decimal,
    /// Its currency.
    pub currency: Currency,
    /// The units left.
    pub units_left: u32,
}

/// A resource that is not offered by a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NotOffered {
    /// The resource.
    pub resource: String,
    /// The code of the rate list; none when it is not free, whatever the list.
    pub rate_list: Option<String>,
    /// Every reason.
    pub reasons: Vec<Reason>,
}

impl Found {
    /// What several storefronts have found, each with the priority of what it sells, in one order.
    pub fn together(found: Vec<(i32, Found)>) -> Found {
        let mut offers = Vec::new();
        let mut not_offered = Vec::new();
        for (priority, own) in found {
            offers.extend(own.offers.into_iter().map(|offer| (Reverse(priority), offer)));
            not_offered.extend(own.not_offered);
        }
        offers.sort_by(|(one_priority, one), (other_priority, other)| {
            let one = (one.currency, one.total, one_priority, &one.resource, &one.rate_list);
            one.cmp(&(
                other.currency,
                other.total,
                other_priority,
                &other.resource,
                &other.rate_list,
            ))
        });
        Found {
            offers: offers.into_iter().map(|(_, offer)| offer).collect(),
            not_offered,
        }
    }
}

/// A calendar and its prices, checked and compiled: what a search page asks.
///
/// ```
/// use ratebook::books::{AvailabilityAndPriceRequest, Storefront};
/// # fn main() -> ratebook::Result<()> {
/// let storefront = Storefront::load(serde_json::json!({
///     "calendar": {"resources": [{"id": "double", "zone": "Europe/Berlin", "mode": "nights", "capacity": 12}]},
///     "rate_lists": [{"code": "RL-1", "name": "Double", "currency": "EUR", "unit": "night",
///         "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "prices": {"base": "100"}}],
///     "offers": [{"resource": "double", "rate_list": "RL-1"}],
/// }))?;
/// # let request = serde_json::json!({"now": "2026-04-01T00:00:00Z",
/// #     "when": {"stay": {"check_in": "2026-05-04", "check_out": "2026-05-06"}}, "request": {"adults": 2}});
/// # let Ok(request) = serde_json::from_value::<AvailabilityAndPriceRequest>(request) else { return Ok(()) };
/// let found = storefront.availability_and_price(&request)?;
/// assert_eq!(found.offers[0].total.to_string(), "200.00");
/// assert_eq!(found.offers[0].units_left, 12);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Storefront {
    calendar: Calendar,
    lists: Vec<Arc<RateList>>,
    /// What is sold, by resource, with the priority of the resource.
    sold: Vec<Sold>,
}

#[derive(Clone, Debug)]
struct Sold {
    resource: String,
    priority: i32,
    /// Each list with its code.
    lists: Vec<(usize, String)>,
}

impl Storefront {
    /// What is offered of a calendar by which lists.
    pub fn new(calendar: Calendar, lists: Vec<RateList>, offers: &[StorefrontOffer]) -> Result<Self> {
        let mut faults = Faults::new(Family::Definition);
        let definitions: Vec<&RateListDefinition> = lists.iter().map(RateList::definition).collect();
        let codes = codes(&definitions, &mut faults);
        look_alikes(&definitions, &Pointer::root().join("rate_lists"), &mut faults);
        let sold = sold(&calendar.read()?.priorities(), &codes, offers, &mut faults);
        let lists = lists.into_iter().map(Arc::new).collect();
        faults.finish(Storefront { calendar, lists, sold })
    }

    /// One resource of a calendar, which is sold by a list that others hold too, under the name that is told of it.
    pub fn of_one(calendar: Calendar, resource: &str, list: Arc<RateList>, name: &str) -> Result<Self> {
        let mut faults = Faults::new(Family::Definition);
        let offers = [StorefrontOffer {
            resource: resource.to_owned(),
            rate_list: name.to_owned(),
        }];
        let sold = sold(
            &calendar.read()?.priorities(),
            &HashMap::from([(name, 0)]),
            &offers,
            &mut faults,
        );
        faults.finish(Storefront {
            calendar,
            lists: vec![list],
            sold,
        })
    }

    pub(crate) fn checked(definition: StorefrontDefinition, mut faults: Faults) -> Result<Self> {
        let StorefrontDefinition {
            calendar,
            rate_lists,
            offers,
        } = definition;
        let place = Pointer::root().join("calendar");
        let mut part = faults.part(&place);
        let state = crate::calendar::checked(&calendar, &mut part);
        faults.absorb(&place, part);
        for (index, list) in rate_lists.iter().enumerate() {
            let place = Pointer::root().join("rate_lists").join(index);
            let mut part = faults.part(&place);
            crate::rates::checked(list, &mut part);
            faults.absorb(&place, part);
        }
        let priorities = calendar
            .resources
            .iter()
            .map(|own| (own.id.clone(), own.priority))
            .collect();
        let definitions: Vec<&RateListDefinition> = rate_lists.iter().collect();
        let codes = codes(&definitions, &mut faults);
        look_alikes(&definitions, &Pointer::root().join("rate_lists"), &mut faults);
        let sold = sold(&priorities, &codes, &offers, &mut faults);
        faults.finish(())?;
        let lists = rate_lists
            .into_iter()
            .map(|list| RateList::compiled(list).map(Arc::new));
        Ok(Storefront {
            calendar: Calendar::of_state(state),
            lists: lists.collect::<Result<_>>()?,
            sold,
        })
    }

    /// The calendar: what is booked in it is no longer offered.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What it is now, as a definition.
    pub fn definition(&self) -> StorefrontDefinition {
        let offers = self.sold.iter().flat_map(|sold| {
            sold.lists.iter().map(|(_, code)| StorefrontOffer {
                resource: sold.resource.clone(),
                rate_list: code.clone(),
            })
        });
        StorefrontDefinition {
            calendar: self.calendar.definition(),
            rate_lists: self.lists.iter().map(|list| list.definition().clone()).collect(),
            offers: offers.collect(),
        }
    }

    /// Many commands to the calendar, one after the other, each for itself.
    pub fn apply(&self, request: &ApplyRequest) -> Result<Vec<AppliedCommand>> {
        self.calendar.apply(request)
    }

    /// The calendar as it is now, as a definition.
    pub fn snapshot(&self, request: &SnapshotRequest) -> Result<CalendarDefinition> {
        self.calendar.snapshot(request)
    }

    /// What is free and at which price, cheapest first, with the reasons of what is not offered.
    pub fn availability_and_price(&self, request: &AvailabilityAndPriceRequest) -> Result<Found> {
        request.bounded()?;
        let asked = asked(request)?;
        let wanted: HashSet<&str> = request.resources.iter().map(String::as_str).collect();
        let named = if wanted.is_empty() { &[] } else { self.sold.as_slice() };
        let known: HashSet<&str> = named.iter().map(|sold| sold.resource.as_str()).collect();
        for (index, id) in request.resources.iter().enumerate() {
            if !known.contains(id.as_str()) {
                let message = format!("`{}` is not offered", shortened(id));
                return Err(Error::new(
                    Code::CalendarResourceUnknown,
                    format!("/resources/{index}"),
                    message,
                ));
            }
        }
        let check = CheckRequest {
            now: request.now,
            resource: String::new(),
            when: request.when,
            units: asked.quantity.unsigned_abs(),
            partner: request.partner.clone(),
            hold: request.hold.clone(),
            booking: None,
        };
        let mut page = Page::default();
        let buyer = &request.buyer;
        let state = self.calendar.read()?;
        for sold in &self.sold {
            if wanted.is_empty() || wanted.contains(sold.resource.as_str()) {
                let checked = state.check(&sold.resource, &check);
                self.offer(sold, checked, (&asked, buyer), &mut page);
            }
        }
        Ok(page.finish())
    }

    /// Prices one resource by each of its lists that are for the buyer, when it is free.
    fn offer<'s>(
        &'s self,
        sold: &'s Sold,
        checked: Result<Availability>,
        (asked, buyer): (&PriceRequest, &Buyer),
        page: &mut Page<'s>,
    ) {
        let units_left = match checked {
            Ok(Availability {
                free: true, units_left, ..
            }) => units_left,
            Ok(Availability { reasons, .. }) => return page.refuse(sold, None, reasons),
            Err(error) => return page.refuse(sold, None, error.into_reasons()),
        };
        for (index, code) in &sold.lists {
            let Some(list) = self.lists.get(*index) else { continue };
            if let Some(why) = buyer.is_other(list.definition(), asked) {
                page.refuse(sold, Some(code), vec![of_others(why)]);
                continue;
            }
            match list.total(asked) {
                Ok(Money { amount, currency }) => page.offers.push(Priced {
                    currency,
                    total: amount,
                    priority: Reverse(sold.priority),
                    resource: &sold.resource,
                    rate_list: code,
                    units_left,
                }),
                Err(error) => page.refuse(sold, Some(code), error.into_reasons()),
            }
        }
    }
}

/// What is found so far.
#[derive(Default)]
struct Page<'s> {
    offers: Vec<Priced<'s>>,
    not_offered: Vec<NotOffered>,
}

/// An offer in the order of offers: by its fields, one after the other.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Priced<'s> {
    currency: Currency,
    total: Decimal,
    priority: Reverse<i32>,
    resource: &'s str,
    rate_list: &'s str,
    units_left: u32,
}

/// Why a list that is for others is not offered.
fn of_others(why: LostWhy) -> Reason {
    Reason::new(Code::RatesNoList, "/buyer", format!("the list is for {}", why.whom())).with("why", [why])
}

impl Page<'_> {
    fn refuse(&mut self, sold: &Sold, rate_list: Option<&String>, reasons: Vec<Reason>) {
        self.not_offered.push(NotOffered {
            resource: sold.resource.clone(),
            rate_list: rate_list.cloned(),
            reasons,
        });
    }

    fn finish(mut self) -> Found {
        self.offers.sort_unstable();
        let offers = self.offers.into_iter().map(|offer| Offered {
            resource: offer.resource.to_owned(),
            rate_list: offer.rate_list.to_owned(),
            total: offer.total,
            currency: offer.currency,
            units_left: offer.units_left,
        });
        Found {
            offers: offers.collect(),
            not_offered: self.not_offered,
        }
    }
}

/// What is sold by which lists; every name that nothing has is a fault.
fn sold(
    priorities: &HashMap<String, i32>,
    codes: &HashMap<&str, usize>,
    offers: &[StorefrontOffer],
    faults: &mut Faults,
) -> Vec<Sold> {
    let mut sold: Vec<Sold> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut pairs: HashSet<(usize, usize)> = HashSet::new();
    let unknown = |path: String, what: &str, name: &str| {
        let message = format!("there is no {what} `{}`", shortened(name));
        Reason::new(Code::DefinitionReference, path, message)
    };
    for (index, StorefrontOffer { resource, rate_list }) in offers.iter().enumerate() {
        let Some(priority) = priorities.get(resource.as_str()) else {
            faults.add(unknown(format!("/offers/{index}/resource"), "resource", resource));
            continue;
        };
        let Some(list) = codes.get(rate_list.as_str()) else {
            faults.add(unknown(format!("/offers/{index}/rate_list"), "rate list", rate_list));
            continue;
        };
        let place = *places.entry(resource).or_insert_with(|| {
            sold.push(Sold {
                resource: resource.clone(),
                priority: *priority,
                lists: Vec::new(),
            });
            sold.len() - 1
        });
        if let Some(one) = sold.get_mut(place) {
            if !pairs.insert((place, *list)) {
                let message = format!("`{}` is offered twice by this list", shortened(resource));
                let reason = Reason::new(Code::DefinitionConflict, format!("/offers/{index}"), message);
                faults.add(reason);
            }
            one.lists.push((*list, rate_list.clone()));
        }
    }
    sold
}

/// The place of each list by its code.
fn codes<'l>(lists: &[&'l RateListDefinition], faults: &mut Faults) -> HashMap<&'l str, usize> {
    let mut codes: HashMap<&str, usize> = HashMap::new();
    for (index, list) in lists.iter().enumerate() {
        let path = format!("/rate_lists/{index}/code");
        match list.code.as_deref() {
            None => {
                let message = "a list that is offered needs a code";
                faults.add(Reason::new(Code::DefinitionMissing, path, message));
            }
            Some(code) if codes.contains_key(code) => {
                let message = format!("another list has the code `{}`", shortened(code));
                faults.add(Reason::new(Code::DefinitionConflict, path, message));
            }
            Some(code) => {
                codes.insert(code, index);
            }
        }
    }
    codes
}

/// The request to the lists: with the days or hours of `when`.
fn asked(request: &AvailabilityAndPriceRequest) -> Result<PriceRequest> {
    let mut asked = request.request.clone();
    let days = [asked.check_in, asked.check_out, asked.first, asked.last];
    if days.iter().any(Option::is_some) || asked.start.is_some() || asked.end.is_some() {
        let message = "the days or hours are those of `when`; leave them out here";
        return Err(Error::new(Code::RequestConflict, "/request", message));
    }
    if asked.quantity < 0 {
        let message = format!(
            "a quantity of `{}` would be given back: what is free is asked for one unit or more",
            asked.quantity
        );
        return Err(Error::new(Code::RequestRange, "/request/quantity", message));
    }
    match request.when {
        When::Span(span) => (asked.start, asked.end) = (Some(span.start), Some(span.end)),
        When::Stay(stay) => (asked.check_in, asked.check_out) = (Some(stay.check_in), Some(stay.check_out)),
        When::Departure(day) => (asked.first, asked.last) = (Some(day), Some(day)),
    }
    asked.as_of = asked.as_of.or(Some(request.now));
    Ok(asked)
}
