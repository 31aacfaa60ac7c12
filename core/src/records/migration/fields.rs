//! How the definition of a field that goes on has changed: what it takes now that it did not, and what it no longer takes.

use super::super::compiled::{Field, GREATEST_UNITS};
use super::super::definition::{FieldDefinition, FieldKind};
use super::super::kinds::KindFamily;
use super::RowRule;
use crate::money::Decimal;

/// What has changed of a field that goes on.
#[derive(Debug, Default)]
pub(super) struct Changed {
    /// What takes more than before.
    pub(super) wider: Vec<&'static str>,
    /// What its values are looked over for.
    pub(super) checks: Vec<RowRule>,
}

pub(super) fn changed(before: &Field, after: &Field) -> Changed {
    let mut changed = Changed::default();
    let (old, new) = (before.definition(), after.definition());
    changed.kind(old, new);
    changed.lengths(old, new);
    changed.pattern(old, new);
    changed.bounds(old, new);
    changed.choices(old, new);
    if old.required && !new.required {
        changed.wider.push("required");
    }
    if !old.required && new.required && after.kind().has_column() {
        changed.check(RowRule::Given);
    }
    changed
}

impl Field {
    /// The options in which its definition does not let every value of an earlier one of its stand as it is kept; none where all do. By
    /// this a field that a tenant has added is changed.
    pub fn narrower_than(&self, before: &Field) -> Vec<&'static str> {
        let (old, new) = (before.definition(), self.definition());
        let kept = [
            ("kind", old.kind != new.kind),
            ("unique", new.unique && !old.unique),
            ("folded", old.folded != new.folded),
            ("sort", old.has_folded() != new.has_folded()),
            ("digits", old.scale() != new.scale()),
            ("currency", old.currency != new.currency),
            ("entity", old.entity != new.entity),
            // What was kept for some is shown to no others; that it is shown to nobody from now on takes nothing.
            ("reveal", new.reveal.is_some() && old.reveal != new.reveal),
        ];
        let kept = kept.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name);
        let checks = changed(before, self).checks.into_iter().map(|rule| match rule {
            RowRule::Given => "required",
            RowRule::Unique => "unique",
            RowRule::Bounds => "min, max, above, first, last",
            RowRule::Digits => "digits",
            RowRule::Length => "min_length, max_length",
            RowRule::Pattern => "pattern",
            RowRule::Form | RowRule::NoneDeleted => "kind",
            RowRule::Choices => "choices",
            RowRule::Currency => "currency",
        });
        let mut names: Vec<&str> = kept.collect();
        names.extend(checks);
        names.dedup();
        names
    }
}

impl Changed {
    fn check(&mut self, rule: RowRule) {
        if !self.checks.contains(&rule) {
            self.checks.push(rule);
        }
    }

    fn kind(&mut self, old: &FieldDefinition, new: &FieldDefinition) {
        use FieldKind::{LongText, Text};
        if old.kind != new.kind {
            // A long text may have lines, which no other text has.
            let free =
                new.kind == LongText || (new.kind == Text && old.kind != LongText && old.kind != FieldKind::Condition);
            let text = matches!(new.kind.family(), KindFamily::Text | KindFamily::Word);
            if (text || new.kind == FieldKind::Condition) && !free {
                self.check(RowRule::Form);
            } else {
                self.wider.push("kind");
            }
        }
        let number = |own: &FieldDefinition| own.kind.family() == KindFamily::Number;
        if number(old) && number(new) {
            let scale = |own: &FieldDefinition| if own.kind == FieldKind::Integer { 0 } else { own.scale() };
            if scale(new) < scale(old) {
                self.check(RowRule::Digits);
            }
            if scale(new) > scale(old) && !fits(old, scale(new)) {
                self.check(RowRule::Bounds);
            }
        }
        match (old.currency, new.currency) {
            (Some(_), None) => self.wider.push("currency"),
            (old, Some(new)) if old != Some(new) => self.check(RowRule::Currency),
            _ => {}
        }
    }

    fn lengths(&mut self, old: &FieldDefinition, new: &FieldDefinition) {
        let (least, most) = (old.min_length.unwrap_or(0), old.longest());
        let (new_least, new_most) = (new.min_length.unwrap_or(0), new.longest());
        if new_least > least || new_most < most {
            self.check(RowRule::Length);
        }
        if new_least < least {
            self.wider.push("min_length");
        }
        if new_most > most {
            self.wider.push("max_length");
        }
    }

    fn pattern(&mut self, old: &FieldDefinition, new: &FieldDefinition) {
        match (&old.pattern, &new.pattern) {
            (Some(_), None) => self.wider.push("pattern"),
            (old, new) if new.is_some() && old != new => self.check(RowRule::Pattern),
            _ => {}
        }
    }

    fn bounds(&mut self, old: &FieldDefinition, new: &FieldDefinition) {
        let least = |own: &FieldDefinition| own.min.map(|own| (own, false)).or(own.above.map(|own| (own, true)));
        let name = if old.above.is_some() { "above" } else { "min" };
        self.bound(name, least(old), least(new), |old, new| new > old);
        self.bound("max", old.max, new.max, |old, new| new < old);
        self.bound("first", old.first, new.first, |old, new| new > old);
        self.bound("last", old.last, new.last, |old, new| new < old);
    }

    fn bound<T: PartialEq + Copy>(
        &mut self,
        name: &'static str,
        old: Option<T>,
        new: Option<T>,
        tighter: impl Fn(T, T) -> bool,
    ) {
        match (old, new) {
            (Some(_), None) => self.wider.push(name),
            (None, Some(_)) => self.check(RowRule::Bounds),
            (Some(old), Some(new)) if tighter(old, new) => self.check(RowRule::Bounds),
            (Some(old), Some(new)) if old != new => self.wider.push(name),
            _ => {}
        }
    }

    fn choices(&mut self, old: &FieldDefinition, new: &FieldDefinition) {
        if old.kind != FieldKind::Choice || new.kind != FieldKind::Choice {
            return;
        }
        if old.choices.iter().any(|choice| !new.choices.contains(choice)) {
            self.check(RowRule::Choices);
        }
        if new.choices.iter().any(|choice| !old.choices.contains(choice)) {
            self.wider.push("choices");
        }
    }
}

/// Whether every number within the bounds of a field is kept with so many digits behind the point.
fn fits(field: &FieldDefinition, digits: u8) -> bool {
    let kept = |bound: Decimal| {
        let units = bound.units(digits.into());
        units.is_some_and(|units| units.abs() <= i128::from(GREATEST_UNITS))
    };
    field.min.or(field.above).is_some_and(kept) && field.max.is_some_and(kept)
}
