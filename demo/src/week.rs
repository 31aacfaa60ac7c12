use std::fmt::Write;

use ratebook::Result;
use ratebook::calendar::definition::{Booking, Take, When};
use ratebook::calendar::{
    BookRequest, Calendar, HoldRequest, ResourceView, SlotsRequest, ViewKind, ViewRequest, ViewState,
};
use ratebook::time::{DayRange, Instant, Span, TimeOfDay, Weekday, Zone};

const STUDIO: &str = "daylight";
const HOURS: std::ops::Range<u32> = 9..20;

/// A week of a studio: what is taken, a hold that is placed, the free starts of a day, and a double booking that is refused.
pub(crate) fn shown(calendar: &Calendar) -> Result<String> {
    let now: Instant = "2026-11-22T18:00:00+01:00".parse()?;
    let wanted = Take::new(
        STUDIO,
        When::Span(Span {
            start: "2026-11-24T12:00:00+01:00".parse()?,
            end: "2026-11-24T14:00:00+01:00".parse()?,
        }),
    )
    .with_units(1);
    let hold = calendar.hold(&HoldRequest::new(now, "checkout-7", [wanted.clone()], 900))?;
    let view = calendar.view(
        &ViewRequest::new(now, ViewKind::Week, "2026-11-23".parse()?)
            .with_week_begins(Weekday::Monday)
            .with_resources([STUDIO.to_owned()]),
    )?;
    let mut text = drawn(&view)?;
    let _ = writeln!(
        text,
        "  `checkout-7` holds Tuesday 12:00 to 14:00 until {}",
        hold.expires_at
    );
    let _ = writeln!(text, "  two hours are free for its owner at {}", free(calendar, now)?);
    let _ = writeln!(text, "\nWhy not? Somebody else books the same two hours:\n");
    text.push_str(&refused(calendar, now, wanted));
    Ok(text)
}

/// The starts of two free hours on Tuesday and Wednesday, for whoever has the hold.
fn free(calendar: &Calendar, now: Instant) -> Result<String> {
    let slots = calendar.slots(
        &SlotsRequest::new(
            now,
            DayRange {
                first: "2026-11-24".parse()?,
                last: "2026-11-25".parse()?,
            },
            120,
        )
        .with_resources([STUDIO.to_owned()])
        .with_units(1)
        .with_hold("checkout-7"),
    )?;
    let free = slots.iter().flat_map(|one| &one.slots);
    let free: Vec<String> = free
        .map(|slot| format!("{} {}{}", slot.day, slot.time, slot.offset))
        .collect();
    Ok(free.join(", "))
}

/// Every reason against a booking.
fn refused(calendar: &Calendar, now: Instant, wanted: Take) -> String {
    let booked = calendar.book(&BookRequest::new(now, Booking::new("BK-6", [wanted])));
    let reasons = match booked {
        Ok(booking) => return format!("  booked as {}\n", booking.id),
        Err(error) => error.into_reasons(),
    };
    let told = reasons
        .iter()
        .map(|reason| format!("  {:<26}{} (`{}`)\n", reason.code.as_str(), reason.message, reason.path));
    told.collect()
}

/// The hours of a week, a column for each day: `·` is free, `█` booked, `▒` held, a blank closed.
fn drawn(views: &[ResourceView]) -> Result<String> {
    let zone: Zone = "Europe/Berlin".parse()?;
    let mut text = String::from("        ");
    let days: Vec<_> = views.iter().flat_map(|view| &view.days).collect();
    for day in &days {
        let _ = write!(
            text,
            "{:<7}",
            format!("{:.3} {}", day.day.weekday().to_string(), day.day.ymd().2)
        );
    }
    text.push('\n');
    for hour in HOURS {
        let _ = write!(text, "  {hour:02}:00 ");
        for day in &days {
            let time = TimeOfDay::from_seconds(hour * 3_600).unwrap_or(TimeOfDay::MIDNIGHT);
            let at = zone.resolve(day.day, time).map(ratebook::time::Resolved::instant);
            let cell = day
                .cells
                .iter()
                .find(|cell| at.is_some_and(|at| cell.start <= at && at < cell.end));
            let sign = match cell.map(|cell| cell.state) {
                Some(ViewState::Open) => "  ·    ",
                Some(ViewState::Buffer) => "  ░    ",
                Some(ViewState::Held) => " ▒▒▒   ",
                Some(ViewState::Taken | ViewState::Blocked) => " ███   ",
                _ => "       ",
            };
            text.push_str(sign);
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    Ok(text)
}
