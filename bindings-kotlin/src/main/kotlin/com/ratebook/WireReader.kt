package com.ratebook

import java.math.BigDecimal
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime

/** What could not be read, and where. */
internal class WireFault(private val about: String, private val place: Int) : RuntimeException(about, null, false, false) {
    fun told(code: Code): RatebookException {
        val message = "$about, at byte $place"
        return RatebookException.of(ErrorReport(code, message, "", reasons = listOf(Reason(code, message, ""))))
    }
}

/**
 * Reads values from JSON, field after field. Answers of the engine have their fields in the order of the declarations, and any
 * other order is read too.
 */
public class WireReader internal constructor(private val bytes: ByteArray, private val size: Int) {
    private var at = 0
    private var fieldStart = 0
    private var fieldEnd = 0
    private var depth = 0

    /** Whether nothing of the innermost object or list was read yet. */
    private var isFirst = false

    /** The beginning of an object. */
    public fun open() {
        expect('{')
        deepen()
    }

    /** Whether another field follows, whose value comes next; otherwise the object has ended. */
    public fun nextField(): Boolean {
        if (!hasNext('}')) return false
        skipSpace()
        if (peek() != '"'.code) throw fault("a name was expected")
        at += 1
        fieldStart = at
        while (at < size && bytes[at] != QUOTE) at += if (bytes[at] == BACKSLASH) 2 else 1
        fieldEnd = minOf(at, size)
        at += 1
        expect(':')
        return true
    }

    /** Whether the field that comes next has this name, of plain letters. */
    public fun isAt(name: String): Boolean {
        val count = fieldEnd - fieldStart
        if (count != name.length) return false
        for (place in 0 until count) if (bytes[fieldStart + place] != name[place].code.toByte()) return false
        return true
    }

    /** The end of an object that must not have another field. */
    public fun close() {
        if (nextField()) throw unknown()
    }

    internal inline fun <T> list(read: () -> T): List<T> {
        openList()
        val items = ArrayList<T>()
        while (hasNextItem()) items.add(read())
        return items
    }

    internal inline fun <T> map(read: () -> T): Map<String, T> {
        open()
        val items = LinkedHashMap<String, T>()
        while (nextField()) {
            val name = name()
            items[name] = read()
        }
        return items
    }

    internal inline fun <T> numbered(read: () -> T): Map<Int, T> {
        open()
        val items = LinkedHashMap<Int, T>()
        while (nextField()) {
            val number = name().toIntOrNull() ?: throw fault("`${name()}` is no whole number")
            items[number] = read()
        }
        return items
    }

    internal inline fun <T : Any> orNull(read: () -> T): T? = if (isNull()) null else read()

    @PublishedApi
    internal fun openList() {
        expect('[')
        deepen()
    }

    @PublishedApi
    internal fun hasNextItem(): Boolean = hasNext(']')

    internal fun isNull(): Boolean {
        skipSpace()
        return skip("null")
    }

    internal fun isAtText(): Boolean {
        skipSpace()
        return peek() == '"'.code
    }

    internal fun text(): String {
        expect('"')
        val start = at
        while (at < size && bytes[at] != QUOTE) {
            if (bytes[at] == BACKSLASH) return escapedText(start)
            at += 1
        }
        if (at >= size) throw fault("the text ends too early")
        val text = String(bytes, start, at - start, Charsets.UTF_8)
        at += 1
        return text
    }

    internal fun whole(): Int {
        val number = long()
        if (number !in Int.MIN_VALUE..Int.MAX_VALUE) throw fault("a number is too large")
        return number.toInt()
    }

    internal fun long(): Long {
        skipSpace()
        val isNegative = peek() == '-'.code
        if (isNegative) at += 1
        val start = at
        var number = 0L
        while (at < size && bytes[at] in ZERO..NINE) {
            if (at - start == MOST_DIGITS) throw fault("a number is too large")
            number = number * 10 + (bytes[at] - ZERO)
            at += 1
        }
        val next = peek()
        if (at == start || next == '.'.code || next == 'e'.code || next == 'E'.code) throw fault("a whole number was expected")
        return if (isNegative) -number else number
    }

    internal fun flag(): Boolean {
        skipSpace()
        if (skip("true")) return true
        if (skip("false")) return false
        throw fault("true or false was expected")
    }

    /** Text of digits with a point. */
    internal fun decimal(): BigDecimal {
        expect('"')
        val start = at
        if (peek() == '-'.code) at += 1
        val first = at
        var number = 0L
        var point = -1
        while (at < size && bytes[at] != QUOTE) {
            val byte = bytes[at]
            if (byte in ZERO..NINE) {
                number = number * 10 + (byte - ZERO)
            } else if (byte == POINT && point < 0 && at > first) {
                point = at
            } else {
                throw fault("a decimal such as 124.50 was expected")
            }
            at += 1
        }
        val end = at
        at += 1
        if (end == first || point == end - 1) throw fault("a decimal such as 124.50 was expected")
        if (end - first > MOST_DIGITS) return BigDecimal(String(bytes, start, end - start, Charsets.ISO_8859_1))
        return BigDecimal.valueOf(if (first > start) -number else number, if (point < 0) 0 else end - point - 1)
    }

    internal fun day(): LocalDate {
        expect('"')
        val start = at
        val isDay = start + 11 <= size && bytes[start + 4] == DASH && bytes[start + 7] == DASH && bytes[start + 10] == QUOTE
        if (!isDay) throw fault("a day such as 2026-12-31 was expected")
        at += 11
        return try {
            LocalDate.of(digits(start, 4), digits(start + 5, 2), digits(start + 8, 2))
        } catch (_: DateTimeException) {
            throw fault("a day of the calendar was expected")
        }
    }

