// Written by `cargo xtask generate`.

package com.ratebook.money

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
import com.ratebook.expression.*
import com.ratebook.flow.*
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

/** What happens to a half, and to what is left over. */
@Serializable(with = RoundingMode.Companion::class)
public class RoundingMode private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RoundingMode>("RoundingMode") {
        public fun serializer(): KSerializer<RoundingMode> = this

        /** A half goes away from zero: 2.5 → 3, -2.5 → -3. */
        @JvmField public val HALF_UP: RoundingMode = RoundingMode("half_up")

        /** A half goes to the even neighbour: 2.5 → 2, 3.5 → 4. */
        @JvmField public val HALF_EVEN: RoundingMode = RoundingMode("half_even")

        /** Away from zero. */
        @JvmField public val UP: RoundingMode = RoundingMode("up")

        /** Towards zero. */
        @JvmField public val DOWN: RoundingMode = RoundingMode("down")

        override val entries: List<RoundingMode> = listOf(
            HALF_UP,
            HALF_EVEN,
            UP,
            DOWN,
        )

        internal override fun unknown(wire: String): RoundingMode = RoundingMode(wire)
    }
}

/** A language and place, by its BCP 47 tag. */
@Serializable(with = NumberLocale.Companion::class)
public class NumberLocale private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<NumberLocale>("NumberLocale") {
        public fun serializer(): KSerializer<NumberLocale> = this

        /** American English: $1,234,567.00 */
        @JvmField public val EN_US: NumberLocale = NumberLocale("en-US")

        /** Indian English: ₹12,34,567.00 */
        @JvmField public val EN_IN: NumberLocale = NumberLocale("en-IN")

        /** Spanish: 1.234.567,00 € */
        @JvmField public val ES: NumberLocale = NumberLocale("es")

        /** French: 1 234 567,00 €, with spaces at which no line breaks */
        @JvmField public val FR: NumberLocale = NumberLocale("fr")

        /** German: 1.234.567,00 € */
        @JvmField public val DE: NumberLocale = NumberLocale("de")

        /** Hindi: ₹12,34,567.00 */
        @JvmField public val HI: NumberLocale = NumberLocale("hi")

        override val entries: List<NumberLocale> = listOf(
            EN_US,
            EN_IN,
            ES,
            FR,
            DE,
            HI,
        )

        internal override fun unknown(wire: String): NumberLocale = NumberLocale(wire)
    }
}

/** An amount in a currency. Two currencies never mix: that is an error, not a conversion. */
@Serializable(with = Money.Companion::class)
public data class Money @JvmOverloads constructor(
    /** How much. */
    public val amount: BigDecimal,
    /** Of what. */
    public val currency: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("currency"); writer.value(currency)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Money &&
        alike(amount, other.amount) &&
        currency == other.currency &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(amount, currency, unknownFields)

    public companion object : Wire<Money>("Money") {
        public fun serializer(): KSerializer<Money> = this

        override fun read(reader: WireReader): Money {
            var amount: BigDecimal? = null
            var currency: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Money(
                amount ?: throw reader.missing("amount"),
                currency ?: throw reader.missing("currency"),
                unknownFields ?: emptyMap(),
            )
        }

        /** Rounds an amount to a minor unit, a cash step or any other. */
        @JvmStatic public fun round(request: RoundRequest): Money =
            Library.ask(4, null, request) { reader -> Money.read(reader) }

        /** `round` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun roundJson(request: ByteArray): ByteArray = Library.askJson(4, null, request)

        /** Shares an amount out by weights or in equal parts that add up to it exactly. */
        @JvmStatic public fun allocate(request: AllocateRequest): List<Money> =
            Library.ask(5, null, request) { reader -> reader.list { Money.read(reader) } }

        /** `allocate` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun allocateJson(request: ByteArray): ByteArray = Library.askJson(5, null, request)

        /** Adds amounts of one currency up, exactly. */
        @JvmStatic public fun sum(request: SumRequest): Money =
            Library.ask(6, null, request) { reader -> Money.read(reader) }

        /** `sum` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun sumJson(request: ByteArray): ByteArray = Library.askJson(6, null, request)

        /** Converts an amount by a table of exchange rates and tells which rate was used. */
        @JvmStatic public fun convert(request: ConvertRequest): Conversion =
            Library.ask(7, null, request) { reader -> Conversion.read(reader) }

        /** `convert` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun convertJson(request: ByteArray): ByteArray = Library.askJson(7, null, request)

        /** Looks a table of exchange rates over: every row that cannot be used, and why. */
        @JvmStatic public fun checkRates(request: CheckRatesRequest): RatesChecked =
            Library.ask(8, null, request) { reader -> RatesChecked.read(reader) }

        /** `checkRates` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun checkRatesJson(request: ByteArray): ByteArray = Library.askJson(8, null, request)

        /** The facts of one currency: number, name, minor unit, digits shown, cash step. */
        @JvmStatic public fun currency(request: CurrencyRequest): CurrencyFacts =
            Library.ask(9, null, request) { reader -> CurrencyFacts.read(reader) }

        /** `currency` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun currencyJson(request: ByteArray): ByteArray = Library.askJson(9, null, request)

        /** The facts of every currency. */
        @JvmStatic public fun currencies(request: CurrenciesRequest): List<CurrencyFacts> =
            Library.ask(10, null, request) { reader -> reader.list { CurrencyFacts.read(reader) } }

        /** `currencies` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun currenciesJson(request: ByteArray): ByteArray = Library.askJson(10, null, request)

        /** Counts an amount in the units of a payment gateway. */
        @JvmStatic public fun toGateway(request: ToGatewayRequest): GatewayAmount =
            Library.ask(11, null, request) { reader -> GatewayAmount.read(reader) }

        /** `toGateway` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun toGatewayJson(request: ByteArray): ByteArray = Library.askJson(11, null, request)

        /** The amount that a payment gateway's units are. */
        @JvmStatic public fun fromGateway(request: FromGatewayRequest): Money =
            Library.ask(12, null, request) { reader -> Money.read(reader) }

        /** `fromGateway` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun fromGatewayJson(request: ByteArray): ByteArray = Library.askJson(12, null, request)

        /** Writes an amount as a language and place do. */
        @JvmStatic public fun format(request: FormatRequest): String =
            Library.ask(13, null, request) { reader -> reader.text() }

        /** `format` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun formatJson(request: ByteArray): ByteArray = Library.askJson(13, null, request)

        /** Reads an amount as a language and place write it. */
        @JvmStatic public fun parse(request: ParseRequest): Money =
            Library.ask(14, null, request) { reader -> Money.read(reader) }

        /** `parse` from JSON to JSON, both as they cross wires. */
        @JvmStatic public fun parseJson(request: ByteArray): ByteArray = Library.askJson(14, null, request)
    }
}

