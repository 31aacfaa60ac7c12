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
use super::ical::{self, EventTime};
use super::occurring::{Changed, Occurring, Said};
use super::schedule::Schedule;
use super::state::State;
use super::transaction::Transaction;
use crate::fault::Limits;
use crate::time::{Clock, Day, DayRange, Instant, Span, Zone};
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

/// What a feed changed. Of what it says it frees nothing: an event that cannot be read keeps what it blocked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ImportedFeed {
    /// What is blocked now and was not.
    pub added: Vec<Blocked>,
    /// What was blocked and is free now.
    pub removed: Vec<Blocked>,
    /// How many times stayed as they were.
    pub unchanged: u32,
    /// What could not be read of events and lines, each with its line. Such an event blocks what can be read of it.
    pub faults: Vec<Reason>,
    /// How many faults there were beyond those.
    pub more_faults: u32,
}

/// The longest name of an event as it stands in an id: behind it is room for a slash and a moment.
const LONGEST_NAME: usize = 170;

/// How much is kept of what an event is called.
const MOST_LETTERS: usize = 1_000;

impl Calendar {
    /// Blocks the time of another calendar's events, and frees what it no longer has, all of it or nothing. What cannot be read
    /// is told, spoils no other event and frees nothing.
    pub fn import_feed(&self, request: &ImportFeedRequest) -> Result<ImportedFeed> {
        request.bounded()?;
        // The text is long and is read before anybody has to wait for it.
        let (clock, within) = self.read()?.feed_wanted(request)?;
        let feed = ical::read(request.text.as_bytes(), clock.zone()).map_err(|error| error.under("/text"))?;
        let said = Said::of(&feed, within, clock.zone())?;
        self.write(|change| change.import_feed(request, within, said))
    }
}

impl Transaction<'_> {
    fn import_feed(&mut self, request: &ImportFeedRequest, within: Span, mut said: Said<'_>) -> Result<ImportedFeed> {
        let mut imported = ImportedFeed {
            faults: std::mem::take(&mut said.faults),
            more_faults: said.more_faults,
            ..ImportedFeed::default()
        };
        let mut wanted = self.wanted(request, within, &said)?;
        let keeping = Keeping::of(request, &said);
        for blocked in self.known(request)? {
            let keeps = keeping.keeps(&blocked.id, self.zone_of(request));
            let again = wanted.get_mut(&blocked.id);
            let stays = match again {
                Some(again) => {
                    let longer = hull(blocked.when, again.when).filter(|when| keeps && self.fits(request, *when));
                    again.when = longer.unwrap_or(again.when);
                    again.revision = blocked.revision;
                    *again == blocked
                }
                None => keeps && self.meets(&blocked, within),
            };
            if stays {
                imported.unchanged += 1;
                wanted.remove(&blocked.id);
            } else if wanted.contains_key(&blocked.id) || self.meets(&blocked, within) {
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

/// What stays blocked though the feed does not say that it is.
struct Keeping<'f> {
    cut_off: bool,
    /// What events keep theirs, by what they are known by here.
    unsure: HashSet<String>,
    called_off: Option<HashMap<String, &'f Changed<'f>>>,
}

impl<'f> Keeping<'f> {
    fn of(request: &ImportFeedRequest, said: &'f Said<'_>) -> Keeping<'f> {
        let called_off = said.called_off.as_ref();
        let by_name = called_off.map(|all| all.iter().map(|(uid, changed)| (name(request, uid), changed)).collect());
        Keeping {
            cut_off: said.cut_off,
            unsure: said.unsure.iter().map(|uid| name(request, uid)).collect(),
            called_off: by_name,
        }
    }

    /// Whether blocked time stays blocked, by its id.
    fn keeps(&self, id: &str, zone: Option<&Zone>) -> bool {
        let Some((name, start)) = id.rsplit_once('/') else {
            return false;
        };
        if self.cut_off || self.unsure.contains(name) {
            return true;
        }
        let Some(called_off) = &self.called_off else {
            return false;
        };
        let start = start.parse::<Instant>().ok();
        let gone = called_off.get(name).zip(start).zip(zone);
        !gone.is_some_and(|((changed, start), zone)| changed.calls_off(start, zone))
    }
}

/// What an event of a feed is known by here. Each resource has its own: one feed may be of several. What would be too long, or
/// could be taken apart in another way, is known by its fingerprint.
fn name(request: &ImportFeedRequest, uid: &str) -> String {
    let ImportFeedRequest { source, resource, .. } = request;
    let plain = format!("{source}/{resource}/{uid}");
    if plain.len() <= LONGEST_NAME && !source.contains('/') && !resource.contains('/') {
        return plain;
    }
    let kept: String = source.replace('/', "_").chars().take(20).collect();
    let whole = format!("{}:{source}{}:{resource}{uid}", source.len(), resource.len());
    format!("{kept}/{:016x}", fingerprint(&whole))
}

/// What an event is known by and called here, for as long as its times follow each other.
struct Known<'f> {
    uid: &'f str,
    summary: Option<&'f str>,
    name: String,
    reason: Option<String>,
}

