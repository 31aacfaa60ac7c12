import Foundation
import Testing

@testable import Ratebook
@testable import StayModel

let double = Rates.RateListDefinition(
    name: "Double room", currency: "EUR", valid: Time.DayRange(first: Day(2026, 11, 1), last: Day(2027, 10, 31)), unit: .night,
    prices: Rates.Prices(byAdults: [1: 95, 2: 120]),
    supplements: [Rates.Supplement(code: "board", name: "Half board", optional: true, per: .personNight, price: .amount(28))],
    blackouts: [Rates.Blackout(days: Time.DayRange(first: Day(2026, 12, 24), last: Day(2026, 12, 25)), reason: "closed for Christmas")])

func stay(_ nights: Int, adults: Int = 2) -> Rates.PriceRequest {
    Rates.PriceRequest(checkIn: Day(2027, 1, 4), checkOut: Day(daysSince1970: Day(2027, 1, 4).daysSince1970 + nights), adults: adults)
}

@Suite struct RatesTests {
    @Test func linesAddUpToTheTotal() throws {
        let price = try RateList(double).price(stay(5))
        #expect(price.total == 600)
        #expect(price.lines.map(\.amount).reduce(0, +) == price.total)
        #expect(price.lines.map(\.day) == (4...8).map { Day(2027, 1, $0) })
    }

    @Test func aRefusalNamesEveryReason() throws {
        let list = try RateList(double)
        do {
            _ = try list.price(Rates.PriceRequest(checkIn: Day(2026, 12, 23), checkOut: Day(2026, 12, 27), adults: 3))
            Issue.record("was priced")
        } catch {
            guard case .rates = error else {
                Issue.record("\(error)")
                return
            }
            #expect(Set(error.reasons.map(\.code)) == [.ratesBlackout, .ratesOccupancyExceeded])
            #expect(error.localizedDescription == error.report.message)
            #expect(error.reasons.contains { $0.message.contains("closed for Christmas") })
        }
    }

    @Test func aGuestIsToldInTheirLanguage() throws {
        var definition = double
        definition.restrictions = [Rates.Restriction(days: [definition.valid], minStay: 3)]
        let list = try RateList(definition)
        let refused = try #require(refusal { try list.price(stay(2)) })
        #expect(refused.message(in: .de) == "Der Mindestaufenthalt beträgt 3 Nächte.")
        #expect(refused.message(in: .es, zone: try #require(TimeZone(secondsFromGMT: 7_200))) == "La estancia mínima es de 3 noches.")
        #expect(refused[.required] == 3)
        #expect(refused.reasons[0][.day] == Day(2027, 1, 4))
        #expect(refused[.allowed] == nil)
    }

    @Test func aDefinitionTellsAllItsFaults() {
        var broken = double
        broken.currency = "EUX"
        broken.valid.last = Day(2026, 2, 30)
        broken.prices?.base = Amount(decimal: Decimal.nan)
        do {
            _ = try RateList(broken)
            Issue.record("was loaded")
        } catch {
            #expect(error.reasons.map(\.path).sorted() == ["/currency", "/prices/base", "/valid/last"])
        }
    }

    @Test func badInputIsRefusedWithItsPlace() throws {
        let list = try RateList(double)
        func code(_ request: Rates.PriceRequest) -> Code? {
            do { return try list.total(request).amount == 0 ? nil : nil } catch { return error.code }
        }
        #expect(code(stay(10_000)) == .ratesNotValid || code(stay(10_000)) == .requestRange)
        #expect(code(stay(1, adults: 0)) != nil)
        #expect(code(stay(1, adults: -1)) == .requestRange)
        #expect(code(stay(0)) != nil)
        #expect(code(stay(-3)) != nil)
        var odd = stay(1)
        odd.checkIn = Day(2027, 2, 30)
        #expect(code(odd) == .requestType || code(odd) == .requestRange || code(odd) == .timeOutOfRange)
        odd.checkIn = Day(123_456, 1, 1)
        #expect(code(odd) != nil)
        odd.checkIn = Day(-1, 1, 1)
        #expect(code(odd) != nil)
        var huge = double
        huge.prices?.byAdults[2] = Amount(decimal: Decimal(sign: .plus, exponent: 30, significand: 1))
        #expect(throws: RatebookError.self) { try RateList(huge) }
    }

