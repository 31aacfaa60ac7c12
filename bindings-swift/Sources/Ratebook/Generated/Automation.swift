// Written by `cargo xtask generate`.

import Foundation

extension Automation {
/// Rules that act when something happens.
public struct AutomationDefinition: RatebookRecord {
    /// What the rules can look at.
    public var facts: [String: String]
    /// How many runs of rules may be set off by other rules before a loop is suspected.
    public var maxChain: Int
    /// The rules, in their order.
    public var rules: [Automation.AutomationRule]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        facts: [String: String] = [:],
        maxChain: Int = 25,
        rules: [Automation.AutomationRule]
    ) {
        self.facts = facts
        self.maxChain = maxChain
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "facts-{} max_chain=25 rules! *",
        [[String: String].self, Int.self, [Automation.AutomationRule].self, [String: JSON].self])
}

/// What is done when something happens.
public struct AutomationRule: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What sets it off.
    public var on: Automation.AutomationTrigger
    /// Over the facts; always when not given.
    public var when: String?
    /// What is done, in this order.
    public var actions: [Automation.AutomationAction]
    /// Whether no later rule runs for the same occasion once this one ran.
    public var stop: Bool
    /// Whether it runs at all.
    public var enabled: Bool?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        on: Automation.AutomationTrigger,
        when: String? = nil,
        actions: [Automation.AutomationAction],
        stop: Bool = false,
        enabled: Bool? = nil
    ) {
        self.id = id
        self.on = on
        self.when = when
        self.actions = actions
        self.stop = stop
        self.enabled = enabled
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! on! when? actions! stop-false enabled? *",
        [String.self, Automation.AutomationTrigger.self, String.self, [Automation.AutomationAction].self, Bool.self, Bool.self, [String: JSON].self])
}

/// What happened, or what a rule waits for.
public enum AutomationTrigger: RatebookValue {
    /// An event of a machine.
    case event(Automation.AutomationEvent)
    /// A field that has another value.
    case field(Automation.AutomationField)
    /// A schedule of that name is due.
    case schedule(String)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "event field schedule") {
        case 0: self = .event(try reader.held())
        case 1: self = .field(try reader.held())
        case 2: self = .schedule(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .event(let held): writer.choice("event", held)
        case .field(let held): writer.choice("field", held)
        case .schedule(let held): writer.choice("schedule", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// An event of a machine.
public struct AutomationEvent: RatebookRecord {
    /// The machine, such as `quote`.
    public var machine: String
    /// The event, such as `send`.
    public var event: String
    /// The state that it led to; a rule without one takes any.
    public var state: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        machine: String,
        event: String,
        state: String? = nil
    ) {
        self.machine = machine
        self.event = event
        self.state = state
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "machine! event! state? *",
        [String.self, String.self, String.self, [String: JSON].self])
}

/// A field of something.
public struct AutomationField: RatebookRecord {
    /// Of what, such as `booking`.
    public var entity: String
    /// Which one, such as `priority`.
    public var field: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        field: String
    ) {
        self.entity = entity
        self.field = field
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! field! *",
        [String.self, String.self, [String: JSON].self])
}

/// What a rule does. Nothing is performed here: it is for the host's outbox.
public enum AutomationAction: RatebookValue {
    /// Gives it to somebody.
    case assign(Automation.AutomationEffect)
    /// Tells somebody.
    case notify(Automation.AutomationEffect)
    /// Makes a task.
    case createTask(Automation.AutomationEffect)
    /// Calls a webhook.
    case callWebhook(Automation.AutomationEffect)
    /// Fires an event of a machine, which may set off further rules.
    case changeStatus(Automation.AutomationStatusChange)
    /// Gives a field a value, which may set off further rules.
    case setField(Automation.AutomationSetField)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "assign notify create_task call_webhook change_status set_field") {
        case 0: self = .assign(try reader.held())
        case 1: self = .notify(try reader.held())
        case 2: self = .createTask(try reader.held())
        case 3: self = .callWebhook(try reader.held())
        case 4: self = .changeStatus(try reader.held())
        case 5: self = .setField(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .assign(let held): writer.choice("assign", held)
        case .notify(let held): writer.choice("notify", held)
        case .createTask(let held): writer.choice("create_task", held)
        case .callWebhook(let held): writer.choice("call_webhook", held)
        case .changeStatus(let held): writer.choice("change_status", held)
        case .setField(let held): writer.choice("set_field", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Something for the host to do, with what it needs for that.
public struct AutomationEffect: RatebookRecord {
    /// What the host knows it by: a team, a message, a kind of task, a webhook.
    public var name: String
    /// What it needs, by name.
    public var parameters: [String: JSON]
    /// What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`.
    public var fromFacts: [String: String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        parameters: [String: JSON] = [:],
        fromFacts: [String: String] = [:]
    ) {
        self.name = name
        self.parameters = parameters
        self.fromFacts = fromFacts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! parameters-{} from_facts-{} *",
        [String.self, [String: JSON].self, [String: String].self, [String: JSON].self])
}

/// An event of a machine that is to be fired.
public struct AutomationStatusChange: RatebookRecord {
    /// The machine.
    public var machine: String
    /// The event.
    public var event: String
    /// The state that it leads to.
    public var state: String?
    /// The fact that holds the state: later conditions see the new one.
    public var fact: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        machine: String,
        event: String,
        state: String? = nil,
        fact: String? = nil
    ) {
        self.machine = machine
        self.event = event
        self.state = state
        self.fact = fact
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "machine! event! state? fact? *",
        [String.self, String.self, String.self, String.self, [String: JSON].self])
}

/// A field that is to have a value.
public struct AutomationSetField: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Which one.
    public var field: String
    /// The value.
    public var value: JSON?
    /// The fact whose value it gets, instead of a value. An answer has the fact's value in `value`.
    public var fromFact: String?
    /// The fact that the field is: later conditions see the new value, and the same value again is no change.
    public var fact: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        field: String,
        value: JSON? = nil,
        fromFact: String? = nil,
        fact: String? = nil
    ) {
        self.entity = entity
        self.field = field
        self.value = value
        self.fromFact = fromFact
        self.fact = fact
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! field! value? from_fact? fact? *",
        [String.self, String.self, JSON.self, String.self, String.self, [String: JSON].self])
}

/// Something happened: what is to be done?
public struct AutomationRequest: RatebookRecord, Identifiable {
    /// What the occasion is known by, so that it is acted on once.
    public var id: String
    /// What happened.
    public var trigger: Automation.AutomationTrigger
    /// The facts at that time. Those that no condition looks at may be missing.
    public var facts: [String: JSON]
    /// The ids of occasions that were acted on before.
    public var handled: [String]

    public init(
        id: String,
        trigger: Automation.AutomationTrigger,
        facts: [String: JSON] = [:],
        handled: [String] = []
    ) {
        self.id = id
        self.trigger = trigger
        self.facts = facts
        self.handled = handled
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! trigger! facts-{} handled-[]",
        [String.self, Automation.AutomationTrigger.self, [String: JSON].self, [String].self])
}

/// What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal.
public struct AutomationRun: RatebookRecord {
    /// The rules that ran, in the order in which their actions are to be done.
    public var runs: [Automation.AutomationRuleRun]
    /// The rules that did not run, and why. Of what rules set off, only those that wait for it are told.
    public var skipped: [Automation.AutomationSkip]
    /// The facts as they are when everything is done.
    public var facts: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        runs: [Automation.AutomationRuleRun],
        skipped: [Automation.AutomationSkip],
        facts: [String: JSON]
    ) {
        self.runs = runs
        self.skipped = skipped
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "runs! skipped! facts! *",
        [[Automation.AutomationRuleRun].self, [Automation.AutomationSkip].self, [String: JSON].self, [String: JSON].self])
}

