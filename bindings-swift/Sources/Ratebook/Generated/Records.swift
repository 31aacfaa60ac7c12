// Written by `cargo xtask generate`.

import Foundation

extension Records {
/// What a role may do. Nothing follows from a role but what is listed here and in the roles it includes.
public struct RoleRules: RatebookRecord {
    /// Roles whose rules are this one's too.
    public var includes: [String]
    /// What it may do, on every record: `rates:write`, `bookings:*`, `*`.
    public var allow: [String]
    /// What it may not do, whatever else allows it.
    public var deny: [String]
    /// What it may do with records that stand in a relation to the actor, such as the actor's own bookings.
    public var grants: [Records.RelationGrant]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        includes: [String] = [],
        allow: [String] = [],
        deny: [String] = [],
        grants: [Records.RelationGrant] = []
    ) {
        self.includes = includes
        self.allow = allow
        self.deny = deny
        self.grants = grants
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "includes-[] allow-[] deny-[] grants-[] *",
        [[String].self, [String].self, [String].self, [Records.RelationGrant].self, [String: JSON].self])
}

/// What may be done with records that name the actor.
public struct RelationGrant: RatebookRecord {
    /// What the relation is called, such as `own`.
    public var relation: String
    /// The field of the record that holds the actor's id, or a list with it.
    public var field: String
    /// What may be done.
    public var permissions: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        relation: String,
        field: String,
        permissions: [String]
    ) {
        self.relation = relation
        self.field = field
        self.permissions = permissions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "relation! field! permissions! *",
        [String.self, String.self, [String].self, [String: JSON].self])
}

/// Fields that are hidden from who may not see them.
public struct FieldMask: RatebookRecord {
    /// Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*/passport`. Where a
    /// record has another shape, such as a list where an object was, what stands there is hidden whole.
    public var fields: [String]
    /// The permission with which they are seen.
    public var unless: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fields: [String],
        unless: String
    ) {
        self.fields = fields
        self.unless = unless
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fields! unless! *",
        [[String].self, String.self, [String: JSON].self])
}

/// A limit that has a name.
public struct RateLimitRule: RatebookRecord {
    /// What it is known by; one of a shipped limit takes its place.
    public var name: String
    /// How calls are counted.
    public var kind: Records.RateLimitKind
    /// For whom a state is kept.
    public var per: Records.RateLimitKey
    /// The figures where no others are given.
    public var standard: Records.RateFigures
    /// The figures of plans that have their own.
    public var plans: [String: Records.RateFigures]
    /// The figures of this tenant, whatever its plan.
    public var own: Records.RateFigures?
    /// What a call costs that does not say so.
    public var cost: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        kind: Records.RateLimitKind = .slidingWindow,
        per: Records.RateLimitKey = .tenant,
        standard: Records.RateFigures,
        plans: [String: Records.RateFigures] = [:],
        own: Records.RateFigures? = nil,
        cost: Int? = nil
    ) {
        self.name = name
        self.kind = kind
        self.per = per
        self.standard = standard
        self.plans = plans
        self.own = own
        self.cost = cost
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! kind="sliding_window" per="tenant" standard! plans-{} own? cost? *"#,
        [String.self, Records.RateLimitKind.self, Records.RateLimitKey.self, Records.RateFigures.self, [String: Records.RateFigures].self, Records.RateFigures.self, Int.self, [String: JSON].self])
}

/// How calls are counted.
public struct RateLimitKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Never more than the amount in any stretch of so many seconds, wherever it begins.
    public static var slidingWindow: Self { Self(word: "sliding_window") }
    /// A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA).
    public static var tokenBucket: Self { Self(word: "token_bucket") }

    public static var words: StaticString { "sliding_window token_bucket" }
}

/// For whom the state of a limit is kept.
public struct RateLimitKey: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// For each address that calls.
    public static var ip: Self { Self(word: "ip") }
    /// For each user.
    public static var user: Self { Self(word: "user") }
    /// For the tenant as a whole.
    public static var tenant: Self { Self(word: "tenant") }

    public static var words: StaticString { "ip user tenant" }
}

/// How much in which time.
public struct RateFigures: RatebookRecord {
    /// How much.
    public var amount: Int
    /// In how many seconds.
    public var seconds: Int
    /// How much a bucket holds, and so lets through at once; the amount when not given. A window has none.
    public var burst: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        amount: Int,
        seconds: Int,
        burst: Int? = nil
    ) {
        self.amount = amount
        self.seconds = seconds
        self.burst = burst
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amount! seconds! burst? *",
        [Int.self, Int.self, Int.self, [String: JSON].self])
}

/// Something that a tenant has only so much of.
public struct QuotaRule: RatebookRecord {
    /// What it is known by: `vehicles`, `api_calls`.
    public var name: String
    /// It is counted anew in each period of that length; when not given it counts what there is.
    public var every: Time.Interval?
    /// A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
    /// given.
    public var anchor: Day?
    /// The figures where no others are given.
    public var standard: Records.QuotaFigures
    /// The figures of plans that have their own.
    public var plans: [String: Records.QuotaFigures]
    /// The figures of this tenant, whatever its plan.
    public var own: Records.QuotaFigures?
    /// At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due.
    public var warnAtPercent: [Int]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        every: Time.Interval? = nil,
        anchor: Day? = nil,
        standard: Records.QuotaFigures,
        plans: [String: Records.QuotaFigures] = [:],
        own: Records.QuotaFigures? = nil,
        warnAtPercent: [Int]? = nil
    ) {
        self.name = name
        self.every = every
        self.anchor = anchor
        self.standard = standard
        self.plans = plans
        self.own = own
        self.warnAtPercent = warnAtPercent
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! every? anchor? standard! plans-{} own? warn_at_percent? *",
        [String.self, Time.Interval.self, Day.self, Records.QuotaFigures.self, [String: Records.QuotaFigures].self, Records.QuotaFigures.self, [Int].self, [String: JSON].self])
}

/// How much of something there is.
public struct QuotaFigures: RatebookRecord {
    /// So much is included; what goes beyond it is counted as overage.
    public var soft: Int?
    /// Never more than so much; no end when not given.
    public var hard: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        soft: Int? = nil,
        hard: Int? = nil
    ) {
        self.soft = soft
        self.hard = hard
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "soft? hard? *",
        [Int.self, Int.self, [String: JSON].self])
}

/// How numbers of a kind are written, and when their counter begins anew.
public struct NumberFormat: RatebookRecord {
    /// What it is known by: `invoice`.
    public var name: String
    /// Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
    /// `INV-{YY}{MM}-{seq:4}`.
    public var format: String
    /// The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter.
    public var parts: [String]
    /// When the counter begins anew, by the tenant's clock.
    public var reset: Records.NumberReset
    /// With which number it begins.
    public var first: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        format: String,
        parts: [String] = [],
        reset: Records.NumberReset = .never,
        first: Int = 1
    ) {
        self.name = name
        self.format = format
        self.parts = parts
        self.reset = reset
        self.first = first
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! format! parts-[] reset="never" first=1 *"#,
        [String.self, String.self, [String].self, Records.NumberReset.self, Int.self, [String: JSON].self])
}

/// When a counter begins anew.
public struct NumberReset: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Never.
    public static var never: Self { Self(word: "never") }
    /// With the year.
    public static var yearly: Self { Self(word: "yearly") }
    /// With the month.
    public static var monthly: Self { Self(word: "monthly") }
    /// With the day.
    public static var daily: Self { Self(word: "daily") }

    public static var words: StaticString { "never yearly monthly daily" }
}

/// What a policy is about.
public struct PolicyKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Size, number, storage, providers, regions.
    public static var resource: Self { Self(word: "resource") }
    /// Encryption, access, backups.
    public static var security: Self { Self(word: "security") }
    /// What it may cost.
    public static var cost: Self { Self(word: "cost") }

    public static var words: StaticString { "resource security cost" }
}

/// What follows when a policy does not hold.
public struct PolicyEffect: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The change is not made.
    public static var deny: Self { Self(word: "deny") }
    /// The change is made, and it is told.
    public static var warn: Self { Self(word: "warn") }
    /// The change is made when somebody approves.
    public static var requireApproval: Self { Self(word: "require_approval") }

    public static var words: StaticString { "deny warn require_approval" }
}

/// What becomes of a field that is made nameless. What is no text becomes nothing.
public struct Anonymising: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Another text, the same for the same value, so that what is counted by it still adds up.
    public static var pseudonym: Self { Self(word: "pseudonym") }
    /// Three stars, and the id of the thing where no two have the same.
    public static var mask: Self { Self(word: "mask") }
    /// Nothing: the field is taken out.
    public static var remove: Self { Self(word: "remove") }

    public static var words: StaticString { "pseudonym mask remove" }
}

/// What is done with things that were kept long enough.
public struct RetentionAction: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// They are deleted.
    public static var delete: Self { Self(word: "delete") }
    /// They are made nameless.
    public static var anonymise: Self { Self(word: "anonymise") }

    public static var words: StaticString { "delete anonymise" }
}

/// Rules that act when something happens.
public struct AutomationDefinition: RatebookRecord {
    /// What the rules can look at.
    public var facts: [String: String]
    /// How many runs of rules may be set off by other rules before a loop is suspected.
    public var maxChain: Int
    /// The rules, in their order.
    public var rules: [Records.AutomationRule]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        facts: [String: String] = [:],
        maxChain: Int = 25,
        rules: [Records.AutomationRule]
    ) {
        self.facts = facts
        self.maxChain = maxChain
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "facts-{} max_chain=25 rules! *",
        [[String: String].self, Int.self, [Records.AutomationRule].self, [String: JSON].self])
}

/// What is done when something happens.
public struct AutomationRule: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What sets it off.
    public var on: Records.AutomationTrigger
    /// Over the facts; always when not given.
    public var when: String?
    /// What is done, in this order.
    public var actions: [Records.AutomationAction]
    /// Whether no later rule runs for the same occasion once this one ran.
    public var stop: Bool
    /// Whether it runs at all.
    public var enabled: Bool?
    /// The role in whose rights its actions are done. The rules of a pack name one.
    public var asRole: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        on: Records.AutomationTrigger,
        when: String? = nil,
        actions: [Records.AutomationAction],
        stop: Bool = false,
        enabled: Bool? = nil,
        asRole: String? = nil
    ) {
        self.id = id
        self.on = on
        self.when = when
        self.actions = actions
        self.stop = stop
        self.enabled = enabled
        self.asRole = asRole
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! on! when? actions! stop-false enabled? as_role? *",
        [String.self, Records.AutomationTrigger.self, String.self, [Records.AutomationAction].self, Bool.self, Bool.self, String.self, [String: JSON].self])
}

/// What happened, or what a rule waits for.
public enum AutomationTrigger: RatebookValue {
    /// An event of a machine.
    case event(Records.AutomationEvent)
    /// A field that has another value.
    case field(Records.AutomationField)
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
    case assign(Records.AutomationEffect)
    /// Tells somebody.
    case notify(Records.AutomationEffect)
    /// Makes a task.
    case createTask(Records.AutomationEffect)
    /// Calls a webhook.
    case callWebhook(Records.AutomationEffect)
    /// Has an effect of that name carried out, as a machine would name it.
    case effect(Records.AutomationEffect)
    /// Fires an event of a machine, which may set off further rules.
    case changeStatus(Records.AutomationStatusChange)
    /// Gives a field a value, which may set off further rules.
    case setField(Records.AutomationSetField)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "assign notify create_task call_webhook effect change_status set_field") {
        case 0: self = .assign(try reader.held())
        case 1: self = .notify(try reader.held())
        case 2: self = .createTask(try reader.held())
        case 3: self = .callWebhook(try reader.held())
        case 4: self = .effect(try reader.held())
        case 5: self = .changeStatus(try reader.held())
        case 6: self = .setField(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .assign(let held): writer.choice("assign", held)
        case .notify(let held): writer.choice("notify", held)
        case .createTask(let held): writer.choice("create_task", held)
        case .callWebhook(let held): writer.choice("call_webhook", held)
        case .effect(let held): writer.choice("effect", held)
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

/// Something that goes out: once, several times, or every year.
public struct ContactRule: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What it is for.
    public var purpose: Records.ContactPurpose
    /// On which way it goes out.
    public var channel: String
    /// The letter that is sent, where a pack says so.
    public var letter: String?
    /// The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned.
    public var anchor: String
    /// How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1.
    public var days: [Int]
    /// How many minutes after it, or before it when negative.
    public var minutes: [Int]
    /// The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day.
    public var at: String?
    /// Whether it recurs on the day of every year after, 29 February on the 28th in common years.
    public var yearly: Bool
    /// Over the facts; always when not given.
    public var when: String?
    /// The states and flags that end it: a decision, a revision, an expiry.
    public var stopsOn: [String]
    /// How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day.
    public var graceMinutes: Int?
    /// Whether it goes out to those about whom nobody said otherwise.
    public var wanted: Bool?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        purpose: Records.ContactPurpose,
        channel: String,
        letter: String? = nil,
        anchor: String,
        days: [Int] = [],
        minutes: [Int] = [],
        at: String? = nil,
        yearly: Bool = false,
        when: String? = nil,
        stopsOn: [String] = [],
        graceMinutes: Int? = nil,
        wanted: Bool? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.channel = channel
        self.letter = letter
        self.anchor = anchor
        self.days = days
        self.minutes = minutes
        self.at = at
        self.yearly = yearly
        self.when = when
        self.stopsOn = stopsOn
        self.graceMinutes = graceMinutes
        self.wanted = wanted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! purpose! channel! letter? anchor! days-[] minutes-[] at? yearly-false when? stops_on-[] grace_minutes? wanted? *",
        [String.self, Records.ContactPurpose.self, String.self, String.self, String.self, [Int].self, [Int].self, String.self, Bool.self, String.self, [String].self, Int.self, Bool.self, [String: JSON].self])
}

/// What something that goes out is for.
public struct ContactPurpose: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Greetings and offers: only with consent.
    public static var marketing: Self { Self(word: "marketing") }
    /// What belongs to what was ordered.
    public static var service: Self { Self(word: "service") }
    /// Bills and payments: neither switched off nor delayed.
    public static var billing: Self { Self(word: "billing") }
    /// Passwords and access: neither switched off nor delayed.
    public static var security: Self { Self(word: "security") }

    public static var words: StaticString { "marketing service billing security" }
}

/// A back office as data: what is kept, how it lives, who may, and what it promises.
public struct PackDefinition: RatebookRecord {
    /// What it is known by: small letters, digits and `_`. Its tables begin with it.
    public var name: String
    /// What people read.
    public var label: String?
    /// What it is about, for readers.
    public var summary: String?
    /// Its version.
    public var version: Int
    /// Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`.
    public var needs: [String]
    /// Languages of its texts, the default first, such as `en` or `en-IN`.
    public var languages: [String]
    /// What each tenant sets for itself.
    public var settings: [String: Records.FieldDefinition]
    /// Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`.
    public var permissions: [String]
    /// Roles by name.
    public var roles: [String: Records.RoleRules]
    /// What is kept.
    public var entities: [Records.EntityDefinition]
    /// The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
    /// shown and exported.
    public var custom: [String: [String: Records.FieldDefinition]]
    /// The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these.
    public var customRoles: [String: Records.CustomRole]
    /// The machines by which records of one tenant live in the place of the pack's, by entity.
    public var customMachines: [String: Records.CustomMachine]
    /// Lives, beside those that come with the engine.
    public var machines: [Flow.MachineDefinition]
    /// What people are asked to agree to, by name.
    public var purposes: [String: Records.ConsentPurpose]
    /// Numbers that entities share: each has one counter, whichever of them takes the next one.
    public var numbers: [Records.NumberFormat]
    /// How many records of an entity a tenant has at most, by its plan: each is called as the entity is.
    public var quotas: [Records.QuotaRule]
    /// How often a tenant, or one of its people and keys, may ask, by its plan.
    public var rateLimits: [Records.RateLimitRule]
    /// What a change may not do, or is told of.
    public var policies: [Records.PackPolicy]
    /// Effects that machines and automation name and that acts and connectors carry out.
    public var effects: [String]
    /// Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`.
    public var elsewhere: [String]
    /// Rules that act when something happens.
    public var automation: Records.AutomationDefinition?
    /// What is written to people: letters, and what members read in the application.
    public var mail: [Records.LetterDefinition]
    /// Where mail arrives, and what becomes of it.
    public var inbound: [Records.InboundDefinition]
    /// Who outside tells what happened there, and what of it is done here.
    public var webhooks: [Records.WebhookDefinition]
    /// What is done by the clock.
    public var schedules: [Records.Schedule]
    /// When people are written to by themselves.
    public var contacts: [Records.ContactsDefinition]
    /// Lists, boards, calendars, dashboards and reports.
    public var views: [Records.ViewDefinition]
    /// What is printed of records and of lists.
    public var documents: [Records.DocumentDefinition]
    /// The texts by which documents are made.
    public var templates: [Records.PackTemplate]
    /// Records that make it look alive.
    public var demo: [Records.DemoRecord]
    /// What it promises, and by what each promise is shown.
    public var rules: [Records.PackRule]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        summary: String? = nil,
        version: Int = 1,
        needs: [String] = [],
        languages: [String] = [],
        settings: [String: Records.FieldDefinition] = [:],
        permissions: [String] = [],
        roles: [String: Records.RoleRules] = [:],
        entities: [Records.EntityDefinition] = [],
        custom: [String: [String: Records.FieldDefinition]] = [:],
        customRoles: [String: Records.CustomRole] = [:],
        customMachines: [String: Records.CustomMachine] = [:],
        machines: [Flow.MachineDefinition] = [],
        purposes: [String: Records.ConsentPurpose] = [:],
        numbers: [Records.NumberFormat] = [],
        quotas: [Records.QuotaRule] = [],
        rateLimits: [Records.RateLimitRule] = [],
        policies: [Records.PackPolicy] = [],
        effects: [String] = [],
        elsewhere: [String] = [],
        automation: Records.AutomationDefinition? = nil,
        mail: [Records.LetterDefinition] = [],
        inbound: [Records.InboundDefinition] = [],
        webhooks: [Records.WebhookDefinition] = [],
        schedules: [Records.Schedule] = [],
        contacts: [Records.ContactsDefinition] = [],
        views: [Records.ViewDefinition] = [],
        documents: [Records.DocumentDefinition] = [],
        templates: [Records.PackTemplate] = [],
        demo: [Records.DemoRecord] = [],
        rules: [Records.PackRule] = []
    ) {
        self.name = name
        self.label = label
        self.summary = summary
        self.version = version
        self.needs = needs
        self.languages = languages
        self.settings = settings
        self.permissions = permissions
        self.roles = roles
        self.entities = entities
        self.custom = custom
        self.customRoles = customRoles
        self.customMachines = customMachines
        self.machines = machines
        self.purposes = purposes
        self.numbers = numbers
        self.quotas = quotas
        self.rateLimits = rateLimits
        self.policies = policies
        self.effects = effects
        self.elsewhere = elsewhere
        self.automation = automation
        self.mail = mail
        self.inbound = inbound
        self.webhooks = webhooks
        self.schedules = schedules
        self.contacts = contacts
        self.views = views
        self.documents = documents
        self.templates = templates
        self.demo = demo
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? summary? version=1 needs-[] languages-[] settings-{} permissions-[] roles-{} entities-[] custom-{} custom_roles-{} custom_machines-{} machines-[] purposes-{} numbers-[] quotas-[] rate_limits-[] policies-[] effects-[] elsewhere-[] automation? mail-[] inbound-[] webhooks-[] schedules-[] contacts-[] views-[] documents-[] templates-[] demo-[] rules-[] *",
        [String.self, String.self, String.self, Int.self, [String].self, [String].self, [String: Records.FieldDefinition].self, [String].self, [String: Records.RoleRules].self, [Records.EntityDefinition].self, [String: [String: Records.FieldDefinition]].self, [String: Records.CustomRole].self, [String: Records.CustomMachine].self, [Flow.MachineDefinition].self, [String: Records.ConsentPurpose].self, [Records.NumberFormat].self, [Records.QuotaRule].self, [Records.RateLimitRule].self, [Records.PackPolicy].self, [String].self, [String].self, Records.AutomationDefinition.self, [Records.LetterDefinition].self, [Records.InboundDefinition].self, [Records.WebhookDefinition].self, [Records.Schedule].self, [Records.ContactsDefinition].self, [Records.ViewDefinition].self, [Records.DocumentDefinition].self, [Records.PackTemplate].self, [Records.DemoRecord].self, [Records.PackRule].self, [String: JSON].self])
}

