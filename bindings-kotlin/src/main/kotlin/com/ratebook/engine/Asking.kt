// Written by `cargo xtask generate`.

package com.ratebook

import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
import com.ratebook.expression.*
import com.ratebook.flow.*
import com.ratebook.money.*
import com.ratebook.plans.*
import com.ratebook.rates.*
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** What the library must have been made of. */
internal const val INTERFACE: Long = 3916235874369316031L

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
                "books" -> BooksException(report)
                "calendar" -> CalendarException(report)
                "definition" -> DefinitionException(report)
                "engine" -> EngineException(report)
                "expression" -> ExpressionException(report)
                "flow" -> FlowException(report)
                "money" -> MoneyException(report)
                "rates" -> RatesException(report)
                "records" -> RecordsException(report)
                "request" -> RequestException(report)
                "tenancy" -> TenancyException(report)
                "time" -> TimeException(report)
                else -> UnknownException(report)
            }
    }
}

/** Its code is of a family that a newer engine knows, and this package does not. */
public class UnknownException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `books.`. */
public class BooksException(report: ErrorReport) : RatebookException(report)

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

/** Its code begins with `records.`. */
public class RecordsException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `request.`. */
public class RequestException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `tenancy.`. */
public class TenancyException(report: ErrorReport) : RatebookException(report)

/** Its code begins with `time.`. */
public class TimeException(report: ErrorReport) : RatebookException(report)

