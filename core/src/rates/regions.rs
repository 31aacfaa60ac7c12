//! Which taxes a place of supply has. The tables that come with the engine are files beside this one; a list can bring its own.

use std::sync::LazyLock;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::definition::{PlaceOfSupply, Tax, TaxRegion, TaxTable, TaxTableRule};
use crate::fault::Limits;
use crate::money::{Currency, shortened};
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// Where something is sold, by whom and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxesForRequest {
    /// The seller's place, or that of the property, its category and, where wanted, its own tables.
    pub region: TaxRegion,
    /// Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub place_of_supply: Option<String>,
    /// The buyer's tax id as a business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub business_tax_id: Option<String>,
    /// The day of supply.
    pub on: Day,
    /// The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their
    /// table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

/// The taxes of a place of supply, as a rate list would apply them.
pub fn taxes_for(request: TaxesForRequest) -> Result<Vec<Tax>> {
    request.bounded()?;
    let business = request.business_tax_id.is_some_and(|id| !id.trim().is_empty());
    let found = taxes_of(
        &request.region,
        request.place_of_supply.as_deref(),
        business,
        request.on,
    )?;
    if let Some(currency) = request.currency {
        found
            .iter()
            .try_for_each(|found| found.must_be_in(currency, "/currency"))?;
    }
    Ok(found.into_iter().flat_map(|found| found.taxes).collect())
}

/// The tables that come with the engine are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxTablesRequest {
    /// Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub region: Option<String>,
}

/// The tables of taxes that come with the engine, each with its source and its day: to be looked at, or changed and given
/// to a list in place of them.
pub fn tax_tables(request: TaxTablesRequest) -> Result<Vec<TaxTable>> {
    request.bounded()?;
    let wanted = |table: &&TaxTable| {
        let place = request.region.as_deref();
        place.is_none_or(|place| holds(&table.region, place) || holds(place, &table.region))
    };
    Ok(shipped()?.iter().filter(wanted).cloned().collect())
}

/// Taxes that a rule of a table names.
pub(crate) struct Found {
    /// The pointer of the rule.
    pub(crate) pointer: String,
    /// The place of the table.
    region: String,
    /// The currency of the table's amounts.
    currency: Option<Currency>,
    pub(crate) taxes: Vec<Tax>,
}

impl Found {
    /// Refuses taxes in amounts of one currency for a sale in another.
    pub(crate) fn must_be_in(&self, currency: Currency, path: &str) -> Result<()> {
        let is_foreign = self.currency != Some(currency) && self.taxes.iter().any(Tax::has_amounts);
        if !is_foreign {
            return Ok(());
        }
        let region = shortened(&self.region);
        let Some(own) = self.currency else {
            let message = format!("the taxes of `{region}` are amounts in a currency that their table does not name");
            let reason = Reason::new(Code::MoneyCurrencyMismatch, path, message);
            return Err(reason.with("currency", currency).into());
        };
        let message = format!(
            "the taxes of `{region}` are amounts in {own}, the prices are in {currency}; give `tables` in {currency}"
        );
        let reason = Reason::new(Code::MoneyCurrencyMismatch, path, message);
        Err(reason.with("currency", currency).with("expected", own).into())
    }
}

/// The taxes of a place, table by table: the country's first, then its parts'.
pub(crate) fn taxes_of(region: &TaxRegion, place: Option<&str>, business: bool, day: Day) -> Result<Vec<Found>> {
    let is_shipped = region.tables.is_empty();
    let tables = if is_shipped { shipped()? } else { &region.tables };
    let customer = place.unwrap_or(&region.region);
    let mut found = Vec::new();
    let valid = |table: &TaxTable| table.valid.is_none_or(|valid| valid.contains(day));
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| valid(table)) {
        for (number, rule) in (0..).zip(&table.rules) {
            let place = match rule.supplied() {
                PlaceOfSupply::AtProperty => region.region.as_str(),
                PlaceOfSupply::AtCustomer => customer,
            };
            if rule.category != region.category || !holds(&table.region, place) {
                continue;
            }
            let (taxes, side) = rule.taxes(&region.region, place, business);
            let pointer = if is_shipped {
                "/tax_region/region".to_owned()
            } else {
                format!("/tax_region/tables/{index}/rules/{number}/{side}")
            };
            found.push(Found {
                pointer,
                region: table.region.clone(),
                currency: table.currency,
                taxes: taxes.to_vec(),
            });
        }
    }
    if found.is_empty() {
        let message = format!(
            "no taxes are known for `{}` in `{}`",
            region.category,
            shortened(customer)
        );
        let message = if is_shipped {
            format!(
                "{message} on {day}; give `tables` of your own, or see `rates.tax_tables` for what comes with the engine"
            )
        } else {
            format!("{message} on {day}")
        };
        let reason = Reason::new(Code::RatesTaxRegion, "/place_of_supply", message);
        let reason = reason.with("place", customer).with("category", &region.category);
        return Err(reason.with("on", day).into());
    }
    found.sort_by_key(|found| found.region.len());
    Ok(found)
}

