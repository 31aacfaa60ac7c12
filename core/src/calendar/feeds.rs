//! Other calendars: their events block time here, and what is taken here is written for them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::DAYS;
use super::calendar::Calendar;
use super::commands::UnblockRequest;
use super::definition::{Blocked, ResourceMode, StayDays, When};
use super::ical::{self, Event, EventTime, EventZone, LocalOrInstant};
use super::schedule::Schedule;
use super::state::State;
use super::transaction::Transaction;
use crate::fault::Limits;
use crate::time::{Clock, Day, DayRange, Instant, LocalTime, Occurrence, Recurrence, Span, Zone};
use crate::{Code, Error, Reason, Result};

/// The events of another calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ImportFeedRequest {
    /// The resource whose time they block.
    #[schemars(extend("format" = "reference"))]
    pub resource: String,
    /// What the other calendar is called: what it blocked before and no longer has becomes free.
    #[schemars(extend("format" = "name"))]
    pub source: String,
    /// The iCalendar text, of up to 16 MiB.
    #[schemars(length(max = 134217728), extend("format" = "text"))]
    pub text: String,
    /// Events on these days; others are left alone.
    pub days: DayRange,
}

/// What a feed changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ImportedFeed {
    /// What is blocked now and was not.
    pub added: Vec<Blocked>,
    /// What was blocked and is free now.
    pub removed: Vec<Blocked>,
    /// How many times stayed as they were.
    pub unchanged: u32,
    /// Events and lines that could not be read, each with its line.
    pub faults: Vec<Reason>,
    /// How many faults there were beyond those.
    pub more_faults: u32,
}

/// The most times that one feed blocks.
const MOST: usize = 20_000;
/// How many steps in vain the rules of a feed are searched, each of them and all together.
const PATIENCE: u32 = 50_000;
const WHOLE_PATIENCE: u32 = 2_000_000;

/// A time of an event, with what it is known by.
struct Occurring<'f> {
    key: String,
    when: EventTime,
    summary: Option<&'f str>,
}

impl Calendar {
    /// Blocks the time of another calendar's events, and frees what it no longer has, all of it or nothing. Faulty events are
    /// told and spoil no others.
    pub fn import_feed(&self, request: &ImportFeedRequest) -> Result<ImportedFeed> {
        request.bounded()?;
        // The text is long and is read before anybody has to wait for it.
        let (clock, within) = self.read()?.feed_wanted(request)?;
        let feed = ical::read(request.text.as_bytes(), clock.zone()).map_err(|error| error.under("/text"))?;
        let mut imported = ImportedFeed {
            more_faults: u32::try_from(feed.more_faults).unwrap_or(u32::MAX),
            faults: feed.faults.clone(),
            ..ImportedFeed::default()
        };
        let occurring = occurring(&feed, within, clock.zone(), &mut imported.faults)?;
        self.write(|change| change.import_feed(request, within, occurring, imported))
    }
}

impl Transaction<'_> {
    fn import_feed(
        &mut self,
        request: &ImportFeedRequest,
        within: Span,
        occurring: Vec<Occurring<'_>>,
        mut imported: ImportedFeed,
    ) -> Result<ImportedFeed> {
        let mut wanted = self.wanted(request, within, occurring)?;
        for blocked in self.known(request)? {
            if wanted.get(&blocked.id) == Some(&blocked) {
                imported.unchanged += 1;
                wanted.remove(&blocked.id);
            } else if self.meets(&blocked, within) {
                let gone = UnblockRequest { blocked: blocked.id };
                imported.removed.push(self.unblock(&gone)?);
            }
        }
        for blocked in wanted.into_values() {
            imported.added.push(self.block_time(&blocked)?);
        }
        Ok(imported)
    }
}

impl State {
    /// The clock by which a feed is read, and the stretch of time that it may block.
    fn feed_wanted(&self, request: &ImportFeedRequest) -> Result<(Arc<Clock>, Span)> {
        request.days.within(DAYS, "/days")?;
        let (_, schedule) = self.named(&request.resource, "/resource")?;
        if schedule.resource.mode == ResourceMode::Departures {
            let message = "events cannot block departures";
            return Err(Error::new(Code::RequestConflict, "/resource", message));
        }
        Ok((Arc::clone(&schedule.clock), schedule.within(request.days)?))
    }

    /// What a feed blocks, by id and in its order.
    fn wanted(
        &self,
        request: &ImportFeedRequest,
        within: Span,
        occurring: Vec<Occurring<'_>>,
    ) -> Result<BTreeMap<String, Blocked>> {
        let (_, schedule) = self.named(&request.resource, "/resource")?;
        let blocked = occurring.into_iter().filter_map(|one| {
            let when = schedule.blocked_by(one.when, within)?;
            let id = one.id(&request.source);
            let blocked = Blocked {
                id: id.clone(),
                resource: request.resource.clone(),
                when,
                units: None,
                reason: one.summary.map(str::to_owned),
                source: Some(request.source.clone()),
            };
            Some((id, blocked))
        });
        Ok(blocked.collect())
    }

