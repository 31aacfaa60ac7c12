// Written by `cargo xtask generate`.

import Foundation

extension Flow {
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
    public var start: Flow.MachineStart?
    /// The states.
    public var states: [Flow.MachineState]
    /// The events.
    public var events: [Flow.MachineEvent]
    /// What leads where. Of several for one state and event the first whose guard holds counts.
    public var transitions: [Flow.MachineTransition]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        version: Int = 1,
        summary: String? = nil,
        initial: String,
        endless: Bool = false,
        facts: [String: String] = [:],
        fields: [String: String] = [:],
        start: Flow.MachineStart? = nil,
        states: [Flow.MachineState],
        events: [Flow.MachineEvent],
        transitions: [Flow.MachineTransition]
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
        MemoryLayout<Self>.size, "name! version=1 summary? initial! endless-false facts-{} fields-{} start? states! events! transitions! *",
        [String.self, Int.self, String.self, String.self, Bool.self, [String: String].self, [String: String].self, Flow.MachineStart.self, [Flow.MachineState].self, [Flow.MachineEvent].self, [Flow.MachineTransition].self, [String: JSON].self])
}

/// What beginning an instance asks for and sets.
public struct MachineStart: RatebookRecord {
    /// Fields that must be given with it: what is owed, when it begins.
    public var requires: [String]
    /// The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there.
    public var `guard`: String?
    /// Fields of the instance that it sets.
    public var stamps: [String: Flow.MachineStamp]
    /// Fields that it sets, each to the value of an expression over what is given and `now`.
    public var sets: [String: String]
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        requires: [String] = [],
        `guard`: String? = nil,
        stamps: [String: Flow.MachineStamp] = [:],
        sets: [String: String] = [:],
        effects: [Flow.MachineEffect] = []
    ) {
        self.requires = requires
        self.guard = `guard`
        self.stamps = stamps
        self.sets = sets
        self.effects = effects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requires-[] guard? stamps-{} sets-{} effects-[] *",
        [[String].self, String.self, [String: Flow.MachineStamp].self, [String: String].self, [Flow.MachineEffect].self, [String: JSON].self])
}

/// What a field is set to.
public struct MachineStamp: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The moment of the event.
    public static var now: Self { Self(word: "now") }
    /// The moment of the event, unless it is set already.
    public static var nowOnce: Self { Self(word: "now_once") }
    /// Who did it.
    public static var actor: Self { Self(word: "actor") }
    /// What was given with the event under the same name; what was before when nothing was.
    public static var given: Self { Self(word: "given") }
    /// Nothing any more.
    public static var cleared: Self { Self(word: "cleared") }

    public static var words: StaticString { "now now_once actor given cleared" }
}

/// Something for the host to carry out: it is told, never done here.
public struct MachineEffect: RatebookRecord {
    /// What, such as `send_email`.
    public var name: String
    /// With what.
    public var with: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        with: [String: JSON] = [:]
    ) {
        self.name = name
        self.with = with
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! with-{} *",
        [String.self, [String: JSON].self, [String: JSON].self])
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
    public var standing: Flow.MachineStanding?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        terminal: Bool = false,
        standing: Flow.MachineStanding? = nil
    ) {
        self.name = name
        self.label = label
        self.terminal = terminal
        self.standing = standing
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? terminal-false standing? *",
        [String.self, String.self, Bool.self, Flow.MachineStanding.self, [String: JSON].self])
}

/// How something stands: what a rule refused, what waits for the outside and what the outside broke are different things.
public struct MachineStanding: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// As it should.
    public static var open: Self { Self(word: "open") }
    /// The outside has to answer: a gateway, a router, a customer.
    public static var pending: Self { Self(word: "pending") }
    /// A rule or a person refused it.
    public static var failed: Self { Self(word: "failed") }
    /// The outside broke.
    public static var errored: Self { Self(word: "errored") }

    public static var words: StaticString { "open pending failed errored" }
}

