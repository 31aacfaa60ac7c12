//! The parts of a text, nested as its BEGIN and END lines say.

use super::busy::periods;
use super::event::{Draft, Found};
use super::observed::Declared;
use super::text::{Line, Lines};
use super::told::Told;
use super::zones::Zones;
use super::{Feed, MAX_EVENTS, MAX_TEXT_BYTES, fault, too_large, unreadable};
use crate::money::shortened;
use crate::time::Zone;
use crate::{Code, Error, Reason, Result};

/// How many faults are told before the rest is only counted.
const MOST_FAULTS: usize = 200;
/// How deep parts may lie within each other; an alarm lies three deep.
const MOST_OPEN: usize = 64;

/// Reads an iCalendar text. Times without a zone are taken by the clocks of `floating`. An event at fault is read as far as it can
/// be and told of in the feed; only a text that is no iCalendar at all or is too large is refused.
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
        reader.take(line)?;
    }
    if reader.calendars == 0 {
        return Err(not_a_calendar(text));
    }
    if let Some((_, begin)) = reader.open.last() {
        let message = format!(
            "the text is cut off: `BEGIN:{}` has no `END`",
            shortened(&begin.token())
        );
        let reason = unreadable(begin.number, message);
        reader.damaged(reason);
        reader.close_to(0)?;
    }
    Ok(reader.feed)
}

