// Written by `cargo xtask generate`.

import Foundation

@testable import Ratebook

/// Operations that the phones' library does without.
let leftOut: Set<String> = ["calendar.export_feed", "calendar.import_feed", "rates.export", "rates.import", "records.anonymise_person", "records.change_machine", "records.change_role", "records.person_export", "records.rows", "records.webhook", "tenancy.address", "tenancy.anonymise", "tenancy.audit_anchor", "tenancy.audit_append", "tenancy.audit_verify", "tenancy.budget", "tenancy.change_roles", "tenancy.check_key", "tenancy.compliance", "tenancy.consent", "tenancy.export_person", "tenancy.lockout", "tenancy.new_key", "tenancy.next_number", "tenancy.quota", "tenancy.rate_limit", "tenancy.retention"]

func loadTyped(_ key: String, _ definition: Data) throws -> any Sendable {
    switch key {
    case "rate_list": try RateList(requested(Rates.RateListDefinition.self, definition))
    case "rate_lists": try RateLists(requested(Rates.RateListsDefinition.self, definition))
    case "plan": try Plan(requested(Plans.PlanDefinition.self, definition))
    case "cancellation_policy": try CancellationPolicy(requested(Cancellation.CancellationPolicyDefinition.self, definition))
    case "calendar": try BookingCalendar(requested(BookingCalendar.CalendarDefinition.self, definition))
    case "machine": try Machine(requested(Flow.MachineDefinition.self, definition))
    case "deadline_policy": try DeadlinePolicy(requested(Deadlines.DeadlinePolicyDefinition.self, definition))
    case "tenant": try Tenant(requested(Tenancy.TenantDefinition.self, definition))
    case "automation": try Automation(requested(Records.AutomationDefinition.self, definition))
    case "contact_plan": try ContactPlan(requested(Contacts.ContactPlanDefinition.self, definition))
    case "pack": try Pack(requested(Records.PackDefinition.self, definition))
    case "storefront": try Storefront(requested(Storefront.StorefrontDefinition.self, definition))
    default: throw Unsayable()
    }
}

func loadJSON(_ key: String, _ definition: Data) throws -> any Sendable {
    switch key {
    case "rate_list": try RateList(bytes: definition)
    case "rate_lists": try RateLists(bytes: definition)
    case "plan": try Plan(bytes: definition)
    case "cancellation_policy": try CancellationPolicy(bytes: definition)
    case "calendar": try BookingCalendar(bytes: definition)
    case "machine": try Machine(bytes: definition)
    case "deadline_policy": try DeadlinePolicy(bytes: definition)
    case "tenant": try Tenant(bytes: definition)
    case "automation": try Automation(bytes: definition)
    case "contact_plan": try ContactPlan(bytes: definition)
    case "pack": try Pack(bytes: definition)
    case "storefront": try Storefront(bytes: definition)
    default: throw Unsayable()
    }
}

