package com.ratebook

import com.ratebook.example.StayModel
import com.ratebook.rates.*
import com.ratebook.time.*
import main
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.math.BigDecimal
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import kotlin.system.measureNanoTime
import org.junit.jupiter.api.Test

internal val double = RateListDefinition(
    name = "Double room",
    currency = "EUR",
    valid = DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 10, 31)),
    unit = PriceUnit.NIGHT,
    prices = Prices(byAdults = mapOf(1 to BigDecimal("95"), 2 to BigDecimal("120"))),
    supplements = listOf(
        Supplement("board", "Half board", optional = true, per = Per.PERSON_NIGHT, price = SupplementPrice.Amount(BigDecimal("28"))),
    ),
    blackouts = listOf(Blackout(DayRange(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25)), reason = "closed for Christmas")),
)

internal fun stay(nights: Long, adults: Int = 2): PriceRequest {
    val arrival = LocalDate.of(2027, 1, 4)
    return PriceRequest(checkIn = arrival, checkOut = arrival.plusDays(nights), adults = adults)
}

class RatesTest {
    private val list = RateList(double)

    @Test
    fun linesAddUpToTheTotal() {
        val price = list.price(stay(5))
        assertEquals(BigDecimal("600.00"), price.total)
        assertEquals(price.total, price.lines.map { it.amount }.reduce(BigDecimal::add))
        assertEquals((4..8).map { LocalDate.of(2027, 1, it) }, price.lines.map { it.day })
    }

    @Test
    fun aRefusalNamesEveryReason() {
        val christmas = PriceRequest(checkIn = LocalDate.of(2026, 12, 23), checkOut = LocalDate.of(2026, 12, 27), adults = 3)
        val error = assertThrows(RatesException::class.java) { list.price(christmas) }
        assertEquals(setOf(Code.RATES_BLACKOUT, Code.RATES_OCCUPANCY_EXCEEDED), error.reasons.map { it.code }.toSet())
        assertTrue(error.reasons.any { "closed for Christmas" in it.message })
        assertEquals(error.report.message, error.message)
    }

    @Test
    fun aGuestIsToldInTheirLanguage() {
        val list = RateList(double.copy(restrictions = listOf(Restriction(days = listOf(double.valid), minStay = 3))))
        val refused = assertThrows(RatesException::class.java) { list.price(stay(2)) }
        assertEquals("Der Mindestaufenthalt beträgt 3 Nächte.", refused.messageFor(Language.DE))
        assertEquals("La estancia mínima es de 3 noches.", refused.messageFor(Language.ES, java.time.ZoneId.of("GMT+2")))
        assertEquals(3L, refused[Details.REQUIRED])
        assertEquals(LocalDate.of(2027, 1, 4), refused.reasons[0][Details.DAY])
        assertNull(refused[Details.ALLOWED])
    }

    @Test
    fun aDefinitionTellsAllItsFaults() {
        val broken = double.copy(currency = "EUX", valid = double.valid.copy(last = LocalDate.of(2025, 1, 1)), priority = 0, name = "")
        val error = assertThrows(RatebookException::class.java) { RateList(broken) }
        assertTrue(error.reasons.size >= 2, error.reasons.toString())
        assertTrue(error.reasons.any { it.path == "/currency" })
    }

    @Test
    fun badInputIsRefusedWithItsPlace() {
        for (bad in listOf(stay(10_000), stay(1, adults = 0), stay(1, adults = -1), stay(0), stay(-3))) {
            assertThrows(RatebookException::class.java, { list.total(bad) }, bad.toString())
        }
        assertEquals("/adults", assertThrows(RequestException::class.java) { list.total(stay(1, adults = -1)) }.path)
        val far = stay(1).copy(checkIn = LocalDate.of(123_456, 1, 1))
        assertEquals("/check_in", assertThrows(RatebookException::class.java) { list.total(far) }.path)
        val huge = double.copy(prices = Prices(base = BigDecimal("1e30")))
        assertThrows(RatebookException::class.java) { RateList(huge) }
    }

    @Test
    fun jsonIsTakenAndGivenAsItCrossesWires() {
        val list = RateList(double.json())
        val told = list.totalJson("""{"check_in": "2027-01-04", "check_out": "2027-01-06", "adults": 2}""".toByteArray())
        assertEquals("""{"amount":"240.00","currency":"EUR"}""", String(told))
        assertThrows(RequestException::class.java) { list.totalJson("""{"checkIn": "2027-01-04"}""".toByteArray()) }
        assertThrows(RatebookException::class.java) { RateList("no".toByteArray()) }
        assertThrows(RatebookException::class.java) { RateList(ByteArray(0)) }
    }

    @Test
    fun aListLoadsFromItsCompactForm() {
        val packed = list.compact()
        assertEquals(list.total(stay(3)), RateList(packed).total(stay(3)))
        val flipped = packed.clone().also { it[packed.size / 2] = (it[packed.size / 2].toInt() xor 1).toByte() }
        for (damaged in listOf(flipped, packed.copyOf(packed.size - 1), packed + 0)) {
            assertEquals(Code.DEFINITION_DAMAGED, assertThrows(DefinitionException::class.java) { RateList(damaged) }.code)
        }
    }

