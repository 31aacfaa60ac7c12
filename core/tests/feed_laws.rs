//! Feeds against a reference that walks from day to day: rules, what they leave out, and what changes one occurrence or all after it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use ratebook::calendar::{Calendar, ImportFeedRequest};
use ratebook::time::{Day, Instant, TimeOfDay, Zone};
use serde_json::{Value, json};

const ZONES: [&str; 4] = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// How many days the reference walks.
const WALK: i32 = 300;

#[derive(Clone, Debug)]
struct Rule {
    frequency: &'static str,
    interval: i32,
    weekdays: Vec<usize>,
    month_days: Vec<i32>,
    count: Option<usize>,
}

impl Rule {
    fn text(&self) -> String {
        let mut text = format!("FREQ={};INTERVAL={}", self.frequency, self.interval);
        let list = |values: Vec<String>| values.join(",");
        if !self.weekdays.is_empty() {
            text += &format!(
                ";BYDAY={}",
                list(self.weekdays.iter().map(|day| WEEKDAYS[*day].to_owned()).collect())
            );
        }
        if !self.month_days.is_empty() {
            text += &format!(
                ";BYMONTHDAY={}",
                list(self.month_days.iter().map(i32::to_string).collect())
            );
        }
        if let Some(count) = self.count {
            text += &format!(";COUNT={count}");
        }
        text
    }

    /// The days on which it occurs, one after the other.
    fn days(&self, start: Day) -> Vec<Day> {
        let monday = |day: Day| (day.number() + 3).div_euclid(7);
        let months = |day: Day| day.ymd().0 * 12 + day.ymd().1 as i32;
        let fits = |day: &Day| {
            let apart = match self.frequency {
                "DAILY" => day.since(start),
                "WEEKLY" => monday(*day) - monday(start),
                _ => months(*day) - months(start),
            };
            let of_month = day.ymd().2 as i32;
            let length = (28..=31)
                .rev()
                .find(|last| Day::new(day.ymd().0, day.ymd().1, *last).is_some())
                .unwrap() as i32;
            let weekday = self.weekdays.is_empty() || self.weekdays.contains(&(day.weekday() as usize));
            let month_day = self.month_days.is_empty()
                || self
                    .month_days
                    .iter()
                    .any(|wanted| *wanted == of_month || *wanted == of_month - length - 1);
            let open = self.weekdays.is_empty() && self.month_days.is_empty();
            let own = match self.frequency {
                "WEEKLY" if open => day.weekday() == start.weekday(),
                "MONTHLY" if open => day.ymd().2 == start.ymd().2,
                _ => true,
            };
            apart % self.interval == 0 && weekday && month_day && own
        };
        let days = (0..WALK).filter_map(|late| start.plus(late)).filter(fits);
        days.take(self.count.unwrap_or(usize::MAX)).collect()
    }
}

fn rule() -> impl Strategy<Value = Rule> {
    let weekdays = prop_oneof![1 => Just(Vec::new()), 1 => subsequence((0..7).collect::<Vec<_>>(), 1..4)];
    let month_days = prop_oneof![3 => Just(Vec::new()), 1 => subsequence(vec![1, 10, 15, 29, 31, -1, -5], 1..3)];
    let frequency = select(vec!["DAILY", "WEEKLY", "MONTHLY"]);
    (frequency, 1..4_i32, weekdays, month_days, prop::option::of(1..25_usize)).prop_map(
        |(frequency, interval, weekdays, month_days, count)| Rule {
            month_days: if frequency == "WEEKLY" { Vec::new() } else { month_days },
            frequency,
            interval,
            weekdays,
            count,
        },
    )
}

/// A change of one occurrence, or of all from it on: which one, by how many minutes of the wall clock, and to which length.
#[derive(Clone, Debug)]
struct Change {
    which: usize,
    and_future: bool,
    minutes: i64,
    length: i64,
    cancelled: bool,
}

