// Written by `cargo xtask generate`.

import Foundation

/// An amount in a currency. Two currencies never mix: that is an error, not a conversion.
public struct Money: RatebookRecord {
    /// How much.
    public var amount: Amount
    /// Of what.
    public var currency: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        amount: Amount,
        currency: String
    ) {
        self.amount = amount
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amount! currency! *",
        [Amount.self, String.self, [String: JSON].self])
}

extension Money {
/// What happens to a half, and to what is left over.
public struct RoundingMode: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A half goes away from zero: 2.5 → 3, -2.5 → -3.
    public static var halfUp: Self { Self(word: "half_up") }
    /// A half goes to the even neighbour: 2.5 → 2, 3.5 → 4.
    public static var halfEven: Self { Self(word: "half_even") }
    /// Away from zero.
    public static var up: Self { Self(word: "up") }
    /// Towards zero.
    public static var down: Self { Self(word: "down") }

    public static var words: StaticString { "half_up half_even up down" }
}

/// A language and place, by its BCP 47 tag.
public struct NumberLocale: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// American English: $1,234,567.00
    public static var enUS: Self { Self(word: "en-US") }
    /// Indian English: ₹12,34,567.00
    public static var enIN: Self { Self(word: "en-IN") }
    /// Spanish: 1.234.567,00 €
    public static var es: Self { Self(word: "es") }
    /// French: 1 234 567,00 €, with spaces at which no line breaks
    public static var fr: Self { Self(word: "fr") }
    /// German: 1.234.567,00 €
    public static var de: Self { Self(word: "de") }
    /// Hindi: ₹12,34,567.00
    public static var hi: Self { Self(word: "hi") }

    public static var words: StaticString { "en-US en-IN es fr de hi" }
}

/// An amount to round.
public struct RoundRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// Where a half goes.
    public var mode: Money.RoundingMode
    /// To what is rounded.
    public var step: Money.RoundingStep

    public init(
        money: Money,
        mode: Money.RoundingMode = .halfUp,
        step: Money.RoundingStep = .minorUnit
    ) {
        self.money = money
        self.mode = mode
        self.step = step
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! mode="half_up" step="minor_unit""#,
        [Money.self, Money.RoundingMode.self, Money.RoundingStep.self])
}

