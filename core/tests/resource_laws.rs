//! Laws of a resource's own rules: hours, exceptions, holidays, hire, grids, notice, the past. A model that knows nothing of the engine's
//! tables looks at every minute.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::Code;
use ratebook::calendar::definition::{Booking, Take, When};
use ratebook::calendar::{Availability, BookRequest, Calendar, CheckRequest, SlotsRequest};
use ratebook::time::{Day, Instant, Resolved, Span, TimeOfDay, Weekday, Zone};
use serde_json::{Value, json};

/// A window by minutes of the day; one that closes at or before it opens goes past midnight.
type Window = (Vec<Weekday>, u32, u32);

/// What a resource says, as plain numbers.
#[expect(clippy::struct_excessive_bools, reason = "each is a word of its own")]
#[derive(Clone, Debug)]
struct Rules {
    zone: Zone,
    first: Day,
    windows: Vec<Window>,
    /// The day after the first on which it differs, and how.
    exception: Option<(i32, Vec<Window>)>,
    holiday: Option<i32>,
    yearly: Option<i32>,
    merged: bool,
    hired: bool,
    step: u32,
    from_opening: bool,
    own_grid: bool,
    buffer: i64,
    notice: Option<i64>,
    past: bool,
    least: Option<i64>,
    most: Option<i64>,
    length_step: Option<i64>,
}

fn window() -> impl Strategy<Value = Window> {
    let days = prop::sample::subsequence(Weekday::ALL.to_vec(), 1..=7);
    let days = prop_oneof![2 => Just(Weekday::ALL.to_vec()), 1 => days];
    (days, 0..288_u32, 0..=288_u32).prop_map(|(days, opens, closes)| (days, opens * 5, closes * 5))
}

/// Places and days on which clocks change, or a day is missing, and one on which nothing happens.
fn place() -> impl Strategy<Value = (Zone, Day)> {
    let places = [
        ("Europe/Berlin", "2026-03-27"),
        ("Europe/Berlin", "2026-10-23"),
        ("Australia/Lord_Howe", "2026-04-03"),
        ("America/Sao_Paulo", "2018-11-02"),
        ("Pacific/Apia", "2011-12-28"),
        ("America/Havana", "2026-10-31"),
        ("UTC", "2026-05-03"),
    ];
    prop::sample::select(places.to_vec()).prop_map(|(zone, day)| (zone.parse().unwrap(), day.parse().unwrap()))
}

fn rules() -> impl Strategy<Value = Rules> {
    let windows = || prop::collection::vec(window(), 0..4);
    let whole = (0..288_u32, 0..=288_u32).prop_map(|(opens, closes)| (Weekday::ALL.to_vec(), opens * 5, closes * 5));
    let exceptional = prop::collection::vec(whole, 0..3);
    let hours = (
        windows(),
        prop::option::of((0..3_i32, exceptional)),
        prop::option::of(0..3_i32),
        prop::option::of(0..3_i32),
        any::<bool>(),
        any::<bool>(),
    );
    let grid = (
        prop::sample::select(vec![5_u32, 15, 45, 50, 60, 120]),
        any::<bool>(),
        any::<bool>(),
    );
    let limits = (
        prop::sample::select(vec![0_i64, 10, 45]),
        prop::option::of(0..1_500_i64),
        any::<bool>(),
        prop::option::of(prop::sample::select(vec![15_i64, 60, 90])),
        prop::option::of(prop::sample::select(vec![95_i64, 1_440, 2_000])),
        prop::option::of(prop::sample::select(vec![5_i64, 30, 720])),
    );
    (place(), hours, grid, limits).prop_map(|((zone, first), hours, grid, limits)| {
        let (windows, exception, holiday, yearly, merged, hired) = hours;
        let (step, from_opening, own_grid) = grid;
        let (buffer, notice, past, least, most, length_step) = limits;
        // Of midnight an own grid wants steps that divide an hour.
        let step = if own_grid && !from_opening && 60 % step != 0 {
            60
        } else {
            step
        };
        Rules {
            zone,
            first,
            windows,
            exception,
            holiday,
            yearly,
            merged,
            hired,
            step,
            from_opening,
            own_grid,
            buffer,
            notice,
            past,
            least,
            most,
            length_step,
        }
    })
}

