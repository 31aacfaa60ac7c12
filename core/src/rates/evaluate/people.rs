use crate::rates::compiled::bands::Party;
use crate::rates::definition::People;
use crate::{Code, Reason};

/// A limit on how many people there may be.
pub(super) struct Limit {
    what: &'static str,
    field: &'static str,
    count: u16,
    least: Option<u16>,
    most: Option<u16>,
}

impl Limit {
    /// Whether the party keeps to it.
    pub(super) fn holds(&self) -> bool {
        self.least.is_none_or(|least| self.count >= least) && self.most.is_none_or(|most| self.count <= most)
    }

    /// Why the party breaks it; nothing when it does not.
    pub(super) fn fault(&self) -> Option<Reason> {
        let Limit { what, field, count, .. } = self;
        if let Some(most) = self.most.filter(|most| count > most) {
            let message = format!("at most {most} {what}; the party has {count}");
            let reason = Reason::new(Code::RatesOccupancyExceeded, *field, message);
            return Some(reason.with("allowed", most).with("requested", count));
        }
        let least = self.least.filter(|least| count < least)?;
        let message = format!("at least {least} {what}; the party has {count}");
        let reason = Reason::new(Code::RatesOccupancy, *field, message);
        Some(reason.with("required", least).with("requested", count))
    }
}

/// The limits on people, and how many the party has.
pub(super) fn limits(people: &People, party: &Party) -> [Limit; 3] {
    let limit = |what, field, count, least, most| Limit {
        what,
        field,
        count,
        least,
        most,
    };
    [
        limit(
            "people",
            "/adults",
            party.people(),
            people.min_people,
            people.max_people,
        ),
        limit("adults", "/adults", party.adults, people.min_adults, people.max_adults),
        limit(
            "children",
            "/children",
            party.children,
            people.min_children,
            people.max_children,
        ),
    ]
}