/// An event.
public struct MachineEvent: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil
    ) {
        self.name = name
        self.label = label
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? *",
        [String.self, String.self, [String: JSON].self])
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
    public var stamps: [String: Flow.MachineStamp]
    /// Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
    /// `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
    public var sets: [String: String]
    /// Who may: the permission that the actor must hold.
    public var permission: String?
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// When it is due by itself. Nobody can make it happen earlier, and from then on it has happened.
    public var after: Flow.MachineTimer?
    /// The moment from which on it is possible.
    public var notBefore: Flow.MachineTimer?
    /// The last moment at which it is possible.
    public var notAfter: Flow.MachineTimer?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        from: [String],
        event: String,
        to: String,
        `guard`: String? = nil,
        requires: [String] = [],
        stamps: [String: Flow.MachineStamp] = [:],
        sets: [String: String] = [:],
        permission: String? = nil,
        effects: [Flow.MachineEffect] = [],
        after: Flow.MachineTimer? = nil,
        notBefore: Flow.MachineTimer? = nil,
        notAfter: Flow.MachineTimer? = nil
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
        MemoryLayout<Self>.size, "from! event! to! guard? requires-[] stamps-{} sets-{} permission? effects-[] after? not_before? not_after? *",
        [[String].self, String.self, String.self, String.self, [String].self, [String: Flow.MachineStamp].self, [String: String].self, String.self, [Flow.MachineEffect].self, Flow.MachineTimer.self, Flow.MachineTimer.self, Flow.MachineTimer.self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "days? hours? minutes? seconds? field? before? *",
        [Int.self, Int.self, Int.self, Int.self, String.self, String.self, [String: JSON].self])
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
    public var policy: Flow.RetryPolicy
    /// Which attempt failed; the first one is 1.
    public var attempt: Int
    /// When it failed.
    public var failedAt: Instant
    /// When the first one failed, for delays that count from there.
    public var firstFailedAt: Instant?
    /// Whether trying again is useless: the address does not exist, the card was cancelled.
    public var permanent: Bool
    /// A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    public var random: Amount?

    public init(
        policy: Flow.RetryPolicy,
        attempt: Int,
        failedAt: Instant,
        firstFailedAt: Instant? = nil,
        permanent: Bool = false,
        random: Amount? = nil
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
        [Flow.RetryPolicy.self, Int.self, Instant.self, Instant.self, Bool.self, Amount.self])
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
    public var at: Instant?
    /// Why there is none.
    public var over: Flow.RetryOver?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        attempt: Int? = nil,
        at: Instant? = nil,
        over: Flow.RetryOver? = nil
    ) {
        self.attempt = attempt
        self.at = at
        self.over = over
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "attempt? at? over? *",
        [Int.self, Instant.self, Flow.RetryOver.self, [String: JSON].self])
}

/// Why something is not tried again.
public struct RetryOver: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It would fail again.
    public static var permanent: Self { Self(word: "permanent") }
    /// That was the last attempt.
    public static var exhausted: Self { Self(word: "exhausted") }

    public static var words: StaticString { "permanent exhausted" }
}

/// New samples: does the alert open or clear?
public struct AlertRequest: RatebookRecord {
    /// The rule.
    public var rule: Flow.AlertRule
    /// What the last answer gave; nothing the first time.
    public var state: Flow.AlertState?
    /// The samples, in order of time. Those not later than the last one that was looked at are left out.
    public var samples: [Flow.AlertSample]?
    /// The present moment.
    public var now: Instant

    public init(
        rule: Flow.AlertRule,
        state: Flow.AlertState? = nil,
        samples: [Flow.AlertSample]? = nil,
        now: Instant
    ) {
        self.rule = rule
        self.state = state
        self.samples = samples
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "rule! state? samples? now!",
        [Flow.AlertRule.self, Flow.AlertState.self, [Flow.AlertSample].self, Instant.self])
}

/// When a figure is worth an alert.
public struct AlertRule: RatebookRecord {
    /// How the value compares with the threshold when all is not well.
    public var comparison: Flow.AlertComparison
    /// The threshold.
    public var threshold: Amount
    /// For how many minutes it must be so.
    public var minutes: Int
    /// How grave it is, as the host calls it.
    public var severity: String?

    public init(
        comparison: Flow.AlertComparison,
        threshold: Amount,
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
        [Flow.AlertComparison.self, Amount.self, Int.self, String.self])
}

/// How a value compares with a threshold.
public struct AlertComparison: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is more.
    public static var above: Self { Self(word: "above") }
    /// It is as much or more.
    public static var atLeast: Self { Self(word: "at_least") }
    /// It is less.
    public static var below: Self { Self(word: "below") }
    /// It is as much or less.
    public static var atMost: Self { Self(word: "at_most") }

    public static var words: StaticString { "above at_least below at_most" }
}

