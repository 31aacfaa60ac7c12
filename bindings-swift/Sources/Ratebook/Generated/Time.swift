// Written by `cargo xtask generate`.

import Foundation

/// Days from `first` to `last`, both included, as people write seasons.
public struct DayRange: RatebookRecord {
    /// The first day.
    public var first: Day
    /// The last day, included.
    public var last: Day

    public init(
        first: Day,
        last: Day
    ) {
        self.first = first
        self.last = last
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "first! last!",
        [Day.self, Day.self])
}

/// A day of the week.
public enum Weekday: String, RatebookValue, CaseIterable {
    /// The first day of the week by ISO 8601.
    case mon = "mon"
    /// The second day.
    case tue = "tue"
    /// The third day.
    case wed = "wed"
    /// The fourth day.
    case thu = "thu"
    /// The fifth day.
    case fri = "fri"
    /// The sixth day.
    case sat = "sat"
    /// The seventh day.
    case sun = "sun"
}

/// How often something recurs.
public struct Interval: RatebookRecord {
    /// Days, weeks, months or years.
    public var unit: IntervalUnit
    /// Every how many of them.
    public var count: Int

    public init(
        unit: IntervalUnit,
        count: Int = 1
    ) {
        self.unit = unit
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "unit! count=1",
        [IntervalUnit.self, Int.self])
}

/// The unit of an interval.
public enum IntervalUnit: String, RatebookValue, CaseIterable {
    /// Days.
    case day = "day"
    /// Weeks.
    case week = "week"
    /// Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar.
    case month = "month"
    /// Years; 29 February is the 28th in common years.
    case year = "year"
}

/// When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ.
public struct OpeningHours: RatebookRecord {
    /// The windows of ordinary days.
    public var windows: [OpeningWindow]
    /// Days that differ; the first one that covers a day counts.
    public var exceptions: [OpeningException]

    public init(
        windows: [OpeningWindow],
        exceptions: [OpeningException] = []
    ) {
        self.windows = windows
        self.exceptions = exceptions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "windows! exceptions-[]",
        [[OpeningWindow].self, [OpeningException].self])
}

/// A window of the wall clock. One that closes at or before it opens goes past midnight.
public struct OpeningWindow: RatebookRecord {
    /// The days of the week on which it opens; all when not given.
    public var weekdays: [Weekday]?
    /// When it opens.
    public var opens: String
    /// When it closes.
    public var closes: String

    public init(
        weekdays: [Weekday]? = nil,
        opens: String,
        closes: String
    ) {
        self.weekdays = weekdays
        self.opens = opens
        self.closes = closes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "weekdays? opens! closes!",
        [[Weekday].self, String.self, String.self])
}

/// Days that differ.
public struct OpeningException: RatebookRecord {
    /// The days.
    public var days: DayRange
    /// Their windows; none when closed.
    public var windows: [OpeningWindow]
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        windows: [OpeningWindow] = [],
        reason: String? = nil
    ) {
        self.days = days
        self.windows = windows
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! windows-[] reason?",
        [DayRange.self, [OpeningWindow].self, String.self])
}

/// A day of every year; 29 February falls on the 28th in common years.
public struct MonthDay: RatebookRecord {
    /// The month.
    public var month: Int
    /// The day of the month.
    public var day: Int

    public init(
        month: Int,
        day: Int
    ) {
        self.month = month
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "month! day!",
        [Int.self, Int.self])
}

/// A stretch of time, its end excluded.
public struct Span: RatebookRecord {
    /// The first moment.
    public var start: Date
    /// The moment after the last one.
    public var end: Date

    public init(
        start: Date,
        end: Date
    ) {
        self.start = start
        self.end = end
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! end!",
        [Date.self, Date.self])
}

/// Which days and hours count as business.
public struct BusinessCalendar: RatebookRecord {
    /// Where its days begin.
    public var zone: String
    /// The days of the week off; Saturday and Sunday when not given.
    public var weekend: [Weekday]?
    /// Days off.
    public var holidays: [Day]
    /// Days off every year, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [MonthDay]
    /// The hours of business days; the whole day when not given.
    public var hours: OpeningHours?

    public init(
        zone: String,
        weekend: [Weekday]? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [MonthDay] = [],
        hours: OpeningHours? = nil
    ) {
        self.zone = zone
        self.weekend = weekend
        self.holidays = holidays
        self.yearlyHolidays = yearlyHolidays
        self.hours = hours
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! weekend? holidays-[] yearly_holidays-[] hours?",
        [String.self, [Weekday].self, [Day].self, [MonthDay].self, OpeningHours.self])
}

/// A day.
public struct DayRequest: RatebookRecord {
    /// The day.
    public var day: Day

    public init(
        day: Day
    ) {
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day!",
        [Day.self])
}