func askTyped(_ operation: String, _ handle: (any Sendable)?, _ request: Data) throws -> Data {
    switch operation {
    case "engine.codes": try written(Engine.codes(requested(Engine.CodesRequest.self, request)))
    case "engine.message": try written(Engine.message(requested(Engine.MessageRequest.self, request)))
    case "expression.evaluate": try written(Expressions.evaluate(requested(Expressions.EvaluateRequest.self, request)))
    case "expression.check": try written(Expressions.check(requested(Expressions.ExpressionCheckRequest.self, request)))
    case "money.round": try written(Money.round(requested(Money.RoundRequest.self, request)))
    case "money.allocate": try written(Money.allocate(requested(Money.AllocateRequest.self, request)))
    case "money.sum": try written(Money.sum(requested(Money.SumRequest.self, request)))
    case "money.convert": try written(Money.convert(requested(Money.ConvertRequest.self, request)))
    case "money.check_rates": try written(Money.checkRates(requested(Money.CheckRatesRequest.self, request)))
    case "money.currency": try written(Money.currency(requested(Money.CurrencyRequest.self, request)))
    case "money.currencies": try written(Money.currencies(requested(Money.CurrenciesRequest.self, request)))
    case "money.to_gateway": try written(Money.toGateway(requested(Money.ToGatewayRequest.self, request)))
    case "money.from_gateway": try written(Money.fromGateway(requested(Money.FromGatewayRequest.self, request)))
    case "money.format": try written(Money.format(requested(Money.FormatRequest.self, request)))
    case "money.parse": try written(Money.parse(requested(Money.ParseRequest.self, request)))
    case "time.day": try written(Time.day(requested(Time.DayRequest.self, request)))
    case "time.add_months": try written(Time.addMonths(requested(Time.AddMonthsRequest.self, request)))
    case "time.age": try written(Time.age(requested(Time.AgeRequest.self, request)))
    case "time.to_instant": try written(Time.toInstant(requested(Time.ToInstantRequest.self, request)))
    case "time.to_local": try written(Time.toLocal(requested(Time.ToLocalRequest.self, request)))
    case "time.day_length": try written(Time.dayLength(requested(Time.DayLengthRequest.self, request)))
    case "time.zone_database": try written(Time.zoneDatabase(requested(Time.ZoneDatabaseRequest.self, request)))
    case "time.clock_changes": try written(Time.clockChanges(requested(Time.ClockChangesRequest.self, request)))
    case "time.open_spans": try written(Time.openSpans(requested(Time.OpenSpansRequest.self, request)))
    case "time.is_open": try written(Time.isOpen(requested(Time.IsOpenRequest.self, request)))
    case "time.open_time": try written(Time.openTime(requested(Time.OpenTimeRequest.self, request)))
    case "time.add_business_days": try written(Time.addBusinessDays(requested(Time.AddBusinessDaysRequest.self, request)))
    case "time.business_days": try written(Time.businessDays(requested(Time.BusinessDaysRequest.self, request)))
    case "time.add_business_time": try written(Time.addBusinessTime(requested(Time.AddBusinessTimeRequest.self, request)))
    case "time.business_time": try written(Time.businessTime(requested(Time.BusinessTimeRequest.self, request)))
    case "time.periods": try written(Time.periods(requested(Time.PeriodsRequest.self, request)))
    case "time.period_of": try written(Time.periodOf(requested(Time.PeriodOfRequest.self, request)))
    case "time.occurrences": try written(Time.occurrences(requested(Time.OccurrencesRequest.self, request)))
    case "time.cron": try written(Time.cron(requested(Time.CronRequest.self, request)))
    case "flow.machines": try written(Flow.machines(requested(Flow.MachinesRequest.self, request)))
    case "tenancy.slug": try written(Tenancy.slug(requested(Tenancy.SlugRequest.self, request)))
    case "assignment.choose": try written(Assignment.choose(requested(Assignment.ChooseRequest.self, request)))
    case "flow.retry": try written(Flow.retry(requested(Flow.RetryRequest.self, request)))
    case "flow.alert": try written(Flow.alert(requested(Flow.AlertRequest.self, request)))
    case "rates.create": try written(Rates.create(requested(Rates.CreateListRequest.self, request)))
    case "rates.publish": try written(Rates.publish(requested(Rates.PublishRequest.self, request)))
    case "rates.unpublish": try written(Rates.unpublish(requested(Rates.UnpublishRequest.self, request)))
    case "rates.archive": try written(Rates.archive(requested(Rates.ListRequest.self, request)))
    case "rates.edit": try written(Rates.edit(requested(Rates.EditRequest.self, request)))
    case "rates.clone_list": try written(Rates.cloneList(requested(Rates.CloneRequest.self, request)))
    case "rates.add_blackout": try written(Rates.addBlackout(requested(Rates.AddBlackoutRequest.self, request)))
    case "rates.remove_blackout": try written(Rates.removeBlackout(requested(Rates.RemoveBlackoutRequest.self, request)))
    case "plans.boost": try written(Plans.boost(requested(Plans.BoostRequest.self, request)))
    case "rates.taxes_for": try written(Rates.taxesFor(requested(Rates.TaxesForRequest.self, request)))
    case "rates.tax_tables": try written(Rates.taxTables(requested(Rates.TaxTablesRequest.self, request)))
    case "records.read_files": try written(Records.readFiles(requested(Records.ReadFilesRequest.self, request)))
    case "rates.blackout_days": try written(Rates.blackoutDays(requested(Rates.BlackoutDaysRequest.self, request)))
    case "rates.price": try written((handle as! RateList).price(requested(Rates.PriceRequest.self, request)))
    case "rates.total": try written((handle as! RateList).total(requested(Rates.PriceRequest.self, request)))
    case "rates.price_in": try written((handle as! RateList).priceIn(requested(Rates.PriceInRequest.self, request)))
    case "rates.explain": try written((handle as! RateList).explain(requested(Rates.PriceRequest.self, request)))
    case "rates.quote_many": try written((handle as! RateList).quoteMany(requested(Rates.QuoteManyRequest.self, request)))
    case "rates.total_many": try written((handle as! RateList).totalMany(requested(Rates.QuoteManyRequest.self, request)))
    case "rates.grid": try written((handle as! RateList).grid(requested(Rates.GridRequest.self, request)))
    case "rates.pack": try written((handle as! RateList).pack(requested(Rates.PackRequest.self, request)))
    case "rates.cheapest": try written((handle as! RateLists).cheapest(requested(Rates.CheapestRequest.self, request)))
    case "rates.select": try written((handle as! RateLists).select(requested(Rates.SelectRequest.self, request)))
    case "rates.overlaps": try written((handle as! RateLists).overlaps(requested(Rates.OverlapsRequest.self, request)))
    case "rates.validate_dates": try written((handle as! RateLists).validateDates(requested(Rates.ValidateDatesRequest.self, request)))
    case "rates.simulate": try written((handle as! RateLists).simulate(requested(Rates.SimulateRequest.self, request)))
    case "rates.bulk_update": try written((handle as! RateLists).bulkUpdate(requested(Rates.BulkUpdateRequest.self, request)))
    case "plans.charge": try written((handle as! Plan).charge(requested(Plans.UsageRequest.self, request)))
    case "plans.periods": try written((handle as! Plan).periods(requested(Plans.PlanPeriodsRequest.self, request)))
    case "plans.prorate": try written((handle as! Plan).prorate(requested(Plans.ProrateRequest.self, request)))
    case "cancellation.fee": try written((handle as! CancellationPolicy).fee(requested(Cancellation.CancellationRequest.self, request)))
    case "cancellation.deadlines": try written((handle as! CancellationPolicy).deadlines(requested(Cancellation.CancellationDeadlinesRequest.self, request)))
    case "calendar.check": try written((handle as! BookingCalendar).check(requested(BookingCalendar.CheckRequest.self, request)))
    case "calendar.check_all": try written((handle as! BookingCalendar).checkAll(requested(BookingCalendar.CheckAllRequest.self, request)))
    case "calendar.next_free": try written((handle as! BookingCalendar).nextFree(requested(BookingCalendar.NextFreeRequest.self, request)))
    case "calendar.slots": try written((handle as! BookingCalendar).slots(requested(BookingCalendar.SlotsRequest.self, request)))
    case "calendar.common_slots": try written((handle as! BookingCalendar).commonSlots(requested(BookingCalendar.CommonSlotsRequest.self, request)))
    case "calendar.view": try written((handle as! BookingCalendar).view(requested(BookingCalendar.ViewRequest.self, request)))
    case "calendar.occupancy": try written((handle as! BookingCalendar).occupancy(requested(BookingCalendar.OccupancyRequest.self, request)))
    case "calendar.assign": try written((handle as! BookingCalendar).assign(requested(BookingCalendar.AssignRequest.self, request)))
    case "calendar.book": try written((handle as! BookingCalendar).book(requested(BookingCalendar.BookRequest.self, request)))
    case "calendar.book_series": try written((handle as! BookingCalendar).bookSeries(requested(BookingCalendar.BookSeriesRequest.self, request)))
    case "calendar.reschedule": try written((handle as! BookingCalendar).reschedule(requested(BookingCalendar.RescheduleRequest.self, request)))
    case "calendar.cancel": try written((handle as! BookingCalendar).cancel(requested(BookingCalendar.CancelRequest.self, request)))
    case "calendar.hold": try written((handle as! BookingCalendar).hold(requested(BookingCalendar.HoldRequest.self, request)))
    case "calendar.confirm": try written((handle as! BookingCalendar).confirm(requested(BookingCalendar.ConfirmRequest.self, request)))
    case "calendar.release": try written((handle as! BookingCalendar).release(requested(BookingCalendar.ReleaseRequest.self, request)))
    case "calendar.extend": try written((handle as! BookingCalendar).extend(requested(BookingCalendar.ExtendRequest.self, request)))
    case "calendar.expire": try written((handle as! BookingCalendar).expire(requested(BookingCalendar.ExpireRequest.self, request)))
    case "calendar.block": try written((handle as! BookingCalendar).block(requested(BookingCalendar.BlockRequest.self, request)))
    case "calendar.unblock": try written((handle as! BookingCalendar).unblock(requested(BookingCalendar.UnblockRequest.self, request)))
    case "calendar.apply": try written((handle as! BookingCalendar).apply(requested(BookingCalendar.ApplyRequest.self, request)))
    case "calendar.apply_rows": try written((handle as! BookingCalendar).applyRows(requested(BookingCalendar.ApplyRowsRequest.self, request)))
    case "calendar.merge": try written((handle as! BookingCalendar).merge(requested(BookingCalendar.MergeRequest.self, request)))
    case "calendar.snapshot": try written((handle as! BookingCalendar).snapshot(requested(BookingCalendar.SnapshotRequest.self, request)))
    case "flow.start": try written((handle as! Machine).start(requested(Flow.StartRequest.self, request)))
    case "flow.fire": try written((handle as! Machine).fire(requested(Flow.FireRequest.self, request)))
    case "flow.fire_all": try written((handle as! Machine).fireAll(requested(Flow.FireAllRequest.self, request)))
    case "flow.step": try written((handle as! Machine).step(requested(Flow.StepRequest.self, request)))
    case "flow.allowed": try written((handle as! Machine).allowed(requested(Flow.AllowedRequest.self, request)))
    case "flow.due": try written((handle as! Machine).due(requested(Flow.DueRequest.self, request)))
    case "flow.replay": try written((handle as! Machine).replay(requested(Flow.ReplayRequest.self, request)))
    case "flow.diagram": try written((handle as! Machine).diagram(requested(Flow.DiagramRequest.self, request)))
    case "flow.paths": try written((handle as! Machine).paths(requested(Flow.PathsRequest.self, request)))
    case "deadlines.track": try written((handle as! DeadlinePolicy).track(requested(Deadlines.DeadlineTrackRequest.self, request)))
    case "deadlines.compliance": try written((handle as! DeadlinePolicy).compliance(requested(Deadlines.DeadlineComplianceRequest.self, request)))
    case "tenancy.settings": try written((handle as! Tenant).settings(requested(Tenancy.SettingsRequest.self, request)))
    case "tenancy.standing": try written((handle as! Tenant).standing(requested(Tenancy.StandingRequest.self, request)))
    case "tenancy.may": try written((handle as! Tenant).may(requested(Tenancy.MayRequest.self, request)))
    case "tenancy.permissions": try written((handle as! Tenant).permissions(requested(Tenancy.AccessActor.self, request)))
    case "tenancy.mask": try written((handle as! Tenant).mask(requested(Tenancy.MaskRequest.self, request)))
    case "tenancy.flag": try written((handle as! Tenant).flag(requested(Tenancy.FlagRequest.self, request)))
    case "tenancy.flags": try written((handle as! Tenant).flags(requested(Tenancy.FlagSubject.self, request)))
    case "tenancy.check_fields": try written((handle as! Tenant).checkFields(requested(Tenancy.CheckFieldsRequest.self, request)))
    case "tenancy.check_policies": try written((handle as! Tenant).checkPolicies(requested(Tenancy.CheckPoliciesRequest.self, request)))
    case "automation.run": try written((handle as! Automation).run(requested(Automation.AutomationRequest.self, request)))
    case "contacts.due": try written((handle as! ContactPlan).due(requested(Contacts.ContactsDueRequest.self, request)))
    case "records.matches": try written((handle as! Pack).matches(requested(Records.MatchesRequest.self, request)))
    case "records.query": try written((handle as! Pack).query(requested(Records.RecordQuery.self, request)))
    case "records.check": try written((handle as! Pack).check(requested(Records.RecordCheckRequest.self, request)))
    case "records.look_ups": try written((handle as! Pack).lookUps(requested(Records.LookUpsRequest.self, request)))
    case "records.delete": try written((handle as! Pack).delete(requested(Records.RecordDeleteRequest.self, request)))
    case "records.restore": try written((handle as! Pack).restore(requested(Records.RecordDeleteRequest.self, request)))
    case "records.carried_out": try written((handle as! Pack).carriedOut(requested(Records.CarriedOutRequest.self, request)))
    case "records.merge": try written((handle as! Pack).merge(requested(Records.RecordMergeRequest.self, request)))
    case "records.fire": try written((handle as! Pack).fire(requested(Records.RecordFireRequest.self, request)))
    case "records.lapse": try written((handle as! Pack).lapse(requested(Records.RecordLapseRequest.self, request)))
    case "records.mask": try written((handle as! Pack).mask(requested(Records.RecordMaskRequest.self, request)))
    case "records.form": try written((handle as! Pack).form(requested(Records.RecordFormRequest.self, request)))
    case "records.screens": try written((handle as! Pack).screens(requested(Records.PackScreensRequest.self, request)))
    case "records.settings": try written((handle as! Pack).settings(requested(Records.PackSettingsRequest.self, request)))
    case "records.views": try written((handle as! Pack).views(requested(Records.PackViewsRequest.self, request)))
    case "records.view": try written((handle as! Pack).view(requested(Records.PackViewRequest.self, request)))
    case "records.diff": try written((handle as! Pack).diff(requested(Records.RecordDiffRequest.self, request)))
    case "records.automate": try written((handle as! Pack).automate(requested(Records.RecordAutomationRequest.self, request)))
    case "records.contacts": try written((handle as! Pack).contacts(requested(Records.RecordContactsRequest.self, request)))
    case "records.history": try written((handle as! Pack).history(requested(Records.RecordHistoryRequest.self, request)))
    case "records.notice": try written((handle as! Pack).notice(requested(Records.RecordNoticeRequest.self, request)))
    case "records.schema": try written((handle as! Pack).schema(requested(Records.SchemaRequest.self, request)))
    case "records.plan": try written((handle as! Pack).plan(requested(Records.MigrationRequest.self, request)))
    case "records.openapi": try written((handle as! Pack).openapi(requested(Records.OpenApiRequest.self, request)))
    case "storefront.availability_and_price": try written((handle as! Storefront).availabilityAndPrice(requested(Storefront.AvailabilityAndPriceRequest.self, request)))
    case "storefront.apply": try written((handle as! Storefront).apply(requested(BookingCalendar.ApplyRequest.self, request)))
    case "storefront.snapshot": try written((handle as! Storefront).snapshot(requested(BookingCalendar.SnapshotRequest.self, request)))
    default: throw Unsayable()
    }
}

