// Written by `cargo xtask generate`.

package com.ratebook.plans

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

/** A recurring or metered offer. */
@Serializable(with = PlanDefinition.Companion::class)
public data class PlanDefinition(
    /** What people call it. */
    public val name: String,
    /** What it is known by. */
    public val code: String? = null,
    /** The currency of every amount. */
    public val currency: String,
    /** How often it is billed. */
    public val interval: Interval,
    /** Whether a period is billed before or after it. */
    public val timing: Timing = Timing.IN_ADVANCE,
    /** What is charged, in this order. */
    public val charges: List<Charge>,
    /** A period never costs less than this. */
    public val minimumCommitment: BigDecimal? = null,
    /** A period never costs more than this. */
    public val maximumSpend: BigDecimal? = null,
    /** What a part of a period is counted in, where the change itself does not say. */
    public val proration: ProrationUnit? = null,
    /** Where a half goes; every line is rounded to the currency's minor unit. */
    public val rounding: RoundingMode = RoundingMode.HALF_UP,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (code != null) { writer.field("code"); writer.value(code) }
        writer.field("currency"); writer.value(currency)
        writer.field("interval"); interval.write(writer)
        writer.field("timing"); timing.write(writer)
        writer.field("charges"); writer.list(charges) { it.write(writer) }
        if (minimumCommitment != null) { writer.field("minimum_commitment"); writer.value(minimumCommitment) }
        if (maximumSpend != null) { writer.field("maximum_spend"); writer.value(maximumSpend) }
        if (proration != null) { writer.field("proration"); proration.write(writer) }
        writer.field("rounding"); rounding.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PlanDefinition &&
        name == other.name &&
        code == other.code &&
        currency == other.currency &&
        interval == other.interval &&
        timing == other.timing &&
        charges == other.charges &&
        alike(minimumCommitment, other.minimumCommitment) &&
        alike(maximumSpend, other.maximumSpend) &&
        proration == other.proration &&
        rounding == other.rounding &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, code, currency, interval, timing, charges, minimumCommitment, maximumSpend, proration, rounding, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var code: String? = null
        private var currency: String? = null
        private var interval: Interval? = null
        private var timing: Timing? = null
        private var charges: List<Charge>? = null
        private var minimumCommitment: BigDecimal? = null
        private var maximumSpend: BigDecimal? = null
        private var proration: ProrationUnit? = null
        private var rounding: RoundingMode? = null

        /** See [PlanDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [PlanDefinition.code]. */
        public fun code(code: String?): Builder = apply { this.code = code }

        /** See [PlanDefinition.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [PlanDefinition.interval]. */
        public fun interval(interval: Interval): Builder = apply { this.interval = interval }

        /** See [PlanDefinition.timing]. */
        public fun timing(timing: Timing): Builder = apply { this.timing = timing }

        /** See [PlanDefinition.charges]. */
        public fun charges(charges: List<Charge>): Builder = apply { this.charges = charges }

        /** See [PlanDefinition.minimumCommitment]. */
        public fun minimumCommitment(minimumCommitment: BigDecimal?): Builder = apply { this.minimumCommitment = minimumCommitment }

        /** See [PlanDefinition.maximumSpend]. */
        public fun maximumSpend(maximumSpend: BigDecimal?): Builder = apply { this.maximumSpend = maximumSpend }

        /** See [PlanDefinition.proration]. */
        public fun proration(proration: ProrationUnit?): Builder = apply { this.proration = proration }

        /** See [PlanDefinition.rounding]. */
        public fun rounding(rounding: RoundingMode): Builder = apply { this.rounding = rounding }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PlanDefinition = PlanDefinition(
            checkNotNull(name) { "`name` of PlanDefinition is not set" },
            code,
            checkNotNull(currency) { "`currency` of PlanDefinition is not set" },
            checkNotNull(interval) { "`interval` of PlanDefinition is not set" },
            timing ?: Timing.IN_ADVANCE,
            checkNotNull(charges) { "`charges` of PlanDefinition is not set" },
            minimumCommitment,
            maximumSpend,
            proration,
            rounding ?: RoundingMode.HALF_UP,
        )
    }

    public companion object : Wire<PlanDefinition>("PlanDefinition") {
        public fun serializer(): KSerializer<PlanDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PlanDefinition {
            var name: String? = null
            var code: String? = null
            var currency: String? = null
            var interval: Interval? = null
            var timing: Timing? = null
            var charges: List<Charge>? = null
            var minimumCommitment: BigDecimal? = null
            var maximumSpend: BigDecimal? = null
            var proration: ProrationUnit? = null
            var rounding: RoundingMode? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("timing")) timing = reader.orNull { Timing.read(reader) }
                else if (reader.isAt("charges")) charges = reader.orNull { reader.list { Charge.read(reader) } }
                else if (reader.isAt("minimum_commitment")) minimumCommitment = reader.orNull { reader.decimal() }
                else if (reader.isAt("maximum_spend")) maximumSpend = reader.orNull { reader.decimal() }
                else if (reader.isAt("proration")) proration = reader.orNull { ProrationUnit.read(reader) }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanDefinition(
                name ?: throw reader.missing("name"),
                code,
                currency ?: throw reader.missing("currency"),
                interval ?: throw reader.missing("interval"),
                timing ?: Timing.IN_ADVANCE,
                charges ?: throw reader.missing("charges"),
                minimumCommitment,
                maximumSpend,
                proration,
                rounding ?: RoundingMode.HALF_UP,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When a period is billed. */
@Serializable(with = Timing.Companion::class)
public class Timing private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Timing>("Timing") {
        public fun serializer(): KSerializer<Timing> = this

        /** On its first day. */
        @JvmField public val IN_ADVANCE: Timing = Timing("in_advance")

        /** On the day after its last one. */
        @JvmField public val IN_ARREARS: Timing = Timing("in_arrears")

        override val entries: List<Timing> = listOf(
            IN_ADVANCE,
            IN_ARREARS,
        )

        internal override fun unknown(wire: String): Timing = Timing(wire)
    }
}

/** One charge of a plan. */
@Serializable(with = Charge.Companion::class)
public data class Charge(
    /** What people call it. */
    public val name: String,
    /** Which usage it counts; a flat charge counts none. */
    public val metric: String? = null,
    /** How what the meter counts becomes what is charged, such as bytes gigabytes. */
    public val convert: UnitConversion? = null,
    /** So many units of it cost nothing; they are counted after the conversion. */
    public val included: BigDecimal? = null,
    /** The charge never comes to less than this in a period. */
    public val minimumCommitment: BigDecimal? = null,
    /** The charge never comes to more than this in a period. */
    public val maximumSpend: BigDecimal? = null,
    /** How it is reckoned. */
    public val model: ChargeModel,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (metric != null) { writer.field("metric"); writer.value(metric) }
        if (convert != null) { writer.field("convert"); convert.write(writer) }
        if (included != null) { writer.field("included"); writer.value(included) }
        if (minimumCommitment != null) { writer.field("minimum_commitment"); writer.value(minimumCommitment) }
        if (maximumSpend != null) { writer.field("maximum_spend"); writer.value(maximumSpend) }
        writer.field("model"); model.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Charge &&
        name == other.name &&
        metric == other.metric &&
        convert == other.convert &&
        alike(included, other.included) &&
        alike(minimumCommitment, other.minimumCommitment) &&
        alike(maximumSpend, other.maximumSpend) &&
        model == other.model &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, metric, convert, included, minimumCommitment, maximumSpend, model, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var metric: String? = null
        private var convert: UnitConversion? = null
        private var included: BigDecimal? = null
        private var minimumCommitment: BigDecimal? = null
        private var maximumSpend: BigDecimal? = null
        private var model: ChargeModel? = null

        /** See [Charge.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Charge.metric]. */
        public fun metric(metric: String?): Builder = apply { this.metric = metric }

        /** See [Charge.convert]. */
        public fun convert(convert: UnitConversion?): Builder = apply { this.convert = convert }

        /** See [Charge.included]. */
        public fun included(included: BigDecimal?): Builder = apply { this.included = included }

        /** See [Charge.minimumCommitment]. */
        public fun minimumCommitment(minimumCommitment: BigDecimal?): Builder = apply { this.minimumCommitment = minimumCommitment }

        /** See [Charge.maximumSpend]. */
        public fun maximumSpend(maximumSpend: BigDecimal?): Builder = apply { this.maximumSpend = maximumSpend }

        /** See [Charge.model]. */
        public fun model(model: ChargeModel): Builder = apply { this.model = model }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Charge = Charge(
            checkNotNull(name) { "`name` of Charge is not set" },
            metric,
            convert,
            included,
            minimumCommitment,
            maximumSpend,
            checkNotNull(model) { "`model` of Charge is not set" },
        )
    }

    public companion object : Wire<Charge>("Charge") {
        public fun serializer(): KSerializer<Charge> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Charge {
            var name: String? = null
            var metric: String? = null
            var convert: UnitConversion? = null
            var included: BigDecimal? = null
            var minimumCommitment: BigDecimal? = null
            var maximumSpend: BigDecimal? = null
            var model: ChargeModel? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("metric")) metric = reader.orNull { reader.text() }
                else if (reader.isAt("convert")) convert = reader.orNull { UnitConversion.read(reader) }
                else if (reader.isAt("included")) included = reader.orNull { reader.decimal() }
                else if (reader.isAt("minimum_commitment")) minimumCommitment = reader.orNull { reader.decimal() }
                else if (reader.isAt("maximum_spend")) maximumSpend = reader.orNull { reader.decimal() }
                else if (reader.isAt("model")) model = reader.orNull { ChargeModel.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Charge(
                name ?: throw reader.missing("name"),
                metric,
                convert,
                included,
                minimumCommitment,
                maximumSpend,
                model ?: throw reader.missing("model"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How the sum of what a meter counted in a period becomes units that are charged: divided or multiplied, then rounded. */
@Serializable(with = UnitConversion.Companion::class)
public data class UnitConversion(
    /** How many of what the meter counts make one unit; then `rounding` is needed. */
    public val divideBy: BigDecimal? = null,
    /** How many units one of what the meter counts makes. */
    public val multiplyBy: BigDecimal? = null,
    /** Where what is left over goes; `up` charges units that are begun. */
    public val rounding: RoundingMode? = null,
    /** To how many digits behind the point it is rounded. */
    public val digits: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (divideBy != null) { writer.field("divide_by"); writer.value(divideBy) }
        if (multiplyBy != null) { writer.field("multiply_by"); writer.value(multiplyBy) }
        if (rounding != null) { writer.field("rounding"); rounding.write(writer) }
        if (digits != null) { writer.field("digits"); writer.value(digits) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is UnitConversion &&
        alike(divideBy, other.divideBy) &&
        alike(multiplyBy, other.multiplyBy) &&
        rounding == other.rounding &&
        digits == other.digits &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(divideBy, multiplyBy, rounding, digits, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var divideBy: BigDecimal? = null
        private var multiplyBy: BigDecimal? = null
        private var rounding: RoundingMode? = null
        private var digits: Int? = null

        /** See [UnitConversion.divideBy]. */
        public fun divideBy(divideBy: BigDecimal?): Builder = apply { this.divideBy = divideBy }

        /** See [UnitConversion.multiplyBy]. */
        public fun multiplyBy(multiplyBy: BigDecimal?): Builder = apply { this.multiplyBy = multiplyBy }

        /** See [UnitConversion.rounding]. */
        public fun rounding(rounding: RoundingMode?): Builder = apply { this.rounding = rounding }

        /** See [UnitConversion.digits]. */
        public fun digits(digits: Int?): Builder = apply { this.digits = digits }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): UnitConversion = UnitConversion(
            divideBy,
            multiplyBy,
            rounding,
            digits,
        )
    }

    public companion object : Wire<UnitConversion>("UnitConversion") {
        public fun serializer(): KSerializer<UnitConversion> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): UnitConversion {
            var divideBy: BigDecimal? = null
            var multiplyBy: BigDecimal? = null
            var rounding: RoundingMode? = null
            var digits: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("divide_by")) divideBy = reader.orNull { reader.decimal() }
                else if (reader.isAt("multiply_by")) multiplyBy = reader.orNull { reader.decimal() }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("digits")) digits = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return UnitConversion(
                divideBy,
                multiplyBy,
                rounding,
                digits,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a charge is reckoned. */
@Serializable(with = ChargeModel.Companion::class)
public sealed interface ChargeModel : RatebookValue {
    /** The same every period. */
    public data class Flat(public val held: BigDecimal) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("flat"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Flat &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** So much for each unit. */
    public data class PerUnit(public val held: BigDecimal) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("per_unit"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is PerUnit &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** Each unit at the price of the tier it falls into. */
    public data class Graduated(public val held: TieredPrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("graduated"); held.write(writer)
            writer.close()
        }
    }

    /** All units at the price of the tier that their number reaches. */
    public data class Volume(public val held: TieredPrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("volume"); held.write(writer)
            writer.close()
        }
    }

    /** So much for each package, begun ones too. */
    public data class Package(public val held: PackagePrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("package"); held.write(writer)
            writer.close()
        }
    }

    /** A share of an amount. */
    public data class Percentage(public val held: PercentageCharge) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percentage"); held.write(writer)
            writer.close()
        }
    }

    /** The amount itself that the meter counts, in the plan's currency, with what is put on top. */
    public data class MeteredAmount(public val held: com.ratebook.plans.MeteredAmount) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("metered_amount"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : ChargeModel {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<ChargeModel>("ChargeModel") {
        public fun serializer(): KSerializer<ChargeModel> = this

        override fun read(reader: WireReader): ChargeModel {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("flat")) Flat(reader.decimal())
                else if (reader.isAt("per_unit")) PerUnit(reader.decimal())
                else if (reader.isAt("graduated")) Graduated(TieredPrice.read(reader))
                else if (reader.isAt("volume")) Volume(TieredPrice.read(reader))
                else if (reader.isAt("package")) Package(PackagePrice.read(reader))
                else if (reader.isAt("percentage")) Percentage(PercentageCharge.read(reader))
                else if (reader.isAt("metered_amount")) MeteredAmount(com.ratebook.plans.MeteredAmount.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Prices by tier. */
@Serializable(with = TieredPrice.Companion::class)
public data class TieredPrice(
    /** From the lowest to the highest; the last one has no end. */
    public val tiers: List<TierPrice>,
    /** Whether the flat part of the first tier is charged when nothing was used too. */
    public val flatAtZero: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        if (flatAtZero) { writer.field("flat_at_zero"); writer.value(flatAtZero) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tiers: List<TierPrice>? = null
        private var flatAtZero: Boolean? = null

        /** See [TieredPrice.tiers]. */
        public fun tiers(tiers: List<TierPrice>): Builder = apply { this.tiers = tiers }

        /** See [TieredPrice.flatAtZero]. */
        public fun flatAtZero(flatAtZero: Boolean): Builder = apply { this.flatAtZero = flatAtZero }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TieredPrice = TieredPrice(
            checkNotNull(tiers) { "`tiers` of TieredPrice is not set" },
            flatAtZero ?: false,
        )
    }

    public companion object : Wire<TieredPrice>("TieredPrice") {
        public fun serializer(): KSerializer<TieredPrice> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TieredPrice {
            var tiers: List<TierPrice>? = null
            var flatAtZero: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { TierPrice.read(reader) } }
                else if (reader.isAt("flat_at_zero")) flatAtZero = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TieredPrice(
                tiers ?: throw reader.missing("tiers"),
                flatAtZero ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Up to so many units, so much. */
@Serializable(with = TierPrice.Companion::class)
public data class TierPrice(
    /** The last unit of the tier, included; the last tier has none. */
    public val upTo: BigDecimal? = null,
    /** The price of a unit. */
    public val price: BigDecimal,
    /** What the tier costs once when any unit falls into it. */
    public val flat: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (upTo != null) { writer.field("up_to"); writer.value(upTo) }
        writer.field("price"); writer.value(price)
        if (flat != null) { writer.field("flat"); writer.value(flat) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is TierPrice &&
        alike(upTo, other.upTo) &&
        alike(price, other.price) &&
        alike(flat, other.flat) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(upTo, price, flat, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var upTo: BigDecimal? = null
        private var price: BigDecimal? = null
        private var flat: BigDecimal? = null

        /** See [TierPrice.upTo]. */
        public fun upTo(upTo: BigDecimal?): Builder = apply { this.upTo = upTo }

        /** See [TierPrice.price]. */
        public fun price(price: BigDecimal): Builder = apply { this.price = price }

        /** See [TierPrice.flat]. */
        public fun flat(flat: BigDecimal?): Builder = apply { this.flat = flat }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TierPrice = TierPrice(
            upTo,
            checkNotNull(price) { "`price` of TierPrice is not set" },
            flat,
        )
    }

    public companion object : Wire<TierPrice>("TierPrice") {
        public fun serializer(): KSerializer<TierPrice> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TierPrice {
            var upTo: BigDecimal? = null
            var price: BigDecimal? = null
            var flat: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("up_to")) upTo = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else if (reader.isAt("flat")) flat = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TierPrice(
                upTo,
                price ?: throw reader.missing("price"),
                flat,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** So many units for so much. */
@Serializable(with = PackagePrice.Companion::class)
public data class PackagePrice @JvmOverloads constructor(
    /** How many units a package has. */
    public val size: BigDecimal,
    /** What it costs. */
    public val price: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("size"); writer.value(size)
        writer.field("price"); writer.value(price)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackagePrice &&
        alike(size, other.size) &&
        alike(price, other.price) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(size, price, unknownFields)

    public companion object : Wire<PackagePrice>("PackagePrice") {
        public fun serializer(): KSerializer<PackagePrice> = this

        override fun read(reader: WireReader): PackagePrice {
            var size: BigDecimal? = null
            var price: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("size")) size = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackagePrice(
                size ?: throw reader.missing("size"),
                price ?: throw reader.missing("price"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A share of an amount, with a fixed part and bounds. */
@Serializable(with = PercentageCharge.Companion::class)
public data class PercentageCharge(
    /** The share of the metric's amount. */
    public val percent: BigDecimal,
    /** What is added when there is any usage. */
    public val fixed: BigDecimal? = null,
    /** Never less than this when there is any usage. */
    public val minimum: BigDecimal? = null,
    /** Never more than this. */
    public val maximum: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("percent"); writer.value(percent)
        if (fixed != null) { writer.field("fixed"); writer.value(fixed) }
        if (minimum != null) { writer.field("minimum"); writer.value(minimum) }
        if (maximum != null) { writer.field("maximum"); writer.value(maximum) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PercentageCharge &&
        alike(percent, other.percent) &&
        alike(fixed, other.fixed) &&
        alike(minimum, other.minimum) &&
        alike(maximum, other.maximum) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(percent, fixed, minimum, maximum, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var percent: BigDecimal? = null
        private var fixed: BigDecimal? = null
        private var minimum: BigDecimal? = null
        private var maximum: BigDecimal? = null

        /** See [PercentageCharge.percent]. */
        public fun percent(percent: BigDecimal): Builder = apply { this.percent = percent }

        /** See [PercentageCharge.fixed]. */
        public fun fixed(fixed: BigDecimal?): Builder = apply { this.fixed = fixed }

        /** See [PercentageCharge.minimum]. */
        public fun minimum(minimum: BigDecimal?): Builder = apply { this.minimum = minimum }

        /** See [PercentageCharge.maximum]. */
        public fun maximum(maximum: BigDecimal?): Builder = apply { this.maximum = maximum }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PercentageCharge = PercentageCharge(
            checkNotNull(percent) { "`percent` of PercentageCharge is not set" },
            fixed,
            minimum,
            maximum,
        )
    }

    public companion object : Wire<PercentageCharge>("PercentageCharge") {
        public fun serializer(): KSerializer<PercentageCharge> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PercentageCharge {
            var percent: BigDecimal? = null
            var fixed: BigDecimal? = null
            var minimum: BigDecimal? = null
            var maximum: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("fixed")) fixed = reader.orNull { reader.decimal() }
                else if (reader.isAt("minimum")) minimum = reader.orNull { reader.decimal() }
                else if (reader.isAt("maximum")) maximum = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PercentageCharge(
                percent ?: throw reader.missing("percent"),
                fixed,
                minimum,
                maximum,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is put on top of an amount: a factor or a percentage, or nothing. */
@Serializable(with = MeteredAmount.Companion::class)
public data class MeteredAmount(
    /** The amount is multiplied by this: `1.2` for a fifth more. */
    public val multiplier: BigDecimal? = null,
    /** So many percent are added, or taken off when negative. */
    public val markupPercent: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (multiplier != null) { writer.field("multiplier"); writer.value(multiplier) }
        if (markupPercent != null) { writer.field("markup_percent"); writer.value(markupPercent) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is MeteredAmount &&
        alike(multiplier, other.multiplier) &&
        alike(markupPercent, other.markupPercent) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(multiplier, markupPercent, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var multiplier: BigDecimal? = null
        private var markupPercent: BigDecimal? = null

        /** See [MeteredAmount.multiplier]. */
        public fun multiplier(multiplier: BigDecimal?): Builder = apply { this.multiplier = multiplier }

        /** See [MeteredAmount.markupPercent]. */
        public fun markupPercent(markupPercent: BigDecimal?): Builder = apply { this.markupPercent = markupPercent }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MeteredAmount = MeteredAmount(
            multiplier,
            markupPercent,
        )
    }

    public companion object : Wire<MeteredAmount>("MeteredAmount") {
        public fun serializer(): KSerializer<MeteredAmount> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MeteredAmount {
            var multiplier: BigDecimal? = null
            var markupPercent: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("multiplier")) multiplier = reader.orNull { reader.decimal() }
                else if (reader.isAt("markup_percent")) markupPercent = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MeteredAmount(
                multiplier,
                markupPercent,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is counted. */
@Serializable(with = ProrationUnit.Companion::class)
public class ProrationUnit private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ProrationUnit>("ProrationUnit") {
        public fun serializer(): KSerializer<ProrationUnit> = this

        /** Whole days. */
        @JvmField public val DAY: ProrationUnit = ProrationUnit("day")

        /** Seconds of elapsed time. */
        @JvmField public val SECOND: ProrationUnit = ProrationUnit("second")

        /** Days, of which every month of the period has thirty: what it lacks its last day has too, and a 31st day has nothing. */
        @JvmField public val THIRTY_DAY_MONTHS: ProrationUnit = ProrationUnit("thirty_day_months")

        override val entries: List<ProrationUnit> = listOf(
            DAY,
            SECOND,
            THIRTY_DAY_MONTHS,
        )

        internal override fun unknown(wire: String): ProrationUnit = ProrationUnit(wire)
    }
}

/** A dearer plan for some hours. */
@Serializable(with = BoostRequest.Companion::class)
public data class BoostRequest(
    /** The currency of every amount. */
    public val currency: String,
    /** The monthly price of the plan as it is. */
    public val currentPrice: BigDecimal,
    /** The monthly price of the plan for the boost. */
    public val boostedPrice: BigDecimal,
    /** When the boost begins. */
    public val start: Instant,
    /** How many hours it lasts. */
    public val hours: Int,
    /** The zone whose month counts. */
    public val zone: String,
    /** Never less than this. */
    public val minimumCharge: BigDecimal? = null,
    /** The shortest boost. */
    public val minHours: Int = 1,
    /** The longest boost. */
    public val maxHours: Int = 720,
    /** Where a half goes. */
    public val rounding: RoundingMode = RoundingMode.HALF_UP,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("current_price"); writer.value(currentPrice)
        writer.field("boosted_price"); writer.value(boostedPrice)
        writer.field("start"); writer.value(start)
        writer.field("hours"); writer.value(hours)
        writer.field("zone"); writer.value(zone)
        if (minimumCharge != null) { writer.field("minimum_charge"); writer.value(minimumCharge) }
        writer.field("min_hours"); writer.value(minHours)
        writer.field("max_hours"); writer.value(maxHours)
        writer.field("rounding"); rounding.write(writer)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is BoostRequest &&
        currency == other.currency &&
        alike(currentPrice, other.currentPrice) &&
        alike(boostedPrice, other.boostedPrice) &&
        alike(start, other.start) &&
        hours == other.hours &&
        zone == other.zone &&
        alike(minimumCharge, other.minimumCharge) &&
        minHours == other.minHours &&
        maxHours == other.maxHours &&
        rounding == other.rounding

    override fun hashCode(): Int = hashed(currency, currentPrice, boostedPrice, start, hours, zone, minimumCharge, minHours, maxHours, rounding)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var currency: String? = null
        private var currentPrice: BigDecimal? = null
        private var boostedPrice: BigDecimal? = null
        private var start: Instant? = null
        private var hours: Int? = null
        private var zone: String? = null
        private var minimumCharge: BigDecimal? = null
        private var minHours: Int? = null
        private var maxHours: Int? = null
        private var rounding: RoundingMode? = null

        /** See [BoostRequest.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [BoostRequest.currentPrice]. */
        public fun currentPrice(currentPrice: BigDecimal): Builder = apply { this.currentPrice = currentPrice }

        /** See [BoostRequest.boostedPrice]. */
        public fun boostedPrice(boostedPrice: BigDecimal): Builder = apply { this.boostedPrice = boostedPrice }

        /** See [BoostRequest.start]. */
        public fun start(start: Instant): Builder = apply { this.start = start }

        /** See [BoostRequest.hours]. */
        public fun hours(hours: Int): Builder = apply { this.hours = hours }

        /** See [BoostRequest.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [BoostRequest.minimumCharge]. */
        public fun minimumCharge(minimumCharge: BigDecimal?): Builder = apply { this.minimumCharge = minimumCharge }

        /** See [BoostRequest.minHours]. */
        public fun minHours(minHours: Int): Builder = apply { this.minHours = minHours }

        /** See [BoostRequest.maxHours]. */
        public fun maxHours(maxHours: Int): Builder = apply { this.maxHours = maxHours }

        /** See [BoostRequest.rounding]. */
        public fun rounding(rounding: RoundingMode): Builder = apply { this.rounding = rounding }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BoostRequest = BoostRequest(
            checkNotNull(currency) { "`currency` of BoostRequest is not set" },
            checkNotNull(currentPrice) { "`currentPrice` of BoostRequest is not set" },
            checkNotNull(boostedPrice) { "`boostedPrice` of BoostRequest is not set" },
            checkNotNull(start) { "`start` of BoostRequest is not set" },
            checkNotNull(hours) { "`hours` of BoostRequest is not set" },
            checkNotNull(zone) { "`zone` of BoostRequest is not set" },
            minimumCharge,
            minHours ?: 1,
            maxHours ?: 720,
            rounding ?: RoundingMode.HALF_UP,
        )
    }

    public companion object : Wire<BoostRequest>("BoostRequest") {
        public fun serializer(): KSerializer<BoostRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BoostRequest {
            var currency: String? = null
            var currentPrice: BigDecimal? = null
            var boostedPrice: BigDecimal? = null
            var start: Instant? = null
            var hours: Int? = null
            var zone: String? = null
            var minimumCharge: BigDecimal? = null
            var minHours: Int? = null
            var maxHours: Int? = null
            var rounding: RoundingMode? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("current_price")) currentPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("boosted_price")) boostedPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.whole() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("minimum_charge")) minimumCharge = reader.orNull { reader.decimal() }
                else if (reader.isAt("min_hours")) minHours = reader.orNull { reader.whole() }
                else if (reader.isAt("max_hours")) maxHours = reader.orNull { reader.whole() }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else throw reader.unknown()
            }
            return BoostRequest(
                currency ?: throw reader.missing("currency"),
                currentPrice ?: throw reader.missing("current_price"),
                boostedPrice ?: throw reader.missing("boosted_price"),
                start ?: throw reader.missing("start"),
                hours ?: throw reader.missing("hours"),
                zone ?: throw reader.missing("zone"),
                minimumCharge,
                minHours ?: 1,
                maxHours ?: 720,
                rounding ?: RoundingMode.HALF_UP,
            )
        }
    }
}

/** What a boost costs, and when it ends. */
@Serializable(with = Boost.Companion::class)
public data class Boost @JvmOverloads constructor(
    /** The price. */
    public val price: Money,
    /** The end: the start and so many hours of elapsed time, clock changes or not. */
    public val end: Instant,
    /** How many seconds the month of the start has in the zone. */
    public val monthSeconds: Long,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); price.write(writer)
        writer.field("end"); writer.value(end)
        writer.field("month_seconds"); writer.value(monthSeconds)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Boost &&
        price == other.price &&
        alike(end, other.end) &&
        monthSeconds == other.monthSeconds &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(price, end, monthSeconds, unknownFields)

    public companion object : Wire<Boost>("Boost") {
        public fun serializer(): KSerializer<Boost> = this

        override fun read(reader: WireReader): Boost {
            var price: Money? = null
            var end: Instant? = null
            var monthSeconds: Long? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Money.read(reader) }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else if (reader.isAt("month_seconds")) monthSeconds = reader.orNull { reader.long() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Boost(
                price ?: throw reader.missing("price"),
                end ?: throw reader.missing("end"),
                monthSeconds ?: throw reader.missing("month_seconds"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The usage of a period. */
@Serializable(with = UsageRequest.Companion::class)
public data class UsageRequest(
    /** How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign. */
    public val usage: Map<String, BigDecimal> = emptyMap(),
    /** Whether the whole bill is given back: every line has the other sign. */
    public val credit: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (usage.isNotEmpty()) { writer.field("usage"); writer.map(usage) { writer.value(it) } }
        if (credit) { writer.field("credit"); writer.value(credit) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is UsageRequest &&
        alike(usage, other.usage) &&
        credit == other.credit

    override fun hashCode(): Int = hashed(usage, credit)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var usage: Map<String, BigDecimal>? = null
        private var credit: Boolean? = null

        /** See [UsageRequest.usage]. */
        public fun usage(usage: Map<String, BigDecimal>): Builder = apply { this.usage = usage }

        /** See [UsageRequest.credit]. */
        public fun credit(credit: Boolean): Builder = apply { this.credit = credit }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): UsageRequest = UsageRequest(
            usage ?: emptyMap(),
            credit ?: false,
        )
    }

    public companion object : Wire<UsageRequest>("UsageRequest") {
        public fun serializer(): KSerializer<UsageRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): UsageRequest {
            var usage: Map<String, BigDecimal>? = null
            var credit: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("usage")) usage = reader.orNull { reader.map { reader.decimal() } }
                else if (reader.isAt("credit")) credit = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return UsageRequest(
                usage ?: emptyMap(),
                credit ?: false,
            )
        }
    }
}

/** What a period costs, explained: its lines add up to the total exactly. */
@Serializable(with = PlanBill.Companion::class)
public data class PlanBill @JvmOverloads constructor(
    /** The currency of every amount. */
    public val currency: String,
    /** Every line. */
    public val lines: List<PlanLine>,
    /** What is to be paid; below zero what is given back. */
    public val total: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.field("total"); writer.value(total)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PlanBill &&
        currency == other.currency &&
        lines == other.lines &&
        alike(total, other.total) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(currency, lines, total, unknownFields)

    public companion object : Wire<PlanBill>("PlanBill") {
        public fun serializer(): KSerializer<PlanBill> = this

        override fun read(reader: WireReader): PlanBill {
            var currency: String? = null
            var lines: List<PlanLine>? = null
            var total: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { PlanLine.read(reader) } }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanBill(
                currency ?: throw reader.missing("currency"),
                lines ?: throw reader.missing("lines"),
                total ?: throw reader.missing("total"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One line of a bill. */
@Serializable(with = PlanLine.Companion::class)
public data class PlanLine @JvmOverloads constructor(
    /** What people call it. */
    public val label: String,
    /** The rule that made it, as a JSON pointer into the plan's definition. */
    public val rule: String,
    /** How many. */
    public val quantity: BigDecimal,
    /** What one of them costs, before rounding. */
    public val unitAmount: BigDecimal,
    /** What they cost together. */
    public val amount: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("label"); writer.value(label)
        writer.field("rule"); writer.value(rule)
        writer.field("quantity"); writer.value(quantity)
        writer.field("unit_amount"); writer.value(unitAmount)
        writer.field("amount"); writer.value(amount)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PlanLine &&
        label == other.label &&
        rule == other.rule &&
        alike(quantity, other.quantity) &&
        alike(unitAmount, other.unitAmount) &&
        alike(amount, other.amount) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(label, rule, quantity, unitAmount, amount, unknownFields)

    public companion object : Wire<PlanLine>("PlanLine") {
        public fun serializer(): KSerializer<PlanLine> = this

        override fun read(reader: WireReader): PlanLine {
            var label: String? = null
            var rule: String? = null
            var quantity: BigDecimal? = null
            var unitAmount: BigDecimal? = null
            var amount: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("quantity")) quantity = reader.orNull { reader.decimal() }
                else if (reader.isAt("unit_amount")) unitAmount = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanLine(
                label ?: throw reader.missing("label"),
                rule ?: throw reader.missing("rule"),
                quantity ?: throw reader.missing("quantity"),
                unitAmount ?: throw reader.missing("unit_amount"),
                amount ?: throw reader.missing("amount"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which billing periods are wanted. */
@Serializable(with = PlanPeriodsRequest.Companion::class)
public data class PlanPeriodsRequest(
    /** The first day of the subscription, which begins period 0. */
    public val anchor: LocalDate,
    /** The number of the first period that is wanted. */
    public val first: Int = 0,
    /** How many periods. */
    public val count: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("anchor"); writer.value(anchor)
        writer.field("first"); writer.value(first)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var anchor: LocalDate? = null
        private var first: Int? = null
        private var count: Int? = null

        /** See [PlanPeriodsRequest.anchor]. */
        public fun anchor(anchor: LocalDate): Builder = apply { this.anchor = anchor }

        /** See [PlanPeriodsRequest.first]. */
        public fun first(first: Int): Builder = apply { this.first = first }

        /** See [PlanPeriodsRequest.count]. */
        public fun count(count: Int): Builder = apply { this.count = count }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PlanPeriodsRequest = PlanPeriodsRequest(
            checkNotNull(anchor) { "`anchor` of PlanPeriodsRequest is not set" },
            first ?: 0,
            checkNotNull(count) { "`count` of PlanPeriodsRequest is not set" },
        )
    }

    public companion object : Wire<PlanPeriodsRequest>("PlanPeriodsRequest") {
        public fun serializer(): KSerializer<PlanPeriodsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PlanPeriodsRequest {
            var anchor: LocalDate? = null
            var first: Int? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("first")) first = reader.orNull { reader.whole() }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return PlanPeriodsRequest(
                anchor ?: throw reader.missing("anchor"),
                first ?: 0,
                count ?: throw reader.missing("count"),
            )
        }
    }
}

/** A billing period. */
@Serializable(with = BillingPeriod.Companion::class)
public data class BillingPeriod @JvmOverloads constructor(
    /** Its number, from 0 on. */
    public val number: Int,
    /** Its days. */
    public val days: DayRange,
    /** The day on which it is billed: its first one in advance, the day after its last one in arrears. */
    public val billedOn: LocalDate,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("days"); days.write(writer)
        writer.field("billed_on"); writer.value(billedOn)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BillingPeriod>("BillingPeriod") {
        public fun serializer(): KSerializer<BillingPeriod> = this

        override fun read(reader: WireReader): BillingPeriod {
            var number: Int? = null
            var days: DayRange? = null
            var billedOn: LocalDate? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("billed_on")) billedOn = reader.orNull { reader.day() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BillingPeriod(
                number ?: throw reader.missing("number"),
                days ?: throw reader.missing("days"),
                billedOn ?: throw reader.missing("billed_on"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A change in the midst of a billing period. */
@Serializable(with = ProrateRequest.Companion::class)
public data class ProrateRequest(
    /** What happens. */
    public val change: PlanChange,
    /** When. */
    public val at: Instant,
    /** The zone whose days count. */
    public val zone: String,
    /** The first day of the subscription's period 0. */
    public val anchor: LocalDate,
    /** What is counted; as the plan says when not given. The day of the change is the first of what comes after. */
    public val by: ProrationUnit? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("change"); change.write(writer)
        writer.field("at"); writer.value(at)
        writer.field("zone"); writer.value(zone)
        writer.field("anchor"); writer.value(anchor)
        if (by != null) { writer.field("by"); by.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ProrateRequest &&
        change == other.change &&
        alike(at, other.at) &&
        zone == other.zone &&
        anchor == other.anchor &&
        by == other.by

    override fun hashCode(): Int = hashed(change, at, zone, anchor, by)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var change: PlanChange? = null
        private var at: Instant? = null
        private var zone: String? = null
        private var anchor: LocalDate? = null
        private var by: ProrationUnit? = null

        /** See [ProrateRequest.change]. */
        public fun change(change: PlanChange): Builder = apply { this.change = change }

        /** See [ProrateRequest.at]. */
        public fun at(at: Instant): Builder = apply { this.at = at }

        /** See [ProrateRequest.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [ProrateRequest.anchor]. */
        public fun anchor(anchor: LocalDate): Builder = apply { this.anchor = anchor }

        /** See [ProrateRequest.by]. */
        public fun by(by: ProrationUnit?): Builder = apply { this.by = by }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ProrateRequest = ProrateRequest(
            checkNotNull(change) { "`change` of ProrateRequest is not set" },
            checkNotNull(at) { "`at` of ProrateRequest is not set" },
            checkNotNull(zone) { "`zone` of ProrateRequest is not set" },
            checkNotNull(anchor) { "`anchor` of ProrateRequest is not set" },
            by,
        )
    }

    public companion object : Wire<ProrateRequest>("ProrateRequest") {
        public fun serializer(): KSerializer<ProrateRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ProrateRequest {
            var change: PlanChange? = null
            var at: Instant? = null
            var zone: String? = null
            var anchor: LocalDate? = null
            var by: ProrationUnit? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("change")) change = reader.orNull { PlanChange.read(reader) }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("by")) by = reader.orNull { ProrationUnit.read(reader) }
                else throw reader.unknown()
            }
            return ProrateRequest(
                change ?: throw reader.missing("change"),
                at ?: throw reader.missing("at"),
                zone ?: throw reader.missing("zone"),
                anchor ?: throw reader.missing("anchor"),
                by,
            )
        }
    }
}

/** What happens to a subscription. */
@Serializable(with = PlanChange.Companion::class)
public sealed interface PlanChange : RatebookValue {
    /** It begins: the rest of the period is charged. */
    public data object Start : PlanChange {
        override fun write(writer: WireWriter) {
            writer.value("start")
        }
    }

    /** It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged. */
    public data class Switch(public val held: SwitchChange) : PlanChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("switch"); held.write(writer)
            writer.close()
        }
    }

    /** It ends: the rest of the period is credited. */
    public data object Cancel : PlanChange {
        override fun write(writer: WireWriter) {
            writer.value("cancel")
        }
    }

    /** It rests for a while: that while is credited. */
    public data class Pause(public val held: PauseChange) : PlanChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("pause"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : PlanChange {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<PlanChange>("PlanChange") {
        public fun serializer(): KSerializer<PlanChange> = this

        override fun read(reader: WireReader): PlanChange {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "start" -> Start
                    "cancel" -> Cancel
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("switch")) Switch(SwitchChange.read(reader))
                else if (reader.isAt("pause")) Pause(PauseChange.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** The plan to which a subscription moves. */
@Serializable(with = SwitchChange.Companion::class)
public data class SwitchChange(
    /** Its price of a whole period. */
    public val price: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); writer.value(price)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is SwitchChange &&
        alike(price, other.price)

    override fun hashCode(): Int = hashed(price)

    public companion object : Wire<SwitchChange>("SwitchChange") {
        public fun serializer(): KSerializer<SwitchChange> = this

        override fun read(reader: WireReader): SwitchChange {
            var price: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return SwitchChange(
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** How long a subscription rests. */
@Serializable(with = PauseChange.Companion::class)
public data class PauseChange(
    /** When it goes on, within the same period. */
    public val resumesAt: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resumes_at"); writer.value(resumesAt)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PauseChange &&
        alike(resumesAt, other.resumesAt)

    override fun hashCode(): Int = hashed(resumesAt)

    public companion object : Wire<PauseChange>("PauseChange") {
        public fun serializer(): KSerializer<PauseChange> = this

        override fun read(reader: WireReader): PauseChange {
            var resumesAt: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resumes_at")) resumesAt = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return PauseChange(
                resumesAt ?: throw reader.missing("resumes_at"),
            )
        }
    }
}

/** What a change costs. */
@Serializable(with = Proration.Companion::class)
public data class Proration @JvmOverloads constructor(
    /** The billing period. */
    public val period: DayRange,
    /** How many days or seconds of the period lie before the change. */
    public val elapsed: Long,
    /** How many the period has. */
    public val whole: Long,
    /** The currency of every amount. */
    public val currency: String,
    /** Credit and charge, each on its own. */
    public val lines: List<ProrationLine>,
    /** The sum of the lines; below zero when the customer gets money back. */
    public val total: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("period"); period.write(writer)
        writer.field("elapsed"); writer.value(elapsed)
        writer.field("whole"); writer.value(whole)
        writer.field("currency"); writer.value(currency)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.field("total"); writer.value(total)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Proration &&
        period == other.period &&
        elapsed == other.elapsed &&
        whole == other.whole &&
        currency == other.currency &&
        lines == other.lines &&
        alike(total, other.total) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(period, elapsed, whole, currency, lines, total, unknownFields)

    public companion object : Wire<Proration>("Proration") {
        public fun serializer(): KSerializer<Proration> = this

        override fun read(reader: WireReader): Proration {
            var period: DayRange? = null
            var elapsed: Long? = null
            var whole: Long? = null
            var currency: String? = null
            var lines: List<ProrationLine>? = null
            var total: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("period")) period = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("elapsed")) elapsed = reader.orNull { reader.long() }
                else if (reader.isAt("whole")) whole = reader.orNull { reader.long() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { ProrationLine.read(reader) } }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Proration(
                period ?: throw reader.missing("period"),
                elapsed ?: throw reader.missing("elapsed"),
                whole ?: throw reader.missing("whole"),
                currency ?: throw reader.missing("currency"),
                lines ?: throw reader.missing("lines"),
                total ?: throw reader.missing("total"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A credit or a charge. */
@Serializable(with = ProrationLine.Companion::class)
public data class ProrationLine @JvmOverloads constructor(
    /** Which of the two. */
    public val kind: ProrationLineKind,
    /** What people call it. */
    public val label: String,
    /** The price of the whole period. */
    public val fullPrice: BigDecimal,
    /** The amount, below zero for a credit. */
    public val amount: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("label"); writer.value(label)
        writer.field("full_price"); writer.value(fullPrice)
        writer.field("amount"); writer.value(amount)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ProrationLine &&
        kind == other.kind &&
        label == other.label &&
        alike(fullPrice, other.fullPrice) &&
        alike(amount, other.amount) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(kind, label, fullPrice, amount, unknownFields)

    public companion object : Wire<ProrationLine>("ProrationLine") {
        public fun serializer(): KSerializer<ProrationLine> = this

        override fun read(reader: WireReader): ProrationLine {
            var kind: ProrationLineKind? = null
            var label: String? = null
            var fullPrice: BigDecimal? = null
            var amount: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { ProrationLineKind.read(reader) }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("full_price")) fullPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ProrationLine(
                kind ?: throw reader.missing("kind"),
                label ?: throw reader.missing("label"),
                fullPrice ?: throw reader.missing("full_price"),
                amount ?: throw reader.missing("amount"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Credit or charge. */
@Serializable(with = ProrationLineKind.Companion::class)
public class ProrationLineKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ProrationLineKind>("ProrationLineKind") {
        public fun serializer(): KSerializer<ProrationLineKind> = this

        /** Money back. */
        @JvmField public val CREDIT: ProrationLineKind = ProrationLineKind("credit")

        /** Money due. */
        @JvmField public val CHARGE: ProrationLineKind = ProrationLineKind("charge")

        override val entries: List<ProrationLineKind> = listOf(
            CREDIT,
            CHARGE,
        )

        internal override fun unknown(wire: String): ProrationLineKind = ProrationLineKind(wire)
    }
}