    /// What the source blocks of the resource by now.
    fn known(&self, request: &ImportFeedRequest) -> Result<Vec<Blocked>> {
        let number = self.resource(&request.resource, "/resource")?;
        let all = self.blocked.sorted().into_iter();
        let of_source =
            all.filter(|(_, time)| time.source.as_deref() == Some(&request.source) && time.part.resource == number);
        Ok(of_source.filter_map(|(id, time)| self.blocked_time(id, time)).collect())
    }

    /// Whether blocked time lies in a stretch: what a feed blocked on other days stays.
    fn meets(&self, blocked: &Blocked, within: Span) -> bool {
        let Ok((_, schedule)) = self.named(&blocked.resource, "") else {
            return false;
        };
        schedule
            .span_of(blocked.when)
            .is_some_and(|span| span.intersection(within).is_some())
    }
}

impl Occurring<'_> {
    /// What it is known by here: the same in every import.
    fn id(&self, source: &str) -> String {
        let id = format!("{source}/{}", self.key);
        if id.len() <= 200 {
            return id;
        }
        let kept: String = source.chars().take(40).collect();
        format!("{kept}/{:016x}", fingerprint(&id))
    }
}

/// FNV-1a, which is the same everywhere and always: ids that were made by it are kept in calendars.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

impl Schedule {
    /// Days as a stretch of moments, by the resource's own clock.
    pub(crate) fn within(&self, days: DayRange) -> Result<Span> {
        let start = self.clock.start_of(days.first);
        let end = days.last.next().and_then(|next| self.clock.start_of(next));
        let span = start.zip(end).map(|(start, end)| Span { start, end });
        span.ok_or_else(|| {
            Error::new(
                Code::TimeOutOfRange,
                "/days",
                "the days reach out of the years 0001 to 9999",
            )
        })
    }

    /// The moments of a time: nights begin and end at midnight.
    pub(crate) fn span_of(&self, when: When) -> Option<Span> {
        let days = |first: Day, past: Day| {
            Some(Span {
                start: self.clock.start_of(first)?,
                end: self.clock.start_of(past)?,
            })
        };
        match when {
            When::Span(span) => Some(span),
            When::Stay(stay) => days(stay.check_in, stay.check_out),
            When::Departure(day) => days(day, day.next()?),
        }
    }

    /// What an event blocks; nothing when it lies elsewhere.
    fn blocked_by(&self, when: EventTime, within: Span) -> Option<When> {
        let clock = &self.clock;
        let when = match (when, self.resource.mode) {
            (EventTime::Days(days), ResourceMode::Nights) => When::Stay(StayDays {
                check_in: days.first,
                check_out: days.last.next()?,
            }),
            (EventTime::Days(days), _) => When::Span(Span {
                start: clock.start_of(days.first)?,
                end: clock.start_of(days.last.next()?)?,
            }),
            // Somebody who is there from the afternoon to the morning takes the night between.
            (EventTime::Span(span), ResourceMode::Nights) => {
                let check_in = clock.day_of(span.start);
                When::Stay(StayDays {
                    check_in,
                    check_out: clock.day_of(span.end).max(check_in.next()?),
                })
            }
            (EventTime::Span(span), _) => When::Span(span),
        };
        let long_enough = self.stretch(when).is_ok();
        self.span_of(when)?
            .intersection(within)
            .filter(|_| long_enough)
            .map(|_| when)
    }
}

/// Every time of the feed's events that meets a stretch.
fn occurring<'f>(
    feed: &'f ical::Feed,
    within: Span,
    zone: &Zone,
    faults: &mut Vec<Reason>,
) -> Result<Vec<Occurring<'f>>> {
    // Of several revisions of an event the newest counts.
    let mut newest: HashMap<(&str, Option<Option<Instant>>), &Event> = HashMap::new();
    for event in &feed.events {
        let replaces = event.replaces.as_ref().map(|replaced| moment_of(replaced, zone));
        let known = newest.entry((&event.uid, replaces)).or_insert(event);
        if event.sequence >= known.sequence {
            *known = event;
        }
    }
    let mut replaced: HashSet<(&str, Option<Instant>)> = HashSet::new();
    for event in newest.values() {
        if let Some(instead) = &event.replaces {
            replaced.insert((&event.uid, moment_of(instead, zone)));
        }
    }
    let (mut found, mut patience) = (Vec::new(), WHOLE_PATIENCE);
    let mut events: Vec<&Event> = newest.into_values().collect();
    events.sort_by_key(|event| event.line);
    for event in events {
        if event.cancelled || event.transparent || is_empty(event.when) {
            continue;
        }
        match expanded(event, within, zone, &mut patience) {
            Ok(times) => {
                let base = event.replaces.is_none();
                let times = times
                    .into_iter()
                    .filter(|(start, _)| !base || !replaced.contains(&(event.uid.as_str(), Some(*start))));
                found.extend(times.map(|(start, when)| Occurring {
                    key: format!("{}/{start}", event.uid),
                    when,
                    summary: event.summary.as_deref(),
                }));
            }
            Err(error) => faults.extend(error.into_reasons().into_iter().map(|mut reason| {
                reason.path = format!("/lines/{}", event.line);
                reason.with("line", event.line)
            })),
        }
        let message = match (found.len(), patience) {
            (0..=MOST, 1..) => continue,
            (0..=MOST, 0) => format!("its rules were searched in vain for {WHOLE_PATIENCE} steps"),
            _ => format!("more than {MOST} times would be blocked; ask for fewer days"),
        };
        let reason = Reason::new(Code::CalendarFeedTooLarge, "/text", message);
        return Err(reason.with("limit", MOST).into());
    }
    let busy = feed.busy.iter().filter(|busy| busy.kind != ical::BusyKind::Free);
    found.extend(busy.map(|busy| Occurring {
        key: format!("busy/{}/{}", busy.span.start, busy.span.end),
        when: EventTime::Span(busy.span),
        summary: None,
    }));
    Ok(found)
}

