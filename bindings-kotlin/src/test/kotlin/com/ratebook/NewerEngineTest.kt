package com.ratebook

import com.ratebook.flow.MachineInstance
import com.ratebook.flow.MachinesRequest
import com.ratebook.flow.StartRequest
import com.ratebook.rates.Price
import com.ratebook.rates.PriceRequest
import com.ratebook.rates.PriceUnit
import com.ratebook.rates.RateListDefinition
import com.ratebook.rates.SupplementPrice
import java.time.Instant
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Answers of a pretended newer engine: an installed app lags behind its server. What it does not know it reads, keeps and hands back. */
class NewerEngineTest {
    private fun json(text: String) = Json.read(text.toByteArray())

    private fun answer() = json(String(RateList(double).price(stay(2)).json())) as Json.Object

    private fun Json.Object.with(vararg more: Pair<String, Json>) = Json.Object(value + more)

    @Test
    fun aFieldThatIsNotKnownIsKept() {
        val loyalty = json("""{"points": 12, "tiers": [{"name": "gold", "at": null}]}""")
        val price = Price.read(answer().with("loyalty" to loyalty).json())
        assertEquals(mapOf("loyalty" to loyalty), price.unknownFields)
        assertEquals(loyalty, (Json.read(price.json()) as Json.Object).value["loyalty"])
        assertEquals(price, Price.read(price.json()))
        assertEquals(loyalty, price.copy(lines = emptyList()).unknownFields["loyalty"])
    }

    @Test
    fun aKindOfLineThatIsNotKnownIsKept() {
        val lines = (answer().value.getValue("lines") as Json.Array).value
        val eco = (lines[0] as Json.Object).with("kind" to Json.Text("eco_levy"), "levied_by" to Json.Text("city"))
        val price = Price.read(answer().with("lines" to Json.Array(lines + eco)).json())
        val line = price.lines.last()
        assertEquals("eco_levy", line.kind.wire)
        assertFalse(line.kind.isKnown)
        assertTrue(price.lines.first().kind.isKnown)
        assertEquals(Json.Text("city"), line.unknownFields["levied_by"])
        assertEquals(price, Price.read(price.json()))
    }

    @Test
    fun aCodeThatIsNotKnownIsKept() {
        val text =
            """{"code": "rates.full_moon", "message": "closed at full moon", "path": "/check_in", "details": {"moon": "full"},
            "reasons": [{"code": "rates.full_moon", "message": "closed at full moon", "path": "/check_in", "since": "v9"}]}"""
        val report = ErrorReport.read(text.toByteArray())
        assertEquals("rates.full_moon", report.code.wire)
        assertFalse(report.code.isKnown)
        assertEquals(json(text), json(String(report.json())))
        assertEquals(Code.RATES_BLACKOUT, Code.of("rates.blackout"))
        assertEquals(null, Code.of("rates.full_moon"))
        // The family says which exception it is.
        assertTrue(RatebookException.of(report) is RatesException)
        val loyalty = ErrorReport.read("""{"code": "loyalty.expired", "message": "the points are gone", "path": "", "details": {}, "reasons": []}""".toByteArray())
        assertTrue(RatebookException.of(loyalty) is UnknownException)
    }

    @Test
    fun wordsAndChoicesOfADefinitionAreKeptAndRefusedByTheEngine() {
        val definition = json(String(double.json())) as Json.Object
        val newer = definition.with("unit" to Json.Text("lunar_month"), "moods" to json("[1]"))
        val read = RateListDefinition.read(newer.json())
        assertEquals("lunar_month", read.unit.wire)
        assertFalse(read.unit == PriceUnit.NIGHT)
        assertEquals(newer, json(String(read.json())))
        // Strict in what is sent: this engine does not know them and says so, each at its place.
        val refused = assertThrows(DefinitionException::class.java) { RateList(read) }
        assertEquals(setOf("/unit", "/moods"), refused.reasons.map { it.path }.toSet())
        val choice = SupplementPrice.read("""{"by_moon": {"full": "3.50"}}""".toByteArray())
        assertEquals("""{"by_moon":{"full":"3.50"}}""", String(choice.json()))
        assertTrue(choice is SupplementPrice.Unknown)
        assertEquals("\"by_tide\"", String(SupplementPrice.read("\"by_tide\"".toByteArray()).json()))
    }

    @Test
    fun whatAnAppOnlyAsksWithIsStrict() {
        assertThrows(RequestException::class.java) { PriceRequest.read("""{"adults": 2, "moon": true}""".toByteArray()) }
    }

    @Test
    fun anInstanceGoesBackToTheServerWhole() {
        val machine = Machine(Flow.machines(MachinesRequest(name = "invoice"))[0])
        val started = json(String(machine.start(StartRequest(Instant.now(), id = "INV-1")).instance.json())) as Json.Object
        val instance = MachineInstance.read(started.with("mood" to Json.Text("fine")).json())
        assertEquals(Json.Text("fine"), instance.unknownFields["mood"])
        assertEquals(started.with("mood" to Json.Text("fine")), json(String(instance.json())))
    }
}
