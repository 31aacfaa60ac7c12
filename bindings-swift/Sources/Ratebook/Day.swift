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

    /// The day of a calendar's components: 18 December 2569 of the Buddhist one is `Day(2026, 12, 18)`. `nil` when a year, month or day
    /// is missing, or when the calendar has no such day. Components do not say of which calendar they are; whoever made them knows.
    public init?(_ components: DateComponents, in calendar: Calendar) {
        guard components.year != nil, components.month != nil, components.day != nil else { return nil }
        var calendar = calendar
        calendar.timeZone = .utc
        var noon = DateComponents(era: components.era, year: components.year, month: components.month, day: components.day, hour: 12)
        noon.isLeapMonth = components.isLeapMonth
        guard let moment = calendar.date(from: noon) else { return nil }
        let again = calendar.dateComponents([.year, .month, .day], from: moment)
        guard (again.year, again.month, again.day) == (components.year, components.month, components.day) else { return nil }
        self.init(moment, in: .utc)
    }

    /// The day on which a moment falls in a zone.
    public init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        self.init(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    }

    /// Its components in a calendar, for what shows days as people there count them.
    public func components(in calendar: Calendar) -> DateComponents {
        var calendar = calendar
        calendar.timeZone = .utc
        let noon = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400 + 43_200)
        return calendar.dateComponents([.calendar, .era, .year, .month, .day], from: noon)
    }

    /// The moment at which it begins in a zone, for date pickers: `Day(day.start(in: zone), in: zone)` is the same day.
    public func start(in zone: TimeZone) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let noon = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400 + 43_200)
        let local = noon.addingTimeInterval(-Double(zone.secondsFromGMT(for: noon)))
        return calendar.startOfDay(for: local)
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

extension TimeZone {
    fileprivate static var utc: TimeZone { TimeZone(secondsFromGMT: 0)! }
}
