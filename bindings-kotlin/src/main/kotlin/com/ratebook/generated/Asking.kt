// Written by `cargo xtask generate`.

package com.ratebook

import java.time.Instant
import java.time.LocalDate

/** What the library must have been made of. */
internal const val INTERFACE: Long = 6149013218721991870L

/** A refusal or a fault, with every reason for it. */
public sealed class RatebookException(
    /** What it says, with every reason. */
    public val report: ErrorReport,
) : RuntimeException(report.message) {
    /** Dotted and stable, such as `rates.blackout`. */
    public val code: Code get() = report.code

    /** Where: a JSON pointer into the definition or request, empty for the whole. */
    public val path: String get() = report.path

    /** The figures involved, by name. */
    public val details: Map<String, Json> get() = report.details

    /** Every reason, the first one included. */
    public val reasons: List<Reason> get() = report.reasons

    internal companion object {
        fun of(report: ErrorReport): RatebookException =
            when (report.code.wire.substringBefore('.')) {
                "calendar" -> CalendarException(report)
                "definition" -> DefinitionException(report)
                "expression" -> ExpressionException(report)
                "flow" -> FlowException(report)
                "money" -> MoneyException(report)
                "rates" -> RatesException(report)
                "request" -> RequestException(report)
                "tenancy" -> TenancyException(report)
                "time" -> TimeException(report)
                else -> EngineException(report)
            }
    }
}

/** Its code begins with `calendar.`. */
public class CalendarException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `definition.`. */
public class DefinitionException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `engine.`. */
public class EngineException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `expression.`. */
public class ExpressionException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `flow.`. */
public class FlowException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `money.`. */
public class MoneyException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `rates.`. */
public class RatesException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `request.`. */
public class RequestException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `tenancy.`. */
public class TenancyException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `time.`. */
public class TimeException(report: ErrorReport) : RatebookException(report)

/** A rate list, checked and compiled: asked for prices as often as you like. */
public class RateList private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: RateListDefinition) : this(Library.load(0, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(0, bytes))

    /** Prices a request, with every line; or refuses it with every reason. */
    public fun price(request: PriceRequest): Price =
        Library.ask(46, handle, request) { reader -> Price.read(reader) }

    /** `price` from JSON to JSON, both as they cross wires. */
    public fun priceJson(request: ByteArray): ByteArray = Library.askJson(46, handle, request)

    /** The total alone: the fast way when nobody reads the lines. */
    public fun total(request: PriceRequest): Money =
        Library.ask(47, handle, request) { reader -> Money.read(reader) }

    /** `total` from JSON to JSON, both as they cross wires. */
    public fun totalJson(request: ByteArray): ByteArray = Library.askJson(47, handle, request)

    /** Prices a request and tells the total in another currency, with the exchange rate and its time. */
    public fun priceIn(request: PriceInRequest): PriceIn =
        Library.ask(48, handle, request) { reader -> PriceIn.read(reader) }

    /** `priceIn` from JSON to JSON, both as they cross wires. */
    public fun priceInJson(request: ByteArray): ByteArray = Library.askJson(48, handle, request)

    /** The price in sentences, or every reason against it. */
    public fun explain(request: PriceRequest): Explanation =
        Library.ask(49, handle, request) { reader -> Explanation.read(reader) }

    /** `explain` from JSON to JSON, both as they cross wires. */
    public fun explainJson(request: ByteArray): ByteArray = Library.askJson(49, handle, request)

    /** Prices many requests, one answer each; a bad request never spoils the others. */
    public fun quoteMany(request: QuoteManyRequest): List<Quoted> =
        Library.ask(50, handle, request) { reader -> reader.list { Quoted.read(reader) } }

    /** `quoteMany` from JSON to JSON, both as they cross wires. */
    public fun quoteManyJson(request: ByteArray): ByteArray = Library.askJson(50, handle, request)

    /** The totals of many requests, one answer each: the fastest way to price a lot. */
    public fun totalMany(request: QuoteManyRequest): List<Totalled> =
        Library.ask(51, handle, request) { reader -> reader.list { Totalled.read(reader) } }

    /** `totalMany` from JSON to JSON, both as they cross wires. */
    public fun totalManyJson(request: ByteArray): ByteArray = Library.askJson(51, handle, request)

    /** The total of every arrival day, length of stay and party. */
    public fun grid(request: GridRequest): Grid =
        Library.ask(52, handle, request) { reader -> Grid.read(reader) }

    /** `grid` from JSON to JSON, both as they cross wires. */
    public fun gridJson(request: ByteArray): ByteArray = Library.askJson(52, handle, request)

    /** The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again. */
    public fun pack(request: PackRequest): Packed =
        Library.ask(53, handle, request) { reader -> Packed.read(reader) }

    /** `pack` from JSON to JSON, both as they cross wires. */
    public fun packJson(request: ByteArray): ByteArray = Library.askJson(53, handle, request)
}

