// Written by `cargo xtask generate`.

import Foundation

extension Deadlines {
/// By when something is due, in which hours time counts, and who is told when it is late.
public struct DeadlinePolicyDefinition: RatebookRecord {
    /// The hours and days in which time counts; around the clock when not given.
    public var calendar: Time.BusinessCalendar?
    /// The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
    /// deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
    /// `resolution`.
    public var priorities: [String: [String: Int]]?
    /// What meets a target. An event that has the target's own name always does.
    public var targets: [String: Deadlines.DeadlineTarget]
    /// The states in which time does not count, such as `waiting_customer`.
    public var pausesIn: [String]
    /// The percentages of its time at which a target warns.
    public var warnAtPercent: [Int]
    /// Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
    /// senior management and the chief executive.
    public var escalation: [Deadlines.DeadlineLevel]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        calendar: Time.BusinessCalendar? = nil,
        priorities: [String: [String: Int]]? = nil,
        targets: [String: Deadlines.DeadlineTarget] = [:],
        pausesIn: [String] = [],
        warnAtPercent: [Int] = [],
        escalation: [Deadlines.DeadlineLevel]? = nil
    ) {
        self.calendar = calendar
        self.priorities = priorities
        self.targets = targets
        self.pausesIn = pausesIn
        self.warnAtPercent = warnAtPercent
        self.escalation = escalation
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar? priorities? targets-{} pauses_in-[] warn_at_percent-[] escalation? *",
        [Time.BusinessCalendar.self, [String: [String: Int]].self, [String: Deadlines.DeadlineTarget].self, [String].self, [Int].self, [Deadlines.DeadlineLevel].self, [String: JSON].self])
}

/// What meets a target.
public struct DeadlineTarget: RatebookRecord {
    /// The states and events that meet it; the first one counts.
    public var metBy: [String]
    /// The states and events after which it is no longer met. Its time goes on where it stood when it was met.
    public var reopenedBy: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        metBy: [String] = [],
        reopenedBy: [String] = []
    ) {
        self.metBy = metBy
        self.reopenedBy = reopenedBy
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "met_by-[] reopened_by-[] *",
        [[String].self, [String].self, [String: JSON].self])
}

/// A level of escalation.
public struct DeadlineLevel: RatebookRecord {
    /// Who is told, such as `manager`.
    public var name: String
    /// So many minutes after the deadline, counted as the deadline is.
    public var afterMinutes: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        afterMinutes: Int
    ) {
        self.name = name
        self.afterMinutes = afterMinutes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! after_minutes! *",
        [String.self, Int.self, [String: JSON].self])
}

/// Where does a case stand?
public struct DeadlineTrackRequest: RatebookRecord {
    /// The case.
    public var tracked: Deadlines.DeadlineCase
    /// The present moment. What the history tells of later moments is left out, so that any moment can be asked for.
    public var now: Instant

    public init(
        tracked: Deadlines.DeadlineCase,
        now: Instant
    ) {
        self.tracked = tracked
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tracked! now!",
        [Deadlines.DeadlineCase.self, Instant.self])
}

/// A ticket, an enquiry, a lead: when it came, and what happened since.
public struct DeadlineCase: RatebookRecord {
    /// When it came.
    public var receivedAt: Instant
    /// The priority with which it came.
    public var priority: String
    /// Who had it from the beginning.
    public var agent: String?
    /// What happened since; by the order of its moments, and of the list where they are the same.
    public var history: [Deadlines.DeadlineEntry]
    /// The warnings that were given, by target, so that none is given twice: their percentages.
    public var warned: [String: [Int]]
    /// The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1.
    public var escalated: [String: [Int]]

    public init(
        receivedAt: Instant,
        priority: String,
        agent: String? = nil,
        history: [Deadlines.DeadlineEntry] = [],
        warned: [String: [Int]] = [:],
        escalated: [String: [Int]] = [:]
    ) {
        self.receivedAt = receivedAt
        self.priority = priority
        self.agent = agent
        self.history = history
        self.warned = warned
        self.escalated = escalated
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "received_at! priority! agent? history-[] warned-{} escalated-{}",
        [Instant.self, String.self, String.self, [Deadlines.DeadlineEntry].self, [String: [Int]].self, [String: [Int]].self])
}

/// Something that happened: one field of it or several.
public struct DeadlineEntry: RatebookRecord {
    /// When.
    public var at: Instant
    /// The state that it came to.
    public var state: String?
    /// The event, such as `first_reply`.
    public var event: String?
    /// The priority that it was given: its time counts from the beginning.
    public var priority: String?
    /// Who has it from now on.
    public var agent: String?

    public init(
        at: Instant,
        state: String? = nil,
        event: String? = nil,
        priority: String? = nil,
        agent: String? = nil
    ) {
        self.at = at
        self.state = state
        self.event = event
        self.priority = priority
        self.agent = agent
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at! state? event? priority? agent?",
        [Instant.self, String.self, String.self, String.self, String.self])
}

/// Where a case stands.
public struct TrackedDeadlines: RatebookRecord {
    /// Every target that the case's priority has a deadline for, by name.
    public var targets: [Deadlines.DeadlineStanding]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        targets: [Deadlines.DeadlineStanding]
    ) {
        self.targets = targets
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "targets! *",
        [[Deadlines.DeadlineStanding].self, [String: JSON].self])
}

