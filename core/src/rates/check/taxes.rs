use super::{Check, MAX_PERCENT};
use crate::Code;
use crate::form::Pointer;
use crate::rates::definition::{AgeRange, FeeRate, FixedRate, Per, Slab, Tax, TaxBase, TaxRate};

impl Check<'_> {
    /// Fees, taxes and tax tables.
    pub(super) fn taxes(&mut self) {
        let root = Pointer::root();
        for (index, fee) in self.definition.fees.iter().enumerate() {
            let place = root.join("fees").join(index);
            match &fee.rate {
                FeeRate::Percent(percent) => {
                    self.percent(*percent, 0, MAX_PERCENT, &place.join("rate").join("percent"));
                    if fee.night_cap.is_some() {
                        self.conflict(
                            &place.join("night_cap"),
                            "a fee in percent is of the whole stay and has no cap of nights",
                        );
                    }
                }
                FeeRate::Fixed(fixed) => self.fixed(fixed, &place.join("rate").join("fixed")),
            }
            self.exempt(&fee.exempt_ages, &place);
        }
        let place = root.join("taxes");
        for (index, tax) in self.definition.taxes.iter().enumerate() {
            self.tax(tax, &place.join(index));
        }
        let Some(region) = &self.definition.tax_region else {
            return;
        };
        let place = root.join("tax_region").join("tables");
        for (index, table) in region.tables.iter().enumerate() {
            let place = place.join(index);
            if let Some(valid) = table.valid {
                self.range(valid, &place.join("valid"));
            }
            if table.currency.is_none() && table.taxes().any(Tax::has_amounts) {
                let message = "the table has amounts; name their currency".to_owned();
                self.fault(Code::DefinitionMissing, &place.join("currency"), message);
            }
            for (number, rule) in table.rules.iter().enumerate() {
                let place = place.join("rules").join(number);
                let across = rule.across.iter().flatten().enumerate().map(|tax| ("across", tax));
                for (side, (number, tax)) in rule.within.iter().enumerate().map(|tax| ("within", tax)).chain(across) {
                    self.tax(tax, &place.join(side).join(number));
                }
            }
        }
    }

    fn fixed(&mut self, fixed: &FixedRate, place: &Pointer) {
        self.price(fixed.amount, &place.join("amount"));
        if matches!(fixed.per, Per::Item | Per::ItemNight) {
            let message = "pieces are chosen as supplements; a fee or tax is per `stay`, `night`, `person`…";
            self.conflict(&place.join("per"), message);
        }
    }

    /// A slab is a percentage, or an amount for each night.
    fn slab(&mut self, slab: &Slab, place: &Pointer) {
        match (slab.percent, &slab.fixed) {
            (Some(percent), None) => self.percent(percent, 0, MAX_PERCENT, &place.join("percent")),
            (None, Some(fixed)) => {
                let at = place.join("fixed");
                self.fixed(fixed, &at);
                if !fixed.per.is_nightly() {
                    let message = "the amount of a slab is for each night: per `night`, `person_night`, `adult_night` or `child_night`";
                    self.conflict(&at.join("per"), message);
                }
            }
            (None, None) => self.fault(
                Code::DefinitionMissing,
                &place.join("percent"),
                "a slab needs `percent` or `fixed`".to_owned(),
            ),
            (Some(_), Some(_)) => self.conflict(
                &place.join("fixed"),
                "a slab has `percent` or `fixed`, not both; write two taxes",
            ),
        }
    }

    fn exempt(&mut self, ages: &[AgeRange], place: &Pointer) {
        for (index, range) in ages.iter().enumerate() {
            if range.min_age > range.max_age {
                let message = format!("`max_age`, {}, is below `min_age`, {}", range.max_age, range.min_age);
                self.fault(Code::DefinitionRange, &place.join("exempt_ages").join(index), message);
            }
        }
    }

    /// Nights are counted for what units and children cost; a tax that looks at them is for these.
    fn category_of_nights(&mut self, tax: &Tax, place: &Pointer) {
        if tax.category.is_some() && tax.category != self.definition.tax_category {
            let message = "a tax that looks at each night is for the `tax_category` of the list, or for all";
            self.conflict(&place.join("category"), message);
        }
    }

    fn tax(&mut self, tax: &Tax, place: &Pointer) {
        let rate = place.join("rate");
        match &tax.rate {
            TaxRate::Percent(percent) => {
                self.percent(*percent, 0, MAX_PERCENT, &rate.join("percent"));
                if tax.night_cap.is_some() && (tax.inclusive || tax.base != TaxBase::Net) {
                    self.conflict(
                        &place.join("night_cap"),
                        "a percentage for some nights is on top of the price and has the base `net`",
                    );
                }
                if tax.night_cap.is_some() {
                    self.category_of_nights(tax, place);
                }
            }
            TaxRate::Fixed(fixed) => self.fixed(fixed, &rate.join("fixed")),
            TaxRate::Slabs(slabs) => {
                let rate = rate.join("slabs");
                self.category_of_nights(tax, place);
                if tax.inclusive {
                    self.conflict(
                        &place.join("inclusive"),
                        "a tax by slabs is on top of the price, never in it",
                    );
                }
                if tax.base == TaxBase::NetFeesAndTaxes {
                    self.conflict(&rate, "a tax by slabs has the base `net` or `net_and_fees`");
                }
                if tax.night_cap.is_some() && slabs.iter().any(|slab| slab.fixed.is_none()) {
                    let message = "only slabs that are all amounts for each night have a cap of nights";
                    self.conflict(&place.join("night_cap"), message);
                }
                for (index, slab) in slabs.iter().enumerate() {
                    let at = rate.join(index);
                    self.slab(slab, &at);
                    let last = index + 1 == slabs.len();
                    if last != slab.up_to.is_none() {
                        self.conflict(
                            &at.join("up_to"),
                            "every slab but the last has an `up_to`, and the last has none",
                        );
                    }
                    let before = index.checked_sub(1).and_then(|before| slabs.get(before)?.up_to);
                    if let (Some(up_to), Some(before)) = (slab.up_to, before)
                        && up_to <= before
                    {
                        let message = format!("`{up_to}` is not above the slab before, `{before}`");
                        self.fault(Code::DefinitionRange, &at.join("up_to"), message);
                    }
                }
                if slabs.is_empty() {
                    self.fault(Code::DefinitionRange, &rate, "there are no slabs".to_owned());
                }
            }
        }
        self.exempt(&tax.exempt_ages, place);
    }
}
