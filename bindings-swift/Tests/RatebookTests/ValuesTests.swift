import Foundation
import Testing

@testable import Ratebook

@Suite struct ValuesTests {
    @Test func daysAreThoseOfTheCalendar() {
        var day = Day(1999, 12, 31)
        for number in day.daysSince1970...20_000 {
            #expect(Day(daysSince1970: number) == day)
            #expect(day.daysSince1970 == number)
            #expect(Day(day.description) == day)
            let next = Day(daysSince1970: number + 1)
            #expect(day < next)
            day = next
        }
        #expect(Day(daysSince1970: 0) == Day(1970, 1, 1))
        #expect(Day(daysSince1970: -1) == Day(1969, 12, 31))
        #expect(Day("2024-02-29")?.daysSince1970 == 19_782)
        for text in ["2024-2-29", "24-02-29", "2024-02-29T", "2024.02.29", "", "aaaa-bb-cc"] { #expect(Day(text) == nil) }
    }

    @Test func aDayIsShiftedByNoZone() throws {
        let moment = Date(timeIntervalSince1970: 1_797_548_400)  // 2026-12-17T23:00:00Z
        #expect(Day(moment, in: try #require(TimeZone(identifier: "Europe/Berlin"))) == Day(2026, 12, 18))
        #expect(Day(moment, in: try #require(TimeZone(identifier: "America/New_York"))) == Day(2026, 12, 17))
    }

    @Test func aDaySurvivesEveryCalendar() throws {
        let identifiers: [Calendar.Identifier] = [.gregorian, .buddhist, .japanese, .hebrew, .islamicCivil, .persian, .indian, .coptic, .republicOfChina, .iso8601, .chinese]
        for identifier in identifiers {
            let calendar = Calendar(identifier: identifier)
            for offset in stride(from: 0, to: 1_000, by: 7) {
                let day = Day(daysSince1970: 20_440 + offset)
                #expect(Day(day.components(in: calendar), in: calendar) == day, "\(identifier)")
            }
        }
        let buddhist = Calendar(identifier: .buddhist)
        #expect(Day(DateComponents(year: 2569, month: 12, day: 18), in: buddhist) == Day(2026, 12, 18))
        let gregorian = Calendar(identifier: .gregorian)
        #expect(Day(DateComponents(year: 2026, month: 2, day: 30), in: gregorian) == nil)
        #expect(Day(DateComponents(year: 2026), in: gregorian) == nil)
        for name in ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "UTC"] {
            let zone = try #require(TimeZone(identifier: name))
            for offset in 0..<800 {
                let day = Day(daysSince1970: 17_500 + offset)
                #expect(Day(day.start(in: zone), in: zone) == day, "\(name) \(day)")
            }
        }
    }

    @Test func momentsSurviveEveryRoundTrip() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let microseconds = Int.random(in: -2_000_000_000_000_000...4_000_000_000_000_000, using: &generator)
            let moment = Instant(microseconds: microseconds)
            #expect(Instant(moment.date) == moment)
            #expect(Instant(moment.description) == moment)
            #expect(try Instant(json: moment.json()) == moment)
        }
        for _ in 0..<1_000 {
            let span = Time.Span(start: .now, end: Instant(Date().addingTimeInterval(.random(in: 0...1e6))))
            #expect(try Time.Span(json: span.json()) == span)
        }
        #expect(Instant("2026-09-01T12:00:00.25+02:00")?.description == "2026-09-01T10:00:00.25Z")
        for text in ["2026-09-01", "2026-09-01T10:00:00", "2026-02-30T10:00:00Z", "2026-09-01T24:00:00Z", "2026-09-01T10:00:00.1234567Z"] {
            #expect(Instant(text) == nil)
        }
    }

    @Test func amountsAreExactAndComparedByTheirValue() throws {
        let money = Money(amount: "3.133", currency: "EUR")
        #expect(money.amount.description == "3.133")
        #expect(String(decoding: money.json(), as: UTF8.self) == #"{"amount":"3.133","currency":"EUR"}"#)
        for (one, other) in [("462", "462.00"), ("0", "0.000"), ("-1.5", "-1.50"), ("12345678901234567890.1", "12345678901234567890.100")] {
            let (one, other) = (try #require(Amount(one)), try #require(Amount(other)))
            #expect(one == other)
            #expect(one.hashValue == other.hashValue)
            let pair = Set([Money(amount: one, currency: "EUR"), Money(amount: other, currency: "EUR")])
            #expect(pair.count == 1)
        }
        #expect(Money(amount: 462, currency: "EUR") == Money(amount: "462.00", currency: "EUR"))
        #expect(Amount("0.10") + "0.20" == "0.3")
        #expect(-Amount(2) * "1.25" < 0)
        for text in ["", "-", "1.", ".5", "1,5", "--1", "1e3", "NaN", "1.2.3", " 1"] { #expect(Amount(text) == nil, "\(text)") }
    }

    @Test func decimalsCrossExactly() throws {
        for text in ["12345678901234567.89", "-0.01", "99999999999999999999999999.99", "0", "1000000000000000000"] {
            let exact = try #require(Amount(text))
            let money = Money(amount: exact, currency: "EUR")
            #expect(try Money(json: money.json()) == money)
        }
        let sum = try Money.sum(Money.SumRequest(amounts: [
            Money(amount: "12345678901234567.89", currency: "EUR"),
            Money(amount: "0.01", currency: "EUR"),
        ]))
        #expect(sum.amount == "12345678901234567.90")
    }

    @Test func textIsWrittenAndReadAsItIs() throws {
        let odd = "a \"quote\", a \\ and \u{0}\u{1f}\n\t, ü, 日本, 👩‍👩‍👧, \u{FFFF}"
        #expect(try JSON(json: JSON.text(odd).json()) == .text(odd))
        #expect(try JSON(json: Data(#""\u00fc\ud83d\udc69 \/ \ud800""#.utf8)) == .text("ü👩 / \u{FFFD}"))
        #expect(try JSON(json: Data(" [1, 2.50 , null,true ] ".utf8)) == .list([.number(1), .number(2.5), .null, .flag(true)]))
    }

    @Test func whatIsNoJSONIsRefusedWithItsPlace() {
        for text in ["", "{", "[1", "{\"a\"}", "\"a", "tru", "{} {}", "\u{0}", "[\"\\u12\"]", "{\"a\": 1", "[1 2]", "[,1]", "[1,]", "[[1] [2]]", "{\"a\": 1 \"b\": 2}", "{,}"] {
            #expect(throws: RatebookError.self, "\(text)") { try JSON(json: Data(text.utf8)) }
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: RatebookError.self) { try JSON(json: Data(deep.utf8)) }
    }
}
