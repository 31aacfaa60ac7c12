use super::ask::{Ask, HeadsOfAge};
use crate::fault::many;
use crate::rates::compiled::grid::Units;
use crate::rates::definition::{AgeRange, Counted, PartyMatch, People, Per};
use crate::{Code, Reason};

/// A limit on how many people there may be.
pub(super) struct Limit {
    /// What is counted: an adult, a child or a person.
    noun: &'static str,
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
        let Limit { noun, field, count, .. } = self;
        if let Some(most) = self.most.filter(|most| count > most) {
            let message = format!("at most {}; the party has {count}", many(most, noun));
            let reason = Reason::new(Code::RatesOccupancyExceeded, *field, message);
            let reason = reason.with("allowed", most).with("requested", count);
            return Some(reason.with("counted", noun));
        }
        let least = self.least.filter(|least| count < least)?;
        let message = format!("at least {}; the party has {count}", many(least, noun));
        let reason = Reason::new(Code::RatesOccupancy, *field, message);
        let reason = reason.with("required", least).with("requested", count);
        Some(reason.with("counted", noun))
    }
}

/// The limits on people, and how many the party has.
pub(super) fn limits(people: &People, ask: &Ask<'_>) -> [Limit; 3] {
    let (adults, children) = match people.counted {
        Counted::AsTheyPay => (ask.party.adults, ask.party.children),
        Counted::AsTheyCome => ask.as_they_come(),
    };
    let limit = |noun, field, count, least, most| Limit {
        noun,
        field,
        count,
        least,
        most,
    };
    [
        limit(
            "person",
            "/adults",
            ask.party.people(),
            people.min_people,
            people.max_people,
        ),
        limit("adult", "/adults", adults, people.min_adults, people.max_adults),
        limit("child", "/children", children, people.min_children, people.max_children),
    ]
}

impl PartyMatch {
    /// Whether a party is of this size, and of these ages.
    pub(crate) fn matches(&self, ask: &Ask<'_>) -> bool {
        let party = &ask.party;
        self.min_adults.is_none_or(|least| party.adults >= least)
            && self.max_adults.is_none_or(|most| party.adults <= most)
            && self.min_children.is_none_or(|least| party.children >= least)
            && self.max_children.is_none_or(|most| party.children <= most)
            && (self.ages.is_empty() || self.matches_ages(ask.heads()))
    }
}

impl PartyMatch {
    fn matches_ages(&self, heads: &[HeadsOfAge]) -> bool {
        let before = |place: usize| {
            place
                .checked_sub(1)
                .and_then(|last| heads.get(last))
                .map_or(0, |last| last.up_to)
        };
        self.ages.iter().all(|wanted| {
            let younger = heads.partition_point(|one| one.age < wanted.min_age);
            let up_to = heads.partition_point(|one| one.age <= wanted.max_age);
            before(up_to).saturating_sub(before(younger)) >= wanted.at_least
        })
    }
}

/// How many heads or units a charge counts, before rooms and nights; pieces are counted elsewhere.
pub(super) fn heads(per: Per, ask: &Ask<'_>, exempt: &[AgeRange]) -> u16 {
    let exempt_of = |grown: bool| {
        if exempt.is_empty() {
            return 0;
        }
        let is_exempt = |age: u8| exempt.iter().any(|range| range.contains(age));
        let of = ask.heads().iter();
        let of = of.filter(|one| one.band.is_none() == grown && is_exempt(one.age));
        of.fold(0_u16, |sum, one| sum.saturating_add(one.count))
    };
    let adults = || ask.party.adults.saturating_sub(exempt_of(true));
    let children = || ask.party.children.saturating_sub(exempt_of(false));
    match per {
        Per::Night | Per::Stay | Per::Item | Per::ItemNight => 1,
        Per::Adult | Per::AdultNight => adults(),
        Per::Child | Per::ChildNight => children(),
        Per::Person | Per::PersonNight => adults().saturating_add(children()),
    }
}

/// Those who pay a price by age, adults and the oldest children first: how many pay how much.
pub(super) fn heads_by_age(per: Per, ask: &Ask<'_>, adult: Units, prices: &[Units]) -> Vec<(Units, u16)> {
    let mut groups: Vec<(Units, u16)> = Vec::new();
    let mut add = |amount: Units, count: u16| match groups.iter_mut().find(|(known, _)| *known == amount) {
        Some((_, sum)) => *sum = sum.saturating_add(count),
        None => groups.push((amount, count)),
    };
    if !matches!(per, Per::Child | Per::ChildNight) && ask.party.adults > 0 {
        add(adult, ask.party.adults);
    }
    if !matches!(per, Per::Adult | Per::AdultNight) {
        // The older an age, the later its band.
        for one in ask.heads().iter().rev() {
            if let Some(band) = one.band {
                add(prices.get(usize::from(band)).copied().unwrap_or(adult), one.count);
            }
        }
    }
    groups
}
