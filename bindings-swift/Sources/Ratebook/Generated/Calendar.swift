// Written by `cargo xtask generate`.

import Foundation

extension BookingCalendar {
/// Resources and everything that is taken of them.
public struct CalendarDefinition: RatebookRecord {
    /// What can be taken.
    public var resources: [BookingCalendar.Resource]
    /// What is booked.
    public var bookings: [BookingCalendar.Booking]
    /// What is held for a while.
    public var holds: [BookingCalendar.Hold]
    /// What nobody may take: repairs, events of other calendars.
    public var blocked: [BookingCalendar.Blocked]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resources: [BookingCalendar.Resource],
        bookings: [BookingCalendar.Booking] = [],
        holds: [BookingCalendar.Hold] = [],
        blocked: [BookingCalendar.Blocked] = []
    ) {
        self.resources = resources
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resources! bookings-[] holds-[] blocked-[] *",
        [[BookingCalendar.Resource].self, [BookingCalendar.Booking].self, [BookingCalendar.Hold].self, [BookingCalendar.Blocked].self, [String: JSON].self])
}

/// Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats.
public struct Resource: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String?
    /// Whether it is taken by the moment, by the night, or by the seat of a departure.
    public var mode: BookingCalendar.ResourceMode
    /// The zone of its clock.
    public var zone: String
    /// How many units it has.
    public var capacity: Int
    /// How many units more than it has may be booked.
    public var overbooking: Int?
    /// When it is open; always when not given.
    public var hours: Time.OpeningHours?
    /// Whether a booking lies within the hours as a whole, or only its beginning and its end do.
    public var withinHours: BookingCalendar.WithinHours?
    /// Days on which it is closed, unless an exception of its hours says otherwise.
    public var holidays: [Day]
    /// Days of every year on which it is closed, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [Time.MonthDay]
    /// Where bookings may begin; at any moment when not given.
    public var grid: BookingCalendar.SlotGrid?
    /// The shortest booking.
    public var minMinutes: Int?
    /// The longest booking.
    public var maxMinutes: Int?
    /// Lengths of bookings are a multiple of this.
    public var lengthStepMinutes: Int?
    /// The fewest nights of a stay.
    public var minNights: Int?
    /// The most nights of a stay.
    public var maxNights: Int?
    /// Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
    /// longer of the two lies between neighbours.
    public var bufferBeforeMinutes: Int?
    /// Time kept free after every booking.
    public var bufferAfterMinutes: Int?
    /// Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale.
    public var pastBookings: Bool
    /// Booked at least so long before it begins: a stay at its check-in time, or else when its first day does.
    public var noticeMinutes: Int?
    /// Booked at most so many days ahead.
    public var horizonDays: Int?
    /// What it can do, such as `german` or `brakes`.
    public var skills: [String]
    /// Where it is.
    public var location: String?
    /// Among several, the higher one is offered first.
    public var priority: Int?
    /// By nights: from when on guests arrive.
    public var checkInTime: String?
    /// By nights: until when guests leave, not after others arrive.
    public var checkOutTime: String?
    /// By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given.
    public var cutOff: String?
    /// By nights: days with another number of units than its capacity; the first that covers a night counts.
    public var inventory: [BookingCalendar.DayUnits]
    /// Units kept for partners.
    public var allotments: [BookingCalendar.Allotment]
    /// Nights and departures that are not sold for now.
    public var stopSales: [BookingCalendar.StopSale]
    /// The dated starts of a package.
    public var departures: [BookingCalendar.Departure]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        name: String? = nil,
        mode: BookingCalendar.ResourceMode = .instants,
        zone: String,
        capacity: Int = 1,
        overbooking: Int? = nil,
        hours: Time.OpeningHours? = nil,
        withinHours: BookingCalendar.WithinHours? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [Time.MonthDay] = [],
        grid: BookingCalendar.SlotGrid? = nil,
        minMinutes: Int? = nil,
        maxMinutes: Int? = nil,
        lengthStepMinutes: Int? = nil,
        minNights: Int? = nil,
        maxNights: Int? = nil,
        bufferBeforeMinutes: Int? = nil,
        bufferAfterMinutes: Int? = nil,
        pastBookings: Bool = false,
        noticeMinutes: Int? = nil,
        horizonDays: Int? = nil,
        skills: [String] = [],
        location: String? = nil,
        priority: Int? = nil,
        checkInTime: String? = nil,
        checkOutTime: String? = nil,
        cutOff: String? = nil,
        inventory: [BookingCalendar.DayUnits] = [],
        allotments: [BookingCalendar.Allotment] = [],
        stopSales: [BookingCalendar.StopSale] = [],
        departures: [BookingCalendar.Departure] = []
    ) {
        self.id = id
        self.name = name
        self.mode = mode
        self.zone = zone
        self.capacity = capacity
        self.overbooking = overbooking
        self.hours = hours
        self.withinHours = withinHours
        self.holidays = holidays
        self.yearlyHolidays = yearlyHolidays
        self.grid = grid
        self.minMinutes = minMinutes
        self.maxMinutes = maxMinutes
        self.lengthStepMinutes = lengthStepMinutes
        self.minNights = minNights
        self.maxNights = maxNights
        self.bufferBeforeMinutes = bufferBeforeMinutes
        self.bufferAfterMinutes = bufferAfterMinutes
        self.pastBookings = pastBookings
        self.noticeMinutes = noticeMinutes
        self.horizonDays = horizonDays
        self.skills = skills
        self.location = location
        self.priority = priority
        self.checkInTime = checkInTime
        self.checkOutTime = checkOutTime
        self.cutOff = cutOff
        self.inventory = inventory
        self.allotments = allotments
        self.stopSales = stopSales
        self.departures = departures
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"id! name? mode="instants" zone! capacity=1 overbooking? hours? within_hours? holidays-[] yearly_holidays-[] grid? min_minutes? max_minutes? length_step_minutes? min_nights? max_nights? buffer_before_minutes? buffer_after_minutes? past_bookings-false notice_minutes? horizon_days? skills-[] location? priority? check_in_time? check_out_time? cut_off? inventory-[] allotments-[] stop_sales-[] departures-[] *"#,
        [String.self, String.self, BookingCalendar.ResourceMode.self, String.self, Int.self, Int.self, Time.OpeningHours.self, BookingCalendar.WithinHours.self, [Day].self, [Time.MonthDay].self, BookingCalendar.SlotGrid.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Bool.self, Int.self, Int.self, [String].self, String.self, Int.self, String.self, String.self, String.self, [BookingCalendar.DayUnits].self, [BookingCalendar.Allotment].self, [BookingCalendar.StopSale].self, [BookingCalendar.Departure].self, [String: JSON].self])
}

