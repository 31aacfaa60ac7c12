// Written by `cargo xtask generate`.

import Foundation

extension Rates {
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
    public var status: Rates.ListStatus?
    /// The first day on which the next version answers in place of this one.
    public var supersededOn: Day?
    /// Among several lists that could answer, the highest goes first.
    public var priority: Int?
    /// For whom it is, where one of several lists is chosen.
    public var context: Rates.SaleContext?
    /// The currency of every amount in the list.
    public var currency: String
    /// The days on which it can be used, both included.
    public var valid: Time.DayRange
    /// Where its days begin; hour lists need it.
    public var zone: String?
    /// What one price buys.
    public var unit: Rates.PriceUnit
    /// How many people it is for.
    public var people: Rates.People?
    /// What a unit costs; hour lists have `hours` in its place.
    public var prices: Rates.Prices?
    /// What hours cost, for the unit `hour`.
    public var hours: Rates.Hours?
    /// How children are charged, from age 0 to the last one before adults, without gap or overlap.
    public var ageBands: [Rates.AgeBand]
    /// How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
    /// the next older band that has, or as the adults that they then are.
    public var freeChildren: Int?
    /// Days that cost something else. On each night the season of highest priority wins.
    public var seasons: [Rates.Season]
    /// What comes on top, in this order.
    public var supplements: [Rates.Supplement]
    /// What comes off.
    public var discounts: [Rates.Discount]
    /// What happens when several discounts apply.
    public var combineDiscounts: Rates.Combination?
    /// Charges of the seller after discounts.
    public var fees: [Rates.Fee]
    /// The tax category of units and children.
    public var taxCategory: String?
    /// Taxes, in this order.
    public var taxes: [Rates.Tax]
    /// Taxes by place of supply, after the list's own.
    public var taxRegion: Rates.TaxRegion?
    /// Days that are not sold at all.
    public var blackouts: [Rates.Blackout]
    /// Who may arrive, leave and stay how long, booked how far ahead.
    public var restrictions: [Rates.Restriction]
    /// How amounts are rounded.
    public var rounding: Rates.RoundingRule?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        status: Rates.ListStatus? = nil,
        supersededOn: Day? = nil,
        priority: Int? = nil,
        context: Rates.SaleContext? = nil,
        currency: String,
        valid: Time.DayRange,
        zone: String? = nil,
        unit: Rates.PriceUnit,
        people: Rates.People? = nil,
        prices: Rates.Prices? = nil,
        hours: Rates.Hours? = nil,
        ageBands: [Rates.AgeBand] = [],
        freeChildren: Int? = nil,
        seasons: [Rates.Season] = [],
        supplements: [Rates.Supplement] = [],
        discounts: [Rates.Discount] = [],
        combineDiscounts: Rates.Combination? = nil,
        fees: [Rates.Fee] = [],
        taxCategory: String? = nil,
        taxes: [Rates.Tax] = [],
        taxRegion: Rates.TaxRegion? = nil,
        blackouts: [Rates.Blackout] = [],
        restrictions: [Rates.Restriction] = [],
        rounding: Rates.RoundingRule? = nil
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
        self.context = context
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
        MemoryLayout<Self>.size, "id? tenant? code? version? parent? name! supplier? service_type? destination? product? tags-[] custom_fields-{} status? superseded_on? priority? context? currency! valid! zone? unit! people? prices? hours? age_bands-[] free_children? seasons-[] supplements-[] discounts-[] combine_discounts? fees-[] tax_category? taxes-[] tax_region? blackouts-[] restrictions-[] rounding? *",
        [String.self, String.self, String.self, Int.self, String.self, String.self, String.self, String.self, String.self, String.self, [String].self, [String: JSON].self, Rates.ListStatus.self, Day.self, Int.self, Rates.SaleContext.self, String.self, Time.DayRange.self, String.self, Rates.PriceUnit.self, Rates.People.self, Rates.Prices.self, Rates.Hours.self, [Rates.AgeBand].self, Int.self, [Rates.Season].self, [Rates.Supplement].self, [Rates.Discount].self, Rates.Combination.self, [Rates.Fee].self, String.self, [Rates.Tax].self, Rates.TaxRegion.self, [Rates.Blackout].self, [Rates.Restriction].self, Rates.RoundingRule.self, [String: JSON].self])
}

/// The life of a list.
public struct ListStatus: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// May change, does not price.
    public static var draft: Self { Self(word: "draft") }
    /// Prices, does not change.
    public static var published: Self { Self(word: "published") }
    /// Neither.
    public static var archived: Self { Self(word: "archived") }

    public static var words: StaticString { "draft published archived" }
}

/// For whom a list is, where one of several is to be chosen: it answers when all that it names is met.
public struct SaleContext: RatebookRecord {
    /// Only for buyers of one of these groups, such as `trade`.
    public var customerGroups: [String]
    /// Only through one of these channels.
    public var channels: [String]
    /// Only for buyers from one of these countries, such as `DE`.
    public var countries: [String]
    /// From so many rooms or units on.
    public var minQuantity: Int?
    /// Up to so many rooms or units.
    public var maxQuantity: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        customerGroups: [String] = [],
        channels: [String] = [],
        countries: [String] = [],
        minQuantity: Int? = nil,
        maxQuantity: Int? = nil
    ) {
        self.customerGroups = customerGroups
        self.channels = channels
        self.countries = countries
        self.minQuantity = minQuantity
        self.maxQuantity = maxQuantity
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "customer_groups-[] channels-[] countries-[] min_quantity? max_quantity? *",
        [[String].self, [String].self, [String].self, Int.self, Int.self, [String: JSON].self])
}

/// What one price buys.
public struct PriceUnit: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A night of a stay; the night of check-out is not priced.
    public static var night: Self { Self(word: "night") }
    /// A day, the last one included.
    public static var day: Self { Self(word: "day") }
    /// An hour of the clock.
    public static var hour: Self { Self(word: "hour") }
    /// One person for the whole of it.
    public static var person: Self { Self(word: "person") }
    /// One piece.
    public static var item: Self { Self(word: "item") }
    /// The whole stay.
    public static var stay: Self { Self(word: "stay") }

    public static var words: StaticString { "night day hour person item stay" }
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
    /// Whether the limits count people as they pay or as they come.
    public var counted: Rates.Counted?
    /// Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults.
    public var childrenFillStandard: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        standard: Int? = nil,
        minPeople: Int? = nil,
        maxPeople: Int? = nil,
        minAdults: Int? = nil,
        maxAdults: Int? = nil,
        minChildren: Int? = nil,
        maxChildren: Int? = nil,
        useLargerPrice: Bool = false,
        counted: Rates.Counted? = nil,
        childrenFillStandard: Bool = false
    ) {
        self.standard = standard
        self.minPeople = minPeople
        self.maxPeople = maxPeople
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
        self.useLargerPrice = useLargerPrice
        self.counted = counted
        self.childrenFillStandard = childrenFillStandard
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "standard? min_people? max_people? min_adults? max_adults? min_children? max_children? use_larger_price-false counted? children_fill_standard-false *",
        [Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Bool.self, Rates.Counted.self, Bool.self, [String: JSON].self])
}

/// How the limits of a unit count people.
public struct Counted: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A child that pays as an adult is an adult: beyond the bands, beyond the free ones, or in an adult's place.
    public static var asTheyPay: Self { Self(word: "as_they_pay") }
    /// Whoever is told by age or born less than 18 years before the arrival is a child, whatever they pay.
    public static var asTheyCome: Self { Self(word: "as_they_come") }

    public static var words: StaticString { "as_they_pay as_they_come" }
}

/// What a unit costs: exactly one of `base`, `per_person`, `by_adults` and `by_people`, and what goes with it.
public struct Prices: RatebookRecord {
    /// The price for up to the standard number of adults.
    public var base: Amount?
    /// The price of each adult.
    public var perPerson: Amount?
    /// The price by number of adults, such as `{"1": "95", "2": "120"}`.
    public var byAdults: [Int: Amount]
    /// The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`.
    public var byPeople: [Int: Amount]
    /// Each adult beyond the standard number, or beyond the largest of `by_adults`.
    public var extraAdult: Amount?
    /// An extra bed, as the measure of children's prices.
    public var extraBed: Amount?
    /// The full price of a child, as the measure of children's prices.
    public var child: Amount?
    /// What one adult alone pays.
    public var singleUse: Rates.SingleUse?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        base: Amount? = nil,
        perPerson: Amount? = nil,
        byAdults: [Int: Amount] = [:],
        byPeople: [Int: Amount] = [:],
        extraAdult: Amount? = nil,
        extraBed: Amount? = nil,
        child: Amount? = nil,
        singleUse: Rates.SingleUse? = nil
    ) {
        self.base = base
        self.perPerson = perPerson
        self.byAdults = byAdults
        self.byPeople = byPeople
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.singleUse = singleUse
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "base? per_person? by_adults-{} by_people-{} extra_adult? extra_bed? child? single_use? *",
        [Amount.self, Amount.self, [Int: Amount].self, [Int: Amount].self, Amount.self, Amount.self, Amount.self, Rates.SingleUse.self, [String: JSON].self])
}

