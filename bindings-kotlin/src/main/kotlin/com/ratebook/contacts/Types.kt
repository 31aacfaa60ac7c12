// Written by `cargo xtask generate`.

package com.ratebook.contacts

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
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

/** What goes out to whom, and when. */
@Serializable(with = ContactPlanDefinition.Companion::class)
public data class ContactPlanDefinition(
    /** The zone of its clock. */
    public val zone: String,
    /** When nothing goes out but what is about bills and security: it waits for their end. */
    public val quietHours: OpeningHours? = null,
    /** The ways on which something goes out, such as `email`. */
    public val channels: List<String>,
    /** What the conditions can look at. */
    public val facts: Map<String, String> = emptyMap(),
    /** What goes out. */
    public val contacts: List<ContactRule>,
    /** What the tenant wants, for those who did not say what they want; the first that fits counts. */
    public val preferences: List<ContactPreference> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (quietHours != null) { writer.field("quiet_hours"); quietHours.write(writer) }
        writer.field("channels"); writer.list(channels) { writer.value(it) }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.field("contacts"); writer.list(contacts) { it.write(writer) }
        if (preferences.isNotEmpty()) { writer.field("preferences"); writer.list(preferences) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var zone: String? = null
        private var quietHours: OpeningHours? = null
        private var channels: List<String>? = null
        private var facts: Map<String, String>? = null
        private var contacts: List<ContactRule>? = null
        private var preferences: List<ContactPreference>? = null

        /** See [ContactPlanDefinition.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [ContactPlanDefinition.quietHours]. */
        public fun quietHours(quietHours: OpeningHours?): Builder = apply { this.quietHours = quietHours }

        /** See [ContactPlanDefinition.channels]. */
        public fun channels(channels: List<String>): Builder = apply { this.channels = channels }

        /** See [ContactPlanDefinition.facts]. */
        public fun facts(facts: Map<String, String>): Builder = apply { this.facts = facts }

        /** See [ContactPlanDefinition.contacts]. */
        public fun contacts(contacts: List<ContactRule>): Builder = apply { this.contacts = contacts }

        /** See [ContactPlanDefinition.preferences]. */
        public fun preferences(preferences: List<ContactPreference>): Builder = apply { this.preferences = preferences }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactPlanDefinition = ContactPlanDefinition(
            checkNotNull(zone) { "`zone` of ContactPlanDefinition is not set" },
            quietHours,
            checkNotNull(channels) { "`channels` of ContactPlanDefinition is not set" },
            facts ?: emptyMap(),
            checkNotNull(contacts) { "`contacts` of ContactPlanDefinition is not set" },
            preferences ?: emptyList(),
        )
    }

    public companion object : Wire<ContactPlanDefinition>("ContactPlanDefinition") {
        public fun serializer(): KSerializer<ContactPlanDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactPlanDefinition {
            var zone: String? = null
            var quietHours: OpeningHours? = null
            var channels: List<String>? = null
            var facts: Map<String, String>? = null
            var contacts: List<ContactRule>? = null
            var preferences: List<ContactPreference>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("quiet_hours")) quietHours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("channels")) channels = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("contacts")) contacts = reader.orNull { reader.list { ContactRule.read(reader) } }
                else if (reader.isAt("preferences")) preferences = reader.orNull { reader.list { ContactPreference.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ContactPlanDefinition(
                zone ?: throw reader.missing("zone"),
                quietHours,
                channels ?: throw reader.missing("channels"),
                facts ?: emptyMap(),
                contacts ?: throw reader.missing("contacts"),
                preferences ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Whether something is wanted: all that has each of what is named, so everything when nothing is. */
@Serializable(with = ContactPreference.Companion::class)
public data class ContactPreference(
    /** This one. */
    public val contact: String? = null,
    /** What is for this. */
    public val purpose: ContactPurpose? = null,
    /** What goes out on this way. */
    public val channel: String? = null,
    /** Whether it is wanted. */
    public val wanted: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (contact != null) { writer.field("contact"); writer.value(contact) }
        if (purpose != null) { writer.field("purpose"); purpose.write(writer) }
        if (channel != null) { writer.field("channel"); writer.value(channel) }
        writer.field("wanted"); writer.value(wanted)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var contact: String? = null
        private var purpose: ContactPurpose? = null
        private var channel: String? = null
        private var wanted: Boolean? = null

        /** See [ContactPreference.contact]. */
        public fun contact(contact: String?): Builder = apply { this.contact = contact }

        /** See [ContactPreference.purpose]. */
        public fun purpose(purpose: ContactPurpose?): Builder = apply { this.purpose = purpose }

        /** See [ContactPreference.channel]. */
        public fun channel(channel: String?): Builder = apply { this.channel = channel }

        /** See [ContactPreference.wanted]. */
        public fun wanted(wanted: Boolean): Builder = apply { this.wanted = wanted }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactPreference = ContactPreference(
            contact,
            purpose,
            channel,
            checkNotNull(wanted) { "`wanted` of ContactPreference is not set" },
        )
    }

    public companion object : Wire<ContactPreference>("ContactPreference") {
        public fun serializer(): KSerializer<ContactPreference> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactPreference {
            var contact: String? = null
            var purpose: ContactPurpose? = null
            var channel: String? = null
            var wanted: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("contact")) contact = reader.orNull { reader.text() }
                else if (reader.isAt("purpose")) purpose = reader.orNull { ContactPurpose.read(reader) }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("wanted")) wanted = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ContactPreference(
                contact,
                purpose,
                channel,
                wanted ?: throw reader.missing("wanted"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is to be sent now? */
@Serializable(with = ContactsDueRequest.Companion::class)
public data class ContactsDueRequest(
    /** The present moment. */
    public val now: Instant,
    /**
     * `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
     * sent.
     */
    public val since: Instant? = null,
    /** The keys that the question before delayed; with `since`, they are looked at again. */
    public val delayed: List<String> = emptyList(),
    /** Whom or what it is about: quotes, bookings, customers, documents. */
    public val subjects: List<ContactSubject>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (since != null) { writer.field("since"); writer.value(since) }
        if (delayed.isNotEmpty()) { writer.field("delayed"); writer.list(delayed) { writer.value(it) } }
        writer.field("subjects"); writer.list(subjects) { it.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ContactsDueRequest &&
        alike(now, other.now) &&
        alike(since, other.since) &&
        delayed == other.delayed &&
        subjects == other.subjects

    override fun hashCode(): Int = hashed(now, since, delayed, subjects)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var since: Instant? = null
        private var delayed: List<String>? = null
        private var subjects: List<ContactSubject>? = null

        /** See [ContactsDueRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [ContactsDueRequest.since]. */
        public fun since(since: Instant?): Builder = apply { this.since = since }

        /** See [ContactsDueRequest.delayed]. */
        public fun delayed(delayed: List<String>): Builder = apply { this.delayed = delayed }

        /** See [ContactsDueRequest.subjects]. */
        public fun subjects(subjects: List<ContactSubject>): Builder = apply { this.subjects = subjects }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactsDueRequest = ContactsDueRequest(
            checkNotNull(now) { "`now` of ContactsDueRequest is not set" },
            since,
            delayed ?: emptyList(),
            checkNotNull(subjects) { "`subjects` of ContactsDueRequest is not set" },
        )
    }

    public companion object : Wire<ContactsDueRequest>("ContactsDueRequest") {
        public fun serializer(): KSerializer<ContactsDueRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactsDueRequest {
            var now: Instant? = null
            var since: Instant? = null
            var delayed: List<String>? = null
            var subjects: List<ContactSubject>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("since")) since = reader.orNull { reader.instant() }
                else if (reader.isAt("delayed")) delayed = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("subjects")) subjects = reader.orNull { reader.list { ContactSubject.read(reader) } }
                else throw reader.unknown()
            }
            return ContactsDueRequest(
                now ?: throw reader.missing("now"),
                since,
                delayed ?: emptyList(),
                subjects ?: throw reader.missing("subjects"),
            )
        }
    }
}

/** A quote, a booking, a customer, a document. */
@Serializable(with = ContactSubject.Companion::class)
public data class ContactSubject(
    /** What it is known by. */
    public val id: String,
    /** Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`. */
    public val anchors: Map<String, String>,
    /** When its dates were entered: what would have been due before is due then. What is yearly begins then. */
    public val knownAt: Instant? = null,
    /** The state that it is in, and its flags: what can stop a contact. */
    public val states: List<String> = emptyList(),
    /** What the conditions look at. */
    public val facts: Map<String, Json> = emptyMap(),
    /** Whether whoever receives it agreed to marketing. */
    public val marketingConsent: Boolean = false,
    /** What whoever receives it wants; the first that fits counts. */
    public val preferences: List<ContactPreference> = emptyList(),
    /** The zone of whoever receives it; that of the plan when not given. */
    public val zone: String? = null,
    /** The keys of what was sent. */
    public val sent: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("anchors"); writer.map(anchors) { writer.value(it) }
        if (knownAt != null) { writer.field("known_at"); writer.value(knownAt) }
        if (states.isNotEmpty()) { writer.field("states"); writer.list(states) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (marketingConsent) { writer.field("marketing_consent"); writer.value(marketingConsent) }
        if (preferences.isNotEmpty()) { writer.field("preferences"); writer.list(preferences) { it.write(writer) } }
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (sent.isNotEmpty()) { writer.field("sent"); writer.list(sent) { writer.value(it) } }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ContactSubject &&
        id == other.id &&
        anchors == other.anchors &&
        alike(knownAt, other.knownAt) &&
        states == other.states &&
        facts == other.facts &&
        marketingConsent == other.marketingConsent &&
        preferences == other.preferences &&
        zone == other.zone &&
        sent == other.sent

    override fun hashCode(): Int = hashed(id, anchors, knownAt, states, facts, marketingConsent, preferences, zone, sent)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var anchors: Map<String, String>? = null
        private var knownAt: Instant? = null
        private var states: List<String>? = null
        private var facts: Map<String, Json>? = null
        private var marketingConsent: Boolean? = null
        private var preferences: List<ContactPreference>? = null
        private var zone: String? = null
        private var sent: List<String>? = null

        /** See [ContactSubject.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [ContactSubject.anchors]. */
        public fun anchors(anchors: Map<String, String>): Builder = apply { this.anchors = anchors }

        /** See [ContactSubject.knownAt]. */
        public fun knownAt(knownAt: Instant?): Builder = apply { this.knownAt = knownAt }

        /** See [ContactSubject.states]. */
        public fun states(states: List<String>): Builder = apply { this.states = states }

        /** See [ContactSubject.facts]. */
        public fun facts(facts: Map<String, Json>): Builder = apply { this.facts = facts }

        /** See [ContactSubject.marketingConsent]. */
        public fun marketingConsent(marketingConsent: Boolean): Builder = apply { this.marketingConsent = marketingConsent }

        /** See [ContactSubject.preferences]. */
        public fun preferences(preferences: List<ContactPreference>): Builder = apply { this.preferences = preferences }

        /** See [ContactSubject.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [ContactSubject.sent]. */
        public fun sent(sent: List<String>): Builder = apply { this.sent = sent }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ContactSubject = ContactSubject(
            checkNotNull(id) { "`id` of ContactSubject is not set" },
            checkNotNull(anchors) { "`anchors` of ContactSubject is not set" },
            knownAt,
            states ?: emptyList(),
            facts ?: emptyMap(),
            marketingConsent ?: false,
            preferences ?: emptyList(),
            zone,
            sent ?: emptyList(),
        )
    }

    public companion object : Wire<ContactSubject>("ContactSubject") {
        public fun serializer(): KSerializer<ContactSubject> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ContactSubject {
            var id: String? = null
            var anchors: Map<String, String>? = null
            var knownAt: Instant? = null
            var states: List<String>? = null
            var facts: Map<String, Json>? = null
            var marketingConsent: Boolean? = null
            var preferences: List<ContactPreference>? = null
            var zone: String? = null
            var sent: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("anchors")) anchors = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("known_at")) knownAt = reader.orNull { reader.instant() }
                else if (reader.isAt("states")) states = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("marketing_consent")) marketingConsent = reader.orNull { reader.flag() }
                else if (reader.isAt("preferences")) preferences = reader.orNull { reader.list { ContactPreference.read(reader) } }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("sent")) sent = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return ContactSubject(
                id ?: throw reader.missing("id"),
                anchors ?: throw reader.missing("anchors"),
                knownAt,
                states ?: emptyList(),
                facts ?: emptyMap(),
                marketingConsent ?: false,
                preferences ?: emptyList(),
                zone,
                sent ?: emptyList(),
            )
        }
    }
}

