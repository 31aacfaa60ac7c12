use std::collections::HashSet;

use super::screen::Screen;
use crate::fault::many;
use crate::rates::compiled::discounts::When;
use crate::{Code, Reason};

impl Screen<'_> {
    /// What was chosen must exist, and promotion codes must be usable.
    pub(super) fn choices(&mut self) {
        let chosen = &self.ask.request.supplements;
        let optional = self.definition.supplements.iter().filter(|one| one.optional);
        let known: HashSet<&str> = optional
            .clone()
            .filter(|_| !chosen.is_empty())
            .map(|one| one.code.as_str())
            .collect();
        let unknown = chosen.keys().filter(|code| !known.contains(code.as_str()));
        for (count, code) in unknown.enumerate() {
            let message = format!(
                "the list has no optional supplement `{}`",
                crate::money::shortened(code)
            );
            let path = crate::form::Pointer::root().join("supplements").join(code);
            let reason = Reason::new(Code::RatesSupplementUnknown, path, message);
            // Those that the list has are told once, however many others are chosen.
            self.refuse(match count {
                0 => reason.with("known", optional.clone().map(|one| &one.code).collect::<Vec<_>>()),
                _ => reason,
            });
        }
        let compiled = self.compiled;
        let uses = compiled.promos.uses(self.ask.request);
        let mut told = HashSet::new();
        for (index, given) in self.ask.request.promo_codes.iter().enumerate() {
            match compiled.promos.of(given) {
                // A code that is given twice is told once what is wrong with it.
                Some((code, discounts)) if told.insert(code) => {
                    self.promo(index, given, discounts, uses.get(code).copied().unwrap_or(0));
                }
                Some(_) => {}
                None => {
                    let message = format!("the list has no promotion code `{}`", crate::money::shortened(given));
                    self.refuse(Reason::new(
                        Code::RatesPromoUnknown,
                        format!("/promo_codes/{index}"),
                        message,
                    ));
                }
            }
        }
    }

    /// A promotion code that has these discounts and has been used so often.
    fn promo(&mut self, index: usize, given: &str, discounts: &[usize], uses: u32) {
        let path = format!("/promo_codes/{index}");
        let given = crate::money::shortened(given);
        let discounts = discounts.iter().filter_map(|place| self.compiled.discounts.get(*place));
        for discount in discounts {
            let When::Promo(promo) = &discount.when else { continue };
            if let Some(limit) = promo.limit.filter(|limit| uses >= *limit) {
                let message = format!(
                    "the promotion code `{given}` may be used {} and has been used {}",
                    many(limit, "time"),
                    many(uses, "time")
                );
                let reason = Reason::new(Code::RatesPromoClosed, &path, message);
                self.refuse(reason.with("limit", limit).with("uses", uses));
            }
            let booked_on = self.ask.booked_on;
            if let Some(window) = promo
                .window
                .filter(|days| !booked_on.is_some_and(|day| days.contains(day)))
            {
                let message = format!(
                    "the promotion code `{given}` is for bookings made from {} to {}",
                    window.first, window.last
                );
                self.refuse(Reason::new(Code::RatesPromoClosed, &path, message).with("window", window));
            }
        }
    }
}
