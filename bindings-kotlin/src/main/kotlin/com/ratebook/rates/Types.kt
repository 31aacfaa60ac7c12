// Written by `cargo xtask generate`.

package com.ratebook.rates

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
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** What a supplier, a studio or a provider hands out: for these days, this many people, at these prices. */
@Serializable(with = RateListDefinition.Companion::class)
public data class RateListDefinition(
    /** A UUID. */
    public val id: String? = null,
    /** Whose list it is. */
    public val tenant: String? = null,
    /** Unique in the tenant, such as `RL-2611-0001`. */
    public val code: String? = null,
    /** 1, 2, …: a clone is the next one. */
    public val version: Int? = null,
    /** The id of the version this one was cloned from. */
    public val parent: String? = null,
    /** What people call it. */
    public val name: String,
    /** Who sells it. */
    public val supplier: String? = null,
    /** `lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own. */
    public val serviceType: String? = null,
    /** Where it is. */
    public val destination: String? = null,
    /** Room type, vehicle class, studio…; a list without one is for all products. */
    public val product: String? = null,
    /** Labels of your own. */
    public val tags: List<String> = emptyList(),
    /** Fields of your own, kept as they are. */
    public val customFields: Map<String, Json> = emptyMap(),
    /** Only published lists price, unless a request asks for a preview. */
    public val status: ListStatus? = null,
    /** The first day on which the next version answers in place of this one. */
    public val supersededOn: LocalDate? = null,
    /** Among several lists that could answer, the highest goes first. */
    public val priority: Int? = null,
    /** For whom it is, where one of several lists is chosen. */
    public val context: SaleContext? = null,
    /** The currency of every amount in the list. */
    public val currency: String,
    /** The days on which it can be used, both included. */
    public val valid: DayRange,
    /** Where its days begin; hour lists need it. */
    public val zone: String? = null,
    /** What one price buys. */
    public val unit: PriceUnit,
    /** How many people it is for. */
    public val people: People? = null,
    /** What a unit costs; hour lists have `hours` in its place. */
    public val prices: Prices? = null,
    /** What hours cost, for the unit `hour`. */
    public val hours: Hours? = null,
    /** How children are charged, from age 0 to the last one before adults, without gap or overlap. */
    public val ageBands: List<AgeBand> = emptyList(),
    /**
     * How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
     * the next older band that has, or as the adults that they then are.
     */
    public val freeChildren: Int? = null,
    /** Days that cost something else. On each night the season of highest priority wins. */
    public val seasons: List<Season> = emptyList(),
    /** What comes on top, in this order. */
    public val supplements: List<Supplement> = emptyList(),
    /** What comes off. */
    public val discounts: List<Discount> = emptyList(),
    /** What happens when several discounts apply. */
    public val combineDiscounts: Combination? = null,
    /** Charges of the seller after discounts. */
    public val fees: List<Fee> = emptyList(),
    /** The tax category of units and children. */
    public val taxCategory: String? = null,
    /** Taxes, in this order. */
    public val taxes: List<Tax> = emptyList(),
    /** Taxes by place of supply, after the list's own. */
    public val taxRegion: TaxRegion? = null,
    /** Days that are not sold at all. */
    public val blackouts: List<Blackout> = emptyList(),
    /** Who may arrive, leave and stay how long, booked how far ahead. */
    public val restrictions: List<Restriction> = emptyList(),
    /** How amounts are rounded. */
    public val rounding: RoundingRule? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (id != null) { writer.field("id"); writer.value(id) }
        if (tenant != null) { writer.field("tenant"); writer.value(tenant) }
        if (code != null) { writer.field("code"); writer.value(code) }
        if (version != null) { writer.field("version"); writer.value(version) }
        if (parent != null) { writer.field("parent"); writer.value(parent) }
        writer.field("name"); writer.value(name)
        if (supplier != null) { writer.field("supplier"); writer.value(supplier) }
        if (serviceType != null) { writer.field("service_type"); writer.value(serviceType) }
        if (destination != null) { writer.field("destination"); writer.value(destination) }
        if (product != null) { writer.field("product"); writer.value(product) }
        if (tags.isNotEmpty()) { writer.field("tags"); writer.list(tags) { writer.value(it) } }
        if (customFields.isNotEmpty()) { writer.field("custom_fields"); writer.map(customFields) { writer.value(it) } }
        if (status != null) { writer.field("status"); status.write(writer) }
        if (supersededOn != null) { writer.field("superseded_on"); writer.value(supersededOn) }
        if (priority != null) { writer.field("priority"); writer.value(priority) }
        if (context != null) { writer.field("context"); context.write(writer) }
        writer.field("currency"); writer.value(currency)
        writer.field("valid"); valid.write(writer)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        writer.field("unit"); unit.write(writer)
        if (people != null) { writer.field("people"); people.write(writer) }
        if (prices != null) { writer.field("prices"); prices.write(writer) }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        if (ageBands.isNotEmpty()) { writer.field("age_bands"); writer.list(ageBands) { it.write(writer) } }
        if (freeChildren != null) { writer.field("free_children"); writer.value(freeChildren) }
        if (seasons.isNotEmpty()) { writer.field("seasons"); writer.list(seasons) { it.write(writer) } }
        if (supplements.isNotEmpty()) { writer.field("supplements"); writer.list(supplements) { it.write(writer) } }
        if (discounts.isNotEmpty()) { writer.field("discounts"); writer.list(discounts) { it.write(writer) } }
        if (combineDiscounts != null) { writer.field("combine_discounts"); combineDiscounts.write(writer) }
        if (fees.isNotEmpty()) { writer.field("fees"); writer.list(fees) { it.write(writer) } }
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        if (taxes.isNotEmpty()) { writer.field("taxes"); writer.list(taxes) { it.write(writer) } }
        if (taxRegion != null) { writer.field("tax_region"); taxRegion.write(writer) }
        if (blackouts.isNotEmpty()) { writer.field("blackouts"); writer.list(blackouts) { it.write(writer) } }
        if (restrictions.isNotEmpty()) { writer.field("restrictions"); writer.list(restrictions) { it.write(writer) } }
        if (rounding != null) { writer.field("rounding"); rounding.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var tenant: String? = null
        private var code: String? = null
        private var version: Int? = null
        private var parent: String? = null
        private var name: String? = null
        private var supplier: String? = null
        private var serviceType: String? = null
        private var destination: String? = null
        private var product: String? = null
        private var tags: List<String>? = null
        private var customFields: Map<String, Json>? = null
        private var status: ListStatus? = null
        private var supersededOn: LocalDate? = null
        private var priority: Int? = null
        private var context: SaleContext? = null
        private var currency: String? = null
        private var valid: DayRange? = null
        private var zone: String? = null
        private var unit: PriceUnit? = null
        private var people: People? = null
        private var prices: Prices? = null
        private var hours: Hours? = null
        private var ageBands: List<AgeBand>? = null
        private var freeChildren: Int? = null
        private var seasons: List<Season>? = null
        private var supplements: List<Supplement>? = null
        private var discounts: List<Discount>? = null
        private var combineDiscounts: Combination? = null
        private var fees: List<Fee>? = null
        private var taxCategory: String? = null
        private var taxes: List<Tax>? = null
        private var taxRegion: TaxRegion? = null
        private var blackouts: List<Blackout>? = null
        private var restrictions: List<Restriction>? = null
        private var rounding: RoundingRule? = null

        /** See [RateListDefinition.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [RateListDefinition.tenant]. */
        public fun tenant(tenant: String?): Builder = apply { this.tenant = tenant }

        /** See [RateListDefinition.code]. */
        public fun code(code: String?): Builder = apply { this.code = code }

        /** See [RateListDefinition.version]. */
        public fun version(version: Int?): Builder = apply { this.version = version }

        /** See [RateListDefinition.parent]. */
        public fun parent(parent: String?): Builder = apply { this.parent = parent }

        /** See [RateListDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [RateListDefinition.supplier]. */
        public fun supplier(supplier: String?): Builder = apply { this.supplier = supplier }

        /** See [RateListDefinition.serviceType]. */
        public fun serviceType(serviceType: String?): Builder = apply { this.serviceType = serviceType }

        /** See [RateListDefinition.destination]. */
        public fun destination(destination: String?): Builder = apply { this.destination = destination }

        /** See [RateListDefinition.product]. */
        public fun product(product: String?): Builder = apply { this.product = product }

        /** See [RateListDefinition.tags]. */
        public fun tags(tags: List<String>): Builder = apply { this.tags = tags }

        /** See [RateListDefinition.customFields]. */
        public fun customFields(customFields: Map<String, Json>): Builder = apply { this.customFields = customFields }

        /** See [RateListDefinition.status]. */
        public fun status(status: ListStatus?): Builder = apply { this.status = status }

        /** See [RateListDefinition.supersededOn]. */
        public fun supersededOn(supersededOn: LocalDate?): Builder = apply { this.supersededOn = supersededOn }

        /** See [RateListDefinition.priority]. */
        public fun priority(priority: Int?): Builder = apply { this.priority = priority }

        /** See [RateListDefinition.context]. */
        public fun context(context: SaleContext?): Builder = apply { this.context = context }

        /** See [RateListDefinition.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [RateListDefinition.valid]. */
        public fun valid(valid: DayRange): Builder = apply { this.valid = valid }

        /** See [RateListDefinition.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [RateListDefinition.unit]. */
        public fun unit(unit: PriceUnit): Builder = apply { this.unit = unit }

        /** See [RateListDefinition.people]. */
        public fun people(people: People?): Builder = apply { this.people = people }

        /** See [RateListDefinition.prices]. */
        public fun prices(prices: Prices?): Builder = apply { this.prices = prices }

        /** See [RateListDefinition.hours]. */
        public fun hours(hours: Hours?): Builder = apply { this.hours = hours }

        /** See [RateListDefinition.ageBands]. */
        public fun ageBands(ageBands: List<AgeBand>): Builder = apply { this.ageBands = ageBands }

        /** See [RateListDefinition.freeChildren]. */
        public fun freeChildren(freeChildren: Int?): Builder = apply { this.freeChildren = freeChildren }

        /** See [RateListDefinition.seasons]. */
        public fun seasons(seasons: List<Season>): Builder = apply { this.seasons = seasons }

        /** See [RateListDefinition.supplements]. */
        public fun supplements(supplements: List<Supplement>): Builder = apply { this.supplements = supplements }

        /** See [RateListDefinition.discounts]. */
        public fun discounts(discounts: List<Discount>): Builder = apply { this.discounts = discounts }

        /** See [RateListDefinition.combineDiscounts]. */
        public fun combineDiscounts(combineDiscounts: Combination?): Builder = apply { this.combineDiscounts = combineDiscounts }

        /** See [RateListDefinition.fees]. */
        public fun fees(fees: List<Fee>): Builder = apply { this.fees = fees }

        /** See [RateListDefinition.taxCategory]. */
        public fun taxCategory(taxCategory: String?): Builder = apply { this.taxCategory = taxCategory }

        /** See [RateListDefinition.taxes]. */
        public fun taxes(taxes: List<Tax>): Builder = apply { this.taxes = taxes }

        /** See [RateListDefinition.taxRegion]. */
        public fun taxRegion(taxRegion: TaxRegion?): Builder = apply { this.taxRegion = taxRegion }

        /** See [RateListDefinition.blackouts]. */
        public fun blackouts(blackouts: List<Blackout>): Builder = apply { this.blackouts = blackouts }

        /** See [RateListDefinition.restrictions]. */
        public fun restrictions(restrictions: List<Restriction>): Builder = apply { this.restrictions = restrictions }

        /** See [RateListDefinition.rounding]. */
        public fun rounding(rounding: RoundingRule?): Builder = apply { this.rounding = rounding }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RateListDefinition = RateListDefinition(
            id,
            tenant,
            code,
            version,
            parent,
            checkNotNull(name) { "`name` of RateListDefinition is not set" },
            supplier,
            serviceType,
            destination,
            product,
            tags ?: emptyList(),
            customFields ?: emptyMap(),
            status,
            supersededOn,
            priority,
            context,
            checkNotNull(currency) { "`currency` of RateListDefinition is not set" },
            checkNotNull(valid) { "`valid` of RateListDefinition is not set" },
            zone,
            checkNotNull(unit) { "`unit` of RateListDefinition is not set" },
            people,
            prices,
            hours,
            ageBands ?: emptyList(),
            freeChildren,
            seasons ?: emptyList(),
            supplements ?: emptyList(),
            discounts ?: emptyList(),
            combineDiscounts,
            fees ?: emptyList(),
            taxCategory,
            taxes ?: emptyList(),
            taxRegion,
            blackouts ?: emptyList(),
            restrictions ?: emptyList(),
            rounding,
        )
    }

    public companion object : Wire<RateListDefinition>("RateListDefinition") {
        public fun serializer(): KSerializer<RateListDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RateListDefinition {
            var id: String? = null
            var tenant: String? = null
            var code: String? = null
            var version: Int? = null
            var parent: String? = null
            var name: String? = null
            var supplier: String? = null
            var serviceType: String? = null
            var destination: String? = null
            var product: String? = null
            var tags: List<String>? = null
            var customFields: Map<String, Json>? = null
            var status: ListStatus? = null
            var supersededOn: LocalDate? = null
            var priority: Int? = null
            var context: SaleContext? = null
            var currency: String? = null
            var valid: DayRange? = null
            var zone: String? = null
            var unit: PriceUnit? = null
            var people: People? = null
            var prices: Prices? = null
            var hours: Hours? = null
            var ageBands: List<AgeBand>? = null
            var freeChildren: Int? = null
            var seasons: List<Season>? = null
            var supplements: List<Supplement>? = null
            var discounts: List<Discount>? = null
            var combineDiscounts: Combination? = null
            var fees: List<Fee>? = null
            var taxCategory: String? = null
            var taxes: List<Tax>? = null
            var taxRegion: TaxRegion? = null
            var blackouts: List<Blackout>? = null
            var restrictions: List<Restriction>? = null
            var rounding: RoundingRule? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("parent")) parent = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("supplier")) supplier = reader.orNull { reader.text() }
                else if (reader.isAt("service_type")) serviceType = reader.orNull { reader.text() }
                else if (reader.isAt("destination")) destination = reader.orNull { reader.text() }
                else if (reader.isAt("product")) product = reader.orNull { reader.text() }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("custom_fields")) customFields = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("status")) status = reader.orNull { ListStatus.read(reader) }
                else if (reader.isAt("superseded_on")) supersededOn = reader.orNull { reader.day() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else if (reader.isAt("context")) context = reader.orNull { SaleContext.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("valid")) valid = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("unit")) unit = reader.orNull { PriceUnit.read(reader) }
                else if (reader.isAt("people")) people = reader.orNull { People.read(reader) }
                else if (reader.isAt("prices")) prices = reader.orNull { Prices.read(reader) }
                else if (reader.isAt("hours")) hours = reader.orNull { Hours.read(reader) }
                else if (reader.isAt("age_bands")) ageBands = reader.orNull { reader.list { AgeBand.read(reader) } }
                else if (reader.isAt("free_children")) freeChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("seasons")) seasons = reader.orNull { reader.list { Season.read(reader) } }
                else if (reader.isAt("supplements")) supplements = reader.orNull { reader.list { Supplement.read(reader) } }
                else if (reader.isAt("discounts")) discounts = reader.orNull { reader.list { Discount.read(reader) } }
                else if (reader.isAt("combine_discounts")) combineDiscounts = reader.orNull { Combination.read(reader) }
                else if (reader.isAt("fees")) fees = reader.orNull { reader.list { Fee.read(reader) } }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else if (reader.isAt("taxes")) taxes = reader.orNull { reader.list { Tax.read(reader) } }
                else if (reader.isAt("tax_region")) taxRegion = reader.orNull { TaxRegion.read(reader) }
                else if (reader.isAt("blackouts")) blackouts = reader.orNull { reader.list { Blackout.read(reader) } }
                else if (reader.isAt("restrictions")) restrictions = reader.orNull { reader.list { Restriction.read(reader) } }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingRule.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RateListDefinition(
                id,
                tenant,
                code,
                version,
                parent,
                name ?: throw reader.missing("name"),
                supplier,
                serviceType,
                destination,
                product,
                tags ?: emptyList(),
                customFields ?: emptyMap(),
                status,
                supersededOn,
                priority,
                context,
                currency ?: throw reader.missing("currency"),
                valid ?: throw reader.missing("valid"),
                zone,
                unit ?: throw reader.missing("unit"),
                people,
                prices,
                hours,
                ageBands ?: emptyList(),
                freeChildren,
                seasons ?: emptyList(),
                supplements ?: emptyList(),
                discounts ?: emptyList(),
                combineDiscounts,
                fees ?: emptyList(),
                taxCategory,
                taxes ?: emptyList(),
                taxRegion,
                blackouts ?: emptyList(),
                restrictions ?: emptyList(),
                rounding,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The life of a list. */
@Serializable(with = ListStatus.Companion::class)
public class ListStatus private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ListStatus>("ListStatus") {
        public fun serializer(): KSerializer<ListStatus> = this

        /** May change, does not price. */
        @JvmField public val DRAFT: ListStatus = ListStatus("draft")

        /** Prices, does not change. */
        @JvmField public val PUBLISHED: ListStatus = ListStatus("published")

        /** Neither. */
        @JvmField public val ARCHIVED: ListStatus = ListStatus("archived")

        override val entries: List<ListStatus> = listOf(
            DRAFT,
            PUBLISHED,
            ARCHIVED,
        )

        internal override fun unknown(wire: String): ListStatus = ListStatus(wire)
    }
}

/** For whom a list is, where one of several is to be chosen: it answers when all that it names is met. */
@Serializable(with = SaleContext.Companion::class)
public data class SaleContext(
    /** Only for buyers of one of these groups, such as `trade`. */
    public val customerGroups: List<String> = emptyList(),
    /** Only through one of these channels. */
    public val channels: List<String> = emptyList(),
    /** Only for buyers from one of these countries, such as `DE`. */
    public val countries: List<String> = emptyList(),
    /** From so many rooms or units on. */
    public val minQuantity: Int? = null,
    /** Up to so many rooms or units. */
    public val maxQuantity: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (customerGroups.isNotEmpty()) { writer.field("customer_groups"); writer.list(customerGroups) { writer.value(it) } }
        if (channels.isNotEmpty()) { writer.field("channels"); writer.list(channels) { writer.value(it) } }
        if (countries.isNotEmpty()) { writer.field("countries"); writer.list(countries) { writer.value(it) } }
        if (minQuantity != null) { writer.field("min_quantity"); writer.value(minQuantity) }
        if (maxQuantity != null) { writer.field("max_quantity"); writer.value(maxQuantity) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var customerGroups: List<String>? = null
        private var channels: List<String>? = null
        private var countries: List<String>? = null
        private var minQuantity: Int? = null
        private var maxQuantity: Int? = null

        /** See [SaleContext.customerGroups]. */
        public fun customerGroups(customerGroups: List<String>): Builder = apply { this.customerGroups = customerGroups }

        /** See [SaleContext.channels]. */
        public fun channels(channels: List<String>): Builder = apply { this.channels = channels }

        /** See [SaleContext.countries]. */
        public fun countries(countries: List<String>): Builder = apply { this.countries = countries }

        /** See [SaleContext.minQuantity]. */
        public fun minQuantity(minQuantity: Int?): Builder = apply { this.minQuantity = minQuantity }

        /** See [SaleContext.maxQuantity]. */
        public fun maxQuantity(maxQuantity: Int?): Builder = apply { this.maxQuantity = maxQuantity }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SaleContext = SaleContext(
            customerGroups ?: emptyList(),
            channels ?: emptyList(),
            countries ?: emptyList(),
            minQuantity,
            maxQuantity,
        )
    }

    public companion object : Wire<SaleContext>("SaleContext") {
        public fun serializer(): KSerializer<SaleContext> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SaleContext {
            var customerGroups: List<String>? = null
            var channels: List<String>? = null
            var countries: List<String>? = null
            var minQuantity: Int? = null
            var maxQuantity: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("customer_groups")) customerGroups = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("channels")) channels = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("countries")) countries = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("min_quantity")) minQuantity = reader.orNull { reader.whole() }
                else if (reader.isAt("max_quantity")) maxQuantity = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SaleContext(
                customerGroups ?: emptyList(),
                channels ?: emptyList(),
                countries ?: emptyList(),
                minQuantity,
                maxQuantity,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What one price buys. */
@Serializable(with = PriceUnit.Companion::class)
public class PriceUnit private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PriceUnit>("PriceUnit") {
        public fun serializer(): KSerializer<PriceUnit> = this

        /** A night of a stay; the night of check-out is not priced. */
        @JvmField public val NIGHT: PriceUnit = PriceUnit("night")

        /** A day, the last one included. */
        @JvmField public val DAY: PriceUnit = PriceUnit("day")

        /** An hour of the clock. */
        @JvmField public val HOUR: PriceUnit = PriceUnit("hour")

        /** One person for the whole of it. */
        @JvmField public val PERSON: PriceUnit = PriceUnit("person")

        /** One piece. */
        @JvmField public val ITEM: PriceUnit = PriceUnit("item")

        /** The whole stay. */
        @JvmField public val STAY: PriceUnit = PriceUnit("stay")

        override val entries: List<PriceUnit> = listOf(
            NIGHT,
            DAY,
            HOUR,
            PERSON,
            ITEM,
            STAY,
        )

        internal override fun unknown(wire: String): PriceUnit = PriceUnit(wire)
    }
}

