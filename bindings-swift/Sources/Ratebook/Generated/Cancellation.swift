// Written by `cargo xtask generate`.

import Foundation

extension Cancellation {
/// What is kept of a booking that is cancelled, by how long before its start that happens.
public struct CancellationPolicyDefinition: RatebookRecord {
    /// What people call it.
    public var name: String
    /// What it is known by.
    public var code: String?
    /// By whose clocks days are counted, unless a booking names the zone of its own place.
    public var zone: String
    /// The currency of every amount; a policy of percentages and nights serves every currency and has none.
    public var currency: String?
    /// When a booking starts that names only its day; midnight when not given.
    public var startTime: String?
    /// Where a half goes; every fee is rounded to the currency's minor unit.
    public var rounding: Money.RoundingMode
    /// Time to think again after booking, in which nothing is kept.
    public var grace: Cancellation.CancellationGrace?
    /// From the earliest deadline to the latest; the first that has not passed counts.
    public var tiers: [Cancellation.CancellationTier]?
    /// What is charged when all deadlines have passed; everything when not given.
    public var late: Cancellation.CancellationFee?
    /// What is charged when nobody came; the same as `late` when not given.
    public var noShow: Cancellation.CancellationFee?
    /// What is never given back but in the time of grace, such as a deposit.
    public var kept: Cancellation.CancellationFee?
    /// Kinds of components that go by terms of their own, such as `activity` or `taxes`.
    public var components: [String: Cancellation.CancellationTerms]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        code: String? = nil,
        zone: String,
        currency: String? = nil,
        startTime: String? = nil,
        rounding: Money.RoundingMode = .halfUp,
        grace: Cancellation.CancellationGrace? = nil,
        tiers: [Cancellation.CancellationTier]? = nil,
        late: Cancellation.CancellationFee? = nil,
        noShow: Cancellation.CancellationFee? = nil,
        kept: Cancellation.CancellationFee? = nil,
        components: [String: Cancellation.CancellationTerms] = [:]
    ) {
        self.name = name
        self.code = code
        self.zone = zone
        self.currency = currency
        self.startTime = startTime
        self.rounding = rounding
        self.grace = grace
        self.tiers = tiers
        self.late = late
        self.noShow = noShow
        self.kept = kept
        self.components = components
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! code? zone! currency? start_time? rounding="half_up" grace? tiers? late? no_show? kept? components-{} *"#,
        [String.self, String.self, String.self, String.self, String.self, Money.RoundingMode.self, Cancellation.CancellationGrace.self, [Cancellation.CancellationTier].self, Cancellation.CancellationFee.self, Cancellation.CancellationFee.self, Cancellation.CancellationFee.self, [String: Cancellation.CancellationTerms].self, [String: JSON].self])
}

/// Time to think again after booking.
public struct CancellationGrace: RatebookRecord {
    /// So many hours after the booking was made.
    public var hoursAfterBooking: Int
    /// But no later than so many hours before the start; up to the start when not given.
    public var hoursBefore: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        hoursAfterBooking: Int,
        hoursBefore: Int? = nil
    ) {
        self.hoursAfterBooking = hoursAfterBooking
        self.hoursBefore = hoursBefore
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "hours_after_booking! hours_before? *",
        [Int.self, Int.self, [String: JSON].self])
}

/// What is charged up to a deadline.
public struct CancellationTier: RatebookRecord {
    /// What people call it.
    public var name: String
    /// The last moment at which it counts, included.
    public var deadline: Cancellation.CancellationDeadline
    /// What is charged then.
    public var fee: Cancellation.CancellationFee
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        deadline: Cancellation.CancellationDeadline,
        fee: Cancellation.CancellationFee
    ) {
        self.name = name
        self.deadline = deadline
        self.fee = fee
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! deadline! fee! *",
        [String.self, Cancellation.CancellationDeadline.self, Cancellation.CancellationFee.self, [String: JSON].self])
}