/** The figures of errors, by which they are read as what they are: `refused[Details.REQUIRED]`. */
public object Details {
    @JvmField public val ADULTS: Detail<Long> = Detail("adults", Detail.Companion::whole)
    @JvmField public val AGE_SECONDS: Detail<Long> = Detail("age_seconds", Detail.Companion::whole)
    @JvmField public val ALLOWED: Detail<Long> = Detail("allowed", Detail.Companion::whole)
    @JvmField public val AMOUNT: Detail<Long> = Detail("amount", Detail.Companion::whole)
    @JvmField public val ANCHOR: Detail<LocalDate> = Detail("anchor", Detail.Companion::day)
    @JvmField public val AT: Detail<Instant> = Detail("at", Detail.Companion::instant)
    @JvmField public val BASE: Detail<String> = Detail("base", Detail.Companion::text)
    @JvmField public val BEGIN: Detail<Long> = Detail("begin", Detail.Companion::whole)
    @JvmField public val BLOCKED: Detail<String> = Detail("blocked", Detail.Companion::text)
    @JvmField public val BOOKED_ON: Detail<LocalDate> = Detail("booked_on", Detail.Companion::day)
    @JvmField public val BOOKING: Detail<String> = Detail("booking", Detail.Companion::text)
    @JvmField public val BOOKING_WINDOW: Detail<DayRange> = Detail("booking_window", Detail.Companion::range)
    @JvmField public val BOOSTED_PRICE: Detail<BigDecimal> = Detail("boosted_price", Detail.Companion::decimal)
    @JvmField public val BYTES: Detail<Long> = Detail("bytes", Detail.Companion::whole)
    @JvmField public val CAPACITY: Detail<Long> = Detail("capacity", Detail.Companion::whole)
    @JvmField public val CATEGORY: Detail<String> = Detail("category", Detail.Companion::text)
    @JvmField public val CELLS: Detail<Long> = Detail("cells", Detail.Companion::whole)
    @JvmField public val CHECK: Detail<String> = Detail("check", Detail.Companion::text)
    @JvmField public val CHOICES: Detail<List<String>> = Detail("choices", Detail.Companion::texts)
    @JvmField public val CLASHING: Detail<Long> = Detail("clashing", Detail.Companion::whole)
    @JvmField public val CLOSES_DAYS_BEFORE: Detail<Long> = Detail("closes_days_before", Detail.Companion::whole)
    @JvmField public val COLUMN: Detail<String> = Detail("column", Detail.Companion::text)
    @JvmField public val COUNT: Detail<Long> = Detail("count", Detail.Companion::whole)
    @JvmField public val COUNTED: Detail<String> = Detail("counted", Detail.Companion::text)
    @JvmField public val CURRENCY: Detail<String> = Detail("currency", Detail.Companion::text)
    @JvmField public val CURRENT_PRICE: Detail<BigDecimal> = Detail("current_price", Detail.Companion::decimal)
    @JvmField public val CUT_OFF: Detail<String> = Detail("cut_off", Detail.Companion::text)
    @JvmField public val CYCLE: Detail<List<String>> = Detail("cycle", Detail.Companion::texts)
    @JvmField public val DAY: Detail<LocalDate> = Detail("day", Detail.Companion::day)
    @JvmField public val DAYS: Detail<List<DayRange>> = Detail("days", Detail.Companion::days)
    @JvmField public val DAYS_AHEAD: Detail<Long> = Detail("days_ahead", Detail.Companion::whole)
    @JvmField public val DAYS_BEFORE: Detail<Long> = Detail("days_before", Detail.Companion::whole)
    @JvmField public val DAYS_LEFT: Detail<Long> = Detail("days_left", Detail.Companion::whole)
    @JvmField public val DECLARED: Detail<String> = Detail("declared", Detail.Companion::text)
    @JvmField public val ENDS_AT: Detail<Instant> = Detail("ends_at", Detail.Companion::instant)
    @JvmField public val ENTITY: Detail<String> = Detail("entity", Detail.Companion::text)
    @JvmField public val EVENT: Detail<String> = Detail("event", Detail.Companion::text)
    @JvmField public val EXPECTED: Detail<String> = Detail("expected", Detail.Companion::text)
    @JvmField public val EXPIRES_AT: Detail<Instant> = Detail("expires_at", Detail.Companion::instant)
    @JvmField public val FIELD: Detail<String> = Detail("field", Detail.Companion::text)
    @JvmField public val FIELDS: Detail<List<String>> = Detail("fields", Detail.Companion::texts)
    @JvmField public val FILE: Detail<String> = Detail("file", Detail.Companion::text)
    @JvmField public val FOUND: Detail<String> = Detail("found", Detail.Companion::text)
    @JvmField public val GUARD: Detail<String> = Detail("guard", Detail.Companion::text)
    @JvmField public val HELD: Detail<Long> = Detail("held", Detail.Companion::whole)
    @JvmField public val HOLD: Detail<String> = Detail("hold", Detail.Companion::text)
    @JvmField public val HORIZON_DAYS: Detail<Long> = Detail("horizon_days", Detail.Companion::whole)
    @JvmField public val ID: Detail<String> = Detail("id", Detail.Companion::text)
    @JvmField public val INDEX: Detail<Long> = Detail("index", Detail.Companion::whole)
    @JvmField public val KIND: Detail<String> = Detail("kind", Detail.Companion::text)
    @JvmField public val KNOWN: Detail<List<String>> = Detail("known", Detail.Companion::texts)
    @JvmField public val LARGEST: Detail<Long> = Detail("largest", Detail.Companion::whole)
    @JvmField public val LEGAL: Detail<List<String>> = Detail("legal", Detail.Companion::texts)
    @JvmField public val LENGTH: Detail<Long> = Detail("length", Detail.Companion::whole)
    @JvmField public val LENGTH_STEP_MINUTES: Detail<Long> = Detail("length_step_minutes", Detail.Companion::whole)
    @JvmField public val LIMIT: Detail<Long> = Detail("limit", Detail.Companion::whole)
    @JvmField public val LINE: Detail<Long> = Detail("line", Detail.Companion::whole)
    @JvmField public val LISTS: Detail<Long> = Detail("lists", Detail.Companion::whole)
    @JvmField public val LOCKED_UNTIL: Detail<Instant> = Detail("locked_until", Detail.Companion::instant)
    @JvmField public val LOCKOUT: Detail<String> = Detail("lockout", Detail.Companion::text)
    @JvmField public val MAX_AGE_SECONDS: Detail<Long> = Detail("max_age_seconds", Detail.Companion::whole)
    @JvmField public val MAX_MINUTES: Detail<Long> = Detail("max_minutes", Detail.Companion::whole)
    @JvmField public val MAX_NIGHTS: Detail<Long> = Detail("max_nights", Detail.Companion::whole)
    @JvmField public val MERGED_INTO: Detail<String> = Detail("merged_into", Detail.Companion::text)
    @JvmField public val METRICS: Detail<List<String>> = Detail("metrics", Detail.Companion::texts)
    @JvmField public val MIN_MINUTES: Detail<Long> = Detail("min_minutes", Detail.Companion::whole)
    @JvmField public val MIN_NIGHTS: Detail<Long> = Detail("min_nights", Detail.Companion::whole)
    @JvmField public val MODE: Detail<String> = Detail("mode", Detail.Companion::text)
    @JvmField public val NAME: Detail<String> = Detail("name", Detail.Companion::text)
    @JvmField public val NEXT: Detail<LocalDate> = Detail("next", Detail.Companion::day)
    @JvmField public val NOTICE_MINUTES: Detail<Long> = Detail("notice_minutes", Detail.Companion::whole)
    @JvmField public val NOW: Detail<Instant> = Detail("now", Detail.Companion::instant)
    @JvmField public val OCCURRENCE: Detail<Instant> = Detail("occurrence", Detail.Companion::instant)
    @JvmField public val OCCURRENCES: Detail<Long> = Detail("occurrences", Detail.Companion::whole)
    @JvmField public val ON: Detail<LocalDate> = Detail("on", Detail.Companion::day)
    @JvmField public val ONLY: Detail<String> = Detail("only", Detail.Companion::text)
    @JvmField public val OPTIONS: Detail<String> = Detail("options", Detail.Companion::text)
    @JvmField public val PART: Detail<String> = Detail("part", Detail.Companion::text)
    @JvmField public val PEOPLE: Detail<Long> = Detail("people", Detail.Companion::whole)
    @JvmField public val PERIOD: Detail<DayRange> = Detail("period", Detail.Companion::range)
    @JvmField public val PERMISSION: Detail<String> = Detail("permission", Detail.Companion::text)
    @JvmField public val PERMISSIONS: Detail<List<String>> = Detail("permissions", Detail.Companion::texts)
    @JvmField public val PLACE: Detail<String> = Detail("place", Detail.Companion::text)
    @JvmField public val POLICY: Detail<String> = Detail("policy", Detail.Companion::text)
    @JvmField public val PRICE: Detail<BigDecimal> = Detail("price", Detail.Companion::decimal)
    @JvmField public val PURGE_AT: Detail<Instant> = Detail("purge_at", Detail.Companion::instant)
    @JvmField public val QUOTA: Detail<String> = Detail("quota", Detail.Companion::text)
    @JvmField public val QUOTE: Detail<String> = Detail("quote", Detail.Companion::text)
    @JvmField public val RANGE: Detail<String> = Detail("range", Detail.Companion::text)
    @JvmField public val RATE_AS_OF: Detail<Instant> = Detail("rate_as_of", Detail.Companion::instant)
    @JvmField public val RATIO: Detail<BigDecimal> = Detail("ratio", Detail.Companion::decimal)
    @JvmField public val REASON: Detail<String> = Detail("reason", Detail.Companion::text)
    @JvmField public val REASONS: Detail<List<String>> = Detail("reasons", Detail.Companion::texts)
    @JvmField public val RECORDS: Detail<List<String>> = Detail("records", Detail.Companion::texts)
    @JvmField public val REFERENCES: Detail<Long> = Detail("references", Detail.Companion::whole)
    @JvmField public val RELEASE_DAYS: Detail<Long> = Detail("release_days", Detail.Companion::whole)
    @JvmField public val REMAINING: Detail<Long> = Detail("remaining", Detail.Companion::whole)
    @JvmField public val REQUESTED: Detail<Long> = Detail("requested", Detail.Companion::whole)
    @JvmField public val REQUIRED: Detail<Long> = Detail("required", Detail.Companion::whole)
    @JvmField public val RESOURCE: Detail<String> = Detail("resource", Detail.Companion::text)
    @JvmField public val RETRY_AFTER_SECONDS: Detail<Long> = Detail("retry_after_seconds", Detail.Companion::whole)
    @JvmField public val REVOKED_AT: Detail<Instant> = Detail("revoked_at", Detail.Companion::instant)
    @JvmField public val ROW: Detail<Long> = Detail("row", Detail.Companion::whole)
    @JvmField public val RULE: Detail<String> = Detail("rule", Detail.Companion::text)
    @JvmField public val SOURCE: Detail<String> = Detail("source", Detail.Companion::text)
    @JvmField public val SPAN: Detail<Span> = Detail("span", Detail.Companion::span)
    @JvmField public val STATE: Detail<String> = Detail("state", Detail.Companion::text)
    @JvmField public val STATES: Detail<List<String>> = Detail("states", Detail.Companion::texts)
    @JvmField public val STATUS: Detail<String> = Detail("status", Detail.Companion::text)
    @JvmField public val STEP: Detail<BigDecimal> = Detail("step", Detail.Companion::decimal)
    @JvmField public val STEP_MINUTES: Detail<Long> = Detail("step_minutes", Detail.Companion::whole)
    @JvmField public val SUPERSEDED_ON: Detail<LocalDate> = Detail("superseded_on", Detail.Companion::day)
    @JvmField public val TEMPLATE: Detail<String> = Detail("template", Detail.Companion::text)
    @JvmField public val TICKET: Detail<String> = Detail("ticket", Detail.Companion::text)
    @JvmField public val TIME: Detail<String> = Detail("time", Detail.Companion::text)
    @JvmField public val TYPE: Detail<String> = Detail("type", Detail.Companion::text)
    @JvmField public val UNITS: Detail<Long> = Detail("units", Detail.Companion::whole)
    @JvmField public val UNITS_LEFT: Detail<Long> = Detail("units_left", Detail.Companion::whole)
    @JvmField public val UNKNOWN: Detail<Long> = Detail("unknown", Detail.Companion::whole)
    @JvmField public val USED: Detail<Long> = Detail("used", Detail.Companion::whole)
    @JvmField public val USES: Detail<Long> = Detail("uses", Detail.Companion::whole)
    @JvmField public val VALID: Detail<DayRange> = Detail("valid", Detail.Companion::range)
    @JvmField public val VERSION: Detail<Long> = Detail("version", Detail.Companion::whole)
    @JvmField public val VIRUS: Detail<String> = Detail("virus", Detail.Companion::text)
    @JvmField public val WEEKDAY: Detail<String> = Detail("weekday", Detail.Companion::text)
    @JvmField public val WHY: Detail<List<String>> = Detail("why", Detail.Companion::texts)
    @JvmField public val WINDOW: Detail<DayRange> = Detail("window", Detail.Companion::range)
    @JvmField public val WITH: Detail<String> = Detail("with", Detail.Companion::text)
    @JvmField public val WITHIN_SECONDS: Detail<Long> = Detail("within_seconds", Detail.Companion::whole)
    @JvmField public val ZONE: Detail<String> = Detail("zone", Detail.Companion::text)
}

