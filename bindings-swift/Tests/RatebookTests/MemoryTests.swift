#if os(Linux)
    import Foundation
    import Testing

    @testable import Ratebook

    @Suite(.serialized) struct MemoryTests {
        /// What is resident, in bytes.
        private func resident() throws -> Int {
            let told = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return (Int(told[1]) ?? 0) * 4_096
        }

        @Test func aMillionCallsHoldSteady() throws {
            let list = try RateList(double)
            var sum = Decimal(0)
            // Long enough for the other suites to end, which run beside this one.
            for _ in 0..<400_000 { sum += try list.total(stay(3)).amount }
            let before = try resident()
            for _ in 0..<1_000_000 { sum += try list.total(stay(3)).amount }
            let grown = try resident() - before
            #expect(sum == 504_000_000)
            #expect(grown < 4_000_000, "grew by \(grown) bytes")
            print("a million totals: \(grown) bytes more resident")
        }

        @Test func definitionsAreFreed() throws {
            for _ in 0..<50 { _ = try RateList(double) }
            let before = try resident()
            for _ in 0..<2_000 { _ = try RateList(double) }
            #expect(try resident() - before < 8_000_000)
        }
    }
#endif