/// What one adult alone pays.
public enum SingleUse: RatebookValue {
    /// This price.
    case price(Amount)
    /// The price for one adult and so many percent of it.
    case percent(Amount)
    /// The price for one adult and this amount.
    case amount(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "price percent amount") {
        case 0: self = .price(try reader.held())
        case 1: self = .percent(try reader.held())
        case 2: self = .amount(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .price(let held): writer.choice("price", held)
        case .percent(let held): writer.choice("percent", held)
        case .amount(let held): writer.choice("amount", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What hours cost, by local time of day and day of the week.
public struct Hours: RatebookRecord {
    /// The windows; of those that cover a moment the highest priority wins.
    public var windows: [Rates.HourWindow]
    /// Never less than this.
    public var minimumCharge: Amount?
    /// Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given.
    public var incrementMinutes: Int?
    /// Prices for whole blocks that count when cheaper.
    public var blocks: [Rates.Block]
    /// What comes on top outside ordinary hours.
    public var afterHours: Rates.AfterHours?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        windows: [Rates.HourWindow],
        minimumCharge: Amount? = nil,
        incrementMinutes: Int? = nil,
        blocks: [Rates.Block] = [],
        afterHours: Rates.AfterHours? = nil
    ) {
        self.windows = windows
        self.minimumCharge = minimumCharge
        self.incrementMinutes = incrementMinutes
        self.blocks = blocks
        self.afterHours = afterHours
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "windows! minimum_charge? increment_minutes? blocks-[] after_hours? *",
        [[Rates.HourWindow].self, Amount.self, Int.self, [Rates.Block].self, Rates.AfterHours.self, [String: JSON].self])
}

/// A window of local time with its price. One that closes at or before it opens goes past midnight.
public struct HourWindow: RatebookRecord {
    /// What people call it.
    public var name: String
    /// On these days of the week, by the day on which it opens; all when not given.
    public var weekdays: [Time.Weekday]?
    /// Only on these days; all when empty.
    public var days: [Time.DayRange]
    /// When it opens.
    public var opens: String
    /// When it closes.
    public var closes: String
    /// The price of an hour.
    public var price: Amount
    /// Other prices of an hour, by the length of the whole span.
    public var tiers: [Rates.HourTier]
    /// The highest wins; two windows of one priority must not meet.
    public var priority: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        weekdays: [Time.Weekday]? = nil,
        days: [Time.DayRange] = [],
        opens: String,
        closes: String,
        price: Amount,
        tiers: [Rates.HourTier] = [],
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
        MemoryLayout<Self>.size, "name! weekdays? days-[] opens! closes! price! tiers-[] priority=0 *",
        [String.self, [Time.Weekday].self, [Time.DayRange].self, String.self, String.self, Amount.self, [Rates.HourTier].self, Int.self, [String: JSON].self])
}

/// From so many hours on, another price of the hour.
public struct HourTier: RatebookRecord {
    /// From so many hours of the whole span on.
    public var atLeast: Amount
    /// The price of an hour.
    public var price: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        atLeast: Amount,
        price: Amount
    ) {
        self.atLeast = atLeast
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_least! price! *",
        [Amount.self, Amount.self, [String: JSON].self])
}

/// A price for so many hours at once.
public struct Block: RatebookRecord {
    /// What people call it.
    public var name: String
    /// So many hours.
    public var hours: Amount
    /// What they cost together.
    public var price: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        hours: Amount,
        price: Amount
    ) {
        self.name = name
        self.hours = hours
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! hours! price! *",
        [String.self, Amount.self, Amount.self, [String: JSON].self])
}

/// What comes on top outside ordinary hours.
public struct AfterHours: RatebookRecord {
    /// When ordinary hours begin.
    public var opens: String
    /// When ordinary hours end.
    public var closes: String
    /// The days of the week that have ordinary hours at all; all when not given.
    public var weekdays: [Time.Weekday]?
    /// The amount for each hour outside them.
    public var amount: Amount
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        opens: String,
        closes: String,
        weekdays: [Time.Weekday]? = nil,
        amount: Amount
    ) {
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
        self.amount = amount
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "opens! closes! weekdays? amount! *",
        [String.self, String.self, [Time.Weekday].self, Amount.self, [String: JSON].self])
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
    public var price: Rates.ChildPrice
    /// Other prices for the second, third… child of the band, counted in the order of age, oldest first.
    public var nth: [Rates.NthChild]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        minAge: Int,
        maxAge: Int,
        price: Rates.ChildPrice,
        nth: [Rates.NthChild] = []
    ) {
        self.name = name
        self.minAge = minAge
        self.maxAge = maxAge
        self.price = price
        self.nth = nth
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! min_age! max_age! price! nth-[] *",
        [String.self, Int.self, Int.self, Rates.ChildPrice.self, [Rates.NthChild].self, [String: JSON].self])
}

/// What a child pays for each unit.
public enum ChildPrice: RatebookValue {
    /// Nothing.
    case free
    /// An amount.
    case fixed(Amount)
    /// A share of another price.
    case percent(Rates.PercentOf)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "free", holding: "fixed percent") {
        case 0: self = .free
        case 1: self = .fixed(try reader.held())
        case 2: self = .percent(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .free: writer.write("free")
        case .fixed(let held): writer.choice("fixed", held)
        case .percent(let held): writer.choice("percent", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// A share of another price.
public struct PercentOf: RatebookRecord {
    /// The share.
    public var percent: Amount
    /// Of which price.
    public var of: Rates.PriceKind
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        percent: Amount,
        of: Rates.PriceKind
    ) {
        self.percent = percent
        self.of = of
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "percent! of! *",
        [Amount.self, Rates.PriceKind.self, [String: JSON].self])
}

/// A price that a child's is a share of.
public struct PriceKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// What one adult pays: the price per person, of the party's size if it goes by that, or the standard occupancy's
    /// price divided by its adults.
    public static var adult: Self { Self(word: "adult") }
    /// The price of an extra bed.
    public static var extraBed: Self { Self(word: "extra_bed") }
    /// The price of the unit at standard occupancy.
    public static var base: Self { Self(word: "base") }
    /// The list's full price of a child.
    public static var child: Self { Self(word: "child") }

    public static var words: StaticString { "adult extra_bed base child" }
}

/// What the n-th child of a band pays.
public struct NthChild: RatebookRecord {
    /// 1 for the first child of the band, 2 for the second…
    public var nth: Int
    /// What it pays.
    public var price: Rates.ChildPrice
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        nth: Int,
        price: Rates.ChildPrice
    ) {
        self.nth = nth
        self.price = price
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "nth! price! *",
        [Int.self, Rates.ChildPrice.self, [String: JSON].self])
}

/// Days that cost something else. On each night the season of highest priority wins, alone.
public struct Season: RatebookRecord {
    /// What people call it.
    public var name: String
    /// Its days, in any number of ranges.
    public var days: [Time.DayRange]
    /// Only these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
    /// The highest wins; two seasons of one priority must not meet.
    public var priority: Int
    /// What happens to the price of the unit: the base price, the price per person or every price of the table.
    public var price: Rates.Change?
    /// What happens to single prices of the table, in place of `price`.
    public var byAdults: [Int: Rates.Change]
    /// The same of the table by the number of all people.
    public var byPeople: [Int: Rates.Change]
    /// What happens to the price of an extra adult.
    public var extraAdult: Rates.Change?
    /// What happens to the price of an extra bed.
    public var extraBed: Rates.Change?
    /// What happens to the prices of children: their full price and fixed prices.
    public var child: Rates.Change?
    /// What the children of an age band pay in this season in place of the band's price, by the name of the band.
    public var ageBands: [String: Rates.ChildPrice]
    /// What one adult alone pays in this season.
    public var singleUse: Rates.SingleUse?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        days: [Time.DayRange],
        weekdays: [Time.Weekday]? = nil,
        priority: Int = 0,
        price: Rates.Change? = nil,
        byAdults: [Int: Rates.Change] = [:],
        byPeople: [Int: Rates.Change] = [:],
        extraAdult: Rates.Change? = nil,
        extraBed: Rates.Change? = nil,
        child: Rates.Change? = nil,
        ageBands: [String: Rates.ChildPrice] = [:],
        singleUse: Rates.SingleUse? = nil
    ) {
        self.name = name
        self.days = days
        self.weekdays = weekdays
        self.priority = priority
        self.price = price
        self.byAdults = byAdults
        self.byPeople = byPeople
        self.extraAdult = extraAdult
        self.extraBed = extraBed
        self.child = child
        self.ageBands = ageBands
        self.singleUse = singleUse
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! days! weekdays? priority=0 price? by_adults-{} by_people-{} extra_adult? extra_bed? child? age_bands-{} single_use? *",
        [String.self, [Time.DayRange].self, [Time.Weekday].self, Int.self, Rates.Change.self, [Int: Rates.Change].self, [Int: Rates.Change].self, Rates.Change.self, Rates.Change.self, Rates.Change.self, [String: Rates.ChildPrice].self, Rates.SingleUse.self, [String: JSON].self])
}

