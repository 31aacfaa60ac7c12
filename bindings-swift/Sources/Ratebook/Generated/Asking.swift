// Written by `cargo xtask generate`.

import Foundation

/// What the library must have been made of.
let interfaceNumber: UInt64 = 0x5555aef18d1b0cbe

/// A refusal or a fault, with every reason for it, by family.
public enum RatebookError: Error, Hashable {
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
    /// Its code begins with `request.`.
    case request(ErrorReport)
    /// Its code begins with `tenancy.`.
    case tenancy(ErrorReport)
    /// Its code begins with `time.`.
    case time(ErrorReport)

    /// What it says, with every reason.
    public var report: ErrorReport {
        switch self {
        case .calendar(let report), .definition(let report), .engine(let report), .expression(let report), .flow(let report), .money(let report), .rates(let report), .request(let report), .tenancy(let report), .time(let report): report
        }
    }

    init(_ report: ErrorReport) {
        switch report.code.rawValue.prefix(while: { $0 != "." }) {
        case "calendar": self = .calendar(report)
        case "definition": self = .definition(report)
        case "expression": self = .expression(report)
        case "flow": self = .flow(report)
        case "money": self = .money(report)
        case "rates": self = .rates(report)
        case "request": self = .request(report)
        case "tenancy": self = .tenancy(report)
        case "time": self = .time(report)
        default: self = .engine(report)
        }
    }
}

/// A rate list, checked and compiled: asked for prices as often as you like.
public final class RateList: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: RateListDefinition) throws(RatebookError) {
        handle = try Handle(kind: 0, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 0, bytes: bytes)
    }

    /// Prices a request, with every line; or refuses it with every reason.
    public func price(_ request: PriceRequest) throws(RatebookError) -> Price {
        try Library.ask(46, handle, request)
    }

    /// `price` from JSON to JSON, both as they cross wires.
    public func priceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(46, handle, request)
    }

    /// The total alone: the fast way when nobody reads the lines.
    public func total(_ request: PriceRequest) throws(RatebookError) -> Money {
        try Library.ask(47, handle, request)
    }

    /// `total` from JSON to JSON, both as they cross wires.
    public func totalJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(47, handle, request)
    }

    /// Prices a request and tells the total in another currency, with the exchange rate and its time.
    public func priceIn(_ request: PriceInRequest) throws(RatebookError) -> PriceIn {
        try Library.ask(48, handle, request)
    }

    /// `priceIn` from JSON to JSON, both as they cross wires.
    public func priceInJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(48, handle, request)
    }

    /// The price in sentences, or every reason against it.
    public func explain(_ request: PriceRequest) throws(RatebookError) -> Explanation {
        try Library.ask(49, handle, request)
    }

    /// `explain` from JSON to JSON, both as they cross wires.
    public func explainJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(49, handle, request)
    }

    /// Prices many requests, one answer each; a bad request never spoils the others.
    public func quoteMany(_ request: QuoteManyRequest) throws(RatebookError) -> [Quoted] {
        try Library.ask(50, handle, request)
    }

    /// `quoteMany` from JSON to JSON, both as they cross wires.
    public func quoteManyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(50, handle, request)
    }

    /// The totals of many requests, one answer each: the fastest way to price a lot.
    public func totalMany(_ request: QuoteManyRequest) throws(RatebookError) -> [Totalled] {
        try Library.ask(51, handle, request)
    }

    /// `totalMany` from JSON to JSON, both as they cross wires.
    public func totalManyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(51, handle, request)
    }

    /// The total of every arrival day, length of stay and party.
    public func grid(_ request: GridRequest) throws(RatebookError) -> Grid {
        try Library.ask(52, handle, request)
    }

    /// `grid` from JSON to JSON, both as they cross wires.
    public func gridJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(52, handle, request)
    }

    /// The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again.
    public func pack(_ request: PackRequest) throws(RatebookError) -> Packed {
        try Library.ask(53, handle, request)
    }

    /// `pack` from JSON to JSON, both as they cross wires.
    public func packJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(53, handle, request)
    }
}