/// The step to which an amount is rounded or in which it is shared out.
public enum RoundingStep: RatebookValue {
    /// The minor unit of ISO 4217, such as a cent.
    case minorUnit
    /// What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists.
    case cash
    /// This much.
    case of(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "minor_unit cash", holding: "of") {
        case 0: self = .minorUnit
        case 1: self = .cash
        case 2: self = .of(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .minorUnit: writer.write("minor_unit")
        case .cash: writer.write("cash")
        case .of(let held): writer.choice("of", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// An amount to share out.
public struct AllocateRequest: RatebookRecord {
    /// What is shared out.
    public var total: Money
    /// Among how many, or by which weights.
    public var among: Money.Shares
    /// Who gets what is left over.
    public var method: Money.AllocationMethod
    /// Every share is a whole number of these.
    public var step: Money.RoundingStep

    public init(
        total: Money,
        among: Money.Shares,
        method: Money.AllocationMethod = .largestRemainder,
        step: Money.RoundingStep = .minorUnit
    ) {
        self.total = total
        self.among = among
        self.method = method
        self.step = step
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"total! among! method="largest_remainder" step="minor_unit""#,
        [Money.self, Money.Shares.self, Money.AllocationMethod.self, Money.RoundingStep.self])
}

/// Among how many, or by which weights.
public enum Shares: RatebookValue {
    /// So many equal parts.
    case parts(Int)
    /// In proportion to these, none below zero.
    case weights([Amount])
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "parts weights") {
        case 0: self = .parts(try reader.held())
        case 1: self = .weights(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .parts(let held): writer.choice("parts", held)
        case .weights(let held): writer.choice("weights", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Who gets what is left over when the shares are not whole steps.
public struct AllocationMethod: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// One step each to the shares that lost most by cutting, the earlier one first among equals.
    public static var largestRemainder: Self { Self(word: "largest_remainder") }
    /// All of it to the first share that has a weight.
    public static var first: Self { Self(word: "first") }
    /// One step each to the shares that have a weight, in their order.
    public static var oneEach: Self { Self(word: "one_each") }

    public static var words: StaticString { "largest_remainder first one_each" }
}

/// Amounts to add up.
public struct SumRequest: RatebookRecord {
    /// The amounts, all of one currency.
    public var amounts: [Money]
    /// The currency of the sum; that of the first amount when not given.
    public var currency: String?

    public init(
        amounts: [Money],
        currency: String? = nil
    ) {
        self.amounts = amounts
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amounts! currency?",
        [[Money].self, String.self])
}

/// An amount to convert.
public struct ConvertRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// Into which currency.
    public var currency: String
    /// The rates that are known.
    public var rates: Money.ExchangeRates
    /// The moment at which the age of a rate is judged; later rates are not looked at.
    public var asOf: Instant
    /// How old a rate may be.
    public var maxAgeSeconds: Int
    /// Whether a rate that is too old is used and marked stale, rather than refused.
    public var allowStale: Bool
    /// Where a half goes.
    public var mode: Money.RoundingMode
    /// To what the answer is rounded, in the target currency.
    public var step: Money.RoundingStep

    public init(
        money: Money,
        currency: String,
        rates: Money.ExchangeRates,
        asOf: Instant,
        maxAgeSeconds: Int = 86400,
        allowStale: Bool = false,
        mode: Money.RoundingMode = .halfUp,
        step: Money.RoundingStep = .minorUnit
    ) {
        self.money = money
        self.currency = currency
        self.rates = rates
        self.asOf = asOf
        self.maxAgeSeconds = maxAgeSeconds
        self.allowStale = allowStale
        self.mode = mode
        self.step = step
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! currency! rates! as_of! max_age_seconds=86400 allow_stale-false mode="half_up" step="minor_unit""#,
        [Money.self, String.self, Money.ExchangeRates.self, Instant.self, Int.self, Bool.self, Money.RoundingMode.self, Money.RoundingStep.self])
}

/// A table of exchange rates.
public struct ExchangeRates: RatebookRecord {
    /// The currency through which two others are crossed; without it nothing is crossed.
    public var base: String?
    /// The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    /// one that stands first. One in a currency that ISO 4217 does not know is not used; the others are.
    public var rates: [Money.ExchangeRate]

    public init(
        base: String? = nil,
        rates: [Money.ExchangeRate]
    ) {
        self.base = base
        self.rates = rates
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base? rates!",
        [String.self, [Money.ExchangeRate].self])
}

/// What one unit of `base` was worth in `quote`, by whom and when.
public struct ExchangeRate: RatebookRecord {
    /// The currency of which there is one unit; it may have ended.
    public var base: String
    /// The currency in which its worth is told; it may have ended.
    public var quote: String
    /// The worth, above zero.
    public var rate: Amount
    /// When the rate held.
    public var asOf: Instant
    /// Who said so, such as `ECB`.
    public var source: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        base: String,
        quote: String,
        rate: Amount,
        asOf: Instant,
        source: String
    ) {
        self.base = base
        self.quote = quote
        self.rate = rate
        self.asOf = asOf
        self.source = source
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base! quote! rate! as_of! source! *",
        [String.self, String.self, Amount.self, Instant.self, String.self, [String: JSON].self])
}

/// A converted amount and everything it rests on.
public struct Conversion: RatebookRecord {
    /// The amount in the target currency, rounded.
    public var money: Money
    /// The amount that was converted.
    public var original: Money
    /// What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
    /// the exact fraction that `legs` give.
    public var rate: Amount
    /// How the rate was found.
    public var path: Money.RatePath
    /// When the rate held: the time of the oldest leg.
    public var rateAsOf: Instant?
    /// Whether a leg is older than allowed.
    public var stale: Bool
    /// The rates used, in order: one, two when crossed, none between the same currency.
    public var legs: [Money.ExchangeRate]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        money: Money,
        original: Money,
        rate: Amount,
        path: Money.RatePath,
        rateAsOf: Instant? = nil,
        stale: Bool,
        legs: [Money.ExchangeRate]
    ) {
        self.money = money
        self.original = original
        self.rate = rate
        self.path = path
        self.rateAsOf = rateAsOf
        self.stale = stale
        self.legs = legs
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "money! original! rate! path! rate_as_of? stale! legs! *",
        [Money.self, Money.self, Amount.self, Money.RatePath.self, Instant.self, Bool.self, [Money.ExchangeRate].self, [String: JSON].self])
}

/// How a rate was found.
public struct RatePath: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Both currencies are the same.
    public static var same: Self { Self(word: "same") }
    /// As the table has it.
    public static var direct: Self { Self(word: "direct") }
    /// By the rate of the opposite direction.
    public static var inverse: Self { Self(word: "inverse") }
    /// Through the base of the table.
    public static var cross: Self { Self(word: "cross") }

    public static var words: StaticString { "same direct inverse cross" }
}

/// A table of exchange rates to look over.
public struct CheckRatesRequest: RatebookRecord {
    /// The table.
    public var rates: Money.ExchangeRates

    public init(
        rates: Money.ExchangeRates
    ) {
        self.rates = rates
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "rates!",
        [Money.ExchangeRates.self])
}

/// What a table of exchange rates is worth.
public struct RatesChecked: RatebookRecord {
    /// How many of its rates can be used.
    public var usable: Int
    /// Every fault, with the place of its row.
    public var faults: [Reason]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        usable: Int,
        faults: [Reason]
    ) {
        self.usable = usable
        self.faults = faults
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "usable! faults! *",
        [Int.self, [Reason].self, [String: JSON].self])
}

/// The currency whose facts are asked for.
public struct CurrencyRequest: RatebookRecord {
    /// The currency.
    public var currency: String

