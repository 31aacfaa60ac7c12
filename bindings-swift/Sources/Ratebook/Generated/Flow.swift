// Written by `cargo xtask generate`.

import Foundation

/// The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML.
public struct MachineDefinition: RatebookRecord {
    /// What it is known by, such as `booking`.
    public var name: String
    /// Its version: an instance says by which it lives.
    public var version: Int
    /// What it is about, for readers.
    public var summary: String?
    /// The state in which everything begins.
    public var initial: String
    /// Whether it has no end: a device is online and offline for ever.
    public var endless: Bool
    /// The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
    /// a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
    public var facts: [String: String]
    /// What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
    /// machine that declares none takes any name, and knows the types of those it counts from and sets itself.
    public var fields: [String: String]
    /// What beginning one asks for and sets.
    public var start: MachineStart?
    /// The states.
    public var states: [MachineState]
    /// The events.
    public var events: [MachineEvent]
    /// What leads where. Of several for one state and event the first whose guard holds counts.
    public var transitions: [MachineTransition]

    public init(
        name: String,
        version: Int = 1,
        summary: String? = nil,
        initial: String,
        endless: Bool = false,
        facts: [String: String] = [:],
        fields: [String: String] = [:],
        start: MachineStart? = nil,
        states: [MachineState],
        events: [MachineEvent],
        transitions: [MachineTransition]
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.initial = initial
        self.endless = endless
        self.facts = facts
        self.fields = fields
        self.start = start
        self.states = states
        self.events = events
        self.transitions = transitions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! version=1 summary? initial! endless-false facts-{} fields-{} start? states! events! transitions!",
        [String.self, Int.self, String.self, String.self, Bool.self, [String: String].self, [String: String].self, MachineStart.self, [MachineState].self, [MachineEvent].self, [MachineTransition].self])
}

/// What beginning an instance asks for and sets.
public struct MachineStart: RatebookRecord {
    /// Fields that must be given with it: what is owed, when it begins.
    public var requires: [String]
    /// The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there.
    public var `guard`: String?
    /// Fields of the instance that it sets.
    public var stamps: [String: MachineStamp]
    /// Fields that it sets, each to the value of an expression over what is given and `now`.
    public var sets: [String: String]
    /// What the host is to carry out.
    public var effects: [MachineEffect]

    public init(
        requires: [String] = [],
        `guard`: String? = nil,
        stamps: [String: MachineStamp] = [:],
        sets: [String: String] = [:],
        effects: [MachineEffect] = []
    ) {
        self.requires = requires
        self.guard = `guard`
        self.stamps = stamps
        self.sets = sets
        self.effects = effects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requires-[] guard? stamps-{} sets-{} effects-[]",
        [[String].self, String.self, [String: MachineStamp].self, [String: String].self, [MachineEffect].self])
}

/// What a field is set to.
public enum MachineStamp: String, RatebookValue, CaseIterable {
    /// The moment of the event.
    case now = "now"
    /// The moment of the event, unless it is set already.
    case nowOnce = "now_once"
    /// Who did it.
    case actor = "actor"
    /// What was given with the event under the same name; what was before when nothing was.
    case given = "given"
    /// Nothing any more.
    case cleared = "cleared"
}

/// Something for the host to carry out: it is told, never done here.
public struct MachineEffect: RatebookRecord {
    /// What, such as `send_email`.
    public var name: String
    /// With what.
    public var with: [String: JSON]

    public init(
        name: String,
        with: [String: JSON] = [:]
    ) {
        self.name = name
        self.with = with
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! with-{}",
        [String.self, [String: JSON].self])
}

/// A state.
public struct MachineState: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?
    /// Whether nothing can happen any more.
    public var terminal: Bool
    /// How it stands in this state.
    public var standing: MachineStanding?

    public init(
        name: String,
        label: String? = nil,
        terminal: Bool = false,
        standing: MachineStanding? = nil
    ) {
        self.name = name
        self.label = label
        self.terminal = terminal
        self.standing = standing
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? terminal-false standing?",
        [String.self, String.self, Bool.self, MachineStanding.self])
}