/// A field of an entity: said once, and meant by every form, check, filter, mask and table.
public struct FieldDefinition: RatebookRecord {
    /// What it takes.
    public var kind: Records.FieldKind
    /// What people read; made of the name when not given.
    public var label: String?
    /// What helps to fill it in.
    public var help: String?
    /// Whether it is always there.
    public var required: Bool
    /// Whether no two records of a tenant have the same value.
    public var unique: Bool
    /// Whether no two records of the whole platform have the same value.
    public var platformWide: Bool
    /// What it is when nothing is given.
    public var `default`: JSON?
    /// The least number or amount.
    public var min: Amount?
    /// The greatest number or amount.
    public var max: Amount?
    /// What a number or amount must be greater than.
    public var above: Amount?
    /// The digits that a decimal has behind the point; 4 when not given.
    public var digits: Int?
    /// The fewest characters of a text.
    public var minLength: Int?
    /// The most characters of a text; 200 when not given, 20,000 of a long one.
    public var maxLength: Int?
    /// A pattern that a text matches from its beginning to its end.
    public var pattern: String?
    /// The first day it may be.
    public var first: Day?
    /// The last day it may be.
    public var last: Day?
    /// The one currency of an amount; amounts of any are taken when not given.
    public var currency: String?
    /// What a choice is among.
    public var choices: [String]
    /// The entity that a link leads to, or whose records a table of rows holds.
    public var entity: String?
    /// What must be true of a record for a new link to it, such as `is_active`.
    public var only: String?
    /// What becomes of this record when the one it links to is deleted.
    public var deletion: Records.DeletionRule?
    /// Where gathered values stand: `ticket.assignee`.
    public var from: String?
    /// The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it.
    public var by: String?
    /// What must be true of a record whose value is gathered.
    public var `while`: String?
    /// The expression over the record's other fields whose value it is, reckoned at each write.
    public var computed: String?
    /// Whether a part of it is found by searching.
    public var search: Bool
    /// Whether lists may be filtered by it.
    public var filter: Bool
    /// Whether lists may be sorted by it.
    public var sort: Bool
    /// Whether texts that differ in nothing but capital letters are the same value.
    public var folded: Bool
    /// What becomes of it when the person it is about is made nameless. What cannot hold stars or another text, such as a day, is taken
    /// out, and must not be required.
    public var personal: Records.Anonymising?
    /// Whether it is given out only when asked for: health, faith, papers.
    public var sensitive: Bool
    /// Who writes it.
    public var writtenBy: Records.FieldWriter?
    /// The permission with which a secret is shown.
    public var reveal: String?
    /// That it goes, and when.
    public var deprecated: Records.Deprecation?
    /// The name that the field had before: its values stay.
    public var was: String?
    /// The types of files it takes, such as `application/pdf`; every type when not given.
    public var types: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kind: Records.FieldKind,
        label: String? = nil,
        help: String? = nil,
        required: Bool = false,
        unique: Bool = false,
        platformWide: Bool = false,
        `default`: JSON? = nil,
        min: Amount? = nil,
        max: Amount? = nil,
        above: Amount? = nil,
        digits: Int? = nil,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        pattern: String? = nil,
        first: Day? = nil,
        last: Day? = nil,
        currency: String? = nil,
        choices: [String] = [],
        entity: String? = nil,
        only: String? = nil,
        deletion: Records.DeletionRule? = nil,
        from: String? = nil,
        by: String? = nil,
        `while`: String? = nil,
        computed: String? = nil,
        search: Bool = false,
        filter: Bool = false,
        sort: Bool = false,
        folded: Bool = false,
        personal: Records.Anonymising? = nil,
        sensitive: Bool = false,
        writtenBy: Records.FieldWriter? = nil,
        reveal: String? = nil,
        deprecated: Records.Deprecation? = nil,
        was: String? = nil,
        types: [String] = []
    ) {
        self.kind = kind
        self.label = label
        self.help = help
        self.required = required
        self.unique = unique
        self.platformWide = platformWide
        self.default = `default`
        self.min = min
        self.max = max
        self.above = above
        self.digits = digits
        self.minLength = minLength
        self.maxLength = maxLength
        self.pattern = pattern
        self.first = first
        self.last = last
        self.currency = currency
        self.choices = choices
        self.entity = entity
        self.only = only
        self.deletion = deletion
        self.from = from
        self.by = by
        self.while = `while`
        self.computed = computed
        self.search = search
        self.filter = filter
        self.sort = sort
        self.folded = folded
        self.personal = personal
        self.sensitive = sensitive
        self.writtenBy = writtenBy
        self.reveal = reveal
        self.deprecated = deprecated
        self.was = was
        self.types = types
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! label? help? required-false unique-false platform_wide-false default? min? max? above? digits? min_length? max_length? pattern? first? last? currency? choices-[] entity? only? deletion? from? by? while? computed? search-false filter-false sort-false folded-false personal? sensitive-false written_by? reveal? deprecated? was? types-[] *",
        [Records.FieldKind.self, String.self, String.self, Bool.self, Bool.self, Bool.self, JSON.self, Amount.self, Amount.self, Amount.self, Int.self, Int.self, Int.self, String.self, Day.self, Day.self, String.self, [String].self, String.self, String.self, Records.DeletionRule.self, String.self, String.self, String.self, String.self, Bool.self, Bool.self, Bool.self, Bool.self, Records.Anonymising.self, Bool.self, Records.FieldWriter.self, String.self, Records.Deprecation.self, String.self, [String].self, [String: JSON].self])
}

/// What a field takes.
public struct FieldKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A line of text.
    public static var text: Self { Self(word: "text") }
    /// Text of many lines.
    public static var longText: Self { Self(word: "long_text") }
    /// An e-mail address.
    public static var email: Self { Self(word: "email") }
    /// A telephone number as E.164 writes it: `+4930123456`.
    public static var phone: Self { Self(word: "phone") }
    /// An address on the web.
    public static var url: Self { Self(word: "url") }
    /// A part of an address: small letters, digits and hyphens.
    public static var slug: Self { Self(word: "slug") }
    /// One of several names.
    public static var choice: Self { Self(word: "choice") }
    /// True or false.
    public static var yesNo: Self { Self(word: "yes_no") }
    /// A whole number.
    public static var integer: Self { Self(word: "integer") }
    /// An exact number.
    public static var decimal: Self { Self(word: "decimal") }
    /// An amount with its currency.
    public static var money: Self { Self(word: "money") }
    /// An exact number of hundredths: `12.5` is an eighth.
    public static var percent: Self { Self(word: "percent") }
    /// A day.
    public static var day: Self { Self(word: "day") }
    /// A time of day.
    public static var time: Self { Self(word: "time") }
    /// A moment.
    public static var instant: Self { Self(word: "instant") }
    /// A length of time.
    public static var duration: Self { Self(word: "duration") }
    /// A time zone.
    public static var zone: Self { Self(word: "zone") }
    /// A country by its two letters.
    public static var country: Self { Self(word: "country") }
    /// A currency by its three letters.
    public static var currency: Self { Self(word: "currency") }
    /// A colour such as `#1a2b3c`.
    public static var colour: Self { Self(word: "colour") }
    /// An IPv4 or IPv6 address.
    public static var ipAddress: Self { Self(word: "ip_address") }
    /// A place on earth: latitude and longitude in degrees.
    public static var coordinates: Self { Self(word: "coordinates") }
    /// A file.
    public static var file: Self { Self(word: "file") }
    /// A picture.
    public static var picture: Self { Self(word: "picture") }
    /// What is kept encrypted and shown as stars.
    public static var secret: Self { Self(word: "secret") }
    /// A record of another entity.
    public static var link: Self { Self(word: "link") }
    /// Records of another entity.
    public static var links: Self { Self(word: "links") }
    /// A table of its own: the records of an entity that belong to this one.
    public static var rows: Self { Self(word: "rows") }
    /// Values of other records that link to this one: shown, and used in grants.
    public static var gathered: Self { Self(word: "gathered") }
    /// Text in several languages.
    public static var translatedText: Self { Self(word: "translated_text") }
    /// Words that people put on a record as they like, each once and in small letters.
    public static var tags: Self { Self(word: "tags") }
    /// A rate list.
    public static var rateList: Self { Self(word: "rate_list") }
    /// A plan.
    public static var plan: Self { Self(word: "plan") }
    /// A machine.
    public static var machine: Self { Self(word: "machine") }
    /// Opening hours.
    public static var openingHours: Self { Self(word: "opening_hours") }
    /// How a record is booked: a resource, whose id is the record's.
    public static var resource: Self { Self(word: "resource") }
    /// A condition.
    public static var condition: Self { Self(word: "condition") }

    public static var words: StaticString { "text long_text email phone url slug choice yes_no integer decimal money percent day time instant duration zone country currency colour ip_address coordinates file picture secret link links rows gathered translated_text tags rate_list plan machine opening_hours resource condition" }
}

/// What becomes of a record when the one it links to is deleted.
public enum DeletionRule: RatebookValue {
    /// The other one cannot be deleted while this one is there.
    case refuse
    /// It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
    /// is deleted softly, and is cleared otherwise; of a list of links that one alone.
    case refuseWhile(String)
    /// This one is deleted with it, and with any one of a list of links.
    case cascade
    /// The link is cleared, and taken out of a list of links.
    case clear
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "refuse cascade clear", holding: "refuse_while") {
        case 0: self = .refuse
        case 1: self = .cascade
        case 2: self = .clear
        case 3: self = .refuseWhile(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .refuse: writer.write("refuse")
        case .refuseWhile(let held): writer.choice("refuse_while", held)
        case .cascade: writer.write("cascade")
        case .clear: writer.write("clear")
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Who writes a field.
public struct FieldWriter: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Whoever may write the record.
    public static var people: Self { Self(word: "people") }
    /// The entity's machine alone, by its stamps.
    public static var machine: Self { Self(word: "machine") }
    /// The engine alone: acts and connectors.
    public static var engine: Self { Self(word: "engine") }

    public static var words: StaticString { "people machine engine" }
}

/// That something goes: nothing new uses it, and some day it is not there any more.
public struct Deprecation: RatebookRecord {
    /// Since when nothing new uses it.
    public var since: Day
    /// From when on it may be gone.
    public var sunset: Day?
    /// What takes its place: another entity, or another field of the same one.
    public var instead: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        since: Day,
        sunset: Day? = nil,
        instead: String? = nil
    ) {
        self.since = since
        self.sunset = sunset
        self.instead = instead
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "since! sunset? instead? *",
        [Day.self, Day.self, String.self, [String: JSON].self])
}

/// Something that is kept: a customer, a vehicle, a ticket.
public struct EntityDefinition: RatebookRecord {
    /// What it is known by: small letters, digits and `_`.
    public var name: String
    /// Several of it; the name with an `s` when not given.
    public var plural: String?
    /// What people read; made of the name when not given.
    public var label: String?
    /// What it is about, for readers.
    public var summary: String?
    /// The name that the entity had before: its records stay.
    public var was: String?
    /// That it goes, and when.
    public var deprecated: Records.Deprecation?
    /// Whose its records are.
    public var scope: Records.EntityScope?
    /// Whether the engine owns its table and its writes; a declaration says how it is shown.
    public var native: Bool
    /// The number by which people know a record.
    public var number: Records.EntityNumber?
    /// The life of a record.
    public var machine: Records.EntityMachine?
    /// By when something has to be done about a record.
    public var deadlines: [Records.EntityDeadline]
    /// Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`.
    public var people: [String]
    /// How long its records are kept, and what becomes of them then; for ever when not given.
    public var retention: Records.EntityRetention?
    /// Deleted records stay, unseen.
    public var softDelete: Records.SoftDelete?
    /// Two of its records can become one; none can when not given.
    public var merge: Records.EntityMerge?
    /// The field that names the person whose record it is, in whatever tenant.
    public var owner: String?
    /// The fields that everybody may read, over all tenants.
    public var `public`: [String]
    /// Samples of something over time, by the million.
    public var series: Records.SeriesRules?
    /// Whether each tenant may give its records fields of its own, whose names begin with `custom_`.
    public var custom: Bool
    /// What must be true of a record.
    public var checks: [Records.EntityCheck]
    /// The groups of a form, in their order; fields that no group names come last.
    public var groups: [Records.FieldGroup]
    /// How a list is sorted when nobody says: `-created_at` when not given.
    public var sort: [String]
    /// Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say.
    public var fields: [String: Records.FieldDefinition]
    /// What is hidden, and with which permission it is seen.
    public var masks: [Records.FieldMask]
    /// What may be done with records that name the actor.
    public var grants: [Records.EntityGrant]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        plural: String? = nil,
        label: String? = nil,
        summary: String? = nil,
        was: String? = nil,
        deprecated: Records.Deprecation? = nil,
        scope: Records.EntityScope? = nil,
        native: Bool = false,
        number: Records.EntityNumber? = nil,
        machine: Records.EntityMachine? = nil,
        deadlines: [Records.EntityDeadline] = [],
        people: [String] = [],
        retention: Records.EntityRetention? = nil,
        softDelete: Records.SoftDelete? = nil,
        merge: Records.EntityMerge? = nil,
        owner: String? = nil,
        `public`: [String] = [],
        series: Records.SeriesRules? = nil,
        custom: Bool = false,
        checks: [Records.EntityCheck] = [],
        groups: [Records.FieldGroup] = [],
        sort: [String] = [],
        fields: [String: Records.FieldDefinition] = [:],
        masks: [Records.FieldMask] = [],
        grants: [Records.EntityGrant] = []
    ) {
        self.name = name
        self.plural = plural
        self.label = label
        self.summary = summary
        self.was = was
        self.deprecated = deprecated
        self.scope = scope
        self.native = native
        self.number = number
        self.machine = machine
        self.deadlines = deadlines
        self.people = people
        self.retention = retention
        self.softDelete = softDelete
        self.merge = merge
        self.owner = owner
        self.public = `public`
        self.series = series
        self.custom = custom
        self.checks = checks
        self.groups = groups
        self.sort = sort
        self.fields = fields
        self.masks = masks
        self.grants = grants
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! plural? label? summary? was? deprecated? scope? native-false number? machine? deadlines-[] people-[] retention? soft_delete? merge? owner? public-[] series? custom-false checks-[] groups-[] sort-[] fields-{} masks-[] grants-[] *",
        [String.self, String.self, String.self, String.self, String.self, Records.Deprecation.self, Records.EntityScope.self, Bool.self, Records.EntityNumber.self, Records.EntityMachine.self, [Records.EntityDeadline].self, [String].self, Records.EntityRetention.self, Records.SoftDelete.self, Records.EntityMerge.self, String.self, [String].self, Records.SeriesRules.self, Bool.self, [Records.EntityCheck].self, [Records.FieldGroup].self, [String].self, [String: Records.FieldDefinition].self, [Records.FieldMask].self, [Records.EntityGrant].self, [String: JSON].self])
}

/// Whose records are.
public struct EntityScope: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Each belongs to a tenant.
    public static var tenant: Self { Self(word: "tenant") }
    /// They are the platform's: operators write them, and every tenant's records may link to them.
    public static var platform: Self { Self(word: "platform") }

    public static var words: StaticString { "tenant platform" }
}

/// How the numbers of an entity are written, and where they stand.
public struct EntityNumber: RatebookRecord {
    /// The field that holds it.
    public var field: String
    /// How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`.
    public var format: String?
    /// When that counter begins anew.
    public var reset: Records.NumberReset
    /// One of the pack's `numbers` in the place of a format: all entities that name it share one counter.
    public var sequence: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        format: String? = nil,
        reset: Records.NumberReset = .never,
        sequence: String? = nil
    ) {
        self.field = field
        self.format = format
        self.reset = reset
        self.sequence = sequence
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"field! format? reset="never" sequence? *"#,
        [String.self, String.self, Records.NumberReset.self, String.self, [String: JSON].self])
}

/// The machine by which records live.
public struct EntityMachine: RatebookRecord {
    /// One of the pack's, or one that comes with the engine.
    public var name: String
    /// The field that holds the state.
    public var field: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        field: String
    ) {
        self.name = name
        self.field = field
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! field! *",
        [String.self, String.self, [String: JSON].self])
}

