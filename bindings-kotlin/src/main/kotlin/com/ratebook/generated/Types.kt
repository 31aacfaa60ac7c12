// Written by `cargo xtask generate`.

package com.ratebook

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate

/** What a supplier, a studio or a provider hands out: for these days, this many people, at these prices. */
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
    /** How many children per room may be free; further ones pay as the next older band, or as adults. */
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
        writer.close()
    }

    public companion object : Wire<RateListDefinition> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** The life of a list. */
public enum class ListStatus(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** May change, does not price. */
    DRAFT("draft"),
    /** Prices, does not change. */
    PUBLISHED("published"),
    /** Neither. */
    ARCHIVED("archived"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ListStatus> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ListStatus {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Days from `first` to `last`, both included, as people write seasons. */
public data class DayRange(
    /** The first day. */
    public val first: LocalDate,
    /** The last day, included. */
    public val last: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("first"); writer.value(first)
        writer.field("last"); writer.value(last)
        writer.close()
    }

    public companion object : Wire<DayRange> {
        override fun read(reader: WireReader): DayRange {
            var first: LocalDate? = null
            var last: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return DayRange(
                first ?: throw reader.missing("first"),
                last ?: throw reader.missing("last"),
            )
        }
    }
}

/** What one price buys. */
public enum class PriceUnit(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** A night of a stay; the night of check-out is not priced. */
    NIGHT("night"),
    /** A day, the last one included. */
    DAY("day"),
    /** An hour of the clock. */
    HOUR("hour"),
    /** One person for the whole of it. */
    PERSON("person"),
    /** One piece. */
    ITEM("item"),
    /** The whole stay. */
    STAY("stay"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<PriceUnit> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): PriceUnit {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How many people a unit is for. */
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
        writer.close()
    }

    public companion object : Wire<People> {
        override fun read(reader: WireReader): People {
            var standard: Int? = null
            var minPeople: Int? = null
            var maxPeople: Int? = null
            var minAdults: Int? = null
            var maxAdults: Int? = null
            var minChildren: Int? = null
            var maxChildren: Int? = null
            var useLargerPrice: Boolean? = null
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** What a unit costs: exactly one of `base`, `per_person` and `by_adults`, and what goes with it. */
public data class Prices(
    /** The price for up to the standard number of adults. */
    public val base: BigDecimal? = null,
    /** The price of each adult. */
    public val perPerson: BigDecimal? = null,
    /** The price by number of adults, such as `{"1": "95", "2": "120"}`. */
    public val byAdults: Map<Int, BigDecimal> = emptyMap(),
    /** Each adult beyond the standard number, or beyond the largest of `by_adults`. */
    public val extraAdult: BigDecimal? = null,
    /** An extra bed, as the measure of children's prices. */
    public val extraBed: BigDecimal? = null,
    /** The full price of a child, as the measure of children's prices. */
    public val child: BigDecimal? = null,
    /** What one adult alone pays. */
    public val singleUse: SingleUse? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (base != null) { writer.field("base"); writer.value(base) }
        if (perPerson != null) { writer.field("per_person"); writer.value(perPerson) }
        if (byAdults.isNotEmpty()) { writer.field("by_adults"); writer.map(byAdults) { writer.value(it) } }
        if (extraAdult != null) { writer.field("extra_adult"); writer.value(extraAdult) }
        if (extraBed != null) { writer.field("extra_bed"); writer.value(extraBed) }
        if (child != null) { writer.field("child"); writer.value(child) }
        if (singleUse != null) { writer.field("single_use"); singleUse.write(writer) }
        writer.close()
    }

    public companion object : Wire<Prices> {
        override fun read(reader: WireReader): Prices {
            var base: BigDecimal? = null
            var perPerson: BigDecimal? = null
            var byAdults: Map<Int, BigDecimal>? = null
            var extraAdult: BigDecimal? = null
            var extraBed: BigDecimal? = null
            var child: BigDecimal? = null
            var singleUse: SingleUse? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.decimal() }
                else if (reader.isAt("per_person")) perPerson = reader.orNull { reader.decimal() }
                else if (reader.isAt("by_adults")) byAdults = reader.orNull { reader.numbered { reader.decimal() } }
                else if (reader.isAt("extra_adult")) extraAdult = reader.orNull { reader.decimal() }
                else if (reader.isAt("extra_bed")) extraBed = reader.orNull { reader.decimal() }
                else if (reader.isAt("child")) child = reader.orNull { reader.decimal() }
                else if (reader.isAt("single_use")) singleUse = reader.orNull { SingleUse.read(reader) }
                else throw reader.unknown()
            }
            return Prices(
                base,
                perPerson,
                byAdults ?: emptyMap(),
                extraAdult,
                extraBed,
                child,
                singleUse,
            )
        }
    }
}

/** What one adult alone pays. */
public sealed interface SingleUse : RatebookValue {
    /** This price. */
    public data class Price(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("price"); writer.value(held)
            writer.close()
        }
    }

    /** The price for one adult and so many percent of it. */
    public data class Percent(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
    }

    /** The price for one adult and this amount. */
    public data class Amount(public val held: BigDecimal) : SingleUse {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<SingleUse> {
        override fun read(reader: WireReader): SingleUse {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: SingleUse =
                if (reader.isAt("price")) Price(reader.decimal())
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("amount")) Amount(reader.decimal())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What hours cost, by local time of day and day of the week. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("windows"); writer.list(windows) { it.write(writer) }
        if (minimumCharge != null) { writer.field("minimum_charge"); writer.value(minimumCharge) }
        if (incrementMinutes != null) { writer.field("increment_minutes"); writer.value(incrementMinutes) }
        if (blocks.isNotEmpty()) { writer.field("blocks"); writer.list(blocks) { it.write(writer) } }
        if (afterHours != null) { writer.field("after_hours"); afterHours.write(writer) }
        writer.close()
    }

    public companion object : Wire<Hours> {
        override fun read(reader: WireReader): Hours {
            var windows: List<HourWindow>? = null
            var minimumCharge: BigDecimal? = null
            var incrementMinutes: Int? = null
            var blocks: List<Block>? = null
            var afterHours: AfterHours? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("windows")) windows = reader.orNull { reader.list { HourWindow.read(reader) } }
                else if (reader.isAt("minimum_charge")) minimumCharge = reader.orNull { reader.decimal() }
                else if (reader.isAt("increment_minutes")) incrementMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("blocks")) blocks = reader.orNull { reader.list { Block.read(reader) } }
                else if (reader.isAt("after_hours")) afterHours = reader.orNull { AfterHours.read(reader) }
                else throw reader.unknown()
            }
            return Hours(
                windows ?: throw reader.missing("windows"),
                minimumCharge,
                incrementMinutes,
                blocks ?: emptyList(),
                afterHours,
            )
        }
    }
}

/** A window of local time with its price. One that closes at or before it opens goes past midnight. */
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
        writer.close()
    }

    public companion object : Wire<HourWindow> {
        override fun read(reader: WireReader): HourWindow {
            var name: String? = null
            var weekdays: List<Weekday>? = null
            var days: List<DayRange>? = null
            var opens: String? = null
            var closes: String? = null
            var price: BigDecimal? = null
            var tiers: List<HourTier>? = null
            var priority: Int? = null
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** A day of the week. */
public enum class Weekday(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The first day of the week by ISO 8601. */
    MON("mon"),
    /** The second day. */
    TUE("tue"),
    /** The third day. */
    WED("wed"),
    /** The fourth day. */
    THU("thu"),
    /** The fifth day. */
    FRI("fri"),
    /** The sixth day. */
    SAT("sat"),
    /** The seventh day. */
    SUN("sun"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Weekday> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Weekday {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** From so many hours on, another price of the hour. */
public data class HourTier(
    /** From so many hours of the whole span on. */
    public val atLeast: BigDecimal,
    /** The price of an hour. */
    public val price: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_least"); writer.value(atLeast)
        writer.field("price"); writer.value(price)
        writer.close()
    }

    public companion object : Wire<HourTier> {
        override fun read(reader: WireReader): HourTier {
            var atLeast: BigDecimal? = null
            var price: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_least")) atLeast = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return HourTier(
                atLeast ?: throw reader.missing("at_least"),
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** A price for so many hours at once. */
public data class Block(
    /** What people call it. */
    public val name: String,
    /** So many hours. */
    public val hours: BigDecimal,
    /** What they cost together. */
    public val price: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("hours"); writer.value(hours)
        writer.field("price"); writer.value(price)
        writer.close()
    }

    public companion object : Wire<Block> {
        override fun read(reader: WireReader): Block {
            var name: String? = null
            var hours: BigDecimal? = null
            var price: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return Block(
                name ?: throw reader.missing("name"),
                hours ?: throw reader.missing("hours"),
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** What comes on top outside ordinary hours. */
public data class AfterHours(
    /** When ordinary hours begin. */
    public val opens: String,
    /** When ordinary hours end. */
    public val closes: String,
    /** The days of the week that have ordinary hours at all; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** The amount for each hour outside them. */
    public val amount: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("opens"); writer.value(opens)
        writer.field("closes"); writer.value(closes)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("amount"); writer.value(amount)
        writer.close()
    }

    public companion object : Wire<AfterHours> {
        override fun read(reader: WireReader): AfterHours {
            var opens: String? = null
            var closes: String? = null
            var weekdays: List<Weekday>? = null
            var amount: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("opens")) opens = reader.orNull { reader.text() }
                else if (reader.isAt("closes")) closes = reader.orNull { reader.text() }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return AfterHours(
                opens ?: throw reader.missing("opens"),
                closes ?: throw reader.missing("closes"),
                weekdays,
                amount ?: throw reader.missing("amount"),
            )
        }
    }
}

/** Children from one age to another, both included, and what they pay. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("min_age"); writer.value(minAge)
        writer.field("max_age"); writer.value(maxAge)
        writer.field("price"); price.write(writer)
        if (nth.isNotEmpty()) { writer.field("nth"); writer.list(nth) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<AgeBand> {
        override fun read(reader: WireReader): AgeBand {
            var name: String? = null
            var minAge: Int? = null
            var maxAge: Int? = null
            var price: ChildPrice? = null
            var nth: List<NthChild>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("min_age")) minAge = reader.orNull { reader.whole() }
                else if (reader.isAt("max_age")) maxAge = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { ChildPrice.read(reader) }
                else if (reader.isAt("nth")) nth = reader.orNull { reader.list { NthChild.read(reader) } }
                else throw reader.unknown()
            }
            return AgeBand(
                name ?: throw reader.missing("name"),
                minAge ?: throw reader.missing("min_age"),
                maxAge ?: throw reader.missing("max_age"),
                price ?: throw reader.missing("price"),
                nth ?: emptyList(),
            )
        }
    }
}

/** What a child pays for each unit. */
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
    }

    /** A share of another price. */
    public data class Percent(public val held: PercentOf) : ChildPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<ChildPrice> {
        override fun read(reader: WireReader): ChildPrice {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "free" -> Free
                    else -> throw reader.fault("`$text` is not known here")
                }
            }
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: ChildPrice =
                if (reader.isAt("fixed")) Fixed(reader.decimal())
                else if (reader.isAt("percent")) Percent(PercentOf.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** A share of another price. */
public data class PercentOf(
    /** The share. */
    public val percent: BigDecimal,
    /** Of which price. */
    public val of: PriceKind,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("percent"); writer.value(percent)
        writer.field("of"); of.write(writer)
        writer.close()
    }

    public companion object : Wire<PercentOf> {
        override fun read(reader: WireReader): PercentOf {
            var percent: BigDecimal? = null
            var of: PriceKind? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("of")) of = reader.orNull { PriceKind.read(reader) }
                else throw reader.unknown()
            }
            return PercentOf(
                percent ?: throw reader.missing("percent"),
                of ?: throw reader.missing("of"),
            )
        }
    }
}

/** A price that a child's is a share of. */
public enum class PriceKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** What one adult pays: the price per person, or the standard occupancy's price divided by its adults. */
    ADULT("adult"),
    /** The price of an extra bed. */
    EXTRA_BED("extra_bed"),
    /** The price of the unit at standard occupancy. */
    BASE("base"),
    /** The list's full price of a child. */
    CHILD("child"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<PriceKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): PriceKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What the n-th child of a band pays. */
public data class NthChild(
    /** 1 for the first child of the band, 2 for the second… */
    public val nth: Int,
    /** What it pays. */
    public val price: ChildPrice,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("nth"); writer.value(nth)
        writer.field("price"); price.write(writer)
        writer.close()
    }

    public companion object : Wire<NthChild> {
        override fun read(reader: WireReader): NthChild {
            var nth: Int? = null
            var price: ChildPrice? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("nth")) nth = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { ChildPrice.read(reader) }
                else throw reader.unknown()
            }
            return NthChild(
                nth ?: throw reader.missing("nth"),
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** Days that cost something else. On each night the season of highest priority wins, alone. */
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
    /** What happens to the price of an extra adult. */
    public val extraAdult: Change? = null,
    /** What happens to the price of an extra bed. */
    public val extraBed: Change? = null,
    /** What happens to the prices of children: their full price and fixed prices. */
    public val child: Change? = null,
    /** What one adult alone pays in this season. */
    public val singleUse: SingleUse? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("days"); writer.list(days) { it.write(writer) }
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("priority"); writer.value(priority)
        if (price != null) { writer.field("price"); price.write(writer) }
        if (byAdults.isNotEmpty()) { writer.field("by_adults"); writer.map(byAdults) { it.write(writer) } }
        if (extraAdult != null) { writer.field("extra_adult"); extraAdult.write(writer) }
        if (extraBed != null) { writer.field("extra_bed"); extraBed.write(writer) }
        if (child != null) { writer.field("child"); child.write(writer) }
        if (singleUse != null) { writer.field("single_use"); singleUse.write(writer) }
        writer.close()
    }

    public companion object : Wire<Season> {
        override fun read(reader: WireReader): Season {
            var name: String? = null
            var days: List<DayRange>? = null
            var weekdays: List<Weekday>? = null
            var priority: Int? = null
            var price: Change? = null
            var byAdults: Map<Int, Change>? = null
            var extraAdult: Change? = null
            var extraBed: Change? = null
            var child: Change? = null
            var singleUse: SingleUse? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayRange.read(reader) } }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else if (reader.isAt("price")) price = reader.orNull { Change.read(reader) }
                else if (reader.isAt("by_adults")) byAdults = reader.orNull { reader.numbered { Change.read(reader) } }
                else if (reader.isAt("extra_adult")) extraAdult = reader.orNull { Change.read(reader) }
                else if (reader.isAt("extra_bed")) extraBed = reader.orNull { Change.read(reader) }
                else if (reader.isAt("child")) child = reader.orNull { Change.read(reader) }
                else if (reader.isAt("single_use")) singleUse = reader.orNull { SingleUse.read(reader) }
                else throw reader.unknown()
            }
            return Season(
                name ?: throw reader.missing("name"),
                days ?: throw reader.missing("days"),
                weekdays,
                priority ?: 0,
                price,
                byAdults ?: emptyMap(),
                extraAdult,
                extraBed,
                child,
                singleUse,
            )
        }
    }
}

/** What happens to a price. */
public sealed interface Change : RatebookValue {
    /** It is replaced. */
    public data class Set(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("set"); writer.value(held)
            writer.close()
        }
    }

    /** It is multiplied: 1.40 for 40 % more. */
    public data class Multiply(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("multiply"); writer.value(held)
            writer.close()
        }
    }

    /** An amount is added, or taken off when negative. */
    public data class Add(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("add"); writer.value(held)
            writer.close()
        }
    }

    /** So many percent are added, or taken off when negative. */
    public data class Percent(public val held: BigDecimal) : Change {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<Change> {
        override fun read(reader: WireReader): Change {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: Change =
                if (reader.isAt("set")) Set(reader.decimal())
                else if (reader.isAt("multiply")) Multiply(reader.decimal())
                else if (reader.isAt("add")) Add(reader.decimal())
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What comes on top: a weekend, a gala dinner, half board, an extra bed. */
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
    /** How much. */
    public val price: SupplementPrice,
    /** The tax category of its lines. */
    public val taxCategory: String? = null,
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
        writer.field("price"); price.write(writer)
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        writer.close()
    }

    public companion object : Wire<Supplement> {
        override fun read(reader: WireReader): Supplement {
            var code: String? = null
            var name: String? = null
            var days: List<DayRange>? = null
            var weekdays: List<Weekday>? = null
            var seasons: List<String>? = null
            var party: PartyMatch? = null
            var optional: Boolean? = null
            var per: Per? = null
            var price: SupplementPrice? = null
            var taxCategory: String? = null
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
                else if (reader.isAt("price")) price = reader.orNull { SupplementPrice.read(reader) }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else throw reader.unknown()
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
                price ?: throw reader.missing("price"),
                taxCategory,
            )
        }
    }
}

/** A party by its size; what is not given does not matter. */
public data class PartyMatch(
    /** At least so many adults. */
    public val minAdults: Int? = null,
    /** At most so many adults. */
    public val maxAdults: Int? = null,
    /** At least so many children. */
    public val minChildren: Int? = null,
    /** At most so many children. */
    public val maxChildren: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (minAdults != null) { writer.field("min_adults"); writer.value(minAdults) }
        if (maxAdults != null) { writer.field("max_adults"); writer.value(maxAdults) }
        if (minChildren != null) { writer.field("min_children"); writer.value(minChildren) }
        if (maxChildren != null) { writer.field("max_children"); writer.value(maxChildren) }
        writer.close()
    }

    public companion object : Wire<PartyMatch> {
        override fun read(reader: WireReader): PartyMatch {
            var minAdults: Int? = null
            var maxAdults: Int? = null
            var minChildren: Int? = null
            var maxChildren: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("min_adults")) minAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("max_adults")) maxAdults = reader.orNull { reader.whole() }
                else if (reader.isAt("min_children")) minChildren = reader.orNull { reader.whole() }
                else if (reader.isAt("max_children")) maxChildren = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return PartyMatch(
                minAdults,
                maxAdults,
                minChildren,
                maxChildren,
            )
        }
    }
}

/** For each of what something is charged. What is not per night is charged once when any night of the stay matches. */
public enum class Per(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Each unit and night. */
    NIGHT("night"),
    /** Each unit, once. */
    STAY("stay"),
    /** Each person, once. */
    PERSON("person"),
    /** Each person and night. */
    PERSON_NIGHT("person_night"),
    /** Each adult, once. */
    ADULT("adult"),
    /** Each adult and night. */
    ADULT_NIGHT("adult_night"),
    /** Each child, once. */
    CHILD("child"),
    /** Each child and night. */
    CHILD_NIGHT("child_night"),
    /** Each piece chosen, once; a mandatory one counts one piece. */
    ITEM("item"),
    /** Each piece chosen and night; a mandatory one counts one piece. */
    ITEM_NIGHT("item_night"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Per> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Per {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How much a supplement is: an amount, an amount by age, or a share of the unit's price. */
public sealed interface SupplementPrice : RatebookValue {
    /** The same for all. */
    public data class Amount(public val held: BigDecimal) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }
    }

    /** By age band; those of no band named here are adults. For charges per person only. */
    public data class ByAge(public val held: Map<String, BigDecimal>) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("by_age"); writer.map(held) { writer.value(it) }
            writer.close()
        }
    }

    /** So many percent of the unit's price on each matching night. */
    public data class Percent(public val held: BigDecimal) : SupplementPrice {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<SupplementPrice> {
        override fun read(reader: WireReader): SupplementPrice {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: SupplementPrice =
                if (reader.isAt("amount")) Amount(reader.decimal())
                else if (reader.isAt("by_age")) ByAge(reader.map { reader.decimal() })
                else if (reader.isAt("percent")) Percent(reader.decimal())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What comes off, and when. */
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
    /** Only when every night lies in these days. */
    public val travelWindow: DayRange? = null,
    /** What it is taken off. */
    public val part: DiscountedPart = DiscountedPart.SUBTOTAL,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("rule"); rule.write(writer)
        if (cap != null) { writer.field("cap"); writer.value(cap) }
        if (group != null) { writer.field("group"); writer.value(group) }
        if (bookingWindow != null) { writer.field("booking_window"); bookingWindow.write(writer) }
        if (travelWindow != null) { writer.field("travel_window"); travelWindow.write(writer) }
        writer.field("part"); part.write(writer)
        writer.close()
    }

    public companion object : Wire<Discount> {
        override fun read(reader: WireReader): Discount {
            var name: String? = null
            var rule: DiscountRule? = null
            var cap: BigDecimal? = null
            var group: String? = null
            var bookingWindow: DayRange? = null
            var travelWindow: DayRange? = null
            var part: DiscountedPart? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { DiscountRule.read(reader) }
                else if (reader.isAt("cap")) cap = reader.orNull { reader.decimal() }
                else if (reader.isAt("group")) group = reader.orNull { reader.text() }
                else if (reader.isAt("booking_window")) bookingWindow = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("travel_window")) travelWindow = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("part")) part = reader.orNull { DiscountedPart.read(reader) }
                else throw reader.unknown()
            }
            return Discount(
                name ?: throw reader.missing("name"),
                rule ?: throw reader.missing("rule"),
                cap,
                group,
                bookingWindow,
                travelWindow,
                part ?: DiscountedPart.SUBTOTAL,
            )
        }
    }
}

/** When a discount applies and how much it is. */
public sealed interface DiscountRule : RatebookValue {
    /** By quantity or size of the group; the highest tier that is met counts. */
    public data class Bulk(public val held: com.ratebook.Bulk) : DiscountRule {
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
    public data class LastMinute(public val held: com.ratebook.LastMinute) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("last_minute"); held.write(writer)
            writer.close()
        }
    }

    /** Stay seven, pay six. */
    public data class FreeNights(public val held: com.ratebook.FreeNights) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("free_nights"); held.write(writer)
            writer.close()
        }
    }

    /** By a code the guest gives. */
    public data class Promo(public val held: com.ratebook.Promo) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("promo"); held.write(writer)
            writer.close()
        }
    }

    /** When an expression over the request is true. */
    public data class Eligibility(public val held: com.ratebook.Eligibility) : DiscountRule {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("eligibility"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<DiscountRule> {
        override fun read(reader: WireReader): DiscountRule {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: DiscountRule =
                if (reader.isAt("bulk")) Bulk(com.ratebook.Bulk.read(reader))
                else if (reader.isAt("length_of_stay")) LengthOfStay(Tiers.read(reader))
                else if (reader.isAt("early_bird")) EarlyBird(Tiers.read(reader))
                else if (reader.isAt("last_minute")) LastMinute(com.ratebook.LastMinute.read(reader))
                else if (reader.isAt("free_nights")) FreeNights(com.ratebook.FreeNights.read(reader))
                else if (reader.isAt("promo")) Promo(com.ratebook.Promo.read(reader))
                else if (reader.isAt("eligibility")) Eligibility(com.ratebook.Eligibility.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** A discount by quantity or size of the group. */
public data class Bulk(
    /** What is counted. */
    public val by: BulkMeasure,
    /** The highest that is met counts; they do not add up. */
    public val tiers: List<Tier>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("by"); by.write(writer)
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Bulk> {
        override fun read(reader: WireReader): Bulk {
            var by: BulkMeasure? = null
            var tiers: List<Tier>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("by")) by = reader.orNull { BulkMeasure.read(reader) }
                else if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { Tier.read(reader) } }
                else throw reader.unknown()
            }
            return Bulk(
                by ?: throw reader.missing("by"),
                tiers ?: throw reader.missing("tiers"),
            )
        }
    }
}

/** What a bulk discount counts. */
public enum class BulkMeasure(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Rooms, vehicles, pieces. */
    QUANTITY("quantity"),
    /** People in all of them. */
    PEOPLE("people"),
    /** Nights of all of them. */
    NIGHTS("nights"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<BulkMeasure> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): BulkMeasure {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** From so many on, so much off. */
public data class Tier(
    /** From so many on. */
    public val atLeast: Int,
    /** How much comes off. */
    public val off: Off,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_least"); writer.value(atLeast)
        writer.field("off"); off.write(writer)
        writer.close()
    }

    public companion object : Wire<Tier> {
        override fun read(reader: WireReader): Tier {
            var atLeast: Int? = null
            var off: Off? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_least")) atLeast = reader.orNull { reader.whole() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else throw reader.unknown()
            }
            return Tier(
                atLeast ?: throw reader.missing("at_least"),
                off ?: throw reader.missing("off"),
            )
        }
    }
}

/** Percent or amount. */
public sealed interface Off : RatebookValue {
    /** So many percent. */
    public data class Percent(public val held: BigDecimal) : Off {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
    }

    /** This amount. */
    public data class Amount(public val held: BigDecimal) : Off {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("amount"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<Off> {
        override fun read(reader: WireReader): Off {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: Off =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("amount")) Amount(reader.decimal())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Tiers by at least so many; the highest that is met counts. */
public data class Tiers(
    /** In any order. */
    public val tiers: List<Tier>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Tiers> {
        override fun read(reader: WireReader): Tiers {
            var tiers: List<Tier>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { Tier.read(reader) } }
                else throw reader.unknown()
            }
            return Tiers(
                tiers ?: throw reader.missing("tiers"),
            )
        }
    }
}

/** Tiers by at most so many days ahead; the lowest that is met counts. */
public data class LastMinute(
    /** In any order. */
    public val tiers: List<LastMinuteTier>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<LastMinute> {
        override fun read(reader: WireReader): LastMinute {
            var tiers: List<LastMinuteTier>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { LastMinuteTier.read(reader) } }
                else throw reader.unknown()
            }
            return LastMinute(
                tiers ?: throw reader.missing("tiers"),
            )
        }
    }
}

/** Up to so many days ahead, so much off. */
public data class LastMinuteTier(
    /** Up to so many days ahead. */
    public val atMost: Int,
    /** How much comes off. */
    public val off: Off,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at_most"); writer.value(atMost)
        writer.field("off"); off.write(writer)
        writer.close()
    }

    public companion object : Wire<LastMinuteTier> {
        override fun read(reader: WireReader): LastMinuteTier {
            var atMost: Int? = null
            var off: Off? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at_most")) atMost = reader.orNull { reader.whole() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else throw reader.unknown()
            }
            return LastMinuteTier(
                atMost ?: throw reader.missing("at_most"),
                off ?: throw reader.missing("off"),
            )
        }
    }
}

/** Stay so many nights, pay fewer. */
public data class FreeNights(
    /** From so many nights on. */
    public val stay: Int,
    /** So many of them are paid. */
    public val pay: Int,
    /** Which nights are free. */
    public val free: WhichNights,
    /** Whether a stay twice as long has twice as many free nights. */
    public val repeats: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("stay"); writer.value(stay)
        writer.field("pay"); writer.value(pay)
        writer.field("free"); free.write(writer)
        if (repeats) { writer.field("repeats"); writer.value(repeats) }
        writer.close()
    }

    public companion object : Wire<FreeNights> {
        override fun read(reader: WireReader): FreeNights {
            var stay: Int? = null
            var pay: Int? = null
            var free: WhichNights? = null
            var repeats: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("stay")) stay = reader.orNull { reader.whole() }
                else if (reader.isAt("pay")) pay = reader.orNull { reader.whole() }
                else if (reader.isAt("free")) free = reader.orNull { WhichNights.read(reader) }
                else if (reader.isAt("repeats")) repeats = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return FreeNights(
                stay ?: throw reader.missing("stay"),
                pay ?: throw reader.missing("pay"),
                free ?: throw reader.missing("free"),
                repeats ?: false,
            )
        }
    }
}

/** Which nights are free. */
public enum class WhichNights(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The cheapest ones. */
    CHEAPEST("cheapest"),
    /** The last ones. */
    LAST("last"),
    /** As many average nights. */
    AVERAGE("average"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<WhichNights> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): WhichNights {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** A discount by code. */
public data class Promo(
    /** What the guest gives; letter case does not matter. */
    public val code: String,
    /** How much comes off. */
    public val off: Off,
    /** Only when booked on these days; outside them the code is refused. */
    public val window: DayRange? = null,
    /** How often it may be used; the request says how often it was. */
    public val limit: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); writer.value(code)
        writer.field("off"); off.write(writer)
        if (window != null) { writer.field("window"); window.write(writer) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.close()
    }

    public companion object : Wire<Promo> {
        override fun read(reader: WireReader): Promo {
            var code: String? = null
            var off: Off? = null
            var window: DayRange? = null
            var limit: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else if (reader.isAt("window")) window = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Promo(
                code ?: throw reader.missing("code"),
                off ?: throw reader.missing("off"),
                window,
                limit,
            )
        }
    }
}

/** A discount by expression. */
public data class Eligibility(
    /** Such as `nights >= 3 && "member" in tags`. */
    public val `when`: String,
    /** How much comes off. */
    public val off: Off,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("when"); writer.value(`when`)
        writer.field("off"); off.write(writer)
        writer.close()
    }

    public companion object : Wire<Eligibility> {
        override fun read(reader: WireReader): Eligibility {
            var `when`: String? = null
            var off: Off? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("off")) off = reader.orNull { Off.read(reader) }
                else throw reader.unknown()
            }
            return Eligibility(
                `when` ?: throw reader.missing("when"),
                off ?: throw reader.missing("off"),
            )
        }
    }
}

/** What a discount is taken off. */
public enum class DiscountedPart(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Everything before discounts. */
    SUBTOTAL("subtotal"),
    /** The price of the unit alone, without children and supplements. */
    UNITS("units"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<DiscountedPart> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): DiscountedPart {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What happens when several discounts apply. */
public enum class Combination(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The largest alone. */
    BEST("best"),
    /** All, one after the other, each on what the former left. */
    ALL("all"),
    /** All, each on the original amount. */
    SUM("sum"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Combination> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Combination {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** A charge of the seller after discounts: cleaning, service, booking. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("rate"); rate.write(writer)
        if (exemptAges.isNotEmpty()) { writer.field("exempt_ages"); writer.list(exemptAges) { it.write(writer) } }
        if (nightCap != null) { writer.field("night_cap"); writer.value(nightCap) }
        if (taxCategory != null) { writer.field("tax_category"); writer.value(taxCategory) }
        writer.close()
    }

    public companion object : Wire<Fee> {
        override fun read(reader: WireReader): Fee {
            var name: String? = null
            var rate: FeeRate? = null
            var exemptAges: List<AgeRange>? = null
            var nightCap: Int? = null
            var taxCategory: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { FeeRate.read(reader) }
                else if (reader.isAt("exempt_ages")) exemptAges = reader.orNull { reader.list { AgeRange.read(reader) } }
                else if (reader.isAt("night_cap")) nightCap = reader.orNull { reader.whole() }
                else if (reader.isAt("tax_category")) taxCategory = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Fee(
                name ?: throw reader.missing("name"),
                rate ?: throw reader.missing("rate"),
                exemptAges ?: emptyList(),
                nightCap,
                taxCategory,
            )
        }
    }
}

/** How much a fee or tax is. */
public sealed interface FeeRate : RatebookValue {
    /** So many percent of the discounted subtotal. */
    public data class Percent(public val held: BigDecimal) : FeeRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
    }

    /** An amount for each of something. */
    public data class Fixed(public val held: FixedRate) : FeeRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("fixed"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<FeeRate> {
        override fun read(reader: WireReader): FeeRate {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: FeeRate =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("fixed")) Fixed(FixedRate.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** An amount for each of something. */
public data class FixedRate(
    /** How much. */
    public val amount: BigDecimal,
    /** For each of what. */
    public val per: Per,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("per"); per.write(writer)
        writer.close()
    }

    public companion object : Wire<FixedRate> {
        override fun read(reader: WireReader): FixedRate {
            var amount: BigDecimal? = null
            var per: Per? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("per")) per = reader.orNull { Per.read(reader) }
                else throw reader.unknown()
            }
            return FixedRate(
                amount ?: throw reader.missing("amount"),
                per ?: throw reader.missing("per"),
            )
        }
    }
}

/** Ages from one to another, both included. */
public data class AgeRange(
    /** The youngest age. */
    public val minAge: Int,
    /** The oldest age. */
    public val maxAge: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("min_age"); writer.value(minAge)
        writer.field("max_age"); writer.value(maxAge)
        writer.close()
    }

    public companion object : Wire<AgeRange> {
        override fun read(reader: WireReader): AgeRange {
            var minAge: Int? = null
            var maxAge: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("min_age")) minAge = reader.orNull { reader.whole() }
                else if (reader.isAt("max_age")) maxAge = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AgeRange(
                minAge ?: throw reader.missing("min_age"),
                maxAge ?: throw reader.missing("max_age"),
            )
        }
    }
}

/** A tax. */
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
        writer.close()
    }

    public companion object : Wire<Tax> {
        override fun read(reader: WireReader): Tax {
            var name: String? = null
            var rate: TaxRate? = null
            var inclusive: Boolean? = null
            var base: TaxBase? = null
            var category: String? = null
            var exemptAges: List<AgeRange>? = null
            var nightCap: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { TaxRate.read(reader) }
                else if (reader.isAt("inclusive")) inclusive = reader.orNull { reader.flag() }
                else if (reader.isAt("base")) base = reader.orNull { TaxBase.read(reader) }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("exempt_ages")) exemptAges = reader.orNull { reader.list { AgeRange.read(reader) } }
                else if (reader.isAt("night_cap")) nightCap = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Tax(
                name ?: throw reader.missing("name"),
                rate ?: throw reader.missing("rate"),
                inclusive ?: false,
                base ?: TaxBase.NET,
                category,
                exemptAges ?: emptyList(),
                nightCap,
            )
        }
    }
}

/** How much a tax is. */
public sealed interface TaxRate : RatebookValue {
    /** So many percent. */
    public data class Percent(public val held: BigDecimal) : TaxRate {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percent"); writer.value(held)
            writer.close()
        }
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

    public companion object : Wire<TaxRate> {
        override fun read(reader: WireReader): TaxRate {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: TaxRate =
                if (reader.isAt("percent")) Percent(reader.decimal())
                else if (reader.isAt("fixed")) Fixed(FixedRate.read(reader))
                else if (reader.isAt("slabs")) Slabs(reader.list { Slab.read(reader) })
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Up to this nightly tariff, so many percent. */
public data class Slab(
    /** The highest tariff of the slab; the last slab has none. */
    public val upTo: BigDecimal? = null,
    /** So many percent. */
    public val percent: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (upTo != null) { writer.field("up_to"); writer.value(upTo) }
        writer.field("percent"); writer.value(percent)
        writer.close()
    }

    public companion object : Wire<Slab> {
        override fun read(reader: WireReader): Slab {
            var upTo: BigDecimal? = null
            var percent: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("up_to")) upTo = reader.orNull { reader.decimal() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return Slab(
                upTo,
                percent ?: throw reader.missing("percent"),
            )
        }
    }
}

/** What a percentage is taken of. */
public enum class TaxBase(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The discounted subtotal. */
    NET("net"),
    /** The discounted subtotal and the fees. */
    NET_AND_FEES("net_and_fees"),
    /** The discounted subtotal, the fees and the taxes before it: compound. */
    NET_FEES_AND_TAXES("net_fees_and_taxes"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<TaxBase> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): TaxBase {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Where the seller is taxed, and by which tables. */
public data class TaxRegion(
    /** The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; also the place of supply when a request names none. */
    public val region: String,
    /** Which rule of the tables applies, such as `lodging`. */
    public val category: String,
    /** Tables in place of those that come with the engine. */
    public val tables: List<TaxTable> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); writer.value(region)
        writer.field("category"); writer.value(category)
        if (tables.isNotEmpty()) { writer.field("tables"); writer.list(tables) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<TaxRegion> {
        override fun read(reader: WireReader): TaxRegion {
            var region: String? = null
            var category: String? = null
            var tables: List<TaxTable>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { reader.text() }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("tables")) tables = reader.orNull { reader.list { TaxTable.read(reader) } }
                else throw reader.unknown()
            }
            return TaxRegion(
                region ?: throw reader.missing("region"),
                category ?: throw reader.missing("category"),
                tables ?: emptyList(),
            )
        }
    }
}

/** The taxes of a place. */
public data class TaxTable(
    /** The place; `US-NY` also applies to `US-NY-NYC`, before that place's own. */
    public val region: String,
    /** The days on which it applies; always when not given. */
    public val valid: DayRange? = null,
    /** Its rules by category. */
    public val rules: List<TaxTableRule>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); writer.value(region)
        if (valid != null) { writer.field("valid"); valid.write(writer) }
        writer.field("rules"); writer.list(rules) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<TaxTable> {
        override fun read(reader: WireReader): TaxTable {
            var region: String? = null
            var valid: DayRange? = null
            var rules: List<TaxTableRule>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { reader.text() }
                else if (reader.isAt("valid")) valid = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { TaxTableRule.read(reader) } }
                else throw reader.unknown()
            }
            return TaxTable(
                region ?: throw reader.missing("region"),
                valid,
                rules ?: throw reader.missing("rules"),
            )
        }
    }
}

/** The taxes of a place on one category. */
public data class TaxTableRule(
    /** Such as `lodging` or `service`. */
    public val category: String,
    /** When seller and place of supply are the same place. */
    public val within: List<Tax>,
    /** When they are not; `within` when not given. */
    public val across: List<Tax>? = null,
    /** Whether a business with a tax id in another country accounts for the tax itself. */
    public val reverseCharge: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("category"); writer.value(category)
        writer.field("within"); writer.list(within) { it.write(writer) }
        if (across != null) { writer.field("across"); writer.list(across) { it.write(writer) } }
        if (reverseCharge) { writer.field("reverse_charge"); writer.value(reverseCharge) }
        writer.close()
    }

    public companion object : Wire<TaxTableRule> {
        override fun read(reader: WireReader): TaxTableRule {
            var category: String? = null
            var within: List<Tax>? = null
            var across: List<Tax>? = null
            var reverseCharge: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else if (reader.isAt("within")) within = reader.orNull { reader.list { Tax.read(reader) } }
                else if (reader.isAt("across")) across = reader.orNull { reader.list { Tax.read(reader) } }
                else if (reader.isAt("reverse_charge")) reverseCharge = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return TaxTableRule(
                category ?: throw reader.missing("category"),
                within ?: throw reader.missing("within"),
                across,
                reverseCharge ?: false,
            )
        }
    }
}

/** Days that are not sold at all. */
public data class Blackout(
    /** The days. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Why. */
    public val reason: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.close()
    }

    public companion object : Wire<Blackout> {
        override fun read(reader: WireReader): Blackout {
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var reason: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Blackout(
                days ?: throw reader.missing("days"),
                weekdays,
                reason,
            )
        }
    }
}

/**
 * Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
 * `closed` at every night, `…_through` at every day of the stay, the departure day included.
 */
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
        writer.close()
    }

    public companion object : Wire<Restriction> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** How amounts are rounded. */
public data class RoundingRule(
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** The step, such as a cash step of 0.05; the currency's minor unit when not given. */
    public val step: BigDecimal? = null,
    /** Whether each line is rounded or the total alone. */
    public val at: RoundingPlace = RoundingPlace.LINE,
    /** Whether a tax is rounded for each line or once for the document and category. */
    public val taxes: TaxRounding = TaxRounding.DOCUMENT,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("mode"); mode.write(writer)
        if (step != null) { writer.field("step"); writer.value(step) }
        writer.field("at"); at.write(writer)
        writer.field("taxes"); taxes.write(writer)
        writer.close()
    }

    public companion object : Wire<RoundingRule> {
        override fun read(reader: WireReader): RoundingRule {
            var mode: RoundingMode? = null
            var step: BigDecimal? = null
            var at: RoundingPlace? = null
            var taxes: TaxRounding? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { reader.decimal() }
                else if (reader.isAt("at")) at = reader.orNull { RoundingPlace.read(reader) }
                else if (reader.isAt("taxes")) taxes = reader.orNull { TaxRounding.read(reader) }
                else throw reader.unknown()
            }
            return RoundingRule(
                mode ?: RoundingMode.HALF_UP,
                step,
                at ?: RoundingPlace.LINE,
                taxes ?: TaxRounding.DOCUMENT,
            )
        }
    }
}

/** What happens to a half, and to what is left over. */
public enum class RoundingMode(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** A half goes away from zero: 2.5 → 3, -2.5 → -3. */
    HALF_UP("half_up"),
    /** A half goes to the even neighbour: 2.5 → 2, 3.5 → 4. */
    HALF_EVEN("half_even"),
    /** Away from zero. */
    UP("up"),
    /** Towards zero. */
    DOWN("down"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RoundingMode> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RoundingMode {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Where rounding happens. */
public enum class RoundingPlace(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Each line. */
    LINE("line"),
    /** The total, by a line of its own. */
    TOTAL("total"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RoundingPlace> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RoundingPlace {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Where a tax is rounded. */
public enum class TaxRounding(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Once for the document and category. */
    DOCUMENT("document"),
    /** For each line. */
    LINE("line"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<TaxRounding> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): TaxRounding {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Several rate lists. */
public data class RateListsDefinition(
    /** The lists, of one tenant. */
    public val lists: List<RateListDefinition>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("lists"); writer.list(lists) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<RateListsDefinition> {
        override fun read(reader: WireReader): RateListsDefinition {
            var lists: List<RateListDefinition>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("lists")) lists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else throw reader.unknown()
            }
            return RateListsDefinition(
                lists ?: throw reader.missing("lists"),
            )
        }
    }
}

/** A recurring or metered offer. */
public data class PlanDefinition(
    /** What people call it. */
    public val name: String,
    /** What it is known by. */
    public val code: String? = null,
    /** The currency of every amount. */
    public val currency: String,
    /** How often it is billed. */
    public val interval: Interval,
    /** Whether a period is billed before or after it. */
    public val timing: Timing = Timing.IN_ADVANCE,
    /** What is charged, in this order. */
    public val charges: List<Charge>,
    /** A period never costs less than this. */
    public val minimumCommitment: BigDecimal? = null,
    /** Where a half goes; every line is rounded to the currency's minor unit. */
    public val rounding: RoundingMode = RoundingMode.HALF_UP,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (code != null) { writer.field("code"); writer.value(code) }
        writer.field("currency"); writer.value(currency)
        writer.field("interval"); interval.write(writer)
        writer.field("timing"); timing.write(writer)
        writer.field("charges"); writer.list(charges) { it.write(writer) }
        if (minimumCommitment != null) { writer.field("minimum_commitment"); writer.value(minimumCommitment) }
        writer.field("rounding"); rounding.write(writer)
        writer.close()
    }

    public companion object : Wire<PlanDefinition> {
        override fun read(reader: WireReader): PlanDefinition {
            var name: String? = null
            var code: String? = null
            var currency: String? = null
            var interval: Interval? = null
            var timing: Timing? = null
            var charges: List<Charge>? = null
            var minimumCommitment: BigDecimal? = null
            var rounding: RoundingMode? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("timing")) timing = reader.orNull { Timing.read(reader) }
                else if (reader.isAt("charges")) charges = reader.orNull { reader.list { Charge.read(reader) } }
                else if (reader.isAt("minimum_commitment")) minimumCommitment = reader.orNull { reader.decimal() }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else throw reader.unknown()
            }
            return PlanDefinition(
                name ?: throw reader.missing("name"),
                code,
                currency ?: throw reader.missing("currency"),
                interval ?: throw reader.missing("interval"),
                timing ?: Timing.IN_ADVANCE,
                charges ?: throw reader.missing("charges"),
                minimumCommitment,
                rounding ?: RoundingMode.HALF_UP,
            )
        }
    }
}

/** How often something recurs. */
public data class Interval(
    /** Days, weeks, months or years. */
    public val unit: IntervalUnit,
    /** Every how many of them. */
    public val count: Int = 1,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("unit"); unit.write(writer)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    public companion object : Wire<Interval> {
        override fun read(reader: WireReader): Interval {
            var unit: IntervalUnit? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("unit")) unit = reader.orNull { IntervalUnit.read(reader) }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Interval(
                unit ?: throw reader.missing("unit"),
                count ?: 1,
            )
        }
    }
}

/** The unit of an interval. */
public enum class IntervalUnit(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Days. */
    DAY("day"),
    /** Weeks. */
    WEEK("week"),
    /** Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar. */
    MONTH("month"),
    /** Years; 29 February is the 28th in common years. */
    YEAR("year"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<IntervalUnit> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): IntervalUnit {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** When a period is billed. */
public enum class Timing(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** On its first day. */
    IN_ADVANCE("in_advance"),
    /** On the day after its last one. */
    IN_ARREARS("in_arrears"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Timing> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Timing {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** One charge of a plan. */
public data class Charge(
    /** What people call it. */
    public val name: String,
    /** Which usage it counts; a flat charge counts none. */
    public val metric: String? = null,
    /** So many units of it cost nothing. */
    public val included: BigDecimal? = null,
    /** How it is reckoned. */
    public val model: ChargeModel,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (metric != null) { writer.field("metric"); writer.value(metric) }
        if (included != null) { writer.field("included"); writer.value(included) }
        writer.field("model"); model.write(writer)
        writer.close()
    }

    public companion object : Wire<Charge> {
        override fun read(reader: WireReader): Charge {
            var name: String? = null
            var metric: String? = null
            var included: BigDecimal? = null
            var model: ChargeModel? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("metric")) metric = reader.orNull { reader.text() }
                else if (reader.isAt("included")) included = reader.orNull { reader.decimal() }
                else if (reader.isAt("model")) model = reader.orNull { ChargeModel.read(reader) }
                else throw reader.unknown()
            }
            return Charge(
                name ?: throw reader.missing("name"),
                metric,
                included,
                model ?: throw reader.missing("model"),
            )
        }
    }
}

/** How a charge is reckoned. */
public sealed interface ChargeModel : RatebookValue {
    /** The same every period. */
    public data class Flat(public val held: BigDecimal) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("flat"); writer.value(held)
            writer.close()
        }
    }

    /** So much for each unit. */
    public data class PerUnit(public val held: BigDecimal) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("per_unit"); writer.value(held)
            writer.close()
        }
    }

    /** Each unit at the price of the tier it falls into. */
    public data class Graduated(public val held: TieredPrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("graduated"); held.write(writer)
            writer.close()
        }
    }

    /** All units at the price of the tier that their number reaches. */
    public data class Volume(public val held: TieredPrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("volume"); held.write(writer)
            writer.close()
        }
    }

    /** So much for each package, begun ones too. */
    public data class Package(public val held: PackagePrice) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("package"); held.write(writer)
            writer.close()
        }
    }

    /** A share of an amount. */
    public data class Percentage(public val held: PercentageCharge) : ChargeModel {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("percentage"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<ChargeModel> {
        override fun read(reader: WireReader): ChargeModel {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: ChargeModel =
                if (reader.isAt("flat")) Flat(reader.decimal())
                else if (reader.isAt("per_unit")) PerUnit(reader.decimal())
                else if (reader.isAt("graduated")) Graduated(TieredPrice.read(reader))
                else if (reader.isAt("volume")) Volume(TieredPrice.read(reader))
                else if (reader.isAt("package")) Package(PackagePrice.read(reader))
                else if (reader.isAt("percentage")) Percentage(PercentageCharge.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Prices by tier. */
public data class TieredPrice(
    /** From the lowest to the highest; the last one has no end. */
    public val tiers: List<TierPrice>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tiers"); writer.list(tiers) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<TieredPrice> {
        override fun read(reader: WireReader): TieredPrice {
            var tiers: List<TierPrice>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tiers")) tiers = reader.orNull { reader.list { TierPrice.read(reader) } }
                else throw reader.unknown()
            }
            return TieredPrice(
                tiers ?: throw reader.missing("tiers"),
            )
        }
    }
}

/** Up to so many units, so much. */
public data class TierPrice(
    /** The last unit of the tier, included; the last tier has none. */
    public val upTo: BigDecimal? = null,
    /** The price of a unit. */
    public val price: BigDecimal,
    /** What the tier costs once when any unit falls into it. */
    public val flat: BigDecimal? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (upTo != null) { writer.field("up_to"); writer.value(upTo) }
        writer.field("price"); writer.value(price)
        if (flat != null) { writer.field("flat"); writer.value(flat) }
        writer.close()
    }

    public companion object : Wire<TierPrice> {
        override fun read(reader: WireReader): TierPrice {
            var upTo: BigDecimal? = null
            var price: BigDecimal? = null
            var flat: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("up_to")) upTo = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else if (reader.isAt("flat")) flat = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return TierPrice(
                upTo,
                price ?: throw reader.missing("price"),
                flat,
            )
        }
    }
}

/** So many units for so much. */
public data class PackagePrice(
    /** How many units a package has. */
    public val size: BigDecimal,
    /** What it costs. */
    public val price: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("size"); writer.value(size)
        writer.field("price"); writer.value(price)
        writer.close()
    }

    public companion object : Wire<PackagePrice> {
        override fun read(reader: WireReader): PackagePrice {
            var size: BigDecimal? = null
            var price: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("size")) size = reader.orNull { reader.decimal() }
                else if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return PackagePrice(
                size ?: throw reader.missing("size"),
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** A share of an amount, with a fixed part and bounds. */
public data class PercentageCharge(
    /** The share of the metric's amount. */
    public val percent: BigDecimal,
    /** What is added when there is any usage. */
    public val fixed: BigDecimal? = null,
    /** Never less than this when there is any usage. */
    public val minimum: BigDecimal? = null,
    /** Never more than this. */
    public val maximum: BigDecimal? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("percent"); writer.value(percent)
        if (fixed != null) { writer.field("fixed"); writer.value(fixed) }
        if (minimum != null) { writer.field("minimum"); writer.value(minimum) }
        if (maximum != null) { writer.field("maximum"); writer.value(maximum) }
        writer.close()
    }

    public companion object : Wire<PercentageCharge> {
        override fun read(reader: WireReader): PercentageCharge {
            var percent: BigDecimal? = null
            var fixed: BigDecimal? = null
            var minimum: BigDecimal? = null
            var maximum: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("fixed")) fixed = reader.orNull { reader.decimal() }
                else if (reader.isAt("minimum")) minimum = reader.orNull { reader.decimal() }
                else if (reader.isAt("maximum")) maximum = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return PercentageCharge(
                percent ?: throw reader.missing("percent"),
                fixed,
                minimum,
                maximum,
            )
        }
    }
}

/** Resources and everything that is taken of them. */
public data class CalendarDefinition(
    /** What can be taken. */
    public val resources: List<Resource>,
    /** What is booked. */
    public val bookings: List<Booking> = emptyList(),
    /** What is held for a while. */
    public val holds: List<Hold> = emptyList(),
    /** What nobody may take: repairs, events of other calendars. */
    public val blocked: List<Blocked> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resources"); writer.list(resources) { it.write(writer) }
        if (bookings.isNotEmpty()) { writer.field("bookings"); writer.list(bookings) { it.write(writer) } }
        if (holds.isNotEmpty()) { writer.field("holds"); writer.list(holds) { it.write(writer) } }
        if (blocked.isNotEmpty()) { writer.field("blocked"); writer.list(blocked) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<CalendarDefinition> {
        override fun read(reader: WireReader): CalendarDefinition {
            var resources: List<Resource>? = null
            var bookings: List<Booking>? = null
            var holds: List<Hold>? = null
            var blocked: List<Blocked>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resources")) resources = reader.orNull { reader.list { Resource.read(reader) } }
                else if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { Booking.read(reader) } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { Hold.read(reader) } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { Blocked.read(reader) } }
                else throw reader.unknown()
            }
            return CalendarDefinition(
                resources ?: throw reader.missing("resources"),
                bookings ?: emptyList(),
                holds ?: emptyList(),
                blocked ?: emptyList(),
            )
        }
    }
}

/** Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats. */
public data class Resource(
    /** What it is known by. */
    public val id: String,
    /** What people call it. */
    public val name: String? = null,
    /** Whether it is taken by the moment, by the night, or by the seat of a departure. */
    public val mode: ResourceMode = ResourceMode.INSTANTS,
    /** The zone of its clock. */
    public val zone: String,
    /** How many units it has. */
    public val capacity: Int = 1,
    /** How many units more than it has may be booked. */
    public val overbooking: Int? = null,
    /** When it is open; always when not given. */
    public val hours: OpeningHours? = null,
    /** Days on which it is closed, unless an exception of its hours says otherwise. */
    public val holidays: List<LocalDate> = emptyList(),
    /** Days of every year on which it is closed, such as `{"month": 12, "day": 25}`. */
    public val yearlyHolidays: List<MonthDay> = emptyList(),
    /** Where bookings may begin; at any moment when not given. */
    public val grid: SlotGrid? = null,
    /** The shortest booking. */
    public val minMinutes: Int? = null,
    /** The longest booking. */
    public val maxMinutes: Int? = null,
    /** Lengths of bookings are a multiple of this. */
    public val lengthStepMinutes: Int? = null,
    /** The fewest nights of a stay. */
    public val minNights: Int? = null,
    /** The most nights of a stay. */
    public val maxNights: Int? = null,
    /**
     * Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
     * longer of the two lies between neighbours.
     */
    public val bufferBeforeMinutes: Int? = null,
    /** Time kept free after every booking. */
    public val bufferAfterMinutes: Int? = null,
    /** Booked at least so long before it begins; with 0 not in the past. Any time when not given. */
    public val noticeMinutes: Int? = null,
    /** Booked at most so many days ahead. */
    public val horizonDays: Int? = null,
    /** What it can do, such as `german` or `brakes`. */
    public val skills: List<String> = emptyList(),
    /** Where it is. */
    public val location: String? = null,
    /** Among several, the higher one is offered first. */
    public val priority: Int? = null,
    /** By nights: days with another number of units than its capacity; the first that covers a night counts. */
    public val inventory: List<DayUnits> = emptyList(),
    /** Units kept for partners. */
    public val allotments: List<Allotment> = emptyList(),
    /** Nights and departures that are not sold for now. */
    public val stopSales: List<StopSale> = emptyList(),
    /** The dated starts of a package. */
    public val departures: List<Departure> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.field("mode"); mode.write(writer)
        writer.field("zone"); writer.value(zone)
        writer.field("capacity"); writer.value(capacity)
        if (overbooking != null) { writer.field("overbooking"); writer.value(overbooking) }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        if (holidays.isNotEmpty()) { writer.field("holidays"); writer.list(holidays) { writer.value(it) } }
        if (yearlyHolidays.isNotEmpty()) { writer.field("yearly_holidays"); writer.list(yearlyHolidays) { it.write(writer) } }
        if (grid != null) { writer.field("grid"); grid.write(writer) }
        if (minMinutes != null) { writer.field("min_minutes"); writer.value(minMinutes) }
        if (maxMinutes != null) { writer.field("max_minutes"); writer.value(maxMinutes) }
        if (lengthStepMinutes != null) { writer.field("length_step_minutes"); writer.value(lengthStepMinutes) }
        if (minNights != null) { writer.field("min_nights"); writer.value(minNights) }
        if (maxNights != null) { writer.field("max_nights"); writer.value(maxNights) }
        if (bufferBeforeMinutes != null) { writer.field("buffer_before_minutes"); writer.value(bufferBeforeMinutes) }
        if (bufferAfterMinutes != null) { writer.field("buffer_after_minutes"); writer.value(bufferAfterMinutes) }
        if (noticeMinutes != null) { writer.field("notice_minutes"); writer.value(noticeMinutes) }
        if (horizonDays != null) { writer.field("horizon_days"); writer.value(horizonDays) }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        if (priority != null) { writer.field("priority"); writer.value(priority) }
        if (inventory.isNotEmpty()) { writer.field("inventory"); writer.list(inventory) { it.write(writer) } }
        if (allotments.isNotEmpty()) { writer.field("allotments"); writer.list(allotments) { it.write(writer) } }
        if (stopSales.isNotEmpty()) { writer.field("stop_sales"); writer.list(stopSales) { it.write(writer) } }
        if (departures.isNotEmpty()) { writer.field("departures"); writer.list(departures) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<Resource> {
        override fun read(reader: WireReader): Resource {
            var id: String? = null
            var name: String? = null
            var mode: ResourceMode? = null
            var zone: String? = null
            var capacity: Int? = null
            var overbooking: Int? = null
            var hours: OpeningHours? = null
            var holidays: List<LocalDate>? = null
            var yearlyHolidays: List<MonthDay>? = null
            var grid: SlotGrid? = null
            var minMinutes: Int? = null
            var maxMinutes: Int? = null
            var lengthStepMinutes: Int? = null
            var minNights: Int? = null
            var maxNights: Int? = null
            var bufferBeforeMinutes: Int? = null
            var bufferAfterMinutes: Int? = null
            var noticeMinutes: Int? = null
            var horizonDays: Int? = null
            var skills: List<String>? = null
            var location: String? = null
            var priority: Int? = null
            var inventory: List<DayUnits>? = null
            var allotments: List<Allotment>? = null
            var stopSales: List<StopSale>? = null
            var departures: List<Departure>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("mode")) mode = reader.orNull { ResourceMode.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("capacity")) capacity = reader.orNull { reader.whole() }
                else if (reader.isAt("overbooking")) overbooking = reader.orNull { reader.whole() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("holidays")) holidays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("yearly_holidays")) yearlyHolidays = reader.orNull { reader.list { MonthDay.read(reader) } }
                else if (reader.isAt("grid")) grid = reader.orNull { SlotGrid.read(reader) }
                else if (reader.isAt("min_minutes")) minMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("max_minutes")) maxMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("length_step_minutes")) lengthStepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("min_nights")) minNights = reader.orNull { reader.whole() }
                else if (reader.isAt("max_nights")) maxNights = reader.orNull { reader.whole() }
                else if (reader.isAt("buffer_before_minutes")) bufferBeforeMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("buffer_after_minutes")) bufferAfterMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("notice_minutes")) noticeMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("horizon_days")) horizonDays = reader.orNull { reader.whole() }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else if (reader.isAt("inventory")) inventory = reader.orNull { reader.list { DayUnits.read(reader) } }
                else if (reader.isAt("allotments")) allotments = reader.orNull { reader.list { Allotment.read(reader) } }
                else if (reader.isAt("stop_sales")) stopSales = reader.orNull { reader.list { StopSale.read(reader) } }
                else if (reader.isAt("departures")) departures = reader.orNull { reader.list { Departure.read(reader) } }
                else throw reader.unknown()
            }
            return Resource(
                id ?: throw reader.missing("id"),
                name,
                mode ?: ResourceMode.INSTANTS,
                zone ?: throw reader.missing("zone"),
                capacity ?: 1,
                overbooking,
                hours,
                holidays ?: emptyList(),
                yearlyHolidays ?: emptyList(),
                grid,
                minMinutes,
                maxMinutes,
                lengthStepMinutes,
                minNights,
                maxNights,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                noticeMinutes,
                horizonDays,
                skills ?: emptyList(),
                location,
                priority,
                inventory ?: emptyList(),
                allotments ?: emptyList(),
                stopSales ?: emptyList(),
                departures ?: emptyList(),
            )
        }
    }
}

/** What a resource is counted by. */
public enum class ResourceMode(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** By the moment: rooms by the hour, staff, vehicle bays. */
    INSTANTS("instants"),
    /** By the night: lodging. */
    NIGHTS("nights"),
    /** By the seat of a dated start. */
    DEPARTURES("departures"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ResourceMode> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ResourceMode {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ. */
public data class OpeningHours(
    /** The windows of ordinary days. */
    public val windows: List<OpeningWindow>,
    /** Days that differ; the first one that covers a day counts. */
    public val exceptions: List<OpeningException> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("windows"); writer.list(windows) { it.write(writer) }
        if (exceptions.isNotEmpty()) { writer.field("exceptions"); writer.list(exceptions) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<OpeningHours> {
        override fun read(reader: WireReader): OpeningHours {
            var windows: List<OpeningWindow>? = null
            var exceptions: List<OpeningException>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("windows")) windows = reader.orNull { reader.list { OpeningWindow.read(reader) } }
                else if (reader.isAt("exceptions")) exceptions = reader.orNull { reader.list { OpeningException.read(reader) } }
                else throw reader.unknown()
            }
            return OpeningHours(
                windows ?: throw reader.missing("windows"),
                exceptions ?: emptyList(),
            )
        }
    }
}

/** A window of the wall clock. One that closes at or before it opens goes past midnight. */
public data class OpeningWindow(
    /** The days of the week on which it opens; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** When it opens. */
    public val opens: String,
    /** When it closes. */
    public val closes: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("opens"); writer.value(opens)
        writer.field("closes"); writer.value(closes)
        writer.close()
    }

    public companion object : Wire<OpeningWindow> {
        override fun read(reader: WireReader): OpeningWindow {
            var weekdays: List<Weekday>? = null
            var opens: String? = null
            var closes: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("opens")) opens = reader.orNull { reader.text() }
                else if (reader.isAt("closes")) closes = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return OpeningWindow(
                weekdays,
                opens ?: throw reader.missing("opens"),
                closes ?: throw reader.missing("closes"),
            )
        }
    }
}

/** Days that differ. */
public data class OpeningException(
    /** The days. */
    public val days: DayRange,
    /** Their windows; none when closed. */
    public val windows: List<OpeningWindow> = emptyList(),
    /** Why. */
    public val reason: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (windows.isNotEmpty()) { writer.field("windows"); writer.list(windows) { it.write(writer) } }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.close()
    }

    public companion object : Wire<OpeningException> {
        override fun read(reader: WireReader): OpeningException {
            var days: DayRange? = null
            var windows: List<OpeningWindow>? = null
            var reason: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("windows")) windows = reader.orNull { reader.list { OpeningWindow.read(reader) } }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return OpeningException(
                days ?: throw reader.missing("days"),
                windows ?: emptyList(),
                reason,
            )
        }
    }
}

/** A day of every year; 29 February falls on the 28th in common years. */
public data class MonthDay(
    /** The month. */
    public val month: Int,
    /** The day of the month. */
    public val day: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("month"); writer.value(month)
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<MonthDay> {
        override fun read(reader: WireReader): MonthDay {
            var month: Int? = null
            var day: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("month")) month = reader.orNull { reader.whole() }
                else if (reader.isAt("day")) day = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return MonthDay(
                month ?: throw reader.missing("month"),
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** Where bookings may begin, on the wall clock. */
public data class SlotGrid(
    /** Every so many minutes. */
    public val stepMinutes: Int,
    /** Counted from midnight or from the opening. */
    public val counted: GridStart = GridStart.MIDNIGHT,
    /** Which of these starts are offered. */
    public val packing: Packing = Packing.EVERY,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("step_minutes"); writer.value(stepMinutes)
        writer.field("counted"); counted.write(writer)
        writer.field("packing"); packing.write(writer)
        writer.close()
    }

    public companion object : Wire<SlotGrid> {
        override fun read(reader: WireReader): SlotGrid {
            var stepMinutes: Int? = null
            var counted: GridStart? = null
            var packing: Packing? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("counted")) counted = reader.orNull { GridStart.read(reader) }
                else if (reader.isAt("packing")) packing = reader.orNull { Packing.read(reader) }
                else throw reader.unknown()
            }
            return SlotGrid(
                stepMinutes ?: throw reader.missing("step_minutes"),
                counted ?: GridStart.MIDNIGHT,
                packing ?: Packing.EVERY,
            )
        }
    }
}

/** Where the steps of a grid are counted from. */
public enum class GridStart(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** From 00:00 of the wall clock. */
    MIDNIGHT("midnight"),
    /** From the moment at which it opens. */
    OPENING("opening"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<GridStart> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): GridStart {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Which starts of the grid are offered. */
public enum class Packing(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Every one. */
    EVERY("every"),
    /** One behind the other, with buffers between them: the first of each free stretch, then the first after its end. */
    BACK_TO_BACK("back_to_back"),
    /** Those that leave no gap shorter than the shortest booking. */
    NO_SHORT_GAPS("no_short_gaps"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Packing> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Packing {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Days with a number of units of their own. */
public data class DayUnits(
    /** The days, that is the nights that begin on them. */
    public val days: DayRange,
    /** How many units there are. */
    public val units: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        writer.field("units"); writer.value(units)
        writer.close()
    }

    public companion object : Wire<DayUnits> {
        override fun read(reader: WireReader): DayUnits {
            var days: DayRange? = null
            var units: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return DayUnits(
                days ?: throw reader.missing("days"),
                units ?: throw reader.missing("units"),
            )
        }
    }
}

/** Units that only one partner may sell, until they are released. */
public data class Allotment(
    /** Whose they are. */
    public val partner: String,
    /** The nights or departures. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** How many units. */
    public val units: Int,
    /** So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself. */
    public val releaseDays: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("partner"); writer.value(partner)
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("units"); writer.value(units)
        if (releaseDays != null) { writer.field("release_days"); writer.value(releaseDays) }
        writer.close()
    }

    public companion object : Wire<Allotment> {
        override fun read(reader: WireReader): Allotment {
            var partner: String? = null
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var units: Int? = null
            var releaseDays: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("release_days")) releaseDays = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Allotment(
                partner ?: throw reader.missing("partner"),
                days ?: throw reader.missing("days"),
                weekdays,
                units ?: throw reader.missing("units"),
                releaseDays,
            )
        }
    }
}

/** Days that are not sold for now. */
public data class StopSale(
    /** The nights or departures. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Only for this partner; for everybody when not given. */
    public val partner: String? = null,
    /** Why. */
    public val reason: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.close()
    }

    public companion object : Wire<StopSale> {
        override fun read(reader: WireReader): StopSale {
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var partner: String? = null
            var reason: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return StopSale(
                days ?: throw reader.missing("days"),
                weekdays,
                partner,
                reason,
            )
        }
    }
}

/** A dated start with its seats. */
public data class Departure(
    /** The day. */
    public val day: LocalDate,
    /** How many seats. */
    public val seats: Int,
    /** Sold until so many days before it; until the day itself with 0. */
    public val closesDaysBefore: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("seats"); writer.value(seats)
        if (closesDaysBefore != null) { writer.field("closes_days_before"); writer.value(closesDaysBefore) }
        writer.close()
    }

    public companion object : Wire<Departure> {
        override fun read(reader: WireReader): Departure {
            var day: LocalDate? = null
            var seats: Int? = null
            var closesDaysBefore: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("seats")) seats = reader.orNull { reader.whole() }
                else if (reader.isAt("closes_days_before")) closesDaysBefore = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Departure(
                day ?: throw reader.missing("day"),
                seats ?: throw reader.missing("seats"),
                closesDaysBefore,
            )
        }
    }
}

/** Something that is booked: one resource, or several that belong together. */
public data class Booking(
    /** What it is known by. */
    public val id: String,
    /** What it takes. */
    public val takes: List<Take>,
    /** When it was booked: for figures of pickup. */
    public val bookedAt: Instant? = null,
    /** What a calendar shows. */
    public val title: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        if (bookedAt != null) { writer.field("booked_at"); writer.value(bookedAt) }
        if (title != null) { writer.field("title"); writer.value(title) }
        writer.close()
    }

    public companion object : Wire<Booking> {
        override fun read(reader: WireReader): Booking {
            var id: String? = null
            var takes: List<Take>? = null
            var bookedAt: Instant? = null
            var title: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("booked_at")) bookedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Booking(
                id ?: throw reader.missing("id"),
                takes ?: throw reader.missing("takes"),
                bookedAt,
                title,
            )
        }
    }
}

/** Units of one resource for a time. */
public data class Take(
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units. */
    public val units: Int = 1,
    /** The partner out of whose allotment it is taken, or who sold it. */
    public val partner: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        writer.field("units"); writer.value(units)
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        writer.close()
    }

    public companion object : Wire<Take> {
        override fun read(reader: WireReader): Take {
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var partner: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Take(
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units ?: 1,
                partner,
            )
        }
    }
}

/** When something is taken: in the way that the resource is counted by. */
public sealed interface When : RatebookValue {
    /** From one moment to another, the end excluded. */
    public data class Span(public val held: com.ratebook.Span) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("span"); held.write(writer)
            writer.close()
        }
    }

    /** The nights of a stay. */
    public data class Stay(public val held: StayDays) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("stay"); held.write(writer)
            writer.close()
        }
    }

    /** A dated start. */
    public data class Departure(public val held: LocalDate) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("departure"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<When> {
        override fun read(reader: WireReader): When {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: When =
                if (reader.isAt("span")) Span(com.ratebook.Span.read(reader))
                else if (reader.isAt("stay")) Stay(StayDays.read(reader))
                else if (reader.isAt("departure")) Departure(reader.day())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** A stretch of time, its end excluded. */
public data class Span(
    /** The first moment. */
    public val start: Instant,
    /** The moment after the last one. */
    public val end: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("end"); writer.value(end)
        writer.close()
    }

    public companion object : Wire<Span> {
        override fun read(reader: WireReader): Span {
            var start: Instant? = null
            var end: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return Span(
                start ?: throw reader.missing("start"),
                end ?: throw reader.missing("end"),
            )
        }
    }
}

/** The nights from the day of arrival to the day of departure, which is none of them. */
public data class StayDays(
    /** The day of arrival. */
    public val checkIn: LocalDate,
    /** The day of departure. */
    public val checkOut: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("check_in"); writer.value(checkIn)
        writer.field("check_out"); writer.value(checkOut)
        writer.close()
    }

    public companion object : Wire<StayDays> {
        override fun read(reader: WireReader): StayDays {
            var checkIn: LocalDate? = null
            var checkOut: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("check_out")) checkOut = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return StayDays(
                checkIn ?: throw reader.missing("check_in"),
                checkOut ?: throw reader.missing("check_out"),
            )
        }
    }
}

/** Something that is held until a moment, at which it is free again. */
public data class Hold(
    /** What it is known by: asked for again, the same hold is answered. */
    public val key: String,
    /** What it takes. */
    public val takes: List<Take>,
    /** The moment at which it is free again. */
    public val expiresAt: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.field("expires_at"); writer.value(expiresAt)
        writer.close()
    }

    public companion object : Wire<Hold> {
        override fun read(reader: WireReader): Hold {
            var key: String? = null
            var takes: List<Take>? = null
            var expiresAt: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("expires_at")) expiresAt = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return Hold(
                key ?: throw reader.missing("key"),
                takes ?: throw reader.missing("takes"),
                expiresAt ?: throw reader.missing("expires_at"),
            )
        }
    }
}

/** Time that nobody may take: a repair, an event of another calendar. */
public data class Blocked(
    /** What it is known by. */
    public val id: String,
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units; all that there are when not given. */
    public val units: Int? = null,
    /** Why. */
    public val reason: String? = null,
    /** The outside calendar that it came from. */
    public val source: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        if (units != null) { writer.field("units"); writer.value(units) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        if (source != null) { writer.field("source"); writer.value(source) }
        writer.close()
    }

    public companion object : Wire<Blocked> {
        override fun read(reader: WireReader): Blocked {
            var id: String? = null
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var reason: String? = null
            var source: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else if (reader.isAt("source")) source = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Blocked(
                id ?: throw reader.missing("id"),
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units,
                reason,
                source,
            )
        }
    }
}

/** The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML. */
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
        writer.close()
    }

    public companion object : Wire<MachineDefinition> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** What beginning an instance asks for and sets. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (requires.isNotEmpty()) { writer.field("requires"); writer.list(requires) { writer.value(it) } }
        if (guard != null) { writer.field("guard"); writer.value(guard) }
        if (stamps.isNotEmpty()) { writer.field("stamps"); writer.map(stamps) { it.write(writer) } }
        if (sets.isNotEmpty()) { writer.field("sets"); writer.map(sets) { writer.value(it) } }
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<MachineStart> {
        override fun read(reader: WireReader): MachineStart {
            var requires: List<String>? = null
            var guard: String? = null
            var stamps: Map<String, MachineStamp>? = null
            var sets: Map<String, String>? = null
            var effects: List<MachineEffect>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("guard")) guard = reader.orNull { reader.text() }
                else if (reader.isAt("stamps")) stamps = reader.orNull { reader.map { MachineStamp.read(reader) } }
                else if (reader.isAt("sets")) sets = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else throw reader.unknown()
            }
            return MachineStart(
                requires ?: emptyList(),
                guard,
                stamps ?: emptyMap(),
                sets ?: emptyMap(),
                effects ?: emptyList(),
            )
        }
    }
}

/** What a field is set to. */
public enum class MachineStamp(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The moment of the event. */
    NOW("now"),
    /** The moment of the event, unless it is set already. */
    NOW_ONCE("now_once"),
    /** Who did it. */
    ACTOR("actor"),
    /** What was given with the event under the same name; what was before when nothing was. */
    GIVEN("given"),
    /** Nothing any more. */
    CLEARED("cleared"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<MachineStamp> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): MachineStamp {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Something for the host to carry out: it is told, never done here. */
public data class MachineEffect(
    /** What, such as `send_email`. */
    public val name: String,
    /** With what. */
    public val with: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (with.isNotEmpty()) { writer.field("with"); writer.map(with) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<MachineEffect> {
        override fun read(reader: WireReader): MachineEffect {
            var name: String? = null
            var with: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("with")) with = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return MachineEffect(
                name ?: throw reader.missing("name"),
                with ?: emptyMap(),
            )
        }
    }
}

/** A state. */
public data class MachineState(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
    /** Whether nothing can happen any more. */
    public val terminal: Boolean = false,
    /** How it stands in this state. */
    public val standing: MachineStanding? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        if (terminal) { writer.field("terminal"); writer.value(terminal) }
        if (standing != null) { writer.field("standing"); standing.write(writer) }
        writer.close()
    }

    public companion object : Wire<MachineState> {
        override fun read(reader: WireReader): MachineState {
            var name: String? = null
            var label: String? = null
            var terminal: Boolean? = null
            var standing: MachineStanding? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else if (reader.isAt("standing")) standing = reader.orNull { MachineStanding.read(reader) }
                else throw reader.unknown()
            }
            return MachineState(
                name ?: throw reader.missing("name"),
                label,
                terminal ?: false,
                standing,
            )
        }
    }
}

/** How something stands: what a rule refused, what waits for the outside and what the outside broke are different things. */
public enum class MachineStanding(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** As it should. */
    OPEN("open"),
    /** The outside has to answer: a gateway, a router, a customer. */
    PENDING("pending"),
    /** A rule or a person refused it. */
    FAILED("failed"),
    /** The outside broke. */
    ERRORED("errored"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<MachineStanding> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): MachineStanding {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** An event. */
public data class MachineEvent(
    /** What it is known by. */
    public val name: String,
    /** What people read. */
    public val label: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.close()
    }

    public companion object : Wire<MachineEvent> {
        override fun read(reader: WireReader): MachineEvent {
            var name: String? = null
            var label: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return MachineEvent(
                name ?: throw reader.missing("name"),
                label,
            )
        }
    }
}

/** What leads from a state to another. */
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
        writer.close()
    }

    public companion object : Wire<MachineTransition> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (days != null) { writer.field("days"); writer.value(days) }
        if (hours != null) { writer.field("hours"); writer.value(hours) }
        if (minutes != null) { writer.field("minutes"); writer.value(minutes) }
        if (seconds != null) { writer.field("seconds"); writer.value(seconds) }
        if (field != null) { writer.field("field"); writer.value(field) }
        if (before != null) { writer.field("before"); writer.value(before) }
        writer.close()
    }

    public companion object : Wire<MachineTimer> {
        override fun read(reader: WireReader): MachineTimer {
            var days: Int? = null
            var hours: Int? = null
            var minutes: Int? = null
            var seconds: Int? = null
            var field: String? = null
            var before: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { reader.whole() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.whole() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return MachineTimer(
                days,
                hours,
                minutes,
                seconds,
                field,
                before,
            )
        }
    }
}

/** By when something is due, in which hours time counts, and who is told when it is late. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (calendar != null) { writer.field("calendar"); calendar.write(writer) }
        if (priorities != null) { writer.field("priorities"); writer.map(priorities) { writer.map(it) { writer.value(it) } } }
        if (targets.isNotEmpty()) { writer.field("targets"); writer.map(targets) { it.write(writer) } }
        if (pausesIn.isNotEmpty()) { writer.field("pauses_in"); writer.list(pausesIn) { writer.value(it) } }
        if (warnAtPercent.isNotEmpty()) { writer.field("warn_at_percent"); writer.list(warnAtPercent) { writer.value(it) } }
        if (escalation != null) { writer.field("escalation"); writer.list(escalation) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<DeadlinePolicyDefinition> {
        override fun read(reader: WireReader): DeadlinePolicyDefinition {
            var calendar: BusinessCalendar? = null
            var priorities: Map<String, Map<String, Int>>? = null
            var targets: Map<String, DeadlineTarget>? = null
            var pausesIn: List<String>? = null
            var warnAtPercent: List<Int>? = null
            var escalation: List<DeadlineLevel>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("priorities")) priorities = reader.orNull { reader.map { reader.map { reader.whole() } } }
                else if (reader.isAt("targets")) targets = reader.orNull { reader.map { DeadlineTarget.read(reader) } }
                else if (reader.isAt("pauses_in")) pausesIn = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("warn_at_percent")) warnAtPercent = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("escalation")) escalation = reader.orNull { reader.list { DeadlineLevel.read(reader) } }
                else throw reader.unknown()
            }
            return DeadlinePolicyDefinition(
                calendar,
                priorities,
                targets ?: emptyMap(),
                pausesIn ?: emptyList(),
                warnAtPercent ?: emptyList(),
                escalation,
            )
        }
    }
}

/** Which days and hours count as business. */
public data class BusinessCalendar(
    /** Where its days begin. */
    public val zone: String,
    /** The days of the week off; Saturday and Sunday when not given. */
    public val weekend: List<Weekday>? = null,
    /** Days off. */
    public val holidays: List<LocalDate> = emptyList(),
    /** Days off every year, such as `{"month": 12, "day": 25}`. */
    public val yearlyHolidays: List<MonthDay> = emptyList(),
    /** The hours of business days; the whole day when not given. */
    public val hours: OpeningHours? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (weekend != null) { writer.field("weekend"); writer.list(weekend) { it.write(writer) } }
        if (holidays.isNotEmpty()) { writer.field("holidays"); writer.list(holidays) { writer.value(it) } }
        if (yearlyHolidays.isNotEmpty()) { writer.field("yearly_holidays"); writer.list(yearlyHolidays) { it.write(writer) } }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        writer.close()
    }

    public companion object : Wire<BusinessCalendar> {
        override fun read(reader: WireReader): BusinessCalendar {
            var zone: String? = null
            var weekend: List<Weekday>? = null
            var holidays: List<LocalDate>? = null
            var yearlyHolidays: List<MonthDay>? = null
            var hours: OpeningHours? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("weekend")) weekend = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("holidays")) holidays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("yearly_holidays")) yearlyHolidays = reader.orNull { reader.list { MonthDay.read(reader) } }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else throw reader.unknown()
            }
            return BusinessCalendar(
                zone ?: throw reader.missing("zone"),
                weekend,
                holidays ?: emptyList(),
                yearlyHolidays ?: emptyList(),
                hours,
            )
        }
    }
}

/** What meets a target. */
public data class DeadlineTarget(
    /** The states and events that meet it; the first one counts. */
    public val metBy: List<String> = emptyList(),
    /** The states and events after which it is no longer met. Its time goes on where it stood when it was met. */
    public val reopenedBy: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (metBy.isNotEmpty()) { writer.field("met_by"); writer.list(metBy) { writer.value(it) } }
        if (reopenedBy.isNotEmpty()) { writer.field("reopened_by"); writer.list(reopenedBy) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<DeadlineTarget> {
        override fun read(reader: WireReader): DeadlineTarget {
            var metBy: List<String>? = null
            var reopenedBy: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("met_by")) metBy = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reopened_by")) reopenedBy = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return DeadlineTarget(
                metBy ?: emptyList(),
                reopenedBy ?: emptyList(),
            )
        }
    }
}

/** A level of escalation. */
public data class DeadlineLevel(
    /** Who is told, such as `manager`. */
    public val name: String,
    /** So many minutes after the deadline, counted as the deadline is. */
    public val afterMinutes: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("after_minutes"); writer.value(afterMinutes)
        writer.close()
    }

    public companion object : Wire<DeadlineLevel> {
        override fun read(reader: WireReader): DeadlineLevel {
            var name: String? = null
            var afterMinutes: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("after_minutes")) afterMinutes = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return DeadlineLevel(
                name ?: throw reader.missing("name"),
                afterMinutes ?: throw reader.missing("after_minutes"),
            )
        }
    }
}

/** A tenant and all its rules. */
public data class TenantDefinition(
    /** What it is known by. */
    public val id: String,
    /** What people call it. */
    public val name: String,
    /** Its part of the platform's address, such as `acme` of `acme.example.com`. */
    public val subdomain: String? = null,
    /** Domains of its own. */
    public val domains: List<String> = emptyList(),
    /** Where it is in its life. */
    public val status: TenantStatus = TenantStatus.ACTIVE,
    /** Since when it is there. */
    public val statusSince: Instant? = null,
    /** How it works. */
    public val settings: TenantSettings? = null,
    /** How it looks and writes to people. */
    public val brand: TenantBrand? = null,
    /** Who may do what, and what they see. */
    public val access: AccessRules? = null,
    /** Features by name, and when they are on. */
    public val flags: Map<String, FlagRules> = emptyMap(),
    /** How often things may be done, beside and instead of what is shipped. */
    public val rateLimits: List<RateLimitRule> = emptyList(),
    /** How many failures lock, beside and instead of what is shipped. */
    public val lockouts: List<LockoutRule> = emptyList(),
    /** Which addresses pass. */
    public val addresses: List<AddressRule> = emptyList(),
    /** What there is only so much of. */
    public val quotas: List<QuotaRule> = emptyList(),
    /** How numbers are written. */
    public val numbers: List<NumberFormat> = emptyList(),
    /** What changes must keep to. */
    public val policies: Policies? = null,
    /** What may be spent. */
    public val budgets: List<Budget>? = null,
    /** The fields and tags it adds, by kind of thing. */
    public val fields: Map<String, EntityFields> = emptyMap(),
    /** What is known of people. */
    public val privacy: Privacy? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("name"); writer.value(name)
        if (subdomain != null) { writer.field("subdomain"); writer.value(subdomain) }
        if (domains.isNotEmpty()) { writer.field("domains"); writer.list(domains) { writer.value(it) } }
        writer.field("status"); status.write(writer)
        if (statusSince != null) { writer.field("status_since"); writer.value(statusSince) }
        if (settings != null) { writer.field("settings"); settings.write(writer) }
        if (brand != null) { writer.field("brand"); brand.write(writer) }
        if (access != null) { writer.field("access"); access.write(writer) }
        if (flags.isNotEmpty()) { writer.field("flags"); writer.map(flags) { it.write(writer) } }
        if (rateLimits.isNotEmpty()) { writer.field("rate_limits"); writer.list(rateLimits) { it.write(writer) } }
        if (lockouts.isNotEmpty()) { writer.field("lockouts"); writer.list(lockouts) { it.write(writer) } }
        if (addresses.isNotEmpty()) { writer.field("addresses"); writer.list(addresses) { it.write(writer) } }
        if (quotas.isNotEmpty()) { writer.field("quotas"); writer.list(quotas) { it.write(writer) } }
        if (numbers.isNotEmpty()) { writer.field("numbers"); writer.list(numbers) { it.write(writer) } }
        if (policies != null) { writer.field("policies"); policies.write(writer) }
        if (budgets != null) { writer.field("budgets"); writer.list(budgets) { it.write(writer) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { it.write(writer) } }
        if (privacy != null) { writer.field("privacy"); privacy.write(writer) }
        writer.close()
    }

    public companion object : Wire<TenantDefinition> {
        override fun read(reader: WireReader): TenantDefinition {
            var id: String? = null
            var name: String? = null
            var subdomain: String? = null
            var domains: List<String>? = null
            var status: TenantStatus? = null
            var statusSince: Instant? = null
            var settings: TenantSettings? = null
            var brand: TenantBrand? = null
            var access: AccessRules? = null
            var flags: Map<String, FlagRules>? = null
            var rateLimits: List<RateLimitRule>? = null
            var lockouts: List<LockoutRule>? = null
            var addresses: List<AddressRule>? = null
            var quotas: List<QuotaRule>? = null
            var numbers: List<NumberFormat>? = null
            var policies: Policies? = null
            var budgets: List<Budget>? = null
            var fields: Map<String, EntityFields>? = null
            var privacy: Privacy? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("subdomain")) subdomain = reader.orNull { reader.text() }
                else if (reader.isAt("domains")) domains = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("status")) status = reader.orNull { TenantStatus.read(reader) }
                else if (reader.isAt("status_since")) statusSince = reader.orNull { reader.instant() }
                else if (reader.isAt("settings")) settings = reader.orNull { TenantSettings.read(reader) }
                else if (reader.isAt("brand")) brand = reader.orNull { TenantBrand.read(reader) }
                else if (reader.isAt("access")) access = reader.orNull { AccessRules.read(reader) }
                else if (reader.isAt("flags")) flags = reader.orNull { reader.map { FlagRules.read(reader) } }
                else if (reader.isAt("rate_limits")) rateLimits = reader.orNull { reader.list { RateLimitRule.read(reader) } }
                else if (reader.isAt("lockouts")) lockouts = reader.orNull { reader.list { LockoutRule.read(reader) } }
                else if (reader.isAt("addresses")) addresses = reader.orNull { reader.list { AddressRule.read(reader) } }
                else if (reader.isAt("quotas")) quotas = reader.orNull { reader.list { QuotaRule.read(reader) } }
                else if (reader.isAt("numbers")) numbers = reader.orNull { reader.list { NumberFormat.read(reader) } }
                else if (reader.isAt("policies")) policies = reader.orNull { Policies.read(reader) }
                else if (reader.isAt("budgets")) budgets = reader.orNull { reader.list { Budget.read(reader) } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { EntityFields.read(reader) } }
                else if (reader.isAt("privacy")) privacy = reader.orNull { Privacy.read(reader) }
                else throw reader.unknown()
            }
            return TenantDefinition(
                id ?: throw reader.missing("id"),
                name ?: throw reader.missing("name"),
                subdomain,
                domains ?: emptyList(),
                status ?: TenantStatus.ACTIVE,
                statusSince,
                settings,
                brand,
                access,
                flags ?: emptyMap(),
                rateLimits ?: emptyList(),
                lockouts ?: emptyList(),
                addresses ?: emptyList(),
                quotas ?: emptyList(),
                numbers ?: emptyList(),
                policies,
                budgets,
                fields ?: emptyMap(),
                privacy,
            )
        }
    }
}

/** Where a tenant is in its life. */
public enum class TenantStatus(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It is being set up; nobody of it comes in yet. */
    PROVISIONING("provisioning"),
    /** It works. */
    ACTIVE("active"),
    /** Its people come in and read, and pay; nothing else is written. */
    SUSPENDED("suspended"),
    /** It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored. */
    DELETING("deleting"),
    /** What it had is erased. */
    DELETED("deleted"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<TenantStatus> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): TenantStatus {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How a tenant works: each setting has a default. */
public data class TenantSettings(
    /** The zone of its clock. */
    public val zone: String = "UTC",
    /** The currency of its books. */
    public val currency: String? = null,
    /** The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`. */
    public val locale: String = "en",
    /** How it writes amounts, whatever the language. */
    public val numberFormat: NumberLocale = NumberLocale.EN_US,
    /** Where it is taxed, such as `DE` or `US-NY`. */
    public val taxRegion: String? = null,
    /** When it is open, by its zone; always when not given. */
    public val businessHours: OpeningHours? = null,
    /** How people log in. */
    public val signIn: SignInRules? = null,
    /** For so many times 24 hours a deleted tenant is kept and can be restored. */
    public val keptDays: Int = 90,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.field("locale"); writer.value(locale)
        writer.field("number_format"); numberFormat.write(writer)
        if (taxRegion != null) { writer.field("tax_region"); writer.value(taxRegion) }
        if (businessHours != null) { writer.field("business_hours"); businessHours.write(writer) }
        if (signIn != null) { writer.field("sign_in"); signIn.write(writer) }
        writer.field("kept_days"); writer.value(keptDays)
        writer.close()
    }

    public companion object : Wire<TenantSettings> {
        override fun read(reader: WireReader): TenantSettings {
            var zone: String? = null
            var currency: String? = null
            var locale: String? = null
            var numberFormat: NumberLocale? = null
            var taxRegion: String? = null
            var businessHours: OpeningHours? = null
            var signIn: SignInRules? = null
            var keptDays: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("locale")) locale = reader.orNull { reader.text() }
                else if (reader.isAt("number_format")) numberFormat = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("tax_region")) taxRegion = reader.orNull { reader.text() }
                else if (reader.isAt("business_hours")) businessHours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("sign_in")) signIn = reader.orNull { SignInRules.read(reader) }
                else if (reader.isAt("kept_days")) keptDays = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return TenantSettings(
                zone ?: "UTC",
                currency,
                locale ?: "en",
                numberFormat ?: NumberLocale.EN_US,
                taxRegion,
                businessHours,
                signIn,
                keptDays ?: 90,
            )
        }
    }
}

/** A language and place, by its BCP 47 tag. */
public enum class NumberLocale(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** American English: $1,234,567.00 */
    EN_US("en-US"),
    /** Indian English: ₹12,34,567.00 */
    EN_IN("en-IN"),
    /** Spanish: 1.234.567,00 € */
    ES("es"),
    /** French: 1 234 567,00 €, with spaces at which no line breaks */
    FR("fr"),
    /** German: 1.234.567,00 € */
    DE("de"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<NumberLocale> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): NumberLocale {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How people log in, and for how long. */
public data class SignInRules(
    /** A session ends after so many minutes without a request. */
    public val idleMinutes: Int = 30,
    /** A session ends after so many minutes, whatever happens in it. */
    public val sessionMinutes: Int = 720,
    /** Whether a second factor is demanded. */
    public val secondFactor: Boolean = false,
    /** The fewest letters of a password. */
    public val passwordLength: Int = 12,
    /** After so many days a password must be changed; never when not given. */
    public val passwordDays: Int? = null,
    /** So many former passwords are not taken again. */
    public val passwordsRemembered: Int = 0,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("idle_minutes"); writer.value(idleMinutes)
        writer.field("session_minutes"); writer.value(sessionMinutes)
        if (secondFactor) { writer.field("second_factor"); writer.value(secondFactor) }
        writer.field("password_length"); writer.value(passwordLength)
        if (passwordDays != null) { writer.field("password_days"); writer.value(passwordDays) }
        writer.field("passwords_remembered"); writer.value(passwordsRemembered)
        writer.close()
    }

    public companion object : Wire<SignInRules> {
        override fun read(reader: WireReader): SignInRules {
            var idleMinutes: Int? = null
            var sessionMinutes: Int? = null
            var secondFactor: Boolean? = null
            var passwordLength: Int? = null
            var passwordDays: Int? = null
            var passwordsRemembered: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("idle_minutes")) idleMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("session_minutes")) sessionMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("second_factor")) secondFactor = reader.orNull { reader.flag() }
                else if (reader.isAt("password_length")) passwordLength = reader.orNull { reader.whole() }
                else if (reader.isAt("password_days")) passwordDays = reader.orNull { reader.whole() }
                else if (reader.isAt("passwords_remembered")) passwordsRemembered = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return SignInRules(
                idleMinutes ?: 30,
                sessionMinutes ?: 720,
                secondFactor ?: false,
                passwordLength ?: 12,
                passwordDays,
                passwordsRemembered ?: 0,
            )
        }
    }
}

/** How a tenant looks and writes to people. */
public data class TenantBrand(
    /** The logo. */
    public val logo: BrandLogo? = null,
    /** Colours by name, such as `primary`, each with the colour of text on it. */
    public val colours: Map<String, BrandColour> = emptyMap(),
    /** The name on e-mails. */
    public val senderName: String? = null,
    /** The address that e-mails come from. */
    public val senderEmail: String? = null,
    /** The address that answers go to. */
    public val replyTo: String? = null,
    /** Where the host keeps the tenant's own templates, by kind, such as `invoice`. */
    public val templates: Map<String, String> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (logo != null) { writer.field("logo"); logo.write(writer) }
        if (colours.isNotEmpty()) { writer.field("colours"); writer.map(colours) { it.write(writer) } }
        if (senderName != null) { writer.field("sender_name"); writer.value(senderName) }
        if (senderEmail != null) { writer.field("sender_email"); writer.value(senderEmail) }
        if (replyTo != null) { writer.field("reply_to"); writer.value(replyTo) }
        if (templates.isNotEmpty()) { writer.field("templates"); writer.map(templates) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<TenantBrand> {
        override fun read(reader: WireReader): TenantBrand {
            var logo: BrandLogo? = null
            var colours: Map<String, BrandColour>? = null
            var senderName: String? = null
            var senderEmail: String? = null
            var replyTo: String? = null
            var templates: Map<String, String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("logo")) logo = reader.orNull { BrandLogo.read(reader) }
                else if (reader.isAt("colours")) colours = reader.orNull { reader.map { BrandColour.read(reader) } }
                else if (reader.isAt("sender_name")) senderName = reader.orNull { reader.text() }
                else if (reader.isAt("sender_email")) senderEmail = reader.orNull { reader.text() }
                else if (reader.isAt("reply_to")) replyTo = reader.orNull { reader.text() }
                else if (reader.isAt("templates")) templates = reader.orNull { reader.map { reader.text() } }
                else throw reader.unknown()
            }
            return TenantBrand(
                logo,
                colours ?: emptyMap(),
                senderName,
                senderEmail,
                replyTo,
                templates ?: emptyMap(),
            )
        }
    }
}

/** A logo, which the host keeps. */
public data class BrandLogo(
    /** Where the host keeps it. */
    public val file: String,
    /** `image/png` or `image/svg+xml`. */
    public val mediaType: String,
    /** Its size. */
    public val bytes: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("file"); writer.value(file)
        writer.field("media_type"); writer.value(mediaType)
        writer.field("bytes"); writer.value(bytes)
        writer.close()
    }

    public companion object : Wire<BrandLogo> {
        override fun read(reader: WireReader): BrandLogo {
            var file: String? = null
            var mediaType: String? = null
            var bytes: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("file")) file = reader.orNull { reader.text() }
                else if (reader.isAt("media_type")) mediaType = reader.orNull { reader.text() }
                else if (reader.isAt("bytes")) bytes = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return BrandLogo(
                file ?: throw reader.missing("file"),
                mediaType ?: throw reader.missing("media_type"),
                bytes ?: throw reader.missing("bytes"),
            )
        }
    }
}

/** A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read. */
public data class BrandColour(
    /** The colour. */
    public val fill: String,
    /** The colour of text on it. */
    public val text: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fill"); writer.value(fill)
        writer.field("text"); writer.value(text)
        writer.close()
    }

    public companion object : Wire<BrandColour> {
        override fun read(reader: WireReader): BrandColour {
            var fill: String? = null
            var text: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fill")) fill = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BrandColour(
                fill ?: throw reader.missing("fill"),
                text ?: throw reader.missing("text"),
            )
        }
    }
}

/** Who may do what, and what they see. */
public data class AccessRules(
    /** Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones. */
    public val permissions: List<String> = emptyList(),
    /** Roles by name, beside the built-in ones; one with the name of a built-in role takes its place. */
    public val roles: Map<String, RoleRules> = emptyMap(),
    /**
     * What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
     * empty list.
     */
    public val masks: Map<String, List<FieldMask>> = emptyMap(),
    /** Permissions whose use is always audited; patterns such as `payments:*` are taken. */
    public val audited: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (permissions.isNotEmpty()) { writer.field("permissions"); writer.list(permissions) { writer.value(it) } }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.map(roles) { it.write(writer) } }
        if (masks.isNotEmpty()) { writer.field("masks"); writer.map(masks) { writer.list(it) { it.write(writer) } } }
        if (audited.isNotEmpty()) { writer.field("audited"); writer.list(audited) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<AccessRules> {
        override fun read(reader: WireReader): AccessRules {
            var permissions: List<String>? = null
            var roles: Map<String, RoleRules>? = null
            var masks: Map<String, List<FieldMask>>? = null
            var audited: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.map { RoleRules.read(reader) } }
                else if (reader.isAt("masks")) masks = reader.orNull { reader.map { reader.list { FieldMask.read(reader) } } }
                else if (reader.isAt("audited")) audited = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return AccessRules(
                permissions ?: emptyList(),
                roles ?: emptyMap(),
                masks ?: emptyMap(),
                audited ?: emptyList(),
            )
        }
    }
}

/** What a role may do. Nothing follows from a role but what is listed here and in the roles it includes. */
public data class RoleRules(
    /** Roles whose rules are this one's too. */
    public val includes: List<String> = emptyList(),
    /** What it may do, on every record: `rates:write`, `bookings:*`, `*`. */
    public val allow: List<String> = emptyList(),
    /** What it may not do, whatever else allows it. */
    public val deny: List<String> = emptyList(),
    /** What it may do with records that stand in a relation to the actor, such as the actor's own bookings. */
    public val grants: List<RelationGrant> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (includes.isNotEmpty()) { writer.field("includes"); writer.list(includes) { writer.value(it) } }
        if (allow.isNotEmpty()) { writer.field("allow"); writer.list(allow) { writer.value(it) } }
        if (deny.isNotEmpty()) { writer.field("deny"); writer.list(deny) { writer.value(it) } }
        if (grants.isNotEmpty()) { writer.field("grants"); writer.list(grants) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<RoleRules> {
        override fun read(reader: WireReader): RoleRules {
            var includes: List<String>? = null
            var allow: List<String>? = null
            var deny: List<String>? = null
            var grants: List<RelationGrant>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("includes")) includes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("allow")) allow = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("deny")) deny = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grants")) grants = reader.orNull { reader.list { RelationGrant.read(reader) } }
                else throw reader.unknown()
            }
            return RoleRules(
                includes ?: emptyList(),
                allow ?: emptyList(),
                deny ?: emptyList(),
                grants ?: emptyList(),
            )
        }
    }
}

/** What may be done with records that name the actor. */
public data class RelationGrant(
    /** What the relation is called, such as `own`. */
    public val relation: String,
    /** The field of the record that holds the actor's id, or a list with it. */
    public val field: String,
    /** What may be done. */
    public val permissions: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("relation"); writer.value(relation)
        writer.field("field"); writer.value(field)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<RelationGrant> {
        override fun read(reader: WireReader): RelationGrant {
            var relation: String? = null
            var field: String? = null
            var permissions: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("relation")) relation = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RelationGrant(
                relation ?: throw reader.missing("relation"),
                field ?: throw reader.missing("field"),
                permissions ?: throw reader.missing("permissions"),
            )
        }
    }
}

/** Fields that are hidden from who may not see them. */
public data class FieldMask(
    /**
     * Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/&#42;/passport`. Where a
     * record has another shape, such as a list where an object was, what stands there is hidden whole.
     */
    public val fields: List<String>,
    /** The permission with which they are seen. */
    public val unless: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fields"); writer.list(fields) { writer.value(it) }
        writer.field("unless"); writer.value(unless)
        writer.close()
    }

    public companion object : Wire<FieldMask> {
        override fun read(reader: WireReader): FieldMask {
            var fields: List<String>? = null
            var unless: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("unless")) unless = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return FieldMask(
                fields ?: throw reader.missing("fields"),
                unless ?: throw reader.missing("unless"),
            )
        }
    }
}

/** When a feature is on. The first rule that says something decides, in the order of the fields. */
public data class FlagRules(
    /** What it is for this tenant, whatever the other rules say. */
    public val forced: Boolean? = null,
    /** Before that moment it is off. */
    public val startsAt: Instant? = null,
    /** From that moment on it is off again. */
    public val endsAt: Instant? = null,
    /** By role; of several roles that differ, the one for which it is off counts. */
    public val roles: Map<String, Boolean> = emptyMap(),
    /** By plan. */
    public val plans: Map<String, Boolean> = emptyMap(),
    /** For so many in a hundred, always the same ones, and off for the rest; with at most two decimals. */
    public val percentage: BigDecimal? = null,
    /** What it is when nothing else decides. */
    public val on: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (forced != null) { writer.field("forced"); writer.value(forced) }
        if (startsAt != null) { writer.field("starts_at"); writer.value(startsAt) }
        if (endsAt != null) { writer.field("ends_at"); writer.value(endsAt) }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.map(roles) { writer.value(it) } }
        if (plans.isNotEmpty()) { writer.field("plans"); writer.map(plans) { writer.value(it) } }
        if (percentage != null) { writer.field("percentage"); writer.value(percentage) }
        if (on) { writer.field("on"); writer.value(on) }
        writer.close()
    }

    public companion object : Wire<FlagRules> {
        override fun read(reader: WireReader): FlagRules {
            var forced: Boolean? = null
            var startsAt: Instant? = null
            var endsAt: Instant? = null
            var roles: Map<String, Boolean>? = null
            var plans: Map<String, Boolean>? = null
            var percentage: BigDecimal? = null
            var on: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("forced")) forced = reader.orNull { reader.flag() }
                else if (reader.isAt("starts_at")) startsAt = reader.orNull { reader.instant() }
                else if (reader.isAt("ends_at")) endsAt = reader.orNull { reader.instant() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.map { reader.flag() } }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { reader.flag() } }
                else if (reader.isAt("percentage")) percentage = reader.orNull { reader.decimal() }
                else if (reader.isAt("on")) on = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return FlagRules(
                forced,
                startsAt,
                endsAt,
                roles ?: emptyMap(),
                plans ?: emptyMap(),
                percentage,
                on ?: false,
            )
        }
    }
}

/** A limit that has a name. */
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
        writer.close()
    }

    public companion object : Wire<RateLimitRule> {
        override fun read(reader: WireReader): RateLimitRule {
            var name: String? = null
            var kind: RateLimitKind? = null
            var per: RateLimitKey? = null
            var standard: RateFigures? = null
            var plans: Map<String, RateFigures>? = null
            var own: RateFigures? = null
            var cost: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { RateLimitKind.read(reader) }
                else if (reader.isAt("per")) per = reader.orNull { RateLimitKey.read(reader) }
                else if (reader.isAt("standard")) standard = reader.orNull { RateFigures.read(reader) }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { RateFigures.read(reader) } }
                else if (reader.isAt("own")) own = reader.orNull { RateFigures.read(reader) }
                else if (reader.isAt("cost")) cost = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return RateLimitRule(
                name ?: throw reader.missing("name"),
                kind ?: RateLimitKind.SLIDING_WINDOW,
                per ?: RateLimitKey.TENANT,
                standard ?: throw reader.missing("standard"),
                plans ?: emptyMap(),
                own,
                cost,
            )
        }
    }
}

/** How calls are counted. */
public enum class RateLimitKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Never more than the amount in any stretch of so many seconds, wherever it begins. */
    SLIDING_WINDOW("sliding_window"),
    /** A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA). */
    TOKEN_BUCKET("token_bucket"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RateLimitKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RateLimitKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** For whom the state of a limit is kept. */
public enum class RateLimitKey(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** For each address that calls. */
    IP("ip"),
    /** For each user. */
    USER("user"),
    /** For the tenant as a whole. */
    TENANT("tenant"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RateLimitKey> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RateLimitKey {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How much in which time. */
public data class RateFigures(
    /** How much. */
    public val amount: Int,
    /** In how many seconds. */
    public val seconds: Int,
    /** How much a bucket holds, and so lets through at once; the amount when not given. A window has none. */
    public val burst: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("seconds"); writer.value(seconds)
        if (burst != null) { writer.field("burst"); writer.value(burst) }
        writer.close()
    }

    public companion object : Wire<RateFigures> {
        override fun read(reader: WireReader): RateFigures {
            var amount: Int? = null
            var seconds: Int? = null
            var burst: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.whole() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else if (reader.isAt("burst")) burst = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return RateFigures(
                amount ?: throw reader.missing("amount"),
                seconds ?: throw reader.missing("seconds"),
                burst,
            )
        }
    }
}

/** How many failures lock, and for how long. */
public data class LockoutRule(
    /** What it is known by; one of a shipped rule takes its place. */
    public val name: String,
    /** So many lock. */
    public val failures: Int,
    /** Within so many seconds. */
    public val withinSeconds: Int,
    /** For so many seconds. */
    public val lockSeconds: Int,
    /** Each further lock is longer by this factor. */
    public val growth: Int = 1,
    /** And never longer than so many seconds; a day, or the first lock when that is longer, when not given. */
    public val maxLockSeconds: Int? = null,
    /** So many seconds after a lock it is as if there had been none. */
    public val forgetSeconds: Int = 86400,
    /** Whether only failures of different things count: tokens of five tenants. */
    public val distinct: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("failures"); writer.value(failures)
        writer.field("within_seconds"); writer.value(withinSeconds)
        writer.field("lock_seconds"); writer.value(lockSeconds)
        writer.field("growth"); writer.value(growth)
        if (maxLockSeconds != null) { writer.field("max_lock_seconds"); writer.value(maxLockSeconds) }
        writer.field("forget_seconds"); writer.value(forgetSeconds)
        if (distinct) { writer.field("distinct"); writer.value(distinct) }
        writer.close()
    }

    public companion object : Wire<LockoutRule> {
        override fun read(reader: WireReader): LockoutRule {
            var name: String? = null
            var failures: Int? = null
            var withinSeconds: Int? = null
            var lockSeconds: Int? = null
            var growth: Int? = null
            var maxLockSeconds: Int? = null
            var forgetSeconds: Int? = null
            var distinct: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("failures")) failures = reader.orNull { reader.whole() }
                else if (reader.isAt("within_seconds")) withinSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("lock_seconds")) lockSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("growth")) growth = reader.orNull { reader.whole() }
                else if (reader.isAt("max_lock_seconds")) maxLockSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("forget_seconds")) forgetSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("distinct")) distinct = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return LockoutRule(
                name ?: throw reader.missing("name"),
                failures ?: throw reader.missing("failures"),
                withinSeconds ?: throw reader.missing("within_seconds"),
                lockSeconds ?: throw reader.missing("lock_seconds"),
                growth ?: 1,
                maxLockSeconds,
                forgetSeconds ?: 86400,
                distinct ?: false,
            )
        }
    }
}

/** Addresses that pass, or do not. */
public data class AddressRule(
    /** An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`. */
    public val range: String,
    /** Whether they pass. */
    public val effect: AddressEffect,
    /** Until when it holds; always when not given. */
    public val expiresAt: Instant? = null,
    /** Why. */
    public val reason: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("range"); writer.value(range)
        writer.field("effect"); effect.write(writer)
        if (expiresAt != null) { writer.field("expires_at"); writer.value(expiresAt) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.close()
    }

    public companion object : Wire<AddressRule> {
        override fun read(reader: WireReader): AddressRule {
            var range: String? = null
            var effect: AddressEffect? = null
            var expiresAt: Instant? = null
            var reason: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("range")) range = reader.orNull { reader.text() }
                else if (reader.isAt("effect")) effect = reader.orNull { AddressEffect.read(reader) }
                else if (reader.isAt("expires_at")) expiresAt = reader.orNull { reader.instant() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AddressRule(
                range ?: throw reader.missing("range"),
                effect ?: throw reader.missing("effect"),
                expiresAt,
                reason,
            )
        }
    }
}

/** What becomes of an address. */
public enum class AddressEffect(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It is refused. */
    BLOCK("block"),
    /** It passes. */
    ALLOW("allow"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<AddressEffect> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): AddressEffect {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Something that a tenant has only so much of. */
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
        writer.close()
    }

    public companion object : Wire<QuotaRule> {
        override fun read(reader: WireReader): QuotaRule {
            var name: String? = null
            var every: Interval? = null
            var anchor: LocalDate? = null
            var standard: QuotaFigures? = null
            var plans: Map<String, QuotaFigures>? = null
            var own: QuotaFigures? = null
            var warnAtPercent: List<Int>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("every")) every = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("standard")) standard = reader.orNull { QuotaFigures.read(reader) }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { QuotaFigures.read(reader) } }
                else if (reader.isAt("own")) own = reader.orNull { QuotaFigures.read(reader) }
                else if (reader.isAt("warn_at_percent")) warnAtPercent = reader.orNull { reader.list { reader.whole() } }
                else throw reader.unknown()
            }
            return QuotaRule(
                name ?: throw reader.missing("name"),
                every,
                anchor,
                standard ?: throw reader.missing("standard"),
                plans ?: emptyMap(),
                own,
                warnAtPercent,
            )
        }
    }
}

/** How much of something there is. */
public data class QuotaFigures(
    /** So much is included; what goes beyond it is counted as overage. */
    public val soft: Long? = null,
    /** Never more than so much; no end when not given. */
    public val hard: Long? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (soft != null) { writer.field("soft"); writer.value(soft) }
        if (hard != null) { writer.field("hard"); writer.value(hard) }
        writer.close()
    }

    public companion object : Wire<QuotaFigures> {
        override fun read(reader: WireReader): QuotaFigures {
            var soft: Long? = null
            var hard: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("soft")) soft = reader.orNull { reader.long() }
                else if (reader.isAt("hard")) hard = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return QuotaFigures(
                soft,
                hard,
            )
        }
    }
}

/** How numbers of a kind are written, and when their counter begins anew. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("format"); writer.value(format)
        if (parts.isNotEmpty()) { writer.field("parts"); writer.list(parts) { writer.value(it) } }
        writer.field("reset"); reset.write(writer)
        writer.field("first"); writer.value(first)
        writer.close()
    }

    public companion object : Wire<NumberFormat> {
        override fun read(reader: WireReader): NumberFormat {
            var name: String? = null
            var format: String? = null
            var parts: List<String>? = null
            var reset: NumberReset? = null
            var first: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("format")) format = reader.orNull { reader.text() }
                else if (reader.isAt("parts")) parts = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reset")) reset = reader.orNull { NumberReset.read(reader) }
                else if (reader.isAt("first")) first = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return NumberFormat(
                name ?: throw reader.missing("name"),
                format ?: throw reader.missing("format"),
                parts ?: emptyList(),
                reset ?: NumberReset.NEVER,
                first ?: 1,
            )
        }
    }
}

/** When a counter begins anew. */
public enum class NumberReset(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Never. */
    NEVER("never"),
    /** With the year. */
    YEARLY("yearly"),
    /** With the month. */
    MONTHLY("monthly"),
    /** With the day. */
    DAILY("daily"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<NumberReset> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): NumberReset {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** A tenant's policies, and the facts they are about. */
public data class Policies(
    /** What is known of a change, each with its type. */
    public val facts: Map<String, String> = emptyMap(),
    /** The policies. */
    public val rules: List<Policy>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (rules != null) { writer.field("rules"); writer.list(rules) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<Policies> {
        override fun read(reader: WireReader): Policies {
            var facts: Map<String, String>? = null
            var rules: List<Policy>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { Policy.read(reader) } }
                else throw reader.unknown()
            }
            return Policies(
                facts ?: emptyMap(),
                rules,
            )
        }
    }
}

/** One policy. */
public data class Policy(
    /** What it is known by. */
    public val id: String,
    /** What it is about. */
    public val kind: PolicyKind,
    /** What must be true, such as `storage_gb <= 500`. */
    public val condition: String,
    /** What follows when it is not. */
    public val effect: PolicyEffect,
    /** What is said when it is not. */
    public val message: String,
    /** The figure that is shown: a fact such as `storage_gb`, or what is computed of them. */
    public val figure: String? = null,
    /** The limit that is shown beside it, such as `500` or `plan_storage_gb`. */
    public val limit: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("kind"); kind.write(writer)
        writer.field("condition"); writer.value(condition)
        writer.field("effect"); effect.write(writer)
        writer.field("message"); writer.value(message)
        if (figure != null) { writer.field("figure"); writer.value(figure) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.close()
    }

    public companion object : Wire<Policy> {
        override fun read(reader: WireReader): Policy {
            var id: String? = null
            var kind: PolicyKind? = null
            var condition: String? = null
            var effect: PolicyEffect? = null
            var message: String? = null
            var figure: String? = null
            var limit: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PolicyKind.read(reader) }
                else if (reader.isAt("condition")) condition = reader.orNull { reader.text() }
                else if (reader.isAt("effect")) effect = reader.orNull { PolicyEffect.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("figure")) figure = reader.orNull { reader.text() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Policy(
                id ?: throw reader.missing("id"),
                kind ?: throw reader.missing("kind"),
                condition ?: throw reader.missing("condition"),
                effect ?: throw reader.missing("effect"),
                message ?: throw reader.missing("message"),
                figure,
                limit,
            )
        }
    }
}

/** What a policy is about. */
public enum class PolicyKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Size, number, storage, providers, regions. */
    RESOURCE("resource"),
    /** Encryption, access, backups. */
    SECURITY("security"),
    /** What it may cost. */
    COST("cost"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<PolicyKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): PolicyKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What follows when a policy does not hold. */
public enum class PolicyEffect(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The change is not made. */
    DENY("deny"),
    /** The change is made, and it is told. */
    WARN("warn"),
    /** The change is made when somebody approves. */
    REQUIRE_APPROVAL("require_approval"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<PolicyEffect> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): PolicyEffect {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What may be spent in a month of the tenant's zone. */
public data class Budget(
    /** What it is known by. */
    public val id: String,
    /** How much. */
    public val amount: Money,
    /** At which percentages of it somebody is told. */
    public val thresholds: List<Int>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("amount"); amount.write(writer)
        if (thresholds != null) { writer.field("thresholds"); writer.list(thresholds) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<Budget> {
        override fun read(reader: WireReader): Budget {
            var id: String? = null
            var amount: Money? = null
            var thresholds: List<Int>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("amount")) amount = reader.orNull { Money.read(reader) }
                else if (reader.isAt("thresholds")) thresholds = reader.orNull { reader.list { reader.whole() } }
                else throw reader.unknown()
            }
            return Budget(
                id ?: throw reader.missing("id"),
                amount ?: throw reader.missing("amount"),
                thresholds,
            )
        }
    }
}

/** An amount in a currency. Two currencies never mix: that is an error, not a conversion. */
public data class Money(
    /** How much. */
    public val amount: BigDecimal,
    /** Of what. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amount"); writer.value(amount)
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<Money> {
        override fun read(reader: WireReader): Money {
            var amount: BigDecimal? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Money(
                amount ?: throw reader.missing("amount"),
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}

/** The fields and tags that a tenant adds to one kind of thing. */
public data class EntityFields(
    /** The fields, in the order of the form. */
    public val fields: List<CustomField>? = null,
    /** What becomes of values of a field that is not, or no longer, defined. */
    public val unknown: UnknownFields = UnknownFields.REFUSE,
    /** How many tags one thing may have. */
    public val maxTags: Int = 20,
    /** How many characters a tag may have. */
    public val maxTagLength: Int = 50,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (fields != null) { writer.field("fields"); writer.list(fields) { it.write(writer) } }
        writer.field("unknown"); unknown.write(writer)
        writer.field("max_tags"); writer.value(maxTags)
        writer.field("max_tag_length"); writer.value(maxTagLength)
        writer.close()
    }

    public companion object : Wire<EntityFields> {
        override fun read(reader: WireReader): EntityFields {
            var fields: List<CustomField>? = null
            var unknown: UnknownFields? = null
            var maxTags: Int? = null
            var maxTagLength: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.list { CustomField.read(reader) } }
                else if (reader.isAt("unknown")) unknown = reader.orNull { UnknownFields.read(reader) }
                else if (reader.isAt("max_tags")) maxTags = reader.orNull { reader.whole() }
                else if (reader.isAt("max_tag_length")) maxTagLength = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return EntityFields(
                fields,
                unknown ?: UnknownFields.REFUSE,
                maxTags ?: 20,
                maxTagLength ?: 50,
            )
        }
    }
}

/** A field that a tenant adds. */
public data class CustomField(
    /** What it is called in values and checks: letters, digits and `_`. */
    public val name: String,
    /** What it takes. */
    public val kind: CustomFieldKind,
    /** Whether it must be given. */
    public val required: Boolean = false,
    /** Whether no two things may have the same value. */
    public val unique: Boolean = false,
    /** The fewest characters of a text. */
    public val minLength: Int? = null,
    /** The most characters of a text; 1,000 when not given. */
    public val maxLength: Int? = null,
    /** The least number. */
    public val min: BigDecimal? = null,
    /** The greatest number. */
    public val max: BigDecimal? = null,
    /** The first day that a date may be. */
    public val first: LocalDate? = null,
    /** The last day that a date may be. */
    public val last: LocalDate? = null,
    /** What a choice is among. */
    public val choices: List<String> = emptyList(),
    /** What kind of thing a reference is to. */
    public val entity: String? = null,
    /** What must be true when all fields it names have values, such as `mileage_out >= mileage_in`. */
    public val check: String? = null,
    /** What is said when the check does not hold. */
    public val message: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("kind"); kind.write(writer)
        if (required) { writer.field("required"); writer.value(required) }
        if (unique) { writer.field("unique"); writer.value(unique) }
        if (minLength != null) { writer.field("min_length"); writer.value(minLength) }
        if (maxLength != null) { writer.field("max_length"); writer.value(maxLength) }
        if (min != null) { writer.field("min"); writer.value(min) }
        if (max != null) { writer.field("max"); writer.value(max) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (choices.isNotEmpty()) { writer.field("choices"); writer.list(choices) { writer.value(it) } }
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        if (check != null) { writer.field("check"); writer.value(check) }
        if (message != null) { writer.field("message"); writer.value(message) }
        writer.close()
    }

    public companion object : Wire<CustomField> {
        override fun read(reader: WireReader): CustomField {
            var name: String? = null
            var kind: CustomFieldKind? = null
            var required: Boolean? = null
            var unique: Boolean? = null
            var minLength: Int? = null
            var maxLength: Int? = null
            var min: BigDecimal? = null
            var max: BigDecimal? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var choices: List<String>? = null
            var entity: String? = null
            var check: String? = null
            var message: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { CustomFieldKind.read(reader) }
                else if (reader.isAt("required")) required = reader.orNull { reader.flag() }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.flag() }
                else if (reader.isAt("min_length")) minLength = reader.orNull { reader.whole() }
                else if (reader.isAt("max_length")) maxLength = reader.orNull { reader.whole() }
                else if (reader.isAt("min")) min = reader.orNull { reader.decimal() }
                else if (reader.isAt("max")) max = reader.orNull { reader.decimal() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("choices")) choices = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("check")) check = reader.orNull { reader.text() }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CustomField(
                name ?: throw reader.missing("name"),
                kind ?: throw reader.missing("kind"),
                required ?: false,
                unique ?: false,
                minLength,
                maxLength,
                min,
                max,
                first,
                last,
                choices ?: emptyList(),
                entity,
                check,
                message,
            )
        }
    }
}

/** What a field takes. */
public enum class CustomFieldKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Text. */
    TEXT("text"),
    /** An exact number. */
    NUMBER("number"),
    /** A day. */
    DATE("date"),
    /** One of several texts. */
    CHOICE("choice"),
    /** True or false. */
    YES_NO("yes_no"),
    /** The id of another thing. */
    REFERENCE("reference"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<CustomFieldKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): CustomFieldKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What becomes of values of a field that is not, or no longer, defined. */
public enum class UnknownFields(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** They are a fault. */
    REFUSE("refuse"),
    /** They are kept as they are, apart from the others. */
    ARCHIVE("archive"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<UnknownFields> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): UnknownFields {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Where things say something about people, how long they are kept, and what people are asked to agree to. */
public data class Privacy(
    /** The kinds of things that are about people. */
    public val entities: Map<String, PrivateEntity> = emptyMap(),
    /** How long each class of things is kept. */
    public val retention: List<RetentionRule>? = null,
    /** What people are asked to agree to, such as `newsletter`. */
    public val purposes: List<String>? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (entities.isNotEmpty()) { writer.field("entities"); writer.map(entities) { it.write(writer) } }
        if (retention != null) { writer.field("retention"); writer.list(retention) { it.write(writer) } }
        if (purposes != null) { writer.field("purposes"); writer.list(purposes) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<Privacy> {
        override fun read(reader: WireReader): Privacy {
            var entities: Map<String, PrivateEntity>? = null
            var retention: List<RetentionRule>? = null
            var purposes: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entities")) entities = reader.orNull { reader.map { PrivateEntity.read(reader) } }
                else if (reader.isAt("retention")) retention = reader.orNull { reader.list { RetentionRule.read(reader) } }
                else if (reader.isAt("purposes")) purposes = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return Privacy(
                entities ?: emptyMap(),
                retention,
                purposes,
            )
        }
    }
}

/** A kind of thing that is about people. */
public data class PrivateEntity(
    /** Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/&#42;/id`. */
    public val people: List<String>,
    /** Which fields say something about them. */
    public val fields: List<PrivateField>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("people"); writer.list(people) { writer.value(it) }
        writer.field("fields"); writer.list(fields) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<PrivateEntity> {
        override fun read(reader: WireReader): PrivateEntity {
            var people: List<String>? = null
            var fields: List<PrivateField>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("people")) people = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { PrivateField.read(reader) } }
                else throw reader.unknown()
            }
            return PrivateEntity(
                people ?: throw reader.missing("people"),
                fields ?: throw reader.missing("fields"),
            )
        }
    }
}

/** A field that says something about a person. */
public data class PrivateField(
    /** Where: a JSON pointer, in which one step may be `*` for each entry of a list. */
    public val path: String,
    /** Whether it is sensitive: health, faith, papers. It is given out only when asked for. */
    public val sensitive: Boolean = false,
    /** What becomes of it when it is made nameless. */
    public val anonymise: Anonymising = Anonymising.PSEUDONYM,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("path"); writer.value(path)
        if (sensitive) { writer.field("sensitive"); writer.value(sensitive) }
        writer.field("anonymise"); anonymise.write(writer)
        writer.close()
    }

    public companion object : Wire<PrivateField> {
        override fun read(reader: WireReader): PrivateField {
            var path: String? = null
            var sensitive: Boolean? = null
            var anonymise: Anonymising? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("sensitive")) sensitive = reader.orNull { reader.flag() }
                else if (reader.isAt("anonymise")) anonymise = reader.orNull { Anonymising.read(reader) }
                else throw reader.unknown()
            }
            return PrivateField(
                path ?: throw reader.missing("path"),
                sensitive ?: false,
                anonymise ?: Anonymising.PSEUDONYM,
            )
        }
    }
}

/** What becomes of a field that is made nameless. What is no text becomes nothing. */
public enum class Anonymising(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Another text, the same for the same value, so that what is counted by it still adds up. */
    PSEUDONYM("pseudonym"),
    /** Three stars. */
    MASK("mask"),
    /** Nothing: the field is taken out. */
    REMOVE("remove"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Anonymising> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Anonymising {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How long one class of things is kept. */
public data class RetentionRule(
    /** Of which class. */
    public val `class`: String,
    /** For so many months. */
    public val keepMonths: Int = 0,
    /** And so many days. */
    public val keepDays: Int = 0,
    /** What is done then. */
    public val action: RetentionAction,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("class"); writer.value(`class`)
        writer.field("keep_months"); writer.value(keepMonths)
        writer.field("keep_days"); writer.value(keepDays)
        writer.field("action"); action.write(writer)
        writer.close()
    }

    public companion object : Wire<RetentionRule> {
        override fun read(reader: WireReader): RetentionRule {
            var `class`: String? = null
            var keepMonths: Int? = null
            var keepDays: Int? = null
            var action: RetentionAction? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("class")) `class` = reader.orNull { reader.text() }
                else if (reader.isAt("keep_months")) keepMonths = reader.orNull { reader.whole() }
                else if (reader.isAt("keep_days")) keepDays = reader.orNull { reader.whole() }
                else if (reader.isAt("action")) action = reader.orNull { RetentionAction.read(reader) }
                else throw reader.unknown()
            }
            return RetentionRule(
                `class` ?: throw reader.missing("class"),
                keepMonths ?: 0,
                keepDays ?: 0,
                action ?: throw reader.missing("action"),
            )
        }
    }
}

/** What is done with things that were kept long enough. */
public enum class RetentionAction(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** They are deleted. */
    DELETE("delete"),
    /** They are made nameless. */
    ANONYMISE("anonymise"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RetentionAction> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RetentionAction {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Rules that act when something happens. */
public data class AutomationDefinition(
    /** What the rules can look at. */
    public val facts: Map<String, String> = emptyMap(),
    /** How many runs of rules may be set off by other rules before a loop is suspected. */
    public val maxChain: Int = 25,
    /** The rules, in their order. */
    public val rules: List<AutomationRule>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.field("max_chain"); writer.value(maxChain)
        writer.field("rules"); writer.list(rules) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<AutomationDefinition> {
        override fun read(reader: WireReader): AutomationDefinition {
            var facts: Map<String, String>? = null
            var maxChain: Int? = null
            var rules: List<AutomationRule>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("max_chain")) maxChain = reader.orNull { reader.whole() }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { AutomationRule.read(reader) } }
                else throw reader.unknown()
            }
            return AutomationDefinition(
                facts ?: emptyMap(),
                maxChain ?: 25,
                rules ?: throw reader.missing("rules"),
            )
        }
    }
}

/** What is done when something happens. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("on"); on.write(writer)
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        writer.field("actions"); writer.list(actions) { it.write(writer) }
        if (stop) { writer.field("stop"); writer.value(stop) }
        if (enabled != null) { writer.field("enabled"); writer.value(enabled) }
        writer.close()
    }

    public companion object : Wire<AutomationRule> {
        override fun read(reader: WireReader): AutomationRule {
            var id: String? = null
            var on: AutomationTrigger? = null
            var `when`: String? = null
            var actions: List<AutomationAction>? = null
            var stop: Boolean? = null
            var enabled: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else if (reader.isAt("stop")) stop = reader.orNull { reader.flag() }
                else if (reader.isAt("enabled")) enabled = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return AutomationRule(
                id ?: throw reader.missing("id"),
                on ?: throw reader.missing("on"),
                `when`,
                actions ?: throw reader.missing("actions"),
                stop ?: false,
                enabled,
            )
        }
    }
}

/** What happened, or what a rule waits for. */
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

    public companion object : Wire<AutomationTrigger> {
        override fun read(reader: WireReader): AutomationTrigger {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: AutomationTrigger =
                if (reader.isAt("event")) Event(AutomationEvent.read(reader))
                else if (reader.isAt("field")) Field(AutomationField.read(reader))
                else if (reader.isAt("schedule")) Schedule(reader.text())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** An event of a machine. */
public data class AutomationEvent(
    /** The machine, such as `quote`. */
    public val machine: String,
    /** The event, such as `send`. */
    public val event: String,
    /** The state that it led to; a rule without one takes any. */
    public val state: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("machine"); writer.value(machine)
        writer.field("event"); writer.value(event)
        if (state != null) { writer.field("state"); writer.value(state) }
        writer.close()
    }

    public companion object : Wire<AutomationEvent> {
        override fun read(reader: WireReader): AutomationEvent {
            var machine: String? = null
            var event: String? = null
            var state: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AutomationEvent(
                machine ?: throw reader.missing("machine"),
                event ?: throw reader.missing("event"),
                state,
            )
        }
    }
}

/** A field of something. */
public data class AutomationField(
    /** Of what, such as `booking`. */
    public val entity: String,
    /** Which one, such as `priority`. */
    public val field: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        writer.close()
    }

    public companion object : Wire<AutomationField> {
        override fun read(reader: WireReader): AutomationField {
            var entity: String? = null
            var field: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AutomationField(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
            )
        }
    }
}

/** What a rule does. Nothing is performed here: it is for the host's outbox. */
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

    public companion object : Wire<AutomationAction> {
        override fun read(reader: WireReader): AutomationAction {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: AutomationAction =
                if (reader.isAt("assign")) Assign(AutomationEffect.read(reader))
                else if (reader.isAt("notify")) Notify(AutomationEffect.read(reader))
                else if (reader.isAt("create_task")) CreateTask(AutomationEffect.read(reader))
                else if (reader.isAt("call_webhook")) CallWebhook(AutomationEffect.read(reader))
                else if (reader.isAt("change_status")) ChangeStatus(AutomationStatusChange.read(reader))
                else if (reader.isAt("set_field")) SetField(AutomationSetField.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Something for the host to do, with what it needs for that. */
public data class AutomationEffect(
    /** What the host knows it by: a team, a message, a kind of task, a webhook. */
    public val name: String,
    /** What it needs, by name. */
    public val parameters: Map<String, Json> = emptyMap(),
    /** What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`. */
    public val fromFacts: Map<String, String> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (parameters.isNotEmpty()) { writer.field("parameters"); writer.map(parameters) { writer.value(it) } }
        if (fromFacts.isNotEmpty()) { writer.field("from_facts"); writer.map(fromFacts) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<AutomationEffect> {
        override fun read(reader: WireReader): AutomationEffect {
            var name: String? = null
            var parameters: Map<String, Json>? = null
            var fromFacts: Map<String, String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("parameters")) parameters = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("from_facts")) fromFacts = reader.orNull { reader.map { reader.text() } }
                else throw reader.unknown()
            }
            return AutomationEffect(
                name ?: throw reader.missing("name"),
                parameters ?: emptyMap(),
                fromFacts ?: emptyMap(),
            )
        }
    }
}

/** An event of a machine that is to be fired. */
public data class AutomationStatusChange(
    /** The machine. */
    public val machine: String,
    /** The event. */
    public val event: String,
    /** The state that it leads to. */
    public val state: String? = null,
    /** The fact that holds the state: later conditions see the new one. */
    public val fact: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("machine"); writer.value(machine)
        writer.field("event"); writer.value(event)
        if (state != null) { writer.field("state"); writer.value(state) }
        if (fact != null) { writer.field("fact"); writer.value(fact) }
        writer.close()
    }

    public companion object : Wire<AutomationStatusChange> {
        override fun read(reader: WireReader): AutomationStatusChange {
            var machine: String? = null
            var event: String? = null
            var state: String? = null
            var fact: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("fact")) fact = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AutomationStatusChange(
                machine ?: throw reader.missing("machine"),
                event ?: throw reader.missing("event"),
                state,
                fact,
            )
        }
    }
}

/** A field that is to have a value. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("entity"); writer.value(entity)
        writer.field("field"); writer.value(field)
        if (value != null) { writer.field("value"); writer.value(value) }
        if (fromFact != null) { writer.field("from_fact"); writer.value(fromFact) }
        if (fact != null) { writer.field("fact"); writer.value(fact) }
        writer.close()
    }

    public companion object : Wire<AutomationSetField> {
        override fun read(reader: WireReader): AutomationSetField {
            var entity: String? = null
            var field: String? = null
            var value: Json? = null
            var fromFact: String? = null
            var fact: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("field")) field = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else if (reader.isAt("from_fact")) fromFact = reader.orNull { reader.text() }
                else if (reader.isAt("fact")) fact = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AutomationSetField(
                entity ?: throw reader.missing("entity"),
                field ?: throw reader.missing("field"),
                value,
                fromFact,
                fact,
            )
        }
    }
}

/** What goes out to whom, and when. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (quietHours != null) { writer.field("quiet_hours"); quietHours.write(writer) }
        writer.field("channels"); writer.list(channels) { writer.value(it) }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.field("contacts"); writer.list(contacts) { it.write(writer) }
        if (preferences.isNotEmpty()) { writer.field("preferences"); writer.list(preferences) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<ContactPlanDefinition> {
        override fun read(reader: WireReader): ContactPlanDefinition {
            var zone: String? = null
            var quietHours: OpeningHours? = null
            var channels: List<String>? = null
            var facts: Map<String, String>? = null
            var contacts: List<ContactRule>? = null
            var preferences: List<ContactPreference>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("quiet_hours")) quietHours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("channels")) channels = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("contacts")) contacts = reader.orNull { reader.list { ContactRule.read(reader) } }
                else if (reader.isAt("preferences")) preferences = reader.orNull { reader.list { ContactPreference.read(reader) } }
                else throw reader.unknown()
            }
            return ContactPlanDefinition(
                zone ?: throw reader.missing("zone"),
                quietHours,
                channels ?: throw reader.missing("channels"),
                facts ?: emptyMap(),
                contacts ?: throw reader.missing("contacts"),
                preferences ?: emptyList(),
            )
        }
    }
}

/** Something that goes out: once, several times, or every year. */
public data class ContactRule(
    /** What it is known by. */
    public val id: String,
    /** What it is for. */
    public val purpose: ContactPurpose,
    /** On which way it goes out. */
    public val channel: String,
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("purpose"); purpose.write(writer)
        writer.field("channel"); writer.value(channel)
        writer.field("anchor"); writer.value(anchor)
        if (days.isNotEmpty()) { writer.field("days"); writer.list(days) { writer.value(it) } }
        if (minutes.isNotEmpty()) { writer.field("minutes"); writer.list(minutes) { writer.value(it) } }
        if (at != null) { writer.field("at"); writer.value(at) }
        if (yearly) { writer.field("yearly"); writer.value(yearly) }
        if (`when` != null) { writer.field("when"); writer.value(`when`) }
        if (stopsOn.isNotEmpty()) { writer.field("stops_on"); writer.list(stopsOn) { writer.value(it) } }
        if (graceMinutes != null) { writer.field("grace_minutes"); writer.value(graceMinutes) }
        if (wanted != null) { writer.field("wanted"); writer.value(wanted) }
        writer.close()
    }

    public companion object : Wire<ContactRule> {
        override fun read(reader: WireReader): ContactRule {
            var id: String? = null
            var purpose: ContactPurpose? = null
            var channel: String? = null
            var anchor: String? = null
            var days: List<Int>? = null
            var minutes: List<Int>? = null
            var at: String? = null
            var yearly: Boolean? = null
            var `when`: String? = null
            var stopsOn: List<String>? = null
            var graceMinutes: Int? = null
            var wanted: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("purpose")) purpose = reader.orNull { ContactPurpose.read(reader) }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.list { reader.whole() } }
                else if (reader.isAt("at")) at = reader.orNull { reader.text() }
                else if (reader.isAt("yearly")) yearly = reader.orNull { reader.flag() }
                else if (reader.isAt("when")) `when` = reader.orNull { reader.text() }
                else if (reader.isAt("stops_on")) stopsOn = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grace_minutes")) graceMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("wanted")) wanted = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return ContactRule(
                id ?: throw reader.missing("id"),
                purpose ?: throw reader.missing("purpose"),
                channel ?: throw reader.missing("channel"),
                anchor ?: throw reader.missing("anchor"),
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
    }
}

/** What something that goes out is for. */
public enum class ContactPurpose(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Greetings and offers: only with consent. */
    MARKETING("marketing"),
    /** What belongs to what was ordered. */
    SERVICE("service"),
    /** Bills and payments: neither switched off nor delayed. */
    BILLING("billing"),
    /** Passwords and access: neither switched off nor delayed. */
    SECURITY("security"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ContactPurpose> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ContactPurpose {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Whether something is wanted: all that has each of what is named, so everything when nothing is. */
public data class ContactPreference(
    /** This one. */
    public val contact: String? = null,
    /** What is for this. */
    public val purpose: ContactPurpose? = null,
    /** What goes out on this way. */
    public val channel: String? = null,
    /** Whether it is wanted. */
    public val wanted: Boolean,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (contact != null) { writer.field("contact"); writer.value(contact) }
        if (purpose != null) { writer.field("purpose"); purpose.write(writer) }
        if (channel != null) { writer.field("channel"); writer.value(channel) }
        writer.field("wanted"); writer.value(wanted)
        writer.close()
    }

    public companion object : Wire<ContactPreference> {
        override fun read(reader: WireReader): ContactPreference {
            var contact: String? = null
            var purpose: ContactPurpose? = null
            var channel: String? = null
            var wanted: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("contact")) contact = reader.orNull { reader.text() }
                else if (reader.isAt("purpose")) purpose = reader.orNull { ContactPurpose.read(reader) }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("wanted")) wanted = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return ContactPreference(
                contact,
                purpose,
                channel,
                wanted ?: throw reader.missing("wanted"),
            )
        }
    }
}

/** What is offered: resources, and the rate lists by which they are sold. */
public data class StorefrontDefinition(
    /** The resources and what is taken of them. */
    public val calendar: CalendarDefinition,
    /** The rate lists, each with a code of its own. */
    public val rateLists: List<RateListDefinition>,
    /** What is sold by which list; a resource may be sold by several. */
    public val offers: List<StorefrontOffer>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("rate_lists"); writer.list(rateLists) { it.write(writer) }
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<StorefrontDefinition> {
        override fun read(reader: WireReader): StorefrontDefinition {
            var calendar: CalendarDefinition? = null
            var rateLists: List<RateListDefinition>? = null
            var offers: List<StorefrontOffer>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { CalendarDefinition.read(reader) }
                else if (reader.isAt("rate_lists")) rateLists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else if (reader.isAt("offers")) offers = reader.orNull { reader.list { StorefrontOffer.read(reader) } }
                else throw reader.unknown()
            }
            return StorefrontDefinition(
                calendar ?: throw reader.missing("calendar"),
                rateLists ?: throw reader.missing("rate_lists"),
                offers ?: throw reader.missing("offers"),
            )
        }
    }
}

/** A resource that is sold by a rate list. */
public data class StorefrontOffer(
    /** The resource. */
    public val resource: String,
    /** The code of the rate list. */
    public val rateList: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("rate_list"); writer.value(rateList)
        writer.close()
    }

    public companion object : Wire<StorefrontOffer> {
        override fun read(reader: WireReader): StorefrontOffer {
            var resource: String? = null
            var rateList: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return StorefrontOffer(
                resource ?: throw reader.missing("resource"),
                rateList ?: throw reader.missing("rate_list"),
            )
        }
    }
}

/** Which codes are wanted. */
public data class CodesRequest(
    /** Only codes of this family, such as `rates`. */
    public val family: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (family != null) { writer.field("family"); writer.value(family) }
        writer.close()
    }

    public companion object : Wire<CodesRequest> {
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
public data class CodeEntry(
    /** The code. */
    public val code: Code,
    /** When it is given. */
    public val meaning: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("meaning"); writer.value(meaning)
        writer.close()
    }

    public companion object : Wire<CodeEntry> {
        override fun read(reader: WireReader): CodeEntry {
            var code: Code? = null
            var meaning: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("meaning")) meaning = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CodeEntry(
                code ?: throw reader.missing("code"),
                meaning ?: throw reader.missing("meaning"),
            )
        }
    }
}

/** The catalogue of every code that an answer can carry. */
public enum class Code(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** A defect in Ratebook itself stopped the call. */
    ENGINE_DEFECT("engine.defect"),
    /** The text is not JSON. */
    DEFINITION_JSON("definition.json"),
    /** The compact form of a definition does not have its checksum, or is cut off. */
    DEFINITION_DAMAGED("definition.damaged"),
    /** The definition is larger or deeper than any that is accepted. */
    DEFINITION_TOO_LARGE("definition.too_large"),
    /** A value is of another type than its field takes. */
    DEFINITION_TYPE("definition.type"),
    /** A field that is needed is not there. */
    DEFINITION_MISSING("definition.missing"),
    /** A field or choice that does not exist. */
    DEFINITION_UNKNOWN("definition.unknown"),
    /** A value outside what its field takes. */
    DEFINITION_RANGE("definition.range"),
    /** Two parts of a definition contradict each other. */
    DEFINITION_CONFLICT("definition.conflict"),
    /** A range that must be covered is not. */
    DEFINITION_GAP("definition.gap"),
    /** Two ranges that must not meet do. */
    DEFINITION_OVERLAP("definition.overlap"),
    /** A name that nothing in the definition has. */
    DEFINITION_REFERENCE("definition.reference"),
    /** An expression that cannot be read or does not type-check. */
    DEFINITION_EXPRESSION("definition.expression"),
    /** The text is not JSON. */
    REQUEST_JSON("request.json"),
    /** The request is larger or deeper than any that is accepted. */
    REQUEST_TOO_LARGE("request.too_large"),
    /** A value is of another type than its field takes. */
    REQUEST_TYPE("request.type"),
    /** A field that is needed is not there. */
    REQUEST_MISSING("request.missing"),
    /** A field, choice or operation that does not exist. */
    REQUEST_UNKNOWN("request.unknown"),
    /** A value outside what its field takes. */
    REQUEST_RANGE("request.range"),
    /** Two parts of a request contradict each other. */
    REQUEST_CONFLICT("request.conflict"),
    /** An expression that has no value: a division by zero, an entry that is not there, too many steps. */
    EXPRESSION_FAILED("expression.failed"),
    /** Not a currency of ISO 4217. */
    MONEY_CURRENCY_UNKNOWN("money.currency_unknown"),
    /** Two currencies met; mixing is an error, not a conversion. */
    MONEY_CURRENCY_MISMATCH("money.currency_mismatch"),
    /** The exact result needs more digits than an amount can hold. */
    MONEY_OVERFLOW("money.overflow"),
    /** An amount that cannot be shared out by these weights. */
    MONEY_ALLOCATION("money.allocation"),
    /** No exchange rate leads from one currency to the other. */
    MONEY_RATE_MISSING("money.rate_missing"),
    /** The exchange rate is older than allowed. */
    MONEY_RATE_STALE("money.rate_stale"),
    /** A currency that the payment gateway does not take. */
    MONEY_GATEWAY_CURRENCY("money.gateway_currency"),
    /** An amount finer or larger than the payment gateway takes. */
    MONEY_GATEWAY_AMOUNT("money.gateway_amount"),
    /** Not a zone of the IANA database. */
    TIME_ZONE_UNKNOWN("time.zone_unknown"),
    /** A range that ends before it begins. */
    TIME_REVERSED("time.reversed"),
    /** A day or instant outside the years 0001 to 9999. */
    TIME_OUT_OF_RANGE("time.out_of_range"),
    /** A recurrence rule that cannot be read, or that contradicts itself. */
    TIME_RECURRENCE("time.recurrence"),
    /** A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched. */
    TIME_RECURRENCE_ENDLESS("time.recurrence_endless"),
    /** The list is a draft or archived. */
    RATES_NOT_PUBLISHED("rates.not_published"),
    /** Days outside the list's validity. */
    RATES_NOT_VALID("rates.not_valid"),
    /** A newer version of the list answers for these days. */
    RATES_SUPERSEDED("rates.superseded"),
    /** The stay touches blackout days. */
    RATES_BLACKOUT("rates.blackout"),
    /** The stay touches closed days. */
    RATES_CLOSED("rates.closed"),
    /** No arrival on that day. */
    RATES_CLOSED_TO_ARRIVAL("rates.closed_to_arrival"),
    /** No departure on that day. */
    RATES_CLOSED_TO_DEPARTURE("rates.closed_to_departure"),
    /** The stay is shorter than the list allows. */
    RATES_MIN_STAY("rates.min_stay"),
    /** The stay is longer than the list allows. */
    RATES_MAX_STAY("rates.max_stay"),
    /** Booked too late or too early before arrival. */
    RATES_LEAD_TIME("rates.lead_time"),
    /** The days are past their release and no longer sold. */
    RATES_RELEASED("rates.released"),
    /** Booked outside the days on which the list is sold. */
    RATES_BOOKING_WINDOW("rates.booking_window"),
    /** The party has too few or too many people for the list. */
    RATES_OCCUPANCY("rates.occupancy"),
    /** The party is larger than the largest the list prices. */
    RATES_OCCUPANCY_EXCEEDED("rates.occupancy_exceeded"),
    /** The list has no price for this party or time. */
    RATES_UNPRICED("rates.unpriced"),
    /** An optional supplement that the list does not have. */
    RATES_SUPPLEMENT_UNKNOWN("rates.supplement_unknown"),
    /** A promotion code that the list does not have. */
    RATES_PROMO_UNKNOWN("rates.promo_unknown"),
    /** A promotion code outside its window or used up. */
    RATES_PROMO_CLOSED("rates.promo_closed"),
    /** No taxes are known for that region. */
    RATES_TAX_REGION("rates.tax_region"),
    /** None of the lists can answer. */
    RATES_NO_LIST("rates.no_list"),
    /** Two published lists answer for the same days. */
    RATES_OVERLAP("rates.overlap"),
    /** Another list of the tenant has this code. */
    RATES_CODE_TAKEN("rates.code_taken"),
    /** The list's status does not allow that. */
    RATES_STATUS("rates.status"),
    /** Something still refers to the list. */
    RATES_IN_USE("rates.in_use"),
    /** A row of an imported file cannot be read. */
    RATES_IMPORT("rates.import"),
    /** The moment lies outside the billing period. */
    RATES_PLAN_PERIOD("rates.plan_period"),
    /** A boost must be to a dearer plan. */
    RATES_BOOST_NOT_FASTER("rates.boost_not_faster"),
    /** The time meets a booking and no unit is left. */
    CALENDAR_CONFLICT("calendar.conflict"),
    /** The time meets a hold and no unit is left. */
    CALENDAR_HELD("calendar.held"),
    /** The time is blocked: a repair, an event of another calendar. */
    CALENDAR_BLOCKED("calendar.blocked"),
    /** The time is free, but too close to a neighbour to keep the buffer. */
    CALENDAR_BUFFER("calendar.buffer"),
    /** More units than the resource has. */
    CALENDAR_CAPACITY("calendar.capacity"),
    /** A night or departure has too few units left. */
    CALENDAR_SOLD_OUT("calendar.sold_out"),
    /** The partner's allotment has too few units left. */
    CALENDAR_ALLOTMENT("calendar.allotment"),
    /** A night or departure is not sold for now. */
    CALENDAR_STOP_SALE("calendar.stop_sale"),
    /** There is no departure on that day. */
    CALENDAR_NO_DEPARTURE("calendar.no_departure"),
    /** The departure is no longer sold. */
    CALENDAR_DEPARTURE_CLOSED("calendar.departure_closed"),
    /** The time does not lie within opening hours. */
    CALENDAR_CLOSED("calendar.closed"),
    /** Bookings do not begin at that time of day. */
    CALENDAR_GRID("calendar.grid"),
    /** The time is shorter than the shortest booking. */
    CALENDAR_TOO_SHORT("calendar.too_short"),
    /** The time is longer than the longest booking. */
    CALENDAR_TOO_LONG("calendar.too_long"),
    /** The length is not a multiple of the step of lengths. */
    CALENDAR_LENGTH_STEP("calendar.length_step"),
    /** Booked too shortly before it begins. */
    CALENDAR_NOTICE("calendar.notice"),
    /** Booked too far ahead. */
    CALENDAR_HORIZON("calendar.horizon"),
    /** The calendar has no such resource. */
    CALENDAR_RESOURCE_UNKNOWN("calendar.resource_unknown"),
    /** The calendar has no such booking. */
    CALENDAR_BOOKING_UNKNOWN("calendar.booking_unknown"),
    /** Another booking has that id. */
    CALENDAR_BOOKING_EXISTS("calendar.booking_exists"),
    /** The calendar has no such hold. */
    CALENDAR_HOLD_UNKNOWN("calendar.hold_unknown"),
    /** Another hold has that key. */
    CALENDAR_HOLD_EXISTS("calendar.hold_exists"),
    /** The hold has expired. */
    CALENDAR_HOLD_EXPIRED("calendar.hold_expired"),
    /** The calendar has blocked no such time. */
    CALENDAR_BLOCK_UNKNOWN("calendar.block_unknown"),
    /** Another blocked time has that id. */
    CALENDAR_BLOCK_EXISTS("calendar.block_exists"),
    /** An occurrence of a series is not free, and all were asked for. */
    CALENDAR_SERIES("calendar.series"),
    /** An iCalendar text, or a part of it, that cannot be read. */
    CALENDAR_FEED("calendar.feed"),
    /** An iCalendar text larger than any that is accepted. */
    CALENDAR_FEED_TOO_LARGE("calendar.feed_too_large"),
    /** An iCalendar zone that is not known. */
    CALENDAR_FEED_ZONE("calendar.feed_zone"),
    /** Nobody can take it. */
    CALENDAR_UNASSIGNED("calendar.unassigned"),
    /** The event is not possible in this state; the details name what is. */
    FLOW_ILLEGAL("flow.illegal"),
    /** The condition of the event, or of the beginning, does not hold. */
    FLOW_GUARD("flow.guard"),
    /** It is not yet the time for the event; the details name the moment. */
    FLOW_TOO_EARLY("flow.too_early"),
    /** It is no longer the time for the event; the details name the moment. */
    FLOW_TOO_LATE("flow.too_late"),
    /** More timers have run out than are settled at once; fire what is due first. */
    FLOW_UNSETTLED("flow.unsettled"),
    /** A field that must be given with the event is not. */
    FLOW_FIELD_MISSING("flow.field_missing"),
    /** Somebody else changed the instance meanwhile. */
    FLOW_VERSION("flow.version"),
    /** The machine has no such state. */
    FLOW_STATE_UNKNOWN("flow.state_unknown"),
    /** The machine has no such event. */
    FLOW_EVENT_UNKNOWN("flow.event_unknown"),
    /** The instance belongs to another machine, or to another version of it. */
    FLOW_OTHER_MACHINE("flow.other_machine"),
    /** A history that the machine could not have lived. */
    FLOW_HISTORY("flow.history"),
    /** Rules set each other off in a circle; the details name it. */
    FLOW_AUTOMATION_LOOP("flow.automation_loop"),
    /** Rules set off more runs of other rules than are allowed, without a circle. */
    FLOW_AUTOMATION_CHAIN("flow.automation_chain"),
    /** A permission that is needed is not held; the details name it. */
    TENANCY_PERMISSION_MISSING("tenancy.permission_missing"),
    /** Nobody would be an owner who can act any more. */
    TENANCY_LAST_OWNER("tenancy.last_owner"),
    /** The tenant's status, or the time since it changed, does not allow that. */
    TENANCY_STATUS("tenancy.status"),
    /** Something of another tenant; nothing of it was read. */
    TENANCY_WRONG_TENANT("tenancy.wrong_tenant"),
    /** More calls than a limit lets through; the details say when to try again. */
    TENANCY_RATE_LIMITED("tenancy.rate_limited"),
    /** Locked after too many failures; the details say until when. */
    TENANCY_LOCKED("tenancy.locked"),
    /** A rule blocks the address. */
    TENANCY_ADDRESS_BLOCKED("tenancy.address_blocked"),
    /** More than is left of a quota; the details name the limit and the current count. */
    TENANCY_QUOTA("tenancy.quota"),
    /** Nothing is held under the key of a reservation. */
    TENANCY_RESERVATION("tenancy.reservation"),
    /** An API key that is not whole, or mistyped: its checksum differs. */
    TENANCY_KEY_TYPO("tenancy.key_typo"),
    /** No API key of the tenant is like this one. */
    TENANCY_KEY_UNKNOWN("tenancy.key_unknown"),
    /** The API key has expired. */
    TENANCY_KEY_EXPIRED("tenancy.key_expired"),
    /** The API key was revoked. */
    TENANCY_KEY_REVOKED("tenancy.key_revoked"),
    /** The API key may not be used from that address. */
    TENANCY_KEY_ADDRESS("tenancy.key_address"),
    /** Audit records that were changed, removed or reordered. */
    TENANCY_AUDIT_BROKEN("tenancy.audit_broken"),
    /** Another one has this value, and no two may. */
    TENANCY_FIELD_TAKEN("tenancy.field_taken"),
    /** A record has another shape than was declared, so that something personal may not be found in it; nothing was erased. */
    TENANCY_NOT_ERASED("tenancy.not_erased"),
    /** The values of custom fields do not go together. */
    TENANCY_FIELD_CHECK("tenancy.field_check"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Code> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Code {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** An expression and the facts it is about. */
public data class EvaluateRequest(
    /** Such as `nights >= 7`. */
    public val expression: String,
    /**
     * The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
     * `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
     */
    public val types: Map<String, String> = emptyMap(),
    /**
     * The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
     * object.
     */
    public val facts: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("expression"); writer.value(expression)
        if (types.isNotEmpty()) { writer.field("types"); writer.map(types) { writer.value(it) } }
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<EvaluateRequest> {
        override fun read(reader: WireReader): EvaluateRequest {
            var expression: String? = null
            var types: Map<String, String>? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("expression")) expression = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return EvaluateRequest(
                expression ?: throw reader.missing("expression"),
                types ?: emptyMap(),
                facts ?: emptyMap(),
            )
        }
    }
}

/** What an expression came to. */
public data class Evaluated(
    /** The type of the value. */
    public val type: String,
    /** The value; decimals, days, instants and durations as text. */
    public val value: Json? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("type"); writer.value(type)
        if (value != null) { writer.field("value"); writer.value(value) }
        writer.close()
    }

    public companion object : Wire<Evaluated> {
        override fun read(reader: WireReader): Evaluated {
            var type: String? = null
            var value: Json? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("type")) type = reader.orNull { reader.text() }
                else if (reader.isAt("value")) value = reader.orNull { reader.json() }
                else throw reader.unknown()
            }
            return Evaluated(
                type ?: throw reader.missing("type"),
                value,
            )
        }
    }
}

/** An expression and the names that it may use. */
public data class ExpressionCheckRequest(
    /** Such as `nights >= 7`. */
    public val expression: String,
    /** The type of each name, as for `expression.evaluate`. */
    public val types: Map<String, String> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("expression"); writer.value(expression)
        if (types.isNotEmpty()) { writer.field("types"); writer.map(types) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<ExpressionCheckRequest> {
        override fun read(reader: WireReader): ExpressionCheckRequest {
            var expression: String? = null
            var types: Map<String, String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("expression")) expression = reader.orNull { reader.text() }
                else if (reader.isAt("types")) types = reader.orNull { reader.map { reader.text() } }
                else throw reader.unknown()
            }
            return ExpressionCheckRequest(
                expression ?: throw reader.missing("expression"),
                types ?: emptyMap(),
            )
        }
    }
}

/** An expression that can be used. */
public data class ExpressionChecked(
    /** The type of its value. */
    public val type: String,
    /** The names that it looks at, each once. */
    public val names: List<String>,
    /** The same expression as it is written canonically. */
    public val canonical: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("type"); writer.value(type)
        writer.field("names"); writer.list(names) { writer.value(it) }
        writer.field("canonical"); writer.value(canonical)
        writer.close()
    }

    public companion object : Wire<ExpressionChecked> {
        override fun read(reader: WireReader): ExpressionChecked {
            var type: String? = null
            var names: List<String>? = null
            var canonical: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("type")) type = reader.orNull { reader.text() }
                else if (reader.isAt("names")) names = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("canonical")) canonical = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ExpressionChecked(
                type ?: throw reader.missing("type"),
                names ?: throw reader.missing("names"),
                canonical ?: throw reader.missing("canonical"),
            )
        }
    }
}

/** An amount to round. */
public data class RoundRequest(
    /** The amount. */
    public val money: Money,
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** To what is rounded. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("mode"); mode.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    public companion object : Wire<RoundRequest> {
        override fun read(reader: WireReader): RoundRequest {
            var money: Money? = null
            var mode: RoundingMode? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return RoundRequest(
                money ?: throw reader.missing("money"),
                mode ?: RoundingMode.HALF_UP,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** The step to which an amount is rounded or in which it is shared out. */
public sealed interface RoundingStep : RatebookValue {
    /** The minor unit of ISO 4217, such as a cent. */
    public data object MinorUnit : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.value("minor_unit")
        }
    }

    /** What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists. */
    public data object Cash : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.value("cash")
        }
    }

    /** This much. */
    public data class Of(public val held: BigDecimal) : RoundingStep {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("of"); writer.value(held)
            writer.close()
        }
    }

    public companion object : Wire<RoundingStep> {
        override fun read(reader: WireReader): RoundingStep {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "minor_unit" -> MinorUnit
                    "cash" -> Cash
                    else -> throw reader.fault("`$text` is not known here")
                }
            }
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: RoundingStep =
                if (reader.isAt("of")) Of(reader.decimal())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** An amount to share out. */
public data class AllocateRequest(
    /** What is shared out. */
    public val total: Money,
    /** Among how many, or by which weights. */
    public val among: Shares,
    /** Who gets what is left over. */
    public val method: AllocationMethod = AllocationMethod.LARGEST_REMAINDER,
    /** Every share is a whole number of these. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("total"); total.write(writer)
        writer.field("among"); among.write(writer)
        writer.field("method"); method.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    public companion object : Wire<AllocateRequest> {
        override fun read(reader: WireReader): AllocateRequest {
            var total: Money? = null
            var among: Shares? = null
            var method: AllocationMethod? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("total")) total = reader.orNull { Money.read(reader) }
                else if (reader.isAt("among")) among = reader.orNull { Shares.read(reader) }
                else if (reader.isAt("method")) method = reader.orNull { AllocationMethod.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return AllocateRequest(
                total ?: throw reader.missing("total"),
                among ?: throw reader.missing("among"),
                method ?: AllocationMethod.LARGEST_REMAINDER,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** Among how many, or by which weights. */
public sealed interface Shares : RatebookValue {
    /** So many equal parts. */
    public data class Parts(public val held: Int) : Shares {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("parts"); writer.value(held)
            writer.close()
        }
    }

    /** In proportion to these, none below zero. */
    public data class Weights(public val held: List<BigDecimal>) : Shares {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("weights"); writer.list(held) { writer.value(it) }
            writer.close()
        }
    }

    public companion object : Wire<Shares> {
        override fun read(reader: WireReader): Shares {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: Shares =
                if (reader.isAt("parts")) Parts(reader.whole())
                else if (reader.isAt("weights")) Weights(reader.list { reader.decimal() })
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Who gets what is left over when the shares are not whole steps. */
public enum class AllocationMethod(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** One step each to the shares that lost most by cutting, the earlier one first among equals. */
    LARGEST_REMAINDER("largest_remainder"),
    /** All of it to the first share that has a weight. */
    FIRST("first"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<AllocationMethod> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): AllocationMethod {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Amounts to add up. */
public data class SumRequest(
    /** The amounts, all of one currency. */
    public val amounts: List<Money>,
    /** The currency of the sum; that of the first amount when not given. */
    public val currency: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("amounts"); writer.list(amounts) { it.write(writer) }
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.close()
    }

    public companion object : Wire<SumRequest> {
        override fun read(reader: WireReader): SumRequest {
            var amounts: List<Money>? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("amounts")) amounts = reader.orNull { reader.list { Money.read(reader) } }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SumRequest(
                amounts ?: throw reader.missing("amounts"),
                currency,
            )
        }
    }
}

/** An amount to convert. */
public data class ConvertRequest(
    /** The amount. */
    public val money: Money,
    /** Into which currency. */
    public val currency: String,
    /** The rates that are known. */
    public val rates: ExchangeRates,
    /** The moment at which the age of a rate is judged; later rates are not looked at. */
    public val asOf: Instant,
    /** How old a rate may be. */
    public val maxAgeSeconds: Int = 86400,
    /** Whether a rate that is too old is used and marked stale, rather than refused. */
    public val allowStale: Boolean = false,
    /** Where a half goes. */
    public val mode: RoundingMode = RoundingMode.HALF_UP,
    /** To what the answer is rounded, in the target currency. */
    public val step: RoundingStep = RoundingStep.MinorUnit,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("rates"); rates.write(writer)
        writer.field("as_of"); writer.value(asOf)
        writer.field("max_age_seconds"); writer.value(maxAgeSeconds)
        if (allowStale) { writer.field("allow_stale"); writer.value(allowStale) }
        writer.field("mode"); mode.write(writer)
        writer.field("step"); step.write(writer)
        writer.close()
    }

    public companion object : Wire<ConvertRequest> {
        override fun read(reader: WireReader): ConvertRequest {
            var money: Money? = null
            var currency: String? = null
            var rates: ExchangeRates? = null
            var asOf: Instant? = null
            var maxAgeSeconds: Int? = null
            var allowStale: Boolean? = null
            var mode: RoundingMode? = null
            var step: RoundingStep? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("rates")) rates = reader.orNull { ExchangeRates.read(reader) }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("max_age_seconds")) maxAgeSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("allow_stale")) allowStale = reader.orNull { reader.flag() }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else if (reader.isAt("step")) step = reader.orNull { RoundingStep.read(reader) }
                else throw reader.unknown()
            }
            return ConvertRequest(
                money ?: throw reader.missing("money"),
                currency ?: throw reader.missing("currency"),
                rates ?: throw reader.missing("rates"),
                asOf ?: throw reader.missing("as_of"),
                maxAgeSeconds ?: 86400,
                allowStale ?: false,
                mode ?: RoundingMode.HALF_UP,
                step ?: RoundingStep.MinorUnit,
            )
        }
    }
}

/** A table of exchange rates. */
public data class ExchangeRates(
    /** The currency through which two others are crossed; without it nothing is crossed. */
    public val base: String? = null,
    /**
     * The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
     * one that stands first.
     */
    public val rates: List<ExchangeRate>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (base != null) { writer.field("base"); writer.value(base) }
        writer.field("rates"); writer.list(rates) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ExchangeRates> {
        override fun read(reader: WireReader): ExchangeRates {
            var base: String? = null
            var rates: List<ExchangeRate>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.text() }
                else if (reader.isAt("rates")) rates = reader.orNull { reader.list { ExchangeRate.read(reader) } }
                else throw reader.unknown()
            }
            return ExchangeRates(
                base,
                rates ?: throw reader.missing("rates"),
            )
        }
    }
}

/** What one unit of `base` was worth in `quote`, by whom and when. */
public data class ExchangeRate(
    /** The currency of which there is one unit. */
    public val base: String,
    /** The currency in which its worth is told. */
    public val quote: String,
    /** The worth, above zero. */
    public val rate: BigDecimal,
    /** When the rate held. */
    public val asOf: Instant,
    /** Who said so, such as `ECB`. */
    public val source: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("base"); writer.value(base)
        writer.field("quote"); writer.value(quote)
        writer.field("rate"); writer.value(rate)
        writer.field("as_of"); writer.value(asOf)
        writer.field("source"); writer.value(source)
        writer.close()
    }

    public companion object : Wire<ExchangeRate> {
        override fun read(reader: WireReader): ExchangeRate {
            var base: String? = null
            var quote: String? = null
            var rate: BigDecimal? = null
            var asOf: Instant? = null
            var source: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("base")) base = reader.orNull { reader.text() }
                else if (reader.isAt("quote")) quote = reader.orNull { reader.text() }
                else if (reader.isAt("rate")) rate = reader.orNull { reader.decimal() }
                else if (reader.isAt("as_of")) asOf = reader.orNull { reader.instant() }
                else if (reader.isAt("source")) source = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ExchangeRate(
                base ?: throw reader.missing("base"),
                quote ?: throw reader.missing("quote"),
                rate ?: throw reader.missing("rate"),
                asOf ?: throw reader.missing("as_of"),
                source ?: throw reader.missing("source"),
            )
        }
    }
}

/** A converted amount and everything it rests on. */
public data class Conversion(
    /** The amount in the target currency, rounded. */
    public val money: Money,
    /** The amount that was converted. */
    public val original: Money,
    /**
     * What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
     * the exact fraction that `legs` give.
     */
    public val rate: BigDecimal,
    /** How the rate was found. */
    public val path: RatePath,
    /** When the rate held: the time of the oldest leg. */
    public val rateAsOf: Instant? = null,
    /** Whether a leg is older than allowed. */
    public val stale: Boolean,
    /** The rates used, in order: one, two when crossed, none between the same currency. */
    public val legs: List<ExchangeRate>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("original"); original.write(writer)
        writer.field("rate"); writer.value(rate)
        writer.field("path"); path.write(writer)
        if (rateAsOf != null) { writer.field("rate_as_of"); writer.value(rateAsOf) }
        writer.field("stale"); writer.value(stale)
        writer.field("legs"); writer.list(legs) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Conversion> {
        override fun read(reader: WireReader): Conversion {
            var money: Money? = null
            var original: Money? = null
            var rate: BigDecimal? = null
            var path: RatePath? = null
            var rateAsOf: Instant? = null
            var stale: Boolean? = null
            var legs: List<ExchangeRate>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("original")) original = reader.orNull { Money.read(reader) }
                else if (reader.isAt("rate")) rate = reader.orNull { reader.decimal() }
                else if (reader.isAt("path")) path = reader.orNull { RatePath.read(reader) }
                else if (reader.isAt("rate_as_of")) rateAsOf = reader.orNull { reader.instant() }
                else if (reader.isAt("stale")) stale = reader.orNull { reader.flag() }
                else if (reader.isAt("legs")) legs = reader.orNull { reader.list { ExchangeRate.read(reader) } }
                else throw reader.unknown()
            }
            return Conversion(
                money ?: throw reader.missing("money"),
                original ?: throw reader.missing("original"),
                rate ?: throw reader.missing("rate"),
                path ?: throw reader.missing("path"),
                rateAsOf,
                stale ?: throw reader.missing("stale"),
                legs ?: throw reader.missing("legs"),
            )
        }
    }
}

/** How a rate was found. */
public enum class RatePath(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Both currencies are the same. */
    SAME("same"),
    /** As the table has it. */
    DIRECT("direct"),
    /** By the rate of the opposite direction. */
    INVERSE("inverse"),
    /** Through the base of the table. */
    CROSS("cross"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RatePath> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RatePath {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** The currency whose facts are asked for. */
public data class CurrencyRequest(
    /** The currency. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<CurrencyRequest> {
        override fun read(reader: WireReader): CurrencyRequest {
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CurrencyRequest(
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}

/** What is known of a currency. */
public data class CurrencyFacts(
    /** The three letters. */
    public val currency: String,
    /** The three digits, such as `978`. */
    public val numeric: String,
    /** The English name. */
    public val name: String,
    /** Digits behind the point in accounts; not there for gold, drawing rights and their like. */
    public val minorUnit: Int? = null,
    /** Digits that people are shown. */
    public val displayDigits: Int,
    /** The smallest sum payable in coins, where that is more than a minor unit. */
    public val cashStep: BigDecimal? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("numeric"); writer.value(numeric)
        writer.field("name"); writer.value(name)
        if (minorUnit != null) { writer.field("minor_unit"); writer.value(minorUnit) }
        writer.field("display_digits"); writer.value(displayDigits)
        if (cashStep != null) { writer.field("cash_step"); writer.value(cashStep) }
        writer.close()
    }

    public companion object : Wire<CurrencyFacts> {
        override fun read(reader: WireReader): CurrencyFacts {
            var currency: String? = null
            var numeric: String? = null
            var name: String? = null
            var minorUnit: Int? = null
            var displayDigits: Int? = null
            var cashStep: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("numeric")) numeric = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("minor_unit")) minorUnit = reader.orNull { reader.whole() }
                else if (reader.isAt("display_digits")) displayDigits = reader.orNull { reader.whole() }
                else if (reader.isAt("cash_step")) cashStep = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return CurrencyFacts(
                currency ?: throw reader.missing("currency"),
                numeric ?: throw reader.missing("numeric"),
                name ?: throw reader.missing("name"),
                minorUnit,
                displayDigits ?: throw reader.missing("display_digits"),
                cashStep,
            )
        }
    }
}

/** A request for every currency. */
public class CurrenciesRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CurrenciesRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "CurrenciesRequest()"

    public companion object : Wire<CurrenciesRequest> {
        override fun read(reader: WireReader): CurrenciesRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return CurrenciesRequest()
        }
    }
}

/** An amount for a gateway. */
public data class ToGatewayRequest(
    /** The amount. */
    public val money: Money,
    /** For whom. */
    public val gateway: Gateway,
    /** What the money does. */
    public val purpose: GatewayUse = GatewayUse.CHARGE,
    /** How an amount finer than the gateway takes is rounded; without it such an amount is refused. */
    public val mode: RoundingMode? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("gateway"); gateway.write(writer)
        writer.field("purpose"); purpose.write(writer)
        if (mode != null) { writer.field("mode"); mode.write(writer) }
        writer.close()
    }

    public companion object : Wire<ToGatewayRequest> {
        override fun read(reader: WireReader): ToGatewayRequest {
            var money: Money? = null
            var gateway: Gateway? = null
            var purpose: GatewayUse? = null
            var mode: RoundingMode? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("purpose")) purpose = reader.orNull { GatewayUse.read(reader) }
                else if (reader.isAt("mode")) mode = reader.orNull { RoundingMode.read(reader) }
                else throw reader.unknown()
            }
            return ToGatewayRequest(
                money ?: throw reader.missing("money"),
                gateway ?: throw reader.missing("gateway"),
                purpose ?: GatewayUse.CHARGE,
                mode,
            )
        }
    }
}

/** A payment gateway, each with its own table of units. */
public enum class Gateway(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Whole numbers of the smallest unit, with tables of exceptions. */
    STRIPE("stripe"),
    /** Decimal text; its own list of currencies, three of them without decimals. */
    PAYPAL("paypal"),
    /** Whole numbers of the smallest unit; the third decimal is always 0. */
    RAZORPAY("razorpay"),
    /** Whole numbers of the smallest unit. */
    SQUARE("square"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<Gateway> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): Gateway {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What the money does. */
public enum class GatewayUse(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** A customer pays, or is paid back. */
    CHARGE("charge"),
    /** The gateway pays out to a bank account. */
    PAYOUT("payout"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<GatewayUse> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): GatewayUse {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** An amount as a gateway counts it. */
public data class GatewayAmount(
    /** Whose. */
    public val gateway: Gateway,
    /** The currency. */
    public val currency: String,
    /** The whole number of the gateway's units. */
    public val units: Long,
    /** The same amount with as many digits as the gateway has, for gateways that take decimal text. */
    public val amount: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("gateway"); gateway.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("units"); writer.value(units)
        writer.field("amount"); writer.value(amount)
        writer.close()
    }

    public companion object : Wire<GatewayAmount> {
        override fun read(reader: WireReader): GatewayAmount {
            var gateway: Gateway? = null
            var currency: String? = null
            var units: Long? = null
            var amount: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.long() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return GatewayAmount(
                gateway ?: throw reader.missing("gateway"),
                currency ?: throw reader.missing("currency"),
                units ?: throw reader.missing("units"),
                amount ?: throw reader.missing("amount"),
            )
        }
    }
}

/** Units that a gateway reported. */
public data class FromGatewayRequest(
    /** Whose. */
    public val gateway: Gateway,
    /** The currency. */
    public val currency: String,
    /** The whole number of the gateway's units. */
    public val units: Long,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("gateway"); gateway.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.field("units"); writer.value(units)
        writer.close()
    }

    public companion object : Wire<FromGatewayRequest> {
        override fun read(reader: WireReader): FromGatewayRequest {
            var gateway: Gateway? = null
            var currency: String? = null
            var units: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("gateway")) gateway = reader.orNull { Gateway.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return FromGatewayRequest(
                gateway ?: throw reader.missing("gateway"),
                currency ?: throw reader.missing("currency"),
                units ?: throw reader.missing("units"),
            )
        }
    }
}

/** An amount to write. */
public data class FormatRequest(
    /** The amount. */
    public val money: Money,
    /** As whom to write it. */
    public val locale: NumberLocale,
    /** How many digits at least. */
    public val digits: WrittenDigits = WrittenDigits.MINOR_UNIT,
    /** How the currency is written. */
    public val mark: CurrencyMark = CurrencyMark.SYMBOL,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("money"); money.write(writer)
        writer.field("locale"); locale.write(writer)
        writer.field("digits"); digits.write(writer)
        writer.field("mark"); mark.write(writer)
        writer.close()
    }

    public companion object : Wire<FormatRequest> {
        override fun read(reader: WireReader): FormatRequest {
            var money: Money? = null
            var locale: NumberLocale? = null
            var digits: WrittenDigits? = null
            var mark: CurrencyMark? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("money")) money = reader.orNull { Money.read(reader) }
                else if (reader.isAt("locale")) locale = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("digits")) digits = reader.orNull { WrittenDigits.read(reader) }
                else if (reader.isAt("mark")) mark = reader.orNull { CurrencyMark.read(reader) }
                else throw reader.unknown()
            }
            return FormatRequest(
                money ?: throw reader.missing("money"),
                locale ?: throw reader.missing("locale"),
                digits ?: WrittenDigits.MINOR_UNIT,
                mark ?: CurrencyMark.SYMBOL,
            )
        }
    }
}

/** How many digits are written at least; digits that are not zero are never dropped. */
public enum class WrittenDigits(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Those of the minor unit. */
    MINOR_UNIT("minor_unit"),
    /** Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them. */
    DISPLAY("display"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<WrittenDigits> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): WrittenDigits {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How the currency is written. */
public enum class CurrencyMark(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** By the locale's symbol, such as $; by the code where it has none. */
    SYMBOL("symbol"),
    /** By the three letters. */
    CODE("code"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<CurrencyMark> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): CurrencyMark {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** An amount as people wrote it. */
public data class ParseRequest(
    /** The text, with or without its currency. */
    public val text: String,
    /** As whom it was written. */
    public val locale: NumberLocale,
    /** In which currency. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("text"); writer.value(text)
        writer.field("locale"); locale.write(writer)
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<ParseRequest> {
        override fun read(reader: WireReader): ParseRequest {
            var text: String? = null
            var locale: NumberLocale? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else if (reader.isAt("locale")) locale = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ParseRequest(
                text ?: throw reader.missing("text"),
                locale ?: throw reader.missing("locale"),
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}

/** A day. */
public data class DayRequest(
    /** The day. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<DayRequest> {
        override fun read(reader: WireReader): DayRequest {
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return DayRequest(
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** What is known of a day. */
public data class DayFacts(
    /** The day of the week. */
    public val weekday: Weekday,
    /** The year of the ISO week. */
    public val isoYear: Int,
    /** The ISO week. */
    public val isoWeek: Int,
    /** The day of the year, 1 January being 1. */
    public val dayOfYear: Int,
    /** Whether the year has a 29 February. */
    public val leapYear: Boolean,
    /** How many days its month has. */
    public val daysInMonth: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("weekday"); weekday.write(writer)
        writer.field("iso_year"); writer.value(isoYear)
        writer.field("iso_week"); writer.value(isoWeek)
        writer.field("day_of_year"); writer.value(dayOfYear)
        writer.field("leap_year"); writer.value(leapYear)
        writer.field("days_in_month"); writer.value(daysInMonth)
        writer.close()
    }

    public companion object : Wire<DayFacts> {
        override fun read(reader: WireReader): DayFacts {
            var weekday: Weekday? = null
            var isoYear: Int? = null
            var isoWeek: Int? = null
            var dayOfYear: Int? = null
            var leapYear: Boolean? = null
            var daysInMonth: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("weekday")) weekday = reader.orNull { Weekday.read(reader) }
                else if (reader.isAt("iso_year")) isoYear = reader.orNull { reader.whole() }
                else if (reader.isAt("iso_week")) isoWeek = reader.orNull { reader.whole() }
                else if (reader.isAt("day_of_year")) dayOfYear = reader.orNull { reader.whole() }
                else if (reader.isAt("leap_year")) leapYear = reader.orNull { reader.flag() }
                else if (reader.isAt("days_in_month")) daysInMonth = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return DayFacts(
                weekday ?: throw reader.missing("weekday"),
                isoYear ?: throw reader.missing("iso_year"),
                isoWeek ?: throw reader.missing("iso_week"),
                dayOfYear ?: throw reader.missing("day_of_year"),
                leapYear ?: throw reader.missing("leap_year"),
                daysInMonth ?: throw reader.missing("days_in_month"),
            )
        }
    }
}

/** A day and a number of months. */
public data class AddMonthsRequest(
    /** The day. */
    public val day: LocalDate,
    /** So many months later, or earlier when negative. */
    public val months: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("months"); writer.value(months)
        writer.close()
    }

    public companion object : Wire<AddMonthsRequest> {
        override fun read(reader: WireReader): AddMonthsRequest {
            var day: LocalDate? = null
            var months: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("months")) months = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddMonthsRequest(
                day ?: throw reader.missing("day"),
                months ?: throw reader.missing("months"),
            )
        }
    }
}

/** A birth date and a day. */
public data class AgeRequest(
    /** The birth date. */
    public val bornOn: LocalDate,
    /** The day on which the age is wanted. */
    public val on: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("born_on"); writer.value(bornOn)
        writer.field("on"); writer.value(on)
        writer.close()
    }

    public companion object : Wire<AgeRequest> {
        override fun read(reader: WireReader): AgeRequest {
            var bornOn: LocalDate? = null
            var on: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("born_on")) bornOn = reader.orNull { reader.day() }
                else if (reader.isAt("on")) on = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return AgeRequest(
                bornOn ?: throw reader.missing("born_on"),
                on ?: throw reader.missing("on"),
            )
        }
    }
}

/** A wall time. */
public data class ToInstantRequest(
    /** The zone. */
    public val zone: String,
    /** The day. */
    public val day: LocalDate,
    /** The time on the wall clock. */
    public val time: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.close()
    }

    public companion object : Wire<ToInstantRequest> {
        override fun read(reader: WireReader): ToInstantRequest {
            var zone: String? = null
            var day: LocalDate? = null
            var time: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ToInstantRequest(
                zone ?: throw reader.missing("zone"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
            )
        }
    }
}

/** What a wall time stands for. */
public data class WallTime(
    /** Whether clocks show it once, never or twice. */
    public val kind: WallKind,
    /** The moment; later by the gap for a time that clocks skip, the first for one that they show twice. */
    public val instant: Instant,
    /** The second moment of a time that clocks show twice. */
    public val second: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("instant"); writer.value(instant)
        if (second != null) { writer.field("second"); writer.value(second) }
        writer.close()
    }

    public companion object : Wire<WallTime> {
        override fun read(reader: WireReader): WallTime {
            var kind: WallKind? = null
            var instant: Instant? = null
            var second: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { WallKind.read(reader) }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else if (reader.isAt("second")) second = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return WallTime(
                kind ?: throw reader.missing("kind"),
                instant ?: throw reader.missing("instant"),
                second,
            )
        }
    }
}

/** Whether clocks show a time once, never or twice. */
public enum class WallKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Once. */
    ONCE("once"),
    /** Never: clocks went forward over it. */
    NEVER("never"),
    /** Twice: clocks went back over it. */
    TWICE("twice"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<WallKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): WallKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** A moment and a zone. */
public data class ToLocalRequest(
    /** The zone. */
    public val zone: String,
    /** The moment. */
    public val instant: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("instant"); writer.value(instant)
        writer.close()
    }

    public companion object : Wire<ToLocalRequest> {
        override fun read(reader: WireReader): ToLocalRequest {
            var zone: String? = null
            var instant: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ToLocalRequest(
                zone ?: throw reader.missing("zone"),
                instant ?: throw reader.missing("instant"),
            )
        }
    }
}

/** What clocks show: a day and a time, without a zone. */
public data class LocalTime(
    /** The day. */
    public val day: LocalDate,
    /** The time on the wall clock. */
    public val time: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.close()
    }

    public companion object : Wire<LocalTime> {
        override fun read(reader: WireReader): LocalTime {
            var day: LocalDate? = null
            var time: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return LocalTime(
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
            )
        }
    }
}

/** Days in a zone. */
public data class DayLengthRequest(
    /** The zone. */
    public val zone: String,
    /** The day. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<DayLengthRequest> {
        override fun read(reader: WireReader): DayLengthRequest {
            var zone: String? = null
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return DayLengthRequest(
                zone ?: throw reader.missing("zone"),
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** A stretch of time in a zone. */
public data class ClockChangesRequest(
    /** The zone. */
    public val zone: String,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<ClockChangesRequest> {
        override fun read(reader: WireReader): ClockChangesRequest {
            var zone: String? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return ClockChangesRequest(
                zone ?: throw reader.missing("zone"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** Opening hours and days. */
public data class OpenSpansRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The days. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<OpenSpansRequest> {
        override fun read(reader: WireReader): OpenSpansRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return OpenSpansRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** Opening hours and a moment. */
public data class IsOpenRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The moment. */
    public val instant: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("instant"); writer.value(instant)
        writer.close()
    }

    public companion object : Wire<IsOpenRequest> {
        override fun read(reader: WireReader): IsOpenRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var instant: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return IsOpenRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                instant ?: throw reader.missing("instant"),
            )
        }
    }
}

/** Opening hours and a stretch of time. */
public data class OpenTimeRequest(
    /** The zone. */
    public val zone: String,
    /** When it is open. */
    public val hours: OpeningHours,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("hours"); hours.write(writer)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<OpenTimeRequest> {
        override fun read(reader: WireReader): OpenTimeRequest {
            var zone: String? = null
            var hours: OpeningHours? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return OpenTimeRequest(
                zone ?: throw reader.missing("zone"),
                hours ?: throw reader.missing("hours"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** A calendar, a day and a number of business days. */
public data class AddBusinessDaysRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The day. */
    public val day: LocalDate,
    /** So many business days later, or earlier when negative. */
    public val days: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("days"); writer.value(days)
        writer.close()
    }

    public companion object : Wire<AddBusinessDaysRequest> {
        override fun read(reader: WireReader): AddBusinessDaysRequest {
            var calendar: BusinessCalendar? = null
            var day: LocalDate? = null
            var days: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("days")) days = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddBusinessDaysRequest(
                calendar ?: throw reader.missing("calendar"),
                day ?: throw reader.missing("day"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A calendar and days. */
public data class BusinessDaysRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The days, both ends included. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<BusinessDaysRequest> {
        override fun read(reader: WireReader): BusinessDaysRequest {
            var calendar: BusinessCalendar? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return BusinessDaysRequest(
                calendar ?: throw reader.missing("calendar"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A calendar, a moment and a length of business time. */
public data class AddBusinessTimeRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The moment. */
    public val start: Instant,
    /** So many seconds of business time. */
    public val seconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("start"); writer.value(start)
        writer.field("seconds"); writer.value(seconds)
        writer.close()
    }

    public companion object : Wire<AddBusinessTimeRequest> {
        override fun read(reader: WireReader): AddBusinessTimeRequest {
            var calendar: BusinessCalendar? = null
            var start: Instant? = null
            var seconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("seconds")) seconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return AddBusinessTimeRequest(
                calendar ?: throw reader.missing("calendar"),
                start ?: throw reader.missing("start"),
                seconds ?: throw reader.missing("seconds"),
            )
        }
    }
}

/** A calendar and a stretch of time. */
public data class BusinessTimeRequest(
    /** The calendar. */
    public val calendar: BusinessCalendar,
    /** The stretch. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("calendar"); calendar.write(writer)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<BusinessTimeRequest> {
        override fun read(reader: WireReader): BusinessTimeRequest {
            var calendar: BusinessCalendar? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("calendar")) calendar = reader.orNull { BusinessCalendar.read(reader) }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return BusinessTimeRequest(
                calendar ?: throw reader.missing("calendar"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** An interval, its anchor and how many periods are wanted. */
public data class PeriodsRequest(
    /** How often. */
    public val interval: Interval,
    /** The first day of period 0. */
    public val anchor: LocalDate,
    /** The number of the first period that is wanted. */
    public val first: Int,
    /** How many periods. */
    public val count: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("interval"); interval.write(writer)
        writer.field("anchor"); writer.value(anchor)
        writer.field("first"); writer.value(first)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    public companion object : Wire<PeriodsRequest> {
        override fun read(reader: WireReader): PeriodsRequest {
            var interval: Interval? = null
            var anchor: LocalDate? = null
            var first: Int? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("first")) first = reader.orNull { reader.whole() }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return PeriodsRequest(
                interval ?: throw reader.missing("interval"),
                anchor ?: throw reader.missing("anchor"),
                first ?: throw reader.missing("first"),
                count ?: throw reader.missing("count"),
            )
        }
    }
}

/** An interval, its anchor and a day. */
public data class PeriodOfRequest(
    /** How often. */
    public val interval: Interval,
    /** The first day of period 0. */
    public val anchor: LocalDate,
    /** The day whose period is wanted. */
    public val day: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("interval"); interval.write(writer)
        writer.field("anchor"); writer.value(anchor)
        writer.field("day"); writer.value(day)
        writer.close()
    }

    public companion object : Wire<PeriodOfRequest> {
        override fun read(reader: WireReader): PeriodOfRequest {
            var interval: Interval? = null
            var anchor: LocalDate? = null
            var day: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("interval")) interval = reader.orNull { Interval.read(reader) }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return PeriodOfRequest(
                interval ?: throw reader.missing("interval"),
                anchor ?: throw reader.missing("anchor"),
                day ?: throw reader.missing("day"),
            )
        }
    }
}

/** A billing period. */
public data class NumberedPeriod(
    /** Its number, 0 being the one that begins on the anchor. */
    public val number: Int,
    /** Its days. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<NumberedPeriod> {
        override fun read(reader: WireReader): NumberedPeriod {
            var number: Int? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return NumberedPeriod(
                number ?: throw reader.missing("number"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A recurrence, and which of its occurrences are asked for. */
public data class OccurrencesRequest(
    /** The zone whose clocks it goes by. */
    public val zone: String,
    /** When it recurs. */
    public val recurrence: Recurrence,
    /** The stretch that is asked for; all when not given. */
    public val within: Span? = null,
    /** How many occurrences are answered at most. */
    public val limit: Int? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        writer.field("recurrence"); recurrence.write(writer)
        if (within != null) { writer.field("within"); within.write(writer) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.close()
    }

    public companion object : Wire<OccurrencesRequest> {
        override fun read(reader: WireReader): OccurrencesRequest {
            var zone: String? = null
            var recurrence: Recurrence? = null
            var within: Span? = null
            var limit: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("recurrence")) recurrence = reader.orNull { Recurrence.read(reader) }
                else if (reader.isAt("within")) within = reader.orNull { Span.read(reader) }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return OccurrencesRequest(
                zone ?: throw reader.missing("zone"),
                recurrence ?: throw reader.missing("recurrence"),
                within,
                limit,
            )
        }
    }
}

/** When something recurs. Without a rule it occurs at its start and at the times added. */
public data class Recurrence(
    /** When it first may occur; what the rule leaves open, such as the time of day, is taken from here. */
    public val start: LocalTime,
    /** The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`. */
    public val rule: String? = null,
    /** Times at which it does not occur. */
    public val excluded: List<LocalTime> = emptyList(),
    /** Days on which it does not occur. */
    public val excludedDays: List<LocalDate> = emptyList(),
    /** Times at which it occurs besides. */
    public val added: List<LocalTime> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); start.write(writer)
        if (rule != null) { writer.field("rule"); writer.value(rule) }
        if (excluded.isNotEmpty()) { writer.field("excluded"); writer.list(excluded) { it.write(writer) } }
        if (excludedDays.isNotEmpty()) { writer.field("excluded_days"); writer.list(excludedDays) { writer.value(it) } }
        if (added.isNotEmpty()) { writer.field("added"); writer.list(added) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<Recurrence> {
        override fun read(reader: WireReader): Recurrence {
            var start: LocalTime? = null
            var rule: String? = null
            var excluded: List<LocalTime>? = null
            var excludedDays: List<LocalDate>? = null
            var added: List<LocalTime>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { LocalTime.read(reader) }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("excluded")) excluded = reader.orNull { reader.list { LocalTime.read(reader) } }
                else if (reader.isAt("excluded_days")) excludedDays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("added")) added = reader.orNull { reader.list { LocalTime.read(reader) } }
                else throw reader.unknown()
            }
            return Recurrence(
                start ?: throw reader.missing("start"),
                rule,
                excluded ?: emptyList(),
                excludedDays ?: emptyList(),
                added ?: emptyList(),
            )
        }
    }
}

/** One occurrence: a moment, and what clocks show then. */
public data class Occurrence(
    /** The moment. */
    public val instant: Instant,
    /** The day that clocks show. */
    public val day: LocalDate,
    /** The time that clocks show; later by the gap where clocks skip the one meant. */
    public val time: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instant"); writer.value(instant)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.close()
    }

    public companion object : Wire<Occurrence> {
        override fun read(reader: WireReader): Occurrence {
            var instant: Instant? = null
            var day: LocalDate? = null
            var time: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instant")) instant = reader.orNull { reader.instant() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Occurrence(
                instant ?: throw reader.missing("instant"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
            )
        }
    }
}

/** The machines that come with the engine are asked for. */
public data class MachinesRequest(
    /** Only the one of that name; all when not given. */
    public val name: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.close()
    }

    public companion object : Wire<MachinesRequest> {
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

/** What would a name be in an address? */
public data class SlugRequest(
    /** The name, such as `Café Zürich`. */
    public val name: String,
    /** Slugs that others have, or had: an old one leads to the new one. */
    public val taken: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (taken.isNotEmpty()) { writer.field("taken"); writer.list(taken) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<SlugRequest> {
        override fun read(reader: WireReader): SlugRequest {
            var name: String? = null
            var taken: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return SlugRequest(
                name ?: throw reader.missing("name"),
                taken ?: emptyList(),
            )
        }
    }
}

/** Among whom, and by which rule? */
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

    public companion object : Wire<ChooseRequest> {
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

    public companion object : Wire<Candidate> {
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

    public companion object : Wire<AssignmentStrategy> {
        override fun read(reader: WireReader): AssignmentStrategy {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "least_loaded" -> LeastLoaded
                    "best_skill" -> BestSkill
                    else -> throw reader.fault("`$text` is not known here")
                }
            }
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: AssignmentStrategy =
                if (reader.isAt("round_robin")) RoundRobin(RoundRobinTurn.read(reader))
                else if (reader.isAt("named")) Named(reader.text())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Whose turn it was. */
public data class RoundRobinTurn(
    /** Who got the last one; nobody yet when not given. */
    public val after: String? = null,
    /**
     * Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
     * When all of them have left, they go on after the one of the candidates who got something last.
     */
    public val earlier: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (after != null) { writer.field("after"); writer.value(after) }
        if (earlier.isNotEmpty()) { writer.field("earlier"); writer.list(earlier) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<RoundRobinTurn> {
        override fun read(reader: WireReader): RoundRobinTurn {
            var after: String? = null
            var earlier: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("after")) after = reader.orNull { reader.text() }
                else if (reader.isAt("earlier")) earlier = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RoundRobinTurn(
                after,
                earlier ?: emptyList(),
            )
        }
    }
}

/** Who takes it. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("ranking"); writer.list(ranking) { writer.value(it) }
        writer.field("left_out"); writer.list(leftOut) { it.write(writer) }
        writer.field("by_load_instead"); writer.value(byLoadInstead)
        writer.field("stayed"); writer.value(stayed)
        if (turn != null) { writer.field("turn"); turn.write(writer) }
        writer.close()
    }

    public companion object : Wire<AssignmentChoice> {
        override fun read(reader: WireReader): AssignmentChoice {
            var id: String? = null
            var ranking: List<String>? = null
            var leftOut: List<LeftOut>? = null
            var byLoadInstead: Boolean? = null
            var stayed: Boolean? = null
            var turn: RoundRobinTurn? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("ranking")) ranking = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("left_out")) leftOut = reader.orNull { reader.list { LeftOut.read(reader) } }
                else if (reader.isAt("by_load_instead")) byLoadInstead = reader.orNull { reader.flag() }
                else if (reader.isAt("stayed")) stayed = reader.orNull { reader.flag() }
                else if (reader.isAt("turn")) turn = reader.orNull { RoundRobinTurn.read(reader) }
                else throw reader.unknown()
            }
            return AssignmentChoice(
                id,
                ranking ?: throw reader.missing("ranking"),
                leftOut ?: throw reader.missing("left_out"),
                byLoadInstead ?: throw reader.missing("by_load_instead"),
                stayed ?: throw reader.missing("stayed"),
                turn,
            )
        }
    }
}

/** Somebody who could not take it. */
public data class LeftOut(
    /** Who. */
    public val id: String,
    /** Why. */
    public val why: LeftOutWhy,
    /** The skills that they lack. */
    public val lacks: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("why"); why.write(writer)
        writer.field("lacks"); writer.list(lacks) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<LeftOut> {
        override fun read(reader: WireReader): LeftOut {
            var id: String? = null
            var why: LeftOutWhy? = null
            var lacks: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("why")) why = reader.orNull { LeftOutWhy.read(reader) }
                else if (reader.isAt("lacks")) lacks = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return LeftOut(
                id ?: throw reader.missing("id"),
                why ?: throw reader.missing("why"),
                lacks ?: throw reader.missing("lacks"),
            )
        }
    }
}

/** Why somebody could not take it. */
public enum class LeftOutWhy(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Offline, absent or not free. */
    ABSENT("absent"),
    /** Outside of their hours. */
    OUTSIDE_HOURS("outside_hours"),
    /** With as much to do as they may have. */
    AT_LIMIT("at_limit"),
    /** Without a skill that is needed. */
    SKILL("skill"),
    /** They work elsewhere. */
    AREA("area"),
    /** Somebody else was named. */
    NOT_NAMED("not_named"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<LeftOutWhy> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): LeftOutWhy {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** An attempt failed: when is the next one? */
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

    public companion object : Wire<RetryRequest> {
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

    public companion object : Wire<RetryPolicy> {
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
public data class NextAttempt(
    /** Which attempt is next. */
    public val attempt: Int? = null,
    /** When. */
    public val at: Instant? = null,
    /** Why there is none. */
    public val over: RetryOver? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (attempt != null) { writer.field("attempt"); writer.value(attempt) }
        if (at != null) { writer.field("at"); writer.value(at) }
        if (over != null) { writer.field("over"); over.write(writer) }
        writer.close()
    }

    public companion object : Wire<NextAttempt> {
        override fun read(reader: WireReader): NextAttempt {
            var attempt: Int? = null
            var at: Instant? = null
            var over: RetryOver? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("attempt")) attempt = reader.orNull { reader.whole() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("over")) over = reader.orNull { RetryOver.read(reader) }
                else throw reader.unknown()
            }
            return NextAttempt(
                attempt,
                at,
                over,
            )
        }
    }
}

/** Why something is not tried again. */
public enum class RetryOver(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It would fail again. */
    PERMANENT("permanent"),
    /** That was the last attempt. */
    EXHAUSTED("exhausted"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<RetryOver> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): RetryOver {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** New samples: does the alert open or clear? */
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

    public companion object : Wire<AlertRequest> {
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

    public companion object : Wire<AlertRule> {
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
public enum class AlertComparison(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It is more. */
    ABOVE("above"),
    /** It is as much or more. */
    AT_LEAST("at_least"),
    /** It is less. */
    BELOW("below"),
    /** It is as much or less. */
    AT_MOST("at_most"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<AlertComparison> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): AlertComparison {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What an alert rule remembers between two questions. */
public data class AlertState(
    /** The last sample that was looked at. */
    public val last: AlertSample? = null,
    /** Since when the value is beyond the threshold. */
    public val beyondSince: Instant? = null,
    /** Since when the alert is open. */
    public val openSince: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (last != null) { writer.field("last"); last.write(writer) }
        if (beyondSince != null) { writer.field("beyond_since"); writer.value(beyondSince) }
        if (openSince != null) { writer.field("open_since"); writer.value(openSince) }
        writer.close()
    }

    public companion object : Wire<AlertState> {
        override fun read(reader: WireReader): AlertState {
            var last: AlertSample? = null
            var beyondSince: Instant? = null
            var openSince: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("last")) last = reader.orNull { AlertSample.read(reader) }
                else if (reader.isAt("beyond_since")) beyondSince = reader.orNull { reader.instant() }
                else if (reader.isAt("open_since")) openSince = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return AlertState(
                last,
                beyondSince,
                openSince,
            )
        }
    }
}

/** A value at a moment. It lasts until the next one. */
public data class AlertSample(
    /** When it was measured. */
    public val at: Instant,
    /** The value. */
    public val value: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("at"); writer.value(at)
        writer.field("value"); writer.value(value)
        writer.close()
    }

    public companion object : Wire<AlertSample> {
        override fun read(reader: WireReader): AlertSample {
            var at: Instant? = null
            var value: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("value")) value = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return AlertSample(
                at ?: throw reader.missing("at"),
                value ?: throw reader.missing("value"),
            )
        }
    }
}

/** What became of an alert. */
public data class Alerted(
    /** What is to be given with the next samples. */
    public val state: AlertState,
    /** What happened, in order: the alert opens once, stays open, and clears once. */
    public val changes: List<AlertChange>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); state.write(writer)
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Alerted> {
        override fun read(reader: WireReader): Alerted {
            var state: AlertState? = null
            var changes: List<AlertChange>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { AlertState.read(reader) }
                else if (reader.isAt("changes")) changes = reader.orNull { reader.list { AlertChange.read(reader) } }
                else throw reader.unknown()
            }
            return Alerted(
                state ?: throw reader.missing("state"),
                changes ?: throw reader.missing("changes"),
            )
        }
    }
}

/** An alert that opened or cleared. */
public data class AlertChange(
    /** Whether it opened; it cleared otherwise. */
    public val opened: Boolean,
    /** When. */
    public val at: Instant,
    /** The value at that moment. */
    public val value: BigDecimal,
    /** How grave it is. */
    public val severity: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("opened"); writer.value(opened)
        writer.field("at"); writer.value(at)
        writer.field("value"); writer.value(value)
        if (severity != null) { writer.field("severity"); writer.value(severity) }
        writer.close()
    }

    public companion object : Wire<AlertChange> {
        override fun read(reader: WireReader): AlertChange {
            var opened: Boolean? = null
            var at: Instant? = null
            var value: BigDecimal? = null
            var severity: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("opened")) opened = reader.orNull { reader.flag() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("value")) value = reader.orNull { reader.decimal() }
                else if (reader.isAt("severity")) severity = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AlertChange(
                opened ?: throw reader.missing("opened"),
                at ?: throw reader.missing("at"),
                value ?: throw reader.missing("value"),
                severity,
            )
        }
    }
}

/** A new list. */
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

    public companion object : Wire<CreateListRequest> {
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

    public companion object : Wire<PublishRequest> {
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
public data class Published(
    /** The list. */
    public val list: RateListDefinition,
    /** The former versions that it supersedes. */
    public val superseded: List<RateListDefinition>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("superseded"); writer.list(superseded) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Published> {
        override fun read(reader: WireReader): Published {
            var list: RateListDefinition? = null
            var superseded: List<RateListDefinition>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("superseded")) superseded = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else throw reader.unknown()
            }
            return Published(
                list ?: throw reader.missing("list"),
                superseded ?: throw reader.missing("superseded"),
            )
        }
    }
}

/** A list that is to become a draft again. */
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

    public companion object : Wire<UnpublishRequest> {
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
public data class ListRequest(
    /** The list. */
    public val list: RateListDefinition,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.close()
    }

    public companion object : Wire<ListRequest> {
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

    public companion object : Wire<EditRequest> {
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

    public companion object : Wire<CloneRequest> {
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

    public companion object : Wire<AddBlackoutRequest> {
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
public data class BookedStay(
    /** What the booking is known by. */
    public val number: String,
    /** The day of arrival. */
    public val checkIn: LocalDate,
    /** The day of departure. */
    public val checkOut: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("check_in"); writer.value(checkIn)
        writer.field("check_out"); writer.value(checkOut)
        writer.close()
    }

    public companion object : Wire<BookedStay> {
        override fun read(reader: WireReader): BookedStay {
            var number: String? = null
            var checkIn: LocalDate? = null
            var checkOut: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.text() }
                else if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("check_out")) checkOut = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return BookedStay(
                number ?: throw reader.missing("number"),
                checkIn ?: throw reader.missing("check_in"),
                checkOut ?: throw reader.missing("check_out"),
            )
        }
    }
}

/** A list with its new blackout, and the bookings that lie in it. */
public data class BlackoutAdded(
    /** The list. */
    public val list: RateListDefinition,
    /** Bookings with a night in the blackout. */
    public val touched: List<BookedStay>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("touched"); writer.list(touched) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<BlackoutAdded> {
        override fun read(reader: WireReader): BlackoutAdded {
            var list: RateListDefinition? = null
            var touched: List<BookedStay>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { RateListDefinition.read(reader) }
                else if (reader.isAt("touched")) touched = reader.orNull { reader.list { BookedStay.read(reader) } }
                else throw reader.unknown()
            }
            return BlackoutAdded(
                list ?: throw reader.missing("list"),
                touched ?: throw reader.missing("touched"),
            )
        }
    }
}

/** Days that are to be sold again. */
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

    public companion object : Wire<RemoveBlackoutRequest> {
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

/** A dearer plan for some hours. */
public data class BoostRequest(
    /** The currency of every amount. */
    public val currency: String,
    /** The monthly price of the plan as it is. */
    public val currentPrice: BigDecimal,
    /** The monthly price of the plan for the boost. */
    public val boostedPrice: BigDecimal,
    /** When the boost begins. */
    public val start: Instant,
    /** How many hours it lasts. */
    public val hours: Int,
    /** The zone whose month counts. */
    public val zone: String,
    /** Never less than this. */
    public val minimumCharge: BigDecimal? = null,
    /** The shortest boost. */
    public val minHours: Int = 1,
    /** The longest boost. */
    public val maxHours: Int = 720,
    /** Where a half goes. */
    public val rounding: RoundingMode = RoundingMode.HALF_UP,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("current_price"); writer.value(currentPrice)
        writer.field("boosted_price"); writer.value(boostedPrice)
        writer.field("start"); writer.value(start)
        writer.field("hours"); writer.value(hours)
        writer.field("zone"); writer.value(zone)
        if (minimumCharge != null) { writer.field("minimum_charge"); writer.value(minimumCharge) }
        writer.field("min_hours"); writer.value(minHours)
        writer.field("max_hours"); writer.value(maxHours)
        writer.field("rounding"); rounding.write(writer)
        writer.close()
    }

    public companion object : Wire<BoostRequest> {
        override fun read(reader: WireReader): BoostRequest {
            var currency: String? = null
            var currentPrice: BigDecimal? = null
            var boostedPrice: BigDecimal? = null
            var start: Instant? = null
            var hours: Int? = null
            var zone: String? = null
            var minimumCharge: BigDecimal? = null
            var minHours: Int? = null
            var maxHours: Int? = null
            var rounding: RoundingMode? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("current_price")) currentPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("boosted_price")) boostedPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("hours")) hours = reader.orNull { reader.whole() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("minimum_charge")) minimumCharge = reader.orNull { reader.decimal() }
                else if (reader.isAt("min_hours")) minHours = reader.orNull { reader.whole() }
                else if (reader.isAt("max_hours")) maxHours = reader.orNull { reader.whole() }
                else if (reader.isAt("rounding")) rounding = reader.orNull { RoundingMode.read(reader) }
                else throw reader.unknown()
            }
            return BoostRequest(
                currency ?: throw reader.missing("currency"),
                currentPrice ?: throw reader.missing("current_price"),
                boostedPrice ?: throw reader.missing("boosted_price"),
                start ?: throw reader.missing("start"),
                hours ?: throw reader.missing("hours"),
                zone ?: throw reader.missing("zone"),
                minimumCharge,
                minHours ?: 1,
                maxHours ?: 720,
                rounding ?: RoundingMode.HALF_UP,
            )
        }
    }
}

/** What a boost costs, and when it ends. */
public data class Boost(
    /** The price. */
    public val price: Money,
    /** The end: the start and so many hours of elapsed time, clock changes or not. */
    public val end: Instant,
    /** How many seconds the month of the start has in the zone. */
    public val monthSeconds: Long,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); price.write(writer)
        writer.field("end"); writer.value(end)
        writer.field("month_seconds"); writer.value(monthSeconds)
        writer.close()
    }

    public companion object : Wire<Boost> {
        override fun read(reader: WireReader): Boost {
            var price: Money? = null
            var end: Instant? = null
            var monthSeconds: Long? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Money.read(reader) }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else if (reader.isAt("month_seconds")) monthSeconds = reader.orNull { reader.long() }
                else throw reader.unknown()
            }
            return Boost(
                price ?: throw reader.missing("price"),
                end ?: throw reader.missing("end"),
                monthSeconds ?: throw reader.missing("month_seconds"),
            )
        }
    }
}

/** Where something is sold, by whom and when. */
public data class TaxesForRequest(
    /** The seller's place, its category and, where wanted, its own tables. */
    public val region: TaxRegion,
    /** Where it is taxed; the seller's place when not given. */
    public val placeOfSupply: String? = null,
    /** The buyer's tax id as a business. */
    public val businessTaxId: String? = null,
    /** The day of supply. */
    public val on: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("region"); region.write(writer)
        if (placeOfSupply != null) { writer.field("place_of_supply"); writer.value(placeOfSupply) }
        if (businessTaxId != null) { writer.field("business_tax_id"); writer.value(businessTaxId) }
        writer.field("on"); writer.value(on)
        writer.close()
    }

    public companion object : Wire<TaxesForRequest> {
        override fun read(reader: WireReader): TaxesForRequest {
            var region: TaxRegion? = null
            var placeOfSupply: String? = null
            var businessTaxId: String? = null
            var on: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("region")) region = reader.orNull { TaxRegion.read(reader) }
                else if (reader.isAt("place_of_supply")) placeOfSupply = reader.orNull { reader.text() }
                else if (reader.isAt("business_tax_id")) businessTaxId = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return TaxesForRequest(
                region ?: throw reader.missing("region"),
                placeOfSupply,
                businessTaxId,
                on ?: throw reader.missing("on"),
            )
        }
    }
}

/** Which blackout days are wanted. */
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

    public companion object : Wire<BlackoutDaysRequest> {
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
public data class BlackoutDay(
    /** The day. */
    public val day: LocalDate,
    /** Why. */
    public val reason: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.close()
    }

    public companion object : Wire<BlackoutDay> {
        override fun read(reader: WireReader): BlackoutDay {
            var day: LocalDate? = null
            var reason: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BlackoutDay(
                day ?: throw reader.missing("day"),
                reason,
            )
        }
    }
}

/**
 * What is to be priced: the days or hours, the party, and what was chosen.
 *
 * A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
 */
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
    /** How many rooms or units. */
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
    /** Where the service is taxed, such as `IN-MH`; the seller's place when not given. */
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

    public companion object : Wire<PriceRequest> {
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

/** A price, explained: its lines always add up to the total exactly. */
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
    /** What came off, not above zero. */
    public val discounts: BigDecimal,
    /** The fees. */
    public val fees: BigDecimal,
    /** The taxes by name, inclusive ones too. */
    public val taxes: List<TaxTotal>,
    /** The total without any tax. */
    public val net: BigDecimal,
    /** What is to be paid. */
    public val total: BigDecimal,
    /** The moment as of which it was priced, as the request said. */
    public val pricedAt: Instant? = null,
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
        writer.close()
    }

    public companion object : Wire<Price> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** One line of a price. */
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
        writer.close()
    }

    public companion object : Wire<Line> {
        override fun read(reader: WireReader): Line {
            var kind: LineKind? = null
            var label: String? = null
            var rule: String? = null
            var day: LocalDate? = null
            var quantity: BigDecimal? = null
            var unitAmount: BigDecimal? = null
            var amount: BigDecimal? = null
            var taxCategory: String? = null
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** What a line is for. */
public enum class LineKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** A unit: a night of a room, a day of a vehicle, a piece. */
    UNIT("unit"),
    /** An adult beyond those the unit's price includes. */
    EXTRA_ADULT("extra_adult"),
    /** A child. */
    CHILD("child"),
    /** Hours in one window, or a block of hours. */
    HOURS("hours"),
    /** What brings the hours up to the minimum charge. */
    MINIMUM("minimum"),
    /** A supplement that everyone pays. */
    SUPPLEMENT("supplement"),
    /** A supplement that was chosen. */
    EXTRA("extra"),
    /** A discount. */
    DISCOUNT("discount"),
    /** A fee. */
    FEE("fee"),
    /** A tax that is added. */
    TAX("tax"),
    /** The difference that rounding the total made. */
    ROUNDING("rounding"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<LineKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): LineKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** One tax of a price. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (percent != null) { writer.field("percent"); writer.value(percent) }
        writer.field("base"); writer.value(base)
        writer.field("amount"); writer.value(amount)
        writer.field("inclusive"); writer.value(inclusive)
        if (category != null) { writer.field("category"); writer.value(category) }
        writer.close()
    }

    public companion object : Wire<TaxTotal> {
        override fun read(reader: WireReader): TaxTotal {
            var name: String? = null
            var percent: BigDecimal? = null
            var base: BigDecimal? = null
            var amount: BigDecimal? = null
            var inclusive: Boolean? = null
            var category: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("percent")) percent = reader.orNull { reader.decimal() }
                else if (reader.isAt("base")) base = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else if (reader.isAt("inclusive")) inclusive = reader.orNull { reader.flag() }
                else if (reader.isAt("category")) category = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return TaxTotal(
                name ?: throw reader.missing("name"),
                percent,
                base ?: throw reader.missing("base"),
                amount ?: throw reader.missing("amount"),
                inclusive ?: throw reader.missing("inclusive"),
                category,
            )
        }
    }
}

/** A price wanted in another currency. */
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

    public companion object : Wire<PriceInRequest> {
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
public data class PriceIn(
    /** The price in the list's own currency, explained. */
    public val price: Price,
    /** The total in the other currency, with the rate, its time and its source. */
    public val total: Conversion,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); price.write(writer)
        writer.field("total"); total.write(writer)
        writer.close()
    }

    public companion object : Wire<PriceIn> {
        override fun read(reader: WireReader): PriceIn {
            var price: Price? = null
            var total: Conversion? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("total")) total = reader.orNull { Conversion.read(reader) }
                else throw reader.unknown()
            }
            return PriceIn(
                price ?: throw reader.missing("price"),
                total ?: throw reader.missing("total"),
            )
        }
    }
}

/** A price or a refusal in sentences. */
public data class Explanation(
    /** One sentence for each line or reason, and one for the total. */
    public val sentences: List<String>,
    /** The price, when there is one. */
    public val price: Price? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("sentences"); writer.list(sentences) { writer.value(it) }
        if (price != null) { writer.field("price"); price.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<Explanation> {
        override fun read(reader: WireReader): Explanation {
            var sentences: List<String>? = null
            var price: Price? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("sentences")) sentences = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return Explanation(
                sentences ?: throw reader.missing("sentences"),
                price,
                error,
            )
        }
    }
}

/** An error as it crosses a wire. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("message"); writer.value(message)
        writer.field("path"); writer.value(path)
        if (details.isNotEmpty()) { writer.field("details"); writer.map(details) { writer.value(it) } }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ErrorReport> {
        override fun read(reader: WireReader): ErrorReport {
            var code: Code? = null
            var message: String? = null
            var path: String? = null
            var details: Map<String, Json>? = null
            var reasons: List<Reason>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else throw reader.unknown()
            }
            return ErrorReport(
                code ?: throw reader.missing("code"),
                message ?: throw reader.missing("message"),
                path ?: throw reader.missing("path"),
                details ?: emptyMap(),
                reasons ?: throw reader.missing("reasons"),
            )
        }
    }
}

/** One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved. */
public data class Reason(
    /** Dotted and stable, such as `rates.blackout`; the catalogue is `Code`. */
    public val code: Code,
    /** A sentence a person can act on. */
    public val message: String,
    /** Where: a JSON pointer into the definition or request, empty for the whole. */
    public val path: String,
    /** The figures involved. */
    public val details: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("code"); code.write(writer)
        writer.field("message"); writer.value(message)
        writer.field("path"); writer.value(path)
        if (details.isNotEmpty()) { writer.field("details"); writer.map(details) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<Reason> {
        override fun read(reader: WireReader): Reason {
            var code: Code? = null
            var message: String? = null
            var path: String? = null
            var details: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("details")) details = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return Reason(
                code ?: throw reader.missing("code"),
                message ?: throw reader.missing("message"),
                path ?: throw reader.missing("path"),
                details ?: emptyMap(),
            )
        }
    }
}

/** Many requests at once. */
public data class QuoteManyRequest(
    /** The requests, each answered by itself. */
    public val requests: List<PriceRequest>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("requests"); writer.list(requests) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<QuoteManyRequest> {
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
public data class Quoted(
    /** The price, when there is one. */
    public val price: Price? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (price != null) { writer.field("price"); price.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<Quoted> {
        override fun read(reader: WireReader): Quoted {
            var price: Price? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return Quoted(
                price,
                error,
            )
        }
    }
}

/** The total of one of many requests, or why there is none. */
public data class Totalled(
    /** The total, when there is one. */
    public val total: BigDecimal? = null,
    /** Every reason, when there is none. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (total != null) { writer.field("total"); writer.value(total) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<Totalled> {
        override fun read(reader: WireReader): Totalled {
            var total: BigDecimal? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return Totalled(
                total,
                error,
            )
        }
    }
}

/** Every arrival day × length of stay × party, for calendars and channel feeds. */
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

    public companion object : Wire<GridRequest> {
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

    public companion object : Wire<GridParty> {
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
public data class Grid(
    /** The currency of every total. */
    public val currency: String,
    /** Cells in the order of parties, then arrivals, then nights. */
    public val cells: List<GridCell>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("cells"); writer.list(cells) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Grid> {
        override fun read(reader: WireReader): Grid {
            var currency: String? = null
            var cells: List<GridCell>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("cells")) cells = reader.orNull { reader.list { GridCell.read(reader) } }
                else throw reader.unknown()
            }
            return Grid(
                currency ?: throw reader.missing("currency"),
                cells ?: throw reader.missing("cells"),
            )
        }
    }
}

/** One cell of the grid. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("party"); writer.value(party)
        writer.field("arrival"); writer.value(arrival)
        writer.field("nights"); writer.value(nights)
        if (total != null) { writer.field("total"); writer.value(total) }
        if (code != null) { writer.field("code"); code.write(writer) }
        writer.close()
    }

    public companion object : Wire<GridCell> {
        override fun read(reader: WireReader): GridCell {
            var party: Int? = null
            var arrival: LocalDate? = null
            var nights: Int? = null
            var total: BigDecimal? = null
            var code: Code? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("party")) party = reader.orNull { reader.whole() }
                else if (reader.isAt("arrival")) arrival = reader.orNull { reader.day() }
                else if (reader.isAt("nights")) nights = reader.orNull { reader.whole() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("code")) code = reader.orNull { Code.read(reader) }
                else throw reader.unknown()
            }
            return GridCell(
                party ?: throw reader.missing("party"),
                arrival ?: throw reader.missing("arrival"),
                nights ?: throw reader.missing("nights"),
                total,
                code,
            )
        }
    }
}

/** A request for a list's compact form. */
public class PackRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PackRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "PackRequest()"

    public companion object : Wire<PackRequest> {
        override fun read(reader: WireReader): PackRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return PackRequest()
        }
    }
}

/** A list in its compact form. */
public data class Packed(
    /** How many bytes the definition has as JSON. */
    public val jsonBytes: Long,
    /** The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does. */
    public val contentBase64: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("json_bytes"); writer.value(jsonBytes)
        writer.field("content_base64"); writer.value(contentBase64)
        writer.close()
    }

    public companion object : Wire<Packed> {
        override fun read(reader: WireReader): Packed {
            var jsonBytes: Long? = null
            var contentBase64: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("json_bytes")) jsonBytes = reader.orNull { reader.long() }
                else if (reader.isAt("content_base64")) contentBase64 = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Packed(
                jsonBytes ?: throw reader.missing("json_bytes"),
                contentBase64 ?: throw reader.missing("content_base64"),
            )
        }
    }
}

/** A request to every list. */
public data class CheapestRequest(
    /** What is to be priced. */
    public val request: PriceRequest,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("request"); request.write(writer)
        writer.close()
    }

    public companion object : Wire<CheapestRequest> {
        override fun read(reader: WireReader): CheapestRequest {
            var request: PriceRequest? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else throw reader.unknown()
            }
            return CheapestRequest(
                request ?: throw reader.missing("request"),
            )
        }
    }
}

/** What the lists offer, cheapest first. */
public data class Cheapest(
    /** The price of the cheapest offer; none when no list can answer. */
    public val price: Price? = null,
    /** Every list that can answer, cheapest first; the earlier list where two cost the same. */
    public val offers: List<Offer>,
    /** Every list that cannot, and why. */
    public val refused: List<Lost>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (price != null) { writer.field("price"); price.write(writer) }
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.field("refused"); writer.list(refused) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Cheapest> {
        override fun read(reader: WireReader): Cheapest {
            var price: Price? = null
            var offers: List<Offer>? = null
            var refused: List<Lost>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("offers")) offers = reader.orNull { reader.list { Offer.read(reader) } }
                else if (reader.isAt("refused")) refused = reader.orNull { reader.list { Lost.read(reader) } }
                else throw reader.unknown()
            }
            return Cheapest(
                price,
                offers ?: throw reader.missing("offers"),
                refused ?: throw reader.missing("refused"),
            )
        }
    }
}

/** What one list offers. */
public data class Offer(
    /** The list. */
    public val list: ListRef,
    /** Its total. */
    public val total: BigDecimal,
    /** The currency of the total. */
    public val currency: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("total"); writer.value(total)
        writer.field("currency"); writer.value(currency)
        writer.close()
    }

    public companion object : Wire<Offer> {
        override fun read(reader: WireReader): Offer {
            var list: ListRef? = null
            var total: BigDecimal? = null
            var currency: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return Offer(
                list ?: throw reader.missing("list"),
                total ?: throw reader.missing("total"),
                currency ?: throw reader.missing("currency"),
            )
        }
    }
}

/** Which list, by its place, code and version. */
public data class ListRef(
    /** Its place among the lists, from 0 on. */
    public val index: Int,
    /** Its code. */
    public val code: String? = null,
    /** Its version. */
    public val version: Int,
    /** Its name. */
    public val name: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("index"); writer.value(index)
        if (code != null) { writer.field("code"); writer.value(code) }
        writer.field("version"); writer.value(version)
        writer.field("name"); writer.value(name)
        writer.close()
    }

    public companion object : Wire<ListRef> {
        override fun read(reader: WireReader): ListRef {
            var index: Int? = null
            var code: String? = null
            var version: Int? = null
            var name: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("index")) index = reader.orNull { reader.whole() }
                else if (reader.isAt("code")) code = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.whole() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ListRef(
                index ?: throw reader.missing("index"),
                code,
                version ?: throw reader.missing("version"),
                name ?: throw reader.missing("name"),
            )
        }
    }
}

/** A list that was not chosen. */
public data class Lost(
    /** The list. */
    public val list: ListRef,
    /** Why. */
    public val why: LostWhy,
    /** Every reason, when it refused. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("why"); why.write(writer)
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<Lost> {
        override fun read(reader: WireReader): Lost {
            var list: ListRef? = null
            var why: LostWhy? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("why")) why = reader.orNull { LostWhy.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return Lost(
                list ?: throw reader.missing("list"),
                why ?: throw reader.missing("why"),
                error,
            )
        }
    }
}

/** Why a list was not chosen. */
public enum class LostWhy(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It is for another supplier, service, destination or product. */
    OTHER_PRODUCT("other_product"),
    /** It refuses the request. */
    REFUSED("refused"),
    /** Another list has a higher priority. */
    PRIORITY("priority"),
    /** Another list is for the very product, destination or supplier. */
    LESS_SPECIFIC("less_specific"),
    /** Another list is a newer version. */
    OLDER_VERSION("older_version"),
    /** Nothing else tells them apart: another list's id comes first. */
    ID("id"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<LostWhy> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): LostWhy {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Which list is to answer, of those for a product. */
public data class SelectRequest(
    /** What is to be priced. */
    public val request: PriceRequest,
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
        if (supplier != null) { writer.field("supplier"); writer.value(supplier) }
        if (serviceType != null) { writer.field("service_type"); writer.value(serviceType) }
        if (destination != null) { writer.field("destination"); writer.value(destination) }
        if (product != null) { writer.field("product"); writer.value(product) }
        writer.close()
    }

    public companion object : Wire<SelectRequest> {
        override fun read(reader: WireReader): SelectRequest {
            var request: PriceRequest? = null
            var supplier: String? = null
            var serviceType: String? = null
            var destination: String? = null
            var product: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("supplier")) supplier = reader.orNull { reader.text() }
                else if (reader.isAt("service_type")) serviceType = reader.orNull { reader.text() }
                else if (reader.isAt("destination")) destination = reader.orNull { reader.text() }
                else if (reader.isAt("product")) product = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SelectRequest(
                request ?: throw reader.missing("request"),
                supplier,
                serviceType,
                destination,
                product,
            )
        }
    }
}

/** The list that answers, its price, and why the others do not. */
public data class Selection(
    /** The list. */
    public val list: ListRef,
    /** Its price. */
    public val price: Price,
    /** Every other list, in the order of the lists. */
    public val lost: List<Lost>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("price"); price.write(writer)
        writer.field("lost"); writer.list(lost) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Selection> {
        override fun read(reader: WireReader): Selection {
            var list: ListRef? = null
            var price: Price? = null
            var lost: List<Lost>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("price")) price = reader.orNull { Price.read(reader) }
                else if (reader.isAt("lost")) lost = reader.orNull { reader.list { Lost.read(reader) } }
                else throw reader.unknown()
            }
            return Selection(
                list ?: throw reader.missing("list"),
                price ?: throw reader.missing("price"),
                lost ?: throw reader.missing("lost"),
            )
        }
    }
}

/** Which overlaps are wanted. */
public data class OverlapsRequest(
    /** Only those that touch these days. */
    public val within: DayRange? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (within != null) { writer.field("within"); within.write(writer) }
        writer.close()
    }

    public companion object : Wire<OverlapsRequest> {
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
public data class Overlap(
    /** One list; none for the one that is not saved yet. */
    public val list: ListRef? = null,
    /** The other list. */
    public val other: ListRef,
    /** The days on which both answer. */
    public val days: DayRange,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (list != null) { writer.field("list"); list.write(writer) }
        writer.field("other"); other.write(writer)
        writer.field("days"); days.write(writer)
        writer.close()
    }

    public companion object : Wire<Overlap> {
        override fun read(reader: WireReader): Overlap {
            var list: ListRef? = null
            var other: ListRef? = null
            var days: DayRange? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("other")) other = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else throw reader.unknown()
            }
            return Overlap(
                list,
                other ?: throw reader.missing("other"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A list that is not saved yet. */
public data class ValidateDatesRequest(
    /** The list, as if it were published. */
    public val list: RateListDefinition,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.close()
    }

    public companion object : Wire<ValidateDatesRequest> {
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

    public companion object : Wire<SimulateRequest> {
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
public data class Simulation(
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
        writer.close()
    }

    public companion object : Wire<Simulation> {
        override fun read(reader: WireReader): Simulation {
            var currency: String? = null
            var differences: List<Difference>? = null
            var before: BigDecimal? = null
            var after: BigDecimal? = null
            var change: BigDecimal? = null
            var lost: Int? = null
            var won: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("differences")) differences = reader.orNull { reader.list { Difference.read(reader) } }
                else if (reader.isAt("before")) before = reader.orNull { reader.decimal() }
                else if (reader.isAt("after")) after = reader.orNull { reader.decimal() }
                else if (reader.isAt("change")) change = reader.orNull { reader.decimal() }
                else if (reader.isAt("lost")) lost = reader.orNull { reader.whole() }
                else if (reader.isAt("won")) won = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Simulation(
                currency ?: throw reader.missing("currency"),
                differences ?: throw reader.missing("differences"),
                before ?: throw reader.missing("before"),
                after ?: throw reader.missing("after"),
                change ?: throw reader.missing("change"),
                lost ?: throw reader.missing("lost"),
                won ?: throw reader.missing("won"),
            )
        }
    }
}

/** What would have changed for one request. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (before != null) { writer.field("before"); writer.value(before) }
        if (after != null) { writer.field("after"); writer.value(after) }
        if (change != null) { writer.field("change"); writer.value(change) }
        if (beforeCode != null) { writer.field("before_code"); beforeCode.write(writer) }
        if (afterCode != null) { writer.field("after_code"); afterCode.write(writer) }
        writer.close()
    }

    public companion object : Wire<Difference> {
        override fun read(reader: WireReader): Difference {
            var before: BigDecimal? = null
            var after: BigDecimal? = null
            var change: BigDecimal? = null
            var beforeCode: Code? = null
            var afterCode: Code? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("before")) before = reader.orNull { reader.decimal() }
                else if (reader.isAt("after")) after = reader.orNull { reader.decimal() }
                else if (reader.isAt("change")) change = reader.orNull { reader.decimal() }
                else if (reader.isAt("before_code")) beforeCode = reader.orNull { Code.read(reader) }
                else if (reader.isAt("after_code")) afterCode = reader.orNull { Code.read(reader) }
                else throw reader.unknown()
            }
            return Difference(
                before,
                after,
                change,
                beforeCode,
                afterCode,
            )
        }
    }
}

/** One change over many lists, to be looked at before it is saved. */
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

    public companion object : Wire<BulkUpdateRequest> {
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

    public companion object : Wire<ListFilter> {
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
public sealed interface BulkChange : RatebookValue {
    /** Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative. */
    public data class RaisePercent(public val held: BigDecimal) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("raise_percent"); writer.value(held)
            writer.close()
        }
    }

    /** Every such price rises by an amount, or falls when negative. */
    public data class RaiseAmount(public val held: BigDecimal) : BulkChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("raise_amount"); writer.value(held)
            writer.close()
        }
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

    public companion object : Wire<BulkChange> {
        override fun read(reader: WireReader): BulkChange {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: BulkChange =
                if (reader.isAt("raise_percent")) RaisePercent(reader.decimal())
                else if (reader.isAt("raise_amount")) RaiseAmount(reader.decimal())
                else if (reader.isAt("valid_last")) ValidLast(reader.day())
                else if (reader.isAt("add_blackout")) AddBlackout(Blackout.read(reader))
                else if (reader.isAt("add_tag")) AddTag(reader.text())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What a bulk update would change, and the lists as they would be. */
public data class BulkUpdate(
    /** Every field that changes. */
    public val changes: List<FieldChange>,
    /** The changed lists, as they would be saved: all of them or none. */
    public val lists: List<RateListDefinition>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("changes"); writer.list(changes) { it.write(writer) }
        writer.field("lists"); writer.list(lists) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<BulkUpdate> {
        override fun read(reader: WireReader): BulkUpdate {
            var changes: List<FieldChange>? = null
            var lists: List<RateListDefinition>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("changes")) changes = reader.orNull { reader.list { FieldChange.read(reader) } }
                else if (reader.isAt("lists")) lists = reader.orNull { reader.list { RateListDefinition.read(reader) } }
                else throw reader.unknown()
            }
            return BulkUpdate(
                changes ?: throw reader.missing("changes"),
                lists ?: throw reader.missing("lists"),
            )
        }
    }
}

/** One field that changes. */
public data class FieldChange(
    /** In which list. */
    public val list: ListRef,
    /** The field, as a JSON pointer. */
    public val path: String,
    /** What it was; nothing for a new entry. */
    public val before: Json? = null,
    /** What it becomes. */
    public val after: Json? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("list"); list.write(writer)
        writer.field("path"); writer.value(path)
        if (before != null) { writer.field("before"); writer.value(before) }
        if (after != null) { writer.field("after"); writer.value(after) }
        writer.close()
    }

    public companion object : Wire<FieldChange> {
        override fun read(reader: WireReader): FieldChange {
            var list: ListRef? = null
            var path: String? = null
            var before: Json? = null
            var after: Json? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("list")) list = reader.orNull { ListRef.read(reader) }
                else if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("before")) before = reader.orNull { reader.json() }
                else if (reader.isAt("after")) after = reader.orNull { reader.json() }
                else throw reader.unknown()
            }
            return FieldChange(
                list ?: throw reader.missing("list"),
                path ?: throw reader.missing("path"),
                before,
                after,
            )
        }
    }
}

/** The usage of a period. */
public data class UsageRequest(
    /** How much of each metric; what is not given is none. */
    public val usage: Map<String, BigDecimal> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (usage.isNotEmpty()) { writer.field("usage"); writer.map(usage) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<UsageRequest> {
        override fun read(reader: WireReader): UsageRequest {
            var usage: Map<String, BigDecimal>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("usage")) usage = reader.orNull { reader.map { reader.decimal() } }
                else throw reader.unknown()
            }
            return UsageRequest(
                usage ?: emptyMap(),
            )
        }
    }
}

/** What a period costs, explained: its lines add up to the total exactly. */
public data class PlanBill(
    /** The currency of every amount. */
    public val currency: String,
    /** Every line. */
    public val lines: List<PlanLine>,
    /** What is to be paid. */
    public val total: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("currency"); writer.value(currency)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.field("total"); writer.value(total)
        writer.close()
    }

    public companion object : Wire<PlanBill> {
        override fun read(reader: WireReader): PlanBill {
            var currency: String? = null
            var lines: List<PlanLine>? = null
            var total: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { PlanLine.read(reader) } }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return PlanBill(
                currency ?: throw reader.missing("currency"),
                lines ?: throw reader.missing("lines"),
                total ?: throw reader.missing("total"),
            )
        }
    }
}

/** One line of a bill. */
public data class PlanLine(
    /** What people call it. */
    public val label: String,
    /** The rule that made it, as a JSON pointer into the plan's definition. */
    public val rule: String,
    /** How many. */
    public val quantity: BigDecimal,
    /** What one of them costs, before rounding. */
    public val unitAmount: BigDecimal,
    /** What they cost together. */
    public val amount: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("label"); writer.value(label)
        writer.field("rule"); writer.value(rule)
        writer.field("quantity"); writer.value(quantity)
        writer.field("unit_amount"); writer.value(unitAmount)
        writer.field("amount"); writer.value(amount)
        writer.close()
    }

    public companion object : Wire<PlanLine> {
        override fun read(reader: WireReader): PlanLine {
            var label: String? = null
            var rule: String? = null
            var quantity: BigDecimal? = null
            var unitAmount: BigDecimal? = null
            var amount: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("quantity")) quantity = reader.orNull { reader.decimal() }
                else if (reader.isAt("unit_amount")) unitAmount = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return PlanLine(
                label ?: throw reader.missing("label"),
                rule ?: throw reader.missing("rule"),
                quantity ?: throw reader.missing("quantity"),
                unitAmount ?: throw reader.missing("unit_amount"),
                amount ?: throw reader.missing("amount"),
            )
        }
    }
}

/** Which billing periods are wanted. */
public data class PlanPeriodsRequest(
    /** The first day of the subscription, which begins period 0. */
    public val anchor: LocalDate,
    /** The number of the first period that is wanted. */
    public val first: Int = 0,
    /** How many periods. */
    public val count: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("anchor"); writer.value(anchor)
        writer.field("first"); writer.value(first)
        writer.field("count"); writer.value(count)
        writer.close()
    }

    public companion object : Wire<PlanPeriodsRequest> {
        override fun read(reader: WireReader): PlanPeriodsRequest {
            var anchor: LocalDate? = null
            var first: Int? = null
            var count: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("first")) first = reader.orNull { reader.whole() }
                else if (reader.isAt("count")) count = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return PlanPeriodsRequest(
                anchor ?: throw reader.missing("anchor"),
                first ?: 0,
                count ?: throw reader.missing("count"),
            )
        }
    }
}

/** A billing period. */
public data class BillingPeriod(
    /** Its number, from 0 on. */
    public val number: Int,
    /** Its days. */
    public val days: DayRange,
    /** The day on which it is billed: its first one in advance, the day after its last one in arrears. */
    public val billedOn: LocalDate,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        writer.field("days"); days.write(writer)
        writer.field("billed_on"); writer.value(billedOn)
        writer.close()
    }

    public companion object : Wire<BillingPeriod> {
        override fun read(reader: WireReader): BillingPeriod {
            var number: Int? = null
            var days: DayRange? = null
            var billedOn: LocalDate? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("billed_on")) billedOn = reader.orNull { reader.day() }
                else throw reader.unknown()
            }
            return BillingPeriod(
                number ?: throw reader.missing("number"),
                days ?: throw reader.missing("days"),
                billedOn ?: throw reader.missing("billed_on"),
            )
        }
    }
}

/** A change in the midst of a billing period. */
public data class ProrateRequest(
    /** What happens. */
    public val change: PlanChange,
    /** When. */
    public val at: Instant,
    /** The zone whose days count. */
    public val zone: String,
    /** The first day of the subscription's period 0. */
    public val anchor: LocalDate,
    /** Whether seconds or days are counted; the day of the change is the first of what comes after. */
    public val by: ProrationUnit = ProrationUnit.DAY,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("change"); change.write(writer)
        writer.field("at"); writer.value(at)
        writer.field("zone"); writer.value(zone)
        writer.field("anchor"); writer.value(anchor)
        writer.field("by"); by.write(writer)
        writer.close()
    }

    public companion object : Wire<ProrateRequest> {
        override fun read(reader: WireReader): ProrateRequest {
            var change: PlanChange? = null
            var at: Instant? = null
            var zone: String? = null
            var anchor: LocalDate? = null
            var by: ProrationUnit? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("change")) change = reader.orNull { PlanChange.read(reader) }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("anchor")) anchor = reader.orNull { reader.day() }
                else if (reader.isAt("by")) by = reader.orNull { ProrationUnit.read(reader) }
                else throw reader.unknown()
            }
            return ProrateRequest(
                change ?: throw reader.missing("change"),
                at ?: throw reader.missing("at"),
                zone ?: throw reader.missing("zone"),
                anchor ?: throw reader.missing("anchor"),
                by ?: ProrationUnit.DAY,
            )
        }
    }
}

/** What happens to a subscription. */
public sealed interface PlanChange : RatebookValue {
    /** It begins: the rest of the period is charged. */
    public data object Start : PlanChange {
        override fun write(writer: WireWriter) {
            writer.value("start")
        }
    }

    /** It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged. */
    public data class Switch(public val held: SwitchChange) : PlanChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("switch"); held.write(writer)
            writer.close()
        }
    }

    /** It ends: the rest of the period is credited. */
    public data object Cancel : PlanChange {
        override fun write(writer: WireWriter) {
            writer.value("cancel")
        }
    }

    /** It rests for a while: that while is credited. */
    public data class Pause(public val held: PauseChange) : PlanChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("pause"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<PlanChange> {
        override fun read(reader: WireReader): PlanChange {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "start" -> Start
                    "cancel" -> Cancel
                    else -> throw reader.fault("`$text` is not known here")
                }
            }
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: PlanChange =
                if (reader.isAt("switch")) Switch(SwitchChange.read(reader))
                else if (reader.isAt("pause")) Pause(PauseChange.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** The plan to which a subscription moves. */
public data class SwitchChange(
    /** Its price of a whole period. */
    public val price: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("price"); writer.value(price)
        writer.close()
    }

    public companion object : Wire<SwitchChange> {
        override fun read(reader: WireReader): SwitchChange {
            var price: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("price")) price = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return SwitchChange(
                price ?: throw reader.missing("price"),
            )
        }
    }
}

/** How long a subscription rests. */
public data class PauseChange(
    /** When it goes on, within the same period. */
    public val resumesAt: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resumes_at"); writer.value(resumesAt)
        writer.close()
    }

    public companion object : Wire<PauseChange> {
        override fun read(reader: WireReader): PauseChange {
            var resumesAt: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resumes_at")) resumesAt = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return PauseChange(
                resumesAt ?: throw reader.missing("resumes_at"),
            )
        }
    }
}

/** What is counted. */
public enum class ProrationUnit(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Whole days. */
    DAY("day"),
    /** Seconds of elapsed time. */
    SECOND("second"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ProrationUnit> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ProrationUnit {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What a change costs. */
public data class Proration(
    /** The billing period. */
    public val period: DayRange,
    /** How many days or seconds of the period lie before the change. */
    public val elapsed: Long,
    /** How many the period has. */
    public val whole: Long,
    /** The currency of every amount. */
    public val currency: String,
    /** Credit and charge, each on its own. */
    public val lines: List<ProrationLine>,
    /** The sum of the lines; below zero when the customer gets money back. */
    public val total: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("period"); period.write(writer)
        writer.field("elapsed"); writer.value(elapsed)
        writer.field("whole"); writer.value(whole)
        writer.field("currency"); writer.value(currency)
        writer.field("lines"); writer.list(lines) { it.write(writer) }
        writer.field("total"); writer.value(total)
        writer.close()
    }

    public companion object : Wire<Proration> {
        override fun read(reader: WireReader): Proration {
            var period: DayRange? = null
            var elapsed: Long? = null
            var whole: Long? = null
            var currency: String? = null
            var lines: List<ProrationLine>? = null
            var total: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("period")) period = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("elapsed")) elapsed = reader.orNull { reader.long() }
                else if (reader.isAt("whole")) whole = reader.orNull { reader.long() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("lines")) lines = reader.orNull { reader.list { ProrationLine.read(reader) } }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return Proration(
                period ?: throw reader.missing("period"),
                elapsed ?: throw reader.missing("elapsed"),
                whole ?: throw reader.missing("whole"),
                currency ?: throw reader.missing("currency"),
                lines ?: throw reader.missing("lines"),
                total ?: throw reader.missing("total"),
            )
        }
    }
}

/** A credit or a charge. */
public data class ProrationLine(
    /** Which of the two. */
    public val kind: ProrationLineKind,
    /** What people call it. */
    public val label: String,
    /** The price of the whole period. */
    public val fullPrice: BigDecimal,
    /** The amount, below zero for a credit. */
    public val amount: BigDecimal,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("kind"); kind.write(writer)
        writer.field("label"); writer.value(label)
        writer.field("full_price"); writer.value(fullPrice)
        writer.field("amount"); writer.value(amount)
        writer.close()
    }

    public companion object : Wire<ProrationLine> {
        override fun read(reader: WireReader): ProrationLine {
            var kind: ProrationLineKind? = null
            var label: String? = null
            var fullPrice: BigDecimal? = null
            var amount: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("kind")) kind = reader.orNull { ProrationLineKind.read(reader) }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("full_price")) fullPrice = reader.orNull { reader.decimal() }
                else if (reader.isAt("amount")) amount = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return ProrationLine(
                kind ?: throw reader.missing("kind"),
                label ?: throw reader.missing("label"),
                fullPrice ?: throw reader.missing("full_price"),
                amount ?: throw reader.missing("amount"),
            )
        }
    }
}

/** Credit or charge. */
public enum class ProrationLineKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Money back. */
    CREDIT("credit"),
    /** Money due. */
    CHARGE("charge"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ProrationLineKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ProrationLineKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Is it free? */
public data class CheckRequest(
    /** The present moment: what holds and notice are measured by. */
    public val now: Instant,
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units. */
    public val units: Int = 1,
    /** The partner who asks. */
    public val partner: String? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        writer.field("units"); writer.value(units)
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    public companion object : Wire<CheckRequest> {
        override fun read(reader: WireReader): CheckRequest {
            var now: Instant? = null
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var partner: String? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CheckRequest(
                now ?: throw reader.missing("now"),
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units ?: 1,
                partner,
                hold,
                booking,
            )
        }
    }
}

/** Whether it is free, and why not. */
public data class Availability(
    /** Whether it can be booked. */
    public val free: Boolean,
    /** The units that nobody has taken over the whole time, whatever the rules say. */
    public val unitsLeft: Int,
    /** Every reason against it. */
    public val reasons: List<Reason>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("free"); writer.value(free)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Availability> {
        override fun read(reader: WireReader): Availability {
            var free: Boolean? = null
            var unitsLeft: Int? = null
            var reasons: List<Reason>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("free")) free = reader.orNull { reader.flag() }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else throw reader.unknown()
            }
            return Availability(
                free ?: throw reader.missing("free"),
                unitsLeft ?: throw reader.missing("units_left"),
                reasons ?: throw reader.missing("reasons"),
            )
        }
    }
}

/** Are several things free at once? */
public data class CheckAllRequest(
    /** The present moment. */
    public val now: Instant,
    /** What is wanted, all of it. */
    public val takes: List<Take>,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    public companion object : Wire<CheckAllRequest> {
        override fun read(reader: WireReader): CheckAllRequest {
            var now: Instant? = null
            var takes: List<Take>? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CheckAllRequest(
                now ?: throw reader.missing("now"),
                takes ?: throw reader.missing("takes"),
                hold,
                booking,
            )
        }
    }
}

/** Where and from when on something is looked for. */
public data class NextFreeRequest(
    /** The present moment. */
    public val now: Instant,
    /** The resources to look at; all that are counted by the moment when empty. */
    public val resources: List<String> = emptyList(),
    /** Not before that moment. */
    public val after: Instant,
    /** For so many minutes. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** Within so many days. */
    public val withinDays: Int = 90,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("after"); writer.value(after)
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        writer.field("within_days"); writer.value(withinDays)
        writer.close()
    }

    public companion object : Wire<NextFreeRequest> {
        override fun read(reader: WireReader): NextFreeRequest {
            var now: Instant? = null
            var resources: List<String>? = null
            var after: Instant? = null
            var minutes: Int? = null
            var units: Int? = null
            var withinDays: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("after")) after = reader.orNull { reader.instant() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("within_days")) withinDays = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return NextFreeRequest(
                now ?: throw reader.missing("now"),
                resources ?: emptyList(),
                after ?: throw reader.missing("after"),
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                withinDays ?: 90,
            )
        }
    }
}

/** A free time of a resource. */
public data class FreeTime(
    /** The resource. */
    public val resource: String,
    /** The time. */
    public val span: Span,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("span"); span.write(writer)
        writer.close()
    }

    public companion object : Wire<FreeTime> {
        override fun read(reader: WireReader): FreeTime {
            var resource: String? = null
            var span: Span? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else throw reader.unknown()
            }
            return FreeTime(
                resource ?: throw reader.missing("resource"),
                span ?: throw reader.missing("span"),
            )
        }
    }
}

/** Free starts of which resources, on which days, for how long? */
public data class SlotsRequest(
    /** The present moment. */
    public val now: Instant,
    /** The resources; all that are counted by the moment when empty. */
    public val resources: List<String> = emptyList(),
    /** The days on which they begin, by each resource's own clock. */
    public val days: DayRange,
    /** How long. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** Every so many minutes, for resources without a grid; 15 when not given. */
    public val stepMinutes: Int? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("days"); days.write(writer)
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        if (stepMinutes != null) { writer.field("step_minutes"); writer.value(stepMinutes) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    public companion object : Wire<SlotsRequest> {
        override fun read(reader: WireReader): SlotsRequest {
            var now: Instant? = null
            var resources: List<String>? = null
            var days: DayRange? = null
            var minutes: Int? = null
            var units: Int? = null
            var stepMinutes: Int? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SlotsRequest(
                now ?: throw reader.missing("now"),
                resources ?: emptyList(),
                days ?: throw reader.missing("days"),
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                stepMinutes,
                hold,
                booking,
            )
        }
    }
}

/** The free starts of one resource. */
public data class ResourceSlots(
    /** The resource. */
    public val resource: String,
    /** Its free starts, in order of time. */
    public val slots: List<Slot>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("slots"); writer.list(slots) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ResourceSlots> {
        override fun read(reader: WireReader): ResourceSlots {
            var resource: String? = null
            var slots: List<Slot>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("slots")) slots = reader.orNull { reader.list { Slot.read(reader) } }
                else throw reader.unknown()
            }
            return ResourceSlots(
                resource ?: throw reader.missing("resource"),
                slots ?: throw reader.missing("slots"),
            )
        }
    }
}

/** A free start. */
public data class Slot(
    /** The moment. */
    public val start: Instant,
    /** The day that clocks show. */
    public val day: LocalDate,
    /** The time that clocks show. */
    public val time: String,
    /** How far clocks are from universal time: it tells two times apart that clocks show twice. */
    public val offset: String,
    /** The longest booking that could begin then, up to the longest that the resource takes or a day. */
    public val longestMinutes: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.field("offset"); writer.value(offset)
        writer.field("longest_minutes"); writer.value(longestMinutes)
        writer.close()
    }

    public companion object : Wire<Slot> {
        override fun read(reader: WireReader): Slot {
            var start: Instant? = null
            var day: LocalDate? = null
            var time: String? = null
            var offset: String? = null
            var longestMinutes: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else if (reader.isAt("offset")) offset = reader.orNull { reader.text() }
                else if (reader.isAt("longest_minutes")) longestMinutes = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Slot(
                start ?: throw reader.missing("start"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                offset ?: throw reader.missing("offset"),
                longestMinutes ?: throw reader.missing("longest_minutes"),
            )
        }
    }
}

/** When are several things free at once? */
public data class CommonSlotsRequest(
    /** The present moment. */
    public val now: Instant,
    /** What is needed at once: each need is met by another resource. */
    public val needs: List<ResourceNeed>,
    /** The days on which they begin, by each resource's own clock. */
    public val days: DayRange,
    /** How long. */
    public val minutes: Int,
    /** Every so many minutes, for resources without a grid; 15 when not given. */
    public val stepMinutes: Int? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("needs"); writer.list(needs) { it.write(writer) }
        writer.field("days"); days.write(writer)
        writer.field("minutes"); writer.value(minutes)
        if (stepMinutes != null) { writer.field("step_minutes"); writer.value(stepMinutes) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    public companion object : Wire<CommonSlotsRequest> {
        override fun read(reader: WireReader): CommonSlotsRequest {
            var now: Instant? = null
            var needs: List<ResourceNeed>? = null
            var days: DayRange? = null
            var minutes: Int? = null
            var stepMinutes: Int? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("needs")) needs = reader.orNull { reader.list { ResourceNeed.read(reader) } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CommonSlotsRequest(
                now ?: throw reader.missing("now"),
                needs ?: throw reader.missing("needs"),
                days ?: throw reader.missing("days"),
                minutes ?: throw reader.missing("minutes"),
                stepMinutes,
                hold,
                booking,
            )
        }
    }
}

/** Something that is needed: one of several resources. */
public data class ResourceNeed(
    /** One of these; any that is counted by the moment when empty. */
    public val anyOf: List<String> = emptyList(),
    /** With these skills. */
    public val skills: List<String> = emptyList(),
    /** At that location. */
    public val location: String? = null,
    /** How many units of it. */
    public val units: Int = 1,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (anyOf.isNotEmpty()) { writer.field("any_of"); writer.list(anyOf) { writer.value(it) } }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        writer.field("units"); writer.value(units)
        writer.close()
    }

    public companion object : Wire<ResourceNeed> {
        override fun read(reader: WireReader): ResourceNeed {
            var anyOf: List<String>? = null
            var skills: List<String>? = null
            var location: String? = null
            var units: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("any_of")) anyOf = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return ResourceNeed(
                anyOf ?: emptyList(),
                skills ?: emptyList(),
                location,
                units ?: 1,
            )
        }
    }
}

/** A start at which everything is free. */
public data class CommonSlot(
    /** The start; the longest booking is what all of them allow. */
    public val slot: Slot,
    /** A resource for each need. */
    public val resources: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("slot"); slot.write(writer)
        writer.field("resources"); writer.list(resources) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<CommonSlot> {
        override fun read(reader: WireReader): CommonSlot {
            var slot: Slot? = null
            var resources: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("slot")) slot = reader.orNull { Slot.read(reader) }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return CommonSlot(
                slot ?: throw reader.missing("slot"),
                resources ?: throw reader.missing("resources"),
            )
        }
    }
}

/** Which days of which resources are drawn? */
public data class ViewRequest(
    /** The present moment: holds that have expired are not drawn. */
    public val now: Instant,
    /** A day, a week or a month. */
    public val view: ViewKind,
    /** A day of it. */
    public val day: LocalDate,
    /** The first day of a week. */
    public val weekBegins: Weekday = Weekday.MON,
    /** The zone in which days begin; each resource's own when not given. */
    public val zone: String? = null,
    /** The resources; all when empty. */
    public val resources: List<String> = emptyList(),
    /** The partner who looks. */
    public val partner: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("view"); view.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("week_begins"); weekBegins.write(writer)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        writer.close()
    }

    public companion object : Wire<ViewRequest> {
        override fun read(reader: WireReader): ViewRequest {
            var now: Instant? = null
            var view: ViewKind? = null
            var day: LocalDate? = null
            var weekBegins: Weekday? = null
            var zone: String? = null
            var resources: List<String>? = null
            var partner: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("view")) view = reader.orNull { ViewKind.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("week_begins")) weekBegins = reader.orNull { Weekday.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ViewRequest(
                now ?: throw reader.missing("now"),
                view ?: throw reader.missing("view"),
                day ?: throw reader.missing("day"),
                weekBegins ?: Weekday.MON,
                zone,
                resources ?: emptyList(),
                partner,
            )
        }
    }
}

/** How many days are drawn. */
public enum class ViewKind(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The day. */
    DAY("day"),
    /** The week that the day lies in. */
    WEEK("week"),
    /** The month that the day lies in. */
    MONTH("month"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ViewKind> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ViewKind {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** The days of one resource. */
public data class ResourceView(
    /** The resource. */
    public val resource: String,
    /** Its days. */
    public val days: List<DayView>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("days"); writer.list(days) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ResourceView> {
        override fun read(reader: WireReader): ResourceView {
            var resource: String? = null
            var days: List<DayView>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayView.read(reader) } }
                else throw reader.unknown()
            }
            return ResourceView(
                resource ?: throw reader.missing("resource"),
                days ?: throw reader.missing("days"),
            )
        }
    }
}

/** A day of a resource. */
public data class DayView(
    /** The day. */
    public val day: LocalDate,
    /** By the night or departure, what the day is; by the moment, what its best cell is. */
    public val state: ViewState,
    /** By the night or departure, the units left; by the moment, those of its best cell. */
    public val unitsLeft: Int,
    /** By the moment, the parts of the day: they follow each other without a gap. */
    public val cells: List<ViewCell>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("state"); state.write(writer)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("cells"); writer.list(cells) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<DayView> {
        override fun read(reader: WireReader): DayView {
            var day: LocalDate? = null
            var state: ViewState? = null
            var unitsLeft: Int? = null
            var cells: List<ViewCell>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("state")) state = reader.orNull { ViewState.read(reader) }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("cells")) cells = reader.orNull { reader.list { ViewCell.read(reader) } }
                else throw reader.unknown()
            }
            return DayView(
                day ?: throw reader.missing("day"),
                state ?: throw reader.missing("state"),
                unitsLeft ?: throw reader.missing("units_left"),
                cells ?: throw reader.missing("cells"),
            )
        }
    }
}

/** What a part of a day, or a day, is. */
public enum class ViewState(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Units can be taken. */
    OPEN("open"),
    /** The last unit is held. */
    HELD("held"),
    /** Kept free beside a booking. */
    BUFFER("buffer"),
    /** No unit is left. */
    TAKEN("taken"),
    /** Blocked by a repair or an event of another calendar. */
    BLOCKED("blocked"),
    /** Outside opening hours, or not sold. */
    CLOSED("closed"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ViewState> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ViewState {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** A part of a day in which nothing changes. */
public data class ViewCell(
    /** Its beginning. */
    public val start: Instant,
    /** Its end. */
    public val end: Instant,
    /** What it is. */
    public val state: ViewState,
    /** The units left. */
    public val unitsLeft: Int,
    /** The bookings in it. */
    public val bookings: List<String>,
    /** The holds in it. */
    public val holds: List<String>,
    /** What blocks it. */
    public val blocked: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("end"); writer.value(end)
        writer.field("state"); state.write(writer)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("bookings"); writer.list(bookings) { writer.value(it) }
        writer.field("holds"); writer.list(holds) { writer.value(it) }
        writer.field("blocked"); writer.list(blocked) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<ViewCell> {
        override fun read(reader: WireReader): ViewCell {
            var start: Instant? = null
            var end: Instant? = null
            var state: ViewState? = null
            var unitsLeft: Int? = null
            var bookings: List<String>? = null
            var holds: List<String>? = null
            var blocked: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else if (reader.isAt("state")) state = reader.orNull { ViewState.read(reader) }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return ViewCell(
                start ?: throw reader.missing("start"),
                end ?: throw reader.missing("end"),
                state ?: throw reader.missing("state"),
                unitsLeft ?: throw reader.missing("units_left"),
                bookings ?: throw reader.missing("bookings"),
                holds ?: throw reader.missing("holds"),
                blocked ?: throw reader.missing("blocked"),
            )
        }
    }
}

/** How much of which resources is taken? */
public data class OccupancyRequest(
    /** The resources; all when empty. */
    public val resources: List<String> = emptyList(),
    /** The days. */
    public val days: DayRange,
    /** By the day or by the week; a week begins on Monday, and the first and last may be cut. */
    public val by: OccupancyBy = OccupancyBy.DAY,
    /** Gaps shorter than this are too short to sell; the shortest booking of the resource when not given. */
    public val gapsBelowMinutes: Int? = null,
    /** Pickup is what was booked at this moment or later. */
    public val bookedSince: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("days"); days.write(writer)
        writer.field("by"); by.write(writer)
        if (gapsBelowMinutes != null) { writer.field("gaps_below_minutes"); writer.value(gapsBelowMinutes) }
        if (bookedSince != null) { writer.field("booked_since"); writer.value(bookedSince) }
        writer.close()
    }

    public companion object : Wire<OccupancyRequest> {
        override fun read(reader: WireReader): OccupancyRequest {
            var resources: List<String>? = null
            var days: DayRange? = null
            var by: OccupancyBy? = null
            var gapsBelowMinutes: Int? = null
            var bookedSince: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("by")) by = reader.orNull { OccupancyBy.read(reader) }
                else if (reader.isAt("gaps_below_minutes")) gapsBelowMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("booked_since")) bookedSince = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return OccupancyRequest(
                resources ?: emptyList(),
                days ?: throw reader.missing("days"),
                by ?: OccupancyBy.DAY,
                gapsBelowMinutes,
                bookedSince,
            )
        }
    }
}

/** What figures are made for. */
public enum class OccupancyBy(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Every day. */
    DAY("day"),
    /** Every week. */
    WEEK("week"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<OccupancyBy> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): OccupancyBy {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** The figures of one resource. */
public data class ResourceOccupancy(
    /** The resource. */
    public val resource: String,
    /** Its figures, in order of time. */
    public val periods: List<Occupancy>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("periods"); writer.list(periods) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ResourceOccupancy> {
        override fun read(reader: WireReader): ResourceOccupancy {
            var resource: String? = null
            var periods: List<Occupancy>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("periods")) periods = reader.orNull { reader.list { Occupancy.read(reader) } }
                else throw reader.unknown()
            }
            return ResourceOccupancy(
                resource ?: throw reader.missing("resource"),
                periods ?: throw reader.missing("periods"),
            )
        }
    }
}

/** The figures of a day or a week. Units are counted by the minute, or by the night or seat. */
public data class Occupancy(
    /** The days. */
    public val days: DayRange,
    /** What could be taken: open and not blocked, times the capacity. */
    public val offered: Long,
    /** What is booked of it. */
    public val taken: Long,
    /** The percentage of what is offered that is taken, to two digits; none when nothing is offered. */
    public val utilisation: BigDecimal? = null,
    /** What is taken and was booked since the moment that was asked for. */
    public val pickedUp: Long,
    /** Free time that is too short to sell. */
    public val shortGaps: List<Span>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        writer.field("offered"); writer.value(offered)
        writer.field("taken"); writer.value(taken)
        if (utilisation != null) { writer.field("utilisation"); writer.value(utilisation) }
        writer.field("picked_up"); writer.value(pickedUp)
        writer.field("short_gaps"); writer.list(shortGaps) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Occupancy> {
        override fun read(reader: WireReader): Occupancy {
            var days: DayRange? = null
            var offered: Long? = null
            var taken: Long? = null
            var utilisation: BigDecimal? = null
            var pickedUp: Long? = null
            var shortGaps: List<Span>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("offered")) offered = reader.orNull { reader.long() }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.long() }
                else if (reader.isAt("utilisation")) utilisation = reader.orNull { reader.decimal() }
                else if (reader.isAt("picked_up")) pickedUp = reader.orNull { reader.long() }
                else if (reader.isAt("short_gaps")) shortGaps = reader.orNull { reader.list { Span.read(reader) } }
                else throw reader.unknown()
            }
            return Occupancy(
                days ?: throw reader.missing("days"),
                offered ?: throw reader.missing("offered"),
                taken ?: throw reader.missing("taken"),
                utilisation,
                pickedUp ?: throw reader.missing("picked_up"),
                shortGaps ?: throw reader.missing("short_gaps"),
            )
        }
    }
}

/** Who takes an appointment? */
public data class AssignRequest(
    /** The present moment. */
    public val now: Instant,
    /** When. */
    public val `when`: When,
    /** One of these, in the order of turns; any when empty. */
    public val anyOf: List<String> = emptyList(),
    /** What is needed. */
    public val skills: List<String> = emptyList(),
    /** Where it is: a resource with another location is left out. */
    public val location: String? = null,
    /** By which rule. Load is what is booked on the day, in minutes; skills are always needed here. */
    public val strategy: AssignmentStrategy,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("when"); `when`.write(writer)
        if (anyOf.isNotEmpty()) { writer.field("any_of"); writer.list(anyOf) { writer.value(it) } }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        writer.field("strategy"); strategy.write(writer)
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    public companion object : Wire<AssignRequest> {
        override fun read(reader: WireReader): AssignRequest {
            var now: Instant? = null
            var `when`: When? = null
            var anyOf: List<String>? = null
            var skills: List<String>? = null
            var location: String? = null
            var strategy: AssignmentStrategy? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("any_of")) anyOf = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("strategy")) strategy = reader.orNull { AssignmentStrategy.read(reader) }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AssignRequest(
                now ?: throw reader.missing("now"),
                `when` ?: throw reader.missing("when"),
                anyOf ?: emptyList(),
                skills ?: emptyList(),
                location,
                strategy ?: throw reader.missing("strategy"),
                booking,
            )
        }
    }
}

/** Who takes an appointment. */
public data class Assigned(
    /** The resource. */
    public val resource: String,
    /** Everybody who could take it, the chosen one first. */
    public val ranking: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("ranking"); writer.list(ranking) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<Assigned> {
        override fun read(reader: WireReader): Assigned {
            var resource: String? = null
            var ranking: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("ranking")) ranking = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return Assigned(
                resource ?: throw reader.missing("resource"),
                ranking ?: throw reader.missing("ranking"),
            )
        }
    }
}

/** Books one resource or several at once: all or none. */
public data class BookRequest(
    /** The present moment. */
    public val now: Instant,
    /** The booking. The same one again changes nothing and is answered again. */
    public val booking: Booking,
    /** The hold that it comes from: it does not stand in the way, and is gone afterwards. */
    public val hold: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("booking"); booking.write(writer)
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        writer.close()
    }

    public companion object : Wire<BookRequest> {
        override fun read(reader: WireReader): BookRequest {
            var now: Instant? = null
            var booking: Booking? = null
            var hold: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("booking")) booking = reader.orNull { Booking.read(reader) }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BookRequest(
                now ?: throw reader.missing("now"),
                booking ?: throw reader.missing("booking"),
                hold,
            )
        }
    }
}

/** A time of a resource that recurs, by the resource's own clock. */
public data class BookSeriesRequest(
    /** The present moment. */
    public val now: Instant,
    /** What the series is known by: its bookings are `id/1`, `id/2` and so on. */
    public val id: String,
    /** The resource. */
    public val resource: String,
    /** When it recurs. */
    public val recurrence: Recurrence,
    /** Occurrences up to this day, for a recurrence without an end. */
    public val lastDay: LocalDate? = null,
    /** How long each one takes. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** What is booked when some are not free. */
    public val book: SeriesBooking,
    /** What a calendar shows. */
    public val title: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("id"); writer.value(id)
        writer.field("resource"); writer.value(resource)
        writer.field("recurrence"); recurrence.write(writer)
        if (lastDay != null) { writer.field("last_day"); writer.value(lastDay) }
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        writer.field("book"); book.write(writer)
        if (title != null) { writer.field("title"); writer.value(title) }
        writer.close()
    }

    public companion object : Wire<BookSeriesRequest> {
        override fun read(reader: WireReader): BookSeriesRequest {
            var now: Instant? = null
            var id: String? = null
            var resource: String? = null
            var recurrence: Recurrence? = null
            var lastDay: LocalDate? = null
            var minutes: Int? = null
            var units: Int? = null
            var book: SeriesBooking? = null
            var title: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("recurrence")) recurrence = reader.orNull { Recurrence.read(reader) }
                else if (reader.isAt("last_day")) lastDay = reader.orNull { reader.day() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("book")) book = reader.orNull { SeriesBooking.read(reader) }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BookSeriesRequest(
                now ?: throw reader.missing("now"),
                id ?: throw reader.missing("id"),
                resource ?: throw reader.missing("resource"),
                recurrence ?: throw reader.missing("recurrence"),
                lastDay,
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                book ?: throw reader.missing("book"),
                title,
            )
        }
    }
}

/** What is booked of a series. */
public enum class SeriesBooking(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** All occurrences, or none when one of them clashes. */
    ALL("all"),
    /** Those that are free. */
    SKIP_CLASHING("skip_clashing"),
    /** None: they are only looked at. */
    NONE("none"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<SeriesBooking> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): SeriesBooking {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** The occurrences of a series. */
public data class BookedSeries(
    /** How many are booked, or would be. */
    public val free: Int,
    /** How many clash. */
    public val clashing: Int,
    /** Every one, in order of time. */
    public val occurrences: List<SeriesOccurrence>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("free"); writer.value(free)
        writer.field("clashing"); writer.value(clashing)
        writer.field("occurrences"); writer.list(occurrences) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<BookedSeries> {
        override fun read(reader: WireReader): BookedSeries {
            var free: Int? = null
            var clashing: Int? = null
            var occurrences: List<SeriesOccurrence>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("free")) free = reader.orNull { reader.whole() }
                else if (reader.isAt("clashing")) clashing = reader.orNull { reader.whole() }
                else if (reader.isAt("occurrences")) occurrences = reader.orNull { reader.list { SeriesOccurrence.read(reader) } }
                else throw reader.unknown()
            }
            return BookedSeries(
                free ?: throw reader.missing("free"),
                clashing ?: throw reader.missing("clashing"),
                occurrences ?: throw reader.missing("occurrences"),
            )
        }
    }
}

/** An occurrence of a series. */
public data class SeriesOccurrence(
    /** When. */
    public val span: Span,
    /** The day that clocks show at its beginning. */
    public val day: LocalDate,
    /** The time that clocks show at its beginning. */
    public val time: String,
    /** Its booking, when it is booked. */
    public val booking: String? = null,
    /** Every reason against it. */
    public val reasons: List<Reason>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("span"); span.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<SeriesOccurrence> {
        override fun read(reader: WireReader): SeriesOccurrence {
            var span: Span? = null
            var day: LocalDate? = null
            var time: String? = null
            var booking: String? = null
            var reasons: List<Reason>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else throw reader.unknown()
            }
            return SeriesOccurrence(
                span ?: throw reader.missing("span"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                booking,
                reasons ?: throw reader.missing("reasons"),
            )
        }
    }
}

/** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
public data class RescheduleRequest(
    /** The present moment. */
    public val now: Instant,
    /** The booking. */
    public val booking: String,
    /** What it takes from now on. */
    public val takes: List<Take>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("booking"); writer.value(booking)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<RescheduleRequest> {
        override fun read(reader: WireReader): RescheduleRequest {
            var now: Instant? = null
            var booking: String? = null
            var takes: List<Take>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else throw reader.unknown()
            }
            return RescheduleRequest(
                now ?: throw reader.missing("now"),
                booking ?: throw reader.missing("booking"),
                takes ?: throw reader.missing("takes"),
            )
        }
    }
}

/** Gives a booking up. */
public data class CancelRequest(
    /** The booking. */
    public val booking: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("booking"); writer.value(booking)
        writer.close()
    }

    public companion object : Wire<CancelRequest> {
        override fun read(reader: WireReader): CancelRequest {
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CancelRequest(
                booking ?: throw reader.missing("booking"),
            )
        }
    }
}

/** Holds one resource or several at once: all or none. */
public data class HoldRequest(
    /** The present moment. */
    public val now: Instant,
    /** What the hold is known by. Asked for again with the same takes, the same hold is answered. */
    public val key: String,
    /** What is held. */
    public val takes: List<Take>,
    /** For so many seconds. */
    public val ttlSeconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.field("ttl_seconds"); writer.value(ttlSeconds)
        writer.close()
    }

    public companion object : Wire<HoldRequest> {
        override fun read(reader: WireReader): HoldRequest {
            var now: Instant? = null
            var key: String? = null
            var takes: List<Take>? = null
            var ttlSeconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("ttl_seconds")) ttlSeconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return HoldRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                takes ?: throw reader.missing("takes"),
                ttlSeconds ?: throw reader.missing("ttl_seconds"),
            )
        }
    }
}

/** Makes a hold a booking. */
public data class ConfirmRequest(
    /** The present moment. */
    public val now: Instant,
    /** The hold. */
    public val key: String,
    /** The id of the booking. */
    public val booking: String,
    /** What a calendar shows. */
    public val title: String? = null,
    /** A hold that has expired is booked all the same when its time is still free. */
    public val evenIfExpired: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("booking"); writer.value(booking)
        if (title != null) { writer.field("title"); writer.value(title) }
        if (evenIfExpired) { writer.field("even_if_expired"); writer.value(evenIfExpired) }
        writer.close()
    }

    public companion object : Wire<ConfirmRequest> {
        override fun read(reader: WireReader): ConfirmRequest {
            var now: Instant? = null
            var key: String? = null
            var booking: String? = null
            var title: String? = null
            var evenIfExpired: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else if (reader.isAt("even_if_expired")) evenIfExpired = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return ConfirmRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                booking ?: throw reader.missing("booking"),
                title,
                evenIfExpired ?: false,
            )
        }
    }
}

/** Gives a hold up. */
public data class ReleaseRequest(
    /** The hold. */
    public val key: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.close()
    }

    public companion object : Wire<ReleaseRequest> {
        override fun read(reader: WireReader): ReleaseRequest {
            var key: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ReleaseRequest(
                key ?: throw reader.missing("key"),
            )
        }
    }
}

/** Lets a hold expire later. */
public data class ExtendRequest(
    /** The present moment. */
    public val now: Instant,
    /** The hold. */
    public val key: String,
    /** For so many seconds from now. */
    public val ttlSeconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("ttl_seconds"); writer.value(ttlSeconds)
        writer.close()
    }

    public companion object : Wire<ExtendRequest> {
        override fun read(reader: WireReader): ExtendRequest {
            var now: Instant? = null
            var key: String? = null
            var ttlSeconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("ttl_seconds")) ttlSeconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return ExtendRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                ttlSeconds ?: throw reader.missing("ttl_seconds"),
            )
        }
    }
}

/** Drops every hold that has expired. */
public data class ExpireRequest(
    /** The present moment: what expires at it has expired. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.close()
    }

    public companion object : Wire<ExpireRequest> {
        override fun read(reader: WireReader): ExpireRequest {
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ExpireRequest(
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** Blocks time, whatever is booked in it. */
public data class BlockRequest(
    /** What is blocked. The same again changes nothing. */
    public val blocked: Blocked,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("blocked"); blocked.write(writer)
        writer.close()
    }

    public companion object : Wire<BlockRequest> {
        override fun read(reader: WireReader): BlockRequest {
            var blocked: Blocked? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("blocked")) blocked = reader.orNull { Blocked.read(reader) }
                else throw reader.unknown()
            }
            return BlockRequest(
                blocked ?: throw reader.missing("blocked"),
            )
        }
    }
}

/** Makes blocked time free again. */
public data class UnblockRequest(
    /** What was blocked. */
    public val blocked: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("blocked"); writer.value(blocked)
        writer.close()
    }

    public companion object : Wire<UnblockRequest> {
        override fun read(reader: WireReader): UnblockRequest {
            var blocked: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("blocked")) blocked = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return UnblockRequest(
                blocked ?: throw reader.missing("blocked"),
            )
        }
    }
}

/** Many commands at once. */
public data class ApplyRequest(
    /** The commands, in their order, each for itself: a refused one stops no other. */
    public val commands: List<CalendarCommand>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("commands"); writer.list(commands) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ApplyRequest> {
        override fun read(reader: WireReader): ApplyRequest {
            var commands: List<CalendarCommand>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("commands")) commands = reader.orNull { reader.list { CalendarCommand.read(reader) } }
                else throw reader.unknown()
            }
            return ApplyRequest(
                commands ?: throw reader.missing("commands"),
            )
        }
    }
}

/** Something that changes a calendar. */
public sealed interface CalendarCommand : RatebookValue {
    /** Books. */
    public data class Book(public val held: BookRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("book"); held.write(writer)
            writer.close()
        }
    }

    /** Holds. */
    public data class Hold(public val held: HoldRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("hold"); held.write(writer)
            writer.close()
        }
    }

    /** Makes a hold a booking. */
    public data class Confirm(public val held: ConfirmRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("confirm"); held.write(writer)
            writer.close()
        }
    }

    /** Gives a hold up. */
    public data class Release(public val held: ReleaseRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("release"); held.write(writer)
            writer.close()
        }
    }

    /** Lets a hold expire later. */
    public data class Extend(public val held: ExtendRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("extend"); held.write(writer)
            writer.close()
        }
    }

    /** Drops holds that have expired. */
    public data class Expire(public val held: ExpireRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("expire"); held.write(writer)
            writer.close()
        }
    }

    /** Gives a booking up. */
    public data class Cancel(public val held: CancelRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("cancel"); held.write(writer)
            writer.close()
        }
    }

    /** Moves a booking. */
    public data class Reschedule(public val held: RescheduleRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("reschedule"); held.write(writer)
            writer.close()
        }
    }

    /** Blocks time. */
    public data class Block(public val held: BlockRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("block"); held.write(writer)
            writer.close()
        }
    }

    /** Makes blocked time free again. */
    public data class Unblock(public val held: UnblockRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("unblock"); held.write(writer)
            writer.close()
        }
    }

    public companion object : Wire<CalendarCommand> {
        override fun read(reader: WireReader): CalendarCommand {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: CalendarCommand =
                if (reader.isAt("book")) Book(BookRequest.read(reader))
                else if (reader.isAt("hold")) Hold(HoldRequest.read(reader))
                else if (reader.isAt("confirm")) Confirm(ConfirmRequest.read(reader))
                else if (reader.isAt("release")) Release(ReleaseRequest.read(reader))
                else if (reader.isAt("extend")) Extend(ExtendRequest.read(reader))
                else if (reader.isAt("expire")) Expire(ExpireRequest.read(reader))
                else if (reader.isAt("cancel")) Cancel(CancelRequest.read(reader))
                else if (reader.isAt("reschedule")) Reschedule(RescheduleRequest.read(reader))
                else if (reader.isAt("block")) Block(BlockRequest.read(reader))
                else if (reader.isAt("unblock")) Unblock(UnblockRequest.read(reader))
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What one of many commands did, or why it was refused. */
public data class AppliedCommand(
    /** What it did. */
    public val done: CalendarChange? = null,
    /** Every reason, when it was refused. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (done != null) { writer.field("done"); done.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<AppliedCommand> {
        override fun read(reader: WireReader): AppliedCommand {
            var done: CalendarChange? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("done")) done = reader.orNull { CalendarChange.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return AppliedCommand(
                done,
                error,
            )
        }
    }
}

/** What a command did. */
public sealed interface CalendarChange : RatebookValue {
    /** The booking that was made, moved or given up. */
    public data class Booking(public val held: com.ratebook.Booking) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("booking"); held.write(writer)
            writer.close()
        }
    }

    /** The hold that was placed, extended or given up. */
    public data class Hold(public val held: com.ratebook.Hold) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("hold"); held.write(writer)
            writer.close()
        }
    }

    /** What is blocked now, or was. */
    public data class Blocked(public val held: com.ratebook.Blocked) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("blocked"); held.write(writer)
            writer.close()
        }
    }

    /** The holds that had expired. */
    public data class Expired(public val held: List<com.ratebook.Hold>) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("expired"); writer.list(held) { it.write(writer) }
            writer.close()
        }
    }

    public companion object : Wire<CalendarChange> {
        override fun read(reader: WireReader): CalendarChange {
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: CalendarChange =
                if (reader.isAt("booking")) Booking(com.ratebook.Booking.read(reader))
                else if (reader.isAt("hold")) Hold(com.ratebook.Hold.read(reader))
                else if (reader.isAt("blocked")) Blocked(com.ratebook.Blocked.read(reader))
                else if (reader.isAt("expired")) Expired(reader.list { com.ratebook.Hold.read(reader) })
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** Commands of devices that were offline. */
public data class MergeRequest(
    /** The commands, in whatever order they came together. */
    public val received: List<ReceivedCommand>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("received"); writer.list(received) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<MergeRequest> {
        override fun read(reader: WireReader): MergeRequest {
            var received: List<ReceivedCommand>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("received")) received = reader.orNull { reader.list { ReceivedCommand.read(reader) } }
                else throw reader.unknown()
            }
            return MergeRequest(
                received ?: throw reader.missing("received"),
            )
        }
    }
}

/** A command as it was received. */
public data class ReceivedCommand(
    /** What it is known by; of two that were received at the same moment the lower one comes first. */
    public val id: String,
    /** When the server received it: the moment that it is checked at, whatever the device's clock said. */
    public val receivedAt: Instant,
    /** The command. */
    public val command: CalendarCommand,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("received_at"); writer.value(receivedAt)
        writer.field("command"); command.write(writer)
        writer.close()
    }

    public companion object : Wire<ReceivedCommand> {
        override fun read(reader: WireReader): ReceivedCommand {
            var id: String? = null
            var receivedAt: Instant? = null
            var command: CalendarCommand? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("received_at")) receivedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("command")) command = reader.orNull { CalendarCommand.read(reader) }
                else throw reader.unknown()
            }
            return ReceivedCommand(
                id ?: throw reader.missing("id"),
                receivedAt ?: throw reader.missing("received_at"),
                command ?: throw reader.missing("command"),
            )
        }
    }
}

/** What became of a received command. */
public data class MergedCommand(
    /** The command. */
    public val id: String,
    /** What it did. */
    public val done: CalendarChange? = null,
    /** Every reason, when it clashes with what came before it. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        if (done != null) { writer.field("done"); done.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<MergedCommand> {
        override fun read(reader: WireReader): MergedCommand {
            var id: String? = null
            var done: CalendarChange? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("done")) done = reader.orNull { CalendarChange.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return MergedCommand(
                id ?: throw reader.missing("id"),
                done,
                error,
            )
        }
    }
}

/** What a calendar holds now. */
public class SnapshotRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is SnapshotRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "SnapshotRequest()"

    public companion object : Wire<SnapshotRequest> {
        override fun read(reader: WireReader): SnapshotRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return SnapshotRequest()
        }
    }
}

/** Something begins to live by the machine. */
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

    public companion object : Wire<StartRequest> {
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("instance"); instance.write(writer)
        writer.field("standing"); standing.write(writer)
        writer.field("terminal"); writer.value(terminal)
        writer.field("effects"); writer.list(effects) { it.write(writer) }
        writer.field("record"); record.write(writer)
        if (settled.isNotEmpty()) { writer.field("settled"); writer.list(settled) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<MachineFired> {
        override fun read(reader: WireReader): MachineFired {
            var instance: MachineInstance? = null
            var standing: MachineStanding? = null
            var terminal: Boolean? = null
            var effects: List<MachineEffect>? = null
            var record: MachineRecord? = null
            var settled: List<MachineSettled>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("instance")) instance = reader.orNull { MachineInstance.read(reader) }
                else if (reader.isAt("standing")) standing = reader.orNull { MachineStanding.read(reader) }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else if (reader.isAt("record")) record = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("settled")) settled = reader.orNull { reader.list { MachineSettled.read(reader) } }
                else throw reader.unknown()
            }
            return MachineFired(
                instance ?: throw reader.missing("instance"),
                standing ?: throw reader.missing("standing"),
                terminal ?: throw reader.missing("terminal"),
                effects ?: throw reader.missing("effects"),
                record ?: throw reader.missing("record"),
                settled ?: emptyList(),
            )
        }
    }
}

/** Something that lives by a machine: plain data, to be kept by the host. */
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
        writer.close()
    }

    public companion object : Wire<MachineInstance> {
        override fun read(reader: WireReader): MachineInstance {
            var machine: String? = null
            var machineVersion: Int? = null
            var id: String? = null
            var state: String? = null
            var version: Long? = null
            var enteredAt: Instant? = null
            var fields: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("machine")) machine = reader.orNull { reader.text() }
                else if (reader.isAt("machine_version")) machineVersion = reader.orNull { reader.whole() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("version")) version = reader.orNull { reader.long() }
                else if (reader.isAt("entered_at")) enteredAt = reader.orNull { reader.instant() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return MachineInstance(
                machine ?: throw reader.missing("machine"),
                machineVersion ?: throw reader.missing("machine_version"),
                id,
                state ?: throw reader.missing("state"),
                version ?: throw reader.missing("version"),
                enteredAt ?: throw reader.missing("entered_at"),
                fields ?: emptyMap(),
            )
        }
    }
}

/** What happened, to be kept by the host: the history from which an instance can be made again. */
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
        writer.close()
    }

    public companion object : Wire<MachineRecord> {
        override fun read(reader: WireReader): MachineRecord {
            var version: Long? = null
            var event: String? = null
            var before: String? = null
            var after: String? = null
            var at: Instant? = null
            var actor: String? = null
            var given: Map<String, Json>? = null
            var changed: Map<String, Json>? = null
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** What happened by itself before the event: a timer had run out, and nobody had fired it. */
public data class MachineSettled(
    /** What to keep of it; it happened when it was due. */
    public val record: MachineRecord,
    /** What the host is to carry out. */
    public val effects: List<MachineEffect> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); record.write(writer)
        if (effects.isNotEmpty()) { writer.field("effects"); writer.list(effects) { it.write(writer) } }
        writer.close()
    }

    public companion object : Wire<MachineSettled> {
        override fun read(reader: WireReader): MachineSettled {
            var record: MachineRecord? = null
            var effects: List<MachineEffect>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { MachineRecord.read(reader) }
                else if (reader.isAt("effects")) effects = reader.orNull { reader.list { MachineEffect.read(reader) } }
                else throw reader.unknown()
            }
            return MachineSettled(
                record ?: throw reader.missing("record"),
                effects ?: emptyList(),
            )
        }
    }
}

/** An event happens to an instance. */
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

    public companion object : Wire<FireRequest> {
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
public data class FireAllRequest(
    /** The events. */
    public val events: List<FireRequest>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("events"); writer.list(events) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<FireAllRequest> {
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
public data class MachineAttempt(
    /** What it did. */
    public val fired: MachineFired? = null,
    /** Why it did nothing. */
    public val error: ErrorReport? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (fired != null) { writer.field("fired"); fired.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.close()
    }

    public companion object : Wire<MachineAttempt> {
        override fun read(reader: WireReader): MachineAttempt {
            var fired: MachineFired? = null
            var error: ErrorReport? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fired")) fired = reader.orNull { MachineFired.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else throw reader.unknown()
            }
            return MachineAttempt(
                fired,
                error,
            )
        }
    }
}

/** Where an event leads, asked with names alone. */
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

    public companion object : Wire<StepRequest> {
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
public data class MachineStep(
    /** The state after it. */
    public val state: String,
    /** Whether that is an end. */
    public val terminal: Boolean,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); writer.value(state)
        writer.field("terminal"); writer.value(terminal)
        writer.close()
    }

    public companion object : Wire<MachineStep> {
        override fun read(reader: WireReader): MachineStep {
            var state: String? = null
            var terminal: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("terminal")) terminal = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return MachineStep(
                state ?: throw reader.missing("state"),
                terminal ?: throw reader.missing("terminal"),
            )
        }
    }
}

/** What may happen next? */
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

    public companion object : Wire<AllowedRequest> {
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("event"); writer.value(event)
        if (label != null) { writer.field("label"); writer.value(label) }
        writer.field("open"); writer.value(open)
        if (leadsTo != null) { writer.field("leads_to"); writer.value(leadsTo) }
        writer.field("requires"); writer.list(requires) { writer.value(it) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<MachineChoice> {
        override fun read(reader: WireReader): MachineChoice {
            var event: String? = null
            var label: String? = null
            var open: Boolean? = null
            var leadsTo: String? = null
            var requires: List<String>? = null
            var reasons: List<Reason>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("label")) label = reader.orNull { reader.text() }
                else if (reader.isAt("open")) open = reader.orNull { reader.flag() }
                else if (reader.isAt("leads_to")) leadsTo = reader.orNull { reader.text() }
                else if (reader.isAt("requires")) requires = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else throw reader.unknown()
            }
            return MachineChoice(
                event ?: throw reader.missing("event"),
                label,
                open ?: throw reader.missing("open"),
                leadsTo,
                requires ?: throw reader.missing("requires"),
                reasons ?: throw reader.missing("reasons"),
            )
        }
    }
}

/** Which timers have run out? */
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

    public companion object : Wire<DueRequest> {
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
public data class MachineTimers(
    /** What has run out, in order of time. */
    public val due: List<MachineDue>,
    /** When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend. */
    public val nextAt: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("due"); writer.list(due) { it.write(writer) }
        if (nextAt != null) { writer.field("next_at"); writer.value(nextAt) }
        writer.close()
    }

    public companion object : Wire<MachineTimers> {
        override fun read(reader: WireReader): MachineTimers {
            var due: List<MachineDue>? = null
            var nextAt: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("due")) due = reader.orNull { reader.list { MachineDue.read(reader) } }
                else if (reader.isAt("next_at")) nextAt = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return MachineTimers(
                due ?: throw reader.missing("due"),
                nextAt,
            )
        }
    }
}

/** A timer that has run out: fire its event. */
public data class MachineDue(
    /** The place of the instance in the request. */
    public val place: Long,
    /** What the instance is known by. */
    public val id: String? = null,
    /** What happens. */
    public val event: String,
    /** When the timer ran out. */
    public val at: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("place"); writer.value(place)
        if (id != null) { writer.field("id"); writer.value(id) }
        writer.field("event"); writer.value(event)
        writer.field("at"); writer.value(at)
        writer.close()
    }

    public companion object : Wire<MachineDue> {
        override fun read(reader: WireReader): MachineDue {
            var place: Long? = null
            var id: String? = null
            var event: String? = null
            var at: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("place")) place = reader.orNull { reader.long() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("event")) event = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return MachineDue(
                place ?: throw reader.missing("place"),
                id,
                event ?: throw reader.missing("event"),
                at ?: throw reader.missing("at"),
            )
        }
    }
}

/** An instance is to be made again from its history. */
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

    public companion object : Wire<ReplayRequest> {
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

    public companion object : Wire<DiagramRequest> {
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
public enum class MachineDrawing(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** Mermaid, which Markdown pages draw. */
    MERMAID("mermaid"),
    /** DOT, which Graphviz draws. */
    DOT("dot"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<MachineDrawing> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): MachineDrawing {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** The shortest ways to every state are asked for. */
public class PathsRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is PathsRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "PathsRequest()"

    public companion object : Wire<PathsRequest> {
        override fun read(reader: WireReader): PathsRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return PathsRequest()
        }
    }
}

/** The shortest way to a state. */
public data class MachinePath(
    /** The state. */
    public val state: String,
    /** The events that lead there from the initial state. */
    public val events: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("state"); writer.value(state)
        writer.field("events"); writer.list(events) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<MachinePath> {
        override fun read(reader: WireReader): MachinePath {
            var state: String? = null
            var events: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("state")) state = reader.orNull { reader.text() }
                else if (reader.isAt("events")) events = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return MachinePath(
                state ?: throw reader.missing("state"),
                events ?: throw reader.missing("events"),
            )
        }
    }
}

/** Where does a case stand? */
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

    public companion object : Wire<DeadlineTrackRequest> {
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

    public companion object : Wire<DeadlineCase> {
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

    public companion object : Wire<DeadlineEntry> {
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
public data class TrackedDeadlines(
    /** Every target that the case's priority has a deadline for, by name. */
    public val targets: List<DeadlineStanding>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("targets"); writer.list(targets) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<TrackedDeadlines> {
        override fun read(reader: WireReader): TrackedDeadlines {
            var targets: List<DeadlineStanding>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("targets")) targets = reader.orNull { reader.list { DeadlineStanding.read(reader) } }
                else throw reader.unknown()
            }
            return TrackedDeadlines(
                targets ?: throw reader.missing("targets"),
            )
        }
    }
}

/** Where a target stands. All seconds are those in which its time ran: of business, and not paused. */
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
        writer.close()
    }

    public companion object : Wire<DeadlineStanding> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** A warning or a level of escalation that was reached. */
public data class DeadlineNotice(
    /** The percentage of a warning; the number of a level, from 1. */
    public val number: Int,
    /** Who is told, of a level. */
    public val name: String? = null,
    /** When it was reached. */
    public val at: Instant,
    /** Whether it has not been told yet. */
    public val due: Boolean,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("number"); writer.value(number)
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.field("at"); writer.value(at)
        writer.field("due"); writer.value(due)
        writer.close()
    }

    public companion object : Wire<DeadlineNotice> {
        override fun read(reader: WireReader): DeadlineNotice {
            var number: Int? = null
            var name: String? = null
            var at: Instant? = null
            var due: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("number")) number = reader.orNull { reader.whole() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("at")) at = reader.orNull { reader.instant() }
                else if (reader.isAt("due")) due = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return DeadlineNotice(
                number ?: throw reader.missing("number"),
                name,
                at ?: throw reader.missing("at"),
                due ?: throw reader.missing("due"),
            )
        }
    }
}

/** How well were deadlines kept? */
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

    public companion object : Wire<DeadlineComplianceRequest> {
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
public enum class DeadlineGrouping(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The present priority, or that of the moment at which the target was met. */
    PRIORITY("priority"),
    /** Who has the case, or had it when the target was met. */
    AGENT("agent"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<DeadlineGrouping> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): DeadlineGrouping {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** How well a target's deadlines were kept. Each case is met in time, breached or still open. */
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
        writer.close()
    }

    public companion object : Wire<DeadlineFigures> {
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
                else throw reader.unknown()
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
            )
        }
    }
}

/** A tenant's settings are asked for. */
public data class SettingsRequest(
    /** On behalf of whom. */
    public val tenant: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.close()
    }

    public companion object : Wire<SettingsRequest> {
        override fun read(reader: WireReader): SettingsRequest {
            var tenant: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SettingsRequest(
                tenant ?: throw reader.missing("tenant"),
            )
        }
    }
}

/** How does a tenant stand? */
public data class StandingRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** The present moment. */
    public val now: Instant,
    /** The status that it is to have from now on; refused when it may not. */
    public val becomes: TenantStatus? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("now"); writer.value(now)
        if (becomes != null) { writer.field("becomes"); becomes.write(writer) }
        writer.close()
    }

    public companion object : Wire<StandingRequest> {
        override fun read(reader: WireReader): StandingRequest {
            var tenant: String? = null
            var now: Instant? = null
            var becomes: TenantStatus? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("becomes")) becomes = reader.orNull { TenantStatus.read(reader) }
                else throw reader.unknown()
            }
            return StandingRequest(
                tenant ?: throw reader.missing("tenant"),
                now ?: throw reader.missing("now"),
                becomes,
            )
        }
    }
}

/** How a tenant stands, and what that allows. */
public data class TenantStanding(
    /** Its status. */
    public val status: TenantStatus,
    /** Since when, to be kept with the status. */
    public val since: Instant? = null,
    /** Whether its people may log in. */
    public val logIn: Boolean,
    /** Whether they may read. */
    public val reads: Boolean,
    /** Whether they may write. */
    public val writes: Boolean,
    /** While it is deleted: the moment until which it can be restored. */
    public val restoreUntil: Instant? = null,
    /** While it is deleted: the moment from which on what it has is erased, the same one. */
    public val purgeAt: Instant? = null,
    /** The status that it may have next, as of now. */
    public val next: List<TenantStatus>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("status"); status.write(writer)
        if (since != null) { writer.field("since"); writer.value(since) }
        writer.field("log_in"); writer.value(logIn)
        writer.field("reads"); writer.value(reads)
        writer.field("writes"); writer.value(writes)
        if (restoreUntil != null) { writer.field("restore_until"); writer.value(restoreUntil) }
        if (purgeAt != null) { writer.field("purge_at"); writer.value(purgeAt) }
        writer.field("next"); writer.list(next) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<TenantStanding> {
        override fun read(reader: WireReader): TenantStanding {
            var status: TenantStatus? = null
            var since: Instant? = null
            var logIn: Boolean? = null
            var reads: Boolean? = null
            var writes: Boolean? = null
            var restoreUntil: Instant? = null
            var purgeAt: Instant? = null
            var next: List<TenantStatus>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("status")) status = reader.orNull { TenantStatus.read(reader) }
                else if (reader.isAt("since")) since = reader.orNull { reader.instant() }
                else if (reader.isAt("log_in")) logIn = reader.orNull { reader.flag() }
                else if (reader.isAt("reads")) reads = reader.orNull { reader.flag() }
                else if (reader.isAt("writes")) writes = reader.orNull { reader.flag() }
                else if (reader.isAt("restore_until")) restoreUntil = reader.orNull { reader.instant() }
                else if (reader.isAt("purge_at")) purgeAt = reader.orNull { reader.instant() }
                else if (reader.isAt("next")) next = reader.orNull { reader.list { TenantStatus.read(reader) } }
                else throw reader.unknown()
            }
            return TenantStanding(
                status ?: throw reader.missing("status"),
                since,
                logIn ?: throw reader.missing("log_in"),
                reads ?: throw reader.missing("reads"),
                writes ?: throw reader.missing("writes"),
                restoreUntil,
                purgeAt,
                next ?: throw reader.missing("next"),
            )
        }
    }
}

/** May somebody do that? */
public data class MayRequest(
    /** Who. */
    public val actor: AccessActor,
    /** The permission that it needs, such as `bookings:write`. */
    public val action: String,
    /** The record it is done with; without one only what holds for every record counts. */
    public val record: AccessRecord? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("action"); writer.value(action)
        if (record != null) { writer.field("record"); record.write(writer) }
        writer.close()
    }

    public companion object : Wire<MayRequest> {
        override fun read(reader: WireReader): MayRequest {
            var actor: AccessActor? = null
            var action: String? = null
            var record: AccessRecord? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("action")) action = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { AccessRecord.read(reader) }
                else throw reader.unknown()
            }
            return MayRequest(
                actor ?: throw reader.missing("actor"),
                action ?: throw reader.missing("action"),
                record,
            )
        }
    }
}

/** Who acts, as whoever let them in knows them: from a token or a session, never from what they ask. */
public data class AccessActor(
    /** Whose they are. */
    public val tenant: String,
    /** Who. */
    public val id: String,
    /** Their roles. */
    public val roles: List<String> = emptyList(),
    /** What they may do with single records. */
    public val grants: List<RecordGrant> = emptyList(),
    /** What they may not do with single records, whatever else allows it. */
    public val denials: List<RecordDenial> = emptyList(),
    /** Whether they run the platform: they may do everything, and all of it is audited. */
    public val superAdmin: Boolean = false,
    /** Whether someone who runs the platform acts in a tenant that is not their own; it has to be said. */
    public val acrossTenants: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("id"); writer.value(id)
        if (roles.isNotEmpty()) { writer.field("roles"); writer.list(roles) { writer.value(it) } }
        if (grants.isNotEmpty()) { writer.field("grants"); writer.list(grants) { it.write(writer) } }
        if (denials.isNotEmpty()) { writer.field("denials"); writer.list(denials) { it.write(writer) } }
        if (superAdmin) { writer.field("super_admin"); writer.value(superAdmin) }
        if (acrossTenants) { writer.field("across_tenants"); writer.value(acrossTenants) }
        writer.close()
    }

    public companion object : Wire<AccessActor> {
        override fun read(reader: WireReader): AccessActor {
            var tenant: String? = null
            var id: String? = null
            var roles: List<String>? = null
            var grants: List<RecordGrant>? = null
            var denials: List<RecordDenial>? = null
            var superAdmin: Boolean? = null
            var acrossTenants: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grants")) grants = reader.orNull { reader.list { RecordGrant.read(reader) } }
                else if (reader.isAt("denials")) denials = reader.orNull { reader.list { RecordDenial.read(reader) } }
                else if (reader.isAt("super_admin")) superAdmin = reader.orNull { reader.flag() }
                else if (reader.isAt("across_tenants")) acrossTenants = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return AccessActor(
                tenant ?: throw reader.missing("tenant"),
                id ?: throw reader.missing("id"),
                roles ?: emptyList(),
                grants ?: emptyList(),
                denials ?: emptyList(),
                superAdmin ?: false,
                acrossTenants ?: false,
            )
        }
    }
}

/** What somebody may do with one record. */
public data class RecordGrant(
    /** The record's id. */
    public val record: String,
    /** What may be done. */
    public val permissions: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.value(record)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<RecordGrant> {
        override fun read(reader: WireReader): RecordGrant {
            var record: String? = null
            var permissions: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordGrant(
                record ?: throw reader.missing("record"),
                permissions ?: throw reader.missing("permissions"),
            )
        }
    }
}

/** What somebody may not do with one record. */
public data class RecordDenial(
    /** The record's id. */
    public val record: String,
    /** What may not be done: `bookings:write`, `bookings:*`, `*`. */
    public val permissions: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.value(record)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<RecordDenial> {
        override fun read(reader: WireReader): RecordDenial {
            var record: String? = null
            var permissions: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordDenial(
                record ?: throw reader.missing("record"),
                permissions ?: throw reader.missing("permissions"),
            )
        }
    }
}

/** The record that something is done with. */
public data class AccessRecord(
    /** Whose it is. */
    public val tenant: String,
    /** Its id; none when it is only about to be made. */
    public val id: String? = null,
    /** What is in it: at least the fields by which relations are told. */
    public val fields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        if (id != null) { writer.field("id"); writer.value(id) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        writer.close()
    }

    public companion object : Wire<AccessRecord> {
        override fun read(reader: WireReader): AccessRecord {
            var tenant: String? = null
            var id: String? = null
            var fields: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return AccessRecord(
                tenant ?: throw reader.missing("tenant"),
                id,
                fields ?: emptyMap(),
            )
        }
    }
}

/** Whether somebody may, and why. */
public data class AccessVerdict(
    /** Whether they may. */
    public val allowed: Boolean,
    /** What allows it; nothing when refused. */
    public val via: AccessVia? = null,
    /** The permission they lack; nothing when allowed. */
    public val missing: String? = null,
    /** The role that denies it, whatever else allows it. */
    public val deniedBy: String? = null,
    /** The record with which it is denied to them, whatever else allows it. */
    public val deniedOn: String? = null,
    /** Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does. */
    public val audit: Boolean,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("allowed"); writer.value(allowed)
        if (via != null) { writer.field("via"); via.write(writer) }
        if (missing != null) { writer.field("missing"); writer.value(missing) }
        if (deniedBy != null) { writer.field("denied_by"); writer.value(deniedBy) }
        if (deniedOn != null) { writer.field("denied_on"); writer.value(deniedOn) }
        writer.field("audit"); writer.value(audit)
        writer.close()
    }

    public companion object : Wire<AccessVerdict> {
        override fun read(reader: WireReader): AccessVerdict {
            var allowed: Boolean? = null
            var via: AccessVia? = null
            var missing: String? = null
            var deniedBy: String? = null
            var deniedOn: String? = null
            var audit: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("allowed")) allowed = reader.orNull { reader.flag() }
                else if (reader.isAt("via")) via = reader.orNull { AccessVia.read(reader) }
                else if (reader.isAt("missing")) missing = reader.orNull { reader.text() }
                else if (reader.isAt("denied_by")) deniedBy = reader.orNull { reader.text() }
                else if (reader.isAt("denied_on")) deniedOn = reader.orNull { reader.text() }
                else if (reader.isAt("audit")) audit = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return AccessVerdict(
                allowed ?: throw reader.missing("allowed"),
                via,
                missing,
                deniedBy,
                deniedOn,
                audit ?: throw reader.missing("audit"),
            )
        }
    }
}

/** What allows something. */
public sealed interface AccessVia : RatebookValue {
    /** A role of that name. */
    public data class Role(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("role"); writer.value(held)
            writer.close()
        }
    }

    /** A relation of that name to the record, such as `own`. */
    public data class Relation(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("relation"); writer.value(held)
            writer.close()
        }
    }

    /** A grant on the record of that id. */
    public data class Grant(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("grant"); writer.value(held)
            writer.close()
        }
    }

    /** They run the platform. */
    public data object SuperAdmin : AccessVia {
        override fun write(writer: WireWriter) {
            writer.value("super_admin")
        }
    }

    public companion object : Wire<AccessVia> {
        override fun read(reader: WireReader): AccessVia {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "super_admin" -> SuperAdmin
                    else -> throw reader.fault("`$text` is not known here")
                }
            }
            reader.open()
            if (!reader.nextField()) throw reader.unknown()
            val value: AccessVia =
                if (reader.isAt("role")) Role(reader.text())
                else if (reader.isAt("relation")) Relation(reader.text())
                else if (reader.isAt("grant")) Grant(reader.text())
                else throw reader.unknown()
            reader.close()
            return value
        }
    }
}

/** What may somebody see of a record? */
public data class MaskRequest(
    /** Who looks at it. */
    public val actor: AccessActor,
    /** The kind of record, as the rules name it. */
    public val entity: String,
    /** The record with its fields. */
    public val record: AccessRecord,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("entity"); writer.value(entity)
        writer.field("record"); record.write(writer)
        writer.close()
    }

    public companion object : Wire<MaskRequest> {
        override fun read(reader: WireReader): MaskRequest {
            var actor: AccessActor? = null
            var entity: String? = null
            var record: AccessRecord? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { AccessRecord.read(reader) }
                else throw reader.unknown()
            }
            return MaskRequest(
                actor ?: throw reader.missing("actor"),
                entity ?: throw reader.missing("entity"),
                record ?: throw reader.missing("record"),
            )
        }
    }
}

/** A record as somebody may see it. */
public data class MaskedRecord(
    /** Its fields; in the place of what is hidden stand eight stars. */
    public val fields: Map<String, Json>,
    /** What is hidden, as JSON pointers into the fields. */
    public val masked: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fields"); writer.map(fields) { writer.value(it) }
        writer.field("masked"); writer.list(masked) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<MaskedRecord> {
        override fun read(reader: WireReader): MaskedRecord {
            var fields: Map<String, Json>? = null
            var masked: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("masked")) masked = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return MaskedRecord(
                fields ?: throw reader.missing("fields"),
                masked ?: throw reader.missing("masked"),
            )
        }
    }
}

/** Is a feature on? */
public data class FlagRequest(
    /** Which one. */
    public val flag: String,
    /** For whom. */
    public val subject: FlagSubject,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("flag"); writer.value(flag)
        writer.field("subject"); subject.write(writer)
        writer.close()
    }

    public companion object : Wire<FlagRequest> {
        override fun read(reader: WireReader): FlagRequest {
            var flag: String? = null
            var subject: FlagSubject? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("flag")) flag = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { FlagSubject.read(reader) }
                else throw reader.unknown()
            }
            return FlagRequest(
                flag ?: throw reader.missing("flag"),
                subject ?: throw reader.missing("subject"),
            )
        }
    }
}

/** For whom is asked. */
public data class FlagSubject(
    /** On behalf of whom. */
    public val tenant: String,
    /** The present moment. */
    public val now: Instant,
    /** Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given. */
    public val id: String? = null,
    /** Their roles. */
    public val roles: List<String> = emptyList(),
    /** The tenant's plan. */
    public val plan: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("now"); writer.value(now)
        if (id != null) { writer.field("id"); writer.value(id) }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.list(roles) { writer.value(it) } }
        if (plan != null) { writer.field("plan"); writer.value(plan) }
        writer.close()
    }

    public companion object : Wire<FlagSubject> {
        override fun read(reader: WireReader): FlagSubject {
            var tenant: String? = null
            var now: Instant? = null
            var id: String? = null
            var roles: List<String>? = null
            var plan: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("plan")) plan = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return FlagSubject(
                tenant ?: throw reader.missing("tenant"),
                now ?: throw reader.missing("now"),
                id,
                roles ?: emptyList(),
                plan,
            )
        }
    }
}

/** Whether a feature is on, and why. */
public data class FlagAnswer(
    /** Which one. */
    public val flag: String,
    /** Whether it is on. */
    public val on: Boolean,
    /** The rule that decided. */
    public val decidedBy: FlagRule,
    /** The role or plan that decided. */
    public val name: String? = null,
    /** Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage. */
    public val share: BigDecimal? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("flag"); writer.value(flag)
        writer.field("on"); writer.value(on)
        writer.field("decided_by"); decidedBy.write(writer)
        if (name != null) { writer.field("name"); writer.value(name) }
        if (share != null) { writer.field("share"); writer.value(share) }
        writer.close()
    }

    public companion object : Wire<FlagAnswer> {
        override fun read(reader: WireReader): FlagAnswer {
            var flag: String? = null
            var on: Boolean? = null
            var decidedBy: FlagRule? = null
            var name: String? = null
            var share: BigDecimal? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("flag")) flag = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { reader.flag() }
                else if (reader.isAt("decided_by")) decidedBy = reader.orNull { FlagRule.read(reader) }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("share")) share = reader.orNull { reader.decimal() }
                else throw reader.unknown()
            }
            return FlagAnswer(
                flag ?: throw reader.missing("flag"),
                on ?: throw reader.missing("on"),
                decidedBy ?: throw reader.missing("decided_by"),
                name,
                share,
            )
        }
    }
}

/** A rule that decides whether a feature is on, in their order. */
public enum class FlagRule(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** What it is for this tenant. */
    FORCED("forced"),
    /** It has not started, or has ended. */
    SCHEDULE("schedule"),
    /** A role. */
    ROLE("role"),
    /** The plan. */
    PLAN("plan"),
    /** A percentage. */
    PERCENTAGE("percentage"),
    /** Nothing else. */
    OTHERWISE("otherwise"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<FlagRule> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): FlagRule {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** Are these values and tags right for a thing of that kind? */
public data class CheckFieldsRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** What kind of thing. */
    public val entity: String,
    /** Its values by field; numbers and dates as text. */
    public val values: Map<String, Json> = emptyMap(),
    /** Its tags. */
    public val tags: List<String> = emptyList(),
    /** Values of unique fields that other things have. */
    public val taken: Map<String, List<String>> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("entity"); writer.value(entity)
        if (values.isNotEmpty()) { writer.field("values"); writer.map(values) { writer.value(it) } }
        if (tags.isNotEmpty()) { writer.field("tags"); writer.list(tags) { writer.value(it) } }
        if (taken.isNotEmpty()) { writer.field("taken"); writer.map(taken) { writer.list(it) { writer.value(it) } } }
        writer.close()
    }

    public companion object : Wire<CheckFieldsRequest> {
        override fun read(reader: WireReader): CheckFieldsRequest {
            var tenant: String? = null
            var entity: String? = null
            var values: Map<String, Json>? = null
            var tags: List<String>? = null
            var taken: Map<String, List<String>>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.map { reader.list { reader.text() } } }
                else throw reader.unknown()
            }
            return CheckFieldsRequest(
                tenant ?: throw reader.missing("tenant"),
                entity ?: throw reader.missing("entity"),
                values ?: emptyMap(),
                tags ?: emptyList(),
                taken ?: emptyMap(),
            )
        }
    }
}

/** Values and tags as they are to be stored. */
public data class CheckedFields(
    /** The values: texts without blanks around them, numbers without zeros at their end. */
    public val values: Map<String, Json>,
    /** The tags in small letters, each once. */
    public val tags: List<String>,
    /** The fields whose values no other thing may have: look them up, or let the store's index decide. */
    public val unique: List<String>,
    /** Values of fields that are not, or no longer, defined. */
    public val archived: Map<String, Json>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("values"); writer.map(values) { writer.value(it) }
        writer.field("tags"); writer.list(tags) { writer.value(it) }
        writer.field("unique"); writer.list(unique) { writer.value(it) }
        writer.field("archived"); writer.map(archived) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<CheckedFields> {
        override fun read(reader: WireReader): CheckedFields {
            var values: Map<String, Json>? = null
            var tags: List<String>? = null
            var unique: List<String>? = null
            var archived: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("archived")) archived = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return CheckedFields(
                values ?: throw reader.missing("values"),
                tags ?: throw reader.missing("tags"),
                unique ?: throw reader.missing("unique"),
                archived ?: throw reader.missing("archived"),
            )
        }
    }
}

/** May this change be made? */
public data class CheckPoliciesRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** What would be after the change. */
    public val subject: PolicySubject,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("subject"); subject.write(writer)
        writer.close()
    }

    public companion object : Wire<CheckPoliciesRequest> {
        override fun read(reader: WireReader): CheckPoliciesRequest {
            var tenant: String? = null
            var subject: PolicySubject? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { PolicySubject.read(reader) }
                else throw reader.unknown()
            }
            return CheckPoliciesRequest(
                tenant ?: throw reader.missing("tenant"),
                subject ?: throw reader.missing("subject"),
            )
        }
    }
}

/** Something that policies are asked about. */
public data class PolicySubject(
    /** Which one. */
    public val id: String,
    /** What is known of it; decimals and days as text. */
    public val facts: Map<String, Json>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("facts"); writer.map(facts) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<PolicySubject> {
        override fun read(reader: WireReader): PolicySubject {
            var id: String? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return PolicySubject(
                id ?: throw reader.missing("id"),
                facts ?: throw reader.missing("facts"),
            )
        }
    }
}

/** What all policies say, and what follows. */
public data class PolicyDecision(
    /** About what. */
    public val subject: String,
    /** The gravest of the verdicts. */
    public val overall: PolicyOutcome,
    /** What each policy says, in the order of the definition. */
    public val verdicts: List<PolicyVerdict>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("subject"); writer.value(subject)
        writer.field("overall"); overall.write(writer)
        writer.field("verdicts"); writer.list(verdicts) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<PolicyDecision> {
        override fun read(reader: WireReader): PolicyDecision {
            var subject: String? = null
            var overall: PolicyOutcome? = null
            var verdicts: List<PolicyVerdict>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("overall")) overall = reader.orNull { PolicyOutcome.read(reader) }
                else if (reader.isAt("verdicts")) verdicts = reader.orNull { reader.list { PolicyVerdict.read(reader) } }
                else throw reader.unknown()
            }
            return PolicyDecision(
                subject ?: throw reader.missing("subject"),
                overall ?: throw reader.missing("overall"),
                verdicts ?: throw reader.missing("verdicts"),
            )
        }
    }
}

/** What follows of a policy, or of all of them; the graver ones last. */
public enum class PolicyOutcome(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It holds. */
    COMPLIANT("compliant"),
    /** It does not, which is told. */
    WARNED("warned"),
    /** A fact is missing, so nobody can say. */
    UNCHECKED("unchecked"),
    /** It does not, and somebody has to approve. */
    APPROVAL_NEEDED("approval_needed"),
    /** It does not, and the change is not made. */
    DENIED("denied"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<PolicyOutcome> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): PolicyOutcome {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What one policy says. */
public data class PolicyVerdict(
    /** Which policy. */
    public val policy: String,
    /** What it is about. */
    public val kind: PolicyKind,
    /** What follows. */
    public val outcome: PolicyOutcome,
    /** What is said when it does not hold. */
    public val message: String? = null,
    /** The figure; decimals and days as text. */
    public val figure: Json? = null,
    /** The limit. */
    public val limit: Json? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("policy"); writer.value(policy)
        writer.field("kind"); kind.write(writer)
        writer.field("outcome"); outcome.write(writer)
        if (message != null) { writer.field("message"); writer.value(message) }
        if (figure != null) { writer.field("figure"); writer.value(figure) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.close()
    }

    public companion object : Wire<PolicyVerdict> {
        override fun read(reader: WireReader): PolicyVerdict {
            var policy: String? = null
            var kind: PolicyKind? = null
            var outcome: PolicyOutcome? = null
            var message: String? = null
            var figure: Json? = null
            var limit: Json? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("policy")) policy = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PolicyKind.read(reader) }
                else if (reader.isAt("outcome")) outcome = reader.orNull { PolicyOutcome.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("figure")) figure = reader.orNull { reader.json() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.json() }
                else throw reader.unknown()
            }
            return PolicyVerdict(
                policy ?: throw reader.missing("policy"),
                kind ?: throw reader.missing("kind"),
                outcome ?: throw reader.missing("outcome"),
                message,
                figure,
                limit,
            )
        }
    }
}

/** Something happened: what is to be done? */
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

    public companion object : Wire<AutomationRequest> {
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
public data class AutomationRun(
    /** The rules that ran, in the order in which their actions are to be done. */
    public val runs: List<AutomationRuleRun>,
    /** The rules that did not run, and why. Of what rules set off, only those that wait for it are told. */
    public val skipped: List<AutomationSkip>,
    /** The facts as they are when everything is done. */
    public val facts: Map<String, Json>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("runs"); writer.list(runs) { it.write(writer) }
        writer.field("skipped"); writer.list(skipped) { it.write(writer) }
        writer.field("facts"); writer.map(facts) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<AutomationRun> {
        override fun read(reader: WireReader): AutomationRun {
            var runs: List<AutomationRuleRun>? = null
            var skipped: List<AutomationSkip>? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("runs")) runs = reader.orNull { reader.list { AutomationRuleRun.read(reader) } }
                else if (reader.isAt("skipped")) skipped = reader.orNull { reader.list { AutomationSkip.read(reader) } }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return AutomationRun(
                runs ?: throw reader.missing("runs"),
                skipped ?: throw reader.missing("skipped"),
                facts ?: throw reader.missing("facts"),
            )
        }
    }
}

/** A rule that ran. */
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.field("rule"); writer.value(rule)
        writer.field("trigger"); trigger.write(writer)
        if (setOffBy != null) { writer.field("set_off_by"); writer.value(setOffBy) }
        writer.field("actions"); writer.list(actions) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<AutomationRuleRun> {
        override fun read(reader: WireReader): AutomationRuleRun {
            var key: String? = null
            var rule: String? = null
            var trigger: AutomationTrigger? = null
            var setOffBy: Int? = null
            var actions: List<AutomationAction>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("trigger")) trigger = reader.orNull { AutomationTrigger.read(reader) }
                else if (reader.isAt("set_off_by")) setOffBy = reader.orNull { reader.whole() }
                else if (reader.isAt("actions")) actions = reader.orNull { reader.list { AutomationAction.read(reader) } }
                else throw reader.unknown()
            }
            return AutomationRuleRun(
                key ?: throw reader.missing("key"),
                rule ?: throw reader.missing("rule"),
                trigger ?: throw reader.missing("trigger"),
                setOffBy,
                actions ?: throw reader.missing("actions"),
            )
        }
    }
}

/** A rule that did not run. */
public data class AutomationSkip(
    /** The rule. */
    public val rule: String,
    /** Why. */
    public val why: AutomationSkipWhy,
    /** The number of the run whose action would have set it off; the occasion itself when there is none. */
    public val setOffBy: Int? = null,
    /** The rule after which no other was to run. */
    public val stoppedBy: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("rule"); writer.value(rule)
        writer.field("why"); why.write(writer)
        if (setOffBy != null) { writer.field("set_off_by"); writer.value(setOffBy) }
        if (stoppedBy != null) { writer.field("stopped_by"); writer.value(stoppedBy) }
        writer.close()
    }

    public companion object : Wire<AutomationSkip> {
        override fun read(reader: WireReader): AutomationSkip {
            var rule: String? = null
            var why: AutomationSkipWhy? = null
            var setOffBy: Int? = null
            var stoppedBy: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("rule")) rule = reader.orNull { reader.text() }
                else if (reader.isAt("why")) why = reader.orNull { AutomationSkipWhy.read(reader) }
                else if (reader.isAt("set_off_by")) setOffBy = reader.orNull { reader.whole() }
                else if (reader.isAt("stopped_by")) stoppedBy = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AutomationSkip(
                rule ?: throw reader.missing("rule"),
                why ?: throw reader.missing("why"),
                setOffBy,
                stoppedBy,
            )
        }
    }
}

/** Why a rule did not run. */
public enum class AutomationSkipWhy(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** The occasion was acted on before. */
    HANDLED("handled"),
    /** It waits for something else. */
    TRIGGER("trigger"),
    /** It is switched off. */
    DISABLED("disabled"),
    /** A rule before it was the last to run. */
    STOPPED("stopped"),
    /** Its condition is false. */
    CONDITION("condition"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<AutomationSkipWhy> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): AutomationSkipWhy {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What is to be sent now? */
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

    public companion object : Wire<ContactsDueRequest> {
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

    public companion object : Wire<ContactSubject> {
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
public data class ContactsDue(
    /** What is to be sent now. */
    public val send: List<PlannedContact>,
    /** What is due and waits for the end of quiet hours. */
    public val delayed: List<PlannedContact>,
    /** What is due and is not sent. */
    public val suppressed: List<PlannedContact>,
    /** The next moment at which something may have to be sent. */
    public val nextAt: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("send"); writer.list(send) { it.write(writer) }
        writer.field("delayed"); writer.list(delayed) { it.write(writer) }
        writer.field("suppressed"); writer.list(suppressed) { it.write(writer) }
        if (nextAt != null) { writer.field("next_at"); writer.value(nextAt) }
        writer.close()
    }

    public companion object : Wire<ContactsDue> {
        override fun read(reader: WireReader): ContactsDue {
            var send: List<PlannedContact>? = null
            var delayed: List<PlannedContact>? = null
            var suppressed: List<PlannedContact>? = null
            var nextAt: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("send")) send = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("delayed")) delayed = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("suppressed")) suppressed = reader.orNull { reader.list { PlannedContact.read(reader) } }
                else if (reader.isAt("next_at")) nextAt = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ContactsDue(
                send ?: throw reader.missing("send"),
                delayed ?: throw reader.missing("delayed"),
                suppressed ?: throw reader.missing("suppressed"),
                nextAt,
            )
        }
    }
}

/** Something that goes out once. */
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
        writer.close()
    }

    public companion object : Wire<PlannedContact> {
        override fun read(reader: WireReader): PlannedContact {
            var key: String? = null
            var subject: String? = null
            var contact: String? = null
            var channel: String? = null
            var dueAt: Instant? = null
            var goesAt: Instant? = null
            var why: ContactSuppressedWhy? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("contact")) contact = reader.orNull { reader.text() }
                else if (reader.isAt("channel")) channel = reader.orNull { reader.text() }
                else if (reader.isAt("due_at")) dueAt = reader.orNull { reader.instant() }
                else if (reader.isAt("goes_at")) goesAt = reader.orNull { reader.instant() }
                else if (reader.isAt("why")) why = reader.orNull { ContactSuppressedWhy.read(reader) }
                else throw reader.unknown()
            }
            return PlannedContact(
                key ?: throw reader.missing("key"),
                subject ?: throw reader.missing("subject"),
                contact ?: throw reader.missing("contact"),
                channel ?: throw reader.missing("channel"),
                dueAt ?: throw reader.missing("due_at"),
                goesAt,
                why,
            )
        }
    }
}

/** Why something that is due is not sent. */
public enum class ContactSuppressedWhy(
    /** As it crosses wires. */
    public val wire: String,
) : RatebookValue {
    /** It was. */
    SENT("sent"),
    /** A state or a flag ended it. */
    STOPPED("stopped"),
    /** It is not wanted: by whoever receives it, by the tenant, or as a rule. */
    OPTED_OUT("opted_out"),
    /** Marketing without consent. */
    NO_CONSENT("no_consent"),
    /** Its condition is false. */
    CONDITION("condition"),
    /** It is later than its grace. */
    TOO_LATE("too_late"),
    ;

    override fun write(writer: WireWriter) {
        writer.value(wire)
    }

    public companion object : Wire<ContactSuppressedWhy> {
        private val byWire = entries.associateBy { it.wire }

        override fun read(reader: WireReader): ContactSuppressedWhy {
            val text = reader.text()
            return byWire[text] ?: throw reader.fault("`$text` is not known here")
        }
    }
}

/** What is free, and at which price? */
public data class AvailabilityAndPriceRequest(
    /** The present moment. */
    public val now: Instant,
    /** When. */
    public val `when`: When,
    /** The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given. */
    public val request: PriceRequest,
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
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        writer.close()
    }

    public companion object : Wire<AvailabilityAndPriceRequest> {
        override fun read(reader: WireReader): AvailabilityAndPriceRequest {
            var now: Instant? = null
            var `when`: When? = null
            var request: PriceRequest? = null
            var resources: List<String>? = null
            var partner: String? = null
            var hold: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("request")) request = reader.orNull { PriceRequest.read(reader) }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AvailabilityAndPriceRequest(
                now ?: throw reader.missing("now"),
                `when` ?: throw reader.missing("when"),
                request ?: throw reader.missing("request"),
                resources ?: emptyList(),
                partner,
                hold,
            )
        }
    }
}

/** What is free and at which price, and what is not offered. */
public data class Found(
    /** What is offered, cheapest first; of equal totals the resource of higher priority, then by id and list. */
    public val offers: List<Offered>,
    /** What is not, and why. */
    public val notOffered: List<NotOffered>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("offers"); writer.list(offers) { it.write(writer) }
        writer.field("not_offered"); writer.list(notOffered) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<Found> {
        override fun read(reader: WireReader): Found {
            var offers: List<Offered>? = null
            var notOffered: List<NotOffered>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("offers")) offers = reader.orNull { reader.list { Offered.read(reader) } }
                else if (reader.isAt("not_offered")) notOffered = reader.orNull { reader.list { NotOffered.read(reader) } }
                else throw reader.unknown()
            }
            return Found(
                offers ?: throw reader.missing("offers"),
                notOffered ?: throw reader.missing("not_offered"),
            )
        }
    }
}

/** A resource at a price. */
public data class Offered(
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
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("rate_list"); writer.value(rateList)
        writer.field("total"); writer.value(total)
        writer.field("currency"); writer.value(currency)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.close()
    }

    public companion object : Wire<Offered> {
        override fun read(reader: WireReader): Offered {
            var resource: String? = null
            var rateList: String? = null
            var total: BigDecimal? = null
            var currency: String? = null
            var unitsLeft: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else if (reader.isAt("total")) total = reader.orNull { reader.decimal() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return Offered(
                resource ?: throw reader.missing("resource"),
                rateList ?: throw reader.missing("rate_list"),
                total ?: throw reader.missing("total"),
                currency ?: throw reader.missing("currency"),
                unitsLeft ?: throw reader.missing("units_left"),
            )
        }
    }
}

/** A resource that is not offered by a list. */
public data class NotOffered(
    /** The resource. */
    public val resource: String,
    /** The code of the rate list; none when it is not free, whatever the list. */
    public val rateList: String? = null,
    /** Every reason. */
    public val reasons: List<Reason>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        if (rateList != null) { writer.field("rate_list"); writer.value(rateList) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<NotOffered> {
        override fun read(reader: WireReader): NotOffered {
            var resource: String? = null
            var rateList: String? = null
            var reasons: List<Reason>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("rate_list")) rateList = reader.orNull { reader.text() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else throw reader.unknown()
            }
            return NotOffered(
                resource ?: throw reader.missing("resource"),
                rateList,
                reasons ?: throw reader.missing("reasons"),
            )
        }
    }
}
