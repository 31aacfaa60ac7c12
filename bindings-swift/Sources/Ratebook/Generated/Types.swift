// Written by `cargo xtask generate`.

import Foundation

/// What a supplier, a studio or a provider hands out: for these days, this many people, at these prices.
public struct RateListDefinition: RatebookValue {
    /// A UUID.
    public var id: String?
    /// Whose list it is.
    public var tenant: String?
    /// Unique in the tenant, such as `RL-2611-0001`.
    public var code: String?
    /// 1, 2, …: a clone is the next one.
    public var version: Int?
    /// The id of the version this one was cloned from.
    public var parent: String?
    /// What people call it.
    public var name: String
    /// Who sells it.
    public var supplier: String?
    /// `lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own.
    public var serviceType: String?
    /// Where it is.
    public var destination: String?
    /// Room type, vehicle class, studio…; a list without one is for all products.
    public var product: String?
    /// Labels of your own.
    public var tags: [String]
    /// Fields of your own, kept as they are.
    public var customFields: [String: JSON]
    /// Only published lists price, unless a request asks for a preview.
    public var status: ListStatus?
    /// The first day on which the next version answers in place of this one.
    public var supersededOn: Day?
    /// Among several lists that could answer, the highest goes first.
    public var priority: Int?
    /// The currency of every amount in the list.
    public var currency: String
    /// The days on which it can be used, both included.
    public var valid: DayRange
    /// Where its days begin; hour lists need it.
    public var zone: String?
    /// What one price buys.
    public var unit: PriceUnit
    /// How many people it is for.
    public var people: People?
    /// What a unit costs; hour lists have `hours` in its place.
    public var prices: Prices?
    /// What hours cost, for the unit `hour`.
    public var hours: Hours?
    /// How children are charged, from age 0 to the last one before adults, without gap or overlap.
    public var ageBands: [AgeBand]
    /// How many children per room may be free; further ones pay as the next older band, or as adults.
    public var freeChildren: Int?
    /// Days that cost something else. On each night the season of highest priority wins.
    public var seasons: [Season]
    /// What comes on top, in this order.
    public var supplements: [Supplement]
    /// What comes off.
    public var discounts: [Discount]
    /// What happens when several discounts apply.
    public var combineDiscounts: Combination?
    /// Charges of the seller after discounts.
    public var fees: [Fee]
    /// The tax category of units and children.
    public var taxCategory: String?
    /// Taxes, in this order.
    public var taxes: [Tax]
    /// Taxes by place of supply, after the list's own.
    public var taxRegion: TaxRegion?
    /// Days that are not sold at all.
    public var blackouts: [Blackout]
    /// Who may arrive, leave and stay how long, booked how far ahead.
    public var restrictions: [Restriction]
    /// How amounts are rounded.
    public var rounding: RoundingRule?