/// By when something has to be done about a record, in the hours in which time counts.
public struct EntityDeadline: RatebookRecord {
    /// What it is known by, such as `first_reply`.
    public var name: String
    /// The moment from which its time runs: `created_at`, or an instant that an event stamps. It has not begun while there is none.
    public var from: String
    /// How many minutes there are; where they differ, a plan says so.
    public var withinMinutes: Int?
    /// How many minutes there are by a choice, such as the priority.
    public var plan: Records.DeadlinePlan?
    /// The hours and days in which time counts; around the clock when not given.
    public var calendar: Time.BusinessCalendar?
    /// While what time does not count, such as `status == 'waiting'`.
    public var pausedWhile: String?
    /// When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`.
    public var metWhen: String?
    /// The instant at which it is due; nothing while it is paused. What is met keeps it.
    public var due: String
    /// The whole number of seconds that are left, while time does not count.
    public var left: String?
    /// The instant at which it was met.
    public var met: String?
    /// The instant at which it was due when it was missed.
    public var missed: String?
    /// The event of the machine that happens, by the engine, when it is missed.
    public var event: String?
    /// The percentages of its time at which it warns, in order.
    public var warnAtPercent: [Int]
    /// The whole number that says at which percentage it has warned last.
    public var warned: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        from: String,
        withinMinutes: Int? = nil,
        plan: Records.DeadlinePlan? = nil,
        calendar: Time.BusinessCalendar? = nil,
        pausedWhile: String? = nil,
        metWhen: String? = nil,
        due: String,
        left: String? = nil,
        met: String? = nil,
        missed: String? = nil,
        event: String? = nil,
        warnAtPercent: [Int] = [],
        warned: String? = nil
    ) {
        self.name = name
        self.from = from
        self.withinMinutes = withinMinutes
        self.plan = plan
        self.calendar = calendar
        self.pausedWhile = pausedWhile
        self.metWhen = metWhen
        self.due = due
        self.left = left
        self.met = met
        self.missed = missed
        self.event = event
        self.warnAtPercent = warnAtPercent
        self.warned = warned
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! from! within_minutes? plan? calendar? paused_while? met_when? due! left? met? missed? event? warn_at_percent-[] warned? *",
        [String.self, String.self, Int.self, Records.DeadlinePlan.self, Time.BusinessCalendar.self, String.self, String.self, String.self, String.self, String.self, String.self, String.self, [Int].self, String.self, [String: JSON].self])
}

/// How many minutes there are, by the value of a field.
public struct DeadlinePlan: RatebookRecord {
    /// The choice by which they differ.
    public var by: String
    /// The minutes of each; one that is not named has no deadline.
    public var minutes: [String: Int]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        by: String,
        minutes: [String: Int]
    ) {
        self.by = by
        self.minutes = minutes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "by! minutes! *",
        [String.self, [String: Int].self, [String: JSON].self])
}

/// How long records are kept, and what becomes of them then.
public struct EntityRetention: RatebookRecord {
    /// From when their time counts: a field with a day or a moment, or `created_at`, `updated_at`, `deleted_at` or `entered_at`. Without
    /// anything in it, a record is kept.
    public var after: String
    /// What must be true of a record for its time to count, such as `status == 'closed'`.
    public var when: String?
    /// For so many months.
    public var keepMonths: Int?
    /// And so many days.
    public var keepDays: Int?
    /// What is done then.
    public var then: Records.RetentionAction
    /// What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
    /// this.
    public var requiredBy: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        after: String,
        when: String? = nil,
        keepMonths: Int? = nil,
        keepDays: Int? = nil,
        then: Records.RetentionAction,
        requiredBy: String? = nil
    ) {
        self.after = after
        self.when = when
        self.keepMonths = keepMonths
        self.keepDays = keepDays
        self.then = then
        self.requiredBy = requiredBy
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "after! when? keep_months? keep_days? then! required_by? *",
        [String.self, String.self, Int.self, Int.self, Records.RetentionAction.self, String.self, [String: JSON].self])
}

/// How records are deleted softly.
public struct SoftDelete: RatebookRecord {
    /// Unique fields whose values are free again afterwards.
    public var frees: [String]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        frees: [String]? = nil
    ) {
        self.frees = frees
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "frees? *",
        [[String].self, [String: JSON].self])
}

/// How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly.
public struct EntityMerge: RatebookRecord {
    /// What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given.
    public var when: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        when: String? = nil
    ) {
        self.when = when
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "when? *",
        [String.self, [String: JSON].self])
}

/// What samples are of.
public struct SeriesRules: RatebookRecord {
    /// The link to what is sampled.
    public var subject: String
    /// The field with the moment.
    public var at: String
    /// How many days a sample is kept; for ever when not given.
    public var keepDays: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        subject: String,
        at: String,
        keepDays: Int? = nil
    ) {
        self.subject = subject
        self.at = at
        self.keepDays = keepDays
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "subject! at! keep_days? *",
        [String.self, String.self, Int.self, [String: JSON].self])
}

/// What must be true of a record, and what is said when it is not.
public struct EntityCheck: RatebookRecord {
    /// What must be true.
    public var when: String
    /// The field at which it is said.
    public var path: String?
    /// What is said.
    public var message: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        when: String,
        path: String? = nil,
        message: String? = nil
    ) {
        self.when = when
        self.path = path
        self.message = message
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "when! path? message? *",
        [String.self, String.self, String.self, [String: JSON].self])
}

/// Fields that stand together in a form.
public struct FieldGroup: RatebookRecord {
    /// What people read above them.
    public var label: String?
    /// The fields, in their order.
    public var fields: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String? = nil,
        fields: [String]
    ) {
        self.label = label
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label? fields! *",
        [String.self, [String].self, [String: JSON].self])
}

/// What a role may do with records that name the actor.
public struct EntityGrant: RatebookRecord {
    /// Whose grant it is.
    public var role: String
    /// What the relation is called, such as `visits`.
    public var relation: String
    /// The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered.
    public var field: String
    /// What may be done.
    public var permissions: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        role: String,
        relation: String,
        field: String,
        permissions: [String]
    ) {
        self.role = role
        self.relation = relation
        self.field = field
        self.permissions = permissions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "role! relation! field! permissions! *",
        [String.self, String.self, String.self, [String].self, [String: JSON].self])
}

/// A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
/// includes.
public struct CustomRole: RatebookRecord {
    /// What people read.
    public var label: String?
    /// Roles whose rules are this one's too: of the pack, or of the tenant's own.
    public var includes: [String]
    /// What it may do, on every record: `rates:write`, `bookings:*`, `*`.
    public var allow: [String]
    /// What it may not do, whatever else allows it.
    public var deny: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String? = nil,
        includes: [String] = [],
        allow: [String] = [],
        deny: [String] = []
    ) {
        self.label = label
        self.includes = includes
        self.allow = allow
        self.deny = deny
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label? includes-[] allow-[] deny-[] *",
        [String.self, [String].self, [String].self, [String].self, [String: JSON].self])
}

/// The machines of a tenant's own by which records of an entity live in the place of the pack's.
public struct CustomMachine: RatebookRecord {
    /// The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher.
    public var machine: Flow.MachineDefinition?
    /// Those of before, by which records go on that began by them.
    public var former: [Flow.MachineDefinition]
    /// Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants.
    public var closed: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        machine: Flow.MachineDefinition? = nil,
        former: [Flow.MachineDefinition] = [],
        closed: Bool = false
    ) {
        self.machine = machine
        self.former = former
        self.closed = closed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "machine? former-[] closed-false *",
        [Flow.MachineDefinition.self, [Flow.MachineDefinition].self, Bool.self, [String: JSON].self])
}

/// What people are asked to agree to.
public struct ConsentPurpose: RatebookRecord {
    /// What people read above it; made of the name when not given.
    public var label: String?
    /// The version of the text: another text is another version.
    public var version: String
    /// What they agree to, by language.
    public var texts: [String: String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String? = nil,
        version: String,
        texts: [String: String]
    ) {
        self.label = label
        self.version = version
        self.texts = texts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label? version! texts! *",
        [String.self, String.self, [String: String].self, [String: JSON].self])
}

/// What must be true of every record of an entity, and what follows of a change after which it is not.
public struct PackPolicy: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// Whose records.
    public var entity: String
    /// What it is about.
    public var kind: Records.PolicyKind
    /// What must be true, such as `storage_gb <= 500`.
    public var condition: String
    /// What follows when it is not.
    public var effect: Records.PolicyEffect
    /// What is said when it is not.
    public var message: String
    /// The field at which it is said.
    public var field: String?
    /// The figure that is shown: a field such as `storage_gb`, or what is computed of fields.
    public var figure: String?
    /// The limit that is shown beside it, such as `500`.
    public var limit: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        entity: String,
        kind: Records.PolicyKind,
        condition: String,
        effect: Records.PolicyEffect,
        message: String,
        field: String? = nil,
        figure: String? = nil,
        limit: String? = nil
    ) {
        self.id = id
        self.entity = entity
        self.kind = kind
        self.condition = condition
        self.effect = effect
        self.message = message
        self.field = field
        self.figure = figure
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! entity! kind! condition! effect! message! field? figure? limit? *",
        [String.self, String.self, Records.PolicyKind.self, String.self, Records.PolicyEffect.self, String.self, String.self, String.self, String.self, [String: JSON].self])
}

/// What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application.
public struct LetterDefinition: RatebookRecord {
    /// What effects name it by.
    public var name: String
    /// What people read who choose what they are told.
    public var label: String?
    /// The entity whose record it is about.
    public var entity: String
    /// In the rights of which role the record is read.
    public var asRole: String
    /// Who is told.
    public var to: [Records.LetterReceiver]
    /// The field with the language of whoever has no account, such as `locale` or `customer_id.locale`.
    public var locale: String?
    /// What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`.
    public var fields: [String]
    /// Fields whose files go along with the letter.
    public var attachments: [String]
    /// The place where mail arrives to which an answer goes, where the tenant has an address for it.
    public var answers: String?
    /// What it says, by language; in a language that is missing it is read in the first one of the pack.
    public var words: [String: Records.LetterWords]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        entity: String,
        asRole: String,
        to: [Records.LetterReceiver],
        locale: String? = nil,
        fields: [String] = [],
        attachments: [String] = [],
        answers: String? = nil,
        words: [String: Records.LetterWords]
    ) {
        self.name = name
        self.label = label
        self.entity = entity
        self.asRole = asRole
        self.to = to
        self.locale = locale
        self.fields = fields
        self.attachments = attachments
        self.answers = answers
        self.words = words
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? entity! as_role! to! locale? fields-[] attachments-[] answers? words! *",
        [String.self, String.self, String.self, String.self, [Records.LetterReceiver].self, String.self, [String].self, [String].self, String.self, [String: Records.LetterWords].self, [String: JSON].self])
}

/// Who is told.
public enum LetterReceiver: RatebookValue {
    /// Whoever has the e-mail in this field of the record, or of one that it links to: `email`, `customer_id.email`.
    case email(String)
    /// Whoever has the telephone number in this field of the record, or of one that it links to: they are told by SMS.
    case phone(String)
    /// The member whose id stands in this field.
    case member(String)
    /// Every member of this role.
    case role(String)
    /// Whose record it is, by the `owner` of the entity.
    case owner
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "owner", holding: "email phone member role") {
        case 0: self = .owner
        case 1: self = .email(try reader.held())
        case 2: self = .phone(try reader.held())
        case 3: self = .member(try reader.held())
        case 4: self = .role(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .email(let held): writer.choice("email", held)
        case .phone(let held): writer.choice("phone", held)
        case .member(let held): writer.choice("member", held)
        case .role(let held): writer.choice("role", held)
        case .owner: writer.write("owner")
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What a letter says in one language, as templates: `{{ number }}` is the record's number.
public struct LetterWords: RatebookRecord {
    /// What it is about, on one line.
    public var subject: String
    /// What it says.
    public var text: String
    /// The same as HTML: what stands in fields is escaped there.
    public var html: String?
    /// The same in a few words, for telephones: what an SMS says, and what is pushed under the subject.
    public var short: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        subject: String,
        text: String,
        html: String? = nil,
        short: String? = nil
    ) {
        self.subject = subject
        self.text = text
        self.html = html
        self.short = short
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "subject! text! html? short? *",
        [String.self, String.self, String.self, String.self, [String: JSON].self])
}

/// Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one.
public struct InboundDefinition: RatebookRecord {
    /// What a tenant opens it by.
    public var name: String
    /// What people read.
    public var label: String?
    /// Of which entity a record is made.
    public var entity: String
    /// In the rights of which role.
    public var asRole: String
    /// The field that takes the subject.
    public var subject: String?
    /// The field that takes the text.
    public var text: String
    /// The field that takes the e-mail of whoever wrote, as the mail says it.
    public var sender: String?
    /// The field that takes what they call themselves.
    public var senderName: String?
    /// The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it.
    public var proven: String?
    /// The fields that take files which come along: each the first one of its types that no field before it has.
    public var files: [String]
    /// The link that takes whoever wrote, and what becomes of the mail of a stranger.
    public var contact: Records.InboundContact?
    /// Other values of each such record.
    public var values: [String: JSON]
    /// What an answer to a letter about such a record becomes; a record like any other when not given.
    public var reply: Records.InboundReply?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        entity: String,
        asRole: String,
        subject: String? = nil,
        text: String,
        sender: String? = nil,
        senderName: String? = nil,
        proven: String? = nil,
        files: [String] = [],
        contact: Records.InboundContact? = nil,
        values: [String: JSON] = [:],
        reply: Records.InboundReply? = nil
    ) {
        self.name = name
        self.label = label
        self.entity = entity
        self.asRole = asRole
        self.subject = subject
        self.text = text
        self.sender = sender
        self.senderName = senderName
        self.proven = proven
        self.files = files
        self.contact = contact
        self.values = values
        self.reply = reply
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? entity! as_role! subject? text! sender? sender_name? proven? files-[] contact? values-{} reply? *",
        [String.self, String.self, String.self, String.self, String.self, String.self, String.self, String.self, String.self, [String].self, Records.InboundContact.self, [String: JSON].self, Records.InboundReply.self, [String: JSON].self])
}

/// How whoever wrote is found.
public struct InboundContact: RatebookRecord {
    /// The field that links to them.
    public var field: String
    /// The field of theirs with their e-mail.
    public var by: String
    /// What is believed of who wrote.
    public var believe: Records.InboundBelief
    /// What becomes of the mail of somebody of whom there is no record.
    public var unknown: Records.InboundStranger
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        by: String,
        believe: Records.InboundBelief = .proven,
        unknown: Records.InboundStranger = .refuse
    ) {
        self.field = field
        self.by = by
        self.believe = believe
        self.unknown = unknown
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"field! by! believe="proven" unknown="refuse" *"#,
        [String.self, String.self, Records.InboundBelief.self, Records.InboundStranger.self, [String: JSON].self])
}

/// What is believed of who wrote a mail.
public struct InboundBelief: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// What a mail server has found that the tenant trusts: that the domain of the sender has sent it. Of any other mail nobody knows
    /// who wrote it.
    public static var proven: Self { Self(word: "proven") }
    /// What the mail itself says, which anybody may write.
    public static var said: Self { Self(word: "said") }

    public static var words: StaticString { "proven said" }
}

/// What becomes of the mail of a stranger.
public struct InboundStranger: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is refused, so that they are told by their mail server.
    public static var refuse: Self { Self(word: "refuse") }
    /// It is taken and nothing is made of it.
    public static var drop: Self { Self(word: "drop") }
    /// A record is made of it that links to nobody.
    public static var accept: Self { Self(word: "accept") }

    public static var words: StaticString { "refuse drop accept" }
}

/// What an answer to a letter becomes.
public struct InboundReply: RatebookRecord {
    /// Of which entity a record is made.
    public var entity: String
    /// The field that links to the record that the letter was about.
    public var link: String
    /// The field that takes the text.
    public var text: String
    /// The field that takes the e-mail of whoever wrote, as the mail says it.
    public var sender: String?
    /// The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it.
    public var proven: String?
    /// The fields that take files which come along.
    public var files: [String]
    /// Whether only the contact of the record may answer: the mail of anybody else is one like any other.
    public var onlyContact: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        link: String,
        text: String,
        sender: String? = nil,
        proven: String? = nil,
        files: [String] = [],
        onlyContact: Bool = false
    ) {
        self.entity = entity
        self.link = link
        self.text = text
        self.sender = sender
        self.proven = proven
        self.files = files
        self.onlyContact = onlyContact
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! link! text! sender? proven? files-[] only_contact-false *",
        [String.self, String.self, String.self, String.self, String.self, [String].self, Bool.self, [String: JSON].self])
}

/// Who outside tells what happened there: how their messages are proven, and what of them is done here.
public struct WebhookDefinition: RatebookRecord {
    /// What a tenant opens it by.
    public var name: String
    /// What people read.
    public var label: String?
    /// How a message is signed.
    public var scheme: Records.WebhookScheme
    /// The header with the signature; Standard Webhooks and PayPal say themselves which one.
    public var header: String?
    /// What stands in that header before the signature, such as `sha256=`.
    public var prefix: String?
    /// How the signature is written.
    public var encoding: Records.WebhookEncoding
    /// Whether the address to which it is sent is signed before the body.
    public var withAddress: Bool
    /// For how many seconds a signed message is taken, where its time is signed.
    public var toleranceSeconds: Int
    /// Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves.
    public var id: Records.WebhookPart?
    /// Where it stands what happened.
    public var kind: Records.WebhookPart?
    /// In the rights of which role something is done.
    public var asRole: String
    /// What is done, in order.
    public var does: [Records.WebhookAction]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        scheme: Records.WebhookScheme,
        header: String? = nil,
        prefix: String? = nil,
        encoding: Records.WebhookEncoding = .hex,
        withAddress: Bool = false,
        toleranceSeconds: Int = 300,
        id: Records.WebhookPart? = nil,
        kind: Records.WebhookPart? = nil,
        asRole: String,
        does: [Records.WebhookAction] = []
    ) {
        self.name = name
        self.label = label
        self.scheme = scheme
        self.header = header
        self.prefix = prefix
        self.encoding = encoding
        self.withAddress = withAddress
        self.toleranceSeconds = toleranceSeconds
        self.id = id
        self.kind = kind
        self.asRole = asRole
        self.does = does
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! label? scheme! header? prefix? encoding="hex" with_address-false tolerance_seconds=300 id? kind? as_role! does-[] *"#,
        [String.self, String.self, Records.WebhookScheme.self, String.self, String.self, Records.WebhookEncoding.self, Bool.self, Int.self, Records.WebhookPart.self, Records.WebhookPart.self, String.self, [Records.WebhookAction].self, [String: JSON].self])
}

/// How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate.
public struct WebhookScheme: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Over the body. No time is signed.
    public static var body: Self { Self(word: "body") }
    /// Over a time and the body: `t=…,v1=…`, in hexadecimal digits.
    public static var timestamped: Self { Self(word: "timestamped") }
    /// As Standard Webhooks has it: over id, time and body.
    public static var standard: Self { Self(word: "standard") }
    /// As PayPal has it: by their certificate, over an id, a time, the id of the webhook and the CRC-32 of the body.
    public static var paypal: Self { Self(word: "paypal") }

    public static var words: StaticString { "body timestamped standard paypal" }
}

/// How a signature is written.
public struct WebhookEncoding: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// In small hexadecimal digits.
    public static var hex: Self { Self(word: "hex") }
    /// In Base64.
    public static var base64: Self { Self(word: "base64") }

    public static var words: StaticString { "hex base64" }
}