/// What a resource is counted by.
public struct ResourceMode: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// By the moment: rooms by the hour, staff, vehicle bays.
    public static var instants: Self { Self(word: "instants") }
    /// By the night: lodging.
    public static var nights: Self { Self(word: "nights") }
    /// By the seat of a dated start.
    public static var departures: Self { Self(word: "departures") }

    public static var words: StaticString { "instants nights departures" }
}

/// What of a booking lies within opening hours.
public struct WithinHours: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// All of it: rooms, staff, vehicle bays.
    public static var whole: Self { Self(word: "whole") }
    /// Pick-up and return, as for hired cars and bikes: between them it may be closed, for days even.
    public static var pickUpAndReturn: Self { Self(word: "pick_up_and_return") }

    public static var words: StaticString { "whole pick_up_and_return" }
}

/// Where bookings may begin, on the wall clock.
public struct SlotGrid: RatebookRecord {
    /// Every so many minutes.
    public var stepMinutes: Int
    /// Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours.
    public var counted: BookingCalendar.GridStart
    /// Which of these starts are offered.
    public var packing: BookingCalendar.Packing
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        stepMinutes: Int,
        counted: BookingCalendar.GridStart = .midnight,
        packing: BookingCalendar.Packing = .every
    ) {
        self.stepMinutes = stepMinutes
        self.counted = counted
        self.packing = packing
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"step_minutes! counted="midnight" packing="every" *"#,
        [Int.self, BookingCalendar.GridStart.self, BookingCalendar.Packing.self, [String: JSON].self])
}

/// Where the steps of a grid are counted from.
public struct GridStart: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// From 00:00 of the wall clock.
    public static var midnight: Self { Self(word: "midnight") }
    /// From the moment at which it opens.
    public static var opening: Self { Self(word: "opening") }

    public static var words: StaticString { "midnight opening" }
}

/// Which starts of the grid are offered.
public struct Packing: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Every one.
    public static var every: Self { Self(word: "every") }
    /// One behind the other, with buffers between them: the first of each free stretch, then the first after its end.
    public static var backToBack: Self { Self(word: "back_to_back") }
    /// Those that leave no gap shorter than the shortest booking.
    public static var noShortGaps: Self { Self(word: "no_short_gaps") }

    public static var words: StaticString { "every back_to_back no_short_gaps" }
}

/// Days with a number of units of their own.
public struct DayUnits: RatebookRecord {
    /// The days, that is the nights that begin on them.
    public var days: Time.DayRange
    /// How many units there are.
    public var units: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Time.DayRange,
        units: Int
    ) {
        self.days = days
        self.units = units
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! units! *",
        [Time.DayRange.self, Int.self, [String: JSON].self])
}

/// Units that only one partner may sell, until they are released.
public struct Allotment: RatebookRecord {
    /// Whose they are.
    public var partner: String
    /// The nights or departures.
    public var days: Time.DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
    /// How many units.
    public var units: Int
    /// So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself.
    public var releaseDays: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        partner: String,
        days: Time.DayRange,
        weekdays: [Time.Weekday]? = nil,
        units: Int,
        releaseDays: Int? = nil
    ) {
        self.partner = partner
        self.days = days
        self.weekdays = weekdays
        self.units = units
        self.releaseDays = releaseDays
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "partner! days! weekdays? units! release_days? *",
        [String.self, Time.DayRange.self, [Time.Weekday].self, Int.self, Int.self, [String: JSON].self])
}

/// Days that are not sold for now.
public struct StopSale: RatebookRecord {
    /// The nights or departures.
    public var days: Time.DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
    /// Only for this partner; for everybody when not given.
    public var partner: String?
    /// Why.
    public var reason: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Time.DayRange,
        weekdays: [Time.Weekday]? = nil,
        partner: String? = nil,
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.partner = partner
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! weekdays? partner? reason? *",
        [Time.DayRange.self, [Time.Weekday].self, String.self, String.self, [String: JSON].self])
}

/// A dated start with its seats.
public struct Departure: RatebookRecord {
    /// The day.
    public var day: Day
    /// How many seats.
    public var seats: Int
    /// Sold until so many days before it; until the day itself with 0.
    public var closesDaysBefore: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        day: Day,
        seats: Int,
        closesDaysBefore: Int? = nil
    ) {
        self.day = day
        self.seats = seats
        self.closesDaysBefore = closesDaysBefore
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! seats! closes_days_before? *",
        [Day.self, Int.self, Int.self, [String: JSON].self])
}

