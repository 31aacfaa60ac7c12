//! The same time again and again: every occurrence is checked, and told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::bounds::{MINUTES, UNITS, within};
use super::calendar::Calendar;
use super::commands::{BookRequest, CancelRequest, named};
use super::definition::{Booking, ResourceMode, Take, When};
use super::schedule::{MINUTE, moment};
use super::state::State;
use crate::fault::Limits;
use crate::time::{Day, Instant, Occurrence, Recurrence, Span, TimeOfDay};
use crate::{Code, Error, Reason, Result};

/// A time of a resource that recurs, by the resource's own clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct BookSeriesRequest {
    /// The present moment.
    pub now: Instant,
    /// What the series is known by: its bookings are `id/1`, `id/2` and so on.
    pub id: String,
    /// The resource.
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
    pub title: Option<String>,
}

/// What is booked of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
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

/// The most occurrences of a series.
const MOST: usize = 2_000;

impl Calendar {
    /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
    pub fn book_series(&self, request: &BookSeriesRequest) -> Result<BookedSeries> {
        request.bounded()?;
        self.write(|state| state.book_series(request))
    }
}

impl State {
    fn book_series(&mut self, request: &BookSeriesRequest) -> Result<BookedSeries> {
        let (mut occurrences, mut made) = (Vec::new(), Vec::new());
        for (number, occurrence) in (1..).zip(self.occurrences(request)?) {
            let end = occurrence.instant.microseconds() + i64::from(request.minutes) * MINUTE;
            let Some(end) = moment(end) else { break };
            let span = Span {
                start: occurrence.instant,
                end,
            };
            let (booking, reasons) = self.book_occurrence(request, number, span, &mut made);
            occurrences.push(SeriesOccurrence {
                span,
                day: occurrence.day,
                time: occurrence.time,
                booking: booking.filter(|_| request.book != SeriesBooking::None),
                reasons,
            });
        }
        let clashing = occurrences.iter().filter(|one| !one.reasons.is_empty()).count();
        let kept = match request.book {
            SeriesBooking::All => clashing == 0,
            SeriesBooking::SkipClashing => true,
            SeriesBooking::None => false,
        };
        if !kept {
            for booking in made {
                self.cancel(&CancelRequest { booking })?;
            }
        }
        if request.book == SeriesBooking::All && clashing > 0 {
            return Err(clashes(&occurrences, clashing));
        }
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(BookedSeries {
            free: count(occurrences.len() - clashing),
            clashing: count(clashing),
            occurrences,
        })
    }

    /// Books one occurrence, so that it counts for the next ones.
    fn book_occurrence(
        &mut self,
        request: &BookSeriesRequest,
        number: u32,
        span: Span,
        made: &mut Vec<String>,
    ) -> (Option<String>, Vec<Reason>) {
        let id = format!("{}/{number}", request.id);
        let known = self.bookings.get(&id).is_some();
        let take = Take {
            resource: request.resource.clone(),
            when: When::Span(span),
            units: request.units,
            partner: None,
        };
        let booked = self.book(&BookRequest {
            now: request.now,
            booking: Booking {
                id: id.clone(),
                takes: vec![take],
                booked_at: None,
                title: request.title.clone(),
            },
            hold: None,
        });
        match booked {
            Ok(_) => {
                if !known {
                    made.push(id.clone());
                }
                (Some(id), Vec::new())
            }
            Err(error) => (None, error.below("/booking/takes/0").into_reasons()),
        }
    }

    fn occurrences(&self, request: &BookSeriesRequest) -> Result<Vec<Occurrence>> {
        named(&request.id, "/id")?;
        within(request.units, &UNITS, "/units")?;
        within(request.minutes, &MINUTES, "/minutes")?;
        let (_, schedule) = self.named(&request.resource, "/resource")?;
        if schedule.resource.mode != ResourceMode::Instants {
            let message = format!(
                "`{}` is not counted by the moment",
                crate::money::shortened(&request.resource)
            );
            return Err(Error::new(Code::RequestConflict, "/resource", message));
        }
        let under = |error: Error| error.under("/recurrence");
        if request.last_day.is_none() && !request.recurrence.ends().map_err(under)? {
            let message = "the recurrence has no end: give `last_day`, COUNT or UNTIL";
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

/// 0001-01-03T00:00:00Z.
const FIRST_MOMENT: i64 = -62_135_424_000_000_000;

fn clashes(occurrences: &[SeriesOccurrence], clashing: usize) -> Error {
    let message = format!(
        "{clashing} of {} occurrences clash, so none is booked",
        occurrences.len()
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
