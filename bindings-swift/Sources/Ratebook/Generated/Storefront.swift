// Written by `cargo xtask generate`.

import Foundation

/// What is offered: resources, and the rate lists by which they are sold.
public struct StorefrontDefinition: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! rate_lists! offers!",
        [CalendarDefinition.self, [RateListDefinition].self, [StorefrontOffer].self])
}

/// A resource that is sold by a rate list.
public struct StorefrontOffer: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! rate_list!",
        [String.self, String.self])
}

/// What is free, and at which price?
public struct AvailabilityAndPriceRequest: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! when! request! resources-[] partner? hold?",
        [Date.self, When.self, PriceRequest.self, [String].self, String.self, String.self])
}

/// What is free and at which price, and what is not offered.
public struct Found: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "offers! not_offered!",
        [[Offered].self, [NotOffered].self])
}

/// A resource at a price.
public struct Offered: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! rate_list! total! currency! units_left!",
        [String.self, String.self, Decimal.self, String.self, Int.self])
}

/// A resource that is not offered by a list.
public struct NotOffered: RatebookRecord {
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

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! rate_list? reasons!",
        [String.self, String.self, [Reason].self])
}