/// Something that is booked: one resource, or several that belong together.
public struct Booking: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What it takes.
    public var takes: [BookingCalendar.Take]
    /// When it was booked: for figures of pickup.
    public var bookedAt: Instant?
    /// What a calendar shows.
    public var title: String?
    /// How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
    /// an id again that was cancelled gives a higher one than it had.
    public var revision: Int?
    /// When it was last moved.
    public var revisedAt: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        takes: [BookingCalendar.Take],
        bookedAt: Instant? = nil,
        title: String? = nil,
        revision: Int? = nil,
        revisedAt: Instant? = nil
    ) {
        self.id = id
        self.takes = takes
        self.bookedAt = bookedAt
        self.title = title
        self.revision = revision
        self.revisedAt = revisedAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! takes! booked_at? title? revision? revised_at? *",
        [String.self, [BookingCalendar.Take].self, Instant.self, String.self, Int.self, Instant.self, [String: JSON].self])
}

/// Units of one resource for a time.
public struct Take: RatebookRecord {
    /// The resource.
    public var resource: String
    /// When.
    public var when: BookingCalendar.When
    /// How many units.
    public var units: Int
    /// The partner out of whose allotment it is taken, or who sold it.
    public var partner: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        when: BookingCalendar.When,
        units: Int = 1,
        partner: String? = nil
    ) {
        self.resource = resource
        self.when = when
        self.units = units
        self.partner = partner
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! when! units=1 partner? *",
        [String.self, BookingCalendar.When.self, Int.self, String.self, [String: JSON].self])
}

/// When something is taken: in the way that the resource is counted by.
public enum When: RatebookValue {
    /// From one moment to another, the end excluded.
    case span(Time.Span)
    /// The nights of a stay.
    case stay(BookingCalendar.StayDays)
    /// A dated start.
    case departure(Day)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "span stay departure") {
        case 0: self = .span(try reader.held())
        case 1: self = .stay(try reader.held())
        case 2: self = .departure(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .span(let held): writer.choice("span", held)
        case .stay(let held): writer.choice("stay", held)
        case .departure(let held): writer.choice("departure", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// The nights from the day of arrival to the day of departure, which is none of them.
public struct StayDays: RatebookRecord {
    /// The day of arrival.
    public var checkIn: Day
    /// The day of departure.
    public var checkOut: Day
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        checkIn: Day,
        checkOut: Day
    ) {
        self.checkIn = checkIn
        self.checkOut = checkOut
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "check_in! check_out! *",
        [Day.self, Day.self, [String: JSON].self])
}

/// Something that is held until a moment, at which it is free again.
public struct Hold: RatebookRecord {
    /// What it is known by: asked for again, the same hold is answered.
    public var key: String
    /// What it takes.
    public var takes: [BookingCalendar.Take]
    /// The moment at which it is free again.
    public var expiresAt: Instant
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        key: String,
        takes: [BookingCalendar.Take],
        expiresAt: Instant
    ) {
        self.key = key
        self.takes = takes
        self.expiresAt = expiresAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! takes! expires_at! *",
        [String.self, [BookingCalendar.Take].self, Instant.self, [String: JSON].self])
}

/// Time that nobody may take: a repair, an event of another calendar.
public struct Blocked: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// The resource.
    public var resource: String
    /// When.
    public var when: BookingCalendar.When
    /// How many units; all that there are when not given.
    public var units: Int?
    /// Why.
    public var reason: String?
    /// The outside calendar that it came from.
    public var source: String?
    /// How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls.
    public var revision: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        resource: String,
        when: BookingCalendar.When,
        units: Int? = nil,
        reason: String? = nil,
        source: String? = nil,
        revision: Int? = nil
    ) {
        self.id = id
        self.resource = resource
        self.when = when
        self.units = units
        self.reason = reason
        self.source = source
        self.revision = revision
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! resource! when! units? reason? source? revision? *",
        [String.self, String.self, BookingCalendar.When.self, Int.self, String.self, String.self, Int.self, [String: JSON].self])
}

/// Is it free?
public struct CheckRequest: RatebookRecord {
    /// The present moment: what holds and notice are measured by.
    public var now: Instant
    /// The resource.
    public var resource: String
    /// When.
    public var when: BookingCalendar.When
    /// How many units.
    public var units: Int
    /// The partner who asks.
    public var partner: String?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Instant,
        resource: String,
        when: BookingCalendar.When,
        units: Int = 1,
        partner: String? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.resource = resource
        self.when = when
        self.units = units
        self.partner = partner
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! resource! when! units=1 partner? hold? booking?",
        [Instant.self, String.self, BookingCalendar.When.self, Int.self, String.self, String.self, String.self])
}

/// Whether it is free, and why not.
public struct Availability: RatebookRecord {
    /// Whether it can be booked.
    public var free: Bool
    /// The units that nobody has taken over the whole time, whatever the rules say.
    public var unitsLeft: Int
    /// Every reason against it.
    public var reasons: [Reason]
    /// Of a stay, the time from check-in to check-out where the resource says when both are.
    public var span: Time.Span?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        free: Bool,
        unitsLeft: Int,
        reasons: [Reason],
        span: Time.Span? = nil
    ) {
        self.free = free
        self.unitsLeft = unitsLeft
        self.reasons = reasons
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "free! units_left! reasons! span? *",
        [Bool.self, Int.self, [Reason].self, Time.Span.self, [String: JSON].self])
}

/// Are several things free at once?
public struct CheckAllRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// What is wanted, all of it.
    public var takes: [BookingCalendar.Take]
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Instant,
        takes: [BookingCalendar.Take],
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.takes = takes
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! takes! hold? booking?",
        [Instant.self, [BookingCalendar.Take].self, String.self, String.self])
}