    @Test
    fun aLargeListOpensQuickly() {
        val first = LocalDate.of(2026, 1, 1)
        val large = double.copy(
            valid = DayRange(first, LocalDate.of(2060, 12, 31)),
            blackouts = List(5_000) { first.plusDays(4_000L + it).let { day -> Blackout(DayRange(day, day), reason = "closed") } },
            seasons = List(500) {
                val days = DayRange(first.plusDays(it * 7L), first.plusDays(it * 7L + 6))
                Season("season $it", listOf(days), price = Change.Set(BigDecimal(100 + it)))
            },
        )
        val packed = RateList(large).compact()
        val quickest = (1..20).minOf { measureNanoTime { RateList(packed).close() } }
        println("500 seasons and 5,000 blackout days, ${packed.size} bytes: open in ${quickest / 1_000} µs")
        // Many times what a quiet machine needs.
        assertTrue(quickest < 50_000_000)
    }

    @Test
    fun answersLongerThanTheRoomAreWhole() {
        val many = list.quoteMany(QuoteManyRequest(List(500) { stay(60) }))
        assertEquals(500, many.size)
        assertTrue(many.all { it.price?.lines?.size == 60 })
    }

    @Test
    fun aBadStaySpoilsNoOther() {
        val answers = list.totalMany(QuoteManyRequest(listOf(stay(1), stay(1, adults = 9), stay(2))))
        assertEquals(listOf("120.00", null, "240.00"), answers.map { it.total?.toPlainString() })
        assertEquals(Code.RATES_OCCUPANCY_EXCEEDED, answers[1].error?.code)
    }

    @Test
    fun oneListAnswersManyThreads() {
        val threads = Executors.newFixedThreadPool(8)
        val asked = List(8) { Callable { (1..200).map { list.total(stay(it % 20 + 1L)).amount } } }
        val expected = (1..200).map { BigDecimal(it % 20 + 1).multiply(BigDecimal("120.00")) }
        threads.invokeAll(asked).forEach { assertEquals(expected, it.get()) }
        threads.shutdown()
    }

    @Test
    fun theLastUnitIsSoldOnceHoweverManyThreadsBook() {
        val room = """{"resources": [{"id": "room", "zone": "UTC", "mode": "nights", "capacity": 60}]}"""
        val calendar = BookingCalendar(room.toByteArray())
        val threads = Executors.newFixedThreadPool(8)
        val book = { thread: Int, number: Int ->
            val request = """{"now": "2026-05-01T00:00:00Z", "booking": {"id": "$thread-$number", "takes": [{"resource": "room",
                "when": {"stay": {"check_in": "2026-06-01", "check_out": "2026-06-03"}}}]}}"""
            runCatching { calendar.bookJson(request.toByteArray()) }.isSuccess
        }
        val booked = threads.invokeAll(List(8) { thread -> Callable { (0 until 20).count { book(thread, it) } } })
        assertEquals(60, booked.sumOf { it.get() })
        threads.shutdown()
    }

    @Test
    fun whatWasClosedIsNotAsked() {
        val closed = RateList(double)
        closed.close()
        closed.close()
        assertInstanceOf(RatebookException::class.java, assertThrows(RatebookException::class.java) { closed.total(stay(1)) })
    }

    @Test
    fun aScreenFollowsItsFields() {
        val shown = ArrayList<StayModel.State>()
        val model = StayModel(list, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 6)) { shown += it }
        assertEquals("€240.00", model.state.total)
        model.choose { copy(extras = setOf("board")) }
        assertEquals(BigDecimal("352.00"), model.state.price?.total)
        model.choose { copy(adults = 3) }
        assertNull(model.state.price)
        assertEquals(1, model.state.reasons.size)
        assertEquals(3, shown.size)
    }

    @Test
    fun theProgramsOfTheReadmePrintWhatTheyPromise() {
        assertPrints("FirstPrice") { main() }
        assertPrints("FirstBooking") { com.ratebook.example.booking.main() }
        assertPrints("FirstLife") { com.ratebook.example.life.main() }
    }

    private fun assertPrints(name: String, program: () -> Unit) {
        val source = File("src/test/kotlin/com/ratebook/example/$name.kt").readText().trim()
        // The README leaves the package out, which a program of its own has no need of.
        val shown = source.replace(Regex("^package com\\.ratebook\\.example\\.\\w+"), "").trim()
        assertTrue(shown in File("README.md").readText(), "README.md shows another program than $name")
        val printed = ByteArrayOutputStream()
        val out = System.out
        System.setOut(PrintStream(printed))
        try {
            program()
        } finally {
            System.setOut(out)
        }
        assertEquals(source.lines().mapNotNull { it.substringAfter("→ ", "").ifEmpty { null } }, printed.toString().trim().lines())
    }
}
