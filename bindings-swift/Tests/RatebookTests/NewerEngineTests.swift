import Foundation
import Testing

@testable import Ratebook

/// Answers of a pretended newer engine: an installed app lags behind its server. What it does not know it reads, keeps and hands back.
@Suite struct NewerEngineTests {
    private func json(_ text: String) throws -> JSON { try JSON(json: Data(text.utf8)) }

    private func answer() throws -> [String: JSON] {
        try #require(try JSON(json: RateList(double).price(stay(2)).json()).object)
    }

    @Test func aFieldThatIsNotKnownIsKept() throws {
        let loyalty = try json(#"{"points": 12, "tiers": [{"name": "gold", "at": null}]}"#)
        var newer = try answer()
        newer["loyalty"] = loyalty
        var price = try Rates.Price(json: JSON.object(newer).json())
        #expect(price.unknownFields == ["loyalty": loyalty])
        #expect(try JSON(json: price.json())["loyalty"] == loyalty)
        #expect(try Rates.Price(json: price.json()) == price)
        price.lines = []
        #expect(price.unknownFields["loyalty"] == loyalty)
        var without = price
        without.unknownFields = [:]
        #expect(without != price)
    }

    @Test func aKindOfLineThatIsNotKnownIsKept() throws {
        var newer = try answer()
        guard case .list(var lines)? = newer["lines"], var eco = lines[0].object else { throw Unsayable() }
        eco["kind"] = .text("eco_levy")
        eco["levied_by"] = .text("city")
        lines.append(.object(eco))
        newer["lines"] = .list(lines)
        let price = try Rates.Price(json: JSON.object(newer).json())
        let line = try #require(price.lines.last)
        #expect(line.kind.rawValue == "eco_levy")
        #expect(!line.kind.isKnown)
        #expect(price.lines[0].kind.isKnown)
        #expect(line.unknownFields["levied_by"] == .text("city"))
        #expect(try Rates.Price(json: price.json()) == price)
    }

    @Test func aCodeThatIsNotKnownIsKept() throws {
        let text = #"""
            {"code": "rates.full_moon", "message": "closed at full moon", "path": "/check_in", "details": {"moon": "full"},
            "reasons": [{"code": "rates.full_moon", "message": "closed at full moon", "path": "/check_in", "since": "v9"}]}
            """#
        let report = try ErrorReport(json: Data(text.utf8))
        #expect(report.code.rawValue == "rates.full_moon")
        #expect(!report.code.isKnown)
        #expect(try JSON(json: report.json()) == json(text))
        #expect(Code(rawValue: "rates.blackout") == .ratesBlackout)
        #expect(Code(rawValue: "rates.full_moon") == nil)
        #expect(Code.allCases.count > 100)
        guard case .rates = RatebookError(report) else { throw Unsayable() }
    }

    @Test func wordsAndChoicesOfADefinitionAreKeptAndRefusedByTheEngine() throws {
        var newer = try #require(try JSON(json: double.json()).object)
        newer["unit"] = .text("lunar_month")
        newer["moods"] = .list([.number(1)])
        let read = try Rates.RateListDefinition(json: JSON.object(newer).json())
        #expect(read.unit.rawValue == "lunar_month")
        #expect(try JSON(json: read.json()) == .object(newer))
        // Strict in what is sent: this engine does not know them and says so, each at its place.
        let refused = try #require(refusal { try RateList(read) })
        #expect(Set(refused.reasons.map(\.path)) == ["/unit", "/moods"])
        let choice = try Rates.SupplementPrice(json: Data(#"{"by_moon": {"full": "3.50"}}"#.utf8))
        #expect(String(decoding: choice.json(), as: UTF8.self) == #"{"by_moon":{"full":"3.50"}}"#)
        guard case .unknown = choice else { throw Unsayable() }
        #expect(String(decoding: try Rates.SupplementPrice(json: Data(#""by_tide""#.utf8)).json(), as: UTF8.self) == #""by_tide""#)
    }

    @Test func whatAnAppOnlyAsksWithIsStrict() {
        #expect(throws: RatebookError.self) { try Rates.PriceRequest(json: Data(#"{"adults": 2, "moon": true}"#.utf8)) }
    }
}

/// State that an app keeps by `Codable`.
@Suite struct KeptStateTests {
    struct Kept: Codable, Equatable {
        var definition: Rates.RateListDefinition
        var request: Rates.PriceRequest
        var answer: Rates.Price?
        var instances: [Flow.MachineInstance]
        var prices: [String: Rates.SupplementPrice]
        var day: Day
        var moment: Instant
        var amount: Amount
        var unit: Rates.PriceUnit
    }

    private func kept() throws -> Kept {
        let machine = try Machine(Flow.machines(Flow.MachinesRequest(name: "invoice"))[0])
        let started = try machine.start(Flow.StartRequest(now: .now, id: "INV-1")).instance
        return Kept(
            definition: double, request: stay(2), answer: try RateList(double).price(stay(2)), instances: [started],
            prices: Dictionary(uniqueKeysWithValues: double.supplements.map { ($0.code, $0.price) }), day: Day(2026, 12, 18), moment: .now,
            amount: "124.50", unit: .night)
    }

    @Test func whatAnAppKeepsComesBack() throws {
        let kept = try kept()
        let data = try JSONEncoder().encode(kept)
        #expect(try JSONDecoder().decode(Kept.self, from: data) == kept)
        // It stands there as it crosses wires.
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""check_in":"2027-01-04""#))
        #expect(text.contains(#""unit":"night""#))
        let plist = try PropertyListEncoder().encode(kept.request)
        #expect(try PropertyListDecoder().decode(Rates.PriceRequest.self, from: plist) == kept.request)
    }

    @Test func whatIsNoValueOfTheTypeIsRefused() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Rates.Price.self, from: Data(#"{"total": 3}"#.utf8)) }
    }

    @Test func whatHasAnIdIsTold() throws {
        let booking = BookingCalendar.Booking(id: "BK-1", takes: [])
        func id<Value: Identifiable>(_ value: Value) -> Value.ID { value.id }
        #expect(id(booking) == "BK-1")
    }
}