/** What is due, in order of time. */
@Serializable(with = ContactsDue.Companion::class)
public data class ContactsDue(
    /** What is to be sent now. */
    public val send: List<PlannedContact>,
    /** What is due and waits for the end of quiet hours. */
    public val delayed: List<PlannedContact>,
    /** What is due and is not sent. */
    public val suppressed: List<PlannedContact>,
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
        if (nextAt != null) { writer.field("next_at"); writer.value(nextAt) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ContactsDue &&
        send == other.send &&
        delayed == other.delayed &&
        suppressed == other.suppressed &&
        alike(nextAt, other.nextAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(send, delayed, suppressed, nextAt, unknownFields)

    public companion object : Wire<ContactsDue>("ContactsDue") {
        public fun serializer(): KSerializer<ContactsDue> = this

        override fun read(reader: WireReader): ContactsDue {
            var send: List<PlannedContact>? = null
            var delayed: List<PlannedContact>? = null
            var suppressed: List<PlannedContact>? = null
            var nextAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("send")) send = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("delayed")) delayed = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("suppressed")) suppressed = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("next_at")) nextAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ContactsDue(
                send ?: throw reader.missing("send"),
                delayed ?: throw reader.missing("delayed"),
                suppressed ?: throw reader.missing("suppressed"),
                nextAt,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that goes out once. */
@Serializable(with = PlannedContact.Companion::class)
public data class PlannedContact(
    /** Subject, contact and occurrence: the same however often it is asked for. */
    public val key: String,
    /** Whom or what it is about. */
    public val subject: String,
    /** Which contact. */
    public val contact: String,
    /** On which way. */
    public val channel: String,
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
        writer.field("subject"); writer.value(subject)
        writer.field("contact"); writer.value(contact)
        writer.field("channel"); writer.value(channel)
        writer.field("due_at"); writer.value(dueAt)
        if (goesAt != null) { writer.field("goes_at"); writer.value(goesAt) }
        if (why != null) { writer.field("why"); why.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PlannedContact &&
        key == other.key &&
        subject == other.subject &&
        contact == other.contact &&
        channel == other.channel &&
        alike(dueAt, other.dueAt) &&
        alike(goesAt, other.goesAt) &&
        why == other.why &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(key, subject, contact, channel, dueAt, goesAt, why, unknownFields)

    public companion object : Wire<PlannedContact>("PlannedContact") {
        public fun serializer(): KSerializer<PlannedContact> = this

        override fun read(reader: WireReader): PlannedContact {
            var key: String? = null
            var subject: String? = null
            var contact: String? = null
            var channel: String? = null
            var dueAt: Instant? = null
            var goesAt: Instant? = null
            var why: ContactSuppressedWhy? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("contact")) contact = reader.orNull { reader.text() }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("due_at")) dueAt = reader.orNull { reader.instant() }
                else if (reader.isAt("goes_at")) goesAt = reader.orNull { reader.instant() }
                else if (reader.isAt("why")) why = reader.orNull { ContactSuppressedWhy.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PlannedContact(
                key ?: throw reader.missing("key"),
                subject ?: throw reader.missing("subject"),
                contact ?: throw reader.missing("contact"),
                channel ?: throw reader.missing("channel"),
                dueAt ?: throw reader.missing("due_at"),
                goesAt,
                why,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why something that is due is not sent. */
@Serializable(with = ContactSuppressedWhy.Companion::class)
public class ContactSuppressedWhy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ContactSuppressedWhy>("ContactSuppressedWhy") {
        public fun serializer(): KSerializer<ContactSuppressedWhy> = this

        /** It was. */
        @JvmField public val SENT: ContactSuppressedWhy = ContactSuppressedWhy("sent")

        /** A state or a flag ended it. */
        @JvmField public val STOPPED: ContactSuppressedWhy = ContactSuppressedWhy("stopped")

        /** It is not wanted: by whoever receives it, by the tenant, or as a rule. */
        @JvmField public val OPTED_OUT: ContactSuppressedWhy = ContactSuppressedWhy("opted_out")

        /** Marketing without consent. */
        @JvmField public val NO_CONSENT: ContactSuppressedWhy = ContactSuppressedWhy("no_consent")

        /** Its condition is false. */
        @JvmField public val CONDITION: ContactSuppressedWhy = ContactSuppressedWhy("condition")

        /** It is later than its grace. */
        @JvmField public val TOO_LATE: ContactSuppressedWhy = ContactSuppressedWhy("too_late")

        override val entries: List<ContactSuppressedWhy> = listOf(
            SENT,
            STOPPED,
            OPTED_OUT,
            NO_CONSENT,
            CONDITION,
            TOO_LATE,
        )

        internal override fun unknown(wire: String): ContactSuppressedWhy = ContactSuppressedWhy(wire)
    }
}