    private fun digits(start: Int, count: Int): Int {
        var number = 0
        for (place in start until start + count) {
            if (bytes[place] !in ZERO..NINE) throw fault("a day such as 2026-12-31 was expected")
            number = number * 10 + (bytes[place] - ZERO)
        }
        return number
    }

    internal fun instant(): Instant {
        val text = text()
        return try {
            val moment = OffsetDateTime.parse(text.replaceFirst(' ', 'T')).toInstant()
            if (moment.nano % 1_000 != 0) throw fault("`$text` is finer than a microsecond")
            if (text.length < SHORTEST_INSTANT || text.contains("T24")) throw fault("`$text` is no moment")
            moment
        } catch (_: DateTimeException) {
            throw fault("`$text` is no moment")
        }
    }

    internal fun json(): Json {
        skipSpace()
        return when (peek().toChar()) {
            '{' -> Json.Object(map { json() })
            '[' -> Json.Array(list { json() })
            '"' -> Json.Text(text())
            't', 'f' -> Json.Flag(flag())
            'n' -> if (skip("null")) Json.Null else throw fault("a value was expected")
            else -> {
                val start = at
                while (at < size && bytes[at].toInt().toChar() in "+-.eE0123456789") at += 1
                val text = String(bytes, start, at - start, Charsets.ISO_8859_1)
                Json.Number(text.toBigDecimalOrNull() ?: throw fault("a value was expected"))
            }
        }
    }

    /** A value as it is written. */
    internal fun raw(): ByteArray {
        skipSpace()
        val start = at
        json()
        return bytes.copyOfRange(start, at)
    }

    /** All of the text, unread. */
    internal fun all(): ByteArray = bytes.copyOf(size)

    internal fun end() {
        skipSpace()
        if (at < size) throw fault("something follows the value")
    }

    /** Keeps the field at which it stands with the others that are not known. */
    internal fun unknown(others: MutableMap<String, Json>?): MutableMap<String, Json> {
        val all = others ?: LinkedHashMap()
        val name = name()
        if (all.put(name, json()) != null) throw fault("`$name` is given twice")
        return all
    }

    /** Where it stands before a value. */
    internal fun place(): Place = Place(at, depth, isFirst)

    /** The value that stands there, whatever it is. */
    internal fun again(place: Place): Json {
        at = place.at
        depth = place.depth
        isFirst = place.isFirst
        return json()
    }

    internal class Place(val at: Int, val depth: Int, val isFirst: Boolean)

    internal fun unknown(): WireFault = fault("`${name()}` is not known here")

    internal fun missing(name: String): WireFault = fault("the field `$name` is missing")

    internal fun fault(message: String): WireFault = WireFault(message, at)

    /** The name of the field that comes next. */
    internal fun name(): String {
        val again = WireReader(bytes, size)
        again.at = fieldStart - 1
        return again.text()
    }

    private fun hasNext(end: Char): Boolean {
        skipSpace()
        val byte = peek()
        if (byte < 0) throw fault("the text ends too early")
        if (byte == end.code) {
            at += 1
            depth -= 1
            isFirst = false
            return false
        }
        if (!isFirst) expect(',')
        isFirst = false
        return true
    }

    private fun deepen() {
        depth += 1
        isFirst = true
        if (depth > MOST_LEVELS) throw fault("nested deeper than $MOST_LEVELS levels")
    }

    private fun peek(): Int = if (at < size) bytes[at].toInt() else -1

    private fun skipSpace() {
        while (at < size && bytes[at] in 0..32) at += 1
    }

    private fun expect(letter: Char) {
        skipSpace()
        if (peek() != letter.code) throw fault("`$letter` was expected")
        at += 1
    }

    private fun skip(word: String): Boolean {
        if (at + word.length > size) return false
        for (place in word.indices) if (bytes[at + place] != word[place].code.toByte()) return false
        at += word.length
        return true
    }

    /** Text in which something is escaped, from where it began. */
    private fun escapedText(start: Int): String {
        val text = StringBuilder(String(bytes, start, at - start, Charsets.UTF_8))
        while (at < size) {
            when (bytes[at]) {
                QUOTE -> {
                    at += 1
                    return text.toString()
                }
                BACKSLASH -> {
                    at += 1
                    text.append(escaped())
                }
                else -> {
                    val plain = at
                    while (at < size && bytes[at] != QUOTE && bytes[at] != BACKSLASH) at += 1
                    text.append(String(bytes, plain, at - plain, Charsets.UTF_8))
                }
            }
        }
        throw fault("the text ends too early")
    }

    private fun escaped(): Char {
        val letter = peek().toChar()
        at += 1
        return when (letter) {
            'n' -> '\n'
            't' -> '\t'
            'r' -> '\r'
            'b' -> '\b'
            'f' -> '\u000c'
            'u' -> {
                if (at + 4 > size) throw fault("the text ends too early")
                val unit = String(bytes, at, 4, Charsets.ISO_8859_1).toIntOrNull(16)
                at += 4
                (unit ?: throw fault("four hexadecimal digits were expected")).toChar()
            }
            else -> letter
        }
    }

    private companion object {
        const val QUOTE = '"'.code.toByte()
        const val BACKSLASH = '\\'.code.toByte()
        const val ZERO = '0'.code.toByte()
        const val NINE = '9'.code.toByte()
        const val POINT = '.'.code.toByte()
        const val DASH = '-'.code.toByte()
        const val MOST_DIGITS = 18
        const val MOST_LEVELS = 128
        const val SHORTEST_INSTANT = 20
    }
}