/** Several rate lists, checked and compiled, that answer together. */
public class RateLists private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: RateListsDefinition) : this(Library.load(1, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(1, bytes))

    /** The price of the cheapest list, with every other offer and refusal. */
    public fun cheapest(request: CheapestRequest): Cheapest =
        Library.ask(54, handle, request) { reader -> Cheapest.read(reader) }

    /** `cheapest` from JSON to JSON, both as they cross wires. */
    public fun cheapestJson(request: ByteArray): ByteArray = Library.askJson(54, handle, request)

    /** The one list that answers for a product: by priority, most specific product, newest version, id, in this order. */
    public fun select(request: SelectRequest): Selection =
        Library.ask(55, handle, request) { reader -> Selection.read(reader) }

    /** `select` from JSON to JSON, both as they cross wires. */
    public fun selectJson(request: ByteArray): ByteArray = Library.askJson(55, handle, request)

    /** Every pair of published lists of one supplier, service, destination and product whose days meet. */
    public fun overlaps(request: OverlapsRequest): List<Overlap> =
        Library.ask(56, handle, request) { reader -> reader.list { Overlap.read(reader) } }

    /** `overlaps` from JSON to JSON, both as they cross wires. */
    public fun overlapsJson(request: ByteArray): ByteArray = Library.askJson(56, handle, request)

    /** The overlaps that a list would have, without saving it. */
    public fun validateDates(request: ValidateDatesRequest): List<Overlap> =
        Library.ask(57, handle, request) { reader -> reader.list { Overlap.read(reader) } }

    /** `validateDates` from JSON to JSON, both as they cross wires. */
    public fun validateDatesJson(request: ByteArray): ByteArray = Library.askJson(57, handle, request)

    /** Prices the same requests under two lists: what would have changed, for each and in sum. */
    public fun simulate(request: SimulateRequest): Simulation =
        Library.ask(58, handle, request) { reader -> Simulation.read(reader) }

    /** `simulate` from JSON to JSON, both as they cross wires. */
    public fun simulateJson(request: ByteArray): ByteArray = Library.askJson(58, handle, request)

    /** One change over many lists as one set that can be looked at: all lists change or none. */
    public fun bulkUpdate(request: BulkUpdateRequest): BulkUpdate =
        Library.ask(59, handle, request) { reader -> BulkUpdate.read(reader) }

    /** `bulkUpdate` from JSON to JSON, both as they cross wires. */
    public fun bulkUpdateJson(request: ByteArray): ByteArray = Library.askJson(59, handle, request)
}

/** A plan, checked: what its periods cost, and what changes in their midst do. */
public class Plan private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: PlanDefinition) : this(Library.load(2, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(2, bytes))

    /** What a period costs with its usage, line by line. */
    public fun charge(request: UsageRequest): PlanBill =
        Library.ask(60, handle, request) { reader -> PlanBill.read(reader) }

    /** `charge` from JSON to JSON, both as they cross wires. */
    public fun chargeJson(request: ByteArray): ByteArray = Library.askJson(60, handle, request)

    /** The plan's billing periods, the anchor's day kept. */
    public fun periods(request: PlanPeriodsRequest): List<BillingPeriod> =
        Library.ask(61, handle, request) { reader -> reader.list { BillingPeriod.read(reader) } }

    /** `periods` from JSON to JSON, both as they cross wires. */
    public fun periodsJson(request: ByteArray): ByteArray = Library.askJson(61, handle, request)

    /** What a change in the midst of a period costs: credit and charge as separate lines. */
    public fun prorate(request: ProrateRequest): Proration =
        Library.ask(62, handle, request) { reader -> Proration.read(reader) }

    /** `prorate` from JSON to JSON, both as they cross wires. */
    public fun prorateJson(request: ByteArray): ByteArray = Library.askJson(62, handle, request)
}

/** Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all. */
public class BookingCalendar private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: CalendarDefinition) : this(Library.load(3, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(3, bytes))

    /** Is it free? If not, every reason, with the units left. */
    public fun check(request: CheckRequest): Availability =
        Library.ask(63, handle, request) { reader -> Availability.read(reader) }

    /** `check` from JSON to JSON, both as they cross wires. */
    public fun checkJson(request: ByteArray): ByteArray = Library.askJson(63, handle, request)

    /** Are several things free at once? One answer for all of them, with every reason. */
    public fun checkAll(request: CheckAllRequest): Availability =
        Library.ask(64, handle, request) { reader -> Availability.read(reader) }

    /** `checkAll` from JSON to JSON, both as they cross wires. */
    public fun checkAllJson(request: ByteArray): ByteArray = Library.askJson(64, handle, request)

    /** The first free time of each resource, the earliest first. */
    public fun nextFree(request: NextFreeRequest): List<FreeTime> =
        Library.ask(65, handle, request) { reader -> reader.list { FreeTime.read(reader) } }

    /** `nextFree` from JSON to JSON, both as they cross wires. */
    public fun nextFreeJson(request: ByteArray): ByteArray = Library.askJson(65, handle, request)

    /** The free starts of many resources, in local time. */
    public fun slots(request: SlotsRequest): List<ResourceSlots> =
        Library.ask(66, handle, request) { reader -> reader.list { ResourceSlots.read(reader) } }

    /** `slots` from JSON to JSON, both as they cross wires. */
    public fun slotsJson(request: ByteArray): ByteArray = Library.askJson(66, handle, request)

    /** The starts at which several things are free at once, with a resource for each of them. */
    public fun commonSlots(request: CommonSlotsRequest): List<CommonSlot> =
        Library.ask(67, handle, request) { reader -> reader.list { CommonSlot.read(reader) } }

    /** `commonSlots` from JSON to JSON, both as they cross wires. */
    public fun commonSlotsJson(request: ByteArray): ByteArray = Library.askJson(67, handle, request)

    /** What a screen draws: a day, a week or a month of resources. */
    public fun view(request: ViewRequest): List<ResourceView> =
        Library.ask(68, handle, request) { reader -> reader.list { ResourceView.read(reader) } }

    /** `view` from JSON to JSON, both as they cross wires. */
    public fun viewJson(request: ByteArray): ByteArray = Library.askJson(68, handle, request)

    /** Utilisation by day or week, gaps too short to sell, and pickup. */
    public fun occupancy(request: OccupancyRequest): List<ResourceOccupancy> =
        Library.ask(69, handle, request) { reader -> reader.list { ResourceOccupancy.read(reader) } }

    /** `occupancy` from JSON to JSON, both as they cross wires. */
    public fun occupancyJson(request: ByteArray): ByteArray = Library.askJson(69, handle, request)

    /** Who takes an appointment: free, able, and next by the rule. */
    public fun assign(request: AssignRequest): Assigned =
        Library.ask(70, handle, request) { reader -> Assigned.read(reader) }

    /** `assign` from JSON to JSON, both as they cross wires. */
    public fun assignJson(request: ByteArray): ByteArray = Library.askJson(70, handle, request)

    /** Books one resource or several at once: all or none. */
    public fun book(request: BookRequest): Booking =
        Library.ask(71, handle, request) { reader -> Booking.read(reader) }

    /** `book` from JSON to JSON, both as they cross wires. */
    public fun bookJson(request: ByteArray): ByteArray = Library.askJson(71, handle, request)

    /** Books a recurring time: all occurrences, those that are free, or none. Every clash is told. */
    public fun bookSeries(request: BookSeriesRequest): BookedSeries =
        Library.ask(72, handle, request) { reader -> BookedSeries.read(reader) }

    /** `bookSeries` from JSON to JSON, both as they cross wires. */
    public fun bookSeriesJson(request: ByteArray): ByteArray = Library.askJson(72, handle, request)

    /** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
    public fun reschedule(request: RescheduleRequest): Booking =
        Library.ask(73, handle, request) { reader -> Booking.read(reader) }

    /** `reschedule` from JSON to JSON, both as they cross wires. */
    public fun rescheduleJson(request: ByteArray): ByteArray = Library.askJson(73, handle, request)

    /** Gives a booking up. */
    public fun cancel(request: CancelRequest): Booking =
        Library.ask(74, handle, request) { reader -> Booking.read(reader) }

    /** `cancel` from JSON to JSON, both as they cross wires. */
    public fun cancelJson(request: ByteArray): ByteArray = Library.askJson(74, handle, request)

    /** Holds one resource or several at once, until a moment. The same key again is the same hold. */
    public fun hold(request: HoldRequest): Hold =
        Library.ask(75, handle, request) { reader -> Hold.read(reader) }

    /** `hold` from JSON to JSON, both as they cross wires. */
    public fun holdJson(request: ByteArray): ByteArray = Library.askJson(75, handle, request)

    /** Makes a hold a booking; what it holds is checked again. */
    public fun confirm(request: ConfirmRequest): Booking =
        Library.ask(76, handle, request) { reader -> Booking.read(reader) }

    /** `confirm` from JSON to JSON, both as they cross wires. */
    public fun confirmJson(request: ByteArray): ByteArray = Library.askJson(76, handle, request)

    /** Gives a hold up. */
    public fun release(request: ReleaseRequest): Hold =
        Library.ask(77, handle, request) { reader -> Hold.read(reader) }

    /** `release` from JSON to JSON, both as they cross wires. */
    public fun releaseJson(request: ByteArray): ByteArray = Library.askJson(77, handle, request)

    /** Lets a hold expire later. */
    public fun extend(request: ExtendRequest): Hold =
        Library.ask(78, handle, request) { reader -> Hold.read(reader) }

    /** `extend` from JSON to JSON, both as they cross wires. */
    public fun extendJson(request: ByteArray): ByteArray = Library.askJson(78, handle, request)

    /** Drops every hold that has expired, and tells which. */
    public fun expire(request: ExpireRequest): List<Hold> =
        Library.ask(79, handle, request) { reader -> reader.list { Hold.read(reader) } }

    /** `expire` from JSON to JSON, both as they cross wires. */
    public fun expireJson(request: ByteArray): ByteArray = Library.askJson(79, handle, request)

    /** Blocks time, whatever is booked in it. */
    public fun block(request: BlockRequest): Blocked =
        Library.ask(80, handle, request) { reader -> Blocked.read(reader) }

    /** `block` from JSON to JSON, both as they cross wires. */
    public fun blockJson(request: ByteArray): ByteArray = Library.askJson(80, handle, request)

    /** Makes blocked time free again. */
    public fun unblock(request: UnblockRequest): Blocked =
        Library.ask(81, handle, request) { reader -> Blocked.read(reader) }

    /** `unblock` from JSON to JSON, both as they cross wires. */
    public fun unblockJson(request: ByteArray): ByteArray = Library.askJson(81, handle, request)

    /** Many commands, one after the other, each for itself. */
    public fun apply(request: ApplyRequest): List<AppliedCommand> =
        Library.ask(82, handle, request) { reader -> reader.list { AppliedCommand.read(reader) } }

    /** `apply` from JSON to JSON, both as they cross wires. */
    public fun applyJson(request: ByteArray): ByteArray = Library.askJson(82, handle, request)

    /** Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost. */
    public fun merge(request: MergeRequest): List<MergedCommand> =
        Library.ask(83, handle, request) { reader -> reader.list { MergedCommand.read(reader) } }

    /** `merge` from JSON to JSON, both as they cross wires. */
    public fun mergeJson(request: ByteArray): ByteArray = Library.askJson(83, handle, request)

    /** Everything as a definition, from which it loads again. */
    public fun snapshot(request: SnapshotRequest): CalendarDefinition =
        Library.ask(84, handle, request) { reader -> CalendarDefinition.read(reader) }

    /** `snapshot` from JSON to JSON, both as they cross wires. */
    public fun snapshotJson(request: ByteArray): ByteArray = Library.askJson(84, handle, request)
}

