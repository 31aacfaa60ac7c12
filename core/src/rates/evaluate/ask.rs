use std::cell::OnceCell;

use smallvec::SmallVec;

use crate::rates::compiled::Compiled;
use crate::rates::compiled::bands::{Bands, Party};
use crate::rates::definition::{RateListDefinition, Unit};
use crate::rates::request::PriceRequest;
use crate::time::{Day, Instant, Zone, age_on};
use crate::{Code, Error, Reason, Result};

/// The longest stay that is priced: ten years.
pub(crate) const MAX_NIGHTS: i32 = 3_660;
/// The longest span of hours that is priced: 31 days.
pub(crate) const MAX_HOURS: i64 = 744;
/// The largest number of rooms or units in one request.
pub(crate) const MAX_QUANTITY: u32 = 1_000_000;
/// The largest party of one unit.
pub(crate) const MAX_PARTY: usize = 10_000;

/// Who is told by birth date and has reached this age comes as an adult.
const FULL_AGE: u8 = 18;

/// A request, understood.
#[derive(Debug)]
pub(crate) struct Ask<'r> {
    pub(crate) request: &'r PriceRequest,
    bands: &'r Bands,
    /// The arrival, or the first day of a service.
    pub(crate) arrival: Day,
    /// The departure, or the day after the last of a service.
    pub(crate) departure: Day,
    /// How many nights or days are priced: one for what is not priced by the night.
    pub(crate) units: usize,
    pub(crate) party: Party,
    /// How many units, given back or not.
    pub(crate) quantity: i64,
    pub(crate) booked_on: Option<Day>,
    /// The discounts of which the guest gave the promotion code, in their order.
    pub(crate) promos: Vec<usize>,
    /// The ages of those who are told by age, once somebody looks at them.
    heads: OnceCell<Heads>,
    /// The span of hours, for lists by the hour.
    pub(crate) span: Option<(Instant, Instant)>,
}

impl<'r> Ask<'r> {
    /// A request of which nothing is understood yet. What there is to know fills it where it stands: it is too large to be
    /// handed around.
    #[inline]
    pub(crate) fn of(request: &'r PriceRequest, compiled: &'r Compiled) -> Self {
        Ask {
            request,
            bands: &compiled.bands,
            arrival: Day::FIRST,
            departure: Day::FIRST,
            units: 1,
            party: Party::default(),
            quantity: i64::from(request.quantity).abs(),
            booked_on: None,
            promos: Vec::new(),
            heads: OnceCell::new(),
            span: None,
        }
    }

    /// Understands the request.
    pub(crate) fn understand(&mut self, definition: &RateListDefinition, compiled: &Compiled) -> Result<()> {
        let request = self.request;
        let (arrival, departure) = if definition.unit == Unit::Hour {
            let (start, end) = span(request)?;
            self.span = Some((start, end));
            days_of_span(definition, start, end)?
        } else {
            days(definition.unit, request)?
        };
        (self.arrival, self.departure) = (arrival, departure);
        let nights = departure.since(arrival);
        if nights > MAX_NIGHTS {
            let (noun, path) = match request.check_out {
                Some(_) => ("nights", "/check_out"),
                None => ("days", "/last"),
            };
            let message = format!("{nights} {noun}; at most {MAX_NIGHTS} are priced at once");
            let reason = Reason::new(Code::RequestRange, path, message);
            return Err(reason.with("nights", nights).with("limit", MAX_NIGHTS).into());
        }
        if definition.unit.is_daily() {
            self.units = usize::try_from(nights).unwrap_or(0);
        }
        if request.quantity == 0 || request.quantity.unsigned_abs() > MAX_QUANTITY {
            let message = format!(
                "a quantity of `{}` is not between 1 and {MAX_QUANTITY}, or -1 and -{MAX_QUANTITY} for what is given back",
                request.quantity
            );
            return Err(Error::new(Code::RequestRange, "/quantity", message));
        }
        self.booked_on = booked_on(definition, request);
        if self.booked_on.is_none() && compiled.looks_at_booking {
            let message = "the list has rules that look at the day of booking: give `booked_on` or `as_of`";
            return Err(Error::new(Code::RequestMissing, "/booked_on", message));
        }
        check_party(definition, request, arrival)?;
        let ages = ages(request, arrival);
        self.bands.sort(request.adults, ages, &mut self.party);
        if !request.promo_codes.is_empty() {
            self.promos = compiled.promos.given(request);
        }
        Ok(())
    }

