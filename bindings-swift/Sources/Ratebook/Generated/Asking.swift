// Written by `cargo xtask generate`.

import Foundation

/// What the library must have been made of.
let interfaceNumber: UInt64 = 0x365943c7546ca4bf

/// A refusal or a fault, with every reason for it, by family.
public enum RatebookError: Error, Hashable {
    /// Its code begins with `books.`.
    case books(ErrorReport)
    /// Its code begins with `calendar.`.
    case calendar(ErrorReport)
    /// Its code begins with `definition.`.
    case definition(ErrorReport)
    /// Its code begins with `engine.`.
    case engine(ErrorReport)
    /// Its code begins with `expression.`.
    case expression(ErrorReport)
    /// Its code begins with `flow.`.
    case flow(ErrorReport)
    /// Its code begins with `money.`.
    case money(ErrorReport)
    /// Its code begins with `rates.`.
    case rates(ErrorReport)
    /// Its code begins with `records.`.
    case records(ErrorReport)
    /// Its code begins with `request.`.
    case request(ErrorReport)
    /// Its code begins with `tenancy.`.
    case tenancy(ErrorReport)
    /// Its code begins with `time.`.
    case time(ErrorReport)

    /// What it says, with every reason.
    public var report: ErrorReport {
        switch self {
        case .books(let report), .calendar(let report), .definition(let report), .engine(let report), .expression(let report), .flow(let report), .money(let report), .rates(let report), .records(let report), .request(let report), .tenancy(let report), .time(let report): report
        }
    }

    init(_ report: ErrorReport) {
        switch report.code.rawValue.prefix(while: { $0 != "." }) {
        case "books": self = .books(report)
        case "calendar": self = .calendar(report)
        case "definition": self = .definition(report)
        case "expression": self = .expression(report)
        case "flow": self = .flow(report)
        case "money": self = .money(report)
        case "rates": self = .rates(report)
        case "records": self = .records(report)
        case "request": self = .request(report)
        case "tenancy": self = .tenancy(report)
        case "time": self = .time(report)
        default: self = .engine(report)
        }
    }
}

extension Detail where Value == Amount {
    public static var boostedPrice: Self { Self("boosted_price", { $0.amount }) }
    public static var currentPrice: Self { Self("current_price", { $0.amount }) }
    public static var price: Self { Self("price", { $0.amount }) }
    public static var ratio: Self { Self("ratio", { $0.amount }) }
    public static var step: Self { Self("step", { $0.amount }) }
}

extension Detail where Value == Day {
    public static var anchor: Self { Self("anchor", { $0.day }) }
    public static var bookedOn: Self { Self("booked_on", { $0.day }) }
    public static var day: Self { Self("day", { $0.day }) }
    public static var next: Self { Self("next", { $0.day }) }
    public static var on: Self { Self("on", { $0.day }) }
    public static var supersededOn: Self { Self("superseded_on", { $0.day }) }
}

extension Detail where Value == Instant {
    public static var at: Self { Self("at", { $0.instant }) }
    public static var endsAt: Self { Self("ends_at", { $0.instant }) }
    public static var expiresAt: Self { Self("expires_at", { $0.instant }) }
    public static var lockedUntil: Self { Self("locked_until", { $0.instant }) }
    public static var now: Self { Self("now", { $0.instant }) }
    public static var occurrence: Self { Self("occurrence", { $0.instant }) }
    public static var purgeAt: Self { Self("purge_at", { $0.instant }) }
    public static var rateAsOf: Self { Self("rate_as_of", { $0.instant }) }
    public static var revokedAt: Self { Self("revoked_at", { $0.instant }) }
}

extension Detail where Value == Int {
    public static var adults: Self { Self("adults", { $0.whole }) }
    public static var ageSeconds: Self { Self("age_seconds", { $0.whole }) }
    public static var allowed: Self { Self("allowed", { $0.whole }) }
    public static var amount: Self { Self("amount", { $0.whole }) }
    public static var begin: Self { Self("begin", { $0.whole }) }
    public static var bytes: Self { Self("bytes", { $0.whole }) }
    public static var capacity: Self { Self("capacity", { $0.whole }) }
    public static var cells: Self { Self("cells", { $0.whole }) }
    public static var clashing: Self { Self("clashing", { $0.whole }) }
    public static var closesDaysBefore: Self { Self("closes_days_before", { $0.whole }) }
    public static var count: Self { Self("count", { $0.whole }) }
    public static var daysAhead: Self { Self("days_ahead", { $0.whole }) }
    public static var daysBefore: Self { Self("days_before", { $0.whole }) }
    public static var daysLeft: Self { Self("days_left", { $0.whole }) }
    public static var held: Self { Self("held", { $0.whole }) }
    public static var horizonDays: Self { Self("horizon_days", { $0.whole }) }
    public static var index: Self { Self("index", { $0.whole }) }
    public static var largest: Self { Self("largest", { $0.whole }) }
    public static var length: Self { Self("length", { $0.whole }) }
    public static var lengthStepMinutes: Self { Self("length_step_minutes", { $0.whole }) }
    public static var limit: Self { Self("limit", { $0.whole }) }
    public static var line: Self { Self("line", { $0.whole }) }
    public static var lists: Self { Self("lists", { $0.whole }) }
    public static var maxAgeSeconds: Self { Self("max_age_seconds", { $0.whole }) }
    public static var maxMinutes: Self { Self("max_minutes", { $0.whole }) }
    public static var maxNights: Self { Self("max_nights", { $0.whole }) }
    public static var minMinutes: Self { Self("min_minutes", { $0.whole }) }
    public static var minNights: Self { Self("min_nights", { $0.whole }) }
    public static var noticeMinutes: Self { Self("notice_minutes", { $0.whole }) }
    public static var occurrences: Self { Self("occurrences", { $0.whole }) }
    public static var people: Self { Self("people", { $0.whole }) }
    public static var references: Self { Self("references", { $0.whole }) }
    public static var releaseDays: Self { Self("release_days", { $0.whole }) }
    public static var remaining: Self { Self("remaining", { $0.whole }) }
    public static var requested: Self { Self("requested", { $0.whole }) }
    public static var required: Self { Self("required", { $0.whole }) }
    public static var retryAfterSeconds: Self { Self("retry_after_seconds", { $0.whole }) }
    public static var row: Self { Self("row", { $0.whole }) }
    public static var stepMinutes: Self { Self("step_minutes", { $0.whole }) }
    public static var units: Self { Self("units", { $0.whole }) }
    public static var unitsLeft: Self { Self("units_left", { $0.whole }) }
    public static var unknown: Self { Self("unknown", { $0.whole }) }
    public static var used: Self { Self("used", { $0.whole }) }
    public static var uses: Self { Self("uses", { $0.whole }) }
    public static var version: Self { Self("version", { $0.whole }) }
    public static var withinSeconds: Self { Self("within_seconds", { $0.whole }) }
}

