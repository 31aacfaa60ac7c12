// Written by `cargo xtask generate`.

package com.ratebook.deadlines

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
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

/** By when something is due, in which hours time counts, and who is told when it is late. */
@Serializable(with = DeadlinePolicyDefinition.Companion::class)
public data class DeadlinePolicyDefinition(
    /** The hours and days in which time counts; around the clock when not given. */
    public val calendar: BusinessCalendar? = null,
    /**
     * The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
     * deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
     * `resolution`.
     */
    public val priorities: Map<String, Map<String, Int>>? = null,
    /** What meets a target. An event that has the target's own name always does. */
    public val targets: Map<String, DeadlineTarget> = emptyMap(),
    /** The states in which time does not count, such as `waiting_customer`. */
    public val pausesIn: List<String> = emptyList(),
    /** The percentages of its time at which a target warns. */
    public val warnAtPercent: List<Int> = emptyList(),
    /**
     * Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
     * senior management and the chief executive.
     */
    public val escalation: List<DeadlineLevel>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (calendar != null) { writer.field("calendar"); calendar.write(writer) }
        if (priorities != null) { writer.field("priorities"); writer.map(priorities) { writer.map(it) { writer.value(it) } } }
        if (targets.isNotEmpty()) { writer.field("targets"); writer.map(targets) { it.write(writer) } }
        if (pausesIn.isNotEmpty()) { writer.field("pauses_in"); writer.list(pausesIn) { writer.value(it) } }
        if (warnAtPercent.isNotEmpty()) { writer.field("warn_at_percent"); writer.list(warnAtPercent) { writer.value(it) } }
        if (escalation != null) { writer.field("escalation"); writer.list(escalation) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var calendar: BusinessCalendar? = null
        private var priorities: Map<String, Map<String, Int>>? = null
        private var targets: Map<String, DeadlineTarget>? = null
        private var pausesIn: List<String>? = null
        private var warnAtPercent: List<Int>? = null
        private var escalation: List<DeadlineLevel>? = null

        /** See [DeadlinePolicyDefinition.calendar]. */
        public fun calendar(calendar: BusinessCalendar?): Builder = apply { this.calendar = calendar }

        /** See [DeadlinePolicyDefinition.priorities]. */
        public fun priorities(priorities: Map<String, Map<String, Int>>?): Builder = apply { this.priorities = priorities }

        /** See [DeadlinePolicyDefinition.targets]. */
        public fun targets(targets: Map<String, DeadlineTarget>): Builder = apply { this.targets = targets }

        /** See [DeadlinePolicyDefinition.pausesIn]. */
        public fun pausesIn(pausesIn: List<String>): Builder = apply { this.pausesIn = pausesIn }

        /** See [DeadlinePolicyDefinition.warnAtPercent]. */
        public fun warnAtPercent(warnAtPercent: List<Int>): Builder = apply { this.warnAtPercent = warnAtPercent }

        /** See [DeadlinePolicyDefinition.escalation]. */
        public fun escalation(escalation: List<DeadlineLevel>?): Builder = apply { this.escalation = escalation }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DeadlinePolicyDefinition = DeadlinePolicyDefinition(
            calendar,
            priorities,
            targets ?: emptyMap(),
            pausesIn ?: emptyList(),
            warnAtPercent ?: emptyList(),
            escalation,
        )
    }

    public companion object : Wire<DeadlinePolicyDefinition>("DeadlinePolicyDefinition") {
        public fun serializer(): KSerializer<DeadlinePolicyDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DeadlinePolicyDefinition {
            var calendar: BusinessCalendar? = null
            var priorities: Map<String, Map<String, Int>>? = null
            var targets: Map<String, DeadlineTarget>? = null
            var pausesIn: List<String>? = null
            var warnAtPercent: List<Int>? = null
            var escalation: List<DeadlineLevel>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("priorities")) priorities = reader.orNull { reader.map { reader.map { reader.whole() } } }
                else if (reader.isAt("targets")) targets = reader.orNull { reader.map { DeadlineTarget.read(reader) } }
                else if (reader.isAt("pauses_in")) pausesIn = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("warn_at_percent")) warnAtPercent = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("escalation")) escalation = reader.orNull { reader.list { DeadlineLevel.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlinePolicyDefinition(
                calendar,
                priorities,
                targets ?: emptyMap(),
                pausesIn ?: emptyList(),
                warnAtPercent ?: emptyList(),
                escalation,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What meets a target. */
@Serializable(with = DeadlineTarget.Companion::class)
public data class DeadlineTarget(
    /** The states and events that meet it; the first one counts. */
    public val metBy: List<String> = emptyList(),
    /** The states and events after which it is no longer met. Its time goes on where it stood when it was met. */
    public val reopenedBy: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (metBy.isNotEmpty()) { writer.field("met_by"); writer.list(metBy) { writer.value(it) } }
        if (reopenedBy.isNotEmpty()) { writer.field("reopened_by"); writer.list(reopenedBy) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var metBy: List<String>? = null
        private var reopenedBy: List<String>? = null

        /** See [DeadlineTarget.metBy]. */
        public fun metBy(metBy: List<String>): Builder = apply { this.metBy = metBy }

        /** See [DeadlineTarget.reopenedBy]. */
        public fun reopenedBy(reopenedBy: List<String>): Builder = apply { this.reopenedBy = reopenedBy }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DeadlineTarget = DeadlineTarget(
            metBy ?: emptyList(),
            reopenedBy ?: emptyList(),
        )
    }

    public companion object : Wire<DeadlineTarget>("DeadlineTarget") {
        public fun serializer(): KSerializer<DeadlineTarget> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DeadlineTarget {
            var metBy: List<String>? = null
            var reopenedBy: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("met_by")) metBy = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reopened_by")) reopenedBy = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlineTarget(
                metBy ?: emptyList(),
                reopenedBy ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A level of escalation. */
@Serializable(with = DeadlineLevel.Companion::class)
public data class DeadlineLevel @JvmOverloads constructor(
    /** Who is told, such as `manager`. */
    public val name: String,
    /** So many minutes after the deadline, counted as the deadline is. */
    public val afterMinutes: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("after_minutes"); writer.value(afterMinutes)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DeadlineLevel>("DeadlineLevel") {
        public fun serializer(): KSerializer<DeadlineLevel> = this

        override fun read(reader: WireReader): DeadlineLevel {
            var name: String? = null
            var afterMinutes: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("after_minutes")) afterMinutes = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlineLevel(
                name ?: throw reader.missing("name"),
                afterMinutes ?: throw reader.missing("after_minutes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where does a case stand? */
@Serializable(with = DeadlineTrackRequest.Companion::class)
public data class DeadlineTrackRequest(
    /** The case. */
    public val tracked: DeadlineCase,
    /** The present moment. What the history tells of later moments is left out, so that any moment can be asked for. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tracked"); tracked.write(writer)
        writer.field("now"); writer.value(now)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineTrackRequest &&
        tracked == other.tracked &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(tracked, now)

    public companion object : Wire<DeadlineTrackRequest>("DeadlineTrackRequest") {
        public fun serializer(): KSerializer<DeadlineTrackRequest> = this

        override fun read(reader: WireReader): DeadlineTrackRequest {
            var tracked: DeadlineCase? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tracked")) tracked = reader.orNull { DeadlineCase.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return DeadlineTrackRequest(
                tracked ?: throw reader.missing("tracked"),
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** A ticket, an enquiry, a lead: when it came, and what happened since. */
@Serializable(with = DeadlineCase.Companion::class)
public data class DeadlineCase(
    /** When it came. */
    public val receivedAt: Instant,
    /** The priority with which it came. */
    public val priority: String,
    /** Who had it from the beginning. */
    public val agent: String? = null,
    /** What happened since; by the order of its moments, and of the list where they are the same. */
    public val history: List<DeadlineEntry> = emptyList(),
    /** The warnings that were given, by target, so that none is given twice: their percentages. */
    public val warned: Map<String, List<Int>> = emptyMap(),
    /** The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1. */
    public val escalated: Map<String, List<Int>> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("received_at"); writer.value(receivedAt)
        writer.field("priority"); writer.value(priority)
        if (agent != null) { writer.field("agent"); writer.value(agent) }
        if (history.isNotEmpty()) { writer.field("history"); writer.list(history) { it.write(writer) } }
        if (warned.isNotEmpty()) { writer.field("warned"); writer.map(warned) { writer.list(it) { writer.value(it) } } }
        if (escalated.isNotEmpty()) { writer.field("escalated"); writer.map(escalated) { writer.list(it) { writer.value(it) } } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineCase &&
        alike(receivedAt, other.receivedAt) &&
        priority == other.priority &&
        agent == other.agent &&
        history == other.history &&
        warned == other.warned &&
        escalated == other.escalated

    override fun hashCode(): Int = hashed(receivedAt, priority, agent, history, warned, escalated)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var receivedAt: Instant? = null
        private var priority: String? = null
        private var agent: String? = null
        private var history: List<DeadlineEntry>? = null
        private var warned: Map<String, List<Int>>? = null
        private var escalated: Map<String, List<Int>>? = null

        /** See [DeadlineCase.receivedAt]. */
        public fun receivedAt(receivedAt: Instant): Builder = apply { this.receivedAt = receivedAt }

        /** See [DeadlineCase.priority]. */
        public fun priority(priority: String): Builder = apply { this.priority = priority }

        /** See [DeadlineCase.agent]. */
        public fun agent(agent: String?): Builder = apply { this.agent = agent }

        /** See [DeadlineCase.history]. */
        public fun history(history: List<DeadlineEntry>): Builder = apply { this.history = history }

        /** See [DeadlineCase.warned]. */
        public fun warned(warned: Map<String, List<Int>>): Builder = apply { this.warned = warned }

        /** See [DeadlineCase.escalated]. */
        public fun escalated(escalated: Map<String, List<Int>>): Builder = apply { this.escalated = escalated }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DeadlineCase = DeadlineCase(
            checkNotNull(receivedAt) { "`receivedAt` of DeadlineCase is not set" },
            checkNotNull(priority) { "`priority` of DeadlineCase is not set" },
            agent,
            history ?: emptyList(),
            warned ?: emptyMap(),
            escalated ?: emptyMap(),
        )
    }

    public companion object : Wire<DeadlineCase>("DeadlineCase") {
        public fun serializer(): KSerializer<DeadlineCase> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DeadlineCase {
            var receivedAt: Instant? = null
            var priority: String? = null
            var agent: String? = null
            var history: List<DeadlineEntry>? = null
            var warned: Map<String, List<Int>>? = null
            var escalated: Map<String, List<Int>>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("received_at")) receivedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.text() }
                else if (reader.isAt("agent")) agent = reader.orNull { reader.text() }
                else if (reader.isAt("history")) history = reader.orNull { reader.list { DeadlineEntry.read(reader) } }
                else if (reader.isAt("warned")) warned = reader.orNull { reader.map { reader.list { reader.whole() } } }
                else if (reader.isAt("escalated")) escalated = reader.orNull { reader.map { reader.list { reader.whole() } } }
                else throw reader.unknown()
            }
            return DeadlineCase(
                receivedAt ?: throw reader.missing("received_at"),
                priority ?: throw reader.missing("priority"),
                agent,
                history ?: emptyList(),
                warned ?: emptyMap(),
                escalated ?: emptyMap(),
            )
        }
    }
}

/** Something that happened: one field of it or several. */
@Serializable(with = DeadlineEntry.Companion::class)
public data class DeadlineEntry(
    /** When. */
    public val at: Instant,
    /** The state that it came to. */
    public val state: String? = null,
    /** The event, such as `first_reply`. */
    public val event: String? = null,
    /** The priority that it was given: its time counts from the beginning. */
    public val priority: String? = null,
    /** Who has it from now on. */
    public val agent: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at"); writer.value(at)
        if (state != null) { writer.field("state"); writer.value(state) }
        if (event != null) { writer.field("event"); writer.value(event) }
        if (priority != null) { writer.field("priority"); writer.value(priority) }
        if (agent != null) { writer.field("agent"); writer.value(agent) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineEntry &&
        alike(at, other.at) &&
        state == other.state &&
        event == other.event &&
        priority == other.priority &&
        agent == other.agent

    override fun hashCode(): Int = hashed(at, state, event, priority, agent)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var at: Instant? = null
        private var state: String? = null
        private var event: String? = null
        private var priority: String? = null
        private var agent: String? = null

        /** See [DeadlineEntry.at]. */
        public fun at(at: Instant): Builder = apply { this.at = at }

        /** See [DeadlineEntry.state]. */
        public fun state(state: String?): Builder = apply { this.state = state }

        /** See [DeadlineEntry.event]. */
        public fun event(event: String?): Builder = apply { this.event = event }

        /** See [DeadlineEntry.priority]. */
        public fun priority(priority: String?): Builder = apply { this.priority = priority }

        /** See [DeadlineEntry.agent]. */
        public fun agent(agent: String?): Builder = apply { this.agent = agent }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DeadlineEntry = DeadlineEntry(
            checkNotNull(at) { "`at` of DeadlineEntry is not set" },
            state,
            event,
            priority,
            agent,
        )
    }

    public companion object : Wire<DeadlineEntry>("DeadlineEntry") {
        public fun serializer(): KSerializer<DeadlineEntry> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DeadlineEntry {
            var at: Instant? = null
            var state: String? = null
            var event: String? = null
            var priority: String? = null
            var agent: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.text() }
                else if (reader.isAt("agent")) agent = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return DeadlineEntry(
                at ?: throw reader.missing("at"),
                state,
                event,
                priority,
                agent,
            )
        }
    }
}

/** Where a case stands. */
@Serializable(with = TrackedDeadlines.Companion::class)
public data class TrackedDeadlines @JvmOverloads constructor(
    /** Every target that the case's priority has a deadline for, by name. */
    public val targets: List<DeadlineStanding>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("targets"); writer.list(targets) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<TrackedDeadlines>("TrackedDeadlines") {
        public fun serializer(): KSerializer<TrackedDeadlines> = this

        override fun read(reader: WireReader): TrackedDeadlines {
            var targets: List<DeadlineStanding>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("targets")) targets = reader.orNull { reader.list { DeadlineStanding.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TrackedDeadlines(
                targets ?: throw reader.missing("targets"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where a target stands. All seconds are those in which its time ran: of business, and not paused. */
@Serializable(with = DeadlineStanding.Companion::class)
public data class DeadlineStanding(
    /** Its name. */
    public val target: String,
    /** The priority that it is measured by: the present one, or that of the moment at which it was met. */
    public val priority: String,
    /** When it is due, or was: by the pauses so far, and when it is paused as if time ran again now. */
    public val dueAt: Instant,
    /** The seconds that are left; none when it is late. */
    public val remainingSeconds: Long,
    /** The seconds that it is late by, or was when it was met; nothing when it is in time. */
    public val breachedBySeconds: Long? = null,
    /** When it was met. */
    public val metAt: Instant? = null,
    /** The seconds that it took. */
    public val metInSeconds: Long? = null,
    /** Whether its time stands still. */
    public val paused: Boolean,
    /** The warnings reached, by percentage. */
    public val warnings: List<DeadlineNotice>,
    /** The levels of escalation reached, from 1. */
    public val levels: List<DeadlineNotice>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("target"); writer.value(target)
        writer.field("priority"); writer.value(priority)
        writer.field("due_at"); writer.value(dueAt)
        writer.field("remaining_seconds"); writer.value(remainingSeconds)
        if (breachedBySeconds != null) { writer.field("breached_by_seconds"); writer.value(breachedBySeconds) }
        if (metAt != null) { writer.field("met_at"); writer.value(metAt) }
        if (metInSeconds != null) { writer.field("met_in_seconds"); writer.value(metInSeconds) }
        writer.field("paused"); writer.value(paused)
        writer.field("warnings"); writer.list(warnings) { it.write(writer) }
        writer.field("levels"); writer.list(levels) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineStanding &&
        target == other.target &&
        priority == other.priority &&
        alike(dueAt, other.dueAt) &&
        remainingSeconds == other.remainingSeconds &&
        breachedBySeconds == other.breachedBySeconds &&
        alike(metAt, other.metAt) &&
        metInSeconds == other.metInSeconds &&
        paused == other.paused &&
        warnings == other.warnings &&
        levels == other.levels &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(target, priority, dueAt, remainingSeconds, breachedBySeconds, metAt, metInSeconds, paused, warnings, levels, unknownFields)

    public companion object : Wire<DeadlineStanding>("DeadlineStanding") {
        public fun serializer(): KSerializer<DeadlineStanding> = this

        override fun read(reader: WireReader): DeadlineStanding {
            var target: String? = null
            var priority: String? = null
            var dueAt: Instant? = null
            var remainingSeconds: Long? = null
            var breachedBySeconds: Long? = null
            var metAt: Instant? = null
            var metInSeconds: Long? = null
            var paused: Boolean? = null
            var warnings: List<DeadlineNotice>? = null
            var levels: List<DeadlineNotice>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("target")) target = reader.orNull { reader.text() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.text() }
                else if (reader.isAt("due_at")) dueAt = reader.orNull { reader.instant() }
                else if (reader.isAt("remaining_seconds")) remainingSeconds = reader.orNull { reader.long() }
                else if (reader.isAt("breached_by_seconds")) breachedBySeconds = reader.orNull { reader.long() }
                else if (reader.isAt("met_at")) metAt = reader.orNull { reader.instant() }
                else if (reader.isAt("met_in_seconds")) metInSeconds = reader.orNull { reader.long() }
                else if (reader.isAt("paused")) paused = reader.orNull { reader.flag() }
                else if (reader.isAt("warnings")) warnings = reader.orNull { reader.list { DeadlineNotice.read(reader) } }
                else if (reader.isAt("levels")) levels = reader.orNull { reader.list { DeadlineNotice.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlineStanding(
                target ?: throw reader.missing("target"),
                priority ?: throw reader.missing("priority"),
                dueAt ?: throw reader.missing("due_at"),
                remainingSeconds ?: throw reader.missing("remaining_seconds"),
                breachedBySeconds,
                metAt,
                metInSeconds,
                paused ?: throw reader.missing("paused"),
                warnings ?: throw reader.missing("warnings"),
                levels ?: throw reader.missing("levels"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A warning or a level of escalation that was reached. */
@Serializable(with = DeadlineNotice.Companion::class)
public data class DeadlineNotice(
    /** The percentage of a warning; the number of a level, from 1. */
    public val number: Int,
    /** Who is told, of a level. */
    public val name: String? = null,
    /** When it was reached. */
    public val at: Instant,
    /** Whether it has not been told yet. */
    public val due: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.field("at"); writer.value(at)
        writer.field("due"); writer.value(due)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineNotice &&
        number == other.number &&
        name == other.name &&
        alike(at, other.at) &&
        due == other.due &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(number, name, at, due, unknownFields)

    public companion object : Wire<DeadlineNotice>("DeadlineNotice") {
        public fun serializer(): KSerializer<DeadlineNotice> = this

        override fun read(reader: WireReader): DeadlineNotice {
            var number: Int? = null
            var name: String? = null
            var at: Instant? = null
            var due: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("due")) due = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlineNotice(
                number ?: throw reader.missing("number"),
                name,
                at ?: throw reader.missing("at"),
                due ?: throw reader.missing("due"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How well were deadlines kept? */
@Serializable(with = DeadlineComplianceRequest.Companion::class)
public data class DeadlineComplianceRequest(
    /** The cases; those that were received in the period count. */
    public val cases: List<DeadlineCase>,
    /** The period. */
    public val period: Span,
    /** The present moment. */
    public val now: Instant,
    /** By what the figures are kept apart, beside the target. */
    public val by: List<DeadlineGrouping> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("cases"); writer.list(cases) { it.write(writer) }
        writer.field("period"); period.write(writer)
        writer.field("now"); writer.value(now)
        if (by.isNotEmpty()) { writer.field("by"); writer.list(by) { it.write(writer) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineComplianceRequest &&
        cases == other.cases &&
        period == other.period &&
        alike(now, other.now) &&
        by == other.by

    override fun hashCode(): Int = hashed(cases, period, now, by)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var cases: List<DeadlineCase>? = null
        private var period: Span? = null
        private var now: Instant? = null
        private var by: List<DeadlineGrouping>? = null

        /** See [DeadlineComplianceRequest.cases]. */
        public fun cases(cases: List<DeadlineCase>): Builder = apply { this.cases = cases }

        /** See [DeadlineComplianceRequest.period]. */
        public fun period(period: Span): Builder = apply { this.period = period }

        /** See [DeadlineComplianceRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [DeadlineComplianceRequest.by]. */
        public fun by(by: List<DeadlineGrouping>): Builder = apply { this.by = by }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DeadlineComplianceRequest = DeadlineComplianceRequest(
            checkNotNull(cases) { "`cases` of DeadlineComplianceRequest is not set" },
            checkNotNull(period) { "`period` of DeadlineComplianceRequest is not set" },
            checkNotNull(now) { "`now` of DeadlineComplianceRequest is not set" },
            by ?: emptyList(),
        )
    }

    public companion object : Wire<DeadlineComplianceRequest>("DeadlineComplianceRequest") {
        public fun serializer(): KSerializer<DeadlineComplianceRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DeadlineComplianceRequest {
            var cases: List<DeadlineCase>? = null
            var period: Span? = null
            var now: Instant? = null
            var by: List<DeadlineGrouping>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("cases")) cases = reader.orNull { reader.list { DeadlineCase.read(reader) } }
                else if (reader.isAt("period")) period = reader.orNull { Span.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("by")) by = reader.orNull { reader.list { DeadlineGrouping.read(reader) } }
                else throw reader.unknown()
            }
            return DeadlineComplianceRequest(
                cases ?: throw reader.missing("cases"),
                period ?: throw reader.missing("period"),
                now ?: throw reader.missing("now"),
                by ?: emptyList(),
            )
        }
    }
}

/** By what figures are kept apart. */
@Serializable(with = DeadlineGrouping.Companion::class)
public class DeadlineGrouping private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<DeadlineGrouping>("DeadlineGrouping") {
        public fun serializer(): KSerializer<DeadlineGrouping> = this

        /** The present priority, or that of the moment at which the target was met. */
        @JvmField public val PRIORITY: DeadlineGrouping = DeadlineGrouping("priority")

        /** Who has the case, or had it when the target was met. */
        @JvmField public val AGENT: DeadlineGrouping = DeadlineGrouping("agent")

        override val entries: List<DeadlineGrouping> = listOf(
            PRIORITY,
            AGENT,
        )

        internal override fun unknown(wire: String): DeadlineGrouping = DeadlineGrouping(wire)
    }
}

/** How well a target's deadlines were kept. Each case is met in time, breached or still open. */
@Serializable(with = DeadlineFigures.Companion::class)
public data class DeadlineFigures(
    /** The target. */
    public val target: String,
    /** The priority, when figures are kept apart by it. */
    public val priority: String? = null,
    /** The agent, when figures are kept apart by them; nothing for what nobody has. */
    public val agent: String? = null,
    /** How many cases have the deadline. */
    public val counted: Int,
    /** How many were met in time. */
    public val metInTime: Int,
    /** How many were met too late, or are late and not met. */
    public val breached: Int,
    /** How many are neither met nor late. */
    public val stillOpen: Int,
    /** The percentage met in time of those met or late, to two digits; nothing when there is none. */
    public val percent: BigDecimal? = null,
    /** The seconds of its time that it took to meet it, in the mean; nothing when none was met. */
    public val meanSeconds: Long? = null,
    /** The seconds that the slowest took. */
    public val longestSeconds: Long? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("target"); writer.value(target)
        if (priority != null) { writer.field("priority"); writer.value(priority) }
        if (agent != null) { writer.field("agent"); writer.value(agent) }
        writer.field("counted"); writer.value(counted)
        writer.field("met_in_time"); writer.value(metInTime)
        writer.field("breached"); writer.value(breached)
        writer.field("still_open"); writer.value(stillOpen)
        if (percent != null) { writer.field("percent"); writer.value(percent) }
        if (meanSeconds != null) { writer.field("mean_seconds"); writer.value(meanSeconds) }
        if (longestSeconds != null) { writer.field("longest_seconds"); writer.value(longestSeconds) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DeadlineFigures &&
        target == other.target &&
        priority == other.priority &&
        agent == other.agent &&
        counted == other.counted &&
        metInTime == other.metInTime &&
        breached == other.breached &&
        stillOpen == other.stillOpen &&
        alike(percent, other.percent) &&
        meanSeconds == other.meanSeconds &&
        longestSeconds == other.longestSeconds &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(target, priority, agent, counted, metInTime, breached, stillOpen, percent, meanSeconds, longestSeconds, unknownFields)

    public companion object : Wire<DeadlineFigures>("DeadlineFigures") {
        public fun serializer(): KSerializer<DeadlineFigures> = this

        override fun read(reader: WireReader): DeadlineFigures {
            var target: String? = null
            var priority: String? = null
            var agent: String? = null
            var counted: Int? = null
            var metInTime: Int? = null
            var breached: Int? = null
            var stillOpen: Int? = null
            var percent: BigDecimal? = null
            var meanSeconds: Long? = null
            var longestSeconds: Long? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("target")) target = reader.orNull { reader.text() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.text() }
                else if (reader.isAt("agent")) agent = reader.orNull { reader.text() }
                else if (reader.isAt("counted")) counted = reader.orNull { reader.whole() }
                else if (reader.isAt("met_in_time")) metInTime = reader.orNull { reader.whole() }
                else if (reader.isAt("breached")) breached = reader.orNull { reader.whole() }
                else if (reader.isAt("still_open")) stillOpen = reader.orNull { reader.whole() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("mean_seconds")) meanSeconds = reader.orNull { reader.long() }
                else if (reader.isAt("longest_seconds")) longestSeconds = reader.orNull { reader.long() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DeadlineFigures(
                target ?: throw reader.missing("target"),
                priority,
                agent,
                counted ?: throw reader.missing("counted"),
                metInTime ?: throw reader.missing("met_in_time"),
                breached ?: throw reader.missing("breached"),
                stillOpen ?: throw reader.missing("still_open"),
                percent,
                meanSeconds,
                longestSeconds,
                unknownFields ?: emptyMap(),
            )
        }
    }
}
