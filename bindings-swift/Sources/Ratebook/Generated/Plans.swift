// Written by `cargo xtask generate`.

import Foundation

extension Plans {
/// A recurring or metered offer.
public struct PlanDefinition: RatebookRecord {
    /// What people call it.
    public var name: String
    /// What it is known by.
    public var code: String?
    /// The currency of every amount.
    public var currency: String
    /// How often it is billed.
    public var interval: Time.Interval
    /// Whether a period is billed before or after it.
    public var timing: Plans.Timing
    /// What is charged, in this order.
    public var charges: [Plans.Charge]
    /// A period never costs less than this.
    public var minimumCommitment: Amount?
    /// A period never costs more than this.
    public var maximumSpend: Amount?
    /// What a part of a period is counted in, where the change itself does not say.
    public var proration: Plans.ProrationUnit?
    /// Where a half goes; every line is rounded to the currency's minor unit.
    public var rounding: Money.RoundingMode
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        code: String? = nil,
        currency: String,
        interval: Time.Interval,
        timing: Plans.Timing = .inAdvance,
        charges: [Plans.Charge],
        minimumCommitment: Amount? = nil,
        maximumSpend: Amount? = nil,
        proration: Plans.ProrationUnit? = nil,
        rounding: Money.RoundingMode = .halfUp
    ) {
        self.name = name
        self.code = code
        self.currency = currency
        self.interval = interval
        self.timing = timing
        self.charges = charges
        self.minimumCommitment = minimumCommitment
        self.maximumSpend = maximumSpend
        self.proration = proration
        self.rounding = rounding
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! code? currency! interval! timing="in_advance" charges! minimum_commitment? maximum_spend? proration? rounding="half_up" *"#,
        [String.self, String.self, String.self, Time.Interval.self, Plans.Timing.self, [Plans.Charge].self, Amount.self, Amount.self, Plans.ProrationUnit.self, Money.RoundingMode.self, [String: JSON].self])
}

/// When a period is billed.
public struct Timing: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// On its first day.
    public static var inAdvance: Self { Self(word: "in_advance") }
    /// On the day after its last one.
    public static var inArrears: Self { Self(word: "in_arrears") }

    public static var words: StaticString { "in_advance in_arrears" }
}

/// One charge of a plan.
public struct Charge: RatebookRecord {
    /// What people call it.
    public var name: String
    /// Which usage it counts; a flat charge counts none.
    public var metric: String?
    /// How what the meter counts becomes what is charged, such as bytes gigabytes.
    public var convert: Plans.UnitConversion?
    /// So many units of it cost nothing; they are counted after the conversion.
    public var included: Amount?
    /// The charge never comes to less than this in a period.
    public var minimumCommitment: Amount?
    /// The charge never comes to more than this in a period.
    public var maximumSpend: Amount?
    /// How it is reckoned.
    public var model: Plans.ChargeModel
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        metric: String? = nil,
        convert: Plans.UnitConversion? = nil,
        included: Amount? = nil,
        minimumCommitment: Amount? = nil,
        maximumSpend: Amount? = nil,
        model: Plans.ChargeModel
    ) {
        self.name = name
        self.metric = metric
        self.convert = convert
        self.included = included
        self.minimumCommitment = minimumCommitment
        self.maximumSpend = maximumSpend
        self.model = model
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! metric? convert? included? minimum_commitment? maximum_spend? model! *",
        [String.self, String.self, Plans.UnitConversion.self, Amount.self, Amount.self, Amount.self, Plans.ChargeModel.self, [String: JSON].self])
}

/// How the sum of what a meter counted in a period becomes units that are charged: divided or multiplied, then rounded.
public struct UnitConversion: RatebookRecord {
    /// How many of what the meter counts make one unit; then `rounding` is needed.
    public var divideBy: Amount?
    /// How many units one of what the meter counts makes.
    public var multiplyBy: Amount?
    /// Where what is left over goes; `up` charges units that are begun.
    public var rounding: Money.RoundingMode?
    /// To how many digits behind the point it is rounded.
    public var digits: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        divideBy: Amount? = nil,
        multiplyBy: Amount? = nil,
        rounding: Money.RoundingMode? = nil,
        digits: Int? = nil
    ) {
        self.divideBy = divideBy
        self.multiplyBy = multiplyBy
        self.rounding = rounding
        self.digits = digits
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "divide_by? multiply_by? rounding? digits? *",
        [Amount.self, Amount.self, Money.RoundingMode.self, Int.self, [String: JSON].self])
}

