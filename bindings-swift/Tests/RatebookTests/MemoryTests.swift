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
            var sum = Amount.zero
            for _ in 0..<100_000 { sum += try list.total(stay(3)).amount }
            // Other suites run beside this one and take memory of their own; what a call left behind would grow every time.
            var grown = Int.max
            for _ in 0..<5 {
                let before = try resident()
                for _ in 0..<200_000 { sum += try list.total(stay(3)).amount }
                grown = min(grown, try resident() - before)
            }
            #expect(sum == 396_000_000)
            #expect(grown < 800_000, "200,000 calls left \(grown) bytes behind, each of five times")
            print("200,000 totals: \(grown) bytes more resident")
        }

        @Test func definitionsAreFreed() throws {
            for _ in 0..<50 { _ = try RateList(double) }
            let before = try resident()
            for _ in 0..<2_000 { _ = try RateList(double) }
            #expect(try resident() - before < 8_000_000)
        }
    }
#endif