extension Detail where Value == String {
    public static var base: Self { Self("base", { $0.typed() }) }
    public static var blocked: Self { Self("blocked", { $0.typed() }) }
    public static var booking: Self { Self("booking", { $0.typed() }) }
    public static var category: Self { Self("category", { $0.typed() }) }
    public static var check: Self { Self("check", { $0.typed() }) }
    public static var column: Self { Self("column", { $0.typed() }) }
    public static var counted: Self { Self("counted", { $0.typed() }) }
    public static var currency: Self { Self("currency", { $0.typed() }) }
    public static var cutOff: Self { Self("cut_off", { $0.typed() }) }
    public static var declared: Self { Self("declared", { $0.typed() }) }
    public static var entity: Self { Self("entity", { $0.typed() }) }
    public static var event: Self { Self("event", { $0.typed() }) }
    public static var expected: Self { Self("expected", { $0.typed() }) }
    public static var field: Self { Self("field", { $0.typed() }) }
    public static var file: Self { Self("file", { $0.typed() }) }
    public static var found: Self { Self("found", { $0.typed() }) }
    public static var `guard`: Self { Self("guard", { $0.typed() }) }
    public static var hold: Self { Self("hold", { $0.typed() }) }
    public static var id: Self { Self("id", { $0.typed() }) }
    public static var kind: Self { Self("kind", { $0.typed() }) }
    public static var lockout: Self { Self("lockout", { $0.typed() }) }
    public static var mergedInto: Self { Self("merged_into", { $0.typed() }) }
    public static var mode: Self { Self("mode", { $0.typed() }) }
    public static var name: Self { Self("name", { $0.typed() }) }
    public static var only: Self { Self("only", { $0.typed() }) }
    public static var options: Self { Self("options", { $0.typed() }) }
    public static var part: Self { Self("part", { $0.typed() }) }
    public static var permission: Self { Self("permission", { $0.typed() }) }
    public static var place: Self { Self("place", { $0.typed() }) }
    public static var policy: Self { Self("policy", { $0.typed() }) }
    public static var quota: Self { Self("quota", { $0.typed() }) }
    public static var quote: Self { Self("quote", { $0.typed() }) }
    public static var range: Self { Self("range", { $0.typed() }) }
    public static var reason: Self { Self("reason", { $0.typed() }) }
    public static var resource: Self { Self("resource", { $0.typed() }) }
    public static var rule: Self { Self("rule", { $0.typed() }) }
    public static var source: Self { Self("source", { $0.typed() }) }
    public static var state: Self { Self("state", { $0.typed() }) }
    public static var status: Self { Self("status", { $0.typed() }) }
    public static var template: Self { Self("template", { $0.typed() }) }
    public static var ticket: Self { Self("ticket", { $0.typed() }) }
    public static var time: Self { Self("time", { $0.typed() }) }
    public static var type: Self { Self("type", { $0.typed() }) }
    public static var virus: Self { Self("virus", { $0.typed() }) }
    public static var weekday: Self { Self("weekday", { $0.typed() }) }
    public static var with: Self { Self("with", { $0.typed() }) }
    public static var zone: Self { Self("zone", { $0.typed() }) }
}

extension Detail where Value == Time.DayRange {
    public static var bookingWindow: Self { Self("booking_window", { $0.typed() }) }
    public static var period: Self { Self("period", { $0.typed() }) }
    public static var valid: Self { Self("valid", { $0.typed() }) }
    public static var window: Self { Self("window", { $0.typed() }) }
}

extension Detail where Value == Time.Span {
    public static var span: Self { Self("span", { $0.typed() }) }
}

extension Detail where Value == [String] {
    public static var choices: Self { Self("choices", { $0.typed() }) }
    public static var cycle: Self { Self("cycle", { $0.typed() }) }
    public static var fields: Self { Self("fields", { $0.typed() }) }
    public static var known: Self { Self("known", { $0.typed() }) }
    public static var legal: Self { Self("legal", { $0.typed() }) }
    public static var metrics: Self { Self("metrics", { $0.typed() }) }
    public static var permissions: Self { Self("permissions", { $0.typed() }) }
    public static var reasons: Self { Self("reasons", { $0.typed() }) }
    public static var records: Self { Self("records", { $0.typed() }) }
    public static var states: Self { Self("states", { $0.typed() }) }
    public static var why: Self { Self("why", { $0.typed() }) }
}

extension Detail where Value == [Time.DayRange] {
    public static var days: Self { Self("days", { $0.days }) }
}

/// A rate list, checked and compiled: asked for prices as often as you like.
public final class RateList: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Rates.RateListDefinition) throws(RatebookError) {
        handle = try Handle(kind: 0, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 0, bytes: bytes)
    }

    /// Prices a request, with every line; or refuses it with every reason.
    public func price(_ request: Rates.PriceRequest) throws(RatebookError) -> Rates.Price {
        try Library.ask(52, handle, request)
    }

    /// `price` from JSON to JSON, both as they cross wires.
    public func priceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(52, handle, request)
    }

    /// The total alone: the fast way when nobody reads the lines.
    public func total(_ request: Rates.PriceRequest) throws(RatebookError) -> Money {
        try Library.ask(53, handle, request)
    }

    /// `total` from JSON to JSON, both as they cross wires.
    public func totalJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(53, handle, request)
    }

    /// Prices a request and tells the total in another currency, with the exchange rate and its time.
    public func priceIn(_ request: Rates.PriceInRequest) throws(RatebookError) -> Rates.PriceIn {
        try Library.ask(54, handle, request)
    }

    /// `priceIn` from JSON to JSON, both as they cross wires.
    public func priceInJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(54, handle, request)
    }

    /// The price in sentences, or every reason against it.
    public func explain(_ request: Rates.PriceRequest) throws(RatebookError) -> Rates.Explanation {
        try Library.ask(55, handle, request)
    }

    /// `explain` from JSON to JSON, both as they cross wires.
    public func explainJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(55, handle, request)
    }

    /// Prices many requests, one answer each; a bad request never spoils the others.
    public func quoteMany(_ request: Rates.QuoteManyRequest) throws(RatebookError) -> [Rates.Quoted] {
        try Library.ask(56, handle, request)
    }

    /// `quoteMany` from JSON to JSON, both as they cross wires.
    public func quoteManyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(56, handle, request)
    }

    /// The totals of many requests, one answer each: the fastest way to price a lot.
    public func totalMany(_ request: Rates.QuoteManyRequest) throws(RatebookError) -> [Rates.Totalled] {
        try Library.ask(57, handle, request)
    }

    /// `totalMany` from JSON to JSON, both as they cross wires.
    public func totalManyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(57, handle, request)
    }

    /// The total of every arrival day, length of stay and party.
    public func grid(_ request: Rates.GridRequest) throws(RatebookError) -> Rates.Grid {
        try Library.ask(58, handle, request)
    }

    /// `grid` from JSON to JSON, both as they cross wires.
    public func gridJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(58, handle, request)
    }

    /// The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again.
    public func pack(_ request: Rates.PackRequest) throws(RatebookError) -> Rates.Packed {
        try Library.ask(59, handle, request)
    }

    /// `pack` from JSON to JSON, both as they cross wires.
    public func packJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(59, handle, request)
    }
}

/// Several rate lists, checked and compiled, that answer together.
public final class RateLists: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Rates.RateListsDefinition) throws(RatebookError) {
        handle = try Handle(kind: 1, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 1, bytes: bytes)
    }

    /// The price of the cheapest list, with every other offer and refusal.
    public func cheapest(_ request: Rates.CheapestRequest) throws(RatebookError) -> Rates.Cheapest {
        try Library.ask(60, handle, request)
    }

    /// `cheapest` from JSON to JSON, both as they cross wires.
    public func cheapestJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(60, handle, request)
    }

    /// The one list that answers for a product: by priority, most specific product, newest version, id, in this order.
    public func select(_ request: Rates.SelectRequest) throws(RatebookError) -> Rates.Selection {
        try Library.ask(61, handle, request)
    }

    /// `select` from JSON to JSON, both as they cross wires.
    public func selectJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(61, handle, request)
    }

    /// Every pair of published lists of one supplier, service, destination and product whose days meet.
    public func overlaps(_ request: Rates.OverlapsRequest) throws(RatebookError) -> [Rates.Overlap] {
        try Library.ask(62, handle, request)
    }

    /// `overlaps` from JSON to JSON, both as they cross wires.
    public func overlapsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(62, handle, request)
    }

    /// The overlaps that a list would have, without saving it.
    public func validateDates(_ request: Rates.ValidateDatesRequest) throws(RatebookError) -> [Rates.Overlap] {
        try Library.ask(63, handle, request)
    }

    /// `validateDates` from JSON to JSON, both as they cross wires.
    public func validateDatesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(63, handle, request)
    }

    /// Prices the same requests under two lists: what would have changed, for each and in sum.
    public func simulate(_ request: Rates.SimulateRequest) throws(RatebookError) -> Rates.Simulation {
        try Library.ask(64, handle, request)
    }

    /// `simulate` from JSON to JSON, both as they cross wires.
    public func simulateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(64, handle, request)
    }

    /// One change over many lists as one set that can be looked at: all lists change or none.
    public func bulkUpdate(_ request: Rates.BulkUpdateRequest) throws(RatebookError) -> Rates.BulkUpdate {
        try Library.ask(65, handle, request)
    }

    /// `bulkUpdate` from JSON to JSON, both as they cross wires.
    public func bulkUpdateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(65, handle, request)
    }
}

