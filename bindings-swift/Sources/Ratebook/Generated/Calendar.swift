// Written by `cargo xtask generate`.

import Foundation

/// Resources and everything that is taken of them.
public struct CalendarDefinition: RatebookRecord {
    /// What can be taken.
    public var resources: [Resource]
    /// What is booked.
    public var bookings: [Booking]
    /// What is held for a while.
    public var holds: [Hold]
    /// What nobody may take: repairs, events of other calendars.
    public var blocked: [Blocked]

    public init(
        resources: [Resource],
        bookings: [Booking] = [],
        holds: [Hold] = [],
        blocked: [Blocked] = []
    ) {
        self.resources = resources
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resources! bookings-[] holds-[] blocked-[]",
        [[Resource].self, [Booking].self, [Hold].self, [Blocked].self])
}

/// Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats.
public struct Resource: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String?
    /// Whether it is taken by the moment, by the night, or by the seat of a departure.
    public var mode: ResourceMode
    /// The zone of its clock.
    public var zone: String
    /// How many units it has.
    public var capacity: Int
    /// How many units more than it has may be booked.
    public var overbooking: Int?
    /// When it is open; always when not given.
    public var hours: OpeningHours?
    /// Days on which it is closed, unless an exception of its hours says otherwise.
    public var holidays: [Day]
    /// Days of every year on which it is closed, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [MonthDay]
    /// Where bookings may begin; at any moment when not given.
    public var grid: SlotGrid?
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
    /// Booked at least so long before it begins; with 0 not in the past. Any time when not given.
    public var noticeMinutes: Int?
    /// Booked at most so many days ahead.
    public var horizonDays: Int?
    /// What it can do, such as `german` or `brakes`.
    public var skills: [String]
    /// Where it is.
    public var location: String?
    /// Among several, the higher one is offered first.
    public var priority: Int?
    /// By nights: days with another number of units than its capacity; the first that covers a night counts.
    public var inventory: [DayUnits]
    /// Units kept for partners.
    public var allotments: [Allotment]
    /// Nights and departures that are not sold for now.
    public var stopSales: [StopSale]
    /// The dated starts of a package.
    public var departures: [Departure]

    public init(
        id: String,
        name: String? = nil,
        mode: ResourceMode = .instants,
        zone: String,
        capacity: Int = 1,
        overbooking: Int? = nil,
        hours: OpeningHours? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [MonthDay] = [],
        grid: SlotGrid? = nil,
        minMinutes: Int? = nil,
        maxMinutes: Int? = nil,
        lengthStepMinutes: Int? = nil,
        minNights: Int? = nil,
        maxNights: Int? = nil,
        bufferBeforeMinutes: Int? = nil,
        bufferAfterMinutes: Int? = nil,
        noticeMinutes: Int? = nil,
        horizonDays: Int? = nil,
        skills: [String] = [],
        location: String? = nil,
        priority: Int? = nil,
        inventory: [DayUnits] = [],
        allotments: [Allotment] = [],
        stopSales: [StopSale] = [],
        departures: [Departure] = []
    ) {
        self.id = id
        self.name = name
        self.mode = mode
        self.zone = zone
        self.capacity = capacity
        self.overbooking = overbooking
        self.hours = hours
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
        self.noticeMinutes = noticeMinutes
        self.horizonDays = horizonDays
        self.skills = skills
        self.location = location
        self.priority = priority
        self.inventory = inventory
        self.allotments = allotments
        self.stopSales = stopSales
        self.departures = departures
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"id! name? mode="instants" zone! capacity=1 overbooking? hours? holidays-[] yearly_holidays-[] grid? min_minutes? max_minutes? length_step_minutes? min_nights? max_nights? buffer_before_minutes? buffer_after_minutes? notice_minutes? horizon_days? skills-[] location? priority? inventory-[] allotments-[] stop_sales-[] departures-[]"#,
        [String.self, String.self, ResourceMode.self, String.self, Int.self, Int.self, OpeningHours.self, [Day].self, [MonthDay].self, SlotGrid.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, [String].self, String.self, Int.self, [DayUnits].self, [Allotment].self, [StopSale].self, [Departure].self])
}

/// What a resource is counted by.
public enum ResourceMode: String, RatebookValue, CaseIterable {
    /// By the moment: rooms by the hour, staff, vehicle bays.
    case instants = "instants"
    /// By the night: lodging.
    case nights = "nights"
    /// By the seat of a dated start.
    case departures = "departures"
}