/// What happens to a price.
public enum Change: RatebookValue {
    /// It is replaced.
    case set(Amount)
    /// It is multiplied: 1.40 for 40 % more.
    case multiply(Amount)
    /// An amount is added, or taken off when negative.
    case add(Amount)
    /// So many percent are added, or taken off when negative.
    case percent(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "set multiply add percent") {
        case 0: self = .set(try reader.held())
        case 1: self = .multiply(try reader.held())
        case 2: self = .add(try reader.held())
        case 3: self = .percent(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .set(let held): writer.choice("set", held)
        case .multiply(let held): writer.choice("multiply", held)
        case .add(let held): writer.choice("add", held)
        case .percent(let held): writer.choice("percent", held)
        case .unknown(let json): json.write(to: &writer)
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
    public var days: [Time.DayRange]
    /// Only nights of these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
    /// Only nights of these seasons, by name; all when empty.
    public var seasons: [String]
    /// Only parties of this size.
    public var party: Rates.PartyMatch?
    /// Whether it is charged only when chosen.
    public var optional: Bool
    /// For each of what it is charged.
    public var per: Rates.Per
    /// Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly.
    public var sharedByNights: Bool
    /// How much.
    public var price: Rates.SupplementPrice
    /// The tax category of its lines.
    public var taxCategory: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        code: String,
        name: String,
        days: [Time.DayRange] = [],
        weekdays: [Time.Weekday]? = nil,
        seasons: [String] = [],
        party: Rates.PartyMatch? = nil,
        optional: Bool = false,
        per: Rates.Per,
        sharedByNights: Bool = false,
        price: Rates.SupplementPrice,
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
        self.sharedByNights = sharedByNights
        self.price = price
        self.taxCategory = taxCategory
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! name! days-[] weekdays? seasons-[] party? optional-false per! shared_by_nights-false price! tax_category? *",
        [String.self, String.self, [Time.DayRange].self, [Time.Weekday].self, [String].self, Rates.PartyMatch.self, Bool.self, Rates.Per.self, Bool.self, Rates.SupplementPrice.self, String.self, [String: JSON].self])
}

/// A party by its size and ages; what is not given does not matter.
public struct PartyMatch: RatebookRecord {
    /// At least so many adults.
    public var minAdults: Int?
    /// At most so many adults.
    public var maxAdults: Int?
    /// At least so many children.
    public var minChildren: Int?
    /// At most so many children.
    public var maxChildren: Int?
    /// So many children of these ages, each of them.
    public var ages: [Rates.ChildrenOfAge]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        minAdults: Int? = nil,
        maxAdults: Int? = nil,
        minChildren: Int? = nil,
        maxChildren: Int? = nil,
        ages: [Rates.ChildrenOfAge] = []
    ) {
        self.minAdults = minAdults
        self.maxAdults = maxAdults
        self.minChildren = minChildren
        self.maxChildren = maxChildren
        self.ages = ages
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "min_adults? max_adults? min_children? max_children? ages-[] *",
        [Int.self, Int.self, Int.self, Int.self, [Rates.ChildrenOfAge].self, [String: JSON].self])
}

/// At least so many who are told by age, on the day of arrival, are of these ages.
public struct ChildrenOfAge: RatebookRecord {
    /// The youngest age.
    public var minAge: Int
    /// The oldest age.
    public var maxAge: Int
    /// How many there are at least.
    public var atLeast: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        minAge: Int,
        maxAge: Int,
        atLeast: Int? = nil
    ) {
        self.minAge = minAge
        self.maxAge = maxAge
        self.atLeast = atLeast
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "min_age! max_age! at_least? *",
        [Int.self, Int.self, Int.self, [String: JSON].self])
}

/// For each of what something is charged. What is not per night is charged once when any night of the stay matches.
public struct Per: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Each unit and night.
    public static var night: Self { Self(word: "night") }
    /// Each unit, once.
    public static var stay: Self { Self(word: "stay") }
    /// Each person, once.
    public static var person: Self { Self(word: "person") }
    /// Each person and night.
    public static var personNight: Self { Self(word: "person_night") }
    /// Each adult, once.
    public static var adult: Self { Self(word: "adult") }
    /// Each adult and night.
    public static var adultNight: Self { Self(word: "adult_night") }
    /// Each child, once.
    public static var child: Self { Self(word: "child") }
    /// Each child and night.
    public static var childNight: Self { Self(word: "child_night") }
    /// Each piece chosen, once; a mandatory one counts one piece.
    public static var item: Self { Self(word: "item") }
    /// Each piece chosen and night; a mandatory one counts one piece.
    public static var itemNight: Self { Self(word: "item_night") }

    public static var words: StaticString { "night stay person person_night adult adult_night child child_night item item_night" }
}

/// How much a supplement is: an amount, an amount by age, or a share of the unit's price.
public enum SupplementPrice: RatebookValue {
    /// The same for all.
    case amount(Amount)
    /// By age band; those of no band named here are adults. For charges per person only.
    case byAge([String: Amount])
    /// So many percent of the unit's price on each matching night.
    case percent(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "amount by_age percent") {
        case 0: self = .amount(try reader.held())
        case 1: self = .byAge(try reader.held())
        case 2: self = .percent(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .amount(let held): writer.choice("amount", held)
        case .byAge(let held): writer.choice("by_age", held)
        case .percent(let held): writer.choice("percent", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What comes off, and when.
public struct Discount: RatebookRecord {
    /// What people call it.
    public var name: String
    /// When it applies and how much it is.
    public var rule: Rates.DiscountRule
    /// Never more than this amount.
    public var cap: Amount?
    /// Of the discounts of one group only the largest counts.
    public var group: String?
    /// Only when booked on these days.
    public var bookingWindow: Time.DayRange?
    /// Only for parties of this size, or with so many children of an age.
    public var party: Rates.PartyMatch?
    /// Only when every night lies in these days.
    public var travelWindow: Time.DayRange?
    /// What it is taken off.
    public var part: Rates.DiscountedPart
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        rule: Rates.DiscountRule,
        cap: Amount? = nil,
        group: String? = nil,
        bookingWindow: Time.DayRange? = nil,
        party: Rates.PartyMatch? = nil,
        travelWindow: Time.DayRange? = nil,
        part: Rates.DiscountedPart = .subtotal
    ) {
        self.name = name
        self.rule = rule
        self.cap = cap
        self.group = group
        self.bookingWindow = bookingWindow
        self.party = party
        self.travelWindow = travelWindow
        self.part = part
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"name! rule! cap? group? booking_window? party? travel_window? part="subtotal" *"#,
        [String.self, Rates.DiscountRule.self, Amount.self, String.self, Time.DayRange.self, Rates.PartyMatch.self, Time.DayRange.self, Rates.DiscountedPart.self, [String: JSON].self])
}

/// When a discount applies and how much it is.
public enum DiscountRule: RatebookValue {
    /// By quantity or size of the group; the highest tier that is met counts.
    case bulk(Rates.Bulk)
    /// By number of nights.
    case lengthOfStay(Rates.Tiers)
    /// By days between booking and arrival, at least.
    case earlyBird(Rates.Tiers)
    /// By days between booking and arrival, at most.
    case lastMinute(Rates.LastMinute)
    /// Stay seven, pay six.
    case freeNights(Rates.FreeNights)
    /// By a code the guest gives.
    case promo(Rates.Promo)
    /// When an expression over the request is true.
    case eligibility(Rates.Eligibility)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "bulk length_of_stay early_bird last_minute free_nights promo eligibility") {
        case 0: self = .bulk(try reader.held())
        case 1: self = .lengthOfStay(try reader.held())
        case 2: self = .earlyBird(try reader.held())
        case 3: self = .lastMinute(try reader.held())
        case 4: self = .freeNights(try reader.held())
        case 5: self = .promo(try reader.held())
        case 6: self = .eligibility(try reader.held())
        default: self = .unknown(try reader.json())
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
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// A discount by quantity or size of the group.
public struct Bulk: RatebookRecord {
    /// What is counted.
    public var by: Rates.BulkMeasure
    /// The highest that is met counts; they do not add up.
    public var tiers: [Rates.Tier]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        by: Rates.BulkMeasure,
        tiers: [Rates.Tier]
    ) {
        self.by = by
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "by! tiers! *",
        [Rates.BulkMeasure.self, [Rates.Tier].self, [String: JSON].self])
}

/// What a bulk discount counts.
public struct BulkMeasure: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Rooms, vehicles, pieces.
    public static var quantity: Self { Self(word: "quantity") }
    /// People in all of them.
    public static var people: Self { Self(word: "people") }
    /// Nights of all of them.
    public static var nights: Self { Self(word: "nights") }

    public static var words: StaticString { "quantity people nights" }
}

/// From so many on, so much off.
public struct Tier: RatebookRecord {
    /// From so many on.
    public var atLeast: Int
    /// How much comes off.
    public var off: Rates.Off
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        atLeast: Int,
        off: Rates.Off
    ) {
        self.atLeast = atLeast
        self.off = off
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_least! off! *",
        [Int.self, Rates.Off.self, [String: JSON].self])
}

/// Percent or amount.
public enum Off: RatebookValue {
    /// So many percent.
    case percent(Amount)
    /// This amount.
    case amount(Amount)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent amount") {
        case 0: self = .percent(try reader.held())
        case 1: self = .amount(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .amount(let held): writer.choice("amount", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Tiers by at least so many; the highest that is met counts.
public struct Tiers: RatebookRecord {
    /// In any order.
    public var tiers: [Rates.Tier]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        tiers: [Rates.Tier]
    ) {
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers! *",
        [[Rates.Tier].self, [String: JSON].self])
}

/// Tiers by at most so many days ahead; the lowest that is met counts.
public struct LastMinute: RatebookRecord {
    /// In any order.
    public var tiers: [Rates.LastMinuteTier]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        tiers: [Rates.LastMinuteTier]
    ) {
        self.tiers = tiers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tiers! *",
        [[Rates.LastMinuteTier].self, [String: JSON].self])
}

/// Up to so many days ahead, so much off.
public struct LastMinuteTier: RatebookRecord {
    /// Up to so many days ahead.
    public var atMost: Int
    /// How much comes off.
    public var off: Rates.Off
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        atMost: Int,
        off: Rates.Off
    ) {
        self.atMost = atMost
        self.off = off
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "at_most! off! *",
        [Int.self, Rates.Off.self, [String: JSON].self])
}

/// Stay so many nights, pay fewer.
public struct FreeNights: RatebookRecord {
    /// From so many nights on.
    public var stay: Int
    /// So many of them are paid.
    public var pay: Int
    /// Which nights are free.
    public var free: Rates.WhichNights
    /// Whether a stay of twice as many nights has twice as many free ones, block by block.
    public var repeats: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        stay: Int,
        pay: Int,
        free: Rates.WhichNights,
        repeats: Bool = false
    ) {
        self.stay = stay
        self.pay = pay
        self.free = free
        self.repeats = repeats
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "stay! pay! free! repeats-false *",
        [Int.self, Int.self, Rates.WhichNights.self, Bool.self, [String: JSON].self])
}

