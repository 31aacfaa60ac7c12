package com.ratebook.example.booking

import com.ratebook.*
import java.time.Instant
import java.time.LocalDate

fun main() {
    val hotel = BookingCalendar(
        CalendarDefinition(listOf(Resource("double", mode = ResourceMode.NIGHTS, zone = "Europe/Berlin", capacity = 2))))
    val stay = When.Stay(StayDays(LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 21)))
    val now = Instant.parse("2026-11-20T12:00:00Z")
    hotel.book(BookRequest(now, Booking("BK-1", listOf(Take("double", stay)))))
    val answer = hotel.check(CheckRequest(now, "double", stay, units = 2))
    println("${answer.free} ${answer.unitsLeft} ${answer.reasons[0].code.wire}") // → false 1 calendar.sold_out
}