/// What is known of a day.
public struct DayFacts: RatebookRecord {
    /// The day of the week.
    public var weekday: Weekday
    /// The year of the ISO week.
    public var isoYear: Int
    /// The ISO week.
    public var isoWeek: Int
    /// The day of the year, 1 January being 1.
    public var dayOfYear: Int
    /// Whether the year has a 29 February.
    public var leapYear: Bool
    /// How many days its month has.
    public var daysInMonth: Int

    public init(
        weekday: Weekday,
        isoYear: Int,
        isoWeek: Int,
        dayOfYear: Int,
        leapYear: Bool,
        daysInMonth: Int
    ) {
        self.weekday = weekday
        self.isoYear = isoYear
        self.isoWeek = isoWeek
        self.dayOfYear = dayOfYear
        self.leapYear = leapYear
        self.daysInMonth = daysInMonth
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "weekday! iso_year! iso_week! day_of_year! leap_year! days_in_month!",
        [Weekday.self, Int.self, Int.self, Int.self, Bool.self, Int.self])
}

/// A day and a number of months.
public struct AddMonthsRequest: RatebookRecord {
    /// The day.
    public var day: Day
    /// So many months later, or earlier when negative.
    public var months: Int

    public init(
        day: Day,
        months: Int
    ) {
        self.day = day
        self.months = months
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! months!",
        [Day.self, Int.self])
}

/// A birth date and a day.
public struct AgeRequest: RatebookRecord {
    /// The birth date.
    public var bornOn: Day
    /// The day on which the age is wanted.
    public var on: Day

    public init(
        bornOn: Day,
        on: Day
    ) {
        self.bornOn = bornOn
        self.on = on
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "born_on! on!",
        [Day.self, Day.self])
}

/// A wall time.
public struct ToInstantRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The day.
    public var day: Day
    /// The time on the wall clock.
    public var time: String

    public init(
        zone: String,
        day: Day,
        time: String
    ) {
        self.zone = zone
        self.day = day
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! day! time!",
        [String.self, Day.self, String.self])
}

/// What a wall time stands for.
public struct WallTime: RatebookRecord {
    /// Whether clocks show it once, never or twice.
    public var kind: WallKind
    /// The moment; later by the gap for a time that clocks skip, the first for one that they show twice.
    public var instant: Date
    /// The second moment of a time that clocks show twice.
    public var second: Date?

    public init(
        kind: WallKind,
        instant: Date,
        second: Date? = nil
    ) {
        self.kind = kind
        self.instant = instant
        self.second = second
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! instant! second?",
        [WallKind.self, Date.self, Date.self])
}

/// Whether clocks show a time once, never or twice.
public enum WallKind: String, RatebookValue, CaseIterable {
    /// Once.
    case once = "once"
    /// Never: clocks went forward over it.
    case never = "never"
    /// Twice: clocks went back over it.
    case twice = "twice"
}

/// A moment and a zone.
public struct ToLocalRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The moment.
    public var instant: Date

    public init(
        zone: String,
        instant: Date
    ) {
        self.zone = zone
        self.instant = instant
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! instant!",
        [String.self, Date.self])
}

/// What clocks show: a day and a time, without a zone.
public struct LocalTime: RatebookRecord {
    /// The day.
    public var day: Day
    /// The time on the wall clock.
    public var time: String

    public init(
        day: Day,
        time: String
    ) {
        self.day = day
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! time!",
        [Day.self, String.self])
}

/// Days in a zone.
public struct DayLengthRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The day.
    public var day: Day

    public init(
        zone: String,
        day: Day
    ) {
        self.zone = zone
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! day!",
        [String.self, Day.self])
}

/// A stretch of time in a zone.
public struct ClockChangesRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The stretch.
    public var span: Span

    public init(
        zone: String,
        span: Span
    ) {
        self.zone = zone
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! span!",
        [String.self, Span.self])
}

/// Opening hours and days.
public struct OpenSpansRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The days.
    public var days: DayRange

    public init(
        zone: String,
        hours: OpeningHours,
        days: DayRange
    ) {
        self.zone = zone
        self.hours = hours
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! days!",
        [String.self, OpeningHours.self, DayRange.self])
}

/// Opening hours and a moment.
public struct IsOpenRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The moment.
    public var instant: Date

    public init(
        zone: String,
        hours: OpeningHours,
        instant: Date
    ) {
        self.zone = zone
        self.hours = hours
        self.instant = instant
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! instant!",
        [String.self, OpeningHours.self, Date.self])
}

/// Opening hours and a stretch of time.
public struct OpenTimeRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The stretch.
    public var span: Span

    public init(
        zone: String,
        hours: OpeningHours,
        span: Span
    ) {
        self.zone = zone
        self.hours = hours
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! span!",
        [String.self, OpeningHours.self, Span.self])
}