/// How something stands: what a rule refused, what waits for the outside and what the outside broke are different things.
public enum MachineStanding: String, RatebookValue, CaseIterable {
    /// As it should.
    case open = "open"
    /// The outside has to answer: a gateway, a router, a customer.
    case pending = "pending"
    /// A rule or a person refused it.
    case failed = "failed"
    /// The outside broke.
    case errored = "errored"
}

/// An event.
public struct MachineEvent: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?

    public init(
        name: String,
        label: String? = nil
    ) {
        self.name = name
        self.label = label
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label?",
        [String.self, String.self])
}

/// What leads from a state to another.
public struct MachineTransition: RatebookRecord {
    /// The states it leads from; `["*"]` for each that has not ended and is not the one it leads to.
    public var from: [String]
    /// What happens.
    public var event: String
    /// The state it leads to.
    public var to: String
    /// The condition under which it does.
    public var `guard`: String?
    /// Fields that must be given with the event: a reason, a payment's reference.
    public var requires: [String]
    /// Fields of the instance that it sets.
    public var stamps: [String: MachineStamp]
    /// Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
    /// `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
    public var sets: [String: String]
    /// Who may: the permission that the actor must hold.
    public var permission: String?
    /// What the host is to carry out.
    public var effects: [MachineEffect]
    /// When it is due by itself. Nobody can make it happen earlier, and from then on it has happened.
    public var after: MachineTimer?
    /// The moment from which on it is possible.
    public var notBefore: MachineTimer?
    /// The last moment at which it is possible.
    public var notAfter: MachineTimer?

    public init(
        from: [String],
        event: String,
        to: String,
        `guard`: String? = nil,
        requires: [String] = [],
        stamps: [String: MachineStamp] = [:],
        sets: [String: String] = [:],
        permission: String? = nil,
        effects: [MachineEffect] = [],
        after: MachineTimer? = nil,
        notBefore: MachineTimer? = nil,
        notAfter: MachineTimer? = nil
    ) {
        self.from = from
        self.event = event
        self.to = to
        self.guard = `guard`
        self.requires = requires
        self.stamps = stamps
        self.sets = sets
        self.permission = permission
        self.effects = effects
        self.after = after
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "from! event! to! guard? requires-[] stamps-{} sets-{} permission? effects-[] after? not_before? not_after?",
        [[String].self, String.self, String.self, String.self, [String].self, [String: MachineStamp].self, [String: String].self, String.self, [MachineEffect].self, MachineTimer.self, MachineTimer.self, MachineTimer.self])
}

/// A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds.
public struct MachineTimer: RatebookRecord {
    /// Days of 24 hours.
    public var days: Int?
    /// Hours.
    public var hours: Int?
    /// Minutes.
    public var minutes: Int?
    /// Seconds.
    public var seconds: Int?
    /// The field of the instance that holds the moment it is counted from; without it, when the state was entered.
    public var field: String?
    /// The field of the instance that holds the moment it lies before, in place of `field`.
    public var before: String?

    public init(
        days: Int? = nil,
        hours: Int? = nil,
        minutes: Int? = nil,
        seconds: Int? = nil,
        field: String? = nil,
        before: String? = nil
    ) {
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.field = field
        self.before = before
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days? hours? minutes? seconds? field? before?",
        [Int.self, Int.self, Int.self, Int.self, String.self, String.self])
}

/// The machines that come with the engine are asked for.
public struct MachinesRequest: RatebookRecord {
    /// Only the one of that name; all when not given.
    public var name: String?

    public init(
        name: String? = nil
    ) {
        self.name = name
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name?",
        [String.self])
}

/// An attempt failed: when is the next one?
public struct RetryRequest: RatebookRecord {
    /// The rule.
    public var policy: RetryPolicy
    /// Which attempt failed; the first one is 1.
    public var attempt: Int
    /// When it failed.
    public var failedAt: Date
    /// When the first one failed, for delays that count from there.
    public var firstFailedAt: Date?
    /// Whether trying again is useless: the address does not exist, the card was cancelled.
    public var permanent: Bool
    /// A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    public var random: Decimal?

