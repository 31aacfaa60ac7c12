//! Discounts: which apply, which the list keeps, and from what they are taken.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Stay, day, divided, is, listed, lost, number, whole, within};

struct Found<'v> {
    amount: i128,
    taken: Taken,
    cap: i128,
    group: Option<&'v str>,
    of_units: bool,
}

enum Taken {
    Amount,
    Share(i128),
    Average(i128),
    /// These nights, and what each was worth at first.
    Nights(Vec<(usize, i128)>),
}

/// What is left of one kind of charge on one night; `None` is no night. Kind 0 is the units, 1 the rest of their category,
/// then a kind for each further category.
pub(super) type Pots = BTreeMap<(usize, Option<usize>), i128>;

/// Of which pots a discount is.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    Stay,
    Nights,
    Night(usize),
}

impl Of {
    fn reaches(self, night: Option<usize>) -> bool {
        match self {
            Of::Stay => true,
            Of::Nights => night.is_some(),
            Of::Night(one) => night == Some(one),
        }
    }
}

fn left(pots: &Pots, of_units: bool, of: Of, wanted: impl Fn(usize) -> bool) -> i128 {
    let fits = |kind: usize, night: Option<usize>| wanted(kind) && (!of_units || kind == 0) && of.reaches(night);
    pots.iter()
        .filter(|((kind, night), _)| fits(*kind, *night))
        .map(|(_, left)| left)
        .sum()
}

impl<'v> Stay<'v> {
    fn pots(&self) -> Pots {
        let mut pots = Pots::new();
        for kind in 0..=self.categories.len() {
            for night in (0..self.nights.len()).map(Some).chain([None]) {
                pots.insert((kind, night), 0);
            }
        }
        for charge in &self.charges {
            let kind = if charge.is_unit { 0 } else { charge.category + 1 };
            *pots.get_mut(&(kind, charge.night)).unwrap() += charge.amount;
        }
        pots
    }

    /// Takes the discounts off the charges, as negative charges by category.
    pub(super) fn take_off_discounts(&mut self, subtotal: i128) {
        let units = self.unit_by_night.iter().sum::<i128>() * self.rooms;
        let mut pots = self.pots();
        let found: Vec<Found<'_>> = listed(self.list, "discounts")
            .iter()
            .filter_map(|one| self.found(one, subtotal, units, &pots))
            .collect();
        let kept = kept(&found, &self.list["combine_discounts"]);
        let running = self.list["combine_discounts"] == "all";
        for one in kept {
            let average = |free: i128, pots: &Pots| self.average(free, pots, one.of_units);
            match &one.taken {
                Taken::Nights(nights) => {
                    let mut rest = if running { one.cap } else { one.amount };
                    for (night, worth) in nights.clone() {
                        let left = left(&pots, one.of_units, Of::Night(night), |_| true);
                        let amount = if running { self.line(left) } else { worth };
                        rest -= self.take(&mut pots, one.of_units, Of::Night(night), amount.min(rest));
                    }
                }
                taken => {
                    let (amount, of) = match taken {
                        Taken::Share(share) if running => {
                            let base = left(&pots, one.of_units, Of::Stay, |_| true);
                            (self.percent(base, *share).min(one.cap), Of::Stay)
                        }
                        Taken::Average(free) if running => (average(*free, &pots).min(one.cap), Of::Nights),
                        Taken::Average(_) => (one.amount, Of::Nights),
                        _ => (one.amount, Of::Stay),
                    };
                    self.take(&mut pots, one.of_units, of, amount);
                }
            }
        }
        let of_night = |night: usize| pots[&(0, Some(night))] + pots[&(1, Some(night))];
        self.night_values = (0..self.nights.len()).map(of_night).collect();
    }

    fn of_part(&self, pots: &Pots, of_units: bool) -> i128 {
        let all = left(pots, false, Of::Stay, |_| true);
        left(pots, of_units, Of::Stay, |_| true).min(all)
    }