/** An amount to round. */
@Serializable(with = RoundRequest.Companion::class)
public data class RoundRequest(
    /** The amount. */
    public val money: Money,
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** To what is rounded. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("mode"); mode.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var money: Money? = null
        private var mode: RoundingMode? = null
        private var step: RoundingStep? = null

        /** See [RoundRequest.money]. */
        public fun money(money: Money): Builder = apply { this.money = money }

        /** See [RoundRequest.mode]. */
        public fun mode(mode: RoundingMode): Builder = apply { this.mode = mode }

        /** See [RoundRequest.step]. */
        public fun step(step: RoundingStep): Builder = apply { this.step = step }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RoundRequest = RoundRequest(
            checkNotNull(money) { "`money` of RoundRequest is not set" },
            mode ?: RoundingMode.HALF_UP,
            step ?: RoundingStep.MinorUnit,
        )
    }

    public companion object : Wire<RoundRequest>("RoundRequest") {
        public fun serializer(): KSerializer<RoundRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RoundRequest {
            var money: Money? = null
            var mode: RoundingMode? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return RoundRequest(
                money ?: throw reader.missing("money"),
                mode ?: RoundingMode.HALF_UP,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** The step to which an amount is rounded or in which it is shared out. */
@Serializable(with = RoundingStep.Companion::class)
public sealed interface RoundingStep : RatebookValue {
    /** The minor unit of ISO 4217, such as a cent. */
    public data object MinorUnit : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.value("minor_unit")
        }
    }

    /** What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists. */
    public data object Cash : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.value("cash")
        }
    }

    /** This much. */
    public data class Of(public val held: BigDecimal) : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("of"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Of &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : RoundingStep {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<RoundingStep>("RoundingStep") {
        public fun serializer(): KSerializer<RoundingStep> = this

        override fun read(reader: WireReader): RoundingStep {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "minor_unit" -> MinorUnit
                    "cash" -> Cash
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("of")) Of(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** An amount to share out. */
@Serializable(with = AllocateRequest.Companion::class)
public data class AllocateRequest(
    /** What is shared out. */
    public val total: Money,
    /** Among how many, or by which weights. */
    public val among: Shares,
    /** Who gets what is left over. */
    public val method: AllocationMethod = AllocationMethod.LARGEST_REMAINDER,
    /** Every share is a whole number of these. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("total"); total.write(writer)
        writer.field("among"); among.write(writer)
        writer.field("method"); method.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var total: Money? = null
        private var among: Shares? = null
        private var method: AllocationMethod? = null
        private var step: RoundingStep? = null

        /** See [AllocateRequest.total]. */
        public fun total(total: Money): Builder = apply { this.total = total }

        /** See [AllocateRequest.among]. */
        public fun among(among: Shares): Builder = apply { this.among = among }

        /** See [AllocateRequest.method]. */
        public fun method(method: AllocationMethod): Builder = apply { this.method = method }

        /** See [AllocateRequest.step]. */
        public fun step(step: RoundingStep): Builder = apply { this.step = step }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AllocateRequest = AllocateRequest(
            checkNotNull(total) { "`total` of AllocateRequest is not set" },
            checkNotNull(among) { "`among` of AllocateRequest is not set" },
            method ?: AllocationMethod.LARGEST_REMAINDER,
            step ?: RoundingStep.MinorUnit,
        )
    }

    public companion object : Wire<AllocateRequest>("AllocateRequest") {
        public fun serializer(): KSerializer<AllocateRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AllocateRequest {
            var total: Money? = null
            var among: Shares? = null
            var method: AllocationMethod? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("total")) total = reader.orNull { Money.read(reader) }
                else if (reader.isAt("among")) among = reader.orNull { Shares.read(reader) }
                else if (reader.isAt("method")) method = reader.orNull { AllocationMethod.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return AllocateRequest(
                total ?: throw reader.missing("total"),
                among ?: throw reader.missing("among"),
                method ?: AllocationMethod.LARGEST_REMAINDER,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** Among how many, or by which weights. */
@Serializable(with = Shares.Companion::class)
public sealed interface Shares : RatebookValue {
    /** So many equal parts. */
    public data class Parts(public val held: Int) : Shares {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("parts"); writer.value(held)
            writer.close()
        }
    }

    /** In proportion to these, none below zero. */
    public data class Weights(public val held: List<BigDecimal>) : Shares {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("weights"); writer.list(held) { writer.value(it) }
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Weights &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : Shares {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<Shares>("Shares") {
        public fun serializer(): KSerializer<Shares> = this

        override fun read(reader: WireReader): Shares {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("parts")) Parts(reader.whole())
                else if (reader.isAt("weights")) Weights(reader.list { reader.decimal() })
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Who gets what is left over when the shares are not whole steps. */
@Serializable(with = AllocationMethod.Companion::class)
public class AllocationMethod private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<AllocationMethod>("AllocationMethod") {
        public fun serializer(): KSerializer<AllocationMethod> = this

        /** One step each to the shares that lost most by cutting, the earlier one first among equals. */
        @JvmField public val LARGEST_REMAINDER: AllocationMethod = AllocationMethod("largest_remainder")

        /** All of it to the first share that has a weight. */
        @JvmField public val FIRST: AllocationMethod = AllocationMethod("first")

        /** One step each to the shares that have a weight, in their order. */
        @JvmField public val ONE_EACH: AllocationMethod = AllocationMethod("one_each")

        override val entries: List<AllocationMethod> = listOf(
            LARGEST_REMAINDER,
            FIRST,
            ONE_EACH,
        )

        internal override fun unknown(wire: String): AllocationMethod = AllocationMethod(wire)
    }
}

/** Amounts to add up. */
@Serializable(with = SumRequest.Companion::class)
public data class SumRequest(
    /** The amounts, all of one currency. */
    public val amounts: List<Money>,
    /** The currency of the sum; that of the first amount when not given. */
    public val currency: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amounts"); writer.list(amounts) { it.write(writer) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var amounts: List<Money>? = null
        private var currency: String? = null

        /** See [SumRequest.amounts]. */
        public fun amounts(amounts: List<Money>): Builder = apply { this.amounts = amounts }

        /** See [SumRequest.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SumRequest = SumRequest(
            checkNotNull(amounts) { "`amounts` of SumRequest is not set" },
            currency,
        )
    }

    public companion object : Wire<SumRequest>("SumRequest") {
        public fun serializer(): KSerializer<SumRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SumRequest {
            var amounts: List<Money>? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amounts")) amounts = reader.orNull { reader.list { Money.read(reader) } }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SumRequest(
                amounts ?: throw reader.missing("amounts"),
                currency,
            )
        }
    }
}

/** An amount to convert. */
@Serializable(with = ConvertRequest.Companion::class)
public data class ConvertRequest(
    /** The amount. */
    public val money: Money,
    /** Into which currency. */
    public val currency: String,
    /** The rates that are known. */
    public val rates: ExchangeRates,
    /** The moment at which the age of a rate is judged; later rates are not looked at. */
    public val asOf: Instant,
    /** How old a rate may be. */
    public val maxAgeSeconds: Int = 86400,
    /** Whether a rate that is too old is used and marked stale, rather than refused. */
    public val allowStale: Boolean = false,
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** To what the answer is rounded, in the target currency. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("rates"); rates.write(writer)
        writer.field("as_of"); writer.value(asOf)
        writer.field("max_age_seconds"); writer.value(maxAgeSeconds)
        if (allowStale) { writer.field("allow_stale"); writer.value(allowStale) }
        writer.field("mode"); mode.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ConvertRequest &&
        money == other.money &&
        currency == other.currency &&
        rates == other.rates &&
        alike(asOf, other.asOf) &&
        maxAgeSeconds == other.maxAgeSeconds &&
        allowStale == other.allowStale &&
        mode == other.mode &&
        step == other.step

    override fun hashCode(): Int = hashed(money, currency, rates, asOf, maxAgeSeconds, allowStale, mode, step)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var money: Money? = null
        private var currency: String? = null
        private var rates: ExchangeRates? = null
        private var asOf: Instant? = null
        private var maxAgeSeconds: Int? = null
        private var allowStale: Boolean? = null
        private var mode: RoundingMode? = null
        private var step: RoundingStep? = null

        /** See [ConvertRequest.money]. */
        public fun money(money: Money): Builder = apply { this.money = money }

        /** See [ConvertRequest.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [ConvertRequest.rates]. */
        public fun rates(rates: ExchangeRates): Builder = apply { this.rates = rates }

        /** See [ConvertRequest.asOf]. */
        public fun asOf(asOf: Instant): Builder = apply { this.asOf = asOf }

        /** See [ConvertRequest.maxAgeSeconds]. */
        public fun maxAgeSeconds(maxAgeSeconds: Int): Builder = apply { this.maxAgeSeconds = maxAgeSeconds }

        /** See [ConvertRequest.allowStale]. */
        public fun allowStale(allowStale: Boolean): Builder = apply { this.allowStale = allowStale }

        /** See [ConvertRequest.mode]. */
        public fun mode(mode: RoundingMode): Builder = apply { this.mode = mode }

        /** See [ConvertRequest.step]. */
        public fun step(step: RoundingStep): Builder = apply { this.step = step }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ConvertRequest = ConvertRequest(
            checkNotNull(money) { "`money` of ConvertRequest is not set" },
            checkNotNull(currency) { "`currency` of ConvertRequest is not set" },
            checkNotNull(rates) { "`rates` of ConvertRequest is not set" },
            checkNotNull(asOf) { "`asOf` of ConvertRequest is not set" },
            maxAgeSeconds ?: 86400,
            allowStale ?: false,
            mode ?: RoundingMode.HALF_UP,
            step ?: RoundingStep.MinorUnit,
        )
    }

    public companion object : Wire<ConvertRequest>("ConvertRequest") {
        public fun serializer(): KSerializer<ConvertRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ConvertRequest {
            var money: Money? = null
            var currency: String? = null
            var rates: ExchangeRates? = null
            var asOf: Instant? = null
            var maxAgeSeconds: Int? = null
            var allowStale: Boolean? = null
            var mode: RoundingMode? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("rates")) rates = reader.orNull { ExchangeRates.read(reader) }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("max_age_seconds")) maxAgeSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("allow_stale")) allowStale = reader.orNull { reader.flag() }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return ConvertRequest(
                money ?: throw reader.missing("money"),
                currency ?: throw reader.missing("currency"),
                rates ?: throw reader.missing("rates"),
                asOf ?: throw reader.missing("as_of"),
                maxAgeSeconds ?: 86400,
                allowStale ?: false,
                mode ?: RoundingMode.HALF_UP,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** A table of exchange rates. */
@Serializable(with = ExchangeRates.Companion::class)
public data class ExchangeRates(
    /** The currency through which two others are crossed; without it nothing is crossed. */
    public val base: String? = null,
    /**
     * The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
     * one that stands first. One in a currency that ISO 4217 does not know is not used; the others are.
     */
    public val rates: List<ExchangeRate>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (base != null) { writer.field("base"); writer.value(base) }
        writer.field("rates"); writer.list(rates) { it.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var base: String? = null
        private var rates: List<ExchangeRate>? = null

        /** See [ExchangeRates.base]. */
        public fun base(base: String?): Builder = apply { this.base = base }

        /** See [ExchangeRates.rates]. */
        public fun rates(rates: List<ExchangeRate>): Builder = apply { this.rates = rates }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ExchangeRates = ExchangeRates(
            base,
            checkNotNull(rates) { "`rates` of ExchangeRates is not set" },
        )
    }

    public companion object : Wire<ExchangeRates>("ExchangeRates") {
        public fun serializer(): KSerializer<ExchangeRates> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ExchangeRates {
            var base: String? = null
            var rates: List<ExchangeRate>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.text() }
                else if (reader.isAt("rates")) rates = reader.orNull { reader.list { ExchangeRate.read(reader) } }
                else throw reader.unknown()
            }
            return ExchangeRates(
                base,
                rates ?: throw reader.missing("rates"),
            )
        }
    }
}

/** What one unit of `base` was worth in `quote`, by whom and when. */
@Serializable(with = ExchangeRate.Companion::class)
public data class ExchangeRate @JvmOverloads constructor(
    /** The currency of which there is one unit; it may have ended. */
    public val base: String,
    /** The currency in which its worth is told; it may have ended. */
    public val quote: String,
    /** The worth, above zero. */
    public val rate: BigDecimal,
    /** When the rate held. */
    public val asOf: Instant,
    /** Who said so, such as `ECB`. */
    public val source: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("base"); writer.value(base)
        writer.field("quote"); writer.value(quote)
        writer.field("rate"); writer.value(rate)
        writer.field("as_of"); writer.value(asOf)
        writer.field("source"); writer.value(source)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ExchangeRate &&
        base == other.base &&
        quote == other.quote &&
        alike(rate, other.rate) &&
        alike(asOf, other.asOf) &&
        source == other.source &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(base, quote, rate, asOf, source, unknownFields)

    public companion object : Wire<ExchangeRate>("ExchangeRate") {
        public fun serializer(): KSerializer<ExchangeRate> = this

        override fun read(reader: WireReader): ExchangeRate {
            var base: String? = null
            var quote: String? = null
            var rate: BigDecimal? = null
            var asOf: Instant? = null
            var source: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.text() }
                else if (reader.isAt("quote")) quote = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { reader.decimal() }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("source")) source = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ExchangeRate(
                base ?: throw reader.missing("base"),
                quote ?: throw reader.missing("quote"),
                rate ?: throw reader.missing("rate"),
                asOf ?: throw reader.missing("as_of"),
                source ?: throw reader.missing("source"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A converted amount and everything it rests on. */
@Serializable(with = Conversion.Companion::class)
public data class Conversion(
    /** The amount in the target currency, rounded. */
    public val money: Money,
    /** The amount that was converted. */
    public val original: Money,
    /**
     * What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
     * the exact fraction that `legs` give.
     */
    public val rate: BigDecimal,
    /** How the rate was found. */
    public val path: RatePath,
    /** When the rate held: the time of the oldest leg. */
    public val rateAsOf: Instant? = null,
    /** Whether a leg is older than allowed. */
    public val stale: Boolean,
    /** The rates used, in order: one, two when crossed, none between the same currency. */
    public val legs: List<ExchangeRate>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("original"); original.write(writer)
        writer.field("rate"); writer.value(rate)
        writer.field("path"); path.write(writer)
        if (rateAsOf != null) { writer.field("rate_as_of"); writer.value(rateAsOf) }
        writer.field("stale"); writer.value(stale)
        writer.field("legs"); writer.list(legs) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Conversion &&
        money == other.money &&
        original == other.original &&
        alike(rate, other.rate) &&
        path == other.path &&
        alike(rateAsOf, other.rateAsOf) &&
        stale == other.stale &&
        legs == other.legs &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(money, original, rate, path, rateAsOf, stale, legs, unknownFields)

    public companion object : Wire<Conversion>("Conversion") {
        public fun serializer(): KSerializer<Conversion> = this

        override fun read(reader: WireReader): Conversion {
            var money: Money? = null
            var original: Money? = null
            var rate: BigDecimal? = null
            var path: RatePath? = null
            var rateAsOf: Instant? = null
            var stale: Boolean? = null
            var legs: List<ExchangeRate>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("original")) original = reader.orNull { Money.read(reader) }
                else if (reader.isAt("rate")) rate = reader.orNull { reader.decimal() }
                else if (reader.isAt("path")) path = reader.orNull { RatePath.read(reader) }
                else if (reader.isAt("rate_as_of")) rateAsOf = reader.orNull { reader.instant() }
                else if (reader.isAt("stale")) stale = reader.orNull { reader.flag() }
                else if (reader.isAt("legs")) legs = reader.orNull { reader.list { ExchangeRate.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Conversion(
                money ?: throw reader.missing("money"),
                original ?: throw reader.missing("original"),
                rate ?: throw reader.missing("rate"),
                path ?: throw reader.missing("path"),
                rateAsOf,
                stale ?: throw reader.missing("stale"),
                legs ?: throw reader.missing("legs"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a rate was found. */
@Serializable(with = RatePath.Companion::class)
public class RatePath private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RatePath>("RatePath") {
        public fun serializer(): KSerializer<RatePath> = this

        /** Both currencies are the same. */
        @JvmField public val SAME: RatePath = RatePath("same")

        /** As the table has it. */
        @JvmField public val DIRECT: RatePath = RatePath("direct")

        /** By the rate of the opposite direction. */
        @JvmField public val INVERSE: RatePath = RatePath("inverse")

        /** Through the base of the table. */
        @JvmField public val CROSS: RatePath = RatePath("cross")

        override val entries: List<RatePath> = listOf(
            SAME,
            DIRECT,
            INVERSE,
            CROSS,
        )

        internal override fun unknown(wire: String): RatePath = RatePath(wire)
    }
}

/** A table of exchange rates to look over. */
@Serializable(with = CheckRatesRequest.Companion::class)
public data class CheckRatesRequest(
    /** The table. */
    public val rates: ExchangeRates,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("rates"); rates.write(writer)
        writer.close()
    }

    public companion object : Wire<CheckRatesRequest>("CheckRatesRequest") {
        public fun serializer(): KSerializer<CheckRatesRequest> = this

        override fun read(reader: WireReader): CheckRatesRequest {
            var rates: ExchangeRates? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("rates")) rates = reader.orNull { ExchangeRates.read(reader) }
                else throw reader.unknown()
            }
            return CheckRatesRequest(
                rates ?: throw reader.missing("rates"),
            )
        }
    }
}

/** What a table of exchange rates is worth. */
@Serializable(with = RatesChecked.Companion::class)
public data class RatesChecked @JvmOverloads constructor(
    /** How many of its rates can be used. */
    public val usable: Int,
    /** Every fault, with the place of its row. */
    public val faults: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("usable"); writer.value(usable)
        writer.field("faults"); writer.list(faults) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RatesChecked>("RatesChecked") {
        public fun serializer(): KSerializer<RatesChecked> = this

        override fun read(reader: WireReader): RatesChecked {
            var usable: Int? = null
            var faults: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("usable")) usable = reader.orNull { reader.whole() }
                else if (reader.isAt("faults")) faults = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RatesChecked(
                usable ?: throw reader.missing("usable"),
                faults ?: throw reader.missing("faults"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The currency whose facts are asked for. */
@Serializable(with = CurrencyRequest.Companion::class)
public data class CurrencyRequest(
    /** The currency. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<CurrencyRequest>("CurrencyRequest") {
        public fun serializer(): KSerializer<CurrencyRequest> = this

        override fun read(reader: WireReader): CurrencyRequest {
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CurrencyRequest(
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}

/** What is known of a currency. */
@Serializable(with = CurrencyFacts.Companion::class)
public data class CurrencyFacts(
    /** The three letters. */
    public val currency: String,
    /** The three digits, such as `978`. */
    public val numeric: String,
    /** The English name. */
    public val name: String,
    /** Digits behind the point in accounts; not there for gold, drawing rights and their like. */
    public val minorUnit: Int? = null,
    /** Digits that people are shown. */
    public val displayDigits: Int,
    /** The smallest sum payable in coins, where that is more than a minor unit. */
    public val cashStep: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("numeric"); writer.value(numeric)
        writer.field("name"); writer.value(name)
        if (minorUnit != null) { writer.field("minor_unit"); writer.value(minorUnit) }
        writer.field("display_digits"); writer.value(displayDigits)
        if (cashStep != null) { writer.field("cash_step"); writer.value(cashStep) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CurrencyFacts &&
        currency == other.currency &&
        numeric == other.numeric &&
        name == other.name &&
        minorUnit == other.minorUnit &&
        displayDigits == other.displayDigits &&
        alike(cashStep, other.cashStep) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(currency, numeric, name, minorUnit, displayDigits, cashStep, unknownFields)

    public companion object : Wire<CurrencyFacts>("CurrencyFacts") {
        public fun serializer(): KSerializer<CurrencyFacts> = this

        override fun read(reader: WireReader): CurrencyFacts {
            var currency: String? = null
            var numeric: String? = null
            var name: String? = null
            var minorUnit: Int? = null
            var displayDigits: Int? = null
            var cashStep: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("numeric")) numeric = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("minor_unit")) minorUnit = reader.orNull { reader.whole() }
                else if (reader.isAt("display_digits")) displayDigits = reader.orNull { reader.whole() }
                else if (reader.isAt("cash_step")) cashStep = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CurrencyFacts(
                currency ?: throw reader.missing("currency"),
                numeric ?: throw reader.missing("numeric"),
                name ?: throw reader.missing("name"),
                minorUnit,
                displayDigits ?: throw reader.missing("display_digits"),
                cashStep,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A request for every currency. */
@Serializable(with = CurrenciesRequest.Companion::class)
public class CurrenciesRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CurrenciesRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "CurrenciesRequest()"

    public companion object : Wire<CurrenciesRequest>("CurrenciesRequest") {
        public fun serializer(): KSerializer<CurrenciesRequest> = this

        override fun read(reader: WireReader): CurrenciesRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return CurrenciesRequest()
        }
    }
}

/** An amount for a gateway. */
@Serializable(with = ToGatewayRequest.Companion::class)
public data class ToGatewayRequest(
    /** The amount. */
    public val money: Money,
    /** For whom. */
    public val gateway: Gateway,
    /** What the money does. */
    public val purpose: GatewayUse = GatewayUse.CHARGE,
    /** How an amount finer than the gateway takes is rounded; without it such an amount is refused. */
    public val mode: RoundingMode? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("gateway"); gateway.write(writer)
        writer.field("purpose"); purpose.write(writer)
        if (mode != null) { writer.field("mode"); mode.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var money: Money? = null
        private var gateway: Gateway? = null
        private var purpose: GatewayUse? = null
        private var mode: RoundingMode? = null

        /** See [ToGatewayRequest.money]. */
        public fun money(money: Money): Builder = apply { this.money = money }

        /** See [ToGatewayRequest.gateway]. */
        public fun gateway(gateway: Gateway): Builder = apply { this.gateway = gateway }

        /** See [ToGatewayRequest.purpose]. */
        public fun purpose(purpose: GatewayUse): Builder = apply { this.purpose = purpose }

        /** See [ToGatewayRequest.mode]. */
        public fun mode(mode: RoundingMode?): Builder = apply { this.mode = mode }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ToGatewayRequest = ToGatewayRequest(
            checkNotNull(money) { "`money` of ToGatewayRequest is not set" },
            checkNotNull(gateway) { "`gateway` of ToGatewayRequest is not set" },
            purpose ?: GatewayUse.CHARGE,
            mode,
        )
    }

    public companion object : Wire<ToGatewayRequest>("ToGatewayRequest") {
        public fun serializer(): KSerializer<ToGatewayRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ToGatewayRequest {
            var money: Money? = null
            var gateway: Gateway? = null
            var purpose: GatewayUse? = null
            var mode: RoundingMode? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("purpose")) purpose = reader.orNull { GatewayUse.read(reader) }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else throw reader.unknown()
            }
            return ToGatewayRequest(
                money ?: throw reader.missing("money"),
                gateway ?: throw reader.missing("gateway"),
                purpose ?: GatewayUse.CHARGE,
                mode,
            )
        }
    }
}

/** A payment gateway, each with its own table of units. */
@Serializable(with = Gateway.Companion::class)
public class Gateway private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Gateway>("Gateway") {
        public fun serializer(): KSerializer<Gateway> = this

        /** Whole numbers of the smallest unit, with tables of exceptions. */
        @JvmField public val STRIPE: Gateway = Gateway("stripe")

        /** Decimal text; its own list of currencies, three of them without decimals. */
        @JvmField public val PAYPAL: Gateway = Gateway("paypal")

        /** Whole numbers of the smallest unit; the third decimal is always 0. */
        @JvmField public val RAZORPAY: Gateway = Gateway("razorpay")

        /** Whole numbers of the smallest unit. */
        @JvmField public val SQUARE: Gateway = Gateway("square")

        override val entries: List<Gateway> = listOf(
            STRIPE,
            PAYPAL,
            RAZORPAY,
            SQUARE,
        )

        internal override fun unknown(wire: String): Gateway = Gateway(wire)
    }
}

/** What the money does. */
@Serializable(with = GatewayUse.Companion::class)
public class GatewayUse private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<GatewayUse>("GatewayUse") {
        public fun serializer(): KSerializer<GatewayUse> = this

        /** A customer pays, or is paid back. */
        @JvmField public val CHARGE: GatewayUse = GatewayUse("charge")

        /** The gateway pays out to a bank account. */
        @JvmField public val PAYOUT: GatewayUse = GatewayUse("payout")

        override val entries: List<GatewayUse> = listOf(
            CHARGE,
            PAYOUT,
        )

        internal override fun unknown(wire: String): GatewayUse = GatewayUse(wire)
    }
}

/** An amount as a gateway counts it. */
@Serializable(with = GatewayAmount.Companion::class)
public data class GatewayAmount @JvmOverloads constructor(
    /** Whose. */
    public val gateway: Gateway,
    /** The currency. */
    public val currency: String,
    /** The whole number of the gateway's units. */
    public val units: Long,
    /** The same amount with as many digits as the gateway has, for gateways that take decimal text. */
    public val amount: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("gateway"); gateway.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("units"); writer.value(units)
        writer.field("amount"); writer.value(amount)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is GatewayAmount &&
        gateway == other.gateway &&
        currency == other.currency &&
        units == other.units &&
        alike(amount, other.amount) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(gateway, currency, units, amount, unknownFields)

    public companion object : Wire<GatewayAmount>("GatewayAmount") {
        public fun serializer(): KSerializer<GatewayAmount> = this

        override fun read(reader: WireReader): GatewayAmount {
            var gateway: Gateway? = null
            var currency: String? = null
            var units: Long? = null
            var amount: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.long() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return GatewayAmount(
                gateway ?: throw reader.missing("gateway"),
                currency ?: throw reader.missing("currency"),
                units ?: throw reader.missing("units"),
                amount ?: throw reader.missing("amount"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Units that a gateway reported. */
@Serializable(with = FromGatewayRequest.Companion::class)
public data class FromGatewayRequest(
    /** Whose. */
    public val gateway: Gateway,
    /** The currency. */
    public val currency: String,
    /** The whole number of the gateway's units. */
    public val units: Long,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("gateway"); gateway.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("units"); writer.value(units)
        writer.close()
    }

    public companion object : Wire<FromGatewayRequest>("FromGatewayRequest") {
        public fun serializer(): KSerializer<FromGatewayRequest> = this

        override fun read(reader: WireReader): FromGatewayRequest {
            var gateway: Gateway? = null
            var currency: String? = null
            var units: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return FromGatewayRequest(
                gateway ?: throw reader.missing("gateway"),
                currency ?: throw reader.missing("currency"),
                units ?: throw reader.missing("units"),
            )
        }
    }
}

/** An amount to write. */
@Serializable(with = FormatRequest.Companion::class)
public data class FormatRequest(
    /** The amount. */
    public val money: Money,
    /** As whom to write it. */
    public val locale: NumberLocale,
    /** How many digits at least. */
    public val digits: WrittenDigits = WrittenDigits.MINOR_UNIT,
    /** How the currency is written. */
    public val mark: CurrencyMark = CurrencyMark.SYMBOL,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("locale"); locale.write(writer)
        writer.field("digits"); digits.write(writer)
        writer.field("mark"); mark.write(writer)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var money: Money? = null
        private var locale: NumberLocale? = null
        private var digits: WrittenDigits? = null
        private var mark: CurrencyMark? = null

        /** See [FormatRequest.money]. */
        public fun money(money: Money): Builder = apply { this.money = money }

        /** See [FormatRequest.locale]. */
        public fun locale(locale: NumberLocale): Builder = apply { this.locale = locale }

        /** See [FormatRequest.digits]. */
        public fun digits(digits: WrittenDigits): Builder = apply { this.digits = digits }

        /** See [FormatRequest.mark]. */
        public fun mark(mark: CurrencyMark): Builder = apply { this.mark = mark }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FormatRequest = FormatRequest(
            checkNotNull(money) { "`money` of FormatRequest is not set" },
            checkNotNull(locale) { "`locale` of FormatRequest is not set" },
            digits ?: WrittenDigits.MINOR_UNIT,
            mark ?: CurrencyMark.SYMBOL,
        )
    }

    public companion object : Wire<FormatRequest>("FormatRequest") {
        public fun serializer(): KSerializer<FormatRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FormatRequest {
            var money: Money? = null
            var locale: NumberLocale? = null
            var digits: WrittenDigits? = null
            var mark: CurrencyMark? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("locale")) locale = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("digits")) digits = reader.orNull { WrittenDigits.read(reader) }
                else if (reader.isAt("mark")) mark = reader.orNull { CurrencyMark.read(reader) }
                else throw reader.unknown()
            }
            return FormatRequest(
                money ?: throw reader.missing("money"),
                locale ?: throw reader.missing("locale"),
                digits ?: WrittenDigits.MINOR_UNIT,
                mark ?: CurrencyMark.SYMBOL,
            )
        }
    }
}

/** How many digits are written. */
@Serializable(with = WrittenDigits.Companion::class)
public class WrittenDigits private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<WrittenDigits>("WrittenDigits") {
        public fun serializer(): KSerializer<WrittenDigits> = this

        /** Those of the minor unit; what is finer is rounded to it, a half away from zero. */
        @JvmField public val MINOR_UNIT: WrittenDigits = WrittenDigits("minor_unit")

        /** Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them. */
        @JvmField public val DISPLAY: WrittenDigits = WrittenDigits("display")

        /** At least those of the minor unit, and every further one that is not zero: for unit prices such as 0.0725 a kWh. */
        @JvmField public val EXACT: WrittenDigits = WrittenDigits("exact")

        override val entries: List<WrittenDigits> = listOf(
            MINOR_UNIT,
            DISPLAY,
            EXACT,
        )

        internal override fun unknown(wire: String): WrittenDigits = WrittenDigits(wire)
    }
}

/** How the currency is written. */
@Serializable(with = CurrencyMark.Companion::class)
public class CurrencyMark private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<CurrencyMark>("CurrencyMark") {
        public fun serializer(): KSerializer<CurrencyMark> = this

        /** By the locale's symbol, such as $; by the code where it has none. */
        @JvmField public val SYMBOL: CurrencyMark = CurrencyMark("symbol")

        /** By the three letters. */
        @JvmField public val CODE: CurrencyMark = CurrencyMark("code")

        override val entries: List<CurrencyMark> = listOf(
            SYMBOL,
            CODE,
        )

        internal override fun unknown(wire: String): CurrencyMark = CurrencyMark(wire)
    }
}

/** An amount as people wrote it. */
@Serializable(with = ParseRequest.Companion::class)
public data class ParseRequest(
    /** The text, with or without its currency. */
    public val text: String,
    /** As whom it was written. */
    public val locale: NumberLocale,
    /** In which currency. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("text"); writer.value(text)
        writer.field("locale"); locale.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<ParseRequest>("ParseRequest") {
        public fun serializer(): KSerializer<ParseRequest> = this

        override fun read(reader: WireReader): ParseRequest {
            var text: String? = null
            var locale: NumberLocale? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("locale")) locale = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ParseRequest(
                text ?: throw reader.missing("text"),
                locale ?: throw reader.missing("locale"),
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}
