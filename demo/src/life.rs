//! What may happen next: the life of a room booking, event by event.

use std::fmt::Write;

use ratebook::flow::machine::shipped;
use ratebook::flow::{AllowedRequest, FireRequest, MachineInstance, StartRequest};
use ratebook::{Error, Result};

/// A booking that is held, paid, moved and used; then one event too many.
pub(crate) fn lived() -> Result<String> {
    let machine = shipped("room_booking")?;
    let mut now = "2026-11-20T10:00:00Z".parse()?;
    let mut start = StartRequest::new(now);
    for (field, at) in [
        ("starts_at", "2026-11-20T10:12:00Z"),
        ("ends_at", "2026-11-20T10:18:00Z"),
    ] {
        start.fields.insert(field.to_owned(), at.into());
    }
    let mut booking = machine.start(&start)?.instance;
    let open = |booking: &MachineInstance| -> Result<String> {
        let request = AllowedRequest::new(booking.clone())
            .with_permissions(["bookings:*"])
            .with_facts([("still_free", true)]);
        let choices = machine.allowed(&request)?;
        let open = choices
            .iter()
            .filter(|choice| choice.open)
            .map(|choice| choice.event.as_str());
        Ok(open.collect::<Vec<_>>().join(", "))
    };
    let mut text = String::new();
    let given: [(&str, &[(&str, &str)]); 4] = [
        ("pay", &[("payment_id", "pi_7"), ("amount", "80.00")]),
        (
            "move",
            &[
                ("starts_at", "2026-11-20T10:13:00Z"),
                ("ends_at", "2026-11-20T10:19:00Z"),
            ],
        ),
        ("begin", &[]),
        ("end", &[]),
    ];
    for (event, given) in given {
        let _ = writeln!(text, "  {:<12} {event:<6} (open: {})", booking.state, open(&booking)?);
        now = now.plus_seconds(300).unwrap_or(now);
        let mut request = FireRequest::new(booking, event, now).with_permissions(["bookings:*"]);
        request.facts.insert("still_free".to_owned(), true.into());
        for (field, value) in given {
            request.given.insert((*field).to_owned(), (*value).into());
        }
        booking = machine.fire(&request)?.instance;
    }
    let _ = writeln!(text, "  {:<12} version {}", booking.state, booking.version);
    let refused = machine.fire(&FireRequest::new(booking, "cancel", now)).err();
    let _ = writeln!(text, "  {}", refused.as_ref().map(Error::to_string).unwrap_or_default());
    Ok(text)
}