/** How many people a unit is for. */
@Serializable(with = People.Companion::class)
public data class People(
    /** How many adults the base price includes; 2 when not given. */
    public val standard: Int? = null,
    /** At least so many people, free children included. */
    public val minPeople: Int? = null,
    /** At most so many people, free children included. */
    public val maxPeople: Int? = null,
    /** At least so many adults. */
    public val minAdults: Int? = null,
    /** At most so many adults. */
    public val maxAdults: Int? = null,
    /** At least so many children. */
    public val minChildren: Int? = null,
    /** At most so many children. */
    public val maxChildren: Int? = null,
    /** Whether a party smaller than any in the price table pays the price of the next larger one. */
    public val useLargerPrice: Boolean = false,
    /** Whether the limits count people as they pay or as they come. */
    public val counted: Counted? = null,
    /** Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults. */
    public val childrenFillStandard: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (standard != null) { writer.field("standard"); writer.value(standard) }
        if (minPeople != null) { writer.field("min_people"); writer.value(minPeople) }
        if (maxPeople != null) { writer.field("max_people"); writer.value(maxPeople) }
        if (minAdults != null) { writer.field("min_adults"); writer.value(minAdults) }
        if (maxAdults != null) { writer.field("max_adults"); writer.value(maxAdults) }
        if (minChildren != null) { writer.field("min_children"); writer.value(minChildren) }
        if (maxChildren != null) { writer.field("max_children"); writer.value(maxChildren) }
        if (useLargerPrice) { writer.field("use_larger_price"); writer.value(useLargerPrice) }
        if (counted != null) { writer.field("counted"); counted.write(writer) }
        if (childrenFillStandard) { writer.field("children_fill_standard"); writer.value(childrenFillStandard) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var standard: Int? = null
        private var minPeople: Int? = null
        private var maxPeople: Int? = null
        private var minAdults: Int? = null
        private var maxAdults: Int? = null
        private var minChildren: Int? = null
        private var maxChildren: Int? = null
        private var useLargerPrice: Boolean? = null
        private var counted: Counted? = null
        private var childrenFillStandard: Boolean? = null

        /** See [People.standard]. */
        public fun standard(standard: Int?): Builder = apply { this.standard = standard }

        /** See [People.minPeople]. */
        public fun minPeople(minPeople: Int?): Builder = apply { this.minPeople = minPeople }

        /** See [People.maxPeople]. */
        public fun maxPeople(maxPeople: Int?): Builder = apply { this.maxPeople = maxPeople }

        /** See [People.minAdults]. */
        public fun minAdults(minAdults: Int?): Builder = apply { this.minAdults = minAdults }

        /** See [People.maxAdults]. */
        public fun maxAdults(maxAdults: Int?): Builder = apply { this.maxAdults = maxAdults }

        /** See [People.minChildren]. */
        public fun minChildren(minChildren: Int?): Builder = apply { this.minChildren = minChildren }

        /** See [People.maxChildren]. */
        public fun maxChildren(maxChildren: Int?): Builder = apply { this.maxChildren = maxChildren }

        /** See [People.useLargerPrice]. */
        public fun useLargerPrice(useLargerPrice: Boolean): Builder = apply { this.useLargerPrice = useLargerPrice }

        /** See [People.counted]. */
        public fun counted(counted: Counted?): Builder = apply { this.counted = counted }

        /** See [People.childrenFillStandard]. */
        public fun childrenFillStandard(childrenFillStandard: Boolean): Builder = apply { this.childrenFillStandard = childrenFillStandard }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): People = People(
            standard,
            minPeople,
            maxPeople,
            minAdults,
            maxAdults,
            minChildren,
            maxChildren,
            useLargerPrice ?: false,
            counted,
            childrenFillStandard ?: false,
        )
    }

    public companion object : Wire<People>("People") {
        public fun serializer(): KSerializer<People> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): People {
            var standard: Int? = null
            var minPeople: Int? = null
            var maxPeople: Int? = null
            var minAdults: Int? = null
            var maxAdults: Int? = null
            var minChildren: Int? = null
            var maxChildren: Int? = null
            var useLargerPrice: Boolean? = null
            var counted: Counted? = null
            var childrenFillStandard: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("standard")) standard = reader.orNull { reader.whole() }
                else if (reader.isAt("min_people")) minPeople = reader.orNull { reader.whole() }
                else if (reader.isAt("max_people")) maxPeople = reader.orNull { reader.whole() }
                else if (reader.isAt("min_adults")) minAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("max_adults")) maxAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("min_children")) minChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("max_children")) maxChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("use_larger_price")) useLargerPrice = reader.orNull { reader.flag() }
                else if (reader.isAt("counted")) counted = reader.orNull { Counted.read(reader) }
                else if (reader.isAt("children_fill_standard")) childrenFillStandard = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return People(
                standard,
                minPeople,
                maxPeople,
                minAdults,
                maxAdults,
                minChildren,
                maxChildren,
                useLargerPrice ?: false,
                counted,
                childrenFillStandard ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How the limits of a unit count people. */
@Serializable(with = Counted.Companion::class)
public class Counted private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Counted>("Counted") {
        public fun serializer(): KSerializer<Counted> = this

        /** A child that pays as an adult is an adult: beyond the bands, beyond the free ones, or in an adult's place. */
        @JvmField public val AS_THEY_PAY: Counted = Counted("as_they_pay")

        /** Whoever is told by age or born less than 18 years before the arrival is a child, whatever they pay. */
        @JvmField public val AS_THEY_COME: Counted = Counted("as_they_come")

        override val entries: List<Counted> = listOf(
            AS_THEY_PAY,
            AS_THEY_COME,
        )

        internal override fun unknown(wire: String): Counted = Counted(wire)
    }
}

