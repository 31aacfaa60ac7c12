//! What is told of a text that is no name, and of names that would be taken for one another.

use super::{Faults, Pointer, shortened};
use crate::names::{self, Known};
use crate::{Code, Reason, Result};

/// Why a text is no name, if it is none.
pub(crate) fn no_name(code: Code, what: &str, name: &str, place: impl Into<String>) -> Option<Reason> {
    let fault = names::fault(name)?;
    let message = match name {
        "" => format!("{what} {fault}"),
        _ => format!("{what}, `{}`, {fault}", shortened(name)),
    };
    Some(Reason::new(code, place, message))
}

/// Refuses a request whose text at a place is no name.
pub(crate) fn named(name: &str, place: &str) -> Result<()> {
    no_name(Code::RequestRange, "a name", name, place).map_or(Ok(()), |reason| Err(reason.into()))
}

/// That two names would be taken for one another.
pub(crate) fn alike(code: Code, name: &str, other: &str, place: impl Into<String>) -> Reason {
    let message = format!(
        "`{}` looks like `{}` but is written with other letters; choose a name that cannot be mistaken for it",
        shortened(name),
        shortened(other)
    );
    Reason::new(code, place, message).with("other", other)
}

/// Which of the names of a kind another one looks like.
pub(crate) fn like<'n>(name: &str, others: impl Iterator<Item = &'n str> + Clone) -> Option<String> {
    if name.is_ascii() && others.clone().all(str::is_ascii) {
        return None;
    }
    let mut known = Known::default();
    // That they look like each other is no matter of this one.
    others.for_each(|other| drop(known.add(other)));
    known.add(name)
}

/// The names of one kind that look like one before them and are not written like it, each with that one.
fn alike_among<'n, P>(names: impl Iterator<Item = (P, &'n str)> + Clone) -> Vec<(P, &'n str, String)> {
    // Names of ASCII alone never look like each other, and most lists have no others.
    if names.clone().all(|(_, name)| name.is_ascii()) {
        return Vec::new();
    }
    let mut known = Known::default();
    let alike = names.filter_map(|(place, name)| known.add(name).map(|other| (place, name, other)));
    alike.collect()
}

impl Faults {
    /// Reports every name of a kind that looks like one before it, at the place that belongs to it.
    pub(crate) fn look_alikes<'n, P>(
        &mut self,
        names: impl Iterator<Item = (P, &'n str)> + Clone,
        place: impl Fn(P) -> Pointer,
    ) {
        for (own, name, other) in alike_among(names) {
            self.add(alike(self.family().conflict(), name, &other, place(own)));
        }
    }

    /// The same for the entries of a list by a field of theirs, or by what lies below one, such as `promo/code`. An entry that
    /// has none looks like nothing.
    pub(crate) fn look_alikes_in<'n>(
        &mut self,
        list: &Pointer,
        field: &str,
        names: impl Iterator<Item = Option<&'n str>> + Clone,
    ) {
        let given = names.enumerate().filter_map(|(index, name)| Some((index, name?)));
        let place = |index: usize| Pointer::at(&format!("{}/{field}", list.join(index)));
        self.look_alikes(given, place);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::fault::Family;

    fn told(names: &[Option<&str>]) -> Vec<(Code, String, String)> {
        let mut faults = Faults::new(Family::Request);
        faults.look_alikes_in(&Pointer::at("/list"), "promo/code", names.iter().copied());
        let told = faults.into_reasons().into_iter();
        told.map(|reason| (reason.code, reason.path, reason.details["other"].to_string()))
            .collect()
    }

    #[test]
    fn what_looks_like_one_before_it_is_told_at_its_place() {
        assert_eq!(told(&[Some("cop"), None, Some("cop"), Some("C0P"), Some("COP")]), []);
        let expected = (
            Code::RequestConflict,
            "/list/3/promo/code".to_owned(),
            "\"cop\"".to_owned(),
        );
        assert_eq!(
            told(&[Some("x"), Some("cop"), None, Some("сор"), Some("сор.")]),
            [expected]
        );
    }

    #[test]
    fn one_name_is_compared_with_all_others_and_they_not_with_each_other() {
        let others = ["a", "cop", "сор"];
        assert_eq!(like("b", others.into_iter()), None);
        assert_eq!(like("сор", others.into_iter()).as_deref(), Some("cop"));
        assert_eq!(like("а", others.into_iter()).as_deref(), Some("a"));
        assert_eq!(like("COP", ["cop"].into_iter()), None);
    }

    /// The shortest of three times that so many names take, of which the last looks like them.
    fn seconds(count: usize) -> f64 {
        let names: Vec<String> = (0..count).map(|number| format!("name-{number}")).collect();
        let mut times = [0; 3].map(|_| {
            let begin = Instant::now();
            let mut faults = Faults::new(Family::Definition);
            let names = names.iter().map(String::as_str).chain(["nаme"]).enumerate();
            faults.look_alikes(names, |index| Pointer::root().join(index));
            assert!(faults.is_empty());
            begin.elapsed().as_secs_f64()
        });
        times.sort_by(f64::total_cmp);
        times[0]
    }

    #[test]
    fn many_names_take_time_by_their_number() {
        // Eight times as many: quadratic work would take sixty-four times as long.
        let (few, many) = (seconds(2_500), seconds(20_000));
        assert!(many < 24.0 * few, "{few} s for 2,500 and {many} s for 20,000");
    }
}
