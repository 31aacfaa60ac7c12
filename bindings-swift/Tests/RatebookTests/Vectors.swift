import Foundation

@testable import Ratebook

/// A case that every language runs.
struct Vector {
    let area: String
    let file: String
    let name: String
    let given: [String: Raw]
    let operation: String
    let input: Data
    let expected: JSON

    /// The folder of the vectors: `RATEBOOK_VECTORS`, or that of the checkout.
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["RATEBOOK_VECTORS"] { return URL(fileURLWithPath: named) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../tests/conformance").standardized
    }()

    static func all() throws -> [Vector] {
        let files = FileManager.default
        var vectors: [Vector] = []
        for area in try files.contentsOfDirectory(atPath: folder.path).sorted() {
            let inside = folder.appendingPathComponent(area)
            for file in try files.contentsOfDirectory(atPath: inside.path).sorted() where file.hasSuffix(".json") {
                let read = try [Written](json: Data(contentsOf: inside.appendingPathComponent(file)))
                vectors += read.map { Vector(area: area, file: file, $0) }
            }
        }
        return vectors
    }

    private init(area: String, file: String, _ vector: Written) {
        (self.area, self.file, name, given) = (area, file, vector.name, vector.given)
        (operation, input, expected) = (vector.ask.op, vector.ask.input.json, vector.expect)
    }

    /// What is wrong with the answer from JSON to JSON.
    func faultsAsJSON() throws -> [String] {
        let got = outcome { try askJSON(operation, try handle(loadJSON), input) }
        return differences(expected, got, "", exactly: true)
    }

    /// What is wrong with the answer by way of the package's types; nothing when they cannot say what the vector asks.
    func faultsAsTypes() throws -> [String]? {
        var isSayable = true
        let got = outcome {
            do {
                return try askTyped(operation, try handle(loadTyped), input)
            } catch is Unsayable {
                isSayable = false
                throw RatebookError.engine(ErrorReport(code: .engineDefect, message: "", path: "", reasons: []))
            }
        }
        return isSayable ? differences(expected, got, "", exactly: false) : nil
    }

    private func handle(_ load: (String, Data) throws -> any Sendable) throws -> (any Sendable)? {
        guard let (key, definition) = given.first(where: { asks($0.key, operation) }) else { return nil }
        return try load(key, try whole(definition.json))
    }

    /// A machine that comes with the engine is given by its name.
    private func whole(_ definition: Data) throws -> Data {
        guard definition.first == UInt8(ascii: "\"") else { return definition }
        let name = JSON.object(["name": try JSON(json: definition)])
        return try [Raw](json: askJSON("flow.machines", nil, name.json()))[0].json
    }

    private func outcome(_ ask: () throws -> Data) -> JSON {
        do {
            return .object(["answer": try JSON(json: ask())])
        } catch let error as RatebookError {
            return .object(["error": (try? JSON(json: error.report.json())) ?? .null])
        } catch {
            return .object(["fault": .text("\(error)")])
        }
    }
}

/// JSON as it is written, in its own order.
struct Raw: RatebookValue {
    let json: Data

    init(from reader: inout WireReader) throws(WireFault) { json = try reader.raw() }
    init(_ json: Data) { self.json = json }
    func write(to writer: inout WireWriter) { writer.writeRaw(String(decoding: json, as: UTF8.self)) }
}

/// A vector as it stands in its file.
private struct Written: RatebookValue {
    struct Ask: RatebookValue {
        var op = ""
        var input = Raw(Data("{}".utf8))

        init() {}
        init(from reader: inout WireReader) throws(WireFault) {
            try reader.open()
            while try reader.nextField() {
                if reader.isAt("op") { op = try reader.read() } else { input = try reader.read() }
            }
        }
        func write(to writer: inout WireWriter) {}
    }

    var name = ""
    var given: [String: Raw] = [:]
    var ask = Ask()
    var expect = JSON.null

    init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") {
                name = try reader.read()
            } else if reader.isAt("given") {
                given = try reader.read()
            } else if reader.isAt("ask") {
                ask = try reader.read()
            } else if reader.isAt("expect") {
                expect = try reader.read()
            } else {
                _ = try reader.raw()
            }
        }
    }
    func write(to writer: inout WireWriter) {}
}

/// A request that the package's types cannot hold: the compiler would have refused it.
struct Unsayable: Error {}

/// A request or definition of its own type.
func requested<Value: RatebookValue>(_: Value.Type, _ json: Data) throws -> Value {
    do {
        return try Value(json: json)
    } catch {
        throw Unsayable()
    }
}

/// The error with which something is refused.
func refusal<Answer>(_ ask: () throws -> Answer) -> RatebookError? {
    do {
        _ = try ask()
        return nil
    } catch {
        return error as? RatebookError
    }
}

func written(_ answer: some RatebookValue) -> Data {
    answer.json()
}

extension JSON {
    subscript(_ name: String) -> JSON { object?[name] ?? .null }

    var object: [String: JSON]? {
        if case .object(let object) = self { object } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// Every stated field must be equal, lists as a whole; what is not stated does not matter. Where not exactly, a decimal may
/// have lost the zeros at its end: Foundation keeps the number, not how it was written.
func differences(_ expected: JSON, _ got: JSON, _ place: String, exactly: Bool) -> [String] {
    switch (expected, got) {
    case (.list(let wanted), .list(let items)) where wanted.count == items.count:
        return zip(wanted, items).enumerated().flatMap {
            differences($0.element.0, $0.element.1, "\(place)/\($0.offset)", exactly: exactly)
        }
    case (.object(let wanted), .object):
        return wanted.sorted { $0.key < $1.key }.flatMap {
            differences($0.value, got[$0.key], "\(place)/\($0.key)", exactly: exactly)
        }
    case (.text(let one), .text(let other)) where !exactly && one != other && isDecimal(one) && isDecimal(other):
        return Decimal(string: one) == Decimal(string: other) ? [] : ["\(place): expected \(one), got \(other)"]
    default:
        return expected == got ? [] : ["\(place): expected \(shown(expected)), got \(shown(got))"]
    }
}

private func isDecimal(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == 45 || $0 == 46 }
}

private func shown(_ json: JSON) -> String {
    String(decoding: json.json(), as: UTF8.self)
}
