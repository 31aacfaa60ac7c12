package com.ratebook

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Runs the vectors that every language runs, twice each: from JSON to JSON, and by way of the package's types. */
class ConformanceTest {
    @Test
    fun everyVector() {
        val vectors = Vector.all().filter { it.operation !in leftOut }
        val faults = ArrayList<String>()
        val counts = sortedMapOf<String, IntArray>()
        var typed = 0
        for (vector in vectors) {
            val asTypes = vector.faultsAsTypes()
            if (asTypes != null) typed += 1
            val found = vector.faultsAsJson().map { "as JSON $it" } + asTypes.orEmpty().map { "as types $it" }
            found.mapTo(faults) { "$vector: $it" }
            // Whatever has an answer can be asked by types, but for batches with malformed entries.
            val hasAnswer = vector.expected is Json.Object && "answer" in vector.expected.value
            if (asTypes == null && hasAnswer && !vector.file.startsWith("requests")) faults += "$vector: types cannot ask for it"
            counts.getOrPut(vector.area) { IntArray(2) }[if (found.isEmpty()) 0 else 1] += 1
        }
        println("vectors: ${vectors.size}, by way of types too: $typed")
        System.getenv("RATEBOOK_VECTORS_REPORT")?.let { report(File(it), counts) }
        assertEquals(emptyList<String>(), faults)
        assertTrue(vectors.size > 900)
    }

    private fun report(file: File, counts: Map<String, IntArray>) {
        val areas = counts.entries.joinToString { (area, of) -> "\"$area\": {\"passed\": ${of[0]}, \"failed\": ${of[1]}}" }
        file.writeText("{\"areas\": {$areas}}")
    }
}