    public init(
        currency: String
    ) {
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency!",
        [String.self])
}

/// What is known of a currency.
public struct CurrencyFacts: RatebookRecord {
    /// The three letters.
    public var currency: String
    /// The three digits, such as `978`.
    public var numeric: String
    /// The English name.
    public var name: String
    /// Digits behind the point in accounts; not there for gold, drawing rights and their like.
    public var minorUnit: Int?
    /// Digits that people are shown.
    public var displayDigits: Int
    /// The smallest sum payable in coins, where that is more than a minor unit.
    public var cashStep: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        numeric: String,
        name: String,
        minorUnit: Int? = nil,
        displayDigits: Int,
        cashStep: Amount? = nil
    ) {
        self.currency = currency
        self.numeric = numeric
        self.name = name
        self.minorUnit = minorUnit
        self.displayDigits = displayDigits
        self.cashStep = cashStep
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! numeric! name! minor_unit? display_digits! cash_step? *",
        [String.self, String.self, String.self, Int.self, Int.self, Amount.self, [String: JSON].self])
}

/// A request for every currency.
public struct CurrenciesRequest: RatebookRecord {

    public init(
    ) {
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "",
        [])
}

/// An amount for a gateway.
public struct ToGatewayRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// For whom.
    public var gateway: Money.Gateway
    /// What the money does.
    public var purpose: Money.GatewayUse
    /// How an amount finer than the gateway takes is rounded; without it such an amount is refused.
    public var mode: Money.RoundingMode?

    public init(
        money: Money,
        gateway: Money.Gateway,
        purpose: Money.GatewayUse = .charge,
        mode: Money.RoundingMode? = nil
    ) {
        self.money = money
        self.gateway = gateway
        self.purpose = purpose
        self.mode = mode
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! gateway! purpose="charge" mode?"#,
        [Money.self, Money.Gateway.self, Money.GatewayUse.self, Money.RoundingMode.self])
}