/** A rate list, checked and compiled: asked for prices as often as you like. */
public class RateList private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: RateListDefinition) : this(Library.load(0, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(0, bytes))

    /** Prices a request, with every line; or refuses it with every reason. */
    public fun price(request: PriceRequest): Price =
        Library.ask(52, handle, request) { reader -> Price.read(reader) }

    /** `price` from JSON to JSON, both as they cross wires. */
    public fun priceJson(request: ByteArray): ByteArray = Library.askJson(52, handle, request)

    /** The total alone: the fast way when nobody reads the lines. */
    public fun total(request: PriceRequest): Money =
        Library.ask(53, handle, request) { reader -> Money.read(reader) }

    /** `total` from JSON to JSON, both as they cross wires. */
    public fun totalJson(request: ByteArray): ByteArray = Library.askJson(53, handle, request)

    /** Prices a request and tells the total in another currency, with the exchange rate and its time. */
    public fun priceIn(request: PriceInRequest): PriceIn =
        Library.ask(54, handle, request) { reader -> PriceIn.read(reader) }

    /** `priceIn` from JSON to JSON, both as they cross wires. */
    public fun priceInJson(request: ByteArray): ByteArray = Library.askJson(54, handle, request)

    /** The price in sentences, or every reason against it. */
    public fun explain(request: PriceRequest): Explanation =
        Library.ask(55, handle, request) { reader -> Explanation.read(reader) }

    /** `explain` from JSON to JSON, both as they cross wires. */
    public fun explainJson(request: ByteArray): ByteArray = Library.askJson(55, handle, request)

    /** Prices many requests, one answer each; a bad request never spoils the others. */
    public fun quoteMany(request: QuoteManyRequest): List<Quoted> =
        Library.ask(56, handle, request) { reader -> reader.list { Quoted.read(reader) } }

    /** `quoteMany` from JSON to JSON, both as they cross wires. */
    public fun quoteManyJson(request: ByteArray): ByteArray = Library.askJson(56, handle, request)

    /** The totals of many requests, one answer each: the fastest way to price a lot. */
    public fun totalMany(request: QuoteManyRequest): List<Totalled> =
        Library.ask(57, handle, request) { reader -> reader.list { Totalled.read(reader) } }

    /** `totalMany` from JSON to JSON, both as they cross wires. */
    public fun totalManyJson(request: ByteArray): ByteArray = Library.askJson(57, handle, request)

    /** The total of every arrival day, length of stay and party. */
    public fun grid(request: GridRequest): Grid =
        Library.ask(58, handle, request) { reader -> Grid.read(reader) }

    /** `grid` from JSON to JSON, both as they cross wires. */
    public fun gridJson(request: ByteArray): ByteArray = Library.askJson(58, handle, request)

    /** The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again. */
    public fun pack(request: PackRequest): Packed =
        Library.ask(59, handle, request) { reader -> Packed.read(reader) }

    /** `pack` from JSON to JSON, both as they cross wires. */
    public fun packJson(request: ByteArray): ByteArray = Library.askJson(59, handle, request)
}

/** Several rate lists, checked and compiled, that answer together. */
public class RateLists private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: RateListsDefinition) : this(Library.load(1, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(1, bytes))

    /** The price of the cheapest list, with every other offer and refusal. */
    public fun cheapest(request: CheapestRequest): Cheapest =
        Library.ask(60, handle, request) { reader -> Cheapest.read(reader) }

    /** `cheapest` from JSON to JSON, both as they cross wires. */
    public fun cheapestJson(request: ByteArray): ByteArray = Library.askJson(60, handle, request)

    /** The one list that answers for a product: by priority, most specific product, newest version, id, in this order. */
    public fun select(request: SelectRequest): Selection =
        Library.ask(61, handle, request) { reader -> Selection.read(reader) }

    /** `select` from JSON to JSON, both as they cross wires. */
    public fun selectJson(request: ByteArray): ByteArray = Library.askJson(61, handle, request)

    /** Every pair of published lists of one supplier, service, destination and product whose days meet. */
    public fun overlaps(request: OverlapsRequest): List<Overlap> =
        Library.ask(62, handle, request) { reader -> reader.list { Overlap.read(reader) } }

    /** `overlaps` from JSON to JSON, both as they cross wires. */
    public fun overlapsJson(request: ByteArray): ByteArray = Library.askJson(62, handle, request)

    /** The overlaps that a list would have, without saving it. */
    public fun validateDates(request: ValidateDatesRequest): List<Overlap> =
        Library.ask(63, handle, request) { reader -> reader.list { Overlap.read(reader) } }

    /** `validateDates` from JSON to JSON, both as they cross wires. */
    public fun validateDatesJson(request: ByteArray): ByteArray = Library.askJson(63, handle, request)

    /** Prices the same requests under two lists: what would have changed, for each and in sum. */
    public fun simulate(request: SimulateRequest): Simulation =
        Library.ask(64, handle, request) { reader -> Simulation.read(reader) }

    /** `simulate` from JSON to JSON, both as they cross wires. */
    public fun simulateJson(request: ByteArray): ByteArray = Library.askJson(64, handle, request)

    /** One change over many lists as one set that can be looked at: all lists change or none. */
    public fun bulkUpdate(request: BulkUpdateRequest): BulkUpdate =
        Library.ask(65, handle, request) { reader -> BulkUpdate.read(reader) }

    /** `bulkUpdate` from JSON to JSON, both as they cross wires. */
    public fun bulkUpdateJson(request: ByteArray): ByteArray = Library.askJson(65, handle, request)
}

/** A plan, checked: what its periods cost, and what changes in their midst do. */
public class Plan private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: PlanDefinition) : this(Library.load(2, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(2, bytes))

    /** What a period costs with its usage, line by line. */
    public fun charge(request: UsageRequest): PlanBill =
        Library.ask(66, handle, request) { reader -> PlanBill.read(reader) }

    /** `charge` from JSON to JSON, both as they cross wires. */
    public fun chargeJson(request: ByteArray): ByteArray = Library.askJson(66, handle, request)

    /** The plan's billing periods, the anchor's day kept. */
    public fun periods(request: PlanPeriodsRequest): List<BillingPeriod> =
        Library.ask(67, handle, request) { reader -> reader.list { BillingPeriod.read(reader) } }

    /** `periods` from JSON to JSON, both as they cross wires. */
    public fun periodsJson(request: ByteArray): ByteArray = Library.askJson(67, handle, request)

    /** What a change in the midst of a period costs: credit and charge as separate lines. */
    public fun prorate(request: ProrateRequest): Proration =
        Library.ask(68, handle, request) { reader -> Proration.read(reader) }

    /** `prorate` from JSON to JSON, both as they cross wires. */
    public fun prorateJson(request: ByteArray): ByteArray = Library.askJson(68, handle, request)
}

/** A cancellation policy, checked: what is charged and what goes back, by how long before the start. */
public class CancellationPolicy private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: CancellationPolicyDefinition) : this(Library.load(3, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(3, bytes))

    /** What a cancellation costs and what goes back, component by component. */
    public fun fee(request: CancellationRequest): CancellationSettlement =
        Library.ask(69, handle, request) { reader -> CancellationSettlement.read(reader) }

    /** `fee` from JSON to JSON, both as they cross wires. */
    public fun feeJson(request: ByteArray): ByteArray = Library.askJson(69, handle, request)

    /** Every deadline of a booking with what cancelling costs until then, as a guest is shown it. */
    public fun deadlines(request: CancellationDeadlinesRequest): CancellationDeadlines =
        Library.ask(70, handle, request) { reader -> CancellationDeadlines.read(reader) }

    /** `deadlines` from JSON to JSON, both as they cross wires. */
    public fun deadlinesJson(request: ByteArray): ByteArray = Library.askJson(70, handle, request)
}

/** Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all. */
public class BookingCalendar private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: CalendarDefinition) : this(Library.load(4, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(4, bytes))

    /** Is it free? If not, every reason, with the units left. */
    public fun check(request: CheckRequest): Availability =
        Library.ask(71, handle, request) { reader -> Availability.read(reader) }

    /** `check` from JSON to JSON, both as they cross wires. */
    public fun checkJson(request: ByteArray): ByteArray = Library.askJson(71, handle, request)

    /** Are several things free at once? One answer for all of them, with every reason. */
    public fun checkAll(request: CheckAllRequest): Availability =
        Library.ask(72, handle, request) { reader -> Availability.read(reader) }

    /** `checkAll` from JSON to JSON, both as they cross wires. */
    public fun checkAllJson(request: ByteArray): ByteArray = Library.askJson(72, handle, request)

    /** The first free time of each resource, the earliest first. */
    public fun nextFree(request: NextFreeRequest): List<FreeTime> =
        Library.ask(73, handle, request) { reader -> reader.list { FreeTime.read(reader) } }

    /** `nextFree` from JSON to JSON, both as they cross wires. */
    public fun nextFreeJson(request: ByteArray): ByteArray = Library.askJson(73, handle, request)

    /** The free starts of many resources, in local time. */
    public fun slots(request: SlotsRequest): List<ResourceSlots> =
        Library.ask(74, handle, request) { reader -> reader.list { ResourceSlots.read(reader) } }

    /** `slots` from JSON to JSON, both as they cross wires. */
    public fun slotsJson(request: ByteArray): ByteArray = Library.askJson(74, handle, request)

    /** The starts at which several things are free at once, with a resource for each of them. */
    public fun commonSlots(request: CommonSlotsRequest): List<CommonSlot> =
        Library.ask(75, handle, request) { reader -> reader.list { CommonSlot.read(reader) } }

    /** `commonSlots` from JSON to JSON, both as they cross wires. */
    public fun commonSlotsJson(request: ByteArray): ByteArray = Library.askJson(75, handle, request)

    /** What a screen draws: a day, a week or a month of resources. */
    public fun view(request: ViewRequest): List<ResourceView> =
        Library.ask(76, handle, request) { reader -> reader.list { ResourceView.read(reader) } }

    /** `view` from JSON to JSON, both as they cross wires. */
    public fun viewJson(request: ByteArray): ByteArray = Library.askJson(76, handle, request)

    /** Utilisation by day or week, gaps too short to sell, and pickup. */
    public fun occupancy(request: OccupancyRequest): List<ResourceOccupancy> =
        Library.ask(77, handle, request) { reader -> reader.list { ResourceOccupancy.read(reader) } }

    /** `occupancy` from JSON to JSON, both as they cross wires. */
    public fun occupancyJson(request: ByteArray): ByteArray = Library.askJson(77, handle, request)

    /** Who takes an appointment: free, able, and next by the rule. */
    public fun assign(request: AssignRequest): Assigned =
        Library.ask(78, handle, request) { reader -> Assigned.read(reader) }

    /** `assign` from JSON to JSON, both as they cross wires. */
    public fun assignJson(request: ByteArray): ByteArray = Library.askJson(78, handle, request)

    /** Books one resource or several at once: all or none. */
    public fun book(request: BookRequest): Booking =
        Library.ask(79, handle, request) { reader -> Booking.read(reader) }

    /** `book` from JSON to JSON, both as they cross wires. */
    public fun bookJson(request: ByteArray): ByteArray = Library.askJson(79, handle, request)

    /** Books a recurring time: all occurrences, those that are free, or none. Every clash is told. */
    public fun bookSeries(request: BookSeriesRequest): BookedSeries =
        Library.ask(80, handle, request) { reader -> BookedSeries.read(reader) }

    /** `bookSeries` from JSON to JSON, both as they cross wires. */
    public fun bookSeriesJson(request: ByteArray): ByteArray = Library.askJson(80, handle, request)

    /** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
    public fun reschedule(request: RescheduleRequest): Booking =
        Library.ask(81, handle, request) { reader -> Booking.read(reader) }

    /** `reschedule` from JSON to JSON, both as they cross wires. */
    public fun rescheduleJson(request: ByteArray): ByteArray = Library.askJson(81, handle, request)

    /** Gives a booking up. */
    public fun cancel(request: CancelRequest): Booking =
        Library.ask(82, handle, request) { reader -> Booking.read(reader) }

    /** `cancel` from JSON to JSON, both as they cross wires. */
    public fun cancelJson(request: ByteArray): ByteArray = Library.askJson(82, handle, request)

    /** Holds one resource or several at once, until a moment. The same key again is the same hold. */
    public fun hold(request: HoldRequest): Hold =
        Library.ask(83, handle, request) { reader -> Hold.read(reader) }

    /** `hold` from JSON to JSON, both as they cross wires. */
    public fun holdJson(request: ByteArray): ByteArray = Library.askJson(83, handle, request)

    /** Makes a hold a booking; what it holds is checked again. */
    public fun confirm(request: ConfirmRequest): Booking =
        Library.ask(84, handle, request) { reader -> Booking.read(reader) }

    /** `confirm` from JSON to JSON, both as they cross wires. */
    public fun confirmJson(request: ByteArray): ByteArray = Library.askJson(84, handle, request)

    /** Gives a hold up. */
    public fun release(request: ReleaseRequest): Hold =
        Library.ask(85, handle, request) { reader -> Hold.read(reader) }

    /** `release` from JSON to JSON, both as they cross wires. */
    public fun releaseJson(request: ByteArray): ByteArray = Library.askJson(85, handle, request)

    /** Lets a hold expire later. */
    public fun extend(request: ExtendRequest): Hold =
        Library.ask(86, handle, request) { reader -> Hold.read(reader) }

    /** `extend` from JSON to JSON, both as they cross wires. */
    public fun extendJson(request: ByteArray): ByteArray = Library.askJson(86, handle, request)

    /** Drops every hold that has expired, and tells which. */
    public fun expire(request: ExpireRequest): List<Hold> =
        Library.ask(87, handle, request) { reader -> reader.list { Hold.read(reader) } }

    /** `expire` from JSON to JSON, both as they cross wires. */
    public fun expireJson(request: ByteArray): ByteArray = Library.askJson(87, handle, request)

    /** Blocks time, whatever is booked in it. */
    public fun block(request: BlockRequest): Blocked =
        Library.ask(88, handle, request) { reader -> Blocked.read(reader) }

    /** `block` from JSON to JSON, both as they cross wires. */
    public fun blockJson(request: ByteArray): ByteArray = Library.askJson(88, handle, request)

    /** Makes blocked time free again. */
    public fun unblock(request: UnblockRequest): Blocked =
        Library.ask(89, handle, request) { reader -> Blocked.read(reader) }

    /** `unblock` from JSON to JSON, both as they cross wires. */
    public fun unblockJson(request: ByteArray): ByteArray = Library.askJson(89, handle, request)

    /** Many commands, one after the other, each for itself. */
    public fun apply(request: ApplyRequest): List<AppliedCommand> =
        Library.ask(90, handle, request) { reader -> reader.list { AppliedCommand.read(reader) } }

    /** `apply` from JSON to JSON, both as they cross wires. */
    public fun applyJson(request: ByteArray): ByteArray = Library.askJson(90, handle, request)

    /** Takes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing. */
    public fun applyRows(request: ApplyRowsRequest): AppliedRows =
        Library.ask(91, handle, request) { reader -> AppliedRows.read(reader) }

    /** `applyRows` from JSON to JSON, both as they cross wires. */
    public fun applyRowsJson(request: ByteArray): ByteArray = Library.askJson(91, handle, request)

    /** Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost. */
    public fun merge(request: MergeRequest): List<MergedCommand> =
        Library.ask(92, handle, request) { reader -> reader.list { MergedCommand.read(reader) } }

    /** `merge` from JSON to JSON, both as they cross wires. */
    public fun mergeJson(request: ByteArray): ByteArray = Library.askJson(92, handle, request)

    /** Everything as a definition, from which it loads again. */
    public fun snapshot(request: SnapshotRequest): CalendarDefinition =
        Library.ask(93, handle, request) { reader -> CalendarDefinition.read(reader) }

    /** `snapshot` from JSON to JSON, both as they cross wires. */
    public fun snapshotJson(request: ByteArray): ByteArray = Library.askJson(93, handle, request)
}