fn change() -> impl Strategy<Value = Change> {
    let minutes = prop_oneof![-3_000..3_000_i64, select(vec![0, 60, -60, 1_440, -1_440])];
    (
        0..12_usize,
        any::<bool>(),
        minutes,
        1..300_i64,
        prop::bool::weighted(0.2),
    )
        .prop_map(|(which, and_future, minutes, length, cancelled)| Change {
            which,
            and_future,
            minutes,
            length,
            cancelled,
        })
}

/// Minutes of the wall clock after 1970-01-01 00:00.
fn stamp(wall: i64) -> String {
    let (year, month, day) = day_of(wall).ymd();
    let minute = wall.rem_euclid(1_440);
    format!("{year:04}{month:02}{day:02}T{:02}{:02}00", minute / 60, minute % 60)
}

fn day_of(wall: i64) -> Day {
    Day::from_number(i32::try_from(wall.div_euclid(1_440)).unwrap()).unwrap()
}

fn moment(zone: &Zone, wall: i64) -> Instant {
    let time = TimeOfDay::from_seconds(u32::try_from(wall.rem_euclid(1_440) * 60).unwrap()).unwrap();
    zone.resolve(day_of(wall), time).unwrap().instant()
}

fn import(calendar: &Calendar, text: &str, first: Day, last: Day) -> Value {
    let request: ImportFeedRequest = serde_json::from_value(json!({
        "resource": "room", "source": "other", "text": text, "days": {"first": first, "last": last},
    }))
    .unwrap();
    serde_json::to_value(calendar.import_feed(&request).unwrap()).unwrap()
}