/// How a charge is reckoned.
public enum ChargeModel: RatebookValue {
    /// The same every period.
    case flat(Amount)
    /// So much for each unit.
    case perUnit(Amount)
    /// Each unit at the price of the tier it falls into.
    case graduated(Plans.TieredPrice)
    /// All units at the price of the tier that their number reaches.
    case volume(Plans.TieredPrice)
    /// So much for each package, begun ones too.
    case package(Plans.PackagePrice)
    /// A share of an amount.
    case percentage(Plans.PercentageCharge)
    /// The amount itself that the meter counts, in the plan's currency, with what is put on top.
    case meteredAmount(Plans.MeteredAmount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "flat per_unit graduated volume package percentage metered_amount") {
        case 0: self = .flat(try reader.held())
        case 1: self = .perUnit(try reader.held())
        case 2: self = .graduated(try reader.held())
        case 3: self = .volume(try reader.held())
        case 4: self = .package(try reader.held())
        case 5: self = .percentage(try reader.held())
        case 6: self = .meteredAmount(try reader.held())
        default: self = .unknown(try reader.json())
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
        case .meteredAmount(let held): writer.choice("metered_amount", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Prices by tier.
public struct TieredPrice: RatebookRecord {
    /// From the lowest to the highest; the last one has no end.
    public var tiers: [Plans.TierPrice]
    /// Whether the flat part of the first tier is charged when nothing was used too.
    public var flatAtZero: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        tiers: [Plans.TierPrice],
        flatAtZero: Bool = false
    ) {
        self.tiers = tiers
        self.flatAtZero = flatAtZero
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers! flat_at_zero-false *",
        [[Plans.TierPrice].self, Bool.self, [String: JSON].self])
}

/// Up to so many units, so much.
public struct TierPrice: RatebookRecord {
    /// The last unit of the tier, included; the last tier has none.
    public var upTo: Amount?
    /// The price of a unit.
    public var price: Amount
    /// What the tier costs once when any unit falls into it.
    public var flat: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        upTo: Amount? = nil,
        price: Amount,
        flat: Amount? = nil
    ) {
        self.upTo = upTo
        self.price = price
        self.flat = flat
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "up_to? price! flat? *",
        [Amount.self, Amount.self, Amount.self, [String: JSON].self])
}

/// So many units for so much.
public struct PackagePrice: RatebookRecord {
    /// How many units a package has.
    public var size: Amount
    /// What it costs.
    public var price: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        size: Amount,
        price: Amount
    ) {
        self.size = size
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "size! price! *",
        [Amount.self, Amount.self, [String: JSON].self])
}

/// A share of an amount, with a fixed part and bounds.
public struct PercentageCharge: RatebookRecord {
    /// The share of the metric's amount.
    public var percent: Amount
    /// What is added when there is any usage.
    public var fixed: Amount?
    /// Never less than this when there is any usage.
    public var minimum: Amount?
    /// Never more than this.
    public var maximum: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        percent: Amount,
        fixed: Amount? = nil,
        minimum: Amount? = nil,
        maximum: Amount? = nil
    ) {
        self.percent = percent
        self.fixed = fixed
        self.minimum = minimum
        self.maximum = maximum
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "percent! fixed? minimum? maximum? *",
        [Amount.self, Amount.self, Amount.self, Amount.self, [String: JSON].self])
}

/// What is put on top of an amount: a factor or a percentage, or nothing.
public struct MeteredAmount: RatebookRecord {
    /// The amount is multiplied by this: `1.2` for a fifth more.
    public var multiplier: Amount?
    /// So many percent are added, or taken off when negative.
    public var markupPercent: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        multiplier: Amount? = nil,
        markupPercent: Amount? = nil
    ) {
        self.multiplier = multiplier
        self.markupPercent = markupPercent
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "multiplier? markup_percent? *",
        [Amount.self, Amount.self, [String: JSON].self])
}