/// Which nights are free. Of all but average ones, each has a line of its day.
public enum WhichNights: RatebookValue {
    /// The cheapest ones by what they cost before discounts, of equal ones the earlier.
    case cheapest
    /// The first ones of the stay.
    case first
    /// The last ones of the stay.
    case last
    /// As many average nights.
    case average
    /// Those at these places of the block of nights, 1 for its first.
    case positions([Int])
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "cheapest first last average", holding: "positions") {
        case 0: self = .cheapest
        case 1: self = .first
        case 2: self = .last
        case 3: self = .average
        case 4: self = .positions(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .cheapest: writer.write("cheapest")
        case .first: writer.write("first")
        case .last: writer.write("last")
        case .average: writer.write("average")
        case .positions(let held): writer.choice("positions", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// A discount by code.
public struct Promo: RatebookRecord {
    /// What the guest gives; letter case does not matter.
    public var code: String
    /// How much comes off.
    public var off: Rates.Off
    /// Only when booked on these days; outside them the code is refused.
    public var window: Time.DayRange?
    /// How often it may be used; the request says how often it was.
    public var limit: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        code: String,
        off: Rates.Off,
        window: Time.DayRange? = nil,
        limit: Int? = nil
    ) {
        self.code = code
        self.off = off
        self.window = window
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "code! off! window? limit? *",
        [String.self, Rates.Off.self, Time.DayRange.self, Int.self, [String: JSON].self])
}

/// A discount by expression.
public struct Eligibility: RatebookRecord {
    /// Such as `nights >= 3 && "member" in tags`.
    public var when: String
    /// How much comes off.
    public var off: Rates.Off
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        when: String,
        off: Rates.Off
    ) {
        self.when = when
        self.off = off
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "when! off! *",
        [String.self, Rates.Off.self, [String: JSON].self])
}

/// What a discount is taken off, and what of a night is free.
public struct DiscountedPart: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Everything before discounts.
    public static var subtotal: Self { Self(word: "subtotal") }
    /// The price of the unit alone, without children and supplements.
    public static var units: Self { Self(word: "units") }

    public static var words: StaticString { "subtotal units" }
}

/// What happens when several discounts apply.
public struct Combination: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The largest alone.
    public static var best: Self { Self(word: "best") }
    /// All, one after the other, each on what the former left.
    public static var all: Self { Self(word: "all") }
    /// All, each on the original amount.
    public static var sum: Self { Self(word: "sum") }

    public static var words: StaticString { "best all sum" }
}

/// A charge of the seller after discounts: cleaning, service, booking.
public struct Fee: RatebookRecord {
    /// What people call it.
    public var name: String
    /// How much.
    public var rate: Rates.FeeRate
    /// Ages that do not pay it.
    public var exemptAges: [Rates.AgeRange]
    /// At most for so many nights.
    public var nightCap: Int?
    /// The tax category of its line.
    public var taxCategory: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        rate: Rates.FeeRate,
        exemptAges: [Rates.AgeRange] = [],
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
        MemoryLayout<Self>.size, "name! rate! exempt_ages-[] night_cap? tax_category? *",
        [String.self, Rates.FeeRate.self, [Rates.AgeRange].self, Int.self, String.self, [String: JSON].self])
}

/// How much a fee or tax is.
public enum FeeRate: RatebookValue {
    /// So many percent of the discounted subtotal.
    case percent(Amount)
    /// An amount for each of something.
    case fixed(Rates.FixedRate)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent fixed") {
        case 0: self = .percent(try reader.held())
        case 1: self = .fixed(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .fixed(let held): writer.choice("fixed", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// An amount for each of something.
public struct FixedRate: RatebookRecord {
    /// How much.
    public var amount: Amount
    /// For each of what.
    public var per: Rates.Per
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        amount: Amount,
        per: Rates.Per
    ) {
        self.amount = amount
        self.per = per
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "amount! per! *",
        [Amount.self, Rates.Per.self, [String: JSON].self])
}

/// Ages from one to another, both included.
public struct AgeRange: RatebookRecord {
    /// The youngest age.
    public var minAge: Int
    /// The oldest age.
    public var maxAge: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        minAge: Int,
        maxAge: Int
    ) {
        self.minAge = minAge
        self.maxAge = maxAge
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "min_age! max_age! *",
        [Int.self, Int.self, [String: JSON].self])
}

/// A tax.
public struct Tax: RatebookRecord {
    /// What people call it.
    public var name: String
    /// How much.
    public var rate: Rates.TaxRate
    /// Whether the prices already hold it.
    public var inclusive: Bool
    /// What a percentage is taken of.
    public var base: Rates.TaxBase
    /// Only lines of this tax category; all lines when not given.
    public var category: String?
    /// Ages that do not pay it, when it is charged by heads.
    public var exemptAges: [Rates.AgeRange]
    /// At most for so many nights.
    public var nightCap: Int?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        rate: Rates.TaxRate,
        inclusive: Bool = false,
        base: Rates.TaxBase = .net,
        category: String? = nil,
        exemptAges: [Rates.AgeRange] = [],
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
        MemoryLayout<Self>.size, #"name! rate! inclusive-false base="net" category? exempt_ages-[] night_cap? *"#,
        [String.self, Rates.TaxRate.self, Bool.self, Rates.TaxBase.self, String.self, [Rates.AgeRange].self, Int.self, [String: JSON].self])
}

