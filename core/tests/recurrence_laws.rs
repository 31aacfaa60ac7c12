//! The laws of recurrence, over rules nobody thought of, against a reference that walks day by day and minute by minute
//! and counts on its way, as the text of RFC 5545 describes it.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use ratebook::time::{Day, Instant, LocalTime, Occurrence, Recurrence, Span, TimeOfDay, Weekday, Zone};

const ZONES: [&str; 7] = [
    "UTC",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Kolkata",
];
const FREQUENCIES: [&str; 6] = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"];
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

#[derive(Clone, Debug)]
struct Parts {
    frequency: &'static str,
    interval: usize,
    count: Option<usize>,
    week_start: usize,
    months: Vec<i32>,
    weeks: Vec<i32>,
    year_days: Vec<i32>,
    month_days: Vec<i32>,
    weekdays: Vec<(i32, usize)>,
    hours: Vec<i32>,
    minutes: Vec<i32>,
    positions: Vec<i32>,
}

impl Parts {
    /// The rule as RFC 5545 writes it.
    fn text(&self) -> String {
        let week_start = WEEKDAYS.get(self.week_start).unwrap();
        let mut text = format!("FREQ={};INTERVAL={};WKST={week_start}", self.frequency, self.interval);
        if let Some(count) = self.count {
            text += &format!(";COUNT={count}");
        }
        let named = |(number, weekday): &(i32, usize)| {
            let weekday = WEEKDAYS.get(*weekday).unwrap();
            if *number == 0 {
                (*weekday).to_owned()
            } else {
                format!("{number}{weekday}")
            }
        };
        let numbers = |list: &[i32]| list.iter().map(i32::to_string).collect::<Vec<_>>();
        for (name, values) in [
            ("BYMONTH", numbers(&self.months)),
            ("BYWEEKNO", numbers(&self.weeks)),
            ("BYYEARDAY", numbers(&self.year_days)),
            ("BYMONTHDAY", numbers(&self.month_days)),
            ("BYDAY", self.weekdays.iter().map(named).collect()),
            ("BYHOUR", numbers(&self.hours)),
            ("BYMINUTE", numbers(&self.minutes)),
            ("BYSETPOS", numbers(&self.positions)),
        ] {
            if !values.is_empty() {
                text += &format!(";{name}={}", values.join(","));
            }
        }
        text
    }

    /// Takes away what the RFC forbids.
    fn allowed(mut self) -> Parts {
        let frequency = self.frequency;
        if frequency != "YEARLY" {
            self.weeks.clear();
        }
        if ["MONTHLY", "WEEKLY", "DAILY"].contains(&frequency) {
            self.year_days.clear();
        }
        if frequency == "WEEKLY" {
            self.month_days.clear();
        }
        if !["MONTHLY", "YEARLY"].contains(&frequency) || !self.weeks.is_empty() {
            self.weekdays.iter_mut().for_each(|(number, _)| *number = 0);
        }
        let lists = [
            &self.months,
            &self.weeks,
            &self.year_days,
            &self.month_days,
            &self.hours,
            &self.minutes,
        ];
        if lists.iter().all(|list| list.is_empty()) && self.weekdays.is_empty() {
            self.positions.clear();
        }
        self
    }

    /// How many days the reference walks.
    fn horizon(&self) -> i32 {
        match self.frequency {
            "YEARLY" => 3_300,
            "MONTHLY" => 1_100,
            "WEEKLY" => 400,
            "DAILY" => 200,
            "HOURLY" => 20,
            _ => 3,
        }
    }
}

fn sometimes(values: Vec<i32>, most: usize) -> impl Strategy<Value = Vec<i32>> {
    prop_oneof![2 => Just(Vec::new()), 1 => subsequence(values, 1..=most)]
}

