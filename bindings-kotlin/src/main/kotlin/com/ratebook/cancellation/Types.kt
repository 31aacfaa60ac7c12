// Written by `cargo xtask generate`.

package com.ratebook.cancellation

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
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
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** What is kept of a booking that is cancelled, by how long before its start that happens. */
@Serializable(with = CancellationPolicyDefinition.Companion::class)
public data class CancellationPolicyDefinition(
    /** What people call it. */
    public val name: String,
    /** What it is known by. */
    public val code: String? = null,
    /** By whose clocks days are counted, unless a booking names the zone of its own place. */
    public val zone: String,
    /** The currency of every amount; a policy of percentages and nights serves every currency and has none. */
    public val currency: String? = null,
    /** When a booking starts that names only its day; midnight when not given. */
    public val startTime: String? = null,
    /** Where a half goes; every fee is rounded to the currency's minor unit. */
    public val rounding: RoundingMode = RoundingMode.HALF_UP,
    /** Time to think again after booking, in which nothing is kept. */
    public val grace: CancellationGrace? = null,
    /** From the earliest deadline to the latest; the first that has not passed counts. */
    public val tiers: List<CancellationTier>? = null,
    /** What is charged when all deadlines have passed; everything when not given. */
    public val late: CancellationFee? = null,
    /** What is charged when nobody came; the same as `late` when not given. */
    public val noShow: CancellationFee? = null,
    /** What is never given back but in the time of grace, such as a deposit. */
    public val kept: CancellationFee? = null,
    /** Kinds of components that go by terms of their own, such as `activity` or `taxes`. */
    public val components: Map<String, CancellationTerms> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (code != null) { writer.field("code"); writer.value(code) }
        writer.field("zone"); writer.value(zone)
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        if (startTime != null) { writer.field("start_time"); writer.value(startTime) }
        writer.field("rounding"); rounding.write(writer)
        if (grace != null) { writer.field("grace"); grace.write(writer) }
        if (tiers != null) { writer.field("tiers"); writer.list(tiers) { it.write(writer) } }
        if (late != null) { writer.field("late"); late.write(writer) }
        if (noShow != null) { writer.field("no_show"); noShow.write(writer) }
        if (kept != null) { writer.field("kept"); kept.write(writer) }
        if (components.isNotEmpty()) { writer.field("components"); writer.map(components) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var code: String? = null
        private var zone: String? = null
        private var currency: String? = null
        private var startTime: String? = null
        private var rounding: RoundingMode? = null
        private var grace: CancellationGrace? = null
        private var tiers: List<CancellationTier>? = null
        private var late: CancellationFee? = null
        private var noShow: CancellationFee? = null
        private var kept: CancellationFee? = null
        private var components: Map<String, CancellationTerms>? = null

        /** See [CancellationPolicyDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [CancellationPolicyDefinition.code]. */
        public fun code(code: String?): Builder = apply { this.code = code }

        /** See [CancellationPolicyDefinition.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [CancellationPolicyDefinition.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /** See [CancellationPolicyDefinition.startTime]. */
        public fun startTime(startTime: String?): Builder = apply { this.startTime = startTime }

        /** See [CancellationPolicyDefinition.rounding]. */
        public fun rounding(rounding: RoundingMode): Builder = apply { this.rounding = rounding }

        /** See [CancellationPolicyDefinition.grace]. */
        public fun grace(grace: CancellationGrace?): Builder = apply { this.grace = grace }

        /** See [CancellationPolicyDefinition.tiers]. */
        public fun tiers(tiers: List<CancellationTier>?): Builder = apply { this.tiers = tiers }

        /** See [CancellationPolicyDefinition.late]. */
        public fun late(late: CancellationFee?): Builder = apply { this.late = late }

        /** See [CancellationPolicyDefinition.noShow]. */
        public fun noShow(noShow: CancellationFee?): Builder = apply { this.noShow = noShow }

        /** See [CancellationPolicyDefinition.kept]. */
        public fun kept(kept: CancellationFee?): Builder = apply { this.kept = kept }

        /** See [CancellationPolicyDefinition.components]. */
        public fun components(components: Map<String, CancellationTerms>): Builder = apply { this.components = components }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellationPolicyDefinition = CancellationPolicyDefinition(
            checkNotNull(name) { "`name` of CancellationPolicyDefinition is not set" },
            code,
            checkNotNull(zone) { "`zone` of CancellationPolicyDefinition is not set" },
            currency,
            startTime,
            rounding ?: RoundingMode.HALF_UP,
            grace,
            tiers,
            late,
            noShow,
            kept,
            components ?: emptyMap(),
        )
    }

    public companion object : Wire<CancellationPolicyDefinition>("CancellationPolicyDefinition") {
        public fun serializer(): KSerializer<CancellationPolicyDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellationPolicyDefinition {
            var name: String? = null
            var code: String? = null
            var zone: String? = null
            var currency: String? = null
            var startTime: String? = null
            var rounding: RoundingMode? = null
            var grace: CancellationGrace? = null
            var tiers: List<CancellationTier>? = null
            var late: CancellationFee? = null
            var noShow: CancellationFee? = null
            var kept: CancellationFee? = null
            var components: Map<String, CancellationTerms>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("start_time")) startTime = reader.orNull { reader.text() }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("grace")) grace = reader.orNull { CancellationGrace.read(reader) }
                else if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { CancellationTier.read(reader) } }
                else if (reader.isAt("late")) late = reader.orNull { CancellationFee.read(reader) }
                else if (reader.isAt("no_show")) noShow = reader.orNull { CancellationFee.read(reader) }
                else if (reader.isAt("kept")) kept = reader.orNull { CancellationFee.read(reader) }
                else if (reader.isAt("components")) components = reader.orNull { reader.map { CancellationTerms.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationPolicyDefinition(
                name ?: throw reader.missing("name"),
                code,
                zone ?: throw reader.missing("zone"),
                currency,
                startTime,
                rounding ?: RoundingMode.HALF_UP,
                grace,
                tiers,
                late,
                noShow,
                kept,
                components ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Time to think again after booking. */
@Serializable(with = CancellationGrace.Companion::class)
public data class CancellationGrace(
    /** So many hours after the booking was made. */
    public val hoursAfterBooking: Int,
    /** But no later than so many hours before the start; up to the start when not given. */
    public val hoursBefore: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("hours_after_booking"); writer.value(hoursAfterBooking)
        if (hoursBefore != null) { writer.field("hours_before"); writer.value(hoursBefore) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var hoursAfterBooking: Int? = null
        private var hoursBefore: Int? = null

        /** See [CancellationGrace.hoursAfterBooking]. */
        public fun hoursAfterBooking(hoursAfterBooking: Int): Builder = apply { this.hoursAfterBooking = hoursAfterBooking }

        /** See [CancellationGrace.hoursBefore]. */
        public fun hoursBefore(hoursBefore: Int?): Builder = apply { this.hoursBefore = hoursBefore }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellationGrace = CancellationGrace(
            checkNotNull(hoursAfterBooking) { "`hoursAfterBooking` of CancellationGrace is not set" },
            hoursBefore,
        )
    }

    public companion object : Wire<CancellationGrace>("CancellationGrace") {
        public fun serializer(): KSerializer<CancellationGrace> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellationGrace {
            var hoursAfterBooking: Int? = null
            var hoursBefore: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("hours_after_booking")) hoursAfterBooking = reader.orNull { reader.whole() }
                else if (reader.isAt("hours_before")) hoursBefore = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationGrace(
                hoursAfterBooking ?: throw reader.missing("hours_after_booking"),
                hoursBefore,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is charged up to a deadline. */
@Serializable(with = CancellationTier.Companion::class)
public data class CancellationTier @JvmOverloads constructor(
    /** What people call it. */
    public val name: String,
    /** The last moment at which it counts, included. */
    public val deadline: CancellationDeadline,
    /** What is charged then. */
    public val fee: CancellationFee,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("deadline"); deadline.write(writer)
        writer.field("fee"); fee.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CancellationTier>("CancellationTier") {
        public fun serializer(): KSerializer<CancellationTier> = this

        override fun read(reader: WireReader): CancellationTier {
            var name: String? = null
            var deadline: CancellationDeadline? = null
            var fee: CancellationFee? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("deadline")) deadline = reader.orNull { CancellationDeadline.read(reader) }
                else if (reader.isAt("fee")) fee = reader.orNull { CancellationFee.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationTier(
                name ?: throw reader.missing("name"),
                deadline ?: throw reader.missing("deadline"),
                fee ?: throw reader.missing("fee"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The last moment of a tier. */
@Serializable(with = CancellationDeadline.Companion::class)
public sealed interface CancellationDeadline : RatebookValue {
    /** So many hours before the start, whatever clocks do in between. */
    public data class HoursBefore(public val held: Int) : CancellationDeadline {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("hours_before"); writer.value(held)
            writer.close()
        }
    }

    /** So many days before the day of the start, at a time of the clock. */
    public data class DaysBefore(public val held: com.ratebook.cancellation.DaysBefore) : CancellationDeadline {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("days_before"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : CancellationDeadline {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<CancellationDeadline>("CancellationDeadline") {
        public fun serializer(): KSerializer<CancellationDeadline> = this

        override fun read(reader: WireReader): CancellationDeadline {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("hours_before")) HoursBefore(reader.whole())
                else if (reader.isAt("days_before")) DaysBefore(com.ratebook.cancellation.DaysBefore.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** So many days before the day of the start. */
@Serializable(with = DaysBefore.Companion::class)
public data class DaysBefore(
    /** How many days; none is the day of the start itself. */
    public val days: Int,
    /** The time of that day by the clocks of the zone; the time of the start when not given. `24:00` is the end of the day. */
    public val time: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); writer.value(days)
        if (time != null) { writer.field("time"); writer.value(time) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: Int? = null
        private var time: String? = null

        /** See [DaysBefore.days]. */
        public fun days(days: Int): Builder = apply { this.days = days }

        /** See [DaysBefore.time]. */
        public fun time(time: String?): Builder = apply { this.time = time }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DaysBefore = DaysBefore(
            checkNotNull(days) { "`days` of DaysBefore is not set" },
            time,
        )
    }

    public companion object : Wire<DaysBefore>("DaysBefore") {
        public fun serializer(): KSerializer<DaysBefore> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DaysBefore {
            var days: Int? = null
            var time: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { reader.whole() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DaysBefore(
                days ?: throw reader.missing("days"),
                time,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is charged for a cancellation. */
@Serializable(with = CancellationFee.Companion::class)
public sealed interface CancellationFee : RatebookValue {
    /** A share of what each component costs: 0 is free, 100 is everything. */
    public data class Percent(public val held: BigDecimal) : CancellationFee {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** The price of the first nights. */
    public data class Nights(public val held: NightsFee) : CancellationFee {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("nights"); held.write(writer)
            writer.close()
        }
    }

    /** An amount for all components together that go by the same terms, shared in proportion to what they cost. */
    public data class Amount(public val held: BigDecimal) : CancellationFee {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Amount &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : CancellationFee {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<CancellationFee>("CancellationFee") {
        public fun serializer(): KSerializer<CancellationFee> = this

        override fun read(reader: WireReader): CancellationFee {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("nights")) Nights(NightsFee.read(reader))
                else if (reader.isAt("amount")) Amount(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** The price of the first nights. */
@Serializable(with = NightsFee.Companion::class)
public data class NightsFee(
    /** How many; a shorter stay is charged whole. */
    public val nights: Int,
    /** So many percent of them; all of it when not given. */
    public val percent: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("nights"); writer.value(nights)
        if (percent != null) { writer.field("percent"); writer.value(percent) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is NightsFee &&
        nights == other.nights &&
        alike(percent, other.percent) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(nights, percent, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var nights: Int? = null
        private var percent: BigDecimal? = null

        /** See [NightsFee.nights]. */
        public fun nights(nights: Int): Builder = apply { this.nights = nights }

        /** See [NightsFee.percent]. */
        public fun percent(percent: BigDecimal?): Builder = apply { this.percent = percent }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): NightsFee = NightsFee(
            checkNotNull(nights) { "`nights` of NightsFee is not set" },
            percent,
        )
    }

    public companion object : Wire<NightsFee>("NightsFee") {
        public fun serializer(): KSerializer<NightsFee> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): NightsFee {
            var nights: Int? = null
            var percent: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("nights")) nights = reader.orNull { reader.whole() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NightsFee(
                nights ?: throw reader.missing("nights"),
                percent,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The terms of one kind of component; nothing is taken over from the terms of the whole. */
@Serializable(with = CancellationTerms.Companion::class)
public data class CancellationTerms(
    /** From the earliest deadline to the latest; the first that has not passed counts. */
    public val tiers: List<CancellationTier>? = null,
    /** What is charged when all deadlines have passed; everything when not given. */
    public val late: CancellationFee? = null,
    /** What is charged when nobody came; the same as `late` when not given. */
    public val noShow: CancellationFee? = null,
    /** What is never given back but in the time of grace, such as a deposit. */
    public val kept: CancellationFee? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (tiers != null) { writer.field("tiers"); writer.list(tiers) { it.write(writer) } }
        if (late != null) { writer.field("late"); late.write(writer) }
        if (noShow != null) { writer.field("no_show"); noShow.write(writer) }
        if (kept != null) { writer.field("kept"); kept.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tiers: List<CancellationTier>? = null
        private var late: CancellationFee? = null
        private var noShow: CancellationFee? = null
        private var kept: CancellationFee? = null

        /** See [CancellationTerms.tiers]. */
        public fun tiers(tiers: List<CancellationTier>?): Builder = apply { this.tiers = tiers }

        /** See [CancellationTerms.late]. */
        public fun late(late: CancellationFee?): Builder = apply { this.late = late }

        /** See [CancellationTerms.noShow]. */
        public fun noShow(noShow: CancellationFee?): Builder = apply { this.noShow = noShow }

        /** See [CancellationTerms.kept]. */
        public fun kept(kept: CancellationFee?): Builder = apply { this.kept = kept }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellationTerms = CancellationTerms(
            tiers,
            late,
            noShow,
            kept,
        )
    }

    public companion object : Wire<CancellationTerms>("CancellationTerms") {
        public fun serializer(): KSerializer<CancellationTerms> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellationTerms {
            var tiers: List<CancellationTier>? = null
            var late: CancellationFee? = null
            var noShow: CancellationFee? = null
            var kept: CancellationFee? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { CancellationTier.read(reader) } }
                else if (reader.isAt("late")) late = reader.orNull { CancellationFee.read(reader) }
                else if (reader.isAt("no_show")) noShow = reader.orNull { CancellationFee.read(reader) }
                else if (reader.isAt("kept")) kept = reader.orNull { CancellationFee.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationTerms(
                tiers,
                late,
                noShow,
                kept,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A booking that is cancelled, or to which nobody came. */
@Serializable(with = CancellationRequest.Companion::class)
public data class CancellationRequest(
    /** What was booked. */
    public val booking: CancellableBooking,
    /** When it is cancelled. */
    public val at: Instant,
    /** Who cancels. */
    public val cancelledBy: CancelledBy = CancelledBy.GUEST,
    /** Whether nobody came. */
    public val noShow: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("booking"); booking.write(writer)
        writer.field("at"); writer.value(at)
        writer.field("cancelled_by"); cancelledBy.write(writer)
        if (noShow) { writer.field("no_show"); writer.value(noShow) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationRequest &&
        booking == other.booking &&
        alike(at, other.at) &&
        cancelledBy == other.cancelledBy &&
        noShow == other.noShow

    override fun hashCode(): Int = hashed(booking, at, cancelledBy, noShow)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var booking: CancellableBooking? = null
        private var at: Instant? = null
        private var cancelledBy: CancelledBy? = null
        private var noShow: Boolean? = null

        /** See [CancellationRequest.booking]. */
        public fun booking(booking: CancellableBooking): Builder = apply { this.booking = booking }

        /** See [CancellationRequest.at]. */
        public fun at(at: Instant): Builder = apply { this.at = at }

        /** See [CancellationRequest.cancelledBy]. */
        public fun cancelledBy(cancelledBy: CancelledBy): Builder = apply { this.cancelledBy = cancelledBy }

        /** See [CancellationRequest.noShow]. */
        public fun noShow(noShow: Boolean): Builder = apply { this.noShow = noShow }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellationRequest = CancellationRequest(
            checkNotNull(booking) { "`booking` of CancellationRequest is not set" },
            checkNotNull(at) { "`at` of CancellationRequest is not set" },
            cancelledBy ?: CancelledBy.GUEST,
            noShow ?: false,
        )
    }

    public companion object : Wire<CancellationRequest>("CancellationRequest") {
        public fun serializer(): KSerializer<CancellationRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellationRequest {
            var booking: CancellableBooking? = null
            var at: Instant? = null
            var cancelledBy: CancelledBy? = null
            var noShow: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("booking")) booking = reader.orNull { CancellableBooking.read(reader) }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("cancelled_by")) cancelledBy = reader.orNull { CancelledBy.read(reader) }
                else if (reader.isAt("no_show")) noShow = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return CancellationRequest(
                booking ?: throw reader.missing("booking"),
                at ?: throw reader.missing("at"),
                cancelledBy ?: CancelledBy.GUEST,
                noShow ?: false,
            )
        }
    }
}

/** What was booked, and what has been paid for it. */
@Serializable(with = CancellableBooking.Companion::class)
public data class CancellableBooking(
    /** When it starts; or `check_in`. */
    public val start: Instant? = null,
    /** The day on which it starts, at the policy's `start_time`. */
    public val checkIn: LocalDate? = null,
    /** When it was booked; the time of grace counts from then. */
    public val bookedAt: Instant? = null,
    /** The zone of the place, where it is not that of the policy. */
    public val zone: String? = null,
    /** The currency of every amount. */
    public val currency: String,
    /** What has been paid so far. */
    public val paid: BigDecimal? = null,
    /** What it is made of. */
    public val components: List<CancellableComponent>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (start != null) { writer.field("start"); writer.value(start) }
        if (checkIn != null) { writer.field("check_in"); writer.value(checkIn) }
        if (bookedAt != null) { writer.field("booked_at"); writer.value(bookedAt) }
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        writer.field("currency"); writer.value(currency)
        if (paid != null) { writer.field("paid"); writer.value(paid) }
        writer.field("components"); writer.list(components) { it.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellableBooking &&
        alike(start, other.start) &&
        checkIn == other.checkIn &&
        alike(bookedAt, other.bookedAt) &&
        zone == other.zone &&
        currency == other.currency &&
        alike(paid, other.paid) &&
        components == other.components

    override fun hashCode(): Int = hashed(start, checkIn, bookedAt, zone, currency, paid, components)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var start: Instant? = null
        private var checkIn: LocalDate? = null
        private var bookedAt: Instant? = null
        private var zone: String? = null
        private var currency: String? = null
        private var paid: BigDecimal? = null
        private var components: List<CancellableComponent>? = null

        /** See [CancellableBooking.start]. */
        public fun start(start: Instant?): Builder = apply { this.start = start }

        /** See [CancellableBooking.checkIn]. */
        public fun checkIn(checkIn: LocalDate?): Builder = apply { this.checkIn = checkIn }

        /** See [CancellableBooking.bookedAt]. */
        public fun bookedAt(bookedAt: Instant?): Builder = apply { this.bookedAt = bookedAt }

        /** See [CancellableBooking.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [CancellableBooking.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [CancellableBooking.paid]. */
        public fun paid(paid: BigDecimal?): Builder = apply { this.paid = paid }

        /** See [CancellableBooking.components]. */
        public fun components(components: List<CancellableComponent>): Builder = apply { this.components = components }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellableBooking = CancellableBooking(
            start,
            checkIn,
            bookedAt,
            zone,
            checkNotNull(currency) { "`currency` of CancellableBooking is not set" },
            paid,
            checkNotNull(components) { "`components` of CancellableBooking is not set" },
        )
    }

    public companion object : Wire<CancellableBooking>("CancellableBooking") {
        public fun serializer(): KSerializer<CancellableBooking> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellableBooking {
            var start: Instant? = null
            var checkIn: LocalDate? = null
            var bookedAt: Instant? = null
            var zone: String? = null
            var currency: String? = null
            var paid: BigDecimal? = null
            var components: List<CancellableComponent>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("booked_at")) bookedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("paid")) paid = reader.orNull { reader.decimal() }
                else if (reader.isAt("components")) components = reader.orNull { reader.list { CancellableComponent.read(reader) } }
                else throw reader.unknown()
            }
            return CancellableBooking(
                start,
                checkIn,
                bookedAt,
                zone,
                currency ?: throw reader.missing("currency"),
                paid,
                components ?: throw reader.missing("components"),
            )
        }
    }
}

/** A part of a booking: the room, an activity, a fee, a tax. */
@Serializable(with = CancellableComponent.Companion::class)
public data class CancellableComponent(
    /** What people call it; no two have the same name. */
    public val name: String,
    /** Its kind, such as `activity`: a kind that the policy names goes by its own terms. */
    public val kind: String? = null,
    /** What it costs. */
    public val total: BigDecimal,
    /** What each of its nights costs, of which fees by nights are made; together no more than `total`. */
    public val nights: List<BigDecimal> = emptyList(),
    /** When it starts, where it does not start with the booking. */
    public val start: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (kind != null) { writer.field("kind"); writer.value(kind) }
        writer.field("total"); writer.value(total)
        if (nights.isNotEmpty()) { writer.field("nights"); writer.list(nights) { writer.value(it) } }
        if (start != null) { writer.field("start"); writer.value(start) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellableComponent &&
        name == other.name &&
        kind == other.kind &&
        alike(total, other.total) &&
        alike(nights, other.nights) &&
        alike(start, other.start)

    override fun hashCode(): Int = hashed(name, kind, total, nights, start)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var kind: String? = null
        private var total: BigDecimal? = null
        private var nights: List<BigDecimal>? = null
        private var start: Instant? = null

        /** See [CancellableComponent.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [CancellableComponent.kind]. */
        public fun kind(kind: String?): Builder = apply { this.kind = kind }

        /** See [CancellableComponent.total]. */
        public fun total(total: BigDecimal): Builder = apply { this.total = total }

        /** See [CancellableComponent.nights]. */
        public fun nights(nights: List<BigDecimal>): Builder = apply { this.nights = nights }

        /** See [CancellableComponent.start]. */
        public fun start(start: Instant?): Builder = apply { this.start = start }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellableComponent = CancellableComponent(
            checkNotNull(name) { "`name` of CancellableComponent is not set" },
            kind,
            checkNotNull(total) { "`total` of CancellableComponent is not set" },
            nights ?: emptyList(),
            start,
        )
    }

    public companion object : Wire<CancellableComponent>("CancellableComponent") {
        public fun serializer(): KSerializer<CancellableComponent> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellableComponent {
            var name: String? = null
            var kind: String? = null
            var total: BigDecimal? = null
            var nights: List<BigDecimal>? = null
            var start: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { reader.text() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("nights")) nights = reader.orNull { reader.list { reader.decimal() } }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return CancellableComponent(
                name ?: throw reader.missing("name"),
                kind,
                total ?: throw reader.missing("total"),
                nights ?: emptyList(),
                start,
            )
        }
    }
}

/** Who cancels. */
@Serializable(with = CancelledBy.Companion::class)
public class CancelledBy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<CancelledBy>("CancelledBy") {
        public fun serializer(): KSerializer<CancelledBy> = this

        /** Whoever booked. */
        @JvmField public val GUEST: CancelledBy = CancelledBy("guest")

        /** Whoever was to provide it: nothing is charged. */
        @JvmField public val PROVIDER: CancelledBy = CancelledBy("provider")

        override val entries: List<CancelledBy> = listOf(
            GUEST,
            PROVIDER,
        )

        internal override fun unknown(wire: String): CancelledBy = CancelledBy(wire)
    }
}

/** What a cancellation costs, explained: its lines add up to the fee exactly. */
@Serializable(with = CancellationSettlement.Companion::class)
public data class CancellationSettlement @JvmOverloads constructor(
    /** The currency of every amount. */
    public val currency: String,
    /** What the booking costs. */
    public val total: BigDecimal,
    /** What has been paid so far. */
    public val paid: BigDecimal,
    /** What is charged; never more than the total. */
    public val fee: BigDecimal,
    /** What goes back: what was paid beyond the fee. */
    public val refund: BigDecimal,
    /** What is still to be paid: the fee beyond what was paid. */
    public val owed: BigDecimal,
    /** One for each component. */
    public val lines: List<CancellationLine>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("total"); writer.value(total)
        writer.field("paid"); writer.value(paid)
        writer.field("fee"); writer.value(fee)
        writer.field("refund"); writer.value(refund)
        writer.field("owed"); writer.value(owed)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationSettlement &&
        currency == other.currency &&
        alike(total, other.total) &&
        alike(paid, other.paid) &&
        alike(fee, other.fee) &&
        alike(refund, other.refund) &&
        alike(owed, other.owed) &&
        lines == other.lines &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(currency, total, paid, fee, refund, owed, lines, unknownFields)

    public companion object : Wire<CancellationSettlement>("CancellationSettlement") {
        public fun serializer(): KSerializer<CancellationSettlement> = this

        override fun read(reader: WireReader): CancellationSettlement {
            var currency: String? = null
            var total: BigDecimal? = null
            var paid: BigDecimal? = null
            var fee: BigDecimal? = null
            var refund: BigDecimal? = null
            var owed: BigDecimal? = null
            var lines: List<CancellationLine>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("paid")) paid = reader.orNull { reader.decimal() }
                else if (reader.isAt("fee")) fee = reader.orNull { reader.decimal() }
                else if (reader.isAt("refund")) refund = reader.orNull { reader.decimal() }
                else if (reader.isAt("owed")) owed = reader.orNull { reader.decimal() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { CancellationLine.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationSettlement(
                currency ?: throw reader.missing("currency"),
                total ?: throw reader.missing("total"),
                paid ?: throw reader.missing("paid"),
                fee ?: throw reader.missing("fee"),
                refund ?: throw reader.missing("refund"),
                owed ?: throw reader.missing("owed"),
                lines ?: throw reader.missing("lines"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is charged for one component. */
@Serializable(with = CancellationLine.Companion::class)
public data class CancellationLine(
    /** The component. */
    public val component: String,
    /** Why so much is charged. */
    public val kind: CancellationLineKind,
    /** The tier that made it, by its name. */
    public val tier: String? = null,
    /** The rule that made it, as a JSON pointer into the policy's definition; empty when the provider cancels. */
    public val rule: String,
    /** The last moment of the tier for this component. */
    public val deadline: Instant? = null,
    /** What the component costs. */
    public val total: BigDecimal,
    /** What is charged of it. */
    public val fee: BigDecimal,
    /** How that came about, in a few words. */
    public val explanation: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("component"); writer.value(component)
        writer.field("kind"); kind.write(writer)
        if (tier != null) { writer.field("tier"); writer.value(tier) }
        writer.field("rule"); writer.value(rule)
        if (deadline != null) { writer.field("deadline"); writer.value(deadline) }
        writer.field("total"); writer.value(total)
        writer.field("fee"); writer.value(fee)
        writer.field("explanation"); writer.value(explanation)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationLine &&
        component == other.component &&
        kind == other.kind &&
        tier == other.tier &&
        rule == other.rule &&
        alike(deadline, other.deadline) &&
        alike(total, other.total) &&
        alike(fee, other.fee) &&
        explanation == other.explanation &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(component, kind, tier, rule, deadline, total, fee, explanation, unknownFields)

    public companion object : Wire<CancellationLine>("CancellationLine") {
        public fun serializer(): KSerializer<CancellationLine> = this

        override fun read(reader: WireReader): CancellationLine {
            var component: String? = null
            var kind: CancellationLineKind? = null
            var tier: String? = null
            var rule: String? = null
            var deadline: Instant? = null
            var total: BigDecimal? = null
            var fee: BigDecimal? = null
            var explanation: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("component")) component = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { CancellationLineKind.read(reader) }
                else if (reader.isAt("tier")) tier = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("deadline")) deadline = reader.orNull { reader.instant() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("fee")) fee = reader.orNull { reader.decimal() }
                else if (reader.isAt("explanation")) explanation = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationLine(
                component ?: throw reader.missing("component"),
                kind ?: throw reader.missing("kind"),
                tier,
                rule ?: throw reader.missing("rule"),
                deadline,
                total ?: throw reader.missing("total"),
                fee ?: throw reader.missing("fee"),
                explanation ?: throw reader.missing("explanation"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why so much is charged. */
@Serializable(with = CancellationLineKind.Companion::class)
public class CancellationLineKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<CancellationLineKind>("CancellationLineKind") {
        public fun serializer(): KSerializer<CancellationLineKind> = this

        /** A tier whose deadline has not passed. */
        @JvmField public val TIER: CancellationLineKind = CancellationLineKind("tier")

        /** All deadlines have passed. */
        @JvmField public val LATE: CancellationLineKind = CancellationLineKind("late")

        /** Nobody came. */
        @JvmField public val NO_SHOW: CancellationLineKind = CancellationLineKind("no_show")

        /** More than the tier charges is never given back. */
        @JvmField public val KEPT: CancellationLineKind = CancellationLineKind("kept")

        /** It was booked only just now. */
        @JvmField public val GRACE: CancellationLineKind = CancellationLineKind("grace")

        /** The provider cancels. */
        @JvmField public val PROVIDER: CancellationLineKind = CancellationLineKind("provider")

        override val entries: List<CancellationLineKind> = listOf(
            TIER,
            LATE,
            NO_SHOW,
            KEPT,
            GRACE,
            PROVIDER,
        )

        internal override fun unknown(wire: String): CancellationLineKind = CancellationLineKind(wire)
    }
}

/** A booking whose deadlines are wanted. */
@Serializable(with = CancellationDeadlinesRequest.Companion::class)
public data class CancellationDeadlinesRequest(
    /** What is booked, or is about to be. */
    public val booking: CancellableBooking,
    /** What has passed by then is left out. */
    public val now: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("booking"); booking.write(writer)
        if (now != null) { writer.field("now"); writer.value(now) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationDeadlinesRequest &&
        booking == other.booking &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(booking, now)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var booking: CancellableBooking? = null
        private var now: Instant? = null

        /** See [CancellationDeadlinesRequest.booking]. */
        public fun booking(booking: CancellableBooking): Builder = apply { this.booking = booking }

        /** See [CancellationDeadlinesRequest.now]. */
        public fun now(now: Instant?): Builder = apply { this.now = now }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CancellationDeadlinesRequest = CancellationDeadlinesRequest(
            checkNotNull(booking) { "`booking` of CancellationDeadlinesRequest is not set" },
            now,
        )
    }

    public companion object : Wire<CancellationDeadlinesRequest>("CancellationDeadlinesRequest") {
        public fun serializer(): KSerializer<CancellationDeadlinesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CancellationDeadlinesRequest {
            var booking: CancellableBooking? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("booking")) booking = reader.orNull { CancellableBooking.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return CancellationDeadlinesRequest(
                booking ?: throw reader.missing("booking"),
                now,
            )
        }
    }
}

/** What cancelling costs, deadline by deadline: what a guest is shown before booking. */
@Serializable(with = CancellationDeadlines.Companion::class)
public data class CancellationDeadlines(
    /** The currency of every amount. */
    public val currency: String,
    /** What the booking costs. */
    public val total: BigDecimal,
    /** The last moment at which cancelling is free, unless it is free always or never. */
    public val freeUntil: Instant? = null,
    /** From the earliest to the latest; neighbours with the same fee are one. */
    public val steps: List<CancellationStep>,
    /** What is charged when nobody comes. */
    public val noShow: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("total"); writer.value(total)
        if (freeUntil != null) { writer.field("free_until"); writer.value(freeUntil) }
        writer.field("steps"); writer.list(steps) { it.write(writer) }
        writer.field("no_show"); writer.value(noShow)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationDeadlines &&
        currency == other.currency &&
        alike(total, other.total) &&
        alike(freeUntil, other.freeUntil) &&
        steps == other.steps &&
        alike(noShow, other.noShow) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(currency, total, freeUntil, steps, noShow, unknownFields)

    public companion object : Wire<CancellationDeadlines>("CancellationDeadlines") {
        public fun serializer(): KSerializer<CancellationDeadlines> = this

        override fun read(reader: WireReader): CancellationDeadlines {
            var currency: String? = null
            var total: BigDecimal? = null
            var freeUntil: Instant? = null
            var steps: List<CancellationStep>? = null
            var noShow: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("free_until")) freeUntil = reader.orNull { reader.instant() }
                else if (reader.isAt("steps")) steps = reader.orNull { reader.list { CancellationStep.read(reader) } }
                else if (reader.isAt("no_show")) noShow = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationDeadlines(
                currency ?: throw reader.missing("currency"),
                total ?: throw reader.missing("total"),
                freeUntil,
                steps ?: throw reader.missing("steps"),
                noShow ?: throw reader.missing("no_show"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What cancelling costs up to a deadline. */
@Serializable(with = CancellationStep.Companion::class)
public data class CancellationStep(
    /** The last moment at which it costs that, included; the last step has none. */
    public val deadline: Instant? = null,
    /** What clocks show then, where the booking takes place. */
    public val local: LocalTime? = null,
    /** What is charged. */
    public val fee: BigDecimal,
    /** What goes back of what has been paid. */
    public val refund: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (deadline != null) { writer.field("deadline"); writer.value(deadline) }
        if (local != null) { writer.field("local"); local.write(writer) }
        writer.field("fee"); writer.value(fee)
        writer.field("refund"); writer.value(refund)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CancellationStep &&
        alike(deadline, other.deadline) &&
        local == other.local &&
        alike(fee, other.fee) &&
        alike(refund, other.refund) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(deadline, local, fee, refund, unknownFields)

    public companion object : Wire<CancellationStep>("CancellationStep") {
        public fun serializer(): KSerializer<CancellationStep> = this

        override fun read(reader: WireReader): CancellationStep {
            var deadline: Instant? = null
            var local: LocalTime? = null
            var fee: BigDecimal? = null
            var refund: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("deadline")) deadline = reader.orNull { reader.instant() }
                else if (reader.isAt("local")) local = reader.orNull { LocalTime.read(reader) }
                else if (reader.isAt("fee")) fee = reader.orNull { reader.decimal() }
                else if (reader.isAt("refund")) refund = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CancellationStep(
                deadline,
                local,
                fee ?: throw reader.missing("fee"),
                refund ?: throw reader.missing("refund"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