/// What is counted.
public struct ProrationUnit: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Whole days.
    public static var day: Self { Self(word: "day") }
    /// Seconds of elapsed time.
    public static var second: Self { Self(word: "second") }
    /// Days, of which every month of the period has thirty: what it lacks its last day has too, and a 31st day has nothing.
    public static var thirtyDayMonths: Self { Self(word: "thirty_day_months") }

    public static var words: StaticString { "day second thirty_day_months" }
}

/// A dearer plan for some hours.
public struct BoostRequest: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// The monthly price of the plan as it is.
    public var currentPrice: Amount
    /// The monthly price of the plan for the boost.
    public var boostedPrice: Amount
    /// When the boost begins.
    public var start: Instant
    /// How many hours it lasts.
    public var hours: Int
    /// The zone whose month counts.
    public var zone: String
    /// Never less than this.
    public var minimumCharge: Amount?
    /// The shortest boost.
    public var minHours: Int
    /// The longest boost.
    public var maxHours: Int
    /// Where a half goes.
    public var rounding: Money.RoundingMode

    public init(
        currency: String,
        currentPrice: Amount,
        boostedPrice: Amount,
        start: Instant,
        hours: Int,
        zone: String,
        minimumCharge: Amount? = nil,
        minHours: Int = 1,
        maxHours: Int = 720,
        rounding: Money.RoundingMode = .halfUp
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
        [String.self, Amount.self, Amount.self, Instant.self, Int.self, String.self, Amount.self, Int.self, Int.self, Money.RoundingMode.self])
}

/// What a boost costs, and when it ends.
public struct Boost: RatebookRecord {
    /// The price.
    public var price: Money
    /// The end: the start and so many hours of elapsed time, clock changes or not.
    public var end: Instant
    /// How many seconds the month of the start has in the zone.
    public var monthSeconds: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        price: Money,
        end: Instant,
        monthSeconds: Int
    ) {
        self.price = price
        self.end = end
        self.monthSeconds = monthSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price! end! month_seconds! *",
        [Money.self, Instant.self, Int.self, [String: JSON].self])
}

/// The usage of a period.
public struct UsageRequest: RatebookRecord {
    /// How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign.
    public var usage: [String: Amount]
    /// Whether the whole bill is given back: every line has the other sign.
    public var credit: Bool

    public init(
        usage: [String: Amount] = [:],
        credit: Bool = false
    ) {
        self.usage = usage
        self.credit = credit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "usage-{} credit-false",
        [[String: Amount].self, Bool.self])
}

/// What a period costs, explained: its lines add up to the total exactly.
public struct PlanBill: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// Every line.
    public var lines: [Plans.PlanLine]
    /// What is to be paid; below zero what is given back.
    public var total: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        lines: [Plans.PlanLine],
        total: Amount
    ) {
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! lines! total! *",
        [String.self, [Plans.PlanLine].self, Amount.self, [String: JSON].self])
}

/// One line of a bill.
public struct PlanLine: RatebookRecord {
    /// What people call it.
    public var label: String
    /// The rule that made it, as a JSON pointer into the plan's definition.
    public var rule: String
    /// How many.
    public var quantity: Amount
    /// What one of them costs, before rounding.
    public var unitAmount: Amount
    /// What they cost together.
    public var amount: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String,
        rule: String,
        quantity: Amount,
        unitAmount: Amount,
        amount: Amount
    ) {
        self.label = label
        self.rule = rule
        self.quantity = quantity
        self.unitAmount = unitAmount
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label! rule! quantity! unit_amount! amount! *",
        [String.self, String.self, Amount.self, Amount.self, Amount.self, [String: JSON].self])
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
    public var days: Time.DayRange
    /// The day on which it is billed: its first one in advance, the day after its last one in arrears.
    public var billedOn: Day
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        number: Int,
        days: Time.DayRange,
        billedOn: Day
    ) {
        self.number = number
        self.days = days
        self.billedOn = billedOn
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! days! billed_on! *",
        [Int.self, Time.DayRange.self, Day.self, [String: JSON].self])
}

