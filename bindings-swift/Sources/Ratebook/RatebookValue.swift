import Foundation

/// What crosses into the engine and back: every type of a definition, a request and an answer.
public protocol RatebookValue: Sendable, Hashable {
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

/// Words of a fixed set.
extension RatebookValue where Self: RawRepresentable, RawValue == String {
    public init(from reader: inout WireReader) throws(WireFault) {
        let text = try reader.text()
        guard let value = Self(rawValue: text) else { throw reader.fault("`\(text)` is not known here") }
        self = value
    }

    public func write(to writer: inout WireWriter) {
        writer.write(rawValue)
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
public protocol WireName: Sendable, Hashable, Comparable {
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

/// An exact number. It crosses as text, never as a floating point number.
extension Decimal: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) {
        if let (number, places) = try reader.digits() {
            self.init(sign: .plus, exponent: -places, significand: Decimal(number))
            return
        }
        let text = try reader.text()
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isPlain = (1...2).contains(digits.count) && digits.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 48 && $0 <= 57 } }
        guard isPlain, let value = Decimal(string: text, locale: nil) else {
            throw reader.fault("`\(text)` is no decimal such as 124.50")
        }
        self = value
    }

    public func write(to writer: inout WireWriter) { writer.write(description) }
}

/// A moment. It crosses as text in UTC, to the microsecond.
extension Date: RatebookValue {
    public init(from reader: inout WireReader) throws(WireFault) {
        let text = try reader.text()
        guard let moment = Moment(text) else { throw reader.fault("`\(text)` is no moment") }
        self = moment.date
    }

    public func write(to writer: inout WireWriter) { writer.write(Moment(self).text) }
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
}
