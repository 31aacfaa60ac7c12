// Written by `cargo xtask generate`.

package com.ratebook.flow

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
import com.ratebook.expression.*
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

/** The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML. */
@Serializable(with = MachineDefinition.Companion::class)
public data class MachineDefinition(
    /** What it is known by, such as `booking`. */
    public val name: String,
    /** Its version: an instance says by which it lives. */
    public val version: Int = 1,
    /** What it is about, for readers. */
    public val summary: String? = null,
    /** The state in which everything begins. */
    public val initial: String,
    /** Whether it has no end: a device is online and offline for ever. */
    public val endless: Boolean = false,
    /**
     * The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
     * a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
     */
    public val facts: Map<String, String> = emptyMap(),
    /**
     * What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
     * machine that declares none takes any name, and knows the types of those it counts from and sets itself.
     */
    public val fields: Map<String, String> = emptyMap(),
    /** What beginning one asks for and sets. */
    public val start: MachineStart? = null,
    /** The states. */
    public val states: List<MachineState>,
    /** The events. */
    public val events: List<MachineEvent>,
    /** What leads where. Of several for one state and event the first whose guard holds counts. */
    public val transitions: List<MachineTransition>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("version"); writer.value(version)
        if (summary != null) { writer.field("summary"); writer.value(summary) }
        writer.field("initial"); writer.value(initial)
        if (endless) { writer.field("endless"); writer.value(endless) }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        if (start != null) { writer.field("start"); start.write(writer) }
        writer.field("states"); writer.list(states) { it.write(writer) }
        writer.field("events"); writer.list(events) { it.write(writer) }
        writer.field("transitions"); writer.list(transitions) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var version: Int? = null
        private var summary: String? = null
        private var initial: String? = null
        private var endless: Boolean? = null
        private var facts: Map<String, String>? = null
        private var fields: Map<String, String>? = null
        private var start: MachineStart? = null
        private var states: List<MachineState>? = null
        private var events: List<MachineEvent>? = null
        private var transitions: List<MachineTransition>? = null

        /** See [MachineDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [MachineDefinition.version]. */
        public fun version(version: Int): Builder = apply { this.version = version }

        /** See [MachineDefinition.summary]. */
        public fun summary(summary: String?): Builder = apply { this.summary = summary }

        /** See [MachineDefinition.initial]. */
        public fun initial(initial: String): Builder = apply { this.initial = initial }

        /** See [MachineDefinition.endless]. */
        public fun endless(endless: Boolean): Builder = apply { this.endless = endless }

        /** See [MachineDefinition.facts]. */
        public fun facts(facts: Map<String, String>): Builder = apply { this.facts = facts }

        /** See [MachineDefinition.fields]. */
        public fun fields(fields: Map<String, String>): Builder = apply { this.fields = fields }

        /** See [MachineDefinition.start]. */
        public fun start(start: MachineStart?): Builder = apply { this.start = start }

        /** See [MachineDefinition.states]. */
        public fun states(states: List<MachineState>): Builder = apply { this.states = states }

        /** See [MachineDefinition.events]. */
        public fun events(events: List<MachineEvent>): Builder = apply { this.events = events }

        /** See [MachineDefinition.transitions]. */
        public fun transitions(transitions: List<MachineTransition>): Builder = apply { this.transitions = transitions }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineDefinition = MachineDefinition(
            checkNotNull(name) { "`name` of MachineDefinition is not set" },
            version ?: 1,
            summary,
            checkNotNull(initial) { "`initial` of MachineDefinition is not set" },
            endless ?: false,
            facts ?: emptyMap(),
            fields ?: emptyMap(),
            start,
            checkNotNull(states) { "`states` of MachineDefinition is not set" },
            checkNotNull(events) { "`events` of MachineDefinition is not set" },
            checkNotNull(transitions) { "`transitions` of MachineDefinition is not set" },
        )
    }

    public companion object : Wire<MachineDefinition>("MachineDefinition") {
        public fun serializer(): KSerializer<MachineDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineDefinition {
            var name: String? = null
            var version: Int? = null
            var summary: String? = null
            var initial: String? = null
            var endless: Boolean? = null
            var facts: Map<String, String>? = null
            var fields: Map<String, String>? = null
            var start: MachineStart? = null
            var states: List<MachineState>? = null
            var events: List<MachineEvent>? = null
            var transitions: List<MachineTransition>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("summary")) summary = reader.orNull { reader.text() }
                else if (reader.isAt("initial")) initial = reader.orNull { reader.text() }
                else if (reader.isAt("endless")) endless = reader.orNull { reader.flag() }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("start")) start = reader.orNull { MachineStart.read(reader) }
                else if (reader.isAt("states")) states = reader.orNull { reader.list { MachineState.read(reader) } }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { MachineEvent.read(reader) } }
                else if (reader.isAt("transitions")) transitions = reader.orNull { reader.list { MachineTransition.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineDefinition(
                name ?: throw reader.missing("name"),
                version ?: 1,
                summary,
                initial ?: throw reader.missing("initial"),
                endless ?: false,
                facts ?: emptyMap(),
                fields ?: emptyMap(),
                start,
                states ?: throw reader.missing("states"),
                events ?: throw reader.missing("events"),
                transitions ?: throw reader.missing("transitions"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What beginning an instance asks for and sets. */
@Serializable(with = MachineStart.Companion::class)
public data class MachineStart(
    /** Fields that must be given with it: what is owed, when it begins. */
    public val requires: List<String> = emptyList(),
    /** The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there. */
    public val guard: String? = null,
    /** Fields of the instance that it sets. */
    public val stamps: Map<String, MachineStamp> = emptyMap(),
    /** Fields that it sets, each to the value of an expression over what is given and `now`. */
    public val sets: Map<String, String> = emptyMap(),
    /** What the host is to carry out. */
    public val effects: List<MachineEffect> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (requires.isNotEmpty()) { writer.field("requires"); writer.list(requires) { writer.value(it) } }
        if (guard != null) { writer.field("guard"); writer.value(guard) }
        if (stamps.isNotEmpty()) { writer.field("stamps"); writer.map(stamps) { it.write(writer) } }
        if (sets.isNotEmpty()) { writer.field("sets"); writer.map(sets) { writer.value(it) } }
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var requires: List<String>? = null
        private var guard: String? = null
        private var stamps: Map<String, MachineStamp>? = null
        private var sets: Map<String, String>? = null
        private var effects: List<MachineEffect>? = null

        /** See [MachineStart.requires]. */
        public fun requires(requires: List<String>): Builder = apply { this.requires = requires }

        /** See [MachineStart.guard]. */
        public fun guard(guard: String?): Builder = apply { this.guard = guard }

        /** See [MachineStart.stamps]. */
        public fun stamps(stamps: Map<String, MachineStamp>): Builder = apply { this.stamps = stamps }

        /** See [MachineStart.sets]. */
        public fun sets(sets: Map<String, String>): Builder = apply { this.sets = sets }

        /** See [MachineStart.effects]. */
        public fun effects(effects: List<MachineEffect>): Builder = apply { this.effects = effects }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineStart = MachineStart(
            requires ?: emptyList(),
            guard,
            stamps ?: emptyMap(),
            sets ?: emptyMap(),
            effects ?: emptyList(),
        )
    }

    public companion object : Wire<MachineStart>("MachineStart") {
        public fun serializer(): KSerializer<MachineStart> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineStart {
            var requires: List<String>? = null
            var guard: String? = null
            var stamps: Map<String, MachineStamp>? = null
            var sets: Map<String, String>? = null
            var effects: List<MachineEffect>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("guard")) guard = reader.orNull { reader.text() }
                else if (reader.isAt("stamps")) stamps = reader.orNull { reader.map { MachineStamp.read(reader) } }
                else if (reader.isAt("sets")) sets = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineStart(
                requires ?: emptyList(),
                guard,
                stamps ?: emptyMap(),
                sets ?: emptyMap(),
                effects ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a field is set to. */
@Serializable(with = MachineStamp.Companion::class)
public class MachineStamp private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<MachineStamp>("MachineStamp") {
        public fun serializer(): KSerializer<MachineStamp> = this

        /** The moment of the event. */
        @JvmField public val NOW: MachineStamp = MachineStamp("now")

        /** The moment of the event, unless it is set already. */
        @JvmField public val NOW_ONCE: MachineStamp = MachineStamp("now_once")

        /** Who did it. */
        @JvmField public val ACTOR: MachineStamp = MachineStamp("actor")

        /** What was given with the event under the same name; what was before when nothing was. */
        @JvmField public val GIVEN: MachineStamp = MachineStamp("given")

        /** Nothing any more. */
        @JvmField public val CLEARED: MachineStamp = MachineStamp("cleared")

        override val entries: List<MachineStamp> = listOf(
            NOW,
            NOW_ONCE,
            ACTOR,
            GIVEN,
            CLEARED,
        )

        internal override fun unknown(wire: String): MachineStamp = MachineStamp(wire)
    }
}

/** Something for the host to carry out: it is told, never done here. */
@Serializable(with = MachineEffect.Companion::class)
public data class MachineEffect(
    /** What, such as `send_email`. */
    public val name: String,
    /** With what. */
    public val with: Map<String, Json> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (with.isNotEmpty()) { writer.field("with"); writer.map(with) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var with: Map<String, Json>? = null

        /** See [MachineEffect.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [MachineEffect.with]. */
        public fun with(with: Map<String, Json>): Builder = apply { this.with = with }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineEffect = MachineEffect(
            checkNotNull(name) { "`name` of MachineEffect is not set" },
            with ?: emptyMap(),
        )
    }

    public companion object : Wire<MachineEffect>("MachineEffect") {
        public fun serializer(): KSerializer<MachineEffect> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineEffect {
            var name: String? = null
            var with: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("with")) with = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineEffect(
                name ?: throw reader.missing("name"),
                with ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A state. */
@Serializable(with = MachineState.Companion::class)
public data class MachineState(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Whether nothing can happen any more. */
    public val terminal: Boolean = false,
    /** How it stands in this state. */
    public val standing: MachineStanding? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        if (terminal) { writer.field("terminal"); writer.value(terminal) }
        if (standing != null) { writer.field("standing"); standing.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null
        private var terminal: Boolean? = null
        private var standing: MachineStanding? = null

        /** See [MachineState.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [MachineState.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /** See [MachineState.terminal]. */
        public fun terminal(terminal: Boolean): Builder = apply { this.terminal = terminal }

        /** See [MachineState.standing]. */
        public fun standing(standing: MachineStanding?): Builder = apply { this.standing = standing }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineState = MachineState(
            checkNotNull(name) { "`name` of MachineState is not set" },
            label,
            terminal ?: false,
            standing,
        )
    }

    public companion object : Wire<MachineState>("MachineState") {
        public fun serializer(): KSerializer<MachineState> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineState {
            var name: String? = null
            var label: String? = null
            var terminal: Boolean? = null
            var standing: MachineStanding? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else if (reader.isAt("standing")) standing = reader.orNull { MachineStanding.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineState(
                name ?: throw reader.missing("name"),
                label,
                terminal ?: false,
                standing,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How something stands: what a rule refused, what waits for the outside and what the outside broke are different things. */
@Serializable(with = MachineStanding.Companion::class)
public class MachineStanding private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<MachineStanding>("MachineStanding") {
        public fun serializer(): KSerializer<MachineStanding> = this

        /** As it should. */
        @JvmField public val OPEN: MachineStanding = MachineStanding("open")

        /** The outside has to answer: a gateway, a router, a customer. */
        @JvmField public val PENDING: MachineStanding = MachineStanding("pending")

        /** A rule or a person refused it. */
        @JvmField public val FAILED: MachineStanding = MachineStanding("failed")

        /** The outside broke. */
        @JvmField public val ERRORED: MachineStanding = MachineStanding("errored")

        override val entries: List<MachineStanding> = listOf(
            OPEN,
            PENDING,
            FAILED,
            ERRORED,
        )

        internal override fun unknown(wire: String): MachineStanding = MachineStanding(wire)
    }
}

/** An event. */
@Serializable(with = MachineEvent.Companion::class)
public data class MachineEvent(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var label: String? = null

        /** See [MachineEvent.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [MachineEvent.label]. */
        public fun label(label: String?): Builder = apply { this.label = label }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineEvent = MachineEvent(
            checkNotNull(name) { "`name` of MachineEvent is not set" },
            label,
        )
    }

    public companion object : Wire<MachineEvent>("MachineEvent") {
        public fun serializer(): KSerializer<MachineEvent> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineEvent {
            var name: String? = null
            var label: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineEvent(
                name ?: throw reader.missing("name"),
                label,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What leads from a state to another. */
@Serializable(with = MachineTransition.Companion::class)
public data class MachineTransition(
    /** The states it leads from; `["*"]` for each that has not ended and is not the one it leads to. */
    public val from: List<String>,
    /** What happens. */
    public val event: String,
    /** The state it leads to. */
    public val to: String,
    /** The condition under which it does. */
    public val guard: String? = null,
    /** Fields that must be given with the event: a reason, a payment's reference. */
    public val requires: List<String> = emptyList(),
    /** Fields of the instance that it sets. */
    public val stamps: Map<String, MachineStamp> = emptyMap(),
    /**
     * Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
     * `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
     */
    public val sets: Map<String, String> = emptyMap(),
    /** Who may: the permission that the actor must hold. */
    public val permission: String? = null,
    /** What the host is to carry out. */
    public val effects: List<MachineEffect> = emptyList(),
    /** When it is due by itself. Nobody can make it happen earlier, and from then on it has happened. */
    public val after: MachineTimer? = null,
    /** The moment from which on it is possible. */
    public val notBefore: MachineTimer? = null,
    /** The last moment at which it is possible. */
    public val notAfter: MachineTimer? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("from"); writer.list(from) { writer.value(it) }
        writer.field("event"); writer.value(event)
        writer.field("to"); writer.value(to)
        if (guard != null) { writer.field("guard"); writer.value(guard) }
        if (requires.isNotEmpty()) { writer.field("requires"); writer.list(requires) { writer.value(it) } }
        if (stamps.isNotEmpty()) { writer.field("stamps"); writer.map(stamps) { it.write(writer) } }
        if (sets.isNotEmpty()) { writer.field("sets"); writer.map(sets) { writer.value(it) } }
        if (permission != null) { writer.field("permission"); writer.value(permission) }
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { it.write(writer) } }
        if (after != null) { writer.field("after"); after.write(writer) }
        if (notBefore != null) { writer.field("not_before"); notBefore.write(writer) }
        if (notAfter != null) { writer.field("not_after"); notAfter.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var from: List<String>? = null
        private var event: String? = null
        private var to: String? = null
        private var guard: String? = null
        private var requires: List<String>? = null
        private var stamps: Map<String, MachineStamp>? = null
        private var sets: Map<String, String>? = null
        private var permission: String? = null
        private var effects: List<MachineEffect>? = null
        private var after: MachineTimer? = null
        private var notBefore: MachineTimer? = null
        private var notAfter: MachineTimer? = null

        /** See [MachineTransition.from]. */
        public fun from(from: List<String>): Builder = apply { this.from = from }

        /** See [MachineTransition.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [MachineTransition.to]. */
        public fun to(to: String): Builder = apply { this.to = to }

        /** See [MachineTransition.guard]. */
        public fun guard(guard: String?): Builder = apply { this.guard = guard }

        /** See [MachineTransition.requires]. */
        public fun requires(requires: List<String>): Builder = apply { this.requires = requires }

        /** See [MachineTransition.stamps]. */
        public fun stamps(stamps: Map<String, MachineStamp>): Builder = apply { this.stamps = stamps }

        /** See [MachineTransition.sets]. */
        public fun sets(sets: Map<String, String>): Builder = apply { this.sets = sets }

        /** See [MachineTransition.permission]. */
        public fun permission(permission: String?): Builder = apply { this.permission = permission }

        /** See [MachineTransition.effects]. */
        public fun effects(effects: List<MachineEffect>): Builder = apply { this.effects = effects }

        /** See [MachineTransition.after]. */
        public fun after(after: MachineTimer?): Builder = apply { this.after = after }

        /** See [MachineTransition.notBefore]. */
        public fun notBefore(notBefore: MachineTimer?): Builder = apply { this.notBefore = notBefore }

        /** See [MachineTransition.notAfter]. */
        public fun notAfter(notAfter: MachineTimer?): Builder = apply { this.notAfter = notAfter }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineTransition = MachineTransition(
            checkNotNull(from) { "`from` of MachineTransition is not set" },
            checkNotNull(event) { "`event` of MachineTransition is not set" },
            checkNotNull(to) { "`to` of MachineTransition is not set" },
            guard,
            requires ?: emptyList(),
            stamps ?: emptyMap(),
            sets ?: emptyMap(),
            permission,
            effects ?: emptyList(),
            after,
            notBefore,
            notAfter,
        )
    }

    public companion object : Wire<MachineTransition>("MachineTransition") {
        public fun serializer(): KSerializer<MachineTransition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineTransition {
            var from: List<String>? = null
            var event: String? = null
            var to: String? = null
            var guard: String? = null
            var requires: List<String>? = null
            var stamps: Map<String, MachineStamp>? = null
            var sets: Map<String, String>? = null
            var permission: String? = null
            var effects: List<MachineEffect>? = null
            var after: MachineTimer? = null
            var notBefore: MachineTimer? = null
            var notAfter: MachineTimer? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("from")) from = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("to")) to = reader.orNull { reader.text() }
                else if (reader.isAt("guard")) guard = reader.orNull { reader.text() }
                else if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("stamps")) stamps = reader.orNull { reader.map { MachineStamp.read(reader) } }
                else if (reader.isAt("sets")) sets = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("permission")) permission = reader.orNull { reader.text() }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else if (reader.isAt("after")) after = reader.orNull { MachineTimer.read(reader) }
                else if (reader.isAt("not_before")) notBefore = reader.orNull { MachineTimer.read(reader) }
                else if (reader.isAt("not_after")) notAfter = reader.orNull { MachineTimer.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineTransition(
                from ?: throw reader.missing("from"),
                event ?: throw reader.missing("event"),
                to ?: throw reader.missing("to"),
                guard,
                requires ?: emptyList(),
                stamps ?: emptyMap(),
                sets ?: emptyMap(),
                permission,
                effects ?: emptyList(),
                after,
                notBefore,
                notAfter,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds. */
@Serializable(with = MachineTimer.Companion::class)
public data class MachineTimer(
    /** Days of 24 hours. */
    public val days: Int? = null,
    /** Hours. */
    public val hours: Int? = null,
    /** Minutes. */
    public val minutes: Int? = null,
    /** Seconds. */
    public val seconds: Int? = null,
    /** The field of the instance that holds the moment it is counted from; without it, when the state was entered. */
    public val field: String? = null,
    /** The field of the instance that holds the moment it lies before, in place of `field`. */
    public val before: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (days != null) { writer.field("days"); writer.value(days) }
        if (hours != null) { writer.field("hours"); writer.value(hours) }
        if (minutes != null) { writer.field("minutes"); writer.value(minutes) }
        if (seconds != null) { writer.field("seconds"); writer.value(seconds) }
        if (field != null) { writer.field("field"); writer.value(field) }
        if (before != null) { writer.field("before"); writer.value(before) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: Int? = null
        private var hours: Int? = null
        private var minutes: Int? = null
        private var seconds: Int? = null
        private var field: String? = null
        private var before: String? = null

        /** See [MachineTimer.days]. */
        public fun days(days: Int?): Builder = apply { this.days = days }

        /** See [MachineTimer.hours]. */
        public fun hours(hours: Int?): Builder = apply { this.hours = hours }

        /** See [MachineTimer.minutes]. */
        public fun minutes(minutes: Int?): Builder = apply { this.minutes = minutes }

        /** See [MachineTimer.seconds]. */
        public fun seconds(seconds: Int?): Builder = apply { this.seconds = seconds }

        /** See [MachineTimer.field]. */
        public fun field(field: String?): Builder = apply { this.field = field }

        /** See [MachineTimer.before]. */
        public fun before(before: String?): Builder = apply { this.before = before }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineTimer = MachineTimer(
            days,
            hours,
            minutes,
            seconds,
            field,
            before,
        )
    }

    public companion object : Wire<MachineTimer>("MachineTimer") {
        public fun serializer(): KSerializer<MachineTimer> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineTimer {
            var days: Int? = null
            var hours: Int? = null
            var minutes: Int? = null
            var seconds: Int? = null
            var field: String? = null
            var before: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { reader.whole() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.whole() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineTimer(
                days,
                hours,
                minutes,
                seconds,
                field,
                before,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The machines that come with the engine are asked for. */
@Serializable(with = MachinesRequest.Companion::class)
public data class MachinesRequest(
    /** Only the one of that name; all when not given. */
    public val name: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null

        /** See [MachinesRequest.name]. */
        public fun name(name: String?): Builder = apply { this.name = name }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachinesRequest = MachinesRequest(
            name,
        )
    }

    public companion object : Wire<MachinesRequest>("MachinesRequest") {
        public fun serializer(): KSerializer<MachinesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachinesRequest {
            var name: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return MachinesRequest(
                name,
            )
        }
    }
}

/** An attempt failed: when is the next one? */
@Serializable(with = RetryRequest.Companion::class)
public data class RetryRequest(
    /** The rule. */
    public val policy: RetryPolicy,
    /** Which attempt failed; the first one is 1. */
    public val attempt: Int,
    /** When it failed. */
    public val failedAt: Instant,
    /** When the first one failed, for delays that count from there. */
    public val firstFailedAt: Instant? = null,
    /** Whether trying again is useless: the address does not exist, the card was cancelled. */
    public val permanent: Boolean = false,
    /** A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest. */
    public val random: BigDecimal? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("policy"); policy.write(writer)
        writer.field("attempt"); writer.value(attempt)
        writer.field("failed_at"); writer.value(failedAt)
        if (firstFailedAt != null) { writer.field("first_failed_at"); writer.value(firstFailedAt) }
        if (permanent) { writer.field("permanent"); writer.value(permanent) }
        if (random != null) { writer.field("random"); writer.value(random) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RetryRequest &&
        policy == other.policy &&
        attempt == other.attempt &&
        alike(failedAt, other.failedAt) &&
        alike(firstFailedAt, other.firstFailedAt) &&
        permanent == other.permanent &&
        alike(random, other.random)

    override fun hashCode(): Int = hashed(policy, attempt, failedAt, firstFailedAt, permanent, random)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var policy: RetryPolicy? = null
        private var attempt: Int? = null
        private var failedAt: Instant? = null
        private var firstFailedAt: Instant? = null
        private var permanent: Boolean? = null
        private var random: BigDecimal? = null

        /** See [RetryRequest.policy]. */
        public fun policy(policy: RetryPolicy): Builder = apply { this.policy = policy }

        /** See [RetryRequest.attempt]. */
        public fun attempt(attempt: Int): Builder = apply { this.attempt = attempt }

        /** See [RetryRequest.failedAt]. */
        public fun failedAt(failedAt: Instant): Builder = apply { this.failedAt = failedAt }

        /** See [RetryRequest.firstFailedAt]. */
        public fun firstFailedAt(firstFailedAt: Instant?): Builder = apply { this.firstFailedAt = firstFailedAt }

        /** See [RetryRequest.permanent]. */
        public fun permanent(permanent: Boolean): Builder = apply { this.permanent = permanent }

        /** See [RetryRequest.random]. */
        public fun random(random: BigDecimal?): Builder = apply { this.random = random }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RetryRequest = RetryRequest(
            checkNotNull(policy) { "`policy` of RetryRequest is not set" },
            checkNotNull(attempt) { "`attempt` of RetryRequest is not set" },
            checkNotNull(failedAt) { "`failedAt` of RetryRequest is not set" },
            firstFailedAt,
            permanent ?: false,
            random,
        )
    }

    public companion object : Wire<RetryRequest>("RetryRequest") {
        public fun serializer(): KSerializer<RetryRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RetryRequest {
            var policy: RetryPolicy? = null
            var attempt: Int? = null
            var failedAt: Instant? = null
            var firstFailedAt: Instant? = null
            var permanent: Boolean? = null
            var random: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("policy")) policy = reader.orNull { RetryPolicy.read(reader) }
                else if (reader.isAt("attempt")) attempt = reader.orNull { reader.whole() }
                else if (reader.isAt("failed_at")) failedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("first_failed_at")) firstFailedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("permanent")) permanent = reader.orNull { reader.flag() }
                else if (reader.isAt("random")) random = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return RetryRequest(
                policy ?: throw reader.missing("policy"),
                attempt ?: throw reader.missing("attempt"),
                failedAt ?: throw reader.missing("failed_at"),
                firstFailedAt,
                permanent ?: false,
                random,
            )
        }
    }
}

/** When something that failed is tried again: a mail, a delivery, a charge. */
@Serializable(with = RetryPolicy.Companion::class)
public data class RetryPolicy(
    /** How long to wait before the second attempt, the third and so on. */
    public val delaysSeconds: List<Int>,
    /** When there are more attempts than delays: each further delay is the one before it times this. */
    public val factor: Int = 1,
    /** How many attempts in all, the first one included; one more than there are delays when not given. */
    public val attempts: Int? = null,
    /** The longest delay. */
    public val mostSeconds: Int = 31536000,
    /** By how much a delay is shorter or longer at most, so that not everything is tried at once. */
    public val jitterPercent: Int = 0,
    /** Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it. */
    public val fromFirstFailure: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("delays_seconds"); writer.list(delaysSeconds) { writer.value(it) }
        writer.field("factor"); writer.value(factor)
        if (attempts != null) { writer.field("attempts"); writer.value(attempts) }
        writer.field("most_seconds"); writer.value(mostSeconds)
        writer.field("jitter_percent"); writer.value(jitterPercent)
        if (fromFirstFailure) { writer.field("from_first_failure"); writer.value(fromFirstFailure) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var delaysSeconds: List<Int>? = null
        private var factor: Int? = null
        private var attempts: Int? = null
        private var mostSeconds: Int? = null
        private var jitterPercent: Int? = null
        private var fromFirstFailure: Boolean? = null

        /** See [RetryPolicy.delaysSeconds]. */
        public fun delaysSeconds(delaysSeconds: List<Int>): Builder = apply { this.delaysSeconds = delaysSeconds }

        /** See [RetryPolicy.factor]. */
        public fun factor(factor: Int): Builder = apply { this.factor = factor }

        /** See [RetryPolicy.attempts]. */
        public fun attempts(attempts: Int?): Builder = apply { this.attempts = attempts }

        /** See [RetryPolicy.mostSeconds]. */
        public fun mostSeconds(mostSeconds: Int): Builder = apply { this.mostSeconds = mostSeconds }

        /** See [RetryPolicy.jitterPercent]. */
        public fun jitterPercent(jitterPercent: Int): Builder = apply { this.jitterPercent = jitterPercent }

        /** See [RetryPolicy.fromFirstFailure]. */
        public fun fromFirstFailure(fromFirstFailure: Boolean): Builder = apply { this.fromFirstFailure = fromFirstFailure }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RetryPolicy = RetryPolicy(
            checkNotNull(delaysSeconds) { "`delaysSeconds` of RetryPolicy is not set" },
            factor ?: 1,
            attempts,
            mostSeconds ?: 31536000,
            jitterPercent ?: 0,
            fromFirstFailure ?: false,
        )
    }

    public companion object : Wire<RetryPolicy>("RetryPolicy") {
        public fun serializer(): KSerializer<RetryPolicy> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RetryPolicy {
            var delaysSeconds: List<Int>? = null
            var factor: Int? = null
            var attempts: Int? = null
            var mostSeconds: Int? = null
            var jitterPercent: Int? = null
            var fromFirstFailure: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("delays_seconds")) delaysSeconds = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("factor")) factor = reader.orNull { reader.whole() }
                else if (reader.isAt("attempts")) attempts = reader.orNull { reader.whole() }
                else if (reader.isAt("most_seconds")) mostSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("jitter_percent")) jitterPercent = reader.orNull { reader.whole() }
                else if (reader.isAt("from_first_failure")) fromFirstFailure = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return RetryPolicy(
                delaysSeconds ?: throw reader.missing("delays_seconds"),
                factor ?: 1,
                attempts,
                mostSeconds ?: 31536000,
                jitterPercent ?: 0,
                fromFirstFailure ?: false,
            )
        }
    }
}

/** The next attempt, or why there is none. */
@Serializable(with = NextAttempt.Companion::class)
public data class NextAttempt(
    /** Which attempt is next. */
    public val attempt: Int? = null,
    /** When. */
    public val at: Instant? = null,
    /** Why there is none. */
    public val over: RetryOver? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (attempt != null) { writer.field("attempt"); writer.value(attempt) }
        if (at != null) { writer.field("at"); writer.value(at) }
        if (over != null) { writer.field("over"); over.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is NextAttempt &&
        attempt == other.attempt &&
        alike(at, other.at) &&
        over == other.over &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(attempt, at, over, unknownFields)

    public companion object : Wire<NextAttempt>("NextAttempt") {
        public fun serializer(): KSerializer<NextAttempt> = this

        override fun read(reader: WireReader): NextAttempt {
            var attempt: Int? = null
            var at: Instant? = null
            var over: RetryOver? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("attempt")) attempt = reader.orNull { reader.whole() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("over")) over = reader.orNull { RetryOver.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NextAttempt(
                attempt,
                at,
                over,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why something is not tried again. */
@Serializable(with = RetryOver.Companion::class)
public class RetryOver private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RetryOver>("RetryOver") {
        public fun serializer(): KSerializer<RetryOver> = this

        /** It would fail again. */
        @JvmField public val PERMANENT: RetryOver = RetryOver("permanent")

        /** That was the last attempt. */
        @JvmField public val EXHAUSTED: RetryOver = RetryOver("exhausted")

        override val entries: List<RetryOver> = listOf(
            PERMANENT,
            EXHAUSTED,
        )

        internal override fun unknown(wire: String): RetryOver = RetryOver(wire)
    }
}

/** New samples: does the alert open or clear? */
@Serializable(with = AlertRequest.Companion::class)
public data class AlertRequest(
    /** The rule. */
    public val rule: AlertRule,
    /** What the last answer gave; nothing the first time. */
    public val state: AlertState? = null,
    /** The samples, in order of time. Those not later than the last one that was looked at are left out. */
    public val samples: List<AlertSample>? = null,
    /** The present moment. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("rule"); rule.write(writer)
        if (state != null) { writer.field("state"); state.write(writer) }
        if (samples != null) { writer.field("samples"); writer.list(samples) { it.write(writer) } }
        writer.field("now"); writer.value(now)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AlertRequest &&
        rule == other.rule &&
        state == other.state &&
        samples == other.samples &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(rule, state, samples, now)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var rule: AlertRule? = null
        private var state: AlertState? = null
        private var samples: List<AlertSample>? = null
        private var now: Instant? = null

        /** See [AlertRequest.rule]. */
        public fun rule(rule: AlertRule): Builder = apply { this.rule = rule }

        /** See [AlertRequest.state]. */
        public fun state(state: AlertState?): Builder = apply { this.state = state }

        /** See [AlertRequest.samples]. */
        public fun samples(samples: List<AlertSample>?): Builder = apply { this.samples = samples }

        /** See [AlertRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AlertRequest = AlertRequest(
            checkNotNull(rule) { "`rule` of AlertRequest is not set" },
            state,
            samples,
            checkNotNull(now) { "`now` of AlertRequest is not set" },
        )
    }

    public companion object : Wire<AlertRequest>("AlertRequest") {
        public fun serializer(): KSerializer<AlertRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AlertRequest {
            var rule: AlertRule? = null
            var state: AlertState? = null
            var samples: List<AlertSample>? = null
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("rule")) rule = reader.orNull { AlertRule.read(reader) }
                else if (reader.isAt("state")) state = reader.orNull { AlertState.read(reader) }
                else if (reader.isAt("samples")) samples = reader.orNull { reader.list { AlertSample.read(reader) } }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return AlertRequest(
                rule ?: throw reader.missing("rule"),
                state,
                samples,
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** When a figure is worth an alert. */
@Serializable(with = AlertRule.Companion::class)
public data class AlertRule(
    /** How the value compares with the threshold when all is not well. */
    public val comparison: AlertComparison,
    /** The threshold. */
    public val threshold: BigDecimal,
    /** For how many minutes it must be so. */
    public val minutes: Int = 0,
    /** How grave it is, as the host calls it. */
    public val severity: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("comparison"); comparison.write(writer)
        writer.field("threshold"); writer.value(threshold)
        writer.field("minutes"); writer.value(minutes)
        if (severity != null) { writer.field("severity"); writer.value(severity) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AlertRule &&
        comparison == other.comparison &&
        alike(threshold, other.threshold) &&
        minutes == other.minutes &&
        severity == other.severity

    override fun hashCode(): Int = hashed(comparison, threshold, minutes, severity)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var comparison: AlertComparison? = null
        private var threshold: BigDecimal? = null
        private var minutes: Int? = null
        private var severity: String? = null

        /** See [AlertRule.comparison]. */
        public fun comparison(comparison: AlertComparison): Builder = apply { this.comparison = comparison }

        /** See [AlertRule.threshold]. */
        public fun threshold(threshold: BigDecimal): Builder = apply { this.threshold = threshold }

        /** See [AlertRule.minutes]. */
        public fun minutes(minutes: Int): Builder = apply { this.minutes = minutes }

        /** See [AlertRule.severity]. */
        public fun severity(severity: String?): Builder = apply { this.severity = severity }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AlertRule = AlertRule(
            checkNotNull(comparison) { "`comparison` of AlertRule is not set" },
            checkNotNull(threshold) { "`threshold` of AlertRule is not set" },
            minutes ?: 0,
            severity,
        )
    }

    public companion object : Wire<AlertRule>("AlertRule") {
        public fun serializer(): KSerializer<AlertRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AlertRule {
            var comparison: AlertComparison? = null
            var threshold: BigDecimal? = null
            var minutes: Int? = null
            var severity: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("comparison")) comparison = reader.orNull { AlertComparison.read(reader) }
                else if (reader.isAt("threshold")) threshold = reader.orNull { reader.decimal() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("severity")) severity = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AlertRule(
                comparison ?: throw reader.missing("comparison"),
                threshold ?: throw reader.missing("threshold"),
                minutes ?: 0,
                severity,
            )
        }
    }
}

/** How a value compares with a threshold. */
@Serializable(with = AlertComparison.Companion::class)
public class AlertComparison private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<AlertComparison>("AlertComparison") {
        public fun serializer(): KSerializer<AlertComparison> = this

        /** It is more. */
        @JvmField public val ABOVE: AlertComparison = AlertComparison("above")

        /** It is as much or more. */
        @JvmField public val AT_LEAST: AlertComparison = AlertComparison("at_least")

        /** It is less. */
        @JvmField public val BELOW: AlertComparison = AlertComparison("below")

        /** It is as much or less. */
        @JvmField public val AT_MOST: AlertComparison = AlertComparison("at_most")

        override val entries: List<AlertComparison> = listOf(
            ABOVE,
            AT_LEAST,
            BELOW,
            AT_MOST,
        )

        internal override fun unknown(wire: String): AlertComparison = AlertComparison(wire)
    }
}

/** What an alert rule remembers between two questions. */
@Serializable(with = AlertState.Companion::class)
public data class AlertState(
    /** The last sample that was looked at. */
    public val last: AlertSample? = null,
    /** Since when the value is beyond the threshold. */
    public val beyondSince: Instant? = null,
    /** Since when the alert is open. */
    public val openSince: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (last != null) { writer.field("last"); last.write(writer) }
        if (beyondSince != null) { writer.field("beyond_since"); writer.value(beyondSince) }
        if (openSince != null) { writer.field("open_since"); writer.value(openSince) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AlertState &&
        last == other.last &&
        alike(beyondSince, other.beyondSince) &&
        alike(openSince, other.openSince) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(last, beyondSince, openSince, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var last: AlertSample? = null
        private var beyondSince: Instant? = null
        private var openSince: Instant? = null

        /** See [AlertState.last]. */
        public fun last(last: AlertSample?): Builder = apply { this.last = last }

        /** See [AlertState.beyondSince]. */
        public fun beyondSince(beyondSince: Instant?): Builder = apply { this.beyondSince = beyondSince }

        /** See [AlertState.openSince]. */
        public fun openSince(openSince: Instant?): Builder = apply { this.openSince = openSince }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AlertState = AlertState(
            last,
            beyondSince,
            openSince,
        )
    }

    public companion object : Wire<AlertState>("AlertState") {
        public fun serializer(): KSerializer<AlertState> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AlertState {
            var last: AlertSample? = null
            var beyondSince: Instant? = null
            var openSince: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("last")) last = reader.orNull { AlertSample.read(reader) }
                else if (reader.isAt("beyond_since")) beyondSince = reader.orNull { reader.instant() }
                else if (reader.isAt("open_since")) openSince = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AlertState(
                last,
                beyondSince,
                openSince,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A value at a moment. It lasts until the next one. */
@Serializable(with = AlertSample.Companion::class)
public data class AlertSample @JvmOverloads constructor(
    /** When it was measured. */
    public val at: Instant,
    /** The value. */
    public val value: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at"); writer.value(at)
        writer.field("value"); writer.value(value)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AlertSample &&
        alike(at, other.at) &&
        alike(value, other.value) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(at, value, unknownFields)

    public companion object : Wire<AlertSample>("AlertSample") {
        public fun serializer(): KSerializer<AlertSample> = this

        override fun read(reader: WireReader): AlertSample {
            var at: Instant? = null
            var value: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("value")) value = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AlertSample(
                at ?: throw reader.missing("at"),
                value ?: throw reader.missing("value"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What became of an alert. */
@Serializable(with = Alerted.Companion::class)
public data class Alerted @JvmOverloads constructor(
    /** What is to be given with the next samples. */
    public val state: AlertState,
    /** What happened, in order: the alert opens once, stays open, and clears once. */
    public val changes: List<AlertChange>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); state.write(writer)
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Alerted>("Alerted") {
        public fun serializer(): KSerializer<Alerted> = this

        override fun read(reader: WireReader): Alerted {
            var state: AlertState? = null
            var changes: List<AlertChange>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { AlertState.read(reader) }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { AlertChange.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Alerted(
                state ?: throw reader.missing("state"),
                changes ?: throw reader.missing("changes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An alert that opened or cleared. */
@Serializable(with = AlertChange.Companion::class)
public data class AlertChange(
    /** Whether it opened; it cleared otherwise. */
    public val opened: Boolean,
    /** When. */
    public val at: Instant,
    /** The value at that moment. */
    public val value: BigDecimal,
    /** How grave it is. */
    public val severity: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("opened"); writer.value(opened)
        writer.field("at"); writer.value(at)
        writer.field("value"); writer.value(value)
        if (severity != null) { writer.field("severity"); writer.value(severity) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AlertChange &&
        opened == other.opened &&
        alike(at, other.at) &&
        alike(value, other.value) &&
        severity == other.severity &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(opened, at, value, severity, unknownFields)

    public companion object : Wire<AlertChange>("AlertChange") {
        public fun serializer(): KSerializer<AlertChange> = this

        override fun read(reader: WireReader): AlertChange {
            var opened: Boolean? = null
            var at: Instant? = null
            var value: BigDecimal? = null
            var severity: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("opened")) opened = reader.orNull { reader.flag() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("value")) value = reader.orNull { reader.decimal() }
                else if (reader.isAt("severity")) severity = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AlertChange(
                opened ?: throw reader.missing("opened"),
                at ?: throw reader.missing("at"),
                value ?: throw reader.missing("value"),
                severity,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something begins to live by the machine. */
@Serializable(with = StartRequest.Companion::class)
public data class StartRequest(
    /** The present moment. */
    public val now: Instant,
    /** What it is known by. */
    public val id: String? = null,
    /** Who began it. */
    public val actor: String? = null,
    /** What is recorded of it from the beginning. */
    public val fields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (id != null) { writer.field("id"); writer.value(id) }
        if (actor != null) { writer.field("actor"); writer.value(actor) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is StartRequest &&
        alike(now, other.now) &&
        id == other.id &&
        actor == other.actor &&
        fields == other.fields

    override fun hashCode(): Int = hashed(now, id, actor, fields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var id: String? = null
        private var actor: String? = null
        private var fields: Map<String, Json>? = null

        /** See [StartRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [StartRequest.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [StartRequest.actor]. */
        public fun actor(actor: String?): Builder = apply { this.actor = actor }

        /** See [StartRequest.fields]. */
        public fun fields(fields: Map<String, Json>): Builder = apply { this.fields = fields }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): StartRequest = StartRequest(
            checkNotNull(now) { "`now` of StartRequest is not set" },
            id,
            actor,
            fields ?: emptyMap(),
        )
    }

    public companion object : Wire<StartRequest>("StartRequest") {
        public fun serializer(): KSerializer<StartRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): StartRequest {
            var now: Instant? = null
            var id: String? = null
            var actor: String? = null
            var fields: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("actor")) actor = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return StartRequest(
                now ?: throw reader.missing("now"),
                id,
                actor,
                fields ?: emptyMap(),
            )
        }
    }
}

/** What an event did. */
@Serializable(with = MachineFired.Companion::class)
public data class MachineFired(
    /** The instance as it is now. */
    public val instance: MachineInstance,
    /** How it stands. */
    public val standing: MachineStanding,
    /** Whether it has ended. */
    public val terminal: Boolean,
    /** What the host is to carry out. */
    public val effects: List<MachineEffect>,
    /** What to keep of it. */
    public val record: MachineRecord,
    /** What had happened by itself before it, in order: to be kept and carried out first. */
    public val settled: List<MachineSettled> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instance"); instance.write(writer)
        writer.field("standing"); standing.write(writer)
        writer.field("terminal"); writer.value(terminal)
        writer.field("effects"); writer.list(effects) { it.write(writer) }
        writer.field("record"); record.write(writer)
        if (settled.isNotEmpty()) { writer.field("settled"); writer.list(settled) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachineFired>("MachineFired") {
        public fun serializer(): KSerializer<MachineFired> = this

        override fun read(reader: WireReader): MachineFired {
            var instance: MachineInstance? = null
            var standing: MachineStanding? = null
            var terminal: Boolean? = null
            var effects: List<MachineEffect>? = null
            var record: MachineRecord? = null
            var settled: List<MachineSettled>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instance")) instance = reader.orNull { MachineInstance.read(reader) }
                else if (reader.isAt("standing")) standing = reader.orNull { MachineStanding.read(reader) }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else if (reader.isAt("record")) record = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("settled")) settled = reader.orNull { reader.list { MachineSettled.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineFired(
                instance ?: throw reader.missing("instance"),
                standing ?: throw reader.missing("standing"),
                terminal ?: throw reader.missing("terminal"),
                effects ?: throw reader.missing("effects"),
                record ?: throw reader.missing("record"),
                settled ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that lives by a machine: plain data, to be kept by the host. */
@Serializable(with = MachineInstance.Companion::class)
public data class MachineInstance(
    /** The machine's name. */
    public val machine: String,
    /** The machine's version. */
    public val machineVersion: Int,
    /** What it is known by. */
    public val id: String? = null,
    /** The state it is in. */
    public val state: String,
    /** How often something happened to it: what tells two writers apart. */
    public val version: Long,
    /** When it came into its state. */
    public val enteredAt: Instant,
    /** What was recorded of it. */
    public val fields: Map<String, Json> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("machine"); writer.value(machine)
        writer.field("machine_version"); writer.value(machineVersion)
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("state"); writer.value(state)
        writer.field("version"); writer.value(version)
        writer.field("entered_at"); writer.value(enteredAt)
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is MachineInstance &&
        machine == other.machine &&
        machineVersion == other.machineVersion &&
        id == other.id &&
        state == other.state &&
        version == other.version &&
        alike(enteredAt, other.enteredAt) &&
        fields == other.fields &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(machine, machineVersion, id, state, version, enteredAt, fields, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var machine: String? = null
        private var machineVersion: Int? = null
        private var id: String? = null
        private var state: String? = null
        private var version: Long? = null
        private var enteredAt: Instant? = null
        private var fields: Map<String, Json>? = null

        /** See [MachineInstance.machine]. */
        public fun machine(machine: String): Builder = apply { this.machine = machine }

        /** See [MachineInstance.machineVersion]. */
        public fun machineVersion(machineVersion: Int): Builder = apply { this.machineVersion = machineVersion }

        /** See [MachineInstance.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [MachineInstance.state]. */
        public fun state(state: String): Builder = apply { this.state = state }

        /** See [MachineInstance.version]. */
        public fun version(version: Long): Builder = apply { this.version = version }

        /** See [MachineInstance.enteredAt]. */
        public fun enteredAt(enteredAt: Instant): Builder = apply { this.enteredAt = enteredAt }

        /** See [MachineInstance.fields]. */
        public fun fields(fields: Map<String, Json>): Builder = apply { this.fields = fields }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineInstance = MachineInstance(
            checkNotNull(machine) { "`machine` of MachineInstance is not set" },
            checkNotNull(machineVersion) { "`machineVersion` of MachineInstance is not set" },
            id,
            checkNotNull(state) { "`state` of MachineInstance is not set" },
            checkNotNull(version) { "`version` of MachineInstance is not set" },
            checkNotNull(enteredAt) { "`enteredAt` of MachineInstance is not set" },
            fields ?: emptyMap(),
        )
    }

    public companion object : Wire<MachineInstance>("MachineInstance") {
        public fun serializer(): KSerializer<MachineInstance> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineInstance {
            var machine: String? = null
            var machineVersion: Int? = null
            var id: String? = null
            var state: String? = null
            var version: Long? = null
            var enteredAt: Instant? = null
            var fields: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("machine_version")) machineVersion = reader.orNull { reader.whole() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.long() }
                else if (reader.isAt("entered_at")) enteredAt = reader.orNull { reader.instant() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineInstance(
                machine ?: throw reader.missing("machine"),
                machineVersion ?: throw reader.missing("machine_version"),
                id,
                state ?: throw reader.missing("state"),
                version ?: throw reader.missing("version"),
                enteredAt ?: throw reader.missing("entered_at"),
                fields ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What happened, to be kept by the host: the history from which an instance can be made again. */
@Serializable(with = MachineRecord.Companion::class)
public data class MachineRecord(
    /** The instance's version after it. */
    public val version: Long,
    /** What happened; nothing for the beginning. */
    public val event: String? = null,
    /** The state before; none for the beginning. */
    public val before: String? = null,
    /** The state after. */
    public val after: String,
    /** When. */
    public val at: Instant,
    /** Who. */
    public val actor: String? = null,
    /** What was given with it. */
    public val given: Map<String, Json> = emptyMap(),
    /** What it set; `null` for what it cleared. */
    public val changed: Map<String, Json> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("version"); writer.value(version)
        if (event != null) { writer.field("event"); writer.value(event) }
        if (before != null) { writer.field("before"); writer.value(before) }
        writer.field("after"); writer.value(after)
        writer.field("at"); writer.value(at)
        if (actor != null) { writer.field("actor"); writer.value(actor) }
        if (given.isNotEmpty()) { writer.field("given"); writer.map(given) { writer.value(it) } }
        if (changed.isNotEmpty()) { writer.field("changed"); writer.map(changed) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is MachineRecord &&
        version == other.version &&
        event == other.event &&
        before == other.before &&
        after == other.after &&
        alike(at, other.at) &&
        actor == other.actor &&
        given == other.given &&
        changed == other.changed &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(version, event, before, after, at, actor, given, changed, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var version: Long? = null
        private var event: String? = null
        private var before: String? = null
        private var after: String? = null
        private var at: Instant? = null
        private var actor: String? = null
        private var given: Map<String, Json>? = null
        private var changed: Map<String, Json>? = null

        /** See [MachineRecord.version]. */
        public fun version(version: Long): Builder = apply { this.version = version }

        /** See [MachineRecord.event]. */
        public fun event(event: String?): Builder = apply { this.event = event }

        /** See [MachineRecord.before]. */
        public fun before(before: String?): Builder = apply { this.before = before }

        /** See [MachineRecord.after]. */
        public fun after(after: String): Builder = apply { this.after = after }

        /** See [MachineRecord.at]. */
        public fun at(at: Instant): Builder = apply { this.at = at }

        /** See [MachineRecord.actor]. */
        public fun actor(actor: String?): Builder = apply { this.actor = actor }

        /** See [MachineRecord.given]. */
        public fun given(given: Map<String, Json>): Builder = apply { this.given = given }

        /** See [MachineRecord.changed]. */
        public fun changed(changed: Map<String, Json>): Builder = apply { this.changed = changed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MachineRecord = MachineRecord(
            checkNotNull(version) { "`version` of MachineRecord is not set" },
            event,
            before,
            checkNotNull(after) { "`after` of MachineRecord is not set" },
            checkNotNull(at) { "`at` of MachineRecord is not set" },
            actor,
            given ?: emptyMap(),
            changed ?: emptyMap(),
        )
    }

    public companion object : Wire<MachineRecord>("MachineRecord") {
        public fun serializer(): KSerializer<MachineRecord> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MachineRecord {
            var version: Long? = null
            var event: String? = null
            var before: String? = null
            var after: String? = null
            var at: Instant? = null
            var actor: String? = null
            var given: Map<String, Json>? = null
            var changed: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("version")) version = reader.orNull { reader.long() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.text() }
                else if (reader.isAt("after")) after = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("actor")) actor = reader.orNull { reader.text() }
                else if (reader.isAt("given")) given = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("changed")) changed = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineRecord(
                version ?: throw reader.missing("version"),
                event,
                before,
                after ?: throw reader.missing("after"),
                at ?: throw reader.missing("at"),
                actor,
                given ?: emptyMap(),
                changed ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What happened by itself before the event: a timer had run out, and nobody had fired it. */
@Serializable(with = MachineSettled.Companion::class)
public data class MachineSettled(
    /** What to keep of it; it happened when it was due. */
    public val record: MachineRecord,
    /** What the host is to carry out. */
    public val effects: List<MachineEffect> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); record.write(writer)
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachineSettled>("MachineSettled") {
        public fun serializer(): KSerializer<MachineSettled> = this

        override fun read(reader: WireReader): MachineSettled {
            var record: MachineRecord? = null
            var effects: List<MachineEffect>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineSettled(
                record ?: throw reader.missing("record"),
                effects ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An event happens to an instance. */
@Serializable(with = FireRequest.Companion::class)
public data class FireRequest(
    /** The instance as it is. */
    public val instance: MachineInstance,
    /** What happens. */
    public val event: String,
    /** The present moment. */
    public val now: Instant,
    /** Who does it. */
    public val actor: String? = null,
    /** What the actor may do, such as `bookings:*`; `*` for a job of the system. */
    public val permissions: List<String> = emptyList(),
    /** The facts that guards look at. What is given with the event and what was recorded of the instance are facts too. */
    public val facts: Map<String, Json> = emptyMap(),
    /** What is given with the event: a reason, a payment's reference. */
    public val given: Map<String, Json> = emptyMap(),
    /** The version that the actor saw; another one is refused. */
    public val expectedVersion: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instance"); instance.write(writer)
        writer.field("event"); writer.value(event)
        writer.field("now"); writer.value(now)
        if (actor != null) { writer.field("actor"); writer.value(actor) }
        if (permissions.isNotEmpty()) { writer.field("permissions"); writer.list(permissions) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (given.isNotEmpty()) { writer.field("given"); writer.map(given) { writer.value(it) } }
        if (expectedVersion != null) { writer.field("expected_version"); writer.value(expectedVersion) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FireRequest &&
        instance == other.instance &&
        event == other.event &&
        alike(now, other.now) &&
        actor == other.actor &&
        permissions == other.permissions &&
        facts == other.facts &&
        given == other.given &&
        expectedVersion == other.expectedVersion

    override fun hashCode(): Int = hashed(instance, event, now, actor, permissions, facts, given, expectedVersion)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var instance: MachineInstance? = null
        private var event: String? = null
        private var now: Instant? = null
        private var actor: String? = null
        private var permissions: List<String>? = null
        private var facts: Map<String, Json>? = null
        private var given: Map<String, Json>? = null
        private var expectedVersion: Long? = null

        /** See [FireRequest.instance]. */
        public fun instance(instance: MachineInstance): Builder = apply { this.instance = instance }

        /** See [FireRequest.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [FireRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [FireRequest.actor]. */
        public fun actor(actor: String?): Builder = apply { this.actor = actor }

        /** See [FireRequest.permissions]. */
        public fun permissions(permissions: List<String>): Builder = apply { this.permissions = permissions }

        /** See [FireRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /** See [FireRequest.given]. */
        public fun given(given: Map<String, Json>): Builder = apply { this.given = given }

        /** See [FireRequest.expectedVersion]. */
        public fun expectedVersion(expectedVersion: Long?): Builder = apply { this.expectedVersion = expectedVersion }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FireRequest = FireRequest(
            checkNotNull(instance) { "`instance` of FireRequest is not set" },
            checkNotNull(event) { "`event` of FireRequest is not set" },
            checkNotNull(now) { "`now` of FireRequest is not set" },
            actor,
            permissions ?: emptyList(),
            facts ?: emptyMap(),
            given ?: emptyMap(),
            expectedVersion,
        )
    }

    public companion object : Wire<FireRequest>("FireRequest") {
        public fun serializer(): KSerializer<FireRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FireRequest {
            var instance: MachineInstance? = null
            var event: String? = null
            var now: Instant? = null
            var actor: String? = null
            var permissions: List<String>? = null
            var facts: Map<String, Json>? = null
            var given: Map<String, Json>? = null
            var expectedVersion: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instance")) instance = reader.orNull { MachineInstance.read(reader) }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("actor")) actor = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("given")) given = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("expected_version")) expectedVersion = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return FireRequest(
                instance ?: throw reader.missing("instance"),
                event ?: throw reader.missing("event"),
                now ?: throw reader.missing("now"),
                actor,
                permissions ?: emptyList(),
                facts ?: emptyMap(),
                given ?: emptyMap(),
                expectedVersion,
            )
        }
    }
}

/** Events of many instances, each for itself. */
@Serializable(with = FireAllRequest.Companion::class)
public data class FireAllRequest(
    /** The events. */
    public val events: List<FireRequest>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("events"); writer.list(events) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<FireAllRequest>("FireAllRequest") {
        public fun serializer(): KSerializer<FireAllRequest> = this

        override fun read(reader: WireReader): FireAllRequest {
            var events: List<FireRequest>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("events")) events = reader.orNull { reader.list { FireRequest.read(reader) } }
                else throw reader.unknown()
            }
            return FireAllRequest(
                events ?: throw reader.missing("events"),
            )
        }
    }
}

/** What came of one event among many. */
@Serializable(with = MachineAttempt.Companion::class)
public data class MachineAttempt(
    /** What it did. */
    public val fired: MachineFired? = null,
    /** Why it did nothing. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (fired != null) { writer.field("fired"); fired.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachineAttempt>("MachineAttempt") {
        public fun serializer(): KSerializer<MachineAttempt> = this

        override fun read(reader: WireReader): MachineAttempt {
            var fired: MachineFired? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fired")) fired = reader.orNull { MachineFired.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineAttempt(
                fired,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where an event leads, asked with names alone. */
@Serializable(with = StepRequest.Companion::class)
public data class StepRequest(
    /** The state. */
    public val state: String,
    /** The event. */
    public val event: String,
    /** The facts that guards look at. */
    public val facts: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); writer.value(state)
        writer.field("event"); writer.value(event)
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var state: String? = null
        private var event: String? = null
        private var facts: Map<String, Json>? = null

        /** See [StepRequest.state]. */
        public fun state(state: String): Builder = apply { this.state = state }

        /** See [StepRequest.event]. */
        public fun event(event: String): Builder = apply { this.event = event }

        /** See [StepRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): StepRequest = StepRequest(
            checkNotNull(state) { "`state` of StepRequest is not set" },
            checkNotNull(event) { "`event` of StepRequest is not set" },
            facts ?: emptyMap(),
        )
    }

    public companion object : Wire<StepRequest>("StepRequest") {
        public fun serializer(): KSerializer<StepRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): StepRequest {
            var state: String? = null
            var event: String? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return StepRequest(
                state ?: throw reader.missing("state"),
                event ?: throw reader.missing("event"),
                facts ?: emptyMap(),
            )
        }
    }
}

/** Where an event leads. */
@Serializable(with = MachineStep.Companion::class)
public data class MachineStep @JvmOverloads constructor(
    /** The state after it. */
    public val state: String,
    /** Whether that is an end. */
    public val terminal: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); writer.value(state)
        writer.field("terminal"); writer.value(terminal)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachineStep>("MachineStep") {
        public fun serializer(): KSerializer<MachineStep> = this

        override fun read(reader: WireReader): MachineStep {
            var state: String? = null
            var terminal: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineStep(
                state ?: throw reader.missing("state"),
                terminal ?: throw reader.missing("terminal"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What may happen next? */
@Serializable(with = AllowedRequest.Companion::class)
public data class AllowedRequest(
    /** The instance as it is. */
    public val instance: MachineInstance,
    /** The present moment; without it, when the instance came into its state. */
    public val now: Instant? = null,
    /** What the actor may do, such as `bookings:*`. */
    public val permissions: List<String> = emptyList(),
    /** The facts that guards look at. */
    public val facts: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instance"); instance.write(writer)
        if (now != null) { writer.field("now"); writer.value(now) }
        if (permissions.isNotEmpty()) { writer.field("permissions"); writer.list(permissions) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AllowedRequest &&
        instance == other.instance &&
        alike(now, other.now) &&
        permissions == other.permissions &&
        facts == other.facts

    override fun hashCode(): Int = hashed(instance, now, permissions, facts)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var instance: MachineInstance? = null
        private var now: Instant? = null
        private var permissions: List<String>? = null
        private var facts: Map<String, Json>? = null

        /** See [AllowedRequest.instance]. */
        public fun instance(instance: MachineInstance): Builder = apply { this.instance = instance }

        /** See [AllowedRequest.now]. */
        public fun now(now: Instant?): Builder = apply { this.now = now }

        /** See [AllowedRequest.permissions]. */
        public fun permissions(permissions: List<String>): Builder = apply { this.permissions = permissions }

        /** See [AllowedRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AllowedRequest = AllowedRequest(
            checkNotNull(instance) { "`instance` of AllowedRequest is not set" },
            now,
            permissions ?: emptyList(),
            facts ?: emptyMap(),
        )
    }

    public companion object : Wire<AllowedRequest>("AllowedRequest") {
        public fun serializer(): KSerializer<AllowedRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AllowedRequest {
            var instance: MachineInstance? = null
            var now: Instant? = null
            var permissions: List<String>? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instance")) instance = reader.orNull { MachineInstance.read(reader) }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return AllowedRequest(
                instance ?: throw reader.missing("instance"),
                now,
                permissions ?: emptyList(),
                facts ?: emptyMap(),
            )
        }
    }
}

/** An event, whether it may happen, and why not. */
@Serializable(with = MachineChoice.Companion::class)
public data class MachineChoice(
    /** The event. */
    public val event: String,
    /** What people read. */
    public val label: String? = null,
    /** Whether it may happen. */
    public val open: Boolean,
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
        writer.field("event"); writer.value(event)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("open"); writer.value(open)
        if (leadsTo != null) { writer.field("leads_to"); writer.value(leadsTo) }
        writer.field("requires"); writer.list(requires) { writer.value(it) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachineChoice>("MachineChoice") {
        public fun serializer(): KSerializer<MachineChoice> = this

        override fun read(reader: WireReader): MachineChoice {
            var event: String? = null
            var label: String? = null
            var open: Boolean? = null
            var leadsTo: String? = null
            var requires: List<String>? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("open")) open = reader.orNull { reader.flag() }
                else if (reader.isAt("leads_to")) leadsTo = reader.orNull { reader.text() }
                else if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineChoice(
                event ?: throw reader.missing("event"),
                label,
                open ?: throw reader.missing("open"),
                leadsTo,
                requires ?: throw reader.missing("requires"),
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which timers have run out? */
@Serializable(with = DueRequest.Companion::class)
public data class DueRequest(
    /** The present moment. */
    public val now: Instant,
    /** The instances. */
    public val instances: List<MachineInstance>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("instances"); writer.list(instances) { it.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is DueRequest &&
        alike(now, other.now) &&
        instances == other.instances

    override fun hashCode(): Int = hashed(now, instances)

    public companion object : Wire<DueRequest>("DueRequest") {
        public fun serializer(): KSerializer<DueRequest> = this

        override fun read(reader: WireReader): DueRequest {
            var now: Instant? = null
            var instances: List<MachineInstance>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("instances")) instances = reader.orNull { reader.list { MachineInstance.read(reader) } }
                else throw reader.unknown()
            }
            return DueRequest(
                now ?: throw reader.missing("now"),
                instances ?: throw reader.missing("instances"),
            )
        }
    }
}

/** The timers of many instances. */
@Serializable(with = MachineTimers.Companion::class)
public data class MachineTimers(
    /** What has run out, in order of time. */
    public val due: List<MachineDue>,
    /** When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend. */
    public val nextAt: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("due"); writer.list(due) { it.write(writer) }
        if (nextAt != null) { writer.field("next_at"); writer.value(nextAt) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is MachineTimers &&
        due == other.due &&
        alike(nextAt, other.nextAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(due, nextAt, unknownFields)

    public companion object : Wire<MachineTimers>("MachineTimers") {
        public fun serializer(): KSerializer<MachineTimers> = this

        override fun read(reader: WireReader): MachineTimers {
            var due: List<MachineDue>? = null
            var nextAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("due")) due = reader.orNull { reader.list { MachineDue.read(reader) } }
                else if (reader.isAt("next_at")) nextAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineTimers(
                due ?: throw reader.missing("due"),
                nextAt,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A timer that has run out: fire its event. */
@Serializable(with = MachineDue.Companion::class)
public data class MachineDue(
    /** The place of the instance in the request. */
    public val place: Long,
    /** What the instance is known by. */
    public val id: String? = null,
    /** What happens. */
    public val event: String,
    /** When the timer ran out. */
    public val at: Instant,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("place"); writer.value(place)
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("event"); writer.value(event)
        writer.field("at"); writer.value(at)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is MachineDue &&
        place == other.place &&
        id == other.id &&
        event == other.event &&
        alike(at, other.at) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(place, id, event, at, unknownFields)

    public companion object : Wire<MachineDue>("MachineDue") {
        public fun serializer(): KSerializer<MachineDue> = this

        override fun read(reader: WireReader): MachineDue {
            var place: Long? = null
            var id: String? = null
            var event: String? = null
            var at: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("place")) place = reader.orNull { reader.long() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachineDue(
                place ?: throw reader.missing("place"),
                id,
                event ?: throw reader.missing("event"),
                at ?: throw reader.missing("at"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An instance is to be made again from its history. */
@Serializable(with = ReplayRequest.Companion::class)
public data class ReplayRequest(
    /** What it is known by. */
    public val id: String? = null,
    /** Everything that happened, from the beginning. */
    public val history: List<MachineRecord>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("history"); writer.list(history) { it.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var history: List<MachineRecord>? = null

        /** See [ReplayRequest.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [ReplayRequest.history]. */
        public fun history(history: List<MachineRecord>): Builder = apply { this.history = history }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ReplayRequest = ReplayRequest(
            id,
            checkNotNull(history) { "`history` of ReplayRequest is not set" },
        )
    }

    public companion object : Wire<ReplayRequest>("ReplayRequest") {
        public fun serializer(): KSerializer<ReplayRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ReplayRequest {
            var id: String? = null
            var history: List<MachineRecord>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("history")) history = reader.orNull { reader.list { MachineRecord.read(reader) } }
                else throw reader.unknown()
            }
            return ReplayRequest(
                id,
                history ?: throw reader.missing("history"),
            )
        }
    }
}

/** A picture of the machine. */
@Serializable(with = DiagramRequest.Companion::class)
public data class DiagramRequest(
    /** As what. */
    public val drawing: MachineDrawing,
    /** The state that is marked as the present one. */
    public val state: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("drawing"); drawing.write(writer)
        if (state != null) { writer.field("state"); writer.value(state) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var drawing: MachineDrawing? = null
        private var state: String? = null

        /** See [DiagramRequest.drawing]. */
        public fun drawing(drawing: MachineDrawing): Builder = apply { this.drawing = drawing }

        /** See [DiagramRequest.state]. */
        public fun state(state: String?): Builder = apply { this.state = state }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): DiagramRequest = DiagramRequest(
            checkNotNull(drawing) { "`drawing` of DiagramRequest is not set" },
            state,
        )
    }

    public companion object : Wire<DiagramRequest>("DiagramRequest") {
        public fun serializer(): KSerializer<DiagramRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): DiagramRequest {
            var drawing: MachineDrawing? = null
            var state: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("drawing")) drawing = reader.orNull { MachineDrawing.read(reader) }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return DiagramRequest(
                drawing ?: throw reader.missing("drawing"),
                state,
            )
        }
    }
}

/** The language of a picture. */
@Serializable(with = MachineDrawing.Companion::class)
public class MachineDrawing private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<MachineDrawing>("MachineDrawing") {
        public fun serializer(): KSerializer<MachineDrawing> = this

        /** Mermaid, which Markdown pages draw. */
        @JvmField public val MERMAID: MachineDrawing = MachineDrawing("mermaid")

        /** DOT, which Graphviz draws. */
        @JvmField public val DOT: MachineDrawing = MachineDrawing("dot")

        override val entries: List<MachineDrawing> = listOf(
            MERMAID,
            DOT,
        )

        internal override fun unknown(wire: String): MachineDrawing = MachineDrawing(wire)
    }
}

/** The shortest ways to every state are asked for. */
@Serializable(with = PathsRequest.Companion::class)
public class PathsRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PathsRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "PathsRequest()"

    public companion object : Wire<PathsRequest>("PathsRequest") {
        public fun serializer(): KSerializer<PathsRequest> = this

        override fun read(reader: WireReader): PathsRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return PathsRequest()
        }
    }
}

/** The shortest way to a state. */
@Serializable(with = MachinePath.Companion::class)
public data class MachinePath @JvmOverloads constructor(
    /** The state. */
    public val state: String,
    /** The events that lead there from the initial state. */
    public val events: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); writer.value(state)
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MachinePath>("MachinePath") {
        public fun serializer(): KSerializer<MachinePath> = this

        override fun read(reader: WireReader): MachinePath {
            var state: String? = null
            var events: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MachinePath(
                state ?: throw reader.missing("state"),
                events ?: throw reader.missing("events"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
