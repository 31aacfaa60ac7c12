package com.ratebook

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.temporal.ChronoUnit

/** Writes values as JSON. */
public class WireWriter internal constructor() {
    internal var bytes: ByteArray = ByteArray(512)
        private set
    internal var size: Int = 0
        private set
    private var needsComma = false

    internal fun clear() {
        size = 0
        needsComma = false
    }

    internal fun toByteArray(): ByteArray = bytes.copyOf(size)

    /** The beginning of an object. */
    public fun open() {
        separate()
        put('{')
        needsComma = false
    }

    /** The end of an object. */
    public fun close() {
        put('}')
        needsComma = true
    }

    /** The name of a field, of plain letters, whose value is written next. */
    public fun field(name: String) {
        separate()
        room(name.length + 3)
        put('"')
        ascii(name)
        put('"')
        put(':')
        needsComma = false
    }

    internal inline fun <T> list(items: List<T>, write: (T) -> Unit) {
        openList()
        for (item in items) write(item)
        closeList()
    }

    internal inline fun <T> map(items: Map<*, T>, write: (T) -> Unit) {
        open()
        for ((name, item) in items) {
            name(name.toString())
            write(item)
        }
        close()
    }

    /** Further fields of an object that is open. */
    internal fun fields(others: Map<String, Json>) {
        for ((name, value) in others) {
            name(name)
            value.write(this)
        }
    }

    @PublishedApi
    internal fun openList() {
        separate()
        put('[')
        needsComma = false
    }

    @PublishedApi
    internal fun closeList() {
        put(']')
        needsComma = true
    }

    internal fun name(name: String) {
        value(name)
        put(':')
        needsComma = false
    }

    internal fun value(text: String) {
        separate()
        room(text.length * 3 + 2)
        put('"')
        var place = 0
        while (place < text.length) {
            val letter = text[place]
            when {
                letter == '"' || letter == '\\' -> {
                    put('\\')
                    put(letter)
                }
                letter < ' ' -> {
                    ascii("\\u00")
                    put(HEX[letter.code shr 4])
                    put(HEX[letter.code and 15])
                }
                letter.code < 0x80 -> put(letter)
                else -> {
                    val pair = letter.isHighSurrogate() && place + 1 < text.length && text[place + 1].isLowSurrogate()
                    if (letter.isSurrogate() && !pair) {
                        // Half a character has no bytes in UTF-8; so written, the engine refuses it.
                        room((text.length - place) * 6 + 2)
                        ascii("\\u" + letter.code.toString(16))
                    } else {
                        val written = text.substring(place, place + if (pair) 2 else 1).toByteArray()
                        room(written.size)
                        written.copyInto(bytes, size)
                        size += written.size
                        if (pair) place += 1
                    }
                }
            }
            place += 1
        }
        put('"')
        needsComma = true
    }

    internal fun value(number: Int) {
        value(number.toLong())
    }

    internal fun value(number: Long) {
        separate()
        if (number in 0..9) put('0' + number.toInt()) else ascii(number.toString())
        needsComma = true
    }

    internal fun value(flag: Boolean) {
        raw(if (flag) "true" else "false")
    }

    /** An exact number as text. One of absurd size stays in its short form, which the engine refuses. */
    internal fun value(number: BigDecimal) {
        val isPlain = number.scale() in 0..MOST_DIGITS || (number.scale() < 0 && number.scale() > -MOST_DIGITS)
        value(if (isPlain) number.toPlainString() else number.toString())
    }

    internal fun value(day: LocalDate) {
        if (day.year !in 0..9_999) {
            value(day.toString())
            return
        }
        separate()
        room(12)
        put('"')
        digits(day.year, 4)
        put('-')
        digits(day.monthValue, 2)
        put('-')
        digits(day.dayOfMonth, 2)
        put('"')
        needsComma = true
    }

    /**
     * Rounded down to the microsecond, which is what the engine keeps: a clock of Java 17 tells nanoseconds. Java writes fractions by
     * threes; elsewhere they end where they end.
     */
    internal fun value(moment: Instant) {
        val text = moment.truncatedTo(ChronoUnit.MICROS).toString()
        value(if ('.' in text) text.removeSuffix("Z").trimEnd('0') + "Z" else text)
    }

    internal fun value(json: Json) {
        json.write(this)
    }

    internal fun nothing() {
        raw("null")
    }

    /** What stands for itself, such as `true`. */
    internal fun raw(text: String) {
        separate()
        ascii(text)
        needsComma = true
    }

    private fun separate() {
        if (needsComma) put(',')
    }

    private fun digits(number: Int, count: Int) {
        var power = 1
        repeat(count - 1) { power *= 10 }
        var rest = number
        while (power > 0) {
            put('0' + rest / power)
            rest %= power
            power /= 10
        }
    }

    private fun ascii(text: String) {
        room(text.length)
        for (letter in text) bytes[size++] = letter.code.toByte()
    }

    private fun put(letter: Char) {
        if (size == bytes.size) room(1)
        bytes[size++] = letter.code.toByte()
    }

    private fun room(more: Int) {
        if (size + more > bytes.size) bytes = bytes.copyOf(maxOf(bytes.size * 2, size + more))
    }

    private companion object {
        const val HEX = "0123456789abcdef"
        const val MOST_DIGITS = 100
    }
}
