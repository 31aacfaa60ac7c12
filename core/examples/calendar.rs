//! Is it free? A room is booked, and the next one is told why not.
//!
//! ```text
//! booked: a
//! calendar.buffer: 15 minutes are kept free beside booking `a`, 2026-05-04 10:00 to 11:00
//! free: 2026-05-04T11:15:00Z
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it gets")]

use ratebook::calendar::definition::{Booking, Resource, Take, When};
use ratebook::calendar::{BookRequest, Calendar, CalendarDefinition, NextFreeRequest};
use ratebook::time::{Instant, OpeningHours, OpeningWindow, Span, Zone};

fn main() -> ratebook::Result<()> {
    let open = OpeningHours::new([OpeningWindow::new("09:00".parse()?, "18:00".parse()?)]);
    let studio = Resource::new("studio", Zone::UTC)
        .with_hours(open)
        .with_buffer_after_minutes(15);
    let calendar = Calendar::new(CalendarDefinition::new([studio]))?;

    let now: Instant = "2026-05-04T08:00:00Z".parse()?;
    let book = |id: &str, start: &str, end: &str| {
        let when = When::Span(Span::new(start.parse()?, end.parse()?)?);
        calendar.book(&BookRequest::new(now, Booking::new(id, [Take::new("studio", when)])))
    };
    let first = book("a", "2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z")?;
    println!("booked: {}", first.id);

    // Too close to the first: the studio needs a quarter of an hour to be tidied.
    if let Err(refused) = book("b", "2026-05-04T11:00:00Z", "2026-05-04T12:00:00Z") {
        for reason in refused.reasons() {
            println!("{}: {}", reason.code, reason.message);
        }
    }
    let free = calendar.next_free(&NextFreeRequest::new(now, now, 60).with_resources(["studio"]))?;
    for time in &free {
        println!("free: {}", time.span.start);
    }
    Ok(())
}
