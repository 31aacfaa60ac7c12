// Written by `cargo xtask generate`.

import Foundation

extension Automation {
/// Something happened: what is to be done?
public struct AutomationRequest: RatebookRecord, Identifiable {
    /// What the occasion is known by, so that it is acted on once.
    public var id: String
    /// What happened.
    public var trigger: Records.AutomationTrigger
    /// The facts at that time. Those that no condition looks at may be missing.
    public var facts: [String: JSON]
    /// The ids of occasions that were acted on before.
    public var handled: [String]

    public init(
        id: String,
        trigger: Records.AutomationTrigger,
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
        [String.self, Records.AutomationTrigger.self, [String: JSON].self, [String].self])
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
    /// The role in whose rights its actions are done, where the rule names one.
    public var asRole: String?
    /// What set it off.
    public var trigger: Records.AutomationTrigger
    /// The number of the run whose action set it off, counted from 0; the occasion itself when there is none.
    public var setOffBy: Int?
    /// What is to be done, in this order, with the values of facts filled in.
    public var actions: [Records.AutomationAction]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        key: String,
        rule: String,
        asRole: String? = nil,
        trigger: Records.AutomationTrigger,
        setOffBy: Int? = nil,
        actions: [Records.AutomationAction]
    ) {
        self.key = key
        self.rule = rule
        self.asRole = asRole
        self.trigger = trigger
        self.setOffBy = setOffBy
        self.actions = actions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! rule! as_role? trigger! set_off_by? actions! *",
        [String.self, String.self, String.self, Records.AutomationTrigger.self, Int.self, [Records.AutomationAction].self, [String: JSON].self])
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