/// Where something of a message stands: in a header, or in the body.
public struct WebhookPart: RatebookRecord {
    /// The header.
    public var header: String?
    /// Where in the body, as a JSON pointer.
    public var body: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        header: String? = nil,
        body: String? = nil
    ) {
        self.header = header
        self.body = body
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "header? body? *",
        [String.self, String.self, [String: JSON].self])
}

/// What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made.
public struct WebhookAction: RatebookRecord {
    /// Of what happened; of everything where nothing stands here.
    public var kinds: [String]
    /// Of which entity the record is.
    public var entity: String
    /// How it is found; without this a record is made. A message that does not name one is about none of ours.
    public var find: Records.WebhookFind?
    /// The event that happens to it.
    public var event: String?
    /// The fields that take something of the body, each with where it stands there, as a JSON pointer.
    public var fields: [String: String]
    /// Other values.
    public var values: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kinds: [String] = [],
        entity: String,
        find: Records.WebhookFind? = nil,
        event: String? = nil,
        fields: [String: String] = [:],
        values: [String: JSON] = [:]
    ) {
        self.kinds = kinds
        self.entity = entity
        self.find = find
        self.event = event
        self.fields = fields
        self.values = values
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kinds-[] entity! find? event? fields-{} values-{} *",
        [[String].self, String.self, Records.WebhookFind.self, String.self, [String: String].self, [String: JSON].self, [String: JSON].self])
}

/// How the record of a message is found.
public struct WebhookFind: RatebookRecord {
    /// By which field; `id` is one.
    public var field: String
    /// Where its value stands in the body, as a JSON pointer.
    public var at: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        at: String
    ) {
        self.field = field
        self.at = at
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! at! *",
        [String.self, String.self, [String: JSON].self])
}

/// What is done by the clock, to every record for which something is true.
public struct Schedule: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// When, as a line of cron by the tenant's clock: `15 0 * * *`.
    public var cron: String
    /// Whose records.
    public var entity: String
    /// Which of them; all when not given. `now` and `today` may be used.
    public var when: String?
    /// What happens to each, where it is no rule of automation that waits for the schedule.
    public var `do`: Records.ScheduleAction?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        cron: String,
        entity: String,
        when: String? = nil,
        `do`: Records.ScheduleAction? = nil
    ) {
        self.name = name
        self.cron = cron
        self.entity = entity
        self.when = when
        self.do = `do`
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! cron! entity! when? do? *",
        [String.self, String.self, String.self, String.self, Records.ScheduleAction.self, [String: JSON].self])
}

/// What a schedule does with a record.
public enum ScheduleAction: RatebookValue {
    /// An event of its machine.
    case event(String)
    /// An effect, as a machine would name it.
    case effect(String)
    /// A letter of the pack, by which people are told.
    case notify(String)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "event effect notify") {
        case 0: self = .event(try reader.held())
        case 1: self = .effect(try reader.held())
        case 2: self = .notify(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .event(let held): writer.choice("event", held)
        case .effect(let held): writer.choice("effect", held)
        case .notify(let held): writer.choice("notify", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// When people are written to about records of an entity: follow-ups, reminders, greetings.
public struct ContactsDefinition: RatebookRecord {
    /// What it is known by: small letters, digits and `_`.
    public var name: String
    /// What people read.
    public var label: String?
    /// Whose records.
    public var entity: String
    /// In the rights of which role they are looked at.
    public var asRole: String
    /// The purpose to which everybody whom a record is about must have agreed for what is marketing.
    public var consent: String?
    /// When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end.
    public var quietHours: Time.OpeningHours?
    /// What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told.
    public var contacts: [Records.ContactRule]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        entity: String,
        asRole: String,
        consent: String? = nil,
        quietHours: Time.OpeningHours? = nil,
        contacts: [Records.ContactRule]
    ) {
        self.name = name
        self.label = label
        self.entity = entity
        self.asRole = asRole
        self.consent = consent
        self.quietHours = quietHours
        self.contacts = contacts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? entity! as_role! consent? quiet_hours? contacts! *",
        [String.self, String.self, String.self, String.self, String.self, Time.OpeningHours.self, [Records.ContactRule].self, [String: JSON].self])
}

/// What people look at: a question about one entity, and how the answer is shown.
public struct ViewDefinition: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?
    /// How it is shown.
    public var kind: Records.PackViewKind
    /// Of what.
    public var entity: String
    /// Filters, as the address of a list has them.
    public var filter: [String: String]
    /// How it is sorted.
    public var sort: [String]
    /// The columns of a list, what a card of a board shows.
    public var fields: [String]
    /// The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given.
    public var group: String?
    /// The day or the moment at which a record begins in a calendar.
    public var from: String?
    /// The day on which it ends there, included, or the moment.
    public var to: String?
    /// The fields by whose values records are counted and summed.
    public var facets: [String]
    /// The fields that are summed.
    public var sums: [String]
    /// The plot that shows it.
    public var plot: Records.ViewPlot?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        kind: Records.PackViewKind,
        entity: String,
        filter: [String: String] = [:],
        sort: [String] = [],
        fields: [String] = [],
        group: String? = nil,
        from: String? = nil,
        to: String? = nil,
        facets: [String] = [],
        sums: [String] = [],
        plot: Records.ViewPlot? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.entity = entity
        self.filter = filter
        self.sort = sort
        self.fields = fields
        self.group = group
        self.from = from
        self.to = to
        self.facets = facets
        self.sums = sums
        self.plot = plot
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? kind! entity! filter-{} sort-[] fields-[] group? from? to? facets-[] sums-[] plot? *",
        [String.self, String.self, Records.PackViewKind.self, String.self, [String: String].self, [String].self, [String].self, String.self, String.self, String.self, [String].self, [String].self, Records.ViewPlot.self, [String: JSON].self])
}

/// How a view is shown.
public struct PackViewKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Rows and columns.
    public static var list: Self { Self(word: "list") }
    /// Cards in the columns of a choice or of the machine's states.
    public static var board: Self { Self(word: "board") }
    /// Records by day.
    public static var calendar: Self { Self(word: "calendar") }
    /// Figures and plots side by side.
    public static var dashboard: Self { Self(word: "dashboard") }
    /// Figures to be printed and exported.
    public static var report: Self { Self(word: "report") }

    public static var words: StaticString { "list board calendar dashboard report" }
}

/// A plot of a view's figures.
public struct ViewPlot: RatebookRecord {
    /// How it is drawn.
    public var kind: Records.ViewPlotKind
    /// The field along the axis.
    public var along: String
    /// The field that is summed; records are counted when not given.
    public var of: String?
    /// How long a stretch along days or moments is; a day when not given.
    public var per: Records.Stretch?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kind: Records.ViewPlotKind,
        along: String,
        of: String? = nil,
        per: Records.Stretch? = nil
    ) {
        self.kind = kind
        self.along = along
        self.of = of
        self.per = per
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! along! of? per? *",
        [Records.ViewPlotKind.self, String.self, String.self, Records.Stretch.self, [String: JSON].self])
}

/// How a plot is drawn.
public struct ViewPlotKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Bars.
    public static var bar: Self { Self(word: "bar") }
    /// A line.
    public static var line: Self { Self(word: "line") }
    /// Shares of a whole.
    public static var share: Self { Self(word: "share") }

    public static var words: StaticString { "bar line share" }
}

/// How long a stretch is.
public struct Stretch: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// An hour, counted from the beginning of each day: where clocks are changed a day has one more or one less.
    public static var hour: Self { Self(word: "hour") }
    /// A day.
    public static var day: Self { Self(word: "day") }
    /// A month; the first and the last one as far as the days reach.
    public static var month: Self { Self(word: "month") }

    public static var words: StaticString { "hour day month" }
}

/// A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called.
public struct DocumentDefinition: RatebookRecord {
    /// What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`.
    public var name: String
    /// What people read.
    public var label: String?
    /// Of what.
    public var entity: String
    /// Whether it is made of the records of a list, and not of one.
    public var list: Bool
    /// What it is called in each language of the pack. `{number}` stands for that field of the record.
    public var title: [String: String]
    /// What its file is called, with fields of the record as in the title; its name when not given.
    public var file: String?
    /// What it is printed on.
    public var paper: Records.DocumentPaper?
    /// The fields that it is given, as whoever asks may see them; all when none is named.
    public var fields: [String]
    /// The links in whose place it is given the records that they lead to.
    public var expand: [String]
    /// The fields of rows whose records it is given.
    public var rows: [String]
    /// The fields whose sums it is given, of all records of its list.
    public var sums: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String? = nil,
        entity: String,
        list: Bool = false,
        title: [String: String],
        file: String? = nil,
        paper: Records.DocumentPaper? = nil,
        fields: [String] = [],
        expand: [String] = [],
        rows: [String] = [],
        sums: [String] = []
    ) {
        self.name = name
        self.label = label
        self.entity = entity
        self.list = list
        self.title = title
        self.file = file
        self.paper = paper
        self.fields = fields
        self.expand = expand
        self.rows = rows
        self.sums = sums
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label? entity! list-false title! file? paper? fields-[] expand-[] rows-[] sums-[] *",
        [String.self, String.self, String.self, Bool.self, [String: String].self, String.self, Records.DocumentPaper.self, [String].self, [String].self, [String].self, [String].self, [String: JSON].self])
}

/// What a document is printed on.
public struct DocumentPaper: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// 210 × 297 mm.
    public static var a4: Self { Self(word: "a4") }
    /// 148 × 210 mm.
    public static var a5: Self { Self(word: "a5") }
    /// 8.5 × 11 inches.
    public static var letter: Self { Self(word: "letter") }

    public static var words: StaticString { "a4 a5 letter" }
}

/// A text that documents are made by, in the language of typst.
public struct PackTemplate: RatebookRecord {
    /// Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it.
    public var path: String
    /// What it says.
    public var text: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        path: String,
        text: String
    ) {
        self.path = path
        self.text = text
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "path! text! *",
        [String.self, String.self, [String: JSON].self])
}

/// A record that makes a pack look alive.
public struct DemoRecord: RatebookRecord {
    /// Of what.
    public var entity: String
    /// What other demo records call it by.
    public var key: String
    /// Its values; `@key` is the id of another demo record.
    public var values: [String: JSON]
    /// Events that happen to it afterwards.
    public var events: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        key: String,
        values: [String: JSON] = [:],
        events: [String] = []
    ) {
        self.entity = entity
        self.key = key
        self.values = values
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! key! values-{} events-[] *",
        [String.self, String.self, [String: JSON].self, [String].self, [String: JSON].self])
}

/// Something that a pack promises.
public struct PackRule: RatebookRecord, Identifiable {
    /// What it is known by: `ISP-16`.
    public var id: String
    /// What is promised.
    public var sentence: String
    /// Where it is decided.
    public var decided: Records.RuleDecider
    /// The tests and vectors that fail when it is broken.
    public var proofs: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        sentence: String,
        decided: Records.RuleDecider,
        proofs: [String] = []
    ) {
        self.id = id
        self.sentence = sentence
        self.decided = decided
        self.proofs = proofs
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! sentence! decided! proofs-[] *",
        [String.self, String.self, Records.RuleDecider.self, [String].self, [String: JSON].self])
}

/// Where a rule is decided.
public struct RuleDecider: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// In the engine.
    public static var core: Self { Self(word: "core") }
    /// By the server.
    public static var server: Self { Self(word: "server") }
    /// By what speaks to the outside.
    public static var connector: Self { Self(word: "connector") }
    /// On a screen.
    public static var web: Self { Self(word: "web") }
    /// By how it is run.
    public static var operations: Self { Self(word: "operations") }

    public static var words: StaticString { "core server connector web operations" }
}

/// The files of a pack.
public struct ReadFilesRequest: RatebookRecord {
    /// The text of each file by its path within the pack, such as `entities/customer.toml`.
    public var files: [String: JSON]
    /// The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not
    /// given.
    public var carries: [String]?
    /// The files of other packs at hand, by their folders; those that this one needs are put together with it.
    public var others: [String: [String: JSON]]

    public init(
        files: [String: JSON],
        carries: [String]? = nil,
        others: [String: [String: JSON]] = [:]
    ) {
        self.files = files
        self.carries = carries
        self.others = others
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "files! carries? others-{}",
        [[String: JSON].self, [String].self, [String: [String: JSON]].self])
}

/// Which of the records at hand answer a query.
public struct MatchesRequest: RatebookRecord {
    /// What is asked.
    public var query: Records.RecordQuery
    /// The records, as lists answer them: with their id, and gathered values as lists.
    public var records: [[String: JSON]]

    public init(
        query: Records.RecordQuery,
        records: [[String: JSON]]
    ) {
        self.query = query
        self.records = records
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "query! records!",
        [Records.RecordQuery.self, [[String: JSON]].self])
}

/// Which records of an entity, in which order, and what of them.
public struct RecordQuery: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who asks.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and
    /// sorted; those of the pack's first language stand for those that are not there.
    public var locale: String?
    /// Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`,
    /// `assignee_given` = `false`.
    public var filter: [String: String]
    /// A condition besides, such as `quantity <= min_quantity`.
    public var `where`: String?
    /// A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first.
    public var q: String?
    /// The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`.
    public var sort: [String]
    /// How many at most; 20 when not given.
    public var limit: Int?
    /// What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id.
    public var after: [JSON]
    /// The fields that are wanted; all that may be seen when not given.
    public var fields: [String]
    /// The links whose records are wanted too.
    public var expand: [String]
    /// The fields whose sums are wanted.
    public var sums: [String]
    /// The fields by whose values records are to be counted.
    public var facets: [String]
    /// Whether it is to be told how many there are.
    public var total: Bool
    /// Whether it is for an export, which needs a permission of its own.
    public var export: Bool
    /// Whether records that were deleted are wanted, and no others.
    public var deleted: Bool

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        locale: String? = nil,
        filter: [String: String] = [:],
        `where`: String? = nil,
        q: String? = nil,
        sort: [String] = [],
        limit: Int? = nil,
        after: [JSON] = [],
        fields: [String] = [],
        expand: [String] = [],
        sums: [String] = [],
        facets: [String] = [],
        total: Bool = false,
        export: Bool = false,
        deleted: Bool = false
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.zone = zone
        self.locale = locale
        self.filter = filter
        self.where = `where`
        self.q = q
        self.sort = sort
        self.limit = limit
        self.after = after
        self.fields = fields
        self.expand = expand
        self.sums = sums
        self.facets = facets
        self.total = total
        self.export = export
        self.deleted = deleted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! zone? locale? filter-{} where? q? sort-[] limit? after-[] fields-[] expand-[] sums-[] facets-[] total-false export-false deleted-false",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, String.self, [String: String].self, String.self, String.self, [String].self, Int.self, [JSON].self, [String].self, [String].self, [String].self, [String].self, Bool.self, Bool.self, Bool.self])
}

/// The records at hand that answer a query, as a list would.
public struct Matched: RatebookRecord {
    /// The places of the page's records among those that were given, in the order of the list.
    public var places: [Int]
    /// The records themselves, as the actor may see them.
    public var items: [[String: JSON]]
    /// How many there are in all, when asked for.
    public var total: Int?
    /// What the next page follows on; nothing when this is the last.
    public var next: [JSON]?
    /// The sums, by field, of numbers as text, of amounts by currency.
    public var sums: [String: JSON]
    /// How many records have each value, by field.
    public var facets: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        places: [Int],
        items: [[String: JSON]],
        total: Int? = nil,
        next: [JSON]? = nil,
        sums: [String: JSON],
        facets: [String: JSON]
    ) {
        self.places = places
        self.items = items
        self.total = total
        self.next = next
        self.sums = sums
        self.facets = facets
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "places! items! total? next? sums! facets! *",
        [[Int].self, [[String: JSON]].self, Int.self, [JSON].self, [String: JSON].self, [String: JSON].self, [String: JSON].self])
}

/// What is to be asked of an entity's table, in numbers of columns, with every right of the actor in it. Who carries it out adds the
/// tenant and nothing else.
public struct PlannedQuery: RatebookRecord {
    /// The entity.
    public var entity: String
    /// The columns of its table, in order of number.
    public var columns: [String]
    /// What must be true of a record, step by step: each puts true or false on a pile, or takes some off it and puts one back.
    public var test: [Records.PlanStep]
    /// The languages in which texts are found and sorted of which there are several, the best first; behind them comes the pack's first.
    /// A column that ends with `__shown` is such a text in the first of them that is there.
    public var languages: [String]
    /// What the records are ranked by before all else.
    public var rank: Records.PlanRank?
    /// The order; it ends with what is unique.
    public var sort: [Records.PlanSortKey]
    /// How many records at most.
    public var limit: Int
    /// The fields that are answered.
    public var fields: [Records.PlanField]
    /// The links whose records are answered too, each by its own plan.
    public var expand: [String]
    /// The fields that are summed.
    public var sums: [String]
    /// The fields by whose values records are counted.
    public var facets: [String]
    /// Whether it is to be told how many there are.
    public var total: Bool
    /// Where the values of gathered fields stand.
    public var gathers: [Records.PlanGathering]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        columns: [String],
        test: [Records.PlanStep],
        languages: [String] = [],
        rank: Records.PlanRank? = nil,
        sort: [Records.PlanSortKey],
        limit: Int,
        fields: [Records.PlanField],
        expand: [String],
        sums: [String],
        facets: [String],
        total: Bool,
        gathers: [Records.PlanGathering]
    ) {
        self.entity = entity
        self.columns = columns
        self.test = test
        self.languages = languages
        self.rank = rank
        self.sort = sort
        self.limit = limit
        self.fields = fields
        self.expand = expand
        self.sums = sums
        self.facets = facets
        self.total = total
        self.gathers = gathers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! columns! test! languages-[] rank? sort! limit! fields! expand! sums! facets! total! gathers! *",
        [String.self, [String].self, [Records.PlanStep].self, [String].self, Records.PlanRank.self, [Records.PlanSortKey].self, Int.self, [Records.PlanField].self, [String].self, [String].self, [String].self, Bool.self, [Records.PlanGathering].self, [String: JSON].self])
}

/// One step of a test. What is missing makes a comparison false.
public struct PlanStep: RatebookRecord {
    /// What it does.
    public var step: Records.PlanStepKind
    /// The columns that it looks at.
    public var columns: [Int]
    /// Columns of a sum that are taken off.
    public var takenOff: [Int]
    /// The fields whose lists it looks into.
    public var lists: [String]
    /// The field whose list it looks at.
    public var field: String?
    /// How it compares.
    public var sign: Records.Sign?
    /// What it compares with: whole numbers as text, in the units of the column.
    public var values: [JSON]
    /// How many answers it takes off the pile.
    public var count: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        step: Records.PlanStepKind,
        columns: [Int] = [],
        takenOff: [Int] = [],
        lists: [String] = [],
        field: String? = nil,
        sign: Records.Sign? = nil,
        values: [JSON] = [],
        count: Int? = nil
    ) {
        self.step = step
        self.columns = columns
        self.takenOff = takenOff
        self.lists = lists
        self.field = field
        self.sign = sign
        self.values = values
        self.count = count
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "step! columns-[] taken_off-[] lists-[] field? sign? values-[] count? *",
        [Records.PlanStepKind.self, [Int].self, [Int].self, [String].self, String.self, Records.Sign.self, [JSON].self, Int.self, [String: JSON].self])
}