    /// Takes an amount off, never more than the part has: in whole steps by category, within that of units from them and from
    /// the rest by what is left of each, then from the nights.
    fn take(&mut self, pots: &mut Pots, of_units: bool, of: Of, amount: i128) -> i128 {
        let amount = amount.min(self.of_part(pots, of_units));
        if amount <= 0 {
            return 0;
        }
        let by_category = |pots: &Pots, of: Of| -> Vec<i128> {
            (0..self.categories.len())
                .map(|category| left(pots, of_units, of, |kind| kind.saturating_sub(1) == category))
                .collect()
        };
        let within = by_category(pots, of).iter().sum::<i128>().max(0) / self.step() * self.step();
        let beyond = if of == Of::Stay { 0 } else { (amount - within).max(0) };
        let mut taken = vec![0; self.categories.len()];
        for (amount, of) in [(amount - beyond, of), (beyond, Of::Stay)] {
            if amount == 0 && of == Of::Stay {
                continue;
            }
            let shares = lost(amount, &by_category(pots, of), self.step());
            for (category, share) in shares.into_iter().enumerate() {
                taken[category] += share;
                let kinds = if category == 0 { vec![0, 1] } else { vec![category + 1] };
                let weights: Vec<i128> = kinds
                    .iter()
                    .map(|kind| left(pots, of_units, of, |other| other == *kind))
                    .collect();
                for (kind, share) in kinds.into_iter().zip(lost(share, &weights, self.step())) {
                    self.lower(pots, kind, of, share);
                }
            }
        }
        for (category, taken) in taken.into_iter().enumerate().filter(|(_, taken)| *taken != 0) {
            self.charge(category, None, -taken);
        }
        amount
    }

    fn lower(&self, pots: &mut Pots, kind: usize, of: Of, mut amount: i128) {
        for of in [of, Of::Stay] {
            let reached: Vec<_> = pots
                .keys()
                .filter(|(one, night)| *one == kind && of.reaches(*night))
                .copied()
                .collect();
            // The nights in their order, then what belongs to none.
            let (none, mut order): (Vec<_>, Vec<_>) = reached.into_iter().partition(|(_, night)| night.is_none());
            order.extend(none);
            let there: Vec<i128> = order.iter().map(|pot| pots[pot]).collect();
            let whole: i128 = there.iter().sum();
            // What reductions lose is below zero, and no more than they are.
            let here = if whole.signum() == amount.signum() {
                amount.signum() * amount.abs().min(whole.abs())
            } else {
                0
            };
            if here != 0 {
                for (pot, share) in order.iter().zip(lost(here, &there, self.unit())) {
                    *pots.get_mut(pot).unwrap() -= share;
                }
                amount -= here;
            }
        }
        *pots.get_mut(&(kind, None)).unwrap() -= amount;
    }

    fn average(&self, free: i128, pots: &Pots, of_units: bool) -> i128 {
        let nights = left(pots, of_units, Of::Nights, |_| true);
        divided(nights * free, self.nights.len() as i128, self.step())
    }

