// Written by `cargo xtask generate`.

import Foundation

extension Assignment {
/// Among whom, and by which rule?
public struct ChooseRequest: RatebookRecord {
    /// Everybody, in the order of turns.
    public var candidates: [Assignment.Candidate]
    /// By which rule.
    public var strategy: Assignment.AssignmentStrategy
    /// What is needed.
    public var skills: [String]
    /// Where it is.
    public var area: String?
    /// Who had this customer before: they get it when they can take it, whatever the rule.
    public var staysWith: String?
    /// The present moment; needed where a candidate has hours.
    public var now: Instant?

    public init(
        candidates: [Assignment.Candidate],
        strategy: Assignment.AssignmentStrategy,
        skills: [String] = [],
        area: String? = nil,
        staysWith: String? = nil,
        now: Instant? = nil
    ) {
        self.candidates = candidates
        self.strategy = strategy
        self.skills = skills
        self.area = area
        self.staysWith = staysWith
        self.now = now
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "candidates! strategy! skills-[] area? stays_with? now?",
        [[Assignment.Candidate].self, Assignment.AssignmentStrategy.self, [String].self, String.self, String.self, Instant.self])
}

/// Somebody who may take it.
public struct Candidate: RatebookRecord, Identifiable {
    /// Who.
    public var id: String
    /// What they can do.
    public var skills: [String]
    /// Where they work; everywhere when empty.
    public var areas: [String]
    /// Whether they are offline, absent or not free.
    public var absent: Bool
    /// How much they have to do: minutes, tickets, leads.
    public var load: Int
    /// How much they can do; load is measured by it.
    public var capacity: Int
    /// With that load or more they get nothing.
    public var limit: Int?
    /// When they work; always when not given.
    public var hours: Time.OpeningHours?
    /// Whose clock their hours go by; needed where there are hours.
    public var zone: String?
    /// When they got something last.
    public var lastAssignedAt: Instant?
    /// Among equals the higher one is chosen.
    public var priority: Int

    public init(
        id: String,
        skills: [String] = [],
        areas: [String] = [],
        absent: Bool = false,
        load: Int = 0,
        capacity: Int = 1,
        limit: Int? = nil,
        hours: Time.OpeningHours? = nil,
        zone: String? = nil,
        lastAssignedAt: Instant? = nil,
        priority: Int = 0
    ) {
        self.id = id
        self.skills = skills
        self.areas = areas
        self.absent = absent
        self.load = load
        self.capacity = capacity
        self.limit = limit
        self.hours = hours
        self.zone = zone
        self.lastAssignedAt = lastAssignedAt
        self.priority = priority
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! skills-[] areas-[] absent-false load=0 capacity=1 limit? hours? zone? last_assigned_at? priority=0",
        [String.self, [String].self, [String].self, Bool.self, Int.self, Int.self, Int.self, Time.OpeningHours.self, String.self, Instant.self, Int.self])
}

/// The rule by which somebody is chosen.
public enum AssignmentStrategy: RatebookValue {
    /// In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins.
    case roundRobin(Assignment.RoundRobinTurn)
    /// The lowest load for their capacity; of equals who has waited longest.
    case leastLoaded
    /// Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
    /// the least loaded.
    case bestSkill
    /// That one or nobody.
    case named(String)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "least_loaded best_skill", holding: "round_robin named") {
        case 0: self = .leastLoaded
        case 1: self = .bestSkill
        case 2: self = .roundRobin(try reader.held())
        case 3: self = .named(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .roundRobin(let held): writer.choice("round_robin", held)
        case .leastLoaded: writer.write("least_loaded")
        case .bestSkill: writer.write("best_skill")
        case .named(let held): writer.choice("named", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Whose turn it was.
public struct RoundRobinTurn: RatebookRecord {
    /// Who got the last one; nobody yet when not given.
    public var after: String?
    /// Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
    /// When all of them have left, they go on after the one of the candidates who got something last.
    public var earlier: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        after: String? = nil,
        earlier: [String] = []
    ) {
        self.after = after
        self.earlier = earlier
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "after? earlier-[] *",
        [String.self, [String].self, [String: JSON].self])
}

/// Who takes it.
public struct AssignmentChoice: RatebookRecord {
    /// Who; nobody when it has to wait.
    public var id: String?
    /// Everybody who could take it, the chosen one first.
    public var ranking: [String]
    /// Everybody who could not, and why.
    public var leftOut: [Assignment.LeftOut]
    /// Whether nobody had every skill, and it went by load.
    public var byLoadInstead: Bool
    /// Whether it stays with who had this customer before.
    public var stayed: Bool
    /// Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn.
    public var turn: Assignment.RoundRobinTurn?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String? = nil,
        ranking: [String],
        leftOut: [Assignment.LeftOut],
        byLoadInstead: Bool,
        stayed: Bool,
        turn: Assignment.RoundRobinTurn? = nil
    ) {
        self.id = id
        self.ranking = ranking
        self.leftOut = leftOut
        self.byLoadInstead = byLoadInstead
        self.stayed = stayed
        self.turn = turn
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id? ranking! left_out! by_load_instead! stayed! turn? *",
        [String.self, [String].self, [Assignment.LeftOut].self, Bool.self, Bool.self, Assignment.RoundRobinTurn.self, [String: JSON].self])
}

/// Somebody who could not take it.
public struct LeftOut: RatebookRecord, Identifiable {
    /// Who.
    public var id: String
    /// Why.
    public var why: Assignment.LeftOutWhy
    /// The skills that they lack.
    public var lacks: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        why: Assignment.LeftOutWhy,
        lacks: [String]
    ) {
        self.id = id
        self.why = why
        self.lacks = lacks
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! why! lacks! *",
        [String.self, Assignment.LeftOutWhy.self, [String].self, [String: JSON].self])
}

/// Why somebody could not take it.
public struct LeftOutWhy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Offline, absent or not free.
    public static var absent: Self { Self(word: "absent") }
    /// Outside of their hours.
    public static var outsideHours: Self { Self(word: "outside_hours") }
    /// With as much to do as they may have.
    public static var atLimit: Self { Self(word: "at_limit") }
    /// Without a skill that is needed.
    public static var skill: Self { Self(word: "skill") }
    /// They work elsewhere.
    public static var area: Self { Self(word: "area") }
    /// Somebody else was named.
    public static var notNamed: Self { Self(word: "not_named") }

    public static var words: StaticString { "absent outside_hours at_limit skill area not_named" }
}
}