/// A change in the midst of a billing period.
public struct ProrateRequest: RatebookRecord {
    /// What happens.
    public var change: Plans.PlanChange
    /// When.
    public var at: Instant
    /// The zone whose days count.
    public var zone: String
    /// The first day of the subscription's period 0.
    public var anchor: Day
    /// What is counted; as the plan says when not given. The day of the change is the first of what comes after.
    public var by: Plans.ProrationUnit?

    public init(
        change: Plans.PlanChange,
        at: Instant,
        zone: String,
        anchor: Day,
        by: Plans.ProrationUnit? = nil
    ) {
        self.change = change
        self.at = at
        self.zone = zone
        self.anchor = anchor
        self.by = by
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "change! at! zone! anchor! by?",
        [Plans.PlanChange.self, Instant.self, String.self, Day.self, Plans.ProrationUnit.self])
}

/// What happens to a subscription.
public enum PlanChange: RatebookValue {
    /// It begins: the rest of the period is charged.
    case start
    /// It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged.
    case `switch`(Plans.SwitchChange)
    /// It ends: the rest of the period is credited.
    case cancel
    /// It rests for a while: that while is credited.
    case pause(Plans.PauseChange)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "start cancel", holding: "switch pause") {
        case 0: self = .start
        case 1: self = .cancel
        case 2: self = .`switch`(try reader.held())
        case 3: self = .pause(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .start: writer.write("start")
        case .`switch`(let held): writer.choice("switch", held)
        case .cancel: writer.write("cancel")
        case .pause(let held): writer.choice("pause", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// The plan to which a subscription moves.
public struct SwitchChange: RatebookRecord {
    /// Its price of a whole period.
    public var price: Amount

    public init(
        price: Amount
    ) {
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price!",
        [Amount.self])
}

/// How long a subscription rests.
public struct PauseChange: RatebookRecord {
    /// When it goes on, within the same period.
    public var resumesAt: Instant

    public init(
        resumesAt: Instant
    ) {
        self.resumesAt = resumesAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resumes_at!",
        [Instant.self])
}

/// What a change costs.
public struct Proration: RatebookRecord {
    /// The billing period.
    public var period: Time.DayRange
    /// How many days or seconds of the period lie before the change.
    public var elapsed: Int
    /// How many the period has.
    public var whole: Int
    /// The currency of every amount.
    public var currency: String
    /// Credit and charge, each on its own.
    public var lines: [Plans.ProrationLine]
    /// The sum of the lines; below zero when the customer gets money back.
    public var total: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        period: Time.DayRange,
        elapsed: Int,
        whole: Int,
        currency: String,
        lines: [Plans.ProrationLine],
        total: Amount
    ) {
        self.period = period
        self.elapsed = elapsed
        self.whole = whole
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "period! elapsed! whole! currency! lines! total! *",
        [Time.DayRange.self, Int.self, Int.self, String.self, [Plans.ProrationLine].self, Amount.self, [String: JSON].self])
}

/// A credit or a charge.
public struct ProrationLine: RatebookRecord {
    /// Which of the two.
    public var kind: Plans.ProrationLineKind
    /// What people call it.
    public var label: String
    /// The price of the whole period.
    public var fullPrice: Amount
    /// The amount, below zero for a credit.
    public var amount: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kind: Plans.ProrationLineKind,
        label: String,
        fullPrice: Amount,
        amount: Amount
    ) {
        self.kind = kind
        self.label = label
        self.fullPrice = fullPrice
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! label! full_price! amount! *",
        [Plans.ProrationLineKind.self, String.self, Amount.self, Amount.self, [String: JSON].self])
}

/// Credit or charge.
public struct ProrationLineKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Money back.
    public static var credit: Self { Self(word: "credit") }
    /// Money due.
    public static var charge: Self { Self(word: "charge") }

    public static var words: StaticString { "credit charge" }
}
}