fn clock(minutes: u32) -> TimeOfDay {
    TimeOfDay::from_seconds(minutes * 60).unwrap()
}

impl Rules {
    fn day(&self, late: i32) -> Day {
        self.first.plus(late).unwrap()
    }

    fn definition(&self) -> Value {
        let written = |windows: &[Window]| -> Vec<Value> {
            let one = |(days, opens, closes): &Window| json!({"weekdays": days, "opens": clock(*opens), "closes": clock(*closes)});
            windows.iter().map(one).collect()
        };
        let exceptions: Vec<Value> = self
            .exception
            .iter()
            .map(|(late, windows)| {
                let days = json!({"first": self.day(*late), "last": self.day(*late)});
                json!({"days": days, "windows": written(windows)})
            })
            .collect();
        let yearly = self.yearly.map(|late| {
            let (_, month, day) = self.day(late).ymd();
            json!({"month": month, "day": day})
        });
        let mut resource = json!({
            "id": "room", "zone": self.zone, "buffer_after_minutes": self.buffer, "past_bookings": self.past,
            "hours": {"windows": written(&self.windows), "exceptions": exceptions, "merge_overlaps": self.merged},
            "within_hours": if self.hired { "pick_up_and_return" } else { "whole" },
            "holidays": self.holiday.map(|late| self.day(late)).as_slice(),
            "yearly_holidays": yearly.as_slice(),
            "notice_minutes": self.notice, "min_minutes": self.least, "max_minutes": self.most,
            "length_step_minutes": self.length_step,
        });
        if self.own_grid {
            resource["grid"] = json!({"step_minutes": self.step, "counted": self.counted()});
        }
        json!({"resources": [resource]})
    }

    fn counted(&self) -> &'static str {
        if self.from_opening { "opening" } else { "midnight" }
    }

    /// What opens on a day, by the edges alone.
    fn opens_on(&self, day: Day) -> Vec<(Instant, Instant)> {
        let late = day.since(self.first);
        let exception = self.exception.as_ref().filter(|(on, _)| *on == late);
        let windows = match exception {
            Some((_, windows)) => windows,
            None if [self.holiday, self.yearly].contains(&Some(late)) => return Vec::new(),
            None => &self.windows,
        };
        let edge = |day: Day, minutes: u32| self.zone.resolve(day, clock(minutes)).unwrap().instant();
        let open = windows
            .iter()
            .filter(|(days, ..)| days.contains(&day.weekday()) && self.zone.has(day));
        let open = open.map(|(_, opens, closes)| {
            let closing = if closes > opens { day } else { day.next().unwrap() };
            (edge(day, *opens), edge(closing, *closes))
        });
        let mut open: Vec<_> = open.filter(|(opens, closes)| opens < closes).collect();
        open.sort_unstable();
        if !self.merged {
            return open;
        }
        let mut merged: Vec<(Instant, Instant)> = Vec::new();
        for (opens, closes) in open {
            match merged.last_mut().filter(|(_, last)| opens <= *last) {
                Some((_, last)) => *last = closes.max(*last),
                None => merged.push((opens, closes)),
            }
        }
        merged
    }
}

/// Every minute of two weeks and a half, open or not.
struct Minutes<'r> {
    rules: &'r Rules,
    /// The minute since 1970 that is counted from.
    zero: i64,
    /// How many minutes are open before each.
    open: Vec<i64>,
    opens: Vec<Instant>,
}