/// How much a tax is.
public enum TaxRate: RatebookValue {
    /// So many percent.
    case percent(Amount)
    /// An amount for each of something.
    case fixed(Rates.FixedRate)
    /// So many percent by the tariff of the night, after discounts; the first slab that reaches it counts.
    case slabs([Rates.Slab])
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "percent fixed slabs") {
        case 0: self = .percent(try reader.held())
        case 1: self = .fixed(try reader.held())
        case 2: self = .slabs(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .percent(let held): writer.choice("percent", held)
        case .fixed(let held): writer.choice("fixed", held)
        case .slabs(let held): writer.choice("slabs", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// Up to this nightly tariff, so many percent of the nights or an amount for each of them.
public struct Slab: RatebookRecord {
    /// The highest tariff of the slab; the last slab has none.
    public var upTo: Amount?
    /// So many percent of what the nights cost.
    public var percent: Amount?
    /// An amount for each night, or for each head and night.
    public var fixed: Rates.FixedRate?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        upTo: Amount? = nil,
        percent: Amount? = nil,
        fixed: Rates.FixedRate? = nil
    ) {
        self.upTo = upTo
        self.percent = percent
        self.fixed = fixed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "up_to? percent? fixed? *",
        [Amount.self, Amount.self, Rates.FixedRate.self, [String: JSON].self])
}

/// What a percentage is taken of.
public struct TaxBase: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// The discounted subtotal.
    public static var net: Self { Self(word: "net") }
    /// The discounted subtotal and the fees.
    public static var netAndFees: Self { Self(word: "net_and_fees") }
    /// The discounted subtotal, the fees and the taxes before it: compound.
    public static var netFeesAndTaxes: Self { Self(word: "net_fees_and_taxes") }

    public static var words: StaticString { "net net_and_fees net_fees_and_taxes" }
}

/// Where something is sold, and by which tables it is taxed.
public struct TaxRegion: RatebookRecord {
    /// The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
    /// request names none.
    public var region: String
    /// Which rule of the tables applies, such as `lodging`.
    public var category: String
    /// Tables in place of those that come with the engine.
    public var tables: [Rates.TaxTable]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        region: String,
        category: String,
        tables: [Rates.TaxTable] = []
    ) {
        self.region = region
        self.category = category
        self.tables = tables
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! category! tables-[] *",
        [String.self, String.self, [Rates.TaxTable].self, [String: JSON].self])
}

/// The taxes of a place, and what is known of them: those that come with the engine are in this form too.
public struct TaxTable: RatebookRecord {
    /// The place; `US-NY` also applies to `US-NY-NYC`, before that place's own.
    public var region: String
    /// The days on which it applies; always when not given.
    public var valid: Time.DayRange?
    /// The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
    /// for every currency, and a table of nothing else needs none.
    public var currency: String?
    /// Who says so: laws, notifications, an authority's own tables.
    public var source: String?
    /// As of when it is known; what the law changed later is not in it.
    public var asOf: Day?
    /// Which supplies it is for, in words.
    public var covers: String?
    /// What it does not know of, in words.
    public var leavesOut: String?
    /// Its rules by category.
    public var rules: [Rates.TaxTableRule]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        region: String,
        valid: Time.DayRange? = nil,
        currency: String? = nil,
        source: String? = nil,
        asOf: Day? = nil,
        covers: String? = nil,
        leavesOut: String? = nil,
        rules: [Rates.TaxTableRule]
    ) {
        self.region = region
        self.valid = valid
        self.currency = currency
        self.source = source
        self.asOf = asOf
        self.covers = covers
        self.leavesOut = leavesOut
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! valid? currency? source? as_of? covers? leaves_out? rules! *",
        [String.self, Time.DayRange.self, String.self, String.self, Day.self, String.self, String.self, [Rates.TaxTableRule].self, [String: JSON].self])
}

/// The taxes of a place on one category.
public struct TaxTableRule: RatebookRecord {
    /// Such as `lodging` or `service`.
    public var category: String
    /// Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says.
    public var supplied: Rates.PlaceOfSupply?
    /// When seller and place of supply are the same place.
    public var within: [Rates.Tax]
    /// When they are not; `within` when not given.
    public var across: [Rates.Tax]?
    /// Whether a business with a tax id in another country accounts for the tax itself.
    public var reverseCharge: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        category: String,
        supplied: Rates.PlaceOfSupply? = nil,
        within: [Rates.Tax],
        across: [Rates.Tax]? = nil,
        reverseCharge: Bool = false
    ) {
        self.category = category
        self.supplied = supplied
        self.within = within
        self.across = across
        self.reverseCharge = reverseCharge
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "category! supplied? within! across? reverse_charge-false *",
        [String.self, Rates.PlaceOfSupply.self, [Rates.Tax].self, [Rates.Tax].self, Bool.self, [String: JSON].self])
}

/// Where something is supplied.
public struct PlaceOfSupply: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Where the property stands or the thing takes place, whoever buys it: the region of the list.
    public static var atProperty: Self { Self(word: "at_property") }
    /// Where the request says, which is the region of the list unless it names another place.
    public static var atCustomer: Self { Self(word: "at_customer") }

    public static var words: StaticString { "at_property at_customer" }
}

/// Days that are not sold at all.
public struct Blackout: RatebookRecord {
    /// The days.
    public var days: Time.DayRange
    /// Only these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
    /// Why.
    public var reason: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: Time.DayRange,
        weekdays: [Time.Weekday]? = nil,
        reason: String? = nil
    ) {
        self.days = days
        self.weekdays = weekdays
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "days! weekdays? reason? *",
        [Time.DayRange.self, [Time.Weekday].self, String.self, [String: JSON].self])
}

/// Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
/// `closed` at every night, `…_through` at every day of the stay, the departure day included.
public struct Restriction: RatebookRecord {
    /// Only these days; all when empty.
    public var days: [Time.DayRange]
    /// Only days of these seasons, by name; all when empty.
    public var seasons: [String]
    /// Only these days of the week; all when not given.
    public var weekdays: [Time.Weekday]?
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
    public var bookingWindow: Time.DayRange?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        days: [Time.DayRange] = [],
        seasons: [String] = [],
        weekdays: [Time.Weekday]? = nil,
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
        bookingWindow: Time.DayRange? = nil
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
        MemoryLayout<Self>.size, "days-[] seasons-[] weekdays? reason? closed-false closed_to_arrival-false closed_to_departure-false min_stay? max_stay? min_stay_through? max_stay_through? min_lead_days? max_lead_days? release_days? booking_window? *",
        [[Time.DayRange].self, [String].self, [Time.Weekday].self, String.self, Bool.self, Bool.self, Bool.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Time.DayRange.self, [String: JSON].self])
}

/// How amounts are rounded.
public struct RoundingRule: RatebookRecord {
    /// Where a half goes.
    public var mode: Money.RoundingMode
    /// The step, such as a cash step of 0.05; the currency's minor unit when not given.
    public var step: Amount?
    /// Whether each line is rounded or the total alone.
    public var at: Rates.RoundingPlace
    /// Whether a tax is rounded for each line or once for the document and category.
    public var taxes: Rates.TaxRounding
    /// The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given.
    public var taxStep: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        mode: Money.RoundingMode = .halfUp,
        step: Amount? = nil,
        at: Rates.RoundingPlace = .line,
        taxes: Rates.TaxRounding = .document,
        taxStep: Amount? = nil
    ) {
        self.mode = mode
        self.step = step
        self.at = at
        self.taxes = taxes
        self.taxStep = taxStep
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"mode="half_up" step? at="line" taxes="document" tax_step? *"#,
        [Money.RoundingMode.self, Amount.self, Rates.RoundingPlace.self, Rates.TaxRounding.self, Amount.self, [String: JSON].self])
}

/// Where rounding happens.
public struct RoundingPlace: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Each line but taxes, which have a step of their own.
    public static var line: Self { Self(word: "line") }
    /// The total, by a line of its own.
    public static var total: Self { Self(word: "total") }

    public static var words: StaticString { "line total" }
}

/// Where a tax is rounded.
public struct TaxRounding: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Once for the document and category.
    public static var document: Self { Self(word: "document") }
    /// For each line.
    public static var line: Self { Self(word: "line") }

    public static var words: StaticString { "document line" }
}

/// Several rate lists.
public struct RateListsDefinition: RatebookRecord {
    /// The lists, of one tenant.
    public var lists: [Rates.RateListDefinition]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        lists: [Rates.RateListDefinition]
    ) {
        self.lists = lists
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "lists! *",
        [[Rates.RateListDefinition].self, [String: JSON].self])
}

/// A new list.
public struct CreateListRequest: RatebookRecord {
    /// The list; it becomes a draft.
    public var list: Rates.RateListDefinition
    /// The codes that the tenant's lists have.
    public var takenCodes: [String]
    /// The day of creation, by which a code is numbered.
    public var createdOn: Day
    /// What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier.
    public var codePrefix: String

    public init(
        list: Rates.RateListDefinition,
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
        [Rates.RateListDefinition.self, [String].self, Day.self, String.self])
}

/// A list that is to be published.
public struct PublishRequest: RatebookRecord {
    /// The draft.
    public var list: Rates.RateListDefinition
    /// The tenant's other lists; the former version of this one among them.
    public var others: [Rates.RateListDefinition]
    /// From which day on it answers in place of its former version; from its first valid day when not given.
    public var effectiveOn: Day?

    public init(
        list: Rates.RateListDefinition,
        others: [Rates.RateListDefinition] = [],
        effectiveOn: Day? = nil
    ) {
        self.list = list
        self.others = others
        self.effectiveOn = effectiveOn
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! others-[] effective_on?",
        [Rates.RateListDefinition.self, [Rates.RateListDefinition].self, Day.self])
}