/** A machine, checked and compiled to a table: what may happen next. */
public class Machine private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: MachineDefinition) : this(Library.load(4, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(4, bytes))

    /** Begins an instance in the initial state. */
    public fun start(request: StartRequest): MachineFired =
        Library.ask(85, handle, request) { reader -> MachineFired.read(reader) }

    /** `start` from JSON to JSON, both as they cross wires. */
    public fun startJson(request: ByteArray): ByteArray = Library.askJson(85, handle, request)

    /** What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told. */
    public fun fire(request: FireRequest): MachineFired =
        Library.ask(86, handle, request) { reader -> MachineFired.read(reader) }

    /** `fire` from JSON to JSON, both as they cross wires. */
    public fun fireJson(request: ByteArray): ByteArray = Library.askJson(86, handle, request)

    /** Many events of many instances, one after the other, each for itself. */
    public fun fireAll(request: FireAllRequest): List<MachineAttempt> =
        Library.ask(87, handle, request) { reader -> reader.list { MachineAttempt.read(reader) } }

    /** `fireAll` from JSON to JSON, both as they cross wires. */
    public fun fireAllJson(request: ByteArray): ByteArray = Library.askJson(87, handle, request)

    /** Where an event leads, by names alone: who may and what must be given is not asked. */
    public fun step(request: StepRequest): MachineStep =
        Library.ask(88, handle, request) { reader -> MachineStep.read(reader) }

    /** `step` from JSON to JSON, both as they cross wires. */
    public fun stepJson(request: ByteArray): ByteArray = Library.askJson(88, handle, request)

    /** Every event: whether it may happen now, and why not. */
    public fun allowed(request: AllowedRequest): List<MachineChoice> =
        Library.ask(89, handle, request) { reader -> reader.list { MachineChoice.read(reader) } }

    /** `allowed` from JSON to JSON, both as they cross wires. */
    public fun allowedJson(request: ByteArray): ByteArray = Library.askJson(89, handle, request)

    /** The events whose timers have run out, and when to ask again. */
    public fun due(request: DueRequest): MachineTimers =
        Library.ask(90, handle, request) { reader -> MachineTimers.read(reader) }

    /** `due` from JSON to JSON, both as they cross wires. */
    public fun dueJson(request: ByteArray): ByteArray = Library.askJson(90, handle, request)

    /** The instance that a history leads to, each record checked. */
    public fun replay(request: ReplayRequest): MachineInstance =
        Library.ask(91, handle, request) { reader -> MachineInstance.read(reader) }

    /** `replay` from JSON to JSON, both as they cross wires. */
    public fun replayJson(request: ByteArray): ByteArray = Library.askJson(91, handle, request)

    /** The machine as a picture in Mermaid or DOT, with the present state marked. */
    public fun diagram(request: DiagramRequest): String =
        Library.ask(92, handle, request) { reader -> reader.text() }

    /** `diagram` from JSON to JSON, both as they cross wires. */
    public fun diagramJson(request: ByteArray): ByteArray = Library.askJson(92, handle, request)

    /** The shortest path of events to each state. */
    public fun paths(request: PathsRequest): List<MachinePath> =
        Library.ask(93, handle, request) { reader -> reader.list { MachinePath.read(reader) } }

    /** `paths` from JSON to JSON, both as they cross wires. */
    public fun pathsJson(request: ByteArray): ByteArray = Library.askJson(93, handle, request)
}

/** Deadlines, escalation and compliance by one policy, checked and compiled. */
public class DeadlinePolicy private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: DeadlinePolicyDefinition) : this(Library.load(5, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(5, bytes))

    /** Where a case stands: every deadline, what is left of it, and who has to be told. */
    public fun track(request: DeadlineTrackRequest): TrackedDeadlines =
        Library.ask(94, handle, request) { reader -> TrackedDeadlines.read(reader) }

    /** `track` from JSON to JSON, both as they cross wires. */
    public fun trackJson(request: ByteArray): ByteArray = Library.askJson(94, handle, request)

    /** How well deadlines were kept over a period, by target, priority and agent. */
    public fun compliance(request: DeadlineComplianceRequest): List<DeadlineFigures> =
        Library.ask(95, handle, request) { reader -> reader.list { DeadlineFigures.read(reader) } }

    /** `compliance` from JSON to JSON, both as they cross wires. */
    public fun complianceJson(request: ByteArray): ByteArray = Library.askJson(95, handle, request)
}

