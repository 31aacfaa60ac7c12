// Written by `cargo xtask generate`.

import Foundation

/// What happens to a half, and to what is left over.
public enum RoundingMode: String, RatebookValue, CaseIterable {
    /// A half goes away from zero: 2.5 → 3, -2.5 → -3.
    case halfUp = "half_up"
    /// A half goes to the even neighbour: 2.5 → 2, 3.5 → 4.
    case halfEven = "half_even"
    /// Away from zero.
    case up = "up"
    /// Towards zero.
    case down = "down"
}

/// A language and place, by its BCP 47 tag.
public enum NumberLocale: String, RatebookValue, CaseIterable {
    /// American English: $1,234,567.00
    case enUS = "en-US"
    /// Indian English: ₹12,34,567.00
    case enIN = "en-IN"
    /// Spanish: 1.234.567,00 €
    case es = "es"
    /// French: 1 234 567,00 €, with spaces at which no line breaks
    case fr = "fr"
    /// German: 1.234.567,00 €
    case de = "de"
}

/// An amount in a currency. Two currencies never mix: that is an error, not a conversion.
public struct Money: RatebookRecord {
    /// How much.
    public var amount: Decimal
    /// Of what.
    public var currency: String

    public init(
        amount: Decimal,
        currency: String
    ) {
        self.amount = amount
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amount! currency!",
        [Decimal.self, String.self])
}

/// An amount to round.
public struct RoundRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// Where a half goes.
    public var mode: RoundingMode
    /// To what is rounded.
    public var step: RoundingStep

    public init(
        money: Money,
        mode: RoundingMode = .halfUp,
        step: RoundingStep = .minorUnit
    ) {
        self.money = money
        self.mode = mode
        self.step = step
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! mode="half_up" step="minor_unit""#,
        [Money.self, RoundingMode.self, RoundingStep.self])
}

/// The step to which an amount is rounded or in which it is shared out.
public enum RoundingStep: RatebookValue {
    /// The minor unit of ISO 4217, such as a cent.
    case minorUnit
    /// What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists.
    case cash
    /// This much.
    case of(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "minor_unit cash", holding: "of") {
        case 0: self = .minorUnit
        case 1: self = .cash
        default: self = .of(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .minorUnit: writer.write("minor_unit")
        case .cash: writer.write("cash")
        case .of(let held): writer.choice("of", held)
        }
    }
}

/// An amount to share out.
public struct AllocateRequest: RatebookRecord {
    /// What is shared out.
    public var total: Money
    /// Among how many, or by which weights.
    public var among: Shares
    /// Who gets what is left over.
    public var method: AllocationMethod
    /// Every share is a whole number of these.
    public var step: RoundingStep

    public init(
        total: Money,
        among: Shares,
        method: AllocationMethod = .largestRemainder,
        step: RoundingStep = .minorUnit
    ) {
        self.total = total
        self.among = among
        self.method = method
        self.step = step
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"total! among! method="largest_remainder" step="minor_unit""#,
        [Money.self, Shares.self, AllocationMethod.self, RoundingStep.self])
}

/// Among how many, or by which weights.
public enum Shares: RatebookValue {
    /// So many equal parts.
    case parts(Int)
    /// In proportion to these, none below zero.
    case weights([Decimal])

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "parts weights") {
        case 0: self = .parts(try reader.held())
        default: self = .weights(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .parts(let held): writer.choice("parts", held)
        case .weights(let held): writer.choice("weights", held)
        }
    }
}

/// Who gets what is left over when the shares are not whole steps.
public enum AllocationMethod: String, RatebookValue, CaseIterable {
    /// One step each to the shares that lost most by cutting, the earlier one first among equals.
    case largestRemainder = "largest_remainder"
    /// All of it to the first share that has a weight.
    case first = "first"
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
    public var rates: ExchangeRates
    /// The moment at which the age of a rate is judged; later rates are not looked at.
    public var asOf: Date
    /// How old a rate may be.
    public var maxAgeSeconds: Int
    /// Whether a rate that is too old is used and marked stale, rather than refused.
    public var allowStale: Bool
    /// Where a half goes.
    public var mode: RoundingMode
    /// To what the answer is rounded, in the target currency.
    public var step: RoundingStep

    public init(
        money: Money,
        currency: String,
        rates: ExchangeRates,
        asOf: Date,
        maxAgeSeconds: Int = 86400,
        allowStale: Bool = false,
        mode: RoundingMode = .halfUp,
        step: RoundingStep = .minorUnit
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
        [Money.self, String.self, ExchangeRates.self, Date.self, Int.self, Bool.self, RoundingMode.self, RoundingStep.self])
}

/// A table of exchange rates.
public struct ExchangeRates: RatebookRecord {
    /// The currency through which two others are crossed; without it nothing is crossed.
    public var base: String?
    /// The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    /// one that stands first.
    public var rates: [ExchangeRate]

    public init(
        base: String? = nil,
        rates: [ExchangeRate]
    ) {
        self.base = base
        self.rates = rates
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base? rates!",
        [String.self, [ExchangeRate].self])
}

/// What one unit of `base` was worth in `quote`, by whom and when.
public struct ExchangeRate: RatebookRecord {
    /// The currency of which there is one unit.
    public var base: String
    /// The currency in which its worth is told.
    public var quote: String
    /// The worth, above zero.
    public var rate: Decimal
    /// When the rate held.
    public var asOf: Date
    /// Who said so, such as `ECB`.
    public var source: String

    public init(
        base: String,
        quote: String,
        rate: Decimal,
        asOf: Date,
        source: String
    ) {
        self.base = base
        self.quote = quote
        self.rate = rate
        self.asOf = asOf
        self.source = source
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base! quote! rate! as_of! source!",
        [String.self, String.self, Decimal.self, Date.self, String.self])
}

