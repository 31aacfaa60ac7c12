// Written by `cargo xtask generate`.

import Foundation

/// What a supplier, a studio or a provider hands out: for these days, this many people, at these prices.
public struct RateListDefinition: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id? tenant? code? version? parent? name! supplier? service_type? destination? product? tags-[] custom_fields-{} status? superseded_on? priority? currency! valid! zone? unit! people? prices? hours? age_bands-[] free_children? seasons-[] supplements-[] discounts-[] combine_discounts? fees-[] tax_category? taxes-[] tax_region? blackouts-[] restrictions-[] rounding?",
        [String.self, String.self, String.self, Int.self, String.self, String.self, String.self, String.self, String.self, String.self, [String].self, [String: JSON].self, ListStatus.self, Day.self, Int.self, String.self, DayRange.self, String.self, PriceUnit.self, People.self, Prices.self, Hours.self, [AgeBand].self, Int.self, [Season].self, [Supplement].self, [Discount].self, Combination.self, [Fee].self, String.self, [Tax].self, TaxRegion.self, [Blackout].self, [Restriction].self, RoundingRule.self])
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
public struct People: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "standard? min_people? max_people? min_adults? max_adults? min_children? max_children? use_larger_price-false",
        [Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Bool.self])
}

/// What a unit costs: exactly one of `base`, `per_person` and `by_adults`, and what goes with it.
public struct Prices: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base? per_person? by_adults-{} extra_adult? extra_bed? child? single_use?",
        [Decimal.self, Decimal.self, [Int: Decimal].self, Decimal.self, Decimal.self, Decimal.self, SingleUse.self])
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
        switch try reader.choice(words: "", holding: "price percent amount") {
        case 0: self = .price(try reader.held())
        case 1: self = .percent(try reader.held())
        default: self = .amount(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .price(let held): writer.choice("price", held)
        case .percent(let held): writer.choice("percent", held)
        case .amount(let held): writer.choice("amount", held)
        }
    }
}

/// What hours cost, by local time of day and day of the week.
public struct Hours: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "windows! minimum_charge? increment_minutes? blocks-[] after_hours?",
        [[HourWindow].self, Decimal.self, Int.self, [Block].self, AfterHours.self])
}

/// A window of local time with its price. One that closes at or before it opens goes past midnight.
public struct HourWindow: RatebookRecord {
    /// What people call it.
    public var name: String
    /// On these days of the week, by the day on which it opens; all when not given.
    public var weekdays: [Weekday]?
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
        weekdays: [Weekday]? = nil,
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! weekdays? days-[] opens! closes! price! tiers-[] priority=0",
        [String.self, [Weekday].self, [DayRange].self, String.self, String.self, Decimal.self, [HourTier].self, Int.self])
}

/// From so many hours on, another price of the hour.
public struct HourTier: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_least! price!",
        [Decimal.self, Decimal.self])
}

/// A price for so many hours at once.
public struct Block: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! hours! price!",
        [String.self, Decimal.self, Decimal.self])
}

/// What comes on top outside ordinary hours.
public struct AfterHours: RatebookRecord {
    /// When ordinary hours begin.
    public var opens: String
    /// When ordinary hours end.
    public var closes: String
    /// The days of the week that have ordinary hours at all; all when not given.
    public var weekdays: [Weekday]?
    /// The amount for each hour outside them.
    public var amount: Decimal

    public init(
        opens: String,
        closes: String,
        weekdays: [Weekday]? = nil,
        amount: Decimal
    ) {
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "opens! closes! weekdays? amount!",
        [String.self, String.self, [Weekday].self, Decimal.self])
}

/// Children from one age to another, both included, and what they pay.
public struct AgeBand: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! min_age! max_age! price! nth-[]",
        [String.self, Int.self, Int.self, ChildPrice.self, [NthChild].self])
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
        switch try reader.choice(words: "free", holding: "fixed percent") {
        case 0: self = .free
        case 1: self = .fixed(try reader.held())
        default: self = .percent(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .free: writer.write("free")
        case .fixed(let held): writer.choice("fixed", held)
        case .percent(let held): writer.choice("percent", held)
        }
    }
}

/// A share of another price.
public struct PercentOf: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "percent! of!",
        [Decimal.self, PriceKind.self])
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
public struct NthChild: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "nth! price!",
        [Int.self, ChildPrice.self])
}