fn parts() -> impl Strategy<Value = Parts> {
    let number = select(vec![0, 0, 1, 2, -1, -2, 5, 20, -20, 53]);
    let weekdays = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec((number, 0_usize..7), 1..4),
    ];
    let days = (
        sometimes((1..=12).collect(), 6),
        sometimes(vec![1, 2, 20, 52, 53, -1, -2, -53], 3),
        sometimes(vec![1, 59, 60, 61, 200, 365, 366, -1, -60, -366], 4),
        sometimes(vec![1, 13, 28, 29, 30, 31, -1, -3, -29, -31], 4),
        weekdays,
    );
    let times = (
        sometimes((0..24).collect(), 5),
        sometimes(vec![0, 1, 20, 30, 59], 3),
        sometimes(vec![1, 2, 3, 7, -1, -2, -5], 3),
    );
    let paces = (
        select(FREQUENCIES.to_vec()),
        1_usize..8,
        prop::option::of(1_usize..30),
        0_usize..7,
    );
    (paces, days, times).prop_map(|(paces, days, times)| {
        let (frequency, interval, count, week_start) = paces;
        let (months, weeks, year_days, month_days, weekdays) = days;
        let (hours, minutes, positions) = times;
        let parts = Parts {
            frequency,
            interval,
            count,
            week_start,
            months,
            weeks,
            year_days,
            month_days,
            weekdays,
            hours,
            minutes,
            positions,
        };
        parts.allowed()
    })
}

/// A zone and a whole minute of the years 1990 to 2030, often close to a change of clocks.
fn place() -> impl Strategy<Value = (Zone, LocalTime)> {
    (
        select(ZONES.to_vec()),
        10_500_000_i64..31_500_000,
        any::<bool>(),
        0_i64..5_000,
    )
        .prop_map(|(zone, minute, near, before)| {
            let zone: Zone = zone.parse().unwrap();
            let instant = Instant::from_microseconds(minute * 60_000_000).unwrap();
            let change = zone.next_change(instant).filter(|_| near).unwrap_or(instant);
            let (day, time) = zone.local(change.plus_seconds(-before * 60).unwrap());
            let time = TimeOfDay::from_seconds(time.seconds() / 60 * 60).unwrap();
            (zone, LocalTime { day, time })
        })
}

fn days_where(first: Day, wanted: impl Fn(Day) -> bool) -> Vec<Day> {
    let days = (0..800).filter_map(|late| first.plus(late));
    days.skip_while(|day| !wanted(*day))
        .take_while(|day| wanted(*day))
        .collect()
}

fn year_of(day: Day) -> Vec<Day> {
    let year = day.ymd().0;
    days_where(day.plus(-366).unwrap(), |day| day.ymd().0 == year)
}

fn month_of(day: Day) -> Vec<Day> {
    let (year, month, _) = day.ymd();
    days_where(day.plus(-31).unwrap(), |day| {
        (day.ymd().0, day.ymd().1) == (year, month)
    })
}

/// Whether the day is one of the numbered ones of a list, numbers below zero counted from the end.
fn numbered(days: &[Day], numbers: &[i32], day: Day) -> bool {
    numbers.iter().any(|number| {
        let place = usize::try_from(number.unsigned_abs()).unwrap() - 1;
        let found = if *number > 0 {
            days.get(place)
        } else {
            days.iter().rev().nth(place)
        };
        found == Some(&day)
    })
}

/// The first days of a year's weeks: those weeks of which it has four days or more.
fn weeks_of(year: i32, week_start: usize) -> Vec<Day> {
    let days = (-7..373).filter_map(|late| Day::new(year, 1, 1).unwrap().plus(late));
    let own = |first: &Day| (0..7).filter(|late| first.plus(*late).unwrap().ymd().0 == year).count() >= 4;
    days.filter(|day| day.weekday() as usize == week_start)
        .filter(own)
        .collect()
}

fn week_first(day: Day, week_start: usize) -> Day {
    let mut first = day;
    while first.weekday() as usize != week_start {
        first = first.plus(-1).unwrap();
    }
    first
}

