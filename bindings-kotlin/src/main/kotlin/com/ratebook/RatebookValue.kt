package com.ratebook

import java.math.BigDecimal
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonEncoder

/** What crosses into the engine and back: every type of a definition, a request and an answer. */
public interface RatebookValue {
    /** Writes it as JSON, as it crosses wires. */
    public fun write(writer: WireWriter)

    /** It as JSON, as it crosses wires. */
    public fun json(): ByteArray {
        val writer = WireWriter()
        write(writer)
        return writer.toByteArray()
    }
}

/**
 * Reads values of a type; each type's companion is one: `PriceRequest.read(json)`. It is also the type's serializer, for state that an
 * app keeps by kotlinx.serialization: in JSON a value stands as it crosses wires, in any other form as that JSON in a text.
 */
public abstract class Wire<T : RatebookValue> internal constructor(name: String) : KSerializer<T> {
    /** Reads it where the reader stands. */
    public abstract fun read(reader: WireReader): T

    /**
     * Reads it from JSON, as it crosses wires.
     *
     * @throws RequestException when it cannot be read.
     */
    public fun read(json: ByteArray): T =
        try {
            val reader = WireReader(json, json.size)
            val value = read(reader)
            reader.end()
            value
        } catch (fault: WireFault) {
            throw fault.told(Code.REQUEST_TYPE)
        }

    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("com.ratebook.$name", PrimitiveKind.STRING)

    override fun serialize(encoder: Encoder, value: T) {
        val json = value.json().decodeToString()
        if (encoder is JsonEncoder) {
            encoder.encodeJsonElement(encoder.json.parseToJsonElement(json))
        } else {
            encoder.encodeString(json)
        }
    }

    override fun deserialize(decoder: Decoder): T {
        val json = if (decoder is JsonDecoder) decoder.decodeJsonElement().toString() else decoder.decodeString()
        try {
            return read(json.encodeToByteArray())
        } catch (refused: RatebookException) {
            throw SerializationException(refused.message, refused)
        }
    }
}

/**
 * One of several words. A newer engine may know more of them: such a word is kept as it is, [isKnown] tells it, and a `when` has an
 * `else`.
 */
public abstract class Word internal constructor(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Whether this version knows it. */
    public val isKnown: Boolean get() = words.of(wire) != null

    internal abstract val words: Words<*>

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    override fun equals(other: Any?): Boolean = this === other || (other is Word && other.javaClass == javaClass && other.wire == wire)

    override fun hashCode(): Int = wire.hashCode()

    override fun toString(): String = wire
}

/** The words of a type. */
public abstract class Words<T : Word> internal constructor(name: String) : Wire<T>(name) {
    /** Every word that this version knows. */
    public abstract val entries: List<T>

    private val byWire: Map<String, T> by lazy { entries.associateBy { it.wire } }

    internal abstract fun unknown(wire: String): T

    /** The word that is spelled so; nothing when this version does not know it. */
    public fun of(wire: String): T? = byWire[wire]

    override fun read(reader: WireReader): T {
        val text = reader.text()
        return byWire[text] ?: unknown(text)
    }
}

/** Whether two values are the same to the engine: amounts by their value, moments to the microsecond. */
internal fun alike(one: Any?, other: Any?): Boolean =
    when {
        one is BigDecimal && other is BigDecimal -> one.compareTo(other) == 0
        one is Instant && other is Instant -> one.truncatedTo(ChronoUnit.MICROS) == other.truncatedTo(ChronoUnit.MICROS)
        one is List<*> && other is List<*> -> one.size == other.size && one.indices.all { alike(one[it], other[it]) }
        one is Map<*, *> && other is Map<*, *> ->
            one.size == other.size && one.all { (name, value) -> name in other && alike(value, other[name]) }
        else -> one == other
    }

/** A hash that is the same for what is [alike]. */
internal fun hashed(vararg values: Any?): Int = values.fold(1) { hash, value -> 31 * hash + hashOf(value) }

private fun hashOf(value: Any?): Int =
    when (value) {
        is BigDecimal -> value.stripTrailingZeros().hashCode()
        is Instant -> value.truncatedTo(ChronoUnit.MICROS).hashCode()
        is List<*> -> value.fold(1) { hash, item -> 31 * hash + hashOf(item) }
        is Map<*, *> -> value.entries.sumOf { (name, item) -> name.hashCode() xor hashOf(item) }
        else -> value.hashCode()
    }

/** Whatever JSON can hold, in fields that the engine leaves to the caller. */
@Serializable(with = Json.Companion::class)
public sealed interface Json : RatebookValue {
    public data object Null : Json {
        override fun write(writer: WireWriter): Unit = writer.nothing()
    }

    public data class Flag(public val value: Boolean) : Json {
        override fun write(writer: WireWriter): Unit = writer.value(value)
    }

    /** A number, as it is written. */
    public data class Number(public val value: java.math.BigDecimal) : Json {
        override fun write(writer: WireWriter): Unit = writer.raw(value.toString())

        override fun equals(other: Any?): Boolean = other is Number && alike(value, other.value)

        override fun hashCode(): Int = hashed(value)
    }

    public data class Text(public val value: String) : Json {
        override fun write(writer: WireWriter): Unit = writer.value(value)
    }

    public data class Array(public val value: List<Json>) : Json {
        override fun write(writer: WireWriter): Unit = writer.list(value) { it.write(writer) }
    }

    public data class Object(public val value: Map<String, Json>) : Json {
        override fun write(writer: WireWriter): Unit = writer.map(value) { it.write(writer) }
    }

    public companion object : Wire<Json>("Json") {
        override fun read(reader: WireReader): Json = reader.json()
    }
}