fn is_empty(when: EventTime) -> bool {
    matches!(when, EventTime::Span(span) if span.end <= span.start)
}

fn moment_of(time: &LocalOrInstant, zone: &Zone) -> Option<Instant> {
    match time {
        LocalOrInstant::Day(day) => zone.start_of(*day),
        LocalOrInstant::Local(local) => local.instant(),
        LocalOrInstant::Instant(instant) => Some(*instant),
    }
}

/// The times of an event, each with its first moment.
fn expanded(event: &Event, within: Span, zone: &Zone, patience: &mut u32) -> Result<Vec<(Instant, EventTime)>> {
    let first = match event.when {
        EventTime::Span(span) => Some(span.start),
        EventTime::Days(days) => zone.start_of(days.first),
    };
    let Some(rule) = &event.recurrence else {
        return Ok(first.map(|first| (first, event.when)).into_iter().collect());
    };
    let by = match &event.start.zone {
        _ if matches!(event.when, EventTime::Days(_)) => EventZone::Named(zone.clone()),
        by => by.clone(),
    };
    // A zone of one offset all year is universal time, moved.
    let (clock, east) = match &by {
        EventZone::Named(named) => (named.clone(), 0),
        EventZone::Fixed(east) => (Zone::UTC, i64::from(*east)),
    };
    let local = |time: &LocalOrInstant| {
        let (day, time) = match time {
            LocalOrInstant::Day(day) => (*day, event.start.time),
            other => by.local(moment_of(other, zone)?)?,
        };
        Some(LocalTime { day, time })
    };
    let days = |times: &[LocalOrInstant]| times.iter().filter_map(local).collect::<Vec<_>>();
    let excluded_days = rule.excluded.iter().filter_map(|time| match time {
        LocalOrInstant::Day(day) => Some(*day),
        _ => None,
    });
    let mut recurrence = Recurrence {
        start: LocalTime {
            day: event.start.day,
            time: event.start.time,
        },
        rule: None,
        excluded: days(&rule.excluded),
        excluded_days: excluded_days.collect(),
        added: days(&rule.added),
    };
    let length = match event.when {
        EventTime::Span(span) => span.seconds(),
        EventTime::Days(days) => i64::try_from(days.len()).unwrap_or(0) * 90_000,
    };
    let (start, end) = (within.start.plus_seconds(east - length), within.end.plus_seconds(east));
    let reach = start.zip(end).map(|(start, end)| Span { start, end });
    let rules = rule.rules.iter().map(|rule| Some(rule.clone()));
    // The event itself is always one of its times, whatever its rule says.
    let mut times = Vec::new();
    for rule in rules.chain([None]) {
        recurrence.rule = rule;
        let own = PATIENCE.min(*patience);
        let mut occurrences = recurrence.occurrences(&clock, reach)?.giving_up_after(own);
        let found: Vec<Result<Occurrence>> = occurrences.by_ref().take(MOST + 1).collect();
        *patience -= own - occurrences.patience_left();
        for occurrence in found {
            let occurrence = occurrence?;
            let Some(start) = occurrence.instant.plus_seconds(-east) else {
                continue;
            };
            times.extend(moved(event.when, start, occurrence.day).map(|when| (start, when)));
        }
    }
    times.sort_by_key(|(start, _)| *start);
    times.dedup_by_key(|(start, _)| *start);
    Ok(times)
}

/// The same length of time from another moment, or another day, on.
fn moved(when: EventTime, start: Instant, day: Day) -> Option<EventTime> {
    Some(match when {
        EventTime::Span(span) => {
            let length = span.end.microseconds_since(span.start);
            let end = Instant::from_microseconds(start.microseconds() + length)?;
            EventTime::Span(Span { start, end })
        }
        EventTime::Days(days) => EventTime::Days(DayRange {
            first: day,
            last: day.plus(days.last.since(days.first))?,
        }),
    })
}