/// Where bookings may begin, on the wall clock.
public struct SlotGrid: RatebookRecord {
    /// Every so many minutes.
    public var stepMinutes: Int
    /// Counted from midnight or from the opening.
    public var counted: GridStart
    /// Which of these starts are offered.
    public var packing: Packing

    public init(
        stepMinutes: Int,
        counted: GridStart = .midnight,
        packing: Packing = .every
    ) {
        self.stepMinutes = stepMinutes
        self.counted = counted
        self.packing = packing
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"step_minutes! counted="midnight" packing="every""#,
        [Int.self, GridStart.self, Packing.self])
}

/// Where the steps of a grid are counted from.
public enum GridStart: String, RatebookValue, CaseIterable {
    /// From 00:00 of the wall clock.
    case midnight = "midnight"
    /// From the moment at which it opens.
    case opening = "opening"
}

/// Which starts of the grid are offered.
public enum Packing: String, RatebookValue, CaseIterable {
    /// Every one.
    case every = "every"
    /// One behind the other, with buffers between them: the first of each free stretch, then the first after its end.
    case backToBack = "back_to_back"
    /// Those that leave no gap shorter than the shortest booking.
    case noShortGaps = "no_short_gaps"
}

/// Days with a number of units of their own.
public struct DayUnits: RatebookRecord {
    /// The days, that is the nights that begin on them.
    public var days: DayRange
    /// How many units there are.
    public var units: Int

    public init(
        days: DayRange,
        units: Int
    ) {
        self.days = days
        self.units = units
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! units!",
        [DayRange.self, Int.self])
}

/// Units that only one partner may sell, until they are released.
public struct Allotment: RatebookRecord {
    /// Whose they are.
    public var partner: String
    /// The nights or departures.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]?
    /// How many units.
    public var units: Int
    /// So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself.
    public var releaseDays: Int?

    public init(
        partner: String,
        days: DayRange,
        weekdays: [Weekday]? = nil,
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
        MemoryLayout<Self>.size, "partner! days! weekdays? units! release_days?",
        [String.self, DayRange.self, [Weekday].self, Int.self, Int.self])
}

/// Days that are not sold for now.
public struct StopSale: RatebookRecord {
    /// The nights or departures.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]?
    /// Only for this partner; for everybody when not given.
    public var partner: String?
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        weekdays: [Weekday]? = nil,
        partner: String? = nil,
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.partner = partner
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! weekdays? partner? reason?",
        [DayRange.self, [Weekday].self, String.self, String.self])
}

/// A dated start with its seats.
public struct Departure: RatebookRecord {
    /// The day.
    public var day: Day
    /// How many seats.
    public var seats: Int
    /// Sold until so many days before it; until the day itself with 0.
    public var closesDaysBefore: Int?

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
        MemoryLayout<Self>.size, "day! seats! closes_days_before?",
        [Day.self, Int.self, Int.self])
}

/// Something that is booked: one resource, or several that belong together.
public struct Booking: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// What it takes.
    public var takes: [Take]
    /// When it was booked: for figures of pickup.
    public var bookedAt: Date?
    /// What a calendar shows.
    public var title: String?

    public init(
        id: String,
        takes: [Take],
        bookedAt: Date? = nil,
        title: String? = nil
    ) {
        self.id = id
        self.takes = takes
        self.bookedAt = bookedAt
        self.title = title
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! takes! booked_at? title?",
        [String.self, [Take].self, Date.self, String.self])
}

/// Units of one resource for a time.
public struct Take: RatebookRecord {
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units.
    public var units: Int
    /// The partner out of whose allotment it is taken, or who sold it.
    public var partner: String?

    public init(
        resource: String,
        when: When,
        units: Int = 1,
        partner: String? = nil
    ) {
        self.resource = resource
        self.when = when
        self.units = units
        self.partner = partner
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! when! units=1 partner?",
        [String.self, When.self, Int.self, String.self])
}

