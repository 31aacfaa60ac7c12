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
    /// The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring.
    public var facts: [String: String]
    /// What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
    /// machine that declares none takes any name, and knows the types of those it counts from and sets itself.
    public var fields: [String: String]
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
        fields: [String: String] = [:],
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
        self.fields = fields
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
        var fields: [String: String]?
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
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
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
        self.fields = fields ?? [:]
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
        if !fields.isEmpty { writer.field("fields"); writer.write(fields) }
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
    /// When it is due by itself. Nobody can make it happen earlier, and from then on it has happened.
    public var after: MachineTimer?
    /// The moment from which on it is possible.
    public var notBefore: MachineTimer?
    /// The last moment at which it is possible.
    public var notAfter: MachineTimer?

    public init(
        from: [String],
        event: String,
        to: String,
        `guard`: String? = nil,
        requires: [String] = [],
        stamps: [String: MachineStamp] = [:],
        permission: String? = nil,
        effects: [MachineEffect] = [],
        after: MachineTimer? = nil,
        notBefore: MachineTimer? = nil,
        notAfter: MachineTimer? = nil
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
        self.notBefore = notBefore
        self.notAfter = notAfter
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
        var notBefore: MachineTimer?
        var notAfter: MachineTimer?
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
            else if reader.isAt("not_before") { notBefore = try reader.readIfAny() }
            else if reader.isAt("not_after") { notAfter = try reader.readIfAny() }
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
        self.notBefore = notBefore
        self.notAfter = notAfter
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
        if let notBefore { writer.field("not_before"); writer.write(notBefore) }
        if let notAfter { writer.field("not_after"); writer.write(notAfter) }
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

/// A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds.
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
    /// The field of the instance that holds the moment it lies before, in place of `field`.
    public var before: String?

    public init(
        days: Int? = nil,
        hours: Int? = nil,
        minutes: Int? = nil,
        seconds: Int? = nil,
        field: String? = nil,
        before: String? = nil
    ) {
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.field = field
        self.before = before
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var days: Int?
        var hours: Int?
        var minutes: Int?
        var seconds: Int?
        var field: String?
        var before: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("seconds") { seconds = try reader.readIfAny() }
            else if reader.isAt("field") { field = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.field = field
        self.before = before
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let days { writer.field("days"); writer.write(days) }
        if let hours { writer.field("hours"); writer.write(hours) }
        if let minutes { writer.field("minutes"); writer.write(minutes) }
        if let seconds { writer.field("seconds"); writer.write(seconds) }
        if let field { writer.field("field"); writer.write(field) }
        if let before { writer.field("before"); writer.write(before) }
        writer.close()
    }
}

/// By when something is due, in which hours time counts, and who is told when it is late.
public struct DeadlinePolicyDefinition: RatebookValue {
    /// The hours and days in which time counts; around the clock when not given.
    public var calendar: BusinessCalendar?
    /// The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
    /// deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
    /// `resolution`.
    public var priorities: [String: [String: Int]]?
    /// What meets a target. An event that has the target's own name always does.
    public var targets: [String: DeadlineTarget]
    /// The states in which time does not count, such as `waiting_customer`.
    public var pausesIn: [String]
    /// The percentages of its time at which a target warns.
    public var warnAtPercent: [Int]
    /// Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
    /// senior management and the chief executive.
    public var escalation: [DeadlineLevel]?

    public init(
        calendar: BusinessCalendar? = nil,
        priorities: [String: [String: Int]]? = nil,
        targets: [String: DeadlineTarget] = [:],
        pausesIn: [String] = [],
        warnAtPercent: [Int] = [],
        escalation: [DeadlineLevel]? = nil
    ) {
        self.calendar = calendar
        self.priorities = priorities
        self.targets = targets
        self.pausesIn = pausesIn
        self.warnAtPercent = warnAtPercent
        self.escalation = escalation
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var calendar: BusinessCalendar?
        var priorities: [String: [String: Int]]?
        var targets: [String: DeadlineTarget]?
        var pausesIn: [String]?
        var warnAtPercent: [Int]?
        var escalation: [DeadlineLevel]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("calendar") { calendar = try reader.readIfAny() }
            else if reader.isAt("priorities") { priorities = try reader.readIfAny() }
            else if reader.isAt("targets") { targets = try reader.readIfAny() }
            else if reader.isAt("pauses_in") { pausesIn = try reader.readIfAny() }
            else if reader.isAt("warn_at_percent") { warnAtPercent = try reader.readIfAny() }
            else if reader.isAt("escalation") { escalation = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.calendar = calendar
        self.priorities = priorities
        self.targets = targets ?? [:]
        self.pausesIn = pausesIn ?? []
        self.warnAtPercent = warnAtPercent ?? []
        self.escalation = escalation
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let calendar { writer.field("calendar"); writer.write(calendar) }
        if let priorities { writer.field("priorities"); writer.write(priorities) }
        if !targets.isEmpty { writer.field("targets"); writer.write(targets) }
        if !pausesIn.isEmpty { writer.field("pauses_in"); writer.write(pausesIn) }
        if !warnAtPercent.isEmpty { writer.field("warn_at_percent"); writer.write(warnAtPercent) }
        if let escalation { writer.field("escalation"); writer.write(escalation) }
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

/// What meets a target.
public struct DeadlineTarget: RatebookValue {
    /// The states and events that meet it; the first one counts.
    public var metBy: [String]
    /// The states and events after which it is no longer met. Its time goes on where it stood when it was met.
    public var reopenedBy: [String]

    public init(
        metBy: [String] = [],
        reopenedBy: [String] = []
    ) {
        self.metBy = metBy
        self.reopenedBy = reopenedBy
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var metBy: [String]?
        var reopenedBy: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("met_by") { metBy = try reader.readIfAny() }
            else if reader.isAt("reopened_by") { reopenedBy = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.metBy = metBy ?? []
        self.reopenedBy = reopenedBy ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !metBy.isEmpty { writer.field("met_by"); writer.write(metBy) }
        if !reopenedBy.isEmpty { writer.field("reopened_by"); writer.write(reopenedBy) }
        writer.close()
    }
}

/// A level of escalation.
public struct DeadlineLevel: RatebookValue {
    /// Who is told, such as `manager`.
    public var name: String
    /// So many minutes after the deadline, counted as the deadline is.
    public var afterMinutes: Int

    public init(
        name: String,
        afterMinutes: Int
    ) {
        self.name = name
        self.afterMinutes = afterMinutes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var afterMinutes: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("after_minutes") { afterMinutes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let afterMinutes else { throw reader.missing("after_minutes") }
        self.afterMinutes = afterMinutes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("after_minutes")
        writer.write(afterMinutes)
        writer.close()
    }
}

/// A tenant and all its rules.
public struct TenantDefinition: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String
    /// Its part of the platform's address, such as `acme` of `acme.example.com`.
    public var subdomain: String?
    /// Domains of its own.
    public var domains: [String]
    /// Where it is in its life.
    public var status: TenantStatus
    /// Since when it is there.
    public var statusSince: Date?
    /// How it works.
    public var settings: TenantSettings?
    /// How it looks and writes to people.
    public var brand: TenantBrand?
    /// Who may do what, and what they see.
    public var access: AccessRules?
    /// Features by name, and when they are on.
    public var flags: [String: FlagRules]
    /// How often things may be done, beside and instead of what is shipped.
    public var rateLimits: [RateLimitRule]
    /// How many failures lock, beside and instead of what is shipped.
    public var lockouts: [LockoutRule]
    /// Which addresses pass.
    public var addresses: [AddressRule]
    /// What there is only so much of.
    public var quotas: [QuotaRule]
    /// How numbers are written.
    public var numbers: [NumberFormat]
    /// What changes must keep to.
    public var policies: Policies?
    /// What may be spent.
    public var budgets: [Budget]?
    /// The fields and tags it adds, by kind of thing.
    public var fields: [String: EntityFields]
    /// What is known of people.
    public var privacy: Privacy?

    public init(
        id: String,
        name: String,
        subdomain: String? = nil,
        domains: [String] = [],
        status: TenantStatus = .active,
        statusSince: Date? = nil,
        settings: TenantSettings? = nil,
        brand: TenantBrand? = nil,
        access: AccessRules? = nil,
        flags: [String: FlagRules] = [:],
        rateLimits: [RateLimitRule] = [],
        lockouts: [LockoutRule] = [],
        addresses: [AddressRule] = [],
        quotas: [QuotaRule] = [],
        numbers: [NumberFormat] = [],
        policies: Policies? = nil,
        budgets: [Budget]? = nil,
        fields: [String: EntityFields] = [:],
        privacy: Privacy? = nil
    ) {
        self.id = id
        self.name = name
        self.subdomain = subdomain
        self.domains = domains
        self.status = status
        self.statusSince = statusSince
        self.settings = settings
        self.brand = brand
        self.access = access
        self.flags = flags
        self.rateLimits = rateLimits
        self.lockouts = lockouts
        self.addresses = addresses
        self.quotas = quotas
        self.numbers = numbers
        self.policies = policies
        self.budgets = budgets
        self.fields = fields
        self.privacy = privacy
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var name: String?
        var subdomain: String?
        var domains: [String]?
        var status: TenantStatus?
        var statusSince: Date?
        var settings: TenantSettings?
        var brand: TenantBrand?
        var access: AccessRules?
        var flags: [String: FlagRules]?
        var rateLimits: [RateLimitRule]?
        var lockouts: [LockoutRule]?
        var addresses: [AddressRule]?
        var quotas: [QuotaRule]?
        var numbers: [NumberFormat]?
        var policies: Policies?
        var budgets: [Budget]?
        var fields: [String: EntityFields]?
        var privacy: Privacy?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("subdomain") { subdomain = try reader.readIfAny() }
            else if reader.isAt("domains") { domains = try reader.readIfAny() }
            else if reader.isAt("status") { status = try reader.readIfAny() }
            else if reader.isAt("status_since") { statusSince = try reader.readIfAny() }
            else if reader.isAt("settings") { settings = try reader.readIfAny() }
            else if reader.isAt("brand") { brand = try reader.readIfAny() }
            else if reader.isAt("access") { access = try reader.readIfAny() }
            else if reader.isAt("flags") { flags = try reader.readIfAny() }
            else if reader.isAt("rate_limits") { rateLimits = try reader.readIfAny() }
            else if reader.isAt("lockouts") { lockouts = try reader.readIfAny() }
            else if reader.isAt("addresses") { addresses = try reader.readIfAny() }
            else if reader.isAt("quotas") { quotas = try reader.readIfAny() }
            else if reader.isAt("numbers") { numbers = try reader.readIfAny() }
            else if reader.isAt("policies") { policies = try reader.readIfAny() }
            else if reader.isAt("budgets") { budgets = try reader.readIfAny() }
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
            else if reader.isAt("privacy") { privacy = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.subdomain = subdomain
        self.domains = domains ?? []
        self.status = status ?? .active
        self.statusSince = statusSince
        self.settings = settings
        self.brand = brand
        self.access = access
        self.flags = flags ?? [:]
        self.rateLimits = rateLimits ?? []
        self.lockouts = lockouts ?? []
        self.addresses = addresses ?? []
        self.quotas = quotas ?? []
        self.numbers = numbers ?? []
        self.policies = policies
        self.budgets = budgets
        self.fields = fields ?? [:]
        self.privacy = privacy
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("name")
        writer.write(name)
        if let subdomain { writer.field("subdomain"); writer.write(subdomain) }
        if !domains.isEmpty { writer.field("domains"); writer.write(domains) }
        writer.field("status")
        writer.write(status)
        if let statusSince { writer.field("status_since"); writer.write(statusSince) }
        if let settings { writer.field("settings"); writer.write(settings) }
        if let brand { writer.field("brand"); writer.write(brand) }
        if let access { writer.field("access"); writer.write(access) }
        if !flags.isEmpty { writer.field("flags"); writer.write(flags) }
        if !rateLimits.isEmpty { writer.field("rate_limits"); writer.write(rateLimits) }
        if !lockouts.isEmpty { writer.field("lockouts"); writer.write(lockouts) }
        if !addresses.isEmpty { writer.field("addresses"); writer.write(addresses) }
        if !quotas.isEmpty { writer.field("quotas"); writer.write(quotas) }
        if !numbers.isEmpty { writer.field("numbers"); writer.write(numbers) }
        if let policies { writer.field("policies"); writer.write(policies) }
        if let budgets { writer.field("budgets"); writer.write(budgets) }
        if !fields.isEmpty { writer.field("fields"); writer.write(fields) }
        if let privacy { writer.field("privacy"); writer.write(privacy) }
        writer.close()
    }
}

/// Where a tenant is in its life.
public enum TenantStatus: String, RatebookValue, CaseIterable {
    /// It is being set up; nobody of it comes in yet.
    case provisioning = "provisioning"
    /// It works.
    case active = "active"
    /// Its people come in and read, and pay; nothing else is written.
    case suspended = "suspended"
    /// It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored.
    case deleting = "deleting"
    /// What it had is erased.
    case deleted = "deleted"
}

/// How a tenant works: each setting has a default.
public struct TenantSettings: RatebookValue {
    /// The zone of its clock.
    public var zone: String
    /// The currency of its books.
    public var currency: String?
    /// The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`.
    public var locale: String
    /// How it writes amounts, whatever the language.
    public var numberFormat: NumberLocale
    /// Where it is taxed, such as `DE` or `US-NY`.
    public var taxRegion: String?
    /// When it is open, by its zone; always when not given.
    public var businessHours: OpeningHours?
    /// How people log in.
    public var signIn: SignInRules?
    /// For so many times 24 hours a deleted tenant is kept and can be restored.
    public var keptDays: Int

    public init(
        zone: String = "UTC",
        currency: String? = nil,
        locale: String = "en",
        numberFormat: NumberLocale = .enUS,
        taxRegion: String? = nil,
        businessHours: OpeningHours? = nil,
        signIn: SignInRules? = nil,
        keptDays: Int = 90
    ) {
        self.zone = zone
        self.currency = currency
        self.locale = locale
        self.numberFormat = numberFormat
        self.taxRegion = taxRegion
        self.businessHours = businessHours
        self.signIn = signIn
        self.keptDays = keptDays
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var currency: String?
        var locale: String?
        var numberFormat: NumberLocale?
        var taxRegion: String?
        var businessHours: OpeningHours?
        var signIn: SignInRules?
        var keptDays: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("currency") { currency = try reader.readIfAny() }
            else if reader.isAt("locale") { locale = try reader.readIfAny() }
            else if reader.isAt("number_format") { numberFormat = try reader.readIfAny() }
            else if reader.isAt("tax_region") { taxRegion = try reader.readIfAny() }
            else if reader.isAt("business_hours") { businessHours = try reader.readIfAny() }
            else if reader.isAt("sign_in") { signIn = try reader.readIfAny() }
            else if reader.isAt("kept_days") { keptDays = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.zone = zone ?? "UTC"
        self.currency = currency
        self.locale = locale ?? "en"
        self.numberFormat = numberFormat ?? .enUS
        self.taxRegion = taxRegion
        self.businessHours = businessHours
        self.signIn = signIn
        self.keptDays = keptDays ?? 90
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        if let currency { writer.field("currency"); writer.write(currency) }
        writer.field("locale")
        writer.write(locale)
        writer.field("number_format")
        writer.write(numberFormat)
        if let taxRegion { writer.field("tax_region"); writer.write(taxRegion) }
        if let businessHours { writer.field("business_hours"); writer.write(businessHours) }
        if let signIn { writer.field("sign_in"); writer.write(signIn) }
        writer.field("kept_days")
        writer.write(keptDays)
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

/// How people log in, and for how long.
public struct SignInRules: RatebookValue {
    /// A session ends after so many minutes without a request.
    public var idleMinutes: Int
    /// A session ends after so many minutes, whatever happens in it.
    public var sessionMinutes: Int
    /// Whether a second factor is demanded.
    public var secondFactor: Bool
    /// The fewest letters of a password.
    public var passwordLength: Int
    /// After so many days a password must be changed; never when not given.
    public var passwordDays: Int?
    /// So many former passwords are not taken again.
    public var passwordsRemembered: Int

    public init(
        idleMinutes: Int = 30,
        sessionMinutes: Int = 720,
        secondFactor: Bool = false,
        passwordLength: Int = 12,
        passwordDays: Int? = nil,
        passwordsRemembered: Int = 0
    ) {
        self.idleMinutes = idleMinutes
        self.sessionMinutes = sessionMinutes
        self.secondFactor = secondFactor
        self.passwordLength = passwordLength
        self.passwordDays = passwordDays
        self.passwordsRemembered = passwordsRemembered
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var idleMinutes: Int?
        var sessionMinutes: Int?
        var secondFactor: Bool?
        var passwordLength: Int?
        var passwordDays: Int?
        var passwordsRemembered: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("idle_minutes") { idleMinutes = try reader.readIfAny() }
            else if reader.isAt("session_minutes") { sessionMinutes = try reader.readIfAny() }
            else if reader.isAt("second_factor") { secondFactor = try reader.readIfAny() }
            else if reader.isAt("password_length") { passwordLength = try reader.readIfAny() }
            else if reader.isAt("password_days") { passwordDays = try reader.readIfAny() }
            else if reader.isAt("passwords_remembered") { passwordsRemembered = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.idleMinutes = idleMinutes ?? 30
        self.sessionMinutes = sessionMinutes ?? 720
        self.secondFactor = secondFactor ?? false
        self.passwordLength = passwordLength ?? 12
        self.passwordDays = passwordDays
        self.passwordsRemembered = passwordsRemembered ?? 0
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("idle_minutes")
        writer.write(idleMinutes)
        writer.field("session_minutes")
        writer.write(sessionMinutes)
        if secondFactor { writer.field("second_factor"); writer.write(secondFactor) }
        writer.field("password_length")
        writer.write(passwordLength)
        if let passwordDays { writer.field("password_days"); writer.write(passwordDays) }
        writer.field("passwords_remembered")
        writer.write(passwordsRemembered)
        writer.close()
    }
}

/// How a tenant looks and writes to people.
public struct TenantBrand: RatebookValue {
    /// The logo.
    public var logo: BrandLogo?
    /// Colours by name, such as `primary`, each with the colour of text on it.
    public var colours: [String: BrandColour]
    /// The name on e-mails.
    public var senderName: String?
    /// The address that e-mails come from.
    public var senderEmail: String?
    /// The address that answers go to.
    public var replyTo: String?
    /// Where the host keeps the tenant's own templates, by kind, such as `invoice`.
    public var templates: [String: String]

    public init(
        logo: BrandLogo? = nil,
        colours: [String: BrandColour] = [:],
        senderName: String? = nil,
        senderEmail: String? = nil,
        replyTo: String? = nil,
        templates: [String: String] = [:]
    ) {
        self.logo = logo
        self.colours = colours
        self.senderName = senderName
        self.senderEmail = senderEmail
        self.replyTo = replyTo
        self.templates = templates
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var logo: BrandLogo?
        var colours: [String: BrandColour]?
        var senderName: String?
        var senderEmail: String?
        var replyTo: String?
        var templates: [String: String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("logo") { logo = try reader.readIfAny() }
            else if reader.isAt("colours") { colours = try reader.readIfAny() }
            else if reader.isAt("sender_name") { senderName = try reader.readIfAny() }
            else if reader.isAt("sender_email") { senderEmail = try reader.readIfAny() }
            else if reader.isAt("reply_to") { replyTo = try reader.readIfAny() }
            else if reader.isAt("templates") { templates = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.logo = logo
        self.colours = colours ?? [:]
        self.senderName = senderName
        self.senderEmail = senderEmail
        self.replyTo = replyTo
        self.templates = templates ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let logo { writer.field("logo"); writer.write(logo) }
        if !colours.isEmpty { writer.field("colours"); writer.write(colours) }
        if let senderName { writer.field("sender_name"); writer.write(senderName) }
        if let senderEmail { writer.field("sender_email"); writer.write(senderEmail) }
        if let replyTo { writer.field("reply_to"); writer.write(replyTo) }
        if !templates.isEmpty { writer.field("templates"); writer.write(templates) }
        writer.close()
    }
}

/// A logo, which the host keeps.
public struct BrandLogo: RatebookValue {
    /// Where the host keeps it.
    public var file: String
    /// `image/png` or `image/svg+xml`.
    public var mediaType: String
    /// Its size.
    public var bytes: Int

    public init(
        file: String,
        mediaType: String,
        bytes: Int
    ) {
        self.file = file
        self.mediaType = mediaType
        self.bytes = bytes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var file: String?
        var mediaType: String?
        var bytes: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("file") { file = try reader.readIfAny() }
            else if reader.isAt("media_type") { mediaType = try reader.readIfAny() }
            else if reader.isAt("bytes") { bytes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let file else { throw reader.missing("file") }
        self.file = file
        guard let mediaType else { throw reader.missing("media_type") }
        self.mediaType = mediaType
        guard let bytes else { throw reader.missing("bytes") }
        self.bytes = bytes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("file")
        writer.write(file)
        writer.field("media_type")
        writer.write(mediaType)
        writer.field("bytes")
        writer.write(bytes)
        writer.close()
    }
}

/// A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read.
public struct BrandColour: RatebookValue {
    /// The colour.
    public var fill: String
    /// The colour of text on it.
    public var text: String

    public init(
        fill: String,
        text: String
    ) {
        self.fill = fill
        self.text = text
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var fill: String?
        var text: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("fill") { fill = try reader.readIfAny() }
            else if reader.isAt("text") { text = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let fill else { throw reader.missing("fill") }
        self.fill = fill
        guard let text else { throw reader.missing("text") }
        self.text = text
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("fill")
        writer.write(fill)
        writer.field("text")
        writer.write(text)
        writer.close()
    }
}

/// Who may do what, and what they see.
public struct AccessRules: RatebookValue {
    /// Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones.
    public var permissions: [String]
    /// Roles by name, beside the built-in ones; one with the name of a built-in role takes its place.
    public var roles: [String: RoleRules]
    /// What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
    /// empty list.
    public var masks: [String: [FieldMask]]
    /// Permissions whose use is always audited; patterns such as `payments:*` are taken.
    public var audited: [String]

    public init(
        permissions: [String] = [],
        roles: [String: RoleRules] = [:],
        masks: [String: [FieldMask]] = [:],
        audited: [String] = []
    ) {
        self.permissions = permissions
        self.roles = roles
        self.masks = masks
        self.audited = audited
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var permissions: [String]?
        var roles: [String: RoleRules]?
        var masks: [String: [FieldMask]]?
        var audited: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else if reader.isAt("roles") { roles = try reader.readIfAny() }
            else if reader.isAt("masks") { masks = try reader.readIfAny() }
            else if reader.isAt("audited") { audited = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.permissions = permissions ?? []
        self.roles = roles ?? [:]
        self.masks = masks ?? [:]
        self.audited = audited ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !permissions.isEmpty { writer.field("permissions"); writer.write(permissions) }
        if !roles.isEmpty { writer.field("roles"); writer.write(roles) }
        if !masks.isEmpty { writer.field("masks"); writer.write(masks) }
        if !audited.isEmpty { writer.field("audited"); writer.write(audited) }
        writer.close()
    }
}

/// What a role may do. Nothing follows from a role but what is listed here and in the roles it includes.
public struct RoleRules: RatebookValue {
    /// Roles whose rules are this one's too.
    public var includes: [String]
    /// What it may do, on every record: `rates:write`, `bookings:*`, `*`.
    public var allow: [String]
    /// What it may not do, whatever else allows it.
    public var deny: [String]
    /// What it may do with records that stand in a relation to the actor, such as the actor's own bookings.
    public var grants: [RelationGrant]

    public init(
        includes: [String] = [],
        allow: [String] = [],
        deny: [String] = [],
        grants: [RelationGrant] = []
    ) {
        self.includes = includes
        self.allow = allow
        self.deny = deny
        self.grants = grants
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var includes: [String]?
        var allow: [String]?
        var deny: [String]?
        var grants: [RelationGrant]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("includes") { includes = try reader.readIfAny() }
            else if reader.isAt("allow") { allow = try reader.readIfAny() }
            else if reader.isAt("deny") { deny = try reader.readIfAny() }
            else if reader.isAt("grants") { grants = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.includes = includes ?? []
        self.allow = allow ?? []
        self.deny = deny ?? []
        self.grants = grants ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !includes.isEmpty { writer.field("includes"); writer.write(includes) }
        if !allow.isEmpty { writer.field("allow"); writer.write(allow) }
        if !deny.isEmpty { writer.field("deny"); writer.write(deny) }
        if !grants.isEmpty { writer.field("grants"); writer.write(grants) }
        writer.close()
    }
}

/// What may be done with records that name the actor.
public struct RelationGrant: RatebookValue {
    /// What the relation is called, such as `own`.
    public var relation: String
    /// The field of the record that holds the actor's id, or a list with it.
    public var field: String
    /// What may be done.
    public var permissions: [String]

    public init(
        relation: String,
        field: String,
        permissions: [String]
    ) {
        self.relation = relation
        self.field = field
        self.permissions = permissions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var relation: String?
        var field: String?
        var permissions: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("relation") { relation = try reader.readIfAny() }
            else if reader.isAt("field") { field = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let relation else { throw reader.missing("relation") }
        self.relation = relation
        guard let field else { throw reader.missing("field") }
        self.field = field
        guard let permissions else { throw reader.missing("permissions") }
        self.permissions = permissions
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("relation")
        writer.write(relation)
        writer.field("field")
        writer.write(field)
        writer.field("permissions")
        writer.write(permissions)
        writer.close()
    }
}

/// Fields that are hidden from who may not see them.
public struct FieldMask: RatebookValue {
    /// Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*/passport`. Where a
    /// record has another shape, such as a list where an object was, what stands there is hidden whole.
    public var fields: [String]
    /// The permission with which they are seen.
    public var unless: String

    public init(
        fields: [String],
        unless: String
    ) {
        self.fields = fields
        self.unless = unless
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var fields: [String]?
        var unless: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("fields") { fields = try reader.readIfAny() }
            else if reader.isAt("unless") { unless = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let fields else { throw reader.missing("fields") }
        self.fields = fields
        guard let unless else { throw reader.missing("unless") }
        self.unless = unless
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("fields")
        writer.write(fields)
        writer.field("unless")
        writer.write(unless)
        writer.close()
    }
}

/// When a feature is on. The first rule that says something decides, in the order of the fields.
public struct FlagRules: RatebookValue {
    /// What it is for this tenant, whatever the other rules say.
    public var forced: Bool?
    /// Before that moment it is off.
    public var startsAt: Date?
    /// From that moment on it is off again.
    public var endsAt: Date?
    /// By role; of several roles that differ, the one for which it is off counts.
    public var roles: [String: Bool]
    /// By plan.
    public var plans: [String: Bool]
    /// For so many in a hundred, always the same ones, and off for the rest; with at most two decimals.
    public var percentage: Decimal?
    /// What it is when nothing else decides.
    public var on: Bool

    public init(
        forced: Bool? = nil,
        startsAt: Date? = nil,
        endsAt: Date? = nil,
        roles: [String: Bool] = [:],
        plans: [String: Bool] = [:],
        percentage: Decimal? = nil,
        on: Bool = false
    ) {
        self.forced = forced
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.roles = roles
        self.plans = plans
        self.percentage = percentage
        self.on = on
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var forced: Bool?
        var startsAt: Date?
        var endsAt: Date?
        var roles: [String: Bool]?
        var plans: [String: Bool]?
        var percentage: Decimal?
        var on: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("forced") { forced = try reader.readIfAny() }
            else if reader.isAt("starts_at") { startsAt = try reader.readIfAny() }
            else if reader.isAt("ends_at") { endsAt = try reader.readIfAny() }
            else if reader.isAt("roles") { roles = try reader.readIfAny() }
            else if reader.isAt("plans") { plans = try reader.readIfAny() }
            else if reader.isAt("percentage") { percentage = try reader.readIfAny() }
            else if reader.isAt("on") { on = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.forced = forced
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.roles = roles ?? [:]
        self.plans = plans ?? [:]
        self.percentage = percentage
        self.on = on ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let forced { writer.field("forced"); writer.write(forced) }
        if let startsAt { writer.field("starts_at"); writer.write(startsAt) }
        if let endsAt { writer.field("ends_at"); writer.write(endsAt) }
        if !roles.isEmpty { writer.field("roles"); writer.write(roles) }
        if !plans.isEmpty { writer.field("plans"); writer.write(plans) }
        if let percentage { writer.field("percentage"); writer.write(percentage) }
        if on { writer.field("on"); writer.write(on) }
        writer.close()
    }
}

/// A limit that has a name.
public struct RateLimitRule: RatebookValue {
    /// What it is known by; one of a shipped limit takes its place.
    public var name: String
    /// How calls are counted.
    public var kind: RateLimitKind
    /// For whom a state is kept.
    public var per: RateLimitKey
    /// The figures where no others are given.
    public var standard: RateFigures
    /// The figures of plans that have their own.
    public var plans: [String: RateFigures]
    /// The figures of this tenant, whatever its plan.
    public var own: RateFigures?
    /// What a call costs that does not say so.
    public var cost: Int?

    public init(
        name: String,
        kind: RateLimitKind = .slidingWindow,
        per: RateLimitKey = .tenant,
        standard: RateFigures,
        plans: [String: RateFigures] = [:],
        own: RateFigures? = nil,
        cost: Int? = nil
    ) {
        self.name = name
        self.kind = kind
        self.per = per
        self.standard = standard
        self.plans = plans
        self.own = own
        self.cost = cost
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var kind: RateLimitKind?
        var per: RateLimitKey?
        var standard: RateFigures?
        var plans: [String: RateFigures]?
        var own: RateFigures?
        var cost: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("per") { per = try reader.readIfAny() }
            else if reader.isAt("standard") { standard = try reader.readIfAny() }
            else if reader.isAt("plans") { plans = try reader.readIfAny() }
            else if reader.isAt("own") { own = try reader.readIfAny() }
            else if reader.isAt("cost") { cost = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.kind = kind ?? .slidingWindow
        self.per = per ?? .tenant
        guard let standard else { throw reader.missing("standard") }
        self.standard = standard
        self.plans = plans ?? [:]
        self.own = own
        self.cost = cost
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("kind")
        writer.write(kind)
        writer.field("per")
        writer.write(per)
        writer.field("standard")
        writer.write(standard)
        if !plans.isEmpty { writer.field("plans"); writer.write(plans) }
        if let own { writer.field("own"); writer.write(own) }
        if let cost { writer.field("cost"); writer.write(cost) }
        writer.close()
    }
}

/// How calls are counted.
public enum RateLimitKind: String, RatebookValue, CaseIterable {
    /// Never more than the amount in any stretch of so many seconds, wherever it begins.
    case slidingWindow = "sliding_window"
    /// A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA).
    case tokenBucket = "token_bucket"
}

/// For whom the state of a limit is kept.
public enum RateLimitKey: String, RatebookValue, CaseIterable {
    /// For each address that calls.
    case ip = "ip"
    /// For each user.
    case user = "user"
    /// For the tenant as a whole.
    case tenant = "tenant"
}

/// How much in which time.
public struct RateFigures: RatebookValue {
    /// How much.
    public var amount: Int
    /// In how many seconds.
    public var seconds: Int
    /// How much a bucket holds, and so lets through at once; the amount when not given. A window has none.
    public var burst: Int?

    public init(
        amount: Int,
        seconds: Int,
        burst: Int? = nil
    ) {
        self.amount = amount
        self.seconds = seconds
        self.burst = burst
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var amount: Int?
        var seconds: Int?
        var burst: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("seconds") { seconds = try reader.readIfAny() }
            else if reader.isAt("burst") { burst = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let seconds else { throw reader.missing("seconds") }
        self.seconds = seconds
        self.burst = burst
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("amount")
        writer.write(amount)
        writer.field("seconds")
        writer.write(seconds)
        if let burst { writer.field("burst"); writer.write(burst) }
        writer.close()
    }
}

/// How many failures lock, and for how long.
public struct LockoutRule: RatebookValue {
    /// What it is known by; one of a shipped rule takes its place.
    public var name: String
    /// So many lock.
    public var failures: Int
    /// Within so many seconds.
    public var withinSeconds: Int
    /// For so many seconds.
    public var lockSeconds: Int
    /// Each further lock is longer by this factor.
    public var growth: Int
    /// And never longer than so many seconds; a day, or the first lock when that is longer, when not given.
    public var maxLockSeconds: Int?
    /// So many seconds after a lock it is as if there had been none.
    public var forgetSeconds: Int
    /// Whether only failures of different things count: tokens of five tenants.
    public var distinct: Bool

    public init(
        name: String,
        failures: Int,
        withinSeconds: Int,
        lockSeconds: Int,
        growth: Int = 1,
        maxLockSeconds: Int? = nil,
        forgetSeconds: Int = 86400,
        distinct: Bool = false
    ) {
        self.name = name
        self.failures = failures
        self.withinSeconds = withinSeconds
        self.lockSeconds = lockSeconds
        self.growth = growth
        self.maxLockSeconds = maxLockSeconds
        self.forgetSeconds = forgetSeconds
        self.distinct = distinct
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var failures: Int?
        var withinSeconds: Int?
        var lockSeconds: Int?
        var growth: Int?
        var maxLockSeconds: Int?
        var forgetSeconds: Int?
        var distinct: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("failures") { failures = try reader.readIfAny() }
            else if reader.isAt("within_seconds") { withinSeconds = try reader.readIfAny() }
            else if reader.isAt("lock_seconds") { lockSeconds = try reader.readIfAny() }
            else if reader.isAt("growth") { growth = try reader.readIfAny() }
            else if reader.isAt("max_lock_seconds") { maxLockSeconds = try reader.readIfAny() }
            else if reader.isAt("forget_seconds") { forgetSeconds = try reader.readIfAny() }
            else if reader.isAt("distinct") { distinct = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let failures else { throw reader.missing("failures") }
        self.failures = failures
        guard let withinSeconds else { throw reader.missing("within_seconds") }
        self.withinSeconds = withinSeconds
        guard let lockSeconds else { throw reader.missing("lock_seconds") }
        self.lockSeconds = lockSeconds
        self.growth = growth ?? 1
        self.maxLockSeconds = maxLockSeconds
        self.forgetSeconds = forgetSeconds ?? 86400
        self.distinct = distinct ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("failures")
        writer.write(failures)
        writer.field("within_seconds")
        writer.write(withinSeconds)
        writer.field("lock_seconds")
        writer.write(lockSeconds)
        writer.field("growth")
        writer.write(growth)
        if let maxLockSeconds { writer.field("max_lock_seconds"); writer.write(maxLockSeconds) }
        writer.field("forget_seconds")
        writer.write(forgetSeconds)
        if distinct { writer.field("distinct"); writer.write(distinct) }
        writer.close()
    }
}

/// Addresses that pass, or do not.
public struct AddressRule: RatebookValue {
    /// An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`.
    public var range: String
    /// Whether they pass.
    public var effect: AddressEffect
    /// Until when it holds; always when not given.
    public var expiresAt: Date?
    /// Why.
    public var reason: String?

    public init(
        range: String,
        effect: AddressEffect,
        expiresAt: Date? = nil,
        reason: String? = nil
    ) {
        self.range = range
        self.effect = effect
        self.expiresAt = expiresAt
        self.reason = reason
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var range: String?
        var effect: AddressEffect?
        var expiresAt: Date?
        var reason: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("range") { range = try reader.readIfAny() }
            else if reader.isAt("effect") { effect = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let range else { throw reader.missing("range") }
        self.range = range
        guard let effect else { throw reader.missing("effect") }
        self.effect = effect
        self.expiresAt = expiresAt
        self.reason = reason
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("range")
        writer.write(range)
        writer.field("effect")
        writer.write(effect)
        if let expiresAt { writer.field("expires_at"); writer.write(expiresAt) }
        if let reason { writer.field("reason"); writer.write(reason) }
        writer.close()
    }
}

/// What becomes of an address.
public enum AddressEffect: String, RatebookValue, CaseIterable {
    /// It is refused.
    case block = "block"
    /// It passes.
    case allow = "allow"
}

/// Something that a tenant has only so much of.
public struct QuotaRule: RatebookValue {
    /// What it is known by: `vehicles`, `api_calls`.
    public var name: String
    /// It is counted anew in each period of that length; when not given it counts what there is.
    public var every: Interval?
    /// A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
    /// given.
    public var anchor: Day?
    /// The figures where no others are given.
    public var standard: QuotaFigures
    /// The figures of plans that have their own.
    public var plans: [String: QuotaFigures]
    /// The figures of this tenant, whatever its plan.
    public var own: QuotaFigures?
    /// At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due.
    public var warnAtPercent: [Int]?

    public init(
        name: String,
        every: Interval? = nil,
        anchor: Day? = nil,
        standard: QuotaFigures,
        plans: [String: QuotaFigures] = [:],
        own: QuotaFigures? = nil,
        warnAtPercent: [Int]? = nil
    ) {
        self.name = name
        self.every = every
        self.anchor = anchor
        self.standard = standard
        self.plans = plans
        self.own = own
        self.warnAtPercent = warnAtPercent
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var every: Interval?
        var anchor: Day?
        var standard: QuotaFigures?
        var plans: [String: QuotaFigures]?
        var own: QuotaFigures?
        var warnAtPercent: [Int]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("every") { every = try reader.readIfAny() }
            else if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("standard") { standard = try reader.readIfAny() }
            else if reader.isAt("plans") { plans = try reader.readIfAny() }
            else if reader.isAt("own") { own = try reader.readIfAny() }
            else if reader.isAt("warn_at_percent") { warnAtPercent = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.every = every
        self.anchor = anchor
        guard let standard else { throw reader.missing("standard") }
        self.standard = standard
        self.plans = plans ?? [:]
        self.own = own
        self.warnAtPercent = warnAtPercent
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if let every { writer.field("every"); writer.write(every) }
        if let anchor { writer.field("anchor"); writer.write(anchor) }
        writer.field("standard")
        writer.write(standard)
        if !plans.isEmpty { writer.field("plans"); writer.write(plans) }
        if let own { writer.field("own"); writer.write(own) }
        if let warnAtPercent { writer.field("warn_at_percent"); writer.write(warnAtPercent) }
        writer.close()
    }
}

/// How much of something there is.
public struct QuotaFigures: RatebookValue {
    /// So much is included; what goes beyond it is counted as overage.
    public var soft: Int?
    /// Never more than so much; no end when not given.
    public var hard: Int?

    public init(
        soft: Int? = nil,
        hard: Int? = nil
    ) {
        self.soft = soft
        self.hard = hard
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var soft: Int?
        var hard: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("soft") { soft = try reader.readIfAny() }
            else if reader.isAt("hard") { hard = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.soft = soft
        self.hard = hard
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let soft { writer.field("soft"); writer.write(soft) }
        if let hard { writer.field("hard"); writer.write(hard) }
        writer.close()
    }
}

/// How numbers of a kind are written, and when their counter begins anew.
public struct NumberFormat: RatebookValue {
    /// What it is known by: `invoice`.
    public var name: String
    /// Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
    /// `INV-{YY}{MM}-{seq:4}`.
    public var format: String
    /// The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter.
    public var parts: [String]
    /// When the counter begins anew, by the tenant's clock.
    public var reset: NumberReset
    /// With which number it begins.
    public var first: Int

    public init(
        name: String,
        format: String,
        parts: [String] = [],
        reset: NumberReset = .never,
        first: Int = 1
    ) {
        self.name = name
        self.format = format
        self.parts = parts
        self.reset = reset
        self.first = first
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var format: String?
        var parts: [String]?
        var reset: NumberReset?
        var first: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("format") { format = try reader.readIfAny() }
            else if reader.isAt("parts") { parts = try reader.readIfAny() }
            else if reader.isAt("reset") { reset = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let format else { throw reader.missing("format") }
        self.format = format
        self.parts = parts ?? []
        self.reset = reset ?? .never
        self.first = first ?? 1
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("format")
        writer.write(format)
        if !parts.isEmpty { writer.field("parts"); writer.write(parts) }
        writer.field("reset")
        writer.write(reset)
        writer.field("first")
        writer.write(first)
        writer.close()
    }
}

/// When a counter begins anew.
public enum NumberReset: String, RatebookValue, CaseIterable {
    /// Never.
    case never = "never"
    /// With the year.
    case yearly = "yearly"
    /// With the month.
    case monthly = "monthly"
    /// With the day.
    case daily = "daily"
}

/// A tenant's policies, and the facts they are about.
public struct Policies: RatebookValue {
    /// What is known of a change, each with its type.
    public var facts: [String: String]
    /// The policies.
    public var rules: [Policy]?

    public init(
        facts: [String: String] = [:],
        rules: [Policy]? = nil
    ) {
        self.facts = facts
        self.rules = rules
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var facts: [String: String]?
        var rules: [Policy]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("rules") { rules = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.facts = facts ?? [:]
        self.rules = rules
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        if let rules { writer.field("rules"); writer.write(rules) }
        writer.close()
    }
}

/// One policy.
public struct Policy: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What it is about.
    public var kind: PolicyKind
    /// What must be true, such as `storage_gb <= 500`.
    public var condition: String
    /// What follows when it is not.
    public var effect: PolicyEffect
    /// What is said when it is not.
    public var message: String
    /// The figure that is shown: a fact such as `storage_gb`, or what is computed of them.
    public var figure: String?
    /// The limit that is shown beside it, such as `500` or `plan_storage_gb`.
    public var limit: String?

    public init(
        id: String,
        kind: PolicyKind,
        condition: String,
        effect: PolicyEffect,
        message: String,
        figure: String? = nil,
        limit: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.condition = condition
        self.effect = effect
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var kind: PolicyKind?
        var condition: String?
        var effect: PolicyEffect?
        var message: String?
        var figure: String?
        var limit: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("condition") { condition = try reader.readIfAny() }
            else if reader.isAt("effect") { effect = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else if reader.isAt("figure") { figure = try reader.readIfAny() }
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let condition else { throw reader.missing("condition") }
        self.condition = condition
        guard let effect else { throw reader.missing("effect") }
        self.effect = effect
        guard let message else { throw reader.missing("message") }
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("kind")
        writer.write(kind)
        writer.field("condition")
        writer.write(condition)
        writer.field("effect")
        writer.write(effect)
        writer.field("message")
        writer.write(message)
        if let figure { writer.field("figure"); writer.write(figure) }
        if let limit { writer.field("limit"); writer.write(limit) }
        writer.close()
    }
}

/// What a policy is about.
public enum PolicyKind: String, RatebookValue, CaseIterable {
    /// Size, number, storage, providers, regions.
    case resource = "resource"
    /// Encryption, access, backups.
    case security = "security"
    /// What it may cost.
    case cost = "cost"
}

/// What follows when a policy does not hold.
public enum PolicyEffect: String, RatebookValue, CaseIterable {
    /// The change is not made.
    case deny = "deny"
    /// The change is made, and it is told.
    case warn = "warn"
    /// The change is made when somebody approves.
    case requireApproval = "require_approval"
}

/// What may be spent in a month of the tenant's zone.
public struct Budget: RatebookValue {
    /// What it is known by.
    public var id: String
    /// How much.
    public var amount: Money
    /// At which percentages of it somebody is told.
    public var thresholds: [Int]?

    public init(
        id: String,
        amount: Money,
        thresholds: [Int]? = nil
    ) {
        self.id = id
        self.amount = amount
        self.thresholds = thresholds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var amount: Money?
        var thresholds: [Int]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("thresholds") { thresholds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        self.thresholds = thresholds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("amount")
        writer.write(amount)
        if let thresholds { writer.field("thresholds"); writer.write(thresholds) }
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

/// The fields and tags that a tenant adds to one kind of thing.
public struct EntityFields: RatebookValue {
    /// The fields, in the order of the form.
    public var fields: [CustomField]?
    /// What becomes of values of a field that is not, or no longer, defined.
    public var unknown: UnknownFields
    /// How many tags one thing may have.
    public var maxTags: Int
    /// How many characters a tag may have.
    public var maxTagLength: Int

    public init(
        fields: [CustomField]? = nil,
        unknown: UnknownFields = .refuse,
        maxTags: Int = 20,
        maxTagLength: Int = 50
    ) {
        self.fields = fields
        self.unknown = unknown
        self.maxTags = maxTags
        self.maxTagLength = maxTagLength
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var fields: [CustomField]?
        var unknown: UnknownFields?
        var maxTags: Int?
        var maxTagLength: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("fields") { fields = try reader.readIfAny() }
            else if reader.isAt("unknown") { unknown = try reader.readIfAny() }
            else if reader.isAt("max_tags") { maxTags = try reader.readIfAny() }
            else if reader.isAt("max_tag_length") { maxTagLength = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.fields = fields
        self.unknown = unknown ?? .refuse
        self.maxTags = maxTags ?? 20
        self.maxTagLength = maxTagLength ?? 50
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let fields { writer.field("fields"); writer.write(fields) }
        writer.field("unknown")
        writer.write(unknown)
        writer.field("max_tags")
        writer.write(maxTags)
        writer.field("max_tag_length")
        writer.write(maxTagLength)
        writer.close()
    }
}

/// A field that a tenant adds.
public struct CustomField: RatebookValue {
    /// What it is called in values and checks: letters, digits and `_`.
    public var name: String
    /// What it takes.
    public var kind: CustomFieldKind
    /// Whether it must be given.
    public var required: Bool
    /// Whether no two things may have the same value.
    public var unique: Bool
    /// The fewest characters of a text.
    public var minLength: Int?
    /// The most characters of a text; 1,000 when not given.
    public var maxLength: Int?
    /// The least number.
    public var min: Decimal?
    /// The greatest number.
    public var max: Decimal?
    /// The first day that a date may be.
    public var first: Day?
    /// The last day that a date may be.
    public var last: Day?
    /// What a choice is among.
    public var choices: [String]
    /// What kind of thing a reference is to.
    public var entity: String?
    /// What must be true when all fields it names have values, such as `mileage_out >= mileage_in`.
    public var check: String?
    /// What is said when the check does not hold.
    public var message: String?

    public init(
        name: String,
        kind: CustomFieldKind,
        required: Bool = false,
        unique: Bool = false,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        min: Decimal? = nil,
        max: Decimal? = nil,
        first: Day? = nil,
        last: Day? = nil,
        choices: [String] = [],
        entity: String? = nil,
        check: String? = nil,
        message: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.required = required
        self.unique = unique
        self.minLength = minLength
        self.maxLength = maxLength
        self.min = min
        self.max = max
        self.first = first
        self.last = last
        self.choices = choices
        self.entity = entity
        self.check = check
        self.message = message
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var kind: CustomFieldKind?
        var required: Bool?
        var unique: Bool?
        var minLength: Int?
        var maxLength: Int?
        var min: Decimal?
        var max: Decimal?
        var first: Day?
        var last: Day?
        var choices: [String]?
        var entity: String?
        var check: String?
        var message: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("required") { required = try reader.readIfAny() }
            else if reader.isAt("unique") { unique = try reader.readIfAny() }
            else if reader.isAt("min_length") { minLength = try reader.readIfAny() }
            else if reader.isAt("max_length") { maxLength = try reader.readIfAny() }
            else if reader.isAt("min") { min = try reader.readIfAny() }
            else if reader.isAt("max") { max = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else if reader.isAt("choices") { choices = try reader.readIfAny() }
            else if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("check") { check = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        self.required = required ?? false
        self.unique = unique ?? false
        self.minLength = minLength
        self.maxLength = maxLength
        self.min = min
        self.max = max
        self.first = first
        self.last = last
        self.choices = choices ?? []
        self.entity = entity
        self.check = check
        self.message = message
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        writer.field("kind")
        writer.write(kind)
        if required { writer.field("required"); writer.write(required) }
        if unique { writer.field("unique"); writer.write(unique) }
        if let minLength { writer.field("min_length"); writer.write(minLength) }
        if let maxLength { writer.field("max_length"); writer.write(maxLength) }
        if let min { writer.field("min"); writer.write(min) }
        if let max { writer.field("max"); writer.write(max) }
        if let first { writer.field("first"); writer.write(first) }
        if let last { writer.field("last"); writer.write(last) }
        if !choices.isEmpty { writer.field("choices"); writer.write(choices) }
        if let entity { writer.field("entity"); writer.write(entity) }
        if let check { writer.field("check"); writer.write(check) }
        if let message { writer.field("message"); writer.write(message) }
        writer.close()
    }
}

/// What a field takes.
public enum CustomFieldKind: String, RatebookValue, CaseIterable {
    /// Text.
    case text = "text"
    /// An exact number.
    case number = "number"
    /// A day.
    case date = "date"
    /// One of several texts.
    case choice = "choice"
    /// True or false.
    case yesNo = "yes_no"
    /// The id of another thing.
    case reference = "reference"
}

/// What becomes of values of a field that is not, or no longer, defined.
public enum UnknownFields: String, RatebookValue, CaseIterable {
    /// They are a fault.
    case refuse = "refuse"
    /// They are kept as they are, apart from the others.
    case archive = "archive"
}

/// Where things say something about people, how long they are kept, and what people are asked to agree to.
public struct Privacy: RatebookValue {
    /// The kinds of things that are about people.
    public var entities: [String: PrivateEntity]
    /// How long each class of things is kept.
    public var retention: [RetentionRule]?
    /// What people are asked to agree to, such as `newsletter`.
    public var purposes: [String]?

    public init(
        entities: [String: PrivateEntity] = [:],
        retention: [RetentionRule]? = nil,
        purposes: [String]? = nil
    ) {
        self.entities = entities
        self.retention = retention
        self.purposes = purposes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var entities: [String: PrivateEntity]?
        var retention: [RetentionRule]?
        var purposes: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("entities") { entities = try reader.readIfAny() }
            else if reader.isAt("retention") { retention = try reader.readIfAny() }
            else if reader.isAt("purposes") { purposes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.entities = entities ?? [:]
        self.retention = retention
        self.purposes = purposes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !entities.isEmpty { writer.field("entities"); writer.write(entities) }
        if let retention { writer.field("retention"); writer.write(retention) }
        if let purposes { writer.field("purposes"); writer.write(purposes) }
        writer.close()
    }
}

/// A kind of thing that is about people.
public struct PrivateEntity: RatebookValue {
    /// Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/*/id`.
    public var people: [String]
    /// Which fields say something about them.
    public var fields: [PrivateField]

    public init(
        people: [String],
        fields: [PrivateField]
    ) {
        self.people = people
        self.fields = fields
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var people: [String]?
        var fields: [PrivateField]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("people") { people = try reader.readIfAny() }
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let people else { throw reader.missing("people") }
        self.people = people
        guard let fields else { throw reader.missing("fields") }
        self.fields = fields
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("people")
        writer.write(people)
        writer.field("fields")
        writer.write(fields)
        writer.close()
    }
}

/// A field that says something about a person.
public struct PrivateField: RatebookValue {
    /// Where: a JSON pointer, in which one step may be `*` for each entry of a list.
    public var path: String
    /// Whether it is sensitive: health, faith, papers. It is given out only when asked for.
    public var sensitive: Bool
    /// What becomes of it when it is made nameless.
    public var anonymise: Anonymising

    public init(
        path: String,
        sensitive: Bool = false,
        anonymise: Anonymising = .pseudonym
    ) {
        self.path = path
        self.sensitive = sensitive
        self.anonymise = anonymise
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var path: String?
        var sensitive: Bool?
        var anonymise: Anonymising?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("sensitive") { sensitive = try reader.readIfAny() }
            else if reader.isAt("anonymise") { anonymise = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.sensitive = sensitive ?? false
        self.anonymise = anonymise ?? .pseudonym
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("path")
        writer.write(path)
        if sensitive { writer.field("sensitive"); writer.write(sensitive) }
        writer.field("anonymise")
        writer.write(anonymise)
        writer.close()
    }
}

/// What becomes of a field that is made nameless. What is no text becomes nothing.
public enum Anonymising: String, RatebookValue, CaseIterable {
    /// Another text, the same for the same value, so that what is counted by it still adds up.
    case pseudonym = "pseudonym"
    /// Three stars.
    case mask = "mask"
    /// Nothing: the field is taken out.
    case remove = "remove"
}

/// How long one class of things is kept.
public struct RetentionRule: RatebookValue {
    /// Of which class.
    public var `class`: String
    /// For so many months.
    public var keepMonths: Int
    /// And so many days.
    public var keepDays: Int
    /// What is done then.
    public var action: RetentionAction

    public init(
        `class`: String,
        keepMonths: Int = 0,
        keepDays: Int = 0,
        action: RetentionAction
    ) {
        self.class = `class`
        self.keepMonths = keepMonths
        self.keepDays = keepDays
        self.action = action
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var `class`: String?
        var keepMonths: Int?
        var keepDays: Int?
        var action: RetentionAction?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("class") { `class` = try reader.readIfAny() }
            else if reader.isAt("keep_months") { keepMonths = try reader.readIfAny() }
            else if reader.isAt("keep_days") { keepDays = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let `class` else { throw reader.missing("class") }
        self.class = `class`
        self.keepMonths = keepMonths ?? 0
        self.keepDays = keepDays ?? 0
        guard let action else { throw reader.missing("action") }
        self.action = action
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("class")
        writer.write(`class`)
        writer.field("keep_months")
        writer.write(keepMonths)
        writer.field("keep_days")
        writer.write(keepDays)
        writer.field("action")
        writer.write(action)
        writer.close()
    }
}

/// What is done with things that were kept long enough.
public enum RetentionAction: String, RatebookValue, CaseIterable {
    /// They are deleted.
    case delete = "delete"
    /// They are made nameless.
    case anonymise = "anonymise"
}

/// Rules that act when something happens.
public struct AutomationDefinition: RatebookValue {
    /// What the rules can look at.
    public var facts: [String: String]
    /// How many runs of rules may be set off by other rules before a loop is suspected.
    public var maxChain: Int
    /// The rules, in their order.
    public var rules: [AutomationRule]

    public init(
        facts: [String: String] = [:],
        maxChain: Int = 25,
        rules: [AutomationRule]
    ) {
        self.facts = facts
        self.maxChain = maxChain
        self.rules = rules
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var facts: [String: String]?
        var maxChain: Int?
        var rules: [AutomationRule]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("max_chain") { maxChain = try reader.readIfAny() }
            else if reader.isAt("rules") { rules = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.facts = facts ?? [:]
        self.maxChain = maxChain ?? 25
        guard let rules else { throw reader.missing("rules") }
        self.rules = rules
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.field("max_chain")
        writer.write(maxChain)
        writer.field("rules")
        writer.write(rules)
        writer.close()
    }
}

/// What is done when something happens.
public struct AutomationRule: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What sets it off.
    public var on: AutomationTrigger
    /// Over the facts; always when not given.
    public var when: String?
    /// What is done, in this order.
    public var actions: [AutomationAction]
    /// Whether no later rule runs for the same occasion once this one ran.
    public var stop: Bool
    /// Whether it runs at all.
    public var enabled: Bool?

    public init(
        id: String,
        on: AutomationTrigger,
        when: String? = nil,
        actions: [AutomationAction],
        stop: Bool = false,
        enabled: Bool? = nil
    ) {
        self.id = id
        self.on = on
        self.when = when
        self.actions = actions
        self.stop = stop
        self.enabled = enabled
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var on: AutomationTrigger?
        var when: String?
        var actions: [AutomationAction]?
        var stop: Bool?
        var enabled: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("on") { on = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("actions") { actions = try reader.readIfAny() }
            else if reader.isAt("stop") { stop = try reader.readIfAny() }
            else if reader.isAt("enabled") { enabled = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let on else { throw reader.missing("on") }
        self.on = on
        self.when = when
        guard let actions else { throw reader.missing("actions") }
        self.actions = actions
        self.stop = stop ?? false
        self.enabled = enabled
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("on")
        writer.write(on)
        if let when { writer.field("when"); writer.write(when) }
        writer.field("actions")
        writer.write(actions)
        if stop { writer.field("stop"); writer.write(stop) }
        if let enabled { writer.field("enabled"); writer.write(enabled) }
        writer.close()
    }
}

/// What happened, or what a rule waits for.
public enum AutomationTrigger: RatebookValue {
    /// An event of a machine.
    case event(AutomationEvent)
    /// A field that has another value.
    case field(AutomationField)
    /// A schedule of that name is due.
    case schedule(String)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("event") { self = .event(try reader.read()) }
        else if reader.isAt("field") { self = .field(try reader.read()) }
        else if reader.isAt("schedule") { self = .schedule(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .event(let held):
            writer.open()
            writer.field("event")
            writer.write(held)
            writer.close()
        case .field(let held):
            writer.open()
            writer.field("field")
            writer.write(held)
            writer.close()
        case .schedule(let held):
            writer.open()
            writer.field("schedule")
            writer.write(held)
            writer.close()
        }
    }
}

/// An event of a machine.
public struct AutomationEvent: RatebookValue {
    /// The machine, such as `quote`.
    public var machine: String
    /// The event, such as `send`.
    public var event: String
    /// The state that it led to; a rule without one takes any.
    public var state: String?

    public init(
        machine: String,
        event: String,
        state: String? = nil
    ) {
        self.machine = machine
        self.event = event
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var machine: String?
        var event: String?
        var state: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("machine") { machine = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let machine else { throw reader.missing("machine") }
        self.machine = machine
        guard let event else { throw reader.missing("event") }
        self.event = event
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("machine")
        writer.write(machine)
        writer.field("event")
        writer.write(event)
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// A field of something.
public struct AutomationField: RatebookValue {
    /// Of what, such as `booking`.
    public var entity: String
    /// Which one, such as `priority`.
    public var field: String

    public init(
        entity: String,
        field: String
    ) {
        self.entity = entity
        self.field = field
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var entity: String?
        var field: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("field") { field = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let field else { throw reader.missing("field") }
        self.field = field
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("entity")
        writer.write(entity)
        writer.field("field")
        writer.write(field)
        writer.close()
    }
}

/// What a rule does. Nothing is performed here: it is for the host's outbox.
public enum AutomationAction: RatebookValue {
    /// Gives it to somebody.
    case assign(AutomationEffect)
    /// Tells somebody.
    case notify(AutomationEffect)
    /// Makes a task.
    case createTask(AutomationEffect)
    /// Calls a webhook.
    case callWebhook(AutomationEffect)
    /// Fires an event of a machine, which may set off further rules.
    case changeStatus(AutomationStatusChange)
    /// Gives a field a value, which may set off further rules.
    case setField(AutomationSetField)

    public init(from reader: inout WireReader) throws(WireFault) {
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("assign") { self = .assign(try reader.read()) }
        else if reader.isAt("notify") { self = .notify(try reader.read()) }
        else if reader.isAt("create_task") { self = .createTask(try reader.read()) }
        else if reader.isAt("call_webhook") { self = .callWebhook(try reader.read()) }
        else if reader.isAt("change_status") { self = .changeStatus(try reader.read()) }
        else if reader.isAt("set_field") { self = .setField(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .assign(let held):
            writer.open()
            writer.field("assign")
            writer.write(held)
            writer.close()
        case .notify(let held):
            writer.open()
            writer.field("notify")
            writer.write(held)
            writer.close()
        case .createTask(let held):
            writer.open()
            writer.field("create_task")
            writer.write(held)
            writer.close()
        case .callWebhook(let held):
            writer.open()
            writer.field("call_webhook")
            writer.write(held)
            writer.close()
        case .changeStatus(let held):
            writer.open()
            writer.field("change_status")
            writer.write(held)
            writer.close()
        case .setField(let held):
            writer.open()
            writer.field("set_field")
            writer.write(held)
            writer.close()
        }
    }
}

/// Something for the host to do, with what it needs for that.
public struct AutomationEffect: RatebookValue {
    /// What the host knows it by: a team, a message, a kind of task, a webhook.
    public var name: String
    /// What it needs, by name.
    public var parameters: [String: JSON]
    /// What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`.
    public var fromFacts: [String: String]

    public init(
        name: String,
        parameters: [String: JSON] = [:],
        fromFacts: [String: String] = [:]
    ) {
        self.name = name
        self.parameters = parameters
        self.fromFacts = fromFacts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var parameters: [String: JSON]?
        var fromFacts: [String: String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("parameters") { parameters = try reader.readIfAny() }
            else if reader.isAt("from_facts") { fromFacts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.parameters = parameters ?? [:]
        self.fromFacts = fromFacts ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if !parameters.isEmpty { writer.field("parameters"); writer.write(parameters) }
        if !fromFacts.isEmpty { writer.field("from_facts"); writer.write(fromFacts) }
        writer.close()
    }
}

/// An event of a machine that is to be fired.
public struct AutomationStatusChange: RatebookValue {
    /// The machine.
    public var machine: String
    /// The event.
    public var event: String
    /// The state that it leads to.
    public var state: String?
    /// The fact that holds the state: later conditions see the new one.
    public var fact: String?

    public init(
        machine: String,
        event: String,
        state: String? = nil,
        fact: String? = nil
    ) {
        self.machine = machine
        self.event = event
        self.state = state
        self.fact = fact
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var machine: String?
        var event: String?
        var state: String?
        var fact: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("machine") { machine = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("fact") { fact = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let machine else { throw reader.missing("machine") }
        self.machine = machine
        guard let event else { throw reader.missing("event") }
        self.event = event
        self.state = state
        self.fact = fact
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("machine")
        writer.write(machine)
        writer.field("event")
        writer.write(event)
        if let state { writer.field("state"); writer.write(state) }
        if let fact { writer.field("fact"); writer.write(fact) }
        writer.close()
    }
}

/// A field that is to have a value.
public struct AutomationSetField: RatebookValue {
    /// Of what.
    public var entity: String
    /// Which one.
    public var field: String
    /// The value.
    public var value: JSON?
    /// The fact whose value it gets, instead of a value. An answer has the fact's value in `value`.
    public var fromFact: String?
    /// The fact that the field is: later conditions see the new value, and the same value again is no change.
    public var fact: String?

    public init(
        entity: String,
        field: String,
        value: JSON? = nil,
        fromFact: String? = nil,
        fact: String? = nil
    ) {
        self.entity = entity
        self.field = field
        self.value = value
        self.fromFact = fromFact
        self.fact = fact
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var entity: String?
        var field: String?
        var value: JSON?
        var fromFact: String?
        var fact: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("field") { field = try reader.readIfAny() }
            else if reader.isAt("value") { value = try reader.readIfAny() }
            else if reader.isAt("from_fact") { fromFact = try reader.readIfAny() }
            else if reader.isAt("fact") { fact = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let field else { throw reader.missing("field") }
        self.field = field
        self.value = value
        self.fromFact = fromFact
        self.fact = fact
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("entity")
        writer.write(entity)
        writer.field("field")
        writer.write(field)
        if let value { writer.field("value"); writer.write(value) }
        if let fromFact { writer.field("from_fact"); writer.write(fromFact) }
        if let fact { writer.field("fact"); writer.write(fact) }
        writer.close()
    }
}

/// What goes out to whom, and when.
public struct ContactPlanDefinition: RatebookValue {
    /// The zone of its clock.
    public var zone: String
    /// When nothing goes out but what is about bills and security: it waits for their end.
    public var quietHours: OpeningHours?
    /// The ways on which something goes out, such as `email`.
    public var channels: [String]
    /// What the conditions can look at.
    public var facts: [String: String]
    /// What goes out.
    public var contacts: [ContactRule]
    /// What the tenant wants, for those who did not say what they want; the first that fits counts.
    public var preferences: [ContactPreference]

    public init(
        zone: String,
        quietHours: OpeningHours? = nil,
        channels: [String],
        facts: [String: String] = [:],
        contacts: [ContactRule],
        preferences: [ContactPreference] = []
    ) {
        self.zone = zone
        self.quietHours = quietHours
        self.channels = channels
        self.facts = facts
        self.contacts = contacts
        self.preferences = preferences
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var zone: String?
        var quietHours: OpeningHours?
        var channels: [String]?
        var facts: [String: String]?
        var contacts: [ContactRule]?
        var preferences: [ContactPreference]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("quiet_hours") { quietHours = try reader.readIfAny() }
            else if reader.isAt("channels") { channels = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("contacts") { contacts = try reader.readIfAny() }
            else if reader.isAt("preferences") { preferences = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let zone else { throw reader.missing("zone") }
        self.zone = zone
        self.quietHours = quietHours
        guard let channels else { throw reader.missing("channels") }
        self.channels = channels
        self.facts = facts ?? [:]
        guard let contacts else { throw reader.missing("contacts") }
        self.contacts = contacts
        self.preferences = preferences ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("zone")
        writer.write(zone)
        if let quietHours { writer.field("quiet_hours"); writer.write(quietHours) }
        writer.field("channels")
        writer.write(channels)
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        writer.field("contacts")
        writer.write(contacts)
        if !preferences.isEmpty { writer.field("preferences"); writer.write(preferences) }
        writer.close()
    }
}

/// Something that goes out: once, several times, or every year.
public struct ContactRule: RatebookValue {
    /// What it is known by.
    public var id: String
    /// What it is for.
    public var purpose: ContactPurpose
    /// On which way it goes out.
    public var channel: String
    /// The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned.
    public var anchor: String
    /// How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1.
    public var days: [Int]
    /// How many minutes after it, or before it when negative.
    public var minutes: [Int]
    /// The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day.
    public var at: String?
    /// Whether it recurs on the day of every year after, 29 February on the 28th in common years.
    public var yearly: Bool
    /// Over the facts; always when not given.
    public var when: String?
    /// The states and flags that end it: a decision, a revision, an expiry.
    public var stopsOn: [String]
    /// How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day.
    public var graceMinutes: Int?
    /// Whether it goes out to those about whom nobody said otherwise.
    public var wanted: Bool?

    public init(
        id: String,
        purpose: ContactPurpose,
        channel: String,
        anchor: String,
        days: [Int] = [],
        minutes: [Int] = [],
        at: String? = nil,
        yearly: Bool = false,
        when: String? = nil,
        stopsOn: [String] = [],
        graceMinutes: Int? = nil,
        wanted: Bool? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.channel = channel
        self.anchor = anchor
        self.days = days
        self.minutes = minutes
        self.at = at
        self.yearly = yearly
        self.when = when
        self.stopsOn = stopsOn
        self.graceMinutes = graceMinutes
        self.wanted = wanted
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var purpose: ContactPurpose?
        var channel: String?
        var anchor: String?
        var days: [Int]?
        var minutes: [Int]?
        var at: String?
        var yearly: Bool?
        var when: String?
        var stopsOn: [String]?
        var graceMinutes: Int?
        var wanted: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("purpose") { purpose = try reader.readIfAny() }
            else if reader.isAt("channel") { channel = try reader.readIfAny() }
            else if reader.isAt("anchor") { anchor = try reader.readIfAny() }
            else if reader.isAt("days") { days = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("yearly") { yearly = try reader.readIfAny() }
            else if reader.isAt("when") { when = try reader.readIfAny() }
            else if reader.isAt("stops_on") { stopsOn = try reader.readIfAny() }
            else if reader.isAt("grace_minutes") { graceMinutes = try reader.readIfAny() }
            else if reader.isAt("wanted") { wanted = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let purpose else { throw reader.missing("purpose") }
        self.purpose = purpose
        guard let channel else { throw reader.missing("channel") }
        self.channel = channel
        guard let anchor else { throw reader.missing("anchor") }
        self.anchor = anchor
        self.days = days ?? []
        self.minutes = minutes ?? []
        self.at = at
        self.yearly = yearly ?? false
        self.when = when
        self.stopsOn = stopsOn ?? []
        self.graceMinutes = graceMinutes
        self.wanted = wanted
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("purpose")
        writer.write(purpose)
        writer.field("channel")
        writer.write(channel)
        writer.field("anchor")
        writer.write(anchor)
        if !days.isEmpty { writer.field("days"); writer.write(days) }
        if !minutes.isEmpty { writer.field("minutes"); writer.write(minutes) }
        if let at { writer.field("at"); writer.write(at) }
        if yearly { writer.field("yearly"); writer.write(yearly) }
        if let when { writer.field("when"); writer.write(when) }
        if !stopsOn.isEmpty { writer.field("stops_on"); writer.write(stopsOn) }
        if let graceMinutes { writer.field("grace_minutes"); writer.write(graceMinutes) }
        if let wanted { writer.field("wanted"); writer.write(wanted) }
        writer.close()
    }
}

/// What something that goes out is for.
public enum ContactPurpose: String, RatebookValue, CaseIterable {
    /// Greetings and offers: only with consent.
    case marketing = "marketing"
    /// What belongs to what was ordered.
    case service = "service"
    /// Bills and payments: neither switched off nor delayed.
    case billing = "billing"
    /// Passwords and access: neither switched off nor delayed.
    case security = "security"
}

/// Whether something is wanted: all that has each of what is named, so everything when nothing is.
public struct ContactPreference: RatebookValue {
    /// This one.
    public var contact: String?
    /// What is for this.
    public var purpose: ContactPurpose?
    /// What goes out on this way.
    public var channel: String?
    /// Whether it is wanted.
    public var wanted: Bool

    public init(
        contact: String? = nil,
        purpose: ContactPurpose? = nil,
        channel: String? = nil,
        wanted: Bool
    ) {
        self.contact = contact
        self.purpose = purpose
        self.channel = channel
        self.wanted = wanted
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var contact: String?
        var purpose: ContactPurpose?
        var channel: String?
        var wanted: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("contact") { contact = try reader.readIfAny() }
            else if reader.isAt("purpose") { purpose = try reader.readIfAny() }
            else if reader.isAt("channel") { channel = try reader.readIfAny() }
            else if reader.isAt("wanted") { wanted = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.contact = contact
        self.purpose = purpose
        self.channel = channel
        guard let wanted else { throw reader.missing("wanted") }
        self.wanted = wanted
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let contact { writer.field("contact"); writer.write(contact) }
        if let purpose { writer.field("purpose"); writer.write(purpose) }
        if let channel { writer.field("channel"); writer.write(channel) }
        writer.field("wanted")
        writer.write(wanted)
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
    /// Nobody can take it.
    case calendarUnassigned = "calendar.unassigned"
    /// The event is not possible in this state; the details name what is.
    case flowIllegal = "flow.illegal"
    /// The condition of the event does not hold.
    case flowGuard = "flow.guard"
    /// It is not yet the time for the event; the details name the moment.
    case flowTooEarly = "flow.too_early"
    /// It is no longer the time for the event; the details name the moment.
    case flowTooLate = "flow.too_late"
    /// More timers have run out than are settled at once; fire what is due first.
    case flowUnsettled = "flow.unsettled"
    /// A field that must be given with the event is not.
    case flowFieldMissing = "flow.field_missing"
    /// Somebody else changed the instance meanwhile.
    case flowVersion = "flow.version"
    /// The machine has no such state.
    case flowStateUnknown = "flow.state_unknown"
    /// The machine has no such event.
    case flowEventUnknown = "flow.event_unknown"
    /// The instance belongs to another machine, or to another version of it.
    case flowOtherMachine = "flow.other_machine"
    /// A history that the machine could not have lived.
    case flowHistory = "flow.history"
    /// Rules set each other off in a circle; the details name it.
    case flowAutomationLoop = "flow.automation_loop"
    /// Rules set off more runs of other rules than are allowed, without a circle.
    case flowAutomationChain = "flow.automation_chain"
    /// A permission that is needed is not held; the details name it.
    case tenancyPermissionMissing = "tenancy.permission_missing"
    /// Nobody would be an owner who can act any more.
    case tenancyLastOwner = "tenancy.last_owner"
    /// The tenant's status, or the time since it changed, does not allow that.
    case tenancyStatus = "tenancy.status"
    /// Something of another tenant; nothing of it was read.
    case tenancyWrongTenant = "tenancy.wrong_tenant"
    /// More calls than a limit lets through; the details say when to try again.
    case tenancyRateLimited = "tenancy.rate_limited"
    /// Locked after too many failures; the details say until when.
    case tenancyLocked = "tenancy.locked"
    /// A rule blocks the address.
    case tenancyAddressBlocked = "tenancy.address_blocked"
    /// More than is left of a quota; the details name the limit and the current count.
    case tenancyQuota = "tenancy.quota"
    /// Nothing is held under the key of a reservation.
    case tenancyReservation = "tenancy.reservation"
    /// An API key that is not whole, or mistyped: its checksum differs.
    case tenancyKeyTypo = "tenancy.key_typo"
    /// No API key of the tenant is like this one.
    case tenancyKeyUnknown = "tenancy.key_unknown"
    /// The API key has expired.
    case tenancyKeyExpired = "tenancy.key_expired"
    /// The API key was revoked.
    case tenancyKeyRevoked = "tenancy.key_revoked"
    /// The API key may not be used from that address.
    case tenancyKeyAddress = "tenancy.key_address"
    /// Audit records that were changed, removed or reordered.
    case tenancyAuditBroken = "tenancy.audit_broken"
    /// Another one has this value, and no two may.
    case tenancyFieldTaken = "tenancy.field_taken"
    /// A record has another shape than was declared, so that something personal may not be found in it; nothing was erased.
    case tenancyNotErased = "tenancy.not_erased"
    /// The values of custom fields do not go together.
    case tenancyFieldCheck = "tenancy.field_check"
}

/// An expression and the facts it is about.
public struct EvaluateRequest: RatebookValue {
    /// Such as `nights >= 7`.
    public var expression: String
    /// The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
    /// `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
    public var types: [String: String]
    /// The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
    /// object.
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
    /// The value; decimals, days, instants and durations as text.
    public var value: JSON?

    public init(
        type: String,
        value: JSON? = nil
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
        self.value = value
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("type")
        writer.write(type)
        if let value { writer.field("value"); writer.write(value) }
        writer.close()
    }
}

/// An expression and the names that it may use.
public struct ExpressionCheckRequest: RatebookValue {
    /// Such as `nights >= 7`.
    public var expression: String
    /// The type of each name, as for `expression.evaluate`.
    public var types: [String: String]

    public init(
        expression: String,
        types: [String: String] = [:]
    ) {
        self.expression = expression
        self.types = types
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var expression: String?
        var types: [String: String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("expression") { expression = try reader.readIfAny() }
            else if reader.isAt("types") { types = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let expression else { throw reader.missing("expression") }
        self.expression = expression
        self.types = types ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("expression")
        writer.write(expression)
        if !types.isEmpty { writer.field("types"); writer.write(types) }
        writer.close()
    }
}

/// An expression that can be used.
public struct ExpressionChecked: RatebookValue {
    /// The type of its value.
    public var type: String
    /// The names that it looks at, each once.
    public var names: [String]
    /// The same expression as it is written canonically.
    public var canonical: String

    public init(
        type: String,
        names: [String],
        canonical: String
    ) {
        self.type = type
        self.names = names
        self.canonical = canonical
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var type: String?
        var names: [String]?
        var canonical: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("type") { type = try reader.readIfAny() }
            else if reader.isAt("names") { names = try reader.readIfAny() }
            else if reader.isAt("canonical") { canonical = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let type else { throw reader.missing("type") }
        self.type = type
        guard let names else { throw reader.missing("names") }
        self.names = names
        guard let canonical else { throw reader.missing("canonical") }
        self.canonical = canonical
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("type")
        writer.write(type)
        writer.field("names")
        writer.write(names)
        writer.field("canonical")
        writer.write(canonical)
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

/// What would a name be in an address?
public struct SlugRequest: RatebookValue {
    /// The name, such as `Café Zürich`.
    public var name: String
    /// Slugs that others have, or had: an old one leads to the new one.
    public var taken: [String]

    public init(
        name: String,
        taken: [String] = []
    ) {
        self.name = name
        self.taken = taken
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var name: String?
        var taken: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("taken") { taken = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let name else { throw reader.missing("name") }
        self.name = name
        self.taken = taken ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("name")
        writer.write(name)
        if !taken.isEmpty { writer.field("taken"); writer.write(taken) }
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
    /// Who had this customer before: they get it when they can take it, whatever the rule.
    public var staysWith: String?
    /// The present moment; needed where a candidate has hours.
    public var now: Date?

    public init(
        candidates: [Candidate],
        strategy: AssignmentStrategy,
        skills: [String] = [],
        area: String? = nil,
        staysWith: String? = nil,
        now: Date? = nil
    ) {
        self.candidates = candidates
        self.strategy = strategy
        self.skills = skills
        self.area = area
        self.staysWith = staysWith
        self.now = now
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var candidates: [Candidate]?
        var strategy: AssignmentStrategy?
        var skills: [String]?
        var area: String?
        var staysWith: String?
        var now: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("candidates") { candidates = try reader.readIfAny() }
            else if reader.isAt("strategy") { strategy = try reader.readIfAny() }
            else if reader.isAt("skills") { skills = try reader.readIfAny() }
            else if reader.isAt("area") { area = try reader.readIfAny() }
            else if reader.isAt("stays_with") { staysWith = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let candidates else { throw reader.missing("candidates") }
        self.candidates = candidates
        guard let strategy else { throw reader.missing("strategy") }
        self.strategy = strategy
        self.skills = skills ?? []
        self.area = area
        self.staysWith = staysWith
        self.now = now
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("candidates")
        writer.write(candidates)
        writer.field("strategy")
        writer.write(strategy)
        if !skills.isEmpty { writer.field("skills"); writer.write(skills) }
        if let area { writer.field("area"); writer.write(area) }
        if let staysWith { writer.field("stays_with"); writer.write(staysWith) }
        if let now { writer.field("now"); writer.write(now) }
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
    /// With that load or more they get nothing.
    public var limit: Int?
    /// When they work; always when not given.
    public var hours: OpeningHours?
    /// Whose clock their hours go by; needed where there are hours.
    public var zone: String?
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
        limit: Int? = nil,
        hours: OpeningHours? = nil,
        zone: String? = nil,
        lastAssignedAt: Date? = nil,
        priority: Int = 0
    ) {
        self.id = id
        self.skills = skills
        self.areas = areas
        self.absent = absent
        self.load = load
        self.capacity = capacity
        self.limit = limit
        self.hours = hours
        self.zone = zone
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
        var limit: Int?
        var hours: OpeningHours?
        var zone: String?
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
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else if reader.isAt("hours") { hours = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
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
        self.limit = limit
        self.hours = hours
        self.zone = zone
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
        if let limit { writer.field("limit"); writer.write(limit) }
        if let hours { writer.field("hours"); writer.write(hours) }
        if let zone { writer.field("zone"); writer.write(zone) }
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
    /// Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
    /// When all of them have left, they go on after the one of the candidates who got something last.
    public var earlier: [String]

    public init(
        after: String? = nil,
        earlier: [String] = []
    ) {
        self.after = after
        self.earlier = earlier
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var after: String?
        var earlier: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("earlier") { earlier = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.after = after
        self.earlier = earlier ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let after { writer.field("after"); writer.write(after) }
        if !earlier.isEmpty { writer.field("earlier"); writer.write(earlier) }
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
    /// Whether it stays with who had this customer before.
    public var stayed: Bool
    /// Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn.
    public var turn: RoundRobinTurn?

    public init(
        id: String? = nil,
        ranking: [String],
        leftOut: [LeftOut],
        byLoadInstead: Bool,
        stayed: Bool,
        turn: RoundRobinTurn? = nil
    ) {
        self.id = id
        self.ranking = ranking
        self.leftOut = leftOut
        self.byLoadInstead = byLoadInstead
        self.stayed = stayed
        self.turn = turn
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var ranking: [String]?
        var leftOut: [LeftOut]?
        var byLoadInstead: Bool?
        var stayed: Bool?
        var turn: RoundRobinTurn?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("ranking") { ranking = try reader.readIfAny() }
            else if reader.isAt("left_out") { leftOut = try reader.readIfAny() }
            else if reader.isAt("by_load_instead") { byLoadInstead = try reader.readIfAny() }
            else if reader.isAt("stayed") { stayed = try reader.readIfAny() }
            else if reader.isAt("turn") { turn = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.id = id
        guard let ranking else { throw reader.missing("ranking") }
        self.ranking = ranking
        guard let leftOut else { throw reader.missing("left_out") }
        self.leftOut = leftOut
        guard let byLoadInstead else { throw reader.missing("by_load_instead") }
        self.byLoadInstead = byLoadInstead
        guard let stayed else { throw reader.missing("stayed") }
        self.stayed = stayed
        self.turn = turn
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
        writer.field("stayed")
        writer.write(stayed)
        if let turn { writer.field("turn"); writer.write(turn) }
        writer.close()
    }
}

/// Somebody who could not take it.
public struct LeftOut: RatebookValue {
    /// Who.
    public var id: String
    /// Why.
    public var why: LeftOutWhy
    /// The skills that they lack.
    public var lacks: [String]

    public init(
        id: String,
        why: LeftOutWhy,
        lacks: [String]
    ) {
        self.id = id
        self.why = why
        self.lacks = lacks
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var why: LeftOutWhy?
        var lacks: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("why") { why = try reader.readIfAny() }
            else if reader.isAt("lacks") { lacks = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let why else { throw reader.missing("why") }
        self.why = why
        guard let lacks else { throw reader.missing("lacks") }
        self.lacks = lacks
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("why")
        writer.write(why)
        writer.field("lacks")
        writer.write(lacks)
        writer.close()
    }
}

/// Why somebody could not take it.
public enum LeftOutWhy: String, RatebookValue, CaseIterable {
    /// Offline, absent or not free.
    case absent = "absent"
    /// Outside of their hours.
    case outsideHours = "outside_hours"
    /// With as much to do as they may have.
    case atLimit = "at_limit"
    /// Without a skill that is needed.
    case skill = "skill"
    /// They work elsewhere.
    case area = "area"
    /// Somebody else was named.
    case notNamed = "not_named"
}

/// Somebody did something, and it is to be recorded.
public struct AuditAppendRequest: RatebookValue {
    /// Whose record it is.
    public var tenant: String
    /// The last record so far; nothing before the first.
    public var previous: AuditLink?
    /// When.
    public var at: Date
    /// Who.
    public var actor: String
    /// What, such as `booking.cancel`.
    public var action: String
    /// To what kind of thing.
    public var entity: String
    /// To which one.
    public var entityId: String
    /// The address it came over.
    public var ip: String?
    /// The request it was part of.
    public var requestId: String?
    /// Why.
    public var reason: String?
    /// The thing as it was; nothing when it is new.
    public var before: JSON?
    /// The thing as it is; nothing when it is gone.
    public var after: JSON?
    /// Which of its values are not to be read in the record.
    public var masks: [AuditMask]

    public init(
        tenant: String,
        previous: AuditLink? = nil,
        at: Date,
        actor: String,
        action: String,
        entity: String,
        entityId: String,
        ip: String? = nil,
        requestId: String? = nil,
        reason: String? = nil,
        before: JSON? = nil,
        after: JSON? = nil,
        masks: [AuditMask] = []
    ) {
        self.tenant = tenant
        self.previous = previous
        self.at = at
        self.actor = actor
        self.action = action
        self.entity = entity
        self.entityId = entityId
        self.ip = ip
        self.requestId = requestId
        self.reason = reason
        self.before = before
        self.after = after
        self.masks = masks
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var previous: AuditLink?
        var at: Date?
        var actor: String?
        var action: String?
        var entity: String?
        var entityId: String?
        var ip: String?
        var requestId: String?
        var reason: String?
        var before: JSON?
        var after: JSON?
        var masks: [AuditMask]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("previous") { previous = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("entity_id") { entityId = try reader.readIfAny() }
            else if reader.isAt("ip") { ip = try reader.readIfAny() }
            else if reader.isAt("request_id") { requestId = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("masks") { masks = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        self.previous = previous
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let actor else { throw reader.missing("actor") }
        self.actor = actor
        guard let action else { throw reader.missing("action") }
        self.action = action
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let entityId else { throw reader.missing("entity_id") }
        self.entityId = entityId
        self.ip = ip
        self.requestId = requestId
        self.reason = reason
        self.before = before
        self.after = after
        self.masks = masks ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        if let previous { writer.field("previous"); writer.write(previous) }
        writer.field("at")
        writer.write(at)
        writer.field("actor")
        writer.write(actor)
        writer.field("action")
        writer.write(action)
        writer.field("entity")
        writer.write(entity)
        writer.field("entity_id")
        writer.write(entityId)
        if let ip { writer.field("ip"); writer.write(ip) }
        if let requestId { writer.field("request_id"); writer.write(requestId) }
        if let reason { writer.field("reason"); writer.write(reason) }
        if let before { writer.field("before"); writer.write(before) }
        if let after { writer.field("after"); writer.write(after) }
        if !masks.isEmpty { writer.field("masks"); writer.write(masks) }
        writer.close()
    }
}

/// A record by its place in the chain: what the next one hangs on.
public struct AuditLink: RatebookValue {
    /// Which record.
    public var sequence: Int
    /// Its hash.
    public var hash: String

    public init(
        sequence: Int,
        hash: String
    ) {
        self.sequence = sequence
        self.hash = hash
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var sequence: Int?
        var hash: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("sequence") { sequence = try reader.readIfAny() }
            else if reader.isAt("hash") { hash = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let sequence else { throw reader.missing("sequence") }
        self.sequence = sequence
        guard let hash else { throw reader.missing("hash") }
        self.hash = hash
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("sequence")
        writer.write(sequence)
        writer.field("hash")
        writer.write(hash)
        writer.close()
    }
}

/// A value that is recorded as a commitment: who knows it and the salt can prove it, and nobody else can read it.
public struct AuditMask: RatebookValue {
    /// Where: a JSON pointer, in which `*` is any entry or member. Where the thing has another shape, all that stands there is
    /// masked.
    public var path: String
    /// At least 16 random bytes in hexadecimal, kept apart from the record; another one for each record.
    public var salt: String
    /// What is shown in place of the value; `***` when not given.
    public var shown: String?

    public init(
        path: String,
        salt: String,
        shown: String? = nil
    ) {
        self.path = path
        self.salt = salt
        self.shown = shown
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var path: String?
        var salt: String?
        var shown: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("salt") { salt = try reader.readIfAny() }
            else if reader.isAt("shown") { shown = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let path else { throw reader.missing("path") }
        self.path = path
        guard let salt else { throw reader.missing("salt") }
        self.salt = salt
        self.shown = shown
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("path")
        writer.write(path)
        writer.field("salt")
        writer.write(salt)
        if let shown { writer.field("shown"); writer.write(shown) }
        writer.close()
    }
}

/// What somebody did, with the hash of the record before.
public struct AuditRecord: RatebookValue {
    /// Whose record it is.
    public var tenant: String
    /// Counted from 1, without a gap.
    public var sequence: Int
    /// When.
    public var at: Date
    /// Who.
    public var actor: String
    /// What, such as `booking.cancel`.
    public var action: String
    /// To what kind of thing.
    public var entity: String
    /// To which one.
    public var entityId: String
    /// The address it came over.
    public var ip: String?
    /// The request it was part of.
    public var requestId: String?
    /// Why.
    public var reason: String?
    /// What is another than before, by path.
    public var changes: [AuditChange]?
    /// The hash of the record before; 64 zeros for the first.
    public var previous: String
    /// The SHA-256 of the canonical JSON of all the rest.
    public var hash: String

    public init(
        tenant: String,
        sequence: Int,
        at: Date,
        actor: String,
        action: String,
        entity: String,
        entityId: String,
        ip: String? = nil,
        requestId: String? = nil,
        reason: String? = nil,
        changes: [AuditChange]? = nil,
        previous: String,
        hash: String
    ) {
        self.tenant = tenant
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.entity = entity
        self.entityId = entityId
        self.ip = ip
        self.requestId = requestId
        self.reason = reason
        self.changes = changes
        self.previous = previous
        self.hash = hash
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var sequence: Int?
        var at: Date?
        var actor: String?
        var action: String?
        var entity: String?
        var entityId: String?
        var ip: String?
        var requestId: String?
        var reason: String?
        var changes: [AuditChange]?
        var previous: String?
        var hash: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("sequence") { sequence = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("entity_id") { entityId = try reader.readIfAny() }
            else if reader.isAt("ip") { ip = try reader.readIfAny() }
            else if reader.isAt("request_id") { requestId = try reader.readIfAny() }
            else if reader.isAt("reason") { reason = try reader.readIfAny() }
            else if reader.isAt("changes") { changes = try reader.readIfAny() }
            else if reader.isAt("previous") { previous = try reader.readIfAny() }
            else if reader.isAt("hash") { hash = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let sequence else { throw reader.missing("sequence") }
        self.sequence = sequence
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let actor else { throw reader.missing("actor") }
        self.actor = actor
        guard let action else { throw reader.missing("action") }
        self.action = action
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let entityId else { throw reader.missing("entity_id") }
        self.entityId = entityId
        self.ip = ip
        self.requestId = requestId
        self.reason = reason
        self.changes = changes
        guard let previous else { throw reader.missing("previous") }
        self.previous = previous
        guard let hash else { throw reader.missing("hash") }
        self.hash = hash
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("sequence")
        writer.write(sequence)
        writer.field("at")
        writer.write(at)
        writer.field("actor")
        writer.write(actor)
        writer.field("action")
        writer.write(action)
        writer.field("entity")
        writer.write(entity)
        writer.field("entity_id")
        writer.write(entityId)
        if let ip { writer.field("ip"); writer.write(ip) }
        if let requestId { writer.field("request_id"); writer.write(requestId) }
        if let reason { writer.field("reason"); writer.write(reason) }
        if let changes { writer.field("changes"); writer.write(changes) }
        writer.field("previous")
        writer.write(previous)
        writer.field("hash")
        writer.write(hash)
        writer.close()
    }
}

/// One value that is another than before.
public struct AuditChange: RatebookValue {
    /// Where: a JSON pointer.
    public var path: String
    /// What it was; nothing when it was not there. Masked text when the commitment stands beside it.
    public var before: JSON?
    /// What it is; nothing when it is no longer there. Masked text when the commitment stands beside it.
    public var after: JSON?
    /// The hash of the salt and what it was; the record's hash is over this, not over the masked text.
    public var beforeCommitment: String?
    /// The hash of the salt and what it is.
    public var afterCommitment: String?

    public init(
        path: String,
        before: JSON? = nil,
        after: JSON? = nil,
        beforeCommitment: String? = nil,
        afterCommitment: String? = nil
    ) {
        self.path = path
        self.before = before
        self.after = after
        self.beforeCommitment = beforeCommitment
        self.afterCommitment = afterCommitment
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var path: String?
        var before: JSON?
        var after: JSON?
        var beforeCommitment: String?
        var afterCommitment: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("before_commitment") { beforeCommitment = try reader.readIfAny() }
            else if reader.isAt("after_commitment") { afterCommitment = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let path else { throw reader.missing("path") }
        self.path = path
        self.before = before
        self.after = after
        self.beforeCommitment = beforeCommitment
        self.afterCommitment = afterCommitment
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("path")
        writer.write(path)
        if let before { writer.field("before"); writer.write(before) }
        if let after { writer.field("after"); writer.write(after) }
        if let beforeCommitment { writer.field("before_commitment"); writer.write(beforeCommitment) }
        if let afterCommitment { writer.field("after_commitment"); writer.write(afterCommitment) }
        writer.close()
    }
}

/// Is the account of what was done whole and unchanged?
public struct AuditVerifyRequest: RatebookValue {
    /// Whose records they are to be.
    public var tenant: String
    /// The records, in order.
    public var records: [AuditRecord]
    /// The record before the first of these; without it any record may be the first.
    public var after: AuditLink?
    /// What was kept elsewhere of whole days.
    public var anchors: [AuditAnchor]
    /// Masked values that somebody knows.
    public var revealed: [AuditReveal]

    public init(
        tenant: String,
        records: [AuditRecord],
        after: AuditLink? = nil,
        anchors: [AuditAnchor] = [],
        revealed: [AuditReveal] = []
    ) {
        self.tenant = tenant
        self.records = records
        self.after = after
        self.anchors = anchors
        self.revealed = revealed
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var records: [AuditRecord]?
        var after: AuditLink?
        var anchors: [AuditAnchor]?
        var revealed: [AuditReveal]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else if reader.isAt("anchors") { anchors = try reader.readIfAny() }
            else if reader.isAt("revealed") { revealed = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let records else { throw reader.missing("records") }
        self.records = records
        self.after = after
        self.anchors = anchors ?? []
        self.revealed = revealed ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("records")
        writer.write(records)
        if let after { writer.field("after"); writer.write(after) }
        if !anchors.isEmpty { writer.field("anchors"); writer.write(anchors) }
        if !revealed.isEmpty { writer.field("revealed"); writer.write(revealed) }
        writer.close()
    }
}

/// One hash for all records of a day, to be kept where whoever changes the records cannot reach it.
public struct AuditAnchor: RatebookValue {
    /// Whose records they are.
    public var tenant: String
    /// Of which day.
    public var day: Day
    /// The number of the day's first record.
    public var first: Int
    /// The number of the day's last record.
    public var last: Int
    /// The SHA-256 of the canonical JSON of `{"day": …, "first": …, "hashes": […], "last": …, "tenant": …}`.
    public var hash: String

    public init(
        tenant: String,
        day: Day,
        first: Int,
        last: Int,
        hash: String
    ) {
        self.tenant = tenant
        self.day = day
        self.first = first
        self.last = last
        self.hash = hash
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var day: Day?
        var first: Int?
        var last: Int?
        var hash: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("first") { first = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else if reader.isAt("hash") { hash = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let first else { throw reader.missing("first") }
        self.first = first
        guard let last else { throw reader.missing("last") }
        self.last = last
        guard let hash else { throw reader.missing("hash") }
        self.hash = hash
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("day")
        writer.write(day)
        writer.field("first")
        writer.write(first)
        writer.field("last")
        writer.write(last)
        writer.field("hash")
        writer.write(hash)
        writer.close()
    }
}

/// A masked value with its salt: is it what was recorded?
public struct AuditReveal: RatebookValue {
    /// In which record.
    public var sequence: Int
    /// Where: the path of the change.
    public var path: String
    /// The salt it was recorded with.
    public var salt: String
    /// What it was; not looked at when not given.
    public var before: JSON?
    /// What it became; not looked at when not given.
    public var after: JSON?

    public init(
        sequence: Int,
        path: String,
        salt: String,
        before: JSON? = nil,
        after: JSON? = nil
    ) {
        self.sequence = sequence
        self.path = path
        self.salt = salt
        self.before = before
        self.after = after
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var sequence: Int?
        var path: String?
        var salt: String?
        var before: JSON?
        var after: JSON?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("sequence") { sequence = try reader.readIfAny() }
            else if reader.isAt("path") { path = try reader.readIfAny() }
            else if reader.isAt("salt") { salt = try reader.readIfAny() }
            else if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("after") { after = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let sequence else { throw reader.missing("sequence") }
        self.sequence = sequence
        guard let path else { throw reader.missing("path") }
        self.path = path
        guard let salt else { throw reader.missing("salt") }
        self.salt = salt
        self.before = before
        self.after = after
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("sequence")
        writer.write(sequence)
        writer.field("path")
        writer.write(path)
        writer.field("salt")
        writer.write(salt)
        if let before { writer.field("before"); writer.write(before) }
        if let after { writer.field("after"); writer.write(after) }
        writer.close()
    }
}

/// Whether the records are what was appended.
public struct AuditReport: RatebookValue {
    /// Whether nothing is broken.
    public var intact: Bool
    /// Everything that is, in order.
    public var breaks: [AuditBreak]
    /// The last record when nothing is broken: what the next ones come `after`.
    public var last: AuditLink?

    public init(
        intact: Bool,
        breaks: [AuditBreak],
        last: AuditLink? = nil
    ) {
        self.intact = intact
        self.breaks = breaks
        self.last = last
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var intact: Bool?
        var breaks: [AuditBreak]?
        var last: AuditLink?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("intact") { intact = try reader.readIfAny() }
            else if reader.isAt("breaks") { breaks = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let intact else { throw reader.missing("intact") }
        self.intact = intact
        guard let breaks else { throw reader.missing("breaks") }
        self.breaks = breaks
        self.last = last
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("intact")
        writer.write(intact)
        writer.field("breaks")
        writer.write(breaks)
        if let last { writer.field("last"); writer.write(last) }
        writer.close()
    }
}

/// Where the chain is broken, and how.
public struct AuditBreak: RatebookValue {
    /// At which of the records, counted from 0.
    public var index: Int
    /// How.
    public var kind: AuditBreakKind
    /// The number of the record that is there, is missing, or belongs there.
    public var sequence: Int
    /// How many records are concerned.
    public var count: Int

    public init(
        index: Int,
        kind: AuditBreakKind,
        sequence: Int,
        count: Int
    ) {
        self.index = index
        self.kind = kind
        self.sequence = sequence
        self.count = count
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var index: Int?
        var kind: AuditBreakKind?
        var sequence: Int?
        var count: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("index") { index = try reader.readIfAny() }
            else if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("sequence") { sequence = try reader.readIfAny() }
            else if reader.isAt("count") { count = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let index else { throw reader.missing("index") }
        self.index = index
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let sequence else { throw reader.missing("sequence") }
        self.sequence = sequence
        guard let count else { throw reader.missing("count") }
        self.count = count
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("index")
        writer.write(index)
        writer.field("kind")
        writer.write(kind)
        writer.field("sequence")
        writer.write(sequence)
        writer.field("count")
        writer.write(count)
        writer.close()
    }
}

/// How a chain of records is broken.
public enum AuditBreakKind: String, RatebookValue, CaseIterable {
    /// The record is not what its hash is of.
    case changed = "changed"
    /// Records before this one are not there.
    case missing = "missing"
    /// Another record belongs here.
    case outOfOrder = "out_of_order"
    /// The record is there already.
    case duplicated = "duplicated"
    /// The record is another tenant's.
    case wrongTenant = "wrong_tenant"
    /// The record's own hash is right, but it does not hang on the one before, or is not what the anchor is of: its hash was made anew.
    case rewritten = "rewritten"
    /// Records that an anchor is of are cut off.
    case truncated = "truncated"
    /// A revealed value or its salt is not what was recorded.
    case unproven = "unproven"
}

/// One day's records are to be anchored.
public struct AuditAnchorRequest: RatebookValue {
    /// Whose records they are to be.
    public var tenant: String
    /// The day.
    public var day: Day
    /// Where the day is counted; in universal time when not given.
    public var zone: String?
    /// All records of that day, in order.
    public var records: [AuditRecord]

    public init(
        tenant: String,
        day: Day,
        zone: String? = nil,
        records: [AuditRecord]
    ) {
        self.tenant = tenant
        self.day = day
        self.zone = zone
        self.records = records
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var day: Day?
        var zone: String?
        var records: [AuditRecord]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let day else { throw reader.missing("day") }
        self.day = day
        self.zone = zone
        guard let records else { throw reader.missing("records") }
        self.records = records
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("day")
        writer.write(day)
        if let zone { writer.field("zone"); writer.write(zone) }
        writer.field("records")
        writer.write(records)
        writer.close()
    }
}

/// An attempt failed: when is the next one?
public struct RetryRequest: RatebookValue {
    /// The rule.
    public var policy: RetryPolicy
    /// Which attempt failed; the first one is 1.
    public var attempt: Int
    /// When it failed.
    public var failedAt: Date
    /// When the first one failed, for delays that count from there.
    public var firstFailedAt: Date?
    /// Whether trying again is useless: the address does not exist, the card was cancelled.
    public var permanent: Bool
    /// A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    public var random: Decimal?

    public init(
        policy: RetryPolicy,
        attempt: Int,
        failedAt: Date,
        firstFailedAt: Date? = nil,
        permanent: Bool = false,
        random: Decimal? = nil
    ) {
        self.policy = policy
        self.attempt = attempt
        self.failedAt = failedAt
        self.firstFailedAt = firstFailedAt
        self.permanent = permanent
        self.random = random
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var policy: RetryPolicy?
        var attempt: Int?
        var failedAt: Date?
        var firstFailedAt: Date?
        var permanent: Bool?
        var random: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("policy") { policy = try reader.readIfAny() }
            else if reader.isAt("attempt") { attempt = try reader.readIfAny() }
            else if reader.isAt("failed_at") { failedAt = try reader.readIfAny() }
            else if reader.isAt("first_failed_at") { firstFailedAt = try reader.readIfAny() }
            else if reader.isAt("permanent") { permanent = try reader.readIfAny() }
            else if reader.isAt("random") { random = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let policy else { throw reader.missing("policy") }
        self.policy = policy
        guard let attempt else { throw reader.missing("attempt") }
        self.attempt = attempt
        guard let failedAt else { throw reader.missing("failed_at") }
        self.failedAt = failedAt
        self.firstFailedAt = firstFailedAt
        self.permanent = permanent ?? false
        self.random = random
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("policy")
        writer.write(policy)
        writer.field("attempt")
        writer.write(attempt)
        writer.field("failed_at")
        writer.write(failedAt)
        if let firstFailedAt { writer.field("first_failed_at"); writer.write(firstFailedAt) }
        if permanent { writer.field("permanent"); writer.write(permanent) }
        if let random { writer.field("random"); writer.write(random) }
        writer.close()
    }
}

/// When something that failed is tried again: a mail, a delivery, a charge.
public struct RetryPolicy: RatebookValue {
    /// How long to wait before the second attempt, the third and so on.
    public var delaysSeconds: [Int]
    /// When there are more attempts than delays: each further delay is the one before it times this.
    public var factor: Int
    /// How many attempts in all, the first one included; one more than there are delays when not given.
    public var attempts: Int?
    /// The longest delay.
    public var mostSeconds: Int
    /// By how much a delay is shorter or longer at most, so that not everything is tried at once.
    public var jitterPercent: Int
    /// Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it.
    public var fromFirstFailure: Bool

    public init(
        delaysSeconds: [Int],
        factor: Int = 1,
        attempts: Int? = nil,
        mostSeconds: Int = 31536000,
        jitterPercent: Int = 0,
        fromFirstFailure: Bool = false
    ) {
        self.delaysSeconds = delaysSeconds
        self.factor = factor
        self.attempts = attempts
        self.mostSeconds = mostSeconds
        self.jitterPercent = jitterPercent
        self.fromFirstFailure = fromFirstFailure
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var delaysSeconds: [Int]?
        var factor: Int?
        var attempts: Int?
        var mostSeconds: Int?
        var jitterPercent: Int?
        var fromFirstFailure: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("delays_seconds") { delaysSeconds = try reader.readIfAny() }
            else if reader.isAt("factor") { factor = try reader.readIfAny() }
            else if reader.isAt("attempts") { attempts = try reader.readIfAny() }
            else if reader.isAt("most_seconds") { mostSeconds = try reader.readIfAny() }
            else if reader.isAt("jitter_percent") { jitterPercent = try reader.readIfAny() }
            else if reader.isAt("from_first_failure") { fromFirstFailure = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let delaysSeconds else { throw reader.missing("delays_seconds") }
        self.delaysSeconds = delaysSeconds
        self.factor = factor ?? 1
        self.attempts = attempts
        self.mostSeconds = mostSeconds ?? 31536000
        self.jitterPercent = jitterPercent ?? 0
        self.fromFirstFailure = fromFirstFailure ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("delays_seconds")
        writer.write(delaysSeconds)
        writer.field("factor")
        writer.write(factor)
        if let attempts { writer.field("attempts"); writer.write(attempts) }
        writer.field("most_seconds")
        writer.write(mostSeconds)
        writer.field("jitter_percent")
        writer.write(jitterPercent)
        if fromFirstFailure { writer.field("from_first_failure"); writer.write(fromFirstFailure) }
        writer.close()
    }
}

/// The next attempt, or why there is none.
public struct NextAttempt: RatebookValue {
    /// Which attempt is next.
    public var attempt: Int?
    /// When.
    public var at: Date?
    /// Why there is none.
    public var over: RetryOver?

    public init(
        attempt: Int? = nil,
        at: Date? = nil,
        over: RetryOver? = nil
    ) {
        self.attempt = attempt
        self.at = at
        self.over = over
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var attempt: Int?
        var at: Date?
        var over: RetryOver?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("attempt") { attempt = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("over") { over = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.attempt = attempt
        self.at = at
        self.over = over
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let attempt { writer.field("attempt"); writer.write(attempt) }
        if let at { writer.field("at"); writer.write(at) }
        if let over { writer.field("over"); writer.write(over) }
        writer.close()
    }
}

/// Why something is not tried again.
public enum RetryOver: String, RatebookValue, CaseIterable {
    /// It would fail again.
    case permanent = "permanent"
    /// That was the last attempt.
    case exhausted = "exhausted"
}

/// New samples: does the alert open or clear?
public struct AlertRequest: RatebookValue {
    /// The rule.
    public var rule: AlertRule
    /// What the last answer gave; nothing the first time.
    public var state: AlertState?
    /// The samples, in order of time. Those not later than the last one that was looked at are left out.
    public var samples: [AlertSample]?
    /// The present moment.
    public var now: Date

    public init(
        rule: AlertRule,
        state: AlertState? = nil,
        samples: [AlertSample]? = nil,
        now: Date
    ) {
        self.rule = rule
        self.state = state
        self.samples = samples
        self.now = now
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var rule: AlertRule?
        var state: AlertState?
        var samples: [AlertSample]?
        var now: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("samples") { samples = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        self.state = state
        self.samples = samples
        guard let now else { throw reader.missing("now") }
        self.now = now
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("rule")
        writer.write(rule)
        if let state { writer.field("state"); writer.write(state) }
        if let samples { writer.field("samples"); writer.write(samples) }
        writer.field("now")
        writer.write(now)
        writer.close()
    }
}

/// When a figure is worth an alert.
public struct AlertRule: RatebookValue {
    /// How the value compares with the threshold when all is not well.
    public var comparison: AlertComparison
    /// The threshold.
    public var threshold: Decimal
    /// For how many minutes it must be so.
    public var minutes: Int
    /// How grave it is, as the host calls it.
    public var severity: String?

    public init(
        comparison: AlertComparison,
        threshold: Decimal,
        minutes: Int = 0,
        severity: String? = nil
    ) {
        self.comparison = comparison
        self.threshold = threshold
        self.minutes = minutes
        self.severity = severity
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var comparison: AlertComparison?
        var threshold: Decimal?
        var minutes: Int?
        var severity: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("comparison") { comparison = try reader.readIfAny() }
            else if reader.isAt("threshold") { threshold = try reader.readIfAny() }
            else if reader.isAt("minutes") { minutes = try reader.readIfAny() }
            else if reader.isAt("severity") { severity = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let comparison else { throw reader.missing("comparison") }
        self.comparison = comparison
        guard let threshold else { throw reader.missing("threshold") }
        self.threshold = threshold
        self.minutes = minutes ?? 0
        self.severity = severity
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("comparison")
        writer.write(comparison)
        writer.field("threshold")
        writer.write(threshold)
        writer.field("minutes")
        writer.write(minutes)
        if let severity { writer.field("severity"); writer.write(severity) }
        writer.close()
    }
}

/// How a value compares with a threshold.
public enum AlertComparison: String, RatebookValue, CaseIterable {
    /// It is more.
    case above = "above"
    /// It is as much or more.
    case atLeast = "at_least"
    /// It is less.
    case below = "below"
    /// It is as much or less.
    case atMost = "at_most"
}

/// What an alert rule remembers between two questions.
public struct AlertState: RatebookValue {
    /// The last sample that was looked at.
    public var last: AlertSample?
    /// Since when the value is beyond the threshold.
    public var beyondSince: Date?
    /// Since when the alert is open.
    public var openSince: Date?

    public init(
        last: AlertSample? = nil,
        beyondSince: Date? = nil,
        openSince: Date? = nil
    ) {
        self.last = last
        self.beyondSince = beyondSince
        self.openSince = openSince
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var last: AlertSample?
        var beyondSince: Date?
        var openSince: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("last") { last = try reader.readIfAny() }
            else if reader.isAt("beyond_since") { beyondSince = try reader.readIfAny() }
            else if reader.isAt("open_since") { openSince = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        self.last = last
        self.beyondSince = beyondSince
        self.openSince = openSince
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        if let last { writer.field("last"); writer.write(last) }
        if let beyondSince { writer.field("beyond_since"); writer.write(beyondSince) }
        if let openSince { writer.field("open_since"); writer.write(openSince) }
        writer.close()
    }
}

/// A value at a moment. It lasts until the next one.
public struct AlertSample: RatebookValue {
    /// When it was measured.
    public var at: Date
    /// The value.
    public var value: Decimal

    public init(
        at: Date,
        value: Decimal
    ) {
        self.at = at
        self.value = value
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var at: Date?
        var value: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("value") { value = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let value else { throw reader.missing("value") }
        self.value = value
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at")
        writer.write(at)
        writer.field("value")
        writer.write(value)
        writer.close()
    }
}

/// What became of an alert.
public struct Alerted: RatebookValue {
    /// What is to be given with the next samples.
    public var state: AlertState
    /// What happened, in order: the alert opens once, stays open, and clears once.
    public var changes: [AlertChange]

    public init(
        state: AlertState,
        changes: [AlertChange]
    ) {
        self.state = state
        self.changes = changes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var state: AlertState?
        var changes: [AlertChange]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("changes") { changes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let state else { throw reader.missing("state") }
        self.state = state
        guard let changes else { throw reader.missing("changes") }
        self.changes = changes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("state")
        writer.write(state)
        writer.field("changes")
        writer.write(changes)
        writer.close()
    }
}

/// An alert that opened or cleared.
public struct AlertChange: RatebookValue {
    /// Whether it opened; it cleared otherwise.
    public var opened: Bool
    /// When.
    public var at: Date
    /// The value at that moment.
    public var value: Decimal
    /// How grave it is.
    public var severity: String?

    public init(
        opened: Bool,
        at: Date,
        value: Decimal,
        severity: String? = nil
    ) {
        self.opened = opened
        self.at = at
        self.value = value
        self.severity = severity
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var opened: Bool?
        var at: Date?
        var value: Decimal?
        var severity: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("opened") { opened = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("value") { value = try reader.readIfAny() }
            else if reader.isAt("severity") { severity = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let opened else { throw reader.missing("opened") }
        self.opened = opened
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let value else { throw reader.missing("value") }
        self.value = value
        self.severity = severity
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("opened")
        writer.write(opened)
        writer.field("at")
        writer.write(at)
        writer.field("value")
        writer.write(value)
        if let severity { writer.field("severity"); writer.write(severity) }
        writer.close()
    }
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
    /// What had happened by itself before it, in order: to be kept and carried out first.
    public var settled: [MachineSettled]

    public init(
        instance: MachineInstance,
        standing: MachineStanding,
        terminal: Bool,
        effects: [MachineEffect],
        record: MachineRecord,
        settled: [MachineSettled] = []
    ) {
        self.instance = instance
        self.standing = standing
        self.terminal = terminal
        self.effects = effects
        self.record = record
        self.settled = settled
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instance: MachineInstance?
        var standing: MachineStanding?
        var terminal: Bool?
        var effects: [MachineEffect]?
        var record: MachineRecord?
        var settled: [MachineSettled]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instance") { instance = try reader.readIfAny() }
            else if reader.isAt("standing") { standing = try reader.readIfAny() }
            else if reader.isAt("terminal") { terminal = try reader.readIfAny() }
            else if reader.isAt("effects") { effects = try reader.readIfAny() }
            else if reader.isAt("record") { record = try reader.readIfAny() }
            else if reader.isAt("settled") { settled = try reader.readIfAny() }
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
        self.settled = settled ?? []
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
        if !settled.isEmpty { writer.field("settled"); writer.write(settled) }
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

/// What happened by itself before the event: a timer had run out, and nobody had fired it.
public struct MachineSettled: RatebookValue {
    /// What to keep of it; it happened when it was due.
    public var record: MachineRecord
    /// What the host is to carry out.
    public var effects: [MachineEffect]

    public init(
        record: MachineRecord,
        effects: [MachineEffect] = []
    ) {
        self.record = record
        self.effects = effects
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var record: MachineRecord?
        var effects: [MachineEffect]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("record") { record = try reader.readIfAny() }
            else if reader.isAt("effects") { effects = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let record else { throw reader.missing("record") }
        self.record = record
        self.effects = effects ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("record")
        writer.write(record)
        if !effects.isEmpty { writer.field("effects"); writer.write(effects) }
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
    /// The present moment; without it, when the instance came into its state.
    public var now: Date?
    /// What the actor may do, such as `bookings:*`.
    public var permissions: [String]
    /// The facts that guards look at.
    public var facts: [String: JSON]

    public init(
        instance: MachineInstance,
        now: Date? = nil,
        permissions: [String] = [],
        facts: [String: JSON] = [:]
    ) {
        self.instance = instance
        self.now = now
        self.permissions = permissions
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var instance: MachineInstance?
        var now: Date?
        var permissions: [String]?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("instance") { instance = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let instance else { throw reader.missing("instance") }
        self.instance = instance
        self.now = now
        self.permissions = permissions ?? []
        self.facts = facts ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("instance")
        writer.write(instance)
        if let now { writer.field("now"); writer.write(now) }
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
    /// When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend.
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

/// Where does a case stand?
public struct DeadlineTrackRequest: RatebookValue {
    /// The case.
    public var tracked: DeadlineCase
    /// The present moment. What the history tells of later moments is left out, so that any moment can be asked for.
    public var now: Date

    public init(
        tracked: DeadlineCase,
        now: Date
    ) {
        self.tracked = tracked
        self.now = now
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tracked: DeadlineCase?
        var now: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tracked") { tracked = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tracked else { throw reader.missing("tracked") }
        self.tracked = tracked
        guard let now else { throw reader.missing("now") }
        self.now = now
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tracked")
        writer.write(tracked)
        writer.field("now")
        writer.write(now)
        writer.close()
    }
}

/// A ticket, an enquiry, a lead: when it came, and what happened since.
public struct DeadlineCase: RatebookValue {
    /// When it came.
    public var receivedAt: Date
    /// The priority with which it came.
    public var priority: String
    /// Who had it from the beginning.
    public var agent: String?
    /// What happened since; by the order of its moments, and of the list where they are the same.
    public var history: [DeadlineEntry]
    /// The warnings that were given, by target, so that none is given twice: their percentages.
    public var warned: [String: [Int]]
    /// The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1.
    public var escalated: [String: [Int]]

    public init(
        receivedAt: Date,
        priority: String,
        agent: String? = nil,
        history: [DeadlineEntry] = [],
        warned: [String: [Int]] = [:],
        escalated: [String: [Int]] = [:]
    ) {
        self.receivedAt = receivedAt
        self.priority = priority
        self.agent = agent
        self.history = history
        self.warned = warned
        self.escalated = escalated
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var receivedAt: Date?
        var priority: String?
        var agent: String?
        var history: [DeadlineEntry]?
        var warned: [String: [Int]]?
        var escalated: [String: [Int]]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("received_at") { receivedAt = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("agent") { agent = try reader.readIfAny() }
            else if reader.isAt("history") { history = try reader.readIfAny() }
            else if reader.isAt("warned") { warned = try reader.readIfAny() }
            else if reader.isAt("escalated") { escalated = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let receivedAt else { throw reader.missing("received_at") }
        self.receivedAt = receivedAt
        guard let priority else { throw reader.missing("priority") }
        self.priority = priority
        self.agent = agent
        self.history = history ?? []
        self.warned = warned ?? [:]
        self.escalated = escalated ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("received_at")
        writer.write(receivedAt)
        writer.field("priority")
        writer.write(priority)
        if let agent { writer.field("agent"); writer.write(agent) }
        if !history.isEmpty { writer.field("history"); writer.write(history) }
        if !warned.isEmpty { writer.field("warned"); writer.write(warned) }
        if !escalated.isEmpty { writer.field("escalated"); writer.write(escalated) }
        writer.close()
    }
}

/// Something that happened: one field of it or several.
public struct DeadlineEntry: RatebookValue {
    /// When.
    public var at: Date
    /// The state that it came to.
    public var state: String?
    /// The event, such as `first_reply`.
    public var event: String?
    /// The priority that it was given: its time counts from the beginning.
    public var priority: String?
    /// Who has it from now on.
    public var agent: String?

    public init(
        at: Date,
        state: String? = nil,
        event: String? = nil,
        priority: String? = nil,
        agent: String? = nil
    ) {
        self.at = at
        self.state = state
        self.event = event
        self.priority = priority
        self.agent = agent
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var at: Date?
        var state: String?
        var event: String?
        var priority: String?
        var agent: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("agent") { agent = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let at else { throw reader.missing("at") }
        self.at = at
        self.state = state
        self.event = event
        self.priority = priority
        self.agent = agent
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at")
        writer.write(at)
        if let state { writer.field("state"); writer.write(state) }
        if let event { writer.field("event"); writer.write(event) }
        if let priority { writer.field("priority"); writer.write(priority) }
        if let agent { writer.field("agent"); writer.write(agent) }
        writer.close()
    }
}

/// Where a case stands.
public struct TrackedDeadlines: RatebookValue {
    /// Every target that the case's priority has a deadline for, by name.
    public var targets: [DeadlineStanding]

    public init(
        targets: [DeadlineStanding]
    ) {
        self.targets = targets
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var targets: [DeadlineStanding]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("targets") { targets = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let targets else { throw reader.missing("targets") }
        self.targets = targets
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("targets")
        writer.write(targets)
        writer.close()
    }
}

/// Where a target stands. All seconds are those in which its time ran: of business, and not paused.
public struct DeadlineStanding: RatebookValue {
    /// Its name.
    public var target: String
    /// The priority that it is measured by: the present one, or that of the moment at which it was met.
    public var priority: String
    /// When it is due, or was: by the pauses so far, and when it is paused as if time ran again now.
    public var dueAt: Date
    /// The seconds that are left; none when it is late.
    public var remainingSeconds: Int
    /// The seconds that it is late by, or was when it was met; nothing when it is in time.
    public var breachedBySeconds: Int?
    /// When it was met.
    public var metAt: Date?
    /// The seconds that it took.
    public var metInSeconds: Int?
    /// Whether its time stands still.
    public var paused: Bool
    /// The warnings reached, by percentage.
    public var warnings: [DeadlineNotice]
    /// The levels of escalation reached, from 1.
    public var levels: [DeadlineNotice]

    public init(
        target: String,
        priority: String,
        dueAt: Date,
        remainingSeconds: Int,
        breachedBySeconds: Int? = nil,
        metAt: Date? = nil,
        metInSeconds: Int? = nil,
        paused: Bool,
        warnings: [DeadlineNotice],
        levels: [DeadlineNotice]
    ) {
        self.target = target
        self.priority = priority
        self.dueAt = dueAt
        self.remainingSeconds = remainingSeconds
        self.breachedBySeconds = breachedBySeconds
        self.metAt = metAt
        self.metInSeconds = metInSeconds
        self.paused = paused
        self.warnings = warnings
        self.levels = levels
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var target: String?
        var priority: String?
        var dueAt: Date?
        var remainingSeconds: Int?
        var breachedBySeconds: Int?
        var metAt: Date?
        var metInSeconds: Int?
        var paused: Bool?
        var warnings: [DeadlineNotice]?
        var levels: [DeadlineNotice]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("target") { target = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("due_at") { dueAt = try reader.readIfAny() }
            else if reader.isAt("remaining_seconds") { remainingSeconds = try reader.readIfAny() }
            else if reader.isAt("breached_by_seconds") { breachedBySeconds = try reader.readIfAny() }
            else if reader.isAt("met_at") { metAt = try reader.readIfAny() }
            else if reader.isAt("met_in_seconds") { metInSeconds = try reader.readIfAny() }
            else if reader.isAt("paused") { paused = try reader.readIfAny() }
            else if reader.isAt("warnings") { warnings = try reader.readIfAny() }
            else if reader.isAt("levels") { levels = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let target else { throw reader.missing("target") }
        self.target = target
        guard let priority else { throw reader.missing("priority") }
        self.priority = priority
        guard let dueAt else { throw reader.missing("due_at") }
        self.dueAt = dueAt
        guard let remainingSeconds else { throw reader.missing("remaining_seconds") }
        self.remainingSeconds = remainingSeconds
        self.breachedBySeconds = breachedBySeconds
        self.metAt = metAt
        self.metInSeconds = metInSeconds
        guard let paused else { throw reader.missing("paused") }
        self.paused = paused
        guard let warnings else { throw reader.missing("warnings") }
        self.warnings = warnings
        guard let levels else { throw reader.missing("levels") }
        self.levels = levels
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("target")
        writer.write(target)
        writer.field("priority")
        writer.write(priority)
        writer.field("due_at")
        writer.write(dueAt)
        writer.field("remaining_seconds")
        writer.write(remainingSeconds)
        if let breachedBySeconds { writer.field("breached_by_seconds"); writer.write(breachedBySeconds) }
        if let metAt { writer.field("met_at"); writer.write(metAt) }
        if let metInSeconds { writer.field("met_in_seconds"); writer.write(metInSeconds) }
        writer.field("paused")
        writer.write(paused)
        writer.field("warnings")
        writer.write(warnings)
        writer.field("levels")
        writer.write(levels)
        writer.close()
    }
}

/// A warning or a level of escalation that was reached.
public struct DeadlineNotice: RatebookValue {
    /// The percentage of a warning; the number of a level, from 1.
    public var number: Int
    /// Who is told, of a level.
    public var name: String?
    /// When it was reached.
    public var at: Date
    /// Whether it has not been told yet.
    public var due: Bool

    public init(
        number: Int,
        name: String? = nil,
        at: Date,
        due: Bool
    ) {
        self.number = number
        self.name = name
        self.at = at
        self.due = due
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var number: Int?
        var name: String?
        var at: Date?
        var due: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("number") { number = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("due") { due = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let number else { throw reader.missing("number") }
        self.number = number
        self.name = name
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let due else { throw reader.missing("due") }
        self.due = due
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("number")
        writer.write(number)
        if let name { writer.field("name"); writer.write(name) }
        writer.field("at")
        writer.write(at)
        writer.field("due")
        writer.write(due)
        writer.close()
    }
}

/// How well were deadlines kept?
public struct DeadlineComplianceRequest: RatebookValue {
    /// The cases; those that were received in the period count.
    public var cases: [DeadlineCase]
    /// The period.
    public var period: Span
    /// The present moment.
    public var now: Date
    /// By what the figures are kept apart, beside the target.
    public var by: [DeadlineGrouping]

    public init(
        cases: [DeadlineCase],
        period: Span,
        now: Date,
        by: [DeadlineGrouping] = []
    ) {
        self.cases = cases
        self.period = period
        self.now = now
        self.by = by
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var cases: [DeadlineCase]?
        var period: Span?
        var now: Date?
        var by: [DeadlineGrouping]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("cases") { cases = try reader.readIfAny() }
            else if reader.isAt("period") { period = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("by") { by = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let cases else { throw reader.missing("cases") }
        self.cases = cases
        guard let period else { throw reader.missing("period") }
        self.period = period
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.by = by ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("cases")
        writer.write(cases)
        writer.field("period")
        writer.write(period)
        writer.field("now")
        writer.write(now)
        if !by.isEmpty { writer.field("by"); writer.write(by) }
        writer.close()
    }
}

/// By what figures are kept apart.
public enum DeadlineGrouping: String, RatebookValue, CaseIterable {
    /// The present priority, or that of the moment at which the target was met.
    case priority = "priority"
    /// Who has the case, or had it when the target was met.
    case agent = "agent"
}

/// How well a target's deadlines were kept. Each case is met in time, breached or still open.
public struct DeadlineFigures: RatebookValue {
    /// The target.
    public var target: String
    /// The priority, when figures are kept apart by it.
    public var priority: String?
    /// The agent, when figures are kept apart by them; nothing for what nobody has.
    public var agent: String?
    /// How many cases have the deadline.
    public var counted: Int
    /// How many were met in time.
    public var metInTime: Int
    /// How many were met too late, or are late and not met.
    public var breached: Int
    /// How many are neither met nor late.
    public var stillOpen: Int
    /// The percentage met in time of those met or late, to two digits; nothing when there is none.
    public var percent: Decimal?
    /// The seconds of its time that it took to meet it, in the mean; nothing when none was met.
    public var meanSeconds: Int?
    /// The seconds that the slowest took.
    public var longestSeconds: Int?

    public init(
        target: String,
        priority: String? = nil,
        agent: String? = nil,
        counted: Int,
        metInTime: Int,
        breached: Int,
        stillOpen: Int,
        percent: Decimal? = nil,
        meanSeconds: Int? = nil,
        longestSeconds: Int? = nil
    ) {
        self.target = target
        self.priority = priority
        self.agent = agent
        self.counted = counted
        self.metInTime = metInTime
        self.breached = breached
        self.stillOpen = stillOpen
        self.percent = percent
        self.meanSeconds = meanSeconds
        self.longestSeconds = longestSeconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var target: String?
        var priority: String?
        var agent: String?
        var counted: Int?
        var metInTime: Int?
        var breached: Int?
        var stillOpen: Int?
        var percent: Decimal?
        var meanSeconds: Int?
        var longestSeconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("target") { target = try reader.readIfAny() }
            else if reader.isAt("priority") { priority = try reader.readIfAny() }
            else if reader.isAt("agent") { agent = try reader.readIfAny() }
            else if reader.isAt("counted") { counted = try reader.readIfAny() }
            else if reader.isAt("met_in_time") { metInTime = try reader.readIfAny() }
            else if reader.isAt("breached") { breached = try reader.readIfAny() }
            else if reader.isAt("still_open") { stillOpen = try reader.readIfAny() }
            else if reader.isAt("percent") { percent = try reader.readIfAny() }
            else if reader.isAt("mean_seconds") { meanSeconds = try reader.readIfAny() }
            else if reader.isAt("longest_seconds") { longestSeconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let target else { throw reader.missing("target") }
        self.target = target
        self.priority = priority
        self.agent = agent
        guard let counted else { throw reader.missing("counted") }
        self.counted = counted
        guard let metInTime else { throw reader.missing("met_in_time") }
        self.metInTime = metInTime
        guard let breached else { throw reader.missing("breached") }
        self.breached = breached
        guard let stillOpen else { throw reader.missing("still_open") }
        self.stillOpen = stillOpen
        self.percent = percent
        self.meanSeconds = meanSeconds
        self.longestSeconds = longestSeconds
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("target")
        writer.write(target)
        if let priority { writer.field("priority"); writer.write(priority) }
        if let agent { writer.field("agent"); writer.write(agent) }
        writer.field("counted")
        writer.write(counted)
        writer.field("met_in_time")
        writer.write(metInTime)
        writer.field("breached")
        writer.write(breached)
        writer.field("still_open")
        writer.write(stillOpen)
        if let percent { writer.field("percent"); writer.write(percent) }
        if let meanSeconds { writer.field("mean_seconds"); writer.write(meanSeconds) }
        if let longestSeconds { writer.field("longest_seconds"); writer.write(longestSeconds) }
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

/// How does a tenant stand?
public struct StandingRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The present moment.
    public var now: Date
    /// The status that it is to have from now on; refused when it may not.
    public var becomes: TenantStatus?

    public init(
        tenant: String,
        now: Date,
        becomes: TenantStatus? = nil
    ) {
        self.tenant = tenant
        self.now = now
        self.becomes = becomes
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var now: Date?
        var becomes: TenantStatus?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("becomes") { becomes = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.becomes = becomes
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("now")
        writer.write(now)
        if let becomes { writer.field("becomes"); writer.write(becomes) }
        writer.close()
    }
}

/// How a tenant stands, and what that allows.
public struct TenantStanding: RatebookValue {
    /// Its status.
    public var status: TenantStatus
    /// Since when, to be kept with the status.
    public var since: Date?
    /// Whether its people may log in.
    public var logIn: Bool
    /// Whether they may read.
    public var reads: Bool
    /// Whether they may write.
    public var writes: Bool
    /// While it is deleted: the moment until which it can be restored.
    public var restoreUntil: Date?
    /// While it is deleted: the moment from which on what it has is erased, the same one.
    public var purgeAt: Date?
    /// The status that it may have next, as of now.
    public var next: [TenantStatus]

    public init(
        status: TenantStatus,
        since: Date? = nil,
        logIn: Bool,
        reads: Bool,
        writes: Bool,
        restoreUntil: Date? = nil,
        purgeAt: Date? = nil,
        next: [TenantStatus]
    ) {
        self.status = status
        self.since = since
        self.logIn = logIn
        self.reads = reads
        self.writes = writes
        self.restoreUntil = restoreUntil
        self.purgeAt = purgeAt
        self.next = next
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var status: TenantStatus?
        var since: Date?
        var logIn: Bool?
        var reads: Bool?
        var writes: Bool?
        var restoreUntil: Date?
        var purgeAt: Date?
        var next: [TenantStatus]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("status") { status = try reader.readIfAny() }
            else if reader.isAt("since") { since = try reader.readIfAny() }
            else if reader.isAt("log_in") { logIn = try reader.readIfAny() }
            else if reader.isAt("reads") { reads = try reader.readIfAny() }
            else if reader.isAt("writes") { writes = try reader.readIfAny() }
            else if reader.isAt("restore_until") { restoreUntil = try reader.readIfAny() }
            else if reader.isAt("purge_at") { purgeAt = try reader.readIfAny() }
            else if reader.isAt("next") { next = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let status else { throw reader.missing("status") }
        self.status = status
        self.since = since
        guard let logIn else { throw reader.missing("log_in") }
        self.logIn = logIn
        guard let reads else { throw reader.missing("reads") }
        self.reads = reads
        guard let writes else { throw reader.missing("writes") }
        self.writes = writes
        self.restoreUntil = restoreUntil
        self.purgeAt = purgeAt
        guard let next else { throw reader.missing("next") }
        self.next = next
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("status")
        writer.write(status)
        if let since { writer.field("since"); writer.write(since) }
        writer.field("log_in")
        writer.write(logIn)
        writer.field("reads")
        writer.write(reads)
        writer.field("writes")
        writer.write(writes)
        if let restoreUntil { writer.field("restore_until"); writer.write(restoreUntil) }
        if let purgeAt { writer.field("purge_at"); writer.write(purgeAt) }
        writer.field("next")
        writer.write(next)
        writer.close()
    }
}

/// May somebody do that?
public struct MayRequest: RatebookValue {
    /// Who.
    public var actor: AccessActor
    /// The permission that it needs, such as `bookings:write`.
    public var action: String
    /// The record it is done with; without one only what holds for every record counts.
    public var record: AccessRecord?

    public init(
        actor: AccessActor,
        action: String,
        record: AccessRecord? = nil
    ) {
        self.actor = actor
        self.action = action
        self.record = record
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var actor: AccessActor?
        var action: String?
        var record: AccessRecord?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else if reader.isAt("record") { record = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let actor else { throw reader.missing("actor") }
        self.actor = actor
        guard let action else { throw reader.missing("action") }
        self.action = action
        self.record = record
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("actor")
        writer.write(actor)
        writer.field("action")
        writer.write(action)
        if let record { writer.field("record"); writer.write(record) }
        writer.close()
    }
}

/// Who acts, as whoever let them in knows them: from a token or a session, never from what they ask.
public struct AccessActor: RatebookValue {
    /// Whose they are.
    public var tenant: String
    /// Who.
    public var id: String
    /// Their roles.
    public var roles: [String]
    /// What they may do with single records.
    public var grants: [RecordGrant]
    /// What they may not do with single records, whatever else allows it.
    public var denials: [RecordDenial]
    /// Whether they run the platform: they may do everything, and all of it is audited.
    public var superAdmin: Bool
    /// Whether someone who runs the platform acts in a tenant that is not their own; it has to be said.
    public var acrossTenants: Bool

    public init(
        tenant: String,
        id: String,
        roles: [String] = [],
        grants: [RecordGrant] = [],
        denials: [RecordDenial] = [],
        superAdmin: Bool = false,
        acrossTenants: Bool = false
    ) {
        self.tenant = tenant
        self.id = id
        self.roles = roles
        self.grants = grants
        self.denials = denials
        self.superAdmin = superAdmin
        self.acrossTenants = acrossTenants
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var id: String?
        var roles: [String]?
        var grants: [RecordGrant]?
        var denials: [RecordDenial]?
        var superAdmin: Bool?
        var acrossTenants: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("roles") { roles = try reader.readIfAny() }
            else if reader.isAt("grants") { grants = try reader.readIfAny() }
            else if reader.isAt("denials") { denials = try reader.readIfAny() }
            else if reader.isAt("super_admin") { superAdmin = try reader.readIfAny() }
            else if reader.isAt("across_tenants") { acrossTenants = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let id else { throw reader.missing("id") }
        self.id = id
        self.roles = roles ?? []
        self.grants = grants ?? []
        self.denials = denials ?? []
        self.superAdmin = superAdmin ?? false
        self.acrossTenants = acrossTenants ?? false
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("id")
        writer.write(id)
        if !roles.isEmpty { writer.field("roles"); writer.write(roles) }
        if !grants.isEmpty { writer.field("grants"); writer.write(grants) }
        if !denials.isEmpty { writer.field("denials"); writer.write(denials) }
        if superAdmin { writer.field("super_admin"); writer.write(superAdmin) }
        if acrossTenants { writer.field("across_tenants"); writer.write(acrossTenants) }
        writer.close()
    }
}

/// What somebody may do with one record.
public struct RecordGrant: RatebookValue {
    /// The record's id.
    public var record: String
    /// What may be done.
    public var permissions: [String]

    public init(
        record: String,
        permissions: [String]
    ) {
        self.record = record
        self.permissions = permissions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var record: String?
        var permissions: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("record") { record = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let record else { throw reader.missing("record") }
        self.record = record
        guard let permissions else { throw reader.missing("permissions") }
        self.permissions = permissions
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("record")
        writer.write(record)
        writer.field("permissions")
        writer.write(permissions)
        writer.close()
    }
}

/// What somebody may not do with one record.
public struct RecordDenial: RatebookValue {
    /// The record's id.
    public var record: String
    /// What may not be done: `bookings:write`, `bookings:*`, `*`.
    public var permissions: [String]

    public init(
        record: String,
        permissions: [String]
    ) {
        self.record = record
        self.permissions = permissions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var record: String?
        var permissions: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("record") { record = try reader.readIfAny() }
            else if reader.isAt("permissions") { permissions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let record else { throw reader.missing("record") }
        self.record = record
        guard let permissions else { throw reader.missing("permissions") }
        self.permissions = permissions
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("record")
        writer.write(record)
        writer.field("permissions")
        writer.write(permissions)
        writer.close()
    }
}

/// The record that something is done with.
public struct AccessRecord: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// Its id; none when it is only about to be made.
    public var id: String?
    /// What is in it: at least the fields by which relations are told.
    public var fields: [String: JSON]

    public init(
        tenant: String,
        id: String? = nil,
        fields: [String: JSON] = [:]
    ) {
        self.tenant = tenant
        self.id = id
        self.fields = fields
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var id: String?
        var fields: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("fields") { fields = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        self.id = id
        self.fields = fields ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        if let id { writer.field("id"); writer.write(id) }
        if !fields.isEmpty { writer.field("fields"); writer.write(fields) }
        writer.close()
    }
}

/// Whether somebody may, and why.
public struct AccessVerdict: RatebookValue {
    /// Whether they may.
    public var allowed: Bool
    /// What allows it; nothing when refused.
    public var via: AccessVia?
    /// The permission they lack; nothing when allowed.
    public var missing: String?
    /// The role that denies it, whatever else allows it.
    public var deniedBy: String?
    /// The record with which it is denied to them, whatever else allows it.
    public var deniedOn: String?
    /// Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does.
    public var audit: Bool

    public init(
        allowed: Bool,
        via: AccessVia? = nil,
        missing: String? = nil,
        deniedBy: String? = nil,
        deniedOn: String? = nil,
        audit: Bool
    ) {
        self.allowed = allowed
        self.via = via
        self.missing = missing
        self.deniedBy = deniedBy
        self.deniedOn = deniedOn
        self.audit = audit
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var allowed: Bool?
        var via: AccessVia?
        var missing: String?
        var deniedBy: String?
        var deniedOn: String?
        var audit: Bool?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("allowed") { allowed = try reader.readIfAny() }
            else if reader.isAt("via") { via = try reader.readIfAny() }
            else if reader.isAt("missing") { missing = try reader.readIfAny() }
            else if reader.isAt("denied_by") { deniedBy = try reader.readIfAny() }
            else if reader.isAt("denied_on") { deniedOn = try reader.readIfAny() }
            else if reader.isAt("audit") { audit = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let allowed else { throw reader.missing("allowed") }
        self.allowed = allowed
        self.via = via
        self.missing = missing
        self.deniedBy = deniedBy
        self.deniedOn = deniedOn
        guard let audit else { throw reader.missing("audit") }
        self.audit = audit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("allowed")
        writer.write(allowed)
        if let via { writer.field("via"); writer.write(via) }
        if let missing { writer.field("missing"); writer.write(missing) }
        if let deniedBy { writer.field("denied_by"); writer.write(deniedBy) }
        if let deniedOn { writer.field("denied_on"); writer.write(deniedOn) }
        writer.field("audit")
        writer.write(audit)
        writer.close()
    }
}

/// What allows something.
public enum AccessVia: RatebookValue {
    /// A role of that name.
    case role(String)
    /// A relation of that name to the record, such as `own`.
    case relation(String)
    /// A grant on the record of that id.
    case grant(String)
    /// They run the platform.
    case superAdmin

    public init(from reader: inout WireReader) throws(WireFault) {
        if reader.isAtText() {
            switch try reader.text() {
            case "super_admin": self = .superAdmin
            default: throw reader.unknownField()
            }
            return
        }
        try reader.open()
        guard try reader.nextField() else { throw reader.unknownField() }
        if reader.isAt("role") { self = .role(try reader.read()) }
        else if reader.isAt("relation") { self = .relation(try reader.read()) }
        else if reader.isAt("grant") { self = .grant(try reader.read()) }
        else { throw reader.unknownField() }
        try reader.close()
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .role(let held):
            writer.open()
            writer.field("role")
            writer.write(held)
            writer.close()
        case .relation(let held):
            writer.open()
            writer.field("relation")
            writer.write(held)
            writer.close()
        case .grant(let held):
            writer.open()
            writer.field("grant")
            writer.write(held)
            writer.close()
        case .superAdmin: writer.write("super_admin")
        }
    }
}

/// What may somebody see of a record?
public struct MaskRequest: RatebookValue {
    /// Who looks at it.
    public var actor: AccessActor
    /// The kind of record, as the rules name it.
    public var entity: String
    /// The record with its fields.
    public var record: AccessRecord

    public init(
        actor: AccessActor,
        entity: String,
        record: AccessRecord
    ) {
        self.actor = actor
        self.entity = entity
        self.record = record
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var actor: AccessActor?
        var entity: String?
        var record: AccessRecord?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("record") { record = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let actor else { throw reader.missing("actor") }
        self.actor = actor
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let record else { throw reader.missing("record") }
        self.record = record
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("actor")
        writer.write(actor)
        writer.field("entity")
        writer.write(entity)
        writer.field("record")
        writer.write(record)
        writer.close()
    }
}

/// A record as somebody may see it.
public struct MaskedRecord: RatebookValue {
    /// Its fields; in the place of what is hidden stand eight stars.
    public var fields: [String: JSON]
    /// What is hidden, as JSON pointers into the fields.
    public var masked: [String]

    public init(
        fields: [String: JSON],
        masked: [String]
    ) {
        self.fields = fields
        self.masked = masked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var fields: [String: JSON]?
        var masked: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("fields") { fields = try reader.readIfAny() }
            else if reader.isAt("masked") { masked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let fields else { throw reader.missing("fields") }
        self.fields = fields
        guard let masked else { throw reader.missing("masked") }
        self.masked = masked
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("fields")
        writer.write(fields)
        writer.field("masked")
        writer.write(masked)
        writer.close()
    }
}

/// Somebody is to have other roles.
public struct ChangeRolesRequest: RatebookValue {
    /// Who changes them.
    public var actor: AccessActor
    /// Everybody of the tenant.
    public var members: [AccessActor]
    /// Whose roles change.
    public var member: String
    /// Their roles from now on; none when they leave.
    public var roles: [String]

    public init(
        actor: AccessActor,
        members: [AccessActor],
        member: String,
        roles: [String]
    ) {
        self.actor = actor
        self.members = members
        self.member = member
        self.roles = roles
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var actor: AccessActor?
        var members: [AccessActor]?
        var member: String?
        var roles: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("actor") { actor = try reader.readIfAny() }
            else if reader.isAt("members") { members = try reader.readIfAny() }
            else if reader.isAt("member") { member = try reader.readIfAny() }
            else if reader.isAt("roles") { roles = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let actor else { throw reader.missing("actor") }
        self.actor = actor
        guard let members else { throw reader.missing("members") }
        self.members = members
        guard let member else { throw reader.missing("member") }
        self.member = member
        guard let roles else { throw reader.missing("roles") }
        self.roles = roles
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("actor")
        writer.write(actor)
        writer.field("members")
        writer.write(members)
        writer.field("member")
        writer.write(member)
        writer.field("roles")
        writer.write(roles)
        writer.close()
    }
}

/// Is a feature on?
public struct FlagRequest: RatebookValue {
    /// Which one.
    public var flag: String
    /// For whom.
    public var subject: FlagSubject

    public init(
        flag: String,
        subject: FlagSubject
    ) {
        self.flag = flag
        self.subject = subject
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var flag: String?
        var subject: FlagSubject?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("flag") { flag = try reader.readIfAny() }
            else if reader.isAt("subject") { subject = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let flag else { throw reader.missing("flag") }
        self.flag = flag
        guard let subject else { throw reader.missing("subject") }
        self.subject = subject
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("flag")
        writer.write(flag)
        writer.field("subject")
        writer.write(subject)
        writer.close()
    }
}

/// For whom is asked.
public struct FlagSubject: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The present moment.
    public var now: Date
    /// Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given.
    public var id: String?
    /// Their roles.
    public var roles: [String]
    /// The tenant's plan.
    public var plan: String?

    public init(
        tenant: String,
        now: Date,
        id: String? = nil,
        roles: [String] = [],
        plan: String? = nil
    ) {
        self.tenant = tenant
        self.now = now
        self.id = id
        self.roles = roles
        self.plan = plan
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var now: Date?
        var id: String?
        var roles: [String]?
        var plan: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("roles") { roles = try reader.readIfAny() }
            else if reader.isAt("plan") { plan = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.id = id
        self.roles = roles ?? []
        self.plan = plan
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("now")
        writer.write(now)
        if let id { writer.field("id"); writer.write(id) }
        if !roles.isEmpty { writer.field("roles"); writer.write(roles) }
        if let plan { writer.field("plan"); writer.write(plan) }
        writer.close()
    }
}

/// Whether a feature is on, and why.
public struct FlagAnswer: RatebookValue {
    /// Which one.
    public var flag: String
    /// Whether it is on.
    public var on: Bool
    /// The rule that decided.
    public var decidedBy: FlagRule
    /// The role or plan that decided.
    public var name: String?
    /// Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage.
    public var share: Decimal?

    public init(
        flag: String,
        on: Bool,
        decidedBy: FlagRule,
        name: String? = nil,
        share: Decimal? = nil
    ) {
        self.flag = flag
        self.on = on
        self.decidedBy = decidedBy
        self.name = name
        self.share = share
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var flag: String?
        var on: Bool?
        var decidedBy: FlagRule?
        var name: String?
        var share: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("flag") { flag = try reader.readIfAny() }
            else if reader.isAt("on") { on = try reader.readIfAny() }
            else if reader.isAt("decided_by") { decidedBy = try reader.readIfAny() }
            else if reader.isAt("name") { name = try reader.readIfAny() }
            else if reader.isAt("share") { share = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let flag else { throw reader.missing("flag") }
        self.flag = flag
        guard let on else { throw reader.missing("on") }
        self.on = on
        guard let decidedBy else { throw reader.missing("decided_by") }
        self.decidedBy = decidedBy
        self.name = name
        self.share = share
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("flag")
        writer.write(flag)
        writer.field("on")
        writer.write(on)
        writer.field("decided_by")
        writer.write(decidedBy)
        if let name { writer.field("name"); writer.write(name) }
        if let share { writer.field("share"); writer.write(share) }
        writer.close()
    }
}

/// A rule that decides whether a feature is on, in their order.
public enum FlagRule: String, RatebookValue, CaseIterable {
    /// What it is for this tenant.
    case forced = "forced"
    /// It has not started, or has ended.
    case schedule = "schedule"
    /// A role.
    case role = "role"
    /// The plan.
    case plan = "plan"
    /// A percentage.
    case percentage = "percentage"
    /// Nothing else.
    case otherwise = "otherwise"
}

/// May these calls go on?
public struct RateLimitRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The moment.
    public var now: Date
    /// The tenant's plan.
    public var plan: String?
    /// The limits that one call must pass, each with the state that is kept for it: all let it through or none counts it.
    public var calls: [RateLimitCall]

    public init(
        tenant: String,
        now: Date,
        plan: String? = nil,
        calls: [RateLimitCall]
    ) {
        self.tenant = tenant
        self.now = now
        self.plan = plan
        self.calls = calls
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var now: Date?
        var plan: String?
        var calls: [RateLimitCall]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("plan") { plan = try reader.readIfAny() }
            else if reader.isAt("calls") { calls = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.plan = plan
        guard let calls else { throw reader.missing("calls") }
        self.calls = calls
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("now")
        writer.write(now)
        if let plan { writer.field("plan"); writer.write(plan) }
        writer.field("calls")
        writer.write(calls)
        writer.close()
    }
}

/// A call as one limit counts it.
public struct RateLimitCall: RatebookValue {
    /// The limit's name.
    public var limit: String
    /// What the call costs; what the limit says when not given. 0 only looks.
    public var cost: Int?
    /// What the last answer gave for this address, user or tenant; nothing yet when not given.
    public var state: RateLimitState?

    public init(
        limit: String,
        cost: Int? = nil,
        state: RateLimitState? = nil
    ) {
        self.limit = limit
        self.cost = cost
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var limit: String?
        var cost: Int?
        var state: RateLimitState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("limit") { limit = try reader.readIfAny() }
            else if reader.isAt("cost") { cost = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let limit else { throw reader.missing("limit") }
        self.limit = limit
        self.cost = cost
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("limit")
        writer.write(limit)
        if let cost { writer.field("cost"); writer.write(cost) }
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// What a limit keeps for an address, a user or a tenant.
public struct RateLimitState: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// The limit's name.
    public var limit: String
    /// What was let through, as the limit keeps it.
    public var marks: [RateMark]

    public init(
        tenant: String,
        limit: String,
        marks: [RateMark]
    ) {
        self.tenant = tenant
        self.limit = limit
        self.marks = marks
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var limit: String?
        var marks: [RateMark]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else if reader.isAt("marks") { marks = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let limit else { throw reader.missing("limit") }
        self.limit = limit
        guard let marks else { throw reader.missing("marks") }
        self.marks = marks
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("limit")
        writer.write(limit)
        writer.field("marks")
        writer.write(marks)
        writer.close()
    }
}

/// What was let through, as small as it can be kept. A window keeps what was let through in each of its stretches, with
/// the last moment of it. A bucket keeps one: the moment at which it is full again.
public struct RateMark: RatebookValue {
    /// The moment.
    public var at: Date
    /// How much; for a bucket the part of a microsecond that is missing, counted in as many parts as the amount.
    public var units: Int

    public init(
        at: Date,
        units: Int
    ) {
        self.at = at
        self.units = units
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var at: Date?
        var units: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("units") { units = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let units else { throw reader.missing("units") }
        self.units = units
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at")
        writer.write(at)
        writer.field("units")
        writer.write(units)
        writer.close()
    }
}

/// Whether a call may go on.
public struct RateLimitAnswer: RatebookValue {
    /// Whether every limit lets it through.
    public var allowed: Bool
    /// In how many seconds all of them would; 0 when they do.
    public var retryAfterSeconds: Int
    /// What each limit says, in the order of the calls.
    public var limits: [RateLimitVerdict]
    /// Every limit that refuses.
    public var reasons: [Reason]

    public init(
        allowed: Bool,
        retryAfterSeconds: Int,
        limits: [RateLimitVerdict],
        reasons: [Reason]
    ) {
        self.allowed = allowed
        self.retryAfterSeconds = retryAfterSeconds
        self.limits = limits
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var allowed: Bool?
        var retryAfterSeconds: Int?
        var limits: [RateLimitVerdict]?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("allowed") { allowed = try reader.readIfAny() }
            else if reader.isAt("retry_after_seconds") { retryAfterSeconds = try reader.readIfAny() }
            else if reader.isAt("limits") { limits = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let allowed else { throw reader.missing("allowed") }
        self.allowed = allowed
        guard let retryAfterSeconds else { throw reader.missing("retry_after_seconds") }
        self.retryAfterSeconds = retryAfterSeconds
        guard let limits else { throw reader.missing("limits") }
        self.limits = limits
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("allowed")
        writer.write(allowed)
        writer.field("retry_after_seconds")
        writer.write(retryAfterSeconds)
        writer.field("limits")
        writer.write(limits)
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// What one limit says.
public struct RateLimitVerdict: RatebookValue {
    /// Its name.
    public var limit: String
    /// For whom the state is to be kept.
    public var per: RateLimitKey
    /// The most that may pass at once.
    public var amount: Int
    /// How much is left.
    public var remaining: Int
    /// When everything is left again.
    public var resetAt: Date
    /// In how many seconds it lets the call through; 0 when it does.
    public var retryAfterSeconds: Int
    /// The state to keep.
    public var state: RateLimitState

    public init(
        limit: String,
        per: RateLimitKey,
        amount: Int,
        remaining: Int,
        resetAt: Date,
        retryAfterSeconds: Int,
        state: RateLimitState
    ) {
        self.limit = limit
        self.per = per
        self.amount = amount
        self.remaining = remaining
        self.resetAt = resetAt
        self.retryAfterSeconds = retryAfterSeconds
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var limit: String?
        var per: RateLimitKey?
        var amount: Int?
        var remaining: Int?
        var resetAt: Date?
        var retryAfterSeconds: Int?
        var state: RateLimitState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("limit") { limit = try reader.readIfAny() }
            else if reader.isAt("per") { per = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("remaining") { remaining = try reader.readIfAny() }
            else if reader.isAt("reset_at") { resetAt = try reader.readIfAny() }
            else if reader.isAt("retry_after_seconds") { retryAfterSeconds = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let limit else { throw reader.missing("limit") }
        self.limit = limit
        guard let per else { throw reader.missing("per") }
        self.per = per
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let remaining else { throw reader.missing("remaining") }
        self.remaining = remaining
        guard let resetAt else { throw reader.missing("reset_at") }
        self.resetAt = resetAt
        guard let retryAfterSeconds else { throw reader.missing("retry_after_seconds") }
        self.retryAfterSeconds = retryAfterSeconds
        guard let state else { throw reader.missing("state") }
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("limit")
        writer.write(limit)
        writer.field("per")
        writer.write(per)
        writer.field("amount")
        writer.write(amount)
        writer.field("remaining")
        writer.write(remaining)
        writer.field("reset_at")
        writer.write(resetAt)
        writer.field("retry_after_seconds")
        writer.write(retryAfterSeconds)
        writer.field("state")
        writer.write(state)
        writer.close()
    }
}

/// Is it locked, and what happened?
public struct LockoutRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The rule's name.
    public var lockout: String
    /// The moment.
    public var now: Date
    /// What happened.
    public var event: LockoutEvent
    /// Of what it was a failure, for a rule that counts different ones.
    public var of: String?
    /// What the last answer gave for this account or address; nothing yet when not given.
    public var state: LockoutState?

    public init(
        tenant: String,
        lockout: String,
        now: Date,
        event: LockoutEvent,
        of: String? = nil,
        state: LockoutState? = nil
    ) {
        self.tenant = tenant
        self.lockout = lockout
        self.now = now
        self.event = event
        self.of = of
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var lockout: String?
        var now: Date?
        var event: LockoutEvent?
        var of: String?
        var state: LockoutState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("lockout") { lockout = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("event") { event = try reader.readIfAny() }
            else if reader.isAt("of") { of = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let lockout else { throw reader.missing("lockout") }
        self.lockout = lockout
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let event else { throw reader.missing("event") }
        self.event = event
        self.of = of
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("lockout")
        writer.write(lockout)
        writer.field("now")
        writer.write(now)
        writer.field("event")
        writer.write(event)
        if let of { writer.field("of"); writer.write(of) }
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// What happened.
public enum LockoutEvent: String, RatebookValue, CaseIterable {
    /// Nothing yet: is it locked? Asked before a password is looked at.
    case check = "check"
    /// A failure. While it is locked it counts for nothing.
    case failure = "failure"
    /// A success: earlier failures and locks are forgotten. While it is locked it counts for nothing.
    case success = "success"
    /// Somebody in charge unlocks it.
    case unlock = "unlock"
}

/// What a lockout keeps for an account or an address.
public struct LockoutState: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// The rule's name.
    public var lockout: String
    /// The failures that count, the oldest first.
    public var failures: [LockoutMark]?
    /// Until when it is, or was last, locked.
    public var lockedUntil: Date?
    /// How many locks followed each other.
    public var locks: Int

    public init(
        tenant: String,
        lockout: String,
        failures: [LockoutMark]? = nil,
        lockedUntil: Date? = nil,
        locks: Int = 0
    ) {
        self.tenant = tenant
        self.lockout = lockout
        self.failures = failures
        self.lockedUntil = lockedUntil
        self.locks = locks
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var lockout: String?
        var failures: [LockoutMark]?
        var lockedUntil: Date?
        var locks: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("lockout") { lockout = try reader.readIfAny() }
            else if reader.isAt("failures") { failures = try reader.readIfAny() }
            else if reader.isAt("locked_until") { lockedUntil = try reader.readIfAny() }
            else if reader.isAt("locks") { locks = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let lockout else { throw reader.missing("lockout") }
        self.lockout = lockout
        self.failures = failures
        self.lockedUntil = lockedUntil
        self.locks = locks ?? 0
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("lockout")
        writer.write(lockout)
        if let failures { writer.field("failures"); writer.write(failures) }
        if let lockedUntil { writer.field("locked_until"); writer.write(lockedUntil) }
        writer.field("locks")
        writer.write(locks)
        writer.close()
    }
}

/// One failure.
public struct LockoutMark: RatebookValue {
    /// When.
    public var at: Date
    /// Of what, where only different ones count.
    public var of: String?

    public init(
        at: Date,
        of: String? = nil
    ) {
        self.at = at
        self.of = of
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var at: Date?
        var of: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("of") { of = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let at else { throw reader.missing("at") }
        self.at = at
        self.of = of
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("at")
        writer.write(at)
        if let of { writer.field("of"); writer.write(of) }
        writer.close()
    }
}

/// Whether it is locked.
public struct LockoutAnswer: RatebookValue {
    /// Whether it is locked: even what is right is refused.
    public var locked: Bool
    /// Until when.
    public var lockedUntil: Date?
    /// For how many seconds more; 0 when it is not.
    public var retryAfterSeconds: Int
    /// How many more failures lock it.
    public var failuresLeft: Int
    /// Why it is refused.
    public var reasons: [Reason]
    /// The state to keep.
    public var state: LockoutState

    public init(
        locked: Bool,
        lockedUntil: Date? = nil,
        retryAfterSeconds: Int,
        failuresLeft: Int,
        reasons: [Reason],
        state: LockoutState
    ) {
        self.locked = locked
        self.lockedUntil = lockedUntil
        self.retryAfterSeconds = retryAfterSeconds
        self.failuresLeft = failuresLeft
        self.reasons = reasons
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var locked: Bool?
        var lockedUntil: Date?
        var retryAfterSeconds: Int?
        var failuresLeft: Int?
        var reasons: [Reason]?
        var state: LockoutState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("locked") { locked = try reader.readIfAny() }
            else if reader.isAt("locked_until") { lockedUntil = try reader.readIfAny() }
            else if reader.isAt("retry_after_seconds") { retryAfterSeconds = try reader.readIfAny() }
            else if reader.isAt("failures_left") { failuresLeft = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let locked else { throw reader.missing("locked") }
        self.locked = locked
        self.lockedUntil = lockedUntil
        guard let retryAfterSeconds else { throw reader.missing("retry_after_seconds") }
        self.retryAfterSeconds = retryAfterSeconds
        guard let failuresLeft else { throw reader.missing("failures_left") }
        self.failuresLeft = failuresLeft
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
        guard let state else { throw reader.missing("state") }
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("locked")
        writer.write(locked)
        if let lockedUntil { writer.field("locked_until"); writer.write(lockedUntil) }
        writer.field("retry_after_seconds")
        writer.write(retryAfterSeconds)
        writer.field("failures_left")
        writer.write(failuresLeft)
        writer.field("reasons")
        writer.write(reasons)
        writer.field("state")
        writer.write(state)
        writer.close()
    }
}

/// May somebody from this address come in?
public struct AddressRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The address.
    public var address: String
    /// The moment.
    public var now: Date
    /// Rules beside those of the tenant: addresses that were blocked for an hour.
    public var rules: [AddressRule]

    public init(
        tenant: String,
        address: String,
        now: Date,
        rules: [AddressRule] = []
    ) {
        self.tenant = tenant
        self.address = address
        self.now = now
        self.rules = rules
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var address: String?
        var now: Date?
        var rules: [AddressRule]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("address") { address = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("rules") { rules = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let address else { throw reader.missing("address") }
        self.address = address
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.rules = rules ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("address")
        writer.write(address)
        writer.field("now")
        writer.write(now)
        if !rules.isEmpty { writer.field("rules"); writer.write(rules) }
        writer.close()
    }
}

/// Whether an address passes.
public struct AddressAnswer: RatebookValue {
    /// Whether it passes.
    public var allowed: Bool
    /// By which rule; none when no rule speaks of it, and then it passes.
    public var rule: AddressRule?
    /// Why it is refused.
    public var reasons: [Reason]

    public init(
        allowed: Bool,
        rule: AddressRule? = nil,
        reasons: [Reason]
    ) {
        self.allowed = allowed
        self.rule = rule
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var allowed: Bool?
        var rule: AddressRule?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("allowed") { allowed = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let allowed else { throw reader.missing("allowed") }
        self.allowed = allowed
        self.rule = rule
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("allowed")
        writer.write(allowed)
        if let rule { writer.field("rule"); writer.write(rule) }
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// Something is to be taken, held or given back, or is only asked.
public struct QuotaRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The quota's name.
    public var quota: String
    /// What is to be done.
    public var action: QuotaAction
    /// The moment.
    public var now: Date
    /// The tenant's plan.
    public var plan: String?
    /// How much.
    public var amount: Int
    /// By which name it is known, so that the same request again changes nothing. A reservation needs one.
    public var key: String?
    /// Until when a reservation holds, and a key is known; the key of what was taken is otherwise known as long as it counts.
    public var expiresAt: Date?
    /// What the last answer gave; nothing yet when not given.
    public var state: QuotaState?

    public init(
        tenant: String,
        quota: String,
        action: QuotaAction,
        now: Date,
        plan: String? = nil,
        amount: Int = 1,
        key: String? = nil,
        expiresAt: Date? = nil,
        state: QuotaState? = nil
    ) {
        self.tenant = tenant
        self.quota = quota
        self.action = action
        self.now = now
        self.plan = plan
        self.amount = amount
        self.key = key
        self.expiresAt = expiresAt
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var quota: String?
        var action: QuotaAction?
        var now: Date?
        var plan: String?
        var amount: Int?
        var key: String?
        var expiresAt: Date?
        var state: QuotaState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("quota") { quota = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("plan") { plan = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let quota else { throw reader.missing("quota") }
        self.quota = quota
        guard let action else { throw reader.missing("action") }
        self.action = action
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.plan = plan
        self.amount = amount ?? 1
        self.key = key
        self.expiresAt = expiresAt
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("quota")
        writer.write(quota)
        writer.field("action")
        writer.write(action)
        writer.field("now")
        writer.write(now)
        if let plan { writer.field("plan"); writer.write(plan) }
        writer.field("amount")
        writer.write(amount)
        if let key { writer.field("key"); writer.write(key) }
        if let expiresAt { writer.field("expires_at"); writer.write(expiresAt) }
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// What is done with a quota.
public enum QuotaAction: String, RatebookValue, CaseIterable {
    /// Only asks whether so much could be taken.
    case check = "check"
    /// Takes it at once.
    case take = "take"
    /// Gives back what was taken.
    case giveBack = "give_back"
    /// Holds it under a key until a moment: nobody else gets it.
    case reserve = "reserve"
    /// Takes what is held.
    case commit = "commit"
    /// Lets go of what is held.
    case release = "release"
}

/// What is kept of a quota.
public struct QuotaState: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// The quota's name.
    public var quota: String
    /// The first day of the period that is counted.
    public var period: Day?
    /// How much is taken.
    public var used: Int
    /// The percentages that are exceeded and were told.
    public var warned: [Int]?
    /// What is known by a key.
    public var entries: [QuotaEntry]?

    public init(
        tenant: String,
        quota: String,
        period: Day? = nil,
        used: Int,
        warned: [Int]? = nil,
        entries: [QuotaEntry]? = nil
    ) {
        self.tenant = tenant
        self.quota = quota
        self.period = period
        self.used = used
        self.warned = warned
        self.entries = entries
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var quota: String?
        var period: Day?
        var used: Int?
        var warned: [Int]?
        var entries: [QuotaEntry]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("quota") { quota = try reader.readIfAny() }
            else if reader.isAt("period") { period = try reader.readIfAny() }
            else if reader.isAt("used") { used = try reader.readIfAny() }
            else if reader.isAt("warned") { warned = try reader.readIfAny() }
            else if reader.isAt("entries") { entries = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let quota else { throw reader.missing("quota") }
        self.quota = quota
        self.period = period
        guard let used else { throw reader.missing("used") }
        self.used = used
        self.warned = warned
        self.entries = entries
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("quota")
        writer.write(quota)
        if let period { writer.field("period"); writer.write(period) }
        writer.field("used")
        writer.write(used)
        if let warned { writer.field("warned"); writer.write(warned) }
        if let entries { writer.field("entries"); writer.write(entries) }
        writer.close()
    }
}

/// What was held or taken under a key.
public struct QuotaEntry: RatebookValue {
    /// The key.
    public var key: String
    /// How much.
    public var amount: Int
    /// Whether it is taken; otherwise it is held.
    public var taken: Bool
    /// In which period it was taken, where there are periods.
    public var period: Day?
    /// Until when it is held, or its key is known.
    public var expiresAt: Date?

    public init(
        key: String,
        amount: Int,
        taken: Bool,
        period: Day? = nil,
        expiresAt: Date? = nil
    ) {
        self.key = key
        self.amount = amount
        self.taken = taken
        self.period = period
        self.expiresAt = expiresAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        var amount: Int?
        var taken: Bool?
        var period: Day?
        var expiresAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else if reader.isAt("taken") { taken = try reader.readIfAny() }
            else if reader.isAt("period") { period = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
        guard let taken else { throw reader.missing("taken") }
        self.taken = taken
        self.period = period
        self.expiresAt = expiresAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.field("amount")
        writer.write(amount)
        writer.field("taken")
        writer.write(taken)
        if let period { writer.field("period"); writer.write(period) }
        if let expiresAt { writer.field("expires_at"); writer.write(expiresAt) }
        writer.close()
    }
}

/// Whether it was done, and how much there is.
public struct QuotaAnswer: RatebookValue {
    /// Whether it was done, or could be.
    public var allowed: Bool
    /// Why not.
    public var reasons: [Reason]
    /// How much is taken now.
    public var used: Int
    /// How much is held beside that.
    public var held: Int
    /// The figures that hold.
    public var figures: QuotaFigures
    /// How much can still be taken; no end when none.
    public var remaining: Int?
    /// How much more than the soft figure is taken.
    public var overage: Int
    /// The percentages that were crossed just now; each crossing is told once.
    public var warnings: [Int]
    /// When the next period begins.
    public var resetsAt: Date?
    /// The state to keep.
    public var state: QuotaState

    public init(
        allowed: Bool,
        reasons: [Reason],
        used: Int,
        held: Int,
        figures: QuotaFigures,
        remaining: Int? = nil,
        overage: Int,
        warnings: [Int],
        resetsAt: Date? = nil,
        state: QuotaState
    ) {
        self.allowed = allowed
        self.reasons = reasons
        self.used = used
        self.held = held
        self.figures = figures
        self.remaining = remaining
        self.overage = overage
        self.warnings = warnings
        self.resetsAt = resetsAt
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var allowed: Bool?
        var reasons: [Reason]?
        var used: Int?
        var held: Int?
        var figures: QuotaFigures?
        var remaining: Int?
        var overage: Int?
        var warnings: [Int]?
        var resetsAt: Date?
        var state: QuotaState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("allowed") { allowed = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else if reader.isAt("used") { used = try reader.readIfAny() }
            else if reader.isAt("held") { held = try reader.readIfAny() }
            else if reader.isAt("figures") { figures = try reader.readIfAny() }
            else if reader.isAt("remaining") { remaining = try reader.readIfAny() }
            else if reader.isAt("overage") { overage = try reader.readIfAny() }
            else if reader.isAt("warnings") { warnings = try reader.readIfAny() }
            else if reader.isAt("resets_at") { resetsAt = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let allowed else { throw reader.missing("allowed") }
        self.allowed = allowed
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
        guard let used else { throw reader.missing("used") }
        self.used = used
        guard let held else { throw reader.missing("held") }
        self.held = held
        guard let figures else { throw reader.missing("figures") }
        self.figures = figures
        self.remaining = remaining
        guard let overage else { throw reader.missing("overage") }
        self.overage = overage
        guard let warnings else { throw reader.missing("warnings") }
        self.warnings = warnings
        self.resetsAt = resetsAt
        guard let state else { throw reader.missing("state") }
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("allowed")
        writer.write(allowed)
        writer.field("reasons")
        writer.write(reasons)
        writer.field("used")
        writer.write(used)
        writer.field("held")
        writer.write(held)
        writer.field("figures")
        writer.write(figures)
        if let remaining { writer.field("remaining"); writer.write(remaining) }
        writer.field("overage")
        writer.write(overage)
        writer.field("warnings")
        writer.write(warnings)
        if let resetsAt { writer.field("resets_at"); writer.write(resetsAt) }
        writer.field("state")
        writer.write(state)
        writer.close()
    }
}

/// The next number, please.
public struct NumberRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The format's name.
    public var format: String
    /// The moment.
    public var now: Date
    /// What stands for the named parts: up to 20 letters and digits each.
    public var parts: [String: String]
    /// What the last answer gave for these parts; no number yet when not given.
    public var state: NumberState?

    public init(
        tenant: String,
        format: String,
        now: Date,
        parts: [String: String] = [:],
        state: NumberState? = nil
    ) {
        self.tenant = tenant
        self.format = format
        self.now = now
        self.parts = parts
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var format: String?
        var now: Date?
        var parts: [String: String]?
        var state: NumberState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("format") { format = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("parts") { parts = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let format else { throw reader.missing("format") }
        self.format = format
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.parts = parts ?? [:]
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("format")
        writer.write(format)
        writer.field("now")
        writer.write(now)
        if !parts.isEmpty { writer.field("parts"); writer.write(parts) }
        if let state { writer.field("state"); writer.write(state) }
        writer.close()
    }
}

/// What is kept of the numbers of a kind.
public struct NumberState: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// The format's name.
    public var format: String
    /// The parts that this counter counts.
    public var parts: [String: String]
    /// The latest day on which a number was given, by the tenant's clock.
    public var day: Day
    /// The last number that was given.
    public var last: Int

    public init(
        tenant: String,
        format: String,
        parts: [String: String] = [:],
        day: Day,
        last: Int
    ) {
        self.tenant = tenant
        self.format = format
        self.parts = parts
        self.day = day
        self.last = last
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var format: String?
        var parts: [String: String]?
        var day: Day?
        var last: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("format") { format = try reader.readIfAny() }
            else if reader.isAt("parts") { parts = try reader.readIfAny() }
            else if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("last") { last = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let format else { throw reader.missing("format") }
        self.format = format
        self.parts = parts ?? [:]
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let last else { throw reader.missing("last") }
        self.last = last
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("format")
        writer.write(format)
        if !parts.isEmpty { writer.field("parts"); writer.write(parts) }
        writer.field("day")
        writer.write(day)
        writer.field("last")
        writer.write(last)
        writer.close()
    }
}

/// A number.
public struct NumberAnswer: RatebookValue {
    /// As people read it.
    public var number: String
    /// What its counter says.
    public var sequence: Int
    /// The state to keep, before anybody sees the number.
    public var state: NumberState

    public init(
        number: String,
        sequence: Int,
        state: NumberState
    ) {
        self.number = number
        self.sequence = sequence
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var number: String?
        var sequence: Int?
        var state: NumberState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("number") { number = try reader.readIfAny() }
            else if reader.isAt("sequence") { sequence = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let number else { throw reader.missing("number") }
        self.number = number
        guard let sequence else { throw reader.missing("sequence") }
        self.sequence = sequence
        guard let state else { throw reader.missing("state") }
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("number")
        writer.write(number)
        writer.field("sequence")
        writer.write(sequence)
        writer.field("state")
        writer.write(state)
        writer.close()
    }
}

/// A key is to be made, alone or in the place of another one.
public struct NewKeyRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// What it is to be known by.
    public var id: String
    /// The moment.
    public var now: Date
    /// 256 random bits as 64 hexadecimal digits, from the source of chance that the system keeps for secrets.
    public var random: String
    /// How it begins: `rk_live`, `rk_test`.
    public var prefix: String
    /// What it may do; what the replaced key may when not given.
    public var scopes: [String]?
    /// When it ends.
    public var expiresAt: Date?
    /// Addresses and ranges that may use it; those of the replaced key when not given.
    public var addresses: [String]?
    /// The key whose place it takes: both hold for a while. One that was revoked or has expired is not replaced.
    public var replaces: ApiKeyRecord?
    /// For how long, in seconds: a day when not given.
    public var overlapSeconds: Int

    public init(
        tenant: String,
        id: String,
        now: Date,
        random: String,
        prefix: String = "rk_live",
        scopes: [String]? = nil,
        expiresAt: Date? = nil,
        addresses: [String]? = nil,
        replaces: ApiKeyRecord? = nil,
        overlapSeconds: Int = 86400
    ) {
        self.tenant = tenant
        self.id = id
        self.now = now
        self.random = random
        self.prefix = prefix
        self.scopes = scopes
        self.expiresAt = expiresAt
        self.addresses = addresses
        self.replaces = replaces
        self.overlapSeconds = overlapSeconds
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var id: String?
        var now: Date?
        var random: String?
        var prefix: String?
        var scopes: [String]?
        var expiresAt: Date?
        var addresses: [String]?
        var replaces: ApiKeyRecord?
        var overlapSeconds: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("random") { random = try reader.readIfAny() }
            else if reader.isAt("prefix") { prefix = try reader.readIfAny() }
            else if reader.isAt("scopes") { scopes = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else if reader.isAt("addresses") { addresses = try reader.readIfAny() }
            else if reader.isAt("replaces") { replaces = try reader.readIfAny() }
            else if reader.isAt("overlap_seconds") { overlapSeconds = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let random else { throw reader.missing("random") }
        self.random = random
        self.prefix = prefix ?? "rk_live"
        self.scopes = scopes
        self.expiresAt = expiresAt
        self.addresses = addresses
        self.replaces = replaces
        self.overlapSeconds = overlapSeconds ?? 86400
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("id")
        writer.write(id)
        writer.field("now")
        writer.write(now)
        writer.field("random")
        writer.write(random)
        writer.field("prefix")
        writer.write(prefix)
        if let scopes { writer.field("scopes"); writer.write(scopes) }
        if let expiresAt { writer.field("expires_at"); writer.write(expiresAt) }
        if let addresses { writer.field("addresses"); writer.write(addresses) }
        if let replaces { writer.field("replaces"); writer.write(replaces) }
        writer.field("overlap_seconds")
        writer.write(overlapSeconds)
        writer.close()
    }
}

/// What is kept of a key; the key itself is not.
public struct ApiKeyRecord: RatebookValue {
    /// Whose it is.
    public var tenant: String
    /// What it is known by.
    public var id: String
    /// How it begins: `rk_live`.
    public var prefix: String
    /// SHA-256 of the key, as 64 hexadecimal digits.
    public var hash: String
    /// Its last four characters, by which people tell keys apart.
    public var lastFour: String
    /// What it may do: `rates:read`, `bookings:*`.
    public var scopes: [String]
    /// When it was made.
    public var createdAt: Date
    /// When it ends; never when not given.
    public var expiresAt: Date?
    /// When it was revoked.
    public var revokedAt: Date?
    /// Addresses and ranges that may use it; every one when empty.
    public var addresses: [String]?

    public init(
        tenant: String,
        id: String,
        prefix: String,
        hash: String,
        lastFour: String,
        scopes: [String],
        createdAt: Date,
        expiresAt: Date? = nil,
        revokedAt: Date? = nil,
        addresses: [String]? = nil
    ) {
        self.tenant = tenant
        self.id = id
        self.prefix = prefix
        self.hash = hash
        self.lastFour = lastFour
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.addresses = addresses
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var id: String?
        var prefix: String?
        var hash: String?
        var lastFour: String?
        var scopes: [String]?
        var createdAt: Date?
        var expiresAt: Date?
        var revokedAt: Date?
        var addresses: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("prefix") { prefix = try reader.readIfAny() }
            else if reader.isAt("hash") { hash = try reader.readIfAny() }
            else if reader.isAt("last_four") { lastFour = try reader.readIfAny() }
            else if reader.isAt("scopes") { scopes = try reader.readIfAny() }
            else if reader.isAt("created_at") { createdAt = try reader.readIfAny() }
            else if reader.isAt("expires_at") { expiresAt = try reader.readIfAny() }
            else if reader.isAt("revoked_at") { revokedAt = try reader.readIfAny() }
            else if reader.isAt("addresses") { addresses = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let prefix else { throw reader.missing("prefix") }
        self.prefix = prefix
        guard let hash else { throw reader.missing("hash") }
        self.hash = hash
        guard let lastFour else { throw reader.missing("last_four") }
        self.lastFour = lastFour
        guard let scopes else { throw reader.missing("scopes") }
        self.scopes = scopes
        guard let createdAt else { throw reader.missing("created_at") }
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.addresses = addresses
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("id")
        writer.write(id)
        writer.field("prefix")
        writer.write(prefix)
        writer.field("hash")
        writer.write(hash)
        writer.field("last_four")
        writer.write(lastFour)
        writer.field("scopes")
        writer.write(scopes)
        writer.field("created_at")
        writer.write(createdAt)
        if let expiresAt { writer.field("expires_at"); writer.write(expiresAt) }
        if let revokedAt { writer.field("revoked_at"); writer.write(revokedAt) }
        if let addresses { writer.field("addresses"); writer.write(addresses) }
        writer.close()
    }
}

/// A key, shown this once.
public struct NewKey: RatebookValue {
    /// The key itself: nobody can be shown it again.
    public var key: String
    /// What is to be kept.
    public var record: ApiKeyRecord
    /// The record of the replaced key, with its end.
    public var replaced: ApiKeyRecord?

    public init(
        key: String,
        record: ApiKeyRecord,
        replaced: ApiKeyRecord? = nil
    ) {
        self.key = key
        self.record = record
        self.replaced = replaced
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        var record: ApiKeyRecord?
        var replaced: ApiKeyRecord?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("record") { record = try reader.readIfAny() }
            else if reader.isAt("replaced") { replaced = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let record else { throw reader.missing("record") }
        self.record = record
        self.replaced = replaced
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.field("record")
        writer.write(record)
        if let replaced { writer.field("replaced"); writer.write(replaced) }
        writer.close()
    }
}

/// May who holds this key come in?
public struct CheckKeyRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The key, as it was given.
    public var key: String
    /// The moment.
    public var now: Date
    /// The tenant's keys, or the one with the key's hash.
    public var records: [ApiKeyRecord]
    /// From where it comes.
    public var address: String?
    /// What it is to do.
    public var needs: [String]

    public init(
        tenant: String,
        key: String,
        now: Date,
        records: [ApiKeyRecord],
        address: String? = nil,
        needs: [String] = []
    ) {
        self.tenant = tenant
        self.key = key
        self.now = now
        self.records = records
        self.address = address
        self.needs = needs
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var key: String?
        var now: Date?
        var records: [ApiKeyRecord]?
        var address: String?
        var needs: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else if reader.isAt("address") { address = try reader.readIfAny() }
            else if reader.isAt("needs") { needs = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let records else { throw reader.missing("records") }
        self.records = records
        self.address = address
        self.needs = needs ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("key")
        writer.write(key)
        writer.field("now")
        writer.write(now)
        writer.field("records")
        writer.write(records)
        if let address { writer.field("address"); writer.write(address) }
        if !needs.isEmpty { writer.field("needs"); writer.write(needs) }
        writer.close()
    }
}

/// Whether a key holds.
public struct KeyCheck: RatebookValue {
    /// Whether it does.
    public var allowed: Bool
    /// The id of its record.
    public var id: String?
    /// Its hash, by which its record is found; none when the key was mistyped.
    public var hash: String?
    /// Every reason against it.
    public var reasons: [Reason]

    public init(
        allowed: Bool,
        id: String? = nil,
        hash: String? = nil,
        reasons: [Reason]
    ) {
        self.allowed = allowed
        self.id = id
        self.hash = hash
        self.reasons = reasons
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var allowed: Bool?
        var id: String?
        var hash: String?
        var reasons: [Reason]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("allowed") { allowed = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("hash") { hash = try reader.readIfAny() }
            else if reader.isAt("reasons") { reasons = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let allowed else { throw reader.missing("allowed") }
        self.allowed = allowed
        self.id = id
        self.hash = hash
        guard let reasons else { throw reader.missing("reasons") }
        self.reasons = reasons
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("allowed")
        writer.write(allowed)
        if let id { writer.field("id"); writer.write(id) }
        if let hash { writer.field("hash"); writer.write(hash) }
        writer.field("reasons")
        writer.write(reasons)
        writer.close()
    }
}

/// Are these values and tags right for a thing of that kind?
public struct CheckFieldsRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// What kind of thing.
    public var entity: String
    /// Its values by field; numbers and dates as text.
    public var values: [String: JSON]
    /// Its tags.
    public var tags: [String]
    /// Values of unique fields that other things have.
    public var taken: [String: [String]]

    public init(
        tenant: String,
        entity: String,
        values: [String: JSON] = [:],
        tags: [String] = [],
        taken: [String: [String]] = [:]
    ) {
        self.tenant = tenant
        self.entity = entity
        self.values = values
        self.tags = tags
        self.taken = taken
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var entity: String?
        var values: [String: JSON]?
        var tags: [String]?
        var taken: [String: [String]]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("values") { values = try reader.readIfAny() }
            else if reader.isAt("tags") { tags = try reader.readIfAny() }
            else if reader.isAt("taken") { taken = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        self.values = values ?? [:]
        self.tags = tags ?? []
        self.taken = taken ?? [:]
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("entity")
        writer.write(entity)
        if !values.isEmpty { writer.field("values"); writer.write(values) }
        if !tags.isEmpty { writer.field("tags"); writer.write(tags) }
        if !taken.isEmpty { writer.field("taken"); writer.write(taken) }
        writer.close()
    }
}

/// Values and tags as they are to be stored.
public struct CheckedFields: RatebookValue {
    /// The values: texts without blanks around them, numbers without zeros at their end.
    public var values: [String: JSON]
    /// The tags in small letters, each once.
    public var tags: [String]
    /// The fields whose values no other thing may have: look them up, or let the store's index decide.
    public var unique: [String]
    /// Values of fields that are not, or no longer, defined.
    public var archived: [String: JSON]

    public init(
        values: [String: JSON],
        tags: [String],
        unique: [String],
        archived: [String: JSON]
    ) {
        self.values = values
        self.tags = tags
        self.unique = unique
        self.archived = archived
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var values: [String: JSON]?
        var tags: [String]?
        var unique: [String]?
        var archived: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("values") { values = try reader.readIfAny() }
            else if reader.isAt("tags") { tags = try reader.readIfAny() }
            else if reader.isAt("unique") { unique = try reader.readIfAny() }
            else if reader.isAt("archived") { archived = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let values else { throw reader.missing("values") }
        self.values = values
        guard let tags else { throw reader.missing("tags") }
        self.tags = tags
        guard let unique else { throw reader.missing("unique") }
        self.unique = unique
        guard let archived else { throw reader.missing("archived") }
        self.archived = archived
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("values")
        writer.write(values)
        writer.field("tags")
        writer.write(tags)
        writer.field("unique")
        writer.write(unique)
        writer.field("archived")
        writer.write(archived)
        writer.close()
    }
}

/// May this change be made?
public struct CheckPoliciesRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// What would be after the change.
    public var subject: PolicySubject

    public init(
        tenant: String,
        subject: PolicySubject
    ) {
        self.tenant = tenant
        self.subject = subject
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var subject: PolicySubject?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("subject") { subject = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let subject else { throw reader.missing("subject") }
        self.subject = subject
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("subject")
        writer.write(subject)
        writer.close()
    }
}

/// Something that policies are asked about.
public struct PolicySubject: RatebookValue {
    /// Which one.
    public var id: String
    /// What is known of it; decimals and days as text.
    public var facts: [String: JSON]

    public init(
        id: String,
        facts: [String: JSON]
    ) {
        self.id = id
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let facts else { throw reader.missing("facts") }
        self.facts = facts
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("facts")
        writer.write(facts)
        writer.close()
    }
}

/// What all policies say, and what follows.
public struct PolicyDecision: RatebookValue {
    /// About what.
    public var subject: String
    /// The gravest of the verdicts.
    public var overall: PolicyOutcome
    /// What each policy says, in the order of the definition.
    public var verdicts: [PolicyVerdict]

    public init(
        subject: String,
        overall: PolicyOutcome,
        verdicts: [PolicyVerdict]
    ) {
        self.subject = subject
        self.overall = overall
        self.verdicts = verdicts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var subject: String?
        var overall: PolicyOutcome?
        var verdicts: [PolicyVerdict]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("subject") { subject = try reader.readIfAny() }
            else if reader.isAt("overall") { overall = try reader.readIfAny() }
            else if reader.isAt("verdicts") { verdicts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let subject else { throw reader.missing("subject") }
        self.subject = subject
        guard let overall else { throw reader.missing("overall") }
        self.overall = overall
        guard let verdicts else { throw reader.missing("verdicts") }
        self.verdicts = verdicts
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("subject")
        writer.write(subject)
        writer.field("overall")
        writer.write(overall)
        writer.field("verdicts")
        writer.write(verdicts)
        writer.close()
    }
}

/// What follows of a policy, or of all of them; the graver ones last.
public enum PolicyOutcome: String, RatebookValue, CaseIterable {
    /// It holds.
    case compliant = "compliant"
    /// It does not, which is told.
    case warned = "warned"
    /// A fact is missing, so nobody can say.
    case unchecked = "unchecked"
    /// It does not, and somebody has to approve.
    case approvalNeeded = "approval_needed"
    /// It does not, and the change is not made.
    case denied = "denied"
}

/// What one policy says.
public struct PolicyVerdict: RatebookValue {
    /// Which policy.
    public var policy: String
    /// What it is about.
    public var kind: PolicyKind
    /// What follows.
    public var outcome: PolicyOutcome
    /// What is said when it does not hold.
    public var message: String?
    /// The figure; decimals and days as text.
    public var figure: JSON?
    /// The limit.
    public var limit: JSON?

    public init(
        policy: String,
        kind: PolicyKind,
        outcome: PolicyOutcome,
        message: String? = nil,
        figure: JSON? = nil,
        limit: JSON? = nil
    ) {
        self.policy = policy
        self.kind = kind
        self.outcome = outcome
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var policy: String?
        var kind: PolicyKind?
        var outcome: PolicyOutcome?
        var message: String?
        var figure: JSON?
        var limit: JSON?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("policy") { policy = try reader.readIfAny() }
            else if reader.isAt("kind") { kind = try reader.readIfAny() }
            else if reader.isAt("outcome") { outcome = try reader.readIfAny() }
            else if reader.isAt("message") { message = try reader.readIfAny() }
            else if reader.isAt("figure") { figure = try reader.readIfAny() }
            else if reader.isAt("limit") { limit = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let policy else { throw reader.missing("policy") }
        self.policy = policy
        guard let kind else { throw reader.missing("kind") }
        self.kind = kind
        guard let outcome else { throw reader.missing("outcome") }
        self.outcome = outcome
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("policy")
        writer.write(policy)
        writer.field("kind")
        writer.write(kind)
        writer.field("outcome")
        writer.write(outcome)
        if let message { writer.field("message"); writer.write(message) }
        if let figure { writer.field("figure"); writer.write(figure) }
        if let limit { writer.field("limit"); writer.write(limit) }
        writer.close()
    }
}

/// Which of the things there are keep the policies?
public struct ComplianceRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// What there is.
    public var subjects: [PolicySubject]

    public init(
        tenant: String,
        subjects: [PolicySubject]
    ) {
        self.tenant = tenant
        self.subjects = subjects
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var subjects: [PolicySubject]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("subjects") { subjects = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let subjects else { throw reader.missing("subjects") }
        self.subjects = subjects
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("subjects")
        writer.write(subjects)
        writer.close()
    }
}

/// Which policies are kept, and by what.
public struct ComplianceReport: RatebookValue {
    /// The gravest outcome of each, by id.
    public var subjects: [String: PolicyOutcome]
    /// Each policy, in the order of the definition.
    public var policies: [PolicyCompliance]

    public init(
        subjects: [String: PolicyOutcome],
        policies: [PolicyCompliance]
    ) {
        self.subjects = subjects
        self.policies = policies
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var subjects: [String: PolicyOutcome]?
        var policies: [PolicyCompliance]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("subjects") { subjects = try reader.readIfAny() }
            else if reader.isAt("policies") { policies = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let subjects else { throw reader.missing("subjects") }
        self.subjects = subjects
        guard let policies else { throw reader.missing("policies") }
        self.policies = policies
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("subjects")
        writer.write(subjects)
        writer.field("policies")
        writer.write(policies)
        writer.close()
    }
}

/// Who keeps one policy.
public struct PolicyCompliance: RatebookValue {
    /// Which policy.
    public var policy: String
    /// What follows when it is not kept.
    public var effect: PolicyEffect
    /// How many keep it.
    public var compliant: Int
    /// Which do not, and are told.
    public var warned: [String]
    /// Which do not, where it denies or wants approval.
    public var breached: [String]
    /// Which lack a fact it is about.
    public var unchecked: [String]

    public init(
        policy: String,
        effect: PolicyEffect,
        compliant: Int,
        warned: [String],
        breached: [String],
        unchecked: [String]
    ) {
        self.policy = policy
        self.effect = effect
        self.compliant = compliant
        self.warned = warned
        self.breached = breached
        self.unchecked = unchecked
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var policy: String?
        var effect: PolicyEffect?
        var compliant: Int?
        var warned: [String]?
        var breached: [String]?
        var unchecked: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("policy") { policy = try reader.readIfAny() }
            else if reader.isAt("effect") { effect = try reader.readIfAny() }
            else if reader.isAt("compliant") { compliant = try reader.readIfAny() }
            else if reader.isAt("warned") { warned = try reader.readIfAny() }
            else if reader.isAt("breached") { breached = try reader.readIfAny() }
            else if reader.isAt("unchecked") { unchecked = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let policy else { throw reader.missing("policy") }
        self.policy = policy
        guard let effect else { throw reader.missing("effect") }
        self.effect = effect
        guard let compliant else { throw reader.missing("compliant") }
        self.compliant = compliant
        guard let warned else { throw reader.missing("warned") }
        self.warned = warned
        guard let breached else { throw reader.missing("breached") }
        self.breached = breached
        guard let unchecked else { throw reader.missing("unchecked") }
        self.unchecked = unchecked
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("policy")
        writer.write(policy)
        writer.field("effect")
        writer.write(effect)
        writer.field("compliant")
        writer.write(compliant)
        writer.field("warned")
        writer.write(warned)
        writer.field("breached")
        writer.write(breached)
        writer.field("unchecked")
        writer.write(unchecked)
        writer.close()
    }
}

/// How does a budget stand, and who is to be told what?
public struct BudgetRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// Which budget.
    public var budget: String
    /// What was spent by day, of this month and the one before; entries of one day add up.
    public var spent: [DaySpend]
    /// What has been told already; nothing at first.
    public var state: BudgetState?
    /// The moment.
    public var now: Date

    public init(
        tenant: String,
        budget: String,
        spent: [DaySpend],
        state: BudgetState? = nil,
        now: Date
    ) {
        self.tenant = tenant
        self.budget = budget
        self.spent = spent
        self.state = state
        self.now = now
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var budget: String?
        var spent: [DaySpend]?
        var state: BudgetState?
        var now: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("budget") { budget = try reader.readIfAny() }
            else if reader.isAt("spent") { spent = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let budget else { throw reader.missing("budget") }
        self.budget = budget
        guard let spent else { throw reader.missing("spent") }
        self.spent = spent
        self.state = state
        guard let now else { throw reader.missing("now") }
        self.now = now
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("budget")
        writer.write(budget)
        writer.field("spent")
        writer.write(spent)
        if let state { writer.field("state"); writer.write(state) }
        writer.field("now")
        writer.write(now)
        writer.close()
    }
}

/// What was spent on a day.
public struct DaySpend: RatebookValue {
    /// The day, in the tenant's zone.
    public var day: Day
    /// How much; below nothing when it came back.
    public var amount: Money

    public init(
        day: Day,
        amount: Money
    ) {
        self.day = day
        self.amount = amount
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var day: Day?
        var amount: Money?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("day") { day = try reader.readIfAny() }
            else if reader.isAt("amount") { amount = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let day else { throw reader.missing("day") }
        self.day = day
        guard let amount else { throw reader.missing("amount") }
        self.amount = amount
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("day")
        writer.write(day)
        writer.field("amount")
        writer.write(amount)
        writer.close()
    }
}

/// Which thresholds have been told in a month.
public struct BudgetState: RatebookValue {
    /// The first day of that month.
    public var month: Day
    /// The percentages.
    public var told: [Int]

    public init(
        month: Day,
        told: [Int]
    ) {
        self.month = month
        self.told = told
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var month: Day?
        var told: [Int]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("month") { month = try reader.readIfAny() }
            else if reader.isAt("told") { told = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let month else { throw reader.missing("month") }
        self.month = month
        guard let told else { throw reader.missing("told") }
        self.told = told
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("month")
        writer.write(month)
        writer.field("told")
        writer.write(told)
        writer.close()
    }
}

/// How a budget stands.
public struct BudgetStanding: RatebookValue {
    /// The month.
    public var period: DayRange
    /// What was spent in it so far.
    public var spent: Money
    /// That in percent of the budget, to two digits and never rounded up: a threshold that is shown is reached.
    public var percent: Decimal
    /// The thresholds to tell of now; each is told once in a month.
    public var tell: [Int]
    /// The day on which more than the budget was spent, or will be as things go.
    public var exceededOn: Day?
    /// How the month will end; nothing before there is a full day to go by.
    public var forecast: BudgetForecast?
    /// Compared with the same days of the month before.
    public var trend: BudgetTrend
    /// What has been told now; give it the next time.
    public var state: BudgetState

    public init(
        period: DayRange,
        spent: Money,
        percent: Decimal,
        tell: [Int],
        exceededOn: Day? = nil,
        forecast: BudgetForecast? = nil,
        trend: BudgetTrend,
        state: BudgetState
    ) {
        self.period = period
        self.spent = spent
        self.percent = percent
        self.tell = tell
        self.exceededOn = exceededOn
        self.forecast = forecast
        self.trend = trend
        self.state = state
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var period: DayRange?
        var spent: Money?
        var percent: Decimal?
        var tell: [Int]?
        var exceededOn: Day?
        var forecast: BudgetForecast?
        var trend: BudgetTrend?
        var state: BudgetState?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("period") { period = try reader.readIfAny() }
            else if reader.isAt("spent") { spent = try reader.readIfAny() }
            else if reader.isAt("percent") { percent = try reader.readIfAny() }
            else if reader.isAt("tell") { tell = try reader.readIfAny() }
            else if reader.isAt("exceeded_on") { exceededOn = try reader.readIfAny() }
            else if reader.isAt("forecast") { forecast = try reader.readIfAny() }
            else if reader.isAt("trend") { trend = try reader.readIfAny() }
            else if reader.isAt("state") { state = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let period else { throw reader.missing("period") }
        self.period = period
        guard let spent else { throw reader.missing("spent") }
        self.spent = spent
        guard let percent else { throw reader.missing("percent") }
        self.percent = percent
        guard let tell else { throw reader.missing("tell") }
        self.tell = tell
        self.exceededOn = exceededOn
        self.forecast = forecast
        guard let trend else { throw reader.missing("trend") }
        self.trend = trend
        guard let state else { throw reader.missing("state") }
        self.state = state
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("period")
        writer.write(period)
        writer.field("spent")
        writer.write(spent)
        writer.field("percent")
        writer.write(percent)
        writer.field("tell")
        writer.write(tell)
        if let exceededOn { writer.field("exceeded_on"); writer.write(exceededOn) }
        if let forecast { writer.field("forecast"); writer.write(forecast) }
        writer.field("trend")
        writer.write(trend)
        writer.field("state")
        writer.write(state)
        writer.close()
    }
}

/// How a month will end: what was spent, and so much more on each day after today.
public struct BudgetForecast: RatebookValue {
    /// With the mean of the last seven full days.
    public var expected: Money
    /// With the least of them.
    public var low: Money
    /// With the most of them.
    public var high: Money
    /// How many full days it goes by.
    public var fullDays: Int

    public init(
        expected: Money,
        low: Money,
        high: Money,
        fullDays: Int
    ) {
        self.expected = expected
        self.low = low
        self.high = high
        self.fullDays = fullDays
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var expected: Money?
        var low: Money?
        var high: Money?
        var fullDays: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("expected") { expected = try reader.readIfAny() }
            else if reader.isAt("low") { low = try reader.readIfAny() }
            else if reader.isAt("high") { high = try reader.readIfAny() }
            else if reader.isAt("full_days") { fullDays = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let expected else { throw reader.missing("expected") }
        self.expected = expected
        guard let low else { throw reader.missing("low") }
        self.low = low
        guard let high else { throw reader.missing("high") }
        self.high = high
        guard let fullDays else { throw reader.missing("full_days") }
        self.fullDays = fullDays
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("expected")
        writer.write(expected)
        writer.field("low")
        writer.write(low)
        writer.field("high")
        writer.write(high)
        writer.field("full_days")
        writer.write(fullDays)
        writer.close()
    }
}

/// A period beside the one before it.
public struct BudgetTrend: RatebookValue {
    /// What was spent in the one before.
    public var before: Money
    /// How much more it is now.
    public var change: Money
    /// That in percent, to two digits; no basis when nothing was spent before.
    public var percent: Decimal?

    public init(
        before: Money,
        change: Money,
        percent: Decimal? = nil
    ) {
        self.before = before
        self.change = change
        self.percent = percent
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var before: Money?
        var change: Money?
        var percent: Decimal?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("before") { before = try reader.readIfAny() }
            else if reader.isAt("change") { change = try reader.readIfAny() }
            else if reader.isAt("percent") { percent = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let before else { throw reader.missing("before") }
        self.before = before
        guard let change else { throw reader.missing("change") }
        self.change = change
        self.percent = percent
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("before")
        writer.write(before)
        writer.field("change")
        writer.write(change)
        if let percent { writer.field("percent"); writer.write(percent) }
        writer.close()
    }
}

/// What is known about one person?
public struct ExportPersonRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// Who.
    public var person: String
    /// Whether sensitive fields are given out too.
    public var sensitive: Bool
    /// Where to look; what is not about the person is left out.
    public var records: [PersonalRecord]

    public init(
        tenant: String,
        person: String,
        sensitive: Bool = false,
        records: [PersonalRecord]
    ) {
        self.tenant = tenant
        self.person = person
        self.sensitive = sensitive
        self.records = records
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var person: String?
        var sensitive: Bool?
        var records: [PersonalRecord]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("person") { person = try reader.readIfAny() }
            else if reader.isAt("sensitive") { sensitive = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let person else { throw reader.missing("person") }
        self.person = person
        self.sensitive = sensitive ?? false
        guard let records else { throw reader.missing("records") }
        self.records = records
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("person")
        writer.write(person)
        if sensitive { writer.field("sensitive"); writer.write(sensitive) }
        writer.field("records")
        writer.write(records)
        writer.close()
    }
}

/// Something that may be about people.
public struct PersonalRecord: RatebookValue {
    /// What kind of thing.
    public var entity: String
    /// Which one.
    public var id: String
    /// Everything it says.
    public var values: [String: JSON]

    public init(
        entity: String,
        id: String,
        values: [String: JSON]
    ) {
        self.entity = entity
        self.id = id
        self.values = values
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var entity: String?
        var id: String?
        var values: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("entity") { entity = try reader.readIfAny() }
            else if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("values") { values = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let entity else { throw reader.missing("entity") }
        self.entity = entity
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let values else { throw reader.missing("values") }
        self.values = values
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("entity")
        writer.write(entity)
        writer.field("id")
        writer.write(id)
        writer.field("values")
        writer.write(values)
        writer.close()
    }
}

/// What is known about one person, and about nobody else.
public struct PersonExport: RatebookValue {
    /// Who.
    public var person: String
    /// The records by kind of thing, in the order they were given.
    public var records: [String: [PersonalRecord]]

    public init(
        person: String,
        records: [String: [PersonalRecord]]
    ) {
        self.person = person
        self.records = records
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var person: String?
        var records: [String: [PersonalRecord]]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("person") { person = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let person else { throw reader.missing("person") }
        self.person = person
        guard let records else { throw reader.missing("records") }
        self.records = records
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("person")
        writer.write(person)
        writer.field("records")
        writer.write(records)
        writer.close()
    }
}

/// These records are no longer to say whom they are about.
public struct AnonymiseRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// Only what is about this person; about anybody when not given.
    public var person: String?
    /// At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find
    /// a value by trying.
    public var key: String
    /// The records.
    public var records: [PersonalRecord]

    public init(
        tenant: String,
        person: String? = nil,
        key: String,
        records: [PersonalRecord]
    ) {
        self.tenant = tenant
        self.person = person
        self.key = key
        self.records = records
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var person: String?
        var key: String?
        var records: [PersonalRecord]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("person") { person = try reader.readIfAny() }
            else if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        self.person = person
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let records else { throw reader.missing("records") }
        self.records = records
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        if let person { writer.field("person"); writer.write(person) }
        writer.field("key")
        writer.write(key)
        writer.field("records")
        writer.write(records)
        writer.close()
    }
}

/// Records that no longer say whom they are about.
public struct Anonymised: RatebookValue {
    /// All records, in the order they were given.
    public var records: [PersonalRecord]
    /// What was changed: JSON pointers such as `/records/0/values/name`.
    public var changed: [String]

    public init(
        records: [PersonalRecord],
        changed: [String]
    ) {
        self.records = records
        self.changed = changed
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var records: [PersonalRecord]?
        var changed: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("records") { records = try reader.readIfAny() }
            else if reader.isAt("changed") { changed = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let records else { throw reader.missing("records") }
        self.records = records
        guard let changed else { throw reader.missing("changed") }
        self.changed = changed
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("records")
        writer.write(records)
        writer.field("changed")
        writer.write(changed)
        writer.close()
    }
}

/// What has been kept long enough?
public struct RetentionRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// The moment; the day is that of the tenant's zone.
    public var now: Date
    /// What is kept.
    public var records: [RetainedRecord]
    /// Records under a legal hold, by id.
    public var held: [String]
    /// Classes under a legal hold as a whole.
    public var heldClasses: [String]

    public init(
        tenant: String,
        now: Date,
        records: [RetainedRecord],
        held: [String] = [],
        heldClasses: [String] = []
    ) {
        self.tenant = tenant
        self.now = now
        self.records = records
        self.held = held
        self.heldClasses = heldClasses
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var now: Date?
        var records: [RetainedRecord]?
        var held: [String]?
        var heldClasses: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("records") { records = try reader.readIfAny() }
            else if reader.isAt("held") { held = try reader.readIfAny() }
            else if reader.isAt("held_classes") { heldClasses = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let now else { throw reader.missing("now") }
        self.now = now
        guard let records else { throw reader.missing("records") }
        self.records = records
        self.held = held ?? []
        self.heldClasses = heldClasses ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("now")
        writer.write(now)
        writer.field("records")
        writer.write(records)
        if !held.isEmpty { writer.field("held"); writer.write(held) }
        if !heldClasses.isEmpty { writer.field("held_classes"); writer.write(heldClasses) }
        writer.close()
    }
}

/// Something that is kept for a time.
public struct RetainedRecord: RatebookValue {
    /// Which one.
    public var id: String
    /// Of which class.
    public var `class`: String
    /// The day from which its time counts: it was closed, paid, travelled.
    public var since: Day

    public init(
        id: String,
        `class`: String,
        since: Day
    ) {
        self.id = id
        self.class = `class`
        self.since = since
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var `class`: String?
        var since: Day?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("class") { `class` = try reader.readIfAny() }
            else if reader.isAt("since") { since = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let `class` else { throw reader.missing("class") }
        self.class = `class`
        guard let since else { throw reader.missing("since") }
        self.since = since
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("class")
        writer.write(`class`)
        writer.field("since")
        writer.write(since)
        writer.close()
    }
}

/// What is due of one class.
public struct RetentionClass: RatebookValue {
    /// Which class.
    public var `class`: String
    /// What is to be done with what is due.
    public var action: RetentionAction
    /// What has been kept long enough.
    public var due: [String]
    /// What would be due, and is under a legal hold.
    public var held: [String]
    /// How many are not due yet.
    public var kept: Int

    public init(
        `class`: String,
        action: RetentionAction,
        due: [String],
        held: [String],
        kept: Int
    ) {
        self.class = `class`
        self.action = action
        self.due = due
        self.held = held
        self.kept = kept
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var `class`: String?
        var action: RetentionAction?
        var due: [String]?
        var held: [String]?
        var kept: Int?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("class") { `class` = try reader.readIfAny() }
            else if reader.isAt("action") { action = try reader.readIfAny() }
            else if reader.isAt("due") { due = try reader.readIfAny() }
            else if reader.isAt("held") { held = try reader.readIfAny() }
            else if reader.isAt("kept") { kept = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let `class` else { throw reader.missing("class") }
        self.class = `class`
        guard let action else { throw reader.missing("action") }
        self.action = action
        guard let due else { throw reader.missing("due") }
        self.due = due
        guard let held else { throw reader.missing("held") }
        self.held = held
        guard let kept else { throw reader.missing("kept") }
        self.kept = kept
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("class")
        writer.write(`class`)
        writer.field("action")
        writer.write(action)
        writer.field("due")
        writer.write(due)
        writer.field("held")
        writer.write(held)
        writer.field("kept")
        writer.write(kept)
        writer.close()
    }
}

/// Did somebody agree to this, at that moment?
public struct ConsentRequest: RatebookValue {
    /// On behalf of whom.
    public var tenant: String
    /// To what.
    public var purpose: String
    /// To which version of the text; to any when not given.
    public var version: String?
    /// At which moment.
    public var at: Date
    /// What the person gave and withdrew, in any order.
    public var history: [ConsentEntry]

    public init(
        tenant: String,
        purpose: String,
        version: String? = nil,
        at: Date,
        history: [ConsentEntry]
    ) {
        self.tenant = tenant
        self.purpose = purpose
        self.version = version
        self.at = at
        self.history = history
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var tenant: String?
        var purpose: String?
        var version: String?
        var at: Date?
        var history: [ConsentEntry]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("tenant") { tenant = try reader.readIfAny() }
            else if reader.isAt("purpose") { purpose = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("history") { history = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let tenant else { throw reader.missing("tenant") }
        self.tenant = tenant
        guard let purpose else { throw reader.missing("purpose") }
        self.purpose = purpose
        self.version = version
        guard let at else { throw reader.missing("at") }
        self.at = at
        guard let history else { throw reader.missing("history") }
        self.history = history
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("tenant")
        writer.write(tenant)
        writer.field("purpose")
        writer.write(purpose)
        if let version { writer.field("version"); writer.write(version) }
        writer.field("at")
        writer.write(at)
        writer.field("history")
        writer.write(history)
        writer.close()
    }
}

/// Somebody agreed to something, or no longer does.
public struct ConsentEntry: RatebookValue {
    /// To what.
    public var purpose: String
    /// The version of the text that was agreed to; a withdrawal is of all versions.
    public var version: String?
    /// Whether it was given, or withdrawn.
    public var given: Bool
    /// When.
    public var at: Date
    /// Where it came from: a form, a call, a letter.
    public var source: String?

    public init(
        purpose: String,
        version: String? = nil,
        given: Bool,
        at: Date,
        source: String? = nil
    ) {
        self.purpose = purpose
        self.version = version
        self.given = given
        self.at = at
        self.source = source
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var purpose: String?
        var version: String?
        var given: Bool?
        var at: Date?
        var source: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("purpose") { purpose = try reader.readIfAny() }
            else if reader.isAt("version") { version = try reader.readIfAny() }
            else if reader.isAt("given") { given = try reader.readIfAny() }
            else if reader.isAt("at") { at = try reader.readIfAny() }
            else if reader.isAt("source") { source = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let purpose else { throw reader.missing("purpose") }
        self.purpose = purpose
        self.version = version
        guard let given else { throw reader.missing("given") }
        self.given = given
        guard let at else { throw reader.missing("at") }
        self.at = at
        self.source = source
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("purpose")
        writer.write(purpose)
        if let version { writer.field("version"); writer.write(version) }
        writer.field("given")
        writer.write(given)
        writer.field("at")
        writer.write(at)
        if let source { writer.field("source"); writer.write(source) }
        writer.close()
    }
}

/// Whether somebody agrees.
public struct ConsentStanding: RatebookValue {
    /// Whether they do.
    public var given: Bool
    /// What decides: the consent or its withdrawal; nothing when they were never asked.
    public var entry: ConsentEntry?

    public init(
        given: Bool,
        entry: ConsentEntry? = nil
    ) {
        self.given = given
        self.entry = entry
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var given: Bool?
        var entry: ConsentEntry?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("given") { given = try reader.readIfAny() }
            else if reader.isAt("entry") { entry = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let given else { throw reader.missing("given") }
        self.given = given
        self.entry = entry
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("given")
        writer.write(given)
        if let entry { writer.field("entry"); writer.write(entry) }
        writer.close()
    }
}

/// Something happened: what is to be done?
public struct AutomationRequest: RatebookValue {
    /// What the occasion is known by, so that it is acted on once.
    public var id: String
    /// What happened.
    public var trigger: AutomationTrigger
    /// The facts at that time. Those that no condition looks at may be missing.
    public var facts: [String: JSON]
    /// The ids of occasions that were acted on before.
    public var handled: [String]

    public init(
        id: String,
        trigger: AutomationTrigger,
        facts: [String: JSON] = [:],
        handled: [String] = []
    ) {
        self.id = id
        self.trigger = trigger
        self.facts = facts
        self.handled = handled
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var trigger: AutomationTrigger?
        var facts: [String: JSON]?
        var handled: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("trigger") { trigger = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("handled") { handled = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let trigger else { throw reader.missing("trigger") }
        self.trigger = trigger
        self.facts = facts ?? [:]
        self.handled = handled ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("trigger")
        writer.write(trigger)
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        if !handled.isEmpty { writer.field("handled"); writer.write(handled) }
        writer.close()
    }
}

/// What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal.
public struct AutomationRun: RatebookValue {
    /// The rules that ran, in the order in which their actions are to be done.
    public var runs: [AutomationRuleRun]
    /// The rules that did not run, and why. Of what rules set off, only those that wait for it are told.
    public var skipped: [AutomationSkip]
    /// The facts as they are when everything is done.
    public var facts: [String: JSON]

    public init(
        runs: [AutomationRuleRun],
        skipped: [AutomationSkip],
        facts: [String: JSON]
    ) {
        self.runs = runs
        self.skipped = skipped
        self.facts = facts
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var runs: [AutomationRuleRun]?
        var skipped: [AutomationSkip]?
        var facts: [String: JSON]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("runs") { runs = try reader.readIfAny() }
            else if reader.isAt("skipped") { skipped = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let runs else { throw reader.missing("runs") }
        self.runs = runs
        guard let skipped else { throw reader.missing("skipped") }
        self.skipped = skipped
        guard let facts else { throw reader.missing("facts") }
        self.facts = facts
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("runs")
        writer.write(runs)
        writer.field("skipped")
        writer.write(skipped)
        writer.field("facts")
        writer.write(facts)
        writer.close()
    }
}

/// A rule that ran.
public struct AutomationRuleRun: RatebookValue {
    /// Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox.
    public var key: String
    /// The rule.
    public var rule: String
    /// What set it off.
    public var trigger: AutomationTrigger
    /// The number of the run whose action set it off, counted from 0; the occasion itself when there is none.
    public var setOffBy: Int?
    /// What is to be done, in this order, with the values of facts filled in.
    public var actions: [AutomationAction]

    public init(
        key: String,
        rule: String,
        trigger: AutomationTrigger,
        setOffBy: Int? = nil,
        actions: [AutomationAction]
    ) {
        self.key = key
        self.rule = rule
        self.trigger = trigger
        self.setOffBy = setOffBy
        self.actions = actions
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        var rule: String?
        var trigger: AutomationTrigger?
        var setOffBy: Int?
        var actions: [AutomationAction]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("trigger") { trigger = try reader.readIfAny() }
            else if reader.isAt("set_off_by") { setOffBy = try reader.readIfAny() }
            else if reader.isAt("actions") { actions = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        guard let trigger else { throw reader.missing("trigger") }
        self.trigger = trigger
        self.setOffBy = setOffBy
        guard let actions else { throw reader.missing("actions") }
        self.actions = actions
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.field("rule")
        writer.write(rule)
        writer.field("trigger")
        writer.write(trigger)
        if let setOffBy { writer.field("set_off_by"); writer.write(setOffBy) }
        writer.field("actions")
        writer.write(actions)
        writer.close()
    }
}

/// A rule that did not run.
public struct AutomationSkip: RatebookValue {
    /// The rule.
    public var rule: String
    /// Why.
    public var why: AutomationSkipWhy
    /// The number of the run whose action would have set it off; the occasion itself when there is none.
    public var setOffBy: Int?
    /// The rule after which no other was to run.
    public var stoppedBy: String?

    public init(
        rule: String,
        why: AutomationSkipWhy,
        setOffBy: Int? = nil,
        stoppedBy: String? = nil
    ) {
        self.rule = rule
        self.why = why
        self.setOffBy = setOffBy
        self.stoppedBy = stoppedBy
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var rule: String?
        var why: AutomationSkipWhy?
        var setOffBy: Int?
        var stoppedBy: String?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("rule") { rule = try reader.readIfAny() }
            else if reader.isAt("why") { why = try reader.readIfAny() }
            else if reader.isAt("set_off_by") { setOffBy = try reader.readIfAny() }
            else if reader.isAt("stopped_by") { stoppedBy = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let rule else { throw reader.missing("rule") }
        self.rule = rule
        guard let why else { throw reader.missing("why") }
        self.why = why
        self.setOffBy = setOffBy
        self.stoppedBy = stoppedBy
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("rule")
        writer.write(rule)
        writer.field("why")
        writer.write(why)
        if let setOffBy { writer.field("set_off_by"); writer.write(setOffBy) }
        if let stoppedBy { writer.field("stopped_by"); writer.write(stoppedBy) }
        writer.close()
    }
}

/// Why a rule did not run.
public enum AutomationSkipWhy: String, RatebookValue, CaseIterable {
    /// The occasion was acted on before.
    case handled = "handled"
    /// It waits for something else.
    case trigger = "trigger"
    /// It is switched off.
    case disabled = "disabled"
    /// A rule before it was the last to run.
    case stopped = "stopped"
    /// Its condition is false.
    case condition = "condition"
}

/// What is to be sent now?
public struct ContactsDueRequest: RatebookValue {
    /// The present moment.
    public var now: Date
    /// `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
    /// sent.
    public var since: Date?
    /// The keys that the question before delayed; with `since`, they are looked at again.
    public var delayed: [String]
    /// Whom or what it is about: quotes, bookings, customers, documents.
    public var subjects: [ContactSubject]

    public init(
        now: Date,
        since: Date? = nil,
        delayed: [String] = [],
        subjects: [ContactSubject]
    ) {
        self.now = now
        self.since = since
        self.delayed = delayed
        self.subjects = subjects
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var now: Date?
        var since: Date?
        var delayed: [String]?
        var subjects: [ContactSubject]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("now") { now = try reader.readIfAny() }
            else if reader.isAt("since") { since = try reader.readIfAny() }
            else if reader.isAt("delayed") { delayed = try reader.readIfAny() }
            else if reader.isAt("subjects") { subjects = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let now else { throw reader.missing("now") }
        self.now = now
        self.since = since
        self.delayed = delayed ?? []
        guard let subjects else { throw reader.missing("subjects") }
        self.subjects = subjects
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("now")
        writer.write(now)
        if let since { writer.field("since"); writer.write(since) }
        if !delayed.isEmpty { writer.field("delayed"); writer.write(delayed) }
        writer.field("subjects")
        writer.write(subjects)
        writer.close()
    }
}

/// A quote, a booking, a customer, a document.
public struct ContactSubject: RatebookValue {
    /// What it is known by.
    public var id: String
    /// Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`.
    public var anchors: [String: String]
    /// When its dates were entered: what would have been due before is due then. What is yearly begins then.
    public var knownAt: Date?
    /// The state that it is in, and its flags: what can stop a contact.
    public var states: [String]
    /// What the conditions look at.
    public var facts: [String: JSON]
    /// Whether whoever receives it agreed to marketing.
    public var marketingConsent: Bool
    /// What whoever receives it wants; the first that fits counts.
    public var preferences: [ContactPreference]
    /// The zone of whoever receives it; that of the plan when not given.
    public var zone: String?
    /// The keys of what was sent.
    public var sent: [String]

    public init(
        id: String,
        anchors: [String: String],
        knownAt: Date? = nil,
        states: [String] = [],
        facts: [String: JSON] = [:],
        marketingConsent: Bool = false,
        preferences: [ContactPreference] = [],
        zone: String? = nil,
        sent: [String] = []
    ) {
        self.id = id
        self.anchors = anchors
        self.knownAt = knownAt
        self.states = states
        self.facts = facts
        self.marketingConsent = marketingConsent
        self.preferences = preferences
        self.zone = zone
        self.sent = sent
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var id: String?
        var anchors: [String: String]?
        var knownAt: Date?
        var states: [String]?
        var facts: [String: JSON]?
        var marketingConsent: Bool?
        var preferences: [ContactPreference]?
        var zone: String?
        var sent: [String]?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("id") { id = try reader.readIfAny() }
            else if reader.isAt("anchors") { anchors = try reader.readIfAny() }
            else if reader.isAt("known_at") { knownAt = try reader.readIfAny() }
            else if reader.isAt("states") { states = try reader.readIfAny() }
            else if reader.isAt("facts") { facts = try reader.readIfAny() }
            else if reader.isAt("marketing_consent") { marketingConsent = try reader.readIfAny() }
            else if reader.isAt("preferences") { preferences = try reader.readIfAny() }
            else if reader.isAt("zone") { zone = try reader.readIfAny() }
            else if reader.isAt("sent") { sent = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let id else { throw reader.missing("id") }
        self.id = id
        guard let anchors else { throw reader.missing("anchors") }
        self.anchors = anchors
        self.knownAt = knownAt
        self.states = states ?? []
        self.facts = facts ?? [:]
        self.marketingConsent = marketingConsent ?? false
        self.preferences = preferences ?? []
        self.zone = zone
        self.sent = sent ?? []
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("id")
        writer.write(id)
        writer.field("anchors")
        writer.write(anchors)
        if let knownAt { writer.field("known_at"); writer.write(knownAt) }
        if !states.isEmpty { writer.field("states"); writer.write(states) }
        if !facts.isEmpty { writer.field("facts"); writer.write(facts) }
        if marketingConsent { writer.field("marketing_consent"); writer.write(marketingConsent) }
        if !preferences.isEmpty { writer.field("preferences"); writer.write(preferences) }
        if let zone { writer.field("zone"); writer.write(zone) }
        if !sent.isEmpty { writer.field("sent"); writer.write(sent) }
        writer.close()
    }
}

/// What is due, in order of time.
public struct ContactsDue: RatebookValue {
    /// What is to be sent now.
    public var send: [PlannedContact]
    /// What is due and waits for the end of quiet hours.
    public var delayed: [PlannedContact]
    /// What is due and is not sent.
    public var suppressed: [PlannedContact]
    /// The next moment at which something may have to be sent.
    public var nextAt: Date?

    public init(
        send: [PlannedContact],
        delayed: [PlannedContact],
        suppressed: [PlannedContact],
        nextAt: Date? = nil
    ) {
        self.send = send
        self.delayed = delayed
        self.suppressed = suppressed
        self.nextAt = nextAt
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var send: [PlannedContact]?
        var delayed: [PlannedContact]?
        var suppressed: [PlannedContact]?
        var nextAt: Date?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("send") { send = try reader.readIfAny() }
            else if reader.isAt("delayed") { delayed = try reader.readIfAny() }
            else if reader.isAt("suppressed") { suppressed = try reader.readIfAny() }
            else if reader.isAt("next_at") { nextAt = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let send else { throw reader.missing("send") }
        self.send = send
        guard let delayed else { throw reader.missing("delayed") }
        self.delayed = delayed
        guard let suppressed else { throw reader.missing("suppressed") }
        self.suppressed = suppressed
        self.nextAt = nextAt
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("send")
        writer.write(send)
        writer.field("delayed")
        writer.write(delayed)
        writer.field("suppressed")
        writer.write(suppressed)
        if let nextAt { writer.field("next_at"); writer.write(nextAt) }
        writer.close()
    }
}

/// Something that goes out once.
public struct PlannedContact: RatebookValue {
    /// Subject, contact and occurrence: the same however often it is asked for.
    public var key: String
    /// Whom or what it is about.
    public var subject: String
    /// Which contact.
    public var contact: String
    /// On which way.
    public var channel: String
    /// When it was to go out by its date alone.
    public var dueAt: Date
    /// When it goes out; never when it is suppressed.
    public var goesAt: Date?
    /// Why it is suppressed.
    public var why: ContactSuppressedWhy?

    public init(
        key: String,
        subject: String,
        contact: String,
        channel: String,
        dueAt: Date,
        goesAt: Date? = nil,
        why: ContactSuppressedWhy? = nil
    ) {
        self.key = key
        self.subject = subject
        self.contact = contact
        self.channel = channel
        self.dueAt = dueAt
        self.goesAt = goesAt
        self.why = why
    }

    public init(from reader: inout WireReader) throws(WireFault) {
        var key: String?
        var subject: String?
        var contact: String?
        var channel: String?
        var dueAt: Date?
        var goesAt: Date?
        var why: ContactSuppressedWhy?
        try reader.open()
        while try reader.nextField() {
            if reader.isAt("key") { key = try reader.readIfAny() }
            else if reader.isAt("subject") { subject = try reader.readIfAny() }
            else if reader.isAt("contact") { contact = try reader.readIfAny() }
            else if reader.isAt("channel") { channel = try reader.readIfAny() }
            else if reader.isAt("due_at") { dueAt = try reader.readIfAny() }
            else if reader.isAt("goes_at") { goesAt = try reader.readIfAny() }
            else if reader.isAt("why") { why = try reader.readIfAny() }
            else { throw reader.unknownField() }
        }
        guard let key else { throw reader.missing("key") }
        self.key = key
        guard let subject else { throw reader.missing("subject") }
        self.subject = subject
        guard let contact else { throw reader.missing("contact") }
        self.contact = contact
        guard let channel else { throw reader.missing("channel") }
        self.channel = channel
        guard let dueAt else { throw reader.missing("due_at") }
        self.dueAt = dueAt
        self.goesAt = goesAt
        self.why = why
    }

    public func write(to writer: inout WireWriter) {
        writer.open()
        writer.field("key")
        writer.write(key)
        writer.field("subject")
        writer.write(subject)
        writer.field("contact")
        writer.write(contact)
        writer.field("channel")
        writer.write(channel)
        writer.field("due_at")
        writer.write(dueAt)
        if let goesAt { writer.field("goes_at"); writer.write(goesAt) }
        if let why { writer.field("why"); writer.write(why) }
        writer.close()
    }
}

/// Why something that is due is not sent.
public enum ContactSuppressedWhy: String, RatebookValue, CaseIterable {
    /// It was.
    case sent = "sent"
    /// A state or a flag ended it.
    case stopped = "stopped"
    /// It is not wanted: by whoever receives it, by the tenant, or as a rule.
    case optedOut = "opted_out"
    /// Marketing without consent.
    case noConsent = "no_consent"
    /// Its condition is false.
    case condition = "condition"
    /// It is later than its grace.
    case tooLate = "too_late"
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