/// What a step does.
public struct PlanStepKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Puts a truth on the pile.
    public static var truth: Self { Self(word: "truth") }
    /// Takes several off and puts back whether all are true.
    public static var all: Self { Self(word: "all") }
    /// Takes several off and puts back whether one of them is true.
    public static var either: Self { Self(word: "either") }
    /// Turns the last one round.
    public static var not: Self { Self(word: "not") }
    /// Whether there is a value in the column.
    public static var given: Self { Self(word: "given") }
    /// Whether the columns, added up, compare so with a number; one of them alone compares by itself.
    public static var sum: Self { Self(word: "sum") }
    /// Whether a text, an id or a truth compares so.
    public static var compare: Self { Self(word: "compare") }
    /// Whether one column compares so with another.
    public static var columns: Self { Self(word: "columns") }
    /// Whether the value is one of several.
    public static var oneOf: Self { Self(word: "one_of") }
    /// Whether a list has a value.
    public static var holds: Self { Self(word: "holds") }
    /// Whether a text begins with another.
    public static var begins: Self { Self(word: "begins") }
    /// Whether a text has another in it.
    public static var contains: Self { Self(word: "contains") }
    /// Whether any of the columns, or any entry of the lists, has a part in it.
    public static var search: Self { Self(word: "search") }

    public static var words: StaticString { "truth all either not given sum compare columns one_of holds begins contains search" }
}

/// How something compares.
public struct Sign: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is the same.
    public static var equal: Self { Self(word: "equal") }
    /// It is below.
    public static var below: Self { Self(word: "below") }
    /// It is not above.
    public static var atMost: Self { Self(word: "at_most") }
    /// It is above.
    public static var above: Self { Self(word: "above") }
    /// It is not below.
    public static var atLeast: Self { Self(word: "at_least") }

    public static var words: StaticString { "equal below at_most above at_least" }
}

/// What records are ranked by, the best of their texts: those come first of which a text is the part, then those of which one begins
/// with it, then those of which a word in one does, then all others.
public struct PlanRank: RatebookRecord {
    /// The columns of the texts.
    public var columns: [Int]
    /// The fields with lists of texts.
    public var lists: [String]
    /// What is searched for, in small letters.
    public var part: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        columns: [Int],
        lists: [String] = [],
        part: String
    ) {
        self.columns = columns
        self.lists = lists
        self.part = part
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "columns! lists-[] part! *",
        [[Int].self, [String].self, String.self, [String: JSON].self])
}

/// A key of an order.
public struct PlanSortKey: RatebookRecord {
    /// The column.
    public var column: Int
    /// Whether the greatest comes first. What is missing is below everything.
    public var descending: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        column: Int,
        descending: Bool
    ) {
        self.column = column
        self.descending = descending
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "column! descending! *",
        [Int.self, Bool.self, [String: JSON].self])
}

/// A field that is answered.
public struct PlanField: RatebookRecord {
    /// Which.
    public var field: String
    /// The records of which it is seen; of all others stars are.
    public var seen: [Records.PlanStep]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        seen: [Records.PlanStep]
    ) {
        self.field = field
        self.seen = seen
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! seen! *",
        [String.self, [Records.PlanStep].self, [String: JSON].self])
}

/// Where the values of a gathered field stand.
public struct PlanGathering: RatebookRecord {
    /// The field.
    public var field: String
    /// The entity in whose records they stand.
    public var entity: String
    /// The column of the value there.
    public var value: Int
    /// The column of the link there.
    public var by: Int
    /// What must be true there.
    public var test: [Records.PlanStep]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        entity: String,
        value: Int,
        by: Int,
        test: [Records.PlanStep]
    ) {
        self.field = field
        self.entity = entity
        self.value = value
        self.by = by
        self.test = test
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! entity! value! by! test! *",
        [String.self, String.self, Int.self, Int.self, [Records.PlanStep].self, [String: JSON].self])
}

/// A change to a record, or a new one.
public struct RecordCheckRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who changes it.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The id of a new record, made by the host.
    public var id: String?
    /// The record as it is, as lists answer it and with nothing hidden; none for a new one.
    public var before: [String: JSON]?
    /// Fields with their values: `null` clears, what is absent stays.
    public var change: [String: JSON]
    /// Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it.
    public var replace: Bool
    /// The version that the actor saw; another one is refused.
    public var expectedVersion: Int?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        id: String? = nil,
        before: [String: JSON]? = nil,
        change: [String: JSON] = [:],
        replace: Bool = false,
        expectedVersion: Int? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.zone = zone
        self.id = id
        self.before = before
        self.change = change
        self.replace = replace
        self.expectedVersion = expectedVersion
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! zone? id? before? change-{} replace-false expected_version?",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, String.self, [String: JSON].self, [String: JSON].self, Bool.self, Int.self])
}

/// A record that may be kept, and what has to be done about it.
public struct CheckedRecord: RatebookRecord {
    /// The record as it is now.
    public var record: [String: JSON]
    /// What has changed, in the order of the fields.
    public var changes: [Records.RecordChange]
    /// What no other record may have.
    public var unique: [Records.UniqueKey]
    /// Records that are linked to anew, to be looked up.
    public var links: [Records.LinkedRecord]
    /// The number that is to be taken for it.
    public var number: Records.NumberWanted?
    /// What to keep of the beginning of its life.
    public var started: Flow.MachineRecord?
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// What has happened, such as `customer:created`.
    public var events: [String]
    /// The policies that it does not keep by this change, and that are told and stop nothing.
    public var warned: [Tenancy.PolicyVerdict]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        changes: [Records.RecordChange],
        unique: [Records.UniqueKey],
        links: [Records.LinkedRecord],
        number: Records.NumberWanted? = nil,
        started: Flow.MachineRecord? = nil,
        effects: [Flow.MachineEffect],
        events: [String],
        warned: [Tenancy.PolicyVerdict] = []
    ) {
        self.record = record
        self.changes = changes
        self.unique = unique
        self.links = links
        self.number = number
        self.started = started
        self.effects = effects
        self.events = events
        self.warned = warned
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! changes! unique! links! number? started? effects! events! warned-[] *",
        [[String: JSON].self, [Records.RecordChange].self, [Records.UniqueKey].self, [Records.LinkedRecord].self, Records.NumberWanted.self, Flow.MachineRecord.self, [Flow.MachineEffect].self, [String].self, [Tenancy.PolicyVerdict].self, [String: JSON].self])
}

/// A field that is another than before.
public struct RecordChange: RatebookRecord {
    /// The field.
    public var field: String
    /// What it was; nothing when there was none.
    public var before: JSON?
    /// What it is; nothing when there is none any more.
    public var after: JSON?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        before: JSON? = nil,
        after: JSON? = nil
    ) {
        self.field = field
        self.before = before
        self.after = after
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! before? after? *",
        [String.self, JSON.self, JSON.self, [String: JSON].self])
}

/// Values that no other record may have.
public struct UniqueKey: RatebookRecord {
    /// The fields.
    public var fields: [String]
    /// Their values; those that are compared without regard to capital letters are in small ones.
    public var values: [JSON]
    /// Whether capital letters do not count.
    public var folded: Bool
    /// Whether no record of any tenant may have them.
    public var platformWide: Bool
    /// Whether a record that was deleted has given them up.
    public var freed: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fields: [String],
        values: [JSON],
        folded: Bool,
        platformWide: Bool,
        freed: Bool
    ) {
        self.fields = fields
        self.values = values
        self.folded = folded
        self.platformWide = platformWide
        self.freed = freed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fields! values! folded! platform_wide! freed! *",
        [[String].self, [JSON].self, Bool.self, Bool.self, Bool.self, [String: JSON].self])
}

/// A record that is linked to anew, to be looked up.
public struct LinkedRecord: RatebookRecord, Identifiable {
    /// The field with the link.
    public var field: String
    /// Where the request has it, as a JSON pointer.
    public var path: String
    /// Of what it is.
    public var entity: String
    /// Its id.
    public var id: String
    /// What must be true of it.
    public var only: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        path: String,
        entity: String,
        id: String,
        only: String? = nil
    ) {
        self.field = field
        self.path = path
        self.entity = entity
        self.id = id
        self.only = only
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! path! entity! id! only? *",
        [String.self, String.self, String.self, String.self, String.self, [String: JSON].self])
}

/// A number that a new record gets.
public struct NumberWanted: RatebookRecord {
    /// The field that holds it.
    public var field: String
    /// What its counter is known by: the entity, or `sequence:` and what the shared number is called.
    public var name: String
    /// How it is written.
    public var format: String
    /// When its counter begins anew.
    public var reset: Records.NumberReset
    /// With which number it begins, where that is not 1.
    public var first: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        name: String,
        format: String,
        reset: Records.NumberReset,
        first: Int? = nil
    ) {
        self.field = field
        self.name = name
        self.format = format
        self.reset = reset
        self.first = first
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! name! format! reset! first? *",
        [String.self, String.self, String.self, Records.NumberReset.self, Int.self, [String: JSON].self])
}

/// What was found of what a change or a deletion asked to be looked up.
public struct LookUpsRequest: RatebookRecord {
    /// Of what the record is.
    public var entity: String
    /// Who acts.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The records that are linked to anew.
    public var links: [Records.FoundLink]
    /// Unique fields whose value another record has.
    public var taken: [String]
    /// Records that keep this one from being deleted.
    public var referring: [Records.FoundReferring]

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        links: [Records.FoundLink] = [],
        taken: [String] = [],
        referring: [Records.FoundReferring] = []
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.zone = zone
        self.links = links
        self.taken = taken
        self.referring = referring
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! zone? links-[] taken-[] referring-[]",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, [Records.FoundLink].self, [String].self, [Records.FoundReferring].self])
}

/// What a link leads to.
public struct FoundLink: RatebookRecord, Identifiable {
    /// The field with the link.
    public var field: String
    /// Its id.
    public var id: String
    /// Where the request has it; the field when not given.
    public var path: String?
    /// The record; none when there is none, or none of this tenant.
    public var record: [String: JSON]?

    public init(
        field: String,
        id: String,
        path: String? = nil,
        record: [String: JSON]? = nil
    ) {
        self.field = field
        self.id = id
        self.path = path
        self.record = record
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! id! path? record?",
        [String.self, String.self, String.self, [String: JSON].self])
}

/// Records that link to one that is to be deleted.
public struct FoundReferring: RatebookRecord {
    /// Of what.
    public var entity: String
    /// The field with the link.
    public var field: String
    /// How many, whether the actor may read them or not.
    public var count: Int
    /// The ids of those that the actor may read, as many as are told.
    public var readable: [String]

    public init(
        entity: String,
        field: String,
        count: Int,
        readable: [String] = []
    ) {
        self.entity = entity
        self.field = field
        self.count = count
        self.readable = readable
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! field! count! readable-[]",
        [String.self, String.self, Int.self, [String].self])
}

/// A record that is to be deleted, or brought back.
public struct RecordDeleteRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who does it.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The record as it is, as lists answer it and with nothing hidden.
    public var before: [String: JSON]
    /// The version that the actor saw; another one is refused.
    public var expectedVersion: Int?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        before: [String: JSON],
        expectedVersion: Int? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.before = before
        self.expectedVersion = expectedVersion
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! before! expected_version?",
        [String.self, Tenancy.AccessActor.self, Instant.self, [String: JSON].self, Int.self])
}

/// A record that may be deleted as soon as what refers to it allows that.
public struct DeletedRecord: RatebookRecord {
    /// The record as it is kept; nothing when it is gone for good.
    public var record: [String: JSON]?
    /// Every field that may link to it, and what follows from a link.
    public var referring: [Records.Referring]
    /// What has happened, such as `customer:deleted`.
    public var events: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON]? = nil,
        referring: [Records.Referring],
        events: [String]
    ) {
        self.record = record
        self.referring = referring
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record? referring! events! *",
        [[String: JSON].self, [Records.Referring].self, [String].self, [String: JSON].self])
}

/// A field whose links may lead to a record that is deleted.
public struct Referring: RatebookRecord {
    /// Whose field it is.
    public var entity: String
    /// The field.
    public var field: String
    /// What becomes of a record that links to the deleted one.
    public var rule: Records.DeletionRule
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        field: String,
        rule: Records.DeletionRule
    ) {
        self.entity = entity
        self.field = field
        self.rule = rule
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! field! rule! *",
        [String.self, String.self, Records.DeletionRule.self, [String: JSON].self])
}

/// A record that is there again.
public struct RestoredRecord: RatebookRecord {
    /// The record as it is now.
    public var record: [String: JSON]
    /// What had become free by the deletion, and must not have been taken since.
    public var unique: [Records.UniqueKey]
    /// What has happened, such as `customer:restored`.
    public var events: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        unique: [Records.UniqueKey],
        events: [String]
    ) {
        self.record = record
        self.unique = unique
        self.events = events
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! unique! events! *",
        [[String: JSON].self, [Records.UniqueKey].self, [String].self, [String: JSON].self])
}

/// What the host of a pack carries out.
public struct CarriedOutRequest: RatebookRecord {
    /// The effects that its acts and connectors carry out, such as `send_email`.
    public var carries: [String]

    public init(
        carries: [String]
    ) {
        self.carries = carries
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "carries!",
        [[String].self])
}

/// Two records that are to become one.
public struct RecordMergeRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who does it.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The record that stays, as lists answer it and with nothing hidden.
    public var kept: [String: JSON]
    /// The record that goes into it, in the same form.
    public var other: [String: JSON]
    /// Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none.
    public var fields: [String: Records.MergeSide]
    /// The version of the kept one that the actor saw; another one is refused.
    public var expectedVersion: Int?
    /// The version of the other one that the actor saw; another one is refused.
    public var otherVersion: Int?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        kept: [String: JSON],
        other: [String: JSON],
        fields: [String: Records.MergeSide] = [:],
        expectedVersion: Int? = nil,
        otherVersion: Int? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.zone = zone
        self.kept = kept
        self.other = other
        self.fields = fields
        self.expectedVersion = expectedVersion
        self.otherVersion = otherVersion
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! zone? kept! other! fields-{} expected_version? other_version?",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, [String: JSON].self, [String: JSON].self, [String: Records.MergeSide].self, Int.self, Int.self])
}

/// Whose value of a field stays.
public struct MergeSide: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// That of the record that stays.
    public static var kept: Self { Self(word: "kept") }
    /// That of the record that goes.
    public static var other: Self { Self(word: "other") }
    /// Those of both, each once: of a list of links.
    public static var both: Self { Self(word: "both") }

    public static var words: StaticString { "kept other both" }
}

/// Two records that may become one as soon as what links to the other one can be pointed at the kept one.
public struct MergedRecord: RatebookRecord {
    /// The record that stays, as it is now.
    public var record: [String: JSON]
    /// What has changed of it, in the order of the fields.
    public var changes: [Records.RecordChange]
    /// What no other record may have, once the other one has given it up.
    public var unique: [Records.UniqueKey]
    /// Records that are linked to anew, to be looked up.
    public var links: [Records.LinkedRecord]
    /// The other one as it is kept: deleted, and without what only one may have and the kept one has now.
    public var other: [String: JSON]
    /// What has changed of that.
    public var otherChanges: [Records.RecordChange]
    /// The fields in which the kept one has something of the other by now.
    public var taken: [String]
    /// The fields in which the other one says what nobody says any more.
    public var left: [String]
    /// Every field that may link to the other one: what does is to lead to the kept one.
    public var referring: [Records.Referring]
    /// What has happened to the kept one, such as `customer:merged`.
    public var events: [String]
    /// What has happened to the other one, such as `customer:deleted`.
    public var otherEvents: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        changes: [Records.RecordChange],
        unique: [Records.UniqueKey],
        links: [Records.LinkedRecord],
        other: [String: JSON],
        otherChanges: [Records.RecordChange],
        taken: [String],
        left: [String],
        referring: [Records.Referring],
        events: [String],
        otherEvents: [String]
    ) {
        self.record = record
        self.changes = changes
        self.unique = unique
        self.links = links
        self.other = other
        self.otherChanges = otherChanges
        self.taken = taken
        self.left = left
        self.referring = referring
        self.events = events
        self.otherEvents = otherEvents
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! changes! unique! links! other! other_changes! taken! left! referring! events! other_events! *",
        [[String: JSON].self, [Records.RecordChange].self, [Records.UniqueKey].self, [Records.LinkedRecord].self, [String: JSON].self, [Records.RecordChange].self, [String].self, [String].self, [Records.Referring].self, [String].self, [String].self, [String: JSON].self])
}

/// An event of its machine happens to a record.
public struct RecordFireRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who does it.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The record as it is, as lists answer it and with nothing hidden.
    public var before: [String: JSON]
    /// What happens.
    public var event: String
    /// What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record.
    public var given: [String: JSON]
    /// Facts that guards look at beside the record's fields.
    public var facts: [String: JSON]
    /// The version that the actor saw; another one is refused.
    public var expectedVersion: Int?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        before: [String: JSON],
        event: String,
        given: [String: JSON] = [:],
        facts: [String: JSON] = [:],
        expectedVersion: Int? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.zone = zone
        self.before = before
        self.event = event
        self.given = given
        self.facts = facts
        self.expectedVersion = expectedVersion
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! zone? before! event! given-{} facts-{} expected_version?",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, [String: JSON].self, String.self, [String: JSON].self, [String: JSON].self, Int.self])
}

/// A record after an event, and what has to be done about it.
public struct FiredRecord: RatebookRecord {
    /// The record as it is now.
    public var record: [String: JSON]
    /// What has changed, in the order of the fields.
    public var changes: [Records.RecordChange]
    /// What no other record may have.
    public var unique: [Records.UniqueKey]
    /// Records that are linked to anew, to be looked up.
    public var links: [Records.LinkedRecord]
    /// What to keep of the event.
    public var fired: Flow.MachineRecord
    /// What had happened by itself before it, in order: to be kept and carried out first.
    public var settled: [Flow.MachineSettled]
    /// What the host is to carry out.
    public var effects: [Flow.MachineEffect]
    /// What has happened, in order, such as `ticket:resolve`.
    public var events: [String]
    /// The policies that it does not keep by this event, and that are told and stop nothing.
    public var warned: [Tenancy.PolicyVerdict]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        changes: [Records.RecordChange],
        unique: [Records.UniqueKey],
        links: [Records.LinkedRecord],
        fired: Flow.MachineRecord,
        settled: [Flow.MachineSettled] = [],
        effects: [Flow.MachineEffect],
        events: [String],
        warned: [Tenancy.PolicyVerdict] = []
    ) {
        self.record = record
        self.changes = changes
        self.unique = unique
        self.links = links
        self.fired = fired
        self.settled = settled
        self.effects = effects
        self.events = events
        self.warned = warned
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! changes! unique! links! fired! settled-[] effects! events! warned-[] *",
        [[String: JSON].self, [Records.RecordChange].self, [Records.UniqueKey].self, [Records.LinkedRecord].self, Flow.MachineRecord.self, [Flow.MachineSettled].self, [Flow.MachineEffect].self, [String].self, [Tenancy.PolicyVerdict].self, [String: JSON].self])
}

