// Written by `cargo xtask generate`.

import Foundation

extension Time {
/// Days from `first` to `last`, both included, as people write seasons.
public struct DayRange: RatebookRecord {
    /// The first day.
    public var first: Day
    /// The last day, included.
    public var last: Day
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        first: Day,
        last: Day
    ) {
        self.first = first
        self.last = last
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "first! last! *",
        [Day.self, Day.self, [String: JSON].self])
}

/// A day of the week.
public struct Weekday: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The first day of the week by ISO 8601.
    public static var mon: Self { Self(word: "mon") }
    /// The second day.
    public static var tue: Self { Self(word: "tue") }
    /// The third day.
    public static var wed: Self { Self(word: "wed") }
    /// The fourth day.
    public static var thu: Self { Self(word: "thu") }
    /// The fifth day.
    public static var fri: Self { Self(word: "fri") }
    /// The sixth day.
    public static var sat: Self { Self(word: "sat") }
    /// The seventh day.
    public static var sun: Self { Self(word: "sun") }

    public static var words: StaticString { "mon tue wed thu fri sat sun" }
}

/// How often something recurs.
public struct Interval: RatebookRecord {
    /// Days, weeks, months or years.
    public var unit: Time.IntervalUnit
    /// Every how many of them.
    public var count: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        unit: Time.IntervalUnit,
        count: Int = 1
    ) {
        self.unit = unit
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "unit! count=1 *",
        [Time.IntervalUnit.self, Int.self, [String: JSON].self])
}

/// The unit of an interval.
public struct IntervalUnit: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Days.
    public static var day: Self { Self(word: "day") }
    /// Weeks.
    public static var week: Self { Self(word: "week") }
    /// Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar.
    public static var month: Self { Self(word: "month") }
    /// Years; 29 February is the 28th in common years.
    public static var year: Self { Self(word: "year") }

    public static var words: StaticString { "day week month year" }
}

/// When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ.
public struct OpeningHours: RatebookRecord {
    /// The windows of ordinary days.
    public var windows: [Time.OpeningWindow]
    /// Days that differ; the first one that covers a day counts.
    public var exceptions: [Time.OpeningException]
    /// Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault.
    public var mergeOverlaps: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        windows: [Time.OpeningWindow],
        exceptions: [Time.OpeningException] = [],
        mergeOverlaps: Bool = false
    ) {
        self.windows = windows
        self.exceptions = exceptions
        self.mergeOverlaps = mergeOverlaps
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "windows! exceptions-[] merge_overlaps-false *",
        [[Time.OpeningWindow].self, [Time.OpeningException].self, Bool.self, [String: JSON].self])
}

/// A window of the wall clock. One that closes at or before it opens goes past midnight.
public struct OpeningWindow: RatebookRecord {
    /// The days of the week on which it opens; all when not given.
    public var weekdays: [Time.Weekday]?
    /// When it opens.
    public var opens: String
    /// When it closes.
    public var closes: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        weekdays: [Time.Weekday]? = nil,
        opens: String,
        closes: String
    ) {
        self.weekdays = weekdays
        self.opens = opens
        self.closes = closes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "weekdays? opens! closes! *",
        [[Time.Weekday].self, String.self, String.self, [String: JSON].self])
}

/// Days that differ.
public struct OpeningException: RatebookRecord {
    /// The days.
    public var days: Time.DayRange
    /// Their windows; none when closed.
    public var windows: [Time.OpeningWindow]
    /// Why.
    public var reason: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Time.DayRange,
        windows: [Time.OpeningWindow] = [],
        reason: String? = nil
    ) {
        self.days = days
        self.windows = windows
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! windows-[] reason? *",
        [Time.DayRange.self, [Time.OpeningWindow].self, String.self, [String: JSON].self])
}

/// A day of every year; 29 February falls on the 28th in common years.
public struct MonthDay: RatebookRecord {
    /// The month.
    public var month: Int
    /// The day of the month.
    public var day: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        month: Int,
        day: Int
    ) {
        self.month = month
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "month! day! *",
        [Int.self, Int.self, [String: JSON].self])
}

/// A stretch of time, its end excluded.
public struct Span: RatebookRecord {
    /// The first moment.
    public var start: Instant
    /// The moment after the last one.
    public var end: Instant
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        start: Instant,
        end: Instant
    ) {
        self.start = start
        self.end = end
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! end! *",
        [Instant.self, Instant.self, [String: JSON].self])
}

