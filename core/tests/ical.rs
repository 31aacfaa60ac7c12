//! iCalendar: what calendars out there write, what goes wrong, and that what is written reads back.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::time::{Duration, Instant as Clock};

use proptest::prelude::*;
use ratebook::Code;
use ratebook::calendar::ical::{
    self, Busy, BusyKind, Event, EventStatus, EventTime, EventZone, Feed, LocalOrInstant, MAX_EVENTS, MAX_TEXT_BYTES,
    Written, WrittenEvent,
};
use ratebook::time::{Day, DayRange, Instant, Span, Zone};

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

fn read(text: &str) -> Feed {
    ical::read(text.as_bytes(), &berlin()).unwrap()
}

/// The feed of a calendar with these lines.
fn calendar(lines: &str) -> Feed {
    read(&format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n",
        lines.trim().replace('\n', "\r\n")
    ))
}

/// The only event of a calendar with an event of these lines.
fn event(lines: &str) -> Event {
    let feed = calendar(&format!("BEGIN:VEVENT\nUID:1\n{}\nEND:VEVENT", lines.trim()));
    assert_eq!(feed.faults, [], "{lines}");
    let [event] = feed.events.as_slice() else {
        panic!("{lines}")
    };
    event.clone()
}

/// The fault of an event of these lines, which spoils no other, and whether its time is in doubt.
fn fault(lines: &str) -> (Code, String, u64, bool) {
    let neighbour = "BEGIN:VEVENT\nUID:2\nDTSTART:20260901\nEND:VEVENT";
    let feed = calendar(&format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n{neighbour}", lines.trim()));
    assert!(
        feed.events.iter().any(|event| event.uid == "2" && !event.unsure),
        "{lines}"
    );
    assert_eq!(feed.events.len() + feed.unread.len(), 2, "{lines}");
    let [reason] = feed.faults.as_slice() else {
        panic!("{lines}: {:?}", feed.faults)
    };
    let line = reason.details["line"].as_u64().unwrap();
    assert_eq!(reason.path, format!("/lines/{line}"));
    let unsure = !feed.unread.is_empty() || feed.events.iter().any(|event| event.unsure);
    (reason.code, reason.message.clone(), line, unsure)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

fn days(first: &str, last: &str) -> EventTime {
    let (first, last) = (day(first), day(last));
    EventTime::Days(DayRange { first, last })
}

fn span(start: &str, end: &str) -> EventTime {
    let (start, end) = (instant(start), instant(end));
    EventTime::Span(Span { start, end })
}

#[test]
fn a_feed_of_airbnb() {
    let feed = read(concat!(
        "BEGIN:VCALENDAR\nPRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting Calendar 0.8.8//EN\nCALSCALE:GREGORIAN\n",
        "VERSION:2.0\nBEGIN:VEVENT\nDTEND;VALUE=DATE:20260905\nDTSTART;VALUE=DATE:20260901\nUID:1418fb94e984-0a1b@airbnb.com\n",
        "DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/de\n tails/HMABCDEFGH\\nPhone: 1234\n",
        "SUMMARY:Reserved\nEND:VEVENT\nBEGIN:VEVENT\nDTEND;VALUE=DATE:20261002\nDTSTART;VALUE=DATE:20261001\n",
        "UID:7f662ec65913-ffff@airbnb.com\nSUMMARY:Airbnb (Not available)\nEND:VEVENT\nEND:VCALENDAR",
    ));
    assert_eq!(feed.faults, []);
    let times: Vec<EventTime> = feed.events.iter().map(|event| event.when).collect();
    assert_eq!(
        times,
        [days("2026-09-01", "2026-09-04"), days("2026-10-01", "2026-10-01")]
    );
    assert_eq!(feed.events[1].summary.as_deref(), Some("Airbnb (Not available)"));
    assert_eq!(feed.events[1].line, 13);
}

#[test]
fn a_feed_of_booking() {
    let feed = calendar(
        "METHOD:PUBLISH\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20260902\n\
         UID:0b1e@booking.com\nSUMMARY:CLOSED - Not available\nEND:VEVENT",
    );
    assert_eq!(feed.method.as_deref(), Some("PUBLISH"));
    assert_eq!(feed.events[0].when, days("2026-09-01", "2026-09-01"));
    assert_eq!(feed.events[0].start.zone, EventZone::Named(berlin()));
}

#[test]
fn a_feed_of_google() {
    let feed = calendar(
        "X-WR-CALNAME:Room\\, large\nX-WR-TIMEZONE:Europe/Berlin\nBEGIN:VTIMEZONE\nTZID:America/New_York\n\
         X-LIC-LOCATION:America/New_York\nBEGIN:DAYLIGHT\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nEND:VTIMEZONE\n\
         BEGIN:VEVENT\nDTSTART;TZID=America/New_York:20260901T100000\nDTEND;TZID=America/New_York:20260901T113000\n\
         RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4\nEXDATE;TZID=America/New_York:20260908T100000,20260915T100000\n\
         RDATE;VALUE=DATE:20260910\nRDATE:20260911T100000Z\nUID:abc@google.com\nSEQUENCE:2\nSTATUS:CONFIRMED\n\
         TRANSP:OPAQUE\nBEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:not this\nTRIGGER:-P0DT0H30M0S\nEND:VALARM\nSUMMARY:Yoga\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:abc@google.com\nRECURRENCE-ID;TZID=America/New_York:20260922T100000\n\
         DTSTART:20260922T150000Z\nDTEND:20260922T160000Z\nTRANSP:TRANSPARENT\nSTATUS:TENTATIVE\nEND:VEVENT\n\
         BEGIN:VTODO\nUID:t\nDUE:20260901\nEND:VTODO",
    );
    assert_eq!(
        (feed.faults.as_slice(), feed.name.as_deref()),
        ([].as_slice(), Some("Room, large"))
    );
    let [series, moved] = feed.events.as_slice() else {
        panic!()
    };
    assert_eq!(series.when, span("2026-09-01T14:00:00Z", "2026-09-01T15:30:00Z"));
    assert_eq!(series.summary.as_deref(), Some("Yoga"));
    assert_eq!(series.sequence, 2);
    let rule = series.recurrence.as_ref().unwrap();
    assert_eq!(rule.rules, ["FREQ=WEEKLY;BYDAY=TU;COUNT=4"]);
    assert_eq!(rule.excluded.len(), 2);
    let added = [
        LocalOrInstant::Day(day("2026-09-10")),
        LocalOrInstant::Instant(instant("2026-09-11T10:00:00Z")),
    ];
    assert_eq!(rule.added, added);
    let Some(LocalOrInstant::Local(replaced)) = &moved.replaces else {
        panic!()
    };
    assert_eq!(replaced.instant(), Some(instant("2026-09-22T14:00:00Z")));
    assert!(moved.transparent && moved.tentative && !moved.cancelled);
    assert_eq!(moved.start.time.to_string(), "15:00");
}

#[test]
fn a_feed_of_outlook() {
    let feed = calendar(
        "BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\n\
         TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
         DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n\
         END:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\n\
         UID:040000008200E00074C5\nSUMMARY;LANGUAGE=de-DE:Besprechung\nDTSTART;TZID=\"W. Europe Standard Time\":20260901T100000\n\
         DTEND;TZID=W. Europe Standard Time:20260901T110000\nCLASS:PUBLIC\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\nEND:VEVENT",
    );
    assert_eq!(feed.faults, []);
    assert_eq!(
        feed.events[0].when,
        span("2026-09-01T08:00:00Z", "2026-09-01T09:00:00Z")
    );
    // The text's own definition is used as it stands.
    assert!(matches!(&feed.events[0].start.zone, EventZone::Defined(zone) if zone.name() == "W. Europe Standard Time"));
}

#[test]
fn zones_by_every_name() {
    let start = |zone: &str| event(&format!("DTSTART;TZID={zone}:20260701T120000\nDURATION:PT1H")).when;
    for zone in [
        "Europe/Berlin",
        "/mozilla.org/20070129_1/Europe/Berlin",
        "/freeassociation.sourceforge.net/Europe/Berlin",
        "w. europe standard time",
        " Europe/Berlin",
        "UTC+2",
        "GMT+2",
    ] {
        assert_eq!(
            start(zone),
            span("2026-07-01T10:00:00Z", "2026-07-01T11:00:00Z"),
            "{zone}"
        );
    }
    let salta = span("2026-07-01T15:00:00Z", "2026-07-01T16:00:00Z");
    assert_eq!(start("/citadel.org/20190914_1/America/Argentina/Salta"), salta);
    assert_eq!(
        start("\"tzone://Microsoft/Utc\""),
        span("2026-07-01T12:00:00Z", "2026-07-01T13:00:00Z")
    );
}

#[test]
fn zones_of_the_text_itself() {
    let zone = |parts: &str| {
        let event =
            "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:20260701T120000\nDTEND;TZID=Mine:20260701T130000\nEND:VEVENT";
        // After the event, because nothing says that zones come first.
        let feed = calendar(&format!("{event}\nBEGIN:VTIMEZONE\nTZID:Mine\n{parts}END:VTIMEZONE"));
        feed.events.first().map(|event| event.start.clone()).ok_or(feed.faults)
    };
    let standard = "BEGIN:STANDARD\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n";
    let fixed = zone(standard).unwrap();
    assert_eq!(fixed.zone, EventZone::Fixed(3_600));
    assert_eq!(fixed.instant(), Some(instant("2026-07-01T11:00:00Z")));
    assert_eq!(
        fixed.zone.local(fixed.instant().unwrap()),
        Some((fixed.day, fixed.time))
    );
    let same = "BEGIN:DAYLIGHT\nTZOFFSETTO:+0100\nEND:DAYLIGHT\n";
    assert_eq!(
        zone(&format!("{standard}{same}")).unwrap().zone,
        EventZone::Fixed(3_600)
    );
    assert_eq!(
        zone("X-LIC-LOCATION:Europe/Berlin\n").unwrap().zone,
        EventZone::Named(berlin())
    );
    for changing in [
        "",
        &format!("{standard}BEGIN:DAYLIGHT\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"),
        "TZOFFSETTO:+0100\n",
    ] {
        let text = format!(
            "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:20260701T120000\nDTEND;TZID=Mine:20260701T130000\nEND:VEVENT\n\
             BEGIN:VTIMEZONE\nTZID:Mine\n{changing}END:VTIMEZONE"
        );
        let feed = calendar(&text);
        assert_eq!(
            (feed.faults[0].code, feed.faults.len()),
            (Code::CalendarFeedZone, 1),
            "{changing}"
        );
        assert!(feed.faults[0].message.contains("`Mine`"));
        // Its times are taken by the resource's clock.
        assert!(feed.events[0].unsure);
        assert_eq!(
            feed.events[0].when,
            span("2026-07-01T10:00:00Z", "2026-07-01T11:00:00Z")
        );
    }
}

/// A definition as Exchange writes it.
fn defined(name: &str, standard: (&str, &str), daylight: (&str, &str), east: (&str, &str)) -> String {
    let part = |kind: &str, (start, rule): (&str, &str), before: &str, after: &str| {
        format!(
            "BEGIN:{kind}\nDTSTART:{start}\nTZOFFSETFROM:{before}\nTZOFFSETTO:{after}\nRRULE:FREQ=YEARLY;{rule}\nEND:{kind}\n"
        )
    };
    let (winter, summer) = east;
    let parts = part("STANDARD", standard, summer, winter) + &part("DAYLIGHT", daylight, winter, summer);
    format!("BEGIN:VTIMEZONE\nTZID:{name}\n{parts}END:VTIMEZONE")
}

proptest! {
    /// A zone that the text defines by the law of a place shows what clocks show there, in every hour and year.
    #[test]
    fn defined_zones_are_what_they_define(
        which in 0..3_usize, day in 10_000..24_100_i32, second in 0..86_400_u32, near in any::<bool>(), late in -4..5_i64,
    ) {
        let berlin = (("16010101T030000", "BYDAY=-1SU;BYMONTH=10"), ("16010101T020000", "BYDAY=-1SU;BYMONTH=3"), ("+0100", "+0200"));
        let sydney = (("20080406T030000", "BYDAY=1SU;BYMONTH=4"), ("20081005T020000", "BYDAY=1SU;BYMONTH=10"), ("+1000", "+1100"));
        let york = (("20071104T020000", "BYDAY=1SU;BYMONTH=11"), ("20070311T020000", "BYDAY=2SU;BYMONTH=3"), ("-0500", "-0400"));
        let (place, first, (standard, daylight, east)) = [
            ("Europe/Berlin", 10_000, berlin), ("Australia/Sydney", 14_000, sydney), ("America/New_York", 14_000, york),
        ][which];
        let place: Zone = place.parse().unwrap();
        let mut local = (Day::from_number(day.max(first)).unwrap(), second);
        if near {
            let start = place.resolve(local.0, ratebook::time::TimeOfDay::MIDNIGHT).unwrap().instant();
            let change = place.next_change(start).unwrap().plus_seconds(late * 1_800).unwrap();
            let (day, time) = place.local(change);
            local = (day, time.seconds());
        }
        let (day, time) = (local.0, ratebook::time::TimeOfDay::from_seconds(local.1).unwrap());
        let (year, month, of_month) = day.ymd();
        let stamp = format!("{year:04}{month:02}{of_month:02}T{:02}{:02}{:02}", local.1 / 3_600, local.1 / 60 % 60, local.1 % 60);
        let event = format!("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:{stamp}\nDURATION:PT1H\nEND:VEVENT");
        let feed = calendar(&format!("{}\n{event}", defined("Mine", standard, daylight, east)));
        let start = &feed.events[0].start;
        let resolved = start.instant().unwrap();
        prop_assert_eq!(resolved, place.resolve(day, time).unwrap().instant(), "{} in {}", stamp, place);
        prop_assert_eq!(start.zone.local(resolved), Some(place.local(resolved)));
    }
}

#[test]
fn starts_and_ends() {
    let when = |lines: &str| event(lines).when;
    let floating = span("2026-09-01T08:00:00Z", "2026-09-01T08:15:00Z");
    assert_eq!(when("DTSTART:20260901T100000\nDURATION:PT15M"), floating);
    assert_eq!(when("DTSTART:20260901\nDURATION:P1W"), days("2026-09-01", "2026-09-07"));
    assert_eq!(when("DTSTART:20260901\nDURATION:P0D"), days("2026-09-01", "2026-09-01"));
    assert_eq!(
        when("DTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20260901"),
        days("2026-09-01", "2026-09-01")
    );
    // A day of the clock, which had 25 hours.
    let long = span("2026-10-24T10:00:00Z", "2026-10-25T12:00:00Z");
    assert_eq!(
        when("DTSTART;TZID=Europe/Berlin:20261024T120000\nDURATION:P1DT1H"),
        long
    );
    let none = calendar("BEGIN:VEVENT\nUID:1\nDTSTART:20260901T100000Z\nEND:VEVENT");
    assert_eq!((none.events.len(), none.faults.len()), (0, 0));
    let cancelled = event("DTSTART:20260901T100000Z\nSTATUS:cancelled");
    assert!(cancelled.cancelled);
    let method = calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901\nEND:VEVENT");
    assert!(method.events[0].cancelled);
    assert_eq!(event("DTSTART:20260901\nSEQUENCE:1736172812345").sequence, u32::MAX);
}

#[test]
fn an_event_at_fault_is_told_and_read_as_far_as_it_can_be() {
    for (lines, line, says) in [
        ("UID:1\nSUMMARY:x", 3, "no `DTSTART`"),
        ("UID:1\nDTSTART:20260931", 5, "`20260931` of `DTSTART` is not a time"),
        ("UID:1\nDTSTART;VALUE=DATE:2026090", 5, "not a day"),
        (
            "UID:1\nDTSTART:20260901\nDTSTART:20260902",
            6,
            "`DTSTART` is given twice",
        ),
        ("UID:1\nDTSTART:20260901\nDTEND:20260831", 6, "before the start"),
        ("UID:1\nDTSTART:20260901T100000\nDURATION:-PT1H", 6, "before the start"),
        (
            "UID:1\nDTSTART:20260901T100000\nDURATION:1H",
            6,
            "`1H` is not a duration",
        ),
        ("UID:1\nDTSTART:00010101T000000Z\nDURATION:PT1H", 5, "not between"),
        ("UID:1\nDTSTART:99991231\nDURATION:P2D", 6, "ends after 9999-12-31"),
        (
            "UID:1\nDTSTART:20260901\nRECURRENCE-ID;RANGE=THISANDPRIOR:20260901",
            6,
            "`THISANDPRIOR` is not read",
        ),
        (
            "UID:1\nDTSTART:20260901\nRDATE;VALUE=PERIOD:20260901T100000Z/x",
            6,
            "`x` is not a duration",
        ),
    ] {
        let (code, message, at, unsure) = fault(lines);
        assert_eq!(
            (code, at, unsure),
            (Code::CalendarFeed, line, true),
            "{lines}: {message}"
        );
        assert!(message.contains(says), "{lines}: {message}");
    }
    // What leaves no doubt about the time, or blocks more than is meant.
    for (lines, line, says) in [
        (
            "UID:1\nDTSTART:20260901\nDTEND:20260902T100000",
            6,
            "blocked as a whole",
        ),
        ("UID:1\nDTSTART:20260901T100000\nDTEND:20260902", 6, "until that day"),
        ("UID:1\nDTSTART:20260901\nEXDATE:20260901,x", 6, "`x` of `EXDATE`"),
        ("UID:1\nDTSTART:20260901\nSEQUENCE:-1", 6, "`-1` of `SEQUENCE`"),
    ] {
        let (code, message, at, unsure) = fault(lines);
        assert_eq!(
            (code, at, unsure),
            (Code::CalendarFeed, line, false),
            "{lines}: {message}"
        );
        assert!(message.contains(says), "{lines}: {message}");
    }
    let (code, message, _, _) = fault("UID:1\nDTSTART;TZID=Mars/Olympus:20260901T100000");
    assert_eq!(code, Code::CalendarFeedZone);
    assert!(message.contains("`Mars/Olympus`"));
}

#[test]
fn what_is_not_utf_8_has_one_byte_for_each_letter() {
    let text = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901\nDESCRIPTION:caf\xe9\nEND:VEVENT\n\
                 BEGIN:VEVENT\nUID:2\nDTSTART:20260901\nSUMMARY:caf\xe9\nEND:VEVENT\nEND:VCALENDAR\n";
    let feed = ical::read(text, &berlin()).unwrap();
    assert_eq!((feed.events.len(), feed.faults.len()), (2, 0));
    assert_eq!(feed.events[1].summary.as_deref(), Some("café"));
    let utf_16: Vec<u8> = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let error = ical::read(&[&[0xff, 0xfe], utf_16.as_slice()].concat(), &berlin()).unwrap_err();
    assert!(error.to_string().contains("not UTF-8"), "{error}");
}

#[test]
fn lines_that_are_none_do_not_spoil_their_event() {
    let feed = calendar("BEGIN:VEVENT\nUID:1\nDESCRIPTION:first\nsecond without a fold\nDTSTART:20260901\nEND:VEVENT");
    assert_eq!((feed.events.len(), feed.faults.len()), (1, 1));
    assert_eq!(feed.faults[0].details["line"], 6);
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR", "garbage\n".repeat(1_000));
    let feed = read(&text);
    assert_eq!((feed.faults.len(), feed.more_faults), (200, 800));
}

#[test]
fn busy_periods() {
    let feed = calendar(
        "BEGIN:VFREEBUSY\nUID:1\nDTSTART:20260901T000000Z\nDTEND:20260902T000000Z\n\
         FREEBUSY:20260901T100000Z/20260901T110000Z,20260901T120000Z/PT30M,20260901T130000Z/PT0S\n\
         FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260901T100000/P1D\nFREEBUSY;FBTYPE=busy-unavailable:20260901T100000Z/PT1H\n\
         FREEBUSY;FBTYPE=FREE:20260901T100000Z/PT1H\nFREEBUSY;FBTYPE=X-OTHER:nonsense,20260901T100000Z/PT1H\n\
         FREEBUSY:20260901T100000Z/20260901T090000Z\nEND:VFREEBUSY",
    );
    let kinds: Vec<BusyKind> = feed.busy.iter().map(|busy| busy.kind).collect();
    use BusyKind::{Busy as Taken, Free, Tentative, Unavailable};
    assert_eq!(kinds, [Taken, Taken, Tentative, Unavailable, Free, Taken]);
    let seconds: Vec<i64> = feed.busy.iter().map(|busy| busy.span.seconds()).collect();
    assert_eq!(seconds, [3_600, 1_800, 86_400, 3_600, 3_600, 3_600]);
    assert_eq!(feed.faults.len(), 2);
}

#[test]
fn what_is_refused() {
    let refused = |text: &str| {
        let error = ical::read(text.as_bytes(), &berlin()).unwrap_err();
        (error.code(), error.to_string())
    };
    for text in ["", "<!doctype html>", "BEGIN:VEVENT\nEND:VEVENT"] {
        let (code, message) = refused(text);
        assert!(
            code == Code::CalendarFeed && message.contains("no `BEGIN:VCALENDAR`"),
            "{text}: {message}"
        );
    }
    let events = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(MAX_EVENTS + 1);
    let periods = format!("BEGIN:VFREEBUSY\nFREEBUSY:{}\nEND:VFREEBUSY\n", ",".repeat(MAX_EVENTS));
    for large in [
        format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR"),
        format!("BEGIN:VCALENDAR\n{periods}END:VCALENDAR"),
        "x".repeat(MAX_TEXT_BYTES + 1),
    ] {
        assert_eq!(refused(&large).0, Code::CalendarFeedTooLarge);
    }
}

#[test]
fn a_text_whose_parts_do_not_end_is_told_and_read() {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART:20260901\nEND:VEVENT\n";
    for (text, says, events) in [
        ("BEGIN:VCALENDAR\n", "`BEGIN:VCALENDAR` has no `END`", 0),
        (
            &format!("BEGIN:VCALENDAR\n{event}"),
            "`BEGIN:VCALENDAR` has no `END`",
            1,
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901\n",
            "`BEGIN:VEVENT` has no `END`",
            1,
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901\nEND:VCALENDAR\n",
            "where `END:VEVENT` is needed",
            1,
        ),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "has no `BEGIN`", 0),
        (
            &format!("BEGIN:VCALENDAR\nEND:VCALENDAR\n{event}"),
            "outside of a calendar",
            0,
        ),
        (
            &format!("BEGIN:VCALENDAR\nBEGIN:VTODO\n{event}END:VCALENDAR\n"),
            "where `END:VTODO` is needed",
            1,
        ),
        (
            &format!("BEGIN:VCALENDAR\n{}{event}END:VCALENDAR\n", "BEGIN:X\n".repeat(100)),
            "lie within each other",
            1,
        ),
    ] {
        let feed = read(text);
        assert!(feed.cut_off, "{text}");
        assert_eq!(feed.events.len(), events, "{text}");
        assert!(feed.faults[0].message.contains(says), "{text}: {:?}", feed.faults);
    }
    assert!(!read(&format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n")).cut_off);
}

#[test]
fn a_line_longer_than_any_spoils_its_event_only_where_it_is_read() {
    let long = "x".repeat(1 << 21);
    let event = |line: &str| {
        let feed = calendar(&format!("BEGIN:VEVENT\nUID:1\nDTSTART:20260901\n{line}\nEND:VEVENT"));
        (feed.events.len(), feed.events[0].unsure, feed.faults.len())
    };
    assert_eq!(event(&format!("ATTACH:{long}")), (1, false, 0));
    assert_eq!(event(&format!("SUMMARY:{long}")), (1, true, 1));
}

#[test]
fn whatever_it_is_it_ends_soon() {
    let full = |piece: &str| piece.repeat(MAX_TEXT_BYTES / piece.len());
    let within = |head: &str, piece: &str, tail: &str| {
        let room = MAX_TEXT_BYTES - head.len() - tail.len();
        format!("{head}{}{tail}", piece.repeat(room / piece.len()))
    };
    let (open, close) = ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "END:VEVENT\nEND:VCALENDAR\n");
    let zones = "BEGIN:VTIMEZONE\nTZID:a\nEND:VTIMEZONE\n";
    let texts = [
        "x".repeat(50_000_000),
        full("\n"),
        full("x\n"),
        full(":"),
        full("A;\"\n"),
        full("x\n \n"),
        within(open, "x\n", close),
        within(open, "UID:\n", close),
        within(open, "RDATE:20260901\n", close),
        within(open, "EXDATE;TZID=A/B/C/D:20260901T100000,x\n", close),
        within("BEGIN:VCALENDAR\n", zones, "END:VCALENDAR\n"),
        within("", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", ""),
        within(
            open,
            &format!("EXDATE;{}:{}\n", "A=b;".repeat(100_000), "20260901,".repeat(50_000)),
            close,
        ),
    ];
    for text in texts {
        let start = Clock::now();
        let _ = ical::read(text.as_bytes(), &berlin());
        // Generous, because the tests run without optimisation and beside each other.
        let (taken, begin) = (start.elapsed(), text.get(..40).unwrap_or_default());
        assert!(taken < Duration::from_secs(20), "{taken:?}: {begin:?}");
    }
}

/// Text as it comes back: what iCalendar cannot hold is left out.
fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_ascii_control())
        .collect()
}

/// Text with what may go wrong: escapes, quotes, line breaks, control characters, letters of one to four bytes.
fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::char::range(' ', '~'),
        2 => prop::sample::select(vec!['\\', ',', ';', ':', '"', '^', '\n', '\r', '\t', '\u{0}', '\u{7f}', '\u{feff}']),
        2 => prop::sample::select(vec!['é', '…', '🏖', '\u{85}', '\u{2028}', '字']),
    ];
    prop::collection::vec(letter, 0..200).prop_map(|letters| letters.into_iter().collect())
}

