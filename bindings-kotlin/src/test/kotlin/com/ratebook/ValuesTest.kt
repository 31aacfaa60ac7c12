package com.ratebook

import com.ratebook.calendar.*
import com.ratebook.money.*
import com.ratebook.rates.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ValuesTest {
    @Test
    fun decimalsKeepEveryDigit() {
        for (text in listOf("12345678901234567.89", "-0.01", "99999999999999999999999999.99", "0", "0.00", "124.50", "1000000000000000000")) {
            val money = Money(BigDecimal(text), "EUR")
            assertEquals(money, Money.read(money.json()))
            assertEquals(text, Money.read(money.json()).amount.toPlainString())
        }
        val amounts = listOf(Money(BigDecimal("12345678901234567.89"), "EUR"), Money(BigDecimal("0.01"), "EUR"))
        assertEquals(BigDecimal("12345678901234567.90"), Money.sum(SumRequest(amounts)).amount)
    }

    @Test
    fun anAmountOfAFloatIsRefused() {
        // It has 49 digits, for the float is not what the source says.
        val refused = assertThrows(MoneyException::class.java) { Money.sum(SumRequest(listOf(Money(BigDecimal(124.35), "EUR")))) }
        assertEquals(Code.MONEY_OVERFLOW, refused.code)
        assertEquals(Money(BigDecimal("124.35"), "EUR"), Money.sum(SumRequest(listOf(Money(BigDecimal.valueOf(124.35), "EUR")))))
    }

    @Test
    fun halfACharacterIsRefused() {
        val refused = assertThrows(RatebookException::class.java) { RateList(double.copy(name = "Double \uD83D room")) }
        assertTrue("lone surrogate" in refused.message.orEmpty(), refused.message)
        RateList(double.copy(name = "Double \uD83D\uDECF room")).close()
    }

    @Test
    fun amountsAreComparedByTheirValue() {
        val (one, other) = Money(BigDecimal("462"), "EUR") to Money(BigDecimal("462.00"), "EUR")
        assertEquals(one, other)
        assertEquals(one.hashCode(), other.hashCode())
        assertEquals(1, setOf(one, other).size)
        assertNotEquals(one, Money(BigDecimal("462.01"), "EUR"))
        assertNotEquals(one, Money(BigDecimal("462"), "USD"))
        // In lists, maps, choices and whatever else holds them.
        val (prices, same) = listOf("95", "95.0").map { Prices(byAdults = mapOf(1 to BigDecimal(it))) }
        assertEquals(prices, same)
        assertEquals(prices.hashCode(), same.hashCode())
        assertEquals(TaxRate.Percent(BigDecimal("10")), TaxRate.Percent(BigDecimal("10.0")))
        assertEquals(TaxRate.Percent(BigDecimal("10")).hashCode(), TaxRate.Percent(BigDecimal("10.0")).hashCode())
        assertEquals(Json.read("[1.50]".toByteArray()), Json.read("[1.5]".toByteArray()))
    }

    /** A clock of Java 17 tells nanoseconds, and the engine keeps microseconds. */
    @Test
    fun aClockCanBeAsked() {
        val now = Instant.parse("2026-11-20T12:00:00.123456789Z")
        val span = Span(now, now.plusSeconds(60))
        assertEquals("""{"start":"2026-11-20T12:00:00.123456Z","end":"2026-11-20T12:01:00.123456Z"}""", String(span.json()))
        assertEquals(span, Span.read(span.json()))
        assertEquals(span.hashCode(), Span.read(span.json()).hashCode())
        val before = Instant.parse("1969-12-31T23:59:59.999999999Z")
        assertEquals(Instant.parse("1969-12-31T23:59:59.999999Z"), Span.read(Span(before, now).json()).start)
        val hotel = BookingCalendar(CalendarDefinition(listOf(Resource("double", mode = ResourceMode.NIGHTS, zone = "UTC", capacity = 2))))
        val stay = When.Stay(StayDays(LocalDate.of(2099, 12, 18), LocalDate.of(2099, 12, 21)))
        repeat(200) { hotel.check(CheckRequest(Instant.now(), "double", stay)) }
    }

    @Test
    fun absurdSizesAreRefusedAtOnce() {
        for (absurd in listOf(BigDecimal("1e1000000000"), BigDecimal("1e-1000000000"), BigDecimal("1e30"))) {
            assertThrows(RatebookException::class.java) { Money.sum(SumRequest(listOf(Money(absurd, "EUR")))) }
        }
    }

    @Test
    fun daysAndMomentsAreReadAsTheyAreWritten() {
        var day = LocalDate.of(1999, 12, 31)
        repeat(10_000) {
            val range = DayRange(day, day)
            assertEquals(range, DayRange.read(range.json()))
            day = day.plusDays(1)
        }
        for (microseconds in listOf(0L, 1L, -1L, 1_797_548_400_123_456L)) {
            val moment = Instant.ofEpochSecond(Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000)
            val span = Span(moment, moment)
            assertEquals(span, Span.read(span.json()))
        }
    }

    @Test
    fun textIsWrittenAndReadAsItIs() {
        val odd = "a \"quote\", a \\ and \u0000\u001f\n\t, ü, 日本, 👩‍👩‍👧, \uFFFF"
        assertEquals(Json.Text(odd), Json.read(Json.Text(odd).json()))
        assertEquals(Json.Text("ü👩 /"), Json.read("\"\\u00fc\\ud83d\\udc69 \\/\"".toByteArray()))
    }

    @Test
    fun whatIsNoJsonIsRefusedWithItsPlace() {
        for (text in listOf("", "{", "[1", "{\"a\"}", "\"a", "tru", "{} {}", "\u0000", "[\"\\u12\"]", "{\"a\": 1", "[1 2]", "[,1]", "[1,]", "[[1] [2]]", "{\"a\": 1 \"b\": 2}", "{,}", "[".repeat(100_000))) {
            val fault = assertThrows(RequestException::class.java) { Json.read(text.toByteArray()) }
            assertTrue(fault.report.message.contains("at byte"), fault.report.message)
        }
    }
}