/// A plan, checked: what its periods cost, and what changes in their midst do.
public final class Plan: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Plans.PlanDefinition) throws(RatebookError) {
        handle = try Handle(kind: 2, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 2, bytes: bytes)
    }

    /// What a period costs with its usage, line by line.
    public func charge(_ request: Plans.UsageRequest) throws(RatebookError) -> Plans.PlanBill {
        try Library.ask(66, handle, request)
    }

    /// `charge` from JSON to JSON, both as they cross wires.
    public func chargeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(66, handle, request)
    }

    /// The plan's billing periods, the anchor's day kept.
    public func periods(_ request: Plans.PlanPeriodsRequest) throws(RatebookError) -> [Plans.BillingPeriod] {
        try Library.ask(67, handle, request)
    }

    /// `periods` from JSON to JSON, both as they cross wires.
    public func periodsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(67, handle, request)
    }

    /// What a change in the midst of a period costs: credit and charge as separate lines.
    public func prorate(_ request: Plans.ProrateRequest) throws(RatebookError) -> Plans.Proration {
        try Library.ask(68, handle, request)
    }

    /// `prorate` from JSON to JSON, both as they cross wires.
    public func prorateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(68, handle, request)
    }
}

/// A cancellation policy, checked: what is charged and what goes back, by how long before the start.
public final class CancellationPolicy: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Cancellation.CancellationPolicyDefinition) throws(RatebookError) {
        handle = try Handle(kind: 3, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 3, bytes: bytes)
    }

    /// What a cancellation costs and what goes back, component by component.
    public func fee(_ request: Cancellation.CancellationRequest) throws(RatebookError) -> Cancellation.CancellationSettlement {
        try Library.ask(69, handle, request)
    }

    /// `fee` from JSON to JSON, both as they cross wires.
    public func feeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(69, handle, request)
    }

    /// Every deadline of a booking with what cancelling costs until then, as a guest is shown it.
    public func deadlines(_ request: Cancellation.CancellationDeadlinesRequest) throws(RatebookError) -> Cancellation.CancellationDeadlines {
        try Library.ask(70, handle, request)
    }

    /// `deadlines` from JSON to JSON, both as they cross wires.
    public func deadlinesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(70, handle, request)
    }
}

/// Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all.
public final class BookingCalendar: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: BookingCalendar.CalendarDefinition) throws(RatebookError) {
        handle = try Handle(kind: 4, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 4, bytes: bytes)
    }

    /// Is it free? If not, every reason, with the units left.
    public func check(_ request: BookingCalendar.CheckRequest) throws(RatebookError) -> BookingCalendar.Availability {
        try Library.ask(71, handle, request)
    }

    /// `check` from JSON to JSON, both as they cross wires.
    public func checkJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(71, handle, request)
    }

    /// Are several things free at once? One answer for all of them, with every reason.
    public func checkAll(_ request: BookingCalendar.CheckAllRequest) throws(RatebookError) -> BookingCalendar.Availability {
        try Library.ask(72, handle, request)
    }

    /// `checkAll` from JSON to JSON, both as they cross wires.
    public func checkAllJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(72, handle, request)
    }

    /// The first free time of each resource, the earliest first.
    public func nextFree(_ request: BookingCalendar.NextFreeRequest) throws(RatebookError) -> [BookingCalendar.FreeTime] {
        try Library.ask(73, handle, request)
    }

    /// `nextFree` from JSON to JSON, both as they cross wires.
    public func nextFreeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(73, handle, request)
    }

    /// The free starts of many resources, in local time.
    public func slots(_ request: BookingCalendar.SlotsRequest) throws(RatebookError) -> [BookingCalendar.ResourceSlots] {
        try Library.ask(74, handle, request)
    }

    /// `slots` from JSON to JSON, both as they cross wires.
    public func slotsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(74, handle, request)
    }

    /// The starts at which several things are free at once, with a resource for each of them.
    public func commonSlots(_ request: BookingCalendar.CommonSlotsRequest) throws(RatebookError) -> [BookingCalendar.CommonSlot] {
        try Library.ask(75, handle, request)
    }

    /// `commonSlots` from JSON to JSON, both as they cross wires.
    public func commonSlotsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(75, handle, request)
    }

    /// What a screen draws: a day, a week or a month of resources.
    public func view(_ request: BookingCalendar.ViewRequest) throws(RatebookError) -> [BookingCalendar.ResourceView] {
        try Library.ask(76, handle, request)
    }

    /// `view` from JSON to JSON, both as they cross wires.
    public func viewJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(76, handle, request)
    }

    /// Utilisation by day or week, gaps too short to sell, and pickup.
    public func occupancy(_ request: BookingCalendar.OccupancyRequest) throws(RatebookError) -> [BookingCalendar.ResourceOccupancy] {
        try Library.ask(77, handle, request)
    }

    /// `occupancy` from JSON to JSON, both as they cross wires.
    public func occupancyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(77, handle, request)
    }

    /// Who takes an appointment: free, able, and next by the rule.
    public func assign(_ request: BookingCalendar.AssignRequest) throws(RatebookError) -> BookingCalendar.Assigned {
        try Library.ask(78, handle, request)
    }

    /// `assign` from JSON to JSON, both as they cross wires.
    public func assignJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(78, handle, request)
    }

    /// Books one resource or several at once: all or none.
    public func book(_ request: BookingCalendar.BookRequest) throws(RatebookError) -> BookingCalendar.Booking {
        try Library.ask(79, handle, request)
    }

    /// `book` from JSON to JSON, both as they cross wires.
    public func bookJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(79, handle, request)
    }

    /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
    public func bookSeries(_ request: BookingCalendar.BookSeriesRequest) throws(RatebookError) -> BookingCalendar.BookedSeries {
        try Library.ask(80, handle, request)
    }

    /// `bookSeries` from JSON to JSON, both as they cross wires.
    public func bookSeriesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(80, handle, request)
    }

    /// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
    public func reschedule(_ request: BookingCalendar.RescheduleRequest) throws(RatebookError) -> BookingCalendar.Booking {
        try Library.ask(81, handle, request)
    }

    /// `reschedule` from JSON to JSON, both as they cross wires.
    public func rescheduleJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(81, handle, request)
    }

    /// Gives a booking up.
    public func cancel(_ request: BookingCalendar.CancelRequest) throws(RatebookError) -> BookingCalendar.Booking {
        try Library.ask(82, handle, request)
    }

    /// `cancel` from JSON to JSON, both as they cross wires.
    public func cancelJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(82, handle, request)
    }

    /// Holds one resource or several at once, until a moment. The same key again is the same hold.
    public func hold(_ request: BookingCalendar.HoldRequest) throws(RatebookError) -> BookingCalendar.Hold {
        try Library.ask(83, handle, request)
    }

    /// `hold` from JSON to JSON, both as they cross wires.
    public func holdJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(83, handle, request)
    }

    /// Makes a hold a booking; what it holds is checked again.
    public func confirm(_ request: BookingCalendar.ConfirmRequest) throws(RatebookError) -> BookingCalendar.Booking {
        try Library.ask(84, handle, request)
    }

    /// `confirm` from JSON to JSON, both as they cross wires.
    public func confirmJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(84, handle, request)
    }

    /// Gives a hold up.
    public func release(_ request: BookingCalendar.ReleaseRequest) throws(RatebookError) -> BookingCalendar.Hold {
        try Library.ask(85, handle, request)
    }

    /// `release` from JSON to JSON, both as they cross wires.
    public func releaseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(85, handle, request)
    }

    /// Lets a hold expire later.
    public func extend(_ request: BookingCalendar.ExtendRequest) throws(RatebookError) -> BookingCalendar.Hold {
        try Library.ask(86, handle, request)
    }

    /// `extend` from JSON to JSON, both as they cross wires.
    public func extendJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(86, handle, request)
    }

    /// Drops every hold that has expired, and tells which.
    public func expire(_ request: BookingCalendar.ExpireRequest) throws(RatebookError) -> [BookingCalendar.Hold] {
        try Library.ask(87, handle, request)
    }

    /// `expire` from JSON to JSON, both as they cross wires.
    public func expireJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(87, handle, request)
    }

    /// Blocks time, whatever is booked in it.
    public func block(_ request: BookingCalendar.BlockRequest) throws(RatebookError) -> BookingCalendar.Blocked {
        try Library.ask(88, handle, request)
    }

    /// `block` from JSON to JSON, both as they cross wires.
    public func blockJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(88, handle, request)
    }

    /// Makes blocked time free again.
    public func unblock(_ request: BookingCalendar.UnblockRequest) throws(RatebookError) -> BookingCalendar.Blocked {
        try Library.ask(89, handle, request)
    }

    /// `unblock` from JSON to JSON, both as they cross wires.
    public func unblockJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(89, handle, request)
    }

    /// Many commands, one after the other, each for itself.
    public func apply(_ request: BookingCalendar.ApplyRequest) throws(RatebookError) -> [BookingCalendar.AppliedCommand] {
        try Library.ask(90, handle, request)
    }

    /// `apply` from JSON to JSON, both as they cross wires.
    public func applyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(90, handle, request)
    }

    /// Takes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing.
    public func applyRows(_ request: BookingCalendar.ApplyRowsRequest) throws(RatebookError) -> BookingCalendar.AppliedRows {
        try Library.ask(91, handle, request)
    }

    /// `applyRows` from JSON to JSON, both as they cross wires.
    public func applyRowsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(91, handle, request)
    }

    /// Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.
    public func merge(_ request: BookingCalendar.MergeRequest) throws(RatebookError) -> [BookingCalendar.MergedCommand] {
        try Library.ask(92, handle, request)
    }

    /// `merge` from JSON to JSON, both as they cross wires.
    public func mergeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(92, handle, request)
    }

    /// Everything as a definition, from which it loads again.
    public func snapshot(_ request: BookingCalendar.SnapshotRequest) throws(RatebookError) -> BookingCalendar.CalendarDefinition {
        try Library.ask(93, handle, request)
    }

    /// `snapshot` from JSON to JSON, both as they cross wires.
    public func snapshotJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(93, handle, request)
    }
}

