//! The same time again and again: every occurrence is checked, and told.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{MINUTES, UNITS, within};
use super::calendar::Calendar;
use super::commands::{BookRequest, id_fits};
use super::definition::{Booking, ResourceMode, Take, When};
use super::schedule::{Assumed, MINUTE, moment};
use super::screen::Owner;
use super::state::{Part, State};
use super::transaction::Transaction;
use crate::fault::{Limits, many, shortened};
use crate::time::{Day, Instant, Occurrence, Recurrence, Span, TimeOfDay};
use crate::{Code, Error, Reason, Result};

/// A time of a resource that recurs, by the resource's own clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BookSeriesRequest {
    /// The present moment.
    pub now: Instant,
    /// What the series is known by: its bookings are `id/1`, `id/2` and so on.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// The resource.
    #[schemars(extend("format" = "reference"))]
    pub resource: String,
    /// When it recurs.
    pub recurrence: Recurrence,
    /// Occurrences up to this day, for a recurrence without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// How long each one takes.
    #[schemars(range(min = 1, max = 5270400))]
    pub minutes: u32,
    /// How many units.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
    /// What is booked when some are not free.
    pub book: SeriesBooking,
    /// What a calendar shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub title: Option<String>,
}

/// What is booked of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SeriesBooking {
    /// All occurrences, or none when one of them clashes.
    All,
    /// Those that are free.
    SkipClashing,
    /// None: they are only looked at.
    None,
}

/// The occurrences of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct BookedSeries {
    /// How many are booked, or would be.
    pub free: u32,
    /// How many clash.
    pub clashing: u32,
    /// Every one, in order of time.
    pub occurrences: Vec<SeriesOccurrence>,
}

/// An occurrence of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct SeriesOccurrence {
    /// When.
    pub span: Span,
    /// The day that clocks show at its beginning.
    pub day: Day,
    /// The time that clocks show at its beginning.
    pub time: TimeOfDay,
    /// Its booking, when it is booked.
    pub booking: Option<String>,
    /// Every reason against it.
    pub reasons: Vec<Reason>,
}

/// An occurrence that is free, with the number by which a reason against a later one knows it.
struct Looked {
    id: String,
    owner: u32,
    part: Part,
}

/// The last number of a booking: so many there never are.
const LAST_OWNER: u32 = u32::MAX - 1;

/// The most occurrences of a series.
const MOST: usize = 2_000;

impl Calendar {
    /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
    pub fn book_series(&self, request: &BookSeriesRequest) -> Result<BookedSeries> {
        request.bounded()?;
        match request.book {
            SeriesBooking::None => self.read()?.look_at_series(request),
            SeriesBooking::All | SeriesBooking::SkipClashing => self.write(|change| change.book_series(request)),
        }
    }
}

impl Transaction<'_> {
    fn book_series(&mut self, request: &BookSeriesRequest) -> Result<BookedSeries> {
        let mut occurrences = Vec::new();
        for (number, (occurrence, span)) in (1..).zip(self.spans(request)?) {
            let booking = request.occurrence(number, span);
            let id = booking.id.clone();
            let booked = self.whole(|change| {
                change.book(&BookRequest {
                    now: request.now,
                    booking,
                    hold: None,
                })
            });
            occurrences.push(told(occurrence, span, booked.map(|_| Some(id))));
        }
        let clashing = clashing(&occurrences);
        if request.book == SeriesBooking::All && clashing > 0 {
            return Err(clashes(&occurrences, clashing));
        }
        Ok(series(occurrences))
    }
}

impl State {
    /// Looks at a series as if what is free of it were booked, one occurrence after the other.
    fn look_at_series(&self, request: &BookSeriesRequest) -> Result<BookedSeries> {
        let (mut occurrences, mut free) = (Vec::new(), Vec::new());
        for (number, (occurrence, span)) in (1..).zip(self.spans(request)?) {
            let looked = self.look_at(request.occurrence(number, span), request.now, &mut free);
            occurrences.push(told(occurrence, span, looked.map(|()| None)));
        }
        Ok(series(occurrences))
    }

    /// Whether one occurrence is free, or booked already; what is free is assumed to be booked for the later ones.
    fn look_at(&self, booking: Booking, now: Instant, free: &mut Vec<Looked>) -> Result<()> {
        let (parts, known) = self.booking_wanted(&booking)?;
        let looked_at = parts.into_iter().next().filter(|_| known.is_none());
        let Some((schedule, part)) = looked_at.and_then(|part| Some((self.schedule(part.resource)?, part))) else {
            return Ok(());
        };
        // In order of time: what has ended by then meets nothing that is to come.
        free.retain(|other| other.part.end + schedule.gap > part.start);
        let assumed: Vec<Assumed<'_>> = free.iter().map(|other| other.part.assumed(other.owner)).collect();
        let ask = part.ask(now, None, &assumed);
        if !schedule.is_free(&ask) {
            let looked = |owner: u32| free.iter().find(|other| other.owner == owner);
            let named = |owner| looked(owner).map_or_else(|| self.owner(owner), |other| Owner::Booking(&other.id));
            let reasons = Error::unless_empty(schedule.reasons(&ask, named));
            return reasons.map_err(|error| error.under("/booking/takes/0"));
        }
        let last = free.last().map_or(LAST_OWNER, |other| other.owner);
        free.push(Looked {
            id: booking.id,
            owner: last.saturating_sub(2),
            part,
        });
        Ok(())
    }

