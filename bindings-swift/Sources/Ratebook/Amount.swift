import Foundation

/// An exact number: an amount, a percentage, a share. It is written as a whole number or as text, and never as a floating point
/// number, which has lost digits before anybody sees it: `Amount` of `3.133` does not compile.
///
/// ```swift
/// let price: Amount = "124.35"
/// ```
public struct Amount: RatebookValue, Comparable, CustomStringConvertible {
    /// For everything else that reckons exactly.
    public let decimal: Decimal

    /// The amount of a decimal. It has a name, for Foundation takes a floating point number in the source for a decimal.
    public init(decimal: Decimal) { self.decimal = decimal }

    /// A whole amount.
    public init(_ whole: Int) { decimal = Decimal(whole) }

    /// An amount as text of digits with a point, such as `124.35`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isPlain = text.utf8.prefix { $0 == UInt8(ascii: "-") }.count <= 1
        let hasDigits = digits.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 48 && $0 <= 57 } }
        guard isPlain, (1...2).contains(digits.count), hasDigits, let decimal = Decimal(string: String(text), locale: nil) else {
            return nil
        }
        self.decimal = decimal
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        if let (number, places) = try reader.digits() {
            decimal = Decimal(sign: .plus, exponent: -places, significand: Decimal(number))
            return
        }
        guard let amount = Amount(try reader.text()) else { throw reader.fault("a decimal such as 124.50 was expected") }
        self = amount
    }

    public func write(to writer: inout WireWriter) { writer.write(description) }

    public var description: String { decimal.description }

    public static func == (one: Amount, other: Amount) -> Bool { one.decimal == other.decimal }

    /// The same for amounts that are written with more zeros or with fewer.
    public func hash(into hasher: inout Hasher) {
        var shortest = decimal
        NSDecimalCompact(&shortest)
        hasher.combine(shortest.description)
    }

    public static func < (one: Amount, other: Amount) -> Bool { one.decimal < other.decimal }

    public static func + (one: Amount, other: Amount) -> Amount { Amount(decimal: one.decimal + other.decimal) }

    public static func - (one: Amount, other: Amount) -> Amount { Amount(decimal: one.decimal - other.decimal) }

    public static func * (one: Amount, other: Amount) -> Amount { Amount(decimal: one.decimal * other.decimal) }

    public static prefix func - (one: Amount) -> Amount { Amount(decimal: -one.decimal) }
}

extension Amount: ExpressibleByIntegerLiteral {
    public init(integerLiteral whole: Int) { decimal = Decimal(whole) }
}

extension Amount: ExpressibleByStringLiteral {
    /// A text in the source that is no decimal stops the program where it stands.
    public init(stringLiteral text: StaticString) {
        guard let amount = Amount(String(describing: text)) else { preconditionFailure("`\(text)` is no decimal such as 124.35") }
        self = amount
    }
}

extension Amount: AdditiveArithmetic {
    public static var zero: Amount { Amount(0) }
}