/** What a unit costs: exactly one of `base`, `per_person`, `by_adults` and `by_people`, and what goes with it. */
@Serializable(with = Prices.Companion::class)
public data class Prices(
    /** The price for up to the standard number of adults. */
    public val base: BigDecimal? = null,
    /** The price of each adult. */
    public val perPerson: BigDecimal? = null,
    /** The price by number of adults, such as `{"1": "95", "2": "120"}`. */
    public val byAdults: Map<Int, BigDecimal> = emptyMap(),
    /** The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`. */
    public val byPeople: Map<Int, BigDecimal> = emptyMap(),
    /** Each adult beyond the standard number, or beyond the largest of `by_adults`. */
    public val extraAdult: BigDecimal? = null,
    /** An extra bed, as the measure of children's prices. */
    public val extraBed: BigDecimal? = null,
    /** The full price of a child, as the measure of children's prices. */
    public val child: BigDecimal? = null,
    /** What one adult alone pays. */
    public val singleUse: SingleUse? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (base != null) { writer.field("base"); writer.value(base) }
        if (perPerson != null) { writer.field("per_person"); writer.value(perPerson) }
        if (byAdults.isNotEmpty()) { writer.field("by_adults"); writer.map(byAdults) { writer.value(it) } }
        if (byPeople.isNotEmpty()) { writer.field("by_people"); writer.map(byPeople) { writer.value(it) } }
        if (extraAdult != null) { writer.field("extra_adult"); writer.value(extraAdult) }
        if (extraBed != null) { writer.field("extra_bed"); writer.value(extraBed) }
        if (child != null) { writer.field("child"); writer.value(child) }
        if (singleUse != null) { writer.field("single_use"); singleUse.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Prices &&
        alike(base, other.base) &&
        alike(perPerson, other.perPerson) &&
        alike(byAdults, other.byAdults) &&
        alike(byPeople, other.byPeople) &&
        alike(extraAdult, other.extraAdult) &&
        alike(extraBed, other.extraBed) &&
        alike(child, other.child) &&
        singleUse == other.singleUse &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(base, perPerson, byAdults, byPeople, extraAdult, extraBed, child, singleUse, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var base: BigDecimal? = null
        private var perPerson: BigDecimal? = null
        private var byAdults: Map<Int, BigDecimal>? = null
        private var byPeople: Map<Int, BigDecimal>? = null
        private var extraAdult: BigDecimal? = null
        private var extraBed: BigDecimal? = null
        private var child: BigDecimal? = null
        private var singleUse: SingleUse? = null

        /** See [Prices.base]. */
        public fun base(base: BigDecimal?): Builder = apply { this.base = base }

        /** See [Prices.perPerson]. */
        public fun perPerson(perPerson: BigDecimal?): Builder = apply { this.perPerson = perPerson }

        /** See [Prices.byAdults]. */
        public fun byAdults(byAdults: Map<Int, BigDecimal>): Builder = apply { this.byAdults = byAdults }

        /** See [Prices.byPeople]. */
        public fun byPeople(byPeople: Map<Int, BigDecimal>): Builder = apply { this.byPeople = byPeople }

        /** See [Prices.extraAdult]. */
        public fun extraAdult(extraAdult: BigDecimal?): Builder = apply { this.extraAdult = extraAdult }

        /** See [Prices.extraBed]. */
        public fun extraBed(extraBed: BigDecimal?): Builder = apply { this.extraBed = extraBed }

        /** See [Prices.child]. */
        public fun child(child: BigDecimal?): Builder = apply { this.child = child }

        /** See [Prices.singleUse]. */
        public fun singleUse(singleUse: SingleUse?): Builder = apply { this.singleUse = singleUse }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Prices = Prices(
            base,
            perPerson,
            byAdults ?: emptyMap(),
            byPeople ?: emptyMap(),
            extraAdult,
            extraBed,
            child,
            singleUse,
        )
    }

    public companion object : Wire<Prices>("Prices") {
        public fun serializer(): KSerializer<Prices> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Prices {
            var base: BigDecimal? = null
            var perPerson: BigDecimal? = null
            var byAdults: Map<Int, BigDecimal>? = null
            var byPeople: Map<Int, BigDecimal>? = null
            var extraAdult: BigDecimal? = null
            var extraBed: BigDecimal? = null
            var child: BigDecimal? = null
            var singleUse: SingleUse? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.decimal() }
                else if (reader.isAt("per_person")) perPerson = reader.orNull { reader.decimal() }
                else if (reader.isAt("by_adults")) byAdults = reader.orNull { reader.numbered { reader.decimal() } }
                else if (reader.isAt("by_people")) byPeople = reader.orNull { reader.numbered { reader.decimal() } }
                else if (reader.isAt("extra_adult")) extraAdult = reader.orNull { reader.decimal() }
                else if (reader.isAt("extra_bed")) extraBed = reader.orNull { reader.decimal() }
                else if (reader.isAt("child")) child = reader.orNull { reader.decimal() }
                else if (reader.isAt("single_use")) singleUse = reader.orNull { SingleUse.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Prices(
                base,
                perPerson,
                byAdults ?: emptyMap(),
                byPeople ?: emptyMap(),
                extraAdult,
                extraBed,
                child,
                singleUse,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What one adult alone pays. */
@Serializable(with = SingleUse.Companion::class)
public sealed interface SingleUse : RatebookValue {
    /** This price. */
    public data class Price(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("price"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Price &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** The price for one adult and so many percent of it. */
    public data class Percent(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** The price for one adult and this amount. */
    public data class Amount(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Amount &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : SingleUse {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<SingleUse>("SingleUse") {
        public fun serializer(): KSerializer<SingleUse> = this

        override fun read(reader: WireReader): SingleUse {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("price")) Price(reader.decimal())
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("amount")) Amount(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What hours cost, by local time of day and day of the week. */
@Serializable(with = Hours.Companion::class)
public data class Hours(
    /** The windows; of those that cover a moment the highest priority wins. */
    public val windows: List<HourWindow>,
    /** Never less than this. */
    public val minimumCharge: BigDecimal? = null,
    /** Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given. */
    public val incrementMinutes: Int? = null,
    /** Prices for whole blocks that count when cheaper. */
    public val blocks: List<Block> = emptyList(),
    /** What comes on top outside ordinary hours. */
    public val afterHours: AfterHours? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("windows"); writer.list(windows) { it.write(writer) }
        if (minimumCharge != null) { writer.field("minimum_charge"); writer.value(minimumCharge) }
        if (incrementMinutes != null) { writer.field("increment_minutes"); writer.value(incrementMinutes) }
        if (blocks.isNotEmpty()) { writer.field("blocks"); writer.list(blocks) { it.write(writer) } }
        if (afterHours != null) { writer.field("after_hours"); afterHours.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Hours &&
        windows == other.windows &&
        alike(minimumCharge, other.minimumCharge) &&
        incrementMinutes == other.incrementMinutes &&
        blocks == other.blocks &&
        afterHours == other.afterHours &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(windows, minimumCharge, incrementMinutes, blocks, afterHours, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var windows: List<HourWindow>? = null
        private var minimumCharge: BigDecimal? = null
        private var incrementMinutes: Int? = null
        private var blocks: List<Block>? = null
        private var afterHours: AfterHours? = null

        /** See [Hours.windows]. */
        public fun windows(windows: List<HourWindow>): Builder = apply { this.windows = windows }

        /** See [Hours.minimumCharge]. */
        public fun minimumCharge(minimumCharge: BigDecimal?): Builder = apply { this.minimumCharge = minimumCharge }

        /** See [Hours.incrementMinutes]. */
        public fun incrementMinutes(incrementMinutes: Int?): Builder = apply { this.incrementMinutes = incrementMinutes }

        /** See [Hours.blocks]. */
        public fun blocks(blocks: List<Block>): Builder = apply { this.blocks = blocks }

        /** See [Hours.afterHours]. */
        public fun afterHours(afterHours: AfterHours?): Builder = apply { this.afterHours = afterHours }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Hours = Hours(
            checkNotNull(windows) { "`windows` of Hours is not set" },
            minimumCharge,
            incrementMinutes,
            blocks ?: emptyList(),
            afterHours,
        )
    }

    public companion object : Wire<Hours>("Hours") {
        public fun serializer(): KSerializer<Hours> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Hours {
            var windows: List<HourWindow>? = null
            var minimumCharge: BigDecimal? = null
            var incrementMinutes: Int? = null
            var blocks: List<Block>? = null
            var afterHours: AfterHours? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("windows")) windows = reader.orNull { reader.list { HourWindow.read(reader) } }
                else if (reader.isAt("minimum_charge")) minimumCharge = reader.orNull { reader.decimal() }
                else if (reader.isAt("increment_minutes")) incrementMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("blocks")) blocks = reader.orNull { reader.list { Block.read(reader) } }
                else if (reader.isAt("after_hours")) afterHours = reader.orNull { AfterHours.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Hours(
                windows ?: throw reader.missing("windows"),
                minimumCharge,
                incrementMinutes,
                blocks ?: emptyList(),
                afterHours,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A window of local time with its price. One that closes at or before it opens goes past midnight. */
@Serializable(with = HourWindow.Companion::class)
public data class HourWindow(
    /** What people call it. */
    public val name: String,
    /** On these days of the week, by the day on which it opens; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Only on these days; all when empty. */
    public val days: List<DayRange> = emptyList(),
    /** When it opens. */
    public val opens: String,
    /** When it closes. */
    public val closes: String,
    /** The price of an hour. */
    public val price: BigDecimal,
    /** Other prices of an hour, by the length of the whole span. */
    public val tiers: List<HourTier> = emptyList(),
    /** The highest wins; two windows of one priority must not meet. */
    public val priority: Int = 0,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (days.isNotEmpty()) { writer.field("days"); writer.list(days) { it.write(writer) } }
        writer.field("opens"); writer.value(opens)
        writer.field("closes"); writer.value(closes)
        writer.field("price"); writer.value(price)
        if (tiers.isNotEmpty()) { writer.field("tiers"); writer.list(tiers) { it.write(writer) } }
        writer.field("priority"); writer.value(priority)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is HourWindow &&
        name == other.name &&
        weekdays == other.weekdays &&
        days == other.days &&
        opens == other.opens &&
        closes == other.closes &&
        alike(price, other.price) &&
        tiers == other.tiers &&
        priority == other.priority &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, weekdays, days, opens, closes, price, tiers, priority, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var weekdays: List<Weekday>? = null
        private var days: List<DayRange>? = null
        private var opens: String? = null
        private var closes: String? = null
        private var price: BigDecimal? = null
        private var tiers: List<HourTier>? = null
        private var priority: Int? = null

        /** See [HourWindow.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [HourWindow.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [HourWindow.days]. */
        public fun days(days: List<DayRange>): Builder = apply { this.days = days }

        /** See [HourWindow.opens]. */
        public fun opens(opens: String): Builder = apply { this.opens = opens }

        /** See [HourWindow.closes]. */
        public fun closes(closes: String): Builder = apply { this.closes = closes }

        /** See [HourWindow.price]. */
        public fun price(price: BigDecimal): Builder = apply { this.price = price }

        /** See [HourWindow.tiers]. */
        public fun tiers(tiers: List<HourTier>): Builder = apply { this.tiers = tiers }

        /** See [HourWindow.priority]. */
        public fun priority(priority: Int): Builder = apply { this.priority = priority }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): HourWindow = HourWindow(
            checkNotNull(name) { "`name` of HourWindow is not set" },
            weekdays,
            days ?: emptyList(),
            checkNotNull(opens) { "`opens` of HourWindow is not set" },
            checkNotNull(closes) { "`closes` of HourWindow is not set" },
            checkNotNull(price) { "`price` of HourWindow is not set" },
            tiers ?: emptyList(),
            priority ?: 0,
        )
    }

    public companion object : Wire<HourWindow>("HourWindow") {
        public fun serializer(): KSerializer<HourWindow> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): HourWindow {
            var name: String? = null
            var weekdays: List<Weekday>? = null
            var days: List<DayRange>? = null
            var opens: String? = null
            var closes: String? = null
            var price: BigDecimal? = null
            var tiers: List<HourTier>? = null
            var priority: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayRange.read(reader) } }
                else if (reader.isAt("opens")) opens = reader.orNull { reader.text() }
                else if (reader.isAt("closes")) closes = reader.orNull { reader.text() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { HourTier.read(reader) } }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return HourWindow(
                name ?: throw reader.missing("name"),
                weekdays,
                days ?: emptyList(),
                opens ?: throw reader.missing("opens"),
                closes ?: throw reader.missing("closes"),
                price ?: throw reader.missing("price"),
                tiers ?: emptyList(),
                priority ?: 0,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** From so many hours on, another price of the hour. */
@Serializable(with = HourTier.Companion::class)
public data class HourTier @JvmOverloads constructor(
    /** From so many hours of the whole span on. */
    public val atLeast: BigDecimal,
    /** The price of an hour. */
    public val price: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_least"); writer.value(atLeast)
        writer.field("price"); writer.value(price)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is HourTier &&
        alike(atLeast, other.atLeast) &&
        alike(price, other.price) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(atLeast, price, unknownFields)

    public companion object : Wire<HourTier>("HourTier") {
        public fun serializer(): KSerializer<HourTier> = this

        override fun read(reader: WireReader): HourTier {
            var atLeast: BigDecimal? = null
            var price: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_least")) atLeast = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return HourTier(
                atLeast ?: throw reader.missing("at_least"),
                price ?: throw reader.missing("price"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A price for so many hours at once. */
@Serializable(with = Block.Companion::class)
public data class Block @JvmOverloads constructor(
    /** What people call it. */
    public val name: String,
    /** So many hours. */
    public val hours: BigDecimal,
    /** What they cost together. */
    public val price: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("hours"); writer.value(hours)
        writer.field("price"); writer.value(price)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Block &&
        name == other.name &&
        alike(hours, other.hours) &&
        alike(price, other.price) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, hours, price, unknownFields)

    public companion object : Wire<Block>("Block") {
        public fun serializer(): KSerializer<Block> = this

        override fun read(reader: WireReader): Block {
            var name: String? = null
            var hours: BigDecimal? = null
            var price: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Block(
                name ?: throw reader.missing("name"),
                hours ?: throw reader.missing("hours"),
                price ?: throw reader.missing("price"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What comes on top outside ordinary hours. */
@Serializable(with = AfterHours.Companion::class)
public data class AfterHours(
    /** When ordinary hours begin. */
    public val opens: String,
    /** When ordinary hours end. */
    public val closes: String,
    /** The days of the week that have ordinary hours at all; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** The amount for each hour outside them. */
    public val amount: BigDecimal,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("opens"); writer.value(opens)
        writer.field("closes"); writer.value(closes)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("amount"); writer.value(amount)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AfterHours &&
        opens == other.opens &&
        closes == other.closes &&
        weekdays == other.weekdays &&
        alike(amount, other.amount) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(opens, closes, weekdays, amount, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var opens: String? = null
        private var closes: String? = null
        private var weekdays: List<Weekday>? = null
        private var amount: BigDecimal? = null

        /** See [AfterHours.opens]. */
        public fun opens(opens: String): Builder = apply { this.opens = opens }

        /** See [AfterHours.closes]. */
        public fun closes(closes: String): Builder = apply { this.closes = closes }

        /** See [AfterHours.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [AfterHours.amount]. */
        public fun amount(amount: BigDecimal): Builder = apply { this.amount = amount }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AfterHours = AfterHours(
            checkNotNull(opens) { "`opens` of AfterHours is not set" },
            checkNotNull(closes) { "`closes` of AfterHours is not set" },
            weekdays,
            checkNotNull(amount) { "`amount` of AfterHours is not set" },
        )
    }

    public companion object : Wire<AfterHours>("AfterHours") {
        public fun serializer(): KSerializer<AfterHours> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AfterHours {
            var opens: String? = null
            var closes: String? = null
            var weekdays: List<Weekday>? = null
            var amount: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("opens")) opens = reader.orNull { reader.text() }
                else if (reader.isAt("closes")) closes = reader.orNull { reader.text() }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AfterHours(
                opens ?: throw reader.missing("opens"),
                closes ?: throw reader.missing("closes"),
                weekdays,
                amount ?: throw reader.missing("amount"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Children from one age to another, both included, and what they pay. */
@Serializable(with = AgeBand.Companion::class)
public data class AgeBand(
    /** What the band is called. */
    public val name: String,
    /** The youngest age. */
    public val minAge: Int,
    /** The oldest age. */
    public val maxAge: Int,
    /** What a child of the band pays for each unit. */
    public val price: ChildPrice,
    /** Other prices for the second, third… child of the band, counted in the order of age, oldest first. */
    public val nth: List<NthChild> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("min_age"); writer.value(minAge)
        writer.field("max_age"); writer.value(maxAge)
        writer.field("price"); price.write(writer)
        if (nth.isNotEmpty()) { writer.field("nth"); writer.list(nth) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var minAge: Int? = null
        private var maxAge: Int? = null
        private var price: ChildPrice? = null
        private var nth: List<NthChild>? = null

        /** See [AgeBand.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [AgeBand.minAge]. */
        public fun minAge(minAge: Int): Builder = apply { this.minAge = minAge }

        /** See [AgeBand.maxAge]. */
        public fun maxAge(maxAge: Int): Builder = apply { this.maxAge = maxAge }

        /** See [AgeBand.price]. */
        public fun price(price: ChildPrice): Builder = apply { this.price = price }

        /** See [AgeBand.nth]. */
        public fun nth(nth: List<NthChild>): Builder = apply { this.nth = nth }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AgeBand = AgeBand(
            checkNotNull(name) { "`name` of AgeBand is not set" },
            checkNotNull(minAge) { "`minAge` of AgeBand is not set" },
            checkNotNull(maxAge) { "`maxAge` of AgeBand is not set" },
            checkNotNull(price) { "`price` of AgeBand is not set" },
            nth ?: emptyList(),
        )
    }

    public companion object : Wire<AgeBand>("AgeBand") {
        public fun serializer(): KSerializer<AgeBand> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AgeBand {
            var name: String? = null
            var minAge: Int? = null
            var maxAge: Int? = null
            var price: ChildPrice? = null
            var nth: List<NthChild>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("min_age")) minAge = reader.orNull { reader.whole() }
                else if (reader.isAt("max_age")) maxAge = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { ChildPrice.read(reader) }
                else if (reader.isAt("nth")) nth = reader.orNull { reader.list { NthChild.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AgeBand(
                name ?: throw reader.missing("name"),
                minAge ?: throw reader.missing("min_age"),
                maxAge ?: throw reader.missing("max_age"),
                price ?: throw reader.missing("price"),
                nth ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a child pays for each unit. */
@Serializable(with = ChildPrice.Companion::class)
public sealed interface ChildPrice : RatebookValue {
    /** Nothing. */
    public data object Free : ChildPrice {
        override fun write(writer: WireWriter) {
            writer.value("free")
        }
    }

    /** An amount. */
    public data class Fixed(public val held: BigDecimal) : ChildPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("fixed"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Fixed &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** A share of another price. */
    public data class Percent(public val held: PercentOf) : ChildPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : ChildPrice {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<ChildPrice>("ChildPrice") {
        public fun serializer(): KSerializer<ChildPrice> = this

        override fun read(reader: WireReader): ChildPrice {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "free" -> Free
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("fixed")) Fixed(reader.decimal())
                else if (reader.isAt("percent")) Percent(PercentOf.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** A share of another price. */
@Serializable(with = PercentOf.Companion::class)
public data class PercentOf @JvmOverloads constructor(
    /** The share. */
    public val percent: BigDecimal,
    /** Of which price. */
    public val of: PriceKind,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("percent"); writer.value(percent)
        writer.field("of"); of.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PercentOf &&
        alike(percent, other.percent) &&
        of == other.of &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(percent, of, unknownFields)

    public companion object : Wire<PercentOf>("PercentOf") {
        public fun serializer(): KSerializer<PercentOf> = this

        override fun read(reader: WireReader): PercentOf {
            var percent: BigDecimal? = null
            var of: PriceKind? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("of")) of = reader.orNull { PriceKind.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PercentOf(
                percent ?: throw reader.missing("percent"),
                of ?: throw reader.missing("of"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A price that a child's is a share of. */
@Serializable(with = PriceKind.Companion::class)
public class PriceKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PriceKind>("PriceKind") {
        public fun serializer(): KSerializer<PriceKind> = this

        /**
         * What one adult pays: the price per person, of the party's size if it goes by that, or the standard occupancy's
         * price divided by its adults.
         */
        @JvmField public val ADULT: PriceKind = PriceKind("adult")

        /** The price of an extra bed. */
        @JvmField public val EXTRA_BED: PriceKind = PriceKind("extra_bed")

        /** The price of the unit at standard occupancy. */
        @JvmField public val BASE: PriceKind = PriceKind("base")

        /** The list's full price of a child. */
        @JvmField public val CHILD: PriceKind = PriceKind("child")

        override val entries: List<PriceKind> = listOf(
            ADULT,
            EXTRA_BED,
            BASE,
            CHILD,
        )

        internal override fun unknown(wire: String): PriceKind = PriceKind(wire)
    }
}

/** What the n-th child of a band pays. */
@Serializable(with = NthChild.Companion::class)
public data class NthChild @JvmOverloads constructor(
    /** 1 for the first child of the band, 2 for the second… */
    public val nth: Int,
    /** What it pays. */
    public val price: ChildPrice,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("nth"); writer.value(nth)
        writer.field("price"); price.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<NthChild>("NthChild") {
        public fun serializer(): KSerializer<NthChild> = this

        override fun read(reader: WireReader): NthChild {
            var nth: Int? = null
            var price: ChildPrice? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("nth")) nth = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { ChildPrice.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return NthChild(
                nth ?: throw reader.missing("nth"),
                price ?: throw reader.missing("price"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Days that cost something else. On each night the season of highest priority wins, alone. */
@Serializable(with = Season.Companion::class)
public data class Season(
    /** What people call it. */
    public val name: String,
    /** Its days, in any number of ranges. */
    public val days: List<DayRange>,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** The highest wins; two seasons of one priority must not meet. */
    public val priority: Int = 0,
    /** What happens to the price of the unit: the base price, the price per person or every price of the table. */
    public val price: Change? = null,
    /** What happens to single prices of the table, in place of `price`. */
    public val byAdults: Map<Int, Change> = emptyMap(),
    /** The same of the table by the number of all people. */
    public val byPeople: Map<Int, Change> = emptyMap(),
    /** What happens to the price of an extra adult. */
    public val extraAdult: Change? = null,
    /** What happens to the price of an extra bed. */
    public val extraBed: Change? = null,
    /** What happens to the prices of children: their full price and fixed prices. */
    public val child: Change? = null,
    /** What the children of an age band pay in this season in place of the band's price, by the name of the band. */
    public val ageBands: Map<String, ChildPrice> = emptyMap(),
    /** What one adult alone pays in this season. */
    public val singleUse: SingleUse? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("days"); writer.list(days) { it.write(writer) }
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("priority"); writer.value(priority)
        if (price != null) { writer.field("price"); price.write(writer) }
        if (byAdults.isNotEmpty()) { writer.field("by_adults"); writer.map(byAdults) { it.write(writer) } }
        if (byPeople.isNotEmpty()) { writer.field("by_people"); writer.map(byPeople) { it.write(writer) } }
        if (extraAdult != null) { writer.field("extra_adult"); extraAdult.write(writer) }
        if (extraBed != null) { writer.field("extra_bed"); extraBed.write(writer) }
        if (child != null) { writer.field("child"); child.write(writer) }
        if (ageBands.isNotEmpty()) { writer.field("age_bands"); writer.map(ageBands) { it.write(writer) } }
        if (singleUse != null) { writer.field("single_use"); singleUse.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var days: List<DayRange>? = null
        private var weekdays: List<Weekday>? = null
        private var priority: Int? = null
        private var price: Change? = null
        private var byAdults: Map<Int, Change>? = null
        private var byPeople: Map<Int, Change>? = null
        private var extraAdult: Change? = null
        private var extraBed: Change? = null
        private var child: Change? = null
        private var ageBands: Map<String, ChildPrice>? = null
        private var singleUse: SingleUse? = null

        /** See [Season.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Season.days]. */
        public fun days(days: List<DayRange>): Builder = apply { this.days = days }

        /** See [Season.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [Season.priority]. */
        public fun priority(priority: Int): Builder = apply { this.priority = priority }

        /** See [Season.price]. */
        public fun price(price: Change?): Builder = apply { this.price = price }

        /** See [Season.byAdults]. */
        public fun byAdults(byAdults: Map<Int, Change>): Builder = apply { this.byAdults = byAdults }

        /** See [Season.byPeople]. */
        public fun byPeople(byPeople: Map<Int, Change>): Builder = apply { this.byPeople = byPeople }

        /** See [Season.extraAdult]. */
        public fun extraAdult(extraAdult: Change?): Builder = apply { this.extraAdult = extraAdult }

        /** See [Season.extraBed]. */
        public fun extraBed(extraBed: Change?): Builder = apply { this.extraBed = extraBed }

        /** See [Season.child]. */
        public fun child(child: Change?): Builder = apply { this.child = child }

        /** See [Season.ageBands]. */
        public fun ageBands(ageBands: Map<String, ChildPrice>): Builder = apply { this.ageBands = ageBands }

        /** See [Season.singleUse]. */
        public fun singleUse(singleUse: SingleUse?): Builder = apply { this.singleUse = singleUse }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Season = Season(
            checkNotNull(name) { "`name` of Season is not set" },
            checkNotNull(days) { "`days` of Season is not set" },
            weekdays,
            priority ?: 0,
            price,
            byAdults ?: emptyMap(),
            byPeople ?: emptyMap(),
            extraAdult,
            extraBed,
            child,
            ageBands ?: emptyMap(),
            singleUse,
        )
    }

    public companion object : Wire<Season>("Season") {
        public fun serializer(): KSerializer<Season> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Season {
            var name: String? = null
            var days: List<DayRange>? = null
            var weekdays: List<Weekday>? = null
            var priority: Int? = null
            var price: Change? = null
            var byAdults: Map<Int, Change>? = null
            var byPeople: Map<Int, Change>? = null
            var extraAdult: Change? = null
            var extraBed: Change? = null
            var child: Change? = null
            var ageBands: Map<String, ChildPrice>? = null
            var singleUse: SingleUse? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayRange.read(reader) } }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { Change.read(reader) }
                else if (reader.isAt("by_adults")) byAdults = reader.orNull { reader.numbered { Change.read(reader) } }
                else if (reader.isAt("by_people")) byPeople = reader.orNull { reader.numbered { Change.read(reader) } }
                else if (reader.isAt("extra_adult")) extraAdult = reader.orNull { Change.read(reader) }
                else if (reader.isAt("extra_bed")) extraBed = reader.orNull { Change.read(reader) }
                else if (reader.isAt("child")) child = reader.orNull { Change.read(reader) }
                else if (reader.isAt("age_bands")) ageBands = reader.orNull { reader.map { ChildPrice.read(reader) } }
                else if (reader.isAt("single_use")) singleUse = reader.orNull { SingleUse.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Season(
                name ?: throw reader.missing("name"),
                days ?: throw reader.missing("days"),
                weekdays,
                priority ?: 0,
                price,
                byAdults ?: emptyMap(),
                byPeople ?: emptyMap(),
                extraAdult,
                extraBed,
                child,
                ageBands ?: emptyMap(),
                singleUse,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What happens to a price. */
@Serializable(with = Change.Companion::class)
public sealed interface Change : RatebookValue {
    /** It is replaced. */
    public data class Set(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("set"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Set &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** It is multiplied: 1.40 for 40 % more. */
    public data class Multiply(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("multiply"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Multiply &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** An amount is added, or taken off when negative. */
    public data class Add(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Add &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** So many percent are added, or taken off when negative. */
    public data class Percent(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : Change {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<Change>("Change") {
        public fun serializer(): KSerializer<Change> = this

        override fun read(reader: WireReader): Change {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("set")) Set(reader.decimal())
                else if (reader.isAt("multiply")) Multiply(reader.decimal())
                else if (reader.isAt("add")) Add(reader.decimal())
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What comes on top: a weekend, a gala dinner, half board, an extra bed. */
@Serializable(with = Supplement.Companion::class)
public data class Supplement(
    /** By which an optional one is chosen; unique in the list. */
    public val code: String,
    /** What people call it. */
    public val name: String,
    /** Only these nights; all when empty. */
    public val days: List<DayRange> = emptyList(),
    /** Only nights of these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Only nights of these seasons, by name; all when empty. */
    public val seasons: List<String> = emptyList(),
    /** Only parties of this size. */
    public val party: PartyMatch? = null,
    /** Whether it is charged only when chosen. */
    public val optional: Boolean = false,
    /** For each of what it is charged. */
    public val per: Per,
    /** Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly. */
    public val sharedByNights: Boolean = false,
    /** How much. */
    public val price: SupplementPrice,
    /** The tax category of its lines. */
    public val taxCategory: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); writer.value(code)
        writer.field("name"); writer.value(name)
        if (days.isNotEmpty()) { writer.field("days"); writer.list(days) { it.write(writer) } }
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (seasons.isNotEmpty()) { writer.field("seasons"); writer.list(seasons) { writer.value(it) } }
        if (party != null) { writer.field("party"); party.write(writer) }
        if (optional) { writer.field("optional"); writer.value(optional) }
        writer.field("per"); per.write(writer)
        if (sharedByNights) { writer.field("shared_by_nights"); writer.value(sharedByNights) }
        writer.field("price"); price.write(writer)
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var code: String? = null
        private var name: String? = null
        private var days: List<DayRange>? = null
        private var weekdays: List<Weekday>? = null
        private var seasons: List<String>? = null
        private var party: PartyMatch? = null
        private var optional: Boolean? = null
        private var per: Per? = null
        private var sharedByNights: Boolean? = null
        private var price: SupplementPrice? = null
        private var taxCategory: String? = null

        /** See [Supplement.code]. */
        public fun code(code: String): Builder = apply { this.code = code }

        /** See [Supplement.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Supplement.days]. */
        public fun days(days: List<DayRange>): Builder = apply { this.days = days }

        /** See [Supplement.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [Supplement.seasons]. */
        public fun seasons(seasons: List<String>): Builder = apply { this.seasons = seasons }

        /** See [Supplement.party]. */
        public fun party(party: PartyMatch?): Builder = apply { this.party = party }

        /** See [Supplement.optional]. */
        public fun optional(optional: Boolean): Builder = apply { this.optional = optional }

        /** See [Supplement.per]. */
        public fun per(per: Per): Builder = apply { this.per = per }

        /** See [Supplement.sharedByNights]. */
        public fun sharedByNights(sharedByNights: Boolean): Builder = apply { this.sharedByNights = sharedByNights }

        /** See [Supplement.price]. */
        public fun price(price: SupplementPrice): Builder = apply { this.price = price }

        /** See [Supplement.taxCategory]. */
        public fun taxCategory(taxCategory: String?): Builder = apply { this.taxCategory = taxCategory }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Supplement = Supplement(
            checkNotNull(code) { "`code` of Supplement is not set" },
            checkNotNull(name) { "`name` of Supplement is not set" },
            days ?: emptyList(),
            weekdays,
            seasons ?: emptyList(),
            party,
            optional ?: false,
            checkNotNull(per) { "`per` of Supplement is not set" },
            sharedByNights ?: false,
            checkNotNull(price) { "`price` of Supplement is not set" },
            taxCategory,
        )
    }

    public companion object : Wire<Supplement>("Supplement") {
        public fun serializer(): KSerializer<Supplement> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Supplement {
            var code: String? = null
            var name: String? = null
            var days: List<DayRange>? = null
            var weekdays: List<Weekday>? = null
            var seasons: List<String>? = null
            var party: PartyMatch? = null
            var optional: Boolean? = null
            var per: Per? = null
            var sharedByNights: Boolean? = null
            var price: SupplementPrice? = null
            var taxCategory: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayRange.read(reader) } }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("seasons")) seasons = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("party")) party = reader.orNull { PartyMatch.read(reader) }
                else if (reader.isAt("optional")) optional = reader.orNull { reader.flag() }
                else if (reader.isAt("per")) per = reader.orNull { Per.read(reader) }
                else if (reader.isAt("shared_by_nights")) sharedByNights = reader.orNull { reader.flag() }
                else if (reader.isAt("price")) price = reader.orNull { SupplementPrice.read(reader) }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Supplement(
                code ?: throw reader.missing("code"),
                name ?: throw reader.missing("name"),
                days ?: emptyList(),
                weekdays,
                seasons ?: emptyList(),
                party,
                optional ?: false,
                per ?: throw reader.missing("per"),
                sharedByNights ?: false,
                price ?: throw reader.missing("price"),
                taxCategory,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A party by its size and ages; what is not given does not matter. */
@Serializable(with = PartyMatch.Companion::class)
public data class PartyMatch(
    /** At least so many adults. */
    public val minAdults: Int? = null,
    /** At most so many adults. */
    public val maxAdults: Int? = null,
    /** At least so many children. */
    public val minChildren: Int? = null,
    /** At most so many children. */
    public val maxChildren: Int? = null,
    /** So many children of these ages, each of them. */
    public val ages: List<ChildrenOfAge> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (minAdults != null) { writer.field("min_adults"); writer.value(minAdults) }
        if (maxAdults != null) { writer.field("max_adults"); writer.value(maxAdults) }
        if (minChildren != null) { writer.field("min_children"); writer.value(minChildren) }
        if (maxChildren != null) { writer.field("max_children"); writer.value(maxChildren) }
        if (ages.isNotEmpty()) { writer.field("ages"); writer.list(ages) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var minAdults: Int? = null
        private var maxAdults: Int? = null
        private var minChildren: Int? = null
        private var maxChildren: Int? = null
        private var ages: List<ChildrenOfAge>? = null

        /** See [PartyMatch.minAdults]. */
        public fun minAdults(minAdults: Int?): Builder = apply { this.minAdults = minAdults }

        /** See [PartyMatch.maxAdults]. */
        public fun maxAdults(maxAdults: Int?): Builder = apply { this.maxAdults = maxAdults }

        /** See [PartyMatch.minChildren]. */
        public fun minChildren(minChildren: Int?): Builder = apply { this.minChildren = minChildren }

        /** See [PartyMatch.maxChildren]. */
        public fun maxChildren(maxChildren: Int?): Builder = apply { this.maxChildren = maxChildren }

        /** See [PartyMatch.ages]. */
        public fun ages(ages: List<ChildrenOfAge>): Builder = apply { this.ages = ages }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PartyMatch = PartyMatch(
            minAdults,
            maxAdults,
            minChildren,
            maxChildren,
            ages ?: emptyList(),
        )
    }

    public companion object : Wire<PartyMatch>("PartyMatch") {
        public fun serializer(): KSerializer<PartyMatch> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PartyMatch {
            var minAdults: Int? = null
            var maxAdults: Int? = null
            var minChildren: Int? = null
            var maxChildren: Int? = null
            var ages: List<ChildrenOfAge>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("min_adults")) minAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("max_adults")) maxAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("min_children")) minChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("max_children")) maxChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("ages")) ages = reader.orNull { reader.list { ChildrenOfAge.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PartyMatch(
                minAdults,
                maxAdults,
                minChildren,
                maxChildren,
                ages ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** At least so many who are told by age, on the day of arrival, are of these ages. */
@Serializable(with = ChildrenOfAge.Companion::class)
public data class ChildrenOfAge(
    /** The youngest age. */
    public val minAge: Int,
    /** The oldest age. */
    public val maxAge: Int,
    /** How many there are at least. */
    public val atLeast: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("min_age"); writer.value(minAge)
        writer.field("max_age"); writer.value(maxAge)
        if (atLeast != null) { writer.field("at_least"); writer.value(atLeast) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var minAge: Int? = null
        private var maxAge: Int? = null
        private var atLeast: Int? = null

        /** See [ChildrenOfAge.minAge]. */
        public fun minAge(minAge: Int): Builder = apply { this.minAge = minAge }

        /** See [ChildrenOfAge.maxAge]. */
        public fun maxAge(maxAge: Int): Builder = apply { this.maxAge = maxAge }

        /** See [ChildrenOfAge.atLeast]. */
        public fun atLeast(atLeast: Int?): Builder = apply { this.atLeast = atLeast }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ChildrenOfAge = ChildrenOfAge(
            checkNotNull(minAge) { "`minAge` of ChildrenOfAge is not set" },
            checkNotNull(maxAge) { "`maxAge` of ChildrenOfAge is not set" },
            atLeast,
        )
    }

    public companion object : Wire<ChildrenOfAge>("ChildrenOfAge") {
        public fun serializer(): KSerializer<ChildrenOfAge> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ChildrenOfAge {
            var minAge: Int? = null
            var maxAge: Int? = null
            var atLeast: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("min_age")) minAge = reader.orNull { reader.whole() }
                else if (reader.isAt("max_age")) maxAge = reader.orNull { reader.whole() }
                else if (reader.isAt("at_least")) atLeast = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ChildrenOfAge(
                minAge ?: throw reader.missing("min_age"),
                maxAge ?: throw reader.missing("max_age"),
                atLeast,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** For each of what something is charged. What is not per night is charged once when any night of the stay matches. */
@Serializable(with = Per.Companion::class)
public class Per private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Per>("Per") {
        public fun serializer(): KSerializer<Per> = this

        /** Each unit and night. */
        @JvmField public val NIGHT: Per = Per("night")

        /** Each unit, once. */
        @JvmField public val STAY: Per = Per("stay")

        /** Each person, once. */
        @JvmField public val PERSON: Per = Per("person")

        /** Each person and night. */
        @JvmField public val PERSON_NIGHT: Per = Per("person_night")

        /** Each adult, once. */
        @JvmField public val ADULT: Per = Per("adult")

        /** Each adult and night. */
        @JvmField public val ADULT_NIGHT: Per = Per("adult_night")

        /** Each child, once. */
        @JvmField public val CHILD: Per = Per("child")

        /** Each child and night. */
        @JvmField public val CHILD_NIGHT: Per = Per("child_night")

        /** Each piece chosen, once; a mandatory one counts one piece. */
        @JvmField public val ITEM: Per = Per("item")

        /** Each piece chosen and night; a mandatory one counts one piece. */
        @JvmField public val ITEM_NIGHT: Per = Per("item_night")

        override val entries: List<Per> = listOf(
            NIGHT,
            STAY,
            PERSON,
            PERSON_NIGHT,
            ADULT,
            ADULT_NIGHT,
            CHILD,
            CHILD_NIGHT,
            ITEM,
            ITEM_NIGHT,
        )

        internal override fun unknown(wire: String): Per = Per(wire)
    }
}

/** How much a supplement is: an amount, an amount by age, or a share of the unit's price. */
@Serializable(with = SupplementPrice.Companion::class)
public sealed interface SupplementPrice : RatebookValue {
    /** The same for all. */
    public data class Amount(public val held: BigDecimal) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Amount &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** By age band; those of no band named here are adults. For charges per person only. */
    public data class ByAge(public val held: Map<String, BigDecimal>) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("by_age"); writer.map(held) { writer.value(it) }
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is ByAge &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** So many percent of the unit's price on each matching night. */
    public data class Percent(public val held: BigDecimal) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : SupplementPrice {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<SupplementPrice>("SupplementPrice") {
        public fun serializer(): KSerializer<SupplementPrice> = this

        override fun read(reader: WireReader): SupplementPrice {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("amount")) Amount(reader.decimal())
                else if (reader.isAt("by_age")) ByAge(reader.map { reader.decimal() })
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What comes off, and when. */
@Serializable(with = Discount.Companion::class)
public data class Discount(
    /** What people call it. */
    public val name: String,
    /** When it applies and how much it is. */
    public val rule: DiscountRule,
    /** Never more than this amount. */
    public val cap: BigDecimal? = null,
    /** Of the discounts of one group only the largest counts. */
    public val group: String? = null,
    /** Only when booked on these days. */
    public val bookingWindow: DayRange? = null,
    /** Only for parties of this size, or with so many children of an age. */
    public val party: PartyMatch? = null,
    /** Only when every night lies in these days. */
    public val travelWindow: DayRange? = null,
    /** What it is taken off. */
    public val part: DiscountedPart = DiscountedPart.SUBTOTAL,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("rule"); rule.write(writer)
        if (cap != null) { writer.field("cap"); writer.value(cap) }
        if (group != null) { writer.field("group"); writer.value(group) }
        if (bookingWindow != null) { writer.field("booking_window"); bookingWindow.write(writer) }
        if (party != null) { writer.field("party"); party.write(writer) }
        if (travelWindow != null) { writer.field("travel_window"); travelWindow.write(writer) }
        writer.field("part"); part.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Discount &&
        name == other.name &&
        rule == other.rule &&
        alike(cap, other.cap) &&
        group == other.group &&
        bookingWindow == other.bookingWindow &&
        party == other.party &&
        travelWindow == other.travelWindow &&
        part == other.part &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, rule, cap, group, bookingWindow, party, travelWindow, part, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var rule: DiscountRule? = null
        private var cap: BigDecimal? = null
        private var group: String? = null
        private var bookingWindow: DayRange? = null
        private var party: PartyMatch? = null
        private var travelWindow: DayRange? = null
        private var part: DiscountedPart? = null

        /** See [Discount.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Discount.rule]. */
        public fun rule(rule: DiscountRule): Builder = apply { this.rule = rule }

        /** See [Discount.cap]. */
        public fun cap(cap: BigDecimal?): Builder = apply { this.cap = cap }

        /** See [Discount.group]. */
        public fun group(group: String?): Builder = apply { this.group = group }

        /** See [Discount.bookingWindow]. */
        public fun bookingWindow(bookingWindow: DayRange?): Builder = apply { this.bookingWindow = bookingWindow }

        /** See [Discount.party]. */
        public fun party(party: PartyMatch?): Builder = apply { this.party = party }

        /** See [Discount.travelWindow]. */
        public fun travelWindow(travelWindow: DayRange?): Builder = apply { this.travelWindow = travelWindow }

        /** See [Discount.part]. */
        public fun part(part: DiscountedPart): Builder = apply { this.part = part }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Discount = Discount(
            checkNotNull(name) { "`name` of Discount is not set" },
            checkNotNull(rule) { "`rule` of Discount is not set" },
            cap,
            group,
            bookingWindow,
            party,
            travelWindow,
            part ?: DiscountedPart.SUBTOTAL,
        )
    }

    public companion object : Wire<Discount>("Discount") {
        public fun serializer(): KSerializer<Discount> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Discount {
            var name: String? = null
            var rule: DiscountRule? = null
            var cap: BigDecimal? = null
            var group: String? = null
            var bookingWindow: DayRange? = null
            var party: PartyMatch? = null
            var travelWindow: DayRange? = null
            var part: DiscountedPart? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { DiscountRule.read(reader) }
                else if (reader.isAt("cap")) cap = reader.orNull { reader.decimal() }
                else if (reader.isAt("group")) group = reader.orNull { reader.text() }
                else if (reader.isAt("booking_window")) bookingWindow = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("party")) party = reader.orNull { PartyMatch.read(reader) }
                else if (reader.isAt("travel_window")) travelWindow = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("part")) part = reader.orNull { DiscountedPart.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Discount(
                name ?: throw reader.missing("name"),
                rule ?: throw reader.missing("rule"),
                cap,
                group,
                bookingWindow,
                party,
                travelWindow,
                part ?: DiscountedPart.SUBTOTAL,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When a discount applies and how much it is. */
@Serializable(with = DiscountRule.Companion::class)
public sealed interface DiscountRule : RatebookValue {
    /** By quantity or size of the group; the highest tier that is met counts. */
    public data class Bulk(public val held: com.ratebook.rates.Bulk) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("bulk"); held.write(writer)
            writer.close()
        }
    }

    /** By number of nights. */
    public data class LengthOfStay(public val held: Tiers) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("length_of_stay"); held.write(writer)
            writer.close()
        }
    }

    /** By days between booking and arrival, at least. */
    public data class EarlyBird(public val held: Tiers) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("early_bird"); held.write(writer)
            writer.close()
        }
    }

    /** By days between booking and arrival, at most. */
    public data class LastMinute(public val held: com.ratebook.rates.LastMinute) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("last_minute"); held.write(writer)
            writer.close()
        }
    }

    /** Stay seven, pay six. */
    public data class FreeNights(public val held: com.ratebook.rates.FreeNights) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("free_nights"); held.write(writer)
            writer.close()
        }
    }

    /** By a code the guest gives. */
    public data class Promo(public val held: com.ratebook.rates.Promo) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("promo"); held.write(writer)
            writer.close()
        }
    }

    /** When an expression over the request is true. */
    public data class Eligibility(public val held: com.ratebook.rates.Eligibility) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("eligibility"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : DiscountRule {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<DiscountRule>("DiscountRule") {
        public fun serializer(): KSerializer<DiscountRule> = this

        override fun read(reader: WireReader): DiscountRule {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("bulk")) Bulk(com.ratebook.rates.Bulk.read(reader))
                else if (reader.isAt("length_of_stay")) LengthOfStay(Tiers.read(reader))
                else if (reader.isAt("early_bird")) EarlyBird(Tiers.read(reader))
                else if (reader.isAt("last_minute")) LastMinute(com.ratebook.rates.LastMinute.read(reader))
                else if (reader.isAt("free_nights")) FreeNights(com.ratebook.rates.FreeNights.read(reader))
                else if (reader.isAt("promo")) Promo(com.ratebook.rates.Promo.read(reader))
                else if (reader.isAt("eligibility")) Eligibility(com.ratebook.rates.Eligibility.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** A discount by quantity or size of the group. */
@Serializable(with = Bulk.Companion::class)
public data class Bulk @JvmOverloads constructor(
    /** What is counted. */
    public val by: BulkMeasure,
    /** The highest that is met counts; they do not add up. */
    public val tiers: List<Tier>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("by"); by.write(writer)
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Bulk>("Bulk") {
        public fun serializer(): KSerializer<Bulk> = this

        override fun read(reader: WireReader): Bulk {
            var by: BulkMeasure? = null
            var tiers: List<Tier>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("by")) by = reader.orNull { BulkMeasure.read(reader) }
                else if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { Tier.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Bulk(
                by ?: throw reader.missing("by"),
                tiers ?: throw reader.missing("tiers"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a bulk discount counts. */
@Serializable(with = BulkMeasure.Companion::class)
public class BulkMeasure private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<BulkMeasure>("BulkMeasure") {
        public fun serializer(): KSerializer<BulkMeasure> = this

        /** Rooms, vehicles, pieces. */
        @JvmField public val QUANTITY: BulkMeasure = BulkMeasure("quantity")

        /** People in all of them. */
        @JvmField public val PEOPLE: BulkMeasure = BulkMeasure("people")

        /** Nights of all of them. */
        @JvmField public val NIGHTS: BulkMeasure = BulkMeasure("nights")

        override val entries: List<BulkMeasure> = listOf(
            QUANTITY,
            PEOPLE,
            NIGHTS,
        )

        internal override fun unknown(wire: String): BulkMeasure = BulkMeasure(wire)
    }
}

/** From so many on, so much off. */
@Serializable(with = Tier.Companion::class)
public data class Tier @JvmOverloads constructor(
    /** From so many on. */
    public val atLeast: Int,
    /** How much comes off. */
    public val off: Off,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_least"); writer.value(atLeast)
        writer.field("off"); off.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Tier>("Tier") {
        public fun serializer(): KSerializer<Tier> = this

        override fun read(reader: WireReader): Tier {
            var atLeast: Int? = null
            var off: Off? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_least")) atLeast = reader.orNull { reader.whole() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Tier(
                atLeast ?: throw reader.missing("at_least"),
                off ?: throw reader.missing("off"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Percent or amount. */
@Serializable(with = Off.Companion::class)
public sealed interface Off : RatebookValue {
    /** So many percent. */
    public data class Percent(public val held: BigDecimal) : Off {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** This amount. */
    public data class Amount(public val held: BigDecimal) : Off {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Amount &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : Off {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<Off>("Off") {
        public fun serializer(): KSerializer<Off> = this

        override fun read(reader: WireReader): Off {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("amount")) Amount(reader.decimal())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Tiers by at least so many; the highest that is met counts. */
@Serializable(with = Tiers.Companion::class)
public data class Tiers @JvmOverloads constructor(
    /** In any order. */
    public val tiers: List<Tier>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Tiers>("Tiers") {
        public fun serializer(): KSerializer<Tiers> = this

        override fun read(reader: WireReader): Tiers {
            var tiers: List<Tier>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { Tier.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Tiers(
                tiers ?: throw reader.missing("tiers"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Tiers by at most so many days ahead; the lowest that is met counts. */
@Serializable(with = LastMinute.Companion::class)
public data class LastMinute @JvmOverloads constructor(
    /** In any order. */
    public val tiers: List<LastMinuteTier>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LastMinute>("LastMinute") {
        public fun serializer(): KSerializer<LastMinute> = this

        override fun read(reader: WireReader): LastMinute {
            var tiers: List<LastMinuteTier>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { LastMinuteTier.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LastMinute(
                tiers ?: throw reader.missing("tiers"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Up to so many days ahead, so much off. */
@Serializable(with = LastMinuteTier.Companion::class)
public data class LastMinuteTier @JvmOverloads constructor(
    /** Up to so many days ahead. */
    public val atMost: Int,
    /** How much comes off. */
    public val off: Off,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_most"); writer.value(atMost)
        writer.field("off"); off.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<LastMinuteTier>("LastMinuteTier") {
        public fun serializer(): KSerializer<LastMinuteTier> = this

        override fun read(reader: WireReader): LastMinuteTier {
            var atMost: Int? = null
            var off: Off? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_most")) atMost = reader.orNull { reader.whole() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LastMinuteTier(
                atMost ?: throw reader.missing("at_most"),
                off ?: throw reader.missing("off"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Stay so many nights, pay fewer. */
@Serializable(with = FreeNights.Companion::class)
public data class FreeNights(
    /** From so many nights on. */
    public val stay: Int,
    /** So many of them are paid. */
    public val pay: Int,
    /** Which nights are free. */
    public val free: WhichNights,
    /** Whether a stay of twice as many nights has twice as many free ones, block by block. */
    public val repeats: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("stay"); writer.value(stay)
        writer.field("pay"); writer.value(pay)
        writer.field("free"); free.write(writer)
        if (repeats) { writer.field("repeats"); writer.value(repeats) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var stay: Int? = null
        private var pay: Int? = null
        private var free: WhichNights? = null
        private var repeats: Boolean? = null

        /** See [FreeNights.stay]. */
        public fun stay(stay: Int): Builder = apply { this.stay = stay }

        /** See [FreeNights.pay]. */
        public fun pay(pay: Int): Builder = apply { this.pay = pay }

        /** See [FreeNights.free]. */
        public fun free(free: WhichNights): Builder = apply { this.free = free }

        /** See [FreeNights.repeats]. */
        public fun repeats(repeats: Boolean): Builder = apply { this.repeats = repeats }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FreeNights = FreeNights(
            checkNotNull(stay) { "`stay` of FreeNights is not set" },
            checkNotNull(pay) { "`pay` of FreeNights is not set" },
            checkNotNull(free) { "`free` of FreeNights is not set" },
            repeats ?: false,
        )
    }

    public companion object : Wire<FreeNights>("FreeNights") {
        public fun serializer(): KSerializer<FreeNights> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FreeNights {
            var stay: Int? = null
            var pay: Int? = null
            var free: WhichNights? = null
            var repeats: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("stay")) stay = reader.orNull { reader.whole() }
                else if (reader.isAt("pay")) pay = reader.orNull { reader.whole() }
                else if (reader.isAt("free")) free = reader.orNull { WhichNights.read(reader) }
                else if (reader.isAt("repeats")) repeats = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FreeNights(
                stay ?: throw reader.missing("stay"),
                pay ?: throw reader.missing("pay"),
                free ?: throw reader.missing("free"),
                repeats ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which nights are free. Of all but average ones, each has a line of its day. */
@Serializable(with = WhichNights.Companion::class)
public sealed interface WhichNights : RatebookValue {
    /** The cheapest ones by what they cost before discounts, of equal ones the earlier. */
    public data object Cheapest : WhichNights {
        override fun write(writer: WireWriter) {
            writer.value("cheapest")
        }
    }

    /** The first ones of the stay. */
    public data object First : WhichNights {
        override fun write(writer: WireWriter) {
            writer.value("first")
        }
    }

    /** The last ones of the stay. */
    public data object Last : WhichNights {
        override fun write(writer: WireWriter) {
            writer.value("last")
        }
    }

    /** As many average nights. */
    public data object Average : WhichNights {
        override fun write(writer: WireWriter) {
            writer.value("average")
        }
    }

    /** Those at these places of the block of nights, 1 for its first. */
    public data class Positions(public val held: List<Int>) : WhichNights {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("positions"); writer.list(held) { writer.value(it) }
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : WhichNights {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<WhichNights>("WhichNights") {
        public fun serializer(): KSerializer<WhichNights> = this

        override fun read(reader: WireReader): WhichNights {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "cheapest" -> Cheapest
                    "first" -> First
                    "last" -> Last
                    "average" -> Average
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("positions")) Positions(reader.list { reader.whole() })
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** A discount by code. */
@Serializable(with = Promo.Companion::class)
public data class Promo(
    /** What the guest gives; letter case does not matter. */
    public val code: String,
    /** How much comes off. */
    public val off: Off,
    /** Only when booked on these days; outside them the code is refused. */
    public val window: DayRange? = null,
    /** How often it may be used; the request says how often it was. */
    public val limit: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); writer.value(code)
        writer.field("off"); off.write(writer)
        if (window != null) { writer.field("window"); window.write(writer) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var code: String? = null
        private var off: Off? = null
        private var window: DayRange? = null
        private var limit: Int? = null

        /** See [Promo.code]. */
        public fun code(code: String): Builder = apply { this.code = code }

        /** See [Promo.off]. */
        public fun off(off: Off): Builder = apply { this.off = off }

        /** See [Promo.window]. */
        public fun window(window: DayRange?): Builder = apply { this.window = window }

        /** See [Promo.limit]. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Promo = Promo(
            checkNotNull(code) { "`code` of Promo is not set" },
            checkNotNull(off) { "`off` of Promo is not set" },
            window,
            limit,
        )
    }

    public companion object : Wire<Promo>("Promo") {
        public fun serializer(): KSerializer<Promo> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Promo {
            var code: String? = null
            var off: Off? = null
            var window: DayRange? = null
            var limit: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else if (reader.isAt("window")) window = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Promo(
                code ?: throw reader.missing("code"),
                off ?: throw reader.missing("off"),
                window,
                limit,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A discount by expression. */
@Serializable(with = Eligibility.Companion::class)
public data class Eligibility @JvmOverloads constructor(
    /** Such as `nights >= 3 && "member" in tags`. */
    public val `when`: String,
    /** How much comes off. */
    public val off: Off,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("when"); writer.value(`when`)
        writer.field("off"); off.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Eligibility>("Eligibility") {
        public fun serializer(): KSerializer<Eligibility> = this

        override fun read(reader: WireReader): Eligibility {
            var `when`: String? = null
            var off: Off? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Eligibility(
                `when` ?: throw reader.missing("when"),
                off ?: throw reader.missing("off"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a discount is taken off, and what of a night is free. */
@Serializable(with = DiscountedPart.Companion::class)
public class DiscountedPart private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<DiscountedPart>("DiscountedPart") {
        public fun serializer(): KSerializer<DiscountedPart> = this

        /** Everything before discounts. */
        @JvmField public val SUBTOTAL: DiscountedPart = DiscountedPart("subtotal")

        /** The price of the unit alone, without children and supplements. */
        @JvmField public val UNITS: DiscountedPart = DiscountedPart("units")

        override val entries: List<DiscountedPart> = listOf(
            SUBTOTAL,
            UNITS,
        )

        internal override fun unknown(wire: String): DiscountedPart = DiscountedPart(wire)
    }
}

/** What happens when several discounts apply. */
@Serializable(with = Combination.Companion::class)
public class Combination private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Combination>("Combination") {
        public fun serializer(): KSerializer<Combination> = this

        /** The largest alone. */
        @JvmField public val BEST: Combination = Combination("best")

        /** All, one after the other, each on what the former left. */
        @JvmField public val ALL: Combination = Combination("all")

        /** All, each on the original amount. */
        @JvmField public val SUM: Combination = Combination("sum")

        override val entries: List<Combination> = listOf(
            BEST,
            ALL,
            SUM,
        )

        internal override fun unknown(wire: String): Combination = Combination(wire)
    }
}

/** A charge of the seller after discounts: cleaning, service, booking. */
@Serializable(with = Fee.Companion::class)
public data class Fee(
    /** What people call it. */
    public val name: String,
    /** How much. */
    public val rate: FeeRate,
    /** Ages that do not pay it. */
    public val exemptAges: List<AgeRange> = emptyList(),
    /** At most for so many nights. */
    public val nightCap: Int? = null,
    /** The tax category of its line. */
    public val taxCategory: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("rate"); rate.write(writer)
        if (exemptAges.isNotEmpty()) { writer.field("exempt_ages"); writer.list(exemptAges) { it.write(writer) } }
        if (nightCap != null) { writer.field("night_cap"); writer.value(nightCap) }
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var rate: FeeRate? = null
        private var exemptAges: List<AgeRange>? = null
        private var nightCap: Int? = null
        private var taxCategory: String? = null

        /** See [Fee.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Fee.rate]. */
        public fun rate(rate: FeeRate): Builder = apply { this.rate = rate }

        /** See [Fee.exemptAges]. */
        public fun exemptAges(exemptAges: List<AgeRange>): Builder = apply { this.exemptAges = exemptAges }

        /** See [Fee.nightCap]. */
        public fun nightCap(nightCap: Int?): Builder = apply { this.nightCap = nightCap }

        /** See [Fee.taxCategory]. */
        public fun taxCategory(taxCategory: String?): Builder = apply { this.taxCategory = taxCategory }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Fee = Fee(
            checkNotNull(name) { "`name` of Fee is not set" },
            checkNotNull(rate) { "`rate` of Fee is not set" },
            exemptAges ?: emptyList(),
            nightCap,
            taxCategory,
        )
    }

    public companion object : Wire<Fee>("Fee") {
        public fun serializer(): KSerializer<Fee> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Fee {
            var name: String? = null
            var rate: FeeRate? = null
            var exemptAges: List<AgeRange>? = null
            var nightCap: Int? = null
            var taxCategory: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { FeeRate.read(reader) }
                else if (reader.isAt("exempt_ages")) exemptAges = reader.orNull { reader.list { AgeRange.read(reader) } }
                else if (reader.isAt("night_cap")) nightCap = reader.orNull { reader.whole() }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Fee(
                name ?: throw reader.missing("name"),
                rate ?: throw reader.missing("rate"),
                exemptAges ?: emptyList(),
                nightCap,
                taxCategory,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How much a fee or tax is. */
@Serializable(with = FeeRate.Companion::class)
public sealed interface FeeRate : RatebookValue {
    /** So many percent of the discounted subtotal. */
    public data class Percent(public val held: BigDecimal) : FeeRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** An amount for each of something. */
    public data class Fixed(public val held: FixedRate) : FeeRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("fixed"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : FeeRate {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<FeeRate>("FeeRate") {
        public fun serializer(): KSerializer<FeeRate> = this

        override fun read(reader: WireReader): FeeRate {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("fixed")) Fixed(FixedRate.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** An amount for each of something. */
@Serializable(with = FixedRate.Companion::class)
public data class FixedRate @JvmOverloads constructor(
    /** How much. */
    public val amount: BigDecimal,
    /** For each of what. */
    public val per: Per,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("per"); per.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FixedRate &&
        alike(amount, other.amount) &&
        per == other.per &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(amount, per, unknownFields)

    public companion object : Wire<FixedRate>("FixedRate") {
        public fun serializer(): KSerializer<FixedRate> = this

        override fun read(reader: WireReader): FixedRate {
            var amount: BigDecimal? = null
            var per: Per? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("per")) per = reader.orNull { Per.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FixedRate(
                amount ?: throw reader.missing("amount"),
                per ?: throw reader.missing("per"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Ages from one to another, both included. */
@Serializable(with = AgeRange.Companion::class)
public data class AgeRange @JvmOverloads constructor(
    /** The youngest age. */
    public val minAge: Int,
    /** The oldest age. */
    public val maxAge: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("min_age"); writer.value(minAge)
        writer.field("max_age"); writer.value(maxAge)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AgeRange>("AgeRange") {
        public fun serializer(): KSerializer<AgeRange> = this

        override fun read(reader: WireReader): AgeRange {
            var minAge: Int? = null
            var maxAge: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("min_age")) minAge = reader.orNull { reader.whole() }
                else if (reader.isAt("max_age")) maxAge = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AgeRange(
                minAge ?: throw reader.missing("min_age"),
                maxAge ?: throw reader.missing("max_age"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A tax. */
@Serializable(with = Tax.Companion::class)
public data class Tax(
    /** What people call it. */
    public val name: String,
    /** How much. */
    public val rate: TaxRate,
    /** Whether the prices already hold it. */
    public val inclusive: Boolean = false,
    /** What a percentage is taken of. */
    public val base: TaxBase = TaxBase.NET,
    /** Only lines of this tax category; all lines when not given. */
    public val category: String? = null,
    /** Ages that do not pay it, when it is charged by heads. */
    public val exemptAges: List<AgeRange> = emptyList(),
    /** At most for so many nights. */
    public val nightCap: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("rate"); rate.write(writer)
        if (inclusive) { writer.field("inclusive"); writer.value(inclusive) }
        writer.field("base"); base.write(writer)
        if (category != null) { writer.field("category"); writer.value(category) }
        if (exemptAges.isNotEmpty()) { writer.field("exempt_ages"); writer.list(exemptAges) { it.write(writer) } }
        if (nightCap != null) { writer.field("night_cap"); writer.value(nightCap) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var rate: TaxRate? = null
        private var inclusive: Boolean? = null
        private var base: TaxBase? = null
        private var category: String? = null
        private var exemptAges: List<AgeRange>? = null
        private var nightCap: Int? = null

        /** See [Tax.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [Tax.rate]. */
        public fun rate(rate: TaxRate): Builder = apply { this.rate = rate }

        /** See [Tax.inclusive]. */
        public fun inclusive(inclusive: Boolean): Builder = apply { this.inclusive = inclusive }

        /** See [Tax.base]. */
        public fun base(base: TaxBase): Builder = apply { this.base = base }

        /** See [Tax.category]. */
        public fun category(category: String?): Builder = apply { this.category = category }

        /** See [Tax.exemptAges]. */
        public fun exemptAges(exemptAges: List<AgeRange>): Builder = apply { this.exemptAges = exemptAges }

        /** See [Tax.nightCap]. */
        public fun nightCap(nightCap: Int?): Builder = apply { this.nightCap = nightCap }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Tax = Tax(
            checkNotNull(name) { "`name` of Tax is not set" },
            checkNotNull(rate) { "`rate` of Tax is not set" },
            inclusive ?: false,
            base ?: TaxBase.NET,
            category,
            exemptAges ?: emptyList(),
            nightCap,
        )
    }

    public companion object : Wire<Tax>("Tax") {
        public fun serializer(): KSerializer<Tax> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Tax {
            var name: String? = null
            var rate: TaxRate? = null
            var inclusive: Boolean? = null
            var base: TaxBase? = null
            var category: String? = null
            var exemptAges: List<AgeRange>? = null
            var nightCap: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { TaxRate.read(reader) }
                else if (reader.isAt("inclusive")) inclusive = reader.orNull { reader.flag() }
                else if (reader.isAt("base")) base = reader.orNull { TaxBase.read(reader) }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("exempt_ages")) exemptAges = reader.orNull { reader.list { AgeRange.read(reader) } }
                else if (reader.isAt("night_cap")) nightCap = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Tax(
                name ?: throw reader.missing("name"),
                rate ?: throw reader.missing("rate"),
                inclusive ?: false,
                base ?: TaxBase.NET,
                category,
                exemptAges ?: emptyList(),
                nightCap,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How much a tax is. */
@Serializable(with = TaxRate.Companion::class)
public sealed interface TaxRate : RatebookValue {
    /** So many percent. */
    public data class Percent(public val held: BigDecimal) : TaxRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is Percent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** An amount for each of something. */
    public data class Fixed(public val held: FixedRate) : TaxRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("fixed"); held.write(writer)
            writer.close()
        }
    }

    /** So many percent by the tariff of the night, after discounts; the first slab that reaches it counts. */
    public data class Slabs(public val held: List<Slab>) : TaxRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("slabs"); writer.list(held) { it.write(writer) }
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : TaxRate {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<TaxRate>("TaxRate") {
        public fun serializer(): KSerializer<TaxRate> = this

        override fun read(reader: WireReader): TaxRate {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("fixed")) Fixed(FixedRate.read(reader))
                else if (reader.isAt("slabs")) Slabs(reader.list { Slab.read(reader) })
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Up to this nightly tariff, so many percent of the nights or an amount for each of them. */
@Serializable(with = Slab.Companion::class)
public data class Slab(
    /** The highest tariff of the slab; the last slab has none. */
    public val upTo: BigDecimal? = null,
    /** So many percent of what the nights cost. */
    public val percent: BigDecimal? = null,
    /** An amount for each night, or for each head and night. */
    public val fixed: FixedRate? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (upTo != null) { writer.field("up_to"); writer.value(upTo) }
        if (percent != null) { writer.field("percent"); writer.value(percent) }
        if (fixed != null) { writer.field("fixed"); fixed.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Slab &&
        alike(upTo, other.upTo) &&
        alike(percent, other.percent) &&
        fixed == other.fixed &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(upTo, percent, fixed, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var upTo: BigDecimal? = null
        private var percent: BigDecimal? = null
        private var fixed: FixedRate? = null

        /** See [Slab.upTo]. */
        public fun upTo(upTo: BigDecimal?): Builder = apply { this.upTo = upTo }

        /** See [Slab.percent]. */
        public fun percent(percent: BigDecimal?): Builder = apply { this.percent = percent }

        /** See [Slab.fixed]. */
        public fun fixed(fixed: FixedRate?): Builder = apply { this.fixed = fixed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Slab = Slab(
            upTo,
            percent,
            fixed,
        )
    }

    public companion object : Wire<Slab>("Slab") {
        public fun serializer(): KSerializer<Slab> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Slab {
            var upTo: BigDecimal? = null
            var percent: BigDecimal? = null
            var fixed: FixedRate? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("up_to")) upTo = reader.orNull { reader.decimal() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("fixed")) fixed = reader.orNull { FixedRate.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Slab(
                upTo,
                percent,
                fixed,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a percentage is taken of. */
@Serializable(with = TaxBase.Companion::class)
public class TaxBase private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<TaxBase>("TaxBase") {
        public fun serializer(): KSerializer<TaxBase> = this

        /** The discounted subtotal. */
        @JvmField public val NET: TaxBase = TaxBase("net")

        /** The discounted subtotal and the fees. */
        @JvmField public val NET_AND_FEES: TaxBase = TaxBase("net_and_fees")

        /** The discounted subtotal, the fees and the taxes before it: compound. */
        @JvmField public val NET_FEES_AND_TAXES: TaxBase = TaxBase("net_fees_and_taxes")

        override val entries: List<TaxBase> = listOf(
            NET,
            NET_AND_FEES,
            NET_FEES_AND_TAXES,
        )

        internal override fun unknown(wire: String): TaxBase = TaxBase(wire)
    }
}

/** Where something is sold, and by which tables it is taxed. */
@Serializable(with = TaxRegion.Companion::class)
public data class TaxRegion(
    /**
     * The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
     * request names none.
     */
    public val region: String,
    /** Which rule of the tables applies, such as `lodging`. */
    public val category: String,
    /** Tables in place of those that come with the engine. */
    public val tables: List<TaxTable> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); writer.value(region)
        writer.field("category"); writer.value(category)
        if (tables.isNotEmpty()) { writer.field("tables"); writer.list(tables) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var region: String? = null
        private var category: String? = null
        private var tables: List<TaxTable>? = null

        /** See [TaxRegion.region]. */
        public fun region(region: String): Builder = apply { this.region = region }

        /** See [TaxRegion.category]. */
        public fun category(category: String): Builder = apply { this.category = category }

        /** See [TaxRegion.tables]. */
        public fun tables(tables: List<TaxTable>): Builder = apply { this.tables = tables }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TaxRegion = TaxRegion(
            checkNotNull(region) { "`region` of TaxRegion is not set" },
            checkNotNull(category) { "`category` of TaxRegion is not set" },
            tables ?: emptyList(),
        )
    }

    public companion object : Wire<TaxRegion>("TaxRegion") {
        public fun serializer(): KSerializer<TaxRegion> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TaxRegion {
            var region: String? = null
            var category: String? = null
            var tables: List<TaxTable>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { reader.text() }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("tables")) tables = reader.orNull { reader.list { TaxTable.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TaxRegion(
                region ?: throw reader.missing("region"),
                category ?: throw reader.missing("category"),
                tables ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The taxes of a place, and what is known of them: those that come with the engine are in this form too. */
@Serializable(with = TaxTable.Companion::class)
public data class TaxTable(
    /** The place; `US-NY` also applies to `US-NY-NYC`, before that place's own. */
    public val region: String,
    /** The days on which it applies; always when not given. */
    public val valid: DayRange? = null,
    /**
     * The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
     * for every currency, and a table of nothing else needs none.
     */
    public val currency: String? = null,
    /** Who says so: laws, notifications, an authority's own tables. */
    public val source: String? = null,
    /** As of when it is known; what the law changed later is not in it. */
    public val asOf: LocalDate? = null,
    /** Which supplies it is for, in words. */
    public val covers: String? = null,
    /** What it does not know of, in words. */
    public val leavesOut: String? = null,
    /** Its rules by category. */
    public val rules: List<TaxTableRule>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); writer.value(region)
        if (valid != null) { writer.field("valid"); valid.write(writer) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        if (source != null) { writer.field("source"); writer.value(source) }
        if (asOf != null) { writer.field("as_of"); writer.value(asOf) }
        if (covers != null) { writer.field("covers"); writer.value(covers) }
        if (leavesOut != null) { writer.field("leaves_out"); writer.value(leavesOut) }
        writer.field("rules"); writer.list(rules) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var region: String? = null
        private var valid: DayRange? = null
        private var currency: String? = null
        private var source: String? = null
        private var asOf: LocalDate? = null
        private var covers: String? = null
        private var leavesOut: String? = null
        private var rules: List<TaxTableRule>? = null

        /** See [TaxTable.region]. */
        public fun region(region: String): Builder = apply { this.region = region }

        /** See [TaxTable.valid]. */
        public fun valid(valid: DayRange?): Builder = apply { this.valid = valid }

        /** See [TaxTable.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /** See [TaxTable.source]. */
        public fun source(source: String?): Builder = apply { this.source = source }

        /** See [TaxTable.asOf]. */
        public fun asOf(asOf: LocalDate?): Builder = apply { this.asOf = asOf }

        /** See [TaxTable.covers]. */
        public fun covers(covers: String?): Builder = apply { this.covers = covers }

        /** See [TaxTable.leavesOut]. */
        public fun leavesOut(leavesOut: String?): Builder = apply { this.leavesOut = leavesOut }

        /** See [TaxTable.rules]. */
        public fun rules(rules: List<TaxTableRule>): Builder = apply { this.rules = rules }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TaxTable = TaxTable(
            checkNotNull(region) { "`region` of TaxTable is not set" },
            valid,
            currency,
            source,
            asOf,
            covers,
            leavesOut,
            checkNotNull(rules) { "`rules` of TaxTable is not set" },
        )
    }

    public companion object : Wire<TaxTable>("TaxTable") {
        public fun serializer(): KSerializer<TaxTable> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TaxTable {
            var region: String? = null
            var valid: DayRange? = null
            var currency: String? = null
            var source: String? = null
            var asOf: LocalDate? = null
            var covers: String? = null
            var leavesOut: String? = null
            var rules: List<TaxTableRule>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { reader.text() }
                else if (reader.isAt("valid")) valid = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("source")) source = reader.orNull { reader.text() }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.day() }
                else if (reader.isAt("covers")) covers = reader.orNull { reader.text() }
                else if (reader.isAt("leaves_out")) leavesOut = reader.orNull { reader.text() }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { TaxTableRule.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TaxTable(
                region ?: throw reader.missing("region"),
                valid,
                currency,
                source,
                asOf,
                covers,
                leavesOut,
                rules ?: throw reader.missing("rules"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The taxes of a place on one category. */
@Serializable(with = TaxTableRule.Companion::class)
public data class TaxTableRule(
    /** Such as `lodging` or `service`. */
    public val category: String,
    /** Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says. */
    public val supplied: PlaceOfSupply? = null,
    /** When seller and place of supply are the same place. */
    public val within: List<Tax>,
    /** When they are not; `within` when not given. */
    public val across: List<Tax>? = null,
    /** Whether a business with a tax id in another country accounts for the tax itself. */
    public val reverseCharge: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("category"); writer.value(category)
        if (supplied != null) { writer.field("supplied"); supplied.write(writer) }
        writer.field("within"); writer.list(within) { it.write(writer) }
        if (across != null) { writer.field("across"); writer.list(across) { it.write(writer) } }
        if (reverseCharge) { writer.field("reverse_charge"); writer.value(reverseCharge) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var category: String? = null
        private var supplied: PlaceOfSupply? = null
        private var within: List<Tax>? = null
        private var across: List<Tax>? = null
        private var reverseCharge: Boolean? = null

        /** See [TaxTableRule.category]. */
        public fun category(category: String): Builder = apply { this.category = category }

        /** See [TaxTableRule.supplied]. */
        public fun supplied(supplied: PlaceOfSupply?): Builder = apply { this.supplied = supplied }

        /** See [TaxTableRule.within]. */
        public fun within(within: List<Tax>): Builder = apply { this.within = within }

        /** See [TaxTableRule.across]. */
        public fun across(across: List<Tax>?): Builder = apply { this.across = across }

        /** See [TaxTableRule.reverseCharge]. */
        public fun reverseCharge(reverseCharge: Boolean): Builder = apply { this.reverseCharge = reverseCharge }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TaxTableRule = TaxTableRule(
            checkNotNull(category) { "`category` of TaxTableRule is not set" },
            supplied,
            checkNotNull(within) { "`within` of TaxTableRule is not set" },
            across,
            reverseCharge ?: false,
        )
    }

    public companion object : Wire<TaxTableRule>("TaxTableRule") {
        public fun serializer(): KSerializer<TaxTableRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TaxTableRule {
            var category: String? = null
            var supplied: PlaceOfSupply? = null
            var within: List<Tax>? = null
            var across: List<Tax>? = null
            var reverseCharge: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("supplied")) supplied = reader.orNull { PlaceOfSupply.read(reader) }
                else if (reader.isAt("within")) within = reader.orNull { reader.list { Tax.read(reader) } }
                else if (reader.isAt("across")) across = reader.orNull { reader.list { Tax.read(reader) } }
                else if (reader.isAt("reverse_charge")) reverseCharge = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TaxTableRule(
                category ?: throw reader.missing("category"),
                supplied,
                within ?: throw reader.missing("within"),
                across,
                reverseCharge ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where something is supplied. */
@Serializable(with = PlaceOfSupply.Companion::class)
public class PlaceOfSupply private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PlaceOfSupply>("PlaceOfSupply") {
        public fun serializer(): KSerializer<PlaceOfSupply> = this

        /** Where the property stands or the thing takes place, whoever buys it: the region of the list. */
        @JvmField public val AT_PROPERTY: PlaceOfSupply = PlaceOfSupply("at_property")

        /** Where the request says, which is the region of the list unless it names another place. */
        @JvmField public val AT_CUSTOMER: PlaceOfSupply = PlaceOfSupply("at_customer")

        override val entries: List<PlaceOfSupply> = listOf(
            AT_PROPERTY,
            AT_CUSTOMER,
        )

        internal override fun unknown(wire: String): PlaceOfSupply = PlaceOfSupply(wire)
    }
}

/** Days that are not sold at all. */
@Serializable(with = Blackout.Companion::class)
public data class Blackout(
    /** The days. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Why. */
    public val reason: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: DayRange? = null
        private var weekdays: List<Weekday>? = null
        private var reason: String? = null

        /** See [Blackout.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [Blackout.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [Blackout.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Blackout = Blackout(
            checkNotNull(days) { "`days` of Blackout is not set" },
            weekdays,
            reason,
        )
    }

    public companion object : Wire<Blackout>("Blackout") {
        public fun serializer(): KSerializer<Blackout> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Blackout {
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var reason: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Blackout(
                days ?: throw reader.missing("days"),
                weekdays,
                reason,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/**
 * Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
 * `closed` at every night, `…_through` at every day of the stay, the departure day included.
 */
@Serializable(with = Restriction.Companion::class)
public data class Restriction(
    /** Only these days; all when empty. */
    public val days: List<DayRange> = emptyList(),
    /** Only days of these seasons, by name; all when empty. */
    public val seasons: List<String> = emptyList(),
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Why. */
    public val reason: String? = null,
    /** No night is sold. */
    public val closed: Boolean = false,
    /** Nobody may arrive. */
    public val closedToArrival: Boolean = false,
    /** Nobody may leave. */
    public val closedToDeparture: Boolean = false,
    /** At least so many nights, for those who arrive. */
    public val minStay: Int? = null,
    /** At most so many nights, for those who arrive. */
    public val maxStay: Int? = null,
    /** At least so many nights, for every stay that touches the day. */
    public val minStayThrough: Int? = null,
    /** At most so many nights, for every stay that touches the day. */
    public val maxStayThrough: Int? = null,
    /** Booked at least so many days before arrival. */
    public val minLeadDays: Int? = null,
    /** Booked at most so many days before arrival. */
    public val maxLeadDays: Int? = null,
    /** Each night is given back so many days before it, and not sold from then on. */
    public val releaseDays: Int? = null,
    /** Sold only on these days. */
    public val bookingWindow: DayRange? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (days.isNotEmpty()) { writer.field("days"); writer.list(days) { it.write(writer) } }
        if (seasons.isNotEmpty()) { writer.field("seasons"); writer.list(seasons) { writer.value(it) } }
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        if (closed) { writer.field("closed"); writer.value(closed) }
        if (closedToArrival) { writer.field("closed_to_arrival"); writer.value(closedToArrival) }
        if (closedToDeparture) { writer.field("closed_to_departure"); writer.value(closedToDeparture) }
        if (minStay != null) { writer.field("min_stay"); writer.value(minStay) }
        if (maxStay != null) { writer.field("max_stay"); writer.value(maxStay) }
        if (minStayThrough != null) { writer.field("min_stay_through"); writer.value(minStayThrough) }
        if (maxStayThrough != null) { writer.field("max_stay_through"); writer.value(maxStayThrough) }
        if (minLeadDays != null) { writer.field("min_lead_days"); writer.value(minLeadDays) }
        if (maxLeadDays != null) { writer.field("max_lead_days"); writer.value(maxLeadDays) }
        if (releaseDays != null) { writer.field("release_days"); writer.value(releaseDays) }
        if (bookingWindow != null) { writer.field("booking_window"); bookingWindow.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: List<DayRange>? = null
        private var seasons: List<String>? = null
        private var weekdays: List<Weekday>? = null
        private var reason: String? = null
        private var closed: Boolean? = null
        private var closedToArrival: Boolean? = null
        private var closedToDeparture: Boolean? = null
        private var minStay: Int? = null
        private var maxStay: Int? = null
        private var minStayThrough: Int? = null
        private var maxStayThrough: Int? = null
        private var minLeadDays: Int? = null
        private var maxLeadDays: Int? = null
        private var releaseDays: Int? = null
        private var bookingWindow: DayRange? = null

        /** See [Restriction.days]. */
        public fun days(days: List<DayRange>): Builder = apply { this.days = days }

        /** See [Restriction.seasons]. */
        public fun seasons(seasons: List<String>): Builder = apply { this.seasons = seasons }

        /** See [Restriction.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [Restriction.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /** See [Restriction.closed]. */
        public fun closed(closed: Boolean): Builder = apply { this.closed = closed }

        /** See [Restriction.closedToArrival]. */
        public fun closedToArrival(closedToArrival: Boolean): Builder = apply { this.closedToArrival = closedToArrival }

        /** See [Restriction.closedToDeparture]. */
        public fun closedToDeparture(closedToDeparture: Boolean): Builder = apply { this.closedToDeparture = closedToDeparture }

        /** See [Restriction.minStay]. */
        public fun minStay(minStay: Int?): Builder = apply { this.minStay = minStay }

        /** See [Restriction.maxStay]. */
        public fun maxStay(maxStay: Int?): Builder = apply { this.maxStay = maxStay }

        /** See [Restriction.minStayThrough]. */
        public fun minStayThrough(minStayThrough: Int?): Builder = apply { this.minStayThrough = minStayThrough }

        /** See [Restriction.maxStayThrough]. */
        public fun maxStayThrough(maxStayThrough: Int?): Builder = apply { this.maxStayThrough = maxStayThrough }

        /** See [Restriction.minLeadDays]. */
        public fun minLeadDays(minLeadDays: Int?): Builder = apply { this.minLeadDays = minLeadDays }

        /** See [Restriction.maxLeadDays]. */
        public fun maxLeadDays(maxLeadDays: Int?): Builder = apply { this.maxLeadDays = maxLeadDays }

        /** See [Restriction.releaseDays]. */
        public fun releaseDays(releaseDays: Int?): Builder = apply { this.releaseDays = releaseDays }

        /** See [Restriction.bookingWindow]. */
        public fun bookingWindow(bookingWindow: DayRange?): Builder = apply { this.bookingWindow = bookingWindow }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Restriction = Restriction(
            days ?: emptyList(),
            seasons ?: emptyList(),
            weekdays,
            reason,
            closed ?: false,
            closedToArrival ?: false,
            closedToDeparture ?: false,
            minStay,
            maxStay,
            minStayThrough,
            maxStayThrough,
            minLeadDays,
            maxLeadDays,
            releaseDays,
            bookingWindow,
        )
    }

    public companion object : Wire<Restriction>("Restriction") {
        public fun serializer(): KSerializer<Restriction> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Restriction {
            var days: List<DayRange>? = null
            var seasons: List<String>? = null
            var weekdays: List<Weekday>? = null
            var reason: String? = null
            var closed: Boolean? = null
            var closedToArrival: Boolean? = null
            var closedToDeparture: Boolean? = null
            var minStay: Int? = null
            var maxStay: Int? = null
            var minStayThrough: Int? = null
            var maxStayThrough: Int? = null
            var minLeadDays: Int? = null
            var maxLeadDays: Int? = null
            var releaseDays: Int? = null
            var bookingWindow: DayRange? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { reader.list { DayRange.read(reader) } }
                else if (reader.isAt("seasons")) seasons = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else if (reader.isAt("closed")) closed = reader.orNull { reader.flag() }
                else if (reader.isAt("closed_to_arrival")) closedToArrival = reader.orNull { reader.flag() }
                else if (reader.isAt("closed_to_departure")) closedToDeparture = reader.orNull { reader.flag() }
                else if (reader.isAt("min_stay")) minStay = reader.orNull { reader.whole() }
                else if (reader.isAt("max_stay")) maxStay = reader.orNull { reader.whole() }
                else if (reader.isAt("min_stay_through")) minStayThrough = reader.orNull { reader.whole() }
                else if (reader.isAt("max_stay_through")) maxStayThrough = reader.orNull { reader.whole() }
                else if (reader.isAt("min_lead_days")) minLeadDays = reader.orNull { reader.whole() }
                else if (reader.isAt("max_lead_days")) maxLeadDays = reader.orNull { reader.whole() }
                else if (reader.isAt("release_days")) releaseDays = reader.orNull { reader.whole() }
                else if (reader.isAt("booking_window")) bookingWindow = reader.orNull { DayRange.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Restriction(
                days ?: emptyList(),
                seasons ?: emptyList(),
                weekdays,
                reason,
                closed ?: false,
                closedToArrival ?: false,
                closedToDeparture ?: false,
                minStay,
                maxStay,
                minStayThrough,
                maxStayThrough,
                minLeadDays,
                maxLeadDays,
                releaseDays,
                bookingWindow,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How amounts are rounded. */
@Serializable(with = RoundingRule.Companion::class)
public data class RoundingRule(
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** The step, such as a cash step of 0.05; the currency's minor unit when not given. */
    public val step: BigDecimal? = null,
    /** Whether each line is rounded or the total alone. */
    public val at: RoundingPlace = RoundingPlace.LINE,
    /** Whether a tax is rounded for each line or once for the document and category. */
    public val taxes: TaxRounding = TaxRounding.DOCUMENT,
    /** The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given. */
    public val taxStep: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("mode"); mode.write(writer)
        if (step != null) { writer.field("step"); writer.value(step) }
        writer.field("at"); at.write(writer)
        writer.field("taxes"); taxes.write(writer)
        if (taxStep != null) { writer.field("tax_step"); writer.value(taxStep) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RoundingRule &&
        mode == other.mode &&
        alike(step, other.step) &&
        at == other.at &&
        taxes == other.taxes &&
        alike(taxStep, other.taxStep) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(mode, step, at, taxes, taxStep, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var mode: RoundingMode? = null
        private var step: BigDecimal? = null
        private var at: RoundingPlace? = null
        private var taxes: TaxRounding? = null
        private var taxStep: BigDecimal? = null

        /** See [RoundingRule.mode]. */
        public fun mode(mode: RoundingMode): Builder = apply { this.mode = mode }

        /** See [RoundingRule.step]. */
        public fun step(step: BigDecimal?): Builder = apply { this.step = step }

        /** See [RoundingRule.at]. */
        public fun at(at: RoundingPlace): Builder = apply { this.at = at }

        /** See [RoundingRule.taxes]. */
        public fun taxes(taxes: TaxRounding): Builder = apply { this.taxes = taxes }

        /** See [RoundingRule.taxStep]. */
        public fun taxStep(taxStep: BigDecimal?): Builder = apply { this.taxStep = taxStep }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RoundingRule = RoundingRule(
            mode ?: RoundingMode.HALF_UP,
            step,
            at ?: RoundingPlace.LINE,
            taxes ?: TaxRounding.DOCUMENT,
            taxStep,
        )
    }

    public companion object : Wire<RoundingRule>("RoundingRule") {
        public fun serializer(): KSerializer<RoundingRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RoundingRule {
            var mode: RoundingMode? = null
            var step: BigDecimal? = null
            var at: RoundingPlace? = null
            var taxes: TaxRounding? = null
            var taxStep: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { reader.decimal() }
                else if (reader.isAt("at")) at = reader.orNull { RoundingPlace.read(reader) }
                else if (reader.isAt("taxes")) taxes = reader.orNull { TaxRounding.read(reader) }
                else if (reader.isAt("tax_step")) taxStep = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RoundingRule(
                mode ?: RoundingMode.HALF_UP,
                step,
                at ?: RoundingPlace.LINE,
                taxes ?: TaxRounding.DOCUMENT,
                taxStep,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where rounding happens. */
@Serializable(with = RoundingPlace.Companion::class)
public class RoundingPlace private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<RoundingPlace>("RoundingPlace") {
        public fun serializer(): KSerializer<RoundingPlace> = this

        /** Each line but taxes, which have a step of their own. */
        @JvmField public val LINE: RoundingPlace = RoundingPlace("line")

        /** The total, by a line of its own. */
        @JvmField public val TOTAL: RoundingPlace = RoundingPlace("total")

        override val entries: List<RoundingPlace> = listOf(
            LINE,
            TOTAL,
        )

        internal override fun unknown(wire: String): RoundingPlace = RoundingPlace(wire)
    }
}

/** Where a tax is rounded. */
@Serializable(with = TaxRounding.Companion::class)
public class TaxRounding private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<TaxRounding>("TaxRounding") {
        public fun serializer(): KSerializer<TaxRounding> = this

        /** Once for the document and category. */
        @JvmField public val DOCUMENT: TaxRounding = TaxRounding("document")

        /** For each line. */
        @JvmField public val LINE: TaxRounding = TaxRounding("line")

        override val entries: List<TaxRounding> = listOf(
            DOCUMENT,
            LINE,
        )

        internal override fun unknown(wire: String): TaxRounding = TaxRounding(wire)
    }
}

/** Several rate lists. */
@Serializable(with = RateListsDefinition.Companion::class)
public data class RateListsDefinition @JvmOverloads constructor(
    /** The lists, of one tenant. */
    public val lists: List<RateListDefinition>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("lists"); writer.list(lists) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<RateListsDefinition>("RateListsDefinition") {
        public fun serializer(): KSerializer<RateListsDefinition> = this

        override fun read(reader: WireReader): RateListsDefinition {
            var lists: List<RateListDefinition>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("lists")) lists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RateListsDefinition(
                lists ?: throw reader.missing("lists"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A new list. */
@Serializable(with = CreateListRequest.Companion::class)
public data class CreateListRequest(
    /** The list; it becomes a draft. */
    public val list: RateListDefinition,
    /** The codes that the tenant's lists have. */
    public val takenCodes: List<String> = emptyList(),
    /** The day of creation, by which a code is numbered. */
    public val createdOn: LocalDate,
    /** What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier. */
    public val codePrefix: String = "RL",
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        if (takenCodes.isNotEmpty()) { writer.field("taken_codes"); writer.list(takenCodes) { writer.value(it) } }
        writer.field("created_on"); writer.value(createdOn)
        writer.field("code_prefix"); writer.value(codePrefix)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var list: RateListDefinition? = null
        private var takenCodes: List<String>? = null
        private var createdOn: LocalDate? = null
        private var codePrefix: String? = null

        /** See [CreateListRequest.list]. */
        public fun list(list: RateListDefinition): Builder = apply { this.list = list }

        /** See [CreateListRequest.takenCodes]. */
        public fun takenCodes(takenCodes: List<String>): Builder = apply { this.takenCodes = takenCodes }

        /** See [CreateListRequest.createdOn]. */
        public fun createdOn(createdOn: LocalDate): Builder = apply { this.createdOn = createdOn }

        /** See [CreateListRequest.codePrefix]. */
        public fun codePrefix(codePrefix: String): Builder = apply { this.codePrefix = codePrefix }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CreateListRequest = CreateListRequest(
            checkNotNull(list) { "`list` of CreateListRequest is not set" },
            takenCodes ?: emptyList(),
            checkNotNull(createdOn) { "`createdOn` of CreateListRequest is not set" },
            codePrefix ?: "RL",
        )
    }

    public companion object : Wire<CreateListRequest>("CreateListRequest") {
        public fun serializer(): KSerializer<CreateListRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CreateListRequest {
            var list: RateListDefinition? = null
            var takenCodes: List<String>? = null
            var createdOn: LocalDate? = null
            var codePrefix: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("taken_codes")) takenCodes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("created_on")) createdOn = reader.orNull { reader.day() }
                else if (reader.isAt("code_prefix")) codePrefix = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CreateListRequest(
                list ?: throw reader.missing("list"),
                takenCodes ?: emptyList(),
                createdOn ?: throw reader.missing("created_on"),
                codePrefix ?: "RL",
            )
        }
    }
}

/** A list that is to be published. */
@Serializable(with = PublishRequest.Companion::class)
public data class PublishRequest(
    /** The draft. */
    public val list: RateListDefinition,
    /** The tenant's other lists; the former version of this one among them. */
    public val others: List<RateListDefinition> = emptyList(),
    /** From which day on it answers in place of its former version; from its first valid day when not given. */
    public val effectiveOn: LocalDate? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        if (others.isNotEmpty()) { writer.field("others"); writer.list(others) { it.write(writer) } }
        if (effectiveOn != null) { writer.field("effective_on"); writer.value(effectiveOn) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var list: RateListDefinition? = null
        private var others: List<RateListDefinition>? = null
        private var effectiveOn: LocalDate? = null

        /** See [PublishRequest.list]. */
        public fun list(list: RateListDefinition): Builder = apply { this.list = list }

        /** See [PublishRequest.others]. */
        public fun others(others: List<RateListDefinition>): Builder = apply { this.others = others }

        /** See [PublishRequest.effectiveOn]. */
        public fun effectiveOn(effectiveOn: LocalDate?): Builder = apply { this.effectiveOn = effectiveOn }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PublishRequest = PublishRequest(
            checkNotNull(list) { "`list` of PublishRequest is not set" },
            others ?: emptyList(),
            effectiveOn,
        )
    }

    public companion object : Wire<PublishRequest>("PublishRequest") {
        public fun serializer(): KSerializer<PublishRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PublishRequest {
            var list: RateListDefinition? = null
            var others: List<RateListDefinition>? = null
            var effectiveOn: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("others")) others = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else if (reader.isAt("effective_on")) effectiveOn = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return PublishRequest(
                list ?: throw reader.missing("list"),
                others ?: emptyList(),
                effectiveOn,
            )
        }
    }
}

/** A list as published, and its former version as it now ends. */
@Serializable(with = Published.Companion::class)
public data class Published @JvmOverloads constructor(
    /** The list. */
    public val list: RateListDefinition,
    /** The former versions that it supersedes. */
    public val superseded: List<RateListDefinition>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("superseded"); writer.list(superseded) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Published>("Published") {
        public fun serializer(): KSerializer<Published> = this

        override fun read(reader: WireReader): Published {
            var list: RateListDefinition? = null
            var superseded: List<RateListDefinition>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("superseded")) superseded = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Published(
                list ?: throw reader.missing("list"),
                superseded ?: throw reader.missing("superseded"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A list that is to become a draft again. */
@Serializable(with = UnpublishRequest.Companion::class)
public data class UnpublishRequest(
    /** The published list. */
    public val list: RateListDefinition,
    /** How many live quotes and bookings refer to it. */
    public val references: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("references"); writer.value(references)
        writer.close()
    }

    public companion object : Wire<UnpublishRequest>("UnpublishRequest") {
        public fun serializer(): KSerializer<UnpublishRequest> = this

        override fun read(reader: WireReader): UnpublishRequest {
            var list: RateListDefinition? = null
            var references: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("references")) references = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return UnpublishRequest(
                list ?: throw reader.missing("list"),
                references ?: throw reader.missing("references"),
            )
        }
    }
}

/** A list by itself. */
@Serializable(with = ListRequest.Companion::class)
public data class ListRequest(
    /** The list. */
    public val list: RateListDefinition,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.close()
    }

    public companion object : Wire<ListRequest>("ListRequest") {
        public fun serializer(): KSerializer<ListRequest> = this

        override fun read(reader: WireReader): ListRequest {
            var list: RateListDefinition? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else throw reader.unknown()
            }
            return ListRequest(
                list ?: throw reader.missing("list"),
            )
        }
    }
}

/** A list that is to be changed. */
@Serializable(with = EditRequest.Companion::class)
public data class EditRequest(
    /** The list as it is. */
    public val list: RateListDefinition,
    /** The list as it is to be. */
    public val changed: RateListDefinition,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("changed"); changed.write(writer)
        writer.close()
    }

    public companion object : Wire<EditRequest>("EditRequest") {
        public fun serializer(): KSerializer<EditRequest> = this

        override fun read(reader: WireReader): EditRequest {
            var list: RateListDefinition? = null
            var changed: RateListDefinition? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("changed")) changed = reader.orNull { RateListDefinition.read(reader) }
                else throw reader.unknown()
            }
            return EditRequest(
                list ?: throw reader.missing("list"),
                changed ?: throw reader.missing("changed"),
            )
        }
    }
}

/** A list that is to be cloned. */
@Serializable(with = CloneRequest.Companion::class)
public data class CloneRequest(
    /** The list. */
    public val list: RateListDefinition,
    /** The id of the clone. */
    public val id: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var list: RateListDefinition? = null
        private var id: String? = null

        /** See [CloneRequest.list]. */
        public fun list(list: RateListDefinition): Builder = apply { this.list = list }

        /** See [CloneRequest.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CloneRequest = CloneRequest(
            checkNotNull(list) { "`list` of CloneRequest is not set" },
            id,
        )
    }

    public companion object : Wire<CloneRequest>("CloneRequest") {
        public fun serializer(): KSerializer<CloneRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CloneRequest {
            var list: RateListDefinition? = null
            var id: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CloneRequest(
                list ?: throw reader.missing("list"),
                id,
            )
        }
    }
}

/** A blackout to be added. Selling is stopped at once: published lists take it too. */
@Serializable(with = AddBlackoutRequest.Companion::class)
public data class AddBlackoutRequest(
    /** The list. */
    public val list: RateListDefinition,
    /** The days, all of them or by day of the week. */
    public val blackout: Blackout,
    /** Bookings that may be touched by it. */
    public val bookings: List<BookedStay> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("blackout"); blackout.write(writer)
        if (bookings.isNotEmpty()) { writer.field("bookings"); writer.list(bookings) { it.write(writer) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var list: RateListDefinition? = null
        private var blackout: Blackout? = null
        private var bookings: List<BookedStay>? = null

        /** See [AddBlackoutRequest.list]. */
        public fun list(list: RateListDefinition): Builder = apply { this.list = list }

        /** See [AddBlackoutRequest.blackout]. */
        public fun blackout(blackout: Blackout): Builder = apply { this.blackout = blackout }

        /** See [AddBlackoutRequest.bookings]. */
        public fun bookings(bookings: List<BookedStay>): Builder = apply { this.bookings = bookings }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AddBlackoutRequest = AddBlackoutRequest(
            checkNotNull(list) { "`list` of AddBlackoutRequest is not set" },
            checkNotNull(blackout) { "`blackout` of AddBlackoutRequest is not set" },
            bookings ?: emptyList(),
        )
    }

    public companion object : Wire<AddBlackoutRequest>("AddBlackoutRequest") {
        public fun serializer(): KSerializer<AddBlackoutRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AddBlackoutRequest {
            var list: RateListDefinition? = null
            var blackout: Blackout? = null
            var bookings: List<BookedStay>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("blackout")) blackout = reader.orNull { Blackout.read(reader) }
                else if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { BookedStay.read(reader) } }
                else throw reader.unknown()
            }
            return AddBlackoutRequest(
                list ?: throw reader.missing("list"),
                blackout ?: throw reader.missing("blackout"),
                bookings ?: emptyList(),
            )
        }
    }
}

/** A stay that is booked already. */
@Serializable(with = BookedStay.Companion::class)
public data class BookedStay @JvmOverloads constructor(
    /** What the booking is known by. */
    public val number: String,
    /** The day of arrival. */
    public val checkIn: LocalDate,
    /** The day of departure. */
    public val checkOut: LocalDate,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("check_in"); writer.value(checkIn)
        writer.field("check_out"); writer.value(checkOut)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BookedStay>("BookedStay") {
        public fun serializer(): KSerializer<BookedStay> = this

        override fun read(reader: WireReader): BookedStay {
            var number: String? = null
            var checkIn: LocalDate? = null
            var checkOut: LocalDate? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.text() }
                else if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("check_out")) checkOut = reader.orNull { reader.day() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BookedStay(
                number ?: throw reader.missing("number"),
                checkIn ?: throw reader.missing("check_in"),
                checkOut ?: throw reader.missing("check_out"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A list with its new blackout, and the bookings that lie in it. */
@Serializable(with = BlackoutAdded.Companion::class)
public data class BlackoutAdded @JvmOverloads constructor(
    /** The list. */
    public val list: RateListDefinition,
    /** Bookings with a night in the blackout. */
    public val touched: List<BookedStay>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("touched"); writer.list(touched) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BlackoutAdded>("BlackoutAdded") {
        public fun serializer(): KSerializer<BlackoutAdded> = this

        override fun read(reader: WireReader): BlackoutAdded {
            var list: RateListDefinition? = null
            var touched: List<BookedStay>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("touched")) touched = reader.orNull { reader.list { BookedStay.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BlackoutAdded(
                list ?: throw reader.missing("list"),
                touched ?: throw reader.missing("touched"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Days that are to be sold again. */
@Serializable(with = RemoveBlackoutRequest.Companion::class)
public data class RemoveBlackoutRequest(
    /** The list. */
    public val list: RateListDefinition,
    /** The days; blackouts that reach beyond them keep the rest. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<RemoveBlackoutRequest>("RemoveBlackoutRequest") {
        public fun serializer(): KSerializer<RemoveBlackoutRequest> = this

        override fun read(reader: WireReader): RemoveBlackoutRequest {
            var list: RateListDefinition? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return RemoveBlackoutRequest(
                list ?: throw reader.missing("list"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** Where something is sold, by whom and when. */
@Serializable(with = TaxesForRequest.Companion::class)
public data class TaxesForRequest(
    /** The seller's place, or that of the property, its category and, where wanted, its own tables. */
    public val region: TaxRegion,
    /** Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here. */
    public val placeOfSupply: String? = null,
    /** The buyer's tax id as a business. */
    public val businessTaxId: String? = null,
    /** The day of supply. */
    public val on: LocalDate,
    /**
     * The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their
     * table.
     */
    public val currency: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); region.write(writer)
        if (placeOfSupply != null) { writer.field("place_of_supply"); writer.value(placeOfSupply) }
        if (businessTaxId != null) { writer.field("business_tax_id"); writer.value(businessTaxId) }
        writer.field("on"); writer.value(on)
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var region: TaxRegion? = null
        private var placeOfSupply: String? = null
        private var businessTaxId: String? = null
        private var on: LocalDate? = null
        private var currency: String? = null

        /** See [TaxesForRequest.region]. */
        public fun region(region: TaxRegion): Builder = apply { this.region = region }

        /** See [TaxesForRequest.placeOfSupply]. */
        public fun placeOfSupply(placeOfSupply: String?): Builder = apply { this.placeOfSupply = placeOfSupply }

        /** See [TaxesForRequest.businessTaxId]. */
        public fun businessTaxId(businessTaxId: String?): Builder = apply { this.businessTaxId = businessTaxId }

        /** See [TaxesForRequest.on]. */
        public fun on(on: LocalDate): Builder = apply { this.on = on }

        /** See [TaxesForRequest.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TaxesForRequest = TaxesForRequest(
            checkNotNull(region) { "`region` of TaxesForRequest is not set" },
            placeOfSupply,
            businessTaxId,
            checkNotNull(on) { "`on` of TaxesForRequest is not set" },
            currency,
        )
    }

    public companion object : Wire<TaxesForRequest>("TaxesForRequest") {
        public fun serializer(): KSerializer<TaxesForRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TaxesForRequest {
            var region: TaxRegion? = null
            var placeOfSupply: String? = null
            var businessTaxId: String? = null
            var on: LocalDate? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { TaxRegion.read(reader) }
                else if (reader.isAt("place_of_supply")) placeOfSupply = reader.orNull { reader.text() }
                else if (reader.isAt("business_tax_id")) businessTaxId = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { reader.day() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return TaxesForRequest(
                region ?: throw reader.missing("region"),
                placeOfSupply,
                businessTaxId,
                on ?: throw reader.missing("on"),
                currency,
            )
        }
    }
}

/** The tables that come with the engine are asked for. */
@Serializable(with = TaxTablesRequest.Companion::class)
public data class TaxTablesRequest(
    /** Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given. */
    public val region: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (region != null) { writer.field("region"); writer.value(region) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var region: String? = null

        /** See [TaxTablesRequest.region]. */
        public fun region(region: String?): Builder = apply { this.region = region }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TaxTablesRequest = TaxTablesRequest(
            region,
        )
    }

    public companion object : Wire<TaxTablesRequest>("TaxTablesRequest") {
        public fun serializer(): KSerializer<TaxTablesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TaxTablesRequest {
            var region: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return TaxTablesRequest(
                region,
            )
        }
    }
}

/** Which blackout days are wanted. */
@Serializable(with = BlackoutDaysRequest.Companion::class)
public data class BlackoutDaysRequest(
    /** The list. */
    public val list: RateListDefinition,
    /** Only these days; those of the list's validity when not given. */
    public val within: DayRange? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        if (within != null) { writer.field("within"); within.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var list: RateListDefinition? = null
        private var within: DayRange? = null

        /** See [BlackoutDaysRequest.list]. */
        public fun list(list: RateListDefinition): Builder = apply { this.list = list }

        /** See [BlackoutDaysRequest.within]. */
        public fun within(within: DayRange?): Builder = apply { this.within = within }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BlackoutDaysRequest = BlackoutDaysRequest(
            checkNotNull(list) { "`list` of BlackoutDaysRequest is not set" },
            within,
        )
    }

    public companion object : Wire<BlackoutDaysRequest>("BlackoutDaysRequest") {
        public fun serializer(): KSerializer<BlackoutDaysRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BlackoutDaysRequest {
            var list: RateListDefinition? = null
            var within: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("within")) within = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return BlackoutDaysRequest(
                list ?: throw reader.missing("list"),
                within,
            )
        }
    }
}

/** A day that is not sold. */
@Serializable(with = BlackoutDay.Companion::class)
public data class BlackoutDay(
    /** The day. */
    public val day: LocalDate,
    /** Why. */
    public val reason: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BlackoutDay>("BlackoutDay") {
        public fun serializer(): KSerializer<BlackoutDay> = this

        override fun read(reader: WireReader): BlackoutDay {
            var day: LocalDate? = null
            var reason: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BlackoutDay(
                day ?: throw reader.missing("day"),
                reason,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/**
 * What is to be priced: the days or hours, the party, and what was chosen.
 *
 * A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
 */
@Serializable(with = PriceRequest.Companion::class)
public data class PriceRequest(
    /** The day of arrival. */
    public val checkIn: LocalDate? = null,
    /** The day of departure; its night is not priced. */
    public val checkOut: LocalDate? = null,
    /** The first day of a service. */
    public val first: LocalDate? = null,
    /** The last day of a service, included; the first one when not given. */
    public val last: LocalDate? = null,
    /** The beginning of a span of hours. */
    public val start: Instant? = null,
    /** The end of a span of hours, excluded. */
    public val end: Instant? = null,
    /** How many adults in each room or unit. */
    public val adults: Int = 0,
    /** The ages of the children in each room or unit, on the day of arrival. */
    public val children: List<Int> = emptyList(),
    /** Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival. */
    public val birthDates: List<LocalDate> = emptyList(),
    /** How many rooms or units; below zero so many are given back, at what they cost, with the other sign. */
    public val quantity: Int = 1,
    /** The day of booking, which lead times and windows look at; the day of `as_of` when not given. */
    public val bookedOn: LocalDate? = null,
    /** The moment as of which is priced. */
    public val asOf: Instant? = null,
    /** Optional supplements by code, and how many of each. */
    public val supplements: Map<String, Int> = emptyMap(),
    /** Promotion codes that the guest gave. */
    public val promoCodes: List<String> = emptyList(),
    /** How often a promotion code has been used so far. */
    public val promoUses: Map<String, Int> = emptyMap(),
    /** What is known of the guest, for expressions: `member`, `resident`… */
    public val tags: List<String> = emptyList(),
    /** Through which channel the request comes, for expressions. */
    public val channel: String? = null,
    /** Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands. */
    public val placeOfSupply: String? = null,
    /** The guest's tax id as a business, for reverse charge. */
    public val businessTaxId: String? = null,
    /** Whether a draft is priced too. */
    public val preview: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (checkIn != null) { writer.field("check_in"); writer.value(checkIn) }
        if (checkOut != null) { writer.field("check_out"); writer.value(checkOut) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (start != null) { writer.field("start"); writer.value(start) }
        if (end != null) { writer.field("end"); writer.value(end) }
        writer.field("adults"); writer.value(adults)
        if (children.isNotEmpty()) { writer.field("children"); writer.list(children) { writer.value(it) } }
        if (birthDates.isNotEmpty()) { writer.field("birth_dates"); writer.list(birthDates) { writer.value(it) } }
        writer.field("quantity"); writer.value(quantity)
        if (bookedOn != null) { writer.field("booked_on"); writer.value(bookedOn) }
        if (asOf != null) { writer.field("as_of"); writer.value(asOf) }
        if (supplements.isNotEmpty()) { writer.field("supplements"); writer.map(supplements) { writer.value(it) } }
        if (promoCodes.isNotEmpty()) { writer.field("promo_codes"); writer.list(promoCodes) { writer.value(it) } }
        if (promoUses.isNotEmpty()) { writer.field("promo_uses"); writer.map(promoUses) { writer.value(it) } }
        if (tags.isNotEmpty()) { writer.field("tags"); writer.list(tags) { writer.value(it) } }
        if (channel != null) { writer.field("channel"); writer.value(channel) }
        if (placeOfSupply != null) { writer.field("place_of_supply"); writer.value(placeOfSupply) }
        if (businessTaxId != null) { writer.field("business_tax_id"); writer.value(businessTaxId) }
        if (preview) { writer.field("preview"); writer.value(preview) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PriceRequest &&
        checkIn == other.checkIn &&
        checkOut == other.checkOut &&
        first == other.first &&
        last == other.last &&
        alike(start, other.start) &&
        alike(end, other.end) &&
        adults == other.adults &&
        children == other.children &&
        birthDates == other.birthDates &&
        quantity == other.quantity &&
        bookedOn == other.bookedOn &&
        alike(asOf, other.asOf) &&
        supplements == other.supplements &&
        promoCodes == other.promoCodes &&
        promoUses == other.promoUses &&
        tags == other.tags &&
        channel == other.channel &&
        placeOfSupply == other.placeOfSupply &&
        businessTaxId == other.businessTaxId &&
        preview == other.preview

    override fun hashCode(): Int = hashed(checkIn, checkOut, first, last, start, end, adults, children, birthDates, quantity, bookedOn, asOf, supplements, promoCodes, promoUses, tags, channel, placeOfSupply, businessTaxId, preview)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var checkIn: LocalDate? = null
        private var checkOut: LocalDate? = null
        private var first: LocalDate? = null
        private var last: LocalDate? = null
        private var start: Instant? = null
        private var end: Instant? = null
        private var adults: Int? = null
        private var children: List<Int>? = null
        private var birthDates: List<LocalDate>? = null
        private var quantity: Int? = null
        private var bookedOn: LocalDate? = null
        private var asOf: Instant? = null
        private var supplements: Map<String, Int>? = null
        private var promoCodes: List<String>? = null
        private var promoUses: Map<String, Int>? = null
        private var tags: List<String>? = null
        private var channel: String? = null
        private var placeOfSupply: String? = null
        private var businessTaxId: String? = null
        private var preview: Boolean? = null

        /** See [PriceRequest.checkIn]. */
        public fun checkIn(checkIn: LocalDate?): Builder = apply { this.checkIn = checkIn }

        /** See [PriceRequest.checkOut]. */
        public fun checkOut(checkOut: LocalDate?): Builder = apply { this.checkOut = checkOut }

        /** See [PriceRequest.first]. */
        public fun first(first: LocalDate?): Builder = apply { this.first = first }

        /** See [PriceRequest.last]. */
        public fun last(last: LocalDate?): Builder = apply { this.last = last }

        /** See [PriceRequest.start]. */
        public fun start(start: Instant?): Builder = apply { this.start = start }

        /** See [PriceRequest.end]. */
        public fun end(end: Instant?): Builder = apply { this.end = end }

        /** See [PriceRequest.adults]. */
        public fun adults(adults: Int): Builder = apply { this.adults = adults }

        /** See [PriceRequest.children]. */
        public fun children(children: List<Int>): Builder = apply { this.children = children }

        /** See [PriceRequest.birthDates]. */
        public fun birthDates(birthDates: List<LocalDate>): Builder = apply { this.birthDates = birthDates }

        /** See [PriceRequest.quantity]. */
        public fun quantity(quantity: Int): Builder = apply { this.quantity = quantity }

        /** See [PriceRequest.bookedOn]. */
        public fun bookedOn(bookedOn: LocalDate?): Builder = apply { this.bookedOn = bookedOn }

        /** See [PriceRequest.asOf]. */
        public fun asOf(asOf: Instant?): Builder = apply { this.asOf = asOf }

        /** See [PriceRequest.supplements]. */
        public fun supplements(supplements: Map<String, Int>): Builder = apply { this.supplements = supplements }

        /** See [PriceRequest.promoCodes]. */
        public fun promoCodes(promoCodes: List<String>): Builder = apply { this.promoCodes = promoCodes }

        /** See [PriceRequest.promoUses]. */
        public fun promoUses(promoUses: Map<String, Int>): Builder = apply { this.promoUses = promoUses }

        /** See [PriceRequest.tags]. */
        public fun tags(tags: List<String>): Builder = apply { this.tags = tags }

        /** See [PriceRequest.channel]. */
        public fun channel(channel: String?): Builder = apply { this.channel = channel }

        /** See [PriceRequest.placeOfSupply]. */
        public fun placeOfSupply(placeOfSupply: String?): Builder = apply { this.placeOfSupply = placeOfSupply }

        /** See [PriceRequest.businessTaxId]. */
        public fun businessTaxId(businessTaxId: String?): Builder = apply { this.businessTaxId = businessTaxId }

        /** See [PriceRequest.preview]. */
        public fun preview(preview: Boolean): Builder = apply { this.preview = preview }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PriceRequest = PriceRequest(
            checkIn,
            checkOut,
            first,
            last,
            start,
            end,
            adults ?: 0,
            children ?: emptyList(),
            birthDates ?: emptyList(),
            quantity ?: 1,
            bookedOn,
            asOf,
            supplements ?: emptyMap(),
            promoCodes ?: emptyList(),
            promoUses ?: emptyMap(),
            tags ?: emptyList(),
            channel,
            placeOfSupply,
            businessTaxId,
            preview ?: false,
        )
    }

    public companion object : Wire<PriceRequest>("PriceRequest") {
        public fun serializer(): KSerializer<PriceRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PriceRequest {
            var checkIn: LocalDate? = null
            var checkOut: LocalDate? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var start: Instant? = null
            var end: Instant? = null
            var adults: Int? = null
            var children: List<Int>? = null
            var birthDates: List<LocalDate>? = null
            var quantity: Int? = null
            var bookedOn: LocalDate? = null
            var asOf: Instant? = null
            var supplements: Map<String, Int>? = null
            var promoCodes: List<String>? = null
            var promoUses: Map<String, Int>? = null
            var tags: List<String>? = null
            var channel: String? = null
            var placeOfSupply: String? = null
            var businessTaxId: String? = null
            var preview: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("check_out")) checkOut = reader.orNull { reader.day() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else if (reader.isAt("adults")) adults = reader.orNull { reader.whole() }
                else if (reader.isAt("children")) children = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("birth_dates")) birthDates = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("quantity")) quantity = reader.orNull { reader.whole() }
                else if (reader.isAt("booked_on")) bookedOn = reader.orNull { reader.day() }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("supplements")) supplements = reader.orNull { reader.map { reader.whole() } }
                else if (reader.isAt("promo_codes")) promoCodes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("promo_uses")) promoUses = reader.orNull { reader.map { reader.whole() } }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("place_of_supply")) placeOfSupply = reader.orNull { reader.text() }
                else if (reader.isAt("business_tax_id")) businessTaxId = reader.orNull { reader.text() }
                else if (reader.isAt("preview")) preview = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return PriceRequest(
                checkIn,
                checkOut,
                first,
                last,
                start,
                end,
                adults ?: 0,
                children ?: emptyList(),
                birthDates ?: emptyList(),
                quantity ?: 1,
                bookedOn,
                asOf,
                supplements ?: emptyMap(),
                promoCodes ?: emptyList(),
                promoUses ?: emptyMap(),
                tags ?: emptyList(),
                channel,
                placeOfSupply,
                businessTaxId,
                preview ?: false,
            )
        }
    }
}

/**
 * A price, explained: its lines always add up to the total exactly. Of what is given back, all but the price of one has the
 * other sign.
 */
@Serializable(with = Price.Companion::class)
public data class Price(
    /** The code of the list that made it. */
    public val listCode: String? = null,
    /** The version of the list that made it. */
    public val listVersion: Int,
    /** The currency of every amount. */
    public val currency: String,
    /** Every line, in the order of evaluation. */
    public val lines: List<Line>,
    /** Units, children and supplements. */
    public val subtotal: BigDecimal,
    /** What came off: not above zero, or below it for what is given back. */
    public val discounts: BigDecimal,
    /** The fees. */
    public val fees: BigDecimal,
    /** The taxes by name, inclusive ones too. */
    public val taxes: List<TaxTotal>,
    /** The total without any tax. */
    public val net: BigDecimal,
    /** What is to be paid; below zero a credit. */
    public val total: BigDecimal,
    /** The moment as of which it was priced, as the request said. */
    public val pricedAt: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (listCode != null) { writer.field("list_code"); writer.value(listCode) }
        writer.field("list_version"); writer.value(listVersion)
        writer.field("currency"); writer.value(currency)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.field("subtotal"); writer.value(subtotal)
        writer.field("discounts"); writer.value(discounts)
        writer.field("fees"); writer.value(fees)
        writer.field("taxes"); writer.list(taxes) { it.write(writer) }
        writer.field("net"); writer.value(net)
        writer.field("total"); writer.value(total)
        if (pricedAt != null) { writer.field("priced_at"); writer.value(pricedAt) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Price &&
        listCode == other.listCode &&
        listVersion == other.listVersion &&
        currency == other.currency &&
        lines == other.lines &&
        alike(subtotal, other.subtotal) &&
        alike(discounts, other.discounts) &&
        alike(fees, other.fees) &&
        taxes == other.taxes &&
        alike(net, other.net) &&
        alike(total, other.total) &&
        alike(pricedAt, other.pricedAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(listCode, listVersion, currency, lines, subtotal, discounts, fees, taxes, net, total, pricedAt, unknownFields)

    public companion object : Wire<Price>("Price") {
        public fun serializer(): KSerializer<Price> = this

        override fun read(reader: WireReader): Price {
            var listCode: String? = null
            var listVersion: Int? = null
            var currency: String? = null
            var lines: List<Line>? = null
            var subtotal: BigDecimal? = null
            var discounts: BigDecimal? = null
            var fees: BigDecimal? = null
            var taxes: List<TaxTotal>? = null
            var net: BigDecimal? = null
            var total: BigDecimal? = null
            var pricedAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list_code")) listCode = reader.orNull { reader.text() }
                else if (reader.isAt("list_version")) listVersion = reader.orNull { reader.whole() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { Line.read(reader) } }
                else if (reader.isAt("subtotal")) subtotal = reader.orNull { reader.decimal() }
                else if (reader.isAt("discounts")) discounts = reader.orNull { reader.decimal() }
                else if (reader.isAt("fees")) fees = reader.orNull { reader.decimal() }
                else if (reader.isAt("taxes")) taxes = reader.orNull { reader.list { TaxTotal.read(reader) } }
                else if (reader.isAt("net")) net = reader.orNull { reader.decimal() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("priced_at")) pricedAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Price(
                listCode,
                listVersion ?: throw reader.missing("list_version"),
                currency ?: throw reader.missing("currency"),
                lines ?: throw reader.missing("lines"),
                subtotal ?: throw reader.missing("subtotal"),
                discounts ?: throw reader.missing("discounts"),
                fees ?: throw reader.missing("fees"),
                taxes ?: throw reader.missing("taxes"),
                net ?: throw reader.missing("net"),
                total ?: throw reader.missing("total"),
                pricedAt,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One line of a price. */
@Serializable(with = Line.Companion::class)
public data class Line(
    /** What it is for. */
    public val kind: LineKind,
    /** What people call it. */
    public val label: String,
    /** The rule that made it, as a JSON pointer into the list's definition. */
    public val rule: String,
    /** The night or day it is for; none when it is for all of them. */
    public val day: LocalDate? = null,
    /** How many. */
    public val quantity: BigDecimal,
    /** What one of them costs. */
    public val unitAmount: BigDecimal,
    /** What they cost together. */
    public val amount: BigDecimal,
    /** The tax category, when the rule has one. */
    public val taxCategory: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("label"); writer.value(label)
        writer.field("rule"); writer.value(rule)
        if (day != null) { writer.field("day"); writer.value(day) }
        writer.field("quantity"); writer.value(quantity)
        writer.field("unit_amount"); writer.value(unitAmount)
        writer.field("amount"); writer.value(amount)
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Line &&
        kind == other.kind &&
        label == other.label &&
        rule == other.rule &&
        day == other.day &&
        alike(quantity, other.quantity) &&
        alike(unitAmount, other.unitAmount) &&
        alike(amount, other.amount) &&
        taxCategory == other.taxCategory &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(kind, label, rule, day, quantity, unitAmount, amount, taxCategory, unknownFields)

    public companion object : Wire<Line>("Line") {
        public fun serializer(): KSerializer<Line> = this

        override fun read(reader: WireReader): Line {
            var kind: LineKind? = null
            var label: String? = null
            var rule: String? = null
            var day: LocalDate? = null
            var quantity: BigDecimal? = null
            var unitAmount: BigDecimal? = null
            var amount: BigDecimal? = null
            var taxCategory: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { LineKind.read(reader) }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("quantity")) quantity = reader.orNull { reader.decimal() }
                else if (reader.isAt("unit_amount")) unitAmount = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Line(
                kind ?: throw reader.missing("kind"),
                label ?: throw reader.missing("label"),
                rule ?: throw reader.missing("rule"),
                day,
                quantity ?: throw reader.missing("quantity"),
                unitAmount ?: throw reader.missing("unit_amount"),
                amount ?: throw reader.missing("amount"),
                taxCategory,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a line is for. */
@Serializable(with = LineKind.Companion::class)
public class LineKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<LineKind>("LineKind") {
        public fun serializer(): KSerializer<LineKind> = this

        /** A unit: a night of a room, a day of a vehicle, a piece. */
        @JvmField public val UNIT: LineKind = LineKind("unit")

        /** An adult beyond those the unit's price includes. */
        @JvmField public val EXTRA_ADULT: LineKind = LineKind("extra_adult")

        /** A child. */
        @JvmField public val CHILD: LineKind = LineKind("child")

        /** Hours in one window, or a block of hours. */
        @JvmField public val HOURS: LineKind = LineKind("hours")

        /** What brings the hours up to the minimum charge. */
        @JvmField public val MINIMUM: LineKind = LineKind("minimum")

        /** A supplement that everyone pays. */
        @JvmField public val SUPPLEMENT: LineKind = LineKind("supplement")

        /** A supplement that was chosen. */
        @JvmField public val EXTRA: LineKind = LineKind("extra")

        /** A discount. */
        @JvmField public val DISCOUNT: LineKind = LineKind("discount")

        /** A fee. */
        @JvmField public val FEE: LineKind = LineKind("fee")

        /** A tax that is added. */
        @JvmField public val TAX: LineKind = LineKind("tax")

        /** The difference that rounding the total made. */
        @JvmField public val ROUNDING: LineKind = LineKind("rounding")

        override val entries: List<LineKind> = listOf(
            UNIT,
            EXTRA_ADULT,
            CHILD,
            HOURS,
            MINIMUM,
            SUPPLEMENT,
            EXTRA,
            DISCOUNT,
            FEE,
            TAX,
            ROUNDING,
        )

        internal override fun unknown(wire: String): LineKind = LineKind(wire)
    }
}

/** One tax of a price. */
@Serializable(with = TaxTotal.Companion::class)
public data class TaxTotal(
    /** Its name. */
    public val name: String,
    /** Its percent, when it is one. */
    public val percent: BigDecimal? = null,
    /** What it is taken of, without the tax itself. */
    public val base: BigDecimal,
    /** The tax. */
    public val amount: BigDecimal,
    /** Whether the lines already hold it. */
    public val inclusive: Boolean,
    /** The tax category it is for, when it is for one. */
    public val category: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (percent != null) { writer.field("percent"); writer.value(percent) }
        writer.field("base"); writer.value(base)
        writer.field("amount"); writer.value(amount)
        writer.field("inclusive"); writer.value(inclusive)
        if (category != null) { writer.field("category"); writer.value(category) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is TaxTotal &&
        name == other.name &&
        alike(percent, other.percent) &&
        alike(base, other.base) &&
        alike(amount, other.amount) &&
        inclusive == other.inclusive &&
        category == other.category &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, percent, base, amount, inclusive, category, unknownFields)

    public companion object : Wire<TaxTotal>("TaxTotal") {
        public fun serializer(): KSerializer<TaxTotal> = this

        override fun read(reader: WireReader): TaxTotal {
            var name: String? = null
            var percent: BigDecimal? = null
            var base: BigDecimal? = null
            var amount: BigDecimal? = null
            var inclusive: Boolean? = null
            var category: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("base")) base = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("inclusive")) inclusive = reader.orNull { reader.flag() }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TaxTotal(
                name ?: throw reader.missing("name"),
                percent,
                base ?: throw reader.missing("base"),
                amount ?: throw reader.missing("amount"),
                inclusive ?: throw reader.missing("inclusive"),
                category,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A price wanted in another currency. */
@Serializable(with = PriceInRequest.Companion::class)
public data class PriceInRequest(
    /** What is to be priced. */
    public val request: PriceRequest,
    /** The currency that is wanted. */
    public val currency: String,
    /** The exchange rates. */
    public val rates: ExchangeRates,
    /** The moment by which the rates' age is judged. */
    public val asOf: Instant,
    /** How old a rate may be; a day when not given. */
    public val maxAgeSeconds: Int = 86400,
    /** Whether an older rate is taken all the same, and told as stale. */
    public val allowStale: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("request"); request.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("rates"); rates.write(writer)
        writer.field("as_of"); writer.value(asOf)
        writer.field("max_age_seconds"); writer.value(maxAgeSeconds)
        if (allowStale) { writer.field("allow_stale"); writer.value(allowStale) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PriceInRequest &&
        request == other.request &&
        currency == other.currency &&
        rates == other.rates &&
        alike(asOf, other.asOf) &&
        maxAgeSeconds == other.maxAgeSeconds &&
        allowStale == other.allowStale

    override fun hashCode(): Int = hashed(request, currency, rates, asOf, maxAgeSeconds, allowStale)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var request: PriceRequest? = null
        private var currency: String? = null
        private var rates: ExchangeRates? = null
        private var asOf: Instant? = null
        private var maxAgeSeconds: Int? = null
        private var allowStale: Boolean? = null

        /** See [PriceInRequest.request]. */
        public fun request(request: PriceRequest): Builder = apply { this.request = request }

        /** See [PriceInRequest.currency]. */
        public fun currency(currency: String): Builder = apply { this.currency = currency }

        /** See [PriceInRequest.rates]. */
        public fun rates(rates: ExchangeRates): Builder = apply { this.rates = rates }

        /** See [PriceInRequest.asOf]. */
        public fun asOf(asOf: Instant): Builder = apply { this.asOf = asOf }

        /** See [PriceInRequest.maxAgeSeconds]. */
        public fun maxAgeSeconds(maxAgeSeconds: Int): Builder = apply { this.maxAgeSeconds = maxAgeSeconds }

        /** See [PriceInRequest.allowStale]. */
        public fun allowStale(allowStale: Boolean): Builder = apply { this.allowStale = allowStale }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PriceInRequest = PriceInRequest(
            checkNotNull(request) { "`request` of PriceInRequest is not set" },
            checkNotNull(currency) { "`currency` of PriceInRequest is not set" },
            checkNotNull(rates) { "`rates` of PriceInRequest is not set" },
            checkNotNull(asOf) { "`asOf` of PriceInRequest is not set" },
            maxAgeSeconds ?: 86400,
            allowStale ?: false,
        )
    }

    public companion object : Wire<PriceInRequest>("PriceInRequest") {
        public fun serializer(): KSerializer<PriceInRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PriceInRequest {
            var request: PriceRequest? = null
            var currency: String? = null
            var rates: ExchangeRates? = null
            var asOf: Instant? = null
            var maxAgeSeconds: Int? = null
            var allowStale: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("rates")) rates = reader.orNull { ExchangeRates.read(reader) }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("max_age_seconds")) maxAgeSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("allow_stale")) allowStale = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return PriceInRequest(
                request ?: throw reader.missing("request"),
                currency ?: throw reader.missing("currency"),
                rates ?: throw reader.missing("rates"),
                asOf ?: throw reader.missing("as_of"),
                maxAgeSeconds ?: 86400,
                allowStale ?: false,
            )
        }
    }
}

/** A price with its total in another currency, and the rate that was used. */
@Serializable(with = PriceIn.Companion::class)
public data class PriceIn @JvmOverloads constructor(
    /** The price in the list's own currency, explained. */
    public val price: Price,
    /** The total in the other currency, with the rate, its time and its source. */
    public val total: Conversion,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); price.write(writer)
        writer.field("total"); total.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PriceIn>("PriceIn") {
        public fun serializer(): KSerializer<PriceIn> = this

        override fun read(reader: WireReader): PriceIn {
            var price: Price? = null
            var total: Conversion? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("total")) total = reader.orNull { Conversion.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PriceIn(
                price ?: throw reader.missing("price"),
                total ?: throw reader.missing("total"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A price or a refusal in sentences. */
@Serializable(with = Explanation.Companion::class)
public data class Explanation(
    /** One sentence for each line or reason, and one for the total. */
    public val sentences: List<String>,
    /** The price, when there is one. */
    public val price: Price? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("sentences"); writer.list(sentences) { writer.value(it) }
        if (price != null) { writer.field("price"); price.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Explanation>("Explanation") {
        public fun serializer(): KSerializer<Explanation> = this

        override fun read(reader: WireReader): Explanation {
            var sentences: List<String>? = null
            var price: Price? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("sentences")) sentences = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Explanation(
                sentences ?: throw reader.missing("sentences"),
                price,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Many requests at once. */
@Serializable(with = QuoteManyRequest.Companion::class)
public data class QuoteManyRequest(
    /** The requests, each answered by itself. */
    public val requests: List<PriceRequest>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("requests"); writer.list(requests) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<QuoteManyRequest>("QuoteManyRequest") {
        public fun serializer(): KSerializer<QuoteManyRequest> = this

        override fun read(reader: WireReader): QuoteManyRequest {
            var requests: List<PriceRequest>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("requests")) requests = reader.orNull { reader.list { PriceRequest.read(reader) } }
                else throw reader.unknown()
            }
            return QuoteManyRequest(
                requests ?: throw reader.missing("requests"),
            )
        }
    }
}

/** The answer to one of many requests: a price, or why there is none. */
@Serializable(with = Quoted.Companion::class)
public data class Quoted(
    /** The price, when there is one. */
    public val price: Price? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (price != null) { writer.field("price"); price.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Quoted>("Quoted") {
        public fun serializer(): KSerializer<Quoted> = this

        override fun read(reader: WireReader): Quoted {
            var price: Price? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Quoted(
                price,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The total of one of many requests, or why there is none. */
@Serializable(with = Totalled.Companion::class)
public data class Totalled(
    /** The total, when there is one. */
    public val total: BigDecimal? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (total != null) { writer.field("total"); writer.value(total) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Totalled &&
        alike(total, other.total) &&
        error == other.error &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(total, error, unknownFields)

    public companion object : Wire<Totalled>("Totalled") {
        public fun serializer(): KSerializer<Totalled> = this

        override fun read(reader: WireReader): Totalled {
            var total: BigDecimal? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Totalled(
                total,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Every arrival day × length of stay × party, for calendars and channel feeds. */
@Serializable(with = GridRequest.Companion::class)
public data class GridRequest(
    /** The arrival days. */
    public val arrivals: DayRange,
    /** The lengths of stay, in nights. */
    public val nights: List<Int>,
    /** The parties. */
    public val parties: List<GridParty>,
    /** How many rooms or units. */
    public val quantity: Int = 1,
    /** The day of booking. */
    public val bookedOn: LocalDate? = null,
    /** Whether a draft is priced too. */
    public val preview: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("arrivals"); arrivals.write(writer)
        writer.field("nights"); writer.list(nights) { writer.value(it) }
        writer.field("parties"); writer.list(parties) { it.write(writer) }
        writer.field("quantity"); writer.value(quantity)
        if (bookedOn != null) { writer.field("booked_on"); writer.value(bookedOn) }
        if (preview) { writer.field("preview"); writer.value(preview) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var arrivals: DayRange? = null
        private var nights: List<Int>? = null
        private var parties: List<GridParty>? = null
        private var quantity: Int? = null
        private var bookedOn: LocalDate? = null
        private var preview: Boolean? = null

        /** See [GridRequest.arrivals]. */
        public fun arrivals(arrivals: DayRange): Builder = apply { this.arrivals = arrivals }

        /** See [GridRequest.nights]. */
        public fun nights(nights: List<Int>): Builder = apply { this.nights = nights }

        /** See [GridRequest.parties]. */
        public fun parties(parties: List<GridParty>): Builder = apply { this.parties = parties }

        /** See [GridRequest.quantity]. */
        public fun quantity(quantity: Int): Builder = apply { this.quantity = quantity }

        /** See [GridRequest.bookedOn]. */
        public fun bookedOn(bookedOn: LocalDate?): Builder = apply { this.bookedOn = bookedOn }

        /** See [GridRequest.preview]. */
        public fun preview(preview: Boolean): Builder = apply { this.preview = preview }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): GridRequest = GridRequest(
            checkNotNull(arrivals) { "`arrivals` of GridRequest is not set" },
            checkNotNull(nights) { "`nights` of GridRequest is not set" },
            checkNotNull(parties) { "`parties` of GridRequest is not set" },
            quantity ?: 1,
            bookedOn,
            preview ?: false,
        )
    }

    public companion object : Wire<GridRequest>("GridRequest") {
        public fun serializer(): KSerializer<GridRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): GridRequest {
            var arrivals: DayRange? = null
            var nights: List<Int>? = null
            var parties: List<GridParty>? = null
            var quantity: Int? = null
            var bookedOn: LocalDate? = null
            var preview: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("arrivals")) arrivals = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("nights")) nights = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("parties")) parties = reader.orNull { reader.list { GridParty.read(reader) } }
                else if (reader.isAt("quantity")) quantity = reader.orNull { reader.whole() }
                else if (reader.isAt("booked_on")) bookedOn = reader.orNull { reader.day() }
                else if (reader.isAt("preview")) preview = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return GridRequest(
                arrivals ?: throw reader.missing("arrivals"),
                nights ?: throw reader.missing("nights"),
                parties ?: throw reader.missing("parties"),
                quantity ?: 1,
                bookedOn,
                preview ?: false,
            )
        }
    }
}

/** A party of the grid. */
@Serializable(with = GridParty.Companion::class)
public data class GridParty(
    /** How many adults. */
    public val adults: Int,
    /** The ages of the children. */
    public val children: List<Int> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("adults"); writer.value(adults)
        if (children.isNotEmpty()) { writer.field("children"); writer.list(children) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var adults: Int? = null
        private var children: List<Int>? = null

        /** See [GridParty.adults]. */
        public fun adults(adults: Int): Builder = apply { this.adults = adults }

        /** See [GridParty.children]. */
        public fun children(children: List<Int>): Builder = apply { this.children = children }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): GridParty = GridParty(
            checkNotNull(adults) { "`adults` of GridParty is not set" },
            children ?: emptyList(),
        )
    }

    public companion object : Wire<GridParty>("GridParty") {
        public fun serializer(): KSerializer<GridParty> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): GridParty {
            var adults: Int? = null
            var children: List<Int>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("adults")) adults = reader.orNull { reader.whole() }
                else if (reader.isAt("children")) children = reader.orNull { reader.list { reader.whole() } }
                else throw reader.unknown()
            }
            return GridParty(
                adults ?: throw reader.missing("adults"),
                children ?: emptyList(),
            )
        }
    }
}

/** The answer to a grid. */
@Serializable(with = Grid.Companion::class)
public data class Grid @JvmOverloads constructor(
    /** The currency of every total. */
    public val currency: String,
    /** Cells in the order of parties, then arrivals, then nights. */
    public val cells: List<GridCell>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("cells"); writer.list(cells) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Grid>("Grid") {
        public fun serializer(): KSerializer<Grid> = this

        override fun read(reader: WireReader): Grid {
            var currency: String? = null
            var cells: List<GridCell>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("cells")) cells = reader.orNull { reader.list { GridCell.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Grid(
                currency ?: throw reader.missing("currency"),
                cells ?: throw reader.missing("cells"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One cell of the grid. */
@Serializable(with = GridCell.Companion::class)
public data class GridCell(
    /** The place of the party in the request. */
    public val party: Int,
    /** The arrival day. */
    public val arrival: LocalDate,
    /** The length of stay. */
    public val nights: Int,
    /** The total, when there is one. */
    public val total: BigDecimal? = null,
    /** The code of the first reason, when there is none. */
    public val code: Code? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("party"); writer.value(party)
        writer.field("arrival"); writer.value(arrival)
        writer.field("nights"); writer.value(nights)
        if (total != null) { writer.field("total"); writer.value(total) }
        if (code != null) { writer.field("code"); code.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is GridCell &&
        party == other.party &&
        arrival == other.arrival &&
        nights == other.nights &&
        alike(total, other.total) &&
        code == other.code &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(party, arrival, nights, total, code, unknownFields)

    public companion object : Wire<GridCell>("GridCell") {
        public fun serializer(): KSerializer<GridCell> = this

        override fun read(reader: WireReader): GridCell {
            var party: Int? = null
            var arrival: LocalDate? = null
            var nights: Int? = null
            var total: BigDecimal? = null
            var code: Code? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("party")) party = reader.orNull { reader.whole() }
                else if (reader.isAt("arrival")) arrival = reader.orNull { reader.day() }
                else if (reader.isAt("nights")) nights = reader.orNull { reader.whole() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return GridCell(
                party ?: throw reader.missing("party"),
                arrival ?: throw reader.missing("arrival"),
                nights ?: throw reader.missing("nights"),
                total,
                code,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A request for a list's compact form. */
@Serializable(with = PackRequest.Companion::class)
public class PackRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "PackRequest()"

    public companion object : Wire<PackRequest>("PackRequest") {
        public fun serializer(): KSerializer<PackRequest> = this

        override fun read(reader: WireReader): PackRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return PackRequest()
        }
    }
}

/** A list in its compact form. */
@Serializable(with = Packed.Companion::class)
public data class Packed @JvmOverloads constructor(
    /** How many bytes the definition has as JSON. */
    public val jsonBytes: Long,
    /** The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does. */
    public val contentBase64: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("json_bytes"); writer.value(jsonBytes)
        writer.field("content_base64"); writer.value(contentBase64)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Packed>("Packed") {
        public fun serializer(): KSerializer<Packed> = this

        override fun read(reader: WireReader): Packed {
            var jsonBytes: Long? = null
            var contentBase64: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("json_bytes")) jsonBytes = reader.orNull { reader.long() }
                else if (reader.isAt("content_base64")) contentBase64 = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Packed(
                jsonBytes ?: throw reader.missing("json_bytes"),
                contentBase64 ?: throw reader.missing("content_base64"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A request to every list. */
@Serializable(with = CheapestRequest.Companion::class)
public data class CheapestRequest(
    /** What is to be priced. */
    public val request: PriceRequest,
    /** Who asks; lists for others are refused. */
    public val buyer: Buyer? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("request"); request.write(writer)
        if (buyer != null) { writer.field("buyer"); buyer.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var request: PriceRequest? = null
        private var buyer: Buyer? = null

        /** See [CheapestRequest.request]. */
        public fun request(request: PriceRequest): Builder = apply { this.request = request }

        /** See [CheapestRequest.buyer]. */
        public fun buyer(buyer: Buyer?): Builder = apply { this.buyer = buyer }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CheapestRequest = CheapestRequest(
            checkNotNull(request) { "`request` of CheapestRequest is not set" },
            buyer,
        )
    }

    public companion object : Wire<CheapestRequest>("CheapestRequest") {
        public fun serializer(): KSerializer<CheapestRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CheapestRequest {
            var request: PriceRequest? = null
            var buyer: Buyer? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("buyer")) buyer = reader.orNull { Buyer.read(reader) }
                else throw reader.unknown()
            }
            return CheapestRequest(
                request ?: throw reader.missing("request"),
                buyer,
            )
        }
    }
}

/**
 * Who asks for a price. A list for certain buyers answers only those who are told to be such; the channel and the quantity
 * are those of the request.
 */
@Serializable(with = Buyer.Companion::class)
public data class Buyer(
    /** The groups of customers to which the buyer belongs. */
    public val customerGroups: List<String> = emptyList(),
    /** The buyer's country. */
    public val country: String? = null,
    /** Only lists in this currency. */
    public val currency: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (customerGroups.isNotEmpty()) { writer.field("customer_groups"); writer.list(customerGroups) { writer.value(it) } }
        if (country != null) { writer.field("country"); writer.value(country) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var customerGroups: List<String>? = null
        private var country: String? = null
        private var currency: String? = null

        /** See [Buyer.customerGroups]. */
        public fun customerGroups(customerGroups: List<String>): Builder = apply { this.customerGroups = customerGroups }

        /** See [Buyer.country]. */
        public fun country(country: String?): Builder = apply { this.country = country }

        /** See [Buyer.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Buyer = Buyer(
            customerGroups ?: emptyList(),
            country,
            currency,
        )
    }

    public companion object : Wire<Buyer>("Buyer") {
        public fun serializer(): KSerializer<Buyer> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Buyer {
            var customerGroups: List<String>? = null
            var country: String? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("customer_groups")) customerGroups = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("country")) country = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Buyer(
                customerGroups ?: emptyList(),
                country,
                currency,
            )
        }
    }
}

/** What the lists offer, cheapest first. */
@Serializable(with = Cheapest.Companion::class)
public data class Cheapest(
    /** The price of the cheapest offer; none when no list can answer. */
    public val price: Price? = null,
    /** Every list that can answer, cheapest first; the earlier list where two cost the same. */
    public val offers: List<Offer>,
    /** Every list that cannot, and why. */
    public val refused: List<Lost>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (price != null) { writer.field("price"); price.write(writer) }
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.field("refused"); writer.list(refused) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Cheapest>("Cheapest") {
        public fun serializer(): KSerializer<Cheapest> = this

        override fun read(reader: WireReader): Cheapest {
            var price: Price? = null
            var offers: List<Offer>? = null
            var refused: List<Lost>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("offers")) offers = reader.orNull { reader.list { Offer.read(reader) } }
                else if (reader.isAt("refused")) refused = reader.orNull { reader.list { Lost.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Cheapest(
                price,
                offers ?: throw reader.missing("offers"),
                refused ?: throw reader.missing("refused"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What one list offers. */
@Serializable(with = Offer.Companion::class)
public data class Offer @JvmOverloads constructor(
    /** The list. */
    public val list: ListRef,
    /** Its total. */
    public val total: BigDecimal,
    /** The currency of the total. */
    public val currency: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("total"); writer.value(total)
        writer.field("currency"); writer.value(currency)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Offer &&
        list == other.list &&
        alike(total, other.total) &&
        currency == other.currency &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(list, total, currency, unknownFields)

    public companion object : Wire<Offer>("Offer") {
        public fun serializer(): KSerializer<Offer> = this

        override fun read(reader: WireReader): Offer {
            var list: ListRef? = null
            var total: BigDecimal? = null
            var currency: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Offer(
                list ?: throw reader.missing("list"),
                total ?: throw reader.missing("total"),
                currency ?: throw reader.missing("currency"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which list, by its place, code and version. */
@Serializable(with = ListRef.Companion::class)
public data class ListRef(
    /** Its place among the lists, from 0 on. */
    public val index: Int,
    /** Its code. */
    public val code: String? = null,
    /** Its version. */
    public val version: Int,
    /** Its name. */
    public val name: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("index"); writer.value(index)
        if (code != null) { writer.field("code"); writer.value(code) }
        writer.field("version"); writer.value(version)
        writer.field("name"); writer.value(name)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ListRef>("ListRef") {
        public fun serializer(): KSerializer<ListRef> = this

        override fun read(reader: WireReader): ListRef {
            var index: Int? = null
            var code: String? = null
            var version: Int? = null
            var name: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("index")) index = reader.orNull { reader.whole() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ListRef(
                index ?: throw reader.missing("index"),
                code,
                version ?: throw reader.missing("version"),
                name ?: throw reader.missing("name"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A list that was not chosen. */
@Serializable(with = Lost.Companion::class)
public data class Lost(
    /** The list. */
    public val list: ListRef,
    /** Why. */
    public val why: LostWhy,
    /** Every reason, when it refused. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("why"); why.write(writer)
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Lost>("Lost") {
        public fun serializer(): KSerializer<Lost> = this

        override fun read(reader: WireReader): Lost {
            var list: ListRef? = null
            var why: LostWhy? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("why")) why = reader.orNull { LostWhy.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Lost(
                list ?: throw reader.missing("list"),
                why ?: throw reader.missing("why"),
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Why a list was not chosen. */
@Serializable(with = LostWhy.Companion::class)
public class LostWhy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<LostWhy>("LostWhy") {
        public fun serializer(): KSerializer<LostWhy> = this

        /** It is for another supplier, service, destination or product. */
        @JvmField public val OTHER_PRODUCT: LostWhy = LostWhy("other_product")

        /** It prices in another currency. */
        @JvmField public val OTHER_CURRENCY: LostWhy = LostWhy("other_currency")

        /** It is for other groups of customers. */
        @JvmField public val OTHER_CUSTOMERS: LostWhy = LostWhy("other_customers")

        /** It is for other channels. */
        @JvmField public val OTHER_CHANNEL: LostWhy = LostWhy("other_channel")

        /** It is for other countries. */
        @JvmField public val OTHER_COUNTRY: LostWhy = LostWhy("other_country")

        /** It is for fewer or for more units. */
        @JvmField public val OTHER_QUANTITY: LostWhy = LostWhy("other_quantity")

        /** It refuses the request. */
        @JvmField public val REFUSED: LostWhy = LostWhy("refused")

        /** Another list has a higher priority. */
        @JvmField public val PRIORITY: LostWhy = LostWhy("priority")

        /** Another list is for the very product, destination or supplier. */
        @JvmField public val LESS_SPECIFIC: LostWhy = LostWhy("less_specific")

        /** Another list is for the very customers, channel, country or quantity. */
        @JvmField public val LESS_SPECIFIC_CONTEXT: LostWhy = LostWhy("less_specific_context")

        /** Another list begins at a larger quantity. */
        @JvmField public val SMALLER_QUANTITY: LostWhy = LostWhy("smaller_quantity")

        /** Another list is a newer version. */
        @JvmField public val OLDER_VERSION: LostWhy = LostWhy("older_version")

        /** Nothing else tells them apart: another list's id comes first. */
        @JvmField public val ID: LostWhy = LostWhy("id")

        override val entries: List<LostWhy> = listOf(
            OTHER_PRODUCT,
            OTHER_CURRENCY,
            OTHER_CUSTOMERS,
            OTHER_CHANNEL,
            OTHER_COUNTRY,
            OTHER_QUANTITY,
            REFUSED,
            PRIORITY,
            LESS_SPECIFIC,
            LESS_SPECIFIC_CONTEXT,
            SMALLER_QUANTITY,
            OLDER_VERSION,
            ID,
        )

        internal override fun unknown(wire: String): LostWhy = LostWhy(wire)
    }
}

/** Which list is to answer, of those for a product. */
@Serializable(with = SelectRequest.Companion::class)
public data class SelectRequest(
    /** What is to be priced. */
    public val request: PriceRequest,
    /** Who asks. */
    public val buyer: Buyer? = null,
    /** The supplier; lists without one are for all. */
    public val supplier: String? = null,
    /** The kind of service. */
    public val serviceType: String? = null,
    /** The destination; lists without one are for all. */
    public val destination: String? = null,
    /** The product; lists without one are for all. */
    public val product: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("request"); request.write(writer)
        if (buyer != null) { writer.field("buyer"); buyer.write(writer) }
        if (supplier != null) { writer.field("supplier"); writer.value(supplier) }
        if (serviceType != null) { writer.field("service_type"); writer.value(serviceType) }
        if (destination != null) { writer.field("destination"); writer.value(destination) }
        if (product != null) { writer.field("product"); writer.value(product) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var request: PriceRequest? = null
        private var buyer: Buyer? = null
        private var supplier: String? = null
        private var serviceType: String? = null
        private var destination: String? = null
        private var product: String? = null

        /** See [SelectRequest.request]. */
        public fun request(request: PriceRequest): Builder = apply { this.request = request }

        /** See [SelectRequest.buyer]. */
        public fun buyer(buyer: Buyer?): Builder = apply { this.buyer = buyer }

        /** See [SelectRequest.supplier]. */
        public fun supplier(supplier: String?): Builder = apply { this.supplier = supplier }

        /** See [SelectRequest.serviceType]. */
        public fun serviceType(serviceType: String?): Builder = apply { this.serviceType = serviceType }

        /** See [SelectRequest.destination]. */
        public fun destination(destination: String?): Builder = apply { this.destination = destination }

        /** See [SelectRequest.product]. */
        public fun product(product: String?): Builder = apply { this.product = product }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SelectRequest = SelectRequest(
            checkNotNull(request) { "`request` of SelectRequest is not set" },
            buyer,
            supplier,
            serviceType,
            destination,
            product,
        )
    }

    public companion object : Wire<SelectRequest>("SelectRequest") {
        public fun serializer(): KSerializer<SelectRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SelectRequest {
            var request: PriceRequest? = null
            var buyer: Buyer? = null
            var supplier: String? = null
            var serviceType: String? = null
            var destination: String? = null
            var product: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("buyer")) buyer = reader.orNull { Buyer.read(reader) }
                else if (reader.isAt("supplier")) supplier = reader.orNull { reader.text() }
                else if (reader.isAt("service_type")) serviceType = reader.orNull { reader.text() }
                else if (reader.isAt("destination")) destination = reader.orNull { reader.text() }
                else if (reader.isAt("product")) product = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SelectRequest(
                request ?: throw reader.missing("request"),
                buyer,
                supplier,
                serviceType,
                destination,
                product,
            )
        }
    }
}

/** The list that answers, its price, and why the others do not. */
@Serializable(with = Selection.Companion::class)
public data class Selection @JvmOverloads constructor(
    /** The list. */
    public val list: ListRef,
    /** Its price. */
    public val price: Price,
    /** Every other list, in the order of the lists. */
    public val lost: List<Lost>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("price"); price.write(writer)
        writer.field("lost"); writer.list(lost) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Selection>("Selection") {
        public fun serializer(): KSerializer<Selection> = this

        override fun read(reader: WireReader): Selection {
            var list: ListRef? = null
            var price: Price? = null
            var lost: List<Lost>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("lost")) lost = reader.orNull { reader.list { Lost.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Selection(
                list ?: throw reader.missing("list"),
                price ?: throw reader.missing("price"),
                lost ?: throw reader.missing("lost"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which overlaps are wanted. */
@Serializable(with = OverlapsRequest.Companion::class)
public data class OverlapsRequest(
    /** Only those that touch these days. */
    public val within: DayRange? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (within != null) { writer.field("within"); within.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var within: DayRange? = null

        /** See [OverlapsRequest.within]. */
        public fun within(within: DayRange?): Builder = apply { this.within = within }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OverlapsRequest = OverlapsRequest(
            within,
        )
    }

    public companion object : Wire<OverlapsRequest>("OverlapsRequest") {
        public fun serializer(): KSerializer<OverlapsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OverlapsRequest {
            var within: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("within")) within = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return OverlapsRequest(
                within,
            )
        }
    }
}

/** Two published lists that answer for the same days. */
@Serializable(with = Overlap.Companion::class)
public data class Overlap(
    /** One list; none for the one that is not saved yet. */
    public val list: ListRef? = null,
    /** The other list. */
    public val other: ListRef,
    /** The days on which both answer. */
    public val days: DayRange,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (list != null) { writer.field("list"); list.write(writer) }
        writer.field("other"); other.write(writer)
        writer.field("days"); days.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Overlap>("Overlap") {
        public fun serializer(): KSerializer<Overlap> = this

        override fun read(reader: WireReader): Overlap {
            var list: ListRef? = null
            var other: ListRef? = null
            var days: DayRange? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("other")) other = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Overlap(
                list,
                other ?: throw reader.missing("other"),
                days ?: throw reader.missing("days"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A list that is not saved yet. */
@Serializable(with = ValidateDatesRequest.Companion::class)
public data class ValidateDatesRequest(
    /** The list, as if it were published. */
    public val list: RateListDefinition,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.close()
    }

    public companion object : Wire<ValidateDatesRequest>("ValidateDatesRequest") {
        public fun serializer(): KSerializer<ValidateDatesRequest> = this

        override fun read(reader: WireReader): ValidateDatesRequest {
            var list: RateListDefinition? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else throw reader.unknown()
            }
            return ValidateDatesRequest(
                list ?: throw reader.missing("list"),
            )
        }
    }
}

/** The same requests under two lists. */
@Serializable(with = SimulateRequest.Companion::class)
public data class SimulateRequest(
    /** The requests, such as last year's. */
    public val requests: List<PriceRequest>,
    /** The place of the list as it is. */
    public val before: Int = 0,
    /** The place of the list as it would be. */
    public val after: Int = 1,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("requests"); writer.list(requests) { it.write(writer) }
        writer.field("before"); writer.value(before)
        writer.field("after"); writer.value(after)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var requests: List<PriceRequest>? = null
        private var before: Int? = null
        private var after: Int? = null

        /** See [SimulateRequest.requests]. */
        public fun requests(requests: List<PriceRequest>): Builder = apply { this.requests = requests }

        /** See [SimulateRequest.before]. */
        public fun before(before: Int): Builder = apply { this.before = before }

        /** See [SimulateRequest.after]. */
        public fun after(after: Int): Builder = apply { this.after = after }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SimulateRequest = SimulateRequest(
            checkNotNull(requests) { "`requests` of SimulateRequest is not set" },
            before ?: 0,
            after ?: 1,
        )
    }

    public companion object : Wire<SimulateRequest>("SimulateRequest") {
        public fun serializer(): KSerializer<SimulateRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SimulateRequest {
            var requests: List<PriceRequest>? = null
            var before: Int? = null
            var after: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("requests")) requests = reader.orNull { reader.list { PriceRequest.read(reader) } }
                else if (reader.isAt("before")) before = reader.orNull { reader.whole() }
                else if (reader.isAt("after")) after = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return SimulateRequest(
                requests ?: throw reader.missing("requests"),
                before ?: 0,
                after ?: 1,
            )
        }
    }
}

/** What would have changed. */
@Serializable(with = Simulation.Companion::class)
public data class Simulation @JvmOverloads constructor(
    /** The currency of every amount. */
    public val currency: String,
    /** One for each request. */
    public val differences: List<Difference>,
    /** The sum of the totals before. */
    public val before: BigDecimal,
    /** The sum of the totals after. */
    public val after: BigDecimal,
    /** What the change adds, over requests that both lists answer. */
    public val change: BigDecimal,
    /** How many requests only the list before answers. */
    public val lost: Int,
    /** How many requests only the list after answers. */
    public val won: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("differences"); writer.list(differences) { it.write(writer) }
        writer.field("before"); writer.value(before)
        writer.field("after"); writer.value(after)
        writer.field("change"); writer.value(change)
        writer.field("lost"); writer.value(lost)
        writer.field("won"); writer.value(won)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Simulation &&
        currency == other.currency &&
        differences == other.differences &&
        alike(before, other.before) &&
        alike(after, other.after) &&
        alike(change, other.change) &&
        lost == other.lost &&
        won == other.won &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(currency, differences, before, after, change, lost, won, unknownFields)

    public companion object : Wire<Simulation>("Simulation") {
        public fun serializer(): KSerializer<Simulation> = this

        override fun read(reader: WireReader): Simulation {
            var currency: String? = null
            var differences: List<Difference>? = null
            var before: BigDecimal? = null
            var after: BigDecimal? = null
            var change: BigDecimal? = null
            var lost: Int? = null
            var won: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("differences")) differences = reader.orNull { reader.list { Difference.read(reader) } }
                else if (reader.isAt("before")) before = reader.orNull { reader.decimal() }
                else if (reader.isAt("after")) after = reader.orNull { reader.decimal() }
                else if (reader.isAt("change")) change = reader.orNull { reader.decimal() }
                else if (reader.isAt("lost")) lost = reader.orNull { reader.whole() }
                else if (reader.isAt("won")) won = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Simulation(
                currency ?: throw reader.missing("currency"),
                differences ?: throw reader.missing("differences"),
                before ?: throw reader.missing("before"),
                after ?: throw reader.missing("after"),
                change ?: throw reader.missing("change"),
                lost ?: throw reader.missing("lost"),
                won ?: throw reader.missing("won"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What would have changed for one request. */
@Serializable(with = Difference.Companion::class)
public data class Difference(
    /** The total before, when there is one. */
    public val before: BigDecimal? = null,
    /** The total after, when there is one. */
    public val after: BigDecimal? = null,
    /** What the change adds, when both answer. */
    public val change: BigDecimal? = null,
    /** The code of the first reason before, when it refuses. */
    public val beforeCode: Code? = null,
    /** The code of the first reason after, when it refuses. */
    public val afterCode: Code? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (before != null) { writer.field("before"); writer.value(before) }
        if (after != null) { writer.field("after"); writer.value(after) }
        if (change != null) { writer.field("change"); writer.value(change) }
        if (beforeCode != null) { writer.field("before_code"); beforeCode.write(writer) }
        if (afterCode != null) { writer.field("after_code"); afterCode.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Difference &&
        alike(before, other.before) &&
        alike(after, other.after) &&
        alike(change, other.change) &&
        beforeCode == other.beforeCode &&
        afterCode == other.afterCode &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(before, after, change, beforeCode, afterCode, unknownFields)

    public companion object : Wire<Difference>("Difference") {
        public fun serializer(): KSerializer<Difference> = this

        override fun read(reader: WireReader): Difference {
            var before: BigDecimal? = null
            var after: BigDecimal? = null
            var change: BigDecimal? = null
            var beforeCode: Code? = null
            var afterCode: Code? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("before")) before = reader.orNull { reader.decimal() }
                else if (reader.isAt("after")) after = reader.orNull { reader.decimal() }
                else if (reader.isAt("change")) change = reader.orNull { reader.decimal() }
                else if (reader.isAt("before_code")) beforeCode = reader.orNull { Code.read(reader) }
                else if (reader.isAt("after_code")) afterCode = reader.orNull { Code.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Difference(
                before,
                after,
                change,
                beforeCode,
                afterCode,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One change over many lists, to be looked at before it is saved. */
@Serializable(with = BulkUpdateRequest.Companion::class)
public data class BulkUpdateRequest(
    /** Which lists. */
    public val lists: ListFilter? = null,
    /** What happens to each of them. */
    public val change: BulkChange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (lists != null) { writer.field("lists"); lists.write(writer) }
        writer.field("change"); change.write(writer)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var lists: ListFilter? = null
        private var change: BulkChange? = null

        /** See [BulkUpdateRequest.lists]. */
        public fun lists(lists: ListFilter?): Builder = apply { this.lists = lists }

        /** See [BulkUpdateRequest.change]. */
        public fun change(change: BulkChange): Builder = apply { this.change = change }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BulkUpdateRequest = BulkUpdateRequest(
            lists,
            checkNotNull(change) { "`change` of BulkUpdateRequest is not set" },
        )
    }

    public companion object : Wire<BulkUpdateRequest>("BulkUpdateRequest") {
        public fun serializer(): KSerializer<BulkUpdateRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BulkUpdateRequest {
            var lists: ListFilter? = null
            var change: BulkChange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("lists")) lists = reader.orNull { ListFilter.read(reader) }
                else if (reader.isAt("change")) change = reader.orNull { BulkChange.read(reader) }
                else throw reader.unknown()
            }
            return BulkUpdateRequest(
                lists,
                change ?: throw reader.missing("change"),
            )
        }
    }
}

/** Which lists; what is not given does not matter. */
@Serializable(with = ListFilter.Companion::class)
public data class ListFilter(
    /** Only lists with these codes; all when empty. */
    public val codes: List<String> = emptyList(),
    /** Only lists of this supplier. */
    public val supplier: String? = null,
    /** Only lists of this kind of service. */
    public val serviceType: String? = null,
    /** Only lists of this destination. */
    public val destination: String? = null,
    /** Only lists with this tag. */
    public val tag: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (codes.isNotEmpty()) { writer.field("codes"); writer.list(codes) { writer.value(it) } }
        if (supplier != null) { writer.field("supplier"); writer.value(supplier) }
        if (serviceType != null) { writer.field("service_type"); writer.value(serviceType) }
        if (destination != null) { writer.field("destination"); writer.value(destination) }
        if (tag != null) { writer.field("tag"); writer.value(tag) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var codes: List<String>? = null
        private var supplier: String? = null
        private var serviceType: String? = null
        private var destination: String? = null
        private var tag: String? = null

        /** See [ListFilter.codes]. */
        public fun codes(codes: List<String>): Builder = apply { this.codes = codes }

        /** See [ListFilter.supplier]. */
        public fun supplier(supplier: String?): Builder = apply { this.supplier = supplier }

        /** See [ListFilter.serviceType]. */
        public fun serviceType(serviceType: String?): Builder = apply { this.serviceType = serviceType }

        /** See [ListFilter.destination]. */
        public fun destination(destination: String?): Builder = apply { this.destination = destination }

        /** See [ListFilter.tag]. */
        public fun tag(tag: String?): Builder = apply { this.tag = tag }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ListFilter = ListFilter(
            codes ?: emptyList(),
            supplier,
            serviceType,
            destination,
            tag,
        )
    }

    public companion object : Wire<ListFilter>("ListFilter") {
        public fun serializer(): KSerializer<ListFilter> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ListFilter {
            var codes: List<String>? = null
            var supplier: String? = null
            var serviceType: String? = null
            var destination: String? = null
            var tag: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("codes")) codes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("supplier")) supplier = reader.orNull { reader.text() }
                else if (reader.isAt("service_type")) serviceType = reader.orNull { reader.text() }
                else if (reader.isAt("destination")) destination = reader.orNull { reader.text() }
                else if (reader.isAt("tag")) tag = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ListFilter(
                codes ?: emptyList(),
                supplier,
                serviceType,
                destination,
                tag,
            )
        }
    }
}

/** What happens to each list. */
@Serializable(with = BulkChange.Companion::class)
public sealed interface BulkChange : RatebookValue {
    /** Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative. */
    public data class RaisePercent(public val held: BigDecimal) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("raise_percent"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is RaisePercent &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** Every such price rises by an amount, or falls when negative. */
    public data class RaiseAmount(public val held: BigDecimal) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("raise_amount"); writer.value(held)
            writer.close()
        }

        override fun equals(other: Any?): Boolean = other is RaiseAmount &&
            alike(held, other.held)

        override fun hashCode(): Int = hashed(held)
    }

    /** The last day of validity is moved. */
    public data class ValidLast(public val held: LocalDate) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("valid_last"); writer.value(held)
            writer.close()
        }
    }

    /** A blackout is added. */
    public data class AddBlackout(public val held: Blackout) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_blackout"); held.write(writer)
            writer.close()
        }
    }

    /** A tag is added. */
    public data class AddTag(public val held: String) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add_tag"); writer.value(held)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : BulkChange {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<BulkChange>("BulkChange") {
        public fun serializer(): KSerializer<BulkChange> = this

        override fun read(reader: WireReader): BulkChange {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("raise_percent")) RaisePercent(reader.decimal())
                else if (reader.isAt("raise_amount")) RaiseAmount(reader.decimal())
                else if (reader.isAt("valid_last")) ValidLast(reader.day())
                else if (reader.isAt("add_blackout")) AddBlackout(Blackout.read(reader))
                else if (reader.isAt("add_tag")) AddTag(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What a bulk update would change, and the lists as they would be. */
@Serializable(with = BulkUpdate.Companion::class)
public data class BulkUpdate @JvmOverloads constructor(
    /** Every field that changes. */
    public val changes: List<FieldChange>,
    /** The changed lists, as they would be saved: all of them or none. */
    public val lists: List<RateListDefinition>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("lists"); writer.list(lists) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BulkUpdate>("BulkUpdate") {
        public fun serializer(): KSerializer<BulkUpdate> = this

        override fun read(reader: WireReader): BulkUpdate {
            var changes: List<FieldChange>? = null
            var lists: List<RateListDefinition>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("changes")) changes = reader.orNull { reader.list { FieldChange.read(reader) } }
                else if (reader.isAt("lists")) lists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BulkUpdate(
                changes ?: throw reader.missing("changes"),
                lists ?: throw reader.missing("lists"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One field that changes. */
@Serializable(with = FieldChange.Companion::class)
public data class FieldChange(
    /** In which list. */
    public val list: ListRef,
    /** The field, as a JSON pointer. */
    public val path: String,
    /** What it was; nothing for a new entry. */
    public val before: Json? = null,
    /** What it becomes. */
    public val after: Json? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("path"); writer.value(path)
        if (before != null) { writer.field("before"); writer.value(before) }
        if (after != null) { writer.field("after"); writer.value(after) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FieldChange>("FieldChange") {
        public fun serializer(): KSerializer<FieldChange> = this

        override fun read(reader: WireReader): FieldChange {
            var list: ListRef? = null
            var path: String? = null
            var before: Json? = null
            var after: Json? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.json() }
                else if (reader.isAt("after")) after = reader.orNull { reader.json() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FieldChange(
                list ?: throw reader.missing("list"),
                path ?: throw reader.missing("path"),
                before,
                after,
                unknownFields ?: emptyMap(),
            )
        }
    }
}
