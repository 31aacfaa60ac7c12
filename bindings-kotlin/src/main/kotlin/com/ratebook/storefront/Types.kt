// Written by `cargo xtask generate`.

package com.ratebook.storefront

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
import com.ratebook.records.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** What is offered: resources, and the rate lists by which they are sold. */
@Serializable(with = StorefrontDefinition.Companion::class)
public data class StorefrontDefinition @JvmOverloads constructor(
    /** The resources and what is taken of them. */
    public val calendar: CalendarDefinition,
    /** The rate lists, each with a code of its own. */
    public val rateLists: List<RateListDefinition>,
    /** What is sold by which list; a resource may be sold by several. */
    public val offers: List<StorefrontOffer>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("rate_lists"); writer.list(rateLists) { it.write(writer) }
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<StorefrontDefinition>("StorefrontDefinition") {
        public fun serializer(): KSerializer<StorefrontDefinition> = this

        override fun read(reader: WireReader): StorefrontDefinition {
            var calendar: CalendarDefinition? = null
            var rateLists: List<RateListDefinition>? = null
            var offers: List<StorefrontOffer>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { CalendarDefinition.read(reader) }
                else if (reader.isAt("rate_lists")) rateLists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else if (reader.isAt("offers")) offers = reader.orNull { reader.list { StorefrontOffer.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return StorefrontDefinition(
                calendar ?: throw reader.missing("calendar"),
                rateLists ?: throw reader.missing("rate_lists"),
                offers ?: throw reader.missing("offers"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A resource that is sold by a rate list. */
@Serializable(with = StorefrontOffer.Companion::class)
public data class StorefrontOffer @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** The code of the rate list. */
    public val rateList: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("rate_list"); writer.value(rateList)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<StorefrontOffer>("StorefrontOffer") {
        public fun serializer(): KSerializer<StorefrontOffer> = this

        override fun read(reader: WireReader): StorefrontOffer {
            var resource: String? = null
            var rateList: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return StorefrontOffer(
                resource ?: throw reader.missing("resource"),
                rateList ?: throw reader.missing("rate_list"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What is free, and at which price? */
@Serializable(with = AvailabilityAndPriceRequest.Companion::class)
public data class AvailabilityAndPriceRequest(
    /** The present moment. */
    public val now: Instant,
    /** When. */
    public val `when`: When,
    /** The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given. */
    public val request: PriceRequest,
    /** Who asks; lists for others are not offered. */
    public val buyer: Buyer? = null,
    /** Only these resources; all when empty. */
    public val resources: List<String> = emptyList(),
    /** The partner who asks. */
    public val partner: String? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("when"); `when`.write(writer)
        writer.field("request"); request.write(writer)
        if (buyer != null) { writer.field("buyer"); buyer.write(writer) }
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AvailabilityAndPriceRequest &&
        alike(now, other.now) &&
        `when` == other.`when` &&
        request == other.request &&
        buyer == other.buyer &&
        resources == other.resources &&
        partner == other.partner &&
        hold == other.hold

    override fun hashCode(): Int = hashed(now, `when`, request, buyer, resources, partner, hold)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var `when`: When? = null
        private var request: PriceRequest? = null
        private var buyer: Buyer? = null
        private var resources: List<String>? = null
        private var partner: String? = null
        private var hold: String? = null

        /** See [AvailabilityAndPriceRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [AvailabilityAndPriceRequest.when]. */
        public fun `when`(`when`: When): Builder = apply { this.`when` = `when` }

        /** See [AvailabilityAndPriceRequest.request]. */
        public fun request(request: PriceRequest): Builder = apply { this.request = request }

        /** See [AvailabilityAndPriceRequest.buyer]. */
        public fun buyer(buyer: Buyer?): Builder = apply { this.buyer = buyer }

        /** See [AvailabilityAndPriceRequest.resources]. */
        public fun resources(resources: List<String>): Builder = apply { this.resources = resources }

        /** See [AvailabilityAndPriceRequest.partner]. */
        public fun partner(partner: String?): Builder = apply { this.partner = partner }

        /** See [AvailabilityAndPriceRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AvailabilityAndPriceRequest = AvailabilityAndPriceRequest(
            checkNotNull(now) { "`now` of AvailabilityAndPriceRequest is not set" },
            checkNotNull(`when`) { "`when` of AvailabilityAndPriceRequest is not set" },
            checkNotNull(request) { "`request` of AvailabilityAndPriceRequest is not set" },
            buyer,
            resources ?: emptyList(),
            partner,
            hold,
        )
    }

    public companion object : Wire<AvailabilityAndPriceRequest>("AvailabilityAndPriceRequest") {
        public fun serializer(): KSerializer<AvailabilityAndPriceRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AvailabilityAndPriceRequest {
            var now: Instant? = null
            var `when`: When? = null
            var request: PriceRequest? = null
            var buyer: Buyer? = null
            var resources: List<String>? = null
            var partner: String? = null
            var hold: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("buyer")) buyer = reader.orNull { Buyer.read(reader) }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AvailabilityAndPriceRequest(
                now ?: throw reader.missing("now"),
                `when` ?: throw reader.missing("when"),
                request ?: throw reader.missing("request"),
                buyer,
                resources ?: emptyList(),
                partner,
                hold,
            )
        }
    }
}

/** What is free and at which price, and what is not offered. */
@Serializable(with = Found.Companion::class)
public data class Found @JvmOverloads constructor(
    /** What is offered, cheapest first; amounts of two currencies have no order, so each currency by itself. Of equal totals the resource of higher priority, then by id and list. */
    public val offers: List<Offered>,
    /** What is not, and why. */
    public val notOffered: List<NotOffered>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.field("not_offered"); writer.list(notOffered) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Found>("Found") {
        public fun serializer(): KSerializer<Found> = this

        override fun read(reader: WireReader): Found {
            var offers: List<Offered>? = null
            var notOffered: List<NotOffered>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("offers")) offers = reader.orNull { reader.list { Offered.read(reader) } }
                else if (reader.isAt("not_offered")) notOffered = reader.orNull { reader.list { NotOffered.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Found(
                offers ?: throw reader.missing("offers"),
                notOffered ?: throw reader.missing("not_offered"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A resource at a price. */
@Serializable(with = Offered.Companion::class)
public data class Offered @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** The code of the rate list. */
    public val rateList: String,
    /** The total. */
    public val total: BigDecimal,
    /** Its currency. */
    public val currency: String,
    /** The units left. */
    public val unitsLeft: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("rate_list"); writer.value(rateList)
        writer.field("total"); writer.value(total)
        writer.field("currency"); writer.value(currency)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Offered &&
        resource == other.resource &&
        rateList == other.rateList &&
        alike(total, other.total) &&
        currency == other.currency &&
        unitsLeft == other.unitsLeft &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(resource, rateList, total, currency, unitsLeft, unknownFields)

    public companion object : Wire<Offered>("Offered") {
        public fun serializer(): KSerializer<Offered> = this

        override fun read(reader: WireReader): Offered {
            var resource: String? = null
            var rateList: String? = null
            var total: BigDecimal? = null
            var currency: String? = null
            var unitsLeft: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Offered(
                resource ?: throw reader.missing("resource"),
                rateList ?: throw reader.missing("rate_list"),
                total ?: throw reader.missing("total"),
                currency ?: throw reader.missing("currency"),
                unitsLeft ?: throw reader.missing("units_left"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A resource that is not offered by a list. */
@Serializable(with = NotOffered.Companion::class)
public data class NotOffered(
    /** The resource. */
    public val resource: String,
    /** The code of the rate list; none when it is not free, whatever the list. */
    public val rateList: String? = null,
    /** Every reason. */
    public val reasons: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        if (rateList != null) { writer.field("rate_list"); writer.value(rateList) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<NotOffered>("NotOffered") {
        public fun serializer(): KSerializer<NotOffered> = this

        override fun read(reader: WireReader): NotOffered {
            var resource: String? = null
            var rateList: String? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NotOffered(
                resource ?: throw reader.missing("resource"),
                rateList,
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}
