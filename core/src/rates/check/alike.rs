use crate::fault::Pointer;
use crate::rates::definition::{Discount, DiscountRule};

use super::Check;

impl Check<'_> {
    /// Names of one kind are told apart by what they look like.
    pub(super) fn look_alikes(&mut self) {
        let (list, root) = (self.definition, Pointer::root());
        let tags = list.tags.iter().map(String::as_str).enumerate();
        self.faults.look_alikes(tags, |index| root.join("tags").join(index));
        let context = &list.context;
        for (field, names) in [
            ("customer_groups", &context.customer_groups),
            ("channels", &context.channels),
            ("countries", &context.countries),
        ] {
            let place = root.join("context").join(field);
            let names = names.iter().map(String::as_str).enumerate();
            self.faults.look_alikes(names, |index| place.join(index));
        }
        let mut kind = |list: &str, field: &str, names: &[Option<&str>]| {
            let names = names.iter().copied();
            self.faults.look_alikes_in(&Pointer::at(list), field, names);
        };
        kind("/seasons", "name", &each(&list.seasons, |one| Some(&one.name)));
        kind("/age_bands", "name", &each(&list.age_bands, |one| Some(&one.name)));
        kind("/supplements", "code", &each(&list.supplements, |one| Some(&one.code)));
        kind("/supplements", "name", &each(&list.supplements, |one| Some(&one.name)));
        kind("/discounts", "name", &each(&list.discounts, |one| Some(&one.name)));
        kind("/discounts", "group", &each(&list.discounts, |one| one.group.as_ref()));
        kind("/discounts", "rule/promo/code", &each(&list.discounts, promo));
        kind("/fees", "name", &each(&list.fees, |one| Some(&one.name)));
        kind("/taxes", "name", &each(&list.taxes, |one| Some(&one.name)));
        kind("/taxes", "category", &each(&list.taxes, |one| one.category.as_ref()));
        if let Some(hours) = &list.hours {
            kind("/hours/windows", "name", &each(&hours.windows, |one| Some(&one.name)));
            kind("/hours/blocks", "name", &each(&hours.blocks, |one| Some(&one.name)));
        }
    }
}

fn each<T>(list: &[T], name: impl Fn(&T) -> Option<&String>) -> Vec<Option<&str>> {
    list.iter().map(|one| name(one).map(String::as_str)).collect()
}

fn promo(discount: &Discount) -> Option<&String> {
    match &discount.rule {
        DiscountRule::Promo(promo) => Some(&promo.code),
        _ => None,
    }
}
