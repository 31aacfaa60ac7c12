package com.ratebook

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

/** Reads values of a type; each type's companion is one: `PriceRequest.read(json)`. */
public interface Wire<T> {
    /** Reads it where the reader stands. */
    public fun read(reader: WireReader): T

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
}

/** Whatever JSON can hold, in fields that the engine leaves to the caller. */
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

    public companion object : Wire<Json> {
        override fun read(reader: WireReader): Json = reader.json()
    }
}