/// What an alert rule remembers between two questions.
public struct AlertState: RatebookRecord {
    /// The last sample that was looked at.
    public var last: Flow.AlertSample?
    /// Since when the value is beyond the threshold.
    public var beyondSince: Instant?
    /// Since when the alert is open.
    public var openSince: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        last: Flow.AlertSample? = nil,
        beyondSince: Instant? = nil,
        openSince: Instant? = nil
    ) {
        self.last = last
        self.beyondSince = beyondSince
        self.openSince = openSince
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "last? beyond_since? open_since? *",
        [Flow.AlertSample.self, Instant.self, Instant.self, [String: JSON].self])
}

/// A value at a moment. It lasts until the next one.
public struct AlertSample: RatebookRecord {
    /// When it was measured.
    public var at: Instant
    /// The value.
    public var value: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        at: Instant,
        value: Amount
    ) {
        self.at = at
        self.value = value
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at! value! *",
        [Instant.self, Amount.self, [String: JSON].self])
}

/// What became of an alert.
public struct Alerted: RatebookRecord {
    /// What is to be given with the next samples.
    public var state: Flow.AlertState
    /// What happened, in order: the alert opens once, stays open, and clears once.
    public var changes: [Flow.AlertChange]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        state: Flow.AlertState,
        changes: [Flow.AlertChange]
    ) {
        self.state = state
        self.changes = changes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! changes! *",
        [Flow.AlertState.self, [Flow.AlertChange].self, [String: JSON].self])
}

/// An alert that opened or cleared.
public struct AlertChange: RatebookRecord {
    /// Whether it opened; it cleared otherwise.
    public var opened: Bool
    /// When.
    public var at: Instant
    /// The value at that moment.
    public var value: Amount
    /// How grave it is.
    public var severity: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        opened: Bool,
        at: Instant,
        value: Amount,
        severity: String? = nil
    ) {
        self.opened = opened
        self.at = at
        self.value = value
        self.severity = severity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "opened! at! value! severity? *",
        [Bool.self, Instant.self, Amount.self, String.self, [String: JSON].self])
}

/// Something begins to live by the machine.
public struct StartRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// What it is known by.
    public var id: String?
    /// Who began it.
    public var actor: String?
    /// What is recorded of it from the beginning.
    public var fields: [String: JSON]

    public init(
        now: Instant,
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
        [Instant.self, String.self, String.self, [String: JSON].self])
}

/// What an event did.
public struct MachineFired: RatebookRecord {
    /// The instance as it is now.
    public var instance: Flow.MachineInstance
    /// How it stands.
    public var standing: Flow.MachineStanding
    /// Whether it has ended.
    public var terminal: Bool
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// What to keep of it.
    public var record: Flow.MachineRecord
    /// What had happened by itself before it, in order: to be kept and carried out first.
    public var settled: [Flow.MachineSettled]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        instance: Flow.MachineInstance,
        standing: Flow.MachineStanding,
        terminal: Bool,
        effects: [Flow.MachineEffect],
        record: Flow.MachineRecord,
        settled: [Flow.MachineSettled] = []
    ) {
        self.instance = instance
        self.standing = standing
        self.terminal = terminal
        self.effects = effects
        self.record = record
        self.settled = settled
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "instance! standing! terminal! effects! record! settled-[] *",
        [Flow.MachineInstance.self, Flow.MachineStanding.self, Bool.self, [Flow.MachineEffect].self, Flow.MachineRecord.self, [Flow.MachineSettled].self, [String: JSON].self])
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
    public var enteredAt: Instant
    /// What was recorded of it.
    public var fields: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        machine: String,
        machineVersion: Int,
        id: String? = nil,
        state: String,
        version: Int,
        enteredAt: Instant,
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
        MemoryLayout<Self>.size, "machine! machine_version! id? state! version! entered_at! fields-{} *",
        [String.self, Int.self, String.self, String.self, Int.self, Instant.self, [String: JSON].self, [String: JSON].self])
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
    public var at: Instant
    /// Who.
    public var actor: String?
    /// What was given with it.
    public var given: [String: JSON]
    /// What it set; `null` for what it cleared.
    public var changed: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        version: Int,
        event: String? = nil,
        before: String? = nil,
        after: String,
        at: Instant,
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
        MemoryLayout<Self>.size, "version! event? before? after! at! actor? given-{} changed-{} *",
        [Int.self, String.self, String.self, String.self, Instant.self, String.self, [String: JSON].self, [String: JSON].self, [String: JSON].self])
}