fn room() -> Calendar {
    Calendar::load(json!({"resources": [{"id": "room", "zone": "UTC"}]})).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn feeds_agree_with_a_walk_through_the_calendar(
        zone in select(ZONES.to_vec()), start in 20_000..20_800_i64, minute in 0..1_440_i64, length in 1..200_i64,
        rules in prop::collection::vec(rule(), 1..3), exclusions in prop::collection::vec(rule(), 0..2),
        left_out in prop::collection::vec(0..10_usize, 0..3), changes in prop::collection::vec(change(), 0..4),
    ) {
        let place: Zone = zone.parse().unwrap();
        let (first, start) = (day_of(start * 1_440), start * 1_440 + minute);
        let mut days: BTreeSet<Day> = rules.iter().flat_map(|rule| rule.days(first)).collect();
        days.insert(first);
        for rule in &exclusions {
            for day in rule.days(first) {
                days.remove(&day);
            }
        }
        let all: Vec<Day> = days.iter().copied().collect();
        let left_out: BTreeSet<Day> = left_out.iter().filter_map(|which| all.get(*which).copied()).collect();
        days.retain(|day| !left_out.contains(day));
        let walls: Vec<i64> = days.iter().map(|day| i64::from(day.number()) * 1_440 + minute).collect();
        // Each occurrence is changed once, and each of both ways.
        let mut seen = BTreeSet::new();
        let changes: Vec<(i64, &Change)> = changes
            .iter()
            .filter_map(|change| Some((*walls.get(change.which)?, change)))
            .filter(|(wall, change)| seen.insert((*wall, change.and_future)))
            .collect();
        let mut wanted: BTreeMap<Instant, Instant> = BTreeMap::new();
        let mut block = |wall: i64, length: i64| {
            let begins = moment(&place, wall);
            // What an event takes is as long as the first time, however clocks change.
            let ends = begins.plus_seconds(length).unwrap();
            let known = wanted.entry(begins).or_insert(ends);
            *known = ends.max(*known);
        };
        let elapsed = |wall: i64, length: i64| moment(&place, wall + length).microseconds_since(moment(&place, wall)) / 1_000_000;
        // Clocks that skip an hour may put an end before its start.
        let mut lengths = vec![elapsed(start, length)];
        lengths.extend(changes.iter().map(|(wall, change)| elapsed(wall + change.minutes, change.length)));
        prop_assume!(lengths.iter().all(|length| *length > 0));
        for wall in &walls {
            if changes.iter().any(|(changed, change)| changed == wall && !change.and_future) {
                continue;
            }
            let range = changes.iter().filter(|(from, change)| change.and_future && from <= wall).max_by_key(|(from, _)| *from);
            match range {
                Some((_, change)) if change.cancelled => {}
                Some((from, change)) => block(wall + change.minutes, elapsed(from + change.minutes, change.length)),
                None => block(*wall, elapsed(start, length)),
            }
        }
        for (wall, change) in &changes {
            if !change.cancelled {
                block(wall + change.minutes, elapsed(wall + change.minutes, change.length));
            }
        }
        let mut text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART;TZID={zone}:{}\nDTEND;TZID={zone}:{}\n",
            stamp(start), stamp(start + length),
        );
        for rule in &rules {
            text += &format!("RRULE:{}\n", rule.text());
        }
        for rule in &exclusions {
            text += &format!("EXRULE:{}\n", rule.text());
        }
        for day in &left_out {
            text += &format!("EXDATE;TZID={zone}:{}\n", stamp(i64::from(day.number()) * 1_440 + minute));
        }
        text += "END:VEVENT\n";
        for (wall, change) in &changes {
            let range = if change.and_future { ";RANGE=THISANDFUTURE" } else { "" };
            let status = if change.cancelled { "STATUS:CANCELLED\n" } else { "" };
            let (begins, ends) = (wall + change.minutes, wall + change.minutes + change.length);
            text += &format!(
                "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID{range};TZID={zone}:{}\nDTSTART;TZID={zone}:{}\nDTEND;TZID={zone}:{}\n{status}END:VEVENT\n",
                stamp(*wall), stamp(begins), stamp(ends),
            );
        }
        text += "END:VCALENDAR\n";
        let (from, to) = (first.plus(-10).unwrap(), first.plus(WALK - 40).unwrap());
        let utc = Zone::UTC;
        let (opens, closes) = (utc.start_of(from).unwrap(), utc.start_of(to.plus(1).unwrap()).unwrap());
        let wanted: BTreeMap<Instant, Instant> =
            wanted.into_iter().filter(|(begins, ends)| *begins < closes && *ends > opens && begins < ends).collect();
        let calendar = room();
        let imported = import(&calendar, &text, from, to);
        prop_assert_eq!(&imported["faults"], &json!([]), "{}", text);
        let found: BTreeMap<Instant, Instant> = imported["added"].as_array().unwrap().iter().map(|blocked| {
            let span = &blocked["when"]["span"];
            let at = |name: &str| span[name].as_str().unwrap().parse::<Instant>().unwrap();
            (at("start"), at("end"))
        }).collect();
        prop_assert_eq!(found, wanted, "{}", text);
        // The same again changes nothing, and a text of which a part is lost frees nothing.
        let before = calendar.definition();
        let again = import(&calendar, &text, from, to);
        prop_assert_eq!((&again["added"], &again["removed"]), (&json!([]), &json!([])));
        let cut = import(&calendar, text.split_at(text.len() * 2 / 3).0, from, to);
        for removed in cut["removed"].as_array().unwrap() {
            // Only a time that is longer now stands in its place.
            prop_assert!(cut["added"].as_array().unwrap().iter().any(|added| added["id"] == removed["id"]), "{}", text);
        }
        let freed = before.blocked.iter().filter(|blocked| {
            let snapshot = calendar.definition();
            !snapshot.blocked.iter().any(|now| now.id == blocked.id)
        });
        prop_assert_eq!(freed.count(), 0);
    }
}

