// Written by `cargo xtask generate`.

import Foundation

/// The catalogue of every code that an answer can carry.
public struct Code: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A defect in Ratebook itself stopped the call.
    public static var engineDefect: Self { Self(word: "engine.defect") }
    /// The server has too much to do just now, or somebody else changes the same; trying again may succeed.
    public static var engineBusy: Self { Self(word: "engine.busy") }
    /// Nothing is changed just now, here or in this tenant; reading goes on.
    public static var engineReadOnly: Self { Self(word: "engine.read_only") }
    /// The text is not JSON.
    public static var definitionJson: Self { Self(word: "definition.json") }
    /// The compact form of a definition does not have its checksum, or is cut off.
    public static var definitionDamaged: Self { Self(word: "definition.damaged") }
    /// The definition is larger or deeper than any that is accepted.
    public static var definitionTooLarge: Self { Self(word: "definition.too_large") }
    /// A value is of another type than its field takes.
    public static var definitionType: Self { Self(word: "definition.type") }
    /// A field that is needed is not there.
    public static var definitionMissing: Self { Self(word: "definition.missing") }
    /// A field or choice that does not exist.
    public static var definitionUnknown: Self { Self(word: "definition.unknown") }
    /// A value outside what its field takes.
    public static var definitionRange: Self { Self(word: "definition.range") }
    /// Two parts of a definition contradict each other.
    public static var definitionConflict: Self { Self(word: "definition.conflict") }
    /// A range that must be covered is not.
    public static var definitionGap: Self { Self(word: "definition.gap") }
    /// Two ranges that must not meet do.
    public static var definitionOverlap: Self { Self(word: "definition.overlap") }
    /// A name that nothing in the definition has.
    public static var definitionReference: Self { Self(word: "definition.reference") }
    /// An expression that cannot be read or does not type-check.
    public static var definitionExpression: Self { Self(word: "definition.expression") }
    /// The text is not JSON.
    public static var requestJson: Self { Self(word: "request.json") }
    /// The request is larger or deeper than any that is accepted.
    public static var requestTooLarge: Self { Self(word: "request.too_large") }
    /// A value is of another type than its field takes.
    public static var requestType: Self { Self(word: "request.type") }
    /// A field that is needed is not there.
    public static var requestMissing: Self { Self(word: "request.missing") }
    /// A field, choice or operation that does not exist.
    public static var requestUnknown: Self { Self(word: "request.unknown") }
    /// A value outside what its field takes.
    public static var requestRange: Self { Self(word: "request.range") }
    /// Two parts of a request contradict each other.
    public static var requestConflict: Self { Self(word: "request.conflict") }
    /// An expression that has no value: a division by zero, an entry that is not there, too many steps.
    public static var expressionFailed: Self { Self(word: "expression.failed") }
    /// Not a currency of ISO 4217.
    public static var moneyCurrencyUnknown: Self { Self(word: "money.currency_unknown") }
    /// Two currencies met; mixing is an error, not a conversion.
    public static var moneyCurrencyMismatch: Self { Self(word: "money.currency_mismatch") }
    /// The exact result needs more digits than an amount can hold.
    public static var moneyOverflow: Self { Self(word: "money.overflow") }
    /// An amount that cannot be shared out by these weights.
    public static var moneyAllocation: Self { Self(word: "money.allocation") }
    /// No exchange rate leads from one currency to the other.
    public static var moneyRateMissing: Self { Self(word: "money.rate_missing") }
    /// The exchange rate is older than allowed.
    public static var moneyRateStale: Self { Self(word: "money.rate_stale") }
    /// A currency that the payment gateway does not take.
    public static var moneyGatewayCurrency: Self { Self(word: "money.gateway_currency") }
    /// An amount finer or larger than the payment gateway takes.
    public static var moneyGatewayAmount: Self { Self(word: "money.gateway_amount") }
    /// Not a zone of the IANA database.
    public static var timeZoneUnknown: Self { Self(word: "time.zone_unknown") }
    /// A range that ends before it begins.
    public static var timeReversed: Self { Self(word: "time.reversed") }
    /// A day or instant outside the years 0001 to 9999.
    public static var timeOutOfRange: Self { Self(word: "time.out_of_range") }
    /// A recurrence rule that cannot be read, or that contradicts itself.
    public static var timeRecurrence: Self { Self(word: "time.recurrence") }
    /// A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched.
    public static var timeRecurrenceEndless: Self { Self(word: "time.recurrence_endless") }
    /// The list is a draft or archived.
    public static var ratesNotPublished: Self { Self(word: "rates.not_published") }
    /// Days outside the list's validity.
    public static var ratesNotValid: Self { Self(word: "rates.not_valid") }
    /// A newer version of the list answers for these days.
    public static var ratesSuperseded: Self { Self(word: "rates.superseded") }
    /// The stay touches blackout days.
    public static var ratesBlackout: Self { Self(word: "rates.blackout") }
    /// The stay touches closed days.
    public static var ratesClosed: Self { Self(word: "rates.closed") }
    /// No arrival on that day.
    public static var ratesClosedToArrival: Self { Self(word: "rates.closed_to_arrival") }
    /// No departure on that day.
    public static var ratesClosedToDeparture: Self { Self(word: "rates.closed_to_departure") }
    /// The stay is shorter than the list allows.
    public static var ratesMinStay: Self { Self(word: "rates.min_stay") }
    /// The stay is longer than the list allows.
    public static var ratesMaxStay: Self { Self(word: "rates.max_stay") }
    /// Booked too late or too early before arrival.
    public static var ratesLeadTime: Self { Self(word: "rates.lead_time") }
    /// The days are past their release and no longer sold.
    public static var ratesReleased: Self { Self(word: "rates.released") }
    /// Booked outside the days on which the list is sold.
    public static var ratesBookingWindow: Self { Self(word: "rates.booking_window") }
    /// The party has too few or too many people for the list.
    public static var ratesOccupancy: Self { Self(word: "rates.occupancy") }
    /// The party is larger than the largest the list prices.
    public static var ratesOccupancyExceeded: Self { Self(word: "rates.occupancy_exceeded") }
    /// The list has no price for this party or time.
    public static var ratesUnpriced: Self { Self(word: "rates.unpriced") }
    /// An optional supplement that the list does not have.
    public static var ratesSupplementUnknown: Self { Self(word: "rates.supplement_unknown") }
    /// A promotion code that the list does not have.
    public static var ratesPromoUnknown: Self { Self(word: "rates.promo_unknown") }
    /// A promotion code outside its window or used up.
    public static var ratesPromoClosed: Self { Self(word: "rates.promo_closed") }
    /// No taxes are known for that region.
    public static var ratesTaxRegion: Self { Self(word: "rates.tax_region") }
    /// None of the lists can answer.
    public static var ratesNoList: Self { Self(word: "rates.no_list") }
    /// Two published lists answer for the same days.
    public static var ratesOverlap: Self { Self(word: "rates.overlap") }
    /// Another list of the tenant has this code.
    public static var ratesCodeTaken: Self { Self(word: "rates.code_taken") }
    /// The list's status does not allow that.
    public static var ratesStatus: Self { Self(word: "rates.status") }
    /// Something still refers to the list.
    public static var ratesInUse: Self { Self(word: "rates.in_use") }
    /// A row of an imported file cannot be read.
    public static var ratesImport: Self { Self(word: "rates.import") }
    /// The moment lies outside the billing period.
    public static var ratesPlanPeriod: Self { Self(word: "rates.plan_period") }
    /// A boost must be to a dearer plan.
    public static var ratesBoostNotFaster: Self { Self(word: "rates.boost_not_faster") }
    /// The time meets a booking and no unit is left.
    public static var calendarConflict: Self { Self(word: "calendar.conflict") }
    /// The time meets a hold and no unit is left.
    public static var calendarHeld: Self { Self(word: "calendar.held") }
    /// The time is blocked: a repair, an event of another calendar.
    public static var calendarBlocked: Self { Self(word: "calendar.blocked") }
    /// The time is free, but too close to a neighbour to keep the buffer.
    public static var calendarBuffer: Self { Self(word: "calendar.buffer") }
    /// More units than the resource has.
    public static var calendarCapacity: Self { Self(word: "calendar.capacity") }
    /// A night or departure has too few units left.
    public static var calendarSoldOut: Self { Self(word: "calendar.sold_out") }
    /// The partner's allotment has too few units left.
    public static var calendarAllotment: Self { Self(word: "calendar.allotment") }
    /// A night or departure is not sold for now.
    public static var calendarStopSale: Self { Self(word: "calendar.stop_sale") }
    /// There is no departure on that day.
    public static var calendarNoDeparture: Self { Self(word: "calendar.no_departure") }
    /// The departure is no longer sold.
    public static var calendarDepartureClosed: Self { Self(word: "calendar.departure_closed") }
    /// The time does not lie within opening hours.
    public static var calendarClosed: Self { Self(word: "calendar.closed") }
    /// Bookings do not begin at that time of day.
    public static var calendarGrid: Self { Self(word: "calendar.grid") }
    /// The time is shorter than the shortest booking.
    public static var calendarTooShort: Self { Self(word: "calendar.too_short") }
    /// The time is longer than the longest booking.
    public static var calendarTooLong: Self { Self(word: "calendar.too_long") }
    /// The length is not a multiple of the step of lengths.
    public static var calendarLengthStep: Self { Self(word: "calendar.length_step") }
    /// The time has begun already, and the resource does not take what is past.
    public static var calendarPast: Self { Self(word: "calendar.past") }
    /// Booked too shortly before it begins.
    public static var calendarNotice: Self { Self(word: "calendar.notice") }
    /// Tonight is no longer sold: the resource's cut-off has passed.
    public static var calendarCutOff: Self { Self(word: "calendar.cut_off") }
    /// Booked too far ahead.
    public static var calendarHorizon: Self { Self(word: "calendar.horizon") }
    /// The calendar has no such resource.
    public static var calendarResourceUnknown: Self { Self(word: "calendar.resource_unknown") }
    /// The calendar has no such booking.
    public static var calendarBookingUnknown: Self { Self(word: "calendar.booking_unknown") }
    /// Another booking has that id.
    public static var calendarBookingExists: Self { Self(word: "calendar.booking_exists") }
    /// The calendar has no such hold.
    public static var calendarHoldUnknown: Self { Self(word: "calendar.hold_unknown") }
    /// Another hold has that key.
    public static var calendarHoldExists: Self { Self(word: "calendar.hold_exists") }
    /// The hold has expired.
    public static var calendarHoldExpired: Self { Self(word: "calendar.hold_expired") }
    /// The calendar has blocked no such time.
    public static var calendarBlockUnknown: Self { Self(word: "calendar.block_unknown") }
    /// Another blocked time has that id.
    public static var calendarBlockExists: Self { Self(word: "calendar.block_exists") }
    /// An occurrence of a series is not free, and all were asked for.
    public static var calendarSeries: Self { Self(word: "calendar.series") }
    /// An iCalendar text, or a part of it, that cannot be read.
    public static var calendarFeed: Self { Self(word: "calendar.feed") }
    /// An iCalendar text larger than any that is accepted.
    public static var calendarFeedTooLarge: Self { Self(word: "calendar.feed_too_large") }
    /// An iCalendar zone that is not known.
    public static var calendarFeedZone: Self { Self(word: "calendar.feed_zone") }
    /// Nobody can take it.
    public static var calendarUnassigned: Self { Self(word: "calendar.unassigned") }
    /// The event is not possible in this state; the details name what is.
    public static var flowIllegal: Self { Self(word: "flow.illegal") }
    /// The condition of the event, or of the beginning, does not hold.
    public static var flowGuard: Self { Self(word: "flow.guard") }
    /// It is not yet the time for the event; the details name the moment.
    public static var flowTooEarly: Self { Self(word: "flow.too_early") }
    /// It is no longer the time for the event; the details name the moment.
    public static var flowTooLate: Self { Self(word: "flow.too_late") }
    /// More timers have run out than are settled at once; fire what is due first.
    public static var flowUnsettled: Self { Self(word: "flow.unsettled") }
    /// A field that must be given with the event is not.
    public static var flowFieldMissing: Self { Self(word: "flow.field_missing") }
    /// Somebody else changed the instance meanwhile.
    public static var flowVersion: Self { Self(word: "flow.version") }
    /// The machine has no such state.
    public static var flowStateUnknown: Self { Self(word: "flow.state_unknown") }
    /// The machine has no such event.
    public static var flowEventUnknown: Self { Self(word: "flow.event_unknown") }
    /// The instance belongs to another machine, or to another version of it.
    public static var flowOtherMachine: Self { Self(word: "flow.other_machine") }
    /// A history that the machine could not have lived.
    public static var flowHistory: Self { Self(word: "flow.history") }
    /// Rules set each other off in a circle; the details name it.
    public static var flowAutomationLoop: Self { Self(word: "flow.automation_loop") }
    /// Rules set off more runs of other rules than are allowed, without a circle.
    public static var flowAutomationChain: Self { Self(word: "flow.automation_chain") }
    /// Effects that change records follow from each other further than is done at once; the details say how far.
    public static var flowEffectLoop: Self { Self(word: "flow.effect_loop") }
    /// Nobody is signed in: no token came along, or one that does not hold.
    public static var tenancyNotSignedIn: Self { Self(word: "tenancy.not_signed_in") }
    /// The password is right, and a code is to be shown as well; the details have the ticket for it.
    public static var tenancySecondFactor: Self { Self(word: "tenancy.second_factor") }
    /// Who is signed in has shown that it is them too long ago for this; the details say how recent it has to be.
    public static var tenancyShowAgain: Self { Self(word: "tenancy.show_again") }
    /// A permission that is needed is not held; the details name it.
    public static var tenancyPermissionMissing: Self { Self(word: "tenancy.permission_missing") }
    /// Nobody would be an owner who can act any more.
    public static var tenancyLastOwner: Self { Self(word: "tenancy.last_owner") }
    /// The tenant's status, or the time since it changed, does not allow that.
    public static var tenancyStatus: Self { Self(word: "tenancy.status") }
    /// Something of another tenant; nothing of it was read.
    public static var tenancyWrongTenant: Self { Self(word: "tenancy.wrong_tenant") }
    /// More calls than a limit lets through; the details say when to try again.
    public static var tenancyRateLimited: Self { Self(word: "tenancy.rate_limited") }
    /// Locked after too many failures; the details say until when.
    public static var tenancyLocked: Self { Self(word: "tenancy.locked") }
    /// A rule blocks the address.
    public static var tenancyAddressBlocked: Self { Self(word: "tenancy.address_blocked") }
    /// More than is left of a quota; the details name the limit and the current count.
    public static var tenancyQuota: Self { Self(word: "tenancy.quota") }
    /// Nothing is held under the key of a reservation.
    public static var tenancyReservation: Self { Self(word: "tenancy.reservation") }
    /// An API key that is not whole, or mistyped: its checksum differs.
    public static var tenancyKeyTypo: Self { Self(word: "tenancy.key_typo") }
    /// No API key of the tenant is like this one.
    public static var tenancyKeyUnknown: Self { Self(word: "tenancy.key_unknown") }
    /// The API key has expired.
    public static var tenancyKeyExpired: Self { Self(word: "tenancy.key_expired") }
    /// The API key was revoked.
    public static var tenancyKeyRevoked: Self { Self(word: "tenancy.key_revoked") }
    /// The API key may not be used from that address.
    public static var tenancyKeyAddress: Self { Self(word: "tenancy.key_address") }
    /// Audit records that were changed, removed or reordered.
    public static var tenancyAuditBroken: Self { Self(word: "tenancy.audit_broken") }
    /// Another one has this value, and no two may.
    public static var tenancyFieldTaken: Self { Self(word: "tenancy.field_taken") }
    /// A record has another shape than was declared, so that something personal may not be found in it; nothing was erased.
    public static var tenancyNotErased: Self { Self(word: "tenancy.not_erased") }
    /// The values of custom fields do not go together.
    public static var tenancyFieldCheck: Self { Self(word: "tenancy.field_check") }
    /// A record does not meet a condition of its entity.
    public static var recordsCheck: Self { Self(word: "records.check") }
    /// A field that the actor may not write: the machine, the engine or nobody does.
    public static var recordsNotWritable: Self { Self(word: "records.not_writable") }
    /// A secret that is shown to nobody, since its field does not say to whom.
    public static var recordsNotRevealed: Self { Self(word: "records.not_revealed") }
    /// A link to a record that is not there, or that may not be linked to.
    public static var recordsLink: Self { Self(word: "records.link") }
    /// Another record has this value, and no two may.
    public static var recordsTaken: Self { Self(word: "records.taken") }
    /// The record cannot be deleted while others link to it; the details say how many.
    public static var recordsInUse: Self { Self(word: "records.in_use") }
    /// Somebody else changed the record meanwhile.
    public static var recordsVersion: Self { Self(word: "records.version") }
    /// There is no such record, or the actor may not know of it.
    public static var recordsNotFound: Self { Self(word: "records.not_found") }
    /// A row of an imported sheet cannot be kept; the details say which.
    public static var recordsRow: Self { Self(word: "records.row") }
    /// A message from outside is not proven by a secret that counts, or too old.
    public static var recordsSignature: Self { Self(word: "records.signature") }
    /// A virus was found in a file; nothing of it was kept.
    public static var recordsInfected: Self { Self(word: "records.infected") }
    /// A document cannot be made of the record; the details say where its template is at fault.
    public static var recordsDocument: Self { Self(word: "records.document") }

    public static var words: StaticString { "engine.defect engine.busy engine.read_only definition.json definition.damaged definition.too_large definition.type definition.missing definition.unknown definition.range definition.conflict definition.gap definition.overlap definition.reference definition.expression request.json request.too_large request.type request.missing request.unknown request.range request.conflict expression.failed money.currency_unknown money.currency_mismatch money.overflow money.allocation money.rate_missing money.rate_stale money.gateway_currency money.gateway_amount time.zone_unknown time.reversed time.out_of_range time.recurrence time.recurrence_endless rates.not_published rates.not_valid rates.superseded rates.blackout rates.closed rates.closed_to_arrival rates.closed_to_departure rates.min_stay rates.max_stay rates.lead_time rates.released rates.booking_window rates.occupancy rates.occupancy_exceeded rates.unpriced rates.supplement_unknown rates.promo_unknown rates.promo_closed rates.tax_region rates.no_list rates.overlap rates.code_taken rates.status rates.in_use rates.import rates.plan_period rates.boost_not_faster calendar.conflict calendar.held calendar.blocked calendar.buffer calendar.capacity calendar.sold_out calendar.allotment calendar.stop_sale calendar.no_departure calendar.departure_closed calendar.closed calendar.grid calendar.too_short calendar.too_long calendar.length_step calendar.past calendar.notice calendar.cut_off calendar.horizon calendar.resource_unknown calendar.booking_unknown calendar.booking_exists calendar.hold_unknown calendar.hold_exists calendar.hold_expired calendar.block_unknown calendar.block_exists calendar.series calendar.feed calendar.feed_too_large calendar.feed_zone calendar.unassigned flow.illegal flow.guard flow.too_early flow.too_late flow.unsettled flow.field_missing flow.version flow.state_unknown flow.event_unknown flow.other_machine flow.history flow.automation_loop flow.automation_chain flow.effect_loop tenancy.not_signed_in tenancy.second_factor tenancy.show_again tenancy.permission_missing tenancy.last_owner tenancy.status tenancy.wrong_tenant tenancy.rate_limited tenancy.locked tenancy.address_blocked tenancy.quota tenancy.reservation tenancy.key_typo tenancy.key_unknown tenancy.key_expired tenancy.key_revoked tenancy.key_address tenancy.audit_broken tenancy.field_taken tenancy.not_erased tenancy.field_check records.check records.not_writable records.not_revealed records.link records.taken records.in_use records.version records.not_found records.row records.signature records.infected records.document" }
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "code! message! path! details-{} *",
        [Code.self, String.self, String.self, [String: JSON].self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "code! message! path! details-{} reasons! *",
        [Code.self, String.self, String.self, [String: JSON].self, [Reason].self, [String: JSON].self])
}