/// A rule that ran.
public struct AutomationRuleRun: RatebookRecord {
    /// Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox.
    public var key: String
    /// The rule.
    public var rule: String
    /// What set it off.
    public var trigger: Automation.AutomationTrigger
    /// The number of the run whose action set it off, counted from 0; the occasion itself when there is none.
    public var setOffBy: Int?
    /// What is to be done, in this order, with the values of facts filled in.
    public var actions: [Automation.AutomationAction]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        key: String,
        rule: String,
        trigger: Automation.AutomationTrigger,
        setOffBy: Int? = nil,
        actions: [Automation.AutomationAction]
    ) {
        self.key = key
        self.rule = rule
        self.trigger = trigger
        self.setOffBy = setOffBy
        self.actions = actions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! rule! trigger! set_off_by? actions! *",
        [String.self, String.self, Automation.AutomationTrigger.self, Int.self, [Automation.AutomationAction].self, [String: JSON].self])
}

/// A rule that did not run.
public struct AutomationSkip: RatebookRecord {
    /// The rule.
    public var rule: String
    /// Why.
    public var why: Automation.AutomationSkipWhy
    /// The number of the run whose action would have set it off; the occasion itself when there is none.
    public var setOffBy: Int?
    /// The rule after which no other was to run.
    public var stoppedBy: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        rule: String,
        why: Automation.AutomationSkipWhy,
        setOffBy: Int? = nil,
        stoppedBy: String? = nil
    ) {
        self.rule = rule
        self.why = why
        self.setOffBy = setOffBy
        self.stoppedBy = stoppedBy
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "rule! why! set_off_by? stopped_by? *",
        [String.self, Automation.AutomationSkipWhy.self, Int.self, String.self, [String: JSON].self])
}

/// Why a rule did not run.
public struct AutomationSkipWhy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The occasion was acted on before.
    public static var handled: Self { Self(word: "handled") }
    /// It waits for something else.
    public static var trigger: Self { Self(word: "trigger") }
    /// It is switched off.
    public static var disabled: Self { Self(word: "disabled") }
    /// A rule before it was the last to run.
    public static var stopped: Self { Self(word: "stopped") }
    /// Its condition is false.
    public static var condition: Self { Self(word: "condition") }

    public static var words: StaticString { "handled trigger disabled stopped condition" }
}
}
