// Written by `cargo xtask generate`.

package com.ratebook.assignment

import com.ratebook.*
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
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** Among whom, and by which rule? */
@Serializable(with = ChooseRequest.Companion::class)
public data class ChooseRequest(
    /** Everybody, in the order of turns. */
    public val candidates: List<Candidate>,
    /** By which rule. */
    public val strategy: AssignmentStrategy,
    /** What is needed. */
    public val skills: List<String> = emptyList(),
    /** Where it is. */
    public val area: String? = null,
    /** Who had this customer before: they get it when they can take it, whatever the rule. */
    public val staysWith: String? = null,
    /** The present moment; needed where a candidate has hours. */
    public val now: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("candidates"); writer.list(candidates) { it.write(writer) }
        writer.field("strategy"); strategy.write(writer)
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (area != null) { writer.field("area"); writer.value(area) }
        if (staysWith != null) { writer.field("stays_with"); writer.value(staysWith) }
        if (now != null) { writer.field("now"); writer.value(now) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ChooseRequest &&
        candidates == other.candidates &&
        strategy == other.strategy &&
        skills == other.skills &&
        area == other.area &&
        staysWith == other.staysWith &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(candidates, strategy, skills, area, staysWith, now)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var candidates: List<Candidate>? = null
        private var strategy: AssignmentStrategy? = null
        private var skills: List<String>? = null
        private var area: String? = null
        private var staysWith: String? = null
        private var now: Instant? = null

        /** See [ChooseRequest.candidates]. */
        public fun candidates(candidates: List<Candidate>): Builder = apply { this.candidates = candidates }

        /** See [ChooseRequest.strategy]. */
        public fun strategy(strategy: AssignmentStrategy): Builder = apply { this.strategy = strategy }

        /** See [ChooseRequest.skills]. */
        public fun skills(skills: List<String>): Builder = apply { this.skills = skills }

        /** See [ChooseRequest.area]. */
        public fun area(area: String?): Builder = apply { this.area = area }

        /** See [ChooseRequest.staysWith]. */
        public fun staysWith(staysWith: String?): Builder = apply { this.staysWith = staysWith }

        /** See [ChooseRequest.now]. */
        public fun now(now: Instant?): Builder = apply { this.now = now }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ChooseRequest = ChooseRequest(
            checkNotNull(candidates) { "`candidates` of ChooseRequest is not set" },
            checkNotNull(strategy) { "`strategy` of ChooseRequest is not set" },
            skills ?: emptyList(),
            area,
            staysWith,
            now,
        )
    }

    public companion object : Wire<ChooseRequest>("ChooseRequest") {
        public fun serializer(): KSerializer<ChooseRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ChooseRequest {
            var candidates: List<Candidate>? = null
            var strategy: AssignmentStrategy? = null
            var skills: List<String>? = null
            var area: String? = null
            var staysWith: String? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("candidates")) candidates = reader.orNull { reader.list { Candidate.read(reader) } }
                else if (reader.isAt("strategy")) strategy = reader.orNull { AssignmentStrategy.read(reader) }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("area")) area = reader.orNull { reader.text() }
                else if (reader.isAt("stays_with")) staysWith = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ChooseRequest(
                candidates ?: throw reader.missing("candidates"),
                strategy ?: throw reader.missing("strategy"),
                skills ?: emptyList(),
                area,
                staysWith,
                now,
            )
        }
    }
}