func askJSON(_ operation: String, _ handle: (any Sendable)?, _ request: Data) throws -> Data {
    switch operation {
    case "engine.codes": try Engine.codesJSON(request)
    case "engine.message": try Engine.messageJSON(request)
    case "expression.evaluate": try Expressions.evaluateJSON(request)
    case "expression.check": try Expressions.checkJSON(request)
    case "money.round": try Money.roundJSON(request)
    case "money.allocate": try Money.allocateJSON(request)
    case "money.sum": try Money.sumJSON(request)
    case "money.convert": try Money.convertJSON(request)
    case "money.check_rates": try Money.checkRatesJSON(request)
    case "money.currency": try Money.currencyJSON(request)
    case "money.currencies": try Money.currenciesJSON(request)
    case "money.to_gateway": try Money.toGatewayJSON(request)
    case "money.from_gateway": try Money.fromGatewayJSON(request)
    case "money.format": try Money.formatJSON(request)
    case "money.parse": try Money.parseJSON(request)
    case "time.day": try Time.dayJSON(request)
    case "time.add_months": try Time.addMonthsJSON(request)
    case "time.age": try Time.ageJSON(request)
    case "time.to_instant": try Time.toInstantJSON(request)
    case "time.to_local": try Time.toLocalJSON(request)
    case "time.day_length": try Time.dayLengthJSON(request)
    case "time.zone_database": try Time.zoneDatabaseJSON(request)
    case "time.clock_changes": try Time.clockChangesJSON(request)
    case "time.open_spans": try Time.openSpansJSON(request)
    case "time.is_open": try Time.isOpenJSON(request)
    case "time.open_time": try Time.openTimeJSON(request)
    case "time.add_business_days": try Time.addBusinessDaysJSON(request)
    case "time.business_days": try Time.businessDaysJSON(request)
    case "time.add_business_time": try Time.addBusinessTimeJSON(request)
    case "time.business_time": try Time.businessTimeJSON(request)
    case "time.periods": try Time.periodsJSON(request)
    case "time.period_of": try Time.periodOfJSON(request)
    case "time.occurrences": try Time.occurrencesJSON(request)
    case "time.cron": try Time.cronJSON(request)
    case "flow.machines": try Flow.machinesJSON(request)
    case "tenancy.slug": try Tenancy.slugJSON(request)
    case "assignment.choose": try Assignment.chooseJSON(request)
    case "flow.retry": try Flow.retryJSON(request)
    case "flow.alert": try Flow.alertJSON(request)
    case "rates.create": try Rates.createJSON(request)
    case "rates.publish": try Rates.publishJSON(request)
    case "rates.unpublish": try Rates.unpublishJSON(request)
    case "rates.archive": try Rates.archiveJSON(request)
    case "rates.edit": try Rates.editJSON(request)
    case "rates.clone_list": try Rates.cloneListJSON(request)
    case "rates.add_blackout": try Rates.addBlackoutJSON(request)
    case "rates.remove_blackout": try Rates.removeBlackoutJSON(request)
    case "plans.boost": try Plans.boostJSON(request)
    case "rates.taxes_for": try Rates.taxesForJSON(request)
    case "rates.tax_tables": try Rates.taxTablesJSON(request)
    case "records.read_files": try Records.readFilesJSON(request)
    case "rates.blackout_days": try Rates.blackoutDaysJSON(request)
    case "rates.price": try (handle as! RateList).priceJSON(request)
    case "rates.total": try (handle as! RateList).totalJSON(request)
    case "rates.price_in": try (handle as! RateList).priceInJSON(request)
    case "rates.explain": try (handle as! RateList).explainJSON(request)
    case "rates.quote_many": try (handle as! RateList).quoteManyJSON(request)
    case "rates.total_many": try (handle as! RateList).totalManyJSON(request)
    case "rates.grid": try (handle as! RateList).gridJSON(request)
    case "rates.pack": try (handle as! RateList).packJSON(request)
    case "rates.cheapest": try (handle as! RateLists).cheapestJSON(request)
    case "rates.select": try (handle as! RateLists).selectJSON(request)
    case "rates.overlaps": try (handle as! RateLists).overlapsJSON(request)
    case "rates.validate_dates": try (handle as! RateLists).validateDatesJSON(request)
    case "rates.simulate": try (handle as! RateLists).simulateJSON(request)
    case "rates.bulk_update": try (handle as! RateLists).bulkUpdateJSON(request)
    case "plans.charge": try (handle as! Plan).chargeJSON(request)
    case "plans.periods": try (handle as! Plan).periodsJSON(request)
    case "plans.prorate": try (handle as! Plan).prorateJSON(request)
    case "cancellation.fee": try (handle as! CancellationPolicy).feeJSON(request)
    case "cancellation.deadlines": try (handle as! CancellationPolicy).deadlinesJSON(request)
    case "calendar.check": try (handle as! BookingCalendar).checkJSON(request)
    case "calendar.check_all": try (handle as! BookingCalendar).checkAllJSON(request)
    case "calendar.next_free": try (handle as! BookingCalendar).nextFreeJSON(request)
    case "calendar.slots": try (handle as! BookingCalendar).slotsJSON(request)
    case "calendar.common_slots": try (handle as! BookingCalendar).commonSlotsJSON(request)
    case "calendar.view": try (handle as! BookingCalendar).viewJSON(request)
    case "calendar.occupancy": try (handle as! BookingCalendar).occupancyJSON(request)
    case "calendar.assign": try (handle as! BookingCalendar).assignJSON(request)
    case "calendar.book": try (handle as! BookingCalendar).bookJSON(request)
    case "calendar.book_series": try (handle as! BookingCalendar).bookSeriesJSON(request)
    case "calendar.reschedule": try (handle as! BookingCalendar).rescheduleJSON(request)
    case "calendar.cancel": try (handle as! BookingCalendar).cancelJSON(request)
    case "calendar.hold": try (handle as! BookingCalendar).holdJSON(request)
    case "calendar.confirm": try (handle as! BookingCalendar).confirmJSON(request)
    case "calendar.release": try (handle as! BookingCalendar).releaseJSON(request)
    case "calendar.extend": try (handle as! BookingCalendar).extendJSON(request)
    case "calendar.expire": try (handle as! BookingCalendar).expireJSON(request)
    case "calendar.block": try (handle as! BookingCalendar).blockJSON(request)
    case "calendar.unblock": try (handle as! BookingCalendar).unblockJSON(request)
    case "calendar.apply": try (handle as! BookingCalendar).applyJSON(request)
    case "calendar.apply_rows": try (handle as! BookingCalendar).applyRowsJSON(request)
    case "calendar.merge": try (handle as! BookingCalendar).mergeJSON(request)
    case "calendar.snapshot": try (handle as! BookingCalendar).snapshotJSON(request)
    case "flow.start": try (handle as! Machine).startJSON(request)
    case "flow.fire": try (handle as! Machine).fireJSON(request)
    case "flow.fire_all": try (handle as! Machine).fireAllJSON(request)
    case "flow.step": try (handle as! Machine).stepJSON(request)
    case "flow.allowed": try (handle as! Machine).allowedJSON(request)
    case "flow.due": try (handle as! Machine).dueJSON(request)
    case "flow.replay": try (handle as! Machine).replayJSON(request)
    case "flow.diagram": try (handle as! Machine).diagramJSON(request)
    case "flow.paths": try (handle as! Machine).pathsJSON(request)
    case "deadlines.track": try (handle as! DeadlinePolicy).trackJSON(request)
    case "deadlines.compliance": try (handle as! DeadlinePolicy).complianceJSON(request)
    case "tenancy.settings": try (handle as! Tenant).settingsJSON(request)
    case "tenancy.standing": try (handle as! Tenant).standingJSON(request)
    case "tenancy.may": try (handle as! Tenant).mayJSON(request)
    case "tenancy.permissions": try (handle as! Tenant).permissionsJSON(request)
    case "tenancy.mask": try (handle as! Tenant).maskJSON(request)
    case "tenancy.flag": try (handle as! Tenant).flagJSON(request)
    case "tenancy.flags": try (handle as! Tenant).flagsJSON(request)
    case "tenancy.check_fields": try (handle as! Tenant).checkFieldsJSON(request)
    case "tenancy.check_policies": try (handle as! Tenant).checkPoliciesJSON(request)
    case "automation.run": try (handle as! Automation).runJSON(request)
    case "contacts.due": try (handle as! ContactPlan).dueJSON(request)
    case "records.matches": try (handle as! Pack).matchesJSON(request)
    case "records.query": try (handle as! Pack).queryJSON(request)
    case "records.check": try (handle as! Pack).checkJSON(request)
    case "records.look_ups": try (handle as! Pack).lookUpsJSON(request)
    case "records.delete": try (handle as! Pack).deleteJSON(request)
    case "records.restore": try (handle as! Pack).restoreJSON(request)
    case "records.carried_out": try (handle as! Pack).carriedOutJSON(request)
    case "records.merge": try (handle as! Pack).mergeJSON(request)
    case "records.fire": try (handle as! Pack).fireJSON(request)
    case "records.lapse": try (handle as! Pack).lapseJSON(request)
    case "records.mask": try (handle as! Pack).maskJSON(request)
    case "records.form": try (handle as! Pack).formJSON(request)
    case "records.screens": try (handle as! Pack).screensJSON(request)
    case "records.settings": try (handle as! Pack).settingsJSON(request)
    case "records.views": try (handle as! Pack).viewsJSON(request)
    case "records.view": try (handle as! Pack).viewJSON(request)
    case "records.diff": try (handle as! Pack).diffJSON(request)
    case "records.automate": try (handle as! Pack).automateJSON(request)
    case "records.contacts": try (handle as! Pack).contactsJSON(request)
    case "records.history": try (handle as! Pack).historyJSON(request)
    case "records.notice": try (handle as! Pack).noticeJSON(request)
    case "records.schema": try (handle as! Pack).schemaJSON(request)
    case "records.plan": try (handle as! Pack).planJSON(request)
    case "records.openapi": try (handle as! Pack).openapiJSON(request)
    case "storefront.availability_and_price": try (handle as! Storefront).availabilityAndPriceJSON(request)
    case "storefront.apply": try (handle as! Storefront).applyJSON(request)
    case "storefront.snapshot": try (handle as! Storefront).snapshotJSON(request)
    default: throw Unsayable()
    }
}

