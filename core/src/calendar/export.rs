//! What is taken, written for other calendars.

use std::collections::HashSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::DAYS;
use super::calendar::Calendar;
use super::definition::{ResourceMode, When};
use super::ical::{Busy, BusyKind, EventStatus, EventTime, Written, WrittenEvent};
use super::schedule::{Schedule, day, moment};
use super::state::{Part, State};
use super::steps::runs;
use crate::Result;
use crate::fault::Limits;
use crate::time::{DayRange, Instant, Span};

/// What is written for other calendars?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportFeedRequest {
    /// The present moment: the stamp of every event.
    pub now: Instant,
    /// The resources; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// The days.
    pub days: DayRange,
    /// Events with their titles, or only what is busy.
    #[serde(default)]
    pub content: FeedContent,
    /// The name of the calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub name: Option<String>,
}

/// What a feed tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FeedContent {
    /// Every booking as an event, every hold as a tentative one, and what is blocked here. What another calendar blocked is
    /// left out, for it comes from there.
    #[default]
    Events,
    /// When no unit is left, without a word about why.
    FreeBusy,
}

const PRODUCT: &str = "-//Ratebook//Calendar//EN";

impl Calendar {
    /// What is taken as iCalendar text: events with names that stay the same, or only when it is busy.
    pub fn export_feed(&self, request: &ExportFeedRequest) -> Result<String> {
        request.bounded()?;
        self.read()?.export_feed(request)
    }
}

impl State {
    fn export_feed(&self, request: &ExportFeedRequest) -> Result<String> {
        request.days.within(DAYS, "/days")?;
        let numbers = self.listed(&request.resources)?;
        let mut written = Written::new(PRODUCT, request.now, request.name.as_deref(), Some("PUBLISH"));
        match request.content {
            FeedContent::Events => self.events(&numbers.iter().copied().collect(), request, &mut written),
            FeedContent::FreeBusy => {
                for schedule in numbers.iter().filter_map(|number| self.schedule(*number)) {
                    let within = schedule.within(request.days)?;
                    written.free_busy(
                        &format!("{}@ratebook", schedule.resource.id),
                        within,
                        schedule.busy(request.days, within),
                    );
                }
            }
        }
        Ok(written.finish())
    }

    fn events(&self, numbers: &HashSet<u32>, request: &ExportFeedRequest, written: &mut Written) {
        let mut write = |id: &str, parts: &[Part], entry: Entry<'_>| {
            for (index, part) in parts
                .iter()
                .enumerate()
                .filter(|(_, part)| numbers.contains(&part.resource))
            {
                let Some(schedule) = self.schedule(part.resource) else {
                    continue;
                };
                let Some(when) = schedule.event_time(part, request.days) else {
                    continue;
                };
                // One event for each thing that is taken: the name tells which, and stays when it moves or more is taken.
                let uid = match index {
                    0 => format!("{id}@ratebook"),
                    _ => format!("{id}/{}@ratebook", index + 1),
                };
                written.event(&WrittenEvent {
                    uid: &uid,
                    when,
                    summary: Some(entry.title.unwrap_or(id)),
                    status: entry.status,
                    transparent: false,
                    sequence: entry.sequence,
                    // Nothing was changed after it is written.
                    last_modified: entry.changed_at.map(|changed| changed.min(request.now)),
                });
            }
        };
        for (id, booked) in self.bookings.sorted() {
            let entry = Entry {
                title: booked.title.as_deref(),
                status: EventStatus::Confirmed,
                sequence: booked.revision,
                changed_at: booked.revised_at.or(booked.booked_at),
            };
            write(id, &booked.parts, entry);
        }
        let holds = self.holds.sorted().into_iter();
        for (key, hold) in holds.filter(|(_, hold)| hold.expires_at > request.now) {
            write(key, &hold.parts, Entry::new(Some("held"), EventStatus::Tentative));
        }
        let blocked = self.blocked.sorted().into_iter();
        for (id, blocked) in blocked.filter(|(_, blocked)| blocked.source.is_none()) {
            let entry = Entry {
                sequence: blocked.revision,
                ..Entry::new(blocked.reason.as_deref(), EventStatus::Confirmed)
            };
            write(id, std::slice::from_ref(&blocked.part), entry);
        }
    }
}

/// What is told of something that is taken, beside its time.
struct Entry<'s> {
    title: Option<&'s str>,
    status: EventStatus,
    sequence: u32,
    changed_at: Option<Instant>,
}

impl<'s> Entry<'s> {
    fn new(title: Option<&'s str>, status: EventStatus) -> Self {
        Entry {
            title,
            status,
            sequence: 0,
            changed_at: None,
        }
    }
}

impl Schedule {
    /// A part as the time of an event; nothing when it lies on other days.
    fn event_time(&self, part: &Part, days: DayRange) -> Option<EventTime> {
        let when = self.when(part.start, part.end)?;
        let within = self.within(days).ok()?;
        self.span_of(when)?.intersection(within)?;
        Some(match when {
            When::Span(span) => EventTime::Span(span),
            When::Stay(stay) => EventTime::Days(DayRange {
                first: stay.check_in,
                last: stay.check_out.plus(-1)?,
            }),
            When::Departure(day) => EventTime::Days(DayRange { first: day, last: day }),
        })
    }

    /// The times at which no unit is left.
    fn busy(&self, days: DayRange, within: Span) -> Vec<Busy> {
        let kind = BusyKind::Busy;
        if self.resource.mode != ResourceMode::Instants {
            let full = days.days().filter(|night| {
                let number = i64::from(night.number());
                self.units_on(*night)
                    .is_some_and(|units| units <= self.taken.most(number, number + 1))
            });
            let spans = full.filter_map(|night| {
                let span = Span {
                    start: self.clock.start_of(night)?,
                    end: self.clock.start_of(day(i64::from(night.number()) + 1)?)?,
                };
                Some(Busy { span, kind })
            });
            return spans.collect();
        }
        let (start, end) = (within.start.microseconds(), within.end.microseconds());
        let full = runs(self.taken.steps(start, end), end, |level| level >= self.limit());
        let busy = full.into_iter().filter_map(|(start, end)| {
            let (start, end) = moment(start).zip(moment(end))?;
            let span = Span { start, end };
            Some(Busy { span, kind })
        });
        busy.collect()
    }
}
