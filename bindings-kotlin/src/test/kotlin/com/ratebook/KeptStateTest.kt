package com.ratebook

import com.ratebook.flow.MachineInstance
import com.ratebook.flow.MachinesRequest
import com.ratebook.flow.StartRequest
import com.ratebook.rates.Price
import com.ratebook.rates.PriceRequest
import com.ratebook.rates.RateListDefinition
import com.ratebook.rates.SupplementPrice
import java.time.Instant
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.serializer
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import kotlinx.serialization.json.Json as KotlinJson

/** State that an app keeps by kotlinx.serialization. */
class KeptStateTest {
    private fun <T> kept(serializer: KSerializer<T>, value: T): String {
        val text = KotlinJson.encodeToString(serializer, value)
        assertEquals(value, KotlinJson.decodeFromString(serializer, text))
        return text
    }

    @Test
    fun whatAnAppKeepsComesBack() {
        val machine = Machine(Flow.machines(MachinesRequest(name = "invoice"))[0])
        kept(MachineInstance.serializer(), machine.start(StartRequest(Instant.now(), id = "INV-1")).instance)
        kept(RateListDefinition.serializer(), double)
        // In JSON it stands as it crosses wires.
        assertTrue("\"check_in\":\"2027-01-04\"" in kept(PriceRequest.serializer(), stay(2)))
        val answer = RateList(double).price(stay(2))
        assertTrue("\"total\":\"240.00\"" in kept(Price.serializer(), answer))
        kept(ListSerializer(Price.serializer()), listOf(answer, answer))
        kept(MapSerializer(String.serializer(), SupplementPrice.serializer()), double.supplements.associate { it.code to it.price })
        assertEquals("\"rates.blackout\"", kept(Code.serializer(), Code.RATES_BLACKOUT))
    }

    /** What the compiler's plugin and what reflection find for a type are its companion. */
    @Test
    fun everyTypeIsFoundByItsSerializer() {
        assertEquals(Price.Companion, serializer<Price>())
        assertEquals(SupplementPrice.Companion, serializer<SupplementPrice>())
    }

    @Test
    fun whatIsNoValueOfTheTypeIsRefused() {
        val fault = assertThrows(SerializationException::class.java) { KotlinJson.decodeFromString(Price.serializer(), "{\"total\": 3}") }
        assertTrue(fault.message.orEmpty().isNotEmpty())
    }
}
