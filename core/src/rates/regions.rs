//! Which taxes a place of supply has. The tables here are a dated starting point; a list can bring its own.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::definition::{Slab, Tax, TaxBase, TaxRate, TaxRegion, TaxTable, TaxTableRule};
use crate::fault::Limits;
use crate::money::{Decimal, shortened};
use crate::time::{Day, DayRange};
use crate::{Code, Reason, Result};

/// Where something is sold, by whom and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TaxesForRequest {
    /// The seller's place, its category and, where wanted, its own tables.
    pub region: TaxRegion,
    /// Where it is taxed; the seller's place when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub place_of_supply: Option<String>,
    /// The buyer's tax id as a business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub business_tax_id: Option<String>,
    /// The day of supply.
    pub on: Day,
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
    Ok(found.into_iter().flat_map(|(_, taxes)| taxes).collect())
}

/// The taxes of a place, table by table, each with the pointer of its rule: the country's first, then its parts'.
pub(crate) fn taxes_of(
    region: &TaxRegion,
    place: Option<&str>,
    business: bool,
    day: Day,
) -> Result<Vec<(String, Vec<Tax>)>> {
    let place = place.unwrap_or(&region.region);
    let shipped = if region.tables.is_empty() {
        shipped(place)
    } else {
        Vec::new()
    };
    let tables = if region.tables.is_empty() {
        &shipped
    } else {
        &region.tables
    };
    let mut meeting: Vec<(usize, &TaxTable)> = tables.iter().enumerate().collect();
    meeting.retain(|(_, table)| holds(&table.region, place) && table.valid.is_none_or(|valid| valid.contains(day)));
    meeting.sort_unstable_by_key(|(index, table)| (table.region.len(), *index));
    let abroad = country(place) != country(&region.region);
    let across = part(place) != part(&region.region);
    let mut found = Vec::new();
    for (index, table) in &meeting {
        let rules = table
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.category == region.category);
        for (number, rule) in rules {
            let place = if region.tables.is_empty() {
                "/tax_region/region".to_owned()
            } else {
                format!(
                    "/tax_region/tables/{index}/rules/{number}/{}",
                    if across && rule.across.is_some() {
                        "across"
                    } else {
                        "within"
                    }
                )
            };
            let taxes = match &rule.across {
                _ if rule.reverse_charge && business && abroad => &Vec::new(),
                Some(taxes) if across => taxes,
                _ => &rule.within,
            };
            found.push((place, taxes.clone()));
        }
    }
    if found.is_empty() {
        let message = format!("no taxes are known for `{}` in `{}`", region.category, shortened(place));
        let reason = Reason::new(Code::RatesTaxRegion, "/place_of_supply", message);
        return Err(reason.with("place", place).with("category", &region.category).into());
    }
    Ok(found)
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

/// VAT of the member states of the EU on lodging and on services, in tenths of a percent, as of January 2025.
const EUROPEAN_UNION: [(&str, i128, i128); 27] = [
    ("AT", 100, 200),
    ("BE", 60, 210),
    ("BG", 90, 200),
    ("CY", 90, 190),
    ("CZ", 120, 210),
    ("DE", 70, 190),
    ("DK", 250, 250),
    ("EE", 130, 220),
    ("ES", 100, 210),
    ("FI", 140, 255),
    ("FR", 100, 200),
    ("GR", 130, 240),
    ("HR", 130, 250),
    ("HU", 50, 270),
    ("IE", 135, 230),
    ("IT", 100, 220),
    ("LT", 90, 210),
    ("LU", 30, 170),
    ("LV", 120, 210),
    ("MT", 70, 180),
    ("NL", 90, 210),
    ("PL", 80, 230),
    ("PT", 60, 230),
    ("RO", 90, 190),
    ("SE", 120, 250),
    ("SI", 95, 220),
    ("SK", 50, 230),
];

/// What has changed since: the country, the first day, the rates from it on.
const EUROPEAN_CHANGES: [(&str, [u16; 3], i128, i128); 6] = [
    ("BE", [2026, 3, 1], 120, 210),
    ("EE", [2025, 7, 1], 130, 240),
    ("FI", [2026, 1, 1], 135, 255),
    ("LT", [2026, 1, 1], 120, 210),
    ("NL", [2026, 1, 1], 210, 210),
    ("RO", [2025, 8, 1], 110, 210),
];

/// Sales tax of some states and cities of the United States, in thousandths of a percent, with the names of its parts.
const UNITED_STATES: [(&str, &[(&str, i128)]); 6] = [
    ("US-CA", &[("California sales tax", 7_250)]),
    ("US-FL", &[("Florida sales tax", 6_000)]),
    ("US-NY", &[("New York State sales tax", 4_000)]),
    (
        "US-NY-NYC",
        &[("New York City sales tax", 4_500), ("Metropolitan commuter tax", 375)],
    ),
    ("US-TX", &[("Texas sales tax", 6_250)]),
    ("US-WA", &[("Washington sales tax", 6_500)]),
];