/// What has passed by now of a record's deadlines?
public struct RecordLapseRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The record as it is, as lists answer it and with nothing hidden.
    public var before: [String: JSON]

    public init(
        entity: String,
        now: Instant,
        zone: String? = nil,
        before: [String: JSON]
    ) {
        self.entity = entity
        self.now = now
        self.zone = zone
        self.before = before
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! now! zone? before!",
        [String.self, Instant.self, String.self, [String: JSON].self])
}

/// A record of which deadlines have passed.
public struct LapsedRecord: RatebookRecord {
    /// The record as it is now.
    public var record: [String: JSON]
    /// What has changed, in the order of the fields.
    public var changes: [Records.RecordChange]
    /// What has happened, such as `ticket:updated`; nothing where no deadline has passed.
    public var events: [String]
    /// The events of its machine that happen since deadlines were missed, in order; one that is not possible does not.
    public var fires: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        changes: [Records.RecordChange],
        events: [String],
        fires: [String]
    ) {
        self.record = record
        self.changes = changes
        self.events = events
        self.fires = fires
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! changes! events! fires! *",
        [[String: JSON].self, [Records.RecordChange].self, [String].self, [String].self, [String: JSON].self])
}

/// What may somebody see of a record?
public struct RecordMaskRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who looks at it.
    public var actor: Tenancy.AccessActor
    /// The record with nothing hidden; none when there is none.
    public var record: [String: JSON]?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        record: [String: JSON]? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.record = record
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! record?",
        [String.self, Tenancy.AccessActor.self, [String: JSON].self])
}

/// A record as somebody may see it.
public struct VisibleRecord: RatebookRecord {
    /// The record; in the place of what is hidden stand eight stars.
    public var record: [String: JSON]
    /// What is hidden, as JSON pointers into the record.
    public var masked: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        record: [String: JSON],
        masked: [String]
    ) {
        self.record = record
        self.masked = masked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! masked! *",
        [[String: JSON].self, [String].self, [String: JSON].self])
}

/// What does a screen need for a record?
public struct RecordFormRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who looks at it.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The record with nothing hidden; none for a new one.
    public var record: [String: JSON]?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        record: [String: JSON]? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.now = now
        self.record = record
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! now! record?",
        [String.self, Tenancy.AccessActor.self, Instant.self, [String: JSON].self])
}

/// The form of an entity's records for somebody.
public struct RecordForm: RatebookRecord {
    /// What people read above it.
    public var label: String
    /// The groups, in their order.
    public var groups: [Records.FormGroup]
    /// The events of the record's machine; none for a new one.
    public var events: [Records.FormEvent]
    /// Whether the actor may read the record, or any when there is none.
    public var canRead: Bool
    /// Whether they may change it, or make one.
    public var canWrite: Bool
    /// Whether they may delete it, or any.
    public var canDelete: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String,
        groups: [Records.FormGroup],
        events: [Records.FormEvent],
        canRead: Bool,
        canWrite: Bool,
        canDelete: Bool
    ) {
        self.label = label
        self.groups = groups
        self.events = events
        self.canRead = canRead
        self.canWrite = canWrite
        self.canDelete = canDelete
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label! groups! events! can_read! can_write! can_delete! *",
        [String.self, [Records.FormGroup].self, [Records.FormEvent].self, Bool.self, Bool.self, Bool.self, [String: JSON].self])
}

/// Fields that stand together.
public struct FormGroup: RatebookRecord {
    /// What people read above them.
    public var label: String?
    /// The fields, in their order.
    public var fields: [Records.FormField]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        label: String? = nil,
        fields: [Records.FormField]
    ) {
        self.label = label
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "label? fields! *",
        [String.self, [Records.FormField].self, [String: JSON].self])
}

/// A field, with what is known before it is filled in.
public struct FormField: RatebookRecord {
    /// The field.
    public var name: String
    /// What people read.
    public var label: String
    /// What helps to fill it in.
    public var help: String?
    /// What it takes.
    public var kind: Records.FieldKind
    /// Whether it must be filled in.
    public var required: Bool
    /// Whether the actor may fill it in.
    public var writable: Bool
    /// Whether the actor may have the secret shown that the record has there.
    public var revealable: Bool
    /// Whether no two records have the same value.
    public var unique: Bool
    /// Whether lists can be filtered by it.
    public var filter: Bool
    /// Whether lists can be ordered by it.
    public var sort: Bool
    /// Whether a part of it finds a record.
    public var search: Bool
    /// What it is when nothing is given.
    public var `default`: JSON?
    /// What a choice is among.
    public var choices: [String]
    /// The least number or amount.
    public var min: Amount?
    /// The greatest number or amount.
    public var max: Amount?
    /// What a number or amount must be greater than.
    public var above: Amount?
    /// The digits that are kept behind the point.
    public var digits: Int?
    /// The currency of an amount.
    public var currency: String?
    /// The fewest characters.
    public var minLength: Int?
    /// The most characters.
    public var maxLength: Int?
    /// What a text matches from its beginning to its end.
    public var pattern: String?
    /// The first day it may be.
    public var first: Day?
    /// The last day it may be.
    public var last: Day?
    /// The entity that it links to, or whose records it holds.
    public var entity: String?
    /// What must be true of a record that is linked to.
    public var only: String?
    /// The types of files it takes; every type when there are none.
    public var types: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        help: String? = nil,
        kind: Records.FieldKind,
        required: Bool,
        writable: Bool,
        revealable: Bool,
        unique: Bool,
        filter: Bool,
        sort: Bool,
        search: Bool,
        `default`: JSON? = nil,
        choices: [String],
        min: Amount? = nil,
        max: Amount? = nil,
        above: Amount? = nil,
        digits: Int? = nil,
        currency: String? = nil,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        pattern: String? = nil,
        first: Day? = nil,
        last: Day? = nil,
        entity: String? = nil,
        only: String? = nil,
        types: [String]
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.kind = kind
        self.required = required
        self.writable = writable
        self.revealable = revealable
        self.unique = unique
        self.filter = filter
        self.sort = sort
        self.search = search
        self.default = `default`
        self.choices = choices
        self.min = min
        self.max = max
        self.above = above
        self.digits = digits
        self.currency = currency
        self.minLength = minLength
        self.maxLength = maxLength
        self.pattern = pattern
        self.first = first
        self.last = last
        self.entity = entity
        self.only = only
        self.types = types
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! help? kind! required! writable! revealable! unique! filter! sort! search! default? choices! min? max? above? digits? currency? min_length? max_length? pattern? first? last? entity? only? types! *",
        [String.self, String.self, String.self, Records.FieldKind.self, Bool.self, Bool.self, Bool.self, Bool.self, Bool.self, Bool.self, Bool.self, JSON.self, [String].self, Amount.self, Amount.self, Amount.self, Int.self, String.self, Int.self, Int.self, String.self, Day.self, Day.self, String.self, String.self, [String].self, [String: JSON].self])
}

/// An event of a record's machine.
public struct FormEvent: RatebookRecord {
    /// The event.
    public var name: String
    /// What people read.
    public var label: String
    /// Whether it may happen now.
    public var possible: Bool
    /// The state it would lead to.
    public var leadsTo: String?
    /// What has to be given with it.
    public var requires: [String]
    /// Every reason against it.
    public var reasons: [Reason]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        possible: Bool,
        leadsTo: String? = nil,
        requires: [String],
        reasons: [Reason]
    ) {
        self.name = name
        self.label = label
        self.possible = possible
        self.leadsTo = leadsTo
        self.requires = requires
        self.reasons = reasons
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! possible! leads_to? requires! reasons! *",
        [String.self, String.self, Bool.self, String.self, [String].self, [Reason].self, [String: JSON].self])
}

/// Which entities of a pack are there for somebody?
public struct PackScreensRequest: RatebookRecord {
    /// Who looks.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant

    public init(
        actor: Tenancy.AccessActor,
        now: Instant
    ) {
        self.actor = actor
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "actor! now!",
        [Tenancy.AccessActor.self, Instant.self])
}

/// An entity, as far as somebody may see it.
public struct EntityScreen: RatebookRecord {
    /// The entity.
    public var name: String
    /// Several of them, as addresses have them: `service-plans`.
    public var address: String
    /// What people read above several of them.
    public var several: String
    /// What it is for.
    public var summary: String?
    /// The form of a new record: what it is called, its groups of fields, and what they may do with some of its records.
    public var form: Records.RecordForm
    /// The field by which people call a record, as far as there is one that they may see.
    public var title: String?
    /// The order of its lists.
    public var sort: [String]
    /// Whether it is the engine's own, with acts beside changes.
    public var native: Bool
    /// Whether its records are of the installation and not of a tenant.
    public var platform: Bool
    /// Whether its records are measurements in an order of time.
    public var series: Bool
    /// Whether what was deleted can be brought back.
    public var restores: Bool
    /// Whether two of its records can become one.
    public var merges: Bool
    /// Whether a tenant may give it fields of its own.
    public var custom: Bool
    /// The life of its records.
    public var life: Records.ScreenLife?
    /// The documents that are made of its records.
    public var documents: [Records.ScreenDocument]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        address: String,
        several: String,
        summary: String? = nil,
        form: Records.RecordForm,
        title: String? = nil,
        sort: [String],
        native: Bool,
        platform: Bool,
        series: Bool,
        restores: Bool,
        merges: Bool,
        custom: Bool,
        life: Records.ScreenLife? = nil,
        documents: [Records.ScreenDocument]
    ) {
        self.name = name
        self.address = address
        self.several = several
        self.summary = summary
        self.form = form
        self.title = title
        self.sort = sort
        self.native = native
        self.platform = platform
        self.series = series
        self.restores = restores
        self.merges = merges
        self.custom = custom
        self.life = life
        self.documents = documents
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! address! several! summary? form! title? sort! native! platform! series! restores! merges! custom! life? documents! *",
        [String.self, String.self, String.self, String.self, Records.RecordForm.self, String.self, [String].self, Bool.self, Bool.self, Bool.self, Bool.self, Bool.self, Bool.self, Records.ScreenLife.self, [Records.ScreenDocument].self, [String: JSON].self])
}

/// The life of records, to be drawn.
public struct ScreenLife: RatebookRecord {
    /// The field with the state.
    public var field: String
    /// The state in which it begins.
    public var initial: String
    /// The states, in their order.
    public var states: [Records.ScreenState]
    /// What leads from one to another, in its order.
    public var moves: [Records.ScreenMove]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        field: String,
        initial: String,
        states: [Records.ScreenState],
        moves: [Records.ScreenMove]
    ) {
        self.field = field
        self.initial = initial
        self.states = states
        self.moves = moves
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "field! initial! states! moves! *",
        [String.self, String.self, [Records.ScreenState].self, [Records.ScreenMove].self, [String: JSON].self])
}

/// A state of records.
public struct ScreenState: RatebookRecord {
    /// The state.
    public var name: String
    /// What people read.
    public var label: String
    /// Whether nothing leads out of it.
    public var terminal: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        terminal: Bool
    ) {
        self.name = name
        self.label = label
        self.terminal = terminal
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! terminal! *",
        [String.self, String.self, Bool.self, [String: JSON].self])
}

/// What leads from some states to another.
public struct ScreenMove: RatebookRecord {
    /// What happens.
    public var event: String
    /// What people read.
    public var label: String
    /// The states it leads from.
    public var from: [String]
    /// The state it leads to.
    public var to: String
    /// What has to be given with it.
    public var requires: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        event: String,
        label: String,
        from: [String],
        to: String,
        requires: [String]
    ) {
        self.event = event
        self.label = label
        self.from = from
        self.to = to
        self.requires = requires
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "event! label! from! to! requires! *",
        [String.self, String.self, [String].self, String.self, [String].self, [String: JSON].self])
}

/// A document that is made of records.
public struct ScreenDocument: RatebookRecord {
    /// The document.
    public var name: String
    /// What people read.
    public var label: String
    /// Whether it is of a list of them, and not of one.
    public var list: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        list: Bool
    ) {
        self.name = name
        self.label = label
        self.list = list
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! list! *",
        [String.self, String.self, Bool.self, [String: JSON].self])
}

/// What are the settings of a tenant, and what becomes of them by a change?
public struct PackSettingsRequest: RatebookRecord {
    /// What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one.
    public var `operator`: [String: JSON]
    /// What the tenant sets, as it is kept.
    public var tenant: [String: JSON]
    /// Settings with their values: `null` returns to what holds without it, what is absent stays.
    public var change: [String: JSON]
    /// Who changes them: the tenant, or the operator for all of them.
    public var layer: Records.SettingLayer

    public init(
        `operator`: [String: JSON] = [:],
        tenant: [String: JSON] = [:],
        change: [String: JSON] = [:],
        layer: Records.SettingLayer = .tenant
    ) {
        self.operator = `operator`
        self.tenant = tenant
        self.change = change
        self.layer = layer
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"operator-{} tenant-{} change-{} layer="tenant""#,
        [[String: JSON].self, [String: JSON].self, [String: JSON].self, Records.SettingLayer.self])
}

/// Who says what a setting is; whoever comes later is stronger.
public struct SettingLayer: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The pack, by its default.
    public static var pack: Self { Self(word: "pack") }
    /// Who runs the installation, for all tenants of the pack.
    public static var `operator`: Self { Self(word: "operator") }
    /// The tenant.
    public static var tenant: Self { Self(word: "tenant") }

    public static var words: StaticString { "pack operator tenant" }
}

/// The settings of a tenant after the change.
public struct PackSettings: RatebookRecord {
    /// Every setting, in order of name.
    public var settings: [Records.PackSetting]
    /// What is to be kept of the change: values in the form in which they are kept, secrets as they were given, `null` for what is no
    /// longer set.
    public var set: [String: JSON]
    /// What the layer sets otherwise than before; of a secret stars.
    public var changes: [Records.RecordChange]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        settings: [Records.PackSetting],
        set: [String: JSON],
        changes: [Records.RecordChange]
    ) {
        self.settings = settings
        self.set = set
        self.changes = changes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "settings! set! changes! *",
        [[Records.PackSetting].self, [String: JSON].self, [Records.RecordChange].self, [String: JSON].self])
}

/// A setting: what it is, and by whose word.
public struct PackSetting: RatebookRecord {
    /// What it is called.
    public var name: String
    /// What it is; nothing when nobody says it, and of a secret stars.
    public var value: JSON?
    /// Who says so.
    public var whence: Records.SettingLayer?
    /// What each layer says, the strongest first.
    public var layers: [Records.SettingSaid]
    /// What a screen asks for it with.
    public var form: Records.FormField
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        value: JSON? = nil,
        whence: Records.SettingLayer? = nil,
        layers: [Records.SettingSaid],
        form: Records.FormField
    ) {
        self.name = name
        self.value = value
        self.whence = whence
        self.layers = layers
        self.form = form
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! value? whence? layers! form! *",
        [String.self, JSON.self, Records.SettingLayer.self, [Records.SettingSaid].self, Records.FormField.self, [String: JSON].self])
}

/// What a layer says of a setting.
public struct SettingSaid: RatebookRecord {
    /// Which layer.
    public var layer: Records.SettingLayer
    /// What it says.
    public var value: JSON
    /// Why it does not count: the pack has come to take less since.
    public var fault: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        layer: Records.SettingLayer,
        value: JSON,
        fault: String? = nil
    ) {
        self.layer = layer
        self.value = value
        self.fault = fault
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "layer! value! fault? *",
        [Records.SettingLayer.self, JSON.self, String.self, [String: JSON].self])
}

/// Which views of a pack are there for somebody?
public struct PackViewsRequest: RatebookRecord {
    /// Who looks.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant

    public init(
        actor: Tenancy.AccessActor,
        now: Instant
    ) {
        self.actor = actor
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "actor! now!",
        [Tenancy.AccessActor.self, Instant.self])
}

/// A view as somebody may see it: what is hidden of them in all records is left out.
public struct PackView: RatebookRecord {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String
    /// How it is shown.
    public var kind: Records.PackViewKind
    /// Of what.
    public var entity: String
    /// The columns of a list, what a card or an entry shows.
    public var columns: [Records.PackViewColumn]
    /// The field by whose values there are lanes.
    public var group: String?
    /// The field by which a record begins in a calendar.
    public var from: String?
    /// The field by which it ends there.
    public var to: String?
    /// The fields by whose values records are counted.
    public var facets: [String]
    /// The fields that are summed.
    public var sums: [String]
    /// The plot that shows it.
    public var plot: Records.ViewPlot?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        kind: Records.PackViewKind,
        entity: String,
        columns: [Records.PackViewColumn],
        group: String? = nil,
        from: String? = nil,
        to: String? = nil,
        facets: [String],
        sums: [String],
        plot: Records.ViewPlot? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.entity = entity
        self.columns = columns
        self.group = group
        self.from = from
        self.to = to
        self.facets = facets
        self.sums = sums
        self.plot = plot
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! kind! entity! columns! group? from? to? facets! sums! plot? *",
        [String.self, String.self, Records.PackViewKind.self, String.self, [Records.PackViewColumn].self, String.self, String.self, String.self, [String].self, [String].self, Records.ViewPlot.self, [String: JSON].self])
}

/// A column of a view.
public struct PackViewColumn: RatebookRecord {
    /// The field.
    public var name: String
    /// What people read.
    public var label: String
    /// What it holds; nothing for what every record has.
    public var kind: Records.FieldKind?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        label: String,
        kind: Records.FieldKind? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! label! kind? *",
        [String.self, String.self, Records.FieldKind.self, [String: JSON].self])
}

/// What is in a view, for somebody?
public struct PackViewRequest: RatebookRecord {
    /// The view.
    public var view: String
    /// Who looks.
    public var actor: Tenancy.AccessActor
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// Filters besides those of the view, as the address of a list has them.
    public var filter: [String: String]
    /// A condition besides.
    public var `where`: String?
    /// A part of any searched field.
    public var q: String?
    /// Another order than the view's.
    public var sort: [String]
    /// The links whose records are wanted too.
    public var expand: [String]
    /// How many at most on a page, or in a lane; 20 when not given.
    public var limit: Int?
    /// What the page follows on, as `next` had it.
    public var after: [JSON]
    /// The one lane of a board that is wanted, by its value; an empty text is the one of those without any.
    public var lane: String?
    /// The first day of a calendar, or of a plot along days.
    public var first: Day?
    /// The last day, included.
    public var last: Day?
    /// Whether it is to be told how many there are.
    public var total: Bool

