//! The laws of time, over moments, zones and hours nobody thought of, against models that count minute by minute.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::Code;
use ratebook::form::Pointer;
use ratebook::time::{
    BusinessCalendar, BusinessClock, Day, DayRange, Instant, Interval, IntervalUnit, MonthDay, OpeningException,
    OpeningHours, OpeningWindow, Resolved, Span, TimeOfDay, Weekday, Weekdays, Zone,
};
use serde_json::json;

const ZONES: [&str; 12] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Toronto",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Kathmandu",
];

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(ZONES.to_vec()).prop_map(|name| name.parse().unwrap())
}

/// Whole minutes of the years 1985 to 2035.
fn minute() -> impl Strategy<Value = Instant> {
    (7_900_000_i64..34_700_000).prop_map(|minutes| Instant::from_microseconds(minutes * 60_000_000).unwrap())
}

/// Moments close to a change of clocks, where there is one.
fn place() -> impl Strategy<Value = (Zone, Instant)> {
    (zone(), minute(), -2_000_i64..2_000, any::<bool>()).prop_map(|(zone, instant, minutes, near)| {
        let change = zone.next_change(instant).filter(|_| near).unwrap_or(instant);
        (zone, change.plus_seconds(minutes * 60).unwrap())
    })
}

fn weekdays() -> impl Strategy<Value = Weekdays> {
    prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7).prop_map(|days| days.into_iter().collect())
}

fn window() -> impl Strategy<Value = OpeningWindow> {
    let time = |minutes: u32| TimeOfDay::from_seconds(minutes * 60).unwrap();
    (weekdays(), 0_u32..1_440, 0_u32..=1_440).prop_map(move |(weekdays, opens, closes)| {
        OpeningWindow::new(time(opens), time(closes)).with_weekdays(weekdays)
    })
}

fn hours() -> impl Strategy<Value = OpeningHours> {
    let windows = || prop::collection::vec(window(), 0..4);
    let exception = (0_i32..5, 0_i32..3, windows());
    (windows(), prop::option::of(exception), 0_i32..20_000, any::<bool>()).prop_map(
        |(windows, exception, day, merge)| {
            let first = |late: i32| Day::from_number(day + late).unwrap();
            let exceptions = exception.map(|(late, more, windows)| {
                OpeningException::new(DayRange {
                    first: first(late),
                    last: first(late + more),
                })
                .with_windows(windows)
            });
            OpeningHours::new(windows)
                .with_exceptions(exceptions)
                .with_merge_overlaps(merge)
        },
    )
}

/// The same hours with their exceptions on days close to a moment.
fn close_to(hours: OpeningHours, day: Day) -> OpeningHours {
    let exceptions = hours.exceptions.iter().map(|exception| {
        let (length, late) = (
            exception.days.last.since(exception.days.first) + 1,
            exception.days.first.number() % 3,
        );
        let days = DayRange {
            first: day.plus(late).unwrap(),
            last: day.plus(late + length - 1).unwrap(),
        };
        OpeningException::new(days).with_windows(exception.windows.clone())
    });
    let exceptions: Vec<_> = exceptions.collect();
    hours.with_exceptions(exceptions)
}

/// Whether a day is a business day, told without the engine.
fn model_is_business_day(calendar: &BusinessCalendar, day: Day) -> bool {
    let hours = calendar.hours.as_ref().unwrap();
    if let Some(exception) = hours.exceptions.iter().find(|exception| exception.days.contains(day)) {
        return exception
            .windows
            .iter()
            .any(|window| window.weekdays.contains(day.weekday()));
    }
    let weekend = [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday());
    let off = match calendar.weekend {
        Some(off) => off.contains(day.weekday()),
        None => !hours.windows.iter().any(|window| {
            let named = window.weekdays.iter().count() < 7;
            if named {
                window.weekdays.contains(day.weekday())
            } else {
                !weekend
            }
        }),
    };
    let (_, month, of_month) = day.ymd();
    let yearly = |one: &MonthDay| (u32::from(one.month), u32::from(one.day)) == (month, of_month);
    !off && !calendar.holidays.contains(&day) && !calendar.yearly_holidays.iter().any(yearly)
}

/// A business calendar whose holidays and exceptions lie close to a day.
fn business_calendar(
    zone: Zone,
    day: Day,
    hours: OpeningHours,
    weekend: Option<Weekdays>,
    (holiday, yearly): (i32, i32),
) -> BusinessCalendar {
    let mut calendar = BusinessCalendar::new(zone)
        .with_holidays([day.plus(holiday).unwrap()])
        .with_hours(close_to(hours, day));
    let (_, month, of_month) = day.plus(yearly).unwrap().ymd();
    if (month, of_month) != (2, 28) {
        let one = json!({"month": month, "day": of_month});
        calendar.yearly_holidays = vec![serde_json::from_value(one).unwrap()];
    }
    calendar.weekend = weekend;
    calendar
}