/// A machine, checked and compiled to a table: what may happen next.
public final class Machine: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Flow.MachineDefinition) throws(RatebookError) {
        handle = try Handle(kind: 5, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 5, bytes: bytes)
    }

    /// Begins an instance in the initial state.
    public func start(_ request: Flow.StartRequest) throws(RatebookError) -> Flow.MachineFired {
        try Library.ask(94, handle, request)
    }

    /// `start` from JSON to JSON, both as they cross wires.
    public func startJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(94, handle, request)
    }

    /// What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.
    public func fire(_ request: Flow.FireRequest) throws(RatebookError) -> Flow.MachineFired {
        try Library.ask(95, handle, request)
    }

    /// `fire` from JSON to JSON, both as they cross wires.
    public func fireJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(95, handle, request)
    }

    /// Many events of many instances, one after the other, each for itself.
    public func fireAll(_ request: Flow.FireAllRequest) throws(RatebookError) -> [Flow.MachineAttempt] {
        try Library.ask(96, handle, request)
    }

    /// `fireAll` from JSON to JSON, both as they cross wires.
    public func fireAllJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(96, handle, request)
    }

    /// Where an event leads, by names alone: who may and what must be given is not asked.
    public func step(_ request: Flow.StepRequest) throws(RatebookError) -> Flow.MachineStep {
        try Library.ask(97, handle, request)
    }

    /// `step` from JSON to JSON, both as they cross wires.
    public func stepJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(97, handle, request)
    }

    /// Every event: whether it may happen now, and why not.
    public func allowed(_ request: Flow.AllowedRequest) throws(RatebookError) -> [Flow.MachineChoice] {
        try Library.ask(98, handle, request)
    }

    /// `allowed` from JSON to JSON, both as they cross wires.
    public func allowedJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(98, handle, request)
    }

    /// The events whose timers have run out, and when to ask again.
    public func due(_ request: Flow.DueRequest) throws(RatebookError) -> Flow.MachineTimers {
        try Library.ask(99, handle, request)
    }

    /// `due` from JSON to JSON, both as they cross wires.
    public func dueJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(99, handle, request)
    }

    /// The instance that a history leads to, each record checked.
    public func replay(_ request: Flow.ReplayRequest) throws(RatebookError) -> Flow.MachineInstance {
        try Library.ask(100, handle, request)
    }

    /// `replay` from JSON to JSON, both as they cross wires.
    public func replayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(100, handle, request)
    }

    /// The machine as a picture in Mermaid or DOT, with the present state marked.
    public func diagram(_ request: Flow.DiagramRequest) throws(RatebookError) -> String {
        try Library.ask(101, handle, request)
    }

    /// `diagram` from JSON to JSON, both as they cross wires.
    public func diagramJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(101, handle, request)
    }

    /// The shortest path of events to each state.
    public func paths(_ request: Flow.PathsRequest) throws(RatebookError) -> [Flow.MachinePath] {
        try Library.ask(102, handle, request)
    }

    /// `paths` from JSON to JSON, both as they cross wires.
    public func pathsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(102, handle, request)
    }
}

/// Deadlines, escalation and compliance by one policy, checked and compiled.
public final class DeadlinePolicy: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Deadlines.DeadlinePolicyDefinition) throws(RatebookError) {
        handle = try Handle(kind: 6, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 6, bytes: bytes)
    }

    /// Where a case stands: every deadline, what is left of it, and who has to be told.
    public func track(_ request: Deadlines.DeadlineTrackRequest) throws(RatebookError) -> Deadlines.TrackedDeadlines {
        try Library.ask(103, handle, request)
    }

    /// `track` from JSON to JSON, both as they cross wires.
    public func trackJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(103, handle, request)
    }

    /// How well deadlines were kept over a period, by target, priority and agent.
    public func compliance(_ request: Deadlines.DeadlineComplianceRequest) throws(RatebookError) -> [Deadlines.DeadlineFigures] {
        try Library.ask(104, handle, request)
    }

    /// `compliance` from JSON to JSON, both as they cross wires.
    public func complianceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(104, handle, request)
    }
}

/// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
public final class Tenant: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Tenancy.TenantDefinition) throws(RatebookError) {
        handle = try Handle(kind: 7, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 7, bytes: bytes)
    }

    /// The tenant's settings, defaults included.
    public func settings(_ request: Tenancy.SettingsRequest) throws(RatebookError) -> Tenancy.TenantSettings {
        try Library.ask(105, handle, request)
    }

    /// `settings` from JSON to JSON, both as they cross wires.
    public func settingsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(105, handle, request)
    }

    /// How the tenant stands, what that allows, and what it may become; or how it would stand after such a change.
    public func standing(_ request: Tenancy.StandingRequest) throws(RatebookError) -> Tenancy.TenantStanding {
        try Library.ask(106, handle, request)
    }

    /// `standing` from JSON to JSON, both as they cross wires.
    public func standingJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(106, handle, request)
    }

    /// Whether somebody may do something with a record, through what, or what they lack.
    public func may(_ request: Tenancy.MayRequest) throws(RatebookError) -> Tenancy.AccessVerdict {
        try Library.ask(107, handle, request)
    }

    /// `may` from JSON to JSON, both as they cross wires.
    public func mayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(107, handle, request)
    }

    /// Every permission that somebody holds on all records, in order of name.
    public func permissions(_ request: Tenancy.AccessActor) throws(RatebookError) -> [String] {
        try Library.ask(108, handle, request)
    }

    /// `permissions` from JSON to JSON, both as they cross wires.
    public func permissionsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(108, handle, request)
    }

    /// A record without what somebody may not see.
    public func mask(_ request: Tenancy.MaskRequest) throws(RatebookError) -> Tenancy.MaskedRecord {
        try Library.ask(109, handle, request)
    }

    /// `mask` from JSON to JSON, both as they cross wires.
    public func maskJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(109, handle, request)
    }

    /// Whether a feature is on, and why.
    public func flag(_ request: Tenancy.FlagRequest) throws(RatebookError) -> Tenancy.FlagAnswer {
        try Library.ask(110, handle, request)
    }

    /// `flag` from JSON to JSON, both as they cross wires.
    public func flagJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(110, handle, request)
    }

    /// Every feature, for one subject.
    public func flags(_ request: Tenancy.FlagSubject) throws(RatebookError) -> [Tenancy.FlagAnswer] {
        try Library.ask(111, handle, request)
    }

    /// `flags` from JSON to JSON, both as they cross wires.
    public func flagsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(111, handle, request)
    }

    /// Checks and normalises the custom values and tags of one thing.
    public func checkFields(_ request: Tenancy.CheckFieldsRequest) throws(RatebookError) -> Tenancy.CheckedFields {
        try Library.ask(112, handle, request)
    }

    /// `checkFields` from JSON to JSON, both as they cross wires.
    public func checkFieldsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(112, handle, request)
    }

    /// What every policy says about a change, and what follows.
    public func checkPolicies(_ request: Tenancy.CheckPoliciesRequest) throws(RatebookError) -> Tenancy.PolicyDecision {
        try Library.ask(113, handle, request)
    }

    /// `checkPolicies` from JSON to JSON, both as they cross wires.
    public func checkPoliciesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(113, handle, request)
    }
}

/// Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves.
public final class Automation: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Records.AutomationDefinition) throws(RatebookError) {
        handle = try Handle(kind: 8, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 8, bytes: bytes)
    }

    /// What is to be done when something happens, by which rules, and why the others did not run.
    public func run(_ request: Automation.AutomationRequest) throws(RatebookError) -> Automation.AutomationRun {
        try Library.ask(114, handle, request)
    }

    /// `run` from JSON to JSON, both as they cross wires.
    public func runJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(114, handle, request)
    }
}

/// When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours.
public final class ContactPlan: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Contacts.ContactPlanDefinition) throws(RatebookError) {
        handle = try Handle(kind: 9, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 9, bytes: bytes)
    }

    /// What is to be sent now, what waits until when, what is not sent and why, and when to ask again.
    public func due(_ request: Contacts.ContactsDueRequest) throws(RatebookError) -> Contacts.ContactsDue {
        try Library.ask(115, handle, request)
    }

    /// `due` from JSON to JSON, both as they cross wires.
    public func dueJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(115, handle, request)
    }
}

