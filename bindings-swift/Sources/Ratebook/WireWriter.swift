import Foundation

/// Writes values as JSON.
public struct WireWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() {
        bytes.reserveCapacity(256)
    }

    /// The beginning of an object.
    public mutating func open() {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
    }

    /// The end of an object.
    public mutating func close() {
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// The name of a field, whose value is written next.
    public mutating func field(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func write(_ value: some RatebookValue) {
        value.write(to: &self)
    }

    mutating func write<Item: RatebookValue>(_ items: [Item]) {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for item in items { item.write(to: &self) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    mutating func write<Name: WireName, Item: RatebookValue>(_ items: [Name: Item]) {
        open()
        for (name, item) in items.sorted(by: { $0.key < $1.key }) {
            write(name.wire)
            bytes.append(UInt8(ascii: ":"))
            needsComma = false
            item.write(to: &self)
        }
        close()
    }

    mutating func write(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<32:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: (byte < 16 ? "0" : "").utf8)
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func write(_ number: Int) {
        separate()
        append(number)
        needsComma = true
    }

    /// What stands for itself, such as `true`.
    mutating func writeRaw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    /// A day as text.
    mutating func write(_ day: Day) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(day.year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        append(day.month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        append(day.day, digits: 2)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(48 + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    private mutating func append(_ number: Int, digits: Int) {
        guard number >= 0 else {
            bytes.append(contentsOf: String(number).utf8)
            return
        }
        var power = 1
        for _ in 1..<digits { power *= 10 }
        if number >= power * 10 {
            bytes.append(contentsOf: String(number).utf8)
            return
        }
        var rest = number
        while power > 0 {
            bytes.append(48 + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }
}