/// Where and from when on something is looked for.
public struct NextFreeRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The resources to look at; all that are counted by the moment when empty.
    public var resources: [String]
    /// Not before that moment.
    public var after: Instant
    /// For so many minutes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Within so many days.
    public var withinDays: Int

    public init(
        now: Instant,
        resources: [String] = [],
        after: Instant,
        minutes: Int,
        units: Int = 1,
        withinDays: Int = 90
    ) {
        self.now = now
        self.resources = resources
        self.after = after
        self.minutes = minutes
        self.units = units
        self.withinDays = withinDays
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! resources-[] after! minutes! units=1 within_days=90",
        [Instant.self, [String].self, Instant.self, Int.self, Int.self, Int.self])
}

/// A free time of a resource.
public struct FreeTime: RatebookRecord {
    /// The resource.
    public var resource: String
    /// The time.
    public var span: Time.Span
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        span: Time.Span
    ) {
        self.resource = resource
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! span! *",
        [String.self, Time.Span.self, [String: JSON].self])
}

/// Free starts of which resources, on which days, for how long?
public struct SlotsRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The resources; all that are counted by the moment when empty.
    public var resources: [String]
    /// The days on which they begin, by each resource's own clock.
    public var days: Time.DayRange
    /// How long.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// Whether those steps are counted from midnight or from the opening.
    public var counted: BookingCalendar.GridStart?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Instant,
        resources: [String] = [],
        days: Time.DayRange,
        minutes: Int,
        units: Int = 1,
        stepMinutes: Int? = nil,
        counted: BookingCalendar.GridStart? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.resources = resources
        self.days = days
        self.minutes = minutes
        self.units = units
        self.stepMinutes = stepMinutes
        self.counted = counted
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! resources-[] days! minutes! units=1 step_minutes? counted? hold? booking?",
        [Instant.self, [String].self, Time.DayRange.self, Int.self, Int.self, Int.self, BookingCalendar.GridStart.self, String.self, String.self])
}

/// The free starts of one resource.
public struct ResourceSlots: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its free starts, in order of time.
    public var slots: [BookingCalendar.Slot]
    /// Why it has none at any time: bookings so long, or of so many units, are not taken, or it is not counted by the moment.
    public var reasons: [Reason]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        slots: [BookingCalendar.Slot],
        reasons: [Reason]
    ) {
        self.resource = resource
        self.slots = slots
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! slots! reasons! *",
        [String.self, [BookingCalendar.Slot].self, [Reason].self, [String: JSON].self])
}

/// A free start.
public struct Slot: RatebookRecord {
    /// The moment.
    public var start: Instant
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show.
    public var time: String
    /// How far clocks are from universal time: it tells two times apart that clocks show twice.
    public var offset: String
    /// The longest booking that could begin then, up to the longest that the resource takes or a day.
    public var longestMinutes: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        start: Instant,
        day: Day,
        time: String,
        offset: String,
        longestMinutes: Int
    ) {
        self.start = start
        self.day = day
        self.time = time
        self.offset = offset
        self.longestMinutes = longestMinutes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! day! time! offset! longest_minutes! *",
        [Instant.self, Day.self, String.self, String.self, Int.self, [String: JSON].self])
}

/// When are several things free at once?
public struct CommonSlotsRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// What is needed at once: each need is met by another resource.
    public var needs: [BookingCalendar.ResourceNeed]
    /// The days on which they begin, by each resource's own clock.
    public var days: Time.DayRange
    /// How long.
    public var minutes: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// Whether those steps are counted from midnight or from the opening.
    public var counted: BookingCalendar.GridStart?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Instant,
        needs: [BookingCalendar.ResourceNeed],
        days: Time.DayRange,
        minutes: Int,
        stepMinutes: Int? = nil,
        counted: BookingCalendar.GridStart? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.needs = needs
        self.days = days
        self.minutes = minutes
        self.stepMinutes = stepMinutes
        self.counted = counted
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! needs! days! minutes! step_minutes? counted? hold? booking?",
        [Instant.self, [BookingCalendar.ResourceNeed].self, Time.DayRange.self, Int.self, Int.self, BookingCalendar.GridStart.self, String.self, String.self])
}

/// Something that is needed: one of several resources.
public struct ResourceNeed: RatebookRecord {
    /// One of these; any that is counted by the moment when empty.
    public var anyOf: [String]
    /// With these skills.
    public var skills: [String]
    /// At that location.
    public var location: String?
    /// How many units of it.
    public var units: Int

    public init(
        anyOf: [String] = [],
        skills: [String] = [],
        location: String? = nil,
        units: Int = 1
    ) {
        self.anyOf = anyOf
        self.skills = skills
        self.location = location
        self.units = units
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "any_of-[] skills-[] location? units=1",
        [[String].self, [String].self, String.self, Int.self])
}

/// A start at which everything is free.
public struct CommonSlot: RatebookRecord {
    /// The start; the longest booking is what all of them allow.
    public var slot: BookingCalendar.Slot
    /// A resource for each need.
    public var resources: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        slot: BookingCalendar.Slot,
        resources: [String]
    ) {
        self.slot = slot
        self.resources = resources
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "slot! resources! *",
        [BookingCalendar.Slot.self, [String].self, [String: JSON].self])
}

/// Which days of which resources are drawn?
public struct ViewRequest: RatebookRecord {
    /// The present moment: holds that have expired are not drawn.
    public var now: Instant
    /// A day, a week or a month.
    public var view: BookingCalendar.ViewKind
    /// A day of it.
    public var day: Day
    /// The first day of a week.
    public var weekBegins: Time.Weekday
    /// The zone in which days begin; each resource's own when not given.
    public var zone: String?
    /// The resources; all when empty.
    public var resources: [String]
    /// The partner who looks.
    public var partner: String?
    /// Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them.
    public var withoutNames: Bool

