// Written by `cargo xtask generate`.

import Foundation

/// A recurring or metered offer.
public struct PlanDefinition: RatebookRecord {
    /// What people call it.
    public var name: String
    /// What it is known by.
    public var code: String?
    /// The currency of every amount.
    public var currency: String
    /// How often it is billed.
    public var interval: Interval
    /// Whether a period is billed before or after it.
    public var timing: Timing
    /// What is charged, in this order.
    public var charges: [Charge]
    /// A period never costs less than this.
    public var minimumCommitment: Decimal?
    /// Where a half goes; every line is rounded to the currency's minor unit.
    public var rounding: RoundingMode

    public init(
        name: String,
        code: String? = nil,
        currency: String,
        interval: Interval,
        timing: Timing = .inAdvance,
        charges: [Charge],
        minimumCommitment: Decimal? = nil,
        rounding: RoundingMode = .halfUp
    ) {
        self.name = name
        self.code = code
        self.currency = currency
        self.interval = interval
        self.timing = timing
        self.charges = charges
        self.minimumCommitment = minimumCommitment
        self.rounding = rounding
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! code? currency! interval! timing="in_advance" charges! minimum_commitment? rounding="half_up""#,
        [String.self, String.self, String.self, Interval.self, Timing.self, [Charge].self, Decimal.self, RoundingMode.self])
}

/// When a period is billed.
public enum Timing: String, RatebookValue, CaseIterable {
    /// On its first day.
    case inAdvance = "in_advance"
    /// On the day after its last one.
    case inArrears = "in_arrears"
}

/// One charge of a plan.
public struct Charge: RatebookRecord {
    /// What people call it.
    public var name: String
    /// Which usage it counts; a flat charge counts none.
    public var metric: String?
    /// So many units of it cost nothing.
    public var included: Decimal?
    /// How it is reckoned.
    public var model: ChargeModel

    public init(
        name: String,
        metric: String? = nil,
        included: Decimal? = nil,
        model: ChargeModel
    ) {
        self.name = name
        self.metric = metric
        self.included = included
        self.model = model
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! metric? included? model!",
        [String.self, String.self, Decimal.self, ChargeModel.self])
}

/// How a charge is reckoned.
public enum ChargeModel: RatebookValue {
    /// The same every period.
    case flat(Decimal)
    /// So much for each unit.
    case perUnit(Decimal)
    /// Each unit at the price of the tier it falls into.
    case graduated(TieredPrice)
    /// All units at the price of the tier that their number reaches.
    case volume(TieredPrice)
    /// So much for each package, begun ones too.
    case package(PackagePrice)
    /// A share of an amount.
    case percentage(PercentageCharge)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "flat per_unit graduated volume package percentage") {
        case 0: self = .flat(try reader.held())
        case 1: self = .perUnit(try reader.held())
        case 2: self = .graduated(try reader.held())
        case 3: self = .volume(try reader.held())
        case 4: self = .package(try reader.held())
        default: self = .percentage(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .flat(let held): writer.choice("flat", held)
        case .perUnit(let held): writer.choice("per_unit", held)
        case .graduated(let held): writer.choice("graduated", held)
        case .volume(let held): writer.choice("volume", held)
        case .package(let held): writer.choice("package", held)
        case .percentage(let held): writer.choice("percentage", held)
        }
    }
}

/// Prices by tier.
public struct TieredPrice: RatebookRecord {
    /// From the lowest to the highest; the last one has no end.
    public var tiers: [TierPrice]

    public init(
        tiers: [TierPrice]
    ) {
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers!",
        [[TierPrice].self])
}

/// Up to so many units, so much.
public struct TierPrice: RatebookRecord {
    /// The last unit of the tier, included; the last tier has none.
    public var upTo: Decimal?
    /// The price of a unit.
    public var price: Decimal
    /// What the tier costs once when any unit falls into it.
    public var flat: Decimal?

    public init(
        upTo: Decimal? = nil,
        price: Decimal,
        flat: Decimal? = nil
    ) {
        self.upTo = upTo
        self.price = price
        self.flat = flat
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "up_to? price! flat?",
        [Decimal.self, Decimal.self, Decimal.self])
}

/// So many units for so much.
public struct PackagePrice: RatebookRecord {
    /// How many units a package has.
    public var size: Decimal
    /// What it costs.
    public var price: Decimal

    public init(
        size: Decimal,
        price: Decimal
    ) {
        self.size = size
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "size! price!",
        [Decimal.self, Decimal.self])
}

