import Dispatch
import Foundation
import Ratebook

// The family stay, timed as the other languages time it: nanoseconds per call, the median of seven rounds, as JSON.

let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../benches/rates/family_stay.json").standardized
let shared = try [String: JSON](json: Data(contentsOf: file))

func part(_ name: String) -> Data { shared[name]?.json() ?? Data() }

func measure(_ calls: Int, _ call: () throws -> Void) rethrows -> Double {
    var rounds: [Double] = []
    for _ in 0..<7 {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<calls { try call() }
        rounds.append(Double(DispatchTime.now().uptimeNanoseconds - start) / Double(calls))
    }
    return rounds.sorted()[3]
}

let list = try RateList(Rates.RateListDefinition(json: part("rate_list")))
let stay = try Rates.PriceRequest(json: part("request"))
let many = Rates.QuoteManyRequest(requests: Array(repeating: stay, count: 1_000))
let bytes = stay.json()

let expected = try Amount(json: part("total"))
let answers = [try list.total(stay).amount, try list.price(stay).total]
precondition(answers.allSatisfy { $0 == expected }, "the answers differ: \(answers)")

let figures: KeyValuePairs = [
    "total": try measure(50_000) { _ = try list.total(stay) },
    "lines": try measure(5_000) { _ = try list.price(stay) },
    "json_total": try measure(50_000) { _ = try list.totalJSON(bytes) },
    "batch_total": try measure(50) { _ = try list.totalMany(many) } / 1_000,
    "batch_lines": try measure(5) { _ = try list.quoteMany(many) } / 1_000,
]
print("{" + figures.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}")