    /// What a discount is of the original amounts; nothing when it does not apply.
    fn found(&self, discount: &'v Value, subtotal: i128, units: i128, pots: &Pots) -> Option<Found<'v>> {
        let of_units = discount["part"] == "units";
        let base = if of_units { units } else { subtotal };
        let booked_on = day(&self.request["booked_on"]);
        let booked = discount
            .get("booking_window")
            .is_none_or(|window| within(window, booked_on));
        let travelled = |window: &Value| self.nights.iter().all(|night| within(window, *night));
        if !booked || !discount.get("travel_window").is_none_or(travelled) || !self.fits(discount.get("party")) {
            return None;
        }
        let (kind, rule) = discount["rule"].as_object().unwrap().iter().next().unwrap();
        let cap = discount.get("cap").map_or(i128::MAX, |cap| self.line(number(cap)));
        let (amount, taken) = if kind == "free_nights" {
            self.free_nights(rule, of_units, pots)
        } else {
            match self.off(kind, rule)? {
                off if off.get("percent").is_some() => {
                    let share = number(&off["percent"]);
                    (self.percent(base, share), Taken::Share(share))
                }
                off => (self.line(number(&off["amount"])), Taken::Amount),
            }
        };
        let group = discount.get("group").and_then(Value::as_str);
        let amount = amount.min(cap).min(base);
        Some(Found {
            amount,
            taken,
            cap,
            group,
            of_units,
        })
    }

    fn off(&self, kind: &str, rule: &'v Value) -> Option<&'v Value> {
        let people = self.adults + self.children.len() as i64;
        let (nights, rooms) = (self.nights.len() as i64, self.rooms as i64);
        let tiers = || listed(rule, "tiers").iter();
        let highest = |measure: i64| {
            let met = tiers().filter(|tier| whole(tier, "at_least") <= Some(measure));
            met.max_by_key(|tier| whole(tier, "at_least")).map(|tier| &tier["off"])
        };
        let when = |holds: bool| holds.then_some(&rule["off"]);
        match kind {
            "length_of_stay" => highest(nights),
            "early_bird" => highest(self.lead),
            "bulk" => highest(match rule["by"].as_str().unwrap() {
                "quantity" => rooms,
                "people" => rooms * people,
                _ => rooms * nights,
            }),
            "last_minute" => {
                let met = tiers().filter(|tier| self.lead >= 0 && whole(tier, "at_most") >= Some(self.lead));
                met.min_by_key(|tier| whole(tier, "at_most")).map(|tier| &tier["off"])
            }
            "promo" => {
                let code = rule["code"].as_str().unwrap().to_lowercase();
                let given = listed(self.request, "promo_codes").iter();
                when(
                    given
                        .filter_map(Value::as_str)
                        .any(|given| given.to_lowercase() == code),
                )
            }
            _ => when(match rule["when"].as_str().unwrap() {
                "nights >= 5 && adults == 2" => nights >= 5 && self.adults == 2,
                "lead_days < 30 || size(ages) > 1" => self.lead < 30 || self.children.len() > 1,
                other => unreachable!("{other}"),
            }),
        }
    }

    /// What free nights are worth, and which they are.
    fn free_nights(&self, rule: &Value, of_units: bool, pots: &Pots) -> (i128, Taken) {
        let field = |name: &str| whole(rule, name).unwrap() as usize;
        let (stay, pay, nights) = (field("stay"), field("pay"), self.nights.len());
        let blocks = if is(rule, "repeats") {
            nights / stay
        } else {
            usize::from(nights >= stay)
        };
        let free = blocks * (stay - pay);
        let worth = |night: usize| (night, left(pots, of_units, Of::Night(night), |_| true));
        let mut chosen: Vec<(usize, i128)> = match rule["free"].as_str() {
            Some("average") => return (self.average(free as i128, pots, of_units), Taken::Average(free as i128)),
            Some("first") => (0..free).map(worth).collect(),
            Some("last") => (nights - free..nights).map(worth).collect(),
            Some(_) => {
                let mut all: Vec<_> = (0..nights).map(worth).collect();
                all.sort_by_key(|(night, worth)| (*worth, *night));
                all.into_iter().take(free).collect()
            }
            None => {
                let places = listed(&rule["free"], "positions")
                    .iter()
                    .map(|place| place.as_u64().unwrap() as usize);
                (0..blocks)
                    .flat_map(|block| places.clone().map(move |place| block * stay + place - 1))
                    .map(worth)
                    .collect()
            }
        };
        chosen.sort_by_key(|(night, _)| *night);
        (
            chosen.iter().map(|(_, worth)| (*worth).max(0)).sum(),
            Taken::Nights(chosen),
        )
    }

    /// Whether a party is as a rule asks.
    pub(super) fn fits(&self, party: Option<&Value>) -> bool {
        let Some(party) = party else { return true };
        let bounds = |name: &str, count: i64| {
            whole(party, &format!("min_{name}")).is_none_or(|least| count >= least)
                && whole(party, &format!("max_{name}")).is_none_or(|most| count <= most)
        };
        let aged = |one: &Value| {
            let ages = whole(one, "min_age").unwrap()..=whole(one, "max_age").unwrap();
            let count = self.children.iter().filter(|age| ages.contains(age)).count() as i64;
            count >= whole(one, "at_least").unwrap_or(1)
        };
        bounds("adults", self.adults)
            && bounds("children", self.children.len() as i64)
            && listed(party, "ages").iter().all(aged)
    }
}

/// Of each group only the largest, the first of two that are equal; and of all of them when the list takes the best.
fn kept<'f, 'v>(found: &'f [Found<'v>], combination: &Value) -> Vec<&'f Found<'v>> {
    let best = combination == "best";
    let beaten = |place: usize| {
        let one = &found[place];
        found.iter().enumerate().any(|(other, rival)| {
            (best || one.group.is_some() && one.group == rival.group)
                && (rival.amount > one.amount || rival.amount == one.amount && other < place)
        })
    };
    (0..found.len())
        .filter(|place| !beaten(*place))
        .map(|place| &found[place])
        .collect()
}
