//! Deadlines against a model that counts minute by minute, and that knows of zones no more than what their clocks show.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::flow::{
    DeadlineCase, DeadlineComplianceRequest, DeadlineEntry, DeadlineGrouping, DeadlinePolicy, DeadlineTrackRequest,
};
use ratebook::time::{BusinessCalendar, BusinessClock, Day, Instant, Span, Zone};
use serde_json::{Value, json};

const ZONES: [&str; 6] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
];
const DAY: i64 = 86_400;

fn at(seconds: i64) -> Instant {
    Instant::from_microseconds(seconds * 1_000_000).unwrap()
}

/// What clocks show, in seconds after 1970 on the wall.
fn shown(zone: &Zone, seconds: i64) -> i64 {
    let (day, time) = zone.local(at(seconds));
    i64::from(day.number()) * DAY + i64::from(time.seconds())
}

/// The first moment at which clocks show a time; where they skip it, later by the gap.
fn edge(zone: &Zone, wall: i64) -> i64 {
    let east = |around: i64| shown(zone, wall + around) - (wall + around);
    let (before, after) = (east(-2 * DAY), east(2 * DAY));
    let found = [before, after].map(|east| wall - east);
    let shows = found.into_iter().filter(|moment| shown(zone, *moment) == wall);
    shows.min().unwrap_or(wall - before)
}

fn minutes_of(time: &Value) -> i64 {
    let (hours, minutes) = time.as_str().unwrap().split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// 1970-01-01 was a Thursday.
fn weekday(day: Day) -> &'static str {
    WEEKDAYS[usize::try_from((day.number() + 3).rem_euclid(7)).unwrap()]
}

/// The days of the week on which a window opens, where it names some but not all of them.
fn named(window: &Value) -> Option<&Vec<Value>> {
    let weekdays = window.get("weekdays").and_then(Value::as_array);
    weekdays.filter(|weekdays| weekdays.len() < WEEKDAYS.len())
}

/// The days of the week off: those stated, else Saturday and Sunday, or the days that hours of certain days leave out.
fn weekend(calendar: &Value) -> Value {
    if let Some(stated) = calendar.get("weekend") {
        return stated.clone();
    }
    let windows = calendar.get("hours").map(|hours| hours["windows"].as_array().unwrap());
    let opens = |weekday: &str| {
        let usual = !["sat", "sun"].contains(&weekday);
        windows.map_or(usual, |windows| {
            let opens = |window| named(window).map_or(usual, |weekdays| weekdays.contains(&json!(weekday)));
            windows.iter().any(opens)
        })
    };
    json!(
        WEEKDAYS
            .into_iter()
            .filter(|weekday| !opens(weekday))
            .collect::<Vec<_>>()
    )
}

/// Whether a day is off, from the definition alone and exceptions aside.
fn is_off(calendar: &Value, day: Day) -> bool {
    let listed = |list: &str, one: &Value| calendar[list].as_array().is_some_and(|list| list.contains(one));
    let (_, month, of_month) = day.ymd();
    let leap_day =
        day.next().unwrap().ymd().1 == 3 && month == 2 && listed("yearly_holidays", &json!({"month": 2, "day": 29}));
    weekend(calendar).as_array().unwrap().contains(&json!(weekday(day)))
        || listed("holidays", &json!(day))
        || listed("yearly_holidays", &json!({"month": month, "day": of_month}))
        || leap_day
}

