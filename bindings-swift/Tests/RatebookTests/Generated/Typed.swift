// Written by `cargo xtask generate`.

import Foundation

@testable import Ratebook

/// Operations that the phones' library does without.
let leftOut: Set<String> = ["calendar.export_feed", "calendar.import_feed", "rates.export", "rates.import", "tenancy.address", "tenancy.anonymise", "tenancy.audit_anchor", "tenancy.audit_append", "tenancy.audit_verify", "tenancy.budget", "tenancy.change_roles", "tenancy.check_key", "tenancy.compliance", "tenancy.consent", "tenancy.export_person", "tenancy.lockout", "tenancy.new_key", "tenancy.next_number", "tenancy.quota", "tenancy.rate_limit", "tenancy.retention"]

func loadTyped(_ key: String, _ definition: Data) throws -> any Sendable {
    switch key {
    case "rate_list": try RateList(requested(RateListDefinition.self, definition))
    case "rate_lists": try RateLists(requested(RateListsDefinition.self, definition))
    case "plan": try Plan(requested(PlanDefinition.self, definition))
    case "calendar": try BookingCalendar(requested(CalendarDefinition.self, definition))
    case "machine": try Machine(requested(MachineDefinition.self, definition))
    case "deadline_policy": try DeadlinePolicy(requested(DeadlinePolicyDefinition.self, definition))
    case "tenant": try Tenant(requested(TenantDefinition.self, definition))
    case "automation": try Automation(requested(AutomationDefinition.self, definition))
    case "contact_plan": try ContactPlan(requested(ContactPlanDefinition.self, definition))
    case "storefront": try Storefront(requested(StorefrontDefinition.self, definition))
    default: throw Unsayable()
    }
}

func loadJSON(_ key: String, _ definition: Data) throws -> any Sendable {
    switch key {
    case "rate_list": try RateList(bytes: definition)
    case "rate_lists": try RateLists(bytes: definition)
    case "plan": try Plan(bytes: definition)
    case "calendar": try BookingCalendar(bytes: definition)
    case "machine": try Machine(bytes: definition)
    case "deadline_policy": try DeadlinePolicy(bytes: definition)
    case "tenant": try Tenant(bytes: definition)
    case "automation": try Automation(bytes: definition)
    case "contact_plan": try ContactPlan(bytes: definition)
    case "storefront": try Storefront(bytes: definition)
    default: throw Unsayable()
    }
}

