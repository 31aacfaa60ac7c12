use crate::time::{Clock, Day, DayRange, Instant, LookedUp, MonthDay, OpeningHours, Span, joined};

/// When a resource is open: its hours, less its holidays.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    hours: Option<LookedUp>,
    /// In order.
    holidays: Vec<Day>,
    yearly: Vec<MonthDay>,
}

impl Opening {
    pub(crate) fn new(hours: Option<OpeningHours>, mut holidays: Vec<Day>, yearly: Vec<MonthDay>) -> Opening {
        holidays.sort_unstable();
        Opening {
            hours: hours.map(LookedUp::new),
            holidays,
            yearly,
        }
    }

    /// Whether it never closes.
    pub(crate) fn is_always(&self) -> bool {
        self.hours.is_none() && self.holidays.is_empty() && self.yearly.is_empty()
    }

    fn is_holiday(&self, day: Day) -> bool {
        self.holidays.binary_search(&day).is_ok() || self.yearly.iter().any(|one| one.falls_on(day))
    }

    /// The open stretches that begin on the days, in order, those that touch joined.
    pub(crate) fn spans(&self, days: DayRange, clock: &Clock) -> Vec<Span> {
        joined(self.windows(days, clock))
    }

    /// The windows that open on the days, in order.
    pub(crate) fn windows(&self, days: DayRange, clock: &Clock) -> Vec<Span> {
        let mut spans = Vec::with_capacity(days.len());
        for day in days.days() {
            let exception = self.hours.as_ref().and_then(|hours| hours.exception_on(day));
            if exception.is_none() && self.is_holiday(day) {
                continue;
            }
            match &self.hours {
                Some(hours) => spans.extend(hours.spans_on(day, clock)),
                None => spans.extend(whole_day(day, clock)),
            }
        }
        spans.sort_unstable_by_key(|span| (span.start, span.end));
        spans
    }

    /// The moment at which it opened last before a moment, or at it.
    pub(crate) fn opened(&self, at: Instant, clock: &Clock) -> Option<Instant> {
        let day = clock.day_of(at);
        let windows = self.windows(crate::time::around(day, day), clock);
        let opened = windows.iter().rev().map(|window| window.start);
        opened.into_iter().find(|start| *start <= at)
    }

    /// Whether it is open at a moment.
    pub(crate) fn is_open(&self, at: Instant, clock: &Clock) -> bool {
        let day = clock.day_of(at);
        let spans = self.windows(crate::time::around(day, day), clock);
        spans.iter().any(|open| open.start <= at && at < open.end)
    }

    /// Whether something can be brought back at a moment: while it is open, or as it closes.
    pub(crate) fn takes_back(&self, at: Instant, clock: &Clock) -> bool {
        let day = clock.day_of(at);
        let spans = self.windows(crate::time::around(day, day), clock);
        spans.iter().any(|open| open.start <= at && at <= open.end)
    }

    /// The open stretch that holds a stretch as a whole.
    pub(crate) fn holding(&self, start: Instant, end: Instant, clock: &Clock) -> Option<Span> {
        let days = crate::time::around(clock.day_of(start), clock.day_of(end).max(clock.day_of(start)));
        let spans = self.spans(days, clock);
        spans.into_iter().find(|open| open.start <= start && end <= open.end)
    }
}

fn whole_day(day: Day, clock: &Clock) -> Option<Span> {
    let (start, end) = (clock.start_of(day)?, clock.start_of(day.next()?)?);
    (start < end).then_some(Span { start, end })
}
