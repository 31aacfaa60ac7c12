// Written by `cargo xtask generate`.

package com.ratebook.time

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
import com.ratebook.expression.*
import com.ratebook.flow.*
import com.ratebook.money.*
import com.ratebook.plans.*
import com.ratebook.rates.*
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** Days from `first` to `last`, both included, as people write seasons. */
@Serializable(with = DayRange.Companion::class)
public data class DayRange @JvmOverloads constructor(
    /** The first day. */
    public val first: LocalDate,
    /** The last day, included. */
    public val last: LocalDate,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("first"); writer.value(first)
        writer.field("last"); writer.value(last)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DayRange>("DayRange") {
        public fun serializer(): KSerializer<DayRange> = this

        override fun read(reader: WireReader): DayRange {
            var first: LocalDate? = null
            var last: LocalDate? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DayRange(
                first ?: throw reader.missing("first"),
                last ?: throw reader.missing("last"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A day of the week. */
@Serializable(with = Weekday.Companion::class)
public class Weekday private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Weekday>("Weekday") {
        public fun serializer(): KSerializer<Weekday> = this

        /** The first day of the week by ISO 8601. */
        @JvmField public val MON: Weekday = Weekday("mon")

        /** The second day. */
        @JvmField public val TUE: Weekday = Weekday("tue")

        /** The third day. */
        @JvmField public val WED: Weekday = Weekday("wed")

        /** The fourth day. */
        @JvmField public val THU: Weekday = Weekday("thu")

        /** The fifth day. */
        @JvmField public val FRI: Weekday = Weekday("fri")

        /** The sixth day. */
        @JvmField public val SAT: Weekday = Weekday("sat")

        /** The seventh day. */
        @JvmField public val SUN: Weekday = Weekday("sun")

        override val entries: List<Weekday> = listOf(
            MON,
            TUE,
            WED,
            THU,
            FRI,
            SAT,
            SUN,
        )

        internal override fun unknown(wire: String): Weekday = Weekday(wire)
    }
}

/** How often something recurs. */
@Serializable(with = Interval.Companion::class)
public data class Interval(
    /** Days, weeks, months or years. */
    public val unit: IntervalUnit,
    /** Every how many of them. */
    public val count: Int = 1,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("unit"); unit.write(writer)
        writer.field("count"); writer.value(count)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var unit: IntervalUnit? = null
        private var count: Int? = null

        /** See [Interval.unit]. */
        public fun unit(unit: IntervalUnit): Builder = apply { this.unit = unit }

        /** See [Interval.count]. */
        public fun count(count: Int): Builder = apply { this.count = count }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Interval = Interval(
            checkNotNull(unit) { "`unit` of Interval is not set" },
            count ?: 1,
        )
    }

    public companion object : Wire<Interval>("Interval") {
        public fun serializer(): KSerializer<Interval> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Interval {
            var unit: IntervalUnit? = null
            var count: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("unit")) unit = reader.orNull { IntervalUnit.read(reader) }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Interval(
                unit ?: throw reader.missing("unit"),
                count ?: 1,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The unit of an interval. */
@Serializable(with = IntervalUnit.Companion::class)
public class IntervalUnit private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<IntervalUnit>("IntervalUnit") {
        public fun serializer(): KSerializer<IntervalUnit> = this

        /** Days. */
        @JvmField public val DAY: IntervalUnit = IntervalUnit("day")

        /** Weeks. */
        @JvmField public val WEEK: IntervalUnit = IntervalUnit("week")

        /** Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar. */
        @JvmField public val MONTH: IntervalUnit = IntervalUnit("month")

        /** Years; 29 February is the 28th in common years. */
        @JvmField public val YEAR: IntervalUnit = IntervalUnit("year")

        override val entries: List<IntervalUnit> = listOf(
            DAY,
            WEEK,
            MONTH,
            YEAR,
        )

        internal override fun unknown(wire: String): IntervalUnit = IntervalUnit(wire)
    }
}

/** When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ. */
@Serializable(with = OpeningHours.Companion::class)
public data class OpeningHours(
    /** The windows of ordinary days. */
    public val windows: List<OpeningWindow>,
    /** Days that differ; the first one that covers a day counts. */
    public val exceptions: List<OpeningException> = emptyList(),
    /** Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault. */
    public val mergeOverlaps: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("windows"); writer.list(windows) { it.write(writer) }
        if (exceptions.isNotEmpty()) { writer.field("exceptions"); writer.list(exceptions) { it.write(writer) } }
        if (mergeOverlaps) { writer.field("merge_overlaps"); writer.value(mergeOverlaps) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var windows: List<OpeningWindow>? = null
        private var exceptions: List<OpeningException>? = null
        private var mergeOverlaps: Boolean? = null

        /** See [OpeningHours.windows]. */
        public fun windows(windows: List<OpeningWindow>): Builder = apply { this.windows = windows }

        /** See [OpeningHours.exceptions]. */
        public fun exceptions(exceptions: List<OpeningException>): Builder = apply { this.exceptions = exceptions }

        /** See [OpeningHours.mergeOverlaps]. */
        public fun mergeOverlaps(mergeOverlaps: Boolean): Builder = apply { this.mergeOverlaps = mergeOverlaps }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OpeningHours = OpeningHours(
            checkNotNull(windows) { "`windows` of OpeningHours is not set" },
            exceptions ?: emptyList(),
            mergeOverlaps ?: false,
        )
    }

    public companion object : Wire<OpeningHours>("OpeningHours") {
        public fun serializer(): KSerializer<OpeningHours> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OpeningHours {
            var windows: List<OpeningWindow>? = null
            var exceptions: List<OpeningException>? = null
            var mergeOverlaps: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("windows")) windows = reader.orNull { reader.list { OpeningWindow.read(reader) } }
                else if (reader.isAt("exceptions")) exceptions = reader.orNull { reader.list { OpeningException.read(reader) } }
                else if (reader.isAt("merge_overlaps")) mergeOverlaps = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return OpeningHours(
                windows ?: throw reader.missing("windows"),
                exceptions ?: emptyList(),
                mergeOverlaps ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A window of the wall clock. One that closes at or before it opens goes past midnight. */
@Serializable(with = OpeningWindow.Companion::class)
public data class OpeningWindow(
    /** The days of the week on which it opens; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** When it opens. */
    public val opens: String,
    /** When it closes. */
    public val closes: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("opens"); writer.value(opens)
        writer.field("closes"); writer.value(closes)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var weekdays: List<Weekday>? = null
        private var opens: String? = null
        private var closes: String? = null

        /** See [OpeningWindow.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [OpeningWindow.opens]. */
        public fun opens(opens: String): Builder = apply { this.opens = opens }

        /** See [OpeningWindow.closes]. */
        public fun closes(closes: String): Builder = apply { this.closes = closes }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OpeningWindow = OpeningWindow(
            weekdays,
            checkNotNull(opens) { "`opens` of OpeningWindow is not set" },
            checkNotNull(closes) { "`closes` of OpeningWindow is not set" },
        )
    }

    public companion object : Wire<OpeningWindow>("OpeningWindow") {
        public fun serializer(): KSerializer<OpeningWindow> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OpeningWindow {
            var weekdays: List<Weekday>? = null
            var opens: String? = null
            var closes: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("opens")) opens = reader.orNull { reader.text() }
                else if (reader.isAt("closes")) closes = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return OpeningWindow(
                weekdays,
                opens ?: throw reader.missing("opens"),
                closes ?: throw reader.missing("closes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Days that differ. */
@Serializable(with = OpeningException.Companion::class)
public data class OpeningException(
    /** The days. */
    public val days: DayRange,
    /** Their windows; none when closed. */
    public val windows: List<OpeningWindow> = emptyList(),
    /** Why. */
    public val reason: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (windows.isNotEmpty()) { writer.field("windows"); writer.list(windows) { it.write(writer) } }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: DayRange? = null
        private var windows: List<OpeningWindow>? = null
        private var reason: String? = null

        /** See [OpeningException.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [OpeningException.windows]. */
        public fun windows(windows: List<OpeningWindow>): Builder = apply { this.windows = windows }

        /** See [OpeningException.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OpeningException = OpeningException(
            checkNotNull(days) { "`days` of OpeningException is not set" },
            windows ?: emptyList(),
            reason,
        )
    }

    public companion object : Wire<OpeningException>("OpeningException") {
        public fun serializer(): KSerializer<OpeningException> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OpeningException {
            var days: DayRange? = null
            var windows: List<OpeningWindow>? = null
            var reason: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("windows")) windows = reader.orNull { reader.list { OpeningWindow.read(reader) } }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return OpeningException(
                days ?: throw reader.missing("days"),
                windows ?: emptyList(),
                reason,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A day of every year; 29 February falls on the 28th in common years. */
@Serializable(with = MonthDay.Companion::class)
public data class MonthDay @JvmOverloads constructor(
    /** The month. */
    public val month: Int,
    /** The day of the month. */
    public val day: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("month"); writer.value(month)
        writer.field("day"); writer.value(day)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MonthDay>("MonthDay") {
        public fun serializer(): KSerializer<MonthDay> = this

        override fun read(reader: WireReader): MonthDay {
            var month: Int? = null
            var day: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("month")) month = reader.orNull { reader.whole() }
                else if (reader.isAt("day")) day = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MonthDay(
                month ?: throw reader.missing("month"),
                day ?: throw reader.missing("day"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A stretch of time, its end excluded. */
@Serializable(with = Span.Companion::class)
public data class Span @JvmOverloads constructor(
    /** The first moment. */
    public val start: Instant,
    /** The moment after the last one. */
    public val end: Instant,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("end"); writer.value(end)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Span &&
        alike(start, other.start) &&
        alike(end, other.end) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(start, end, unknownFields)

    public companion object : Wire<Span>("Span") {
        public fun serializer(): KSerializer<Span> = this

        override fun read(reader: WireReader): Span {
            var start: Instant? = null
            var end: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Span(
                start ?: throw reader.missing("start"),
                end ?: throw reader.missing("end"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which days and hours count as business. */
@Serializable(with = BusinessCalendar.Companion::class)
public data class BusinessCalendar(
    /** Where its days begin. */
    public val zone: String,
    /**
     * The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
     * window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
     * business day, and makes none of the weekend.
     */
    public val weekend: List<Weekday>? = null,
    /** Days off. */
    public val holidays: List<LocalDate> = emptyList(),
    /** Days off every year, such as `{"month": 12, "day": 25}`. */
    public val yearlyHolidays: List<MonthDay> = emptyList(),
    /** The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not. */
    public val hours: OpeningHours? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (weekend != null) { writer.field("weekend"); writer.list(weekend) { it.write(writer) } }
        if (holidays.isNotEmpty()) { writer.field("holidays"); writer.list(holidays) { writer.value(it) } }
        if (yearlyHolidays.isNotEmpty()) { writer.field("yearly_holidays"); writer.list(yearlyHolidays) { it.write(writer) } }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var zone: String? = null
        private var weekend: List<Weekday>? = null
        private var holidays: List<LocalDate>? = null
        private var yearlyHolidays: List<MonthDay>? = null
        private var hours: OpeningHours? = null

        /** See [BusinessCalendar.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [BusinessCalendar.weekend]. */
        public fun weekend(weekend: List<Weekday>?): Builder = apply { this.weekend = weekend }

        /** See [BusinessCalendar.holidays]. */
        public fun holidays(holidays: List<LocalDate>): Builder = apply { this.holidays = holidays }

        /** See [BusinessCalendar.yearlyHolidays]. */
        public fun yearlyHolidays(yearlyHolidays: List<MonthDay>): Builder = apply { this.yearlyHolidays = yearlyHolidays }

        /** See [BusinessCalendar.hours]. */
        public fun hours(hours: OpeningHours?): Builder = apply { this.hours = hours }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BusinessCalendar = BusinessCalendar(
            checkNotNull(zone) { "`zone` of BusinessCalendar is not set" },
            weekend,
            holidays ?: emptyList(),
            yearlyHolidays ?: emptyList(),
            hours,
        )
    }

    public companion object : Wire<BusinessCalendar>("BusinessCalendar") {
        public fun serializer(): KSerializer<BusinessCalendar> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BusinessCalendar {
            var zone: String? = null
            var weekend: List<Weekday>? = null
            var holidays: List<LocalDate>? = null
            var yearlyHolidays: List<MonthDay>? = null
            var hours: OpeningHours? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("weekend")) weekend = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("holidays")) holidays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("yearly_holidays")) yearlyHolidays = reader.orNull { reader.list { MonthDay.read(reader) } }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BusinessCalendar(
                zone ?: throw reader.missing("zone"),
                weekend,
                holidays ?: emptyList(),
                yearlyHolidays ?: emptyList(),
                hours,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A day. */
@Serializable(with = DayRequest.Companion::class)
public data class DayRequest(
    /** The day. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<DayRequest>("DayRequest") {
        public fun serializer(): KSerializer<DayRequest> = this

        override fun read(reader: WireReader): DayRequest {
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return DayRequest(
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** What is known of a day. */
@Serializable(with = DayFacts.Companion::class)
public data class DayFacts @JvmOverloads constructor(
    /** The day of the week. */
    public val weekday: Weekday,
    /** The year of the ISO week. */
    public val isoYear: Int,
    /** The ISO week. */
    public val isoWeek: Int,
    /** The day of the year, 1 January being 1. */
    public val dayOfYear: Int,
    /** Whether the year has a 29 February. */
    public val leapYear: Boolean,
    /** How many days its month has. */
    public val daysInMonth: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("weekday"); weekday.write(writer)
        writer.field("iso_year"); writer.value(isoYear)
        writer.field("iso_week"); writer.value(isoWeek)
        writer.field("day_of_year"); writer.value(dayOfYear)
        writer.field("leap_year"); writer.value(leapYear)
        writer.field("days_in_month"); writer.value(daysInMonth)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DayFacts>("DayFacts") {
        public fun serializer(): KSerializer<DayFacts> = this

        override fun read(reader: WireReader): DayFacts {
            var weekday: Weekday? = null
            var isoYear: Int? = null
            var isoWeek: Int? = null
            var dayOfYear: Int? = null
            var leapYear: Boolean? = null
            var daysInMonth: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("weekday")) weekday = reader.orNull { Weekday.read(reader) }
                else if (reader.isAt("iso_year")) isoYear = reader.orNull { reader.whole() }
                else if (reader.isAt("iso_week")) isoWeek = reader.orNull { reader.whole() }
                else if (reader.isAt("day_of_year")) dayOfYear = reader.orNull { reader.whole() }
                else if (reader.isAt("leap_year")) leapYear = reader.orNull { reader.flag() }
                else if (reader.isAt("days_in_month")) daysInMonth = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DayFacts(
                weekday ?: throw reader.missing("weekday"),
                isoYear ?: throw reader.missing("iso_year"),
                isoWeek ?: throw reader.missing("iso_week"),
                dayOfYear ?: throw reader.missing("day_of_year"),
                leapYear ?: throw reader.missing("leap_year"),
                daysInMonth ?: throw reader.missing("days_in_month"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A day and a number of months. */
@Serializable(with = AddMonthsRequest.Companion::class)
public data class AddMonthsRequest(
    /** The day. */
    public val day: LocalDate,
    /** So many months later, or earlier when negative. */
    public val months: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("months"); writer.value(months)
        writer.close()
    }

    public companion object : Wire<AddMonthsRequest>("AddMonthsRequest") {
        public fun serializer(): KSerializer<AddMonthsRequest> = this

        override fun read(reader: WireReader): AddMonthsRequest {
            var day: LocalDate? = null
            var months: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("months")) months = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddMonthsRequest(
                day ?: throw reader.missing("day"),
                months ?: throw reader.missing("months"),
            )
        }
    }
}

/** A birth date and a day. */
@Serializable(with = AgeRequest.Companion::class)
public data class AgeRequest(
    /** The birth date. */
    public val bornOn: LocalDate,
    /** The day on which the age is wanted. */
    public val on: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("born_on"); writer.value(bornOn)
        writer.field("on"); writer.value(on)
        writer.close()
    }

    public companion object : Wire<AgeRequest>("AgeRequest") {
        public fun serializer(): KSerializer<AgeRequest> = this

        override fun read(reader: WireReader): AgeRequest {
            var bornOn: LocalDate? = null
            var on: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("born_on")) bornOn = reader.orNull { reader.day() }
                else if (reader.isAt("on")) on = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return AgeRequest(
                bornOn ?: throw reader.missing("born_on"),
                on ?: throw reader.missing("on"),
            )
        }
    }
}

/** A wall time. */
@Serializable(with = ToInstantRequest.Companion::class)
public data class ToInstantRequest(
    /** The zone. */
    public val zone: String,
    /** The day. */
    public val day: LocalDate,
    /** The time on the wall clock. */
    public val time: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.close()
    }

    public companion object : Wire<ToInstantRequest>("ToInstantRequest") {
        public fun serializer(): KSerializer<ToInstantRequest> = this

        override fun read(reader: WireReader): ToInstantRequest {
            var zone: String? = null
            var day: LocalDate? = null
            var time: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ToInstantRequest(
                zone ?: throw reader.missing("zone"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
            )
        }
    }
}

/** What a wall time stands for. */
@Serializable(with = WallTime.Companion::class)
public data class WallTime(
    /** Whether clocks show it once, never or twice. */
    public val kind: WallKind,
    /** The moment; later by the gap for a time that clocks skip, the first for one that they show twice. */
    public val instant: Instant,
    /** The second moment of a time that clocks show twice. */
    public val second: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("instant"); writer.value(instant)
        if (second != null) { writer.field("second"); writer.value(second) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is WallTime &&
        kind == other.kind &&
        alike(instant, other.instant) &&
        alike(second, other.second) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(kind, instant, second, unknownFields)

    public companion object : Wire<WallTime>("WallTime") {
        public fun serializer(): KSerializer<WallTime> = this

        override fun read(reader: WireReader): WallTime {
            var kind: WallKind? = null
            var instant: Instant? = null
            var second: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { WallKind.read(reader) }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else if (reader.isAt("second")) second = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WallTime(
                kind ?: throw reader.missing("kind"),
                instant ?: throw reader.missing("instant"),
                second,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Whether clocks show a time once, never or twice. */
@Serializable(with = WallKind.Companion::class)
public class WallKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<WallKind>("WallKind") {
        public fun serializer(): KSerializer<WallKind> = this

        /** Once. */
        @JvmField public val ONCE: WallKind = WallKind("once")

        /** Never: clocks went forward over it. */
        @JvmField public val NEVER: WallKind = WallKind("never")

        /** Twice: clocks went back over it. */
        @JvmField public val TWICE: WallKind = WallKind("twice")

        override val entries: List<WallKind> = listOf(
            ONCE,
            NEVER,
            TWICE,
        )

        internal override fun unknown(wire: String): WallKind = WallKind(wire)
    }
}

/** A moment and a zone. */
@Serializable(with = ToLocalRequest.Companion::class)
public data class ToLocalRequest(
    /** The zone. */
    public val zone: String,
    /** The moment. */
    public val instant: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("instant"); writer.value(instant)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ToLocalRequest &&
        zone == other.zone &&
        alike(instant, other.instant)

    override fun hashCode(): Int = hashed(zone, instant)

    public companion object : Wire<ToLocalRequest>("ToLocalRequest") {
        public fun serializer(): KSerializer<ToLocalRequest> = this

        override fun read(reader: WireReader): ToLocalRequest {
            var zone: String? = null
            var instant: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ToLocalRequest(
                zone ?: throw reader.missing("zone"),
                instant ?: throw reader.missing("instant"),
            )
        }
    }
}

/** What clocks show: a day and a time, without a zone. */
@Serializable(with = LocalTime.Companion::class)
public data class LocalTime @JvmOverloads constructor(
    /** The day. */
    public val day: LocalDate,
    /** The time on the wall clock. */
    public val time: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LocalTime>("LocalTime") {
        public fun serializer(): KSerializer<LocalTime> = this

        override fun read(reader: WireReader): LocalTime {
            var day: LocalDate? = null
            var time: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LocalTime(
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Days in a zone. */
@Serializable(with = DayLengthRequest.Companion::class)
public data class DayLengthRequest(
    /** The zone. */
    public val zone: String,
    /** The day. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<DayLengthRequest>("DayLengthRequest") {
        public fun serializer(): KSerializer<DayLengthRequest> = this

        override fun read(reader: WireReader): DayLengthRequest {
            var zone: String? = null
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return DayLengthRequest(
                zone ?: throw reader.missing("zone"),
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** Asks which zone database is inside. */
@Serializable(with = ZoneDatabaseRequest.Companion::class)
public class ZoneDatabaseRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ZoneDatabaseRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "ZoneDatabaseRequest()"

    public companion object : Wire<ZoneDatabaseRequest>("ZoneDatabaseRequest") {
        public fun serializer(): KSerializer<ZoneDatabaseRequest> = this

        override fun read(reader: WireReader): ZoneDatabaseRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return ZoneDatabaseRequest()
        }
    }
}

/** The zone database inside. */
@Serializable(with = ZoneDatabase.Companion::class)
public data class ZoneDatabase @JvmOverloads constructor(
    /** The release of the IANA database that its rules are of, such as `2026f`. */
    public val release: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("release"); writer.value(release)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ZoneDatabase>("ZoneDatabase") {
        public fun serializer(): KSerializer<ZoneDatabase> = this

        override fun read(reader: WireReader): ZoneDatabase {
            var release: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("release")) release = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ZoneDatabase(
                release ?: throw reader.missing("release"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A stretch of time in a zone. */
@Serializable(with = ClockChangesRequest.Companion::class)
public data class ClockChangesRequest(
    /** The zone. */
    public val zone: String,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<ClockChangesRequest>("ClockChangesRequest") {
        public fun serializer(): KSerializer<ClockChangesRequest> = this

        override fun read(reader: WireReader): ClockChangesRequest {
            var zone: String? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return ClockChangesRequest(
                zone ?: throw reader.missing("zone"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** Opening hours and days. */
@Serializable(with = OpenSpansRequest.Companion::class)
public data class OpenSpansRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The days. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<OpenSpansRequest>("OpenSpansRequest") {
        public fun serializer(): KSerializer<OpenSpansRequest> = this

        override fun read(reader: WireReader): OpenSpansRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return OpenSpansRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** Opening hours and a moment. */
@Serializable(with = IsOpenRequest.Companion::class)
public data class IsOpenRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The moment. */
    public val instant: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("instant"); writer.value(instant)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is IsOpenRequest &&
        zone == other.zone &&
        hours == other.hours &&
        alike(instant, other.instant)

    override fun hashCode(): Int = hashed(zone, hours, instant)

    public companion object : Wire<IsOpenRequest>("IsOpenRequest") {
        public fun serializer(): KSerializer<IsOpenRequest> = this

        override fun read(reader: WireReader): IsOpenRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var instant: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return IsOpenRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                instant ?: throw reader.missing("instant"),
            )
        }
    }
}

/** Opening hours and a stretch of time. */
@Serializable(with = OpenTimeRequest.Companion::class)
public data class OpenTimeRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<OpenTimeRequest>("OpenTimeRequest") {
        public fun serializer(): KSerializer<OpenTimeRequest> = this

        override fun read(reader: WireReader): OpenTimeRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return OpenTimeRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** A calendar, a day and a number of business days. */
@Serializable(with = AddBusinessDaysRequest.Companion::class)
public data class AddBusinessDaysRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The day. */
    public val day: LocalDate,
    /** So many business days later, or earlier when negative. */
    public val days: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("days"); writer.value(days)
        writer.close()
    }

    public companion object : Wire<AddBusinessDaysRequest>("AddBusinessDaysRequest") {
        public fun serializer(): KSerializer<AddBusinessDaysRequest> = this

        override fun read(reader: WireReader): AddBusinessDaysRequest {
            var calendar: BusinessCalendar? = null
            var day: LocalDate? = null
            var days: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("days")) days = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddBusinessDaysRequest(
                calendar ?: throw reader.missing("calendar"),
                day ?: throw reader.missing("day"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A calendar and days. */
@Serializable(with = BusinessDaysRequest.Companion::class)
public data class BusinessDaysRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The days, both ends included. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<BusinessDaysRequest>("BusinessDaysRequest") {
        public fun serializer(): KSerializer<BusinessDaysRequest> = this

        override fun read(reader: WireReader): BusinessDaysRequest {
            var calendar: BusinessCalendar? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return BusinessDaysRequest(
                calendar ?: throw reader.missing("calendar"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A calendar, a moment and a length of business time. */
@Serializable(with = AddBusinessTimeRequest.Companion::class)
public data class AddBusinessTimeRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The moment. */
    public val start: Instant,
    /** So many seconds of business time. */
    public val seconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("start"); writer.value(start)
        writer.field("seconds"); writer.value(seconds)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AddBusinessTimeRequest &&
        calendar == other.calendar &&
        alike(start, other.start) &&
        seconds == other.seconds

    override fun hashCode(): Int = hashed(calendar, start, seconds)

    public companion object : Wire<AddBusinessTimeRequest>("AddBusinessTimeRequest") {
        public fun serializer(): KSerializer<AddBusinessTimeRequest> = this

        override fun read(reader: WireReader): AddBusinessTimeRequest {
            var calendar: BusinessCalendar? = null
            var start: Instant? = null
            var seconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddBusinessTimeRequest(
                calendar ?: throw reader.missing("calendar"),
                start ?: throw reader.missing("start"),
                seconds ?: throw reader.missing("seconds"),
            )
        }
    }
}

/** A calendar and a stretch of time. */
@Serializable(with = BusinessTimeRequest.Companion::class)
public data class BusinessTimeRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<BusinessTimeRequest>("BusinessTimeRequest") {
        public fun serializer(): KSerializer<BusinessTimeRequest> = this

        override fun read(reader: WireReader): BusinessTimeRequest {
            var calendar: BusinessCalendar? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return BusinessTimeRequest(
                calendar ?: throw reader.missing("calendar"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** An interval, its anchor and how many periods are wanted. */
@Serializable(with = PeriodsRequest.Companion::class)
public data class PeriodsRequest(
    /** How often. */
    public val interval: Interval,
    /** The first day of period 0. */
    public val anchor: LocalDate,
    /** The number of the first period that is wanted. */
    public val first: Int,
    /** How many periods. */
    public val count: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("interval"); interval.write(writer)
        writer.field("anchor"); writer.value(anchor)
        writer.field("first"); writer.value(first)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    public companion object : Wire<PeriodsRequest>("PeriodsRequest") {
        public fun serializer(): KSerializer<PeriodsRequest> = this

        override fun read(reader: WireReader): PeriodsRequest {
            var interval: Interval? = null
            var anchor: LocalDate? = null
            var first: Int? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("first")) first = reader.orNull { reader.whole() }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return PeriodsRequest(
                interval ?: throw reader.missing("interval"),
                anchor ?: throw reader.missing("anchor"),
                first ?: throw reader.missing("first"),
                count ?: throw reader.missing("count"),
            )
        }
    }
}

/** An interval, its anchor and a day. */
@Serializable(with = PeriodOfRequest.Companion::class)
public data class PeriodOfRequest(
    /** How often. */
    public val interval: Interval,
    /** The first day of period 0. */
    public val anchor: LocalDate,
    /** The day whose period is wanted. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("interval"); interval.write(writer)
        writer.field("anchor"); writer.value(anchor)
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<PeriodOfRequest>("PeriodOfRequest") {
        public fun serializer(): KSerializer<PeriodOfRequest> = this

        override fun read(reader: WireReader): PeriodOfRequest {
            var interval: Interval? = null
            var anchor: LocalDate? = null
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return PeriodOfRequest(
                interval ?: throw reader.missing("interval"),
                anchor ?: throw reader.missing("anchor"),
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** A billing period. */
@Serializable(with = NumberedPeriod.Companion::class)
public data class NumberedPeriod @JvmOverloads constructor(
    /** Its number, 0 being the one that begins on the anchor. */
    public val number: Int,
    /** Its days. */
    public val days: DayRange,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("days"); days.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<NumberedPeriod>("NumberedPeriod") {
        public fun serializer(): KSerializer<NumberedPeriod> = this

        override fun read(reader: WireReader): NumberedPeriod {
            var number: Int? = null
            var days: DayRange? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NumberedPeriod(
                number ?: throw reader.missing("number"),
                days ?: throw reader.missing("days"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A recurrence, and which of its occurrences are asked for. */
@Serializable(with = OccurrencesRequest.Companion::class)
public data class OccurrencesRequest(
    /** The zone whose clocks it goes by. */
    public val zone: String,
    /** When it recurs. */
    public val recurrence: Recurrence,
    /** The stretch that is asked for; all when not given. */
    public val within: Span? = null,
    /** How many occurrences are answered at most. */
    public val limit: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("recurrence"); recurrence.write(writer)
        if (within != null) { writer.field("within"); within.write(writer) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var zone: String? = null
        private var recurrence: Recurrence? = null
        private var within: Span? = null
        private var limit: Int? = null

        /** See [OccurrencesRequest.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [OccurrencesRequest.recurrence]. */
        public fun recurrence(recurrence: Recurrence): Builder = apply { this.recurrence = recurrence }

        /** See [OccurrencesRequest.within]. */
        public fun within(within: Span?): Builder = apply { this.within = within }

        /** See [OccurrencesRequest.limit]. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OccurrencesRequest = OccurrencesRequest(
            checkNotNull(zone) { "`zone` of OccurrencesRequest is not set" },
            checkNotNull(recurrence) { "`recurrence` of OccurrencesRequest is not set" },
            within,
            limit,
        )
    }

    public companion object : Wire<OccurrencesRequest>("OccurrencesRequest") {
        public fun serializer(): KSerializer<OccurrencesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OccurrencesRequest {
            var zone: String? = null
            var recurrence: Recurrence? = null
            var within: Span? = null
            var limit: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("recurrence")) recurrence = reader.orNull { Recurrence.read(reader) }
                else if (reader.isAt("within")) within = reader.orNull { Span.read(reader) }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return OccurrencesRequest(
                zone ?: throw reader.missing("zone"),
                recurrence ?: throw reader.missing("recurrence"),
                within,
                limit,
            )
        }
    }
}

/** When something recurs. Without a rule it occurs at its start and at the times added. */
@Serializable(with = Recurrence.Companion::class)
public data class Recurrence(
    /** When it first may occur; what the rule leaves open, such as the time of day, is taken from here. */
    public val start: LocalTime,
    /** The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`. */
    public val rule: String? = null,
    /** Times at which it does not occur. */
    public val excluded: List<LocalTime> = emptyList(),
    /** Days on which it does not occur. */
    public val excludedDays: List<LocalDate> = emptyList(),
    /** Times at which it occurs besides. */
    public val added: List<LocalTime> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); start.write(writer)
        if (rule != null) { writer.field("rule"); writer.value(rule) }
        if (excluded.isNotEmpty()) { writer.field("excluded"); writer.list(excluded) { it.write(writer) } }
        if (excludedDays.isNotEmpty()) { writer.field("excluded_days"); writer.list(excludedDays) { writer.value(it) } }
        if (added.isNotEmpty()) { writer.field("added"); writer.list(added) { it.write(writer) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var start: LocalTime? = null
        private var rule: String? = null
        private var excluded: List<LocalTime>? = null
        private var excludedDays: List<LocalDate>? = null
        private var added: List<LocalTime>? = null

        /** See [Recurrence.start]. */
        public fun start(start: LocalTime): Builder = apply { this.start = start }

        /** See [Recurrence.rule]. */
        public fun rule(rule: String?): Builder = apply { this.rule = rule }

        /** See [Recurrence.excluded]. */
        public fun excluded(excluded: List<LocalTime>): Builder = apply { this.excluded = excluded }

        /** See [Recurrence.excludedDays]. */
        public fun excludedDays(excludedDays: List<LocalDate>): Builder = apply { this.excludedDays = excludedDays }

        /** See [Recurrence.added]. */
        public fun added(added: List<LocalTime>): Builder = apply { this.added = added }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Recurrence = Recurrence(
            checkNotNull(start) { "`start` of Recurrence is not set" },
            rule,
            excluded ?: emptyList(),
            excludedDays ?: emptyList(),
            added ?: emptyList(),
        )
    }

    public companion object : Wire<Recurrence>("Recurrence") {
        public fun serializer(): KSerializer<Recurrence> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Recurrence {
            var start: LocalTime? = null
            var rule: String? = null
            var excluded: List<LocalTime>? = null
            var excludedDays: List<LocalDate>? = null
            var added: List<LocalTime>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { LocalTime.read(reader) }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("excluded")) excluded = reader.orNull { reader.list { LocalTime.read(reader) } }
                else if (reader.isAt("excluded_days")) excludedDays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("added")) added = reader.orNull { reader.list { LocalTime.read(reader) } }
                else throw reader.unknown()
            }
            return Recurrence(
                start ?: throw reader.missing("start"),
                rule,
                excluded ?: emptyList(),
                excludedDays ?: emptyList(),
                added ?: emptyList(),
            )
        }
    }
}

/** One occurrence: a moment, and what clocks show then. */
@Serializable(with = Occurrence.Companion::class)
public data class Occurrence @JvmOverloads constructor(
    /** The moment. */
    public val instant: Instant,
    /** The day that clocks show. */
    public val day: LocalDate,
    /** The time that clocks show; later by the gap where clocks skip the one meant. */
    public val time: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instant"); writer.value(instant)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Occurrence &&
        alike(instant, other.instant) &&
        day == other.day &&
        time == other.time &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(instant, day, time, unknownFields)

    public companion object : Wire<Occurrence>("Occurrence") {
        public fun serializer(): KSerializer<Occurrence> = this

        override fun read(reader: WireReader): Occurrence {
            var instant: Instant? = null
            var day: LocalDate? = null
            var time: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Occurrence(
                instant ?: throw reader.missing("instant"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A line of cron, and where it is looked at from. */
@Serializable(with = CronRequest.Companion::class)
public data class CronRequest(
    /** Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight. */
    public val cron: String,
    /** By whose clocks. */
    public val zone: String,
    /** Moments after this one. */
    public val after: Instant,
    /** How many; one when not given. */
    public val count: Int = 1,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("cron"); writer.value(cron)
        writer.field("zone"); writer.value(zone)
        writer.field("after"); writer.value(after)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CronRequest &&
        cron == other.cron &&
        zone == other.zone &&
        alike(after, other.after) &&
        count == other.count

    override fun hashCode(): Int = hashed(cron, zone, after, count)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var cron: String? = null
        private var zone: String? = null
        private var after: Instant? = null
        private var count: Int? = null

        /** See [CronRequest.cron]. */
        public fun cron(cron: String): Builder = apply { this.cron = cron }

        /** See [CronRequest.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [CronRequest.after]. */
        public fun after(after: Instant): Builder = apply { this.after = after }

        /** See [CronRequest.count]. */
        public fun count(count: Int): Builder = apply { this.count = count }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CronRequest = CronRequest(
            checkNotNull(cron) { "`cron` of CronRequest is not set" },
            checkNotNull(zone) { "`zone` of CronRequest is not set" },
            checkNotNull(after) { "`after` of CronRequest is not set" },
            count ?: 1,
        )
    }

    public companion object : Wire<CronRequest>("CronRequest") {
        public fun serializer(): KSerializer<CronRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CronRequest {
            var cron: String? = null
            var zone: String? = null
            var after: Instant? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("cron")) cron = reader.orNull { reader.text() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("after")) after = reader.orNull { reader.instant() }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return CronRequest(
                cron ?: throw reader.missing("cron"),
                zone ?: throw reader.missing("zone"),
                after ?: throw reader.missing("after"),
                count ?: 1,
            )
        }
    }
}