    @Test func jsonIsTakenAndGivenAsItCrossesWires() throws {
        let list = try RateList(bytes: double.json())
        let told = try list.totalJSON(Data(#"{"check_in": "2027-01-04", "check_out": "2027-01-06", "adults": 2}"#.utf8))
        #expect(String(decoding: told, as: UTF8.self) == #"{"amount":"240.00","currency":"EUR"}"#)
        #expect(throws: RatebookError.self) { try list.totalJSON(Data(#"{"checkIn": "2027-01-04"}"#.utf8)) }
        #expect(throws: RatebookError.self) { try RateList(bytes: Data("no".utf8)) }
        #expect(throws: RatebookError.self) { try RateList(bytes: Data()) }
    }

    @Test func aListLoadsFromItsCompactForm() throws {
        let list = try RateList(double)
        let packed = try list.compact()
        #expect(try RateList(bytes: packed).total(stay(3)) == list.total(stay(3)))
        var flipped = packed
        flipped[packed.count / 2] ^= 1
        for damaged in [flipped, packed.dropLast(), packed + [0]] {
            do {
                _ = try RateList(bytes: Data(damaged))
                Issue.record("was loaded")
            } catch {
                #expect(error.code == .definitionDamaged)
            }
        }
    }

    @Test func aLargeListOpensQuickly() throws {
        var large = double
        large.valid = Time.DayRange(first: Day(2026, 1, 1), last: Day(2060, 12, 31))
        let start = large.valid.first.daysSince1970
        large.blackouts = (0..<5_000).map {
            let day = Day(daysSince1970: start + 4_000 + $0)
            return Rates.Blackout(days: Time.DayRange(first: day, last: day), reason: "closed")
        }
        large.seasons = (0..<500).map {
            let days = Time.DayRange(first: Day(daysSince1970: start + $0 * 7), last: Day(daysSince1970: start + $0 * 7 + 6))
            return Rates.Season(name: "season \($0)", days: [days], price: .set(Amount(100 + $0)))
        }
        let packed = try RateList(large).compact()
        var quickest = Duration.seconds(1)
        for _ in 0..<20 {
            quickest = try min(quickest, ContinuousClock().measure { _ = try RateList(bytes: packed) })
        }
        print("500 seasons and 5,000 blackout days, \(packed.count) bytes: open in \(quickest)")
        // Many times what a quiet machine needs.
        #expect(quickest < .milliseconds(50))
    }

    @Test func answersLongerThanTheRoomAreWhole() throws {
        let list = try RateList(double)
        let many = try list.quoteMany(Rates.QuoteManyRequest(requests: Array(repeating: stay(60), count: 500)))
        #expect(many.count == 500)
        #expect(try many.allSatisfy { try #require($0.price).lines.count == 60 })
    }

    @Test func aBadStaySpoilsNoOther() throws {
        let answers = try RateList(double).totalMany(Rates.QuoteManyRequest(requests: [stay(1), stay(1, adults: 9), stay(2)]))
        #expect(answers.map { $0.total } == [120, nil, 240])
        #expect(answers[1].error?.code == .ratesOccupancyExceeded)
    }

    @Test func oneListAnswersManyThreads() async throws {
        let list = try RateList(double)
        let totals = await withTaskGroup(of: [Amount].self) { group in
            for _ in 0..<8 {
                group.addTask { (1...200).compactMap { try? list.total(stay($0 % 20 + 1)).amount } }
            }
            return await group.reduce(into: [[Amount]]()) { $0.append($1) }
        }
        #expect(totals.count == 8)
        #expect(totals.allSatisfy { $0 == (1...200).map { Amount($0 % 20 + 1) * 120 } })
    }

    @Test func theLastUnitIsSoldOnceHoweverManyThreadsBook() async throws {
        let room = #"{"resources": [{"id": "room", "zone": "UTC", "mode": "nights", "capacity": 60}]}"#
        let calendar = try BookingCalendar(bytes: Data(room.utf8))
        let booked = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<8 {
                group.addTask {
                    (0..<20).filter { number in
                        let request = """
                            {"now": "2026-05-01T00:00:00Z", "booking": {"id": "\(thread)-\(number)", "takes": [{"resource": "room",
                            "when": {"stay": {"check_in": "2026-06-01", "check_out": "2026-06-03"}}}]}}
                            """
                        return (try? calendar.bookJSON(Data(request.utf8))) != nil
                    }.count
                }
            }
            return await group.reduce(0, +)
        }
        #expect(booked == 60)
    }

    @Test @MainActor func aScreenFollowsItsFields() throws {
        let model = StayModel(try RateList(double), checkIn: Day(2027, 1, 4), checkOut: Day(2027, 1, 6))
        #expect(model.total == "€240.00")
        model.extras = ["board"]
        #expect(model.price?.total == 352)
        model.adults = 3
        #expect(model.price == nil && model.total == nil)
        #expect(model.reasons.count == 1)
        model.adults = 1
        #expect(model.price?.total == 246)
    }
}