/// The business minutes of a stretch, minute by minute.
fn business(calendar: Option<&Value>, start: i64, end: i64) -> Vec<i64> {
    let all = (start..end).step_by(60);
    let Some(calendar) = calendar else { return all.collect() };
    let zone: Zone = calendar["zone"].as_str().unwrap().parse().unwrap();
    let day_of = |moment: i64| i32::try_from(shown(&zone, moment).div_euclid(DAY)).unwrap();
    let Some(hours) = calendar.get("hours") else {
        return all
            .filter(|minute| !is_off(calendar, Day::from_number(day_of(*minute)).unwrap()))
            .collect();
    };
    let mut open = Vec::new();
    for number in day_of(start) - 2..=day_of(end) + 1 {
        let day = Day::from_number(number).unwrap();
        let covers = |exception: &&Value| {
            let edge = |edge: &str| exception["days"][edge].as_str().unwrap().parse::<Day>().unwrap();
            edge("first") <= day && day <= edge("last")
        };
        let exceptions = hours["exceptions"].as_array();
        let exception = exceptions.and_then(|exceptions| exceptions.iter().find(covers));
        if exception.is_none() && is_off(calendar, day) {
            continue;
        }
        let windows = exception.map_or(&hours["windows"], |exception| &exception["windows"]);
        for window in windows.as_array().unwrap() {
            let weekdays = window.get("weekdays").and_then(Value::as_array);
            if weekdays.is_some_and(|weekdays| !weekdays.contains(&json!(weekday(day)))) {
                continue;
            }
            let (opens, closes) = (minutes_of(&window["opens"]), minutes_of(&window["closes"]));
            let closes = if closes > opens { closes } else { closes + 1_440 };
            let wall = i64::from(number) * DAY;
            open.push((edge(&zone, wall + opens * 60), edge(&zone, wall + closes * 60)));
        }
    }
    let mut counts = vec![false; usize::try_from((end - start).max(0) / 60 + 1).unwrap()];
    for (opens, closes) in open {
        let minutes = (opens.max(start)..closes.min(end)).step_by(60);
        minutes.for_each(|minute| counts[usize::try_from((minute - start) / 60).unwrap()] = true);
    }
    all.zip(counts)
        .filter(|(_, counts)| *counts)
        .map(|(minute, _)| minute)
        .collect()
}

/// What the model says of a target.
#[derive(Debug, PartialEq)]
struct Stands {
    due_at: Instant,
    remaining: i64,
    breached_by: Option<i64>,
    met_at: Option<Instant>,
    paused: bool,
    notices: Vec<(u32, Instant)>,
}

const WARNINGS: [u32; 3] = [33, 75, 100];
const LEVELS: [i64; 4] = [0, 45, 45, 300];
/// The minutes of priorities, for both targets.
const PRIORITIES: [(&str, i64, i64); 3] = [("high", 90, 240), ("medium", 400, 1_441), ("low", 1_000, 3_000)];

fn policy(calendar: Option<&Value>) -> Value {
    let minutes = PRIORITIES
        .map(|(name, reply, resolution)| (name.to_owned(), json!({"first_reply": reply, "resolution": resolution})));
    let names = ["agent", "manager", "senior management", "chief executive"];
    let levels: Vec<Value> = names
        .iter()
        .zip(LEVELS)
        .map(|(name, after)| json!({"name": name, "after_minutes": after}))
        .collect();
    let mut policy = json!({
        "priorities": BTreeMap::from(minutes), "pauses_in": ["waiting", "asleep"], "warn_at_percent": WARNINGS,
        "targets": {
            "first_reply": {"met_by": ["answered"]},
            "resolution": {"met_by": ["resolved", "closed"], "reopened_by": ["reopened"]},
        },
        "escalation": levels,
    });
    if let Some(calendar) = calendar {
        policy["calendar"] = calendar.clone();
    }
    policy
}

