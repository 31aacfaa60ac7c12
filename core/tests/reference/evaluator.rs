//! The slow, obvious evaluator: a definition and a request as JSON, step after step in the order of the specification.

mod discounts;
mod taxes;

use ratebook::money::Decimal;
use ratebook::time::Day;
use serde_json::{Value, json};

/// Hundredths of a cent of hundredths: every amount and factor of the strategies fits, so that plain integers are exact.
pub(crate) const ONE: i128 = 1_000_000_000_000;

fn number(value: &Value) -> i128 {
    let decimal: Decimal = value.as_str().unwrap().parse().unwrap();
    decimal.units(12).unwrap()
}

fn day(value: &Value) -> Day {
    value.as_str().unwrap().parse().unwrap()
}

pub(crate) fn listed<'v>(rule: &'v Value, field: &str) -> &'v [Value] {
    rule.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn whole(rule: &Value, field: &str) -> Option<i64> {
    rule.get(field).and_then(Value::as_i64)
}

fn is(rule: &Value, field: &str) -> bool {
    rule.get(field) == Some(&json!(true))
}

fn within(range: &Value, one: Day) -> bool {
    day(&range["first"]) <= one && one <= day(&range["last"])
}

fn covers(rule: &Value, one: Day) -> bool {
    let weekday = one.weekday().to_string()[..3].to_lowercase();
    let weekdays = rule.get("weekdays").and_then(Value::as_array);
    let on_weekday = weekdays.is_none_or(|all| all.iter().any(|one| *one == weekday.as_str()));
    let ranges = listed(rule, "days");
    on_weekday && (ranges.is_empty() || ranges.iter().any(|range| within(range, one)))
}

/// `over ÷ under`, half up to the step, away from zero.
fn divided(over: i128, under: i128, step: i128) -> i128 {
    let (over, under) = (over * under.signum(), under.abs() * step);
    (2 * over.abs() + under) / (2 * under) * step * over.signum()
}

/// Shares by weight in whole steps; what is left over goes to the largest remainders, the first of those that are equal.
fn shared(amount: i128, weights: &[i128], step: i128) -> Vec<i128> {
    let sum: i128 = weights.iter().sum();
    if sum <= 0 {
        return (0..weights.len())
            .map(|place| if place == 0 { amount } else { 0 })
            .collect();
    }
    let steps = amount / step;
    let weight = |place: usize| weights[place] / unit_of(weights);
    let sum = sum / unit_of(weights);
    let mut parts: Vec<i128> = (0..weights.len()).map(|place| weight(place) * steps / sum).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| -(weight(*place) * steps % sum).abs());
    let left = steps - parts.iter().sum::<i128>();
    for place in order.into_iter().take(left.unsigned_abs() as usize) {
        parts[place] += left.signum();
    }
    parts.iter_mut().for_each(|part| *part *= step);
    parts[0] += amount - steps * step;
    parts
}

/// What each of some charges loses of an amount, when reductions are among them: all become smaller alike. The reductions lose
/// their share first, to whole steps, a half up; the charges lose that more.
fn lost(amount: i128, charges: &[i128], step: i128) -> Vec<i128> {
    if amount < 0 {
        let turned: Vec<i128> = charges.iter().map(|charge| -charge).collect();
        return lost(-amount, &turned, step).into_iter().map(|part| -part).collect();
    }
    let above: Vec<i128> = charges.iter().map(|charge| *charge.max(&0)).collect();
    let below: Vec<i128> = charges.iter().map(|charge| -*charge.min(&0)).collect();
    let whole: i128 = charges.iter().sum();
    let reduced: i128 = below.iter().sum();
    if whole <= 0 || reduced == 0 {
        return shared(amount, &above, step);
    }
    let unit = unit_of(charges);
    let of_reductions = divided(amount / step * (reduced / unit), whole / unit, 1) * step;
    let parts = shared(amount + of_reductions, &above, step).into_iter();
    parts
        .zip(shared(of_reductions, &below, step))
        .map(|(above, below)| above - below)
        .collect()
}

/// A size that divides all weights, so that products stay small.
fn unit_of(weights: &[i128]) -> i128 {
    [ONE / 100, ONE / 100_000_000]
        .into_iter()
        .find(|unit| weights.iter().all(|weight| weight % unit == 0))
        .unwrap_or(1)
}

/// A line of the subtotal, and later what discounts take of it.
struct Charge {
    category: usize,
    is_fee: bool,
    /// Whether it is the price of a unit.
    is_unit: bool,
    /// The night it belongs to.
    night: Option<usize>,
    amount: i128,
}