/// A share of an amount, with a fixed part and bounds.
public struct PercentageCharge: RatebookRecord {
    /// The share of the metric's amount.
    public var percent: Decimal
    /// What is added when there is any usage.
    public var fixed: Decimal?
    /// Never less than this when there is any usage.
    public var minimum: Decimal?
    /// Never more than this.
    public var maximum: Decimal?

    public init(
        percent: Decimal,
        fixed: Decimal? = nil,
        minimum: Decimal? = nil,
        maximum: Decimal? = nil
    ) {
        self.percent = percent
        self.fixed = fixed
        self.minimum = minimum
        self.maximum = maximum
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "percent! fixed? minimum? maximum?",
        [Decimal.self, Decimal.self, Decimal.self, Decimal.self])
}

/// A dearer plan for some hours.
public struct BoostRequest: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// The monthly price of the plan as it is.
    public var currentPrice: Decimal
    /// The monthly price of the plan for the boost.
    public var boostedPrice: Decimal
    /// When the boost begins.
    public var start: Date
    /// How many hours it lasts.
    public var hours: Int
    /// The zone whose month counts.
    public var zone: String
    /// Never less than this.
    public var minimumCharge: Decimal?
    /// The shortest boost.
    public var minHours: Int
    /// The longest boost.
    public var maxHours: Int
    /// Where a half goes.
    public var rounding: RoundingMode

    public init(
        currency: String,
        currentPrice: Decimal,
        boostedPrice: Decimal,
        start: Date,
        hours: Int,
        zone: String,
        minimumCharge: Decimal? = nil,
        minHours: Int = 1,
        maxHours: Int = 720,
        rounding: RoundingMode = .halfUp
    ) {
        self.currency = currency
        self.currentPrice = currentPrice
        self.boostedPrice = boostedPrice
        self.start = start
        self.hours = hours
        self.zone = zone
        self.minimumCharge = minimumCharge
        self.minHours = minHours
        self.maxHours = maxHours
        self.rounding = rounding
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"currency! current_price! boosted_price! start! hours! zone! minimum_charge? min_hours=1 max_hours=720 rounding="half_up""#,
        [String.self, Decimal.self, Decimal.self, Date.self, Int.self, String.self, Decimal.self, Int.self, Int.self, RoundingMode.self])
}

/// What a boost costs, and when it ends.
public struct Boost: RatebookRecord {
    /// The price.
    public var price: Money
    /// The end: the start and so many hours of elapsed time, clock changes or not.
    public var end: Date
    /// How many seconds the month of the start has in the zone.
    public var monthSeconds: Int

    public init(
        price: Money,
        end: Date,
        monthSeconds: Int
    ) {
        self.price = price
        self.end = end
        self.monthSeconds = monthSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price! end! month_seconds!",
        [Money.self, Date.self, Int.self])
}

/// The usage of a period.
public struct UsageRequest: RatebookRecord {
    /// How much of each metric; what is not given is none.
    public var usage: [String: Decimal]

    public init(
        usage: [String: Decimal] = [:]
    ) {
        self.usage = usage
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "usage-{}",
        [[String: Decimal].self])
}

/// What a period costs, explained: its lines add up to the total exactly.
public struct PlanBill: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// Every line.
    public var lines: [PlanLine]
    /// What is to be paid.
    public var total: Decimal

    public init(
        currency: String,
        lines: [PlanLine],
        total: Decimal
    ) {
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! lines! total!",
        [String.self, [PlanLine].self, Decimal.self])
}

/// One line of a bill.
public struct PlanLine: RatebookRecord {
    /// What people call it.
    public var label: String
    /// The rule that made it, as a JSON pointer into the plan's definition.
    public var rule: String
    /// How many.
    public var quantity: Decimal
    /// What one of them costs, before rounding.
    public var unitAmount: Decimal
    /// What they cost together.
    public var amount: Decimal

    public init(
        label: String,
        rule: String,
        quantity: Decimal,
        unitAmount: Decimal,
        amount: Decimal
    ) {
        self.label = label
        self.rule = rule
        self.quantity = quantity
        self.unitAmount = unitAmount
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label! rule! quantity! unit_amount! amount!",
        [String.self, String.self, Decimal.self, Decimal.self, Decimal.self])
}

/// Which billing periods are wanted.
public struct PlanPeriodsRequest: RatebookRecord {
    /// The first day of the subscription, which begins period 0.
    public var anchor: Day
    /// The number of the first period that is wanted.
    public var first: Int
    /// How many periods.
    public var count: Int

