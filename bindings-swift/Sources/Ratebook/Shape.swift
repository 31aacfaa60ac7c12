import Foundation

/// A type with named fields. What is done with such a type is written once, below, for all of them: code of its own for each
/// would take the compiler minutes.
public protocol RatebookRecord: RatebookValue {
    /// Its fields.
    static var shape: Shape { get }
}

extension RatebookRecord {
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public init(from reader: inout WireReader) throws(WireFault) {
        let read = withUnsafeTemporaryAllocation(of: Self.self, capacity: 1) { room in
            Result { () throws(WireFault) in
                let place = UnsafeMutablePointer(room.baseAddress!)
                try Self.shape.read(&reader, into: UnsafeMutableRawPointer(place))
                return place.move()
            }
        }
        self = try read.get()
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public func write(to writer: inout WireWriter) {
        withUnsafePointer(to: self) { Self.shape.write(UnsafeRawPointer($0), to: &writer) }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public static func == (one: Self, other: Self) -> Bool {
        withUnsafePointer(to: one) { one in
            withUnsafePointer(to: other) { Self.shape.areEqual(UnsafeRawPointer(one), UnsafeRawPointer($0)) }
        }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public func hash(into hasher: inout Hasher) {
        withUnsafePointer(to: self) { Self.shape.hash(UnsafeRawPointer($0), into: &hasher) }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}

/// The fields of a record: their names as they cross wires, their types, and what stands for one that is not given.
public final class Shape: Sendable {
    private let names: StaticString
    private let fields: [Field]
    /// Where the fields are kept that are not known, when the type keeps them.
    private let rest: Int?

    /// A name is followed by `?` when the field may be nothing, by `!` when it must be given, by `=` and the JSON that stands for
    /// it when it is not, or by `-` and that JSON when the field is also left out wherever it holds just that. A `*` behind all names
    /// is the field that keeps what is not known. The types are those of the fields in their order, and the size is that of them
    /// together.
    init(_ size: Int, _ names: StaticString, _ types: [any RatebookValue.Type]) {
        self.names = names
        var fields: [Field] = []
        var end = 0
        for (word, type) in zip(names.words, types) {
            fields.append(Field(word, of: names, type, behind: end))
            end = fields.last?.end ?? 0
        }
        let keeps = fields.last.map { names.text($0.name).isEmpty } ?? false
        rest = keeps ? fields.popLast()?.offset : nil
        self.fields = fields
        precondition(
            fields.count == types.count - (keeps ? 1 : 0) && fields.count <= 63 && end == size, "\(names) are not the fields of this type")
    }

    /// Reads all fields into memory that holds nothing yet; nothing is left in it after a fault.
    fileprivate func read(_ reader: inout WireReader, into record: UnsafeMutableRawPointer) throws(WireFault) {
        var filled: UInt64 = 0
        var others: [String: JSON] = [:]
        do {
            try readGiven(&reader, into: record, &filled, &others)
            for (index, field) in fields.enumerated() where filled & 1 << index == 0 {
                try field.fill(names, &reader, record + field.offset)
                filled |= 1 << index
            }
        } catch {
            for (index, field) in fields.enumerated() where filled & 1 << index != 0 {
                field.type.destroy(record + field.offset, field.isOptional)
            }
            throw error
        }
        if let rest { (record + rest).initializeMemory(as: [String: JSON].self, to: others) }
    }

    private func readGiven(
        _ reader: inout WireReader, into record: UnsafeMutableRawPointer, _ filled: inout UInt64, _ others: inout [String: JSON]
    ) throws(WireFault) {
        var next = 0
        try reader.open()
        while try reader.nextField() {
            guard let index = self.index(reader, near: next) else {
                guard rest != nil else { throw reader.unknownField() }
                try reader.keep(in: &others)
                continue
            }
            next = index + 1
            if reader.isNull() { continue }
            if filled & 1 << index != 0 { throw reader.repeatedField() }
            let field = fields[index]
            if let known = field.known {
                try known.read(&reader, record + field.offset)
            } else {
                try field.type.read(&reader, record + field.offset, field.isOptional)
            }
            filled |= 1 << index
        }
    }

    /// The field at which the reader stands. Most often it is the next one or soon behind it.
    private func index(_ reader: WireReader, near next: Int) -> Int? {
        for index in next..<fields.count where reader.isAt(names, fields[index].name) { return index }
        return fields[..<min(next, fields.count)].firstIndex { reader.isAt(names, $0.name) }
    }

    fileprivate func write(_ record: UnsafeRawPointer, to writer: inout WireWriter) {
        writer.open()
        for field in fields {
            let mark = writer.mark
            writer.field(names, field.name)
            let start = writer.mark
            let place = record + field.offset
            let isThere = field.known?.write(place, &writer) ?? field.type.write(place, field.isOptional, to: &writer)
            if !isThere || (field.isLeftOut && writer.has(names, field.fallback, since: start)) { writer.goBack(mark) }
        }
        if let others = others(record), !others.isEmpty { writer.fields(others) }
        writer.close()
    }

    private func others(_ record: UnsafeRawPointer) -> [String: JSON]? {
        rest.map { (record + $0).assumingMemoryBound(to: [String: JSON].self).pointee }
    }

    fileprivate func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> Bool {
        fields.allSatisfy { $0.type.areEqual(one + $0.offset, other + $0.offset, $0.isOptional) } && others(one) == others(other)
    }

    fileprivate func hash(_ record: UnsafeRawPointer, into hasher: inout Hasher) {
        for field in fields { field.type.hash(record + field.offset, field.isOptional, into: &hasher) }
        hasher.combine(others(record))
    }
}

/// A field of a record.
private struct Field: Sendable {
    /// Of its optional, when it may be nothing.
    let type: any RatebookValue.Type
    let isOptional: Bool
    /// How it is read and written when its type is one of those that most fields have.
    let known: Known?
    /// Where its name stands among the names.
    let name: Range<Int>
    /// Where the JSON stands that is meant when the field is not given; empty when it must be, or may be nothing.
    let fallback: Range<Int>
    /// Whether it is not written when it holds that.
    let isLeftOut: Bool
    /// Where it begins in the record, and where it ends.
    let offset: Int
    let end: Int

    /// Swift places the fields of a structure one behind the other, each at the next address that its type may stand at.
    init(_ word: Range<Int>, of names: StaticString, _ type: any RatebookValue.Type, behind place: Int) {
        let text = UnsafeBufferPointer(start: names.utf8Start, count: names.utf8CodeUnitCount)
        let marks = "?!=-*".utf8
        let mark = text[word].firstIndex(where: marks.contains) ?? word.upperBound - 1
        self.type = type
        isOptional = text[mark] == UInt8(ascii: "?")
        known = Known.of(type, isOptional)
        name = word.lowerBound..<mark
        fallback = mark + 1..<word.upperBound
        isLeftOut = text[mark] == UInt8(ascii: "-")
        let (size, alignment) = type.layout(isOptional)
        offset = (place + alignment - 1) / alignment * alignment
        end = offset + size
    }

    /// Puts in what stands for it when it is not given.
    func fill(_ names: StaticString, _ reader: inout WireReader, _ place: UnsafeMutableRawPointer) throws(WireFault) {
        if isOptional {
            type.putNothing(place)
        } else if fallback.isEmpty {
            throw reader.missing(names.text(name))
        } else {
            var fallback = WireReader(names.bytes(fallback))
            try type.read(&fallback, place, false)
        }
    }
}

/// Reading and writing a field by code of its own. What is done for every type alike asks at each call what the type is, which
/// takes longer than the field itself.
private struct Known: Sendable {
    let read: @Sendable (inout WireReader, UnsafeMutableRawPointer) throws(WireFault) -> Void
    /// Whether there was something to write.
    let write: @Sendable (UnsafeRawPointer, inout WireWriter) -> Bool

    static func of(_ type: any RatebookValue.Type, _ isOptional: Bool) -> Known? {
        switch type {
        case is Day.Type: isOptional ? optional(Day.self) : plain(Day.self)
        case is String.Type: isOptional ? optional(String.self) : plain(String.self)
        case is Int.Type: isOptional ? optional(Int.self) : plain(Int.self)
        case is Bool.Type: isOptional ? optional(Bool.self) : plain(Bool.self)
        case is Amount.Type: isOptional ? optional(Amount.self) : plain(Amount.self)
        case is Instant.Type: isOptional ? optional(Instant.self) : plain(Instant.self)
        case is [Int].Type where !isOptional: list(Int.self)
        case is [Day].Type where !isOptional: list(Day.self)
        case is [String].Type where !isOptional: list(String.self)
        case is [String: Int].Type where !isOptional: map(Int.self)
        default: nil
        }
    }

    @inline(__always)
    private static func plain<Value: RatebookValue>(_: Value.Type) -> Known {
        Known { reader, place throws(WireFault) in
            place.initializeMemory(as: Value.self, to: try Value(from: &reader))
        } write: { place, writer in
            place.assumingMemoryBound(to: Value.self).pointee.write(to: &writer)
            return true
        }
    }

    @inline(__always)
    private static func optional<Value: RatebookValue>(_: Value.Type) -> Known {
        Known { reader, place throws(WireFault) in
            place.initializeMemory(as: Value?.self, to: try Value(from: &reader))
        } write: { place, writer in
            guard let value = place.assumingMemoryBound(to: Value?.self).pointee else { return false }
            value.write(to: &writer)
            return true
        }
    }

    @inline(__always)
    private static func list<Item: RatebookValue>(_: Item.Type) -> Known {
        Known { reader, place throws(WireFault) in
            place.initializeMemory(as: [Item].self, to: try [Item](from: &reader))
        } write: { place, writer in
            writer.openList()
            for item in place.assumingMemoryBound(to: [Item].self).pointee { item.write(to: &writer) }
            writer.closeList()
            return true
        }
    }

    @inline(__always)
    private static func map<Item: RatebookValue>(_: Item.Type) -> Known {
        Known { reader, place throws(WireFault) in
            place.initializeMemory(as: [String: Item].self, to: try [String: Item](from: &reader))
        } write: { place, writer in
            let items = place.assumingMemoryBound(to: [String: Item].self)
            if items.pointee.isEmpty { writer.writeRaw("{}") } else { items.pointee.write(to: &writer) }
            return true
        }
    }
}

/// What is done with a field in the memory of a record, whatever its type is.
extension RatebookValue {
    fileprivate static func layout(_ isOptional: Bool) -> (size: Int, alignment: Int) {
        isOptional
            ? (MemoryLayout<Self?>.size, MemoryLayout<Self?>.alignment) : (MemoryLayout<Self>.size, MemoryLayout<Self>.alignment)
    }

    fileprivate static func read(
        _ reader: inout WireReader, _ place: UnsafeMutableRawPointer, _ isOptional: Bool
    ) throws(WireFault) {
        let value = try Self(from: &reader)
        if isOptional {
            place.initializeMemory(as: Self?.self, to: value)
        } else {
            place.initializeMemory(as: Self.self, to: value)
        }
    }

    fileprivate static func putNothing(_ place: UnsafeMutableRawPointer) {
        place.initializeMemory(as: Self?.self, to: nil)
    }

    fileprivate static func destroy(_ place: UnsafeMutableRawPointer, _ isOptional: Bool) {
        if isOptional {
            place.assumingMemoryBound(to: Self?.self).deinitialize(count: 1)
        } else {
            place.assumingMemoryBound(to: Self.self).deinitialize(count: 1)
        }
    }

    /// Whether there was something to write.
    fileprivate static func write(_ place: UnsafeRawPointer, _ isOptional: Bool, to writer: inout WireWriter) -> Bool {
        if !isOptional {
            place.assumingMemoryBound(to: Self.self).pointee.write(to: &writer)
        } else if let value = place.assumingMemoryBound(to: Self?.self).pointee {
            value.write(to: &writer)
        } else {
            return false
        }
        return true
    }

    fileprivate static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ isOptional: Bool) -> Bool {
        isOptional
            ? one.assumingMemoryBound(to: Self?.self).pointee == other.assumingMemoryBound(to: Self?.self).pointee
            : one.assumingMemoryBound(to: Self.self).pointee == other.assumingMemoryBound(to: Self.self).pointee
    }

    fileprivate static func hash(_ place: UnsafeRawPointer, _ isOptional: Bool, into hasher: inout Hasher) {
        if isOptional {
            hasher.combine(place.assumingMemoryBound(to: Self?.self).pointee)
        } else {
            hasher.combine(place.assumingMemoryBound(to: Self.self).pointee)
        }
    }
}

extension StaticString {
    /// Where its words stand, which are parted by spaces.
    var words: [Range<Int>] {
        let text = UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
        return text.split(separator: UInt8(ascii: " ")).map { $0.startIndex..<$0.endIndex }
    }

    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: utf8Start + range.lowerBound, count: range.count)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }
}
