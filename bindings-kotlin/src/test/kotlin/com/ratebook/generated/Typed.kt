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

/** Operations that the phones' library does without. */
internal val leftOut: Set<String> = setOf("calendar.export_feed", "calendar.import_feed", "rates.export", "rates.import", "records.anonymise_person", "records.change_machine", "records.change_role", "records.person_export", "records.rows", "records.webhook", "tenancy.address", "tenancy.anonymise", "tenancy.audit_anchor", "tenancy.audit_append", "tenancy.audit_verify", "tenancy.budget", "tenancy.change_roles", "tenancy.check_key", "tenancy.compliance", "tenancy.consent", "tenancy.export_person", "tenancy.lockout", "tenancy.new_key", "tenancy.next_number", "tenancy.quota", "tenancy.rate_limit", "tenancy.retention")

/** A definition as a handle, by its key. */
internal fun loadTyped(key: String, definition: ByteArray): Loaded =
    when (key) {
        "rate_list" -> RateList(requested(RateListDefinition, definition))
        "rate_lists" -> RateLists(requested(RateListsDefinition, definition))
        "plan" -> Plan(requested(PlanDefinition, definition))
        "cancellation_policy" -> CancellationPolicy(requested(CancellationPolicyDefinition, definition))
        "calendar" -> BookingCalendar(requested(CalendarDefinition, definition))
        "machine" -> Machine(requested(MachineDefinition, definition))
        "deadline_policy" -> DeadlinePolicy(requested(DeadlinePolicyDefinition, definition))
        "tenant" -> Tenant(requested(TenantDefinition, definition))
        "automation" -> Automation(requested(AutomationDefinition, definition))
        "contact_plan" -> ContactPlan(requested(ContactPlanDefinition, definition))
        "pack" -> Pack(requested(PackDefinition, definition))
        "storefront" -> Storefront(requested(StorefrontDefinition, definition))
        else -> throw Unsayable()
    }

/** A definition as a handle, by its key. */
internal fun loadJson(key: String, definition: ByteArray): Loaded =
    when (key) {
        "rate_list" -> RateList(definition)
        "rate_lists" -> RateLists(definition)
        "plan" -> Plan(definition)
        "cancellation_policy" -> CancellationPolicy(definition)
        "calendar" -> BookingCalendar(definition)
        "machine" -> Machine(definition)
        "deadline_policy" -> DeadlinePolicy(definition)
        "tenant" -> Tenant(definition)
        "automation" -> Automation(definition)
        "contact_plan" -> ContactPlan(definition)
        "pack" -> Pack(definition)
        "storefront" -> Storefront(definition)
        else -> throw Unsayable()
    }