/// When something is taken: in the way that the resource is counted by.
public enum When: RatebookValue {
    /// From one moment to another, the end excluded.
    case span(Span)
    /// The nights of a stay.
    case stay(StayDays)
    /// A dated start.
    case departure(Day)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "span stay departure") {
        case 0: self = .span(try reader.held())
        case 1: self = .stay(try reader.held())
        default: self = .departure(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .span(let held): writer.choice("span", held)
        case .stay(let held): writer.choice("stay", held)
        case .departure(let held): writer.choice("departure", held)
        }
    }
}

/// The nights from the day of arrival to the day of departure, which is none of them.
public struct StayDays: RatebookRecord {
    /// The day of arrival.
    public var checkIn: Day
    /// The day of departure.
    public var checkOut: Day

    public init(
        checkIn: Day,
        checkOut: Day
    ) {
        self.checkIn = checkIn
        self.checkOut = checkOut
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "check_in! check_out!",
        [Day.self, Day.self])
}

/// Something that is held until a moment, at which it is free again.
public struct Hold: RatebookRecord {
    /// What it is known by: asked for again, the same hold is answered.
    public var key: String
    /// What it takes.
    public var takes: [Take]
    /// The moment at which it is free again.
    public var expiresAt: Date

    public init(
        key: String,
        takes: [Take],
        expiresAt: Date
    ) {
        self.key = key
        self.takes = takes
        self.expiresAt = expiresAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! takes! expires_at!",
        [String.self, [Take].self, Date.self])
}

/// Time that nobody may take: a repair, an event of another calendar.
public struct Blocked: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units; all that there are when not given.
    public var units: Int?
    /// Why.
    public var reason: String?
    /// The outside calendar that it came from.
    public var source: String?

    public init(
        id: String,
        resource: String,
        when: When,
        units: Int? = nil,
        reason: String? = nil,
        source: String? = nil
    ) {
        self.id = id
        self.resource = resource
        self.when = when
        self.units = units
        self.reason = reason
        self.source = source
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! resource! when! units? reason? source?",
        [String.self, String.self, When.self, Int.self, String.self, String.self])
}

/// Is it free?
public struct CheckRequest: RatebookRecord {
    /// The present moment: what holds and notice are measured by.
    public var now: Date
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units.
    public var units: Int
    /// The partner who asks.
    public var partner: String?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        resource: String,
        when: When,
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
        [Date.self, String.self, When.self, Int.self, String.self, String.self, String.self])
}

/// Whether it is free, and why not.
public struct Availability: RatebookRecord {
    /// Whether it can be booked.
    public var free: Bool
    /// The units that nobody has taken over the whole time, whatever the rules say.
    public var unitsLeft: Int
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        free: Bool,
        unitsLeft: Int,
        reasons: [Reason]
    ) {
        self.free = free
        self.unitsLeft = unitsLeft
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "free! units_left! reasons!",
        [Bool.self, Int.self, [Reason].self])
}

/// Are several things free at once?
public struct CheckAllRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// What is wanted, all of it.
    public var takes: [Take]
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        takes: [Take],
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
        [Date.self, [Take].self, String.self, String.self])
}

/// Where and from when on something is looked for.
public struct NextFreeRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The resources to look at; all that are counted by the moment when empty.
    public var resources: [String]
    /// Not before that moment.
    public var after: Date
    /// For so many minutes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Within so many days.
    public var withinDays: Int

    public init(
        now: Date,
        resources: [String] = [],
        after: Date,
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
        [Date.self, [String].self, Date.self, Int.self, Int.self, Int.self])
}

/// A free time of a resource.
public struct FreeTime: RatebookRecord {
    /// The resource.
    public var resource: String
    /// The time.
    public var span: Span

    public init(
        resource: String,
        span: Span
    ) {
        self.resource = resource
        self.span = span
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! span!",
        [String.self, Span.self])
}

/// Free starts of which resources, on which days, for how long?
public struct SlotsRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The resources; all that are counted by the moment when empty.
    public var resources: [String]
    /// The days on which they begin, by each resource's own clock.
    public var days: DayRange
    /// How long.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        resources: [String] = [],
        days: DayRange,
        minutes: Int,
        units: Int = 1,
        stepMinutes: Int? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.resources = resources
        self.days = days
        self.minutes = minutes
        self.units = units
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! resources-[] days! minutes! units=1 step_minutes? hold? booking?",
        [Date.self, [String].self, DayRange.self, Int.self, Int.self, Int.self, String.self, String.self])
}