/// Which days and hours count as business.
public struct BusinessCalendar: RatebookRecord {
    /// Where its days begin.
    public var zone: String
    /// The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
    /// window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
    /// business day, and makes none of the weekend.
    public var weekend: [Time.Weekday]?
    /// Days off.
    public var holidays: [Day]
    /// Days off every year, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [Time.MonthDay]
    /// The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not.
    public var hours: Time.OpeningHours?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        zone: String,
        weekend: [Time.Weekday]? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [Time.MonthDay] = [],
        hours: Time.OpeningHours? = nil
    ) {
        self.zone = zone
        self.weekend = weekend
        self.holidays = holidays
        self.yearlyHolidays = yearlyHolidays
        self.hours = hours
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! weekend? holidays-[] yearly_holidays-[] hours? *",
        [String.self, [Time.Weekday].self, [Day].self, [Time.MonthDay].self, Time.OpeningHours.self, [String: JSON].self])
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
    public var weekday: Time.Weekday
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        weekday: Time.Weekday,
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
        MemoryLayout<Self>.size, "weekday! iso_year! iso_week! day_of_year! leap_year! days_in_month! *",
        [Time.Weekday.self, Int.self, Int.self, Int.self, Bool.self, Int.self, [String: JSON].self])
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
    public var kind: Time.WallKind
    /// The moment; later by the gap for a time that clocks skip, the first for one that they show twice.
    public var instant: Instant
    /// The second moment of a time that clocks show twice.
    public var second: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kind: Time.WallKind,
        instant: Instant,
        second: Instant? = nil
    ) {
        self.kind = kind
        self.instant = instant
        self.second = second
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! instant! second? *",
        [Time.WallKind.self, Instant.self, Instant.self, [String: JSON].self])
}

/// Whether clocks show a time once, never or twice.
public struct WallKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Once.
    public static var once: Self { Self(word: "once") }
    /// Never: clocks went forward over it.
    public static var never: Self { Self(word: "never") }
    /// Twice: clocks went back over it.
    public static var twice: Self { Self(word: "twice") }

    public static var words: StaticString { "once never twice" }
}

/// A moment and a zone.
public struct ToLocalRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The moment.
    public var instant: Instant

    public init(
        zone: String,
        instant: Instant
    ) {
        self.zone = zone
        self.instant = instant
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! instant!",
        [String.self, Instant.self])
}

/// What clocks show: a day and a time, without a zone.
public struct LocalTime: RatebookRecord {
    /// The day.
    public var day: Day
    /// The time on the wall clock.
    public var time: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        day: Day,
        time: String
    ) {
        self.day = day
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! time! *",
        [Day.self, String.self, [String: JSON].self])
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

/// Asks which zone database is inside.
public struct ZoneDatabaseRequest: RatebookRecord {

    public init(
    ) {
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "",
        [])
}

/// The zone database inside.
public struct ZoneDatabase: RatebookRecord {
    /// The release of the IANA database that its rules are of, such as `2026f`.
    public var release: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        release: String
    ) {
        self.release = release
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "release! *",
        [String.self, [String: JSON].self])
}

/// A stretch of time in a zone.
public struct ClockChangesRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// The stretch.
    public var span: Time.Span

    public init(
        zone: String,
        span: Time.Span
    ) {
        self.zone = zone
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! span!",
        [String.self, Time.Span.self])
}

/// Opening hours and days.
public struct OpenSpansRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: Time.OpeningHours
    /// The days.
    public var days: Time.DayRange

    public init(
        zone: String,
        hours: Time.OpeningHours,
        days: Time.DayRange
    ) {
        self.zone = zone
        self.hours = hours
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! days!",
        [String.self, Time.OpeningHours.self, Time.DayRange.self])
}

/// Opening hours and a moment.
public struct IsOpenRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: Time.OpeningHours
    /// The moment.
    public var instant: Instant

    public init(
        zone: String,
        hours: Time.OpeningHours,
        instant: Instant
    ) {
        self.zone = zone
        self.hours = hours
        self.instant = instant
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! instant!",
        [String.self, Time.OpeningHours.self, Instant.self])
}

/// Opening hours and a stretch of time.
public struct OpenTimeRequest: RatebookRecord {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: Time.OpeningHours
    /// The stretch.
    public var span: Time.Span

    public init(
        zone: String,
        hours: Time.OpeningHours,
        span: Time.Span
    ) {
        self.zone = zone
        self.hours = hours
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! hours! span!",
        [String.self, Time.OpeningHours.self, Time.Span.self])
}

/// A calendar, a day and a number of business days.
public struct AddBusinessDaysRequest: RatebookRecord {
    /// The calendar.
    public var calendar: Time.BusinessCalendar
    /// The day.
    public var day: Day
    /// So many business days later, or earlier when negative.
    public var days: Int

    public init(
        calendar: Time.BusinessCalendar,
        day: Day,
        days: Int
    ) {
        self.calendar = calendar
        self.day = day
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! day! days!",
        [Time.BusinessCalendar.self, Day.self, Int.self])
}

/// A calendar and days.
public struct BusinessDaysRequest: RatebookRecord {
    /// The calendar.
    public var calendar: Time.BusinessCalendar
    /// The days, both ends included.
    public var days: Time.DayRange

    public init(
        calendar: Time.BusinessCalendar,
        days: Time.DayRange
    ) {
        self.calendar = calendar
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! days!",
        [Time.BusinessCalendar.self, Time.DayRange.self])
}

