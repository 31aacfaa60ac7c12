// Written by `cargo xtask generate`.

import Foundation

extension Storefront {
/// What is offered: resources, and the rate lists by which they are sold.
public struct StorefrontDefinition: RatebookRecord {
    /// The resources and what is taken of them.
    public var calendar: BookingCalendar.CalendarDefinition
    /// The rate lists, each with a code of its own.
    public var rateLists: [Rates.RateListDefinition]
    /// What is sold by which list; a resource may be sold by several.
    public var offers: [Storefront.StorefrontOffer]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        calendar: BookingCalendar.CalendarDefinition,
        rateLists: [Rates.RateListDefinition],
        offers: [Storefront.StorefrontOffer]
    ) {
        self.calendar = calendar
        self.rateLists = rateLists
        self.offers = offers
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "calendar! rate_lists! offers! *",
        [BookingCalendar.CalendarDefinition.self, [Rates.RateListDefinition].self, [Storefront.StorefrontOffer].self, [String: JSON].self])
}

/// A resource that is sold by a rate list.
public struct StorefrontOffer: RatebookRecord {
    /// The resource.
    public var resource: String
    /// The code of the rate list.
    public var rateList: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        rateList: String
    ) {
        self.resource = resource
        self.rateList = rateList
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "resource! rate_list! *",
        [String.self, String.self, [String: JSON].self])
}

/// What is free, and at which price?
public struct AvailabilityAndPriceRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// When.
    public var when: BookingCalendar.When
    /// The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given.
    public var request: Rates.PriceRequest
    /// Who asks; lists for others are not offered.
    public var buyer: Rates.Buyer?
    /// Only these resources; all when empty.
    public var resources: [String]
    /// The partner who asks.
    public var partner: String?
    /// A hold of the asker's own, which does not stand in the way.
    public var hold: String?

    public init(
        now: Instant,
        when: BookingCalendar.When,
        request: Rates.PriceRequest,
        buyer: Rates.Buyer? = nil,
        resources: [String] = [],
        partner: String? = nil,
        hold: String? = nil
    ) {
        self.now = now
        self.when = when
        self.request = request
        self.buyer = buyer
        self.resources = resources
        self.partner = partner
        self.hold = hold
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! when! request! buyer? resources-[] partner? hold?",
        [Instant.self, BookingCalendar.When.self, Rates.PriceRequest.self, Rates.Buyer.self, [String].self, String.self, String.self])
}

/// What is free and at which price, and what is not offered.
public struct Found: RatebookRecord {
    /// What is offered, cheapest first; amounts of two currencies have no order, so each currency by itself. Of equal totals the resource of higher priority, then by id and list.
    public var offers: [Storefront.Offered]
    /// What is not, and why.
    public var notOffered: [Storefront.NotOffered]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        offers: [Storefront.Offered],
        notOffered: [Storefront.NotOffered]
    ) {
        self.offers = offers
        self.notOffered = notOffered
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "offers! not_offered! *",
        [[Storefront.Offered].self, [Storefront.NotOffered].self, [String: JSON].self])
}

/// A resource at a price.
public struct Offered: RatebookRecord {
    /// The resource.
    public var resource: String
    /// The code of the rate list.
    public var rateList: String
    /// The total.
    public var total: Amount
    /// Its currency.
    public var currency: String
    /// The units left.
    public var unitsLeft: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        resource: String,
        rateList: String,
        total: Amount,
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
        MemoryLayout<Self>.size, "resource! rate_list! total! currency! units_left! *",
        [String.self, String.self, Amount.self, String.self, Int.self, [String: JSON].self])
}

/// A resource that is not offered by a list.
public struct NotOffered: RatebookRecord {
    /// The resource.
    public var resource: String
    /// The code of the rate list; none when it is not free, whatever the list.
    public var rateList: String?
    /// Every reason.
    public var reasons: [Reason]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

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
        MemoryLayout<Self>.size, "resource! rate_list? reasons! *",
        [String.self, String.self, [Reason].self, [String: JSON].self])
}
}