fn second() -> impl Strategy<Value = Instant> {
    (-62_135_510_400_i64..253_402_207_200).prop_map(|second| Instant::from_microseconds(second * 1_000_000).unwrap())
}

fn stretch() -> impl Strategy<Value = Span> {
    (second(), second())
        .prop_filter("has a length", |(one, other)| one != other)
        .prop_map(|(one, other)| Span::new(one.min(other), one.max(other)).unwrap())
}

fn when() -> impl Strategy<Value = EventTime> {
    let number = Day::FIRST.number()..=Day::LAST.number();
    let range = (number.clone(), number).prop_map(|(one, other)| {
        let day = |number| Day::from_number(number).unwrap();
        EventTime::Days(DayRange {
            first: day(one.min(other)),
            last: day(one.max(other)),
        })
    });
    prop_oneof![range, stretch().prop_map(EventTime::Span)]
}

type Given = (String, EventTime, Option<String>, u8, bool, u32);

fn given_events() -> impl Strategy<Value = Vec<Given>> {
    let uid = text().prop_map(|text| format!("{text}@"));
    let event = (
        uid,
        when(),
        prop::option::of(text()),
        0..3_u8,
        any::<bool>(),
        any::<u32>(),
    );
    prop::collection::vec(event, 0..8)
}

