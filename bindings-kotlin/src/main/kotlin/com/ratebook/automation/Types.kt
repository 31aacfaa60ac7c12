// Written by `cargo xtask generate`.

package com.ratebook.automation

import com.ratebook.*
import com.ratebook.assignment.*
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
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else if (reader.isAt("stop")) stop = reader.orNull { reader.flag() }
                else if (reader.isAt("enabled")) enabled = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationRule(
                id ?: throw reader.missing("id"),
                on ?: throw reader.missing("on"),
                `when`,
                actions ?: throw reader.missing("actions"),
                stop ?: false,
                enabled,
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
    public data class Unknown(public val json: Json) : AutomationTrigger {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AutomationTrigger>("AutomationTrigger") {
        public fun serializer(): KSerializer<AutomationTrigger> = this

        override fun read(reader: WireReader): AutomationTrigger {
            if (reader.isAtText()) return Unknown(Json.Text(reader.text()))
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
    public data class Unknown(public val json: Json) : AutomationAction {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AutomationAction>("AutomationAction") {
        public fun serializer(): KSerializer<AutomationAction> = this

        override fun read(reader: WireReader): AutomationAction {
            if (reader.isAtText()) return Unknown(Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("assign")) Assign(AutomationEffect.read(reader))
                else if (reader.isAt("notify")) Notify(AutomationEffect.read(reader))
                else if (reader.isAt("create_task")) CreateTask(AutomationEffect.read(reader))
                else if (reader.isAt("call_webhook")) CallWebhook(AutomationEffect.read(reader))
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

/** Something happened: what is to be done? */
@Serializable(with = AutomationRequest.Companion::class)
public data class AutomationRequest(
    /** What the occasion is known by, so that it is acted on once. */
    public val id: String,
    /** What happened. */
    public val trigger: AutomationTrigger,
    /** The facts at that time. Those that no condition looks at may be missing. */
    public val facts: Map<String, Json> = emptyMap(),
    /** The ids of occasions that were acted on before. */
    public val handled: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("trigger"); trigger.write(writer)
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (handled.isNotEmpty()) { writer.field("handled"); writer.list(handled) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var trigger: AutomationTrigger? = null
        private var facts: Map<String, Json>? = null
        private var handled: List<String>? = null

        /** See [AutomationRequest.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [AutomationRequest.trigger]. */
        public fun trigger(trigger: AutomationTrigger): Builder = apply { this.trigger = trigger }

        /** See [AutomationRequest.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /** See [AutomationRequest.handled]. */
        public fun handled(handled: List<String>): Builder = apply { this.handled = handled }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AutomationRequest = AutomationRequest(
            checkNotNull(id) { "`id` of AutomationRequest is not set" },
            checkNotNull(trigger) { "`trigger` of AutomationRequest is not set" },
            facts ?: emptyMap(),
            handled ?: emptyList(),
        )
    }

    public companion object : Wire<AutomationRequest>("AutomationRequest") {
        public fun serializer(): KSerializer<AutomationRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AutomationRequest {
            var id: String? = null
            var trigger: AutomationTrigger? = null
            var facts: Map<String, Json>? = null
            var handled: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("trigger")) trigger = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("handled")) handled = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return AutomationRequest(
                id ?: throw reader.missing("id"),
                trigger ?: throw reader.missing("trigger"),
                facts ?: emptyMap(),
                handled ?: emptyList(),
            )
        }
    }
}

/** What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal. */
@Serializable(with = AutomationRun.Companion::class)
public data class AutomationRun @JvmOverloads constructor(
    /** The rules that ran, in the order in which their actions are to be done. */
    public val runs: List<AutomationRuleRun>,
    /** The rules that did not run, and why. Of what rules set off, only those that wait for it are told. */
    public val skipped: List<AutomationSkip>,
    /** The facts as they are when everything is done. */
    public val facts: Map<String, Json>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("runs"); writer.list(runs) { it.write(writer) }
        writer.field("skipped"); writer.list(skipped) { it.write(writer) }
        writer.field("facts"); writer.map(facts) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AutomationRun>("AutomationRun") {
        public fun serializer(): KSerializer<AutomationRun> = this

        override fun read(reader: WireReader): AutomationRun {
            var runs: List<AutomationRuleRun>? = null
            var skipped: List<AutomationSkip>? = null
            var facts: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("runs")) runs = reader.orNull { reader.list { AutomationRuleRun.read(reader) } }
                else if (reader.isAt("skipped")) skipped = reader.orNull { reader.list { AutomationSkip.read(reader) } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationRun(
                runs ?: throw reader.missing("runs"),
                skipped ?: throw reader.missing("skipped"),
                facts ?: throw reader.missing("facts"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A rule that ran. */
@Serializable(with = AutomationRuleRun.Companion::class)
public data class AutomationRuleRun(
    /** Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox. */
    public val key: String,
    /** The rule. */
    public val rule: String,
    /** What set it off. */
    public val trigger: AutomationTrigger,
    /** The number of the run whose action set it off, counted from 0; the occasion itself when there is none. */
    public val setOffBy: Int? = null,
    /** What is to be done, in this order, with the values of facts filled in. */
    public val actions: List<AutomationAction>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.field("rule"); writer.value(rule)
        writer.field("trigger"); trigger.write(writer)
        if (setOffBy != null) { writer.field("set_off_by"); writer.value(setOffBy) }
        writer.field("actions"); writer.list(actions) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AutomationRuleRun>("AutomationRuleRun") {
        public fun serializer(): KSerializer<AutomationRuleRun> = this

        override fun read(reader: WireReader): AutomationRuleRun {
            var key: String? = null
            var rule: String? = null
            var trigger: AutomationTrigger? = null
            var setOffBy: Int? = null
            var actions: List<AutomationAction>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("trigger")) trigger = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("set_off_by")) setOffBy = reader.orNull { reader.whole() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationRuleRun(
                key ?: throw reader.missing("key"),
                rule ?: throw reader.missing("rule"),
                trigger ?: throw reader.missing("trigger"),
                setOffBy,
                actions ?: throw reader.missing("actions"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A rule that did not run. */
@Serializable(with = AutomationSkip.Companion::class)
public data class AutomationSkip(
    /** The rule. */
    public val rule: String,
    /** Why. */
    public val why: AutomationSkipWhy,
    /** The number of the run whose action would have set it off; the occasion itself when there is none. */
    public val setOffBy: Int? = null,
    /** The rule after which no other was to run. */
    public val stoppedBy: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("rule"); writer.value(rule)
        writer.field("why"); why.write(writer)
        if (setOffBy != null) { writer.field("set_off_by"); writer.value(setOffBy) }
        if (stoppedBy != null) { writer.field("stopped_by"); writer.value(stoppedBy) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AutomationSkip>("AutomationSkip") {
        public fun serializer(): KSerializer<AutomationSkip> = this

        override fun read(reader: WireReader): AutomationSkip {
            var rule: String? = null
            var why: AutomationSkipWhy? = null
            var setOffBy: Int? = null
            var stoppedBy: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("why")) why = reader.orNull { AutomationSkipWhy.read(reader) }
                else if (reader.isAt("set_off_by")) setOffBy = reader.orNull { reader.whole() }
                else if (reader.isAt("stopped_by")) stoppedBy = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationSkip(
                rule ?: throw reader.missing("rule"),
                why ?: throw reader.missing("why"),
                setOffBy,
                stoppedBy,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why a rule did not run. */
@Serializable(with = AutomationSkipWhy.Companion::class)
public class AutomationSkipWhy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<AutomationSkipWhy>("AutomationSkipWhy") {
        public fun serializer(): KSerializer<AutomationSkipWhy> = this

        /** The occasion was acted on before. */
        @JvmField public val HANDLED: AutomationSkipWhy = AutomationSkipWhy("handled")

        /** It waits for something else. */
        @JvmField public val TRIGGER: AutomationSkipWhy = AutomationSkipWhy("trigger")

        /** It is switched off. */
        @JvmField public val DISABLED: AutomationSkipWhy = AutomationSkipWhy("disabled")

        /** A rule before it was the last to run. */
        @JvmField public val STOPPED: AutomationSkipWhy = AutomationSkipWhy("stopped")

        /** Its condition is false. */
        @JvmField public val CONDITION: AutomationSkipWhy = AutomationSkipWhy("condition")

        override val entries: List<AutomationSkipWhy> = listOf(
            HANDLED,
            TRIGGER,
            DISABLED,
            STOPPED,
            CONDITION,
        )

        internal override fun unknown(wire: String): AutomationSkipWhy = AutomationSkipWhy(wire)
    }
}