/// Several rate lists, checked and compiled, that answer together.
public final class RateLists: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: RateListsDefinition) throws(RatebookError) {
        handle = try Handle(kind: 1, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 1, bytes: bytes)
    }

    /// The price of the cheapest list, with every other offer and refusal.
    public func cheapest(_ request: CheapestRequest) throws(RatebookError) -> Cheapest {
        try Library.ask(54, handle, request)
    }

    /// `cheapest` from JSON to JSON, both as they cross wires.
    public func cheapestJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(54, handle, request)
    }

    /// The one list that answers for a product: by priority, most specific product, newest version, id, in this order.
    public func select(_ request: SelectRequest) throws(RatebookError) -> Selection {
        try Library.ask(55, handle, request)
    }

    /// `select` from JSON to JSON, both as they cross wires.
    public func selectJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(55, handle, request)
    }

    /// Every pair of published lists of one supplier, service, destination and product whose days meet.
    public func overlaps(_ request: OverlapsRequest) throws(RatebookError) -> [Overlap] {
        try Library.ask(56, handle, request)
    }

    /// `overlaps` from JSON to JSON, both as they cross wires.
    public func overlapsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(56, handle, request)
    }

    /// The overlaps that a list would have, without saving it.
    public func validateDates(_ request: ValidateDatesRequest) throws(RatebookError) -> [Overlap] {
        try Library.ask(57, handle, request)
    }

    /// `validateDates` from JSON to JSON, both as they cross wires.
    public func validateDatesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(57, handle, request)
    }

    /// Prices the same requests under two lists: what would have changed, for each and in sum.
    public func simulate(_ request: SimulateRequest) throws(RatebookError) -> Simulation {
        try Library.ask(58, handle, request)
    }

    /// `simulate` from JSON to JSON, both as they cross wires.
    public func simulateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(58, handle, request)
    }

    /// One change over many lists as one set that can be looked at: all lists change or none.
    public func bulkUpdate(_ request: BulkUpdateRequest) throws(RatebookError) -> BulkUpdate {
        try Library.ask(59, handle, request)
    }

    /// `bulkUpdate` from JSON to JSON, both as they cross wires.
    public func bulkUpdateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(59, handle, request)
    }
}

/// A plan, checked: what its periods cost, and what changes in their midst do.
public final class Plan: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: PlanDefinition) throws(RatebookError) {
        handle = try Handle(kind: 2, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 2, bytes: bytes)
    }

    /// What a period costs with its usage, line by line.
    public func charge(_ request: UsageRequest) throws(RatebookError) -> PlanBill {
        try Library.ask(60, handle, request)
    }

    /// `charge` from JSON to JSON, both as they cross wires.
    public func chargeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(60, handle, request)
    }

    /// The plan's billing periods, the anchor's day kept.
    public func periods(_ request: PlanPeriodsRequest) throws(RatebookError) -> [BillingPeriod] {
        try Library.ask(61, handle, request)
    }

    /// `periods` from JSON to JSON, both as they cross wires.
    public func periodsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(61, handle, request)
    }

    /// What a change in the midst of a period costs: credit and charge as separate lines.
    public func prorate(_ request: ProrateRequest) throws(RatebookError) -> Proration {
        try Library.ask(62, handle, request)
    }

    /// `prorate` from JSON to JSON, both as they cross wires.
    public func prorateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(62, handle, request)
    }
}

/// Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all.
public final class BookingCalendar: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: CalendarDefinition) throws(RatebookError) {
        handle = try Handle(kind: 3, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 3, bytes: bytes)
    }

    /// Is it free? If not, every reason, with the units left.
    public func check(_ request: CheckRequest) throws(RatebookError) -> Availability {
        try Library.ask(63, handle, request)
    }

    /// `check` from JSON to JSON, both as they cross wires.
    public func checkJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(63, handle, request)
    }

    /// Are several things free at once? One answer for all of them, with every reason.
    public func checkAll(_ request: CheckAllRequest) throws(RatebookError) -> Availability {
        try Library.ask(64, handle, request)
    }

    /// `checkAll` from JSON to JSON, both as they cross wires.
    public func checkAllJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(64, handle, request)
    }

    /// The first free time of each resource, the earliest first.
    public func nextFree(_ request: NextFreeRequest) throws(RatebookError) -> [FreeTime] {
        try Library.ask(65, handle, request)
    }

    /// `nextFree` from JSON to JSON, both as they cross wires.
    public func nextFreeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(65, handle, request)
    }

    /// The free starts of many resources, in local time.
    public func slots(_ request: SlotsRequest) throws(RatebookError) -> [ResourceSlots] {
        try Library.ask(66, handle, request)
    }

    /// `slots` from JSON to JSON, both as they cross wires.
    public func slotsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(66, handle, request)
    }

    /// The starts at which several things are free at once, with a resource for each of them.
    public func commonSlots(_ request: CommonSlotsRequest) throws(RatebookError) -> [CommonSlot] {
        try Library.ask(67, handle, request)
    }

    /// `commonSlots` from JSON to JSON, both as they cross wires.
    public func commonSlotsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(67, handle, request)
    }

    /// What a screen draws: a day, a week or a month of resources.
    public func view(_ request: ViewRequest) throws(RatebookError) -> [ResourceView] {
        try Library.ask(68, handle, request)
    }

    /// `view` from JSON to JSON, both as they cross wires.
    public func viewJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(68, handle, request)
    }

    /// Utilisation by day or week, gaps too short to sell, and pickup.
    public func occupancy(_ request: OccupancyRequest) throws(RatebookError) -> [ResourceOccupancy] {
        try Library.ask(69, handle, request)
    }

    /// `occupancy` from JSON to JSON, both as they cross wires.
    public func occupancyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(69, handle, request)
    }

    /// Who takes an appointment: free, able, and next by the rule.
    public func assign(_ request: AssignRequest) throws(RatebookError) -> Assigned {
        try Library.ask(70, handle, request)
    }

    /// `assign` from JSON to JSON, both as they cross wires.
    public func assignJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(70, handle, request)
    }

    /// Books one resource or several at once: all or none.
    public func book(_ request: BookRequest) throws(RatebookError) -> Booking {
        try Library.ask(71, handle, request)
    }

    /// `book` from JSON to JSON, both as they cross wires.
    public func bookJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(71, handle, request)
    }

    /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
    public func bookSeries(_ request: BookSeriesRequest) throws(RatebookError) -> BookedSeries {
        try Library.ask(72, handle, request)
    }

    /// `bookSeries` from JSON to JSON, both as they cross wires.
    public func bookSeriesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(72, handle, request)
    }

    /// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
    public func reschedule(_ request: RescheduleRequest) throws(RatebookError) -> Booking {
        try Library.ask(73, handle, request)
    }

    /// `reschedule` from JSON to JSON, both as they cross wires.
    public func rescheduleJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(73, handle, request)
    }

    /// Gives a booking up.
    public func cancel(_ request: CancelRequest) throws(RatebookError) -> Booking {
        try Library.ask(74, handle, request)
    }

    /// `cancel` from JSON to JSON, both as they cross wires.
    public func cancelJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(74, handle, request)
    }

    /// Holds one resource or several at once, until a moment. The same key again is the same hold.
    public func hold(_ request: HoldRequest) throws(RatebookError) -> Hold {
        try Library.ask(75, handle, request)
    }

    /// `hold` from JSON to JSON, both as they cross wires.
    public func holdJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(75, handle, request)
    }

    /// Makes a hold a booking; what it holds is checked again.
    public func confirm(_ request: ConfirmRequest) throws(RatebookError) -> Booking {
        try Library.ask(76, handle, request)
    }

    /// `confirm` from JSON to JSON, both as they cross wires.
    public func confirmJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(76, handle, request)
    }

    /// Gives a hold up.
    public func release(_ request: ReleaseRequest) throws(RatebookError) -> Hold {
        try Library.ask(77, handle, request)
    }

    /// `release` from JSON to JSON, both as they cross wires.
    public func releaseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(77, handle, request)
    }

    /// Lets a hold expire later.
    public func extend(_ request: ExtendRequest) throws(RatebookError) -> Hold {
        try Library.ask(78, handle, request)
    }

    /// `extend` from JSON to JSON, both as they cross wires.
    public func extendJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(78, handle, request)
    }

    /// Drops every hold that has expired, and tells which.
    public func expire(_ request: ExpireRequest) throws(RatebookError) -> [Hold] {
        try Library.ask(79, handle, request)
    }

    /// `expire` from JSON to JSON, both as they cross wires.
    public func expireJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(79, handle, request)
    }

    /// Blocks time, whatever is booked in it.
    public func block(_ request: BlockRequest) throws(RatebookError) -> Blocked {
        try Library.ask(80, handle, request)
    }

    /// `block` from JSON to JSON, both as they cross wires.
    public func blockJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(80, handle, request)
    }

    /// Makes blocked time free again.
    public func unblock(_ request: UnblockRequest) throws(RatebookError) -> Blocked {
        try Library.ask(81, handle, request)
    }

    /// `unblock` from JSON to JSON, both as they cross wires.
    public func unblockJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(81, handle, request)
    }

    /// Many commands, one after the other, each for itself.
    public func apply(_ request: ApplyRequest) throws(RatebookError) -> [AppliedCommand] {
        try Library.ask(82, handle, request)
    }

    /// `apply` from JSON to JSON, both as they cross wires.
    public func applyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(82, handle, request)
    }

    /// Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.
    public func merge(_ request: MergeRequest) throws(RatebookError) -> [MergedCommand] {
        try Library.ask(83, handle, request)
    }

    /// `merge` from JSON to JSON, both as they cross wires.
    public func mergeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(83, handle, request)
    }

    /// Everything as a definition, from which it loads again.
    public func snapshot(_ request: SnapshotRequest) throws(RatebookError) -> CalendarDefinition {
        try Library.ask(84, handle, request)
    }

    /// `snapshot` from JSON to JSON, both as they cross wires.
    public func snapshotJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(84, handle, request)
    }
}

