//! The parts of a text, nested as its BEGIN and END lines say.

use super::event::{Draft, periods};
use super::text::{Line, Lines};
use super::zones::{Declared, Zones};
use super::{Feed, MAX_EVENTS, MAX_TEXT_BYTES, fault, too_large, unreadable};
use crate::money::shortened;
use crate::time::Zone;
use crate::{Code, Error, Reason, Result};

/// How many faults are told before the rest is only counted.
const MOST_FAULTS: usize = 200;
/// How deep parts may lie within each other; an alarm lies three deep.
const MOST_OPEN: usize = 64;

/// Reads an iCalendar text. Times without a zone are taken by the clocks of `floating`. An event at fault is left out and
/// told of in the feed; only a text that is no iCalendar at all, is cut off or is too large is refused.
///
/// ```
/// use ratebook::calendar::ical::read;
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260901\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let feed = read(text.as_bytes(), &"Europe/Berlin".parse()?)?;
/// assert_eq!(feed.events[0].uid, "1");
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn read(text: &[u8], floating: &Zone) -> Result<Feed> {
    if text.len() > MAX_TEXT_BYTES {
        let message = format!("the text has {} bytes; at most {MAX_TEXT_BYTES} are read", text.len());
        let reason = Reason::new(Code::CalendarFeedTooLarge, "", message);
        return Err(too_large(reason, MAX_TEXT_BYTES));
    }
    let mut reader = Reader {
        feed: Feed::default(),
        open: Vec::new(),
        calendar: Calendar::new(floating),
        floating,
        calendars: 0,
        events: 0,
        periods: 0,
    };
    for line in Lines::new(text) {
        reader.take(line?)?;
    }
    if let Some((_, begin)) = reader.open.last() {
        let message = format!("the text is cut off: `BEGIN:{}` has no END", shortened(&begin.token()));
        return Err(unreadable(begin.number, message));
    }
    if reader.calendars == 0 {
        return Err(not_a_calendar(text));
    }
    Ok(reader.feed)
}

fn not_a_calendar(text: &[u8]) -> Error {
    let message = match std::str::from_utf8(text) {
        Ok(_) => "the text has no BEGIN:VCALENDAR, so it is no iCalendar text",
        Err(_) => "the text is not UTF-8 and has no BEGIN:VCALENDAR; give an iCalendar text in UTF-8",
    };
    Error::new(Code::CalendarFeed, "", message)
}

/// What the lines between a BEGIN and its END belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Calendar,
    Event,
    FreeBusy,
    Zone,
    Observance,
    /// An alarm, a to-do, or what nobody here knows.
    Other,
}

impl Part {
    fn within(outer: Option<Part>, line: &Line<'_>) -> Part {
        match outer {
            None if line.says("VCALENDAR") => Part::Calendar,
            Some(Part::Calendar) if line.says("VEVENT") => Part::Event,
            Some(Part::Calendar) if line.says("VFREEBUSY") => Part::FreeBusy,
            Some(Part::Calendar) if line.says("VTIMEZONE") => Part::Zone,
            Some(Part::Zone) if line.says("STANDARD") || line.says("DAYLIGHT") => Part::Observance,
            _ => Part::Other,
        }
    }
}

/// A calendar of the text, until its end: only then all its zones are known.
struct Calendar<'a, 'z> {
    method: Option<String>,
    zones: Zones<'z>,
    declared: Declared,
    events: Vec<Draft<'a>>,
    busy: Vec<Line<'a>>,
}

impl<'z> Calendar<'_, 'z> {
    fn new(floating: &'z Zone) -> Self {
        Calendar {
            method: None,
            zones: Zones::new(floating),
            declared: Declared::default(),
            events: Vec::new(),
            busy: Vec::new(),
        }
    }
}