/** A machine, checked and compiled to a table: what may happen next. */
public class Machine private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: MachineDefinition) : this(Library.load(5, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(5, bytes))

    /** Begins an instance in the initial state. */
    public fun start(request: StartRequest): MachineFired =
        Library.ask(94, handle, request) { reader -> MachineFired.read(reader) }

    /** `start` from JSON to JSON, both as they cross wires. */
    public fun startJson(request: ByteArray): ByteArray = Library.askJson(94, handle, request)

    /** What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told. */
    public fun fire(request: FireRequest): MachineFired =
        Library.ask(95, handle, request) { reader -> MachineFired.read(reader) }

    /** `fire` from JSON to JSON, both as they cross wires. */
    public fun fireJson(request: ByteArray): ByteArray = Library.askJson(95, handle, request)

    /** Many events of many instances, one after the other, each for itself. */
    public fun fireAll(request: FireAllRequest): List<MachineAttempt> =
        Library.ask(96, handle, request) { reader -> reader.list { MachineAttempt.read(reader) } }

    /** `fireAll` from JSON to JSON, both as they cross wires. */
    public fun fireAllJson(request: ByteArray): ByteArray = Library.askJson(96, handle, request)

    /** Where an event leads, by names alone: who may and what must be given is not asked. */
    public fun step(request: StepRequest): MachineStep =
        Library.ask(97, handle, request) { reader -> MachineStep.read(reader) }

    /** `step` from JSON to JSON, both as they cross wires. */
    public fun stepJson(request: ByteArray): ByteArray = Library.askJson(97, handle, request)

    /** Every event: whether it may happen now, and why not. */
    public fun allowed(request: AllowedRequest): List<MachineChoice> =
        Library.ask(98, handle, request) { reader -> reader.list { MachineChoice.read(reader) } }

    /** `allowed` from JSON to JSON, both as they cross wires. */
    public fun allowedJson(request: ByteArray): ByteArray = Library.askJson(98, handle, request)

    /** The events whose timers have run out, and when to ask again. */
    public fun due(request: DueRequest): MachineTimers =
        Library.ask(99, handle, request) { reader -> MachineTimers.read(reader) }

    /** `due` from JSON to JSON, both as they cross wires. */
    public fun dueJson(request: ByteArray): ByteArray = Library.askJson(99, handle, request)

    /** The instance that a history leads to, each record checked. */
    public fun replay(request: ReplayRequest): MachineInstance =
        Library.ask(100, handle, request) { reader -> MachineInstance.read(reader) }

    /** `replay` from JSON to JSON, both as they cross wires. */
    public fun replayJson(request: ByteArray): ByteArray = Library.askJson(100, handle, request)

    /** The machine as a picture in Mermaid or DOT, with the present state marked. */
    public fun diagram(request: DiagramRequest): String =
        Library.ask(101, handle, request) { reader -> reader.text() }

    /** `diagram` from JSON to JSON, both as they cross wires. */
    public fun diagramJson(request: ByteArray): ByteArray = Library.askJson(101, handle, request)

    /** The shortest path of events to each state. */
    public fun paths(request: PathsRequest): List<MachinePath> =
        Library.ask(102, handle, request) { reader -> reader.list { MachinePath.read(reader) } }

    /** `paths` from JSON to JSON, both as they cross wires. */
    public fun pathsJson(request: ByteArray): ByteArray = Library.askJson(102, handle, request)
}

/** Deadlines, escalation and compliance by one policy, checked and compiled. */
public class DeadlinePolicy private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: DeadlinePolicyDefinition) : this(Library.load(6, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(6, bytes))

    /** Where a case stands: every deadline, what is left of it, and who has to be told. */
    public fun track(request: DeadlineTrackRequest): TrackedDeadlines =
        Library.ask(103, handle, request) { reader -> TrackedDeadlines.read(reader) }

    /** `track` from JSON to JSON, both as they cross wires. */
    public fun trackJson(request: ByteArray): ByteArray = Library.askJson(103, handle, request)

    /** How well deadlines were kept over a period, by target, priority and agent. */
    public fun compliance(request: DeadlineComplianceRequest): List<DeadlineFigures> =
        Library.ask(104, handle, request) { reader -> reader.list { DeadlineFigures.read(reader) } }

    /** `compliance` from JSON to JSON, both as they cross wires. */
    public fun complianceJson(request: ByteArray): ByteArray = Library.askJson(104, handle, request)
}

/** A tenant's rules, checked and compiled: who may, how much, and what is counted how. */
public class Tenant private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: TenantDefinition) : this(Library.load(7, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(7, bytes))

    /** The tenant's settings, defaults included. */
    public fun settings(request: SettingsRequest): TenantSettings =
        Library.ask(105, handle, request) { reader -> TenantSettings.read(reader) }

    /** `settings` from JSON to JSON, both as they cross wires. */
    public fun settingsJson(request: ByteArray): ByteArray = Library.askJson(105, handle, request)

    /** How the tenant stands, what that allows, and what it may become; or how it would stand after such a change. */
    public fun standing(request: StandingRequest): TenantStanding =
        Library.ask(106, handle, request) { reader -> TenantStanding.read(reader) }

    /** `standing` from JSON to JSON, both as they cross wires. */
    public fun standingJson(request: ByteArray): ByteArray = Library.askJson(106, handle, request)

    /** Whether somebody may do something with a record, through what, or what they lack. */
    public fun may(request: MayRequest): AccessVerdict =
        Library.ask(107, handle, request) { reader -> AccessVerdict.read(reader) }

    /** `may` from JSON to JSON, both as they cross wires. */
    public fun mayJson(request: ByteArray): ByteArray = Library.askJson(107, handle, request)

    /** Every permission that somebody holds on all records, in order of name. */
    public fun permissions(request: AccessActor): List<String> =
        Library.ask(108, handle, request) { reader -> reader.list { reader.text() } }

    /** `permissions` from JSON to JSON, both as they cross wires. */
    public fun permissionsJson(request: ByteArray): ByteArray = Library.askJson(108, handle, request)

    /** A record without what somebody may not see. */
    public fun mask(request: MaskRequest): MaskedRecord =
        Library.ask(109, handle, request) { reader -> MaskedRecord.read(reader) }

    /** `mask` from JSON to JSON, both as they cross wires. */
    public fun maskJson(request: ByteArray): ByteArray = Library.askJson(109, handle, request)

    /** Whether a feature is on, and why. */
    public fun flag(request: FlagRequest): FlagAnswer =
        Library.ask(110, handle, request) { reader -> FlagAnswer.read(reader) }

    /** `flag` from JSON to JSON, both as they cross wires. */
    public fun flagJson(request: ByteArray): ByteArray = Library.askJson(110, handle, request)

    /** Every feature, for one subject. */
    public fun flags(request: FlagSubject): List<FlagAnswer> =
        Library.ask(111, handle, request) { reader -> reader.list { FlagAnswer.read(reader) } }

    /** `flags` from JSON to JSON, both as they cross wires. */
    public fun flagsJson(request: ByteArray): ByteArray = Library.askJson(111, handle, request)

    /** Checks and normalises the custom values and tags of one thing. */
    public fun checkFields(request: CheckFieldsRequest): CheckedFields =
        Library.ask(112, handle, request) { reader -> CheckedFields.read(reader) }

    /** `checkFields` from JSON to JSON, both as they cross wires. */
    public fun checkFieldsJson(request: ByteArray): ByteArray = Library.askJson(112, handle, request)

    /** What every policy says about a change, and what follows. */
    public fun checkPolicies(request: CheckPoliciesRequest): PolicyDecision =
        Library.ask(113, handle, request) { reader -> PolicyDecision.read(reader) }

    /** `checkPolicies` from JSON to JSON, both as they cross wires. */
    public fun checkPoliciesJson(request: ByteArray): ByteArray = Library.askJson(113, handle, request)
}

/** Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves. */
public class Automation private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: AutomationDefinition) : this(Library.load(8, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(8, bytes))

    /** What is to be done when something happens, by which rules, and why the others did not run. */
    public fun run(request: AutomationRequest): AutomationRun =
        Library.ask(114, handle, request) { reader -> AutomationRun.read(reader) }

    /** `run` from JSON to JSON, both as they cross wires. */
    public fun runJson(request: ByteArray): ByteArray = Library.askJson(114, handle, request)
}

/** When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours. */
public class ContactPlan private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: ContactPlanDefinition) : this(Library.load(9, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(9, bytes))

    /** What is to be sent now, what waits until when, what is not sent and why, and when to ask again. */
    public fun due(request: ContactsDueRequest): ContactsDue =
        Library.ask(115, handle, request) { reader -> ContactsDue.read(reader) }

    /** `due` from JSON to JSON, both as they cross wires. */
    public fun dueJson(request: ByteArray): ByteArray = Library.askJson(115, handle, request)
}