/** A tenant's rules, checked and compiled: who may, how much, and what is counted how. */
public class Tenant private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: TenantDefinition) : this(Library.load(6, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(6, bytes))

    /** The tenant's settings, defaults included. */
    public fun settings(request: SettingsRequest): TenantSettings =
        Library.ask(96, handle, request) { reader -> TenantSettings.read(reader) }

    /** `settings` from JSON to JSON, both as they cross wires. */
    public fun settingsJson(request: ByteArray): ByteArray = Library.askJson(96, handle, request)

    /** How the tenant stands, what that allows, and what it may become; or how it would stand after such a change. */
    public fun standing(request: StandingRequest): TenantStanding =
        Library.ask(97, handle, request) { reader -> TenantStanding.read(reader) }

    /** `standing` from JSON to JSON, both as they cross wires. */
    public fun standingJson(request: ByteArray): ByteArray = Library.askJson(97, handle, request)

    /** Whether somebody may do something with a record, through what, or what they lack. */
    public fun may(request: MayRequest): AccessVerdict =
        Library.ask(98, handle, request) { reader -> AccessVerdict.read(reader) }

    /** `may` from JSON to JSON, both as they cross wires. */
    public fun mayJson(request: ByteArray): ByteArray = Library.askJson(98, handle, request)

    /** Every permission that somebody holds on all records, in order of name. */
    public fun permissions(request: AccessActor): List<String> =
        Library.ask(99, handle, request) { reader -> reader.list { reader.text() } }

    /** `permissions` from JSON to JSON, both as they cross wires. */
    public fun permissionsJson(request: ByteArray): ByteArray = Library.askJson(99, handle, request)

    /** A record without what somebody may not see. */
    public fun mask(request: MaskRequest): MaskedRecord =
        Library.ask(100, handle, request) { reader -> MaskedRecord.read(reader) }

    /** `mask` from JSON to JSON, both as they cross wires. */
    public fun maskJson(request: ByteArray): ByteArray = Library.askJson(100, handle, request)

    /** Whether a feature is on, and why. */
    public fun flag(request: FlagRequest): FlagAnswer =
        Library.ask(101, handle, request) { reader -> FlagAnswer.read(reader) }

    /** `flag` from JSON to JSON, both as they cross wires. */
    public fun flagJson(request: ByteArray): ByteArray = Library.askJson(101, handle, request)

    /** Every feature, for one subject. */
    public fun flags(request: FlagSubject): List<FlagAnswer> =
        Library.ask(102, handle, request) { reader -> reader.list { FlagAnswer.read(reader) } }

    /** `flags` from JSON to JSON, both as they cross wires. */
    public fun flagsJson(request: ByteArray): ByteArray = Library.askJson(102, handle, request)

    /** Checks and normalises the custom values and tags of one thing. */
    public fun checkFields(request: CheckFieldsRequest): CheckedFields =
        Library.ask(103, handle, request) { reader -> CheckedFields.read(reader) }

    /** `checkFields` from JSON to JSON, both as they cross wires. */
    public fun checkFieldsJson(request: ByteArray): ByteArray = Library.askJson(103, handle, request)

    /** What every policy says about a change, and what follows. */
    public fun checkPolicies(request: CheckPoliciesRequest): PolicyDecision =
        Library.ask(104, handle, request) { reader -> PolicyDecision.read(reader) }

    /** `checkPolicies` from JSON to JSON, both as they cross wires. */
    public fun checkPoliciesJson(request: ByteArray): ByteArray = Library.askJson(104, handle, request)
}

/** Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves. */
public class Automation private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: AutomationDefinition) : this(Library.load(7, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(7, bytes))

    /** What is to be done when something happens, by which rules, and why the others did not run. */
    public fun run(request: AutomationRequest): AutomationRun =
        Library.ask(105, handle, request) { reader -> AutomationRun.read(reader) }

    /** `run` from JSON to JSON, both as they cross wires. */
    public fun runJson(request: ByteArray): ByteArray = Library.askJson(105, handle, request)
}

/** When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours. */
public class ContactPlan private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: ContactPlanDefinition) : this(Library.load(8, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(8, bytes))

    /** What is to be sent now, what waits until when, what is not sent and why, and when to ask again. */
    public fun due(request: ContactsDueRequest): ContactsDue =
        Library.ask(106, handle, request) { reader -> ContactsDue.read(reader) }

    /** `due` from JSON to JSON, both as they cross wires. */
    public fun dueJson(request: ByteArray): ByteArray = Library.askJson(106, handle, request)
}

/** A calendar and its prices: what a search page asks. */
public class Storefront private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: StorefrontDefinition) : this(Library.load(9, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(9, bytes))

    /** What is free and at which price, cheapest first, with the reasons of what is not offered. */
    public fun availabilityAndPrice(request: AvailabilityAndPriceRequest): Found =
        Library.ask(107, handle, request) { reader -> Found.read(reader) }

    /** `availabilityAndPrice` from JSON to JSON, both as they cross wires. */
    public fun availabilityAndPriceJson(request: ByteArray): ByteArray = Library.askJson(107, handle, request)

    /** Many commands to the calendar, one after the other, each for itself. */
    public fun apply(request: ApplyRequest): List<AppliedCommand> =
        Library.ask(108, handle, request) { reader -> reader.list { AppliedCommand.read(reader) } }

    /** `apply` from JSON to JSON, both as they cross wires. */
    public fun applyJson(request: ByteArray): ByteArray = Library.askJson(108, handle, request)

    /** The calendar as it is now, as a definition. */
    public fun snapshot(request: SnapshotRequest): CalendarDefinition =
        Library.ask(109, handle, request) { reader -> CalendarDefinition.read(reader) }

    /** `snapshot` from JSON to JSON, both as they cross wires. */
    public fun snapshotJson(request: ByteArray): ByteArray = Library.askJson(109, handle, request)
}

/** The plain functions of `engine`. */
public object Engine {

    /** The catalogue of every code that an error can carry. */
    public fun codes(request: CodesRequest): List<CodeEntry> =
        Library.ask(0, null, request) { reader -> reader.list { CodeEntry.read(reader) } }

    /** `codes` from JSON to JSON, both as they cross wires. */
    public fun codesJson(request: ByteArray): ByteArray = Library.askJson(0, null, request)
}