/// A converted amount and everything it rests on.
public struct Conversion: RatebookRecord {
    /// The amount in the target currency, rounded.
    public var money: Money
    /// The amount that was converted.
    public var original: Money
    /// What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
    /// the exact fraction that `legs` give.
    public var rate: Decimal
    /// How the rate was found.
    public var path: RatePath
    /// When the rate held: the time of the oldest leg.
    public var rateAsOf: Date?
    /// Whether a leg is older than allowed.
    public var stale: Bool
    /// The rates used, in order: one, two when crossed, none between the same currency.
    public var legs: [ExchangeRate]

    public init(
        money: Money,
        original: Money,
        rate: Decimal,
        path: RatePath,
        rateAsOf: Date? = nil,
        stale: Bool,
        legs: [ExchangeRate]
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
        MemoryLayout<Self>.size, "money! original! rate! path! rate_as_of? stale! legs!",
        [Money.self, Money.self, Decimal.self, RatePath.self, Date.self, Bool.self, [ExchangeRate].self])
}

/// How a rate was found.
public enum RatePath: String, RatebookValue, CaseIterable {
    /// Both currencies are the same.
    case same = "same"
    /// As the table has it.
    case direct = "direct"
    /// By the rate of the opposite direction.
    case inverse = "inverse"
    /// Through the base of the table.
    case cross = "cross"
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
    public var cashStep: Decimal?

    public init(
        currency: String,
        numeric: String,
        name: String,
        minorUnit: Int? = nil,
        displayDigits: Int,
        cashStep: Decimal? = nil
    ) {
        self.currency = currency
        self.numeric = numeric
        self.name = name
        self.minorUnit = minorUnit
        self.displayDigits = displayDigits
        self.cashStep = cashStep
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! numeric! name! minor_unit? display_digits! cash_step?",
        [String.self, String.self, String.self, Int.self, Int.self, Decimal.self])
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
    public var gateway: Gateway
    /// What the money does.
    public var purpose: GatewayUse
    /// How an amount finer than the gateway takes is rounded; without it such an amount is refused.
    public var mode: RoundingMode?

    public init(
        money: Money,
        gateway: Gateway,
        purpose: GatewayUse = .charge,
        mode: RoundingMode? = nil
    ) {
        self.money = money
        self.gateway = gateway
        self.purpose = purpose
        self.mode = mode
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! gateway! purpose="charge" mode?"#,
        [Money.self, Gateway.self, GatewayUse.self, RoundingMode.self])
}

/// A payment gateway, each with its own table of units.
public enum Gateway: String, RatebookValue, CaseIterable {
    /// Whole numbers of the smallest unit, with tables of exceptions.
    case stripe = "stripe"
    /// Decimal text; its own list of currencies, three of them without decimals.
    case paypal = "paypal"
    /// Whole numbers of the smallest unit; the third decimal is always 0.
    case razorpay = "razorpay"
    /// Whole numbers of the smallest unit.
    case square = "square"
}

/// What the money does.
public enum GatewayUse: String, RatebookValue, CaseIterable {
    /// A customer pays, or is paid back.
    case charge = "charge"
    /// The gateway pays out to a bank account.
    case payout = "payout"
}

/// An amount as a gateway counts it.
public struct GatewayAmount: RatebookRecord {
    /// Whose.
    public var gateway: Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int
    /// The same amount with as many digits as the gateway has, for gateways that take decimal text.
    public var amount: Decimal

    public init(
        gateway: Gateway,
        currency: String,
        units: Int,
        amount: Decimal
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "gateway! currency! units! amount!",
        [Gateway.self, String.self, Int.self, Decimal.self])
}

/// Units that a gateway reported.
public struct FromGatewayRequest: RatebookRecord {
    /// Whose.
    public var gateway: Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int

    public init(
        gateway: Gateway,
        currency: String,
        units: Int
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "gateway! currency! units!",
        [Gateway.self, String.self, Int.self])
}

/// An amount to write.
public struct FormatRequest: RatebookRecord {
    /// The amount.
    public var money: Money
    /// As whom to write it.
    public var locale: NumberLocale
    /// How many digits at least.
    public var digits: WrittenDigits
    /// How the currency is written.
    public var mark: CurrencyMark

    public init(
        money: Money,
        locale: NumberLocale,
        digits: WrittenDigits = .minorUnit,
        mark: CurrencyMark = .symbol
    ) {
        self.money = money
        self.locale = locale
        self.digits = digits
        self.mark = mark
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"money! locale! digits="minor_unit" mark="symbol""#,
        [Money.self, NumberLocale.self, WrittenDigits.self, CurrencyMark.self])
}

/// How many digits are written at least; digits that are not zero are never dropped.
public enum WrittenDigits: String, RatebookValue, CaseIterable {
    /// Those of the minor unit.
    case minorUnit = "minor_unit"
    /// Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them.
    case display = "display"
}

/// How the currency is written.
public enum CurrencyMark: String, RatebookValue, CaseIterable {
    /// By the locale's symbol, such as $; by the code where it has none.
    case symbol = "symbol"
    /// By the three letters.
    case code = "code"
}

/// An amount as people wrote it.
public struct ParseRequest: RatebookRecord {
    /// The text, with or without its currency.
    public var text: String
    /// As whom it was written.
    public var locale: NumberLocale
    /// In which currency.
    public var currency: String

    public init(
        text: String,
        locale: NumberLocale,
        currency: String
    ) {
        self.text = text
        self.locale = locale
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "text! locale! currency!",
        [String.self, NumberLocale.self, String.self])
}
