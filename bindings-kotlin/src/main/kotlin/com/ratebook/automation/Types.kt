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
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

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
    /** The role in whose rights its actions are done, where the rule names one. */
    public val asRole: String? = null,
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
        if (asRole != null) { writer.field("as_role"); writer.value(asRole) }
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
            var asRole: String? = null
            var trigger: AutomationTrigger? = null
            var setOffBy: Int? = null
            var actions: List<AutomationAction>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("as_role")) asRole = reader.orNull { reader.text() }
                else if (reader.isAt("trigger")) trigger = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("set_off_by")) setOffBy = reader.orNull { reader.whole() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AutomationRuleRun(
                key ?: throw reader.missing("key"),
                rule ?: throw reader.missing("rule"),
                asRole,
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