/** A back office as data, checked and compiled: what is kept, who may, and what lists answer. */
public class Pack private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: PackDefinition) : this(Library.load(10, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(10, bytes))

    /** Which of the records at hand a list would answer, in its order and as the actor may see them. */
    public fun matches(request: MatchesRequest): Matched =
        Library.ask(116, handle, request) { reader -> Matched.read(reader) }

    /** `matches` from JSON to JSON, both as they cross wires. */
    public fun matchesJson(request: ByteArray): ByteArray = Library.askJson(116, handle, request)

    /** A question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason. */
    public fun query(request: RecordQuery): PlannedQuery =
        Library.ask(117, handle, request) { reader -> PlannedQuery.read(reader) }

    /** `query` from JSON to JSON, both as they cross wires. */
    public fun queryJson(request: ByteArray): ByteArray = Library.askJson(117, handle, request)

    /** What becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be. */
    public fun check(request: RecordCheckRequest): CheckedRecord =
        Library.ask(118, handle, request) { reader -> CheckedRecord.read(reader) }

    /** `check` from JSON to JSON, both as they cross wires. */
    public fun checkJson(request: ByteArray): ByteArray = Library.askJson(118, handle, request)

    /** That nothing of what was looked up stands against a change or a deletion; or every reason why something does. */
    public fun lookUps(request: LookUpsRequest): Boolean =
        Library.ask(119, handle, request) { reader -> reader.flag() }

    /** `lookUps` from JSON to JSON, both as they cross wires. */
    public fun lookUpsJson(request: ByteArray): ByteArray = Library.askJson(119, handle, request)

    /** What becomes of a record that is deleted, and which fields may link to it. */
    public fun delete(request: RecordDeleteRequest): DeletedRecord =
        Library.ask(120, handle, request) { reader -> DeletedRecord.read(reader) }

    /** `delete` from JSON to JSON, both as they cross wires. */
    public fun deleteJson(request: ByteArray): ByteArray = Library.askJson(120, handle, request)

    /** What becomes of a record that was deleted softly and is brought back. */
    public fun restore(request: RecordDeleteRequest): RestoredRecord =
        Library.ask(121, handle, request) { reader -> RestoredRecord.read(reader) }

    /** `restore` from JSON to JSON, both as they cross wires. */
    public fun restoreJson(request: ByteArray): ByteArray = Library.askJson(121, handle, request)

    /** That the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place. */
    public fun carriedOut(request: CarriedOutRequest): Boolean =
        Library.ask(122, handle, request) { reader -> reader.flag() }

    /** `carriedOut` from JSON to JSON, both as they cross wires. */
    public fun carriedOutJson(request: ByteArray): ByteArray = Library.askJson(122, handle, request)

    /** What becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it. */
    public fun merge(request: RecordMergeRequest): MergedRecord =
        Library.ask(123, handle, request) { reader -> MergedRecord.read(reader) }

    /** `merge` from JSON to JSON, both as they cross wires. */
    public fun mergeJson(request: ByteArray): ByteArray = Library.askJson(123, handle, request)

    /** What an event of its machine does to a record: rights, fields, conditions and stamps in one question. */
    public fun fire(request: RecordFireRequest): FiredRecord =
        Library.ask(124, handle, request) { reader -> FiredRecord.read(reader) }

    /** `fire` from JSON to JSON, both as they cross wires. */
    public fun fireJson(request: ByteArray): ByteArray = Library.askJson(124, handle, request)

    /** What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow. */
    public fun lapse(request: RecordLapseRequest): LapsedRecord =
        Library.ask(125, handle, request) { reader -> LapsedRecord.read(reader) }

    /** `lapse` from JSON to JSON, both as they cross wires. */
    public fun lapseJson(request: ByteArray): ByteArray = Library.askJson(125, handle, request)

    /** A record without what somebody may not see. */
    public fun mask(request: RecordMaskRequest): VisibleRecord =
        Library.ask(126, handle, request) { reader -> VisibleRecord.read(reader) }

    /** `mask` from JSON to JSON, both as they cross wires. */
    public fun maskJson(request: ByteArray): ByteArray = Library.askJson(126, handle, request)

    /** What a screen needs for a record: fields in groups, each with its rules, and what may happen. */
    public fun form(request: RecordFormRequest): RecordForm =
        Library.ask(127, handle, request) { reader -> RecordForm.read(reader) }

    /** `form` from JSON to JSON, both as they cross wires. */
    public fun formJson(request: ByteArray): ByteArray = Library.askJson(127, handle, request)

    /** What the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records. */
    public fun screens(request: PackScreensRequest): List<EntityScreen> =
        Library.ask(128, handle, request) { reader -> reader.list { EntityScreen.read(reader) } }

    /** `screens` from JSON to JSON, both as they cross wires. */
    public fun screensJson(request: ByteArray): ByteArray = Library.askJson(128, handle, request)

    /** The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it. */
    public fun settings(request: PackSettingsRequest): PackSettings =
        Library.ask(129, handle, request) { reader -> PackSettings.read(reader) }

    /** `settings` from JSON to JSON, both as they cross wires. */
    public fun settingsJson(request: ByteArray): ByteArray = Library.askJson(129, handle, request)

    /** The views of the pack that somebody may see, each as far as they may see it. */
    public fun views(request: PackViewsRequest): List<PackView> =
        Library.ask(130, handle, request) { reader -> reader.list { PackView.read(reader) } }

    /** `views` from JSON to JSON, both as they cross wires. */
    public fun viewsJson(request: ByteArray): ByteArray = Library.askJson(130, handle, request)

    /** What a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures. */
    public fun view(request: PackViewRequest): PlannedView =
        Library.ask(131, handle, request) { reader -> PlannedView.read(reader) }

    /** `view` from JSON to JSON, both as they cross wires. */
    public fun viewJson(request: ByteArray): ByteArray = Library.askJson(131, handle, request)

    /** What tells two images of a record apart, field by field. */
    public fun diff(request: RecordDiffRequest): List<RecordChange> =
        Library.ask(132, handle, request) { reader -> reader.list { RecordChange.read(reader) } }

    /** `diff` from JSON to JSON, both as they cross wires. */
    public fun diffJson(request: ByteArray): ByteArray = Library.askJson(132, handle, request)

    /** What the rules of the pack do when something has happened to a record. */
    public fun automate(request: RecordAutomationRequest): AutomationRun =
        Library.ask(133, handle, request) { reader -> AutomationRun.read(reader) }

    /** `automate` from JSON to JSON, both as they cross wires. */
    public fun automateJson(request: ByteArray): ByteArray = Library.askJson(133, handle, request)

    /** What is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next. */
    public fun contacts(request: RecordContactsRequest): RecordContacts =
        Library.ask(134, handle, request) { reader -> RecordContacts.read(reader) }

    /** `contacts` from JSON to JSON, both as they cross wires. */
    public fun contactsJson(request: ByteArray): ByteArray = Library.askJson(134, handle, request)

    /** What happened to a record, as far as somebody may see it now. */
    public fun history(request: RecordHistoryRequest): List<HistoryEntry> =
        Library.ask(135, handle, request) { reader -> reader.list { HistoryEntry.read(reader) } }

    /** `history` from JSON to JSON, both as they cross wires. */
    public fun historyJson(request: ByteArray): ByteArray = Library.askJson(135, handle, request)

    /** What somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards. */
    public fun notice(request: RecordNoticeRequest): RecordNotice =
        Library.ask(136, handle, request) { reader -> RecordNotice.read(reader) }

    /** `notice` from JSON to JSON, both as they cross wires. */
    public fun noticeJson(request: ByteArray): ByteArray = Library.askJson(136, handle, request)

    /** The tables in which its records are kept. */
    public fun schema(request: SchemaRequest): PackSchema =
        Library.ask(137, handle, request) { reader -> PackSchema.read(reader) }

    /** `schema` from JSON to JSON, both as they cross wires. */
    public fun schemaJson(request: ByteArray): ByteArray = Library.askJson(137, handle, request)

    /** What has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost. */
    public fun plan(request: MigrationRequest): Migration =
        Library.ask(138, handle, request) { reader -> Migration.read(reader) }

    /** `plan` from JSON to JSON, both as they cross wires. */
    public fun planJson(request: ByteArray): ByteArray = Library.askJson(138, handle, request)

    /** How its records are asked over HTTP, as OpenAPI 3.1. */
    public fun openapi(request: OpenApiRequest): OpenApi =
        Library.ask(139, handle, request) { reader -> OpenApi.read(reader) }

    /** `openapi` from JSON to JSON, both as they cross wires. */
    public fun openapiJson(request: ByteArray): ByteArray = Library.askJson(139, handle, request)
}