/// A price in the making.
struct Stay<'v> {
    list: &'v Value,
    request: &'v Value,
    nights: Vec<Day>,
    check_out: Day,
    adults: i64,
    /// Ages, the oldest first.
    children: Vec<i64>,
    rooms: i128,
    lead: i64,
    categories: Vec<Option<&'v str>>,
    charges: Vec<Charge>,
    /// What one unit costs on each night.
    unit_by_night: Vec<i128>,
    /// What discounts left of each night, in the category of units.
    night_values: Vec<i128>,
}

/// What the reference comes to, or nothing when it refuses.
pub(crate) fn reference(list: &Value, request: &Value) -> Option<i128> {
    let mut stay = Stay::new(list, request);
    if stay.refused() {
        return None;
    }
    stay.units_and_children()?;
    stay.supplements();
    let subtotal: i128 = stay.charges.iter().map(|charge| charge.amount).sum();
    stay.take_off_discounts(subtotal);
    let net: i128 = stay.charges.iter().map(|charge| charge.amount).sum();
    stay.fees(net);
    let before_taxes: i128 = stay.charges.iter().map(|charge| charge.amount).sum();
    let total = before_taxes + stay.taxes_on_top();
    Some(if list["rounding"]["at"] == "total" {
        divided(total, 1, stay.total_step())
    } else {
        total
    })
}