/** The plain functions of `expression`. */
public object Expressions {

    /** Reads, types and evaluates an expression. */
    public fun evaluate(request: EvaluateRequest): Evaluated =
        Library.ask(1, null, request) { reader -> Evaluated.read(reader) }

    /** `evaluate` from JSON to JSON, both as they cross wires. */
    public fun evaluateJson(request: ByteArray): ByteArray = Library.askJson(1, null, request)

    /** Reads and types an expression: the type of its value, the names it looks at, its canonical form. */
    public fun check(request: ExpressionCheckRequest): ExpressionChecked =
        Library.ask(2, null, request) { reader -> ExpressionChecked.read(reader) }

    /** `check` from JSON to JSON, both as they cross wires. */
    public fun checkJson(request: ByteArray): ByteArray = Library.askJson(2, null, request)
}

/** Rounds an amount to a minor unit, a cash step or any other. */
public fun Money.Companion.round(request: RoundRequest): Money =
    Library.ask(3, null, request) { reader -> Money.read(reader) }

/** `round` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.roundJson(request: ByteArray): ByteArray = Library.askJson(3, null, request)

/** Shares an amount out by weights or in equal parts that add up to it exactly. */
public fun Money.Companion.allocate(request: AllocateRequest): List<Money> =
    Library.ask(4, null, request) { reader -> reader.list { Money.read(reader) } }

/** `allocate` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.allocateJson(request: ByteArray): ByteArray = Library.askJson(4, null, request)

/** Adds amounts of one currency up, exactly. */
public fun Money.Companion.sum(request: SumRequest): Money =
    Library.ask(5, null, request) { reader -> Money.read(reader) }

/** `sum` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.sumJson(request: ByteArray): ByteArray = Library.askJson(5, null, request)

/** Converts an amount by a table of exchange rates and tells which rate was used. */
public fun Money.Companion.convert(request: ConvertRequest): Conversion =
    Library.ask(6, null, request) { reader -> Conversion.read(reader) }

/** `convert` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.convertJson(request: ByteArray): ByteArray = Library.askJson(6, null, request)

/** The facts of one currency: number, name, minor unit, digits shown, cash step. */
public fun Money.Companion.currency(request: CurrencyRequest): CurrencyFacts =
    Library.ask(7, null, request) { reader -> CurrencyFacts.read(reader) }

/** `currency` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.currencyJson(request: ByteArray): ByteArray = Library.askJson(7, null, request)

/** The facts of every currency. */
public fun Money.Companion.currencies(request: CurrenciesRequest): List<CurrencyFacts> =
    Library.ask(8, null, request) { reader -> reader.list { CurrencyFacts.read(reader) } }

/** `currencies` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.currenciesJson(request: ByteArray): ByteArray = Library.askJson(8, null, request)

/** Counts an amount in the units of a payment gateway. */
public fun Money.Companion.toGateway(request: ToGatewayRequest): GatewayAmount =
    Library.ask(9, null, request) { reader -> GatewayAmount.read(reader) }

/** `toGateway` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.toGatewayJson(request: ByteArray): ByteArray = Library.askJson(9, null, request)

/** The amount that a payment gateway's units are. */
public fun Money.Companion.fromGateway(request: FromGatewayRequest): Money =
    Library.ask(10, null, request) { reader -> Money.read(reader) }

/** `fromGateway` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.fromGatewayJson(request: ByteArray): ByteArray = Library.askJson(10, null, request)

/** Writes an amount as a language and place do. */
public fun Money.Companion.format(request: FormatRequest): String =
    Library.ask(11, null, request) { reader -> reader.text() }

/** `format` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.formatJson(request: ByteArray): ByteArray = Library.askJson(11, null, request)

/** Reads an amount as a language and place write it. */
public fun Money.Companion.parse(request: ParseRequest): Money =
    Library.ask(12, null, request) { reader -> Money.read(reader) }

/** `parse` from JSON to JSON, both as they cross wires. */
public fun Money.Companion.parseJson(request: ByteArray): ByteArray = Library.askJson(12, null, request)

/** The plain functions of `time`. */
public object Time {

    /** What is known of a day. */
    public fun day(request: DayRequest): DayFacts =
        Library.ask(13, null, request) { reader -> DayFacts.read(reader) }

    /** `day` from JSON to JSON, both as they cross wires. */
    public fun dayJson(request: ByteArray): ByteArray = Library.askJson(13, null, request)

    /** The same day of another month, or the month's last day when it has none. */
    public fun addMonths(request: AddMonthsRequest): LocalDate =
        Library.ask(14, null, request) { reader -> reader.day() }

    /** `addMonths` from JSON to JSON, both as they cross wires. */
    public fun addMonthsJson(request: ByteArray): ByteArray = Library.askJson(14, null, request)

    /** How old someone is on a day. */
    public fun age(request: AgeRequest): Int =
        Library.ask(15, null, request) { reader -> reader.whole() }

    /** `age` from JSON to JSON, both as they cross wires. */
    public fun ageJson(request: ByteArray): ByteArray = Library.askJson(15, null, request)

    /** The moment at which clocks show a time. */
    public fun toInstant(request: ToInstantRequest): WallTime =
        Library.ask(16, null, request) { reader -> WallTime.read(reader) }

    /** `toInstant` from JSON to JSON, both as they cross wires. */
    public fun toInstantJson(request: ByteArray): ByteArray = Library.askJson(16, null, request)