    /// Every occurrence with its time.
    fn spans(&self, request: &BookSeriesRequest) -> Result<Vec<(Occurrence, Span)>> {
        let occurrences = self.occurrences(request)?.into_iter();
        let spans = occurrences.map_while(|occurrence| {
            let start = occurrence.instant;
            let end = moment(start.microseconds() + i64::from(request.minutes) * MINUTE)?;
            Some((occurrence, Span { start, end }))
        });
        Ok(spans.collect())
    }

    fn occurrences(&self, request: &BookSeriesRequest) -> Result<Vec<Occurrence>> {
        id_fits(&request.id, "/id")?;
        within(request.units, &UNITS, "/units")?;
        within(request.minutes, &MINUTES, "/minutes")?;
        let (_, schedule) = self.named(&request.resource, "/resource")?;
        if schedule.resource.mode != ResourceMode::Instants {
            let message = format!("`{}` is not counted by the moment", shortened(&request.resource));
            return Err(Error::new(Code::RequestConflict, "/resource", message));
        }
        let under = |error: Error| error.under("/recurrence");
        if request.last_day.is_none() && !request.recurrence.ends().map_err(under)? {
            let message = "the recurrence has no end: give `last_day`, `COUNT` or `UNTIL`";
            return Err(Error::new(Code::TimeRecurrenceEndless, "/recurrence/rule", message));
        }
        let end = request
            .last_day
            .and_then(Day::next)
            .and_then(|next| schedule.clock.start_of(next));
        let beginning = Instant::from_microseconds(FIRST_MOMENT);
        let within = beginning.zip(end).map(|(start, end)| Span { start, end });
        let zone = schedule.clock.zone();
        let occurrences = request.recurrence.occurrences(zone, within).map_err(under)?;
        let occurrences: Vec<Occurrence> = occurrences.take(MOST + 1).collect::<Result<_>>().map_err(under)?;
        if occurrences.len() > MOST {
            let message = format!("more than {MOST} occurrences; give a nearer end");
            return Err(Reason::new(Code::RequestRange, "/recurrence", message)
                .with("limit", MOST)
                .into());
        }
        Ok(occurrences)
    }
}

impl BookSeriesRequest {
    /// The booking of one occurrence.
    fn occurrence(&self, number: u32, span: Span) -> Booking {
        let take = Take {
            resource: self.resource.clone(),
            when: When::Span(span),
            units: self.units,
            partner: None,
        };
        Booking {
            id: format!("{}/{number}", self.id),
            takes: vec![take],
            booked_at: None,
            title: self.title.clone(),
            revision: 0,
            revised_at: None,
        }
    }
}

fn told(occurrence: Occurrence, span: Span, booked: Result<Option<String>>) -> SeriesOccurrence {
    let (booking, reasons) = match booked {
        Ok(booking) => (booking, Vec::new()),
        Err(error) => (None, error.below("/booking/takes/0").into_reasons()),
    };
    SeriesOccurrence {
        span,
        day: occurrence.day,
        time: occurrence.time,
        booking,
        reasons,
    }
}

fn clashing(occurrences: &[SeriesOccurrence]) -> usize {
    occurrences.iter().filter(|one| !one.reasons.is_empty()).count()
}

fn series(occurrences: Vec<SeriesOccurrence>) -> BookedSeries {
    let clashing = clashing(&occurrences);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    BookedSeries {
        free: count(occurrences.len() - clashing),
        clashing: count(clashing),
        occurrences,
    }
}

/// 0001-01-03T00:00:00Z.
const FIRST_MOMENT: i64 = -62_135_424_000_000_000;

fn clashes(occurrences: &[SeriesOccurrence], clashing: usize) -> Error {
    let message = format!(
        "{clashing} of {} {}, so none is booked",
        many(occurrences.len(), "occurrence"),
        if clashing == 1 { "clashes" } else { "clash" }
    );
    let first = Reason::new(Code::CalendarSeries, "/recurrence", message);
    let mut reasons = vec![first.with("clashing", clashing).with("occurrences", occurrences.len())];
    for one in occurrences {
        let told = one.reasons.iter().cloned();
        reasons.extend(told.map(|reason| reason.with("occurrence", one.span.start)));
    }
    Error::from_reasons(reasons)
        .unwrap_or_else(|| Error::new(Code::CalendarSeries, "/recurrence", "an occurrence clashes"))
}