/// A back office as data, checked and compiled: what is kept, who may, and what lists answer.
public final class Pack: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Records.PackDefinition) throws(RatebookError) {
        handle = try Handle(kind: 10, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 10, bytes: bytes)
    }

    /// Which of the records at hand a list would answer, in its order and as the actor may see them.
    public func matches(_ request: Records.MatchesRequest) throws(RatebookError) -> Records.Matched {
        try Library.ask(116, handle, request)
    }

    /// `matches` from JSON to JSON, both as they cross wires.
    public func matchesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(116, handle, request)
    }

    /// A question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason.
    public func query(_ request: Records.RecordQuery) throws(RatebookError) -> Records.PlannedQuery {
        try Library.ask(117, handle, request)
    }

    /// `query` from JSON to JSON, both as they cross wires.
    public func queryJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(117, handle, request)
    }

    /// What becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be.
    public func check(_ request: Records.RecordCheckRequest) throws(RatebookError) -> Records.CheckedRecord {
        try Library.ask(118, handle, request)
    }

    /// `check` from JSON to JSON, both as they cross wires.
    public func checkJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(118, handle, request)
    }

    /// That nothing of what was looked up stands against a change or a deletion; or every reason why something does.
    public func lookUps(_ request: Records.LookUpsRequest) throws(RatebookError) -> Bool {
        try Library.ask(119, handle, request)
    }

    /// `lookUps` from JSON to JSON, both as they cross wires.
    public func lookUpsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(119, handle, request)
    }

    /// What becomes of a record that is deleted, and which fields may link to it.
    public func delete(_ request: Records.RecordDeleteRequest) throws(RatebookError) -> Records.DeletedRecord {
        try Library.ask(120, handle, request)
    }

    /// `delete` from JSON to JSON, both as they cross wires.
    public func deleteJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(120, handle, request)
    }

    /// What becomes of a record that was deleted softly and is brought back.
    public func restore(_ request: Records.RecordDeleteRequest) throws(RatebookError) -> Records.RestoredRecord {
        try Library.ask(121, handle, request)
    }

    /// `restore` from JSON to JSON, both as they cross wires.
    public func restoreJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(121, handle, request)
    }

    /// That the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place.
    public func carriedOut(_ request: Records.CarriedOutRequest) throws(RatebookError) -> Bool {
        try Library.ask(122, handle, request)
    }

    /// `carriedOut` from JSON to JSON, both as they cross wires.
    public func carriedOutJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(122, handle, request)
    }

    /// What becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it.
    public func merge(_ request: Records.RecordMergeRequest) throws(RatebookError) -> Records.MergedRecord {
        try Library.ask(123, handle, request)
    }

    /// `merge` from JSON to JSON, both as they cross wires.
    public func mergeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(123, handle, request)
    }

    /// What an event of its machine does to a record: rights, fields, conditions and stamps in one question.
    public func fire(_ request: Records.RecordFireRequest) throws(RatebookError) -> Records.FiredRecord {
        try Library.ask(124, handle, request)
    }

    /// `fire` from JSON to JSON, both as they cross wires.
    public func fireJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(124, handle, request)
    }

    /// What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow.
    public func lapse(_ request: Records.RecordLapseRequest) throws(RatebookError) -> Records.LapsedRecord {
        try Library.ask(125, handle, request)
    }

    /// `lapse` from JSON to JSON, both as they cross wires.
    public func lapseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(125, handle, request)
    }

    /// A record without what somebody may not see.
    public func mask(_ request: Records.RecordMaskRequest) throws(RatebookError) -> Records.VisibleRecord {
        try Library.ask(126, handle, request)
    }

    /// `mask` from JSON to JSON, both as they cross wires.
    public func maskJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(126, handle, request)
    }

    /// What a screen needs for a record: fields in groups, each with its rules, and what may happen.
    public func form(_ request: Records.RecordFormRequest) throws(RatebookError) -> Records.RecordForm {
        try Library.ask(127, handle, request)
    }

    /// `form` from JSON to JSON, both as they cross wires.
    public func formJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(127, handle, request)
    }

    /// What the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records.
    public func screens(_ request: Records.PackScreensRequest) throws(RatebookError) -> [Records.EntityScreen] {
        try Library.ask(128, handle, request)
    }

    /// `screens` from JSON to JSON, both as they cross wires.
    public func screensJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(128, handle, request)
    }

    /// The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it.
    public func settings(_ request: Records.PackSettingsRequest) throws(RatebookError) -> Records.PackSettings {
        try Library.ask(129, handle, request)
    }

    /// `settings` from JSON to JSON, both as they cross wires.
    public func settingsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(129, handle, request)
    }

    /// The views of the pack that somebody may see, each as far as they may see it.
    public func views(_ request: Records.PackViewsRequest) throws(RatebookError) -> [Records.PackView] {
        try Library.ask(130, handle, request)
    }

    /// `views` from JSON to JSON, both as they cross wires.
    public func viewsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(130, handle, request)
    }

    /// What a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures.
    public func view(_ request: Records.PackViewRequest) throws(RatebookError) -> Records.PlannedView {
        try Library.ask(131, handle, request)
    }

    /// `view` from JSON to JSON, both as they cross wires.
    public func viewJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(131, handle, request)
    }

    /// What tells two images of a record apart, field by field.
    public func diff(_ request: Records.RecordDiffRequest) throws(RatebookError) -> [Records.RecordChange] {
        try Library.ask(132, handle, request)
    }

    /// `diff` from JSON to JSON, both as they cross wires.
    public func diffJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(132, handle, request)
    }

    /// What the rules of the pack do when something has happened to a record.
    public func automate(_ request: Records.RecordAutomationRequest) throws(RatebookError) -> Automation.AutomationRun {
        try Library.ask(133, handle, request)
    }

    /// `automate` from JSON to JSON, both as they cross wires.
    public func automateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(133, handle, request)
    }

    /// What is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next.
    public func contacts(_ request: Records.RecordContactsRequest) throws(RatebookError) -> Records.RecordContacts {
        try Library.ask(134, handle, request)
    }

    /// `contacts` from JSON to JSON, both as they cross wires.
    public func contactsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(134, handle, request)
    }

    /// What happened to a record, as far as somebody may see it now.
    public func history(_ request: Records.RecordHistoryRequest) throws(RatebookError) -> [Records.HistoryEntry] {
        try Library.ask(135, handle, request)
    }

    /// `history` from JSON to JSON, both as they cross wires.
    public func historyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(135, handle, request)
    }

    /// What somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards.
    public func notice(_ request: Records.RecordNoticeRequest) throws(RatebookError) -> Records.RecordNotice {
        try Library.ask(136, handle, request)
    }

    /// `notice` from JSON to JSON, both as they cross wires.
    public func noticeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(136, handle, request)
    }

    /// The tables in which its records are kept.
    public func schema(_ request: Records.SchemaRequest) throws(RatebookError) -> Records.PackSchema {
        try Library.ask(137, handle, request)
    }

    /// `schema` from JSON to JSON, both as they cross wires.
    public func schemaJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(137, handle, request)
    }

    /// What has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost.
    public func plan(_ request: Records.MigrationRequest) throws(RatebookError) -> Records.Migration {
        try Library.ask(138, handle, request)
    }

    /// `plan` from JSON to JSON, both as they cross wires.
    public func planJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(138, handle, request)
    }

    /// How its records are asked over HTTP, as OpenAPI 3.1.
    public func openapi(_ request: Records.OpenApiRequest) throws(RatebookError) -> Records.OpenApi {
        try Library.ask(139, handle, request)
    }

    /// `openapi` from JSON to JSON, both as they cross wires.
    public func openapiJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(139, handle, request)
    }
}

/// A calendar and its prices: what a search page asks.
public final class Storefront: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: Storefront.StorefrontDefinition) throws(RatebookError) {
        handle = try Handle(kind: 11, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 11, bytes: bytes)
    }

    /// What is free and at which price, cheapest first, with the reasons of what is not offered.
    public func availabilityAndPrice(_ request: Storefront.AvailabilityAndPriceRequest) throws(RatebookError) -> Storefront.Found {
        try Library.ask(140, handle, request)
    }

    /// `availabilityAndPrice` from JSON to JSON, both as they cross wires.
    public func availabilityAndPriceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(140, handle, request)
    }

    /// Many commands to the calendar, one after the other, each for itself.
    public func apply(_ request: BookingCalendar.ApplyRequest) throws(RatebookError) -> [BookingCalendar.AppliedCommand] {
        try Library.ask(141, handle, request)
    }

    /// `apply` from JSON to JSON, both as they cross wires.
    public func applyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(141, handle, request)
    }

    /// The calendar as it is now, as a definition.
    public func snapshot(_ request: BookingCalendar.SnapshotRequest) throws(RatebookError) -> BookingCalendar.CalendarDefinition {
        try Library.ask(142, handle, request)
    }

    /// `snapshot` from JSON to JSON, both as they cross wires.
    public func snapshotJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(142, handle, request)
    }
}

/// The plain functions of `engine`.
public enum Engine {

    /// The catalogue of every code that an error can carry.
    public static func codes(_ request: Engine.CodesRequest) throws(RatebookError) -> [Engine.CodeEntry] {
        try Library.ask(0, nil, request)
    }

    /// `codes` from JSON to JSON, both as they cross wires.
    public static func codesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(0, nil, request)
    }

    /// Tells a guest what is wrong, in one of five languages.
    public static func message(_ request: Engine.MessageRequest) throws(RatebookError) -> Engine.GuestMessage {
        try Library.ask(1, nil, request)
    }

    /// `message` from JSON to JSON, both as they cross wires.
    public static func messageJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(1, nil, request)
    }
}

/// The plain functions of `expression`.
public enum Expressions {

    /// Reads, types and evaluates an expression.
    public static func evaluate(_ request: Expressions.EvaluateRequest) throws(RatebookError) -> Expressions.Evaluated {
        try Library.ask(2, nil, request)
    }

    /// `evaluate` from JSON to JSON, both as they cross wires.
    public static func evaluateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(2, nil, request)
    }

    /// Reads and types an expression: the type of its value, the names it looks at, its canonical form.
    public static func check(_ request: Expressions.ExpressionCheckRequest) throws(RatebookError) -> Expressions.ExpressionChecked {
        try Library.ask(3, nil, request)
    }

    /// `check` from JSON to JSON, both as they cross wires.
    public static func checkJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(3, nil, request)
    }
}

extension Money {

    /// Rounds an amount to a minor unit, a cash step or any other.
    public static func round(_ request: Money.RoundRequest) throws(RatebookError) -> Money {
        try Library.ask(4, nil, request)
    }