    /** What clocks show at a moment. */
    public fun toLocal(request: ToLocalRequest): LocalTime =
        Library.ask(17, null, request) { reader -> LocalTime.read(reader) }

    /** `toLocal` from JSON to JSON, both as they cross wires. */
    public fun toLocalJson(request: ByteArray): ByteArray = Library.askJson(17, null, request)

    /** How many seconds a day has. */
    public fun dayLength(request: DayLengthRequest): Long =
        Library.ask(18, null, request) { reader -> reader.long() }

    /** `dayLength` from JSON to JSON, both as they cross wires. */
    public fun dayLengthJson(request: ByteArray): ByteArray = Library.askJson(18, null, request)

    /** The moments at which clocks change in a stretch of time. */
    public fun clockChanges(request: ClockChangesRequest): List<Instant> =
        Library.ask(19, null, request) { reader -> reader.list { reader.instant() } }

    /** `clockChanges` from JSON to JSON, both as they cross wires. */
    public fun clockChangesJson(request: ByteArray): ByteArray = Library.askJson(19, null, request)

    /** The open stretches of days. */
    public fun openSpans(request: OpenSpansRequest): List<Span> =
        Library.ask(20, null, request) { reader -> reader.list { Span.read(reader) } }

    /** `openSpans` from JSON to JSON, both as they cross wires. */
    public fun openSpansJson(request: ByteArray): ByteArray = Library.askJson(20, null, request)

    /** Whether it is open at a moment. */
    public fun isOpen(request: IsOpenRequest): Boolean =
        Library.ask(21, null, request) { reader -> reader.flag() }

    /** `isOpen` from JSON to JSON, both as they cross wires. */
    public fun isOpenJson(request: ByteArray): ByteArray = Library.askJson(21, null, request)

    /** How many seconds of a stretch of time are open. */
    public fun openTime(request: OpenTimeRequest): Long =
        Library.ask(22, null, request) { reader -> reader.long() }

    /** `openTime` from JSON to JSON, both as they cross wires. */
    public fun openTimeJson(request: ByteArray): ByteArray = Library.askJson(22, null, request)

    /** The business day so many business days away. */
    public fun addBusinessDays(request: AddBusinessDaysRequest): LocalDate =
        Library.ask(23, null, request) { reader -> reader.day() }

    /** `addBusinessDays` from JSON to JSON, both as they cross wires. */
    public fun addBusinessDaysJson(request: ByteArray): ByteArray = Library.askJson(23, null, request)

    /** How many business days lie in a range. */
    public fun businessDays(request: BusinessDaysRequest): Int =
        Library.ask(24, null, request) { reader -> reader.whole() }

    /** `businessDays` from JSON to JSON, both as they cross wires. */
    public fun businessDaysJson(request: ByteArray): ByteArray = Library.askJson(24, null, request)

    /** The moment at which so much business time has passed. */
    public fun addBusinessTime(request: AddBusinessTimeRequest): Instant =
        Library.ask(25, null, request) { reader -> reader.instant() }

    /** `addBusinessTime` from JSON to JSON, both as they cross wires. */
    public fun addBusinessTimeJson(request: ByteArray): ByteArray = Library.askJson(25, null, request)

    /** How many seconds of business time a stretch holds. */
    public fun businessTime(request: BusinessTimeRequest): Long =
        Library.ask(26, null, request) { reader -> reader.long() }

    /** `businessTime` from JSON to JSON, both as they cross wires. */
    public fun businessTimeJson(request: ByteArray): ByteArray = Library.askJson(26, null, request)

    /** Billing periods, the anchor's day kept. */
    public fun periods(request: PeriodsRequest): List<DayRange> =
        Library.ask(27, null, request) { reader -> reader.list { DayRange.read(reader) } }

    /** `periods` from JSON to JSON, both as they cross wires. */
    public fun periodsJson(request: ByteArray): ByteArray = Library.askJson(27, null, request)

    /** The billing period that holds a day. */
    public fun periodOf(request: PeriodOfRequest): NumberedPeriod =
        Library.ask(28, null, request) { reader -> NumberedPeriod.read(reader) }

    /** `periodOf` from JSON to JSON, both as they cross wires. */
    public fun periodOfJson(request: ByteArray): ByteArray = Library.askJson(28, null, request)

    /** The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time. */
    public fun occurrences(request: OccurrencesRequest): List<Occurrence> =
        Library.ask(29, null, request) { reader -> reader.list { Occurrence.read(reader) } }

    /** `occurrences` from JSON to JSON, both as they cross wires. */
    public fun occurrencesJson(request: ByteArray): ByteArray = Library.askJson(29, null, request)
}

/** The plain functions of `flow`. */
public object Flow {

    /** The machines that come with the engine, to be used as they are or changed. */
    public fun machines(request: MachinesRequest): List<MachineDefinition> =
        Library.ask(30, null, request) { reader -> reader.list { MachineDefinition.read(reader) } }

    /** `machines` from JSON to JSON, both as they cross wires. */
    public fun machinesJson(request: ByteArray): ByteArray = Library.askJson(30, null, request)

    /** When a failed attempt is followed by the next one: listed or growing delays, with jitter. */
    public fun retry(request: RetryRequest): NextAttempt =
        Library.ask(33, null, request) { reader -> NextAttempt.read(reader) }

    /** `retry` from JSON to JSON, both as they cross wires. */
    public fun retryJson(request: ByteArray): ByteArray = Library.askJson(33, null, request)

