package com.ratebook

import com.ratebook.calendar.*
import com.ratebook.rates.*
import com.ratebook.time.*
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** An answer that is handed back means what it meant: what was not given is not given, and what was empty is empty. */
class HandedBackTest {
    @Test
    fun everyValueSaysWhatCoreSaid() {
        val folder = File(System.getenv("RATEBOOK_VECTORS") ?: "../tests/conformance")
        val all = (Json.read(folder.resolveSibling("handed_back.json").readBytes()) as Json.Array).value
        val faults = ArrayList<String>()
        for (one in all.map { (it as Json.Object).value }) {
            val type = (one.getValue("type") as Json.Text).value
            if (type in leftOutTypes) continue
            val value = one.getValue("value")
            val said = Json.read(againTyped(type, value.json()))
            // No less than what it means, and no more than what was said.
            val found = differences(one.getValue("bare"), said, "") + differences(said, value, "")
            found.mapTo(faults) { "$type ${String(value.json())}: $it" }
        }
        assertEquals(emptyList<String>(), faults)
        assertTrue(all.size > 500)
    }

    @Test
    fun aCalendarMadeOfItsSnapshotKeepsItsStopSales() {
        val stop = StopSale(DayRange(day("2026-12-24"), day("2026-12-25")))
        val asked = CheckRequest(
            now = java.time.Instant.parse("2026-12-01T00:00:00Z"),
            resource = "n",
            `when` = When.Stay(StayDays(day("2026-12-24"), day("2026-12-25"))),
        )
        for ((weekdays, free) in listOf(null to false, listOf(Weekday.THU) to false, emptyList<Weekday>() to true)) {
            val nights = Resource("n", zone = "UTC", mode = ResourceMode.NIGHTS, stopSales = listOf(stop.copy(weekdays = weekdays)))
            val calendar = BookingCalendar(CalendarDefinition(listOf(nights)))
            val again = BookingCalendar(calendar.snapshot(SnapshotRequest()))
            assertEquals(listOf(free, free), listOf(calendar, again).map { it.check(asked).free })
        }
    }

    @Test
    fun aListMadeOfACreatedOneKeepsItsBlackouts() {
        val definition =
            """{"name": "R", "currency": "EUR", "unit": "night", "valid": {"first": "2026-11-01", "last": "2027-10-31"},
            "prices": {"by_adults": {"2": "100"}}, "blackouts": [{"days": {"first": "2026-12-24", "last": "2026-12-25"}}]}"""
        val list = RateListDefinition.read(definition.toByteArray())
        val created = Rates.create(CreateListRequest(list, createdOn = day("2026-11-20"))).copy(status = ListStatus.PUBLISHED)
        val refused =
            org.junit.jupiter.api.Assertions.assertThrows(RatebookException::class.java) {
                RateList(created).price(PriceRequest(checkIn = day("2026-12-24"), checkOut = day("2026-12-25"), adults = 2))
            }
        assertEquals(Code.RATES_BLACKOUT, refused.report.code)
    }

    private fun day(text: String) = java.time.LocalDate.parse(text)
}