func askTyped(_ operation: String, _ handle: (any Sendable)?, _ request: Data) throws -> Data {
    switch operation {
    case "engine.codes": try written(Engine.codes(requested(CodesRequest.self, request)))
    case "expression.evaluate": try written(Expressions.evaluate(requested(EvaluateRequest.self, request)))
    case "expression.check": try written(Expressions.check(requested(ExpressionCheckRequest.self, request)))
    case "money.round": try written(Money.round(requested(RoundRequest.self, request)))
    case "money.allocate": try written(Money.allocate(requested(AllocateRequest.self, request)))
    case "money.sum": try written(Money.sum(requested(SumRequest.self, request)))
    case "money.convert": try written(Money.convert(requested(ConvertRequest.self, request)))
    case "money.currency": try written(Money.currency(requested(CurrencyRequest.self, request)))
    case "money.currencies": try written(Money.currencies(requested(CurrenciesRequest.self, request)))
    case "money.to_gateway": try written(Money.toGateway(requested(ToGatewayRequest.self, request)))
    case "money.from_gateway": try written(Money.fromGateway(requested(FromGatewayRequest.self, request)))
    case "money.format": try written(Money.format(requested(FormatRequest.self, request)))
    case "money.parse": try written(Money.parse(requested(ParseRequest.self, request)))
    case "time.day": try written(Time.day(requested(DayRequest.self, request)))
    case "time.add_months": try written(Time.addMonths(requested(AddMonthsRequest.self, request)))
    case "time.age": try written(Time.age(requested(AgeRequest.self, request)))
    case "time.to_instant": try written(Time.toInstant(requested(ToInstantRequest.self, request)))
    case "time.to_local": try written(Time.toLocal(requested(ToLocalRequest.self, request)))
    case "time.day_length": try written(Time.dayLength(requested(DayLengthRequest.self, request)))
    case "time.clock_changes": try written(Time.clockChanges(requested(ClockChangesRequest.self, request)))
    case "time.open_spans": try written(Time.openSpans(requested(OpenSpansRequest.self, request)))
    case "time.is_open": try written(Time.isOpen(requested(IsOpenRequest.self, request)))
    case "time.open_time": try written(Time.openTime(requested(OpenTimeRequest.self, request)))
    case "time.add_business_days": try written(Time.addBusinessDays(requested(AddBusinessDaysRequest.self, request)))
    case "time.business_days": try written(Time.businessDays(requested(BusinessDaysRequest.self, request)))
    case "time.add_business_time": try written(Time.addBusinessTime(requested(AddBusinessTimeRequest.self, request)))
    case "time.business_time": try written(Time.businessTime(requested(BusinessTimeRequest.self, request)))
    case "time.periods": try written(Time.periods(requested(PeriodsRequest.self, request)))
    case "time.period_of": try written(Time.periodOf(requested(PeriodOfRequest.self, request)))
    case "time.occurrences": try written(Time.occurrences(requested(OccurrencesRequest.self, request)))
    case "flow.machines": try written(Flow.machines(requested(MachinesRequest.self, request)))
    case "tenancy.slug": try written(Tenancy.slug(requested(SlugRequest.self, request)))
    case "assignment.choose": try written(Assignment.choose(requested(ChooseRequest.self, request)))
    case "flow.retry": try written(Flow.retry(requested(RetryRequest.self, request)))
    case "flow.alert": try written(Flow.alert(requested(AlertRequest.self, request)))
    case "rates.create": try written(Rates.create(requested(CreateListRequest.self, request)))
    case "rates.publish": try written(Rates.publish(requested(PublishRequest.self, request)))
    case "rates.unpublish": try written(Rates.unpublish(requested(UnpublishRequest.self, request)))
    case "rates.archive": try written(Rates.archive(requested(ListRequest.self, request)))
    case "rates.edit": try written(Rates.edit(requested(EditRequest.self, request)))
    case "rates.clone_list": try written(Rates.cloneList(requested(CloneRequest.self, request)))
    case "rates.add_blackout": try written(Rates.addBlackout(requested(AddBlackoutRequest.self, request)))
    case "rates.remove_blackout": try written(Rates.removeBlackout(requested(RemoveBlackoutRequest.self, request)))
    case "plans.boost": try written(Plans.boost(requested(BoostRequest.self, request)))
    case "rates.taxes_for": try written(Rates.taxesFor(requested(TaxesForRequest.self, request)))
    case "rates.blackout_days": try written(Rates.blackoutDays(requested(BlackoutDaysRequest.self, request)))
    case "rates.price": try written((handle as! RateList).price(requested(PriceRequest.self, request)))
    case "rates.total": try written((handle as! RateList).total(requested(PriceRequest.self, request)))
    case "rates.price_in": try written((handle as! RateList).priceIn(requested(PriceInRequest.self, request)))
    case "rates.explain": try written((handle as! RateList).explain(requested(PriceRequest.self, request)))
    case "rates.quote_many": try written((handle as! RateList).quoteMany(requested(QuoteManyRequest.self, request)))
    case "rates.total_many": try written((handle as! RateList).totalMany(requested(QuoteManyRequest.self, request)))
    case "rates.grid": try written((handle as! RateList).grid(requested(GridRequest.self, request)))
    case "rates.pack": try written((handle as! RateList).pack(requested(PackRequest.self, request)))
    case "rates.cheapest": try written((handle as! RateLists).cheapest(requested(CheapestRequest.self, request)))
    case "rates.select": try written((handle as! RateLists).select(requested(SelectRequest.self, request)))
    case "rates.overlaps": try written((handle as! RateLists).overlaps(requested(OverlapsRequest.self, request)))
    case "rates.validate_dates": try written((handle as! RateLists).validateDates(requested(ValidateDatesRequest.self, request)))
    case "rates.simulate": try written((handle as! RateLists).simulate(requested(SimulateRequest.self, request)))
    case "rates.bulk_update": try written((handle as! RateLists).bulkUpdate(requested(BulkUpdateRequest.self, request)))
    case "plans.charge": try written((handle as! Plan).charge(requested(UsageRequest.self, request)))
    case "plans.periods": try written((handle as! Plan).periods(requested(PlanPeriodsRequest.self, request)))
    case "plans.prorate": try written((handle as! Plan).prorate(requested(ProrateRequest.self, request)))
    case "calendar.check": try written((handle as! BookingCalendar).check(requested(CheckRequest.self, request)))
    case "calendar.check_all": try written((handle as! BookingCalendar).checkAll(requested(CheckAllRequest.self, request)))
    case "calendar.next_free": try written((handle as! BookingCalendar).nextFree(requested(NextFreeRequest.self, request)))
    case "calendar.slots": try written((handle as! BookingCalendar).slots(requested(SlotsRequest.self, request)))
    case "calendar.common_slots": try written((handle as! BookingCalendar).commonSlots(requested(CommonSlotsRequest.self, request)))
    case "calendar.view": try written((handle as! BookingCalendar).view(requested(ViewRequest.self, request)))
    case "calendar.occupancy": try written((handle as! BookingCalendar).occupancy(requested(OccupancyRequest.self, request)))
    case "calendar.assign": try written((handle as! BookingCalendar).assign(requested(AssignRequest.self, request)))
    case "calendar.book": try written((handle as! BookingCalendar).book(requested(BookRequest.self, request)))
    case "calendar.book_series": try written((handle as! BookingCalendar).bookSeries(requested(BookSeriesRequest.self, request)))
    case "calendar.reschedule": try written((handle as! BookingCalendar).reschedule(requested(RescheduleRequest.self, request)))
    case "calendar.cancel": try written((handle as! BookingCalendar).cancel(requested(CancelRequest.self, request)))
    case "calendar.hold": try written((handle as! BookingCalendar).hold(requested(HoldRequest.self, request)))
    case "calendar.confirm": try written((handle as! BookingCalendar).confirm(requested(ConfirmRequest.self, request)))
    case "calendar.release": try written((handle as! BookingCalendar).release(requested(ReleaseRequest.self, request)))
    case "calendar.extend": try written((handle as! BookingCalendar).extend(requested(ExtendRequest.self, request)))
    case "calendar.expire": try written((handle as! BookingCalendar).expire(requested(ExpireRequest.self, request)))
    case "calendar.block": try written((handle as! BookingCalendar).block(requested(BlockRequest.self, request)))
    case "calendar.unblock": try written((handle as! BookingCalendar).unblock(requested(UnblockRequest.self, request)))
    case "calendar.apply": try written((handle as! BookingCalendar).apply(requested(ApplyRequest.self, request)))
    case "calendar.merge": try written((handle as! BookingCalendar).merge(requested(MergeRequest.self, request)))
    case "calendar.snapshot": try written((handle as! BookingCalendar).snapshot(requested(SnapshotRequest.self, request)))
    case "flow.start": try written((handle as! Machine).start(requested(StartRequest.self, request)))
    case "flow.fire": try written((handle as! Machine).fire(requested(FireRequest.self, request)))
    case "flow.fire_all": try written((handle as! Machine).fireAll(requested(FireAllRequest.self, request)))
    case "flow.step": try written((handle as! Machine).step(requested(StepRequest.self, request)))
    case "flow.allowed": try written((handle as! Machine).allowed(requested(AllowedRequest.self, request)))
    case "flow.due": try written((handle as! Machine).due(requested(DueRequest.self, request)))
    case "flow.replay": try written((handle as! Machine).replay(requested(ReplayRequest.self, request)))
    case "flow.diagram": try written((handle as! Machine).diagram(requested(DiagramRequest.self, request)))
    case "flow.paths": try written((handle as! Machine).paths(requested(PathsRequest.self, request)))
    case "deadlines.track": try written((handle as! DeadlinePolicy).track(requested(DeadlineTrackRequest.self, request)))
    case "deadlines.compliance": try written((handle as! DeadlinePolicy).compliance(requested(DeadlineComplianceRequest.self, request)))
    case "tenancy.settings": try written((handle as! Tenant).settings(requested(SettingsRequest.self, request)))
    case "tenancy.standing": try written((handle as! Tenant).standing(requested(StandingRequest.self, request)))
    case "tenancy.may": try written((handle as! Tenant).may(requested(MayRequest.self, request)))
    case "tenancy.permissions": try written((handle as! Tenant).permissions(requested(AccessActor.self, request)))
    case "tenancy.mask": try written((handle as! Tenant).mask(requested(MaskRequest.self, request)))
    case "tenancy.flag": try written((handle as! Tenant).flag(requested(FlagRequest.self, request)))
    case "tenancy.flags": try written((handle as! Tenant).flags(requested(FlagSubject.self, request)))
    case "tenancy.check_fields": try written((handle as! Tenant).checkFields(requested(CheckFieldsRequest.self, request)))
    case "tenancy.check_policies": try written((handle as! Tenant).checkPolicies(requested(CheckPoliciesRequest.self, request)))
    case "automation.run": try written((handle as! Automation).run(requested(AutomationRequest.self, request)))
    case "contacts.due": try written((handle as! ContactPlan).due(requested(ContactsDueRequest.self, request)))
    case "storefront.availability_and_price": try written((handle as! Storefront).availabilityAndPrice(requested(AvailabilityAndPriceRequest.self, request)))
    case "storefront.apply": try written((handle as! Storefront).apply(requested(ApplyRequest.self, request)))
    case "storefront.snapshot": try written((handle as! Storefront).snapshot(requested(SnapshotRequest.self, request)))
    default: throw Unsayable()
    }
}