impl Minutes<'_> {
    fn of(rules: &Rules) -> Minutes<'_> {
        let minute = |at: Instant| at.seconds().div_euclid(60);
        let zero = minute(rules.zone.start_of(rules.day(-5)).unwrap());
        let mut shown = vec![false; 18 * 1_440];
        let mut opens = Vec::new();
        for (begins, ends) in (-4..=9).flat_map(|late| rules.opens_on(rules.day(late))) {
            for at in minute(begins)..minute(ends) {
                shown[usize::try_from(at - zero).unwrap()] = true;
            }
            opens.push(begins);
        }
        let counted = shown.iter().scan(0, |before, open| {
            *before += i64::from(*open);
            Some(*before)
        });
        let open = std::iter::once(0).chain(counted).collect();
        Minutes {
            rules,
            zero,
            open,
            opens,
        }
    }

    /// How many minutes are open of so many.
    fn open(&self, at: Instant, minutes: i64) -> i64 {
        let place = usize::try_from(at.seconds().div_euclid(60) - self.zero).unwrap();
        self.open[place + usize::try_from(minutes).unwrap()] - self.open[place]
    }

    fn is_open(&self, at: Instant) -> bool {
        self.open(at, 1) == 1
    }

    fn on_grid(&self, at: Instant) -> bool {
        let wall = |at: Instant| at.seconds() + i64::from(self.rules.zone.offset_at(at));
        let step = i64::from(self.rules.step) * 60;
        let opened = self
            .opens
            .iter()
            .filter(|opens| **opens <= at && self.rules.from_opening);
        match opened.max() {
            Some(opened) => (wall(at) - wall(*opened)).rem_euclid(step) == 0,
            None => wall(at).rem_euclid(86_400) % step == 0,
        }
    }

    /// Every code that stands against a booking, and none that does not.
    fn codes(&self, start: Instant, minutes: i64, now: Instant, taken: &[(Instant, Instant)]) -> Vec<Code> {
        let minute = |count: i64| start.plus_seconds(count * 60).unwrap();
        let (mut codes, rules) = (Vec::new(), self.rules);
        if rules.hired {
            let end = minute(minutes);
            let returned = self.is_open(end) || self.is_open(end.plus_seconds(-60).unwrap());
            codes.extend(
                [self.is_open(start), returned]
                    .iter()
                    .filter(|open| !**open)
                    .map(|_| Code::CalendarClosed),
            );
        } else if self.open(start, minutes) < minutes {
            codes.push(Code::CalendarClosed);
        }
        // Where it is closed, what the grid says does not matter.
        if rules.own_grid && self.is_open(start) && !self.on_grid(start) {
            codes.push(Code::CalendarGrid);
        }
        codes.extend(
            rules
                .least
                .filter(|least| minutes < *least)
                .map(|_| Code::CalendarTooShort),
        );
        codes.extend(rules.most.filter(|most| minutes > *most).map(|_| Code::CalendarTooLong));
        codes.extend(
            rules
                .length_step
                .filter(|step| minutes % step != 0)
                .map(|_| Code::CalendarLengthStep),
        );
        let ahead = start.microseconds_since(now);
        if ahead < 0 {
            codes.extend((!rules.past).then_some(Code::CalendarPast));
        } else {
            let soon = rules.notice.filter(|notice| ahead < notice * 60_000_000);
            codes.extend(soon.map(|_| Code::CalendarNotice));
        }
        let gap = rules.buffer * 60;
        let meets = |(begins, ends): &(Instant, Instant)| {
            *begins < minute(minutes).plus_seconds(gap).unwrap() && start < ends.plus_seconds(gap).unwrap()
        };
        let apart = |(begins, ends): &(Instant, Instant)| minute(minutes) <= *begins || *ends <= start;
        let against = |one| {
            if apart(one) {
                Code::CalendarBuffer
            } else {
                Code::CalendarBlocked
            }
        };
        codes.extend(taken.iter().filter(|one| meets(one)).map(against));
        codes
    }
}

fn check(calendar: &Calendar, now: Instant, start: Instant, minutes: i64) -> Availability {
    let end = start.plus_seconds(minutes * 60).unwrap();
    calendar
        .check(&CheckRequest::new(now, "room", When::Span(Span { start, end })))
        .unwrap()
}

