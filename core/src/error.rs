//! What goes wrong, as data: a stable code, a sentence to act on, where it is, and the figures.

mod details;

use std::fmt;

pub use details::{CodeDetail, DetailKind};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The result of anything that a caller can get wrong.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Reason {
    /// Dotted and stable, such as `rates.blackout`; the catalogue is [`Code`].
    pub code: Code,
    /// A sentence a person can act on.
    pub message: String,
    /// Where: a JSON pointer into the definition or request, empty for the whole.
    pub path: String,
    /// The figures involved.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub details: Map<String, Value>,
}

impl Reason {
    /// A reason at a place.
    pub fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Reason {
            code,
            message: message.into(),
            path: path.into(),
            details: Map::new(),
        }
    }

    /// The same reason with one more figure; a figure that cannot be written as JSON is left out. Each code declares its figures
    /// ([`Code::details`]), by which apps read them: where debug assertions are on, another one is a mistake of the program.
    #[must_use]
    pub fn with(mut self, name: &str, figure: impl Serialize) -> Self {
        debug_assert!(
            self.code.details().any(|(declared, _)| declared == name),
            "{} does not declare `{name}`",
            self.code
        );
        if let Ok(value) = serde_json::to_value(figure) {
            self.details.insert(name.to_owned(), value);
        }
        self
    }

    /// A figure as what it is, such as a `Day`, a `u32` or a `Decimal`; nothing when it is not there or is something else.
    /// What each figure of a code is, [`Code::details`] tells.
    ///
    /// ```
    /// use ratebook::{Code, Reason, time::Day};
    ///
    /// let day: Day = "2026-12-18".parse()?;
    /// let reason = Reason::new(Code::RatesClosed, "/check_in", "2026-12-18 is closed").with("day", day);
    /// assert_eq!(reason.detail::<Day>("day"), Some(day));
    /// assert_eq!(reason.detail::<u32>("day"), None);
    /// # Ok::<(), ratebook::Error>(())
    /// ```
    pub fn detail<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        T::deserialize(self.details.get(name)?).ok()
    }
}

impl From<Reason> for Error {
    fn from(reason: Reason) -> Self {
        Error(Box::new(Reasons {
            first: reason,
            others: Vec::new(),
        }))
    }
}

/// A refusal or a fault, with every reason for it. The first reason speaks for the whole.
// A single pointer: an answer that may be refused then fits the registers in which it is handed back.
#[derive(Clone, Debug, PartialEq)]
pub struct Error(Box<Reasons>);

#[derive(Clone, Debug, PartialEq)]
struct Reasons {
    first: Reason,
    others: Vec<Reason>,
}