extension Engine {
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
    /// The figures that may come with it.
    public var details: [Engine.CodeDetail]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        code: Code,
        meaning: String,
        details: [Engine.CodeDetail]
    ) {
        self.code = code
        self.meaning = meaning
        self.details = details
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! meaning! details! *",
        [Code.self, String.self, [Engine.CodeDetail].self, [String: JSON].self])
}

/// A figure by its name.
public struct CodeDetail: RatebookRecord {
    /// The name under which it stands among the details.
    public var name: String
    /// What it is.
    public var kind: Engine.DetailKind
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        kind: Engine.DetailKind
    ) {
        self.name = name
        self.kind = kind
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! kind! *",
        [String.self, Engine.DetailKind.self, [String: JSON].self])
}

/// What a figure is, by which an app reads it.
public struct DetailKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A whole number.
    public static var count: Self { Self(word: "count") }
    /// An exact number as text: an amount, a ratio.
    public static var decimal: Self { Self(word: "decimal") }
    /// A day.
    public static var day: Self { Self(word: "day") }
    /// Days, each for itself or as a range.
    public static var days: Self { Self(word: "days") }
    /// A first and a last day.
    public static var dayRange: Self { Self(word: "day_range") }
    /// A moment.
    public static var instant: Self { Self(word: "instant") }
    /// A beginning and an end.
    public static var span: Self { Self(word: "span") }
    /// A number of minutes.
    public static var minutes: Self { Self(word: "minutes") }
    /// A number of seconds.
    public static var seconds: Self { Self(word: "seconds") }
    /// A text: a name, a word, a place in a definition.
    public static var text: Self { Self(word: "text") }
    /// Several texts.
    public static var texts: Self { Self(word: "texts") }
    /// Anything else.
    public static var other: Self { Self(word: "other") }

    public static var words: StaticString { "count decimal day days day_range instant span minutes seconds text texts other" }
}