/// What happened by itself before the event: a timer had run out, and nobody had fired it.
public struct MachineSettled: RatebookRecord {
    /// What to keep of it; it happened when it was due.
    public var record: Flow.MachineRecord
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: Flow.MachineRecord,
        effects: [Flow.MachineEffect] = []
    ) {
        self.record = record
        self.effects = effects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! effects-[] *",
        [Flow.MachineRecord.self, [Flow.MachineEffect].self, [String: JSON].self])
}

/// An event happens to an instance.
public struct FireRequest: RatebookRecord {
    /// The instance as it is.
    public var instance: Flow.MachineInstance
    /// What happens.
    public var event: String
    /// The present moment.
    public var now: Instant
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
        instance: Flow.MachineInstance,
        event: String,
        now: Instant,
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
        [Flow.MachineInstance.self, String.self, Instant.self, String.self, [String].self, [String: JSON].self, [String: JSON].self, Int.self])
}

/// Events of many instances, each for itself.
public struct FireAllRequest: RatebookRecord {
    /// The events.
    public var events: [Flow.FireRequest]

    public init(
        events: [Flow.FireRequest]
    ) {
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "events!",
        [[Flow.FireRequest].self])
}

/// What came of one event among many.
public struct MachineAttempt: RatebookRecord {
    /// What it did.
    public var fired: Flow.MachineFired?
    /// Why it did nothing.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fired: Flow.MachineFired? = nil,
        error: ErrorReport? = nil
    ) {
        self.fired = fired
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fired? error? *",
        [Flow.MachineFired.self, ErrorReport.self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        state: String,
        terminal: Bool
    ) {
        self.state = state
        self.terminal = terminal
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! terminal! *",
        [String.self, Bool.self, [String: JSON].self])
}

/// What may happen next?
public struct AllowedRequest: RatebookRecord {
    /// The instance as it is.
    public var instance: Flow.MachineInstance
    /// The present moment; without it, when the instance came into its state.
    public var now: Instant?
    /// What the actor may do, such as `bookings:*`.
    public var permissions: [String]
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        instance: Flow.MachineInstance,
        now: Instant? = nil,
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
        [Flow.MachineInstance.self, Instant.self, [String].self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "event! label? open! leads_to? requires! reasons! *",
        [String.self, String.self, Bool.self, String.self, [String].self, [Reason].self, [String: JSON].self])
}

/// Which timers have run out?
public struct DueRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// The instances.
    public var instances: [Flow.MachineInstance]

    public init(
        now: Instant,
        instances: [Flow.MachineInstance]
    ) {
        self.now = now
        self.instances = instances
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! instances!",
        [Instant.self, [Flow.MachineInstance].self])
}

/// The timers of many instances.
public struct MachineTimers: RatebookRecord {
    /// What has run out, in order of time.
    public var due: [Flow.MachineDue]
    /// When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend.
    public var nextAt: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        due: [Flow.MachineDue],
        nextAt: Instant? = nil
    ) {
        self.due = due
        self.nextAt = nextAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "due! next_at? *",
        [[Flow.MachineDue].self, Instant.self, [String: JSON].self])
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
    public var at: Instant
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        place: Int,
        id: String? = nil,
        event: String,
        at: Instant
    ) {
        self.place = place
        self.id = id
        self.event = event
        self.at = at
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "place! id? event! at! *",
        [Int.self, String.self, String.self, Instant.self, [String: JSON].self])
}

/// An instance is to be made again from its history.
public struct ReplayRequest: RatebookRecord {
    /// What it is known by.
    public var id: String?
    /// Everything that happened, from the beginning.
    public var history: [Flow.MachineRecord]

    public init(
        id: String? = nil,
        history: [Flow.MachineRecord]
    ) {
        self.id = id
        self.history = history
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id? history!",
        [String.self, [Flow.MachineRecord].self])
}

/// A picture of the machine.
public struct DiagramRequest: RatebookRecord {
    /// As what.
    public var drawing: Flow.MachineDrawing
    /// The state that is marked as the present one.
    public var state: String?

    public init(
        drawing: Flow.MachineDrawing,
        state: String? = nil
    ) {
        self.drawing = drawing
        self.state = state
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "drawing! state?",
        [Flow.MachineDrawing.self, String.self])
}

/// The language of a picture.
public struct MachineDrawing: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Mermaid, which Markdown pages draw.
    public static var mermaid: Self { Self(word: "mermaid") }
    /// DOT, which Graphviz draws.
    public static var dot: Self { Self(word: "dot") }

    public static var words: StaticString { "mermaid dot" }
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        state: String,
        events: [String]
    ) {
        self.state = state
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "state! events! *",
        [String.self, [String].self, [String: JSON].self])
}
}
