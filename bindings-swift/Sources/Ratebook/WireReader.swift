import Foundation

/// What could not be read, and where.
public struct WireFault: Error {
    let message: String
    let offset: Int
}

/// Reads values from JSON, field after field. Answers of the engine have their fields in the order of the declarations, and
/// any other order is read too.
public struct WireReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0
    /// The name of the field whose value comes next.
    private var field = 0..<0
    private var depth = 0
    /// Whether nothing of the innermost object or list was read yet.
    private var isFirst = false

    /// How deep JSON may be.
    private static let mostLevels = 128

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    // MARK: Objects and lists

    /// The beginning of an object.
    public mutating func open() throws(WireFault) {
        try expect(UInt8(ascii: "{"))
        try deepen()
    }

    /// Whether another field follows, whose value comes next; otherwise the object has ended.
    public mutating func nextField() throws(WireFault) -> Bool {
        guard try hasNext(UInt8(ascii: "}")) else { return false }
        skipSpace()
        guard peek() == UInt8(ascii: "\"") else { throw fault("a name was expected") }
        at += 1
        let start = at
        while let byte = peek(), byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
        field = start..<min(at, bytes.count)
        at += 1
        try expect(UInt8(ascii: ":"))
        return true
    }

    /// Whether the field that comes next has this name.
    public func isAt(_ name: StaticString) -> Bool {
        isAt(name, 0..<name.utf8CodeUnitCount)
    }

    /// Whether it has the name that stands there among others.
    func isAt(_ names: StaticString, _ range: Range<Int>) -> Bool {
        guard field.count == range.count, let start = bytes.baseAddress else { return false }
        return memcmp(start + field.lowerBound, names.utf8Start + range.lowerBound, range.count) == 0
    }

    /// Which of several things comes next, by its place among their names: one of the words, or behind these an object with one
    /// field, at whose value the reader then stands; -1 for what is none of them, before which it stays.
    mutating func choice(words: StaticString, holding: StaticString) throws(WireFault) -> Int {
        let plain = words.words
        let start = self
        if isAtText() {
            let text = try text()
            if let place = plain.firstIndex(where: { words.text($0) == text }) { return place }
            self = start
            return -1
        }
        try open()
        guard try nextField() else { throw missing("choice") }
        if let place = holding.words.firstIndex(where: { isAt(holding, $0) }) { return plain.count + place }
        self = start
        return -1
    }

    /// The value of the only field of an object, and the object's end.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func held<Value: RatebookValue>() throws(WireFault) -> Value {
        let value = try Value(from: &self)
        try close()
        return value
    }

    /// The end of an object that must not have another field.
    public mutating func close() throws(WireFault) {
        if try nextField() { throw unknownField() }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func list<Item: RatebookValue>() throws(WireFault) -> [Item] {
        try expect(UInt8(ascii: "["))
        try deepen()
        var items: [Item] = []
        while try hasNext(UInt8(ascii: "]")) { items.append(try Item(from: &self)) }
        return items
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func map<Name: WireName, Item: RatebookValue>() throws(WireFault) -> [Name: Item] {
        try open()
        var items: [Name: Item] = [:]
        while try nextField() {
            let text = try name()
            guard let name = Name(wire: text) else { throw fault("`\(text)` is no whole number") }
            if items.updateValue(try Item(from: &self), forKey: name) != nil { throw fault("`\(text)` is given twice") }
        }
        return items
    }

    /// Whether there is another item, at which it then stands; the end is passed.
    private mutating func hasNext(_ end: UInt8) throws(WireFault) -> Bool {
        skipSpace()
        guard let byte = peek() else { throw fault("the text ends too early") }
        if byte == end {
            at += 1
            depth -= 1
            isFirst = false
            return false
        }
        if !isFirst { try expect(UInt8(ascii: ",")) }
        isFirst = false
        return true
    }

    private mutating func deepen() throws(WireFault) {
        depth += 1
        isFirst = true
        if depth > Self.mostLevels { throw fault("nested deeper than \(Self.mostLevels) levels") }
    }

    // MARK: Values

    mutating func text() throws(WireFault) -> String {
        try expect(UInt8(ascii: "\""))
        let start = at
        while let byte = peek(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
            at += 1
        }
        guard at < bytes.count else { throw fault("the text ends too early") }
        let range = start..<at
        at += 1
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    mutating func whole() throws(WireFault) -> Int {
        skipSpace()
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative { at += 1 }
        var number = 0
        let start = at
        while let byte = peek(), byte >= 48, byte <= 57 {
            let (tens, first) = number.multipliedReportingOverflow(by: 10)
            let (sum, second) = tens.addingReportingOverflow(Int(byte) - 48)
            if first || second { throw fault("a number is too large") }
            number = sum
            at += 1
        }
        if at == start { throw fault("a whole number was expected") }
        if let byte = peek(), byte == UInt8(ascii: ".") || byte | 32 == UInt8(ascii: "e") {
            throw fault("a whole number was expected")
        }
        return isNegative ? -number : number
    }

    mutating func flag() throws(WireFault) -> Bool {
        skipSpace()
        if skip("true") { return true }
        if skip("false") { return false }
        throw fault("true or false was expected")
    }

    /// Text of digits with a point, as it is written: `nil` when it is not of that form or longer than is quick to read.
    mutating func digits() throws(WireFault) -> (number: Int64, places: Int)? {
        skipSpace()
        var place = at
        guard peek() == UInt8(ascii: "\"") else { throw fault("a decimal in a string was expected") }
        place += 1
        var isNegative = false
        if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
            isNegative = true
            place += 1
        }
        var (number, places, count, pointed) = (Int64(0), 0, 0, false)
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte >= 48, byte <= 57, count < 18 {
                number = number * 10 + Int64(byte) - 48
                count += 1
                if pointed { places += 1 }
            } else if byte == UInt8(ascii: "."), !pointed, count > 0 {
                pointed = true
            } else if byte == UInt8(ascii: "\""), count > 0 {
                at = place
                return (isNegative ? -number : number, places)
            } else {
                return nil
            }
        }
        return nil
    }

    mutating func day() throws(WireFault) -> Day {
        try expect(UInt8(ascii: "\""))
        guard at + 10 < bytes.count, bytes[at + 10] == UInt8(ascii: "\""),
            let day = Day(bytes: UnsafeRawBufferPointer(rebasing: bytes[at..<at + 10]))
        else { throw fault("a day such as 2026-12-31 was expected") }
        at += 11
        return day
    }

    mutating func json() throws(WireFault) -> JSON {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "{"): return .object(try map())
        case UInt8(ascii: "["): return .list(try list())
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag(try flag())
        case UInt8(ascii: "n"):
            if skip("null") { return .null }
            throw fault("a value was expected")
        default: return .number(try number())
        }
    }

    private mutating func number() throws(WireFault) -> Decimal {
        let start = at
        while let byte = peek(), (byte >= 48 && byte <= 57) || "+-.eE".utf8.contains(byte) { at += 1 }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
        guard !text.isEmpty, let number = Decimal(string: text, locale: nil) else { throw fault("a value was expected") }
        return number
    }

    func isAtText() -> Bool {
        var ahead = self
        ahead.skipSpace()
        return ahead.peek() == UInt8(ascii: "\"")
    }

    mutating func isNull() -> Bool {
        skipSpace()
        return skip("null")
    }

    /// Reads a value.
    mutating func read<Value: RatebookValue>() throws(WireFault) -> Value {
        try Value(from: &self)
    }

    /// Reads a value where null may stand for none.
    mutating func readIfAny<Value: RatebookValue>() throws(WireFault) -> Value? {
        isNull() ? nil : try Value(from: &self)
    }

    /// A value as it is written.
    mutating func raw() throws(WireFault) -> Data {
        skipSpace()
        let start = at
        _ = try json()
        return Data(bytes[start..<at])
    }

    /// All of the text, unread.
    func all() -> Data {
        Data(bytes)
    }

    /// The end of the text.
    mutating func end() throws(WireFault) {
        skipSpace()
        if at < bytes.count { throw fault("something follows the value") }
    }

    // MARK: Faults

    func unknownField() -> WireFault {
        fault("`\((try? name()) ?? "")` is not known here")
    }

    /// Keeps the field that comes next with the others that are not known.
    mutating func keep(in others: inout [String: JSON]) throws(WireFault) {
        let name = try name()
        if others.updateValue(try json(), forKey: name) != nil { throw fault("`\(name)` is given twice") }
    }

    func repeatedField() -> WireFault {
        fault("`\((try? name()) ?? "")` is given twice")
    }

    func missing(_ name: String) -> WireFault {
        fault("the field `\(name)` is missing")
    }

    func fault(_ message: String) -> WireFault {
        WireFault(message: message, offset: at)
    }

    // MARK: Bytes

    /// The name of the field that comes next.
    private func name() throws(WireFault) -> String {
        let raw = UnsafeRawBufferPointer(rebasing: bytes[field])
        if !raw.contains(UInt8(ascii: "\\")) { return String(decoding: raw, as: UTF8.self) }
        var again = self
        again.at = field.lowerBound - 1
        return try again.text()
    }

    private func peek() -> UInt8? {
        at < bytes.count ? bytes[at] : nil
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] <= 32 { at += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(WireFault) {
        skipSpace()
        guard peek() == byte else { throw fault("`\(Character(Unicode.Scalar(byte)))` was expected") }
        at += 1
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= bytes.count, let start = bytes.baseAddress,
            memcmp(start + at, word.utf8Start, count) == 0
        else { return false }
        at += count
        return true
    }

    /// Text in which something is escaped, from where it began.
    private mutating func escapedText(from start: Int) throws(WireFault) -> String {
        var units: [UInt8] = Array(bytes[start..<at])
        while let byte = peek() {
            at += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
            if byte != UInt8(ascii: "\\") {
                units.append(byte)
                continue
            }
            guard let escaped = peek() else { break }
            at += 1
            switch escaped {
            case UInt8(ascii: "n"): units.append(10)
            case UInt8(ascii: "t"): units.append(9)
            case UInt8(ascii: "r"): units.append(13)
            case UInt8(ascii: "b"): units.append(8)
            case UInt8(ascii: "f"): units.append(12)
            case UInt8(ascii: "u"): units.append(contentsOf: Array(String(try escapedCharacter()).utf8))
            default: units.append(escaped)
            }
        }
        throw fault("the text ends too early")
    }

    private mutating func escapedCharacter() throws(WireFault) -> Character {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard skip("\\u"), first < 0xDC00 else { return "\u{FFFD}" }
        let second = try codeUnit()
        let low = UInt32(second) &- 0xDC00
        guard low < 0x400, let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) * 0x400 + low) else {
            return "\u{FFFD}"
        }
        return Character(scalar)
    }

    private mutating func codeUnit() throws(WireFault) -> UInt16 {
        guard at + 4 <= bytes.count else { throw fault("the text ends too early") }
        let digits = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<at + 4]), as: UTF8.self)
        guard let unit = UInt16(digits, radix: 16) else { throw fault("four hexadecimal digits were expected") }
        at += 4
        return unit
    }
}