/// Days that cost something else. On each night the season of highest priority wins, alone.
public struct Season: RatebookRecord {
    /// What people call it.
    public var name: String
    /// Its days, in any number of ranges.
    public var days: [DayRange]
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]?
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
        weekdays: [Weekday]? = nil,
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! days! weekdays? priority=0 price? by_adults-{} extra_adult? extra_bed? child? single_use?",
        [String.self, [DayRange].self, [Weekday].self, Int.self, Change.self, [Int: Change].self, Change.self, Change.self, Change.self, SingleUse.self])
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
        switch try reader.choice(words: "", holding: "set multiply add percent") {
        case 0: self = .set(try reader.held())
        case 1: self = .multiply(try reader.held())
        case 2: self = .add(try reader.held())
        default: self = .percent(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .set(let held): writer.choice("set", held)
        case .multiply(let held): writer.choice("multiply", held)
        case .add(let held): writer.choice("add", held)
        case .percent(let held): writer.choice("percent", held)
        }
    }
}

/// What comes on top: a weekend, a gala dinner, half board, an extra bed.
public struct Supplement: RatebookRecord {
    /// By which an optional one is chosen; unique in the list.
    public var code: String
    /// What people call it.
    public var name: String
    /// Only these nights; all when empty.
    public var days: [DayRange]
    /// Only nights of these days of the week; all when not given.
    public var weekdays: [Weekday]?
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
        weekdays: [Weekday]? = nil,
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! name! days-[] weekdays? seasons-[] party? optional-false per! price! tax_category?",
        [String.self, String.self, [DayRange].self, [Weekday].self, [String].self, PartyMatch.self, Bool.self, Per.self, SupplementPrice.self, String.self])
}

/// A party by its size; what is not given does not matter.
public struct PartyMatch: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "min_adults? max_adults? min_children? max_children?",
        [Int.self, Int.self, Int.self, Int.self])
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
        switch try reader.choice(words: "", holding: "amount by_age percent") {
        case 0: self = .amount(try reader.held())
        case 1: self = .byAge(try reader.held())
        default: self = .percent(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .amount(let held): writer.choice("amount", held)
        case .byAge(let held): writer.choice("by_age", held)
        case .percent(let held): writer.choice("percent", held)
        }
    }
}

/// What comes off, and when.
public struct Discount: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! rule! cap? group? booking_window? travel_window? part="subtotal""#,
        [String.self, DiscountRule.self, Decimal.self, String.self, DayRange.self, DayRange.self, DiscountedPart.self])
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
        switch try reader.choice(words: "", holding: "bulk length_of_stay early_bird last_minute free_nights promo eligibility") {
        case 0: self = .bulk(try reader.held())
        case 1: self = .lengthOfStay(try reader.held())
        case 2: self = .earlyBird(try reader.held())
        case 3: self = .lastMinute(try reader.held())
        case 4: self = .freeNights(try reader.held())
        case 5: self = .promo(try reader.held())
        default: self = .eligibility(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .bulk(let held): writer.choice("bulk", held)
        case .lengthOfStay(let held): writer.choice("length_of_stay", held)
        case .earlyBird(let held): writer.choice("early_bird", held)
        case .lastMinute(let held): writer.choice("last_minute", held)
        case .freeNights(let held): writer.choice("free_nights", held)
        case .promo(let held): writer.choice("promo", held)
        case .eligibility(let held): writer.choice("eligibility", held)
        }
    }
}

/// A discount by quantity or size of the group.
public struct Bulk: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "by! tiers!",
        [BulkMeasure.self, [Tier].self])
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
public struct Tier: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_least! off!",
        [Int.self, Off.self])
}

/// Percent or amount.
public enum Off: RatebookValue {
    /// So many percent.
    case percent(Decimal)
    /// This amount.
    case amount(Decimal)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent amount") {
        case 0: self = .percent(try reader.held())
        default: self = .amount(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .amount(let held): writer.choice("amount", held)
        }
    }
}

/// Tiers by at least so many; the highest that is met counts.
public struct Tiers: RatebookRecord {
    /// In any order.
    public var tiers: [Tier]

    public init(
        tiers: [Tier]
    ) {
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers!",
        [[Tier].self])
}

/// Tiers by at most so many days ahead; the lowest that is met counts.
public struct LastMinute: RatebookRecord {
    /// In any order.
    public var tiers: [LastMinuteTier]

    public init(
        tiers: [LastMinuteTier]
    ) {
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers!",
        [[LastMinuteTier].self])
}