/** A calendar and its prices: what a search page asks. */
public class Storefront private constructor(handle: Handle) : Loaded(handle) {
    /** Loads, checks and compiles a definition; every fault is reported at once. */
    public constructor(definition: StorefrontDefinition) : this(Library.load(11, definition))

    /** The same from JSON as it crosses wires, or from its compact form. */
    public constructor(bytes: ByteArray) : this(Library.loadBytes(11, bytes))

    /** What is free and at which price, cheapest first, with the reasons of what is not offered. */
    public fun availabilityAndPrice(request: AvailabilityAndPriceRequest): Found =
        Library.ask(140, handle, request) { reader -> Found.read(reader) }

    /** `availabilityAndPrice` from JSON to JSON, both as they cross wires. */
    public fun availabilityAndPriceJson(request: ByteArray): ByteArray = Library.askJson(140, handle, request)

    /** Many commands to the calendar, one after the other, each for itself. */
    public fun apply(request: ApplyRequest): List<AppliedCommand> =
        Library.ask(141, handle, request) { reader -> reader.list { AppliedCommand.read(reader) } }

    /** `apply` from JSON to JSON, both as they cross wires. */
    public fun applyJson(request: ByteArray): ByteArray = Library.askJson(141, handle, request)

    /** The calendar as it is now, as a definition. */
    public fun snapshot(request: SnapshotRequest): CalendarDefinition =
        Library.ask(142, handle, request) { reader -> CalendarDefinition.read(reader) }

    /** `snapshot` from JSON to JSON, both as they cross wires. */
    public fun snapshotJson(request: ByteArray): ByteArray = Library.askJson(142, handle, request)
}

/** The plain functions of `engine`. */
public object Engine {

    /** The catalogue of every code that an error can carry. */
    @JvmStatic public fun codes(request: CodesRequest): List<CodeEntry> =
        Library.ask(0, null, request) { reader -> reader.list { CodeEntry.read(reader) } }

    /** `codes` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun codesJson(request: ByteArray): ByteArray = Library.askJson(0, null, request)

    /** Tells a guest what is wrong, in one of five languages. */
    @JvmStatic public fun message(request: MessageRequest): GuestMessage =
        Library.ask(1, null, request) { reader -> GuestMessage.read(reader) }

    /** `message` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun messageJson(request: ByteArray): ByteArray = Library.askJson(1, null, request)
}

/** The plain functions of `expression`. */
public object Expressions {

    /** Reads, types and evaluates an expression. */
    @JvmStatic public fun evaluate(request: EvaluateRequest): Evaluated =
        Library.ask(2, null, request) { reader -> Evaluated.read(reader) }

    /** `evaluate` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun evaluateJson(request: ByteArray): ByteArray = Library.askJson(2, null, request)

    /** Reads and types an expression: the type of its value, the names it looks at, its canonical form. */
    @JvmStatic public fun check(request: ExpressionCheckRequest): ExpressionChecked =
        Library.ask(3, null, request) { reader -> ExpressionChecked.read(reader) }

    /** `check` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun checkJson(request: ByteArray): ByteArray = Library.askJson(3, null, request)
}

/** The plain functions of `time`. */
public object Time {

    /** What is known of a day. */
    @JvmStatic public fun day(request: DayRequest): DayFacts =
        Library.ask(15, null, request) { reader -> DayFacts.read(reader) }

    /** `day` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun dayJson(request: ByteArray): ByteArray = Library.askJson(15, null, request)

    /** The same day of another month, or the month's last day when it has none. */
    @JvmStatic public fun addMonths(request: AddMonthsRequest): LocalDate =
        Library.ask(16, null, request) { reader -> reader.day() }

    /** `addMonths` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun addMonthsJson(request: ByteArray): ByteArray = Library.askJson(16, null, request)

    /** How old someone is on a day. */
    @JvmStatic public fun age(request: AgeRequest): Int =
        Library.ask(17, null, request) { reader -> reader.whole() }

    /** `age` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun ageJson(request: ByteArray): ByteArray = Library.askJson(17, null, request)

    /** The moment at which clocks show a time. */
    @JvmStatic public fun toInstant(request: ToInstantRequest): WallTime =
        Library.ask(18, null, request) { reader -> WallTime.read(reader) }

    /** `toInstant` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun toInstantJson(request: ByteArray): ByteArray = Library.askJson(18, null, request)

    /** What clocks show at a moment. */
    @JvmStatic public fun toLocal(request: ToLocalRequest): LocalTime =
        Library.ask(19, null, request) { reader -> LocalTime.read(reader) }

    /** `toLocal` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun toLocalJson(request: ByteArray): ByteArray = Library.askJson(19, null, request)

    /** How many seconds a day has. */
    @JvmStatic public fun dayLength(request: DayLengthRequest): Long =
        Library.ask(20, null, request) { reader -> reader.long() }

    /** `dayLength` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun dayLengthJson(request: ByteArray): ByteArray = Library.askJson(20, null, request)

    /** Which release of the IANA zone database is inside. */
    @JvmStatic public fun zoneDatabase(request: ZoneDatabaseRequest): ZoneDatabase =
        Library.ask(21, null, request) { reader -> ZoneDatabase.read(reader) }

    /** `zoneDatabase` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun zoneDatabaseJson(request: ByteArray): ByteArray = Library.askJson(21, null, request)

    /** The moments at which clocks change in a stretch of time. */
    @JvmStatic public fun clockChanges(request: ClockChangesRequest): List<Instant> =
        Library.ask(22, null, request) { reader -> reader.list { reader.instant() } }

    /** `clockChanges` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun clockChangesJson(request: ByteArray): ByteArray = Library.askJson(22, null, request)

    /** The open stretches of days. */
    @JvmStatic public fun openSpans(request: OpenSpansRequest): List<Span> =
        Library.ask(23, null, request) { reader -> reader.list { Span.read(reader) } }

    /** `openSpans` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun openSpansJson(request: ByteArray): ByteArray = Library.askJson(23, null, request)

    /** Whether it is open at a moment. */
    @JvmStatic public fun isOpen(request: IsOpenRequest): Boolean =
        Library.ask(24, null, request) { reader -> reader.flag() }

    /** `isOpen` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun isOpenJson(request: ByteArray): ByteArray = Library.askJson(24, null, request)

    /** How many seconds of a stretch of time are open. */
    @JvmStatic public fun openTime(request: OpenTimeRequest): Long =
        Library.ask(25, null, request) { reader -> reader.long() }

    /** `openTime` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun openTimeJson(request: ByteArray): ByteArray = Library.askJson(25, null, request)

    /** The business day so many business days away. */
    @JvmStatic public fun addBusinessDays(request: AddBusinessDaysRequest): LocalDate =
        Library.ask(26, null, request) { reader -> reader.day() }

    /** `addBusinessDays` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun addBusinessDaysJson(request: ByteArray): ByteArray = Library.askJson(26, null, request)

    /** How many business days lie in a range. */
    @JvmStatic public fun businessDays(request: BusinessDaysRequest): Int =
        Library.ask(27, null, request) { reader -> reader.whole() }

    /** `businessDays` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun businessDaysJson(request: ByteArray): ByteArray = Library.askJson(27, null, request)

    /** The moment at which so much business time has passed. */
    @JvmStatic public fun addBusinessTime(request: AddBusinessTimeRequest): Instant =
        Library.ask(28, null, request) { reader -> reader.instant() }

    /** `addBusinessTime` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun addBusinessTimeJson(request: ByteArray): ByteArray = Library.askJson(28, null, request)

    /** How many seconds of business time a stretch holds. */
    @JvmStatic public fun businessTime(request: BusinessTimeRequest): Long =
        Library.ask(29, null, request) { reader -> reader.long() }