impl Error {
    /// An error with a single reason.
    pub fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Reason::new(code, path, message).into()
    }

    /// All reasons as one error, or nothing when there are none.
    pub fn from_reasons(reasons: Vec<Reason>) -> Option<Self> {
        let mut reasons = reasons.into_iter();
        let first = reasons.next()?;
        let others = reasons.collect();
        Some(Error(Box::new(Reasons { first, others })))
    }

    /// `Ok` when there is no reason, the error otherwise.
    pub fn unless_empty(reasons: Vec<Reason>) -> Result<()> {
        Error::from_reasons(reasons).map_or(Ok(()), Err)
    }

    /// The code of the first reason.
    pub fn code(&self) -> Code {
        self.0.first.code
    }

    /// Where the first reason points.
    pub fn path(&self) -> &str {
        &self.0.first.path
    }

    /// The figures of the first reason.
    pub fn details(&self) -> &Map<String, Value> {
        &self.0.first.details
    }

    /// Every reason, the first one included.
    pub fn reasons(&self) -> impl Iterator<Item = &Reason> {
        std::iter::once(&self.0.first).chain(&self.0.others)
    }

    /// Every reason, by value.
    pub fn into_reasons(self) -> Vec<Reason> {
        let Reasons { first, others } = *self.0;
        std::iter::once(first).chain(others).collect()
    }

    /// The same error with each of its reasons changed.
    #[must_use]
    pub fn each_reason(mut self, mut change: impl FnMut(&mut Reason)) -> Self {
        change(&mut self.0.first);
        self.0.others.iter_mut().for_each(change);
        self
    }

    /// The same error, seen from a place on the way to its own.
    #[must_use]
    pub fn below(self, place: &str) -> Self {
        self.each_reason(|reason| {
            if let Some(rest) = reason.path.strip_prefix(place) {
                reason.path = rest.to_owned();
            }
        })
    }

    /// The same error, seen from what a choice holds: without the choice's name.
    #[must_use]
    pub(crate) fn within_choice(self) -> Self {
        self.each_reason(|reason| {
            let end = reason.path.get(1..).and_then(|rest| rest.find('/'));
            reason.path = end
                .and_then(|end| reason.path.get(end + 1..))
                .unwrap_or_default()
                .to_owned();
        })
    }

    /// The same error, seen from a place further up.
    #[must_use]
    pub fn under(self, prefix: &str) -> Self {
        self.each_reason(|reason| reason.path.insert_str(0, prefix))
    }

    /// The error in its wire form.
    pub fn report(&self) -> ErrorReport {
        ErrorReport {
            code: self.code(),
            message: self.to_string(),
            path: self.path().to_owned(),
            details: self.details().clone(),
            reasons: self.reasons().cloned().collect(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = self.0.others.len();
        write!(out, "{}", self.0.first.message)?;
        match more {
            0 => Ok(()),
            1 => write!(out, " (and 1 more reason)"),
            _ => write!(out, " (and {more} more reasons)"),
        }
    }
}

impl std::error::Error for Error {}

/// An error as it crosses a wire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ErrorReport {
    /// The code of the first reason.
    pub code: Code,
    /// A sentence a person can act on.
    pub message: String,
    /// Where the first reason points, as a JSON pointer.
    pub path: String,
    /// The figures of the first reason.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub details: Map<String, Value>,
    /// Every reason, the first one included.
    pub reasons: Vec<Reason>,
}

/// Which codes are wanted.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CodesRequest {
    /// Only codes of this family, such as `rates`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub family: Option<String>,
}

/// One code of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CodeEntry {
    /// The code.
    pub code: Code,
    /// When it is given.
    pub meaning: String,
    /// The figures that may come with it.
    pub details: Vec<CodeDetail>,
}

/// The catalogue of every code, or of one family.
pub fn codes(request: CodesRequest) -> Result<Vec<CodeEntry>> {
    let wanted = |code: &&Code| request.family.as_deref().is_none_or(|family| code.family() == family);
    let entries = Code::ALL.iter().filter(wanted);
    Ok(entries
        .map(|code| CodeEntry {
            code: *code,
            meaning: code.meaning().to_owned(),
            details: code
                .details()
                .map(|(name, kind)| CodeDetail {
                    name: name.to_owned(),
                    kind,
                })
                .collect(),
        })
        .collect())
}

macro_rules! codes {
    ($($name:ident = $text:literal, $doc:literal;)*) => {
        /// The catalogue of every code that an answer can carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $doc] #[serde(rename = $text)] $name,)*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The dotted text of the code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// When this code is given.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$name => $doc,)* }
            }
        }
    };
}