/// A calendar, a moment and a length of business time.
public struct AddBusinessTimeRequest: RatebookRecord {
    /// The calendar.
    public var calendar: Time.BusinessCalendar
    /// The moment.
    public var start: Instant
    /// So many seconds of business time.
    public var seconds: Int

    public init(
        calendar: Time.BusinessCalendar,
        start: Instant,
        seconds: Int
    ) {
        self.calendar = calendar
        self.start = start
        self.seconds = seconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! start! seconds!",
        [Time.BusinessCalendar.self, Instant.self, Int.self])
}

/// A calendar and a stretch of time.
public struct BusinessTimeRequest: RatebookRecord {
    /// The calendar.
    public var calendar: Time.BusinessCalendar
    /// The stretch.
    public var span: Time.Span

    public init(
        calendar: Time.BusinessCalendar,
        span: Time.Span
    ) {
        self.calendar = calendar
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! span!",
        [Time.BusinessCalendar.self, Time.Span.self])
}

/// An interval, its anchor and how many periods are wanted.
public struct PeriodsRequest: RatebookRecord {
    /// How often.
    public var interval: Time.Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The number of the first period that is wanted.
    public var first: Int
    /// How many periods.
    public var count: Int

    public init(
        interval: Time.Interval,
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
        [Time.Interval.self, Day.self, Int.self, Int.self])
}

/// An interval, its anchor and a day.
public struct PeriodOfRequest: RatebookRecord {
    /// How often.
    public var interval: Time.Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The day whose period is wanted.
    public var day: Day

    public init(
        interval: Time.Interval,
        anchor: Day,
        day: Day
    ) {
        self.interval = interval
        self.anchor = anchor
        self.day = day
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "interval! anchor! day!",
        [Time.Interval.self, Day.self, Day.self])
}

/// A billing period.
public struct NumberedPeriod: RatebookRecord {
    /// Its number, 0 being the one that begins on the anchor.
    public var number: Int
    /// Its days.
    public var days: Time.DayRange
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        number: Int,
        days: Time.DayRange
    ) {
        self.number = number
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! days! *",
        [Int.self, Time.DayRange.self, [String: JSON].self])
}

/// A recurrence, and which of its occurrences are asked for.
public struct OccurrencesRequest: RatebookRecord {
    /// The zone whose clocks it goes by.
    public var zone: String
    /// When it recurs.
    public var recurrence: Time.Recurrence
    /// The stretch that is asked for; all when not given.
    public var within: Time.Span?
    /// How many occurrences are answered at most.
    public var limit: Int?

    public init(
        zone: String,
        recurrence: Time.Recurrence,
        within: Time.Span? = nil,
        limit: Int? = nil
    ) {
        self.zone = zone
        self.recurrence = recurrence
        self.within = within
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! recurrence! within? limit?",
        [String.self, Time.Recurrence.self, Time.Span.self, Int.self])
}

/// When something recurs. Without a rule it occurs at its start and at the times added.
public struct Recurrence: RatebookRecord {
    /// When it first may occur; what the rule leaves open, such as the time of day, is taken from here.
    public var start: Time.LocalTime
    /// The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
    public var rule: String?
    /// Times at which it does not occur.
    public var excluded: [Time.LocalTime]
    /// Days on which it does not occur.
    public var excludedDays: [Day]
    /// Times at which it occurs besides.
    public var added: [Time.LocalTime]

    public init(
        start: Time.LocalTime,
        rule: String? = nil,
        excluded: [Time.LocalTime] = [],
        excludedDays: [Day] = [],
        added: [Time.LocalTime] = []
    ) {
        self.start = start
        self.rule = rule
        self.excluded = excluded
        self.excludedDays = excludedDays
        self.added = added
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! rule? excluded-[] excluded_days-[] added-[]",
        [Time.LocalTime.self, String.self, [Time.LocalTime].self, [Day].self, [Time.LocalTime].self])
}

/// One occurrence: a moment, and what clocks show then.
public struct Occurrence: RatebookRecord {
    /// The moment.
    public var instant: Instant
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show; later by the gap where clocks skip the one meant.
    public var time: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        instant: Instant,
        day: Day,
        time: String
    ) {
        self.instant = instant
        self.day = day
        self.time = time
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instant! day! time! *",
        [Instant.self, Day.self, String.self, [String: JSON].self])
}

/// A line of cron, and where it is looked at from.
public struct CronRequest: RatebookRecord {
    /// Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight.
    public var cron: String
    /// By whose clocks.
    public var zone: String
    /// Moments after this one.
    public var after: Instant
    /// How many; one when not given.
    public var count: Int

    public init(
        cron: String,
        zone: String,
        after: Instant,
        count: Int = 1
    ) {
        self.cron = cron
        self.zone = zone
        self.after = after
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "cron! zone! after! count=1",
        [String.self, String.self, Instant.self, Int.self])
}
}