    /** Follows a figure: an alert that opens once, stays open and clears. */
    public fun alert(request: AlertRequest): Alerted =
        Library.ask(34, null, request) { reader -> Alerted.read(reader) }

    /** `alert` from JSON to JSON, both as they cross wires. */
    public fun alertJson(request: ByteArray): ByteArray = Library.askJson(34, null, request)
}

/** The plain functions of `tenancy`. */
public object Tenancy {

    /** A name as part of an address, unlike those that are taken. */
    public fun slug(request: SlugRequest): String =
        Library.ask(31, null, request) { reader -> reader.text() }

    /** `slug` from JSON to JSON, both as they cross wires. */
    public fun slugJson(request: ByteArray): ByteArray = Library.askJson(31, null, request)
}

/** The plain functions of `assignment`. */
public object Assignment {

    /** Chooses who takes something: in turns, by load, by skill, or by name. */
    public fun choose(request: ChooseRequest): AssignmentChoice =
        Library.ask(32, null, request) { reader -> AssignmentChoice.read(reader) }

    /** `choose` from JSON to JSON, both as they cross wires. */
    public fun chooseJson(request: ByteArray): ByteArray = Library.askJson(32, null, request)
}

/** The plain functions of `rates`. */
public object Rates {

    /** Checks a new list, gives it a code when it has none, and makes it a draft. */
    public fun create(request: CreateListRequest): RateListDefinition =
        Library.ask(35, null, request) { reader -> RateListDefinition.read(reader) }

    /** `create` from JSON to JSON, both as they cross wires. */
    public fun createJson(request: ByteArray): ByteArray = Library.askJson(35, null, request)

    /** Publishes a draft: its days must not meet those of another list, and its former version ends where it begins. */
    public fun publish(request: PublishRequest): Published =
        Library.ask(36, null, request) { reader -> Published.read(reader) }

    /** `publish` from JSON to JSON, both as they cross wires. */
    public fun publishJson(request: ByteArray): ByteArray = Library.askJson(36, null, request)

    /** Makes a published list a draft again, when nothing refers to it. */
    public fun unpublish(request: UnpublishRequest): RateListDefinition =
        Library.ask(37, null, request) { reader -> RateListDefinition.read(reader) }

    /** `unpublish` from JSON to JSON, both as they cross wires. */
    public fun unpublishJson(request: ByteArray): ByteArray = Library.askJson(37, null, request)

    /** Archives a draft or a published list. */
    public fun archive(request: ListRequest): RateListDefinition =
        Library.ask(38, null, request) { reader -> RateListDefinition.read(reader) }

    /** `archive` from JSON to JSON, both as they cross wires. */
    public fun archiveJson(request: ByteArray): ByteArray = Library.askJson(38, null, request)

    /** Checks a change to a list: only drafts change, and not their code, version or parent. */
    public fun edit(request: EditRequest): RateListDefinition =
        Library.ask(39, null, request) { reader -> RateListDefinition.read(reader) }

    /** `edit` from JSON to JSON, both as they cross wires. */
    public fun editJson(request: ByteArray): ByteArray = Library.askJson(39, null, request)

    /** Makes the next version of a list, as a draft that refers to it. */
    public fun cloneList(request: CloneRequest): RateListDefinition =
        Library.ask(40, null, request) { reader -> RateListDefinition.read(reader) }

    /** `cloneList` from JSON to JSON, both as they cross wires. */
    public fun cloneListJson(request: ByteArray): ByteArray = Library.askJson(40, null, request)

    /** Adds a blackout and tells which bookings lie in it. */
    public fun addBlackout(request: AddBlackoutRequest): BlackoutAdded =
        Library.ask(41, null, request) { reader -> BlackoutAdded.read(reader) }

    /** `addBlackout` from JSON to JSON, both as they cross wires. */
    public fun addBlackoutJson(request: ByteArray): ByteArray = Library.askJson(41, null, request)

    /** Sells days again: blackouts lose them and keep the rest. */
    public fun removeBlackout(request: RemoveBlackoutRequest): RateListDefinition =
        Library.ask(42, null, request) { reader -> RateListDefinition.read(reader) }

    /** `removeBlackout` from JSON to JSON, both as they cross wires. */
    public fun removeBlackoutJson(request: ByteArray): ByteArray = Library.askJson(42, null, request)

    /** The taxes of a place of supply, as a rate list would apply them. */
    public fun taxesFor(request: TaxesForRequest): List<Tax> =
        Library.ask(44, null, request) { reader -> reader.list { Tax.read(reader) } }

    /** `taxesFor` from JSON to JSON, both as they cross wires. */
    public fun taxesForJson(request: ByteArray): ByteArray = Library.askJson(44, null, request)

    /** Every blackout day with its reason. */
    public fun blackoutDays(request: BlackoutDaysRequest): List<BlackoutDay> =
        Library.ask(45, null, request) { reader -> reader.list { BlackoutDay.read(reader) } }

    /** `blackoutDays` from JSON to JSON, both as they cross wires. */
    public fun blackoutDaysJson(request: ByteArray): ByteArray = Library.askJson(45, null, request)
}

/** The plain functions of `plans`. */
public object Plans {

    /** The price of a speed boost: the difference of the monthly prices by the hours' share of the month. */
    public fun boost(request: BoostRequest): Boost =
        Library.ask(43, null, request) { reader -> Boost.read(reader) }

    /** `boost` from JSON to JSON, both as they cross wires. */
    public fun boostJson(request: ByteArray): ByteArray = Library.askJson(43, null, request)
}
