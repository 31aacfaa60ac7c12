package com.ratebook.example.booking

import com.ratebook.BookingCalendar
import com.ratebook.calendar.*
import java.time.Instant
import java.time.LocalDate

fun main() {
    val hotel = BookingCalendar(
        CalendarDefinition(listOf(Resource("double", mode = ResourceMode.NIGHTS, zone = "Europe/Berlin", capacity = 2))))
    val stay = When.Stay(StayDays(LocalDate.of(2099, 12, 18), LocalDate.of(2099, 12, 21)))
    hotel.book(BookRequest(Instant.now(), Booking("BK-1", listOf(Take("double", stay)))))
    val answer = hotel.check(CheckRequest(Instant.now(), "double", stay, units = 2))
    println("${answer.free} ${answer.unitsLeft} ${answer.reasons[0].code.wire}") // → false 1 calendar.sold_out
}