fn busy() -> impl Strategy<Value = Vec<Busy>> {
    use BusyKind::{Busy as Taken, Free, Tentative, Unavailable};
    let kind = prop::sample::select(vec![Taken, Free, Tentative, Unavailable]);
    prop::collection::vec((stretch(), kind).prop_map(|(span, kind)| Busy { span, kind }), 0..5)
}

const STATUSES: [EventStatus; 3] = [EventStatus::Confirmed, EventStatus::Tentative, EventStatus::Cancelled];

fn written(name: &str, events: &[Given], busy: &[Busy]) -> String {
    let stamp = instant("2026-09-01T10:00:00.5Z");
    let mut text = Written::new("-//Ratebook//EN", stamp, Some(name), Some("PUBLISH"));
    for (uid, when, summary, status, transparent, sequence) in events {
        text.event(&WrittenEvent {
            uid,
            when: *when,
            summary: summary.as_deref(),
            status: STATUSES[usize::from(*status)],
            transparent: *transparent,
            sequence: *sequence,
            last_modified: Some(stamp),
        });
    }
    let within = Span::new(stamp, instant("2027-09-01T10:00:00Z")).unwrap();
    text.free_busy("busy", within, busy.iter().copied());
    text.finish()
}

proptest! {
    #[test]
    fn what_is_written_reads_back(name in text(), events in given_events(), busy in busy()) {
        let text = written(&name, &events, &busy);
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
        let feed = read(&text);
        prop_assert_eq!(&feed.faults, &[]);
        prop_assert_eq!(feed.name, Some(held(&name)));
        prop_assert_eq!(feed.busy, busy);
        prop_assert_eq!(feed.events.len(), events.len());
        for (event, (uid, when, summary, status, transparent, sequence)) in feed.events.iter().zip(&events) {
            let status = STATUSES[usize::from(*status)];
            prop_assert_eq!(&event.uid, &held(uid));
            prop_assert_eq!(&event.when, when);
            prop_assert_eq!(&event.summary, &summary.as_deref().map(held));
            prop_assert_eq!(event.cancelled, status == EventStatus::Cancelled);
            prop_assert_eq!(event.tentative, status == EventStatus::Tentative);
            prop_assert_eq!((event.transparent, event.sequence), (*transparent, *sequence));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = ical::read(&bytes, &berlin());
        let mut text = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n".to_vec();
        text.extend(bytes);
        text.extend(b"\nEND:VEVENT\nEND:VCALENDAR");
        let _ = ical::read(&text, &berlin());
    }

    #[test]
    fn a_damaged_feed_is_read_or_refused(
        events in given_events(),
        busy in busy(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..10),
    ) {
        let mut text = SAMPLE.as_bytes().to_vec();
        text.extend(written("x", &events, &busy).into_bytes());
        for (place, byte, kind) in damage {
            let at = place.index(text.len());
            match kind {
                0 => text[at] = byte,
                1 => text.insert(at, byte),
                _ => drop(text.drain(at..(at + usize::from(byte)).min(text.len()))),
            }
        }
        if let Ok(feed) = ical::read(&text, &berlin()) {
            for event in feed.events {
                prop_assert_eq!(&held(&event.uid), &event.uid);
                if let EventTime::Span(span) = event.when {
                    prop_assert!(span.start <= span.end);
                }
            }
        }
    }

    #[test]
    fn moments_within_a_second_are_widened(span in stretch(), early in 1..1_000_000_i64, late in 1..1_000_000_i64) {
        let moved = |instant: Instant, by: i64| Instant::from_microseconds(instant.microseconds() + by);
        let (Some(start), Some(end)) = (moved(span.start, early), moved(span.end, late)) else { return Ok(()) };
        prop_assume!(moved(span.end, 1_000_000).is_some());
        let given = ("1".to_owned(), EventTime::Span(Span { start, end }), None, 0, false, 0);
        let feed = read(&written("x", &[given], &[]));
        let EventTime::Span(read) = feed.events[0].when else { panic!() };
        prop_assert_eq!(read.start, span.start);
        prop_assert_eq!(Some(read.end), moved(span.end, 1_000_000));
    }
}

const SAMPLE: &str = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=\"Mine\":20260901T100000\r\n\
    DURATION:P1DT2H3M4S\r\nRRULE:FREQ=DAILY\r\nEXDATE;TZID=Mine:20260902T100000,20260903T100000\r\n\
    RDATE;VALUE=DATE:20261001\r\nRECURRENCE-ID:20260901T090000Z\r\nSEQUENCE:3\r\nEND:VEVENT\r\nBEGIN:VFREEBUSY\r\n\
    FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260901T100000Z/PT5H,20260901T100000Z/\r\n 20260902T100000Z\r\nEND:VFREEBUSY\r\n\
    END:VCALENDAR\r\n";