/// The model's answer, told from the business minutes since the case was received, those of the days to come included.
fn model(minutes: &[i64], case: &DeadlineCase, target: &str, now: i64) -> Stands {
    let received = case.received_at.seconds();
    let (met_by, reopened_by): (&[&str], &[&str]) = match target {
        "first_reply" => (&["answered"], &[]),
        _ => (&["resolved", "closed"], &["reopened"]),
    };
    let mut history: Vec<&DeadlineEntry> = case.history.iter().filter(|entry| entry.at.seconds() <= now).collect();
    history.sort_by_key(|entry| entry.at);
    let (mut paused, mut met, mut priority, mut ran) = (false, None, case.priority.as_str(), Vec::new());
    let mut verdict = priority;
    let mut next = history.iter().peekable();
    let mut business = minutes.iter().copied().peekable();
    for minute in (received..=now).step_by(60) {
        while let Some(entry) = next.next_if(|entry| entry.at.seconds() <= minute) {
            priority = entry.priority.as_deref().unwrap_or(priority);
            if let Some(state) = entry.state.as_deref() {
                paused = ["waiting", "asleep"].contains(&state);
            }
            let told: Vec<&str> = [&entry.state, &entry.event]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            if met.is_some() {
                if told.iter().any(|one| reopened_by.contains(one)) {
                    met = None;
                }
            } else if entry.event.as_deref() == Some(target) || told.iter().any(|one| met_by.contains(one)) {
                met = Some(minute);
                verdict = priority;
            }
        }
        let counts = business.next_if(|one| *one == minute).is_some();
        if counts && minute < now && met.is_none() && !paused {
            ran.push(minute);
        }
    }
    let end = met.unwrap_or(now);
    let priority = if met.is_some() { verdict } else { priority };
    let (_, reply, resolution) = PRIORITIES.into_iter().find(|(name, ..)| *name == priority).unwrap();
    let allowed = if target == "first_reply" { reply } else { resolution };
    let used = ran.len() as i64;
    // From now on time runs.
    ran.extend(minutes.iter().copied().filter(|minute| *minute >= end));
    let moment = |microseconds: i64| {
        let whole = (microseconds - 1) / 60_000_000;
        let start = ran[usize::try_from(whole).unwrap()] * 1_000_000;
        Instant::from_microseconds(start + microseconds - whole * 60_000_000).unwrap()
    };
    let due_at = moment(allowed * 60_000_000);
    let breached = due_at < at(end);
    let warned = WARNINGS
        .iter()
        .filter(|percent| allowed * i64::from(**percent) <= used * 100);
    let warned = warned.map(|percent| (*percent, moment(allowed * i64::from(*percent) * 600_000)));
    let levels = LEVELS
        .iter()
        .zip(1_u32..)
        .filter(|(after, _)| breached && allowed + **after <= used);
    let levels = levels.map(|(after, number)| (number, moment((allowed + after) * 60_000_000)));
    Stands {
        due_at,
        remaining: (allowed - used).max(0) * 60,
        breached_by: breached.then(|| (used - allowed).max(0) * 60),
        met_at: met.map(at),
        paused: paused && met.is_none(),
        notices: warned.chain(levels).collect(),
    }
}