    public init(
        now: Instant,
        view: BookingCalendar.ViewKind,
        day: Day,
        weekBegins: Time.Weekday = .mon,
        zone: String? = nil,
        resources: [String] = [],
        partner: String? = nil,
        withoutNames: Bool = false
    ) {
        self.now = now
        self.view = view
        self.day = day
        self.weekBegins = weekBegins
        self.zone = zone
        self.resources = resources
        self.partner = partner
        self.withoutNames = withoutNames
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"now! view! day! week_begins="mon" zone? resources-[] partner? without_names-false"#,
        [Instant.self, BookingCalendar.ViewKind.self, Day.self, Time.Weekday.self, String.self, [String].self, String.self, Bool.self])
}

/// How many days are drawn.
public struct ViewKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The day.
    public static var day: Self { Self(word: "day") }
    /// The week that the day lies in.
    public static var week: Self { Self(word: "week") }
    /// The month that the day lies in.
    public static var month: Self { Self(word: "month") }

    public static var words: StaticString { "day week month" }
}

/// The days of one resource.
public struct ResourceView: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its days.
    public var days: [BookingCalendar.DayView]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        days: [BookingCalendar.DayView]
    ) {
        self.resource = resource
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! days! *",
        [String.self, [BookingCalendar.DayView].self, [String: JSON].self])
}

/// A day of a resource.
public struct DayView: RatebookRecord {
    /// The day.
    public var day: Day
    /// By the night or departure, what the day is; by the moment, what its best cell is.
    public var state: BookingCalendar.ViewState
    /// By the night or departure, the units left; by the moment, those of its best cell.
    public var unitsLeft: Int
    /// By the moment, the parts of the day: they follow each other without a gap.
    public var cells: [BookingCalendar.ViewCell]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        day: Day,
        state: BookingCalendar.ViewState,
        unitsLeft: Int,
        cells: [BookingCalendar.ViewCell]
    ) {
        self.day = day
        self.state = state
        self.unitsLeft = unitsLeft
        self.cells = cells
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! state! units_left! cells! *",
        [Day.self, BookingCalendar.ViewState.self, Int.self, [BookingCalendar.ViewCell].self, [String: JSON].self])
}

/// What a part of a day, or a day, is.
public struct ViewState: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Units can be taken.
    public static var open: Self { Self(word: "open") }
    /// The last unit is held.
    public static var held: Self { Self(word: "held") }
    /// Kept free beside a booking.
    public static var buffer: Self { Self(word: "buffer") }
    /// No unit is left.
    public static var taken: Self { Self(word: "taken") }
    /// Blocked by a repair or an event of another calendar.
    public static var blocked: Self { Self(word: "blocked") }
    /// Outside opening hours, or not sold.
    public static var closed: Self { Self(word: "closed") }

    public static var words: StaticString { "open held buffer taken blocked closed" }
}

/// A part of a day in which nothing changes.
public struct ViewCell: RatebookRecord {
    /// Its beginning.
    public var start: Instant
    /// Its end.
    public var end: Instant
    /// What it is.
    public var state: BookingCalendar.ViewState
    /// The units left.
    public var unitsLeft: Int
    /// The bookings in it.
    public var bookings: [String]
    /// The holds in it.
    public var holds: [String]
    /// What blocks it.
    public var blocked: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        start: Instant,
        end: Instant,
        state: BookingCalendar.ViewState,
        unitsLeft: Int,
        bookings: [String],
        holds: [String],
        blocked: [String]
    ) {
        self.start = start
        self.end = end
        self.state = state
        self.unitsLeft = unitsLeft
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! end! state! units_left! bookings! holds! blocked! *",
        [Instant.self, Instant.self, BookingCalendar.ViewState.self, Int.self, [String].self, [String].self, [String].self, [String: JSON].self])
}

/// How much of which resources is taken?
public struct OccupancyRequest: RatebookRecord {
    /// The resources; all when empty.
    public var resources: [String]
    /// The days.
    public var days: Time.DayRange
    /// By the day or by the week; a week begins on Monday, and the first and last may be cut.
    public var by: BookingCalendar.OccupancyBy
    /// Gaps shorter than this are too short to sell; the shortest booking of the resource when not given.
    public var gapsBelowMinutes: Int?
    /// Pickup is what was booked at this moment or later.
    public var bookedSince: Instant?

    public init(
        resources: [String] = [],
        days: Time.DayRange,
        by: BookingCalendar.OccupancyBy = .day,
        gapsBelowMinutes: Int? = nil,
        bookedSince: Instant? = nil
    ) {
        self.resources = resources
        self.days = days
        self.by = by
        self.gapsBelowMinutes = gapsBelowMinutes
        self.bookedSince = bookedSince
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"resources-[] days! by="day" gaps_below_minutes? booked_since?"#,
        [[String].self, Time.DayRange.self, BookingCalendar.OccupancyBy.self, Int.self, Instant.self])
}

/// What figures are made for.
public struct OccupancyBy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Every day.
    public static var day: Self { Self(word: "day") }
    /// Every week.
    public static var week: Self { Self(word: "week") }

    public static var words: StaticString { "day week" }
}

/// The figures of one resource.
public struct ResourceOccupancy: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its figures, in order of time.
    public var periods: [BookingCalendar.Occupancy]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        periods: [BookingCalendar.Occupancy]
    ) {
        self.resource = resource
        self.periods = periods
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! periods! *",
        [String.self, [BookingCalendar.Occupancy].self, [String: JSON].self])
}