/// A machine, checked and compiled to a table: what may happen next.
public final class Machine: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: MachineDefinition) throws(RatebookError) {
        handle = try Handle(kind: 4, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 4, bytes: bytes)
    }

    /// Begins an instance in the initial state.
    public func start(_ request: StartRequest) throws(RatebookError) -> MachineFired {
        try Library.ask(85, handle, request)
    }

    /// `start` from JSON to JSON, both as they cross wires.
    public func startJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(85, handle, request)
    }

    /// What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.
    public func fire(_ request: FireRequest) throws(RatebookError) -> MachineFired {
        try Library.ask(86, handle, request)
    }

    /// `fire` from JSON to JSON, both as they cross wires.
    public func fireJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(86, handle, request)
    }

    /// Many events of many instances, one after the other, each for itself.
    public func fireAll(_ request: FireAllRequest) throws(RatebookError) -> [MachineAttempt] {
        try Library.ask(87, handle, request)
    }

    /// `fireAll` from JSON to JSON, both as they cross wires.
    public func fireAllJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(87, handle, request)
    }

    /// Where an event leads, by names alone: who may and what must be given is not asked.
    public func step(_ request: StepRequest) throws(RatebookError) -> MachineStep {
        try Library.ask(88, handle, request)
    }

    /// `step` from JSON to JSON, both as they cross wires.
    public func stepJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(88, handle, request)
    }

    /// Every event: whether it may happen now, and why not.
    public func allowed(_ request: AllowedRequest) throws(RatebookError) -> [MachineChoice] {
        try Library.ask(89, handle, request)
    }

    /// `allowed` from JSON to JSON, both as they cross wires.
    public func allowedJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(89, handle, request)
    }

    /// The events whose timers have run out, and when to ask again.
    public func due(_ request: DueRequest) throws(RatebookError) -> MachineTimers {
        try Library.ask(90, handle, request)
    }

    /// `due` from JSON to JSON, both as they cross wires.
    public func dueJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(90, handle, request)
    }

    /// The instance that a history leads to, each record checked.
    public func replay(_ request: ReplayRequest) throws(RatebookError) -> MachineInstance {
        try Library.ask(91, handle, request)
    }

    /// `replay` from JSON to JSON, both as they cross wires.
    public func replayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(91, handle, request)
    }

    /// The machine as a picture in Mermaid or DOT, with the present state marked.
    public func diagram(_ request: DiagramRequest) throws(RatebookError) -> String {
        try Library.ask(92, handle, request)
    }

    /// `diagram` from JSON to JSON, both as they cross wires.
    public func diagramJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(92, handle, request)
    }

    /// The shortest path of events to each state.
    public func paths(_ request: PathsRequest) throws(RatebookError) -> [MachinePath] {
        try Library.ask(93, handle, request)
    }

    /// `paths` from JSON to JSON, both as they cross wires.
    public func pathsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(93, handle, request)
    }
}

/// Deadlines, escalation and compliance by one policy, checked and compiled.
public final class DeadlinePolicy: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: DeadlinePolicyDefinition) throws(RatebookError) {
        handle = try Handle(kind: 5, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 5, bytes: bytes)
    }

    /// Where a case stands: every deadline, what is left of it, and who has to be told.
    public func track(_ request: DeadlineTrackRequest) throws(RatebookError) -> TrackedDeadlines {
        try Library.ask(94, handle, request)
    }

    /// `track` from JSON to JSON, both as they cross wires.
    public func trackJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(94, handle, request)
    }

    /// How well deadlines were kept over a period, by target, priority and agent.
    public func compliance(_ request: DeadlineComplianceRequest) throws(RatebookError) -> [DeadlineFigures] {
        try Library.ask(95, handle, request)
    }

    /// `compliance` from JSON to JSON, both as they cross wires.
    public func complianceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(95, handle, request)
    }
}

/// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
public final class Tenant: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: TenantDefinition) throws(RatebookError) {
        handle = try Handle(kind: 6, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 6, bytes: bytes)
    }

    /// The tenant's settings, defaults included.
    public func settings(_ request: SettingsRequest) throws(RatebookError) -> TenantSettings {
        try Library.ask(96, handle, request)
    }

    /// `settings` from JSON to JSON, both as they cross wires.
    public func settingsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(96, handle, request)
    }

    /// How the tenant stands, what that allows, and what it may become; or how it would stand after such a change.
    public func standing(_ request: StandingRequest) throws(RatebookError) -> TenantStanding {
        try Library.ask(97, handle, request)
    }

    /// `standing` from JSON to JSON, both as they cross wires.
    public func standingJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(97, handle, request)
    }

    /// Whether somebody may do something with a record, through what, or what they lack.
    public func may(_ request: MayRequest) throws(RatebookError) -> AccessVerdict {
        try Library.ask(98, handle, request)
    }

    /// `may` from JSON to JSON, both as they cross wires.
    public func mayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(98, handle, request)
    }

    /// Every permission that somebody holds on all records, in order of name.
    public func permissions(_ request: AccessActor) throws(RatebookError) -> [String] {
        try Library.ask(99, handle, request)
    }

    /// `permissions` from JSON to JSON, both as they cross wires.
    public func permissionsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(99, handle, request)
    }

    /// A record without what somebody may not see.
    public func mask(_ request: MaskRequest) throws(RatebookError) -> MaskedRecord {
        try Library.ask(100, handle, request)
    }

    /// `mask` from JSON to JSON, both as they cross wires.
    public func maskJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(100, handle, request)
    }

    /// Whether a feature is on, and why.
    public func flag(_ request: FlagRequest) throws(RatebookError) -> FlagAnswer {
        try Library.ask(101, handle, request)
    }

    /// `flag` from JSON to JSON, both as they cross wires.
    public func flagJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(101, handle, request)
    }

    /// Every feature, for one subject.
    public func flags(_ request: FlagSubject) throws(RatebookError) -> [FlagAnswer] {
        try Library.ask(102, handle, request)
    }

    /// `flags` from JSON to JSON, both as they cross wires.
    public func flagsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(102, handle, request)
    }

    /// Checks and normalises the custom values and tags of one thing.
    public func checkFields(_ request: CheckFieldsRequest) throws(RatebookError) -> CheckedFields {
        try Library.ask(103, handle, request)
    }

    /// `checkFields` from JSON to JSON, both as they cross wires.
    public func checkFieldsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(103, handle, request)
    }

    /// What every policy says about a change, and what follows.
    public func checkPolicies(_ request: CheckPoliciesRequest) throws(RatebookError) -> PolicyDecision {
        try Library.ask(104, handle, request)
    }

    /// `checkPolicies` from JSON to JSON, both as they cross wires.
    public func checkPoliciesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(104, handle, request)
    }
}

/// Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves.
public final class Automation: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: AutomationDefinition) throws(RatebookError) {
        handle = try Handle(kind: 7, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 7, bytes: bytes)
    }

    /// What is to be done when something happens, by which rules, and why the others did not run.
    public func run(_ request: AutomationRequest) throws(RatebookError) -> AutomationRun {
        try Library.ask(105, handle, request)
    }

    /// `run` from JSON to JSON, both as they cross wires.
    public func runJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(105, handle, request)
    }
}

/// When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours.
public final class ContactPlan: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: ContactPlanDefinition) throws(RatebookError) {
        handle = try Handle(kind: 8, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 8, bytes: bytes)
    }

    /// What is to be sent now, what waits until when, what is not sent and why, and when to ask again.
    public func due(_ request: ContactsDueRequest) throws(RatebookError) -> ContactsDue {
        try Library.ask(106, handle, request)
    }

    /// `due` from JSON to JSON, both as they cross wires.
    public func dueJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(106, handle, request)
    }
}

/// A calendar and its prices: what a search page asks.
public final class Storefront: Sendable {
    let handle: Handle

    /// Loads, checks and compiles a definition; every fault is reported at once.
    public init(_ definition: StorefrontDefinition) throws(RatebookError) {
        handle = try Handle(kind: 9, definition)
    }

    /// The same from JSON as it crosses wires, or from its compact form.
    public init(bytes: Data) throws(RatebookError) {
        handle = try Handle(kind: 9, bytes: bytes)
    }

    /// What is free and at which price, cheapest first, with the reasons of what is not offered.
    public func availabilityAndPrice(_ request: AvailabilityAndPriceRequest) throws(RatebookError) -> Found {
        try Library.ask(107, handle, request)
    }

    /// `availabilityAndPrice` from JSON to JSON, both as they cross wires.
    public func availabilityAndPriceJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(107, handle, request)
    }

    /// Many commands to the calendar, one after the other, each for itself.
    public func apply(_ request: ApplyRequest) throws(RatebookError) -> [AppliedCommand] {
        try Library.ask(108, handle, request)
    }

    /// `apply` from JSON to JSON, both as they cross wires.
    public func applyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(108, handle, request)
    }

    /// The calendar as it is now, as a definition.
    public func snapshot(_ request: SnapshotRequest) throws(RatebookError) -> CalendarDefinition {
        try Library.ask(109, handle, request)
    }

    /// `snapshot` from JSON to JSON, both as they cross wires.
    public func snapshotJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(109, handle, request)
    }
}

/// The plain functions of `engine`.
public enum Engine {

    /// The catalogue of every code that an error can carry.
    public static func codes(_ request: CodesRequest) throws(RatebookError) -> [CodeEntry] {
        try Library.ask(0, nil, request)
    }

    /// `codes` from JSON to JSON, both as they cross wires.
    public static func codesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(0, nil, request)
    }
}

/// The plain functions of `expression`.
public enum Expressions {

