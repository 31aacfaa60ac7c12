//! Any bytes as an iCalendar text; the events that are read must be written to a text that reads as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::calendar::ical::{Event, EventStatus, EventTime, Written, WrittenEvent, read};
use ratebook::time::{Instant, Zone};

fuzz_target!(|bytes: &[u8]| {
    let Ok(feed) = read(bytes, &Zone::UTC) else { return };
    let taking = |event: &&Event| !matches!(event.when, EventTime::Span(span) if span.start == span.end);
    let events: Vec<&Event> = feed.events.iter().filter(taking).collect();
    let Some(stamp) = Instant::from_microseconds(0) else { return };
    let mut text = Written::new("fuzz", stamp, feed.name.as_deref(), None);
    for event in &events {
        text.event(&WrittenEvent {
            uid: &event.uid,
            when: event.when,
            summary: event.summary.as_deref(),
            status: if event.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed },
            transparent: event.transparent,
            sequence: event.sequence,
            last_modified: None,
        });
    }
    // What grows past the limit by its escapes and folds cannot be read again.
    let Ok(again) = read(text.finish().as_bytes(), &Zone::UTC) else { return };
    assert_eq!(again.faults, []);
    assert_eq!(again.events.len(), events.len());
    for (again, event) in again.events.iter().zip(events) {
        assert_eq!((&again.uid, &again.summary, again.when), (&event.uid, &event.summary, event.when));
        assert_eq!(again.cancelled, event.cancelled);
        assert_eq!((again.transparent, again.sequence), (event.transparent, event.sequence));
    }
});