fn time(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Windows that do not meet: the time between four edges, or the time around them, past midnight.
fn windows() -> impl Strategy<Value = Value> {
    (
        prop::collection::btree_set(0_i64..1_440, 4),
        any::<bool>(),
        prop::sample::subsequence(WEEKDAYS.to_vec(), 2..=7),
    )
        .prop_map(|(edges, night, weekdays)| {
            let edges: Vec<i64> = edges.into_iter().collect();
            let pairs = if night { [(1, 2), (3, 0)] } else { [(0, 1), (2, 3)] };
            let windows = pairs.map(|(opens, closes)| {
                json!({"weekdays": weekdays, "opens": time(edges[opens]), "closes": time(edges[closes])})
            });
            json!(windows)
        })
}

/// A moment close to a change of clocks where there is one, and a calendar with holidays and exceptions around it.
fn calendars() -> impl Strategy<Value = (Option<Value>, i64)> {
    let holidays = prop::collection::vec(-3_i32..14, 0..4);
    let exceptions = prop::collection::vec((-2_i32..12, 0_i32..3, prop::option::of(windows())), 0..3);
    let hours = prop::option::weighted(0.8, (windows(), exceptions));
    let weekend = prop::option::of(prop::sample::subsequence(WEEKDAYS.to_vec(), 0..4));
    (
        (
            prop::sample::select(ZONES.to_vec()),
            16_000_000_i64..47_000_000,
            -9_000_i64..2_000,
            0..10_u8,
        ),
        (holidays, any::<bool>(), any::<bool>()),
        hours,
        weekend,
    )
        .prop_map(
            |((zone, minute, near, kind), (holidays, yearly, leap), hours, weekend)| {
                let name = zone;
                let zone: Zone = name.parse().unwrap();
                let change = zone.next_change(at(minute * 60)).filter(|_| kind < 7);
                let start = change.map_or(minute, |change| change.seconds() / 60 + near) * 60;
                if kind == 9 {
                    return (None, start);
                }
                let today = zone.day_of(at(start));
                let day = |late: i32| today.plus(late).unwrap();
                let mut calendar = json!({"zone": name});
                if yearly {
                    let (_, month, of_month) = day(4).ymd();
                    calendar["yearly_holidays"] = json!([{"month": month, "day": of_month}]);
                    if leap {
                        calendar["yearly_holidays"]
                            .as_array_mut()
                            .unwrap()
                            .push(json!({"month": 2, "day": 29}));
                    }
                }
                calendar["holidays"] = json!(holidays.into_iter().map(day).collect::<Vec<_>>());
                if let Some(mut weekend) = weekend {
                    // Hours on a day that is stated to be off are refused.
                    let opens = |weekday: &&str| {
                        let windows = hours.iter().flat_map(|(windows, _)| windows.as_array().unwrap());
                        windows.filter_map(named).any(|named| named.contains(&json!(weekday)))
                    };
                    weekend.retain(|weekday| !opens(weekday));
                    calendar["weekend"] = json!(weekend);
                }
                if let Some((windows, exceptions)) = hours {
                    let exceptions: Vec<Value> = exceptions
                        .into_iter()
                        .map(|(first, more, windows)| {
                            let days = json!({"first": day(first), "last": day(first + more)});
                            json!({"days": days, "windows": windows.unwrap_or(json!([]))})
                        })
                        .collect();
                    calendar["hours"] = json!({"windows": windows, "exceptions": exceptions});
                }
                (Some(calendar), start)
            },
        )
}

fn histories() -> impl Strategy<Value = Vec<(i64, u8, u8)>> {
    prop::collection::vec((-60_i64..14_000, 0_u8..12, 0_u8..12), 0..9)
}

fn entry(start: i64, (minutes, what, with): (i64, u8, u8)) -> DeadlineEntry {
    let states = [
        "open", "waiting", "asleep", "answered", "resolved", "closed", "reopened",
    ];
    let events = ["first_reply", "answered", "resolved", "reopened"];
    let pick = |list: &[&str], number: u8| list.get(usize::from(number)).map(|one| (*one).to_owned());
    let mut entry = DeadlineEntry::new(at(start + minutes * 60));
    entry.state = pick(&states, what);
    entry.event = pick(&events, with);
    entry.priority = pick(&["high", "medium", "low"], with.wrapping_sub(4));
    entry.agent = pick(&["ann", "bob"], with.wrapping_sub(7));
    entry
}

fn cases(start: i64, history: Vec<(i64, u8, u8)>) -> DeadlineCase {
    DeadlineCase::new(at(start), "medium").with_history(history.into_iter().map(|one| entry(start, one)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deadlines_agree_with_every_minute((calendar, start) in calendars(), history in histories(), length in 0_i64..15_000) {
        let Ok(policy) = DeadlinePolicy::load(policy(calendar.as_ref())) else { return Ok(()) };
        let (case, now) = (cases(start, history), start + length * 60);
        let request = DeadlineTrackRequest::new(case.clone(), at(now));
        // So few hours that the model would not see their end.
        let minutes = business(calendar.as_ref(), start, now + 40 * DAY);
        prop_assume!(minutes.iter().filter(|minute| **minute >= now).count() > 3_400);
        for tracked in policy.track(&request).unwrap().targets {
            let notices = tracked.warnings.iter().chain(&tracked.levels).map(|notice| (notice.number, notice.at));
            let stands = Stands {
                due_at: tracked.due_at, remaining: tracked.remaining_seconds, breached_by: tracked.breached_by_seconds,
                met_at: tracked.met_at, paused: tracked.paused, notices: notices.collect(),
            };
            prop_assert_eq!(stands, model(&minutes, &case, &tracked.target, now), "{}", tracked.target);
            prop_assert_eq!(policy.due_at(&case, &tracked.target, at(now)).unwrap(), Some(tracked.due_at));
        }
    }

    #[test]
    fn a_compiled_clock_agrees_with_the_calendar_it_was_made_of(
        (calendar, start) in calendars(), moments in prop::collection::vec((0_i64..200_000_000, 0_i64..1_000_000), 1..20),
    ) {
        let Some(calendar) = calendar else { return Ok(()) };
        let calendar: BusinessCalendar = serde_json::from_value(calendar).unwrap();
        let Ok(clock) = BusinessClock::of(&calendar) else { return Ok(()) };
        let start = at(start);
        let begun = clock.passed_at(start).unwrap();
        for (late, more) in moments {
            let end = Instant::from_microseconds(start.microseconds() + late * 1_000_000 + more).unwrap();
            let passed = clock.passed_at(end).unwrap();
            if late > 0 {
                prop_assert_eq!((passed - begun) / 1_000_000, calendar.seconds_in(Span::new(start, end).unwrap()).unwrap());
            }
            if passed > begun {
                let seconds = (passed - begun) / 1_000_000;
                let found = clock.moment_of(begun + seconds * 1_000_000).unwrap();
                if seconds > 0 {
                    prop_assert_eq!(found, calendar.add_seconds(start, seconds).unwrap());
                }
                let found = clock.moment_of(passed).unwrap();
                prop_assert!(found <= end && clock.passed_at(found) == Some(passed));
                prop_assert!(clock.moment_of(passed - 1).unwrap() < found);
            }
        }
    }

    #[test]
    fn everybody_is_told_once_however_often_it_is_asked(
        (calendar, start) in calendars(), history in histories(), steps in prop::collection::vec(1_i64..3_000, 1..30),
    ) {
        let Ok(policy) = DeadlinePolicy::load(policy(calendar.as_ref())) else { return Ok(()) };
        // Nothing is reopened and no priority changes, so that what was reached stays reached.
        let mut case = cases(start, history);
        for entry in &mut case.history {
            entry.priority = None;
            entry.state = entry.state.take().filter(|state| state != "reopened");
            entry.event = entry.event.take().filter(|event| event != "reopened");
        }
        let (mut now, mut told) = (start, BTreeSet::new());
        for step in steps {
            now += step * 60;
            let answer = policy.track(&DeadlineTrackRequest::new(case.clone(), at(now))).unwrap();
            for target in answer.targets {
                let due = target.levels.iter().filter(|level| level.due);
                for level in due {
                    prop_assert!(told.insert((target.target.clone(), level.number)), "level {} again", level.number);
                    prop_assert!(level.number <= 4);
                    case.escalated.entry(target.target.clone()).or_default().push(level.number);
                }
                let numbers: Vec<u32> = target.levels.iter().map(|level| level.number).collect();
                prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32), "levels are reached in order");
                if target.met_at.is_none() {
                    let all = numbers.iter().all(|number| told.contains(&(target.target.clone(), *number)));
                    prop_assert!(all, "whoever has to be told was told");
                }
            }
        }
    }

    #[test]
    fn figures_add_up_and_are_those_of_each_case(
        (calendar, start) in calendars(), histories in prop::collection::vec((0_i64..5_000, histories()), 0..12),
        length in 0_i64..15_000,
    ) {
        let Ok(policy) = DeadlinePolicy::load(policy(calendar.as_ref())) else { return Ok(()) };
        let cases: Vec<DeadlineCase> =
            histories.into_iter().map(|(late, history)| cases(start + late * 60, history)).collect();
        let now = at(start + length * 60);
        let period = Span::new(at(start), at(start + 2_500 * 60)).unwrap();
        let ask = |by: &[DeadlineGrouping]| {
            let request = DeadlineComplianceRequest::new(cases.clone(), period, now).with_by(by.to_vec());
            policy.compliance(&request).unwrap()
        };
        let mut counted: BTreeMap<String, [u32; 4]> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.received_at < period.end && case.received_at <= now) {
            let request = DeadlineTrackRequest::new(case.clone(), now);
            for target in policy.track(&request).unwrap().targets {
                let place = match (target.breached_by_seconds, target.met_at) {
                    (Some(_), _) => 2,
                    (None, Some(_)) => 1,
                    (None, None) => 3,
                };
                let row = counted.entry(target.target).or_default();
                row[0] += 1;
                row[place] += 1;
            }
        }
        for by in [&[][..], &[DeadlineGrouping::Priority], &[DeadlineGrouping::Agent, DeadlineGrouping::Priority]] {
            let mut sums: BTreeMap<String, [u32; 4]> = BTreeMap::new();
            for row in ask(by) {
                prop_assert_eq!(row.counted, row.met_in_time + row.breached + row.still_open);
                let sum = sums.entry(row.target).or_default();
                let figures = [row.counted, row.met_in_time, row.breached, row.still_open];
                figures.into_iter().zip(sum).for_each(|(figure, sum)| *sum += figure);
            }
            prop_assert_eq!(&sums, &counted);
        }
    }
}
