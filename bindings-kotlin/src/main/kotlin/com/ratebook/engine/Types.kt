// Written by `cargo xtask generate`.

package com.ratebook

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
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** Which codes are wanted. */
@Serializable(with = CodesRequest.Companion::class)
public data class CodesRequest(
    /** Only codes of this family, such as `rates`. */
    public val family: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (family != null) { writer.field("family"); writer.value(family) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var family: String? = null

        /** See [CodesRequest.family]. */
        public fun family(family: String?): Builder = apply { this.family = family }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CodesRequest = CodesRequest(
            family,
        )
    }

    public companion object : Wire<CodesRequest>("CodesRequest") {
        public fun serializer(): KSerializer<CodesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CodesRequest {
            var family: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("family")) family = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CodesRequest(
                family,
            )
        }
    }
}

/** One code of the catalogue. */
@Serializable(with = CodeEntry.Companion::class)
public data class CodeEntry @JvmOverloads constructor(
    /** The code. */
    public val code: Code,
    /** When it is given. */
    public val meaning: String,
    /** The figures that may come with it. */
    public val details: List<CodeDetail>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("meaning"); writer.value(meaning)
        writer.field("details"); writer.list(details) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CodeEntry>("CodeEntry") {
        public fun serializer(): KSerializer<CodeEntry> = this

        override fun read(reader: WireReader): CodeEntry {
            var code: Code? = null
            var meaning: String? = null
            var details: List<CodeDetail>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("meaning")) meaning = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.list { CodeDetail.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CodeEntry(
                code ?: throw reader.missing("code"),
                meaning ?: throw reader.missing("meaning"),
                details ?: throw reader.missing("details"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The catalogue of every code that an answer can carry. */
@Serializable(with = Code.Companion::class)
public class Code private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Code>("Code") {
        public fun serializer(): KSerializer<Code> = this

        /** A defect in Ratebook itself stopped the call. */
        @JvmField public val ENGINE_DEFECT: Code = Code("engine.defect")

        /** The server has too much to do just now, or somebody else changes the same; trying again may succeed. */
        @JvmField public val ENGINE_BUSY: Code = Code("engine.busy")

        /** Nothing is changed just now, here or in this tenant; reading goes on. */
        @JvmField public val ENGINE_READ_ONLY: Code = Code("engine.read_only")

        /** The text is not JSON. */
        @JvmField public val DEFINITION_JSON: Code = Code("definition.json")

        /** The compact form of a definition does not have its checksum, or is cut off. */
        @JvmField public val DEFINITION_DAMAGED: Code = Code("definition.damaged")

        /** The definition is larger or deeper than any that is accepted. */
        @JvmField public val DEFINITION_TOO_LARGE: Code = Code("definition.too_large")

        /** A value is of another type than its field takes. */
        @JvmField public val DEFINITION_TYPE: Code = Code("definition.type")

        /** A field that is needed is not there. */
        @JvmField public val DEFINITION_MISSING: Code = Code("definition.missing")

        /** A field or choice that does not exist. */
        @JvmField public val DEFINITION_UNKNOWN: Code = Code("definition.unknown")

        /** A value outside what its field takes. */
        @JvmField public val DEFINITION_RANGE: Code = Code("definition.range")

        /** Two parts of a definition contradict each other. */
        @JvmField public val DEFINITION_CONFLICT: Code = Code("definition.conflict")

        /** A range that must be covered is not. */
        @JvmField public val DEFINITION_GAP: Code = Code("definition.gap")

        /** Two ranges that must not meet do. */
        @JvmField public val DEFINITION_OVERLAP: Code = Code("definition.overlap")

        /** A name that nothing in the definition has. */
        @JvmField public val DEFINITION_REFERENCE: Code = Code("definition.reference")

        /** An expression that cannot be read or does not type-check. */
        @JvmField public val DEFINITION_EXPRESSION: Code = Code("definition.expression")

        /** The text is not JSON. */
        @JvmField public val REQUEST_JSON: Code = Code("request.json")

        /** The request is larger or deeper than any that is accepted. */
        @JvmField public val REQUEST_TOO_LARGE: Code = Code("request.too_large")

        /** A value is of another type than its field takes. */
        @JvmField public val REQUEST_TYPE: Code = Code("request.type")

        /** A field that is needed is not there. */
        @JvmField public val REQUEST_MISSING: Code = Code("request.missing")

        /** A field, choice or operation that does not exist. */
        @JvmField public val REQUEST_UNKNOWN: Code = Code("request.unknown")

        /** A value outside what its field takes. */
        @JvmField public val REQUEST_RANGE: Code = Code("request.range")

        /** Two parts of a request contradict each other. */
        @JvmField public val REQUEST_CONFLICT: Code = Code("request.conflict")

        /** An expression that has no value: a division by zero, an entry that is not there, too many steps. */
        @JvmField public val EXPRESSION_FAILED: Code = Code("expression.failed")

        /** Not a currency of ISO 4217. */
        @JvmField public val MONEY_CURRENCY_UNKNOWN: Code = Code("money.currency_unknown")

        /** Two currencies met; mixing is an error, not a conversion. */
        @JvmField public val MONEY_CURRENCY_MISMATCH: Code = Code("money.currency_mismatch")

        /** The exact result needs more digits than an amount can hold. */
        @JvmField public val MONEY_OVERFLOW: Code = Code("money.overflow")

        /** An amount that cannot be shared out by these weights. */
        @JvmField public val MONEY_ALLOCATION: Code = Code("money.allocation")

        /** No exchange rate leads from one currency to the other. */
        @JvmField public val MONEY_RATE_MISSING: Code = Code("money.rate_missing")

        /** The exchange rate is older than allowed. */
        @JvmField public val MONEY_RATE_STALE: Code = Code("money.rate_stale")

        /** A currency that the payment gateway does not take. */
        @JvmField public val MONEY_GATEWAY_CURRENCY: Code = Code("money.gateway_currency")

        /** An amount finer or larger than the payment gateway takes. */
        @JvmField public val MONEY_GATEWAY_AMOUNT: Code = Code("money.gateway_amount")

        /** Not a zone of the IANA database. */
        @JvmField public val TIME_ZONE_UNKNOWN: Code = Code("time.zone_unknown")

        /** A range that ends before it begins. */
        @JvmField public val TIME_REVERSED: Code = Code("time.reversed")

        /** A day or instant outside the years 0001 to 9999. */
        @JvmField public val TIME_OUT_OF_RANGE: Code = Code("time.out_of_range")

        /** A recurrence rule that cannot be read, or that contradicts itself. */
        @JvmField public val TIME_RECURRENCE: Code = Code("time.recurrence")

        /** A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched. */
        @JvmField public val TIME_RECURRENCE_ENDLESS: Code = Code("time.recurrence_endless")

        /** The list is a draft or archived. */
        @JvmField public val RATES_NOT_PUBLISHED: Code = Code("rates.not_published")

        /** Days outside the list's validity. */
        @JvmField public val RATES_NOT_VALID: Code = Code("rates.not_valid")

        /** A newer version of the list answers for these days. */
        @JvmField public val RATES_SUPERSEDED: Code = Code("rates.superseded")

        /** The stay touches blackout days. */
        @JvmField public val RATES_BLACKOUT: Code = Code("rates.blackout")

        /** The stay touches closed days. */
        @JvmField public val RATES_CLOSED: Code = Code("rates.closed")

        /** No arrival on that day. */
        @JvmField public val RATES_CLOSED_TO_ARRIVAL: Code = Code("rates.closed_to_arrival")

        /** No departure on that day. */
        @JvmField public val RATES_CLOSED_TO_DEPARTURE: Code = Code("rates.closed_to_departure")

        /** The stay is shorter than the list allows. */
        @JvmField public val RATES_MIN_STAY: Code = Code("rates.min_stay")

        /** The stay is longer than the list allows. */
        @JvmField public val RATES_MAX_STAY: Code = Code("rates.max_stay")

        /** Booked too late or too early before arrival. */
        @JvmField public val RATES_LEAD_TIME: Code = Code("rates.lead_time")

        /** The days are past their release and no longer sold. */
        @JvmField public val RATES_RELEASED: Code = Code("rates.released")

        /** Booked outside the days on which the list is sold. */
        @JvmField public val RATES_BOOKING_WINDOW: Code = Code("rates.booking_window")

        /** The party has too few or too many people for the list. */
        @JvmField public val RATES_OCCUPANCY: Code = Code("rates.occupancy")

        /** The party is larger than the largest the list prices. */
        @JvmField public val RATES_OCCUPANCY_EXCEEDED: Code = Code("rates.occupancy_exceeded")

        /** The list has no price for this party or time. */
        @JvmField public val RATES_UNPRICED: Code = Code("rates.unpriced")

        /** An optional supplement that the list does not have. */
        @JvmField public val RATES_SUPPLEMENT_UNKNOWN: Code = Code("rates.supplement_unknown")

        /** A promotion code that the list does not have. */
        @JvmField public val RATES_PROMO_UNKNOWN: Code = Code("rates.promo_unknown")

        /** A promotion code outside its window or used up. */
        @JvmField public val RATES_PROMO_CLOSED: Code = Code("rates.promo_closed")

        /** No taxes are known for that region. */
        @JvmField public val RATES_TAX_REGION: Code = Code("rates.tax_region")

        /** None of the lists can answer. */
        @JvmField public val RATES_NO_LIST: Code = Code("rates.no_list")

        /** Two published lists answer for the same days. */
        @JvmField public val RATES_OVERLAP: Code = Code("rates.overlap")

        /** Another list of the tenant has this code. */
        @JvmField public val RATES_CODE_TAKEN: Code = Code("rates.code_taken")

        /** The list's status does not allow that. */
        @JvmField public val RATES_STATUS: Code = Code("rates.status")

        /** Something still refers to the list. */
        @JvmField public val RATES_IN_USE: Code = Code("rates.in_use")

        /** A row of an imported file cannot be read. */
        @JvmField public val RATES_IMPORT: Code = Code("rates.import")

        /** The moment lies outside the billing period. */
        @JvmField public val RATES_PLAN_PERIOD: Code = Code("rates.plan_period")

        /** A boost must be to a dearer plan. */
        @JvmField public val RATES_BOOST_NOT_FASTER: Code = Code("rates.boost_not_faster")

        /** The time meets a booking and no unit is left. */
        @JvmField public val CALENDAR_CONFLICT: Code = Code("calendar.conflict")

        /** The time meets a hold and no unit is left. */
        @JvmField public val CALENDAR_HELD: Code = Code("calendar.held")

        /** The time is blocked: a repair, an event of another calendar. */
        @JvmField public val CALENDAR_BLOCKED: Code = Code("calendar.blocked")

        /** The time is free, but too close to a neighbour to keep the buffer. */
        @JvmField public val CALENDAR_BUFFER: Code = Code("calendar.buffer")

        /** More units than the resource has. */
        @JvmField public val CALENDAR_CAPACITY: Code = Code("calendar.capacity")

        /** A night or departure has too few units left. */
        @JvmField public val CALENDAR_SOLD_OUT: Code = Code("calendar.sold_out")

        /** The partner's allotment has too few units left. */
        @JvmField public val CALENDAR_ALLOTMENT: Code = Code("calendar.allotment")

        /** A night or departure is not sold for now. */
        @JvmField public val CALENDAR_STOP_SALE: Code = Code("calendar.stop_sale")

        /** There is no departure on that day. */
        @JvmField public val CALENDAR_NO_DEPARTURE: Code = Code("calendar.no_departure")

        /** The departure is no longer sold. */
        @JvmField public val CALENDAR_DEPARTURE_CLOSED: Code = Code("calendar.departure_closed")

        /** The time does not lie within opening hours. */
        @JvmField public val CALENDAR_CLOSED: Code = Code("calendar.closed")

        /** Bookings do not begin at that time of day. */
        @JvmField public val CALENDAR_GRID: Code = Code("calendar.grid")

        /** The time is shorter than the shortest booking. */
        @JvmField public val CALENDAR_TOO_SHORT: Code = Code("calendar.too_short")

        /** The time is longer than the longest booking. */
        @JvmField public val CALENDAR_TOO_LONG: Code = Code("calendar.too_long")

        /** The length is not a multiple of the step of lengths. */
        @JvmField public val CALENDAR_LENGTH_STEP: Code = Code("calendar.length_step")

        /** The time has begun already, and the resource does not take what is past. */
        @JvmField public val CALENDAR_PAST: Code = Code("calendar.past")

        /** Booked too shortly before it begins. */
        @JvmField public val CALENDAR_NOTICE: Code = Code("calendar.notice")

        /** Tonight is no longer sold: the resource's cut-off has passed. */
        @JvmField public val CALENDAR_CUT_OFF: Code = Code("calendar.cut_off")

        /** Booked too far ahead. */
        @JvmField public val CALENDAR_HORIZON: Code = Code("calendar.horizon")

        /** The calendar has no such resource. */
        @JvmField public val CALENDAR_RESOURCE_UNKNOWN: Code = Code("calendar.resource_unknown")

        /** The calendar has no such booking. */
        @JvmField public val CALENDAR_BOOKING_UNKNOWN: Code = Code("calendar.booking_unknown")

        /** Another booking has that id. */
        @JvmField public val CALENDAR_BOOKING_EXISTS: Code = Code("calendar.booking_exists")

        /** The calendar has no such hold. */
        @JvmField public val CALENDAR_HOLD_UNKNOWN: Code = Code("calendar.hold_unknown")

        /** Another hold has that key. */
        @JvmField public val CALENDAR_HOLD_EXISTS: Code = Code("calendar.hold_exists")

        /** The hold has expired. */
        @JvmField public val CALENDAR_HOLD_EXPIRED: Code = Code("calendar.hold_expired")

        /** The calendar has blocked no such time. */
        @JvmField public val CALENDAR_BLOCK_UNKNOWN: Code = Code("calendar.block_unknown")

        /** Another blocked time has that id. */
        @JvmField public val CALENDAR_BLOCK_EXISTS: Code = Code("calendar.block_exists")

        /** An occurrence of a series is not free, and all were asked for. */
        @JvmField public val CALENDAR_SERIES: Code = Code("calendar.series")

        /** An iCalendar text, or a part of it, that cannot be read. */
        @JvmField public val CALENDAR_FEED: Code = Code("calendar.feed")

        /** An iCalendar text larger than any that is accepted. */
        @JvmField public val CALENDAR_FEED_TOO_LARGE: Code = Code("calendar.feed_too_large")

        /** An iCalendar zone that is not known. */
        @JvmField public val CALENDAR_FEED_ZONE: Code = Code("calendar.feed_zone")

        /** Nobody can take it. */
        @JvmField public val CALENDAR_UNASSIGNED: Code = Code("calendar.unassigned")

        /** The event is not possible in this state; the details name what is. */
        @JvmField public val FLOW_ILLEGAL: Code = Code("flow.illegal")

        /** The condition of the event, or of the beginning, does not hold. */
        @JvmField public val FLOW_GUARD: Code = Code("flow.guard")

        /** It is not yet the time for the event; the details name the moment. */
        @JvmField public val FLOW_TOO_EARLY: Code = Code("flow.too_early")

        /** It is no longer the time for the event; the details name the moment. */
        @JvmField public val FLOW_TOO_LATE: Code = Code("flow.too_late")

        /** More timers have run out than are settled at once; fire what is due first. */
        @JvmField public val FLOW_UNSETTLED: Code = Code("flow.unsettled")

        /** A field that must be given with the event is not. */
        @JvmField public val FLOW_FIELD_MISSING: Code = Code("flow.field_missing")

        /** Somebody else changed the instance meanwhile. */
        @JvmField public val FLOW_VERSION: Code = Code("flow.version")

        /** The machine has no such state. */
        @JvmField public val FLOW_STATE_UNKNOWN: Code = Code("flow.state_unknown")

        /** The machine has no such event. */
        @JvmField public val FLOW_EVENT_UNKNOWN: Code = Code("flow.event_unknown")

        /** The instance belongs to another machine, or to another version of it. */
        @JvmField public val FLOW_OTHER_MACHINE: Code = Code("flow.other_machine")

        /** A history that the machine could not have lived. */
        @JvmField public val FLOW_HISTORY: Code = Code("flow.history")

        /** Rules set each other off in a circle; the details name it. */
        @JvmField public val FLOW_AUTOMATION_LOOP: Code = Code("flow.automation_loop")

        /** Rules set off more runs of other rules than are allowed, without a circle. */
        @JvmField public val FLOW_AUTOMATION_CHAIN: Code = Code("flow.automation_chain")

        /** Effects that change records follow from each other further than is done at once; the details say how far. */
        @JvmField public val FLOW_EFFECT_LOOP: Code = Code("flow.effect_loop")

        /** Nobody is signed in: no token came along, or one that does not hold. */
        @JvmField public val TENANCY_NOT_SIGNED_IN: Code = Code("tenancy.not_signed_in")

        /** The password is right, and a code is to be shown as well; the details have the ticket for it. */
        @JvmField public val TENANCY_SECOND_FACTOR: Code = Code("tenancy.second_factor")

        /** Who is signed in has shown that it is them too long ago for this; the details say how recent it has to be. */
        @JvmField public val TENANCY_SHOW_AGAIN: Code = Code("tenancy.show_again")

        /** A permission that is needed is not held; the details name it. */
        @JvmField public val TENANCY_PERMISSION_MISSING: Code = Code("tenancy.permission_missing")

        /** Nobody would be an owner who can act any more. */
        @JvmField public val TENANCY_LAST_OWNER: Code = Code("tenancy.last_owner")

        /** The tenant's status, or the time since it changed, does not allow that. */
        @JvmField public val TENANCY_STATUS: Code = Code("tenancy.status")

        /** Something of another tenant; nothing of it was read. */
        @JvmField public val TENANCY_WRONG_TENANT: Code = Code("tenancy.wrong_tenant")

        /** More calls than a limit lets through; the details say when to try again. */
        @JvmField public val TENANCY_RATE_LIMITED: Code = Code("tenancy.rate_limited")

        /** Locked after too many failures; the details say until when. */
        @JvmField public val TENANCY_LOCKED: Code = Code("tenancy.locked")

        /** A rule blocks the address. */
        @JvmField public val TENANCY_ADDRESS_BLOCKED: Code = Code("tenancy.address_blocked")

        /** More than is left of a quota; the details name the limit and the current count. */
        @JvmField public val TENANCY_QUOTA: Code = Code("tenancy.quota")

        /** Nothing is held under the key of a reservation. */
        @JvmField public val TENANCY_RESERVATION: Code = Code("tenancy.reservation")

        /** An API key that is not whole, or mistyped: its checksum differs. */
        @JvmField public val TENANCY_KEY_TYPO: Code = Code("tenancy.key_typo")

        /** No API key of the tenant is like this one. */
        @JvmField public val TENANCY_KEY_UNKNOWN: Code = Code("tenancy.key_unknown")

        /** The API key has expired. */
        @JvmField public val TENANCY_KEY_EXPIRED: Code = Code("tenancy.key_expired")

        /** The API key was revoked. */
        @JvmField public val TENANCY_KEY_REVOKED: Code = Code("tenancy.key_revoked")

        /** The API key may not be used from that address. */
        @JvmField public val TENANCY_KEY_ADDRESS: Code = Code("tenancy.key_address")

        /** Audit records that were changed, removed or reordered. */
        @JvmField public val TENANCY_AUDIT_BROKEN: Code = Code("tenancy.audit_broken")

        /** Another one has this value, and no two may. */
        @JvmField public val TENANCY_FIELD_TAKEN: Code = Code("tenancy.field_taken")

        /** A record has another shape than was declared, so that something personal may not be found in it; nothing was erased. */
        @JvmField public val TENANCY_NOT_ERASED: Code = Code("tenancy.not_erased")

        /** The values of custom fields do not go together. */
        @JvmField public val TENANCY_FIELD_CHECK: Code = Code("tenancy.field_check")

        /** A record does not meet a condition of its entity. */
        @JvmField public val RECORDS_CHECK: Code = Code("records.check")

        /** A field that the actor may not write: the machine, the engine or nobody does. */
        @JvmField public val RECORDS_NOT_WRITABLE: Code = Code("records.not_writable")

        /** A secret that is shown to nobody, since its field does not say to whom. */
        @JvmField public val RECORDS_NOT_REVEALED: Code = Code("records.not_revealed")

        /** A link to a record that is not there, or that may not be linked to. */
        @JvmField public val RECORDS_LINK: Code = Code("records.link")

        /** Another record has this value, and no two may. */
        @JvmField public val RECORDS_TAKEN: Code = Code("records.taken")

        /** The record cannot be deleted while others link to it; the details say how many. */
        @JvmField public val RECORDS_IN_USE: Code = Code("records.in_use")

        /** Somebody else changed the record meanwhile. */
        @JvmField public val RECORDS_VERSION: Code = Code("records.version")

        /** There is no such record, or the actor may not know of it. */
        @JvmField public val RECORDS_NOT_FOUND: Code = Code("records.not_found")

        /** A row of an imported sheet cannot be kept; the details say which. */
        @JvmField public val RECORDS_ROW: Code = Code("records.row")

        /** A message from outside is not proven by a secret that counts, or too old. */
        @JvmField public val RECORDS_SIGNATURE: Code = Code("records.signature")

        /** A virus was found in a file; nothing of it was kept. */
        @JvmField public val RECORDS_INFECTED: Code = Code("records.infected")

        /** A document cannot be made of the record; the details say where its template is at fault. */
        @JvmField public val RECORDS_DOCUMENT: Code = Code("records.document")

        override val entries: List<Code> = listOf(
            ENGINE_DEFECT,
            ENGINE_BUSY,
            ENGINE_READ_ONLY,
            DEFINITION_JSON,
            DEFINITION_DAMAGED,
            DEFINITION_TOO_LARGE,
            DEFINITION_TYPE,
            DEFINITION_MISSING,
            DEFINITION_UNKNOWN,
            DEFINITION_RANGE,
            DEFINITION_CONFLICT,
            DEFINITION_GAP,
            DEFINITION_OVERLAP,
            DEFINITION_REFERENCE,
            DEFINITION_EXPRESSION,
            REQUEST_JSON,
            REQUEST_TOO_LARGE,
            REQUEST_TYPE,
            REQUEST_MISSING,
            REQUEST_UNKNOWN,
            REQUEST_RANGE,
            REQUEST_CONFLICT,
            EXPRESSION_FAILED,
            MONEY_CURRENCY_UNKNOWN,
            MONEY_CURRENCY_MISMATCH,
            MONEY_OVERFLOW,
            MONEY_ALLOCATION,
            MONEY_RATE_MISSING,
            MONEY_RATE_STALE,
            MONEY_GATEWAY_CURRENCY,
            MONEY_GATEWAY_AMOUNT,
            TIME_ZONE_UNKNOWN,
            TIME_REVERSED,
            TIME_OUT_OF_RANGE,
            TIME_RECURRENCE,
            TIME_RECURRENCE_ENDLESS,
            RATES_NOT_PUBLISHED,
            RATES_NOT_VALID,
            RATES_SUPERSEDED,
            RATES_BLACKOUT,
            RATES_CLOSED,
            RATES_CLOSED_TO_ARRIVAL,
            RATES_CLOSED_TO_DEPARTURE,
            RATES_MIN_STAY,
            RATES_MAX_STAY,
            RATES_LEAD_TIME,
            RATES_RELEASED,
            RATES_BOOKING_WINDOW,
            RATES_OCCUPANCY,
            RATES_OCCUPANCY_EXCEEDED,
            RATES_UNPRICED,
            RATES_SUPPLEMENT_UNKNOWN,
            RATES_PROMO_UNKNOWN,
            RATES_PROMO_CLOSED,
            RATES_TAX_REGION,
            RATES_NO_LIST,
            RATES_OVERLAP,
            RATES_CODE_TAKEN,
            RATES_STATUS,
            RATES_IN_USE,
            RATES_IMPORT,
            RATES_PLAN_PERIOD,
            RATES_BOOST_NOT_FASTER,
            CALENDAR_CONFLICT,
            CALENDAR_HELD,
            CALENDAR_BLOCKED,
            CALENDAR_BUFFER,
            CALENDAR_CAPACITY,
            CALENDAR_SOLD_OUT,
            CALENDAR_ALLOTMENT,
            CALENDAR_STOP_SALE,
            CALENDAR_NO_DEPARTURE,
            CALENDAR_DEPARTURE_CLOSED,
            CALENDAR_CLOSED,
            CALENDAR_GRID,
            CALENDAR_TOO_SHORT,
            CALENDAR_TOO_LONG,
            CALENDAR_LENGTH_STEP,
            CALENDAR_PAST,
            CALENDAR_NOTICE,
            CALENDAR_CUT_OFF,
            CALENDAR_HORIZON,
            CALENDAR_RESOURCE_UNKNOWN,
            CALENDAR_BOOKING_UNKNOWN,
            CALENDAR_BOOKING_EXISTS,
            CALENDAR_HOLD_UNKNOWN,
            CALENDAR_HOLD_EXISTS,
            CALENDAR_HOLD_EXPIRED,
            CALENDAR_BLOCK_UNKNOWN,
            CALENDAR_BLOCK_EXISTS,
            CALENDAR_SERIES,
            CALENDAR_FEED,
            CALENDAR_FEED_TOO_LARGE,
            CALENDAR_FEED_ZONE,
            CALENDAR_UNASSIGNED,
            FLOW_ILLEGAL,
            FLOW_GUARD,
            FLOW_TOO_EARLY,
            FLOW_TOO_LATE,
            FLOW_UNSETTLED,
            FLOW_FIELD_MISSING,
            FLOW_VERSION,
            FLOW_STATE_UNKNOWN,
            FLOW_EVENT_UNKNOWN,
            FLOW_OTHER_MACHINE,
            FLOW_HISTORY,
            FLOW_AUTOMATION_LOOP,
            FLOW_AUTOMATION_CHAIN,
            FLOW_EFFECT_LOOP,
            TENANCY_NOT_SIGNED_IN,
            TENANCY_SECOND_FACTOR,
            TENANCY_SHOW_AGAIN,
            TENANCY_PERMISSION_MISSING,
            TENANCY_LAST_OWNER,
            TENANCY_STATUS,
            TENANCY_WRONG_TENANT,
            TENANCY_RATE_LIMITED,
            TENANCY_LOCKED,
            TENANCY_ADDRESS_BLOCKED,
            TENANCY_QUOTA,
            TENANCY_RESERVATION,
            TENANCY_KEY_TYPO,
            TENANCY_KEY_UNKNOWN,
            TENANCY_KEY_EXPIRED,
            TENANCY_KEY_REVOKED,
            TENANCY_KEY_ADDRESS,
            TENANCY_AUDIT_BROKEN,
            TENANCY_FIELD_TAKEN,
            TENANCY_NOT_ERASED,
            TENANCY_FIELD_CHECK,
            RECORDS_CHECK,
            RECORDS_NOT_WRITABLE,
            RECORDS_NOT_REVEALED,
            RECORDS_LINK,
            RECORDS_TAKEN,
            RECORDS_IN_USE,
            RECORDS_VERSION,
            RECORDS_NOT_FOUND,
            RECORDS_ROW,
            RECORDS_SIGNATURE,
            RECORDS_INFECTED,
            RECORDS_DOCUMENT,
        )

        internal override fun unknown(wire: String): Code = Code(wire)
    }
}

/** A figure by its name. */
@Serializable(with = CodeDetail.Companion::class)
public data class CodeDetail @JvmOverloads constructor(
    /** The name under which it stands among the details. */
    public val name: String,
    /** What it is. */
    public val kind: DetailKind,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("kind"); kind.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CodeDetail>("CodeDetail") {
        public fun serializer(): KSerializer<CodeDetail> = this

        override fun read(reader: WireReader): CodeDetail {
            var name: String? = null
            var kind: DetailKind? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { DetailKind.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CodeDetail(
                name ?: throw reader.missing("name"),
                kind ?: throw reader.missing("kind"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a figure is, by which an app reads it. */
@Serializable(with = DetailKind.Companion::class)
public class DetailKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<DetailKind>("DetailKind") {
        public fun serializer(): KSerializer<DetailKind> = this

        /** A whole number. */
        @JvmField public val COUNT: DetailKind = DetailKind("count")

        /** An exact number as text: an amount, a ratio. */
        @JvmField public val DECIMAL: DetailKind = DetailKind("decimal")

        /** A day. */
        @JvmField public val DAY: DetailKind = DetailKind("day")

        /** Days, each for itself or as a range. */
        @JvmField public val DAYS: DetailKind = DetailKind("days")

        /** A first and a last day. */
        @JvmField public val DAY_RANGE: DetailKind = DetailKind("day_range")

        /** A moment. */
        @JvmField public val INSTANT: DetailKind = DetailKind("instant")

        /** A beginning and an end. */
        @JvmField public val SPAN: DetailKind = DetailKind("span")

        /** A number of minutes. */
        @JvmField public val MINUTES: DetailKind = DetailKind("minutes")

        /** A number of seconds. */
        @JvmField public val SECONDS: DetailKind = DetailKind("seconds")

        /** A text: a name, a word, a place in a definition. */
        @JvmField public val TEXT: DetailKind = DetailKind("text")

        /** Several texts. */
        @JvmField public val TEXTS: DetailKind = DetailKind("texts")

        /** Anything else. */
        @JvmField public val OTHER: DetailKind = DetailKind("other")

        override val entries: List<DetailKind> = listOf(
            COUNT,
            DECIMAL,
            DAY,
            DAYS,
            DAY_RANGE,
            INSTANT,
            SPAN,
            MINUTES,
            SECONDS,
            TEXT,
            TEXTS,
            OTHER,
        )

        internal override fun unknown(wire: String): DetailKind = DetailKind(wire)
    }
}

/** What to tell a guest, and how. */
@Serializable(with = MessageRequest.Companion::class)
public data class MessageRequest(
    /** The reasons of an error: its codes and details. */
    public val reasons: List<ToldReason>,
    /** The guest's language: the part of a language tag before its hyphen. */
    public val language: Language,
    /** Where the guest's clock stands; UTC when it is not given. */
    public val zone: String? = null,
    /** In which currency amounts are that come without one. */
    public val currency: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.field("language"); language.write(writer)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var reasons: List<ToldReason>? = null
        private var language: Language? = null
        private var zone: String? = null
        private var currency: String? = null

        /** See [MessageRequest.reasons]. */
        public fun reasons(reasons: List<ToldReason>): Builder = apply { this.reasons = reasons }

        /** See [MessageRequest.language]. */
        public fun language(language: Language): Builder = apply { this.language = language }

        /** See [MessageRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [MessageRequest.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MessageRequest = MessageRequest(
            checkNotNull(reasons) { "`reasons` of MessageRequest is not set" },
            checkNotNull(language) { "`language` of MessageRequest is not set" },
            zone,
            currency,
        )
    }

    public companion object : Wire<MessageRequest>("MessageRequest") {
        public fun serializer(): KSerializer<MessageRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MessageRequest {
            var reasons: List<ToldReason>? = null
            var language: Language? = null
            var zone: String? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { ToldReason.read(reader) } }
                else if (reader.isAt("language")) language = reader.orNull { Language.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return MessageRequest(
                reasons ?: throw reader.missing("reasons"),
                language ?: throw reader.missing("language"),
                zone,
                currency,
            )
        }
    }
}

/** A reason that is to be told, as an error has it. One of a newer engine, whose code is not known here, is told as its family is. */
@Serializable(with = ToldReason.Companion::class)
public data class ToldReason(
    /** Its code, such as `rates.min_stay`. */
    public val code: String,
    /** The figures involved, `notice_minutes` or as JavaScript spells it, `noticeMinutes`. */
    public val details: Map<String, Json> = emptyMap(),
    /** What it says to whoever builds the app: a reason is taken as it is, and this is not looked at. */
    public val message: String? = null,
    /** Where it is, which is not looked at either. */
    public val path: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); writer.value(code)
        if (details.isNotEmpty()) { writer.field("details"); writer.map(details) { writer.value(it) } }
        if (message != null) { writer.field("message"); writer.value(message) }
        if (path != null) { writer.field("path"); writer.value(path) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var code: String? = null
        private var details: Map<String, Json>? = null
        private var message: String? = null
        private var path: String? = null

        /** See [ToldReason.code]. */
        public fun code(code: String): Builder = apply { this.code = code }

        /** See [ToldReason.details]. */
        public fun details(details: Map<String, Json>): Builder = apply { this.details = details }

        /** See [ToldReason.message]. */
        public fun message(message: String?): Builder = apply { this.message = message }

        /** See [ToldReason.path]. */
        public fun path(path: String?): Builder = apply { this.path = path }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ToldReason = ToldReason(
            checkNotNull(code) { "`code` of ToldReason is not set" },
            details ?: emptyMap(),
            message,
            path,
        )
    }

    public companion object : Wire<ToldReason>("ToldReason") {
        public fun serializer(): KSerializer<ToldReason> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ToldReason {
            var code: String? = null
            var details: Map<String, Json>? = null
            var message: String? = null
            var path: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ToldReason(
                code ?: throw reader.missing("code"),
                details ?: emptyMap(),
                message,
                path,
            )
        }
    }
}

/** A language in which guests are told what is wrong. */
@Serializable(with = Language.Companion::class)
public class Language private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Language>("Language") {
        public fun serializer(): KSerializer<Language> = this

        /** English. */
        @JvmField public val EN: Language = Language("en")

        /** Spanish. */
        @JvmField public val ES: Language = Language("es")

        /** French. */
        @JvmField public val FR: Language = Language("fr")

        /** German. */
        @JvmField public val DE: Language = Language("de")

        /** Hindi. */
        @JvmField public val HI: Language = Language("hi")

        override val entries: List<Language> = listOf(
            EN,
            ES,
            FR,
            DE,
            HI,
        )

        internal override fun unknown(wire: String): Language = Language(wire)
    }
}

/** What a guest is told. */
@Serializable(with = GuestMessage.Companion::class)
public data class GuestMessage @JvmOverloads constructor(
    /** All sentences, one behind the other. */
    public val text: String,
    /** A sentence or two for each reason, each told once. */
    public val sentences: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("text"); writer.value(text)
        writer.field("sentences"); writer.list(sentences) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<GuestMessage>("GuestMessage") {
        public fun serializer(): KSerializer<GuestMessage> = this

        override fun read(reader: WireReader): GuestMessage {
            var text: String? = null
            var sentences: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("sentences")) sentences = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return GuestMessage(
                text ?: throw reader.missing("text"),
                sentences ?: throw reader.missing("sentences"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved. */
@Serializable(with = Reason.Companion::class)
public data class Reason(
    /** Dotted and stable, such as `rates.blackout`; the catalogue is `Code`. */
    public val code: Code,
    /** A sentence a person can act on. */
    public val message: String,
    /** Where: a JSON pointer into the definition or request, empty for the whole. */
    public val path: String,
    /** The figures involved. */
    public val details: Map<String, Json> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("message"); writer.value(message)
        writer.field("path"); writer.value(path)
        if (details.isNotEmpty()) { writer.field("details"); writer.map(details) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Reason>("Reason") {
        public fun serializer(): KSerializer<Reason> = this

        override fun read(reader: WireReader): Reason {
            var code: Code? = null
            var message: String? = null
            var path: String? = null
            var details: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Reason(
                code ?: throw reader.missing("code"),
                message ?: throw reader.missing("message"),
                path ?: throw reader.missing("path"),
                details ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An error as it crosses a wire. */
@Serializable(with = ErrorReport.Companion::class)
public data class ErrorReport(
    /** The code of the first reason. */
    public val code: Code,
    /** A sentence a person can act on. */
    public val message: String,
    /** Where the first reason points, as a JSON pointer. */
    public val path: String,
    /** The figures of the first reason. */
    public val details: Map<String, Json> = emptyMap(),
    /** Every reason, the first one included. */
    public val reasons: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("message"); writer.value(message)
        writer.field("path"); writer.value(path)
        if (details.isNotEmpty()) { writer.field("details"); writer.map(details) { writer.value(it) } }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ErrorReport>("ErrorReport") {
        public fun serializer(): KSerializer<ErrorReport> = this

        override fun read(reader: WireReader): ErrorReport {
            var code: Code? = null
            var message: String? = null
            var path: String? = null
            var details: Map<String, Json>? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ErrorReport(
                code ?: throw reader.missing("code"),
                message ?: throw reader.missing("message"),
                path ?: throw reader.missing("path"),
                details ?: emptyMap(),
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