/// What to tell a guest, and how.
public struct MessageRequest: RatebookRecord {
    /// The reasons of an error: its codes and details.
    public var reasons: [Engine.ToldReason]
    /// The guest's language: the part of a language tag before its hyphen.
    public var language: Engine.Language
    /// Where the guest's clock stands; UTC when it is not given.
    public var zone: String?
    /// In which currency amounts are that come without one.
    public var currency: String?

    public init(
        reasons: [Engine.ToldReason],
        language: Engine.Language,
        zone: String? = nil,
        currency: String? = nil
    ) {
        self.reasons = reasons
        self.language = language
        self.zone = zone
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "reasons! language! zone? currency?",
        [[Engine.ToldReason].self, Engine.Language.self, String.self, String.self])
}

/// A reason that is to be told, as an error has it. One of a newer engine, whose code is not known here, is told as its family is.
public struct ToldReason: RatebookRecord {
    /// Its code, such as `rates.min_stay`.
    public var code: String
    /// The figures involved, `notice_minutes` or as JavaScript spells it, `noticeMinutes`.
    public var details: [String: JSON]
    /// What it says to whoever builds the app: a reason is taken as it is, and this is not looked at.
    public var message: String?
    /// Where it is, which is not looked at either.
    public var path: String?

    public init(
        code: String,
        details: [String: JSON] = [:],
        message: String? = nil,
        path: String? = nil
    ) {
        self.code = code
        self.details = details
        self.message = message
        self.path = path
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! details-{} message? path?",
        [String.self, [String: JSON].self, String.self, String.self])
}

/// A language in which guests are told what is wrong.
public struct Language: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// English.
    public static var en: Self { Self(word: "en") }
    /// Spanish.
    public static var es: Self { Self(word: "es") }
    /// French.
    public static var fr: Self { Self(word: "fr") }
    /// German.
    public static var de: Self { Self(word: "de") }
    /// Hindi.
    public static var hi: Self { Self(word: "hi") }

    public static var words: StaticString { "en es fr de hi" }
}

/// What a guest is told.
public struct GuestMessage: RatebookRecord {
    /// All sentences, one behind the other.
    public var text: String
    /// A sentence or two for each reason, each told once.
    public var sentences: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        text: String,
        sentences: [String]
    ) {
        self.text = text
        self.sentences = sentences
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "text! sentences! *",
        [String.self, [String].self, [String: JSON].self])
}
}