    /// Reads, types and evaluates an expression.
    public static func evaluate(_ request: EvaluateRequest) throws(RatebookError) -> Evaluated {
        try Library.ask(1, nil, request)
    }

    /// `evaluate` from JSON to JSON, both as they cross wires.
    public static func evaluateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(1, nil, request)
    }

    /// Reads and types an expression: the type of its value, the names it looks at, its canonical form.
    public static func check(_ request: ExpressionCheckRequest) throws(RatebookError) -> ExpressionChecked {
        try Library.ask(2, nil, request)
    }

    /// `check` from JSON to JSON, both as they cross wires.
    public static func checkJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(2, nil, request)
    }
}

extension Money {

    /// Rounds an amount to a minor unit, a cash step or any other.
    public static func round(_ request: RoundRequest) throws(RatebookError) -> Money {
        try Library.ask(3, nil, request)
    }

    /// `round` from JSON to JSON, both as they cross wires.
    public static func roundJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(3, nil, request)
    }

    /// Shares an amount out by weights or in equal parts that add up to it exactly.
    public static func allocate(_ request: AllocateRequest) throws(RatebookError) -> [Money] {
        try Library.ask(4, nil, request)
    }

    /// `allocate` from JSON to JSON, both as they cross wires.
    public static func allocateJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(4, nil, request)
    }

    /// Adds amounts of one currency up, exactly.
    public static func sum(_ request: SumRequest) throws(RatebookError) -> Money {
        try Library.ask(5, nil, request)
    }

    /// `sum` from JSON to JSON, both as they cross wires.
    public static func sumJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(5, nil, request)
    }

    /// Converts an amount by a table of exchange rates and tells which rate was used.
    public static func convert(_ request: ConvertRequest) throws(RatebookError) -> Conversion {
        try Library.ask(6, nil, request)
    }

    /// `convert` from JSON to JSON, both as they cross wires.
    public static func convertJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(6, nil, request)
    }

    /// The facts of one currency: number, name, minor unit, digits shown, cash step.
    public static func currency(_ request: CurrencyRequest) throws(RatebookError) -> CurrencyFacts {
        try Library.ask(7, nil, request)
    }

    /// `currency` from JSON to JSON, both as they cross wires.
    public static func currencyJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(7, nil, request)
    }

    /// The facts of every currency.
    public static func currencies(_ request: CurrenciesRequest) throws(RatebookError) -> [CurrencyFacts] {
        try Library.ask(8, nil, request)
    }

    /// `currencies` from JSON to JSON, both as they cross wires.
    public static func currenciesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(8, nil, request)
    }

    /// Counts an amount in the units of a payment gateway.
    public static func toGateway(_ request: ToGatewayRequest) throws(RatebookError) -> GatewayAmount {
        try Library.ask(9, nil, request)
    }

    /// `toGateway` from JSON to JSON, both as they cross wires.
    public static func toGatewayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(9, nil, request)
    }

    /// The amount that a payment gateway's units are.
    public static func fromGateway(_ request: FromGatewayRequest) throws(RatebookError) -> Money {
        try Library.ask(10, nil, request)
    }

    /// `fromGateway` from JSON to JSON, both as they cross wires.
    public static func fromGatewayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(10, nil, request)
    }

    /// Writes an amount as a language and place do.
    public static func format(_ request: FormatRequest) throws(RatebookError) -> String {
        try Library.ask(11, nil, request)
    }

    /// `format` from JSON to JSON, both as they cross wires.
    public static func formatJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(11, nil, request)
    }

    /// Reads an amount as a language and place write it.
    public static func parse(_ request: ParseRequest) throws(RatebookError) -> Money {
        try Library.ask(12, nil, request)
    }

    /// `parse` from JSON to JSON, both as they cross wires.
    public static func parseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(12, nil, request)
    }
}

/// The plain functions of `time`.
public enum Time {

    /// What is known of a day.
    public static func day(_ request: DayRequest) throws(RatebookError) -> DayFacts {
        try Library.ask(13, nil, request)
    }