/// The free starts of one resource.
public struct ResourceSlots: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its free starts, in order of time.
    public var slots: [Slot]

    public init(
        resource: String,
        slots: [Slot]
    ) {
        self.resource = resource
        self.slots = slots
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! slots!",
        [String.self, [Slot].self])
}

/// A free start.
public struct Slot: RatebookRecord {
    /// The moment.
    public var start: Date
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show.
    public var time: String
    /// How far clocks are from universal time: it tells two times apart that clocks show twice.
    public var offset: String
    /// The longest booking that could begin then, up to the longest that the resource takes or a day.
    public var longestMinutes: Int

    public init(
        start: Date,
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
        MemoryLayout<Self>.size, "start! day! time! offset! longest_minutes!",
        [Date.self, Day.self, String.self, String.self, Int.self])
}

/// When are several things free at once?
public struct CommonSlotsRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// What is needed at once: each need is met by another resource.
    public var needs: [ResourceNeed]
    /// The days on which they begin, by each resource's own clock.
    public var days: DayRange
    /// How long.
    public var minutes: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        needs: [ResourceNeed],
        days: DayRange,
        minutes: Int,
        stepMinutes: Int? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.needs = needs
        self.days = days
        self.minutes = minutes
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! needs! days! minutes! step_minutes? hold? booking?",
        [Date.self, [ResourceNeed].self, DayRange.self, Int.self, Int.self, String.self, String.self])
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
    public var slot: Slot
    /// A resource for each need.
    public var resources: [String]

    public init(
        slot: Slot,
        resources: [String]
    ) {
        self.slot = slot
        self.resources = resources
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "slot! resources!",
        [Slot.self, [String].self])
}

/// Which days of which resources are drawn?
public struct ViewRequest: RatebookRecord {
    /// The present moment: holds that have expired are not drawn.
    public var now: Date
    /// A day, a week or a month.
    public var view: ViewKind
    /// A day of it.
    public var day: Day
    /// The first day of a week.
    public var weekBegins: Weekday
    /// The zone in which days begin; each resource's own when not given.
    public var zone: String?
    /// The resources; all when empty.
    public var resources: [String]
    /// The partner who looks.
    public var partner: String?

    public init(
        now: Date,
        view: ViewKind,
        day: Day,
        weekBegins: Weekday = .mon,
        zone: String? = nil,
        resources: [String] = [],
        partner: String? = nil
    ) {
        self.now = now
        self.view = view
        self.day = day
        self.weekBegins = weekBegins
        self.zone = zone
        self.resources = resources
        self.partner = partner
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"now! view! day! week_begins="mon" zone? resources-[] partner?"#,
        [Date.self, ViewKind.self, Day.self, Weekday.self, String.self, [String].self, String.self])
}

/// How many days are drawn.
public enum ViewKind: String, RatebookValue, CaseIterable {
    /// The day.
    case day = "day"
    /// The week that the day lies in.
    case week = "week"
    /// The month that the day lies in.
    case month = "month"
}

/// The days of one resource.
public struct ResourceView: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its days.
    public var days: [DayView]

    public init(
        resource: String,
        days: [DayView]
    ) {
        self.resource = resource
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! days!",
        [String.self, [DayView].self])
}

/// A day of a resource.
public struct DayView: RatebookRecord {
    /// The day.
    public var day: Day
    /// By the night or departure, what the day is; by the moment, what its best cell is.
    public var state: ViewState
    /// By the night or departure, the units left; by the moment, those of its best cell.
    public var unitsLeft: Int
    /// By the moment, the parts of the day: they follow each other without a gap.
    public var cells: [ViewCell]

    public init(
        day: Day,
        state: ViewState,
        unitsLeft: Int,
        cells: [ViewCell]
    ) {
        self.day = day
        self.state = state
        self.unitsLeft = unitsLeft
        self.cells = cells
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! state! units_left! cells!",
        [Day.self, ViewState.self, Int.self, [ViewCell].self])
}

/// What a part of a day, or a day, is.
public enum ViewState: String, RatebookValue, CaseIterable {
    /// Units can be taken.
    case open = "open"
    /// The last unit is held.
    case held = "held"
    /// Kept free beside a booking.
    case buffer = "buffer"
    /// No unit is left.
    case taken = "taken"
    /// Blocked by a repair or an event of another calendar.
    case blocked = "blocked"
    /// Outside opening hours, or not sold.
    case closed = "closed"
}

