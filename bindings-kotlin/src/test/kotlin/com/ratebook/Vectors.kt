package com.ratebook

import java.io.File
import java.math.BigDecimal

/** A request that the package's types cannot hold: the compiler would have refused it. */
internal class Unsayable : Exception()

/** A request or definition of its own type. */
internal fun <T : RatebookValue> requested(type: Wire<T>, json: ByteArray): T =
    try {
        type.read(json)
    } catch (_: RatebookException) {
        throw Unsayable()
    }

internal fun <T> written(answer: T, write: (WireWriter, T) -> Unit): ByteArray {
    val writer = WireWriter()
    write(writer, answer)
    return writer.toByteArray()
}

/** A case that every language runs. */
internal class Vector(
    val area: String,
    val file: String,
    val name: String,
    private val given: Map<String, ByteArray>,
    val operation: String,
    private val input: ByteArray,
    val expected: Json,
) {
    /** What is wrong with the answer from JSON to JSON. */
    fun faultsAsJson(): List<String> = differences(expected, outcome { askJson(operation, handle(::loadJson), input) }, "")

    /** What is wrong with the answer by way of the package's types; nothing when they cannot say what the vector asks. */
    fun faultsAsTypes(): List<String>? =
        try {
            differences(expected, outcome { askTyped(operation, handle(::loadTyped), input) }, "")
        } catch (_: Unsayable) {
            null
        }

    private fun handle(load: (String, ByteArray) -> Loaded): Loaded? {
        val key = handleKey(operation)
        return given[key]?.let { load(key!!, whole(it)) }
    }

    /** A machine that comes with the engine is given by its name. */
    private fun whole(definition: ByteArray): ByteArray {
        if (definition.first() != '"'.code.toByte()) return definition
        val machines = askJson("flow.machines", null, "{\"name\":${String(definition)}}".toByteArray())
        val reader = WireReader(machines, machines.size)
        return reader.list { reader.raw() }.first()
    }

    private fun outcome(ask: () -> ByteArray): Json =
        try {
            Json.Object(mapOf("answer" to Json.read(ask())))
        } catch (error: RatebookException) {
            Json.Object(mapOf("error" to Json.read(error.report.json())))
        }

    override fun toString(): String = "$file, $name"

    companion object {
        private val folder = File(System.getenv("RATEBOOK_VECTORS") ?: "../tests/conformance")

        fun all(): List<Vector> {
            val files = folder.walk().filter { it.extension == "json" }.sorted()
            return files.flatMap { file -> inside(file.readBytes()) { WrittenVector(it).of(file.parentFile.name, file.name) } }.toList()
        }

        private fun inside(json: ByteArray, read: (WireReader) -> Vector): List<Vector> {
            val reader = WireReader(json, json.size)
            return reader.list { read(reader) }
        }
    }
}

/** A vector as it stands in its file, its parts in their own order. */
private class WrittenVector(reader: WireReader) {
    private var name = ""
    private var given = emptyMap<String, ByteArray>()
    private var operation = ""
    private var input = "{}".toByteArray()
    private var expected: Json = Json.Null

    init {
        reader.open()
        while (reader.nextField()) {
            when {
                reader.isAt("name") -> name = reader.text()
                reader.isAt("given") -> given = reader.map { reader.raw() }
                reader.isAt("ask") -> ask(reader)
                reader.isAt("expect") -> expected = reader.json()
                else -> reader.raw()
            }
        }
    }

    private fun ask(reader: WireReader) {
        reader.open()
        while (reader.nextField()) if (reader.isAt("op")) operation = reader.text() else input = reader.raw()
    }

    fun of(area: String, file: String) = Vector(area, file, name, given, operation, input, expected)
}

/** Every stated field must be equal, lists as a whole; what is not stated does not matter. */
internal fun differences(expected: Json, got: Json, place: String): List<String> =
    when {
        expected is Json.Array && got is Json.Array && expected.value.size == got.value.size ->
            expected.value.indices.flatMap { differences(expected.value[it], got.value[it], "$place/$it") }
        expected is Json.Object && got is Json.Object ->
            expected.value.flatMap { (name, wanted) -> differences(wanted, got.value[name] ?: Json.Null, "$place/$name") }
        expected is Json.Number && got is Json.Number && expected.value.isSame(got.value) -> emptyList()
        expected == got -> emptyList()
        else -> listOf("$place: expected ${expected.shown()}, got ${got.shown()}")
    }

private fun BigDecimal.isSame(other: BigDecimal) = compareTo(other) == 0

private fun Json.shown() = String(json())