    public init(
        view: String,
        actor: Tenancy.AccessActor,
        now: Instant,
        zone: String? = nil,
        filter: [String: String] = [:],
        `where`: String? = nil,
        q: String? = nil,
        sort: [String] = [],
        expand: [String] = [],
        limit: Int? = nil,
        after: [JSON] = [],
        lane: String? = nil,
        first: Day? = nil,
        last: Day? = nil,
        total: Bool = false
    ) {
        self.view = view
        self.actor = actor
        self.now = now
        self.zone = zone
        self.filter = filter
        self.where = `where`
        self.q = q
        self.sort = sort
        self.expand = expand
        self.limit = limit
        self.after = after
        self.lane = lane
        self.first = first
        self.last = last
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "view! actor! now! zone? filter-{} where? q? sort-[] expand-[] limit? after-[] lane? first? last? total-false",
        [String.self, Tenancy.AccessActor.self, Instant.self, String.self, [String: String].self, String.self, String.self, [String].self, [String].self, Int.self, [JSON].self, String.self, Day.self, Day.self, Bool.self])
}

/// What a view asks of its entity's table, with every right of the actor in it. Who carries it out adds the tenant and nothing else.
public struct PlannedView: RatebookRecord {
    /// The view as the actor may see it.
    public var view: Records.PackView
    /// Its records and its figures; of a board, how many records each lane has.
    public var plan: Records.PlannedQuery
    /// The lanes that a board has in any case; a lane of any other value is asked for by itself.
    public var lanes: [Records.PlannedLane]
    /// The first of the days that are looked at.
    public var first: Day?
    /// The last of them.
    public var last: Day?
    /// The figures of its plot.
    public var series: Records.PlannedSeries?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        view: Records.PackView,
        plan: Records.PlannedQuery,
        lanes: [Records.PlannedLane],
        first: Day? = nil,
        last: Day? = nil,
        series: Records.PlannedSeries? = nil
    ) {
        self.view = view
        self.plan = plan
        self.lanes = lanes
        self.first = first
        self.last = last
        self.series = series
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "view! plan! lanes! first? last? series? *",
        [Records.PackView.self, Records.PlannedQuery.self, [Records.PlannedLane].self, Day.self, Day.self, Records.PlannedSeries.self, [String: JSON].self])
}

/// A lane of a board.
public struct PlannedLane: RatebookRecord {
    /// The value of its records.
    public var value: JSON
    /// Its records.
    public var plan: Records.PlannedQuery
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        value: JSON,
        plan: Records.PlannedQuery
    ) {
        self.value = value
        self.plan = plan
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "value! plan! *",
        [JSON.self, Records.PlannedQuery.self, [String: JSON].self])
}

/// The figures along the axis of a plot.
public struct PlannedSeries: RatebookRecord {
    /// The column along the axis.
    public var column: Int
    /// The field that is summed; records are counted in any case.
    public var of: String?
    /// The stretches of an axis of time; nothing where it is one of values.
    public var stretches: [Records.PlannedStretch]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        column: Int,
        of: String? = nil,
        stretches: [Records.PlannedStretch]? = nil
    ) {
        self.column = column
        self.of = of
        self.stretches = stretches
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "column! of? stretches? *",
        [Int.self, String.self, [Records.PlannedStretch].self, [String: JSON].self])
}

/// A stretch of an axis of time.
public struct PlannedStretch: RatebookRecord {
    /// When it begins: a day or a moment.
    public var start: JSON
    /// When the next one begins.
    public var end: JSON
    /// What the column has at least, as text.
    public var first: String
    /// What it stays below.
    public var past: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        start: JSON,
        end: JSON,
        first: String,
        past: String
    ) {
        self.start = start
        self.end = end
        self.first = first
        self.past = past
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "start! end! first! past! *",
        [JSON.self, JSON.self, String.self, String.self, [String: JSON].self])
}

/// Two images of a record.
public struct RecordDiffRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// The record before; none for a new one.
    public var before: [String: JSON]?
    /// The record after; none for one that is gone.
    public var after: [String: JSON]?

    public init(
        entity: String,
        before: [String: JSON]? = nil,
        after: [String: JSON]? = nil
    ) {
        self.entity = entity
        self.before = before
        self.after = after
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! before? after?",
        [String.self, [String: JSON].self, [String: JSON].self])
}

/// Something has happened to a record: what do the rules of its pack do?
public struct RecordAutomationRequest: RatebookRecord, Identifiable {
    /// What the occasion is known by, so that it is acted on once.
    public var id: String
    /// Of what.
    public var entity: String
    /// The record as it is, with nothing hidden.
    public var record: [String: JSON]
    /// What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it.
    public var triggers: [Records.AutomationTrigger]
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// By whom it happened.
    public var actor: String?
    /// The action of a rule by which it happened: rules that wait for that have run.
    public var followed: Records.AutomationTrigger?

    public init(
        id: String,
        entity: String,
        record: [String: JSON],
        triggers: [Records.AutomationTrigger],
        now: Instant,
        zone: String? = nil,
        actor: String? = nil,
        followed: Records.AutomationTrigger? = nil
    ) {
        self.id = id
        self.entity = entity
        self.record = record
        self.triggers = triggers
        self.now = now
        self.zone = zone
        self.actor = actor
        self.followed = followed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! entity! record! triggers! now! zone? actor? followed?",
        [String.self, String.self, [String: JSON].self, [Records.AutomationTrigger].self, Instant.self, String.self, String.self, Records.AutomationTrigger.self])
}

/// What is to be sent about a record by now, and what comes next?
public struct RecordContactsRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// The record as it is, with nothing hidden.
    public var record: [String: JSON]
    /// The present moment.
    public var now: Instant
    /// The zone by whose clock days begin; UTC when not given.
    public var zone: String?
    /// The keys of what was sent about it.
    public var sent: [String]
    /// The purposes to which everybody whom the record is about has agreed.
    public var agreed: [String]

    public init(
        entity: String,
        record: [String: JSON],
        now: Instant,
        zone: String? = nil,
        sent: [String] = [],
        agreed: [String] = []
    ) {
        self.entity = entity
        self.record = record
        self.now = now
        self.zone = zone
        self.sent = sent
        self.agreed = agreed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! record! now! zone? sent-[] agreed-[]",
        [String.self, [String: JSON].self, Instant.self, String.self, [String].self, [String].self])
}

/// What is to be sent about a record, in order of time.
public struct RecordContacts: RatebookRecord {
    /// What is to be sent now.
    public var send: [Records.RecordContact]
    /// What is due and waits for the end of quiet hours.
    public var delayed: [Records.RecordContact]
    /// What is due and is not sent.
    public var suppressed: [Records.RecordContact]
    /// What comes, as far as nothing stands against it by now.
    public var upcoming: [Records.RecordContact]
    /// The next moment at which something may have to be sent.
    public var nextAt: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        send: [Records.RecordContact],
        delayed: [Records.RecordContact],
        suppressed: [Records.RecordContact],
        upcoming: [Records.RecordContact],
        nextAt: Instant? = nil
    ) {
        self.send = send
        self.delayed = delayed
        self.suppressed = suppressed
        self.upcoming = upcoming
        self.nextAt = nextAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "send! delayed! suppressed! upcoming! next_at? *",
        [[Records.RecordContact].self, [Records.RecordContact].self, [Records.RecordContact].self, [Records.RecordContact].self, Instant.self, [String: JSON].self])
}

/// A letter that goes out once about a record.
public struct RecordContact: RatebookRecord {
    /// Plan, contact and occurrence: the same however often it is asked for.
    public var key: String
    /// Of which plan.
    public var plan: String
    /// Which contact.
    public var contact: String
    /// On which way.
    public var channel: String
    /// Which letter.
    public var letter: String
    /// When it was to go out by its date alone.
    public var dueAt: Instant
    /// When it goes out; never when it is suppressed.
    public var goesAt: Instant?
    /// Why it is suppressed.
    public var why: Contacts.ContactSuppressedWhy?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        key: String,
        plan: String,
        contact: String,
        channel: String,
        letter: String,
        dueAt: Instant,
        goesAt: Instant? = nil,
        why: Contacts.ContactSuppressedWhy? = nil
    ) {
        self.key = key
        self.plan = plan
        self.contact = contact
        self.channel = channel
        self.letter = letter
        self.dueAt = dueAt
        self.goesAt = goesAt
        self.why = why
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! plan! contact! channel! letter! due_at! goes_at? why? *",
        [String.self, String.self, String.self, String.self, String.self, Instant.self, Instant.self, Contacts.ContactSuppressedWhy.self, [String: JSON].self])
}

/// What happened to a record, for somebody who looks at it now.
public struct RecordHistoryRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who looks at it.
    public var actor: Tenancy.AccessActor
    /// The record as it is now, by which rights are told that not every record gives; without it nobody has those.
    public var record: [String: JSON]?
    /// What happened, in order.
    public var entries: [Records.HistoryEntry]

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        record: [String: JSON]? = nil,
        entries: [Records.HistoryEntry]
    ) {
        self.entity = entity
        self.actor = actor
        self.record = record
        self.entries = entries
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! record? entries!",
        [String.self, Tenancy.AccessActor.self, [String: JSON].self, [Records.HistoryEntry].self])
}

/// Something that happened to a record.
public struct HistoryEntry: RatebookRecord {
    /// When.
    public var at: Instant
    /// Who did it.
    public var actor: String?
    /// In whose place, where they had taken somebody's.
    public var onBehalfOf: String?
    /// What, such as `customer:updated`.
    public var action: String
    /// What changed by it.
    public var changes: [Records.RecordChange]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        at: Instant,
        actor: String? = nil,
        onBehalfOf: String? = nil,
        action: String,
        changes: [Records.RecordChange]? = nil
    ) {
        self.at = at
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.action = action
        self.changes = changes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at! actor? on_behalf_of? action! changes? *",
        [Instant.self, String.self, String.self, String.self, [Records.RecordChange].self, [String: JSON].self])
}

/// What does somebody learn of a change to a record?
public struct RecordNoticeRequest: RatebookRecord {
    /// Of what.
    public var entity: String
    /// Who listens, with what they may now.
    public var actor: Tenancy.AccessActor
    /// The record as it was before, as far as rights depend on it; none where there was none, or it was deleted.
    public var before: [String: JSON]?
    /// The same as it was afterwards. Without either, only what may be read of every record is told.
    public var after: [String: JSON]?
    /// The fields that changed.
    public var fields: [String]?

    public init(
        entity: String,
        actor: Tenancy.AccessActor,
        before: [String: JSON]? = nil,
        after: [String: JSON]? = nil,
        fields: [String]? = nil
    ) {
        self.entity = entity
        self.actor = actor
        self.before = before
        self.after = after
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! actor! before? after? fields?",
        [String.self, Tenancy.AccessActor.self, [String: JSON].self, [String: JSON].self, [String].self])
}

/// What somebody learns of a change to a record.
public struct RecordNotice: RatebookRecord {
    /// As what it is told.
    public var told: Records.NoticeKind
    /// The fields of which they may know that they changed.
    public var fields: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        told: Records.NoticeKind,
        fields: [String]
    ) {
        self.told = told
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "told! fields! *",
        [Records.NoticeKind.self, [String].self, [String: JSON].self])
}

/// As what a change is told.
public struct NoticeKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is told as what it is.
    public static var changed: Self { Self(word: "changed") }
    /// A record has come into sight that was there before; what happened to it is not told.
    public static var new: Self { Self(word: "new") }
    /// The record has gone out of sight; whether it is still there is not told.
    public static var gone: Self { Self(word: "gone") }
    /// Nothing is told.
    public static var nothing: Self { Self(word: "nothing") }

    public static var words: StaticString { "changed new gone nothing" }
}

/// What the tables of a pack are.
public struct SchemaRequest: RatebookRecord {
    /// The entity whose tables are wanted; those of all when not given.
    public var entity: String?

    public init(
        entity: String? = nil
    ) {
        self.entity = entity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity?",
        [String.self])
}

/// The tables of a pack.
public struct PackSchema: RatebookRecord {
    /// Whose.
    public var pack: String
    /// In which version.
    public var version: Int
    /// The tables: those of entities in their order, each followed by the tables beside it.
    public var tables: [Records.TableModel]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        pack: String,
        version: Int,
        tables: [Records.TableModel]
    ) {
        self.pack = pack
        self.version = version
        self.tables = tables
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "pack! version! tables! *",
        [String.self, Int.self, [Records.TableModel].self, [String: JSON].self])
}

/// A table. Its name is `pack__entity`, or `pack__entity__field` for one that stands beside it.
public struct TableModel: RatebookRecord {
    /// What it is called: at most 63 bytes. A longer name is cut, and ends with a hash of the whole.
    public var name: String
    /// What it holds.
    public var holds: Records.TableContent
    /// Whose records, or beside whose it stands.
    public var entity: String
    /// The field whose values it holds, when it stands beside an entity's table.
    public var field: String?
    /// Whether its rows are a tenant's or the platform's.
    public var scope: Records.EntityScope
    /// Whether the engine makes it itself: it is compared, and never changed.
    public var native: Bool
    /// Its columns, the tenant's first.
    public var columns: [Records.ColumnModel]
    /// The columns of its primary key.
    public var key: [String]
    /// What no two rows have in common.
    public var uniques: [Records.UniqueModel]
    /// The rows of other tables that must be there.
    public var foreignKeys: [Records.ForeignKeyModel]
    /// What makes lists quick.
    public var indexes: [Records.IndexModel]
    /// By what it is cut into parts.
    public var partition: Records.PartitionModel?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        holds: Records.TableContent,
        entity: String,
        field: String? = nil,
        scope: Records.EntityScope,
        native: Bool,
        columns: [Records.ColumnModel],
        key: [String],
        uniques: [Records.UniqueModel],
        foreignKeys: [Records.ForeignKeyModel],
        indexes: [Records.IndexModel],
        partition: Records.PartitionModel? = nil
    ) {
        self.name = name
        self.holds = holds
        self.entity = entity
        self.field = field
        self.scope = scope
        self.native = native
        self.columns = columns
        self.key = key
        self.uniques = uniques
        self.foreignKeys = foreignKeys
        self.indexes = indexes
        self.partition = partition
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! holds! entity! field? scope! native! columns! key! uniques! foreign_keys! indexes! partition? *",
        [String.self, Records.TableContent.self, String.self, String.self, Records.EntityScope.self, Bool.self, [Records.ColumnModel].self, [String].self, [Records.UniqueModel].self, [Records.ForeignKeyModel].self, [Records.IndexModel].self, Records.PartitionModel.self, [String: JSON].self])
}

/// What a table holds.
public struct TableContent: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Records.
    public static var records: Self { Self(word: "records") }
    /// Samples of something over time.
    public static var samples: Self { Self(word: "samples") }
    /// The records that a field links to, in their order.
    public static var links: Self { Self(word: "links") }
    /// The texts of a field by language.
    public static var texts: Self { Self(word: "texts") }
    /// The tags of a field.
    public static var tags: Self { Self(word: "tags") }
    /// The values of fields that tenants give its records.
    public static var custom: Self { Self(word: "custom") }
    /// The values that no two records of the whole platform have: a reference table, keyed by value.
    public static var values: Self { Self(word: "values") }

    public static var words: StaticString { "records samples links texts tags custom values" }
}

/// A column.
public struct ColumnModel: RatebookRecord {
    /// What it is called.
    public var name: String
    /// How it keeps its values.
    public var kind: Records.ColumnKind
    /// Whether every row has a value in it.
    public var required: Bool
    /// Its field; none of what every record has.
    public var field: String?
    /// What of the field it holds.
    public var part: Records.ColumnPart
    /// Its number in the plans of queries; none of what they do not name.
    public var number: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        kind: Records.ColumnKind,
        required: Bool,
        field: String? = nil,
        part: Records.ColumnPart,
        number: Int? = nil
    ) {
        self.name = name
        self.kind = kind
        self.required = required
        self.field = field
        self.part = part
        self.number = number
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! kind! required! field? part! number? *",
        [String.self, Records.ColumnKind.self, Bool.self, String.self, Records.ColumnPart.self, Int.self, [String: JSON].self])
}

/// How a column keeps its values. All but text, ids and bytes are whole numbers: exact, ordered, and the same in every database.
public enum ColumnKind: RatebookValue {
    /// An id: 16 bytes.
    case id
    /// Text, compared byte by byte.
    case text
    /// A whole number.
    case integer
    /// A decimal, as a whole number of its last digit; how many digits it has behind the point.
    case scaled(Int)
    /// True or false.
    case truth
    /// Days since 1970-01-01.
    case day
    /// Seconds since midnight.
    case time
    /// Microseconds since 1970.
    case instant
    /// Microseconds.
    case duration
    /// What is encrypted.
    case bytes
    /// A whole that nobody looks into, as JSON.
    case json
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "id text integer truth day time instant duration bytes json", holding: "scaled") {
        case 0: self = .id
        case 1: self = .text
        case 2: self = .integer
        case 3: self = .truth
        case 4: self = .day
        case 5: self = .time
        case 6: self = .instant
        case 7: self = .duration
        case 8: self = .bytes
        case 9: self = .json
        case 10: self = .scaled(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .id: writer.write("id")
        case .text: writer.write("text")
        case .integer: writer.write("integer")
        case .scaled(let held): writer.choice("scaled", held)
        case .truth: writer.write("truth")
        case .day: writer.write("day")
        case .time: writer.write("time")
        case .instant: writer.write("instant")
        case .duration: writer.write("duration")
        case .bytes: writer.write("bytes")
        case .json: writer.write("json")
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What of a field a column holds.
public struct ColumnPart: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Its value, or the amount of one.
    public static var value: Self { Self(word: "value") }
    /// The currency of an amount.
    public static var currency: Self { Self(word: "currency") }
    /// The text in small letters, by which it is searched, sorted and compared; of texts by language that of the pack's first language.
    public static var folded: Self { Self(word: "folded") }
    /// Of texts by language, in small letters, the one that whoever asks is shown.
    public static var shown: Self { Self(word: "shown") }

    public static var words: StaticString { "value currency folded shown" }
}

/// What no two rows have in common.
public struct UniqueModel: RatebookRecord {
    /// What it is called.
    public var name: String
    /// The columns, the tenant's first.
    public var columns: [String]
    /// Whether rows that were deleted softly do not count.
    public var alive: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        columns: [String],
        alive: Bool
    ) {
        self.name = name
        self.columns = columns
        self.alive = alive
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! columns! alive! *",
        [String.self, [String].self, Bool.self, [String: JSON].self])
}

