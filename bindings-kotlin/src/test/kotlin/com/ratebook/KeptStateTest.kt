package com.ratebook

import com.ratebook.flow.Instance
import com.ratebook.flow.MachinesRequest
import com.ratebook.flow.StartRequest
import com.ratebook.rates.Price
import com.ratebook.rates.PriceRequest
import com.ratebook.rates.RateListDefinition
import com.ratebook.rates.SupplementPrice
import java.time.Instant
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.decodeFromString
import kotlinx.serialization.encodeToString
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlinx.serialization.json.Json as KotlinJson

/** State that an app keeps by kotlinx.serialization. */
class KeptStateTest {
    @Serializable
    data class Kept(
        val definition: RateListDefinition,
        val request: PriceRequest,
        val answer: Price?,
        val instances: List<Instance> = emptyList(),
        val prices: Map<String, SupplementPrice> = emptyMap(),
    )

    @Test
    fun whatAnAppKeepsComesBack() {
        val machine = Machine(Flow.machines(MachinesRequest(name = "invoice"))[0])
        val started = machine.start(StartRequest(Instant.now(), id = "INV-1")).instance
        val asked = stay(2)
        val answer = RateList(double).price(asked)
        val kept = Kept(double, asked, answer, listOf(started), double.supplements.associate { it.code to it.price })
        val text = KotlinJson.encodeToString(kept)
        assertEquals(kept, KotlinJson.decodeFromString<Kept>(text))
        // In JSON it stands as it crosses wires.
        assertTrue("\"check_in\":\"2027-01-04\"" in text, text)
        assertTrue("\"total\":\"240.00\"" in text, text)
        assertEquals(answer, KotlinJson.decodeFromString(Price.serializer(), KotlinJson.encodeToString(Price.serializer(), answer)))
        val many = ListSerializer(Price.serializer())
        assertEquals(listOf(answer), KotlinJson.decodeFromString(many, KotlinJson.encodeToString(many, listOf(answer))))
    }

    @Test
    fun whatIsNoValueOfTheTypeIsRefused() {
        val fault = assertThrows(SerializationException::class.java) { KotlinJson.decodeFromString(Price.serializer(), "{\"total\": 3}") }
        assertTrue(fault.message.orEmpty().isNotEmpty())
    }
}