    /// `day` from JSON to JSON, both as they cross wires.
    public static func dayJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(13, nil, request)
    }

    /// The same day of another month, or the month's last day when it has none.
    public static func addMonths(_ request: AddMonthsRequest) throws(RatebookError) -> Day {
        try Library.ask(14, nil, request)
    }

    /// `addMonths` from JSON to JSON, both as they cross wires.
    public static func addMonthsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(14, nil, request)
    }

    /// How old someone is on a day.
    public static func age(_ request: AgeRequest) throws(RatebookError) -> Int {
        try Library.ask(15, nil, request)
    }

    /// `age` from JSON to JSON, both as they cross wires.
    public static func ageJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(15, nil, request)
    }

    /// The moment at which clocks show a time.
    public static func toInstant(_ request: ToInstantRequest) throws(RatebookError) -> WallTime {
        try Library.ask(16, nil, request)
    }

    /// `toInstant` from JSON to JSON, both as they cross wires.
    public static func toInstantJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(16, nil, request)
    }

    /// What clocks show at a moment.
    public static func toLocal(_ request: ToLocalRequest) throws(RatebookError) -> LocalTime {
        try Library.ask(17, nil, request)
    }

    /// `toLocal` from JSON to JSON, both as they cross wires.
    public static func toLocalJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(17, nil, request)
    }

    /// How many seconds a day has.
    public static func dayLength(_ request: DayLengthRequest) throws(RatebookError) -> Int {
        try Library.ask(18, nil, request)
    }

    /// `dayLength` from JSON to JSON, both as they cross wires.
    public static func dayLengthJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(18, nil, request)
    }

    /// The moments at which clocks change in a stretch of time.
    public static func clockChanges(_ request: ClockChangesRequest) throws(RatebookError) -> [Date] {
        try Library.ask(19, nil, request)
    }

    /// `clockChanges` from JSON to JSON, both as they cross wires.
    public static func clockChangesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(19, nil, request)
    }

    /// The open stretches of days.
    public static func openSpans(_ request: OpenSpansRequest) throws(RatebookError) -> [Span] {
        try Library.ask(20, nil, request)
    }

    /// `openSpans` from JSON to JSON, both as they cross wires.
    public static func openSpansJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(20, nil, request)
    }

    /// Whether it is open at a moment.
    public static func isOpen(_ request: IsOpenRequest) throws(RatebookError) -> Bool {
        try Library.ask(21, nil, request)
    }

    /// `isOpen` from JSON to JSON, both as they cross wires.
    public static func isOpenJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(21, nil, request)
    }

    /// How many seconds of a stretch of time are open.
    public static func openTime(_ request: OpenTimeRequest) throws(RatebookError) -> Int {
        try Library.ask(22, nil, request)
    }

    /// `openTime` from JSON to JSON, both as they cross wires.
    public static func openTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(22, nil, request)
    }

    /// The business day so many business days away.
    public static func addBusinessDays(_ request: AddBusinessDaysRequest) throws(RatebookError) -> Day {
        try Library.ask(23, nil, request)
    }

    /// `addBusinessDays` from JSON to JSON, both as they cross wires.
    public static func addBusinessDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(23, nil, request)
    }

    /// How many business days lie in a range.
    public static func businessDays(_ request: BusinessDaysRequest) throws(RatebookError) -> Int {
        try Library.ask(24, nil, request)
    }

    /// `businessDays` from JSON to JSON, both as they cross wires.
    public static func businessDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(24, nil, request)
    }

    /// The moment at which so much business time has passed.
    public static func addBusinessTime(_ request: AddBusinessTimeRequest) throws(RatebookError) -> Date {
        try Library.ask(25, nil, request)
    }

    /// `addBusinessTime` from JSON to JSON, both as they cross wires.
    public static func addBusinessTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(25, nil, request)
    }

    /// How many seconds of business time a stretch holds.
    public static func businessTime(_ request: BusinessTimeRequest) throws(RatebookError) -> Int {
        try Library.ask(26, nil, request)
    }

    /// `businessTime` from JSON to JSON, both as they cross wires.
    public static func businessTimeJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(26, nil, request)
    }

    /// Billing periods, the anchor's day kept.
    public static func periods(_ request: PeriodsRequest) throws(RatebookError) -> [DayRange] {
        try Library.ask(27, nil, request)
    }

    /// `periods` from JSON to JSON, both as they cross wires.
    public static func periodsJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(27, nil, request)
    }

    /// The billing period that holds a day.
    public static func periodOf(_ request: PeriodOfRequest) throws(RatebookError) -> NumberedPeriod {
        try Library.ask(28, nil, request)
    }

    /// `periodOf` from JSON to JSON, both as they cross wires.
    public static func periodOfJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(28, nil, request)
    }

    /// The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.
    public static func occurrences(_ request: OccurrencesRequest) throws(RatebookError) -> [Occurrence] {
        try Library.ask(29, nil, request)
    }

    /// `occurrences` from JSON to JSON, both as they cross wires.
    public static func occurrencesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(29, nil, request)
    }
}

/// The plain functions of `flow`.
public enum Flow {

    /// The machines that come with the engine, to be used as they are or changed.
    public static func machines(_ request: MachinesRequest) throws(RatebookError) -> [MachineDefinition] {
        try Library.ask(30, nil, request)
    }

