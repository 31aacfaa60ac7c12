package com.ratebook

import java.io.File
import java.math.BigDecimal
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS

@EnabledOnOs(OS.LINUX)
class MemoryTest {
    /** What is resident, in bytes. */
    private fun resident() = File("/proc/self/statm").readText().split(' ')[1].toLong() * 4_096

    private fun heap(): Long {
        System.gc()
        return Runtime.getRuntime().run { totalMemory() - freeMemory() }
    }

    @Test
    fun aMillionCallsHoldSteady() {
        val list = RateList(double)
        val cents = { calls: Int -> (1..calls).sumOf { list.total(stay(3)).amount.unscaledValue().toLong() } }
        assertEquals(36_000L * 300_000, cents(300_000))
        val (resident, heap) = resident() to heap()
        assertEquals(36_000L * 1_000_000, cents(1_000_000))
        val (more, moreHeap) = (resident() - resident) to (heap() - heap)
        println("a million totals: $more bytes more resident, $moreHeap bytes more on the heap")
        assertTrue(moreHeap < 4_000_000, "the heap grew by $moreHeap bytes")
        assertTrue(more < 16_000_000, "grew by $more bytes")
    }

    @Test
    fun definitionsAreFreed() {
        val json = double.json()
        val closed = { repeat(2_000) { RateList(json).close() } }
        val collected = {
            repeat(10) {
                repeat(200) { RateList(json) }
                System.gc()
                Thread.sleep(50)
            }
        }
        for (round in listOf(closed, collected)) {
            round()
            val before = resident()
            round()
            assertTrue(resident() - before < 16_000_000, "grew by ${resident() - before} bytes")
        }
        assertEquals(BigDecimal("120.00"), RateList(json).total(stay(1)).amount)
    }

    /** Lists that nobody closes, with a heap that is so large that the collector has no reason of its own to run. */
    @Test
    fun listsThatNobodyClosesDoNotPileUp() {
        val json = double.json()
        repeat(2_000) { RateList(json) }
        val before = resident()
        var most = 0L
        repeat(20_000) {
            RateList(json)
            if (it % 500 == 0) most = maxOf(most, resident() - before)
        }
        println("20,000 unclosed lists: at most ${most / 1_000} kB more resident")
        assertTrue(most < 120_000_000, "grew by $most bytes")
    }
}