/// Up to so many days ahead, so much off.
public struct LastMinuteTier: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_most! off!",
        [Int.self, Off.self])
}

/// Stay so many nights, pay fewer.
public struct FreeNights: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "stay! pay! free! repeats-false",
        [Int.self, Int.self, WhichNights.self, Bool.self])
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
public struct Promo: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! off! window? limit?",
        [String.self, Off.self, DayRange.self, Int.self])
}

/// A discount by expression.
public struct Eligibility: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "when! off!",
        [String.self, Off.self])
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
public struct Fee: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! rate! exempt_ages-[] night_cap? tax_category?",
        [String.self, FeeRate.self, [AgeRange].self, Int.self, String.self])
}

/// How much a fee or tax is.
public enum FeeRate: RatebookValue {
    /// So many percent of the discounted subtotal.
    case percent(Decimal)
    /// An amount for each of something.
    case fixed(FixedRate)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent fixed") {
        case 0: self = .percent(try reader.held())
        default: self = .fixed(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .fixed(let held): writer.choice("fixed", held)
        }
    }
}

/// An amount for each of something.
public struct FixedRate: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amount! per!",
        [Decimal.self, Per.self])
}

/// Ages from one to another, both included.
public struct AgeRange: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "min_age! max_age!",
        [Int.self, Int.self])
}

/// A tax.
public struct Tax: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! rate! inclusive-false base="net" category? exempt_ages-[] night_cap?"#,
        [String.self, TaxRate.self, Bool.self, TaxBase.self, String.self, [AgeRange].self, Int.self])
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
        switch try reader.choice(words: "", holding: "percent fixed slabs") {
        case 0: self = .percent(try reader.held())
        case 1: self = .fixed(try reader.held())
        default: self = .slabs(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .fixed(let held): writer.choice("fixed", held)
        case .slabs(let held): writer.choice("slabs", held)
        }
    }
}

/// Up to this nightly tariff, so many percent.
public struct Slab: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "up_to? percent!",
        [Decimal.self, Decimal.self])
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
public struct TaxRegion: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! category! tables-[]",
        [String.self, String.self, [TaxTable].self])
}

/// The taxes of a place.
public struct TaxTable: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! valid? rules!",
        [String.self, DayRange.self, [TaxTableRule].self])
}

/// The taxes of a place on one category.
public struct TaxTableRule: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "category! within! across? reverse_charge-false",
        [String.self, [Tax].self, [Tax].self, Bool.self])
}

/// Days that are not sold at all.
public struct Blackout: RatebookRecord {
    /// The days.
    public var days: DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]?
    /// Why.
    public var reason: String?

    public init(
        days: DayRange,
        weekdays: [Weekday]? = nil,
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! weekdays? reason?",
        [DayRange.self, [Weekday].self, String.self])
}

/// Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
/// `closed` at every night, `…_through` at every day of the stay, the departure day included.
public struct Restriction: RatebookRecord {
    /// Only these days; all when empty.
    public var days: [DayRange]
    /// Only days of these seasons, by name; all when empty.
    public var seasons: [String]
    /// Only these days of the week; all when not given.
    public var weekdays: [Weekday]?
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
        weekdays: [Weekday]? = nil,
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days-[] seasons-[] weekdays? reason? closed-false closed_to_arrival-false closed_to_departure-false min_stay? max_stay? min_stay_through? max_stay_through? min_lead_days? max_lead_days? release_days? booking_window?",
        [[DayRange].self, [String].self, [Weekday].self, String.self, Bool.self, Bool.self, Bool.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, DayRange.self])
}

/// How amounts are rounded.
public struct RoundingRule: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"mode="half_up" step? at="line" taxes="document""#,
        [RoundingMode.self, Decimal.self, RoundingPlace.self, TaxRounding.self])
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
public struct RateListsDefinition: RatebookRecord {
    /// The lists, of one tenant.
    public var lists: [RateListDefinition]

    public init(
        lists: [RateListDefinition]
    ) {
        self.lists = lists
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "lists!",
        [[RateListDefinition].self])
}

/// A new list.
public struct CreateListRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"list! taken_codes-[] created_on! code_prefix="RL""#,
        [RateListDefinition.self, [String].self, Day.self, String.self])
}

/// A list that is to be published.
public struct PublishRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! others-[] effective_on?",
        [RateListDefinition.self, [RateListDefinition].self, Day.self])
}

