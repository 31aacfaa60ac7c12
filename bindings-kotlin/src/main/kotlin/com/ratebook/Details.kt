package com.ratebook

import com.ratebook.time.DayRange
import com.ratebook.time.Span
import java.math.BigDecimal
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId

/** A figure of an error by its name, read as what it is; [Details] has them all. */
public class Detail<T : Any> internal constructor(
    /** The name under which it stands among the details. */
    public val name: String,
    private val read: (Json) -> T?,
) {
    /** The figure among these details; nothing when it is not there or is something else. */
    public fun of(details: Map<String, Json>): T? =
        try {
            details[name]?.let(read)
        } catch (_: RatebookException) {
            null
        } catch (_: DateTimeException) {
            null
        } catch (_: ArithmeticException) {
            null
        }

    internal companion object {
        fun whole(json: Json): Long? = (json as? Json.Number)?.value?.longValueExact()

        fun decimal(json: Json): BigDecimal? = text(json)?.toBigDecimalOrNull()

        fun day(json: Json): LocalDate? = text(json)?.let(LocalDate::parse)

        fun days(json: Json): List<DayRange>? =
            (json as? Json.Array)?.value?.map { one -> day(one)?.let { DayRange(it, it) } ?: range(one) }

        fun range(json: Json): DayRange = DayRange.read(json.json())

        fun instant(json: Json): Instant? = text(json)?.let(Instant::parse)

        fun span(json: Json): Span = Span.read(json.json())

        fun text(json: Json): String? = (json as? Json.Text)?.value

        fun texts(json: Json): List<String>? = (json as? Json.Array)?.value?.mapNotNull(::text)
    }
}

/** A figure of the reason; nothing when it does not come with it. */
public operator fun <T : Any> Reason.get(detail: Detail<T>): T? = detail.of(details)

/** A figure of the first reason; nothing when it does not come with it. */
public operator fun <T : Any> RatebookException.get(detail: Detail<T>): T? = detail.of(details)

/**
 * What a guest is told: every reason in the guest's language, with days, lengths and counts as people there write them. Moments are
 * told by the clock of [zone], and amounts that come without a currency in [currency].
 */
@JvmOverloads
public fun RatebookException.messageFor(language: Language, zone: ZoneId = ZoneId.systemDefault(), currency: String? = null): String {
    val told = MessageRequest(reasons.map { ToldReason(it.code.wire, it.details) }, language, zone.id, currency)
    return try {
        Engine.message(told).text
    } catch (_: RatebookException) {
        // A zone of this machine's own, such as GMT+2.
        Engine.message(told.copy(zone = null)).text
    }
}