/// A calendar with blocked time, and the rules that it has: hours that overlap are merged.
fn loaded(mut rules: Rules, blocked: &[(i64, i64)]) -> (Rules, Calendar, Vec<(Instant, Instant)>) {
    let calendar = Calendar::load(rules.definition()).unwrap_or_else(|error| {
        assert_eq!(error.code(), Code::DefinitionOverlap, "{error:?}");
        assert!(!rules.merged);
        rules.merged = true;
        Calendar::load(rules.definition()).unwrap()
    });
    let begins = rules.zone.start_of(rules.first).unwrap();
    let mut taken: Vec<(Instant, Instant)> = Vec::new();
    for (number, (start, length)) in blocked.iter().enumerate() {
        let start = begins.plus_seconds(start * 300).unwrap();
        let end = start.plus_seconds(length * 300).unwrap();
        if taken.iter().any(|(begins, ends)| *begins < end && start < *ends) {
            continue;
        }
        let when = When::Span(Span { start, end });
        let block = json!({"blocked": {"id": number.to_string(), "resource": "room", "when": when}});
        calendar.block(&serde_json::from_value(block).unwrap()).unwrap();
        taken.push((start, end));
    }
    (rules, calendar, taken)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// A start is offered exactly when nothing stands against it, `check` says why of every other, and what is free is booked.
    #[test]
    fn every_start_is_told_as_every_minute_says(
        rules in rules(), now in -300..1_200_i64, blocked in prop::collection::vec((0..900_i64, 1..60_i64), 0..6),
        minutes in prop::sample::select(vec![15_i64, 60, 90, 720, 1_440]), odd in 0..2_i64,
    ) {
        let (rules, calendar, taken) = loaded(rules, &blocked);
        let every = Minutes::of(&rules);
        let begins = rules.zone.start_of(rules.first).unwrap();
        let now = begins.plus_seconds(now * 300 + odd).unwrap();
        let last = rules.day(2);
        let request: SlotsRequest = serde_json::from_value(json!({
            "now": now, "days": {"first": rules.first, "last": last}, "minutes": minutes,
            "step_minutes": rules.step, "counted": rules.counted(),
        })).unwrap();
        let offered = calendar.slots(&request).unwrap().pop().unwrap();
        let refused = [Code::CalendarTooShort, Code::CalendarTooLong, Code::CalendarLengthStep];
        let never = every.codes(begins, minutes, now, &[]).iter().any(|code| refused.contains(code));
        prop_assert_eq!(offered.reasons.is_empty(), !never);
        let (mut free, mut start) = (Vec::new(), begins);
        let end = rules.zone.start_of(last.next().unwrap()).unwrap();
        while start < end {
            let mut expected = every.codes(start, minutes, now, &taken);
            let answer = check(&calendar, now, start, minutes);
            let told = answer.reasons.iter().map(|reason| reason.code);
            let mut told: Vec<Code> = told.filter(|code| *code != Code::CalendarGrid || every.is_open(start)).collect();
            told.sort_unstable_by_key(|code| code.as_str());
            expected.sort_unstable_by_key(|code| code.as_str());
            prop_assert_eq!(&told, &expected, "at {} of {:?}", start, answer);
            prop_assert_eq!(answer.free, expected.is_empty());
            if expected.is_empty() && (rules.own_grid || every.on_grid(start)) {
                free.push(start);
            }
            start = start.plus_seconds(300).unwrap();
        }
        let starts: Vec<Instant> = offered.slots.iter().map(|slot| slot.start).collect();
        // Every edge here lies on five minutes.
        prop_assert_eq!(&starts, &free);
        for start in starts.iter().step_by(7) {
            let end = start.plus_seconds(minutes * 60).unwrap();
            let take = Take::new("room", When::Span(Span { start: *start, end }));
            let booked = calendar.clone().book(&BookRequest::new(now, Booking::new("B", [take])));
            prop_assert!(booked.is_ok(), "{:?}", booked);
        }
    }

    /// What a slot tells as its longest booking can be booked, and nothing longer that would have been looked at.
    #[test]
    fn the_longest_booking_is_the_longest(
        rules in rules(), blocked in prop::collection::vec((0..900_i64, 1..60_i64), 0..4),
    ) {
        let rules = Rules { least: None, notice: None, ..rules };
        let (rules, calendar, taken) = loaded(rules, &blocked);
        let every = Minutes::of(&rules);
        let now = rules.zone.start_of(rules.first).unwrap();
        let step = rules.length_step.unwrap_or(5);
        let request: SlotsRequest = serde_json::from_value(json!({
            "now": now, "days": {"first": rules.first, "last": rules.first}, "minutes": rules.length_step.unwrap_or(15),
            "step_minutes": 60, "counted": rules.counted(),
        })).unwrap();
        let offered = calendar.slots(&request).unwrap().pop().unwrap();
        for slot in offered.slots.iter().step_by(5).take(4) {
            let longest = i64::from(slot.longest_minutes);
            prop_assert!(check(&calendar, now, slot.start, longest).free);
            let reach = rules.most.unwrap_or(1_440);
            let longer = (1..).map(|more| (longest / step + more) * step).take_while(|length| *length <= reach);
            for length in longer {
                prop_assert!(!every.codes(slot.start, length, now, &taken).is_empty(), "{} and {}", longest, length);
            }
        }
    }

    /// Nights: what is past, too soon or cut off, by the resource's own clock.
    #[test]
    fn a_night_is_sold_until_its_clock_says_no(
        (zone, first) in place(), now in -1_000..6_000_i64, nights in 1..3_i32, late in 0..4_i32,
        check_in in prop::option::of(0..=1_440_u32), cut_off in prop::option::of(0..=1_440_u32),
        notice in prop::option::of(0..3_000_i64), past in any::<bool>(),
    ) {
        let calendar = Calendar::load(json!({"resources": [{
            "id": "room", "zone": zone, "mode": "nights", "past_bookings": past, "notice_minutes": notice,
            "check_in_time": check_in.map(clock), "cut_off": cut_off.map(clock),
        }]})).unwrap();
        let now = zone.start_of(first).unwrap().plus_seconds(now * 60 + 1).unwrap();
        let (today, arrival) = (zone.day_of(now), first.plus(late).unwrap());
        let stay = json!({"stay": {"check_in": arrival, "check_out": arrival.plus(nights).unwrap()}});
        let request = CheckRequest::new(now, "room", serde_json::from_value(stay).unwrap());
        let answer = calendar.check(&request).unwrap();
        let mut expected = Vec::new();
        if arrival < today {
            expected.extend((!past).then_some(Code::CalendarPast));
        } else {
            let begins = match check_in {
                Some(time) => zone.resolve(arrival, clock(time)).unwrap().instant(),
                None => zone.start_of(arrival).unwrap(),
            };
            let soon = |notice: &i64| *notice > 0 && begins.microseconds_since(now) < notice * 60_000_000;
            expected.extend(notice.filter(soon).map(|_| Code::CalendarNotice));
            // It is over when clocks show no such time, nor an earlier one, today any more; one that they skip comes later by the gap.
            let after = |time: &u32| {
                let rest = (0..).map(|minute| now.plus_seconds(minute * 60).unwrap());
                let mut rest = rest.take_while(|moment| zone.day_of(*moment) == today);
                match zone.resolve(today, clock(*time)).unwrap() {
                    _ if *time == 1_440 || arrival != today => false,
                    Resolved::Gap(last) => last < now,
                    _ => rest.all(|moment| zone.local(moment).1 > clock(*time)),
                }
            };
            expected.extend(cut_off.filter(after).map(|_| Code::CalendarCutOff));
        }
        let told: Vec<Code> = answer.reasons.iter().map(|reason| reason.code).collect();
        prop_assert_eq!(told, expected, "{:?}", answer);
    }
}
