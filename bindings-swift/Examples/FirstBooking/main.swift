import Foundation
import Ratebook

let hotel = try BookingCalendar(
    CalendarDefinition(resources: [Resource(id: "double", mode: .nights, zone: "Europe/Berlin", capacity: 2)]))
let stay = When.stay(StayDays(checkIn: Day(2026, 12, 18), checkOut: Day(2026, 12, 21)))
let taken = Booking(id: "BK-1", takes: [Take(resource: "double", when: stay)])
_ = try hotel.book(BookRequest(now: Date(), booking: taken))
let answer = try hotel.check(CheckRequest(now: Date(), resource: "double", when: stay, units: 2))
print(answer.free, answer.unitsLeft, answer.reasons[0].code.rawValue)  // → false 1 calendar.sold_out