/// Rows of another table that must be there. The engine deletes what hangs on a record itself, so that the database only refuses.
public struct ForeignKeyModel: RatebookRecord {
    /// What it is called.
    public var name: String
    /// The columns, the tenant's first unless the other table is the platform's.
    public var columns: [String]
    /// The other table.
    public var table: String
    /// Its columns.
    public var target: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        columns: [String],
        table: String,
        target: [String]
    ) {
        self.name = name
        self.columns = columns
        self.table = table
        self.target = target
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! columns! table! target! *",
        [String.self, [String].self, String.self, [String].self, [String: JSON].self])
}

/// An index.
public struct IndexModel: RatebookRecord {
    /// What it is called.
    public var name: String
    /// The columns, the tenant's first and what tells rows apart last: in this order pages follow on each other.
    public var columns: [Records.IndexColumn]
    /// Whether rows that were deleted softly are left out.
    public var alive: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        columns: [Records.IndexColumn],
        alive: Bool
    ) {
        self.name = name
        self.columns = columns
        self.alive = alive
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! columns! alive! *",
        [String.self, [Records.IndexColumn].self, Bool.self, [String: JSON].self])
}

/// A column of an index. What is missing comes first.
public struct IndexColumn: RatebookRecord {
    /// Which.
    public var name: String
    /// Whether it goes down where the first goes up.
    public var descending: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        descending: Bool = false
    ) {
        self.name = name
        self.descending = descending
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! descending-false *",
        [String.self, Bool.self, [String: JSON].self])
}

/// By what a table is cut into parts.
public struct PartitionModel: RatebookRecord {
    /// The column with the moment.
    public var column: String
    /// How much of time a part holds.
    public var every: Records.PartitionStep
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        column: String,
        every: Records.PartitionStep
    ) {
        self.column = column
        self.every = every
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "column! every! *",
        [String.self, Records.PartitionStep.self, [String: JSON].self])
}

/// How much of time a part of a table holds.
public struct PartitionStep: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A month of UTC.
    public static var month: Self { Self(word: "month") }

    public static var words: StaticString { "month" }
}

/// What has to be done so that the records of one version of a pack are those of another?
public struct MigrationRequest: RatebookRecord {
    /// The version whose tables are there; nothing when there are none yet.
    public var before: Records.PackDefinition?
    /// The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is
    /// kept, out of sight.
    public var accept: [String]

    public init(
        before: Records.PackDefinition? = nil,
        accept: [String] = []
    ) {
        self.before = before
        self.accept = accept
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "before? accept-[]",
        [Records.PackDefinition.self, [String].self])
}

/// The way from one version of a pack to another.
public struct Migration: RatebookRecord {
    /// Whose.
    public var pack: String
    /// The version whose tables are there.
    public var versionBefore: Int?
    /// The version whose tables are wanted.
    public var versionAfter: Int
    /// What is to be done, in this order.
    public var steps: [Records.MigrationStep]
    /// What records no longer say afterwards.
    public var losses: [Records.MigrationLoss]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        pack: String,
        versionBefore: Int? = nil,
        versionAfter: Int,
        steps: [Records.MigrationStep],
        losses: [Records.MigrationLoss]
    ) {
        self.pack = pack
        self.versionBefore = versionBefore
        self.versionAfter = versionAfter
        self.steps = steps
        self.losses = losses
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "pack! version_before? version_after! steps! losses! *",
        [String.self, Int.self, Int.self, [Records.MigrationStep].self, [Records.MigrationLoss].self, [String: JSON].self])
}

/// A step of a migration.
public struct MigrationStep: RatebookRecord {
    /// Whether it can be done without anybody.
    public var `class`: Records.MigrationClass
    /// What it does, for who reads it before it is done.
    public var sentence: String
    /// What it does, for who does it.
    public var act: Records.MigrationAct
    /// The loss that it is of.
    public var loss: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        `class`: Records.MigrationClass,
        sentence: String,
        act: Records.MigrationAct,
        loss: String? = nil
    ) {
        self.class = `class`
        self.sentence = sentence
        self.act = act
        self.loss = loss
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "class! sentence! act! loss? *",
        [Records.MigrationClass.self, String.self, Records.MigrationAct.self, String.self, [String: JSON].self])
}

/// Whether a step can be done without anybody.
public struct MigrationClass: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It can, whatever the records are.
    public static var safe: Self { Self(word: "safe") }
    /// Records are to be filled or looked over first.
    public static var needsBackfill: Self { Self(word: "needs_backfill") }
    /// Records say less afterwards.
    public static var loses: Self { Self(word: "loses") }

    public static var words: StaticString { "safe needs_backfill loses" }
}

/// What a step does. A table and a column are called as they are when it is their turn.
public enum MigrationAct: RatebookValue {
    /// Records are looked over before anything is changed: when one does not pass, the migration waits.
    case checkRows(Records.CheckedRows)
    /// A field takes more than before; no table changes.
    case widen(Records.WidenedField)
    /// A foreign key is dropped.
    case dropForeignKey(Records.NamedPart)
    /// A unique constraint is dropped.
    case dropUnique(Records.NamedPart)
    /// An index is dropped.
    case dropIndex(Records.NamedPart)
    /// A table is kept under a retired name, without its constraints and indexes.
    case archiveTable(Records.RenamedTable)
    /// A column is kept under a retired name, and rows may lack it.
    case archiveColumn(Records.RenamedColumn)
    /// A table is dropped with all its rows.
    case dropTable(Records.DroppedTable)
    /// A column is dropped.
    case dropColumn(Records.NamedPart)
    /// A table gets another name; its constraints and indexes keep theirs.
    case renameTable(Records.RenamedTable)
    /// A column gets another name.
    case renameColumn(Records.RenamedColumn)
    /// A unique constraint gets another name.
    case renameUnique(Records.RenamedColumn)
    /// A foreign key gets another name.
    case renameForeignKey(Records.RenamedColumn)
    /// An index gets another name.
    case renameIndex(Records.RenamedColumn)
    /// A table is made. Its foreign keys are made when all tables of the migration are there.
    case createTable(Records.TableModel)
    /// A column is added.
    case addColumn(Records.AddedColumn)
    /// A column keeps its values in another way, none of them changed.
    case convertColumn(Records.ConvertedColumn)
    /// Rows get their values.
    case fill(Records.FilledColumn)
    /// Rows may lack a column.
    case allowNothing(Records.NamedPart)
    /// Every row has a column.
    case require(Records.NamedPart)
    /// A unique constraint is made.
    case addUnique(Records.AddedUnique)
    /// A foreign key is made.
    case addForeignKey(Records.AddedForeignKey)
    /// An index is made.
    case addIndex(Records.AddedIndex)
    /// What is kept of records is made again, of all that are there.
    case derive(Records.DerivedAgain)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "check_rows widen drop_foreign_key drop_unique drop_index archive_table archive_column drop_table drop_column rename_table rename_column rename_unique rename_foreign_key rename_index create_table add_column convert_column fill allow_nothing require add_unique add_foreign_key add_index derive") {
        case 0: self = .checkRows(try reader.held())
        case 1: self = .widen(try reader.held())
        case 2: self = .dropForeignKey(try reader.held())
        case 3: self = .dropUnique(try reader.held())
        case 4: self = .dropIndex(try reader.held())
        case 5: self = .archiveTable(try reader.held())
        case 6: self = .archiveColumn(try reader.held())
        case 7: self = .dropTable(try reader.held())
        case 8: self = .dropColumn(try reader.held())
        case 9: self = .renameTable(try reader.held())
        case 10: self = .renameColumn(try reader.held())
        case 11: self = .renameUnique(try reader.held())
        case 12: self = .renameForeignKey(try reader.held())
        case 13: self = .renameIndex(try reader.held())
        case 14: self = .createTable(try reader.held())
        case 15: self = .addColumn(try reader.held())
        case 16: self = .convertColumn(try reader.held())
        case 17: self = .fill(try reader.held())
        case 18: self = .allowNothing(try reader.held())
        case 19: self = .require(try reader.held())
        case 20: self = .addUnique(try reader.held())
        case 21: self = .addForeignKey(try reader.held())
        case 22: self = .addIndex(try reader.held())
        case 23: self = .derive(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .checkRows(let held): writer.choice("check_rows", held)
        case .widen(let held): writer.choice("widen", held)
        case .dropForeignKey(let held): writer.choice("drop_foreign_key", held)
        case .dropUnique(let held): writer.choice("drop_unique", held)
        case .dropIndex(let held): writer.choice("drop_index", held)
        case .archiveTable(let held): writer.choice("archive_table", held)
        case .archiveColumn(let held): writer.choice("archive_column", held)
        case .dropTable(let held): writer.choice("drop_table", held)
        case .dropColumn(let held): writer.choice("drop_column", held)
        case .renameTable(let held): writer.choice("rename_table", held)
        case .renameColumn(let held): writer.choice("rename_column", held)
        case .renameUnique(let held): writer.choice("rename_unique", held)
        case .renameForeignKey(let held): writer.choice("rename_foreign_key", held)
        case .renameIndex(let held): writer.choice("rename_index", held)
        case .createTable(let held): writer.choice("create_table", held)
        case .addColumn(let held): writer.choice("add_column", held)
        case .convertColumn(let held): writer.choice("convert_column", held)
        case .fill(let held): writer.choice("fill", held)
        case .allowNothing(let held): writer.choice("allow_nothing", held)
        case .require(let held): writer.choice("require", held)
        case .addUnique(let held): writer.choice("add_unique", held)
        case .addForeignKey(let held): writer.choice("add_foreign_key", held)
        case .addIndex(let held): writer.choice("add_index", held)
        case .derive(let held): writer.choice("derive", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Records that are looked over.
public struct CheckedRows: RatebookRecord {
    /// Where.
    public var table: String
    /// The columns, as they are before anything is changed.
    public var columns: [String]
    /// The field whose new definition says what is wanted; none of what every record has.
    public var field: String?
    /// What must be true of every row.
    public var rule: Records.RowRule
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        columns: [String],
        field: String? = nil,
        rule: Records.RowRule
    ) {
        self.table = table
        self.columns = columns
        self.field = field
        self.rule = rule
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! columns! field? rule! *",
        [String.self, [String].self, String.self, Records.RowRule.self, [String: JSON].self])
}

/// What must be true of every row before a migration.
public struct RowRule: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// There is a value.
    public static var given: Self { Self(word: "given") }
    /// No two rows have the same.
    public static var unique: Self { Self(word: "unique") }
    /// The number, amount or day is within its bounds.
    public static var bounds: Self { Self(word: "bounds") }
    /// The number is no finer than is kept.
    public static var digits: Self { Self(word: "digits") }
    /// The text is long and short enough.
    public static var length: Self { Self(word: "length") }
    /// The text matches its pattern.
    public static var pattern: Self { Self(word: "pattern") }
    /// The text is of the form of the new kind.
    public static var form: Self { Self(word: "form") }
    /// It is one of the choices.
    public static var choices: Self { Self(word: "choices") }
    /// The amount is in the one currency.
    public static var currency: Self { Self(word: "currency") }
    /// No row was deleted softly: it would be back.
    public static var noneDeleted: Self { Self(word: "none_deleted") }

    public static var words: StaticString { "given unique bounds digits length pattern form choices currency none_deleted" }
}

/// A field that takes more than before.
public struct WidenedField: RatebookRecord {
    /// The table.
    public var table: String
    /// The field.
    public var field: String
    /// What of its definition was widened.
    public var options: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        field: String,
        options: [String]
    ) {
        self.table = table
        self.field = field
        self.options = options
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! field! options! *",
        [String.self, String.self, [String].self, [String: JSON].self])
}

/// A part of a table by name.
public struct NamedPart: RatebookRecord {
    /// The table.
    public var table: String
    /// The part.
    public var name: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        name: String
    ) {
        self.table = table
        self.name = name
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! name! *",
        [String.self, String.self, [String: JSON].self])
}

/// A table that gets another name.
public struct RenamedTable: RatebookRecord {
    /// The table.
    public var table: String
    /// What it is called afterwards.
    public var renamed: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        renamed: String
    ) {
        self.table = table
        self.renamed = renamed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! renamed! *",
        [String.self, String.self, [String: JSON].self])
}

/// A part of a table that gets another name.
public struct RenamedColumn: RatebookRecord {
    /// The table.
    public var table: String
    /// The part.
    public var name: String
    /// What it is called afterwards.
    public var renamed: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        name: String,
        renamed: String
    ) {
        self.table = table
        self.name = name
        self.renamed = renamed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! name! renamed! *",
        [String.self, String.self, String.self, [String: JSON].self])
}

/// A table by name.
public struct DroppedTable: RatebookRecord {
    /// The table.
    public var table: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String
    ) {
        self.table = table
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! *",
        [String.self, [String: JSON].self])
}

/// A column that is added.
public struct AddedColumn: RatebookRecord {
    /// The table.
    public var table: String
    /// The column.
    public var column: Records.ColumnModel
    /// What the rows that are there get, as a record says it.
    public var `default`: JSON?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        column: Records.ColumnModel,
        `default`: JSON? = nil
    ) {
        self.table = table
        self.column = column
        self.default = `default`
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! column! default? *",
        [String.self, Records.ColumnModel.self, JSON.self, [String: JSON].self])
}

/// A column that keeps its values in another way.
public struct ConvertedColumn: RatebookRecord {
    /// The table.
    public var table: String
    /// The column.
    public var column: String
    /// How it kept them.
    public var before: Records.ColumnKind
    /// How it keeps them afterwards.
    public var after: Records.ColumnKind
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        column: String,
        before: Records.ColumnKind,
        after: Records.ColumnKind
    ) {
        self.table = table
        self.column = column
        self.before = before
        self.after = after
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! column! before! after! *",
        [String.self, String.self, Records.ColumnKind.self, Records.ColumnKind.self, [String: JSON].self])
}

/// A column, or a whole table beside one of records, whose rows get their values.
public struct FilledColumn: RatebookRecord {
    /// The table.
    public var table: String
    /// The column; none when the rows themselves are to be made.
    public var column: String?
    /// Where the values come from.
    public var source: Records.FillSource
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        column: String? = nil,
        source: Records.FillSource
    ) {
        self.table = table
        self.column = column
        self.source = source
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! column? source! *",
        [String.self, String.self, Records.FillSource.self, [String: JSON].self])
}

/// Where the values come from that rows get.
public struct FillSource: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// From who runs the migration: nothing says what they are.
    public static var `operator`: Self { Self(word: "operator") }
    /// From the expression of the field.
    public static var computed: Self { Self(word: "computed") }
    /// From the text of the same field, in small letters.
    public static var folded: Self { Self(word: "folded") }
    /// From the machine: its first state, its version, the moment of the record's last change.
    public static var machine: Self { Self(word: "machine") }
    /// From the record: its version and moments are those of a new one.
    public static var record: Self { Self(word: "record") }
    /// From the column of the same field in the entity's table.
    public static var field: Self { Self(word: "field") }
    /// From the counter of the entity: the next number for every record that has none, in the order in which they were made.
    public static var number: Self { Self(word: "number") }

    public static var words: StaticString { "operator computed folded machine record field number" }
}

/// A unique constraint that is made.
public struct AddedUnique: RatebookRecord {
    /// The table.
    public var table: String
    /// The constraint.
    public var unique: Records.UniqueModel
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        unique: Records.UniqueModel
    ) {
        self.table = table
        self.unique = unique
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! unique! *",
        [String.self, Records.UniqueModel.self, [String: JSON].self])
}

/// A foreign key that is made.
public struct AddedForeignKey: RatebookRecord {
    /// The table.
    public var table: String
    /// The key.
    public var foreignKey: Records.ForeignKeyModel
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        foreignKey: Records.ForeignKeyModel
    ) {
        self.table = table
        self.foreignKey = foreignKey
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! foreign_key! *",
        [String.self, Records.ForeignKeyModel.self, [String: JSON].self])
}

/// An index that is made.
public struct AddedIndex: RatebookRecord {
    /// The table.
    public var table: String
    /// The index.
    public var index: Records.IndexModel
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        table: String,
        index: Records.IndexModel
    ) {
        self.table = table
        self.index = index
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "table! index! *",
        [String.self, Records.IndexModel.self, [String: JSON].self])
}

/// What is made again of the records of an entity, since it is made otherwise from now on.
public struct DerivedAgain: RatebookRecord {
    /// The entity, as it is called afterwards.
    public var entity: String
    /// What is made.
    public var what: Records.Derivation
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entity: String,
        what: Records.Derivation
    ) {
        self.entity = entity
        self.what = what
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity! what! *",
        [String.self, Records.Derivation.self, [String: JSON].self])
}

/// What is kept of records and follows from them.
public struct Derivation: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// What its deadlines write into a record, and what is computed.
    public static var reckoned: Self { Self(word: "reckoned") }
    /// When something happens to a record by itself.
    public static var timers: Self { Self(word: "timers") }
    /// By what a record is found.
    public static var search: Self { Self(word: "search") }
    /// Whose a record is, over all tenants.
    public static var owners: Self { Self(word: "owners") }
    /// What everybody may read of a record.
    public static var listing: Self { Self(word: "listing") }
    /// When a record is looked at for what is written about it.
    public static var contacts: Self { Self(word: "contacts") }

    public static var words: StaticString { "reckoned timers search owners listing contacts" }
}

/// What records no longer say after a migration.
public struct MigrationLoss: RatebookRecord {
    /// What it is accepted by: `customer`, `customer.fax`.
    public var name: String
    /// What is lost.
    public var sentence: String
    /// Whether it was accepted, and the values are dropped; they are kept under a retired name otherwise.
    public var accepted: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        sentence: String,
        accepted: Bool
    ) {
        self.name = name
        self.sentence = sentence
        self.accepted = accepted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! sentence! accepted! *",
        [String.self, String.self, Bool.self, [String: JSON].self])
}

/// How a pack, or one entity of it, is asked over HTTP.
public struct OpenApiRequest: RatebookRecord {
    /// The entity; all of them when not given.
    public var entity: String?

    public init(
        entity: String? = nil
    ) {
        self.entity = entity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entity?",
        [String.self])
}

/// A document of OpenAPI 3.1.
public struct OpenApi: RatebookRecord {
    /// Of which version of OpenAPI.
    public var openapi: String
    /// What it is about.
    public var info: [String: JSON]
    /// How whoever asks is known.
    public var security: [[String: JSON]]
    /// What can be asked, by path.
    public var paths: [String: JSON]
    /// What paths refer to.
    public var components: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        openapi: String,
        info: [String: JSON],
        security: [[String: JSON]],
        paths: [String: JSON],
        components: [String: JSON]
    ) {
        self.openapi = openapi
        self.info = info
        self.security = security
        self.paths = paths
        self.components = components
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "openapi! info! security! paths! components! *",
        [String.self, [String: JSON].self, [[String: JSON]].self, [String: JSON].self, [String: JSON].self, [String: JSON].self])
}
}
