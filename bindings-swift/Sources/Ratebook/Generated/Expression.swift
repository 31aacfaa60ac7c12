// Written by `cargo xtask generate`.

import Foundation

extension Expressions {
/// An expression and the facts it is about.
public struct EvaluateRequest: RatebookRecord {
    /// Such as `nights >= 7`.
    public var expression: String
    /// The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
    /// `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
    public var types: [String: String]
    /// The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
    /// object.
    public var facts: [String: JSON]

    public init(
        expression: String,
        types: [String: String] = [:],
        facts: [String: JSON] = [:]
    ) {
        self.expression = expression
        self.types = types
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "expression! types-{} facts-{}",
        [String.self, [String: String].self, [String: JSON].self])
}

/// What an expression came to.
public struct Evaluated: RatebookRecord {
    /// The type of the value.
    public var type: String
    /// The value; decimals, days, instants and durations as text.
    public var value: JSON?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        type: String,
        value: JSON? = nil
    ) {
        self.type = type
        self.value = value
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "type! value? *",
        [String.self, JSON.self, [String: JSON].self])
}

/// An expression and the names that it may use.
public struct ExpressionCheckRequest: RatebookRecord {
    /// Such as `nights >= 7`.
    public var expression: String
    /// The type of each name, as for `expression.evaluate`.
    public var types: [String: String]

    public init(
        expression: String,
        types: [String: String] = [:]
    ) {
        self.expression = expression
        self.types = types
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "expression! types-{}",
        [String.self, [String: String].self])
}

/// An expression that can be used.
public struct ExpressionChecked: RatebookRecord {
    /// The type of its value.
    public var type: String
    /// The names that it looks at, each once.
    public var names: [String]
    /// The same expression as it is written canonically.
    public var canonical: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        type: String,
        names: [String],
        canonical: String
    ) {
        self.type = type
        self.names = names
        self.canonical = canonical
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "type! names! canonical! *",
        [String.self, [String].self, String.self, [String: JSON].self])
}
}