/// A list as published, and its former version as it now ends.
public struct Published: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// The former versions that it supersedes.
    public var superseded: [Rates.RateListDefinition]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.RateListDefinition,
        superseded: [Rates.RateListDefinition]
    ) {
        self.list = list
        self.superseded = superseded
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! superseded! *",
        [Rates.RateListDefinition.self, [Rates.RateListDefinition].self, [String: JSON].self])
}

/// A list that is to become a draft again.
public struct UnpublishRequest: RatebookRecord {
    /// The published list.
    public var list: Rates.RateListDefinition
    /// How many live quotes and bookings refer to it.
    public var references: Int

    public init(
        list: Rates.RateListDefinition,
        references: Int
    ) {
        self.list = list
        self.references = references
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! references!",
        [Rates.RateListDefinition.self, Int.self])
}

/// A list by itself.
public struct ListRequest: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition

    public init(
        list: Rates.RateListDefinition
    ) {
        self.list = list
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list!",
        [Rates.RateListDefinition.self])
}

/// A list that is to be changed.
public struct EditRequest: RatebookRecord {
    /// The list as it is.
    public var list: Rates.RateListDefinition
    /// The list as it is to be.
    public var changed: Rates.RateListDefinition

    public init(
        list: Rates.RateListDefinition,
        changed: Rates.RateListDefinition
    ) {
        self.list = list
        self.changed = changed
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! changed!",
        [Rates.RateListDefinition.self, Rates.RateListDefinition.self])
}

/// A list that is to be cloned.
public struct CloneRequest: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// The id of the clone.
    public var id: String?

    public init(
        list: Rates.RateListDefinition,
        id: String? = nil
    ) {
        self.list = list
        self.id = id
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! id?",
        [Rates.RateListDefinition.self, String.self])
}

/// A blackout to be added. Selling is stopped at once: published lists take it too.
public struct AddBlackoutRequest: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// The days, all of them or by day of the week.
    public var blackout: Rates.Blackout
    /// Bookings that may be touched by it.
    public var bookings: [Rates.BookedStay]

    public init(
        list: Rates.RateListDefinition,
        blackout: Rates.Blackout,
        bookings: [Rates.BookedStay] = []
    ) {
        self.list = list
        self.blackout = blackout
        self.bookings = bookings
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! blackout! bookings-[]",
        [Rates.RateListDefinition.self, Rates.Blackout.self, [Rates.BookedStay].self])
}

/// A stay that is booked already.
public struct BookedStay: RatebookRecord {
    /// What the booking is known by.
    public var number: String
    /// The day of arrival.
    public var checkIn: Day
    /// The day of departure.
    public var checkOut: Day
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "number! check_in! check_out! *",
        [String.self, Day.self, Day.self, [String: JSON].self])
}

/// A list with its new blackout, and the bookings that lie in it.
public struct BlackoutAdded: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// Bookings with a night in the blackout.
    public var touched: [Rates.BookedStay]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.RateListDefinition,
        touched: [Rates.BookedStay]
    ) {
        self.list = list
        self.touched = touched
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! touched! *",
        [Rates.RateListDefinition.self, [Rates.BookedStay].self, [String: JSON].self])
}

/// Days that are to be sold again.
public struct RemoveBlackoutRequest: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// The days; blackouts that reach beyond them keep the rest.
    public var days: Time.DayRange

    public init(
        list: Rates.RateListDefinition,
        days: Time.DayRange
    ) {
        self.list = list
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! days!",
        [Rates.RateListDefinition.self, Time.DayRange.self])
}

/// Where something is sold, by whom and when.
public struct TaxesForRequest: RatebookRecord {
    /// The seller's place, or that of the property, its category and, where wanted, its own tables.
    public var region: Rates.TaxRegion
    /// Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here.
    public var placeOfSupply: String?
    /// The buyer's tax id as a business.
    public var businessTaxId: String?
    /// The day of supply.
    public var on: Day
    /// The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their
    /// table.
    public var currency: String?

    public init(
        region: Rates.TaxRegion,
        placeOfSupply: String? = nil,
        businessTaxId: String? = nil,
        on: Day,
        currency: String? = nil
    ) {
        self.region = region
        self.placeOfSupply = placeOfSupply
        self.businessTaxId = businessTaxId
        self.on = on
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region! place_of_supply? business_tax_id? on! currency?",
        [Rates.TaxRegion.self, String.self, String.self, Day.self, String.self])
}

/// The tables that come with the engine are asked for.
public struct TaxTablesRequest: RatebookRecord {
    /// Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given.
    public var region: String?

    public init(
        region: String? = nil
    ) {
        self.region = region
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "region?",
        [String.self])
}

/// Which blackout days are wanted.
public struct BlackoutDaysRequest: RatebookRecord {
    /// The list.
    public var list: Rates.RateListDefinition
    /// Only these days; those of the list's validity when not given.
    public var within: Time.DayRange?

    public init(
        list: Rates.RateListDefinition,
        within: Time.DayRange? = nil
    ) {
        self.list = list
        self.within = within
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! within?",
        [Rates.RateListDefinition.self, Time.DayRange.self])
}

/// A day that is not sold.
public struct BlackoutDay: RatebookRecord {
    /// The day.
    public var day: Day
    /// Why.
    public var reason: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        day: Day,
        reason: String? = nil
    ) {
        self.day = day
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "day! reason? *",
        [Day.self, String.self, [String: JSON].self])
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
    public var start: Instant?
    /// The end of a span of hours, excluded.
    public var end: Instant?
    /// How many adults in each room or unit.
    public var adults: Int
    /// The ages of the children in each room or unit, on the day of arrival.
    public var children: [Int]
    /// Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
    public var birthDates: [Day]
    /// How many rooms or units; below zero so many are given back, at what they cost, with the other sign.
    public var quantity: Int
    /// The day of booking, which lead times and windows look at; the day of `as_of` when not given.
    public var bookedOn: Day?
    /// The moment as of which is priced.
    public var asOf: Instant?
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
    /// Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands.
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
        start: Instant? = nil,
        end: Instant? = nil,
        adults: Int = 0,
        children: [Int] = [],
        birthDates: [Day] = [],
        quantity: Int = 1,
        bookedOn: Day? = nil,
        asOf: Instant? = nil,
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
        [Day.self, Day.self, Day.self, Day.self, Instant.self, Instant.self, Int.self, [Int].self, [Day].self, Int.self, Day.self, Instant.self, [String: Int].self, [String].self, [String: Int].self, [String].self, String.self, String.self, String.self, Bool.self])
}

/// A price, explained: its lines always add up to the total exactly. Of what is given back, all but the price of one has the
/// other sign.
public struct Price: RatebookRecord {
    /// The code of the list that made it.
    public var listCode: String?
    /// The version of the list that made it.
    public var listVersion: Int
    /// The currency of every amount.
    public var currency: String
    /// Every line, in the order of evaluation.
    public var lines: [Rates.Line]
    /// Units, children and supplements.
    public var subtotal: Amount
    /// What came off: not above zero, or below it for what is given back.
    public var discounts: Amount
    /// The fees.
    public var fees: Amount
    /// The taxes by name, inclusive ones too.
    public var taxes: [Rates.TaxTotal]
    /// The total without any tax.
    public var net: Amount
    /// What is to be paid; below zero a credit.
    public var total: Amount
    /// The moment as of which it was priced, as the request said.
    public var pricedAt: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        listCode: String? = nil,
        listVersion: Int,
        currency: String,
        lines: [Rates.Line],
        subtotal: Amount,
        discounts: Amount,
        fees: Amount,
        taxes: [Rates.TaxTotal],
        net: Amount,
        total: Amount,
        pricedAt: Instant? = nil
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
        MemoryLayout<Self>.size, "list_code? list_version! currency! lines! subtotal! discounts! fees! taxes! net! total! priced_at? *",
        [String.self, Int.self, String.self, [Rates.Line].self, Amount.self, Amount.self, Amount.self, [Rates.TaxTotal].self, Amount.self, Amount.self, Instant.self, [String: JSON].self])
}

/// One line of a price.
public struct Line: RatebookRecord {
    /// What it is for.
    public var kind: Rates.LineKind
    /// What people call it.
    public var label: String
    /// The rule that made it, as a JSON pointer into the list's definition.
    public var rule: String
    /// The night or day it is for; none when it is for all of them.
    public var day: Day?
    /// How many.
    public var quantity: Amount
    /// What one of them costs.
    public var unitAmount: Amount
    /// What they cost together.
    public var amount: Amount
    /// The tax category, when the rule has one.
    public var taxCategory: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        kind: Rates.LineKind,
        label: String,
        rule: String,
        day: Day? = nil,
        quantity: Amount,
        unitAmount: Amount,
        amount: Amount,
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
        MemoryLayout<Self>.size, "kind! label! rule! day? quantity! unit_amount! amount! tax_category? *",
        [Rates.LineKind.self, String.self, String.self, Day.self, Amount.self, Amount.self, Amount.self, String.self, [String: JSON].self])
}

