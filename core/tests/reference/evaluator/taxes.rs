//! Taxes: what the prices hold, and what comes on top.

use serde_json::Value;

use super::{Charge, ONE, Stay, divided, is, listed, number, shared, whole};

/// An amount that is taxed as one: a category of charges or of fees, or a line when taxes are rounded by line.
struct Part {
    category: usize,
    is_fee: bool,
    amount: i128,
    included: i128,
    /// Its share of the taxes so far.
    taxes: i128,
}

impl<'v> Stay<'v> {
    fn taxes(&self) -> &'v [Value] {
        match self.list.get("tax_region") {
            Some(region) => listed(&region["tables"][0]["rules"][0], "within"),
            None => listed(self.list, "taxes"),
        }
    }

    /// The step of taxes: their own, or a cent.
    fn tax_step(&self) -> i128 {
        self.list["rounding"].get("tax_step").map_or(ONE / 100, number)
    }

    fn tax(&self, base: i128, percent: i128) -> i128 {
        divided(base * percent, ONE * 100, self.tax_step())
    }

    fn by_line(&self) -> bool {
        self.list["rounding"]["taxes"] == "line"
    }

    fn covers(&self, tax: &Value, part: &Part) -> bool {
        let category = tax.get("category").is_none() || self.category(tax, "category") == part.category;
        category && (!part.is_fee || tax["base"] != "net")
    }

    fn parts(&self) -> Vec<Part> {
        let part = |category, is_fee, amount| Part {
            category,
            is_fee,
            amount,
            included: 0,
            taxes: 0,
        };
        if self.by_line() {
            return self
                .charges
                .iter()
                .map(|charge| part(charge.category, charge.is_fee, charge.amount))
                .collect();
        }
        let mut parts = Vec::new();
        for is_fee in [false, true] {
            for category in 0..self.categories.len() {
                let own = |charge: &&Charge| charge.category == category && charge.is_fee == is_fee;
                parts.push(part(
                    category,
                    is_fee,
                    self.charges.iter().filter(own).map(|charge| charge.amount).sum(),
                ));
            }
        }
        parts
    }

    pub(super) fn taxes_on_top(&self) -> i128 {
        let mut parts = self.parts();
        let mut included = self.included(&mut parts);
        let mut on_top = 0;
        for (index, tax) in self.taxes().iter().enumerate() {
            if !is(tax, "inclusive") {
                included[index] = self.on_top(tax, &parts);
                on_top += included[index];
            }
            let covered: Vec<usize> = (0..parts.len())
                .filter(|part| self.covers(tax, &parts[*part]))
                .collect();
            let weights: Vec<i128> = covered.iter().map(|part| parts[*part].amount).collect();
            if !covered.is_empty() {
                for (part, share) in covered.iter().zip(shared(included[index], &weights, self.unit())) {
                    parts[*part].taxes += share;
                }
            }
        }
        on_top
    }

    /// What each tax takes out of the prices, the fixed ones first.
    fn included(&self, parts: &mut [Part]) -> Vec<i128> {
        let taxes = self.taxes();
        let mut amounts = vec![0; taxes.len()];
        for (index, tax) in taxes.iter().enumerate().filter(|(_, tax)| is(tax, "inclusive")) {
            let Some(fixed) = tax["rate"].get("fixed") else {
                continue;
            };
            amounts[index] = self.fixed(tax, fixed, self.tax_step());
            if let Some(first) = parts.iter_mut().find(|part| self.covers(tax, part)) {
                first.included += amounts[index];
            }
        }
        for part in parts.iter_mut().filter(|part| part.amount != 0) {
            // What each is of a net amount of one.
            let mut rates: Vec<(usize, i128)> = Vec::new();
            for (index, tax) in taxes.iter().enumerate() {
                let Some(share) = tax["rate"]
                    .get("percent")
                    .filter(|_| is(tax, "inclusive") && self.covers(tax, part))
                else {
                    continue;
                };
                let before: i128 = rates.iter().map(|(_, rate)| rate).sum();
                let base = if tax["base"] == "net_fees_and_taxes" {
                    ONE + before
                } else {
                    ONE
                };
                rates.push((index, number(share) / 1_000_000 * (base / 1_000_000) / 100));
            }
            let gross = ONE + rates.iter().map(|(_, rate)| rate).sum::<i128>();
            let held = part.amount - part.included;
            for (index, rate) in rates {
                // Down to eight digits, which every amount fits in here.
                let amount = divided(held / 10_000 * rate, gross / 10_000, self.tax_step());
                amounts[index] += amount;
                part.included += amount;
            }
        }
        amounts
    }

    /// What one tax adds.
    fn on_top(&self, tax: &Value, parts: &[Part]) -> i128 {
        let (rate, covered) = (&tax["rate"], || parts.iter().filter(|part| self.covers(tax, part)));
        if let Some(fixed) = rate.get("fixed") {
            return self.fixed(tax, fixed, self.tax_step());
        }
        let cap = whole(tax, "night_cap").map_or(self.nights.len(), |cap| cap as usize);
        if rate.get("slabs").is_some() {
            let net = covered().map(|part| part.amount - part.included).sum();
            return self.by_slab(tax, listed(rate, "slabs"), net, parts);
        }
        let share = number(&rate["percent"]);
        if cap < self.nights.len() {
            return self.tax(self.net_nights(parts).iter().take(cap).sum(), share);
        }
        let compound = tax["base"] == "net_fees_and_taxes";
        let net = |part: &Part| part.amount - part.included + if compound { part.taxes } else { 0 };
        if self.by_line() {
            covered().map(|part| self.tax(net(part), share)).sum()
        } else {
            self.tax(covered().map(net).sum(), share)
        }
    }

    /// What each night costs without the taxes that its price holds.
    fn net_nights(&self, parts: &[Part]) -> Vec<i128> {
        let units = || parts.iter().filter(|part| part.category == 0 && !part.is_fee);
        let amount: i128 = units().map(|part| part.amount).sum();
        let included = units().map(|part| part.included).sum();
        let mut weights = self.night_values.clone();
        weights.push(amount - self.night_values.iter().sum::<i128>());
        let shares = shared(included, &weights, self.unit());
        self.night_values
            .iter()
            .zip(shares)
            .map(|(value, share)| value - share)
            .collect()
    }

    /// The nights by their tariff, and what belongs to no night at the highest rate of them; an amount is for each night.
    fn by_slab(&self, tax: &Value, slabs: &[Value], net: i128, parts: &[Part]) -> i128 {
        let nights = self.net_nights(parts);
        let slab = |value: i128| {
            let reaches = |slab: &Value| slab.get("up_to").is_none_or(|most| value <= number(most) * self.rooms);
            slabs.iter().position(reaches).unwrap()
        };
        let mut bases = vec![0; slabs.len()];
        let mut counts = vec![0; slabs.len()];
        let cap = whole(tax, "night_cap").map_or(usize::MAX, |cap| cap as usize);
        for (night, value) in nights.iter().enumerate() {
            bases[slab(*value)] += value;
            counts[slab(*value)] += i128::from(night < cap);
        }
        let highest = nights.iter().map(|value| slab(*value)).max().unwrap();
        bases[highest] += net - nights.iter().sum::<i128>();
        let of_slab = |(index, slab): (usize, &Value)| match slab.get("percent") {
            Some(percent) => self.tax(bases[index], number(percent)),
            None => {
                let fixed = &slab["fixed"];
                let heads = self.heads(fixed["per"].as_str().unwrap(), listed(tax, "exempt_ages"));
                divided(number(&fixed["amount"]), 1, self.tax_step()) * heads * counts[index] * self.rooms
            }
        };
        slabs.iter().enumerate().map(of_slab).sum()
    }
}