internal fun askTyped(operation: String, handle: Loaded?, request: ByteArray): ByteArray =
    when (operation) {
        "engine.codes" -> written(Engine.codes(requested(CodesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "engine.message" -> written(Engine.message(requested(MessageRequest, request))) { writer, answer -> answer.write(writer) }
        "expression.evaluate" -> written(Expressions.evaluate(requested(EvaluateRequest, request))) { writer, answer -> answer.write(writer) }
        "expression.check" -> written(Expressions.check(requested(ExpressionCheckRequest, request))) { writer, answer -> answer.write(writer) }
        "money.round" -> written(Money.round(requested(RoundRequest, request))) { writer, answer -> answer.write(writer) }
        "money.allocate" -> written(Money.allocate(requested(AllocateRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "money.sum" -> written(Money.sum(requested(SumRequest, request))) { writer, answer -> answer.write(writer) }
        "money.convert" -> written(Money.convert(requested(ConvertRequest, request))) { writer, answer -> answer.write(writer) }
        "money.check_rates" -> written(Money.checkRates(requested(CheckRatesRequest, request))) { writer, answer -> answer.write(writer) }
        "money.currency" -> written(Money.currency(requested(CurrencyRequest, request))) { writer, answer -> answer.write(writer) }
        "money.currencies" -> written(Money.currencies(requested(CurrenciesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "money.to_gateway" -> written(Money.toGateway(requested(ToGatewayRequest, request))) { writer, answer -> answer.write(writer) }
        "money.from_gateway" -> written(Money.fromGateway(requested(FromGatewayRequest, request))) { writer, answer -> answer.write(writer) }
        "money.format" -> written(Money.format(requested(FormatRequest, request))) { writer, answer -> writer.value(answer) }
        "money.parse" -> written(Money.parse(requested(ParseRequest, request))) { writer, answer -> answer.write(writer) }
        "time.day" -> written(Time.day(requested(DayRequest, request))) { writer, answer -> answer.write(writer) }
        "time.add_months" -> written(Time.addMonths(requested(AddMonthsRequest, request))) { writer, answer -> writer.value(answer) }
        "time.age" -> written(Time.age(requested(AgeRequest, request))) { writer, answer -> writer.value(answer) }
        "time.to_instant" -> written(Time.toInstant(requested(ToInstantRequest, request))) { writer, answer -> answer.write(writer) }
        "time.to_local" -> written(Time.toLocal(requested(ToLocalRequest, request))) { writer, answer -> answer.write(writer) }
        "time.day_length" -> written(Time.dayLength(requested(DayLengthRequest, request))) { writer, answer -> writer.value(answer) }
        "time.zone_database" -> written(Time.zoneDatabase(requested(ZoneDatabaseRequest, request))) { writer, answer -> answer.write(writer) }
        "time.clock_changes" -> written(Time.clockChanges(requested(ClockChangesRequest, request))) { writer, answer -> writer.list(answer) { writer.value(it) } }
        "time.open_spans" -> written(Time.openSpans(requested(OpenSpansRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "time.is_open" -> written(Time.isOpen(requested(IsOpenRequest, request))) { writer, answer -> writer.value(answer) }
        "time.open_time" -> written(Time.openTime(requested(OpenTimeRequest, request))) { writer, answer -> writer.value(answer) }
        "time.add_business_days" -> written(Time.addBusinessDays(requested(AddBusinessDaysRequest, request))) { writer, answer -> writer.value(answer) }
        "time.business_days" -> written(Time.businessDays(requested(BusinessDaysRequest, request))) { writer, answer -> writer.value(answer) }
        "time.add_business_time" -> written(Time.addBusinessTime(requested(AddBusinessTimeRequest, request))) { writer, answer -> writer.value(answer) }
        "time.business_time" -> written(Time.businessTime(requested(BusinessTimeRequest, request))) { writer, answer -> writer.value(answer) }
        "time.periods" -> written(Time.periods(requested(PeriodsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "time.period_of" -> written(Time.periodOf(requested(PeriodOfRequest, request))) { writer, answer -> answer.write(writer) }
        "time.occurrences" -> written(Time.occurrences(requested(OccurrencesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "time.cron" -> written(Time.cron(requested(CronRequest, request))) { writer, answer -> writer.list(answer) { writer.value(it) } }
        "flow.machines" -> written(Flow.machines(requested(MachinesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "tenancy.slug" -> written(Tenancy.slug(requested(SlugRequest, request))) { writer, answer -> writer.value(answer) }
        "assignment.choose" -> written(Assignment.choose(requested(ChooseRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.retry" -> written(Flow.retry(requested(RetryRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.alert" -> written(Flow.alert(requested(AlertRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.create" -> written(Rates.create(requested(CreateListRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.publish" -> written(Rates.publish(requested(PublishRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.unpublish" -> written(Rates.unpublish(requested(UnpublishRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.archive" -> written(Rates.archive(requested(ListRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.edit" -> written(Rates.edit(requested(EditRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.clone_list" -> written(Rates.cloneList(requested(CloneRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.add_blackout" -> written(Rates.addBlackout(requested(AddBlackoutRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.remove_blackout" -> written(Rates.removeBlackout(requested(RemoveBlackoutRequest, request))) { writer, answer -> answer.write(writer) }
        "plans.boost" -> written(Plans.boost(requested(BoostRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.taxes_for" -> written(Rates.taxesFor(requested(TaxesForRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.tax_tables" -> written(Rates.taxTables(requested(TaxTablesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "records.read_files" -> written(Records.readFiles(requested(ReadFilesRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.blackout_days" -> written(Rates.blackoutDays(requested(BlackoutDaysRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.price" -> written((handle as RateList).price(requested(PriceRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.total" -> written((handle as RateList).total(requested(PriceRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.price_in" -> written((handle as RateList).priceIn(requested(PriceInRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.explain" -> written((handle as RateList).explain(requested(PriceRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.quote_many" -> written((handle as RateList).quoteMany(requested(QuoteManyRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.total_many" -> written((handle as RateList).totalMany(requested(QuoteManyRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.grid" -> written((handle as RateList).grid(requested(GridRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.pack" -> written((handle as RateList).pack(requested(PackRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.cheapest" -> written((handle as RateLists).cheapest(requested(CheapestRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.select" -> written((handle as RateLists).select(requested(SelectRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.overlaps" -> written((handle as RateLists).overlaps(requested(OverlapsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.validate_dates" -> written((handle as RateLists).validateDates(requested(ValidateDatesRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "rates.simulate" -> written((handle as RateLists).simulate(requested(SimulateRequest, request))) { writer, answer -> answer.write(writer) }
        "rates.bulk_update" -> written((handle as RateLists).bulkUpdate(requested(BulkUpdateRequest, request))) { writer, answer -> answer.write(writer) }
        "plans.charge" -> written((handle as Plan).charge(requested(UsageRequest, request))) { writer, answer -> answer.write(writer) }
        "plans.periods" -> written((handle as Plan).periods(requested(PlanPeriodsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "plans.prorate" -> written((handle as Plan).prorate(requested(ProrateRequest, request))) { writer, answer -> answer.write(writer) }
        "cancellation.fee" -> written((handle as CancellationPolicy).fee(requested(CancellationRequest, request))) { writer, answer -> answer.write(writer) }
        "cancellation.deadlines" -> written((handle as CancellationPolicy).deadlines(requested(CancellationDeadlinesRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.check" -> written((handle as BookingCalendar).check(requested(CheckRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.check_all" -> written((handle as BookingCalendar).checkAll(requested(CheckAllRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.next_free" -> written((handle as BookingCalendar).nextFree(requested(NextFreeRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.slots" -> written((handle as BookingCalendar).slots(requested(SlotsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.common_slots" -> written((handle as BookingCalendar).commonSlots(requested(CommonSlotsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.view" -> written((handle as BookingCalendar).view(requested(ViewRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.occupancy" -> written((handle as BookingCalendar).occupancy(requested(OccupancyRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.assign" -> written((handle as BookingCalendar).assign(requested(AssignRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.book" -> written((handle as BookingCalendar).book(requested(BookRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.book_series" -> written((handle as BookingCalendar).bookSeries(requested(BookSeriesRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.reschedule" -> written((handle as BookingCalendar).reschedule(requested(RescheduleRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.cancel" -> written((handle as BookingCalendar).cancel(requested(CancelRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.hold" -> written((handle as BookingCalendar).hold(requested(HoldRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.confirm" -> written((handle as BookingCalendar).confirm(requested(ConfirmRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.release" -> written((handle as BookingCalendar).release(requested(ReleaseRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.extend" -> written((handle as BookingCalendar).extend(requested(ExtendRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.expire" -> written((handle as BookingCalendar).expire(requested(ExpireRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.block" -> written((handle as BookingCalendar).block(requested(BlockRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.unblock" -> written((handle as BookingCalendar).unblock(requested(UnblockRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.apply" -> written((handle as BookingCalendar).apply(requested(ApplyRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.apply_rows" -> written((handle as BookingCalendar).applyRows(requested(ApplyRowsRequest, request))) { writer, answer -> answer.write(writer) }
        "calendar.merge" -> written((handle as BookingCalendar).merge(requested(MergeRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "calendar.snapshot" -> written((handle as BookingCalendar).snapshot(requested(SnapshotRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.start" -> written((handle as Machine).start(requested(StartRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.fire" -> written((handle as Machine).fire(requested(FireRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.fire_all" -> written((handle as Machine).fireAll(requested(FireAllRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "flow.step" -> written((handle as Machine).step(requested(StepRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.allowed" -> written((handle as Machine).allowed(requested(AllowedRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "flow.due" -> written((handle as Machine).due(requested(DueRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.replay" -> written((handle as Machine).replay(requested(ReplayRequest, request))) { writer, answer -> answer.write(writer) }
        "flow.diagram" -> written((handle as Machine).diagram(requested(DiagramRequest, request))) { writer, answer -> writer.value(answer) }
        "flow.paths" -> written((handle as Machine).paths(requested(PathsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "deadlines.track" -> written((handle as DeadlinePolicy).track(requested(DeadlineTrackRequest, request))) { writer, answer -> answer.write(writer) }
        "deadlines.compliance" -> written((handle as DeadlinePolicy).compliance(requested(DeadlineComplianceRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "tenancy.settings" -> written((handle as Tenant).settings(requested(SettingsRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.standing" -> written((handle as Tenant).standing(requested(StandingRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.may" -> written((handle as Tenant).may(requested(MayRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.permissions" -> written((handle as Tenant).permissions(requested(AccessActor, request))) { writer, answer -> writer.list(answer) { writer.value(it) } }
        "tenancy.mask" -> written((handle as Tenant).mask(requested(MaskRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.flag" -> written((handle as Tenant).flag(requested(FlagRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.flags" -> written((handle as Tenant).flags(requested(FlagSubject, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "tenancy.check_fields" -> written((handle as Tenant).checkFields(requested(CheckFieldsRequest, request))) { writer, answer -> answer.write(writer) }
        "tenancy.check_policies" -> written((handle as Tenant).checkPolicies(requested(CheckPoliciesRequest, request))) { writer, answer -> answer.write(writer) }
        "automation.run" -> written((handle as Automation).run(requested(AutomationRequest, request))) { writer, answer -> answer.write(writer) }
        "contacts.due" -> written((handle as ContactPlan).due(requested(ContactsDueRequest, request))) { writer, answer -> answer.write(writer) }
        "records.matches" -> written((handle as Pack).matches(requested(MatchesRequest, request))) { writer, answer -> answer.write(writer) }
        "records.query" -> written((handle as Pack).query(requested(RecordQuery, request))) { writer, answer -> answer.write(writer) }
        "records.check" -> written((handle as Pack).check(requested(RecordCheckRequest, request))) { writer, answer -> answer.write(writer) }
        "records.look_ups" -> written((handle as Pack).lookUps(requested(LookUpsRequest, request))) { writer, answer -> writer.value(answer) }
        "records.delete" -> written((handle as Pack).delete(requested(RecordDeleteRequest, request))) { writer, answer -> answer.write(writer) }
        "records.restore" -> written((handle as Pack).restore(requested(RecordDeleteRequest, request))) { writer, answer -> answer.write(writer) }
        "records.carried_out" -> written((handle as Pack).carriedOut(requested(CarriedOutRequest, request))) { writer, answer -> writer.value(answer) }
        "records.merge" -> written((handle as Pack).merge(requested(RecordMergeRequest, request))) { writer, answer -> answer.write(writer) }
        "records.fire" -> written((handle as Pack).fire(requested(RecordFireRequest, request))) { writer, answer -> answer.write(writer) }
        "records.lapse" -> written((handle as Pack).lapse(requested(RecordLapseRequest, request))) { writer, answer -> answer.write(writer) }
        "records.mask" -> written((handle as Pack).mask(requested(RecordMaskRequest, request))) { writer, answer -> answer.write(writer) }
        "records.form" -> written((handle as Pack).form(requested(RecordFormRequest, request))) { writer, answer -> answer.write(writer) }
        "records.screens" -> written((handle as Pack).screens(requested(PackScreensRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "records.settings" -> written((handle as Pack).settings(requested(PackSettingsRequest, request))) { writer, answer -> answer.write(writer) }
        "records.views" -> written((handle as Pack).views(requested(PackViewsRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "records.view" -> written((handle as Pack).view(requested(PackViewRequest, request))) { writer, answer -> answer.write(writer) }
        "records.diff" -> written((handle as Pack).diff(requested(RecordDiffRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "records.automate" -> written((handle as Pack).automate(requested(RecordAutomationRequest, request))) { writer, answer -> answer.write(writer) }
        "records.contacts" -> written((handle as Pack).contacts(requested(RecordContactsRequest, request))) { writer, answer -> answer.write(writer) }
        "records.history" -> written((handle as Pack).history(requested(RecordHistoryRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "records.notice" -> written((handle as Pack).notice(requested(RecordNoticeRequest, request))) { writer, answer -> answer.write(writer) }
        "records.schema" -> written((handle as Pack).schema(requested(SchemaRequest, request))) { writer, answer -> answer.write(writer) }
        "records.plan" -> written((handle as Pack).plan(requested(MigrationRequest, request))) { writer, answer -> answer.write(writer) }
        "records.openapi" -> written((handle as Pack).openapi(requested(OpenApiRequest, request))) { writer, answer -> answer.write(writer) }
        "storefront.availability_and_price" -> written((handle as Storefront).availabilityAndPrice(requested(AvailabilityAndPriceRequest, request))) { writer, answer -> answer.write(writer) }
        "storefront.apply" -> written((handle as Storefront).apply(requested(ApplyRequest, request))) { writer, answer -> writer.list(answer) { it.write(writer) } }
        "storefront.snapshot" -> written((handle as Storefront).snapshot(requested(SnapshotRequest, request))) { writer, answer -> answer.write(writer) }
        else -> throw Unsayable()
    }

internal fun askJson(operation: String, handle: Loaded?, request: ByteArray): ByteArray =
    when (operation) {
        "engine.codes" -> Engine.codesJson(request)
        "engine.message" -> Engine.messageJson(request)
        "expression.evaluate" -> Expressions.evaluateJson(request)
        "expression.check" -> Expressions.checkJson(request)
        "money.round" -> Money.roundJson(request)
        "money.allocate" -> Money.allocateJson(request)
        "money.sum" -> Money.sumJson(request)
        "money.convert" -> Money.convertJson(request)
        "money.check_rates" -> Money.checkRatesJson(request)
        "money.currency" -> Money.currencyJson(request)
        "money.currencies" -> Money.currenciesJson(request)
        "money.to_gateway" -> Money.toGatewayJson(request)
        "money.from_gateway" -> Money.fromGatewayJson(request)
        "money.format" -> Money.formatJson(request)
        "money.parse" -> Money.parseJson(request)
        "time.day" -> Time.dayJson(request)
        "time.add_months" -> Time.addMonthsJson(request)
        "time.age" -> Time.ageJson(request)
        "time.to_instant" -> Time.toInstantJson(request)
        "time.to_local" -> Time.toLocalJson(request)
        "time.day_length" -> Time.dayLengthJson(request)
        "time.zone_database" -> Time.zoneDatabaseJson(request)
        "time.clock_changes" -> Time.clockChangesJson(request)
        "time.open_spans" -> Time.openSpansJson(request)
        "time.is_open" -> Time.isOpenJson(request)
        "time.open_time" -> Time.openTimeJson(request)
        "time.add_business_days" -> Time.addBusinessDaysJson(request)
        "time.business_days" -> Time.businessDaysJson(request)
        "time.add_business_time" -> Time.addBusinessTimeJson(request)
        "time.business_time" -> Time.businessTimeJson(request)
        "time.periods" -> Time.periodsJson(request)
        "time.period_of" -> Time.periodOfJson(request)
        "time.occurrences" -> Time.occurrencesJson(request)
        "time.cron" -> Time.cronJson(request)
        "flow.machines" -> Flow.machinesJson(request)
        "tenancy.slug" -> Tenancy.slugJson(request)
        "assignment.choose" -> Assignment.chooseJson(request)
        "flow.retry" -> Flow.retryJson(request)
        "flow.alert" -> Flow.alertJson(request)
        "rates.create" -> Rates.createJson(request)
        "rates.publish" -> Rates.publishJson(request)
        "rates.unpublish" -> Rates.unpublishJson(request)
        "rates.archive" -> Rates.archiveJson(request)
        "rates.edit" -> Rates.editJson(request)
        "rates.clone_list" -> Rates.cloneListJson(request)
        "rates.add_blackout" -> Rates.addBlackoutJson(request)
        "rates.remove_blackout" -> Rates.removeBlackoutJson(request)
        "plans.boost" -> Plans.boostJson(request)
        "rates.taxes_for" -> Rates.taxesForJson(request)
        "rates.tax_tables" -> Rates.taxTablesJson(request)
        "records.read_files" -> Records.readFilesJson(request)
        "rates.blackout_days" -> Rates.blackoutDaysJson(request)
        "rates.price" -> (handle as RateList).priceJson(request)
        "rates.total" -> (handle as RateList).totalJson(request)
        "rates.price_in" -> (handle as RateList).priceInJson(request)
        "rates.explain" -> (handle as RateList).explainJson(request)
        "rates.quote_many" -> (handle as RateList).quoteManyJson(request)
        "rates.total_many" -> (handle as RateList).totalManyJson(request)
        "rates.grid" -> (handle as RateList).gridJson(request)
        "rates.pack" -> (handle as RateList).packJson(request)
        "rates.cheapest" -> (handle as RateLists).cheapestJson(request)
        "rates.select" -> (handle as RateLists).selectJson(request)
        "rates.overlaps" -> (handle as RateLists).overlapsJson(request)
        "rates.validate_dates" -> (handle as RateLists).validateDatesJson(request)
        "rates.simulate" -> (handle as RateLists).simulateJson(request)
        "rates.bulk_update" -> (handle as RateLists).bulkUpdateJson(request)
        "plans.charge" -> (handle as Plan).chargeJson(request)
        "plans.periods" -> (handle as Plan).periodsJson(request)
        "plans.prorate" -> (handle as Plan).prorateJson(request)
        "cancellation.fee" -> (handle as CancellationPolicy).feeJson(request)
        "cancellation.deadlines" -> (handle as CancellationPolicy).deadlinesJson(request)
        "calendar.check" -> (handle as BookingCalendar).checkJson(request)
        "calendar.check_all" -> (handle as BookingCalendar).checkAllJson(request)
        "calendar.next_free" -> (handle as BookingCalendar).nextFreeJson(request)
        "calendar.slots" -> (handle as BookingCalendar).slotsJson(request)
        "calendar.common_slots" -> (handle as BookingCalendar).commonSlotsJson(request)
        "calendar.view" -> (handle as BookingCalendar).viewJson(request)
        "calendar.occupancy" -> (handle as BookingCalendar).occupancyJson(request)
        "calendar.assign" -> (handle as BookingCalendar).assignJson(request)
        "calendar.book" -> (handle as BookingCalendar).bookJson(request)
        "calendar.book_series" -> (handle as BookingCalendar).bookSeriesJson(request)
        "calendar.reschedule" -> (handle as BookingCalendar).rescheduleJson(request)
        "calendar.cancel" -> (handle as BookingCalendar).cancelJson(request)
        "calendar.hold" -> (handle as BookingCalendar).holdJson(request)
        "calendar.confirm" -> (handle as BookingCalendar).confirmJson(request)
        "calendar.release" -> (handle as BookingCalendar).releaseJson(request)
        "calendar.extend" -> (handle as BookingCalendar).extendJson(request)
        "calendar.expire" -> (handle as BookingCalendar).expireJson(request)
        "calendar.block" -> (handle as BookingCalendar).blockJson(request)
        "calendar.unblock" -> (handle as BookingCalendar).unblockJson(request)
        "calendar.apply" -> (handle as BookingCalendar).applyJson(request)
        "calendar.apply_rows" -> (handle as BookingCalendar).applyRowsJson(request)
        "calendar.merge" -> (handle as BookingCalendar).mergeJson(request)
        "calendar.snapshot" -> (handle as BookingCalendar).snapshotJson(request)
        "flow.start" -> (handle as Machine).startJson(request)
        "flow.fire" -> (handle as Machine).fireJson(request)
        "flow.fire_all" -> (handle as Machine).fireAllJson(request)
        "flow.step" -> (handle as Machine).stepJson(request)
        "flow.allowed" -> (handle as Machine).allowedJson(request)
        "flow.due" -> (handle as Machine).dueJson(request)
        "flow.replay" -> (handle as Machine).replayJson(request)
        "flow.diagram" -> (handle as Machine).diagramJson(request)
        "flow.paths" -> (handle as Machine).pathsJson(request)
        "deadlines.track" -> (handle as DeadlinePolicy).trackJson(request)
        "deadlines.compliance" -> (handle as DeadlinePolicy).complianceJson(request)
        "tenancy.settings" -> (handle as Tenant).settingsJson(request)
        "tenancy.standing" -> (handle as Tenant).standingJson(request)
        "tenancy.may" -> (handle as Tenant).mayJson(request)
        "tenancy.permissions" -> (handle as Tenant).permissionsJson(request)
        "tenancy.mask" -> (handle as Tenant).maskJson(request)
        "tenancy.flag" -> (handle as Tenant).flagJson(request)
        "tenancy.flags" -> (handle as Tenant).flagsJson(request)
        "tenancy.check_fields" -> (handle as Tenant).checkFieldsJson(request)
        "tenancy.check_policies" -> (handle as Tenant).checkPoliciesJson(request)
        "automation.run" -> (handle as Automation).runJson(request)
        "contacts.due" -> (handle as ContactPlan).dueJson(request)
        "records.matches" -> (handle as Pack).matchesJson(request)
        "records.query" -> (handle as Pack).queryJson(request)
        "records.check" -> (handle as Pack).checkJson(request)
        "records.look_ups" -> (handle as Pack).lookUpsJson(request)
        "records.delete" -> (handle as Pack).deleteJson(request)
        "records.restore" -> (handle as Pack).restoreJson(request)
        "records.carried_out" -> (handle as Pack).carriedOutJson(request)
        "records.merge" -> (handle as Pack).mergeJson(request)
        "records.fire" -> (handle as Pack).fireJson(request)
        "records.lapse" -> (handle as Pack).lapseJson(request)
        "records.mask" -> (handle as Pack).maskJson(request)
        "records.form" -> (handle as Pack).formJson(request)
        "records.screens" -> (handle as Pack).screensJson(request)
        "records.settings" -> (handle as Pack).settingsJson(request)
        "records.views" -> (handle as Pack).viewsJson(request)
        "records.view" -> (handle as Pack).viewJson(request)
        "records.diff" -> (handle as Pack).diffJson(request)
        "records.automate" -> (handle as Pack).automateJson(request)
        "records.contacts" -> (handle as Pack).contactsJson(request)
        "records.history" -> (handle as Pack).historyJson(request)
        "records.notice" -> (handle as Pack).noticeJson(request)
        "records.schema" -> (handle as Pack).schemaJson(request)
        "records.plan" -> (handle as Pack).planJson(request)
        "records.openapi" -> (handle as Pack).openapiJson(request)
        "storefront.availability_and_price" -> (handle as Storefront).availabilityAndPriceJson(request)
        "storefront.apply" -> (handle as Storefront).applyJson(request)
        "storefront.snapshot" -> (handle as Storefront).snapshotJson(request)
        else -> throw Unsayable()
    }

/** Types that the phones' library does without. */
internal val leftOutTypes = setOf<String>("AddressRule", "AuditLink", "AuditRecord", "AuditChange", "AuditAnchor", "AccessActor", "RecordGrant", "RecordDenial", "RateLimitState", "RateMark", "LockoutState", "LockoutMark", "QuotaState", "QuotaEntry", "NumberState", "ApiKeyRecord", "BudgetState", "PersonalRecord", "ConsentEntry")

/** A value read as its type and written again. */
internal fun againTyped(type: String, value: ByteArray): ByteArray =
    when (type) {
        "RateListDefinition" -> written(requested(RateListDefinition, value)) { writer, it -> it.write(writer) }
        "SaleContext" -> written(requested(SaleContext, value)) { writer, it -> it.write(writer) }
        "DayRange" -> written(requested(DayRange, value)) { writer, it -> it.write(writer) }
        "People" -> written(requested(People, value)) { writer, it -> it.write(writer) }
        "Prices" -> written(requested(Prices, value)) { writer, it -> it.write(writer) }
        "SingleUse" -> written(requested(SingleUse, value)) { writer, it -> it.write(writer) }
        "Hours" -> written(requested(Hours, value)) { writer, it -> it.write(writer) }
        "HourWindow" -> written(requested(HourWindow, value)) { writer, it -> it.write(writer) }
        "HourTier" -> written(requested(HourTier, value)) { writer, it -> it.write(writer) }
        "Block" -> written(requested(Block, value)) { writer, it -> it.write(writer) }
        "AfterHours" -> written(requested(AfterHours, value)) { writer, it -> it.write(writer) }
        "AgeBand" -> written(requested(AgeBand, value)) { writer, it -> it.write(writer) }
        "ChildPrice" -> written(requested(ChildPrice, value)) { writer, it -> it.write(writer) }
        "PercentOf" -> written(requested(PercentOf, value)) { writer, it -> it.write(writer) }
        "NthChild" -> written(requested(NthChild, value)) { writer, it -> it.write(writer) }
        "Season" -> written(requested(Season, value)) { writer, it -> it.write(writer) }
        "Change" -> written(requested(Change, value)) { writer, it -> it.write(writer) }
        "Supplement" -> written(requested(Supplement, value)) { writer, it -> it.write(writer) }
        "PartyMatch" -> written(requested(PartyMatch, value)) { writer, it -> it.write(writer) }
        "ChildrenOfAge" -> written(requested(ChildrenOfAge, value)) { writer, it -> it.write(writer) }
        "SupplementPrice" -> written(requested(SupplementPrice, value)) { writer, it -> it.write(writer) }
        "Discount" -> written(requested(Discount, value)) { writer, it -> it.write(writer) }
        "DiscountRule" -> written(requested(DiscountRule, value)) { writer, it -> it.write(writer) }
        "Bulk" -> written(requested(Bulk, value)) { writer, it -> it.write(writer) }
        "Tier" -> written(requested(Tier, value)) { writer, it -> it.write(writer) }
        "Off" -> written(requested(Off, value)) { writer, it -> it.write(writer) }
        "Tiers" -> written(requested(Tiers, value)) { writer, it -> it.write(writer) }
        "LastMinute" -> written(requested(LastMinute, value)) { writer, it -> it.write(writer) }
        "LastMinuteTier" -> written(requested(LastMinuteTier, value)) { writer, it -> it.write(writer) }
        "FreeNights" -> written(requested(FreeNights, value)) { writer, it -> it.write(writer) }
        "WhichNights" -> written(requested(WhichNights, value)) { writer, it -> it.write(writer) }
        "Promo" -> written(requested(Promo, value)) { writer, it -> it.write(writer) }
        "Eligibility" -> written(requested(Eligibility, value)) { writer, it -> it.write(writer) }
        "Fee" -> written(requested(Fee, value)) { writer, it -> it.write(writer) }
        "FeeRate" -> written(requested(FeeRate, value)) { writer, it -> it.write(writer) }
        "FixedRate" -> written(requested(FixedRate, value)) { writer, it -> it.write(writer) }
        "AgeRange" -> written(requested(AgeRange, value)) { writer, it -> it.write(writer) }
        "Tax" -> written(requested(Tax, value)) { writer, it -> it.write(writer) }
        "TaxRate" -> written(requested(TaxRate, value)) { writer, it -> it.write(writer) }
        "Slab" -> written(requested(Slab, value)) { writer, it -> it.write(writer) }
        "TaxRegion" -> written(requested(TaxRegion, value)) { writer, it -> it.write(writer) }
        "TaxTable" -> written(requested(TaxTable, value)) { writer, it -> it.write(writer) }
        "TaxTableRule" -> written(requested(TaxTableRule, value)) { writer, it -> it.write(writer) }
        "Blackout" -> written(requested(Blackout, value)) { writer, it -> it.write(writer) }
        "Restriction" -> written(requested(Restriction, value)) { writer, it -> it.write(writer) }
        "RoundingRule" -> written(requested(RoundingRule, value)) { writer, it -> it.write(writer) }
        "Interval" -> written(requested(Interval, value)) { writer, it -> it.write(writer) }
        "CalendarDefinition" -> written(requested(CalendarDefinition, value)) { writer, it -> it.write(writer) }
        "Resource" -> written(requested(Resource, value)) { writer, it -> it.write(writer) }
        "OpeningHours" -> written(requested(OpeningHours, value)) { writer, it -> it.write(writer) }
        "OpeningWindow" -> written(requested(OpeningWindow, value)) { writer, it -> it.write(writer) }
        "OpeningException" -> written(requested(OpeningException, value)) { writer, it -> it.write(writer) }
        "MonthDay" -> written(requested(MonthDay, value)) { writer, it -> it.write(writer) }
        "SlotGrid" -> written(requested(SlotGrid, value)) { writer, it -> it.write(writer) }
        "DayUnits" -> written(requested(DayUnits, value)) { writer, it -> it.write(writer) }
        "Allotment" -> written(requested(Allotment, value)) { writer, it -> it.write(writer) }
        "StopSale" -> written(requested(StopSale, value)) { writer, it -> it.write(writer) }
        "Departure" -> written(requested(Departure, value)) { writer, it -> it.write(writer) }
        "Booking" -> written(requested(Booking, value)) { writer, it -> it.write(writer) }
        "Take" -> written(requested(Take, value)) { writer, it -> it.write(writer) }
        "When" -> written(requested(When, value)) { writer, it -> it.write(writer) }
        "Span" -> written(requested(Span, value)) { writer, it -> it.write(writer) }
        "StayDays" -> written(requested(StayDays, value)) { writer, it -> it.write(writer) }
        "Hold" -> written(requested(Hold, value)) { writer, it -> it.write(writer) }
        "Blocked" -> written(requested(Blocked, value)) { writer, it -> it.write(writer) }
        "MachineDefinition" -> written(requested(MachineDefinition, value)) { writer, it -> it.write(writer) }
        "MachineStart" -> written(requested(MachineStart, value)) { writer, it -> it.write(writer) }
        "MachineEffect" -> written(requested(MachineEffect, value)) { writer, it -> it.write(writer) }
        "MachineState" -> written(requested(MachineState, value)) { writer, it -> it.write(writer) }
        "MachineEvent" -> written(requested(MachineEvent, value)) { writer, it -> it.write(writer) }
        "MachineTransition" -> written(requested(MachineTransition, value)) { writer, it -> it.write(writer) }
        "MachineTimer" -> written(requested(MachineTimer, value)) { writer, it -> it.write(writer) }
        "BusinessCalendar" -> written(requested(BusinessCalendar, value)) { writer, it -> it.write(writer) }
        "TenantSettings" -> written(requested(TenantSettings, value)) { writer, it -> it.write(writer) }
        "SignInRules" -> written(requested(SignInRules, value)) { writer, it -> it.write(writer) }
        "RoleRules" -> written(requested(RoleRules, value)) { writer, it -> it.write(writer) }
        "RelationGrant" -> written(requested(RelationGrant, value)) { writer, it -> it.write(writer) }
        "FieldMask" -> written(requested(FieldMask, value)) { writer, it -> it.write(writer) }
        "RateLimitRule" -> written(requested(RateLimitRule, value)) { writer, it -> it.write(writer) }
        "RateFigures" -> written(requested(RateFigures, value)) { writer, it -> it.write(writer) }
        "QuotaRule" -> written(requested(QuotaRule, value)) { writer, it -> it.write(writer) }
        "QuotaFigures" -> written(requested(QuotaFigures, value)) { writer, it -> it.write(writer) }
        "NumberFormat" -> written(requested(NumberFormat, value)) { writer, it -> it.write(writer) }
        "Money" -> written(requested(Money, value)) { writer, it -> it.write(writer) }
        "AutomationDefinition" -> written(requested(AutomationDefinition, value)) { writer, it -> it.write(writer) }
        "AutomationRule" -> written(requested(AutomationRule, value)) { writer, it -> it.write(writer) }
        "AutomationTrigger" -> written(requested(AutomationTrigger, value)) { writer, it -> it.write(writer) }
        "AutomationEvent" -> written(requested(AutomationEvent, value)) { writer, it -> it.write(writer) }
        "AutomationField" -> written(requested(AutomationField, value)) { writer, it -> it.write(writer) }
        "AutomationAction" -> written(requested(AutomationAction, value)) { writer, it -> it.write(writer) }
        "AutomationEffect" -> written(requested(AutomationEffect, value)) { writer, it -> it.write(writer) }
        "AutomationStatusChange" -> written(requested(AutomationStatusChange, value)) { writer, it -> it.write(writer) }
        "AutomationSetField" -> written(requested(AutomationSetField, value)) { writer, it -> it.write(writer) }
        "ContactRule" -> written(requested(ContactRule, value)) { writer, it -> it.write(writer) }
        "PackDefinition" -> written(requested(PackDefinition, value)) { writer, it -> it.write(writer) }
        "FieldDefinition" -> written(requested(FieldDefinition, value)) { writer, it -> it.write(writer) }
        "DeletionRule" -> written(requested(DeletionRule, value)) { writer, it -> it.write(writer) }
        "Deprecation" -> written(requested(Deprecation, value)) { writer, it -> it.write(writer) }
        "EntityDefinition" -> written(requested(EntityDefinition, value)) { writer, it -> it.write(writer) }
        "EntityNumber" -> written(requested(EntityNumber, value)) { writer, it -> it.write(writer) }
        "EntityMachine" -> written(requested(EntityMachine, value)) { writer, it -> it.write(writer) }
        "EntityDeadline" -> written(requested(EntityDeadline, value)) { writer, it -> it.write(writer) }
        "DeadlinePlan" -> written(requested(DeadlinePlan, value)) { writer, it -> it.write(writer) }
        "EntityRetention" -> written(requested(EntityRetention, value)) { writer, it -> it.write(writer) }
        "SoftDelete" -> written(requested(SoftDelete, value)) { writer, it -> it.write(writer) }
        "EntityMerge" -> written(requested(EntityMerge, value)) { writer, it -> it.write(writer) }
        "SeriesRules" -> written(requested(SeriesRules, value)) { writer, it -> it.write(writer) }
        "EntityCheck" -> written(requested(EntityCheck, value)) { writer, it -> it.write(writer) }
        "FieldGroup" -> written(requested(FieldGroup, value)) { writer, it -> it.write(writer) }
        "EntityGrant" -> written(requested(EntityGrant, value)) { writer, it -> it.write(writer) }
        "CustomRole" -> written(requested(CustomRole, value)) { writer, it -> it.write(writer) }
        "CustomMachine" -> written(requested(CustomMachine, value)) { writer, it -> it.write(writer) }
        "ConsentPurpose" -> written(requested(ConsentPurpose, value)) { writer, it -> it.write(writer) }
        "PackPolicy" -> written(requested(PackPolicy, value)) { writer, it -> it.write(writer) }
        "LetterDefinition" -> written(requested(LetterDefinition, value)) { writer, it -> it.write(writer) }
        "LetterReceiver" -> written(requested(LetterReceiver, value)) { writer, it -> it.write(writer) }
        "LetterWords" -> written(requested(LetterWords, value)) { writer, it -> it.write(writer) }
        "InboundDefinition" -> written(requested(InboundDefinition, value)) { writer, it -> it.write(writer) }
        "InboundContact" -> written(requested(InboundContact, value)) { writer, it -> it.write(writer) }
        "InboundReply" -> written(requested(InboundReply, value)) { writer, it -> it.write(writer) }
        "WebhookDefinition" -> written(requested(WebhookDefinition, value)) { writer, it -> it.write(writer) }
        "WebhookPart" -> written(requested(WebhookPart, value)) { writer, it -> it.write(writer) }
        "WebhookAction" -> written(requested(WebhookAction, value)) { writer, it -> it.write(writer) }
        "WebhookFind" -> written(requested(WebhookFind, value)) { writer, it -> it.write(writer) }
        "Schedule" -> written(requested(Schedule, value)) { writer, it -> it.write(writer) }
        "ScheduleAction" -> written(requested(ScheduleAction, value)) { writer, it -> it.write(writer) }
        "ContactsDefinition" -> written(requested(ContactsDefinition, value)) { writer, it -> it.write(writer) }
        "ViewDefinition" -> written(requested(ViewDefinition, value)) { writer, it -> it.write(writer) }
        "ViewPlot" -> written(requested(ViewPlot, value)) { writer, it -> it.write(writer) }
        "DocumentDefinition" -> written(requested(DocumentDefinition, value)) { writer, it -> it.write(writer) }
        "PackTemplate" -> written(requested(PackTemplate, value)) { writer, it -> it.write(writer) }
        "DemoRecord" -> written(requested(DemoRecord, value)) { writer, it -> it.write(writer) }
        "PackRule" -> written(requested(PackRule, value)) { writer, it -> it.write(writer) }
        "ExchangeRate" -> written(requested(ExchangeRate, value)) { writer, it -> it.write(writer) }
        "LocalTime" -> written(requested(LocalTime, value)) { writer, it -> it.write(writer) }
        "RoundRobinTurn" -> written(requested(RoundRobinTurn, value)) { writer, it -> it.write(writer) }
        "AlertState" -> written(requested(AlertState, value)) { writer, it -> it.write(writer) }
        "AlertSample" -> written(requested(AlertSample, value)) { writer, it -> it.write(writer) }
        "BookedStay" -> written(requested(BookedStay, value)) { writer, it -> it.write(writer) }
        "RowIds" -> written(requested(RowIds, value)) { writer, it -> it.write(writer) }
        "MachineInstance" -> written(requested(MachineInstance, value)) { writer, it -> it.write(writer) }
        "MachineRecord" -> written(requested(MachineRecord, value)) { writer, it -> it.write(writer) }
        "RecordChange" -> written(requested(RecordChange, value)) { writer, it -> it.write(writer) }
        "HistoryEntry" -> written(requested(HistoryEntry, value)) { writer, it -> it.write(writer) }
        else -> throw Unsayable()
    }

/** The key of the handle that an operation is asked of. */
internal fun handleKey(operation: String): String? =
    when (operation) {
        "rates.price" -> "rate_list"
        "rates.total" -> "rate_list"
        "rates.price_in" -> "rate_list"
        "rates.explain" -> "rate_list"
        "rates.quote_many" -> "rate_list"
        "rates.total_many" -> "rate_list"
        "rates.grid" -> "rate_list"
        "rates.pack" -> "rate_list"
        "rates.cheapest" -> "rate_lists"
        "rates.select" -> "rate_lists"
        "rates.overlaps" -> "rate_lists"
        "rates.validate_dates" -> "rate_lists"
        "rates.simulate" -> "rate_lists"
        "rates.bulk_update" -> "rate_lists"
        "plans.charge" -> "plan"
        "plans.periods" -> "plan"
        "plans.prorate" -> "plan"
        "cancellation.fee" -> "cancellation_policy"
        "cancellation.deadlines" -> "cancellation_policy"
        "calendar.check" -> "calendar"
        "calendar.check_all" -> "calendar"
        "calendar.next_free" -> "calendar"
        "calendar.slots" -> "calendar"
        "calendar.common_slots" -> "calendar"
        "calendar.view" -> "calendar"
        "calendar.occupancy" -> "calendar"
        "calendar.assign" -> "calendar"
        "calendar.book" -> "calendar"
        "calendar.book_series" -> "calendar"
        "calendar.reschedule" -> "calendar"
        "calendar.cancel" -> "calendar"
        "calendar.hold" -> "calendar"
        "calendar.confirm" -> "calendar"
        "calendar.release" -> "calendar"
        "calendar.extend" -> "calendar"
        "calendar.expire" -> "calendar"
        "calendar.block" -> "calendar"
        "calendar.unblock" -> "calendar"
        "calendar.apply" -> "calendar"
        "calendar.apply_rows" -> "calendar"
        "calendar.merge" -> "calendar"
        "calendar.snapshot" -> "calendar"
        "flow.start" -> "machine"
        "flow.fire" -> "machine"
        "flow.fire_all" -> "machine"
        "flow.step" -> "machine"
        "flow.allowed" -> "machine"
        "flow.due" -> "machine"
        "flow.replay" -> "machine"
        "flow.diagram" -> "machine"
        "flow.paths" -> "machine"
        "deadlines.track" -> "deadline_policy"
        "deadlines.compliance" -> "deadline_policy"
        "tenancy.settings" -> "tenant"
        "tenancy.standing" -> "tenant"
        "tenancy.may" -> "tenant"
        "tenancy.permissions" -> "tenant"
        "tenancy.mask" -> "tenant"
        "tenancy.flag" -> "tenant"
        "tenancy.flags" -> "tenant"
        "tenancy.check_fields" -> "tenant"
        "tenancy.check_policies" -> "tenant"
        "automation.run" -> "automation"
        "contacts.due" -> "contact_plan"
        "records.matches" -> "pack"
        "records.query" -> "pack"
        "records.check" -> "pack"
        "records.look_ups" -> "pack"
        "records.delete" -> "pack"
        "records.restore" -> "pack"
        "records.carried_out" -> "pack"
        "records.merge" -> "pack"
        "records.fire" -> "pack"
        "records.lapse" -> "pack"
        "records.mask" -> "pack"
        "records.form" -> "pack"
        "records.screens" -> "pack"
        "records.settings" -> "pack"
        "records.views" -> "pack"
        "records.view" -> "pack"
        "records.diff" -> "pack"
        "records.automate" -> "pack"
        "records.contacts" -> "pack"
        "records.history" -> "pack"
        "records.notice" -> "pack"
        "records.schema" -> "pack"
        "records.plan" -> "pack"
        "records.openapi" -> "pack"
        "storefront.availability_and_price" -> "storefront"
        "storefront.apply" -> "storefront"
        "storefront.snapshot" -> "storefront"
        else -> null
    }