/** Somebody who may take it. */
@Serializable(with = Candidate.Companion::class)
public data class Candidate(
    /** Who. */
    public val id: String,
    /** What they can do. */
    public val skills: List<String> = emptyList(),
    /** Where they work; everywhere when empty. */
    public val areas: List<String> = emptyList(),
    /** Whether they are offline, absent or not free. */
    public val absent: Boolean = false,
    /** How much they have to do: minutes, tickets, leads. */
    public val load: Int = 0,
    /** How much they can do; load is measured by it. */
    public val capacity: Int = 1,
    /** With that load or more they get nothing. */
    public val limit: Int? = null,
    /** When they work; always when not given. */
    public val hours: OpeningHours? = null,
    /** Whose clock their hours go by; needed where there are hours. */
    public val zone: String? = null,
    /** When they got something last. */
    public val lastAssignedAt: Instant? = null,
    /** Among equals the higher one is chosen. */
    public val priority: Int = 0,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (areas.isNotEmpty()) { writer.field("areas"); writer.list(areas) { writer.value(it) } }
        if (absent) { writer.field("absent"); writer.value(absent) }
        writer.field("load"); writer.value(load)
        writer.field("capacity"); writer.value(capacity)
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (lastAssignedAt != null) { writer.field("last_assigned_at"); writer.value(lastAssignedAt) }
        writer.field("priority"); writer.value(priority)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Candidate &&
        id == other.id &&
        skills == other.skills &&
        areas == other.areas &&
        absent == other.absent &&
        load == other.load &&
        capacity == other.capacity &&
        limit == other.limit &&
        hours == other.hours &&
        zone == other.zone &&
        alike(lastAssignedAt, other.lastAssignedAt) &&
        priority == other.priority

    override fun hashCode(): Int = hashed(id, skills, areas, absent, load, capacity, limit, hours, zone, lastAssignedAt, priority)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var skills: List<String>? = null
        private var areas: List<String>? = null
        private var absent: Boolean? = null
        private var load: Int? = null
        private var capacity: Int? = null
        private var limit: Int? = null
        private var hours: OpeningHours? = null
        private var zone: String? = null
        private var lastAssignedAt: Instant? = null
        private var priority: Int? = null

        /** See [Candidate.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Candidate.skills]. */
        public fun skills(skills: List<String>): Builder = apply { this.skills = skills }

        /** See [Candidate.areas]. */
        public fun areas(areas: List<String>): Builder = apply { this.areas = areas }

        /** See [Candidate.absent]. */
        public fun absent(absent: Boolean): Builder = apply { this.absent = absent }

        /** See [Candidate.load]. */
        public fun load(load: Int): Builder = apply { this.load = load }

        /** See [Candidate.capacity]. */
        public fun capacity(capacity: Int): Builder = apply { this.capacity = capacity }

        /** See [Candidate.limit]. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /** See [Candidate.hours]. */
        public fun hours(hours: OpeningHours?): Builder = apply { this.hours = hours }

        /** See [Candidate.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [Candidate.lastAssignedAt]. */
        public fun lastAssignedAt(lastAssignedAt: Instant?): Builder = apply { this.lastAssignedAt = lastAssignedAt }

        /** See [Candidate.priority]. */
        public fun priority(priority: Int): Builder = apply { this.priority = priority }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Candidate = Candidate(
            checkNotNull(id) { "`id` of Candidate is not set" },
            skills ?: emptyList(),
            areas ?: emptyList(),
            absent ?: false,
            load ?: 0,
            capacity ?: 1,
            limit,
            hours,
            zone,
            lastAssignedAt,
            priority ?: 0,
        )
    }

    public companion object : Wire<Candidate>("Candidate") {
        public fun serializer(): KSerializer<Candidate> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Candidate {
            var id: String? = null
            var skills: List<String>? = null
            var areas: List<String>? = null
            var absent: Boolean? = null
            var load: Int? = null
            var capacity: Int? = null
            var limit: Int? = null
            var hours: OpeningHours? = null
            var zone: String? = null
            var lastAssignedAt: Instant? = null
            var priority: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("areas")) areas = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("absent")) absent = reader.orNull { reader.flag() }
                else if (reader.isAt("load")) load = reader.orNull { reader.whole() }
                else if (reader.isAt("capacity")) capacity = reader.orNull { reader.whole() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("last_assigned_at")) lastAssignedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Candidate(
                id ?: throw reader.missing("id"),
                skills ?: emptyList(),
                areas ?: emptyList(),
                absent ?: false,
                load ?: 0,
                capacity ?: 1,
                limit,
                hours,
                zone,
                lastAssignedAt,
                priority ?: 0,
            )
        }
    }
}

