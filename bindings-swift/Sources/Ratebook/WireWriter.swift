import Foundation

/// Writes values as JSON, into memory of its own: who makes one frees it.
public struct WireWriter {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity = 512
    private var count = 0
    private var needsComma = false

    init() {
        start = .allocate(capacity: capacity)
    }

    func free() {
        start.deallocate()
    }

    /// What was written so far.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: count)
    }

    /// Writes with a writer of its own.
    static func written<Result>(_ write: (inout WireWriter) -> Void, _ use: (UnsafeRawBufferPointer) -> Result) -> Result {
        var writer = WireWriter()
        defer { writer.free() }
        write(&writer)
        return use(writer.bytes)
    }

    /// The beginning of an object.
    public mutating func open() {
        separate()
        append(UInt8(ascii: "{"))
        needsComma = false
    }

    /// The end of an object.
    public mutating func close() {
        append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// The name of a field, whose value is written next.
    public mutating func field(_ name: StaticString) {
        field(name, 0..<name.utf8CodeUnitCount)
    }

    /// The name that stands there among others.
    mutating func field(_ names: StaticString, _ range: Range<Int>) {
        separate()
        append(UInt8(ascii: "\""))
        append(UnsafeBufferPointer(start: names.utf8Start + range.lowerBound, count: range.count))
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// One of several things, which holds a value.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func choice(_ name: StaticString, _ held: some RatebookValue) {
        open()
        field(name)
        held.write(to: &self)
        close()
    }

    /// Further fields of an object that is open.
    mutating func fields(_ others: [String: JSON]) {
        for (name, value) in others.sorted(by: { $0.key < $1.key }) {
            write(name)
            append(UInt8(ascii: ":"))
            needsComma = false
            value.write(to: &self)
        }
    }

    /// Where it stands.
    var mark: (count: Int, needsComma: Bool) { (count, needsComma) }

    /// Takes back what was written since then.
    mutating func goBack(_ mark: (count: Int, needsComma: Bool)) {
        (count, needsComma) = mark
    }

    /// Whether since then just that was written.
    func has(_ text: StaticString, _ range: Range<Int>, since mark: (count: Int, needsComma: Bool)) -> Bool {
        count - mark.count == range.count && memcmp(start + mark.count, text.utf8Start + range.lowerBound, range.count) == 0
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func write(_ value: some RatebookValue) {
        value.write(to: &self)
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func write<Item: RatebookValue>(_ items: [Item]) {
        openList()
        for item in items { item.write(to: &self) }
        closeList()
    }

    mutating func openList() {
        separate()
        append(UInt8(ascii: "["))
        needsComma = false
    }

    mutating func closeList() {
        append(UInt8(ascii: "]"))
        needsComma = true
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func write<Name: WireName, Item: RatebookValue>(_ items: [Name: Item]) {
        open()
        for (name, item) in items.sorted(by: { $0.key < $1.key }) {
            write(name.wire)
            append(UInt8(ascii: ":"))
            needsComma = false
            item.write(to: &self)
        }
        close()
    }

    mutating func write(_ text: String) {
        separate()
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { units in
            if units.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                append(units)
            } else {
                for unit in units { appendEscaped(unit) }
            }
        }
        append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func appendEscaped(_ unit: UInt8) {
        if unit >= 32 {
            if unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
            append(unit)
        } else {
            append("\\u00" + (unit < 16 ? "0" : "") + String(unit, radix: 16))
        }
    }

    mutating func write(_ number: Int) {
        separate()
        append(number)
        needsComma = true
    }

    /// What stands for itself, such as `true`.
    mutating func writeRaw(_ text: String) {
        separate()
        append(text)
        needsComma = true
    }

    /// A day as text.
    mutating func write(_ day: Day) {
        separate()
        append(UInt8(ascii: "\""))
        append(day.year, digits: 4)
        append(UInt8(ascii: "-"))
        append(day.month, digits: 2)
        append(UInt8(ascii: "-"))
        append(day.day, digits: 2)
        append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    private mutating func append(_ units: UnsafeBufferPointer<UInt8>) {
        guard let from = units.baseAddress else { return }
        if count + units.count > capacity { grow(by: units.count) }
        (start + count).update(from: from, count: units.count)
        count += units.count
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    private mutating func separate() {
        if needsComma { append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ number: Int) {
        if number >= 0, number < 10 {
            append(48 + UInt8(number))
        } else {
            append(String(number))
        }
    }

    private mutating func append(_ number: Int, digits: Int) {
        guard number >= 0 else {
            append(String(number))
            return
        }
        var power = 1
        for _ in 1..<digits { power *= 10 }
        if number >= power * 10 {
            append(String(number))
            return
        }
        var rest = number
        while power > 0 {
            append(48 + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }
}