    /** `businessTime` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun businessTimeJson(request: ByteArray): ByteArray = Library.askJson(29, null, request)

    /** Billing periods, the anchor's day kept. */
    @JvmStatic public fun periods(request: PeriodsRequest): List<DayRange> =
        Library.ask(30, null, request) { reader -> reader.list { DayRange.read(reader) } }

    /** `periods` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun periodsJson(request: ByteArray): ByteArray = Library.askJson(30, null, request)

    /** The billing period that holds a day. */
    @JvmStatic public fun periodOf(request: PeriodOfRequest): NumberedPeriod =
        Library.ask(31, null, request) { reader -> NumberedPeriod.read(reader) }

    /** `periodOf` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun periodOfJson(request: ByteArray): ByteArray = Library.askJson(31, null, request)

    /** The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time. */
    @JvmStatic public fun occurrences(request: OccurrencesRequest): List<Occurrence> =
        Library.ask(32, null, request) { reader -> reader.list { Occurrence.read(reader) } }

    /** `occurrences` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun occurrencesJson(request: ByteArray): ByteArray = Library.askJson(32, null, request)

    /** The next moments of a line of cron by the clocks of a zone. */
    @JvmStatic public fun cron(request: CronRequest): List<Instant> =
        Library.ask(33, null, request) { reader -> reader.list { reader.instant() } }

    /** `cron` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun cronJson(request: ByteArray): ByteArray = Library.askJson(33, null, request)
}

/** The plain functions of `flow`. */
public object Flow {

    /** The machines that come with the engine, to be used as they are or changed. */
    @JvmStatic public fun machines(request: MachinesRequest): List<MachineDefinition> =
        Library.ask(34, null, request) { reader -> reader.list { MachineDefinition.read(reader) } }

    /** `machines` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun machinesJson(request: ByteArray): ByteArray = Library.askJson(34, null, request)

    /** When a failed attempt is followed by the next one: listed or growing delays, with jitter. */
    @JvmStatic public fun retry(request: RetryRequest): NextAttempt =
        Library.ask(37, null, request) { reader -> NextAttempt.read(reader) }

    /** `retry` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun retryJson(request: ByteArray): ByteArray = Library.askJson(37, null, request)

    /** Follows a figure: an alert that opens once, stays open and clears. */
    @JvmStatic public fun alert(request: AlertRequest): Alerted =
        Library.ask(38, null, request) { reader -> Alerted.read(reader) }

    /** `alert` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun alertJson(request: ByteArray): ByteArray = Library.askJson(38, null, request)
}

/** The plain functions of `tenancy`. */
public object Tenancy {

    /** A name as part of an address, unlike those that are taken. */
    @JvmStatic public fun slug(request: SlugRequest): String =
        Library.ask(35, null, request) { reader -> reader.text() }

    /** `slug` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun slugJson(request: ByteArray): ByteArray = Library.askJson(35, null, request)
}

/** The plain functions of `assignment`. */
public object Assignment {

    /** Chooses who takes something: in turns, by load, by skill, or by name. */
    @JvmStatic public fun choose(request: ChooseRequest): AssignmentChoice =
        Library.ask(36, null, request) { reader -> AssignmentChoice.read(reader) }

    /** `choose` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun chooseJson(request: ByteArray): ByteArray = Library.askJson(36, null, request)
}

/** The plain functions of `rates`. */
public object Rates {

    /** Checks a new list, gives it a code when it has none, and makes it a draft. */
    @JvmStatic public fun create(request: CreateListRequest): RateListDefinition =
        Library.ask(39, null, request) { reader -> RateListDefinition.read(reader) }

    /** `create` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun createJson(request: ByteArray): ByteArray = Library.askJson(39, null, request)

    /** Publishes a draft: its days must not meet those of another list, and its former version ends where it begins. */
    @JvmStatic public fun publish(request: PublishRequest): Published =
        Library.ask(40, null, request) { reader -> Published.read(reader) }

    /** `publish` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun publishJson(request: ByteArray): ByteArray = Library.askJson(40, null, request)

    /** Makes a published list a draft again, when nothing refers to it. */
    @JvmStatic public fun unpublish(request: UnpublishRequest): RateListDefinition =
        Library.ask(41, null, request) { reader -> RateListDefinition.read(reader) }

    /** `unpublish` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun unpublishJson(request: ByteArray): ByteArray = Library.askJson(41, null, request)

    /** Archives a draft or a published list. */
    @JvmStatic public fun archive(request: ListRequest): RateListDefinition =
        Library.ask(42, null, request) { reader -> RateListDefinition.read(reader) }

    /** `archive` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun archiveJson(request: ByteArray): ByteArray = Library.askJson(42, null, request)

    /** Checks a change to a list: only drafts change, and not their code, version or parent. */
    @JvmStatic public fun edit(request: EditRequest): RateListDefinition =
        Library.ask(43, null, request) { reader -> RateListDefinition.read(reader) }

    /** `edit` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun editJson(request: ByteArray): ByteArray = Library.askJson(43, null, request)

    /** Makes the next version of a list, as a draft that refers to it. */
    @JvmStatic public fun cloneList(request: CloneRequest): RateListDefinition =
        Library.ask(44, null, request) { reader -> RateListDefinition.read(reader) }

    /** `cloneList` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun cloneListJson(request: ByteArray): ByteArray = Library.askJson(44, null, request)

    /** Adds a blackout and tells which bookings lie in it. */
    @JvmStatic public fun addBlackout(request: AddBlackoutRequest): BlackoutAdded =
        Library.ask(45, null, request) { reader -> BlackoutAdded.read(reader) }

    /** `addBlackout` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun addBlackoutJson(request: ByteArray): ByteArray = Library.askJson(45, null, request)

    /** Sells days again: blackouts lose them and keep the rest. */
    @JvmStatic public fun removeBlackout(request: RemoveBlackoutRequest): RateListDefinition =
        Library.ask(46, null, request) { reader -> RateListDefinition.read(reader) }

    /** `removeBlackout` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun removeBlackoutJson(request: ByteArray): ByteArray = Library.askJson(46, null, request)

    /** The taxes of a place of supply, as a rate list would apply them. */
    @JvmStatic public fun taxesFor(request: TaxesForRequest): List<Tax> =
        Library.ask(48, null, request) { reader -> reader.list { Tax.read(reader) } }

    /** `taxesFor` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun taxesForJson(request: ByteArray): ByteArray = Library.askJson(48, null, request)

    /** The tables of taxes that come with the engine, each with its source, its day, what it covers and what not. */
    @JvmStatic public fun taxTables(request: TaxTablesRequest): List<TaxTable> =
        Library.ask(49, null, request) { reader -> reader.list { TaxTable.read(reader) } }

    /** `taxTables` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun taxTablesJson(request: ByteArray): ByteArray = Library.askJson(49, null, request)

    /** Every blackout day with its reason. */
    @JvmStatic public fun blackoutDays(request: BlackoutDaysRequest): List<BlackoutDay> =
        Library.ask(51, null, request) { reader -> reader.list { BlackoutDay.read(reader) } }

    /** `blackoutDays` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun blackoutDaysJson(request: ByteArray): ByteArray = Library.askJson(51, null, request)
}

/** The plain functions of `plans`. */
public object Plans {

    /** The price of a speed boost: the difference of the monthly prices by the hours' share of the month. */
    @JvmStatic public fun boost(request: BoostRequest): Boost =
        Library.ask(47, null, request) { reader -> Boost.read(reader) }

    /** `boost` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun boostJson(request: ByteArray): ByteArray = Library.askJson(47, null, request)
}

/** The plain functions of `records`. */
public object Records {

    /** Reads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it. */
    @JvmStatic public fun readFiles(request: ReadFilesRequest): PackDefinition =
        Library.ask(50, null, request) { reader -> PackDefinition.read(reader) }

    /** `readFiles` from JSON to JSON, both as they cross wires. */
    @JvmStatic public fun readFilesJson(request: ByteArray): ByteArray = Library.askJson(50, null, request)
}