    public init(
        anchor: Day,
        first: Int = 0,
        count: Int
    ) {
        self.anchor = anchor
        self.first = first
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "anchor! first=0 count!",
        [Day.self, Int.self, Int.self])
}

/// A billing period.
public struct BillingPeriod: RatebookRecord {
    /// Its number, from 0 on.
    public var number: Int
    /// Its days.
    public var days: DayRange
    /// The day on which it is billed: its first one in advance, the day after its last one in arrears.
    public var billedOn: Day

    public init(
        number: Int,
        days: DayRange,
        billedOn: Day
    ) {
        self.number = number
        self.days = days
        self.billedOn = billedOn
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! days! billed_on!",
        [Int.self, DayRange.self, Day.self])
}

/// A change in the midst of a billing period.
public struct ProrateRequest: RatebookRecord {
    /// What happens.
    public var change: PlanChange
    /// When.
    public var at: Date
    /// The zone whose days count.
    public var zone: String
    /// The first day of the subscription's period 0.
    public var anchor: Day
    /// Whether seconds or days are counted; the day of the change is the first of what comes after.
    public var by: ProrationUnit

    public init(
        change: PlanChange,
        at: Date,
        zone: String,
        anchor: Day,
        by: ProrationUnit = .day
    ) {
        self.change = change
        self.at = at
        self.zone = zone
        self.anchor = anchor
        self.by = by
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"change! at! zone! anchor! by="day""#,
        [PlanChange.self, Date.self, String.self, Day.self, ProrationUnit.self])
}

/// What happens to a subscription.
public enum PlanChange: RatebookValue {
    /// It begins: the rest of the period is charged.
    case start
    /// It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged.
    case `switch`(SwitchChange)
    /// It ends: the rest of the period is credited.
    case cancel
    /// It rests for a while: that while is credited.
    case pause(PauseChange)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "start cancel", holding: "switch pause") {
        case 0: self = .start
        case 1: self = .cancel
        case 2: self = .`switch`(try reader.held())
        default: self = .pause(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .start: writer.write("start")
        case .`switch`(let held): writer.choice("switch", held)
        case .cancel: writer.write("cancel")
        case .pause(let held): writer.choice("pause", held)
        }
    }
}

/// The plan to which a subscription moves.
public struct SwitchChange: RatebookRecord {
    /// Its price of a whole period.
    public var price: Decimal

    public init(
        price: Decimal
    ) {
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price!",
        [Decimal.self])
}

/// How long a subscription rests.
public struct PauseChange: RatebookRecord {
    /// When it goes on, within the same period.
    public var resumesAt: Date

    public init(
        resumesAt: Date
    ) {
        self.resumesAt = resumesAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resumes_at!",
        [Date.self])
}

/// What is counted.
public enum ProrationUnit: String, RatebookValue, CaseIterable {
    /// Whole days.
    case day = "day"
    /// Seconds of elapsed time.
    case second = "second"
}

/// What a change costs.
public struct Proration: RatebookRecord {
    /// The billing period.
    public var period: DayRange
    /// How many days or seconds of the period lie before the change.
    public var elapsed: Int
    /// How many the period has.
    public var whole: Int
    /// The currency of every amount.
    public var currency: String
    /// Credit and charge, each on its own.
    public var lines: [ProrationLine]
    /// The sum of the lines; below zero when the customer gets money back.
    public var total: Decimal

    public init(
        period: DayRange,
        elapsed: Int,
        whole: Int,
        currency: String,
        lines: [ProrationLine],
        total: Decimal
    ) {
        self.period = period
        self.elapsed = elapsed
        self.whole = whole
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "period! elapsed! whole! currency! lines! total!",
        [DayRange.self, Int.self, Int.self, String.self, [ProrationLine].self, Decimal.self])
}

/// A credit or a charge.
public struct ProrationLine: RatebookRecord {
    /// Which of the two.
    public var kind: ProrationLineKind
    /// What people call it.
    public var label: String
    /// The price of the whole period.
    public var fullPrice: Decimal
    /// The amount, below zero for a credit.
    public var amount: Decimal

    public init(
        kind: ProrationLineKind,
        label: String,
        fullPrice: Decimal,
        amount: Decimal
    ) {
        self.kind = kind
        self.label = label
        self.fullPrice = fullPrice
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! label! full_price! amount!",
        [ProrationLineKind.self, String.self, Decimal.self, Decimal.self])
}

/// Credit or charge.
public enum ProrationLineKind: String, RatebookValue, CaseIterable {
    /// Money back.
    case credit = "credit"
    /// Money due.
    case charge = "charge"
}