impl<'v> Stay<'v> {
    fn new(list: &'v Value, request: &'v Value) -> Stay<'v> {
        let (check_in, check_out) = (day(&request["check_in"]), day(&request["check_out"]));
        let mut children: Vec<i64> = listed(request, "children").iter().filter_map(Value::as_i64).collect();
        children.sort_by_key(|age| -age);
        let mut categories = vec![list.get("tax_category").and_then(Value::as_str)];
        for rule in listed(list, "supplements").iter().chain(listed(list, "fees")) {
            let own = rule.get("tax_category").and_then(Value::as_str);
            if own.is_some() && !categories.contains(&own) {
                categories.push(own);
            }
        }
        Stay {
            list,
            request,
            nights: (0..check_out.since(check_in))
                .map(|night| check_in.plus(night).unwrap())
                .collect(),
            check_out,
            adults: request["adults"].as_i64().unwrap(),
            children,
            rooms: i128::from(request["quantity"].as_i64().unwrap()),
            lead: i64::from(check_in.since(day(&request["booked_on"]))),
            categories,
            charges: Vec::new(),
            unit_by_night: Vec::new(),
            night_values: Vec::new(),
        }
    }

    fn total_step(&self) -> i128 {
        self.list["rounding"].get("step").map_or(ONE / 100, number)
    }

    /// The smallest amount that is shared out.
    fn unit(&self) -> i128 {
        if self.list["rounding"]["at"] == "total" {
            ONE / 100_000_000
        } else {
            ONE / 100
        }
    }

    /// The step of lines: that of the list, or eight digits when only the total is rounded to it.
    fn step(&self) -> i128 {
        if self.list["rounding"]["at"] == "total" {
            self.unit()
        } else {
            self.total_step()
        }
    }

    fn line(&self, value: i128) -> i128 {
        divided(value, 1, self.step())
    }

    fn percent(&self, value: i128, percent: i128) -> i128 {
        // Two factors of 10^12; the strategies keep amounts below 10^8 and percents below 10^4.
        divided(value * percent, ONE * 100, self.step())
    }

    fn category(&self, rule: &Value, field: &str) -> usize {
        let own = rule.get(field).and_then(Value::as_str);
        own.map_or(0, |_| {
            let place = self.categories.iter().position(|known| *known == own);
            place.unwrap_or(self.categories.len())
        })
    }

    fn matching(&self, rule: &Value) -> Vec<usize> {
        (0..self.nights.len())
            .filter(|night| covers(rule, self.nights[*night]))
            .collect()
    }

    // Restrictions come first.

    fn refused(&self) -> bool {
        let valid = &self.list["valid"];
        let black = |night: &Day| {
            listed(self.list, "blackouts")
                .iter()
                .any(|one| within(&one["days"], *night))
        };
        let promos = listed(self.list, "discounts")
            .iter()
            .filter_map(|one| one["rule"].get("promo"));
        let unusable = |given: &Value| {
            let code = given.as_str().unwrap().to_lowercase();
            let mut found = promos
                .clone()
                .filter(|promo| promo["code"].as_str().unwrap().to_lowercase() == code);
            let booked_on = day(&self.request["booked_on"]);
            let closed = |promo: &Value| promo.get("window").is_some_and(|window| !within(window, booked_on));
            found.clone().next().is_none() || found.any(closed)
        };
        let unknown = |code: &String| {
            let is_it = |one: &&Value| is(one, "optional") && one["code"] == code.as_str();
            listed(self.list, "supplements").iter().find(is_it).is_none()
        };
        self.nights.iter().any(|night| !within(valid, *night) || black(night))
            || listed(self.list, "restrictions").iter().any(|one| self.restricted(one))
            || listed(self.request, "promo_codes").iter().any(unusable)
            || self.request["supplements"].as_object().unwrap().keys().any(unknown)
    }

    fn restricted(&self, rule: &Value) -> bool {
        let length = self.nights.len() as i64;
        let on_arrival = covers(rule, self.nights[0]);
        let touched = self
            .nights
            .iter()
            .chain([&self.check_out])
            .any(|day| covers(rule, *day));
        is(rule, "closed") && self.nights.iter().any(|day| covers(rule, *day))
            || is(rule, "closed_to_arrival") && on_arrival
            || is(rule, "closed_to_departure") && covers(rule, self.check_out)
            || on_arrival && whole(rule, "min_stay").is_some_and(|least| length < least)
            || on_arrival && whole(rule, "max_stay").is_some_and(|most| length > most)
            || touched && whole(rule, "min_stay_through").is_some_and(|least| length < least)
            || touched && whole(rule, "max_stay_through").is_some_and(|most| length > most)
    }

    // Base by night and occupancy, the winning season, then children and supplements.

    fn units_and_children(&mut self) -> Option<()> {
        let (prices, alone) = (&self.list["prices"], self.adults == 1 && self.children.is_empty());
        let base = number(prices["by_adults"].get(self.adults.to_string())?);
        for (night, day) in self.nights.clone().into_iter().enumerate() {
            let seasons = listed(self.list, "seasons").iter().filter(|season| covers(season, day));
            let season = seasons.max_by_key(|season| season["priority"].as_i64().unwrap());
            let mut price = match season.map(|season| &season["price"]) {
                Some(change) if change.get("set").is_some() => number(&change["set"]),
                Some(change) if change.get("multiply").is_some() => base * number(&change["multiply"]) / ONE,
                Some(change) if change.get("percent").is_some() => base + base * number(&change["percent"]) / ONE / 100,
                Some(change) => base + number(&change["add"]),
                None => base,
            };
            if let Some(alone) = prices.get("single_use").filter(|_| alone) {
                price = match alone.get("price") {
                    Some(set) => number(set),
                    None if alone.get("amount").is_some() => price + number(&alone["amount"]),
                    None => price + price * number(&alone["percent"]) / ONE / 100,
                };
            }
            let price = self.line(price);
            self.unit_by_night.push(price);
            self.charges.push(Charge {
                category: 0,
                is_fee: false,
                is_unit: true,
                night: Some(night),
                amount: price * self.rooms,
            });
        }
        for price in self.children_of_a_night()? {
            for night in 0..self.nights.len() {
                self.charge(0, Some(night), price * self.rooms);
            }
        }
        Some(())
    }

    fn charge(&mut self, category: usize, night: Option<usize>, amount: i128) {
        self.charges.push(Charge {
            category,
            is_fee: false,
            is_unit: false,
            night,
            amount,
        });
    }

    /// What the children of one unit pay for a night, a line for each price: the oldest first in their bands, and first to
    /// lose a free place.
    fn children_of_a_night(&self) -> Option<Vec<i128>> {
        let bands = listed(self.list, "age_bands");
        let mut prices = Vec::new();
        for (place, age) in self.children.iter().enumerate() {
            let band = self.band(*age)?;
            let older = self.children[..place]
                .iter()
                .filter(|other| self.band(**other) == Some(band));
            let rank = older.count() as i64 + 1;
            let nth = listed(&bands[band], "nth")
                .iter()
                .find(|one| whole(one, "nth") == Some(rank));
            prices.push((band, &nth.unwrap_or(&bands[band])["price"]));
        }
        let free = prices.iter().filter(|(_, price)| price.is_string()).count() as i64;
        let mut too_many = whole(self.list, "free_children").map_or(0, |most| (free - most).max(0));
        let mut groups: Vec<(&Value, i128)> = Vec::new();
        for (band, mut price) in prices {
            if price.is_string() && too_many > 0 {
                too_many -= 1;
                let mut older = bands[band + 1..].iter().map(|older| &older["price"]);
                price = older.find(|price| !price.is_string())?;
            }
            match groups.iter_mut().find(|(known, _)| std::ptr::eq(*known, price)) {
                Some((_, count)) => *count += 1,
                None => groups.push((price, 1)),
            }
        }
        let amount = |price: &Value| match price {
            Value::String(_) => 0,
            price if price.get("fixed").is_some() => self.line(number(&price["fixed"])),
            price => self.percent(
                number(&self.list["prices"]["child"]),
                number(&price["percent"]["percent"]),
            ),
        };
        Some(groups.into_iter().map(|(price, count)| amount(price) * count).collect())
    }

    fn band(&self, age: i64) -> Option<usize> {
        listed(self.list, "age_bands")
            .iter()
            .position(|band| whole(band, "max_age") >= Some(age))
    }

    /// What everyone pays, then what was chosen.
    fn supplements(&mut self) {
        for optional in [false, true] {
            for supplement in listed(self.list, "supplements") {
                let chosen = whole(&self.request["supplements"], supplement["code"].as_str().unwrap()).unwrap_or(0);
                let fits = self.fits(supplement.get("party"));
                if fits && is(supplement, "optional") == optional && (!optional || chosen > 0) {
                    self.supplement(supplement, if optional { chosen } else { 1 });
                }
            }
        }
    }

    fn supplement(&mut self, supplement: &Value, pieces: i64) {
        let matching = self.matching(supplement);
        let (per, category) = (
            supplement["per"].as_str().unwrap(),
            self.category(supplement, "tax_category"),
        );
        let nightly = per.ends_with("night");
        let on_days = !listed(supplement, "days").is_empty();
        let occasions: Vec<Vec<usize>> = if nightly {
            matching.iter().map(|night| vec![*night]).collect()
        } else if matching.is_empty() {
            Vec::new()
        } else {
            vec![matching]
        };
        let is_shared = is(supplement, "shared_by_nights");
        for nights in occasions {
            let night = (nightly || on_days).then(|| nights[0]);
            for (one, heads) in self.paid_by_heads(supplement, per, &nights, pieces) {
                if is_shared {
                    let shares = shared(one, &vec![ONE; nights.len()], self.step());
                    for (night, share) in nights.iter().zip(shares) {
                        self.charge(category, Some(*night), share * heads);
                    }
                } else {
                    self.charge(category, night, one * heads);
                }
            }
        }
    }

    /// What each who pays a supplement pays and how many they are, a line for each price.
    fn paid_by_heads(&self, supplement: &Value, per: &str, nights: &[usize], pieces: i64) -> Vec<(i128, i128)> {
        let heads = match per {
            "item" | "item_night" => i128::from(pieces),
            per => self.heads(per, &[]) * self.rooms,
        };
        let price = &supplement["price"];
        if let Some(ages) = price.get("by_age") {
            let adults = if per.starts_with("child") { 0 } else { self.adults };
            let children = if per.starts_with("adult") {
                &[][..]
            } else {
                &self.children
            };
            let bands = listed(self.list, "age_bands");
            let name = |age: &i64| {
                self.band(*age)
                    .map_or("adult", |band| bands[band]["name"].as_str().unwrap())
            };
            let price = |name: &str| self.line(number(ages.get(name).unwrap_or(&ages["adult"])));
            let everyone = (0..adults).map(|_| "adult").chain(children.iter().map(name));
            let mut groups: Vec<(i128, i128)> = Vec::new();
            for amount in everyone.map(price) {
                match groups.iter_mut().find(|(known, _)| *known == amount) {
                    Some((_, count)) => *count += 1,
                    None => groups.push((amount, 1)),
                }
            }
            return groups
                .into_iter()
                .map(|(amount, count)| (amount, count * self.rooms))
                .collect();
        }
        let one = match price.get("percent") {
            Some(share) => self.percent(
                nights.iter().map(|night| self.unit_by_night[*night]).sum(),
                number(share),
            ),
            None => self.line(number(&price["amount"])),
        };
        vec![(one, heads)]
    }

    /// How many pay in one unit.
    fn heads(&self, per: &str, exempt: &[Value]) -> i128 {
        let pays = |age: &&i64| !exempt.iter().any(|range| Some(**age) <= whole(range, "max_age"));
        let children = self.children.iter().filter(pays).count() as i128;
        match per.trim_end_matches("_night") {
            "adult" => i128::from(self.adults),
            "child" => children,
            "person" => i128::from(self.adults) + children,
            _ => 1,
        }
    }

    // Fees, of what discounts left.

    fn fees(&mut self, net: i128) {
        for fee in listed(self.list, "fees") {
            let amount = match fee["rate"].get("percent") {
                Some(share) => self.percent(net, number(share)),
                None => self.fixed(fee, &fee["rate"]["fixed"], self.step()),
            };
            let category = self.category(fee, "tax_category");
            self.charges.push(Charge {
                category,
                is_fee: true,
                is_unit: false,
                night: None,
                amount,
            });
        }
    }

    fn fixed(&self, rule: &Value, fixed: &Value, step: i128) -> i128 {
        let per = fixed["per"].as_str().unwrap();
        let nights = if per.ends_with("night") {
            self.nights.len() as i64
        } else {
            1
        };
        let nights = match whole(rule, "night_cap") {
            Some(cap) if per.ends_with("night") => nights.min(cap),
            _ => nights,
        };
        divided(number(&fixed["amount"]), 1, step)
            * self.heads(per, listed(rule, "exempt_ages"))
            * i128::from(nights)
            * self.rooms
    }
}