/// A list as published, and its former version as it now ends.
public struct Published: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! superseded!",
        [RateListDefinition.self, [RateListDefinition].self])
}

/// A list that is to become a draft again.
public struct UnpublishRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! references!",
        [RateListDefinition.self, Int.self])
}

/// A list by itself.
public struct ListRequest: RatebookRecord {
    /// The list.
    public var list: RateListDefinition

    public init(
        list: RateListDefinition
    ) {
        self.list = list
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list!",
        [RateListDefinition.self])
}

/// A list that is to be changed.
public struct EditRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! changed!",
        [RateListDefinition.self, RateListDefinition.self])
}

/// A list that is to be cloned.
public struct CloneRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! id?",
        [RateListDefinition.self, String.self])
}

/// A blackout to be added. Selling is stopped at once: published lists take it too.
public struct AddBlackoutRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! blackout! bookings-[]",
        [RateListDefinition.self, Blackout.self, [BookedStay].self])
}

/// A stay that is booked already.
public struct BookedStay: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "number! check_in! check_out!",
        [String.self, Day.self, Day.self])
}

/// A list with its new blackout, and the bookings that lie in it.
public struct BlackoutAdded: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! touched!",
        [RateListDefinition.self, [BookedStay].self])
}

/// Days that are to be sold again.
public struct RemoveBlackoutRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! days!",
        [RateListDefinition.self, DayRange.self])
}

/// Where something is sold, by whom and when.
public struct TaxesForRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! place_of_supply? business_tax_id? on!",
        [TaxRegion.self, String.self, String.self, Day.self])
}

/// Which blackout days are wanted.
public struct BlackoutDaysRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! within?",
        [RateListDefinition.self, DayRange.self])
}

/// A day that is not sold.
public struct BlackoutDay: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! reason?",
        [Day.self, String.self])
}

/// What is to be priced: the days or hours, the party, and what was chosen.
///
/// A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
public struct PriceRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "check_in? check_out? first? last? start? end? adults=0 children-[] birth_dates-[] quantity=1 booked_on? as_of? supplements-{} promo_codes-[] promo_uses-{} tags-[] channel? place_of_supply? business_tax_id? preview-false",
        [Day.self, Day.self, Day.self, Day.self, Date.self, Date.self, Int.self, [Int].self, [Day].self, Int.self, Day.self, Date.self, [String: Int].self, [String].self, [String: Int].self, [String].self, String.self, String.self, String.self, Bool.self])
}

/// A price, explained: its lines always add up to the total exactly.
public struct Price: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list_code? list_version! currency! lines! subtotal! discounts! fees! taxes! net! total! priced_at?",
        [String.self, Int.self, String.self, [Line].self, Decimal.self, Decimal.self, Decimal.self, [TaxTotal].self, Decimal.self, Decimal.self, Date.self])
}

/// One line of a price.
public struct Line: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "kind! label! rule! day? quantity! unit_amount! amount! tax_category?",
        [LineKind.self, String.self, String.self, Day.self, Decimal.self, Decimal.self, Decimal.self, String.self])
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
public struct TaxTotal: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! percent? base! amount! inclusive! category?",
        [String.self, Decimal.self, Decimal.self, Decimal.self, Bool.self, String.self])
}

/// A price wanted in another currency.
public struct PriceInRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "request! currency! rates! as_of! max_age_seconds=86400 allow_stale-false",
        [PriceRequest.self, String.self, ExchangeRates.self, Date.self, Int.self, Bool.self])
}

/// A price with its total in another currency, and the rate that was used.
public struct PriceIn: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price! total!",
        [Price.self, Conversion.self])
}

/// A price or a refusal in sentences.
public struct Explanation: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "sentences! price? error?",
        [[String].self, Price.self, ErrorReport.self])
}

/// Many requests at once.
public struct QuoteManyRequest: RatebookRecord {
    /// The requests, each answered by itself.
    public var requests: [PriceRequest]

    public init(
        requests: [PriceRequest]
    ) {
        self.requests = requests
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requests!",
        [[PriceRequest].self])
}

/// The answer to one of many requests: a price, or why there is none.
public struct Quoted: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price? error?",
        [Price.self, ErrorReport.self])
}

/// The total of one of many requests, or why there is none.
public struct Totalled: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "total? error?",
        [Decimal.self, ErrorReport.self])
}

/// Every arrival day × length of stay × party, for calendars and channel feeds.
public struct GridRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "arrivals! nights! parties! quantity=1 booked_on? preview-false",
        [DayRange.self, [Int].self, [GridParty].self, Int.self, Day.self, Bool.self])
}