/// Types that the phones' library does without.
let leftOutTypes: Set<String> = ["AddressRule", "AuditLink", "AuditRecord", "AuditChange", "AuditAnchor", "AccessActor", "RecordGrant", "RecordDenial", "RateLimitState", "RateMark", "LockoutState", "LockoutMark", "QuotaState", "QuotaEntry", "NumberState", "ApiKeyRecord", "BudgetState", "PersonalRecord", "ConsentEntry"]

/// A value read as its type and written again.
func againTyped(_ type: String, _ value: Data) throws -> Data {
    switch type {
    case "RateListDefinition": try written(requested(Rates.RateListDefinition.self, value))
    case "SaleContext": try written(requested(Rates.SaleContext.self, value))
    case "DayRange": try written(requested(Time.DayRange.self, value))
    case "People": try written(requested(Rates.People.self, value))
    case "Prices": try written(requested(Rates.Prices.self, value))
    case "SingleUse": try written(requested(Rates.SingleUse.self, value))
    case "Hours": try written(requested(Rates.Hours.self, value))
    case "HourWindow": try written(requested(Rates.HourWindow.self, value))
    case "HourTier": try written(requested(Rates.HourTier.self, value))
    case "Block": try written(requested(Rates.Block.self, value))
    case "AfterHours": try written(requested(Rates.AfterHours.self, value))
    case "AgeBand": try written(requested(Rates.AgeBand.self, value))
    case "ChildPrice": try written(requested(Rates.ChildPrice.self, value))
    case "PercentOf": try written(requested(Rates.PercentOf.self, value))
    case "NthChild": try written(requested(Rates.NthChild.self, value))
    case "Season": try written(requested(Rates.Season.self, value))
    case "Change": try written(requested(Rates.Change.self, value))
    case "Supplement": try written(requested(Rates.Supplement.self, value))
    case "PartyMatch": try written(requested(Rates.PartyMatch.self, value))
    case "ChildrenOfAge": try written(requested(Rates.ChildrenOfAge.self, value))
    case "SupplementPrice": try written(requested(Rates.SupplementPrice.self, value))
    case "Discount": try written(requested(Rates.Discount.self, value))
    case "DiscountRule": try written(requested(Rates.DiscountRule.self, value))
    case "Bulk": try written(requested(Rates.Bulk.self, value))
    case "Tier": try written(requested(Rates.Tier.self, value))
    case "Off": try written(requested(Rates.Off.self, value))
    case "Tiers": try written(requested(Rates.Tiers.self, value))
    case "LastMinute": try written(requested(Rates.LastMinute.self, value))
    case "LastMinuteTier": try written(requested(Rates.LastMinuteTier.self, value))
    case "FreeNights": try written(requested(Rates.FreeNights.self, value))
    case "WhichNights": try written(requested(Rates.WhichNights.self, value))
    case "Promo": try written(requested(Rates.Promo.self, value))
    case "Eligibility": try written(requested(Rates.Eligibility.self, value))
    case "Fee": try written(requested(Rates.Fee.self, value))
    case "FeeRate": try written(requested(Rates.FeeRate.self, value))
    case "FixedRate": try written(requested(Rates.FixedRate.self, value))
    case "AgeRange": try written(requested(Rates.AgeRange.self, value))
    case "Tax": try written(requested(Rates.Tax.self, value))
    case "TaxRate": try written(requested(Rates.TaxRate.self, value))
    case "Slab": try written(requested(Rates.Slab.self, value))
    case "TaxRegion": try written(requested(Rates.TaxRegion.self, value))
    case "TaxTable": try written(requested(Rates.TaxTable.self, value))
    case "TaxTableRule": try written(requested(Rates.TaxTableRule.self, value))
    case "Blackout": try written(requested(Rates.Blackout.self, value))
    case "Restriction": try written(requested(Rates.Restriction.self, value))
    case "RoundingRule": try written(requested(Rates.RoundingRule.self, value))
    case "Interval": try written(requested(Time.Interval.self, value))
    case "CalendarDefinition": try written(requested(BookingCalendar.CalendarDefinition.self, value))
    case "Resource": try written(requested(BookingCalendar.Resource.self, value))
    case "OpeningHours": try written(requested(Time.OpeningHours.self, value))
    case "OpeningWindow": try written(requested(Time.OpeningWindow.self, value))
    case "OpeningException": try written(requested(Time.OpeningException.self, value))
    case "MonthDay": try written(requested(Time.MonthDay.self, value))
    case "SlotGrid": try written(requested(BookingCalendar.SlotGrid.self, value))
    case "DayUnits": try written(requested(BookingCalendar.DayUnits.self, value))
    case "Allotment": try written(requested(BookingCalendar.Allotment.self, value))
    case "StopSale": try written(requested(BookingCalendar.StopSale.self, value))
    case "Departure": try written(requested(BookingCalendar.Departure.self, value))
    case "Booking": try written(requested(BookingCalendar.Booking.self, value))
    case "Take": try written(requested(BookingCalendar.Take.self, value))
    case "When": try written(requested(BookingCalendar.When.self, value))
    case "Span": try written(requested(Time.Span.self, value))
    case "StayDays": try written(requested(BookingCalendar.StayDays.self, value))
    case "Hold": try written(requested(BookingCalendar.Hold.self, value))
    case "Blocked": try written(requested(BookingCalendar.Blocked.self, value))
    case "MachineDefinition": try written(requested(Flow.MachineDefinition.self, value))
    case "MachineStart": try written(requested(Flow.MachineStart.self, value))
    case "MachineEffect": try written(requested(Flow.MachineEffect.self, value))
    case "MachineState": try written(requested(Flow.MachineState.self, value))
    case "MachineEvent": try written(requested(Flow.MachineEvent.self, value))
    case "MachineTransition": try written(requested(Flow.MachineTransition.self, value))
    case "MachineTimer": try written(requested(Flow.MachineTimer.self, value))
    case "BusinessCalendar": try written(requested(Time.BusinessCalendar.self, value))
    case "TenantSettings": try written(requested(Tenancy.TenantSettings.self, value))
    case "SignInRules": try written(requested(Tenancy.SignInRules.self, value))
    case "RoleRules": try written(requested(Records.RoleRules.self, value))
    case "RelationGrant": try written(requested(Records.RelationGrant.self, value))
    case "FieldMask": try written(requested(Records.FieldMask.self, value))
    case "RateLimitRule": try written(requested(Records.RateLimitRule.self, value))
    case "RateFigures": try written(requested(Records.RateFigures.self, value))
    case "QuotaRule": try written(requested(Records.QuotaRule.self, value))
    case "QuotaFigures": try written(requested(Records.QuotaFigures.self, value))
    case "NumberFormat": try written(requested(Records.NumberFormat.self, value))
    case "Money": try written(requested(Money.self, value))
    case "AutomationDefinition": try written(requested(Records.AutomationDefinition.self, value))
    case "AutomationRule": try written(requested(Records.AutomationRule.self, value))
    case "AutomationTrigger": try written(requested(Records.AutomationTrigger.self, value))
    case "AutomationEvent": try written(requested(Records.AutomationEvent.self, value))
    case "AutomationField": try written(requested(Records.AutomationField.self, value))
    case "AutomationAction": try written(requested(Records.AutomationAction.self, value))
    case "AutomationEffect": try written(requested(Records.AutomationEffect.self, value))
    case "AutomationStatusChange": try written(requested(Records.AutomationStatusChange.self, value))
    case "AutomationSetField": try written(requested(Records.AutomationSetField.self, value))
    case "ContactRule": try written(requested(Records.ContactRule.self, value))
    case "PackDefinition": try written(requested(Records.PackDefinition.self, value))
    case "FieldDefinition": try written(requested(Records.FieldDefinition.self, value))
    case "DeletionRule": try written(requested(Records.DeletionRule.self, value))
    case "Deprecation": try written(requested(Records.Deprecation.self, value))
    case "EntityDefinition": try written(requested(Records.EntityDefinition.self, value))
    case "EntityNumber": try written(requested(Records.EntityNumber.self, value))
    case "EntityMachine": try written(requested(Records.EntityMachine.self, value))
    case "EntityDeadline": try written(requested(Records.EntityDeadline.self, value))
    case "DeadlinePlan": try written(requested(Records.DeadlinePlan.self, value))
    case "EntityRetention": try written(requested(Records.EntityRetention.self, value))
    case "SoftDelete": try written(requested(Records.SoftDelete.self, value))
    case "EntityMerge": try written(requested(Records.EntityMerge.self, value))
    case "SeriesRules": try written(requested(Records.SeriesRules.self, value))
    case "EntityCheck": try written(requested(Records.EntityCheck.self, value))
    case "FieldGroup": try written(requested(Records.FieldGroup.self, value))
    case "EntityGrant": try written(requested(Records.EntityGrant.self, value))
    case "CustomRole": try written(requested(Records.CustomRole.self, value))
    case "CustomMachine": try written(requested(Records.CustomMachine.self, value))
    case "ConsentPurpose": try written(requested(Records.ConsentPurpose.self, value))
    case "PackPolicy": try written(requested(Records.PackPolicy.self, value))
    case "LetterDefinition": try written(requested(Records.LetterDefinition.self, value))
    case "LetterReceiver": try written(requested(Records.LetterReceiver.self, value))
    case "LetterWords": try written(requested(Records.LetterWords.self, value))
    case "InboundDefinition": try written(requested(Records.InboundDefinition.self, value))
    case "InboundContact": try written(requested(Records.InboundContact.self, value))
    case "InboundReply": try written(requested(Records.InboundReply.self, value))
    case "WebhookDefinition": try written(requested(Records.WebhookDefinition.self, value))
    case "WebhookPart": try written(requested(Records.WebhookPart.self, value))
    case "WebhookAction": try written(requested(Records.WebhookAction.self, value))
    case "WebhookFind": try written(requested(Records.WebhookFind.self, value))
    case "Schedule": try written(requested(Records.Schedule.self, value))
    case "ScheduleAction": try written(requested(Records.ScheduleAction.self, value))
    case "ContactsDefinition": try written(requested(Records.ContactsDefinition.self, value))
    case "ViewDefinition": try written(requested(Records.ViewDefinition.self, value))
    case "ViewPlot": try written(requested(Records.ViewPlot.self, value))
    case "DocumentDefinition": try written(requested(Records.DocumentDefinition.self, value))
    case "PackTemplate": try written(requested(Records.PackTemplate.self, value))
    case "DemoRecord": try written(requested(Records.DemoRecord.self, value))
    case "PackRule": try written(requested(Records.PackRule.self, value))
    case "ExchangeRate": try written(requested(Money.ExchangeRate.self, value))
    case "LocalTime": try written(requested(Time.LocalTime.self, value))
    case "RoundRobinTurn": try written(requested(Assignment.RoundRobinTurn.self, value))
    case "AlertState": try written(requested(Flow.AlertState.self, value))
    case "AlertSample": try written(requested(Flow.AlertSample.self, value))
    case "BookedStay": try written(requested(Rates.BookedStay.self, value))
    case "RowIds": try written(requested(BookingCalendar.RowIds.self, value))
    case "MachineInstance": try written(requested(Flow.MachineInstance.self, value))
    case "MachineRecord": try written(requested(Flow.MachineRecord.self, value))
    case "RecordChange": try written(requested(Records.RecordChange.self, value))
    case "HistoryEntry": try written(requested(Records.HistoryEntry.self, value))
    default: throw Unsayable()
    }
}