/// A part of a day in which nothing changes.
public struct ViewCell: RatebookRecord {
    /// Its beginning.
    public var start: Date
    /// Its end.
    public var end: Date
    /// What it is.
    public var state: ViewState
    /// The units left.
    public var unitsLeft: Int
    /// The bookings in it.
    public var bookings: [String]
    /// The holds in it.
    public var holds: [String]
    /// What blocks it.
    public var blocked: [String]

    public init(
        start: Date,
        end: Date,
        state: ViewState,
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
        MemoryLayout<Self>.size, "start! end! state! units_left! bookings! holds! blocked!",
        [Date.self, Date.self, ViewState.self, Int.self, [String].self, [String].self, [String].self])
}

/// How much of which resources is taken?
public struct OccupancyRequest: RatebookRecord {
    /// The resources; all when empty.
    public var resources: [String]
    /// The days.
    public var days: DayRange
    /// By the day or by the week; a week begins on Monday, and the first and last may be cut.
    public var by: OccupancyBy
    /// Gaps shorter than this are too short to sell; the shortest booking of the resource when not given.
    public var gapsBelowMinutes: Int?
    /// Pickup is what was booked at this moment or later.
    public var bookedSince: Date?

    public init(
        resources: [String] = [],
        days: DayRange,
        by: OccupancyBy = .day,
        gapsBelowMinutes: Int? = nil,
        bookedSince: Date? = nil
    ) {
        self.resources = resources
        self.days = days
        self.by = by
        self.gapsBelowMinutes = gapsBelowMinutes
        self.bookedSince = bookedSince
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"resources-[] days! by="day" gaps_below_minutes? booked_since?"#,
        [[String].self, DayRange.self, OccupancyBy.self, Int.self, Date.self])
}

/// What figures are made for.
public enum OccupancyBy: String, RatebookValue, CaseIterable {
    /// Every day.
    case day = "day"
    /// Every week.
    case week = "week"
}

/// The figures of one resource.
public struct ResourceOccupancy: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Its figures, in order of time.
    public var periods: [Occupancy]

    public init(
        resource: String,
        periods: [Occupancy]
    ) {
        self.resource = resource
        self.periods = periods
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! periods!",
        [String.self, [Occupancy].self])
}

/// The figures of a day or a week. Units are counted by the minute, or by the night or seat.
public struct Occupancy: RatebookRecord {
    /// The days.
    public var days: DayRange
    /// What could be taken: open and not blocked, times the capacity.
    public var offered: Int
    /// What is booked of it.
    public var taken: Int
    /// The percentage of what is offered that is taken, to two digits; none when nothing is offered.
    public var utilisation: Decimal?
    /// What is taken and was booked since the moment that was asked for.
    public var pickedUp: Int
    /// Free time that is too short to sell.
    public var shortGaps: [Span]

    public init(
        days: DayRange,
        offered: Int,
        taken: Int,
        utilisation: Decimal? = nil,
        pickedUp: Int,
        shortGaps: [Span]
    ) {
        self.days = days
        self.offered = offered
        self.taken = taken
        self.utilisation = utilisation
        self.pickedUp = pickedUp
        self.shortGaps = shortGaps
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! offered! taken! utilisation? picked_up! short_gaps!",
        [DayRange.self, Int.self, Int.self, Decimal.self, Int.self, [Span].self])
}

/// Who takes an appointment?
public struct AssignRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// When.
    public var when: When
    /// One of these, in the order of turns; any when empty.
    public var anyOf: [String]
    /// What is needed.
    public var skills: [String]
    /// Where it is: a resource with another location is left out.
    public var location: String?
    /// By which rule. Load is what is booked on the day, in minutes; skills are always needed here.
    public var strategy: AssignmentStrategy
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        when: When,
        anyOf: [String] = [],
        skills: [String] = [],
        location: String? = nil,
        strategy: AssignmentStrategy,
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
        [Date.self, When.self, [String].self, [String].self, String.self, AssignmentStrategy.self, String.self])
}

/// Who takes an appointment.
public struct Assigned: RatebookRecord {
    /// The resource.
    public var resource: String
    /// Everybody who could take it, the chosen one first.
    public var ranking: [String]