/// A party of the grid.
public struct GridParty: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "adults! children-[]",
        [Int.self, [Int].self])
}

/// The answer to a grid.
public struct Grid: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! cells!",
        [String.self, [GridCell].self])
}

/// One cell of the grid.
public struct GridCell: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "party! arrival! nights! total? code?",
        [Int.self, Day.self, Int.self, Decimal.self, Code.self])
}

/// A request for a list's compact form.
public struct PackRequest: RatebookRecord {

    public init(
    ) {
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "",
        [])
}

/// A list in its compact form.
public struct Packed: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "json_bytes! content_base64!",
        [Int.self, String.self])
}

/// A request to every list.
public struct CheapestRequest: RatebookRecord {
    /// What is to be priced.
    public var request: PriceRequest

    public init(
        request: PriceRequest
    ) {
        self.request = request
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "request!",
        [PriceRequest.self])
}

/// What the lists offer, cheapest first.
public struct Cheapest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price? offers! refused!",
        [Price.self, [Offer].self, [Lost].self])
}

/// What one list offers.
public struct Offer: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! total! currency!",
        [ListRef.self, Decimal.self, String.self])
}

/// Which list, by its place, code and version.
public struct ListRef: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "index! code? version! name!",
        [Int.self, String.self, Int.self, String.self])
}

/// A list that was not chosen.
public struct Lost: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! why! error?",
        [ListRef.self, LostWhy.self, ErrorReport.self])
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
public struct SelectRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "request! supplier? service_type? destination? product?",
        [PriceRequest.self, String.self, String.self, String.self, String.self])
}

/// The list that answers, its price, and why the others do not.
public struct Selection: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! price! lost!",
        [ListRef.self, Price.self, [Lost].self])
}

/// Which overlaps are wanted.
public struct OverlapsRequest: RatebookRecord {
    /// Only those that touch these days.
    public var within: DayRange?

    public init(
        within: DayRange? = nil
    ) {
        self.within = within
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "within?",
        [DayRange.self])
}

/// Two published lists that answer for the same days.
public struct Overlap: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list? other! days!",
        [ListRef.self, ListRef.self, DayRange.self])
}

/// A list that is not saved yet.
public struct ValidateDatesRequest: RatebookRecord {
    /// The list, as if it were published.
    public var list: RateListDefinition

    public init(
        list: RateListDefinition
    ) {
        self.list = list
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list!",
        [RateListDefinition.self])
}

/// The same requests under two lists.
public struct SimulateRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requests! before=0 after=1",
        [[PriceRequest].self, Int.self, Int.self])
}

/// What would have changed.
public struct Simulation: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! differences! before! after! change! lost! won!",
        [String.self, [Difference].self, Decimal.self, Decimal.self, Decimal.self, Int.self, Int.self])
}

/// What would have changed for one request.
public struct Difference: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "before? after? change? before_code? after_code?",
        [Decimal.self, Decimal.self, Decimal.self, Code.self, Code.self])
}

/// One change over many lists, to be looked at before it is saved.
public struct BulkUpdateRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "lists? change!",
        [ListFilter.self, BulkChange.self])
}

/// Which lists; what is not given does not matter.
public struct ListFilter: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "codes-[] supplier? service_type? destination? tag?",
        [[String].self, String.self, String.self, String.self, String.self])
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
        switch try reader.choice(words: "", holding: "raise_percent raise_amount valid_last add_blackout add_tag") {
        case 0: self = .raisePercent(try reader.held())
        case 1: self = .raiseAmount(try reader.held())
        case 2: self = .validLast(try reader.held())
        case 3: self = .addBlackout(try reader.held())
        default: self = .addTag(try reader.held())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .raisePercent(let held): writer.choice("raise_percent", held)
        case .raiseAmount(let held): writer.choice("raise_amount", held)
        case .validLast(let held): writer.choice("valid_last", held)
        case .addBlackout(let held): writer.choice("add_blackout", held)
        case .addTag(let held): writer.choice("add_tag", held)
        }
    }
}

/// What a bulk update would change, and the lists as they would be.
public struct BulkUpdate: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "changes! lists!",
        [[FieldChange].self, [RateListDefinition].self])
}

/// One field that changes.
public struct FieldChange: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! path! before? after?",
        [ListRef.self, String.self, JSON.self, JSON.self])
}
