// Written by `cargo xtask generate`.

package com.ratebook.expression

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
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

/** An expression and the facts it is about. */
@Serializable(with = EvaluateRequest.Companion::class)
public data class EvaluateRequest(
    /** Such as `nights >= 7`. */
    public val expression: String,
    /**
     * The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
     * `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
     */
    public val types: Map<String, String> = emptyMap(),
    /**
     * The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
     * object.
     */
    public val facts: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("expression"); writer.value(expression)
        if (types.isNotEmpty()) { writer.field("types"); writer.map(types) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var expression: String? = null
        private var types: Map<String, String>? = null
        private var facts: Map<String, Json>? = null

        /** See [EvaluateRequest.expression]. */
        public fun expression(expression: String): Builder = apply { this.expression = expression }

        /** See [EvaluateRequest.types]. */
        public fun types(types: Map<String, String>): Builder = apply { this.types = types }

        /** See [EvaluateRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EvaluateRequest = EvaluateRequest(
            checkNotNull(expression) { "`expression` of EvaluateRequest is not set" },
            types ?: emptyMap(),
            facts ?: emptyMap(),
        )
    }

    public companion object : Wire<EvaluateRequest>("EvaluateRequest") {
        public fun serializer(): KSerializer<EvaluateRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EvaluateRequest {
            var expression: String? = null
            var types: Map<String, String>? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("expression")) expression = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return EvaluateRequest(
                expression ?: throw reader.missing("expression"),
                types ?: emptyMap(),
                facts ?: emptyMap(),
            )
        }
    }
}

/** What an expression came to. */
@Serializable(with = Evaluated.Companion::class)
public data class Evaluated(
    /** The type of the value. */
    public val type: String,
    /** The value; decimals, days, instants and durations as text. */
    public val value: Json? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("type"); writer.value(type)
        if (value != null) { writer.field("value"); writer.value(value) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Evaluated>("Evaluated") {
        public fun serializer(): KSerializer<Evaluated> = this

        override fun read(reader: WireReader): Evaluated {
            var type: String? = null
            var value: Json? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("type")) type = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Evaluated(
                type ?: throw reader.missing("type"),
                value,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An expression and the names that it may use. */
@Serializable(with = ExpressionCheckRequest.Companion::class)
public data class ExpressionCheckRequest(
    /** Such as `nights >= 7`. */
    public val expression: String,
    /** The type of each name, as for `expression.evaluate`. */
    public val types: Map<String, String> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("expression"); writer.value(expression)
        if (types.isNotEmpty()) { writer.field("types"); writer.map(types) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var expression: String? = null
        private var types: Map<String, String>? = null

        /** See [ExpressionCheckRequest.expression]. */
        public fun expression(expression: String): Builder = apply { this.expression = expression }

        /** See [ExpressionCheckRequest.types]. */
        public fun types(types: Map<String, String>): Builder = apply { this.types = types }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ExpressionCheckRequest = ExpressionCheckRequest(
            checkNotNull(expression) { "`expression` of ExpressionCheckRequest is not set" },
            types ?: emptyMap(),
        )
    }

    public companion object : Wire<ExpressionCheckRequest>("ExpressionCheckRequest") {
        public fun serializer(): KSerializer<ExpressionCheckRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ExpressionCheckRequest {
            var expression: String? = null
            var types: Map<String, String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("expression")) expression = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.map { reader.text() } }
                else throw reader.unknown()
            }
            return ExpressionCheckRequest(
                expression ?: throw reader.missing("expression"),
                types ?: emptyMap(),
            )
        }
    }
}

/** An expression that can be used. */
@Serializable(with = ExpressionChecked.Companion::class)
public data class ExpressionChecked @JvmOverloads constructor(
    /** The type of its value. */
    public val type: String,
    /** The names that it looks at, each once. */
    public val names: List<String>,
    /** The same expression as it is written canonically. */
    public val canonical: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("type"); writer.value(type)
        writer.field("names"); writer.list(names) { writer.value(it) }
        writer.field("canonical"); writer.value(canonical)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ExpressionChecked>("ExpressionChecked") {
        public fun serializer(): KSerializer<ExpressionChecked> = this

        override fun read(reader: WireReader): ExpressionChecked {
            var type: String? = null
            var names: List<String>? = null
            var canonical: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("type")) type = reader.orNull { reader.text() }
                else if (reader.isAt("names")) names = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("canonical")) canonical = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ExpressionChecked(
                type ?: throw reader.missing("type"),
                names ?: throw reader.missing("names"),
                canonical ?: throw reader.missing("canonical"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
