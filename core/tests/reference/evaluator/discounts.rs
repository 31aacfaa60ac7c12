//! Discounts: which apply, which the list keeps, and from what they are taken.

use serde_json::Value;

use super::{Charge, Stay, day, divided, is, listed, number, shared, whole, within};

struct Found<'v> {
    amount: i128,
    share: Option<i128>,
    cap: i128,
    group: Option<&'v str>,
    of_units: bool,
}

impl<'v> Stay<'v> {
    /// Takes the discounts off the charges, as negative charges by category.
    pub(super) fn take_off_discounts(&mut self, subtotal: i128) {
        let units = self.unit_by_night.iter().sum::<i128>() * self.rooms;
        let found: Vec<Found<'_>> = listed(self.list, "discounts")
            .iter()
            .filter_map(|one| self.found(one, subtotal, units))
            .collect();
        let kept = kept(&found, &self.list["combine_discounts"]);
        let (mut left, mut units_left) = (subtotal, units);
        let before: Vec<i128> = self.charges.iter().map(|charge| charge.amount).collect();
        for one in kept {
            let running = if one.of_units { units_left.min(left) } else { left };
            let amount = match one.share {
                Some(share) if self.list["combine_discounts"] == "all" => self.percent(running, share).min(one.cap),
                _ => one.amount,
            };
            let amount = amount.min(running);
            // One of everything takes from the units what they are of everything.
            let of_units = if one.of_units {
                amount
            } else {
                shared(amount, &[units_left, left - units_left], self.step())[0]
            };
            units_left -= of_units.min(units_left);
            left -= amount;
            let weights: Vec<i128> = (0..self.categories.len())
                .map(|category| self.left_of(category))
                .collect();
            let parts = if one.of_units {
                vec![amount]
            } else {
                shared(amount, &weights, self.step())
            };
            for (category, part) in parts.into_iter().enumerate() {
                self.charge(category, None, -part);
            }
        }
        self.value_nights(&before);
    }

    pub(super) fn left_of(&self, category: usize) -> i128 {
        let own = |charge: &&Charge| charge.category == category;
        self.charges.iter().filter(own).map(|charge| charge.amount).sum()
    }

    /// What a discount is of the original amounts; nothing when it does not apply.
    fn found(&self, discount: &'v Value, subtotal: i128, units: i128) -> Option<Found<'v>> {
        let of_units = discount["part"] == "units";
        let base = if of_units { units } else { subtotal };
        let booked_on = day(&self.request["booked_on"]);
        let booked = discount
            .get("booking_window")
            .is_none_or(|window| within(window, booked_on));
        let travelled = |window: &Value| self.nights.iter().all(|night| within(window, *night));
        if !booked || !discount.get("travel_window").is_none_or(travelled) {
            return None;
        }
        let (kind, rule) = discount["rule"].as_object().unwrap().iter().next().unwrap();
        let cap = discount.get("cap").map_or(i128::MAX, |cap| self.line(number(cap)));
        let (amount, share) = if kind == "free_nights" {
            (self.free_nights(rule), None)
        } else {
            match self.off(kind, rule)? {
                off if off.get("percent").is_some() => (
                    self.percent(base, number(&off["percent"])),
                    Some(number(&off["percent"])),
                ),
                off => (self.line(number(&off["amount"])), None),
            }
        };
        let group = discount.get("group").and_then(Value::as_str);
        let amount = amount.min(cap).min(base);
        Some(Found {
            amount,
            share,
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

    /// What free nights are worth.
    fn free_nights(&self, rule: &Value) -> i128 {
        let (stay, pay) = (
            whole(rule, "stay").unwrap() as usize,
            whole(rule, "pay").unwrap() as usize,
        );
        let times = if is(rule, "repeats") {
            self.nights.len() / stay
        } else {
            usize::from(self.nights.len() >= stay)
        };
        let free = times * (stay - pay);
        let mut nights: Vec<i128> = self.unit_by_night.iter().map(|price| price * self.rooms).collect();
        match rule["free"].as_str().unwrap() {
            "last" => nights.iter().rev().take(free).sum(),
            "cheapest" => {
                nights.sort_unstable();
                nights.iter().take(free).sum()
            }
            _ => divided(
                nights.iter().sum::<i128>() * free as i128,
                nights.len() as i128,
                self.step(),
            ),
        }
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