impl Known<'_> {
    /// Whether it is of the same texts, not only of equal ones: they may be long.
    fn is_of(&self, uid: &str, summary: Option<&str>) -> bool {
        let same = |one: Option<&str>, other: Option<&str>| match (one, other) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        std::ptr::eq(self.uid, uid) && same(self.summary, summary)
    }
}

/// As much of a text as is kept with every time of its event.
fn beginning(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}

/// The time from the first of two to the last.
fn hull(one: When, other: When) -> Option<When> {
    match (one, other) {
        (When::Span(one), When::Span(other)) => Some(When::Span(Span {
            start: one.start.min(other.start),
            end: one.end.max(other.end),
        })),
        (When::Stay(one), When::Stay(other)) => Some(When::Stay(StayDays {
            check_in: one.check_in.min(other.check_in),
            check_out: one.check_out.max(other.check_out),
        })),
        _ => None,
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

    /// What a feed blocks, by id. Times of one event that begin together are one, the longest.
    fn wanted(&self, request: &ImportFeedRequest, within: Span, said: &Said<'_>) -> Result<BTreeMap<String, Blocked>> {
        let (_, schedule) = self.named(&request.resource, "/resource")?;
        let mut wanted: BTreeMap<String, Blocked> = BTreeMap::new();
        // Names and texts may be long, and an event may have many times: each is looked at once.
        let mut known: Option<Known<'_>> = None;
        for Occurring {
            uid,
            start,
            when,
            summary,
        } in &said.times
        {
            let Some(when) = schedule.blocked_by(*when, within) else {
                continue;
            };
            let same = known.take().filter(|known| known.is_of(uid, *summary));
            let Known { name, reason, .. } = known.insert(match same {
                Some(same) => same,
                None => Known {
                    uid,
                    summary: *summary,
                    name: name(request, uid),
                    reason: summary.map(beginning),
                },
            });
            let id = format!("{name}/{start}");
            let blocked = wanted.entry(id).or_insert_with_key(|id| Blocked {
                id: id.clone(),
                resource: request.resource.clone(),
                when,
                units: None,
                reason: reason.clone(),
                source: Some(request.source.clone()),
                revision: 0,
            });
            blocked.when = hull(blocked.when, when).unwrap_or(when);
        }
        Ok(wanted)
    }

    /// Whether a time is short enough to be taken.
    fn fits(&self, request: &ImportFeedRequest, when: When) -> bool {
        let named = self.named(&request.resource, "/resource");
        named.is_ok_and(|(_, schedule)| schedule.stretch(when).is_ok())
    }

    fn zone_of(&self, request: &ImportFeedRequest) -> Option<&Zone> {
        let (_, schedule) = self.named(&request.resource, "/resource").ok()?;
        Some(schedule.clock.zone())
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

/// FNV-1a, which is the same everywhere and always: ids that were made by it are kept in calendars.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// How far before and after the days that are asked for an event of many years is blocked, in seconds.
const LONG_BEFORE: i64 = 2_000 * 86_400;
const LONG_AFTER: i64 = 1_000 * 86_400;

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
        let span = self.span_of(when)?;
        span.intersection(within)?;
        if self.stretch(when).is_ok() {
            return Some(when);
        }
        // Longer than anything can be taken: blocked as far as anybody will look.
        let clipped = EventTime::Span(Span {
            start: span.start.max(within.start.plus_seconds(-LONG_BEFORE)?),
            end: span.end.min(within.end.plus_seconds(LONG_AFTER)?),
        });
        let is_longer = span.seconds() > LONG_BEFORE + LONG_AFTER;
        if is_longer {
            self.blocked_by(clipped, within)
        } else {
            None
        }
    }
}