    public init(
        resource: String,
        ranking: [String]
    ) {
        self.resource = resource
        self.ranking = ranking
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! ranking!",
        [String.self, [String].self])
}

/// Books one resource or several at once: all or none.
public struct BookRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The booking. The same one again changes nothing and is answered again.
    public var booking: Booking
    /// The hold that it comes from: it does not stand in the way, and is gone afterwards.
    public var hold: String?

    public init(
        now: Date,
        booking: Booking,
        hold: String? = nil
    ) {
        self.now = now
        self.booking = booking
        self.hold = hold
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! booking! hold?",
        [Date.self, Booking.self, String.self])
}

/// A time of a resource that recurs, by the resource's own clock.
public struct BookSeriesRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// What the series is known by: its bookings are `id/1`, `id/2` and so on.
    public var id: String
    /// The resource.
    public var resource: String
    /// When it recurs.
    public var recurrence: Recurrence
    /// Occurrences up to this day, for a recurrence without an end.
    public var lastDay: Day?
    /// How long each one takes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// What is booked when some are not free.
    public var book: SeriesBooking
    /// What a calendar shows.
    public var title: String?

    public init(
        now: Date,
        id: String,
        resource: String,
        recurrence: Recurrence,
        lastDay: Day? = nil,
        minutes: Int,
        units: Int = 1,
        book: SeriesBooking,
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
        [Date.self, String.self, String.self, Recurrence.self, Day.self, Int.self, Int.self, SeriesBooking.self, String.self])
}

/// What is booked of a series.
public enum SeriesBooking: String, RatebookValue, CaseIterable {
    /// All occurrences, or none when one of them clashes.
    case all = "all"
    /// Those that are free.
    case skipClashing = "skip_clashing"
    /// None: they are only looked at.
    case none = "none"
}

/// The occurrences of a series.
public struct BookedSeries: RatebookRecord {
    /// How many are booked, or would be.
    public var free: Int
    /// How many clash.
    public var clashing: Int
    /// Every one, in order of time.
    public var occurrences: [SeriesOccurrence]

    public init(
        free: Int,
        clashing: Int,
        occurrences: [SeriesOccurrence]
    ) {
        self.free = free
        self.clashing = clashing
        self.occurrences = occurrences
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "free! clashing! occurrences!",
        [Int.self, Int.self, [SeriesOccurrence].self])
}

/// An occurrence of a series.
public struct SeriesOccurrence: RatebookRecord {
    /// When.
    public var span: Span
    /// The day that clocks show at its beginning.
    public var day: Day
    /// The time that clocks show at its beginning.
    public var time: String
    /// Its booking, when it is booked.
    public var booking: String?
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        span: Span,
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
        MemoryLayout<Self>.size, "span! day! time! booking? reasons!",
        [Span.self, Day.self, String.self, String.self, [Reason].self])
}

/// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
public struct RescheduleRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The booking.
    public var booking: String
    /// What it takes from now on.
    public var takes: [Take]

    public init(
        now: Date,
        booking: String,
        takes: [Take]
    ) {
        self.now = now
        self.booking = booking
        self.takes = takes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! booking! takes!",
        [Date.self, String.self, [Take].self])
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
    public var now: Date
    /// What the hold is known by. Asked for again with the same takes, the same hold is answered.
    public var key: String
    /// What is held.
    public var takes: [Take]
    /// For so many seconds.
    public var ttlSeconds: Int

    public init(
        now: Date,
        key: String,
        takes: [Take],
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.takes = takes
        self.ttlSeconds = ttlSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! key! takes! ttl_seconds!",
        [Date.self, String.self, [Take].self, Int.self])
}

/// Makes a hold a booking.
public struct ConfirmRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The hold.
    public var key: String
    /// The id of the booking.
    public var booking: String
    /// What a calendar shows.
    public var title: String?
    /// A hold that has expired is booked all the same when its time is still free.
    public var evenIfExpired: Bool

    public init(
        now: Date,
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
        [Date.self, String.self, String.self, String.self, Bool.self])
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
    public var now: Date
    /// The hold.
    public var key: String
    /// For so many seconds from now.
    public var ttlSeconds: Int

    public init(
        now: Date,
        key: String,
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.ttlSeconds = ttlSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! key! ttl_seconds!",
        [Date.self, String.self, Int.self])
}