fn minutes(span: Span) -> impl Iterator<Item = Instant> {
    let count = span.seconds() / 60;
    (0..count).map(move |minute| span.start.plus_seconds(minute * 60).unwrap())
}

fn span(start: Instant, minutes: i64) -> Span {
    Span::new(start, start.plus_seconds(minutes * 60).unwrap()).unwrap()
}

/// Whether a moment is open, told from each window's edges alone.
fn model_is_open(hours: &OpeningHours, zone: &Zone, instant: Instant, business: impl Fn(Day) -> bool) -> bool {
    let today = zone.day_of(instant);
    (-2..=2)
        .filter_map(|late| today.plus(late))
        .filter(|day| business(*day) && zone.has(*day))
        .any(|day| {
            let exception = hours.exceptions.iter().find(|exception| exception.days.contains(day));
            let windows = exception.map_or(&hours.windows, |exception| &exception.windows);
            let mut windows = windows.iter().filter(|window| window.weekdays.contains(day.weekday()));
            windows.any(|window| {
                let closing = if window.closes > window.opens {
                    day
                } else {
                    day.next().unwrap()
                };
                let edge = |day, time| zone.resolve(day, time).unwrap().instant();
                (edge(day, window.opens)..edge(closing, window.closes)).contains(&instant)
            })
        })
}