/// What a line is for.
public struct LineKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// A unit: a night of a room, a day of a vehicle, a piece.
    public static var unit: Self { Self(word: "unit") }
    /// An adult beyond those the unit's price includes.
    public static var extraAdult: Self { Self(word: "extra_adult") }
    /// A child.
    public static var child: Self { Self(word: "child") }
    /// Hours in one window, or a block of hours.
    public static var hours: Self { Self(word: "hours") }
    /// What brings the hours up to the minimum charge.
    public static var minimum: Self { Self(word: "minimum") }
    /// A supplement that everyone pays.
    public static var supplement: Self { Self(word: "supplement") }
    /// A supplement that was chosen.
    public static var extra: Self { Self(word: "extra") }
    /// A discount.
    public static var discount: Self { Self(word: "discount") }
    /// A fee.
    public static var fee: Self { Self(word: "fee") }
    /// A tax that is added.
    public static var tax: Self { Self(word: "tax") }
    /// The difference that rounding the total made.
    public static var rounding: Self { Self(word: "rounding") }

    public static var words: StaticString { "unit extra_adult child hours minimum supplement extra discount fee tax rounding" }
}

/// One tax of a price.
public struct TaxTotal: RatebookRecord {
    /// Its name.
    public var name: String
    /// Its percent, when it is one.
    public var percent: Amount?
    /// What it is taken of, without the tax itself.
    public var base: Amount
    /// The tax.
    public var amount: Amount
    /// Whether the lines already hold it.
    public var inclusive: Bool
    /// The tax category it is for, when it is for one.
    public var category: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        percent: Amount? = nil,
        base: Amount,
        amount: Amount,
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
        MemoryLayout<Self>.size, "name! percent? base! amount! inclusive! category? *",
        [String.self, Amount.self, Amount.self, Amount.self, Bool.self, String.self, [String: JSON].self])
}

/// A price wanted in another currency.
public struct PriceInRequest: RatebookRecord {
    /// What is to be priced.
    public var request: Rates.PriceRequest
    /// The currency that is wanted.
    public var currency: String
    /// The exchange rates.
    public var rates: Money.ExchangeRates
    /// The moment by which the rates' age is judged.
    public var asOf: Instant
    /// How old a rate may be; a day when not given.
    public var maxAgeSeconds: Int
    /// Whether an older rate is taken all the same, and told as stale.
    public var allowStale: Bool

    public init(
        request: Rates.PriceRequest,
        currency: String,
        rates: Money.ExchangeRates,
        asOf: Instant,
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
        [Rates.PriceRequest.self, String.self, Money.ExchangeRates.self, Instant.self, Int.self, Bool.self])
}

/// A price with its total in another currency, and the rate that was used.
public struct PriceIn: RatebookRecord {
    /// The price in the list's own currency, explained.
    public var price: Rates.Price
    /// The total in the other currency, with the rate, its time and its source.
    public var total: Money.Conversion
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        price: Rates.Price,
        total: Money.Conversion
    ) {
        self.price = price
        self.total = total
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price! total! *",
        [Rates.Price.self, Money.Conversion.self, [String: JSON].self])
}

/// A price or a refusal in sentences.
public struct Explanation: RatebookRecord {
    /// One sentence for each line or reason, and one for the total.
    public var sentences: [String]
    /// The price, when there is one.
    public var price: Rates.Price?
    /// Every reason, when there is none.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        sentences: [String],
        price: Rates.Price? = nil,
        error: ErrorReport? = nil
    ) {
        self.sentences = sentences
        self.price = price
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "sentences! price? error? *",
        [[String].self, Rates.Price.self, ErrorReport.self, [String: JSON].self])
}

/// Many requests at once.
public struct QuoteManyRequest: RatebookRecord {
    /// The requests, each answered by itself.
    public var requests: [Rates.PriceRequest]

    public init(
        requests: [Rates.PriceRequest]
    ) {
        self.requests = requests
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requests!",
        [[Rates.PriceRequest].self])
}

/// The answer to one of many requests: a price, or why there is none.
public struct Quoted: RatebookRecord {
    /// The price, when there is one.
    public var price: Rates.Price?
    /// Every reason, when there is none.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        price: Rates.Price? = nil,
        error: ErrorReport? = nil
    ) {
        self.price = price
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price? error? *",
        [Rates.Price.self, ErrorReport.self, [String: JSON].self])
}

/// The total of one of many requests, or why there is none.
public struct Totalled: RatebookRecord {
    /// The total, when there is one.
    public var total: Amount?
    /// Every reason, when there is none.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        total: Amount? = nil,
        error: ErrorReport? = nil
    ) {
        self.total = total
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "total? error? *",
        [Amount.self, ErrorReport.self, [String: JSON].self])
}

/// Every arrival day × length of stay × party, for calendars and channel feeds.
public struct GridRequest: RatebookRecord {
    /// The arrival days.
    public var arrivals: Time.DayRange
    /// The lengths of stay, in nights.
    public var nights: [Int]
    /// The parties.
    public var parties: [Rates.GridParty]
    /// How many rooms or units.
    public var quantity: Int
    /// The day of booking.
    public var bookedOn: Day?
    /// Whether a draft is priced too.
    public var preview: Bool

    public init(
        arrivals: Time.DayRange,
        nights: [Int],
        parties: [Rates.GridParty],
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
        [Time.DayRange.self, [Int].self, [Rates.GridParty].self, Int.self, Day.self, Bool.self])
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
    public var cells: [Rates.GridCell]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        cells: [Rates.GridCell]
    ) {
        self.currency = currency
        self.cells = cells
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "currency! cells! *",
        [String.self, [Rates.GridCell].self, [String: JSON].self])
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
    public var total: Amount?
    /// The code of the first reason, when there is none.
    public var code: Code?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        party: Int,
        arrival: Day,
        nights: Int,
        total: Amount? = nil,
        code: Code? = nil
    ) {
        self.party = party
        self.arrival = arrival
        self.nights = nights
        self.total = total
        self.code = code
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "party! arrival! nights! total? code? *",
        [Int.self, Day.self, Int.self, Amount.self, Code.self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        jsonBytes: Int,
        contentBase64: String
    ) {
        self.jsonBytes = jsonBytes
        self.contentBase64 = contentBase64
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "json_bytes! content_base64! *",
        [Int.self, String.self, [String: JSON].self])
}

/// A request to every list.
public struct CheapestRequest: RatebookRecord {
    /// What is to be priced.
    public var request: Rates.PriceRequest
    /// Who asks; lists for others are refused.
    public var buyer: Rates.Buyer?

    public init(
        request: Rates.PriceRequest,
        buyer: Rates.Buyer? = nil
    ) {
        self.request = request
        self.buyer = buyer
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "request! buyer?",
        [Rates.PriceRequest.self, Rates.Buyer.self])
}

/// Who asks for a price. A list for certain buyers answers only those who are told to be such; the channel and the quantity
/// are those of the request.
public struct Buyer: RatebookRecord {
    /// The groups of customers to which the buyer belongs.
    public var customerGroups: [String]
    /// The buyer's country.
    public var country: String?
    /// Only lists in this currency.
    public var currency: String?

    public init(
        customerGroups: [String] = [],
        country: String? = nil,
        currency: String? = nil
    ) {
        self.customerGroups = customerGroups
        self.country = country
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "customer_groups-[] country? currency?",
        [[String].self, String.self, String.self])
}

/// What the lists offer, cheapest first.
public struct Cheapest: RatebookRecord {
    /// The price of the cheapest offer; none when no list can answer.
    public var price: Rates.Price?
    /// Every list that can answer, cheapest first; the earlier list where two cost the same.
    public var offers: [Rates.Offer]
    /// Every list that cannot, and why.
    public var refused: [Rates.Lost]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        price: Rates.Price? = nil,
        offers: [Rates.Offer],
        refused: [Rates.Lost]
    ) {
        self.price = price
        self.offers = offers
        self.refused = refused
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "price? offers! refused! *",
        [Rates.Price.self, [Rates.Offer].self, [Rates.Lost].self, [String: JSON].self])
}

/// What one list offers.
public struct Offer: RatebookRecord {
    /// The list.
    public var list: Rates.ListRef
    /// Its total.
    public var total: Amount
    /// The currency of the total.
    public var currency: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.ListRef,
        total: Amount,
        currency: String
    ) {
        self.list = list
        self.total = total
        self.currency = currency
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! total! currency! *",
        [Rates.ListRef.self, Amount.self, String.self, [String: JSON].self])
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
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "index! code? version! name! *",
        [Int.self, String.self, Int.self, String.self, [String: JSON].self])
}

/// A list that was not chosen.
public struct Lost: RatebookRecord {
    /// The list.
    public var list: Rates.ListRef
    /// Why.
    public var why: Rates.LostWhy
    /// Every reason, when it refused.
    public var error: ErrorReport?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.ListRef,
        why: Rates.LostWhy,
        error: ErrorReport? = nil
    ) {
        self.list = list
        self.why = why
        self.error = error
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! why! error? *",
        [Rates.ListRef.self, Rates.LostWhy.self, ErrorReport.self, [String: JSON].self])
}

