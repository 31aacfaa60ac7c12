import Foundation
import Testing

@testable import Ratebook

/// Runs the vectors that every language runs, twice each: from JSON to JSON, and by way of the package's types.
@Suite struct ConformanceTests {
    @Test func everyVector() throws {
        let vectors = try Vector.all().filter { !leftOut.contains($0.operation) }
        var counts: [String: (passed: Int, failed: Int)] = [:]
        var typed = 0
        for vector in vectors {
            let asTypes = try vector.faultsAsTypes()
            typed += asTypes == nil ? 0 : 1
            // Whatever has an answer can be asked by types, but for batches with malformed entries.
            if asTypes == nil, vector.expected["error"] == .null, !vector.file.hasPrefix("requests") {
                Issue.record("\(vector.file), \(vector.name): has an answer, and the package's types cannot ask for it")
            }
            let faults = try vector.faultsAsJSON().map { "as JSON \($0)" } + (asTypes ?? []).map { "as types \($0)" }
            if !faults.isEmpty { Issue.record("\(vector.file), \(vector.name): \(faults.joined(separator: "; "))") }
            counts[vector.area, default: (0, 0)].passed += faults.isEmpty ? 1 : 0
            counts[vector.area, default: (0, 0)].failed += faults.isEmpty ? 0 : 1
        }
        #expect(vectors.count > 900)
        print("vectors: \(vectors.count), by way of types too: \(typed)")
        let areas = counts.mapValues { JSON.object(["passed": .number(Decimal($0.passed)), "failed": .number(Decimal($0.failed))]) }
        if let report = ProcessInfo.processInfo.environment["RATEBOOK_VECTORS_REPORT"] {
            try JSON.object(["areas": .object(areas)]).json().write(to: URL(fileURLWithPath: report))
        }
    }
}
