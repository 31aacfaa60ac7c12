#[cfg(feature = "schemas")]
use schemars::SchemaGenerator;
#[cfg(feature = "schemas")]
use serde::Deserialize;
use serde_json::Value;

#[cfg(feature = "schemas")]
use super::catalogue::{HandleEntry, OperationEntry};
#[cfg(feature = "schemas")]
use super::formats::subschema;
use super::{Handle, Wire, answer_each};
use crate::fault::Faults;
use crate::form::{Limits, Load};
use crate::time::{cron, questions, recurrence};
use crate::{
    Code, Error, Result, assignment, books, calendar, error, expression, flow, messages, money, rates, records, tenancy,
};

table! {
    functions {
        /// The catalogue of every code that an error can carry.
        engine.codes EngineCodes: error::CodesRequest => Vec<error::CodeEntry> = error::codes;
        /// Tells a guest what is wrong, in one of five languages.
        engine.message EngineMessage: messages::MessageRequest => messages::GuestMessage = messages::message;
        /// Reads, types and evaluates an expression.
        expression.evaluate ExpressionEvaluate: expression::EvaluateRequest => expression::Evaluated = expression::evaluate;
        /// Reads and types an expression: the type of its value, the names it looks at, its canonical form.
        expression.check ExpressionCheck: expression::ExpressionCheckRequest => expression::ExpressionChecked = expression::check;
        /// Rounds an amount to a minor unit, a cash step or any other.
        money.round MoneyRound: money::RoundRequest => money::Money = money::round;
        /// Shares an amount out by weights or in equal parts that add up to it exactly.
        money.allocate MoneyAllocate: money::AllocateRequest => Vec<money::Money> = money::allocate;
        /// Adds amounts of one currency up, exactly.
        money.sum MoneySum: money::SumRequest => money::Money = money::sum;
        /// Converts an amount by a table of exchange rates and tells which rate was used.
        money.convert MoneyConvert: money::ConvertRequest => money::Conversion = money::convert;
        /// Looks a table of exchange rates over: every row that cannot be used, and why.
        money.check_rates MoneyCheckRates: money::CheckRatesRequest => money::RatesChecked = money::check_rates;
        /// The facts of one currency: number, name, minor unit, digits shown, cash step.
        money.currency MoneyCurrency: money::CurrencyRequest => money::CurrencyFacts = money::currency;
        /// The facts of every currency.
        money.currencies MoneyCurrencies: money::CurrenciesRequest => Vec<money::CurrencyFacts> = money::currencies;
        /// Counts an amount in the units of a payment gateway.
        money.to_gateway MoneyToGateway: money::ToGatewayRequest => money::GatewayAmount = money::to_gateway;
        /// The amount that a payment gateway's units are.
        money.from_gateway MoneyFromGateway: money::FromGatewayRequest => money::Money = money::from_gateway;
        /// Writes an amount as a language and place do.
        money.format MoneyFormat: money::FormatRequest => String = money::format;
        /// Reads an amount as a language and place write it.
        money.parse MoneyParse: money::ParseRequest => money::Money = money::parse;
        /// What is known of a day.
        time.day TimeDay: questions::DayRequest => questions::DayFacts = questions::day;
        /// The same day of another month, or the month's last day when it has none.
        time.add_months TimeAddMonths: questions::AddMonthsRequest => crate::time::Day = questions::add_months;
        /// How old someone is on a day.
        time.age TimeAge: questions::AgeRequest => u8 = questions::age;
        /// The moment at which clocks show a time.
        time.to_instant TimeToInstant: questions::ToInstantRequest => questions::WallTime = questions::to_instant;
        /// What clocks show at a moment.
        time.to_local TimeToLocal: questions::ToLocalRequest => crate::time::LocalTime = questions::to_local;
        /// How many seconds a day has.
        time.day_length TimeDayLength: questions::DayLengthRequest => i64 = questions::day_length;
        /// Which release of the IANA zone database is inside.
        time.zone_database TimeZoneDatabase: questions::ZoneDatabaseRequest => questions::ZoneDatabase = questions::zone_database;
        /// The moments at which clocks change in a stretch of time.
        time.clock_changes TimeClockChanges: questions::ClockChangesRequest => Vec<crate::time::Instant> = questions::clock_changes;
        /// The open stretches of days.
        time.open_spans TimeOpenSpans: questions::OpenSpansRequest => Vec<crate::time::Span> = questions::open_spans;
        /// Whether it is open at a moment.
        time.is_open TimeIsOpen: questions::IsOpenRequest => bool = questions::is_open;
        /// How many seconds of a stretch of time are open.
        time.open_time TimeOpenTime: questions::OpenTimeRequest => i64 = questions::open_time;
        /// The business day so many business days away.
        time.add_business_days TimeAddBusinessDays: questions::AddBusinessDaysRequest => crate::time::Day = questions::add_business_days;
        /// How many business days lie in a range.
        time.business_days TimeBusinessDays: questions::BusinessDaysRequest => u32 = questions::business_days;
        /// The moment at which so much business time has passed.
        time.add_business_time TimeAddBusinessTime: questions::AddBusinessTimeRequest => crate::time::Instant = questions::add_business_time;
        /// How many seconds of business time a stretch holds.
        time.business_time TimeBusinessTime: questions::BusinessTimeRequest => i64 = questions::business_time;
        /// Billing periods, the anchor's day kept.
        time.periods TimePeriods: questions::PeriodsRequest => Vec<crate::time::DayRange> = questions::periods;
        /// The billing period that holds a day.
        time.period_of TimePeriodOf: questions::PeriodOfRequest => questions::NumberedPeriod = questions::period_of;
        /// The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.
        time.occurrences TimeOccurrences: recurrence::OccurrencesRequest => Vec<recurrence::Occurrence> = recurrence::occurrences;
        /// The next moments of a line of cron by the clocks of a zone.
        time.cron TimeCron: cron::CronRequest => Vec<crate::time::Instant> = cron::cron;
        /// The machines that come with the engine, to be used as they are or changed.
        flow.machines FlowMachines: flow::MachinesRequest => Vec<flow::MachineDefinition> = flow::MachinesRequest::answer;
        /// A name as part of an address, unlike those that are taken.
        tenancy.slug TenancySlug: tenancy::SlugRequest => String = tenancy::slug;
        /// Chooses who takes something: in turns, by load, by skill, or by name.
        assignment.choose AssignmentChoose: assignment::ChooseRequest => assignment::AssignmentChoice = assignment::choose;
        /// Makes the audit record that follows on the last one, with the least that tells before from after.
        #[cfg(feature = "server")]
        tenancy.audit_append TenancyAuditAppend: tenancy::AuditAppendRequest => tenancy::AuditRecord = tenancy::audit_append;
        /// Checks audit records, and tells everything that was changed, removed or reordered.
        #[cfg(feature = "server")]
        tenancy.audit_verify TenancyAuditVerify: tenancy::AuditVerifyRequest => tenancy::AuditReport = tenancy::audit_verify;
        /// One hash for all audit records of a day.
        #[cfg(feature = "server")]
        tenancy.audit_anchor TenancyAuditAnchor: tenancy::AuditAnchorRequest => tenancy::AuditAnchor = tenancy::audit_anchor;
        /// When a failed attempt is followed by the next one: listed or growing delays, with jitter.
        flow.retry FlowRetry: flow::RetryRequest => flow::NextAttempt = flow::retry;
        /// Follows a figure: an alert that opens once, stays open and clears.
        flow.alert FlowAlert: flow::AlertRequest => flow::Alerted = flow::alert;
        /// Checks a new list, gives it a code when it has none, and makes it a draft.
        rates.create RatesCreate: rates::life::CreateListRequest => rates::RateListDefinition = rates::life::create;
        /// Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.
        rates.publish RatesPublish: rates::life::PublishRequest => rates::life::Published = rates::life::publish;
        /// Makes a published list a draft again, when nothing refers to it.
        rates.unpublish RatesUnpublish: rates::life::UnpublishRequest => rates::RateListDefinition = rates::life::unpublish;
        /// Archives a draft or a published list.
        rates.archive RatesArchive: rates::life::ListRequest => rates::RateListDefinition = rates::life::archive;
        /// Checks a change to a list: only drafts change, and not their code, version or parent.
        rates.edit RatesEdit: rates::life::EditRequest => rates::RateListDefinition = rates::life::edit;
        /// Makes the next version of a list, as a draft that refers to it.
        rates.clone_list RatesCloneList: rates::life::CloneRequest => rates::RateListDefinition = rates::life::clone_list;
        /// Adds a blackout and tells which bookings lie in it.
        rates.add_blackout RatesAddBlackout: rates::AddBlackoutRequest => rates::BlackoutAdded = rates::add_blackout;
        /// Sells days again: blackouts lose them and keep the rest.
        rates.remove_blackout RatesRemoveBlackout: rates::RemoveBlackoutRequest => rates::RateListDefinition = rates::remove_blackout;
        /// Reads rate lists from a CSV or XLSX file; every faulty row is reported with its column.
        #[cfg(feature = "files")]
        rates.import RatesImport: rates::files::ImportRequest => rates::files::Imported = rates::files::import;
        /// The price of a speed boost: the difference of the monthly prices by the hours' share of the month.
        plans.boost PlansBoost: rates::plans::BoostRequest => rates::plans::Boost = rates::plans::boost;
        /// The taxes of a place of supply, as a rate list would apply them.
        rates.taxes_for RatesTaxesFor: rates::regions::TaxesForRequest => Vec<rates::definition::Tax> = rates::regions::taxes_for;
        /// The tables of taxes that come with the engine, each with its source, its day, what it covers and what not.
        rates.tax_tables RatesTaxTables: rates::regions::TaxTablesRequest => Vec<rates::definition::TaxTable> = rates::regions::tax_tables;
        /// Reads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it.
        records.read_files RecordsReadFiles: records::ReadFilesRequest => records::PackDefinition = records::read_files;
        /// Every blackout day with its reason.
        rates.blackout_days RatesBlackoutDays: rates::BlackoutDaysRequest => Vec<rates::BlackoutDay> = rates::blackout_days;
    }

    /// A rate list, checked and compiled: asked for prices as often as you like.
    RateList as rate_list (rates::RateList) from rates::RateListDefinition, made by new, asked by RateListOperation {
        /// Prices a request, with every line; or refuses it with every reason.
        rates.price Price: rates::PriceRequest => rates::Price = rates::RateList::price;
        /// The total alone: the fast way when nobody reads the lines.
        rates.total Total: rates::PriceRequest => crate::money::Money = rates::RateList::total;
        /// Prices a request and tells the total in another currency, with the exchange rate and its time.
        rates.price_in PriceIn: rates::PriceInRequest => rates::PriceIn = rates::RateList::price_in;
        /// The price in sentences, or every reason against it.
        rates.explain Explain: rates::PriceRequest => rates::Explanation = rates::RateList::explain;
        /// Prices many requests, one answer each; a bad request never spoils the others.
        rates.quote_many QuoteMany: rates::QuoteManyRequest, each of "requests" => Vec<rates::Quoted> = rates::RateList::quote_many;
        /// The totals of many requests, one answer each: the fastest way to price a lot.
        rates.total_many TotalMany: rates::QuoteManyRequest, each of "requests" => Vec<rates::Totalled> = rates::RateList::total_many;
        /// The total of every arrival day, length of stay and party.
        rates.grid Grid: rates::GridRequest => rates::Grid = rates::RateList::grid;
        /// The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again.
        rates.pack Pack: rates::PackRequest => rates::Packed = rates::RateList::pack;
    }

    /// Several rate lists, checked and compiled, that answer together.
    RateLists as rate_lists (rates::RateLists) from rates::RateListsDefinition, asked by RateListsOperation {
        /// The price of the cheapest list, with every other offer and refusal.
        rates.cheapest Cheapest: rates::lists::CheapestRequest => rates::lists::Cheapest = rates::RateLists::cheapest;
        /// The one list that answers for a product: by priority, most specific product, newest version, id, in this order.
        rates.select Select: rates::lists::SelectRequest => rates::lists::Selection = rates::RateLists::select;
        /// Every pair of published lists of one supplier, service, destination and product whose days meet.
        rates.overlaps Overlaps: rates::lists::OverlapsRequest => Vec<rates::lists::Overlap> = rates::RateLists::overlaps;
        /// The overlaps that a list would have, without saving it.
        rates.validate_dates ValidateDates: rates::lists::ValidateDatesRequest => Vec<rates::lists::Overlap> = rates::RateLists::validate_dates;
        /// Prices the same requests under two lists: what would have changed, for each and in sum.
        rates.simulate Simulate: rates::lists::SimulateRequest => rates::lists::Simulation = rates::RateLists::simulate;
        /// Writes the lists to a CSV or XLSX file, which reads back to the same lists.
        #[cfg(feature = "files")]
        rates.export Export: rates::files::ExportRequest => rates::files::Exported = rates::RateLists::export;
        /// One change over many lists as one set that can be looked at: all lists change or none.
        rates.bulk_update BulkUpdate: rates::lists::BulkUpdateRequest => rates::lists::BulkUpdate = rates::RateLists::bulk_update;
    }

    /// A plan, checked: what its periods cost, and what changes in their midst do.
    Plan as plan (rates::Plan) from rates::plans::PlanDefinition, made by new, asked by PlanOperation {
        /// What a period costs with its usage, line by line.
        plans.charge Charge: rates::plans::UsageRequest => rates::plans::PlanBill = rates::Plan::charge;
        /// The plan's billing periods, the anchor's day kept.
        plans.periods Periods: rates::plans::PlanPeriodsRequest => Vec<rates::plans::BillingPeriod> = rates::Plan::periods;
        /// What a change in the midst of a period costs: credit and charge as separate lines.
        plans.prorate Prorate: rates::plans::ProrateRequest => rates::plans::Proration = rates::Plan::prorate;
    }

    /// A cancellation policy, checked: what is charged and what goes back, by how long before the start.
    CancellationPolicy as cancellation_policy (rates::CancellationPolicy) from rates::cancellation::CancellationPolicyDefinition, made by new, asked by CancellationPolicyOperation {
        /// What a cancellation costs and what goes back, component by component.
        cancellation.fee Fee: rates::cancellation::CancellationRequest => rates::cancellation::CancellationSettlement = rates::CancellationPolicy::fee;
        /// Every deadline of a booking with what cancelling costs until then, as a guest is shown it.
        cancellation.deadlines Deadlines: rates::cancellation::CancellationDeadlinesRequest => rates::cancellation::CancellationDeadlines = rates::CancellationPolicy::deadlines;
    }

    /// Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all.
    Calendar as calendar (calendar::Calendar) from calendar::CalendarDefinition, made by new, now calendar::Calendar::definition, asked by CalendarOperation {
        /// Is it free? If not, every reason, with the units left.
        calendar.check Check: calendar::CheckRequest => calendar::Availability = calendar::Calendar::check;
        /// Are several things free at once? One answer for all of them, with every reason.
        calendar.check_all CheckAll: calendar::CheckAllRequest => calendar::Availability = calendar::Calendar::check_all;
        /// The first free time of each resource, the earliest first.
        calendar.next_free NextFree: calendar::NextFreeRequest => Vec<calendar::FreeTime> = calendar::Calendar::next_free;
        /// The free starts of many resources, in local time.
        calendar.slots Slots: calendar::SlotsRequest => Vec<calendar::ResourceSlots> = calendar::Calendar::slots;
        /// The starts at which several things are free at once, with a resource for each of them.
        calendar.common_slots CommonSlots: calendar::CommonSlotsRequest => Vec<calendar::CommonSlot> = calendar::Calendar::common_slots;
        /// What a screen draws: a day, a week or a month of resources.
        calendar.view View: calendar::ViewRequest => Vec<calendar::ResourceView> = calendar::Calendar::view;
        /// Utilisation by day or week, gaps too short to sell, and pickup.
        calendar.occupancy Occupancy: calendar::OccupancyRequest => Vec<calendar::ResourceOccupancy> = calendar::Calendar::occupancy;
        /// Who takes an appointment: free, able, and next by the rule.
        calendar.assign Assign: calendar::AssignRequest => calendar::Assigned = calendar::Calendar::assign;
        /// Books one resource or several at once: all or none.
        calendar.book Book: calendar::BookRequest => calendar::definition::Booking = calendar::Calendar::book;
        /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
        calendar.book_series BookSeries: calendar::BookSeriesRequest => calendar::BookedSeries = calendar::Calendar::book_series;
        /// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
        calendar.reschedule Reschedule: calendar::RescheduleRequest => calendar::definition::Booking = calendar::Calendar::reschedule;
        /// Gives a booking up.
        calendar.cancel Cancel: calendar::CancelRequest => calendar::definition::Booking = calendar::Calendar::cancel;
        /// Holds one resource or several at once, until a moment. The same key again is the same hold.
        calendar.hold Hold: calendar::HoldRequest => calendar::definition::Hold = calendar::Calendar::hold;
        /// Makes a hold a booking; what it holds is checked again.
        calendar.confirm Confirm: calendar::ConfirmRequest => calendar::definition::Booking = calendar::Calendar::confirm;
        /// Gives a hold up.
        calendar.release Release: calendar::ReleaseRequest => calendar::definition::Hold = calendar::Calendar::release;
        /// Lets a hold expire later.
        calendar.extend Extend: calendar::ExtendRequest => calendar::definition::Hold = calendar::Calendar::extend;
        /// Drops every hold that has expired, and tells which.
        calendar.expire Expire: calendar::ExpireRequest => Vec<calendar::definition::Hold> = calendar::Calendar::expire;
        /// Blocks time, whatever is booked in it.
        calendar.block Block: calendar::BlockRequest => calendar::definition::Blocked = calendar::Calendar::block;
        /// Makes blocked time free again.
        calendar.unblock Unblock: calendar::UnblockRequest => calendar::definition::Blocked = calendar::Calendar::unblock;
        /// Many commands, one after the other, each for itself.
        calendar.apply Apply: calendar::ApplyRequest, each of "commands" => Vec<calendar::AppliedCommand> = calendar::Calendar::apply;
        /// Takes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing.
        calendar.apply_rows ApplyRows: calendar::ApplyRowsRequest => calendar::AppliedRows = calendar::Calendar::apply_rows;
        /// Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.
        calendar.merge Merge: calendar::MergeRequest => Vec<calendar::MergedCommand> = calendar::Calendar::merge;
        /// Blocks the time of another calendar's events, and frees what it no longer has.
        #[cfg(feature = "feeds")]
        calendar.import_feed ImportFeed: calendar::ImportFeedRequest => calendar::ImportedFeed = calendar::Calendar::import_feed;
        /// What is taken as iCalendar text: events with names that stay the same, or only when it is busy.
        #[cfg(feature = "feeds")]
        calendar.export_feed ExportFeed: calendar::ExportFeedRequest => String = calendar::Calendar::export_feed;
        /// Everything as a definition, from which it loads again.
        calendar.snapshot Snapshot: calendar::SnapshotRequest => calendar::CalendarDefinition = calendar::Calendar::snapshot;
    }

    /// A machine, checked and compiled to a table: what may happen next.
    Machine as machine (flow::Machine) from flow::MachineDefinition, made by new, asked by MachineOperation {
        /// Begins an instance in the initial state.
        flow.start Start: flow::StartRequest => flow::MachineFired = flow::Machine::start;
        /// What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.
        flow.fire Fire: flow::FireRequest => flow::MachineFired = flow::Machine::fire;
        /// Many events of many instances, one after the other, each for itself.
        flow.fire_all FireAll: flow::FireAllRequest, each of "events" => Vec<flow::MachineAttempt> = flow::Machine::fire_all;
        /// Where an event leads, by names alone: who may and what must be given is not asked.
        flow.step Step: flow::StepRequest => flow::MachineStep = flow::Machine::step;
        /// Every event: whether it may happen now, and why not.
        flow.allowed Allowed: flow::AllowedRequest => Vec<flow::MachineChoice> = flow::Machine::allowed;
        /// The events whose timers have run out, and when to ask again.
        flow.due Due: flow::DueRequest => flow::MachineTimers = flow::Machine::due;
        /// The instance that a history leads to, each record checked.
        flow.replay Replay: flow::ReplayRequest => flow::MachineInstance = flow::Machine::replay;
        /// The machine as a picture in Mermaid or DOT, with the present state marked.
        flow.diagram Diagram: flow::DiagramRequest => String = flow::Machine::diagram;
        /// The shortest path of events to each state.
        flow.paths Paths: flow::PathsRequest => Vec<flow::MachinePath> = flow::Machine::paths;
    }

    /// Deadlines, escalation and compliance by one policy, checked and compiled.
    DeadlinePolicy as deadline_policy (flow::DeadlinePolicy) from flow::DeadlinePolicyDefinition, made by new, asked by DeadlinePolicyOperation {
        /// Where a case stands: every deadline, what is left of it, and who has to be told.
        deadlines.track Track: flow::DeadlineTrackRequest => flow::TrackedDeadlines = flow::DeadlinePolicy::track;
        /// How well deadlines were kept over a period, by target, priority and agent.
        deadlines.compliance Compliance: flow::DeadlineComplianceRequest => Vec<flow::DeadlineFigures> = flow::DeadlinePolicy::compliance;
    }

    /// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
    Tenant as tenant (tenancy::Tenant) from tenancy::TenantDefinition, made by new, asked by TenantOperation {
        /// The tenant's settings, defaults included.
        tenancy.settings Settings: tenancy::SettingsRequest => tenancy::TenantSettings = tenancy::Tenant::settings;
        /// How the tenant stands, what that allows, and what it may become; or how it would stand after such a change.
        tenancy.standing Standing: tenancy::StandingRequest => tenancy::TenantStanding = tenancy::Tenant::standing;
        /// Whether somebody may do something with a record, through what, or what they lack.
        tenancy.may May: tenancy::access::MayRequest => tenancy::access::AccessVerdict = tenancy::Tenant::may;
        /// Every permission that somebody holds on all records, in order of name.
        tenancy.permissions Permissions: tenancy::access::AccessActor => Vec<String> = tenancy::Tenant::permissions;
        /// A record without what somebody may not see.
        tenancy.mask Mask: tenancy::access::MaskRequest => tenancy::access::MaskedRecord = tenancy::Tenant::mask;
        /// A member with other roles, as long as an owner remains.
        #[cfg(feature = "server")]
        tenancy.change_roles ChangeRoles: tenancy::access::ChangeRolesRequest => tenancy::access::AccessActor = tenancy::Tenant::change_roles;
        /// Whether a feature is on, and why.
        tenancy.flag Flag: tenancy::flags::FlagRequest => tenancy::flags::FlagAnswer = tenancy::Tenant::flag;
        /// Every feature, for one subject.
        tenancy.flags Flags: tenancy::flags::FlagSubject => Vec<tenancy::flags::FlagAnswer> = tenancy::Tenant::flags;
        /// May a call go on? Every limit lets it through, or none counts it.
        #[cfg(feature = "server")]
        tenancy.rate_limit RateLimit: tenancy::RateLimitRequest => tenancy::RateLimitAnswer = tenancy::Tenant::rate_limit;
        /// Counts failures up to a lock, and tells whether it is locked.
        #[cfg(feature = "server")]
        tenancy.lockout Lockout: tenancy::LockoutRequest => tenancy::LockoutAnswer = tenancy::Tenant::lockout;
        /// Whether an address passes, and by which rule: the most specific range decides.
        #[cfg(feature = "server")]
        tenancy.address Address: tenancy::AddressRequest => tenancy::AddressAnswer = tenancy::Tenant::address;
        /// Takes, holds or gives back some of a quota, or asks how much is left.
        #[cfg(feature = "server")]
        tenancy.quota Quota: tenancy::QuotaRequest => tenancy::QuotaAnswer = tenancy::Tenant::quota;
        /// The next number of a format; none ever comes twice.
        #[cfg(feature = "server")]
        tenancy.next_number NextNumber: tenancy::NumberRequest => tenancy::NumberAnswer = tenancy::Tenant::next_number;
        /// Makes an API key of random bits that are given, and the record to keep of it.
        #[cfg(feature = "server")]
        tenancy.new_key NewKey: tenancy::NewKeyRequest => tenancy::NewKey = tenancy::Tenant::new_key;
        /// Whether an API key holds, or every reason against it.
        #[cfg(feature = "server")]
        tenancy.check_key CheckKey: tenancy::CheckKeyRequest => tenancy::KeyCheck = tenancy::Tenant::check_key;
        /// Checks and normalises the custom values and tags of one thing.
        tenancy.check_fields CheckFields: tenancy::CheckFieldsRequest => tenancy::CheckedFields = tenancy::Tenant::check_fields;
        /// What every policy says about a change, and what follows.
        tenancy.check_policies CheckPolicies: tenancy::CheckPoliciesRequest => tenancy::PolicyDecision = tenancy::Tenant::check_policies;
        /// Which of the things there are keep the policies.
        #[cfg(feature = "server")]
        tenancy.compliance Compliance: tenancy::ComplianceRequest => tenancy::ComplianceReport = tenancy::Tenant::compliance;
        /// How a budget stands, which thresholds are to be told now, and how the month will end.
        #[cfg(feature = "server")]
        tenancy.budget Budget: tenancy::BudgetRequest => tenancy::BudgetStanding = tenancy::Tenant::budget;
        /// Everything about one person, and nothing about anybody else.
        #[cfg(feature = "server")]
        tenancy.export_person ExportPerson: tenancy::ExportPersonRequest => tenancy::PersonExport = tenancy::Tenant::export_person;
        /// Replaces what names people for good; ids and numbers stay.
        #[cfg(feature = "server")]
        tenancy.anonymise Anonymise: tenancy::AnonymiseRequest => tenancy::Anonymised = tenancy::Tenant::anonymise;
        /// What has been kept long enough, by class, legal holds apart.
        #[cfg(feature = "server")]
        tenancy.retention Retention: tenancy::RetentionRequest => Vec<tenancy::RetentionClass> = tenancy::Tenant::retention;
        /// Whether a consent held at a moment, and by which entry.
        #[cfg(feature = "server")]
        tenancy.consent Consent: tenancy::ConsentRequest => tenancy::ConsentStanding = tenancy::Tenant::consent;
    }

    /// Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves.
    Automation as automation (flow::Automation) from flow::AutomationDefinition, made by new, asked by AutomationOperation {
        /// What is to be done when something happens, by which rules, and why the others did not run.
        automation.run Run: flow::AutomationRequest => flow::AutomationRun = flow::Automation::run;
    }

    /// When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours.
    ContactPlan as contact_plan (flow::ContactPlan) from flow::ContactPlanDefinition, made by new, asked by ContactPlanOperation {
        /// What is to be sent now, what waits until when, what is not sent and why, and when to ask again.
        contacts.due Due: flow::ContactsDueRequest => flow::ContactsDue = flow::ContactPlan::due;
    }

    /// A back office as data, checked and compiled: what is kept, who may, and what lists answer.
    Pack as pack (records::Pack) from records::PackDefinition, made by new, asked by PackOperation {
        /// Which of the records at hand a list would answer, in its order and as the actor may see them.
        records.matches Matches: records::MatchesRequest => records::Matched = records::Pack::matches;
        /// A question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason.
        records.query Query: records::RecordQuery => records::PlannedQuery = records::Pack::query;
        /// What becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be.
        records.check Check: records::RecordCheckRequest => records::CheckedRecord = records::Pack::check;
        /// That nothing of what was looked up stands against a change or a deletion; or every reason why something does.
        records.look_ups LookUps: records::LookUpsRequest => bool = records::Pack::look_ups;
        /// What becomes of a record that is deleted, and which fields may link to it.
        records.delete Delete: records::RecordDeleteRequest => records::DeletedRecord = records::Pack::delete;
        /// What becomes of a record that was deleted softly and is brought back.
        records.restore Restore: records::RecordDeleteRequest => records::RestoredRecord = records::Pack::restore;
        /// That the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place.
        records.carried_out CarriedOut: records::CarriedOutRequest => bool = records::Pack::carried_out;
        /// What becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it.
        records.merge Merge: records::RecordMergeRequest => records::MergedRecord = records::Pack::merge;
        /// What an event of its machine does to a record: rights, fields, conditions and stamps in one question.
        records.fire Fire: records::RecordFireRequest => records::FiredRecord = records::Pack::fire;
        /// What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow.
        records.lapse Lapse: records::RecordLapseRequest => records::LapsedRecord = records::Pack::lapse;
        /// A record without what somebody may not see.
        records.mask Mask: records::RecordMaskRequest => records::VisibleRecord = records::Pack::mask;
        /// What a screen needs for a record: fields in groups, each with its rules, and what may happen.
        records.form Form: records::RecordFormRequest => records::RecordForm = records::Pack::form;
        /// What the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records.
        records.screens Screens: records::PackScreensRequest => Vec<records::EntityScreen> = records::Pack::screens;
        /// The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it.
        records.settings Settings: records::PackSettingsRequest => records::PackSettings = records::Pack::settings;
        /// The views of the pack that somebody may see, each as far as they may see it.
        records.views Views: records::PackViewsRequest => Vec<records::PackView> = records::Pack::views;
        /// What a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures.
        records.view View: records::PackViewRequest => records::PlannedView = records::Pack::view;
        /// What tells two images of a record apart, field by field.
        records.diff Diff: records::RecordDiffRequest => Vec<records::RecordChange> = records::Pack::diff;
        /// What the rules of the pack do when something has happened to a record.
        records.automate Automate: records::RecordAutomationRequest => flow::AutomationRun = records::Pack::automate;
        /// What is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next.
        records.contacts Contacts: records::RecordContactsRequest => records::RecordContacts = records::Pack::contacts;
        /// A role of the tenant's own, as it is to be from now on, with all that it includes; or every reason against it.
        #[cfg(feature = "server")]
        records.change_role ChangeRole: tenancy::access::ChangeRoleRequest => tenancy::access::AccessRole = records::Pack::change_role;
        /// The machine of the tenant's own by which new records of an entity live from now on, or the pack's again; or every reason against it.
        #[cfg(feature = "server")]
        records.change_machine ChangeMachine: records::ChangeMachineRequest => flow::MachineDefinition = records::Pack::change_machine;
        /// What happened to a record, as far as somebody may see it now.
        records.history History: records::RecordHistoryRequest => Vec<records::HistoryEntry> = records::Pack::history;
        /// What somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards.
        records.notice Notice: records::RecordNoticeRequest => records::RecordNotice = records::Pack::notice;
        /// The tables in which its records are kept.
        records.schema Schema: records::SchemaRequest => records::PackSchema = records::Pack::tables;
        /// What has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost.
        records.plan Plan: records::MigrationRequest => records::Migration = records::Pack::migration;
        /// How its records are asked over HTTP, as OpenAPI 3.1.
        records.openapi OpenApi: records::OpenApiRequest => records::OpenApi = records::Pack::openapi;
        /// Reads a CSV or XLSX sheet as records; a bad cell spoils no other row.
        #[cfg(feature = "files")]
        records.rows Rows: records::ReadRowsRequest => records::RowsRead = records::Pack::rows;
        /// What a message from outside is called and what is done of it, where a secret proves it.
        #[cfg(feature = "server")]
        records.webhook Webhook: records::WebhookRequest => records::VerifiedWebhook = records::Pack::webhook;
        /// Everything that records say of one person, and nothing of anybody else.
        #[cfg(feature = "server")]
        records.person_export PersonExport: records::PersonRecordsRequest => records::PersonRecords = records::Pack::person_export;
        /// Replaces what names one person for good; ids and numbers stay.
        #[cfg(feature = "server")]
        records.anonymise_person AnonymisePerson: records::AnonymisePersonRequest => records::AnonymisedPerson = records::Pack::anonymise_person;
    }

    /// A calendar and its prices: what a search page asks.
    Storefront as storefront (books::Storefront) from books::StorefrontDefinition, now books::Storefront::definition, asked by StorefrontOperation {
        /// What is free and at which price, cheapest first, with the reasons of what is not offered.
        storefront.availability_and_price AvailabilityAndPrice: books::AvailabilityAndPriceRequest => books::Found = books::Storefront::availability_and_price;
        /// Many commands to the calendar, one after the other, each for itself.
        storefront.apply Apply: calendar::ApplyRequest, each of "commands" => Vec<calendar::AppliedCommand> = books::Storefront::apply;
        /// The calendar as it is now, as a definition.
        storefront.snapshot Snapshot: calendar::SnapshotRequest => calendar::CalendarDefinition = books::Storefront::snapshot;
    }
}