    public init(
        policy: RetryPolicy,
        attempt: Int,
        failedAt: Date,
        firstFailedAt: Date? = nil,
        permanent: Bool = false,
        random: Decimal? = nil
    ) {
        self.policy = policy
        self.attempt = attempt
        self.failedAt = failedAt
        self.firstFailedAt = firstFailedAt
        self.permanent = permanent
        self.random = random
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "policy! attempt! failed_at! first_failed_at? permanent-false random?",
        [RetryPolicy.self, Int.self, Date.self, Date.self, Bool.self, Decimal.self])
}

/// When something that failed is tried again: a mail, a delivery, a charge.
public struct RetryPolicy: RatebookRecord {
    /// How long to wait before the second attempt, the third and so on.
    public var delaysSeconds: [Int]
    /// When there are more attempts than delays: each further delay is the one before it times this.
    public var factor: Int
    /// How many attempts in all, the first one included; one more than there are delays when not given.
    public var attempts: Int?
    /// The longest delay.
    public var mostSeconds: Int
    /// By how much a delay is shorter or longer at most, so that not everything is tried at once.
    public var jitterPercent: Int
    /// Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it.
    public var fromFirstFailure: Bool

    public init(
        delaysSeconds: [Int],
        factor: Int = 1,
        attempts: Int? = nil,
        mostSeconds: Int = 31536000,
        jitterPercent: Int = 0,
        fromFirstFailure: Bool = false
    ) {
        self.delaysSeconds = delaysSeconds
        self.factor = factor
        self.attempts = attempts
        self.mostSeconds = mostSeconds
        self.jitterPercent = jitterPercent
        self.fromFirstFailure = fromFirstFailure
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "delays_seconds! factor=1 attempts? most_seconds=31536000 jitter_percent=0 from_first_failure-false",
        [[Int].self, Int.self, Int.self, Int.self, Int.self, Bool.self])
}

/// The next attempt, or why there is none.
public struct NextAttempt: RatebookRecord {
    /// Which attempt is next.
    public var attempt: Int?
    /// When.
    public var at: Date?
    /// Why there is none.
    public var over: RetryOver?

    public init(
        attempt: Int? = nil,
        at: Date? = nil,
        over: RetryOver? = nil
    ) {
        self.attempt = attempt
        self.at = at
        self.over = over
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "attempt? at? over?",
        [Int.self, Date.self, RetryOver.self])
}

/// Why something is not tried again.
public enum RetryOver: String, RatebookValue, CaseIterable {
    /// It would fail again.
    case permanent = "permanent"
    /// That was the last attempt.
    case exhausted = "exhausted"
}

/// New samples: does the alert open or clear?
public struct AlertRequest: RatebookRecord {
    /// The rule.
    public var rule: AlertRule
    /// What the last answer gave; nothing the first time.
    public var state: AlertState?
    /// The samples, in order of time. Those not later than the last one that was looked at are left out.
    public var samples: [AlertSample]?
    /// The present moment.
    public var now: Date

    public init(
        rule: AlertRule,
        state: AlertState? = nil,
        samples: [AlertSample]? = nil,
        now: Date
    ) {
        self.rule = rule
        self.state = state
        self.samples = samples
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "rule! state? samples? now!",
        [AlertRule.self, AlertState.self, [AlertSample].self, Date.self])
}

/// When a figure is worth an alert.
public struct AlertRule: RatebookRecord {
    /// How the value compares with the threshold when all is not well.
    public var comparison: AlertComparison
    /// The threshold.
    public var threshold: Decimal
    /// For how many minutes it must be so.
    public var minutes: Int
    /// How grave it is, as the host calls it.
    public var severity: String?

    public init(
        comparison: AlertComparison,
        threshold: Decimal,
        minutes: Int = 0,
        severity: String? = nil
    ) {
        self.comparison = comparison
        self.threshold = threshold
        self.minutes = minutes
        self.severity = severity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "comparison! threshold! minutes=0 severity?",
        [AlertComparison.self, Decimal.self, Int.self, String.self])
}

/// How a value compares with a threshold.
public enum AlertComparison: String, RatebookValue, CaseIterable {
    /// It is more.
    case above = "above"
    /// It is as much or more.
    case atLeast = "at_least"
    /// It is less.
    case below = "below"
    /// It is as much or less.
    case atMost = "at_most"
}

/// What an alert rule remembers between two questions.
public struct AlertState: RatebookRecord {
    /// The last sample that was looked at.
    public var last: AlertSample?
    /// Since when the value is beyond the threshold.
    public var beyondSince: Date?
    /// Since when the alert is open.
    public var openSince: Date?

