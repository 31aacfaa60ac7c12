//! Who pays as what: a slow model of a party, written from the guide, beside the engine; and what its words mean together.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use proptest::prelude::*;
use ratebook::rates::{PriceRequest, RateList};
use serde_json::{Value, json};

/// How a unit's price goes by people; all amounts are whole euros.
#[derive(Clone, Debug)]
enum Prices {
    Base { base: i64, extra: Option<i64> },
    PerPerson(i64),
    ByAdults { table: Vec<i64>, extra: Option<i64> },
    ByPeople(Vec<i64>),
}

/// What a child pays.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pays {
    Nothing,
    Euros(i64),
    /// A percentage of the full price of a child.
    OfChild(i64),
    /// A percentage of what each adult pays, where that is one price.
    OfAdult(i64),
}

#[derive(Clone, Debug)]
struct Band {
    oldest: u8,
    pays: Pays,
    nth: Option<(u16, Pays)>,
}

#[derive(Clone, Debug)]
struct House {
    prices: Prices,
    single: Option<i64>,
    standard: u16,
    bands: Vec<Band>,
    free: Option<u16>,
    fill: bool,
    as_they_come: bool,
    most: [Option<u16>; 3],
    /// Who pays a supplement, and how much.
    supplement: (&'static str, i64),
    by_age: Option<(i64, i64)>,
    tax: (&'static str, i64, u8, u8),
    /// From how many adults on a tenth comes off.
    tenth_from: Option<u16>,
}

#[derive(Clone, Debug)]
struct Party {
    adults: u16,
    ages: Vec<u8>,
    rooms: i64,
    nights: i64,
}

const CHILD: i64 = 40;
const PERS: [&str; 3] = ["adult_night", "child_night", "person_night"];

fn pays() -> impl Strategy<Value = Pays> {
    prop_oneof![
        2 => Just(Pays::Nothing),
        2 => (0_i64..60).prop_map(Pays::Euros),
        1 => (0_i64..100).prop_map(Pays::OfChild),
        1 => (0_i64..100).prop_map(Pays::OfAdult),
    ]
}

fn prices() -> impl Strategy<Value = Prices> {
    let extra = || prop::option::of(10_i64..90);
    prop_oneof![
        (50_i64..200, extra()).prop_map(|(base, extra)| Prices::Base { base, extra }),
        (20_i64..90).prop_map(Prices::PerPerson),
        (prop::collection::vec(50_i64..200, 1..4), extra())
            .prop_map(|(table, extra)| Prices::ByAdults { table, extra }),
        prop::collection::vec(20_i64..90, 2..7).prop_map(Prices::ByPeople),
    ]
}

fn bands() -> impl Strategy<Value = Vec<Band>> {
    let band = (1_u8..7, pays(), prop::option::weighted(0.3, (1_u16..4, pays())));
    prop::collection::vec(band, 0..4).prop_map(|bands| {
        let mut oldest = 0;
        let banded = bands.into_iter().map(|(ages, pays, nth)| {
            oldest += ages;
            Band { oldest, pays, nth }
        });
        banded.collect()
    })
}

prop_compose! {
    fn house()(
        prices in prices(),
        single in prop::option::weighted(0.3, 30_i64..90),
        standard in 1_u16..4,
        bands in bands(),
        free in prop::option::of(0_u16..3),
        fill in any::<bool>(),
        as_they_come in any::<bool>(),
        most in prop::array::uniform3(prop::option::weighted(0.3, 0_u16..6)),
        supplement in (prop::sample::select(PERS.to_vec()), 1_i64..20),
        by_age in prop::option::of((1_i64..20, 1_i64..20)),
        tax in (prop::sample::select(PERS.to_vec()), 1_i64..9, 0_u8..9, 0_u8..9),
        tenth_from in prop::option::of(1_u16..4),
    ) -> House {
        let fits = |pays: &Pays| !matches!((&prices, pays), (Prices::Base { .. } | Prices::ByAdults { .. }, Pays::OfAdult(_)));
        // A share of a standard price by heads is another matter, which vectors tell.
        let bands = bands.into_iter().map(|band: Band| Band {
            pays: if fits(&band.pays) { band.pays } else { Pays::Nothing },
            nth: band.nth.filter(|(_, pays)| fits(pays)),
            ..band
        }).collect();
        House { prices, single, standard, bands, free, fill, as_they_come, most, supplement, by_age, tax, tenth_from }
    }
}

fn party() -> impl Strategy<Value = Party> {
    (0_u16..4, prop::collection::vec(0_u8..18, 0..6), 1_i64..4, 1_i64..4)
        .prop_filter("somebody comes", |(adults, ages, ..)| *adults > 0 || !ages.is_empty())
        .prop_map(|(adults, ages, rooms, nights)| Party {
            adults,
            ages,
            rooms,
            nights,
        })
}

fn written(pays: Pays) -> Value {
    let share = |percent: i64, of: &str| json!({"percent": {"percent": percent.to_string(), "of": of}});
    match pays {
        Pays::Nothing => json!("free"),
        Pays::Euros(euros) => json!({"fixed": euros.to_string()}),
        Pays::OfChild(percent) => share(percent, "child"),
        Pays::OfAdult(percent) => share(percent, "adult"),
    }
}

impl House {
    fn list(&self) -> RateList {
        let table = |table: &[i64]| -> Value {
            let rows = (1..)
                .zip(table)
                .map(|(count, price): (usize, _)| (count.to_string(), json!(price.to_string())));
            Value::Object(rows.collect())
        };
        let mut prices = json!({"child": CHILD.to_string()});
        let extra = match &self.prices {
            Prices::Base { base, extra } => {
                prices["base"] = json!(base.to_string());
                extra
            }
            Prices::PerPerson(price) => {
                prices["per_person"] = json!(price.to_string());
                &None
            }
            Prices::ByAdults { table: rows, extra } => {
                prices["by_adults"] = table(rows);
                extra
            }
            Prices::ByPeople(rows) => {
                prices["by_people"] = table(rows);
                &None
            }
        };
        if let Some(extra) = extra {
            prices["extra_adult"] = json!(extra.to_string());
        }
        if let Some(single) = self.single {
            prices["single_use"] = json!({"price": single.to_string()});
        }
        let mut youngest = 0;
        let bands = self.bands.iter().enumerate().map(|(number, band)| {
            let nth = band.nth.map(|(nth, pays)| json!({"nth": nth, "price": written(pays)}));
            let one = json!({"name": format!("band {number}"), "min_age": youngest, "max_age": band.oldest,
                             "price": written(band.pays), "nth": nth.into_iter().collect::<Vec<_>>()});
            youngest = band.oldest + 1;
            one
        });
        let bands: Vec<Value> = bands.collect();
        let (per, amount) = self.supplement;
        let mut supplements =
            vec![json!({"code": "s", "name": "s", "per": per, "price": {"amount": amount.to_string()}})];
        if let Some((adult, first)) = self.by_age {
            let mut by_age = json!({"adult": adult.to_string()});
            if !bands.is_empty() {
                by_age["band 0"] = json!(first.to_string());
            }
            supplements.push(json!({"code": "a", "name": "a", "per": "person_night", "price": {"by_age": by_age}}));
        }
        let discounts = self.tenth_from.map(|least| {
            json!({"name": "d", "rule": {"eligibility": {"when": format!("adults >= {least}"), "off": {"percent": "10"}}}})
        });
        let (per, amount, young, old) = self.tax;
        let tax = json!({"name": "t", "rate": {"fixed": {"amount": amount.to_string(), "per": per}},
                         "exempt_ages": [{"min_age": young.min(old), "max_age": young.max(old)}]});
        let [people, adults, children] = self.most;
        let mut definition = json!({
            "name": "House", "currency": "EUR", "unit": "night", "valid": {"first": "2026-01-01", "last": "2026-12-31"},
            "people": {"standard": self.standard, "max_people": people, "max_adults": adults, "max_children": children,
                       "children_fill_standard": self.fill,
                       "counted": if self.as_they_come { "as_they_come" } else { "as_they_pay" }},
            "prices": prices, "age_bands": bands, "supplements": supplements, "taxes": [tax],
            "discounts": discounts.into_iter().collect::<Vec<_>>(),
        });
        if let Some(free) = self.free {
            definition["free_children"] = json!(free);
        }
        RateList::load(definition.clone()).unwrap_or_else(|error| panic!("{error:?} in {definition}"))
    }

    fn band(&self, age: u8) -> Option<usize> {
        self.bands.iter().position(|band| age <= band.oldest)
    }

    /// Everybody, one after the other: the age, when it is known, and what a child pays, none for an adult.
    fn sorted(&self, party: &Party) -> Vec<(Option<u8>, Option<Pays>)> {
        let mut everybody: Vec<(Option<u8>, Option<Pays>)> = vec![(None, None); usize::from(party.adults)];
        let mut ages = party.ages.clone();
        ages.sort_unstable();
        ages.reverse();
        let (grown, mut children): (Vec<u8>, Vec<u8>) = ages.iter().partition(|age| self.band(**age).is_none());
        everybody.extend(grown.into_iter().map(|age| (Some(age), None)));
        while self.fill && everybody.len() < usize::from(self.standard) && !children.is_empty() {
            everybody.push((Some(children.remove(0)), None));
        }
        let priced = children.iter().enumerate().map(|(place, age)| {
            let band = &self.bands[self.band(*age).unwrap()];
            let nth = 1 + children[..place]
                .iter()
                .filter(|other| self.band(**other) == self.band(*age))
                .count();
            let own = band.nth.filter(|(which, _)| usize::from(*which) == nth);
            (*age, own.map_or(band.pays, |(_, pays)| pays))
        });
        let priced: Vec<(u8, Pays)> = priced.collect();
        let free = priced.iter().filter(|(_, pays)| *pays == Pays::Nothing).count();
        let mut beyond = self.free.map_or(0, |most| free.saturating_sub(usize::from(most)));
        for (age, pays) in priced {
            let mut pays = Some(pays);
            if pays == Some(Pays::Nothing) && beyond > 0 {
                beyond -= 1;
                let mut older = self.bands[self.band(age).unwrap()..].iter().map(|band| band.pays);
                pays = older.find(|pays| *pays != Pays::Nothing);
            }
            everybody.push((Some(age), pays));
        }
        everybody
    }

    /// The total in cents; none when the party is refused.
    fn total(&self, party: &Party) -> Option<i64> {
        let everybody = self.sorted(party);
        let people = everybody.len();
        let adults = everybody.iter().filter(|(_, pays)| pays.is_none()).count();
        let counted = if self.as_they_come {
            [people, usize::from(party.adults), party.ages.len()]
        } else {
            [people, adults, people - adults]
        };
        let within = |(count, most): (usize, Option<u16>)| most.is_none_or(|most| count <= usize::from(most));
        if !counted.into_iter().zip(self.most).all(within) {
            return None;
        }
        let beyond = |known: usize, extra: Option<i64>| match adults.saturating_sub(known) {
            0 => Some(0),
            more => Some(extra? * more as i64),
        };
        let (units, each) = match &self.prices {
            _ if people == 1 && adults == 1 && self.single.is_some() => (self.single?, 0),
            Prices::Base { base, extra } => (base + beyond(usize::from(self.standard), *extra)?, 0),
            Prices::PerPerson(price) => (price * adults as i64, *price),
            Prices::ByAdults { table, extra } => (
                table[adults.clamp(1, table.len()) - 1] + beyond(table.len(), *extra)?,
                0,
            ),
            Prices::ByPeople(table) => {
                let price = *table.get(people - 1)?;
                (price * adults as i64, price)
            }
        };
        let children = everybody.iter().filter_map(|(_, pays)| *pays).map(|pays| match pays {
            Pays::Nothing => 0,
            Pays::Euros(euros) => euros * 100,
            Pays::OfChild(percent) => CHILD * percent,
            Pays::OfAdult(percent) => each * percent,
        });
        let heads = |per: &str, exempt: Option<(u8, u8)>| {
            let pays = |(age, pays): &&(Option<u8>, Option<Pays>)| {
                let right = per.starts_with("person") || per.starts_with("adult") == pays.is_none();
                right
                    && !exempt
                        .zip(*age)
                        .is_some_and(|((young, old), age)| (young..=old).contains(&age))
            };
            everybody.iter().filter(pays).count() as i64
        };
        let mut night = units * 100 + children.sum::<i64>();
        night += heads(self.supplement.0, None) * self.supplement.1 * 100;
        if let Some((adult, first)) = self.by_age {
            let of_first =
                |(age, pays): &&(Option<u8>, Option<Pays>)| pays.is_some() && self.band(age.unwrap()) == Some(0);
            let firsts = everybody.iter().filter(of_first).count() as i64;
            night += (firsts * first + (people as i64 - firsts) * adult) * 100;
        }
        let mut stay = night * party.nights * party.rooms;
        if self.tenth_from.is_some_and(|least| adults >= usize::from(least)) {
            stay -= (stay + 5) / 10;
        }
        let (per, amount, young, old) = self.tax;
        Some(stay + heads(per, Some((young.min(old), young.max(old)))) * amount * 100 * party.nights * party.rooms)
    }
}

impl Party {
    fn request(&self) -> PriceRequest {
        let request = json!({"check_in": "2026-05-04", "check_out": format!("2026-05-{:02}", 4 + self.nights),
                             "adults": self.adults, "children": self.ages, "quantity": self.rooms});
        serde_json::from_value(request).unwrap()
    }
}

fn cents(list: &RateList, party: &Party) -> Option<i64> {
    let total = list.price(&party.request()).ok()?.total;
    assert_eq!(list.total(&party.request()).ok().map(|total| total.amount), Some(total));
    Some(total.units(2).unwrap() as i64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn a_party_pays_what_the_model_says(house in house(), party in party()) {
        prop_assert_eq!(cents(&house.list(), &party), house.total(&party));
    }

    /// A child that is an adult is one in everything: an adult in its place pays the same, where no rule asks for its age.
    #[test]
    fn who_pays_as_an_adult_is_an_adult(mut house in house(), party in party()) {
        (house.tax.2, house.tax.3, house.as_they_come) = (200, 200, false);
        let everybody = house.sorted(&party);
        let grown = everybody.iter().filter(|(age, pays)| age.is_some() && pays.is_none()).count();
        let mut ages = everybody.iter().filter(|(_, pays)| pays.is_some()).filter_map(|(age, _)| *age);
        let told = Party { adults: party.adults + grown as u16, ages: ages.by_ref().collect(), ..party.clone() };
        // Those who are left keep their places and prices only where no other child was counted before them.
        let same = house.sorted(&told).iter().filter_map(|(_, pays)| *pays).eq(everybody.iter().filter_map(|(_, pays)| *pays));
        prop_assume!(same && house.bands.iter().all(|band| band.nth.is_none()));
        prop_assert_eq!(cents(&house.list(), &party), cents(&house.list(), &told));
    }

    #[test]
    fn the_order_in_which_ages_are_told_does_not_matter(house in house(), party in party()) {
        let mut turned = party.clone();
        turned.ages.reverse();
        prop_assert_eq!(cents(&house.list(), &party), cents(&house.list(), &turned));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_imports_to_the_same_list(house in house(), groups in prop::collection::vec("[a-z]{3}", 0..3)) {
        use ratebook::rates::files::{self, FileFormat, FileStyle, OnFault};
        let mut definition = serde_json::to_value(house.list().definition()).unwrap();
        let groups: std::collections::BTreeSet<String> = groups.into_iter().collect();
        definition["context"] = json!({"customer_groups": groups, "min_quantity": 2});
        let list = RateList::load(definition).unwrap();
        for format in [FileFormat::Csv, FileFormat::Xlsx] {
            let style = FileStyle::default().with_format(format);
            let (bytes, _) = files::export_bytes(&[list.definition()], &style).unwrap();
            let imported = files::import_bytes(&bytes, &style, OnFault::ImportNothing).unwrap();
            prop_assert_eq!(&imported.faults, &vec![]);
            prop_assert_eq!(&imported.lists[0], list.definition());
        }
    }
}