/// The half hours of a calendar that are blocked.
fn blocked_half_hours(calendar: &Calendar) -> BTreeSet<i64> {
    let definition = serde_json::to_value(calendar.definition()).unwrap();
    let blocked = definition["blocked"].as_array().cloned().unwrap_or_default();
    let halves = blocked.iter().flat_map(|blocked| {
        let span = &blocked["when"]["span"];
        let at = |name: &str| span[name].as_str().unwrap().parse::<Instant>().unwrap().seconds() / 1_800;
        at("start")..at("end")
    });
    halves.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_line_that_is_broken_frees_nothing(
        rule in select(vec!["RRULE:FREQ=WEEKLY;COUNT=3\n", "RRULE:FREQ=DAILY\nEXDATE:20260603T100000Z\n", "RDATE:20260609T100000Z\n", ""]),
        change in select(vec!["", ";RANGE=THISANDFUTURE"]), moved in select(vec!["20260608T120000Z", "20260611T093000Z"]),
        end in select(vec!["DTEND:20260601T113000Z", "DURATION:PT90M"]), more in select(vec!["", "STATUS:CONFIRMED\n", "TRANSP:OPAQUE\n"]),
        which in any::<prop::sample::Index>(), how in select(vec!["", " ", ";", "\u{a0}", "\":"]),
    ) {
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSEQUENCE:1\nDTSTART:20260601T100000Z\n{end}\n{rule}{more}SUMMARY:a\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:u\nSEQUENCE:2\nRECURRENCE-ID{change}:20260608T100000Z\nDTSTART:{moved}\nDURATION:PT30M\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:w\nDTSTART:20260605T100000Z\nDTEND:20260605T110000Z\n{more}END:VEVENT\nEND:VCALENDAR\n"
        );
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let within: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].contains("VCALENDAR")).collect();
        let broken = which.get(&within);
        lines[*broken] = lines[*broken].replacen(':', how, 1);
        let (first, last) = (Day::new(2026, 5, 1).unwrap(), Day::new(2026, 7, 1).unwrap());
        let calendar = room();
        import(&calendar, &text, first, last);
        let before = blocked_half_hours(&calendar);
        let imported = import(&calendar, &(lines.join("\n") + "\n"), first, last);
        prop_assert!(imported["faults"].as_array().is_some_and(|faults| !faults.is_empty()), "{}", lines[*broken]);
        let freed: Vec<i64> = before.difference(&blocked_half_hours(&calendar)).copied().collect();
        prop_assert!(freed.is_empty(), "`{}` frees {:?}", lines[*broken], freed);
    }
}

#[test]
fn an_import_that_is_refused_changes_nothing() {
    let foreign = json!({"id": "other/room/b/2026-06-02T10:00:00Z", "resource": "room", "source": "by hand",
        "when": {"span": {"start": "2026-06-05T10:00:00Z", "end": "2026-06-05T11:00:00Z"}}});
    let old = json!({"id": "other/room/a/2026-06-01T10:00:00Z", "resource": "room", "source": "other",
        "when": {"span": {"start": "2026-06-01T10:00:00Z", "end": "2026-06-01T11:00:00Z"}}});
    let calendar =
        Calendar::load(json!({"resources": [{"id": "room", "zone": "UTC"}], "blocked": [foreign, old]})).unwrap();
    let before = calendar.definition();
    let request: ImportFeedRequest = serde_json::from_value(json!({
        "resource": "room", "source": "other", "days": {"first": "2026-06-01", "last": "2026-06-30"},
        "text": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART:20260602T100000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n",
    }))
    .unwrap();
    let refused = calendar.import_feed(&request).unwrap_err();
    assert_eq!(refused.code().as_str(), "calendar.block_exists");
    assert_eq!(calendar.definition(), before);
}

#[test]
fn names_of_resources_and_sources_are_told_apart() {
    // What could be taken apart in two ways has two names.
    let calendar =
        Calendar::load(json!({"resources": [{"id": "a/b", "zone": "UTC"}, {"id": "b", "zone": "UTC"}]})).unwrap();
    let text =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20260602T100000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
    for (source, resource) in [("s", "a/b"), ("s/a", "b")] {
        let request: ImportFeedRequest = serde_json::from_value(json!({
            "resource": resource, "source": source, "text": text, "days": {"first": "2026-06-01", "last": "2026-06-30"},
        }))
        .unwrap();
        assert_eq!(calendar.import_feed(&request).unwrap().added.len(), 1);
        assert_eq!(calendar.import_feed(&request).unwrap().unchanged, 1);
    }
}