    /// The age of each who is told by age, and the band that it lies in; none for who is an adult, by age or by what is paid.
    pub(crate) fn ages(&self) -> impl Iterator<Item = (u8, Option<usize>)> {
        let mut grown = self.party.grown.clone();
        ages(self.request, self.arrival).map(move |age| {
            let band = self.bands.band_of(age);
            (age, band.filter(|_| !grown.take(age)))
        })
    }

    /// The same by age, counted once: rules that look at ages cost what they are, however many children there are.
    pub(super) fn heads(&self) -> &[HeadsOfAge] {
        self.heads.get_or_init(|| heads_by_age(self.ages()))
    }

    /// How many adults and how many children there are, whatever they pay.
    pub(crate) fn as_they_come(&self) -> (u16, u16) {
        let request = self.request;
        let born = |birth: &&Day| age_on(**birth, self.arrival) < FULL_AGE;
        let young = request.birth_dates.iter().filter(born).count();
        let count = |heads: usize| u16::try_from(heads).unwrap_or(u16::MAX);
        (
            request.adults.saturating_add(count(request.birth_dates.len() - young)),
            count(request.children.len() + young),
        )
    }

    /// How many nights or days the stay has, whatever is priced.
    pub(crate) fn nights(&self) -> u32 {
        u32::try_from(self.departure.since(self.arrival)).unwrap_or(0)
    }

    /// Days between booking and arrival; negative when booked later.
    pub(crate) fn lead_days(&self) -> Option<i32> {
        self.booked_on.map(|booked_on| self.arrival.since(booked_on))
    }

    /// How many of an optional supplement were chosen.
    pub(crate) fn chosen(&self, code: &str) -> u32 {
        if self.request.supplements.is_empty() {
            0
        } else {
            self.request.supplements.get(code).copied().unwrap_or(0)
        }
    }
}

/// Those of an age, of whom all are in a band or none is.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeadsOfAge {
    pub(super) age: u8,
    /// The band; none for adults.
    pub(super) band: Option<u8>,
    pub(super) count: u16,
    /// How many there are of it and of those before.
    pub(super) up_to: u16,
}

/// Those who are told by age, the youngest first.
type Heads = SmallVec<[HeadsOfAge; 4]>;

fn heads_by_age(ages: impl Iterator<Item = (u8, Option<usize>)>) -> Heads {
    let mut each: SmallVec<[(u8, Option<u8>); 8]> = ages
        .map(|(age, band)| (age, band.and_then(|band| u8::try_from(band).ok())))
        .collect();
    each.sort_unstable();
    let (mut heads, mut up_to) = (Heads::new(), 0_u16);
    for alike in each.chunk_by(|one, other| one == other) {
        let count = u16::try_from(alike.len()).unwrap_or(u16::MAX);
        up_to = up_to.saturating_add(count);
        let of_age = |(age, band): &(u8, Option<u8>)| HeadsOfAge {
            age: *age,
            band: *band,
            count,
            up_to,
        };
        heads.extend(alike.first().map(of_age));
    }
    heads
}

/// The ages of those who are told by age.
fn ages(request: &PriceRequest, arrival: Day) -> impl Iterator<Item = u8> + Clone {
    let born = request.birth_dates.iter().map(move |birth| age_on(*birth, arrival));
    request.children.iter().copied().chain(born)
}

/// The span of hours of a request.
fn span(request: &PriceRequest) -> Result<(Instant, Instant)> {
    let days = [
        ("check_in", request.check_in),
        ("check_out", request.check_out),
        ("first", request.first),
        ("last", request.last),
    ];
    if let Some((field, _)) = days.iter().find(|(_, day)| day.is_some()) {
        let message = "the list prices hours: give `start` and `end`";
        return Err(Error::new(Code::RequestConflict, format!("/{field}"), message));
    }
    let missing = |field: &str| {
        Error::new(
            Code::RequestMissing,
            format!("/{field}"),
            "the list prices hours: give `start` and `end`",
        )
    };
    let start = request.start.ok_or_else(|| missing("start"))?;
    let end = request.end.ok_or_else(|| missing("end"))?;
    if end <= start {
        return Err(Error::new(
            Code::TimeReversed,
            "/end",
            format!("`{end}` is not after the start, `{start}`"),
        ));
    }
    let hours = end.microseconds_since(start) / 3_600_000_000;
    if hours > MAX_HOURS {
        let message = format!("{hours} hours; at most {MAX_HOURS} are priced at once");
        return Err(Reason::new(Code::RequestRange, "/end", message)
            .with("limit", MAX_HOURS)
            .into());
    }
    Ok((start, end))
}