/** The rule by which somebody is chosen. */
@Serializable(with = AssignmentStrategy.Companion::class)
public sealed interface AssignmentStrategy : RatebookValue {
    /** In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins. */
    public data class RoundRobin(public val held: RoundRobinTurn) : AssignmentStrategy {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("round_robin"); held.write(writer)
            writer.close()
        }
    }

    /** The lowest load for their capacity; of equals who has waited longest. */
    public data object LeastLoaded : AssignmentStrategy {
        override fun write(writer: WireWriter) {
            writer.value("least_loaded")
        }
    }

    /**
     * Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
     * the least loaded.
     */
    public data object BestSkill : AssignmentStrategy {
        override fun write(writer: WireWriter) {
            writer.value("best_skill")
        }
    }

    /** That one or nobody. */
    public data class Named(public val held: String) : AssignmentStrategy {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("named"); writer.value(held)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : AssignmentStrategy {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AssignmentStrategy>("AssignmentStrategy") {
        public fun serializer(): KSerializer<AssignmentStrategy> = this

        override fun read(reader: WireReader): AssignmentStrategy {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "least_loaded" -> LeastLoaded
                    "best_skill" -> BestSkill
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("round_robin")) RoundRobin(RoundRobinTurn.read(reader))
                else if (reader.isAt("named")) Named(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Whose turn it was. */
@Serializable(with = RoundRobinTurn.Companion::class)
public data class RoundRobinTurn(
    /** Who got the last one; nobody yet when not given. */
    public val after: String? = null,
    /**
     * Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
     * When all of them have left, they go on after the one of the candidates who got something last.
     */
    public val earlier: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (after != null) { writer.field("after"); writer.value(after) }
        if (earlier.isNotEmpty()) { writer.field("earlier"); writer.list(earlier) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var after: String? = null
        private var earlier: List<String>? = null

        /** See [RoundRobinTurn.after]. */
        public fun after(after: String?): Builder = apply { this.after = after }

        /** See [RoundRobinTurn.earlier]. */
        public fun earlier(earlier: List<String>): Builder = apply { this.earlier = earlier }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RoundRobinTurn = RoundRobinTurn(
            after,
            earlier ?: emptyList(),
        )
    }

    public companion object : Wire<RoundRobinTurn>("RoundRobinTurn") {
        public fun serializer(): KSerializer<RoundRobinTurn> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RoundRobinTurn {
            var after: String? = null
            var earlier: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("after")) after = reader.orNull { reader.text() }
                else if (reader.isAt("earlier")) earlier = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RoundRobinTurn(
                after,
                earlier ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Who takes it. */
@Serializable(with = AssignmentChoice.Companion::class)
public data class AssignmentChoice(
    /** Who; nobody when it has to wait. */
    public val id: String? = null,
    /** Everybody who could take it, the chosen one first. */
    public val ranking: List<String>,
    /** Everybody who could not, and why. */
    public val leftOut: List<LeftOut>,
    /** Whether nobody had every skill, and it went by load. */
    public val byLoadInstead: Boolean,
    /** Whether it stays with who had this customer before. */
    public val stayed: Boolean,
    /** Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn. */
    public val turn: RoundRobinTurn? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("ranking"); writer.list(ranking) { writer.value(it) }
        writer.field("left_out"); writer.list(leftOut) { it.write(writer) }
        writer.field("by_load_instead"); writer.value(byLoadInstead)
        writer.field("stayed"); writer.value(stayed)
        if (turn != null) { writer.field("turn"); turn.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AssignmentChoice>("AssignmentChoice") {
        public fun serializer(): KSerializer<AssignmentChoice> = this

        override fun read(reader: WireReader): AssignmentChoice {
            var id: String? = null
            var ranking: List<String>? = null
            var leftOut: List<LeftOut>? = null
            var byLoadInstead: Boolean? = null
            var stayed: Boolean? = null
            var turn: RoundRobinTurn? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("ranking")) ranking = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("left_out")) leftOut = reader.orNull { reader.list { LeftOut.read(reader) } }
                else if (reader.isAt("by_load_instead")) byLoadInstead = reader.orNull { reader.flag() }
                else if (reader.isAt("stayed")) stayed = reader.orNull { reader.flag() }
                else if (reader.isAt("turn")) turn = reader.orNull { RoundRobinTurn.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AssignmentChoice(
                id,
                ranking ?: throw reader.missing("ranking"),
                leftOut ?: throw reader.missing("left_out"),
                byLoadInstead ?: throw reader.missing("by_load_instead"),
                stayed ?: throw reader.missing("stayed"),
                turn,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Somebody who could not take it. */
@Serializable(with = LeftOut.Companion::class)
public data class LeftOut @JvmOverloads constructor(
    /** Who. */
    public val id: String,
    /** Why. */
    public val why: LeftOutWhy,
    /** The skills that they lack. */
    public val lacks: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("why"); why.write(writer)
        writer.field("lacks"); writer.list(lacks) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LeftOut>("LeftOut") {
        public fun serializer(): KSerializer<LeftOut> = this

        override fun read(reader: WireReader): LeftOut {
            var id: String? = null
            var why: LeftOutWhy? = null
            var lacks: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("why")) why = reader.orNull { LeftOutWhy.read(reader) }
                else if (reader.isAt("lacks")) lacks = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LeftOut(
                id ?: throw reader.missing("id"),
                why ?: throw reader.missing("why"),
                lacks ?: throw reader.missing("lacks"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why somebody could not take it. */
@Serializable(with = LeftOutWhy.Companion::class)
public class LeftOutWhy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<LeftOutWhy>("LeftOutWhy") {
        public fun serializer(): KSerializer<LeftOutWhy> = this

        /** Offline, absent or not free. */
        @JvmField public val ABSENT: LeftOutWhy = LeftOutWhy("absent")

        /** Outside of their hours. */
        @JvmField public val OUTSIDE_HOURS: LeftOutWhy = LeftOutWhy("outside_hours")

        /** With as much to do as they may have. */
        @JvmField public val AT_LIMIT: LeftOutWhy = LeftOutWhy("at_limit")

        /** Without a skill that is needed. */
        @JvmField public val SKILL: LeftOutWhy = LeftOutWhy("skill")

        /** They work elsewhere. */
        @JvmField public val AREA: LeftOutWhy = LeftOutWhy("area")

        /** Somebody else was named. */
        @JvmField public val NOT_NAMED: LeftOutWhy = LeftOutWhy("not_named")

        override val entries: List<LeftOutWhy> = listOf(
            ABSENT,
            OUTSIDE_HOURS,
            AT_LIMIT,
            SKILL,
            AREA,
            NOT_NAMED,
        )

        internal override fun unknown(wire: String): LeftOutWhy = LeftOutWhy(wire)
    }
}
