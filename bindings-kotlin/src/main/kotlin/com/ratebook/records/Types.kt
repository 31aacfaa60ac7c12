// Written by `cargo xtask generate`.

package com.ratebook.records

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
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** What a role may do. Nothing follows from a role but what is listed here and in the roles it includes. */
@Serializable(with = RoleRules.Companion::class)
public data class RoleRules(
    /** Roles whose rules are this one's too. */
    public val includes: List<String> = emptyList(),
    /** What it may do, on every record: `rates:write`, `bookings:*`, `*`. */
    public val allow: List<String> = emptyList(),
    /** What it may not do, whatever else allows it. */
    public val deny: List<String> = emptyList(),
    /** What it may do with records that stand in a relation to the actor, such as the actor's own bookings. */
    public val grants: List<RelationGrant> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (includes.isNotEmpty()) { writer.field("includes"); writer.list(includes) { writer.value(it) } }
        if (allow.isNotEmpty()) { writer.field("allow"); writer.list(allow) { writer.value(it) } }
        if (deny.isNotEmpty()) { writer.field("deny"); writer.list(deny) { writer.value(it) } }
        if (grants.isNotEmpty()) { writer.field("grants"); writer.list(grants) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var includes: List<String>? = null
        private var allow: List<String>? = null
        private var deny: List<String>? = null
        private var grants: List<RelationGrant>? = null

        /** See [RoleRules.includes]. */
        public fun includes(includes: List<String>): Builder = apply { this.includes = includes }

        /** See [RoleRules.allow]. */
        public fun allow(allow: List<String>): Builder = apply { this.allow = allow }

        /** See [RoleRules.deny]. */
        public fun deny(deny: List<String>): Builder = apply { this.deny = deny }

        /** See [RoleRules.grants]. */
        public fun grants(grants: List<RelationGrant>): Builder = apply { this.grants = grants }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RoleRules = RoleRules(
            includes ?: emptyList(),
            allow ?: emptyList(),
            deny ?: emptyList(),
            grants ?: emptyList(),
        )
    }

    public companion object : Wire<RoleRules>("RoleRules") {
        public fun serializer(): KSerializer<RoleRules> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RoleRules {
            var includes: List<String>? = null
            var allow: List<String>? = null
            var deny: List<String>? = null
            var grants: List<RelationGrant>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("includes")) includes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("allow")) allow = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("deny")) deny = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grants")) grants = reader.orNull { reader.list { RelationGrant.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RoleRules(
                includes ?: emptyList(),
                allow ?: emptyList(),
                deny ?: emptyList(),
                grants ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What may be done with records that name the actor. */
@Serializable(with = RelationGrant.Companion::class)
public data class RelationGrant @JvmOverloads constructor(
    /** What the relation is called, such as `own`. */
    public val relation: String,
    /** The field of the record that holds the actor's id, or a list with it. */
    public val field: String,
    /** What may be done. */
    public val permissions: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("relation"); writer.value(relation)
        writer.field("field"); writer.value(field)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RelationGrant>("RelationGrant") {
        public fun serializer(): KSerializer<RelationGrant> = this

        override fun read(reader: WireReader): RelationGrant {
            var relation: String? = null
            var field: String? = null
            var permissions: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("relation")) relation = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RelationGrant(
                relation ?: throw reader.missing("relation"),
                field ?: throw reader.missing("field"),
                permissions ?: throw reader.missing("permissions"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Fields that are hidden from who may not see them. */
@Serializable(with = FieldMask.Companion::class)
public data class FieldMask @JvmOverloads constructor(
    /**
     * Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/&#42;/passport`. Where a
     * record has another shape, such as a list where an object was, what stands there is hidden whole.
     */
    public val fields: List<String>,
    /** The permission with which they are seen. */
    public val unless: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fields"); writer.list(fields) { writer.value(it) }
        writer.field("unless"); writer.value(unless)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FieldMask>("FieldMask") {
        public fun serializer(): KSerializer<FieldMask> = this

        override fun read(reader: WireReader): FieldMask {
            var fields: List<String>? = null
            var unless: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("unless")) unless = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FieldMask(
                fields ?: throw reader.missing("fields"),
                unless ?: throw reader.missing("unless"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A limit that has a name. */
@Serializable(with = RateLimitRule.Companion::class)
public data class RateLimitRule(
    /** What it is known by; one of a shipped limit takes its place. */
    public val name: String,
    /** How calls are counted. */
    public val kind: RateLimitKind = RateLimitKind.SLIDING_WINDOW,
    /** For whom a state is kept. */
    public val per: RateLimitKey = RateLimitKey.TENANT,
    /** The figures where no others are given. */
    public val standard: RateFigures,
    /** The figures of plans that have their own. */
    public val plans: Map<String, RateFigures> = emptyMap(),
    /** The figures of this tenant, whatever its plan. */
    public val own: RateFigures? = null,
    /** What a call costs that does not say so. */
    public val cost: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("kind"); kind.write(writer)
        writer.field("per"); per.write(writer)
        writer.field("standard"); standard.write(writer)
        if (plans.isNotEmpty()) { writer.field("plans"); writer.map(plans) { it.write(writer) } }
        if (own != null) { writer.field("own"); own.write(writer) }
        if (cost != null) { writer.field("cost"); writer.value(cost) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var kind: RateLimitKind? = null
        private var per: RateLimitKey? = null
        private var standard: RateFigures? = null
        private var plans: Map<String, RateFigures>? = null
        private var own: RateFigures? = null
        private var cost: Int? = null

        /** See [RateLimitRule.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [RateLimitRule.kind]. */
        public fun kind(kind: RateLimitKind): Builder = apply { this.kind = kind }

        /** See [RateLimitRule.per]. */
        public fun per(per: RateLimitKey): Builder = apply { this.per = per }

        /** See [RateLimitRule.standard]. */
        public fun standard(standard: RateFigures): Builder = apply { this.standard = standard }

        /** See [RateLimitRule.plans]. */
        public fun plans(plans: Map<String, RateFigures>): Builder = apply { this.plans = plans }

        /** See [RateLimitRule.own]. */
        public fun own(own: RateFigures?): Builder = apply { this.own = own }

        /** See [RateLimitRule.cost]. */
        public fun cost(cost: Int?): Builder = apply { this.cost = cost }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RateLimitRule = RateLimitRule(
            checkNotNull(name) { "`name` of RateLimitRule is not set" },
            kind ?: RateLimitKind.SLIDING_WINDOW,
            per ?: RateLimitKey.TENANT,
            checkNotNull(standard) { "`standard` of RateLimitRule is not set" },
            plans ?: emptyMap(),
            own,
            cost,
        )
    }

    public companion object : Wire<RateLimitRule>("RateLimitRule") {
        public fun serializer(): KSerializer<RateLimitRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RateLimitRule {
            var name: String? = null
            var kind: RateLimitKind? = null
            var per: RateLimitKey? = null
            var standard: RateFigures? = null
            var plans: Map<String, RateFigures>? = null
            var own: RateFigures? = null
            var cost: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { RateLimitKind.read(reader) }
                else if (reader.isAt("per")) per = reader.orNull { RateLimitKey.read(reader) }
                else if (reader.isAt("standard")) standard = reader.orNull { RateFigures.read(reader) }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { RateFigures.read(reader) } }
                else if (reader.isAt("own")) own = reader.orNull { RateFigures.read(reader) }
                else if (reader.isAt("cost")) cost = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RateLimitRule(
                name ?: throw reader.missing("name"),
                kind ?: RateLimitKind.SLIDING_WINDOW,
                per ?: RateLimitKey.TENANT,
                standard ?: throw reader.missing("standard"),
                plans ?: emptyMap(),
                own,
                cost,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How calls are counted. */
@Serializable(with = RateLimitKind.Companion::class)
public class RateLimitKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RateLimitKind>("RateLimitKind") {
        public fun serializer(): KSerializer<RateLimitKind> = this

        /** Never more than the amount in any stretch of so many seconds, wherever it begins. */
        @JvmField public val SLIDING_WINDOW: RateLimitKind = RateLimitKind("sliding_window")

        /** A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA). */
        @JvmField public val TOKEN_BUCKET: RateLimitKind = RateLimitKind("token_bucket")

        override val entries: List<RateLimitKind> = listOf(
            SLIDING_WINDOW,
            TOKEN_BUCKET,
        )

        internal override fun unknown(wire: String): RateLimitKind = RateLimitKind(wire)
    }
}

/** For whom the state of a limit is kept. */
@Serializable(with = RateLimitKey.Companion::class)
public class RateLimitKey private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RateLimitKey>("RateLimitKey") {
        public fun serializer(): KSerializer<RateLimitKey> = this

        /** For each address that calls. */
        @JvmField public val IP: RateLimitKey = RateLimitKey("ip")

        /** For each user. */
        @JvmField public val USER: RateLimitKey = RateLimitKey("user")

        /** For the tenant as a whole. */
        @JvmField public val TENANT: RateLimitKey = RateLimitKey("tenant")

        override val entries: List<RateLimitKey> = listOf(
            IP,
            USER,
            TENANT,
        )

        internal override fun unknown(wire: String): RateLimitKey = RateLimitKey(wire)
    }
}

/** How much in which time. */
@Serializable(with = RateFigures.Companion::class)
public data class RateFigures(
    /** How much. */
    public val amount: Int,
    /** In how many seconds. */
    public val seconds: Int,
    /** How much a bucket holds, and so lets through at once; the amount when not given. A window has none. */
    public val burst: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("seconds"); writer.value(seconds)
        if (burst != null) { writer.field("burst"); writer.value(burst) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var amount: Int? = null
        private var seconds: Int? = null
        private var burst: Int? = null

        /** See [RateFigures.amount]. */
        public fun amount(amount: Int): Builder = apply { this.amount = amount }

        /** See [RateFigures.seconds]. */
        public fun seconds(seconds: Int): Builder = apply { this.seconds = seconds }

        /** See [RateFigures.burst]. */
        public fun burst(burst: Int?): Builder = apply { this.burst = burst }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RateFigures = RateFigures(
            checkNotNull(amount) { "`amount` of RateFigures is not set" },
            checkNotNull(seconds) { "`seconds` of RateFigures is not set" },
            burst,
        )
    }

    public companion object : Wire<RateFigures>("RateFigures") {
        public fun serializer(): KSerializer<RateFigures> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RateFigures {
            var amount: Int? = null
            var seconds: Int? = null
            var burst: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.whole() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else if (reader.isAt("burst")) burst = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RateFigures(
                amount ?: throw reader.missing("amount"),
                seconds ?: throw reader.missing("seconds"),
                burst,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that a tenant has only so much of. */
@Serializable(with = QuotaRule.Companion::class)
public data class QuotaRule(
    /** What it is known by: `vehicles`, `api_calls`. */
    public val name: String,
    /** It is counted anew in each period of that length; when not given it counts what there is. */
    public val every: Interval? = null,
    /**
     * A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
     * given.
     */
    public val anchor: LocalDate? = null,
    /** The figures where no others are given. */
    public val standard: QuotaFigures,
    /** The figures of plans that have their own. */
    public val plans: Map<String, QuotaFigures> = emptyMap(),
    /** The figures of this tenant, whatever its plan. */
    public val own: QuotaFigures? = null,
    /** At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due. */
    public val warnAtPercent: List<Int>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (every != null) { writer.field("every"); every.write(writer) }
        if (anchor != null) { writer.field("anchor"); writer.value(anchor) }
        writer.field("standard"); standard.write(writer)
        if (plans.isNotEmpty()) { writer.field("plans"); writer.map(plans) { it.write(writer) } }
        if (own != null) { writer.field("own"); own.write(writer) }
        if (warnAtPercent != null) { writer.field("warn_at_percent"); writer.list(warnAtPercent) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var every: Interval? = null
        private var anchor: LocalDate? = null
        private var standard: QuotaFigures? = null
        private var plans: Map<String, QuotaFigures>? = null
        private var own: QuotaFigures? = null
        private var warnAtPercent: List<Int>? = null

        /** See [QuotaRule.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [QuotaRule.every]. */
        public fun every(every: Interval?): Builder = apply { this.every = every }

        /** See [QuotaRule.anchor]. */
        public fun anchor(anchor: LocalDate?): Builder = apply { this.anchor = anchor }

        /** See [QuotaRule.standard]. */
        public fun standard(standard: QuotaFigures): Builder = apply { this.standard = standard }

        /** See [QuotaRule.plans]. */
        public fun plans(plans: Map<String, QuotaFigures>): Builder = apply { this.plans = plans }

        /** See [QuotaRule.own]. */
        public fun own(own: QuotaFigures?): Builder = apply { this.own = own }

        /** See [QuotaRule.warnAtPercent]. */
        public fun warnAtPercent(warnAtPercent: List<Int>?): Builder = apply { this.warnAtPercent = warnAtPercent }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): QuotaRule = QuotaRule(
            checkNotNull(name) { "`name` of QuotaRule is not set" },
            every,
            anchor,
            checkNotNull(standard) { "`standard` of QuotaRule is not set" },
            plans ?: emptyMap(),
            own,
            warnAtPercent,
        )
    }

    public companion object : Wire<QuotaRule>("QuotaRule") {
        public fun serializer(): KSerializer<QuotaRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): QuotaRule {
            var name: String? = null
            var every: Interval? = null
            var anchor: LocalDate? = null
            var standard: QuotaFigures? = null
            var plans: Map<String, QuotaFigures>? = null
            var own: QuotaFigures? = null
            var warnAtPercent: List<Int>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("every")) every = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("standard")) standard = reader.orNull { QuotaFigures.read(reader) }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { QuotaFigures.read(reader) } }
                else if (reader.isAt("own")) own = reader.orNull { QuotaFigures.read(reader) }
                else if (reader.isAt("warn_at_percent")) warnAtPercent = reader.orNull { reader.list { reader.whole() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return QuotaRule(
                name ?: throw reader.missing("name"),
                every,
                anchor,
                standard ?: throw reader.missing("standard"),
                plans ?: emptyMap(),
                own,
                warnAtPercent,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How much of something there is. */
@Serializable(with = QuotaFigures.Companion::class)
public data class QuotaFigures(
    /** So much is included; what goes beyond it is counted as overage. */
    public val soft: Long? = null,
    /** Never more than so much; no end when not given. */
    public val hard: Long? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (soft != null) { writer.field("soft"); writer.value(soft) }
        if (hard != null) { writer.field("hard"); writer.value(hard) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var soft: Long? = null
        private var hard: Long? = null

        /** See [QuotaFigures.soft]. */
        public fun soft(soft: Long?): Builder = apply { this.soft = soft }

        /** See [QuotaFigures.hard]. */
        public fun hard(hard: Long?): Builder = apply { this.hard = hard }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): QuotaFigures = QuotaFigures(
            soft,
            hard,
        )
    }

    public companion object : Wire<QuotaFigures>("QuotaFigures") {
        public fun serializer(): KSerializer<QuotaFigures> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): QuotaFigures {
            var soft: Long? = null
            var hard: Long? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("soft")) soft = reader.orNull { reader.long() }
                else if (reader.isAt("hard")) hard = reader.orNull { reader.long() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return QuotaFigures(
                soft,
                hard,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How numbers of a kind are written, and when their counter begins anew. */
@Serializable(with = NumberFormat.Companion::class)
public data class NumberFormat(
    /** What it is known by: `invoice`. */
    public val name: String,
    /**
     * Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
     * `INV-{YY}{MM}-{seq:4}`.
     */
    public val format: String,
    /** The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter. */
    public val parts: List<String> = emptyList(),
    /** When the counter begins anew, by the tenant's clock. */
    public val reset: NumberReset = NumberReset.NEVER,
    /** With which number it begins. */
    public val first: Long = 1,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("format"); writer.value(format)
        if (parts.isNotEmpty()) { writer.field("parts"); writer.list(parts) { writer.value(it) } }
        writer.field("reset"); reset.write(writer)
        writer.field("first"); writer.value(first)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var format: String? = null
        private var parts: List<String>? = null
        private var reset: NumberReset? = null
        private var first: Long? = null

        /** See [NumberFormat.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [NumberFormat.format]. */
        public fun format(format: String): Builder = apply { this.format = format }

        /** See [NumberFormat.parts]. */
        public fun parts(parts: List<String>): Builder = apply { this.parts = parts }

        /** See [NumberFormat.reset]. */
        public fun reset(reset: NumberReset): Builder = apply { this.reset = reset }

        /** See [NumberFormat.first]. */
        public fun first(first: Long): Builder = apply { this.first = first }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): NumberFormat = NumberFormat(
            checkNotNull(name) { "`name` of NumberFormat is not set" },
            checkNotNull(format) { "`format` of NumberFormat is not set" },
            parts ?: emptyList(),
            reset ?: NumberReset.NEVER,
            first ?: 1,
        )
    }

    public companion object : Wire<NumberFormat>("NumberFormat") {
        public fun serializer(): KSerializer<NumberFormat> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): NumberFormat {
            var name: String? = null
            var format: String? = null
            var parts: List<String>? = null
            var reset: NumberReset? = null
            var first: Long? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("format")) format = reader.orNull { reader.text() }
                else if (reader.isAt("parts")) parts = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reset")) reset = reader.orNull { NumberReset.read(reader) }
                else if (reader.isAt("first")) first = reader.orNull { reader.long() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NumberFormat(
                name ?: throw reader.missing("name"),
                format ?: throw reader.missing("format"),
                parts ?: emptyList(),
                reset ?: NumberReset.NEVER,
                first ?: 1,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When a counter begins anew. */
@Serializable(with = NumberReset.Companion::class)
public class NumberReset private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<NumberReset>("NumberReset") {
        public fun serializer(): KSerializer<NumberReset> = this

        /** Never. */
        @JvmField public val NEVER: NumberReset = NumberReset("never")

        /** With the year. */
        @JvmField public val YEARLY: NumberReset = NumberReset("yearly")

        /** With the month. */
        @JvmField public val MONTHLY: NumberReset = NumberReset("monthly")

        /** With the day. */
        @JvmField public val DAILY: NumberReset = NumberReset("daily")

        override val entries: List<NumberReset> = listOf(
            NEVER,
            YEARLY,
            MONTHLY,
            DAILY,
        )

        internal override fun unknown(wire: String): NumberReset = NumberReset(wire)
    }
}

/** What a policy is about. */
@Serializable(with = PolicyKind.Companion::class)
public class PolicyKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PolicyKind>("PolicyKind") {
        public fun serializer(): KSerializer<PolicyKind> = this

        /** Size, number, storage, providers, regions. */
        @JvmField public val RESOURCE: PolicyKind = PolicyKind("resource")

        /** Encryption, access, backups. */
        @JvmField public val SECURITY: PolicyKind = PolicyKind("security")

        /** What it may cost. */
        @JvmField public val COST: PolicyKind = PolicyKind("cost")

        override val entries: List<PolicyKind> = listOf(
            RESOURCE,
            SECURITY,
            COST,
        )

        internal override fun unknown(wire: String): PolicyKind = PolicyKind(wire)
    }
}

/** What follows when a policy does not hold. */
@Serializable(with = PolicyEffect.Companion::class)
public class PolicyEffect private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PolicyEffect>("PolicyEffect") {
        public fun serializer(): KSerializer<PolicyEffect> = this

        /** The change is not made. */
        @JvmField public val DENY: PolicyEffect = PolicyEffect("deny")

        /** The change is made, and it is told. */
        @JvmField public val WARN: PolicyEffect = PolicyEffect("warn")

        /** The change is made when somebody approves. */
        @JvmField public val REQUIRE_APPROVAL: PolicyEffect = PolicyEffect("require_approval")

        override val entries: List<PolicyEffect> = listOf(
            DENY,
            WARN,
            REQUIRE_APPROVAL,
        )

        internal override fun unknown(wire: String): PolicyEffect = PolicyEffect(wire)
    }
}

/** What becomes of a field that is made nameless. What is no text becomes nothing. */
@Serializable(with = Anonymising.Companion::class)
public class Anonymising private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Anonymising>("Anonymising") {
        public fun serializer(): KSerializer<Anonymising> = this

        /** Another text, the same for the same value, so that what is counted by it still adds up. */
        @JvmField public val PSEUDONYM: Anonymising = Anonymising("pseudonym")

        /** Three stars, and the id of the thing where no two have the same. */
        @JvmField public val MASK: Anonymising = Anonymising("mask")

        /** Nothing: the field is taken out. */
        @JvmField public val REMOVE: Anonymising = Anonymising("remove")

        override val entries: List<Anonymising> = listOf(
            PSEUDONYM,
            MASK,
            REMOVE,
        )

        internal override fun unknown(wire: String): Anonymising = Anonymising(wire)
    }
}

/** What is done with things that were kept long enough. */
@Serializable(with = RetentionAction.Companion::class)
public class RetentionAction private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RetentionAction>("RetentionAction") {
        public fun serializer(): KSerializer<RetentionAction> = this

        /** They are deleted. */
        @JvmField public val DELETE: RetentionAction = RetentionAction("delete")

        /** They are made nameless. */
        @JvmField public val ANONYMISE: RetentionAction = RetentionAction("anonymise")

        override val entries: List<RetentionAction> = listOf(
            DELETE,
            ANONYMISE,
        )

        internal override fun unknown(wire: String): RetentionAction = RetentionAction(wire)
    }
}

/** Rules that act when something happens. */
@Serializable(with = AutomationDefinition.Companion::class)
public data class AutomationDefinition(
    /** What the rules can look at. */
    public val facts: Map<String, String> = emptyMap(),
    /** How many runs of rules may be set off by other rules before a loop is suspected. */
    public val maxChain: Int = 25,
    /** The rules, in their order. */
    public val rules: List<AutomationRule>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.field("max_chain"); writer.value(maxChain)
        writer.field("rules"); writer.list(rules) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var facts: Map<String, String>? = null
        private var maxChain: Int? = null
        private var rules: List<AutomationRule>? = null

        /** See [AutomationDefinition.facts]. */
        public fun facts(facts: Map<String, String>): Builder = apply { this.facts = facts }

        /** See [AutomationDefinition.maxChain]. */
        public fun maxChain(maxChain: Int): Builder = apply { this.maxChain = maxChain }

        /** See [AutomationDefinition.rules]. */
        public fun rules(rules: List<AutomationRule>): Builder = apply { this.rules = rules }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationDefinition = AutomationDefinition(
            facts ?: emptyMap(),
            maxChain ?: 25,
            checkNotNull(rules) { "`rules` of AutomationDefinition is not set" },
        )
    }

    public companion object : Wire<AutomationDefinition>("AutomationDefinition") {
        public fun serializer(): KSerializer<AutomationDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationDefinition {
            var facts: Map<String, String>? = null
            var maxChain: Int? = null
            var rules: List<AutomationRule>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("max_chain")) maxChain = reader.orNull { reader.whole() }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { AutomationRule.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationDefinition(
                facts ?: emptyMap(),
                maxChain ?: 25,
                rules ?: throw reader.missing("rules"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is done when something happens. */
@Serializable(with = AutomationRule.Companion::class)
public data class AutomationRule(
    /** What it is known by. */
    public val id: String,
    /** What sets it off. */
    public val on: AutomationTrigger,
    /** Over the facts; always when not given. */
    public val `when`: String? = null,
    /** What is done, in this order. */
    public val actions: List<AutomationAction>,
    /** Whether no later rule runs for the same occasion once this one ran. */
    public val stop: Boolean = false,
    /** Whether it runs at all. */
    public val enabled: Boolean? = null,
    /** The role in whose rights its actions are done. The rules of a pack name one. */
    public val asRole: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("on"); on.write(writer)
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        writer.field("actions"); writer.list(actions) { it.write(writer) }
        if (stop) { writer.field("stop"); writer.value(stop) }
        if (enabled != null) { writer.field("enabled"); writer.value(enabled) }
        if (asRole != null) { writer.field("as_role"); writer.value(asRole) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var on: AutomationTrigger? = null
        private var `when`: String? = null
        private var actions: List<AutomationAction>? = null
        private var stop: Boolean? = null
        private var enabled: Boolean? = null
        private var asRole: String? = null

        /** See [AutomationRule.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [AutomationRule.on]. */
        public fun on(on: AutomationTrigger): Builder = apply { this.on = on }

        /** See [AutomationRule.when]. */
        public fun `when`(`when`: String?): Builder = apply { this.`when` = `when` }

        /** See [AutomationRule.actions]. */
        public fun actions(actions: List<AutomationAction>): Builder = apply { this.actions = actions }

        /** See [AutomationRule.stop]. */
        public fun stop(stop: Boolean): Builder = apply { this.stop = stop }

        /** See [AutomationRule.enabled]. */
        public fun enabled(enabled: Boolean?): Builder = apply { this.enabled = enabled }

        /** See [AutomationRule.asRole]. */
        public fun asRole(asRole: String?): Builder = apply { this.asRole = asRole }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationRule = AutomationRule(
            checkNotNull(id) { "`id` of AutomationRule is not set" },
            checkNotNull(on) { "`on` of AutomationRule is not set" },
            `when`,
            checkNotNull(actions) { "`actions` of AutomationRule is not set" },
            stop ?: false,
            enabled,
            asRole,
        )
    }

    public companion object : Wire<AutomationRule>("AutomationRule") {
        public fun serializer(): KSerializer<AutomationRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationRule {
            var id: String? = null
            var on: AutomationTrigger? = null
            var `when`: String? = null
            var actions: List<AutomationAction>? = null
            var stop: Boolean? = null
            var enabled: Boolean? = null
            var asRole: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else if (reader.isAt("stop")) stop = reader.orNull { reader.flag() }
                else if (reader.isAt("enabled")) enabled = reader.orNull { reader.flag() }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationRule(
                id ?: throw reader.missing("id"),
                on ?: throw reader.missing("on"),
                `when`,
                actions ?: throw reader.missing("actions"),
                stop ?: false,
                enabled,
                asRole,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What happened, or what a rule waits for. */
@Serializable(with = AutomationTrigger.Companion::class)
public sealed interface AutomationTrigger : RatebookValue {
    /** An event of a machine. */
    public data class Event(public val held: AutomationEvent) : AutomationTrigger {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("event"); held.write(writer)
            writer.close()
        }
    }

    /** A field that has another value. */
    public data class Field(public val held: AutomationField) : AutomationTrigger {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("field"); held.write(writer)
            writer.close()
        }
    }

    /** A schedule of that name is due. */
    public data class Schedule(public val held: String) : AutomationTrigger {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("schedule"); writer.value(held)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : AutomationTrigger {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AutomationTrigger>("AutomationTrigger") {
        public fun serializer(): KSerializer<AutomationTrigger> = this

        override fun read(reader: WireReader): AutomationTrigger {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("event")) Event(AutomationEvent.read(reader))
                else if (reader.isAt("field")) Field(AutomationField.read(reader))
                else if (reader.isAt("schedule")) Schedule(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** An event of a machine. */
@Serializable(with = AutomationEvent.Companion::class)
public data class AutomationEvent(
    /** The machine, such as `quote`. */
    public val machine: String,
    /** The event, such as `send`. */
    public val event: String,
    /** The state that it led to; a rule without one takes any. */
    public val state: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("machine"); writer.value(machine)
        writer.field("event"); writer.value(event)
        if (state != null) { writer.field("state"); writer.value(state) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var machine: String? = null
        private var event: String? = null
        private var state: String? = null

        /** See [AutomationEvent.machine]. */
        public fun machine(machine: String): Builder = apply { this.machine = machine }

        /** See [AutomationEvent.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [AutomationEvent.state]. */
        public fun state(state: String?): Builder = apply { this.state = state }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationEvent = AutomationEvent(
            checkNotNull(machine) { "`machine` of AutomationEvent is not set" },
            checkNotNull(event) { "`event` of AutomationEvent is not set" },
            state,
        )
    }

    public companion object : Wire<AutomationEvent>("AutomationEvent") {
        public fun serializer(): KSerializer<AutomationEvent> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationEvent {
            var machine: String? = null
            var event: String? = null
            var state: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationEvent(
                machine ?: throw reader.missing("machine"),
                event ?: throw reader.missing("event"),
                state,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field of something. */
@Serializable(with = AutomationField.Companion::class)
public data class AutomationField @JvmOverloads constructor(
    /** Of what, such as `booking`. */
    public val entity: String,
    /** Which one, such as `priority`. */
    public val field: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AutomationField>("AutomationField") {
        public fun serializer(): KSerializer<AutomationField> = this

        override fun read(reader: WireReader): AutomationField {
            var entity: String? = null
            var field: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationField(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a rule does. Nothing is performed here: it is for the host's outbox. */
@Serializable(with = AutomationAction.Companion::class)
public sealed interface AutomationAction : RatebookValue {
    /** Gives it to somebody. */
    public data class Assign(public val held: AutomationEffect) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("assign"); held.write(writer)
            writer.close()
        }
    }

    /** Tells somebody. */
    public data class Notify(public val held: AutomationEffect) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("notify"); held.write(writer)
            writer.close()
        }
    }

    /** Makes a task. */
    public data class CreateTask(public val held: AutomationEffect) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("create_task"); held.write(writer)
            writer.close()
        }
    }

    /** Calls a webhook. */
    public data class CallWebhook(public val held: AutomationEffect) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("call_webhook"); held.write(writer)
            writer.close()
        }
    }

    /** Has an effect of that name carried out, as a machine would name it. */
    public data class Effect(public val held: AutomationEffect) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("effect"); held.write(writer)
            writer.close()
        }
    }

    /** Fires an event of a machine, which may set off further rules. */
    public data class ChangeStatus(public val held: AutomationStatusChange) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("change_status"); held.write(writer)
            writer.close()
        }
    }

    /** Gives a field a value, which may set off further rules. */
    public data class SetField(public val held: AutomationSetField) : AutomationAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("set_field"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : AutomationAction {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AutomationAction>("AutomationAction") {
        public fun serializer(): KSerializer<AutomationAction> = this

        override fun read(reader: WireReader): AutomationAction {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("assign")) Assign(AutomationEffect.read(reader))
                else if (reader.isAt("notify")) Notify(AutomationEffect.read(reader))
                else if (reader.isAt("create_task")) CreateTask(AutomationEffect.read(reader))
                else if (reader.isAt("call_webhook")) CallWebhook(AutomationEffect.read(reader))
                else if (reader.isAt("effect")) Effect(AutomationEffect.read(reader))
                else if (reader.isAt("change_status")) ChangeStatus(AutomationStatusChange.read(reader))
                else if (reader.isAt("set_field")) SetField(AutomationSetField.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Something for the host to do, with what it needs for that. */
@Serializable(with = AutomationEffect.Companion::class)
public data class AutomationEffect(
    /** What the host knows it by: a team, a message, a kind of task, a webhook. */
    public val name: String,
    /** What it needs, by name. */
    public val parameters: Map<String, Json> = emptyMap(),
    /** What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`. */
    public val fromFacts: Map<String, String> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (parameters.isNotEmpty()) { writer.field("parameters"); writer.map(parameters) { writer.value(it) } }
        if (fromFacts.isNotEmpty()) { writer.field("from_facts"); writer.map(fromFacts) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var parameters: Map<String, Json>? = null
        private var fromFacts: Map<String, String>? = null

        /** See [AutomationEffect.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [AutomationEffect.parameters]. */
        public fun parameters(parameters: Map<String, Json>): Builder = apply { this.parameters = parameters }

        /** See [AutomationEffect.fromFacts]. */
        public fun fromFacts(fromFacts: Map<String, String>): Builder = apply { this.fromFacts = fromFacts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationEffect = AutomationEffect(
            checkNotNull(name) { "`name` of AutomationEffect is not set" },
            parameters ?: emptyMap(),
            fromFacts ?: emptyMap(),
        )
    }

    public companion object : Wire<AutomationEffect>("AutomationEffect") {
        public fun serializer(): KSerializer<AutomationEffect> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationEffect {
            var name: String? = null
            var parameters: Map<String, Json>? = null
            var fromFacts: Map<String, String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("parameters")) parameters = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("from_facts")) fromFacts = reader.orNull { reader.map { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationEffect(
                name ?: throw reader.missing("name"),
                parameters ?: emptyMap(),
                fromFacts ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An event of a machine that is to be fired. */
@Serializable(with = AutomationStatusChange.Companion::class)
public data class AutomationStatusChange(
    /** The machine. */
    public val machine: String,
    /** The event. */
    public val event: String,
    /** The state that it leads to. */
    public val state: String? = null,
    /** The fact that holds the state: later conditions see the new one. */
    public val fact: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("machine"); writer.value(machine)
        writer.field("event"); writer.value(event)
        if (state != null) { writer.field("state"); writer.value(state) }
        if (fact != null) { writer.field("fact"); writer.value(fact) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var machine: String? = null
        private var event: String? = null
        private var state: String? = null
        private var fact: String? = null

        /** See [AutomationStatusChange.machine]. */
        public fun machine(machine: String): Builder = apply { this.machine = machine }

        /** See [AutomationStatusChange.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [AutomationStatusChange.state]. */
        public fun state(state: String?): Builder = apply { this.state = state }

        /** See [AutomationStatusChange.fact]. */
        public fun fact(fact: String?): Builder = apply { this.fact = fact }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationStatusChange = AutomationStatusChange(
            checkNotNull(machine) { "`machine` of AutomationStatusChange is not set" },
            checkNotNull(event) { "`event` of AutomationStatusChange is not set" },
            state,
            fact,
        )
    }

    public companion object : Wire<AutomationStatusChange>("AutomationStatusChange") {
        public fun serializer(): KSerializer<AutomationStatusChange> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationStatusChange {
            var machine: String? = null
            var event: String? = null
            var state: String? = null
            var fact: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("fact")) fact = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationStatusChange(
                machine ?: throw reader.missing("machine"),
                event ?: throw reader.missing("event"),
                state,
                fact,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field that is to have a value. */
@Serializable(with = AutomationSetField.Companion::class)
public data class AutomationSetField(
    /** Of what. */
    public val entity: String,
    /** Which one. */
    public val field: String,
    /** The value. */
    public val value: Json? = null,
    /** The fact whose value it gets, instead of a value. An answer has the fact's value in `value`. */
    public val fromFact: String? = null,
    /** The fact that the field is: later conditions see the new value, and the same value again is no change. */
    public val fact: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        if (value != null) { writer.field("value"); writer.value(value) }
        if (fromFact != null) { writer.field("from_fact"); writer.value(fromFact) }
        if (fact != null) { writer.field("fact"); writer.value(fact) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var field: String? = null
        private var value: Json? = null
        private var fromFact: String? = null
        private var fact: String? = null

        /** See [AutomationSetField.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [AutomationSetField.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [AutomationSetField.value]. */
        public fun value(value: Json?): Builder = apply { this.value = value }

        /** See [AutomationSetField.fromFact]. */
        public fun fromFact(fromFact: String?): Builder = apply { this.fromFact = fromFact }

        /** See [AutomationSetField.fact]. */
        public fun fact(fact: String?): Builder = apply { this.fact = fact }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationSetField = AutomationSetField(
            checkNotNull(entity) { "`entity` of AutomationSetField is not set" },
            checkNotNull(field) { "`field` of AutomationSetField is not set" },
            value,
            fromFact,
            fact,
        )
    }

    public companion object : Wire<AutomationSetField>("AutomationSetField") {
        public fun serializer(): KSerializer<AutomationSetField> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationSetField {
            var entity: String? = null
            var field: String? = null
            var value: Json? = null
            var fromFact: String? = null
            var fact: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else if (reader.isAt("from_fact")) fromFact = reader.orNull { reader.text() }
                else if (reader.isAt("fact")) fact = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationSetField(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
                value,
                fromFact,
                fact,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that goes out: once, several times, or every year. */
@Serializable(with = ContactRule.Companion::class)
public data class ContactRule(
    /** What it is known by. */
    public val id: String,
    /** What it is for. */
    public val purpose: ContactPurpose,
    /** On which way it goes out. */
    public val channel: String,
    /** The letter that is sent, where a pack says so. */
    public val letter: String? = null,
    /** The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned. */
    public val anchor: String,
    /** How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1. */
    public val days: List<Int> = emptyList(),
    /** How many minutes after it, or before it when negative. */
    public val minutes: List<Int> = emptyList(),
    /** The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day. */
    public val at: String? = null,
    /** Whether it recurs on the day of every year after, 29 February on the 28th in common years. */
    public val yearly: Boolean = false,
    /** Over the facts; always when not given. */
    public val `when`: String? = null,
    /** The states and flags that end it: a decision, a revision, an expiry. */
    public val stopsOn: List<String> = emptyList(),
    /** How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day. */
    public val graceMinutes: Int? = null,
    /** Whether it goes out to those about whom nobody said otherwise. */
    public val wanted: Boolean? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("purpose"); purpose.write(writer)
        writer.field("channel"); writer.value(channel)
        if (letter != null) { writer.field("letter"); writer.value(letter) }
        writer.field("anchor"); writer.value(anchor)
        if (days.isNotEmpty()) { writer.field("days"); writer.list(days) { writer.value(it) } }
        if (minutes.isNotEmpty()) { writer.field("minutes"); writer.list(minutes) { writer.value(it) } }
        if (at != null) { writer.field("at"); writer.value(at) }
        if (yearly) { writer.field("yearly"); writer.value(yearly) }
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        if (stopsOn.isNotEmpty()) { writer.field("stops_on"); writer.list(stopsOn) { writer.value(it) } }
        if (graceMinutes != null) { writer.field("grace_minutes"); writer.value(graceMinutes) }
        if (wanted != null) { writer.field("wanted"); writer.value(wanted) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var purpose: ContactPurpose? = null
        private var channel: String? = null
        private var letter: String? = null
        private var anchor: String? = null
        private var days: List<Int>? = null
        private var minutes: List<Int>? = null
        private var at: String? = null
        private var yearly: Boolean? = null
        private var `when`: String? = null
        private var stopsOn: List<String>? = null
        private var graceMinutes: Int? = null
        private var wanted: Boolean? = null

        /** See [ContactRule.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [ContactRule.purpose]. */
        public fun purpose(purpose: ContactPurpose): Builder = apply { this.purpose = purpose }

        /** See [ContactRule.channel]. */
        public fun channel(channel: String): Builder = apply { this.channel = channel }

        /** See [ContactRule.letter]. */
        public fun letter(letter: String?): Builder = apply { this.letter = letter }

        /** See [ContactRule.anchor]. */
        public fun anchor(anchor: String): Builder = apply { this.anchor = anchor }

        /** See [ContactRule.days]. */
        public fun days(days: List<Int>): Builder = apply { this.days = days }

        /** See [ContactRule.minutes]. */
        public fun minutes(minutes: List<Int>): Builder = apply { this.minutes = minutes }

        /** See [ContactRule.at]. */
        public fun at(at: String?): Builder = apply { this.at = at }

        /** See [ContactRule.yearly]. */
        public fun yearly(yearly: Boolean): Builder = apply { this.yearly = yearly }

        /** See [ContactRule.when]. */
        public fun `when`(`when`: String?): Builder = apply { this.`when` = `when` }

        /** See [ContactRule.stopsOn]. */
        public fun stopsOn(stopsOn: List<String>): Builder = apply { this.stopsOn = stopsOn }

        /** See [ContactRule.graceMinutes]. */
        public fun graceMinutes(graceMinutes: Int?): Builder = apply { this.graceMinutes = graceMinutes }

        /** See [ContactRule.wanted]. */
        public fun wanted(wanted: Boolean?): Builder = apply { this.wanted = wanted }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactRule = ContactRule(
            checkNotNull(id) { "`id` of ContactRule is not set" },
            checkNotNull(purpose) { "`purpose` of ContactRule is not set" },
            checkNotNull(channel) { "`channel` of ContactRule is not set" },
            letter,
            checkNotNull(anchor) { "`anchor` of ContactRule is not set" },
            days ?: emptyList(),
            minutes ?: emptyList(),
            at,
            yearly ?: false,
            `when`,
            stopsOn ?: emptyList(),
            graceMinutes,
            wanted,
        )
    }

    public companion object : Wire<ContactRule>("ContactRule") {
        public fun serializer(): KSerializer<ContactRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactRule {
            var id: String? = null
            var purpose: ContactPurpose? = null
            var channel: String? = null
            var letter: String? = null
            var anchor: String? = null
            var days: List<Int>? = null
            var minutes: List<Int>? = null
            var at: String? = null
            var yearly: Boolean? = null
            var `when`: String? = null
            var stopsOn: List<String>? = null
            var graceMinutes: Int? = null
            var wanted: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("purpose")) purpose = reader.orNull { ContactPurpose.read(reader) }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("letter")) letter = reader.orNull { reader.text() }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("at")) at = reader.orNull { reader.text() }
                else if (reader.isAt("yearly")) yearly = reader.orNull { reader.flag() }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("stops_on")) stopsOn = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grace_minutes")) graceMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("wanted")) wanted = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ContactRule(
                id ?: throw reader.missing("id"),
                purpose ?: throw reader.missing("purpose"),
                channel ?: throw reader.missing("channel"),
                letter,
                anchor ?: throw reader.missing("anchor"),
                days ?: emptyList(),
                minutes ?: emptyList(),
                at,
                yearly ?: false,
                `when`,
                stopsOn ?: emptyList(),
                graceMinutes,
                wanted,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What something that goes out is for. */
@Serializable(with = ContactPurpose.Companion::class)
public class ContactPurpose private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ContactPurpose>("ContactPurpose") {
        public fun serializer(): KSerializer<ContactPurpose> = this

        /** Greetings and offers: only with consent. */
        @JvmField public val MARKETING: ContactPurpose = ContactPurpose("marketing")

        /** What belongs to what was ordered. */
        @JvmField public val SERVICE: ContactPurpose = ContactPurpose("service")

        /** Bills and payments: neither switched off nor delayed. */
        @JvmField public val BILLING: ContactPurpose = ContactPurpose("billing")

        /** Passwords and access: neither switched off nor delayed. */
        @JvmField public val SECURITY: ContactPurpose = ContactPurpose("security")

        override val entries: List<ContactPurpose> = listOf(
            MARKETING,
            SERVICE,
            BILLING,
            SECURITY,
        )

        internal override fun unknown(wire: String): ContactPurpose = ContactPurpose(wire)
    }
}

/** A back office as data: what is kept, how it lives, who may, and what it promises. */
@Serializable(with = PackDefinition.Companion::class)
public data class PackDefinition(
    /** What it is known by: small letters, digits and `_`. Its tables begin with it. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** What it is about, for readers. */
    public val summary: String? = null,
    /** Its version. */
    public val version: Int = 1,
    /** Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`. */
    public val needs: List<String> = emptyList(),
    /** Languages of its texts, the default first, such as `en` or `en-IN`. */
    public val languages: List<String> = emptyList(),
    /** What each tenant sets for itself. */
    public val settings: Map<String, FieldDefinition> = emptyMap(),
    /** Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`. */
    public val permissions: List<String> = emptyList(),
    /** Roles by name. */
    public val roles: Map<String, RoleRules> = emptyMap(),
    /** What is kept. */
    public val entities: List<EntityDefinition> = emptyList(),
    /**
     * The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
     * shown and exported.
     */
    public val custom: Map<String, Map<String, FieldDefinition>> = emptyMap(),
    /** The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these. */
    public val customRoles: Map<String, CustomRole> = emptyMap(),
    /** The machines by which records of one tenant live in the place of the pack's, by entity. */
    public val customMachines: Map<String, CustomMachine> = emptyMap(),
    /** Lives, beside those that come with the engine. */
    public val machines: List<MachineDefinition> = emptyList(),
    /** What people are asked to agree to, by name. */
    public val purposes: Map<String, ConsentPurpose> = emptyMap(),
    /** Numbers that entities share: each has one counter, whichever of them takes the next one. */
    public val numbers: List<NumberFormat> = emptyList(),
    /** How many records of an entity a tenant has at most, by its plan: each is called as the entity is. */
    public val quotas: List<QuotaRule> = emptyList(),
    /** How often a tenant, or one of its people and keys, may ask, by its plan. */
    public val rateLimits: List<RateLimitRule> = emptyList(),
    /** What a change may not do, or is told of. */
    public val policies: List<PackPolicy> = emptyList(),
    /** Effects that machines and automation name and that acts and connectors carry out. */
    public val effects: List<String> = emptyList(),
    /** Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`. */
    public val elsewhere: List<String> = emptyList(),
    /** Rules that act when something happens. */
    public val automation: AutomationDefinition? = null,
    /** What is written to people: letters, and what members read in the application. */
    public val mail: List<LetterDefinition> = emptyList(),
    /** Where mail arrives, and what becomes of it. */
    public val inbound: List<InboundDefinition> = emptyList(),
    /** Who outside tells what happened there, and what of it is done here. */
    public val webhooks: List<WebhookDefinition> = emptyList(),
    /** What is done by the clock. */
    public val schedules: List<Schedule> = emptyList(),
    /** When people are written to by themselves. */
    public val contacts: List<ContactsDefinition> = emptyList(),
    /** Lists, boards, calendars, dashboards and reports. */
    public val views: List<ViewDefinition> = emptyList(),
    /** What is printed of records and of lists. */
    public val documents: List<DocumentDefinition> = emptyList(),
    /** The texts by which documents are made. */
    public val templates: List<PackTemplate> = emptyList(),
    /** Records that make it look alive. */
    public val demo: List<DemoRecord> = emptyList(),
    /** What it promises, and by what each promise is shown. */
    public val rules: List<PackRule> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        if (summary != null) { writer.field("summary"); writer.value(summary) }
        writer.field("version"); writer.value(version)
        if (needs.isNotEmpty()) { writer.field("needs"); writer.list(needs) { writer.value(it) } }
        if (languages.isNotEmpty()) { writer.field("languages"); writer.list(languages) { writer.value(it) } }
        if (settings.isNotEmpty()) { writer.field("settings"); writer.map(settings) { it.write(writer) } }
        if (permissions.isNotEmpty()) { writer.field("permissions"); writer.list(permissions) { writer.value(it) } }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.map(roles) { it.write(writer) } }
        if (entities.isNotEmpty()) { writer.field("entities"); writer.list(entities) { it.write(writer) } }
        if (custom.isNotEmpty()) { writer.field("custom"); writer.map(custom) { writer.map(it) { it.write(writer) } } }
        if (customRoles.isNotEmpty()) { writer.field("custom_roles"); writer.map(customRoles) { it.write(writer) } }
        if (customMachines.isNotEmpty()) { writer.field("custom_machines"); writer.map(customMachines) { it.write(writer) } }
        if (machines.isNotEmpty()) { writer.field("machines"); writer.list(machines) { it.write(writer) } }
        if (purposes.isNotEmpty()) { writer.field("purposes"); writer.map(purposes) { it.write(writer) } }
        if (numbers.isNotEmpty()) { writer.field("numbers"); writer.list(numbers) { it.write(writer) } }
        if (quotas.isNotEmpty()) { writer.field("quotas"); writer.list(quotas) { it.write(writer) } }
        if (rateLimits.isNotEmpty()) { writer.field("rate_limits"); writer.list(rateLimits) { it.write(writer) } }
        if (policies.isNotEmpty()) { writer.field("policies"); writer.list(policies) { it.write(writer) } }
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { writer.value(it) } }
        if (elsewhere.isNotEmpty()) { writer.field("elsewhere"); writer.list(elsewhere) { writer.value(it) } }
        if (automation != null) { writer.field("automation"); automation.write(writer) }
        if (mail.isNotEmpty()) { writer.field("mail"); writer.list(mail) { it.write(writer) } }
        if (inbound.isNotEmpty()) { writer.field("inbound"); writer.list(inbound) { it.write(writer) } }
        if (webhooks.isNotEmpty()) { writer.field("webhooks"); writer.list(webhooks) { it.write(writer) } }
        if (schedules.isNotEmpty()) { writer.field("schedules"); writer.list(schedules) { it.write(writer) } }
        if (contacts.isNotEmpty()) { writer.field("contacts"); writer.list(contacts) { it.write(writer) } }
        if (views.isNotEmpty()) { writer.field("views"); writer.list(views) { it.write(writer) } }
        if (documents.isNotEmpty()) { writer.field("documents"); writer.list(documents) { it.write(writer) } }
        if (templates.isNotEmpty()) { writer.field("templates"); writer.list(templates) { it.write(writer) } }
        if (demo.isNotEmpty()) { writer.field("demo"); writer.list(demo) { it.write(writer) } }
        if (rules.isNotEmpty()) { writer.field("rules"); writer.list(rules) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var summary: String? = null
        private var version: Int? = null
        private var needs: List<String>? = null
        private var languages: List<String>? = null
        private var settings: Map<String, FieldDefinition>? = null
        private var permissions: List<String>? = null
        private var roles: Map<String, RoleRules>? = null
        private var entities: List<EntityDefinition>? = null
        private var custom: Map<String, Map<String, FieldDefinition>>? = null
        private var customRoles: Map<String, CustomRole>? = null
        private var customMachines: Map<String, CustomMachine>? = null
        private var machines: List<MachineDefinition>? = null
        private var purposes: Map<String, ConsentPurpose>? = null
        private var numbers: List<NumberFormat>? = null
        private var quotas: List<QuotaRule>? = null
        private var rateLimits: List<RateLimitRule>? = null
        private var policies: List<PackPolicy>? = null
        private var effects: List<String>? = null
        private var elsewhere: List<String>? = null
        private var automation: AutomationDefinition? = null
        private var mail: List<LetterDefinition>? = null
        private var inbound: List<InboundDefinition>? = null
        private var webhooks: List<WebhookDefinition>? = null
        private var schedules: List<Schedule>? = null
        private var contacts: List<ContactsDefinition>? = null
        private var views: List<ViewDefinition>? = null
        private var documents: List<DocumentDefinition>? = null
        private var templates: List<PackTemplate>? = null
        private var demo: List<DemoRecord>? = null
        private var rules: List<PackRule>? = null

        /** See [PackDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [PackDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [PackDefinition.summary]. */
        public fun summary(summary: String?): Builder = apply { this.summary = summary }

        /** See [PackDefinition.version]. */
        public fun version(version: Int): Builder = apply { this.version = version }

        /** See [PackDefinition.needs]. */
        public fun needs(needs: List<String>): Builder = apply { this.needs = needs }

        /** See [PackDefinition.languages]. */
        public fun languages(languages: List<String>): Builder = apply { this.languages = languages }

        /** See [PackDefinition.settings]. */
        public fun settings(settings: Map<String, FieldDefinition>): Builder = apply { this.settings = settings }

        /** See [PackDefinition.permissions]. */
        public fun permissions(permissions: List<String>): Builder = apply { this.permissions = permissions }

        /** See [PackDefinition.roles]. */
        public fun roles(roles: Map<String, RoleRules>): Builder = apply { this.roles = roles }

        /** See [PackDefinition.entities]. */
        public fun entities(entities: List<EntityDefinition>): Builder = apply { this.entities = entities }

        /** See [PackDefinition.custom]. */
        public fun custom(custom: Map<String, Map<String, FieldDefinition>>): Builder = apply { this.custom = custom }

        /** See [PackDefinition.customRoles]. */
        public fun customRoles(customRoles: Map<String, CustomRole>): Builder = apply { this.customRoles = customRoles }

        /** See [PackDefinition.customMachines]. */
        public fun customMachines(customMachines: Map<String, CustomMachine>): Builder = apply { this.customMachines = customMachines }

        /** See [PackDefinition.machines]. */
        public fun machines(machines: List<MachineDefinition>): Builder = apply { this.machines = machines }

        /** See [PackDefinition.purposes]. */
        public fun purposes(purposes: Map<String, ConsentPurpose>): Builder = apply { this.purposes = purposes }

        /** See [PackDefinition.numbers]. */
        public fun numbers(numbers: List<NumberFormat>): Builder = apply { this.numbers = numbers }

        /** See [PackDefinition.quotas]. */
        public fun quotas(quotas: List<QuotaRule>): Builder = apply { this.quotas = quotas }

        /** See [PackDefinition.rateLimits]. */
        public fun rateLimits(rateLimits: List<RateLimitRule>): Builder = apply { this.rateLimits = rateLimits }

        /** See [PackDefinition.policies]. */
        public fun policies(policies: List<PackPolicy>): Builder = apply { this.policies = policies }

        /** See [PackDefinition.effects]. */
        public fun effects(effects: List<String>): Builder = apply { this.effects = effects }

        /** See [PackDefinition.elsewhere]. */
        public fun elsewhere(elsewhere: List<String>): Builder = apply { this.elsewhere = elsewhere }

        /** See [PackDefinition.automation]. */
        public fun automation(automation: AutomationDefinition?): Builder = apply { this.automation = automation }

        /** See [PackDefinition.mail]. */
        public fun mail(mail: List<LetterDefinition>): Builder = apply { this.mail = mail }

        /** See [PackDefinition.inbound]. */
        public fun inbound(inbound: List<InboundDefinition>): Builder = apply { this.inbound = inbound }

        /** See [PackDefinition.webhooks]. */
        public fun webhooks(webhooks: List<WebhookDefinition>): Builder = apply { this.webhooks = webhooks }

        /** See [PackDefinition.schedules]. */
        public fun schedules(schedules: List<Schedule>): Builder = apply { this.schedules = schedules }

        /** See [PackDefinition.contacts]. */
        public fun contacts(contacts: List<ContactsDefinition>): Builder = apply { this.contacts = contacts }

        /** See [PackDefinition.views]. */
        public fun views(views: List<ViewDefinition>): Builder = apply { this.views = views }

        /** See [PackDefinition.documents]. */
        public fun documents(documents: List<DocumentDefinition>): Builder = apply { this.documents = documents }

        /** See [PackDefinition.templates]. */
        public fun templates(templates: List<PackTemplate>): Builder = apply { this.templates = templates }

        /** See [PackDefinition.demo]. */
        public fun demo(demo: List<DemoRecord>): Builder = apply { this.demo = demo }

        /** See [PackDefinition.rules]. */
        public fun rules(rules: List<PackRule>): Builder = apply { this.rules = rules }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PackDefinition = PackDefinition(
            checkNotNull(name) { "`name` of PackDefinition is not set" },
            label,
            summary,
            version ?: 1,
            needs ?: emptyList(),
            languages ?: emptyList(),
            settings ?: emptyMap(),
            permissions ?: emptyList(),
            roles ?: emptyMap(),
            entities ?: emptyList(),
            custom ?: emptyMap(),
            customRoles ?: emptyMap(),
            customMachines ?: emptyMap(),
            machines ?: emptyList(),
            purposes ?: emptyMap(),
            numbers ?: emptyList(),
            quotas ?: emptyList(),
            rateLimits ?: emptyList(),
            policies ?: emptyList(),
            effects ?: emptyList(),
            elsewhere ?: emptyList(),
            automation,
            mail ?: emptyList(),
            inbound ?: emptyList(),
            webhooks ?: emptyList(),
            schedules ?: emptyList(),
            contacts ?: emptyList(),
            views ?: emptyList(),
            documents ?: emptyList(),
            templates ?: emptyList(),
            demo ?: emptyList(),
            rules ?: emptyList(),
        )
    }

    public companion object : Wire<PackDefinition>("PackDefinition") {
        public fun serializer(): KSerializer<PackDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PackDefinition {
            var name: String? = null
            var label: String? = null
            var summary: String? = null
            var version: Int? = null
            var needs: List<String>? = null
            var languages: List<String>? = null
            var settings: Map<String, FieldDefinition>? = null
            var permissions: List<String>? = null
            var roles: Map<String, RoleRules>? = null
            var entities: List<EntityDefinition>? = null
            var custom: Map<String, Map<String, FieldDefinition>>? = null
            var customRoles: Map<String, CustomRole>? = null
            var customMachines: Map<String, CustomMachine>? = null
            var machines: List<MachineDefinition>? = null
            var purposes: Map<String, ConsentPurpose>? = null
            var numbers: List<NumberFormat>? = null
            var quotas: List<QuotaRule>? = null
            var rateLimits: List<RateLimitRule>? = null
            var policies: List<PackPolicy>? = null
            var effects: List<String>? = null
            var elsewhere: List<String>? = null
            var automation: AutomationDefinition? = null
            var mail: List<LetterDefinition>? = null
            var inbound: List<InboundDefinition>? = null
            var webhooks: List<WebhookDefinition>? = null
            var schedules: List<Schedule>? = null
            var contacts: List<ContactsDefinition>? = null
            var views: List<ViewDefinition>? = null
            var documents: List<DocumentDefinition>? = null
            var templates: List<PackTemplate>? = null
            var demo: List<DemoRecord>? = null
            var rules: List<PackRule>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("summary")) summary = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("needs")) needs = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("languages")) languages = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("settings")) settings = reader.orNull { reader.map { FieldDefinition.read(reader) } }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.map { RoleRules.read(reader) } }
                else if (reader.isAt("entities")) entities = reader.orNull { reader.list { EntityDefinition.read(reader) } }
                else if (reader.isAt("custom")) custom = reader.orNull { reader.map { reader.map { FieldDefinition.read(reader) } } }
                else if (reader.isAt("custom_roles")) customRoles = reader.orNull { reader.map { CustomRole.read(reader) } }
                else if (reader.isAt("custom_machines")) customMachines = reader.orNull { reader.map { CustomMachine.read(reader) } }
                else if (reader.isAt("machines")) machines = reader.orNull { reader.list { MachineDefinition.read(reader) } }
                else if (reader.isAt("purposes")) purposes = reader.orNull { reader.map { ConsentPurpose.read(reader) } }
                else if (reader.isAt("numbers")) numbers = reader.orNull { reader.list { NumberFormat.read(reader) } }
                else if (reader.isAt("quotas")) quotas = reader.orNull { reader.list { QuotaRule.read(reader) } }
                else if (reader.isAt("rate_limits")) rateLimits = reader.orNull { reader.list { RateLimitRule.read(reader) } }
                else if (reader.isAt("policies")) policies = reader.orNull { reader.list { PackPolicy.read(reader) } }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("elsewhere")) elsewhere = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("automation")) automation = reader.orNull { AutomationDefinition.read(reader) }
                else if (reader.isAt("mail")) mail = reader.orNull { reader.list { LetterDefinition.read(reader) } }
                else if (reader.isAt("inbound")) inbound = reader.orNull { reader.list { InboundDefinition.read(reader) } }
                else if (reader.isAt("webhooks")) webhooks = reader.orNull { reader.list { WebhookDefinition.read(reader) } }
                else if (reader.isAt("schedules")) schedules = reader.orNull { reader.list { Schedule.read(reader) } }
                else if (reader.isAt("contacts")) contacts = reader.orNull { reader.list { ContactsDefinition.read(reader) } }
                else if (reader.isAt("views")) views = reader.orNull { reader.list { ViewDefinition.read(reader) } }
                else if (reader.isAt("documents")) documents = reader.orNull { reader.list { DocumentDefinition.read(reader) } }
                else if (reader.isAt("templates")) templates = reader.orNull { reader.list { PackTemplate.read(reader) } }
                else if (reader.isAt("demo")) demo = reader.orNull { reader.list { DemoRecord.read(reader) } }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { PackRule.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackDefinition(
                name ?: throw reader.missing("name"),
                label,
                summary,
                version ?: 1,
                needs ?: emptyList(),
                languages ?: emptyList(),
                settings ?: emptyMap(),
                permissions ?: emptyList(),
                roles ?: emptyMap(),
                entities ?: emptyList(),
                custom ?: emptyMap(),
                customRoles ?: emptyMap(),
                customMachines ?: emptyMap(),
                machines ?: emptyList(),
                purposes ?: emptyMap(),
                numbers ?: emptyList(),
                quotas ?: emptyList(),
                rateLimits ?: emptyList(),
                policies ?: emptyList(),
                effects ?: emptyList(),
                elsewhere ?: emptyList(),
                automation,
                mail ?: emptyList(),
                inbound ?: emptyList(),
                webhooks ?: emptyList(),
                schedules ?: emptyList(),
                contacts ?: emptyList(),
                views ?: emptyList(),
                documents ?: emptyList(),
                templates ?: emptyList(),
                demo ?: emptyList(),
                rules ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field of an entity: said once, and meant by every form, check, filter, mask and table. */
@Serializable(with = FieldDefinition.Companion::class)
public data class FieldDefinition(
    /** What it takes. */
    public val kind: FieldKind,
    /** What people read; made of the name when not given. */
    public val label: String? = null,
    /** What helps to fill it in. */
    public val help: String? = null,
    /** Whether it is always there. */
    public val required: Boolean = false,
    /** Whether no two records of a tenant have the same value. */
    public val unique: Boolean = false,
    /** Whether no two records of the whole platform have the same value. */
    public val platformWide: Boolean = false,
    /** What it is when nothing is given. */
    public val default: Json? = null,
    /** The least number or amount. */
    public val min: BigDecimal? = null,
    /** The greatest number or amount. */
    public val max: BigDecimal? = null,
    /** What a number or amount must be greater than. */
    public val above: BigDecimal? = null,
    /** The digits that a decimal has behind the point; 4 when not given. */
    public val digits: Int? = null,
    /** The fewest characters of a text. */
    public val minLength: Int? = null,
    /** The most characters of a text; 200 when not given, 20,000 of a long one. */
    public val maxLength: Int? = null,
    /** A pattern that a text matches from its beginning to its end. */
    public val pattern: String? = null,
    /** The first day it may be. */
    public val first: LocalDate? = null,
    /** The last day it may be. */
    public val last: LocalDate? = null,
    /** The one currency of an amount; amounts of any are taken when not given. */
    public val currency: String? = null,
    /** What a choice is among. */
    public val choices: List<String> = emptyList(),
    /** The entity that a link leads to, or whose records a table of rows holds. */
    public val entity: String? = null,
    /** What must be true of a record for a new link to it, such as `is_active`. */
    public val only: String? = null,
    /** What becomes of this record when the one it links to is deleted. */
    public val deletion: DeletionRule? = null,
    /** Where gathered values stand: `ticket.assignee`. */
    public val from: String? = null,
    /** The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it. */
    public val by: String? = null,
    /** What must be true of a record whose value is gathered. */
    public val `while`: String? = null,
    /** The expression over the record's other fields whose value it is, reckoned at each write. */
    public val computed: String? = null,
    /** Whether a part of it is found by searching. */
    public val search: Boolean = false,
    /** Whether lists may be filtered by it. */
    public val filter: Boolean = false,
    /** Whether lists may be sorted by it. */
    public val sort: Boolean = false,
    /** Whether texts that differ in nothing but capital letters are the same value. */
    public val folded: Boolean = false,
    /**
     * What becomes of it when the person it is about is made nameless. What cannot hold stars or another text, such as a day, is taken
     * out, and must not be required.
     */
    public val personal: Anonymising? = null,
    /** Whether it is given out only when asked for: health, faith, papers. */
    public val sensitive: Boolean = false,
    /** Who writes it. */
    public val writtenBy: FieldWriter? = null,
    /** The permission with which a secret is shown. */
    public val reveal: String? = null,
    /** That it goes, and when. */
    public val deprecated: Deprecation? = null,
    /** The name that the field had before: its values stay. */
    public val was: String? = null,
    /** The types of files it takes, such as `application/pdf`; every type when not given. */
    public val types: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        if (label != null) { writer.field("label"); writer.value(label) }
        if (help != null) { writer.field("help"); writer.value(help) }
        if (required) { writer.field("required"); writer.value(required) }
        if (unique) { writer.field("unique"); writer.value(unique) }
        if (platformWide) { writer.field("platform_wide"); writer.value(platformWide) }
        if (default != null) { writer.field("default"); writer.value(default) }
        if (min != null) { writer.field("min"); writer.value(min) }
        if (max != null) { writer.field("max"); writer.value(max) }
        if (above != null) { writer.field("above"); writer.value(above) }
        if (digits != null) { writer.field("digits"); writer.value(digits) }
        if (minLength != null) { writer.field("min_length"); writer.value(minLength) }
        if (maxLength != null) { writer.field("max_length"); writer.value(maxLength) }
        if (pattern != null) { writer.field("pattern"); writer.value(pattern) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        if (choices.isNotEmpty()) { writer.field("choices"); writer.list(choices) { writer.value(it) } }
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        if (only != null) { writer.field("only"); writer.value(only) }
        if (deletion != null) { writer.field("deletion"); deletion.write(writer) }
        if (from != null) { writer.field("from"); writer.value(from) }
        if (by != null) { writer.field("by"); writer.value(by) }
        if (`while` != null) { writer.field("while"); writer.value(`while`) }
        if (computed != null) { writer.field("computed"); writer.value(computed) }
        if (search) { writer.field("search"); writer.value(search) }
        if (filter) { writer.field("filter"); writer.value(filter) }
        if (sort) { writer.field("sort"); writer.value(sort) }
        if (folded) { writer.field("folded"); writer.value(folded) }
        if (personal != null) { writer.field("personal"); personal.write(writer) }
        if (sensitive) { writer.field("sensitive"); writer.value(sensitive) }
        if (writtenBy != null) { writer.field("written_by"); writtenBy.write(writer) }
        if (reveal != null) { writer.field("reveal"); writer.value(reveal) }
        if (deprecated != null) { writer.field("deprecated"); deprecated.write(writer) }
        if (was != null) { writer.field("was"); writer.value(was) }
        if (types.isNotEmpty()) { writer.field("types"); writer.list(types) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FieldDefinition &&
        kind == other.kind &&
        label == other.label &&
        help == other.help &&
        required == other.required &&
        unique == other.unique &&
        platformWide == other.platformWide &&
        default == other.default &&
        alike(min, other.min) &&
        alike(max, other.max) &&
        alike(above, other.above) &&
        digits == other.digits &&
        minLength == other.minLength &&
        maxLength == other.maxLength &&
        pattern == other.pattern &&
        first == other.first &&
        last == other.last &&
        currency == other.currency &&
        choices == other.choices &&
        entity == other.entity &&
        only == other.only &&
        deletion == other.deletion &&
        from == other.from &&
        by == other.by &&
        `while` == other.`while` &&
        computed == other.computed &&
        search == other.search &&
        filter == other.filter &&
        sort == other.sort &&
        folded == other.folded &&
        personal == other.personal &&
        sensitive == other.sensitive &&
        writtenBy == other.writtenBy &&
        reveal == other.reveal &&
        deprecated == other.deprecated &&
        was == other.was &&
        types == other.types &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(kind, label, help, required, unique, platformWide, default, min, max, above, digits, minLength, maxLength, pattern, first, last, currency, choices, entity, only, deletion, from, by, `while`, computed, search, filter, sort, folded, personal, sensitive, writtenBy, reveal, deprecated, was, types, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var kind: FieldKind? = null
        private var label: String? = null
        private var help: String? = null
        private var required: Boolean? = null
        private var unique: Boolean? = null
        private var platformWide: Boolean? = null
        private var default: Json? = null
        private var min: BigDecimal? = null
        private var max: BigDecimal? = null
        private var above: BigDecimal? = null
        private var digits: Int? = null
        private var minLength: Int? = null
        private var maxLength: Int? = null
        private var pattern: String? = null
        private var first: LocalDate? = null
        private var last: LocalDate? = null
        private var currency: String? = null
        private var choices: List<String>? = null
        private var entity: String? = null
        private var only: String? = null
        private var deletion: DeletionRule? = null
        private var from: String? = null
        private var by: String? = null
        private var `while`: String? = null
        private var computed: String? = null
        private var search: Boolean? = null
        private var filter: Boolean? = null
        private var sort: Boolean? = null
        private var folded: Boolean? = null
        private var personal: Anonymising? = null
        private var sensitive: Boolean? = null
        private var writtenBy: FieldWriter? = null
        private var reveal: String? = null
        private var deprecated: Deprecation? = null
        private var was: String? = null
        private var types: List<String>? = null

        /** See [FieldDefinition.kind]. */
        public fun kind(kind: FieldKind): Builder = apply { this.kind = kind }

        /** See [FieldDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [FieldDefinition.help]. */
        public fun help(help: String?): Builder = apply { this.help = help }

        /** See [FieldDefinition.required]. */
        public fun required(required: Boolean): Builder = apply { this.required = required }

        /** See [FieldDefinition.unique]. */
        public fun unique(unique: Boolean): Builder = apply { this.unique = unique }

        /** See [FieldDefinition.platformWide]. */
        public fun platformWide(platformWide: Boolean): Builder = apply { this.platformWide = platformWide }

        /** See [FieldDefinition.default]. */
        public fun default(default: Json?): Builder = apply { this.default = default }

        /** See [FieldDefinition.min]. */
        public fun min(min: BigDecimal?): Builder = apply { this.min = min }

        /** See [FieldDefinition.max]. */
        public fun max(max: BigDecimal?): Builder = apply { this.max = max }

        /** See [FieldDefinition.above]. */
        public fun above(above: BigDecimal?): Builder = apply { this.above = above }

        /** See [FieldDefinition.digits]. */
        public fun digits(digits: Int?): Builder = apply { this.digits = digits }

        /** See [FieldDefinition.minLength]. */
        public fun minLength(minLength: Int?): Builder = apply { this.minLength = minLength }

        /** See [FieldDefinition.maxLength]. */
        public fun maxLength(maxLength: Int?): Builder = apply { this.maxLength = maxLength }

        /** See [FieldDefinition.pattern]. */
        public fun pattern(pattern: String?): Builder = apply { this.pattern = pattern }

        /** See [FieldDefinition.first]. */
        public fun first(first: LocalDate?): Builder = apply { this.first = first }

        /** See [FieldDefinition.last]. */
        public fun last(last: LocalDate?): Builder = apply { this.last = last }

        /** See [FieldDefinition.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /** See [FieldDefinition.choices]. */
        public fun choices(choices: List<String>): Builder = apply { this.choices = choices }

        /** See [FieldDefinition.entity]. */
        public fun entity(entity: String?): Builder = apply { this.entity = entity }

        /** See [FieldDefinition.only]. */
        public fun only(only: String?): Builder = apply { this.only = only }

        /** See [FieldDefinition.deletion]. */
        public fun deletion(deletion: DeletionRule?): Builder = apply { this.deletion = deletion }

        /** See [FieldDefinition.from]. */
        public fun from(from: String?): Builder = apply { this.from = from }

        /** See [FieldDefinition.by]. */
        public fun by(by: String?): Builder = apply { this.by = by }

        /** See [FieldDefinition.while]. */
        public fun `while`(`while`: String?): Builder = apply { this.`while` = `while` }

        /** See [FieldDefinition.computed]. */
        public fun computed(computed: String?): Builder = apply { this.computed = computed }

        /** See [FieldDefinition.search]. */
        public fun search(search: Boolean): Builder = apply { this.search = search }

        /** See [FieldDefinition.filter]. */
        public fun filter(filter: Boolean): Builder = apply { this.filter = filter }

        /** See [FieldDefinition.sort]. */
        public fun sort(sort: Boolean): Builder = apply { this.sort = sort }

        /** See [FieldDefinition.folded]. */
        public fun folded(folded: Boolean): Builder = apply { this.folded = folded }

        /** See [FieldDefinition.personal]. */
        public fun personal(personal: Anonymising?): Builder = apply { this.personal = personal }

        /** See [FieldDefinition.sensitive]. */
        public fun sensitive(sensitive: Boolean): Builder = apply { this.sensitive = sensitive }

        /** See [FieldDefinition.writtenBy]. */
        public fun writtenBy(writtenBy: FieldWriter?): Builder = apply { this.writtenBy = writtenBy }

        /** See [FieldDefinition.reveal]. */
        public fun reveal(reveal: String?): Builder = apply { this.reveal = reveal }

        /** See [FieldDefinition.deprecated]. */
        public fun deprecated(deprecated: Deprecation?): Builder = apply { this.deprecated = deprecated }

        /** See [FieldDefinition.was]. */
        public fun was(was: String?): Builder = apply { this.was = was }

        /** See [FieldDefinition.types]. */
        public fun types(types: List<String>): Builder = apply { this.types = types }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FieldDefinition = FieldDefinition(
            checkNotNull(kind) { "`kind` of FieldDefinition is not set" },
            label,
            help,
            required ?: false,
            unique ?: false,
            platformWide ?: false,
            default,
            min,
            max,
            above,
            digits,
            minLength,
            maxLength,
            pattern,
            first,
            last,
            currency,
            choices ?: emptyList(),
            entity,
            only,
            deletion,
            from,
            by,
            `while`,
            computed,
            search ?: false,
            filter ?: false,
            sort ?: false,
            folded ?: false,
            personal,
            sensitive ?: false,
            writtenBy,
            reveal,
            deprecated,
            was,
            types ?: emptyList(),
        )
    }

    public companion object : Wire<FieldDefinition>("FieldDefinition") {
        public fun serializer(): KSerializer<FieldDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FieldDefinition {
            var kind: FieldKind? = null
            var label: String? = null
            var help: String? = null
            var required: Boolean? = null
            var unique: Boolean? = null
            var platformWide: Boolean? = null
            var default: Json? = null
            var min: BigDecimal? = null
            var max: BigDecimal? = null
            var above: BigDecimal? = null
            var digits: Int? = null
            var minLength: Int? = null
            var maxLength: Int? = null
            var pattern: String? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var currency: String? = null
            var choices: List<String>? = null
            var entity: String? = null
            var only: String? = null
            var deletion: DeletionRule? = null
            var from: String? = null
            var by: String? = null
            var `while`: String? = null
            var computed: String? = null
            var search: Boolean? = null
            var filter: Boolean? = null
            var sort: Boolean? = null
            var folded: Boolean? = null
            var personal: Anonymising? = null
            var sensitive: Boolean? = null
            var writtenBy: FieldWriter? = null
            var reveal: String? = null
            var deprecated: Deprecation? = null
            var was: String? = null
            var types: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { FieldKind.read(reader) }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("help")) help = reader.orNull { reader.text() }
                else if (reader.isAt("required")) required = reader.orNull { reader.flag() }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.flag() }
                else if (reader.isAt("platform_wide")) platformWide = reader.orNull { reader.flag() }
                else if (reader.isAt("default")) default = reader.orNull { reader.json() }
                else if (reader.isAt("min")) min = reader.orNull { reader.decimal() }
                else if (reader.isAt("max")) max = reader.orNull { reader.decimal() }
                else if (reader.isAt("above")) above = reader.orNull { reader.decimal() }
                else if (reader.isAt("digits")) digits = reader.orNull { reader.whole() }
                else if (reader.isAt("min_length")) minLength = reader.orNull { reader.whole() }
                else if (reader.isAt("max_length")) maxLength = reader.orNull { reader.whole() }
                else if (reader.isAt("pattern")) pattern = reader.orNull { reader.text() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("choices")) choices = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("only")) only = reader.orNull { reader.text() }
                else if (reader.isAt("deletion")) deletion = reader.orNull { DeletionRule.read(reader) }
                else if (reader.isAt("from")) from = reader.orNull { reader.text() }
                else if (reader.isAt("by")) by = reader.orNull { reader.text() }
                else if (reader.isAt("while")) `while` = reader.orNull { reader.text() }
                else if (reader.isAt("computed")) computed = reader.orNull { reader.text() }
                else if (reader.isAt("search")) search = reader.orNull { reader.flag() }
                else if (reader.isAt("filter")) filter = reader.orNull { reader.flag() }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.flag() }
                else if (reader.isAt("folded")) folded = reader.orNull { reader.flag() }
                else if (reader.isAt("personal")) personal = reader.orNull { Anonymising.read(reader) }
                else if (reader.isAt("sensitive")) sensitive = reader.orNull { reader.flag() }
                else if (reader.isAt("written_by")) writtenBy = reader.orNull { FieldWriter.read(reader) }
                else if (reader.isAt("reveal")) reveal = reader.orNull { reader.text() }
                else if (reader.isAt("deprecated")) deprecated = reader.orNull { Deprecation.read(reader) }
                else if (reader.isAt("was")) was = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FieldDefinition(
                kind ?: throw reader.missing("kind"),
                label,
                help,
                required ?: false,
                unique ?: false,
                platformWide ?: false,
                default,
                min,
                max,
                above,
                digits,
                minLength,
                maxLength,
                pattern,
                first,
                last,
                currency,
                choices ?: emptyList(),
                entity,
                only,
                deletion,
                from,
                by,
                `while`,
                computed,
                search ?: false,
                filter ?: false,
                sort ?: false,
                folded ?: false,
                personal,
                sensitive ?: false,
                writtenBy,
                reveal,
                deprecated,
                was,
                types ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a field takes. */
@Serializable(with = FieldKind.Companion::class)
public class FieldKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<FieldKind>("FieldKind") {
        public fun serializer(): KSerializer<FieldKind> = this

        /** A line of text. */
        @JvmField public val TEXT: FieldKind = FieldKind("text")

        /** Text of many lines. */
        @JvmField public val LONG_TEXT: FieldKind = FieldKind("long_text")

        /** An e-mail address. */
        @JvmField public val EMAIL: FieldKind = FieldKind("email")

        /** A telephone number as E.164 writes it: `+4930123456`. */
        @JvmField public val PHONE: FieldKind = FieldKind("phone")

        /** An address on the web. */
        @JvmField public val URL: FieldKind = FieldKind("url")

        /** A part of an address: small letters, digits and hyphens. */
        @JvmField public val SLUG: FieldKind = FieldKind("slug")

        /** One of several names. */
        @JvmField public val CHOICE: FieldKind = FieldKind("choice")

        /** True or false. */
        @JvmField public val YES_NO: FieldKind = FieldKind("yes_no")

        /** A whole number. */
        @JvmField public val INTEGER: FieldKind = FieldKind("integer")

        /** An exact number. */
        @JvmField public val DECIMAL: FieldKind = FieldKind("decimal")

        /** An amount with its currency. */
        @JvmField public val MONEY: FieldKind = FieldKind("money")

        /** An exact number of hundredths: `12.5` is an eighth. */
        @JvmField public val PERCENT: FieldKind = FieldKind("percent")

        /** A day. */
        @JvmField public val DAY: FieldKind = FieldKind("day")

        /** A time of day. */
        @JvmField public val TIME: FieldKind = FieldKind("time")

        /** A moment. */
        @JvmField public val INSTANT: FieldKind = FieldKind("instant")

        /** A length of time. */
        @JvmField public val DURATION: FieldKind = FieldKind("duration")

        /** A time zone. */
        @JvmField public val ZONE: FieldKind = FieldKind("zone")

        /** A country by its two letters. */
        @JvmField public val COUNTRY: FieldKind = FieldKind("country")

        /** A currency by its three letters. */
        @JvmField public val CURRENCY: FieldKind = FieldKind("currency")

        /** A colour such as `#1a2b3c`. */
        @JvmField public val COLOUR: FieldKind = FieldKind("colour")

        /** An IPv4 or IPv6 address. */
        @JvmField public val IP_ADDRESS: FieldKind = FieldKind("ip_address")

        /** A place on earth: latitude and longitude in degrees. */
        @JvmField public val COORDINATES: FieldKind = FieldKind("coordinates")

        /** A file. */
        @JvmField public val FILE: FieldKind = FieldKind("file")

        /** A picture. */
        @JvmField public val PICTURE: FieldKind = FieldKind("picture")

        /** What is kept encrypted and shown as stars. */
        @JvmField public val SECRET: FieldKind = FieldKind("secret")

        /** A record of another entity. */
        @JvmField public val LINK: FieldKind = FieldKind("link")

        /** Records of another entity. */
        @JvmField public val LINKS: FieldKind = FieldKind("links")

        /** A table of its own: the records of an entity that belong to this one. */
        @JvmField public val ROWS: FieldKind = FieldKind("rows")

        /** Values of other records that link to this one: shown, and used in grants. */
        @JvmField public val GATHERED: FieldKind = FieldKind("gathered")

        /** Text in several languages. */
        @JvmField public val TRANSLATED_TEXT: FieldKind = FieldKind("translated_text")

        /** Words that people put on a record as they like, each once and in small letters. */
        @JvmField public val TAGS: FieldKind = FieldKind("tags")

        /** A rate list. */
        @JvmField public val RATE_LIST: FieldKind = FieldKind("rate_list")

        /** A plan. */
        @JvmField public val PLAN: FieldKind = FieldKind("plan")

        /** A machine. */
        @JvmField public val MACHINE: FieldKind = FieldKind("machine")

        /** Opening hours. */
        @JvmField public val OPENING_HOURS: FieldKind = FieldKind("opening_hours")

        /** How a record is booked: a resource, whose id is the record's. */
        @JvmField public val RESOURCE: FieldKind = FieldKind("resource")

        /** A condition. */
        @JvmField public val CONDITION: FieldKind = FieldKind("condition")

        override val entries: List<FieldKind> = listOf(
            TEXT,
            LONG_TEXT,
            EMAIL,
            PHONE,
            URL,
            SLUG,
            CHOICE,
            YES_NO,
            INTEGER,
            DECIMAL,
            MONEY,
            PERCENT,
            DAY,
            TIME,
            INSTANT,
            DURATION,
            ZONE,
            COUNTRY,
            CURRENCY,
            COLOUR,
            IP_ADDRESS,
            COORDINATES,
            FILE,
            PICTURE,
            SECRET,
            LINK,
            LINKS,
            ROWS,
            GATHERED,
            TRANSLATED_TEXT,
            TAGS,
            RATE_LIST,
            PLAN,
            MACHINE,
            OPENING_HOURS,
            RESOURCE,
            CONDITION,
        )

        internal override fun unknown(wire: String): FieldKind = FieldKind(wire)
    }
}

/** What becomes of a record when the one it links to is deleted. */
@Serializable(with = DeletionRule.Companion::class)
public sealed interface DeletionRule : RatebookValue {
    /** The other one cannot be deleted while this one is there. */
    public data object Refuse : DeletionRule {
        override fun write(writer: WireWriter) {
            writer.value("refuse")
        }
    }

    /**
     * It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
     * is deleted softly, and is cleared otherwise; of a list of links that one alone.
     */
    public data class RefuseWhile(public val held: String) : DeletionRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("refuse_while"); writer.value(held)
            writer.close()
        }
    }

    /** This one is deleted with it, and with any one of a list of links. */
    public data object Cascade : DeletionRule {
        override fun write(writer: WireWriter) {
            writer.value("cascade")
        }
    }

    /** The link is cleared, and taken out of a list of links. */
    public data object Clear : DeletionRule {
        override fun write(writer: WireWriter) {
            writer.value("clear")
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : DeletionRule {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<DeletionRule>("DeletionRule") {
        public fun serializer(): KSerializer<DeletionRule> = this

        override fun read(reader: WireReader): DeletionRule {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "refuse" -> Refuse
                    "cascade" -> Cascade
                    "clear" -> Clear
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("refuse_while")) RefuseWhile(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Who writes a field. */
@Serializable(with = FieldWriter.Companion::class)
public class FieldWriter private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<FieldWriter>("FieldWriter") {
        public fun serializer(): KSerializer<FieldWriter> = this

        /** Whoever may write the record. */
        @JvmField public val PEOPLE: FieldWriter = FieldWriter("people")

        /** The entity's machine alone, by its stamps. */
        @JvmField public val MACHINE: FieldWriter = FieldWriter("machine")

        /** The engine alone: acts and connectors. */
        @JvmField public val ENGINE: FieldWriter = FieldWriter("engine")

        override val entries: List<FieldWriter> = listOf(
            PEOPLE,
            MACHINE,
            ENGINE,
        )

        internal override fun unknown(wire: String): FieldWriter = FieldWriter(wire)
    }
}

/** That something goes: nothing new uses it, and some day it is not there any more. */
@Serializable(with = Deprecation.Companion::class)
public data class Deprecation(
    /** Since when nothing new uses it. */
    public val since: LocalDate,
    /** From when on it may be gone. */
    public val sunset: LocalDate? = null,
    /** What takes its place: another entity, or another field of the same one. */
    public val instead: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("since"); writer.value(since)
        if (sunset != null) { writer.field("sunset"); writer.value(sunset) }
        if (instead != null) { writer.field("instead"); writer.value(instead) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var since: LocalDate? = null
        private var sunset: LocalDate? = null
        private var instead: String? = null

        /** See [Deprecation.since]. */
        public fun since(since: LocalDate): Builder = apply { this.since = since }

        /** See [Deprecation.sunset]. */
        public fun sunset(sunset: LocalDate?): Builder = apply { this.sunset = sunset }

        /** See [Deprecation.instead]. */
        public fun instead(instead: String?): Builder = apply { this.instead = instead }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Deprecation = Deprecation(
            checkNotNull(since) { "`since` of Deprecation is not set" },
            sunset,
            instead,
        )
    }

    public companion object : Wire<Deprecation>("Deprecation") {
        public fun serializer(): KSerializer<Deprecation> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Deprecation {
            var since: LocalDate? = null
            var sunset: LocalDate? = null
            var instead: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("since")) since = reader.orNull { reader.day() }
                else if (reader.isAt("sunset")) sunset = reader.orNull { reader.day() }
                else if (reader.isAt("instead")) instead = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Deprecation(
                since ?: throw reader.missing("since"),
                sunset,
                instead,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that is kept: a customer, a vehicle, a ticket. */
@Serializable(with = EntityDefinition.Companion::class)
public data class EntityDefinition(
    /** What it is known by: small letters, digits and `_`. */
    public val name: String,
    /** Several of it; the name with an `s` when not given. */
    public val plural: String? = null,
    /** What people read; made of the name when not given. */
    public val label: String? = null,
    /** What it is about, for readers. */
    public val summary: String? = null,
    /** The name that the entity had before: its records stay. */
    public val was: String? = null,
    /** That it goes, and when. */
    public val deprecated: Deprecation? = null,
    /** Whose its records are. */
    public val scope: EntityScope? = null,
    /** Whether the engine owns its table and its writes; a declaration says how it is shown. */
    public val native: Boolean = false,
    /** The number by which people know a record. */
    public val number: EntityNumber? = null,
    /** The life of a record. */
    public val machine: EntityMachine? = null,
    /** By when something has to be done about a record. */
    public val deadlines: List<EntityDeadline> = emptyList(),
    /** Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`. */
    public val people: List<String> = emptyList(),
    /** How long its records are kept, and what becomes of them then; for ever when not given. */
    public val retention: EntityRetention? = null,
    /** Deleted records stay, unseen. */
    public val softDelete: SoftDelete? = null,
    /** Two of its records can become one; none can when not given. */
    public val merge: EntityMerge? = null,
    /** The field that names the person whose record it is, in whatever tenant. */
    public val owner: String? = null,
    /** The fields that everybody may read, over all tenants. */
    public val public: List<String> = emptyList(),
    /** Samples of something over time, by the million. */
    public val series: SeriesRules? = null,
    /** Whether each tenant may give its records fields of its own, whose names begin with `custom_`. */
    public val custom: Boolean = false,
    /** What must be true of a record. */
    public val checks: List<EntityCheck> = emptyList(),
    /** The groups of a form, in their order; fields that no group names come last. */
    public val groups: List<FieldGroup> = emptyList(),
    /** How a list is sorted when nobody says: `-created_at` when not given. */
    public val sort: List<String> = emptyList(),
    /** Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say. */
    public val fields: Map<String, FieldDefinition> = emptyMap(),
    /** What is hidden, and with which permission it is seen. */
    public val masks: List<FieldMask> = emptyList(),
    /** What may be done with records that name the actor. */
    public val grants: List<EntityGrant> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (plural != null) { writer.field("plural"); writer.value(plural) }
        if (label != null) { writer.field("label"); writer.value(label) }
        if (summary != null) { writer.field("summary"); writer.value(summary) }
        if (was != null) { writer.field("was"); writer.value(was) }
        if (deprecated != null) { writer.field("deprecated"); deprecated.write(writer) }
        if (scope != null) { writer.field("scope"); scope.write(writer) }
        if (native) { writer.field("native"); writer.value(native) }
        if (number != null) { writer.field("number"); number.write(writer) }
        if (machine != null) { writer.field("machine"); machine.write(writer) }
        if (deadlines.isNotEmpty()) { writer.field("deadlines"); writer.list(deadlines) { it.write(writer) } }
        if (people.isNotEmpty()) { writer.field("people"); writer.list(people) { writer.value(it) } }
        if (retention != null) { writer.field("retention"); retention.write(writer) }
        if (softDelete != null) { writer.field("soft_delete"); softDelete.write(writer) }
        if (merge != null) { writer.field("merge"); merge.write(writer) }
        if (owner != null) { writer.field("owner"); writer.value(owner) }
        if (public.isNotEmpty()) { writer.field("public"); writer.list(public) { writer.value(it) } }
        if (series != null) { writer.field("series"); series.write(writer) }
        if (custom) { writer.field("custom"); writer.value(custom) }
        if (checks.isNotEmpty()) { writer.field("checks"); writer.list(checks) { it.write(writer) } }
        if (groups.isNotEmpty()) { writer.field("groups"); writer.list(groups) { it.write(writer) } }
        if (sort.isNotEmpty()) { writer.field("sort"); writer.list(sort) { writer.value(it) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { it.write(writer) } }
        if (masks.isNotEmpty()) { writer.field("masks"); writer.list(masks) { it.write(writer) } }
        if (grants.isNotEmpty()) { writer.field("grants"); writer.list(grants) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var plural: String? = null
        private var label: String? = null
        private var summary: String? = null
        private var was: String? = null
        private var deprecated: Deprecation? = null
        private var scope: EntityScope? = null
        private var native: Boolean? = null
        private var number: EntityNumber? = null
        private var machine: EntityMachine? = null
        private var deadlines: List<EntityDeadline>? = null
        private var people: List<String>? = null
        private var retention: EntityRetention? = null
        private var softDelete: SoftDelete? = null
        private var merge: EntityMerge? = null
        private var owner: String? = null
        private var public: List<String>? = null
        private var series: SeriesRules? = null
        private var custom: Boolean? = null
        private var checks: List<EntityCheck>? = null
        private var groups: List<FieldGroup>? = null
        private var sort: List<String>? = null
        private var fields: Map<String, FieldDefinition>? = null
        private var masks: List<FieldMask>? = null
        private var grants: List<EntityGrant>? = null

        /** See [EntityDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [EntityDefinition.plural]. */
        public fun plural(plural: String?): Builder = apply { this.plural = plural }

        /** See [EntityDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [EntityDefinition.summary]. */
        public fun summary(summary: String?): Builder = apply { this.summary = summary }

        /** See [EntityDefinition.was]. */
        public fun was(was: String?): Builder = apply { this.was = was }

        /** See [EntityDefinition.deprecated]. */
        public fun deprecated(deprecated: Deprecation?): Builder = apply { this.deprecated = deprecated }

        /** See [EntityDefinition.scope]. */
        public fun scope(scope: EntityScope?): Builder = apply { this.scope = scope }

        /** See [EntityDefinition.native]. */
        public fun native(native: Boolean): Builder = apply { this.native = native }

        /** See [EntityDefinition.number]. */
        public fun number(number: EntityNumber?): Builder = apply { this.number = number }

        /** See [EntityDefinition.machine]. */
        public fun machine(machine: EntityMachine?): Builder = apply { this.machine = machine }

        /** See [EntityDefinition.deadlines]. */
        public fun deadlines(deadlines: List<EntityDeadline>): Builder = apply { this.deadlines = deadlines }

        /** See [EntityDefinition.people]. */
        public fun people(people: List<String>): Builder = apply { this.people = people }

        /** See [EntityDefinition.retention]. */
        public fun retention(retention: EntityRetention?): Builder = apply { this.retention = retention }

        /** See [EntityDefinition.softDelete]. */
        public fun softDelete(softDelete: SoftDelete?): Builder = apply { this.softDelete = softDelete }

        /** See [EntityDefinition.merge]. */
        public fun merge(merge: EntityMerge?): Builder = apply { this.merge = merge }

        /** See [EntityDefinition.owner]. */
        public fun owner(owner: String?): Builder = apply { this.owner = owner }

        /** See [EntityDefinition.public]. */
        public fun public(public: List<String>): Builder = apply { this.public = public }

        /** See [EntityDefinition.series]. */
        public fun series(series: SeriesRules?): Builder = apply { this.series = series }

        /** See [EntityDefinition.custom]. */
        public fun custom(custom: Boolean): Builder = apply { this.custom = custom }

        /** See [EntityDefinition.checks]. */
        public fun checks(checks: List<EntityCheck>): Builder = apply { this.checks = checks }

        /** See [EntityDefinition.groups]. */
        public fun groups(groups: List<FieldGroup>): Builder = apply { this.groups = groups }

        /** See [EntityDefinition.sort]. */
        public fun sort(sort: List<String>): Builder = apply { this.sort = sort }

        /** See [EntityDefinition.fields]. */
        public fun fields(fields: Map<String, FieldDefinition>): Builder = apply { this.fields = fields }

        /** See [EntityDefinition.masks]. */
        public fun masks(masks: List<FieldMask>): Builder = apply { this.masks = masks }

        /** See [EntityDefinition.grants]. */
        public fun grants(grants: List<EntityGrant>): Builder = apply { this.grants = grants }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityDefinition = EntityDefinition(
            checkNotNull(name) { "`name` of EntityDefinition is not set" },
            plural,
            label,
            summary,
            was,
            deprecated,
            scope,
            native ?: false,
            number,
            machine,
            deadlines ?: emptyList(),
            people ?: emptyList(),
            retention,
            softDelete,
            merge,
            owner,
            public ?: emptyList(),
            series,
            custom ?: false,
            checks ?: emptyList(),
            groups ?: emptyList(),
            sort ?: emptyList(),
            fields ?: emptyMap(),
            masks ?: emptyList(),
            grants ?: emptyList(),
        )
    }

    public companion object : Wire<EntityDefinition>("EntityDefinition") {
        public fun serializer(): KSerializer<EntityDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityDefinition {
            var name: String? = null
            var plural: String? = null
            var label: String? = null
            var summary: String? = null
            var was: String? = null
            var deprecated: Deprecation? = null
            var scope: EntityScope? = null
            var native: Boolean? = null
            var number: EntityNumber? = null
            var machine: EntityMachine? = null
            var deadlines: List<EntityDeadline>? = null
            var people: List<String>? = null
            var retention: EntityRetention? = null
            var softDelete: SoftDelete? = null
            var merge: EntityMerge? = null
            var owner: String? = null
            var public: List<String>? = null
            var series: SeriesRules? = null
            var custom: Boolean? = null
            var checks: List<EntityCheck>? = null
            var groups: List<FieldGroup>? = null
            var sort: List<String>? = null
            var fields: Map<String, FieldDefinition>? = null
            var masks: List<FieldMask>? = null
            var grants: List<EntityGrant>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("plural")) plural = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("summary")) summary = reader.orNull { reader.text() }
                else if (reader.isAt("was")) was = reader.orNull { reader.text() }
                else if (reader.isAt("deprecated")) deprecated = reader.orNull { Deprecation.read(reader) }
                else if (reader.isAt("scope")) scope = reader.orNull { EntityScope.read(reader) }
                else if (reader.isAt("native")) native = reader.orNull { reader.flag() }
                else if (reader.isAt("number")) number = reader.orNull { EntityNumber.read(reader) }
                else if (reader.isAt("machine")) machine = reader.orNull { EntityMachine.read(reader) }
                else if (reader.isAt("deadlines")) deadlines = reader.orNull { reader.list { EntityDeadline.read(reader) } }
                else if (reader.isAt("people")) people = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("retention")) retention = reader.orNull { EntityRetention.read(reader) }
                else if (reader.isAt("soft_delete")) softDelete = reader.orNull { SoftDelete.read(reader) }
                else if (reader.isAt("merge")) merge = reader.orNull { EntityMerge.read(reader) }
                else if (reader.isAt("owner")) owner = reader.orNull { reader.text() }
                else if (reader.isAt("public")) public = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("series")) series = reader.orNull { SeriesRules.read(reader) }
                else if (reader.isAt("custom")) custom = reader.orNull { reader.flag() }
                else if (reader.isAt("checks")) checks = reader.orNull { reader.list { EntityCheck.read(reader) } }
                else if (reader.isAt("groups")) groups = reader.orNull { reader.list { FieldGroup.read(reader) } }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { FieldDefinition.read(reader) } }
                else if (reader.isAt("masks")) masks = reader.orNull { reader.list { FieldMask.read(reader) } }
                else if (reader.isAt("grants")) grants = reader.orNull { reader.list { EntityGrant.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityDefinition(
                name ?: throw reader.missing("name"),
                plural,
                label,
                summary,
                was,
                deprecated,
                scope,
                native ?: false,
                number,
                machine,
                deadlines ?: emptyList(),
                people ?: emptyList(),
                retention,
                softDelete,
                merge,
                owner,
                public ?: emptyList(),
                series,
                custom ?: false,
                checks ?: emptyList(),
                groups ?: emptyList(),
                sort ?: emptyList(),
                fields ?: emptyMap(),
                masks ?: emptyList(),
                grants ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Whose records are. */
@Serializable(with = EntityScope.Companion::class)
public class EntityScope private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<EntityScope>("EntityScope") {
        public fun serializer(): KSerializer<EntityScope> = this

        /** Each belongs to a tenant. */
        @JvmField public val TENANT: EntityScope = EntityScope("tenant")

        /** They are the platform's: operators write them, and every tenant's records may link to them. */
        @JvmField public val PLATFORM: EntityScope = EntityScope("platform")

        override val entries: List<EntityScope> = listOf(
            TENANT,
            PLATFORM,
        )

        internal override fun unknown(wire: String): EntityScope = EntityScope(wire)
    }
}

/** How the numbers of an entity are written, and where they stand. */
@Serializable(with = EntityNumber.Companion::class)
public data class EntityNumber(
    /** The field that holds it. */
    public val field: String,
    /** How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`. */
    public val format: String? = null,
    /** When that counter begins anew. */
    public val reset: NumberReset = NumberReset.NEVER,
    /** One of the pack's `numbers` in the place of a format: all entities that name it share one counter. */
    public val sequence: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        if (format != null) { writer.field("format"); writer.value(format) }
        writer.field("reset"); reset.write(writer)
        if (sequence != null) { writer.field("sequence"); writer.value(sequence) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var field: String? = null
        private var format: String? = null
        private var reset: NumberReset? = null
        private var sequence: String? = null

        /** See [EntityNumber.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [EntityNumber.format]. */
        public fun format(format: String?): Builder = apply { this.format = format }

        /** See [EntityNumber.reset]. */
        public fun reset(reset: NumberReset): Builder = apply { this.reset = reset }

        /** See [EntityNumber.sequence]. */
        public fun sequence(sequence: String?): Builder = apply { this.sequence = sequence }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityNumber = EntityNumber(
            checkNotNull(field) { "`field` of EntityNumber is not set" },
            format,
            reset ?: NumberReset.NEVER,
            sequence,
        )
    }

    public companion object : Wire<EntityNumber>("EntityNumber") {
        public fun serializer(): KSerializer<EntityNumber> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityNumber {
            var field: String? = null
            var format: String? = null
            var reset: NumberReset? = null
            var sequence: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("format")) format = reader.orNull { reader.text() }
                else if (reader.isAt("reset")) reset = reader.orNull { NumberReset.read(reader) }
                else if (reader.isAt("sequence")) sequence = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityNumber(
                field ?: throw reader.missing("field"),
                format,
                reset ?: NumberReset.NEVER,
                sequence,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The machine by which records live. */
@Serializable(with = EntityMachine.Companion::class)
public data class EntityMachine @JvmOverloads constructor(
    /** One of the pack's, or one that comes with the engine. */
    public val name: String,
    /** The field that holds the state. */
    public val field: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("field"); writer.value(field)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<EntityMachine>("EntityMachine") {
        public fun serializer(): KSerializer<EntityMachine> = this

        override fun read(reader: WireReader): EntityMachine {
            var name: String? = null
            var field: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityMachine(
                name ?: throw reader.missing("name"),
                field ?: throw reader.missing("field"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** By when something has to be done about a record, in the hours in which time counts. */
@Serializable(with = EntityDeadline.Companion::class)
public data class EntityDeadline(
    /** What it is known by, such as `first_reply`. */
    public val name: String,
    /** The moment from which its time runs: `created_at`, or an instant that an event stamps. It has not begun while there is none. */
    public val from: String,
    /** How many minutes there are; where they differ, a plan says so. */
    public val withinMinutes: Int? = null,
    /** How many minutes there are by a choice, such as the priority. */
    public val plan: DeadlinePlan? = null,
    /** The hours and days in which time counts; around the clock when not given. */
    public val calendar: BusinessCalendar? = null,
    /** While what time does not count, such as `status == 'waiting'`. */
    public val pausedWhile: String? = null,
    /** When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`. */
    public val metWhen: String? = null,
    /** The instant at which it is due; nothing while it is paused. What is met keeps it. */
    public val due: String,
    /** The whole number of seconds that are left, while time does not count. */
    public val left: String? = null,
    /** The instant at which it was met. */
    public val met: String? = null,
    /** The instant at which it was due when it was missed. */
    public val missed: String? = null,
    /** The event of the machine that happens, by the engine, when it is missed. */
    public val event: String? = null,
    /** The percentages of its time at which it warns, in order. */
    public val warnAtPercent: List<Int> = emptyList(),
    /** The whole number that says at which percentage it has warned last. */
    public val warned: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("from"); writer.value(from)
        if (withinMinutes != null) { writer.field("within_minutes"); writer.value(withinMinutes) }
        if (plan != null) { writer.field("plan"); plan.write(writer) }
        if (calendar != null) { writer.field("calendar"); calendar.write(writer) }
        if (pausedWhile != null) { writer.field("paused_while"); writer.value(pausedWhile) }
        if (metWhen != null) { writer.field("met_when"); writer.value(metWhen) }
        writer.field("due"); writer.value(due)
        if (left != null) { writer.field("left"); writer.value(left) }
        if (met != null) { writer.field("met"); writer.value(met) }
        if (missed != null) { writer.field("missed"); writer.value(missed) }
        if (event != null) { writer.field("event"); writer.value(event) }
        if (warnAtPercent.isNotEmpty()) { writer.field("warn_at_percent"); writer.list(warnAtPercent) { writer.value(it) } }
        if (warned != null) { writer.field("warned"); writer.value(warned) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var from: String? = null
        private var withinMinutes: Int? = null
        private var plan: DeadlinePlan? = null
        private var calendar: BusinessCalendar? = null
        private var pausedWhile: String? = null
        private var metWhen: String? = null
        private var due: String? = null
        private var left: String? = null
        private var met: String? = null
        private var missed: String? = null
        private var event: String? = null
        private var warnAtPercent: List<Int>? = null
        private var warned: String? = null

        /** See [EntityDeadline.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [EntityDeadline.from]. */
        public fun from(from: String): Builder = apply { this.from = from }

        /** See [EntityDeadline.withinMinutes]. */
        public fun withinMinutes(withinMinutes: Int?): Builder = apply { this.withinMinutes = withinMinutes }

        /** See [EntityDeadline.plan]. */
        public fun plan(plan: DeadlinePlan?): Builder = apply { this.plan = plan }

        /** See [EntityDeadline.calendar]. */
        public fun calendar(calendar: BusinessCalendar?): Builder = apply { this.calendar = calendar }

        /** See [EntityDeadline.pausedWhile]. */
        public fun pausedWhile(pausedWhile: String?): Builder = apply { this.pausedWhile = pausedWhile }

        /** See [EntityDeadline.metWhen]. */
        public fun metWhen(metWhen: String?): Builder = apply { this.metWhen = metWhen }

        /** See [EntityDeadline.due]. */
        public fun due(due: String): Builder = apply { this.due = due }

        /** See [EntityDeadline.left]. */
        public fun left(left: String?): Builder = apply { this.left = left }

        /** See [EntityDeadline.met]. */
        public fun met(met: String?): Builder = apply { this.met = met }

        /** See [EntityDeadline.missed]. */
        public fun missed(missed: String?): Builder = apply { this.missed = missed }

        /** See [EntityDeadline.event]. */
        public fun event(event: String?): Builder = apply { this.event = event }

        /** See [EntityDeadline.warnAtPercent]. */
        public fun warnAtPercent(warnAtPercent: List<Int>): Builder = apply { this.warnAtPercent = warnAtPercent }

        /** See [EntityDeadline.warned]. */
        public fun warned(warned: String?): Builder = apply { this.warned = warned }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityDeadline = EntityDeadline(
            checkNotNull(name) { "`name` of EntityDeadline is not set" },
            checkNotNull(from) { "`from` of EntityDeadline is not set" },
            withinMinutes,
            plan,
            calendar,
            pausedWhile,
            metWhen,
            checkNotNull(due) { "`due` of EntityDeadline is not set" },
            left,
            met,
            missed,
            event,
            warnAtPercent ?: emptyList(),
            warned,
        )
    }

    public companion object : Wire<EntityDeadline>("EntityDeadline") {
        public fun serializer(): KSerializer<EntityDeadline> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityDeadline {
            var name: String? = null
            var from: String? = null
            var withinMinutes: Int? = null
            var plan: DeadlinePlan? = null
            var calendar: BusinessCalendar? = null
            var pausedWhile: String? = null
            var metWhen: String? = null
            var due: String? = null
            var left: String? = null
            var met: String? = null
            var missed: String? = null
            var event: String? = null
            var warnAtPercent: List<Int>? = null
            var warned: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("from")) from = reader.orNull { reader.text() }
                else if (reader.isAt("within_minutes")) withinMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("plan")) plan = reader.orNull { DeadlinePlan.read(reader) }
                else if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("paused_while")) pausedWhile = reader.orNull { reader.text() }
                else if (reader.isAt("met_when")) metWhen = reader.orNull { reader.text() }
                else if (reader.isAt("due")) due = reader.orNull { reader.text() }
                else if (reader.isAt("left")) left = reader.orNull { reader.text() }
                else if (reader.isAt("met")) met = reader.orNull { reader.text() }
                else if (reader.isAt("missed")) missed = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("warn_at_percent")) warnAtPercent = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("warned")) warned = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityDeadline(
                name ?: throw reader.missing("name"),
                from ?: throw reader.missing("from"),
                withinMinutes,
                plan,
                calendar,
                pausedWhile,
                metWhen,
                due ?: throw reader.missing("due"),
                left,
                met,
                missed,
                event,
                warnAtPercent ?: emptyList(),
                warned,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How many minutes there are, by the value of a field. */
@Serializable(with = DeadlinePlan.Companion::class)
public data class DeadlinePlan @JvmOverloads constructor(
    /** The choice by which they differ. */
    public val by: String,
    /** The minutes of each; one that is not named has no deadline. */
    public val minutes: Map<String, Int>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("by"); writer.value(by)
        writer.field("minutes"); writer.map(minutes) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DeadlinePlan>("DeadlinePlan") {
        public fun serializer(): KSerializer<DeadlinePlan> = this

        override fun read(reader: WireReader): DeadlinePlan {
            var by: String? = null
            var minutes: Map<String, Int>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("by")) by = reader.orNull { reader.text() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.map { reader.whole() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlinePlan(
                by ?: throw reader.missing("by"),
                minutes ?: throw reader.missing("minutes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How long records are kept, and what becomes of them then. */
@Serializable(with = EntityRetention.Companion::class)
public data class EntityRetention(
    /**
     * From when their time counts: a field with a day or a moment, or `created_at`, `updated_at`, `deleted_at` or `entered_at`. Without
     * anything in it, a record is kept.
     */
    public val after: String,
    /** What must be true of a record for its time to count, such as `status == 'closed'`. */
    public val `when`: String? = null,
    /** For so many months. */
    public val keepMonths: Int? = null,
    /** And so many days. */
    public val keepDays: Int? = null,
    /** What is done then. */
    public val then: RetentionAction,
    /**
     * What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
     * this.
     */
    public val requiredBy: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("after"); writer.value(after)
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        if (keepMonths != null) { writer.field("keep_months"); writer.value(keepMonths) }
        if (keepDays != null) { writer.field("keep_days"); writer.value(keepDays) }
        writer.field("then"); then.write(writer)
        if (requiredBy != null) { writer.field("required_by"); writer.value(requiredBy) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var after: String? = null
        private var `when`: String? = null
        private var keepMonths: Int? = null
        private var keepDays: Int? = null
        private var then: RetentionAction? = null
        private var requiredBy: String? = null

        /** See [EntityRetention.after]. */
        public fun after(after: String): Builder = apply { this.after = after }

        /** See [EntityRetention.when]. */
        public fun `when`(`when`: String?): Builder = apply { this.`when` = `when` }

        /** See [EntityRetention.keepMonths]. */
        public fun keepMonths(keepMonths: Int?): Builder = apply { this.keepMonths = keepMonths }

        /** See [EntityRetention.keepDays]. */
        public fun keepDays(keepDays: Int?): Builder = apply { this.keepDays = keepDays }

        /** See [EntityRetention.then]. */
        public fun then(then: RetentionAction): Builder = apply { this.then = then }

        /** See [EntityRetention.requiredBy]. */
        public fun requiredBy(requiredBy: String?): Builder = apply { this.requiredBy = requiredBy }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityRetention = EntityRetention(
            checkNotNull(after) { "`after` of EntityRetention is not set" },
            `when`,
            keepMonths,
            keepDays,
            checkNotNull(then) { "`then` of EntityRetention is not set" },
            requiredBy,
        )
    }

    public companion object : Wire<EntityRetention>("EntityRetention") {
        public fun serializer(): KSerializer<EntityRetention> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityRetention {
            var after: String? = null
            var `when`: String? = null
            var keepMonths: Int? = null
            var keepDays: Int? = null
            var then: RetentionAction? = null
            var requiredBy: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("after")) after = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("keep_months")) keepMonths = reader.orNull { reader.whole() }
                else if (reader.isAt("keep_days")) keepDays = reader.orNull { reader.whole() }
                else if (reader.isAt("then")) then = reader.orNull { RetentionAction.read(reader) }
                else if (reader.isAt("required_by")) requiredBy = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityRetention(
                after ?: throw reader.missing("after"),
                `when`,
                keepMonths,
                keepDays,
                then ?: throw reader.missing("then"),
                requiredBy,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How records are deleted softly. */
@Serializable(with = SoftDelete.Companion::class)
public data class SoftDelete(
    /** Unique fields whose values are free again afterwards. */
    public val frees: List<String>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (frees != null) { writer.field("frees"); writer.list(frees) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var frees: List<String>? = null

        /** See [SoftDelete.frees]. */
        public fun frees(frees: List<String>?): Builder = apply { this.frees = frees }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SoftDelete = SoftDelete(
            frees,
        )
    }

    public companion object : Wire<SoftDelete>("SoftDelete") {
        public fun serializer(): KSerializer<SoftDelete> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SoftDelete {
            var frees: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("frees")) frees = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SoftDelete(
                frees,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly. */
@Serializable(with = EntityMerge.Companion::class)
public data class EntityMerge(
    /** What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given. */
    public val `when`: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var `when`: String? = null

        /** See [EntityMerge.when]. */
        public fun `when`(`when`: String?): Builder = apply { this.`when` = `when` }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityMerge = EntityMerge(
            `when`,
        )
    }

    public companion object : Wire<EntityMerge>("EntityMerge") {
        public fun serializer(): KSerializer<EntityMerge> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityMerge {
            var `when`: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityMerge(
                `when`,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What samples are of. */
@Serializable(with = SeriesRules.Companion::class)
public data class SeriesRules(
    /** The link to what is sampled. */
    public val subject: String,
    /** The field with the moment. */
    public val at: String,
    /** How many days a sample is kept; for ever when not given. */
    public val keepDays: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("subject"); writer.value(subject)
        writer.field("at"); writer.value(at)
        if (keepDays != null) { writer.field("keep_days"); writer.value(keepDays) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var subject: String? = null
        private var at: String? = null
        private var keepDays: Int? = null

        /** See [SeriesRules.subject]. */
        public fun subject(subject: String): Builder = apply { this.subject = subject }

        /** See [SeriesRules.at]. */
        public fun at(at: String): Builder = apply { this.at = at }

        /** See [SeriesRules.keepDays]. */
        public fun keepDays(keepDays: Int?): Builder = apply { this.keepDays = keepDays }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SeriesRules = SeriesRules(
            checkNotNull(subject) { "`subject` of SeriesRules is not set" },
            checkNotNull(at) { "`at` of SeriesRules is not set" },
            keepDays,
        )
    }

    public companion object : Wire<SeriesRules>("SeriesRules") {
        public fun serializer(): KSerializer<SeriesRules> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SeriesRules {
            var subject: String? = null
            var at: String? = null
            var keepDays: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.text() }
                else if (reader.isAt("keep_days")) keepDays = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SeriesRules(
                subject ?: throw reader.missing("subject"),
                at ?: throw reader.missing("at"),
                keepDays,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What must be true of a record, and what is said when it is not. */
@Serializable(with = EntityCheck.Companion::class)
public data class EntityCheck(
    /** What must be true. */
    public val `when`: String,
    /** The field at which it is said. */
    public val path: String? = null,
    /** What is said. */
    public val message: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("when"); writer.value(`when`)
        if (path != null) { writer.field("path"); writer.value(path) }
        if (message != null) { writer.field("message"); writer.value(message) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var `when`: String? = null
        private var path: String? = null
        private var message: String? = null

        /** See [EntityCheck.when]. */
        public fun `when`(`when`: String): Builder = apply { this.`when` = `when` }

        /** See [EntityCheck.path]. */
        public fun path(path: String?): Builder = apply { this.path = path }

        /** See [EntityCheck.message]. */
        public fun message(message: String?): Builder = apply { this.message = message }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityCheck = EntityCheck(
            checkNotNull(`when`) { "`when` of EntityCheck is not set" },
            path,
            message,
        )
    }

    public companion object : Wire<EntityCheck>("EntityCheck") {
        public fun serializer(): KSerializer<EntityCheck> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityCheck {
            var `when`: String? = null
            var path: String? = null
            var message: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityCheck(
                `when` ?: throw reader.missing("when"),
                path,
                message,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Fields that stand together in a form. */
@Serializable(with = FieldGroup.Companion::class)
public data class FieldGroup(
    /** What people read above them. */
    public val label: String? = null,
    /** The fields, in their order. */
    public val fields: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("fields"); writer.list(fields) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var label: String? = null
        private var fields: List<String>? = null

        /** See [FieldGroup.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [FieldGroup.fields]. */
        public fun fields(fields: List<String>): Builder = apply { this.fields = fields }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FieldGroup = FieldGroup(
            label,
            checkNotNull(fields) { "`fields` of FieldGroup is not set" },
        )
    }

    public companion object : Wire<FieldGroup>("FieldGroup") {
        public fun serializer(): KSerializer<FieldGroup> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FieldGroup {
            var label: String? = null
            var fields: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FieldGroup(
                label,
                fields ?: throw reader.missing("fields"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a role may do with records that name the actor. */
@Serializable(with = EntityGrant.Companion::class)
public data class EntityGrant @JvmOverloads constructor(
    /** Whose grant it is. */
    public val role: String,
    /** What the relation is called, such as `visits`. */
    public val relation: String,
    /** The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered. */
    public val field: String,
    /** What may be done. */
    public val permissions: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("role"); writer.value(role)
        writer.field("relation"); writer.value(relation)
        writer.field("field"); writer.value(field)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<EntityGrant>("EntityGrant") {
        public fun serializer(): KSerializer<EntityGrant> = this

        override fun read(reader: WireReader): EntityGrant {
            var role: String? = null
            var relation: String? = null
            var field: String? = null
            var permissions: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("role")) role = reader.orNull { reader.text() }
                else if (reader.isAt("relation")) relation = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityGrant(
                role ?: throw reader.missing("role"),
                relation ?: throw reader.missing("relation"),
                field ?: throw reader.missing("field"),
                permissions ?: throw reader.missing("permissions"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/**
 * A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
 * includes.
 */
@Serializable(with = CustomRole.Companion::class)
public data class CustomRole(
    /** What people read. */
    public val label: String? = null,
    /** Roles whose rules are this one's too: of the pack, or of the tenant's own. */
    public val includes: List<String> = emptyList(),
    /** What it may do, on every record: `rates:write`, `bookings:*`, `*`. */
    public val allow: List<String> = emptyList(),
    /** What it may not do, whatever else allows it. */
    public val deny: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (label != null) { writer.field("label"); writer.value(label) }
        if (includes.isNotEmpty()) { writer.field("includes"); writer.list(includes) { writer.value(it) } }
        if (allow.isNotEmpty()) { writer.field("allow"); writer.list(allow) { writer.value(it) } }
        if (deny.isNotEmpty()) { writer.field("deny"); writer.list(deny) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var label: String? = null
        private var includes: List<String>? = null
        private var allow: List<String>? = null
        private var deny: List<String>? = null

        /** See [CustomRole.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [CustomRole.includes]. */
        public fun includes(includes: List<String>): Builder = apply { this.includes = includes }

        /** See [CustomRole.allow]. */
        public fun allow(allow: List<String>): Builder = apply { this.allow = allow }

        /** See [CustomRole.deny]. */
        public fun deny(deny: List<String>): Builder = apply { this.deny = deny }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CustomRole = CustomRole(
            label,
            includes ?: emptyList(),
            allow ?: emptyList(),
            deny ?: emptyList(),
        )
    }

    public companion object : Wire<CustomRole>("CustomRole") {
        public fun serializer(): KSerializer<CustomRole> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CustomRole {
            var label: String? = null
            var includes: List<String>? = null
            var allow: List<String>? = null
            var deny: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("includes")) includes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("allow")) allow = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("deny")) deny = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CustomRole(
                label,
                includes ?: emptyList(),
                allow ?: emptyList(),
                deny ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The machines of a tenant's own by which records of an entity live in the place of the pack's. */
@Serializable(with = CustomMachine.Companion::class)
public data class CustomMachine(
    /** The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher. */
    public val machine: MachineDefinition? = null,
    /** Those of before, by which records go on that began by them. */
    public val former: List<MachineDefinition> = emptyList(),
    /** Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants. */
    public val closed: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (machine != null) { writer.field("machine"); machine.write(writer) }
        if (former.isNotEmpty()) { writer.field("former"); writer.list(former) { it.write(writer) } }
        if (closed) { writer.field("closed"); writer.value(closed) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var machine: MachineDefinition? = null
        private var former: List<MachineDefinition>? = null
        private var closed: Boolean? = null

        /** See [CustomMachine.machine]. */
        public fun machine(machine: MachineDefinition?): Builder = apply { this.machine = machine }

        /** See [CustomMachine.former]. */
        public fun former(former: List<MachineDefinition>): Builder = apply { this.former = former }

        /** See [CustomMachine.closed]. */
        public fun closed(closed: Boolean): Builder = apply { this.closed = closed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CustomMachine = CustomMachine(
            machine,
            former ?: emptyList(),
            closed ?: false,
        )
    }

    public companion object : Wire<CustomMachine>("CustomMachine") {
        public fun serializer(): KSerializer<CustomMachine> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CustomMachine {
            var machine: MachineDefinition? = null
            var former: List<MachineDefinition>? = null
            var closed: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { MachineDefinition.read(reader) }
                else if (reader.isAt("former")) former = reader.orNull { reader.list { MachineDefinition.read(reader) } }
                else if (reader.isAt("closed")) closed = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CustomMachine(
                machine,
                former ?: emptyList(),
                closed ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What people are asked to agree to. */
@Serializable(with = ConsentPurpose.Companion::class)
public data class ConsentPurpose(
    /** What people read above it; made of the name when not given. */
    public val label: String? = null,
    /** The version of the text: another text is another version. */
    public val version: String,
    /** What they agree to, by language. */
    public val texts: Map<String, String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("version"); writer.value(version)
        writer.field("texts"); writer.map(texts) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var label: String? = null
        private var version: String? = null
        private var texts: Map<String, String>? = null

        /** See [ConsentPurpose.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [ConsentPurpose.version]. */
        public fun version(version: String): Builder = apply { this.version = version }

        /** See [ConsentPurpose.texts]. */
        public fun texts(texts: Map<String, String>): Builder = apply { this.texts = texts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ConsentPurpose = ConsentPurpose(
            label,
            checkNotNull(version) { "`version` of ConsentPurpose is not set" },
            checkNotNull(texts) { "`texts` of ConsentPurpose is not set" },
        )
    }

    public companion object : Wire<ConsentPurpose>("ConsentPurpose") {
        public fun serializer(): KSerializer<ConsentPurpose> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ConsentPurpose {
            var label: String? = null
            var version: String? = null
            var texts: Map<String, String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.text() }
                else if (reader.isAt("texts")) texts = reader.orNull { reader.map { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ConsentPurpose(
                label,
                version ?: throw reader.missing("version"),
                texts ?: throw reader.missing("texts"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What must be true of every record of an entity, and what follows of a change after which it is not. */
@Serializable(with = PackPolicy.Companion::class)
public data class PackPolicy(
    /** What it is known by. */
    public val id: String,
    /** Whose records. */
    public val entity: String,
    /** What it is about. */
    public val kind: PolicyKind,
    /** What must be true, such as `storage_gb <= 500`. */
    public val condition: String,
    /** What follows when it is not. */
    public val effect: PolicyEffect,
    /** What is said when it is not. */
    public val message: String,
    /** The field at which it is said. */
    public val field: String? = null,
    /** The figure that is shown: a field such as `storage_gb`, or what is computed of fields. */
    public val figure: String? = null,
    /** The limit that is shown beside it, such as `500`. */
    public val limit: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("entity"); writer.value(entity)
        writer.field("kind"); kind.write(writer)
        writer.field("condition"); writer.value(condition)
        writer.field("effect"); effect.write(writer)
        writer.field("message"); writer.value(message)
        if (field != null) { writer.field("field"); writer.value(field) }
        if (figure != null) { writer.field("figure"); writer.value(figure) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var entity: String? = null
        private var kind: PolicyKind? = null
        private var condition: String? = null
        private var effect: PolicyEffect? = null
        private var message: String? = null
        private var field: String? = null
        private var figure: String? = null
        private var limit: String? = null

        /** See [PackPolicy.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [PackPolicy.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [PackPolicy.kind]. */
        public fun kind(kind: PolicyKind): Builder = apply { this.kind = kind }

        /** See [PackPolicy.condition]. */
        public fun condition(condition: String): Builder = apply { this.condition = condition }

        /** See [PackPolicy.effect]. */
        public fun effect(effect: PolicyEffect): Builder = apply { this.effect = effect }

        /** See [PackPolicy.message]. */
        public fun message(message: String): Builder = apply { this.message = message }

        /** See [PackPolicy.field]. */
        public fun field(field: String?): Builder = apply { this.field = field }

        /** See [PackPolicy.figure]. */
        public fun figure(figure: String?): Builder = apply { this.figure = figure }

        /** See [PackPolicy.limit]. */
        public fun limit(limit: String?): Builder = apply { this.limit = limit }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PackPolicy = PackPolicy(
            checkNotNull(id) { "`id` of PackPolicy is not set" },
            checkNotNull(entity) { "`entity` of PackPolicy is not set" },
            checkNotNull(kind) { "`kind` of PackPolicy is not set" },
            checkNotNull(condition) { "`condition` of PackPolicy is not set" },
            checkNotNull(effect) { "`effect` of PackPolicy is not set" },
            checkNotNull(message) { "`message` of PackPolicy is not set" },
            field,
            figure,
            limit,
        )
    }

    public companion object : Wire<PackPolicy>("PackPolicy") {
        public fun serializer(): KSerializer<PackPolicy> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PackPolicy {
            var id: String? = null
            var entity: String? = null
            var kind: PolicyKind? = null
            var condition: String? = null
            var effect: PolicyEffect? = null
            var message: String? = null
            var field: String? = null
            var figure: String? = null
            var limit: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PolicyKind.read(reader) }
                else if (reader.isAt("condition")) condition = reader.orNull { reader.text() }
                else if (reader.isAt("effect")) effect = reader.orNull { PolicyEffect.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("figure")) figure = reader.orNull { reader.text() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackPolicy(
                id ?: throw reader.missing("id"),
                entity ?: throw reader.missing("entity"),
                kind ?: throw reader.missing("kind"),
                condition ?: throw reader.missing("condition"),
                effect ?: throw reader.missing("effect"),
                message ?: throw reader.missing("message"),
                field,
                figure,
                limit,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application. */
@Serializable(with = LetterDefinition.Companion::class)
public data class LetterDefinition(
    /** What effects name it by. */
    public val name: String,
    /** What people read who choose what they are told. */
    public val label: String? = null,
    /** The entity whose record it is about. */
    public val entity: String,
    /** In the rights of which role the record is read. */
    public val asRole: String,
    /** Who is told. */
    public val to: List<LetterReceiver>,
    /** The field with the language of whoever has no account, such as `locale` or `customer_id.locale`. */
    public val locale: String? = null,
    /** What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`. */
    public val fields: List<String> = emptyList(),
    /** Fields whose files go along with the letter. */
    public val attachments: List<String> = emptyList(),
    /** The place where mail arrives to which an answer goes, where the tenant has an address for it. */
    public val answers: String? = null,
    /** What it says, by language; in a language that is missing it is read in the first one of the pack. */
    public val words: Map<String, LetterWords>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("entity"); writer.value(entity)
        writer.field("as_role"); writer.value(asRole)
        writer.field("to"); writer.list(to) { it.write(writer) }
        if (locale != null) { writer.field("locale"); writer.value(locale) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.list(fields) { writer.value(it) } }
        if (attachments.isNotEmpty()) { writer.field("attachments"); writer.list(attachments) { writer.value(it) } }
        if (answers != null) { writer.field("answers"); writer.value(answers) }
        writer.field("words"); writer.map(words) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var entity: String? = null
        private var asRole: String? = null
        private var to: List<LetterReceiver>? = null
        private var locale: String? = null
        private var fields: List<String>? = null
        private var attachments: List<String>? = null
        private var answers: String? = null
        private var words: Map<String, LetterWords>? = null

        /** See [LetterDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [LetterDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [LetterDefinition.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [LetterDefinition.asRole]. */
        public fun asRole(asRole: String): Builder = apply { this.asRole = asRole }

        /** See [LetterDefinition.to]. */
        public fun to(to: List<LetterReceiver>): Builder = apply { this.to = to }

        /** See [LetterDefinition.locale]. */
        public fun locale(locale: String?): Builder = apply { this.locale = locale }

        /** See [LetterDefinition.fields]. */
        public fun fields(fields: List<String>): Builder = apply { this.fields = fields }

        /** See [LetterDefinition.attachments]. */
        public fun attachments(attachments: List<String>): Builder = apply { this.attachments = attachments }

        /** See [LetterDefinition.answers]. */
        public fun answers(answers: String?): Builder = apply { this.answers = answers }

        /** See [LetterDefinition.words]. */
        public fun words(words: Map<String, LetterWords>): Builder = apply { this.words = words }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): LetterDefinition = LetterDefinition(
            checkNotNull(name) { "`name` of LetterDefinition is not set" },
            label,
            checkNotNull(entity) { "`entity` of LetterDefinition is not set" },
            checkNotNull(asRole) { "`asRole` of LetterDefinition is not set" },
            checkNotNull(to) { "`to` of LetterDefinition is not set" },
            locale,
            fields ?: emptyList(),
            attachments ?: emptyList(),
            answers,
            checkNotNull(words) { "`words` of LetterDefinition is not set" },
        )
    }

    public companion object : Wire<LetterDefinition>("LetterDefinition") {
        public fun serializer(): KSerializer<LetterDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): LetterDefinition {
            var name: String? = null
            var label: String? = null
            var entity: String? = null
            var asRole: String? = null
            var to: List<LetterReceiver>? = null
            var locale: String? = null
            var fields: List<String>? = null
            var attachments: List<String>? = null
            var answers: String? = null
            var words: Map<String, LetterWords>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else if (reader.isAt("to")) to = reader.orNull { reader.list { LetterReceiver.read(reader) } }
                else if (reader.isAt("locale")) locale = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("attachments")) attachments = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("answers")) answers = reader.orNull { reader.text() }
                else if (reader.isAt("words")) words = reader.orNull { reader.map { LetterWords.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LetterDefinition(
                name ?: throw reader.missing("name"),
                label,
                entity ?: throw reader.missing("entity"),
                asRole ?: throw reader.missing("as_role"),
                to ?: throw reader.missing("to"),
                locale,
                fields ?: emptyList(),
                attachments ?: emptyList(),
                answers,
                words ?: throw reader.missing("words"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Who is told. */
@Serializable(with = LetterReceiver.Companion::class)
public sealed interface LetterReceiver : RatebookValue {
    /** Whoever has the e-mail in this field of the record, or of one that it links to: `email`, `customer_id.email`. */
    public data class Email(public val held: String) : LetterReceiver {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("email"); writer.value(held)
            writer.close()
        }
    }

    /** Whoever has the telephone number in this field of the record, or of one that it links to: they are told by SMS. */
    public data class Phone(public val held: String) : LetterReceiver {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("phone"); writer.value(held)
            writer.close()
        }
    }

    /** The member whose id stands in this field. */
    public data class Member(public val held: String) : LetterReceiver {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("member"); writer.value(held)
            writer.close()
        }
    }

    /** Every member of this role. */
    public data class Role(public val held: String) : LetterReceiver {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("role"); writer.value(held)
            writer.close()
        }
    }

    /** Whose record it is, by the `owner` of the entity. */
    public data object Owner : LetterReceiver {
        override fun write(writer: WireWriter) {
            writer.value("owner")
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : LetterReceiver {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<LetterReceiver>("LetterReceiver") {
        public fun serializer(): KSerializer<LetterReceiver> = this

        override fun read(reader: WireReader): LetterReceiver {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "owner" -> Owner
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("email")) Email(reader.text())
                else if (reader.isAt("phone")) Phone(reader.text())
                else if (reader.isAt("member")) Member(reader.text())
                else if (reader.isAt("role")) Role(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What a letter says in one language, as templates: `{{ number }}` is the record's number. */
@Serializable(with = LetterWords.Companion::class)
public data class LetterWords(
    /** What it is about, on one line. */
    public val subject: String,
    /** What it says. */
    public val text: String,
    /** The same as HTML: what stands in fields is escaped there. */
    public val html: String? = null,
    /** The same in a few words, for telephones: what an SMS says, and what is pushed under the subject. */
    public val short: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("subject"); writer.value(subject)
        writer.field("text"); writer.value(text)
        if (html != null) { writer.field("html"); writer.value(html) }
        if (short != null) { writer.field("short"); writer.value(short) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var subject: String? = null
        private var text: String? = null
        private var html: String? = null
        private var short: String? = null

        /** See [LetterWords.subject]. */
        public fun subject(subject: String): Builder = apply { this.subject = subject }

        /** See [LetterWords.text]. */
        public fun text(text: String): Builder = apply { this.text = text }

        /** See [LetterWords.html]. */
        public fun html(html: String?): Builder = apply { this.html = html }

        /** See [LetterWords.short]. */
        public fun short(short: String?): Builder = apply { this.short = short }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): LetterWords = LetterWords(
            checkNotNull(subject) { "`subject` of LetterWords is not set" },
            checkNotNull(text) { "`text` of LetterWords is not set" },
            html,
            short,
        )
    }

    public companion object : Wire<LetterWords>("LetterWords") {
        public fun serializer(): KSerializer<LetterWords> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): LetterWords {
            var subject: String? = null
            var text: String? = null
            var html: String? = null
            var short: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("html")) html = reader.orNull { reader.text() }
                else if (reader.isAt("short")) short = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LetterWords(
                subject ?: throw reader.missing("subject"),
                text ?: throw reader.missing("text"),
                html,
                short,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one. */
@Serializable(with = InboundDefinition.Companion::class)
public data class InboundDefinition(
    /** What a tenant opens it by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Of which entity a record is made. */
    public val entity: String,
    /** In the rights of which role. */
    public val asRole: String,
    /** The field that takes the subject. */
    public val subject: String? = null,
    /** The field that takes the text. */
    public val text: String,
    /** The field that takes the e-mail of whoever wrote, as the mail says it. */
    public val sender: String? = null,
    /** The field that takes what they call themselves. */
    public val senderName: String? = null,
    /** The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it. */
    public val proven: String? = null,
    /** The fields that take files which come along: each the first one of its types that no field before it has. */
    public val files: List<String> = emptyList(),
    /** The link that takes whoever wrote, and what becomes of the mail of a stranger. */
    public val contact: InboundContact? = null,
    /** Other values of each such record. */
    public val values: Map<String, Json> = emptyMap(),
    /** What an answer to a letter about such a record becomes; a record like any other when not given. */
    public val reply: InboundReply? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("entity"); writer.value(entity)
        writer.field("as_role"); writer.value(asRole)
        if (subject != null) { writer.field("subject"); writer.value(subject) }
        writer.field("text"); writer.value(text)
        if (sender != null) { writer.field("sender"); writer.value(sender) }
        if (senderName != null) { writer.field("sender_name"); writer.value(senderName) }
        if (proven != null) { writer.field("proven"); writer.value(proven) }
        if (files.isNotEmpty()) { writer.field("files"); writer.list(files) { writer.value(it) } }
        if (contact != null) { writer.field("contact"); contact.write(writer) }
        if (values.isNotEmpty()) { writer.field("values"); writer.map(values) { writer.value(it) } }
        if (reply != null) { writer.field("reply"); reply.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var entity: String? = null
        private var asRole: String? = null
        private var subject: String? = null
        private var text: String? = null
        private var sender: String? = null
        private var senderName: String? = null
        private var proven: String? = null
        private var files: List<String>? = null
        private var contact: InboundContact? = null
        private var values: Map<String, Json>? = null
        private var reply: InboundReply? = null

        /** See [InboundDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [InboundDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [InboundDefinition.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [InboundDefinition.asRole]. */
        public fun asRole(asRole: String): Builder = apply { this.asRole = asRole }

        /** See [InboundDefinition.subject]. */
        public fun subject(subject: String?): Builder = apply { this.subject = subject }

        /** See [InboundDefinition.text]. */
        public fun text(text: String): Builder = apply { this.text = text }

        /** See [InboundDefinition.sender]. */
        public fun sender(sender: String?): Builder = apply { this.sender = sender }

        /** See [InboundDefinition.senderName]. */
        public fun senderName(senderName: String?): Builder = apply { this.senderName = senderName }

        /** See [InboundDefinition.proven]. */
        public fun proven(proven: String?): Builder = apply { this.proven = proven }

        /** See [InboundDefinition.files]. */
        public fun files(files: List<String>): Builder = apply { this.files = files }

        /** See [InboundDefinition.contact]. */
        public fun contact(contact: InboundContact?): Builder = apply { this.contact = contact }

        /** See [InboundDefinition.values]. */
        public fun values(values: Map<String, Json>): Builder = apply { this.values = values }

        /** See [InboundDefinition.reply]. */
        public fun reply(reply: InboundReply?): Builder = apply { this.reply = reply }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): InboundDefinition = InboundDefinition(
            checkNotNull(name) { "`name` of InboundDefinition is not set" },
            label,
            checkNotNull(entity) { "`entity` of InboundDefinition is not set" },
            checkNotNull(asRole) { "`asRole` of InboundDefinition is not set" },
            subject,
            checkNotNull(text) { "`text` of InboundDefinition is not set" },
            sender,
            senderName,
            proven,
            files ?: emptyList(),
            contact,
            values ?: emptyMap(),
            reply,
        )
    }

    public companion object : Wire<InboundDefinition>("InboundDefinition") {
        public fun serializer(): KSerializer<InboundDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): InboundDefinition {
            var name: String? = null
            var label: String? = null
            var entity: String? = null
            var asRole: String? = null
            var subject: String? = null
            var text: String? = null
            var sender: String? = null
            var senderName: String? = null
            var proven: String? = null
            var files: List<String>? = null
            var contact: InboundContact? = null
            var values: Map<String, Json>? = null
            var reply: InboundReply? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("sender")) sender = reader.orNull { reader.text() }
                else if (reader.isAt("sender_name")) senderName = reader.orNull { reader.text() }
                else if (reader.isAt("proven")) proven = reader.orNull { reader.text() }
                else if (reader.isAt("files")) files = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("contact")) contact = reader.orNull { InboundContact.read(reader) }
                else if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("reply")) reply = reader.orNull { InboundReply.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return InboundDefinition(
                name ?: throw reader.missing("name"),
                label,
                entity ?: throw reader.missing("entity"),
                asRole ?: throw reader.missing("as_role"),
                subject,
                text ?: throw reader.missing("text"),
                sender,
                senderName,
                proven,
                files ?: emptyList(),
                contact,
                values ?: emptyMap(),
                reply,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How whoever wrote is found. */
@Serializable(with = InboundContact.Companion::class)
public data class InboundContact(
    /** The field that links to them. */
    public val field: String,
    /** The field of theirs with their e-mail. */
    public val by: String,
    /** What is believed of who wrote. */
    public val believe: InboundBelief = InboundBelief.PROVEN,
    /** What becomes of the mail of somebody of whom there is no record. */
    public val unknown: InboundStranger = InboundStranger.REFUSE,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("by"); writer.value(by)
        writer.field("believe"); believe.write(writer)
        writer.field("unknown"); unknown.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var field: String? = null
        private var by: String? = null
        private var believe: InboundBelief? = null
        private var unknown: InboundStranger? = null

        /** See [InboundContact.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [InboundContact.by]. */
        public fun by(by: String): Builder = apply { this.by = by }

        /** See [InboundContact.believe]. */
        public fun believe(believe: InboundBelief): Builder = apply { this.believe = believe }

        /** See [InboundContact.unknown]. */
        public fun unknown(unknown: InboundStranger): Builder = apply { this.unknown = unknown }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): InboundContact = InboundContact(
            checkNotNull(field) { "`field` of InboundContact is not set" },
            checkNotNull(by) { "`by` of InboundContact is not set" },
            believe ?: InboundBelief.PROVEN,
            unknown ?: InboundStranger.REFUSE,
        )
    }

    public companion object : Wire<InboundContact>("InboundContact") {
        public fun serializer(): KSerializer<InboundContact> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): InboundContact {
            var field: String? = null
            var by: String? = null
            var believe: InboundBelief? = null
            var unknown: InboundStranger? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("by")) by = reader.orNull { reader.text() }
                else if (reader.isAt("believe")) believe = reader.orNull { InboundBelief.read(reader) }
                else if (reader.isAt("unknown")) unknown = reader.orNull { InboundStranger.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return InboundContact(
                field ?: throw reader.missing("field"),
                by ?: throw reader.missing("by"),
                believe ?: InboundBelief.PROVEN,
                unknown ?: InboundStranger.REFUSE,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is believed of who wrote a mail. */
@Serializable(with = InboundBelief.Companion::class)
public class InboundBelief private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<InboundBelief>("InboundBelief") {
        public fun serializer(): KSerializer<InboundBelief> = this

        /**
         * What a mail server has found that the tenant trusts: that the domain of the sender has sent it. Of any other mail nobody knows
         * who wrote it.
         */
        @JvmField public val PROVEN: InboundBelief = InboundBelief("proven")

        /** What the mail itself says, which anybody may write. */
        @JvmField public val SAID: InboundBelief = InboundBelief("said")

        override val entries: List<InboundBelief> = listOf(
            PROVEN,
            SAID,
        )

        internal override fun unknown(wire: String): InboundBelief = InboundBelief(wire)
    }
}

/** What becomes of the mail of a stranger. */
@Serializable(with = InboundStranger.Companion::class)
public class InboundStranger private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<InboundStranger>("InboundStranger") {
        public fun serializer(): KSerializer<InboundStranger> = this

        /** It is refused, so that they are told by their mail server. */
        @JvmField public val REFUSE: InboundStranger = InboundStranger("refuse")

        /** It is taken and nothing is made of it. */
        @JvmField public val DROP: InboundStranger = InboundStranger("drop")

        /** A record is made of it that links to nobody. */
        @JvmField public val ACCEPT: InboundStranger = InboundStranger("accept")

        override val entries: List<InboundStranger> = listOf(
            REFUSE,
            DROP,
            ACCEPT,
        )

        internal override fun unknown(wire: String): InboundStranger = InboundStranger(wire)
    }
}

/** What an answer to a letter becomes. */
@Serializable(with = InboundReply.Companion::class)
public data class InboundReply(
    /** Of which entity a record is made. */
    public val entity: String,
    /** The field that links to the record that the letter was about. */
    public val link: String,
    /** The field that takes the text. */
    public val text: String,
    /** The field that takes the e-mail of whoever wrote, as the mail says it. */
    public val sender: String? = null,
    /** The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it. */
    public val proven: String? = null,
    /** The fields that take files which come along. */
    public val files: List<String> = emptyList(),
    /** Whether only the contact of the record may answer: the mail of anybody else is one like any other. */
    public val onlyContact: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("link"); writer.value(link)
        writer.field("text"); writer.value(text)
        if (sender != null) { writer.field("sender"); writer.value(sender) }
        if (proven != null) { writer.field("proven"); writer.value(proven) }
        if (files.isNotEmpty()) { writer.field("files"); writer.list(files) { writer.value(it) } }
        if (onlyContact) { writer.field("only_contact"); writer.value(onlyContact) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var link: String? = null
        private var text: String? = null
        private var sender: String? = null
        private var proven: String? = null
        private var files: List<String>? = null
        private var onlyContact: Boolean? = null

        /** See [InboundReply.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [InboundReply.link]. */
        public fun link(link: String): Builder = apply { this.link = link }

        /** See [InboundReply.text]. */
        public fun text(text: String): Builder = apply { this.text = text }

        /** See [InboundReply.sender]. */
        public fun sender(sender: String?): Builder = apply { this.sender = sender }

        /** See [InboundReply.proven]. */
        public fun proven(proven: String?): Builder = apply { this.proven = proven }

        /** See [InboundReply.files]. */
        public fun files(files: List<String>): Builder = apply { this.files = files }

        /** See [InboundReply.onlyContact]. */
        public fun onlyContact(onlyContact: Boolean): Builder = apply { this.onlyContact = onlyContact }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): InboundReply = InboundReply(
            checkNotNull(entity) { "`entity` of InboundReply is not set" },
            checkNotNull(link) { "`link` of InboundReply is not set" },
            checkNotNull(text) { "`text` of InboundReply is not set" },
            sender,
            proven,
            files ?: emptyList(),
            onlyContact ?: false,
        )
    }

    public companion object : Wire<InboundReply>("InboundReply") {
        public fun serializer(): KSerializer<InboundReply> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): InboundReply {
            var entity: String? = null
            var link: String? = null
            var text: String? = null
            var sender: String? = null
            var proven: String? = null
            var files: List<String>? = null
            var onlyContact: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("link")) link = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("sender")) sender = reader.orNull { reader.text() }
                else if (reader.isAt("proven")) proven = reader.orNull { reader.text() }
                else if (reader.isAt("files")) files = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("only_contact")) onlyContact = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return InboundReply(
                entity ?: throw reader.missing("entity"),
                link ?: throw reader.missing("link"),
                text ?: throw reader.missing("text"),
                sender,
                proven,
                files ?: emptyList(),
                onlyContact ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Who outside tells what happened there: how their messages are proven, and what of them is done here. */
@Serializable(with = WebhookDefinition.Companion::class)
public data class WebhookDefinition(
    /** What a tenant opens it by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** How a message is signed. */
    public val scheme: WebhookScheme,
    /** The header with the signature; Standard Webhooks and PayPal say themselves which one. */
    public val header: String? = null,
    /** What stands in that header before the signature, such as `sha256=`. */
    public val prefix: String? = null,
    /** How the signature is written. */
    public val encoding: WebhookEncoding = WebhookEncoding.HEX,
    /** Whether the address to which it is sent is signed before the body. */
    public val withAddress: Boolean = false,
    /** For how many seconds a signed message is taken, where its time is signed. */
    public val toleranceSeconds: Int = 300,
    /** Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves. */
    public val id: WebhookPart? = null,
    /** Where it stands what happened. */
    public val kind: WebhookPart? = null,
    /** In the rights of which role something is done. */
    public val asRole: String,
    /** What is done, in order. */
    public val does: List<WebhookAction> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("scheme"); scheme.write(writer)
        if (header != null) { writer.field("header"); writer.value(header) }
        if (prefix != null) { writer.field("prefix"); writer.value(prefix) }
        writer.field("encoding"); encoding.write(writer)
        if (withAddress) { writer.field("with_address"); writer.value(withAddress) }
        writer.field("tolerance_seconds"); writer.value(toleranceSeconds)
        if (id != null) { writer.field("id"); id.write(writer) }
        if (kind != null) { writer.field("kind"); kind.write(writer) }
        writer.field("as_role"); writer.value(asRole)
        if (does.isNotEmpty()) { writer.field("does"); writer.list(does) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var scheme: WebhookScheme? = null
        private var header: String? = null
        private var prefix: String? = null
        private var encoding: WebhookEncoding? = null
        private var withAddress: Boolean? = null
        private var toleranceSeconds: Int? = null
        private var id: WebhookPart? = null
        private var kind: WebhookPart? = null
        private var asRole: String? = null
        private var does: List<WebhookAction>? = null

        /** See [WebhookDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [WebhookDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [WebhookDefinition.scheme]. */
        public fun scheme(scheme: WebhookScheme): Builder = apply { this.scheme = scheme }

        /** See [WebhookDefinition.header]. */
        public fun header(header: String?): Builder = apply { this.header = header }

        /** See [WebhookDefinition.prefix]. */
        public fun prefix(prefix: String?): Builder = apply { this.prefix = prefix }

        /** See [WebhookDefinition.encoding]. */
        public fun encoding(encoding: WebhookEncoding): Builder = apply { this.encoding = encoding }

        /** See [WebhookDefinition.withAddress]. */
        public fun withAddress(withAddress: Boolean): Builder = apply { this.withAddress = withAddress }

        /** See [WebhookDefinition.toleranceSeconds]. */
        public fun toleranceSeconds(toleranceSeconds: Int): Builder = apply { this.toleranceSeconds = toleranceSeconds }

        /** See [WebhookDefinition.id]. */
        public fun id(id: WebhookPart?): Builder = apply { this.id = id }

        /** See [WebhookDefinition.kind]. */
        public fun kind(kind: WebhookPart?): Builder = apply { this.kind = kind }

        /** See [WebhookDefinition.asRole]. */
        public fun asRole(asRole: String): Builder = apply { this.asRole = asRole }

        /** See [WebhookDefinition.does]. */
        public fun does(does: List<WebhookAction>): Builder = apply { this.does = does }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): WebhookDefinition = WebhookDefinition(
            checkNotNull(name) { "`name` of WebhookDefinition is not set" },
            label,
            checkNotNull(scheme) { "`scheme` of WebhookDefinition is not set" },
            header,
            prefix,
            encoding ?: WebhookEncoding.HEX,
            withAddress ?: false,
            toleranceSeconds ?: 300,
            id,
            kind,
            checkNotNull(asRole) { "`asRole` of WebhookDefinition is not set" },
            does ?: emptyList(),
        )
    }

    public companion object : Wire<WebhookDefinition>("WebhookDefinition") {
        public fun serializer(): KSerializer<WebhookDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): WebhookDefinition {
            var name: String? = null
            var label: String? = null
            var scheme: WebhookScheme? = null
            var header: String? = null
            var prefix: String? = null
            var encoding: WebhookEncoding? = null
            var withAddress: Boolean? = null
            var toleranceSeconds: Int? = null
            var id: WebhookPart? = null
            var kind: WebhookPart? = null
            var asRole: String? = null
            var does: List<WebhookAction>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("scheme")) scheme = reader.orNull { WebhookScheme.read(reader) }
                else if (reader.isAt("header")) header = reader.orNull { reader.text() }
                else if (reader.isAt("prefix")) prefix = reader.orNull { reader.text() }
                else if (reader.isAt("encoding")) encoding = reader.orNull { WebhookEncoding.read(reader) }
                else if (reader.isAt("with_address")) withAddress = reader.orNull { reader.flag() }
                else if (reader.isAt("tolerance_seconds")) toleranceSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("id")) id = reader.orNull { WebhookPart.read(reader) }
                else if (reader.isAt("kind")) kind = reader.orNull { WebhookPart.read(reader) }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else if (reader.isAt("does")) does = reader.orNull { reader.list { WebhookAction.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WebhookDefinition(
                name ?: throw reader.missing("name"),
                label,
                scheme ?: throw reader.missing("scheme"),
                header,
                prefix,
                encoding ?: WebhookEncoding.HEX,
                withAddress ?: false,
                toleranceSeconds ?: 300,
                id,
                kind,
                asRole ?: throw reader.missing("as_role"),
                does ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate. */
@Serializable(with = WebhookScheme.Companion::class)
public class WebhookScheme private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<WebhookScheme>("WebhookScheme") {
        public fun serializer(): KSerializer<WebhookScheme> = this

        /** Over the body. No time is signed. */
        @JvmField public val BODY: WebhookScheme = WebhookScheme("body")

        /** Over a time and the body: `t=…,v1=…`, in hexadecimal digits. */
        @JvmField public val TIMESTAMPED: WebhookScheme = WebhookScheme("timestamped")

        /** As Standard Webhooks has it: over id, time and body. */
        @JvmField public val STANDARD: WebhookScheme = WebhookScheme("standard")

        /** As PayPal has it: by their certificate, over an id, a time, the id of the webhook and the CRC-32 of the body. */
        @JvmField public val PAYPAL: WebhookScheme = WebhookScheme("paypal")

        override val entries: List<WebhookScheme> = listOf(
            BODY,
            TIMESTAMPED,
            STANDARD,
            PAYPAL,
        )

        internal override fun unknown(wire: String): WebhookScheme = WebhookScheme(wire)
    }
}

/** How a signature is written. */
@Serializable(with = WebhookEncoding.Companion::class)
public class WebhookEncoding private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<WebhookEncoding>("WebhookEncoding") {
        public fun serializer(): KSerializer<WebhookEncoding> = this

        /** In small hexadecimal digits. */
        @JvmField public val HEX: WebhookEncoding = WebhookEncoding("hex")

        /** In Base64. */
        @JvmField public val BASE64: WebhookEncoding = WebhookEncoding("base64")

        override val entries: List<WebhookEncoding> = listOf(
            HEX,
            BASE64,
        )

        internal override fun unknown(wire: String): WebhookEncoding = WebhookEncoding(wire)
    }
}

/** Where something of a message stands: in a header, or in the body. */
@Serializable(with = WebhookPart.Companion::class)
public data class WebhookPart(
    /** The header. */
    public val header: String? = null,
    /** Where in the body, as a JSON pointer. */
    public val body: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (header != null) { writer.field("header"); writer.value(header) }
        if (body != null) { writer.field("body"); writer.value(body) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var header: String? = null
        private var body: String? = null

        /** See [WebhookPart.header]. */
        public fun header(header: String?): Builder = apply { this.header = header }

        /** See [WebhookPart.body]. */
        public fun body(body: String?): Builder = apply { this.body = body }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): WebhookPart = WebhookPart(
            header,
            body,
        )
    }

    public companion object : Wire<WebhookPart>("WebhookPart") {
        public fun serializer(): KSerializer<WebhookPart> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): WebhookPart {
            var header: String? = null
            var body: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("header")) header = reader.orNull { reader.text() }
                else if (reader.isAt("body")) body = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WebhookPart(
                header,
                body,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made. */
@Serializable(with = WebhookAction.Companion::class)
public data class WebhookAction(
    /** Of what happened; of everything where nothing stands here. */
    public val kinds: List<String> = emptyList(),
    /** Of which entity the record is. */
    public val entity: String,
    /** How it is found; without this a record is made. A message that does not name one is about none of ours. */
    public val find: WebhookFind? = null,
    /** The event that happens to it. */
    public val event: String? = null,
    /** The fields that take something of the body, each with where it stands there, as a JSON pointer. */
    public val fields: Map<String, String> = emptyMap(),
    /** Other values. */
    public val values: Map<String, Json> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (kinds.isNotEmpty()) { writer.field("kinds"); writer.list(kinds) { writer.value(it) } }
        writer.field("entity"); writer.value(entity)
        if (find != null) { writer.field("find"); find.write(writer) }
        if (event != null) { writer.field("event"); writer.value(event) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        if (values.isNotEmpty()) { writer.field("values"); writer.map(values) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var kinds: List<String>? = null
        private var entity: String? = null
        private var find: WebhookFind? = null
        private var event: String? = null
        private var fields: Map<String, String>? = null
        private var values: Map<String, Json>? = null

        /** See [WebhookAction.kinds]. */
        public fun kinds(kinds: List<String>): Builder = apply { this.kinds = kinds }

        /** See [WebhookAction.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [WebhookAction.find]. */
        public fun find(find: WebhookFind?): Builder = apply { this.find = find }

        /** See [WebhookAction.event]. */
        public fun event(event: String?): Builder = apply { this.event = event }

        /** See [WebhookAction.fields]. */
        public fun fields(fields: Map<String, String>): Builder = apply { this.fields = fields }

        /** See [WebhookAction.values]. */
        public fun values(values: Map<String, Json>): Builder = apply { this.values = values }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): WebhookAction = WebhookAction(
            kinds ?: emptyList(),
            checkNotNull(entity) { "`entity` of WebhookAction is not set" },
            find,
            event,
            fields ?: emptyMap(),
            values ?: emptyMap(),
        )
    }

    public companion object : Wire<WebhookAction>("WebhookAction") {
        public fun serializer(): KSerializer<WebhookAction> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): WebhookAction {
            var kinds: List<String>? = null
            var entity: String? = null
            var find: WebhookFind? = null
            var event: String? = null
            var fields: Map<String, String>? = null
            var values: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kinds")) kinds = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("find")) find = reader.orNull { WebhookFind.read(reader) }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WebhookAction(
                kinds ?: emptyList(),
                entity ?: throw reader.missing("entity"),
                find,
                event,
                fields ?: emptyMap(),
                values ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How the record of a message is found. */
@Serializable(with = WebhookFind.Companion::class)
public data class WebhookFind @JvmOverloads constructor(
    /** By which field; `id` is one. */
    public val field: String,
    /** Where its value stands in the body, as a JSON pointer. */
    public val at: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("at"); writer.value(at)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<WebhookFind>("WebhookFind") {
        public fun serializer(): KSerializer<WebhookFind> = this

        override fun read(reader: WireReader): WebhookFind {
            var field: String? = null
            var at: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WebhookFind(
                field ?: throw reader.missing("field"),
                at ?: throw reader.missing("at"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is done by the clock, to every record for which something is true. */
@Serializable(with = Schedule.Companion::class)
public data class Schedule(
    /** What it is known by. */
    public val name: String,
    /** When, as a line of cron by the tenant's clock: `15 0 * * *`. */
    public val cron: String,
    /** Whose records. */
    public val entity: String,
    /** Which of them; all when not given. `now` and `today` may be used. */
    public val `when`: String? = null,
    /** What happens to each, where it is no rule of automation that waits for the schedule. */
    public val `do`: ScheduleAction? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("cron"); writer.value(cron)
        writer.field("entity"); writer.value(entity)
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        if (`do` != null) { writer.field("do"); `do`.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var cron: String? = null
        private var entity: String? = null
        private var `when`: String? = null
        private var `do`: ScheduleAction? = null

        /** See [Schedule.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Schedule.cron]. */
        public fun cron(cron: String): Builder = apply { this.cron = cron }

        /** See [Schedule.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [Schedule.when]. */
        public fun `when`(`when`: String?): Builder = apply { this.`when` = `when` }

        /** See [Schedule.do]. */
        public fun `do`(`do`: ScheduleAction?): Builder = apply { this.`do` = `do` }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Schedule = Schedule(
            checkNotNull(name) { "`name` of Schedule is not set" },
            checkNotNull(cron) { "`cron` of Schedule is not set" },
            checkNotNull(entity) { "`entity` of Schedule is not set" },
            `when`,
            `do`,
        )
    }

    public companion object : Wire<Schedule>("Schedule") {
        public fun serializer(): KSerializer<Schedule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Schedule {
            var name: String? = null
            var cron: String? = null
            var entity: String? = null
            var `when`: String? = null
            var `do`: ScheduleAction? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("cron")) cron = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("do")) `do` = reader.orNull { ScheduleAction.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Schedule(
                name ?: throw reader.missing("name"),
                cron ?: throw reader.missing("cron"),
                entity ?: throw reader.missing("entity"),
                `when`,
                `do`,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a schedule does with a record. */
@Serializable(with = ScheduleAction.Companion::class)
public sealed interface ScheduleAction : RatebookValue {
    /** An event of its machine. */
    public data class Event(public val held: String) : ScheduleAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("event"); writer.value(held)
            writer.close()
        }
    }

    /** An effect, as a machine would name it. */
    public data class Effect(public val held: String) : ScheduleAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("effect"); writer.value(held)
            writer.close()
        }
    }

    /** A letter of the pack, by which people are told. */
    public data class Notify(public val held: String) : ScheduleAction {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("notify"); writer.value(held)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : ScheduleAction {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<ScheduleAction>("ScheduleAction") {
        public fun serializer(): KSerializer<ScheduleAction> = this

        override fun read(reader: WireReader): ScheduleAction {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("event")) Event(reader.text())
                else if (reader.isAt("effect")) Effect(reader.text())
                else if (reader.isAt("notify")) Notify(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** When people are written to about records of an entity: follow-ups, reminders, greetings. */
@Serializable(with = ContactsDefinition.Companion::class)
public data class ContactsDefinition(
    /** What it is known by: small letters, digits and `_`. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Whose records. */
    public val entity: String,
    /** In the rights of which role they are looked at. */
    public val asRole: String,
    /** The purpose to which everybody whom a record is about must have agreed for what is marketing. */
    public val consent: String? = null,
    /** When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end. */
    public val quietHours: OpeningHours? = null,
    /** What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told. */
    public val contacts: List<ContactRule>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("entity"); writer.value(entity)
        writer.field("as_role"); writer.value(asRole)
        if (consent != null) { writer.field("consent"); writer.value(consent) }
        if (quietHours != null) { writer.field("quiet_hours"); quietHours.write(writer) }
        writer.field("contacts"); writer.list(contacts) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var entity: String? = null
        private var asRole: String? = null
        private var consent: String? = null
        private var quietHours: OpeningHours? = null
        private var contacts: List<ContactRule>? = null

        /** See [ContactsDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [ContactsDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [ContactsDefinition.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [ContactsDefinition.asRole]. */
        public fun asRole(asRole: String): Builder = apply { this.asRole = asRole }

        /** See [ContactsDefinition.consent]. */
        public fun consent(consent: String?): Builder = apply { this.consent = consent }

        /** See [ContactsDefinition.quietHours]. */
        public fun quietHours(quietHours: OpeningHours?): Builder = apply { this.quietHours = quietHours }

        /** See [ContactsDefinition.contacts]. */
        public fun contacts(contacts: List<ContactRule>): Builder = apply { this.contacts = contacts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactsDefinition = ContactsDefinition(
            checkNotNull(name) { "`name` of ContactsDefinition is not set" },
            label,
            checkNotNull(entity) { "`entity` of ContactsDefinition is not set" },
            checkNotNull(asRole) { "`asRole` of ContactsDefinition is not set" },
            consent,
            quietHours,
            checkNotNull(contacts) { "`contacts` of ContactsDefinition is not set" },
        )
    }

    public companion object : Wire<ContactsDefinition>("ContactsDefinition") {
        public fun serializer(): KSerializer<ContactsDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactsDefinition {
            var name: String? = null
            var label: String? = null
            var entity: String? = null
            var asRole: String? = null
            var consent: String? = null
            var quietHours: OpeningHours? = null
            var contacts: List<ContactRule>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else if (reader.isAt("consent")) consent = reader.orNull { reader.text() }
                else if (reader.isAt("quiet_hours")) quietHours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("contacts")) contacts = reader.orNull { reader.list { ContactRule.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ContactsDefinition(
                name ?: throw reader.missing("name"),
                label,
                entity ?: throw reader.missing("entity"),
                asRole ?: throw reader.missing("as_role"),
                consent,
                quietHours,
                contacts ?: throw reader.missing("contacts"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What people look at: a question about one entity, and how the answer is shown. */
@Serializable(with = ViewDefinition.Companion::class)
public data class ViewDefinition(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** How it is shown. */
    public val kind: PackViewKind,
    /** Of what. */
    public val entity: String,
    /** Filters, as the address of a list has them. */
    public val filter: Map<String, String> = emptyMap(),
    /** How it is sorted. */
    public val sort: List<String> = emptyList(),
    /** The columns of a list, what a card of a board shows. */
    public val fields: List<String> = emptyList(),
    /** The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given. */
    public val group: String? = null,
    /** The day or the moment at which a record begins in a calendar. */
    public val from: String? = null,
    /** The day on which it ends there, included, or the moment. */
    public val to: String? = null,
    /** The fields by whose values records are counted and summed. */
    public val facets: List<String> = emptyList(),
    /** The fields that are summed. */
    public val sums: List<String> = emptyList(),
    /** The plot that shows it. */
    public val plot: ViewPlot? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("kind"); kind.write(writer)
        writer.field("entity"); writer.value(entity)
        if (filter.isNotEmpty()) { writer.field("filter"); writer.map(filter) { writer.value(it) } }
        if (sort.isNotEmpty()) { writer.field("sort"); writer.list(sort) { writer.value(it) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.list(fields) { writer.value(it) } }
        if (group != null) { writer.field("group"); writer.value(group) }
        if (from != null) { writer.field("from"); writer.value(from) }
        if (to != null) { writer.field("to"); writer.value(to) }
        if (facets.isNotEmpty()) { writer.field("facets"); writer.list(facets) { writer.value(it) } }
        if (sums.isNotEmpty()) { writer.field("sums"); writer.list(sums) { writer.value(it) } }
        if (plot != null) { writer.field("plot"); plot.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var kind: PackViewKind? = null
        private var entity: String? = null
        private var filter: Map<String, String>? = null
        private var sort: List<String>? = null
        private var fields: List<String>? = null
        private var group: String? = null
        private var from: String? = null
        private var to: String? = null
        private var facets: List<String>? = null
        private var sums: List<String>? = null
        private var plot: ViewPlot? = null

        /** See [ViewDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [ViewDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [ViewDefinition.kind]. */
        public fun kind(kind: PackViewKind): Builder = apply { this.kind = kind }

        /** See [ViewDefinition.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [ViewDefinition.filter]. */
        public fun filter(filter: Map<String, String>): Builder = apply { this.filter = filter }

        /** See [ViewDefinition.sort]. */
        public fun sort(sort: List<String>): Builder = apply { this.sort = sort }

        /** See [ViewDefinition.fields]. */
        public fun fields(fields: List<String>): Builder = apply { this.fields = fields }

        /** See [ViewDefinition.group]. */
        public fun group(group: String?): Builder = apply { this.group = group }

        /** See [ViewDefinition.from]. */
        public fun from(from: String?): Builder = apply { this.from = from }

        /** See [ViewDefinition.to]. */
        public fun to(to: String?): Builder = apply { this.to = to }

        /** See [ViewDefinition.facets]. */
        public fun facets(facets: List<String>): Builder = apply { this.facets = facets }

        /** See [ViewDefinition.sums]. */
        public fun sums(sums: List<String>): Builder = apply { this.sums = sums }

        /** See [ViewDefinition.plot]. */
        public fun plot(plot: ViewPlot?): Builder = apply { this.plot = plot }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ViewDefinition = ViewDefinition(
            checkNotNull(name) { "`name` of ViewDefinition is not set" },
            label,
            checkNotNull(kind) { "`kind` of ViewDefinition is not set" },
            checkNotNull(entity) { "`entity` of ViewDefinition is not set" },
            filter ?: emptyMap(),
            sort ?: emptyList(),
            fields ?: emptyList(),
            group,
            from,
            to,
            facets ?: emptyList(),
            sums ?: emptyList(),
            plot,
        )
    }

    public companion object : Wire<ViewDefinition>("ViewDefinition") {
        public fun serializer(): KSerializer<ViewDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ViewDefinition {
            var name: String? = null
            var label: String? = null
            var kind: PackViewKind? = null
            var entity: String? = null
            var filter: Map<String, String>? = null
            var sort: List<String>? = null
            var fields: List<String>? = null
            var group: String? = null
            var from: String? = null
            var to: String? = null
            var facets: List<String>? = null
            var sums: List<String>? = null
            var plot: ViewPlot? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PackViewKind.read(reader) }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("filter")) filter = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("group")) group = reader.orNull { reader.text() }
                else if (reader.isAt("from")) from = reader.orNull { reader.text() }
                else if (reader.isAt("to")) to = reader.orNull { reader.text() }
                else if (reader.isAt("facets")) facets = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("plot")) plot = reader.orNull { ViewPlot.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ViewDefinition(
                name ?: throw reader.missing("name"),
                label,
                kind ?: throw reader.missing("kind"),
                entity ?: throw reader.missing("entity"),
                filter ?: emptyMap(),
                sort ?: emptyList(),
                fields ?: emptyList(),
                group,
                from,
                to,
                facets ?: emptyList(),
                sums ?: emptyList(),
                plot,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a view is shown. */
@Serializable(with = PackViewKind.Companion::class)
public class PackViewKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PackViewKind>("PackViewKind") {
        public fun serializer(): KSerializer<PackViewKind> = this

        /** Rows and columns. */
        @JvmField public val LIST: PackViewKind = PackViewKind("list")

        /** Cards in the columns of a choice or of the machine's states. */
        @JvmField public val BOARD: PackViewKind = PackViewKind("board")

        /** Records by day. */
        @JvmField public val CALENDAR: PackViewKind = PackViewKind("calendar")

        /** Figures and plots side by side. */
        @JvmField public val DASHBOARD: PackViewKind = PackViewKind("dashboard")

        /** Figures to be printed and exported. */
        @JvmField public val REPORT: PackViewKind = PackViewKind("report")

        override val entries: List<PackViewKind> = listOf(
            LIST,
            BOARD,
            CALENDAR,
            DASHBOARD,
            REPORT,
        )

        internal override fun unknown(wire: String): PackViewKind = PackViewKind(wire)
    }
}

/** A plot of a view's figures. */
@Serializable(with = ViewPlot.Companion::class)
public data class ViewPlot(
    /** How it is drawn. */
    public val kind: ViewPlotKind,
    /** The field along the axis. */
    public val along: String,
    /** The field that is summed; records are counted when not given. */
    public val of: String? = null,
    /** How long a stretch along days or moments is; a day when not given. */
    public val per: Stretch? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("along"); writer.value(along)
        if (of != null) { writer.field("of"); writer.value(of) }
        if (per != null) { writer.field("per"); per.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var kind: ViewPlotKind? = null
        private var along: String? = null
        private var of: String? = null
        private var per: Stretch? = null

        /** See [ViewPlot.kind]. */
        public fun kind(kind: ViewPlotKind): Builder = apply { this.kind = kind }

        /** See [ViewPlot.along]. */
        public fun along(along: String): Builder = apply { this.along = along }

        /** See [ViewPlot.of]. */
        public fun of(of: String?): Builder = apply { this.of = of }

        /** See [ViewPlot.per]. */
        public fun per(per: Stretch?): Builder = apply { this.per = per }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ViewPlot = ViewPlot(
            checkNotNull(kind) { "`kind` of ViewPlot is not set" },
            checkNotNull(along) { "`along` of ViewPlot is not set" },
            of,
            per,
        )
    }

    public companion object : Wire<ViewPlot>("ViewPlot") {
        public fun serializer(): KSerializer<ViewPlot> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ViewPlot {
            var kind: ViewPlotKind? = null
            var along: String? = null
            var of: String? = null
            var per: Stretch? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { ViewPlotKind.read(reader) }
                else if (reader.isAt("along")) along = reader.orNull { reader.text() }
                else if (reader.isAt("of")) of = reader.orNull { reader.text() }
                else if (reader.isAt("per")) per = reader.orNull { Stretch.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ViewPlot(
                kind ?: throw reader.missing("kind"),
                along ?: throw reader.missing("along"),
                of,
                per,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a plot is drawn. */
@Serializable(with = ViewPlotKind.Companion::class)
public class ViewPlotKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ViewPlotKind>("ViewPlotKind") {
        public fun serializer(): KSerializer<ViewPlotKind> = this

        /** Bars. */
        @JvmField public val BAR: ViewPlotKind = ViewPlotKind("bar")

        /** A line. */
        @JvmField public val LINE: ViewPlotKind = ViewPlotKind("line")

        /** Shares of a whole. */
        @JvmField public val SHARE: ViewPlotKind = ViewPlotKind("share")

        override val entries: List<ViewPlotKind> = listOf(
            BAR,
            LINE,
            SHARE,
        )

        internal override fun unknown(wire: String): ViewPlotKind = ViewPlotKind(wire)
    }
}

/** How long a stretch is. */
@Serializable(with = Stretch.Companion::class)
public class Stretch private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Stretch>("Stretch") {
        public fun serializer(): KSerializer<Stretch> = this

        /** An hour, counted from the beginning of each day: where clocks are changed a day has one more or one less. */
        @JvmField public val HOUR: Stretch = Stretch("hour")

        /** A day. */
        @JvmField public val DAY: Stretch = Stretch("day")

        /** A month; the first and the last one as far as the days reach. */
        @JvmField public val MONTH: Stretch = Stretch("month")

        override val entries: List<Stretch> = listOf(
            HOUR,
            DAY,
            MONTH,
        )

        internal override fun unknown(wire: String): Stretch = Stretch(wire)
    }
}

/** A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called. */
@Serializable(with = DocumentDefinition.Companion::class)
public data class DocumentDefinition(
    /** What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Of what. */
    public val entity: String,
    /** Whether it is made of the records of a list, and not of one. */
    public val list: Boolean = false,
    /** What it is called in each language of the pack. `{number}` stands for that field of the record. */
    public val title: Map<String, String>,
    /** What its file is called, with fields of the record as in the title; its name when not given. */
    public val file: String? = null,
    /** What it is printed on. */
    public val paper: DocumentPaper? = null,
    /** The fields that it is given, as whoever asks may see them; all when none is named. */
    public val fields: List<String> = emptyList(),
    /** The links in whose place it is given the records that they lead to. */
    public val expand: List<String> = emptyList(),
    /** The fields of rows whose records it is given. */
    public val rows: List<String> = emptyList(),
    /** The fields whose sums it is given, of all records of its list. */
    public val sums: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("entity"); writer.value(entity)
        if (list) { writer.field("list"); writer.value(list) }
        writer.field("title"); writer.map(title) { writer.value(it) }
        if (file != null) { writer.field("file"); writer.value(file) }
        if (paper != null) { writer.field("paper"); paper.write(writer) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.list(fields) { writer.value(it) } }
        if (expand.isNotEmpty()) { writer.field("expand"); writer.list(expand) { writer.value(it) } }
        if (rows.isNotEmpty()) { writer.field("rows"); writer.list(rows) { writer.value(it) } }
        if (sums.isNotEmpty()) { writer.field("sums"); writer.list(sums) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var entity: String? = null
        private var list: Boolean? = null
        private var title: Map<String, String>? = null
        private var file: String? = null
        private var paper: DocumentPaper? = null
        private var fields: List<String>? = null
        private var expand: List<String>? = null
        private var rows: List<String>? = null
        private var sums: List<String>? = null

        /** See [DocumentDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [DocumentDefinition.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [DocumentDefinition.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [DocumentDefinition.list]. */
        public fun list(list: Boolean): Builder = apply { this.list = list }

        /** See [DocumentDefinition.title]. */
        public fun title(title: Map<String, String>): Builder = apply { this.title = title }

        /** See [DocumentDefinition.file]. */
        public fun file(file: String?): Builder = apply { this.file = file }

        /** See [DocumentDefinition.paper]. */
        public fun paper(paper: DocumentPaper?): Builder = apply { this.paper = paper }

        /** See [DocumentDefinition.fields]. */
        public fun fields(fields: List<String>): Builder = apply { this.fields = fields }

        /** See [DocumentDefinition.expand]. */
        public fun expand(expand: List<String>): Builder = apply { this.expand = expand }

        /** See [DocumentDefinition.rows]. */
        public fun rows(rows: List<String>): Builder = apply { this.rows = rows }

        /** See [DocumentDefinition.sums]. */
        public fun sums(sums: List<String>): Builder = apply { this.sums = sums }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DocumentDefinition = DocumentDefinition(
            checkNotNull(name) { "`name` of DocumentDefinition is not set" },
            label,
            checkNotNull(entity) { "`entity` of DocumentDefinition is not set" },
            list ?: false,
            checkNotNull(title) { "`title` of DocumentDefinition is not set" },
            file,
            paper,
            fields ?: emptyList(),
            expand ?: emptyList(),
            rows ?: emptyList(),
            sums ?: emptyList(),
        )
    }

    public companion object : Wire<DocumentDefinition>("DocumentDefinition") {
        public fun serializer(): KSerializer<DocumentDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DocumentDefinition {
            var name: String? = null
            var label: String? = null
            var entity: String? = null
            var list: Boolean? = null
            var title: Map<String, String>? = null
            var file: String? = null
            var paper: DocumentPaper? = null
            var fields: List<String>? = null
            var expand: List<String>? = null
            var rows: List<String>? = null
            var sums: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("list")) list = reader.orNull { reader.flag() }
                else if (reader.isAt("title")) title = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("file")) file = reader.orNull { reader.text() }
                else if (reader.isAt("paper")) paper = reader.orNull { DocumentPaper.read(reader) }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("expand")) expand = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("rows")) rows = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DocumentDefinition(
                name ?: throw reader.missing("name"),
                label,
                entity ?: throw reader.missing("entity"),
                list ?: false,
                title ?: throw reader.missing("title"),
                file,
                paper,
                fields ?: emptyList(),
                expand ?: emptyList(),
                rows ?: emptyList(),
                sums ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a document is printed on. */
@Serializable(with = DocumentPaper.Companion::class)
public class DocumentPaper private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<DocumentPaper>("DocumentPaper") {
        public fun serializer(): KSerializer<DocumentPaper> = this

        /** 210 × 297 mm. */
        @JvmField public val A4: DocumentPaper = DocumentPaper("a4")

        /** 148 × 210 mm. */
        @JvmField public val A5: DocumentPaper = DocumentPaper("a5")

        /** 8.5 × 11 inches. */
        @JvmField public val LETTER: DocumentPaper = DocumentPaper("letter")

        override val entries: List<DocumentPaper> = listOf(
            A4,
            A5,
            LETTER,
        )

        internal override fun unknown(wire: String): DocumentPaper = DocumentPaper(wire)
    }
}

/** A text that documents are made by, in the language of typst. */
@Serializable(with = PackTemplate.Companion::class)
public data class PackTemplate @JvmOverloads constructor(
    /** Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it. */
    public val path: String,
    /** What it says. */
    public val text: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("path"); writer.value(path)
        writer.field("text"); writer.value(text)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackTemplate>("PackTemplate") {
        public fun serializer(): KSerializer<PackTemplate> = this

        override fun read(reader: WireReader): PackTemplate {
            var path: String? = null
            var text: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackTemplate(
                path ?: throw reader.missing("path"),
                text ?: throw reader.missing("text"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A record that makes a pack look alive. */
@Serializable(with = DemoRecord.Companion::class)
public data class DemoRecord(
    /** Of what. */
    public val entity: String,
    /** What other demo records call it by. */
    public val key: String,
    /** Its values; `@key` is the id of another demo record. */
    public val values: Map<String, Json> = emptyMap(),
    /** Events that happen to it afterwards. */
    public val events: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("key"); writer.value(key)
        if (values.isNotEmpty()) { writer.field("values"); writer.map(values) { writer.value(it) } }
        if (events.isNotEmpty()) { writer.field("events"); writer.list(events) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var key: String? = null
        private var values: Map<String, Json>? = null
        private var events: List<String>? = null

        /** See [DemoRecord.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [DemoRecord.key]. */
        public fun key(key: String): Builder = apply { this.key = key }

        /** See [DemoRecord.values]. */
        public fun values(values: Map<String, Json>): Builder = apply { this.values = values }

        /** See [DemoRecord.events]. */
        public fun events(events: List<String>): Builder = apply { this.events = events }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DemoRecord = DemoRecord(
            checkNotNull(entity) { "`entity` of DemoRecord is not set" },
            checkNotNull(key) { "`key` of DemoRecord is not set" },
            values ?: emptyMap(),
            events ?: emptyList(),
        )
    }

    public companion object : Wire<DemoRecord>("DemoRecord") {
        public fun serializer(): KSerializer<DemoRecord> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DemoRecord {
            var entity: String? = null
            var key: String? = null
            var values: Map<String, Json>? = null
            var events: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DemoRecord(
                entity ?: throw reader.missing("entity"),
                key ?: throw reader.missing("key"),
                values ?: emptyMap(),
                events ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that a pack promises. */
@Serializable(with = PackRule.Companion::class)
public data class PackRule(
    /** What it is known by: `ISP-16`. */
    public val id: String,
    /** What is promised. */
    public val sentence: String,
    /** Where it is decided. */
    public val decided: RuleDecider,
    /** The tests and vectors that fail when it is broken. */
    public val proofs: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("sentence"); writer.value(sentence)
        writer.field("decided"); decided.write(writer)
        if (proofs.isNotEmpty()) { writer.field("proofs"); writer.list(proofs) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var sentence: String? = null
        private var decided: RuleDecider? = null
        private var proofs: List<String>? = null

        /** See [PackRule.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [PackRule.sentence]. */
        public fun sentence(sentence: String): Builder = apply { this.sentence = sentence }

        /** See [PackRule.decided]. */
        public fun decided(decided: RuleDecider): Builder = apply { this.decided = decided }

        /** See [PackRule.proofs]. */
        public fun proofs(proofs: List<String>): Builder = apply { this.proofs = proofs }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PackRule = PackRule(
            checkNotNull(id) { "`id` of PackRule is not set" },
            checkNotNull(sentence) { "`sentence` of PackRule is not set" },
            checkNotNull(decided) { "`decided` of PackRule is not set" },
            proofs ?: emptyList(),
        )
    }

    public companion object : Wire<PackRule>("PackRule") {
        public fun serializer(): KSerializer<PackRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PackRule {
            var id: String? = null
            var sentence: String? = null
            var decided: RuleDecider? = null
            var proofs: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("sentence")) sentence = reader.orNull { reader.text() }
                else if (reader.isAt("decided")) decided = reader.orNull { RuleDecider.read(reader) }
                else if (reader.isAt("proofs")) proofs = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackRule(
                id ?: throw reader.missing("id"),
                sentence ?: throw reader.missing("sentence"),
                decided ?: throw reader.missing("decided"),
                proofs ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where a rule is decided. */
@Serializable(with = RuleDecider.Companion::class)
public class RuleDecider private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RuleDecider>("RuleDecider") {
        public fun serializer(): KSerializer<RuleDecider> = this

        /** In the engine. */
        @JvmField public val CORE: RuleDecider = RuleDecider("core")

        /** By the server. */
        @JvmField public val SERVER: RuleDecider = RuleDecider("server")

        /** By what speaks to the outside. */
        @JvmField public val CONNECTOR: RuleDecider = RuleDecider("connector")

        /** On a screen. */
        @JvmField public val WEB: RuleDecider = RuleDecider("web")

        /** By how it is run. */
        @JvmField public val OPERATIONS: RuleDecider = RuleDecider("operations")

        override val entries: List<RuleDecider> = listOf(
            CORE,
            SERVER,
            CONNECTOR,
            WEB,
            OPERATIONS,
        )

        internal override fun unknown(wire: String): RuleDecider = RuleDecider(wire)
    }
}

/** The files of a pack. */
@Serializable(with = ReadFilesRequest.Companion::class)
public data class ReadFilesRequest(
    /** The text of each file by its path within the pack, such as `entities/customer.toml`. */
    public val files: Map<String, Json>,
    /**
     * The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not
     * given.
     */
    public val carries: List<String>? = null,
    /** The files of other packs at hand, by their folders; those that this one needs are put together with it. */
    public val others: Map<String, Map<String, Json>> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("files"); writer.map(files) { writer.value(it) }
        if (carries != null) { writer.field("carries"); writer.list(carries) { writer.value(it) } }
        if (others.isNotEmpty()) { writer.field("others"); writer.map(others) { writer.map(it) { writer.value(it) } } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var files: Map<String, Json>? = null
        private var carries: List<String>? = null
        private var others: Map<String, Map<String, Json>>? = null

        /** See [ReadFilesRequest.files]. */
        public fun files(files: Map<String, Json>): Builder = apply { this.files = files }

        /** See [ReadFilesRequest.carries]. */
        public fun carries(carries: List<String>?): Builder = apply { this.carries = carries }

        /** See [ReadFilesRequest.others]. */
        public fun others(others: Map<String, Map<String, Json>>): Builder = apply { this.others = others }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ReadFilesRequest = ReadFilesRequest(
            checkNotNull(files) { "`files` of ReadFilesRequest is not set" },
            carries,
            others ?: emptyMap(),
        )
    }

    public companion object : Wire<ReadFilesRequest>("ReadFilesRequest") {
        public fun serializer(): KSerializer<ReadFilesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ReadFilesRequest {
            var files: Map<String, Json>? = null
            var carries: List<String>? = null
            var others: Map<String, Map<String, Json>>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("files")) files = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("carries")) carries = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("others")) others = reader.orNull { reader.map { reader.map { reader.json() } } }
                else throw reader.unknown()
            }
            return ReadFilesRequest(
                files ?: throw reader.missing("files"),
                carries,
                others ?: emptyMap(),
            )
        }
    }
}

/** Which of the records at hand answer a query. */
@Serializable(with = MatchesRequest.Companion::class)
public data class MatchesRequest(
    /** What is asked. */
    public val query: RecordQuery,
    /** The records, as lists answer them: with their id, and gathered values as lists. */
    public val records: List<Map<String, Json>>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("query"); query.write(writer)
        writer.field("records"); writer.list(records) { writer.map(it) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<MatchesRequest>("MatchesRequest") {
        public fun serializer(): KSerializer<MatchesRequest> = this

        override fun read(reader: WireReader): MatchesRequest {
            var query: RecordQuery? = null
            var records: List<Map<String, Json>>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("query")) query = reader.orNull { RecordQuery.read(reader) }
                else if (reader.isAt("records")) records = reader.orNull { reader.list { reader.map { reader.json() } } }
                else throw reader.unknown()
            }
            return MatchesRequest(
                query ?: throw reader.missing("query"),
                records ?: throw reader.missing("records"),
            )
        }
    }
}

/** Which records of an entity, in which order, and what of them. */
@Serializable(with = RecordQuery.Companion::class)
public data class RecordQuery(
    /** Of what. */
    public val entity: String,
    /** Who asks. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /**
     * The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and
     * sorted; those of the pack's first language stand for those that are not there.
     */
    public val locale: String? = null,
    /**
     * Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`,
     * `assignee_given` = `false`.
     */
    public val filter: Map<String, String> = emptyMap(),
    /** A condition besides, such as `quantity <= min_quantity`. */
    public val where: String? = null,
    /** A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first. */
    public val q: String? = null,
    /** The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`. */
    public val sort: List<String> = emptyList(),
    /** How many at most; 20 when not given. */
    public val limit: Int? = null,
    /** What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id. */
    public val after: List<Json> = emptyList(),
    /** The fields that are wanted; all that may be seen when not given. */
    public val fields: List<String> = emptyList(),
    /** The links whose records are wanted too. */
    public val expand: List<String> = emptyList(),
    /** The fields whose sums are wanted. */
    public val sums: List<String> = emptyList(),
    /** The fields by whose values records are to be counted. */
    public val facets: List<String> = emptyList(),
    /** Whether it is to be told how many there are. */
    public val total: Boolean = false,
    /** Whether it is for an export, which needs a permission of its own. */
    public val export: Boolean = false,
    /** Whether records that were deleted are wanted, and no others. */
    public val deleted: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (locale != null) { writer.field("locale"); writer.value(locale) }
        if (filter.isNotEmpty()) { writer.field("filter"); writer.map(filter) { writer.value(it) } }
        if (where != null) { writer.field("where"); writer.value(where) }
        if (q != null) { writer.field("q"); writer.value(q) }
        if (sort.isNotEmpty()) { writer.field("sort"); writer.list(sort) { writer.value(it) } }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        if (after.isNotEmpty()) { writer.field("after"); writer.list(after) { writer.value(it) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.list(fields) { writer.value(it) } }
        if (expand.isNotEmpty()) { writer.field("expand"); writer.list(expand) { writer.value(it) } }
        if (sums.isNotEmpty()) { writer.field("sums"); writer.list(sums) { writer.value(it) } }
        if (facets.isNotEmpty()) { writer.field("facets"); writer.list(facets) { writer.value(it) } }
        if (total) { writer.field("total"); writer.value(total) }
        if (export) { writer.field("export"); writer.value(export) }
        if (deleted) { writer.field("deleted"); writer.value(deleted) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordQuery &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        locale == other.locale &&
        filter == other.filter &&
        where == other.where &&
        q == other.q &&
        sort == other.sort &&
        limit == other.limit &&
        after == other.after &&
        fields == other.fields &&
        expand == other.expand &&
        sums == other.sums &&
        facets == other.facets &&
        total == other.total &&
        export == other.export &&
        deleted == other.deleted

    override fun hashCode(): Int = hashed(entity, actor, now, zone, locale, filter, where, q, sort, limit, after, fields, expand, sums, facets, total, export, deleted)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var locale: String? = null
        private var filter: Map<String, String>? = null
        private var where: String? = null
        private var q: String? = null
        private var sort: List<String>? = null
        private var limit: Int? = null
        private var after: List<Json>? = null
        private var fields: List<String>? = null
        private var expand: List<String>? = null
        private var sums: List<String>? = null
        private var facets: List<String>? = null
        private var total: Boolean? = null
        private var export: Boolean? = null
        private var deleted: Boolean? = null

        /** See [RecordQuery.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordQuery.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordQuery.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordQuery.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordQuery.locale]. */
        public fun locale(locale: String?): Builder = apply { this.locale = locale }

        /** See [RecordQuery.filter]. */
        public fun filter(filter: Map<String, String>): Builder = apply { this.filter = filter }

        /** See [RecordQuery.where]. */
        public fun where(where: String?): Builder = apply { this.where = where }

        /** See [RecordQuery.q]. */
        public fun q(q: String?): Builder = apply { this.q = q }

        /** See [RecordQuery.sort]. */
        public fun sort(sort: List<String>): Builder = apply { this.sort = sort }

        /** See [RecordQuery.limit]. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /** See [RecordQuery.after]. */
        public fun after(after: List<Json>): Builder = apply { this.after = after }

        /** See [RecordQuery.fields]. */
        public fun fields(fields: List<String>): Builder = apply { this.fields = fields }

        /** See [RecordQuery.expand]. */
        public fun expand(expand: List<String>): Builder = apply { this.expand = expand }

        /** See [RecordQuery.sums]. */
        public fun sums(sums: List<String>): Builder = apply { this.sums = sums }

        /** See [RecordQuery.facets]. */
        public fun facets(facets: List<String>): Builder = apply { this.facets = facets }

        /** See [RecordQuery.total]. */
        public fun total(total: Boolean): Builder = apply { this.total = total }

        /** See [RecordQuery.export]. */
        public fun export(export: Boolean): Builder = apply { this.export = export }

        /** See [RecordQuery.deleted]. */
        public fun deleted(deleted: Boolean): Builder = apply { this.deleted = deleted }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordQuery = RecordQuery(
            checkNotNull(entity) { "`entity` of RecordQuery is not set" },
            checkNotNull(actor) { "`actor` of RecordQuery is not set" },
            checkNotNull(now) { "`now` of RecordQuery is not set" },
            zone,
            locale,
            filter ?: emptyMap(),
            where,
            q,
            sort ?: emptyList(),
            limit,
            after ?: emptyList(),
            fields ?: emptyList(),
            expand ?: emptyList(),
            sums ?: emptyList(),
            facets ?: emptyList(),
            total ?: false,
            export ?: false,
            deleted ?: false,
        )
    }

    public companion object : Wire<RecordQuery>("RecordQuery") {
        public fun serializer(): KSerializer<RecordQuery> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordQuery {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var locale: String? = null
            var filter: Map<String, String>? = null
            var where: String? = null
            var q: String? = null
            var sort: List<String>? = null
            var limit: Int? = null
            var after: List<Json>? = null
            var fields: List<String>? = null
            var expand: List<String>? = null
            var sums: List<String>? = null
            var facets: List<String>? = null
            var total: Boolean? = null
            var export: Boolean? = null
            var deleted: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("locale")) locale = reader.orNull { reader.text() }
                else if (reader.isAt("filter")) filter = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("where")) where = reader.orNull { reader.text() }
                else if (reader.isAt("q")) q = reader.orNull { reader.text() }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else if (reader.isAt("after")) after = reader.orNull { reader.list { reader.json() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("expand")) expand = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facets")) facets = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("total")) total = reader.orNull { reader.flag() }
                else if (reader.isAt("export")) export = reader.orNull { reader.flag() }
                else if (reader.isAt("deleted")) deleted = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return RecordQuery(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                locale,
                filter ?: emptyMap(),
                where,
                q,
                sort ?: emptyList(),
                limit,
                after ?: emptyList(),
                fields ?: emptyList(),
                expand ?: emptyList(),
                sums ?: emptyList(),
                facets ?: emptyList(),
                total ?: false,
                export ?: false,
                deleted ?: false,
            )
        }
    }
}

/** The records at hand that answer a query, as a list would. */
@Serializable(with = Matched.Companion::class)
public data class Matched(
    /** The places of the page's records among those that were given, in the order of the list. */
    public val places: List<Int>,
    /** The records themselves, as the actor may see them. */
    public val items: List<Map<String, Json>>,
    /** How many there are in all, when asked for. */
    public val total: Int? = null,
    /** What the next page follows on; nothing when this is the last. */
    public val next: List<Json>? = null,
    /** The sums, by field, of numbers as text, of amounts by currency. */
    public val sums: Map<String, Json>,
    /** How many records have each value, by field. */
    public val facets: Map<String, Json>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("places"); writer.list(places) { writer.value(it) }
        writer.field("items"); writer.list(items) { writer.map(it) { writer.value(it) } }
        if (total != null) { writer.field("total"); writer.value(total) }
        if (next != null) { writer.field("next"); writer.list(next) { writer.value(it) } }
        writer.field("sums"); writer.map(sums) { writer.value(it) }
        writer.field("facets"); writer.map(facets) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Matched>("Matched") {
        public fun serializer(): KSerializer<Matched> = this

        override fun read(reader: WireReader): Matched {
            var places: List<Int>? = null
            var items: List<Map<String, Json>>? = null
            var total: Int? = null
            var next: List<Json>? = null
            var sums: Map<String, Json>? = null
            var facets: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("places")) places = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("items")) items = reader.orNull { reader.list { reader.map { reader.json() } } }
                else if (reader.isAt("total")) total = reader.orNull { reader.whole() }
                else if (reader.isAt("next")) next = reader.orNull { reader.list { reader.json() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("facets")) facets = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Matched(
                places ?: throw reader.missing("places"),
                items ?: throw reader.missing("items"),
                total,
                next,
                sums ?: throw reader.missing("sums"),
                facets ?: throw reader.missing("facets"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/**
 * What is to be asked of an entity's table, in numbers of columns, with every right of the actor in it. Who carries it out adds the
 * tenant and nothing else.
 */
@Serializable(with = PlannedQuery.Companion::class)
public data class PlannedQuery(
    /** The entity. */
    public val entity: String,
    /** The columns of its table, in order of number. */
    public val columns: List<String>,
    /** What must be true of a record, step by step: each puts true or false on a pile, or takes some off it and puts one back. */
    public val test: List<PlanStep>,
    /**
     * The languages in which texts are found and sorted of which there are several, the best first; behind them comes the pack's first.
     * A column that ends with `__shown` is such a text in the first of them that is there.
     */
    public val languages: List<String> = emptyList(),
    /** What the records are ranked by before all else. */
    public val rank: PlanRank? = null,
    /** The order; it ends with what is unique. */
    public val sort: List<PlanSortKey>,
    /** How many records at most. */
    public val limit: Int,
    /** The fields that are answered. */
    public val fields: List<PlanField>,
    /** The links whose records are answered too, each by its own plan. */
    public val expand: List<String>,
    /** The fields that are summed. */
    public val sums: List<String>,
    /** The fields by whose values records are counted. */
    public val facets: List<String>,
    /** Whether it is to be told how many there are. */
    public val total: Boolean,
    /** Where the values of gathered fields stand. */
    public val gathers: List<PlanGathering>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("columns"); writer.list(columns) { writer.value(it) }
        writer.field("test"); writer.list(test) { it.write(writer) }
        if (languages.isNotEmpty()) { writer.field("languages"); writer.list(languages) { writer.value(it) } }
        if (rank != null) { writer.field("rank"); rank.write(writer) }
        writer.field("sort"); writer.list(sort) { it.write(writer) }
        writer.field("limit"); writer.value(limit)
        writer.field("fields"); writer.list(fields) { it.write(writer) }
        writer.field("expand"); writer.list(expand) { writer.value(it) }
        writer.field("sums"); writer.list(sums) { writer.value(it) }
        writer.field("facets"); writer.list(facets) { writer.value(it) }
        writer.field("total"); writer.value(total)
        writer.field("gathers"); writer.list(gathers) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlannedQuery>("PlannedQuery") {
        public fun serializer(): KSerializer<PlannedQuery> = this

        override fun read(reader: WireReader): PlannedQuery {
            var entity: String? = null
            var columns: List<String>? = null
            var test: List<PlanStep>? = null
            var languages: List<String>? = null
            var rank: PlanRank? = null
            var sort: List<PlanSortKey>? = null
            var limit: Int? = null
            var fields: List<PlanField>? = null
            var expand: List<String>? = null
            var sums: List<String>? = null
            var facets: List<String>? = null
            var total: Boolean? = null
            var gathers: List<PlanGathering>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("test")) test = reader.orNull { reader.list { PlanStep.read(reader) } }
                else if (reader.isAt("languages")) languages = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("rank")) rank = reader.orNull { PlanRank.read(reader) }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { PlanSortKey.read(reader) } }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { PlanField.read(reader) } }
                else if (reader.isAt("expand")) expand = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facets")) facets = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("total")) total = reader.orNull { reader.flag() }
                else if (reader.isAt("gathers")) gathers = reader.orNull { reader.list { PlanGathering.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedQuery(
                entity ?: throw reader.missing("entity"),
                columns ?: throw reader.missing("columns"),
                test ?: throw reader.missing("test"),
                languages ?: emptyList(),
                rank,
                sort ?: throw reader.missing("sort"),
                limit ?: throw reader.missing("limit"),
                fields ?: throw reader.missing("fields"),
                expand ?: throw reader.missing("expand"),
                sums ?: throw reader.missing("sums"),
                facets ?: throw reader.missing("facets"),
                total ?: throw reader.missing("total"),
                gathers ?: throw reader.missing("gathers"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One step of a test. What is missing makes a comparison false. */
@Serializable(with = PlanStep.Companion::class)
public data class PlanStep(
    /** What it does. */
    public val step: PlanStepKind,
    /** The columns that it looks at. */
    public val columns: List<Int> = emptyList(),
    /** Columns of a sum that are taken off. */
    public val takenOff: List<Int> = emptyList(),
    /** The fields whose lists it looks into. */
    public val lists: List<String> = emptyList(),
    /** The field whose list it looks at. */
    public val field: String? = null,
    /** How it compares. */
    public val sign: Sign? = null,
    /** What it compares with: whole numbers as text, in the units of the column. */
    public val values: List<Json> = emptyList(),
    /** How many answers it takes off the pile. */
    public val count: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("step"); step.write(writer)
        if (columns.isNotEmpty()) { writer.field("columns"); writer.list(columns) { writer.value(it) } }
        if (takenOff.isNotEmpty()) { writer.field("taken_off"); writer.list(takenOff) { writer.value(it) } }
        if (lists.isNotEmpty()) { writer.field("lists"); writer.list(lists) { writer.value(it) } }
        if (field != null) { writer.field("field"); writer.value(field) }
        if (sign != null) { writer.field("sign"); sign.write(writer) }
        if (values.isNotEmpty()) { writer.field("values"); writer.list(values) { writer.value(it) } }
        if (count != null) { writer.field("count"); writer.value(count) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlanStep>("PlanStep") {
        public fun serializer(): KSerializer<PlanStep> = this

        override fun read(reader: WireReader): PlanStep {
            var step: PlanStepKind? = null
            var columns: List<Int>? = null
            var takenOff: List<Int>? = null
            var lists: List<String>? = null
            var field: String? = null
            var sign: Sign? = null
            var values: List<Json>? = null
            var count: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("step")) step = reader.orNull { PlanStepKind.read(reader) }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("taken_off")) takenOff = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("lists")) lists = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("sign")) sign = reader.orNull { Sign.read(reader) }
                else if (reader.isAt("values")) values = reader.orNull { reader.list { reader.json() } }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanStep(
                step ?: throw reader.missing("step"),
                columns ?: emptyList(),
                takenOff ?: emptyList(),
                lists ?: emptyList(),
                field,
                sign,
                values ?: emptyList(),
                count,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a step does. */
@Serializable(with = PlanStepKind.Companion::class)
public class PlanStepKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PlanStepKind>("PlanStepKind") {
        public fun serializer(): KSerializer<PlanStepKind> = this

        /** Puts a truth on the pile. */
        @JvmField public val TRUTH: PlanStepKind = PlanStepKind("truth")

        /** Takes several off and puts back whether all are true. */
        @JvmField public val ALL: PlanStepKind = PlanStepKind("all")

        /** Takes several off and puts back whether one of them is true. */
        @JvmField public val EITHER: PlanStepKind = PlanStepKind("either")

        /** Turns the last one round. */
        @JvmField public val NOT: PlanStepKind = PlanStepKind("not")

        /** Whether there is a value in the column. */
        @JvmField public val GIVEN: PlanStepKind = PlanStepKind("given")

        /** Whether the columns, added up, compare so with a number; one of them alone compares by itself. */
        @JvmField public val SUM: PlanStepKind = PlanStepKind("sum")

        /** Whether a text, an id or a truth compares so. */
        @JvmField public val COMPARE: PlanStepKind = PlanStepKind("compare")

        /** Whether one column compares so with another. */
        @JvmField public val COLUMNS: PlanStepKind = PlanStepKind("columns")

        /** Whether the value is one of several. */
        @JvmField public val ONE_OF: PlanStepKind = PlanStepKind("one_of")

        /** Whether a list has a value. */
        @JvmField public val HOLDS: PlanStepKind = PlanStepKind("holds")

        /** Whether a text begins with another. */
        @JvmField public val BEGINS: PlanStepKind = PlanStepKind("begins")

        /** Whether a text has another in it. */
        @JvmField public val CONTAINS: PlanStepKind = PlanStepKind("contains")

        /** Whether any of the columns, or any entry of the lists, has a part in it. */
        @JvmField public val SEARCH: PlanStepKind = PlanStepKind("search")

        override val entries: List<PlanStepKind> = listOf(
            TRUTH,
            ALL,
            EITHER,
            NOT,
            GIVEN,
            SUM,
            COMPARE,
            COLUMNS,
            ONE_OF,
            HOLDS,
            BEGINS,
            CONTAINS,
            SEARCH,
        )

        internal override fun unknown(wire: String): PlanStepKind = PlanStepKind(wire)
    }
}

/** How something compares. */
@Serializable(with = Sign.Companion::class)
public class Sign private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Sign>("Sign") {
        public fun serializer(): KSerializer<Sign> = this

        /** It is the same. */
        @JvmField public val EQUAL: Sign = Sign("equal")

        /** It is below. */
        @JvmField public val BELOW: Sign = Sign("below")

        /** It is not above. */
        @JvmField public val AT_MOST: Sign = Sign("at_most")

        /** It is above. */
        @JvmField public val ABOVE: Sign = Sign("above")

        /** It is not below. */
        @JvmField public val AT_LEAST: Sign = Sign("at_least")

        override val entries: List<Sign> = listOf(
            EQUAL,
            BELOW,
            AT_MOST,
            ABOVE,
            AT_LEAST,
        )

        internal override fun unknown(wire: String): Sign = Sign(wire)
    }
}

/**
 * What records are ranked by, the best of their texts: those come first of which a text is the part, then those of which one begins
 * with it, then those of which a word in one does, then all others.
 */
@Serializable(with = PlanRank.Companion::class)
public data class PlanRank(
    /** The columns of the texts. */
    public val columns: List<Int>,
    /** The fields with lists of texts. */
    public val lists: List<String> = emptyList(),
    /** What is searched for, in small letters. */
    public val part: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("columns"); writer.list(columns) { writer.value(it) }
        if (lists.isNotEmpty()) { writer.field("lists"); writer.list(lists) { writer.value(it) } }
        writer.field("part"); writer.value(part)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlanRank>("PlanRank") {
        public fun serializer(): KSerializer<PlanRank> = this

        override fun read(reader: WireReader): PlanRank {
            var columns: List<Int>? = null
            var lists: List<String>? = null
            var part: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("lists")) lists = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("part")) part = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanRank(
                columns ?: throw reader.missing("columns"),
                lists ?: emptyList(),
                part ?: throw reader.missing("part"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A key of an order. */
@Serializable(with = PlanSortKey.Companion::class)
public data class PlanSortKey @JvmOverloads constructor(
    /** The column. */
    public val column: Int,
    /** Whether the greatest comes first. What is missing is below everything. */
    public val descending: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("column"); writer.value(column)
        writer.field("descending"); writer.value(descending)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlanSortKey>("PlanSortKey") {
        public fun serializer(): KSerializer<PlanSortKey> = this

        override fun read(reader: WireReader): PlanSortKey {
            var column: Int? = null
            var descending: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("column")) column = reader.orNull { reader.whole() }
                else if (reader.isAt("descending")) descending = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanSortKey(
                column ?: throw reader.missing("column"),
                descending ?: throw reader.missing("descending"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field that is answered. */
@Serializable(with = PlanField.Companion::class)
public data class PlanField @JvmOverloads constructor(
    /** Which. */
    public val field: String,
    /** The records of which it is seen; of all others stars are. */
    public val seen: List<PlanStep>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("seen"); writer.list(seen) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlanField>("PlanField") {
        public fun serializer(): KSerializer<PlanField> = this

        override fun read(reader: WireReader): PlanField {
            var field: String? = null
            var seen: List<PlanStep>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("seen")) seen = reader.orNull { reader.list { PlanStep.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanField(
                field ?: throw reader.missing("field"),
                seen ?: throw reader.missing("seen"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where the values of a gathered field stand. */
@Serializable(with = PlanGathering.Companion::class)
public data class PlanGathering @JvmOverloads constructor(
    /** The field. */
    public val field: String,
    /** The entity in whose records they stand. */
    public val entity: String,
    /** The column of the value there. */
    public val value: Int,
    /** The column of the link there. */
    public val by: Int,
    /** What must be true there. */
    public val test: List<PlanStep>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("entity"); writer.value(entity)
        writer.field("value"); writer.value(value)
        writer.field("by"); writer.value(by)
        writer.field("test"); writer.list(test) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlanGathering>("PlanGathering") {
        public fun serializer(): KSerializer<PlanGathering> = this

        override fun read(reader: WireReader): PlanGathering {
            var field: String? = null
            var entity: String? = null
            var value: Int? = null
            var by: Int? = null
            var test: List<PlanStep>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.whole() }
                else if (reader.isAt("by")) by = reader.orNull { reader.whole() }
                else if (reader.isAt("test")) test = reader.orNull { reader.list { PlanStep.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlanGathering(
                field ?: throw reader.missing("field"),
                entity ?: throw reader.missing("entity"),
                value ?: throw reader.missing("value"),
                by ?: throw reader.missing("by"),
                test ?: throw reader.missing("test"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A change to a record, or a new one. */
@Serializable(with = RecordCheckRequest.Companion::class)
public data class RecordCheckRequest(
    /** Of what. */
    public val entity: String,
    /** Who changes it. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The id of a new record, made by the host. */
    public val id: String? = null,
    /** The record as it is, as lists answer it and with nothing hidden; none for a new one. */
    public val before: Map<String, Json>? = null,
    /** Fields with their values: `null` clears, what is absent stays. */
    public val change: Map<String, Json> = emptyMap(),
    /** Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it. */
    public val replace: Boolean = false,
    /** The version that the actor saw; another one is refused. */
    public val expectedVersion: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (id != null) { writer.field("id"); writer.value(id) }
        if (before != null) { writer.field("before"); writer.map(before) { writer.value(it) } }
        if (change.isNotEmpty()) { writer.field("change"); writer.map(change) { writer.value(it) } }
        if (replace) { writer.field("replace"); writer.value(replace) }
        if (expectedVersion != null) { writer.field("expected_version"); writer.value(expectedVersion) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordCheckRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        id == other.id &&
        before == other.before &&
        change == other.change &&
        replace == other.replace &&
        expectedVersion == other.expectedVersion

    override fun hashCode(): Int = hashed(entity, actor, now, zone, id, before, change, replace, expectedVersion)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var id: String? = null
        private var before: Map<String, Json>? = null
        private var change: Map<String, Json>? = null
        private var replace: Boolean? = null
        private var expectedVersion: Long? = null

        /** See [RecordCheckRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordCheckRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordCheckRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordCheckRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordCheckRequest.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [RecordCheckRequest.before]. */
        public fun before(before: Map<String, Json>?): Builder = apply { this.before = before }

        /** See [RecordCheckRequest.change]. */
        public fun change(change: Map<String, Json>): Builder = apply { this.change = change }

        /** See [RecordCheckRequest.replace]. */
        public fun replace(replace: Boolean): Builder = apply { this.replace = replace }

        /** See [RecordCheckRequest.expectedVersion]. */
        public fun expectedVersion(expectedVersion: Long?): Builder = apply { this.expectedVersion = expectedVersion }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordCheckRequest = RecordCheckRequest(
            checkNotNull(entity) { "`entity` of RecordCheckRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordCheckRequest is not set" },
            checkNotNull(now) { "`now` of RecordCheckRequest is not set" },
            zone,
            id,
            before,
            change ?: emptyMap(),
            replace ?: false,
            expectedVersion,
        )
    }

    public companion object : Wire<RecordCheckRequest>("RecordCheckRequest") {
        public fun serializer(): KSerializer<RecordCheckRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordCheckRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var id: String? = null
            var before: Map<String, Json>? = null
            var change: Map<String, Json>? = null
            var replace: Boolean? = null
            var expectedVersion: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("change")) change = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("replace")) replace = reader.orNull { reader.flag() }
                else if (reader.isAt("expected_version")) expectedVersion = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return RecordCheckRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                id,
                before,
                change ?: emptyMap(),
                replace ?: false,
                expectedVersion,
            )
        }
    }
}

/** A record that may be kept, and what has to be done about it. */
@Serializable(with = CheckedRecord.Companion::class)
public data class CheckedRecord(
    /** The record as it is now. */
    public val record: Map<String, Json>,
    /** What has changed, in the order of the fields. */
    public val changes: List<RecordChange>,
    /** What no other record may have. */
    public val unique: List<UniqueKey>,
    /** Records that are linked to anew, to be looked up. */
    public val links: List<LinkedRecord>,
    /** The number that is to be taken for it. */
    public val number: NumberWanted? = null,
    /** What to keep of the beginning of its life. */
    public val started: MachineRecord? = null,
    /** What the host is to carry out. */
    public val effects: List<MachineEffect>,
    /** What has happened, such as `customer:created`. */
    public val events: List<String>,
    /** The policies that it does not keep by this change, and that are told and stop nothing. */
    public val warned: List<PolicyVerdict> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("unique"); writer.list(unique) { it.write(writer) }
        writer.field("links"); writer.list(links) { it.write(writer) }
        if (number != null) { writer.field("number"); number.write(writer) }
        if (started != null) { writer.field("started"); started.write(writer) }
        writer.field("effects"); writer.list(effects) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        if (warned.isNotEmpty()) { writer.field("warned"); writer.list(warned) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CheckedRecord>("CheckedRecord") {
        public fun serializer(): KSerializer<CheckedRecord> = this

        override fun read(reader: WireReader): CheckedRecord {
            var record: Map<String, Json>? = null
            var changes: List<RecordChange>? = null
            var unique: List<UniqueKey>? = null
            var links: List<LinkedRecord>? = null
            var number: NumberWanted? = null
            var started: MachineRecord? = null
            var effects: List<MachineEffect>? = null
            var events: List<String>? = null
            var warned: List<PolicyVerdict>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { UniqueKey.read(reader) } }
                else if (reader.isAt("links")) links = reader.orNull { reader.list { LinkedRecord.read(reader) } }
                else if (reader.isAt("number")) number = reader.orNull { NumberWanted.read(reader) }
                else if (reader.isAt("started")) started = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("warned")) warned = reader.orNull { reader.list { PolicyVerdict.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CheckedRecord(
                record ?: throw reader.missing("record"),
                changes ?: throw reader.missing("changes"),
                unique ?: throw reader.missing("unique"),
                links ?: throw reader.missing("links"),
                number,
                started,
                effects ?: throw reader.missing("effects"),
                events ?: throw reader.missing("events"),
                warned ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field that is another than before. */
@Serializable(with = RecordChange.Companion::class)
public data class RecordChange(
    /** The field. */
    public val field: String,
    /** What it was; nothing when there was none. */
    public val before: Json? = null,
    /** What it is; nothing when there is none any more. */
    public val after: Json? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        if (before != null) { writer.field("before"); writer.value(before) }
        if (after != null) { writer.field("after"); writer.value(after) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var field: String? = null
        private var before: Json? = null
        private var after: Json? = null

        /** See [RecordChange.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [RecordChange.before]. */
        public fun before(before: Json?): Builder = apply { this.before = before }

        /** See [RecordChange.after]. */
        public fun after(after: Json?): Builder = apply { this.after = after }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordChange = RecordChange(
            checkNotNull(field) { "`field` of RecordChange is not set" },
            before,
            after,
        )
    }

    public companion object : Wire<RecordChange>("RecordChange") {
        public fun serializer(): KSerializer<RecordChange> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordChange {
            var field: String? = null
            var before: Json? = null
            var after: Json? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.json() }
                else if (reader.isAt("after")) after = reader.orNull { reader.json() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RecordChange(
                field ?: throw reader.missing("field"),
                before,
                after,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Values that no other record may have. */
@Serializable(with = UniqueKey.Companion::class)
public data class UniqueKey @JvmOverloads constructor(
    /** The fields. */
    public val fields: List<String>,
    /** Their values; those that are compared without regard to capital letters are in small ones. */
    public val values: List<Json>,
    /** Whether capital letters do not count. */
    public val folded: Boolean,
    /** Whether no record of any tenant may have them. */
    public val platformWide: Boolean,
    /** Whether a record that was deleted has given them up. */
    public val freed: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fields"); writer.list(fields) { writer.value(it) }
        writer.field("values"); writer.list(values) { writer.value(it) }
        writer.field("folded"); writer.value(folded)
        writer.field("platform_wide"); writer.value(platformWide)
        writer.field("freed"); writer.value(freed)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<UniqueKey>("UniqueKey") {
        public fun serializer(): KSerializer<UniqueKey> = this

        override fun read(reader: WireReader): UniqueKey {
            var fields: List<String>? = null
            var values: List<Json>? = null
            var folded: Boolean? = null
            var platformWide: Boolean? = null
            var freed: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("values")) values = reader.orNull { reader.list { reader.json() } }
                else if (reader.isAt("folded")) folded = reader.orNull { reader.flag() }
                else if (reader.isAt("platform_wide")) platformWide = reader.orNull { reader.flag() }
                else if (reader.isAt("freed")) freed = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return UniqueKey(
                fields ?: throw reader.missing("fields"),
                values ?: throw reader.missing("values"),
                folded ?: throw reader.missing("folded"),
                platformWide ?: throw reader.missing("platform_wide"),
                freed ?: throw reader.missing("freed"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A record that is linked to anew, to be looked up. */
@Serializable(with = LinkedRecord.Companion::class)
public data class LinkedRecord(
    /** The field with the link. */
    public val field: String,
    /** Where the request has it, as a JSON pointer. */
    public val path: String,
    /** Of what it is. */
    public val entity: String,
    /** Its id. */
    public val id: String,
    /** What must be true of it. */
    public val only: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("path"); writer.value(path)
        writer.field("entity"); writer.value(entity)
        writer.field("id"); writer.value(id)
        if (only != null) { writer.field("only"); writer.value(only) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LinkedRecord>("LinkedRecord") {
        public fun serializer(): KSerializer<LinkedRecord> = this

        override fun read(reader: WireReader): LinkedRecord {
            var field: String? = null
            var path: String? = null
            var entity: String? = null
            var id: String? = null
            var only: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("only")) only = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LinkedRecord(
                field ?: throw reader.missing("field"),
                path ?: throw reader.missing("path"),
                entity ?: throw reader.missing("entity"),
                id ?: throw reader.missing("id"),
                only,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A number that a new record gets. */
@Serializable(with = NumberWanted.Companion::class)
public data class NumberWanted(
    /** The field that holds it. */
    public val field: String,
    /** What its counter is known by: the entity, or `sequence:` and what the shared number is called. */
    public val name: String,
    /** How it is written. */
    public val format: String,
    /** When its counter begins anew. */
    public val reset: NumberReset,
    /** With which number it begins, where that is not 1. */
    public val first: Long? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("name"); writer.value(name)
        writer.field("format"); writer.value(format)
        writer.field("reset"); reset.write(writer)
        if (first != null) { writer.field("first"); writer.value(first) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<NumberWanted>("NumberWanted") {
        public fun serializer(): KSerializer<NumberWanted> = this

        override fun read(reader: WireReader): NumberWanted {
            var field: String? = null
            var name: String? = null
            var format: String? = null
            var reset: NumberReset? = null
            var first: Long? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("format")) format = reader.orNull { reader.text() }
                else if (reader.isAt("reset")) reset = reader.orNull { NumberReset.read(reader) }
                else if (reader.isAt("first")) first = reader.orNull { reader.long() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NumberWanted(
                field ?: throw reader.missing("field"),
                name ?: throw reader.missing("name"),
                format ?: throw reader.missing("format"),
                reset ?: throw reader.missing("reset"),
                first,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What was found of what a change or a deletion asked to be looked up. */
@Serializable(with = LookUpsRequest.Companion::class)
public data class LookUpsRequest(
    /** Of what the record is. */
    public val entity: String,
    /** Who acts. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The records that are linked to anew. */
    public val links: List<FoundLink> = emptyList(),
    /** Unique fields whose value another record has. */
    public val taken: List<String> = emptyList(),
    /** Records that keep this one from being deleted. */
    public val referring: List<FoundReferring> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (links.isNotEmpty()) { writer.field("links"); writer.list(links) { it.write(writer) } }
        if (taken.isNotEmpty()) { writer.field("taken"); writer.list(taken) { writer.value(it) } }
        if (referring.isNotEmpty()) { writer.field("referring"); writer.list(referring) { it.write(writer) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is LookUpsRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        links == other.links &&
        taken == other.taken &&
        referring == other.referring

    override fun hashCode(): Int = hashed(entity, actor, now, zone, links, taken, referring)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var links: List<FoundLink>? = null
        private var taken: List<String>? = null
        private var referring: List<FoundReferring>? = null

        /** See [LookUpsRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [LookUpsRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [LookUpsRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [LookUpsRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [LookUpsRequest.links]. */
        public fun links(links: List<FoundLink>): Builder = apply { this.links = links }

        /** See [LookUpsRequest.taken]. */
        public fun taken(taken: List<String>): Builder = apply { this.taken = taken }

        /** See [LookUpsRequest.referring]. */
        public fun referring(referring: List<FoundReferring>): Builder = apply { this.referring = referring }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): LookUpsRequest = LookUpsRequest(
            checkNotNull(entity) { "`entity` of LookUpsRequest is not set" },
            checkNotNull(actor) { "`actor` of LookUpsRequest is not set" },
            checkNotNull(now) { "`now` of LookUpsRequest is not set" },
            zone,
            links ?: emptyList(),
            taken ?: emptyList(),
            referring ?: emptyList(),
        )
    }

    public companion object : Wire<LookUpsRequest>("LookUpsRequest") {
        public fun serializer(): KSerializer<LookUpsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): LookUpsRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var links: List<FoundLink>? = null
            var taken: List<String>? = null
            var referring: List<FoundReferring>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("links")) links = reader.orNull { reader.list { FoundLink.read(reader) } }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("referring")) referring = reader.orNull { reader.list { FoundReferring.read(reader) } }
                else throw reader.unknown()
            }
            return LookUpsRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                links ?: emptyList(),
                taken ?: emptyList(),
                referring ?: emptyList(),
            )
        }
    }
}

/** What a link leads to. */
@Serializable(with = FoundLink.Companion::class)
public data class FoundLink(
    /** The field with the link. */
    public val field: String,
    /** Its id. */
    public val id: String,
    /** Where the request has it; the field when not given. */
    public val path: String? = null,
    /** The record; none when there is none, or none of this tenant. */
    public val record: Map<String, Json>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("id"); writer.value(id)
        if (path != null) { writer.field("path"); writer.value(path) }
        if (record != null) { writer.field("record"); writer.map(record) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var field: String? = null
        private var id: String? = null
        private var path: String? = null
        private var record: Map<String, Json>? = null

        /** See [FoundLink.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [FoundLink.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [FoundLink.path]. */
        public fun path(path: String?): Builder = apply { this.path = path }

        /** See [FoundLink.record]. */
        public fun record(record: Map<String, Json>?): Builder = apply { this.record = record }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FoundLink = FoundLink(
            checkNotNull(field) { "`field` of FoundLink is not set" },
            checkNotNull(id) { "`id` of FoundLink is not set" },
            path,
            record,
        )
    }

    public companion object : Wire<FoundLink>("FoundLink") {
        public fun serializer(): KSerializer<FoundLink> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FoundLink {
            var field: String? = null
            var id: String? = null
            var path: String? = null
            var record: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return FoundLink(
                field ?: throw reader.missing("field"),
                id ?: throw reader.missing("id"),
                path,
                record,
            )
        }
    }
}

/** Records that link to one that is to be deleted. */
@Serializable(with = FoundReferring.Companion::class)
public data class FoundReferring(
    /** Of what. */
    public val entity: String,
    /** The field with the link. */
    public val field: String,
    /** How many, whether the actor may read them or not. */
    public val count: Long,
    /** The ids of those that the actor may read, as many as are told. */
    public val readable: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        writer.field("count"); writer.value(count)
        if (readable.isNotEmpty()) { writer.field("readable"); writer.list(readable) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var field: String? = null
        private var count: Long? = null
        private var readable: List<String>? = null

        /** See [FoundReferring.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [FoundReferring.field]. */
        public fun field(field: String): Builder = apply { this.field = field }

        /** See [FoundReferring.count]. */
        public fun count(count: Long): Builder = apply { this.count = count }

        /** See [FoundReferring.readable]. */
        public fun readable(readable: List<String>): Builder = apply { this.readable = readable }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FoundReferring = FoundReferring(
            checkNotNull(entity) { "`entity` of FoundReferring is not set" },
            checkNotNull(field) { "`field` of FoundReferring is not set" },
            checkNotNull(count) { "`count` of FoundReferring is not set" },
            readable ?: emptyList(),
        )
    }

    public companion object : Wire<FoundReferring>("FoundReferring") {
        public fun serializer(): KSerializer<FoundReferring> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FoundReferring {
            var entity: String? = null
            var field: String? = null
            var count: Long? = null
            var readable: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("count")) count = reader.orNull { reader.long() }
                else if (reader.isAt("readable")) readable = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return FoundReferring(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
                count ?: throw reader.missing("count"),
                readable ?: emptyList(),
            )
        }
    }
}

/** A record that is to be deleted, or brought back. */
@Serializable(with = RecordDeleteRequest.Companion::class)
public data class RecordDeleteRequest(
    /** Of what. */
    public val entity: String,
    /** Who does it. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The record as it is, as lists answer it and with nothing hidden. */
    public val before: Map<String, Json>,
    /** The version that the actor saw; another one is refused. */
    public val expectedVersion: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        writer.field("before"); writer.map(before) { writer.value(it) }
        if (expectedVersion != null) { writer.field("expected_version"); writer.value(expectedVersion) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordDeleteRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        before == other.before &&
        expectedVersion == other.expectedVersion

    override fun hashCode(): Int = hashed(entity, actor, now, before, expectedVersion)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var before: Map<String, Json>? = null
        private var expectedVersion: Long? = null

        /** See [RecordDeleteRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordDeleteRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordDeleteRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordDeleteRequest.before]. */
        public fun before(before: Map<String, Json>): Builder = apply { this.before = before }

        /** See [RecordDeleteRequest.expectedVersion]. */
        public fun expectedVersion(expectedVersion: Long?): Builder = apply { this.expectedVersion = expectedVersion }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordDeleteRequest = RecordDeleteRequest(
            checkNotNull(entity) { "`entity` of RecordDeleteRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordDeleteRequest is not set" },
            checkNotNull(now) { "`now` of RecordDeleteRequest is not set" },
            checkNotNull(before) { "`before` of RecordDeleteRequest is not set" },
            expectedVersion,
        )
    }

    public companion object : Wire<RecordDeleteRequest>("RecordDeleteRequest") {
        public fun serializer(): KSerializer<RecordDeleteRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordDeleteRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var before: Map<String, Json>? = null
            var expectedVersion: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("expected_version")) expectedVersion = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return RecordDeleteRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                before ?: throw reader.missing("before"),
                expectedVersion,
            )
        }
    }
}

/** A record that may be deleted as soon as what refers to it allows that. */
@Serializable(with = DeletedRecord.Companion::class)
public data class DeletedRecord(
    /** The record as it is kept; nothing when it is gone for good. */
    public val record: Map<String, Json>? = null,
    /** Every field that may link to it, and what follows from a link. */
    public val referring: List<Referring>,
    /** What has happened, such as `customer:deleted`. */
    public val events: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (record != null) { writer.field("record"); writer.map(record) { writer.value(it) } }
        writer.field("referring"); writer.list(referring) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DeletedRecord>("DeletedRecord") {
        public fun serializer(): KSerializer<DeletedRecord> = this

        override fun read(reader: WireReader): DeletedRecord {
            var record: Map<String, Json>? = null
            var referring: List<Referring>? = null
            var events: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("referring")) referring = reader.orNull { reader.list { Referring.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeletedRecord(
                record,
                referring ?: throw reader.missing("referring"),
                events ?: throw reader.missing("events"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field whose links may lead to a record that is deleted. */
@Serializable(with = Referring.Companion::class)
public data class Referring @JvmOverloads constructor(
    /** Whose field it is. */
    public val entity: String,
    /** The field. */
    public val field: String,
    /** What becomes of a record that links to the deleted one. */
    public val rule: DeletionRule,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        writer.field("rule"); rule.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Referring>("Referring") {
        public fun serializer(): KSerializer<Referring> = this

        override fun read(reader: WireReader): Referring {
            var entity: String? = null
            var field: String? = null
            var rule: DeletionRule? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { DeletionRule.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Referring(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
                rule ?: throw reader.missing("rule"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A record that is there again. */
@Serializable(with = RestoredRecord.Companion::class)
public data class RestoredRecord @JvmOverloads constructor(
    /** The record as it is now. */
    public val record: Map<String, Json>,
    /** What had become free by the deletion, and must not have been taken since. */
    public val unique: List<UniqueKey>,
    /** What has happened, such as `customer:restored`. */
    public val events: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("unique"); writer.list(unique) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RestoredRecord>("RestoredRecord") {
        public fun serializer(): KSerializer<RestoredRecord> = this

        override fun read(reader: WireReader): RestoredRecord {
            var record: Map<String, Json>? = null
            var unique: List<UniqueKey>? = null
            var events: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { UniqueKey.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RestoredRecord(
                record ?: throw reader.missing("record"),
                unique ?: throw reader.missing("unique"),
                events ?: throw reader.missing("events"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What the host of a pack carries out. */
@Serializable(with = CarriedOutRequest.Companion::class)
public data class CarriedOutRequest(
    /** The effects that its acts and connectors carry out, such as `send_email`. */
    public val carries: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("carries"); writer.list(carries) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<CarriedOutRequest>("CarriedOutRequest") {
        public fun serializer(): KSerializer<CarriedOutRequest> = this

        override fun read(reader: WireReader): CarriedOutRequest {
            var carries: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("carries")) carries = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return CarriedOutRequest(
                carries ?: throw reader.missing("carries"),
            )
        }
    }
}

/** Two records that are to become one. */
@Serializable(with = RecordMergeRequest.Companion::class)
public data class RecordMergeRequest(
    /** Of what. */
    public val entity: String,
    /** Who does it. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The record that stays, as lists answer it and with nothing hidden. */
    public val kept: Map<String, Json>,
    /** The record that goes into it, in the same form. */
    public val other: Map<String, Json>,
    /** Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none. */
    public val fields: Map<String, MergeSide> = emptyMap(),
    /** The version of the kept one that the actor saw; another one is refused. */
    public val expectedVersion: Long? = null,
    /** The version of the other one that the actor saw; another one is refused. */
    public val otherVersion: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        writer.field("kept"); writer.map(kept) { writer.value(it) }
        writer.field("other"); writer.map(other) { writer.value(it) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { it.write(writer) } }
        if (expectedVersion != null) { writer.field("expected_version"); writer.value(expectedVersion) }
        if (otherVersion != null) { writer.field("other_version"); writer.value(otherVersion) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordMergeRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        kept == other.kept &&
        other == other.other &&
        fields == other.fields &&
        expectedVersion == other.expectedVersion &&
        otherVersion == other.otherVersion

    override fun hashCode(): Int = hashed(entity, actor, now, zone, kept, other, fields, expectedVersion, otherVersion)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var kept: Map<String, Json>? = null
        private var other: Map<String, Json>? = null
        private var fields: Map<String, MergeSide>? = null
        private var expectedVersion: Long? = null
        private var otherVersion: Long? = null

        /** See [RecordMergeRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordMergeRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordMergeRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordMergeRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordMergeRequest.kept]. */
        public fun kept(kept: Map<String, Json>): Builder = apply { this.kept = kept }

        /** See [RecordMergeRequest.other]. */
        public fun other(other: Map<String, Json>): Builder = apply { this.other = other }

        /** See [RecordMergeRequest.fields]. */
        public fun fields(fields: Map<String, MergeSide>): Builder = apply { this.fields = fields }

        /** See [RecordMergeRequest.expectedVersion]. */
        public fun expectedVersion(expectedVersion: Long?): Builder = apply { this.expectedVersion = expectedVersion }

        /** See [RecordMergeRequest.otherVersion]. */
        public fun otherVersion(otherVersion: Long?): Builder = apply { this.otherVersion = otherVersion }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordMergeRequest = RecordMergeRequest(
            checkNotNull(entity) { "`entity` of RecordMergeRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordMergeRequest is not set" },
            checkNotNull(now) { "`now` of RecordMergeRequest is not set" },
            zone,
            checkNotNull(kept) { "`kept` of RecordMergeRequest is not set" },
            checkNotNull(other) { "`other` of RecordMergeRequest is not set" },
            fields ?: emptyMap(),
            expectedVersion,
            otherVersion,
        )
    }

    public companion object : Wire<RecordMergeRequest>("RecordMergeRequest") {
        public fun serializer(): KSerializer<RecordMergeRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordMergeRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var kept: Map<String, Json>? = null
            var other: Map<String, Json>? = null
            var fields: Map<String, MergeSide>? = null
            var expectedVersion: Long? = null
            var otherVersion: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("kept")) kept = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("other")) other = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { MergeSide.read(reader) } }
                else if (reader.isAt("expected_version")) expectedVersion = reader.orNull { reader.long() }
                else if (reader.isAt("other_version")) otherVersion = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return RecordMergeRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                kept ?: throw reader.missing("kept"),
                other ?: throw reader.missing("other"),
                fields ?: emptyMap(),
                expectedVersion,
                otherVersion,
            )
        }
    }
}

/** Whose value of a field stays. */
@Serializable(with = MergeSide.Companion::class)
public class MergeSide private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<MergeSide>("MergeSide") {
        public fun serializer(): KSerializer<MergeSide> = this

        /** That of the record that stays. */
        @JvmField public val KEPT: MergeSide = MergeSide("kept")

        /** That of the record that goes. */
        @JvmField public val OTHER: MergeSide = MergeSide("other")

        /** Those of both, each once: of a list of links. */
        @JvmField public val BOTH: MergeSide = MergeSide("both")

        override val entries: List<MergeSide> = listOf(
            KEPT,
            OTHER,
            BOTH,
        )

        internal override fun unknown(wire: String): MergeSide = MergeSide(wire)
    }
}

/** Two records that may become one as soon as what links to the other one can be pointed at the kept one. */
@Serializable(with = MergedRecord.Companion::class)
public data class MergedRecord @JvmOverloads constructor(
    /** The record that stays, as it is now. */
    public val record: Map<String, Json>,
    /** What has changed of it, in the order of the fields. */
    public val changes: List<RecordChange>,
    /** What no other record may have, once the other one has given it up. */
    public val unique: List<UniqueKey>,
    /** Records that are linked to anew, to be looked up. */
    public val links: List<LinkedRecord>,
    /** The other one as it is kept: deleted, and without what only one may have and the kept one has now. */
    public val other: Map<String, Json>,
    /** What has changed of that. */
    public val otherChanges: List<RecordChange>,
    /** The fields in which the kept one has something of the other by now. */
    public val taken: List<String>,
    /** The fields in which the other one says what nobody says any more. */
    public val left: List<String>,
    /** Every field that may link to the other one: what does is to lead to the kept one. */
    public val referring: List<Referring>,
    /** What has happened to the kept one, such as `customer:merged`. */
    public val events: List<String>,
    /** What has happened to the other one, such as `customer:deleted`. */
    public val otherEvents: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("unique"); writer.list(unique) { it.write(writer) }
        writer.field("links"); writer.list(links) { it.write(writer) }
        writer.field("other"); writer.map(other) { writer.value(it) }
        writer.field("other_changes"); writer.list(otherChanges) { it.write(writer) }
        writer.field("taken"); writer.list(taken) { writer.value(it) }
        writer.field("left"); writer.list(left) { writer.value(it) }
        writer.field("referring"); writer.list(referring) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.field("other_events"); writer.list(otherEvents) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MergedRecord>("MergedRecord") {
        public fun serializer(): KSerializer<MergedRecord> = this

        override fun read(reader: WireReader): MergedRecord {
            var record: Map<String, Json>? = null
            var changes: List<RecordChange>? = null
            var unique: List<UniqueKey>? = null
            var links: List<LinkedRecord>? = null
            var other: Map<String, Json>? = null
            var otherChanges: List<RecordChange>? = null
            var taken: List<String>? = null
            var left: List<String>? = null
            var referring: List<Referring>? = null
            var events: List<String>? = null
            var otherEvents: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { UniqueKey.read(reader) } }
                else if (reader.isAt("links")) links = reader.orNull { reader.list { LinkedRecord.read(reader) } }
                else if (reader.isAt("other")) other = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("other_changes")) otherChanges = reader.orNull { reader.list { RecordChange.read(reader) } }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("left")) left = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("referring")) referring = reader.orNull { reader.list { Referring.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("other_events")) otherEvents = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MergedRecord(
                record ?: throw reader.missing("record"),
                changes ?: throw reader.missing("changes"),
                unique ?: throw reader.missing("unique"),
                links ?: throw reader.missing("links"),
                other ?: throw reader.missing("other"),
                otherChanges ?: throw reader.missing("other_changes"),
                taken ?: throw reader.missing("taken"),
                left ?: throw reader.missing("left"),
                referring ?: throw reader.missing("referring"),
                events ?: throw reader.missing("events"),
                otherEvents ?: throw reader.missing("other_events"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An event of its machine happens to a record. */
@Serializable(with = RecordFireRequest.Companion::class)
public data class RecordFireRequest(
    /** Of what. */
    public val entity: String,
    /** Who does it. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The record as it is, as lists answer it and with nothing hidden. */
    public val before: Map<String, Json>,
    /** What happens. */
    public val event: String,
    /** What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record. */
    public val given: Map<String, Json> = emptyMap(),
    /** Facts that guards look at beside the record's fields. */
    public val facts: Map<String, Json> = emptyMap(),
    /** The version that the actor saw; another one is refused. */
    public val expectedVersion: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        writer.field("before"); writer.map(before) { writer.value(it) }
        writer.field("event"); writer.value(event)
        if (given.isNotEmpty()) { writer.field("given"); writer.map(given) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (expectedVersion != null) { writer.field("expected_version"); writer.value(expectedVersion) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordFireRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        before == other.before &&
        event == other.event &&
        given == other.given &&
        facts == other.facts &&
        expectedVersion == other.expectedVersion

    override fun hashCode(): Int = hashed(entity, actor, now, zone, before, event, given, facts, expectedVersion)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var before: Map<String, Json>? = null
        private var event: String? = null
        private var given: Map<String, Json>? = null
        private var facts: Map<String, Json>? = null
        private var expectedVersion: Long? = null

        /** See [RecordFireRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordFireRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordFireRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordFireRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordFireRequest.before]. */
        public fun before(before: Map<String, Json>): Builder = apply { this.before = before }

        /** See [RecordFireRequest.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [RecordFireRequest.given]. */
        public fun given(given: Map<String, Json>): Builder = apply { this.given = given }

        /** See [RecordFireRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /** See [RecordFireRequest.expectedVersion]. */
        public fun expectedVersion(expectedVersion: Long?): Builder = apply { this.expectedVersion = expectedVersion }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordFireRequest = RecordFireRequest(
            checkNotNull(entity) { "`entity` of RecordFireRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordFireRequest is not set" },
            checkNotNull(now) { "`now` of RecordFireRequest is not set" },
            zone,
            checkNotNull(before) { "`before` of RecordFireRequest is not set" },
            checkNotNull(event) { "`event` of RecordFireRequest is not set" },
            given ?: emptyMap(),
            facts ?: emptyMap(),
            expectedVersion,
        )
    }

    public companion object : Wire<RecordFireRequest>("RecordFireRequest") {
        public fun serializer(): KSerializer<RecordFireRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordFireRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var before: Map<String, Json>? = null
            var event: String? = null
            var given: Map<String, Json>? = null
            var facts: Map<String, Json>? = null
            var expectedVersion: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("given")) given = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("expected_version")) expectedVersion = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return RecordFireRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                before ?: throw reader.missing("before"),
                event ?: throw reader.missing("event"),
                given ?: emptyMap(),
                facts ?: emptyMap(),
                expectedVersion,
            )
        }
    }
}

/** A record after an event, and what has to be done about it. */
@Serializable(with = FiredRecord.Companion::class)
public data class FiredRecord(
    /** The record as it is now. */
    public val record: Map<String, Json>,
    /** What has changed, in the order of the fields. */
    public val changes: List<RecordChange>,
    /** What no other record may have. */
    public val unique: List<UniqueKey>,
    /** Records that are linked to anew, to be looked up. */
    public val links: List<LinkedRecord>,
    /** What to keep of the event. */
    public val fired: MachineRecord,
    /** What had happened by itself before it, in order: to be kept and carried out first. */
    public val settled: List<MachineSettled> = emptyList(),
    /** What the host is to carry out. */
    public val effects: List<MachineEffect>,
    /** What has happened, in order, such as `ticket:resolve`. */
    public val events: List<String>,
    /** The policies that it does not keep by this event, and that are told and stop nothing. */
    public val warned: List<PolicyVerdict> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("unique"); writer.list(unique) { it.write(writer) }
        writer.field("links"); writer.list(links) { it.write(writer) }
        writer.field("fired"); fired.write(writer)
        if (settled.isNotEmpty()) { writer.field("settled"); writer.list(settled) { it.write(writer) } }
        writer.field("effects"); writer.list(effects) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        if (warned.isNotEmpty()) { writer.field("warned"); writer.list(warned) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FiredRecord>("FiredRecord") {
        public fun serializer(): KSerializer<FiredRecord> = this

        override fun read(reader: WireReader): FiredRecord {
            var record: Map<String, Json>? = null
            var changes: List<RecordChange>? = null
            var unique: List<UniqueKey>? = null
            var links: List<LinkedRecord>? = null
            var fired: MachineRecord? = null
            var settled: List<MachineSettled>? = null
            var effects: List<MachineEffect>? = null
            var events: List<String>? = null
            var warned: List<PolicyVerdict>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { UniqueKey.read(reader) } }
                else if (reader.isAt("links")) links = reader.orNull { reader.list { LinkedRecord.read(reader) } }
                else if (reader.isAt("fired")) fired = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("settled")) settled = reader.orNull { reader.list { MachineSettled.read(reader) } }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("warned")) warned = reader.orNull { reader.list { PolicyVerdict.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FiredRecord(
                record ?: throw reader.missing("record"),
                changes ?: throw reader.missing("changes"),
                unique ?: throw reader.missing("unique"),
                links ?: throw reader.missing("links"),
                fired ?: throw reader.missing("fired"),
                settled ?: emptyList(),
                effects ?: throw reader.missing("effects"),
                events ?: throw reader.missing("events"),
                warned ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What has passed by now of a record's deadlines? */
@Serializable(with = RecordLapseRequest.Companion::class)
public data class RecordLapseRequest(
    /** Of what. */
    public val entity: String,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The record as it is, as lists answer it and with nothing hidden. */
    public val before: Map<String, Json>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        writer.field("before"); writer.map(before) { writer.value(it) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordLapseRequest &&
        entity == other.entity &&
        alike(now, other.now) &&
        zone == other.zone &&
        before == other.before

    override fun hashCode(): Int = hashed(entity, now, zone, before)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var before: Map<String, Json>? = null

        /** See [RecordLapseRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordLapseRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordLapseRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordLapseRequest.before]. */
        public fun before(before: Map<String, Json>): Builder = apply { this.before = before }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordLapseRequest = RecordLapseRequest(
            checkNotNull(entity) { "`entity` of RecordLapseRequest is not set" },
            checkNotNull(now) { "`now` of RecordLapseRequest is not set" },
            zone,
            checkNotNull(before) { "`before` of RecordLapseRequest is not set" },
        )
    }

    public companion object : Wire<RecordLapseRequest>("RecordLapseRequest") {
        public fun serializer(): KSerializer<RecordLapseRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordLapseRequest {
            var entity: String? = null
            var now: Instant? = null
            var zone: String? = null
            var before: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return RecordLapseRequest(
                entity ?: throw reader.missing("entity"),
                now ?: throw reader.missing("now"),
                zone,
                before ?: throw reader.missing("before"),
            )
        }
    }
}

/** A record of which deadlines have passed. */
@Serializable(with = LapsedRecord.Companion::class)
public data class LapsedRecord @JvmOverloads constructor(
    /** The record as it is now. */
    public val record: Map<String, Json>,
    /** What has changed, in the order of the fields. */
    public val changes: List<RecordChange>,
    /** What has happened, such as `ticket:updated`; nothing where no deadline has passed. */
    public val events: List<String>,
    /** The events of its machine that happen since deadlines were missed, in order; one that is not possible does not. */
    public val fires: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.field("fires"); writer.list(fires) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LapsedRecord>("LapsedRecord") {
        public fun serializer(): KSerializer<LapsedRecord> = this

        override fun read(reader: WireReader): LapsedRecord {
            var record: Map<String, Json>? = null
            var changes: List<RecordChange>? = null
            var events: List<String>? = null
            var fires: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("fires")) fires = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LapsedRecord(
                record ?: throw reader.missing("record"),
                changes ?: throw reader.missing("changes"),
                events ?: throw reader.missing("events"),
                fires ?: throw reader.missing("fires"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What may somebody see of a record? */
@Serializable(with = RecordMaskRequest.Companion::class)
public data class RecordMaskRequest(
    /** Of what. */
    public val entity: String,
    /** Who looks at it. */
    public val actor: AccessActor,
    /** The record with nothing hidden; none when there is none. */
    public val record: Map<String, Json>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        if (record != null) { writer.field("record"); writer.map(record) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var record: Map<String, Json>? = null

        /** See [RecordMaskRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordMaskRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordMaskRequest.record]. */
        public fun record(record: Map<String, Json>?): Builder = apply { this.record = record }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordMaskRequest = RecordMaskRequest(
            checkNotNull(entity) { "`entity` of RecordMaskRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordMaskRequest is not set" },
            record,
        )
    }

    public companion object : Wire<RecordMaskRequest>("RecordMaskRequest") {
        public fun serializer(): KSerializer<RecordMaskRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordMaskRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var record: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return RecordMaskRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                record,
            )
        }
    }
}

/** A record as somebody may see it. */
@Serializable(with = VisibleRecord.Companion::class)
public data class VisibleRecord @JvmOverloads constructor(
    /** The record; in the place of what is hidden stand eight stars. */
    public val record: Map<String, Json>,
    /** What is hidden, as JSON pointers into the record. */
    public val masked: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("masked"); writer.list(masked) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<VisibleRecord>("VisibleRecord") {
        public fun serializer(): KSerializer<VisibleRecord> = this

        override fun read(reader: WireReader): VisibleRecord {
            var record: Map<String, Json>? = null
            var masked: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("masked")) masked = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return VisibleRecord(
                record ?: throw reader.missing("record"),
                masked ?: throw reader.missing("masked"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What does a screen need for a record? */
@Serializable(with = RecordFormRequest.Companion::class)
public data class RecordFormRequest(
    /** Of what. */
    public val entity: String,
    /** Who looks at it. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The record with nothing hidden; none for a new one. */
    public val record: Map<String, Json>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (record != null) { writer.field("record"); writer.map(record) { writer.value(it) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordFormRequest &&
        entity == other.entity &&
        actor == other.actor &&
        alike(now, other.now) &&
        record == other.record

    override fun hashCode(): Int = hashed(entity, actor, now, record)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var record: Map<String, Json>? = null

        /** See [RecordFormRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordFormRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordFormRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordFormRequest.record]. */
        public fun record(record: Map<String, Json>?): Builder = apply { this.record = record }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordFormRequest = RecordFormRequest(
            checkNotNull(entity) { "`entity` of RecordFormRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordFormRequest is not set" },
            checkNotNull(now) { "`now` of RecordFormRequest is not set" },
            record,
        )
    }

    public companion object : Wire<RecordFormRequest>("RecordFormRequest") {
        public fun serializer(): KSerializer<RecordFormRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordFormRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var record: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return RecordFormRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                record,
            )
        }
    }
}

/** The form of an entity's records for somebody. */
@Serializable(with = RecordForm.Companion::class)
public data class RecordForm @JvmOverloads constructor(
    /** What people read above it. */
    public val label: String,
    /** The groups, in their order. */
    public val groups: List<FormGroup>,
    /** The events of the record's machine; none for a new one. */
    public val events: List<FormEvent>,
    /** Whether the actor may read the record, or any when there is none. */
    public val canRead: Boolean,
    /** Whether they may change it, or make one. */
    public val canWrite: Boolean,
    /** Whether they may delete it, or any. */
    public val canDelete: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("label"); writer.value(label)
        writer.field("groups"); writer.list(groups) { it.write(writer) }
        writer.field("events"); writer.list(events) { it.write(writer) }
        writer.field("can_read"); writer.value(canRead)
        writer.field("can_write"); writer.value(canWrite)
        writer.field("can_delete"); writer.value(canDelete)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RecordForm>("RecordForm") {
        public fun serializer(): KSerializer<RecordForm> = this

        override fun read(reader: WireReader): RecordForm {
            var label: String? = null
            var groups: List<FormGroup>? = null
            var events: List<FormEvent>? = null
            var canRead: Boolean? = null
            var canWrite: Boolean? = null
            var canDelete: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("groups")) groups = reader.orNull { reader.list { FormGroup.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { FormEvent.read(reader) } }
                else if (reader.isAt("can_read")) canRead = reader.orNull { reader.flag() }
                else if (reader.isAt("can_write")) canWrite = reader.orNull { reader.flag() }
                else if (reader.isAt("can_delete")) canDelete = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RecordForm(
                label ?: throw reader.missing("label"),
                groups ?: throw reader.missing("groups"),
                events ?: throw reader.missing("events"),
                canRead ?: throw reader.missing("can_read"),
                canWrite ?: throw reader.missing("can_write"),
                canDelete ?: throw reader.missing("can_delete"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Fields that stand together. */
@Serializable(with = FormGroup.Companion::class)
public data class FormGroup(
    /** What people read above them. */
    public val label: String? = null,
    /** The fields, in their order. */
    public val fields: List<FormField>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("fields"); writer.list(fields) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FormGroup>("FormGroup") {
        public fun serializer(): KSerializer<FormGroup> = this

        override fun read(reader: WireReader): FormGroup {
            var label: String? = null
            var fields: List<FormField>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { FormField.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FormGroup(
                label,
                fields ?: throw reader.missing("fields"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field, with what is known before it is filled in. */
@Serializable(with = FormField.Companion::class)
public data class FormField(
    /** The field. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** What helps to fill it in. */
    public val help: String? = null,
    /** What it takes. */
    public val kind: FieldKind,
    /** Whether it must be filled in. */
    public val required: Boolean,
    /** Whether the actor may fill it in. */
    public val writable: Boolean,
    /** Whether the actor may have the secret shown that the record has there. */
    public val revealable: Boolean,
    /** Whether no two records have the same value. */
    public val unique: Boolean,
    /** Whether lists can be filtered by it. */
    public val filter: Boolean,
    /** Whether lists can be ordered by it. */
    public val sort: Boolean,
    /** Whether a part of it finds a record. */
    public val search: Boolean,
    /** What it is when nothing is given. */
    public val default: Json? = null,
    /** What a choice is among. */
    public val choices: List<String>,
    /** The least number or amount. */
    public val min: BigDecimal? = null,
    /** The greatest number or amount. */
    public val max: BigDecimal? = null,
    /** What a number or amount must be greater than. */
    public val above: BigDecimal? = null,
    /** The digits that are kept behind the point. */
    public val digits: Int? = null,
    /** The currency of an amount. */
    public val currency: String? = null,
    /** The fewest characters. */
    public val minLength: Int? = null,
    /** The most characters. */
    public val maxLength: Int? = null,
    /** What a text matches from its beginning to its end. */
    public val pattern: String? = null,
    /** The first day it may be. */
    public val first: LocalDate? = null,
    /** The last day it may be. */
    public val last: LocalDate? = null,
    /** The entity that it links to, or whose records it holds. */
    public val entity: String? = null,
    /** What must be true of a record that is linked to. */
    public val only: String? = null,
    /** The types of files it takes; every type when there are none. */
    public val types: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        if (help != null) { writer.field("help"); writer.value(help) }
        writer.field("kind"); kind.write(writer)
        writer.field("required"); writer.value(required)
        writer.field("writable"); writer.value(writable)
        writer.field("revealable"); writer.value(revealable)
        writer.field("unique"); writer.value(unique)
        writer.field("filter"); writer.value(filter)
        writer.field("sort"); writer.value(sort)
        writer.field("search"); writer.value(search)
        if (default != null) { writer.field("default"); writer.value(default) }
        writer.field("choices"); writer.list(choices) { writer.value(it) }
        if (min != null) { writer.field("min"); writer.value(min) }
        if (max != null) { writer.field("max"); writer.value(max) }
        if (above != null) { writer.field("above"); writer.value(above) }
        if (digits != null) { writer.field("digits"); writer.value(digits) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        if (minLength != null) { writer.field("min_length"); writer.value(minLength) }
        if (maxLength != null) { writer.field("max_length"); writer.value(maxLength) }
        if (pattern != null) { writer.field("pattern"); writer.value(pattern) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        if (only != null) { writer.field("only"); writer.value(only) }
        writer.field("types"); writer.list(types) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FormField &&
        name == other.name &&
        label == other.label &&
        help == other.help &&
        kind == other.kind &&
        required == other.required &&
        writable == other.writable &&
        revealable == other.revealable &&
        unique == other.unique &&
        filter == other.filter &&
        sort == other.sort &&
        search == other.search &&
        default == other.default &&
        choices == other.choices &&
        alike(min, other.min) &&
        alike(max, other.max) &&
        alike(above, other.above) &&
        digits == other.digits &&
        currency == other.currency &&
        minLength == other.minLength &&
        maxLength == other.maxLength &&
        pattern == other.pattern &&
        first == other.first &&
        last == other.last &&
        entity == other.entity &&
        only == other.only &&
        types == other.types &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, label, help, kind, required, writable, revealable, unique, filter, sort, search, default, choices, min, max, above, digits, currency, minLength, maxLength, pattern, first, last, entity, only, types, unknownFields)

    public companion object : Wire<FormField>("FormField") {
        public fun serializer(): KSerializer<FormField> = this

        override fun read(reader: WireReader): FormField {
            var name: String? = null
            var label: String? = null
            var help: String? = null
            var kind: FieldKind? = null
            var required: Boolean? = null
            var writable: Boolean? = null
            var revealable: Boolean? = null
            var unique: Boolean? = null
            var filter: Boolean? = null
            var sort: Boolean? = null
            var search: Boolean? = null
            var default: Json? = null
            var choices: List<String>? = null
            var min: BigDecimal? = null
            var max: BigDecimal? = null
            var above: BigDecimal? = null
            var digits: Int? = null
            var currency: String? = null
            var minLength: Int? = null
            var maxLength: Int? = null
            var pattern: String? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var entity: String? = null
            var only: String? = null
            var types: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("help")) help = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { FieldKind.read(reader) }
                else if (reader.isAt("required")) required = reader.orNull { reader.flag() }
                else if (reader.isAt("writable")) writable = reader.orNull { reader.flag() }
                else if (reader.isAt("revealable")) revealable = reader.orNull { reader.flag() }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.flag() }
                else if (reader.isAt("filter")) filter = reader.orNull { reader.flag() }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.flag() }
                else if (reader.isAt("search")) search = reader.orNull { reader.flag() }
                else if (reader.isAt("default")) default = reader.orNull { reader.json() }
                else if (reader.isAt("choices")) choices = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("min")) min = reader.orNull { reader.decimal() }
                else if (reader.isAt("max")) max = reader.orNull { reader.decimal() }
                else if (reader.isAt("above")) above = reader.orNull { reader.decimal() }
                else if (reader.isAt("digits")) digits = reader.orNull { reader.whole() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("min_length")) minLength = reader.orNull { reader.whole() }
                else if (reader.isAt("max_length")) maxLength = reader.orNull { reader.whole() }
                else if (reader.isAt("pattern")) pattern = reader.orNull { reader.text() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("only")) only = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FormField(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                help,
                kind ?: throw reader.missing("kind"),
                required ?: throw reader.missing("required"),
                writable ?: throw reader.missing("writable"),
                revealable ?: throw reader.missing("revealable"),
                unique ?: throw reader.missing("unique"),
                filter ?: throw reader.missing("filter"),
                sort ?: throw reader.missing("sort"),
                search ?: throw reader.missing("search"),
                default,
                choices ?: throw reader.missing("choices"),
                min,
                max,
                above,
                digits,
                currency,
                minLength,
                maxLength,
                pattern,
                first,
                last,
                entity,
                only,
                types ?: throw reader.missing("types"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An event of a record's machine. */
@Serializable(with = FormEvent.Companion::class)
public data class FormEvent(
    /** The event. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** Whether it may happen now. */
    public val possible: Boolean,
    /** The state it would lead to. */
    public val leadsTo: String? = null,
    /** What has to be given with it. */
    public val requires: List<String>,
    /** Every reason against it. */
    public val reasons: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        writer.field("possible"); writer.value(possible)
        if (leadsTo != null) { writer.field("leads_to"); writer.value(leadsTo) }
        writer.field("requires"); writer.list(requires) { writer.value(it) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FormEvent>("FormEvent") {
        public fun serializer(): KSerializer<FormEvent> = this

        override fun read(reader: WireReader): FormEvent {
            var name: String? = null
            var label: String? = null
            var possible: Boolean? = null
            var leadsTo: String? = null
            var requires: List<String>? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("possible")) possible = reader.orNull { reader.flag() }
                else if (reader.isAt("leads_to")) leadsTo = reader.orNull { reader.text() }
                else if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FormEvent(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                possible ?: throw reader.missing("possible"),
                leadsTo,
                requires ?: throw reader.missing("requires"),
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which entities of a pack are there for somebody? */
@Serializable(with = PackScreensRequest.Companion::class)
public data class PackScreensRequest(
    /** Who looks. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackScreensRequest &&
        actor == other.actor &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(actor, now)

    public companion object : Wire<PackScreensRequest>("PackScreensRequest") {
        public fun serializer(): KSerializer<PackScreensRequest> = this

        override fun read(reader: WireReader): PackScreensRequest {
            var actor: AccessActor? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return PackScreensRequest(
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** An entity, as far as somebody may see it. */
@Serializable(with = EntityScreen.Companion::class)
public data class EntityScreen(
    /** The entity. */
    public val name: String,
    /** Several of them, as addresses have them: `service-plans`. */
    public val address: String,
    /** What people read above several of them. */
    public val several: String,
    /** What it is for. */
    public val summary: String? = null,
    /** The form of a new record: what it is called, its groups of fields, and what they may do with some of its records. */
    public val form: RecordForm,
    /** The field by which people call a record, as far as there is one that they may see. */
    public val title: String? = null,
    /** The order of its lists. */
    public val sort: List<String>,
    /** Whether it is the engine's own, with acts beside changes. */
    public val native: Boolean,
    /** Whether its records are of the installation and not of a tenant. */
    public val platform: Boolean,
    /** Whether its records are measurements in an order of time. */
    public val series: Boolean,
    /** Whether what was deleted can be brought back. */
    public val restores: Boolean,
    /** Whether two of its records can become one. */
    public val merges: Boolean,
    /** Whether a tenant may give it fields of its own. */
    public val custom: Boolean,
    /** The life of its records. */
    public val life: ScreenLife? = null,
    /** The documents that are made of its records. */
    public val documents: List<ScreenDocument>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("address"); writer.value(address)
        writer.field("several"); writer.value(several)
        if (summary != null) { writer.field("summary"); writer.value(summary) }
        writer.field("form"); form.write(writer)
        if (title != null) { writer.field("title"); writer.value(title) }
        writer.field("sort"); writer.list(sort) { writer.value(it) }
        writer.field("native"); writer.value(native)
        writer.field("platform"); writer.value(platform)
        writer.field("series"); writer.value(series)
        writer.field("restores"); writer.value(restores)
        writer.field("merges"); writer.value(merges)
        writer.field("custom"); writer.value(custom)
        if (life != null) { writer.field("life"); life.write(writer) }
        writer.field("documents"); writer.list(documents) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<EntityScreen>("EntityScreen") {
        public fun serializer(): KSerializer<EntityScreen> = this

        override fun read(reader: WireReader): EntityScreen {
            var name: String? = null
            var address: String? = null
            var several: String? = null
            var summary: String? = null
            var form: RecordForm? = null
            var title: String? = null
            var sort: List<String>? = null
            var native: Boolean? = null
            var platform: Boolean? = null
            var series: Boolean? = null
            var restores: Boolean? = null
            var merges: Boolean? = null
            var custom: Boolean? = null
            var life: ScreenLife? = null
            var documents: List<ScreenDocument>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("address")) address = reader.orNull { reader.text() }
                else if (reader.isAt("several")) several = reader.orNull { reader.text() }
                else if (reader.isAt("summary")) summary = reader.orNull { reader.text() }
                else if (reader.isAt("form")) form = reader.orNull { RecordForm.read(reader) }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("native")) native = reader.orNull { reader.flag() }
                else if (reader.isAt("platform")) platform = reader.orNull { reader.flag() }
                else if (reader.isAt("series")) series = reader.orNull { reader.flag() }
                else if (reader.isAt("restores")) restores = reader.orNull { reader.flag() }
                else if (reader.isAt("merges")) merges = reader.orNull { reader.flag() }
                else if (reader.isAt("custom")) custom = reader.orNull { reader.flag() }
                else if (reader.isAt("life")) life = reader.orNull { ScreenLife.read(reader) }
                else if (reader.isAt("documents")) documents = reader.orNull { reader.list { ScreenDocument.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityScreen(
                name ?: throw reader.missing("name"),
                address ?: throw reader.missing("address"),
                several ?: throw reader.missing("several"),
                summary,
                form ?: throw reader.missing("form"),
                title,
                sort ?: throw reader.missing("sort"),
                native ?: throw reader.missing("native"),
                platform ?: throw reader.missing("platform"),
                series ?: throw reader.missing("series"),
                restores ?: throw reader.missing("restores"),
                merges ?: throw reader.missing("merges"),
                custom ?: throw reader.missing("custom"),
                life,
                documents ?: throw reader.missing("documents"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The life of records, to be drawn. */
@Serializable(with = ScreenLife.Companion::class)
public data class ScreenLife @JvmOverloads constructor(
    /** The field with the state. */
    public val field: String,
    /** The state in which it begins. */
    public val initial: String,
    /** The states, in their order. */
    public val states: List<ScreenState>,
    /** What leads from one to another, in its order. */
    public val moves: List<ScreenMove>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("field"); writer.value(field)
        writer.field("initial"); writer.value(initial)
        writer.field("states"); writer.list(states) { it.write(writer) }
        writer.field("moves"); writer.list(moves) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ScreenLife>("ScreenLife") {
        public fun serializer(): KSerializer<ScreenLife> = this

        override fun read(reader: WireReader): ScreenLife {
            var field: String? = null
            var initial: String? = null
            var states: List<ScreenState>? = null
            var moves: List<ScreenMove>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("initial")) initial = reader.orNull { reader.text() }
                else if (reader.isAt("states")) states = reader.orNull { reader.list { ScreenState.read(reader) } }
                else if (reader.isAt("moves")) moves = reader.orNull { reader.list { ScreenMove.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ScreenLife(
                field ?: throw reader.missing("field"),
                initial ?: throw reader.missing("initial"),
                states ?: throw reader.missing("states"),
                moves ?: throw reader.missing("moves"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A state of records. */
@Serializable(with = ScreenState.Companion::class)
public data class ScreenState @JvmOverloads constructor(
    /** The state. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** Whether nothing leads out of it. */
    public val terminal: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        writer.field("terminal"); writer.value(terminal)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ScreenState>("ScreenState") {
        public fun serializer(): KSerializer<ScreenState> = this

        override fun read(reader: WireReader): ScreenState {
            var name: String? = null
            var label: String? = null
            var terminal: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ScreenState(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                terminal ?: throw reader.missing("terminal"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What leads from some states to another. */
@Serializable(with = ScreenMove.Companion::class)
public data class ScreenMove @JvmOverloads constructor(
    /** What happens. */
    public val event: String,
    /** What people read. */
    public val label: String,
    /** The states it leads from. */
    public val from: List<String>,
    /** The state it leads to. */
    public val to: String,
    /** What has to be given with it. */
    public val requires: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("event"); writer.value(event)
        writer.field("label"); writer.value(label)
        writer.field("from"); writer.list(from) { writer.value(it) }
        writer.field("to"); writer.value(to)
        writer.field("requires"); writer.list(requires) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ScreenMove>("ScreenMove") {
        public fun serializer(): KSerializer<ScreenMove> = this

        override fun read(reader: WireReader): ScreenMove {
            var event: String? = null
            var label: String? = null
            var from: List<String>? = null
            var to: String? = null
            var requires: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("from")) from = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("to")) to = reader.orNull { reader.text() }
                else if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ScreenMove(
                event ?: throw reader.missing("event"),
                label ?: throw reader.missing("label"),
                from ?: throw reader.missing("from"),
                to ?: throw reader.missing("to"),
                requires ?: throw reader.missing("requires"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A document that is made of records. */
@Serializable(with = ScreenDocument.Companion::class)
public data class ScreenDocument @JvmOverloads constructor(
    /** The document. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** Whether it is of a list of them, and not of one. */
    public val list: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        writer.field("list"); writer.value(list)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ScreenDocument>("ScreenDocument") {
        public fun serializer(): KSerializer<ScreenDocument> = this

        override fun read(reader: WireReader): ScreenDocument {
            var name: String? = null
            var label: String? = null
            var list: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("list")) list = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ScreenDocument(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                list ?: throw reader.missing("list"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What are the settings of a tenant, and what becomes of them by a change? */
@Serializable(with = PackSettingsRequest.Companion::class)
public data class PackSettingsRequest(
    /** What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one. */
    public val operator: Map<String, Json> = emptyMap(),
    /** What the tenant sets, as it is kept. */
    public val tenant: Map<String, Json> = emptyMap(),
    /** Settings with their values: `null` returns to what holds without it, what is absent stays. */
    public val change: Map<String, Json> = emptyMap(),
    /** Who changes them: the tenant, or the operator for all of them. */
    public val layer: SettingLayer = SettingLayer.TENANT,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (operator.isNotEmpty()) { writer.field("operator"); writer.map(operator) { writer.value(it) } }
        if (tenant.isNotEmpty()) { writer.field("tenant"); writer.map(tenant) { writer.value(it) } }
        if (change.isNotEmpty()) { writer.field("change"); writer.map(change) { writer.value(it) } }
        writer.field("layer"); layer.write(writer)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var operator: Map<String, Json>? = null
        private var tenant: Map<String, Json>? = null
        private var change: Map<String, Json>? = null
        private var layer: SettingLayer? = null

        /** See [PackSettingsRequest.operator]. */
        public fun operator(operator: Map<String, Json>): Builder = apply { this.operator = operator }

        /** See [PackSettingsRequest.tenant]. */
        public fun tenant(tenant: Map<String, Json>): Builder = apply { this.tenant = tenant }

        /** See [PackSettingsRequest.change]. */
        public fun change(change: Map<String, Json>): Builder = apply { this.change = change }

        /** See [PackSettingsRequest.layer]. */
        public fun layer(layer: SettingLayer): Builder = apply { this.layer = layer }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PackSettingsRequest = PackSettingsRequest(
            operator ?: emptyMap(),
            tenant ?: emptyMap(),
            change ?: emptyMap(),
            layer ?: SettingLayer.TENANT,
        )
    }

    public companion object : Wire<PackSettingsRequest>("PackSettingsRequest") {
        public fun serializer(): KSerializer<PackSettingsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PackSettingsRequest {
            var operator: Map<String, Json>? = null
            var tenant: Map<String, Json>? = null
            var change: Map<String, Json>? = null
            var layer: SettingLayer? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("operator")) operator = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("tenant")) tenant = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("change")) change = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("layer")) layer = reader.orNull { SettingLayer.read(reader) }
                else throw reader.unknown()
            }
            return PackSettingsRequest(
                operator ?: emptyMap(),
                tenant ?: emptyMap(),
                change ?: emptyMap(),
                layer ?: SettingLayer.TENANT,
            )
        }
    }
}

/** Who says what a setting is; whoever comes later is stronger. */
@Serializable(with = SettingLayer.Companion::class)
public class SettingLayer private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<SettingLayer>("SettingLayer") {
        public fun serializer(): KSerializer<SettingLayer> = this

        /** The pack, by its default. */
        @JvmField public val PACK: SettingLayer = SettingLayer("pack")

        /** Who runs the installation, for all tenants of the pack. */
        @JvmField public val OPERATOR: SettingLayer = SettingLayer("operator")

        /** The tenant. */
        @JvmField public val TENANT: SettingLayer = SettingLayer("tenant")

        override val entries: List<SettingLayer> = listOf(
            PACK,
            OPERATOR,
            TENANT,
        )

        internal override fun unknown(wire: String): SettingLayer = SettingLayer(wire)
    }
}

/** The settings of a tenant after the change. */
@Serializable(with = PackSettings.Companion::class)
public data class PackSettings @JvmOverloads constructor(
    /** Every setting, in order of name. */
    public val settings: List<PackSetting>,
    /**
     * What is to be kept of the change: values in the form in which they are kept, secrets as they were given, `null` for what is no
     * longer set.
     */
    public val set: Map<String, Json>,
    /** What the layer sets otherwise than before; of a secret stars. */
    public val changes: List<RecordChange>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("settings"); writer.list(settings) { it.write(writer) }
        writer.field("set"); writer.map(set) { writer.value(it) }
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackSettings>("PackSettings") {
        public fun serializer(): KSerializer<PackSettings> = this

        override fun read(reader: WireReader): PackSettings {
            var settings: List<PackSetting>? = null
            var set: Map<String, Json>? = null
            var changes: List<RecordChange>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("settings")) settings = reader.orNull { reader.list { PackSetting.read(reader) } }
                else if (reader.isAt("set")) set = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackSettings(
                settings ?: throw reader.missing("settings"),
                set ?: throw reader.missing("set"),
                changes ?: throw reader.missing("changes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A setting: what it is, and by whose word. */
@Serializable(with = PackSetting.Companion::class)
public data class PackSetting(
    /** What it is called. */
    public val name: String,
    /** What it is; nothing when nobody says it, and of a secret stars. */
    public val value: Json? = null,
    /** Who says so. */
    public val whence: SettingLayer? = null,
    /** What each layer says, the strongest first. */
    public val layers: List<SettingSaid>,
    /** What a screen asks for it with. */
    public val form: FormField,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (value != null) { writer.field("value"); writer.value(value) }
        if (whence != null) { writer.field("whence"); whence.write(writer) }
        writer.field("layers"); writer.list(layers) { it.write(writer) }
        writer.field("form"); form.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackSetting>("PackSetting") {
        public fun serializer(): KSerializer<PackSetting> = this

        override fun read(reader: WireReader): PackSetting {
            var name: String? = null
            var value: Json? = null
            var whence: SettingLayer? = null
            var layers: List<SettingSaid>? = null
            var form: FormField? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else if (reader.isAt("whence")) whence = reader.orNull { SettingLayer.read(reader) }
                else if (reader.isAt("layers")) layers = reader.orNull { reader.list { SettingSaid.read(reader) } }
                else if (reader.isAt("form")) form = reader.orNull { FormField.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackSetting(
                name ?: throw reader.missing("name"),
                value,
                whence,
                layers ?: throw reader.missing("layers"),
                form ?: throw reader.missing("form"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a layer says of a setting. */
@Serializable(with = SettingSaid.Companion::class)
public data class SettingSaid(
    /** Which layer. */
    public val layer: SettingLayer,
    /** What it says. */
    public val value: Json,
    /** Why it does not count: the pack has come to take less since. */
    public val fault: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("layer"); layer.write(writer)
        writer.field("value"); writer.value(value)
        if (fault != null) { writer.field("fault"); writer.value(fault) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<SettingSaid>("SettingSaid") {
        public fun serializer(): KSerializer<SettingSaid> = this

        override fun read(reader: WireReader): SettingSaid {
            var layer: SettingLayer? = null
            var value: Json? = null
            var fault: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("layer")) layer = reader.orNull { SettingLayer.read(reader) }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else if (reader.isAt("fault")) fault = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SettingSaid(
                layer ?: throw reader.missing("layer"),
                value ?: throw reader.missing("value"),
                fault,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which views of a pack are there for somebody? */
@Serializable(with = PackViewsRequest.Companion::class)
public data class PackViewsRequest(
    /** Who looks. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackViewsRequest &&
        actor == other.actor &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(actor, now)

    public companion object : Wire<PackViewsRequest>("PackViewsRequest") {
        public fun serializer(): KSerializer<PackViewsRequest> = this

        override fun read(reader: WireReader): PackViewsRequest {
            var actor: AccessActor? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return PackViewsRequest(
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** A view as somebody may see it: what is hidden of them in all records is left out. */
@Serializable(with = PackView.Companion::class)
public data class PackView(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** How it is shown. */
    public val kind: PackViewKind,
    /** Of what. */
    public val entity: String,
    /** The columns of a list, what a card or an entry shows. */
    public val columns: List<PackViewColumn>,
    /** The field by whose values there are lanes. */
    public val group: String? = null,
    /** The field by which a record begins in a calendar. */
    public val from: String? = null,
    /** The field by which it ends there. */
    public val to: String? = null,
    /** The fields by whose values records are counted. */
    public val facets: List<String>,
    /** The fields that are summed. */
    public val sums: List<String>,
    /** The plot that shows it. */
    public val plot: ViewPlot? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        writer.field("kind"); kind.write(writer)
        writer.field("entity"); writer.value(entity)
        writer.field("columns"); writer.list(columns) { it.write(writer) }
        if (group != null) { writer.field("group"); writer.value(group) }
        if (from != null) { writer.field("from"); writer.value(from) }
        if (to != null) { writer.field("to"); writer.value(to) }
        writer.field("facets"); writer.list(facets) { writer.value(it) }
        writer.field("sums"); writer.list(sums) { writer.value(it) }
        if (plot != null) { writer.field("plot"); plot.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackView>("PackView") {
        public fun serializer(): KSerializer<PackView> = this

        override fun read(reader: WireReader): PackView {
            var name: String? = null
            var label: String? = null
            var kind: PackViewKind? = null
            var entity: String? = null
            var columns: List<PackViewColumn>? = null
            var group: String? = null
            var from: String? = null
            var to: String? = null
            var facets: List<String>? = null
            var sums: List<String>? = null
            var plot: ViewPlot? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PackViewKind.read(reader) }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { PackViewColumn.read(reader) } }
                else if (reader.isAt("group")) group = reader.orNull { reader.text() }
                else if (reader.isAt("from")) from = reader.orNull { reader.text() }
                else if (reader.isAt("to")) to = reader.orNull { reader.text() }
                else if (reader.isAt("facets")) facets = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("sums")) sums = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("plot")) plot = reader.orNull { ViewPlot.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackView(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                kind ?: throw reader.missing("kind"),
                entity ?: throw reader.missing("entity"),
                columns ?: throw reader.missing("columns"),
                group,
                from,
                to,
                facets ?: throw reader.missing("facets"),
                sums ?: throw reader.missing("sums"),
                plot,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A column of a view. */
@Serializable(with = PackViewColumn.Companion::class)
public data class PackViewColumn(
    /** The field. */
    public val name: String,
    /** What people read. */
    public val label: String,
    /** What it holds; nothing for what every record has. */
    public val kind: FieldKind? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("label"); writer.value(label)
        if (kind != null) { writer.field("kind"); kind.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackViewColumn>("PackViewColumn") {
        public fun serializer(): KSerializer<PackViewColumn> = this

        override fun read(reader: WireReader): PackViewColumn {
            var name: String? = null
            var label: String? = null
            var kind: FieldKind? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { FieldKind.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackViewColumn(
                name ?: throw reader.missing("name"),
                label ?: throw reader.missing("label"),
                kind,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is in a view, for somebody? */
@Serializable(with = PackViewRequest.Companion::class)
public data class PackViewRequest(
    /** The view. */
    public val view: String,
    /** Who looks. */
    public val actor: AccessActor,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** Filters besides those of the view, as the address of a list has them. */
    public val filter: Map<String, String> = emptyMap(),
    /** A condition besides. */
    public val where: String? = null,
    /** A part of any searched field. */
    public val q: String? = null,
    /** Another order than the view's. */
    public val sort: List<String> = emptyList(),
    /** The links whose records are wanted too. */
    public val expand: List<String> = emptyList(),
    /** How many at most on a page, or in a lane; 20 when not given. */
    public val limit: Int? = null,
    /** What the page follows on, as `next` had it. */
    public val after: List<Json> = emptyList(),
    /** The one lane of a board that is wanted, by its value; an empty text is the one of those without any. */
    public val lane: String? = null,
    /** The first day of a calendar, or of a plot along days. */
    public val first: LocalDate? = null,
    /** The last day, included. */
    public val last: LocalDate? = null,
    /** Whether it is to be told how many there are. */
    public val total: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("view"); writer.value(view)
        writer.field("actor"); actor.write(writer)
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (filter.isNotEmpty()) { writer.field("filter"); writer.map(filter) { writer.value(it) } }
        if (where != null) { writer.field("where"); writer.value(where) }
        if (q != null) { writer.field("q"); writer.value(q) }
        if (sort.isNotEmpty()) { writer.field("sort"); writer.list(sort) { writer.value(it) } }
        if (expand.isNotEmpty()) { writer.field("expand"); writer.list(expand) { writer.value(it) } }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        if (after.isNotEmpty()) { writer.field("after"); writer.list(after) { writer.value(it) } }
        if (lane != null) { writer.field("lane"); writer.value(lane) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (total) { writer.field("total"); writer.value(total) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackViewRequest &&
        view == other.view &&
        actor == other.actor &&
        alike(now, other.now) &&
        zone == other.zone &&
        filter == other.filter &&
        where == other.where &&
        q == other.q &&
        sort == other.sort &&
        expand == other.expand &&
        limit == other.limit &&
        after == other.after &&
        lane == other.lane &&
        first == other.first &&
        last == other.last &&
        total == other.total

    override fun hashCode(): Int = hashed(view, actor, now, zone, filter, where, q, sort, expand, limit, after, lane, first, last, total)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var view: String? = null
        private var actor: AccessActor? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var filter: Map<String, String>? = null
        private var where: String? = null
        private var q: String? = null
        private var sort: List<String>? = null
        private var expand: List<String>? = null
        private var limit: Int? = null
        private var after: List<Json>? = null
        private var lane: String? = null
        private var first: LocalDate? = null
        private var last: LocalDate? = null
        private var total: Boolean? = null

        /** See [PackViewRequest.view]. */
        public fun view(view: String): Builder = apply { this.view = view }

        /** See [PackViewRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [PackViewRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [PackViewRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [PackViewRequest.filter]. */
        public fun filter(filter: Map<String, String>): Builder = apply { this.filter = filter }

        /** See [PackViewRequest.where]. */
        public fun where(where: String?): Builder = apply { this.where = where }

        /** See [PackViewRequest.q]. */
        public fun q(q: String?): Builder = apply { this.q = q }

        /** See [PackViewRequest.sort]. */
        public fun sort(sort: List<String>): Builder = apply { this.sort = sort }

        /** See [PackViewRequest.expand]. */
        public fun expand(expand: List<String>): Builder = apply { this.expand = expand }

        /** See [PackViewRequest.limit]. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /** See [PackViewRequest.after]. */
        public fun after(after: List<Json>): Builder = apply { this.after = after }

        /** See [PackViewRequest.lane]. */
        public fun lane(lane: String?): Builder = apply { this.lane = lane }

        /** See [PackViewRequest.first]. */
        public fun first(first: LocalDate?): Builder = apply { this.first = first }

        /** See [PackViewRequest.last]. */
        public fun last(last: LocalDate?): Builder = apply { this.last = last }

        /** See [PackViewRequest.total]. */
        public fun total(total: Boolean): Builder = apply { this.total = total }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PackViewRequest = PackViewRequest(
            checkNotNull(view) { "`view` of PackViewRequest is not set" },
            checkNotNull(actor) { "`actor` of PackViewRequest is not set" },
            checkNotNull(now) { "`now` of PackViewRequest is not set" },
            zone,
            filter ?: emptyMap(),
            where,
            q,
            sort ?: emptyList(),
            expand ?: emptyList(),
            limit,
            after ?: emptyList(),
            lane,
            first,
            last,
            total ?: false,
        )
    }

    public companion object : Wire<PackViewRequest>("PackViewRequest") {
        public fun serializer(): KSerializer<PackViewRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PackViewRequest {
            var view: String? = null
            var actor: AccessActor? = null
            var now: Instant? = null
            var zone: String? = null
            var filter: Map<String, String>? = null
            var where: String? = null
            var q: String? = null
            var sort: List<String>? = null
            var expand: List<String>? = null
            var limit: Int? = null
            var after: List<Json>? = null
            var lane: String? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var total: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("view")) view = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("filter")) filter = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("where")) where = reader.orNull { reader.text() }
                else if (reader.isAt("q")) q = reader.orNull { reader.text() }
                else if (reader.isAt("sort")) sort = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("expand")) expand = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else if (reader.isAt("after")) after = reader.orNull { reader.list { reader.json() } }
                else if (reader.isAt("lane")) lane = reader.orNull { reader.text() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("total")) total = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return PackViewRequest(
                view ?: throw reader.missing("view"),
                actor ?: throw reader.missing("actor"),
                now ?: throw reader.missing("now"),
                zone,
                filter ?: emptyMap(),
                where,
                q,
                sort ?: emptyList(),
                expand ?: emptyList(),
                limit,
                after ?: emptyList(),
                lane,
                first,
                last,
                total ?: false,
            )
        }
    }
}

/** What a view asks of its entity's table, with every right of the actor in it. Who carries it out adds the tenant and nothing else. */
@Serializable(with = PlannedView.Companion::class)
public data class PlannedView(
    /** The view as the actor may see it. */
    public val view: PackView,
    /** Its records and its figures; of a board, how many records each lane has. */
    public val plan: PlannedQuery,
    /** The lanes that a board has in any case; a lane of any other value is asked for by itself. */
    public val lanes: List<PlannedLane>,
    /** The first of the days that are looked at. */
    public val first: LocalDate? = null,
    /** The last of them. */
    public val last: LocalDate? = null,
    /** The figures of its plot. */
    public val series: PlannedSeries? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("view"); view.write(writer)
        writer.field("plan"); plan.write(writer)
        writer.field("lanes"); writer.list(lanes) { it.write(writer) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (series != null) { writer.field("series"); series.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlannedView>("PlannedView") {
        public fun serializer(): KSerializer<PlannedView> = this

        override fun read(reader: WireReader): PlannedView {
            var view: PackView? = null
            var plan: PlannedQuery? = null
            var lanes: List<PlannedLane>? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var series: PlannedSeries? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("view")) view = reader.orNull { PackView.read(reader) }
                else if (reader.isAt("plan")) plan = reader.orNull { PlannedQuery.read(reader) }
                else if (reader.isAt("lanes")) lanes = reader.orNull { reader.list { PlannedLane.read(reader) } }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("series")) series = reader.orNull { PlannedSeries.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedView(
                view ?: throw reader.missing("view"),
                plan ?: throw reader.missing("plan"),
                lanes ?: throw reader.missing("lanes"),
                first,
                last,
                series,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A lane of a board. */
@Serializable(with = PlannedLane.Companion::class)
public data class PlannedLane @JvmOverloads constructor(
    /** The value of its records. */
    public val value: Json,
    /** Its records. */
    public val plan: PlannedQuery,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("value"); writer.value(value)
        writer.field("plan"); plan.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlannedLane>("PlannedLane") {
        public fun serializer(): KSerializer<PlannedLane> = this

        override fun read(reader: WireReader): PlannedLane {
            var value: Json? = null
            var plan: PlannedQuery? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else if (reader.isAt("plan")) plan = reader.orNull { PlannedQuery.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedLane(
                value ?: throw reader.missing("value"),
                plan ?: throw reader.missing("plan"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The figures along the axis of a plot. */
@Serializable(with = PlannedSeries.Companion::class)
public data class PlannedSeries(
    /** The column along the axis. */
    public val column: Int,
    /** The field that is summed; records are counted in any case. */
    public val of: String? = null,
    /** The stretches of an axis of time; nothing where it is one of values. */
    public val stretches: List<PlannedStretch>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("column"); writer.value(column)
        if (of != null) { writer.field("of"); writer.value(of) }
        if (stretches != null) { writer.field("stretches"); writer.list(stretches) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlannedSeries>("PlannedSeries") {
        public fun serializer(): KSerializer<PlannedSeries> = this

        override fun read(reader: WireReader): PlannedSeries {
            var column: Int? = null
            var of: String? = null
            var stretches: List<PlannedStretch>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("column")) column = reader.orNull { reader.whole() }
                else if (reader.isAt("of")) of = reader.orNull { reader.text() }
                else if (reader.isAt("stretches")) stretches = reader.orNull { reader.list { PlannedStretch.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedSeries(
                column ?: throw reader.missing("column"),
                of,
                stretches,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A stretch of an axis of time. */
@Serializable(with = PlannedStretch.Companion::class)
public data class PlannedStretch @JvmOverloads constructor(
    /** When it begins: a day or a moment. */
    public val start: Json,
    /** When the next one begins. */
    public val end: Json,
    /** What the column has at least, as text. */
    public val first: String,
    /** What it stays below. */
    public val past: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("end"); writer.value(end)
        writer.field("first"); writer.value(first)
        writer.field("past"); writer.value(past)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PlannedStretch>("PlannedStretch") {
        public fun serializer(): KSerializer<PlannedStretch> = this

        override fun read(reader: WireReader): PlannedStretch {
            var start: Json? = null
            var end: Json? = null
            var first: String? = null
            var past: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.json() }
                else if (reader.isAt("end")) end = reader.orNull { reader.json() }
                else if (reader.isAt("first")) first = reader.orNull { reader.text() }
                else if (reader.isAt("past")) past = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedStretch(
                start ?: throw reader.missing("start"),
                end ?: throw reader.missing("end"),
                first ?: throw reader.missing("first"),
                past ?: throw reader.missing("past"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Two images of a record. */
@Serializable(with = RecordDiffRequest.Companion::class)
public data class RecordDiffRequest(
    /** Of what. */
    public val entity: String,
    /** The record before; none for a new one. */
    public val before: Map<String, Json>? = null,
    /** The record after; none for one that is gone. */
    public val after: Map<String, Json>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        if (before != null) { writer.field("before"); writer.map(before) { writer.value(it) } }
        if (after != null) { writer.field("after"); writer.map(after) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var before: Map<String, Json>? = null
        private var after: Map<String, Json>? = null

        /** See [RecordDiffRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordDiffRequest.before]. */
        public fun before(before: Map<String, Json>?): Builder = apply { this.before = before }

        /** See [RecordDiffRequest.after]. */
        public fun after(after: Map<String, Json>?): Builder = apply { this.after = after }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordDiffRequest = RecordDiffRequest(
            checkNotNull(entity) { "`entity` of RecordDiffRequest is not set" },
            before,
            after,
        )
    }

    public companion object : Wire<RecordDiffRequest>("RecordDiffRequest") {
        public fun serializer(): KSerializer<RecordDiffRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordDiffRequest {
            var entity: String? = null
            var before: Map<String, Json>? = null
            var after: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("after")) after = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return RecordDiffRequest(
                entity ?: throw reader.missing("entity"),
                before,
                after,
            )
        }
    }
}

/** Something has happened to a record: what do the rules of its pack do? */
@Serializable(with = RecordAutomationRequest.Companion::class)
public data class RecordAutomationRequest(
    /** What the occasion is known by, so that it is acted on once. */
    public val id: String,
    /** Of what. */
    public val entity: String,
    /** The record as it is, with nothing hidden. */
    public val record: Map<String, Json>,
    /** What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it. */
    public val triggers: List<AutomationTrigger>,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** By whom it happened. */
    public val actor: String? = null,
    /** The action of a rule by which it happened: rules that wait for that have run. */
    public val followed: AutomationTrigger? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("entity"); writer.value(entity)
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("triggers"); writer.list(triggers) { it.write(writer) }
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (actor != null) { writer.field("actor"); writer.value(actor) }
        if (followed != null) { writer.field("followed"); followed.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordAutomationRequest &&
        id == other.id &&
        entity == other.entity &&
        record == other.record &&
        triggers == other.triggers &&
        alike(now, other.now) &&
        zone == other.zone &&
        actor == other.actor &&
        followed == other.followed

    override fun hashCode(): Int = hashed(id, entity, record, triggers, now, zone, actor, followed)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var entity: String? = null
        private var record: Map<String, Json>? = null
        private var triggers: List<AutomationTrigger>? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var actor: String? = null
        private var followed: AutomationTrigger? = null

        /** See [RecordAutomationRequest.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [RecordAutomationRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordAutomationRequest.record]. */
        public fun record(record: Map<String, Json>): Builder = apply { this.record = record }

        /** See [RecordAutomationRequest.triggers]. */
        public fun triggers(triggers: List<AutomationTrigger>): Builder = apply { this.triggers = triggers }

        /** See [RecordAutomationRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordAutomationRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordAutomationRequest.actor]. */
        public fun actor(actor: String?): Builder = apply { this.actor = actor }

        /** See [RecordAutomationRequest.followed]. */
        public fun followed(followed: AutomationTrigger?): Builder = apply { this.followed = followed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordAutomationRequest = RecordAutomationRequest(
            checkNotNull(id) { "`id` of RecordAutomationRequest is not set" },
            checkNotNull(entity) { "`entity` of RecordAutomationRequest is not set" },
            checkNotNull(record) { "`record` of RecordAutomationRequest is not set" },
            checkNotNull(triggers) { "`triggers` of RecordAutomationRequest is not set" },
            checkNotNull(now) { "`now` of RecordAutomationRequest is not set" },
            zone,
            actor,
            followed,
        )
    }

    public companion object : Wire<RecordAutomationRequest>("RecordAutomationRequest") {
        public fun serializer(): KSerializer<RecordAutomationRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordAutomationRequest {
            var id: String? = null
            var entity: String? = null
            var record: Map<String, Json>? = null
            var triggers: List<AutomationTrigger>? = null
            var now: Instant? = null
            var zone: String? = null
            var actor: String? = null
            var followed: AutomationTrigger? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("triggers")) triggers = reader.orNull { reader.list { AutomationTrigger.read(reader) } }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { reader.text() }
                else if (reader.isAt("followed")) followed = reader.orNull { AutomationTrigger.read(reader) }
                else throw reader.unknown()
            }
            return RecordAutomationRequest(
                id ?: throw reader.missing("id"),
                entity ?: throw reader.missing("entity"),
                record ?: throw reader.missing("record"),
                triggers ?: throw reader.missing("triggers"),
                now ?: throw reader.missing("now"),
                zone,
                actor,
                followed,
            )
        }
    }
}

/** What is to be sent about a record by now, and what comes next? */
@Serializable(with = RecordContactsRequest.Companion::class)
public data class RecordContactsRequest(
    /** Of what. */
    public val entity: String,
    /** The record as it is, with nothing hidden. */
    public val record: Map<String, Json>,
    /** The present moment. */
    public val now: Instant,
    /** The zone by whose clock days begin; UTC when not given. */
    public val zone: String? = null,
    /** The keys of what was sent about it. */
    public val sent: List<String> = emptyList(),
    /** The purposes to which everybody whom the record is about has agreed. */
    public val agreed: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("record"); writer.map(record) { writer.value(it) }
        writer.field("now"); writer.value(now)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (sent.isNotEmpty()) { writer.field("sent"); writer.list(sent) { writer.value(it) } }
        if (agreed.isNotEmpty()) { writer.field("agreed"); writer.list(agreed) { writer.value(it) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordContactsRequest &&
        entity == other.entity &&
        record == other.record &&
        alike(now, other.now) &&
        zone == other.zone &&
        sent == other.sent &&
        agreed == other.agreed

    override fun hashCode(): Int = hashed(entity, record, now, zone, sent, agreed)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var record: Map<String, Json>? = null
        private var now: Instant? = null
        private var zone: String? = null
        private var sent: List<String>? = null
        private var agreed: List<String>? = null

        /** See [RecordContactsRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordContactsRequest.record]. */
        public fun record(record: Map<String, Json>): Builder = apply { this.record = record }

        /** See [RecordContactsRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [RecordContactsRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RecordContactsRequest.sent]. */
        public fun sent(sent: List<String>): Builder = apply { this.sent = sent }

        /** See [RecordContactsRequest.agreed]. */
        public fun agreed(agreed: List<String>): Builder = apply { this.agreed = agreed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordContactsRequest = RecordContactsRequest(
            checkNotNull(entity) { "`entity` of RecordContactsRequest is not set" },
            checkNotNull(record) { "`record` of RecordContactsRequest is not set" },
            checkNotNull(now) { "`now` of RecordContactsRequest is not set" },
            zone,
            sent ?: emptyList(),
            agreed ?: emptyList(),
        )
    }

    public companion object : Wire<RecordContactsRequest>("RecordContactsRequest") {
        public fun serializer(): KSerializer<RecordContactsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordContactsRequest {
            var entity: String? = null
            var record: Map<String, Json>? = null
            var now: Instant? = null
            var zone: String? = null
            var sent: List<String>? = null
            var agreed: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("sent")) sent = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("agreed")) agreed = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordContactsRequest(
                entity ?: throw reader.missing("entity"),
                record ?: throw reader.missing("record"),
                now ?: throw reader.missing("now"),
                zone,
                sent ?: emptyList(),
                agreed ?: emptyList(),
            )
        }
    }
}

/** What is to be sent about a record, in order of time. */
@Serializable(with = RecordContacts.Companion::class)
public data class RecordContacts(
    /** What is to be sent now. */
    public val send: List<RecordContact>,
    /** What is due and waits for the end of quiet hours. */
    public val delayed: List<RecordContact>,
    /** What is due and is not sent. */
    public val suppressed: List<RecordContact>,
    /** What comes, as far as nothing stands against it by now. */
    public val upcoming: List<RecordContact>,
    /** The next moment at which something may have to be sent. */
    public val nextAt: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("send"); writer.list(send) { it.write(writer) }
        writer.field("delayed"); writer.list(delayed) { it.write(writer) }
        writer.field("suppressed"); writer.list(suppressed) { it.write(writer) }
        writer.field("upcoming"); writer.list(upcoming) { it.write(writer) }
        if (nextAt != null) { writer.field("next_at"); writer.value(nextAt) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordContacts &&
        send == other.send &&
        delayed == other.delayed &&
        suppressed == other.suppressed &&
        upcoming == other.upcoming &&
        alike(nextAt, other.nextAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(send, delayed, suppressed, upcoming, nextAt, unknownFields)

    public companion object : Wire<RecordContacts>("RecordContacts") {
        public fun serializer(): KSerializer<RecordContacts> = this

        override fun read(reader: WireReader): RecordContacts {
            var send: List<RecordContact>? = null
            var delayed: List<RecordContact>? = null
            var suppressed: List<RecordContact>? = null
            var upcoming: List<RecordContact>? = null
            var nextAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("send")) send = reader.orNull { reader.list { RecordContact.read(reader) } }
                else if (reader.isAt("delayed")) delayed = reader.orNull { reader.list { RecordContact.read(reader) } }
                else if (reader.isAt("suppressed")) suppressed = reader.orNull { reader.list { RecordContact.read(reader) } }
                else if (reader.isAt("upcoming")) upcoming = reader.orNull { reader.list { RecordContact.read(reader) } }
                else if (reader.isAt("next_at")) nextAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RecordContacts(
                send ?: throw reader.missing("send"),
                delayed ?: throw reader.missing("delayed"),
                suppressed ?: throw reader.missing("suppressed"),
                upcoming ?: throw reader.missing("upcoming"),
                nextAt,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A letter that goes out once about a record. */
@Serializable(with = RecordContact.Companion::class)
public data class RecordContact(
    /** Plan, contact and occurrence: the same however often it is asked for. */
    public val key: String,
    /** Of which plan. */
    public val plan: String,
    /** Which contact. */
    public val contact: String,
    /** On which way. */
    public val channel: String,
    /** Which letter. */
    public val letter: String,
    /** When it was to go out by its date alone. */
    public val dueAt: Instant,
    /** When it goes out; never when it is suppressed. */
    public val goesAt: Instant? = null,
    /** Why it is suppressed. */
    public val why: ContactSuppressedWhy? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.field("plan"); writer.value(plan)
        writer.field("contact"); writer.value(contact)
        writer.field("channel"); writer.value(channel)
        writer.field("letter"); writer.value(letter)
        writer.field("due_at"); writer.value(dueAt)
        if (goesAt != null) { writer.field("goes_at"); writer.value(goesAt) }
        if (why != null) { writer.field("why"); why.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RecordContact &&
        key == other.key &&
        plan == other.plan &&
        contact == other.contact &&
        channel == other.channel &&
        letter == other.letter &&
        alike(dueAt, other.dueAt) &&
        alike(goesAt, other.goesAt) &&
        why == other.why &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(key, plan, contact, channel, letter, dueAt, goesAt, why, unknownFields)

    public companion object : Wire<RecordContact>("RecordContact") {
        public fun serializer(): KSerializer<RecordContact> = this

        override fun read(reader: WireReader): RecordContact {
            var key: String? = null
            var plan: String? = null
            var contact: String? = null
            var channel: String? = null
            var letter: String? = null
            var dueAt: Instant? = null
            var goesAt: Instant? = null
            var why: ContactSuppressedWhy? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("plan")) plan = reader.orNull { reader.text() }
                else if (reader.isAt("contact")) contact = reader.orNull { reader.text() }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("letter")) letter = reader.orNull { reader.text() }
                else if (reader.isAt("due_at")) dueAt = reader.orNull { reader.instant() }
                else if (reader.isAt("goes_at")) goesAt = reader.orNull { reader.instant() }
                else if (reader.isAt("why")) why = reader.orNull { ContactSuppressedWhy.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RecordContact(
                key ?: throw reader.missing("key"),
                plan ?: throw reader.missing("plan"),
                contact ?: throw reader.missing("contact"),
                channel ?: throw reader.missing("channel"),
                letter ?: throw reader.missing("letter"),
                dueAt ?: throw reader.missing("due_at"),
                goesAt,
                why,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What happened to a record, for somebody who looks at it now. */
@Serializable(with = RecordHistoryRequest.Companion::class)
public data class RecordHistoryRequest(
    /** Of what. */
    public val entity: String,
    /** Who looks at it. */
    public val actor: AccessActor,
    /** The record as it is now, by which rights are told that not every record gives; without it nobody has those. */
    public val record: Map<String, Json>? = null,
    /** What happened, in order. */
    public val entries: List<HistoryEntry>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        if (record != null) { writer.field("record"); writer.map(record) { writer.value(it) } }
        writer.field("entries"); writer.list(entries) { it.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var record: Map<String, Json>? = null
        private var entries: List<HistoryEntry>? = null

        /** See [RecordHistoryRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordHistoryRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordHistoryRequest.record]. */
        public fun record(record: Map<String, Json>?): Builder = apply { this.record = record }

        /** See [RecordHistoryRequest.entries]. */
        public fun entries(entries: List<HistoryEntry>): Builder = apply { this.entries = entries }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordHistoryRequest = RecordHistoryRequest(
            checkNotNull(entity) { "`entity` of RecordHistoryRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordHistoryRequest is not set" },
            record,
            checkNotNull(entries) { "`entries` of RecordHistoryRequest is not set" },
        )
    }

    public companion object : Wire<RecordHistoryRequest>("RecordHistoryRequest") {
        public fun serializer(): KSerializer<RecordHistoryRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordHistoryRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var record: Map<String, Json>? = null
            var entries: List<HistoryEntry>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("record")) record = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("entries")) entries = reader.orNull { reader.list { HistoryEntry.read(reader) } }
                else throw reader.unknown()
            }
            return RecordHistoryRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                record,
                entries ?: throw reader.missing("entries"),
            )
        }
    }
}

/** Something that happened to a record. */
@Serializable(with = HistoryEntry.Companion::class)
public data class HistoryEntry(
    /** When. */
    public val at: Instant,
    /** Who did it. */
    public val actor: String? = null,
    /** In whose place, where they had taken somebody's. */
    public val onBehalfOf: String? = null,
    /** What, such as `customer:updated`. */
    public val action: String,
    /** What changed by it. */
    public val changes: List<RecordChange>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at"); writer.value(at)
        if (actor != null) { writer.field("actor"); writer.value(actor) }
        if (onBehalfOf != null) { writer.field("on_behalf_of"); writer.value(onBehalfOf) }
        writer.field("action"); writer.value(action)
        if (changes != null) { writer.field("changes"); writer.list(changes) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is HistoryEntry &&
        alike(at, other.at) &&
        actor == other.actor &&
        onBehalfOf == other.onBehalfOf &&
        action == other.action &&
        changes == other.changes &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(at, actor, onBehalfOf, action, changes, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var at: Instant? = null
        private var actor: String? = null
        private var onBehalfOf: String? = null
        private var action: String? = null
        private var changes: List<RecordChange>? = null

        /** See [HistoryEntry.at]. */
        public fun at(at: Instant): Builder = apply { this.at = at }

        /** See [HistoryEntry.actor]. */
        public fun actor(actor: String?): Builder = apply { this.actor = actor }

        /** See [HistoryEntry.onBehalfOf]. */
        public fun onBehalfOf(onBehalfOf: String?): Builder = apply { this.onBehalfOf = onBehalfOf }

        /** See [HistoryEntry.action]. */
        public fun action(action: String): Builder = apply { this.action = action }

        /** See [HistoryEntry.changes]. */
        public fun changes(changes: List<RecordChange>?): Builder = apply { this.changes = changes }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): HistoryEntry = HistoryEntry(
            checkNotNull(at) { "`at` of HistoryEntry is not set" },
            actor,
            onBehalfOf,
            checkNotNull(action) { "`action` of HistoryEntry is not set" },
            changes,
        )
    }

    public companion object : Wire<HistoryEntry>("HistoryEntry") {
        public fun serializer(): KSerializer<HistoryEntry> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): HistoryEntry {
            var at: Instant? = null
            var actor: String? = null
            var onBehalfOf: String? = null
            var action: String? = null
            var changes: List<RecordChange>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("actor")) actor = reader.orNull { reader.text() }
                else if (reader.isAt("on_behalf_of")) onBehalfOf = reader.orNull { reader.text() }
                else if (reader.isAt("action")) action = reader.orNull { reader.text() }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { RecordChange.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return HistoryEntry(
                at ?: throw reader.missing("at"),
                actor,
                onBehalfOf,
                action ?: throw reader.missing("action"),
                changes,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What does somebody learn of a change to a record? */
@Serializable(with = RecordNoticeRequest.Companion::class)
public data class RecordNoticeRequest(
    /** Of what. */
    public val entity: String,
    /** Who listens, with what they may now. */
    public val actor: AccessActor,
    /** The record as it was before, as far as rights depend on it; none where there was none, or it was deleted. */
    public val before: Map<String, Json>? = null,
    /** The same as it was afterwards. Without either, only what may be read of every record is told. */
    public val after: Map<String, Json>? = null,
    /** The fields that changed. */
    public val fields: List<String>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("actor"); actor.write(writer)
        if (before != null) { writer.field("before"); writer.map(before) { writer.value(it) } }
        if (after != null) { writer.field("after"); writer.map(after) { writer.value(it) } }
        if (fields != null) { writer.field("fields"); writer.list(fields) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null
        private var actor: AccessActor? = null
        private var before: Map<String, Json>? = null
        private var after: Map<String, Json>? = null
        private var fields: List<String>? = null

        /** See [RecordNoticeRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [RecordNoticeRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [RecordNoticeRequest.before]. */
        public fun before(before: Map<String, Json>?): Builder = apply { this.before = before }

        /** See [RecordNoticeRequest.after]. */
        public fun after(after: Map<String, Json>?): Builder = apply { this.after = after }

        /** See [RecordNoticeRequest.fields]. */
        public fun fields(fields: List<String>?): Builder = apply { this.fields = fields }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RecordNoticeRequest = RecordNoticeRequest(
            checkNotNull(entity) { "`entity` of RecordNoticeRequest is not set" },
            checkNotNull(actor) { "`actor` of RecordNoticeRequest is not set" },
            before,
            after,
            fields,
        )
    }

    public companion object : Wire<RecordNoticeRequest>("RecordNoticeRequest") {
        public fun serializer(): KSerializer<RecordNoticeRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RecordNoticeRequest {
            var entity: String? = null
            var actor: AccessActor? = null
            var before: Map<String, Json>? = null
            var after: Map<String, Json>? = null
            var fields: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("before")) before = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("after")) after = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordNoticeRequest(
                entity ?: throw reader.missing("entity"),
                actor ?: throw reader.missing("actor"),
                before,
                after,
                fields,
            )
        }
    }
}

/** What somebody learns of a change to a record. */
@Serializable(with = RecordNotice.Companion::class)
public data class RecordNotice @JvmOverloads constructor(
    /** As what it is told. */
    public val told: NoticeKind,
    /** The fields of which they may know that they changed. */
    public val fields: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("told"); told.write(writer)
        writer.field("fields"); writer.list(fields) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RecordNotice>("RecordNotice") {
        public fun serializer(): KSerializer<RecordNotice> = this

        override fun read(reader: WireReader): RecordNotice {
            var told: NoticeKind? = null
            var fields: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("told")) told = reader.orNull { NoticeKind.read(reader) }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RecordNotice(
                told ?: throw reader.missing("told"),
                fields ?: throw reader.missing("fields"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** As what a change is told. */
@Serializable(with = NoticeKind.Companion::class)
public class NoticeKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<NoticeKind>("NoticeKind") {
        public fun serializer(): KSerializer<NoticeKind> = this

        /** It is told as what it is. */
        @JvmField public val CHANGED: NoticeKind = NoticeKind("changed")

        /** A record has come into sight that was there before; what happened to it is not told. */
        @JvmField public val NEW: NoticeKind = NoticeKind("new")

        /** The record has gone out of sight; whether it is still there is not told. */
        @JvmField public val GONE: NoticeKind = NoticeKind("gone")

        /** Nothing is told. */
        @JvmField public val NOTHING: NoticeKind = NoticeKind("nothing")

        override val entries: List<NoticeKind> = listOf(
            CHANGED,
            NEW,
            GONE,
            NOTHING,
        )

        internal override fun unknown(wire: String): NoticeKind = NoticeKind(wire)
    }
}

/** What the tables of a pack are. */
@Serializable(with = SchemaRequest.Companion::class)
public data class SchemaRequest(
    /** The entity whose tables are wanted; those of all when not given. */
    public val entity: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null

        /** See [SchemaRequest.entity]. */
        public fun entity(entity: String?): Builder = apply { this.entity = entity }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SchemaRequest = SchemaRequest(
            entity,
        )
    }

    public companion object : Wire<SchemaRequest>("SchemaRequest") {
        public fun serializer(): KSerializer<SchemaRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SchemaRequest {
            var entity: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SchemaRequest(
                entity,
            )
        }
    }
}

/** The tables of a pack. */
@Serializable(with = PackSchema.Companion::class)
public data class PackSchema @JvmOverloads constructor(
    /** Whose. */
    public val pack: String,
    /** In which version. */
    public val version: Int,
    /** The tables: those of entities in their order, each followed by the tables beside it. */
    public val tables: List<TableModel>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("pack"); writer.value(pack)
        writer.field("version"); writer.value(version)
        writer.field("tables"); writer.list(tables) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PackSchema>("PackSchema") {
        public fun serializer(): KSerializer<PackSchema> = this

        override fun read(reader: WireReader): PackSchema {
            var pack: String? = null
            var version: Int? = null
            var tables: List<TableModel>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("pack")) pack = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("tables")) tables = reader.orNull { reader.list { TableModel.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PackSchema(
                pack ?: throw reader.missing("pack"),
                version ?: throw reader.missing("version"),
                tables ?: throw reader.missing("tables"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A table. Its name is `pack__entity`, or `pack__entity__field` for one that stands beside it. */
@Serializable(with = TableModel.Companion::class)
public data class TableModel(
    /** What it is called: at most 63 bytes. A longer name is cut, and ends with a hash of the whole. */
    public val name: String,
    /** What it holds. */
    public val holds: TableContent,
    /** Whose records, or beside whose it stands. */
    public val entity: String,
    /** The field whose values it holds, when it stands beside an entity's table. */
    public val field: String? = null,
    /** Whether its rows are a tenant's or the platform's. */
    public val scope: EntityScope,
    /** Whether the engine makes it itself: it is compared, and never changed. */
    public val native: Boolean,
    /** Its columns, the tenant's first. */
    public val columns: List<ColumnModel>,
    /** The columns of its primary key. */
    public val key: List<String>,
    /** What no two rows have in common. */
    public val uniques: List<UniqueModel>,
    /** The rows of other tables that must be there. */
    public val foreignKeys: List<ForeignKeyModel>,
    /** What makes lists quick. */
    public val indexes: List<IndexModel>,
    /** By what it is cut into parts. */
    public val partition: PartitionModel? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("holds"); holds.write(writer)
        writer.field("entity"); writer.value(entity)
        if (field != null) { writer.field("field"); writer.value(field) }
        writer.field("scope"); scope.write(writer)
        writer.field("native"); writer.value(native)
        writer.field("columns"); writer.list(columns) { it.write(writer) }
        writer.field("key"); writer.list(key) { writer.value(it) }
        writer.field("uniques"); writer.list(uniques) { it.write(writer) }
        writer.field("foreign_keys"); writer.list(foreignKeys) { it.write(writer) }
        writer.field("indexes"); writer.list(indexes) { it.write(writer) }
        if (partition != null) { writer.field("partition"); partition.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<TableModel>("TableModel") {
        public fun serializer(): KSerializer<TableModel> = this

        override fun read(reader: WireReader): TableModel {
            var name: String? = null
            var holds: TableContent? = null
            var entity: String? = null
            var field: String? = null
            var scope: EntityScope? = null
            var native: Boolean? = null
            var columns: List<ColumnModel>? = null
            var key: List<String>? = null
            var uniques: List<UniqueModel>? = null
            var foreignKeys: List<ForeignKeyModel>? = null
            var indexes: List<IndexModel>? = null
            var partition: PartitionModel? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("holds")) holds = reader.orNull { TableContent.read(reader) }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("scope")) scope = reader.orNull { EntityScope.read(reader) }
                else if (reader.isAt("native")) native = reader.orNull { reader.flag() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { ColumnModel.read(reader) } }
                else if (reader.isAt("key")) key = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("uniques")) uniques = reader.orNull { reader.list { UniqueModel.read(reader) } }
                else if (reader.isAt("foreign_keys")) foreignKeys = reader.orNull { reader.list { ForeignKeyModel.read(reader) } }
                else if (reader.isAt("indexes")) indexes = reader.orNull { reader.list { IndexModel.read(reader) } }
                else if (reader.isAt("partition")) partition = reader.orNull { PartitionModel.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TableModel(
                name ?: throw reader.missing("name"),
                holds ?: throw reader.missing("holds"),
                entity ?: throw reader.missing("entity"),
                field,
                scope ?: throw reader.missing("scope"),
                native ?: throw reader.missing("native"),
                columns ?: throw reader.missing("columns"),
                key ?: throw reader.missing("key"),
                uniques ?: throw reader.missing("uniques"),
                foreignKeys ?: throw reader.missing("foreign_keys"),
                indexes ?: throw reader.missing("indexes"),
                partition,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a table holds. */
@Serializable(with = TableContent.Companion::class)
public class TableContent private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<TableContent>("TableContent") {
        public fun serializer(): KSerializer<TableContent> = this

        /** Records. */
        @JvmField public val RECORDS: TableContent = TableContent("records")

        /** Samples of something over time. */
        @JvmField public val SAMPLES: TableContent = TableContent("samples")

        /** The records that a field links to, in their order. */
        @JvmField public val LINKS: TableContent = TableContent("links")

        /** The texts of a field by language. */
        @JvmField public val TEXTS: TableContent = TableContent("texts")

        /** The tags of a field. */
        @JvmField public val TAGS: TableContent = TableContent("tags")

        /** The values of fields that tenants give its records. */
        @JvmField public val CUSTOM: TableContent = TableContent("custom")

        /** The values that no two records of the whole platform have: a reference table, keyed by value. */
        @JvmField public val VALUES: TableContent = TableContent("values")

        override val entries: List<TableContent> = listOf(
            RECORDS,
            SAMPLES,
            LINKS,
            TEXTS,
            TAGS,
            CUSTOM,
            VALUES,
        )

        internal override fun unknown(wire: String): TableContent = TableContent(wire)
    }
}

/** A column. */
@Serializable(with = ColumnModel.Companion::class)
public data class ColumnModel(
    /** What it is called. */
    public val name: String,
    /** How it keeps its values. */
    public val kind: ColumnKind,
    /** Whether every row has a value in it. */
    public val required: Boolean,
    /** Its field; none of what every record has. */
    public val field: String? = null,
    /** What of the field it holds. */
    public val part: ColumnPart,
    /** Its number in the plans of queries; none of what they do not name. */
    public val number: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("kind"); kind.write(writer)
        writer.field("required"); writer.value(required)
        if (field != null) { writer.field("field"); writer.value(field) }
        writer.field("part"); part.write(writer)
        if (number != null) { writer.field("number"); writer.value(number) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ColumnModel>("ColumnModel") {
        public fun serializer(): KSerializer<ColumnModel> = this

        override fun read(reader: WireReader): ColumnModel {
            var name: String? = null
            var kind: ColumnKind? = null
            var required: Boolean? = null
            var field: String? = null
            var part: ColumnPart? = null
            var number: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { ColumnKind.read(reader) }
                else if (reader.isAt("required")) required = reader.orNull { reader.flag() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("part")) part = reader.orNull { ColumnPart.read(reader) }
                else if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ColumnModel(
                name ?: throw reader.missing("name"),
                kind ?: throw reader.missing("kind"),
                required ?: throw reader.missing("required"),
                field,
                part ?: throw reader.missing("part"),
                number,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a column keeps its values. All but text, ids and bytes are whole numbers: exact, ordered, and the same in every database. */
@Serializable(with = ColumnKind.Companion::class)
public sealed interface ColumnKind : RatebookValue {
    /** An id: 16 bytes. */
    public data object Id : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("id")
        }
    }

    /** Text, compared byte by byte. */
    public data object Text : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("text")
        }
    }

    /** A whole number. */
    public data object Integer : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("integer")
        }
    }

    /** A decimal, as a whole number of its last digit; how many digits it has behind the point. */
    public data class Scaled(public val held: Int) : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("scaled"); writer.value(held)
            writer.close()
        }
    }

    /** True or false. */
    public data object Truth : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("truth")
        }
    }

    /** Days since 1970-01-01. */
    public data object Day : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("day")
        }
    }

    /** Seconds since midnight. */
    public data object Time : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("time")
        }
    }

    /** Microseconds since 1970. */
    public data object Instant : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("instant")
        }
    }

    /** Microseconds. */
    public data object Duration : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("duration")
        }
    }

    /** What is encrypted. */
    public data object Bytes : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("bytes")
        }
    }

    /** A whole that nobody looks into, as JSON. */
    public data object Json : ColumnKind {
        override fun write(writer: WireWriter) {
            writer.value("json")
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : ColumnKind {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<ColumnKind>("ColumnKind") {
        public fun serializer(): KSerializer<ColumnKind> = this

        override fun read(reader: WireReader): ColumnKind {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "id" -> Id
                    "text" -> Text
                    "integer" -> Integer
                    "truth" -> Truth
                    "day" -> Day
                    "time" -> Time
                    "instant" -> Instant
                    "duration" -> Duration
                    "bytes" -> Bytes
                    "json" -> Json
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("scaled")) Scaled(reader.whole())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What of a field a column holds. */
@Serializable(with = ColumnPart.Companion::class)
public class ColumnPart private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ColumnPart>("ColumnPart") {
        public fun serializer(): KSerializer<ColumnPart> = this

        /** Its value, or the amount of one. */
        @JvmField public val VALUE: ColumnPart = ColumnPart("value")

        /** The currency of an amount. */
        @JvmField public val CURRENCY: ColumnPart = ColumnPart("currency")

        /** The text in small letters, by which it is searched, sorted and compared; of texts by language that of the pack's first language. */
        @JvmField public val FOLDED: ColumnPart = ColumnPart("folded")

        /** Of texts by language, in small letters, the one that whoever asks is shown. */
        @JvmField public val SHOWN: ColumnPart = ColumnPart("shown")

        override val entries: List<ColumnPart> = listOf(
            VALUE,
            CURRENCY,
            FOLDED,
            SHOWN,
        )

        internal override fun unknown(wire: String): ColumnPart = ColumnPart(wire)
    }
}

/** What no two rows have in common. */
@Serializable(with = UniqueModel.Companion::class)
public data class UniqueModel @JvmOverloads constructor(
    /** What it is called. */
    public val name: String,
    /** The columns, the tenant's first. */
    public val columns: List<String>,
    /** Whether rows that were deleted softly do not count. */
    public val alive: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("columns"); writer.list(columns) { writer.value(it) }
        writer.field("alive"); writer.value(alive)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<UniqueModel>("UniqueModel") {
        public fun serializer(): KSerializer<UniqueModel> = this

        override fun read(reader: WireReader): UniqueModel {
            var name: String? = null
            var columns: List<String>? = null
            var alive: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("alive")) alive = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return UniqueModel(
                name ?: throw reader.missing("name"),
                columns ?: throw reader.missing("columns"),
                alive ?: throw reader.missing("alive"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Rows of another table that must be there. The engine deletes what hangs on a record itself, so that the database only refuses. */
@Serializable(with = ForeignKeyModel.Companion::class)
public data class ForeignKeyModel @JvmOverloads constructor(
    /** What it is called. */
    public val name: String,
    /** The columns, the tenant's first unless the other table is the platform's. */
    public val columns: List<String>,
    /** The other table. */
    public val table: String,
    /** Its columns. */
    public val target: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("columns"); writer.list(columns) { writer.value(it) }
        writer.field("table"); writer.value(table)
        writer.field("target"); writer.list(target) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ForeignKeyModel>("ForeignKeyModel") {
        public fun serializer(): KSerializer<ForeignKeyModel> = this

        override fun read(reader: WireReader): ForeignKeyModel {
            var name: String? = null
            var columns: List<String>? = null
            var table: String? = null
            var target: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("target")) target = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ForeignKeyModel(
                name ?: throw reader.missing("name"),
                columns ?: throw reader.missing("columns"),
                table ?: throw reader.missing("table"),
                target ?: throw reader.missing("target"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An index. */
@Serializable(with = IndexModel.Companion::class)
public data class IndexModel @JvmOverloads constructor(
    /** What it is called. */
    public val name: String,
    /** The columns, the tenant's first and what tells rows apart last: in this order pages follow on each other. */
    public val columns: List<IndexColumn>,
    /** Whether rows that were deleted softly are left out. */
    public val alive: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("columns"); writer.list(columns) { it.write(writer) }
        writer.field("alive"); writer.value(alive)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<IndexModel>("IndexModel") {
        public fun serializer(): KSerializer<IndexModel> = this

        override fun read(reader: WireReader): IndexModel {
            var name: String? = null
            var columns: List<IndexColumn>? = null
            var alive: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { IndexColumn.read(reader) } }
                else if (reader.isAt("alive")) alive = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return IndexModel(
                name ?: throw reader.missing("name"),
                columns ?: throw reader.missing("columns"),
                alive ?: throw reader.missing("alive"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A column of an index. What is missing comes first. */
@Serializable(with = IndexColumn.Companion::class)
public data class IndexColumn(
    /** Which. */
    public val name: String,
    /** Whether it goes down where the first goes up. */
    public val descending: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (descending) { writer.field("descending"); writer.value(descending) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<IndexColumn>("IndexColumn") {
        public fun serializer(): KSerializer<IndexColumn> = this

        override fun read(reader: WireReader): IndexColumn {
            var name: String? = null
            var descending: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("descending")) descending = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return IndexColumn(
                name ?: throw reader.missing("name"),
                descending ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** By what a table is cut into parts. */
@Serializable(with = PartitionModel.Companion::class)
public data class PartitionModel @JvmOverloads constructor(
    /** The column with the moment. */
    public val column: String,
    /** How much of time a part holds. */
    public val every: PartitionStep,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("column"); writer.value(column)
        writer.field("every"); every.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PartitionModel>("PartitionModel") {
        public fun serializer(): KSerializer<PartitionModel> = this

        override fun read(reader: WireReader): PartitionModel {
            var column: String? = null
            var every: PartitionStep? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("column")) column = reader.orNull { reader.text() }
                else if (reader.isAt("every")) every = reader.orNull { PartitionStep.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PartitionModel(
                column ?: throw reader.missing("column"),
                every ?: throw reader.missing("every"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How much of time a part of a table holds. */
@Serializable(with = PartitionStep.Companion::class)
public class PartitionStep private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PartitionStep>("PartitionStep") {
        public fun serializer(): KSerializer<PartitionStep> = this

        /** A month of UTC. */
        @JvmField public val MONTH: PartitionStep = PartitionStep("month")

        override val entries: List<PartitionStep> = listOf(
            MONTH,
        )

        internal override fun unknown(wire: String): PartitionStep = PartitionStep(wire)
    }
}

/** What has to be done so that the records of one version of a pack are those of another? */
@Serializable(with = MigrationRequest.Companion::class)
public data class MigrationRequest(
    /** The version whose tables are there; nothing when there are none yet. */
    public val before: PackDefinition? = null,
    /**
     * The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is
     * kept, out of sight.
     */
    public val accept: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (before != null) { writer.field("before"); before.write(writer) }
        if (accept.isNotEmpty()) { writer.field("accept"); writer.list(accept) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var before: PackDefinition? = null
        private var accept: List<String>? = null

        /** See [MigrationRequest.before]. */
        public fun before(before: PackDefinition?): Builder = apply { this.before = before }

        /** See [MigrationRequest.accept]. */
        public fun accept(accept: List<String>): Builder = apply { this.accept = accept }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MigrationRequest = MigrationRequest(
            before,
            accept ?: emptyList(),
        )
    }

    public companion object : Wire<MigrationRequest>("MigrationRequest") {
        public fun serializer(): KSerializer<MigrationRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MigrationRequest {
            var before: PackDefinition? = null
            var accept: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("before")) before = reader.orNull { PackDefinition.read(reader) }
                else if (reader.isAt("accept")) accept = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return MigrationRequest(
                before,
                accept ?: emptyList(),
            )
        }
    }
}

/** The way from one version of a pack to another. */
@Serializable(with = Migration.Companion::class)
public data class Migration(
    /** Whose. */
    public val pack: String,
    /** The version whose tables are there. */
    public val versionBefore: Int? = null,
    /** The version whose tables are wanted. */
    public val versionAfter: Int,
    /** What is to be done, in this order. */
    public val steps: List<MigrationStep>,
    /** What records no longer say afterwards. */
    public val losses: List<MigrationLoss>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("pack"); writer.value(pack)
        if (versionBefore != null) { writer.field("version_before"); writer.value(versionBefore) }
        writer.field("version_after"); writer.value(versionAfter)
        writer.field("steps"); writer.list(steps) { it.write(writer) }
        writer.field("losses"); writer.list(losses) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Migration>("Migration") {
        public fun serializer(): KSerializer<Migration> = this

        override fun read(reader: WireReader): Migration {
            var pack: String? = null
            var versionBefore: Int? = null
            var versionAfter: Int? = null
            var steps: List<MigrationStep>? = null
            var losses: List<MigrationLoss>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("pack")) pack = reader.orNull { reader.text() }
                else if (reader.isAt("version_before")) versionBefore = reader.orNull { reader.whole() }
                else if (reader.isAt("version_after")) versionAfter = reader.orNull { reader.whole() }
                else if (reader.isAt("steps")) steps = reader.orNull { reader.list { MigrationStep.read(reader) } }
                else if (reader.isAt("losses")) losses = reader.orNull { reader.list { MigrationLoss.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Migration(
                pack ?: throw reader.missing("pack"),
                versionBefore,
                versionAfter ?: throw reader.missing("version_after"),
                steps ?: throw reader.missing("steps"),
                losses ?: throw reader.missing("losses"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A step of a migration. */
@Serializable(with = MigrationStep.Companion::class)
public data class MigrationStep(
    /** Whether it can be done without anybody. */
    public val `class`: MigrationClass,
    /** What it does, for who reads it before it is done. */
    public val sentence: String,
    /** What it does, for who does it. */
    public val act: MigrationAct,
    /** The loss that it is of. */
    public val loss: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("class"); `class`.write(writer)
        writer.field("sentence"); writer.value(sentence)
        writer.field("act"); act.write(writer)
        if (loss != null) { writer.field("loss"); writer.value(loss) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MigrationStep>("MigrationStep") {
        public fun serializer(): KSerializer<MigrationStep> = this

        override fun read(reader: WireReader): MigrationStep {
            var `class`: MigrationClass? = null
            var sentence: String? = null
            var act: MigrationAct? = null
            var loss: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("class")) `class` = reader.orNull { MigrationClass.read(reader) }
                else if (reader.isAt("sentence")) sentence = reader.orNull { reader.text() }
                else if (reader.isAt("act")) act = reader.orNull { MigrationAct.read(reader) }
                else if (reader.isAt("loss")) loss = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MigrationStep(
                `class` ?: throw reader.missing("class"),
                sentence ?: throw reader.missing("sentence"),
                act ?: throw reader.missing("act"),
                loss,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Whether a step can be done without anybody. */
@Serializable(with = MigrationClass.Companion::class)
public class MigrationClass private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<MigrationClass>("MigrationClass") {
        public fun serializer(): KSerializer<MigrationClass> = this

        /** It can, whatever the records are. */
        @JvmField public val SAFE: MigrationClass = MigrationClass("safe")

        /** Records are to be filled or looked over first. */
        @JvmField public val NEEDS_BACKFILL: MigrationClass = MigrationClass("needs_backfill")

        /** Records say less afterwards. */
        @JvmField public val LOSES: MigrationClass = MigrationClass("loses")

        override val entries: List<MigrationClass> = listOf(
            SAFE,
            NEEDS_BACKFILL,
            LOSES,
        )

        internal override fun unknown(wire: String): MigrationClass = MigrationClass(wire)
    }
}

/** What a step does. A table and a column are called as they are when it is their turn. */
@Serializable(with = MigrationAct.Companion::class)
public sealed interface MigrationAct : RatebookValue {
    /** Records are looked over before anything is changed: when one does not pass, the migration waits. */
    public data class CheckRows(public val held: CheckedRows) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("check_rows"); held.write(writer)
            writer.close()
        }
    }

    /** A field takes more than before; no table changes. */
    public data class Widen(public val held: WidenedField) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("widen"); held.write(writer)
            writer.close()
        }
    }

    /** A foreign key is dropped. */
    public data class DropForeignKey(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("drop_foreign_key"); held.write(writer)
            writer.close()
        }
    }

    /** A unique constraint is dropped. */
    public data class DropUnique(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("drop_unique"); held.write(writer)
            writer.close()
        }
    }

    /** An index is dropped. */
    public data class DropIndex(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("drop_index"); held.write(writer)
            writer.close()
        }
    }

    /** A table is kept under a retired name, without its constraints and indexes. */
    public data class ArchiveTable(public val held: RenamedTable) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("archive_table"); held.write(writer)
            writer.close()
        }
    }

    /** A column is kept under a retired name, and rows may lack it. */
    public data class ArchiveColumn(public val held: RenamedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("archive_column"); held.write(writer)
            writer.close()
        }
    }

    /** A table is dropped with all its rows. */
    public data class DropTable(public val held: DroppedTable) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("drop_table"); held.write(writer)
            writer.close()
        }
    }

    /** A column is dropped. */
    public data class DropColumn(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("drop_column"); held.write(writer)
            writer.close()
        }
    }

    /** A table gets another name; its constraints and indexes keep theirs. */
    public data class RenameTable(public val held: RenamedTable) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rename_table"); held.write(writer)
            writer.close()
        }
    }

    /** A column gets another name. */
    public data class RenameColumn(public val held: RenamedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rename_column"); held.write(writer)
            writer.close()
        }
    }

    /** A unique constraint gets another name. */
    public data class RenameUnique(public val held: RenamedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rename_unique"); held.write(writer)
            writer.close()
        }
    }

    /** A foreign key gets another name. */
    public data class RenameForeignKey(public val held: RenamedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rename_foreign_key"); held.write(writer)
            writer.close()
        }
    }

    /** An index gets another name. */
    public data class RenameIndex(public val held: RenamedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rename_index"); held.write(writer)
            writer.close()
        }
    }

    /** A table is made. Its foreign keys are made when all tables of the migration are there. */
    public data class CreateTable(public val held: TableModel) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("create_table"); held.write(writer)
            writer.close()
        }
    }

    /** A column is added. */
    public data class AddColumn(public val held: AddedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_column"); held.write(writer)
            writer.close()
        }
    }

    /** A column keeps its values in another way, none of them changed. */
    public data class ConvertColumn(public val held: ConvertedColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("convert_column"); held.write(writer)
            writer.close()
        }
    }

    /** Rows get their values. */
    public data class Fill(public val held: FilledColumn) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("fill"); held.write(writer)
            writer.close()
        }
    }

    /** Rows may lack a column. */
    public data class AllowNothing(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("allow_nothing"); held.write(writer)
            writer.close()
        }
    }

    /** Every row has a column. */
    public data class Require(public val held: NamedPart) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("require"); held.write(writer)
            writer.close()
        }
    }

    /** A unique constraint is made. */
    public data class AddUnique(public val held: AddedUnique) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_unique"); held.write(writer)
            writer.close()
        }
    }

    /** A foreign key is made. */
    public data class AddForeignKey(public val held: AddedForeignKey) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_foreign_key"); held.write(writer)
            writer.close()
        }
    }

    /** An index is made. */
    public data class AddIndex(public val held: AddedIndex) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_index"); held.write(writer)
            writer.close()
        }
    }

    /** What is kept of records is made again, of all that are there. */
    public data class Derive(public val held: DerivedAgain) : MigrationAct {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("derive"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : MigrationAct {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<MigrationAct>("MigrationAct") {
        public fun serializer(): KSerializer<MigrationAct> = this

        override fun read(reader: WireReader): MigrationAct {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("check_rows")) CheckRows(CheckedRows.read(reader))
                else if (reader.isAt("widen")) Widen(WidenedField.read(reader))
                else if (reader.isAt("drop_foreign_key")) DropForeignKey(NamedPart.read(reader))
                else if (reader.isAt("drop_unique")) DropUnique(NamedPart.read(reader))
                else if (reader.isAt("drop_index")) DropIndex(NamedPart.read(reader))
                else if (reader.isAt("archive_table")) ArchiveTable(RenamedTable.read(reader))
                else if (reader.isAt("archive_column")) ArchiveColumn(RenamedColumn.read(reader))
                else if (reader.isAt("drop_table")) DropTable(DroppedTable.read(reader))
                else if (reader.isAt("drop_column")) DropColumn(NamedPart.read(reader))
                else if (reader.isAt("rename_table")) RenameTable(RenamedTable.read(reader))
                else if (reader.isAt("rename_column")) RenameColumn(RenamedColumn.read(reader))
                else if (reader.isAt("rename_unique")) RenameUnique(RenamedColumn.read(reader))
                else if (reader.isAt("rename_foreign_key")) RenameForeignKey(RenamedColumn.read(reader))
                else if (reader.isAt("rename_index")) RenameIndex(RenamedColumn.read(reader))
                else if (reader.isAt("create_table")) CreateTable(TableModel.read(reader))
                else if (reader.isAt("add_column")) AddColumn(AddedColumn.read(reader))
                else if (reader.isAt("convert_column")) ConvertColumn(ConvertedColumn.read(reader))
                else if (reader.isAt("fill")) Fill(FilledColumn.read(reader))
                else if (reader.isAt("allow_nothing")) AllowNothing(NamedPart.read(reader))
                else if (reader.isAt("require")) Require(NamedPart.read(reader))
                else if (reader.isAt("add_unique")) AddUnique(AddedUnique.read(reader))
                else if (reader.isAt("add_foreign_key")) AddForeignKey(AddedForeignKey.read(reader))
                else if (reader.isAt("add_index")) AddIndex(AddedIndex.read(reader))
                else if (reader.isAt("derive")) Derive(DerivedAgain.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Records that are looked over. */
@Serializable(with = CheckedRows.Companion::class)
public data class CheckedRows(
    /** Where. */
    public val table: String,
    /** The columns, as they are before anything is changed. */
    public val columns: List<String>,
    /** The field whose new definition says what is wanted; none of what every record has. */
    public val field: String? = null,
    /** What must be true of every row. */
    public val rule: RowRule,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("columns"); writer.list(columns) { writer.value(it) }
        if (field != null) { writer.field("field"); writer.value(field) }
        writer.field("rule"); rule.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CheckedRows>("CheckedRows") {
        public fun serializer(): KSerializer<CheckedRows> = this

        override fun read(reader: WireReader): CheckedRows {
            var table: String? = null
            var columns: List<String>? = null
            var field: String? = null
            var rule: RowRule? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("columns")) columns = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { RowRule.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CheckedRows(
                table ?: throw reader.missing("table"),
                columns ?: throw reader.missing("columns"),
                field,
                rule ?: throw reader.missing("rule"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What must be true of every row before a migration. */
@Serializable(with = RowRule.Companion::class)
public class RowRule private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RowRule>("RowRule") {
        public fun serializer(): KSerializer<RowRule> = this

        /** There is a value. */
        @JvmField public val GIVEN: RowRule = RowRule("given")

        /** No two rows have the same. */
        @JvmField public val UNIQUE: RowRule = RowRule("unique")

        /** The number, amount or day is within its bounds. */
        @JvmField public val BOUNDS: RowRule = RowRule("bounds")

        /** The number is no finer than is kept. */
        @JvmField public val DIGITS: RowRule = RowRule("digits")

        /** The text is long and short enough. */
        @JvmField public val LENGTH: RowRule = RowRule("length")

        /** The text matches its pattern. */
        @JvmField public val PATTERN: RowRule = RowRule("pattern")

        /** The text is of the form of the new kind. */
        @JvmField public val FORM: RowRule = RowRule("form")

        /** It is one of the choices. */
        @JvmField public val CHOICES: RowRule = RowRule("choices")

        /** The amount is in the one currency. */
        @JvmField public val CURRENCY: RowRule = RowRule("currency")

        /** No row was deleted softly: it would be back. */
        @JvmField public val NONE_DELETED: RowRule = RowRule("none_deleted")

        override val entries: List<RowRule> = listOf(
            GIVEN,
            UNIQUE,
            BOUNDS,
            DIGITS,
            LENGTH,
            PATTERN,
            FORM,
            CHOICES,
            CURRENCY,
            NONE_DELETED,
        )

        internal override fun unknown(wire: String): RowRule = RowRule(wire)
    }
}

/** A field that takes more than before. */
@Serializable(with = WidenedField.Companion::class)
public data class WidenedField @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The field. */
    public val field: String,
    /** What of its definition was widened. */
    public val options: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("field"); writer.value(field)
        writer.field("options"); writer.list(options) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<WidenedField>("WidenedField") {
        public fun serializer(): KSerializer<WidenedField> = this

        override fun read(reader: WireReader): WidenedField {
            var table: String? = null
            var field: String? = null
            var options: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("options")) options = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return WidenedField(
                table ?: throw reader.missing("table"),
                field ?: throw reader.missing("field"),
                options ?: throw reader.missing("options"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A part of a table by name. */
@Serializable(with = NamedPart.Companion::class)
public data class NamedPart @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The part. */
    public val name: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("name"); writer.value(name)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<NamedPart>("NamedPart") {
        public fun serializer(): KSerializer<NamedPart> = this

        override fun read(reader: WireReader): NamedPart {
            var table: String? = null
            var name: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NamedPart(
                table ?: throw reader.missing("table"),
                name ?: throw reader.missing("name"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A table that gets another name. */
@Serializable(with = RenamedTable.Companion::class)
public data class RenamedTable @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** What it is called afterwards. */
    public val renamed: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("renamed"); writer.value(renamed)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RenamedTable>("RenamedTable") {
        public fun serializer(): KSerializer<RenamedTable> = this

        override fun read(reader: WireReader): RenamedTable {
            var table: String? = null
            var renamed: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("renamed")) renamed = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RenamedTable(
                table ?: throw reader.missing("table"),
                renamed ?: throw reader.missing("renamed"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A part of a table that gets another name. */
@Serializable(with = RenamedColumn.Companion::class)
public data class RenamedColumn @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The part. */
    public val name: String,
    /** What it is called afterwards. */
    public val renamed: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("name"); writer.value(name)
        writer.field("renamed"); writer.value(renamed)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RenamedColumn>("RenamedColumn") {
        public fun serializer(): KSerializer<RenamedColumn> = this

        override fun read(reader: WireReader): RenamedColumn {
            var table: String? = null
            var name: String? = null
            var renamed: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("renamed")) renamed = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RenamedColumn(
                table ?: throw reader.missing("table"),
                name ?: throw reader.missing("name"),
                renamed ?: throw reader.missing("renamed"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A table by name. */
@Serializable(with = DroppedTable.Companion::class)
public data class DroppedTable @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DroppedTable>("DroppedTable") {
        public fun serializer(): KSerializer<DroppedTable> = this

        override fun read(reader: WireReader): DroppedTable {
            var table: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DroppedTable(
                table ?: throw reader.missing("table"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A column that is added. */
@Serializable(with = AddedColumn.Companion::class)
public data class AddedColumn(
    /** The table. */
    public val table: String,
    /** The column. */
    public val column: ColumnModel,
    /** What the rows that are there get, as a record says it. */
    public val default: Json? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("column"); column.write(writer)
        if (default != null) { writer.field("default"); writer.value(default) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AddedColumn>("AddedColumn") {
        public fun serializer(): KSerializer<AddedColumn> = this

        override fun read(reader: WireReader): AddedColumn {
            var table: String? = null
            var column: ColumnModel? = null
            var default: Json? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("column")) column = reader.orNull { ColumnModel.read(reader) }
                else if (reader.isAt("default")) default = reader.orNull { reader.json() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AddedColumn(
                table ?: throw reader.missing("table"),
                column ?: throw reader.missing("column"),
                default,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A column that keeps its values in another way. */
@Serializable(with = ConvertedColumn.Companion::class)
public data class ConvertedColumn @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The column. */
    public val column: String,
    /** How it kept them. */
    public val before: ColumnKind,
    /** How it keeps them afterwards. */
    public val after: ColumnKind,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("column"); writer.value(column)
        writer.field("before"); before.write(writer)
        writer.field("after"); after.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ConvertedColumn>("ConvertedColumn") {
        public fun serializer(): KSerializer<ConvertedColumn> = this

        override fun read(reader: WireReader): ConvertedColumn {
            var table: String? = null
            var column: String? = null
            var before: ColumnKind? = null
            var after: ColumnKind? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("column")) column = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { ColumnKind.read(reader) }
                else if (reader.isAt("after")) after = reader.orNull { ColumnKind.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ConvertedColumn(
                table ?: throw reader.missing("table"),
                column ?: throw reader.missing("column"),
                before ?: throw reader.missing("before"),
                after ?: throw reader.missing("after"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A column, or a whole table beside one of records, whose rows get their values. */
@Serializable(with = FilledColumn.Companion::class)
public data class FilledColumn(
    /** The table. */
    public val table: String,
    /** The column; none when the rows themselves are to be made. */
    public val column: String? = null,
    /** Where the values come from. */
    public val source: FillSource,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        if (column != null) { writer.field("column"); writer.value(column) }
        writer.field("source"); source.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FilledColumn>("FilledColumn") {
        public fun serializer(): KSerializer<FilledColumn> = this

        override fun read(reader: WireReader): FilledColumn {
            var table: String? = null
            var column: String? = null
            var source: FillSource? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("column")) column = reader.orNull { reader.text() }
                else if (reader.isAt("source")) source = reader.orNull { FillSource.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FilledColumn(
                table ?: throw reader.missing("table"),
                column,
                source ?: throw reader.missing("source"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where the values come from that rows get. */
@Serializable(with = FillSource.Companion::class)
public class FillSource private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<FillSource>("FillSource") {
        public fun serializer(): KSerializer<FillSource> = this

        /** From who runs the migration: nothing says what they are. */
        @JvmField public val OPERATOR: FillSource = FillSource("operator")

        /** From the expression of the field. */
        @JvmField public val COMPUTED: FillSource = FillSource("computed")

        /** From the text of the same field, in small letters. */
        @JvmField public val FOLDED: FillSource = FillSource("folded")

        /** From the machine: its first state, its version, the moment of the record's last change. */
        @JvmField public val MACHINE: FillSource = FillSource("machine")

        /** From the record: its version and moments are those of a new one. */
        @JvmField public val RECORD: FillSource = FillSource("record")

        /** From the column of the same field in the entity's table. */
        @JvmField public val FIELD: FillSource = FillSource("field")

        /** From the counter of the entity: the next number for every record that has none, in the order in which they were made. */
        @JvmField public val NUMBER: FillSource = FillSource("number")

        override val entries: List<FillSource> = listOf(
            OPERATOR,
            COMPUTED,
            FOLDED,
            MACHINE,
            RECORD,
            FIELD,
            NUMBER,
        )

        internal override fun unknown(wire: String): FillSource = FillSource(wire)
    }
}

/** A unique constraint that is made. */
@Serializable(with = AddedUnique.Companion::class)
public data class AddedUnique @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The constraint. */
    public val unique: UniqueModel,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("unique"); unique.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AddedUnique>("AddedUnique") {
        public fun serializer(): KSerializer<AddedUnique> = this

        override fun read(reader: WireReader): AddedUnique {
            var table: String? = null
            var unique: UniqueModel? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("unique")) unique = reader.orNull { UniqueModel.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AddedUnique(
                table ?: throw reader.missing("table"),
                unique ?: throw reader.missing("unique"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A foreign key that is made. */
@Serializable(with = AddedForeignKey.Companion::class)
public data class AddedForeignKey @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The key. */
    public val foreignKey: ForeignKeyModel,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("foreign_key"); foreignKey.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AddedForeignKey>("AddedForeignKey") {
        public fun serializer(): KSerializer<AddedForeignKey> = this

        override fun read(reader: WireReader): AddedForeignKey {
            var table: String? = null
            var foreignKey: ForeignKeyModel? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("foreign_key")) foreignKey = reader.orNull { ForeignKeyModel.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AddedForeignKey(
                table ?: throw reader.missing("table"),
                foreignKey ?: throw reader.missing("foreign_key"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An index that is made. */
@Serializable(with = AddedIndex.Companion::class)
public data class AddedIndex @JvmOverloads constructor(
    /** The table. */
    public val table: String,
    /** The index. */
    public val index: IndexModel,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("table"); writer.value(table)
        writer.field("index"); index.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AddedIndex>("AddedIndex") {
        public fun serializer(): KSerializer<AddedIndex> = this

        override fun read(reader: WireReader): AddedIndex {
            var table: String? = null
            var index: IndexModel? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("table")) table = reader.orNull { reader.text() }
                else if (reader.isAt("index")) index = reader.orNull { IndexModel.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AddedIndex(
                table ?: throw reader.missing("table"),
                index ?: throw reader.missing("index"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is made again of the records of an entity, since it is made otherwise from now on. */
@Serializable(with = DerivedAgain.Companion::class)
public data class DerivedAgain @JvmOverloads constructor(
    /** The entity, as it is called afterwards. */
    public val entity: String,
    /** What is made. */
    public val what: Derivation,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("what"); what.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DerivedAgain>("DerivedAgain") {
        public fun serializer(): KSerializer<DerivedAgain> = this

        override fun read(reader: WireReader): DerivedAgain {
            var entity: String? = null
            var what: Derivation? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("what")) what = reader.orNull { Derivation.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DerivedAgain(
                entity ?: throw reader.missing("entity"),
                what ?: throw reader.missing("what"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is kept of records and follows from them. */
@Serializable(with = Derivation.Companion::class)
public class Derivation private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Derivation>("Derivation") {
        public fun serializer(): KSerializer<Derivation> = this

        /** What its deadlines write into a record, and what is computed. */
        @JvmField public val RECKONED: Derivation = Derivation("reckoned")

        /** When something happens to a record by itself. */
        @JvmField public val TIMERS: Derivation = Derivation("timers")

        /** By what a record is found. */
        @JvmField public val SEARCH: Derivation = Derivation("search")

        /** Whose a record is, over all tenants. */
        @JvmField public val OWNERS: Derivation = Derivation("owners")

        /** What everybody may read of a record. */
        @JvmField public val LISTING: Derivation = Derivation("listing")

        /** When a record is looked at for what is written about it. */
        @JvmField public val CONTACTS: Derivation = Derivation("contacts")

        override val entries: List<Derivation> = listOf(
            RECKONED,
            TIMERS,
            SEARCH,
            OWNERS,
            LISTING,
            CONTACTS,
        )

        internal override fun unknown(wire: String): Derivation = Derivation(wire)
    }
}

/** What records no longer say after a migration. */
@Serializable(with = MigrationLoss.Companion::class)
public data class MigrationLoss @JvmOverloads constructor(
    /** What it is accepted by: `customer`, `customer.fax`. */
    public val name: String,
    /** What is lost. */
    public val sentence: String,
    /** Whether it was accepted, and the values are dropped; they are kept under a retired name otherwise. */
    public val accepted: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("sentence"); writer.value(sentence)
        writer.field("accepted"); writer.value(accepted)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MigrationLoss>("MigrationLoss") {
        public fun serializer(): KSerializer<MigrationLoss> = this

        override fun read(reader: WireReader): MigrationLoss {
            var name: String? = null
            var sentence: String? = null
            var accepted: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("sentence")) sentence = reader.orNull { reader.text() }
                else if (reader.isAt("accepted")) accepted = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MigrationLoss(
                name ?: throw reader.missing("name"),
                sentence ?: throw reader.missing("sentence"),
                accepted ?: throw reader.missing("accepted"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a pack, or one entity of it, is asked over HTTP. */
@Serializable(with = OpenApiRequest.Companion::class)
public data class OpenApiRequest(
    /** The entity; all of them when not given. */
    public val entity: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entity: String? = null

        /** See [OpenApiRequest.entity]. */
        public fun entity(entity: String?): Builder = apply { this.entity = entity }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OpenApiRequest = OpenApiRequest(
            entity,
        )
    }

    public companion object : Wire<OpenApiRequest>("OpenApiRequest") {
        public fun serializer(): KSerializer<OpenApiRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OpenApiRequest {
            var entity: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return OpenApiRequest(
                entity,
            )
        }
    }
}

/** A document of OpenAPI 3.1. */
@Serializable(with = OpenApi.Companion::class)
public data class OpenApi @JvmOverloads constructor(
    /** Of which version of OpenAPI. */
    public val openapi: String,
    /** What it is about. */
    public val info: Map<String, Json>,
    /** How whoever asks is known. */
    public val security: List<Map<String, Json>>,
    /** What can be asked, by path. */
    public val paths: Map<String, Json>,
    /** What paths refer to. */
    public val components: Map<String, Json>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("openapi"); writer.value(openapi)
        writer.field("info"); writer.map(info) { writer.value(it) }
        writer.field("security"); writer.list(security) { writer.map(it) { writer.value(it) } }
        writer.field("paths"); writer.map(paths) { writer.value(it) }
        writer.field("components"); writer.map(components) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<OpenApi>("OpenApi") {
        public fun serializer(): KSerializer<OpenApi> = this

        override fun read(reader: WireReader): OpenApi {
            var openapi: String? = null
            var info: Map<String, Json>? = null
            var security: List<Map<String, Json>>? = null
            var paths: Map<String, Json>? = null
            var components: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("openapi")) openapi = reader.orNull { reader.text() }
                else if (reader.isAt("info")) info = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("security")) security = reader.orNull { reader.list { reader.map { reader.json() } } }
                else if (reader.isAt("paths")) paths = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("components")) components = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return OpenApi(
                openapi ?: throw reader.missing("openapi"),
                info ?: throw reader.missing("info"),
                security ?: throw reader.missing("security"),
                paths ?: throw reader.missing("paths"),
                components ?: throw reader.missing("components"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