const LAST_DAY: &str = "9999-12-31 is the last day there is; end before it";

/// The local day of the start, and the day after the local day of the last moment.
fn days_of_span(definition: &RateListDefinition, start: Instant, end: Instant) -> Result<(Day, Day)> {
    let zone = definition.zone.clone().unwrap_or(Zone::UTC);
    let last = Instant::from_microseconds(end.microseconds() - 1).map_or(end, |last| last);
    let after = zone.day_of(last).next();
    let too_late = || Error::new(Code::TimeOutOfRange, "/end", LAST_DAY);
    Ok((zone.day_of(start), after.ok_or_else(too_late)?))
}

/// The first day and the day after the last one.
fn days(unit: Unit, request: &PriceRequest) -> Result<(Day, Day)> {
    let missing = |field: &str, message: &str| Err(Error::new(Code::RequestMissing, format!("/{field}"), message));
    if request.start.is_some() || request.end.is_some() {
        let message = "the list does not price hours: give `check_in` and `check_out`, or `first` and `last`";
        let path = if request.start.is_some() { "/start" } else { "/end" };
        return Err(Error::new(Code::RequestConflict, path, message));
    }
    let (arrival, departure, end) = match (request.check_in, request.check_out, request.first, request.last) {
        (Some(check_in), Some(check_out), None, None) => (check_in, check_out, "check_out"),
        (None, None, Some(first), last) => {
            let after = last.unwrap_or(first).next();
            let end = if last.is_some() { "last" } else { "first" };
            let too_late = || Error::new(Code::TimeOutOfRange, format!("/{end}"), LAST_DAY);
            (first, after.ok_or_else(too_late)?, "last")
        }
        (Some(_), None, None, None) => return missing("check_out", "a stay needs the day of departure in `check_out`"),
        (None, Some(_), None, None) => return missing("check_in", "a stay needs the day of arrival in `check_in`"),
        (None, None, None, Some(_)) => return missing("first", "a service needs its first day in `first`"),
        (None, None, None, None) => {
            let message = "give `check_in` and `check_out` for a stay, or `first` and `last` for days of a service";
            return missing(if unit == Unit::Night { "check_in" } else { "first" }, message);
        }
        _ => {
            let message = "give either `check_in` and `check_out`, or `first` and `last`";
            let path = if request.first.is_some() { "/first" } else { "/last" };
            return Err(Error::new(Code::RequestConflict, path, message));
        }
    };
    if departure <= arrival {
        let message = match end {
            "last" => format!(
                "the last day, {}, comes before the first, {arrival}",
                request.last.unwrap_or(arrival)
            ),
            _ => format!("`{departure}` is not after the arrival on `{arrival}`"),
        };
        return Err(Error::new(Code::TimeReversed, format!("/{end}"), message));
    }
    Ok((arrival, departure))
}

fn booked_on(definition: &RateListDefinition, request: &PriceRequest) -> Option<Day> {
    request.booked_on.or_else(|| {
        let as_of = request.as_of?;
        Some(
            definition
                .zone
                .as_ref()
                .map_or_else(|| Zone::UTC.day_of(as_of), |zone| zone.day_of(as_of)),
        )
    })
}

#[inline]
fn check_party(definition: &RateListDefinition, request: &PriceRequest, arrival: Day) -> Result<()> {
    let heads = usize::from(request.adults) + request.children.len() + request.birth_dates.len();
    if heads > MAX_PARTY {
        let message = format!("a party of {heads} in one unit; at most {MAX_PARTY} are priced");
        return Err(Reason::new(Code::RequestRange, "/adults", message)
            .with("limit", MAX_PARTY)
            .into());
    }
    let needs_party = definition.prices.as_ref().is_some_and(|prices| {
        definition.unit == Unit::Night || definition.unit == Unit::Person || prices.base.is_none()
    });
    if heads == 0 && needs_party {
        let message = "the party is empty: give `adults`, `children` or `birth_dates`";
        return Err(Error::new(Code::RatesOccupancy, "/adults", message));
    }
    for (index, birth) in request.birth_dates.iter().enumerate() {
        if *birth > arrival {
            let message = format!("`{birth}` is after the arrival on `{arrival}`");
            return Err(Error::new(Code::RequestRange, format!("/birth_dates/{index}"), message));
        }
    }
    Ok(())
}
