// Written by `cargo xtask generate`.

import Foundation

/// Rules that act when something happens.
public struct AutomationDefinition: RatebookRecord {
    /// What the rules can look at.
    public var facts: [String: String]
    /// How many runs of rules may be set off by other rules before a loop is suspected.
    public var maxChain: Int
    /// The rules, in their order.
    public var rules: [AutomationRule]

    public init(
        facts: [String: String] = [:],
        maxChain: Int = 25,
        rules: [AutomationRule]
    ) {
        self.facts = facts
        self.maxChain = maxChain
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "facts-{} max_chain=25 rules!",
        [[String: String].self, Int.self, [AutomationRule].self])
}

/// What is done when something happens.
public struct AutomationRule: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// What sets it off.
    public var on: AutomationTrigger
    /// Over the facts; always when not given.
    public var when: String?
    /// What is done, in this order.
    public var actions: [AutomationAction]
    /// Whether no later rule runs for the same occasion once this one ran.
    public var stop: Bool
    /// Whether it runs at all.
    public var enabled: Bool?

    public init(
        id: String,
        on: AutomationTrigger,
        when: String? = nil,
        actions: [AutomationAction],
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
        MemoryLayout<Self>.size, "id! on! when? actions! stop-false enabled?",
        [String.self, AutomationTrigger.self, String.self, [AutomationAction].self, Bool.self, Bool.self])
}

/// What happened, or what a rule waits for.
public enum AutomationTrigger: RatebookValue {
    /// An event of a machine.
    case event(AutomationEvent)
    /// A field that has another value.
    case field(AutomationField)
    /// A schedule of that name is due.
    case schedule(String)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "event field schedule") {
        case 0: self = .event(try reader.held())
        case 1: self = .field(try reader.held())
        default: self = .schedule(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .event(let held): writer.choice("event", held)
        case .field(let held): writer.choice("field", held)
        case .schedule(let held): writer.choice("schedule", held)
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
        MemoryLayout<Self>.size, "machine! event! state?",
        [String.self, String.self, String.self])
}

/// A field of something.
public struct AutomationField: RatebookRecord {
    /// Of what, such as `booking`.
    public var entity: String
    /// Which one, such as `priority`.
    public var field: String

    public init(
        entity: String,
        field: String
    ) {
        self.entity = entity
        self.field = field
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! field!",
        [String.self, String.self])
}

/// What a rule does. Nothing is performed here: it is for the host's outbox.
public enum AutomationAction: RatebookValue {
    /// Gives it to somebody.
    case assign(AutomationEffect)
    /// Tells somebody.
    case notify(AutomationEffect)
    /// Makes a task.
    case createTask(AutomationEffect)
    /// Calls a webhook.
    case callWebhook(AutomationEffect)
    /// Fires an event of a machine, which may set off further rules.
    case changeStatus(AutomationStatusChange)
    /// Gives a field a value, which may set off further rules.
    case setField(AutomationSetField)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "assign notify create_task call_webhook change_status set_field") {
        case 0: self = .assign(try reader.held())
        case 1: self = .notify(try reader.held())
        case 2: self = .createTask(try reader.held())
        case 3: self = .callWebhook(try reader.held())
        case 4: self = .changeStatus(try reader.held())
        default: self = .setField(try reader.held())
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
        MemoryLayout<Self>.size, "name! parameters-{} from_facts-{}",
        [String.self, [String: JSON].self, [String: String].self])
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
        MemoryLayout<Self>.size, "machine! event! state? fact?",
        [String.self, String.self, String.self, String.self])
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
        MemoryLayout<Self>.size, "entity! field! value? from_fact? fact?",
        [String.self, String.self, JSON.self, String.self, String.self])
}

/// Something happened: what is to be done?
public struct AutomationRequest: RatebookRecord {
    /// What the occasion is known by, so that it is acted on once.
    public var id: String
    /// What happened.
    public var trigger: AutomationTrigger
    /// The facts at that time. Those that no condition looks at may be missing.
    public var facts: [String: JSON]
    /// The ids of occasions that were acted on before.
    public var handled: [String]

    public init(
        id: String,
        trigger: AutomationTrigger,
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
        [String.self, AutomationTrigger.self, [String: JSON].self, [String].self])
}

/// What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal.
public struct AutomationRun: RatebookRecord {
    /// The rules that ran, in the order in which their actions are to be done.
    public var runs: [AutomationRuleRun]
    /// The rules that did not run, and why. Of what rules set off, only those that wait for it are told.
    public var skipped: [AutomationSkip]
    /// The facts as they are when everything is done.
    public var facts: [String: JSON]

    public init(
        runs: [AutomationRuleRun],
        skipped: [AutomationSkip],
        facts: [String: JSON]
    ) {
        self.runs = runs
        self.skipped = skipped
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "runs! skipped! facts!",
        [[AutomationRuleRun].self, [AutomationSkip].self, [String: JSON].self])
}

/// A rule that ran.
public struct AutomationRuleRun: RatebookRecord {
    /// Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox.
    public var key: String
    /// The rule.
    public var rule: String
    /// What set it off.
    public var trigger: AutomationTrigger
    /// The number of the run whose action set it off, counted from 0; the occasion itself when there is none.
    public var setOffBy: Int?
    /// What is to be done, in this order, with the values of facts filled in.
    public var actions: [AutomationAction]

    public init(
        key: String,
        rule: String,
        trigger: AutomationTrigger,
        setOffBy: Int? = nil,
        actions: [AutomationAction]
    ) {
        self.key = key
        self.rule = rule
        self.trigger = trigger
        self.setOffBy = setOffBy
        self.actions = actions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! rule! trigger! set_off_by? actions!",
        [String.self, String.self, AutomationTrigger.self, Int.self, [AutomationAction].self])
}

/// A rule that did not run.
public struct AutomationSkip: RatebookRecord {
    /// The rule.
    public var rule: String
    /// Why.
    public var why: AutomationSkipWhy
    /// The number of the run whose action would have set it off; the occasion itself when there is none.
    public var setOffBy: Int?
    /// The rule after which no other was to run.
    public var stoppedBy: String?

    public init(
        rule: String,
        why: AutomationSkipWhy,
        setOffBy: Int? = nil,
        stoppedBy: String? = nil
    ) {
        self.rule = rule
        self.why = why
        self.setOffBy = setOffBy
        self.stoppedBy = stoppedBy
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "rule! why! set_off_by? stopped_by?",
        [String.self, AutomationSkipWhy.self, Int.self, String.self])
}

/// Why a rule did not run.
public enum AutomationSkipWhy: String, RatebookValue, CaseIterable {
    /// The occasion was acted on before.
    case handled = "handled"
    /// It waits for something else.
    case trigger = "trigger"
    /// It is switched off.
    case disabled = "disabled"
    /// A rule before it was the last to run.
    case stopped = "stopped"
    /// Its condition is false.
    case condition = "condition"
}
