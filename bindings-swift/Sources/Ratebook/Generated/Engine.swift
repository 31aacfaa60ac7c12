// Written by `cargo xtask generate`.

import Foundation

/// Which codes are wanted.
public struct CodesRequest: RatebookRecord {
    /// Only codes of this family, such as `rates`.
    public var family: String?

    public init(
        family: String? = nil
    ) {
        self.family = family
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "family?",
        [String.self])
}

/// One code of the catalogue.
public struct CodeEntry: RatebookRecord {
    /// The code.
    public var code: Code
    /// When it is given.
    public var meaning: String

    public init(
        code: Code,
        meaning: String
    ) {
        self.code = code
        self.meaning = meaning
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! meaning!",
        [Code.self, String.self])
}

/// The catalogue of every code that an answer can carry.
public enum Code: String, RatebookValue, CaseIterable {
    /// A defect in Ratebook itself stopped the call.
    case engineDefect = "engine.defect"
    /// The text is not JSON.
    case definitionJson = "definition.json"
    /// The compact form of a definition does not have its checksum, or is cut off.
    case definitionDamaged = "definition.damaged"
    /// The definition is larger or deeper than any that is accepted.
    case definitionTooLarge = "definition.too_large"
    /// A value is of another type than its field takes.
    case definitionType = "definition.type"
    /// A field that is needed is not there.
    case definitionMissing = "definition.missing"
    /// A field or choice that does not exist.
    case definitionUnknown = "definition.unknown"
    /// A value outside what its field takes.
    case definitionRange = "definition.range"
    /// Two parts of a definition contradict each other.
    case definitionConflict = "definition.conflict"
    /// A range that must be covered is not.
    case definitionGap = "definition.gap"
    /// Two ranges that must not meet do.
    case definitionOverlap = "definition.overlap"
    /// A name that nothing in the definition has.
    case definitionReference = "definition.reference"
    /// An expression that cannot be read or does not type-check.
    case definitionExpression = "definition.expression"
    /// The text is not JSON.
    case requestJson = "request.json"
    /// The request is larger or deeper than any that is accepted.
    case requestTooLarge = "request.too_large"
    /// A value is of another type than its field takes.
    case requestType = "request.type"
    /// A field that is needed is not there.
    case requestMissing = "request.missing"
    /// A field, choice or operation that does not exist.
    case requestUnknown = "request.unknown"
    /// A value outside what its field takes.
    case requestRange = "request.range"
    /// Two parts of a request contradict each other.
    case requestConflict = "request.conflict"
    /// An expression that has no value: a division by zero, an entry that is not there, too many steps.
    case expressionFailed = "expression.failed"
    /// Not a currency of ISO 4217.
    case moneyCurrencyUnknown = "money.currency_unknown"
    /// Two currencies met; mixing is an error, not a conversion.
    case moneyCurrencyMismatch = "money.currency_mismatch"
    /// The exact result needs more digits than an amount can hold.
    case moneyOverflow = "money.overflow"
    /// An amount that cannot be shared out by these weights.
    case moneyAllocation = "money.allocation"
    /// No exchange rate leads from one currency to the other.
    case moneyRateMissing = "money.rate_missing"
    /// The exchange rate is older than allowed.
    case moneyRateStale = "money.rate_stale"
    /// A currency that the payment gateway does not take.
    case moneyGatewayCurrency = "money.gateway_currency"
    /// An amount finer or larger than the payment gateway takes.
    case moneyGatewayAmount = "money.gateway_amount"
    /// Not a zone of the IANA database.
    case timeZoneUnknown = "time.zone_unknown"
    /// A range that ends before it begins.
    case timeReversed = "time.reversed"
    /// A day or instant outside the years 0001 to 9999.
    case timeOutOfRange = "time.out_of_range"
    /// A recurrence rule that cannot be read, or that contradicts itself.
    case timeRecurrence = "time.recurrence"
    /// A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched.
    case timeRecurrenceEndless = "time.recurrence_endless"
    /// The list is a draft or archived.
    case ratesNotPublished = "rates.not_published"
    /// Days outside the list's validity.
    case ratesNotValid = "rates.not_valid"
    /// A newer version of the list answers for these days.
    case ratesSuperseded = "rates.superseded"
    /// The stay touches blackout days.
    case ratesBlackout = "rates.blackout"
    /// The stay touches closed days.
    case ratesClosed = "rates.closed"
    /// No arrival on that day.
    case ratesClosedToArrival = "rates.closed_to_arrival"
    /// No departure on that day.
    case ratesClosedToDeparture = "rates.closed_to_departure"
    /// The stay is shorter than the list allows.
    case ratesMinStay = "rates.min_stay"
    /// The stay is longer than the list allows.
    case ratesMaxStay = "rates.max_stay"
    /// Booked too late or too early before arrival.
    case ratesLeadTime = "rates.lead_time"
    /// The days are past their release and no longer sold.
    case ratesReleased = "rates.released"
    /// Booked outside the days on which the list is sold.
    case ratesBookingWindow = "rates.booking_window"
    /// The party has too few or too many people for the list.
    case ratesOccupancy = "rates.occupancy"
    /// The party is larger than the largest the list prices.
    case ratesOccupancyExceeded = "rates.occupancy_exceeded"
    /// The list has no price for this party or time.
    case ratesUnpriced = "rates.unpriced"
    /// An optional supplement that the list does not have.
    case ratesSupplementUnknown = "rates.supplement_unknown"
    /// A promotion code that the list does not have.
    case ratesPromoUnknown = "rates.promo_unknown"
    /// A promotion code outside its window or used up.
    case ratesPromoClosed = "rates.promo_closed"
    /// No taxes are known for that region.
    case ratesTaxRegion = "rates.tax_region"
    /// None of the lists can answer.
    case ratesNoList = "rates.no_list"
    /// Two published lists answer for the same days.
    case ratesOverlap = "rates.overlap"
    /// Another list of the tenant has this code.
    case ratesCodeTaken = "rates.code_taken"
    /// The list's status does not allow that.
    case ratesStatus = "rates.status"
    /// Something still refers to the list.
    case ratesInUse = "rates.in_use"
    /// A row of an imported file cannot be read.
    case ratesImport = "rates.import"
    /// The moment lies outside the billing period.
    case ratesPlanPeriod = "rates.plan_period"
    /// A boost must be to a dearer plan.
    case ratesBoostNotFaster = "rates.boost_not_faster"
    /// The time meets a booking and no unit is left.
    case calendarConflict = "calendar.conflict"
    /// The time meets a hold and no unit is left.
    case calendarHeld = "calendar.held"
    /// The time is blocked: a repair, an event of another calendar.
    case calendarBlocked = "calendar.blocked"
    /// The time is free, but too close to a neighbour to keep the buffer.
    case calendarBuffer = "calendar.buffer"
    /// More units than the resource has.
    case calendarCapacity = "calendar.capacity"
    /// A night or departure has too few units left.
    case calendarSoldOut = "calendar.sold_out"
    /// The partner's allotment has too few units left.
    case calendarAllotment = "calendar.allotment"
    /// A night or departure is not sold for now.
    case calendarStopSale = "calendar.stop_sale"
    /// There is no departure on that day.
    case calendarNoDeparture = "calendar.no_departure"
    /// The departure is no longer sold.
    case calendarDepartureClosed = "calendar.departure_closed"
    /// The time does not lie within opening hours.
    case calendarClosed = "calendar.closed"
    /// Bookings do not begin at that time of day.
    case calendarGrid = "calendar.grid"
    /// The time is shorter than the shortest booking.
    case calendarTooShort = "calendar.too_short"
    /// The time is longer than the longest booking.
    case calendarTooLong = "calendar.too_long"
    /// The length is not a multiple of the step of lengths.
    case calendarLengthStep = "calendar.length_step"
    /// Booked too shortly before it begins.
    case calendarNotice = "calendar.notice"
    /// Booked too far ahead.
    case calendarHorizon = "calendar.horizon"
    /// The calendar has no such resource.
    case calendarResourceUnknown = "calendar.resource_unknown"
    /// The calendar has no such booking.
    case calendarBookingUnknown = "calendar.booking_unknown"
    /// Another booking has that id.
    case calendarBookingExists = "calendar.booking_exists"
    /// The calendar has no such hold.
    case calendarHoldUnknown = "calendar.hold_unknown"
    /// Another hold has that key.
    case calendarHoldExists = "calendar.hold_exists"
    /// The hold has expired.
    case calendarHoldExpired = "calendar.hold_expired"
    /// The calendar has blocked no such time.
    case calendarBlockUnknown = "calendar.block_unknown"
    /// Another blocked time has that id.
    case calendarBlockExists = "calendar.block_exists"
    /// An occurrence of a series is not free, and all were asked for.
    case calendarSeries = "calendar.series"
    /// An iCalendar text, or a part of it, that cannot be read.
    case calendarFeed = "calendar.feed"
    /// An iCalendar text larger than any that is accepted.
    case calendarFeedTooLarge = "calendar.feed_too_large"
    /// An iCalendar zone that is not known.
    case calendarFeedZone = "calendar.feed_zone"
    /// Nobody can take it.
    case calendarUnassigned = "calendar.unassigned"
    /// The event is not possible in this state; the details name what is.
    case flowIllegal = "flow.illegal"
    /// The condition of the event, or of the beginning, does not hold.
    case flowGuard = "flow.guard"
    /// It is not yet the time for the event; the details name the moment.
    case flowTooEarly = "flow.too_early"
    /// It is no longer the time for the event; the details name the moment.
    case flowTooLate = "flow.too_late"
    /// More timers have run out than are settled at once; fire what is due first.
    case flowUnsettled = "flow.unsettled"
    /// A field that must be given with the event is not.
    case flowFieldMissing = "flow.field_missing"
    /// Somebody else changed the instance meanwhile.
    case flowVersion = "flow.version"
    /// The machine has no such state.
    case flowStateUnknown = "flow.state_unknown"
    /// The machine has no such event.
    case flowEventUnknown = "flow.event_unknown"
    /// The instance belongs to another machine, or to another version of it.
    case flowOtherMachine = "flow.other_machine"
    /// A history that the machine could not have lived.
    case flowHistory = "flow.history"
    /// Rules set each other off in a circle; the details name it.
    case flowAutomationLoop = "flow.automation_loop"
    /// Rules set off more runs of other rules than are allowed, without a circle.
    case flowAutomationChain = "flow.automation_chain"
    /// A permission that is needed is not held; the details name it.
    case tenancyPermissionMissing = "tenancy.permission_missing"
    /// Nobody would be an owner who can act any more.
    case tenancyLastOwner = "tenancy.last_owner"
    /// The tenant's status, or the time since it changed, does not allow that.
    case tenancyStatus = "tenancy.status"
    /// Something of another tenant; nothing of it was read.
    case tenancyWrongTenant = "tenancy.wrong_tenant"
    /// More calls than a limit lets through; the details say when to try again.
    case tenancyRateLimited = "tenancy.rate_limited"
    /// Locked after too many failures; the details say until when.
    case tenancyLocked = "tenancy.locked"
    /// A rule blocks the address.
    case tenancyAddressBlocked = "tenancy.address_blocked"
    /// More than is left of a quota; the details name the limit and the current count.
    case tenancyQuota = "tenancy.quota"
    /// Nothing is held under the key of a reservation.
    case tenancyReservation = "tenancy.reservation"
    /// An API key that is not whole, or mistyped: its checksum differs.
    case tenancyKeyTypo = "tenancy.key_typo"
    /// No API key of the tenant is like this one.
    case tenancyKeyUnknown = "tenancy.key_unknown"
    /// The API key has expired.
    case tenancyKeyExpired = "tenancy.key_expired"
    /// The API key was revoked.
    case tenancyKeyRevoked = "tenancy.key_revoked"
    /// The API key may not be used from that address.
    case tenancyKeyAddress = "tenancy.key_address"
    /// Audit records that were changed, removed or reordered.
    case tenancyAuditBroken = "tenancy.audit_broken"
    /// Another one has this value, and no two may.
    case tenancyFieldTaken = "tenancy.field_taken"
    /// A record has another shape than was declared, so that something personal may not be found in it; nothing was erased.
    case tenancyNotErased = "tenancy.not_erased"
    /// The values of custom fields do not go together.
    case tenancyFieldCheck = "tenancy.field_check"
}

/// An error as it crosses a wire.
public struct ErrorReport: RatebookRecord {
    /// The code of the first reason.
    public var code: Code
    /// A sentence a person can act on.
    public var message: String
    /// Where the first reason points, as a JSON pointer.
    public var path: String
    /// The figures of the first reason.
    public var details: [String: JSON]
    /// Every reason, the first one included.
    public var reasons: [Reason]

    public init(
        code: Code,
        message: String,
        path: String,
        details: [String: JSON] = [:],
        reasons: [Reason]
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.details = details
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! message! path! details-{} reasons!",
        [Code.self, String.self, String.self, [String: JSON].self, [Reason].self])
}

/// One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved.
public struct Reason: RatebookRecord {
    /// Dotted and stable, such as `rates.blackout`; the catalogue is `Code`.
    public var code: Code
    /// A sentence a person can act on.
    public var message: String
    /// Where: a JSON pointer into the definition or request, empty for the whole.
    public var path: String
    /// The figures involved.
    public var details: [String: JSON]

    public init(
        code: Code,
        message: String,
        path: String,
        details: [String: JSON] = [:]
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.details = details
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! message! path! details-{}",
        [Code.self, String.self, String.self, [String: JSON].self])
}