/// A payment gateway, each with its own table of units.
public struct Gateway: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Whole numbers of the smallest unit, with tables of exceptions.
    public static var stripe: Self { Self(word: "stripe") }
    /// Decimal text; its own list of currencies, three of them without decimals.
    public static var paypal: Self { Self(word: "paypal") }
    /// Whole numbers of the smallest unit; the third decimal is always 0.
    public static var razorpay: Self { Self(word: "razorpay") }
    /// Whole numbers of the smallest unit.
    public static var square: Self { Self(word: "square") }

    public static var words: StaticString { "stripe paypal razorpay square" }
}

/// What the money does.
public struct GatewayUse: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A customer pays, or is paid back.
    public static var charge: Self { Self(word: "charge") }
    /// The gateway pays out to a bank account.
    public static var payout: Self { Self(word: "payout") }

    public static var words: StaticString { "charge payout" }
}

/// An amount as a gateway counts it.
public struct GatewayAmount: RatebookRecord {
    /// Whose.
    public var gateway: Money.Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int
    /// The same amount with as many digits as the gateway has, for gateways that take decimal text.
    public var amount: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        gateway: Money.Gateway,
        currency: String,
        units: Int,
        amount: Amount
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "gateway! currency! units! amount! *",
        [Money.Gateway.self, String.self, Int.self, Amount.self, [String: JSON].self])
}

/// Units that a gateway reported.
public struct FromGatewayRequest: RatebookRecord {
    /// Whose.
    public var gateway: Money.Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int

    public init(
        gateway: Money.Gateway,
        currency: String,
        units: Int
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "gateway! currency! units!",
        [Money.Gateway.self, String.self, Int.self])
}

/// An amount to write.
public struct FormatRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// As whom to write it.
    public var locale: Money.NumberLocale
    /// How many digits at least.
    public var digits: Money.WrittenDigits
    /// How the currency is written.
    public var mark: Money.CurrencyMark

    public init(
        money: Money,
        locale: Money.NumberLocale,
        digits: Money.WrittenDigits = .minorUnit,
        mark: Money.CurrencyMark = .symbol
    ) {
        self.money = money
        self.locale = locale
        self.digits = digits
        self.mark = mark
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! locale! digits="minor_unit" mark="symbol""#,
        [Money.self, Money.NumberLocale.self, Money.WrittenDigits.self, Money.CurrencyMark.self])
}

/// How many digits are written.
public struct WrittenDigits: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Those of the minor unit; what is finer is rounded to it, a half away from zero.
    public static var minorUnit: Self { Self(word: "minor_unit") }
    /// Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them.
    public static var display: Self { Self(word: "display") }
    /// At least those of the minor unit, and every further one that is not zero: for unit prices such as 0.0725 a kWh.
    public static var exact: Self { Self(word: "exact") }

    public static var words: StaticString { "minor_unit display exact" }
}

/// How the currency is written.
public struct CurrencyMark: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// By the locale's symbol, such as $; by the code where it has none.
    public static var symbol: Self { Self(word: "symbol") }
    /// By the three letters.
    public static var code: Self { Self(word: "code") }

    public static var words: StaticString { "symbol code" }
}

/// An amount as people wrote it.
public struct ParseRequest: RatebookRecord {
    /// The text, with or without its currency.
    public var text: String
    /// As whom it was written.
    public var locale: Money.NumberLocale
    /// In which currency.
    public var currency: String

    public init(
        text: String,
        locale: Money.NumberLocale,
        currency: String
    ) {
        self.text = text
        self.locale = locale
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "text! locale! currency!",
        [String.self, Money.NumberLocale.self, String.self])
}
}
