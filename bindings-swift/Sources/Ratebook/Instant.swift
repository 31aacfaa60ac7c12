import Foundation

/// A moment, to the microsecond, as the engine keeps it: what is written is what is read again. A `Date` is a floating point number
/// of seconds; `Instant(date)` is the microsecond nearest to it.
///
/// ```swift
/// let now = Instant.now
/// ```
public struct Instant: RatebookValue, Comparable, CustomStringConvertible {
    /// Since 1 January 1970, in UTC.
    public var microseconds: Int

    /// By the microseconds since 1 January 1970, in UTC.
    public init(microseconds: Int) { self.microseconds = microseconds }

    /// The microsecond nearest to a date.
    public init(_ date: Date) {
        let exact = (date.timeIntervalSince1970 * 1_000_000).rounded()
        // Out of any calendar is out of range for the engine too, which says so.
        microseconds = Int(max(-9e17, min(9e17, exact.isNaN ? -9e17 : exact)))
    }

    /// What the clock tells.
    public static var now: Instant { Instant(Date()) }

    /// It as a date, for everything else that knows moments. `Instant(instant.date)` is the same instant.
    public var date: Date {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }

    /// The moment so many seconds later.
    public func adding(seconds: Int) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }

    public static func < (one: Instant, other: Instant) -> Bool { one.microseconds < other.microseconds }

    public init(from reader: inout WireReader) throws(WireFault) {
        let text = try reader.text()
        guard let moment = Instant(text) else { throw reader.fault("`\(text)` is no moment") }
        self = moment
    }

    public func write(to writer: inout WireWriter) { writer.write(description) }

    /// `2026-09-01T10:00:00+02:00`, with at most six digits behind the second; `nil` for anything else.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        func take(_ byte: UInt8) -> Bool {
            guard rest.first == byte else { return false }
            rest = rest.dropFirst()
            return true
        }
        func number(_ digits: Int, below limit: Int) -> Int? {
            let taken = rest.prefix(digits)
            guard taken.count == digits, taken.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
            rest = rest.dropFirst(digits)
            let number = taken.reduce(0) { $0 * 10 + Int($1) - 48 }
            return number < limit ? number : nil
        }
        guard let day = Day(text.prefix(10)), Day(daysSince1970: day.daysSince1970) == day else { return nil }
        rest = rest.dropFirst(10)
        guard take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(UInt8(ascii: " ")), let hour = number(2, below: 24), take(UInt8(ascii: ":")),
            let minute = number(2, below: 60), take(UInt8(ascii: ":")), let second = number(2, below: 60)
        else { return nil }
        var fraction = 0
        if take(UInt8(ascii: ".")) {
            let digits = rest.prefix { $0 >= 48 && $0 <= 57 }.count
            guard (1...6).contains(digits), let given = number(digits, below: 1_000_000) else { return nil }
            fraction = (digits..<6).reduce(given) { scaled, _ in scaled * 10 }
        }
        var offset = 0
        if !take(UInt8(ascii: "Z")), !take(UInt8(ascii: "z")) {
            let sign = take(UInt8(ascii: "-")) ? -60 : 60
            guard sign < 0 || take(UInt8(ascii: "+")), let hours = number(2, below: 24), take(UInt8(ascii: ":")),
                let minutes = number(2, below: 60)
            else { return nil }
            offset = (hours * 60 + minutes) * sign
        }
        guard rest.isEmpty else { return nil }
        microseconds = (day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset) * 1_000_000 + fraction
    }

    /// RFC 3339, in UTC.
    public var description: String {
        let (days, rest) = floored(microseconds, 86_400_000_000)
        let day = Day(daysSince1970: days)
        let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000)
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        var digits = padded(fraction, 6)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(day)T\(time)" + (digits.isEmpty ? "" : "." + digits) + "Z"
    }

    private func floored(_ value: Int, _ divisor: Int) -> (Int, Int) {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