/// The figures of a day or a week. Units are counted by the minute, or by the night or seat.
public struct Occupancy: RatebookRecord {
    /// The days.
    public var days: Time.DayRange
    /// What could be taken: open and not blocked, times the capacity.
    public var offered: Int
    /// What is booked of it.
    public var taken: Int
    /// The percentage of what is offered that is taken, to two digits; none when nothing is offered.
    public var utilisation: Amount?
    /// What is taken and was booked since the moment that was asked for.
    public var pickedUp: Int
    /// Free time that is too short to sell.
    public var shortGaps: [Time.Span]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Time.DayRange,
        offered: Int,
        taken: Int,
        utilisation: Amount? = nil,
        pickedUp: Int,
        shortGaps: [Time.Span]
    ) {
        self.days = days
        self.offered = offered
        self.taken = taken
        self.utilisation = utilisation
        self.pickedUp = pickedUp
        self.shortGaps = shortGaps
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! offered! taken! utilisation? picked_up! short_gaps! *",
        [Time.DayRange.self, Int.self, Int.self, Amount.self, Int.self, [Time.Span].self, [String: JSON].self])
}

/// Who takes an appointment?
public struct AssignRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// When.
    public var when: BookingCalendar.When
    /// One of these, in the order of turns; any when empty.
    public var anyOf: [String]
    /// What is needed.
    public var skills: [String]
    /// Where it is: a resource with another location is left out.
    public var location: String?
    /// By which rule. Load is what is booked on the day, in minutes; skills are always needed here.
    public var strategy: Assignment.AssignmentStrategy
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Instant,
        when: BookingCalendar.When,
        anyOf: [String] = [],
        skills: [String] = [],
        location: String? = nil,
        strategy: Assignment.AssignmentStrategy,
        booking: String? = nil
    ) {
        self.now = now
        self.when = when
        self.anyOf = anyOf
        self.skills = skills
        self.location = location
        self.strategy = strategy
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! when! any_of-[] skills-[] location? strategy! booking?",
        [Instant.self, BookingCalendar.When.self, [String].self, [String].self, String.self, Assignment.AssignmentStrategy.self, String.self])
}

/// Who takes an appointment.
public struct Assigned: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Everybody who could take it, the chosen one first.
    public var ranking: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        ranking: [String]
    ) {
        self.resource = resource
        self.ranking = ranking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! ranking! *",
        [String.self, [String].self, [String: JSON].self])
}

/// Books one resource or several at once: all or none.
public struct BookRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The booking. The same one again changes nothing and is answered again.
    public var booking: BookingCalendar.Booking
    /// The hold that it comes from: it does not stand in the way, and is gone afterwards.
    public var hold: String?

    public init(
        now: Instant,
        booking: BookingCalendar.Booking,
        hold: String? = nil
    ) {
        self.now = now
        self.booking = booking
        self.hold = hold
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! booking! hold?",
        [Instant.self, BookingCalendar.Booking.self, String.self])
}

/// A time of a resource that recurs, by the resource's own clock.
public struct BookSeriesRequest: RatebookRecord, Identifiable {
    /// The present moment.
    public var now: Instant
    /// What the series is known by: its bookings are `id/1`, `id/2` and so on.
    public var id: String
    /// The resource.
    public var resource: String
    /// When it recurs.
    public var recurrence: Time.Recurrence
    /// Occurrences up to this day, for a recurrence without an end.
    public var lastDay: Day?
    /// How long each one takes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// What is booked when some are not free.
    public var book: BookingCalendar.SeriesBooking
    /// What a calendar shows.
    public var title: String?

    public init(
        now: Instant,
        id: String,
        resource: String,
        recurrence: Time.Recurrence,
        lastDay: Day? = nil,
        minutes: Int,
        units: Int = 1,
        book: BookingCalendar.SeriesBooking,
        title: String? = nil
    ) {
        self.now = now
        self.id = id
        self.resource = resource
        self.recurrence = recurrence
        self.lastDay = lastDay
        self.minutes = minutes
        self.units = units
        self.book = book
        self.title = title
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! id! resource! recurrence! last_day? minutes! units=1 book! title?",
        [Instant.self, String.self, String.self, Time.Recurrence.self, Day.self, Int.self, Int.self, BookingCalendar.SeriesBooking.self, String.self])
}

/// What is booked of a series.
public struct SeriesBooking: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// All occurrences, or none when one of them clashes.
    public static var all: Self { Self(word: "all") }
    /// Those that are free.
    public static var skipClashing: Self { Self(word: "skip_clashing") }
    /// None: they are only looked at.
    public static var none: Self { Self(word: "none") }

    public static var words: StaticString { "all skip_clashing none" }
}

/// The occurrences of a series.
public struct BookedSeries: RatebookRecord {
    /// How many are booked, or would be.
    public var free: Int
    /// How many clash.
    public var clashing: Int
    /// Every one, in order of time.
    public var occurrences: [BookingCalendar.SeriesOccurrence]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        free: Int,
        clashing: Int,
        occurrences: [BookingCalendar.SeriesOccurrence]
    ) {
        self.free = free
        self.clashing = clashing
        self.occurrences = occurrences
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "free! clashing! occurrences! *",
        [Int.self, Int.self, [BookingCalendar.SeriesOccurrence].self, [String: JSON].self])
}