/// Why a list was not chosen.
public struct LostWhy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is for another supplier, service, destination or product.
    public static var otherProduct: Self { Self(word: "other_product") }
    /// It prices in another currency.
    public static var otherCurrency: Self { Self(word: "other_currency") }
    /// It is for other groups of customers.
    public static var otherCustomers: Self { Self(word: "other_customers") }
    /// It is for other channels.
    public static var otherChannel: Self { Self(word: "other_channel") }
    /// It is for other countries.
    public static var otherCountry: Self { Self(word: "other_country") }
    /// It is for fewer or for more units.
    public static var otherQuantity: Self { Self(word: "other_quantity") }
    /// It refuses the request.
    public static var refused: Self { Self(word: "refused") }
    /// Another list has a higher priority.
    public static var priority: Self { Self(word: "priority") }
    /// Another list is for the very product, destination or supplier.
    public static var lessSpecific: Self { Self(word: "less_specific") }
    /// Another list is for the very customers, channel, country or quantity.
    public static var lessSpecificContext: Self { Self(word: "less_specific_context") }
    /// Another list begins at a larger quantity.
    public static var smallerQuantity: Self { Self(word: "smaller_quantity") }
    /// Another list is a newer version.
    public static var olderVersion: Self { Self(word: "older_version") }
    /// Nothing else tells them apart: another list's id comes first.
    public static var id: Self { Self(word: "id") }

    public static var words: StaticString { "other_product other_currency other_customers other_channel other_country other_quantity refused priority less_specific less_specific_context smaller_quantity older_version id" }
}

/// Which list is to answer, of those for a product.
public struct SelectRequest: RatebookRecord {
    /// What is to be priced.
    public var request: Rates.PriceRequest
    /// Who asks.
    public var buyer: Rates.Buyer?
    /// The supplier; lists without one are for all.
    public var supplier: String?
    /// The kind of service.
    public var serviceType: String?
    /// The destination; lists without one are for all.
    public var destination: String?
    /// The product; lists without one are for all.
    public var product: String?

    public init(
        request: Rates.PriceRequest,
        buyer: Rates.Buyer? = nil,
        supplier: String? = nil,
        serviceType: String? = nil,
        destination: String? = nil,
        product: String? = nil
    ) {
        self.request = request
        self.buyer = buyer
        self.supplier = supplier
        self.serviceType = serviceType
        self.destination = destination
        self.product = product
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "request! buyer? supplier? service_type? destination? product?",
        [Rates.PriceRequest.self, Rates.Buyer.self, String.self, String.self, String.self, String.self])
}

/// The list that answers, its price, and why the others do not.
public struct Selection: RatebookRecord {
    /// The list.
    public var list: Rates.ListRef
    /// Its price.
    public var price: Rates.Price
    /// Every other list, in the order of the lists.
    public var lost: [Rates.Lost]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.ListRef,
        price: Rates.Price,
        lost: [Rates.Lost]
    ) {
        self.list = list
        self.price = price
        self.lost = lost
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list! price! lost! *",
        [Rates.ListRef.self, Rates.Price.self, [Rates.Lost].self, [String: JSON].self])
}

/// Which overlaps are wanted.
public struct OverlapsRequest: RatebookRecord {
    /// Only those that touch these days.
    public var within: Time.DayRange?

    public init(
        within: Time.DayRange? = nil
    ) {
        self.within = within
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "within?",
        [Time.DayRange.self])
}

/// Two published lists that answer for the same days.
public struct Overlap: RatebookRecord {
    /// One list; none for the one that is not saved yet.
    public var list: Rates.ListRef?
    /// The other list.
    public var other: Rates.ListRef
    /// The days on which both answer.
    public var days: Time.DayRange
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.ListRef? = nil,
        other: Rates.ListRef,
        days: Time.DayRange
    ) {
        self.list = list
        self.other = other
        self.days = days
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list? other! days! *",
        [Rates.ListRef.self, Rates.ListRef.self, Time.DayRange.self, [String: JSON].self])
}

/// A list that is not saved yet.
public struct ValidateDatesRequest: RatebookRecord {
    /// The list, as if it were published.
    public var list: Rates.RateListDefinition

    public init(
        list: Rates.RateListDefinition
    ) {
        self.list = list
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "list!",
        [Rates.RateListDefinition.self])
}

/// The same requests under two lists.
public struct SimulateRequest: RatebookRecord {
    /// The requests, such as last year's.
    public var requests: [Rates.PriceRequest]
    /// The place of the list as it is.
    public var before: Int
    /// The place of the list as it would be.
    public var after: Int

    public init(
        requests: [Rates.PriceRequest],
        before: Int = 0,
        after: Int = 1
    ) {
        self.requests = requests
        self.before = before
        self.after = after
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "requests! before=0 after=1",
        [[Rates.PriceRequest].self, Int.self, Int.self])
}

/// What would have changed.
public struct Simulation: RatebookRecord {
    /// The currency of every amount.
    public var currency: String
    /// One for each request.
    public var differences: [Rates.Difference]
    /// The sum of the totals before.
    public var before: Amount
    /// The sum of the totals after.
    public var after: Amount
    /// What the change adds, over requests that both lists answer.
    public var change: Amount
    /// How many requests only the list before answers.
    public var lost: Int
    /// How many requests only the list after answers.
    public var won: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        currency: String,
        differences: [Rates.Difference],
        before: Amount,
        after: Amount,
        change: Amount,
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
        MemoryLayout<Self>.size, "currency! differences! before! after! change! lost! won! *",
        [String.self, [Rates.Difference].self, Amount.self, Amount.self, Amount.self, Int.self, Int.self, [String: JSON].self])
}

/// What would have changed for one request.
public struct Difference: RatebookRecord {
    /// The total before, when there is one.
    public var before: Amount?
    /// The total after, when there is one.
    public var after: Amount?
    /// What the change adds, when both answer.
    public var change: Amount?
    /// The code of the first reason before, when it refuses.
    public var beforeCode: Code?
    /// The code of the first reason after, when it refuses.
    public var afterCode: Code?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        before: Amount? = nil,
        after: Amount? = nil,
        change: Amount? = nil,
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
        MemoryLayout<Self>.size, "before? after? change? before_code? after_code? *",
        [Amount.self, Amount.self, Amount.self, Code.self, Code.self, [String: JSON].self])
}

/// One change over many lists, to be looked at before it is saved.
public struct BulkUpdateRequest: RatebookRecord {
    /// Which lists.
    public var lists: Rates.ListFilter?
    /// What happens to each of them.
    public var change: Rates.BulkChange

    public init(
        lists: Rates.ListFilter? = nil,
        change: Rates.BulkChange
    ) {
        self.lists = lists
        self.change = change
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "lists? change!",
        [Rates.ListFilter.self, Rates.BulkChange.self])
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
    case raisePercent(Amount)
    /// Every such price rises by an amount, or falls when negative.
    case raiseAmount(Amount)
    /// The last day of validity is moved.
    case validLast(Day)
    /// A blackout is added.
    case addBlackout(Rates.Blackout)
    /// A tag is added.
    case addTag(String)
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "", holding: "raise_percent raise_amount valid_last add_blackout add_tag") {
        case 0: self = .raisePercent(try reader.held())
        case 1: self = .raiseAmount(try reader.held())
        case 2: self = .validLast(try reader.held())
        case 3: self = .addBlackout(try reader.held())
        case 4: self = .addTag(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .raisePercent(let held): writer.choice("raise_percent", held)
        case .raiseAmount(let held): writer.choice("raise_amount", held)
        case .validLast(let held): writer.choice("valid_last", held)
        case .addBlackout(let held): writer.choice("add_blackout", held)
        case .addTag(let held): writer.choice("add_tag", held)
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What a bulk update would change, and the lists as they would be.
public struct BulkUpdate: RatebookRecord {
    /// Every field that changes.
    public var changes: [Rates.FieldChange]
    /// The changed lists, as they would be saved: all of them or none.
    public var lists: [Rates.RateListDefinition]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        changes: [Rates.FieldChange],
        lists: [Rates.RateListDefinition]
    ) {
        self.changes = changes
        self.lists = lists
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "changes! lists! *",
        [[Rates.FieldChange].self, [Rates.RateListDefinition].self, [String: JSON].self])
}

/// One field that changes.
public struct FieldChange: RatebookRecord {
    /// In which list.
    public var list: Rates.ListRef
    /// The field, as a JSON pointer.
    public var path: String
    /// What it was; nothing for a new entry.
    public var before: JSON?
    /// What it becomes.
    public var after: JSON?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        list: Rates.ListRef,
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
        MemoryLayout<Self>.size, "list! path! before? after? *",
        [Rates.ListRef.self, String.self, JSON.self, JSON.self, [String: JSON].self])
}
}
