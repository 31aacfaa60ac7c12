//! Days cut into stretches by the clock of a zone, for what is told by the hour, the day or the month.

use serde::{Deserialize, Serialize};

use crate::JsonSchema;
use crate::fault::Limits;
use crate::time::{Day, DayRange, Instant, Span, Zone};

/// How long a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stretch {
    /// An hour, counted from the beginning of each day: where clocks are changed a day has one more or one less.
    Hour,
    /// A day.
    Day,
    /// A month; the first and the last one as far as the days reach.
    Month,
}

const HOUR_SECONDS: i64 = 3_600;

/// The stretches of days, each from its beginning to the beginning of the next one; nothing where there are more than `most`, or
/// days that no clock has. A day that a zone has skipped has none.
pub fn stretches(days: DayRange, stretch: Stretch, zone: &Zone, most: usize) -> Option<Vec<Span>> {
    let mut spans = Vec::new();
    let mut first = days.first;
    while first <= days.last {
        let next = match stretch {
            Stretch::Month => {
                let (year, month, _) = first.ymd();
                Day::new(year, month, 1)?.plus_months(1)?.min(days.last.next()?)
            }
            _ => first.next()?,
        };
        let (start, end) = (beginning(first, zone)?, beginning(next, zone)?);
        let mut from = start;
        while from < end {
            let to = match stretch {
                Stretch::Hour => from.plus_seconds(HOUR_SECONDS)?.min(end),
                _ => end,
            };
            if spans.len() == most {
                return None;
            }
            spans.push(Span { start: from, end: to });
            from = to;
        }
        first = next;
    }
    Some(spans)
}

/// When a day begins; one that a zone skips begins with the next one.
fn beginning(day: Day, zone: &Zone) -> Option<Instant> {
    zone.start_of(day).or_else(|| zone.start_of(day.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(first: &str, last: &str, stretch: Stretch, zone: &str) -> Option<Vec<Span>> {
        let days = DayRange {
            first: first.parse().ok()?,
            last: last.parse().ok()?,
        };
        stretches(days, stretch, &zone.parse().ok()?, 1_000)
    }

    #[test]
    fn stretches_follow_each_other_without_a_gap() {
        for zone in [
            "UTC",
            "Europe/Madrid",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
        ] {
            for stretch in [Stretch::Hour, Stretch::Day, Stretch::Month] {
                let spans = cut("2026-03-20", "2026-04-10", stretch, zone).unwrap();
                assert!(spans.windows(2).all(|pair| pair[0].end == pair[1].start), "{zone}");
                assert!(spans.iter().all(|span| span.start < span.end), "{zone}");
            }
        }
    }

    #[test]
    fn clocks_that_change_make_days_of_23_and_25_hours() {
        let hours = |day: &str| cut(day, day, Stretch::Hour, "Europe/Madrid").map(|spans| spans.len());
        assert_eq!(hours("2026-03-28"), Some(24));
        assert_eq!(hours("2026-03-29"), Some(23));
        assert_eq!(hours("2026-10-25"), Some(25));
        // A day that Samoa never had.
        assert_eq!(
            cut("2011-12-29", "2011-12-31", Stretch::Day, "Pacific/Apia").map(|spans| spans.len()),
            Some(2)
        );
    }

    #[test]
    fn months_are_cut_where_the_days_end() {
        let spans = cut("2026-01-15", "2026-03-02", Stretch::Month, "UTC").unwrap();
        let told: Vec<String> = spans.iter().map(|span| span.start.to_string()).collect();
        assert_eq!(
            told,
            ["2026-01-15T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"]
        );
        assert_eq!(
            spans.last().map(|span| span.end.to_string()).as_deref(),
            Some("2026-03-03T00:00:00Z")
        );
        assert_eq!(cut("2026-01-01", "2028-12-31", Stretch::Day, "UTC"), None);
        assert_eq!(cut("2026-01-02", "2026-01-01", Stretch::Day, "UTC"), Some(Vec::new()));
    }
}