    /// `machines` from JSON to JSON, both as they cross wires.
    public static func machinesJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(30, nil, request)
    }

    /// When a failed attempt is followed by the next one: listed or growing delays, with jitter.
    public static func retry(_ request: RetryRequest) throws(RatebookError) -> NextAttempt {
        try Library.ask(33, nil, request)
    }

    /// `retry` from JSON to JSON, both as they cross wires.
    public static func retryJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(33, nil, request)
    }

    /// Follows a figure: an alert that opens once, stays open and clears.
    public static func alert(_ request: AlertRequest) throws(RatebookError) -> Alerted {
        try Library.ask(34, nil, request)
    }

    /// `alert` from JSON to JSON, both as they cross wires.
    public static func alertJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(34, nil, request)
    }
}

/// The plain functions of `tenancy`.
public enum Tenancy {

    /// A name as part of an address, unlike those that are taken.
    public static func slug(_ request: SlugRequest) throws(RatebookError) -> String {
        try Library.ask(31, nil, request)
    }

    /// `slug` from JSON to JSON, both as they cross wires.
    public static func slugJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(31, nil, request)
    }
}

/// The plain functions of `assignment`.
public enum Assignment {

    /// Chooses who takes something: in turns, by load, by skill, or by name.
    public static func choose(_ request: ChooseRequest) throws(RatebookError) -> AssignmentChoice {
        try Library.ask(32, nil, request)
    }

    /// `choose` from JSON to JSON, both as they cross wires.
    public static func chooseJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(32, nil, request)
    }
}

/// The plain functions of `rates`.
public enum Rates {

    /// Checks a new list, gives it a code when it has none, and makes it a draft.
    public static func create(_ request: CreateListRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(35, nil, request)
    }

    /// `create` from JSON to JSON, both as they cross wires.
    public static func createJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(35, nil, request)
    }

    /// Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.
    public static func publish(_ request: PublishRequest) throws(RatebookError) -> Published {
        try Library.ask(36, nil, request)
    }

    /// `publish` from JSON to JSON, both as they cross wires.
    public static func publishJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(36, nil, request)
    }

    /// Makes a published list a draft again, when nothing refers to it.
    public static func unpublish(_ request: UnpublishRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(37, nil, request)
    }

    /// `unpublish` from JSON to JSON, both as they cross wires.
    public static func unpublishJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(37, nil, request)
    }

    /// Archives a draft or a published list.
    public static func archive(_ request: ListRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(38, nil, request)
    }

    /// `archive` from JSON to JSON, both as they cross wires.
    public static func archiveJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(38, nil, request)
    }

    /// Checks a change to a list: only drafts change, and not their code, version or parent.
    public static func edit(_ request: EditRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(39, nil, request)
    }

    /// `edit` from JSON to JSON, both as they cross wires.
    public static func editJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(39, nil, request)
    }

    /// Makes the next version of a list, as a draft that refers to it.
    public static func cloneList(_ request: CloneRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(40, nil, request)
    }

    /// `cloneList` from JSON to JSON, both as they cross wires.
    public static func cloneListJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(40, nil, request)
    }

    /// Adds a blackout and tells which bookings lie in it.
    public static func addBlackout(_ request: AddBlackoutRequest) throws(RatebookError) -> BlackoutAdded {
        try Library.ask(41, nil, request)
    }

    /// `addBlackout` from JSON to JSON, both as they cross wires.
    public static func addBlackoutJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(41, nil, request)
    }

    /// Sells days again: blackouts lose them and keep the rest.
    public static func removeBlackout(_ request: RemoveBlackoutRequest) throws(RatebookError) -> RateListDefinition {
        try Library.ask(42, nil, request)
    }

    /// `removeBlackout` from JSON to JSON, both as they cross wires.
    public static func removeBlackoutJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(42, nil, request)
    }

    /// The taxes of a place of supply, as a rate list would apply them.
    public static func taxesFor(_ request: TaxesForRequest) throws(RatebookError) -> [Tax] {
        try Library.ask(44, nil, request)
    }

    /// `taxesFor` from JSON to JSON, both as they cross wires.
    public static func taxesForJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(44, nil, request)
    }

    /// Every blackout day with its reason.
    public static func blackoutDays(_ request: BlackoutDaysRequest) throws(RatebookError) -> [BlackoutDay] {
        try Library.ask(45, nil, request)
    }

    /// `blackoutDays` from JSON to JSON, both as they cross wires.
    public static func blackoutDaysJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(45, nil, request)
    }
}

/// The plain functions of `plans`.
public enum Plans {

    /// The price of a speed boost: the difference of the monthly prices by the hours' share of the month.
    public static func boost(_ request: BoostRequest) throws(RatebookError) -> Boost {
        try Library.ask(43, nil, request)
    }

    /// `boost` from JSON to JSON, both as they cross wires.
    public static func boostJSON(_ request: Data) throws(RatebookError) -> Data {
        try Library.askJSON(43, nil, request)
    }
}
