import Foundation
import Testing

@testable import Ratebook

/// An answer that is handed back means what it meant: what was not given is not given, and what was empty is empty.
@Suite struct HandedBackTests {
    @Test func everyValueSaysWhatCoreSaid() throws {
        let file = Vector.folder.deletingLastPathComponent().appendingPathComponent("handed_back.json")
        let all = try [[String: JSON]](json: Data(contentsOf: file))
        for one in all {
            let (type, value, bare) = (one["type"]?.text ?? "", one["value"] ?? .null, one["bare"] ?? .null)
            if leftOutTypes.contains(type) { continue }
            let said = try JSON(json: againTyped(type, value.json()))
            // No less than what it means, and no more than what was said.
            let faults = differences(bare, said, "", exactly: true) + differences(said, value, "", exactly: true)
            if !faults.isEmpty { Issue.record("\(type) \(String(decoding: value.json(), as: UTF8.self)): \(faults)") }
        }
        #expect(all.count > 500)
    }

    @Test func aCalendarMadeOfItsSnapshotKeepsItsStopSales() throws {
        let (first, last) = (Day(2026, 12, 24), Day(2026, 12, 25))
        let asked = BookingCalendar.CheckRequest(
            now: Instant(microseconds: 1_796_083_200_000_000), resource: "n",
            when: .stay(BookingCalendar.StayDays(checkIn: first, checkOut: last)))
        for (weekdays, free) in [(nil, false), ([.thu], false), ([], true)] as [([Time.Weekday]?, Bool)] {
            let stop = BookingCalendar.StopSale(days: Time.DayRange(first: first, last: last), weekdays: weekdays)
            let nights = BookingCalendar.Resource(id: "n", mode: .nights, zone: "UTC", stopSales: [stop])
            let calendar = try BookingCalendar(BookingCalendar.CalendarDefinition(resources: [nights]))
            let again = try BookingCalendar(calendar.snapshot(BookingCalendar.SnapshotRequest()))
            #expect(try calendar.check(asked).free == free)
            #expect(try again.check(asked).free == free)
        }
    }

    @Test func aListMadeOfACreatedOneKeepsItsBlackouts() throws {
        let definition = """
            {"name": "R", "currency": "EUR", "unit": "night", "valid": {"first": "2026-11-01", "last": "2027-10-31"},
            "prices": {"by_adults": {"2": "100"}}, "blackouts": [{"days": {"first": "2026-12-24", "last": "2026-12-25"}}]}
            """
        let list = try Rates.RateListDefinition(json: Data(definition.utf8))
        var created = try Rates.create(Rates.CreateListRequest(list: list, createdOn: Day(2026, 11, 20)))
        created.status = .published
        let stay = Rates.PriceRequest(checkIn: Day(2026, 12, 24), checkOut: Day(2026, 12, 25), adults: 2)
        let sold = Result { try RateList(created).price(stay) }
        guard case .failure(let error as RatebookError) = sold else {
            Issue.record("a night of the blackout is sold: \(sold)")
            return
        }
        #expect(error.report.code == .ratesBlackout)
    }
}