fn day_fits(parts: &Parts, start: Day, day: Day) -> bool {
    let (_, month, of_month) = day.ymd();
    if !parts.months.is_empty() && !parts.months.contains(&(month as i32)) {
        return false;
    }
    if !parts.year_days.is_empty() && !numbered(&year_of(day), &parts.year_days, day) {
        return false;
    }
    if !parts.month_days.is_empty() && !numbered(&month_of(day), &parts.month_days, day) {
        return false;
    }
    let first = week_first(day, parts.week_start);
    let in_week = |year: i32| numbered(&weeks_of(year, parts.week_start), &parts.weeks, first);
    if !parts.weeks.is_empty() && !(day.ymd().0 - 1..=day.ymd().0 + 1).any(in_week) {
        return false;
    }
    let weekday_fits = |(number, weekday): &(i32, usize)| {
        let all = if parts.frequency == "YEARLY" && parts.months.is_empty() {
            year_of(day)
        } else {
            month_of(day)
        };
        let same: Vec<Day> = all
            .into_iter()
            .filter(|day| day.weekday() as usize == *weekday)
            .collect();
        day.weekday() as usize == *weekday && (*number == 0 || numbered(&same, &[*number], day))
    };
    if !parts.weekdays.is_empty() && !parts.weekdays.iter().any(weekday_fits) {
        return false;
    }
    if !parts.weekdays.is_empty() || !parts.month_days.is_empty() || !parts.year_days.is_empty() {
        return true;
    }
    // No part says which day: it is the start's.
    let (_, start_month, start_of_month) = start.ymd();
    match parts.frequency {
        "YEARLY" if !parts.weeks.is_empty() => day.weekday() == start.weekday(),
        "YEARLY" => of_month == start_of_month && (!parts.months.is_empty() || month == start_month),
        "MONTHLY" => of_month == start_of_month,
        "WEEKLY" => day.weekday() == start.weekday(),
        _ => true,
    }
}

/// The local times of a rule, walked through in order.
fn model(parts: &Parts, start: LocalTime) -> Vec<LocalTime> {
    let begin = match parts.frequency {
        "YEARLY" => *year_of(start.day).first().unwrap(),
        "MONTHLY" => *month_of(start.day).first().unwrap(),
        "WEEKLY" => week_first(start.day, parts.week_start),
        _ => start.day,
    };
    let start_minute = (start.time.seconds() / 60) as i32;
    let of = |list: &[i32], value: i32, open: bool| if list.is_empty() { open } else { list.contains(&value) };
    let mut sets: Vec<Vec<LocalTime>> = Vec::new();
    // Periods are numbered as they are passed; the one that holds the start is the first.
    let (mut period, mut last_key) = (0_usize, None);
    for day in (0..parts.horizon()).filter_map(|late| begin.plus(late)) {
        let fits = day_fits(parts, start.day, day);
        for minute in 0..1_440 {
            let (hour, past) = (minute / 60, minute % 60);
            let (fine, finest) = (parts.frequency == "HOURLY", parts.frequency == "MINUTELY");
            if day == begin && ((fine && hour < start_minute / 60) || (finest && minute < start_minute)) {
                continue;
            }
            let (year, month, _) = day.ymd();
            let key = match parts.frequency {
                "YEARLY" => (year, 0, 0),
                "MONTHLY" => (year, month as i32, 0),
                "WEEKLY" => (week_first(day, parts.week_start).number(), 0, 0),
                "DAILY" => (day.number(), 0, 0),
                "HOURLY" => (day.number(), hour, 0),
                _ => (day.number(), hour, past),
            };
            if last_key != Some(key) {
                period += usize::from(last_key.is_some());
                last_key = Some(key);
                sets.push(Vec::new());
            }
            let wanted = fits
                && period.is_multiple_of(parts.interval)
                && of(&parts.hours, hour, fine || finest || hour == start_minute / 60)
                && of(&parts.minutes, past, finest || past == start_minute % 60);
            if wanted {
                let time = TimeOfDay::from_seconds(minute as u32 * 60).unwrap();
                sets.last_mut().unwrap().push(LocalTime { day, time });
            }
            if !fits && !fine && !finest {
                break;
            }
        }
    }
    let picked = |set: Vec<LocalTime>| -> Vec<LocalTime> {
        let of_place = |index: usize| {
            let (from_start, from_end) = (index as i32 + 1, index as i32 - set.len() as i32);
            parts.positions.is_empty() || parts.positions.contains(&from_start) || parts.positions.contains(&from_end)
        };
        set.iter()
            .enumerate()
            .filter(|(index, _)| of_place(*index))
            .map(|(_, local)| *local)
            .collect()
    };
    let all = sets.into_iter().flat_map(picked).filter(|local| *local >= start);
    all.take(parts.count.unwrap_or(usize::MAX)).collect()
}

fn moments(zone: &Zone, locals: &[LocalTime]) -> BTreeSet<Instant> {
    locals
        .iter()
        .map(|local| zone.resolve(local.day, local.time).unwrap().instant())
        .collect()
}

fn recurrence(start: LocalTime, rule: String) -> Recurrence {
    Recurrence::new(start).with_rule(rule)
}