    public init(
        id: String? = nil,
        tenant: String? = nil,
        code: String? = nil,
        version: Int? = nil,
        parent: String? = nil,
        name: String,
        supplier: String? = nil,
        serviceType: String? = nil,
        destination: String? = nil,
        product: String? = nil,
        tags: [String] = [],
        customFields: [String: JSON] = [:],
        status: ListStatus? = nil,
        supersededOn: Day? = nil,
        priority: Int? = nil,
        currency: String,
        valid: DayRange,
        zone: String? = nil,
        unit: PriceUnit,
        people: People? = nil,
        prices: Prices? = nil,
        hours: Hours? = nil,
        ageBands: [AgeBand] = [],
        freeChildren: Int? = nil,
        seasons: [Season] = [],
        supplements: [Supplement] = [],
        discounts: [Discount] = [],
        combineDiscounts: Combination? = nil,
        fees: [Fee] = [],
        taxCategory: String? = nil,
        taxes: [Tax] = [],
        taxRegion: TaxRegion? = nil,
        blackouts: [Blackout] = [],
        restrictions: [Restriction] = [],
        rounding: RoundingRule? = nil
    ) {
        self.id = id
        self.tenant = tenant
        self.code = code
        self.version = version
        self.parent = parent
        self.name = name
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.product = product
        self.tags = tags
        self.customFields = customFields
        self.status = status
        self.supersededOn = supersededOn
        self.priority = priority
        self.currency = currency
        self.valid = valid
        self.zone = zone
        self.unit = unit
        self.people = people
        self.prices = prices
        self.hours = hours
        self.ageBands = ageBands
        self.freeChildren = freeChildren
        self.seasons = seasons
        self.supplements = supplements
        self.discounts = discounts
        self.combineDiscounts = combineDiscounts
        self.fees = fees
        self.taxCategory = taxCategory
        self.taxes = taxes
        self.taxRegion = taxRegion
        self.blackouts = blackouts
        self.restrictions = restrictions
        self.rounding = rounding
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var tenant: String?
        var code: String?
        var version: Int?
        var parent: String?
        var name: String?
        var supplier: String?
        var serviceType: String?
        var destination: String?
        var product: String?
        var tags: [String]?
        var customFields: [String: JSON]?
        var status: ListStatus?
        var supersededOn: Day?
        var priority: Int?
        var currency: String?
        var valid: DayRange?
        var zone: String?
        var unit: PriceUnit?
        var people: People?
        var prices: Prices?
        var hours: Hours?
        var ageBands: [AgeBand]?
        var freeChildren: Int?
        var seasons: [Season]?
        var supplements: [Supplement]?
        var discounts: [Discount]?
        var combineDiscounts: Combination?
        var fees: [Fee]?
        var taxCategory: String?
        var taxes: [Tax]?
        var taxRegion: TaxRegion?
        var blackouts: [Blackout]?
        var restrictions: [Restriction]?
        var rounding: RoundingRule?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("parent") { parent = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("supplier") { supplier = try reader.readIfAny() }
            else if reader.isAt("service_type") { serviceType = try reader.readIfAny() }
            else if reader.isAt("destination") { destination = try reader.readIfAny() }
            else if reader.isAt("product") { product = try reader.readIfAny() }
            else if reader.isAt("tags") { tags = try reader.readIfAny() }
            else if reader.isAt("custom_fields") { customFields = try reader.readIfAny() }
            else if reader.isAt("status") { status = try reader.readIfAny() }
            else if reader.isAt("superseded_on") { supersededOn = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("valid") { valid = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("unit") { unit = try reader.readIfAny() }
            else if reader.isAt("people") { people = try reader.readIfAny() }
            else if reader.isAt("prices") { prices = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("age_bands") { ageBands = try reader.readIfAny() }
            else if reader.isAt("free_children") { freeChildren = try reader.readIfAny() }
            else if reader.isAt("seasons") { seasons = try reader.readIfAny() }
            else if reader.isAt("supplements") { supplements = try reader.readIfAny() }
            else if reader.isAt("discounts") { discounts = try reader.readIfAny() }
            else if reader.isAt("combine_discounts") { combineDiscounts = try reader.readIfAny() }
            else if reader.isAt("fees") { fees = try reader.readIfAny() }
            else if reader.isAt("tax_category") { taxCategory = try reader.readIfAny() }
            else if reader.isAt("taxes") { taxes = try reader.readIfAny() }
            else if reader.isAt("tax_region") { taxRegion = try reader.readIfAny() }
            else if reader.isAt("blackouts") { blackouts = try reader.readIfAny() }
            else if reader.isAt("restrictions") { restrictions = try reader.readIfAny() }
            else if reader.isAt("rounding") { rounding = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.id = id
        self.tenant = tenant
        self.code = code
        self.version = version
        self.parent = parent
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.product = product
        self.tags = tags ?? []
        self.customFields = customFields ?? [:]
        self.status = status
        self.supersededOn = supersededOn
        self.priority = priority
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let valid else { throw reader.missing("valid") }
        self.valid = valid
        self.zone = zone
        guard let unit else { throw reader.missing("unit") }
        self.unit = unit
        self.people = people
        self.prices = prices
        self.hours = hours
        self.ageBands = ageBands ?? []
        self.freeChildren = freeChildren
        self.seasons = seasons ?? []
        self.supplements = supplements ?? []
        self.discounts = discounts ?? []
        self.combineDiscounts = combineDiscounts
        self.fees = fees ?? []
        self.taxCategory = taxCategory
        self.taxes = taxes ?? []
        self.taxRegion = taxRegion
        self.blackouts = blackouts ?? []
        self.restrictions = restrictions ?? []
        self.rounding = rounding
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let id { writer.field("id"); writer.write(id) }
        if let tenant { writer.field("tenant"); writer.write(tenant) }
        if let code { writer.field("code"); writer.write(code) }
        if let version { writer.field("version"); writer.write(version) }
        if let parent { writer.field("parent"); writer.write(parent) }
        writer.field("name")
        writer.write(name)
        if let supplier { writer.field("supplier"); writer.write(supplier) }
        if let serviceType { writer.field("service_type"); writer.write(serviceType) }
        if let destination { writer.field("destination"); writer.write(destination) }
        if let product { writer.field("product"); writer.write(product) }
        if !tags.isEmpty { writer.field("tags"); writer.write(tags) }
        if !customFields.isEmpty { writer.field("custom_fields"); writer.write(customFields) }
        if let status { writer.field("status"); writer.write(status) }
        if let supersededOn { writer.field("superseded_on"); writer.write(supersededOn) }
        if let priority { writer.field("priority"); writer.write(priority) }
        writer.field("currency")
        writer.write(currency)
        writer.field("valid")
        writer.write(valid)
        if let zone { writer.field("zone"); writer.write(zone) }
        writer.field("unit")
        writer.write(unit)
        if let people { writer.field("people"); writer.write(people) }
        if let prices { writer.field("prices"); writer.write(prices) }
        if let hours { writer.field("hours"); writer.write(hours) }
        if !ageBands.isEmpty { writer.field("age_bands"); writer.write(ageBands) }
        if let freeChildren { writer.field("free_children"); writer.write(freeChildren) }
        if !seasons.isEmpty { writer.field("seasons"); writer.write(seasons) }
        if !supplements.isEmpty { writer.field("supplements"); writer.write(supplements) }
        if !discounts.isEmpty { writer.field("discounts"); writer.write(discounts) }
        if let combineDiscounts { writer.field("combine_discounts"); writer.write(combineDiscounts) }
        if !fees.isEmpty { writer.field("fees"); writer.write(fees) }
        if let taxCategory { writer.field("tax_category"); writer.write(taxCategory) }
        if !taxes.isEmpty { writer.field("taxes"); writer.write(taxes) }
        if let taxRegion { writer.field("tax_region"); writer.write(taxRegion) }
        if !blackouts.isEmpty { writer.field("blackouts"); writer.write(blackouts) }
        if !restrictions.isEmpty { writer.field("restrictions"); writer.write(restrictions) }
        if let rounding { writer.field("rounding"); writer.write(rounding) }
        writer.close()
    }
}

/// The life of a list.
public enum ListStatus: String, RatebookValue, CaseIterable {
    /// May change, does not price.
    case draft = "draft"
    /// Prices, does not change.
    case published = "published"
    /// Neither.
    case archived = "archived"
}

/// Days from `first` to `last`, both included, as people write seasons.
public struct DayRange: RatebookValue {
    /// The first day.
    public var first: Day
    /// The last day, included.
    public var last: Day

    public init(
        first: Day,
        last: Day
    ) {
        self.first = first
        self.last = last
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var first: Day?
        var last: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let first else { throw reader.missing("first") }
        self.first = first
        guard let last else { throw reader.missing("last") }
        self.last = last
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("first")
        writer.write(first)
        writer.field("last")
        writer.write(last)
        writer.close()
    }
}

/// What one price buys.
public enum PriceUnit: String, RatebookValue, CaseIterable {
    /// A night of a stay; the night of check-out is not priced.
    case night = "night"
    /// A day, the last one included.
    case day = "day"
    /// An hour of the clock.
    case hour = "hour"
    /// One person for the whole of it.
    case person = "person"
    /// One piece.
    case item = "item"
    /// The whole stay.
    case stay = "stay"
}

/// How many people a unit is for.
public struct People: RatebookValue {
    /// How many adults the base price includes; 2 when not given.
    public var standard: Int?
    /// At least so many people, free children included.
    public var minPeople: Int?
    /// At most so many people, free children included.
    public var maxPeople: Int?
    /// At least so many adults.
    public var minAdults: Int?
    /// At most so many adults.
    public var maxAdults: Int?
    /// At least so many children.
    public var minChildren: Int?
    /// At most so many children.
    public var maxChildren: Int?
    /// Whether a party smaller than any in the price table pays the price of the next larger one.
    public var useLargerPrice: Bool

    public init(
        standard: Int? = nil,
        minPeople: Int? = nil,
        maxPeople: Int? = nil,
        minAdults: Int? = nil,
        maxAdults: Int? = nil,
        minChildren: Int? = nil,
        maxChildren: Int? = nil,
        useLargerPrice: Bool = false
    ) {
        self.standard = standard
        self.minPeople = minPeople
        self.maxPeople = maxPeople
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
        self.useLargerPrice = useLargerPrice
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var standard: Int?
        var minPeople: Int?
        var maxPeople: Int?
        var minAdults: Int?
        var maxAdults: Int?
        var minChildren: Int?
        var maxChildren: Int?
        var useLargerPrice: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("standard") { standard = try reader.readIfAny() }
            else if reader.isAt("min_people") { minPeople = try reader.readIfAny() }
            else if reader.isAt("max_people") { maxPeople = try reader.readIfAny() }
            else if reader.isAt("min_adults") { minAdults = try reader.readIfAny() }
            else if reader.isAt("max_adults") { maxAdults = try reader.readIfAny() }
            else if reader.isAt("min_children") { minChildren = try reader.readIfAny() }
            else if reader.isAt("max_children") { maxChildren = try reader.readIfAny() }
            else if reader.isAt("use_larger_price") { useLargerPrice = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.standard = standard
        self.minPeople = minPeople
        self.maxPeople = maxPeople
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
        self.useLargerPrice = useLargerPrice ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let standard { writer.field("standard"); writer.write(standard) }
        if let minPeople { writer.field("min_people"); writer.write(minPeople) }
        if let maxPeople { writer.field("max_people"); writer.write(maxPeople) }
        if let minAdults { writer.field("min_adults"); writer.write(minAdults) }
        if let maxAdults { writer.field("max_adults"); writer.write(maxAdults) }
        if let minChildren { writer.field("min_children"); writer.write(minChildren) }
        if let maxChildren { writer.field("max_children"); writer.write(maxChildren) }
        if useLargerPrice { writer.field("use_larger_price"); writer.write(useLargerPrice) }
        writer.close()
    }
}

/// What a unit costs: exactly one of `base`, `per_person` and `by_adults`, and what goes with it.
public struct Prices: RatebookValue {
    /// The price for up to the standard number of adults.
    public var base: Decimal?
    /// The price of each adult.
    public var perPerson: Decimal?
    /// The price by number of adults, such as `{"1": "95", "2": "120"}`.
    public var byAdults: [Int: Decimal]
    /// Each adult beyond the standard number, or beyond the largest of `by_adults`.
    public var extraAdult: Decimal?
    /// An extra bed, as the measure of children's prices.
    public var extraBed: Decimal?
    /// The full price of a child, as the measure of children's prices.
    public var child: Decimal?
    /// What one adult alone pays.
    public var singleUse: SingleUse?

    public init(
        base: Decimal? = nil,
        perPerson: Decimal? = nil,
        byAdults: [Int: Decimal] = [:],
        extraAdult: Decimal? = nil,
        extraBed: Decimal? = nil,
        child: Decimal? = nil,
        singleUse: SingleUse? = nil
    ) {
        self.base = base
        self.perPerson = perPerson
        self.byAdults = byAdults
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.singleUse = singleUse
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var base: Decimal?
        var perPerson: Decimal?
        var byAdults: [Int: Decimal]?
        var extraAdult: Decimal?
        var extraBed: Decimal?
        var child: Decimal?
        var singleUse: SingleUse?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("base") { base = try reader.readIfAny() }
            else if reader.isAt("per_person") { perPerson = try reader.readIfAny() }
            else if reader.isAt("by_adults") { byAdults = try reader.readIfAny() }
            else if reader.isAt("extra_adult") { extraAdult = try reader.readIfAny() }
            else if reader.isAt("extra_bed") { extraBed = try reader.readIfAny() }
            else if reader.isAt("child") { child = try reader.readIfAny() }
            else if reader.isAt("single_use") { singleUse = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.base = base
        self.perPerson = perPerson
        self.byAdults = byAdults ?? [:]
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.singleUse = singleUse
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let base { writer.field("base"); writer.write(base) }
        if let perPerson { writer.field("per_person"); writer.write(perPerson) }
        if !byAdults.isEmpty { writer.field("by_adults"); writer.write(byAdults) }
        if let extraAdult { writer.field("extra_adult"); writer.write(extraAdult) }
        if let extraBed { writer.field("extra_bed"); writer.write(extraBed) }
        if let child { writer.field("child"); writer.write(child) }
        if let singleUse { writer.field("single_use"); writer.write(singleUse) }
        writer.close()
    }
}

/// What one adult alone pays.
public enum SingleUse: RatebookValue {
    /// This price.
    case price(Decimal)
    /// The price for one adult and so many percent of it.
    case percent(Decimal)
    /// The price for one adult and this amount.
    case amount(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("price") { self = .price(try reader.read()) }
        else if reader.isAt("percent") { self = .percent(try reader.read()) }
        else if reader.isAt("amount") { self = .amount(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .price(let held):
            writer.open()
            writer.field("price")
            writer.write(held)
            writer.close()
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        case .amount(let held):
            writer.open()
            writer.field("amount")
            writer.write(held)
            writer.close()
        }
    }
}

/// What hours cost, by local time of day and day of the week.
public struct Hours: RatebookValue {
    /// The windows; of those that cover a moment the highest priority wins.
    public var windows: [HourWindow]
    /// Never less than this.
    public var minimumCharge: Decimal?
    /// Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given.
    public var incrementMinutes: Int?
    /// Prices for whole blocks that count when cheaper.
    public var blocks: [Block]
    /// What comes on top outside ordinary hours.
    public var afterHours: AfterHours?

    public init(
        windows: [HourWindow],
        minimumCharge: Decimal? = nil,
        incrementMinutes: Int? = nil,
        blocks: [Block] = [],
        afterHours: AfterHours? = nil
    ) {
        self.windows = windows
        self.minimumCharge = minimumCharge
        self.incrementMinutes = incrementMinutes
        self.blocks = blocks
        self.afterHours = afterHours
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var windows: [HourWindow]?
        var minimumCharge: Decimal?
        var incrementMinutes: Int?
        var blocks: [Block]?
        var afterHours: AfterHours?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("windows") { windows = try reader.readIfAny() }
            else if reader.isAt("minimum_charge") { minimumCharge = try reader.readIfAny() }
            else if reader.isAt("increment_minutes") { incrementMinutes = try reader.readIfAny() }
            else if reader.isAt("blocks") { blocks = try reader.readIfAny() }
            else if reader.isAt("after_hours") { afterHours = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let windows else { throw reader.missing("windows") }
        self.windows = windows
        self.minimumCharge = minimumCharge
        self.incrementMinutes = incrementMinutes
        self.blocks = blocks ?? []
        self.afterHours = afterHours
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("windows")
        writer.write(windows)
        if let minimumCharge { writer.field("minimum_charge"); writer.write(minimumCharge) }
        if let incrementMinutes { writer.field("increment_minutes"); writer.write(incrementMinutes) }
        if !blocks.isEmpty { writer.field("blocks"); writer.write(blocks) }
        if let afterHours { writer.field("after_hours"); writer.write(afterHours) }
        writer.close()
    }
}

/// A window of local time with its price. One that closes at or before it opens goes past midnight.
public struct HourWindow: RatebookValue {
    /// What people call it.
    public var name: String
    /// On these days of the week, by the day on which it opens; all when not given.
    public var weekdays: [Weekday]
    /// Only on these days; all when empty.
    public var days: [DayRange]
    /// When it opens.
    public var opens: String
    /// When it closes.
    public var closes: String
    /// The price of an hour.
    public var price: Decimal
    /// Other prices of an hour, by the length of the whole span.
    public var tiers: [HourTier]
    /// The highest wins; two windows of one priority must not meet.
    public var priority: Int

    public init(
        name: String,
        weekdays: [Weekday] = [],
        days: [DayRange] = [],
        opens: String,
        closes: String,
        price: Decimal,
        tiers: [HourTier] = [],
        priority: Int = 0
    ) {
        self.name = name
        self.weekdays = weekdays
        self.days = days
        self.opens = opens
        self.closes = closes
        self.price = price
        self.tiers = tiers
        self.priority = priority
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var weekdays: [Weekday]?
        var days: [DayRange]?
        var opens: String?
        var closes: String?
        var price: Decimal?
        var tiers: [HourTier]?
        var priority: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("opens") { opens = try reader.readIfAny() }
            else if reader.isAt("closes") { closes = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("tiers") { tiers = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.weekdays = weekdays ?? []
        self.days = days ?? []
        guard let opens else { throw reader.missing("opens") }
        self.opens = opens
        guard let closes else { throw reader.missing("closes") }
        self.closes = closes
        guard let price else { throw reader.missing("price") }
        self.price = price
        self.tiers = tiers ?? []
        self.priority = priority ?? 0
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        if !days.isEmpty { writer.field("days"); writer.write(days) }
        writer.field("opens")
        writer.write(opens)
        writer.field("closes")
        writer.write(closes)
        writer.field("price")
        writer.write(price)
        if !tiers.isEmpty { writer.field("tiers"); writer.write(tiers) }
        writer.field("priority")
        writer.write(priority)
        writer.close()
    }
}

/// A day of the week.
public enum Weekday: String, RatebookValue, CaseIterable {
    /// The first day of the week by ISO 8601.
    case mon = "mon"
    /// The second day.
    case tue = "tue"
    /// The third day.
    case wed = "wed"
    /// The fourth day.
    case thu = "thu"
    /// The fifth day.
    case fri = "fri"
    /// The sixth day.
    case sat = "sat"
    /// The seventh day.
    case sun = "sun"
}

/// From so many hours on, another price of the hour.
public struct HourTier: RatebookValue {
    /// From so many hours of the whole span on.
    public var atLeast: Decimal
    /// The price of an hour.
    public var price: Decimal

    public init(
        atLeast: Decimal,
        price: Decimal
    ) {
        self.atLeast = atLeast
        self.price = price
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var atLeast: Decimal?
        var price: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at_least") { atLeast = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let atLeast else { throw reader.missing("at_least") }
        self.atLeast = atLeast
        guard let price else { throw reader.missing("price") }
        self.price = price
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at_least")
        writer.write(atLeast)
        writer.field("price")
        writer.write(price)
        writer.close()
    }
}

/// A price for so many hours at once.
public struct Block: RatebookValue {
    /// What people call it.
    public var name: String
    /// So many hours.
    public var hours: Decimal
    /// What they cost together.
    public var price: Decimal

    public init(
        name: String,
        hours: Decimal,
        price: Decimal
    ) {
        self.name = name
        self.hours = hours
        self.price = price
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var hours: Decimal?
        var price: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let hours else { throw reader.missing("hours") }
        self.hours = hours
        guard let price else { throw reader.missing("price") }
        self.price = price
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("hours")
        writer.write(hours)
        writer.field("price")
        writer.write(price)
        writer.close()
    }
}

/// What comes on top outside ordinary hours.
public struct AfterHours: RatebookValue {
    /// When ordinary hours begin.
    public var opens: String
    /// When ordinary hours end.
    public var closes: String
    /// The days of the week that have ordinary hours at all; all when not given.
    public var weekdays: [Weekday]
    /// The amount for each hour outside them.
    public var amount: Decimal

    public init(
        opens: String,
        closes: String,
        weekdays: [Weekday] = [],
        amount: Decimal
    ) {
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
        self.amount = amount
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var opens: String?
        var closes: String?
        var weekdays: [Weekday]?
        var amount: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("opens") { opens = try reader.readIfAny() }
            else if reader.isAt("closes") { closes = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let opens else { throw reader.missing("opens") }
        self.opens = opens
        guard let closes else { throw reader.missing("closes") }
        self.closes = closes
        self.weekdays = weekdays ?? []
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("opens")
        writer.write(opens)
        writer.field("closes")
        writer.write(closes)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        writer.field("amount")
        writer.write(amount)
        writer.close()
    }
}

/// Children from one age to another, both included, and what they pay.
public struct AgeBand: RatebookValue {
    /// What the band is called.
    public var name: String
    /// The youngest age.
    public var minAge: Int
    /// The oldest age.
    public var maxAge: Int
    /// What a child of the band pays for each unit.
    public var price: ChildPrice
    /// Other prices for the second, third… child of the band, counted in the order of age, oldest first.
    public var nth: [NthChild]

    public init(
        name: String,
        minAge: Int,
        maxAge: Int,
        price: ChildPrice,
        nth: [NthChild] = []
    ) {
        self.name = name
        self.minAge = minAge
        self.maxAge = maxAge
        self.price = price
        self.nth = nth
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var minAge: Int?
        var maxAge: Int?
        var price: ChildPrice?
        var nth: [NthChild]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("min_age") { minAge = try reader.readIfAny() }
            else if reader.isAt("max_age") { maxAge = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("nth") { nth = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let minAge else { throw reader.missing("min_age") }
        self.minAge = minAge
        guard let maxAge else { throw reader.missing("max_age") }
        self.maxAge = maxAge
        guard let price else { throw reader.missing("price") }
        self.price = price
        self.nth = nth ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("min_age")
        writer.write(minAge)
        writer.field("max_age")
        writer.write(maxAge)
        writer.field("price")
        writer.write(price)
        if !nth.isEmpty { writer.field("nth"); writer.write(nth) }
        writer.close()
    }
}

/// What a child pays for each unit.
public enum ChildPrice: RatebookValue {
    /// Nothing.
    case free
    /// An amount.
    case fixed(Decimal)
    /// A share of another price.
    case percent(PercentOf)

    public init(from reader: inout WireReader) throws(WireFault) {
        if reader.isAtText() {
            switch try reader.text() {
            case "free": self = .free
            default: throw reader.unknownField()
            }
            return
        }
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("fixed") { self = .fixed(try reader.read()) }
        else if reader.isAt("percent") { self = .percent(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .free: writer.write("free")
        case .fixed(let held):
            writer.open()
            writer.field("fixed")
            writer.write(held)
            writer.close()
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        }
    }
}

/// A share of another price.
public struct PercentOf: RatebookValue {
    /// The share.
    public var percent: Decimal
    /// Of which price.
    public var of: PriceKind

    public init(
        percent: Decimal,
        of: PriceKind
    ) {
        self.percent = percent
        self.of = of
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var percent: Decimal?
        var of: PriceKind?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("percent") { percent = try reader.readIfAny() }
            else if reader.isAt("of") { of = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let percent else { throw reader.missing("percent") }
        self.percent = percent
        guard let of else { throw reader.missing("of") }
        self.of = of
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("percent")
        writer.write(percent)
        writer.field("of")
        writer.write(of)
        writer.close()
    }
}

/// A price that a child's is a share of.
public enum PriceKind: String, RatebookValue, CaseIterable {
    /// What one adult pays: the price per person, or the standard occupancy's price divided by its adults.
    case adult = "adult"
    /// The price of an extra bed.
    case extraBed = "extra_bed"
    /// The price of the unit at standard occupancy.
    case base = "base"
    /// The list's full price of a child.
    case child = "child"
}

/// What the n-th child of a band pays.
public struct NthChild: RatebookValue {
    /// 1 for the first child of the band, 2 for the second…
    public var nth: Int
    /// What it pays.
    public var price: ChildPrice

    public init(
        nth: Int,
        price: ChildPrice
    ) {
        self.nth = nth
        self.price = price
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var nth: Int?
        var price: ChildPrice?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("nth") { nth = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let nth else { throw reader.missing("nth") }
        self.nth = nth
        guard let price else { throw reader.missing("price") }
        self.price = price
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("nth")
        writer.write(nth)
        writer.field("price")
        writer.write(price)
        writer.close()
    }
}

/// Days that cost something else. On each night the season of highest priority wins, alone.
public struct Season: RatebookValue {
    /// What people call it.
    public var name: String
    /// Its days, in any number of ranges.
    public var days: [DayRange]
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// The highest wins; two seasons of one priority must not meet.
    public var priority: Int
    /// What happens to the price of the unit: the base price, the price per person or every price of the table.
    public var price: Change?
    /// What happens to single prices of the table, in place of `price`.
    public var byAdults: [Int: Change]
    /// What happens to the price of an extra adult.
    public var extraAdult: Change?
    /// What happens to the price of an extra bed.
    public var extraBed: Change?
    /// What happens to the prices of children: their full price and fixed prices.
    public var child: Change?
    /// What one adult alone pays in this season.
    public var singleUse: SingleUse?

    public init(
        name: String,
        days: [DayRange],
        weekdays: [Weekday] = [],
        priority: Int = 0,
        price: Change? = nil,
        byAdults: [Int: Change] = [:],
        extraAdult: Change? = nil,
        extraBed: Change? = nil,
        child: Change? = nil,
        singleUse: SingleUse? = nil
    ) {
        self.name = name
        self.days = days
        self.weekdays = weekdays
        self.priority = priority
        self.price = price
        self.byAdults = byAdults
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.singleUse = singleUse
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var days: [DayRange]?
        var weekdays: [Weekday]?
        var priority: Int?
        var price: Change?
        var byAdults: [Int: Change]?
        var extraAdult: Change?
        var extraBed: Change?
        var child: Change?
        var singleUse: SingleUse?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("by_adults") { byAdults = try reader.readIfAny() }
            else if reader.isAt("extra_adult") { extraAdult = try reader.readIfAny() }
            else if reader.isAt("extra_bed") { extraBed = try reader.readIfAny() }
            else if reader.isAt("child") { child = try reader.readIfAny() }
            else if reader.isAt("single_use") { singleUse = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.weekdays = weekdays ?? []
        self.priority = priority ?? 0
        self.price = price
        self.byAdults = byAdults ?? [:]
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.singleUse = singleUse
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("days")
        writer.write(days)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        writer.field("priority")
        writer.write(priority)
        if let price { writer.field("price"); writer.write(price) }
        if !byAdults.isEmpty { writer.field("by_adults"); writer.write(byAdults) }
        if let extraAdult { writer.field("extra_adult"); writer.write(extraAdult) }
        if let extraBed { writer.field("extra_bed"); writer.write(extraBed) }
        if let child { writer.field("child"); writer.write(child) }
        if let singleUse { writer.field("single_use"); writer.write(singleUse) }
        writer.close()
    }
}

/// What happens to a price.
public enum Change: RatebookValue {
    /// It is replaced.
    case set(Decimal)
    /// It is multiplied: 1.40 for 40 % more.
    case multiply(Decimal)
    /// An amount is added, or taken off when negative.
    case add(Decimal)
    /// So many percent are added, or taken off when negative.
    case percent(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("set") { self = .set(try reader.read()) }
        else if reader.isAt("multiply") { self = .multiply(try reader.read()) }
        else if reader.isAt("add") { self = .add(try reader.read()) }
        else if reader.isAt("percent") { self = .percent(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .set(let held):
            writer.open()
            writer.field("set")
            writer.write(held)
            writer.close()
        case .multiply(let held):
            writer.open()
            writer.field("multiply")
            writer.write(held)
            writer.close()
        case .add(let held):
            writer.open()
            writer.field("add")
            writer.write(held)
            writer.close()
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        }
    }
}

/// What comes on top: a weekend, a gala dinner, half board, an extra bed.
public struct Supplement: RatebookValue {
    /// By which an optional one is chosen; unique in the list.
    public var code: String
    /// What people call it.
    public var name: String
    /// Only these nights; all when empty.
    public var days: [DayRange]
    /// Only nights of these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// Only nights of these seasons, by name; all when empty.
    public var seasons: [String]
    /// Only parties of this size.
    public var party: PartyMatch?
    /// Whether it is charged only when chosen.
    public var optional: Bool
    /// For each of what it is charged.
    public var per: Per
    /// How much.
    public var price: SupplementPrice
    /// The tax category of its lines.
    public var taxCategory: String?

    public init(
        code: String,
        name: String,
        days: [DayRange] = [],
        weekdays: [Weekday] = [],
        seasons: [String] = [],
        party: PartyMatch? = nil,
        optional: Bool = false,
        per: Per,
        price: SupplementPrice,
        taxCategory: String? = nil
    ) {
        self.code = code
        self.name = name
        self.days = days
        self.weekdays = weekdays
        self.seasons = seasons
        self.party = party
        self.optional = optional
        self.per = per
        self.price = price
        self.taxCategory = taxCategory
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var code: String?
        var name: String?
        var days: [DayRange]?
        var weekdays: [Weekday]?
        var seasons: [String]?
        var party: PartyMatch?
        var optional: Bool?
        var per: Per?
        var price: SupplementPrice?
        var taxCategory: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("seasons") { seasons = try reader.readIfAny() }
            else if reader.isAt("party") { party = try reader.readIfAny() }
            else if reader.isAt("optional") { optional = try reader.readIfAny() }
            else if reader.isAt("per") { per = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("tax_category") { taxCategory = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.days = days ?? []
        self.weekdays = weekdays ?? []
        self.seasons = seasons ?? []
        self.party = party
        self.optional = optional ?? false
        guard let per else { throw reader.missing("per") }
        self.per = per
        guard let price else { throw reader.missing("price") }
        self.price = price
        self.taxCategory = taxCategory
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("code")
        writer.write(code)
        writer.field("name")
        writer.write(name)
        if !days.isEmpty { writer.field("days"); writer.write(days) }
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        if !seasons.isEmpty { writer.field("seasons"); writer.write(seasons) }
        if let party { writer.field("party"); writer.write(party) }
        if optional { writer.field("optional"); writer.write(optional) }
        writer.field("per")
        writer.write(per)
        writer.field("price")
        writer.write(price)
        if let taxCategory { writer.field("tax_category"); writer.write(taxCategory) }
        writer.close()
    }
}

/// A party by its size; what is not given does not matter.
public struct PartyMatch: RatebookValue {
    /// At least so many adults.
    public var minAdults: Int?
    /// At most so many adults.
    public var maxAdults: Int?
    /// At least so many children.
    public var minChildren: Int?
    /// At most so many children.
    public var maxChildren: Int?

    public init(
        minAdults: Int? = nil,
        maxAdults: Int? = nil,
        minChildren: Int? = nil,
        maxChildren: Int? = nil
    ) {
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var minAdults: Int?
        var maxAdults: Int?
        var minChildren: Int?
        var maxChildren: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("min_adults") { minAdults = try reader.readIfAny() }
            else if reader.isAt("max_adults") { maxAdults = try reader.readIfAny() }
            else if reader.isAt("min_children") { minChildren = try reader.readIfAny() }
            else if reader.isAt("max_children") { maxChildren = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let minAdults { writer.field("min_adults"); writer.write(minAdults) }
        if let maxAdults { writer.field("max_adults"); writer.write(maxAdults) }
        if let minChildren { writer.field("min_children"); writer.write(minChildren) }
        if let maxChildren { writer.field("max_children"); writer.write(maxChildren) }
        writer.close()
    }
}

/// For each of what something is charged. What is not per night is charged once when any night of the stay matches.
public enum Per: String, RatebookValue, CaseIterable {
    /// Each unit and night.
    case night = "night"
    /// Each unit, once.
    case stay = "stay"
    /// Each person, once.
    case person = "person"
    /// Each person and night.
    case personNight = "person_night"
    /// Each adult, once.
    case adult = "adult"
    /// Each adult and night.
    case adultNight = "adult_night"
    /// Each child, once.
    case child = "child"
    /// Each child and night.
    case childNight = "child_night"
    /// Each piece chosen, once; a mandatory one counts one piece.
    case item = "item"
    /// Each piece chosen and night; a mandatory one counts one piece.
    case itemNight = "item_night"
}

/// How much a supplement is: an amount, an amount by age, or a share of the unit's price.
public enum SupplementPrice: RatebookValue {
    /// The same for all.
    case amount(Decimal)
    /// By age band; those of no band named here are adults. For charges per person only.
    case byAge([String: Decimal])
    /// So many percent of the unit's price on each matching night.
    case percent(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("amount") { self = .amount(try reader.read()) }
        else if reader.isAt("by_age") { self = .byAge(try reader.read()) }
        else if reader.isAt("percent") { self = .percent(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .amount(let held):
            writer.open()
            writer.field("amount")
            writer.write(held)
            writer.close()
        case .byAge(let held):
            writer.open()
            writer.field("by_age")
            writer.write(held)
            writer.close()
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        }
    }
}

/// What comes off, and when.
public struct Discount: RatebookValue {
    /// What people call it.
    public var name: String
    /// When it applies and how much it is.
    public var rule: DiscountRule
    /// Never more than this amount.
    public var cap: Decimal?
    /// Of the discounts of one group only the largest counts.
    public var group: String?
    /// Only when booked on these days.
    public var bookingWindow: DayRange?
    /// Only when every night lies in these days.
    public var travelWindow: DayRange?
    /// What it is taken off.
    public var part: DiscountedPart

    public init(
        name: String,
        rule: DiscountRule,
        cap: Decimal? = nil,
        group: String? = nil,
        bookingWindow: DayRange? = nil,
        travelWindow: DayRange? = nil,
        part: DiscountedPart = .subtotal
    ) {
        self.name = name
        self.rule = rule
        self.cap = cap
        self.group = group
        self.bookingWindow = bookingWindow
        self.travelWindow = travelWindow
        self.part = part
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var rule: DiscountRule?
        var cap: Decimal?
        var group: String?
        var bookingWindow: DayRange?
        var travelWindow: DayRange?
        var part: DiscountedPart?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("cap") { cap = try reader.readIfAny() }
            else if reader.isAt("group") { group = try reader.readIfAny() }
            else if reader.isAt("booking_window") { bookingWindow = try reader.readIfAny() }
            else if reader.isAt("travel_window") { travelWindow = try reader.readIfAny() }
            else if reader.isAt("part") { part = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        self.cap = cap
        self.group = group
        self.bookingWindow = bookingWindow
        self.travelWindow = travelWindow
        self.part = part ?? .subtotal
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("rule")
        writer.write(rule)
        if let cap { writer.field("cap"); writer.write(cap) }
        if let group { writer.field("group"); writer.write(group) }
        if let bookingWindow { writer.field("booking_window"); writer.write(bookingWindow) }
        if let travelWindow { writer.field("travel_window"); writer.write(travelWindow) }
        writer.field("part")
        writer.write(part)
        writer.close()
    }
}

/// When a discount applies and how much it is.
public enum DiscountRule: RatebookValue {
    /// By quantity or size of the group; the highest tier that is met counts.
    case bulk(Bulk)
    /// By number of nights.
    case lengthOfStay(Tiers)
    /// By days between booking and arrival, at least.
    case earlyBird(Tiers)
    /// By days between booking and arrival, at most.
    case lastMinute(LastMinute)
    /// Stay seven, pay six.
    case freeNights(FreeNights)
    /// By a code the guest gives.
    case promo(Promo)
    /// When an expression over the request is true.
    case eligibility(Eligibility)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("bulk") { self = .bulk(try reader.read()) }
        else if reader.isAt("length_of_stay") { self = .lengthOfStay(try reader.read()) }
        else if reader.isAt("early_bird") { self = .earlyBird(try reader.read()) }
        else if reader.isAt("last_minute") { self = .lastMinute(try reader.read()) }
        else if reader.isAt("free_nights") { self = .freeNights(try reader.read()) }
        else if reader.isAt("promo") { self = .promo(try reader.read()) }
        else if reader.isAt("eligibility") { self = .eligibility(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .bulk(let held):
            writer.open()
            writer.field("bulk")
            writer.write(held)
            writer.close()
        case .lengthOfStay(let held):
            writer.open()
            writer.field("length_of_stay")
            writer.write(held)
            writer.close()
        case .earlyBird(let held):
            writer.open()
            writer.field("early_bird")
            writer.write(held)
            writer.close()
        case .lastMinute(let held):
            writer.open()
            writer.field("last_minute")
            writer.write(held)
            writer.close()
        case .freeNights(let held):
            writer.open()
            writer.field("free_nights")
            writer.write(held)
            writer.close()
        case .promo(let held):
            writer.open()
            writer.field("promo")
            writer.write(held)
            writer.close()
        case .eligibility(let held):
            writer.open()
            writer.field("eligibility")
            writer.write(held)
            writer.close()
        }
    }
}

/// A discount by quantity or size of the group.
public struct Bulk: RatebookValue {
    /// What is counted.
    public var by: BulkMeasure
    /// The highest that is met counts; they do not add up.
    public var tiers: [Tier]

    public init(
        by: BulkMeasure,
        tiers: [Tier]
    ) {
        self.by = by
        self.tiers = tiers
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var by: BulkMeasure?
        var tiers: [Tier]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("by") { by = try reader.readIfAny() }
            else if reader.isAt("tiers") { tiers = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let by else { throw reader.missing("by") }
        self.by = by
        guard let tiers else { throw reader.missing("tiers") }
        self.tiers = tiers
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("by")
        writer.write(by)
        writer.field("tiers")
        writer.write(tiers)
        writer.close()
    }
}

/// What a bulk discount counts.
public enum BulkMeasure: String, RatebookValue, CaseIterable {
    /// Rooms, vehicles, pieces.
    case quantity = "quantity"
    /// People in all of them.
    case people = "people"
    /// Nights of all of them.
    case nights = "nights"
}

/// From so many on, so much off.
public struct Tier: RatebookValue {
    /// From so many on.
    public var atLeast: Int
    /// How much comes off.
    public var off: Off

    public init(
        atLeast: Int,
        off: Off
    ) {
        self.atLeast = atLeast
        self.off = off
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var atLeast: Int?
        var off: Off?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at_least") { atLeast = try reader.readIfAny() }
            else if reader.isAt("off") { off = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let atLeast else { throw reader.missing("at_least") }
        self.atLeast = atLeast
        guard let off else { throw reader.missing("off") }
        self.off = off
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at_least")
        writer.write(atLeast)
        writer.field("off")
        writer.write(off)
        writer.close()
    }
}

/// Percent or amount.
public enum Off: RatebookValue {
    /// So many percent.
    case percent(Decimal)
    /// This amount.
    case amount(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("percent") { self = .percent(try reader.read()) }
        else if reader.isAt("amount") { self = .amount(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        case .amount(let held):
            writer.open()
            writer.field("amount")
            writer.write(held)
            writer.close()
        }
    }
}

/// Tiers by at least so many; the highest that is met counts.
public struct Tiers: RatebookValue {
    /// In any order.
    public var tiers: [Tier]

    public init(
        tiers: [Tier]
    ) {
        self.tiers = tiers
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tiers: [Tier]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tiers") { tiers = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tiers else { throw reader.missing("tiers") }
        self.tiers = tiers
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tiers")
        writer.write(tiers)
        writer.close()
    }
}

/// Tiers by at most so many days ahead; the lowest that is met counts.
public struct LastMinute: RatebookValue {
    /// In any order.
    public var tiers: [LastMinuteTier]

    public init(
        tiers: [LastMinuteTier]
    ) {
        self.tiers = tiers
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tiers: [LastMinuteTier]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tiers") { tiers = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tiers else { throw reader.missing("tiers") }
        self.tiers = tiers
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tiers")
        writer.write(tiers)
        writer.close()
    }
}

/// Up to so many days ahead, so much off.
public struct LastMinuteTier: RatebookValue {
    /// Up to so many days ahead.
    public var atMost: Int
    /// How much comes off.
    public var off: Off

    public init(
        atMost: Int,
        off: Off
    ) {
        self.atMost = atMost
        self.off = off
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var atMost: Int?
        var off: Off?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at_most") { atMost = try reader.readIfAny() }
            else if reader.isAt("off") { off = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let atMost else { throw reader.missing("at_most") }
        self.atMost = atMost
        guard let off else { throw reader.missing("off") }
        self.off = off
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at_most")
        writer.write(atMost)
        writer.field("off")
        writer.write(off)
        writer.close()
    }
}

/// Stay so many nights, pay fewer.
public struct FreeNights: RatebookValue {
    /// From so many nights on.
    public var stay: Int
    /// So many of them are paid.
    public var pay: Int
    /// Which nights are free.
    public var free: WhichNights
    /// Whether a stay twice as long has twice as many free nights.
    public var repeats: Bool

    public init(
        stay: Int,
        pay: Int,
        free: WhichNights,
        repeats: Bool = false
    ) {
        self.stay = stay
        self.pay = pay
        self.free = free
        self.repeats = repeats
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var stay: Int?
        var pay: Int?
        var free: WhichNights?
        var repeats: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("stay") { stay = try reader.readIfAny() }
            else if reader.isAt("pay") { pay = try reader.readIfAny() }
            else if reader.isAt("free") { free = try reader.readIfAny() }
            else if reader.isAt("repeats") { repeats = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let stay else { throw reader.missing("stay") }
        self.stay = stay
        guard let pay else { throw reader.missing("pay") }
        self.pay = pay
        guard let free else { throw reader.missing("free") }
        self.free = free
        self.repeats = repeats ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("stay")
        writer.write(stay)
        writer.field("pay")
        writer.write(pay)
        writer.field("free")
        writer.write(free)
        if repeats { writer.field("repeats"); writer.write(repeats) }
        writer.close()
    }
}

/// Which nights are free.
public enum WhichNights: String, RatebookValue, CaseIterable {
    /// The cheapest ones.
    case cheapest = "cheapest"
    /// The last ones.
    case last = "last"
    /// As many average nights.
    case average = "average"
}

/// A discount by code.
public struct Promo: RatebookValue {
    /// What the guest gives; letter case does not matter.
    public var code: String
    /// How much comes off.
    public var off: Off
    /// Only when booked on these days; outside them the code is refused.
    public var window: DayRange?
    /// How often it may be used; the request says how often it was.
    public var limit: Int?

    public init(
        code: String,
        off: Off,
        window: DayRange? = nil,
        limit: Int? = nil
    ) {
        self.code = code
        self.off = off
        self.window = window
        self.limit = limit
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var code: String?
        var off: Off?
        var window: DayRange?
        var limit: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("off") { off = try reader.readIfAny() }
            else if reader.isAt("window") { window = try reader.readIfAny() }
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let off else { throw reader.missing("off") }
        self.off = off
        self.window = window
        self.limit = limit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("code")
        writer.write(code)
        writer.field("off")
        writer.write(off)
        if let window { writer.field("window"); writer.write(window) }
        if let limit { writer.field("limit"); writer.write(limit) }
        writer.close()
    }
}

/// A discount by expression.
public struct Eligibility: RatebookValue {
    /// Such as `nights >= 3 && "member" in tags`.
    public var when: String
    /// How much comes off.
    public var off: Off

    public init(
        when: String,
        off: Off
    ) {
        self.when = when
        self.off = off
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var when: String?
        var off: Off?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("off") { off = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let when else { throw reader.missing("when") }
        self.when = when
        guard let off else { throw reader.missing("off") }
        self.off = off
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("when")
        writer.write(when)
        writer.field("off")
        writer.write(off)
        writer.close()
    }
}

/// What a discount is taken off.
public enum DiscountedPart: String, RatebookValue, CaseIterable {
    /// Everything before discounts.
    case subtotal = "subtotal"
    /// The price of the unit alone, without children and supplements.
    case units = "units"
}

/// What happens when several discounts apply.
public enum Combination: String, RatebookValue, CaseIterable {
    /// The largest alone.
    case best = "best"
    /// All, one after the other, each on what the former left.
    case all = "all"
    /// All, each on the original amount.
    case sum = "sum"
}

/// A charge of the seller after discounts: cleaning, service, booking.
public struct Fee: RatebookValue {
    /// What people call it.
    public var name: String
    /// How much.
    public var rate: FeeRate
    /// Ages that do not pay it.
    public var exemptAges: [AgeRange]
    /// At most for so many nights.
    public var nightCap: Int?
    /// The tax category of its line.
    public var taxCategory: String?

    public init(
        name: String,
        rate: FeeRate,
        exemptAges: [AgeRange] = [],
        nightCap: Int? = nil,
        taxCategory: String? = nil
    ) {
        self.name = name
        self.rate = rate
        self.exemptAges = exemptAges
        self.nightCap = nightCap
        self.taxCategory = taxCategory
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var rate: FeeRate?
        var exemptAges: [AgeRange]?
        var nightCap: Int?
        var taxCategory: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("rate") { rate = try reader.readIfAny() }
            else if reader.isAt("exempt_ages") { exemptAges = try reader.readIfAny() }
            else if reader.isAt("night_cap") { nightCap = try reader.readIfAny() }
            else if reader.isAt("tax_category") { taxCategory = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let rate else { throw reader.missing("rate") }
        self.rate = rate
        self.exemptAges = exemptAges ?? []
        self.nightCap = nightCap
        self.taxCategory = taxCategory
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("rate")
        writer.write(rate)
        if !exemptAges.isEmpty { writer.field("exempt_ages"); writer.write(exemptAges) }
        if let nightCap { writer.field("night_cap"); writer.write(nightCap) }
        if let taxCategory { writer.field("tax_category"); writer.write(taxCategory) }
        writer.close()
    }
}

/// How much a fee or tax is.
public enum FeeRate: RatebookValue {
    /// So many percent of the discounted subtotal.
    case percent(Decimal)
    /// An amount for each of something.
    case fixed(FixedRate)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("percent") { self = .percent(try reader.read()) }
        else if reader.isAt("fixed") { self = .fixed(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        case .fixed(let held):
            writer.open()
            writer.field("fixed")
            writer.write(held)
            writer.close()
        }
    }
}

/// An amount for each of something.
public struct FixedRate: RatebookValue {
    /// How much.
    public var amount: Decimal
    /// For each of what.
    public var per: Per

    public init(
        amount: Decimal,
        per: Per
    ) {
        self.amount = amount
        self.per = per
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var amount: Decimal?
        var per: Per?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("per") { per = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let per else { throw reader.missing("per") }
        self.per = per
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("amount")
        writer.write(amount)
        writer.field("per")
        writer.write(per)
        writer.close()
    }
}

/// Ages from one to another, both included.
public struct AgeRange: RatebookValue {
    /// The youngest age.
    public var minAge: Int
    /// The oldest age.
    public var maxAge: Int

    public init(
        minAge: Int,
        maxAge: Int
    ) {
        self.minAge = minAge
        self.maxAge = maxAge
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var minAge: Int?
        var maxAge: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("min_age") { minAge = try reader.readIfAny() }
            else if reader.isAt("max_age") { maxAge = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let minAge else { throw reader.missing("min_age") }
        self.minAge = minAge
        guard let maxAge else { throw reader.missing("max_age") }
        self.maxAge = maxAge
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("min_age")
        writer.write(minAge)
        writer.field("max_age")
        writer.write(maxAge)
        writer.close()
    }
}

/// A tax.
public struct Tax: RatebookValue {
    /// What people call it.
    public var name: String
    /// How much.
    public var rate: TaxRate
    /// Whether the prices already hold it.
    public var inclusive: Bool
    /// What a percentage is taken of.
    public var base: TaxBase
    /// Only lines of this tax category; all lines when not given.
    public var category: String?
    /// Ages that do not pay it, when it is charged by heads.
    public var exemptAges: [AgeRange]
    /// At most for so many nights.
    public var nightCap: Int?

    public init(
        name: String,
        rate: TaxRate,
        inclusive: Bool = false,
        base: TaxBase = .net,
        category: String? = nil,
        exemptAges: [AgeRange] = [],
        nightCap: Int? = nil
    ) {
        self.name = name
        self.rate = rate
        self.inclusive = inclusive
        self.base = base
        self.category = category
        self.exemptAges = exemptAges
        self.nightCap = nightCap
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var rate: TaxRate?
        var inclusive: Bool?
        var base: TaxBase?
        var category: String?
        var exemptAges: [AgeRange]?
        var nightCap: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("rate") { rate = try reader.readIfAny() }
            else if reader.isAt("inclusive") { inclusive = try reader.readIfAny() }
            else if reader.isAt("base") { base = try reader.readIfAny() }
            else if reader.isAt("category") { category = try reader.readIfAny() }
            else if reader.isAt("exempt_ages") { exemptAges = try reader.readIfAny() }
            else if reader.isAt("night_cap") { nightCap = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let rate else { throw reader.missing("rate") }
        self.rate = rate
        self.inclusive = inclusive ?? false
        self.base = base ?? .net
        self.category = category
        self.exemptAges = exemptAges ?? []
        self.nightCap = nightCap
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("rate")
        writer.write(rate)
        if inclusive { writer.field("inclusive"); writer.write(inclusive) }
        writer.field("base")
        writer.write(base)
        if let category { writer.field("category"); writer.write(category) }
        if !exemptAges.isEmpty { writer.field("exempt_ages"); writer.write(exemptAges) }
        if let nightCap { writer.field("night_cap"); writer.write(nightCap) }
        writer.close()
    }
}

/// How much a tax is.
public enum TaxRate: RatebookValue {
    /// So many percent.
    case percent(Decimal)
    /// An amount for each of something.
    case fixed(FixedRate)
    /// So many percent by the tariff of the night, after discounts; the first slab that reaches it counts.
    case slabs([Slab])

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("percent") { self = .percent(try reader.read()) }
        else if reader.isAt("fixed") { self = .fixed(try reader.read()) }
        else if reader.isAt("slabs") { self = .slabs(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held):
            writer.open()
            writer.field("percent")
            writer.write(held)
            writer.close()
        case .fixed(let held):
            writer.open()
            writer.field("fixed")
            writer.write(held)
            writer.close()
        case .slabs(let held):
            writer.open()
            writer.field("slabs")
            writer.write(held)
            writer.close()
        }
    }
}

/// Up to this nightly tariff, so many percent.
public struct Slab: RatebookValue {
    /// The highest tariff of the slab; the last slab has none.
    public var upTo: Decimal?
    /// So many percent.
    public var percent: Decimal

    public init(
        upTo: Decimal? = nil,
        percent: Decimal
    ) {
        self.upTo = upTo
        self.percent = percent
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var upTo: Decimal?
        var percent: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("up_to") { upTo = try reader.readIfAny() }
            else if reader.isAt("percent") { percent = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.upTo = upTo
        guard let percent else { throw reader.missing("percent") }
        self.percent = percent
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let upTo { writer.field("up_to"); writer.write(upTo) }
        writer.field("percent")
        writer.write(percent)
        writer.close()
    }
}

/// What a percentage is taken of.
public enum TaxBase: String, RatebookValue, CaseIterable {
    /// The discounted subtotal.
    case net = "net"
    /// The discounted subtotal and the fees.
    case netAndFees = "net_and_fees"
    /// The discounted subtotal, the fees and the taxes before it: compound.
    case netFeesAndTaxes = "net_fees_and_taxes"
}

/// Where the seller is taxed, and by which tables.
public struct TaxRegion: RatebookValue {
    /// The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; also the place of supply when a request names none.
    public var region: String
    /// Which rule of the tables applies, such as `lodging`.
    public var category: String
    /// Tables in place of those that come with the engine.
    public var tables: [TaxTable]

    public init(
        region: String,
        category: String,
        tables: [TaxTable] = []
    ) {
        self.region = region
        self.category = category
        self.tables = tables
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var region: String?
        var category: String?
        var tables: [TaxTable]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("region") { region = try reader.readIfAny() }
            else if reader.isAt("category") { category = try reader.readIfAny() }
            else if reader.isAt("tables") { tables = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let region else { throw reader.missing("region") }
        self.region = region
        guard let category else { throw reader.missing("category") }
        self.category = category
        self.tables = tables ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("region")
        writer.write(region)
        writer.field("category")
        writer.write(category)
        if !tables.isEmpty { writer.field("tables"); writer.write(tables) }
        writer.close()
    }
}

/// The taxes of a place.
public struct TaxTable: RatebookValue {
    /// The place; `US-NY` also applies to `US-NY-NYC`, before that place's own.
    public var region: String
    /// The days on which it applies; always when not given.
    public var valid: DayRange?
    /// Its rules by category.
    public var rules: [TaxTableRule]

    public init(
        region: String,
        valid: DayRange? = nil,
        rules: [TaxTableRule]
    ) {
        self.region = region
        self.valid = valid
        self.rules = rules
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var region: String?
        var valid: DayRange?
        var rules: [TaxTableRule]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("region") { region = try reader.readIfAny() }
            else if reader.isAt("valid") { valid = try reader.readIfAny() }
            else if reader.isAt("rules") { rules = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let region else { throw reader.missing("region") }
        self.region = region
        self.valid = valid
        guard let rules else { throw reader.missing("rules") }
        self.rules = rules
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("region")
        writer.write(region)
        if let valid { writer.field("valid"); writer.write(valid) }
        writer.field("rules")
        writer.write(rules)
        writer.close()
    }
}

/// The taxes of a place on one category.
public struct TaxTableRule: RatebookValue {
    /// Such as `lodging` or `service`.
    public var category: String
    /// When seller and place of supply are the same place.
    public var within: [Tax]
    /// When they are not; `within` when not given.
    public var across: [Tax]?
    /// Whether a business with a tax id in another country accounts for the tax itself.
    public var reverseCharge: Bool

    public init(
        category: String,
        within: [Tax],
        across: [Tax]? = nil,
        reverseCharge: Bool = false
    ) {
        self.category = category
        self.within = within
        self.across = across
        self.reverseCharge = reverseCharge
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var category: String?
        var within: [Tax]?
        var across: [Tax]?
        var reverseCharge: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("category") { category = try reader.readIfAny() }
            else if reader.isAt("within") { within = try reader.readIfAny() }
            else if reader.isAt("across") { across = try reader.readIfAny() }
            else if reader.isAt("reverse_charge") { reverseCharge = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let category else { throw reader.missing("category") }
        self.category = category
        guard let within else { throw reader.missing("within") }
        self.within = within
        self.across = across
        self.reverseCharge = reverseCharge ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("category")
        writer.write(category)
        writer.field("within")
        writer.write(within)
        if let across { writer.field("across"); writer.write(across) }
        if reverseCharge { writer.field("reverse_charge"); writer.write(reverseCharge) }
        writer.close()
    }
}

/// Days that are not sold at all.
public struct Blackout: RatebookValue {
    /// The days.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        weekdays: [Weekday] = [],
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.reason = reason
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: DayRange?
        var weekdays: [Weekday]?
        var reason: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.weekdays = weekdays ?? []
        self.reason = reason
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("days")
        writer.write(days)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        if let reason { writer.field("reason"); writer.write(reason) }
        writer.close()
    }
}

/// Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
/// `closed` at every night, `…_through` at every day of the stay, the departure day included.
public struct Restriction: RatebookValue {
    /// Only these days; all when empty.
    public var days: [DayRange]
    /// Only days of these seasons, by name; all when empty.
    public var seasons: [String]
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// Why.
    public var reason: String?
    /// No night is sold.
    public var closed: Bool
    /// Nobody may arrive.
    public var closedToArrival: Bool
    /// Nobody may leave.
    public var closedToDeparture: Bool
    /// At least so many nights, for those who arrive.
    public var minStay: Int?
    /// At most so many nights, for those who arrive.
    public var maxStay: Int?
    /// At least so many nights, for every stay that touches the day.
    public var minStayThrough: Int?
    /// At most so many nights, for every stay that touches the day.
    public var maxStayThrough: Int?
    /// Booked at least so many days before arrival.
    public var minLeadDays: Int?
    /// Booked at most so many days before arrival.
    public var maxLeadDays: Int?
    /// Each night is given back so many days before it, and not sold from then on.
    public var releaseDays: Int?
    /// Sold only on these days.
    public var bookingWindow: DayRange?

    public init(
        days: [DayRange] = [],
        seasons: [String] = [],
        weekdays: [Weekday] = [],
        reason: String? = nil,
        closed: Bool = false,
        closedToArrival: Bool = false,
        closedToDeparture: Bool = false,
        minStay: Int? = nil,
        maxStay: Int? = nil,
        minStayThrough: Int? = nil,
        maxStayThrough: Int? = nil,
        minLeadDays: Int? = nil,
        maxLeadDays: Int? = nil,
        releaseDays: Int? = nil,
        bookingWindow: DayRange? = nil
    ) {
        self.days = days
        self.seasons = seasons
        self.weekdays = weekdays
        self.reason = reason
        self.closed = closed
        self.closedToArrival = closedToArrival
        self.closedToDeparture = closedToDeparture
        self.minStay = minStay
        self.maxStay = maxStay
        self.minStayThrough = minStayThrough
        self.maxStayThrough = maxStayThrough
        self.minLeadDays = minLeadDays
        self.maxLeadDays = maxLeadDays
        self.releaseDays = releaseDays
        self.bookingWindow = bookingWindow
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: [DayRange]?
        var seasons: [String]?
        var weekdays: [Weekday]?
        var reason: String?
        var closed: Bool?
        var closedToArrival: Bool?
        var closedToDeparture: Bool?
        var minStay: Int?
        var maxStay: Int?
        var minStayThrough: Int?
        var maxStayThrough: Int?
        var minLeadDays: Int?
        var maxLeadDays: Int?
        var releaseDays: Int?
        var bookingWindow: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("seasons") { seasons = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else if reader.isAt("closed") { closed = try reader.readIfAny() }
            else if reader.isAt("closed_to_arrival") { closedToArrival = try reader.readIfAny() }
            else if reader.isAt("closed_to_departure") { closedToDeparture = try reader.readIfAny() }
            else if reader.isAt("min_stay") { minStay = try reader.readIfAny() }
            else if reader.isAt("max_stay") { maxStay = try reader.readIfAny() }
            else if reader.isAt("min_stay_through") { minStayThrough = try reader.readIfAny() }
            else if reader.isAt("max_stay_through") { maxStayThrough = try reader.readIfAny() }
            else if reader.isAt("min_lead_days") { minLeadDays = try reader.readIfAny() }
            else if reader.isAt("max_lead_days") { maxLeadDays = try reader.readIfAny() }
            else if reader.isAt("release_days") { releaseDays = try reader.readIfAny() }
            else if reader.isAt("booking_window") { bookingWindow = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.days = days ?? []
        self.seasons = seasons ?? []
        self.weekdays = weekdays ?? []
        self.reason = reason
        self.closed = closed ?? false
        self.closedToArrival = closedToArrival ?? false
        self.closedToDeparture = closedToDeparture ?? false
        self.minStay = minStay
        self.maxStay = maxStay
        self.minStayThrough = minStayThrough
        self.maxStayThrough = maxStayThrough
        self.minLeadDays = minLeadDays
        self.maxLeadDays = maxLeadDays
        self.releaseDays = releaseDays
        self.bookingWindow = bookingWindow
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !days.isEmpty { writer.field("days"); writer.write(days) }
        if !seasons.isEmpty { writer.field("seasons"); writer.write(seasons) }
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        if let reason { writer.field("reason"); writer.write(reason) }
        if closed { writer.field("closed"); writer.write(closed) }
        if closedToArrival { writer.field("closed_to_arrival"); writer.write(closedToArrival) }
        if closedToDeparture { writer.field("closed_to_departure"); writer.write(closedToDeparture) }
        if let minStay { writer.field("min_stay"); writer.write(minStay) }
        if let maxStay { writer.field("max_stay"); writer.write(maxStay) }
        if let minStayThrough { writer.field("min_stay_through"); writer.write(minStayThrough) }
        if let maxStayThrough { writer.field("max_stay_through"); writer.write(maxStayThrough) }
        if let minLeadDays { writer.field("min_lead_days"); writer.write(minLeadDays) }
        if let maxLeadDays { writer.field("max_lead_days"); writer.write(maxLeadDays) }
        if let releaseDays { writer.field("release_days"); writer.write(releaseDays) }
        if let bookingWindow { writer.field("booking_window"); writer.write(bookingWindow) }
        writer.close()
    }
}

/// How amounts are rounded.
public struct RoundingRule: RatebookValue {
    /// Where a half goes.
    public var mode: RoundingMode
    /// The step, such as a cash step of 0.05; the currency's minor unit when not given.
    public var step: Decimal?
    /// Whether each line is rounded or the total alone.
    public var at: RoundingPlace
    /// Whether a tax is rounded for each line or once for the document and category.
    public var taxes: TaxRounding

    public init(
        mode: RoundingMode = .halfUp,
        step: Decimal? = nil,
        at: RoundingPlace = .line,
        taxes: TaxRounding = .document
    ) {
        self.mode = mode
        self.step = step
        self.at = at
        self.taxes = taxes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var mode: RoundingMode?
        var step: Decimal?
        var at: RoundingPlace?
        var taxes: TaxRounding?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("mode") { mode = try reader.readIfAny() }
            else if reader.isAt("step") { step = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("taxes") { taxes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.mode = mode ?? .halfUp
        self.step = step
        self.at = at ?? .line
        self.taxes = taxes ?? .document
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("mode")
        writer.write(mode)
        if let step { writer.field("step"); writer.write(step) }
        writer.field("at")
        writer.write(at)
        writer.field("taxes")
        writer.write(taxes)
        writer.close()
    }
}

/// What happens to a half, and to what is left over.
public enum RoundingMode: String, RatebookValue, CaseIterable {
    /// A half goes away from zero: 2.5 → 3, -2.5 → -3.
    case halfUp = "half_up"
    /// A half goes to the even neighbour: 2.5 → 2, 3.5 → 4.
    case halfEven = "half_even"
    /// Away from zero.
    case up = "up"
    /// Towards zero.
    case down = "down"
}

/// Where rounding happens.
public enum RoundingPlace: String, RatebookValue, CaseIterable {
    /// Each line.
    case line = "line"
    /// The total, by a line of its own.
    case total = "total"
}

/// Where a tax is rounded.
public enum TaxRounding: String, RatebookValue, CaseIterable {
    /// Once for the document and category.
    case document = "document"
    /// For each line.
    case line = "line"
}

/// Several rate lists.
public struct RateListsDefinition: RatebookValue {
    /// The lists, of one tenant.
    public var lists: [RateListDefinition]

    public init(
        lists: [RateListDefinition]
    ) {
        self.lists = lists
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var lists: [RateListDefinition]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("lists") { lists = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let lists else { throw reader.missing("lists") }
        self.lists = lists
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("lists")
        writer.write(lists)
        writer.close()
    }
}

/// A recurring or metered offer.
public struct PlanDefinition: RatebookValue {
    /// What people call it.
    public var name: String
    /// What it is known by.
    public var code: String?
    /// The currency of every amount.
    public var currency: String
    /// How often it is billed.
    public var interval: Interval
    /// Whether a period is billed before or after it.
    public var timing: Timing
    /// What is charged, in this order.
    public var charges: [Charge]
    /// A period never costs less than this.
    public var minimumCommitment: Decimal?
    /// Where a half goes; every line is rounded to the currency's minor unit.
    public var rounding: RoundingMode

    public init(
        name: String,
        code: String? = nil,
        currency: String,
        interval: Interval,
        timing: Timing = .inAdvance,
        charges: [Charge],
        minimumCommitment: Decimal? = nil,
        rounding: RoundingMode = .halfUp
    ) {
        self.name = name
        self.code = code
        self.currency = currency
        self.interval = interval
        self.timing = timing
        self.charges = charges
        self.minimumCommitment = minimumCommitment
        self.rounding = rounding
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var code: String?
        var currency: String?
        var interval: Interval?
        var timing: Timing?
        var charges: [Charge]?
        var minimumCommitment: Decimal?
        var rounding: RoundingMode?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("interval") { interval = try reader.readIfAny() }
            else if reader.isAt("timing") { timing = try reader.readIfAny() }
            else if reader.isAt("charges") { charges = try reader.readIfAny() }
            else if reader.isAt("minimum_commitment") { minimumCommitment = try reader.readIfAny() }
            else if reader.isAt("rounding") { rounding = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.code = code
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let interval else { throw reader.missing("interval") }
        self.interval = interval
        self.timing = timing ?? .inAdvance
        guard let charges else { throw reader.missing("charges") }
        self.charges = charges
        self.minimumCommitment = minimumCommitment
        self.rounding = rounding ?? .halfUp
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let code { writer.field("code"); writer.write(code) }
        writer.field("currency")
        writer.write(currency)
        writer.field("interval")
        writer.write(interval)
        writer.field("timing")
        writer.write(timing)
        writer.field("charges")
        writer.write(charges)
        if let minimumCommitment { writer.field("minimum_commitment"); writer.write(minimumCommitment) }
        writer.field("rounding")
        writer.write(rounding)
        writer.close()
    }
}

/// How often something recurs.
public struct Interval: RatebookValue {
    /// Days, weeks, months or years.
    public var unit: IntervalUnit
    /// Every how many of them.
    public var count: Int

    public init(
        unit: IntervalUnit,
        count: Int = 1
    ) {
        self.unit = unit
        self.count = count
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var unit: IntervalUnit?
        var count: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("unit") { unit = try reader.readIfAny() }
            else if reader.isAt("count") { count = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let unit else { throw reader.missing("unit") }
        self.unit = unit
        self.count = count ?? 1
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("unit")
        writer.write(unit)
        writer.field("count")
        writer.write(count)
        writer.close()
    }
}

/// The unit of an interval.
public enum IntervalUnit: String, RatebookValue, CaseIterable {
    /// Days.
    case day = "day"
    /// Weeks.
    case week = "week"
    /// Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar.
    case month = "month"
    /// Years; 29 February is the 28th in common years.
    case year = "year"
}

/// When a period is billed.
public enum Timing: String, RatebookValue, CaseIterable {
    /// On its first day.
    case inAdvance = "in_advance"
    /// On the day after its last one.
    case inArrears = "in_arrears"
}

/// One charge of a plan.
public struct Charge: RatebookValue {
    /// What people call it.
    public var name: String
    /// Which usage it counts; a flat charge counts none.
    public var metric: String?
    /// So many units of it cost nothing.
    public var included: Decimal?
    /// How it is reckoned.
    public var model: ChargeModel

    public init(
        name: String,
        metric: String? = nil,
        included: Decimal? = nil,
        model: ChargeModel
    ) {
        self.name = name
        self.metric = metric
        self.included = included
        self.model = model
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var metric: String?
        var included: Decimal?
        var model: ChargeModel?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("metric") { metric = try reader.readIfAny() }
            else if reader.isAt("included") { included = try reader.readIfAny() }
            else if reader.isAt("model") { model = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.metric = metric
        self.included = included
        guard let model else { throw reader.missing("model") }
        self.model = model
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let metric { writer.field("metric"); writer.write(metric) }
        if let included { writer.field("included"); writer.write(included) }
        writer.field("model")
        writer.write(model)
        writer.close()
    }
}

/// How a charge is reckoned.
public enum ChargeModel: RatebookValue {
    /// The same every period.
    case flat(Decimal)
    /// So much for each unit.
    case perUnit(Decimal)
    /// Each unit at the price of the tier it falls into.
    case graduated(TieredPrice)
    /// All units at the price of the tier that their number reaches.
    case volume(TieredPrice)
    /// So much for each package, begun ones too.
    case package(PackagePrice)
    /// A share of an amount.
    case percentage(PercentageCharge)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("flat") { self = .flat(try reader.read()) }
        else if reader.isAt("per_unit") { self = .perUnit(try reader.read()) }
        else if reader.isAt("graduated") { self = .graduated(try reader.read()) }
        else if reader.isAt("volume") { self = .volume(try reader.read()) }
        else if reader.isAt("package") { self = .package(try reader.read()) }
        else if reader.isAt("percentage") { self = .percentage(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .flat(let held):
            writer.open()
            writer.field("flat")
            writer.write(held)
            writer.close()
        case .perUnit(let held):
            writer.open()
            writer.field("per_unit")
            writer.write(held)
            writer.close()
        case .graduated(let held):
            writer.open()
            writer.field("graduated")
            writer.write(held)
            writer.close()
        case .volume(let held):
            writer.open()
            writer.field("volume")
            writer.write(held)
            writer.close()
        case .package(let held):
            writer.open()
            writer.field("package")
            writer.write(held)
            writer.close()
        case .percentage(let held):
            writer.open()
            writer.field("percentage")
            writer.write(held)
            writer.close()
        }
    }
}

/// Prices by tier.
public struct TieredPrice: RatebookValue {
    /// From the lowest to the highest; the last one has no end.
    public var tiers: [TierPrice]

    public init(
        tiers: [TierPrice]
    ) {
        self.tiers = tiers
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tiers: [TierPrice]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tiers") { tiers = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tiers else { throw reader.missing("tiers") }
        self.tiers = tiers
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tiers")
        writer.write(tiers)
        writer.close()
    }
}

/// Up to so many units, so much.
public struct TierPrice: RatebookValue {
    /// The last unit of the tier, included; the last tier has none.
    public var upTo: Decimal?
    /// The price of a unit.
    public var price: Decimal
    /// What the tier costs once when any unit falls into it.
    public var flat: Decimal?

    public init(
        upTo: Decimal? = nil,
        price: Decimal,
        flat: Decimal? = nil
    ) {
        self.upTo = upTo
        self.price = price
        self.flat = flat
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var upTo: Decimal?
        var price: Decimal?
        var flat: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("up_to") { upTo = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("flat") { flat = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.upTo = upTo
        guard let price else { throw reader.missing("price") }
        self.price = price
        self.flat = flat
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let upTo { writer.field("up_to"); writer.write(upTo) }
        writer.field("price")
        writer.write(price)
        if let flat { writer.field("flat"); writer.write(flat) }
        writer.close()
    }
}

/// So many units for so much.
public struct PackagePrice: RatebookValue {
    /// How many units a package has.
    public var size: Decimal
    /// What it costs.
    public var price: Decimal

    public init(
        size: Decimal,
        price: Decimal
    ) {
        self.size = size
        self.price = price
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var size: Decimal?
        var price: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("size") { size = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let size else { throw reader.missing("size") }
        self.size = size
        guard let price else { throw reader.missing("price") }
        self.price = price
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("size")
        writer.write(size)
        writer.field("price")
        writer.write(price)
        writer.close()
    }
}

/// A share of an amount, with a fixed part and bounds.
public struct PercentageCharge: RatebookValue {
    /// The share of the metric's amount.
    public var percent: Decimal
    /// What is added when there is any usage.
    public var fixed: Decimal?
    /// Never less than this when there is any usage.
    public var minimum: Decimal?
    /// Never more than this.
    public var maximum: Decimal?

    public init(
        percent: Decimal,
        fixed: Decimal? = nil,
        minimum: Decimal? = nil,
        maximum: Decimal? = nil
    ) {
        self.percent = percent
        self.fixed = fixed
        self.minimum = minimum
        self.maximum = maximum
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var percent: Decimal?
        var fixed: Decimal?
        var minimum: Decimal?
        var maximum: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("percent") { percent = try reader.readIfAny() }
            else if reader.isAt("fixed") { fixed = try reader.readIfAny() }
            else if reader.isAt("minimum") { minimum = try reader.readIfAny() }
            else if reader.isAt("maximum") { maximum = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let percent else { throw reader.missing("percent") }
        self.percent = percent
        self.fixed = fixed
        self.minimum = minimum
        self.maximum = maximum
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("percent")
        writer.write(percent)
        if let fixed { writer.field("fixed"); writer.write(fixed) }
        if let minimum { writer.field("minimum"); writer.write(minimum) }
        if let maximum { writer.field("maximum"); writer.write(maximum) }
        writer.close()
    }
}

/// Resources and everything that is taken of them.
public struct CalendarDefinition: RatebookValue {
    /// What can be taken.
    public var resources: [Resource]
    /// What is booked.
    public var bookings: [Booking]
    /// What is held for a while.
    public var holds: [Hold]
    /// What nobody may take: repairs, events of other calendars.
    public var blocked: [Blocked]

    public init(
        resources: [Resource],
        bookings: [Booking] = [],
        holds: [Hold] = [],
        blocked: [Blocked] = []
    ) {
        self.resources = resources
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resources: [Resource]?
        var bookings: [Booking]?
        var holds: [Hold]?
        var blocked: [Blocked]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("bookings") { bookings = try reader.readIfAny() }
            else if reader.isAt("holds") { holds = try reader.readIfAny() }
            else if reader.isAt("blocked") { blocked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resources else { throw reader.missing("resources") }
        self.resources = resources
        self.bookings = bookings ?? []
        self.holds = holds ?? []
        self.blocked = blocked ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resources")
        writer.write(resources)
        if !bookings.isEmpty { writer.field("bookings"); writer.write(bookings) }
        if !holds.isEmpty { writer.field("holds"); writer.write(holds) }
        if !blocked.isEmpty { writer.field("blocked"); writer.write(blocked) }
        writer.close()
    }
}

/// Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats.
public struct Resource: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String?
    /// Whether it is taken by the moment, by the night, or by the seat of a departure.
    public var mode: ResourceMode
    /// The zone of its clock.
    public var zone: String
    /// How many units it has.
    public var capacity: Int
    /// How many units more than it has may be booked.
    public var overbooking: Int?
    /// When it is open; always when not given.
    public var hours: OpeningHours?
    /// Days on which it is closed, unless an exception of its hours says otherwise.
    public var holidays: [Day]
    /// Days of every year on which it is closed, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [MonthDay]
    /// Where bookings may begin; at any moment when not given.
    public var grid: SlotGrid?
    /// The shortest booking.
    public var minMinutes: Int?
    /// The longest booking.
    public var maxMinutes: Int?
    /// Lengths of bookings are a multiple of this.
    public var lengthStepMinutes: Int?
    /// The fewest nights of a stay.
    public var minNights: Int?
    /// The most nights of a stay.
    public var maxNights: Int?
    /// Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
    /// longer of the two lies between neighbours.
    public var bufferBeforeMinutes: Int?
    /// Time kept free after every booking.
    public var bufferAfterMinutes: Int?
    /// Booked at least so long before it begins; with 0 not in the past. Any time when not given.
    public var noticeMinutes: Int?
    /// Booked at most so many days ahead.
    public var horizonDays: Int?
    /// What it can do, such as `german` or `brakes`.
    public var skills: [String]
    /// Where it is.
    public var location: String?
    /// Among several, the higher one is offered first.
    public var priority: Int?
    /// By nights: days with another number of units than its capacity; the first that covers a night counts.
    public var inventory: [DayUnits]
    /// Units kept for partners.
    public var allotments: [Allotment]
    /// Nights and departures that are not sold for now.
    public var stopSales: [StopSale]
    /// The dated starts of a package.
    public var departures: [Departure]

    public init(
        id: String,
        name: String? = nil,
        mode: ResourceMode = .instants,
        zone: String,
        capacity: Int = 1,
        overbooking: Int? = nil,
        hours: OpeningHours? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [MonthDay] = [],
        grid: SlotGrid? = nil,
        minMinutes: Int? = nil,
        maxMinutes: Int? = nil,
        lengthStepMinutes: Int? = nil,
        minNights: Int? = nil,
        maxNights: Int? = nil,
        bufferBeforeMinutes: Int? = nil,
        bufferAfterMinutes: Int? = nil,
        noticeMinutes: Int? = nil,
        horizonDays: Int? = nil,
        skills: [String] = [],
        location: String? = nil,
        priority: Int? = nil,
        inventory: [DayUnits] = [],
        allotments: [Allotment] = [],
        stopSales: [StopSale] = [],
        departures: [Departure] = []
    ) {
        self.id = id
        self.name = name
        self.mode = mode
        self.zone = zone
        self.capacity = capacity
        self.overbooking = overbooking
        self.hours = hours
        self.holidays = holidays
        self.yearlyHolidays = yearlyHolidays
        self.grid = grid
        self.minMinutes = minMinutes
        self.maxMinutes = maxMinutes
        self.lengthStepMinutes = lengthStepMinutes
        self.minNights = minNights
        self.maxNights = maxNights
        self.bufferBeforeMinutes = bufferBeforeMinutes
        self.bufferAfterMinutes = bufferAfterMinutes
        self.noticeMinutes = noticeMinutes
        self.horizonDays = horizonDays
        self.skills = skills
        self.location = location
        self.priority = priority
        self.inventory = inventory
        self.allotments = allotments
        self.stopSales = stopSales
        self.departures = departures
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var name: String?
        var mode: ResourceMode?
        var zone: String?
        var capacity: Int?
        var overbooking: Int?
        var hours: OpeningHours?
        var holidays: [Day]?
        var yearlyHolidays: [MonthDay]?
        var grid: SlotGrid?
        var minMinutes: Int?
        var maxMinutes: Int?
        var lengthStepMinutes: Int?
        var minNights: Int?
        var maxNights: Int?
        var bufferBeforeMinutes: Int?
        var bufferAfterMinutes: Int?
        var noticeMinutes: Int?
        var horizonDays: Int?
        var skills: [String]?
        var location: String?
        var priority: Int?
        var inventory: [DayUnits]?
        var allotments: [Allotment]?
        var stopSales: [StopSale]?
        var departures: [Departure]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("mode") { mode = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("capacity") { capacity = try reader.readIfAny() }
            else if reader.isAt("overbooking") { overbooking = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("holidays") { holidays = try reader.readIfAny() }
            else if reader.isAt("yearly_holidays") { yearlyHolidays = try reader.readIfAny() }
            else if reader.isAt("grid") { grid = try reader.readIfAny() }
            else if reader.isAt("min_minutes") { minMinutes = try reader.readIfAny() }
            else if reader.isAt("max_minutes") { maxMinutes = try reader.readIfAny() }
            else if reader.isAt("length_step_minutes") { lengthStepMinutes = try reader.readIfAny() }
            else if reader.isAt("min_nights") { minNights = try reader.readIfAny() }
            else if reader.isAt("max_nights") { maxNights = try reader.readIfAny() }
            else if reader.isAt("buffer_before_minutes") { bufferBeforeMinutes = try reader.readIfAny() }
            else if reader.isAt("buffer_after_minutes") { bufferAfterMinutes = try reader.readIfAny() }
            else if reader.isAt("notice_minutes") { noticeMinutes = try reader.readIfAny() }
            else if reader.isAt("horizon_days") { horizonDays = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("location") { location = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("inventory") { inventory = try reader.readIfAny() }
            else if reader.isAt("allotments") { allotments = try reader.readIfAny() }
            else if reader.isAt("stop_sales") { stopSales = try reader.readIfAny() }
            else if reader.isAt("departures") { departures = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        self.name = name
        self.mode = mode ?? .instants
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        self.capacity = capacity ?? 1
        self.overbooking = overbooking
        self.hours = hours
        self.holidays = holidays ?? []
        self.yearlyHolidays = yearlyHolidays ?? []
        self.grid = grid
        self.minMinutes = minMinutes
        self.maxMinutes = maxMinutes
        self.lengthStepMinutes = lengthStepMinutes
        self.minNights = minNights
        self.maxNights = maxNights
        self.bufferBeforeMinutes = bufferBeforeMinutes
        self.bufferAfterMinutes = bufferAfterMinutes
        self.noticeMinutes = noticeMinutes
        self.horizonDays = horizonDays
        self.skills = skills ?? []
        self.location = location
        self.priority = priority
        self.inventory = inventory ?? []
        self.allotments = allotments ?? []
        self.stopSales = stopSales ?? []
        self.departures = departures ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        if let name { writer.field("name"); writer.write(name) }
        writer.field("mode")
        writer.write(mode)
        writer.field("zone")
        writer.write(zone)
        writer.field("capacity")
        writer.write(capacity)
        if let overbooking { writer.field("overbooking"); writer.write(overbooking) }
        if let hours { writer.field("hours"); writer.write(hours) }
        if !holidays.isEmpty { writer.field("holidays"); writer.write(holidays) }
        if !yearlyHolidays.isEmpty { writer.field("yearly_holidays"); writer.write(yearlyHolidays) }
        if let grid { writer.field("grid"); writer.write(grid) }
        if let minMinutes { writer.field("min_minutes"); writer.write(minMinutes) }
        if let maxMinutes { writer.field("max_minutes"); writer.write(maxMinutes) }
        if let lengthStepMinutes { writer.field("length_step_minutes"); writer.write(lengthStepMinutes) }
        if let minNights { writer.field("min_nights"); writer.write(minNights) }
        if let maxNights { writer.field("max_nights"); writer.write(maxNights) }
        if let bufferBeforeMinutes { writer.field("buffer_before_minutes"); writer.write(bufferBeforeMinutes) }
        if let bufferAfterMinutes { writer.field("buffer_after_minutes"); writer.write(bufferAfterMinutes) }
        if let noticeMinutes { writer.field("notice_minutes"); writer.write(noticeMinutes) }
        if let horizonDays { writer.field("horizon_days"); writer.write(horizonDays) }
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if let location { writer.field("location"); writer.write(location) }
        if let priority { writer.field("priority"); writer.write(priority) }
        if !inventory.isEmpty { writer.field("inventory"); writer.write(inventory) }
        if !allotments.isEmpty { writer.field("allotments"); writer.write(allotments) }
        if !stopSales.isEmpty { writer.field("stop_sales"); writer.write(stopSales) }
        if !departures.isEmpty { writer.field("departures"); writer.write(departures) }
        writer.close()
    }
}

/// What a resource is counted by.
public enum ResourceMode: String, RatebookValue, CaseIterable {
    /// By the moment: rooms by the hour, staff, vehicle bays.
    case instants = "instants"
    /// By the night: lodging.
    case nights = "nights"
    /// By the seat of a dated start.
    case departures = "departures"
}

/// When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ.
public struct OpeningHours: RatebookValue {
    /// The windows of ordinary days.
    public var windows: [OpeningWindow]
    /// Days that differ; the first one that covers a day counts.
    public var exceptions: [OpeningException]

    public init(
        windows: [OpeningWindow],
        exceptions: [OpeningException] = []
    ) {
        self.windows = windows
        self.exceptions = exceptions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var windows: [OpeningWindow]?
        var exceptions: [OpeningException]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("windows") { windows = try reader.readIfAny() }
            else if reader.isAt("exceptions") { exceptions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let windows else { throw reader.missing("windows") }
        self.windows = windows
        self.exceptions = exceptions ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("windows")
        writer.write(windows)
        if !exceptions.isEmpty { writer.field("exceptions"); writer.write(exceptions) }
        writer.close()
    }
}

/// A window of the wall clock. One that closes at or before it opens goes past midnight.
public struct OpeningWindow: RatebookValue {
    /// The days of the week on which it opens; all when not given.
    public var weekdays: [Weekday]?
    /// When it opens.
    public var opens: String
    /// When it closes.
    public var closes: String

    public init(
        weekdays: [Weekday]? = nil,
        opens: String,
        closes: String
    ) {
        self.weekdays = weekdays
        self.opens = opens
        self.closes = closes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var weekdays: [Weekday]?
        var opens: String?
        var closes: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("opens") { opens = try reader.readIfAny() }
            else if reader.isAt("closes") { closes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.weekdays = weekdays
        guard let opens else { throw reader.missing("opens") }
        self.opens = opens
        guard let closes else { throw reader.missing("closes") }
        self.closes = closes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let weekdays { writer.field("weekdays"); writer.write(weekdays) }
        writer.field("opens")
        writer.write(opens)
        writer.field("closes")
        writer.write(closes)
        writer.close()
    }
}

/// Days that differ.
public struct OpeningException: RatebookValue {
    /// The days.
    public var days: DayRange
    /// Their windows; none when closed.
    public var windows: [OpeningWindow]
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        windows: [OpeningWindow] = [],
        reason: String? = nil
    ) {
        self.days = days
        self.windows = windows
        self.reason = reason
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: DayRange?
        var windows: [OpeningWindow]?
        var reason: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("windows") { windows = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.windows = windows ?? []
        self.reason = reason
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("days")
        writer.write(days)
        if !windows.isEmpty { writer.field("windows"); writer.write(windows) }
        if let reason { writer.field("reason"); writer.write(reason) }
        writer.close()
    }
}

/// A day of every year; 29 February falls on the 28th in common years.
public struct MonthDay: RatebookValue {
    /// The month.
    public var month: Int
    /// The day of the month.
    public var day: Int

    public init(
        month: Int,
        day: Int
    ) {
        self.month = month
        self.day = day
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var month: Int?
        var day: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("month") { month = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let month else { throw reader.missing("month") }
        self.month = month
        guard let day else { throw reader.missing("day") }
        self.day = day
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("month")
        writer.write(month)
        writer.field("day")
        writer.write(day)
        writer.close()
    }
}

/// Where bookings may begin, on the wall clock.
public struct SlotGrid: RatebookValue {
    /// Every so many minutes.
    public var stepMinutes: Int
    /// Counted from midnight or from the opening.
    public var counted: GridStart
    /// Which of these starts are offered.
    public var packing: Packing

    public init(
        stepMinutes: Int,
        counted: GridStart = .midnight,
        packing: Packing = .every
    ) {
        self.stepMinutes = stepMinutes
        self.counted = counted
        self.packing = packing
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var stepMinutes: Int?
        var counted: GridStart?
        var packing: Packing?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("step_minutes") { stepMinutes = try reader.readIfAny() }
            else if reader.isAt("counted") { counted = try reader.readIfAny() }
            else if reader.isAt("packing") { packing = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let stepMinutes else { throw reader.missing("step_minutes") }
        self.stepMinutes = stepMinutes
        self.counted = counted ?? .midnight
        self.packing = packing ?? .every
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("step_minutes")
        writer.write(stepMinutes)
        writer.field("counted")
        writer.write(counted)
        writer.field("packing")
        writer.write(packing)
        writer.close()
    }
}

/// Where the steps of a grid are counted from.
public enum GridStart: String, RatebookValue, CaseIterable {
    /// From 00:00 of the wall clock.
    case midnight = "midnight"
    /// From the moment at which it opens.
    case opening = "opening"
}

/// Which starts of the grid are offered.
public enum Packing: String, RatebookValue, CaseIterable {
    /// Every one.
    case every = "every"
    /// One behind the other, with buffers between them: the first of each free stretch, then the first after its end.
    case backToBack = "back_to_back"
    /// Those that leave no gap shorter than the shortest booking.
    case noShortGaps = "no_short_gaps"
}

/// Days with a number of units of their own.
public struct DayUnits: RatebookValue {
    /// The days, that is the nights that begin on them.
    public var days: DayRange
    /// How many units there are.
    public var units: Int

    public init(
        days: DayRange,
        units: Int
    ) {
        self.days = days
        self.units = units
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: DayRange?
        var units: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let days else { throw reader.missing("days") }
        self.days = days
        guard let units else { throw reader.missing("units") }
        self.units = units
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("days")
        writer.write(days)
        writer.field("units")
        writer.write(units)
        writer.close()
    }
}

/// Units that only one partner may sell, until they are released.
public struct Allotment: RatebookValue {
    /// Whose they are.
    public var partner: String
    /// The nights or departures.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// How many units.
    public var units: Int
    /// So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself.
    public var releaseDays: Int?

    public init(
        partner: String,
        days: DayRange,
        weekdays: [Weekday] = [],
        units: Int,
        releaseDays: Int? = nil
    ) {
        self.partner = partner
        self.days = days
        self.weekdays = weekdays
        self.units = units
        self.releaseDays = releaseDays
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var partner: String?
        var days: DayRange?
        var weekdays: [Weekday]?
        var units: Int?
        var releaseDays: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("partner") { partner = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("release_days") { releaseDays = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let partner else { throw reader.missing("partner") }
        self.partner = partner
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.weekdays = weekdays ?? []
        guard let units else { throw reader.missing("units") }
        self.units = units
        self.releaseDays = releaseDays
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("partner")
        writer.write(partner)
        writer.field("days")
        writer.write(days)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        writer.field("units")
        writer.write(units)
        if let releaseDays { writer.field("release_days"); writer.write(releaseDays) }
        writer.close()
    }
}

/// Days that are not sold for now.
public struct StopSale: RatebookValue {
    /// The nights or departures.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]
    /// Only for this partner; for everybody when not given.
    public var partner: String?
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        weekdays: [Weekday] = [],
        partner: String? = nil,
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.partner = partner
        self.reason = reason
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: DayRange?
        var weekdays: [Weekday]?
        var partner: String?
        var reason: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("weekdays") { weekdays = try reader.readIfAny() }
            else if reader.isAt("partner") { partner = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.weekdays = weekdays ?? []
        self.partner = partner
        self.reason = reason
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("days")
        writer.write(days)
        if !weekdays.isEmpty { writer.field("weekdays"); writer.write(weekdays) }
        if let partner { writer.field("partner"); writer.write(partner) }
        if let reason { writer.field("reason"); writer.write(reason) }
        writer.close()
    }
}

/// A dated start with its seats.
public struct Departure: RatebookValue {
    /// The day.
    public var day: Day
    /// How many seats.
    public var seats: Int
    /// Sold until so many days before it; until the day itself with 0.
    public var closesDaysBefore: Int?

    public init(
        day: Day,
        seats: Int,
        closesDaysBefore: Int? = nil
    ) {
        self.day = day
        self.seats = seats
        self.closesDaysBefore = closesDaysBefore
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var seats: Int?
        var closesDaysBefore: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("seats") { seats = try reader.readIfAny() }
            else if reader.isAt("closes_days_before") { closesDaysBefore = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let seats else { throw reader.missing("seats") }
        self.seats = seats
        self.closesDaysBefore = closesDaysBefore
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.field("seats")
        writer.write(seats)
        if let closesDaysBefore { writer.field("closes_days_before"); writer.write(closesDaysBefore) }
        writer.close()
    }
}

/// Something that is booked: one resource, or several that belong together.
public struct Booking: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What it takes.
    public var takes: [Take]
    /// When it was booked: for figures of pickup.
    public var bookedAt: Date?
    /// What a calendar shows.
    public var title: String?

    public init(
        id: String,
        takes: [Take],
        bookedAt: Date? = nil,
        title: String? = nil
    ) {
        self.id = id
        self.takes = takes
        self.bookedAt = bookedAt
        self.title = title
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var takes: [Take]?
        var bookedAt: Date?
        var title: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("takes") { takes = try reader.readIfAny() }
            else if reader.isAt("booked_at") { bookedAt = try reader.readIfAny() }
            else if reader.isAt("title") { title = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let takes else { throw reader.missing("takes") }
        self.takes = takes
        self.bookedAt = bookedAt
        self.title = title
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("takes")
        writer.write(takes)
        if let bookedAt { writer.field("booked_at"); writer.write(bookedAt) }
        if let title { writer.field("title"); writer.write(title) }
        writer.close()
    }
}

/// Units of one resource for a time.
public struct Take: RatebookValue {
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units.
    public var units: Int
    /// The partner out of whose allotment it is taken, or who sold it.
    public var partner: String?

    public init(
        resource: String,
        when: When,
        units: Int = 1,
        partner: String? = nil
    ) {
        self.resource = resource
        self.when = when
        self.units = units
        self.partner = partner
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var when: When?
        var units: Int?
        var partner: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("partner") { partner = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let when else { throw reader.missing("when") }
        self.when = when
        self.units = units ?? 1
        self.partner = partner
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("when")
        writer.write(when)
        writer.field("units")
        writer.write(units)
        if let partner { writer.field("partner"); writer.write(partner) }
        writer.close()
    }
}

/// When something is taken: in the way that the resource is counted by.
public enum When: RatebookValue {
    /// From one moment to another, the end excluded.
    case span(Span)
    /// The nights of a stay.
    case stay(StayDays)
    /// A dated start.
    case departure(Day)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("span") { self = .span(try reader.read()) }
        else if reader.isAt("stay") { self = .stay(try reader.read()) }
        else if reader.isAt("departure") { self = .departure(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .span(let held):
            writer.open()
            writer.field("span")
            writer.write(held)
            writer.close()
        case .stay(let held):
            writer.open()
            writer.field("stay")
            writer.write(held)
            writer.close()
        case .departure(let held):
            writer.open()
            writer.field("departure")
            writer.write(held)
            writer.close()
        }
    }
}

/// A stretch of time, its end excluded.
public struct Span: RatebookValue {
    /// The first moment.
    public var start: Date
    /// The moment after the last one.
    public var end: Date

    public init(
        start: Date,
        end: Date
    ) {
        self.start = start
        self.end = end
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var start: Date?
        var end: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("end") { end = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let start else { throw reader.missing("start") }
        self.start = start
        guard let end else { throw reader.missing("end") }
        self.end = end
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("start")
        writer.write(start)
        writer.field("end")
        writer.write(end)
        writer.close()
    }
}

/// The nights from the day of arrival to the day of departure, which is none of them.
public struct StayDays: RatebookValue {
    /// The day of arrival.
    public var checkIn: Day
    /// The day of departure.
    public var checkOut: Day

    public init(
        checkIn: Day,
        checkOut: Day
    ) {
        self.checkIn = checkIn
        self.checkOut = checkOut
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var checkIn: Day?
        var checkOut: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("check_in") { checkIn = try reader.readIfAny() }
            else if reader.isAt("check_out") { checkOut = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let checkIn else { throw reader.missing("check_in") }
        self.checkIn = checkIn
        guard let checkOut else { throw reader.missing("check_out") }
        self.checkOut = checkOut
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("check_in")
        writer.write(checkIn)
        writer.field("check_out")
        writer.write(checkOut)
        writer.close()
    }
}

/// Something that is held until a moment, at which it is free again.
public struct Hold: RatebookValue {
    /// What it is known by: asked for again, the same hold is answered.
    public var key: String
    /// What it takes.
    public var takes: [Take]
    /// The moment at which it is free again.
    public var expiresAt: Date

    public init(
        key: String,
        takes: [Take],
        expiresAt: Date
    ) {
        self.key = key
        self.takes = takes
        self.expiresAt = expiresAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        var takes: [Take]?
        var expiresAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("takes") { takes = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let takes else { throw reader.missing("takes") }
        self.takes = takes
        guard let expiresAt else { throw reader.missing("expires_at") }
        self.expiresAt = expiresAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.field("takes")
        writer.write(takes)
        writer.field("expires_at")
        writer.write(expiresAt)
        writer.close()
    }
}

/// Time that nobody may take: a repair, an event of another calendar.
public struct Blocked: RatebookValue {
    /// What it is known by.
    public var id: String
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units; all that there are when not given.
    public var units: Int?
    /// Why.
    public var reason: String?
    /// The outside calendar that it came from.
    public var source: String?

    public init(
        id: String,
        resource: String,
        when: When,
        units: Int? = nil,
        reason: String? = nil,
        source: String? = nil
    ) {
        self.id = id
        self.resource = resource
        self.when = when
        self.units = units
        self.reason = reason
        self.source = source
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var resource: String?
        var when: When?
        var units: Int?
        var reason: String?
        var source: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else if reader.isAt("source") { source = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let when else { throw reader.missing("when") }
        self.when = when
        self.units = units
        self.reason = reason
        self.source = source
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("resource")
        writer.write(resource)
        writer.field("when")
        writer.write(when)
        if let units { writer.field("units"); writer.write(units) }
        if let reason { writer.field("reason"); writer.write(reason) }
        if let source { writer.field("source"); writer.write(source) }
        writer.close()
    }
}

/// The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML.
public struct MachineDefinition: RatebookValue {
    /// What it is known by, such as `booking`.
    public var name: String
    /// Its version: an instance says by which it lives.
    public var version: Int
    /// What it is about, for readers.
    public var summary: String?
    /// The state in which everything begins.
    public var initial: String
    /// Whether it has no end: a device is online and offline for ever.
    public var endless: Bool
    /// The names that guards may use, each with its type.
    public var facts: [String: String]
    /// The states.
    public var states: [MachineState]
    /// The events.
    public var events: [MachineEvent]
    /// What leads where. Of several for one state and event the first whose guard holds counts.
    public var transitions: [MachineTransition]

    public init(
        name: String,
        version: Int = 1,
        summary: String? = nil,
        initial: String,
        endless: Bool = false,
        facts: [String: String] = [:],
        states: [MachineState],
        events: [MachineEvent],
        transitions: [MachineTransition]
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.initial = initial
        self.endless = endless
        self.facts = facts
        self.states = states
        self.events = events
        self.transitions = transitions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var version: Int?
        var summary: String?
        var initial: String?
        var endless: Bool?
        var facts: [String: String]?
        var states: [MachineState]?
        var events: [MachineEvent]?
        var transitions: [MachineTransition]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("summary") { summary = try reader.readIfAny() }
            else if reader.isAt("initial") { initial = try reader.readIfAny() }
            else if reader.isAt("endless") { endless = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("states") { states = try reader.readIfAny() }
            else if reader.isAt("events") { events = try reader.readIfAny() }
            else if reader.isAt("transitions") { transitions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.version = version ?? 1
        self.summary = summary
        guard let initial else { throw reader.missing("initial") }
        self.initial = initial
        self.endless = endless ?? false
        self.facts = facts ?? [:]
        guard let states else { throw reader.missing("states") }
        self.states = states
        guard let events else { throw reader.missing("events") }
        self.events = events
        guard let transitions else { throw reader.missing("transitions") }
        self.transitions = transitions
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("version")
        writer.write(version)
        if let summary { writer.field("summary"); writer.write(summary) }
        writer.field("initial")
        writer.write(initial)
        if endless { writer.field("endless"); writer.write(endless) }
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.field("states")
        writer.write(states)
        writer.field("events")
        writer.write(events)
        writer.field("transitions")
        writer.write(transitions)
        writer.close()
    }
}

/// A state.
public struct MachineState: RatebookValue {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?
    /// Whether nothing can happen any more.
    public var terminal: Bool
    /// How it stands in this state.
    public var standing: MachineStanding?

    public init(
        name: String,
        label: String? = nil,
        terminal: Bool = false,
        standing: MachineStanding? = nil
    ) {
        self.name = name
        self.label = label
        self.terminal = terminal
        self.standing = standing
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var label: String?
        var terminal: Bool?
        var standing: MachineStanding?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("label") { label = try reader.readIfAny() }
            else if reader.isAt("terminal") { terminal = try reader.readIfAny() }
            else if reader.isAt("standing") { standing = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.label = label
        self.terminal = terminal ?? false
        self.standing = standing
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let label { writer.field("label"); writer.write(label) }
        if terminal { writer.field("terminal"); writer.write(terminal) }
        if let standing { writer.field("standing"); writer.write(standing) }
        writer.close()
    }
}

/// How something stands: what a rule refused, what waits for the outside and what the outside broke are different things.
public enum MachineStanding: String, RatebookValue, CaseIterable {
    /// As it should.
    case open = "open"
    /// The outside has to answer: a gateway, a router, a customer.
    case pending = "pending"
    /// A rule or a person refused it.
    case failed = "failed"
    /// The outside broke.
    case errored = "errored"
}

/// An event.
public struct MachineEvent: RatebookValue {
    /// What it is known by.
    public var name: String
    /// What people read.
    public var label: String?

    public init(
        name: String,
        label: String? = nil
    ) {
        self.name = name
        self.label = label
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var label: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("label") { label = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.label = label
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let label { writer.field("label"); writer.write(label) }
        writer.close()
    }
}

/// What leads from a state to another.
public struct MachineTransition: RatebookValue {
    /// The states it leads from; `["*"]` for each that has not ended and is not the one it leads to.
    public var from: [String]
    /// What happens.
    public var event: String
    /// The state it leads to.
    public var to: String
    /// The condition under which it does.
    public var `guard`: String?
    /// Fields that must be given with the event: a reason, a payment's reference.
    public var requires: [String]
    /// Fields of the instance that it sets.
    public var stamps: [String: MachineStamp]
    /// Who may: the permission that the actor must hold.
    public var permission: String?
    /// What the host is to carry out.
    public var effects: [MachineEffect]
    /// When it is due by itself.
    public var after: MachineTimer?

    public init(
        from: [String],
        event: String,
        to: String,
        `guard`: String? = nil,
        requires: [String] = [],
        stamps: [String: MachineStamp] = [:],
        permission: String? = nil,
        effects: [MachineEffect] = [],
        after: MachineTimer? = nil
    ) {
        self.from = from
        self.event = event
        self.to = to
        self.guard = `guard`
        self.requires = requires
        self.stamps = stamps
        self.permission = permission
        self.effects = effects
        self.after = after
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var from: [String]?
        var event: String?
        var to: String?
        var `guard`: String?
        var requires: [String]?
        var stamps: [String: MachineStamp]?
        var permission: String?
        var effects: [MachineEffect]?
        var after: MachineTimer?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("from") { from = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("to") { to = try reader.readIfAny() }
            else if reader.isAt("guard") { `guard` = try reader.readIfAny() }
            else if reader.isAt("requires") { requires = try reader.readIfAny() }
            else if reader.isAt("stamps") { stamps = try reader.readIfAny() }
            else if reader.isAt("permission") { permission = try reader.readIfAny() }
            else if reader.isAt("effects") { effects = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let from else { throw reader.missing("from") }
        self.from = from
        guard let event else { throw reader.missing("event") }
        self.event = event
        guard let to else { throw reader.missing("to") }
        self.to = to
        self.guard = `guard`
        self.requires = requires ?? []
        self.stamps = stamps ?? [:]
        self.permission = permission
        self.effects = effects ?? []
        self.after = after
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("from")
        writer.write(from)
        writer.field("event")
        writer.write(event)
        writer.field("to")
        writer.write(to)
        if let `guard` { writer.field("guard"); writer.write(`guard`) }
        if !requires.isEmpty { writer.field("requires"); writer.write(requires) }
        if !stamps.isEmpty { writer.field("stamps"); writer.write(stamps) }
        if let permission { writer.field("permission"); writer.write(permission) }
        if !effects.isEmpty { writer.field("effects"); writer.write(effects) }
        if let after { writer.field("after"); writer.write(after) }
        writer.close()
    }
}

/// What a field is set to.
public enum MachineStamp: String, RatebookValue, CaseIterable {
    /// The moment of the event.
    case now = "now"
    /// The moment of the event, unless it is set already.
    case nowOnce = "now_once"
    /// Who did it.
    case actor = "actor"
    /// What was given with the event under the same name; what was before when nothing was.
    case given = "given"
    /// Nothing any more.
    case cleared = "cleared"
}

/// Something for the host to carry out: it is told, never done here.
public struct MachineEffect: RatebookValue {
    /// What, such as `send_email`.
    public var name: String
    /// With what.
    public var with: [String: JSON]

    public init(
        name: String,
        with: [String: JSON] = [:]
    ) {
        self.name = name
        self.with = with
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var with: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("with") { with = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.with = with ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if !with.isEmpty { writer.field("with"); writer.write(with) }
        writer.close()
    }
}

/// When a transition is due by itself: so long after the state was entered, or after the moment that a field holds.
public struct MachineTimer: RatebookValue {
    /// Days of 24 hours.
    public var days: Int?
    /// Hours.
    public var hours: Int?
    /// Minutes.
    public var minutes: Int?
    /// Seconds.
    public var seconds: Int?
    /// The field of the instance that holds the moment it is counted from; without it, when the state was entered.
    public var field: String?

    public init(
        days: Int? = nil,
        hours: Int? = nil,
        minutes: Int? = nil,
        seconds: Int? = nil,
        field: String? = nil
    ) {
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.field = field
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: Int?
        var hours: Int?
        var minutes: Int?
        var seconds: Int?
        var field: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("seconds") { seconds = try reader.readIfAny() }
            else if reader.isAt("field") { field = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.field = field
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let days { writer.field("days"); writer.write(days) }
        if let hours { writer.field("hours"); writer.write(hours) }
        if let minutes { writer.field("minutes"); writer.write(minutes) }
        if let seconds { writer.field("seconds"); writer.write(seconds) }
        if let field { writer.field("field"); writer.write(field) }
        writer.close()
    }
}

/// A tenant and all its rules.
public struct TenantDefinition: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String
    /// How it works.
    public var settings: TenantSettings?

    public init(
        id: String,
        name: String,
        settings: TenantSettings? = nil
    ) {
        self.id = id
        self.name = name
        self.settings = settings
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var name: String?
        var settings: TenantSettings?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("settings") { settings = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.settings = settings
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("name")
        writer.write(name)
        if let settings { writer.field("settings"); writer.write(settings) }
        writer.close()
    }
}

/// How a tenant works: each setting has a default.
public struct TenantSettings: RatebookValue {
    /// The zone of its clock.
    public var zone: String
    /// The currency of its books.
    public var currency: String?

    public init(
        zone: String = "UTC",
        currency: String? = nil
    ) {
        self.zone = zone
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.zone = zone ?? "UTC"
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        if let currency { writer.field("currency"); writer.write(currency) }
        writer.close()
    }
}

/// What is offered: resources, and the rate lists by which they are sold.
public struct StorefrontDefinition: RatebookValue {
    /// The resources and what is taken of them.
    public var calendar: CalendarDefinition
    /// The rate lists, each with a code of its own.
    public var rateLists: [RateListDefinition]
    /// What is sold by which list; a resource may be sold by several.
    public var offers: [StorefrontOffer]

    public init(
        calendar: CalendarDefinition,
        rateLists: [RateListDefinition],
        offers: [StorefrontOffer]
    ) {
        self.calendar = calendar
        self.rateLists = rateLists
        self.offers = offers
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: CalendarDefinition?
        var rateLists: [RateListDefinition]?
        var offers: [StorefrontOffer]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("rate_lists") { rateLists = try reader.readIfAny() }
            else if reader.isAt("offers") { offers = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let calendar else { throw reader.missing("calendar") }
        self.calendar = calendar
        guard let rateLists else { throw reader.missing("rate_lists") }
        self.rateLists = rateLists
        guard let offers else { throw reader.missing("offers") }
        self.offers = offers
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("calendar")
        writer.write(calendar)
        writer.field("rate_lists")
        writer.write(rateLists)
        writer.field("offers")
        writer.write(offers)
        writer.close()
    }
}

/// A resource that is sold by a rate list.
public struct StorefrontOffer: RatebookValue {
    /// The resource.
    public var resource: String
    /// The code of the rate list.
    public var rateList: String

    public init(
        resource: String,
        rateList: String
    ) {
        self.resource = resource
        self.rateList = rateList
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var rateList: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("rate_list") { rateList = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let rateList else { throw reader.missing("rate_list") }
        self.rateList = rateList
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("rate_list")
        writer.write(rateList)
        writer.close()
    }
}

/// Which codes are wanted.
public struct CodesRequest: RatebookValue {
    /// Only codes of this family, such as `rates`.
    public var family: String?

    public init(
        family: String? = nil
    ) {
        self.family = family
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var family: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("family") { family = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.family = family
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let family { writer.field("family"); writer.write(family) }
        writer.close()
    }
}

/// One code of the catalogue.
public struct CodeEntry: RatebookValue {
    /// The code.
    public var code: Code
    /// When it is given.
    public var meaning: String

    public init(
        code: Code,
        meaning: String
    ) {
        self.code = code
        self.meaning = meaning
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var code: Code?
        var meaning: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("meaning") { meaning = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let meaning else { throw reader.missing("meaning") }
        self.meaning = meaning
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("code")
        writer.write(code)
        writer.field("meaning")
        writer.write(meaning)
        writer.close()
    }
}

/// The catalogue of every code that an answer can carry.
public enum Code: String, RatebookValue, CaseIterable {
    /// A defect in Ratebook itself stopped the call.
    case engineDefect = "engine.defect"
    /// The text is not JSON.
    case definitionJson = "definition.json"
    /// The compact form of a definition does not have its checksum, or is cut off.
    case definitionDamaged = "definition.damaged"
    /// The definition is larger or deeper than any that is accepted.
    case definitionTooLarge = "definition.too_large"
    /// A value is of another type than its field takes.
    case definitionType = "definition.type"
    /// A field that is needed is not there.
    case definitionMissing = "definition.missing"
    /// A field or choice that does not exist.
    case definitionUnknown = "definition.unknown"
    /// A value outside what its field takes.
    case definitionRange = "definition.range"
    /// Two parts of a definition contradict each other.
    case definitionConflict = "definition.conflict"
    /// A range that must be covered is not.
    case definitionGap = "definition.gap"
    /// Two ranges that must not meet do.
    case definitionOverlap = "definition.overlap"
    /// A name that nothing in the definition has.
    case definitionReference = "definition.reference"
    /// An expression that cannot be read or does not type-check.
    case definitionExpression = "definition.expression"
    /// The text is not JSON.
    case requestJson = "request.json"
    /// The request is larger or deeper than any that is accepted.
    case requestTooLarge = "request.too_large"
    /// A value is of another type than its field takes.
    case requestType = "request.type"
    /// A field that is needed is not there.
    case requestMissing = "request.missing"
    /// A field, choice or operation that does not exist.
    case requestUnknown = "request.unknown"
    /// A value outside what its field takes.
    case requestRange = "request.range"
    /// Two parts of a request contradict each other.
    case requestConflict = "request.conflict"
    /// An expression that has no value: a division by zero, an entry that is not there, too many steps.
    case expressionFailed = "expression.failed"
    /// Not a currency of ISO 4217.
    case moneyCurrencyUnknown = "money.currency_unknown"
    /// Two currencies met; mixing is an error, not a conversion.
    case moneyCurrencyMismatch = "money.currency_mismatch"
    /// The exact result needs more digits than an amount can hold.
    case moneyOverflow = "money.overflow"
    /// An amount that cannot be shared out by these weights.
    case moneyAllocation = "money.allocation"
    /// No exchange rate leads from one currency to the other.
    case moneyRateMissing = "money.rate_missing"
    /// The exchange rate is older than allowed.
    case moneyRateStale = "money.rate_stale"
    /// A currency that the payment gateway does not take.
    case moneyGatewayCurrency = "money.gateway_currency"
    /// An amount finer or larger than the payment gateway takes.
    case moneyGatewayAmount = "money.gateway_amount"
    /// Not a zone of the IANA database.
    case timeZoneUnknown = "time.zone_unknown"
    /// A range that ends before it begins.
    case timeReversed = "time.reversed"
    /// A day or instant outside the years 0001 to 9999.
    case timeOutOfRange = "time.out_of_range"
    /// A recurrence rule that cannot be read, or that contradicts itself.
    case timeRecurrence = "time.recurrence"
    /// A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched.
    case timeRecurrenceEndless = "time.recurrence_endless"
    /// The list is a draft or archived.
    case ratesNotPublished = "rates.not_published"
    /// Days outside the list's validity.
    case ratesNotValid = "rates.not_valid"
    /// A newer version of the list answers for these days.
    case ratesSuperseded = "rates.superseded"
    /// The stay touches blackout days.
    case ratesBlackout = "rates.blackout"
    /// The stay touches closed days.
    case ratesClosed = "rates.closed"
    /// No arrival on that day.
    case ratesClosedToArrival = "rates.closed_to_arrival"
    /// No departure on that day.
    case ratesClosedToDeparture = "rates.closed_to_departure"
    /// The stay is shorter than the list allows.
    case ratesMinStay = "rates.min_stay"
    /// The stay is longer than the list allows.
    case ratesMaxStay = "rates.max_stay"
    /// Booked too late or too early before arrival.
    case ratesLeadTime = "rates.lead_time"
    /// The days are past their release and no longer sold.
    case ratesReleased = "rates.released"
    /// Booked outside the days on which the list is sold.
    case ratesBookingWindow = "rates.booking_window"
    /// The party has too few or too many people for the list.
    case ratesOccupancy = "rates.occupancy"
    /// The party is larger than the largest the list prices.
    case ratesOccupancyExceeded = "rates.occupancy_exceeded"
    /// The list has no price for this party or time.
    case ratesUnpriced = "rates.unpriced"
    /// An optional supplement that the list does not have.
    case ratesSupplementUnknown = "rates.supplement_unknown"
    /// A promotion code that the list does not have.
    case ratesPromoUnknown = "rates.promo_unknown"
    /// A promotion code outside its window or used up.
    case ratesPromoClosed = "rates.promo_closed"
    /// No taxes are known for that region.
    case ratesTaxRegion = "rates.tax_region"
    /// None of the lists can answer.
    case ratesNoList = "rates.no_list"
    /// Two published lists answer for the same days.
    case ratesOverlap = "rates.overlap"
    /// Another list of the tenant has this code.
    case ratesCodeTaken = "rates.code_taken"
    /// The list's status does not allow that.
    case ratesStatus = "rates.status"
    /// Something still refers to the list.
    case ratesInUse = "rates.in_use"
    /// A row of an imported file cannot be read.
    case ratesImport = "rates.import"
    /// The moment lies outside the billing period.
    case ratesPlanPeriod = "rates.plan_period"
    /// A boost must be to a dearer plan.
    case ratesBoostNotFaster = "rates.boost_not_faster"
    /// The time meets a booking and no unit is left.
    case calendarConflict = "calendar.conflict"
    /// The time meets a hold and no unit is left.
    case calendarHeld = "calendar.held"
    /// The time is blocked: a repair, an event of another calendar.
    case calendarBlocked = "calendar.blocked"
    /// The time is free, but too close to a neighbour to keep the buffer.
    case calendarBuffer = "calendar.buffer"
    /// More units than the resource has.
    case calendarCapacity = "calendar.capacity"
    /// A night or departure has too few units left.
    case calendarSoldOut = "calendar.sold_out"
    /// The partner's allotment has too few units left.
    case calendarAllotment = "calendar.allotment"
    /// A night or departure is not sold for now.
    case calendarStopSale = "calendar.stop_sale"
    /// There is no departure on that day.
    case calendarNoDeparture = "calendar.no_departure"
    /// The departure is no longer sold.
    case calendarDepartureClosed = "calendar.departure_closed"
    /// The time does not lie within opening hours.
    case calendarClosed = "calendar.closed"
    /// Bookings do not begin at that time of day.
    case calendarGrid = "calendar.grid"
    /// The time is shorter than the shortest booking.
    case calendarTooShort = "calendar.too_short"
    /// The time is longer than the longest booking.
    case calendarTooLong = "calendar.too_long"
    /// The length is not a multiple of the step of lengths.
    case calendarLengthStep = "calendar.length_step"
    /// Booked too shortly before it begins.
    case calendarNotice = "calendar.notice"
    /// Booked too far ahead.
    case calendarHorizon = "calendar.horizon"
    /// The calendar has no such resource.
    case calendarResourceUnknown = "calendar.resource_unknown"
    /// The calendar has no such booking.
    case calendarBookingUnknown = "calendar.booking_unknown"
    /// Another booking has that id.
    case calendarBookingExists = "calendar.booking_exists"
    /// The calendar has no such hold.
    case calendarHoldUnknown = "calendar.hold_unknown"
    /// Another hold has that key.
    case calendarHoldExists = "calendar.hold_exists"
    /// The hold has expired.
    case calendarHoldExpired = "calendar.hold_expired"
    /// The calendar has blocked no such time.
    case calendarBlockUnknown = "calendar.block_unknown"
    /// Another blocked time has that id.
    case calendarBlockExists = "calendar.block_exists"
    /// An occurrence of a series is not free, and all were asked for.
    case calendarSeries = "calendar.series"
    /// An iCalendar text, or a part of it, that cannot be read.
    case calendarFeed = "calendar.feed"
    /// An iCalendar text larger than any that is accepted.
    case calendarFeedTooLarge = "calendar.feed_too_large"
    /// An iCalendar zone that is not known.
    case calendarFeedZone = "calendar.feed_zone"
    /// A permission that is needed is not held; the details name it.
    case tenancyPermissionMissing = "tenancy.permission_missing"
    /// The event may not happen in this state; the details name what may.
    case flowIllegal = "flow.illegal"
    /// The condition of the event does not hold.
    case flowGuard = "flow.guard"
    /// A field that must be given with the event is not.
    case flowFieldMissing = "flow.field_missing"
    /// Somebody else changed the instance meanwhile.
    case flowVersion = "flow.version"
    /// The machine has no such state.
    case flowStateUnknown = "flow.state_unknown"
    /// The machine has no such event.
    case flowEventUnknown = "flow.event_unknown"
    /// The instance lives by another machine, or by another version of it.
    case flowOtherMachine = "flow.other_machine"
    /// A history that the machine could not have lived.
    case flowHistory = "flow.history"
    /// Something of another tenant; nothing of it was read.
    case tenancyWrongTenant = "tenancy.wrong_tenant"
    /// Nobody can take it.
    case calendarUnassigned = "calendar.unassigned"
}

/// An expression and the facts it is about.
public struct EvaluateRequest: RatebookValue {
    /// Such as `nights >= 7`.
    public var expression: String
    /// The type of each name: `bool`, `int`, `decimal`, `text`, `day`, or a list of one of them such as `[text]`.
    public var types: [String: String]
    /// The value of each name; decimals and days as text.
    public var facts: [String: JSON]

    public init(
        expression: String,
        types: [String: String] = [:],
        facts: [String: JSON] = [:]
    ) {
        self.expression = expression
        self.types = types
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var expression: String?
        var types: [String: String]?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("expression") { expression = try reader.readIfAny() }
            else if reader.isAt("types") { types = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let expression else { throw reader.missing("expression") }
        self.expression = expression
        self.types = types ?? [:]
        self.facts = facts ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("expression")
        writer.write(expression)
        if !types.isEmpty { writer.field("types"); writer.write(types) }
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.close()
    }
}

/// What an expression came to.
public struct Evaluated: RatebookValue {
    /// The type of the value.
    public var type: String
    /// The value; decimals and days as text.
    public var value: JSON

    public init(
        type: String,
        value: JSON
    ) {
        self.type = type
        self.value = value
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var type: String?
        var value: JSON?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("type") { type = try reader.readIfAny() }
            else if reader.isAt("value") { value = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let type else { throw reader.missing("type") }
        self.type = type
        guard let value else { throw reader.missing("value") }
        self.value = value
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("type")
        writer.write(type)
        writer.field("value")
        writer.write(value)
        writer.close()
    }
}

/// An amount to round.
public struct RoundRequest: RatebookValue {
    /// The amount.
    public var money: Money
    /// Where a half goes.
    public var mode: RoundingMode
    /// To what is rounded.
    public var step: RoundingStep

    public init(
        money: Money,
        mode: RoundingMode = .halfUp,
        step: RoundingStep = .minorUnit
    ) {
        self.money = money
        self.mode = mode
        self.step = step
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var money: Money?
        var mode: RoundingMode?
        var step: RoundingStep?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("money") { money = try reader.readIfAny() }
            else if reader.isAt("mode") { mode = try reader.readIfAny() }
            else if reader.isAt("step") { step = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let money else { throw reader.missing("money") }
        self.money = money
        self.mode = mode ?? .halfUp
        self.step = step ?? .minorUnit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("money")
        writer.write(money)
        writer.field("mode")
        writer.write(mode)
        writer.field("step")
        writer.write(step)
        writer.close()
    }
}

/// An amount in a currency. Two currencies never mix: that is an error, not a conversion.
///
/// ```
/// use ratebook::money::Money;
/// let room = Money::new("124.50".parse()?, "EUR".parse()?);
/// let tax = Money::new("12.45".parse()?, "EUR".parse()?);
/// assert_eq!(room.plus(tax)?.to_string(), "136.95 EUR");
/// # Ok::<(), ratebook::Error>(())
/// ```
public struct Money: RatebookValue {
    /// How much.
    public var amount: Decimal
    /// Of what.
    public var currency: String

    public init(
        amount: Decimal,
        currency: String
    ) {
        self.amount = amount
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var amount: Decimal?
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("amount")
        writer.write(amount)
        writer.field("currency")
        writer.write(currency)
        writer.close()
    }
}

/// The step to which an amount is rounded or in which it is shared out.
public enum RoundingStep: RatebookValue {
    /// The minor unit of ISO 4217, such as a cent.
    case minorUnit
    /// What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists.
    case cash
    /// This much.
    case of(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        if reader.isAtText() {
            switch try reader.text() {
            case "minor_unit": self = .minorUnit
            case "cash": self = .cash
            default: throw reader.unknownField()
            }
            return
        }
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("of") { self = .of(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .minorUnit: writer.write("minor_unit")
        case .cash: writer.write("cash")
        case .of(let held):
            writer.open()
            writer.field("of")
            writer.write(held)
            writer.close()
        }
    }
}

/// An amount to share out.
public struct AllocateRequest: RatebookValue {
    /// What is shared out.
    public var total: Money
    /// Among how many, or by which weights.
    public var among: Shares
    /// Who gets what is left over.
    public var method: AllocationMethod
    /// Every share is a whole number of these.
    public var step: RoundingStep

    public init(
        total: Money,
        among: Shares,
        method: AllocationMethod = .largestRemainder,
        step: RoundingStep = .minorUnit
    ) {
        self.total = total
        self.among = among
        self.method = method
        self.step = step
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var total: Money?
        var among: Shares?
        var method: AllocationMethod?
        var step: RoundingStep?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("among") { among = try reader.readIfAny() }
            else if reader.isAt("method") { method = try reader.readIfAny() }
            else if reader.isAt("step") { step = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let total else { throw reader.missing("total") }
        self.total = total
        guard let among else { throw reader.missing("among") }
        self.among = among
        self.method = method ?? .largestRemainder
        self.step = step ?? .minorUnit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("total")
        writer.write(total)
        writer.field("among")
        writer.write(among)
        writer.field("method")
        writer.write(method)
        writer.field("step")
        writer.write(step)
        writer.close()
    }
}

/// Among how many, or by which weights.
public enum Shares: RatebookValue {
    /// So many equal parts.
    case parts(Int)
    /// In proportion to these, none below zero.
    case weights([Decimal])

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("parts") { self = .parts(try reader.read()) }
        else if reader.isAt("weights") { self = .weights(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .parts(let held):
            writer.open()
            writer.field("parts")
            writer.write(held)
            writer.close()
        case .weights(let held):
            writer.open()
            writer.field("weights")
            writer.write(held)
            writer.close()
        }
    }
}

/// Who gets what is left over when the shares are not whole steps.
public enum AllocationMethod: String, RatebookValue, CaseIterable {
    /// One step each to the shares that lost most by cutting, the earlier one first among equals.
    case largestRemainder = "largest_remainder"
    /// All of it to the first share that has a weight.
    case first = "first"
}

/// Amounts to add up.
public struct SumRequest: RatebookValue {
    /// The amounts, all of one currency.
    public var amounts: [Money]
    /// The currency of the sum; that of the first amount when not given.
    public var currency: String?

    public init(
        amounts: [Money],
        currency: String? = nil
    ) {
        self.amounts = amounts
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var amounts: [Money]?
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("amounts") { amounts = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let amounts else { throw reader.missing("amounts") }
        self.amounts = amounts
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("amounts")
        writer.write(amounts)
        if let currency { writer.field("currency"); writer.write(currency) }
        writer.close()
    }
}

/// An amount to convert.
public struct ConvertRequest: RatebookValue {
    /// The amount.
    public var money: Money
    /// Into which currency.
    public var currency: String
    /// The rates that are known.
    public var rates: ExchangeRates
    /// The moment at which the age of a rate is judged; later rates are not looked at.
    public var asOf: Date
    /// How old a rate may be.
    public var maxAgeSeconds: Int
    /// Whether a rate that is too old is used and marked stale, rather than refused.
    public var allowStale: Bool
    /// Where a half goes.
    public var mode: RoundingMode
    /// To what the answer is rounded, in the target currency.
    public var step: RoundingStep

    public init(
        money: Money,
        currency: String,
        rates: ExchangeRates,
        asOf: Date,
        maxAgeSeconds: Int = 86400,
        allowStale: Bool = false,
        mode: RoundingMode = .halfUp,
        step: RoundingStep = .minorUnit
    ) {
        self.money = money
        self.currency = currency
        self.rates = rates
        self.asOf = asOf
        self.maxAgeSeconds = maxAgeSeconds
        self.allowStale = allowStale
        self.mode = mode
        self.step = step
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var money: Money?
        var currency: String?
        var rates: ExchangeRates?
        var asOf: Date?
        var maxAgeSeconds: Int?
        var allowStale: Bool?
        var mode: RoundingMode?
        var step: RoundingStep?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("money") { money = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("rates") { rates = try reader.readIfAny() }
            else if reader.isAt("as_of") { asOf = try reader.readIfAny() }
            else if reader.isAt("max_age_seconds") { maxAgeSeconds = try reader.readIfAny() }
            else if reader.isAt("allow_stale") { allowStale = try reader.readIfAny() }
            else if reader.isAt("mode") { mode = try reader.readIfAny() }
            else if reader.isAt("step") { step = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let money else { throw reader.missing("money") }
        self.money = money
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let rates else { throw reader.missing("rates") }
        self.rates = rates
        guard let asOf else { throw reader.missing("as_of") }
        self.asOf = asOf
        self.maxAgeSeconds = maxAgeSeconds ?? 86400
        self.allowStale = allowStale ?? false
        self.mode = mode ?? .halfUp
        self.step = step ?? .minorUnit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("money")
        writer.write(money)
        writer.field("currency")
        writer.write(currency)
        writer.field("rates")
        writer.write(rates)
        writer.field("as_of")
        writer.write(asOf)
        writer.field("max_age_seconds")
        writer.write(maxAgeSeconds)
        if allowStale { writer.field("allow_stale"); writer.write(allowStale) }
        writer.field("mode")
        writer.write(mode)
        writer.field("step")
        writer.write(step)
        writer.close()
    }
}

/// A table of exchange rates.
public struct ExchangeRates: RatebookValue {
    /// The currency through which two others are crossed; without it nothing is crossed.
    public var base: String?
    /// The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    /// one that stands first.
    public var rates: [ExchangeRate]

    public init(
        base: String? = nil,
        rates: [ExchangeRate]
    ) {
        self.base = base
        self.rates = rates
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var base: String?
        var rates: [ExchangeRate]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("base") { base = try reader.readIfAny() }
            else if reader.isAt("rates") { rates = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.base = base
        guard let rates else { throw reader.missing("rates") }
        self.rates = rates
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let base { writer.field("base"); writer.write(base) }
        writer.field("rates")
        writer.write(rates)
        writer.close()
    }
}

/// What one unit of `base` was worth in `quote`, by whom and when.
public struct ExchangeRate: RatebookValue {
    /// The currency of which there is one unit.
    public var base: String
    /// The currency in which its worth is told.
    public var quote: String
    /// The worth, above zero.
    public var rate: Decimal
    /// When the rate held.
    public var asOf: Date
    /// Who said so, such as `ECB`.
    public var source: String

    public init(
        base: String,
        quote: String,
        rate: Decimal,
        asOf: Date,
        source: String
    ) {
        self.base = base
        self.quote = quote
        self.rate = rate
        self.asOf = asOf
        self.source = source
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var base: String?
        var quote: String?
        var rate: Decimal?
        var asOf: Date?
        var source: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("base") { base = try reader.readIfAny() }
            else if reader.isAt("quote") { quote = try reader.readIfAny() }
            else if reader.isAt("rate") { rate = try reader.readIfAny() }
            else if reader.isAt("as_of") { asOf = try reader.readIfAny() }
            else if reader.isAt("source") { source = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let base else { throw reader.missing("base") }
        self.base = base
        guard let quote else { throw reader.missing("quote") }
        self.quote = quote
        guard let rate else { throw reader.missing("rate") }
        self.rate = rate
        guard let asOf else { throw reader.missing("as_of") }
        self.asOf = asOf
        guard let source else { throw reader.missing("source") }
        self.source = source
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("base")
        writer.write(base)
        writer.field("quote")
        writer.write(quote)
        writer.field("rate")
        writer.write(rate)
        writer.field("as_of")
        writer.write(asOf)
        writer.field("source")
        writer.write(source)
        writer.close()
    }
}

/// A converted amount and everything it rests on.
public struct Conversion: RatebookValue {
    /// The amount in the target currency, rounded.
    public var money: Money
    /// The amount that was converted.
    public var original: Money
    /// What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
    /// the exact fraction that `legs` give.
    public var rate: Decimal
    /// How the rate was found.
    public var path: RatePath
    /// When the rate held: the time of the oldest leg.
    public var rateAsOf: Date?
    /// Whether a leg is older than allowed.
    public var stale: Bool
    /// The rates used, in order: one, two when crossed, none between the same currency.
    public var legs: [ExchangeRate]

    public init(
        money: Money,
        original: Money,
        rate: Decimal,
        path: RatePath,
        rateAsOf: Date? = nil,
        stale: Bool,
        legs: [ExchangeRate]
    ) {
        self.money = money
        self.original = original
        self.rate = rate
        self.path = path
        self.rateAsOf = rateAsOf
        self.stale = stale
        self.legs = legs
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var money: Money?
        var original: Money?
        var rate: Decimal?
        var path: RatePath?
        var rateAsOf: Date?
        var stale: Bool?
        var legs: [ExchangeRate]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("money") { money = try reader.readIfAny() }
            else if reader.isAt("original") { original = try reader.readIfAny() }
            else if reader.isAt("rate") { rate = try reader.readIfAny() }
            else if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("rate_as_of") { rateAsOf = try reader.readIfAny() }
            else if reader.isAt("stale") { stale = try reader.readIfAny() }
            else if reader.isAt("legs") { legs = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let money else { throw reader.missing("money") }
        self.money = money
        guard let original else { throw reader.missing("original") }
        self.original = original
        guard let rate else { throw reader.missing("rate") }
        self.rate = rate
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.rateAsOf = rateAsOf
        guard let stale else { throw reader.missing("stale") }
        self.stale = stale
        guard let legs else { throw reader.missing("legs") }
        self.legs = legs
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("money")
        writer.write(money)
        writer.field("original")
        writer.write(original)
        writer.field("rate")
        writer.write(rate)
        writer.field("path")
        writer.write(path)
        if let rateAsOf { writer.field("rate_as_of"); writer.write(rateAsOf) }
        writer.field("stale")
        writer.write(stale)
        writer.field("legs")
        writer.write(legs)
        writer.close()
    }
}

/// How a rate was found.
public enum RatePath: String, RatebookValue, CaseIterable {
    /// Both currencies are the same.
    case same = "same"
    /// As the table has it.
    case direct = "direct"
    /// By the rate of the opposite direction.
    case inverse = "inverse"
    /// Through the base of the table.
    case cross = "cross"
}

/// The currency whose facts are asked for.
public struct CurrencyRequest: RatebookValue {
    /// The currency.
    public var currency: String

    public init(
        currency: String
    ) {
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.close()
    }
}

/// What is known of a currency.
public struct CurrencyFacts: RatebookValue {
    /// The three letters.
    public var currency: String
    /// The three digits, such as `978`.
    public var numeric: String
    /// The English name.
    public var name: String
    /// Digits behind the point in accounts; not there for gold, drawing rights and their like.
    public var minorUnit: Int?
    /// Digits that people are shown.
    public var displayDigits: Int
    /// The smallest sum payable in coins, where that is more than a minor unit.
    public var cashStep: Decimal?

    public init(
        currency: String,
        numeric: String,
        name: String,
        minorUnit: Int? = nil,
        displayDigits: Int,
        cashStep: Decimal? = nil
    ) {
        self.currency = currency
        self.numeric = numeric
        self.name = name
        self.minorUnit = minorUnit
        self.displayDigits = displayDigits
        self.cashStep = cashStep
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        var numeric: String?
        var name: String?
        var minorUnit: Int?
        var displayDigits: Int?
        var cashStep: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("numeric") { numeric = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("minor_unit") { minorUnit = try reader.readIfAny() }
            else if reader.isAt("display_digits") { displayDigits = try reader.readIfAny() }
            else if reader.isAt("cash_step") { cashStep = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let numeric else { throw reader.missing("numeric") }
        self.numeric = numeric
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.minorUnit = minorUnit
        guard let displayDigits else { throw reader.missing("display_digits") }
        self.displayDigits = displayDigits
        self.cashStep = cashStep
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.field("numeric")
        writer.write(numeric)
        writer.field("name")
        writer.write(name)
        if let minorUnit { writer.field("minor_unit"); writer.write(minorUnit) }
        writer.field("display_digits")
        writer.write(displayDigits)
        if let cashStep { writer.field("cash_step"); writer.write(cashStep) }
        writer.close()
    }
}

/// A request for every currency.
public struct CurrenciesRequest: RatebookValue {

    public init(
    ) {
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        while try reader.nextField() {
            throw reader.unknownField()
        }
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.close()
    }
}

/// An amount for a gateway.
public struct ToGatewayRequest: RatebookValue {
    /// The amount.
    public var money: Money
    /// For whom.
    public var gateway: Gateway
    /// What the money does.
    public var purpose: GatewayUse
    /// How an amount finer than the gateway takes is rounded; without it such an amount is refused.
    public var mode: RoundingMode?

    public init(
        money: Money,
        gateway: Gateway,
        purpose: GatewayUse = .charge,
        mode: RoundingMode? = nil
    ) {
        self.money = money
        self.gateway = gateway
        self.purpose = purpose
        self.mode = mode
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var money: Money?
        var gateway: Gateway?
        var purpose: GatewayUse?
        var mode: RoundingMode?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("money") { money = try reader.readIfAny() }
            else if reader.isAt("gateway") { gateway = try reader.readIfAny() }
            else if reader.isAt("purpose") { purpose = try reader.readIfAny() }
            else if reader.isAt("mode") { mode = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let money else { throw reader.missing("money") }
        self.money = money
        guard let gateway else { throw reader.missing("gateway") }
        self.gateway = gateway
        self.purpose = purpose ?? .charge
        self.mode = mode
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("money")
        writer.write(money)
        writer.field("gateway")
        writer.write(gateway)
        writer.field("purpose")
        writer.write(purpose)
        if let mode { writer.field("mode"); writer.write(mode) }
        writer.close()
    }
}

/// A payment gateway, each with its own table of units.
public enum Gateway: String, RatebookValue, CaseIterable {
    /// Whole numbers of the smallest unit, with tables of exceptions.
    case stripe = "stripe"
    /// Decimal text; its own list of currencies, three of them without decimals.
    case paypal = "paypal"
    /// Whole numbers of the smallest unit; the third decimal is always 0.
    case razorpay = "razorpay"
    /// Whole numbers of the smallest unit.
    case square = "square"
}

/// What the money does.
public enum GatewayUse: String, RatebookValue, CaseIterable {
    /// A customer pays, or is paid back.
    case charge = "charge"
    /// The gateway pays out to a bank account.
    case payout = "payout"
}

/// An amount as a gateway counts it.
public struct GatewayAmount: RatebookValue {
    /// Whose.
    public var gateway: Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int
    /// The same amount with as many digits as the gateway has, for gateways that take decimal text.
    public var amount: Decimal

    public init(
        gateway: Gateway,
        currency: String,
        units: Int,
        amount: Decimal
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
        self.amount = amount
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var gateway: Gateway?
        var currency: String?
        var units: Int?
        var amount: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("gateway") { gateway = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let gateway else { throw reader.missing("gateway") }
        self.gateway = gateway
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let units else { throw reader.missing("units") }
        self.units = units
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("gateway")
        writer.write(gateway)
        writer.field("currency")
        writer.write(currency)
        writer.field("units")
        writer.write(units)
        writer.field("amount")
        writer.write(amount)
        writer.close()
    }
}

/// Units that a gateway reported.
public struct FromGatewayRequest: RatebookValue {
    /// Whose.
    public var gateway: Gateway
    /// The currency.
    public var currency: String
    /// The whole number of the gateway's units.
    public var units: Int

    public init(
        gateway: Gateway,
        currency: String,
        units: Int
    ) {
        self.gateway = gateway
        self.currency = currency
        self.units = units
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var gateway: Gateway?
        var currency: String?
        var units: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("gateway") { gateway = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let gateway else { throw reader.missing("gateway") }
        self.gateway = gateway
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let units else { throw reader.missing("units") }
        self.units = units
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("gateway")
        writer.write(gateway)
        writer.field("currency")
        writer.write(currency)
        writer.field("units")
        writer.write(units)
        writer.close()
    }
}

/// An amount to write.
public struct FormatRequest: RatebookValue {
    /// The amount.
    public var money: Money
    /// As whom to write it.
    public var locale: NumberLocale
    /// How many digits at least.
    public var digits: WrittenDigits
    /// How the currency is written.
    public var mark: CurrencyMark

    public init(
        money: Money,
        locale: NumberLocale,
        digits: WrittenDigits = .minorUnit,
        mark: CurrencyMark = .symbol
    ) {
        self.money = money
        self.locale = locale
        self.digits = digits
        self.mark = mark
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var money: Money?
        var locale: NumberLocale?
        var digits: WrittenDigits?
        var mark: CurrencyMark?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("money") { money = try reader.readIfAny() }
            else if reader.isAt("locale") { locale = try reader.readIfAny() }
            else if reader.isAt("digits") { digits = try reader.readIfAny() }
            else if reader.isAt("mark") { mark = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let money else { throw reader.missing("money") }
        self.money = money
        guard let locale else { throw reader.missing("locale") }
        self.locale = locale
        self.digits = digits ?? .minorUnit
        self.mark = mark ?? .symbol
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("money")
        writer.write(money)
        writer.field("locale")
        writer.write(locale)
        writer.field("digits")
        writer.write(digits)
        writer.field("mark")
        writer.write(mark)
        writer.close()
    }
}

/// A language and place, by its BCP 47 tag.
public enum NumberLocale: String, RatebookValue, CaseIterable {
    /// American English: $1,234,567.00
    case enUS = "en-US"
    /// Indian English: ₹12,34,567.00
    case enIN = "en-IN"
    /// Spanish: 1.234.567,00 €
    case es = "es"
    /// French: 1 234 567,00 €, with spaces at which no line breaks
    case fr = "fr"
    /// German: 1.234.567,00 €
    case de = "de"
}

/// How many digits are written at least; digits that are not zero are never dropped.
public enum WrittenDigits: String, RatebookValue, CaseIterable {
    /// Those of the minor unit.
    case minorUnit = "minor_unit"
    /// Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them.
    case display = "display"
}

/// How the currency is written.
public enum CurrencyMark: String, RatebookValue, CaseIterable {
    /// By the locale's symbol, such as $; by the code where it has none.
    case symbol = "symbol"
    /// By the three letters.
    case code = "code"
}

/// An amount as people wrote it.
public struct ParseRequest: RatebookValue {
    /// The text, with or without its currency.
    public var text: String
    /// As whom it was written.
    public var locale: NumberLocale
    /// In which currency.
    public var currency: String

    public init(
        text: String,
        locale: NumberLocale,
        currency: String
    ) {
        self.text = text
        self.locale = locale
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var text: String?
        var locale: NumberLocale?
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("text") { text = try reader.readIfAny() }
            else if reader.isAt("locale") { locale = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let text else { throw reader.missing("text") }
        self.text = text
        guard let locale else { throw reader.missing("locale") }
        self.locale = locale
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("text")
        writer.write(text)
        writer.field("locale")
        writer.write(locale)
        writer.field("currency")
        writer.write(currency)
        writer.close()
    }
}

/// A day.
public struct DayRequest: RatebookValue {
    /// The day.
    public var day: Day

    public init(
        day: Day
    ) {
        self.day = day
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.close()
    }
}

/// What is known of a day.
public struct DayFacts: RatebookValue {
    /// The day of the week.
    public var weekday: Weekday
    /// The year of the ISO week.
    public var isoYear: Int
    /// The ISO week.
    public var isoWeek: Int
    /// The day of the year, 1 January being 1.
    public var dayOfYear: Int
    /// Whether the year has a 29 February.
    public var leapYear: Bool
    /// How many days its month has.
    public var daysInMonth: Int

    public init(
        weekday: Weekday,
        isoYear: Int,
        isoWeek: Int,
        dayOfYear: Int,
        leapYear: Bool,
        daysInMonth: Int
    ) {
        self.weekday = weekday
        self.isoYear = isoYear
        self.isoWeek = isoWeek
        self.dayOfYear = dayOfYear
        self.leapYear = leapYear
        self.daysInMonth = daysInMonth
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var weekday: Weekday?
        var isoYear: Int?
        var isoWeek: Int?
        var dayOfYear: Int?
        var leapYear: Bool?
        var daysInMonth: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("weekday") { weekday = try reader.readIfAny() }
            else if reader.isAt("iso_year") { isoYear = try reader.readIfAny() }
            else if reader.isAt("iso_week") { isoWeek = try reader.readIfAny() }
            else if reader.isAt("day_of_year") { dayOfYear = try reader.readIfAny() }
            else if reader.isAt("leap_year") { leapYear = try reader.readIfAny() }
            else if reader.isAt("days_in_month") { daysInMonth = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let weekday else { throw reader.missing("weekday") }
        self.weekday = weekday
        guard let isoYear else { throw reader.missing("iso_year") }
        self.isoYear = isoYear
        guard let isoWeek else { throw reader.missing("iso_week") }
        self.isoWeek = isoWeek
        guard let dayOfYear else { throw reader.missing("day_of_year") }
        self.dayOfYear = dayOfYear
        guard let leapYear else { throw reader.missing("leap_year") }
        self.leapYear = leapYear
        guard let daysInMonth else { throw reader.missing("days_in_month") }
        self.daysInMonth = daysInMonth
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("weekday")
        writer.write(weekday)
        writer.field("iso_year")
        writer.write(isoYear)
        writer.field("iso_week")
        writer.write(isoWeek)
        writer.field("day_of_year")
        writer.write(dayOfYear)
        writer.field("leap_year")
        writer.write(leapYear)
        writer.field("days_in_month")
        writer.write(daysInMonth)
        writer.close()
    }
}

/// A day and a number of months.
public struct AddMonthsRequest: RatebookValue {
    /// The day.
    public var day: Day
    /// So many months later, or earlier when negative.
    public var months: Int

    public init(
        day: Day,
        months: Int
    ) {
        self.day = day
        self.months = months
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var months: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("months") { months = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let months else { throw reader.missing("months") }
        self.months = months
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.field("months")
        writer.write(months)
        writer.close()
    }
}

/// A birth date and a day.
public struct AgeRequest: RatebookValue {
    /// The birth date.
    public var bornOn: Day
    /// The day on which the age is wanted.
    public var on: Day

    public init(
        bornOn: Day,
        on: Day
    ) {
        self.bornOn = bornOn
        self.on = on
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var bornOn: Day?
        var on: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("born_on") { bornOn = try reader.readIfAny() }
            else if reader.isAt("on") { on = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let bornOn else { throw reader.missing("born_on") }
        self.bornOn = bornOn
        guard let on else { throw reader.missing("on") }
        self.on = on
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("born_on")
        writer.write(bornOn)
        writer.field("on")
        writer.write(on)
        writer.close()
    }
}

/// A wall time.
public struct ToInstantRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// The day.
    public var day: Day
    /// The time on the wall clock.
    public var time: String

    public init(
        zone: String,
        day: Day,
        time: String
    ) {
        self.zone = zone
        self.day = day
        self.time = time
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var day: Day?
        var time: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("time") { time = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let time else { throw reader.missing("time") }
        self.time = time
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("day")
        writer.write(day)
        writer.field("time")
        writer.write(time)
        writer.close()
    }
}

/// What a wall time stands for.
public struct WallTime: RatebookValue {
    /// Whether clocks show it once, never or twice.
    public var kind: WallKind
    /// The moment; later by the gap for a time that clocks skip, the first for one that they show twice.
    public var instant: Date
    /// The second moment of a time that clocks show twice.
    public var second: Date?

    public init(
        kind: WallKind,
        instant: Date,
        second: Date? = nil
    ) {
        self.kind = kind
        self.instant = instant
        self.second = second
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var kind: WallKind?
        var instant: Date?
        var second: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("instant") { instant = try reader.readIfAny() }
            else if reader.isAt("second") { second = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let instant else { throw reader.missing("instant") }
        self.instant = instant
        self.second = second
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("kind")
        writer.write(kind)
        writer.field("instant")
        writer.write(instant)
        if let second { writer.field("second"); writer.write(second) }
        writer.close()
    }
}

/// Whether clocks show a time once, never or twice.
public enum WallKind: String, RatebookValue, CaseIterable {
    /// Once.
    case once = "once"
    /// Never: clocks went forward over it.
    case never = "never"
    /// Twice: clocks went back over it.
    case twice = "twice"
}

/// A moment and a zone.
public struct ToLocalRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// The moment.
    public var instant: Date

    public init(
        zone: String,
        instant: Date
    ) {
        self.zone = zone
        self.instant = instant
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var instant: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("instant") { instant = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let instant else { throw reader.missing("instant") }
        self.instant = instant
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("instant")
        writer.write(instant)
        writer.close()
    }
}

/// What clocks show: a day and a time, without a zone.
public struct LocalTime: RatebookValue {
    /// The day.
    public var day: Day
    /// The time on the wall clock.
    public var time: String

    public init(
        day: Day,
        time: String
    ) {
        self.day = day
        self.time = time
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var time: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("time") { time = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let time else { throw reader.missing("time") }
        self.time = time
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.field("time")
        writer.write(time)
        writer.close()
    }
}

/// Days in a zone.
public struct DayLengthRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// The day.
    public var day: Day

    public init(
        zone: String,
        day: Day
    ) {
        self.zone = zone
        self.day = day
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var day: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let day else { throw reader.missing("day") }
        self.day = day
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("day")
        writer.write(day)
        writer.close()
    }
}

/// A stretch of time in a zone.
public struct ClockChangesRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// The stretch.
    public var span: Span

    public init(
        zone: String,
        span: Span
    ) {
        self.zone = zone
        self.span = span
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var span: Span?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("span") { span = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let span else { throw reader.missing("span") }
        self.span = span
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("span")
        writer.write(span)
        writer.close()
    }
}

/// Opening hours and days.
public struct OpenSpansRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The days.
    public var days: DayRange

    public init(
        zone: String,
        hours: OpeningHours,
        days: DayRange
    ) {
        self.zone = zone
        self.hours = hours
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var hours: OpeningHours?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let hours else { throw reader.missing("hours") }
        self.hours = hours
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("hours")
        writer.write(hours)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// Opening hours and a moment.
public struct IsOpenRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The moment.
    public var instant: Date

    public init(
        zone: String,
        hours: OpeningHours,
        instant: Date
    ) {
        self.zone = zone
        self.hours = hours
        self.instant = instant
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var hours: OpeningHours?
        var instant: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("instant") { instant = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let hours else { throw reader.missing("hours") }
        self.hours = hours
        guard let instant else { throw reader.missing("instant") }
        self.instant = instant
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("hours")
        writer.write(hours)
        writer.field("instant")
        writer.write(instant)
        writer.close()
    }
}

/// Opening hours and a stretch of time.
public struct OpenTimeRequest: RatebookValue {
    /// The zone.
    public var zone: String
    /// When it is open.
    public var hours: OpeningHours
    /// The stretch.
    public var span: Span

    public init(
        zone: String,
        hours: OpeningHours,
        span: Span
    ) {
        self.zone = zone
        self.hours = hours
        self.span = span
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var hours: OpeningHours?
        var span: Span?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("span") { span = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let hours else { throw reader.missing("hours") }
        self.hours = hours
        guard let span else { throw reader.missing("span") }
        self.span = span
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("hours")
        writer.write(hours)
        writer.field("span")
        writer.write(span)
        writer.close()
    }
}

/// A calendar, a day and a number of business days.
public struct AddBusinessDaysRequest: RatebookValue {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The day.
    public var day: Day
    /// So many business days later, or earlier when negative.
    public var days: Int

    public init(
        calendar: BusinessCalendar,
        day: Day,
        days: Int
    ) {
        self.calendar = calendar
        self.day = day
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: BusinessCalendar?
        var day: Day?
        var days: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let calendar else { throw reader.missing("calendar") }
        self.calendar = calendar
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("calendar")
        writer.write(calendar)
        writer.field("day")
        writer.write(day)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// Which days and hours count as business.
public struct BusinessCalendar: RatebookValue {
    /// Where its days begin.
    public var zone: String
    /// The days of the week off; Saturday and Sunday when not given.
    public var weekend: [Weekday]?
    /// Days off.
    public var holidays: [Day]
    /// Days off every year, such as `{"month": 12, "day": 25}`.
    public var yearlyHolidays: [MonthDay]
    /// The hours of business days; the whole day when not given.
    public var hours: OpeningHours?

    public init(
        zone: String,
        weekend: [Weekday]? = nil,
        holidays: [Day] = [],
        yearlyHolidays: [MonthDay] = [],
        hours: OpeningHours? = nil
    ) {
        self.zone = zone
        self.weekend = weekend
        self.holidays = holidays
        self.yearlyHolidays = yearlyHolidays
        self.hours = hours
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var weekend: [Weekday]?
        var holidays: [Day]?
        var yearlyHolidays: [MonthDay]?
        var hours: OpeningHours?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("weekend") { weekend = try reader.readIfAny() }
            else if reader.isAt("holidays") { holidays = try reader.readIfAny() }
            else if reader.isAt("yearly_holidays") { yearlyHolidays = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        self.weekend = weekend
        self.holidays = holidays ?? []
        self.yearlyHolidays = yearlyHolidays ?? []
        self.hours = hours
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        if let weekend { writer.field("weekend"); writer.write(weekend) }
        if !holidays.isEmpty { writer.field("holidays"); writer.write(holidays) }
        if !yearlyHolidays.isEmpty { writer.field("yearly_holidays"); writer.write(yearlyHolidays) }
        if let hours { writer.field("hours"); writer.write(hours) }
        writer.close()
    }
}

/// A calendar and days.
public struct BusinessDaysRequest: RatebookValue {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The days, both ends included.
    public var days: DayRange

    public init(
        calendar: BusinessCalendar,
        days: DayRange
    ) {
        self.calendar = calendar
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: BusinessCalendar?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let calendar else { throw reader.missing("calendar") }
        self.calendar = calendar
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("calendar")
        writer.write(calendar)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// A calendar, a moment and a length of business time.
public struct AddBusinessTimeRequest: RatebookValue {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The moment.
    public var start: Date
    /// So many seconds of business time.
    public var seconds: Int

    public init(
        calendar: BusinessCalendar,
        start: Date,
        seconds: Int
    ) {
        self.calendar = calendar
        self.start = start
        self.seconds = seconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: BusinessCalendar?
        var start: Date?
        var seconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("seconds") { seconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let calendar else { throw reader.missing("calendar") }
        self.calendar = calendar
        guard let start else { throw reader.missing("start") }
        self.start = start
        guard let seconds else { throw reader.missing("seconds") }
        self.seconds = seconds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("calendar")
        writer.write(calendar)
        writer.field("start")
        writer.write(start)
        writer.field("seconds")
        writer.write(seconds)
        writer.close()
    }
}

/// A calendar and a stretch of time.
public struct BusinessTimeRequest: RatebookValue {
    /// The calendar.
    public var calendar: BusinessCalendar
    /// The stretch.
    public var span: Span

    public init(
        calendar: BusinessCalendar,
        span: Span
    ) {
        self.calendar = calendar
        self.span = span
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: BusinessCalendar?
        var span: Span?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("span") { span = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let calendar else { throw reader.missing("calendar") }
        self.calendar = calendar
        guard let span else { throw reader.missing("span") }
        self.span = span
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("calendar")
        writer.write(calendar)
        writer.field("span")
        writer.write(span)
        writer.close()
    }
}

/// An interval, its anchor and how many periods are wanted.
public struct PeriodsRequest: RatebookValue {
    /// How often.
    public var interval: Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The number of the first period that is wanted.
    public var first: Int
    /// How many periods.
    public var count: Int

    public init(
        interval: Interval,
        anchor: Day,
        first: Int,
        count: Int
    ) {
        self.interval = interval
        self.anchor = anchor
        self.first = first
        self.count = count
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var interval: Interval?
        var anchor: Day?
        var first: Int?
        var count: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("interval") { interval = try reader.readIfAny() }
            else if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("count") { count = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let interval else { throw reader.missing("interval") }
        self.interval = interval
        guard let anchor else { throw reader.missing("anchor") }
        self.anchor = anchor
        guard let first else { throw reader.missing("first") }
        self.first = first
        guard let count else { throw reader.missing("count") }
        self.count = count
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("interval")
        writer.write(interval)
        writer.field("anchor")
        writer.write(anchor)
        writer.field("first")
        writer.write(first)
        writer.field("count")
        writer.write(count)
        writer.close()
    }
}

/// An interval, its anchor and a day.
public struct PeriodOfRequest: RatebookValue {
    /// How often.
    public var interval: Interval
    /// The first day of period 0.
    public var anchor: Day
    /// The day whose period is wanted.
    public var day: Day

    public init(
        interval: Interval,
        anchor: Day,
        day: Day
    ) {
        self.interval = interval
        self.anchor = anchor
        self.day = day
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var interval: Interval?
        var anchor: Day?
        var day: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("interval") { interval = try reader.readIfAny() }
            else if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let interval else { throw reader.missing("interval") }
        self.interval = interval
        guard let anchor else { throw reader.missing("anchor") }
        self.anchor = anchor
        guard let day else { throw reader.missing("day") }
        self.day = day
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("interval")
        writer.write(interval)
        writer.field("anchor")
        writer.write(anchor)
        writer.field("day")
        writer.write(day)
        writer.close()
    }
}

/// A billing period.
public struct NumberedPeriod: RatebookValue {
    /// Its number, 0 being the one that begins on the anchor.
    public var number: Int
    /// Its days.
    public var days: DayRange

    public init(
        number: Int,
        days: DayRange
    ) {
        self.number = number
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var number: Int?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("number") { number = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let number else { throw reader.missing("number") }
        self.number = number
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("number")
        writer.write(number)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// A recurrence, and which of its occurrences are asked for.
public struct OccurrencesRequest: RatebookValue {
    /// The zone whose clocks it goes by.
    public var zone: String
    /// When it recurs.
    public var recurrence: Recurrence
    /// The stretch that is asked for; all when not given.
    public var within: Span?
    /// How many occurrences are answered at most.
    public var limit: Int?

    public init(
        zone: String,
        recurrence: Recurrence,
        within: Span? = nil,
        limit: Int? = nil
    ) {
        self.zone = zone
        self.recurrence = recurrence
        self.within = within
        self.limit = limit
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var recurrence: Recurrence?
        var within: Span?
        var limit: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("recurrence") { recurrence = try reader.readIfAny() }
            else if reader.isAt("within") { within = try reader.readIfAny() }
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let recurrence else { throw reader.missing("recurrence") }
        self.recurrence = recurrence
        self.within = within
        self.limit = limit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        writer.field("recurrence")
        writer.write(recurrence)
        if let within { writer.field("within"); writer.write(within) }
        if let limit { writer.field("limit"); writer.write(limit) }
        writer.close()
    }
}

/// When something recurs. Without a rule it occurs at its start and at the times added.
public struct Recurrence: RatebookValue {
    /// When it first may occur; what the rule leaves open, such as the time of day, is taken from here.
    public var start: LocalTime
    /// The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
    public var rule: String?
    /// Times at which it does not occur.
    public var excluded: [LocalTime]
    /// Days on which it does not occur.
    public var excludedDays: [Day]
    /// Times at which it occurs besides.
    public var added: [LocalTime]

    public init(
        start: LocalTime,
        rule: String? = nil,
        excluded: [LocalTime] = [],
        excludedDays: [Day] = [],
        added: [LocalTime] = []
    ) {
        self.start = start
        self.rule = rule
        self.excluded = excluded
        self.excludedDays = excludedDays
        self.added = added
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var start: LocalTime?
        var rule: String?
        var excluded: [LocalTime]?
        var excludedDays: [Day]?
        var added: [LocalTime]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("excluded") { excluded = try reader.readIfAny() }
            else if reader.isAt("excluded_days") { excludedDays = try reader.readIfAny() }
            else if reader.isAt("added") { added = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let start else { throw reader.missing("start") }
        self.start = start
        self.rule = rule
        self.excluded = excluded ?? []
        self.excludedDays = excludedDays ?? []
        self.added = added ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("start")
        writer.write(start)
        if let rule { writer.field("rule"); writer.write(rule) }
        if !excluded.isEmpty { writer.field("excluded"); writer.write(excluded) }
        if !excludedDays.isEmpty { writer.field("excluded_days"); writer.write(excludedDays) }
        if !added.isEmpty { writer.field("added"); writer.write(added) }
        writer.close()
    }
}

/// One occurrence: a moment, and what clocks show then.
public struct Occurrence: RatebookValue {
    /// The moment.
    public var instant: Date
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show; later by the gap where clocks skip the one meant.
    public var time: String

    public init(
        instant: Date,
        day: Day,
        time: String
    ) {
        self.instant = instant
        self.day = day
        self.time = time
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instant: Date?
        var day: Day?
        var time: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instant") { instant = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("time") { time = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let instant else { throw reader.missing("instant") }
        self.instant = instant
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let time else { throw reader.missing("time") }
        self.time = time
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("instant")
        writer.write(instant)
        writer.field("day")
        writer.write(day)
        writer.field("time")
        writer.write(time)
        writer.close()
    }
}

/// The machines that come with the engine are asked for.
public struct MachinesRequest: RatebookValue {
    /// Only the one of that name; all when not given.
    public var name: String?

    public init(
        name: String? = nil
    ) {
        self.name = name
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.name = name
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let name { writer.field("name"); writer.write(name) }
        writer.close()
    }
}

/// Among whom, and by which rule?
public struct ChooseRequest: RatebookValue {
    /// Everybody, in the order of turns.
    public var candidates: [Candidate]
    /// By which rule.
    public var strategy: AssignmentStrategy
    /// What is needed.
    public var skills: [String]
    /// Where it is.
    public var area: String?

    public init(
        candidates: [Candidate],
        strategy: AssignmentStrategy,
        skills: [String] = [],
        area: String? = nil
    ) {
        self.candidates = candidates
        self.strategy = strategy
        self.skills = skills
        self.area = area
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var candidates: [Candidate]?
        var strategy: AssignmentStrategy?
        var skills: [String]?
        var area: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("candidates") { candidates = try reader.readIfAny() }
            else if reader.isAt("strategy") { strategy = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("area") { area = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let candidates else { throw reader.missing("candidates") }
        self.candidates = candidates
        guard let strategy else { throw reader.missing("strategy") }
        self.strategy = strategy
        self.skills = skills ?? []
        self.area = area
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("candidates")
        writer.write(candidates)
        writer.field("strategy")
        writer.write(strategy)
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if let area { writer.field("area"); writer.write(area) }
        writer.close()
    }
}

/// Somebody who may take it.
public struct Candidate: RatebookValue {
    /// Who.
    public var id: String
    /// What they can do.
    public var skills: [String]
    /// Where they work; everywhere when empty.
    public var areas: [String]
    /// Whether they are offline, absent or not free.
    public var absent: Bool
    /// How much they have to do: minutes, tickets, leads.
    public var load: Int
    /// How much they can do; load is measured by it.
    public var capacity: Int
    /// When they got something last.
    public var lastAssignedAt: Date?
    /// Among equals the higher one is chosen.
    public var priority: Int

    public init(
        id: String,
        skills: [String] = [],
        areas: [String] = [],
        absent: Bool = false,
        load: Int = 0,
        capacity: Int = 1,
        lastAssignedAt: Date? = nil,
        priority: Int = 0
    ) {
        self.id = id
        self.skills = skills
        self.areas = areas
        self.absent = absent
        self.load = load
        self.capacity = capacity
        self.lastAssignedAt = lastAssignedAt
        self.priority = priority
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var skills: [String]?
        var areas: [String]?
        var absent: Bool?
        var load: Int?
        var capacity: Int?
        var lastAssignedAt: Date?
        var priority: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("areas") { areas = try reader.readIfAny() }
            else if reader.isAt("absent") { absent = try reader.readIfAny() }
            else if reader.isAt("load") { load = try reader.readIfAny() }
            else if reader.isAt("capacity") { capacity = try reader.readIfAny() }
            else if reader.isAt("last_assigned_at") { lastAssignedAt = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        self.skills = skills ?? []
        self.areas = areas ?? []
        self.absent = absent ?? false
        self.load = load ?? 0
        self.capacity = capacity ?? 1
        self.lastAssignedAt = lastAssignedAt
        self.priority = priority ?? 0
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if !areas.isEmpty { writer.field("areas"); writer.write(areas) }
        if absent { writer.field("absent"); writer.write(absent) }
        writer.field("load")
        writer.write(load)
        writer.field("capacity")
        writer.write(capacity)
        if let lastAssignedAt { writer.field("last_assigned_at"); writer.write(lastAssignedAt) }
        writer.field("priority")
        writer.write(priority)
        writer.close()
    }
}

/// The rule by which somebody is chosen.
public enum AssignmentStrategy: RatebookValue {
    /// In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins.
    case roundRobin(RoundRobinTurn)
    /// The lowest load for their capacity; of equals who has waited longest.
    case leastLoaded
    /// Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
    /// the least loaded.
    case bestSkill
    /// That one or nobody.
    case named(String)

    public init(from reader: inout WireReader) throws(WireFault) {
        if reader.isAtText() {
            switch try reader.text() {
            case "least_loaded": self = .leastLoaded
            case "best_skill": self = .bestSkill
            default: throw reader.unknownField()
            }
            return
        }
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("round_robin") { self = .roundRobin(try reader.read()) }
        else if reader.isAt("named") { self = .named(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .roundRobin(let held):
            writer.open()
            writer.field("round_robin")
            writer.write(held)
            writer.close()
        case .leastLoaded: writer.write("least_loaded")
        case .bestSkill: writer.write("best_skill")
        case .named(let held):
            writer.open()
            writer.field("named")
            writer.write(held)
            writer.close()
        }
    }
}

/// Whose turn it was.
public struct RoundRobinTurn: RatebookValue {
    /// Who got the last one; nobody yet when not given.
    public var after: String?

    public init(
        after: String? = nil
    ) {
        self.after = after
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var after: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("after") { after = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.after = after
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let after { writer.field("after"); writer.write(after) }
        writer.close()
    }
}

/// Who takes it.
public struct AssignmentChoice: RatebookValue {
    /// Who; nobody when it has to wait.
    public var id: String?
    /// Everybody who could take it, the chosen one first.
    public var ranking: [String]
    /// Everybody who could not, and why.
    public var leftOut: [LeftOut]
    /// Whether nobody had every skill, and it went by load.
    public var byLoadInstead: Bool

    public init(
        id: String? = nil,
        ranking: [String],
        leftOut: [LeftOut],
        byLoadInstead: Bool
    ) {
        self.id = id
        self.ranking = ranking
        self.leftOut = leftOut
        self.byLoadInstead = byLoadInstead
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var ranking: [String]?
        var leftOut: [LeftOut]?
        var byLoadInstead: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("ranking") { ranking = try reader.readIfAny() }
            else if reader.isAt("left_out") { leftOut = try reader.readIfAny() }
            else if reader.isAt("by_load_instead") { byLoadInstead = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.id = id
        guard let ranking else { throw reader.missing("ranking") }
        self.ranking = ranking
        guard let leftOut else { throw reader.missing("left_out") }
        self.leftOut = leftOut
        guard let byLoadInstead else { throw reader.missing("by_load_instead") }
        self.byLoadInstead = byLoadInstead
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let id { writer.field("id"); writer.write(id) }
        writer.field("ranking")
        writer.write(ranking)
        writer.field("left_out")
        writer.write(leftOut)
        writer.field("by_load_instead")
        writer.write(byLoadInstead)
        writer.close()
    }
}

/// Somebody who could not take it.
public struct LeftOut: RatebookValue {
    /// Who.
    public var id: String
    /// Why.
    public var why: LeftOutWhy

    public init(
        id: String,
        why: LeftOutWhy
    ) {
        self.id = id
        self.why = why
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var why: LeftOutWhy?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("why") { why = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let why else { throw reader.missing("why") }
        self.why = why
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("why")
        writer.write(why)
        writer.close()
    }
}

/// Why somebody could not take it.
public enum LeftOutWhy: String, RatebookValue, CaseIterable {
    /// Offline, absent or not free.
    case absent = "absent"
    /// Without a skill that is needed.
    case skill = "skill"
    /// They work elsewhere.
    case area = "area"
    /// Somebody else was named.
    case notNamed = "not_named"
}

/// A new list.
public struct CreateListRequest: RatebookValue {
    /// The list; it becomes a draft.
    public var list: RateListDefinition
    /// The codes that the tenant's lists have.
    public var takenCodes: [String]
    /// The day of creation, by which a code is numbered.
    public var createdOn: Day
    /// What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier.
    public var codePrefix: String

    public init(
        list: RateListDefinition,
        takenCodes: [String] = [],
        createdOn: Day,
        codePrefix: String = "RL"
    ) {
        self.list = list
        self.takenCodes = takenCodes
        self.createdOn = createdOn
        self.codePrefix = codePrefix
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var takenCodes: [String]?
        var createdOn: Day?
        var codePrefix: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("taken_codes") { takenCodes = try reader.readIfAny() }
            else if reader.isAt("created_on") { createdOn = try reader.readIfAny() }
            else if reader.isAt("code_prefix") { codePrefix = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        self.takenCodes = takenCodes ?? []
        guard let createdOn else { throw reader.missing("created_on") }
        self.createdOn = createdOn
        self.codePrefix = codePrefix ?? "RL"
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        if !takenCodes.isEmpty { writer.field("taken_codes"); writer.write(takenCodes) }
        writer.field("created_on")
        writer.write(createdOn)
        writer.field("code_prefix")
        writer.write(codePrefix)
        writer.close()
    }
}

/// A list that is to be published.
public struct PublishRequest: RatebookValue {
    /// The draft.
    public var list: RateListDefinition
    /// The tenant's other lists; the former version of this one among them.
    public var others: [RateListDefinition]
    /// From which day on it answers in place of its former version; from its first valid day when not given.
    public var effectiveOn: Day?

    public init(
        list: RateListDefinition,
        others: [RateListDefinition] = [],
        effectiveOn: Day? = nil
    ) {
        self.list = list
        self.others = others
        self.effectiveOn = effectiveOn
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var others: [RateListDefinition]?
        var effectiveOn: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("others") { others = try reader.readIfAny() }
            else if reader.isAt("effective_on") { effectiveOn = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        self.others = others ?? []
        self.effectiveOn = effectiveOn
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        if !others.isEmpty { writer.field("others"); writer.write(others) }
        if let effectiveOn { writer.field("effective_on"); writer.write(effectiveOn) }
        writer.close()
    }
}

/// A list as published, and its former version as it now ends.
public struct Published: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// The former versions that it supersedes.
    public var superseded: [RateListDefinition]

    public init(
        list: RateListDefinition,
        superseded: [RateListDefinition]
    ) {
        self.list = list
        self.superseded = superseded
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var superseded: [RateListDefinition]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("superseded") { superseded = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let superseded else { throw reader.missing("superseded") }
        self.superseded = superseded
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("superseded")
        writer.write(superseded)
        writer.close()
    }
}

/// A list that is to become a draft again.
public struct UnpublishRequest: RatebookValue {
    /// The published list.
    public var list: RateListDefinition
    /// How many live quotes and bookings refer to it.
    public var references: Int

    public init(
        list: RateListDefinition,
        references: Int
    ) {
        self.list = list
        self.references = references
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var references: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("references") { references = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let references else { throw reader.missing("references") }
        self.references = references
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("references")
        writer.write(references)
        writer.close()
    }
}

/// A list by itself.
public struct ListRequest: RatebookValue {
    /// The list.
    public var list: RateListDefinition

    public init(
        list: RateListDefinition
    ) {
        self.list = list
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.close()
    }
}

/// A list that is to be changed.
public struct EditRequest: RatebookValue {
    /// The list as it is.
    public var list: RateListDefinition
    /// The list as it is to be.
    public var changed: RateListDefinition

    public init(
        list: RateListDefinition,
        changed: RateListDefinition
    ) {
        self.list = list
        self.changed = changed
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var changed: RateListDefinition?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("changed") { changed = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let changed else { throw reader.missing("changed") }
        self.changed = changed
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("changed")
        writer.write(changed)
        writer.close()
    }
}

/// A list that is to be cloned.
public struct CloneRequest: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// The id of the clone.
    public var id: String?

    public init(
        list: RateListDefinition,
        id: String? = nil
    ) {
        self.list = list
        self.id = id
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var id: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        self.id = id
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        if let id { writer.field("id"); writer.write(id) }
        writer.close()
    }
}

/// A blackout to be added. Selling is stopped at once: published lists take it too.
public struct AddBlackoutRequest: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// The days, all of them or by day of the week.
    public var blackout: Blackout
    /// Bookings that may be touched by it.
    public var bookings: [BookedStay]

    public init(
        list: RateListDefinition,
        blackout: Blackout,
        bookings: [BookedStay] = []
    ) {
        self.list = list
        self.blackout = blackout
        self.bookings = bookings
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var blackout: Blackout?
        var bookings: [BookedStay]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("blackout") { blackout = try reader.readIfAny() }
            else if reader.isAt("bookings") { bookings = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let blackout else { throw reader.missing("blackout") }
        self.blackout = blackout
        self.bookings = bookings ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("blackout")
        writer.write(blackout)
        if !bookings.isEmpty { writer.field("bookings"); writer.write(bookings) }
        writer.close()
    }
}

/// A stay that is booked already.
public struct BookedStay: RatebookValue {
    /// What the booking is known by.
    public var number: String
    /// The day of arrival.
    public var checkIn: Day
    /// The day of departure.
    public var checkOut: Day

    public init(
        number: String,
        checkIn: Day,
        checkOut: Day
    ) {
        self.number = number
        self.checkIn = checkIn
        self.checkOut = checkOut
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var number: String?
        var checkIn: Day?
        var checkOut: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("number") { number = try reader.readIfAny() }
            else if reader.isAt("check_in") { checkIn = try reader.readIfAny() }
            else if reader.isAt("check_out") { checkOut = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let number else { throw reader.missing("number") }
        self.number = number
        guard let checkIn else { throw reader.missing("check_in") }
        self.checkIn = checkIn
        guard let checkOut else { throw reader.missing("check_out") }
        self.checkOut = checkOut
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("number")
        writer.write(number)
        writer.field("check_in")
        writer.write(checkIn)
        writer.field("check_out")
        writer.write(checkOut)
        writer.close()
    }
}

/// A list with its new blackout, and the bookings that lie in it.
public struct BlackoutAdded: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// Bookings with a night in the blackout.
    public var touched: [BookedStay]

    public init(
        list: RateListDefinition,
        touched: [BookedStay]
    ) {
        self.list = list
        self.touched = touched
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var touched: [BookedStay]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("touched") { touched = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let touched else { throw reader.missing("touched") }
        self.touched = touched
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("touched")
        writer.write(touched)
        writer.close()
    }
}

/// Days that are to be sold again.
public struct RemoveBlackoutRequest: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// The days; blackouts that reach beyond them keep the rest.
    public var days: DayRange

    public init(
        list: RateListDefinition,
        days: DayRange
    ) {
        self.list = list
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// A file to be read.
public struct ImportRequest: RatebookValue {
    /// The text of a CSV file.
    public var text: String?
    /// The bytes of a file in Base64, for XLSX and encodings other than UTF-8.
    public var contentBase64: String?
    /// How the file is written.
    public var style: FileStyle?
    /// What happens when a row is at fault.
    public var onFault: OnFault

    public init(
        text: String? = nil,
        contentBase64: String? = nil,
        style: FileStyle? = nil,
        onFault: OnFault = .importNothing
    ) {
        self.text = text
        self.contentBase64 = contentBase64
        self.style = style
        self.onFault = onFault
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var text: String?
        var contentBase64: String?
        var style: FileStyle?
        var onFault: OnFault?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("text") { text = try reader.readIfAny() }
            else if reader.isAt("content_base64") { contentBase64 = try reader.readIfAny() }
            else if reader.isAt("style") { style = try reader.readIfAny() }
            else if reader.isAt("on_fault") { onFault = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.text = text
        self.contentBase64 = contentBase64
        self.style = style
        self.onFault = onFault ?? .importNothing
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let text { writer.field("text"); writer.write(text) }
        if let contentBase64 { writer.field("content_base64"); writer.write(contentBase64) }
        if let style { writer.field("style"); writer.write(style) }
        writer.field("on_fault")
        writer.write(onFault)
        writer.close()
    }
}

/// How a file is written.
public struct FileStyle: RatebookValue {
    /// The kind of file.
    public var format: FileFormat
    /// The encoding of a CSV file.
    public var encoding: Encoding
    /// What separates the columns of a CSV file: `,`, `;` or a tab.
    public var delimiter: String
    /// Whether amounts have a decimal comma: 124,50.
    public var decimalComma: Bool

    public init(
        format: FileFormat = .csv,
        encoding: Encoding = .utf8,
        delimiter: String = ",",
        decimalComma: Bool = false
    ) {
        self.format = format
        self.encoding = encoding
        self.delimiter = delimiter
        self.decimalComma = decimalComma
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var format: FileFormat?
        var encoding: Encoding?
        var delimiter: String?
        var decimalComma: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("format") { format = try reader.readIfAny() }
            else if reader.isAt("encoding") { encoding = try reader.readIfAny() }
            else if reader.isAt("delimiter") { delimiter = try reader.readIfAny() }
            else if reader.isAt("decimal_comma") { decimalComma = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.format = format ?? .csv
        self.encoding = encoding ?? .utf8
        self.delimiter = delimiter ?? ","
        self.decimalComma = decimalComma ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("format")
        writer.write(format)
        writer.field("encoding")
        writer.write(encoding)
        writer.field("delimiter")
        writer.write(delimiter)
        if decimalComma { writer.field("decimal_comma"); writer.write(decimalComma) }
        writer.close()
    }
}

/// The kind of file.
public enum FileFormat: String, RatebookValue, CaseIterable {
    /// Comma-separated values.
    case csv = "csv"
    /// A workbook; the first sheet counts.
    case xlsx = "xlsx"
}

/// How text is written in bytes. It is declared, never guessed.
public enum Encoding: String, RatebookValue, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16 as its byte order mark says.
    case utf16 = "utf-16"
    /// Western European, as older spreadsheets write it.
    case windows1252 = "windows-1252"
}

/// What happens when a row is at fault.
public enum OnFault: String, RatebookValue, CaseIterable {
    /// Nothing is imported.
    case importNothing = "import_nothing"
    /// Lists with faults are left out.
    case skipBad = "skip_bad"
}

/// What came out of a file.
public struct Imported: RatebookValue {
    /// The lists, in the order of the file.
    public var lists: [RateListDefinition]
    /// Every fault, by row and column.
    public var faults: [RowFault]
    /// How many rows were read.
    public var rows: Int

    public init(
        lists: [RateListDefinition],
        faults: [RowFault],
        rows: Int
    ) {
        self.lists = lists
        self.faults = faults
        self.rows = rows
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var lists: [RateListDefinition]?
        var faults: [RowFault]?
        var rows: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("lists") { lists = try reader.readIfAny() }
            else if reader.isAt("faults") { faults = try reader.readIfAny() }
            else if reader.isAt("rows") { rows = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let lists else { throw reader.missing("lists") }
        self.lists = lists
        guard let faults else { throw reader.missing("faults") }
        self.faults = faults
        guard let rows else { throw reader.missing("rows") }
        self.rows = rows
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("lists")
        writer.write(lists)
        writer.field("faults")
        writer.write(faults)
        writer.field("rows")
        writer.write(rows)
        writer.close()
    }
}

/// A fault in a file.
public struct RowFault: RatebookValue {
    /// The row as a spreadsheet counts it, the header being 1.
    public var row: Int
    /// The column's name.
    public var column: String
    /// The code of the fault.
    public var code: Code
    /// What was expected.
    public var message: String

    public init(
        row: Int,
        column: String,
        code: Code,
        message: String
    ) {
        self.row = row
        self.column = column
        self.code = code
        self.message = message
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var row: Int?
        var column: String?
        var code: Code?
        var message: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("row") { row = try reader.readIfAny() }
            else if reader.isAt("column") { column = try reader.readIfAny() }
            else if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let row else { throw reader.missing("row") }
        self.row = row
        guard let column else { throw reader.missing("column") }
        self.column = column
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let message else { throw reader.missing("message") }
        self.message = message
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("row")
        writer.write(row)
        writer.field("column")
        writer.write(column)
        writer.field("code")
        writer.write(code)
        writer.field("message")
        writer.write(message)
        writer.close()
    }
}

/// A dearer plan for some hours.
public struct BoostRequest: RatebookValue {
    /// The currency of every amount.
    public var currency: String
    /// The monthly price of the plan as it is.
    public var currentPrice: Decimal
    /// The monthly price of the plan for the boost.
    public var boostedPrice: Decimal
    /// When the boost begins.
    public var start: Date
    /// How many hours it lasts.
    public var hours: Int
    /// The zone whose month counts.
    public var zone: String
    /// Never less than this.
    public var minimumCharge: Decimal?
    /// The shortest boost.
    public var minHours: Int
    /// The longest boost.
    public var maxHours: Int
    /// Where a half goes.
    public var rounding: RoundingMode

    public init(
        currency: String,
        currentPrice: Decimal,
        boostedPrice: Decimal,
        start: Date,
        hours: Int,
        zone: String,
        minimumCharge: Decimal? = nil,
        minHours: Int = 1,
        maxHours: Int = 720,
        rounding: RoundingMode = .halfUp
    ) {
        self.currency = currency
        self.currentPrice = currentPrice
        self.boostedPrice = boostedPrice
        self.start = start
        self.hours = hours
        self.zone = zone
        self.minimumCharge = minimumCharge
        self.minHours = minHours
        self.maxHours = maxHours
        self.rounding = rounding
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        var currentPrice: Decimal?
        var boostedPrice: Decimal?
        var start: Date?
        var hours: Int?
        var zone: String?
        var minimumCharge: Decimal?
        var minHours: Int?
        var maxHours: Int?
        var rounding: RoundingMode?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("current_price") { currentPrice = try reader.readIfAny() }
            else if reader.isAt("boosted_price") { boostedPrice = try reader.readIfAny() }
            else if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("minimum_charge") { minimumCharge = try reader.readIfAny() }
            else if reader.isAt("min_hours") { minHours = try reader.readIfAny() }
            else if reader.isAt("max_hours") { maxHours = try reader.readIfAny() }
            else if reader.isAt("rounding") { rounding = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let currentPrice else { throw reader.missing("current_price") }
        self.currentPrice = currentPrice
        guard let boostedPrice else { throw reader.missing("boosted_price") }
        self.boostedPrice = boostedPrice
        guard let start else { throw reader.missing("start") }
        self.start = start
        guard let hours else { throw reader.missing("hours") }
        self.hours = hours
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        self.minimumCharge = minimumCharge
        self.minHours = minHours ?? 1
        self.maxHours = maxHours ?? 720
        self.rounding = rounding ?? .halfUp
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.field("current_price")
        writer.write(currentPrice)
        writer.field("boosted_price")
        writer.write(boostedPrice)
        writer.field("start")
        writer.write(start)
        writer.field("hours")
        writer.write(hours)
        writer.field("zone")
        writer.write(zone)
        if let minimumCharge { writer.field("minimum_charge"); writer.write(minimumCharge) }
        writer.field("min_hours")
        writer.write(minHours)
        writer.field("max_hours")
        writer.write(maxHours)
        writer.field("rounding")
        writer.write(rounding)
        writer.close()
    }
}

/// What a boost costs, and when it ends.
public struct Boost: RatebookValue {
    /// The price.
    public var price: Money
    /// The end: the start and so many hours of elapsed time, clock changes or not.
    public var end: Date
    /// How many seconds the month of the start has in the zone.
    public var monthSeconds: Int

    public init(
        price: Money,
        end: Date,
        monthSeconds: Int
    ) {
        self.price = price
        self.end = end
        self.monthSeconds = monthSeconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var price: Money?
        var end: Date?
        var monthSeconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("end") { end = try reader.readIfAny() }
            else if reader.isAt("month_seconds") { monthSeconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let price else { throw reader.missing("price") }
        self.price = price
        guard let end else { throw reader.missing("end") }
        self.end = end
        guard let monthSeconds else { throw reader.missing("month_seconds") }
        self.monthSeconds = monthSeconds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("price")
        writer.write(price)
        writer.field("end")
        writer.write(end)
        writer.field("month_seconds")
        writer.write(monthSeconds)
        writer.close()
    }
}

/// Where something is sold, by whom and when.
public struct TaxesForRequest: RatebookValue {
    /// The seller's place, its category and, where wanted, its own tables.
    public var region: TaxRegion
    /// Where it is taxed; the seller's place when not given.
    public var placeOfSupply: String?
    /// The buyer's tax id as a business.
    public var businessTaxId: String?
    /// The day of supply.
    public var on: Day

    public init(
        region: TaxRegion,
        placeOfSupply: String? = nil,
        businessTaxId: String? = nil,
        on: Day
    ) {
        self.region = region
        self.placeOfSupply = placeOfSupply
        self.businessTaxId = businessTaxId
        self.on = on
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var region: TaxRegion?
        var placeOfSupply: String?
        var businessTaxId: String?
        var on: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("region") { region = try reader.readIfAny() }
            else if reader.isAt("place_of_supply") { placeOfSupply = try reader.readIfAny() }
            else if reader.isAt("business_tax_id") { businessTaxId = try reader.readIfAny() }
            else if reader.isAt("on") { on = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let region else { throw reader.missing("region") }
        self.region = region
        self.placeOfSupply = placeOfSupply
        self.businessTaxId = businessTaxId
        guard let on else { throw reader.missing("on") }
        self.on = on
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("region")
        writer.write(region)
        if let placeOfSupply { writer.field("place_of_supply"); writer.write(placeOfSupply) }
        if let businessTaxId { writer.field("business_tax_id"); writer.write(businessTaxId) }
        writer.field("on")
        writer.write(on)
        writer.close()
    }
}

/// Which blackout days are wanted.
public struct BlackoutDaysRequest: RatebookValue {
    /// The list.
    public var list: RateListDefinition
    /// Only these days; those of the list's validity when not given.
    public var within: DayRange?

    public init(
        list: RateListDefinition,
        within: DayRange? = nil
    ) {
        self.list = list
        self.within = within
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        var within: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("within") { within = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        self.within = within
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        if let within { writer.field("within"); writer.write(within) }
        writer.close()
    }
}

/// A day that is not sold.
public struct BlackoutDay: RatebookValue {
    /// The day.
    public var day: Day
    /// Why.
    public var reason: String?

    public init(
        day: Day,
        reason: String? = nil
    ) {
        self.day = day
        self.reason = reason
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var reason: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        self.reason = reason
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        if let reason { writer.field("reason"); writer.write(reason) }
        writer.close()
    }
}

/// What is to be priced: the days or hours, the party, and what was chosen.
///
/// A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
public struct PriceRequest: RatebookValue {
    /// The day of arrival.
    public var checkIn: Day?
    /// The day of departure; its night is not priced.
    public var checkOut: Day?
    /// The first day of a service.
    public var first: Day?
    /// The last day of a service, included; the first one when not given.
    public var last: Day?
    /// The beginning of a span of hours.
    public var start: Date?
    /// The end of a span of hours, excluded.
    public var end: Date?
    /// How many adults in each room or unit.
    public var adults: Int
    /// The ages of the children in each room or unit, on the day of arrival.
    public var children: [Int]
    /// Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
    public var birthDates: [Day]
    /// How many rooms or units.
    public var quantity: Int
    /// The day of booking, which lead times and windows look at; the day of `as_of` when not given.
    public var bookedOn: Day?
    /// The moment as of which is priced.
    public var asOf: Date?
    /// Optional supplements by code, and how many of each.
    public var supplements: [String: Int]
    /// Promotion codes that the guest gave.
    public var promoCodes: [String]
    /// How often a promotion code has been used so far.
    public var promoUses: [String: Int]
    /// What is known of the guest, for expressions: `member`, `resident`…
    public var tags: [String]
    /// Through which channel the request comes, for expressions.
    public var channel: String?
    /// Where the service is taxed, such as `IN-MH`; the seller's place when not given.
    public var placeOfSupply: String?
    /// The guest's tax id as a business, for reverse charge.
    public var businessTaxId: String?
    /// Whether a draft is priced too.
    public var preview: Bool

    public init(
        checkIn: Day? = nil,
        checkOut: Day? = nil,
        first: Day? = nil,
        last: Day? = nil,
        start: Date? = nil,
        end: Date? = nil,
        adults: Int = 0,
        children: [Int] = [],
        birthDates: [Day] = [],
        quantity: Int = 1,
        bookedOn: Day? = nil,
        asOf: Date? = nil,
        supplements: [String: Int] = [:],
        promoCodes: [String] = [],
        promoUses: [String: Int] = [:],
        tags: [String] = [],
        channel: String? = nil,
        placeOfSupply: String? = nil,
        businessTaxId: String? = nil,
        preview: Bool = false
    ) {
        self.checkIn = checkIn
        self.checkOut = checkOut
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.adults = adults
        self.children = children
        self.birthDates = birthDates
        self.quantity = quantity
        self.bookedOn = bookedOn
        self.asOf = asOf
        self.supplements = supplements
        self.promoCodes = promoCodes
        self.promoUses = promoUses
        self.tags = tags
        self.channel = channel
        self.placeOfSupply = placeOfSupply
        self.businessTaxId = businessTaxId
        self.preview = preview
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var checkIn: Day?
        var checkOut: Day?
        var first: Day?
        var last: Day?
        var start: Date?
        var end: Date?
        var adults: Int?
        var children: [Int]?
        var birthDates: [Day]?
        var quantity: Int?
        var bookedOn: Day?
        var asOf: Date?
        var supplements: [String: Int]?
        var promoCodes: [String]?
        var promoUses: [String: Int]?
        var tags: [String]?
        var channel: String?
        var placeOfSupply: String?
        var businessTaxId: String?
        var preview: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("check_in") { checkIn = try reader.readIfAny() }
            else if reader.isAt("check_out") { checkOut = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("end") { end = try reader.readIfAny() }
            else if reader.isAt("adults") { adults = try reader.readIfAny() }
            else if reader.isAt("children") { children = try reader.readIfAny() }
            else if reader.isAt("birth_dates") { birthDates = try reader.readIfAny() }
            else if reader.isAt("quantity") { quantity = try reader.readIfAny() }
            else if reader.isAt("booked_on") { bookedOn = try reader.readIfAny() }
            else if reader.isAt("as_of") { asOf = try reader.readIfAny() }
            else if reader.isAt("supplements") { supplements = try reader.readIfAny() }
            else if reader.isAt("promo_codes") { promoCodes = try reader.readIfAny() }
            else if reader.isAt("promo_uses") { promoUses = try reader.readIfAny() }
            else if reader.isAt("tags") { tags = try reader.readIfAny() }
            else if reader.isAt("channel") { channel = try reader.readIfAny() }
            else if reader.isAt("place_of_supply") { placeOfSupply = try reader.readIfAny() }
            else if reader.isAt("business_tax_id") { businessTaxId = try reader.readIfAny() }
            else if reader.isAt("preview") { preview = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.checkIn = checkIn
        self.checkOut = checkOut
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.adults = adults ?? 0
        self.children = children ?? []
        self.birthDates = birthDates ?? []
        self.quantity = quantity ?? 1
        self.bookedOn = bookedOn
        self.asOf = asOf
        self.supplements = supplements ?? [:]
        self.promoCodes = promoCodes ?? []
        self.promoUses = promoUses ?? [:]
        self.tags = tags ?? []
        self.channel = channel
        self.placeOfSupply = placeOfSupply
        self.businessTaxId = businessTaxId
        self.preview = preview ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let checkIn { writer.field("check_in"); writer.write(checkIn) }
        if let checkOut { writer.field("check_out"); writer.write(checkOut) }
        if let first { writer.field("first"); writer.write(first) }
        if let last { writer.field("last"); writer.write(last) }
        if let start { writer.field("start"); writer.write(start) }
        if let end { writer.field("end"); writer.write(end) }
        writer.field("adults")
        writer.write(adults)
        if !children.isEmpty { writer.field("children"); writer.write(children) }
        if !birthDates.isEmpty { writer.field("birth_dates"); writer.write(birthDates) }
        writer.field("quantity")
        writer.write(quantity)
        if let bookedOn { writer.field("booked_on"); writer.write(bookedOn) }
        if let asOf { writer.field("as_of"); writer.write(asOf) }
        if !supplements.isEmpty { writer.field("supplements"); writer.write(supplements) }
        if !promoCodes.isEmpty { writer.field("promo_codes"); writer.write(promoCodes) }
        if !promoUses.isEmpty { writer.field("promo_uses"); writer.write(promoUses) }
        if !tags.isEmpty { writer.field("tags"); writer.write(tags) }
        if let channel { writer.field("channel"); writer.write(channel) }
        if let placeOfSupply { writer.field("place_of_supply"); writer.write(placeOfSupply) }
        if let businessTaxId { writer.field("business_tax_id"); writer.write(businessTaxId) }
        if preview { writer.field("preview"); writer.write(preview) }
        writer.close()
    }
}

/// A price, explained: its lines always add up to the total exactly.
public struct Price: RatebookValue {
    /// The code of the list that made it.
    public var listCode: String?
    /// The version of the list that made it.
    public var listVersion: Int
    /// The currency of every amount.
    public var currency: String
    /// Every line, in the order of evaluation.
    public var lines: [Line]
    /// Units, children and supplements.
    public var subtotal: Decimal
    /// What came off, not above zero.
    public var discounts: Decimal
    /// The fees.
    public var fees: Decimal
    /// The taxes by name, inclusive ones too.
    public var taxes: [TaxTotal]
    /// The total without any tax.
    public var net: Decimal
    /// What is to be paid.
    public var total: Decimal
    /// The moment as of which it was priced, as the request said.
    public var pricedAt: Date?

    public init(
        listCode: String? = nil,
        listVersion: Int,
        currency: String,
        lines: [Line],
        subtotal: Decimal,
        discounts: Decimal,
        fees: Decimal,
        taxes: [TaxTotal],
        net: Decimal,
        total: Decimal,
        pricedAt: Date? = nil
    ) {
        self.listCode = listCode
        self.listVersion = listVersion
        self.currency = currency
        self.lines = lines
        self.subtotal = subtotal
        self.discounts = discounts
        self.fees = fees
        self.taxes = taxes
        self.net = net
        self.total = total
        self.pricedAt = pricedAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var listCode: String?
        var listVersion: Int?
        var currency: String?
        var lines: [Line]?
        var subtotal: Decimal?
        var discounts: Decimal?
        var fees: Decimal?
        var taxes: [TaxTotal]?
        var net: Decimal?
        var total: Decimal?
        var pricedAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list_code") { listCode = try reader.readIfAny() }
            else if reader.isAt("list_version") { listVersion = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("lines") { lines = try reader.readIfAny() }
            else if reader.isAt("subtotal") { subtotal = try reader.readIfAny() }
            else if reader.isAt("discounts") { discounts = try reader.readIfAny() }
            else if reader.isAt("fees") { fees = try reader.readIfAny() }
            else if reader.isAt("taxes") { taxes = try reader.readIfAny() }
            else if reader.isAt("net") { net = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("priced_at") { pricedAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.listCode = listCode
        guard let listVersion else { throw reader.missing("list_version") }
        self.listVersion = listVersion
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let lines else { throw reader.missing("lines") }
        self.lines = lines
        guard let subtotal else { throw reader.missing("subtotal") }
        self.subtotal = subtotal
        guard let discounts else { throw reader.missing("discounts") }
        self.discounts = discounts
        guard let fees else { throw reader.missing("fees") }
        self.fees = fees
        guard let taxes else { throw reader.missing("taxes") }
        self.taxes = taxes
        guard let net else { throw reader.missing("net") }
        self.net = net
        guard let total else { throw reader.missing("total") }
        self.total = total
        self.pricedAt = pricedAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let listCode { writer.field("list_code"); writer.write(listCode) }
        writer.field("list_version")
        writer.write(listVersion)
        writer.field("currency")
        writer.write(currency)
        writer.field("lines")
        writer.write(lines)
        writer.field("subtotal")
        writer.write(subtotal)
        writer.field("discounts")
        writer.write(discounts)
        writer.field("fees")
        writer.write(fees)
        writer.field("taxes")
        writer.write(taxes)
        writer.field("net")
        writer.write(net)
        writer.field("total")
        writer.write(total)
        if let pricedAt { writer.field("priced_at"); writer.write(pricedAt) }
        writer.close()
    }
}

/// One line of a price.
public struct Line: RatebookValue {
    /// What it is for.
    public var kind: LineKind
    /// What people call it.
    public var label: String
    /// The rule that made it, as a JSON pointer into the list's definition.
    public var rule: String
    /// The night or day it is for; none when it is for all of them.
    public var day: Day?
    /// How many.
    public var quantity: Decimal
    /// What one of them costs.
    public var unitAmount: Decimal
    /// What they cost together.
    public var amount: Decimal
    /// The tax category, when the rule has one.
    public var taxCategory: String?

    public init(
        kind: LineKind,
        label: String,
        rule: String,
        day: Day? = nil,
        quantity: Decimal,
        unitAmount: Decimal,
        amount: Decimal,
        taxCategory: String? = nil
    ) {
        self.kind = kind
        self.label = label
        self.rule = rule
        self.day = day
        self.quantity = quantity
        self.unitAmount = unitAmount
        self.amount = amount
        self.taxCategory = taxCategory
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var kind: LineKind?
        var label: String?
        var rule: String?
        var day: Day?
        var quantity: Decimal?
        var unitAmount: Decimal?
        var amount: Decimal?
        var taxCategory: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("label") { label = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("quantity") { quantity = try reader.readIfAny() }
            else if reader.isAt("unit_amount") { unitAmount = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("tax_category") { taxCategory = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let label else { throw reader.missing("label") }
        self.label = label
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        self.day = day
        guard let quantity else { throw reader.missing("quantity") }
        self.quantity = quantity
        guard let unitAmount else { throw reader.missing("unit_amount") }
        self.unitAmount = unitAmount
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        self.taxCategory = taxCategory
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("kind")
        writer.write(kind)
        writer.field("label")
        writer.write(label)
        writer.field("rule")
        writer.write(rule)
        if let day { writer.field("day"); writer.write(day) }
        writer.field("quantity")
        writer.write(quantity)
        writer.field("unit_amount")
        writer.write(unitAmount)
        writer.field("amount")
        writer.write(amount)
        if let taxCategory { writer.field("tax_category"); writer.write(taxCategory) }
        writer.close()
    }
}

/// What a line is for.
public enum LineKind: String, RatebookValue, CaseIterable {
    /// A unit: a night of a room, a day of a vehicle, a piece.
    case unit = "unit"
    /// An adult beyond those the unit's price includes.
    case extraAdult = "extra_adult"
    /// A child.
    case child = "child"
    /// Hours in one window, or a block of hours.
    case hours = "hours"
    /// What brings the hours up to the minimum charge.
    case minimum = "minimum"
    /// A supplement that everyone pays.
    case supplement = "supplement"
    /// A supplement that was chosen.
    case extra = "extra"
    /// A discount.
    case discount = "discount"
    /// A fee.
    case fee = "fee"
    /// A tax that is added.
    case tax = "tax"
    /// The difference that rounding the total made.
    case rounding = "rounding"
}

/// One tax of a price.
public struct TaxTotal: RatebookValue {
    /// Its name.
    public var name: String
    /// Its percent, when it is one.
    public var percent: Decimal?
    /// What it is taken of, without the tax itself.
    public var base: Decimal
    /// The tax.
    public var amount: Decimal
    /// Whether the lines already hold it.
    public var inclusive: Bool
    /// The tax category it is for, when it is for one.
    public var category: String?

    public init(
        name: String,
        percent: Decimal? = nil,
        base: Decimal,
        amount: Decimal,
        inclusive: Bool,
        category: String? = nil
    ) {
        self.name = name
        self.percent = percent
        self.base = base
        self.amount = amount
        self.inclusive = inclusive
        self.category = category
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var percent: Decimal?
        var base: Decimal?
        var amount: Decimal?
        var inclusive: Bool?
        var category: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("percent") { percent = try reader.readIfAny() }
            else if reader.isAt("base") { base = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("inclusive") { inclusive = try reader.readIfAny() }
            else if reader.isAt("category") { category = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.percent = percent
        guard let base else { throw reader.missing("base") }
        self.base = base
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let inclusive else { throw reader.missing("inclusive") }
        self.inclusive = inclusive
        self.category = category
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let percent { writer.field("percent"); writer.write(percent) }
        writer.field("base")
        writer.write(base)
        writer.field("amount")
        writer.write(amount)
        writer.field("inclusive")
        writer.write(inclusive)
        if let category { writer.field("category"); writer.write(category) }
        writer.close()
    }
}

/// A price wanted in another currency.
public struct PriceInRequest: RatebookValue {
    /// What is to be priced.
    public var request: PriceRequest
    /// The currency that is wanted.
    public var currency: String
    /// The exchange rates.
    public var rates: ExchangeRates
    /// The moment by which the rates' age is judged.
    public var asOf: Date
    /// How old a rate may be; a day when not given.
    public var maxAgeSeconds: Int
    /// Whether an older rate is taken all the same, and told as stale.
    public var allowStale: Bool

    public init(
        request: PriceRequest,
        currency: String,
        rates: ExchangeRates,
        asOf: Date,
        maxAgeSeconds: Int = 86400,
        allowStale: Bool = false
    ) {
        self.request = request
        self.currency = currency
        self.rates = rates
        self.asOf = asOf
        self.maxAgeSeconds = maxAgeSeconds
        self.allowStale = allowStale
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var request: PriceRequest?
        var currency: String?
        var rates: ExchangeRates?
        var asOf: Date?
        var maxAgeSeconds: Int?
        var allowStale: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("request") { request = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("rates") { rates = try reader.readIfAny() }
            else if reader.isAt("as_of") { asOf = try reader.readIfAny() }
            else if reader.isAt("max_age_seconds") { maxAgeSeconds = try reader.readIfAny() }
            else if reader.isAt("allow_stale") { allowStale = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let request else { throw reader.missing("request") }
        self.request = request
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let rates else { throw reader.missing("rates") }
        self.rates = rates
        guard let asOf else { throw reader.missing("as_of") }
        self.asOf = asOf
        self.maxAgeSeconds = maxAgeSeconds ?? 86400
        self.allowStale = allowStale ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("request")
        writer.write(request)
        writer.field("currency")
        writer.write(currency)
        writer.field("rates")
        writer.write(rates)
        writer.field("as_of")
        writer.write(asOf)
        writer.field("max_age_seconds")
        writer.write(maxAgeSeconds)
        if allowStale { writer.field("allow_stale"); writer.write(allowStale) }
        writer.close()
    }
}

/// A price with its total in another currency, and the rate that was used.
public struct PriceIn: RatebookValue {
    /// The price in the list's own currency, explained.
    public var price: Price
    /// The total in the other currency, with the rate, its time and its source.
    public var total: Conversion

    public init(
        price: Price,
        total: Conversion
    ) {
        self.price = price
        self.total = total
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var price: Price?
        var total: Conversion?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let price else { throw reader.missing("price") }
        self.price = price
        guard let total else { throw reader.missing("total") }
        self.total = total
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("price")
        writer.write(price)
        writer.field("total")
        writer.write(total)
        writer.close()
    }
}

/// A price or a refusal in sentences.
public struct Explanation: RatebookValue {
    /// One sentence for each line or reason, and one for the total.
    public var sentences: [String]
    /// The price, when there is one.
    public var price: Price?
    /// Every reason, when there is none.
    public var error: ErrorReport?

    public init(
        sentences: [String],
        price: Price? = nil,
        error: ErrorReport? = nil
    ) {
        self.sentences = sentences
        self.price = price
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var sentences: [String]?
        var price: Price?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("sentences") { sentences = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let sentences else { throw reader.missing("sentences") }
        self.sentences = sentences
        self.price = price
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("sentences")
        writer.write(sentences)
        if let price { writer.field("price"); writer.write(price) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// An error as it crosses a wire.
public struct ErrorReport: RatebookValue {
    /// The code of the first reason.
    public var code: Code
    /// A sentence a person can act on.
    public var message: String
    /// Where the first reason points, as a JSON pointer.
    public var path: String
    /// The figures of the first reason.
    public var details: [String: JSON]
    /// Every reason, the first one included.
    public var reasons: [Reason]

    public init(
        code: Code,
        message: String,
        path: String,
        details: [String: JSON] = [:],
        reasons: [Reason]
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.details = details
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var code: Code?
        var message: String?
        var path: String?
        var details: [String: JSON]?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("details") { details = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let message else { throw reader.missing("message") }
        self.message = message
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.details = details ?? [:]
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("code")
        writer.write(code)
        writer.field("message")
        writer.write(message)
        writer.field("path")
        writer.write(path)
        if !details.isEmpty { writer.field("details"); writer.write(details) }
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved.
public struct Reason: RatebookValue {
    /// Dotted and stable, such as `rates.blackout`; the catalogue is `Code`.
    public var code: Code
    /// A sentence a person can act on.
    public var message: String
    /// Where: a JSON pointer into the definition or request, empty for the whole.
    public var path: String
    /// The figures involved.
    public var details: [String: JSON]

    public init(
        code: Code,
        message: String,
        path: String,
        details: [String: JSON] = [:]
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.details = details
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var code: Code?
        var message: String?
        var path: String?
        var details: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("details") { details = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let code else { throw reader.missing("code") }
        self.code = code
        guard let message else { throw reader.missing("message") }
        self.message = message
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.details = details ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("code")
        writer.write(code)
        writer.field("message")
        writer.write(message)
        writer.field("path")
        writer.write(path)
        if !details.isEmpty { writer.field("details"); writer.write(details) }
        writer.close()
    }
}

/// Many requests at once.
public struct QuoteManyRequest: RatebookValue {
    /// The requests, each answered by itself.
    public var requests: [PriceRequest]

    public init(
        requests: [PriceRequest]
    ) {
        self.requests = requests
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var requests: [PriceRequest]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("requests") { requests = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let requests else { throw reader.missing("requests") }
        self.requests = requests
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("requests")
        writer.write(requests)
        writer.close()
    }
}

/// The answer to one of many requests: a price, or why there is none.
public struct Quoted: RatebookValue {
    /// The price, when there is one.
    public var price: Price?
    /// Every reason, when there is none.
    public var error: ErrorReport?

    public init(
        price: Price? = nil,
        error: ErrorReport? = nil
    ) {
        self.price = price
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var price: Price?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.price = price
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let price { writer.field("price"); writer.write(price) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// The total of one of many requests, or why there is none.
public struct Totalled: RatebookValue {
    /// The total, when there is one.
    public var total: Decimal?
    /// Every reason, when there is none.
    public var error: ErrorReport?

    public init(
        total: Decimal? = nil,
        error: ErrorReport? = nil
    ) {
        self.total = total
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var total: Decimal?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.total = total
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let total { writer.field("total"); writer.write(total) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// Every arrival day × length of stay × party, for calendars and channel feeds.
public struct GridRequest: RatebookValue {
    /// The arrival days.
    public var arrivals: DayRange
    /// The lengths of stay, in nights.
    public var nights: [Int]
    /// The parties.
    public var parties: [GridParty]
    /// How many rooms or units.
    public var quantity: Int
    /// The day of booking.
    public var bookedOn: Day?
    /// Whether a draft is priced too.
    public var preview: Bool

    public init(
        arrivals: DayRange,
        nights: [Int],
        parties: [GridParty],
        quantity: Int = 1,
        bookedOn: Day? = nil,
        preview: Bool = false
    ) {
        self.arrivals = arrivals
        self.nights = nights
        self.parties = parties
        self.quantity = quantity
        self.bookedOn = bookedOn
        self.preview = preview
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var arrivals: DayRange?
        var nights: [Int]?
        var parties: [GridParty]?
        var quantity: Int?
        var bookedOn: Day?
        var preview: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("arrivals") { arrivals = try reader.readIfAny() }
            else if reader.isAt("nights") { nights = try reader.readIfAny() }
            else if reader.isAt("parties") { parties = try reader.readIfAny() }
            else if reader.isAt("quantity") { quantity = try reader.readIfAny() }
            else if reader.isAt("booked_on") { bookedOn = try reader.readIfAny() }
            else if reader.isAt("preview") { preview = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let arrivals else { throw reader.missing("arrivals") }
        self.arrivals = arrivals
        guard let nights else { throw reader.missing("nights") }
        self.nights = nights
        guard let parties else { throw reader.missing("parties") }
        self.parties = parties
        self.quantity = quantity ?? 1
        self.bookedOn = bookedOn
        self.preview = preview ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("arrivals")
        writer.write(arrivals)
        writer.field("nights")
        writer.write(nights)
        writer.field("parties")
        writer.write(parties)
        writer.field("quantity")
        writer.write(quantity)
        if let bookedOn { writer.field("booked_on"); writer.write(bookedOn) }
        if preview { writer.field("preview"); writer.write(preview) }
        writer.close()
    }
}

/// A party of the grid.
public struct GridParty: RatebookValue {
    /// How many adults.
    public var adults: Int
    /// The ages of the children.
    public var children: [Int]

    public init(
        adults: Int,
        children: [Int] = []
    ) {
        self.adults = adults
        self.children = children
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var adults: Int?
        var children: [Int]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("adults") { adults = try reader.readIfAny() }
            else if reader.isAt("children") { children = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let adults else { throw reader.missing("adults") }
        self.adults = adults
        self.children = children ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("adults")
        writer.write(adults)
        if !children.isEmpty { writer.field("children"); writer.write(children) }
        writer.close()
    }
}

/// The answer to a grid.
public struct Grid: RatebookValue {
    /// The currency of every total.
    public var currency: String
    /// Cells in the order of parties, then arrivals, then nights.
    public var cells: [GridCell]

    public init(
        currency: String,
        cells: [GridCell]
    ) {
        self.currency = currency
        self.cells = cells
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        var cells: [GridCell]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("cells") { cells = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let cells else { throw reader.missing("cells") }
        self.cells = cells
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.field("cells")
        writer.write(cells)
        writer.close()
    }
}

/// One cell of the grid.
public struct GridCell: RatebookValue {
    /// The place of the party in the request.
    public var party: Int
    /// The arrival day.
    public var arrival: Day
    /// The length of stay.
    public var nights: Int
    /// The total, when there is one.
    public var total: Decimal?
    /// The code of the first reason, when there is none.
    public var code: Code?

    public init(
        party: Int,
        arrival: Day,
        nights: Int,
        total: Decimal? = nil,
        code: Code? = nil
    ) {
        self.party = party
        self.arrival = arrival
        self.nights = nights
        self.total = total
        self.code = code
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var party: Int?
        var arrival: Day?
        var nights: Int?
        var total: Decimal?
        var code: Code?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("party") { party = try reader.readIfAny() }
            else if reader.isAt("arrival") { arrival = try reader.readIfAny() }
            else if reader.isAt("nights") { nights = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("code") { code = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let party else { throw reader.missing("party") }
        self.party = party
        guard let arrival else { throw reader.missing("arrival") }
        self.arrival = arrival
        guard let nights else { throw reader.missing("nights") }
        self.nights = nights
        self.total = total
        self.code = code
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("party")
        writer.write(party)
        writer.field("arrival")
        writer.write(arrival)
        writer.field("nights")
        writer.write(nights)
        if let total { writer.field("total"); writer.write(total) }
        if let code { writer.field("code"); writer.write(code) }
        writer.close()
    }
}

/// A request for a list's compact form.
public struct PackRequest: RatebookValue {

    public init(
    ) {
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        while try reader.nextField() {
            throw reader.unknownField()
        }
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.close()
    }
}

/// A list in its compact form.
public struct Packed: RatebookValue {
    /// How many bytes the definition has as JSON.
    public var jsonBytes: Int
    /// The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does.
    public var contentBase64: String

    public init(
        jsonBytes: Int,
        contentBase64: String
    ) {
        self.jsonBytes = jsonBytes
        self.contentBase64 = contentBase64
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var jsonBytes: Int?
        var contentBase64: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("json_bytes") { jsonBytes = try reader.readIfAny() }
            else if reader.isAt("content_base64") { contentBase64 = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let jsonBytes else { throw reader.missing("json_bytes") }
        self.jsonBytes = jsonBytes
        guard let contentBase64 else { throw reader.missing("content_base64") }
        self.contentBase64 = contentBase64
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("json_bytes")
        writer.write(jsonBytes)
        writer.field("content_base64")
        writer.write(contentBase64)
        writer.close()
    }
}

/// A request to every list.
public struct CheapestRequest: RatebookValue {
    /// What is to be priced.
    public var request: PriceRequest

    public init(
        request: PriceRequest
    ) {
        self.request = request
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var request: PriceRequest?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("request") { request = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let request else { throw reader.missing("request") }
        self.request = request
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("request")
        writer.write(request)
        writer.close()
    }
}

/// What the lists offer, cheapest first.
public struct Cheapest: RatebookValue {
    /// The price of the cheapest offer; none when no list can answer.
    public var price: Price?
    /// Every list that can answer, cheapest first; the earlier list where two cost the same.
    public var offers: [Offer]
    /// Every list that cannot, and why.
    public var refused: [Lost]

    public init(
        price: Price? = nil,
        offers: [Offer],
        refused: [Lost]
    ) {
        self.price = price
        self.offers = offers
        self.refused = refused
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var price: Price?
        var offers: [Offer]?
        var refused: [Lost]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("offers") { offers = try reader.readIfAny() }
            else if reader.isAt("refused") { refused = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.price = price
        guard let offers else { throw reader.missing("offers") }
        self.offers = offers
        guard let refused else { throw reader.missing("refused") }
        self.refused = refused
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let price { writer.field("price"); writer.write(price) }
        writer.field("offers")
        writer.write(offers)
        writer.field("refused")
        writer.write(refused)
        writer.close()
    }
}

/// What one list offers.
public struct Offer: RatebookValue {
    /// The list.
    public var list: ListRef
    /// Its total.
    public var total: Decimal
    /// The currency of the total.
    public var currency: String

    public init(
        list: ListRef,
        total: Decimal,
        currency: String
    ) {
        self.list = list
        self.total = total
        self.currency = currency
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: ListRef?
        var total: Decimal?
        var currency: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let total else { throw reader.missing("total") }
        self.total = total
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("total")
        writer.write(total)
        writer.field("currency")
        writer.write(currency)
        writer.close()
    }
}

/// Which list, by its place, code and version.
public struct ListRef: RatebookValue {
    /// Its place among the lists, from 0 on.
    public var index: Int
    /// Its code.
    public var code: String?
    /// Its version.
    public var version: Int
    /// Its name.
    public var name: String

    public init(
        index: Int,
        code: String? = nil,
        version: Int,
        name: String
    ) {
        self.index = index
        self.code = code
        self.version = version
        self.name = name
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var index: Int?
        var code: String?
        var version: Int?
        var name: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("index") { index = try reader.readIfAny() }
            else if reader.isAt("code") { code = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let index else { throw reader.missing("index") }
        self.index = index
        self.code = code
        guard let version else { throw reader.missing("version") }
        self.version = version
        guard let name else { throw reader.missing("name") }
        self.name = name
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("index")
        writer.write(index)
        if let code { writer.field("code"); writer.write(code) }
        writer.field("version")
        writer.write(version)
        writer.field("name")
        writer.write(name)
        writer.close()
    }
}

/// A list that was not chosen.
public struct Lost: RatebookValue {
    /// The list.
    public var list: ListRef
    /// Why.
    public var why: LostWhy
    /// Every reason, when it refused.
    public var error: ErrorReport?

    public init(
        list: ListRef,
        why: LostWhy,
        error: ErrorReport? = nil
    ) {
        self.list = list
        self.why = why
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: ListRef?
        var why: LostWhy?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("why") { why = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let why else { throw reader.missing("why") }
        self.why = why
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("why")
        writer.write(why)
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// Why a list was not chosen.
public enum LostWhy: String, RatebookValue, CaseIterable {
    /// It is for another supplier, service, destination or product.
    case otherProduct = "other_product"
    /// It refuses the request.
    case refused = "refused"
    /// Another list has a higher priority.
    case priority = "priority"
    /// Another list is for the very product, destination or supplier.
    case lessSpecific = "less_specific"
    /// Another list is a newer version.
    case olderVersion = "older_version"
    /// Nothing else tells them apart: another list's id comes first.
    case id = "id"
}

/// Which list is to answer, of those for a product.
public struct SelectRequest: RatebookValue {
    /// What is to be priced.
    public var request: PriceRequest
    /// The supplier; lists without one are for all.
    public var supplier: String?
    /// The kind of service.
    public var serviceType: String?
    /// The destination; lists without one are for all.
    public var destination: String?
    /// The product; lists without one are for all.
    public var product: String?

    public init(
        request: PriceRequest,
        supplier: String? = nil,
        serviceType: String? = nil,
        destination: String? = nil,
        product: String? = nil
    ) {
        self.request = request
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.product = product
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var request: PriceRequest?
        var supplier: String?
        var serviceType: String?
        var destination: String?
        var product: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("request") { request = try reader.readIfAny() }
            else if reader.isAt("supplier") { supplier = try reader.readIfAny() }
            else if reader.isAt("service_type") { serviceType = try reader.readIfAny() }
            else if reader.isAt("destination") { destination = try reader.readIfAny() }
            else if reader.isAt("product") { product = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let request else { throw reader.missing("request") }
        self.request = request
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.product = product
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("request")
        writer.write(request)
        if let supplier { writer.field("supplier"); writer.write(supplier) }
        if let serviceType { writer.field("service_type"); writer.write(serviceType) }
        if let destination { writer.field("destination"); writer.write(destination) }
        if let product { writer.field("product"); writer.write(product) }
        writer.close()
    }
}

/// The list that answers, its price, and why the others do not.
public struct Selection: RatebookValue {
    /// The list.
    public var list: ListRef
    /// Its price.
    public var price: Price
    /// Every other list, in the order of the lists.
    public var lost: [Lost]

    public init(
        list: ListRef,
        price: Price,
        lost: [Lost]
    ) {
        self.list = list
        self.price = price
        self.lost = lost
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: ListRef?
        var price: Price?
        var lost: [Lost]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("price") { price = try reader.readIfAny() }
            else if reader.isAt("lost") { lost = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let price else { throw reader.missing("price") }
        self.price = price
        guard let lost else { throw reader.missing("lost") }
        self.lost = lost
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("price")
        writer.write(price)
        writer.field("lost")
        writer.write(lost)
        writer.close()
    }
}

/// Which overlaps are wanted.
public struct OverlapsRequest: RatebookValue {
    /// Only those that touch these days.
    public var within: DayRange?

    public init(
        within: DayRange? = nil
    ) {
        self.within = within
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var within: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("within") { within = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.within = within
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let within { writer.field("within"); writer.write(within) }
        writer.close()
    }
}

/// Two published lists that answer for the same days.
public struct Overlap: RatebookValue {
    /// One list; none for the one that is not saved yet.
    public var list: ListRef?
    /// The other list.
    public var other: ListRef
    /// The days on which both answer.
    public var days: DayRange

    public init(
        list: ListRef? = nil,
        other: ListRef,
        days: DayRange
    ) {
        self.list = list
        self.other = other
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: ListRef?
        var other: ListRef?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("other") { other = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.list = list
        guard let other else { throw reader.missing("other") }
        self.other = other
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let list { writer.field("list"); writer.write(list) }
        writer.field("other")
        writer.write(other)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// A list that is not saved yet.
public struct ValidateDatesRequest: RatebookValue {
    /// The list, as if it were published.
    public var list: RateListDefinition

    public init(
        list: RateListDefinition
    ) {
        self.list = list
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: RateListDefinition?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.close()
    }
}

/// The same requests under two lists.
public struct SimulateRequest: RatebookValue {
    /// The requests, such as last year's.
    public var requests: [PriceRequest]
    /// The place of the list as it is.
    public var before: Int
    /// The place of the list as it would be.
    public var after: Int

    public init(
        requests: [PriceRequest],
        before: Int = 0,
        after: Int = 1
    ) {
        self.requests = requests
        self.before = before
        self.after = after
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var requests: [PriceRequest]?
        var before: Int?
        var after: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("requests") { requests = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let requests else { throw reader.missing("requests") }
        self.requests = requests
        self.before = before ?? 0
        self.after = after ?? 1
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("requests")
        writer.write(requests)
        writer.field("before")
        writer.write(before)
        writer.field("after")
        writer.write(after)
        writer.close()
    }
}

/// What would have changed.
public struct Simulation: RatebookValue {
    /// The currency of every amount.
    public var currency: String
    /// One for each request.
    public var differences: [Difference]
    /// The sum of the totals before.
    public var before: Decimal
    /// The sum of the totals after.
    public var after: Decimal
    /// What the change adds, over requests that both lists answer.
    public var change: Decimal
    /// How many requests only the list before answers.
    public var lost: Int
    /// How many requests only the list after answers.
    public var won: Int

    public init(
        currency: String,
        differences: [Difference],
        before: Decimal,
        after: Decimal,
        change: Decimal,
        lost: Int,
        won: Int
    ) {
        self.currency = currency
        self.differences = differences
        self.before = before
        self.after = after
        self.change = change
        self.lost = lost
        self.won = won
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        var differences: [Difference]?
        var before: Decimal?
        var after: Decimal?
        var change: Decimal?
        var lost: Int?
        var won: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("differences") { differences = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("change") { change = try reader.readIfAny() }
            else if reader.isAt("lost") { lost = try reader.readIfAny() }
            else if reader.isAt("won") { won = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let differences else { throw reader.missing("differences") }
        self.differences = differences
        guard let before else { throw reader.missing("before") }
        self.before = before
        guard let after else { throw reader.missing("after") }
        self.after = after
        guard let change else { throw reader.missing("change") }
        self.change = change
        guard let lost else { throw reader.missing("lost") }
        self.lost = lost
        guard let won else { throw reader.missing("won") }
        self.won = won
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.field("differences")
        writer.write(differences)
        writer.field("before")
        writer.write(before)
        writer.field("after")
        writer.write(after)
        writer.field("change")
        writer.write(change)
        writer.field("lost")
        writer.write(lost)
        writer.field("won")
        writer.write(won)
        writer.close()
    }
}

/// What would have changed for one request.
public struct Difference: RatebookValue {
    /// The total before, when there is one.
    public var before: Decimal?
    /// The total after, when there is one.
    public var after: Decimal?
    /// What the change adds, when both answer.
    public var change: Decimal?
    /// The code of the first reason before, when it refuses.
    public var beforeCode: Code?
    /// The code of the first reason after, when it refuses.
    public var afterCode: Code?

    public init(
        before: Decimal? = nil,
        after: Decimal? = nil,
        change: Decimal? = nil,
        beforeCode: Code? = nil,
        afterCode: Code? = nil
    ) {
        self.before = before
        self.after = after
        self.change = change
        self.beforeCode = beforeCode
        self.afterCode = afterCode
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var before: Decimal?
        var after: Decimal?
        var change: Decimal?
        var beforeCode: Code?
        var afterCode: Code?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("change") { change = try reader.readIfAny() }
            else if reader.isAt("before_code") { beforeCode = try reader.readIfAny() }
            else if reader.isAt("after_code") { afterCode = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.before = before
        self.after = after
        self.change = change
        self.beforeCode = beforeCode
        self.afterCode = afterCode
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let before { writer.field("before"); writer.write(before) }
        if let after { writer.field("after"); writer.write(after) }
        if let change { writer.field("change"); writer.write(change) }
        if let beforeCode { writer.field("before_code"); writer.write(beforeCode) }
        if let afterCode { writer.field("after_code"); writer.write(afterCode) }
        writer.close()
    }
}

/// How lists are to be written.
public struct ExportRequest: RatebookValue {
    /// How the file is to be written.
    public var style: FileStyle?

    public init(
        style: FileStyle? = nil
    ) {
        self.style = style
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var style: FileStyle?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("style") { style = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.style = style
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let style { writer.field("style"); writer.write(style) }
        writer.close()
    }
}

/// A file that was written.
public struct Exported: RatebookValue {
    /// The text of a CSV file in UTF-8.
    public var text: String?
    /// The bytes in Base64, for other files.
    public var contentBase64: String?
    /// How many rows it has, the header included.
    public var rows: Int

    public init(
        text: String? = nil,
        contentBase64: String? = nil,
        rows: Int
    ) {
        self.text = text
        self.contentBase64 = contentBase64
        self.rows = rows
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var text: String?
        var contentBase64: String?
        var rows: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("text") { text = try reader.readIfAny() }
            else if reader.isAt("content_base64") { contentBase64 = try reader.readIfAny() }
            else if reader.isAt("rows") { rows = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.text = text
        self.contentBase64 = contentBase64
        guard let rows else { throw reader.missing("rows") }
        self.rows = rows
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let text { writer.field("text"); writer.write(text) }
        if let contentBase64 { writer.field("content_base64"); writer.write(contentBase64) }
        writer.field("rows")
        writer.write(rows)
        writer.close()
    }
}

/// One change over many lists, to be looked at before it is saved.
public struct BulkUpdateRequest: RatebookValue {
    /// Which lists.
    public var lists: ListFilter?
    /// What happens to each of them.
    public var change: BulkChange

    public init(
        lists: ListFilter? = nil,
        change: BulkChange
    ) {
        self.lists = lists
        self.change = change
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var lists: ListFilter?
        var change: BulkChange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("lists") { lists = try reader.readIfAny() }
            else if reader.isAt("change") { change = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.lists = lists
        guard let change else { throw reader.missing("change") }
        self.change = change
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let lists { writer.field("lists"); writer.write(lists) }
        writer.field("change")
        writer.write(change)
        writer.close()
    }
}

/// Which lists; what is not given does not matter.
public struct ListFilter: RatebookValue {
    /// Only lists with these codes; all when empty.
    public var codes: [String]
    /// Only lists of this supplier.
    public var supplier: String?
    /// Only lists of this kind of service.
    public var serviceType: String?
    /// Only lists of this destination.
    public var destination: String?
    /// Only lists with this tag.
    public var tag: String?

    public init(
        codes: [String] = [],
        supplier: String? = nil,
        serviceType: String? = nil,
        destination: String? = nil,
        tag: String? = nil
    ) {
        self.codes = codes
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.tag = tag
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var codes: [String]?
        var supplier: String?
        var serviceType: String?
        var destination: String?
        var tag: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("codes") { codes = try reader.readIfAny() }
            else if reader.isAt("supplier") { supplier = try reader.readIfAny() }
            else if reader.isAt("service_type") { serviceType = try reader.readIfAny() }
            else if reader.isAt("destination") { destination = try reader.readIfAny() }
            else if reader.isAt("tag") { tag = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.codes = codes ?? []
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.tag = tag
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !codes.isEmpty { writer.field("codes"); writer.write(codes) }
        if let supplier { writer.field("supplier"); writer.write(supplier) }
        if let serviceType { writer.field("service_type"); writer.write(serviceType) }
        if let destination { writer.field("destination"); writer.write(destination) }
        if let tag { writer.field("tag"); writer.write(tag) }
        writer.close()
    }
}

/// What happens to each list.
public enum BulkChange: RatebookValue {
    /// Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative.
    case raisePercent(Decimal)
    /// Every such price rises by an amount, or falls when negative.
    case raiseAmount(Decimal)
    /// The last day of validity is moved.
    case validLast(Day)
    /// A blackout is added.
    case addBlackout(Blackout)
    /// A tag is added.
    case addTag(String)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("raise_percent") { self = .raisePercent(try reader.read()) }
        else if reader.isAt("raise_amount") { self = .raiseAmount(try reader.read()) }
        else if reader.isAt("valid_last") { self = .validLast(try reader.read()) }
        else if reader.isAt("add_blackout") { self = .addBlackout(try reader.read()) }
        else if reader.isAt("add_tag") { self = .addTag(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .raisePercent(let held):
            writer.open()
            writer.field("raise_percent")
            writer.write(held)
            writer.close()
        case .raiseAmount(let held):
            writer.open()
            writer.field("raise_amount")
            writer.write(held)
            writer.close()
        case .validLast(let held):
            writer.open()
            writer.field("valid_last")
            writer.write(held)
            writer.close()
        case .addBlackout(let held):
            writer.open()
            writer.field("add_blackout")
            writer.write(held)
            writer.close()
        case .addTag(let held):
            writer.open()
            writer.field("add_tag")
            writer.write(held)
            writer.close()
        }
    }
}

/// What a bulk update would change, and the lists as they would be.
public struct BulkUpdate: RatebookValue {
    /// Every field that changes.
    public var changes: [FieldChange]
    /// The changed lists, as they would be saved: all of them or none.
    public var lists: [RateListDefinition]

    public init(
        changes: [FieldChange],
        lists: [RateListDefinition]
    ) {
        self.changes = changes
        self.lists = lists
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var changes: [FieldChange]?
        var lists: [RateListDefinition]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("changes") { changes = try reader.readIfAny() }
            else if reader.isAt("lists") { lists = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let changes else { throw reader.missing("changes") }
        self.changes = changes
        guard let lists else { throw reader.missing("lists") }
        self.lists = lists
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("changes")
        writer.write(changes)
        writer.field("lists")
        writer.write(lists)
        writer.close()
    }
}

/// One field that changes.
public struct FieldChange: RatebookValue {
    /// In which list.
    public var list: ListRef
    /// The field, as a JSON pointer.
    public var path: String
    /// What it was; nothing for a new entry.
    public var before: JSON?
    /// What it becomes.
    public var after: JSON?

    public init(
        list: ListRef,
        path: String,
        before: JSON? = nil,
        after: JSON? = nil
    ) {
        self.list = list
        self.path = path
        self.before = before
        self.after = after
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var list: ListRef?
        var path: String?
        var before: JSON?
        var after: JSON?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("list") { list = try reader.readIfAny() }
            else if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let list else { throw reader.missing("list") }
        self.list = list
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.before = before
        self.after = after
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("list")
        writer.write(list)
        writer.field("path")
        writer.write(path)
        if let before { writer.field("before"); writer.write(before) }
        if let after { writer.field("after"); writer.write(after) }
        writer.close()
    }
}

/// The usage of a period.
public struct UsageRequest: RatebookValue {
    /// How much of each metric; what is not given is none.
    public var usage: [String: Decimal]

    public init(
        usage: [String: Decimal] = [:]
    ) {
        self.usage = usage
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var usage: [String: Decimal]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("usage") { usage = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.usage = usage ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !usage.isEmpty { writer.field("usage"); writer.write(usage) }
        writer.close()
    }
}

/// What a period costs, explained: its lines add up to the total exactly.
public struct PlanBill: RatebookValue {
    /// The currency of every amount.
    public var currency: String
    /// Every line.
    public var lines: [PlanLine]
    /// What is to be paid.
    public var total: Decimal

    public init(
        currency: String,
        lines: [PlanLine],
        total: Decimal
    ) {
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var currency: String?
        var lines: [PlanLine]?
        var total: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("lines") { lines = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let lines else { throw reader.missing("lines") }
        self.lines = lines
        guard let total else { throw reader.missing("total") }
        self.total = total
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("currency")
        writer.write(currency)
        writer.field("lines")
        writer.write(lines)
        writer.field("total")
        writer.write(total)
        writer.close()
    }
}

/// One line of a bill.
public struct PlanLine: RatebookValue {
    /// What people call it.
    public var label: String
    /// The rule that made it, as a JSON pointer into the plan's definition.
    public var rule: String
    /// How many.
    public var quantity: Decimal
    /// What one of them costs, before rounding.
    public var unitAmount: Decimal
    /// What they cost together.
    public var amount: Decimal

    public init(
        label: String,
        rule: String,
        quantity: Decimal,
        unitAmount: Decimal,
        amount: Decimal
    ) {
        self.label = label
        self.rule = rule
        self.quantity = quantity
        self.unitAmount = unitAmount
        self.amount = amount
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var label: String?
        var rule: String?
        var quantity: Decimal?
        var unitAmount: Decimal?
        var amount: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("label") { label = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("quantity") { quantity = try reader.readIfAny() }
            else if reader.isAt("unit_amount") { unitAmount = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let label else { throw reader.missing("label") }
        self.label = label
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        guard let quantity else { throw reader.missing("quantity") }
        self.quantity = quantity
        guard let unitAmount else { throw reader.missing("unit_amount") }
        self.unitAmount = unitAmount
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("label")
        writer.write(label)
        writer.field("rule")
        writer.write(rule)
        writer.field("quantity")
        writer.write(quantity)
        writer.field("unit_amount")
        writer.write(unitAmount)
        writer.field("amount")
        writer.write(amount)
        writer.close()
    }
}

/// Which billing periods are wanted.
public struct PlanPeriodsRequest: RatebookValue {
    /// The first day of the subscription, which begins period 0.
    public var anchor: Day
    /// The number of the first period that is wanted.
    public var first: Int
    /// How many periods.
    public var count: Int

    public init(
        anchor: Day,
        first: Int = 0,
        count: Int
    ) {
        self.anchor = anchor
        self.first = first
        self.count = count
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var anchor: Day?
        var first: Int?
        var count: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("count") { count = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let anchor else { throw reader.missing("anchor") }
        self.anchor = anchor
        self.first = first ?? 0
        guard let count else { throw reader.missing("count") }
        self.count = count
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("anchor")
        writer.write(anchor)
        writer.field("first")
        writer.write(first)
        writer.field("count")
        writer.write(count)
        writer.close()
    }
}

/// A billing period.
public struct BillingPeriod: RatebookValue {
    /// Its number, from 0 on.
    public var number: Int
    /// Its days.
    public var days: DayRange
    /// The day on which it is billed: its first one in advance, the day after its last one in arrears.
    public var billedOn: Day

    public init(
        number: Int,
        days: DayRange,
        billedOn: Day
    ) {
        self.number = number
        self.days = days
        self.billedOn = billedOn
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var number: Int?
        var days: DayRange?
        var billedOn: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("number") { number = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("billed_on") { billedOn = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let number else { throw reader.missing("number") }
        self.number = number
        guard let days else { throw reader.missing("days") }
        self.days = days
        guard let billedOn else { throw reader.missing("billed_on") }
        self.billedOn = billedOn
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("number")
        writer.write(number)
        writer.field("days")
        writer.write(days)
        writer.field("billed_on")
        writer.write(billedOn)
        writer.close()
    }
}

/// A change in the midst of a billing period.
public struct ProrateRequest: RatebookValue {
    /// What happens.
    public var change: PlanChange
    /// When.
    public var at: Date
    /// The zone whose days count.
    public var zone: String
    /// The first day of the subscription's period 0.
    public var anchor: Day
    /// Whether seconds or days are counted; the day of the change is the first of what comes after.
    public var by: ProrationUnit

    public init(
        change: PlanChange,
        at: Date,
        zone: String,
        anchor: Day,
        by: ProrationUnit = .day
    ) {
        self.change = change
        self.at = at
        self.zone = zone
        self.anchor = anchor
        self.by = by
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var change: PlanChange?
        var at: Date?
        var zone: String?
        var anchor: Day?
        var by: ProrationUnit?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("change") { change = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("by") { by = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let change else { throw reader.missing("change") }
        self.change = change
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        guard let anchor else { throw reader.missing("anchor") }
        self.anchor = anchor
        self.by = by ?? .day
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("change")
        writer.write(change)
        writer.field("at")
        writer.write(at)
        writer.field("zone")
        writer.write(zone)
        writer.field("anchor")
        writer.write(anchor)
        writer.field("by")
        writer.write(by)
        writer.close()
    }
}

/// What happens to a subscription.
public enum PlanChange: RatebookValue {
    /// It begins: the rest of the period is charged.
    case start
    /// It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged.
    case `switch`(SwitchChange)
    /// It ends: the rest of the period is credited.
    case cancel
    /// It rests for a while: that while is credited.
    case pause(PauseChange)

    public init(from reader: inout WireReader) throws(WireFault) {
        if reader.isAtText() {
            switch try reader.text() {
            case "start": self = .start
            case "cancel": self = .cancel
            default: throw reader.unknownField()
            }
            return
        }
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("switch") { self = .`switch`(try reader.read()) }
        else if reader.isAt("pause") { self = .pause(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .start: writer.write("start")
        case .`switch`(let held):
            writer.open()
            writer.field("switch")
            writer.write(held)
            writer.close()
        case .cancel: writer.write("cancel")
        case .pause(let held):
            writer.open()
            writer.field("pause")
            writer.write(held)
            writer.close()
        }
    }
}

/// The plan to which a subscription moves.
public struct SwitchChange: RatebookValue {
    /// Its price of a whole period.
    public var price: Decimal

    public init(
        price: Decimal
    ) {
        self.price = price
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var price: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("price") { price = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let price else { throw reader.missing("price") }
        self.price = price
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("price")
        writer.write(price)
        writer.close()
    }
}

/// How long a subscription rests.
public struct PauseChange: RatebookValue {
    /// When it goes on, within the same period.
    public var resumesAt: Date

    public init(
        resumesAt: Date
    ) {
        self.resumesAt = resumesAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resumesAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resumes_at") { resumesAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resumesAt else { throw reader.missing("resumes_at") }
        self.resumesAt = resumesAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resumes_at")
        writer.write(resumesAt)
        writer.close()
    }
}

/// What is counted.
public enum ProrationUnit: String, RatebookValue, CaseIterable {
    /// Whole days.
    case day = "day"
    /// Seconds of elapsed time.
    case second = "second"
}

/// What a change costs.
public struct Proration: RatebookValue {
    /// The billing period.
    public var period: DayRange
    /// How many days or seconds of the period lie before the change.
    public var elapsed: Int
    /// How many the period has.
    public var whole: Int
    /// The currency of every amount.
    public var currency: String
    /// Credit and charge, each on its own.
    public var lines: [ProrationLine]
    /// The sum of the lines; below zero when the customer gets money back.
    public var total: Decimal

    public init(
        period: DayRange,
        elapsed: Int,
        whole: Int,
        currency: String,
        lines: [ProrationLine],
        total: Decimal
    ) {
        self.period = period
        self.elapsed = elapsed
        self.whole = whole
        self.currency = currency
        self.lines = lines
        self.total = total
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var period: DayRange?
        var elapsed: Int?
        var whole: Int?
        var currency: String?
        var lines: [ProrationLine]?
        var total: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("period") { period = try reader.readIfAny() }
            else if reader.isAt("elapsed") { elapsed = try reader.readIfAny() }
            else if reader.isAt("whole") { whole = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("lines") { lines = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let period else { throw reader.missing("period") }
        self.period = period
        guard let elapsed else { throw reader.missing("elapsed") }
        self.elapsed = elapsed
        guard let whole else { throw reader.missing("whole") }
        self.whole = whole
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let lines else { throw reader.missing("lines") }
        self.lines = lines
        guard let total else { throw reader.missing("total") }
        self.total = total
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("period")
        writer.write(period)
        writer.field("elapsed")
        writer.write(elapsed)
        writer.field("whole")
        writer.write(whole)
        writer.field("currency")
        writer.write(currency)
        writer.field("lines")
        writer.write(lines)
        writer.field("total")
        writer.write(total)
        writer.close()
    }
}

/// A credit or a charge.
public struct ProrationLine: RatebookValue {
    /// Which of the two.
    public var kind: ProrationLineKind
    /// What people call it.
    public var label: String
    /// The price of the whole period.
    public var fullPrice: Decimal
    /// The amount, below zero for a credit.
    public var amount: Decimal

    public init(
        kind: ProrationLineKind,
        label: String,
        fullPrice: Decimal,
        amount: Decimal
    ) {
        self.kind = kind
        self.label = label
        self.fullPrice = fullPrice
        self.amount = amount
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var kind: ProrationLineKind?
        var label: String?
        var fullPrice: Decimal?
        var amount: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("label") { label = try reader.readIfAny() }
            else if reader.isAt("full_price") { fullPrice = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let label else { throw reader.missing("label") }
        self.label = label
        guard let fullPrice else { throw reader.missing("full_price") }
        self.fullPrice = fullPrice
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("kind")
        writer.write(kind)
        writer.field("label")
        writer.write(label)
        writer.field("full_price")
        writer.write(fullPrice)
        writer.field("amount")
        writer.write(amount)
        writer.close()
    }
}

/// Credit or charge.
public enum ProrationLineKind: String, RatebookValue, CaseIterable {
    /// Money back.
    case credit = "credit"
    /// Money due.
    case charge = "charge"
}

/// Is it free?
public struct CheckRequest: RatebookValue {
    /// The present moment: what holds and notice are measured by.
    public var now: Date
    /// The resource.
    public var resource: String
    /// When.
    public var when: When
    /// How many units.
    public var units: Int
    /// The partner who asks.
    public var partner: String?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        resource: String,
        when: When,
        units: Int = 1,
        partner: String? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.resource = resource
        self.when = when
        self.units = units
        self.partner = partner
        self.hold = hold
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var resource: String?
        var when: When?
        var units: Int?
        var partner: String?
        var hold: String?
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("partner") { partner = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let when else { throw reader.missing("when") }
        self.when = when
        self.units = units ?? 1
        self.partner = partner
        self.hold = hold
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("resource")
        writer.write(resource)
        writer.field("when")
        writer.write(when)
        writer.field("units")
        writer.write(units)
        if let partner { writer.field("partner"); writer.write(partner) }
        if let hold { writer.field("hold"); writer.write(hold) }
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.close()
    }
}

/// Whether it is free, and why not.
public struct Availability: RatebookValue {
    /// Whether it can be booked.
    public var free: Bool
    /// The units that nobody has taken over the whole time, whatever the rules say.
    public var unitsLeft: Int
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        free: Bool,
        unitsLeft: Int,
        reasons: [Reason]
    ) {
        self.free = free
        self.unitsLeft = unitsLeft
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var free: Bool?
        var unitsLeft: Int?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("free") { free = try reader.readIfAny() }
            else if reader.isAt("units_left") { unitsLeft = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let free else { throw reader.missing("free") }
        self.free = free
        guard let unitsLeft else { throw reader.missing("units_left") }
        self.unitsLeft = unitsLeft
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("free")
        writer.write(free)
        writer.field("units_left")
        writer.write(unitsLeft)
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// Are several things free at once?
public struct CheckAllRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// What is wanted, all of it.
    public var takes: [Take]
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        takes: [Take],
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.takes = takes
        self.hold = hold
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var takes: [Take]?
        var hold: String?
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("takes") { takes = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let takes else { throw reader.missing("takes") }
        self.takes = takes
        self.hold = hold
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("takes")
        writer.write(takes)
        if let hold { writer.field("hold"); writer.write(hold) }
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.close()
    }
}

/// Where and from when on something is looked for.
public struct NextFreeRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The resources to look at; all that are counted by the moment when empty.
    public var resources: [String]
    /// Not before that moment.
    public var after: Date
    /// For so many minutes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Within so many days.
    public var withinDays: Int

    public init(
        now: Date,
        resources: [String] = [],
        after: Date,
        minutes: Int,
        units: Int = 1,
        withinDays: Int = 90
    ) {
        self.now = now
        self.resources = resources
        self.after = after
        self.minutes = minutes
        self.units = units
        self.withinDays = withinDays
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var resources: [String]?
        var after: Date?
        var minutes: Int?
        var units: Int?
        var withinDays: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("within_days") { withinDays = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.resources = resources ?? []
        guard let after else { throw reader.missing("after") }
        self.after = after
        guard let minutes else { throw reader.missing("minutes") }
        self.minutes = minutes
        self.units = units ?? 1
        self.withinDays = withinDays ?? 90
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        writer.field("after")
        writer.write(after)
        writer.field("minutes")
        writer.write(minutes)
        writer.field("units")
        writer.write(units)
        writer.field("within_days")
        writer.write(withinDays)
        writer.close()
    }
}

/// A free time of a resource.
public struct FreeTime: RatebookValue {
    /// The resource.
    public var resource: String
    /// The time.
    public var span: Span

    public init(
        resource: String,
        span: Span
    ) {
        self.resource = resource
        self.span = span
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var span: Span?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("span") { span = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let span else { throw reader.missing("span") }
        self.span = span
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("span")
        writer.write(span)
        writer.close()
    }
}

/// Free starts of which resources, on which days, for how long?
public struct SlotsRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The resources; all that are counted by the moment when empty.
    public var resources: [String]
    /// The days on which they begin, by each resource's own clock.
    public var days: DayRange
    /// How long.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        resources: [String] = [],
        days: DayRange,
        minutes: Int,
        units: Int = 1,
        stepMinutes: Int? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.resources = resources
        self.days = days
        self.minutes = minutes
        self.units = units
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var resources: [String]?
        var days: DayRange?
        var minutes: Int?
        var units: Int?
        var stepMinutes: Int?
        var hold: String?
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("step_minutes") { stepMinutes = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.resources = resources ?? []
        guard let days else { throw reader.missing("days") }
        self.days = days
        guard let minutes else { throw reader.missing("minutes") }
        self.minutes = minutes
        self.units = units ?? 1
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        writer.field("days")
        writer.write(days)
        writer.field("minutes")
        writer.write(minutes)
        writer.field("units")
        writer.write(units)
        if let stepMinutes { writer.field("step_minutes"); writer.write(stepMinutes) }
        if let hold { writer.field("hold"); writer.write(hold) }
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.close()
    }
}

/// The free starts of one resource.
public struct ResourceSlots: RatebookValue {
    /// The resource.
    public var resource: String
    /// Its free starts, in order of time.
    public var slots: [Slot]

    public init(
        resource: String,
        slots: [Slot]
    ) {
        self.resource = resource
        self.slots = slots
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var slots: [Slot]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("slots") { slots = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let slots else { throw reader.missing("slots") }
        self.slots = slots
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("slots")
        writer.write(slots)
        writer.close()
    }
}

/// A free start.
public struct Slot: RatebookValue {
    /// The moment.
    public var start: Date
    /// The day that clocks show.
    public var day: Day
    /// The time that clocks show.
    public var time: String
    /// How far clocks are from universal time: it tells two times apart that clocks show twice.
    public var offset: String
    /// The longest booking that could begin then, up to the longest that the resource takes or a day.
    public var longestMinutes: Int

    public init(
        start: Date,
        day: Day,
        time: String,
        offset: String,
        longestMinutes: Int
    ) {
        self.start = start
        self.day = day
        self.time = time
        self.offset = offset
        self.longestMinutes = longestMinutes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var start: Date?
        var day: Day?
        var time: String?
        var offset: String?
        var longestMinutes: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("time") { time = try reader.readIfAny() }
            else if reader.isAt("offset") { offset = try reader.readIfAny() }
            else if reader.isAt("longest_minutes") { longestMinutes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let start else { throw reader.missing("start") }
        self.start = start
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let time else { throw reader.missing("time") }
        self.time = time
        guard let offset else { throw reader.missing("offset") }
        self.offset = offset
        guard let longestMinutes else { throw reader.missing("longest_minutes") }
        self.longestMinutes = longestMinutes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("start")
        writer.write(start)
        writer.field("day")
        writer.write(day)
        writer.field("time")
        writer.write(time)
        writer.field("offset")
        writer.write(offset)
        writer.field("longest_minutes")
        writer.write(longestMinutes)
        writer.close()
    }
}

/// When are several things free at once?
public struct CommonSlotsRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// What is needed at once: each need is met by another resource.
    public var needs: [ResourceNeed]
    /// The days on which they begin, by each resource's own clock.
    public var days: DayRange
    /// How long.
    public var minutes: Int
    /// Every so many minutes, for resources without a grid; 15 when not given.
    public var stepMinutes: Int?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        needs: [ResourceNeed],
        days: DayRange,
        minutes: Int,
        stepMinutes: Int? = nil,
        hold: String? = nil,
        booking: String? = nil
    ) {
        self.now = now
        self.needs = needs
        self.days = days
        self.minutes = minutes
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var needs: [ResourceNeed]?
        var days: DayRange?
        var minutes: Int?
        var stepMinutes: Int?
        var hold: String?
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("needs") { needs = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("step_minutes") { stepMinutes = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let needs else { throw reader.missing("needs") }
        self.needs = needs
        guard let days else { throw reader.missing("days") }
        self.days = days
        guard let minutes else { throw reader.missing("minutes") }
        self.minutes = minutes
        self.stepMinutes = stepMinutes
        self.hold = hold
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("needs")
        writer.write(needs)
        writer.field("days")
        writer.write(days)
        writer.field("minutes")
        writer.write(minutes)
        if let stepMinutes { writer.field("step_minutes"); writer.write(stepMinutes) }
        if let hold { writer.field("hold"); writer.write(hold) }
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.close()
    }
}

/// Something that is needed: one of several resources.
public struct ResourceNeed: RatebookValue {
    /// One of these; any that is counted by the moment when empty.
    public var anyOf: [String]
    /// With these skills.
    public var skills: [String]
    /// At that location.
    public var location: String?
    /// How many units of it.
    public var units: Int

    public init(
        anyOf: [String] = [],
        skills: [String] = [],
        location: String? = nil,
        units: Int = 1
    ) {
        self.anyOf = anyOf
        self.skills = skills
        self.location = location
        self.units = units
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var anyOf: [String]?
        var skills: [String]?
        var location: String?
        var units: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("any_of") { anyOf = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("location") { location = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.anyOf = anyOf ?? []
        self.skills = skills ?? []
        self.location = location
        self.units = units ?? 1
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !anyOf.isEmpty { writer.field("any_of"); writer.write(anyOf) }
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if let location { writer.field("location"); writer.write(location) }
        writer.field("units")
        writer.write(units)
        writer.close()
    }
}

/// A start at which everything is free.
public struct CommonSlot: RatebookValue {
    /// The start; the longest booking is what all of them allow.
    public var slot: Slot
    /// A resource for each need.
    public var resources: [String]

    public init(
        slot: Slot,
        resources: [String]
    ) {
        self.slot = slot
        self.resources = resources
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var slot: Slot?
        var resources: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("slot") { slot = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let slot else { throw reader.missing("slot") }
        self.slot = slot
        guard let resources else { throw reader.missing("resources") }
        self.resources = resources
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("slot")
        writer.write(slot)
        writer.field("resources")
        writer.write(resources)
        writer.close()
    }
}

/// Which days of which resources are drawn?
public struct ViewRequest: RatebookValue {
    /// The present moment: holds that have expired are not drawn.
    public var now: Date
    /// A day, a week or a month.
    public var view: ViewKind
    /// A day of it.
    public var day: Day
    /// The first day of a week.
    public var weekBegins: Weekday
    /// The zone in which days begin; each resource's own when not given.
    public var zone: String?
    /// The resources; all when empty.
    public var resources: [String]
    /// The partner who looks.
    public var partner: String?

    public init(
        now: Date,
        view: ViewKind,
        day: Day,
        weekBegins: Weekday = .mon,
        zone: String? = nil,
        resources: [String] = [],
        partner: String? = nil
    ) {
        self.now = now
        self.view = view
        self.day = day
        self.weekBegins = weekBegins
        self.zone = zone
        self.resources = resources
        self.partner = partner
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var view: ViewKind?
        var day: Day?
        var weekBegins: Weekday?
        var zone: String?
        var resources: [String]?
        var partner: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("view") { view = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("week_begins") { weekBegins = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("partner") { partner = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let view else { throw reader.missing("view") }
        self.view = view
        guard let day else { throw reader.missing("day") }
        self.day = day
        self.weekBegins = weekBegins ?? .mon
        self.zone = zone
        self.resources = resources ?? []
        self.partner = partner
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("view")
        writer.write(view)
        writer.field("day")
        writer.write(day)
        writer.field("week_begins")
        writer.write(weekBegins)
        if let zone { writer.field("zone"); writer.write(zone) }
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        if let partner { writer.field("partner"); writer.write(partner) }
        writer.close()
    }
}

/// How many days are drawn.
public enum ViewKind: String, RatebookValue, CaseIterable {
    /// The day.
    case day = "day"
    /// The week that the day lies in.
    case week = "week"
    /// The month that the day lies in.
    case month = "month"
}

/// The days of one resource.
public struct ResourceView: RatebookValue {
    /// The resource.
    public var resource: String
    /// Its days.
    public var days: [DayView]

    public init(
        resource: String,
        days: [DayView]
    ) {
        self.resource = resource
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var days: [DayView]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// A day of a resource.
public struct DayView: RatebookValue {
    /// The day.
    public var day: Day
    /// By the night or departure, what the day is; by the moment, what its best cell is.
    public var state: ViewState
    /// By the night or departure, the units left; by the moment, those of its best cell.
    public var unitsLeft: Int
    /// By the moment, the parts of the day: they follow each other without a gap.
    public var cells: [ViewCell]

    public init(
        day: Day,
        state: ViewState,
        unitsLeft: Int,
        cells: [ViewCell]
    ) {
        self.day = day
        self.state = state
        self.unitsLeft = unitsLeft
        self.cells = cells
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var state: ViewState?
        var unitsLeft: Int?
        var cells: [ViewCell]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("units_left") { unitsLeft = try reader.readIfAny() }
            else if reader.isAt("cells") { cells = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let unitsLeft else { throw reader.missing("units_left") }
        self.unitsLeft = unitsLeft
        guard let cells else { throw reader.missing("cells") }
        self.cells = cells
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.field("state")
        writer.write(state)
        writer.field("units_left")
        writer.write(unitsLeft)
        writer.field("cells")
        writer.write(cells)
        writer.close()
    }
}

/// What a part of a day, or a day, is.
public enum ViewState: String, RatebookValue, CaseIterable {
    /// Units can be taken.
    case open = "open"
    /// The last unit is held.
    case held = "held"
    /// Kept free beside a booking.
    case buffer = "buffer"
    /// No unit is left.
    case taken = "taken"
    /// Blocked by a repair or an event of another calendar.
    case blocked = "blocked"
    /// Outside opening hours, or not sold.
    case closed = "closed"
}

/// A part of a day in which nothing changes.
public struct ViewCell: RatebookValue {
    /// Its beginning.
    public var start: Date
    /// Its end.
    public var end: Date
    /// What it is.
    public var state: ViewState
    /// The units left.
    public var unitsLeft: Int
    /// The bookings in it.
    public var bookings: [String]
    /// The holds in it.
    public var holds: [String]
    /// What blocks it.
    public var blocked: [String]

    public init(
        start: Date,
        end: Date,
        state: ViewState,
        unitsLeft: Int,
        bookings: [String],
        holds: [String],
        blocked: [String]
    ) {
        self.start = start
        self.end = end
        self.state = state
        self.unitsLeft = unitsLeft
        self.bookings = bookings
        self.holds = holds
        self.blocked = blocked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var start: Date?
        var end: Date?
        var state: ViewState?
        var unitsLeft: Int?
        var bookings: [String]?
        var holds: [String]?
        var blocked: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("start") { start = try reader.readIfAny() }
            else if reader.isAt("end") { end = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("units_left") { unitsLeft = try reader.readIfAny() }
            else if reader.isAt("bookings") { bookings = try reader.readIfAny() }
            else if reader.isAt("holds") { holds = try reader.readIfAny() }
            else if reader.isAt("blocked") { blocked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let start else { throw reader.missing("start") }
        self.start = start
        guard let end else { throw reader.missing("end") }
        self.end = end
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let unitsLeft else { throw reader.missing("units_left") }
        self.unitsLeft = unitsLeft
        guard let bookings else { throw reader.missing("bookings") }
        self.bookings = bookings
        guard let holds else { throw reader.missing("holds") }
        self.holds = holds
        guard let blocked else { throw reader.missing("blocked") }
        self.blocked = blocked
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("start")
        writer.write(start)
        writer.field("end")
        writer.write(end)
        writer.field("state")
        writer.write(state)
        writer.field("units_left")
        writer.write(unitsLeft)
        writer.field("bookings")
        writer.write(bookings)
        writer.field("holds")
        writer.write(holds)
        writer.field("blocked")
        writer.write(blocked)
        writer.close()
    }
}

/// How much of which resources is taken?
public struct OccupancyRequest: RatebookValue {
    /// The resources; all when empty.
    public var resources: [String]
    /// The days.
    public var days: DayRange
    /// By the day or by the week; a week begins on Monday, and the first and last may be cut.
    public var by: OccupancyBy
    /// Gaps shorter than this are too short to sell; the shortest booking of the resource when not given.
    public var gapsBelowMinutes: Int?
    /// Pickup is what was booked at this moment or later.
    public var bookedSince: Date?

    public init(
        resources: [String] = [],
        days: DayRange,
        by: OccupancyBy = .day,
        gapsBelowMinutes: Int? = nil,
        bookedSince: Date? = nil
    ) {
        self.resources = resources
        self.days = days
        self.by = by
        self.gapsBelowMinutes = gapsBelowMinutes
        self.bookedSince = bookedSince
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resources: [String]?
        var days: DayRange?
        var by: OccupancyBy?
        var gapsBelowMinutes: Int?
        var bookedSince: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("by") { by = try reader.readIfAny() }
            else if reader.isAt("gaps_below_minutes") { gapsBelowMinutes = try reader.readIfAny() }
            else if reader.isAt("booked_since") { bookedSince = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.resources = resources ?? []
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.by = by ?? .day
        self.gapsBelowMinutes = gapsBelowMinutes
        self.bookedSince = bookedSince
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        writer.field("days")
        writer.write(days)
        writer.field("by")
        writer.write(by)
        if let gapsBelowMinutes { writer.field("gaps_below_minutes"); writer.write(gapsBelowMinutes) }
        if let bookedSince { writer.field("booked_since"); writer.write(bookedSince) }
        writer.close()
    }
}

/// What figures are made for.
public enum OccupancyBy: String, RatebookValue, CaseIterable {
    /// Every day.
    case day = "day"
    /// Every week.
    case week = "week"
}

/// The figures of one resource.
public struct ResourceOccupancy: RatebookValue {
    /// The resource.
    public var resource: String
    /// Its figures, in order of time.
    public var periods: [Occupancy]

    public init(
        resource: String,
        periods: [Occupancy]
    ) {
        self.resource = resource
        self.periods = periods
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var periods: [Occupancy]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("periods") { periods = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let periods else { throw reader.missing("periods") }
        self.periods = periods
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("periods")
        writer.write(periods)
        writer.close()
    }
}

/// The figures of a day or a week. Units are counted by the minute, or by the night or seat.
public struct Occupancy: RatebookValue {
    /// The days.
    public var days: DayRange
    /// What could be taken: open and not blocked, times the capacity.
    public var offered: Int
    /// What is booked of it.
    public var taken: Int
    /// The percentage of what is offered that is taken, to two digits; none when nothing is offered.
    public var utilisation: Decimal?
    /// What is taken and was booked since the moment that was asked for.
    public var pickedUp: Int
    /// Free time that is too short to sell.
    public var shortGaps: [Span]

    public init(
        days: DayRange,
        offered: Int,
        taken: Int,
        utilisation: Decimal? = nil,
        pickedUp: Int,
        shortGaps: [Span]
    ) {
        self.days = days
        self.offered = offered
        self.taken = taken
        self.utilisation = utilisation
        self.pickedUp = pickedUp
        self.shortGaps = shortGaps
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: DayRange?
        var offered: Int?
        var taken: Int?
        var utilisation: Decimal?
        var pickedUp: Int?
        var shortGaps: [Span]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("offered") { offered = try reader.readIfAny() }
            else if reader.isAt("taken") { taken = try reader.readIfAny() }
            else if reader.isAt("utilisation") { utilisation = try reader.readIfAny() }
            else if reader.isAt("picked_up") { pickedUp = try reader.readIfAny() }
            else if reader.isAt("short_gaps") { shortGaps = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let days else { throw reader.missing("days") }
        self.days = days
        guard let offered else { throw reader.missing("offered") }
        self.offered = offered
        guard let taken else { throw reader.missing("taken") }
        self.taken = taken
        self.utilisation = utilisation
        guard let pickedUp else { throw reader.missing("picked_up") }
        self.pickedUp = pickedUp
        guard let shortGaps else { throw reader.missing("short_gaps") }
        self.shortGaps = shortGaps
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("days")
        writer.write(days)
        writer.field("offered")
        writer.write(offered)
        writer.field("taken")
        writer.write(taken)
        if let utilisation { writer.field("utilisation"); writer.write(utilisation) }
        writer.field("picked_up")
        writer.write(pickedUp)
        writer.field("short_gaps")
        writer.write(shortGaps)
        writer.close()
    }
}

/// Who takes an appointment?
public struct AssignRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// When.
    public var when: When
    /// One of these, in the order of turns; any when empty.
    public var anyOf: [String]
    /// What is needed.
    public var skills: [String]
    /// Where it is: a resource with another location is left out.
    public var location: String?
    /// By which rule. Load is what is booked on the day, in minutes; skills are always needed here.
    public var strategy: AssignmentStrategy
    /// A booking that is to move, which does not stand in its own way.
    public var booking: String?

    public init(
        now: Date,
        when: When,
        anyOf: [String] = [],
        skills: [String] = [],
        location: String? = nil,
        strategy: AssignmentStrategy,
        booking: String? = nil
    ) {
        self.now = now
        self.when = when
        self.anyOf = anyOf
        self.skills = skills
        self.location = location
        self.strategy = strategy
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var when: When?
        var anyOf: [String]?
        var skills: [String]?
        var location: String?
        var strategy: AssignmentStrategy?
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("any_of") { anyOf = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("location") { location = try reader.readIfAny() }
            else if reader.isAt("strategy") { strategy = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let when else { throw reader.missing("when") }
        self.when = when
        self.anyOf = anyOf ?? []
        self.skills = skills ?? []
        self.location = location
        guard let strategy else { throw reader.missing("strategy") }
        self.strategy = strategy
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("when")
        writer.write(when)
        if !anyOf.isEmpty { writer.field("any_of"); writer.write(anyOf) }
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if let location { writer.field("location"); writer.write(location) }
        writer.field("strategy")
        writer.write(strategy)
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.close()
    }
}

/// Who takes an appointment.
public struct Assigned: RatebookValue {
    /// The resource.
    public var resource: String
    /// Everybody who could take it, the chosen one first.
    public var ranking: [String]

    public init(
        resource: String,
        ranking: [String]
    ) {
        self.resource = resource
        self.ranking = ranking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var ranking: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("ranking") { ranking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let ranking else { throw reader.missing("ranking") }
        self.ranking = ranking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("ranking")
        writer.write(ranking)
        writer.close()
    }
}

/// Books one resource or several at once: all or none.
public struct BookRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The booking. The same one again changes nothing and is answered again.
    public var booking: Booking
    /// The hold that it comes from: it does not stand in the way, and is gone afterwards.
    public var hold: String?

    public init(
        now: Date,
        booking: Booking,
        hold: String? = nil
    ) {
        self.now = now
        self.booking = booking
        self.hold = hold
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var booking: Booking?
        var hold: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let booking else { throw reader.missing("booking") }
        self.booking = booking
        self.hold = hold
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("booking")
        writer.write(booking)
        if let hold { writer.field("hold"); writer.write(hold) }
        writer.close()
    }
}

/// A time of a resource that recurs, by the resource's own clock.
public struct BookSeriesRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// What the series is known by: its bookings are `id/1`, `id/2` and so on.
    public var id: String
    /// The resource.
    public var resource: String
    /// When it recurs.
    public var recurrence: Recurrence
    /// Occurrences up to this day, for a recurrence without an end.
    public var lastDay: Day?
    /// How long each one takes.
    public var minutes: Int
    /// How many units.
    public var units: Int
    /// What is booked when some are not free.
    public var book: SeriesBooking
    /// What a calendar shows.
    public var title: String?

    public init(
        now: Date,
        id: String,
        resource: String,
        recurrence: Recurrence,
        lastDay: Day? = nil,
        minutes: Int,
        units: Int = 1,
        book: SeriesBooking,
        title: String? = nil
    ) {
        self.now = now
        self.id = id
        self.resource = resource
        self.recurrence = recurrence
        self.lastDay = lastDay
        self.minutes = minutes
        self.units = units
        self.book = book
        self.title = title
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var id: String?
        var resource: String?
        var recurrence: Recurrence?
        var lastDay: Day?
        var minutes: Int?
        var units: Int?
        var book: SeriesBooking?
        var title: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("recurrence") { recurrence = try reader.readIfAny() }
            else if reader.isAt("last_day") { lastDay = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else if reader.isAt("book") { book = try reader.readIfAny() }
            else if reader.isAt("title") { title = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let recurrence else { throw reader.missing("recurrence") }
        self.recurrence = recurrence
        self.lastDay = lastDay
        guard let minutes else { throw reader.missing("minutes") }
        self.minutes = minutes
        self.units = units ?? 1
        guard let book else { throw reader.missing("book") }
        self.book = book
        self.title = title
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("id")
        writer.write(id)
        writer.field("resource")
        writer.write(resource)
        writer.field("recurrence")
        writer.write(recurrence)
        if let lastDay { writer.field("last_day"); writer.write(lastDay) }
        writer.field("minutes")
        writer.write(minutes)
        writer.field("units")
        writer.write(units)
        writer.field("book")
        writer.write(book)
        if let title { writer.field("title"); writer.write(title) }
        writer.close()
    }
}

/// What is booked of a series.
public enum SeriesBooking: String, RatebookValue, CaseIterable {
    /// All occurrences, or none when one of them clashes.
    case all = "all"
    /// Those that are free.
    case skipClashing = "skip_clashing"
    /// None: they are only looked at.
    case none = "none"
}

/// The occurrences of a series.
public struct BookedSeries: RatebookValue {
    /// How many are booked, or would be.
    public var free: Int
    /// How many clash.
    public var clashing: Int
    /// Every one, in order of time.
    public var occurrences: [SeriesOccurrence]

    public init(
        free: Int,
        clashing: Int,
        occurrences: [SeriesOccurrence]
    ) {
        self.free = free
        self.clashing = clashing
        self.occurrences = occurrences
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var free: Int?
        var clashing: Int?
        var occurrences: [SeriesOccurrence]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("free") { free = try reader.readIfAny() }
            else if reader.isAt("clashing") { clashing = try reader.readIfAny() }
            else if reader.isAt("occurrences") { occurrences = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let free else { throw reader.missing("free") }
        self.free = free
        guard let clashing else { throw reader.missing("clashing") }
        self.clashing = clashing
        guard let occurrences else { throw reader.missing("occurrences") }
        self.occurrences = occurrences
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("free")
        writer.write(free)
        writer.field("clashing")
        writer.write(clashing)
        writer.field("occurrences")
        writer.write(occurrences)
        writer.close()
    }
}

/// An occurrence of a series.
public struct SeriesOccurrence: RatebookValue {
    /// When.
    public var span: Span
    /// The day that clocks show at its beginning.
    public var day: Day
    /// The time that clocks show at its beginning.
    public var time: String
    /// Its booking, when it is booked.
    public var booking: String?
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        span: Span,
        day: Day,
        time: String,
        booking: String? = nil,
        reasons: [Reason]
    ) {
        self.span = span
        self.day = day
        self.time = time
        self.booking = booking
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var span: Span?
        var day: Day?
        var time: String?
        var booking: String?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("span") { span = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("time") { time = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let span else { throw reader.missing("span") }
        self.span = span
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let time else { throw reader.missing("time") }
        self.time = time
        self.booking = booking
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("span")
        writer.write(span)
        writer.field("day")
        writer.write(day)
        writer.field("time")
        writer.write(time)
        if let booking { writer.field("booking"); writer.write(booking) }
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
public struct RescheduleRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The booking.
    public var booking: String
    /// What it takes from now on.
    public var takes: [Take]

    public init(
        now: Date,
        booking: String,
        takes: [Take]
    ) {
        self.now = now
        self.booking = booking
        self.takes = takes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var booking: String?
        var takes: [Take]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else if reader.isAt("takes") { takes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let booking else { throw reader.missing("booking") }
        self.booking = booking
        guard let takes else { throw reader.missing("takes") }
        self.takes = takes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("booking")
        writer.write(booking)
        writer.field("takes")
        writer.write(takes)
        writer.close()
    }
}

/// Gives a booking up.
public struct CancelRequest: RatebookValue {
    /// The booking.
    public var booking: String

    public init(
        booking: String
    ) {
        self.booking = booking
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var booking: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("booking") { booking = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let booking else { throw reader.missing("booking") }
        self.booking = booking
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("booking")
        writer.write(booking)
        writer.close()
    }
}

/// Holds one resource or several at once: all or none.
public struct HoldRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// What the hold is known by. Asked for again with the same takes, the same hold is answered.
    public var key: String
    /// What is held.
    public var takes: [Take]
    /// For so many seconds.
    public var ttlSeconds: Int

    public init(
        now: Date,
        key: String,
        takes: [Take],
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.takes = takes
        self.ttlSeconds = ttlSeconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var key: String?
        var takes: [Take]?
        var ttlSeconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("takes") { takes = try reader.readIfAny() }
            else if reader.isAt("ttl_seconds") { ttlSeconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let takes else { throw reader.missing("takes") }
        self.takes = takes
        guard let ttlSeconds else { throw reader.missing("ttl_seconds") }
        self.ttlSeconds = ttlSeconds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("key")
        writer.write(key)
        writer.field("takes")
        writer.write(takes)
        writer.field("ttl_seconds")
        writer.write(ttlSeconds)
        writer.close()
    }
}

/// Makes a hold a booking.
public struct ConfirmRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The hold.
    public var key: String
    /// The id of the booking.
    public var booking: String
    /// What a calendar shows.
    public var title: String?
    /// A hold that has expired is booked all the same when its time is still free.
    public var evenIfExpired: Bool

    public init(
        now: Date,
        key: String,
        booking: String,
        title: String? = nil,
        evenIfExpired: Bool = false
    ) {
        self.now = now
        self.key = key
        self.booking = booking
        self.title = title
        self.evenIfExpired = evenIfExpired
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var key: String?
        var booking: String?
        var title: String?
        var evenIfExpired: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("booking") { booking = try reader.readIfAny() }
            else if reader.isAt("title") { title = try reader.readIfAny() }
            else if reader.isAt("even_if_expired") { evenIfExpired = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let booking else { throw reader.missing("booking") }
        self.booking = booking
        self.title = title
        self.evenIfExpired = evenIfExpired ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("key")
        writer.write(key)
        writer.field("booking")
        writer.write(booking)
        if let title { writer.field("title"); writer.write(title) }
        if evenIfExpired { writer.field("even_if_expired"); writer.write(evenIfExpired) }
        writer.close()
    }
}

/// Gives a hold up.
public struct ReleaseRequest: RatebookValue {
    /// The hold.
    public var key: String

    public init(
        key: String
    ) {
        self.key = key
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.close()
    }
}

/// Lets a hold expire later.
public struct ExtendRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The hold.
    public var key: String
    /// For so many seconds from now.
    public var ttlSeconds: Int

    public init(
        now: Date,
        key: String,
        ttlSeconds: Int
    ) {
        self.now = now
        self.key = key
        self.ttlSeconds = ttlSeconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var key: String?
        var ttlSeconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("ttl_seconds") { ttlSeconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let ttlSeconds else { throw reader.missing("ttl_seconds") }
        self.ttlSeconds = ttlSeconds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("key")
        writer.write(key)
        writer.field("ttl_seconds")
        writer.write(ttlSeconds)
        writer.close()
    }
}

/// Drops every hold that has expired.
public struct ExpireRequest: RatebookValue {
    /// The present moment: what expires at it has expired.
    public var now: Date

    public init(
        now: Date
    ) {
        self.now = now
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.close()
    }
}

/// Blocks time, whatever is booked in it.
public struct BlockRequest: RatebookValue {
    /// What is blocked. The same again changes nothing.
    public var blocked: Blocked

    public init(
        blocked: Blocked
    ) {
        self.blocked = blocked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var blocked: Blocked?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("blocked") { blocked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let blocked else { throw reader.missing("blocked") }
        self.blocked = blocked
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("blocked")
        writer.write(blocked)
        writer.close()
    }
}

/// Makes blocked time free again.
public struct UnblockRequest: RatebookValue {
    /// What was blocked.
    public var blocked: String

    public init(
        blocked: String
    ) {
        self.blocked = blocked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var blocked: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("blocked") { blocked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let blocked else { throw reader.missing("blocked") }
        self.blocked = blocked
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("blocked")
        writer.write(blocked)
        writer.close()
    }
}

/// Many commands at once.
public struct ApplyRequest: RatebookValue {
    /// The commands, in their order, each for itself: a refused one stops no other.
    public var commands: [CalendarCommand]

    public init(
        commands: [CalendarCommand]
    ) {
        self.commands = commands
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var commands: [CalendarCommand]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("commands") { commands = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let commands else { throw reader.missing("commands") }
        self.commands = commands
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("commands")
        writer.write(commands)
        writer.close()
    }
}

/// Something that changes a calendar.
public enum CalendarCommand: RatebookValue {
    /// Books.
    case book(BookRequest)
    /// Holds.
    case hold(HoldRequest)
    /// Makes a hold a booking.
    case confirm(ConfirmRequest)
    /// Gives a hold up.
    case release(ReleaseRequest)
    /// Lets a hold expire later.
    case extend(ExtendRequest)
    /// Drops holds that have expired.
    case expire(ExpireRequest)
    /// Gives a booking up.
    case cancel(CancelRequest)
    /// Moves a booking.
    case reschedule(RescheduleRequest)
    /// Blocks time.
    case block(BlockRequest)
    /// Makes blocked time free again.
    case unblock(UnblockRequest)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("book") { self = .book(try reader.read()) }
        else if reader.isAt("hold") { self = .hold(try reader.read()) }
        else if reader.isAt("confirm") { self = .confirm(try reader.read()) }
        else if reader.isAt("release") { self = .release(try reader.read()) }
        else if reader.isAt("extend") { self = .extend(try reader.read()) }
        else if reader.isAt("expire") { self = .expire(try reader.read()) }
        else if reader.isAt("cancel") { self = .cancel(try reader.read()) }
        else if reader.isAt("reschedule") { self = .reschedule(try reader.read()) }
        else if reader.isAt("block") { self = .block(try reader.read()) }
        else if reader.isAt("unblock") { self = .unblock(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .book(let held):
            writer.open()
            writer.field("book")
            writer.write(held)
            writer.close()
        case .hold(let held):
            writer.open()
            writer.field("hold")
            writer.write(held)
            writer.close()
        case .confirm(let held):
            writer.open()
            writer.field("confirm")
            writer.write(held)
            writer.close()
        case .release(let held):
            writer.open()
            writer.field("release")
            writer.write(held)
            writer.close()
        case .extend(let held):
            writer.open()
            writer.field("extend")
            writer.write(held)
            writer.close()
        case .expire(let held):
            writer.open()
            writer.field("expire")
            writer.write(held)
            writer.close()
        case .cancel(let held):
            writer.open()
            writer.field("cancel")
            writer.write(held)
            writer.close()
        case .reschedule(let held):
            writer.open()
            writer.field("reschedule")
            writer.write(held)
            writer.close()
        case .block(let held):
            writer.open()
            writer.field("block")
            writer.write(held)
            writer.close()
        case .unblock(let held):
            writer.open()
            writer.field("unblock")
            writer.write(held)
            writer.close()
        }
    }
}

/// What one of many commands did, or why it was refused.
public struct AppliedCommand: RatebookValue {
    /// What it did.
    public var done: CalendarChange?
    /// Every reason, when it was refused.
    public var error: ErrorReport?

    public init(
        done: CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.done = done
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var done: CalendarChange?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("done") { done = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.done = done
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let done { writer.field("done"); writer.write(done) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// What a command did.
public enum CalendarChange: RatebookValue {
    /// The booking that was made, moved or given up.
    case booking(Booking)
    /// The hold that was placed, extended or given up.
    case hold(Hold)
    /// What is blocked now, or was.
    case blocked(Blocked)
    /// The holds that had expired.
    case expired([Hold])

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("booking") { self = .booking(try reader.read()) }
        else if reader.isAt("hold") { self = .hold(try reader.read()) }
        else if reader.isAt("blocked") { self = .blocked(try reader.read()) }
        else if reader.isAt("expired") { self = .expired(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .booking(let held):
            writer.open()
            writer.field("booking")
            writer.write(held)
            writer.close()
        case .hold(let held):
            writer.open()
            writer.field("hold")
            writer.write(held)
            writer.close()
        case .blocked(let held):
            writer.open()
            writer.field("blocked")
            writer.write(held)
            writer.close()
        case .expired(let held):
            writer.open()
            writer.field("expired")
            writer.write(held)
            writer.close()
        }
    }
}

/// Commands of devices that were offline.
public struct MergeRequest: RatebookValue {
    /// The commands, in whatever order they came together.
    public var received: [ReceivedCommand]

    public init(
        received: [ReceivedCommand]
    ) {
        self.received = received
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var received: [ReceivedCommand]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("received") { received = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let received else { throw reader.missing("received") }
        self.received = received
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("received")
        writer.write(received)
        writer.close()
    }
}

/// A command as it was received.
public struct ReceivedCommand: RatebookValue {
    /// What it is known by; of two that were received at the same moment the lower one comes first.
    public var id: String
    /// When the server received it: the moment that it is checked at, whatever the device's clock said.
    public var receivedAt: Date
    /// The command.
    public var command: CalendarCommand

    public init(
        id: String,
        receivedAt: Date,
        command: CalendarCommand
    ) {
        self.id = id
        self.receivedAt = receivedAt
        self.command = command
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var receivedAt: Date?
        var command: CalendarCommand?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("received_at") { receivedAt = try reader.readIfAny() }
            else if reader.isAt("command") { command = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let receivedAt else { throw reader.missing("received_at") }
        self.receivedAt = receivedAt
        guard let command else { throw reader.missing("command") }
        self.command = command
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("received_at")
        writer.write(receivedAt)
        writer.field("command")
        writer.write(command)
        writer.close()
    }
}

/// What became of a received command.
public struct MergedCommand: RatebookValue {
    /// The command.
    public var id: String
    /// What it did.
    public var done: CalendarChange?
    /// Every reason, when it clashes with what came before it.
    public var error: ErrorReport?

    public init(
        id: String,
        done: CalendarChange? = nil,
        error: ErrorReport? = nil
    ) {
        self.id = id
        self.done = done
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var done: CalendarChange?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("done") { done = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        self.done = done
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        if let done { writer.field("done"); writer.write(done) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// The events of another calendar.
public struct ImportFeedRequest: RatebookValue {
    /// The resource whose time they block.
    public var resource: String
    /// What the other calendar is called: what it blocked before and no longer has becomes free.
    public var source: String
    /// The iCalendar text, of up to 16 MiB.
    public var text: String
    /// Events on these days; others are left alone.
    public var days: DayRange

    public init(
        resource: String,
        source: String,
        text: String,
        days: DayRange
    ) {
        self.resource = resource
        self.source = source
        self.text = text
        self.days = days
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var source: String?
        var text: String?
        var days: DayRange?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("source") { source = try reader.readIfAny() }
            else if reader.isAt("text") { text = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let source else { throw reader.missing("source") }
        self.source = source
        guard let text else { throw reader.missing("text") }
        self.text = text
        guard let days else { throw reader.missing("days") }
        self.days = days
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("source")
        writer.write(source)
        writer.field("text")
        writer.write(text)
        writer.field("days")
        writer.write(days)
        writer.close()
    }
}

/// What a feed changed.
public struct ImportedFeed: RatebookValue {
    /// What is blocked now and was not.
    public var added: [Blocked]
    /// What was blocked and is free now.
    public var removed: [Blocked]
    /// How many times stayed as they were.
    public var unchanged: Int
    /// Events and lines that could not be read, each with its line.
    public var faults: [Reason]
    /// How many faults there were beyond those.
    public var moreFaults: Int

    public init(
        added: [Blocked],
        removed: [Blocked],
        unchanged: Int,
        faults: [Reason],
        moreFaults: Int
    ) {
        self.added = added
        self.removed = removed
        self.unchanged = unchanged
        self.faults = faults
        self.moreFaults = moreFaults
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var added: [Blocked]?
        var removed: [Blocked]?
        var unchanged: Int?
        var faults: [Reason]?
        var moreFaults: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("added") { added = try reader.readIfAny() }
            else if reader.isAt("removed") { removed = try reader.readIfAny() }
            else if reader.isAt("unchanged") { unchanged = try reader.readIfAny() }
            else if reader.isAt("faults") { faults = try reader.readIfAny() }
            else if reader.isAt("more_faults") { moreFaults = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let added else { throw reader.missing("added") }
        self.added = added
        guard let removed else { throw reader.missing("removed") }
        self.removed = removed
        guard let unchanged else { throw reader.missing("unchanged") }
        self.unchanged = unchanged
        guard let faults else { throw reader.missing("faults") }
        self.faults = faults
        guard let moreFaults else { throw reader.missing("more_faults") }
        self.moreFaults = moreFaults
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("added")
        writer.write(added)
        writer.field("removed")
        writer.write(removed)
        writer.field("unchanged")
        writer.write(unchanged)
        writer.field("faults")
        writer.write(faults)
        writer.field("more_faults")
        writer.write(moreFaults)
        writer.close()
    }
}

/// What is written for other calendars?
public struct ExportFeedRequest: RatebookValue {
    /// The present moment: the stamp of every event.
    public var now: Date
    /// The resources; all when empty.
    public var resources: [String]
    /// The days.
    public var days: DayRange
    /// Events with their titles, or only what is busy.
    public var content: FeedContent
    /// The name of the calendar.
    public var name: String?

    public init(
        now: Date,
        resources: [String] = [],
        days: DayRange,
        content: FeedContent = .events,
        name: String? = nil
    ) {
        self.now = now
        self.resources = resources
        self.days = days
        self.content = content
        self.name = name
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var resources: [String]?
        var days: DayRange?
        var content: FeedContent?
        var name: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("content") { content = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.resources = resources ?? []
        guard let days else { throw reader.missing("days") }
        self.days = days
        self.content = content ?? .events
        self.name = name
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        writer.field("days")
        writer.write(days)
        writer.field("content")
        writer.write(content)
        if let name { writer.field("name"); writer.write(name) }
        writer.close()
    }
}

/// What a feed tells.
public enum FeedContent: String, RatebookValue, CaseIterable {
    /// Every booking as an event, every hold as a tentative one, and what is blocked here. What another calendar blocked is
    /// left out, for it comes from there.
    case events = "events"
    /// When no unit is left, without a word about why.
    case freeBusy = "free_busy"
}

/// What a calendar holds now.
public struct SnapshotRequest: RatebookValue {

    public init(
    ) {
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        while try reader.nextField() {
            throw reader.unknownField()
        }
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.close()
    }
}

/// Something begins to live by the machine.
public struct StartRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// What it is known by.
    public var id: String?
    /// Who began it.
    public var actor: String?
    /// What is recorded of it from the beginning.
    public var fields: [String: JSON]

    public init(
        now: Date,
        id: String? = nil,
        actor: String? = nil,
        fields: [String: JSON] = [:]
    ) {
        self.now = now
        self.id = id
        self.actor = actor
        self.fields = fields
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var id: String?
        var actor: String?
        var fields: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.id = id
        self.actor = actor
        self.fields = fields ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        if let id { writer.field("id"); writer.write(id) }
        if let actor { writer.field("actor"); writer.write(actor) }
        if !fields.isEmpty { writer.field("fields"); writer.write(fields) }
        writer.close()
    }
}

/// What an event did.
public struct MachineFired: RatebookValue {
    /// The instance as it is now.
    public var instance: MachineInstance
    /// How it stands.
    public var standing: MachineStanding
    /// Whether it has ended.
    public var terminal: Bool
    /// What the host is to carry out.
    public var effects: [MachineEffect]
    /// What to keep of it.
    public var record: MachineRecord

    public init(
        instance: MachineInstance,
        standing: MachineStanding,
        terminal: Bool,
        effects: [MachineEffect],
        record: MachineRecord
    ) {
        self.instance = instance
        self.standing = standing
        self.terminal = terminal
        self.effects = effects
        self.record = record
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instance: MachineInstance?
        var standing: MachineStanding?
        var terminal: Bool?
        var effects: [MachineEffect]?
        var record: MachineRecord?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instance") { instance = try reader.readIfAny() }
            else if reader.isAt("standing") { standing = try reader.readIfAny() }
            else if reader.isAt("terminal") { terminal = try reader.readIfAny() }
            else if reader.isAt("effects") { effects = try reader.readIfAny() }
            else if reader.isAt("record") { record = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let instance else { throw reader.missing("instance") }
        self.instance = instance
        guard let standing else { throw reader.missing("standing") }
        self.standing = standing
        guard let terminal else { throw reader.missing("terminal") }
        self.terminal = terminal
        guard let effects else { throw reader.missing("effects") }
        self.effects = effects
        guard let record else { throw reader.missing("record") }
        self.record = record
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("instance")
        writer.write(instance)
        writer.field("standing")
        writer.write(standing)
        writer.field("terminal")
        writer.write(terminal)
        writer.field("effects")
        writer.write(effects)
        writer.field("record")
        writer.write(record)
        writer.close()
    }
}

/// Something that lives by a machine: plain data, to be kept by the host.
public struct MachineInstance: RatebookValue {
    /// The machine's name.
    public var machine: String
    /// The machine's version.
    public var machineVersion: Int
    /// What it is known by.
    public var id: String?
    /// The state it is in.
    public var state: String
    /// How often something happened to it: what tells two writers apart.
    public var version: Int
    /// When it came into its state.
    public var enteredAt: Date
    /// What was recorded of it.
    public var fields: [String: JSON]

    public init(
        machine: String,
        machineVersion: Int,
        id: String? = nil,
        state: String,
        version: Int,
        enteredAt: Date,
        fields: [String: JSON] = [:]
    ) {
        self.machine = machine
        self.machineVersion = machineVersion
        self.id = id
        self.state = state
        self.version = version
        self.enteredAt = enteredAt
        self.fields = fields
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var machine: String?
        var machineVersion: Int?
        var id: String?
        var state: String?
        var version: Int?
        var enteredAt: Date?
        var fields: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("machine") { machine = try reader.readIfAny() }
            else if reader.isAt("machine_version") { machineVersion = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("entered_at") { enteredAt = try reader.readIfAny() }
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let machine else { throw reader.missing("machine") }
        self.machine = machine
        guard let machineVersion else { throw reader.missing("machine_version") }
        self.machineVersion = machineVersion
        self.id = id
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let version else { throw reader.missing("version") }
        self.version = version
        guard let enteredAt else { throw reader.missing("entered_at") }
        self.enteredAt = enteredAt
        self.fields = fields ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("machine")
        writer.write(machine)
        writer.field("machine_version")
        writer.write(machineVersion)
        if let id { writer.field("id"); writer.write(id) }
        writer.field("state")
        writer.write(state)
        writer.field("version")
        writer.write(version)
        writer.field("entered_at")
        writer.write(enteredAt)
        if !fields.isEmpty { writer.field("fields"); writer.write(fields) }
        writer.close()
    }
}

/// What happened, to be kept by the host: the history from which an instance can be made again.
public struct MachineRecord: RatebookValue {
    /// The instance's version after it.
    public var version: Int
    /// What happened; nothing for the beginning.
    public var event: String?
    /// The state before; none for the beginning.
    public var before: String?
    /// The state after.
    public var after: String
    /// When.
    public var at: Date
    /// Who.
    public var actor: String?
    /// What was given with it.
    public var given: [String: JSON]
    /// What it set; `null` for what it cleared.
    public var changed: [String: JSON]

    public init(
        version: Int,
        event: String? = nil,
        before: String? = nil,
        after: String,
        at: Date,
        actor: String? = nil,
        given: [String: JSON] = [:],
        changed: [String: JSON] = [:]
    ) {
        self.version = version
        self.event = event
        self.before = before
        self.after = after
        self.at = at
        self.actor = actor
        self.given = given
        self.changed = changed
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var version: Int?
        var event: String?
        var before: String?
        var after: String?
        var at: Date?
        var actor: String?
        var given: [String: JSON]?
        var changed: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("given") { given = try reader.readIfAny() }
            else if reader.isAt("changed") { changed = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let version else { throw reader.missing("version") }
        self.version = version
        self.event = event
        self.before = before
        guard let after else { throw reader.missing("after") }
        self.after = after
        guard let at else { throw reader.missing("at") }
        self.at = at
        self.actor = actor
        self.given = given ?? [:]
        self.changed = changed ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("version")
        writer.write(version)
        if let event { writer.field("event"); writer.write(event) }
        if let before { writer.field("before"); writer.write(before) }
        writer.field("after")
        writer.write(after)
        writer.field("at")
        writer.write(at)
        if let actor { writer.field("actor"); writer.write(actor) }
        if !given.isEmpty { writer.field("given"); writer.write(given) }
        if !changed.isEmpty { writer.field("changed"); writer.write(changed) }
        writer.close()
    }
}

/// An event happens to an instance.
public struct FireRequest: RatebookValue {
    /// The instance as it is.
    public var instance: MachineInstance
    /// What happens.
    public var event: String
    /// The present moment.
    public var now: Date
    /// Who does it.
    public var actor: String?
    /// What the actor may do, such as `bookings:*`; `*` for a job of the system.
    public var permissions: [String]
    /// The facts that guards look at. What is given with the event and what was recorded of the instance are facts too.
    public var facts: [String: JSON]
    /// What is given with the event: a reason, a payment's reference.
    public var given: [String: JSON]
    /// The version that the actor saw; another one is refused.
    public var expectedVersion: Int?

    public init(
        instance: MachineInstance,
        event: String,
        now: Date,
        actor: String? = nil,
        permissions: [String] = [],
        facts: [String: JSON] = [:],
        given: [String: JSON] = [:],
        expectedVersion: Int? = nil
    ) {
        self.instance = instance
        self.event = event
        self.now = now
        self.actor = actor
        self.permissions = permissions
        self.facts = facts
        self.given = given
        self.expectedVersion = expectedVersion
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instance: MachineInstance?
        var event: String?
        var now: Date?
        var actor: String?
        var permissions: [String]?
        var facts: [String: JSON]?
        var given: [String: JSON]?
        var expectedVersion: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instance") { instance = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("given") { given = try reader.readIfAny() }
            else if reader.isAt("expected_version") { expectedVersion = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let instance else { throw reader.missing("instance") }
        self.instance = instance
        guard let event else { throw reader.missing("event") }
        self.event = event
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.actor = actor
        self.permissions = permissions ?? []
        self.facts = facts ?? [:]
        self.given = given ?? [:]
        self.expectedVersion = expectedVersion
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("instance")
        writer.write(instance)
        writer.field("event")
        writer.write(event)
        writer.field("now")
        writer.write(now)
        if let actor { writer.field("actor"); writer.write(actor) }
        if !permissions.isEmpty { writer.field("permissions"); writer.write(permissions) }
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        if !given.isEmpty { writer.field("given"); writer.write(given) }
        if let expectedVersion { writer.field("expected_version"); writer.write(expectedVersion) }
        writer.close()
    }
}

/// Events of many instances, each for itself.
public struct FireAllRequest: RatebookValue {
    /// The events.
    public var events: [FireRequest]

    public init(
        events: [FireRequest]
    ) {
        self.events = events
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var events: [FireRequest]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("events") { events = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let events else { throw reader.missing("events") }
        self.events = events
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("events")
        writer.write(events)
        writer.close()
    }
}

/// What came of one event among many.
public struct MachineAttempt: RatebookValue {
    /// What it did.
    public var fired: MachineFired?
    /// Why it did nothing.
    public var error: ErrorReport?

    public init(
        fired: MachineFired? = nil,
        error: ErrorReport? = nil
    ) {
        self.fired = fired
        self.error = error
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var fired: MachineFired?
        var error: ErrorReport?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("fired") { fired = try reader.readIfAny() }
            else if reader.isAt("error") { error = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.fired = fired
        self.error = error
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let fired { writer.field("fired"); writer.write(fired) }
        if let error { writer.field("error"); writer.write(error) }
        writer.close()
    }
}

/// Where an event leads, asked with names alone.
public struct StepRequest: RatebookValue {
    /// The state.
    public var state: String
    /// The event.
    public var event: String
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        state: String,
        event: String,
        facts: [String: JSON] = [:]
    ) {
        self.state = state
        self.event = event
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var state: String?
        var event: String?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let event else { throw reader.missing("event") }
        self.event = event
        self.facts = facts ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("state")
        writer.write(state)
        writer.field("event")
        writer.write(event)
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.close()
    }
}

/// Where an event leads.
public struct MachineStep: RatebookValue {
    /// The state after it.
    public var state: String
    /// Whether that is an end.
    public var terminal: Bool

    public init(
        state: String,
        terminal: Bool
    ) {
        self.state = state
        self.terminal = terminal
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var state: String?
        var terminal: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("terminal") { terminal = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let terminal else { throw reader.missing("terminal") }
        self.terminal = terminal
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("state")
        writer.write(state)
        writer.field("terminal")
        writer.write(terminal)
        writer.close()
    }
}

/// What may happen next?
public struct AllowedRequest: RatebookValue {
    /// The instance as it is.
    public var instance: MachineInstance
    /// What the actor may do, such as `bookings:*`.
    public var permissions: [String]
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        instance: MachineInstance,
        permissions: [String] = [],
        facts: [String: JSON] = [:]
    ) {
        self.instance = instance
        self.permissions = permissions
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instance: MachineInstance?
        var permissions: [String]?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instance") { instance = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let instance else { throw reader.missing("instance") }
        self.instance = instance
        self.permissions = permissions ?? []
        self.facts = facts ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("instance")
        writer.write(instance)
        if !permissions.isEmpty { writer.field("permissions"); writer.write(permissions) }
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.close()
    }
}

/// An event, whether it may happen, and why not.
public struct MachineChoice: RatebookValue {
    /// The event.
    public var event: String
    /// What people read.
    public var label: String?
    /// Whether it may happen.
    public var open: Bool
    /// The state it would lead to.
    public var leadsTo: String?
    /// What has to be given with it.
    public var requires: [String]
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        event: String,
        label: String? = nil,
        open: Bool,
        leadsTo: String? = nil,
        requires: [String],
        reasons: [Reason]
    ) {
        self.event = event
        self.label = label
        self.open = open
        self.leadsTo = leadsTo
        self.requires = requires
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var event: String?
        var label: String?
        var open: Bool?
        var leadsTo: String?
        var requires: [String]?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("label") { label = try reader.readIfAny() }
            else if reader.isAt("open") { open = try reader.readIfAny() }
            else if reader.isAt("leads_to") { leadsTo = try reader.readIfAny() }
            else if reader.isAt("requires") { requires = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let event else { throw reader.missing("event") }
        self.event = event
        self.label = label
        guard let open else { throw reader.missing("open") }
        self.open = open
        self.leadsTo = leadsTo
        guard let requires else { throw reader.missing("requires") }
        self.requires = requires
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("event")
        writer.write(event)
        if let label { writer.field("label"); writer.write(label) }
        writer.field("open")
        writer.write(open)
        if let leadsTo { writer.field("leads_to"); writer.write(leadsTo) }
        writer.field("requires")
        writer.write(requires)
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// Which timers have run out?
public struct DueRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// The instances.
    public var instances: [MachineInstance]

    public init(
        now: Date,
        instances: [MachineInstance]
    ) {
        self.now = now
        self.instances = instances
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var instances: [MachineInstance]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("instances") { instances = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let instances else { throw reader.missing("instances") }
        self.instances = instances
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("instances")
        writer.write(instances)
        writer.close()
    }
}

/// The timers of many instances.
public struct MachineTimers: RatebookValue {
    /// What has run out, in order of time.
    public var due: [MachineDue]
    /// When the next one of the rest does: there is no need to ask before.
    public var nextAt: Date?

    public init(
        due: [MachineDue],
        nextAt: Date? = nil
    ) {
        self.due = due
        self.nextAt = nextAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var due: [MachineDue]?
        var nextAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("due") { due = try reader.readIfAny() }
            else if reader.isAt("next_at") { nextAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let due else { throw reader.missing("due") }
        self.due = due
        self.nextAt = nextAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("due")
        writer.write(due)
        if let nextAt { writer.field("next_at"); writer.write(nextAt) }
        writer.close()
    }
}

/// A timer that has run out: fire its event.
public struct MachineDue: RatebookValue {
    /// The place of the instance in the request.
    public var place: Int
    /// What the instance is known by.
    public var id: String?
    /// What happens.
    public var event: String
    /// When the timer ran out.
    public var at: Date

    public init(
        place: Int,
        id: String? = nil,
        event: String,
        at: Date
    ) {
        self.place = place
        self.id = id
        self.event = event
        self.at = at
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var place: Int?
        var id: String?
        var event: String?
        var at: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("place") { place = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let place else { throw reader.missing("place") }
        self.place = place
        self.id = id
        guard let event else { throw reader.missing("event") }
        self.event = event
        guard let at else { throw reader.missing("at") }
        self.at = at
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("place")
        writer.write(place)
        if let id { writer.field("id"); writer.write(id) }
        writer.field("event")
        writer.write(event)
        writer.field("at")
        writer.write(at)
        writer.close()
    }
}

/// An instance is to be made again from its history.
public struct ReplayRequest: RatebookValue {
    /// What it is known by.
    public var id: String?
    /// Everything that happened, from the beginning.
    public var history: [MachineRecord]

    public init(
        id: String? = nil,
        history: [MachineRecord]
    ) {
        self.id = id
        self.history = history
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var history: [MachineRecord]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("history") { history = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.id = id
        guard let history else { throw reader.missing("history") }
        self.history = history
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let id { writer.field("id"); writer.write(id) }
        writer.field("history")
        writer.write(history)
        writer.close()
    }
}

/// A picture of the machine.
public struct DiagramRequest: RatebookValue {
    /// As what.
    public var drawing: MachineDrawing
    /// The state that is marked as the present one.
    public var state: String?

    public init(
        drawing: MachineDrawing,
        state: String? = nil
    ) {
        self.drawing = drawing
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var drawing: MachineDrawing?
        var state: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("drawing") { drawing = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let drawing else { throw reader.missing("drawing") }
        self.drawing = drawing
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("drawing")
        writer.write(drawing)
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// The language of a picture.
public enum MachineDrawing: String, RatebookValue, CaseIterable {
    /// Mermaid, which Markdown pages draw.
    case mermaid = "mermaid"
    /// DOT, which Graphviz draws.
    case dot = "dot"
}

/// The shortest ways to every state are asked for.
public struct PathsRequest: RatebookValue {

    public init(
    ) {
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        while try reader.nextField() {
            throw reader.unknownField()
        }
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.close()
    }
}

/// The shortest way to a state.
public struct MachinePath: RatebookValue {
    /// The state.
    public var state: String
    /// The events that lead there from the initial state.
    public var events: [String]

    public init(
        state: String,
        events: [String]
    ) {
        self.state = state
        self.events = events
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var state: String?
        var events: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("events") { events = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let events else { throw reader.missing("events") }
        self.events = events
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("state")
        writer.write(state)
        writer.field("events")
        writer.write(events)
        writer.close()
    }
}

/// A tenant's settings are asked for.
public struct SettingsRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String

    public init(
        tenant: String
    ) {
        self.tenant = tenant
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.close()
    }
}

/// What is free, and at which price?
public struct AvailabilityAndPriceRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// When.
    public var when: When
    /// The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given.
    public var request: PriceRequest
    /// Only these resources; all when empty.
    public var resources: [String]
    /// The partner who asks.
    public var partner: String?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?

    public init(
        now: Date,
        when: When,
        request: PriceRequest,
        resources: [String] = [],
        partner: String? = nil,
        hold: String? = nil
    ) {
        self.now = now
        self.when = when
        self.request = request
        self.resources = resources
        self.partner = partner
        self.hold = hold
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var when: When?
        var request: PriceRequest?
        var resources: [String]?
        var partner: String?
        var hold: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("request") { request = try reader.readIfAny() }
            else if reader.isAt("resources") { resources = try reader.readIfAny() }
            else if reader.isAt("partner") { partner = try reader.readIfAny() }
            else if reader.isAt("hold") { hold = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let when else { throw reader.missing("when") }
        self.when = when
        guard let request else { throw reader.missing("request") }
        self.request = request
        self.resources = resources ?? []
        self.partner = partner
        self.hold = hold
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        writer.field("when")
        writer.write(when)
        writer.field("request")
        writer.write(request)
        if !resources.isEmpty { writer.field("resources"); writer.write(resources) }
        if let partner { writer.field("partner"); writer.write(partner) }
        if let hold { writer.field("hold"); writer.write(hold) }
        writer.close()
    }
}

/// What is free and at which price, and what is not offered.
public struct Found: RatebookValue {
    /// What is offered, cheapest first; of equal totals the resource of higher priority, then by id and list.
    public var offers: [Offered]
    /// What is not, and why.
    public var notOffered: [NotOffered]

    public init(
        offers: [Offered],
        notOffered: [NotOffered]
    ) {
        self.offers = offers
        self.notOffered = notOffered
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var offers: [Offered]?
        var notOffered: [NotOffered]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("offers") { offers = try reader.readIfAny() }
            else if reader.isAt("not_offered") { notOffered = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let offers else { throw reader.missing("offers") }
        self.offers = offers
        guard let notOffered else { throw reader.missing("not_offered") }
        self.notOffered = notOffered
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("offers")
        writer.write(offers)
        writer.field("not_offered")
        writer.write(notOffered)
        writer.close()
    }
}

/// A resource at a price.
public struct Offered: RatebookValue {
    /// The resource.
    public var resource: String
    /// The code of the rate list.
    public var rateList: String
    /// The total.
    public var total: Decimal
    /// Its currency.
    public var currency: String
    /// The units left.
    public var unitsLeft: Int

    public init(
        resource: String,
        rateList: String,
        total: Decimal,
        currency: String,
        unitsLeft: Int
    ) {
        self.resource = resource
        self.rateList = rateList
        self.total = total
        self.currency = currency
        self.unitsLeft = unitsLeft
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var rateList: String?
        var total: Decimal?
        var currency: String?
        var unitsLeft: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("rate_list") { rateList = try reader.readIfAny() }
            else if reader.isAt("total") { total = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("units_left") { unitsLeft = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        guard let rateList else { throw reader.missing("rate_list") }
        self.rateList = rateList
        guard let total else { throw reader.missing("total") }
        self.total = total
        guard let currency else { throw reader.missing("currency") }
        self.currency = currency
        guard let unitsLeft else { throw reader.missing("units_left") }
        self.unitsLeft = unitsLeft
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        writer.field("rate_list")
        writer.write(rateList)
        writer.field("total")
        writer.write(total)
        writer.field("currency")
        writer.write(currency)
        writer.field("units_left")
        writer.write(unitsLeft)
        writer.close()
    }
}

/// A resource that is not offered by a list.
public struct NotOffered: RatebookValue {
    /// The resource.
    public var resource: String
    /// The code of the rate list; none when it is not free, whatever the list.
    public var rateList: String?
    /// Every reason.
    public var reasons: [Reason]

    public init(
        resource: String,
        rateList: String? = nil,
        reasons: [Reason]
    ) {
        self.resource = resource
        self.rateList = rateList
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var resource: String?
        var rateList: String?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("resource") { resource = try reader.readIfAny() }
            else if reader.isAt("rate_list") { rateList = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let resource else { throw reader.missing("resource") }
        self.resource = resource
        self.rateList = rateList
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("resource")
        writer.write(resource)
        if let rateList { writer.field("rate_list"); writer.write(rateList) }
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}