/// Where a target stands. All seconds are those in which its time ran: of business, and not paused.
public struct DeadlineStanding: RatebookRecord {
    /// Its name.
    public var target: String
    /// The priority that it is measured by: the present one, or that of the moment at which it was met.
    public var priority: String
    /// When it is due, or was: by the pauses so far, and when it is paused as if time ran again now.
    public var dueAt: Instant
    /// The seconds that are left; none when it is late.
    public var remainingSeconds: Int
    /// The seconds that it is late by, or was when it was met; nothing when it is in time.
    public var breachedBySeconds: Int?
    /// When it was met.
    public var metAt: Instant?
    /// The seconds that it took.
    public var metInSeconds: Int?
    /// Whether its time stands still.
    public var paused: Bool
    /// The warnings reached, by percentage.
    public var warnings: [Deadlines.DeadlineNotice]
    /// The levels of escalation reached, from 1.
    public var levels: [Deadlines.DeadlineNotice]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        target: String,
        priority: String,
        dueAt: Instant,
        remainingSeconds: Int,
        breachedBySeconds: Int? = nil,
        metAt: Instant? = nil,
        metInSeconds: Int? = nil,
        paused: Bool,
        warnings: [Deadlines.DeadlineNotice],
        levels: [Deadlines.DeadlineNotice]
    ) {
        self.target = target
        self.priority = priority
        self.dueAt = dueAt
        self.remainingSeconds = remainingSeconds
        self.breachedBySeconds = breachedBySeconds
        self.metAt = metAt
        self.metInSeconds = metInSeconds
        self.paused = paused
        self.warnings = warnings
        self.levels = levels
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "target! priority! due_at! remaining_seconds! breached_by_seconds? met_at? met_in_seconds? paused! warnings! levels! *",
        [String.self, String.self, Instant.self, Int.self, Int.self, Instant.self, Int.self, Bool.self, [Deadlines.DeadlineNotice].self, [Deadlines.DeadlineNotice].self, [String: JSON].self])
}

/// A warning or a level of escalation that was reached.
public struct DeadlineNotice: RatebookRecord {
    /// The percentage of a warning; the number of a level, from 1.
    public var number: Int
    /// Who is told, of a level.
    public var name: String?
    /// When it was reached.
    public var at: Instant
    /// Whether it has not been told yet.
    public var due: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        number: Int,
        name: String? = nil,
        at: Instant,
        due: Bool
    ) {
        self.number = number
        self.name = name
        self.at = at
        self.due = due
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! name? at! due! *",
        [Int.self, String.self, Instant.self, Bool.self, [String: JSON].self])
}

/// How well were deadlines kept?
public struct DeadlineComplianceRequest: RatebookRecord {
    /// The cases; those that were received in the period count.
    public var cases: [Deadlines.DeadlineCase]
    /// The period.
    public var period: Time.Span
    /// The present moment.
    public var now: Instant
    /// By what the figures are kept apart, beside the target.
    public var by: [Deadlines.DeadlineGrouping]

    public init(
        cases: [Deadlines.DeadlineCase],
        period: Time.Span,
        now: Instant,
        by: [Deadlines.DeadlineGrouping] = []
    ) {
        self.cases = cases
        self.period = period
        self.now = now
        self.by = by
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "cases! period! now! by-[]",
        [[Deadlines.DeadlineCase].self, Time.Span.self, Instant.self, [Deadlines.DeadlineGrouping].self])
}

/// By what figures are kept apart.
public struct DeadlineGrouping: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The present priority, or that of the moment at which the target was met.
    public static var priority: Self { Self(word: "priority") }
    /// Who has the case, or had it when the target was met.
    public static var agent: Self { Self(word: "agent") }

    public static var words: StaticString { "priority agent" }
}

/// How well a target's deadlines were kept. Each case is met in time, breached or still open.
public struct DeadlineFigures: RatebookRecord {
    /// The target.
    public var target: String
    /// The priority, when figures are kept apart by it.
    public var priority: String?
    /// The agent, when figures are kept apart by them; nothing for what nobody has.
    public var agent: String?
    /// How many cases have the deadline.
    public var counted: Int
    /// How many were met in time.
    public var metInTime: Int
    /// How many were met too late, or are late and not met.
    public var breached: Int
    /// How many are neither met nor late.
    public var stillOpen: Int
    /// The percentage met in time of those met or late, to two digits; nothing when there is none.
    public var percent: Amount?
    /// The seconds of its time that it took to meet it, in the mean; nothing when none was met.
    public var meanSeconds: Int?
    /// The seconds that the slowest took.
    public var longestSeconds: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        target: String,
        priority: String? = nil,
        agent: String? = nil,
        counted: Int,
        metInTime: Int,
        breached: Int,
        stillOpen: Int,
        percent: Amount? = nil,
        meanSeconds: Int? = nil,
        longestSeconds: Int? = nil
    ) {
        self.target = target
        self.priority = priority
        self.agent = agent
        self.counted = counted
        self.metInTime = metInTime
        self.breached = breached
        self.stillOpen = stillOpen
        self.percent = percent
        self.meanSeconds = meanSeconds
        self.longestSeconds = longestSeconds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "target! priority? agent? counted! met_in_time! breached! still_open! percent? mean_seconds? longest_seconds? *",
        [String.self, String.self, String.self, Int.self, Int.self, Int.self, Int.self, Amount.self, Int.self, Int.self, [String: JSON].self])
}
}