/// An occurrence of a series.
public struct SeriesOccurrence: RatebookRecord {
    /// When.
    public var span: Time.Span
    /// The day that clocks show at its beginning.
    public var day: Day
    /// The time that clocks show at its beginning.
    public var time: String
    /// Its booking, when it is booked.
    public var booking: String?
    /// Every reason against it.
    public var reasons: [Reason]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        span: Time.Span,
        day: Day,
        time: String,
        booking: String? = nil,
        reasons: [Reason]
    ) {
        self.span = span
        self.day = day
        self.time = time
        self.booking = booking
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "span! day! time! booking? reasons! *",
        [Time.Span.self, Day.self, String.self, String.self, [Reason].self, [String: JSON].self])
}

/// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
public struct RescheduleRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The booking.
    public var booking: String
    /// What it takes from now on.
    public var takes: [BookingCalendar.Take]

    public init(
        now: Instant,
        booking: String,
        takes: [BookingCalendar.Take]
    ) {
        self.now = now
        self.booking = booking
        self.takes = takes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! booking! takes!",
        [Instant.self, String.self, [BookingCalendar.Take].self])
}

/// Gives a booking up.
public struct CancelRequest: RatebookRecord {
    /// The booking.
    public var booking: String

    public init(
        booking: String
    ) {
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "booking!",
        [String.self])
}

/// Holds one resource or several at once: all or none.
public struct HoldRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// What the hold is known by. Asked for again with the same takes, the same hold is answered.
    public var key: String
    /// What is held.
    public var takes: [BookingCalendar.Take]
    /// For so many seconds.
    public var ttlSeconds: Int

    public init(
        now: Instant,
        key: String,
        takes: [BookingCalendar.Take],
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.takes = takes
        self.ttlSeconds = ttlSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! key! takes! ttl_seconds!",
        [Instant.self, String.self, [BookingCalendar.Take].self, Int.self])
}

/// Makes a hold a booking.
public struct ConfirmRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The hold.
    public var key: String
    /// The id of the booking.
    public var booking: String
    /// What a calendar shows.
    public var title: String?
    /// A hold that has expired is booked all the same when its time is still free.
    public var evenIfExpired: Bool

    public init(
        now: Instant,
        key: String,
        booking: String,
        title: String? = nil,
        evenIfExpired: Bool = false
    ) {
        self.now = now
        self.key = key
        self.booking = booking
        self.title = title
        self.evenIfExpired = evenIfExpired
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! key! booking! title? even_if_expired-false",
        [Instant.self, String.self, String.self, String.self, Bool.self])
}

/// Gives a hold up.
public struct ReleaseRequest: RatebookRecord {
    /// The hold.
    public var key: String

    public init(
        key: String
    ) {
        self.key = key
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key!",
        [String.self])
}

/// Lets a hold expire later.
public struct ExtendRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The hold.
    public var key: String
    /// For so many seconds from now.
    public var ttlSeconds: Int

    public init(
        now: Instant,
        key: String,
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.ttlSeconds = ttlSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! key! ttl_seconds!",
        [Instant.self, String.self, Int.self])
}

/// Drops every hold that has expired.
public struct ExpireRequest: RatebookRecord {
    /// The present moment: what expires at it has expired.
    public var now: Instant

    public init(
        now: Instant
    ) {
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now!",
        [Instant.self])
}

/// Blocks time, whatever is booked in it.
public struct BlockRequest: RatebookRecord {
    /// What is blocked. The same again changes nothing.
    public var blocked: BookingCalendar.Blocked

    public init(
        blocked: BookingCalendar.Blocked
    ) {
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "blocked!",
        [BookingCalendar.Blocked.self])
}

/// Makes blocked time free again.
public struct UnblockRequest: RatebookRecord {
    /// What was blocked.
    public var blocked: String

    public init(
        blocked: String
    ) {
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "blocked!",
        [String.self])
}

/// Many commands at once.
public struct ApplyRequest: RatebookRecord {
    /// The commands, in their order, each for itself: a refused one stops no other.
    public var commands: [BookingCalendar.CalendarCommand]

    public init(
        commands: [BookingCalendar.CalendarCommand]
    ) {
        self.commands = commands
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "commands!",
        [[BookingCalendar.CalendarCommand].self])
}