struct Reader<'a, 'z> {
    feed: Feed,
    open: Vec<(Part, Line<'a>)>,
    calendar: Calendar<'a, 'z>,
    floating: &'z Zone,
    calendars: usize,
    events: usize,
    periods: usize,
}

impl<'a> Reader<'a, '_> {
    fn take(&mut self, line: Line<'a>) -> Result<()> {
        if line.is("BEGIN") {
            return self.begin(line);
        }
        if line.is("END") {
            return self.end(&line);
        }
        let part = self.open.last().map(|(part, _)| *part);
        if part == Some(Part::Other) {
            return Ok(());
        }
        if part.is_none() || line.name().is_empty() {
            self.fault(|| {
                let message = match part {
                    None => "the line stands outside of a calendar and is not read",
                    Some(_) => "the line is not a name, a colon and a value, and is not read",
                };
                unreadable(line.number, message)
            });
            return Ok(());
        }
        match part {
            Some(Part::Calendar) => self.take_head(&line),
            Some(Part::Event) => {
                if let Some(draft) = self.calendar.events.last_mut() {
                    draft.take(line);
                }
            }
            Some(Part::FreeBusy) if line.is("FREEBUSY") => self.calendar.busy.push(line),
            Some(Part::Zone) => self.calendar.declared.take(&line),
            Some(Part::Observance) => self.calendar.declared.take_observed(&line),
            _ => {}
        }
        Ok(())
    }

    fn take_head(&mut self, line: &Line<'a>) {
        if line.is("METHOD") {
            let method = line.token().to_ascii_uppercase();
            self.feed.method.get_or_insert_with(|| method.clone());
            self.calendar.method.get_or_insert(method);
        } else if line.is("X-WR-CALNAME") || line.is("NAME") {
            match line.text() {
                Ok(name) => {
                    self.feed.name.get_or_insert(name);
                }
                Err(error) => self.fault(|| error),
            }
        }
    }

    fn begin(&mut self, line: Line<'a>) -> Result<()> {
        if self.open.len() == MOST_OPEN {
            let message = format!("more than {MOST_OPEN} parts lie within each other");
            let reason = fault(Code::CalendarFeedTooLarge, line.number, message);
            return Err(too_large(reason, MOST_OPEN));
        }
        let part = Part::within(self.open.last().map(|(part, _)| *part), &line);
        match part {
            Part::Calendar => {
                self.calendars += 1;
                self.calendar = Calendar::new(self.floating);
            }
            Part::Event => {
                self.events += 1;
                if self.events > MAX_EVENTS {
                    return Err(too_many("events", &line));
                }
                self.calendar.events.push(Draft::new(line.number));
            }
            Part::Zone => self.calendar.declared = Declared::default(),
            Part::FreeBusy | Part::Observance | Part::Other => {}
        }
        self.open.push((part, line));
        Ok(())
    }

    fn end(&mut self, line: &Line<'a>) -> Result<()> {
        let name = line.token();
        let Some((part, begin)) = self.open.pop() else {
            let message = format!("`END:{}` has no BEGIN", shortened(&name));
            return Err(unreadable(line.number, message));
        };
        if !begin.says(&name) {
            let (name, other) = (shortened(&name), shortened(&begin.token()));
            let message = format!("`END:{name}` stands where `END:{other}` is needed");
            let reason = fault(Code::CalendarFeed, line.number, message);
            return Err(reason.with("begin", begin.number).into());
        }
        match part {
            Part::Zone => {
                let declared = std::mem::take(&mut self.calendar.declared);
                self.calendar.zones.declare(declared);
                Ok(())
            }
            Part::Calendar => self.close(),
            _ => Ok(()),
        }
    }

    /// The end of a calendar: its zones are known, so its events can be read.
    fn close(&mut self) -> Result<()> {
        let mut calendar = std::mem::replace(&mut self.calendar, Calendar::new(self.floating));
        let cancelling = calendar.method.as_deref() == Some("CANCEL");
        for draft in &calendar.events {
            match draft.read(&mut calendar.zones, cancelling) {
                Ok(event) => self.feed.events.extend(event),
                Err(error) => self.fault(|| error),
            }
        }
        for line in &calendar.busy {
            // Counted before they are read: a line of commas has as many periods at fault.
            self.periods += line.token().split(',').count();
            if self.periods > MAX_EVENTS {
                return Err(too_many("periods", line));
            }
            for period in periods(line, &mut calendar.zones) {
                match period {
                    Ok(busy) => self.feed.busy.extend(busy),
                    Err(error) => self.fault(|| error),
                }
            }
        }
        Ok(())
    }

    fn fault(&mut self, error: impl FnOnce() -> Error) {
        if self.feed.faults.len() < MOST_FAULTS {
            self.feed.faults.extend(error().into_reasons());
        } else {
            self.feed.more_faults += 1;
        }
    }
}

fn too_many(what: &str, line: &Line<'_>) -> Error {
    let message = format!("the text has more than {MAX_EVENTS} {what}");
    let reason = fault(Code::CalendarFeedTooLarge, line.number, message);
    too_large(reason, MAX_EVENTS)
}