/// Drops every hold that has expired.
public struct ExpireRequest: RatebookRecord {
    /// The present moment: what expires at it has expired.
    public var now: Date

    public init(
        now: Date
    ) {
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now!",
        [Date.self])
}

/// Blocks time, whatever is booked in it.
public struct BlockRequest: RatebookRecord {
    /// What is blocked. The same again changes nothing.
    public var blocked: Blocked

    public init(
        blocked: Blocked
    ) {
        self.blocked = blocked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "blocked!",
        [Blocked.self])
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
    public var commands: [CalendarCommand]

    public init(
        commands: [CalendarCommand]
    ) {
        self.commands = commands
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "commands!",
        [[CalendarCommand].self])
}

/// Something that changes a calendar.
public enum CalendarCommand: RatebookValue {
    /// Books.
    case book(BookRequest)
    /// Holds.
    case hold(HoldRequest)
    /// Makes a hold a booking.
    case confirm(ConfirmRequest)
    /// Gives a hold up.
    case release(ReleaseRequest)
    /// Lets a hold expire later.
    case extend(ExtendRequest)
    /// Drops holds that have expired.
    case expire(ExpireRequest)
    /// Gives a booking up.
    case cancel(CancelRequest)
    /// Moves a booking.
    case reschedule(RescheduleRequest)
    /// Blocks time.
    case block(BlockRequest)
    /// Makes blocked time free again.
    case unblock(UnblockRequest)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "book hold confirm release extend expire cancel reschedule block unblock") {
        case 0: self = .book(try reader.held())
        case 1: self = .hold(try reader.held())
        case 2: self = .confirm(try reader.held())
        case 3: self = .release(try reader.held())
        case 4: self = .extend(try reader.held())
        case 5: self = .expire(try reader.held())
        case 6: self = .cancel(try reader.held())
        case 7: self = .reschedule(try reader.held())
        case 8: self = .block(try reader.held())
        default: self = .unblock(try reader.held())
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
        }
    }
}

/// What one of many commands did, or why it was refused.
public struct AppliedCommand: RatebookRecord {
    /// What it did.
    public var done: CalendarChange?
    /// Every reason, when it was refused.
    public var error: ErrorReport?

    public init(
        done: CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.done = done
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "done? error?",
        [CalendarChange.self, ErrorReport.self])
}

/// What a command did.
public enum CalendarChange: RatebookValue {
    /// The booking that was made, moved or given up.
    case booking(Booking)
    /// The hold that was placed, extended or given up.
    case hold(Hold)
    /// What is blocked now, or was.
    case blocked(Blocked)
    /// The holds that had expired.
    case expired([Hold])

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "booking hold blocked expired") {
        case 0: self = .booking(try reader.held())
        case 1: self = .hold(try reader.held())
        case 2: self = .blocked(try reader.held())
        default: self = .expired(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .booking(let held): writer.choice("booking", held)
        case .hold(let held): writer.choice("hold", held)
        case .blocked(let held): writer.choice("blocked", held)
        case .expired(let held): writer.choice("expired", held)
        }
    }
}

/// Commands of devices that were offline.
public struct MergeRequest: RatebookRecord {
    /// The commands, in whatever order they came together.
    public var received: [ReceivedCommand]

    public init(
        received: [ReceivedCommand]
    ) {
        self.received = received
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "received!",
        [[ReceivedCommand].self])
}

/// A command as it was received.
public struct ReceivedCommand: RatebookRecord {
    /// What it is known by; of two that were received at the same moment the lower one comes first.
    public var id: String
    /// When the server received it: the moment that it is checked at, whatever the device's clock said.
    public var receivedAt: Date
    /// The command.
    public var command: CalendarCommand

    public init(
        id: String,
        receivedAt: Date,
        command: CalendarCommand
    ) {
        self.id = id
        self.receivedAt = receivedAt
        self.command = command
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! received_at! command!",
        [String.self, Date.self, CalendarCommand.self])
}

/// What became of a received command.
public struct MergedCommand: RatebookRecord {
    /// The command.
    public var id: String
    /// What it did.
    public var done: CalendarChange?
    /// Every reason, when it clashes with what came before it.
    public var error: ErrorReport?

    public init(
        id: String,
        done: CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.id = id
        self.done = done
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! done? error?",
        [String.self, CalendarChange.self, ErrorReport.self])
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