    /// `round` from JSON to JSON, both as they cross wires.
    public static func roundJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(4, nil, request)
    }

    /// Shares an amount out by weights or in equal parts that add up to it exactly.
    public static func allocate(_ request: Money.AllocateRequest) throws(RatebookError) -> [Money] {
        try Library.ask(5, nil, request)
    }

    /// `allocate` from JSON to JSON, both as they cross wires.
    public static func allocateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(5, nil, request)
    }

    /// Adds amounts of one currency up, exactly.
    public static func sum(_ request: Money.SumRequest) throws(RatebookError) -> Money {
        try Library.ask(6, nil, request)
    }

    /// `sum` from JSON to JSON, both as they cross wires.
    public static func sumJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(6, nil, request)
    }

    /// Converts an amount by a table of exchange rates and tells which rate was used.
    public static func convert(_ request: Money.ConvertRequest) throws(RatebookError) -> Money.Conversion {
        try Library.ask(7, nil, request)
    }

    /// `convert` from JSON to JSON, both as they cross wires.
    public static func convertJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(7, nil, request)
    }

    /// Looks a table of exchange rates over: every row that cannot be used, and why.
    public static func checkRates(_ request: Money.CheckRatesRequest) throws(RatebookError) -> Money.RatesChecked {
        try Library.ask(8, nil, request)
    }

    /// `checkRates` from JSON to JSON, both as they cross wires.
    public static func checkRatesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(8, nil, request)
    }

    /// The facts of one currency: number, name, minor unit, digits shown, cash step.
    public static func currency(_ request: Money.CurrencyRequest) throws(RatebookError) -> Money.CurrencyFacts {
        try Library.ask(9, nil, request)
    }

    /// `currency` from JSON to JSON, both as they cross wires.
    public static func currencyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(9, nil, request)
    }

    /// The facts of every currency.
    public static func currencies(_ request: Money.CurrenciesRequest) throws(RatebookError) -> [Money.CurrencyFacts] {
        try Library.ask(10, nil, request)
    }

    /// `currencies` from JSON to JSON, both as they cross wires.
    public static func currenciesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(10, nil, request)
    }

    /// Counts an amount in the units of a payment gateway.
    public static func toGateway(_ request: Money.ToGatewayRequest) throws(RatebookError) -> Money.GatewayAmount {
        try Library.ask(11, nil, request)
    }

    /// `toGateway` from JSON to JSON, both as they cross wires.
    public static func toGatewayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(11, nil, request)
    }

    /// The amount that a payment gateway's units are.
    public static func fromGateway(_ request: Money.FromGatewayRequest) throws(RatebookError) -> Money {
        try Library.ask(12, nil, request)
    }

    /// `fromGateway` from JSON to JSON, both as they cross wires.
    public static func fromGatewayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(12, nil, request)
    }

    /// Writes an amount as a language and place do.
    public static func format(_ request: Money.FormatRequest) throws(RatebookError) -> String {
        try Library.ask(13, nil, request)
    }

    /// `format` from JSON to JSON, both as they cross wires.
    public static func formatJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(13, nil, request)
    }

    /// Reads an amount as a language and place write it.
    public static func parse(_ request: Money.ParseRequest) throws(RatebookError) -> Money {
        try Library.ask(14, nil, request)
    }

    /// `parse` from JSON to JSON, both as they cross wires.
    public static func parseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(14, nil, request)
    }
}

/// The plain functions of `time`.
public enum Time {

    /// What is known of a day.
    public static func day(_ request: Time.DayRequest) throws(RatebookError) -> Time.DayFacts {
        try Library.ask(15, nil, request)
    }

    /// `day` from JSON to JSON, both as they cross wires.
    public static func dayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(15, nil, request)
    }

    /// The same day of another month, or the month's last day when it has none.
    public static func addMonths(_ request: Time.AddMonthsRequest) throws(RatebookError) -> Day {
        try Library.ask(16, nil, request)
    }

    /// `addMonths` from JSON to JSON, both as they cross wires.
    public static func addMonthsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(16, nil, request)
    }

    /// How old someone is on a day.
    public static func age(_ request: Time.AgeRequest) throws(RatebookError) -> Int {
        try Library.ask(17, nil, request)
    }

    /// `age` from JSON to JSON, both as they cross wires.
    public static func ageJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(17, nil, request)
    }

    /// The moment at which clocks show a time.
    public static func toInstant(_ request: Time.ToInstantRequest) throws(RatebookError) -> Time.WallTime {
        try Library.ask(18, nil, request)
    }

    /// `toInstant` from JSON to JSON, both as they cross wires.
    public static func toInstantJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(18, nil, request)
    }

    /// What clocks show at a moment.
    public static func toLocal(_ request: Time.ToLocalRequest) throws(RatebookError) -> Time.LocalTime {
        try Library.ask(19, nil, request)
    }

    /// `toLocal` from JSON to JSON, both as they cross wires.
    public static func toLocalJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(19, nil, request)
    }

    /// How many seconds a day has.
    public static func dayLength(_ request: Time.DayLengthRequest) throws(RatebookError) -> Int {
        try Library.ask(20, nil, request)
    }

    /// `dayLength` from JSON to JSON, both as they cross wires.
    public static func dayLengthJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(20, nil, request)
    }

    /// Which release of the IANA zone database is inside.
    public static func zoneDatabase(_ request: Time.ZoneDatabaseRequest) throws(RatebookError) -> Time.ZoneDatabase {
        try Library.ask(21, nil, request)
    }

    /// `zoneDatabase` from JSON to JSON, both as they cross wires.
    public static func zoneDatabaseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(21, nil, request)
    }

    /// The moments at which clocks change in a stretch of time.
    public static func clockChanges(_ request: Time.ClockChangesRequest) throws(RatebookError) -> [Instant] {
        try Library.ask(22, nil, request)
    }

    /// `clockChanges` from JSON to JSON, both as they cross wires.
    public static func clockChangesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(22, nil, request)
    }

    /// The open stretches of days.
    public static func openSpans(_ request: Time.OpenSpansRequest) throws(RatebookError) -> [Time.Span] {
        try Library.ask(23, nil, request)
    }

    /// `openSpans` from JSON to JSON, both as they cross wires.
    public static func openSpansJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(23, nil, request)
    }

    /// Whether it is open at a moment.
    public static func isOpen(_ request: Time.IsOpenRequest) throws(RatebookError) -> Bool {
        try Library.ask(24, nil, request)
    }

    /// `isOpen` from JSON to JSON, both as they cross wires.
    public static func isOpenJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(24, nil, request)
    }

    /// How many seconds of a stretch of time are open.
    public static func openTime(_ request: Time.OpenTimeRequest) throws(RatebookError) -> Int {
        try Library.ask(25, nil, request)
    }

    /// `openTime` from JSON to JSON, both as they cross wires.
    public static func openTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(25, nil, request)
    }

    /// The business day so many business days away.
    public static func addBusinessDays(_ request: Time.AddBusinessDaysRequest) throws(RatebookError) -> Day {
        try Library.ask(26, nil, request)
    }

    /// `addBusinessDays` from JSON to JSON, both as they cross wires.
    public static func addBusinessDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(26, nil, request)
    }

    /// How many business days lie in a range.
    public static func businessDays(_ request: Time.BusinessDaysRequest) throws(RatebookError) -> Int {
        try Library.ask(27, nil, request)
    }

    /// `businessDays` from JSON to JSON, both as they cross wires.
    public static func businessDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(27, nil, request)
    }

    /// The moment at which so much business time has passed.
    public static func addBusinessTime(_ request: Time.AddBusinessTimeRequest) throws(RatebookError) -> Instant {
        try Library.ask(28, nil, request)
    }

    /// `addBusinessTime` from JSON to JSON, both as they cross wires.
    public static func addBusinessTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(28, nil, request)
    }

    /// How many seconds of business time a stretch holds.
    public static func businessTime(_ request: Time.BusinessTimeRequest) throws(RatebookError) -> Int {
        try Library.ask(29, nil, request)
    }

    /// `businessTime` from JSON to JSON, both as they cross wires.
    public static func businessTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(29, nil, request)
    }

    /// Billing periods, the anchor's day kept.
    public static func periods(_ request: Time.PeriodsRequest) throws(RatebookError) -> [Time.DayRange] {
        try Library.ask(30, nil, request)
    }

    /// `periods` from JSON to JSON, both as they cross wires.
    public static func periodsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(30, nil, request)
    }

    /// The billing period that holds a day.
    public static func periodOf(_ request: Time.PeriodOfRequest) throws(RatebookError) -> Time.NumberedPeriod {
        try Library.ask(31, nil, request)
    }

    /// `periodOf` from JSON to JSON, both as they cross wires.
    public static func periodOfJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(31, nil, request)
    }

    /// The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.
    public static func occurrences(_ request: Time.OccurrencesRequest) throws(RatebookError) -> [Time.Occurrence] {
        try Library.ask(32, nil, request)
    }

    /// `occurrences` from JSON to JSON, both as they cross wires.
    public static func occurrencesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(32, nil, request)
    }

    /// The next moments of a line of cron by the clocks of a zone.
    public static func cron(_ request: Time.CronRequest) throws(RatebookError) -> [Instant] {
        try Library.ask(33, nil, request)
    }

    /// `cron` from JSON to JSON, both as they cross wires.
    public static func cronJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(33, nil, request)
    }
}

