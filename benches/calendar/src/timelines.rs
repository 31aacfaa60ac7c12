//! Timelines and calendars of every size: asking, taking, giving back, bytes, and copies.

use std::hint::black_box;

use ratebook::calendar::definition::{Booking, Take, When};
use ratebook::calendar::{BookRequest, Calendar, CancelRequest, CheckRequest, Taken, Timeline};
use ratebook::time::{Instant, Span};
use serde_json::{Value, json};

use crate::counting::bytes_of;
use crate::timing::{median, median_each, timed};
use crate::workload::{EPOCH, MINUTE, Workload};

/// Rounds of what takes long.
const FEW: usize = 3;
/// Changes of a calendar that are timed together.
const CHANGES: usize = 2_000;

pub(crate) fn at(microseconds: i64) -> Instant {
    Instant::from_microseconds(microseconds).expect("a moment")
}

pub(crate) fn when(start: i64, end: i64) -> When {
    When::Span(Span {
        start: at(start),
        end: at(end),
    })
}

/// The moment of every question: before everything.
pub(crate) fn now() -> Instant {
    at(EPOCH * MINUTE)
}

/// A request for one resource whose time is set before every question.
pub(crate) fn question(resource: &str) -> CheckRequest {
    let asked = json!({
        "now": now(), "resource": resource, "when": {"span": {"start": now(), "end": at((EPOCH + 60) * MINUTE)}},
    });
    serde_json::from_value(asked).expect("a sound question")
}

/// A booking of one unit.
pub(crate) fn booking(id: String, resource: &str, start: i64, end: i64) -> BookRequest {
    let take = Take::new(resource, when(start, end)).with_units(1);
    let booking = Booking::new(id, [take]);
    BookRequest::new(now(), booking)
}

fn filled(bookings: &[Taken]) -> Timeline {
    let mut timeline = Timeline::default();
    for taken in bookings {
        assert!(timeline.insert(*taken), "a booking is refused");
    }
    timeline
}

fn calendar(work: &Workload) -> Calendar {
    let studio = json!({"id": "studio", "zone": "Europe/Berlin", "capacity": work.capacity});
    let calendar = Calendar::load(json!({"resources": [studio]})).expect("a sound definition");
    for taken in &work.shuffled {
        let request = booking(format!("B{}", taken.owner), "studio", taken.start, taken.end);
        calendar.book(&request).expect("a free time");
    }
    calendar
}

/// How many of the questions are answered with yes.
pub(crate) fn free_questions(work: &Workload) -> usize {
    let timeline = filled(&work.shuffled);
    let free = |(start, end): &&(i64, i64)| timeline.most(*start, *end) < work.capacity;
    work.questions.iter().filter(free).count()
}

/// Nanoseconds and bytes per booking or question, of a resource of so many units and bookings.
pub(crate) fn figures(work: &Workload) -> Value {
    let mut figures = structure(work);
    let more = whole(work);
    if let (Some(figures), Value::Object(more)) = (figures.as_object_mut(), more) {
        figures.extend(more);
    }
    figures
}

/// Of the timeline alone.
fn structure(work: &Workload) -> Value {
    let count = work.bookings.len();
    // Small ones are filled and emptied many times in a round.
    let times = (20_000 / count).max(1);
    let rounds = if count > 100_000 { FEW } else { 7 };
    let fill = |bookings: &[Taken]| {
        median(count * times, rounds, || {
            timed(|| (0..times).for_each(|_| drop(black_box(filled(bookings)))))
        })
    };
    let (timeline, bytes) = bytes_of(|| filled(&work.shuffled));
    let most = median_each(work.questions.len(), || {
        for (start, end) in &work.questions {
            black_box(timeline.most(*start, *end));
        }
    });
    let mut gone = work.bookings.clone();
    crate::workload::Chance::new(11).shuffle(&mut gone);
    let remove = median(count * times, rounds, || {
        (0..times)
            .map(|_| {
                let mut emptied = timeline.clone();
                timed(|| gone.iter().for_each(|taken| assert!(emptied.remove(*taken))))
            })
            .sum()
    });
    json!({
        "insert": fill(&work.shuffled),
        "insert_in_order": fill(&work.bookings),
        "remove": remove,
        "most": most,
        "step_bytes": timeline.bytes() as f64 / count as f64,
        "timeline_bytes": bytes / count as f64,
    })
}

/// Of a calendar with one resource.
fn whole(work: &Workload) -> Value {
    let count = work.bookings.len();
    let (calendar, bytes) = bytes_of(|| calendar(work));
    let mut request = question("studio");
    let mut free = 0;
    let is_free = median_each(work.questions.len(), || {
        free = 0;
        for (start, end) in &work.questions {
            request.when = when(*start, *end);
            free += usize::from(calendar.is_free(&request).unwrap_or(false));
        }
    });
    assert_eq!(free, free_questions(work), "the calendar and the timeline differ");
    let check = median_each(work.questions.len(), || {
        for (start, end) in &work.questions {
            request.when = when(*start, *end);
            black_box(calendar.check(&request).is_ok());
        }
    });
    let (book, cancel) = changes(&calendar, work);
    let clone = median_each(1_000, || (0..1_000).for_each(|_| drop(black_box(calendar.clone()))));
    let spare = work.bookings.last().map_or(0, |last| last.end) + MINUTE;
    let change = booking("the first change".to_owned(), "studio", spare, spare + MINUTE);
    let first_change = median(1, FEW, || {
        let copy = calendar.clone();
        let change = timed(|| drop(black_box(copy.book(&change))));
        assert!(
            copy.book(&booking(
                "again".to_owned(),
                "studio",
                spare + MINUTE,
                spare + 2 * MINUTE
            ))
            .is_ok()
        );
        change
    });
    json!({
        "is_free": is_free,
        "check": check,
        "free_share": free as f64 / work.questions.len() as f64,
        "book": book,
        "cancel": cancel,
        "calendar_bytes": bytes / count as f64,
        "clone": clone,
        "first_change": first_change,
    })
}

/// Gives some bookings up and books them again, one by one, while the others stay.
fn changes(calendar: &Calendar, work: &Workload) -> (f64, f64) {
    let some = &work.shuffled[..CHANGES.min(work.shuffled.len())];
    let id = |taken: &Taken| format!("B{}", taken.owner);
    let books: Vec<BookRequest> = some
        .iter()
        .map(|taken| booking(id(taken), "studio", taken.start, taken.end))
        .collect();
    let cancels: Vec<CancelRequest> = some.iter().map(|taken| CancelRequest::new(id(taken))).collect();
    let give_up = || {
        cancels
            .iter()
            .for_each(|request| assert!(calendar.cancel(request).is_ok()))
    };
    let book_again = || books.iter().for_each(|request| assert!(calendar.book(request).is_ok()));
    let cancel = median(some.len(), 5, || {
        let cancel = timed(give_up);
        book_again();
        cancel
    });
    let book = median(some.len(), 5, || {
        give_up();
        timed(book_again)
    });
    (book, cancel)
}