codes! {
    EngineDefect = "engine.defect", "A defect in Ratebook itself stopped the call.";
    EngineBusy = "engine.busy", "The server has too much to do just now, or somebody else changes the same; trying again may succeed.";
    EngineReadOnly = "engine.read_only", "Nothing is changed just now, here or in this tenant; reading goes on.";
    DefinitionJson = "definition.json", "The text is not JSON.";
    DefinitionDamaged = "definition.damaged", "The compact form of a definition does not have its checksum, or is cut off.";
    DefinitionTooLarge = "definition.too_large", "The definition is larger or deeper than any that is accepted.";
    DefinitionType = "definition.type", "A value is of another type than its field takes.";
    DefinitionMissing = "definition.missing", "A field that is needed is not there.";
    DefinitionUnknown = "definition.unknown", "A field or choice that does not exist.";
    DefinitionRange = "definition.range", "A value outside what its field takes.";
    DefinitionConflict = "definition.conflict", "Two parts of a definition contradict each other.";
    DefinitionGap = "definition.gap", "A range that must be covered is not.";
    DefinitionOverlap = "definition.overlap", "Two ranges that must not meet do.";
    DefinitionReference = "definition.reference", "A name that nothing in the definition has.";
    DefinitionExpression = "definition.expression", "An expression that cannot be read or does not type-check.";
    RequestJson = "request.json", "The text is not JSON.";
    RequestTooLarge = "request.too_large", "The request is larger or deeper than any that is accepted.";
    RequestType = "request.type", "A value is of another type than its field takes.";
    RequestMissing = "request.missing", "A field that is needed is not there.";
    RequestUnknown = "request.unknown", "A field, choice or operation that does not exist.";
    RequestRange = "request.range", "A value outside what its field takes.";
    RequestConflict = "request.conflict", "Two parts of a request contradict each other.";
    ExpressionFailed = "expression.failed", "An expression that has no value: a division by zero, an entry that is not there, too many steps.";
    MoneyCurrencyUnknown = "money.currency_unknown", "Not a currency of ISO 4217.";
    MoneyCurrencyMismatch = "money.currency_mismatch", "Two currencies met; mixing is an error, not a conversion.";
    MoneyOverflow = "money.overflow", "The exact result needs more digits than an amount can hold.";
    MoneyAllocation = "money.allocation", "An amount that cannot be shared out by these weights.";
    MoneyRateMissing = "money.rate_missing", "No exchange rate leads from one currency to the other.";
    MoneyRateStale = "money.rate_stale", "The exchange rate is older than allowed.";
    MoneyGatewayCurrency = "money.gateway_currency", "A currency that the payment gateway does not take.";
    MoneyGatewayAmount = "money.gateway_amount", "An amount finer or larger than the payment gateway takes.";
    TimeZoneUnknown = "time.zone_unknown", "Not a zone of the IANA database.";
    TimeReversed = "time.reversed", "A range that ends before it begins.";
    TimeOutOfRange = "time.out_of_range", "A day or instant outside the years 0001 to 9999.";
    TimeRecurrence = "time.recurrence", "A recurrence rule that cannot be read, or that contradicts itself.";
    TimeRecurrenceEndless = "time.recurrence_endless", "A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched.";
    RatesNotPublished = "rates.not_published", "The list is a draft or archived.";
    RatesNotValid = "rates.not_valid", "Days outside the list's validity.";
    RatesSuperseded = "rates.superseded", "A newer version of the list answers for these days.";
    RatesBlackout = "rates.blackout", "The stay touches blackout days.";
    RatesClosed = "rates.closed", "The stay touches closed days.";
    RatesClosedToArrival = "rates.closed_to_arrival", "No arrival on that day.";
    RatesClosedToDeparture = "rates.closed_to_departure", "No departure on that day.";
    RatesMinStay = "rates.min_stay", "The stay is shorter than the list allows.";
    RatesMaxStay = "rates.max_stay", "The stay is longer than the list allows.";
    RatesLeadTime = "rates.lead_time", "Booked too late or too early before arrival.";
    RatesReleased = "rates.released", "The days are past their release and no longer sold.";
    RatesBookingWindow = "rates.booking_window", "Booked outside the days on which the list is sold.";
    RatesOccupancy = "rates.occupancy", "The party has too few or too many people for the list.";
    RatesOccupancyExceeded = "rates.occupancy_exceeded", "The party is larger than the largest the list prices.";
    RatesUnpriced = "rates.unpriced", "The list has no price for this party or time.";
    RatesSupplementUnknown = "rates.supplement_unknown", "An optional supplement that the list does not have.";
    RatesPromoUnknown = "rates.promo_unknown", "A promotion code that the list does not have.";
    RatesPromoClosed = "rates.promo_closed", "A promotion code outside its window or used up.";
    RatesTaxRegion = "rates.tax_region", "No taxes are known for that region.";
    RatesNoList = "rates.no_list", "None of the lists can answer.";
    RatesOverlap = "rates.overlap", "Two published lists answer for the same days.";
    RatesCodeTaken = "rates.code_taken", "Another list of the tenant has this code.";
    RatesStatus = "rates.status", "The list's status does not allow that.";
    RatesInUse = "rates.in_use", "Something still refers to the list.";
    RatesImport = "rates.import", "A row of an imported file cannot be read.";
    RatesPlanPeriod = "rates.plan_period", "The moment lies outside the billing period.";
    RatesBoostNotFaster = "rates.boost_not_faster", "A boost must be to a dearer plan.";
    CalendarConflict = "calendar.conflict", "The time meets a booking and no unit is left.";
    CalendarHeld = "calendar.held", "The time meets a hold and no unit is left.";
    CalendarBlocked = "calendar.blocked", "The time is blocked: a repair, an event of another calendar.";
    CalendarBuffer = "calendar.buffer", "The time is free, but too close to a neighbour to keep the buffer.";
    CalendarCapacity = "calendar.capacity", "More units than the resource has.";
    CalendarSoldOut = "calendar.sold_out", "A night or departure has too few units left.";
    CalendarAllotment = "calendar.allotment", "The partner's allotment has too few units left.";
    CalendarStopSale = "calendar.stop_sale", "A night or departure is not sold for now.";
    CalendarNoDeparture = "calendar.no_departure", "There is no departure on that day.";
    CalendarDepartureClosed = "calendar.departure_closed", "The departure is no longer sold.";
    CalendarClosed = "calendar.closed", "The time does not lie within opening hours.";
    CalendarGrid = "calendar.grid", "Bookings do not begin at that time of day.";
    CalendarTooShort = "calendar.too_short", "The time is shorter than the shortest booking.";
    CalendarTooLong = "calendar.too_long", "The time is longer than the longest booking.";
    CalendarLengthStep = "calendar.length_step", "The length is not a multiple of the step of lengths.";
    CalendarPast = "calendar.past", "The time has begun already, and the resource does not take what is past.";
    CalendarNotice = "calendar.notice", "Booked too shortly before it begins.";
    CalendarCutOff = "calendar.cut_off", "Tonight is no longer sold: the resource's cut-off has passed.";
    CalendarHorizon = "calendar.horizon", "Booked too far ahead.";
    CalendarResourceUnknown = "calendar.resource_unknown", "The calendar has no such resource.";
    CalendarBookingUnknown = "calendar.booking_unknown", "The calendar has no such booking.";
    CalendarBookingExists = "calendar.booking_exists", "Another booking has that id.";
    CalendarHoldUnknown = "calendar.hold_unknown", "The calendar has no such hold.";
    CalendarHoldExists = "calendar.hold_exists", "Another hold has that key.";
    CalendarHoldExpired = "calendar.hold_expired", "The hold has expired.";
    CalendarBlockUnknown = "calendar.block_unknown", "The calendar has blocked no such time.";
    CalendarBlockExists = "calendar.block_exists", "Another blocked time has that id.";
    CalendarSeries = "calendar.series", "An occurrence of a series is not free, and all were asked for.";
    CalendarFeed = "calendar.feed", "An iCalendar text, or a part of it, that cannot be read.";
    CalendarFeedTooLarge = "calendar.feed_too_large", "An iCalendar text larger than any that is accepted.";
    CalendarFeedZone = "calendar.feed_zone", "An iCalendar zone that is not known.";
    CalendarUnassigned = "calendar.unassigned", "Nobody can take it.";
    FlowIllegal = "flow.illegal", "The event is not possible in this state; the details name what is.";
    FlowGuard = "flow.guard", "The condition of the event, or of the beginning, does not hold.";
    FlowTooEarly = "flow.too_early", "It is not yet the time for the event; the details name the moment.";
    FlowTooLate = "flow.too_late", "It is no longer the time for the event; the details name the moment.";
    FlowUnsettled = "flow.unsettled", "More timers have run out than are settled at once; fire what is due first.";
    FlowFieldMissing = "flow.field_missing", "A field that must be given with the event is not.";
    FlowVersion = "flow.version", "Somebody else changed the instance meanwhile.";
    FlowStateUnknown = "flow.state_unknown", "The machine has no such state.";
    FlowEventUnknown = "flow.event_unknown", "The machine has no such event.";
    FlowOtherMachine = "flow.other_machine", "The instance belongs to another machine, or to another version of it.";
    FlowHistory = "flow.history", "A history that the machine could not have lived.";
    FlowAutomationLoop = "flow.automation_loop", "Rules set each other off in a circle; the details name it.";
    FlowAutomationChain = "flow.automation_chain", "Rules set off more runs of other rules than are allowed, without a circle.";
    FlowEffectLoop = "flow.effect_loop", "Effects that change records follow from each other further than is done at once; the details say how far.";
    TenancyNotSignedIn = "tenancy.not_signed_in", "Nobody is signed in: no token came along, or one that does not hold.";
    TenancySecondFactor = "tenancy.second_factor", "The password is right, and a code is to be shown as well; the details have the ticket for it.";
    TenancyShowAgain = "tenancy.show_again", "Who is signed in has shown that it is them too long ago for this; the details say how recent it has to be.";
    TenancyPermissionMissing = "tenancy.permission_missing", "A permission that is needed is not held; the details name it.";
    TenancyLastOwner = "tenancy.last_owner", "Nobody would be an owner who can act any more.";
    TenancyStatus = "tenancy.status", "The tenant's status, or the time since it changed, does not allow that.";
    TenancyWrongTenant = "tenancy.wrong_tenant", "Something of another tenant; nothing of it was read.";
    TenancyRateLimited = "tenancy.rate_limited", "More calls than a limit lets through; the details say when to try again.";
    TenancyLocked = "tenancy.locked", "Locked after too many failures; the details say until when.";
    TenancyAddressBlocked = "tenancy.address_blocked", "A rule blocks the address.";
    TenancyQuota = "tenancy.quota", "More than is left of a quota; the details name the limit and the current count.";
    TenancyReservation = "tenancy.reservation", "Nothing is held under the key of a reservation.";
    TenancyKeyTypo = "tenancy.key_typo", "An API key that is not whole, or mistyped: its checksum differs.";
    TenancyKeyUnknown = "tenancy.key_unknown", "No API key of the tenant is like this one.";
    TenancyKeyExpired = "tenancy.key_expired", "The API key has expired.";
    TenancyKeyRevoked = "tenancy.key_revoked", "The API key was revoked.";
    TenancyKeyAddress = "tenancy.key_address", "The API key may not be used from that address.";
    TenancyAuditBroken = "tenancy.audit_broken", "Audit records that were changed, removed or reordered.";
    TenancyFieldTaken = "tenancy.field_taken", "Another one has this value, and no two may.";
    TenancyNotErased = "tenancy.not_erased", "A record has another shape than was declared, so that something personal may not be found in it; nothing was erased.";
    TenancyFieldCheck = "tenancy.field_check", "The values of custom fields do not go together.";
    RecordsCheck = "records.check", "A record does not meet a condition of its entity.";
    RecordsNotWritable = "records.not_writable", "A field that the actor may not write: the machine, the engine or nobody does.";
    RecordsNotRevealed = "records.not_revealed", "A secret that is shown to nobody, since its field does not say to whom.";
    RecordsLink = "records.link", "A link to a record that is not there, or that may not be linked to.";
    RecordsTaken = "records.taken", "Another record has this value, and no two may.";
    RecordsInUse = "records.in_use", "The record cannot be deleted while others link to it; the details say how many.";
    RecordsVersion = "records.version", "Somebody else changed the record meanwhile.";
    RecordsNotFound = "records.not_found", "There is no such record, or the actor may not know of it.";
    RecordsRow = "records.row", "A row of an imported sheet cannot be kept; the details say which.";
    RecordsSignature = "records.signature", "A message from outside is not proven by a secret that counts, or too old.";
    RecordsInfected = "records.infected", "A virus was found in a file; nothing of it was kept.";
    RecordsDocument = "records.document", "A document cannot be made of the record; the details say where its template is at fault.";
}

impl Code {
    /// The part before the dot: the family that decides the error class of each language.
    pub fn family(self) -> &'static str {
        self.as_str().split_once('.').map_or("", |(family, _)| family)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
