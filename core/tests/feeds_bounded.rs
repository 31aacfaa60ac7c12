//! What a feed costs grows as its text does, whatever stands in it.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::time::{Duration, Instant};

use ratebook::calendar::{Calendar, ImportFeedRequest};
use serde_json::json;

/// How long the reading of a text takes, at best.
fn cost(text: &str) -> Duration {
    let request: ImportFeedRequest = serde_json::from_value(json!({
        "resource": "room", "source": "other", "text": text, "days": {"first": "2026-06-01", "last": "2026-06-30"},
    }))
    .unwrap();
    let once = || {
        let calendar = Calendar::load(json!({"resources": [{"id": "room", "zone": "UTC"}]})).unwrap();
        let start = Instant::now();
        // A refusal is an answer too: what is too large is told in time.
        let _ = calendar.import_feed(&request);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

/// A text of so many pieces between a head and a tail.
type Shape = (&'static str, usize, fn(usize) -> String);

fn calendar(body: &str) -> String {
    format!("BEGIN:VCALENDAR\n{body}END:VCALENDAR\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:u\nDTSTART:20260601T100000Z\nDURATION:PT1H\n{lines}END:VEVENT\n")
}

fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

fn moment(number: usize) -> String {
    format!(
        "202606{:02}T{:02}{:02}{:02}Z",
        number / 86_400 % 30 + 1,
        number / 3_600 % 24,
        number / 60 % 60,
        number % 60
    )
}

fn changes(count: usize, range: &str) -> String {
    many(count, |number| {
        let at = moment(number);
        format!("BEGIN:VEVENT\nUID:u\nRECURRENCE-ID{range}:{at}\nDTSTART:{at}\nDURATION:PT1M\nEND:VEVENT\n")
    })
}

fn zone(number: usize) -> String {
    let part = |kind: &str, month: u8, before: &str, after: &str| {
        format!(
            "BEGIN:{kind}\nDTSTART:19700101T020000\nTZOFFSETFROM:{before}\nTZOFFSETTO:{after}\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH={month}\nEND:{kind}\n"
        )
    };
    let parts = part("STANDARD", 10, "+0200", "+0100") + &part("DAYLIGHT", 3, "+0100", "+0200");
    format!(
        "BEGIN:VTIMEZONE\nTZID:Z{number}\n{parts}END:VTIMEZONE\nBEGIN:VEVENT\nUID:{number}\n\
         DTSTART;TZID=Z{number}:20260601T100000\nDURATION:PT1H\nEND:VEVENT\n"
    )
}

const SHAPES: [Shape; 14] = [
    ("events of one name", 4_000, |count| {
        calendar(&many(count, |number| {
            format!(
                "BEGIN:VEVENT\nUID:u\nDTSTART:{}\nDURATION:PT1M\nEND:VEVENT\n",
                moment(number)
            )
        }))
    }),
    ("events of one name that repeat", 1_000, |count| {
        calendar(&event("RRULE:FREQ=DAILY;COUNT=3\n").repeat(count))
    }),
    ("revisions of one event", 4_000, |count| {
        calendar(&many(count, |number| event(&format!("SEQUENCE:{number}\n"))))
    }),
    ("changes of one event", 2_000, |count| {
        calendar(&(event("RRULE:FREQ=MINUTELY;INTERVAL=30\n") + &changes(count, "")))
    }),
    ("changes of all that follows", 2_000, |count| {
        calendar(&(event("RRULE:FREQ=MINUTELY;INTERVAL=30\n") + &changes(count, ";RANGE=THISANDFUTURE")))
    }),
    ("events and changes of one name", 1_000, |count| {
        calendar(
            &(event("RRULE:FREQ=WEEKLY;COUNT=2\n").repeat(count)
                + &changes(count, "")
                + &changes(count, ";RANGE=THISANDFUTURE")),
        )
    }),
    ("times in addition", 10_000, |count| {
        calendar(&event(&many(count, |number| format!("RDATE:{}\n", moment(number)))))
    }),
    ("times left out", 10_000, |count| {
        calendar(&event(&format!(
            "RRULE:FREQ=HOURLY\nEXDATE:{}\n",
            vec![moment(7); count].join(",")
        )))
    }),
    ("folds", 40_000, |count| {
        calendar(&event(&format!("SUMMARY:{}\n", "x\n ".repeat(count))))
    }),
    ("zones", 500, |count| calendar(&many(count, zone))),
    ("onsets of one zone", 5_000, |count| {
        let onsets = many(count, |number| format!("RDATE:{}\n", moment(number)));
        let parts = format!(
            "BEGIN:STANDARD\nDTSTART:20260101T000000\nTZOFFSETTO:+0100\n{onsets}END:STANDARD\n\
            BEGIN:DAYLIGHT\nDTSTART:20260102T000000\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"
        );
        let event = "BEGIN:VEVENT\nUID:z\nDTSTART;TZID=Z:20260601T100000\nDURATION:PT1H\nEND:VEVENT\n";
        calendar(&format!(
            "BEGIN:VTIMEZONE\nTZID:Z\n{parts}END:VTIMEZONE\n{}",
            event.repeat(count)
        ))
    }),
    ("rules that are never met", 300, |count| {
        calendar(&many(count, |number| {
            format!(
                "BEGIN:VEVENT\nUID:{number}\nDTSTART:19000101T000000Z\nDURATION:PT1H\n\
            RRULE:FREQ=YEARLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30;BYDAY=1MO\nEND:VEVENT\n"
            )
        }))
    }),
    ("rules of every second", 300, |count| {
        calendar(&many(count, |number| {
            let every = |last: usize| many(last, |part| format!("{part},")).trim_end_matches(',').to_owned();
            format!(
                "BEGIN:VEVENT\nUID:{number}\nDTSTART:20200101T000000Z\nDURATION:PT1S\n\
            RRULE:FREQ=DAILY;BYHOUR={};BYMINUTE={};BYSECOND={}\nEND:VEVENT\n",
                every(24),
                every(60),
                every(60)
            )
        }))
    }),
    ("parts without an end", 4_000, |count| {
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:X\n".repeat(count)
    }),
];

/// What four times the text may cost: four times as much, and as much again for what a busy machine does besides.
#[test]
fn four_times_the_text_costs_at_most_four_times_as_much() {
    for (name, count, shape) in SHAPES {
        let (small, large) = (shape(count), shape(4 * count));
        assert!(large.len() < 16 * 1024 * 1024, "{name}");
        let (one, four) = (cost(&small), cost(&large));
        let most = 8 * one + Duration::from_millis(200);
        assert!(
            four < most,
            "{name}: {} bytes take {one:?}, {} take {four:?}",
            small.len(),
            large.len()
        );
    }
}