/// A calendar, a day and a number of business days.
public struct AddBusinessDaysRequest: RatebookRecord {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The day.
    public var day: Day
    /// So many business days later, or earlier when negative.
    public var days: Int

    public init(
        calendar: BusinessCalendar,
        day: Day,
        days: Int
    ) {
        self.calendar = calendar
        self.day = day
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! day! days!",
        [BusinessCalendar.self, Day.self, Int.self])
}

/// A calendar and days.
public struct BusinessDaysRequest: RatebookRecord {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The days, both ends included.
    public var days: DayRange

    public init(
        calendar: BusinessCalendar,
        days: DayRange
    ) {
        self.calendar = calendar
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! days!",
        [BusinessCalendar.self, DayRange.self])
}

/// A calendar, a moment and a length of business time.
public struct AddBusinessTimeRequest: RatebookRecord {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The moment.
    public var start: Date
    /// So many seconds of business time.
    public var seconds: Int

    public init(
        calendar: BusinessCalendar,
        start: Date,
        seconds: Int
    ) {
        self.calendar = calendar
        self.start = start
        self.seconds = seconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! start! seconds!",
        [BusinessCalendar.self, Date.self, Int.self])
}

/// A calendar and a stretch of time.
public struct BusinessTimeRequest: RatebookRecord {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The stretch.
    public var span: Span

    public init(
        calendar: BusinessCalendar,
        span: Span
    ) {
        self.calendar = calendar
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! span!",
        [BusinessCalendar.self, Span.self])
}

/// An interval, its anchor and how many periods are wanted.
public struct PeriodsRequest: RatebookRecord {
    /// How often.
    public var interval: Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The number of the first period that is wanted.
    public var first: Int
    /// How many periods.
    public var count: Int

    public init(
        interval: Interval,
        anchor: Day,
        first: Int,
        count: Int
    ) {
        self.interval = interval
        self.anchor = anchor
        self.first = first
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "interval! anchor! first! count!",
        [Interval.self, Day.self, Int.self, Int.self])
}

/// An interval, its anchor and a day.
public struct PeriodOfRequest: RatebookRecord {
    /// How often.
    public var interval: Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The day whose period is wanted.
    public var day: Day

    public init(
        interval: Interval,
        anchor: Day,
        day: Day
    ) {
        self.interval = interval
        self.anchor = anchor
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "interval! anchor! day!",
        [Interval.self, Day.self, Day.self])
}

/// A billing period.
public struct NumberedPeriod: RatebookRecord {
    /// Its number, 0 being the one that begins on the anchor.
    public var number: Int
    /// Its days.
    public var days: DayRange

    public init(
        number: Int,
        days: DayRange
    ) {
        self.number = number
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! days!",
        [Int.self, DayRange.self])
}

/// A recurrence, and which of its occurrences are asked for.
public struct OccurrencesRequest: RatebookRecord {
    /// The zone whose clocks it goes by.
    public var zone: String
    /// When it recurs.
    public var recurrence: Recurrence
    /// The stretch that is asked for; all when not given.
    public var within: Span?
    /// How many occurrences are answered at most.
    public var limit: Int?

    public init(
        zone: String,
        recurrence: Recurrence,
        within: Span? = nil,
        limit: Int? = nil
    ) {
        self.zone = zone
        self.recurrence = recurrence
        self.within = within
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! recurrence! within? limit?",
        [String.self, Recurrence.self, Span.self, Int.self])
}

/// When something recurs. Without a rule it occurs at its start and at the times added.
public struct Recurrence: RatebookRecord {
    /// When it first may occur; what the rule leaves open, such as the time of day, is taken from here.
    public var start: LocalTime
    /// The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
    public var rule: String?
    /// Times at which it does not occur.
    public var excluded: [LocalTime]
    /// Days on which it does not occur.
    public var excludedDays: [Day]
    /// Times at which it occurs besides.
    public var added: [LocalTime]

    public init(
        start: LocalTime,
        rule: String? = nil,
        excluded: [LocalTime] = [],
        excludedDays: [Day] = [],
        added: [LocalTime] = []
    ) {
        self.start = start
        self.rule = rule
        self.excluded = excluded
        self.excludedDays = excludedDays
        self.added = added
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! rule? excluded-[] excluded_days-[] added-[]",
        [LocalTime.self, String.self, [LocalTime].self, [Day].self, [LocalTime].self])
}

/// One occurrence: a moment, and what clocks show then.
public struct Occurrence: RatebookRecord {
    /// The moment.
    public var instant: Date
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show; later by the gap where clocks skip the one meant.
    public var time: String

    public init(
        instant: Date,
        day: Day,
        time: String
    ) {
        self.instant = instant
        self.day = day
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instant! day! time!",
        [Date.self, Day.self, String.self])
}
