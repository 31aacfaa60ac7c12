//! The figures that come with each code, and what each of them is.

use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Code;
use DetailKind::{Count, Day, DayRange, Days, Decimal, Instant, Minutes, Other, Seconds, Span, Text, Texts};

/// What a figure is, by which an app reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DetailKind {
    /// A whole number.
    Count,
    /// An exact number as text: an amount, a ratio.
    Decimal,
    /// A day.
    Day,
    /// Days, each for itself or as a range.
    Days,
    /// A first and a last day.
    DayRange,
    /// A moment.
    Instant,
    /// A beginning and an end.
    Span,
    /// A number of minutes.
    Minutes,
    /// A number of seconds.
    Seconds,
    /// A text: a name, a word, a place in a definition.
    Text,
    /// Several texts.
    Texts,
    /// Anything else.
    Other,
}

/// A figure by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CodeDetail {
    /// The name under which it stands among the details.
    pub name: String,
    /// What it is.
    pub kind: DetailKind,
}

/// Figures that any code of a family may have besides, from the question that it was part of.
const OF_FAMILIES: &[(&str, &[(&str, DetailKind)])] = &[
    ("calendar", &[("resource", Text), ("occurrence", Instant)]),
    ("flow", &[("settled", Other)]),
    ("rates", &[("list", Other)]),
    ("definition", &[("list", Other), ("limit", Other), ("file", Text)]),
    ("money", &[("list", Other), ("file", Text)]),
    ("time", &[("list", Other), ("occurrence", Instant), ("file", Text)]),
    ("expression", &[("list", Other), ("file", Text)]),
    (
        "request",
        &[
            ("list", Other),
            ("limit", Other),
            ("resource", Text),
            ("occurrence", Instant),
        ],
    ),
];

impl Code {
    /// The figures that may come with it: their names, and what they are.
    pub fn details(self) -> impl Iterator<Item = (&'static str, DetailKind)> {
        let own = OWN
            .iter()
            .find(|(code, _)| *code == self)
            .map_or(&[][..], |(_, own)| *own);
        let family = self.family();
        let shared = OF_FAMILIES.iter().find(|(name, _)| *name == family);
        let shared = shared.map_or(&[][..], |(_, shared)| *shared).iter();
        own.iter()
            .chain(shared.filter(move |(name, _)| own.iter().all(|(own, _)| own != name)))
            .copied()
    }
}

/// What a restriction of a rate list says of itself.
macro_rules! restricted {
    ($($name:literal $kind:ident),*) => {
        &[$(($name, $kind),)* ("rule", Text), ("day", Day), ("reason", Text)]
    };
}

