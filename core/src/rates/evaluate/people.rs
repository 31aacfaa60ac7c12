use super::ask::Ask;
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
            && self.ages.iter().all(|wanted| {
                let of_age = ask
                    .ages()
                    .filter(|(age, _)| (wanted.min_age..=wanted.max_age).contains(age));
                of_age.count() >= usize::from(wanted.at_least)
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
        let of = ask
            .ages()
            .filter(|(age, band)| band.is_none() == grown && is_exempt(*age));
        u16::try_from(of.count()).unwrap_or(u16::MAX)
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
        let mut bands: Vec<usize> = ask.ages().filter_map(|(_, band)| band).collect();
        bands.sort_unstable_by_key(|band| std::cmp::Reverse(*band));
        for band in bands {
            add(prices.get(band).copied().unwrap_or(adult), 1);
        }
    }
    groups
}