fn not_a_calendar(text: &[u8]) -> Error {
    let message = match std::str::from_utf8(text) {
        Ok(_) => "the text has no `BEGIN:VCALENDAR`, so it is no iCalendar text",
        Err(_) => "the text is not UTF-8 and has no `BEGIN:VCALENDAR`; give an iCalendar text in UTF-8",
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

/// What stands in a calendar and in nothing else.
const OF_A_CALENDAR: [&str; 5] = ["VEVENT", "VFREEBUSY", "VTIMEZONE", "VTODO", "VJOURNAL"];

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
            self.take_unread(part, line);
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

    /// Takes a line that is no content line: what it says is in doubt.
    fn take_unread(&mut self, part: Option<Part>, line: Line<'a>) {
        match part {
            // Without it nobody knows whether the text speaks of all events or of those alone that it calls off.
            Some(Part::Calendar) => self.feed.cut_off |= line.begins("METHOD"),
            Some(Part::Event) => {
                if let Some(draft) = self.calendar.events.last_mut() {
                    draft.take_unread(line);
                }
            }
            Some(Part::FreeBusy) => self.feed.busy_unread |= !line.is_aside(),
            Some(Part::Observance) => self.calendar.declared.take_unread(&line),
            _ => {}
        }
    }

    fn take_head(&mut self, line: &Line<'a>) {
        if line.is("METHOD") {
            let method = line.token().to_ascii_uppercase();
            self.feed.method.get_or_insert_with(|| method.clone());
            self.calendar.method.get_or_insert(method);
        } else if line.is("X-WR-CALNAME") || line.is("NAME") {
            self.feed.name.get_or_insert_with(|| line.text());
        } else if line.is("X-WR-TIMEZONE") {
            self.calendar.zones.name_own(&line.token());
        }
    }

    fn begin(&mut self, line: Line<'a>) -> Result<()> {
        // What begins where only its end could stand has lost the end before it.
        if line.says("VCALENDAR") {
            self.close_for(0, &line)?;
        } else if OF_A_CALENDAR.iter().any(|name| line.says(name)) && self.calendar_is_open() {
            self.close_for(1, &line)?;
        }
        if self.open.len() == MOST_OPEN {
            let message = format!("more than {MOST_OPEN} parts lie within each other; this one is not read");
            self.damaged(unreadable(line.number, message));
            return Ok(());
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
            Part::Observance => self.calendar.declared.begin_observance(),
            Part::Other if self.open.is_empty() => {
                self.damaged(unreadable(
                    line.number,
                    "the part stands outside of a calendar and is not read",
                ));
            }
            Part::FreeBusy | Part::Other => {}
        }
        self.open.push((part, line));
        Ok(())
    }

    fn calendar_is_open(&self) -> bool {
        matches!(self.open.first(), Some((Part::Calendar, _)))
    }

    /// Closes what is still open beyond a depth, because something begins that cannot lie in it.
    fn close_for(&mut self, depth: usize, line: &Line<'a>) -> Result<()> {
        if let Some((_, begin)) = self.open.get(depth..).and_then(<[_]>::last) {
            let (name, other) = (shortened(&line.token()), shortened(&begin.token()));
            let message = format!("`BEGIN:{name}` stands where `END:{other}` is needed");
            let reason = fault(Code::CalendarFeed, line.number, message).with("begin", begin.number);
            self.damaged(reason);
        }
        self.close_to(depth)
    }

    fn end(&mut self, line: &Line<'a>) -> Result<()> {
        let name = line.token();
        let Some(depth) = self.open.iter().rposition(|(_, begin)| begin.says(&name)) else {
            let message = format!("`END:{}` has no `BEGIN`", shortened(&name));
            self.damaged(unreadable(line.number, message));
            return Ok(());
        };
        if let Some((_, begin)) = self.open.get(depth + 1..).and_then(<[_]>::last) {
            let (name, other) = (shortened(&name), shortened(&begin.token()));
            let message = format!("`END:{name}` stands where `END:{other}` is needed");
            let reason = fault(Code::CalendarFeed, line.number, message).with("begin", begin.number);
            self.damaged(reason);
        }
        self.close_to(depth + 1)?;
        match self.open.pop() {
            Some((part, _)) => self.close(part),
            None => Ok(()),
        }
    }

    /// Closes parts without an end, down to a depth.
    fn close_to(&mut self, depth: usize) -> Result<()> {
        while self.open.len() > depth {
            let Some((part, _)) = self.open.pop() else { break };
            if part == Part::Event
                && let Some(draft) = self.calendar.events.last_mut()
            {
                draft.open = true;
            }
            self.close(part)?;
        }
        Ok(())
    }

    fn close(&mut self, part: Part) -> Result<()> {
        match part {
            Part::Zone => {
                let declared = std::mem::take(&mut self.calendar.declared);
                self.calendar.zones.declare(declared);
                Ok(())
            }
            Part::Calendar => self.finish(),
            _ => Ok(()),
        }
    }

    /// The end of a calendar: its zones are known, so its events can be read.
    fn finish(&mut self) -> Result<()> {
        let mut calendar = std::mem::replace(&mut self.calendar, Calendar::new(self.floating));
        let cancelling = calendar.method.as_deref() == Some("CANCEL");
        for draft in &calendar.events {
            let mut told = Told::default();
            match draft.read(&mut calendar.zones, cancelling, &mut told) {
                Found::Event(event) => {
                    // Its own time is blocked; what else it takes, and others change, is of an event that nobody can name.
                    let repeats = event.and_future || event.recurrence.is_some();
                    let in_doubt = (told.unsure || repeats) && !event.transparent && !event.cancelled;
                    self.feed.cut_off |= in_doubt && draft.has_lost_name();
                    self.feed.events.push(*event);
                }
                Found::Unread(_) if draft.has_lost_name() => self.feed.cut_off = true,
                Found::Unread(uid) => self.feed.unread.push(uid),
                Found::Nothing => {}
            }
            self.tell(told);
        }
        for line in &calendar.busy {
            // Counted before they are read: a line of commas has as many periods at fault.
            self.periods += line.token().split(',').count();
            if self.periods > MAX_EVENTS {
                return Err(too_many("periods", line));
            }
            let mut told = Told::default();
            self.feed.busy.extend(periods(line, &mut calendar.zones, &mut told));
            self.feed.busy_unread |= told.unsure;
            self.tell(told);
        }
        Ok(())
    }

    /// Tells a fault by which parts of the text may have been lost.
    fn damaged(&mut self, error: impl Into<Error>) {
        self.feed.cut_off = true;
        self.fault(|| error.into());
    }

    fn tell(&mut self, told: Told) {
        self.feed.more_faults += told.more;
        for reason in told.faults {
            self.fault(|| reason.into());
        }
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
