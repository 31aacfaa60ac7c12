import Foundation

/// What crosses into the engine and back: every type of a definition, a request and an answer. An app may keep any of them by
/// `Codable`; they stand there as they cross wires.
public protocol RatebookValue: Sendable, Hashable, Codable {
    /// Reads it from JSON, as it crosses wires.
    init(from reader: inout WireReader) throws(WireFault)
    /// Writes it as JSON.
    func write(to writer: inout WireWriter)
}

extension RatebookValue {
    /// Reads it from JSON, as it crosses wires.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public init(json: Data) throws(RatebookError) {
        let read = json.withUnsafeBytes { bytes in
            Result { () throws(WireFault) in
                var reader = WireReader(bytes)
                let value = try Self(from: &reader)
                try reader.end()
                return value
            }
        }
        switch read {
        case .success(let value): self = value
        case .failure(let fault): throw RatebookError(fault, .requestType)
        }
    }

    /// It as JSON, as it crosses wires.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public func json() -> Data {
        WireWriter.written({ write(to: &$0) }, { Data($0) })
    }
}

extension RatebookValue {
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public init(from decoder: any Decoder) throws {
        let tree = try JSON(from: decoder)
        do throws(RatebookError) {
            self = try Self(json: tree.json())
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.message, underlyingError: error))
        }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public func encode(to encoder: any Encoder) throws {
        try JSON(json: json()).encode(to: encoder)
    }
}

/// One of several words. A newer engine may know more of them: such a word is kept as it is, `isKnown` tells it, and a `switch` has
/// a `default`.
public protocol RatebookWord: RatebookValue, RawRepresentable, CaseIterable, CustomStringConvertible
where RawValue == String, AllCases == [Self] {
    /// The word as it crosses wires, whether this version knows it or not.
    init(word: String)
    /// Every word that this version knows, with spaces between them.
    static var words: StaticString { get }
}

extension RatebookWord {
    /// The word that is spelled so; `nil` when this version does not know it.
    public init?(rawValue: String) {
        self.init(word: rawValue)
        if !isKnown { return nil }
    }

    /// Whether this version knows it.
    public var isKnown: Bool { Self.words.words.contains { Self.words.text($0) == rawValue } }

    /// Every word that this version knows.
    public static var allCases: [Self] { words.words.map { Self(word: words.text($0)) } }

    public var description: String { rawValue }

    public init(from reader: inout WireReader) throws(WireFault) { self.init(word: try reader.text()) }
    public func write(to writer: inout WireWriter) { writer.write(rawValue) }

    public init(from decoder: any Decoder) throws {
        self.init(word: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension String: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.text() }
    public func write(to writer: inout WireWriter) { writer.write(self) }
}

extension Int: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.whole() }
    public func write(to writer: inout WireWriter) { writer.write(self) }
}

extension Bool: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.flag() }
    public func write(to writer: inout WireWriter) { writer.writeRaw(self ? "true" : "false") }
}

extension Array: RatebookValue where Element: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.list() }
    public func write(to writer: inout WireWriter) { writer.write(self) }
}

/// What names the entries of a map: text, or a whole number.
public protocol WireName: Sendable, Hashable, Comparable, Codable {
    /// The name that this text spells.
    init?(wire: String)
    /// It as text.
    var wire: String { get }
}

extension String: WireName {
    public init(wire: String) { self = wire }
    public var wire: String { self }
}

extension Int: WireName {
    public init?(wire: String) { self.init(wire) }
    public var wire: String { String(self) }
}

extension Dictionary: RatebookValue where Key: WireName, Value: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.map() }
    public func write(to writer: inout WireWriter) { writer.write(self) }
}

/// Whatever JSON can hold, in fields that the engine leaves to the caller.
public enum JSON: RatebookValue {
    case null
    case flag(Bool)
    case number(Decimal)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    public init(from reader: inout WireReader) throws(WireFault) { self = try reader.json() }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .null: writer.writeRaw("null")
        case .flag(let flag): writer.write(flag)
        case .number(let number): writer.writeRaw(number.isNaN ? "null" : number.description)
        case .text(let text): writer.write(text)
        case .list(let list): writer.write(list)
        case .object(let object): writer.write(object)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let whole = try? container.decode(Int.self) {
            self = .number(Decimal(whole))
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number):
            if let whole = Int(number.description) { try container.encode(whole) } else { try container.encode(number) }
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