    public init(
        last: AlertSample? = nil,
        beyondSince: Date? = nil,
        openSince: Date? = nil
    ) {
        self.last = last
        self.beyondSince = beyondSince
        self.openSince = openSince
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "last? beyond_since? open_since?",
        [AlertSample.self, Date.self, Date.self])
}

/// A value at a moment. It lasts until the next one.
public struct AlertSample: RatebookRecord {
    /// When it was measured.
    public var at: Date
    /// The value.
    public var value: Decimal

    public init(
        at: Date,
        value: Decimal
    ) {
        self.at = at
        self.value = value
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at! value!",
        [Date.self, Decimal.self])
}

/// What became of an alert.
public struct Alerted: RatebookRecord {
    /// What is to be given with the next samples.
    public var state: AlertState
    /// What happened, in order: the alert opens once, stays open, and clears once.
    public var changes: [AlertChange]

    public init(
        state: AlertState,
        changes: [AlertChange]
    ) {
        self.state = state
        self.changes = changes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! changes!",
        [AlertState.self, [AlertChange].self])
}

/// An alert that opened or cleared.
public struct AlertChange: RatebookRecord {
    /// Whether it opened; it cleared otherwise.
    public var opened: Bool
    /// When.
    public var at: Date
    /// The value at that moment.
    public var value: Decimal
    /// How grave it is.
    public var severity: String?

    public init(
        opened: Bool,
        at: Date,
        value: Decimal,
        severity: String? = nil
    ) {
        self.opened = opened
        self.at = at
        self.value = value
        self.severity = severity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "opened! at! value! severity?",
        [Bool.self, Date.self, Decimal.self, String.self])
}

/// Something begins to live by the machine.
public struct StartRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// What it is known by.
    public var id: String?
    /// Who began it.
    public var actor: String?
    /// What is recorded of it from the beginning.
    public var fields: [String: JSON]

    public init(
        now: Date,
        id: String? = nil,
        actor: String? = nil,
        fields: [String: JSON] = [:]
    ) {
        self.now = now
        self.id = id
        self.actor = actor
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! id? actor? fields-{}",
        [Date.self, String.self, String.self, [String: JSON].self])
}

/// What an event did.
public struct MachineFired: RatebookRecord {
    /// The instance as it is now.
    public var instance: MachineInstance
    /// How it stands.
    public var standing: MachineStanding
    /// Whether it has ended.
    public var terminal: Bool
    /// What the host is to carry out.
    public var effects: [MachineEffect]
    /// What to keep of it.
    public var record: MachineRecord
    /// What had happened by itself before it, in order: to be kept and carried out first.
    public var settled: [MachineSettled]

    public init(
        instance: MachineInstance,
        standing: MachineStanding,
        terminal: Bool,
        effects: [MachineEffect],
        record: MachineRecord,
        settled: [MachineSettled] = []
    ) {
        self.instance = instance
        self.standing = standing
        self.terminal = terminal
        self.effects = effects
        self.record = record
        self.settled = settled
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instance! standing! terminal! effects! record! settled-[]",
        [MachineInstance.self, MachineStanding.self, Bool.self, [MachineEffect].self, MachineRecord.self, [MachineSettled].self])
}

/// Something that lives by a machine: plain data, to be kept by the host.
public struct MachineInstance: RatebookRecord {
    /// The machine's name.
    public var machine: String
    /// The machine's version.
    public var machineVersion: Int
    /// What it is known by.
    public var id: String?
    /// The state it is in.
    public var state: String
    /// How often something happened to it: what tells two writers apart.
    public var version: Int
    /// When it came into its state.
    public var enteredAt: Date
    /// What was recorded of it.
    public var fields: [String: JSON]

    public init(
        machine: String,
        machineVersion: Int,
        id: String? = nil,
        state: String,
        version: Int,
        enteredAt: Date,
        fields: [String: JSON] = [:]
    ) {
        self.machine = machine
        self.machineVersion = machineVersion
        self.id = id
        self.state = state
        self.version = version
        self.enteredAt = enteredAt
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "machine! machine_version! id? state! version! entered_at! fields-{}",
        [String.self, Int.self, String.self, String.self, Int.self, Date.self, [String: JSON].self])
}