fn asked(recurrence: &Recurrence, zone: &Zone, span: Span) -> Vec<Occurrence> {
    recurrence
        .occurrences(zone, Some(span))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rules_agree_with_a_walk_through_the_calendar(
        (zone, start) in place(), parts in parts(), from in 0_i64..1_000, to in 0_i64..1_000,
    ) {
        let begin = zone.resolve(start.day, start.time).unwrap().instant();
        // The last periods of the walk may be cut off.
        let seconds = i64::from(parts.horizon() - 370 * i32::from(parts.frequency == "YEARLY") - 2) * 86_400
            - i64::from(parts.frequency == "MONTHLY") * 32 * 86_400
            - i64::from(parts.frequency == "WEEKLY") * 7 * 86_400;
        let whole = Span::new(begin, begin.plus_seconds(seconds * 8 / 10).unwrap()).unwrap();
        let (from, to) = (from.min(to), from.max(to) + 1);
        let at = |share: i64| begin.plus_seconds(whole.seconds() * share / 1_001).unwrap();
        let recurrence = recurrence(start, parts.text());
        let expected = moments(&zone, &model(&parts, start));
        for span in [whole, Span::new(at(from), at(to)).unwrap()] {
            let found = asked(&recurrence, &zone, span);
            let wanted: Vec<Instant> = expected.range(span.start..span.end).copied().collect();
            let instants: Vec<Instant> = found.iter().map(|occurrence| occurrence.instant).collect();
            prop_assert_eq!(instants, wanted, "{} from {:?} in {}", parts.text(), start, zone);
            for occurrence in found {
                prop_assert_eq!(zone.local(occurrence.instant), (occurrence.day, occurrence.time));
            }
        }
    }

    #[test]
    fn what_is_left_out_and_added_is_arithmetic_of_sets(
        (zone, start) in place(), parts in parts(),
        out in prop::collection::vec(0_usize..40, 0..5), days in prop::collection::vec(0_i32..40, 0..3),
        added in prop::collection::vec((0_i32..40, 0_u32..1_440), 0..5),
    ) {
        let begin = zone.resolve(start.day, start.time).unwrap().instant();
        let span = Span::new(begin.plus_seconds(-86_400).unwrap(), begin.plus_seconds(40 * 86_400).unwrap()).unwrap();
        let plain = recurrence(start, parts.text());
        let given = asked(&plain, &zone, span);
        let excluded = out.iter().filter_map(|index| given.get(*index));
        let full = plain.with_excluded(excluded.map(|occurrence| LocalTime { day: occurrence.day, time: occurrence.time })).with_excluded_days(days.iter().map(|late| start.day.plus(*late).unwrap())).with_added(added.iter().map(|(late, minute)| LocalTime {
                day: start.day.plus(*late).unwrap(), time: TimeOfDay::from_seconds(minute * 60).unwrap(),
            }));
        let mut wanted: BTreeSet<Instant> = given.iter().map(|occurrence| occurrence.instant).collect();
        wanted.extend(moments(&zone, &full.added).range(span.start..span.end));
        let gone = moments(&zone, &full.excluded);
        let stays = |instant: &&Instant| !gone.contains(instant) && !full.excluded_days.contains(&zone.day_of(**instant));
        let wanted: Vec<Instant> = wanted.iter().filter(stays).copied().collect();
        // A day that the zone skipped takes what was meant for it away, though clocks show the next one then.
        prop_assume!(full.excluded_days.iter().all(|day| zone.has(*day)));
        let found: Vec<Instant> = asked(&full, &zone, span).iter().map(|occurrence| occurrence.instant).collect();
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn no_text_stops_the_engine(text in "((FREQ|BYDAY|BYSETPOS|COUNT|UNTIL|INTERVAL|BYHOUR|BYWEEKNO|\\PC{0,4})=?(DAILY|YEARLY|[-+]?[0-9]{1,9}(T[0-9]{6}Z?)?|\\PC{0,6})[;,]?){0,6}") {
        let start = LocalTime { day: Day::new(2026, 5, 4).unwrap(), time: TimeOfDay::MIDNIGHT };
        let recurrence = recurrence(start, text);
        if let Ok(occurrences) = recurrence.occurrences(&Zone::UTC, None) {
            let _ = occurrences.take(20).count();
        }
    }
}

#[test]
fn weekdays_are_named_in_the_order_of_their_numbers() {
    for (name, weekday) in WEEKDAYS.iter().zip(Weekday::ALL) {
        assert!(weekday.to_string().to_uppercase().starts_with(name));
    }
}
