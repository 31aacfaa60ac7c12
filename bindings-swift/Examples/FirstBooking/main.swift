import Foundation
import Ratebook

let hotel = try BookingCalendar(
    BookingCalendar.CalendarDefinition(resources: [BookingCalendar.Resource(id: "double", mode: .nights, zone: "Europe/Berlin", capacity: 2)]))
let stay = BookingCalendar.When.stay(BookingCalendar.StayDays(checkIn: Day(2099, 12, 18), checkOut: Day(2099, 12, 21)))
let taken = BookingCalendar.Booking(id: "BK-1", takes: [BookingCalendar.Take(resource: "double", when: stay)])
_ = try hotel.book(BookingCalendar.BookRequest(now: .now, booking: taken))
let answer = try hotel.check(BookingCalendar.CheckRequest(now: .now, resource: "double", when: stay, units: 2))
print(answer.free, answer.unitsLeft, answer.reasons[0].code.rawValue)  // → false 1 calendar.sold_out