func askJSON(_ operation: String, _ handle: (any Sendable)?, _ request: Data) throws -> Data {
    switch operation {
    case "engine.codes": try Engine.codesJSON(request)
    case "expression.evaluate": try Expressions.evaluateJSON(request)
    case "expression.check": try Expressions.checkJSON(request)
    case "money.round": try Money.roundJSON(request)
    case "money.allocate": try Money.allocateJSON(request)
    case "money.sum": try Money.sumJSON(request)
    case "money.convert": try Money.convertJSON(request)
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
    case "storefront.availability_and_price": try (handle as! Storefront).availabilityAndPriceJSON(request)
    case "storefront.apply": try (handle as! Storefront).applyJSON(request)
    case "storefront.snapshot": try (handle as! Storefront).snapshotJSON(request)
    default: throw Unsayable()
    }
}

/// Types that the phones' library does without.
let leftOutTypes: Set<String> = ["AddressRule", "QuotaFigures", "AuditLink", "AuditRecord", "AuditChange", "AuditAnchor", "AccessActor", "RecordGrant", "RecordDenial", "RateLimitState", "RateMark", "LockoutState", "LockoutMark", "QuotaState", "QuotaEntry", "NumberState", "ApiKeyRecord", "BudgetState", "PersonalRecord", "ConsentEntry"]