/// The plain functions of `flow`.
public enum Flow {

    /// The machines that come with the engine, to be used as they are or changed.
    public static func machines(_ request: Flow.MachinesRequest) throws(RatebookError) -> [Flow.MachineDefinition] {
        try Library.ask(34, nil, request)
    }

    /// `machines` from JSON to JSON, both as they cross wires.
    public static func machinesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(34, nil, request)
    }

    /// When a failed attempt is followed by the next one: listed or growing delays, with jitter.
    public static func retry(_ request: Flow.RetryRequest) throws(RatebookError) -> Flow.NextAttempt {
        try Library.ask(37, nil, request)
    }

    /// `retry` from JSON to JSON, both as they cross wires.
    public static func retryJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(37, nil, request)
    }

    /// Follows a figure: an alert that opens once, stays open and clears.
    public static func alert(_ request: Flow.AlertRequest) throws(RatebookError) -> Flow.Alerted {
        try Library.ask(38, nil, request)
    }

    /// `alert` from JSON to JSON, both as they cross wires.
    public static func alertJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(38, nil, request)
    }
}

/// The plain functions of `tenancy`.
public enum Tenancy {

    /// A name as part of an address, unlike those that are taken.
    public static func slug(_ request: Tenancy.SlugRequest) throws(RatebookError) -> String {
        try Library.ask(35, nil, request)
    }

    /// `slug` from JSON to JSON, both as they cross wires.
    public static func slugJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(35, nil, request)
    }
}

/// The plain functions of `assignment`.
public enum Assignment {

    /// Chooses who takes something: in turns, by load, by skill, or by name.
    public static func choose(_ request: Assignment.ChooseRequest) throws(RatebookError) -> Assignment.AssignmentChoice {
        try Library.ask(36, nil, request)
    }

    /// `choose` from JSON to JSON, both as they cross wires.
    public static func chooseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(36, nil, request)
    }
}

/// The plain functions of `rates`.
public enum Rates {

    /// Checks a new list, gives it a code when it has none, and makes it a draft.
    public static func create(_ request: Rates.CreateListRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(39, nil, request)
    }

    /// `create` from JSON to JSON, both as they cross wires.
    public static func createJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(39, nil, request)
    }

    /// Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.
    public static func publish(_ request: Rates.PublishRequest) throws(RatebookError) -> Rates.Published {
        try Library.ask(40, nil, request)
    }

    /// `publish` from JSON to JSON, both as they cross wires.
    public static func publishJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(40, nil, request)
    }

    /// Makes a published list a draft again, when nothing refers to it.
    public static func unpublish(_ request: Rates.UnpublishRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(41, nil, request)
    }

    /// `unpublish` from JSON to JSON, both as they cross wires.
    public static func unpublishJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(41, nil, request)
    }

    /// Archives a draft or a published list.
    public static func archive(_ request: Rates.ListRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(42, nil, request)
    }

    /// `archive` from JSON to JSON, both as they cross wires.
    public static func archiveJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(42, nil, request)
    }

    /// Checks a change to a list: only drafts change, and not their code, version or parent.
    public static func edit(_ request: Rates.EditRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(43, nil, request)
    }

    /// `edit` from JSON to JSON, both as they cross wires.
    public static func editJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(43, nil, request)
    }

    /// Makes the next version of a list, as a draft that refers to it.
    public static func cloneList(_ request: Rates.CloneRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(44, nil, request)
    }

    /// `cloneList` from JSON to JSON, both as they cross wires.
    public static func cloneListJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(44, nil, request)
    }

    /// Adds a blackout and tells which bookings lie in it.
    public static func addBlackout(_ request: Rates.AddBlackoutRequest) throws(RatebookError) -> Rates.BlackoutAdded {
        try Library.ask(45, nil, request)
    }

    /// `addBlackout` from JSON to JSON, both as they cross wires.
    public static func addBlackoutJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(45, nil, request)
    }

    /// Sells days again: blackouts lose them and keep the rest.
    public static func removeBlackout(_ request: Rates.RemoveBlackoutRequest) throws(RatebookError) -> Rates.RateListDefinition {
        try Library.ask(46, nil, request)
    }

    /// `removeBlackout` from JSON to JSON, both as they cross wires.
    public static func removeBlackoutJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(46, nil, request)
    }

    /// The taxes of a place of supply, as a rate list would apply them.
    public static func taxesFor(_ request: Rates.TaxesForRequest) throws(RatebookError) -> [Rates.Tax] {
        try Library.ask(48, nil, request)
    }

    /// `taxesFor` from JSON to JSON, both as they cross wires.
    public static func taxesForJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(48, nil, request)
    }

    /// The tables of taxes that come with the engine, each with its source, its day, what it covers and what not.
    public static func taxTables(_ request: Rates.TaxTablesRequest) throws(RatebookError) -> [Rates.TaxTable] {
        try Library.ask(49, nil, request)
    }

    /// `taxTables` from JSON to JSON, both as they cross wires.
    public static func taxTablesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(49, nil, request)
    }

    /// Every blackout day with its reason.
    public static func blackoutDays(_ request: Rates.BlackoutDaysRequest) throws(RatebookError) -> [Rates.BlackoutDay] {
        try Library.ask(51, nil, request)
    }

    /// `blackoutDays` from JSON to JSON, both as they cross wires.
    public static func blackoutDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(51, nil, request)
    }
}

/// The plain functions of `plans`.
public enum Plans {

    /// The price of a speed boost: the difference of the monthly prices by the hours' share of the month.
    public static func boost(_ request: Plans.BoostRequest) throws(RatebookError) -> Plans.Boost {
        try Library.ask(47, nil, request)
    }

    /// `boost` from JSON to JSON, both as they cross wires.
    public static func boostJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(47, nil, request)
    }
}

/// The plain functions of `records`.
public enum Records {

    /// Reads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it.
    public static func readFiles(_ request: Records.ReadFilesRequest) throws(RatebookError) -> Records.PackDefinition {
        try Library.ask(50, nil, request)
    }

    /// `readFiles` from JSON to JSON, both as they cross wires.
    public static func readFilesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(50, nil, request)
    }
}

/// The types of `cancellation`.
public enum Cancellation {}

/// The types of `deadlines`.
public enum Deadlines {}

/// The types of `contacts`.
public enum Contacts {}