impl TaxTableRule {
    /// Where it is supplied: lodging where it stands, whoever sleeps there.
    fn supplied(&self) -> PlaceOfSupply {
        self.supplied.unwrap_or(if self.category == "lodging" {
            PlaceOfSupply::AtProperty
        } else {
            PlaceOfSupply::AtCustomer
        })
    }

    /// The taxes of a seller in one place on what is supplied in another, and the field that holds them.
    fn taxes(&self, seller: &str, place: &str, business: bool) -> (&[Tax], &'static str) {
        let (taxes, side) = match &self.across {
            Some(across) if part(place) != part(seller) => (across.as_slice(), "across"),
            _ => (self.within.as_slice(), "within"),
        };
        let is_left_to_buyer = self.reverse_charge && business && country(place) != country(seller);
        (if is_left_to_buyer { Default::default() } else { taxes }, side)
    }
}

/// Whether a place lies in a region: `US-NY-NYC` in `US-NY`.
fn holds(region: &str, place: &str) -> bool {
    place
        .strip_prefix(region)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn country(place: &str) -> &str {
    place.split('-').next().unwrap_or_default()
}

/// Country and state.
fn part(place: &str) -> (&str, Option<&str>) {
    let mut steps = place.split('-');
    (steps.next().unwrap_or_default(), steps.next())
}

/// The files of tables that come with the engine. A table in them is written as a user writes one.
const FILES: [&str; 4] = [
    include_str!("regions/eu.json"),
    include_str!("regions/in.json"),
    include_str!("regions/us.json"),
    include_str!("regions/none.json"),
];

fn shipped() -> Result<&'static Vec<TaxTable>> {
    static TABLES: LazyLock<Option<Vec<TaxTable>>> = LazyLock::new(|| {
        let read = |text: &&str| serde_json::from_str::<Vec<TaxTable>>(text).ok();
        let files: Option<Vec<_>> = FILES.iter().map(read).collect();
        Some(files?.into_iter().flatten().collect())
    });
    let unread = || {
        Error::new(
            Code::RatesTaxRegion,
            "",
            "the tables that come with the engine cannot be read",
        )
    };
    TABLES.as_ref().ok_or_else(unread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::definition::{TaxBase, TaxRate};

    #[test]
    fn tables_that_ship_say_whence_and_what_they_are() {
        let tables = shipped().unwrap();
        assert_eq!(tables.len(), 33 + 2 + 1 + 1);
        for table in tables {
            assert!(table.covers.is_some() && table.leaves_out.is_some(), "{}", table.region);
            if table.region != "NONE" {
                assert!(table.source.is_some() && table.as_of.is_some(), "{}", table.region);
                let first = table.valid.map(|valid| valid.first);
                assert!(first <= table.as_of, "{} is told before it held", table.region);
            }
            assert_eq!(
                table.currency.is_some(),
                table.taxes().any(Tax::has_amounts),
                "{}",
                table.region
            );
            // What the buyer must pay for fees too is taxed with the rest.
            let percent = |tax: &&Tax| matches!(&tax.rate, TaxRate::Percent(_));
            assert!(
                table.taxes().filter(percent).all(|tax| tax.base == TaxBase::NetAndFees),
                "{}",
                table.region
            );
            for rule in &table.rules {
                let lodging = rule.category == "lodging";
                assert!(!lodging || rule.supplied() == PlaceOfSupply::AtProperty && rule.across.is_none());
            }
        }
    }

    #[test]
    fn of_one_place_no_two_tables_hold_on_a_day() {
        let tables = shipped().unwrap();
        for (index, table) in tables.iter().enumerate() {
            for other in tables
                .iter()
                .skip(index + 1)
                .filter(|other| other.region == table.region)
            {
                assert!(table.valid.unwrap().intersection(other.valid.unwrap()).is_none());
            }
        }
    }
}