/// What happened, to be kept by the host: the history from which an instance can be made again.
public struct MachineRecord: RatebookRecord {
    /// The instance's version after it.
    public var version: Int
    /// What happened; nothing for the beginning.
    public var event: String?
    /// The state before; none for the beginning.
    public var before: String?
    /// The state after.
    public var after: String
    /// When.
    public var at: Date
    /// Who.
    public var actor: String?
    /// What was given with it.
    public var given: [String: JSON]
    /// What it set; `null` for what it cleared.
    public var changed: [String: JSON]

    public init(
        version: Int,
        event: String? = nil,
        before: String? = nil,
        after: String,
        at: Date,
        actor: String? = nil,
        given: [String: JSON] = [:],
        changed: [String: JSON] = [:]
    ) {
        self.version = version
        self.event = event
        self.before = before
        self.after = after
        self.at = at
        self.actor = actor
        self.given = given
        self.changed = changed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "version! event? before? after! at! actor? given-{} changed-{}",
        [Int.self, String.self, String.self, String.self, Date.self, String.self, [String: JSON].self, [String: JSON].self])
}

/// What happened by itself before the event: a timer had run out, and nobody had fired it.
public struct MachineSettled: RatebookRecord {
    /// What to keep of it; it happened when it was due.
    public var record: MachineRecord
    /// What the host is to carry out.
    public var effects: [MachineEffect]

    public init(
        record: MachineRecord,
        effects: [MachineEffect] = []
    ) {
        self.record = record
        self.effects = effects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! effects-[]",
        [MachineRecord.self, [MachineEffect].self])
}

/// An event happens to an instance.
public struct FireRequest: RatebookRecord {
    /// The instance as it is.
    public var instance: MachineInstance
    /// What happens.
    public var event: String
    /// The present moment.
    public var now: Date
    /// Who does it.
    public var actor: String?
    /// What the actor may do, such as `bookings:*`; `*` for a job of the system.
    public var permissions: [String]
    /// The facts that guards look at. What is given with the event and what was recorded of the instance are facts too.
    public var facts: [String: JSON]
    /// What is given with the event: a reason, a payment's reference.
    public var given: [String: JSON]
    /// The version that the actor saw; another one is refused.
    public var expectedVersion: Int?

    public init(
        instance: MachineInstance,
        event: String,
        now: Date,
        actor: String? = nil,
        permissions: [String] = [],
        facts: [String: JSON] = [:],
        given: [String: JSON] = [:],
        expectedVersion: Int? = nil
    ) {
        self.instance = instance
        self.event = event
        self.now = now
        self.actor = actor
        self.permissions = permissions
        self.facts = facts
        self.given = given
        self.expectedVersion = expectedVersion
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instance! event! now! actor? permissions-[] facts-{} given-{} expected_version?",
        [MachineInstance.self, String.self, Date.self, String.self, [String].self, [String: JSON].self, [String: JSON].self, Int.self])
}

/// Events of many instances, each for itself.
public struct FireAllRequest: RatebookRecord {
    /// The events.
    public var events: [FireRequest]

    public init(
        events: [FireRequest]
    ) {
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "events!",
        [[FireRequest].self])
}

/// What came of one event among many.
public struct MachineAttempt: RatebookRecord {
    /// What it did.
    public var fired: MachineFired?
    /// Why it did nothing.
    public var error: ErrorReport?

    public init(
        fired: MachineFired? = nil,
        error: ErrorReport? = nil
    ) {
        self.fired = fired
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fired? error?",
        [MachineFired.self, ErrorReport.self])
}

/// Where an event leads, asked with names alone.
public struct StepRequest: RatebookRecord {
    /// The state.
    public var state: String
    /// The event.
    public var event: String
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        state: String,
        event: String,
        facts: [String: JSON] = [:]
    ) {
        self.state = state
        self.event = event
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! event! facts-{}",
        [String.self, String.self, [String: JSON].self])
}

/// Where an event leads.
public struct MachineStep: RatebookRecord {
    /// The state after it.
    public var state: String
    /// Whether that is an end.
    public var terminal: Bool