/// The tables that come with the engine, for the country of a place.
fn shipped(place: &str) -> Vec<TaxTable> {
    let own = country(place);
    let everywhere = |region: &str, lodging: Vec<Tax>, service: Vec<Tax>, reverse_charge: bool| {
        let rule = |category: &str, within| TaxTableRule {
            category: category.to_owned(),
            within,
            across: None,
            reverse_charge,
        };
        let others =
            ["activity", "transport", "guide", "room_hire", "package"].map(|category| rule(category, service.clone()));
        let mut rules = vec![rule("lodging", lodging), rule("service", service.clone())];
        rules.extend(others);
        TaxTable {
            region: region.to_owned(),
            valid: None,
            rules,
        }
    };
    match own {
        "IN" => india(),
        "US" => {
            let states = UNITED_STATES.iter().map(|(region, parts)| {
                let taxes: Vec<Tax> = parts.iter().map(|(name, rate)| percent(name, *rate, 3)).collect();
                everywhere(region, taxes.clone(), taxes, false)
            });
            states.collect()
        }
        "NONE" => vec![everywhere("NONE", Vec::new(), Vec::new(), false)],
        _ => {
            let member = EUROPEAN_UNION.iter().filter(|(region, ..)| *region == own);
            let at_first = member.map(|(_, lodging, service)| (Day::FIRST, *lodging, *service));
            let changes = EUROPEAN_CHANGES.iter().filter(|(region, ..)| *region == own);
            let later = changes.filter_map(|(_, [year, month, day], lodging, service)| {
                let since = Day::new((*year).into(), (*month).into(), (*day).into())?;
                Some((since, *lodging, *service))
            });
            let rates: Vec<(Day, i128, i128)> = at_first.chain(later).collect();
            let ends = rates
                .iter()
                .skip(1)
                .filter_map(|(next, ..)| next.plus(-1))
                .chain([Day::LAST]);
            let table = |(&(first, lodging, service), last)| {
                let [lodging, service] = [lodging, service].map(|rate| vec![percent("VAT", rate, 1)]);
                TaxTable {
                    valid: Some(DayRange { first, last }),
                    ..everywhere(own, lodging, service, true)
                }
            };
            rates.iter().zip(ends).map(table).collect()
        }
    }
}

/// GST: half to the union and half to the state within a state, whole to the union across states. Lodging is taxed by the
/// tariff of the night; the rates changed on 22 September 2025.
fn india() -> Vec<TaxTable> {
    let change = (Day::new(2025, 9, 21), Day::new(2025, 9, 22));
    let (Some(before), Some(after)) = change else {
        return Vec::new();
    };
    let lodging = |low: i128| {
        let slabs = |name: &str, share: i128| Tax {
            rate: TaxRate::Slabs(vec![
                Slab {
                    up_to: Some(Decimal::from(7_500)),
                    percent: tenths(low * share / 2),
                },
                Slab {
                    up_to: None,
                    percent: tenths(180 * share / 2),
                },
            ]),
            ..percent(name, 0, 0)
        };
        TaxTableRule {
            category: "lodging".to_owned(),
            within: vec![slabs("CGST", 1), slabs("SGST", 1)],
            across: Some(vec![slabs("IGST", 2)]),
            reverse_charge: false,
        }
    };
    let service = |category: &str| TaxTableRule {
        category: category.to_owned(),
        within: vec![percent("CGST", 9, 0), percent("SGST", 9, 0)],
        across: Some(vec![percent("IGST", 18, 0)]),
        reverse_charge: false,
    };
    let table = |first, last, low| {
        let mut rules = vec![lodging(low)];
        rules.extend(["service", "activity", "transport", "guide", "room_hire", "package"].map(service));
        TaxTable {
            region: "IN".to_owned(),
            valid: Some(DayRange { first, last }),
            rules,
        }
    };
    vec![table(Day::FIRST, before, 120), table(after, Day::LAST, 50)]
}

fn percent(name: &str, units: i128, scale: u32) -> Tax {
    Tax {
        name: name.to_owned(),
        rate: TaxRate::Percent(Decimal::from_units(units, scale).unwrap_or_default().normalized()),
        inclusive: false,
        base: TaxBase::Net,
        category: None,
        exempt_ages: Vec::new(),
        night_cap: None,
    }
}

fn tenths(units: i128) -> Decimal {
    Decimal::from_units(units, 1).unwrap_or_default().normalized()
}
