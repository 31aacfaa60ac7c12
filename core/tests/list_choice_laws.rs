//! Which of several lists answers: a slow model of the order in the guide, beside the engine.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::rates::RateLists;
use ratebook::rates::lists::SelectRequest;
use serde_json::{Value, json};

/// One list; groups, channels and countries are letters, and an empty one is for all.
#[derive(Clone, Debug)]
struct Offered {
    priority: i32,
    product: bool,
    groups: Vec<&'static str>,
    channels: Vec<&'static str>,
    countries: Vec<&'static str>,
    least: Option<u32>,
    most: Option<u32>,
    version: u32,
    dollars: bool,
}

#[derive(Clone, Debug)]
struct Asked {
    groups: Vec<&'static str>,
    channel: Option<&'static str>,
    country: Option<&'static str>,
    quantity: i32,
    dollars: Option<bool>,
}

fn letters() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["a", "b", "c"], 0..3)
}

fn letter() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec!["a", "b", "c"]))
}

prop_compose! {
    fn offered()(
        priority in 0..2_i32, product in any::<bool>(), groups in letters(), channels in letters(), countries in letters(),
        (least, most) in (prop::option::of(1_u32..6), prop::option::weighted(0.3, 6_u32..9)),
        (version, dollars) in (1_u32..3, prop::bool::weighted(0.2)),
    ) -> Offered {
        Offered { priority, product, groups, channels, countries, least, most, version, dollars }
    }
}

prop_compose! {
    fn asked()(
        groups in letters(), channel in letter(), country in letter(),
        quantity in 1..9_i32, back in any::<bool>(), dollars in prop::option::of(any::<bool>()),
    ) -> Asked {
        Asked { groups, channel, country, quantity: if back { -quantity } else { quantity }, dollars }
    }
}

impl Offered {
    fn list(&self, place: usize) -> Value {
        let mut list = json!({
            "name": "Room", "id": format!("id-{place}"), "code": format!("L-{place}"), "unit": "night",
            "currency": if self.dollars { "USD" } else { "EUR" }, "priority": self.priority, "version": self.version,
            "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "prices": {"base": "100"},
            "context": {"customer_groups": self.groups, "channels": self.channels, "countries": self.countries,
                        "min_quantity": self.least, "max_quantity": self.most},
        });
        if self.product {
            list["product"] = json!("double");
        }
        list
    }

    /// Why it is not for those who ask.
    fn other(&self, asked: &Asked) -> Option<&'static str> {
        let quantity = asked.quantity.unsigned_abs();
        let told = |own: &[&str], one: Option<&str>| own.is_empty() || one.is_some_and(|one| own.contains(&one));
        let checks = [
            (
                asked.dollars.is_none_or(|dollars| dollars == self.dollars),
                "other_currency",
            ),
            (
                self.groups.is_empty() || asked.groups.iter().any(|group| self.groups.contains(group)),
                "other_customers",
            ),
            (told(&self.channels, asked.channel), "other_channel"),
            (told(&self.countries, asked.country), "other_country"),
            (
                self.least.is_none_or(|least| quantity >= least) && self.most.is_none_or(|most| quantity <= most),
                "other_quantity",
            ),
        ];
        checks.into_iter().find(|(met, _)| !met).map(|(_, why)| why)
    }

    /// What counts, the first first, with why the lower loses.
    fn rank(&self) -> [(i64, &'static str); 8] {
        let named = |names: &[&str]| i64::from(!names.is_empty());
        [
            (self.priority.into(), "priority"),
            (self.product.into(), "less_specific"),
            (named(&self.groups), "less_specific_context"),
            (named(&self.channels), "less_specific_context"),
            (named(&self.countries), "less_specific_context"),
            (
                i64::from(self.least.is_some() || self.most.is_some()),
                "less_specific_context",
            ),
            (self.least.unwrap_or(0).into(), "smaller_quantity"),
            (self.version.into(), "older_version"),
        ]
    }
}

impl Asked {
    fn request(&self) -> SelectRequest {
        let currency = self.dollars.map(|dollars| if dollars { "USD" } else { "EUR" });
        let request = json!({
            "request": {"check_in": "2026-05-04", "check_out": "2026-05-05", "adults": 2,
                        "quantity": self.quantity, "channel": self.channel},
            "buyer": {"customer_groups": self.groups, "country": self.country, "currency": currency},
            "product": "double",
        });
        serde_json::from_value(request).unwrap()
    }
}

/// The lists that lost, and why.
fn told(lost: &Value) -> Vec<(u64, &str)> {
    let each = lost.as_array().unwrap().iter();
    each.map(|one| (one["list"]["index"].as_u64().unwrap(), one["why"].as_str().unwrap()))
        .collect()
}

/// The same as the guide has it, when the list at a place answers.
fn expected(lists: &[Offered], asked: &Asked, best: usize) -> Vec<(u64, &'static str)> {
    let others = (0..lists.len()).filter(|place| *place != best);
    let why = |place: usize| {
        let (chosen, other) = (lists[best].rank(), lists[place].rank());
        let first = (0..chosen.len()).find(|at| chosen[*at] != other[*at]);
        let beaten = first.map_or("id", |at| chosen[at].1);
        (place as u64, lists[place].other(asked).unwrap_or(beaten))
    };
    others.map(why).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn the_list_that_answers_is_the_first_of_the_guide_s_order(
        lists in prop::collection::vec(offered(), 1..7),
        asked in asked(),
    ) {
        let definitions: Vec<Value> = lists.iter().enumerate().map(|(place, one)| one.list(place)).collect();
        let handle = RateLists::load(json!({ "lists": definitions })).unwrap();
        let request = asked.request();
        let able: Vec<usize> = (0..lists.len()).filter(|place| lists[*place].other(&asked).is_none()).collect();
        let ranked = |place: &usize| lists[*place].rank().map(|(value, _)| -value);
        // Of equal ones the first by id, which here is the first.
        let best = able.iter().copied().min_by_key(|place| (ranked(place), *place));
        let Ok(found) = handle.select(&request) else {
            prop_assert_eq!(best, None);
            return Ok(());
        };
        let best = best.unwrap();
        prop_assert_eq!(found.list.index as usize, best);
        let lost = serde_json::to_value(&found.lost).unwrap();
        prop_assert_eq!(told(&lost), expected(&lists, &asked, best));
    }
}