proptest! {
    #[test]
    fn clocks_lead_back_to_the_moment((zone, instant) in place()) {
        let (day, time) = zone.local(instant);
        match zone.resolve(day, time).unwrap() {
            Resolved::Exact(found) => prop_assert_eq!(found, instant),
            Resolved::Fold(first, second) => prop_assert!(first < second && [first, second].contains(&instant)),
            Resolved::Gap(_) => prop_assert!(false, "clocks showed {day} {time}, which they skip"),
        }
    }

    #[test]
    fn a_time_that_clocks_skip_moves_forward_by_the_gap((zone, instant) in place()) {
        let Some(change) = zone.next_change(instant) else { return Ok(()) };
        let shown = |(day, time): (Day, TimeOfDay)| i64::from(day.number()) * 86_400 + i64::from(time.seconds());
        let (day, time) = zone.local(change.plus_seconds(-1).unwrap());
        let skipped = TimeOfDay::from_seconds(time.seconds() + 1).unwrap();
        let gap = shown(zone.local(change)) - shown((day, skipped));
        if gap > 0 {
            prop_assert_eq!(zone.resolve(day, skipped), Some(Resolved::Gap(change)));
            let moved = zone.local(zone.resolve(day, skipped).unwrap().instant());
            prop_assert_eq!(shown(moved), shown((day, skipped)) + gap);
        }
    }

    #[test]
    fn days_follow_each_other((zone, instant) in place()) {
        let day = zone.day_of(instant);
        let (start, next) = (zone.start_of(day).unwrap(), zone.start_of(day.next().unwrap()).unwrap());
        prop_assert!(start <= next);
        prop_assert_eq!(zone.has(day), start < next);
        if zone.has(day) {
            prop_assert_eq!(zone.day_of(start), day);
            prop_assert!(zone.day_of(start.plus_seconds(-1).unwrap()) < day);
        }
    }

    #[test]
    fn instants_read_back(microseconds in -62_135_510_400_000_000_i64..253_402_207_200_000_000, zone in zone()) {
        let instant = Instant::from_microseconds(microseconds).unwrap();
        prop_assert_eq!(instant.to_string().parse::<Instant>().unwrap(), instant);
        let (day, time) = zone.local(instant);
        prop_assert!(day >= Day::FIRST && time < TimeOfDay::END);
    }

    #[test]
    fn opening_hours_agree_with_every_minute((zone, start) in place(), hours in hours(), length in 1_i64..3_000) {
        let span = span(start, length);
        let open = minutes(span).filter(|minute| model_is_open(&hours, &zone, *minute, |_| true)).count();
        prop_assert_eq!(hours.seconds_in(span, &zone), open as i64 * 60);
        for minute in minutes(span).step_by(97) {
            prop_assert_eq!(hours.is_open(minute, &zone), model_is_open(&hours, &zone, minute, |_| true));
        }
    }

    #[test]
    fn open_time_adds_up((zone, start) in place(), hours in hours(), first in 1_i64..3_000, second in 1_i64..3_000) {
        let (early, late) = (span(start, first), span(start.plus_seconds(first * 60).unwrap(), second));
        let whole = hours.seconds_in(span(start, first + second), &zone);
        prop_assert_eq!(hours.seconds_in(early, &zone) + hours.seconds_in(late, &zone), whole);
    }

    #[test]
    fn business_time_agrees_with_every_minute(
        (zone, start) in place(), hours in hours(), weekend in prop::option::of(weekdays()), length in 1_i64..4_000,
        holidays in (0_i32..3, 0_i32..3),
    ) {
        let calendar = business_calendar(zone.clone(), zone.day_of(start), hours, weekend, holidays);
        let span = span(start, length);
        let hours = calendar.hours.as_ref().unwrap();
        let open = |minute: &Instant| {
            model_is_open(hours, &calendar.zone, *minute, |day| model_is_business_day(&calendar, day))
        };
        let business: Vec<Instant> = minutes(span).filter(open).collect();
        prop_assert_eq!(calendar.seconds_in(span).unwrap(), business.len() as i64 * 60);
        if let Some(last) = business.last() {
            let end = calendar.add_seconds(start, business.len() as i64 * 60).unwrap();
            prop_assert_eq!(end, last.plus_seconds(60).unwrap());
        }
    }

    /// A clock that is made ready tells what the calendar does.
    #[test]
    fn a_business_clock_agrees_with_its_calendar(
        (zone, start) in place(), hours in hours(), weekend in prop::option::of(weekdays()), length in 1_i64..20_000,
        holidays in (0_i32..3, 0_i32..3),
    ) {
        let calendar = business_calendar(zone.clone(), zone.day_of(start), hours, weekend, holidays);
        let clock = BusinessClock::of(&calendar);
        prop_assume!(clock.is_ok());
        let (clock, span) = (clock.unwrap(), span(start, length));
        let passed = clock.passed_at(span.end).unwrap() - clock.passed_at(span.start).unwrap();
        prop_assert_eq!(passed, calendar.seconds_in(span).unwrap() * 1_000_000);
    }

    /// Hours that the weekend would hide are refused, and no others for that.
    #[test]
    fn no_hours_are_ignored(hours in hours(), weekend in weekdays()) {
        prop_assume!(weekend.iter().count() < 7);
        let hours = hours.with_exceptions(Vec::new()).with_merge_overlaps(true);
        let hidden = hours.windows.iter().any(|window| {
            window.weekdays.iter().count() < 7 && window.weekdays.iter().any(|day| weekend.contains(day))
        });
        let stated = BusinessCalendar::new(Zone::UTC).with_weekend(weekend).with_hours(hours.clone());
        let refused = stated.check(&Pointer::root()).iter().any(|reason| reason.code == Code::DefinitionConflict);
        prop_assert_eq!(refused, hidden);
        // Where no weekend is stated, a window of certain days of the week opens on each of them.
        let unstated = BusinessCalendar::new(Zone::UTC).with_hours(hours.clone());
        let named = hours.windows.iter().filter(|window| window.weekdays.iter().count() < 7);
        for weekday in named.flat_map(|window| window.weekdays.iter()) {
            let monday: Day = "2026-05-04".parse().unwrap();
            prop_assert!(unstated.is_business_day(monday.plus(weekday as i32).unwrap()));
        }
    }

    #[test]
    fn windows_that_pass_the_check_never_meet(hours in hours(), start in 0_i32..20_000) {
        let ordinary = hours.with_exceptions(Vec::new()).with_merge_overlaps(false);
        let monday = Day::from_number(start - (start + 3).rem_euclid(7)).unwrap();
        let days = DayRange { first: monday, last: monday.plus(13).unwrap() };
        let alone = |window: &OpeningWindow| {
            let one = OpeningHours::new([window.clone()]);
            one.spans(days, &Zone::UTC).into_iter().map(Span::seconds).sum::<i64>()
        };
        let apart: i64 = ordinary.windows.iter().map(alone).sum();
        let together: i64 = ordinary.spans(days, &Zone::UTC).into_iter().map(Span::seconds).sum();
        prop_assert_eq!(ordinary.check(&Pointer::root()).is_empty(), apart == together);
    }

    #[test]
    fn business_days_lead_back(day in 0_i32..20_000, count in 1_i32..500, weekend in weekdays()) {
        prop_assume!(weekend.iter().count() < 7);
        let calendar = BusinessCalendar::new(Zone::UTC).with_weekend(weekend);
        let start = calendar.add_days(Day::from_number(day).unwrap(), 0).unwrap();
        let end = calendar.add_days(start, count).unwrap();
        prop_assert_eq!(calendar.add_days(end, -count).unwrap(), start);
        let days = DayRange { first: start.next().unwrap(), last: end };
        prop_assert_eq!(calendar.count_days(days).unwrap(), count as u32);
    }

    #[test]
    fn periods_tile_the_calendar(
        anchor in -200_000_i32..200_000, day in -200_000_i32..200_000, count in 1_u16..40, unit in 0_usize..4,
    ) {
        let units = [IntervalUnit::Day, IntervalUnit::Week, IntervalUnit::Month, IntervalUnit::Year];
        let interval = Interval { unit: units[unit], count };
        let (anchor, day) = (Day::from_number(anchor).unwrap(), Day::from_number(day).unwrap());
        let number = interval.number_of(anchor, day).unwrap();
        let period = interval.period(anchor, number).unwrap();
        prop_assert!(period.contains(day));
        let next = interval.period(anchor, number + 1).unwrap();
        prop_assert_eq!(period.last.next(), Some(next.first));
        prop_assert_eq!(interval.number_of(anchor, next.first), Some(number + 1));
    }
}