/// Whether an operation is asked of the kind of handle with this key.
func asks(_ key: String, _ operation: String) -> Bool {
    switch operation {
    case "rates.price": key == "rate_list"
    case "rates.total": key == "rate_list"
    case "rates.price_in": key == "rate_list"
    case "rates.explain": key == "rate_list"
    case "rates.quote_many": key == "rate_list"
    case "rates.total_many": key == "rate_list"
    case "rates.grid": key == "rate_list"
    case "rates.pack": key == "rate_list"
    case "rates.cheapest": key == "rate_lists"
    case "rates.select": key == "rate_lists"
    case "rates.overlaps": key == "rate_lists"
    case "rates.validate_dates": key == "rate_lists"
    case "rates.simulate": key == "rate_lists"
    case "rates.bulk_update": key == "rate_lists"
    case "plans.charge": key == "plan"
    case "plans.periods": key == "plan"
    case "plans.prorate": key == "plan"
    case "cancellation.fee": key == "cancellation_policy"
    case "cancellation.deadlines": key == "cancellation_policy"
    case "calendar.check": key == "calendar"
    case "calendar.check_all": key == "calendar"
    case "calendar.next_free": key == "calendar"
    case "calendar.slots": key == "calendar"
    case "calendar.common_slots": key == "calendar"
    case "calendar.view": key == "calendar"
    case "calendar.occupancy": key == "calendar"
    case "calendar.assign": key == "calendar"
    case "calendar.book": key == "calendar"
    case "calendar.book_series": key == "calendar"
    case "calendar.reschedule": key == "calendar"
    case "calendar.cancel": key == "calendar"
    case "calendar.hold": key == "calendar"
    case "calendar.confirm": key == "calendar"
    case "calendar.release": key == "calendar"
    case "calendar.extend": key == "calendar"
    case "calendar.expire": key == "calendar"
    case "calendar.block": key == "calendar"
    case "calendar.unblock": key == "calendar"
    case "calendar.apply": key == "calendar"
    case "calendar.apply_rows": key == "calendar"
    case "calendar.merge": key == "calendar"
    case "calendar.snapshot": key == "calendar"
    case "flow.start": key == "machine"
    case "flow.fire": key == "machine"
    case "flow.fire_all": key == "machine"
    case "flow.step": key == "machine"
    case "flow.allowed": key == "machine"
    case "flow.due": key == "machine"
    case "flow.replay": key == "machine"
    case "flow.diagram": key == "machine"
    case "flow.paths": key == "machine"
    case "deadlines.track": key == "deadline_policy"
    case "deadlines.compliance": key == "deadline_policy"
    case "tenancy.settings": key == "tenant"
    case "tenancy.standing": key == "tenant"
    case "tenancy.may": key == "tenant"
    case "tenancy.permissions": key == "tenant"
    case "tenancy.mask": key == "tenant"
    case "tenancy.flag": key == "tenant"
    case "tenancy.flags": key == "tenant"
    case "tenancy.check_fields": key == "tenant"
    case "tenancy.check_policies": key == "tenant"
    case "automation.run": key == "automation"
    case "contacts.due": key == "contact_plan"
    case "records.matches": key == "pack"
    case "records.query": key == "pack"
    case "records.check": key == "pack"
    case "records.look_ups": key == "pack"
    case "records.delete": key == "pack"
    case "records.restore": key == "pack"
    case "records.carried_out": key == "pack"
    case "records.merge": key == "pack"
    case "records.fire": key == "pack"
    case "records.lapse": key == "pack"
    case "records.mask": key == "pack"
    case "records.form": key == "pack"
    case "records.screens": key == "pack"
    case "records.settings": key == "pack"
    case "records.views": key == "pack"
    case "records.view": key == "pack"
    case "records.diff": key == "pack"
    case "records.automate": key == "pack"
    case "records.contacts": key == "pack"
    case "records.history": key == "pack"
    case "records.notice": key == "pack"
    case "records.schema": key == "pack"
    case "records.plan": key == "pack"
    case "records.openapi": key == "pack"
    case "storefront.availability_and_price": key == "storefront"
    case "storefront.apply": key == "storefront"
    case "storefront.snapshot": key == "storefront"
    default: false
    }
}