    public init(
        state: String,
        terminal: Bool
    ) {
        self.state = state
        self.terminal = terminal
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! terminal!",
        [String.self, Bool.self])
}

/// What may happen next?
public struct AllowedRequest: RatebookRecord {
    /// The instance as it is.
    public var instance: MachineInstance
    /// The present moment; without it, when the instance came into its state.
    public var now: Date?
    /// What the actor may do, such as `bookings:*`.
    public var permissions: [String]
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        instance: MachineInstance,
        now: Date? = nil,
        permissions: [String] = [],
        facts: [String: JSON] = [:]
    ) {
        self.instance = instance
        self.now = now
        self.permissions = permissions
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instance! now? permissions-[] facts-{}",
        [MachineInstance.self, Date.self, [String].self, [String: JSON].self])
}

/// An event, whether it may happen, and why not.
public struct MachineChoice: RatebookRecord {
    /// The event.
    public var event: String
    /// What people read.
    public var label: String?
    /// Whether it may happen.
    public var open: Bool
    /// The state it would lead to.
    public var leadsTo: String?
    /// What has to be given with it.
    public var requires: [String]
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        event: String,
        label: String? = nil,
        open: Bool,
        leadsTo: String? = nil,
        requires: [String],
        reasons: [Reason]
    ) {
        self.event = event
        self.label = label
        self.open = open
        self.leadsTo = leadsTo
        self.requires = requires
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "event! label? open! leads_to? requires! reasons!",
        [String.self, String.self, Bool.self, String.self, [String].self, [Reason].self])
}

/// Which timers have run out?
public struct DueRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// The instances.
    public var instances: [MachineInstance]

    public init(
        now: Date,
        instances: [MachineInstance]
    ) {
        self.now = now
        self.instances = instances
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! instances!",
        [Date.self, [MachineInstance].self])
}

/// The timers of many instances.
public struct MachineTimers: RatebookRecord {
    /// What has run out, in order of time.
    public var due: [MachineDue]
    /// When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend.
    public var nextAt: Date?

    public init(
        due: [MachineDue],
        nextAt: Date? = nil
    ) {
        self.due = due
        self.nextAt = nextAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "due! next_at?",
        [[MachineDue].self, Date.self])
}

/// A timer that has run out: fire its event.
public struct MachineDue: RatebookRecord {
    /// The place of the instance in the request.
    public var place: Int
    /// What the instance is known by.
    public var id: String?
    /// What happens.
    public var event: String
    /// When the timer ran out.
    public var at: Date

    public init(
        place: Int,
        id: String? = nil,
        event: String,
        at: Date
    ) {
        self.place = place
        self.id = id
        self.event = event
        self.at = at
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "place! id? event! at!",
        [Int.self, String.self, String.self, Date.self])
}

/// An instance is to be made again from its history.
public struct ReplayRequest: RatebookRecord {
    /// What it is known by.
    public var id: String?
    /// Everything that happened, from the beginning.
    public var history: [MachineRecord]

    public init(
        id: String? = nil,
        history: [MachineRecord]
    ) {
        self.id = id
        self.history = history
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id? history!",
        [String.self, [MachineRecord].self])
}

/// A picture of the machine.
public struct DiagramRequest: RatebookRecord {
    /// As what.
    public var drawing: MachineDrawing
    /// The state that is marked as the present one.
    public var state: String?

    public init(
        drawing: MachineDrawing,
        state: String? = nil
    ) {
        self.drawing = drawing
        self.state = state
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "drawing! state?",
        [MachineDrawing.self, String.self])
}

/// The language of a picture.
public enum MachineDrawing: String, RatebookValue, CaseIterable {
    /// Mermaid, which Markdown pages draw.
    case mermaid = "mermaid"
    /// DOT, which Graphviz draws.
    case dot = "dot"
}

/// The shortest ways to every state are asked for.
public struct PathsRequest: RatebookRecord {

    public init(
    ) {
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "",
        [])
}

/// The shortest way to a state.
public struct MachinePath: RatebookRecord {
    /// The state.
    public var state: String
    /// The events that lead there from the initial state.
    public var events: [String]

    public init(
        state: String,
        events: [String]
    ) {
        self.state = state
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! events!",
        [String.self, [String].self])
}