const OWN: &[(Code, &[(&str, DetailKind)])] = &[
    (
        Code::EngineReadOnly,
        &[("ends_at", Instant), ("retry_after_seconds", Seconds)],
    ),
    (Code::DefinitionJson, &[("line", Count), ("column", Other)]),
    (
        Code::DefinitionTooLarge,
        &[("bytes", Count), ("line", Count), ("column", Other)],
    ),
    (
        Code::DefinitionType,
        &[("choices", Texts), ("kind", Text), ("type", Text)],
    ),
    (Code::DefinitionMissing, &[("kind", Text), ("choices", Texts)]),
    (Code::DefinitionUnknown, &[("choices", Texts), ("kind", Text)]),
    (
        Code::DefinitionRange,
        &[
            ("min", Other),
            ("max", Other),
            ("least", Other),
            ("most", Other),
            ("price", Decimal),
            ("ratio", Decimal),
            ("valid", DayRange),
            ("days", Other),
            ("base", Other),
            ("requested", Other),
        ],
    ),
    (
        Code::DefinitionConflict,
        &[
            ("cycle", Texts),
            ("event", Text),
            ("kind", Text),
            ("mode", Text),
            ("name", Text),
            ("options", Text),
            ("other", Other),
            ("state", Text),
            ("states", Texts),
            ("weekday", Text),
            ("with", Text),
        ],
    ),
    (Code::DefinitionOverlap, &[("days", Days), ("with", Text)]),
    (Code::DefinitionReference, &[("resource", Text), ("known", Texts)]),
    (Code::DefinitionExpression, &[("at", Other)]),
    (Code::RequestJson, &[("line", Count), ("column", Other)]),
    (
        Code::RequestTooLarge,
        &[("bytes", Count), ("line", Count), ("column", Other)],
    ),
    (Code::RequestType, &[("choices", Texts), ("type", Text)]),
    (
        Code::RequestUnknown,
        &[("choices", Texts), ("metrics", Texts), ("kind", Text)],
    ),
    (
        Code::RequestRange,
        &[
            ("cells", Count),
            ("days", Other),
            ("nights", Other),
            ("used", Count),
            ("length", Count),
            ("min", Other),
            ("max", Other),
            ("least", Other),
            ("most", Other),
            ("requested", Other),
        ],
    ),
    (
        Code::RequestConflict,
        &[("amount", Count), ("mode", Text), ("other", Other)],
    ),
    (Code::MoneyCurrencyMismatch, &[("currency", Text), ("expected", Text)]),
    (
        Code::MoneyRateMissing,
        &[("base", Text), ("quote", Text), ("unknown", Count)],
    ),
    (
        Code::MoneyRateStale,
        &[
            ("base", Text),
            ("quote", Text),
            ("rate_as_of", Instant),
            ("age_seconds", Seconds),
            ("max_age_seconds", Seconds),
            ("source", Text),
        ],
    ),
    (Code::MoneyGatewayAmount, &[("step", Decimal)]),
    (Code::TimeRecurrence, &[("part", Text), ("line", Count)]),
    (Code::TimeRecurrenceEndless, &[("line", Count)]),
    (Code::RatesNotPublished, &[("status", Text)]),
    (Code::RatesNotValid, &[("valid", DayRange), ("days", Days)]),
    (Code::RatesSuperseded, &[("superseded_on", Day), ("days", Days)]),
    (Code::RatesBlackout, &[("days", Days), ("reasons", Texts)]),
    (Code::RatesClosed, restricted!()),
    (Code::RatesClosedToArrival, restricted!()),
    (Code::RatesClosedToDeparture, restricted!()),
    (Code::RatesMinStay, restricted!("required" Count, "requested" Count)),
    (Code::RatesMaxStay, restricted!("allowed" Count, "requested" Count)),
    (
        Code::RatesLeadTime,
        restricted!("required" Count, "allowed" Count, "requested" Count),
    ),
    (
        Code::RatesReleased,
        restricted!("release_days" Count, "days_before" Count),
    ),
    (
        Code::RatesBookingWindow,
        restricted!("booking_window" DayRange, "booked_on" Day),
    ),
    (
        Code::RatesOccupancy,
        &[("required", Count), ("requested", Count), ("counted", Text)],
    ),
    (
        Code::RatesOccupancyExceeded,
        &[
            ("allowed", Count),
            ("requested", Count),
            ("adults", Count),
            ("largest", Count),
            ("people", Count),
            ("counted", Text),
        ],
    ),
    (
        Code::RatesUnpriced,
        &[
            ("adults", Count),
            ("largest", Count),
            ("people", Count),
            ("uncovered", Other),
        ],
    ),
    (Code::RatesSupplementUnknown, &[("known", Texts)]),
    (
        Code::RatesPromoClosed,
        &[("window", DayRange), ("limit", Other), ("uses", Count)],
    ),
    (
        Code::RatesTaxRegion,
        &[("place", Text), ("category", Text), ("on", Day)],
    ),
    (Code::RatesNoList, &[("lists", Count), ("why", Texts)]),
    (Code::RatesOverlap, &[("days", Other), ("other", Other)]),
    (Code::RatesStatus, &[("status", Text)]),
    (Code::RatesInUse, &[("references", Count)]),
    (Code::RatesImport, &[("row", Count), ("column", Text)]),
    (Code::RatesPlanPeriod, &[("anchor", Day), ("period", DayRange)]),
    (
        Code::RatesBoostNotFaster,
        &[("current_price", Decimal), ("boosted_price", Decimal)],
    ),
    (
        Code::CalendarConflict,
        &[
            ("booking", Text),
            ("hold", Text),
            ("part", Text),
            ("span", Span),
            ("units", Count),
            ("units_left", Count),
        ],
    ),
    (
        Code::CalendarHeld,
        &[
            ("expires_at", Instant),
            ("hold", Text),
            ("span", Span),
            ("units", Count),
            ("units_left", Count),
        ],
    ),
    (
        Code::CalendarBlocked,
        &[
            ("blocked", Text),
            ("span", Span),
            ("units", Count),
            ("units_left", Count),
        ],
    ),
    (
        Code::CalendarBuffer,
        &[
            ("booking", Text),
            ("hold", Text),
            ("blocked", Text),
            ("part", Text),
            ("expires_at", Instant),
            ("span", Span),
            ("units", Count),
            ("units_left", Count),
        ],
    ),
    (Code::CalendarCapacity, &[("capacity", Count), ("units", Count)]),
    (Code::CalendarSoldOut, &[("nights", Other), ("units", Count)]),
    (Code::CalendarAllotment, &[("nights", Other), ("units", Count)]),
    (Code::CalendarStopSale, &[("days", Days)]),
    (Code::CalendarNoDeparture, &[("next", Day)]),
    (
        Code::CalendarDepartureClosed,
        &[("closes_days_before", Count), ("days_left", Count)],
    ),
    (Code::CalendarClosed, &[("open", Other)]),
    (Code::CalendarGrid, &[("step_minutes", Minutes)]),
    (
        Code::CalendarTooShort,
        &[("min_minutes", Minutes), ("min_nights", Count)],
    ),
    (
        Code::CalendarTooLong,
        &[("max_minutes", Minutes), ("max_nights", Count)],
    ),
    (Code::CalendarLengthStep, &[("length_step_minutes", Minutes)]),
    (
        Code::CalendarNotice,
        &[("notice_minutes", Minutes), ("minutes_left", Other)],
    ),
    (Code::CalendarHorizon, &[("horizon_days", Count), ("days_ahead", Count)]),
    (Code::CalendarPast, &[("day", Day), ("time", Text)]),
    (Code::CalendarCutOff, &[("cut_off", Text), ("time", Text)]),
    (Code::CalendarHoldExpired, &[("expires_at", Instant), ("now", Instant)]),
    (Code::CalendarSeries, &[("clashing", Count), ("occurrences", Count)]),
    (
        Code::CalendarFeed,
        &[("line", Count), ("begin", Count), ("limit", Other)],
    ),
    (Code::CalendarFeedTooLarge, &[("limit", Other), ("line", Count)]),
    (Code::CalendarFeedZone, &[("line", Count), ("zone", Text)]),
    (Code::CalendarUnassigned, &[("left_out", Other)]),
    (Code::FlowIllegal, &[("state", Text), ("legal", Texts)]),
    (Code::FlowGuard, &[("guard", Text)]),
    (Code::FlowTooEarly, &[("at", Instant), ("field", Text)]),
    (Code::FlowTooLate, &[("at", Instant)]),
    (Code::FlowUnsettled, &[("event", Text), ("limit", Other)]),
    (Code::FlowFieldMissing, &[("field", Text)]),
    (Code::FlowVersion, &[("version", Count), ("state", Text)]),
    (Code::FlowHistory, &[("index", Count)]),
    (Code::FlowAutomationLoop, &[("cycle", Texts), ("limit", Other)]),
    (Code::FlowAutomationChain, &[("rule", Text), ("limit", Other)]),
    (Code::FlowEffectLoop, &[("limit", Other)]),
    (Code::TenancySecondFactor, &[("ticket", Text), ("expires_at", Instant)]),
    (Code::TenancyShowAgain, &[("within_seconds", Seconds)]),
    (
        Code::TenancyPermissionMissing,
        &[("permission", Text), ("permissions", Texts)],
    ),
    (
        Code::TenancyStatus,
        &[
            ("status", Text),
            ("next", Other),
            ("purge_at", Instant),
            ("legal", Texts),
        ],
    ),
    (
        Code::TenancyRateLimited,
        &[
            ("limit", Other),
            ("amount", Count),
            ("remaining", Count),
            ("retry_after_seconds", Seconds),
        ],
    ),
    (
        Code::TenancyLocked,
        &[
            ("lockout", Text),
            ("locked_until", Instant),
            ("retry_after_seconds", Seconds),
        ],
    ),
    (
        Code::TenancyAddressBlocked,
        &[
            ("range", Text),
            ("expires_at", Instant),
            ("retry_after_seconds", Seconds),
        ],
    ),
    (
        Code::TenancyQuota,
        &[
            ("quota", Text),
            ("limit", Other),
            ("used", Count),
            ("held", Count),
            ("remaining", Count),
        ],
    ),
    (Code::TenancyKeyExpired, &[("expires_at", Instant)]),
    (Code::TenancyKeyRevoked, &[("revoked_at", Instant)]),
    (Code::TenancyAuditBroken, &[("kind", Text)]),
    (Code::TenancyNotErased, &[("declared", Text), ("found", Text)]),
    (Code::TenancyFieldCheck, &[("check", Text)]),
    (Code::RecordsCheck, &[("check", Text), ("policy", Text)]),
    (Code::RecordsNotWritable, &[("field", Text)]),
    (Code::RecordsNotRevealed, &[("field", Text)]),
    (
        Code::RecordsLink,
        &[("field", Text), ("entity", Text), ("id", Text), ("only", Text)],
    ),
    (Code::RecordsTaken, &[("field", Text), ("fields", Texts)]),
    (
        Code::RecordsInUse,
        &[("entity", Text), ("field", Text), ("count", Count), ("records", Texts)],
    ),
    (Code::RecordsVersion, &[("version", Count)]),
    (Code::RecordsNotFound, &[("entity", Text), ("merged_into", Text)]),
    (Code::RecordsRow, &[("row", Count), ("column", Text)]),
    (Code::RecordsInfected, &[("virus", Text)]),
    (
        Code::RecordsDocument,
        &[("template", Text), ("line", Count), ("column", Other), ("limit", Count)],
    ),
];