/// A value read as its type and written again.
func againTyped(_ type: String, _ value: Data) throws -> Data {
    switch type {
    case "RateListDefinition": try written(requested(RateListDefinition.self, value))
    case "DayRange": try written(requested(DayRange.self, value))
    case "People": try written(requested(People.self, value))
    case "Prices": try written(requested(Prices.self, value))
    case "SingleUse": try written(requested(SingleUse.self, value))
    case "Hours": try written(requested(Hours.self, value))
    case "HourWindow": try written(requested(HourWindow.self, value))
    case "HourTier": try written(requested(HourTier.self, value))
    case "Block": try written(requested(Block.self, value))
    case "AfterHours": try written(requested(AfterHours.self, value))
    case "AgeBand": try written(requested(AgeBand.self, value))
    case "ChildPrice": try written(requested(ChildPrice.self, value))
    case "PercentOf": try written(requested(PercentOf.self, value))
    case "NthChild": try written(requested(NthChild.self, value))
    case "Season": try written(requested(Season.self, value))
    case "Change": try written(requested(Change.self, value))
    case "Supplement": try written(requested(Supplement.self, value))
    case "PartyMatch": try written(requested(PartyMatch.self, value))
    case "SupplementPrice": try written(requested(SupplementPrice.self, value))
    case "Discount": try written(requested(Discount.self, value))
    case "DiscountRule": try written(requested(DiscountRule.self, value))
    case "Bulk": try written(requested(Bulk.self, value))
    case "Tier": try written(requested(Tier.self, value))
    case "Off": try written(requested(Off.self, value))
    case "Tiers": try written(requested(Tiers.self, value))
    case "LastMinute": try written(requested(LastMinute.self, value))
    case "LastMinuteTier": try written(requested(LastMinuteTier.self, value))
    case "FreeNights": try written(requested(FreeNights.self, value))
    case "Promo": try written(requested(Promo.self, value))
    case "Eligibility": try written(requested(Eligibility.self, value))
    case "Fee": try written(requested(Fee.self, value))
    case "FeeRate": try written(requested(FeeRate.self, value))
    case "FixedRate": try written(requested(FixedRate.self, value))
    case "AgeRange": try written(requested(AgeRange.self, value))
    case "Tax": try written(requested(Tax.self, value))
    case "TaxRate": try written(requested(TaxRate.self, value))
    case "Slab": try written(requested(Slab.self, value))
    case "TaxRegion": try written(requested(TaxRegion.self, value))
    case "TaxTable": try written(requested(TaxTable.self, value))
    case "TaxTableRule": try written(requested(TaxTableRule.self, value))
    case "Blackout": try written(requested(Blackout.self, value))
    case "Restriction": try written(requested(Restriction.self, value))
    case "RoundingRule": try written(requested(RoundingRule.self, value))
    case "CalendarDefinition": try written(requested(CalendarDefinition.self, value))
    case "Resource": try written(requested(Resource.self, value))
    case "OpeningHours": try written(requested(OpeningHours.self, value))
    case "OpeningWindow": try written(requested(OpeningWindow.self, value))
    case "OpeningException": try written(requested(OpeningException.self, value))
    case "MonthDay": try written(requested(MonthDay.self, value))
    case "SlotGrid": try written(requested(SlotGrid.self, value))
    case "DayUnits": try written(requested(DayUnits.self, value))
    case "Allotment": try written(requested(Allotment.self, value))
    case "StopSale": try written(requested(StopSale.self, value))
    case "Departure": try written(requested(Departure.self, value))
    case "Booking": try written(requested(Booking.self, value))
    case "Take": try written(requested(Take.self, value))
    case "When": try written(requested(When.self, value))
    case "Span": try written(requested(Span.self, value))
    case "StayDays": try written(requested(StayDays.self, value))
    case "Hold": try written(requested(Hold.self, value))
    case "Blocked": try written(requested(Blocked.self, value))
    case "MachineDefinition": try written(requested(MachineDefinition.self, value))
    case "MachineStart": try written(requested(MachineStart.self, value))
    case "MachineEffect": try written(requested(MachineEffect.self, value))
    case "MachineState": try written(requested(MachineState.self, value))
    case "MachineEvent": try written(requested(MachineEvent.self, value))
    case "MachineTransition": try written(requested(MachineTransition.self, value))
    case "MachineTimer": try written(requested(MachineTimer.self, value))
    case "TenantSettings": try written(requested(TenantSettings.self, value))
    case "SignInRules": try written(requested(SignInRules.self, value))
    case "Money": try written(requested(Money.self, value))
    case "AutomationTrigger": try written(requested(AutomationTrigger.self, value))
    case "AutomationEvent": try written(requested(AutomationEvent.self, value))
    case "AutomationField": try written(requested(AutomationField.self, value))
    case "AutomationAction": try written(requested(AutomationAction.self, value))
    case "AutomationEffect": try written(requested(AutomationEffect.self, value))
    case "AutomationStatusChange": try written(requested(AutomationStatusChange.self, value))
    case "AutomationSetField": try written(requested(AutomationSetField.self, value))
    case "ExchangeRate": try written(requested(ExchangeRate.self, value))
    case "LocalTime": try written(requested(LocalTime.self, value))
    case "RoundRobinTurn": try written(requested(RoundRobinTurn.self, value))
    case "AlertState": try written(requested(AlertState.self, value))
    case "AlertSample": try written(requested(AlertSample.self, value))
    case "BookedStay": try written(requested(BookedStay.self, value))
    case "MachineInstance": try written(requested(MachineInstance.self, value))
    case "MachineRecord": try written(requested(MachineRecord.self, value))
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
    case "storefront.availability_and_price": key == "storefront"
    case "storefront.apply": key == "storefront"
    case "storefront.snapshot": key == "storefront"
    default: false
    }
}
