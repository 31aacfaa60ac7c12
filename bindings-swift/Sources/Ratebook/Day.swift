import Foundation

/// A day of the calendar, without a time and without a zone, so that nothing can shift it.
///
/// ```swift
/// let arrival = Day(2026, 12, 18)
/// ```
public struct Day: RatebookValue, Comparable, CustomStringConvertible {
    public var year: Int
    public var month: Int
    public var day: Int

    /// A day by its numbers. Whether the calendar has it is judged when it is asked about.
    public init(_ year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A day as text, such as `2026-12-18`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let read = text.withUTF8 { Day(bytes: UnsafeRawBufferPointer($0)) }
        guard let read else { return nil }
        self = read
    }

    /// The ten bytes of a day.
    init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for place in range {
                guard bytes[place] >= 48, bytes[place] <= 57 else { return nil }
                number = number * 10 + Int(bytes[place]) - 48
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year, month, day)
    }

    /// The year, month and day of these components; `nil` when one is missing.
    public init?(_ components: DateComponents) {
        guard let year = components.year, let month = components.month, let day = components.day else { return nil }
        self.init(year, month, day)
    }

    /// The day on which a moment falls in a zone.
    public init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        self.init(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    }

    /// Its components, for calendars and date pickers.
    public var components: DateComponents {
        DateComponents(year: year, month: month, day: day)
    }

    public var description: String {
        WireWriter.written({ $0.write(self) }, { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) })
    }

    public static func < (one: Day, other: Day) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.day() }
    public func write(to writer: inout WireWriter) { writer.write(self) }

    /// By the days since 1 January 1970, in the calendar without a beginning.
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