/// The last moment of a tier.
public enum CancellationDeadline: RatebookValue {
    /// So many hours before the start, whatever clocks do in between.
    case hoursBefore(Int)
    /// So many days before the day of the start, at a time of the clock.
    case daysBefore(Cancellation.DaysBefore)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "hours_before days_before") {
        case 0: self = .hoursBefore(try reader.held())
        case 1: self = .daysBefore(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .hoursBefore(let held): writer.choice("hours_before", held)
        case .daysBefore(let held): writer.choice("days_before", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// So many days before the day of the start.
public struct DaysBefore: RatebookRecord {
    /// How many days; none is the day of the start itself.
    public var days: Int
    /// The time of that day by the clocks of the zone; the time of the start when not given. `24:00` is the end of the day.
    public var time: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Int,
        time: String? = nil
    ) {
        self.days = days
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! time? *",
        [Int.self, String.self, [String: JSON].self])
}

/// What is charged for a cancellation.
public enum CancellationFee: RatebookValue {
    /// A share of what each component costs: 0 is free, 100 is everything.
    case percent(Amount)
    /// The price of the first nights.
    case nights(Cancellation.NightsFee)
    /// An amount for all components together that go by the same terms, shared in proportion to what they cost.
    case amount(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent nights amount") {
        case 0: self = .percent(try reader.held())
        case 1: self = .nights(try reader.held())
        case 2: self = .amount(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .nights(let held): writer.choice("nights", held)
        case .amount(let held): writer.choice("amount", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// The price of the first nights.
public struct NightsFee: RatebookRecord {
    /// How many; a shorter stay is charged whole.
    public var nights: Int
    /// So many percent of them; all of it when not given.
    public var percent: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        nights: Int,
        percent: Amount? = nil
    ) {
        self.nights = nights
        self.percent = percent
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "nights! percent? *",
        [Int.self, Amount.self, [String: JSON].self])
}

/// The terms of one kind of component; nothing is taken over from the terms of the whole.
public struct CancellationTerms: RatebookRecord {
    /// From the earliest deadline to the latest; the first that has not passed counts.
    public var tiers: [Cancellation.CancellationTier]?
    /// What is charged when all deadlines have passed; everything when not given.
    public var late: Cancellation.CancellationFee?
    /// What is charged when nobody came; the same as `late` when not given.
    public var noShow: Cancellation.CancellationFee?
    /// What is never given back but in the time of grace, such as a deposit.
    public var kept: Cancellation.CancellationFee?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        tiers: [Cancellation.CancellationTier]? = nil,
        late: Cancellation.CancellationFee? = nil,
        noShow: Cancellation.CancellationFee? = nil,
        kept: Cancellation.CancellationFee? = nil
    ) {
        self.tiers = tiers
        self.late = late
        self.noShow = noShow
        self.kept = kept
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers? late? no_show? kept? *",
        [[Cancellation.CancellationTier].self, Cancellation.CancellationFee.self, Cancellation.CancellationFee.self, Cancellation.CancellationFee.self, [String: JSON].self])
}

/// A booking that is cancelled, or to which nobody came.
public struct CancellationRequest: RatebookRecord {
    /// What was booked.
    public var booking: Cancellation.CancellableBooking
    /// When it is cancelled.
    public var at: Instant
    /// Who cancels.
    public var cancelledBy: Cancellation.CancelledBy
    /// Whether nobody came.
    public var noShow: Bool

    public init(
        booking: Cancellation.CancellableBooking,
        at: Instant,
        cancelledBy: Cancellation.CancelledBy = .guest,
        noShow: Bool = false
    ) {
        self.booking = booking
        self.at = at
        self.cancelledBy = cancelledBy
        self.noShow = noShow
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"booking! at! cancelled_by="guest" no_show-false"#,
        [Cancellation.CancellableBooking.self, Instant.self, Cancellation.CancelledBy.self, Bool.self])
}

/// What was booked, and what has been paid for it.
public struct CancellableBooking: RatebookRecord {
    /// When it starts; or `check_in`.
    public var start: Instant?
    /// The day on which it starts, at the policy's `start_time`.
    public var checkIn: Day?
    /// When it was booked; the time of grace counts from then.
    public var bookedAt: Instant?
    /// The zone of the place, where it is not that of the policy.
    public var zone: String?
    /// The currency of every amount.
    public var currency: String
    /// What has been paid so far.
    public var paid: Amount?
    /// What it is made of.
    public var components: [Cancellation.CancellableComponent]

    public init(
        start: Instant? = nil,
        checkIn: Day? = nil,
        bookedAt: Instant? = nil,
        zone: String? = nil,
        currency: String,
        paid: Amount? = nil,
        components: [Cancellation.CancellableComponent]
    ) {
        self.start = start
        self.checkIn = checkIn
        self.bookedAt = bookedAt
        self.zone = zone
        self.currency = currency
        self.paid = paid
        self.components = components
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start? check_in? booked_at? zone? currency! paid? components!",
        [Instant.self, Day.self, Instant.self, String.self, String.self, Amount.self, [Cancellation.CancellableComponent].self])
}

/// A part of a booking: the room, an activity, a fee, a tax.
public struct CancellableComponent: RatebookRecord {
    /// What people call it; no two have the same name.
    public var name: String
    /// Its kind, such as `activity`: a kind that the policy names goes by its own terms.
    public var kind: String?
    /// What it costs.
    public var total: Amount
    /// What each of its nights costs, of which fees by nights are made; together no more than `total`.
    public var nights: [Amount]
    /// When it starts, where it does not start with the booking.
    public var start: Instant?

    public init(
        name: String,
        kind: String? = nil,
        total: Amount,
        nights: [Amount] = [],
        start: Instant? = nil
    ) {
        self.name = name
        self.kind = kind
        self.total = total
        self.nights = nights
        self.start = start
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! kind? total! nights-[] start?",
        [String.self, String.self, Amount.self, [Amount].self, Instant.self])
}

/// Who cancels.
public struct CancelledBy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Whoever booked.
    public static var guest: Self { Self(word: "guest") }
    /// Whoever was to provide it: nothing is charged.
    public static var provider: Self { Self(word: "provider") }

    public static var words: StaticString { "guest provider" }
}

/// What a cancellation costs, explained: its lines add up to the fee exactly.
public struct CancellationSettlement: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// What the booking costs.
    public var total: Amount
    /// What has been paid so far.
    public var paid: Amount
    /// What is charged; never more than the total.
    public var fee: Amount
    /// What goes back: what was paid beyond the fee.
    public var refund: Amount
    /// What is still to be paid: the fee beyond what was paid.
    public var owed: Amount
    /// One for each component.
    public var lines: [Cancellation.CancellationLine]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        total: Amount,
        paid: Amount,
        fee: Amount,
        refund: Amount,
        owed: Amount,
        lines: [Cancellation.CancellationLine]
    ) {
        self.currency = currency
        self.total = total
        self.paid = paid
        self.fee = fee
        self.refund = refund
        self.owed = owed
        self.lines = lines
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! total! paid! fee! refund! owed! lines! *",
        [String.self, Amount.self, Amount.self, Amount.self, Amount.self, Amount.self, [Cancellation.CancellationLine].self, [String: JSON].self])
}

/// What is charged for one component.
public struct CancellationLine: RatebookRecord {
    /// The component.
    public var component: String
    /// Why so much is charged.
    public var kind: Cancellation.CancellationLineKind
    /// The tier that made it, by its name.
    public var tier: String?
    /// The rule that made it, as a JSON pointer into the policy's definition; empty when the provider cancels.
    public var rule: String
    /// The last moment of the tier for this component.
    public var deadline: Instant?
    /// What the component costs.
    public var total: Amount
    /// What is charged of it.
    public var fee: Amount
    /// How that came about, in a few words.
    public var explanation: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        component: String,
        kind: Cancellation.CancellationLineKind,
        tier: String? = nil,
        rule: String,
        deadline: Instant? = nil,
        total: Amount,
        fee: Amount,
        explanation: String
    ) {
        self.component = component
        self.kind = kind
        self.tier = tier
        self.rule = rule
        self.deadline = deadline
        self.total = total
        self.fee = fee
        self.explanation = explanation
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "component! kind! tier? rule! deadline? total! fee! explanation! *",
        [String.self, Cancellation.CancellationLineKind.self, String.self, String.self, Instant.self, Amount.self, Amount.self, String.self, [String: JSON].self])
}

