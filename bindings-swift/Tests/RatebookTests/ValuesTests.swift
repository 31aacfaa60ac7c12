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
        #expect(Day(Day(2026, 12, 18).components) == Day(2026, 12, 18))
        #expect(Day(DateComponents(year: 2026)) == nil)
    }

    @Test func momentsKeepTheirMicroseconds() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let microseconds = Int.random(in: -2_000_000_000_000_000...4_000_000_000_000_000, using: &generator)
            let date = Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
            let moment = Moment(date)
            #expect(moment.microseconds == microseconds)
            #expect(Moment(moment.text)?.microseconds == microseconds)
        }
        #expect(Moment("2026-09-01T12:00:00.25+02:00")?.text == "2026-09-01T10:00:00.25Z")
        for text in ["2026-09-01", "2026-09-01T10:00:00", "2026-02-30T10:00:00Z", "2026-09-01T24:00:00Z", "2026-09-01T10:00:00.1234567Z"] {
            #expect(Moment(text) == nil)
        }
    }

    @Test func decimalsCrossExactly() throws {
        for text in ["12345678901234567.89", "-0.01", "99999999999999999999999999.99", "0", "1000000000000000000"] {
            let exact = try #require(Decimal(string: text))
            let money = Money(amount: exact, currency: "EUR")
            #expect(try Money(json: money.json()) == money)
        }
        let sum = try Money.sum(SumRequest(amounts: [
            Money(amount: try #require(Decimal(string: "12345678901234567.89")), currency: "EUR"),
            Money(amount: try #require(Decimal(string: "0.01")), currency: "EUR"),
        ]))
        #expect(sum.amount == Decimal(string: "12345678901234567.90"))
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