/// Something that changes a calendar.
public enum CalendarCommand: RatebookValue {
    /// Books.
    case book(BookingCalendar.BookRequest)
    /// Holds.
    case hold(BookingCalendar.HoldRequest)
    /// Makes a hold a booking.
    case confirm(BookingCalendar.ConfirmRequest)
    /// Gives a hold up.
    case release(BookingCalendar.ReleaseRequest)
    /// Lets a hold expire later.
    case extend(BookingCalendar.ExtendRequest)
    /// Drops holds that have expired.
    case expire(BookingCalendar.ExpireRequest)
    /// Gives a booking up.
    case cancel(BookingCalendar.CancelRequest)
    /// Moves a booking.
    case reschedule(BookingCalendar.RescheduleRequest)
    /// Blocks time.
    case block(BookingCalendar.BlockRequest)
    /// Makes blocked time free again.
    case unblock(BookingCalendar.UnblockRequest)
    /// Takes rows of a database as they are.
    case applyRows(BookingCalendar.ApplyRowsRequest)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "book hold confirm release extend expire cancel reschedule block unblock apply_rows") {
        case 0: self = .book(try reader.held())
        case 1: self = .hold(try reader.held())
        case 2: self = .confirm(try reader.held())
        case 3: self = .release(try reader.held())
        case 4: self = .extend(try reader.held())
        case 5: self = .expire(try reader.held())
        case 6: self = .cancel(try reader.held())
        case 7: self = .reschedule(try reader.held())
        case 8: self = .block(try reader.held())
        case 9: self = .unblock(try reader.held())
        case 10: self = .applyRows(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .book(let held): writer.choice("book", held)
        case .hold(let held): writer.choice("hold", held)
        case .confirm(let held): writer.choice("confirm", held)
        case .release(let held): writer.choice("release", held)
        case .extend(let held): writer.choice("extend", held)
        case .expire(let held): writer.choice("expire", held)
        case .cancel(let held): writer.choice("cancel", held)
        case .reschedule(let held): writer.choice("reschedule", held)
        case .block(let held): writer.choice("block", held)
        case .unblock(let held): writer.choice("unblock", held)
        case .applyRows(let held): writer.choice("apply_rows", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Rows that a database has added, changed or removed since it was last looked at.
public struct ApplyRowsRequest: RatebookRecord {
    /// Bookings as they are now, each in the place of the one with its id.
    public var bookings: [BookingCalendar.Booking]
    /// Holds as they are now, each in the place of the one with its key.
    public var holds: [BookingCalendar.Hold]
    /// What is blocked now, each in the place of the one with its id.
    public var blocked: [BookingCalendar.Blocked]
    /// What is no longer there. An id that the calendar does not know changes nothing.
    public var removed: BookingCalendar.RowIds?

    public init(
        bookings: [BookingCalendar.Booking] = [],
        holds: [BookingCalendar.Hold] = [],
        blocked: [BookingCalendar.Blocked] = [],
        removed: BookingCalendar.RowIds? = nil
    ) {
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
        self.removed = removed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "bookings-[] holds-[] blocked-[] removed?",
        [[BookingCalendar.Booking].self, [BookingCalendar.Hold].self, [BookingCalendar.Blocked].self, BookingCalendar.RowIds.self])
}

/// Rows by what they are known by.
public struct RowIds: RatebookRecord {
    /// The ids of bookings.
    public var bookings: [String]?
    /// The keys of holds.
    public var holds: [String]?
    /// The ids of what is blocked.
    public var blocked: [String]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        bookings: [String]? = nil,
        holds: [String]? = nil,
        blocked: [String]? = nil
    ) {
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "bookings? holds? blocked? *",
        [[String].self, [String].self, [String].self, [String: JSON].self])
}

/// What one of many commands did, or why it was refused.
public struct AppliedCommand: RatebookRecord {
    /// What it did.
    public var done: BookingCalendar.CalendarChange?
    /// Every reason, when it was refused.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        done: BookingCalendar.CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.done = done
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "done? error? *",
        [BookingCalendar.CalendarChange.self, ErrorReport.self, [String: JSON].self])
}

/// What a command did.
public enum CalendarChange: RatebookValue {
    /// The booking that was made, moved or given up.
    case booking(BookingCalendar.Booking)
    /// The hold that was placed, extended or given up.
    case hold(BookingCalendar.Hold)
    /// What is blocked now, or was.
    case blocked(BookingCalendar.Blocked)
    /// The holds that had expired.
    case expired([BookingCalendar.Hold])
    /// The rows that are no longer as they were.
    case rows(BookingCalendar.AppliedRows)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "booking hold blocked expired rows") {
        case 0: self = .booking(try reader.held())
        case 1: self = .hold(try reader.held())
        case 2: self = .blocked(try reader.held())
        case 3: self = .expired(try reader.held())
        case 4: self = .rows(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .booking(let held): writer.choice("booking", held)
        case .hold(let held): writer.choice("hold", held)
        case .blocked(let held): writer.choice("blocked", held)
        case .expired(let held): writer.choice("expired", held)
        case .rows(let held): writer.choice("rows", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What is no longer as it was. Rows that were known as they are stand in none of the three.
public struct AppliedRows: RatebookRecord {
    /// What was not there.
    public var added: BookingCalendar.RowIds
    /// What was there otherwise.
    public var changed: BookingCalendar.RowIds
    /// What is there no longer.
    public var removed: BookingCalendar.RowIds
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        added: BookingCalendar.RowIds,
        changed: BookingCalendar.RowIds,
        removed: BookingCalendar.RowIds
    ) {
        self.added = added
        self.changed = changed
        self.removed = removed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "added! changed! removed! *",
        [BookingCalendar.RowIds.self, BookingCalendar.RowIds.self, BookingCalendar.RowIds.self, [String: JSON].self])
}

/// Commands of devices that were offline.
public struct MergeRequest: RatebookRecord {
    /// The commands, in whatever order they came together.
    public var received: [BookingCalendar.ReceivedCommand]

    public init(
        received: [BookingCalendar.ReceivedCommand]
    ) {
        self.received = received
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "received!",
        [[BookingCalendar.ReceivedCommand].self])
}

/// A command as it was received.
public struct ReceivedCommand: RatebookRecord, Identifiable {
    /// What it is known by; of two that were received at the same moment the lower one comes first.
    public var id: String
    /// When the server received it: the moment that it is checked at, whatever the device's clock said.
    public var receivedAt: Instant
    /// The command.
    public var command: BookingCalendar.CalendarCommand

    public init(
        id: String,
        receivedAt: Instant,
        command: BookingCalendar.CalendarCommand
    ) {
        self.id = id
        self.receivedAt = receivedAt
        self.command = command
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! received_at! command!",
        [String.self, Instant.self, BookingCalendar.CalendarCommand.self])
}

/// What became of a received command.
public struct MergedCommand: RatebookRecord, Identifiable {
    /// The command.
    public var id: String
    /// What it did.
    public var done: BookingCalendar.CalendarChange?
    /// Every reason, when it clashes with what came before it.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        done: BookingCalendar.CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.id = id
        self.done = done
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! done? error? *",
        [String.self, BookingCalendar.CalendarChange.self, ErrorReport.self, [String: JSON].self])
}

/// What a calendar holds now.
public struct SnapshotRequest: RatebookRecord {

    public init(
    ) {
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "",
        [])
}
}