/// Why so much is charged.
public struct CancellationLineKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A tier whose deadline has not passed.
    public static var tier: Self { Self(word: "tier") }
    /// All deadlines have passed.
    public static var late: Self { Self(word: "late") }
    /// Nobody came.
    public static var noShow: Self { Self(word: "no_show") }
    /// More than the tier charges is never given back.
    public static var kept: Self { Self(word: "kept") }
    /// It was booked only just now.
    public static var grace: Self { Self(word: "grace") }
    /// The provider cancels.
    public static var provider: Self { Self(word: "provider") }

    public static var words: StaticString { "tier late no_show kept grace provider" }
}

/// A booking whose deadlines are wanted.
public struct CancellationDeadlinesRequest: RatebookRecord {
    /// What is booked, or is about to be.
    public var booking: Cancellation.CancellableBooking
    /// What has passed by then is left out.
    public var now: Instant?

    public init(
        booking: Cancellation.CancellableBooking,
        now: Instant? = nil
    ) {
        self.booking = booking
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "booking! now?",
        [Cancellation.CancellableBooking.self, Instant.self])
}

/// What cancelling costs, deadline by deadline: what a guest is shown before booking.
public struct CancellationDeadlines: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// What the booking costs.
    public var total: Amount
    /// The last moment at which cancelling is free, unless it is free always or never.
    public var freeUntil: Instant?
    /// From the earliest to the latest; neighbours with the same fee are one.
    public var steps: [Cancellation.CancellationStep]
    /// What is charged when nobody comes.
    public var noShow: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        total: Amount,
        freeUntil: Instant? = nil,
        steps: [Cancellation.CancellationStep],
        noShow: Amount
    ) {
        self.currency = currency
        self.total = total
        self.freeUntil = freeUntil
        self.steps = steps
        self.noShow = noShow
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! total! free_until? steps! no_show! *",
        [String.self, Amount.self, Instant.self, [Cancellation.CancellationStep].self, Amount.self, [String: JSON].self])
}

/// What cancelling costs up to a deadline.
public struct CancellationStep: RatebookRecord {
    /// The last moment at which it costs that, included; the last step has none.
    public var deadline: Instant?
    /// What clocks show then, where the booking takes place.
    public var local: Time.LocalTime?
    /// What is charged.
    public var fee: Amount
    /// What goes back of what has been paid.
    public var refund: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        deadline: Instant? = nil,
        local: Time.LocalTime? = nil,
        fee: Amount,
        refund: Amount
    ) {
        self.deadline = deadline
        self.local = local
        self.fee = fee
        self.refund = refund
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "deadline? local? fee! refund! *",
        [Instant.self, Time.LocalTime.self, Amount.self, Amount.self, [String: JSON].self])
}
}
